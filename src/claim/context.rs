//! Figures that are of something else than the event: decided inside one article, and only where it has another claim on the
//! topic. "In 2014 two were killed", "14 rifles in five operations", "10 of the tourists died" beside 12 dead.

use super::{construction::NounCover, line::NumberedSentence, matching::PhraseMatch, open::OpenArticle};
use crate::{
    lexicon::RelationClass,
    mention::Mention,
    placing::DateReference,
    value::{
        Content, Value,
        date::{DateExpr, DatePoint, Unit},
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

/// What a sentence says of its figures: the same for each, but for a number of events, which is not of itself.
#[derive(Debug, Default)]
pub(super) struct SentenceContext {
    /// What its dates and its words for sums say.
    of_all: Option<ClaimContext>,
    /// The numbers of events in it, as far as they differ in what they say: two of them.
    events: Vec<usize>,
}

impl SentenceContext {
    /// What a sentence says in which these values stand; the first is the mention of number `from`.
    pub(super) fn read(open: &OpenArticle<'_>, line: NumberedSentence<'_>, mentions: &[Mention], from: usize) -> Self {
        let scene = FigureScene { open, line, mentions };
        let events = mentions.iter().enumerate().filter(|(_, mention)| scene.is_events(mention));
        Self { of_all: scene.of_all(), events: events.map(|(index, _)| from + index).take(2).collect() }
    }

    /// What the figure of a match is of.
    pub(super) fn of(&self, found: &PhraseMatch) -> ClaimContext {
        let is_of_events = self.events.iter().any(|events| found.hole != Some(*events));
        match (self.of_all, found.cover) {
            (Some(ClaimContext::Total), _) => ClaimContext::Total,
            _ if is_of_events => ClaimContext::Total,
            (Some(of_all), _) => of_all,
            (None, NounCover::Whole) => ClaimContext::Event,
            (None, NounCover::Narrower) => ClaimContext::Narrower,
        }
    }
}

/// A sentence in which figures stand.
struct FigureScene<'s> {
    open: &'s OpenArticle<'s>,
    line: NumberedSentence<'s>,
    /// The values that stand in it.
    mentions: &'s [Mention],
}

impl FigureScene<'_> {
    /// What its dates and its words for sums say of every figure.
    fn of_all(&self) -> Option<ClaimContext> {
        let anchor = self.open.anchor();
        let dates = || self.mentions.iter().filter_map(|mention| Some((mention, mention.value.content.date()?)));
        if dates().any(|(mention, date)| self.is_running(mention, date, anchor)) || self.is_summed_up() {
            return Some(ClaimContext::Total);
        }
        let anchor = anchor?;
        // Where the day of the event stands too, the figure may be of that.
        let is_own = |date: &DateExpr| date.point.unit() == Some(Unit::Day) && takes_in(date, anchor, NEAR);
        let is_elsewhere = dates().any(|(_, date)| is_other(date, anchor)) && !dates().any(|(_, date)| is_own(date));
        is_elsewhere.then_some(ClaimContext::OtherDate)
    }

    fn class(&self, token: usize) -> RelationClass {
        self.line.sentence_words().class(token)
    }

    /// "This year", "since Monday"; not "the worst crash since 2014", nor "the 2031 budget".
    fn is_running(&self, mention: &Mention, date: &DateExpr, anchor: Option<NaiveDate>) -> bool {
        let before = mention.first.checked_sub(1).filter(|before| *before >= self.line.first);
        let since = before.filter(|before| self.class(*before).is(RelationClass::SINCE));
        let is_year = matches!(date.point.unit(), Some(Unit::Year)) && date.part.is_none();
        // "This year" is it on every day.
        let is_own = matches!(date.point, DatePoint::Relative { shift: 0, .. });
        let is_this_year = || is_year && (is_own || anchor.is_some_and(|anchor| takes_in(date, anchor, 0)));
        match since {
            Some(since) => !self.is_beside_noun(since),
            None => is_this_year() && self.is_alone(mention),
        }
    }

    /// Whether a preposition hangs on the noun before it.
    fn is_beside_noun(&self, preposition: usize) -> bool {
        let led = self.line.sentence_words().clauses.led_by(preposition);
        led.is_some_and(|(_, complement)| complement.beside.is_some())
    }

    /// Whether a date is all of its noun phrase, and no word about a noun behind it.
    fn is_alone(&self, mention: &Mention) -> bool {
        let clauses = self.line.sentence_words().clauses;
        let phrase = clauses.noun_phrase_at(mention.first).and_then(|phrase| clauses.phrase(phrase));
        phrase.is_none_or(|phrase| (mention.first..mention.end).contains(&phrase.head))
    }

    /// "In the five operations".
    fn is_events(&self, mention: &Mention) -> bool {
        let Content::Amount(amount) = &mention.value.content else { return false };
        let (Some(of), Some(best)) = (&amount.of, &amount.best) else { return false };
        let from = mention.first.saturating_sub(BETWEEN).max(self.line.first);
        let spans = |token: usize| self.class(token).is(RelationClass::SPANNING);
        if *best < 2.0 || !(from..mention.first).any(spans) {
            return false;
        }
        let lexicon = &self.open.topics.lexicon;
        let noun = of.split_whitespace().last().unwrap_or_default();
        lexicon.relations().class(&lexicon.stems().key(noun)).is(RelationClass::EVENT)
    }

    /// "So far ... a total of".
    fn is_summed_up(&self) -> bool {
        let tokens = || self.line.first..self.line.end;
        let far = |token: usize| {
            self.class(token).is(RelationClass::FAR)
                && token > self.line.first
                && self.class(token - 1).is(RelationClass::SO)
        };
        tokens().any(far) && tokens().any(|token| self.class(token).is(RelationClass::SUM))
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

/// Whether one of these values is a date that is not within a week of the anchor.
pub(super) fn names_another_day(mentions: &[Mention], anchor: NaiveDate) -> bool {
    mentions.iter().filter_map(|mention| mention.value.content.date()).any(|date| !takes_in(date, anchor, NEAR))
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
    let is_own = |context: &ClaimContext| matches!(context, ClaimContext::Event | ClaimContext::Narrower);
    let of_event = || claims.iter().filter(|(context, _)| is_own(context));
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

fn is_less(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.content.amount(), b.content.amount()) else { return false };
    a.interval.hi < b.interval.lo
}

fn meets(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.content.amount(), b.content.amount()) else { return true };
    a.interval.meets(b.interval)
}
