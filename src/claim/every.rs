//! Claims that no phrase finds: every value of a kind, every sentence, and what an article says about itself.

use super::{
    Every, Matter, Topic, compiled::CompiledTopic, extract::Extraction, open::OpenArticle, orphan, quote::first_words,
    scene::Hindrance,
};
use crate::{
    fold,
    kind::quotation,
    mention::{self, Mention},
    span::Span,
    text::{Damage, Part, Sentence, TokenKind, quotations},
    value::{Kind, Precision, Value},
};
use std::ops::Range;

/// A sentence of fewer words is often printed twice for good reasons; it is a claim only where it is damaged.
pub const WORDS_OF_A_SENTENCE: usize = 8;
/// The words of a sentence that evidence shows are at most so many bytes.
const LONGEST_SHOWN: usize = 600;
/// So many words beside a damaged quotation mark are shown with it.
const WORDS_AT_A_MARK: usize = 4;

impl<'a> OpenArticle<'a> {
    /// Every value of a topic's kind, each with what keeps it from being a claim.
    pub(super) fn every_value<'s>(
        &'s self,
        compiled: &'s CompiledTopic,
    ) -> impl Iterator<Item = (&'a Mention, Option<Hindrance<'s>>)> {
        let topic = &compiled.topic;
        let is_own = |mention: &Mention| {
            mention.value.kind == topic.kind || topic.kind == Kind::FIGURE && mention.value.is_a(topic.kind)
        };
        let mentions: &'a [Mention] = self.mentions;
        mentions.iter().filter(move |mention| is_own(mention) && !self.numbers_list(mention)).map(move |mention| {
            let is_unquoted = || topic.is_quoted() && self.quotation_around((mention.first, mention.end)).is_none();
            let why = compiled.closed_to(mention.part).map(Hindrance::Part);
            (mention, why.or_else(|| is_unquoted().then_some(Hindrance::Unquoted)))
        })
    }
}

impl OpenArticle<'_> {
    /// Whether a number at the beginning of a headline is only that of a list: "5 things to know about the dam".
    fn numbers_list(&self, mention: &Mention) -> bool {
        let opens = || {
            let before = mention.first.checked_sub(1).map(|before| self.text.token(before).kind);
            let is_first = self.sentence_of(mention.first).is_some_and(|sentence| sentence.first == mention.first);
            is_first || before == Some(TokenKind::Colon)
        };
        let lists = &self.topics.lexicon.articles().listed_things;
        let thing = || mention.value.content.amount().and_then(|amount| amount.of.as_deref());
        let is_listed = |thing: &str| lists.contains(&*fold::words(thing.split_whitespace().last().unwrap_or(thing)));
        mention.part == Part::Headline && thing().is_some_and(is_listed) && opens()
    }
}

