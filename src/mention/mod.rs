//! Phrases in place: a value at a span of an article, its hedge, and the words it is about.

mod excerpts;
mod listed;
#[cfg(test)]
mod newswire;
mod numeral;
mod over;
mod tense;
mod understood;
mod wide;

pub use excerpts::{ExcerptPlace, Excerpts, excerpts};
pub use listed::listed;
pub use numeral::{numerals, roman};
pub use wide::{DamagedQuotation, damaged_quotations, mentions_of};

use self::{over::OverClauses, tense::Cues};
use crate::{
    article::Article,
    lexicon::{Class, Lexicon},
    placing::Situation,
    reading::Reader,
    span::Span,
    text::{Part, Text, TokenKind},
    value::{
        Content, Value,
        date::{DateExpr, DatePoint, Tense, Unit},
    },
};
use std::{ops::Range, sync::Arc};

/// A value at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where its words stand.
    pub span: Span,
    /// Its first token in the text.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The sentence it stands in: a text has no more of them than bytes.
    pub sentence: u32,
    /// The part of the article.
    pub part: Part,
    /// What they mean.
    pub value: Value,
}

impl Mention {
    /// Whether it is a date that names no day: "now", "recently".
    #[must_use]
    pub fn is_timeless(&self) -> bool {
        matches!(&self.value.content, Content::Date(date) if date.is_vague())
    }
}

/// The mentions of a sentence; `next` is the first that no sentence before it has.
pub fn of_sentence(mentions: &[Mention], sentence: usize, next: &mut usize) -> Range<usize> {
    let from = *next;
    while mentions.get(*next).is_some_and(|mention| mention.sentence as usize == sentence) {
        *next += 1;
    }
    from..*next
}

/// The text of an article, as sentences of tokens.
#[must_use]
pub fn text<'a>(article: &'a Article, lexicon: &Lexicon) -> Text<'a> {
    Text::new(&article.text, &article.blocks, &article.markup, lexicon)
}

/// Every value of a text, in order, without overlap. Words about the article and placeholders have none.
///
/// A weekday knows the tense of its clause, a clock time the day of its sentence, and "that same week" the date last
/// mentioned.
#[must_use]
pub fn mentions(text: &Text, lexicon: &Lexicon) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut last_date = LastDates::default();
    for (index, sentence) in text.sentences().iter().enumerate() {
        if matches!(sentence.part, Part::Metadata | Part::Placeholder) {
            continue;
        }
        let reader = Reader::new(text, lexicon, sentence);
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        let from = found.len();
        let (mut cues, mut clauses) = (None, None);
        for reading in reader.values() {
            let span = text.span_of(reading.first, reading.end);
            let mut value = reading.value;
            if let Content::Date(date) = &mut value.content {
                let own = (reading.first, reading.end);
                let tense = || cues.get_or_insert_with(|| Cues::new(&reader)).of_clause(&reader, own.0, own.1);
                place_date(&reader, own, Arc::make_mut(date), tense, &mut last_date);
                let sentence = || OverClauses::new(text, lexicon, sentence.first..sentence.end);
                if date.tense == Tense::Past
                    && date.needs_year()
                    && date.until.is_none()
                    && !reader.word(own.0).is(Class::WEEKDAY)
                    && clauses.get_or_insert_with(sentence).is_over(own.0, own.1)
                {
                    Arc::make_mut(date).tense = Tense::Over;
                }
            }
            let (first, end) = (reading.first, reading.end);
            found.push(Mention { span, first, end, sentence: number, part: sentence.part, value });
        }
        understood::fill(&reader, &mut found, from, number);
        if let Some(own) = found.get_mut(from..) {
            join_days(own);
        }
    }
    // They are held while all else is read, and grew by doubling.
    found.shrink_to_fit();
    found
}

/// The dates last mentioned: the very last, and the last of each unit that others point at.
#[derive(Default)]
struct LastDates {
    by_unit: Vec<(Option<Unit>, DateExpr)>,
    /// The very last, an index of `by_unit`.
    last: usize,
}

impl LastDates {
    fn of(&self, unit: Unit) -> Option<&DateExpr> {
        self.by_unit.iter().find(|(known, _)| *known == Some(unit)).map(|(_, date)| date)
    }

    fn any(&self) -> Option<&DateExpr> {
        self.by_unit.get(self.last).map(|(_, date)| date)
    }

