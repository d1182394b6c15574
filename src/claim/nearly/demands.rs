//! What each step of a compiled phrase asks for, in words, and what is missing where it is passed over.

use super::price;
use crate::{
    claim::{
        phrase::{Element, Phrase},
        program::{PhraseStep, Program},
        stem::Keys,
    },
    lexicon::{Class, Lexicon},
    text::{Text, TokenKind},
    value::Kind,
};
use rustc_hash::FxHashMap;

/// What a phrase asks for, step by step: what an explanation needs to know beside the compiled phrase.
#[derive(Debug)]
pub(in crate::claim) struct Demands {
    of_steps: Vec<Demand>,
    /// The numbers of its words that say something.
    pub(in crate::claim) content: Vec<u32>,
    /// The kind of its hole.
    pub(super) kind: Kind,
}

/// What one step asks for.
#[derive(Debug)]
pub(super) struct Demand {
    /// As a message says it.
    pub(super) shown: String,
    /// What is missing where it is passed over; `None` where it cannot be.
    pub(super) skip: Option<Skip>,
}

#[derive(Clone, Debug)]
pub(super) struct Skip {
    /// What could have stood there, as written, each with the numbers of its words; a mark has none.
    pub(super) wanted: Vec<(String, Vec<u32>)>,
    pub(super) price: u32,
    /// The step that follows.
    pub(super) next: usize,
}

impl Skip {
    /// What of it stands somewhere in the sentence.
    pub(super) fn found_in<'s>(&'s self, numbers: &[u32]) -> impl Iterator<Item = &'s (String, Vec<u32>)> {
        let is_in = move |wanted: &[u32]| !wanted.is_empty() && wanted.iter().all(|number| numbers.contains(number));
        self.wanted.iter().filter(move |(_, wanted)| is_in(wanted))
    }

    /// What it costs to pass over the step in a sentence of these words.
    pub(super) fn price_in(&self, numbers: &[u32]) -> u32 {
        if self.found_in(numbers).next().is_some() { price::ELSEWHERE } else { self.price }
    }

    pub(super) fn is_mark(&self) -> bool {
        self.wanted.iter().all(|(_, numbers)| numbers.is_empty())
    }
}

impl Demands {
    /// What a phrase asks for that was compiled with these keys.
    pub(in crate::claim) fn new(
        phrase: &Phrase,
        program: &Program,
        kind: Kind,
        keys: &Keys,
        lexicon: &Lexicon,
    ) -> Self {
        let mut naming = Naming { keys, shown: FxHashMap::default(), content: Vec::new(), lexicon };
        naming.words(&phrase.elements, &written(phrase, lexicon));
        let mut of_steps: Vec<Demand> = program.steps.iter().map(|step| naming.demand(step, program, kind)).collect();
        // Where none of several words is there, that is one thing missing, and not the first of them.
        for step in &program.steps {
            let PhraseStep::OneOf(starts, next) = step else { continue };
            for start in starts.iter().filter(|start| program.word(**start).is_some_and(|(_, then)| then == *next)) {
                if let Some(demand) = of_steps.get_mut(*start) {
                    demand.skip = None;
                }
            }
        }
        Self { of_steps, content: naming.content, kind }
    }

    pub(super) fn of(&self, step: usize) -> Option<&Demand> {
        self.of_steps.get(step)
    }

    pub(super) fn skip(&self, step: usize) -> Option<&Skip> {
        self.of(step)?.skip.as_ref()
    }
}

impl Program {
    /// The number of the word that a step asks for, and the step that follows.
    pub(super) fn word(&self, step: usize) -> Option<(u32, usize)> {
        match self.steps.get(step)? {
            PhraseStep::Word(number, next) | PhraseStep::Exact(_, number, next) => Some((*number, *next)),
            PhraseStep::Possessive(_) | PhraseStep::Mark(..) | PhraseStep::Hole(_) | PhraseStep::HoleWith(..) => None,
            PhraseStep::Gap(_) | PhraseStep::Split(_) | PhraseStep::OneOf(..) | PhraseStep::Accept => None,
        }
    }
}

