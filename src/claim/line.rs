//! One sentence as phrases see it: its words by their numbers, and what stands between them that is passed over.

use super::{
    sentence_words::{ReadClauses, SentenceWords},
    stem::{Keys, NO_KEY, is_written_out, without_v},
};
use crate::{
    lexicon::{Class, Lexicon, WordGroup},
    text::{Initial, Sentence, Text, TokenKind},
};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// So many adverbs and auxiliaries are passed over between two words of a phrase.
const MOST_PASSED_OVER: usize = 4;
/// So many determiners are passed over before a value.
const MOST_DETERMINERS: usize = 2;

/// The numbers of a sentence's words.
#[derive(Default)]
pub(super) struct WordNumbers<'a> {
    /// The number of each token's key.
    pub(super) words: Vec<u32>,
    /// Words written with a hyphen, as one word: the token they begin at, the number of their key, one past them.
    joined: Vec<(usize, u32, usize)>,
    memo: FxHashMap<&'a str, u32>,
    /// The clauses of the sentence, once they are asked for.
    clauses: OnceCell<ReadClauses>,
}

impl<'a> WordNumbers<'a> {
    /// WordNumbers the words of a sentence.
    pub(super) fn read(&mut self, text: &'a Text<'a>, sentence: &Sentence, keys: &Keys, lexicon: &Lexicon) {
        self.words.clear();
        self.joined.clear();
        self.clauses.take();
        for index in sentence.first..sentence.end {
            let kind = text.token(index).kind;
            self.words.push(match kind {
                TokenKind::Word if is_undone(text, index, sentence.first, lexicon) => NO_KEY,
                TokenKind::Word | TokenKind::Number => keys.of(without_v(text.written(index)), &mut self.memo),
                TokenKind::Other if is_written_out(text.written(index)) => keys.of(text.written(index), &mut self.memo),
                _ => NO_KEY,
            });
            if kind == TokenKind::Hyphen && index > sentence.first {
                self.join(text, index, keys);
            }
        }
    }

    /// "Build-up" as one word, with its hyphen and without.
    fn join(&mut self, text: &'a Text<'a>, hyphen: usize, keys: &Keys) {
        let (first, end) = (hyphen - 1, hyphen + 2);
        let whole = text.slice(first, end);
        let apart: String = whole.chars().filter(|character| character.is_alphanumeric()).collect();
        let numbers = [keys.of(whole, &mut self.memo), keys.of(&apart, &mut FxHashMap::default())];
        self.joined.extend(numbers.into_iter().filter(|number| *number != NO_KEY).map(|number| (first, number, end)));
    }

    /// Every number that a phrase uses, as often as it occurs.
    pub(super) fn used(&self) -> impl Iterator<Item = u32> {
        let joined = self.joined.iter().map(|(_, number, _)| *number);
        self.words.iter().copied().filter(|number| *number != NO_KEY).chain(joined)
    }
}

/// "Non-fatal": what the word behind the hyphen says is not so.
fn is_undone(text: &Text<'_>, at: usize, first: usize, lexicon: &Lexicon) -> bool {
    let before = at.checked_sub(2).filter(|before| *before >= first && text.token(at - 1).kind == TokenKind::Hyphen);
    before.is_some_and(|before| lexicon.word(text.token(before).word).is_of(WordGroup::UNDOING))
}

/// One sentence with the numbers of its words, to run phrases over.
#[derive(Clone, Copy)]
pub(super) struct NumberedSentence<'a> {
    pub(super) text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) numbers: &'a WordNumbers<'a>,
}

impl<'a> NumberedSentence<'a> {
    pub(super) fn new(
        text: &'a Text<'a>,
        lexicon: &'a Lexicon,
        sentence: &Sentence,
        numbers: &'a WordNumbers<'a>,
    ) -> Self {
        Self { text, lexicon, first: sentence.first, end: sentence.end, numbers }
    }

