//! Which names may stand where in a sentence: topics, the choices of a topic after `is`, properties,
//! and kinds of value behind `every`.

use crate::{
    article::Property,
    claim::{Choices, Topic},
    grammar::{
        index::NameIndex,
        masked::{Before, MaskedName, NameKind, Names, length_at},
    },
    suggest::Vocabulary,
    value::Kind,
};
use rustc_hash::FxHashMap;
use std::{cell::OnceCell, cmp::Reverse};

/// The topics that sentences may name, so kept that many cost no more than few.
#[derive(Default)]
pub struct KnownTopics<'a> {
    /// In the order of their declaration.
    pub all: Vec<&'a Topic>,
    index: NameIndex,
    /// Each name with its topic's index: the first of that name.
    by_name: FxHashMap<&'a str, usize>,
    /// The first topics of each kind, as many as a sentence may need for an example.
    by_kind: FxHashMap<Kind, Vec<&'a Topic>>,
    /// The choices of each topic that has some.
    choices: FxHashMap<&'a str, Choices<'a>>,
    /// The names, once one is looked for that is none.
    spelling: OnceCell<Vocabulary>,
}

/// One more than the parts of the longest example: the subject itself is no operand.
const MOST_OF_A_KIND: usize = 4;

impl<'a> KnownTopics<'a> {
    /// The topics of a rule file, in order.
    pub fn new(topics: impl IntoIterator<Item = &'a Topic>) -> Self {
        let mut known = Self { all: topics.into_iter().collect(), ..Self::default() };
        known.index = NameIndex::new(known.all.iter().map(|topic| topic.name()));
        for (index, topic) in known.all.iter().copied().enumerate() {
            known.by_name.entry(topic.name()).or_insert(index);
            let of_kind = known.by_kind.entry(topic.kind).or_default();
            if of_kind.len() < MOST_OF_A_KIND {
                of_kind.push(topic);
            }
            if topic.kind.is_choice() {
                known.choices.entry(topic.name()).or_insert_with(|| Choices::new(topic));
            }
        }
        known
    }

    /// The first topic of this name.
    pub fn find(&self, name: &str) -> Option<&'a Topic> {
        self.by_name.get(name).and_then(|index| self.all.get(*index)).copied()
    }

    /// The first few topics of a kind.
    pub fn of_kind(&self, kind: Kind) -> &[&'a Topic] {
        self.by_kind.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The choices of the topic of this name, where it has some.
    pub fn choices(&self, name: &str) -> Option<&Choices<'a>> {
        self.choices.get(name)
    }

    /// The name that is meant by one that no topic has.
    pub fn nearest(&self, name: &str) -> Option<&'a str> {
        let spelling = self.spelling.get_or_init(|| Vocabulary::new(self.all.iter().map(|topic| topic.name())));
        spelling.nearest(name).and_then(|index| self.all.get(index)).map(|topic| topic.name())
    }

    /// The topics that share a word with a sentence, in order: all that it names are among them.
    fn candidates(&self, sentence: &str) -> impl Iterator<Item = &'a Topic> {
        self.index.candidates(sentence).into_iter().filter_map(|index| self.all.get(index).copied())
    }
}

/// The declared names that a sentence may hold.
pub struct NamedTopics<'k, 'a> {
    pub topics: Vec<&'a Topic>,
    known: &'k KnownTopics<'a>,
}

/// After these words a name is an operand; elsewhere a property's name is read only as a subject.
const BEFORE_OPERANDS: &[&str] = &["before", "after", "on", "of", "matches", "than"];
/// Before a subject stands one of these, or nothing.
const BEFORE_SUBJECTS: &[&str] = &["", "and", "or", "when", "unless", ","];

impl<'k, 'a> NamedTopics<'k, 'a> {
    /// Keeps the topics that a sentence names somewhere, so that few are looked for at each word.
    pub fn new(sentence: &str, known: &'k KnownTopics<'a>) -> Self {
        let lower = |character: char| character.to_lowercase().next().unwrap_or(character);
        let mut starts: Vec<(char, &str)> = Vec::new();
        let mut in_word = false;
        for (at, character) in sentence.char_indices() {
            if !(character.is_whitespace() || in_word && character.is_alphanumeric()) {
                starts.extend(sentence.get(at..).map(|rest| (lower(character), rest)));
            }
            in_word = character.is_alphanumeric();
        }
        let is_named = |topic: &&'a Topic| {
            let Some(first) = topic.name().trim_start().chars().next().map(lower) else { return false };
            starts.iter().any(|(start, rest)| *start == first && length_at(topic.name(), rest).is_some())
        };
        Self { topics: known.candidates(sentence).filter(is_named).collect(), known }
    }
}

impl<'a> Names<'a> for NamedTopics<'_, 'a> {
    fn at(&self, rest: &str, before: &Before<'a>) -> Vec<MaskedName<'a>> {
        let mut found = self.choices(rest, before);
        for topic in &self.topics {
            found.extend(name(NameKind::Topic, topic.name(), rest));
        }
        let is_subject =
            BEFORE_SUBJECTS.contains(&before.word.as_str()) && (before.name.is_none() || !before.word.is_empty());
        if is_subject || BEFORE_OPERANDS.contains(&before.word.as_str()) {
            let properties = Property::ALL.iter();
            found.extend(properties.filter_map(|property| name(NameKind::Property, property.name(), rest)));
        }
        if before.word == "every" {
            let kinds = Kind::all().filter(|kind| !kind.is_choice());
            found.extend(kinds.filter_map(|kind| name(NameKind::Kind, kind.name(), rest)));
        }
        // The longest first; of equals the one written in the same case, then choices before topics before properties and kinds.
        found.sort_by_key(|name| (Reverse(name.len), !rest.starts_with(name.declared)));
        found.dedup_by_key(|name| name.len);
        found
    }
}

impl<'a> NamedTopics<'_, 'a> {
    /// The choices of a topic.
    pub fn choices_of(&self, topic: &str) -> Option<&Choices<'a>> {
        self.known.choices(topic)
    }

    /// The choices at this place, where it is directly after a choice topic and `is`.
    fn choices(&self, rest: &str, before: &Before<'a>) -> Vec<MaskedName<'a>> {
        let subject = before.name.filter(|name| before.word == "is" && name.kind == NameKind::Topic);
        let choices = subject.and_then(|subject| self.choices_of(subject.declared));
        let candidates = choices.into_iter().flat_map(|choices| choices.candidates(rest));
        candidates.filter_map(|choice| name(NameKind::Choice, choice, rest)).collect()
    }
}

fn name<'a>(kind: NameKind, declared: &'a str, rest: &str) -> Option<MaskedName<'a>> {
    length_at(declared, rest).map(|len| MaskedName { kind, declared, len })
}
