//! What is to be changed: every mutant of every story and rule, and of those beyond the budget the ones that a seed picks.

use super::{
    answers::StoryAnswers,
    asked::AskedSubjects,
    plan::{MutationPlan, PlannedChange, PlannedMutant, PlannedStory, StoryArticle},
    rules,
};
use crate::{
    article::Article,
    claim::{self, ArticleClaims, Claim},
    finding::RulePlace,
    mutating::{ALL, Alteration, ChangeScene, ClaimedPlaces, Makes, MutableArticle, Mutator, Unseen},
    pipeline,
    project::{Project, Story},
    report::{Mutant, UnreadValue},
    rule::RuleSet,
    span::{LineIndex, Span},
};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Which mutants are tried.
#[derive(Clone, Debug, Default)]
pub struct MutationOptions {
    /// What picks those of a story that has more of them than the budget.
    pub seed: u64,
    /// So many of each story, and so many of the rules.
    pub budget: usize,
    /// The only sorts of change; all where empty.
    pub only: Vec<String>,
}

/// Reads the articles of a project, judges them as they are, and finds what can be changed.
#[must_use]
pub fn planned_mutants<'p>(project: &'p Project, options: &MutationOptions) -> MutationPlan<'p> {
    let topics = pipeline::story_topics(project);
    let read = pipeline::articles(project, &|| (), |story, article| {
        let topics = topics.of(&story.name)?;
        let claims = claim::extract(&article, &story.name, story.timezone.as_deref(), topics);
        Some((article, claims))
    });
    let mut diagnostics = project.diagnostics.clone();
    let mut found = read.into_iter().map(|(found, wrong)| {
        diagnostics.extend(wrong);
        found.flatten()
    });
    let read: Vec<Vec<Option<ClaimingArticle>>> =
        project.stories.iter().map(|story| found.by_ref().take(story.articles.len()).collect()).collect();
    let stories: Vec<PlannedStory> =
        project.stories.iter().zip(read).map(|(story, read)| planned(project, story, read, options)).collect();
    let mut rules = rules::planned(project, &stories, &chosen(options).collect::<Vec<_>>());
    let rules_left_out = spare(&mut rules, options, |one| &one.mutant);
    let diagnostics = pipeline::in_order(diagnostics);
    MutationPlan { project, seed: options.seed, stories, rules, rules_left_out, diagnostics }
}

/// An article, and what it claims.
type ClaimingArticle = (Article, ArticleClaims);

/// The sorts of change that are asked for.
fn chosen(options: &MutationOptions) -> impl Iterator<Item = &'static Mutator> {
    let is_chosen =
        |mutator: &&Mutator| options.only.is_empty() || options.only.iter().any(|name| name == mutator.name);
    ALL.iter().copied().filter(is_chosen)
}

