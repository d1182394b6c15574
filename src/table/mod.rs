//! The table of one story: the claims of its articles by topic, where each lies, and which sources and origins gave it.

pub mod agreement;
pub mod blame;
mod by_article;
pub mod development;
pub mod evidence;
pub mod group;
pub mod left_out;
pub mod origin;
pub mod revision;
mod statement;
pub mod subject;
#[cfg(test)]
mod tests;

pub use agreement::{Relation, relate};
pub use blame::Blame;
pub use origin::{Dependence, OriginBond, Origins};
pub use subject::{ArticleScope, Subject};

use crate::{
    claim::{ArticleClaims, Claim, ContextClaim, Fingerprint, Matter, SubjectId, Topic},
    finding::{GivenBy, ToldValues},
    fold,
    kind::name::Spellings,
    lexicon::Lexicon,
    placing::{self, Position, Situation},
    value::{Content, Precision, Units, Unplaced, Value},
};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use std::{borrow::Cow, cmp::Ordering, collections::BTreeSet, sync::Arc};

/// A value, and what it resolves against.
pub type Situated<'v> = (&'v Value, &'v Situation);

/// How values are placed on axes.
#[derive(Clone, Copy, Debug)]
pub struct Placing<'a> {
    /// Values of several articles together.
    pub of_several: fn(&[Situated<'_>], &Lexicon) -> Vec<Position>,
    /// Values of one article among themselves, where they cannot be placed among those of others.
    pub of_one: fn(&[&Value], &Situation) -> Vec<Position>,
    /// The words the engine knows.
    pub lexicon: &'a Lexicon,
}

impl<'a> Placing<'a> {
    /// As the shelf of values says.
    #[must_use]
    pub fn shelf(lexicon: &'a Lexicon) -> Self {
        Self { of_several: placing::positions, of_one: placing::positions_within_article, lexicon }
    }

    /// Where values of several articles lie.
    #[must_use]
    pub fn across(&self, values: &[Situated<'_>]) -> Vec<Position> {
        (self.of_several)(values, self.lexicon)
    }

    /// Says where each of some claims lies, all of them together, each in the situation of its article.
    pub(crate) fn place<'s>(&self, claims: &mut [Placed<'_>], situation_of: impl Fn(usize) -> Option<&'s Situation>) {
        let unknown = Situation::default();
        let mut of_articles: FxHashMap<usize, Situation> = FxHashMap::default();
        for placed in claims.iter() {
            let article = placed.article;
            let own = || Situation { article, ..situation_of(article).unwrap_or(&unknown).clone() };
            of_articles.entry(article).or_insert_with(own);
        }
        let situation = |article: usize| of_articles.get(&article).unwrap_or(&unknown);
        let of_entries: Vec<Option<Situation>> = claims
            .iter()
            .map(|placed| {
                let day = placed.claim.entry.and_then(|entry| entry.day)?;
                Some(Situation { anchor: Some(day), ..situation(placed.article).clone() })
            })
            .collect();
        let values: Vec<Situated<'_>> = claims
            .iter()
            .zip(&of_entries)
            .map(|(placed, entry)| (&placed.claim.value, entry.as_ref().unwrap_or_else(|| situation(placed.article))))
            .collect();
        let positions = self.across(&values);
        for ((placed, mut position), entry) in claims.iter_mut().zip(positions).zip(&of_entries) {
            // The day of an entry stands in the text: no other day of publication moves it.
            if let (Position::On { anchored, .. }, Some(_)) = (&mut position, entry) {
                *anchored = false;
            }
            placed.position = position;
        }
    }

    /// Where values of one article lie that cannot be placed among those of others.
    #[must_use]
    pub fn within_article(&self, values: &[&Value], situation: &Situation) -> Vec<Position> {
        (self.of_one)(values, situation)
    }
}

