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
        let message = format!("{}; it should be {asked}", violations(table, subject, claims, truths));
        return Verdict { evidence, ..Verdict::bare(Outcome::Fail, message) };
    }
    let possible = truths.contains(&Some(Truth::Possible));
    let claims = wording::counted(decided, "claim");
    let verb = match (decided, possible) {
        (1, false) => "is",
        (_, false) => "are all",
        (_, true) => "may be",
    };
    let message = format!("{claims} on {what} {verb} {asked}");
    let reasons = if possible { vec![IMPRECISE] } else { Vec::new() };
    Verdict { evidence, reasons, ..Verdict::bare(Outcome::Pass, message) }
}

/// "A gives the call duration as 20 minutes; B gives it as 25 minutes"
fn violations(table: &Table<'_>, subject: &Subject, claims: &[Placed<'_>], truths: &[Option<Truth>]) -> String {
    let Subject::Topic { name, kind } = subject else { return String::new() };
    let mut shown: Vec<(String, Vec<usize>)> = Vec::new();
    for (placed, _) in claims.iter().zip(truths).filter(|(_, truth)| **truth == Some(Truth::Never)) {
        let words = wording::shown(*kind, placed);
        if let Some((_, articles)) = shown.iter_mut().find(|(known, _)| *known == words) {
            articles.push(placed.article);
        } else if shown.len() < wording::MOST_LISTED {
            shown.push((words, vec![placed.article]));
        }
    }
    let mut what = wording::the(name);
    let mut said = Vec::new();
    for (words, articles) in shown {
        let (who, plural) = wording::sources(table, articles);
        said.push(wording::says(*kind, (&who, plural), &what, &words));
        what = "it".to_string();
    }
    said.join("; ")
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
        assert_eq!(
            message("n at least 5", "A: 4 | B: 4 | C: 3 | D: 5").replace("the n", "n"),
            "A and B give n as 4; C gives it as 3; it should be at least 5"
        );
        assert_eq!(message("n at least 5", "A: 6").replace("the n", "n"), "1 claim on n is at least 5");
    }
}
