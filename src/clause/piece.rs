//! Pieces: the noun phrases and verb groups of a sentence, and the small words and marks between them.

use super::{
    group,
    node::{NounPhrase, VerbForm, VerbGroup, VerbTense, Voice},
    noun::{NounReader, link_possessors},
    unit::{ClauseUnit, Tag},
};
use crate::{
    lexicon::{ClauseClass, Lexicon},
    text::Text,
};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// An index of the noun phrases.
    Noun(usize),
    /// An index of the verb groups.
    Verb(usize),
    Preposition,
    Subordinator,
    Either,
    Relative,
    That,
    There,
    Coordinator,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Quote,
    Adjective,
    Adverb,
    Other,
}

/// A piece with its tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub kind: PieceKind,
    pub first: usize,
    pub end: usize,
    pub may: ClauseClass,
}

/// The pieces of a sentence.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub pieces: Vec<Piece>,
    pub phrases: Vec<NounPhrase>,
    pub groups: Vec<VerbGroup>,
    /// The adverbs inside each verb group.
    pub adverbs: Vec<Vec<usize>>,
    /// What the head of each noun phrase may be.
    pub heads: Vec<ClauseClass>,
}

/// Reads the pieces of the settled units.
pub(super) fn pieces(units: &[ClauseUnit], text: &Text, lexicon: &Lexicon) -> Pieces {
    let mut read = Pieces::default();
    let nouns = NounReader { units, text, lexicon };
    let mut at = 0;
    while let Some(unit) = units.get(at) {
        at = match nouns.read(at) {
            Some(found) if found.phrases.is_empty() => {
                units.get(at..found.next).unwrap_or_default().iter().for_each(|unit| read.small(unit));
                found.next.max(at + 1)
            }
            Some(found) => {
                read.noun(found.phrases, units, found.next);
                found.next
            }
            None => match group::read(units, at) {
                Some(found) => {
                    let next = found.next;
                    read.verb(found);
                    next
                }
                None => {
                    read.small(unit);
                    at + 1
                }
            },
        };
    }
    read.tense_behind_pronouns();
    read
}

impl Pieces {
    /// "It felt", "he killed": right behind a pronoun that may be a subject, what may be a past is one; not in "found it
    /// closed", "with it gone".
    fn tense_behind_pronouns(&mut self) {
        let kind = |at: Option<usize>| at.and_then(|at| self.pieces.get(at)).map(|piece| piece.kind);
        for at in 1..self.pieces.len() {
            let (Some(PieceKind::Noun(phrase)), Some(PieceKind::Verb(group))) =
                (kind(at.checked_sub(1)), kind(Some(at)))
            else {
                continue;
            };
            let may = self.heads.get(phrase).copied().unwrap_or(ClauseClass::NONE);
            let is_led = matches!(kind(at.checked_sub(2)), Some(PieceKind::Verb(_) | PieceKind::Preposition));
            let is_subject = may.is(ClauseClass::SUBJECT) && !(is_led && may.is(ClauseClass::OBJECT));
            if let Some(verb) = self.groups.get_mut(group).filter(|verb| is_subject && verb.either) {
                (verb.form, verb.tense, verb.voice) = (VerbForm::Finite, VerbTense::Past, Voice::Active);
            }
        }
    }

    fn noun(&mut self, phrases: Vec<NounPhrase>, units: &[ClauseUnit], next: usize) {
        let index = self.phrases.len();
        let may = units.get(next.saturating_sub(1)).map_or(ClauseClass::NONE, |unit| unit.may);
        if let Some(whole) = phrases.first() {
            self.pieces.push(Piece { kind: PieceKind::Noun(index), first: whole.first, end: whole.end, may });
        }
        self.heads.extend(phrases.iter().map(|_| may));
        self.phrases.extend(phrases);
        link_possessors(&mut self.phrases, index);
    }

    fn verb(&mut self, found: group::GroupRead) {
        let (first, end) = (found.group.first, found.group.end);
        let may = found.group.lemma;
        self.pieces.push(Piece { kind: PieceKind::Verb(self.groups.len()), first, end, may });
        self.groups.push(found.group);
        self.adverbs.push(found.adverbs);
    }

    fn small(&mut self, unit: &ClauseUnit) {
        let kind = match unit.tag {
            Tag::Preposition => PieceKind::Preposition,
            Tag::Subordinator => PieceKind::Subordinator,
            Tag::Either => PieceKind::Either,
            Tag::Relative => PieceKind::Relative,
            Tag::That => PieceKind::That,
            Tag::There => PieceKind::There,
            Tag::Coordinator => PieceKind::Coordinator,
            Tag::Comma => PieceKind::Comma,
            Tag::Colon => PieceKind::Colon,
            Tag::Semicolon => PieceKind::Semicolon,
            Tag::Dash => PieceKind::Dash,
            Tag::Open => PieceKind::Open,
            Tag::Close => PieceKind::Close,
            Tag::Quote => PieceKind::Quote,
            Tag::Adjective => PieceKind::Adjective,
            Tag::Adverb | Tag::Negation => PieceKind::Adverb,
            _ => PieceKind::Other,
        };
        self.pieces.push(Piece { kind, first: unit.first, end: unit.end, may: unit.may });
    }
}
