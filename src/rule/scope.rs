//! Which topics a rule may name: those of its own story and those of every story, each under one name.

use super::{
    about::TopicAbout,
    facts::FoundFact,
    file::{FileRole, Sections},
    sentence::KnownTopics,
    topics::{self, DeclaredTopic, With},
};
use crate::{
    claim::{
        Topic,
        phrase::{PhraseVocabulary, PhraseWords},
    },
    diagnostic::{Diagnostic, code},
    fold,
    grammar::index::NameIndex,
    lexicon::Lexicon,
    yaml::{self, Document},
};
use std::collections::BTreeMap;

/// A topic, and the file that declares it.
pub(super) struct FoundTopic<'d> {
    /// The file, by its number.
    pub document: &'d Document,
    /// The only story it is for.
    pub story: Option<String>,
    /// How its file came in.
    pub role: FileRole,
    /// The topic.
    pub declared: DeclaredTopic<'d>,
}

impl FoundTopic<'_> {
    /// The topic with its place, and what it says of itself.
    pub fn finished(self) -> (Option<Topic>, TopicAbout) {
        let DeclaredTopic { key, topic, about, .. } = self.declared;
        let place = || self.document.diagnostic_place(key.words(&self.document.text));
        let declared_at = match self.role {
            FileRole::Named | FileRole::Included => Some(place()),
            FileRole::Shipped => None,
        };
        (topic.map(|topic| Topic { declared_at, ..topic }), about)
    }
}

/// Whether what is for `one` and what is for `other` can meet in one story.
pub(super) fn overlap(one: Option<&str>, other: Option<&str>) -> bool {
    one.is_none() || other.is_none() || one == other
}

/// Reads the topics of all files. Names and word lists reach from one file to another as topics do.
pub(super) fn declare<'d>(files: &mut [Sections<'d>], lexicon: &Lexicon) -> Vec<FoundTopic<'d>> {
    let vocabularies: Vec<PhraseVocabulary> = files.iter().map(|file| vocabulary(file, files)).collect();
    let mut found = Vec::new();
    for (file, vocabulary) in files.iter_mut().zip(&vocabularies) {
        let Some(mapping) = file.topics else { continue };
        let document = file.reading.document;
        let with = With { story: file.story.as_deref(), words: PhraseWords { vocabulary, lexicon } };
        for declared in topics::topics(&mut file.reading, mapping, &with) {
            found.push(FoundTopic { document, story: file.story.clone(), role: file.role, declared });
        }
    }
    found
}

/// The file's own names and lists, then those of files that its topics can see.
fn vocabulary(file: &Sections<'_>, files: &[Sections<'_>]) -> PhraseVocabulary {
    let mut all = file.vocabulary.clone();
    let visible = |other: &&Sections<'_>| other.story.is_none() || other.story == file.story;
    for other in files.iter().filter(visible) {
        for (name, spellings) in &other.vocabulary.names {
            all.names.entry(name.clone()).or_insert_with(|| spellings.clone());
        }
        for (name, words) in &other.vocabulary.words {
            all.words.entry(name.clone()).or_insert_with(|| words.clone());
        }
    }
    all
}

/// Takes out each topic of a pack that a reader's own topic of the same name replaces: in every story, or in those that the
/// reader's is for.
pub(super) fn give_way(found: &mut Vec<FoundTopic<'_>>) {
    let name = |found: &FoundTopic<'_>| fold::words(&found.declared.name).into_owned();
    let mut own: BTreeMap<String, Vec<Option<String>>> = BTreeMap::new();
    for topic in found.iter().filter(|topic| topic.role != FileRole::Shipped) {
        own.entry(name(topic)).or_default().push(topic.story.clone());
    }
    found.retain_mut(|topic| {
        let stories = own.get(&name(topic)).filter(|_| topic.role == FileRole::Shipped);
        let Some(stories) = stories else { return true };
        if let Some(topic) = &mut topic.declared.topic {
            topic.replaced_in.extend(stories.iter().flatten().cloned());
        }
        !stories.iter().any(|story| story.is_none() || *story == topic.story)
    });
}

