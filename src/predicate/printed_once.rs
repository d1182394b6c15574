//! `printed once`: a sentence stands once in its article.

use super::{
    ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, items::all_hold, wording,
};
use crate::{
    claim::WORDS_OF_A_SENTENCE,
    diagnostic::Mistake,
    finding::{Evidence, Outcome, Role},
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
            Position::Word(word) if word.split_whitespace().count() >= WORDS_OF_A_SENTENCE => {
                Some((placed.article, word.clone()))
            }
            Position::Word(_) | Position::On { .. } | Position::Indeterminate(_) => None,
        };
        let keys: Vec<Option<(usize, String)>> = claims.iter().map(key).collect();
        for (article, words) in keys.iter().flatten() {
            *times.entry((*article, words.as_str())).or_default() += 1;
        }
        let number = |index: usize| {
            let (article, words) = keys.get(index)?.as_ref()?;
            times.get(&(*article, words.as_str())).copied()
        };
        if (0..claims.len()).all(|index| number(index) <= Some(1)) {
            let verb = if claims.len() == 1 { "is" } else { "are" };
            let message = format!("{} {verb} printed once", wording::all_of(subject, claims.len()));
            return Verdict::bare(Outcome::Pass, message).with_items(all_hold(claims)).in_sense(sense);
        };
        let mut items = Items::of(claims.iter().enumerate().map(|(index, placed)| {
            let fails = || FailedItem {
                evidence: vec![table.evidence(placed, Role::Violates)],
                reasons: Vec::new(),
                message: String::new(),
            };
            let answer = if number(index) > Some(1) { ItemAnswer::Fails(fails()) } else { ItemAnswer::Holds };
            ((placed.article, placed.claim.fingerprint), answer)
        }));
        items.failed.iter_mut().for_each(|item| item.message = repetition(&item.evidence));
        let mut message = items.failed.first().map(|item| item.message.clone()).unwrap_or_default();
        match items.failed.len() {
            0 | 1 => {}
            2 => message.push_str("; 1 more sentence is printed again"),
            several => message.push_str(&format!("; {} more sentences are printed again", several - 1)),
        }
        let evidence = items.failed.iter().flat_map(|item| item.evidence.clone()).collect();
        Verdict { evidence, items: Some(items.into()), ..Verdict::bare(Outcome::Fail, message) }.in_sense(sense)
    }
}

/// "Harbour Post prints `The two leaders ...` on lines 4 and 19"
fn repetition(places: &[Evidence]) -> String {
    let Some(first) = places.first() else { return String::new() };
    let lines: Vec<String> = places.iter().filter_map(Evidence::place).map(|(line, _)| line.to_string()).collect();
    let words = wording::beginning(first.exact().unwrap_or_default());
    format!("{} prints `{words}` on lines {}", first.source(), wording::listed(&lines))
}
