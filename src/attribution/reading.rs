//! The walk through a text, sentence by sentence.

use super::{Attribution, Attributions, Speaker, speaker::SpeakerReader};
use crate::{
    clause::{Clauses, LONGEST},
    kind::name::Name,
    lexicon::{AttributionWords, ClauseWords, CueClass, Lexicon},
    text::{Part, Quotation, Sentence, Text, TokenKind},
};
use std::ops::Range;

/// What is read of a text so far.
pub(super) struct SpeechReader<'a> {
    pub text: &'a Text<'a>,
    pub words: &'a AttributionWords,
    pub clause_words: &'a ClauseWords,
    lexicon: &'a Lexicon,
    /// The outermost quotations, in order.
    pub quotations: Vec<&'a Quotation>,
    pub speakers: SpeakerReader<'a>,
    pub found: Vec<Attribution>,
}

/// A word of saying.
#[derive(Clone, Copy, Debug)]
pub(super) struct SpeechCue {
    /// The word.
    pub at: usize,
    /// What it may do.
    pub class: CueClass,
    /// How many words of a preposition such as "according to" begin here.
    pub leads: usize,
}

/// One sentence with its clauses.
pub(super) struct SpokenSentence {
    pub tokens: Range<usize>,
    pub part: Part,
    pub clauses: Clauses,
    pub cues: Vec<SpeechCue>,
}

pub(super) fn read(text: &Text, names: &[Name], quotations: &[Quotation], lexicon: &Lexicon) -> Attributions {
    let mut reader = SpeechReader {
        text,
        words: lexicon.attribution(),
        clause_words: lexicon.clauses(),
        lexicon,
        quotations: quotations.iter().filter(|quotation| quotation.depth == 0).collect(),
        speakers: SpeakerReader::new(text, names, lexicon),
        found: Vec::new(),
    };
    let mut unspoken = Vec::new();
    for sentence in text.sentences() {
        if matches!(sentence.part, Part::Metadata | Part::Placeholder | Part::Code | Part::Link) {
            continue;
        }
        reader.sentence(sentence, &mut unspoken);
    }
    reader.quote_all(&unspoken);
    reader.finish()
}

impl<'a> SpeechReader<'a> {
    /// Reads one sentence; where it has marks, it is kept for the quotations that no cue is found for.
    fn sentence(&mut self, sentence: &Sentence, kept: &mut Vec<SpokenSentence>) {
        // The clauses of a longer one are not read either.
        let tokens = sentence.first..sentence.end.min(sentence.first + LONGEST);
        let cues = self.cues(&tokens);
        let from = self.quotations.partition_point(|quotation| quotation.end <= tokens.start);
        let is_quoted = self.quotations.get(from).is_some_and(|quotation| quotation.first < tokens.end);
        if cues.is_empty() && !is_quoted {
            return;
        }
        let clauses = Clauses::read(self.text, tokens.clone(), self.lexicon);
        let spoken = SpokenSentence { tokens, part: sentence.part, clauses, cues };
        for cue in &spoken.cues {
            if let Some(attribution) = self.attribution(cue, &spoken) {
                self.found.push(attribution);
            }
        }
        if is_quoted {
            kept.push(spoken);
        }
    }

    /// The words of saying in a sentence.
    fn cues(&self, tokens: &Range<usize>) -> Vec<SpeechCue> {
        let mut cues = Vec::new();
        for at in tokens.clone() {
            if self.text.token(at).kind != TokenKind::Word {
                continue;
            }
            let written = self.text.written(at);
            let verb = self.clause_words.verb(written);
            if verb.is_some_and(|verb| self.words.is_other(verb, self.text.written(at + 1))) {
                continue;
            }
            let class = verb.map_or(CueClass::NONE, |verb| self.words.cue(verb)).and(self.words.cue(written));
            let is_put = class.is(CueClass::SAYS_IT) && self.text.written(at + 1).eq_ignore_ascii_case("it");
            let class = if is_put { class.and(CueClass::SAYS) } else { class };
            let leads = self.words.prepositions().iter().find(|words| self.text.stands(at, words)).map_or(0, Vec::len);
            if class != CueClass::NONE || leads > 0 {
                cues.push(SpeechCue { at, class, leads });
            }
        }
        cues
    }

    /// The quotation that a token stands in, marks included.
    pub fn quotation_at(&self, token: usize) -> Option<&'a Quotation> {
        let behind = self.quotations.partition_point(|quotation| quotation.first <= token);
        let found = self.quotations.get(behind.checked_sub(1)?)?;
        (token < found.end).then_some(*found)
    }

    /// Sorts what was found and says what stands in what.
    fn finish(mut self) -> Attributions {
        self.found
            .sort_by_key(|one| (one.start(), std::cmp::Reverse(one.content.last().map_or(0, |content| content.end))));
        let mut open: Vec<usize> = Vec::new();
        let mut within = Vec::with_capacity(self.found.len());
        for (index, one) in self.found.iter().enumerate() {
            let cue = one.cue.clone();
            let holds = |outer: &usize| {
                self.found.get(*outer).is_some_and(|outer| !cue.is_empty() && outer.cue != cue && outer.holds(&cue))
            };
            within.push(open.iter().rev().find(|outer| holds(outer)).copied());
            let begin = one.start();
            open.retain(|outer| {
                self.found.get(*outer).and_then(|outer| outer.content.last()).is_some_and(|last| last.end > begin)
            });
            open.push(index);
        }
        let reasons: Vec<Option<Range<usize>>> = self.found.iter().map(|one| self.reason(one)).collect();
        for ((one, within), reason) in self.found.iter_mut().zip(within).zip(reasons) {
            (one.within, one.reason) = (within, reason);
        }
        Attributions { all: self.found }
    }

    /// Who speaks, where one speaks.
    pub fn speaker(&self, phrase: Option<usize>, sentence: &SpokenSentence) -> Option<Speaker> {
        let seen = self.found.partition_point(|one| one.start() < sentence.tokens.end);
        self.speakers.speaker(phrase?, &sentence.clauses, self.found.get(..seen)?)
    }
}
