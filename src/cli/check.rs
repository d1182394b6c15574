//! `crosscheck check`: articles to claims, claims to findings, printed; of files, or of articles that come over a pipe.

use super::{
    FAILED, FINE, arguments, baseline, chosen, code_of_report, fail_on_of,
    grouped::{ArrivedStory, GroupedLine, GroupedStories, StoryReports},
    output::{self, Speech},
    progress, snapshot, spare_articles_of_reports,
    stream::{self, BrokenLines, StreamLine, StreamLines},
    watch,
};
use crate::{
    article::{FieldNames, StreamedArticle},
    finding::{Comparison, Report},
    pipeline::{self, ExtractedStream},
    project::{ArticleFile, Coverage, Project, Story},
    report,
};
use rayon::prelude::*;
use std::{collections::BTreeSet, io::IsTerminal};

/// Runs the command: once, or again whenever something changes.
pub fn run(arguments: &arguments::CheckArguments) -> anyhow::Result<u8> {
    if arguments.ndjson {
        return of_stream(arguments);
    }
    if !arguments.watch {
        return once(arguments);
    }
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    let written = arguments.report.reports.iter().map(|report| &report.file).chain(&arguments.report.output.output);
    watch::over(&project, &arguments.articles.paths, written.cloned().collect(), || once(arguments))
}

fn once(arguments: &arguments::CheckArguments) -> anyhow::Result<u8> {
    let mut project = chosen::project(arguments)?;
    project.today = super::day(arguments.report.failing.today);
    spare_articles_of_reports(&project, &arguments.report)?;
    let is_short = is_short(&arguments.report);
    let report = judged(&project, &arguments.report);
    let report = snapshot::compared(report, &project, &arguments.project)?;
    if arguments.pending {
        snapshot::write_pending(&project, &report)?;
    }
    let could_keep = report.stories.iter().any(|story| story.comparison == Comparison::Unwanted);
    let code = print(&project, report, &arguments.report)?;
    let is_read = output::is_watched() && arguments.report.format == "text" && !is_short;
    if is_read && could_keep && !project.has_other_rules && project.root.join("crosscheck.yaml").exists() {
        output::hint("no snapshot yet: `crosscheck snapshot` keeps what was found, and later checks show what changed");
    }
    Ok(code)
}

/// One line a failure has no room for what was nearly found.
fn is_short(arguments: &arguments::ReportArguments) -> bool {
    arguments.output.quiet && arguments.format == "text" && arguments.reports.is_empty()
}

fn judged(project: &Project, arguments: &arguments::ReportArguments) -> Report {
    progress::during(project, |step| {
        if is_short(arguments) {
            pipeline::judge(project, pipeline::claims(project, step))
        } else {
            pipeline::check(project, step)
        }
    })
}

/// The same of articles that come over a pipe.
fn of_stream(arguments: &arguments::CheckArguments) -> anyhow::Result<u8> {
    let mut project = super::load(&arguments.project, &[])?;
    project.today = super::day(arguments.report.failing.today);
    spare_articles_of_reports(&project, &arguments.report)?;
    project.diagnostics.retain(|found| !stream::OF_ARTICLES.contains(&found.code));
    if std::io::stdin().is_terminal() {
        output::hint(
            "waiting for articles, one a line: {\"text\": \"...\", \"story\": \"storm\", \"source\": \"Harbour Post\"}",
        );
    }
    let names = arguments.fields.names();
    if arguments.grouped {
        return story_by_story(&project, &names, &arguments.report);
    }
    let (articles, broken) = articles_of(&names)?;
    project.diagnostics.extend(broken.diagnostics(&stream::ARTICLES));
    if articles.is_empty() && project.diagnostics.is_empty() {
        project.diagnostics.push(stream::nothing_came(&stream::ARTICLES));
    }
    let (stories, told) = pipeline::gathered(&project, articles);
    project.diagnostics.extend(told);
    let came = stories.iter().flat_map(|story| story.articles.iter().map(|file| (&*story.name, &*file.path)));
    let is_whole = project.is_whole(came);
    let names: BTreeSet<&str> = stories.iter().map(|story| story.name.as_str()).collect();
    let missing = stream::never_judged(&project, Some(&names).filter(|names| !names.is_empty()));
    project.diagnostics.extend(missing);
    project.stories = stories;
    project.coverage = if is_whole { Coverage::Whole } else { Coverage::InPart };
    let report = judged(&project, &arguments.report);
    let report = snapshot::compared(report, &project, &arguments.project)?;
    print(&project, report, &arguments.report)
}

