//! Verb groups: whose verb each is.

use super::{
    node::{ClauseKind, ClauseSubject, PhraseRole, SubjectSource, VerbForm, VerbGroup, VerbTense, Voice},
    piece::PieceKind,
    state::ClauseBuilder,
};
use crate::lexicon::ClauseClass;

/// So many pieces stand between a subject and its verb at most.
const LONGEST_ASIDE: usize = 24;

impl ClauseBuilder {
    pub fn read_verb(&mut self, group: usize) {
        let Some(verb) = self.read.groups.get(group).cloned() else { return };
        match verb.form {
            VerbForm::Finite if verb.bare && self.is_bare_infinitive() => self.infinitive(verb),
            VerbForm::Finite => self.finite(verb),
            VerbForm::Participle => self.past_or_participle(verb),
            VerbForm::Ing => self.ing(verb),
            VerbForm::Infinitive => self.infinitive(verb),
        }
        self.joint = None;
        let adverbs = self.read.adverbs.get_mut(group).map(std::mem::take).unwrap_or_default();
        self.edit(|node| node.adverbs.extend(adverbs));
        self.settle();
    }

    /// "made him leave", "helped rescue".
    fn is_bare_infinitive(&self) -> bool {
        self.has_verb()
            && self.coordinator.is_none()
            && !self.comma
            && self.verb_may(ClauseClass::OBJECT_CONTROL)
            && self.waiting().is_none()
            && (self.now().is_some_and(|node| node.object.is_some())
                || matches!(self.before_kind(), PieceKind::Verb(_)))
    }

    fn finite(&mut self, verb: VerbGroup) {
        self.close_to_complement();
        let waiting = self.waiting();
        match () {
            () if !self.has_verb() => self.take(verb),
            () if self.is_question(&verb) => self.answer_question(verb),
            () if self.coordinator.is_some() => self.coordinate(verb),
            () if self.may_begin_complement()
                && (waiting.is_none() || self.finite_from(self.at) > 1 && self.verb_may(ClauseClass::REPORTING)) =>
            {
                self.complement(verb);
            }
            () if let Some(depth) = waiting => {
                self.close_to(depth + 1);
                self.take(verb);
            }
            () if self.comma && verb.lemma.is(ClauseClass::REPORTING) && self.inverts() => self.aside(verb),
            () => self.coordinate(verb),
        }
    }

    /// "believes the men found in the sea left": what modifies the object of a verb of saying ends where its own verb comes.
    fn close_to_complement(&mut self) {
        let fence = self.fence();
        let modifies =
            |clause: usize| self.node(clause).is_some_and(|node| node.antecedent.is_some() && node.verb.is_some());
        let mut depth = self.stack.len();
        while depth > fence + 1 && self.stack.get(depth - 1).is_some_and(|clause| modifies(*clause)) {
            depth -= 1;
        }
        let says = |clause: &usize| {
            self.node(*clause).is_some_and(|node| {
                node.object.is_some() && node.verb.as_ref().is_some_and(|verb| verb.lemma.is(ClauseClass::REPORTING))
            })
        };
        let found =
            depth < self.stack.len() && depth.checked_sub(1).and_then(|depth| self.stack.get(depth)).is_some_and(says);
        if found && self.coordinator.is_none() && (!self.comma || self.closing) {
            self.close_to(depth);
        }
    }

    /// ", said the mayor".
    fn inverts(&self) -> bool {
        matches!(self.next_kind(), PieceKind::Noun(_)) && self.group(self.at + 2).is_none()
    }

    fn aside(&mut self, verb: VerbGroup) {
        let depth = self.fence();
        self.close_to(depth + 1);
        self.open(ClauseKind::Aside, None);
        self.edit(|node| node.verb = Some(verb));
    }

    /// Gives the innermost clause its verb, and its subject where a pronoun stands for it.
    fn take(&mut self, verb: VerbGroup) {
        self.edit(|node| {
            if node.subject.is_none() {
                let antecedent = node.antecedent.filter(|_| node.kind == ClauseKind::Relative);
                node.subject = antecedent.map(|phrase| ClauseSubject { phrase, source: SubjectSource::Antecedent });
            }
            node.verb = Some(verb);
        });
    }

