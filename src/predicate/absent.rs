//! `absent`: no article gives a value for the subject.

use super::{ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Evidence, Outcome, Role},
    grammar::{Pair, Rule},
    table::{Placed, Subject, Table},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["absent"], production: Rule::absent, read };

/// `absent`
#[derive(Clone, Debug, PartialEq)]
pub struct Absent;

fn read(_: &Pair<'_>, _: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    Ok(Arc::new(Absent))
}

impl fmt::Display for Absent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("absent")
    }
}

impl Predicate for Absent {
    fn asks(&self) -> &'static str {
        "no article gives a value"
    }

    fn asks_for_silence(&self, sense: Sense) -> bool {
        sense == Sense::Plain
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let (outcome, role) = match (claims.is_empty(), sense) {
            (true, Sense::Plain) => (Outcome::Pass, Role::Context),
            (true, Sense::Denied) => (Outcome::Fail, Role::Context),
            (false, Sense::Plain) => (Outcome::Fail, Role::Violates),
            (false, Sense::Denied) => (Outcome::Pass, Role::Supports),
        };
        let evidence: Vec<Evidence> = claims.iter().map(|placed| table.evidence(placed, role)).collect();
        if outcome == Outcome::Fail && subject.noun().is_some() && !claims.is_empty() {
            let items = Items::of(claims.iter().map(|placed| {
                let source = table.source_name(table.source_of(placed.article));
                let message = format!("`{}` stands in {source}", wording::beginning(&placed.claim.value.text));
                let evidence = vec![table.evidence(placed, role)];
                let answer = ItemAnswer::Fails(FailedItem { evidence, reasons: Vec::new(), message });
                ((placed.article, placed.claim.fingerprint), answer)
            }));
            return Verdict::of_items(items, String::new());
        }
        let message = match claims.first() {
            None => wording::nobody_gives(subject),
            Some(first) => given(subject, table, claims, first),
        };
        Verdict { evidence, ..Verdict::bare(outcome, message) }
    }
}

/// "Harbour Post gives the toll as 5, and so do 2 other claims"
fn given(subject: &Subject, table: &Table<'_>, claims: &[Placed<'_>], first: &Placed<'_>) -> String {
    let who = wording::sources(table, [first.article]);
    let said = match subject.noun() {
        Some(_) => wording::writes(&who, first),
        None => wording::says(&who, &wording::the(&subject.to_string()), &[first]),
    };
    match claims.len() {
        1 => said,
        more => format!("{said}; {} in all", wording::counted(more, subject.noun().unwrap_or("claim"))),
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("n absent", "A: | B:", "pass"),
            ("n absent", "A: 5", "fail"),
            ("n absent", "A: ?", "fail"),
            ("n absent", "A: may 5", "fail"),
            ("n not absent", "A: 5", "pass"),
            ("n not absent", "A:", "fail"),
            ("publication date absent", "A@01:", "fail"),
            ("publication date absent", "A:", "pass"),
        ]);
        for (sentence, story, expected) in [
            ("n absent", "A: 5", "A gives the n as 5"),
            ("n absent", "A: 5 | B: 6", "A gives the n as 5; 2 claims in all"),
            ("n absent", "A:", "no source gives the n"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
