//! The whole run as two stages: articles to claims, claims to a report. `check` is one after the other; `claims` and
//! `judge` are each one of them, with records between.

mod cached;
mod clauses;
mod compare;
mod edited;
mod explain;
mod marked;
mod mutated;
mod remembered;
mod silence;
mod streamed;
mod suggest;
mod suppression;
mod tested;

pub use cached::claims;
pub use clauses::read_clauses;
pub use compare::compared;
pub use edited::{VersionFolder, edited};
pub use explain::{NothingCalled, explain};
pub use marked::marked;
pub use mutated::{MutationOptions, MutationPlan, listed_mutants, mutated, planned_mutants};
pub use remembered::{ClaimMemory, claims_remembered};
pub use silence::check;
pub use streamed::{ExtractedStream, gathered};
pub use suggest::{suggested, suggested_phrases};
pub use suppression::{Acceptances, accept, accept_baseline};
pub use tested::{TestScope, tested};

use crate::{
    article::{self, Article, MetadataLayer},
    claim::{self, ArticleClaims},
    diagnostic::{Diagnostic, Level, code},
    finding::{Finding, Report, Summary, VERSION},
    kind,
    lexicon::Lexicon,
    mention,
    project::{ArticleFile, Coverage, Project, Story},
    report::{ArticleValues, FoundDamage, FoundValue, Record, ValueSetting},
    rule::{ExampleArticle, Rule, RuleSet, StoryTopics},
    span::{LineIndex, Span},
    text::Part,
    value::Kind,
    verify,
};
use rayon::prelude::*;
use std::sync::Arc;

/// Called once for each article that is done, from any thread.
pub type Progress<'a> = &'a (dyn Fn() + Sync);

/// Judges a project's rules on records, wherever they come from. No mistake is told twice.
#[must_use]
pub fn judge(project: &Project, records: Vec<Record>) -> Report {
    let (diagnostics, articles) = parted(project.diagnostics.clone(), records);
    judged_as_whole(project, diagnostics, &articles)
}

/// Judges one story of many that come one after the other. What only all of them together show is left out: rules and
/// acceptances that are about none, groups and sources that nobody has.
#[must_use]
pub fn judge_story(project: &Project, mistakes: Vec<Diagnostic>, articles: Vec<ArticleClaims>) -> Report {
    let (diagnostics, articles) = parted(mistakes, articles.into_iter().map(Record::Article).collect());
    judged_alone(project, diagnostics, &articles)
}

fn judged_alone(project: &Project, diagnostics: Vec<Diagnostic>, articles: &[ArticleClaims]) -> Report {
    let mut stories = verify::judge(&project.rules, articles, &project.lexicon);
    let acceptances = Acceptances::new(&project.rules.rules, &project.suppressions, articles);
    accept(&mut stories, &acceptances, project.today);
    Report { version: VERSION, summary: Summary::of(&stories), stories, diagnostics: in_order(diagnostics) }
}

/// The mistakes among records with those that are known, and the articles in order.
fn parted(mut diagnostics: Vec<Diagnostic>, records: Vec<Record>) -> (Vec<Diagnostic>, Vec<ArticleClaims>) {
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
    (diagnostics, each_once(articles))
}

/// Articles in order, without what was piped twice; several of one name stand by what they claim, so that it does not count in
/// which order they came.
fn each_once(mut articles: Vec<ArticleClaims>) -> Vec<ArticleClaims> {
    let is_same = |a: &ArticleClaims, b: &ArticleClaims| (&a.story, &a.article) == (&b.story, &b.article);
    for several in articles.chunk_by_mut(is_same).filter(|several| several.len() > 1) {
        several.sort_by_cached_key(|article| serde_json::to_string(article).unwrap_or_default());
    }
    articles.dedup();
    articles
}

fn judged(project: &Project, diagnostics: Vec<Diagnostic>, articles: &[ArticleClaims]) -> Report {
    judged_in(project, diagnostics, articles, Coverage::InPart)
}

