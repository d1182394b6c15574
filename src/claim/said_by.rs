//! Who says what a claim says, as its article tells it.

use super::Topics;
use crate::{
    attribution::{Attribution, Attributions, Speaker, SpeakerSort},
    fold,
    kind::name::{self, Name},
    lexicon::{ClauseClass, Lexicon, RelationClass},
    mention::Mention,
    text::{Quotation, Text},
    value::Kind,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, ops::Range, sync::Arc};

/// Somebody who is reported to have said something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimSpeaker {
    /// Who it is, in words: the name in its fullest form, else the words that a pronoun or a part stands for, else those that
    /// stand at the cue.
    pub who: Box<str>,
    /// What it is.
    pub sort: SpeakerSort,
    /// What it is called in lower case beside its name or instead of one, at the cue: "senior official".
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub called: Box<str>,
    /// Whether it is only worked out that it speaks: through a pronoun, or because it spoke before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub inferred: bool,
    /// The agency that it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Box<str>>,
    /// Why the name is kept back, as far as the article says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Box<str>>,
}

/// Whose words a claim is in, the outermost first: of "an aide says that the president said" the aide, then the president.
pub type SaidBy = Arc<[ClaimSpeaker]>;

/// What is said in an article, and the words for who says it.
pub(super) struct ArticleSpeech<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    found: Attributions,
    /// The quotations of the text.
    pub(super) quotations: Vec<Quotation>,
    /// What those who speak are called beside their names, by name.
    called: BTreeMap<Box<str>, String>,
}

/// The names of an article; where names are among its values, they are not read again.
pub(super) fn names_of(text: &Text, mentions: &[Mention], topics: &Topics) -> Vec<Name> {
    let is_name = |mention: &&Mention| mention.value.kind == Kind::of(&name::ENTRY);
    let name = |mention: &Mention| {
        let full = mention.value.chosen().unwrap_or_default().into();
        Name { first: mention.first, end: mention.end, full }
    };
    if topics.wide {
        mentions.iter().filter(is_name).map(name).collect()
    } else {
        name::names(text, &topics.lexicon, topics.spellings(), &|_| false)
    }
}

impl<'a> ArticleSpeech<'a> {
    /// Reads the attributions of an article.
    pub(super) fn read(text: &'a Text<'a>, mentions: &[Mention], topics: &'a Topics) -> Self {
        let lexicon = &*topics.lexicon;
        let names = names_of(text, mentions, topics);
        let quotations = crate::text::quotations(text, lexicon).found;
        let found = Attributions::read(text, &names, &quotations, lexicon);
        let mut speech = Self { text, lexicon, found, quotations, called: BTreeMap::new() };
        let speakers = speech.found.all.iter().map(|one| &one.speaker);
        let mut called: BTreeMap<Box<str>, String> = BTreeMap::new();
        for (name, speaker) in speakers.filter_map(|speaker| Some((speaker.name.as_ref()?, speaker))) {
            let words = speech.words_beside_name(&speaker.words);
            let known = called.entry(name.clone()).or_default();
            if !words.is_empty() && !known.contains(&words) {
                *known = format!("{known} {words}").trim().to_string();
            }
        }
        speech.called = called;
        speech
    }

    /// Whose words tokens are.
    pub(super) fn said_by(&self, place: &Range<usize>) -> Option<SaidBy> {
        let mut chain = Vec::new();
        let mut next = self.found.innermost(place);
        while let Some(attribution) = next {
            chain.push(self.told(attribution));
            next = attribution.within.and_then(|outer| self.found.all.get(outer));
        }
        chain.reverse();
        (!chain.is_empty()).then(|| chain.into())
    }

    /// The words of who says what stands at tokens, or of whom these stand for.
    pub(super) fn words_of_speaker(&self, place: &Range<usize>) -> Option<(usize, usize)> {
        let speaker = &self.found.innermost(place)?.speaker;
        let words = speaker.stands_for.as_ref().unwrap_or(&speaker.words);
        Some((words.start, words.end))
    }

    /// Those whose names are kept back and who are not spoken of again, in the order of the text, each with what they say.
    pub(super) fn unnamed(&self) -> impl Iterator<Item = &Attribution> {
        let is_new = |speaker: &Speaker| speaker.sort == SpeakerSort::Unnamed && speaker.stands_for.is_none();
        self.found.all.iter().filter(move |one| is_new(&one.speaker))
    }