    /// "Did the mayor leave": the auxiliary stands apart.
    fn is_question(&self, verb: &VerbGroup) -> bool {
        let alone = self.now().and_then(|node| node.verb.as_ref()).is_some_and(VerbGroup::helped_alone);
        alone && verb.bare && self.direct
    }

    fn answer_question(&mut self, verb: VerbGroup) {
        self.edit(|node| {
            let first = node.verb.take();
            if let (None, Some(phrase)) = (node.subject, node.object.take()) {
                node.subject = Some(ClauseSubject { phrase, source: SubjectSource::Own });
            }
            let tense = first.map_or(verb.tense, |first| first.tense);
            node.verb = Some(VerbGroup { tense, bare: false, ..verb });
        });
    }

    /// Whether what was taken for the object is the subject of this verb: "said 12 people died".
    fn may_begin_complement(&self) -> bool {
        let Some(node) = self.now() else { return false };
        let object = node.object.is_some_and(|object| self.places.get(object).is_some_and(|place| *place < self.at));
        object
            && (!self.comma || self.closing)
            && node.verb.as_ref().is_some_and(|verb| verb.lemma.is(ClauseClass::REPORTING))
    }

    /// Opens the clause that began with the object, and moves what follows that into it.
    fn complement(&mut self, verb: VerbGroup) {
        let Some(object) = self.now().and_then(|node| node.object) else { return };
        let (outer, from) = (self.current(), self.places.get(object).copied().unwrap_or(self.at));
        let inner = self.open(ClauseKind::Complement, None);
        for owner in self.owners.iter_mut().skip(from).filter(|owner| **owner == outer) {
            *owner = inner;
        }
        let places = &self.places;
        let mut moved = Vec::new();
        if let Some(node) = self.clauses.get_mut(outer) {
            node.object = node.recipient.take();
            let (kept, later) =
                node.complements.iter().partition(|one| places.get(one.phrase).is_none_or(|at| *at < from));
            (node.complements, moved) = (kept, later);
        }
        for one in &moved {
            self.place(one.phrase, PhraseRole::Complement);
        }
        self.edit(|node| node.complements = moved);
        self.set_subject(object);
        self.take(verb);
    }

    /// "he came and left": a sister without a subject of its own.
    fn coordinate(&mut self, verb: VerbGroup) {
        let depth = self.sister_of(&verb);
        let sister = self.stack.get(depth).copied().unwrap_or(0);
        let subject = self.borrowed(sister, SubjectSource::Shared);
        let (marker, outer) = (self.coordinator, self.current());
        self.replace(depth, ClauseKind::Coordinate, marker);
        self.take_joint(outer);
        self.edit(|node| {
            node.subject = subject;
            node.verb = Some(verb);
        });
    }

    fn sister_of(&self, verb: &VerbGroup) -> usize {
        let fence = self.fence();
        let fits = |clause: &usize| self.verb_of(*clause).is_some_and(|sister| is_sister(sister, verb));
        let inner = self.stack.iter().rposition(fits).unwrap_or(fence).max(fence);
        let outer = self.stack.iter().position(fits).unwrap_or(inner).max(fence);
        let embedded = self
            .stack
            .get(inner)
            .and_then(|clause| self.node(*clause))
            .is_some_and(|node| node.kind == ClauseKind::Relative || node.kind == ClauseKind::Adverbial);
        if self.comma && embedded { outer } else { inner }
    }

    /// "killed": what happened, or what is said of a noun.
    fn past_or_participle(&mut self, verb: VerbGroup) {
        match () {
            () if self.coordinator.is_some() && self.shares_auxiliary(&verb) => self.elliptic(verb),
            () if self.is_past(&verb) => self.past(verb),
            () => self.participle(verb),
        }
    }

    /// "was arrested and charged", "has come and gone".
    fn shares_auxiliary(&self, verb: &VerbGroup) -> bool {
        let depth = self.sister_of(verb);
        self.stack.get(depth).and_then(|clause| self.verb_of(*clause)).is_some_and(|sister| {
            let next_is_noun = matches!(self.next_kind(), PieceKind::Noun(_));
            sister.helped
                && (sister.voice == Voice::Passive && (!next_is_noun || !verb.either)
                    || sister.tense == VerbTense::Past && sister.voice == Voice::Active)
                || sister.form == VerbForm::Participle && (!next_is_noun || sister.voice == Voice::Active)
        })
    }

