//! What keeps a claim out of a sentence: `except`, `not near`, and negations around the words of a choice.

use super::{
    Phrase,
    compiled::CompiledTopic,
    extract::Extraction,
    matching::{Filler, Line, Match},
    program::Program,
};
use crate::{lexicon::Class, text::TokenKind};
use rustc_hash::FxHashMap;

/// A negation stands at most so many words before the choice that it takes back.
const NEGATION_REACH: usize = 4;

/// What keeps every claim of a topic out of a sentence: a veto, by its place in the topic, and where its words stand.
pub(super) enum Veto {
    /// One of `except`, without a hole.
    Except(usize, Match),
    /// One of `not near`.
    NotNear(usize, Match),
}

impl Extraction<'_> {
    /// A veto without a hole that stands in the sentence, or one that may stand near in the sentence before.
    pub(super) fn veto(&self, topic: &CompiledTopic, line: &Line, sentence: usize, fillers: &[Filler]) -> Option<Veto> {
        let first = |veto: &Program, line: &Line, fillers: &[Filler]| line.matches(veto, fillers).into_iter().next();
        let whole = topic.except.iter().enumerate().filter(|(_, veto)| !veto.has_hole);
        let near = || topic.not_near.iter().enumerate();
        let here = whole
            .map(|(at, veto)| first(veto, line, fillers).map(|found| Veto::Except(at, found)))
            .chain(near().map(|(at, veto)| first(veto, line, fillers).map(|found| Veto::NotNear(at, found))))
            .flatten()
            .next();
        if here.is_some() || topic.not_near.is_empty() {
            return here;
        }
        let before = sentence.checked_sub(1).and_then(|before| self.text.sentences().get(before))?;
        let mut memo = FxHashMap::default();
        let numbers: Vec<u32> =
            (before.first..before.end).map(|index| self.topics.keys.of(self.text.written(index), &mut memo)).collect();
        let line = Line::new(self.text, &self.topics.lexicon, before, &numbers, &[]);
        let from = |token: usize| self.mentions.partition_point(|mention| mention.first < token);
        let fillers = self.fillers(topic.topic.kind, from(before.first)..from(before.end));
        near().find_map(|(at, veto)| first(veto, &line, &fillers).map(|found| Veto::NotNear(at, found)))
    }

    pub(super) fn vetoed_mentions(&self, topic: &CompiledTopic, line: &Line, fillers: &[Filler]) -> Vec<Match> {
        topic.except.iter().filter(|veto| veto.has_hole).flat_map(|veto| line.matches(veto, fillers)).collect()
    }

    /// The vetoes with a hole, each as written.
    pub(super) fn vetoes_with_a_hole<'t>(
        &self,
        topic: &'t CompiledTopic,
        written: &'t [Phrase],
    ) -> impl Iterator<Item = (&'t Program, &'t str)> {
        let written = written.iter().map(|veto| veto.source.as_str());
        topic.except.iter().zip(written).filter(|(veto, _)| veto.has_hole)
    }

    /// Whether a negation stands right before the words of a choice, in the same clause.
    pub(super) fn is_negated(&self, sentence: usize, first: usize) -> bool {
        let lexicon = &self.topics.lexicon;
        let nearest = (sentence..first).rev().take(NEGATION_REACH);
        let clause = nearest.take_while(|index| {
            let token = self.text.token(*index);
            !matches!(
                token.kind,
                TokenKind::Comma | TokenKind::Dash | TokenKind::Colon | TokenKind::DoubleQuote | TokenKind::Other
            )
        });
        clause.into_iter().any(|last| {
            let ends = |index: usize| lexicon.word(self.text.token(index).word).is(Class::NEGATION_END);
            let contracted =
                self.text.written(last).ends_with("n't") || self.text.written(last).ends_with("n\u{2019}t");
            let backwards = (sentence..=last).rev().map(|index| self.text.token(index).word);
            contracted || ends(last) && lexicon.negations.longest(backwards).is_some()
        })
    }

    /// Whether the words of a choice are taken back right behind them, auxiliaries aside: "arson has been ruled out".
    pub(super) fn is_denied(&self, from: usize, end: usize) -> bool {
        let lexicon = &self.topics.lexicon;
        let passed = |index: &usize| lexicon.word(self.text.token(*index).word).is(Class::PASSED_OVER);
        let behind = from + (from..end).take(NEGATION_REACH).take_while(passed).count();
        let written = self.text.written(behind);
        let ids = (behind..end).map(|index| self.text.token(index).word);
        (behind < end && (written.ends_with("n't") || written.ends_with("n\u{2019}t")))
            || lexicon.denials.longest(ids).is_some()
    }
}
