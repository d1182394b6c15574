//! `equals the sum of A, B and C`: parts add up, in the articles that have them all.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    each::{Asked, every_claim},
    truth::{Holds, Truth},
    wording,
};
use crate::{
    diagnostic::{Mistake, code},
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    placing::Position,
    saying,
    table::{Placed, Subject, Table},
    value::{Interval, Sort},
};
use std::{collections::BTreeMap, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["equals the sum of TOPIC and TOPIC", "equals the sum of TOPIC, TOPIC and TOPIC"],
    production: Rule::equals_sum,
    read,
};

/// `equals the sum of A, B and C`
#[derive(Clone, Debug, PartialEq)]
pub struct EqualsSum {
    /// What is added up, in the order of the sentence.
    pub parts: Vec<Subject>,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    let kind = reading.kind(pair)?;
    if kind.sort() != Sort::Amount {
        return Err(reading.wrong_kind(pair, "amount", kind));
    }
    let mut parts = Vec::new();
    let mut mistakes = Vec::new();
    for written in pair.clone().into_inner() {
        let Some(part) = reading.operand_at(&written) else { continue };
        if part == *reading.subject || parts.contains(&part) {
            let message = format!("`{part}` is added up twice, or is the sum itself");
            let help = Some("name each part once".to_string());
            mistakes.push(Mistake { help, ..reading.mistake(code::REPEATED_PART, &written, message) });
        }
        mistakes.extend(reading.of_kind(&written, &part, kind).err().into_iter().flatten());
        parts.push(part);
    }
    if mistakes.is_empty() { Ok(Arc::new(EqualsSum { parts })) } else { Err(mistakes) }
}

impl fmt::Display for EqualsSum {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self.parts.iter().map(ToString::to_string).collect();
        write!(to, "equals the sum of {}", wording::listed(&names))
    }
}

/// Why a claim decides nothing.
const LACKING: &str = "its article lacks the sum or a part";

/// A sum and the axis that it lies on.
type AxisSum = (String, Interval);

impl Predicate for EqualsSum {
    fn asks(&self) -> &'static str {
        "in each article that has them all, the parts add up to it"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let sums = self.sums(table);
        let truths: Vec<Option<Truth>> = claims
            .iter()
            .map(|placed| {
                let (axis, sum) = sums.get(&placed.article).filter(|_| placed.is_asserted())?;
                match &placed.position {
                    Position::On { axis: own, interval, .. } if own == axis => {
                        let certain = interval.is_point() && sum.is_point();
                        let meets = interval.meets(*sum);
                        Some(Truth::from(Holds { of_some: meets, of_all: meets && certain }).in_sense(sense))
                    }
                    Position::On { .. } | Position::Word(_) | Position::Indeterminate(_) => None,
                }
            })
            .collect();
        let names: Vec<String> = self.parts.iter().map(|part| wording::the(&part.to_string())).collect();
        let words = format!("the sum of {}", wording::listed(&names));
        let mut verdict = every_claim(table, subject, claims, &truths, Asked { sense, words: &words });
        if verdict.outcome == Outcome::NoEvidence && !claims.is_empty() {
            verdict.message = format!(
                "no article gives {} and all of {}",
                wording::the(&subject.to_string()),
                wording::listed(&names)
            );
        }
        let failing = claims.iter().zip(&truths).find(|(_, truth)| **truth == Some(Truth::Never));
        if let Some((article, (axis, sum))) =
            failing.and_then(|(placed, _)| Some((placed.article, sums.get(&placed.article)?)))
        {
            let position = Position::On { axis: axis.clone(), interval: *sum, anchored: false };
            let sum = saying::describe(subject.kind, &position);
            let source = table.source_name(table.source_of(article));
            verdict.message.push_str(&format!("; in {source} they add up to {sum}"));
        }
        for (evidence, placed) in verdict.evidence.iter_mut().zip(claims) {
            if evidence.role == Role::Context && placed.is_determinate() {
                evidence.apart = Some(LACKING.into());
            }
        }
        self.show_parts(table, &sums, &mut verdict);
        verdict
    }

    fn operands(&self, _: &Subject) -> Vec<Subject> {
        self.parts.clone()
    }
}

impl EqualsSum {
    /// What the parts add up to, in each article that has them all on one axis.
    fn sums(&self, table: &Table<'_>) -> BTreeMap<usize, AxisSum> {
        let mut sums: Option<BTreeMap<usize, AxisSum>> = None;
        for part in &self.parts {
            let own = of_each_article(table.claims(&part.id));
            sums = Some(match sums {
                None => own,
                Some(sums) => {
                    let add = |(article, (axis, sum)): (usize, AxisSum)| {
                        let (_, next) = own.get(&article).filter(|(other, _)| *other == axis)?;
                        Some((article, (axis, plus(sum, *next))))
                    };
                    sums.into_iter().filter_map(add).collect()
                }
            });
        }
        sums.unwrap_or_default()
    }

    fn show_parts(&self, table: &Table<'_>, sums: &BTreeMap<usize, AxisSum>, verdict: &mut Verdict) {
        for part in &self.parts {
            for placed in table.claims(&part.id) {
                let role = match verdict.outcome {
                    _ if !sums.contains_key(&placed.article) || !placed.is_asserted() => Role::Context,
                    Outcome::NoEvidence => Role::Context,
                    Outcome::Pass => Role::Supports,
                    Outcome::Fail => Role::Opposes,
                };
                verdict.evidence.push(match role {
                    Role::Context if placed.is_determinate() => table.context(placed, LACKING),
                    role => table.evidence(placed, role),
                });
            }
        }
    }
}

/// What each article gives for one part: what all of its claims allow, or, where they exclude each other, all that they say.
fn of_each_article(claims: &[Placed<'_>]) -> BTreeMap<usize, AxisSum> {
    let mut found: BTreeMap<usize, Option<AxisSum>> = BTreeMap::new();
    for placed in claims.iter().filter(|placed| placed.is_asserted()) {
        let Position::On { axis, interval, .. } = &placed.position else { continue };
        let sum = match found.remove(&placed.article) {
            None => Some((axis.clone(), *interval)),
            Some(Some((known, so_far))) if known == *axis => {
                let both = so_far.intersection(*interval);
                Some((known, if both.is_empty() { so_far.hull(*interval) } else { both }))
            }
            Some(_) => None,
        };
        found.insert(placed.article, sum);
    }
    found.into_iter().filter_map(|(article, sum)| Some((article, sum?))).collect()
}

fn plus(a: Interval, b: Interval) -> Interval {
    Interval { lo: a.lo + b.lo, hi: a.hi + b.hi, lo_open: a.lo_open || b.lo_open, hi_open: a.hi_open || b.hi_open }
}