    fn elliptic(&mut self, verb: VerbGroup) {
        let sister = self.stack.get(self.sister_of(&verb)).and_then(|clause| self.verb_of(*clause)).cloned();
        let Some(sister) = sister else { return self.past(verb) };
        let shared =
            VerbGroup { form: sister.form, tense: sister.tense, voice: sister.voice, helped: sister.helped, ..verb };
        self.coordinate(shared);
    }

    fn is_past(&self, verb: &VerbGroup) -> bool {
        let next_is_noun = matches!(self.next_kind(), PieceKind::Noun(phrase) if self.read.phrases.get(phrase).is_some_and(|found| !found.is_time));
        let goes_on = self.verb_right_from(self.at + 1).is_some_and(|(_, next)| next.form == VerbForm::Finite)
            && !self.adverbial_follows();
        let intransitive = verb.lemma.is(ClauseClass::INTRANSITIVE);
        if !verb.either {
            return false;
        }
        if !self.has_verb() {
            let can = self.subject().is_some()
                || self.now().is_some_and(|node| node.antecedent.is_some() || node.marker.is_some());
            let pronoun = self.direct && self.now().is_some_and(|node| node.kind == ClauseKind::Relative);
            let is_aside = self.finite_from(self.at + 1) > 0 || verb.lemma.is(ClauseClass::NAMING);
            let comma = self.comma && !self.closing && is_aside && !self.closes_behind_subject();
            let comma = comma || next_is_noun && self.is_named_before_verb(verb);
            // "Six died, the guard said on Monday as it called off the search."
            let says =
                self.direct && verb.lemma.is(ClauseClass::SPEAKING) && self.now().is_some_and(|node| node.behind_comma);
            return can && (pronoun || intransitive || says || next_is_noun && !comma || !goes_on && !comma);
        }
        let needed = usize::from(self.waiting().is_some());
        match () {
            () if self.coordinator.is_some() => true,
            () if self.comma => next_is_noun || intransitive,
            () if needed > 0 => intransitive || next_is_noun || self.finite_from(self.at + 1) == 0,
            () if self.may_begin_complement() => {
                intransitive || next_is_noun || !goes_on && !verb.lemma.is(ClauseClass::TRANSITIVE)
            }
            () => intransitive && !matches!(self.before_kind(), PieceKind::Verb(_)),
        }
    }

    /// "The mayor, in remarks to a station, said": the comma right before is the second one behind the subject.
    fn closes_behind_subject(&self) -> bool {
        let own = self.subject().filter(|subject| subject.source == SubjectSource::Own);
        let Some(place) = own.and_then(|subject| self.places.get(subject.phrase)) else { return false };
        let from = (*place).max(self.at.saturating_sub(LONGEST_ASIDE));
        let commas = (from..self.at).filter(|at| self.kind(*at) == PieceKind::Comma).count();
        self.before_kind() == PieceKind::Comma && commas > 1
    }

    /// "A group called the Orga was banned": what is said of the noun, where the verb is still to come.
    fn is_named_before_verb(&self, verb: &VerbGroup) -> bool {
        let is_finite = |group: &VerbGroup| group.form == VerbForm::Finite;
        verb.lemma.is(ClauseClass::NAMING)
            && self.direct
            && !self.subject_is_nominative()
            && self.group(self.at + 2).is_some_and(is_finite)
    }

    /// "prosecuted after treatment leads to death": the only verb to come belongs to a clause of its own.
    fn adverbial_follows(&self) -> bool {
        let verb = self.at + 3;
        self.next_kind() == PieceKind::Either
            && matches!(self.kind(self.at + 2), PieceKind::Noun(_))
            && self.group(verb).is_some_and(|group| group.form == VerbForm::Finite)
            && self.finite_from(verb + 1) == 0
    }

