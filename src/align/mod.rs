//! What the articles of a story say of the same thing, found without a rule: values aligned by what they are of.
//!
//! Two passes. The first (`strand`, `conflict`, `alike`) gathers the values of one aspect ("people killed") and chooses which
//! of them stand against each other or say the same; it prefers to miss one over an alarm that is none. The second (`told`)
//! puts what was chosen into a table, as claims on topics are, so that agreement, origins and blame mean what they mean there.
//! Everything is looked up by keys: time is that of sorting.

mod alike;
mod aspect;
mod aspects;
mod compared;
mod conflict;
mod independent;
mod naming;
mod said;
mod strand;
#[cfg(test)]
mod tests;
mod told;

pub use aspects::{AspectOneness, AspectPlace, SharedAspect, aspects};
pub use compared::{COMPARED_VERSION, ComparedCounts, ComparedReport, ComparedSort, ComparedStory, ComparedTopic};

use crate::{
    claim::{ArticleClaims, Tie, TiedArticle},
    kind::name::Spellings,
    lexicon::Lexicon,
    table::{self, Origins, Placing},
};
use std::collections::BTreeMap;

/// The articles of one story, by path, with what each value is of.
struct AlignedStory<'a> {
    articles: Vec<&'a TiedArticle>,
    /// The source of each article: those whose names are one have one number.
    sources: Vec<usize>,
    /// The origin of each: articles that depend on each other have one.
    origins: Vec<usize>,
    placing: Placing<'a>,
}

/// Compares the articles of each story; their order changes nothing.
#[must_use]
pub fn compare(articles: &[TiedArticle], lexicon: &Lexicon) -> Vec<ComparedStory> {
    let mut stories: BTreeMap<&str, Vec<&TiedArticle>> = BTreeMap::new();
    for article in articles {
        stories.entry(&article.claims.story).or_default().push(article);
    }
    let spellings = Spellings::default();
    let told = |(story, articles)| {
        let aligned = AlignedStory::new(articles, Placing::shelf(lexicon));
        let chosen = aligned.chosen(lexicon);
        told::tell(story, &aligned, chosen, &spellings)
    };
    stories.into_iter().map(told).collect()
}

impl<'a> AlignedStory<'a> {
    fn new(mut articles: Vec<&'a TiedArticle>, placing: Placing<'a>) -> Self {
        articles.sort_by(|a, b| table::order(&a.claims, &b.claims));
        let claims: Vec<&ArticleClaims> = articles.iter().map(|article| &article.claims).collect();
        let (_, sources) = table::sources(&claims);
        let origins = Origins::of(&claims, placing.lexicon).of;
        Self { articles, sources, origins, placing }
    }

    fn source_of(&self, article: usize) -> usize {
        self.sources.get(article).copied().unwrap_or_default()
    }

    /// Everything that is worth telling: of each aspect what is in conflict, else what is said alike; then numbers that are
    /// said of the same thing, in whatever words.
    fn chosen(&self, lexicon: &Lexicon) -> Vec<Chosen<'a>> {
        let strands = strand::strands_alike(self);
        let said = said::Said::new(self, &strands);
        let mut chosen: Vec<Chosen<'a>> = Vec::new();
        for strand in &strands {
            let conflicts = conflict::conflicts(self, strand, &said);
            let alike = if conflicts.is_empty() { alike::shared(self, strand) } else { Vec::new() };
            chosen.extend(conflicts.into_iter().chain(alike));
        }
        chosen.retain(|one| self.independent(&one.claims) > 1);
        let numbers = alike::numbers(self, &chosen, lexicon);
        chosen.extend(numbers);
        chosen
    }
}

/// A claim by its article's place in the story and its own in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct ClaimAt {
    article: usize,
    claim: usize,
}

/// Why claims are told together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relating {
    /// They are of one thing, and at odds.
    AtOdds,
    /// They say the same, more or less.
    Alike,
}

/// Claims that are told together.
struct Chosen<'a> {
    claims: Vec<ClaimAt>,
    relating: Relating,
    /// What each of the claims that are aside is of instead: another time.
    aside: Vec<(ClaimAt, &'static str)>,
    /// What the claims are of, where their clauses say that.
    ties: Vec<&'a Tie>,
}
