//! One topic held against one sentence: whether the words that a phrase finds are a claim, judged in one place, and where
//! they are none, what keeps them out.

use super::{
    ClaimStatus, Phrase,
    compiled::{CompiledPhrase, CompiledTopic, Unmet},
    construction::{Construction, Contradiction},
    context::{ClaimContext, SentenceContext},
    filler::{Filler, Fillers, Makeup},
    line::{NumberedSentence, WordNumbers},
    matching::{FoundMatches, PhraseMatch},
    negation,
    open::OpenArticle,
    owner::{self, AskedOwner, Owner},
};
use crate::{
    kind::literal,
    mention::Mention,
    text::{Part, Sentence},
    value::{Value, ValueTie},
};
use std::{cell::OnceCell, ops::Range};

/// What keeps a match from being a claim.
#[derive(Clone, Copy, Debug)]
pub(super) enum Hindrance<'s> {
    /// The topic does not look in this part of an article.
    Part(Part),
    /// One of `except`, and where it stands.
    Except(&'s Phrase, PhraseMatch),
    /// One of `not near`, and where it stands.
    NotNear(&'s Phrase, PhraseMatch),
    /// Its clause says something else.
    Contradicted(Contradiction),
    /// A negation before the words of a choice.
    Negated,
    /// Words behind those of a choice that take them back.
    Denied,
    /// Its value is not what the topic counts, or in another unit.
    Unmet(Unmet<'s>),
    /// It is another's, by tokens, or nobody's, and the topic says whose it must be.
    NotAbout(Option<(usize, usize)>),
    /// Somebody else says it, or nobody, and the topic says who must.
    NotSaidBy(Option<(usize, usize)>),
    /// It stands in no quotation.
    Unquoted,
}

/// Words that are a claim.
pub(super) struct Taken {
    /// The first token, and one past the last.
    pub(super) place: (usize, usize),
    /// The same with the words of the phrase that lie in it: two phrases that find this find one claim.
    pub(super) whole: (usize, usize),
    pub(super) value: Value,
    /// What it is of.
    pub(super) context: ClaimContext,
    /// How the words of the phrase stand there.
    pub(super) construction: Construction,
    /// Whether it is said to be so, or to be possible.
    pub(super) status: ClaimStatus,
}

/// Words that a phrase finds and that are no claim.
pub(super) struct KeptOut<'s> {
    /// The first token of the claim that they would be, and one past its last.
    pub(super) place: (usize, usize),
    pub(super) why: Hindrance<'s>,
    /// The match.
    pub(super) found: PhraseMatch,
}

/// A topic and a sentence.
pub(super) struct Scene<'s> {
    pub(super) open: &'s OpenArticle<'s>,
    pub(super) compiled: &'s CompiledTopic,
    /// The sentence, by its number and as it is.
    number: usize,
    pub(super) sentence: &'s Sentence,
    pub(super) line: NumberedSentence<'s>,
    /// The values that stand in it, among those of the article.
    pub(super) mentions: Range<usize>,
    /// The values that may fill the topic's holes.
    pub(super) fillers: Fillers,
    /// What the sentence says of its figures, once one is asked about.
    figures: OnceCell<SentenceContext>,
}

impl<'s> Scene<'s> {
    /// A topic held against the sentence of this number, in which these mentions stand.
    pub(super) fn new(
        open: &'s OpenArticle<'s>,
        compiled: &'s CompiledTopic,
        (number, sentence): (usize, &'s Sentence),
        numbers: &'s WordNumbers<'s>,
        mentions: Range<usize>,
    ) -> Self {
        let from = mentions.start;
        let own = open.mentions.get(mentions.clone()).unwrap_or_default();
        let fillers = Fillers::of_kind(compiled.topic.kind, own, from, &open.topics.lexicon);
        Self {
            mentions,
            open,
            compiled,
            number,
            sentence,
            line: NumberedSentence::new(open.text, &open.topics.lexicon, sentence, numbers),
            fillers,
            figures: OnceCell::new(),
        }
    }

    /// What a phrase finds: each match as the claim that it is, or with what keeps it out.
    pub(super) fn read(
        &self,
        phrase: &'s CompiledPhrase,
    ) -> impl Iterator<Item = Result<Taken, Box<KeptOut<'s>>>> + use<'_, 's> {
        let FoundMatches { taken, contradicted } = phrase.matches(&self.line, &self.fillers);
        let (mut closed, mut vetoes) = (None, Vec::new());
        if !taken.is_empty() {
            closed = self.closed();
            vetoes = self.vetoes_at_values();
        }
        let contradicted = contradicted.into_iter().map(|(found, contradiction)| {
            let mention = found.hole.and_then(|hole| self.open.mentions.get(hole));
            let place = mention.map_or((found.first, found.end), |mention| (mention.first, mention.end));
            Err(Box::new(KeptOut { place, why: Hindrance::Contradicted(contradiction), found }))
        });
        taken.into_iter().map(move |found| self.judge(phrase, found, closed, &vetoes)).chain(contradicted)
    }

