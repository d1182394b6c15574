//! What `compare` prints: topics with the words of every source, conflicts first.

use super::{
    Detail, Diagnostics, Format, Style,
    columns::{self, Paint, painted},
    finding, json, one_by_one, summary, view,
};
use crate::{
    align::{ComparedReport, ComparedSort, ComparedStory, ComparedTopic},
    sink::{Page, Syntax},
};
use std::io;

/// As people read it.
pub const TEXT: Format<ComparedReport> = Format {
    name: "text",
    about: "conflicts with the words of both sides, then differences, then what is said alike; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |report, style, page| one_by_one(&report.stories, page, |story, page| draw(story, style, page)),
};

/// As one object.
pub const JSON: Format<ComparedReport> = Format {
    name: "json",
    about: "one JSON object with every topic and all of its claims",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print: |report, _, page| json::pretty(report, page),
};

fn draw(story: &ComparedStory, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let title =
        format!("Story {}: {}", columns::words(&story.story), summary::counted(story.articles.len(), "article"));
    page.text(&format!("{}\n\n", painted(&title, Paint::Strong, style.colour)))?;
    story.topics.iter().try_for_each(|topic| page.text(&draw_topic(topic, style)))?;
    page.text(&last_line(story))
}

fn draw_topic(topic: &ComparedTopic, style: &Style) -> String {
    let mut text = headline(topic, style);
    if style.detail == Detail::Quiet {
        return text;
    }
    view::compared_sides(topic, style.detail).iter().for_each(|side| text.push_str(&finding::side(side, style)));
    if let Some(article) = &topic.blames {
        text.push_str(&format!("  = blames: the publication date of {}\n", columns::words(article)));
    }
    text.push('\n');
    text
}

fn headline(topic: &ComparedTopic, style: &Style) -> String {
    let (word, paint) = match topic.sort() {
        ComparedSort::Conflict => ("conflict", Paint::Bad),
        ComparedSort::Difference => ("differs", Paint::Doubtful),
        ComparedSort::Alike => ("alike", Paint::Good),
    };
    let sources = summary::counted(topic.independent, "independent source");
    let mut notes = topic.reasons.clone();
    notes.push(sources);
    let name = columns::words(&topic.topic);
    format!("{}: {name} ({})\n", painted(word, paint, style.colour), columns::words(&notes.join("; ")))
}

fn last_line(story: &ComparedStory) -> String {
    let found = story.found;
    let mut text = format!(
        "{}, {}, {} said alike",
        summary::counted(found.conflicts, "conflict"),
        summary::counted(found.differences, "difference"),
        summary::counted(found.alike, "thing")
    );
    if story.hidden > 0 {
        text.push_str(&format!("; {} not shown (--most)", story.hidden));
    }
    format!("{text}\n")
}
