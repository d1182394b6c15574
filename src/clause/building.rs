//! From pieces to clauses: one pass over the pieces, and what is then known of each token.

use super::{
    clauses::Clauses,
    index::ClauseIndex,
    node::{ClauseKind, ClauseNode, PhraseRole, SubjectSource, VerbForm, Voice},
    piece::{PieceKind, Pieces},
    state::ClauseBuilder,
};
use crate::lexicon::ClauseClass;
use std::ops::Range;

/// Reads the clauses of the pieces of a sentence.
pub(super) fn build(range: Range<usize>, read: Pieces) -> Clauses {
    let mut builder = ClauseBuilder::new(read);
    for at in 0..builder.read.pieces.len() {
        builder.at = at;
        let before = builder.current();
        builder.owners.push(before);
        builder.step();
        builder.own(at, before);
    }
    builder.finish(range)
}

impl ClauseBuilder {
    fn step(&mut self) {
        match self.kind(self.at) {
            PieceKind::Noun(phrase) => self.read_noun(phrase),
            PieceKind::Verb(group) => self.read_verb(group),
            PieceKind::Preposition => self.read_preposition(),
            PieceKind::Subordinator => self.read_subordinator(),
            PieceKind::Either => self.read_either(),
            PieceKind::Relative => self.read_relative(),
            PieceKind::That => self.read_that(),
            PieceKind::There => self.read_there(),
            PieceKind::Coordinator => self.read_coordinator(),
            PieceKind::Comma | PieceKind::Dash => self.read_comma(),
            PieceKind::Colon | PieceKind::Semicolon => self.read_colon(),
            PieceKind::Open => self.read_open(),
            PieceKind::Close => self.read_close(),
            PieceKind::Quote => self.read_quote(),
            PieceKind::Adjective => self.read_adjective(),
            PieceKind::Adverb => self.read_adverb(),
            PieceKind::Other => {}
        }
    }

    /// A word belongs to the clause that it opened; a mark to the one before it; "and" to the one that follows it.
    fn own(&mut self, at: usize, before: usize) {
        let current = self.current();
        let is_mark = matches!(
            self.kind(at),
            PieceKind::Comma | PieceKind::Dash | PieceKind::Colon | PieceKind::Semicolon | PieceKind::Close
        );
        let joins = self.kind(at.wrapping_sub(1)) == PieceKind::Coordinator
            && self.node(current).is_some_and(|node| node.kind == ClauseKind::Coordinate && node.marker.is_some());
        if let Some(owner) = self.owners.get_mut(at)
            && *owner == before
        {
            *owner = if is_mark { before } else { current };
        }
        let denies = self.kind(at.wrapping_sub(1)) == PieceKind::Adverb
            && self.piece(at.wrapping_sub(1)).is_some_and(|piece| piece.may.is(ClauseClass::NEGATION))
            && self.node(current).is_some_and(|node| node.kind == ClauseKind::Infinitive);
        // "shortly after he left".
        let modifies = self.kind(at.wrapping_sub(1)) == PieceKind::Adverb
            && matches!(self.kind(at), PieceKind::Subordinator | PieceKind::Either)
            && self.piece(at.wrapping_sub(1)).is_some_and(|piece| piece.may.is(ClauseClass::BEFORE_CLAUSE));
        // "leaving one badly hurt".
        let describes = self.kind(at.wrapping_sub(1)) == PieceKind::Adverb
            && matches!(self.kind(at), PieceKind::Verb(_))
            && self.node(current).is_some_and(|node| node.kind == ClauseKind::Participial && node.antecedent.is_some());
        if (joins || denies || modifies || describes)
            && current != before
            && let Some(owner) = self.owners.get_mut(at - 1)
        {
            *owner = current;
        }
    }

    fn finish(mut self, range: Range<usize>) -> Clauses {
        self.relative_objects();
        self.shared_objects();
        self.borrowed_subjects();
        self.verbless();
        let homes = self.homes();
        let home = |clause: usize| homes.get(clause).copied().unwrap_or(0);
        let mut found = Clauses {
            first: range.start,
            owners: vec![0; range.len()],
            nouns: vec![None; range.len()],
            ..Clauses::default()
        };
        for (piece, owner) in self.read.pieces.iter().zip(&self.owners) {
            let tokens = piece.first.saturating_sub(range.start)..piece.end.saturating_sub(range.start);
            found.owners.get_mut(tokens).unwrap_or_default().fill(home(*owner));
        }
        for phrase in &mut self.read.phrases {
            phrase.clause = home(phrase.clause);
        }
        // Owners ("the mayor's") stand behind the phrase that they begin, so that the innermost is written last.
        for (index, phrase) in self.read.phrases.iter().enumerate() {
            let tokens = phrase.first.saturating_sub(range.start)..phrase.end.saturating_sub(range.start);
            found.nouns.get_mut(tokens).unwrap_or_default().fill(Some(index));
        }
        found.phrases = self.read.phrases;
        found.clauses = self.clauses;
        spans(&mut found);
        found.index = ClauseIndex::of(found.first, &found.nouns, &found.clauses, &found.phrases);
        found
    }

