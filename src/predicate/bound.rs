//! `at least VALUE`, `at most`, `more than`, `less than`: every claim meets the bound.

use super::{
    Entry, Literal, Predicate, Reading, Verdict,
    literal::against,
    reading::{Sort, sort_of},
    truth::Truth,
    wording,
};
use crate::{
    finding::{Outcome, Role},
    grammar::{Pair, Rule, SentenceMistake, part},
    table::{Placed, Subject, Table, agreement::IMPRECISE},
    value::{Interval, Position},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: Entry = Entry {
    name: "bound",
    forms: &["at least VALUE", "at most VALUE", "more than VALUE", "less than VALUE"],
    production: Rule::bound,
    read,
};

/// Which side of a value a claim must lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The value or more.
    AtLeast,
    /// The value or less.
    AtMost,
    /// More than the value.
    MoreThan,
    /// Less than the value.
    LessThan,
}

/// `at least VALUE` and the like.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// Which side.
    pub side: Side,
    /// Of what.
    pub value: Literal,
}

fn read(pair: &Pair<'_>, reading: &Reading<'_>) -> Result<Arc<dyn Predicate>, Vec<SentenceMistake>> {
    let kind = reading.kind(pair)?;
    if sort_of(kind) != Sort::Amount {
        return Err(reading.wrong_kind(pair, "amount", kind));
    }
    let words = [
        (Rule::at_least, Side::AtLeast),
        (Rule::at_most, Side::AtMost),
        (Rule::more_than, Side::MoreThan),
        (Rule::less_than, Side::LessThan),
    ];
    let side = words.into_iter().find_map(|(rule, side)| part(pair, rule).map(|_| side)).unwrap_or(Side::AtLeast);
    let value = reading.literal(&part(pair, Rule::literal).unwrap_or_else(|| pair.clone()), kind)?;
    Ok(Arc::new(Bound { side, value }))
}

impl fmt::Display for Bound {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = match self.side {
            Side::AtLeast => "at least",
            Side::AtMost => "at most",
            Side::MoreThan => "more than",
            Side::LessThan => "less than",
        };
        write!(to, "{side} {}", self.value)
    }
}

impl Predicate for Bound {
    fn judge(&self, subject: &Subject, table: &Table<'_>) -> Verdict {
        let region = |value: Interval| match self.side {
            Side::AtLeast => Interval { hi: f64::INFINITY, hi_open: true, ..value },
            Side::AtMost => Interval { lo: f64::NEG_INFINITY, lo_open: true, ..value },
            Side::MoreThan => Interval::more_than(value.lo),
            Side::LessThan => Interval::less_than(value.hi),
        };
        let claims = table.claims(&subject.to_string());
        let (positions, truths) = against(table, claims, &[&self.value.value], |claim, literals| {
            same_axis(claim, literals.first()?).map(|(claim, value)| Truth::inside(claim, region(value)))
        });
        every_claim(table, subject, &moved(claims, positions), &truths, &self.to_string())
    }
}

/// The intervals of two positions on one axis.
#[must_use]
pub fn same_axis(a: &Position, b: &Position) -> Option<(Interval, Interval)> {
    match (a, b) {
        (Position::On { axis, interval, .. }, Position::On { axis: other, interval: value, .. }) if axis == other => {
            Some((*interval, *value))
        }
        _ => None,
    }
}

/// The claims at other positions.
#[must_use]
pub fn moved<'a>(claims: &[Placed<'a>], positions: Vec<Position>) -> Vec<Placed<'a>> {
    claims.iter().zip(positions).map(|(placed, position)| Placed { position, ..placed.clone() }).collect()
}

