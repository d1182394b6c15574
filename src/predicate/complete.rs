//! `complete`: a sentence has its beginning and its end.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    undamaged::{self, AskedDamage},
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    table::{Subject, Table},
    text::Damage,
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["complete"], production: Rule::complete, read };

/// `complete`
#[derive(Clone, Debug, PartialEq)]
pub struct Complete;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.every_one(pair, "sentence")?;
    Ok(Arc::new(Complete))
}

impl fmt::Display for Complete {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("complete")
    }
}

impl Predicate for Complete {
    fn asks(&self) -> &'static str {
        "no sentence is cut in the middle"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        undamaged::judge(subject, table, sense, &ASKED)
    }
}

const ASKED: AskedDamage = AskedDamage { holds: "complete", wrong, shown };

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
        // Where a paragraph ends, a line is empty.
        Damage::Parted => paragraphs(sentence).next().unwrap_or(sentence),
        _ => sentence,
    };
    let words: Vec<&str> = before_cut.split_whitespace().collect();
    let kept =
        if damage == Damage::Headless { words.get(..SHOWN) } else { words.get(words.len().saturating_sub(SHOWN)..) };
    kept.unwrap_or(&words).join(" ")
}

fn paragraphs(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split('\n').filter(|line| !line.trim().is_empty())
}
