//! `corroborated by at least N independent sources`: N origins that do not copy each other give a value that agrees.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    answers::answers,
    each,
    wording::{self, Speakers},
};
use crate::{
    claim::KeptSpeech,
    diagnostic::Mistake,
    finding::{Agreement, Outcome, Role},
    fold,
    grammar::{self, Pair, Rule},
    placing::Position,
    table::{
        Column, OriginBond, Placed, Subject, Table,
        agreement::all_by_axis,
        group::{self, Member},
    },
    value::Interval,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["corroborated by at least 2 independent sources"], production: Rule::corroborated, read };

/// `corroborated by at least N independent sources`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corroborated {
    /// How many origins must agree.
    pub at_least: usize,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    let number = grammar::part(pair, Rule::number).map(|number| reading.number(&number)).transpose()?;
    Ok(Arc::new(Corroborated { at_least: number.unwrap_or(1) }))
}

impl fmt::Display for Corroborated {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "corroborated by at least {}", wording::counted(self.at_least, "independent source"))
    }
}

impl Predicate for Corroborated {
    fn asks(&self) -> &'static str {
        "so many sources that do not depend on each other give values that one value satisfies"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        self.verdict(subject, table).in_sense(sense)
    }

    fn reads_speech(&self, _: &Subject) -> KeptSpeech {
        KeptSpeech::Origins
    }

    fn sources_wanted(&self) -> Option<usize> {
        Some(self.at_least)
    }
}

impl Corroborated {
    fn verdict(&self, subject: &Subject, table: &Table<'_>) -> Verdict {
        let Some(column) = table.column(&subject.id) else { return self.absent(subject) };
        if column.claims.is_empty() {
            return self.absent(subject);
        }
        if !column.claims.iter().any(Placed::is_asserted) {
            return self.only_possible(subject, table, column);
        }
        let largest = largest_group(table, &column.claims);
        if largest.is_empty() {
            let nothing = wording::nothing(table, subject, &column.claims);
            return Verdict { agreement: Some(column.relation.agreement), ..nothing };
        }
        let origins = group::voters(&largest);
        let holds = origins >= self.at_least;
        // A bound that is far from what the others give is no word for it, and none against it.
        let agreed = |member: &Member| Some(&column.claims.get(member.claim)?.position);
        let axis = largest.first().and_then(agreed).and_then(Position::axis);
        let agreed = largest.iter().filter_map(|one| agreed(one)?.interval()).reduce(Interval::intersection);
        let is_at_odds = |placed: &Placed<'_>| {
            let own = placed.position.interval().filter(|_| placed.position.axis() == axis);
            agreed.zip(own).is_none_or(|(agreed, own)| !agreed.meets(own))
        };
        let agreeing: BTreeSet<usize> = largest.iter().map(|member| member.claim).collect();
        let evidence = column
            .claims
            .iter()
            .enumerate()
            .map(|(index, placed)| {
                let role = if agreeing.contains(&index) {
                    Role::Supports
                } else if placed.is_determinate() && !placed.is_part() && is_at_odds(placed) {
                    Role::Opposes
                } else {
                    Role::Context
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
            items: None,
        }
    }

    /// What is only possible corroborates nothing alone.
    fn only_possible(&self, subject: &Subject, table: &Table<'_>, column: &Column<'_>) -> Verdict {
        let what = wording::the(&subject.to_string());
        let message = match wording::unclear(table, &column.claims) {
            Some(why) => format!("no source asserts {what}: {why}"),
            None => format!("no source asserts {what}"),
        };
        let evidence = column.claims.iter().map(|placed| table.evidence(placed, Role::Context)).collect();
        Verdict { agreement: Some(column.relation.agreement), evidence, ..Verdict::bare(Outcome::Fail, message) }
    }

    fn absent(&self, subject: &Subject) -> Verdict {
        let message = format!("no source gives {}", wording::the(&subject.to_string()));
        Verdict { agreement: Some(Agreement::Absent), ..Verdict::bare(Outcome::Fail, message) }
    }

    /// "only 2 independent sources give the relief fund as $3.2 million: Ledger, and Post with Wire, which share an agency
    /// (Tideline); at least 3 should"
    fn message(&self, subject: &Subject, table: &Table<'_>, claims: &[Placed<'_>], largest: &[Member]) -> String {
        let what = wording::the(&subject.to_string());
        let number = group::voters(largest);
        let indexes: Vec<usize> = largest.iter().map(|member| member.claim).collect();
        let said: Vec<&Placed<'_>> = answers(table, claims, &indexes).iter().map(|answer| answer.placed).collect();
        let sources = Speakers { named: wording::counted(number, "independent source"), are_several: number != 1 };
        let says = wording::says(&sources, &what, &said);
        let who = match origins(table, largest) {
            named if named.len() <= MOST_NAMED => format!(": {}", listed(&named)),
            _ => String::new(),
        };
        if number >= self.at_least {
            return format!("{says}{who}");
        }
        format!("only {says}{who}; at least {} should", self.at_least)
    }
}

