//! What silent sources nearly say: found after judging, and only for the stories and articles in which something is silent.

use super::{Progress, cached};
use crate::{
    article::Article,
    claim::{self, ArticleClaims, NearValue, SoughtTopics, SubjectId, Topic, Topics},
    diagnostic::Diagnostic,
    drafting::silence::{self, OfferedPhrase, SilentTopic, TriedArticle, TriedPhrase},
    finding::{Evidence, NearlyFound, Outcome, Report, Role, StoryReport},
    kind::name::Spellings,
    project::{ArticleFile, Project, Story},
    rule::{Rule, StoryTopics},
    table::{Placing, Table},
};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What is nearly found in each story, by its name.
pub(super) type NearlyByStory = BTreeMap<String, Vec<NearlyFound>>;

/// What the topics of a project nearly find where sources are silent; only the topics that are wanted.
pub(super) fn nearly_found(
    project: &Project,
    stories: &[Story],
    articles: &[ArticleClaims],
    is_wanted: &(dyn Fn(&Topic) -> bool + Sync),
) -> NearlyByStory {
    let claims = by_story(articles);
    let stories = stories.par_iter();
    let nearly = |story: &Story| {
        let articles = claims.get(story.name.as_str())?;
        let topics = project.rules.topics.iter().filter(|topic| topic.is_of(&story.name) && is_wanted(topic));
        let silent = silence::silent_topics(topics, articles, &project.lexicon);
        let silence = StorySilence { project, story, articles, silent };
        (!silence.silent.is_empty()).then(|| (story.name.clone(), silence.found()))
    };
    stories.filter_map(nearly).collect::<Vec<_>>().into_iter().collect()
}

fn by_story(articles: &[ArticleClaims]) -> BTreeMap<&str, Vec<&ArticleClaims>> {
    let mut by_story: BTreeMap<&str, Vec<&ArticleClaims>> = BTreeMap::new();
    for article in articles {
        by_story.entry(&article.story).or_default().push(article);
    }
    by_story
}

/// A story in which some source is silent.
struct StorySilence<'a> {
    project: &'a Project,
    story: &'a Story,
    articles: &'a [&'a ArticleClaims],
    silent: Vec<SilentTopic<'a>>,
}

impl StorySilence<'_> {
    fn found(&self) -> Vec<NearlyFound> {
        let near = self.near();
        let tried = silence::untried_phrases(&self.silent, &near, &self.project.lexicon);
        if tried.is_empty() {
            return Vec::new();
        }
        let found = self.tried(&tried, near);
        self.told(&silence::offered(&self.silent, &tried, &found))
    }

    /// What is near in the articles of silent sources.
    fn near(&self) -> Vec<(String, Vec<NearValue>)> {
        let sought: Vec<_> = self.silent.iter().map(|silent| silent.sought.clone()).collect();
        let sought = SoughtTopics::new(&sought, self.spellings(), &self.project.lexicon);
        let silent_in = |path: &str| -> BTreeSet<usize> {
            let silent = self.silent.iter().enumerate().filter(|(_, topic)| topic.silent.contains_key(path));
            silent.map(|(index, _)| index).collect()
        };
        self.each_of(&|file| !silent_in(&file.path).is_empty(), |article| {
            let near = claim::near(&article, self.story.timezone.as_deref(), &sought, &silent_in(&article.path));
            Some((article.path, near))
        })
    }

    /// What the phrases find in all articles.
    fn tried(&self, tried: &[TriedPhrase], near: Vec<(String, Vec<NearValue>)>) -> Vec<TriedArticle> {
        let near: BTreeMap<String, Vec<NearValue>> = near.into_iter().collect();
        let own: BTreeMap<&str, &ArticleClaims> =
            self.articles.iter().map(|one| (one.article.as_str(), *one)).collect();
        let trials = silence::trial_topics(&self.silent, tried);
        let trials = Topics::new(&trials, self.spellings(), &self.project.lexicon);
        self.each_of(&|_| true, |article| {
            let own = own.get(article.path.as_str())?;
            let found = claim::extract(&article, &self.story.name, self.story.timezone.as_deref(), &trials);
            let near = near.get(&article.path).map(Vec::as_slice).unwrap_or_default();
            Some(silence::tried_on((&self.silent, tried), &found, own, near, &self.project.lexicon))
        })
    }

    /// Does one thing with some articles of the story. What cannot be read was told when it was read first.
    fn each_of<T: Send>(
        &self,
        is_chosen: &dyn Fn(&ArticleFile) -> bool,
        each: impl Fn(Article) -> Option<T> + Sync,
    ) -> Vec<T> {
        let files: Vec<(&Story, &ArticleFile)> =
            self.story.articles.iter().filter(|file| is_chosen(file)).map(|file| (self.story, file)).collect();
        let found = super::each_of(self.project, &files, &|| (), |_, article| each(article));
        found.into_iter().filter_map(|(found, _)| found.flatten()).collect()
    }

    fn spellings(&self) -> Arc<Spellings> {
        Arc::new(self.project.rules.spellings(&self.story.name))
    }

    /// The claims of the phrases that are offered, as they would stand beside the others.
    fn told(&self, offered: &[OfferedPhrase]) -> Vec<NearlyFound> {
        let topic = |offered: &OfferedPhrase| Some(self.silent.get(offered.topic)?.sought.topic);
        let subjects: BTreeSet<&SubjectId> = offered.iter().filter_map(topic).map(|topic| &topic.subject).collect();
        let mut articles: Vec<ArticleClaims> =
            self.articles.iter().map(|article| of_subjects(article, &subjects)).collect();
        let index: BTreeMap<String, usize> =
            articles.iter().enumerate().map(|(index, article)| (article.article.clone(), index)).collect();
        for phrase in offered {
            let Some(topic) = topic(phrase) else { continue };
            for one in &phrase.claims {
                let article = index.get(&one.article).and_then(|index| articles.get_mut(*index));
                let claim = claim::Claim { subject: topic.subject.clone(), ..one.claim.clone() };
                article.into_iter().for_each(|article| article.claims.push(claim.clone()));
            }
        }
        let topics = offered.iter().filter_map(topic);
        let spellings = self.spellings();
        let table = Table::new(&self.story.name, &articles, topics, &spellings, Placing::shelf(&self.project.lexicon));
        let mut found = Vec::new();
        for phrase in offered {
            let Some(topic) = topic(phrase) else { continue };
            for one in &phrase.claims {
                let evidence = evidence(&table, topic, &one.article, one.claim.quote.start);
                let nearly =
                    |words| NearlyFound { topic: topic.name().to_string(), phrase: phrase.phrase.clone(), words };
                found.extend(evidence.map(nearly));
            }
        }
        found
    }
}

