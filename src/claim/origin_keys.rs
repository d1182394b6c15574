//! What shows where an article's text comes from: agencies that are credited in it, and prints of its words.
//!
//! The prints are winnowed hashes of runs of words (Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
//! Fingerprinting", SIGMOD 2003): of every few runs in a row the least hash is kept, so that two articles that share a longer
//! stretch share a print, and the share of prints tells the share of words. Words between quotation marks are left out, and runs
//! of names and titles: two articles that quote one statement do not depend on each other.

use crate::{
    fold,
    lexicon::Lexicon,
    text::{Initial, Part, Quotation, Text, TokenKind},
};
use serde::{Deserialize, Serialize};

/// So many words make a run.
const RUN: usize = 6;
/// Of so many runs in a row one print is kept.
const WINDOW: usize = 4;
/// A line of credits has at most so many words.
const LONGEST_CREDIT: usize = 40;
/// One that has no word of credit but its first has at most so many.
const SHORT_CREDIT: usize = 7;
/// Credits stand among so many paragraphs at the foot.
const FOOT: usize = 3;
/// The name of an agency has at most so many words.
const LONGEST_NAME: usize = 4;

/// What shows where an article's text comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginKeys {
    /// The agencies that are credited at its foot, as the lexicon names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Box<str>>,
    /// Prints of its words, in order, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prints: Vec<u32>,
}

impl OriginKeys {
    /// Reads an article's text; `quotations` are those of it, in order.
    #[must_use]
    pub fn read(text: &Text, quotations: &[Quotation], lexicon: &Lexicon) -> Self {
        Self { credits: credits(text, lexicon), prints: prints(text, quotations) }
    }
}

/// The agencies that are credited at the foot of a text.
fn credits(text: &Text, lexicon: &Lexicon) -> Vec<Box<str>> {
    let foot = text.paragraphs().iter().rev().filter(|paragraph| paragraph.end > paragraph.first).take(FOOT);
    let mut found: Vec<Box<str>> = Vec::new();
    for paragraph in foot {
        let tokens: Vec<&str> = (paragraph.first..paragraph.end).map(|token| text.written(token)).collect();
        if is_credit(&tokens, lexicon) {
            let names = (1..=LONGEST_NAME).flat_map(|length| tokens.windows(length));
            found.extend(names.filter_map(|name| lexicon.articles().agency(&name.join(" "))).map(Into::into));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Whether a line credits whom it names: "AFP contributed to this report", "With AFP". A sentence of the text does not.
fn is_credit(tokens: &[&str], lexicon: &Lexicon) -> bool {
    let words = lexicon.attribution();
    let line = fold::words(&tokens.join(" ")).into_owned();
    let names_credit = || words.credits().iter().any(|credit| format!(" {line} ").contains(&format!(" {credit} ")));
    let opens = || tokens.len() <= SHORT_CREDIT && tokens.first().is_some_and(|first| words.opens_credit(first));
    tokens.len() <= LONGEST_CREDIT && (names_credit() || opens())
}

/// The prints of a text.
fn prints(text: &Text, quotations: &[Quotation]) -> Vec<u32> {
    let mut marks = quotations.iter().filter(|quotation| quotation.depth == 0).peekable();
    let (mut window, mut prints): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    for sentence in text.sentences() {
        let is_own = matches!(sentence.part, Part::Lead | Part::Body);
        let mut run: Vec<(u64, bool)> = Vec::new();
        let mut at = sentence.first;
        while at < sentence.end && is_own {
            while marks.next_if(|quotation| quotation.end <= at).is_some() {}
            if let Some(quotation) = marks.peek().filter(|quotation| quotation.first <= at) {
                run.clear();
                at = quotation.end;
                continue;
            }
            let token = text.token(at);
            at += 1;
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                continue;
            }
            run.push((hash(fold::words(text.read(token)).as_bytes(), SEED), token.initial == Initial::Capital));
            let Some(last) = run.len().checked_sub(RUN).and_then(|from| run.get(from..)) else { continue };
            // A string of names and titles is nobody's own words.
            if last.iter().filter(|(_, capital)| *capital).count() * 2 > RUN {
                continue;
            }
            let whole = last.iter().fold(SEED, |whole, (word, _)| hash(&word.to_le_bytes(), whole));
            window.push((whole >> 32) as u32 ^ whole as u32);
            if let Some(least) = window.len().checked_sub(WINDOW).and_then(|from| window.get(from..)?.iter().min()) {
                prints.push(*least);
            }
        }
    }
    if prints.is_empty() {
        prints.extend(window);
    }
    prints.sort_unstable();
    prints.dedup();
    prints
}

/// Where FNV-1a begins.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a of 64 bits (Fowler, Noll, Vo): the same on every machine.
fn hash(bytes: &[u8], from: u64) -> u64 {
    bytes.iter().fold(from, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
