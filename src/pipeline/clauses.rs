//! `crosscheck explain --article FILE --clauses`: how the sentences of one article are read.

use super::Progress;
use crate::{
    article::Article,
    attribution::{Attribution, Attributions},
    clause::{ClauseNode, Clauses, Complement, Voice},
    diagnostic::{Diagnostic, code},
    mention,
    project::Project,
    report::{ArticleClauses, DrawnClause, DrawnSpeech, SentenceClauses},
    span::LineIndex,
    text::{Sentence, Text},
};
use std::ops::Range;

/// The articles of a project, each with the clauses of its sentences; and every mistake that was found on the way.
#[must_use]
pub fn read_clauses(project: &Project, progress: Progress<'_>) -> (Vec<ArticleClauses>, Vec<Diagnostic>) {
    // An article can be looked at before there is a rule.
    let mut diagnostics: Vec<Diagnostic> =
        project.diagnostics.iter().filter(|found| found.code != code::NO_RULES).cloned().collect();
    let mut read = Vec::new();
    let found = super::articles(project, progress, |_, article| article_clauses(project, &article));
    for (article, wrong) in found {
        read.extend(article);
        diagnostics.extend(wrong);
    }
    (read, super::in_order(diagnostics))
}

fn article_clauses(project: &Project, article: &Article) -> ArticleClauses {
    let text = mention::text(article, &project.lexicon);
    let lines = LineIndex::new(&article.text);
    let speech = Attributions::of_text(&text, &project.lexicon);
    let sentence = |sentence: &Sentence| {
        let range = text.span_of(sentence.first, sentence.end).range();
        let clauses = Clauses::read(&text, sentence.first..sentence.end, &project.lexicon);
        SentenceClauses {
            start: range.start,
            end: range.end,
            line: lines.line_column(&article.text, range.start).line,
            words: text.words_of(sentence).to_string(),
            clauses: Drawing { text: &text, clauses: &clauses }.all(),
            speech: spoken(&text, &speech, sentence),
        }
    };
    ArticleClauses {
        version: 1,
        article: article.path.clone(),
        source: article.metadata.source.clone(),
        sentences: text.sentences().iter().map(sentence).collect(),
    }
}

/// What somebody is reported to say in a sentence, or begins to.
fn spoken(text: &Text, speech: &Attributions, sentence: &Sentence) -> Vec<DrawnSpeech> {
    let stands = |one: &&Attribution| (sentence.first..sentence.end).contains(&one.start());
    let words = |tokens: &Range<usize>| text.words(tokens.start, tokens.end).into_owned();
    let drawn = |one: &Attribution| DrawnSpeech {
        speaker: one.speaker.told(text),
        cue: Some(&one.cue).filter(|cue| !cue.is_empty()).map(words),
        said: one.content.iter().map(words).collect(),
        through: one.within.and_then(|outer| speech.all.get(outer)).map(|outer| outer.speaker.told(text)),
        inferred: one.is_inferred,
    };
    speech.all.iter().filter(stands).map(drawn).collect()
}

struct Drawing<'a> {
    text: &'a Text<'a>,
    clauses: &'a Clauses,
}

impl Drawing<'_> {
    fn all(&self) -> Vec<DrawnClause> {
        let own = |(_, node): &(usize, &ClauseNode)| node.first < node.end;
        self.clauses.all().iter().enumerate().filter(own).map(|(at, node)| self.clause(at, node)).collect()
    }

    fn clause(&self, at: usize, node: &ClauseNode) -> DrawnClause {
        let verb = node.verb.as_ref();
        let range = self.text.span_of(node.first, node.end).range();
        DrawnClause {
            kind: node.kind.name(),
            start: range.start,
            end: range.end,
            marker: node.marker.map(|token| self.text.written(token).to_string()),
            subject: self.clauses.subject(at).and_then(|phrase| self.phrase(phrase)),
            verb: verb.map(|verb| self.text.slice(verb.first, verb.end).to_string()),
            told: told(node),
            objects: node.recipient.iter().chain(&node.object).filter_map(|phrase| self.phrase(*phrase)).collect(),
            predicate: node.predicate.map(|token| self.text.written(token).to_string()),
            complements: node.complements.iter().filter_map(|one| self.complement(one)).collect(),
        }
    }

    fn phrase(&self, phrase: usize) -> Option<String> {
        let found = self.clauses.phrase(phrase)?;
        Some(self.text.slice(found.first, found.end).to_string())
    }

    fn complement(&self, one: &Complement) -> Option<String> {
        let phrase = self.phrase(one.phrase)?;
        let first = self.clauses.phrase(one.phrase)?.first;
        Some(match one.preposition {
            // "according to": more words than its first.
            Some(token) if token < first => format!("{} {phrase}", self.text.slice(token, first)),
            // "in which": the noun stands before.
            Some(token) => format!("{} {phrase}", self.text.written(token)),
            None => phrase,
        })
    }
}

/// "passive", "past", "denied", "supposed".
fn told(node: &ClauseNode) -> Vec<&'static str> {
    let Some(verb) = &node.verb else { return Vec::new() };
    let says = [
        (verb.voice == Voice::Passive, "passive"),
        (true, verb.tense.name()),
        (verb.modal.is_some(), "supposed"),
        (verb.negated, "denied"),
        (node.quoted, "quoted"),
    ];
    says.into_iter().filter(|(holds, _)| *holds).map(|(_, word)| word).collect()
}
