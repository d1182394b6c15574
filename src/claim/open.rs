//! One article opened with the topics that it is read for: what extraction and an explanation both look at.

use super::{
    KeptSpeech, Topics,
    about_reading::SentenceFocus,
    quoted,
    said_by::{ArticleSpeech, SaidBy},
};
use crate::{
    article::Article,
    mention::{self, ExcerptPlace, Excerpts, Mention},
    span::LineIndex,
    text::{Sentence, Text},
};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// An article, its text and its values.
pub(super) struct OpenArticle<'a> {
    pub(super) article: &'a Article,
    pub(super) topics: &'a Topics,
    pub(super) text: &'a Text<'a>,
    pub(super) mentions: &'a [Mention],
    /// What each sentence is of, where the sentences are excerpts.
    pub(super) excerpts: &'a [ExcerptPlace],
    /// Those that are quotations.
    quotations: Vec<usize>,
    pub(super) lines: LineIndex,
    /// Whom a sentence is about, by the topic that asks and the sentence, once it is asked.
    pub(super) focuses: RefCell<FxHashMap<(usize, usize), SentenceFocus>>,
    /// Who says what, where a rule asks that.
    pub(super) speech: Option<ArticleSpeech<'a>>,
}

impl<'a> OpenArticle<'a> {
    pub(super) fn new(article: &'a Article, topics: &'a Topics, text: &'a Text<'a>, mentions: &'a [Mention]) -> Self {
        let is_quoted = |at: &usize| mentions.get(*at).is_some_and(quoted::is_quoted);
        let quotations = if topics.wide { (0..mentions.len()).filter(is_quoted).collect() } else { Vec::new() };
        Self {
            article,
            topics,
            text,
            mentions,
            excerpts: &[],
            quotations,
            lines: LineIndex::new(&article.text),
            focuses: RefCell::default(),
            speech: None,
        }
    }

    /// The same, with who says what where its topics ask that.
    pub(super) fn with_speech(self) -> Self {
        let speech = (self.topics.speech != KeptSpeech::Nothing)
            .then(|| ArticleSpeech::read(self.text, self.mentions, self.topics));
        Self { speech, ..self }
    }

    /// Whose words tokens are.
    pub(super) fn said_by(&self, (first, end): (usize, usize)) -> Option<SaidBy> {
        self.speech.as_ref()?.said_by(&(first..end))
    }

    /// The excerpts of an article, opened alike.
    pub(super) fn of_excerpts(article: &'a Article, topics: &'a Topics, excerpts: &'a Excerpts<'a>) -> Self {
        let open = Self::new(article, topics, &excerpts.text, &excerpts.mentions);
        Self { excerpts: &excerpts.places, ..open }
    }

    /// The innermost quotation around tokens.
    pub(super) fn quotation_around(&self, place: (usize, usize)) -> Option<&'a Mention> {
        quoted::around(self.mentions, &self.quotations, place)
    }

    /// The day of publication.
    pub(super) fn anchor(&self) -> Option<NaiveDate> {
        mention::situation(self.article, None).anchor
    }

    pub(super) fn sentence_of(&self, token: usize) -> Option<&'a Sentence> {
        let sentences = self.text.sentences();
        let index = sentences.partition_point(|sentence| sentence.end <= token);
        sentences.get(index)
    }
}
