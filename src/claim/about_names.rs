//! The names that a topic says its claims are about, as they are looked for in a sentence.

use super::{line::NumberedSentence, phrase::Phrase, program::Program, stem::Keys};
use crate::{
    fold,
    lexicon::{ClauseClass, Lexicon, NameClass, RelationClass},
    mention::Mention,
    text::TokenKind,
    value::ValueTie,
};
use std::ops::Range;

/// The names under `about`.
#[derive(Debug, Default)]
pub(super) struct AboutNames {
    programs: Vec<Program>,
    /// The words of each, folded.
    words: Vec<Vec<String>>,
}

/// Where names stand in a sentence: tokens.
#[derive(Debug, Default)]
pub(super) struct NamesInSentence {
    /// Those under `about`.
    pub(super) own: Vec<Range<usize>>,
    /// All others.
    pub(super) others: Vec<Range<usize>>,
}

impl AboutNames {
    pub(super) fn new(phrases: &[Phrase], keys: &mut Keys, lexicon: &Lexicon) -> Self {
        let words = |phrase: &Phrase| fold::words(&phrase.source).split_whitespace().map(str::to_string).collect();
        Self {
            programs: phrases.iter().map(|phrase| Program::new(phrase, keys, lexicon)).collect(),
            words: phrases.iter().map(words).collect(),
        }
    }

    /// Whether there are none: then claims may be about anybody.
    pub(super) fn is_empty(&self) -> bool {
        self.programs.is_empty()
    }

    /// Where they stand in a sentence in which these mentions stand, and where other names do.
    pub(super) fn stand_in(
        &self,
        line: &NumberedSentence<'_>,
        mentions: &[Mention],
        lexicon: &Lexicon,
    ) -> NamesInSentence {
        let found = self.programs.iter().flat_map(|program| program.matches(line, &[]));
        let mut own: Vec<Range<usize>> = found.map(|found| found.first..found.end).collect();
        let names = mentions.iter().filter(|mention| mention.value.kind.facts().tie == ValueTie::Names);
        let names: Vec<Range<usize>> = names.map(|mention| mention.first..mention.end).collect();
        let mut others = Vec::new();
        for name in &names {
            let is_own = own.iter().any(|own| own.start < name.end && name.start < own.end);
            let short = !is_own && self.is_short_form(line.text.slice(name.start, name.end), lexicon);
            (if short { &mut own } else { &mut others }).extend((!is_own).then(|| name.clone()));
        }
        // Alone at the head of a sentence, nothing but its other words says that it is a name.
        let is_named = |token: usize| names.iter().any(|name| name.contains(&token));
        let begins = (line.first..line.end).find(|token| line.text.token(*token).kind == TokenKind::Word);
        let first = begins.filter(|token| line.is_capital(*token) && !is_named(*token));
        let is_word = |written: &str| lexicon.clauses().class(written) != ClauseClass::NONE;
        let first = first.map(|token| (token, line.text.written(token))).filter(|(_, written)| !is_word(written));
        own.extend(
            first.filter(|(_, written)| self.is_short_form(written, lexicon)).map(|(token, _)| token..token + 1),
        );
        NamesInSentence { own, others }
    }

    /// "Orvane" for "Orvane Bank", "Ms Lang" for "Ada Lang": the first or the last of its words, where they name it.
    fn is_short_form(&self, name: &str, lexicon: &Lexicon) -> bool {
        let folded = fold::words(name);
        let is_title = |word: &&str| lexicon.names().class(word).is(NameClass::TITLE);
        let name: Vec<&str> = folded.split_whitespace().skip_while(is_title).collect();
        let says = |word: &&str| !is_body(word, lexicon);
        let begins = |own: &[String]| own.iter().zip(&name).all(|(own, name)| own == name);
        let ends = |own: &[String]| own.iter().rev().zip(name.iter().rev()).all(|(own, name)| own == name);
        name.iter().any(says) && self.words.iter().any(|own| name.len() < own.len() && (begins(own) || ends(own)))
    }

    /// Whether a noun is the last word of one of them: "the bank" for Northline Bank.
    pub(super) fn end_with(&self, noun: &str) -> bool {
        let noun = fold::words(noun);
        self.words.iter().filter_map(|own| own.last()).any(|last| *last == *noun)
    }
}

/// Whether a word is a noun for a body that has a name of its own: "bank", "company".
pub(super) fn is_body(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.relations().class_of(word, lexicon.stems()).is(RelationClass::GROUP_OF_PERSONS)
        || lexicon.names().class(word).is(NameClass::BODY)
}
