//! `--format text`: what a person reads. Findings by story, what each source says, one line of summary.

use super::{
    Detail, Diagnostics, Format, Style, changes,
    columns::{Paint, painted, words},
    finding, matrix, summary,
};
use crate::finding::{Outcome, Report, StoryReport};

/// The report as people read it.
pub const FORMAT: Format<Report> = Format {
    name: "text",
    about: "findings with the words of both sides, then who says what; for people",
    diagnostics: Diagnostics::Apart,
    print,
};

fn print(report: &Report, style: &Style) -> String {
    match style.detail {
        Detail::Quiet => quiet(report, style),
        Detail::Normal | Detail::Verbose => full(report, style),
    }
}

fn quiet(report: &Report, style: &Style) -> String {
    let findings = report.stories.iter().flat_map(|story| &story.findings);
    let failures = findings.filter(|finding| finding.failure).map(|finding| finding::one_line(finding, style));
    failures.chain(report.stories.iter().map(|story| changes::one_a_line(story, style))).collect()
}

fn full(report: &Report, style: &Style) -> String {
    let mut text = String::new();
    for story in &report.stories {
        text.push_str(&title(story, style));
        text.push_str(&findings(story, style));
        let matrix = matrix::matrix(story, style);
        if !matrix.is_empty() {
            text.push_str(&matrix);
            text.push('\n');
        }
        text.push_str(&changes::changes(story, style));
    }
    text.push_str(&summary::line(report));
    text
}

fn title(story: &StoryReport, style: &Style) -> String {
    let mut sources: Vec<&str> = story.articles.iter().map(|article| article.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let (articles, sources) =
        (summary::counted(story.articles.len(), "article"), summary::counted(sources.len(), "source"));
    let title = format!("Story {}: {articles} from {sources}", words(&story.story));
    format!("{}\n\n", painted(&title, Paint::Strong, style.colour))
}

/// Failures and silences each with its evidence, and a list of the passes where they are wanted.
fn findings(story: &StoryReport, style: &Style) -> String {
    let mut text = String::new();
    let mut passes = String::new();
    for finding in &story.findings {
        match finding.outcome {
            Outcome::Pass => passes.push_str(&finding::one_line(finding, style)),
            Outcome::Fail | Outcome::NoEvidence => {
                text.push_str(&finding::whole(finding, style));
                text.push('\n');
            }
        }
    }
    if style.detail == Detail::Verbose && !passes.is_empty() {
        text.push_str(&passes);
        text.push('\n');
    }
    text
}