    /// A past; in a headline's "12 killed in blast" a passive without its auxiliary.
    fn past(&mut self, verb: VerbGroup) {
        let next_is_noun = matches!(self.next_kind(), PieceKind::Noun(phrase) if self.read.phrases.get(phrase).is_some_and(|found| !found.is_time));
        let shared = self.coordinator.is_some() && self.subject_is_behind();
        let passive = verb.lemma.is(ClauseClass::TRANSITIVE)
            && !self.subject_is_nominative()
            && !next_is_noun
            && !shared
            && !self.shares_object()
            && !self.is_object_relative()
            && !self.opens_clause(self.at + 1);
        let (voice, form) =
            if passive { (Voice::Passive, VerbForm::Participle) } else { (Voice::Active, VerbForm::Finite) };
        self.finite(VerbGroup { voice, form, tense: VerbTense::Past, ..verb });
    }

    /// "Police arrested and charged two men": the object stands behind the sister.
    fn shares_object(&self) -> bool {
        let behind = matches!(self.kind(self.at + 3), PieceKind::Noun(phrase) if self.read.phrases.get(phrase).is_some_and(|found| !found.is_time));
        self.next_kind() == PieceKind::Coordinator
            && self.group(self.at + 2).is_some_and(|sister| sister.either)
            && behind
    }

    /// "he killed": a pronoun has no headline's passive.
    fn subject_is_nominative(&self) -> bool {
        let phrase = self.subject().filter(|subject| subject.source == SubjectSource::Own);
        let head = phrase.and_then(|subject| self.read.heads.get(subject.phrase));
        head.is_some_and(|head| head.is(ClauseClass::SUBJECT))
    }

    /// "that", "who", "why", a quotation.
    pub fn opens_clause(&self, at: usize) -> bool {
        let asks = || self.piece(at).is_some_and(|piece| piece.may.is(ClauseClass::QUESTION));
        matches!(self.kind(at), PieceKind::That | PieceKind::Relative | PieceKind::Quote) || asks()
    }

    fn subject_is_behind(&self) -> bool {
        self.has_verb()
    }

    /// "the people that he killed".
    fn is_object_relative(&self) -> bool {
        self.now().is_some_and(|node| node.kind == ClauseKind::Relative && node.subject.is_some())
    }

    fn participle(&mut self, verb: VerbGroup) {
        let marker = self.marker.or(self.preposition.map(|(token, _)| token));
        let behind_noun = self.direct && matches!(self.before_kind(), PieceKind::Noun(_));
        let beside = behind_noun || !self.comma && (self.direct || self.is_behind_object());
        let of_noun = self.last.filter(|_| beside && marker.is_none());
        self.modify(verb, marker, of_noun);
    }

    /// "leaving one critically hurt": an adverb between the object and what is said of it.
    fn is_behind_object(&self) -> bool {
        let noun = self.at.checked_sub(2).map(|before| self.kind(before));
        let object = self.now().and_then(|node| node.object);
        self.before_kind() == PieceKind::Adverb && object.is_some_and(|object| noun == Some(PieceKind::Noun(object)))
    }

    fn modify(&mut self, verb: VerbGroup, marker: Option<usize>, of_noun: Option<usize>) {
        let outer = self.current();
        let subject = match of_noun {
            Some(phrase) => Some(ClauseSubject { phrase, source: SubjectSource::Modified }),
            None => self.borrowed(outer, SubjectSource::Controlled),
        };
        let moves = self.preposition.is_some() || self.marker.is_some();
        if let Some(phrase) = of_noun
            && verb.form == VerbForm::Ing
            && self.is_absolute(phrase)
        {
            return self.absolute(ClauseKind::Participial, verb, phrase);
        }
        self.open(ClauseKind::Participial, marker);
        self.edit(|node| (node.verb, node.subject, node.antecedent) = (Some(verb), subject, of_noun));
        if moves {
            self.own_before();
        }
    }

    /// "with many fleeing": a clause behind "with".
    fn is_absolute(&self, phrase: usize) -> bool {
        let before = self.places.get(phrase).and_then(|place| place.checked_sub(2));
        let verb = before.is_some_and(|before| matches!(self.kind(before), PieceKind::Verb(_)));
        !verb && self.is_led(phrase, ClauseClass::WITH)
    }

    /// Whether a preposition of a class stands right before a noun phrase.
    fn is_led(&self, phrase: usize, class: ClauseClass) -> bool {
        let before = self.places.get(phrase).and_then(|place| place.checked_sub(1));
        before.and_then(|before| self.piece(before)).is_some_and(|piece| piece.may.is(class))
    }

