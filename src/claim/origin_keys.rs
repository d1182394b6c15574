//! What shows where an article's text comes from: agencies that are credited in it, and prints of its words.
//!
//! The prints are winnowed hashes of runs of words (Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
//! Fingerprinting", SIGMOD 2003): of every few runs in a row the least hash is kept, so that two articles that share a longer
//! stretch share a print, and the share of prints tells the share of words. Words between quotation marks are left out, and runs
//! of names and titles: two articles that quote one statement do not depend on each other.

use crate::{
    fold,
    lexicon::{Class, ClauseClass, Lexicon},
    text::{Initial, Part, Quotation, Text, TokenKind},
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

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
/// Above the text an outlet stands that it is taken from among so many.
const HEAD: usize = 4;
/// The name of an agency has at most so many words.
const LONGEST_NAME: usize = 4;

/// What shows where an article's text comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginKeys {
    /// The agencies that are credited at its foot, as the lexicon names them, and the outlet that it says to be taken from.
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

/// The agencies that are credited at the foot of a text, and the outlets that it says there, or at its head, to be taken from.
fn credits(text: &Text, lexicon: &Lexicon) -> Vec<Box<str>> {
    let filled = || text.paragraphs().iter().filter(|paragraph| paragraph.end > paragraph.first);
    let mut found: Vec<Box<str>> = Vec::new();
    for paragraph in filled().rev().take(FOOT) {
        let tokens: Vec<&str> = (paragraph.first..paragraph.end).map(|token| text.written(token)).collect();
        if is_credit(&tokens, lexicon) {
            let names = (1..=LONGEST_NAME).flat_map(|length| tokens.windows(length));
            found.extend(names.filter_map(|name| lexicon.articles().agency(&name.join(" "))).map(Into::into));
        }
    }
    for paragraph in filled().rev().take(FOOT).chain(filled().take(HEAD)) {
        if paragraph.end - paragraph.first <= LONGEST_CREDIT {
            found.extend(stated_source(text, paragraph.first..paragraph.end, lexicon));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The outlet that a line says an article to be taken from: "This story was first published by the Selm Post."
fn stated_source(text: &Text, line: Range<usize>, lexicon: &Lexicon) -> Option<Box<str>> {
    let words = lexicon.attribution();
    let opening = line.clone().find(|at| text.token(*at).kind == TokenKind::Word)?;
    let is_about_it = words.stated_openings().iter().any(|words| text.stands(opening, words));
    let is_denied = || line.clone().any(|at| lexicon.clauses().class(text.written(at)).is(ClauseClass::NEGATION));
    if !is_about_it || is_denied() {
        return None;
    }
    let stated = words.stated_sources();
    let behind =
        line.clone().find_map(|at| stated.iter().find(|words| text.stands(at, words)).map(|words| at + words.len()))?;
    let first = behind + usize::from(text.written(behind).eq_ignore_ascii_case("the"));
    let is_of_name = |at: &usize| {
        let token = text.token(*at);
        let is_day = lexicon.word(token.word).is(Class::MONTH.and(Class::WEEKDAY));
        token.kind == TokenKind::Word && token.initial == Initial::Capital && !is_day
    };
    let end = (first..line.end).take(LONGEST_NAME + 1).take_while(is_of_name).last()? + 1;
    let name = text.words(first, end);
    Some(lexicon.articles().agency(&name).map_or_else(|| name.as_ref().into(), Into::into))
}

/// Whether a line credits whom it names: "AFP contributed to this report", "With AFP", "(Source: AFP)". A sentence of the text does not.
fn is_credit(tokens: &[&str], lexicon: &Lexicon) -> bool {
    let words = lexicon.attribution();
    let line = fold::words(&tokens.join(" ")).into_owned();
    let names_credit = || words.credits().iter().any(|credit| format!(" {line} ").contains(&format!(" {credit} ")));
    let first = || tokens.iter().find(|token| token.starts_with(char::is_alphanumeric));
    let opens = || tokens.len() <= SHORT_CREDIT && first().is_some_and(|first| words.opens_credit(first));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{span::Span, text::Block};

    fn credited(last: &str) -> Vec<String> {
        let source = format!("The storm took the roofs.\n\n{last}");
        let (first, from) = (Span::new(0, 25), source.len() - last.len());
        let blocks = [first, Span::new(from, source.len())].map(|span| Block { span, part: Part::Body });
        let text = Text::new(&source, &blocks, &[], Lexicon::english());
        credits(&text, Lexicon::english()).into_iter().map(String::from).collect()
    }

    #[test]
    fn credits_and_stated_sources() {
        for (line, expected) in [
            ("AFP contributed to this report.", &["AFP"][..]),
            ("(Source: AFP)", &["AFP"]),
            ("With AFP", &["AFP"]),
            ("This story was first published by the Selm Post.", &["Selm Post"]),
            ("Originally published in The Vale Courier, a weekly.", &["Vale Courier"]),
            ("Republished from AFP with permission.", &["AFP"]),
            ("The mayor told AFP that it was over.", &[]),
            ("The list was first published by the town on Monday.", &[]),
            ("This story was first published on Monday.", &[]),
            ("This story was not first published by the Selm Post.", &[]),
            ("A letter first published by the Selm Post in 1950 spoke of it.", &[]),
            ("The claim, first published by the Selm Post, is wrong.", &[]),
            ("Water is provided by Hillco.", &[]),
            ("A version of this article first appeared in the Selm Post.", &["Selm Post"]),
            ("From here, the river runs to the sea and on, said AFP.", &[]),
        ] {
            assert_eq!(credited(line), expected, "{line}");
        }
    }
}
