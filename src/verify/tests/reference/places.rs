//! Where values lie, worked out value by value from what they say: the reference's own reading of plain data.

use super::{relating::plain, sentences::TOPICS};
use crate::{
    claim::{ArticleClaims, ClaimStatus},
    value::{
        Amount, Content, Value,
        date::{DateExpr, DatePoint, Tense, Unit},
        time::{TimeExpr, ZoneName},
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// A claim as the reference sees it.
#[derive(Clone, Debug)]
pub struct Seen<'c> {
    pub article: usize,
    pub start: usize,
    pub value: &'c Value,
    pub anchor: Option<NaiveDate>,
    pub place: Lies,
    /// Whether it is said to be so, and not only to be possible.
    pub asserted: bool,
    /// Whether its page has a later version that gives the topic, which does not develop.
    pub superseded: bool,
    /// Whether claims of everybody give more than it gives of some.
    pub share: bool,
}

/// Where a value lies.
#[derive(Clone, Debug, PartialEq)]
pub enum Lies {
    On(String, Extent),
    Word(String),
    Nowhere,
}

/// From one end to the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    pub from: f64,
    pub to: f64,
    pub from_is_out: bool,
    pub to_is_out: bool,
    pub moves: bool,
}

/// A place on an axis. Each number is two: the end of what lies below it, and the beginning of what lies above, so that an
/// open bound meets its own number, and not the open bound on the other side.
pub type Whereabouts = (f64, bool);

impl Extent {
    pub fn closed(from: f64, to: f64) -> Self {
        Self { from, to, from_is_out: false, to_is_out: false, moves: false }
    }

    pub fn first(self) -> Whereabouts {
        (self.from, self.from_is_out)
    }

    pub fn last(self) -> Whereabouts {
        (self.to, !self.to_is_out)
    }

    pub fn holds(self, spot: Whereabouts) -> bool {
        self.first() <= spot && spot <= self.last()
    }

    /// What a bound without another one vouches for: the numbers from it to its double, or to its half.
    pub fn near_its_bound(self) -> Self {
        let edges = |bound: f64| (f64::min(bound / 2.0, bound * 2.0), f64::max(bound / 2.0, bound * 2.0));
        match (self.from.is_finite(), self.to.is_finite()) {
            (true, false) => Self { to: edges(self.from).1, to_is_out: false, ..self },
            (false, true) => Self { from: edges(self.to).0, from_is_out: false, ..self },
            _ => self,
        }
    }

    /// Whether a number lies in it, strictly.
    pub fn has(self, number: f64) -> bool {
        let low = if self.from_is_out { number > self.from } else { number >= self.from };
        let high = if self.to_is_out { number < self.to } else { number <= self.to };
        low && high
    }

    pub fn is_same(self, other: Self) -> bool {
        self.first() == other.first() && self.last() == other.last()
    }
}

impl Seen<'_> {
    pub fn is_known(&self) -> bool {
        self.asserted && self.place != Lies::Nowhere
    }

    pub fn moves(&self) -> bool {
        matches!(&self.place, Lies::On(_, stretch) if stretch.moves)
    }

    pub fn is_part(&self) -> bool {
        self.share || matches!(&self.value.content, Content::Amount(amount) if amount.part)
    }

    pub fn axis(&self) -> Option<&str> {
        match &self.place {
            Lies::On(axis, _) => Some(axis),
            Lies::Word(_) => Some(""),
            Lies::Nowhere => None,
        }
    }

    pub fn stretch(&self) -> Option<Extent> {
        match &self.place {
            Lies::On(_, stretch) => Some(*stretch),
            Lies::Word(_) | Lies::Nowhere => None,
        }
    }
}

