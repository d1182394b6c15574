//! Which clause has a token or a noun phrase, looked up and not looked for.

use super::node::{ClauseNode, Complement, NounPhrase, PhraseLink};

/// Where the tokens and noun phrases of a sentence stand in its clauses: of several places the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ClauseIndex {
    /// By token: the clause whose verb it is.
    verbs: Vec<Option<usize>>,
    /// By token: the clause whose predicate it is.
    predicates: Vec<Option<usize>>,
    /// By noun phrase: the clause and the complement that lead to it.
    complements: Vec<Option<(usize, Complement)>>,
    /// By token: the clause and the complement that it leads to as a preposition.
    prepositions: Vec<Option<(usize, Complement)>>,
    /// By noun phrase: the clauses in which it takes part, in order.
    clauses: Vec<Vec<usize>>,
    /// By clause: those that stand in it or beside it, in order.
    children: Vec<Vec<usize>>,
    /// By noun phrase: those that are linked to it, in order.
    parts: Vec<Vec<usize>>,
    /// By noun phrase: what it belongs to in the end.
    wholes: Vec<usize>,
}

impl ClauseIndex {
    /// Looks over what was read of a sentence that begins at a token; `nouns` are the noun phrases of its tokens.
    pub fn of(first: usize, nouns: &[Option<usize>], clauses: &[ClauseNode], phrases: &[NounPhrase]) -> Self {
        let mut index = Self {
            verbs: vec![None; nouns.len()],
            predicates: vec![None; nouns.len()],
            complements: vec![None; phrases.len()],
            prepositions: vec![None; nouns.len()],
            clauses: vec![Vec::new(); phrases.len()],
            children: vec![Vec::new(); clauses.len()],
            parts: vec![Vec::new(); phrases.len()],
            wholes: wholes(phrases),
        };
        for (clause, node) in clauses.iter().enumerate() {
            let at = |token: usize| token.checked_sub(first);
            put(&mut index.verbs, node.verb.as_ref().and_then(|verb| at(verb.head)), clause);
            put(&mut index.predicates, node.predicate.and_then(at), clause);
            for complement in &node.complements {
                put(&mut index.complements, Some(complement.phrase), (clause, *complement));
                put(&mut index.prepositions, complement.preposition.and_then(at), (clause, *complement));
            }
            if let Some(children) = node.parent.and_then(|parent| index.children.get_mut(parent)) {
                children.push(clause);
            }
            let predicate = node.predicate.and_then(at).and_then(|token| nouns.get(token)).copied().flatten();
            let subject = node.subject.map(|subject| subject.phrase);
            let taking_part = [subject, node.object, node.recipient, predicate, node.antecedent].into_iter().flatten();
            for phrase in taking_part.chain(node.complements.iter().map(|one| one.phrase)) {
                let clauses = index.clauses.get_mut(phrase).filter(|clauses| clauses.last() != Some(&clause));
                clauses.into_iter().for_each(|clauses| clauses.push(clause));
            }
        }
        for (part, phrase) in phrases.iter().enumerate() {
            if let Some(parts) = phrase.link.and_then(|link| index.parts.get_mut(link.target())) {
                parts.push(part);
            }
        }
        index
    }

    pub fn verb(&self, at: usize) -> Option<usize> {
        self.verbs.get(at).copied().flatten()
    }

    pub fn predicate(&self, at: usize) -> Option<usize> {
        self.predicates.get(at).copied().flatten()
    }

    pub fn complement(&self, phrase: usize) -> Option<(usize, Complement)> {
        self.complements.get(phrase).copied().flatten()
    }

    pub fn preposition(&self, at: usize) -> Option<(usize, Complement)> {
        self.prepositions.get(at).copied().flatten()
    }

    pub fn clauses(&self, phrase: usize) -> &[usize] {
        self.clauses.get(phrase).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn children(&self, clause: usize) -> &[usize] {
        self.children.get(clause).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn parts(&self, phrase: usize) -> &[usize] {
        self.parts.get(phrase).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn whole(&self, phrase: usize) -> usize {
        self.wholes.get(phrase).copied().unwrap_or(phrase)
    }
}

/// Puts what stands first at a place.
fn put<T>(places: &mut [Option<T>], at: Option<usize>, new: T) {
    if let Some(place) = at.and_then(|at| places.get_mut(at)) {
        place.get_or_insert(new);
    }
}

/// What each noun phrase belongs to in the end. Links lead backwards or to the owner behind "'s"; one that leads in a circle
/// is followed no further.
fn wholes(phrases: &[NounPhrase]) -> Vec<usize> {
    let mut known: Vec<Option<usize>> = vec![None; phrases.len()];
    let mut path = Vec::new();
    for start in 0..phrases.len() {
        let mut at = start;
        let end = loop {
            match known.get_mut(at) {
                Some(Some(end)) => break *end,
                // Taken for its own until the end of the path is known.
                Some(unknown) => *unknown = Some(at),
                None => break at,
            }
            path.push(at);
            match phrases.get(at).and_then(|phrase| phrase.link).map(PhraseLink::target) {
                Some(to) => at = to,
                None => break at,
            }
        };
        for phrase in path.drain(..) {
            if let Some(whole) = known.get_mut(phrase) {
                *whole = Some(end);
            }
        }
    }
    known.into_iter().enumerate().map(|(phrase, whole)| whole.unwrap_or(phrase)).collect()
}
