//! A story, as the templates show it.

use super::{
    Style, columns,
    findings::{self, HtmlFinding},
    matrix::HtmlMatrix,
    summary,
};
use crate::{
    finding::ArticleEntry,
    report::{
        changes,
        view::{FindingForm, PageOrigin, PageStory, PageView, TimeLane, TimeLine, TimeMark},
    },
};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// A story.
#[derive(Serialize)]
pub struct HtmlStory {
    /// Its number on the page: what stands in it has an address that begins with it.
    number: usize,
    name: String,
    counts: String,
    matrix: Option<HtmlMatrix>,
    findings: Vec<HtmlFinding>,
    suppressed: Vec<HtmlFinding>,
    passes: Vec<HtmlFinding>,
    time_line: Option<HtmlTimeLine>,
    origins: Vec<HtmlOrigin>,
    aside: &'static str,
    changes: Vec<String>,
    changes_hidden: usize,
}

/// The dates that are claimed.
#[derive(Serialize)]
struct HtmlTimeLine {
    first: HtmlDay,
    last: HtmlDay,
    lanes: Vec<HtmlLane>,
}

/// Those of one topic.
#[derive(Serialize)]
struct HtmlLane {
    name: String,
    /// The number of the topic among those of the story.
    topic: Option<usize>,
    marks: Vec<HtmlMark>,
}

/// A day or a stretch of days.
#[derive(Serialize)]
struct HtmlMark {
    from: HtmlDay,
    to: Option<HtmlDay>,
    /// The day at its mark, with its year where that is not the one of the mark before; nothing where there is no room.
    brief: String,
    /// Its places, in per cent.
    start: String,
    length: String,
    class: &'static str,
    sources: usize,
    given: Vec<HtmlGiver>,
}

#[derive(Serialize)]
struct HtmlGiver {
    source: String,
    words: String,
}

/// A day for programs and for people.
#[derive(Serialize)]
struct HtmlDay {
    written: String,
    said: String,
}

/// Articles of one origin.
#[derive(Serialize)]
struct HtmlOrigin {
    articles: Vec<HtmlArticle>,
    bonds: Vec<[String; 3]>,
}

#[derive(Serialize)]
struct HtmlArticle {
    source: String,
    path: String,
}

impl HtmlStory {
    /// The story of this number.
    pub fn new(number: usize, story: &PageStory<'_>, view: &PageView<'_>, style: &Style) -> Self {
        let articles = summary::counted(story.articles.len(), "article");
        let unfolded = view.is_unfolded.then_some(FindingForm::Whole);
        Self {
            number,
            name: columns::words(story.story),
            counts: format!("{articles} from {}", summary::counted(story.sources, "source")),
            matrix: story.matrix.as_ref().map(|matrix| HtmlMatrix::new(matrix, style)),
            findings: findings::all(&story.findings, unfolded, style),
            suppressed: findings::all(&story.suppressed, None, style),
            passes: findings::all(&story.passes, None, style),
            time_line: story.time_line.as_ref().map(|line| HtmlTimeLine::new(line, story)),
            origins: story.origins.iter().map(HtmlOrigin::new).collect(),
            aside: story.changes.aside.unwrap_or_default(),
            changes: story.changes.shown.iter().map(|change| changes::change_line(change, style)).collect(),
            changes_hidden: story.changes.hidden,
        }
    }
}

impl HtmlTimeLine {
    fn new(line: &TimeLine<'_>, story: &PageStory<'_>) -> Self {
        let topics = story.matrix.as_ref().map_or(&[][..], |matrix| &matrix.topics);
        let lane = |lane: &TimeLane<'_>| {
            let topic = lane.topic.and_then(|topic| topics.get(topic));
            HtmlLane {
                topic: lane.topic.map(|topic| topic + 1),
                name: topic.map_or_else(|| "published".to_string(), |topic| columns::words(&topic.topic)),
                marks: marks(&lane.marks),
            }
        };
        Self {
            first: HtmlDay::new(line.first),
            last: HtmlDay::new(line.last),
            lanes: line.lanes.iter().map(lane).collect(),
        }
    }
}

impl HtmlMark {
    fn new(mark: &TimeMark<'_>, brief: String) -> Self {
        let giver =
            |(source, words): &(&str, &str)| HtmlGiver { source: columns::words(source), words: columns::words(words) };
        Self {
            from: HtmlDay::new(mark.from),
            to: (mark.from != mark.to).then(|| HtmlDay::new(mark.to)),
            brief,
            start: percent(mark.start),
            length: percent(mark.end - mark.start),
            class: if mark.is_against { "bad" } else { "good" },
            sources: mark.given.len(),
            given: mark.given.iter().map(giver).collect(),
        }
    }
}

/// A day takes so many thousandths of a line to write.
const ROOM_OF_A_DAY: i64 = 60;

fn marks(marks: &[TimeMark<'_>]) -> Vec<HtmlMark> {
    let mut written: Option<(i64, i32)> = None;
    let mark = |mark: &TimeMark<'_>| {
        let day = match written {
            Some((before, _)) if mark.start - before < ROOM_OF_A_DAY => return HtmlMark::new(mark, String::new()),
            Some((_, year)) if year == mark.from.year() => "%-d %b",
            Some(_) | None => "%-d %b %Y",
        };
        written = Some((mark.start, mark.from.year()));
        HtmlMark::new(mark, mark.from.format(day).to_string())
    };
    marks.iter().map(mark).collect()
}

fn percent(thousandths: i64) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

impl HtmlDay {
    fn new(day: NaiveDate) -> Self {
        Self { written: day.to_string(), said: day.format("%-d %b %Y").to_string() }
    }
}

impl HtmlOrigin {
    fn new(origin: &PageOrigin<'_>) -> Self {
        let article = |entry: &&ArticleEntry| HtmlArticle {
            source: columns::words(&entry.source),
            path: columns::words(&entry.article),
        };
        Self {
            articles: origin.articles.iter().map(article).collect(),
            bonds: origin.bonds.iter().map(|bond| bond.map(columns::words)).collect(),
        }
    }
}
