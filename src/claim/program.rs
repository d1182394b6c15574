//! A phrase compiled: steps with numbered words.

use super::{
    phrase::{Element, Phrase, PhraseWord},
    stem::Keys,
};
use crate::lexicon::Lexicon;

/// One step; the last number is the step that follows, which was made before it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PhraseStep {
    Word(u32, usize),
    /// A word as written, with the number of its key.
    Exact(Box<str>, u32, usize),
    Possessive(usize),
    Mark(char, usize),
    Hole(usize),
    /// A value that holds this word.
    HoleWith(u32, usize),
    Gap(usize),
    /// One of several ways on that ask for the same, or for nothing.
    Split(Vec<usize>),
    /// One of several things that the phrase asks for.
    OneOf(Vec<usize>, usize),
    Accept,
}

/// A compiled phrase.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) steps: Vec<PhraseStep>,
    pub(super) start: usize,
    pub(super) has_hole: bool,
    /// The unit that a bare number in its hole is in, where the phrase names it: the word's number, and the unit's name.
    pub(super) unit: Option<(u32, Box<str>)>,
}

impl Program {
    /// Compiles a phrase; its words get numbers in `keys`.
    pub(super) fn new(phrase: &Phrase, keys: &mut Keys, lexicon: &Lexicon) -> Self {
        let mut program = Self {
            steps: vec![PhraseStep::Accept],
            start: 0,
            has_hole: phrase.has_hole(),
            unit: named_unit(phrase, keys, lexicon),
        };
        program.start = program.sequence(&phrase.elements, 0, keys);
        program
    }

    /// The numbers of its words.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        self.steps.iter().filter_map(|step| match step {
            PhraseStep::Word(number, _) | PhraseStep::Exact(_, number, _) | PhraseStep::HoleWith(number, _) => {
                Some(*number)
            }
            PhraseStep::Possessive(_)
            | PhraseStep::Mark(..)
            | PhraseStep::Hole(_)
            | PhraseStep::Gap(_)
            | PhraseStep::Split(_)
            | PhraseStep::OneOf(..)
            | PhraseStep::Accept => None,
        })
    }

    fn push(&mut self, step: PhraseStep) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    /// Compiles from the end: each element knows the step that follows.
    fn sequence(&mut self, elements: &[Element], next: usize, keys: &mut Keys) -> usize {
        let (mut rest, mut next) = (elements, next);
        while let [before @ .., last] = rest {
            (rest, next) = match rest {
                [before @ .., Element::Unit(unit), Element::Hole(_)]
                | [before @ .., Element::Hole(_), Element::Unit(unit)] => {
                    (before, self.hole_with_unit(unit, next, keys))
                }
                _ => (before, self.element(last, next, keys)),
            };
        }
        next
    }

    /// "magnitude 6.1", "6.1 magnitude", and the value that the unit is a part of.
    fn hole_with_unit(&mut self, unit: &PhraseWord, next: usize, keys: &mut Keys) -> usize {
        let number = keys.number(&unit.key);
        let hole = self.push(PhraseStep::Hole(next));
        let before = self.push(PhraseStep::Word(number, hole));
        let word = self.push(PhraseStep::Word(number, next));
        let behind = self.push(PhraseStep::Hole(word));
        let inside = self.push(PhraseStep::HoleWith(number, next));
        self.push(PhraseStep::Split(vec![before, behind, inside]))
    }

    fn element(&mut self, element: &Element, next: usize, keys: &mut Keys) -> usize {
        match element {
            Element::Word(word) | Element::Unit(word) => {
                let number = keys.number(&word.key);
                self.push(PhraseStep::Word(number, next))
            }
            Element::Exact(word) => {
                let number = keys.number(&keys.key(word));
                self.push(PhraseStep::Exact(word.as_str().into(), number, next))
            }
            Element::Possessive => self.push(PhraseStep::Possessive(next)),
            Element::Mark(mark) => self.push(PhraseStep::Mark(*mark, next)),
            Element::Hole(_) => self.push(PhraseStep::Hole(next)),
            Element::Gap => self.push(PhraseStep::Gap(next)),
            Element::Choice(choices) => {
                let starts = choices.iter().map(|choice| self.sequence(choice, next, keys)).collect();
                self.push(PhraseStep::OneOf(starts, next))
            }
            Element::Optional(inner) => {
                let taken = self.sequence(inner, next, keys);
                self.push(PhraseStep::Split(vec![taken, next]))
            }
        }
    }
}

/// The unit that a phrase names, by the key of its name.
fn named_unit(phrase: &Phrase, keys: &mut Keys, lexicon: &Lexicon) -> Option<(u32, Box<str>)> {
    let (word, unit) = phrase.only_unit(lexicon)?;
    Some((keys.number(&keys.key(&word)), unit.into()))
}
