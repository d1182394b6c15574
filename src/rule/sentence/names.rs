//! Which names may stand where in a sentence: topics, the choices of a topic after `is`, properties,
//! and kinds of value behind `every`.

use crate::{
    article::Property,
    claim::Topic,
    grammar::masked::{Before, MaskedName, NameKind, Names, length_at},
    suggest::Vocabulary,
    value::Kind,
};
use rustc_hash::FxHashMap;
use std::{cell::OnceCell, cmp::Reverse, collections::BTreeSet};

/// The topics that sentences may name, each found by the rarest word of its name, so that many cost no more than few.
#[derive(Default)]
pub struct KnownTopics<'a> {
    /// In the order of their declaration.
    pub all: Vec<&'a Topic>,
    by_word: FxHashMap<String, Vec<usize>>,
    /// Those whose names have no word: "%".
    without_word: Vec<usize>,
    /// Each name with its topic's index: the first of that name.
    by_name: FxHashMap<&'a str, usize>,
    /// The names, once one is looked for that is none.
    spelling: OnceCell<Vocabulary>,
}

impl<'a> KnownTopics<'a> {
    /// The topics of a rule file, in order.
    pub fn new(topics: impl IntoIterator<Item = &'a Topic>) -> Self {
        let mut known = Self { all: topics.into_iter().collect(), ..Self::default() };
        let mut uses: FxHashMap<String, usize> = FxHashMap::default();
        for word in known.all.iter().flat_map(|topic| words(topic.name())) {
            *uses.entry(word).or_default() += 1;
        }
        for (index, topic) in known.all.iter().enumerate() {
            known.by_name.entry(topic.name()).or_insert(index);
            match words(topic.name()).min_by_key(|word| uses.get(word).copied()) {
                Some(rarest) => known.by_word.entry(rarest).or_default().push(index),
                None => known.without_word.push(index),
            }
        }
        known
    }

    /// The first topic of this name.
    pub fn find(&self, name: &str) -> Option<&'a Topic> {
        self.by_name.get(name).and_then(|index| self.all.get(*index)).copied()
    }

    /// The name that is meant by one that no topic has.
    pub fn nearest(&self, name: &str) -> Option<&'a str> {
        let spelling = self.spelling.get_or_init(|| Vocabulary::new(self.all.iter().map(|topic| topic.name())));
        spelling.nearest(name).and_then(|index| self.all.get(index)).map(|topic| topic.name())
    }

    /// The topics that share a word with a sentence, in order: all that it names are among them.
    fn candidates(&self, sentence: &str) -> impl Iterator<Item = &'a Topic> {
        let mut found: BTreeSet<usize> = self.without_word.iter().copied().collect();
        found.extend(words(sentence).filter_map(|word| self.by_word.get(&word)).flatten());
        found.into_iter().filter_map(|index| self.all.get(index).copied())
    }
}

/// The runs of letters and digits, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    let runs = text.split(|character: char| !character.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.map(|run| run.chars().flat_map(char::to_lowercase).collect())
}

/// The declared names that a sentence may hold.
pub struct NamedTopics<'a> {
    pub topics: Vec<&'a Topic>,
}

/// After these words a name is an operand; elsewhere a property's name is read only as a subject.
const BEFORE_OPERANDS: &[&str] = &["before", "after", "on", "of", "matches", "than"];
/// Before a subject stands one of these, or nothing.
const BEFORE_SUBJECTS: &[&str] = &["", "and", "or", "when", "unless", ","];

impl<'a> NamedTopics<'a> {
    /// Keeps the topics that a sentence names somewhere, so that few are looked for at each word.
    pub fn new(sentence: &str, topics: &KnownTopics<'a>) -> Self {
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
        Self { topics: topics.candidates(sentence).filter(is_named).collect() }
    }
}

impl<'a> Names<'a> for NamedTopics<'a> {
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

impl<'a> NamedTopics<'a> {
    /// The choices at this place, where it is directly after a choice topic and `is`.
    fn choices(&self, rest: &str, before: &Before<'a>) -> Vec<MaskedName<'a>> {
        let subject = before.name.filter(|name| before.word == "is" && name.kind == NameKind::Topic);
        let Some(subject) = subject else { return Vec::new() };
        let topic = self.topics.iter().find(|topic| topic.name() == subject.declared);
        let choices = topic.map(|topic| topic.choices()).unwrap_or_default();
        choices.into_iter().filter_map(|choice| name(NameKind::Choice, choice, rest)).collect()
    }
}

fn name<'a>(kind: NameKind, declared: &'a str, rest: &str) -> Option<MaskedName<'a>> {
    length_at(declared, rest).map(|len| MaskedName { kind, declared, len })
}