    /// What a date points at: "the day before" at a day where one was named, "the quarter" at a quarter.
    fn reference(&self, date: &DateExpr) -> Option<DateExpr> {
        match date.point {
            DatePoint::Referred { unit: Unit::Day, shift } if shift != 0 => self.of(Unit::Day).or(self.any()).cloned(),
            // "A year earlier" behind "a year ago" is the same year.
            DatePoint::Referred { unit, shift: ..0 } => self.any().filter(|last| !is_back(last, unit)).cloned(),
            DatePoint::Referred { .. } => self.any().cloned(),
            // "The latest quarter" is none that is hoped for.
            DatePoint::Loose { shift: ..0, .. } => None,
            DatePoint::Loose { unit, .. } => match unit {
                // "For the year" behind the fourth quarter is the year of that.
                Some(Unit::Year) => self.any().cloned(),
                Some(unit) => self.of(unit).cloned(),
                None => self.of(Unit::Quarter).or(self.any()).cloned(),
            },
            _ => None,
        }
    }

    fn mentioned(&mut self, date: &DateExpr) {
        let unit = date.point.unit();
        match self.by_unit.iter_mut().enumerate().find(|(_, (known, _))| *known == unit) {
            Some((index, (_, last))) => {
                self.last = index;
                *last = date.clone();
            }
            None => {
                self.last = self.by_unit.len();
                self.by_unit.push((unit, date.clone()));
            }
        }
    }
}

/// Whether a date is itself so many units back from the day of publication: "a year ago".
fn is_back(date: &DateExpr, of: Unit) -> bool {
    matches!(date.point, DatePoint::Relative { unit, shift: ..0 } if unit == of)
}

/// Gives a date the tense of its clause and, where it points at another, the date last mentioned.
fn place_date(
    reader: &Reader,
    (first, end): (usize, usize),
    date: &mut DateExpr,
    tense: impl FnOnce() -> Tense,
    last: &mut LastDates,
) {
    // "This past Friday" says it itself; "two days before Friday" lies where that Friday does.
    let own = date.needs_tense();
    if own && date.tense == Tense::Unknown {
        // "Is expected to speak of the March fire": a month before its noun has no tense of the clause's verb.
        let modifies = matches!(date.point, DatePoint::Month { .. })
            && reader.is(first.wrapping_sub(1), "the")
            && reader.kind(end) == TokenKind::Word
            && !reader.word(end).is(Class::FUNCTION);
        date.tense = match tense() {
            Tense::Future if modifies => Tense::Unknown,
            tense => tense,
        };
    } else if let Some(named) = date.reference.as_deref_mut().filter(|named| !own && named.needs_tense()) {
        named.tense = tense();
    }
    // "That summer", "in December of that year": the year that was told of.
    let of_year = ["of", "that", "year"].iter().enumerate().all(|(index, word)| reader.is(end + index, word));
    if of_year || reader.is(first, "that") {
        let named = last.any().and_then(|date| date.point.year());
        if let Some(year) = named.or(last.of(Unit::Year).and_then(|date| date.point.year())) {
            date.give_year(year);
        }
    }
    // "The following Friday" is counted from a day; "the week of Oct. 23" has its own.
    if let Some(named) = date.reference.as_deref_mut().filter(|named| matches!(named.point, DatePoint::Referred { .. }))
    {
        named.reference = last.of(Unit::Day).or(last.any()).cloned().map(Box::new);
    }
    if date.reference.is_none() {
        date.reference = last.reference(date).map(Box::new);
    }
    if !date.is_vague() && date.reference.is_none() {
        last.mentioned(date);
    }
}

/// Gives each clock time of a sentence the nearest date of that sentence that names one day.
fn join_days(mentions: &mut [Mention]) {
    if !mentions.iter().any(|mention| matches!(mention.value.content, Content::Time(_))) {
        return;
    }
    let days: Vec<(usize, usize, Arc<DateExpr>)> = mentions
        .iter()
        .filter_map(|mention| match &mention.value.content {
            Content::Date(date) if date.is_day() => Some((mention.first, mention.end, Arc::clone(date))),
            Content::Date(_) | Content::Amount(_) | Content::Time(_) | Content::Word(_) => None,
        })
        .collect();
    if days.is_empty() {
        return;
    }
    for mention in mentions {
        if let Content::Time(time) = &mut mention.value.content {
            let after = days.partition_point(|(first, ..)| *first < mention.first);
            let before = after.checked_sub(1).and_then(|index| days.get(index));
            let nearest = match (before, days.get(after)) {
                (Some(before), Some(next)) => {
                    let is_next = next.0.saturating_sub(mention.end) < mention.first.saturating_sub(before.1);
                    Some(if is_next { next } else { before })
                }
                (before, next) => before.or(next),
            };
            Arc::make_mut(time).day = nearest.map(|(.., day)| Arc::clone(day));
        }
    }
}

/// What an article's relative values resolve against.
#[must_use]
pub fn situation(article: &Article, story_timezone: Option<&str>) -> Situation {
    Situation {
        anchor: article.metadata.published,
        timezone: article.metadata.timezone.clone().or_else(|| story_timezone.map(str::to_string)),
        article: 0,
    }
}
