//! The dates that the articles of a story claim, as places on one line.

use crate::{
    finding::{Evidence, Role, StoryReport},
    kind::date,
    value::Kind,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Days on a line, in lanes one below the other.
#[derive(Debug)]
pub struct TimeLine<'r> {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// A lane a topic, the days of publication above all.
    pub lanes: Vec<TimeLane<'r>>,
}

/// The days of one topic.
#[derive(Debug)]
pub struct TimeLane<'r> {
    /// The topic's place among those of the story; none for the days of publication.
    pub topic: Option<usize>,
    /// Days that are claimed, by day.
    pub marks: Vec<TimeMark<'r>>,
}

/// A day or a stretch of days, and who gives it.
#[derive(Debug)]
pub struct TimeMark<'r> {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Where the first stands on the line, in parts of a thousand.
    pub start: i64,
    /// Where the last stands.
    pub end: i64,
    /// Each source once with the words it gives it in, the first of them; no words for a day of publication.
    pub given: Vec<(&'r str, &'r str)>,
    /// Whether it stands against others, and no rule allows that.
    pub is_against: bool,
}

/// Days with who gives them, before they have a place on the line.
type GivenDays<'r> = BTreeMap<(NaiveDate, NaiveDate), (Vec<(&'r str, &'r str)>, bool)>;

impl<'r> TimeLine<'r> {
    /// That of a story; none where no topic has a date that could be placed.
    pub(super) fn new(story: &'r StoryReport) -> Option<Self> {
        let is_dated = |kind: &str| kind == Kind::of(&date::ENTRY).name();
        let dated = story.topics.iter().enumerate().filter(|(_, topic)| is_dated(&topic.kind));
        let claimed = dated.map(|(index, topic)| {
            let mut days = GivenDays::new();
            for claim in &topic.claims {
                let Some(span) = days_of(claim) else { continue };
                let (given, is_against) = days.entry(span).or_default();
                *is_against |= claim.role == Role::Opposes && topic.tolerated.is_none();
                if !given.iter().any(|(source, _)| *source == claim.source()) {
                    given.push((claim.source(), claim.exact().unwrap_or_default()));
                }
            }
            (Some(index), days)
        });
        let claimed: Vec<(Option<usize>, GivenDays<'r>)> = claimed.filter(|(_, days)| !days.is_empty()).collect();
        if claimed.is_empty() {
            return None;
        }
        let mut published = GivenDays::new();
        for article in &story.articles {
            let Some(day) = article.published.as_deref().and_then(day) else { continue };
            published.entry((day, day)).or_default().0.push((&article.source, ""));
        }
        let lanes = Some((None, published)).into_iter().filter(|(_, days)| !days.is_empty()).chain(claimed);
        Self::of_lanes(lanes.collect())
    }

    fn of_lanes(lanes: Vec<(Option<usize>, GivenDays<'r>)>) -> Option<Self> {
        let days = || lanes.iter().flat_map(|(_, days)| days.keys());
        let first = days().map(|(from, _)| *from).min()?;
        let last = days().map(|(_, to)| *to).max()?;
        let places = places_of(days().flat_map(|(from, to)| [*from, *to]).collect());
        let place = |day: NaiveDate| places.get(&day).copied().unwrap_or_default();
        let lane = |(topic, days): (Option<usize>, GivenDays<'r>)| {
            let marks = days.into_iter().map(|((from, to), (given, is_against))| TimeMark {
                from,
                to,
                start: place(from),
                end: place(to),
                given,
                is_against,
            });
            TimeLane { topic, marks: marks.collect() }
        };
        Some(Self { first, last, lanes: lanes.into_iter().map(lane).collect() })
    }
}

/// Where each day stands, in parts of a thousand. A gap twice as long is a step longer, so that the days of one week are told
/// apart beside a year long past.
fn places_of(days: BTreeSet<NaiveDate>) -> BTreeMap<NaiveDate, i64> {
    let (mut steps, mut before, mut reached) = (Vec::new(), None, 0);
    for day in days {
        let gap = before.map_or(0, |before: NaiveDate| (day - before).num_days());
        reached += i64::from(i64::BITS - gap.leading_zeros());
        steps.push((day, reached));
        before = Some(day);
    }
    // Of one day alone the place is the middle.
    steps.into_iter().map(|(day, step)| (day, (step * 1000).checked_div(reached).unwrap_or(500))).collect()
}

/// The days that a claim gives, where both ends are known.
fn days_of(claim: &Evidence) -> Option<(NaiveDate, NaiveDate)> {
    let fields = claim.value()?.fields();
    let end = |key: &str| fields.get(key)?.as_str().and_then(day);
    end("from").zip(end("to")).filter(|(from, to)| from <= to)
}

fn day(written: &str) -> Option<NaiveDate> {
    written.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_places() {
        let day = |text: &str| day(text).unwrap();
        let lane = |spans: &[(&str, &str)]| -> GivenDays<'static> {
            spans.iter().map(|(from, to)| ((day(from), day(to)), (vec![("Post", "then")], false))).collect()
        };
        let places = |spans: &[(&str, &str)]| {
            let line = TimeLine::of_lanes(vec![(Some(0), lane(spans))]).unwrap();
            let marks = line.lanes.into_iter().flat_map(|lane| lane.marks);
            marks.map(|mark| (mark.start, mark.end)).collect::<Vec<_>>()
        };
        assert_eq!(places(&[("2031-05-08", "2031-05-08")]), [(500, 500)]);
        assert_eq!(places(&[("2031-05-01", "2031-05-01"), ("2031-05-11", "2031-05-11")]), [(0, 0), (1000, 1000)]);
        assert_eq!(
            places(&[("2031-05-01", "2031-05-11"), ("2031-05-06", "2031-05-06")]),
            [(0, 1000), (500, 500)],
            "a stretch has two ends"
        );
        assert_eq!(
            places(&["2014-03-18", "2031-05-07", "2031-05-08", "2031-05-10"].map(|day| (day, day))),
            [(0, 0), (812, 812), (875, 875), (1000, 1000)],
            "a long gap is no more than some steps"
        );
        assert_eq!(TimeLine::of_lanes(Vec::new()).map(|line| line.lanes.len()), None);
    }
}
