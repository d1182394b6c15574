//! The values of a sentence that may fill a hole.

use super::line::NumberedSentence;
use crate::{
    lexicon::Lexicon,
    mention::Mention,
    text::TokenKind,
    value::{Content, Kind, Precision, Value},
};
use std::ops::Range;

/// A mention of the sentence that may fill a hole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filler {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether "of" may follow without being written: "dozens of troops".
    pub(super) takes_of: bool,
    /// Whether it is none: "no one", whose verb is no less said for that.
    pub(super) is_none: bool,
    /// Its index among the mentions.
    pub(super) mention: usize,
    /// One past the tokens of its hedge.
    pub(super) hedged: usize,
    /// What it is made of.
    pub(super) makeup: Makeup,
    /// What else must hold for it to be of the hole's kind.
    pub(super) fit: Fit,
}

/// What a value is made of, where words of a phrase lie in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Makeup {
    /// A figure, a date, a time: its hedge and its unit are part of it, also where the phrase has them.
    Figure,
    /// Several figures added up: what the phrase has of them is no part of the value.
    Sum,
    /// Words: those that the phrase gives say what is named, and are no part of the name.
    Words,
}

/// What must hold for a value to be of the kind that a hole asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Nothing: it is.
    Own,
    /// It has a unit that is a bare number's where its own words do not name it: "a 2.7 aftershock".
    WithoutUnit,
    /// It is a bare number, and the phrase says in what: `magnitude ... <measure>`.
    Named,
}

impl Makeup {
    /// What a value is made of.
    pub(super) fn of(value: &Value) -> Self {
        match &value.content {
            Content::Word(_) => Self::Words,
            Content::Amount(amount) if amount.derived => Self::Sum,
            Content::Amount(_) | Content::Date(_) | Content::Time(_) => Self::Figure,
        }
    }
}

impl Fit {
    /// How a value fills the holes of a kind, where it may.
    fn of(value: &Value, kind: Kind, lexicon: &Lexicon) -> Option<Self> {
        if value.is_a(kind) {
            return Some(Self::Own);
        }
        let Content::Amount(amount) = &value.content else { return None };
        let has_only_unit = || amount.unit.as_deref().is_some_and(|unit| lexicon.is_only_unit(unit));
        if kind.is_bare() && has_only_unit() {
            return Some(Self::WithoutUnit);
        }
        let is_bare = value.kind.is_bare() && amount.of.is_none() && !amount.part;
        (kind.converts() && is_bare).then_some(Self::Named)
    }
}

impl Filler {
    /// A mention by its number, where it may fill a hole of a kind.
    fn of(kind: Kind, number: usize, mention: &Mention, lexicon: &Lexicon) -> Option<Self> {
        Some(Self {
            first: mention.first,
            end: mention.end,
            takes_of: mention.value.precision == Precision::Vague,
            is_none: matches!(&mention.value.content, Content::Amount(amount) if amount.interval.hi <= 0.0),
            mention: number,
            hedged: mention.first + hedge_words(mention),
            makeup: Makeup::of(&mention.value),
            fit: Fit::of(&mention.value, kind, lexicon)?,
        })
    }

    /// Whether it goes on at a token behind its hedge, and what stands before that is no figure: words before it may be
    /// those of a phrase, which the hole then follows. Of a name, they say something.
    pub(super) fn goes_on(&self, line: &NumberedSentence<'_>, at: usize) -> bool {
        let is_inside = self.first < at && at < self.end && self.hedged <= at && !line.is_joint(at);
        is_inside
            && match self.makeup {
                Makeup::Figure => (self.first..at).all(|before| !line.is_figure(before)),
                Makeup::Sum => false,
                Makeup::Words => line.says(at - 1) && line.is_capital(at),
            }
    }

    /// Whether words of a phrase may begin in it at a token: what is before them is still a value.
    pub(super) fn stops_at(&self, line: &NumberedSentence<'_>, at: usize) -> bool {
        self.hedged < at && line.kind(at) != TokenKind::Hyphen && (self.makeup != Makeup::Words || line.says(at))
    }
}

/// How many words the hedge before a value has.
fn hedge_words(mention: &Mention) -> usize {
    let hedge = mention.value.hedge.as_deref().filter(|hedge| mention.value.text.starts_with(hedge));
    hedge.map_or(0, |hedge| hedge.split_whitespace().count())
}

/// The values of a sentence that may fill the holes of a kind, in order.
#[derive(Debug, Default)]
pub(super) struct Fillers {
    all: Vec<Filler>,
    /// Those that need nothing more for it.
    own: Vec<Filler>,
    /// One past the last token of these up to each.
    reach: Vec<usize>,
}

impl Fillers {
    /// The mentions that may fill a hole of a kind; the first is the mention of number `from`.
    pub(super) fn of_kind(kind: Kind, mentions: &[Mention], from: usize, lexicon: &Lexicon) -> Self {
        let fits = |(index, mention)| Filler::of(kind, from + index, mention, lexicon);
        let all: Vec<Filler> = mentions.iter().enumerate().filter_map(fits).collect();
        // What is of the hole's kind only beside the words of the phrase is found by them.
        let own: Vec<Filler> = all.iter().filter(|filler| filler.fit == Fit::Own).copied().collect();
        let reach = |furthest: &mut usize, filler: &Filler| {
            *furthest = filler.end.max(*furthest);
            Some(*furthest)
        };
        Self { reach: own.iter().scan(0, reach).collect(), own, all }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Filler] {
        &self.all
    }

    /// Those that are of the kind whatever stands around them.
    pub(super) fn own(&self) -> &[Filler] {
        &self.own
    }

    /// The one that a mention is.
    pub(super) fn of_mention(&self, mention: usize) -> Option<&Filler> {
        let index = self.all.binary_search_by_key(&mention, |filler| filler.mention).ok()?;
        self.all.get(index)
    }

    /// The first of its own that reaches into a place.
    pub(super) fn at(&self, place: &Range<usize>) -> Option<Filler> {
        let first = self.reach.partition_point(|end| *end <= place.start);
        self.own.get(first).filter(|filler| filler.first < place.end).copied()
    }

    /// Whether one of its own begins before a token, and ends behind another.
    pub(super) fn covers(&self, begins_before: usize, ends_behind: usize) -> bool {
        let before = self.own.partition_point(|filler| filler.first < begins_before);
        before.checked_sub(1).and_then(|last| self.reach.get(last)).is_some_and(|end| *end > ends_behind)
    }
}