/// An article with its claims on some subjects.
fn of_subjects(article: &ArticleClaims, subjects: &BTreeSet<&SubjectId>) -> ArticleClaims {
    let claims = article.claims.iter().filter(|claim| subjects.contains(&claim.subject)).cloned().collect();
    ArticleClaims { claims, ..article.without_claims() }
}

/// The claim at a place of an article as evidence that decides nothing.
fn evidence(table: &Table<'_>, topic: &Topic, path: &str, start: u32) -> Option<Evidence> {
    let is_it = |article: usize| table.articles.get(article).is_some_and(|article| article.article == path);
    let claims = table.claims(&topic.subject).iter();
    let mut claims = claims.filter(|placed| placed.claim.quote.start == start && is_it(placed.article));
    claims.next().map(|placed| Evidence { apart: None, ..table.evidence(placed, Role::Context) })
}

/// Puts what is nearly found into a report: with its topics, and with what fails because a source is silent.
pub(super) fn tell(report: &mut Report, project: &Project, articles: &[ArticleClaims], mut nearly: NearlyByStory) {
    let of_story = by_story(articles);
    for story in &mut report.stories {
        let Some(nearly) = nearly.remove(&story.story) else { continue };
        let articles = of_story.get(story.story.as_str()).map(Vec::as_slice).unwrap_or_default();
        let mut by_topic: BTreeMap<String, Vec<NearlyFound>> = BTreeMap::new();
        for found in nearly {
            by_topic.entry(found.topic.clone()).or_default().push(found);
        }
        tell_findings(story, &project.rules.rules, articles, &by_topic);
        for topic in &mut story.topics {
            topic.nearly = by_topic.remove(&topic.topic).unwrap_or_default();
        }
    }
}

fn tell_findings(
    story: &mut StoryReport,
    rules: &[Rule],
    articles: &[&ArticleClaims],
    nearly: &BTreeMap<String, Vec<NearlyFound>>,
) {
    let rules: BTreeMap<_, &Rule> = rules.iter().map(|rule| ((&rule.place, rule.id.as_str()), rule)).collect();
    for finding in story.findings.iter_mut().filter(|finding| finding.outcome != Outcome::Pass) {
        let Some(rule) = rules.get(&(&finding.place, finding.rule.as_str())) else { continue };
        let silent: BTreeSet<&str> =
            finding.evidence.iter().filter(|one| one.is_silence()).map(|one| &*one.given_by.source).collect();
        let is_silent = |found: &NearlyFound| match finding.outcome {
            Outcome::Fail => silent.contains(&*found.words.given_by.source),
            Outcome::NoEvidence | Outcome::Pass => true,
        };
        let (mut told, mut of_rule) = (BTreeSet::new(), Vec::new());
        for subject in rule.tree.subjects() {
            let name = subject.id.declared().filter(|name| !told.contains(*name)).map(str::to_string);
            let Some(found) = name.as_ref().and_then(|name| nearly.get(name)) else { continue };
            let left_out: BTreeSet<&str> = if subject.scope.is_everything() {
                BTreeSet::new()
            } else {
                let all = subject.scope.kept(articles).into_iter().zip(articles);
                all.filter(|(is_kept, _)| !is_kept).map(|(_, article)| article.article.as_str()).collect()
            };
            let is_asked = |found: &&NearlyFound| !left_out.contains(&*found.words.given_by.article);
            let here = found.iter().filter(|found| is_silent(found)).filter(is_asked);
            of_rule.extend(here.cloned());
            told.extend(name);
        }
        finding.nearly = of_rule;
    }
}

/// What `check` says: rules judged on the claims of a project's articles, and where a source is silent what it nearly says.
#[must_use]
pub fn check(project: &Project, progress: Progress<'_>) -> Report {
    let (diagnostics, articles) = super::parted(project.diagnostics.clone(), super::claims(project, progress));
    let mut report = super::judged_as_whole(project, diagnostics, &articles);
    let nearly = nearly_found(project, &project.stories, &articles, &|_| true);
    tell(&mut report, project, &articles, nearly);
    report
}

/// The same for one story of many that come one after the other.
pub(super) fn check_story(
    project: &Project,
    topics: &StoryTopics,
    (story, mistakes): (&Story, Vec<Diagnostic>),
) -> Report {
    let stories = std::slice::from_ref(story);
    let (diagnostics, articles) = super::parted(mistakes, cached::claims_of(project, (stories, topics), &|| ()));
    let mut report = super::judged_alone(project, diagnostics, &articles);
    let nearly = nearly_found(project, stories, &articles, &|_| true);
    tell(&mut report, project, &articles, nearly);
    report
}