/// The verdict of a predicate that every claim must meet by itself: `None` is a claim that could not be compared.
#[must_use]
pub fn every_claim(
    table: &Table<'_>,
    subject: &Subject,
    claims: &[Placed<'_>],
    truths: &[Option<Truth>],
    asked: &str,
) -> Verdict {
    let decided = truths.iter().flatten().count();
    if decided == 0 {
        return wording::nothing(table, subject, claims);
    }
    let evidence = claims
        .iter()
        .zip(truths)
        .map(|(placed, truth)| {
            let role = match truth {
                None => Role::Context,
                Some(Truth::Never) => Role::Violates,
                Some(Truth::Possible | Truth::Certain) => Role::Supports,
            };
            table.evidence(placed, role)
        })
        .collect();
    let what = wording::the(&subject.to_string());
    if truths.contains(&Some(Truth::Never)) {
        let message = violations(table, &what, claims, truths, asked);
        return Verdict { evidence, ..Verdict::bare(Outcome::Fail, message) };
    }
    let possible = truths.contains(&Some(Truth::Possible));
    let who = match decided {
        1 => "the one claim".to_string(),
        2 => "both claims".to_string(),
        _ => format!("all {decided} claims"),
    };
    let verb = match (decided, possible) {
        (1, false) => "is",
        (_, false) => "are",
        (1, true) => "may be",
        (_, true) => "are, or may be,",
    };
    let message = format!("{who} on {what} {verb} {asked}");
    let reasons = if possible { vec![IMPRECISE] } else { Vec::new() };
    Verdict { evidence, reasons, ..Verdict::bare(Outcome::Pass, message) }
}

/// "A gives the call duration as 20 minutes; B gives 25 minutes; neither is at least 30 minutes"
fn violations(table: &Table<'_>, what: &str, claims: &[Placed<'_>], truths: &[Option<Truth>], asked: &str) -> String {
    let mut answers: Vec<(String, &Placed<'_>, Vec<usize>)> = Vec::new();
    for (placed, _) in claims.iter().zip(truths).filter(|(_, truth)| **truth == Some(Truth::Never)) {
        let words = wording::shown(placed);
        match answers.iter_mut().find(|(known, ..)| *known == words) {
            Some((_, _, articles)) => articles.push(placed.article),
            None => answers.push((words, placed, vec![placed.article])),
        }
    }
    let mut said = Vec::new();
    for (_, placed, articles) in answers.iter().take(wording::MOST_LISTED) {
        let (who, plural) = wording::sources(table, articles.iter().copied());
        let who = (who.as_str(), plural);
        said.push(if said.is_empty() { wording::says(who, what, placed) } else { wording::says_too(who, placed) });
    }
    let more = answers.len().saturating_sub(said.len());
    if more > 0 {
        said.push(if more == 1 { "1 more differs".into() } else { format!("{more} more differ") });
    }
    let so = said.join("; ");
    match answers.len() {
        0 | 1 => format!("{so}, which is not {asked}"),
        2 => format!("{so}; neither is {asked}"),
        _ => format!("{so}; none of these is {asked}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("n at least 5", "A: 5 | B: 9", "pass"),
            ("n at least 5", "A: 5 | B: 4", "fail"),
            ("n at least 50", "A: about 48", "pass, imprecise"),
            ("n at least 50", "A: about 40", "fail"),
            ("n at most 5", "A: 5", "pass"),
            ("n at most 5", "A: over 5", "fail"),
            ("n more than 5", "A: 5", "fail"),
            ("n more than 5", "A: over 5", "pass"),
            ("n less than 5", "A: 5", "fail"),
            ("n less than 5", "A: 4 ?", "pass"),
            ("n less than 5", "A: $9", "no evidence"),
            ("n less than 5", "A: $9 4", "pass"),
            ("n less than 5", "A:", "no evidence"),
        ]);
    }

    #[test]
    fn says_who_breaks_it() {
        for (sentence, story, expected) in [
            ("n at least 5", "A: 4 | B: 4 | D: 5", "A and B give the n as 4, which is not at least 5"),
            ("n at least 5", "A: 4 | B: 4 | C: 3 | D: 5", "A and B give the n as 4; C gives 3; neither is at least 5"),
            (
                "n at most 5",
                "A: 6 | B: 7 | C: 8 | D: 9",
                "A gives the n as 6; B gives 7; C gives 8; 1 more differs; none of these is at most 5",
            ),
            ("n less than 2", "A: over 5", "A gives the n as more than 5, which is not less than 2"),
            ("n at least 5", "A: 6", "the one claim on the n is at least 5"),
            ("n more than 5", "A: 6 | B: 7", "both claims on the n are more than 5"),
            ("n at least 50", "A: about 50", "the one claim on the n may be at least 50"),
            ("n at least 50", "A: about 50 | B: 60", "both claims on the n are, or may be, at least 50"),
            ("n at least 50", "A:", "no source gives the n"),
            ("n at least 50", "A: ?", "no claim on the n can be compared: `?` in A is unclear, because unclear"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