/// The words of a phrase as written, by their keys.
fn written(phrase: &Phrase, lexicon: &Lexicon) -> FxHashMap<String, String> {
    let text = Text::plain(&phrase.source, lexicon);
    let words =
        (0..text.tokens().len()).filter(|at| matches!(text.token(*at).kind, TokenKind::Word | TokenKind::Number));
    words.map(|at| (lexicon.stems().key(text.written(at)), text.written(at).to_string())).collect()
}

/// The words of a phrase by their numbers.
struct Naming<'a> {
    keys: &'a Keys,
    lexicon: &'a Lexicon,
    shown: FxHashMap<u32, String>,
    content: Vec<u32>,
}

impl Naming<'_> {
    /// Names the words of a phrase, and remembers those that say something; what may be missing says nothing.
    fn words(&mut self, elements: &[Element], written: &FxHashMap<String, String>) {
        for element in elements {
            match element {
                Element::Word(word) | Element::Unit(word) => self.name(&word.key, written),
                Element::Exact(word) => self.name(&self.keys.key(word), written),
                Element::Choice(choices) => choices.iter().for_each(|choice| self.words(choice, written)),
                Element::Optional(inner) => {
                    let content = self.content.len();
                    self.words(inner, written);
                    self.content.truncate(content);
                }
                Element::Possessive | Element::Mark(_) | Element::Hole(_) | Element::Gap => {}
            }
        }
    }

    fn name(&mut self, stem: &str, written: &FxHashMap<String, String>) {
        let number = self.keys.known(stem);
        let shown = written.get(stem).map_or(stem, String::as_str);
        let common = Class::FUNCTION.and(Class::STARTER).and(Class::PASSED_OVER);
        if !self.lexicon.look_up(shown).is(common) {
            self.content.push(number);
        }
        self.shown.insert(number, shown.to_string());
    }

    fn shown(&self, number: u32) -> String {
        self.shown.get(&number).cloned().unwrap_or_default()
    }

    fn demand(&self, step: &PhraseStep, program: &Program, kind: Kind) -> Demand {
        let skip = |wanted, price, next| Some(Skip { wanted, price, next });
        let mark = |words: &str, next| skip(vec![(words.to_string(), Vec::new())], price::SPELLING, next);
        let (shown, skip) = match step {
            PhraseStep::Word(number, next) => {
                let word = self.shown(*number);
                (format!("`{word}`"), skip(vec![(word, vec![*number])], price::MISSING, *next))
            }
            PhraseStep::Exact(word, number, next) => {
                (format!("`={word}`"), skip(vec![(word.to_string(), vec![*number])], price::MISSING, *next))
            }
            PhraseStep::Possessive(next) => ("`'s`".to_string(), mark("'s", *next)),
            PhraseStep::Mark(sign, next) => (format!("`{sign}`"), mark(&sign.to_string(), *next)),
            PhraseStep::Hole(next) => (format!("`<{kind}>`"), skip(Vec::new(), price::NO_VALUE, *next)),
            PhraseStep::OneOf(starts, next) => {
                let wanted = starts.iter().map(|start| self.alternative(*start, *next, program)).collect();
                ("the rest".to_string(), Option::and_then(wanted, |wanted| skip(wanted, price::MISSING, *next)))
            }
            PhraseStep::HoleWith(..) | PhraseStep::Gap(_) | PhraseStep::Split(_) | PhraseStep::Accept => {
                ("the rest".to_string(), None)
            }
        };
        Demand { shown, skip }
    }

    /// The words of one of several, up to what follows; nothing where it is more than words.
    fn alternative(&self, start: usize, end: usize, program: &Program) -> Option<(String, Vec<u32>)> {
        let (mut words, mut numbers, mut step) = (Vec::new(), Vec::new(), start);
        while step != end {
            let (number, next) = program.word(step)?;
            words.push(match program.steps.get(step)? {
                PhraseStep::Exact(word, ..) => word.to_string(),
                _ => self.shown(number),
            });
            numbers.push(number);
            step = next;
        }
        Some((words.join(" "), numbers))
    }
}
