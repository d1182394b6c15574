//! `printed once`: a sentence stands once in its article.

use super::{ClauseReading, Predicate, PredicateEntry, Sense, Verdict, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    placing::Position,
    table::{Placed, Subject, Table},
};
use rustc_hash::FxHashMap;
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["printed once"], production: Rule::printed_once, read };

/// `printed once`
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedOnce;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.every_one(pair, "sentence")?;
    Ok(Arc::new(PrintedOnce))
}

impl fmt::Display for PrintedOnce {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("printed once")
    }
}

impl Predicate for PrintedOnce {
    fn asks(&self) -> &'static str {
        "no sentence stands twice in its article"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        if claims.is_empty() {
            return wording::nothing(table, subject, claims);
        }
        let mut times: FxHashMap<(usize, &str), usize> = FxHashMap::default();
        let key = |placed: &'_ Placed<'_>| match &placed.position {
            Position::Word(word) => Some((placed.article, word.clone())),
            Position::On { .. } | Position::Indeterminate(_) => None,
        };
        let keys: Vec<Option<(usize, String)>> = claims.iter().map(key).collect();
        for (article, words) in keys.iter().flatten() {
            *times.entry((*article, words.as_str())).or_default() += 1;
        }
        let number = |index: usize| {
            let (article, words) = keys.get(index)?.as_ref()?;
            times.get(&(*article, words.as_str())).copied()
        };
        let repeated: Vec<&Placed<'_>> =
            claims.iter().enumerate().filter(|(index, _)| number(*index) > Some(1)).map(|(_, placed)| placed).collect();
        let Some(first) = repeated.first() else {
            let verb = if claims.len() == 1 { "is" } else { "are" };
            let message = format!("{} {verb} printed once", wording::all_of(subject, claims.len()));
            return Verdict::bare(Outcome::Pass, message).in_sense(sense);
        };
        let more = times.values().filter(|number| **number > 1).count() - 1;
        let message = repetition(table, first, &repeated, more);
        let evidence = repeated.iter().map(|placed| table.evidence(placed, Role::Violates)).collect();
        Verdict { evidence, ..Verdict::bare(Outcome::Fail, message) }.in_sense(sense)
    }
}

/// "Harbour Post prints `The two leaders ...` on lines 4 and 19; 1 more sentence is printed twice"
fn repetition(table: &Table<'_>, first: &Placed<'_>, repeated: &[&Placed<'_>], more: usize) -> String {
    let same = repeated.iter().filter(|placed| placed.article == first.article && placed.position == first.position);
    let lines: Vec<String> = same.map(|placed| placed.claim.quote.line.to_string()).collect();
    let source = table.source_name(table.source_of(first.article));
    let words = &first.claim.quote.exact;
    let mut message = format!("{source} prints `{}` on lines {}", beginning(words), wording::listed(&lines));
    match more {
        0 => {}
        1 => message.push_str("; 1 more sentence is printed again"),
        _ => message.push_str(&format!("; {more} more sentences are printed again")),
    }
    message
}

/// The first words of a sentence.
fn beginning(sentence: &str) -> String {
    const MOST: usize = 8;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    match words.get(..MOST) {
        Some(first) if words.len() > MOST => format!("{} ...", first.join(" ")),
        _ => words.join(" "),
    }
}
