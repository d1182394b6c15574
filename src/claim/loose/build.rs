//! From a phrase to steps that may each be passed over, at a price.

use super::{Loose, Skip, Sort, Step, price};
use crate::{
    claim::{
        phrase::{Element, Phrase},
        stem::{Keys, key},
    },
    lexicon::{Class, Lexicon},
    text::{Text, TokenKind},
};
use rustc_hash::FxHashMap;

impl Loose {
    /// Compiles a phrase whose words have their numbers already.
    pub(in crate::claim) fn new(phrase: &Phrase, keys: &Keys, lexicon: &Lexicon) -> Self {
        let mut building = Building { keys, lexicon, written: written(phrase), steps: Vec::new(), content: Vec::new() };
        building.push(Sort::Accept, 0, None);
        let start = building.sequence(&phrase.elements, 0);
        // The last step is where the phrase begins.
        building.push(Sort::Split(vec![start]), start, None);
        Self { steps: building.steps, content: building.content }
    }
}

/// The words of a phrase as written, by their keys.
fn written(phrase: &Phrase) -> FxHashMap<String, String> {
    let text = Text::plain(&phrase.source, Lexicon::english());
    let words =
        (0..text.tokens().len()).filter(|at| matches!(text.token(*at).kind, TokenKind::Word | TokenKind::Number));
    words.map(|at| (key(text.written(at)), text.written(at).to_string())).collect()
}

struct Building<'a> {
    keys: &'a Keys,
    lexicon: &'a Lexicon,
    written: FxHashMap<String, String>,
    steps: Vec<Step>,
    content: Vec<u32>,
}

impl Building<'_> {
    fn push(&mut self, sort: Sort, next: usize, skip: Option<Skip>) -> usize {
        self.steps.push(Step { sort, next, skip });
        self.steps.len() - 1
    }

    /// Compiles from the end: each element knows the step that follows.
    fn sequence(&mut self, elements: &[Element], next: usize) -> usize {
        elements.iter().rev().fold(next, |next, element| self.element(element, next))
    }

    fn element(&mut self, element: &Element, next: usize) -> usize {
        match element {
            Element::Word(stem) | Element::Unit(stem) => {
                let skip = self.missing(stem);
                self.word(stem, next, Some(skip))
            }
            Element::Exact(word) => {
                let number = self.number(&key(word));
                let skip = Skip { wanted: vec![(word.clone(), vec![number])], price: price::MISSING };
                self.push(Sort::Exact(number, word.as_str().into()), next, Some(skip))
            }
            Element::Possessive => self.push(Sort::Possessive, next, Some(mark("'s"))),
            Element::Mark(character) => self.push(Sort::Mark(*character), next, Some(mark(&character.to_string()))),
            Element::Hole(kind) => self.push(Sort::Hole(*kind), next, None),
            Element::Gap => self.push(Sort::Gap, next, None),
            Element::Choice(choices) => self.choice(choices, next),
            Element::Optional(inner) => {
                // What may be missing says nothing where it is there.
                let content = self.content.len();
                let taken = self.sequence(inner, next);
                self.content.truncate(content);
                self.push(Sort::Split(vec![taken, next]), next, None)
            }
        }
    }

    /// One of several: where none is there, that is one thing missing, and not the first of them.
    fn choice(&mut self, choices: &[Vec<Element>], next: usize) -> usize {
        let starts = choices
            .iter()
            .map(|choice| match choice.as_slice() {
                [Element::Word(stem) | Element::Unit(stem)] => self.word(stem, next, None),
                longer => self.sequence(longer, next),
            })
            .collect();
        let skip = self.none_of(choices);
        self.push(Sort::Split(starts), next, skip)
    }

    fn word(&mut self, stem: &str, next: usize, skip: Option<Skip>) -> usize {
        let number = self.number(stem);
        self.push(Sort::Word(number, self.shown(stem).into()), next, skip)
    }

    /// The number of a word, which is remembered where it says something.
    fn number(&mut self, stem: &str) -> u32 {
        let number = self.keys.known(stem);
        let shown = self.shown(stem);
        let common = Class::FUNCTION.and(Class::STARTER).and(Class::PASSED_OVER);
        if !self.lexicon.look_up(&shown).is(common) {
            self.content.push(number);
        }
        number
    }

    fn shown(&self, stem: &str) -> String {
        self.written.get(stem).cloned().unwrap_or_else(|| stem.to_string())
    }

    fn missing(&self, stem: &str) -> Skip {
        Skip { wanted: vec![(self.shown(stem), vec![self.keys.known(stem)])], price: price::MISSING }
    }

    /// What is missing where none of several is there; nothing where one of them is more than words.
    fn none_of(&self, choices: &[Vec<Element>]) -> Option<Skip> {
        let word = |element: &Element| match element {
            Element::Word(stem) | Element::Unit(stem) => Some((self.shown(stem), self.keys.known(stem))),
            Element::Exact(word) => Some((word.clone(), self.keys.known(&key(word)))),
            Element::Possessive | Element::Mark(_) | Element::Hole(_) | Element::Gap => None,
            Element::Choice(_) | Element::Optional(_) => None,
        };
        let words = |choice: &Vec<Element>| -> Option<(String, Vec<u32>)> {
            let (words, numbers): (Vec<String>, Vec<u32>) = choice.iter().map(word).collect::<Option<_>>()?;
            Some((words.join(" "), numbers))
        };
        let wanted: Vec<(String, Vec<u32>)> = choices.iter().map(words).collect::<Option<_>>()?;
        Some(Skip { wanted, price: price::MISSING })
    }
}

fn mark(words: &str) -> Skip {
    Skip { wanted: vec![(words.to_string(), Vec::new())], price: price::SPELLING }
}
