//! `falls on its weekday`: the day of the week that is written beside a day is the one that it is.

use super::{
    ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict,
    falls_on::{THURSDAY, weekday_called},
    wording,
};
use crate::{
    diagnostic::{Mistake, code},
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    kind::date,
    placing::Position,
    saying,
    table::{Placed, Subject, Table},
    value::{Content, Kind, date::DatePoint},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["falls on its weekday"], production: Rule::falls_on_its_weekday, read };

/// `falls on its weekday`
#[derive(Clone, Debug, PartialEq)]
pub struct FallsOnItsWeekday;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    if kind == Kind::of(&date::ENTRY) {
        return Ok(Arc::new(FallsOnItsWeekday));
    }
    let (subject, is) = (&reading.subject, super::reading::a(kind));
    let message = format!("`falls on its weekday` asks of dates, but `{subject}` is {is}");
    let help = Some("write `every date falls on its weekday`".to_string());
    Err(vec![Mistake { help, ..reading.mistake(code::WRONG_KIND, pair, message) }])
}

impl fmt::Display for FallsOnItsWeekday {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("falls on its weekday")
    }
}

impl Predicate for FallsOnItsWeekday {
    fn asks(&self) -> &'static str {
        "a day that stands beside a day of the week falls on it"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims: Vec<(&Placed<'_>, u32)> =
            table.claims(&subject.id).iter().filter_map(|placed| Some((placed, weekday_beside(placed)?))).collect();
        if claims.is_empty() {
            let what = subject.noun().map_or_else(|| wording::the(&subject.to_string()), |noun| format!("any {noun}"));
            return Verdict::bare(Outcome::NoEvidence, format!("no day of the week stands beside {what}"));
        }
        let answers = claims
            .iter()
            .map(|(placed, weekday)| ((placed.article, placed.claim.fingerprint), answer(table, placed, *weekday)));
        verdict(Items::of(answers)).in_sense(sense)
    }
}

/// The day of the week that is written beside a whole day, from 1 (Monday).
fn weekday_beside(placed: &Placed<'_>) -> Option<u32> {
    match &placed.claim.value.content {
        Content::Date(date) => {
            date.weekday.filter(|_| matches!(date.point, DatePoint::Day { .. }) && date.until.is_none())
        }
        Content::Amount(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

/// Where the day lies that is named, which "after Friday, 3 May" leaves out.
fn named_day(table: &Table<'_>, placed: &Placed<'_>) -> Position {
    let Some(named) = placed.claim.value.in_another_form() else { return placed.position.clone() };
    let position = table.placing.across(&[(&named, &table.situation_of(placed))]).pop();
    position.unwrap_or_else(|| placed.position.clone())
}

fn answer(table: &Table<'_>, placed: &Placed<'_>, weekday: u32) -> ItemAnswer {
    let position = named_day(table, placed);
    let Position::On { interval, .. } = position else {
        return ItemAnswer::Unchecked(table.evidence(placed, Role::Context));
    };
    let is_on = (interval.lo as i64 + THURSDAY).rem_euclid(7);
    if is_on + 1 == i64::from(weekday) {
        return ItemAnswer::Holds;
    }
    let source = table.source_name(table.source_of(placed.article));
    let day = saying::describe(placed.claim.value.kind, &position);
    let name = weekday_called(is_on as usize);
    ItemAnswer::Fails(FailedItem {
        evidence: vec![table.evidence(placed, Role::Violates)],
        reasons: Vec::new(),
        message: format!("{source} writes `{}`, but {day} is a {name}", placed.claim.value.text),
    })
}

fn verdict(items: Items) -> Verdict {
    let held = match items.checked {
        0 => "no date that has a weekday can be placed".to_string(),
        1 => "the one date that has a weekday falls on it".to_string(),
        number => format!("all {number} dates that have a weekday fall on it"),
    };
    Verdict::of_items(items, held)
}

#[cfg(test)]
mod tests {
    use crate::{
        finding::Outcome::{Fail, NoEvidence, Pass},
        verify::testing::{all_of_values, of_values},
    };

    const RULE: &str = "every date falls on its weekday";

    #[test]
    fn judges() {
        for (source, words, outcome, message) in [
            ("A", "Sunday, 10 May 2031", Fail, "A writes `Sunday, 10 May 2031`, but 10 May 2031 is a Saturday"),
            ("A", "Saturday, 10 May 2031", Pass, "the one date that has a weekday falls on it"),
            ("A", "May 10, 2031, a Sunday", Fail, "A writes `May 10, 2031, a Sunday`, but 10 May 2031 is a Saturday"),
            ("A", "10 May 2031 (Saturday)", Pass, "the one date that has a weekday falls on it"),
            ("A", "Saturday (May 10, 2031)", Pass, "the one date that has a weekday falls on it"),
            (
                "A",
                "Friday night, 10 May 2031",
                Fail,
                "A writes `Friday night, 10 May 2031`, but 10 May 2031 is a Saturday",
            ),
            // Of the year that its article's day gives.
            ("A@10", "Monday, Jan. 10", Pass, "the one date that has a weekday falls on it"),
            ("A@10", "Sunday, Jan. 10", Fail, "A writes `Sunday, Jan. 10`, but 10 January 2022 is a Monday"),
            // Of the year in which it is one.
            ("A@01", "Thursday, 23 September", Pass, "the one date that has a weekday falls on it"),
            (
                "A",
                "Monday, Jan. 10",
                NoEvidence,
                "no date that has a weekday can be placed; 1 could not be compared: `Monday, Jan. 10` in A (it has no year, and its article has no date of publication)",
            ),
            ("A", "10 May 2031", NoEvidence, "no day of the week stands beside any date"),
            ("A@10", "Monday", NoEvidence, "no day of the week stands beside any date"),
        ] {
            let found = of_values(RULE, &[(source, &[("every date", words)])]);
            assert_eq!((found.outcome, &*found.message), (outcome, message), "{words}");
        }
        let (right, wrong) = (("every date", "Saturday, 10 May 2031"), ("every date", "Sunday, 10 May 2031"));
        let found = all_of_values(RULE, &[("A", &[right, wrong][..]), ("B", &[wrong, right])]);
        let messages: Vec<&str> = found.iter().map(|finding| &*finding.message).collect();
        let expected =
            ["A", "B"].map(|name| format!("{name} writes `Sunday, 10 May 2031`, but 10 May 2031 is a Saturday"));
        assert_eq!(messages, expected);
    }
}
