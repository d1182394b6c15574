//! Figures that are of something else than the event: decided inside one article, and only where it has another claim on the
//! topic. "In 2014 two were killed", "14 rifles in five operations", "10 of the tourists died" beside 12 dead.

use super::{construction::NounCover, line::NumberedSentence, matching::PhraseMatch, open::OpenArticle};
use crate::{
    lexicon::RelationClass,
    mention::Mention,
    placing::DateReference,
    value::{
        Amount, Content, Value,
        date::{DateExpr, Unit},
    },
};
use chrono::{Duration, NaiveDate};

/// A month or year that ends so few days before the article, or begins so few behind it, is its own.
const NEAR: i64 = 7;

/// Words between a preposition and a number of events: "in the five operations".
const BETWEEN: usize = 3;

/// What a figure is of, as far as its sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClaimContext {
    /// The event that the article reports.
    Event,
    /// Some of those that the phrase counts.
    Narrower,
    /// Another time.
    OtherDate,
    /// Several events together.
    Total,
}

/// A sentence in which a figure stands.
pub(super) struct FigureScene<'s> {
    pub(super) open: &'s OpenArticle<'s>,
    pub(super) line: NumberedSentence<'s>,
    /// The values that stand in it.
    pub(super) mentions: &'s [Mention],
}

impl FigureScene<'_> {
    /// What the figure of a match is of.
    pub(super) fn context(&self, found: &PhraseMatch) -> ClaimContext {
        let anchor = self.open.anchor();
        let dates = || self.mentions.iter().filter_map(|mention| Some((mention, date_of(mention)?)));
        let own = |mention: &&Mention| found.hole.and_then(|hole| self.open.mentions.get(hole)) == Some(mention);
        if dates().any(|(mention, date)| self.is_running(mention, date, anchor))
            || self.mentions.iter().filter(|other| !own(other)).any(|other| self.is_events(other))
            || self.is_summed_up()
        {
            return ClaimContext::Total;
        }
        if dates().any(|(_, date)| anchor.is_some_and(|anchor| is_other(date, anchor))) {
            return ClaimContext::OtherDate;
        }
        match found.cover {
            NounCover::Whole => ClaimContext::Event,
            NounCover::Narrower => ClaimContext::Narrower,
        }
    }

    fn class(&self, token: usize) -> RelationClass {
        let lexicon = &self.open.topics.lexicon;
        lexicon.relations().class(&lexicon.stems().key(self.line.text.written(token)))
    }

    /// "This year", "since Monday".
    fn is_running(&self, mention: &Mention, date: &DateExpr, anchor: Option<NaiveDate>) -> bool {
        let before = mention.first.checked_sub(1).filter(|before| *before >= self.line.first);
        let since = before.is_some_and(|before| self.class(before).is(RelationClass::SINCE));
        let whole_year = matches!(date.point.unit(), Some(Unit::Year)) && date.part.is_none();
        since || whole_year && anchor.is_some_and(|anchor| takes_in(date, anchor, 0))
    }

    /// "In the five operations".
    fn is_events(&self, mention: &Mention) -> bool {
        let Content::Amount(Amount { of: Some(of), best: Some(best), .. }) = &mention.value.content else {
            return false;
        };
        let lexicon = &self.open.topics.lexicon;
        let noun = of.split_whitespace().last().unwrap_or_default();
        let events = lexicon.relations().class(&lexicon.stems().key(noun)).is(RelationClass::EVENT);
        let from = mention.first.saturating_sub(BETWEEN).max(self.line.first);
        *best >= 2.0 && events && (from..mention.first).any(|token| self.class(token).is(RelationClass::SPANNING))
    }

    /// "So far ... a total of".
    fn is_summed_up(&self) -> bool {
        let tokens = || self.line.first..self.line.end;
        let sums = tokens().any(|token| self.class(token).is(RelationClass::SUM));
        let far = |token: usize| {
            self.class(token).is(RelationClass::FAR)
                && token > self.line.first
                && self.class(token - 1).is(RelationClass::SO)
        };
        sums && tokens().any(far)
    }
}

impl ClaimContext {
    /// What it is instead of the event's, for a message.
    pub(super) fn said(self) -> &'static str {
        match self {
            Self::Event => "of the event",
            Self::Narrower => "of some of them",
            Self::OtherDate => "of another time",
            Self::Total => "of several events",
        }
    }
}

fn date_of(mention: &Mention) -> Option<&DateExpr> {
    match &mention.value.content {
        Content::Date(date) => Some(date),
        Content::Amount(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

/// Whether a month or a year is not that of the article.
fn is_other(date: &DateExpr, anchor: NaiveDate) -> bool {
    let coarse = matches!(date.point.unit(), Some(Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade));
    coarse && !takes_in(date, anchor, NEAR)
}

/// Whether the days of a date hold the anchor, or come so near; a date that cannot be placed may be anything.
fn takes_in(date: &DateExpr, anchor: NaiveDate, days: i64) -> bool {
    let Ok(span) = date.resolve(DateReference::Anchor(anchor)) else { return true };
    span.from - Duration::days(days) <= anchor && anchor <= span.to + Duration::days(days)
}

/// Which claims of one topic and article can decide: all that are of the event; of the others those that say the same as
/// one of these, and all where there is no other claim.
pub(super) fn deciding(claims: &[(ClaimContext, &Value)]) -> Vec<bool> {
    let of_event = || claims.iter().filter(|(context, _)| *context == ClaimContext::Event);
    let is_whole = |value: &Value| {
        let larger = claims.iter().any(|(context, other)| {
            matches!(context, ClaimContext::Event | ClaimContext::Narrower) && is_less(value, other)
        });
        !larger
    };
    let agrees = |value: &Value| of_event().any(|(_, other)| meets(value, other));
    let decides = |(context, value): &(ClaimContext, &Value)| match context {
        ClaimContext::Event => true,
        ClaimContext::Narrower => is_whole(value),
        ClaimContext::OtherDate | ClaimContext::Total => of_event().next().is_none() || agrees(value),
    };
    claims.iter().map(decides).collect()
}

fn amount(value: &Value) -> Option<&Amount> {
    match &value.content {
        Content::Amount(amount) => Some(amount),
        Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

fn is_less(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (amount(a), amount(b)) else { return false };
    a.interval.hi < b.interval.lo
}

fn meets(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (amount(a), amount(b)) else { return true };
    a.interval.meets(b.interval)
}