/// Gives topics the facts that a file names for them; where one could not be read, no rule about its topic is judged.
pub(super) fn give_facts(file: &mut Sections<'_>, facts: &[FoundFact], found: &mut [FoundTopic<'_>]) {
    if facts.is_empty() {
        return;
    }
    let folded: Vec<String> = found.iter().map(|found| fold::words(&found.declared.name).into_owned()).collect();
    for FoundFact { topic, span, fact } in facts {
        let (story, wanted) = (file.story.as_deref(), fold::words(topic));
        let mut is_known = false;
        let named = found.iter_mut().zip(&folded).filter(|(_, name)| **name == wanted).map(|(found, _)| found);
        for found in named.filter(|found| overlap(story, found.story.as_deref())) {
            is_known = true;
            found.declared.is_broken |= fact.is_none();
            if let Some(topic) = &mut found.declared.topic {
                topic.fact.clone_from(fact);
            }
        }
        if !is_known {
            let names: Vec<&str> = found.iter().map(|found| found.declared.name.as_str()).collect();
            let help = yaml::suggestion(topic, &names, "declare it under `topics:`");
            file.reading.mistake(code::UNKNOWN_TOPIC, *span, format!("there is no topic `{topic}`"), help);
        }
    }
}

/// Whether two topics of one name can meet in one story, and neither gives way to the other there.
fn clash(one: &FoundTopic<'_>, other: &FoundTopic<'_>) -> bool {
    let is_one_shipped = (one.role == FileRole::Shipped) != (other.role == FileRole::Shipped);
    let kind = |found: &FoundTopic<'_>| found.declared.topic.as_ref().map(|topic| topic.kind);
    // A rule for every story can be about both only where they are of one kind.
    let gives_way = is_one_shipped && kind(one) == kind(other);
    overlap(one.story.as_deref(), other.story.as_deref()) && !gives_way
}

/// Marks topics of one name that can meet in one story, and reports each after the first.
pub(super) fn reject_doubles(found: &mut [FoundTopic<'_>]) -> Vec<Diagnostic> {
    let mut mistakes = Vec::new();
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in 0..found.len() {
        let Some(second) = found.get(index) else { continue };
        let earlier = by_name.entry(fold::words(&second.declared.name).into_owned()).or_default();
        let clash = earlier.iter().find(|first| found.get(**first).is_some_and(|first| clash(first, second))).copied();
        earlier.push(index);
        if let Some(first) = clash.and_then(|first| found.get(first)) {
            mistakes.push(double(first, second));
        }
        for broken in clash.into_iter().chain(clash.map(|_| index)) {
            if let Some(broken) = found.get_mut(broken) {
                broken.declared.is_broken = true;
            }
        }
    }
    mistakes
}

fn double(first: &FoundTopic<'_>, second: &FoundTopic<'_>) -> Diagnostic {
    let name = &second.declared.name;
    let place = |found: &FoundTopic<'_>| found.declared.key.words(&found.document.text);
    let message = format!("there are two topics `{name}` in one story");
    let help = format!("give one of them another name\nrules about `{name}` are not judged until this is mended");
    let related = first.document.diagnostic_place(place(first));
    let diagnostic = second.document.diagnostic(code::DUPLICATE_TOPIC, place(second), message, Some(help));
    diagnostic.with_related(related, "first here")
}

/// The topics that the rules of one file may name.
pub(super) struct TopicScope<'f> {
    /// The topics for the sentence parser; those with an unknown kind are not among them.
    pub topics: KnownTopics<'f>,
    /// Every declared name in lower case, the longest first, and what is wrong with it.
    names: Vec<(String, State)>,
    /// Where in `names` those are that a sentence may have.
    index: NameIndex,
    /// Whether anything is wrong with any of them.
    has_mistakes: bool,
}

