//! `has a zone`: every clock time says of which place it is.

use super::{
    Entry, Predicate, Reading, Sense, Verdict,
    each::{Asked, every_claim},
    truth::Truth,
};
use crate::{
    grammar::{Pair, Rule, SentenceMistake},
    table::{Placed, Subject, Table},
    value::{Content, time},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: Entry = Entry { name: "has a zone", forms: &["has a zone"], production: Rule::has_zone, read };

/// `has a zone`
#[derive(Clone, Debug, PartialEq)]
pub struct HasZone;

fn read(pair: &Pair<'_>, reading: &Reading<'_>) -> Result<Arc<dyn Predicate>, Vec<SentenceMistake>> {
    let kind = reading.kind(pair)?;
    if kind.name() == time::ENTRY.name {
        return Ok(Arc::new(HasZone));
    }
    let message = format!("`has a zone` asks of clock times, but `{}` is {}", reading.subject, super::reading::a(kind));
    let help = Some("write `every time has a zone`".to_string());
    Err(vec![SentenceMistake { help, ..reading.mistake("wrong-kind", pair, message) }])
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
        let claims = table.claims(&subject.to_string());
        let test = |placed: &Placed<'_>| names_its_zone(placed).map(|named| Truth::of(named, named).in_sense(sense));
        let truths: Vec<Option<Truth>> = claims.iter().map(test).collect();
        every_claim(table, subject, claims, &truths, Asked { sense, words: "given with a zone" })
    }
}