/// The same, with what only a project that is there as a whole can tell.
fn judged_as_whole(project: &Project, mut diagnostics: Vec<Diagnostic>, articles: &[ArticleClaims]) -> Report {
    let read = articles.iter().map(|article| (article.story.as_str(), article.article.as_str()));
    let coverage = if project.is_whole(read) { Coverage::Whole } else { Coverage::InPart };
    if coverage == Coverage::Whole {
        diagnostics.extend(verify::silent_topics(&project.rules, articles));
    }
    judged_in(project, diagnostics, articles, coverage)
}

fn judged_in(
    project: &Project,
    mut diagnostics: Vec<Diagnostic>,
    articles: &[ArticleClaims],
    coverage: Coverage,
) -> Report {
    let mut stories = verify::judge(&project.rules, articles, &project.lexicon);
    let acceptances = Acceptances::new(&project.rules.rules, &project.suppressions, articles);
    let used = accept(&mut stories, &acceptances, project.today);
    diagnostics.extend(acceptances.useless(project, &used, &stories, coverage));
    diagnostics.extend(verify::warnings(&project.rules, articles));
    Report { version: VERSION, summary: Summary::of(&stories), stories, diagnostics: in_order(diagnostics) }
}

/// What is said where nothing is judged, which must not look as if nothing failed. Where a mistake is told, that may be why.
#[must_use]
pub fn no_rule(project: &Project, told: &[Diagnostic]) -> Option<Diagnostic> {
    if !project.rules.rules.is_empty() || told.iter().any(|found| found.level == Level::Error) {
        return None;
    }
    let message = "there is no rule, so nothing is judged";
    let help = Some("write one below `rules:`, such as `- death toll consistent across sources`".to_string());
    Some(match project.sources.first() {
        Some(source) => Diagnostic::about_file(code::NO_RULES, &source.path, message, help),
        None => Diagnostic::new(code::NO_RULES, message, help),
    })
}

/// Every value of every article of a project, and every mistake that was found; only values of `kinds`, where there are any.
#[must_use]
pub fn values(project: &Project, kinds: &[Kind], progress: Progress<'_>) -> (Vec<ArticleValues>, Vec<Diagnostic>) {
    // Values are found without rules.
    let mut diagnostics: Vec<Diagnostic> =
        project.diagnostics.iter().filter(|found| found.code != code::NO_RULES).cloned().collect();
    let mut values = Vec::new();
    let of =
        |story: &Story, article: Article| article_values(article, story.timezone.as_deref(), &project.lexicon, kinds);
    for (found, wrong) in articles(project, progress, of) {
        values.extend(found);
        diagnostics.extend(wrong);
    }
    (values, in_order(diagnostics))
}

