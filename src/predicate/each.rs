//! What predicates share that every claim must meet by itself.

use super::{
    FailedItem, ItemAnswer, Items, Literal, Sense, Verdict, not_compared::not_compared, truth::Truth, wording,
};
use crate::{
    finding::{Outcome, Role},
    placing::Position,
    table::{Placed, Subject, Table, agreement::IMPRECISE},
    value::Interval,
};

/// What was asked, for messages: "at least 5", or that it is not so.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whether it must be so, or must not.
    pub sense: Sense,
    /// The words, as they stand behind "which is not".
    pub words: &'a str,
}

/// A written value on its axis, where it needs no anchor.
#[must_use]
pub fn fixed(literal: &Literal) -> Option<(String, Interval)> {
    match &literal.position {
        Position::On { axis, interval, .. } => Some((axis.clone(), *interval)),
        Position::Word(_) | Position::Indeterminate(_) => None,
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
    asked: Asked<'_>,
) -> Verdict {
    let decided = truths.iter().flatten().count();
    let items = subject.noun().map(|_| Box::new(items(table, claims, truths, asked)));
    if decided == 0 {
        return Verdict { items, ..wording::nothing(table, subject, claims) };
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
            let evidence = table.evidence(placed, role);
            match truth {
                // What decides something is not unclear to who reads of it.
                Some(_) if !placed.is_placed() => evidence.without_meaning(),
                Some(_) | None => evidence,
            }
        })
        .collect();
    if truths.contains(&Some(Truth::Never)) {
        let message = violations(table, subject, claims, truths, asked);
        return Verdict { evidence, items, ..Verdict::bare(Outcome::Fail, message) };
    }
    let possible = truths.contains(&Some(Truth::Possible));
    let who = wording::all_of(subject, decided);
    let verb = match decided {
        1 if possible => "may be",
        1 => "is",
        _ if possible => "are, or may be,",
        _ => "are",
    };
    let not = match asked.sense {
        Sense::Plain => "",
        Sense::Denied => "not ",
    };
    let message = format!("{who} {verb} {not}{}", asked.words);
    let reasons = if possible { vec![IMPRECISE] } else { Vec::new() };
    let verdict = Verdict { evidence, reasons, ..Verdict::bare(Outcome::Pass, message) };
    match items {
        Some(items) => verdict.with_items(*items),
        None => verdict,
    }
}

/// The same where a rule writes the value that each claim is held against: the claims that cannot be are named.
#[must_use]
pub fn against_value(
    table: &Table<'_>,
    subject: &Subject,
    claims: &[Placed<'_>],
    truths: &[Option<Truth>],
    asked: Asked<'_>,
) -> Verdict {
    let mut verdict = every_claim(table, subject, claims, truths, asked);
    // Items are told by themselves, and a failure tells enough without what is unclear.
    let is_told = |placed: &Placed<'_>| match verdict.outcome {
        Outcome::Pass => true,
        Outcome::Fail => placed.is_determinate(),
        Outcome::NoEvidence => false,
    };
    if subject.noun().is_none() {
        let left = claims.iter().zip(truths).filter(|(placed, truth)| truth.is_none() && is_told(placed));
        let left = not_compared(table, &left.map(|(placed, _)| placed).collect::<Vec<_>>());
        verdict.message.push_str(&left);
    }
    verdict
}

/// What is asked, of each claim by itself.
fn items(table: &Table<'_>, claims: &[Placed<'_>], truths: &[Option<Truth>], asked: Asked<'_>) -> Items {
    let asked_of = claims.iter().zip(truths).filter(|(placed, truth)| truth.is_some() || !placed.is_loose());
    Items::of(asked_of.map(|(placed, truth)| {
        let answer = match truth {
            None => ItemAnswer::Unchecked(table.evidence(placed, Role::Context)),
            Some(Truth::Possible | Truth::Certain) => ItemAnswer::Holds,
            Some(Truth::Never) => {
                let evidence = table.evidence(placed, Role::Violates);
                let evidence = vec![if placed.is_determinate() { evidence } else { evidence.without_meaning() }];
                let so = wording::writes(&wording::sources(table, [placed.article]), placed);
                let message = match asked.sense {
                    Sense::Plain => format!("{so}, which is not {}", asked.words),
                    Sense::Denied => format!("{so}, which is {}", asked.words),
                };
                ItemAnswer::Fails(FailedItem { evidence, reasons: Vec::new(), message })
            }
        };
        ((placed.article, placed.claim.fingerprint), answer)
    }))
}

/// "A gives the call duration as 20 minutes; B gives 25 minutes; neither is at least 30 minutes"
fn violations(
    table: &Table<'_>,
    subject: &Subject,
    claims: &[Placed<'_>],
    truths: &[Option<Truth>],
    asked: Asked<'_>,
) -> String {
    let what = wording::the(&subject.to_string());
    let mut answers: Vec<(String, &Placed<'_>, Vec<usize>)> = Vec::new();
    for (placed, _) in claims.iter().zip(truths).filter(|(_, truth)| **truth == Some(Truth::Never)) {
        let words = match subject.noun() {
            Some(_) => wording::written(placed),
            None => wording::shown(placed),
        };
        match answers.iter_mut().find(|(known, ..)| *known == words) {
            Some((_, _, articles)) => articles.push(placed.article),
            None => answers.push((words, placed, vec![placed.article])),
        }
    }
    let mut said = Vec::new();
    for (_, placed, articles) in answers.iter().take(wording::MOST_LISTED) {
        let who = wording::sources(table, articles.iter().copied());
        said.push(match subject.noun() {
            Some(_) => wording::writes(&who, placed),
            None if said.is_empty() => wording::says(&who, &what, &[*placed]),
            None => wording::says_too(&who, &[*placed]),
        });
    }
    let more = answers.len().saturating_sub(said.len());
    if more > 0 {
        said.push(if more == 1 { "1 more differs".into() } else { format!("{more} more differ") });
    }
    let so = said.join("; ");
    let asked_for = asked.words;
    match (asked.sense, answers.len()) {
        (Sense::Plain, 0 | 1) => format!("{so}, which is not {asked_for}"),
        (Sense::Plain, 2) => format!("{so}; neither is {asked_for}"),
        (Sense::Plain, _) => format!("{so}; none of these is {asked_for}"),
        (Sense::Denied, 0 | 1) => format!("{so}, which is {asked_for}"),
        (Sense::Denied, 2) => format!("{so}; both are {asked_for}"),
        (Sense::Denied, _) => format!("{so}; all of these are {asked_for}"),
    }
}
