//! The topics of one story, compiled for articles to be read with.

use super::{
    Phrase, Topic,
    program::Program,
    stem::{Keys, key},
};
use crate::{
    kind::name::Spellings,
    lexicon::Lexicon,
    mention::{self, Mention},
    text::Text,
    value::{Content, Value},
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The topics of one story, compiled: phrases are looked up by their rarest word, so that many cost hardly more than few.
#[derive(Debug)]
pub struct Topics {
    pub(super) topics: Vec<CompiledTopic>,
    pub(super) phrases: Vec<CompiledPhrase>,
    pub(super) keys: Keys,
    /// The phrases that cannot do without a word, by the word's number.
    pub(super) by_word: FxHashMap<u32, Vec<usize>>,
    /// Phrases that need no word: only a value of their kind.
    pub(super) by_value: Vec<usize>,
    /// Whether names or quotations are asked for.
    pub(super) wide: bool,
    pub(super) lexicon: Arc<Lexicon>,
    /// How the project spells names.
    spellings: Arc<Spellings>,
}

impl Topics {
    /// Compiles topics, for articles in which names are spelled so. What rules ask of a story is `RuleSet::wanted`: it
    /// forgets nothing.
    pub(crate) fn new<'a>(
        topics: impl IntoIterator<Item = &'a Topic>,
        spellings: Arc<Spellings>,
        lexicon: &Arc<Lexicon>,
    ) -> Self {
        let mut compiled = Self {
            topics: Vec::new(),
            phrases: Vec::new(),
            keys: Keys::default(),
            by_word: FxHashMap::default(),
            by_value: Vec::new(),
            wide: false,
            lexicon: Arc::clone(lexicon),
            spellings,
        };
        for topic in topics {
            compiled.add(topic);
        }
        compiled
    }

    fn add(&mut self, topic: &Topic) {
        let index = self.topics.len();
        for pattern in &topic.patterns {
            let program = Program::new(&pattern.phrase, &mut self.keys, &self.lexicon);
            let phrase = self.phrases.len();
            if program.anchors.is_empty() {
                self.by_value.push(phrase);
            }
            for anchor in &program.anchors {
                let phrases = self.by_word.entry(*anchor).or_default();
                if phrases.last() != Some(&phrase) {
                    phrases.push(phrase);
                }
            }
            self.phrases.push(CompiledPhrase { topic: index, choice: pattern.choice.clone(), program });
        }
        let mut compile = |phrases: &[Phrase]| -> Vec<Program> {
            phrases.iter().map(|phrase| Program::new(phrase, &mut self.keys, &self.lexicon)).collect()
        };
        let (except, not_near) = (compile(&topic.except), compile(&topic.not_near));
        self.wide |= topic.is_quoted() || topic.kind.facts().wide;
        let of = topic.of.iter().flat_map(|of| of.split_whitespace()).map(key).collect();
        self.topics.push(CompiledTopic { topic: topic.clone(), except, not_near, of });
    }

    /// The values that may become claims: names and quotations only where a topic asks for them.
    pub(super) fn mentions(&self, text: &Text) -> Vec<Mention> {
        if !self.wide {
            return mention::mentions(text, &self.lexicon);
        }
        mention::mentions_of(text, &self.lexicon, &self.spellings, &|_| true)
    }
}

#[derive(Debug)]
pub(super) struct CompiledTopic {
    pub(super) topic: Topic,
    pub(super) except: Vec<Program>,
    pub(super) not_near: Vec<Program>,
    /// The keys of the thing counted, and of the unit.
    of: Vec<String>,
}

impl CompiledTopic {
    pub(super) fn is_choice(&self) -> bool {
        self.topic.kind.name() == "choice"
    }
    /// Whether a value counts what the topic counts, and has its unit; a bare number may count anything, also where the
    /// words before it seem to say what.
    pub(super) fn counts(&self, value: &Value, lexicon: &Lexicon) -> bool {
        let Content::Amount(amount) = &value.content else { return true };
        if let (Some(thing), false) = (&amount.of, self.of.is_empty() || amount.understood) {
            let keys: Vec<String> = thing.split_whitespace().map(key).collect();
            if !self.of.iter().any(|of| keys.contains(of)) {
                return false;
            }
        }
        let Some(unit) = &self.topic.unit else { return true };
        value.kind.facts().is_in.is_none_or(|is_in| is_in(amount, unit, lexicon))
    }
}

#[derive(Debug)]
pub(super) struct CompiledPhrase {
    pub(super) topic: usize,
    pub(super) choice: Option<String>,
    pub(super) program: Program,
}
