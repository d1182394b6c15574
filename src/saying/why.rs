//! Why a value lies where it does, in words for a person: its hedge, the day it is counted from, its zone, its unit.

use super::{day_in_words, words::weekday_name};
use crate::{
    lexicon::Lexicon,
    placing::{self, DateReference, Position, Situation},
    value::{
        Amount, Content, Interval, Likeness, Precision, Unplaced, Value,
        date::{DateExpr, DatePoint, Tense},
        interval,
        time::{TimeExpr, ZoneName},
        worded::{self, natural},
    },
};
use chrono::NaiveDate;

/// Why a value lies at its position, a reason a line; nothing where its words say it all.
///
/// `anchor_from` says where the day of publication comes from: "its date line `20211130`, line 2".
#[must_use]
pub fn because(
    value: &Value,
    situation: &Situation,
    anchor_from: Option<&str>,
    position: &Position,
    lexicon: &Lexicon,
) -> Vec<String> {
    let mut reasons = Vec::new();
    let anchor = Anchor { day: situation.anchor, from: anchor_from };
    match &value.content {
        Content::Amount(amount) => of_amount(value, amount, position, lexicon, &mut reasons),
        Content::Date(date) => of_date(date, &anchor, position, &mut reasons),
        Content::Time(time) => of_time(value, time, situation, &anchor, &mut reasons),
        Content::Word(name) => {
            if let Position::Word(full) = position
                && matches!(value.kind.facts().likeness, Likeness::Person)
                && **name != **full
            {
                reasons.push(format!("taken for `{full}`, who alone has that last name here"));
            }
        }
    }
    if let Position::Indeterminate(why) = position
        && *why != Unplaced::Unsaid
    {
        reasons.push(format!("it cannot be placed: {why}"));
    }
    reasons
}

/// The day of publication, and where it comes from.
struct Anchor<'a> {
    day: Option<NaiveDate>,
    from: Option<&'a str>,
}

impl Anchor<'_> {
    /// "the day of publication, Thursday 30 December 2021 (its date line `20211230`, line 2)"
    fn in_words(&self) -> String {
        let Some(day) = self.day else { return "the day of publication, which is not known".to_string() };
        let from = self.from.map(|from| format!(" ({from})")).unwrap_or_default();
        format!("the day of publication, {} {}{from}", weekday_name(day), day_in_words(day))
    }
}

fn of_amount(value: &Value, amount: &Amount, position: &Position, lexicon: &Lexicon, reasons: &mut Vec<String>) {
    reasons.extend(hedge(value, amount));
    if amount.months.is_some() {
        reasons.push("a month is 28 to 31 days, and a year 365 or 366".to_string());
    }
    if value.kind.converts() {
        measure(amount, position, lexicon, reasons);
    }
    if let Position::On { axis, .. } = position
        && amount.currency.as_deref().is_some_and(|currency| !axis.starts_with(currency))
    {
        reasons.push(format!("compared in {axis}, in which its bracket gives it too"));
    }
    if amount.part {
        reasons.push("a share of a larger number: it conflicts with no whole".to_string());
    }
    if amount.narrower {
        reasons.push("of some of those that the topic counts: it conflicts with no larger number of them".to_string());
    }
    if amount.understood {
        reasons.push("what it counts stands in the words before".to_string());
    }
    if amount.derived {
        reasons.push("added up from the numbers that are written".to_string());
    }
}

/// "`about` means 10 % less to 10 % more"
fn hedge(value: &Value, amount: &Amount) -> Option<String> {
    let words = value.hedge.as_deref().map_or("its words", str::trim);
    let Interval { lo, hi, lo_open, hi_open } = amount.interval;
    let shown = |said: String| Some(format!("`{words}` means {said}"));
    match (value.precision, amount.best) {
        (Precision::Exact | Precision::Range, _) => None,
        (Precision::Vague, None) => Some(format!("`{}` is a vague word of the lexicon", value.text)),
        (_, Some(best)) if lo.is_finite() && hi.is_finite() && best > 0.0 && lo > 0.0 => {
            let end = |end: f64, is_out: bool| match share(end, best) {
                None if is_out => "the number itself, which is out,".to_string(),
                None => "the number itself".to_string(),
                Some(share) => share,
            };
            let (from, to) = (end(lo, lo_open), end(hi, hi_open));
            shown(format!("{from} to {}", to.trim_end_matches(',')))
        }
        (Precision::AtLeast, _) => shown("the number or more".to_string()),
        (Precision::AtMost, _) => shown("the number or less".to_string()),
        (Precision::MoreThan, _) => shown("more than the number: its upper end is open".to_string()),
        (Precision::LessThan, _) => shown("less than the number".to_string()),
        (Precision::Approximate | Precision::Vague, _) => None,
    }
}