/// Whether rules about a topic can be read and judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// They can.
    Good,
    /// They can be read, not judged: the topic has a mistake.
    Broken,
    /// They cannot even be read: nobody knows the topic's kind.
    KindUnknown,
}

impl<'f> TopicScope<'f> {
    /// The scope of rules for `story`.
    pub(super) fn new(found: &'f [FoundTopic<'_>], story: Option<&str>) -> Self {
        let is_replaced = |found: &FoundTopic<'_>| {
            found.declared.topic.as_ref().zip(story).is_some_and(|(topic, story)| !topic.is_of(story))
        };
        let visible = found.iter().filter(|topic| topic.story.is_none() || topic.story.as_deref() == story);
        let visible = visible.filter(|found| !is_replaced(found));
        let (mut topics, mut names) = (Vec::new(), Vec::new());
        for topic in visible.map(|found| &found.declared) {
            let state = match &topic.topic {
                Some(_) if topic.is_broken => State::Broken,
                Some(_) => State::Good,
                None => State::KindUnknown,
            };
            topics.extend(&topic.topic);
            names.push((fold::words(&topic.name).into_owned(), state));
        }
        Self::of(KnownTopics::new(topics), names)
    }

    /// The scope of topics with these names, what nobody can write left out.
    fn of(topics: KnownTopics<'f>, mut names: Vec<(String, State)>) -> Self {
        names.retain(|(name, _)| !name.is_empty());
        names.sort_by(|(one, _): &(String, State), (other, _)| other.len().cmp(&one.len()).then(one.cmp(other)));
        let has_mistakes = names.iter().any(|(_, state)| *state != State::Good);
        let index = NameIndex::new(names.iter().map(|(name, _)| name.as_str()));
        Self { topics, names, index, has_mistakes }
    }

    /// The worst state of the topics that the sentence names: at each word the longest name counts, outside quotation
    /// marks, in any case.
    pub(super) fn state(&self, sentence: &str) -> State {
        if !self.has_mistakes {
            return State::Good;
        }
        let sentence = fold::words(sentence);
        let candidates = self.index.candidates(&sentence);
        let mut worst = State::Good;
        let mut rest = &*sentence;
        while !rest.is_empty() {
            let mut names = candidates.iter().filter_map(|at| self.names.get(*at));
            let named = names.find(|(name, _)| begins_with_words(rest, name));
            if let Some((name, state)) = named {
                worst = worst.max(*state);
                rest = rest.get(name.len()..).unwrap_or("");
            } else if let Some(quoted) = rest.strip_prefix('"') {
                rest = quoted.split_once('"').map_or("", |(_, after)| after);
            } else {
                rest = next_word(rest);
            }
        }
        worst
    }
}

/// Whether `text` begins with `words`, and they end where a word ends.
fn begins_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

/// What follows the word (or the mark) that `text` begins with.
fn next_word(text: &str) -> &str {
    let word = text.trim_start_matches(char::is_alphanumeric);
    let skipped = if word.len() < text.len() {
        word
    } else {
        text.get(text.chars().next().map_or(0, char::len_utf8)..).unwrap_or("")
    };
    skipped.trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_at_a_word_counts() {
        let names = [
            ("call start", State::Broken),
            ("call start time", State::Good),
            ("toll", State::KindUnknown),
            ("", State::Broken),
        ];
        let names = names.iter().map(|(name, state)| ((*name).to_string(), *state)).collect::<Vec<_>>();
        let scope = TopicScope::of(KnownTopics::default(), names);
        for (sentence, state) in [
            ("call start time consistent across sources", State::Good),
            ("Call  Start consistent across sources", State::Broken),
            ("call started is 5", State::Good),
            ("recall start is 5", State::Good),
            ("x attributed to \"call start\"", State::Good),
            ("when call start cited, toll is 5", State::KindUnknown),
            ("(toll) is 5", State::KindUnknown),
            ("é", State::Good),
        ] {
            assert_eq!(scope.state(sentence), state, "{sentence}");
        }
    }
}