/// The articles of standard input, with the numbers of their lines; and the lines that are none.
fn articles_of(names: &FieldNames) -> anyhow::Result<(Vec<(usize, StreamedArticle)>, BrokenLines)> {
    let mut lines = StreamLines::new(std::io::stdin(), &stream::ARTICLES);
    let (mut articles, mut broken) = (Vec::new(), BrokenLines::default());
    while let Some(some) = lines.some()? {
        let read: Vec<_> = some.par_iter().map(|line| line.article(names)).collect();
        for (line, read) in some.iter().zip(read) {
            match read {
                Ok(article) => articles.push((line.number, article)),
                Err(refused) => broken.push(line.broken(&stream::ARTICLES, *refused.mistake)),
            }
        }
    }
    Ok((articles, broken))
}

/// Judges and prints each story as soon as the next begins.
fn story_by_story(project: &Project, names: &FieldNames, arguments: &arguments::ReportArguments) -> anyhow::Result<u8> {
    let mut reports = StoryReports::new(project, arguments)?;
    let layers = project.layers();
    let read = |line: &StreamLine| match line.article(names) {
        Ok(article) => {
            let Story { name, articles, .. } = layers.streamed(article, line.number);
            GroupedLine::Member { story: name, says: articles }
        }
        Err(refused) => GroupedLine::Told(Box::new(line.broken(&stream::ARTICLES, *refused.mistake))),
    };
    let mut extracted = ExtractedStream::new(project);
    let whole = |story: ArrivedStory<Vec<ArticleFile>>| (story.name, story.members.into_iter().flatten().collect());
    let mut stories = GroupedStories::new(std::io::stdin(), &stream::ARTICLES);
    let is_any =
        reports.print(&mut stories, &read, |arrived| extracted.check(arrived.into_iter().map(whole).collect()))?;
    if !is_any {
        let nothing = vec![stream::nothing_came(&stream::ARTICLES)];
        reports.show(&pipeline::judge_story(project, nothing, Vec::new()), &mut Speech::new())?;
    }
    Ok(reports.code)
}

/// Prints a report as the arguments say; gives the exit code.
pub fn print(project: &Project, mut report: Report, arguments: &arguments::ReportArguments) -> anyhow::Result<u8> {
    let arguments::ReportArguments { format, reports, failing, baseline: accepted, output } = arguments;
    let Some(format) = report::find(report::ALL, format) else { anyhow::bail!("there is no format `{format}`") };
    report.diagnostics.extend(pipeline::no_rule(project, &report.diagnostics));
    baseline::apply(&mut report, accepted)?;
    if failing.fail_on_change {
        expect_snapshots(project, &mut report)?;
    }
    output::write(format, &report, &report.diagnostics, output)?;
    // One that cannot be written takes none of the others away.
    let write = |other: &arguments::ReportFile| output::write_beside(other.format, &report, &other.file, output);
    reports.iter().map(write).collect::<Vec<_>>().into_iter().collect::<anyhow::Result<()>>()?;
    let fail_on = fail_on_of(project, arguments);
    let is_changed = failing.fail_on_change && report.stories.iter().any(|story| is_change(&story.comparison));
    Ok(code_of_report(&report, fail_on).max(if is_changed { FAILED } else { FINE }))
}

/// Where changes fail, a story without a snapshot is one, and says so.
fn expect_snapshots(project: &Project, report: &mut Report) -> anyhow::Result<()> {
    if project.has_other_rules {
        anyhow::bail!("snapshots are of the project's own rules: leave `--rules` or `--fail-on-change` out");
    }
    for story in &mut report.stories {
        if story.comparison == Comparison::Unwanted {
            story.comparison = Comparison::Missing;
        }
    }
    Ok(())
}

fn is_change(comparison: &Comparison) -> bool {
    match comparison {
        Comparison::Compared { changes } => !changes.is_empty(),
        Comparison::Missing => true,
        Comparison::Unwanted | Comparison::Damaged | Comparison::Mistaken | Comparison::InPart => false,
    }
}
