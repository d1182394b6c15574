//! `percent`: a share in hundredths; percentage points and basis points are kept apart from it.

use super::KindEntry;
use crate::{
    diagnostic::Mistake,
    lexicon::{Class, Lexicon, WordGroup},
    reading::{self, AmountReading, Figure, Reader, Thing, is_span},
    text::TokenKind,
    value::{
        Amount, Beside, Distance, Facts, Family, Interval, Kind, Measured, Precision, Scale, Sort, Unplaced, ValueTie,
        unknown_unit,
        worded::{self, WordedNumber, bounded},
    },
    yaml,
};

/// What its units are units of.
const OF: &str = "a percentage";

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "percent",
        one: "a percent",
        also: &["percentage", "share", "rate", "%", "pct"],
        example: "5 %",
        samples: &["5 percent", "5%"],
        tolerance: Some("1 %"),
        rank: 2,
        sort: Sort::Amount,
        family: Family::Figure,
        axis,
        said,
        distance: Distance::Amount,
        units: Some(Measured {
            of: OF,
            unit: |amount| amount.unit.as_deref(),
            is_in,
            find,
            scale: Scale::Fixed,
            apart: "percentages and percentage points do not compare",
        }),
        behind_number: |_| vec!["%".to_string()],
        tie: ValueTie::Belongs,
        stand_in: "5 percent",
        ..Facts::PLAIN
    },
    begins: Class::NONE,
    read,
};

/// The unit of shares.
pub(super) const SHARE: &str = "%";

/// Whether an amount is a share, and no difference in points.
#[must_use]
pub fn is_share(amount: &Amount) -> bool {
    amount.unit.as_deref() == Some(SHARE)
}

/// The axis of shares.
const SHARES_AXIS: &str = "percent";
/// The axis of percentage points, which no percentage compares with.
const POINTS_AXIS: &str = "percentage points";

fn axis(amount: &Amount, _: Precision, _: &Beside) -> Result<(String, Interval), Unplaced> {
    let (axis, interval) = match amount.unit.as_deref() {
        Some("percentage point") => (POINTS_AXIS, amount.interval),
        Some("basis point") => (POINTS_AXIS, amount.interval.scaled(0.01)),
        _ => (SHARES_AXIS, amount.interval),
    };
    Ok((axis.to_string(), interval))
}

fn said(interval: Interval, axis: &str) -> String {
    if axis == POINTS_AXIS {
        return bounded(interval, &|share| WordedNumber::bare(worded::grouped(share)).of("percentage points"));
    }
    bounded(interval, &|share| WordedNumber::bare(format!("{}%", worded::grouped(share))))
}

/// The units of percentages, as rule files write them, and as values have them.
const SHARES: &[(&str, &str)] = &[
    ("percent", "%"),
    ("per cent", "%"),
    ("%", "%"),
    ("percentage points", "percentage point"),
    ("percentage point", "percentage point"),
    ("basis points", "basis point"),
    ("basis point", "basis point"),
];

fn find(word: &str, _: &Lexicon) -> Result<String, Mistake> {
    let found = SHARES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
    let names: Vec<&str> = SHARES.iter().map(|(name, _)| *name).collect();
    let what = "the unit of a percentage is `percent`, `percentage points` or `basis points`";
    found
        .map(|(_, unit)| (*unit).to_string())
        .ok_or_else(|| unknown_unit(word, OF, yaml::suggestion(word, &names, what)))
}

/// A percentage is a share ("%"), or in points between two shares.
fn is_in(amount: &Amount, unit: &str, _: &Lexicon) -> bool {
    (amount.unit.as_deref() == Some("%")) == (unit == "%")
}