/// How many origins are named one by one.
const MOST_NAMED: usize = 4;

/// Each origin of a group: "Ledger", "Courier in 2 articles", "Post with Wire, which share an agency (Tideline)".
fn origins(table: &Table<'_>, group: &[Member]) -> Vec<String> {
    let mut articles: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for member in group {
        articles.entry(member.voter).or_default().insert(member.article);
    }
    articles.values().map(|articles| origin(table, articles)).collect()
}

fn origin(table: &Table<'_>, articles: &BTreeSet<usize>) -> String {
    let sources: BTreeSet<usize> = articles.iter().map(|article| table.source_of(*article)).collect();
    let mut names = sources.iter().map(|source| table.source_name(*source).to_string());
    let first = names.next().unwrap_or_default();
    let others: Vec<String> = names.collect();
    match (others.len(), articles.len()) {
        (0, 1) => first,
        (0, many) => format!("{first} in {many} articles"),
        (1..MOST_NAMED, _) => format!("{first} with {}, which {}", wording::listed(&others), bond(table, articles)),
        (many, _) => format!("{first} with {many} others, which {}", bond(table, articles)),
    }
}

/// Why articles depend on each other.
fn bond(table: &Table<'_>, articles: &BTreeSet<usize>) -> String {
    let agency = |article: &usize| table.articles.get(*article).and_then(|article| article.metadata.agency.as_deref());
    let named: BTreeMap<Cow<'_, str>, &str> =
        articles.iter().filter_map(agency).map(|name| (fold::source(name), name)).collect();
    let mut named = named.values();
    match (named.next(), named.next()) {
        (Some(one), None) if articles.iter().all(|article| agency(article).is_some()) => {
            format!("share an agency ({one})")
        }
        (Some(one), None) => format!("go back to {one}"),
        (Some(_), Some(_)) | (None, _) => {
            let is_between = |bond: &&OriginBond| articles.contains(&bond.one) && articles.contains(&bond.other);
            let why = table.bonds().iter().find(is_between).map(|bond| bond.why.to_string());
            why.unwrap_or_else(|| "go back to one statement".to_string())
        }
    }
}

/// "A and B"; origins of several sources come last, behind a comma: "A, and B with C, which share an agency (D)".
fn listed(origins: &[String]) -> String {
    let (several, single): (Vec<String>, Vec<String>) =
        origins.iter().cloned().partition(|origin| origin.contains(", which "));
    match (single.as_slice(), several.as_slice()) {
        (single, []) => wording::listed(single),
        ([], several) => several.join("; and "),
        (single, several) => format!("{}, and {}", single.join(", "), several.join("; and ")),
    }
}

