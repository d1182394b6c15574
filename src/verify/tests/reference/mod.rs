//! A judge that tries everything, slow and plain, and the real one beside it: on generated tables of claims they agree.
//!
//! It shares the plain data types with the real one, and nothing that works anything out: it places values, compares them
//! and judges clauses by itself, pair by pair and place by place.
//!
//! `TABLES=1000000 cargo test --release --lib verify:: -- --ignored` tries so many, others each time. It stands here and is no program of
//! its own, because it compares what only the inside of the crate can see: where claims are put and how they are grouped.

mod asking;
mod holding;
mod places;
mod relating;
mod sentences;
mod tables;

use self::{
    asking::{Expected, judge, way_of},
    places::{Seen, borrow_of_several, gives_alternatives, seen},
    relating::{Reasons, blame, relate, sources, sources_of, wrong_groups},
    sentences::{Ask, TOPICS, sentence},
    tables::{Paper, THEMES, claims, papers},
};
use crate::{
    claim::{ArticleClaims, Topic},
    finding::{Agreement, Finding, Role},
    kind::name::Spellings,
    lexicon::Lexicon,
    table::{Placing, Table},
    verify::{judge_with, testing},
};
use proptest::{
    prelude::*,
    test_runner::{RngSeed, TestError, TestRunner},
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// The reasons that tell how values differ which one value satisfies.
const DIFFERENCES: [&str; 4] = ["less precise", "hedge differs", "bounds far apart", "imprecise"];

/// How often something was seen: an agreement, somebody to blame, a sentence with a meaning.
type Tally = BTreeMap<String, u32>;

fn topics() -> Vec<Topic> {
    let topic = |(name, kind, develops): &(&str, &str, _)| {
        let choices: &[&str] = if *kind == "choice" { &["x", "y"] } else { &[] };
        Topic { develops: *develops, ..testing::topic(name, kind, choices) }
    };
    TOPICS.iter().map(topic).collect()
}

fn reasons_agree(found: &[String], expected: &Reasons) -> bool {
    let (these, differing) = match expected {
        Reasons::These(these) => (these, false),
        Reasons::Differing(these) => (these, true),
    };
    let (differences, others): (Vec<&str>, Vec<&str>) =
        found.iter().map(String::as_str).partition(|reason| DIFFERENCES.contains(reason) && !these.contains(reason));
    let mut others = others;
    others.sort_unstable();
    let mut these = these.clone();
    these.sort_unstable();
    these == others && differing != differences.is_empty()
}

/// What differs between a finding and what the reference answers.
fn difference(found: &Finding, expected: &Expected, articles: &[ArticleClaims], asked: &Ask) -> Option<String> {
    if found.outcome != expected.outcome {
        return Some(format!("outcome: {:?}, and not {:?}", found.outcome, expected.outcome));
    }
    if !asked.is_clause() {
        return None;
    }
    if expected.agreement.is_some_and(|agreement| agreement != found.agreement) {
        return Some(format!("agreement: {:?}, and not {:?}", found.agreement, expected.agreement));
    }
    if expected.reasons.as_ref().is_some_and(|reasons| !reasons_agree(&found.reasons, reasons)) {
        return Some(format!("reasons: {:?}, and not {:?}", found.reasons, expected.reasons));
    }
    let blamed = expected.blames.map(|blamed| blamed.map(|index| articles[index].article.clone()));
    if blamed.is_some_and(|blamed| blamed != found.blames) {
        return Some(format!("blames: {:?}, and not {:?}", found.blames, expected.blames));
    }
    let index = |name: &str| articles.iter().position(|article| article.article == name);
    let given: BTreeMap<(usize, usize), Role> =
        found.evidence.iter().filter_map(|one| Some(((index(one.article())?, one.range()?.start), one.role))).collect();
    let wrong = |(at, role): &(&(usize, usize), &Role)| given.get(at) != Some(role);
    expected
        .roles
        .iter()
        .flatten()
        .find(wrong)
        .map(|(at, role)| format!("role at {at:?}: {:?}, and not {role:?}", given.get(at)))
}

/// What is wrong with the columns of a table: how they agree, in which groups and roles, and who is to blame.
fn wrong_column(articles: &[ArticleClaims], seen_so: &mut Tally) -> Option<String> {
    let (topics, spellings) = (topics(), Spellings::default());
    let table = Table::new("story", articles, &topics, &spellings, Placing::shelf(Lexicon::english()));
    let is_laid_down = |claims: &[Seen<'_>]| !borrow_of_several(claims) && !gives_alternatives(claims);
    let mut is_all_laid_down = true;
    for column in &table.columns {
        let name = column.topic.name();
        let claims = seen(articles, name);
        if !is_laid_down(&claims) {
            is_all_laid_down = false;
            continue;
        }
        let expected = relate(&claims, articles, way_of(name), None);
        if expected.agreement != column.relation.agreement {
            return Some(format!("{name}: {:?}, and not {:?}", column.relation.agreement, expected.agreement));
        }
        if !claims.is_empty() {
            *seen_so.entry(format!("{:?}", expected.agreement)).or_default() += 1;
        }
        let is_blamed = table.blamed_for(&column.topic.subject).is_some();
        let (groups, roles) = (&column.relation.groups, &column.relation.roles);
        let wrong = match expected.agreement {
            Agreement::Conflict if is_blamed => None,
            Agreement::Conflict if way_of(name).is_some() => wrong_course(groups, &expected.roles, roles),
            Agreement::Conflict => wrong_groups(&claims, groups, &sources(articles))
                .or_else(|| wrong_roles(&claims, groups, &expected.roles, roles, &sources(articles))),
            _ => (expected.roles != *roles).then(|| format!("{roles:?}, and not {:?}", expected.roles)),
        };
        if let Some(wrong) = wrong {
            return Some(format!("{name}: {wrong}: {groups:?}"));
        }
    }
    let ways: Vec<_> = TOPICS.iter().map(|(name, _, way)| (*name, *way)).collect();
    let expected = blame(articles, &ways).map(|(article, topics)| {
        let names: BTreeSet<String> = topics.into_iter().map(str::to_string).collect();
        (article, names)
    });
    let found = table.blame.as_ref().map(|blame| {
        let names: BTreeSet<String> = blame.subjects.iter().map(ToString::to_string).collect();
        (blame.article, names)
    });
    if expected.is_some() {
        *seen_so.entry("blamed".to_string()).or_default() += 1;
    }
    (is_all_laid_down && expected != found).then(|| format!("blame: {found:?}, and not {expected:?}"))
}

/// What is wrong where a figure went the wrong way: only the claims of such steps oppose each other, and are in groups.
fn wrong_course(groups: &[Vec<usize>], expected: &[Role], found: &[Role]) -> Option<String> {
    let mut grouped: Vec<usize> = groups.iter().flatten().copied().collect();
    grouped.sort_unstable();
    let opposed: Vec<usize> = (0..expected.len()).filter(|&index| expected[index] == Role::Opposes).collect();
    (expected != found || grouped != opposed).then(|| format!("{found:?}, and not {expected:?}"))
}

/// What is wrong with the roles of a conflict: on each axis the group that is larger than all others supports, and the
/// others oppose it; where none is larger, all oppose each other.
fn wrong_roles(
    claims: &[Seen<'_>],
    groups: &[Vec<usize>],
    expected: &[Role],
    found: &[Role],
    sources: &[String],
) -> Option<String> {
    let mut expected = expected.to_vec();
    let size = |group: &[usize]| sources_of(&group.iter().map(|&index| &claims[index]).collect::<Vec<_>>(), sources);
    let axis = |group: &[usize]| group.first().and_then(|index| claims[*index].axis());
    for (at, group) in groups.iter().enumerate() {
        let mut rivals = groups.iter().enumerate().filter(|(other, rival)| *other != at && axis(rival) == axis(group));
        let is_largest = rivals.all(|(_, rival)| size(rival) < size(group));
        for index in group {
            expected[*index] = if is_largest { Role::Supports } else { Role::Opposes };
        }
    }
    (expected != found).then(|| format!("{found:?}, and not {expected:?}"))
}

/// Holds the two against each other on one table.
fn compare(topics: &[Topic], asked: &Ask, papers: &[Paper], seen_so: &mut Tally) -> Result<(), TestCaseError> {
    let articles = claims(papers);
    if let Some(wrong) = wrong_column(&articles, seen_so) {
        return Err(TestCaseError::fail(format!("{wrong}\n  {papers:#?}")));
    }
    let Some(expected) = judge(&articles, asked) else { return Ok(()) };
    *seen_so.entry("judged".to_string()).or_default() += 1;
    let sentence = asked.sentence();
    let rules = testing::rules_on(&sentence, topics.to_vec());
    let found = judge_with(&rules, &articles, Placing::shelf(Lexicon::english())).remove(0).findings.remove(0);
    match difference(&found, &expected, &articles, asked) {
        Some(wrong) => Err(TestCaseError::fail(format!("{sentence}: {wrong}: {}\n  {papers:#?}", found.message))),
        None => Ok(()),
    }
}

fn story() -> impl Strategy<Value = (Ask, Vec<Paper>)> {
    prop::sample::select(THEMES).prop_flat_map(|topics| (sentence(topics), papers(topics)))
}

/// Tries so many tables; what was seen on them.
fn try_tables(tables: ProptestConfig) -> Tally {
    let (topics, seen_so) = (topics(), RefCell::new(Tally::new()));
    let found = TestRunner::new(ProptestConfig { failure_persistence: None, ..tables })
        .run(&story(), |(asked, papers)| compare(&topics, &asked, &papers, &mut seen_so.borrow_mut()));
    match found {
        Ok(()) => seen_so.into_inner(),
        Err(TestError::Fail(why, _)) => panic!("{why}"),
        Err(why) => panic!("{why}"),
    }
}

#[test]
fn the_judge_and_the_reference_agree() {
    let seen_so = try_tables(ProptestConfig::with_cases(1_500));
    assert!(seen_so["judged"] > 1_200, "{seen_so:?}");
}

#[test]
#[ignore = "as many tables as TABLES says, a million where it says nothing"]
fn on_many_tables_they_agree() {
    let tables = std::env::var("TABLES").ok().map_or(1_000_000, |number| number.parse().unwrap());
    let start = std::time::Instant::now();
    let seen_so = try_tables(ProptestConfig { rng_seed: RngSeed::Random, ..ProptestConfig::with_cases(tables) });
    println!("{tables} tables in {:.0?}: {seen_so:?}", start.elapsed());
}
