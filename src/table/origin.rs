//! Origins: articles that depend on each other, so that copies count once, and why they do.

use crate::{claim::ArticleClaims, fold, lexicon::Lexicon};
use rustc_hash::FxHashMap;
use std::{borrow::Cow, fmt};

/// Articles that share so much of the words of the shorter one depend on each other: the part of a hundred.
const COPIED: usize = 25;
/// So few common prints are chance, or a sentence of background that everybody has.
const FEWEST_PRINTS: usize = 12;

/// The origins of some articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The origin of each article, numbered in the order of the first article.
    pub of: Vec<usize>,
    /// What binds two articles, in their order.
    pub bonds: Vec<OriginBond>,
}

/// What binds two articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginBond {
    /// The first of them.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// What it is.
    pub why: Dependence,
}

/// Why an article depends on another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dependence {
    /// One source published both.
    Source(String),
    /// Both are an agency's text, or one is and the other credits it.
    Agency(String),
    /// Both say to be taken from one outlet, or one says to be taken from the other.
    Stated(String),
    /// One writer wrote both.
    Writer(String),
    /// They share so many of a hundred of their words outside quotations.
    Copied(usize),
}

impl fmt::Display for Dependence {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(source) => write!(to, "are both of {source}"),
            Self::Agency(agency) => write!(to, "share an agency ({agency})"),
            Self::Stated(outlet) => write!(to, "are both taken from {outlet}, as one of them says"),
            Self::Writer(writer) => write!(to, "share a writer ({writer})"),
            Self::Copied(share) => write!(to, "share about {share} % of their words"),
        }
    }
}

impl Origins {
    /// The origins of articles. Two share one where they share a source, an agency, a writer or much of their words, or where
    /// the source of one is the agency of the other; and so do those that are bound through a third.
    #[must_use]
    pub fn of(articles: &[&ArticleClaims], lexicon: &Lexicon) -> Self {
        let mut bound = BoundArticles { parents: (0..articles.len()).collect(), bonds: Vec::new() };
        bound.by_keys(articles, lexicon);
        bound.by_writers(articles, lexicon);
        bound.by_words(articles);
        let mut number_of: FxHashMap<usize, usize> = FxHashMap::default();
        let of = (0..articles.len()).map(|article| {
            let root = root(&bound.parents, article);
            let next = number_of.len();
            *number_of.entry(root).or_insert(next)
        });
        let of = of.collect();
        bound.bonds.sort_by_key(|bond| (bond.other, bond.one));
        Self { of, bonds: bound.bonds }
    }
}

/// As what a name stands in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    /// It published the article.
    Source,
    /// The article is an agency's text, or credits it.
    Agency,
    /// The article says to be taken from it.
    Stated,
}

struct BoundArticles {
    parents: Vec<usize>,
    bonds: Vec<OriginBond>,
}

impl BoundArticles {
    /// Binds by source, by agency, and by the outlet that one says to be taken from.
    fn by_keys(&mut self, articles: &[&ArticleClaims], lexicon: &Lexicon) {
        let mut first_of: FxHashMap<Cow<'_, str>, (usize, Named)> = FxHashMap::default();
        for (article, claims) in articles.iter().enumerate() {
            let metadata = &claims.metadata;
            let credits = claims.origin.iter().flat_map(|origin| origin.credits.iter().map(|credit| &**credit));
            let as_credit = |name: &str| {
                if lexicon.articles().agency(name).is_some() { Named::Agency } else { Named::Stated }
            };
            let own = std::iter::once((metadata.source.as_str(), Named::Source));
            let agency = metadata.agency.as_deref().map(|agency| (agency, Named::Agency));
            for (name, named) in own.chain(agency).chain(credits.map(|credit| (credit, as_credit(credit)))) {
                let key = fold::source(name);
                if key.is_empty() && named != Named::Source {
                    continue;
                }
                // "First published in the Selm Post" may name "The Selm Post".
                let with_article = (named == Named::Stated).then(|| Cow::Owned(format!("the {key}")));
                for key in std::iter::once(key).chain(with_article) {
                    let (first, named_first) = *first_of.entry(key).or_insert((article, named));
                    let why = match (named, named_first) {
                        (Named::Source, Named::Source) => Dependence::Source,
                        (Named::Agency, _) | (_, Named::Agency) => Dependence::Agency,
                        (Named::Stated, _) | (_, Named::Stated) => Dependence::Stated,
                    };
                    self.bind(first, article, why(name.to_string()));
                }
            }
        }
    }

    /// Binds by who wrote them; a desk is nobody.
    fn by_writers(&mut self, articles: &[&ArticleClaims], lexicon: &Lexicon) {
        let mut written_by: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
        for (article, claims) in articles.iter().enumerate() {
            let byline = claims.metadata.byline.as_deref().filter(|_| claims.origin.is_some());
            for writer in byline.into_iter().flat_map(writers).filter(|writer| !is_desk(writer, lexicon)) {
                let first = *written_by.entry(fold::name(writer)).or_insert(article);
                self.bind(first, article, Dependence::Writer(writer.to_string()));
            }
        }
    }