/// The claims of some articles on a topic, each where it lies among the others.
pub fn seen<'c>(articles: &'c [ArticleClaims], topic: &str) -> Vec<Seen<'c>> {
    let mut claims = Vec::new();
    for (article, own) in articles.iter().enumerate() {
        for claim in own.claims.iter().filter(|claim| claim.subject.to_string() == topic) {
            let (start, anchor) = (claim.quote.range().start, own.situation.anchor);
            let (value, place, asserted) = (&claim.value, Lies::Nowhere, claim.status == ClaimStatus::Asserted);
            claims.push(Seen { article, start, value, anchor, place, asserted, superseded: false, share: false });
        }
    }
    place(&mut claims);
    let all = claims.clone();
    for claim in &mut claims {
        claim.share = all.iter().any(|other| other.asserted && is_some_of(claim.value, other.value));
    }
    let develops = TOPICS.iter().any(|(name, _, way)| *name == topic && way.is_some());
    if !develops {
        supersede(articles, &mut claims);
    }
    claims
}

/// Marks the claims of versions that are not the last of their page to give the topic.
fn supersede(articles: &[ArticleClaims], claims: &mut [Seen<'_>]) {
    let page = |article: usize| {
        let own = &articles[article].metadata;
        own.url.as_ref().map(|url| (plain(&own.source), url.as_str()))
    };
    let day = |article: usize| articles[article].metadata.published;
    let speaking: Vec<usize> = claims.iter().map(|claim| claim.article).collect();
    for claim in claims {
        let is_later = |other: &usize| page(*other) == page(claim.article) && day(*other) > day(claim.article);
        let is_version = page(claim.article).is_some() && day(claim.article).is_some();
        claim.superseded = is_version && speaking.iter().any(is_later);
    }
}

/// Whether one number is of some of those of whom another gives all.
fn is_some_of(some: &Value, all: &Value) -> bool {
    match (&some.content, &all.content) {
        (Content::Amount(some), Content::Amount(all)) => {
            some.narrower && !all.narrower && !all.part && some.interval.hi < all.interval.lo
        }
        _ => false,
    }
}

/// Says where claims lie, all of them together.
pub fn place(claims: &mut [Seen<'_>]) {
    let all = claims.to_vec();
    for claim in claims {
        claim.place = match &claim.value.content {
            Content::Amount(amount) => amount_among(claim.value, amount, &all),
            Content::Date(date) => match days(date, claim.anchor) {
                Some(stretch) => Lies::On("days".into(), stretch),
                None => Lies::Nowhere,
            },
            Content::Time(time) => time_among(time, claim.anchor, &all),
            Content::Word(word) => Lies::Word(match claim.value.kind.name() {
                "name" => full_name(word, &all),
                "quotation" => longest_quotation(word, &all),
                _ => word.to_string(),
            }),
        };
    }
}

fn amount_among(value: &Value, amount: &Amount, all: &[Seen<'_>]) -> Lies {
    let stretch = |amount: &Amount, factor: f64| Extent {
        from: amount.interval.lo * factor,
        to: amount.interval.hi * factor,
        from_is_out: amount.interval.lo_open,
        to_is_out: amount.interval.hi_open,
        moves: false,
    };
    match value.kind.name() {
        "percent" => match amount.unit.as_deref() {
            Some("percentage point") => Lies::On("points".into(), stretch(amount, 1.0)),
            Some("basis point") => Lies::On("points".into(), stretch(amount, 0.01)),
            _ => Lies::On("percent".into(), stretch(amount, 1.0)),
        },
        "money" => {
            // The currency that most give; of two alike, the first.
            let given = |amount: &Amount, code: &str| {
                std::iter::once(amount).chain(&amount.also).any(|one| one.currency.as_deref() == Some(code))
            };
            let amounts: Vec<&Amount> = all
                .iter()
                .filter_map(|claim| match &claim.value.content {
                    Content::Amount(amount) => Some(&**amount),
                    _ => None,
                })
                .collect();
            let count = |code: &str| amounts.iter().filter(|amount| given(amount, code)).count();
            let mut common = "";
            for code in amounts.iter().filter_map(|amount| amount.currency.as_deref()) {
                if common.is_empty() || count(code) > count(common) {
                    common = code;
                }
            }
            let own = std::iter::once(amount).chain(&amount.also).find(|one| one.currency.as_deref() == Some(common));
            let own = own.unwrap_or(amount);
            Lies::On(own.currency.as_deref().unwrap_or_default().into(), stretch(own, 1.0))
        }
        name => Lies::On(name.into(), stretch(amount, 1.0)),
    }
}

fn number_of(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

/// The days of a date, seen from a day of publication.
fn days(date: &DateExpr, anchor: Option<NaiveDate>) -> Option<Extent> {
    let (first, last, moves) = days_of_point(&date.point, date.tense, anchor)?;
    let last = match &date.until {
        Some(until) => days_of_point(until, date.tense, anchor)?.1,
        None => last,
    };
    Some(Extent { moves, ..Extent::closed(number_of(first), number_of(last)) })
}

fn days_of_point(point: &DatePoint, tense: Tense, anchor: Option<NaiveDate>) -> Option<(NaiveDate, NaiveDate, bool)> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let shifted = |from: NaiveDate, by: i64| from + chrono::TimeDelta::days(by);
    match *point {
        DatePoint::Day { year: Some(year), month, day: number } => {
            day(year, month, number).map(|found| (found, found, false))
        }
        DatePoint::Month { year: Some(year), month } => {
            let first = day(year, month, 1)?;
            let last = first.iter_days().take_while(|next| next.month() == month).last()?;
            Some((first, last, false))
        }
        DatePoint::Year { year } => Some((day(year, 1, 1)?, day(year, 12, 31)?, false)),
        // Without a year: the one that lies nearest.
        DatePoint::Day { year: None, month, day: number } => {
            let anchor = anchor?;
            let years = [anchor.year() - 1, anchor.year(), anchor.year() + 1];
            let found = years.into_iter().filter_map(|year| day(year, month, number));
            found.min_by_key(|found| (*found - anchor).num_days().abs()).map(|found| (found, found, true))
        }
        DatePoint::Relative { unit: Unit::Day, shift } => {
            let found = shifted(anchor?, i64::from(shift));
            Some((found, found, true))
        }
        // The anchor's own weekday is that day; with a past verb the last such day, with a future one the next.
        DatePoint::Weekday { weekday, shift: None } => {
            let anchor = anchor?;
            let step = if tense == Tense::Past { -1 } else { 1 };
            let found = (0..7).map(|by| shifted(anchor, by * step));
            found
                .into_iter()
                .find(|found| found.weekday().number_from_monday() == weekday)
                .map(|found| (found, found, true))
        }
        _ => panic!("the reference knows no {point:?}"),
    }
}

/// Places the claims of one article without a day of publication among themselves: a date without a year is of the year
/// of a full date of the article, or all are of one year.
pub fn place_inside(claims: &mut [Seen<'_>]) {
    let all = claims.to_vec();
    let full = all.iter().find_map(|claim| match &claim.value.content {
        Content::Date(date) => days(date, None),
        _ => None,
    });
    let base = full.map(|stretch| NaiveDate::from_num_days_from_ce_opt(stretch.from as i32).unwrap());
    let base = base.or_else(|| {
        all.iter().find_map(|claim| match &claim.value.content {
            Content::Date(date) => match date.point {
                DatePoint::Day { month, day, .. } => NaiveDate::from_ymd_opt(2022, month, day),
                _ => None,
            },
            _ => None,
        })
    });
    for claim in claims {
        if let Content::Date(date) = &claim.value.content {
            claim.place = match date.point {
                DatePoint::Relative { .. } | DatePoint::Weekday { .. } => Lies::Nowhere,
                _ => days(date, base).map_or(Lies::Nowhere, |stretch| Lies::On("days".into(), stretch)),
            };
        }
    }
}

/// The day that a time states.
fn stated(time: &TimeExpr, anchor: Option<NaiveDate>) -> Option<Extent> {
    time.day.as_deref().and_then(|day| days(day, anchor))
}

fn is_bare(time: &TimeExpr) -> bool {
    time.zone.is_none()
}

/// Seconds of a time on a day.
fn on_day(time: &TimeExpr, day: f64) -> Extent {
    let east = match time.zone.as_deref() {
        Some(ZoneName::Offset(minutes)) => f64::from(*minutes),
        None => 0.0,
        zone => panic!("the reference knows no {zone:?}"),
    };
    let seconds = |minute: i32| day * 86_400.0 + (f64::from(minute) - east) * 60.0;
    Extent::closed(seconds(time.from), seconds(time.to))
}

/// A stated day counts; an assumed one, or none, is borrowed from the others.
fn time_among(time: &TimeExpr, anchor: Option<NaiveDate>, all: &[Seen<'_>]) -> Lies {
    let times: Vec<(&TimeExpr, Option<NaiveDate>)> = all
        .iter()
        .filter_map(|claim| match &claim.value.content {
            Content::Time(time) => Some((&**time, claim.anchor)),
            _ => None,
        })
        .collect();
    let of_one_place = times.iter().all(|(time, _)| is_bare(time));
    if is_bare(time) && !of_one_place {
        return Lies::Nowhere;
    }
    let axis = if of_one_place { "a place" } else { "instants" }.to_string();
    if let Some(day) = stated(time, anchor) {
        return Lies::On(axis, Extent { moves: day.moves, ..on_day(time, day.from) });
    }
    let borrowed = times.iter().find_map(|(time, anchor)| stated(time, *anchor));
    Lies::On(axis, on_day(time, borrowed.map_or(0.0, |day| day.from)))
}

/// Whether some times state different days while others state none: whose day those borrow, nothing says.
pub fn borrow_of_several(claims: &[Seen<'_>]) -> bool {
    let times = claims.iter().filter_map(|claim| match &claim.value.content {
        Content::Time(time) => Some(stated(time, claim.anchor).map(|day| day.from as i64)),
        _ => None,
    });
    let days: BTreeSet<Option<i64>> = times.collect();
    days.len() > 2 && days.contains(&None)
}

/// Whether some amounts are given in two currencies, and not all in one: what those compare with is not laid down.
pub fn gives_alternatives(claims: &[Seen<'_>]) -> bool {
    let currencies = |claim: &Seen<'_>| -> BTreeSet<String> {
        match &claim.value.content {
            Content::Amount(amount) => std::iter::once(&**amount)
                .chain(&amount.also)
                .filter_map(|one| one.currency.as_deref().map(str::to_string))
                .collect(),
            _ => BTreeSet::new(),
        }
    };
    let all: Vec<BTreeSet<String>> = claims.iter().map(currencies).collect();
    let is_common = |code: &str| all.iter().all(|own| own.contains(code));
    all.iter().any(|own| own.len() > 1) && !is_common("USD") && !is_common("EUR")
}

/// A short form is the one full name that ends with it.
fn full_name(name: &str, all: &[Seen<'_>]) -> String {
    let names = || {
        all.iter().filter_map(|claim| match &claim.value.content {
            Content::Word(word) => Some(word.to_lowercase()),
            _ => None,
        })
    };
    let own = name.to_lowercase();
    if own.contains(' ') {
        return own;
    }
    let full: BTreeSet<String> = names().filter(|full| full.ends_with(&format!(" {own}"))).collect();
    match full.len() {
        1 => full.into_iter().next().unwrap(),
        _ => own,
    }
}

fn words_of(quotation: &str) -> Vec<String> {
    let bare = |word: &str| word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()).to_string();
    quotation.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// A quotation that is a part of others is the longest of them; of two as long, the first by its letters.
fn longest_quotation(quotation: &str, all: &[Seen<'_>]) -> String {
    let own = words_of(quotation);
    let holds = |whole: &Vec<String>| (0..whole.len()).any(|from| whole[from..].starts_with(&own));
    let mut wholes: Vec<Vec<String>> = all
        .iter()
        .filter_map(|claim| match &claim.value.content {
            Content::Word(words) => Some(words_of(words)),
            _ => None,
        })
        .filter(holds)
        .collect();
    wholes.sort_by_key(|words| (std::cmp::Reverse(words.len()), words.join(" ")));
    wholes.first().unwrap_or(&own).join(" ")
}
