//! `consistent within each article`: what one article gives in headline, lead and body is one value.

use super::{ClauseReading, Given, Predicate, PredicateEntry, Sense, Verdict, consistent::tolerance_of, wording};
use crate::{
    article::EntryMoment,
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    placing::{Position, Tolerance},
    table::{
        Placed, Subject, Table,
        agreement::{self, WITHIN_ONE_ARTICLE, by_axis},
        development::wrong_steps,
        group::{self, Member},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["consistent within each article", "consistent within each article within TOLERANCE"],
    production: Rule::consistent_within,
    read,
};

/// `consistent within each article within TOLERANCE`
#[derive(Clone, Debug, PartialEq)]
pub struct ConsistentWithin {
    /// The tolerance, with its words.
    pub within: Option<(String, Tolerance)>,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    Ok(Arc::new(ConsistentWithin { within: tolerance_of(pair, reading)? }))
}

impl fmt::Display for ConsistentWithin {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("consistent within each article")?;
        match &self.within {
            Some((words, _)) => write!(to, " within {words}"),
            None => Ok(()),
        }
    }
}

/// What was found inside the articles.
#[derive(Default)]
struct FoundWithin {
    /// The articles that give a value twice.
    compared: BTreeSet<usize>,
    /// The groups of claims that hold together, of each article that contradicts itself.
    against_itself: BTreeMap<usize, Vec<Vec<usize>>>,
}

impl Predicate for ConsistentWithin {
    fn asks(&self) -> &'static str {
        "within each article, one value satisfies all its claims"
    }

    fn given(&self) -> Vec<Given<'_>> {
        self.within.iter().map(|(words, width)| Given::Tolerance(words, width.clone())).collect()
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let found = self.compare(table, claims);
        if found.compared.is_empty() {
            let mut nothing = wording::nothing(table, subject, claims);
            if claims.iter().any(Placed::is_determinate) {
                nothing.message = format!("no article gives {} twice", wording::the(&subject.to_string()));
            }
            return nothing;
        }
        let role = |placed: &Placed<'_>| {
            if !placed.is_asserted() {
                Role::Context
            } else if found.against_itself.contains_key(&placed.article) {
                Role::Opposes
            } else if found.compared.contains(&placed.article) {
                Role::Supports
            } else {
                Role::Context
            }
        };
        let evidence = claims.iter().map(|placed| match role(placed) {
            Role::Context if placed.is_determinate() => table.context(placed, "its article gives it once"),
            role => table.evidence(placed, role),
        });
        let evidence = evidence.collect();
        let (outcome, message, reasons) = match found.against_itself.first_key_value() {
            Some((article, groups)) => {
                let more = found.against_itself.len() - 1;
                (Outcome::Fail, contradiction(subject, table, claims, (*article, groups), more), WITHIN_ONE_ARTICLE)
            }
            None => (Outcome::Pass, agreeing(subject, found.compared.len()), ""),
        };
        let reasons = if reasons.is_empty() { Vec::new() } else { vec![reasons] };
        Verdict { evidence, reasons, ..Verdict::bare(outcome, message) }.in_sense(sense)
    }
}

impl ConsistentWithin {
    fn compare(&self, table: &Table<'_>, claims: &[Placed<'_>]) -> FoundWithin {
        let mut by_article: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let decides = |placed: &Placed<'_>| placed.is_asserted() && !placed.is_part();
        for (index, placed) in claims.iter().enumerate().filter(|(_, placed)| decides(placed)) {
            by_article.entry(placed.article).or_default().push(index);
        }
        let mut found = FoundWithin::default();
        for (article, own) in by_article.into_iter().filter(|(_, own)| own.len() > 1) {
            let inside = placed_inside(table, claims, article, &own);
            let all: Vec<usize> = (0..inside.len()).collect();
            for chosen in by_axis(&inside, &all).values().filter(|chosen| chosen.len() > 1) {
                found.compared.insert(article);
                if entries_develop(
                    table,
                    claims,
                    &chosen.iter().filter_map(|at| own.get(*at)).copied().collect::<Vec<_>>(),
                ) {
                    continue;
                }
                let width = self.within.as_ref().map(|(_, tolerance)| agreement::width(tolerance, &inside, chosen));
                let members = group::members(&inside, chosen, width, |article| table.source_of(article));
                if !group::share_a_value(&members) {
                    let claim = |member: &Member| own.get(member.claim).copied();
                    let groups = group::partition(members);
                    let claims = groups.iter().map(|group| group.iter().filter_map(claim).collect());
                    found.against_itself.insert(article, claims.collect());
                }
            }
        }
        found
    }
}

