//! What opens clauses and closes them: the small words and marks between nouns and verbs.

use super::{
    node::{ClauseKind, Complement, VerbForm},
    piece::PieceKind,
    state::ClauseBuilder,
};
use crate::lexicon::ClauseClass;

impl ClauseBuilder {
    fn token(&self) -> Option<usize> {
        self.piece(self.at).map(|piece| piece.first)
    }

    fn may(&self, class: ClauseClass) -> bool {
        self.piece(self.at).is_some_and(|piece| piece.may.is(class))
    }

    /// "in": waits for its noun; a comma before it is no longer right before anything.
    pub fn read_preposition(&mut self) {
        let beside = self.last.filter(|_| self.direct);
        let token = self.token();
        let held = (self.comma, self.coordinator);
        self.settle();
        self.held = held;
        self.preposition = token.map(|token| (token, beside));
    }

    /// "because", "when": opens a clause where one follows.
    pub fn read_subordinator(&mut self) {
        match self.next_kind() {
            PieceKind::Verb(_) if self.group(self.at + 1).is_some_and(|group| group.form != VerbForm::Finite) => {
                self.read_marker();
            }
            _ if self.clause_follows() => self.open_adverbial(),
            _ if self.may(ClauseClass::PREPOSITION) => self.read_preposition(),
            _ => self.read_adverb(),
        }
    }

    /// "after": a preposition, unless a noun phrase with its verb follows.
    pub fn read_either(&mut self) {
        if matches!(self.next_kind(), PieceKind::Verb(_)) {
            return self.read_subordinator();
        }
        if self.is_clause_behind_either() { self.open_adverbial() } else { self.read_preposition() }
    }

    fn is_clause_behind_either(&self) -> bool {
        let Some((place, verb)) = self.verb_from(self.at + 1) else { return false };
        let starts = matches!(
            self.next_kind(),
            PieceKind::Noun(_) | PieceKind::There | PieceKind::Adverb | PieceKind::Adjective
        );
        let needed = usize::from(!self.has_verb()) + usize::from(self.waiting().is_some());
        let spare = self.finite_from(self.at) > needed || self.comma_before_verb_is_needed(place);
        let is_finite = verb.form == VerbForm::Finite
            || verb.either
                && (verb.lemma.is(ClauseClass::INTRANSITIVE)
                    || matches!(self.kind(place + 1), PieceKind::Noun(_))
                    || self.has_verb());
        // "for", "like", "than": hardly ever before a clause in news.
        let rarely = self.may(ClauseClass::RARELY);
        // "Two dead after boat sinks".
        let is_said = self.now().is_some_and(|node| node.predicate.is_some() && node.subject.is_some());
        let may = self.has_verb() || is_said || spare || self.at == 0;
        starts && !rarely && is_finite && may && !self.is_of_pronoun_alone(place)
    }

    /// "After a long call they left": the only verb is that of the pronoun behind the noun.
    fn is_of_pronoun_alone(&self, place: usize) -> bool {
        let is_noun =
            |back: usize| place.checked_sub(back).is_some_and(|at| matches!(self.kind(at), PieceKind::Noun(_)));
        let is_nominative = place.checked_sub(1).is_some_and(|at| self.is_nominative_at(at));
        is_nominative && is_noun(1) && is_noun(2) && self.finite_from(place) < 2
    }

    /// Whether a comma or the end stands between the verb ahead and the one that the clause around waits for.
    fn comma_before_verb_is_needed(&self, place: usize) -> bool {
        self.subject().is_none() && self.finite_from(place) > 0
    }

    fn clause_follows(&self) -> bool {
        let begins = matches!(
            self.next_kind(),
            PieceKind::Noun(_) | PieceKind::There | PieceKind::Comma | PieceKind::Subordinator
        );
        self.verb_from(self.at + 1).is_some() || begins && self.finite_from(self.at) > 0
    }

    fn read_marker(&mut self) {
        let token = self.token();
        self.settle();
        self.marker = token;
    }