/// The claims of one story by topic.
#[derive(Debug)]
pub struct Table<'a> {
    /// The story's name.
    pub story: &'a str,
    /// Its articles, by path.
    pub articles: Vec<&'a ArticleClaims>,
    /// The names of its sources, in the order of their first article.
    pub sources: Vec<&'a str>,
    /// The source of each article.
    pub source_of: Vec<usize>,
    /// The origin of each article: articles that depend on each other have the same; and why.
    pub origins: Origins,
    /// The topics read in this story, in the order of the rule files.
    pub columns: Vec<Column<'a>>,
    /// The article whose anchor is probably wrong.
    pub blame: Option<Blame>,
    /// How values are placed.
    pub placing: Placing<'a>,
    /// How the project spells names.
    pub spellings: &'a Spellings,
    /// What was told of claims: a topic and every rule about it show the same.
    told: ToldValues,
    by_subject: FxHashMap<&'a SubjectId, usize>,
    /// Each article with its source, as evidence has them.
    givers: Vec<Arc<GivenBy>>,
}

/// The claims on one topic, in the order of the articles, then of the text.
#[derive(Debug)]
pub struct Column<'a> {
    /// The topic.
    pub topic: &'a Topic,
    /// Its claims.
    pub claims: Vec<Placed<'a>>,
    /// What articles say of it that decides nothing.
    pub apart: Vec<(usize, &'a ContextClaim)>,
    /// How they relate.
    pub relation: Relation,
    /// Whether their amounts are in several units.
    pub units: Units,
}

/// What is vague and at most this is only few.
const FEW: f64 = 20.0;

/// A claim and where it lies.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// The article's place in the table.
    pub article: usize,
    /// The claim.
    pub claim: &'a Claim,
    /// Where it lies among the other claims of its topic.
    pub position: Position,
    /// Whether its page has a later version, which gives the topic too.
    pub is_superseded: bool,
    /// Whether it is a share of a larger number: by its own words, or because its noun takes in only some of those of which
    /// another claim gives more.
    pub part: bool,
}

impl<'a> Placed<'a> {
    /// A claim that lies nowhere yet.
    #[must_use]
    pub fn of(article: usize, claim: &'a Claim) -> Self {
        let part = claim.value.content.amount().is_some_and(|amount| amount.part);
        Self { article, claim, position: Position::Indeterminate(Unplaced::Unsaid), is_superseded: false, part }
    }
}

impl Placed<'_> {
    /// Whether it can be compared at all: it lies somewhere, and is said to be so.
    #[must_use]
    pub fn is_determinate(&self) -> bool {
        self.is_asserted() && self.is_placed()
    }

    /// Whether it is said to be so, and not only to be possible: what is possible is held against nobody.
    #[must_use]
    pub fn is_asserted(&self) -> bool {
        self.claim.status.is_asserted()
    }

    /// Whether it is so loose that nothing can be asked of it by itself: "several", "recently".
    #[must_use]
    pub fn is_loose(&self) -> bool {
        let value = &self.claim.value;
        match &value.content {
            Content::Amount(amount) => {
                value.precision == Precision::Vague && amount.currency.is_none() && amount.interval.hi <= FEW
            }
            Content::Date(_) => self.position == Position::Indeterminate(Unplaced::NamesNoDay),
            Content::Time(_) | Content::Word(_) => false,
        }
    }

    /// Whether it lies somewhere.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        match self.position {
            Position::On { .. } | Position::Word(_) => true,
            Position::Indeterminate(_) => false,
        }
    }

    /// Whether it is a share of a larger number, which never conflicts with the whole.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.part
    }

    /// Whether another anchor could move it.
    #[must_use]
    pub fn is_anchored(&self) -> bool {
        match self.position {
            Position::On { anchored, .. } => anchored,
            Position::Word(_) | Position::Indeterminate(_) => false,
        }
    }
}

impl<'a> Table<'a> {
    /// The table of the articles of one story; their order changes nothing.
    #[must_use]
    pub fn new(
        story: &'a str,
        articles: impl IntoIterator<Item = &'a ArticleClaims>,
        topics: impl IntoIterator<Item = &'a Topic>,
        spellings: &'a Spellings,
        placing: Placing<'a>,
    ) -> Self {
        let mut articles: Vec<&ArticleClaims> = articles.into_iter().collect();
        articles.sort_by(|a, b| order(a, b));
        Self::of_sorted(story, articles, topics, spellings, placing)
    }