/// "10 % less"; nothing where the end is the number itself.
fn share(end: f64, best: f64) -> Option<String> {
    if interval::same(end, best) {
        return None;
    }
    let percent = ((end - best).abs() / best * 1000.0).round() / 10.0;
    Some(format!("{} % {}", worded::grouped(percent), if end < best { "less" } else { "more" }))
}

/// What a unit is in the natural one of its dimension, and what rounding may have hidden.
fn measure(amount: &Amount, position: &Position, lexicon: &Lexicon, reasons: &mut Vec<String>) {
    let Position::On { axis, interval, .. } = position else { return };
    let Some(unit) = lexicon.units.iter().find(|unit| Some(unit.name.as_str()) == amount.unit.as_deref()) else {
        return;
    };
    let own = amount.interval.shifted(unit.offset).scaled(unit.factor);
    let (one, shown) = (worded::measure(Interval::point(1.0), &unit.name), natural(Interval::point(unit.factor), axis));
    // Degrees of two scales begin at different places: no one number leads from one to the other.
    if unit.offset == 0.0 && one != shown {
        reasons.push(format!("{one} is {shown}"));
    }
    if !own.equals(*interval) {
        let widened = natural(*interval, axis);
        reasons.push(format!("beside other units it is as exact as its last digit: {widened}"));
    }
}

fn of_date(date: &DateExpr, anchor: &Anchor<'_>, position: &Position, reasons: &mut Vec<String>) {
    if date.reference.is_some() {
        reasons.push("counted from the date that the article mentions before it".to_string());
    }
    // What needs no anchor is written in full.
    let is_counted = date.resolve(DateReference::Nothing).is_err() && anchor.day.is_some();
    if is_counted {
        reasons.push(format!("counted from {}", anchor.in_words()));
    }
    if date.part.is_some() {
        reasons.push("its words name only a part of it".to_string());
    }
    let interval = position.interval();
    let lies_on_anchor = interval
        .zip(anchor.day)
        .is_some_and(|(at, day)| interval::same(at.lo, placing::day_number(day)) && at.is_point());
    if !is_counted || !date.needs_tense() {
        return;
    }
    let why = match (&date.point, date.tense) {
        (DatePoint::Weekday { .. }, _) if lies_on_anchor => "the day of publication is that day of the week",
        (DatePoint::Weekday { .. }, Tense::Past | Tense::Over) => {
            "the words around it are in the past: the last such day"
        }
        (DatePoint::Weekday { .. }, Tense::Future) => {
            "the words around it are about what is to come: the next such day"
        }
        (DatePoint::Weekday { .. }, Tense::Unknown) => {
            "the words around it do not say past or future: the nearest such day"
        }
        (_, Tense::Over) => "not written in full; its clause says that it is over",
        _ => "not written in full: the one that is nearest, or that the tense of its words points to",
    };
    reasons.push(why.to_string());
}

fn of_time(value: &Value, time: &TimeExpr, situation: &Situation, anchor: &Anchor<'_>, reasons: &mut Vec<String>) {
    if let (Precision::Approximate, Some(hedge)) = (value.precision, &value.hedge) {
        reasons.push(format!("`{}` leaves it some minutes", hedge.trim()));
    }
    let named = time.zone_text.as_deref().map(str::trim).unwrap_or_default();
    match (time.zone.as_deref(), situation.timezone.as_deref()) {
        (Some(ZoneName::Named(zone)), _) => reasons.push(format!("`{named}` is the zone {zone}")),
        // Everybody knows what "GMT" is.
        (Some(ZoneName::Offset(0)), _) => {}
        (Some(ZoneName::Offset(minutes)), _) => {
            // "4:17 a.m. (0117 GMT)"
            let verb = if named.ends_with(')') { "puts it" } else { "is" };
            reasons.push(format!("`{named}` {verb} {}", offset(*minutes)));
        }
        (Some(ZoneName::Ambiguous(_)) | Some(ZoneName::Local) | None, Some(own)) => {
            reasons.push(format!("its zone is that of its article or story, {own}"));
        }
        (Some(ZoneName::Ambiguous(_)), None) => {}
        (Some(ZoneName::Local) | None, None) => reasons.push("it names no zone".to_string()),
    }
    let against = anchor.day.map_or(DateReference::Nothing, DateReference::Anchor);
    match time.day.as_deref().map(|day| day.resolve(against)) {
        Some(Ok(span)) if span.from == span.to => {
            let counted = if span.anchored { format!(", counted from {}", anchor.in_words()) } else { String::new() };
            reasons.push(format!("its sentence names the day, {}{counted}", day_in_words(span.from)));
        }
        Some(_) => {
            reasons.push("its sentence names a day that cannot be known: it takes that of the others".to_string())
        }
        None if anchor.day.is_some() => {
            reasons.push("its sentence names no day: an assumed day never makes a conflict".to_string());
        }
        None => reasons.push("no day is known: it is compared by the clock".to_string()),
    }
}

