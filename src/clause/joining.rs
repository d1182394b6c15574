//! Noun phrases: what each is in its clause, or which clause begins with it.

use super::{
    node::{ClauseKind, ClauseSubject, Complement, PhraseLink, PhraseRole, SubjectSource, VerbForm, Voice},
    piece::PieceKind,
    state::ClauseBuilder,
};
use crate::lexicon::ClauseClass;

/// So many "of" are passed over to see how a noun phrase between commas goes on.
const CHAIN: usize = 6;

impl ClauseBuilder {
    pub fn read_noun(&mut self, phrase: usize) {
        let current = self.current();
        let bracketed = self.fence() > 0 && self.now().is_some_and(|node| node.fenced);
        if let Some(found) = self.read.phrases.get_mut(phrase) {
            (found.clause, found.bracketed) = (current, bracketed);
        }
        let aside = self
            .preposition
            .map(|_| self.held)
            .or_else(|| self.is_when(phrase).then_some((self.comma, self.coordinator)));
        match (self.preposition, self.coordinator) {
            (Some((token, beside)), _) => self.behind_preposition(phrase, token, beside),
            (None, _) if self.is_when(phrase) => self.when(phrase),
            (None, Some(_)) => self.behind_coordinator(phrase),
            (None, None) if self.comma => self.behind_comma(phrase),
            (None, None) => self.direct_noun(phrase),
        }
        self.settle();
        (self.last, self.direct) = (Some(phrase), true);
        match aside {
            Some(held) if self.joint.is_some() => (self.comma, self.coordinator) = held,
            _ => self.joint = None,
        }
    }

    fn is_when(&self, phrase: usize) -> bool {
        let is_time = self.read.phrases.get(phrase).is_some_and(|found| found.is_time);
        let finite_next = self.group(self.at + 1).is_some_and(|group| group.form == VerbForm::Finite);
        is_time && !(finite_next && !self.has_verb() && self.subject().is_none())
    }

    fn when(&mut self, phrase: usize) {
        self.place(phrase, PhraseRole::Complement);
        self.edit(|node| node.complements.push(Complement { preposition: None, phrase, beside: None }));
    }

    fn behind_preposition(&mut self, phrase: usize, token: usize, beside: Option<usize>) {
        let is_of = self
            .at
            .checked_sub(1)
            .and_then(|before| self.piece(before))
            .is_some_and(|piece| piece.may.is(ClauseClass::OF));
        if let Some(whole) = beside.filter(|_| is_of) {
            self.link(phrase, PhraseLink::Of(whole));
            return;
        }
        self.place(phrase, PhraseRole::Complement);
        self.edit(|node| node.complements.push(Complement { preposition: Some(token), phrase, beside }));
    }

    fn link(&mut self, phrase: usize, link: PhraseLink) {
        self.place(phrase, PhraseRole::Part);
        if let Some(found) = self.read.phrases.get_mut(phrase) {
            found.link = Some(link);
        }
    }

    /// The verb that a noun phrase may be the subject of, finite or a headline's participle.
    fn own_verb(&self) -> Option<usize> {
        let (place, verb) = self.verb_from(self.at + 1)?;
        let is_finite = verb.form == VerbForm::Finite;
        let by_itself = self.comma && !verb.lemma.is(ClauseClass::TRANSITIVE) && self.coordinator.is_some();
        let gapped = verb.either
            && (by_itself
                || self.is_bare_number()
                || self.is_nominative()
                || self.comma && verb.lemma.is(ClauseClass::REPORTING) && verb.lemma.is(ClauseClass::SPEAKING)
                || verb.lemma.is(ClauseClass::INTRANSITIVE)
                || verb.lemma.is(ClauseClass::REPORTING) && self.opens_clause(place + 1)
                || self.next_is_noun(place));
        (is_finite || gapped).then_some(place)
    }

    fn next_is_noun(&self, place: usize) -> bool {
        matches!(self.kind(place + 1), PieceKind::Noun(_))
    }

    /// "he", "they": a subject and nothing else.
    fn is_nominative(&self) -> bool {
        self.is_nominative_at(self.at)
    }

