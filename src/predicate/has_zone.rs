//! `has a zone`: every clock time says of which place it is.

use super::{
    ClauseReading, Items, Predicate, PredicateEntry, Sense, Verdict,
    each::{Asked, every_claim},
    truth::Truth,
    wording,
};
use crate::{
    diagnostic::{Mistake, code},
    finding::Outcome,
    grammar::{Pair, Rule},
    kind::time,
    table::{Placed, Subject, Table},
    value::{Content, Kind},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["has a zone"], production: Rule::has_zone, read };

/// `has a zone`
#[derive(Clone, Debug, PartialEq)]
pub struct HasZone;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    if kind == Kind::of(&time::ENTRY) {
        return Ok(Arc::new(HasZone));
    }
    let message = format!("`has a zone` asks of clock times, but `{}` is {}", reading.subject, super::reading::a(kind));
    let help = Some("write `every time has a zone`".to_string());
    Err(vec![Mistake { help, ..reading.mistake(code::WRONG_KIND, pair, message) }])
}

impl fmt::Display for HasZone {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("has a zone")
    }
}

/// "20:30 GMT" and "7 a.m. local time" say where; "noon" does not.
fn names_its_zone(placed: &Placed<'_>) -> Option<bool> {
    match &placed.claim.value.content {
        Content::Time(time) => Some(time.zone.is_some()),
        Content::Amount(_) | Content::Date(_) | Content::Word(_) => None,
    }
}

impl Predicate for HasZone {
    fn asks(&self) -> &'static str {
        "each clock time names its zone"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let test = |placed: &Placed<'_>| names_its_zone(placed).map(|named| Truth::from(named).in_sense(sense));
        let truths: Vec<Option<Truth>> = claims.iter().map(test).collect();
        let verdict = every_claim(table, subject, claims, &truths, Asked { sense, words: "given with a zone" });
        match (verdict.outcome, sense) {
            (Outcome::Fail, Sense::Plain) => {
                let message = without_a_zone(table, claims, &truths);
                let items = verdict.items.map(|items| each_without_a_zone(*items).into());
                Verdict { message, items, ..verdict }
            }
            _ => verdict,
        }
    }
}

/// The same with a message for each.
fn each_without_a_zone(mut items: Items) -> Items {
    for item in &mut items.failed {
        if let Some(own) = item.evidence.first() {
            item.message = format!("{} writes `{}` without a zone", own.source(), own.exact().unwrap_or_default());
        }
    }
    items
}

/// "Harbour Post writes `2:30 p.m.` without a zone", "Harbour Post writes `noon` and Upland Wire `2 p.m.` without a zone"
fn without_a_zone(table: &Table<'_>, claims: &[Placed<'_>], truths: &[Option<Truth>]) -> String {
    let bare = claims.iter().zip(truths).filter(|(_, truth)| **truth == Some(Truth::Never)).map(|(placed, _)| placed);
    let mut written: Vec<(usize, Vec<String>)> = Vec::new();
    for placed in bare {
        let (source, words) = (table.source_of(placed.article), format!("`{}`", placed.claim.value.text));
        match written.iter_mut().find(|(known, _)| *known == source) {
            Some((_, known)) if known.contains(&words) => {}
            Some((_, known)) => known.push(words),
            None => written.push((source, vec![words])),
        }
    }
    let more = written.len().saturating_sub(wording::MOST_LISTED);
    let mut said: Vec<String> = Vec::new();
    for (source, words) in written.into_iter().take(wording::MOST_LISTED) {
        let verb = if said.is_empty() { " writes" } else { "" };
        said.push(format!("{}{verb} {}", table.source_name(source), wording::each_of(words)));
    }
    if more > 0 {
        said.push(format!("{more} others"));
    }
    format!("{} without a zone", wording::listed(&said))
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{all_of_values, of_values};

    #[test]
    fn says_what_is_written() {
        let (two, noon, gmt) = (("every time", "2:30 p.m."), ("every time", "noon"), ("every time", "20:30 GMT"));
        for (times, expected) in [
            (&[("A", &[two][..])][..], "A writes `2:30 p.m.` without a zone"),
            (
                &[("A", &[two, gmt, noon]), ("B", &[gmt])],
                "A writes `2:30 p.m.` without a zone; A writes `noon` without a zone",
            ),
            (&[("A", &[noon]), ("B", &[two])], "A writes `noon` without a zone; B writes `2:30 p.m.` without a zone"),
            (&[("A", &[gmt])], "the one time is given with a zone"),
        ] {
            let found = all_of_values("every time has a zone", times);
            let messages: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
            assert_eq!(messages.join("; "), expected);
        }
        let denied = of_values("every time not has a zone", &[("A", &[gmt])]).message;
        assert_eq!(denied, "A gives `20:30 GMT`, which is given with a zone");
    }
}
