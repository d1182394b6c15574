//! `--format event-coding` of `crosscheck check`: the low, the best and the high estimate of each count, as those who code events
//! for research keep them (UCDP GED Codebook, "best", "low" and "high").

use super::{Diagnostics, Format, csv};
use crate::{
    finding::{Evidence, Report, Role, StoryReport, TopicEntry},
    kind::count,
    sink::Syntax,
    value::Kind,
};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};

/// A header, and a row a story and topic of kind count that an article gives.
pub const FORMAT: Format<Report> = Format {
    name: "event-coding",
    about: "a table of events for research: the low, best and high estimate of each count, with the sources of each",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Csv,
    print: |report, _, page| {
        page.text(&csv::row(&COLUMNS.map(str::to_string)))?;
        let rows = report.stories.iter().flat_map(|story| story.topics.iter().filter_map(|topic| row(story, topic)));
        rows.collect::<Vec<_>>().iter().try_for_each(|row| page.text(&csv::row(row)))
    },
};

const COLUMNS: [&str; 10] =
    ["story", "topic", "low", "low sources", "best", "best sources", "high", "high sources", "sources", "vague words"];

/// What one claim says of a count.
struct Estimate<'r> {
    source: &'r str,
    /// The day of publication of its article, to be compared.
    published: &'r str,
    low: Option<f64>,
    best: Option<f64>,
    high: Option<f64>,
    /// Its words, where they are vague.
    vague: Option<&'r str>,
}

impl<'r> Estimate<'r> {
    /// What a claim says; nothing where it is context, only possible, or a part of a whole.
    fn of(claim: &'r Evidence, story: &'r StoryReport) -> Option<Self> {
        let fields = claim.value()?.fields();
        let is_part = fields.get("part").and_then(Json::as_bool) == Some(true);
        if claim.role == Role::Context || !claim.status.is_asserted() || is_part {
            return None;
        }
        let number = |key: &str| fields.get(key).and_then(Json::as_f64);
        let article = story.articles.iter().find(|article| article.article == claim.article());
        let published = article.and_then(|article| article.published.as_deref()).unwrap_or_default();
        let is_vague = has_precision(&fields, "vague");
        let (low, best, high) = match (number("lo"), number("best"), number("hi")) {
            // "about 20" is 20: what its words leave open is nobody's estimate.
            (_, Some(best), _) if !is_vague => (Some(best), Some(best), Some(best)),
            (Some(low), _, Some(high)) if low < high || is_vague => (Some(low), None, Some(high)),
            // "at least 20" is no less, and nobody says more.
            (Some(low), _, None) => (Some(low), Some(low), Some(low)),
            (None, _, Some(high)) => (None, None, Some(high)),
            (low, _, high) => (low, low, high),
        };
        let vague = is_vague.then(|| claim.exact().unwrap_or_default());
        Some(Self { source: claim.source(), published, low, best, high, vague })
    }
}

fn has_precision(fields: &Map<String, Json>, wanted: &str) -> bool {
    fields.get("precision").and_then(Json::as_str) == Some(wanted)
}

fn row(story: &StoryReport, topic: &TopicEntry) -> Option<[String; COLUMNS.len()]> {
    if topic.kind != Kind::of(&count::ENTRY).name() {
        return None;
    }
    let estimates: Vec<Estimate<'_>> = topic.claims.iter().filter_map(|claim| Estimate::of(claim, story)).collect();
    let low = estimates.iter().filter_map(|one| one.low).min_by(f64::total_cmp);
    let high = estimates.iter().filter_map(|one| one.high).max_by(f64::total_cmp);
    let best = best(&estimates).or(low);
    let sources = |is_of: &dyn Fn(&Estimate<'_>) -> bool| {
        let named: BTreeSet<&str> = estimates.iter().filter(|one| is_of(one)).map(|one| one.source).collect();
        named.into_iter().collect::<Vec<_>>().join(" / ")
    };
    let all: BTreeSet<&str> = estimates.iter().map(|one| one.source).collect();
    let vague: BTreeSet<&str> = estimates.iter().filter_map(|one| one.vague).collect();
    let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    (!estimates.is_empty()).then(|| {
        [
            story.story.clone(),
            topic.topic.clone(),
            number(low),
            sources(&|one| one.low.is_some() && one.low == low),
            number(best),
            sources(&|one| best.is_some() && (one.best == best || one.best.is_none() && one.low == best)),
            number(high),
            sources(&|one| one.high.is_some() && one.high == high),
            all.len().to_string(),
            vague.into_iter().collect::<Vec<_>>().join(" / "),
        ]
    })
}

/// The number that most sources give; of several, that of the article published last, then the lowest.
fn best(estimates: &[Estimate<'_>]) -> Option<f64> {
    let mut given: BTreeMap<u64, GivenNumber<'_>> = BTreeMap::new();
    for one in estimates {
        let Some(number) = one.best else { continue };
        let known = given.entry(number.to_bits()).or_default();
        known.number = number;
        known.sources.insert(one.source);
        known.published = known.published.max(one.published);
    }
    let most = given.values().map(GivenNumber::rank).max()?;
    given.values().filter(|one| one.rank() == most).map(|one| one.number).min_by(f64::total_cmp)
}

/// Who gives a number.
#[derive(Default)]
struct GivenNumber<'r> {
    number: f64,
    sources: BTreeSet<&'r str>,
    /// The last day on which somebody gives it.
    published: &'r str,
}

impl GivenNumber<'_> {
    fn rank(&self) -> (usize, &str) {
        (self.sources.len(), self.published)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(source: &'static str, published: &'static str, number: f64) -> Estimate<'static> {
        Estimate { source, published, low: Some(number), best: Some(number), high: Some(number), vague: None }
    }

    #[test]
    fn the_best_is_what_most_sources_give() {
        for (estimates, expected) in [
            (vec![exact("A", "", 3.0), exact("B", "", 5.0), exact("C", "", 5.0)], Some(5.0)),
            // One source that says it twice is one.
            (vec![exact("A", "", 3.0), exact("A", "", 3.0), exact("B", "2031-05-02", 5.0)], Some(5.0)),
            (vec![exact("A", "2031-05-02", 3.0), exact("B", "2031-05-01", 5.0)], Some(3.0)),
            (vec![exact("A", "", 5.0), exact("B", "", 3.0)], Some(3.0)),
            (vec![Estimate { best: None, ..exact("A", "", 24.0) }], None),
            (Vec::new(), None),
        ] {
            assert_eq!(best(&estimates), expected);
        }
    }
}
