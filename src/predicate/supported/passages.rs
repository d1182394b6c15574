//! Quotations beside the words of an article: those that their speaker's tag interrupts, and titles, which may stand without
//! marks.

use crate::{
    fold,
    kind::quotation::Passage,
    lexicon::{ClauseClass, Lexicon},
    table::Placed,
    value::{Content, Kind, Likeness},
};

/// Who speaks is told in so many words at most, where that interrupts a quotation: "the mayor of Maurin said".
const LONGEST_TAG: usize = 8;
/// A word of a title without a capital has at most so many letters: "of", "the".
const SMALL: usize = 3;
/// A verb of speech may stand so many words from a term that is said: "called it `unacceptable`".
const NEAR_TERM: usize = 4;
/// The same of words that look like a title.
const NEAR_TITLE: usize = 1;
/// The same of several words that are no title: "a `rare chance to see it`".
const NEAR_WORDS: usize = 8;
/// A title has at most so many words.
const LONGEST_TITLE: usize = 8;

/// Whether values of a kind are words between quotation marks.
pub fn are_passages(kind: Kind) -> bool {
    matches!(kind.facts().likeness, Likeness::Passage)
}

/// Whether a quotation leaves out words of what was said, or puts others in.
pub fn leaves_out(words: &str) -> bool {
    words.contains("...") || words.contains(['\u{2026}', '[', ']'])
}

/// Whether a quotation may be a title, one term or a few words of the text itself, and nothing that somebody said: "Way Down
/// Deep", "dieselgate". A verb of speech beside a title, or near the others, says that it is said.
pub fn may_be_own(placed: &Placed<'_>, lexicon: &Lexicon) -> bool {
    let Some(quoted) = said(placed) else { return false };
    let words: Vec<&str> = quoted.split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    let are_capital = words.iter().all(|word| is_capital(word) || word.chars().count() <= SMALL);
    let is_term = words.len() == 1;
    let is_title = are_capital && words.first().is_some_and(is_capital);
    let reach = match () {
        () if is_term => NEAR_TERM,
        () if is_title => NEAR_TITLE,
        () => NEAR_WORDS,
    };
    words.len() <= LONGEST_TITLE && !leaves_out(quoted) && !is_spoken(placed, reach, lexicon)
}

/// Whether a verb of speech stands within so many words of a quotation, in its sentence.
fn is_spoken(placed: &Placed<'_>, reach: usize, lexicon: &Lexicon) -> bool {
    let quote = &placed.claim.quote;
    let before = quote.prefix.split_whitespace().rev().take(reach);
    let behind = quote.suffix.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).take(reach);
    let bare = |word: &str| fold::words(word.trim_matches(|letter: char| !letter.is_alphanumeric())).into_owned();
    let is_cue = |word: &str| {
        let class = lexicon.clauses().class(&bare(word));
        class.is(ClauseClass::REPORTING) && !class.is(ClauseClass::WORDLESS)
    };
    before.chain(behind).any(is_cue)
}

/// What a supporter says with the quotation before or behind it, where only who speaks stands between the two: "We won," she
/// said, "and we will win again."
pub fn interrupted(supporters: &[&Placed<'_>], index: usize, lexicon: &Lexicon) -> impl Iterator<Item = Passage> {
    let both = [index.checked_sub(1).zip(Some(index)), Some((index, index + 1))];
    both.into_iter().flatten().filter_map(|(first, second)| {
        let (first, second) = (supporters.get(first)?, supporters.get(second)?);
        let (one, other) = (said(first)?, said(second)?);
        let is_one = first.article == second.article && is_tag(one, between(first, second)?);
        is_one.then(|| Passage::read(&format!("{one} {other}"), lexicon))
    })
}

fn said<'p>(placed: &'p Placed<'_>) -> Option<&'p str> {
    match &placed.claim.value.content {
        Content::Word(words) => Some(words),
        Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
    }
}

/// What stands between two quotations of one sentence.
fn between<'p>(first: &'p Placed<'_>, second: &Placed<'_>) -> Option<&'p str> {
    let (before, behind) = (&first.claim.quote, &second.claim.quote);
    before.suffix.get(..behind.start.checked_sub(before.end)? as usize)
}

/// Whether words behind a quotation say who speaks, between two commas of which the first may be the speaker's.
fn is_tag(quoted: &str, between: &str) -> bool {
    let opens = quoted.trim_end().ends_with(',') || between.starts_with(',');
    let words = between.trim_matches([',', ' ']).split_whitespace().count();
    opens && between.trim_end().ends_with(',') && (1..=LONGEST_TAG).contains(&words)
}