    /// Binds by prints: of each print only articles that have it one behind the other are held against each other, so that the
    /// work is in proportion to the prints.
    fn by_words(&mut self, articles: &[&ArticleClaims]) {
        let mut last_with: FxHashMap<u32, usize> = FxHashMap::default();
        let mut common: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        let prints = |article: usize| {
            articles.get(article).and_then(|claims| claims.origin.as_ref()).map_or(&[][..], |origin| &origin.prints)
        };
        for article in 0..articles.len() {
            for print in prints(article) {
                if let Some(before) = last_with.insert(*print, article) {
                    *common.entry((before, article)).or_default() += 1;
                }
            }
        }
        let mut pairs: Vec<((usize, usize), usize)> =
            common.into_iter().filter(|(_, number)| *number >= FEWEST_PRINTS / 2).collect();
        pairs.sort_unstable();
        for ((one, other), _) in pairs {
            let (a, b) = (prints(one), prints(other));
            let shared = shared(a, b);
            let share = shared * 100 / a.len().min(b.len()).max(1);
            if shared >= FEWEST_PRINTS && share >= COPIED {
                self.bind(one, other, Dependence::Copied(share));
            }
        }
    }

    /// Binds two articles; the earlier one stands for both, and paths are cut short on the way.
    fn bind(&mut self, a: usize, b: usize, why: Dependence) {
        if a == b {
            return;
        }
        let (a_root, b_root) = (root(&self.parents, a), root(&self.parents, b));
        let (low, high) = (a_root.min(b_root), a_root.max(b_root));
        for article in [a, b, high] {
            if let Some(parent) = self.parents.get_mut(article) {
                *parent = low;
            }
        }
        self.bonds.push(OriginBond { one: a.min(b), other: a.max(b), why });
    }
}

/// The names of a byline: "Ada Quill and Bo Lint".
fn writers(byline: &str) -> impl Iterator<Item = &str> {
    let names = byline.split([',', ';', '/']).flat_map(|names| names.split(" and "));
    names.map(str::trim).filter(|name| name.contains(' ') && name.chars().next().is_some_and(char::is_uppercase))
}

fn is_desk(writer: &str, lexicon: &Lexicon) -> bool {
    writer.split_whitespace().any(|word| lexicon.attribution().is_desk(word))
}

/// How many numbers two sorted lists share.
fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut number = 0;
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                a.next();
                b.next();
                number += 1;
            }
        }
    }
    number
}

fn root(parents: &[usize], mut article: usize) -> usize {
    while let Some(&parent) = parents.get(article).filter(|parent| **parent != article) {
        article = parent;
    }
    article
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::Metadata, claim::OriginKeys};

    fn article(source: &str, agency: Option<&str>) -> ArticleClaims {
        let metadata = Metadata { source: source.into(), agency: agency.map(str::to_string), ..Metadata::default() };
        ArticleClaims { metadata, ..ArticleClaims::default() }
    }

    fn origins(articles: &[ArticleClaims]) -> Origins {
        Origins::of(&articles.iter().collect::<Vec<_>>(), Lexicon::english())
    }

    #[test]
    fn articles_are_bound_by_source_and_agency() {
        type Articles = &'static [(&'static str, Option<&'static str>)];
        let cases: &[(Articles, &[usize])] = &[
            (&[("A", None), ("B", None), ("a ", None)], &[0, 1, 0]),
            (&[("A", Some("Wire")), ("B", Some("wire")), ("C", None)], &[0, 0, 1]),
            (&[("A", Some("Wire")), ("Wire", None)], &[0, 0]),
            (&[("A", None), ("B", Some("W")), ("A", Some("W"))], &[0, 0, 0]),
            (&[("A", Some("")), ("B", Some(" "))], &[0, 1]),
        ];
        for (articles, expected) in cases {
            let articles: Vec<ArticleClaims> =
                articles.iter().map(|(source, agency)| article(source, *agency)).collect();
            assert_eq!(origins(&articles).of, *expected, "{articles:?}");
        }
    }

    #[test]
    fn articles_are_bound_by_writer_credit_and_words() {
        let with = |source: &str, byline: &str, credit: &str, prints: std::ops::Range<u32>| {
            let credits = Some(credit).filter(|credit| !credit.is_empty()).map(Into::into).into_iter().collect();
            let mut one = article(source, None);
            one.metadata.byline = Some(byline.to_string()).filter(|byline| !byline.is_empty());
            ArticleClaims { origin: Some(OriginKeys { credits, prints: prints.collect() }.into()), ..one }
        };
        for (name, one, other, why) in [
            ("nothing", with("A", "Ada Lang", "", 0..100), with("B", "Bo Lint", "", 100..200), None),
            (
                "writer",
                with("A", "Ada Lang and Bo Lint", "", 0..0),
                with("B", "Bo Lint", "", 0..0),
                Some("share a writer (Bo Lint)"),
            ),
            ("a desk", with("A", "Staff Reporter", "", 0..0), with("B", "Staff Reporter", "", 0..0), None),
            ("credit", with("A", "", "AFP", 0..0), with("AFP", "", "", 0..0), Some("share an agency (AFP)")),
            (
                "a stated source",
                with("A", "", "Selm Post", 0..0),
                with("Selm Post", "", "", 0..0),
                Some("are both taken from Selm Post, as one of them says"),
            ),
            ("words", with("A", "", "", 0..100), with("B", "", "", 50..90), Some("share about 100 % of their words")),
            ("few words", with("A", "", "", 0..100), with("B", "", "", 92..102), None),
            ("a small part", with("A", "", "", 0..100), with("B", "", "", 80..300), None),
        ] {
            let found = origins(&[one, other]);
            let reasons: Vec<String> = found.bonds.iter().map(|bond| bond.why.to_string()).collect();
            assert_eq!(reasons, why.into_iter().collect::<Vec<_>>(), "{name}");
            assert_eq!(found.of == [0, 0], why.is_some(), "{name}");
        }
    }
}
