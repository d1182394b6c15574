//! What the stretches of a sentence are: names and predicates at their places, for whoever points at one.

use super::{ClauseReader, KnownTopics, names::NamedTopics};
use crate::{
    grammar::{
        Grammar, Rule,
        masked::{self, Masked, NameKind},
    },
    lexicon::Lexicon,
    predicate,
};
use pest::Parser;
use std::{fmt, ops::Range};

/// A stretch of a sentence that is something by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceStretch {
    /// Its bytes in the sentence.
    pub range: Range<usize>,
    /// What it is.
    pub role: StretchRole,
}

/// What a stretch of a sentence is.
#[derive(Clone, PartialEq, Eq)]
pub enum StretchRole {
    /// A declared topic, by its name as declared.
    Topic(String),
    /// What an article says of itself.
    Property(String),
    /// A kind of value behind `every`.
    Kind(String),
    /// A choice of a topic.
    Choice(String),
    /// What is asked: how it can be written, and when it holds, where the clause can be read.
    Predicate(&'static [&'static str], Option<&'static str>),
}

impl fmt::Debug for StretchRole {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Topic(name) => write!(to, "topic {name}"),
            Self::Property(name) => write!(to, "property {name}"),
            Self::Kind(name) => write!(to, "kind {name}"),
            Self::Choice(name) => write!(to, "choice {name}"),
            Self::Predicate(forms, asks) => {
                write!(to, "{}: {}", forms.first().unwrap_or(&""), asks.unwrap_or("unread"))
            }
        }
    }
}

/// The stretches of a sentence, in order, those inside of another behind it; also of one with a mistake, as far as it can be
/// read.
#[must_use]
pub fn stretches(sentence: &str, topics: &KnownTopics<'_>, lexicon: &Lexicon) -> Vec<SentenceStretch> {
    if super::unreadable(sentence).is_some() {
        return Vec::new();
    }
    let declared = NamedTopics::new(sentence, topics);
    let readings = masked::readings(sentence, &declared);
    let is_read = |reading: &&Masked<'_>| super::read(sentence, reading, &declared, lexicon).is_ok();
    let Some(reading) = readings.iter().find(is_read).or(readings.first()) else { return Vec::new() };
    let reader = ClauseReader { sentence, masked: reading, topics: &declared, lexicon };
    let mut found = names(reading);
    found.extend(predicates(&reader));
    found.sort_by_key(|stretch| (stretch.range.start, std::cmp::Reverse(stretch.range.end)));
    found
}

fn names(reading: &Masked<'_>) -> Vec<SentenceStretch> {
    let named = reading.text.char_indices().filter_map(|(at, character)| {
        let known = reading.name_of(character)?;
        let name = known.declared.to_string();
        let role = match known.kind {
            NameKind::Topic => StretchRole::Topic(name),
            NameKind::Choice => StretchRole::Choice(name),
            NameKind::Property => StretchRole::Property(name),
            NameKind::Kind => StretchRole::Kind(name),
        };
        Some(SentenceStretch { range: reading.origin(at..at + character.len_utf8()), role })
    });
    named.collect()
}

fn predicates(reader: &ClauseReader<'_>) -> Vec<SentenceStretch> {
    let Ok(pairs) = Grammar::parse(Rule::sentence, &reader.masked.text) else { return Vec::new() };
    let clauses = pairs.flatten().filter(|pair| pair.as_rule() == Rule::clause);
    let of_clause = clauses.filter_map(|clause| {
        let mut parts = clause.clone().into_inner();
        let (entry, span) = parts.find_map(|pair| Some((predicate::find(pair.as_rule())?, pair.as_span())))?;
        let asks = reader.clause(&clause).ok().map(|clause| clause.predicate.asks());
        let role = StretchRole::Predicate(entry.forms, asks);
        Some(SentenceStretch { range: reader.masked.origin(span.start()..span.end()), role })
    });
    of_clause.collect()
}
