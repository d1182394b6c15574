//! What was chosen, in the words of a report: a table with a topic for each, whose relation, origins and blame are the answer.

use super::{AlignedStory, Chosen, ComparedCounts, ComparedStory, ComparedTopic, Relating, naming};
use crate::{
    claim::{ArticleClaims, Claim, SubjectId, Topic, topic::Develops},
    finding::{Agreement, ArticleEntry, Evidence, Role},
    fold,
    kind::name::Spellings,
    table::{Column, Placed, Relation, Table, relate},
    value::{Kind, ValueTie},
};
use std::collections::BTreeSet;

/// Tells what was chosen of a story: conflicts first, then by how many vouch for it.
pub(super) fn tell(
    story: &str,
    aligned: &AlignedStory<'_>,
    chosen: Vec<Chosen<'_>>,
    spellings: &Spellings,
) -> ComparedStory {
    let articles = articles(aligned, &chosen);
    let topics: Vec<Topic> = chosen.iter().enumerate().filter_map(|(index, one)| topic(aligned, index, one)).collect();
    let table = Table::of_sorted(story, articles.iter().collect(), &topics, spellings, aligned.placing);
    let mut told: Vec<ComparedTopic> = Vec::new();
    for (index, one) in chosen.iter().enumerate() {
        if let Some(column) = table.column(&subject(index)) {
            told.extend(topic_of(&table, column, aligned, one));
        }
    }
    told.sort_by_cached_key(|topic| {
        let first =
            topic.claims.first().map(|claim| (claim.article().to_string(), claim.range().map(|range| range.start)));
        (topic.sort(), std::cmp::Reverse(topic.independent), first, topic.topic.clone())
    });
    ComparedStory {
        story: story.to_string(),
        articles: table.articles.iter().map(|article| entry(article)).collect(),
        found: ComparedCounts::of(&told),
        topics: told,
        hidden: 0,
    }
}

fn subject(index: usize) -> SubjectId {
    SubjectId::topic(&index.to_string())
}

/// The articles with the claims that were chosen, each on its topic.
fn articles(aligned: &AlignedStory<'_>, chosen: &[Chosen<'_>]) -> Vec<ArticleClaims> {
    let mut articles: Vec<ArticleClaims> = aligned.articles.iter().map(|tied| tied.claims.without_claims()).collect();
    for (index, one) in chosen.iter().enumerate() {
        for at in &one.claims {
            let claim = aligned.claim(*at).map(|claim| Claim { subject: subject(index), ..claim.clone() });
            if let Some(article) = articles.get_mut(at.article) {
                article.claims.extend(claim);
            }
        }
    }
    articles
}

/// A topic for what was chosen. A number of people or things may grow with time, where articles of several days give it.
fn topic(aligned: &AlignedStory<'_>, index: usize, one: &Chosen<'_>) -> Option<Topic> {
    let kind = kind_of(aligned, one)?;
    let days = one.claims.iter().map(|at| aligned.articles.get(at.article)?.claims.metadata.published);
    let days: Option<BTreeSet<_>> = days.collect();
    let grows = kind.facts().tie == ValueTie::Counts && days.is_some_and(|days| days.len() > 1);
    Some(Topic { develops: grows.then_some(Develops::Up), ..Topic::new(subject(index), kind) })
}

fn kind_of(aligned: &AlignedStory<'_>, one: &Chosen<'_>) -> Option<Kind> {
    one.claims.iter().find_map(|at| aligned.claim(*at)).map(|claim| claim.value.kind)
}

/// The parts of the claims where those of one answer are told before those of the others, also where no answer has more
/// sources than another.
fn sides(relation: &Relation) -> Vec<Role> {
    let mut roles = relation.roles.clone();
    for claim in relation.groups.iter().take(1).flatten() {
        if let Some(role) = roles.get_mut(*claim) {
            *role = Role::Supports;
        }
    }
    roles
}

/// What is told of one topic; nothing where all of it has one origin.
fn topic_of(
    table: &Table<'_>,
    column: &Column<'_>,
    aligned: &AlignedStory<'_>,
    one: &Chosen<'_>,
) -> Option<ComparedTopic> {
    let independent = aligned.independent(&one.claims);
    let is_conflict = column.relation.agreement == Agreement::Conflict;
    // Whoever compares is shown all that differs, and not only the step that goes the wrong way.
    let whole = Topic { develops: None, ..column.topic.clone() };
    let of_all = (is_conflict && column.topic.develops.is_some()).then(|| relate(table, &whole, &column.claims, None));
    let relation = of_all.as_ref().unwrap_or(&column.relation);
    if independent < 2 || !relation.is_comparable || is_conflict && one.relating == Relating::Alike {
        return None;
    }
    let values: Vec<_> = column.claims.iter().map(|placed| &placed.claim.value).collect();
    let roles = sides(relation);
    let mut claims: Vec<Evidence> =
        column.claims.iter().zip(roles).map(|(placed, role)| table.evidence(placed, role)).collect();
    let mut reasons: Vec<String> = relation.reasons.iter().map(ToString::to_string).collect();
    if is_conflict && is_one_word(&column.claims) {
        reasons.push(SAME_WORD.to_string());
    }
    let mut agreement = relation.agreement;
    for (at, why) in &one.aside {
        let beside = aligned.claim(*at).map(|claim| beside(table, at.article, claim));
        claims.extend(beside.map(|placed| Evidence { role: Role::Context, ..table.context(&placed, why) }));
        if !reasons.iter().any(|reason| reason == why) {
            reasons.push((*why).to_string());
        }
        if agreement == Agreement::Consistent {
            agreement = Agreement::Compatible;
        }
    }
    if agreement == Agreement::Developing {
        reasons.push(GROWN.to_string());
    }
    let blamed = table.blamed_for(&column.topic.subject).and_then(|index| table.articles.get(index));
    Some(ComparedTopic {
        topic: naming::name(&one.ties, &values),
        kind: column.topic.kind.name().to_string(),
        agreement,
        reasons,
        blames: blamed.map(|article| article.article.clone()),
        independent,
        claims,
    })
}

/// Why numbers that differ are not at odds.
const GROWN: &str = "later articles give more";

/// Why days are at odds that are said by the same word.
const SAME_WORD: &str = "the same word, counted from other days of publication";

/// Whether all claims say the same word, which another day of publication makes another day.
fn is_one_word(claims: &[Placed<'_>]) -> bool {
    let mut words = claims.iter().map(|placed| fold::words(&placed.claim.quote.exact));
    let first = words.next();
    claims.iter().all(Placed::is_anchored) && words.all(|word| Some(word) == first)
}

/// A claim that stands beside those of its topic.
fn beside<'c>(table: &Table<'_>, article: usize, claim: &'c Claim) -> Placed<'c> {
    let mut placed = Placed::of(article, claim);
    table.place(std::slice::from_mut(&mut placed));
    placed
}

fn entry(article: &ArticleClaims) -> ArticleEntry {
    ArticleEntry {
        article: article.article.clone(),
        source: article.metadata.source.clone(),
        published: article.metadata.published.map(|day| day.to_string()),
    }
}
