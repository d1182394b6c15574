//! A phrase: how a writer would put a claim, with a hole for its value.

mod building;
mod escapes;
mod mistakes;
mod unit;

pub use escapes::without_escapes;

use crate::{
    diagnostic::{Mistake, code},
    grammar::{Grammar, Rule as Production},
    lexicon::Lexicon,
    value::Kind,
};
use building::Building;
use escapes::between_marks;
use pest::Parser;
use std::{collections::BTreeMap, ops::Range};

/// A parsed phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The phrase as written.
    pub source: String,
    /// What it asks for, in order.
    pub elements: Vec<Element>,
    /// Whether it stands in quotation marks: then it finds its words in this order alone, and no other way to say the same.
    pub is_literal: bool,
}

/// One thing that a phrase asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// A word.
    Word(PhraseWord),
    /// A word that names a unit, by its key: beside the hole a writer may put it on either side, or inside the value.
    Unit(PhraseWord),
    /// A word as written.
    Exact(String),
    /// "'s".
    Possessive,
    /// A mark that is required: a comma, a colon.
    Mark(char),
    /// The value.
    Hole(Kind),
    /// The shortest run of any words.
    Gap,
    /// One of these.
    Choice(Vec<Vec<Element>>),
    /// It may be missing.
    Optional(Vec<Element>),
}

/// A word of a phrase: it finds the words that share its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseWord {
    /// What it is found by.
    pub key: String,
    /// As it is written.
    pub written: String,
}

/// What a phrase may refer to: the file's `names:` (each with its spellings) and `words:` lists.
#[derive(Clone, Debug, Default)]
pub struct PhraseVocabulary {
    /// Canonical name to its other spellings.
    pub names: BTreeMap<String, Vec<String>>,
    /// List name to its words, used as `$name`.
    pub words: BTreeMap<String, Vec<String>>,
}

/// The words that a phrase is read with: those that it may refer to, and those that the engine knows.
#[derive(Clone, Copy, Debug)]
pub struct PhraseWords<'w> {
    /// The file's own.
    pub vocabulary: &'w PhraseVocabulary,
    /// The engine's.
    pub lexicon: &'w Lexicon,
}

/// How a phrase may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A topic's phrase: its hole must be of this kind (a choice or quotation topic's phrases have no hole).
    Topic(Kind),
    /// A veto: the hole is optional, and must be of this kind.
    Veto(Kind),
}

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    /// Every mistake that was found, in the order of the phrase.
    pub fn parse(text: &str, used_as: Use, words: PhraseWords<'_>) -> Result<Self, Vec<Mistake>> {
        if text.trim().is_empty() {
            let help = Some("write the words that a report would use".to_string());
            return Err(vec![Mistake::at(code::EMPTY_TEXT, 0..text.len(), "the phrase is empty".to_string(), help)]);
        }
        let literal = between_marks(text);
        let words_of = literal.as_deref().unwrap_or(text);
        let signs = without_escapes(words_of);
        if let Some(found) = mistakes::pattern(&signs, used_as).or_else(|| mistakes::unbalanced(&signs)) {
            return Err(vec![found]);
        }
        let mut pairs =
            Grammar::parse(Production::phrase, words_of).map_err(|error| vec![mistakes::syntax(text, &error)])?;
        let mut building = Building::new(used_as, words);
        let sequence = pairs.next().and_then(|phrase| phrase.into_inner().next());
        let elements = sequence.map(|sequence| building.sequence(sequence)).unwrap_or_default();
        building.check(text, &elements);
        if building.mistakes.is_empty() {
            Ok(Self { source: text.to_string(), elements, is_literal: literal.is_some() })
        } else {
            Err(building.mistakes)
        }
    }

    /// Brackets that hold one thing and must not be missing: they say nothing, and are no part of the text either.
    #[must_use]
    pub fn idle_brackets(&self) -> Option<Range<usize>> {
        let signs = without_escapes(&self.source);
        let mut open: Vec<(usize, bool)> = Vec::new();
        for (at, sign) in signs.char_indices() {
            match (sign, open.last_mut()) {
                ('(', _) => open.push((at, false)),
                ('|', Some((_, has_several))) => *has_several = true,
                (')', Some((from, has_several))) => {
                    let rest = signs.get(at + 1..).unwrap_or_default();
                    if !*has_several && !rest.trim_start().starts_with('?') {
                        return Some(*from..at + 1);
                    }
                    open.pop();
                }
                _ => {}
            }
        }
        None
    }

    /// Its words as they are written, in order.
    #[must_use]
    pub fn written_words(&self) -> Vec<&str> {
        fn add<'e>(elements: &'e [Element], words: &mut Vec<&'e str>) {
            for element in elements {
                match element {
                    Element::Word(word) | Element::Unit(word) => words.push(&word.written),
                    Element::Exact(word) => words.push(word),
                    Element::Choice(choices) => choices.iter().for_each(|choice| add(choice, words)),
                    Element::Optional(inner) => add(inner, words),
                    Element::Possessive | Element::Mark(_) | Element::Hole(_) | Element::Gap => {}
                }
            }
        }
        let mut words = Vec::new();
        add(&self.elements, &mut words);
        words
    }

    /// Whether it has a hole.
    #[must_use]
    pub fn has_hole(&self) -> bool {
        self.hole().is_some()
    }

    /// The kind of its hole.
    #[must_use]
    pub fn hole(&self) -> Option<Kind> {
        fn any(elements: &[Element]) -> Option<Kind> {
            elements.iter().find_map(|element| match element {
                Element::Hole(kind) => Some(*kind),
                Element::Choice(choices) => choices.iter().find_map(|choice| any(choice)),
                Element::Optional(inner) => any(inner),
                Element::Word(_) | Element::Unit(_) | Element::Exact(_) => None,
                Element::Possessive | Element::Mark(_) | Element::Gap => None,
            })
        }
        any(&self.elements)
    }
}