    /// A relative clause with a subject of its own says it of the noun as its object: "the people that he killed".
    fn relative_objects(&mut self) {
        for node in &mut self.clauses {
            let own = node.subject.is_some_and(|subject| subject.source == SubjectSource::Own);
            let takes = node.verb.as_ref().is_some_and(|verb| {
                verb.voice == Voice::Active
                    && !verb.lemma.is(ClauseClass::INTRANSITIVE.and(ClauseClass::BE))
                    && verb.form == VerbForm::Finite
            });
            if node.kind == ClauseKind::Relative && own && takes && node.object.is_none() {
                node.object = node.antecedent;
            }
        }
    }

    /// "Police arrested and charged two men": what is done to them is said by both verbs.
    fn shared_objects(&mut self) {
        for at in 0..self.clauses.len() {
            let shares = self.node(at).filter(|node| {
                node.kind == ClauseKind::Coordinate
                    && node.subject.is_some_and(|subject| subject.source == SubjectSource::Shared)
            });
            let Some((marker, sister, object)) =
                shares.and_then(|node| Some((node.marker?, node.parent?, node.object?)))
            else {
                continue;
            };
            let waits = |node: &&mut ClauseNode| {
                let verb = node.verb.as_ref();
                let is_beside = verb.is_some_and(|verb| verb.voice == Voice::Active && verb.end == marker);
                let takes = verb.is_some_and(|verb| verb.lemma.is(ClauseClass::TRANSITIVE));
                is_beside && takes && node.object.is_none() && node.predicate.is_none()
            };
            if let Some(node) = self.clauses.get_mut(sister).filter(waits) {
                node.object = Some(object);
            }
        }
    }

    /// "Killing 12 people, the quake destroyed the town": the subject comes later.
    fn borrowed_subjects(&mut self) {
        for at in 0..self.clauses.len() {
            let lacks = self.node(at).filter(|node| {
                node.subject.is_none() && matches!(node.kind, ClauseKind::Participial | ClauseKind::Infinitive)
            });
            let parent = lacks.and_then(|node| node.parent);
            let subject = parent.and_then(|parent| self.borrowed(parent, SubjectSource::Controlled));
            if let (Some(subject), Some(node)) = (subject, self.clauses.get_mut(at)) {
                node.subject = Some(subject);
            }
        }
    }

    /// The sentence, or a headline's half, that has no verb.
    fn verbless(&mut self) {
        for node in &mut self.clauses {
            if node.verb.is_none() && matches!(node.kind, ClauseKind::Main | ClauseKind::Coordinate) {
                node.kind = ClauseKind::Verbless;
            }
        }
    }

    /// The clause that what each clause holds is counted to: a bracket or subordinate clause without a verb is part of the
    /// one around it.
    fn homes(&mut self) -> Vec<usize> {
        let mut homes: Vec<usize> = Vec::with_capacity(self.clauses.len());
        for (index, node) in self.clauses.iter().enumerate() {
            let dissolves = node.verb.is_none() && (node.fenced || !matches!(node.kind, ClauseKind::Verbless));
            let parent = node.parent.and_then(|parent| homes.get(parent)).copied();
            homes.push(parent.filter(|_| dissolves).unwrap_or(index));
        }
        homes
    }
}

/// Where each clause begins and ends, by its own tokens.
fn spans(found: &mut Clauses) {
    for (at, owner) in found.owners.iter().enumerate() {
        if let Some(node) = found.clauses.get_mut(*owner) {
            if node.end == 0 {
                node.first = found.first + at;
            }
            node.end = found.first + at + 1;
        }
    }
    for phrase in &mut found.phrases {
        if phrase.role == PhraseRole::Part && phrase.link.is_none() {
            phrase.role = PhraseRole::Loose;
        }
    }
}