    /// A speaker in words.
    pub(super) fn told(&self, attribution: &Attribution) -> ClaimSpeaker {
        let speaker = &attribution.speaker;
        let who = speaker.told(self.text).into();
        let called = match speaker.sort {
            SpeakerSort::Unknown => String::new(),
            _ => {
                let by_name = speaker.name.as_ref().and_then(|name| self.called.get(name).cloned());
                by_name.unwrap_or_else(|| self.words_beside_name(&speaker.words))
            }
        };
        let reason = attribution.reason.as_ref().map(|reason| self.text.words(reason.start, reason.end).into());
        let is_pronoun = self.lexicon.clauses().class(self.text.written(speaker.head)).is(ClauseClass::SUBJECT);
        let inferred = attribution.is_inferred || is_pronoun;
        let to = attribution.hearer.as_ref().and_then(|hearer| {
            let words = self.text.words(hearer.start, hearer.end);
            self.lexicon.articles().agency(words.split(" (").next().unwrap_or_default()).map(Into::into)
        });
        ClaimSpeaker { who, sort: speaker.sort, called: called.into(), inferred, to, reason }
    }

    /// The words in lower case of a speaker that are no part of a name.
    fn words_beside_name(&self, words: &Range<usize>) -> String {
        let plain = words.clone().filter(|token| {
            let written = self.text.written(*token);
            written.chars().next().is_some_and(char::is_lowercase)
        });
        plain.map(|token| self.text.written(token)).collect::<Vec<_>>().join(" ")
    }
}

impl ClaimSpeaker {
    /// Whether it is another than a second for sure: two persons of two names, or one with a name and one who is called what that
    /// one is not. A body may speak through a person, and whoever is unclear may be anybody.
    #[must_use]
    pub fn differs(&self, other: &Self, lexicon: &Lexicon) -> bool {
        let (named, other_named) = (self.is_named(), other.is_named());
        if named && other_named {
            return self.has_other_name(other, lexicon);
        }
        named && self.is_called_otherwise(other, lexicon) || other_named && other.is_called_otherwise(self, lexicon)
    }

    fn has_other_name(&self, other: &Self, lexicon: &Lexicon) -> bool {
        let is_body = |speaker: &Self| speaker.who.split(' ').any(|word| lexicon.attribution().is_body(word));
        let is_person = |speaker: &Self| name::is_person(&speaker.who, lexicon.names()) && !is_body(speaker);
        let last = |speaker: &Self| fold::name(&speaker.who).split(' ').next_back().map(str::to_string);
        is_person(self) && is_person(other) && last(self) != last(other)
    }

    /// Whether one without a name is called something that this one, whose parts are known, is not.
    fn is_called_otherwise(&self, other: &Self, lexicon: &Lexicon) -> bool {
        let words = lexicon.attribution();
        let part = other.called.split(' ').next_back().unwrap_or_default();
        let is_person = lexicon.relations().class_of(part, lexicon.stems()).is(RelationClass::PERSON);
        let is_known = self.called.split(' ').any(|word| words.is_same_role(word, part));
        is_person && !self.called.is_empty() && !is_known && name::is_person(&self.who, lexicon.names())
    }

    /// What a statement of it is known by: the agency that is told, or the name; nothing where nobody is named.
    #[must_use]
    pub fn statement<'s>(&'s self, lexicon: &'s Lexicon) -> Option<&'s str> {
        let name = || self.is_named().then_some(&*self.who);
        lexicon.articles().agency(&self.who).or_else(name).or(self.to.as_deref())
    }

    /// Whether its name, or the words for it, hold a name: "Ada Lang" that of Lang.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        format!(" {} ", fold::name(&self.who)).contains(&format!(" {} ", fold::name(name)))
    }

    /// Whether words name it.
    #[must_use]
    pub fn is_named_in(&self, words: &str) -> bool {
        let who = fold::name(&self.who);
        let last = who.split(' ').next_back().unwrap_or_default();
        let is_last = |word: &str| fold::name(word) == last;
        self.is_named() && words.split(|letter: char| !letter.is_alphanumeric()).any(is_last)
    }

    /// Whether it is called by a name.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.sort == SpeakerSort::Named
    }
}