    fn open_adverbial(&mut self) {
        let behind_verb = matches!(self.before_kind(), PieceKind::Verb(_) | PieceKind::Preposition);
        let asks = self.may(ClauseClass::QUESTION)
            && self.verb_may(ClauseClass::REPORTING)
            && (behind_verb || !self.may(ClauseClass::RELATIVE));
        let asked = asks
            && matches!(
                self.before_kind(),
                PieceKind::Verb(_) | PieceKind::Noun(_) | PieceKind::Adverb | PieceKind::Preposition
            );
        let is_time = self.last.and_then(|last| self.read.phrases.get(last)).is_some_and(|found| found.is_time);
        let of_noun =
            self.direct && self.may(ClauseClass::RELATIVE) && !asked && (is_time || !self.may(ClauseClass::WHEN));
        let kind = match () {
            () if of_noun => ClauseKind::Relative,
            () if asked => ClauseKind::Complement,
            () => ClauseKind::Adverbial,
        };
        let (token, antecedent) = (self.token(), self.last.filter(|_| of_noun));
        self.open(kind, token);
        self.edit(|node| node.antecedent = antecedent);
        self.settle();
    }

    /// "who", "which"; "what happened".
    pub fn read_relative(&mut self) {
        let token = self.token();
        let led = self.preposition.is_some();
        let of_noun = self.last.filter(|_| !self.may(ClauseClass::WHAT) && (self.direct || led || self.comma));
        let kind = if of_noun.is_some() { ClauseKind::Relative } else { ClauseKind::Complement };
        // "Who came?": the sentence itself.
        if of_noun.is_none() && self.at == 0 {
            self.edit(|node| node.marker = token);
            return self.settle();
        }
        self.open(kind, token);
        self.edit(|node| node.antecedent = of_noun);
        let preposition = self.preposition;
        self.settle();
        if led {
            self.move_preposition(preposition, of_noun);
        }
    }

    /// "in which": the preposition belongs to the relative clause.
    fn move_preposition(&mut self, preposition: Option<(usize, Option<usize>)>, antecedent: Option<usize>) {
        let (current, at) = (self.current(), self.at);
        if let (Some((token, _)), Some(phrase)) = (preposition, antecedent) {
            self.edit(|node| node.complements.push(Complement { preposition: Some(token), phrase, beside: None }));
        }
        if preposition.is_some()
            && let Some(owner) = at.checked_sub(1).and_then(|before| self.owners.get_mut(before))
        {
            *owner = current;
        }
    }

    /// "that": of a noun, or what is said.
    pub fn read_that(&mut self) {
        let of_noun = self.direct && self.last.is_some() && self.coordinator.is_none();
        let behind_verb = self.verb_may(ClauseClass::REPORTING)
            && self.now().is_some_and(|node| node.object.is_some() && node.object == self.last);
        let of_claim =
            self.last.and_then(|last| self.read.heads.get(last)).is_some_and(|head| head.is(ClauseClass::CLAUSE_NOUN));
        let next_is_verb = matches!(self.next_kind(), PieceKind::Verb(_));
        let is_relative = of_noun && (next_is_verb || !of_claim && !behind_verb);
        let (token, antecedent) = (self.token(), self.last.filter(|_| is_relative));
        if self.coordinator.is_some()
            && let Some(depth) = self
                .stack
                .iter()
                .rposition(|clause| self.node(*clause).is_some_and(|node| node.kind == ClauseKind::Complement))
            && depth > 0
        {
            self.close_to(depth);
        }
        self.open(if is_relative { ClauseKind::Relative } else { ClauseKind::Complement }, token);
        self.edit(|node| node.antecedent = antecedent);
        self.settle();
    }

    pub fn read_there(&mut self) {
        if self.has_verb() && self.comma {
            self.open_sister();
        }
        if self.has_verb() && self.verb_may(ClauseClass::REPORTING) {
            self.open(ClauseKind::Complement, None);
        }
        self.edit(|node| node.existential = true);
        self.settle();
    }

    /// A clause beside the outermost one that has its verb: what follows a comma or "and" with a subject of its own.
    pub fn open_sister(&mut self) {
        let depth = self.fence();
        let marker = self.coordinator;
        self.replace(depth, ClauseKind::Coordinate, marker);
    }