/// What a rule of a set answers on one of its examples. Articles without a source of their own are called A, B and so on.
#[must_use]
pub fn try_example(
    rules: &RuleSet,
    rule: &Rule,
    example: &[ExampleArticle],
    lexicon: &Arc<Lexicon>,
) -> Option<Finding> {
    let story = rule.story.as_deref().unwrap_or("example");
    let topics = rules.topics.iter().filter(|topic| topic.is_of(story)).cloned().collect();
    let only = RuleSet { topics, rules: vec![rule.clone()], names: rules.names.clone(), ..RuleSet::default() };
    let topics = only.wanted(story, lexicon);
    let articles = example.iter().zip('A'..).filter_map(|(written, name)| {
        let layer = MetadataLayer { group: written.group.clone(), ..MetadataLayer::default() };
        let (article, _) = article::read(&format!("{name}.txt"), written.text.clone().into_bytes(), &layer, lexicon);
        Some(claim::extract(&article?, story, None, &topics))
    });
    let articles: Vec<ArticleClaims> = articles.collect();
    verify::judge(&only, &articles, lexicon).into_iter().flat_map(|report| report.findings).next()
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

/// What the articles of each story of a project are read for.
fn story_topics(project: &Project) -> StoryTopics {
    StoryTopics::new(&project.rules, project.stories.iter().map(|story| story.name.as_str()), &project.lexicon)
}

/// Does one thing with each article of each story, in parallel; the results stand in the order of the project.
fn articles<T: Send>(
    project: &Project,
    progress: Progress<'_>,
    each: impl Fn(&Story, Article) -> T + Sync,
) -> Vec<(Option<T>, Vec<Diagnostic>)> {
    let files: Vec<(&Story, &ArticleFile)> =
        project.stories.iter().flat_map(|story| story.articles.iter().map(move |file| (story, file))).collect();
    each_of(project, &files, progress, each)
}

/// The same with some of the articles.
fn each_of<T: Send>(
    project: &Project,
    files: &[(&Story, &ArticleFile)],
    progress: Progress<'_>,
    each: impl Fn(&Story, Article) -> T + Sync,
) -> Vec<(Option<T>, Vec<Diagnostic>)> {
    files
        .par_iter()
        .map(|(story, file)| {
            let (article, diagnostics) = match file.bytes(&project.root) {
                Ok(bytes) => article::read(&article::written(&file.path), bytes, &file.layer, &project.lexicon),
                Err(why) => (None, vec![*why]),
            };
            let result = article.map(|article| each(story, article));
            progress();
            (result, diagnostics)
        })
        .collect()
}

/// The values of one text that is in no file: an article that came over a pipe, a paragraph. `layer` is what is known of it.
///
/// Everything in it is read, a line of its own like "30 December 2021" too.
///
/// ```
/// use crosscheck::rooms::{article::MetadataLayer, lexicon::Lexicon, pipeline};
/// let layer = MetadataLayer { published: Some("2031-05-09".into()), ..MetadataLayer::default() };
/// let found = pipeline::values_of("The call on Thursday lasted about 50 minutes.", &layer, Lexicon::english(), &[])?;
/// let meanings: Vec<String> = found.iter().map(|value| value.meaning()).collect();
/// assert_eq!(meanings, ["8 May 2031", "45 to 55 minutes"]);
/// # Ok::<(), Box<crosscheck::rooms::diagnostic::Diagnostic>>(())
/// ```
///
/// # Errors
/// What is wrong with the text or with what is known of it.
pub fn values_of(
    text: &str,
    layer: &MetadataLayer,
    lexicon: &Arc<Lexicon>,
    kinds: &[Kind],
) -> Result<Vec<FoundValue>, Box<Diagnostic>> {
    let (article, diagnostics) = article::read("text.txt", text.as_bytes().to_vec(), layer, lexicon);
    let mistake = diagnostics.iter().find(|found| found.level == Level::Error && found.code != code::EMPTY_ARTICLE);
    if let Some(mistake) = mistake {
        let message = mistake.message.replace(" (crosscheck.yaml)", "");
        return Err(Box::new(Diagnostic { message, ..mistake.clone() }));
    }
    let Some(mut article) = article else { return Ok(Vec::new()) };
    for block in &mut article.blocks {
        block.part = match block.part {
            Part::Metadata | Part::Placeholder => Part::Body,
            part => part,
        };
    }
    Ok(article_values(article, None, lexicon, kinds).values)
}

fn article_values(article: Article, timezone: Option<&str>, lexicon: &Arc<Lexicon>, kinds: &[Kind]) -> ArticleValues {
    let situation = mention::situation(&article, timezone);
    let setting = Arc::new(ValueSetting { situation, lexicon: Arc::clone(lexicon) });
    let lines = LineIndex::new(&article.text);
    let place = |span: Span| lines.narrow(&article.text, span.range().start);
    let found = |mention: mention::Mention| {
        let (line, column) = place(mention.span);
        FoundValue { span: mention.span, line, column, value: mention.value, setting: Arc::clone(&setting) }
    };
    let wanted = |kind: Kind| kinds.is_empty() || kinds.contains(&kind);
    let text = mention::text(&article, lexicon);
    let damaged = if wanted(Kind::of(&kind::quotation::ENTRY)) {
        let mark = |mark: mention::DamagedQuotation| {
            let ((line, column), Span { start, end }) = (place(mark.span), mark.span);
            FoundDamage { start, end, line, column, mark: mark.damage.name() }
        };
        mention::damaged_quotations(&text, lexicon).into_iter().map(mark).collect()
    } else {
        Vec::new()
    };
    let listed = mention::listed(&text, lexicon, &wanted);
    // The words are read, and take more room than what they mean.
    drop(text);
    let values = listed.into_iter().map(found).collect();
    ArticleValues { article: article.path, values, damaged, text: article.text }
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