    /// What words that are denied or supposed would claim, where nothing else keeps them out.
    pub(super) fn unclaimed(&self, phrase: &'s CompiledPhrase, kept: &KeptOut<'s>) -> Option<(Taken, ClaimStatus)> {
        let Hindrance::Contradicted(contradiction) = kept.why else { return None };
        let status = contradiction.status()?;
        let taken = self.judge(phrase, kept.found, self.closed(), &self.vetoes_at_values()).ok()?;
        Some((taken, status))
    }

    /// Whose a match is, where it is not whose the topic asks for.
    fn not_about(&self, found: &PhraseMatch) -> Option<Hindrance<'s>> {
        let asked = AskedOwner { names: &self.compiled.about, topic: self.compiled.number };
        if asked.names.is_empty() {
            return None;
        }
        match owner::owner(self.open, asked, (self.number, &self.line), found) {
            Owner::Own => None,
            Owner::Another(first, end) => Some(Hindrance::NotAbout(Some((first, end)))),
            Owner::Unsaid => Some(Hindrance::NotAbout(None)),
        }
    }

    /// Who says a match, where it is not whom the topic asks for.
    fn not_said_by(&self, found: &PhraseMatch) -> Option<Hindrance<'s>> {
        let wanted = &self.compiled.topic.said_by;
        if wanted.is_empty() {
            return None;
        }
        let hole = found.hole.and_then(|hole| self.open.mentions.get(hole));
        let place = hole.map_or((found.first, found.end), |mention| (mention.first, mention.end));
        let chain = self.open.said_by(place);
        let says = |speaker: &super::ClaimSpeaker| wanted.iter().any(|name| speaker.is_called(name));
        if chain.as_deref().is_some_and(|chain| chain.iter().any(says)) {
            return None;
        }
        Some(Hindrance::NotSaidBy(
            self.open.speech.as_ref().and_then(|speech| speech.words_of_speaker(&(place.0..place.1))),
        ))
    }

    /// Whether one match is a claim.
    fn judge(
        &self,
        phrase: &CompiledPhrase,
        found: PhraseMatch,
        closed: Option<Hindrance<'s>>,
        vetoes: &[(&'s Phrase, PhraseMatch)],
    ) -> Result<Taken, Box<KeptOut<'s>>> {
        let words = (found.first, found.end);
        let unquoted = |place| Box::new(KeptOut { place, why: Hindrance::Unquoted, found });
        let mention = match found.hole {
            Some(hole) => self.open.mentions.get(hole),
            None if self.compiled.is_choice() => None,
            None => Some(self.open.quotation_around(words).ok_or(unquoted(words))?),
        };
        let sum = found.sum_to;
        let whole = mention.map_or(words, |mention| (mention.first, sum.map_or(mention.end, |sum| sum.end)));
        let part = found.part.filter(|_| mention.is_some_and(|mention| Makeup::of(&mention.value) != Makeup::Figure));
        let place = part.unwrap_or(whole);
        let why = closed.or_else(|| self.hindrance(found, mention, vetoes));
        if let Some(why) = why {
            return Err(Box::new(KeptOut { place, why, found }));
        }
        if self.compiled.topic.is_quoted() && self.open.quotation_around(place).is_none() {
            return Err(unquoted(place));
        }
        let kind = self.compiled.topic.kind;
        let value = match mention {
            // What fills a hole is of its kind.
            Some(_) if sum.is_some() => self.sum(found, place).ok_or(unquoted(place))?,
            Some(mention) => self.value(phrase, mention, part).ok_or(unquoted(place))?,
            None => {
                let choice = phrase.choice.as_deref().unwrap_or_default();
                let words = self.open.span_of(found.first, found.end).of(self.line.text.source());
                Value::word(kind, words, choice)
            }
        };
        let PhraseMatch { construction, status, .. } = found;
        Ok(Taken { place, whole, value, context: self.context(&found), construction, status })
    }

    /// The values from the hole of a match to the last of its sum, added up.
    fn sum(&self, found: PhraseMatch, (first, end): (usize, usize)) -> Option<Value> {
        let (from, to) = (found.hole?, found.sum_to?);
        let added = self.open.mentions.get(from..=to.mention)?.iter().map(|mention| &mention.value);
        let added = added.filter(|value| value.is_a(self.compiled.topic.kind));
        let sum = Value::sum(added, &self.open.topics.lexicon.anybody)?;
        Some(Value { text: self.line.text.slice(first, end).into(), ..sum })
    }

    /// What a mention means in the hole of a phrase, of which these tokens are left.
    fn value(&self, phrase: &CompiledPhrase, mention: &Mention, part: Option<(usize, usize)>) -> Option<Value> {
        let (kind, text) = (self.compiled.topic.kind, self.line.text);
        let value = || mention.value.clone();
        let Some((first, end)) = part else {
            let unit = phrase.program.unit.as_ref().map(|(_, unit)| unit.as_ref());
            return value().into_kind(kind).or_else(|| value().in_unit(kind, unit));
        };
        let kept = text.slice(first, end);
        if Makeup::of(&mention.value) == Makeup::Sum {
            return literal(kept, kind, &self.open.topics.lexicon).ok();
        }
        let (before, behind) = (text.slice(mention.first, first), text.slice(end, mention.end));
        Some(value().into_kind(kind)?.without(before, kept, behind))
    }

    /// What the figure of a match is of.
    fn context(&self, found: &PhraseMatch) -> ClaimContext {
        if self.compiled.topic.kind.facts().tie != ValueTie::Counts {
            return ClaimContext::Event;
        }
        let read = || {
            let mentions = self.open.mentions.get(self.mentions.clone()).unwrap_or_default();
            SentenceContext::read(self.open, self.line, mentions, self.mentions.start)
        };
        self.figures.get_or_init(read).of(found)
    }

    /// What keeps every claim of the topic out of the sentence: its part, a veto without a hole that stands in it, or one
    /// that may stand near in the sentence before.
    fn closed(&self) -> Option<Hindrance<'s>> {
        if let Some(part) = self.compiled.closed_to(self.sentence.part) {
            return Some(Hindrance::Part(part));
        }
        let compiled = self.compiled;
        let first = |line: &NumberedSentence<'_>, fillers: &[Filler]| {
            compiled.not_near().find_map(|(written, veto)| {
                Some(Hindrance::NotNear(written, veto.matches(line, fillers).into_iter().next()?))
            })
        };
        let whole = compiled.except().filter(|(_, veto)| !veto.has_hole).find_map(|(written, veto)| {
            Some(Hindrance::Except(written, veto.matches(&self.line, self.fillers.all()).into_iter().next()?))
        });
        let here = whole.or_else(|| first(&self.line, self.fillers.all()));
        if here.is_some() || compiled.not_near().next().is_none() {
            return here;
        }
        let before = self.number.checked_sub(1).and_then(|before| self.open.text.sentences().get(before))?;
        let mut numbers = WordNumbers::default();
        numbers.read(self.open.text, before, &self.open.topics.keys, &self.open.topics.lexicon);
        let from = |token: usize| self.open.mentions.partition_point(|mention| mention.first < token);
        let (from, to) = (from(before.first), from(before.end));
        let mentions = self.open.mentions.get(from..to).unwrap_or_default();
        let fillers = Fillers::of_kind(compiled.topic.kind, mentions, from, &self.open.topics.lexicon);
        first(&NumberedSentence::new(self.open.text, &self.open.topics.lexicon, before, &numbers), fillers.all())
    }

    /// Where the vetoes with a hole stand: each takes back the value in its hole.
    fn vetoes_at_values(&self) -> Vec<(&'s Phrase, PhraseMatch)> {
        let vetoes = self.compiled.except().filter(|(_, veto)| veto.has_hole);
        vetoes
            .flat_map(|(written, veto)| {
                let found = veto.matches(&self.line, self.fillers.all());
                found.into_iter().map(move |found| (written, found))
            })
            .collect()
    }

    /// What keeps one match out of a sentence that is open to the topic.
    fn hindrance(
        &self,
        found: PhraseMatch,
        mention: Option<&'s Mention>,
        vetoes: &[(&'s Phrase, PhraseMatch)],
    ) -> Option<Hindrance<'s>> {
        let hits = |by: &PhraseMatch| match found.hole {
            Some(hole) => by.hole == Some(hole),
            None => by.hole.is_none() && by.overlaps(&found),
        };
        if let Some((written, by)) = vetoes.iter().find(|(_, by)| hits(by)) {
            return Some(Hindrance::Except(written, *by));
        }
        let lexicon = &self.open.topics.lexicon;
        if found.hole.is_none() && self.compiled.is_choice() && found.construction == Construction::InOrder {
            let (text, sentence) = (self.line.text, self.sentence);
            if negation::stands_before(text, lexicon, (sentence.first, found.first)) {
                return Some(Hindrance::Negated);
            }
            if negation::stands_behind(text, lexicon, (found.end, sentence.end)) {
                return Some(Hindrance::Denied);
            }
        }
        let own = mention.filter(|mention| mention.value.is_a(self.compiled.topic.kind));
        let unmet = own.and_then(|mention| self.compiled.unmet(&mention.value, lexicon));
        unmet.map(Hindrance::Unmet).or_else(|| self.not_about(&found)).or_else(|| self.not_said_by(&found))
    }
}
