//! Where the reader of clauses stands: the clauses that are open, innermost last, and what has just been read.

use super::{
    node::{ClauseKind, ClauseNode, ClauseSubject, PhraseRole, SubjectSource, VerbForm, VerbGroup},
    piece::{Piece, PieceKind, Pieces},
};
use crate::lexicon::ClauseClass;

/// The piece of the next verb: with nothing but nouns and their like before it, and with "and" between them too.
type NextVerb = (Option<usize>, Option<usize>);

/// More clauses inside one another are taken as one: no sentence that a person reads has so many.
const DEEPEST: usize = 24;

/// A sentence on its way from pieces to clauses.
pub(super) struct ClauseBuilder {
    pub read: Pieces,
    pub clauses: Vec<ClauseNode>,
    /// The clauses that are open, the innermost last.
    pub stack: Vec<usize>,
    /// The clause of each piece so far.
    pub owners: Vec<usize>,
    /// The piece of each noun phrase.
    pub places: Vec<usize>,
    /// The next verb that only noun phrases, prepositions and adverbs stand before, of each piece; and the same where "and"
    /// and its noun phrase may stand before it too.
    ahead: Vec<NextVerb>,
    /// How many finite verbs stand at and behind each piece.
    finite: Vec<usize>,
    /// The piece that is read.
    pub at: usize,
    /// A preposition that waits for its noun, and the noun phrase right before it.
    pub preposition: Option<(usize, Option<usize>)>,
    /// A subordinator that waits for a participle or infinitive.
    pub marker: Option<usize>,
    /// "and" right before.
    pub coordinator: Option<usize>,
    /// Whether a comma or dash stands right before, perhaps with "and".
    pub comma: bool,
    /// The piece of the last comma or "and" that nothing but adverbs, times and prepositions with their nouns follows.
    pub joint: Option<usize>,
    /// The comma and "and" of it.
    pub held: (bool, Option<usize>),
    /// Whether that comma closes what another opened.
    pub closing: bool,
    /// Whether a noun phrase between commas names the one before again.
    pub in_apposition: bool,
    /// The last noun phrase.
    pub last: Option<usize>,
    /// Whether it is the last piece.
    pub direct: bool,
    /// Whether a quotation is open.
    pub quoted: bool,
}

impl ClauseBuilder {
    pub fn new(read: Pieces) -> Self {
        let mut places = vec![0; read.phrases.len()];
        for (at, piece) in read.pieces.iter().enumerate() {
            if let PieceKind::Noun(phrase) = piece.kind
                && let Some(place) = places.get_mut(phrase)
            {
                *place = at;
            }
        }
        let (ahead, finite) = look_ahead(&read);
        let mut builder = Self {
            read,
            clauses: Vec::new(),
            stack: Vec::new(),
            owners: Vec::new(),
            places,
            ahead,
            finite,
            at: 0,
            preposition: None,
            marker: None,
            coordinator: None,
            comma: false,
            joint: None,
            held: (false, None),
            closing: false,
            in_apposition: false,
            last: None,
            direct: false,
            quoted: false,
        };
        builder.open(ClauseKind::Main, None);
        builder
    }

    pub fn piece(&self, at: usize) -> Option<&Piece> {
        self.read.pieces.get(at)
    }

    pub fn kind(&self, at: usize) -> PieceKind {
        self.piece(at).map_or(PieceKind::Other, |piece| piece.kind)
    }

    pub fn next_kind(&self) -> PieceKind {
        self.kind(self.at + 1)
    }

    pub fn before_kind(&self) -> PieceKind {
        self.at.checked_sub(1).map_or(PieceKind::Other, |before| self.kind(before))
    }

    /// The verb that is the next one from a piece on, with nothing but nouns and their like before it.
    pub fn verb_from(&self, at: usize) -> Option<(usize, &VerbGroup)> {
        let place = self.ahead.get(at)?.1?;
        self.group(place).map(|group| (place, group))
    }

    /// The same, without an "and" between.
    pub fn verb_right_from(&self, at: usize) -> Option<(usize, &VerbGroup)> {
        let place = self.ahead.get(at)?.0?;
        self.group(place).map(|group| (place, group))
    }

