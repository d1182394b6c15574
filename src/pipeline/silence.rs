//! What silent sources nearly say: found after judging, and only for the stories and articles in which something is silent.

use super::Progress;
use crate::{
    article::Article,
    claim::{self, ArticleClaims, NearValue, SoughtTopics, SubjectId, Topic, Topics},
    drafting::silence::{self, OfferedPhrase, SilentTopic, TriedArticle, TriedPhrase},
    finding::{Evidence, Finding, NearlyFound, Outcome, Report, Role, StoryReport},
    kind::name::Spellings,
    project::{ArticleFile, Project, Story},
    rule::Rule,
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
    articles: &[ArticleClaims],
    is_wanted: &(dyn Fn(&Topic) -> bool + Sync),
) -> NearlyByStory {
    let mut claims: BTreeMap<&str, Vec<&ArticleClaims>> = BTreeMap::new();
    for article in articles {
        claims.entry(&article.story).or_default().push(article);
    }
    let stories = project.stories.par_iter();
    let nearly = |story: &Story| {
        let articles = claims.get(story.name.as_str())?;
        let topics = project.rules.topics.iter().filter(|topic| topic.is_of(&story.name) && is_wanted(topic));
        let silent = silence::silent_topics(topics, articles, &project.lexicon);
        let silence = StorySilence { project, story, articles, silent };
        (!silence.silent.is_empty()).then(|| (story.name.clone(), silence.found()))
    };
    stories.filter_map(nearly).collect::<Vec<_>>().into_iter().collect()
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
    ArticleClaims {
        story: article.story.clone(),
        article: article.article.clone(),
        metadata: article.metadata.clone(),
        situation: article.situation.clone(),
        claims,
        context: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// The claim at a place of an article as evidence that decides nothing.
fn evidence(table: &Table<'_>, topic: &Topic, path: &str, start: u32) -> Option<Evidence> {
    let is_it = |article: usize| table.articles.get(article).is_some_and(|article| article.article == path);
    let claims = table.claims(&topic.subject).iter();
    let mut claims = claims.filter(|placed| placed.claim.quote.start == start && is_it(placed.article));
    claims.next().map(|placed| Evidence { apart: None, ..table.evidence(placed, Role::Context) })
}

/// Puts what is nearly found into a report: with its topics, and with what fails because a source is silent.
pub(super) fn tell(report: &mut Report, project: &Project, mut nearly: NearlyByStory) {
    for story in &mut report.stories {
        let Some(nearly) = nearly.remove(&story.story) else { continue };
        let mut by_topic: BTreeMap<String, Vec<NearlyFound>> = BTreeMap::new();
        for found in nearly {
            by_topic.entry(found.topic.clone()).or_default().push(found);
        }
        tell_findings(story, &project.rules.rules, &by_topic);
        for topic in &mut story.topics {
            topic.nearly = by_topic.remove(&topic.topic).unwrap_or_default();
        }
    }
}

fn tell_findings(story: &mut StoryReport, rules: &[Rule], nearly: &BTreeMap<String, Vec<NearlyFound>>) {
    let rules: BTreeMap<_, &Rule> = rules.iter().map(|rule| ((&rule.place, rule.id.as_str()), rule)).collect();
    for finding in story.findings.iter_mut().filter(|finding| is_for_silence(finding)) {
        let Some(rule) = rules.get(&(&finding.place, finding.rule.as_str())) else { continue };
        let mut names: Vec<String> = Vec::new();
        for name in rule.tree.subjects().filter_map(|subject| subject.id.declared().map(str::to_string)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        finding.nearly = names.iter().filter_map(|name| nearly.get(name)).flatten().cloned().collect();
    }
}

/// Whether a rule does not hold because a source says nothing.
fn is_for_silence(finding: &Finding) -> bool {
    match finding.outcome {
        Outcome::Pass => false,
        Outcome::NoEvidence => true,
        Outcome::Fail => finding.evidence.iter().any(|one| one.quote.is_none() && one.role == Role::Violates),
    }
}

/// What `check` says: rules judged on the claims of a project's articles, and where a source is silent what it nearly says.
#[must_use]
pub fn check(project: &Project, progress: Progress<'_>) -> Report {
    let (diagnostics, articles) = super::parted(project, super::claims(project, progress));
    let mut report = super::judged(project, diagnostics, &articles);
    tell(&mut report, project, nearly_found(project, &articles, &|_| true));
    report
}