    /// The clauses of the sentence, read when they are first asked for.
    pub(super) fn sentence_words(&self) -> SentenceWords<'a> {
        let read = || ReadClauses::read(self.text, self.first..self.end, self.lexicon);
        SentenceWords::new(self.text, self.lexicon, self.numbers.clauses.get_or_init(read))
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        if at < self.end { self.text.token(at).kind } else { TokenKind::End }
    }

    pub(super) fn number(&self, at: usize) -> u32 {
        at.checked_sub(self.first).and_then(|index| self.numbers.words.get(index)).copied().unwrap_or(NO_KEY)
    }

    /// One past the word of this number that begins at `at`.
    pub(super) fn word_at(&self, at: usize, number: u32) -> Option<usize> {
        if at < self.end && self.number(at) == number {
            return Some(at + 1);
        }
        let joined = self.numbers.joined.iter().find(|(first, joined, _)| *first == at && *joined == number);
        joined.map(|(_, _, end)| *end)
    }

    /// One past the word that is written so and begins at `at`.
    pub(super) fn written_at(&self, at: usize, word: &str) -> Option<usize> {
        (at < self.end && self.text.written(at) == word).then_some(at + 1)
    }

    /// Whether a sign begins at `at`.
    pub(super) fn mark_at(&self, at: usize, mark: char) -> bool {
        at < self.end && self.text.written(at).starts_with(mark)
    }

    pub(super) fn is_of(&self, at: usize) -> bool {
        self.text.written(at).eq_ignore_ascii_case("of")
    }

    /// Whether phrases pass over the token: hyphens, the stops of abbreviations.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        match self.kind(at) {
            TokenKind::Hyphen | TokenKind::AbbreviationStop => true,
            // "A build - up"; "Channel 58 - Fatal crash" is none.
            TokenKind::Dash => self.text.written(at) == "-" && self.text.token(at + 1).initial != Initial::Capital,
            _ => false,
        }
    }

    /// Whether a token is a word that not every sentence has.
    pub(super) fn says(&self, at: usize) -> bool {
        let is_small = self.lexicon.word(self.text.token(at).word).is(Class::FUNCTION);
        self.is_joint(at) || self.kind(at) == TokenKind::Word && !is_small
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.text.token(at).initial != Initial::Lower
    }

    /// Whether a token is a number, in digits or in words.
    pub(super) fn is_figure(&self, at: usize) -> bool {
        let is_number = self.lexicon.word(self.text.token(at).word).is(Class::CARDINAL.and(Class::MAGNITUDE));
        self.kind(at) == TokenKind::Number || is_number
    }

    /// Whether one of these tokens names a unit.
    pub(super) fn has_unit(&self, (first, end): (usize, usize)) -> bool {
        (first..end).any(|at| self.lexicon.word(self.text.token(at).word).is(Class::UNIT))
    }

    fn is_passed_over(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Word && self.lexicon.word(self.text.token(at).word).is(Class::PASSED_OVER)
    }

    /// The places where the next word of a phrase may stand: here, behind hyphens, behind adverbs and auxiliaries.
    pub(super) fn adjacent(&self, at: usize) -> impl Iterator<Item = usize> + use<'a> {
        let line = *self;
        let mut next = Some(at);
        let mut passed = 0;
        std::iter::from_fn(move || {
            let here = next?;
            next = if line.is_joint(here) {
                Some(here + 1)
            } else if line.is_passed_over(here) && passed < MOST_PASSED_OVER {
                passed += 1;
                Some(here + 1)
            } else {
                None
            };
            Some(here)
        })
    }

    /// The places where a value may stand: here, and behind "the", "a", "another", "the other".
    pub(super) fn past_determiners(&self, at: usize) -> impl Iterator<Item = usize> + use<'a> {
        let line = *self;
        let is_determiner = move |here: usize| {
            let word = line.lexicon.word(line.text.token(here).word);
            line.kind(here) == TokenKind::Word
                && (word.is(Class::ARTICLE.and(Class::SHARE)) || line.text.written(here).eq_ignore_ascii_case("the"))
        };
        (at..=at + MOST_DETERMINERS).scan(true, move |goes_on, here| {
            let stands = *goes_on;
            *goes_on = stands && is_determiner(here);
            stands.then_some(here)
        })
    }
}
