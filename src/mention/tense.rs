//! The tense of a date's clause: the nearest word that shows the past, or what is to come.

use crate::{
    lexicon::Class,
    text::TokenKind,
    value::{Reader, date::Tense},
};

/// Words are looked at this far either way.
const REACH: usize = 24;
/// A comma, a dash or a word such as "which" between counts as so many words: a cue of the date's own clause comes first.
const CLAUSE: usize = 6;

/// The tense that the words around the tokens `first..end` show.
pub fn of_clause(reader: &Reader, first: usize, end: usize) -> Tense {
    let after = nearest(reader, (end..).take(REACH));
    let before = nearest(reader, (0..first).rev().take(REACH));
    match (before, after) {
        (Some((near, tense)), Some((far, _))) if near <= far => tense,
        (_, Some((_, tense))) | (Some((_, tense)), None) => tense,
        (None, None) => Tense::Unknown,
    }
}

fn nearest(reader: &Reader, indices: impl Iterator<Item = usize>) -> Option<(usize, Tense)> {
    let mut distance = 0;
    for index in indices {
        distance += 1;
        match reader.kind(index) {
            TokenKind::End => return None,
            TokenKind::Comma | TokenKind::Dash | TokenKind::DoubleQuote | TokenKind::Colon => distance += CLAUSE,
            TokenKind::Word => {
                let word = reader.word(index);
                if word.is(Class::JOINT) {
                    distance += CLAUSE;
                }
                if word.is(Class::FUTURE) {
                    return Some((distance, Tense::Future));
                }
                // "Is to dock", "are to meet".
                if reader.is(index, "to") && is_one_of(reader, index.wrapping_sub(1), &["is", "are"]) {
                    return Some((distance, Tense::Future));
                }
                // "Will be buried" is not over: what stands before "be" says when.
                let passive = is_one_of(
                    reader,
                    index.wrapping_sub(1),
                    &["be", "is", "are", "stay", "stays", "remain", "remains", "get", "keep"],
                );
                if !passive && (word.is(Class::PAST) || is_past_form(reader.written(index))) {
                    return Some((distance, Tense::Past));
                }
            }
            _ => {}
        }
    }
    None
}

fn is_one_of(reader: &Reader, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| reader.is(at, word))
}

/// A regular past form; words such as "need" and "red" are too short or end otherwise.
fn is_past_form(written: &str) -> bool {
    written.len() > 4
        && written.ends_with("ed")
        && !written.ends_with("eed")
        && written.starts_with(|character: char| character.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lexicon::Lexicon, text::Text, value::Content};

    #[test]
    fn the_nearest_cue_decides() {
        for (source, expected) in [
            ("The president on Thursday warned his counterpart.", Tense::Past),
            ("Thursday's call is scheduled for the afternoon.", Tense::Future),
            ("Thursday's call, which lasted an hour, comes as tension grows.", Tense::Past),
            ("Both leaders will speak on Thursday as demands grow.", Tense::Future),
            ("She said Wednesday that talks will go on.", Tense::Past),
            ("They are expected to meet Wednesday.", Tense::Future),
            ("Thursday is the day.", Tense::Unknown),
        ] {
            let text = Text::plain(source, Lexicon::english());
            let found = super::super::mentions(&text, Lexicon::english());
            let Content::Date(date) = &found[0].value.content else { panic!("{source}") };
            assert_eq!(date.tense, expected, "{source}");
        }
    }
}
