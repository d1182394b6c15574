//! The whole run as two stages: articles to claims, claims to a report. `check` is one after the other; `claims` and
//! `judge` are each one of them, with records between.

use crate::{
    article::{self, Article},
    claim::{self, ArticleClaims, Topics},
    diagnostic::Diagnostic,
    finding::{Outcome, Report, StoryReport, Summary},
    mention,
    project::{ArticleFile, Project, Story},
    report::{ArticleValues, FoundValue, Record},
    span::LineIndex,
    value::{self, Kind},
    verify,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Called once for each article that is done, from any thread.
pub type Progress<'a> = &'a (dyn Fn() + Sync);

/// The claims of every article of a project, in the order of stories and paths, and every mistake that was found.
///
/// Articles are read in parallel; the records are the same with any number of threads.
#[must_use]
pub fn claims(project: &Project, progress: Progress<'_>) -> Vec<Record> {
    let topics = StoryTopics::new(project);
    let found = articles(project, progress, |story, article| {
        let topics = topics.of(&story.name)?;
        Some(claim::extract(article, &story.name, story.timezone.as_deref(), topics))
    });
    let mut records: Vec<Record> = project.diagnostics.iter().cloned().map(Record::Diagnostic).collect();
    for (claims, diagnostics) in found {
        match claims.flatten() {
            Some(mut claims) => {
                claims.diagnostics.extend(diagnostics);
                records.push(Record::Article(claims));
            }
            None => records.extend(diagnostics.into_iter().map(Record::Diagnostic)),
        }
    }
    records
}

/// Judges a project's rules on records, wherever they come from. No mistake is told twice.
#[must_use]
pub fn judge(project: &Project, records: Vec<Record>) -> Report {
    let mut diagnostics = project.diagnostics.clone();
    let mut articles: Vec<ArticleClaims> = Vec::new();
    for record in records {
        match record {
            Record::Diagnostic(diagnostic) => diagnostics.push(diagnostic),
            Record::Article(mut article) => {
                diagnostics.append(&mut article.diagnostics);
                articles.push(article);
            }
        }
    }
    articles.sort_by(|a, b| (&a.story, &a.article).cmp(&(&b.story, &b.article)));
    // What was piped twice counts once.
    articles.dedup();
    let stories = verify::judge(&project.rules, &articles);
    Report { version: 1, summary: summary(&stories), stories, diagnostics: in_order(diagnostics) }
}

/// Every value of every article of a project, and every mistake that was found; only values of `kind`, where one is given.
#[must_use]
pub fn values(project: &Project, kind: Option<Kind>, progress: Progress<'_>) -> (Vec<ArticleValues>, Vec<Diagnostic>) {
    // Values are found without rules.
    let mut diagnostics: Vec<Diagnostic> =
        project.diagnostics.iter().filter(|found| found.code != "no-rules").cloned().collect();
    let mut values = Vec::new();
    for (found, wrong) in articles(project, progress, |story, article| article_values(project, story, article, kind)) {
        values.extend(found);
        diagnostics.extend(wrong);
    }
    (values, in_order(diagnostics))
}

/// The mistakes among records, each once, in the order of files and lines.
#[must_use]
pub fn diagnostics(records: &[Record]) -> Vec<Diagnostic> {
    let of = |record: &Record| match record {
        Record::Article(article) => article.diagnostics.clone(),
        Record::Diagnostic(diagnostic) => vec![diagnostic.clone()],
    };
    in_order(records.iter().flat_map(of).collect())
}

/// Does one thing with each article of each story, in parallel; the results stand in the order of the project.
fn articles<T: Send>(
    project: &Project,
    progress: Progress<'_>,
    each: impl Fn(&Story, &Article) -> T + Sync,
) -> Vec<(Option<T>, Vec<Diagnostic>)> {
    let files: Vec<(&Story, &ArticleFile)> =
        project.stories.iter().flat_map(|story| story.articles.iter().map(move |file| (story, file))).collect();
    files
        .par_iter()
        .map(|(story, file)| {
            let (article, diagnostics) = article::load(&project.root, &file.path, &file.layer);
            let result = article.map(|article| each(story, &article));
            progress();
            (result, diagnostics)
        })
        .collect()
}

fn article_values(project: &Project, story: &Story, article: &Article, kind: Option<Kind>) -> ArticleValues {
    let situation = mention::situation(article, story.timezone.as_deref());
    let lines = LineIndex::new(&article.text);
    let wanted = |mention: &mention::Mention| kind.is_none_or(|kind| kind == mention.value.kind);
    let found = |mention: mention::Mention| {
        let place = lines.line_column(&article.text, mention.span.range().start);
        let position = value::positions(&[(&mention.value, &situation)]).into_iter().next();
        FoundValue {
            start: mention.span.range().start,
            end: mention.span.range().end,
            line: place.line,
            column: place.column,
            shape: value::shape(&mention.value, position.as_ref()),
            meaning: position.map(|position| value::describe(mention.value.kind, &position)).unwrap_or_default(),
        }
    };
    let text = mention::text(article, &project.lexicon);
    let mentions = mention::mentions(&text, &project.lexicon);
    ArticleValues { article: article.path.clone(), values: mentions.into_iter().filter(wanted).map(found).collect() }
}

/// The topics of each story, compiled once for all stories that read the same ones.
struct StoryTopics {
    of_story: BTreeMap<String, Vec<usize>>,
    compiled: BTreeMap<Vec<usize>, Topics>,
}

impl StoryTopics {
    fn new(project: &Project) -> Self {
        let topics = &project.rules.topics;
        let read_in = |story: &str| -> Vec<usize> {
            let named = topics.iter().enumerate();
            named
                .filter(|(_, topic)| topic.story.as_deref().is_none_or(|only| only == story))
                .map(|(at, _)| at)
                .collect()
        };
        let of_story: BTreeMap<String, Vec<usize>> =
            project.stories.iter().map(|story| (story.name.clone(), read_in(&story.name))).collect();
        let mut compiled = BTreeMap::new();
        for indices in of_story.values() {
            if !compiled.contains_key(indices) {
                let chosen = indices.iter().filter_map(|&at| topics.get(at));
                compiled.insert(indices.clone(), Topics::new(chosen, &project.lexicon));
            }
        }
        Self { of_story, compiled }
    }

    fn of(&self, story: &str) -> Option<&Topics> {
        self.compiled.get(self.of_story.get(story)?)
    }
}

fn summary(stories: &[StoryReport]) -> Summary {
    let mut summary = Summary::default();
    for finding in stories.iter().flat_map(|story| &story.findings) {
        match finding.outcome {
            Outcome::Pass => summary.pass += 1,
            Outcome::Fail => summary.fail += 1,
            Outcome::NoEvidence => summary.no_evidence += 1,
        }
    }
    summary
}

/// Mistakes by file and place, each once.
fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    fn key(diagnostic: &Diagnostic) -> impl Ord {
        let label = diagnostic.place.as_ref().map(|place| &place.label);
        let related = diagnostic.related.as_ref().map(|place| (&place.file, place.span, &place.label));
        (diagnostic.order(), &diagnostic.code, diagnostic.level, &diagnostic.help, label, related)
    }
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)));
    diagnostics.dedup();
    diagnostics
}
