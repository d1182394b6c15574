//! A story and its snapshot, compared: what changed, one fact at a time, in words.

use super::{Snapshot, file};
use crate::finding::{Agreement, Change, Evidence, Fact, Outcome, StoryReport};
use std::collections::{BTreeMap, VecDeque};

/// What changed since the snapshot: sources, then topic by topic claims and agreement, then what rules answer.
#[must_use]
pub fn changes(before: &Snapshot, story: &StoryReport) -> Vec<Change> {
    let after = Snapshot::of(story);
    let mut sources = Vec::new();
    let mut outcomes: BTreeMap<&str, FactPair<'_, Outcome>> = BTreeMap::new();
    let mut topics: BTreeMap<&str, TopicFacts<'_>> = BTreeMap::new();
    for (fact, side) in different(before, &after) {
        match fact {
            Fact::Source { source } => sources.push(changed_source(source, side, fact)),
            Fact::Outcome { rule, outcome } => outcomes.entry(rule).or_default().set(side, fact, *outcome),
            Fact::Agreement { topic, agreement, agree, of } => {
                topics.entry(topic).or_default().agreement.set(side, fact, (*agreement, *agree, *of));
            }
            Fact::Claim { topic, source, exact, value } => {
                let words = ClaimWords { exact, value, fact };
                topics.entry(topic).or_default().claims.entry(source).or_default().add(side, words);
            }
        }
    }
    let topics = topics.iter().flat_map(|(topic, facts)| facts.changes(topic));
    let outcomes = outcomes.iter().map(|(rule, answers)| changed_outcome(rule, answers));
    let mut changes: Vec<Change> = sources.into_iter().chain(topics).chain(outcomes).collect();
    place(&mut changes, story);
    changes
}

/// On which side of a comparison a fact stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ComparedSide {
    Before,
    After,
}

/// The facts that stand on one side only, in the order of snapshots.
fn different<'f>(before: &'f Snapshot, after: &'f Snapshot) -> impl Iterator<Item = (&'f Fact, ComparedSide)> {
    let gone = before.facts.difference(&after.facts).map(|fact| (fact, ComparedSide::Before));
    gone.chain(after.facts.difference(&before.facts).map(|fact| (fact, ComparedSide::After)))
}

/// What one fact was, and what it is.
struct FactPair<'f, T> {
    before: Option<(&'f Fact, T)>,
    after: Option<(&'f Fact, T)>,
}

impl<T> Default for FactPair<'_, T> {
    fn default() -> Self {
        Self { before: None, after: None }
    }
}

impl<'f, T> FactPair<'f, T> {
    fn set(&mut self, side: ComparedSide, fact: &'f Fact, content: T) {
        match side {
            ComparedSide::Before => self.before = Some((fact, content)),
            ComparedSide::After => self.after = Some((fact, content)),
        }
    }

    fn change(&self, message: String) -> Change {
        change(message, self.before.iter().map(|(fact, _)| *fact), self.after.iter().map(|(fact, _)| *fact))
    }
}

fn change<'f>(
    message: String,
    before: impl IntoIterator<Item = &'f Fact>,
    after: impl IntoIterator<Item = &'f Fact>,
) -> Change {
    let (before, after) = (before.into_iter().cloned().collect(), after.into_iter().cloned().collect());
    Change { message, before, after, article: None, line: None, column: None }
}

fn changed_source(source: &str, side: ComparedSide, fact: &Fact) -> Change {
    match side {
        ComparedSide::Before => change(format!("source gone: {source}"), [fact], []),
        ComparedSide::After => change(format!("new source: {source}"), [], [fact]),
    }
}

fn changed_outcome(rule: &str, answers: &FactPair<'_, Outcome>) -> Change {
    let word = |outcome: &Outcome| file::name(Outcome::ALL, outcome);
    let message = match (&answers.before, &answers.after) {
        (Some((_, before)), Some((_, after))) => format!("rule {rule}: {} → {}", word(before), word(after)),
        (None, Some((_, after))) => format!("new rule {rule}: {}", word(after)),
        (Some((_, before)), None) => format!("rule gone: {rule} (it was {})", word(before)),
        (None, None) => String::new(),
    };
    answers.change(message)
}

/// An agreement, with how many sources hold together of how many.
type Agreeing = (Agreement, usize, usize);

/// What changed on one topic.
#[derive(Default)]
struct TopicFacts<'f> {
    agreement: FactPair<'f, Agreeing>,
    claims: BTreeMap<&'f str, SourceClaims<'f>>,
}

