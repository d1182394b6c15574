//! `complete`: a sentence has its beginning and its end.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    undamaged::{DamageClause, DamageTest},
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    text::Damage,
};
use std::sync::Arc;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &[TEST.form], production: Rule::complete, read };

const TEST: DamageTest = DamageTest {
    form: "complete",
    asks: "no sentence is cut in the middle",
    of: || "sentence",
    holds: "complete",
    wrong,
    shown,
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    DamageClause::read(&TEST, pair, reading)
}

fn wrong(damage: Damage) -> Option<&'static str> {
    match damage {
        Damage::Endless => Some("breaks off"),
        Damage::Parted => Some("stands before a new paragraph in the middle of its sentence"),
        Damage::Headless => Some("begins in the middle of a sentence"),
        Damage::Unclosed | Damage::Unopened | Damage::Orphaned => None,
    }
}

/// So many words beside the cut are shown.
const SHOWN: usize = 5;

/// The words beside the cut.
fn shown(damage: Damage, sentence: &str) -> String {
    let before_cut = match damage {
        Damage::Parted => first_paragraph(sentence),
        Damage::Endless | Damage::Headless | Damage::Unclosed | Damage::Unopened | Damage::Orphaned => sentence,
    };
    let words: Vec<&str> = before_cut.split_whitespace().collect();
    let kept =
        if damage == Damage::Headless { words.get(..SHOWN) } else { words.get(words.len().saturating_sub(SHOWN)..) };
    kept.unwrap_or(&words).join(" ")
}

/// The words before the end of a paragraph: an empty line, or where there is none the end of a line.
fn first_paragraph(sentence: &str) -> &str {
    let mut end = 0;
    for line in sentence.split_inclusive('\n') {
        if end > 0 && line.trim().is_empty() {
            return sentence.get(..end).unwrap_or(sentence);
        }
        end += line.len();
    }
    sentence.lines().next().unwrap_or(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_before_the_cut_are_shown() {
        for (damage, sentence, expected) in [
            // Lines that are broken at a width, and a paragraph that ends.
            (
                Damage::Parted,
                "Ada Lang of Selm will\nmeet them in her long call with\n\nLang who left",
                "in her long call with",
            ),
            (Damage::Parted, "She left with\n \nhim", "She left with"),
            // A line a paragraph.
            (Damage::Parted, "She will meet them with\nLang who left", "She will meet them with"),
            (Damage::Endless, "They all went on to the", "all went on to the"),
            (Damage::Headless, "of which nobody knew a thing then", "of which nobody knew a"),
        ] {
            assert_eq!(shown(damage, sentence), expected, "{sentence:?}");
        }
    }
}
