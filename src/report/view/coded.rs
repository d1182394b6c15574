//! Counts of events as those who code them for research keep them: the low, the best and the high estimate of each, and whose they
//! are (UCDP GED Codebook, "best", "low" and "high").

use crate::{
    finding::{Evidence, Report, Role, StoryReport, TopicEntry},
    kind::count,
    value::Kind,
};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};

/// What the sources of a story give for one count.
#[derive(Clone, Debug, PartialEq)]
pub struct CodedCount<'r> {
    /// The story.
    pub story: &'r str,
    /// The topic.
    pub topic: &'r str,
    /// The lowest number of any source.
    pub low: CodedNumber<'r>,
    /// The number that most sources give.
    pub best: CodedNumber<'r>,
    /// The highest number of any source.
    pub high: CodedNumber<'r>,
    /// All who give one, in alphabetical order.
    pub sources: Vec<&'r str>,
    /// The vague words among what they give.
    pub vague: Vec<&'r str>,
}

/// A number, and who gives it; none where nobody does.
#[derive(Clone, Debug, PartialEq)]
pub struct CodedNumber<'r> {
    /// The number.
    pub number: Option<f64>,
    /// Its sources, in alphabetical order.
    pub sources: Vec<&'r str>,
}

/// Each count that an article of a report gives, by story and topic.
#[must_use]
pub fn coded_counts(report: &Report) -> Vec<CodedCount<'_>> {
    let counts = report.stories.iter().flat_map(|story| story.topics.iter().map(move |topic| (story, topic)));
    counts.filter_map(|(story, topic)| coded(story, topic)).collect()
}

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
        let is = |precision: &str| has_precision(&fields, precision);
        // "Some dozens" is vague however it is hedged: it gives no number of its own.
        let is_vague = is("vague") || is("approximate") && number("best").is_none();
        let (low, best, high) = match (number("lo"), number("best"), number("hi")) {
            (_, _, Some(high)) if is("at_most") || is("less_than") => (None, None, Some(high)),
            // "At least 20" is no less, and nobody says more.
            (Some(low), _, _) if is("at_least") || is("more_than") => (Some(low), Some(low), Some(low)),
            // "About 20" is 20: what its words leave open is nobody's estimate.
            (_, Some(best), _) if !is_vague => (Some(best), Some(best), Some(best)),
            // People are whole.
            (Some(low), _, Some(high)) => (Some(low.ceil()), None, Some(high.floor())),
            (low, _, high) => (low, None, high),
        };
        let vague = is_vague.then(|| claim.exact().unwrap_or_default());
        Some(Self { source: claim.source(), published, low, best, high, vague })
    }
}

fn has_precision(fields: &Map<String, Json>, wanted: &str) -> bool {
    fields.get("precision").and_then(Json::as_str) == Some(wanted)
}

fn coded<'r>(story: &'r StoryReport, topic: &'r TopicEntry) -> Option<CodedCount<'r>> {
    if topic.kind != Kind::of(&count::ENTRY).name() {
        return None;
    }
    let estimates: Vec<Estimate<'r>> = topic.claims.iter().filter_map(|claim| Estimate::of(claim, story)).collect();
    let low = estimates.iter().filter_map(|one| one.low).min_by(f64::total_cmp);
    let high = estimates.iter().filter_map(|one| one.high).max_by(f64::total_cmp);
    let best = best(&estimates).or(low);
    let coded = |number: Option<f64>, gives: &dyn Fn(&Estimate<'r>) -> Option<f64>| {
        let own = estimates.iter().filter(|one| number.is_some() && gives(one) == number).map(|one| one.source);
        CodedNumber { number, sources: each_once(own) }
    };
    (!estimates.is_empty()).then(|| CodedCount {
        story: &story.story,
        topic: &topic.topic,
        low: coded(low, &|one| one.low),
        best: coded(best, &|one| one.best.or(one.low)),
        high: coded(high, &|one| one.high),
        sources: each_once(estimates.iter().map(|one| one.source)),
        vague: each_once(estimates.iter().filter_map(|one| one.vague)),
    })
}

fn each_once<'r>(words: impl Iterator<Item = &'r str>) -> Vec<&'r str> {
    words.collect::<BTreeSet<_>>().into_iter().collect()
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