/// "2 hours ahead of GMT"
fn offset(minutes: i32) -> String {
    let hours = worded::grouped(f64::from(minutes.abs()) / 60.0);
    if minutes < 0 { format!("{hours} hours behind GMT") } else { format!("{hours} hours ahead of GMT") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{kind::literal, placing::positions};
    use crate::{kind::name, value::Kind};

    #[test]
    fn reasons() {
        let day = "the day of publication, Thursday 30 December 2021 (its date line `20211230`, line 2)";
        let cases: &[(&str, &str, &[&str])] = &[
            ("duration", "50 minutes", &[]),
            ("duration", "about 50 minutes", &["`about` means 10 % less to 10 % more"]),
            ("count", "nearly 300", &["`nearly` means 10 % less to the number itself, which is out"]),
            ("count", "at least 300", &["`at least` means the number or more"]),
            ("count", "over 300", &["`over` means more than the number: its upper end is open"]),
            ("count", "dozens", &["`dozens` is a vague word of the lexicon"]),
            ("duration", "3 months", &["a month is 28 to 31 days, and a year 365 or 366"]),
            ("measure", "12 miles", &["1 mile is 1.61 km"]),
            ("measure", "19 km", &[]),
            ("date", "10 January 2022", &[]),
            ("date", "yesterday", &[&format!("counted from {day}")]),
            (
                "date",
                "Friday",
                &[
                    &format!("counted from {day}"),
                    "the words around it do not say past or future: the nearest such day",
                ],
            ),
            ("date", "Thursday", &[&format!("counted from {day}"), "the day of publication is that day of the week"]),
            (
                "time",
                "3:30 p.m. ET",
                &[
                    "`ET` is the zone America/New_York",
                    "its sentence names no day: an assumed day never makes a conflict",
                ],
            ),
        ];
        for (kind, words, expected) in cases {
            let value = literal(words, Kind::find(kind).unwrap(), Lexicon::english()).unwrap();
            let situation = Situation { anchor: "2021-12-30".parse().ok(), timezone: None, article: 0 };
            let position = positions(&[(&value, &situation)], Lexicon::english()).pop().unwrap();
            let said =
                because(&value, &situation, Some("its date line `20211230`, line 2"), &position, Lexicon::english());
            assert_eq!(said, *expected, "{words}");
        }
    }

    #[test]
    fn without_a_day_of_publication() {
        let value = literal("yesterday", Kind::find("date").unwrap(), Lexicon::english()).unwrap();
        let situation = Situation::default();
        let position = positions(&[(&value, &situation)], Lexicon::english()).pop().unwrap();
        let said = because(&value, &situation, None, &position, Lexicon::english());
        assert_eq!(said, ["it cannot be placed: its article has no date of publication"]);
    }
    #[test]
    fn a_last_name() {
        let situation = Situation::default();
        let name = |words| literal(words, Kind::of(&name::ENTRY), Lexicon::english()).unwrap();
        let (short, full) = (name("Lang"), name("Miabek Lang"));
        let placed = positions(&[(&short, &situation), (&full, &situation)], Lexicon::english());
        let said: Vec<Vec<String>> = [short, full]
            .iter()
            .zip(&placed)
            .map(|(value, position)| because(value, &situation, None, position, Lexicon::english()))
            .collect();
        assert_eq!(said, [vec!["taken for `Miabek Lang`, who alone has that last name here".to_string()], vec![]]);
    }
}