    /// As [`Table::new`], of articles that are in their [`order`] already, with all of their claims: of two that share a path
    /// none takes the place of the other because the table has only some of them.
    #[must_use]
    pub fn of_sorted(
        story: &'a str,
        articles: Vec<&'a ArticleClaims>,
        topics: impl IntoIterator<Item = &'a Topic>,
        spellings: &'a Spellings,
        placing: Placing<'a>,
    ) -> Self {
        let (sources, source_of) = sources(&articles);
        let origins = Origins::of(&articles, placing.lexicon);
        let mut by_subject = FxHashMap::default();
        let mut columns: Vec<Column<'a>> = Vec::new();
        for topic in topics.into_iter().filter(|topic| topic.is_of(story)) {
            by_subject.entry(&topic.subject).or_insert_with(|| {
                let (claims, apart) = (Vec::new(), Vec::new());
                columns.push(Column { topic, claims, apart, relation: Relation::absent(), units: Units::Same });
                columns.len() - 1
            });
        }
        for (article, claims) in articles.iter().enumerate() {
            for claim in in_order(&claims.claims) {
                let column = by_subject.get(&claim.subject).and_then(|index| columns.get_mut(*index));
                if let Some(column) = column {
                    column.claims.push(Placed::of(article, claim));
                }
            }
        }
        for (article, claims) in articles.iter().enumerate() {
            for one in &claims.context {
                if let Some(column) = by_subject.get(&one.claim.subject).and_then(|index| columns.get_mut(*index)) {
                    column.apart.push((article, one));
                }
            }
        }
        let giver = |it: &&ArticleClaims| GivenBy {
            article: it.article.as_str().into(),
            source: it.metadata.source.as_str().into(),
        };
        let givers = articles.iter().map(giver).map(Arc::new).collect();
        let mut table = Self {
            story,
            articles,
            sources,
            source_of,
            origins,
            columns: Vec::new(),
            blame: None,
            placing,
            spellings,
            told: ToldValues::default(),
            by_subject,
            givers,
        };
        let versions = revision::versions(&table);
        for column in &mut columns {
            table.place(&mut column.claims);
            if column.topic.develops.is_none() {
                revision::supersede(&table, &versions, &mut column.claims);
            }
            set_parts(&mut column.claims);
            // Every value of a kind is of many things, which nobody wants to agree.
            if !matches!(column.topic.subject.matter, Matter::Every(_)) {
                column.relation = relate(&table, column.topic, &column.claims, None);
            }
            column.units = units(&column.claims);
        }
        table.columns = columns;
        table.blame = blame::blame(&table);
        table.set_right();
        table
    }

    /// Puts first what the others say, where an article is to blame for a conflict.
    fn set_right(&mut self) {
        let Some(blame) = self.blame.clone() else { return };
        for subject in &blame.subjects {
            let Some(&index) = self.by_subject.get(subject) else { continue };
            let righted = self
                .columns
                .get(index)
                .map(|column| blame::against_the_blamed(self, column, column.relation.clone(), None, blame.article));
            if let (Some(column), Some(relation)) = (self.columns.get_mut(index), righted) {
                column.relation = relation;
            }
        }
    }

    /// Says where each of the claims lies, all of them together.
    pub(crate) fn place(&self, claims: &mut [Placed<'_>]) {
        self.placing.place(claims, |article| self.articles.get(article).map(|article| &article.situation));
    }

    /// The column of a subject, where it is read in this story.
    #[must_use]
    pub fn column(&self, subject: &SubjectId) -> Option<&Column<'a>> {
        self.by_subject.get(subject).and_then(|index| self.columns.get(*index))
    }

    /// The article whose wrong anchor explains the conflict on a subject.
    #[must_use]
    pub fn blamed_for(&self, subject: &SubjectId) -> Option<usize> {
        self.blame.as_ref().filter(|blame| blame.subjects.contains(subject)).map(|blame| blame.article)
    }

    /// The claims on a subject.
    #[must_use]
    pub fn claims(&self, subject: &SubjectId) -> &[Placed<'a>] {
        self.column(subject).map_or(&[], |column| &column.claims)
    }

    /// The source of an article.
    #[must_use]
    pub fn source_of(&self, article: usize) -> usize {
        self.source_of.get(article).copied().unwrap_or_default()
    }

