//! A clause denied that was not, or a denial lost.

use super::{Alteration, ChangeScene, Makes, Mutator, Unseen};
use crate::{
    clause::{Clauses, VerbGroup},
    span::Span,
    text::{Part, Sentence},
};
use std::collections::BTreeSet;

/// Its place on the shelf.
pub const ENTRY: Mutator = Mutator {
    name: "not",
    about: "a \"not\" more or less in the clause of a claim",
    makes: Makes::Text(made, Unseen::Alike),
};

fn made(scene: &ChangeScene<'_>) -> Vec<Alteration> {
    let mut found = Vec::new();
    let mut denied = BTreeSet::new();
    let mut read: Option<(usize, Clauses)> = None;
    for claim in scene.of_topics.iter() {
        let token = scene.text.tokens_in(claim).start;
        let sentences = scene.text.sentences();
        let at = sentences.partition_point(|sentence| sentence.end <= token);
        // Headlines leave out the verbs that are denied.
        let is_text = |sentence: &&Sentence| !matches!(sentence.part, Part::Headline | Part::Subheading);
        let Some(sentence) = sentences.get(at).filter(is_text) else { continue };
        if read.as_ref().is_none_or(|(known, _)| *known != at) {
            read = Some((at, Clauses::read(scene.text, sentence.first..sentence.end, scene.lexicon)));
        }
        let Some((_, clauses)) = &read else { continue };
        let clause = clauses.clause_of(token).and_then(|clause| clauses.clause(clause));
        if let Some(verb) = clause.and_then(|clause| clause.verb.as_ref())
            && denied.insert(verb.first)
        {
            found.extend(of_verb(scene, verb));
        }
    }
    found
}

fn of_verb(scene: &ChangeScene<'_>, verb: &VerbGroup) -> Option<Alteration> {
    let words = &scene.lexicon.mutations().denials;
    let whole = scene.text.span_of(verb.first, verb.end.max(verb.head + 1));
    let span = |at: usize| scene.text.token(at).span;
    let lower = |at: usize| scene.word(at).to_lowercase();
    if verb.negated {
        return (verb.first..verb.end).find_map(|at| {
            if let Some(plain) = words.contracted.get(&lower(at)) {
                return Some(Alteration { span: span(at), with: plain.clone(), whole });
            }
            let is_lost = words.lost.contains(&lower(at));
            // With the blank before it, else with the one behind it.
            let gone = if at > verb.first {
                Span { start: span(at - 1).end, end: span(at).end }
            } else {
                Span { start: span(at).start, end: span(at + 1).start }
            };
            is_lost.then(|| Alteration { span: gone, with: String::new(), whole: whole.cover(gone) })
        });
    }
    let first = lower(verb.first);
    let behind = verb.first < verb.head || words.be.contains(&first);
    Some(if behind {
        let at = span(verb.first).end;
        Alteration { span: Span { start: at, end: at }, with: format!(" {}", words.behind_auxiliary), whole }
    } else {
        let at = span(verb.first).start;
        Alteration { span: Span { start: at, end: at }, with: format!("{} ", words.before_verb), whole }
    })
}
