//! `--format text`: what a person reads. Findings by story, what each source says, one line of summary.

use super::{
    Detail, Diagnostics, Format, Style, changes,
    columns::{self, Paint, painted},
    finding, matrix, summary,
    view::{StoryView, View},
};
use crate::{finding::Report, sink::Syntax};

/// The report as people read it.
pub const FORMAT: Format<Report> = Format {
    name: "text",
    about: "findings with the words of both sides, then who says what; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print,
};

fn print(report: &Report, style: &Style) -> String {
    let view = View::new(report, style.detail);
    match style.detail {
        Detail::Quiet => quiet(&view, style),
        Detail::Normal | Detail::Verbose => full(&view, style),
    }
}

/// One line a failure, then one a change.
fn quiet(view: &View<'_>, style: &Style) -> String {
    let failures = view.stories.iter().flat_map(|story| &story.findings).map(|view| finding::draw(view, style));
    failures.chain(view.stories.iter().map(|story| changes::one_a_line(story, style))).collect()
}

fn full(view: &View<'_>, style: &Style) -> String {
    let mut text = String::new();
    for story in &view.stories {
        text.push_str(&title(story, style));
        for view in &story.findings {
            text.push_str(&finding::draw(view, style));
            text.push('\n');
        }
        story.passes.iter().for_each(|view| text.push_str(&finding::draw(view, style)));
        if !story.passes.is_empty() {
            text.push('\n');
        }
        if let Some(table) = &story.matrix {
            text.push_str(&matrix::draw(table, style));
            text.push('\n');
        }
        text.push_str(&changes::draw(&story.changes, style));
    }
    text.push_str(&summary::line(&view.tally));
    text
}

fn title(story: &StoryView<'_>, style: &Style) -> String {
    let (articles, sources) = (summary::counted(story.articles, "article"), summary::counted(story.sources, "source"));
    let title = format!("Story {}: {articles} from {sources}", columns::words(story.story));
    format!("{}\n\n", painted(&title, Paint::Strong, style.colour))
}