fn read(reader: &Reader, _at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    let figure = figure.filter(|figure| !figure.money_only)?;
    let (mut figure, (mut end, mut unit)) = match with_unit(reader, figure) {
        Some(found) => (*figure, found),
        // "52 to 47 percent".
        None => figure
            .shared(reader, |last| with_unit(reader, last))
            .map(|(first, (_, unit))| (first, (figure.end, unit)))?,
    };
    // "5% to 10%", "5%-10%".
    if let Some((upper, upper_end, upper_unit)) = is_span(reader, &figure, end)
        .and_then(|behind| Figure::read(reader, behind))
        .and_then(|upper| with_unit(reader, &upper).map(|(end, unit)| (upper, end, unit)))
        && let Some(joined) = reading::join(reader, &figure, &upper).filter(|_| unit == upper_unit || unit == "%")
    {
        (figure, end, unit) = (joined, upper_end, upper_unit);
    }
    let of = Thing::of(reader, end).map(|thing| thing.words(reader));
    let amount =
        Amount { interval: figure.interval, best: figure.best, unit: Some(unit.into()), of, ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), &figure, end, amount, 1.0))
}

/// One past the unit, and which of the three it is.
fn with_unit(reader: &Reader, figure: &Figure) -> Option<(usize, &'static str)> {
    let at = reader.past_hyphen(figure.end);
    let points = |at: usize| reader.is_of(at, WordGroup::POINTS);
    let end = match reader.kind(at) {
        TokenKind::Percent => at + 1,
        TokenKind::Word if reader.word(at).is(Class::PERCENT) => {
            if reader.is(at, "bps") || reader.is(at, "bp") {
                return Some((at + 1, "basis point"));
            }
            if reader.is(at, "percentage") || reader.is(at, "basis") {
                let unit = if reader.is(at, "basis") { "basis point" } else { "percentage point" };
                let behind = reader.past_hyphen(at + 1);
                return points(behind).then_some((behind + 1, unit));
            }
            if !reader.is(at, "per") {
                at + 1
            } else if reader.is(at + 1, "cent") {
                at + 2
            } else {
                return None;
            }
        }
        _ => return None,
    };
    let behind = reader.past_hyphen(end);
    if points(behind) { Some((behind + 1, "percentage point")) } else { Some((end, "%")) }
}

#[cfg(test)]
mod tests {
    use crate::kind::tests::{check, check_none};

    #[test]
    fn meanings() {
        check(&[
            ("It was point six percent.", &["point six percent = percent 0.6%"]),
            ("At that point six percent left.", &["six percent = percent 6%"]),
            ("At one point six percent left.", &["six percent = percent 6%"]),
            ("It fell by 4.5 percent.", &["4.5 percent = percent 4.5%"]),
            ("some 12% of it", &["some 12% = percent 10.8% to 13.2%"]),
            ("a 5-per-cent rise", &[]),
            ("five per cent", &["five per cent = percent 5%"]),
            ("5-10% of it", &["5-10% = percent 5% to 10%"]),
            ("between 5% and 10%", &["between 5% and 10% = percent 5% to 10%"]),
            ("5% to 10% of them", &["5% to 10% = percent 5% to 10%"]),
            ("It rose from 5% to 10%.", &["5% = percent 5%", "10% = percent 10%"]),
            ("up 2 percentage points", &["2 percentage points = percent 2 percentage points"]),
            ("25 basis points", &["25 basis points = percent 0.25 percentage points"]),
            ("a 25-basis-point cut", &["25-basis-point = percent 0.25 percentage points"]),
            ("half a percentage point", &["half a percentage point = percent 0.5 percentage points"]),
            ("a drop of -2.5%", &["-2.5% = percent -2.5%"]),
            ("more than 60 pct", &["more than 60 pct = percent more than 60%"]),
            ("12% of its workforce", &["12% = percent 12% of workforce"]),
            ("3 to 3.5 percent of GDP", &["3 to 3.5 percent = percent 3% to 3.5% of GDP"]),
            ("up 3.4pc", &["3.4pc = percent 3.4%"]),
            ("It fell only .4 percent.", &[".4 percent = percent 0.4%"]),
            ("Some 99,5 % agreed.", &["Some 99,5 % = percent 89.55% to 109.45%"]),
            ("30 bps and 5bp", &["30 bps = percent 0.3 percentage points", "5bp = percent 0.05 percentage points"]),
            ("It drifts back up to 6.3 percent.", &["6.3 percent = percent 6.3%"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&["per cent", "a percentage of them", "%", "the % sign"]);
    }
}
