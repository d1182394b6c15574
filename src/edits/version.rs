//! One version of an article, read: its sentences, with the values, the names and the speech in each.

use super::EditedWords;
use crate::{
    article::Article,
    attribution::{Attribution, Attributions, SpeakerSort},
    fold,
    kind::name::Spellings,
    lexicon::Lexicon,
    mention::{self, Mention},
    placing::{self, Position, Situation},
    span::{LineIndex, Span},
    text::{Part, Sentence, Text, TokenKind},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// So many tokens of a sentence are looked at: nobody writes a longer one, and what is held against each other costs time.
const LONGEST: usize = 400;

/// So many bytes of a sentence are shown on either side of the words.
const SHOWN: usize = 400;

/// Words of a version, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundWord {
    /// As they are told.
    pub written: String,
    /// Their tokens.
    pub tokens: Range<usize>,
}

/// A version of an article.
pub struct ReadVersion<'a> {
    text: &'a Text<'a>,
    lines: LineIndex,
    situation: Situation,
    /// Its values, names and quotations, in order.
    mentions: Vec<Mention>,
    speech: Attributions,
    /// Which of it stands in each sentence, or is told there.
    spoken: BTreeMap<usize, Vec<usize>>,
    /// The words with a capital, folded.
    capitals: BTreeSet<String>,
}

impl<'a> ReadVersion<'a> {
    /// Reads a version.
    pub fn new(article: &Article, text: &'a Text<'a>, lexicon: &Lexicon) -> Self {
        let mentions = mention::mentions_of(text, lexicon, &Spellings::default(), &|_| true);
        let speech = Attributions::of_text(text, lexicon);
        let mut spoken: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, one) in speech.all.iter().enumerate() {
            let at = if one.cue.is_empty() { one.start() } else { one.cue.start };
            spoken.entry(text.sentences().partition_point(|sentence| sentence.end <= at)).or_default().push(index);
        }
        let words = (0..text.tokens().len()).map(|token| text.written(token));
        let capitals = words.filter(|word| word.starts_with(char::is_uppercase)).flat_map(fold::each_word).collect();
        let lines = LineIndex::new(text.source());
        Self { text, lines, situation: mention::situation(article, None), mentions, speech, spoken, capitals }
    }

    fn sentence(&self, at: usize) -> Option<&Sentence> {
        self.text.sentences().get(at)
    }

    /// The part in which a sentence stands.
    pub fn part(&self, at: usize) -> Part {
        self.sentence(at).map_or(Part::Body, |sentence| sentence.part)
    }

    /// The words of each sentence, in lower case.
    pub fn keys(&self) -> Vec<Vec<String>> {
        let word = |token: usize| self.text.written(token).to_lowercase();
        self.text.sentences().iter().map(|sentence| (sentence.first..sentence.end).map(word).collect()).collect()
    }

    /// The tokens of a sentence that are looked at.
    fn tokens_of(&self, at: usize) -> Range<usize> {
        self.sentence(at).map_or(0..0, |sentence| sentence.first..sentence.end.min(sentence.first + LONGEST))
    }

    /// The values of a sentence, in order.
    pub fn mentions_of(&self, sentence: usize) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| (mention.sentence as usize) < sentence);
        let last = self.tokens_of(sentence).end;
        let is_before = |mention: &Mention| (mention.sentence as usize) <= sentence && mention.first < last;
        self.mentions.get(from..self.mentions.partition_point(is_before)).unwrap_or_default()
    }

    /// Who is told to say something in a sentence, in order. Who speaks inside what another says, and a pronoun that nobody is
    /// known for, tell nothing new.
    pub fn speakers(&self, sentence: usize) -> Vec<FoundWord> {
        let known = self.spoken.get(&sentence).map(Vec::as_slice).unwrap_or_default();
        let is_told =
            |one: &&Attribution| !one.is_inferred && one.within.is_none() && one.speaker.sort != SpeakerSort::Unknown;
        let told = known.iter().take(LONGEST).filter_map(|at| self.speech.all.get(*at)).filter(is_told);
        told.map(|one| FoundWord { written: one.speaker.told(self.text), tokens: one.speaker.words.clone() }).collect()
    }

    /// The numerals of a sentence that are no values, in order.
    pub fn numerals(&self, sentence: usize) -> Vec<FoundWord> {
        let mentions = self.mentions_of(sentence);
        let is_free = |token: &usize| !mentions.iter().any(|one| (one.first..one.end).contains(token));
        let numerals = self.tokens_of(sentence).filter(|token| self.text.token(*token).kind == TokenKind::Number);
        numerals.filter(is_free).map(|token| self.found(token)).collect()
    }

    /// Whether a word with a capital stands anywhere in the text; folded.
    pub fn has_capital(&self, word: &str) -> bool {
        self.capitals.contains(word)
    }

    /// The words of a sentence that deny, in order, in lower case.
    pub fn negations(&self, sentence: usize, lexicon: &Lexicon) -> Vec<FoundWord> {
        let denies = |token: &usize| lexicon.clauses().denies(self.text.written(*token));
        let lower = |word: FoundWord| FoundWord { written: word.written.to_lowercase(), ..word };
        self.tokens_of(sentence).filter(denies).map(|token| lower(self.found(token))).collect()
    }

    fn found(&self, token: usize) -> FoundWord {
        FoundWord { written: self.text.written(token).to_string(), tokens: token..token + 1 }
    }

    /// Where a value lies, as its article places it.
    pub fn position(&self, mention: &Mention, lexicon: &Lexicon) -> Option<Position> {
        placing::positions(&[(&mention.value, &self.situation)], lexicon).into_iter().next()
    }

    /// A sentence around some of its words; what of it lies far from them is left out.
    fn shown(&self, whole: &Sentence, words: Span) -> String {
        let (source, sentence) = (self.text.source(), self.text.span_of(whole.first, whole.end).range());
        let words = words.range();
        let from = source.ceil_char_boundary(words.start.saturating_sub(SHOWN)).max(sentence.start);
        let until = source.floor_char_boundary((words.end.min(words.start + SHOWN) + SHOWN).min(sentence.end));
        let text = source.get(from..until.max(from)).unwrap_or_default();
        let (before, behind) = (from > sentence.start, until < sentence.end);
        format!("{}{text}{}", if before { "…" } else { "" }, if behind { "…" } else { "" })
    }

    /// Words of a sentence with their place; the whole sentence where no words are named.
    pub fn words(&self, sentence: usize, tokens: Option<Range<usize>>) -> Option<EditedWords> {
        let whole = self.sentence(sentence)?;
        let shown = tokens.clone().unwrap_or(whole.first..whole.end);
        let span: Span = self.text.span_of(shown.start, shown.end.max(shown.start + 1));
        let (line, column) = self.lines.narrow(self.text.source(), span.range().start);
        Some(EditedWords {
            exact: tokens.map(|_| span.of(self.text.source()).to_string()),
            sentence: self.shown(whole, span),
            part: whole.part.name(),
            line,
            column,
        })
    }
}
