//! The files of each language, as they are compiled in, and those that are read only when they are asked for.

use super::{
    ArticleWords, AttributionWords, ClauseWords, LandWords, Lexicon, MutationWords, NameWords, QuotationWords,
    RelationWords, Rewrites, Spoken, Stems, WordEndings, parse,
};
use crate::diagnostic::Mistake;
use std::{collections::BTreeMap, sync::OnceLock};

/// Lists of words by name, as `words:` of a rule file has them.
pub type WordLists = BTreeMap<String, Vec<String>>;

/// The files of one language.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shipped {
    pub language: &'static str,
    /// Other meanings of hedges and vague words, by name.
    pub presets: &'static [(&'static str, &'static str)],
    pub agencies: &'static str,
    pub attribution: &'static str,
    pub calendar: &'static str,
    pub clauses: &'static str,
    pub counting: &'static str,
    pub endings: &'static str,
    pub groups: &'static str,
    pub hedges: &'static str,
    pub lands: &'static str,
    pub lists: &'static str,
    pub money: &'static str,
    pub mutations: &'static str,
    pub names: &'static str,
    pub numbers: &'static str,
    pub parts: &'static str,
    pub phrases: &'static str,
    pub quotations: &'static str,
    pub relations: &'static str,
    pub rewrites: &'static str,
    pub saying: &'static str,
    pub sentences: &'static str,
    pub tense: &'static str,
    pub units: &'static str,
    pub zones: &'static str,
}

impl Shipped {
    pub const ENGLISH: Self = Self {
        language: "en",
        presets: &[
            ("acled", include_str!("../../rules/lexicon/presets/acled.yaml")),
            ("conservative", include_str!("../../rules/lexicon/presets/conservative.yaml")),
        ],
        agencies: include_str!("../../rules/lexicon/en/agencies.yaml"),
        attribution: include_str!("../../rules/lexicon/en/attribution.yaml"),
        calendar: include_str!("../../rules/lexicon/en/calendar.yaml"),
        clauses: include_str!("../../rules/lexicon/en/clauses.yaml"),
        counting: include_str!("../../rules/lexicon/en/counting.yaml"),
        endings: include_str!("../../rules/lexicon/en/endings.yaml"),
        groups: include_str!("../../rules/lexicon/en/groups.yaml"),
        hedges: include_str!("../../rules/lexicon/en/hedges.yaml"),
        lands: include_str!("../../rules/lexicon/en/lands.yaml"),
        lists: include_str!("../../rules/lexicon/en/lists.yaml"),
        money: include_str!("../../rules/lexicon/en/money.yaml"),
        mutations: include_str!("../../rules/lexicon/en/mutations.yaml"),
        names: include_str!("../../rules/lexicon/en/names.yaml"),
        numbers: include_str!("../../rules/lexicon/en/numbers.yaml"),
        parts: include_str!("../../rules/lexicon/en/parts.yaml"),
        phrases: include_str!("../../rules/lexicon/en/phrases.yaml"),
        quotations: include_str!("../../rules/lexicon/en/quotations.yaml"),
        relations: include_str!("../../rules/lexicon/en/relations.yaml"),
        rewrites: include_str!("../../rules/lexicon/en/rewrites.yaml"),
        saying: include_str!("../../rules/lexicon/en/saying.yaml"),
        sentences: include_str!("../../rules/lexicon/en/sentences.yaml"),
        tense: include_str!("../../rules/lexicon/en/tense.yaml"),
        units: include_str!("../../rules/lexicon/en/units.yaml"),
        zones: include_str!("../../rules/lexicon/en/zones.yaml"),
    };

    fn names_read(self) -> Result<NameWords, Mistake> {
        NameWords::read(self.names)
    }

    fn quotations_read(self) -> Result<QuotationWords, Mistake> {
        parse::parse("quotations.yaml", self.quotations)
    }

    fn attribution_read(self) -> Result<AttributionWords, Mistake> {
        AttributionWords::read(self.attribution)
    }

    fn articles_read(self) -> Result<ArticleWords, Mistake> {
        ArticleWords::read(self.parts, self.agencies)
    }

    fn clauses_read(self) -> Result<ClauseWords, Mistake> {
        ClauseWords::read(self.clauses)
    }

    fn endings_read(self) -> Result<WordEndings, Mistake> {
        parse::parse("endings.yaml", self.endings)
    }

    fn lands_read(self) -> Result<LandWords, Mistake> {
        LandWords::read(self.lands)
    }

    fn lists_read(self) -> Result<WordLists, Mistake> {
        parse::parse("lists.yaml", self.lists)
    }

    fn mutations_read(self) -> Result<MutationWords, Mistake> {
        parse::parse("mutations.yaml", self.mutations)
    }

    fn relations_read(self, stems: &Stems) -> Result<RelationWords, Mistake> {
        RelationWords::read(self.relations, stems)
    }

    fn rewrites_read(self) -> Result<Rewrites, Mistake> {
        parse::parse("rewrites.yaml", self.rewrites)
    }

    fn spoken_read(self) -> Result<Spoken, Mistake> {
        parse::parse("saying.yaml", self.saying)
    }