    /// The verb group of a piece.
    pub fn group(&self, at: usize) -> Option<&VerbGroup> {
        match self.kind(at) {
            PieceKind::Verb(group) => self.read.groups.get(group),
            _ => None,
        }
    }

    /// How many finite verbs stand at and behind a piece.
    pub fn finite_from(&self, at: usize) -> usize {
        self.finite.get(at).copied().unwrap_or(0)
    }

    /// The innermost clause that is open.
    pub fn current(&self) -> usize {
        self.stack.last().copied().unwrap_or(0)
    }

    pub fn node(&self, clause: usize) -> Option<&ClauseNode> {
        self.clauses.get(clause)
    }

    pub fn now(&self) -> Option<&ClauseNode> {
        self.node(self.current())
    }

    pub fn edit(&mut self, change: impl FnOnce(&mut ClauseNode)) {
        let current = self.current();
        if let Some(node) = self.clauses.get_mut(current) {
            change(node);
        }
    }

    pub fn verb_of(&self, clause: usize) -> Option<&VerbGroup> {
        self.node(clause)?.verb.as_ref()
    }

    /// Whether the verb of the innermost clause may be what a class says.
    pub fn verb_may(&self, class: ClauseClass) -> bool {
        self.verb_of(self.current()).is_some_and(|verb| verb.lemma.is(class))
    }

    pub fn has_verb(&self) -> bool {
        self.verb_of(self.current()).is_some()
    }

    pub fn subject(&self) -> Option<ClauseSubject> {
        self.now().and_then(|node| node.subject)
    }

    /// Opens a clause inside the innermost one; past the cap it takes that one's place.
    pub fn open(&mut self, kind: ClauseKind, marker: Option<usize>) -> usize {
        let parent = self.stack.last().copied();
        if self.stack.len() >= DEEPEST {
            self.stack.pop();
        }
        self.add(kind, parent, marker)
    }

    /// Opens a clause in the place of another that is open, and closes all inside that.
    pub fn replace(&mut self, depth: usize, kind: ClauseKind, marker: Option<usize>) -> usize {
        let sister = self.stack.get(depth).copied();
        self.stack.truncate(depth);
        self.add(kind, sister, marker)
    }

    fn add(&mut self, kind: ClauseKind, parent: Option<usize>, marker: Option<usize>) -> usize {
        let index = self.clauses.len();
        self.clauses.push(ClauseNode {
            kind,
            parent,
            first: 0,
            end: 0,
            marker,
            verb: None,
            subject: None,
            object: None,
            recipient: None,
            predicate: None,
            antecedent: None,
            complements: Vec::new(),
            adverbs: Vec::new(),
            quoted: self.quoted,
            existential: false,
            behind_comma: self.comma,
            fenced: false,
        });
        self.stack.push(index);
        index
    }

    /// Makes a clause that lies at a depth of the stack the innermost one.
    pub fn close_to(&mut self, depth: usize) {
        self.stack.truncate(depth.max(1));
    }

    /// The innermost open clause around the current one that waits for its verb, as a depth of the stack.
    pub fn waiting(&self) -> Option<usize> {
        let inner = self.stack.len().checked_sub(1)?;
        let fence = self.fence();
        (fence..inner).rev().find(|depth| {
            let node = self.stack.get(*depth).and_then(|clause| self.node(*clause));
            node.is_some_and(|node| node.verb.is_none() && !node.fenced)
        })
    }

    /// The depth below which nothing is closed: that of the innermost bracket or quotation.
    pub fn fence(&self) -> usize {
        let is_fenced = |clause: &usize| self.node(*clause).is_some_and(|node| node.fenced);
        self.stack.iter().rposition(is_fenced).unwrap_or(0)
    }

    /// Gives a noun phrase its part in the innermost clause.
    pub fn place(&mut self, phrase: usize, role: PhraseRole) {
        let current = self.current();
        if let Some(found) = self.read.phrases.get_mut(phrase) {
            (found.role, found.clause) = (role, current);
        }
    }

