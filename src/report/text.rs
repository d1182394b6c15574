//! `--format text`: what a person reads. Findings by story, what each source says, one line of summary.

use super::{
    Detail, Diagnostics, Format, Style, changes,
    columns::{self, Paint, painted},
    finding, matrix, summary,
    view::{StoryView, View},
};
use crate::{
    finding::Report,
    sink::{Page, Syntax},
};
use std::io;

/// The report as people read it.
pub const FORMAT: Format<Report> = Format {
    name: "text",
    about: "findings with the words of both sides, then who says what; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print,
};

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let view = View::new(report, style.detail);
    match style.detail {
        Detail::Quiet => quiet(&view, style, page),
        Detail::Normal | Detail::Verbose => full(&view, style, page),
    }
}

/// One line a failure, then one a change.
fn quiet(view: &View<'_>, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    for story in &view.stories {
        for view in story.findings.iter().flat_map(|rule| &rule.findings) {
            page.text(&finding::one_a_line(story.story, view, style))?;
        }
    }
    view.stories.iter().try_for_each(|story| page.text(&changes::one_a_line(story, style)))
}

fn full(view: &View<'_>, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    for story in &view.stories {
        page.text(&title(story, style))?;
        for view in &story.findings {
            page.text(&finding::draw(view, style))?;
            page.text("\n")?;
        }
        story.passes.iter().try_for_each(|view| page.text(&finding::draw(view, style)))?;
        if !story.passes.is_empty() {
            page.text("\n")?;
        }
        if let Some(table) = &story.matrix {
            page.text(&matrix::draw(table, style))?;
            page.text("\n")?;
        }
        page.text(&changes::draw(&story.changes, style))?;
    }
    page.text(&summary::line(&view.tally))
}

fn title(story: &StoryView<'_>, style: &Style) -> String {
    let (articles, sources) = (summary::counted(story.articles, "article"), summary::counted(story.sources, "source"));
    let title = format!("Story {}: {articles} from {sources}", columns::words(story.story));
    format!("{}\n\n", painted(&title, Paint::Strong, style.colour))
}