impl TopicFacts<'_> {
    fn changes(&self, topic: &str) -> Vec<Change> {
        let claims = self.claims.iter().flat_map(|(source, claims)| claims.changes(topic, source));
        let mut claims: Vec<Change> = claims.collect();
        let agreement = &self.agreement;
        let moved = match (&agreement.before, &agreement.after) {
            (Some((_, before)), Some((_, after))) => moved(*before, *after),
            (None, Some((_, after))) => format!("new topic {topic}: {}", standing(*after)),
            (Some((_, before)), None) => format!("topic gone: {topic} (it was {})", standing(*before)),
            (None, None) => return claims,
        };
        let is_moved = agreement.before.is_some() && agreement.after.is_some();
        match claims.as_mut_slice() {
            // One claim alone moved it.
            [only] if is_moved => {
                only.message.push_str(&format!("; {moved}"));
                only.before.extend(agreement.before.iter().map(|(fact, _)| (*fact).clone()));
                only.after.extend(agreement.after.iter().map(|(fact, _)| (*fact).clone()));
            }
            _ if is_moved => claims.push(agreement.change(format!("{topic}: {moved}"))),
            _ => claims.push(agreement.change(moved)),
        }
        claims
    }
}

/// `agreement 4 of 4 → 3 of 4, consistent → conflict`
fn moved(before: Agreeing, after: Agreeing) -> String {
    let counts = |(_, agree, of): Agreeing| format!("{agree} of {of}");
    let word = |(agreement, ..): Agreeing| file::name(Agreement::ALL, &agreement);
    let words = format!("{} → {}", word(before), word(after));
    if counts(before) == counts(after) {
        return format!("agreement {words}");
    }
    let words = if before.0 == after.0 { String::new() } else { format!(", {words}") };
    format!("agreement {} → {}{words}", counts(before), counts(after))
}

fn standing((agreement, agree, of): Agreeing) -> String {
    let word = file::name(Agreement::ALL, &agreement);
    if of == 0 { word.to_string() } else { format!("{word}, {agree} of {of}") }
}

/// The words of a claim.
#[derive(Clone, Copy)]
struct ClaimWords<'f> {
    exact: &'f str,
    value: &'f str,
    fact: &'f Fact,
}

/// What one source says no more on a topic, and what it says now.
#[derive(Default)]
struct SourceClaims<'f> {
    before: Vec<ClaimWords<'f>>,
    after: Vec<ClaimWords<'f>>,
}

impl<'f> SourceClaims<'f> {
    fn add(&mut self, side: ComparedSide, words: ClaimWords<'f>) {
        match side {
            ComparedSide::Before => self.before.push(words),
            ComparedSide::After => self.after.push(words),
        }
    }

    /// A claim became another where both have the same words, or the same value, or where each is the only one. Of
    /// others nobody can say which became which.
    fn changes(&self, topic: &str, source: &str) -> Vec<Change> {
        let (mut before, mut after) = (self.before.clone(), self.after.clone());
        let mut changes = Vec::new();
        for (old, new) in pairs(&mut before, &mut after, |words| words.exact) {
            let message = format!("{source}: {topic} {}, read as {} → {}", old.exact, old.value, new.value);
            changes.push(change(message, [old.fact], [new.fact]));
        }
        for (old, new) in pairs(&mut before, &mut after, |words| words.value) {
            let message = format!("{source}: {topic} {} → {}, in other words", old.exact, new.exact);
            changes.push(change(message, [old.fact], [new.fact]));
        }
        if let ([old], [new]) = (before.as_slice(), after.as_slice()) {
            let message = format!("{source}: {topic} {} → {}", old.exact, new.exact);
            changes.push(change(message, [old.fact], [new.fact]));
            return changes;
        }
        let gone = before.iter().map(|old| (format!("{source}: claim gone, {topic} {}", old.exact), old.fact));
        changes.extend(gone.map(|(message, fact)| change(message, [fact], [])));
        let new = after.iter().map(|new| (format!("{source}: new claim, {topic} {}", new.exact), new.fact));
        changes.extend(new.map(|(message, fact)| change(message, [], [fact])));
        changes
    }
}

/// Takes out pairs that have this in common, each claim once.
fn pairs<'f>(
    before: &mut Vec<ClaimWords<'f>>,
    after: &mut Vec<ClaimWords<'f>>,
    common: fn(&ClaimWords<'f>) -> &'f str,
) -> Vec<(ClaimWords<'f>, ClaimWords<'f>)> {
    let mut left: BTreeMap<&str, VecDeque<ClaimWords<'f>>> = BTreeMap::new();
    after.iter().for_each(|new| left.entry(common(new)).or_default().push_back(*new));
    let mut pairs = Vec::new();
    before.retain(|old| match left.get_mut(common(old)).and_then(VecDeque::pop_front) {
        Some(new) => {
            pairs.push((*old, new));
            false
        }
        None => true,
    });
    *after = left.into_values().flatten().collect();
    after.sort_by_key(|new| new.fact);
    pairs
}

/// Says where the new words of each change stand: the first of several places.
fn place(changes: &mut [Change], story: &StoryReport) {
    let claims =
        story.topics.iter().flat_map(|topic| topic.claims.iter().map(|given| (super::claim(topic, given), given)));
    let mut places: BTreeMap<Fact, &Evidence> = BTreeMap::new();
    for (fact, given) in claims {
        places.entry(fact).or_insert(given);
    }
    for change in changes {
        let Some(given) = change.after.iter().find_map(|fact| places.get(fact)) else { continue };
        change.article = Some(given.article().to_string());
        (change.line, change.column) = given.place().unzip();
    }
}