    /// A comma closes what stands between commas, and a clause inside one that still waits for its verb.
    pub fn read_comma(&mut self) {
        let depth = self.stack.len();
        self.close_at_comma();
        let closing = self.in_apposition || self.stack.len() < depth;
        self.settle();
        self.in_apposition = false;
        (self.comma, self.closing, self.joint) = (true, closing, Some(self.at));
    }

    fn close_at_comma(&mut self) {
        let between = self.now().is_some_and(|node| {
            node.behind_comma
                && node.verb.is_some()
                && matches!(
                    node.kind,
                    ClauseKind::Relative | ClauseKind::Participial | ClauseKind::Aside | ClauseKind::Adverbial
                )
        });
        match self.waiting() {
            Some(depth) if self.has_verb() && !self.counts_on_behind() => self.close_to(depth + 1),
            _ if between => self.close_to(self.stack.len() - 1),
            _ => {}
        }
    }

    pub fn read_coordinator(&mut self) {
        let (comma, direct, token) = (self.comma, self.direct, self.token());
        self.settle();
        (self.comma, self.direct, self.coordinator) = (comma, direct, token);
        self.joint = Some(self.at);
    }

    /// A colon or semicolon: what follows stands beside all before.
    pub fn read_colon(&mut self) {
        let depth = self.fence();
        let says = self.verb_may(ClauseClass::REPORTING) && self.kind(self.at) == PieceKind::Colon;
        if says {
            self.open(ClauseKind::Complement, None);
        } else if self.kind(self.at + 1) != PieceKind::Other
            && self.at + 1 < self.read.pieces.len()
            && self.starts_clause()
        {
            self.replace(depth, ClauseKind::Coordinate, None);
        }
        self.settle();
        self.last = None;
    }

    fn starts_clause(&self) -> bool {
        self.verb_from(self.at + 1).is_some() || self.kind(self.at) == PieceKind::Semicolon
    }

    /// A quotation mark: what is said, where a verb of saying stands before it.
    pub fn read_quote(&mut self) {
        let (comma, direct, coordinator, preposition) = (self.comma, self.direct, self.coordinator, self.preposition);
        if self.quoted {
            self.quoted = false;
            return;
        }
        self.quoted = true;
        let behind = matches!(self.before_kind(), PieceKind::Verb(_) | PieceKind::Comma | PieceKind::Colon);
        let says =
            self.has_verb() && self.verb_may(ClauseClass::REPORTING) && behind && self.verb_from(self.at + 1).is_some();
        if says && self.now().is_some_and(|node| node.object.is_none()) && self.before_kind() != PieceKind::Colon {
            self.open(ClauseKind::Complement, None);
            self.settle();
        }
        if self.before_kind() != PieceKind::Comma || !says {
            (self.comma, self.direct, self.coordinator, self.preposition) = (comma, direct, coordinator, preposition);
        }
    }

    /// A bracket is a fence: nothing in it closes what is open around it.
    pub fn read_open(&mut self) {
        let last = self.last;
        self.settle();
        self.open(ClauseKind::Verbless, None);
        self.edit(|node| node.fenced = true);
        (self.last, self.direct) = (last, last.is_some());
    }

    pub fn read_close(&mut self) {
        let fence = self.fence();
        if fence > 0 {
            self.close_to(fence);
        }
        self.settle();
        self.direct = true;
    }

    /// "dead" behind "is" or a number; adverbs.
    pub fn read_adjective(&mut self) {
        let token = self.token();
        let fits =
            self.now().is_some_and(|node| node.predicate.is_none() && (node.verb.is_some() || node.subject.is_some()));
        if fits {
            self.edit(|node| node.predicate = token);
        }
        self.settle();
    }

    pub fn read_adverb(&mut self) {
        let Some(token) = self.token() else { return };
        self.edit(|node| node.adverbs.push(token));
        // What stands right before an adverb still does: "police, however, said", "and later died".
        self.direct = false;
    }
}