    /// A clause behind a preposition: "with many fleeing", "for them to leave".
    fn absolute(&mut self, kind: ClauseKind, verb: VerbGroup, phrase: usize) {
        let from = self.places.get(phrase).map_or(self.at, |place| place.saturating_sub(1));
        let marker = self.piece(from).map(|piece| piece.first);
        self.edit(|node| node.complements.retain(|one| one.phrase != phrase));
        let current = self.open(kind, marker);
        for owner in self.owners.iter_mut().skip(from) {
            *owner = current;
        }
        self.set_subject(phrase);
        self.edit(|node| node.verb = Some(verb));
    }

    /// The preposition or subordinator right before belongs to the clause that opens with its verb.
    fn own_before(&mut self) {
        let current = self.current();
        if let Some(owner) = self.at.checked_sub(1).and_then(|before| self.owners.get_mut(before)) {
            *owner = current;
        }
    }

    fn ing(&mut self, verb: VerbGroup) {
        let marker = self.marker.or(self.preposition.map(|(token, _)| token));
        if self.coordinator.is_some()
            && marker.is_none()
            && self.stack.iter().any(|clause| self.verb_of(*clause).is_some_and(|sister| is_sister(sister, &verb)))
        {
            return self.coordinate(verb);
        }
        let beside = |phrase: &usize| !self.comma || self.is_absolute(*phrase);
        let of_noun = self.last.filter(|phrase| self.direct && marker.is_none() && beside(phrase));
        self.modify(verb, marker, of_noun);
    }

    fn infinitive(&mut self, verb: VerbGroup) {
        if self.coordinator.is_some()
            && self
                .stack
                .iter()
                .any(|clause| self.verb_of(*clause).is_some_and(|sister| sister.form == VerbForm::Infinitive))
        {
            return self.coordinate(verb);
        }
        if let Some(phrase) = self.last.filter(|phrase| self.direct && self.is_led(*phrase, ClauseClass::RARELY)) {
            return self.absolute(ClauseKind::Infinitive, verb, phrase);
        }
        let outer = self.current();
        // "in order to".
        let marker = self.marker.or(self.preposition.map(|(token, _)| token));
        let moves = marker.is_some();
        let subject = self.controller(outer);
        self.open(ClauseKind::Infinitive, marker);
        self.edit(|node| (node.verb, node.subject) = (Some(verb), subject));
        if moves {
            self.own_before();
        }
    }

    /// Who does what an infinitive says: the object of "ask", else the subject.
    fn controller(&self, clause: usize) -> Option<ClauseSubject> {
        let node = self.node(clause)?;
        let by_object = node.verb.as_ref().is_some_and(|verb| verb.lemma.is(ClauseClass::OBJECT_CONTROL));
        let object = node.object.or(node.recipient).filter(|_| by_object);
        // "the third quake to hit the region".
        let named = self.last.filter(|last| {
            self.direct && self.read.phrases.get(*last).is_some_and(|found| found.role == PhraseRole::Predicate)
        });
        match object.or(named) {
            Some(phrase) => Some(ClauseSubject { phrase, source: SubjectSource::Controlled }),
            None => self.borrowed(clause, SubjectSource::Controlled),
        }
    }
}

/// Whether two verbs may be sisters: both finite, both in -ing, both infinitives or participles.
fn is_sister(sister: &VerbGroup, verb: &VerbGroup) -> bool {
    let is_base = sister.form == VerbForm::Infinitive
        || sister.modal.is_some()
        || sister.bare
        || sister.tense == VerbTense::Future;
    match verb.form {
        VerbForm::Finite if verb.bare => is_base || sister.form == VerbForm::Finite,
        VerbForm::Finite => sister.form == VerbForm::Finite,
        VerbForm::Participle => {
            sister.form == VerbForm::Participle || sister.form == VerbForm::Finite || sister.voice == Voice::Passive
        }
        VerbForm::Ing => sister.form == VerbForm::Ing,
        VerbForm::Infinitive => sister.form == VerbForm::Infinitive,
    }
}

impl VerbGroup {
    /// "did", "will", "has" without the verb that they help.
    pub(super) fn helped_alone(&self) -> bool {
        !self.helped && self.lemma.is(ClauseClass::DO.and(ClauseClass::MODAL))
    }
}