    /// Whether everything that is read late reads.
    #[cfg(test)]
    pub fn parts_read(self) -> Result<(), Mistake> {
        self.names_read()?;
        self.quotations_read()?;
        self.articles_read()?;
        self.attribution_read()?;
        self.clauses_read()?;
        self.endings_read()?;
        self.lands_read()?;
        self.lists_read()?;
        self.mutations_read()?;
        self.rewrites_read()?;
        self.spoken_read()?;
        Stems::read(self.phrases).and_then(|stems| self.relations_read(&stems)).map(drop)
    }
}

/// The parts of a lexicon that are read when they are first asked for.
#[derive(Debug, Default)]
pub(super) struct Lazy {
    names: OnceLock<NameWords>,
    quotations: OnceLock<QuotationWords>,
    articles: OnceLock<ArticleWords>,
    attribution: OnceLock<AttributionWords>,
    clauses: OnceLock<ClauseWords>,
    endings: OnceLock<WordEndings>,
    lands: OnceLock<LandWords>,
    lists: OnceLock<WordLists>,
    mutations: OnceLock<MutationWords>,
    stems: OnceLock<Stems>,
    relations: OnceLock<RelationWords>,
    rewrites: OnceLock<Rewrites>,
}

// The shipped files are under test: they always read.
impl Lexicon {
    /// The words that make a run of capitals a name.
    #[must_use]
    pub fn names(&self) -> &NameWords {
        self.lazy.names.get_or_init(|| self.shipped.names_read().unwrap_or_default())
    }

    /// The words around quotation marks.
    #[must_use]
    pub fn quotations(&self) -> &QuotationWords {
        self.lazy.quotations.get_or_init(|| self.shipped.quotations_read().unwrap_or_default())
    }

    /// The words that show what a line of an article is.
    #[must_use]
    pub fn articles(&self) -> &ArticleWords {
        self.lazy.articles.get_or_init(|| self.shipped.articles_read().unwrap_or_default())
    }

    /// The words that tell who says what.
    #[must_use]
    pub fn attribution(&self) -> &AttributionWords {
        self.lazy.attribution.get_or_init(|| self.shipped.attribution_read().unwrap_or_default())
    }

    /// The words that clauses are read by.
    #[must_use]
    pub fn clauses(&self) -> &ClauseWords {
        self.lazy.clauses.get_or_init(|| self.shipped.clauses_read().unwrap_or_default())
    }

    /// What the endings of words say.
    #[must_use]
    pub fn endings(&self) -> &WordEndings {
        self.lazy.endings.get_or_init(|| self.shipped.endings_read().unwrap_or_default())
    }

    /// Lands and their people.
    #[must_use]
    pub fn lands(&self) -> &LandWords {
        self.lazy.lands.get_or_init(|| self.shipped.lands_read().unwrap_or_default())
    }

    /// The lists of words that phrases may name without defining them, by name.
    ///
    /// ```
    /// let lists = crosscheck::rooms::lexicon::Lexicon::english().lists();
    /// assert!(lists.get("injured").is_some_and(|words| words.contains(&"wounded".to_string())));
    /// ```
    #[must_use]
    pub fn lists(&self) -> &WordLists {
        self.lazy.lists.get_or_init(|| self.shipped.lists_read().unwrap_or_default())
    }

    /// What is written in place of words, so that a text says something else.
    #[must_use]
    pub fn mutations(&self) -> &MutationWords {
        self.lazy.mutations.get_or_init(|| self.shipped.mutations_read().unwrap_or_default())
    }

    /// How words are led back to their stems.
    #[must_use]
    pub fn stems(&self) -> &Stems {
        self.lazy.stems.get_or_init(|| Stems::read(self.shipped.phrases).unwrap_or_default())
    }

    /// What phrases know of words beyond their stems.
    #[must_use]
    pub fn relations(&self) -> &RelationWords {
        self.lazy.relations.get_or_init(|| self.shipped.relations_read(self.stems()).unwrap_or_default())
    }

    /// What people write instead of a sentence of the rule language.
    #[must_use]
    pub fn rewrites(&self) -> &Rewrites {
        self.lazy.rewrites.get_or_init(|| self.shipped.rewrites_read().unwrap_or_default())
    }
}

impl Spoken {
    /// The words of messages.
    #[must_use]
    pub fn words() -> &'static Self {
        static WORDS: OnceLock<Spoken> = OnceLock::new();
        // The shipped files are under test: they always read.
        WORDS.get_or_init(|| Shipped::ENGLISH.spoken_read().unwrap_or_default())
    }

    /// The months from January.
    #[must_use]
    pub fn months() -> &'static [String] {
        &Lexicon::english().months
    }

    /// The days of the week from Monday.
    #[must_use]
    pub fn weekdays() -> &'static [String] {
        &Lexicon::english().weekdays
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weekdays_are_said_in_full() {
        assert_eq!((Spoken::months().len(), Spoken::weekdays().len()), (12, 7));
        assert_eq!(Spoken::months().get(8).map(String::as_str), Some("September"));
        assert_eq!(Spoken::weekdays().first().map(String::as_str), Some("Monday"));
    }
}
