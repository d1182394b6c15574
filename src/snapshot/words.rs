//! What one source says no more on a topic and what it says now: which claim became which.

use crate::finding::Fact;
use std::collections::{BTreeMap, VecDeque};

/// On which side of a comparison a fact stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ComparedSide {
    /// In the snapshot.
    Before,
    /// Among what is found now.
    After,
}

/// A part of a change: what is said of it, and the facts that it takes out and puts in.
pub struct ChangePart {
    /// In words.
    pub message: String,
    /// The source whose claim it is about; none for all else.
    pub source: Option<String>,
    /// What is found no more.
    pub before: Vec<Fact>,
    /// What is found in its place.
    pub after: Vec<Fact>,
}

impl ChangePart {
    /// One about facts.
    pub fn new<'f>(
        message: String,
        before: impl IntoIterator<Item = &'f Fact>,
        after: impl IntoIterator<Item = &'f Fact>,
    ) -> Self {
        let (before, after) = (before.into_iter().cloned().collect(), after.into_iter().cloned().collect());
        Self { message, source: None, before, after }
    }
}

/// The words of a claim.
#[derive(Clone, Copy)]
pub struct ClaimWords<'f> {
    /// As they stand there.
    pub exact: &'f str,
    /// What they mean.
    pub value: &'f str,
    /// Whose word it is.
    pub speaker: Option<&'f str>,
    /// The fact.
    pub fact: &'f Fact,
}

/// What one source says no more on a topic, and what it says now.
#[derive(Default)]
pub struct SourceClaims<'f> {
    before: Vec<ClaimWords<'f>>,
    after: Vec<ClaimWords<'f>>,
}

impl<'f> SourceClaims<'f> {
    /// Takes in a claim that stands on one side only.
    pub fn add(&mut self, side: ComparedSide, words: ClaimWords<'f>) {
        match side {
            ComparedSide::Before => self.before.push(words),
            ComparedSide::After => self.after.push(words),
        }
    }

    /// A claim became another where both have the same words and value, or the same words, or the same value, or where each is
    /// the only one. Of others nobody can say which became which.
    pub fn parts(&self, topic: &str, source: &str) -> Vec<ChangePart> {
        let (mut before, mut after) = (self.before.clone(), self.after.clone());
        let mut parts = Vec::new();
        let mut pair = |old: ClaimWords<'_>, new: ClaimWords<'_>, what: String| {
            let message = format!("{source}: {topic} {what}{}", speakers(old, new));
            parts.push(ChangePart::new(message, [old.fact], [new.fact]));
        };
        for (old, new) in pairs(&mut before, &mut after, |words| (words.exact, words.value)) {
            pair(old, new, old.exact.to_string());
        }
        for (old, new) in pairs(&mut before, &mut after, |words| (words.exact, "")) {
            pair(old, new, format!("{}, read as {} → {}", old.exact, old.value, new.value));
        }
        for (old, new) in pairs(&mut before, &mut after, |words| ("", words.value)) {
            pair(old, new, format!("{} → {}, in other words", old.exact, new.exact));
        }
        let same_words =
            |all: &[ClaimWords<'_>]| all.windows(2).all(|pair| matches!(pair, [a, b] if a.exact == b.exact));
        if let ([old], [new]) = (before.as_slice(), after.as_slice()) {
            pair(*old, *new, format!("{} → {}", old.exact, new.exact));
        } else if let ([old, ..], [new, ..]) = (before.as_slice(), after.as_slice())
            && same_words(&before)
            && same_words(&after)
        {
            // A headline and its lead: the same words, with and without what they count.
            let message = format!("{source}: {topic} {} → {}{}", old.exact, new.exact, speakers(*old, *new));
            let facts = |all: &[ClaimWords<'f>]| all.iter().map(|words| words.fact).collect::<Vec<_>>();
            parts.push(ChangePart::new(message, facts(&before), facts(&after)));
        } else {
            let gone = before.iter().map(|old| (format!("{source}: claim gone, {topic} {}", old.exact), old.fact));
            parts.extend(gone.map(|(message, fact)| ChangePart::new(message, [fact], [])));
            let new = after.iter().map(|new| (format!("{source}: new claim, {topic} {}", new.exact), new.fact));
            parts.extend(new.map(|(message, fact)| ChangePart::new(message, [], [fact])));
        }
        for part in &mut parts {
            part.source = Some(source.to_string());
        }
        parts
    }
}

/// `, said by Ada Lang → an aide`; nothing where the speaker is the same.
fn speakers(old: ClaimWords<'_>, new: ClaimWords<'_>) -> String {
    match (old.speaker, new.speaker) {
        (old, new) if old == new => String::new(),
        (Some(old), Some(new)) => format!(", said by {old} → {new}"),
        (None, Some(new)) => format!(", now said by {new}"),
        (Some(old), None) => format!(", no longer said by {old}"),
        (None, None) => String::new(),
    }
}

/// Takes out pairs that have this in common, each claim once.
fn pairs<'f>(
    before: &mut Vec<ClaimWords<'f>>,
    after: &mut Vec<ClaimWords<'f>>,
    common: fn(&ClaimWords<'f>) -> (&'f str, &'f str),
) -> Vec<(ClaimWords<'f>, ClaimWords<'f>)> {
    let mut left: BTreeMap<(&str, &str), VecDeque<ClaimWords<'f>>> = BTreeMap::new();
    after.iter().for_each(|new| left.entry(common(new)).or_default().push_back(*new));
    let mut pairs = Vec::new();
    before.retain(|old| match left.get_mut(&common(old)).and_then(VecDeque::pop_front) {
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