fn planned(
    project: &Project,
    story: &Story,
    read: Vec<Option<ClaimingArticle>>,
    options: &MutationOptions,
) -> PlannedStory {
    let is_own = |only: &Option<String>| only.as_ref().is_none_or(|only| *only == story.name);
    let rules = RuleSet {
        topics: project.rules.topics.iter().filter(|topic| topic.is_of(&story.name)).cloned().collect(),
        rules: project.rules.rules.iter().filter(|rule| is_own(&rule.story)).cloned().collect(),
        ..project.rules.clone()
    };
    let (mut articles, mut records, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    for (file, (article, record)) in story.articles.iter().zip(read).filter_map(|(file, read)| Some((file, read?))) {
        let own = StoryArticle {
            path: file.path.clone(),
            text: article.text.clone(),
            layer: file.layer.clone(),
            record: records.len(),
        };
        articles.push(own);
        records.push(record);
        texts.push(article);
    }
    let spellings = project.rules.spellings(&story.name);
    let asked = AskedSubjects::new(&rules, &records);
    let lexicon = &project.lexicon;
    let places = |record: &ArticleClaims| {
        let of_topic = |claim: &&Claim| claim.subject.declared().is_some();
        (ClaimedPlaces::of(asked.anywhere(record)), ClaimedPlaces::of(record.claims.iter().filter(of_topic)))
    };
    let mut all = Vec::new();
    for (article, record) in texts.iter().zip(&records) {
        let (claimed, of_topics) = places(record);
        all.push(MutableArticle { article, claimed, of_topics, spellings: &spellings, lexicon });
    }
    let (mut mutants, unread) = in_texts(&all, options, &story.name);
    if chosen(options).any(|mutator| matches!(mutator.makes, Makes::Articles)) {
        mutants.extend(in_story(story, &records));
    }
    let left_out = spare(&mut mutants, options, |one| &one.mutant);
    let answers = StoryAnswers::on(project, &rules, &records);
    PlannedStory {
        name: story.name.clone(),
        timezone: story.timezone.clone(),
        rules,
        articles,
        records,
        asked,
        answers,
        mutants,
        left_out,
        unread,
    }
}

/// What can be changed in the texts of a story, in the order of the files; and the values that no claim rests on.
fn in_texts(
    all: &[MutableArticle<'_>],
    options: &MutationOptions,
    story: &str,
) -> (Vec<PlannedMutant>, Vec<UnreadValue>) {
    let speakers: BTreeSet<Box<str>> = all.par_iter().flat_map_iter(MutableArticle::speakers).collect();
    let found: Vec<(Vec<PlannedMutant>, Vec<UnreadValue>)> = all
        .par_iter()
        .enumerate()
        .map(|(number, one)| {
            one.scene(speakers.clone(), |scene| {
                let drawn = Drawn { story, one, number, lines: LineIndex::new(&one.article.text) };
                (drawn.mutants(scene, options), drawn.unread(scene))
            })
        })
        .collect();
    let (mutants, unread): (Vec<Vec<PlannedMutant>>, Vec<Vec<UnreadValue>>) = found.into_iter().unzip();
    (mutants.into_iter().flatten().collect(), unread.into_iter().flatten().collect())
}

/// An article whose changes are told.
struct Drawn<'a> {
    story: &'a str,
    one: &'a MutableArticle<'a>,
    number: usize,
    lines: LineIndex,
}

impl Drawn<'_> {
    fn place(&self, span: Span) -> RulePlace {
        let at = self.lines.line_column(&self.one.article.text, span.range().start);
        RulePlace { file: self.one.article.path.clone(), line: at.line, column: at.column }
    }

    fn unread(&self, scene: &ChangeScene<'_>) -> Vec<UnreadValue> {
        let value =
            |span: Span| UnreadValue { place: self.place(span), words: span.of(&self.one.article.text).to_string() };
        scene.other_mentions().map(|mention| value(mention.span)).collect()
    }

    fn mutants(&self, scene: &ChangeScene<'_>, options: &MutationOptions) -> Vec<PlannedMutant> {
        let mut found = Vec::new();
        for mutator in chosen(options) {
            let Makes::Text(changes, unseen) = mutator.makes else { continue };
            found.extend(changes(scene).into_iter().map(|change| self.mutant(mutator, change, unseen)));
        }
        // In the order of the text, then of the shelf.
        found.sort_by_key(|one| one.mutant.place.clone());
        found
    }

    fn mutant(&self, mutator: &Mutator, change: Alteration, unseen: Unseen) -> PlannedMutant {
        let text = &self.one.article.text;
        let (before, after) = (change.whole.of(text).to_string(), change.after(text));
        let source = &self.one.article.metadata.source;
        let message = format!("{}: {source} could say `{after}` instead of `{before}`", self.story);
        let place = self.place(change.whole);
        let mutant = Mutant { sort: mutator.name, place, before, after, message, ..Mutant::default() };
        PlannedMutant { mutant, change: PlannedChange::Text { article: self.number, change, unseen } }
    }
}

/// Articles that could be missing, and copies of articles.
fn in_story(story: &Story, records: &[ArticleClaims]) -> Vec<PlannedMutant> {
    let mut found = Vec::new();
    for (number, record) in records.iter().enumerate() {
        let source = &record.metadata.source;
        let place = || top_of(&record.article);
        let sort = ALL.iter().find(|mutator| matches!(mutator.makes, Makes::Articles));
        let told = |after: String, message: String| Mutant {
            sort: sort.map_or("", |mutator| mutator.name),
            place: place(),
            before: source.clone(),
            after,
            message,
            ..Mutant::default()
        };
        if records.len() > 1 {
            let mutant = told(String::new(), format!("{}: {source} could be missing", story.name));
            found.push(PlannedMutant { mutant, change: PlannedChange::Gone(number) });
        }
        let message = format!("{}: another source could copy {source}", story.name);
        let mutant = told(format!("Copy of {source}"), message);
        found.push(PlannedMutant { mutant, change: PlannedChange::Copied(number) });
    }
    found
}

/// Leaves out those that the budget has no room for, and says how many they are. Which stay hangs on the seed and on each
/// mutant itself, so that one more mutant moves few others.
fn spare<T>(mutants: &mut Vec<T>, options: &MutationOptions, told: fn(&T) -> &Mutant) -> usize {
    let Some(over) = mutants.len().checked_sub(options.budget).filter(|over| *over > 0) else { return 0 };
    let lot = |one: &T| {
        let mutant = told(one);
        let mut hasher = blake3::Hasher::new();
        hasher.update(&options.seed.to_le_bytes());
        for part in [&mutant.place.file, &mutant.before, &mutant.after, &mutant.message] {
            hasher.update(part.as_bytes());
            hasher.update(&[0]);
        }
        hasher.update(&mutant.place.line.to_le_bytes());
        hasher.update(&mutant.place.column.to_le_bytes());
        *hasher.finalize().as_bytes()
    };
    let mut lots: Vec<_> = mutants.iter().enumerate().map(|(at, one)| (lot(one), at)).collect();
    lots.sort_unstable();
    let kept: BTreeSet<usize> = lots.into_iter().take(options.budget).map(|(_, at)| at).collect();
    let mut at = 0;
    mutants.retain(|_| {
        at += 1;
        kept.contains(&(at - 1))
    });
    over
}

/// The beginning of an article.
fn top_of(path: &str) -> RulePlace {
    RulePlace { file: path.to_string(), line: 1, column: 1 }
}