/// Whether claims of a live page differ only as time goes on: those of one entry agree, and from entry to entry the figure goes
/// the way that its topic says. What stands in no entry is as new as the newest.
fn entries_develop(table: &Table<'_>, claims: &[Placed<'_>], own: &[usize]) -> bool {
    let subject = own.first().and_then(|index| claims.get(*index)).map(|placed| &placed.claim.subject);
    let way = subject.and_then(|subject| table.column(subject)).and_then(|column| column.topic.develops);
    let entry = |index: &usize| claims.get(*index).and_then(|placed| placed.claim.entry);
    let Some(way) = way.filter(|_| own.iter().any(|index| entry(index).is_some())) else { return false };
    let mut entries: BTreeMap<Option<EntryMoment>, Vec<usize>> = BTreeMap::new();
    for index in own {
        entries.entry(entry(index)).or_default().push(*index);
    }
    let agree = |own: &Vec<usize>| group::share_a_value(&group::members(claims, own, None, |article| article));
    let timed: Vec<usize> = own.iter().copied().filter(|index| entry(index).is_some()).collect();
    let newest = entries.last_key_value().map(|(_, own)| own.clone()).unwrap_or_default();
    let untimed = entries.get(&None).map_or(&[][..], Vec::as_slice);
    entries.values().all(agree)
        && wrong_steps(way, table, claims, &timed).is_empty()
        && agree(&newest.iter().chain(untimed).copied().collect())
}

/// The claims of one article, in an order of their own where more of them can be placed so.
fn placed_inside<'a>(table: &Table<'_>, claims: &[Placed<'a>], article: usize, own: &[usize]) -> Vec<Placed<'a>> {
    let mut inside: Vec<Placed<'a>> = own.iter().filter_map(|&index| claims.get(index)).cloned().collect();
    let determinate = inside.iter().filter(|placed| placed.is_determinate()).count();
    if determinate == inside.len() {
        return inside;
    }
    let values: Vec<_> = inside.iter().map(|placed| &placed.claim.value).collect();
    let positions = table.placing.within_article(&values, &table.situation(article));
    let placed = positions.iter().filter(|position| !matches!(position, Position::Indeterminate(_))).count();
    if placed > determinate {
        for (placed, position) in inside.iter_mut().zip(positions) {
            placed.position = position;
        }
    }
    inside
}

/// "Northern Times contradicts itself on the death toll: 5 in its headline, 7 in its body"
fn contradiction(
    subject: &Subject,
    table: &Table<'_>,
    claims: &[Placed<'_>],
    (article, groups): (usize, &Vec<Vec<usize>>),
    more: usize,
) -> String {
    let source = table.source_name(table.source_of(article));
    let what = wording::the(&subject.to_string());
    let answers = groups.iter().filter_map(|group| wording::narrowest(claims, group)).take(wording::MOST_LISTED);
    let answers: Vec<String> =
        answers.map(|placed| format!("{} in its {}", wording::shown(placed), placed.claim.part.name())).collect();
    let mut message = format!("{source} contradicts itself on {what}: {}", wording::listed(&answers));
    if more > 0 {
        message.push_str(&format!(
            "; so {} {}",
            if more == 1 { "does" } else { "do" },
            wording::counted(more, "other article")
        ));
    }
    message
}

fn agreeing(subject: &Subject, compared: usize) -> String {
    let what = wording::the(&subject.to_string());
    match compared {
        1 => format!("the one article that gives {what} twice agrees with itself"),
        _ => format!("the {compared} articles that give {what} twice agree with themselves"),
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("n consistent within each article", "A: 5 5 | B: 6", "pass"),
            ("n consistent within each article", "A: 5 about 5 | B: 9 9", "pass"),
            ("n consistent within each article", "A: 5 6 | B: 6", "fail, within one article"),
            ("n consistent within each article within 1", "A: 5 6 | B: 9", "pass"),
            ("n consistent within each article", "A: 5 | B: 6", "no evidence"),
            ("n consistent within each article", "A: 5 may 6", "no evidence"),
            ("n consistent within each article", "A: 5 5 may 6", "pass"),
            ("n consistent within each article", "A: 5 part 3", "no evidence"),
            ("n consistent within each article", "A: $5 €6", "no evidence"),
            ("n consistent within each article", "A:", "no evidence"),
            ("d consistent within each article", "A: rel-1 rel-1", "pass"),
            ("d consistent within each article", "A: rel-1 rel-2", "fail, within one article"),
            ("n not consistent within each article", "A: 5 6", "pass, within one article"),
        ]);
        for (sentence, story, expected) in [
            (
                "n consistent within each article",
                "A: 5 6 | B: 7 8",
                "A contradicts itself on the n: 5 in its body and 6 in its body; so does 1 other article",
            ),
            ("n consistent within each article", "A: 5 | B: 6", "no article gives the n twice"),
            ("n consistent within each article", "A: 5 5", "the one article that gives the n twice agrees with itself"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