impl Extraction<'_> {
    /// Reads what topics ask for without a phrase.
    pub(super) fn read_every(&mut self) {
        let topics = self.open.topics;
        for (index, compiled) in topics.topics.iter().enumerate() {
            let topic = &compiled.topic;
            match topic.subject.matter {
                Matter::Topic(_) => {}
                Matter::Every(Every::Kind(_)) => self.values(index, compiled),
                Matter::Every(Every::Sentence) => self.sentences(index, topic),
                Matter::Every(Every::BoilerplateLine) => self.boilerplate(index, topic),
                Matter::Every(Every::UnnamedSource) => self.unnamed_sources(index, topic),
                Matter::Every(Every::Article) => self.article(index, topic),
                Matter::Property(property) => {
                    let Some(value) = property.of(&self.open.article.metadata) else { continue };
                    let place = property.place(self.open.article);
                    self.claims.keep_at(index, value, Part::Metadata, place.map(|place| (place, place)));
                }
            }
        }
    }

    /// Every value of the topic's kind in its parts; of quotations also the marks without a partner.
    fn values(&mut self, index: usize, compiled: &CompiledTopic) {
        let topic = &compiled.topic;
        if topic.kind == Kind::NUMERAL {
            return self.numerals(index, topic);
        }
        for (mention, _) in self.open.every_value(compiled).filter(|(_, why)| why.is_none()) {
            let place = (mention.first, mention.end);
            self.claims.keep(&self.open, index, mention.value.clone(), place);
        }
        if topic.kind == Kind::of(&quotation::ENTRY) {
            self.damaged_marks(index, topic);
        }
    }

    /// Every numeral, with the name before it.
    fn numerals(&mut self, index: usize, topic: &Topic) {
        let text = self.open.text;
        for found in mention::numerals(text, &self.open.topics.lexicon, self.open.mentions) {
            if self.open.sentence_of(found.start).is_some_and(|sentence| topic.is_in(sentence.part)) {
                let words = text.words(found.start, found.end);
                let value = Value::word(topic.kind, &words, &fold::words(&words));
                self.claims.keep(&self.open, index, value, (found.start, found.end));
            }
        }
    }

    /// The quotation marks without a partner, each with a few words of what it should have opened or closed.
    fn damaged_marks(&mut self, index: usize, topic: &Topic) {
        let text = self.open.text;
        for mark in quotations(text, &self.open.topics.lexicon).damaged {
            let token = mark.token;
            let Some(sentence) = self.open.sentence_of(token).filter(|sentence| topic.is_in(sentence.part)) else {
                continue;
            };
            let (first, end) = match mark.damage {
                Damage::Unopened => (token.saturating_sub(WORDS_AT_A_MARK).max(sentence.first.min(token)), token + 1),
                Damage::Unclosed | Damage::Endless | Damage::Parted | Damage::Headless | Damage::Orphaned => {
                    (token, (token + 1 + WORDS_AT_A_MARK).min(sentence.end.max(token + 1)))
                }
            };
            let words = text.slice(first, end);
            let value = Value { precision: Precision::Vague, ..Value::word(topic.kind, words, &fold::words(words)) };
            self.claims.keep(&self.open, index, value, (first, end));
            if let Some(kept) = self.claims.found.last_mut() {
                kept.damage = Some(mark.damage);
            }
        }
    }

    /// Everybody who speaks unnamed, each once.
    fn unnamed_sources(&mut self, index: usize, topic: &Topic) {
        let Some(speech) = &self.open.speech else { return };
        for attribution in speech.unnamed() {
            let Range { start: first, end } = attribution.speaker.words.clone();
            if self.open.sentence_of(first).is_some_and(|sentence| topic.is_in(sentence.part)) {
                let words = self.open.text.words(first, end);
                let value = Value::word(topic.kind, &words, &fold::words(&words));
                self.claims.keep(&self.open, index, value, (first, end));
                if let Some(kept) = self.claims.found.last_mut() {
                    kept.said_by = Some([speech.told(attribution)].into());
                }
            }
        }
    }

    /// The article itself, by the words of its headline.
    fn article(&mut self, index: usize, topic: &Topic) {
        let path = &self.open.article.path;
        let value = Value::word(topic.kind, path, path);
        self.claims.keep_at(index, value, Part::Metadata, None);
    }

    /// Every sentence that can be told from others, and those that are damaged; lines that lead elsewhere and placeholders are none.
    fn sentences(&mut self, index: usize, topic: &Topic) {
        let text = self.open.text;
        let damaged = orphan::damaged_sentences(&self.open);
        for (number, sentence) in text.sentences().iter().enumerate() {
            let damage = damaged.get(&number).copied();
            let is_short = damage.is_none() && self.words_of(sentence) < WORDS_OF_A_SENTENCE;
            if !topic.is_in(sentence.part) || is_short {
                continue;
            }
            let words = text.slice(sentence.first, sentence.end);
            let shown = first_words(words, LONGEST_SHOWN);
            let value = Value::word(topic.kind, shown, &fold::words(words));
            let start = text.span_of(sentence.first, sentence.end).range().start;
            let place = Span::new(start, start + shown.len());
            self.claims.keep_at(index, value, sentence.part, Some((place, place)));
            if let Some(kept) = self.claims.found.last_mut() {
                kept.damage = damage;
            }
        }
    }

    fn words_of(&self, sentence: &Sentence) -> usize {
        let is_word = |index: &usize| matches!(self.open.text.token(*index).kind, TokenKind::Word | TokenKind::Number);
        (sentence.first..sentence.end).filter(is_word).count()
    }
}