/// The claims that agree and go back to the most origins: at least one of them asserts it, with which what is only possible
/// agrees.
fn largest_group(table: &Table<'_>, claims: &[Placed<'_>]) -> Vec<Member> {
    let is_asserted = |index: usize| claims.get(index).is_some_and(Placed::is_asserted);
    let (parts, wholes): (Vec<usize>, Vec<usize>) =
        (0..claims.len()).partition(|&index| claims.get(index).is_some_and(Placed::is_part));
    let chosen = if wholes.iter().any(|index| is_asserted(*index)) { wholes } else { parts };
    let origins = table.origins_of(claims);
    let claims = each::moved(claims, claims.iter().map(|placed| placed.position.clone().near_bound()).collect());
    let mut largest: Vec<Member> = Vec::new();
    for members in all_by_axis(&claims, &chosen).values() {
        let members = group::members(&claims, members, None, |article| table.origin_of(article));
        let voter = |member: &Member| origins.get(member.claim).copied().unwrap_or(member.voter);
        let members: Vec<Member> =
            members.into_iter().map(|member| Member { voter: voter(&member), ..member }).collect();
        let group = group::largest_with(&members, |member| is_asserted(member.claim));
        if group::voters(&group) > group::voters(&largest) {
            largest = group;
        }
    }
    largest
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            (
                "n corroborated by at least 2 independent sources",
                "A: 5 | B: about 5",
                "pass, compatible, hedge differs",
            ),
            ("n corroborated by at least 2 independent sources", "A: 5 | B: 6", "fail, conflict"),
            ("n corroborated by at least 2 independent sources", "A: over 5 | B: 6", "pass, compatible, less precise"),
            (
                "n corroborated by at least 2 independent sources",
                "A: under 20 | B: 5",
                "fail, compatible, bounds far apart",
            ),
            (
                "n corroborated by at least 2 independent sources",
                "A: over 10 | B: over 10 | C: 500",
                "pass, compatible, bounds far apart",
            ),
            ("n corroborated by at least 2 independent sources", "A: 5 | B: 6 | C: 5", "pass, conflict"),
            ("n corroborated by at least 2 independent sources", "A: 5 | A: 5", "fail, single source"),
            ("n corroborated by at least 2 independent sources", "A/W: 5 | B/w: 5", "fail, consistent"),
            ("n corroborated by at least 2 independent sources", "A/W: 5 | B/w: 5 | C: 5", "pass, consistent"),
            ("n corroborated by at least 1 independent source", "A: 5", "pass, single source"),
            ("n corroborated by at least 1 independent source", "A:", "fail, absent"),
            ("n corroborated by at least 1 independent source", "A: ?", "no evidence, indeterminate"),
            ("n corroborated by at least 2 independent sources", "A: 5 | B: may 5", "pass, single source"),
            ("n corroborated by at least 2 independent sources", "A: 5 | B: may 6", "fail, single source"),
            ("n corroborated by at least 2 independent sources", "A: may 5 | B: may 5", "fail, indeterminate"),
            ("n corroborated by at least 2 independent sources", "A: 6 | B: may 5 | C: may 5", "fail, single source"),
            ("n corroborated by at least 2 independent sources", "A: ? | B: may 5", "no evidence, indeterminate"),
            ("n corroborated by at least two independent sources", "A: 5 | B: part 4", "fail, compatible, part"),
            (
                "n corroborated by at least 2 independent sources",
                "A: $5 | B: €5",
                "fail, indeterminate, not comparable",
            ),
        ]);
    }

    #[test]
    fn says_who_depends_on_whom() {
        let (one, two) =
            ("n corroborated by at least 1 independent source", "n corroborated by at least 2 independent sources");
        for (sentence, story, expected) in [
            (two, "A: 5", "only 1 independent source gives the n as 5: A; at least 2 should"),
            (two, "A: 5 | A: 5", "only 1 independent source gives the n as 5: A in 2 articles; at least 2 should"),
            (
                two,
                "A/W: 5 | B/w: 5",
                "only 1 independent source gives the n as 5: A with B, which share an agency (w); at least 2 should",
            ),
            (
                two,
                "A/W: 5 | W: 5",
                "only 1 independent source gives the n as 5: A with W, which go back to W; at least 2 should",
            ),
            (two, "A: 5 | B: 5", "2 independent sources give the n as 5: A and B"),
            (
                two,
                "A: about 5 | B: 5 | C: over 4",
                "3 independent sources give the n as 5, 4.5 to 5.5 or more than 4: A, B and C",
            ),
            (
                two,
                "A/W: 5 | B/W: 5 | C: 5 | D: 5",
                "3 independent sources give the n as 5: C, D, and A with B, which share an agency (W)",
            ),
            (two, "A: 5 | B: 5 | C: 5 | D: 5 | E: 5", "5 independent sources give the n as 5"),
            (one, "A:", "no source gives the n"),
            (two, "A: 5 | B: may 5", "2 independent sources give the n as 5: A and B"),
            (two, "A: 5 | B: may 6", "only 1 independent source gives the n as 5: A; at least 2 should"),
            (one, "A: may 5", "no source asserts the n: `5` in A is only said to be possible"),
            (one, "A: ?", "no claim on the n can be compared: `?` in A is unclear, because it names no day"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
        assert_eq!(
            message("c corroborated by at least 2 independent sources", "A: x | B: y"),
            "only 1 independent source gives `x` for the c: A; at least 2 should"
        );
    }
}
