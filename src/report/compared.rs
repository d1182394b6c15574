//! What `compare` prints: topics with the words of every source, conflicts first.

use super::{
    Detail, Diagnostics, Format, Style,
    columns::{self, Paint, painted},
    evidence, json, one_by_one, summary,
    view::Told,
};
use crate::{
    align::{ComparedReport, ComparedSort, ComparedStory, ComparedTopic},
    finding::{Agreement, Evidence, Role},
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

/// Of more claims than this in one topic, the rest is counted.
const SHOWN: usize = 6;

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
    let most = if style.detail == Detail::Verbose { usize::MAX } else { SHOWN };
    let sides: &[(&str, Role)] = match topic.agreement {
        Agreement::Conflict => &[("one side", Role::Supports), ("the other", Role::Opposes)],
        _ => &[("", Role::Supports), ("", Role::Opposes)],
    };
    for (title, role) in sides.iter().chain(&[("of something else", Role::Context)]) {
        text.push_str(&side(topic, title, *role, most, style));
    }
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

fn side(topic: &ComparedTopic, title: &str, role: Role, most: usize, style: &Style) -> String {
    let claims: Vec<&Evidence> = topic.claims.iter().filter(|claim| claim.role == role).collect();
    let mut text = String::new();
    if !claims.is_empty() && !title.is_empty() {
        text.push_str(&format!("  {}\n", painted(&format!("{title}:"), Paint::Guide, style.colour)));
    }
    claims.iter().take(most).for_each(|claim| text.push_str(&evidence::excerpt(&Told::alone(claim), style)));
    text.push_str(&columns::and_more(evidence::INDENT, claims.len().saturating_sub(most)));
    text
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