    /// The sources of some articles, each once.
    #[must_use]
    pub fn sources_of(&self, articles: &[usize]) -> BTreeSet<usize> {
        articles.iter().map(|article| self.source_of(*article)).collect()
    }

    /// The origin of an article.
    #[must_use]
    pub fn origin_of(&self, article: usize) -> usize {
        self.origins.of.get(article).copied().unwrap_or_default()
    }

    /// What binds two of its articles.
    #[must_use]
    pub fn bonds(&self) -> &[OriginBond] {
        &self.origins.bonds
    }

    /// An article with its source, as evidence has them.
    fn giver(&self, article: usize) -> Arc<GivenBy> {
        self.givers.get(article).cloned().unwrap_or_default()
    }

    /// The name of a source.
    #[must_use]
    pub fn source_name(&self, source: usize) -> &'a str {
        self.sources.get(source).copied().unwrap_or_default()
    }

    /// The day that a claim is of: that of its entry in a live page, else of its article's publication.
    #[must_use]
    pub fn day_of(&self, placed: &Placed<'_>) -> Option<NaiveDate> {
        let published = || self.articles.get(placed.article).and_then(|article| article.metadata.published);
        placed.claim.entry.and_then(|entry| entry.day).or_else(published)
    }

    /// What a relative value of a claim resolves against.
    #[must_use]
    pub fn situation_of(&self, placed: &Placed<'_>) -> Situation {
        let own = self.situation(placed.article);
        let day = placed.claim.entry.and_then(|entry| entry.day);
        Situation { anchor: day.or(own.anchor), ..own }
    }

    /// What an article's relative values resolve against.
    #[must_use]
    pub fn situation(&self, article: usize) -> Situation {
        let own = self.articles.get(article).map(|article| article.situation.clone()).unwrap_or_default();
        Situation { article, ..own }
    }
}

/// Articles by path; two that share a path by what they claim, so that the order they came in is never seen.
pub(crate) fn order(a: &ArticleClaims, b: &ArticleClaims) -> Ordering {
    fn prints(article: &ArticleClaims) -> impl Iterator<Item = Fingerprint> {
        article.claims.iter().map(|claim| claim.fingerprint)
    }
    (&a.article, &a.metadata.source, a.metadata.published)
        .cmp(&(&b.article, &b.metadata.source, b.metadata.published))
        .then_with(|| prints(a).cmp(prints(b)))
}

/// Takes a number of some of those that are counted for a share of the larger numbers of them all.
fn set_parts(claims: &mut [Placed<'_>]) {
    let is_whole = |placed: &&Placed<'_>| !placed.part && placed.is_asserted();
    let wholes = claims.iter().filter(is_whole).filter_map(|placed| placed.claim.value.content.amount());
    let wholes = wholes.filter(|amount| !amount.narrower).map(|amount| amount.interval.lo);
    let Some(largest) = wholes.max_by(f64::total_cmp) else { return };
    for placed in claims {
        let narrower = placed.claim.value.content.amount().filter(|amount| amount.narrower);
        placed.part |= narrower.is_some_and(|amount| amount.interval.hi < largest);
    }
}

fn units(claims: &[Placed<'_>]) -> Units {
    let mut known = claims.iter().filter_map(|placed| placed.claim.value.content.amount()?.unit.as_deref());
    let first = known.next();
    if known.all(|unit| Some(unit) == first) { Units::Same } else { Units::Differ }
}

/// Claims in the order of the text.
fn in_order(claims: &[Claim]) -> Vec<&Claim> {
    let mut claims: Vec<&Claim> = claims.iter().collect();
    claims.sort_by(|a, b| {
        (a.quote.start, a.quote.end, &a.fingerprint).cmp(&(b.quote.start, b.quote.end, &b.fingerprint))
    });
    claims
}

/// The names of the sources, and the source of each article; of names that are one, the first spelling.
pub(crate) fn sources<'a>(articles: &[&'a ArticleClaims]) -> (Vec<&'a str>, Vec<usize>) {
    let mut known: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    let mut names = Vec::new();
    let source_of = articles
        .iter()
        .map(|article| {
            *known.entry(fold::source(&article.metadata.source)).or_insert_with(|| {
                names.push(article.metadata.source.as_str());
                names.len() - 1
            })
        })
        .collect();
    (names, source_of)
}