    pub fn set_subject(&mut self, phrase: usize) {
        self.place(phrase, PhraseRole::Subject);
        self.edit(|node| node.subject = Some(ClauseSubject { phrase, source: SubjectSource::Own }));
    }

    pub fn set_object(&mut self, phrase: usize) {
        self.place(phrase, PhraseRole::Object);
        self.edit(|node| node.object = Some(phrase));
    }

    /// Takes what stands between the last comma or "and" and here into the innermost clause, which was just opened.
    pub fn take_joint(&mut self, outer: usize) {
        let current = self.current();
        let Some(joint) = self.joint.take() else { return };
        let from = if self.kind(joint) == PieceKind::Coordinator { joint } else { joint + 1 };
        for owner in self.owners.iter_mut().skip(from).filter(|owner| **owner == outer) {
            *owner = current;
        }
        let places = &self.places;
        let mut moved = Vec::new();
        if let Some(node) = self.clauses.get_mut(outer) {
            let (kept, later) =
                node.complements.iter().partition(|one| places.get(one.phrase).is_none_or(|at| *at < joint));
            (node.complements, moved) = (kept, later);
        }
        for one in &moved {
            self.place(one.phrase, PhraseRole::Complement);
        }
        self.edit(|node| node.complements.splice(0..0, moved).for_each(drop));
    }

    /// Forgets what stands right before: another piece was read.
    pub fn settle(&mut self) {
        (self.preposition, self.coordinator, self.marker) = (None, None, None);
        (self.comma, self.closing, self.direct) = (false, false, false);
    }
}

/// For each piece, the next verb, and how many finite ones are to come. One pass, backwards.
fn look_ahead(read: &Pieces) -> (Vec<NextVerb>, Vec<usize>) {
    let count = read.pieces.len();
    let (mut ahead, mut finite) = (vec![(None, None); count + 1], vec![0; count + 1]);
    let (mut right, mut next, mut behind, mut kind_behind) = (None, None, 0, PieceKind::Other);
    // The verb behind the comma or dash that closes an aside.
    let mut past_aside = None;
    for (at, piece) in read.pieces.iter().enumerate().rev() {
        match piece.kind {
            PieceKind::Verb(group) => {
                (right, next, past_aside) = (Some(at), Some(at), None);
                let form = read.groups.get(group).map(|group| group.form);
                behind += usize::from(form == Some(VerbForm::Finite));
            }
            // "Three others - including two children - were hurt".
            PieceKind::Comma | PieceKind::Dash
                if past_aside.is_some() && (kind_behind == PieceKind::Preposition || piece.kind == PieceKind::Dash) =>
            {
                (right, next) = (None, past_aside.take());
            }
            PieceKind::Comma | PieceKind::Dash => {
                let goes_on = past_aside.filter(|_| matches!(kind_behind, PieceKind::Noun(_)));
                past_aside = goes_on.or(Some(at + 1).filter(|verb| is_helped(read, *verb)));
                (right, next) = (None, None);
            }
            PieceKind::Noun(_)
            | PieceKind::Preposition
            | PieceKind::Either
            | PieceKind::Adverb
            | PieceKind::Adjective
            | PieceKind::There
            | PieceKind::Quote
            | PieceKind::Other => {}
            PieceKind::Coordinator if matches!(kind_behind, PieceKind::Noun(_)) => right = None,
            _ => (right, next, past_aside) = (None, None, None),
        }
        kind_behind = piece.kind;
        if let (Some(place), Some(number)) = (ahead.get_mut(at), finite.get_mut(at)) {
            (*place, *number) = ((right, next), behind);
        }
    }
    (ahead, finite)
}

/// "were hurt": a verb with an auxiliary, and so with a subject before it.
fn is_helped(read: &Pieces, at: usize) -> bool {
    let Some(PieceKind::Verb(group)) = read.pieces.get(at).map(|piece| piece.kind) else { return false };
    read.groups.get(group).is_some_and(|group| group.form == VerbForm::Finite && group.helped)
}
