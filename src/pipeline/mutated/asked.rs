//! Which claims of a story count: those on its topics, and of those that rules ask of one by one the ones in articles that
//! they ask. What decides nothing is none of them.

use crate::{
    claim::{ArticleClaims, Claim, Every, KeptSpeech, Matter, SubjectId},
    rule::RuleSet,
    span::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the rules of a story ask about without a topic, and in which articles.
#[derive(Debug, Default)]
pub struct AskedSubjects {
    articles: BTreeMap<SubjectId, BTreeSet<String>>,
    /// Those of which a rule asks who says them.
    spoken: BTreeSet<SubjectId>,
}

impl AskedSubjects {
    /// What rules ask about in articles.
    #[must_use]
    pub fn new(rules: &RuleSet, articles: &[ArticleClaims]) -> Self {
        let all: Vec<&ArticleClaims> = articles.iter().collect();
        let mut asked: BTreeMap<SubjectId, BTreeSet<String>> = BTreeMap::new();
        for subject in rules.rules.iter().flat_map(|rule| rule.tree.subjects()) {
            let kept = subject.scope.kept(&all).into_iter().zip(articles).filter(|(is_kept, _)| *is_kept);
            asked.entry(subject.id).or_default().extend(kept.map(|(_, article)| article.article.clone()));
        }
        let clauses = rules.rules.iter().flat_map(|rule| rule.tree.clauses());
        let spoken = clauses.filter(|clause| clause.predicate.reads_speech(&clause.subject) != KeptSpeech::Nothing);
        Self { articles: asked, spoken: spoken.map(|clause| clause.subject.id.clone()).collect() }
    }

    /// The articles in which a claim counts; none where it counts in all of them.
    fn articles(&self, claim: &Claim) -> Option<Option<&BTreeSet<String>>> {
        match &claim.subject.matter {
            Matter::Topic(_) => Some(None),
            Matter::Every(Every::Kind(_)) => self.articles.get(&claim.subject).map(Some),
            // That a sentence is looked at does not mean that what it says is.
            Matter::Every(Every::Sentence | Every::BoilerplateLine | Every::UnnamedSource | Every::Article)
            | Matter::Property(_) => None,
        }
    }

    /// The claims that a rule of the story may hold others against: those that count in some article.
    pub fn anywhere<'c>(&self, record: &'c ArticleClaims) -> impl Iterator<Item = &'c Claim> {
        record.claims.iter().filter(|claim| self.articles(claim).is_some())
    }

    /// Those that count in their own article.
    fn of<'c>(&self, record: &'c ArticleClaims) -> impl Iterator<Item = &'c Claim> {
        let counts = |claim: &Claim| {
            let articles = self.articles(claim);
            articles.is_some_and(|only| only.is_none_or(|articles| articles.contains(&record.article)))
        };
        record.claims.iter().filter(move |claim| counts(claim))
    }

    /// Whether an article has such claims.
    #[must_use]
    pub fn any(&self, record: &ArticleClaims) -> bool {
        self.of(record).next().is_some()
    }

    /// Whether such a claim stands there.
    #[must_use]
    pub fn meets(&self, record: &ArticleClaims, span: Span) -> bool {
        self.of(record).any(|claim| Span { start: claim.quote.start, end: claim.quote.end }.overlaps(span))
    }

    /// Whether two records of one article say the same, wherever it stands and by whichever words.
    #[must_use]
    pub fn same(&self, before: &ArticleClaims, after: &ArticleClaims) -> bool {
        let said = |claim: &Claim| {
            let (subject, value) = (claim.subject.clone(), &claim.value);
            let speaker = claim.said_by.clone().filter(|_| self.spoken.contains(&subject));
            (subject, value.kind, value.content.clone(), claim.part, claim.status, speaker)
        };
        self.of(before).map(said).eq(self.of(after).map(said))
    }
}
