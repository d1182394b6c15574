//! Quotations beside the words of an article: those that their speaker's tag interrupts, and titles, which may stand without
//! marks.

use crate::{
    kind::quotation::Passage,
    lexicon::Lexicon,
    table::Placed,
    value::{Content, Kind, Likeness},
};

/// Who speaks is told in so many words at most, where that interrupts a quotation: "the mayor of Maurin said".
const LONGEST_TAG: usize = 8;
/// A word of a title without a capital has at most so many letters: "of", "the".
const SMALL: usize = 3;
/// A title has at most so many words.
const LONGEST_TITLE: usize = 8;

/// Whether values of a kind are words between quotation marks.
pub fn are_passages(kind: Kind) -> bool {
    matches!(kind.facts().likeness, Likeness::Passage)
}

/// Whether quoted words may be a title, or one term, and nothing that somebody said: "Way Down Deep", "dieselgate".
pub fn is_title(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    let are_capital = words.iter().all(|word| is_capital(word) || word.chars().count() <= SMALL);
    words.len() == 1 || are_capital && words.len() <= LONGEST_TITLE && words.first().is_some_and(is_capital)
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
