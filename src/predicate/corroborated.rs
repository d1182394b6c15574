//! `corroborated by at least N independent sources`: N origins that do not copy each other give a value that agrees.

use super::{Entry, Predicate, Reading, Verdict, wording};
use crate::{
    finding::{Agreement, Outcome, Role},
    grammar::{Pair, Rule, SentenceMistake, part},
    table::{
        Placed, Subject, Table,
        agreement::by_axis,
        group::{self, Member},
    },
    value,
};
use std::{collections::BTreeSet, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: Entry = Entry {
    name: "corroborated",
    forms: &["corroborated by at least 2 independent sources"],
    production: Rule::corroborated,
    read,
};

/// `corroborated by at least N independent sources`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corroborated {
    /// How many origins must agree.
    pub at_least: usize,
}

fn read(pair: &Pair<'_>, reading: &Reading<'_>) -> Result<Arc<dyn Predicate>, Vec<SentenceMistake>> {
    reading.kind(pair)?;
    let number = part(pair, Rule::number).map(|number| reading.number(&number)).transpose()?;
    Ok(Arc::new(Corroborated { at_least: number.unwrap_or(1) }))
}

impl fmt::Display for Corroborated {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "corroborated by at least {}", wording::counted(self.at_least, "independent source"))
    }
}

impl Predicate for Corroborated {
    fn judge(&self, subject: &Subject, table: &Table<'_>) -> Verdict {
        let Some(column) = table.column(&subject.to_string()) else { return self.absent(subject) };
        if column.claims.is_empty() {
            return self.absent(subject);
        }
        let largest = largest_group(table, &column.claims);
        if largest.is_empty() {
            let nothing = wording::nothing(table, subject, &column.claims);
            return Verdict { agreement: Some(column.relation.agreement), ..nothing };
        }
        let origins = group::voters(&largest);
        let holds = origins >= self.at_least;
        let agreeing: BTreeSet<usize> = largest.iter().map(|member| member.claim).collect();
        let evidence = column
            .claims
            .iter()
            .enumerate()
            .map(|(index, placed)| {
                let role = match (agreeing.contains(&index), placed.is_determinate() && !placed.is_part()) {
                    (true, _) => Role::Supports,
                    (false, true) => Role::Opposes,
                    (false, false) => Role::Context,
                };
                table.evidence(placed, role)
            })
            .collect();
        Verdict {
            outcome: if holds { Outcome::Pass } else { Outcome::Fail },
            agreement: Some(column.relation.agreement),
            reasons: column.relation.reasons.clone(),
            message: self.message(subject, table, &column.claims, &largest),
            evidence,
            blames: None,
        }
    }
}

impl Corroborated {
    fn absent(&self, subject: &Subject) -> Verdict {
        let message = format!("no source gives {}", wording::the(&subject.to_string()));
        Verdict { agreement: Some(Agreement::Absent), ..Verdict::bare(Outcome::Fail, message) }
    }

    /// "only 1 independent source gives the death toll as 13,000: A and B share one origin; at least 2 should"
    fn message(&self, subject: &Subject, table: &Table<'_>, claims: &[Placed<'_>], largest: &[Member]) -> String {
        let what = wording::the(&subject.to_string());
        let origins = group::voters(largest);
        let sources: BTreeSet<usize> = largest.iter().map(|member| table.source_of(member.article)).collect();
        let sources: Vec<usize> = sources.into_iter().collect();
        let indexes: Vec<usize> = largest.iter().map(|member| member.claim).collect();
        let shown = wording::narrowest(claims, &indexes);
        let value = match (subject, shown) {
            (Subject::Topic { kind, .. }, Some(placed)) => {
                format!(" ({})", value::describe(*kind, &placed.position))
            }
            _ => String::new(),
        };
        let who = wording::named(table, &sources, 3);
        let articles: BTreeSet<usize> = largest.iter().map(|member| member.article).collect();
        let shared = match (sources.len() > origins, articles.len() > origins) {
            (true, _) => format!(": {who} do not all count, because some share an agency"),
            (false, true) => format!(": {who} alone, with {}", wording::counted(articles.len(), "article")),
            (false, false) => format!(": {who}"),
        };
        let verb = if origins == 1 { "gives" } else { "agree on" };
        let count = wording::counted(origins, "independent source");
        if origins >= self.at_least {
            return format!("{count} {verb} {what}{value}{shared}");
        }
        format!("only {count} {verb} {what}{value}{shared}; at least {} should", self.at_least)
    }
}

/// The claims that agree and go back to the most origins.
fn largest_group(table: &Table<'_>, claims: &[Placed<'_>]) -> Vec<Member> {
    let (parts, wholes): (Vec<usize>, Vec<usize>) =
        (0..claims.len()).partition(|&index| claims.get(index).is_some_and(Placed::is_part));
    let chosen = if wholes.is_empty() { parts } else { wholes };
    let mut largest: Vec<Member> = Vec::new();
    for members in by_axis(claims, &chosen).values() {
        let members = group::members(claims, members, None, |article| table.origin_of(article));
        let group = group::partition(&members).into_iter().next().unwrap_or_default();
        if group::voters(&group) > group::voters(&largest) {
            largest = group;
        }
    }
    largest
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::check;

    #[test]
    fn judges() {
        check(&[
            (
                "n corroborated by at least 2 independent sources",
                "A: 5 | B: about 5",
                "pass, compatible, hedge differs",
            ),
            ("n corroborated by at least 2 independent sources", "A: 5 | B: 6", "fail, conflict"),
            ("n corroborated by at least 2 independent sources", "A: 5 | B: 6 | C: 5", "pass, conflict"),
            ("n corroborated by at least 2 independent sources", "A: 5 | A: 5", "fail, single source"),
            ("n corroborated by at least 2 independent sources", "A/W: 5 | B/w: 5", "fail, consistent"),
            ("n corroborated by at least 2 independent sources", "A/W: 5 | B/w: 5 | C: 5", "pass, consistent"),
            ("n corroborated by at least 1 independent source", "A: 5", "pass, single source"),
            ("n corroborated by at least 1 independent source", "A:", "fail, absent"),
            ("n corroborated by at least 1 independent source", "A: ?", "no evidence, indeterminate"),
            ("n corroborated by at least two independent sources", "A: 5 | B: part 4", "fail, compatible, part"),
            (
                "n corroborated by at least 2 independent sources",
                "A: $5 | B: €5",
                "fail, indeterminate, not comparable",
            ),
        ]);
    }
}
