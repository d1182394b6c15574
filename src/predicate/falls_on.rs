//! `falls on WEEKDAY`: every date is, or may be, that day of the week.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    each::{Asked, against_value},
    truth::{Holds, Truth},
};
use crate::{
    diagnostic::{Mistake, code},
    grammar::{self, Pair, Rule},
    kind::date,
    lexicon::Spoken,
    placing::Position,
    suggest,
    table::{Placed, Subject, Table},
    value::{Content, Kind, date::DatePoint},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["falls on WEEKDAY"], production: Rule::falls_on, read };

/// Day 0, 1 January 1970, was a Thursday.
pub const THURSDAY: i64 = 3;

/// `falls on WEEKDAY`
#[derive(Clone, Debug, PartialEq)]
pub struct FallsOn {
    /// The day of the week, from 0 (Monday).
    pub weekday: usize,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    if kind != Kind::of(&date::ENTRY) {
        return Err(reading.wrong_kind(pair, "order", kind));
    }
    let written = grammar::part(pair, Rule::weekday).unwrap_or_else(|| pair.clone());
    let words = reading.words(&written);
    if let Some(weekday) = Spoken::weekdays().iter().position(|day| day.eq_ignore_ascii_case(&words)) {
        return Ok(Arc::new(FallsOn { weekday }));
    }
    let near = suggest::nearest(&words, Spoken::weekdays().iter().map(String::as_str));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let days = Spoken::weekdays().join(", ");
            format!("write one of {days}; for a date, write `{} on {words}`", reading.subject)
        }
    };
    let mistake = reading.mistake(code::BAD_VALUE, &written, format!("`{words}` is no day of the week"));
    let instead = near.map(|near| format!("{} falls on {near}", reading.subject));
    Err(vec![Mistake { help: Some(help), instead, ..mistake }])
}

/// The day of the week that some words end with.
#[must_use]
pub fn weekday_at_end(words: &str) -> Option<&'static str> {
    let last = words.rsplit(' ').next()?;
    Spoken::weekdays().iter().map(String::as_str).find(|day| day.eq_ignore_ascii_case(last))
}

/// What a day of the week, from 0 (Monday), is called.
#[must_use]
pub fn weekday_called(weekday: usize) -> &'static str {
    Spoken::weekdays().get(weekday).map(String::as_str).unwrap_or_default()
}

impl FallsOn {
    fn name(&self) -> &'static str {
        weekday_called(self.weekday)
    }

    /// Whether a claim is that day: a date that names only its weekday is known by it, without an anchor too.
    fn test(&self, placed: &Placed<'_>) -> Option<Truth> {
        if !placed.is_asserted() {
            return None;
        }
        match (&placed.position, &placed.claim.value.content) {
            (Position::On { interval, .. }, _) => {
                let (from, to) = (interval.lo as i64, interval.hi as i64);
                let is_meant = |day: i64| (day + THURSDAY).rem_euclid(7) == self.weekday as i64;
                let some = (from..=to.min(from.saturating_add(6))).any(is_meant);
                Some(Truth::from(Holds { of_some: some, of_all: some && from == to }))
            }
            (Position::Indeterminate(_), Content::Date(date)) => match date.point {
                DatePoint::Weekday { weekday, .. } if date.until.is_none() => {
                    Some(Truth::from(weekday as usize == self.weekday + 1))
                }
                _ => None,
            },
            (Position::Indeterminate(_) | Position::Word(_), _) => None,
        }
    }
}

impl fmt::Display for FallsOn {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "falls on {}", self.name())
    }
}

impl Predicate for FallsOn {
    fn asks(&self) -> &'static str {
        "every claim is, or may be, such a day of the week"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let truths: Vec<Option<Truth>> =
            claims.iter().map(|placed| self.test(placed).map(|truth| truth.in_sense(sense))).collect();
        let words = format!("a {}", self.name());
        against_value(table, subject, claims, &truths, Asked { sense, words: &words })
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("d falls on Thursday", "A: 2021-12-30", "pass"),
            ("d falls on thursday", "A: 2021-12-30 | B: 2021-12-23", "pass"),
            ("d falls on Friday", "A: 2021-12-30", "fail"),
            ("d falls on Monday", "A: 1969-12-29", "pass"),
            ("d falls on Friday", "A: 2021-12-30..2022-01-02", "pass, imprecise"),
            ("d falls on Wednesday", "A: 2021-12-30..2022-01-02", "fail"),
            ("d falls on Wednesday", "A: 2021-01-01..2021-12-31", "pass, imprecise"),
            ("d not falls on Friday", "A: 2021-12-30", "pass"),
            ("d falls on Friday", "A: ?", "no evidence"),
            ("publication date falls on Saturday", "A@01: 5", "pass"),
            ("publication date falls on Saturday", "A@02: 5", "fail"),
        ]);
        for (sentence, story, expected) in [
            ("d falls on Friday", "A: 2021-12-30", "A puts the d on 30 December 2021, which is not a Friday"),
            ("d falls on Thursday", "A: 2021-12-30", "the one claim on the d is a Thursday"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