    pub fn is_nominative_at(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.may.is(ClauseClass::SUBJECT) && !piece.may.is(ClauseClass::OBJECT))
    }

    /// "and 12 injured": the number has no noun.
    fn is_bare_number(&self) -> bool {
        self.is_number_at(self.at)
    }

    fn is_number_at(&self, at: usize) -> bool {
        let PieceKind::Noun(phrase) = self.kind(at) else { return false };
        self.read
            .phrases
            .get(phrase)
            .is_some_and(|found| found.numerals.as_ref().is_some_and(|numerals| numerals.end == found.end))
    }

    fn behind_coordinator(&mut self, phrase: usize) {
        let waits = !self.has_verb() && self.subject().is_some();
        let said = self.verb_may(ClauseClass::REPORTING)
            && self.now().is_some_and(|node| node.object.is_some())
            && self.direct
            && !self.comma;
        if !waits && !said && self.own_verb().is_some() && self.finite_or_gapped() || self.is_state_of_another() {
            return self.sister(phrase);
        }
        self.list(phrase);
    }

    /// "left three people hurt and one person dead": the state of the first is said, that of the next follows.
    fn is_state_of_another(&self) -> bool {
        let is_said = self.now().is_some_and(|node| node.kind == ClauseKind::Participial && node.object.is_none());
        is_said
            && self.next_kind() == PieceKind::Adjective
            && matches!(self.kind(self.at.saturating_sub(2)), PieceKind::Verb(_))
    }

    /// Whether the verbs that are still to come suffice for the clauses that wait for one.
    fn finite_or_gapped(&self) -> bool {
        let waiting = usize::from(self.waiting().is_some());
        self.finite_from(self.at) > waiting || waiting == 0
    }

    /// A clause with a subject of its own behind "and" or a comma.
    fn sister(&mut self, phrase: usize) {
        let depth = if self.comma { self.fence() } else { self.sister_depth() };
        let (marker, outer) = (self.coordinator, self.current());
        self.replace(depth, ClauseKind::Coordinate, marker);
        self.take_joint(outer);
        self.set_subject(phrase);
    }

    /// The innermost open clause with a finite verb.
    pub fn sister_depth(&self) -> usize {
        let finite = |clause: &usize| {
            self.node(*clause).is_some_and(|node| {
                node.verb.as_ref().is_some_and(|verb| verb.form == VerbForm::Finite)
                    && node.kind != ClauseKind::Relative
            })
        };
        self.stack.iter().rposition(finite).unwrap_or(0).max(self.fence())
    }

    fn list(&mut self, phrase: usize) {
        match self.last {
            Some(last) if (self.direct || self.comma) && !self.is_state_behind(last) => {
                let first = match self.read.phrases.get(last).and_then(|found| found.link) {
                    Some(PhraseLink::Coordinated(first)) => first,
                    Some(PhraseLink::Of(_) | PhraseLink::Possessor(_) | PhraseLink::Apposition(_)) | None => last,
                };
                self.link(phrase, PhraseLink::Coordinated(first));
            }
            _ => self.direct_noun(phrase),
        }
    }

    /// "left one man dead, and three people hurt": what is said of the first is said already.
    fn is_state_behind(&self, last: usize) -> bool {
        let end = self.read.phrases.get(last).map_or(0, |last| last.end);
        self.now().and_then(|node| node.predicate).is_some_and(|state| state >= end)
    }

    fn behind_comma(&mut self, phrase: usize) {
        let verb = self.own_verb();
        match (self.has_verb(), self.subject(), verb) {
            (false, None, _) => self.set_subject(phrase),
            (false, Some(_), _) if self.is_said_already() => self.sister(phrase),
            (false, Some(_), _) => self.apposition_or_list(phrase),
            (true, _, Some(place)) if self.finite_or_gapped() || self.counts_on() => {
                self.clause_behind_comma(phrase, place)
            }
            (true, None, None) if self.is_inverted() => self.set_subject(phrase),
            (true, ..) => self.apposition_or_list(phrase),
        }
    }

    /// "One dead, 4 others injured": a headline's half has what it says, and a noun phrase with a verb of its own follows.
    fn is_said_already(&self) -> bool {
        let is_said = self.now().is_some_and(|node| node.kind == ClauseKind::Main && node.predicate.is_some());
        let own = self
            .verb_right_from(self.at + 1)
            .is_some_and(|(_, verb)| verb.form == VerbForm::Finite || verb.form == VerbForm::Participle);
        is_said && own
    }

    /// "left 1 dead, 9 injured": one number has what is said of it, and the next follows.
    fn counts_on(&self) -> bool {
        self.is_bare_number() && self.is_state_said()
    }

    /// The same at the comma.
    pub fn counts_on_behind(&self) -> bool {
        self.is_number_at(self.at + 1) && self.is_state_said()
    }

    fn is_state_said(&self) -> bool {
        self.now().is_some_and(|node| node.predicate.is_some() && node.object.is_some())
    }

    fn is_inverted(&self) -> bool {
        self.now().is_some_and(|node| node.kind == ClauseKind::Aside)
    }

    /// ", police said", or a clause of its own.
    fn clause_behind_comma(&mut self, phrase: usize, place: usize) {
        let reports = self.group(place).is_some_and(|verb| verb.lemma.is(ClauseClass::REPORTING));
        let ends = !matches!(
            self.kind(place + 1),
            PieceKind::Noun(_) | PieceKind::That | PieceKind::Verb(_) | PieceKind::There
        );
        if reports && ends {
            let depth = self.fence();
            self.close_to(depth + 1);
            self.open(ClauseKind::Aside, None);
            self.set_subject(phrase);
        } else {
            self.sister(phrase);
        }
    }

    /// Between commas the same by another name, or the next of a list that "and" ends.
    fn apposition_or_list(&mut self, phrase: usize) {
        let Some(last) = self.last else { return self.direct_noun(phrase) };
        let at = self.past_of(self.at + 1);
        let goes_on =
            matches!(self.read.phrases.get(last).and_then(|found| found.link), Some(PhraseLink::Coordinated(_)));
        let listed = matches!(self.kind(at), PieceKind::Coordinator)
            || matches!(self.kind(at), PieceKind::Comma) && matches!(self.kind(at + 1), PieceKind::Coordinator);
        // "Juan Orsk, 30, and another man": an age.
        let is_age = self.is_bare_number() && self.read.phrases.get(last).is_some_and(|last| last.numerals.is_none());
        if !is_age && (goes_on || listed && !self.is_pair_apart(at) || self.counts_both(last, phrase)) {
            return self.list(phrase);
        }
        self.link(phrase, PhraseLink::Apposition(last));
        self.in_apposition = true;
    }

    /// "10 tourists, 2 guides killed": a headline's list of numbers right before its verb. What names the noun before again
    /// stands between two commas.
    fn counts_both(&self, last: usize, phrase: usize) -> bool {
        let counts = |phrase: usize| {
            let found = self.read.phrases.get(phrase);
            found.is_some_and(|found| found.numerals.as_ref().is_some_and(|numerals| numerals.end < found.end))
        };
        !self.has_verb() && counts(last) && counts(phrase) && matches!(self.next_kind(), PieceKind::Verb(_))
    }

    /// Behind the "of" phrases that begin at a piece.
    fn past_of(&self, from: usize) -> usize {
        let ends = (0..CHAIN).map(|steps| from + 2 * steps);
        let goes_on = |at: &usize| self.is_of(*at) && matches!(self.kind(at + 1), PieceKind::Noun(_));
        ends.clone().find(|at| !goes_on(at)).unwrap_or(from + 2 * CHAIN)
    }

    /// Whether "and" at a piece ends two that stand between commas, before the verb of the noun before: "three people, a man
    /// and two women, were killed".
    fn is_pair_apart(&self, at: usize) -> bool {
        let pair = matches!(self.kind(at), PieceKind::Coordinator) && matches!(self.kind(at + 1), PieceKind::Noun(_));
        let end = self.past_of(at + 2);
        let verb = self.group(end + 1).filter(|_| pair && matches!(self.kind(end), PieceKind::Comma));
        let waits = !self.has_verb() || self.verb_may(ClauseClass::REPORTING);
        waits && verb.is_some_and(|verb| verb.form == VerbForm::Finite && !verb.lemma.is(ClauseClass::REPORTING))
    }

    fn is_of(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|piece| piece.kind == PieceKind::Preposition && piece.may.is(ClauseClass::OF))
    }

    fn direct_noun(&mut self, phrase: usize) {
        if self.has_verb() && self.is_nominative() && self.verb_is_next() {
            return self.clause_of_pronoun(phrase);
        }
        let Some(node) = self.now() else { return };
        let (existential, fenced, kind) = (node.existential, node.fenced, node.kind);
        let (subject, object) = (node.subject, node.object);
        match &node.verb {
            None if fenced => self.in_brackets(phrase),
            None if subject.is_none() => self.set_subject(phrase),
            None => self.behind_subject(phrase),
            Some(_) if self.begins_bare_clause() => self.bare_clause(phrase),
            Some(_) if existential && subject.is_none() => self.set_subject(phrase),
            Some(_) if kind == ClauseKind::Aside && subject.is_none() => self.set_subject(phrase),
            Some(verb) if verb.lemma.is(ClauseClass::INVERTING) && verb.helped_alone() && subject.is_none() => {
                self.set_subject(phrase)
            }
            Some(verb)
                if verb.lemma.is(ClauseClass::BE)
                    && subject.is_none()
                    && node.marker.is_none()
                    && verb.form == VerbForm::Finite =>
            {
                self.set_subject(phrase)
            }
            Some(verb)
                if verb.lemma.is(ClauseClass::COPULA)
                    && (verb.lemma.is(ClauseClass::BE) || !verb.lemma.is(ClauseClass::REPORTING))
                    && verb.voice == Voice::Active =>
            {
                self.predicate(phrase)
            }
            Some(verb) if verb.lemma.is(ClauseClass::NAMING) && (verb.voice == Voice::Passive || object.is_some()) => {
                self.predicate(phrase)
            }
            // "hurt, all of them rescuers".
            Some(_) if object.is_none() && self.is_behind_part() => self.place(phrase, PhraseRole::Loose),
            Some(_) if object.is_none() => self.set_object(phrase),
            Some(_) => self.behind_object(phrase),
        }
    }

    /// "the clock he made", "there were fears they would stay": a noun right behind another, and its verb.
    fn begins_bare_clause(&self) -> bool {
        let own = self
            .group(self.at + 1)
            .is_some_and(|verb| verb.form == VerbForm::Finite || verb.either && self.is_nominative());
        let mine = self.last.is_some() && self.direct;
        own && mine && self.waiting().is_none_or(|_| self.finite_from(self.at) > 1 || self.is_nominative())
    }

    fn bare_clause(&mut self, phrase: usize) {
        let Some(last) = self.last else { return };
        let claims = self.read.heads.get(last).is_some_and(|head| head.is(ClauseClass::CLAUSE_NOUN));
        let told = self.verb_may(ClauseClass::REPORTING) && self.now().is_some_and(|node| node.object == Some(last));
        if claims || told { self.bare_complement(phrase) } else { self.bare_relative(last, phrase) }
    }

    fn verb_is_next(&self) -> bool {
        let at = if self.next_kind() == PieceKind::Adverb { self.at + 2 } else { self.at + 1 };
        self.group(at).is_some_and(|verb| verb.form == VerbForm::Finite || verb.either)
    }

    /// "If it rains they leave", "I suspect they left", "the clock he made": a pronoun begins a clause wherever it stands.
    fn clause_of_pronoun(&mut self, phrase: usize) {
        let waits = self.waiting().filter(|depth| {
            let node = self.stack.get(*depth).and_then(|clause| self.node(*clause));
            node.is_some_and(|node| node.subject.is_none())
        });
        match (waits, self.last.filter(|_| self.direct)) {
            (Some(depth), _) => {
                self.close_to(depth + 1);
                self.set_subject(phrase);
            }
            (None, Some(_)) => self.bare_clause(phrase),
            (None, None) => self.bare_complement(phrase),
        }
    }

    fn is_behind_part(&self) -> bool {
        let last = self.last.filter(|_| self.direct).and_then(|last| self.read.phrases.get(last));
        last.is_some_and(|found| found.role == PhraseRole::Part)
    }

    fn in_brackets(&mut self, phrase: usize) {
        match self.last {
            Some(last) => self.link(phrase, PhraseLink::Apposition(last)),
            None => self.place(phrase, PhraseRole::Loose),
        }
    }

    /// "the man police arrested": a second noun phrase before the verb begins a relative clause, where verbs for both come.
    fn behind_subject(&mut self, phrase: usize) {
        let needed = if self.is_nominative() { 0 } else { 1 };
        let both = self.own_verb().is_some() && self.finite_from(self.at) > needed;
        match self.last.filter(|_| self.direct) {
            Some(last) if both => self.bare_relative(last, phrase),
            Some(last) => self.link(phrase, PhraseLink::Apposition(last)),
            None => self.place(phrase, PhraseRole::Loose),
        }
    }

    fn bare_relative(&mut self, antecedent: usize, subject: usize) {
        self.open(ClauseKind::Relative, None);
        self.edit(|node| node.antecedent = Some(antecedent));
        self.set_subject(subject);
    }

    fn predicate(&mut self, phrase: usize) {
        let head = self.read.phrases.get(phrase).map(|found| found.head);
        self.place(phrase, PhraseRole::Predicate);
        self.edit(|node| node.predicate = node.predicate.or(head));
    }

    fn behind_object(&mut self, phrase: usize) {
        let old = self.now().and_then(|node| node.object);
        let two = self.verb_may(ClauseClass::TWO_OBJECTS) && self.now().is_some_and(|node| node.recipient.is_none());
        let next_verb = self.group(self.at + 1).is_some_and(|verb| verb.form == VerbForm::Finite);
        match self.last.filter(|_| self.direct) {
            Some(last) if next_verb && !self.verb_may(ClauseClass::REPORTING) => self.bare_relative(last, phrase),
            // "said in Orvane people died": what follows may be a clause of its own.
            _ if next_verb => self.bare_complement(phrase),
            Some(last) if two && old == Some(last) => {
                self.place(last, PhraseRole::Recipient);
                self.edit(|node| node.recipient = Some(last));
                self.set_object(phrase);
            }
            _ => self.place(phrase, PhraseRole::Loose),
        }
    }

    fn bare_complement(&mut self, phrase: usize) {
        self.open(ClauseKind::Complement, None);
        self.set_subject(phrase);
    }

    /// The subject of a clause that has none of its own.
    pub fn borrowed(&self, clause: usize, source: SubjectSource) -> Option<ClauseSubject> {
        self.node(clause)?.subject.map(|subject| ClauseSubject { source, ..subject })
    }
}
