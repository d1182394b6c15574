//! The words the engine knows, by language: number words, units, months, hedges, abbreviations, cues. All of it is data,
//! in `rules/lexicon/`.

mod articles;
mod attribution;
mod by_letters;
mod calendar;
mod clause_class;
mod clauses;
mod counting;
mod endings;
mod entries;
mod group;
mod groups;
mod lands;
mod moment;
mod mutations;
mod names;
mod parse;
mod precision;
mod relations;
mod rewrites;
mod set;
mod shipped;
mod spoken;
mod stems;
mod tables;
mod trie;
mod verb_forms;
mod word;

pub use articles::{ArticleWords, Openings};
pub use attribution::{AttributionWords, CueClass, SpeakerSort, ThirdPerson};
pub use clause_class::ClauseClass;
pub use clauses::ClauseWords;
pub use endings::WordEndings;
pub use entries::{Currency, DayOrder, DurationUnit, HedgeMeaning, IntervalEnd, PriceUnit, Unit, ZeroCount, Zone};
pub use group::WordGroup;
pub use lands::LandWords;
pub use moment::{CalendarUnit, DayPart, Holiday, Hours, VagueDate};
pub use mutations::{DenialWords, MutationWords};
pub use names::{NameClass, NameWords, QuotationWords, Words};
pub use precision::Precision;
pub use relations::{OppositeSide, OppositeWay, RelationClass, RelationWords};
pub use rewrites::{Rewrites, Wordings, behind_any};
pub use shipped::WordLists;
pub use spoken::Spoken;
pub use stems::Stems;
pub use trie::Trie;
pub use word::{Class, Word, WordId};

use crate::diagnostic::Mistake;
use by_letters::ByLetters;
use rustc_hash::FxHashMap;
use shipped::{Lazy, Shipped};
use std::sync::{Arc, OnceLock};

/// The words of one language: one look-up a word, tries for expressions of several words, and the tables they point into.
#[derive(Debug, Default)]
pub struct Lexicon {
    shipped: Shipped,
    /// What few runs need, read when it is first asked for.
    lazy: Lazy,
    ids: ByLetters<WordId>,
    words: Vec<Word>,
    /// People of any sort: "people".
    pub anybody: Box<str>,
    /// Meanings of hedges.
    pub meanings: Vec<HedgeMeaning>,
    /// Hedges before a number, read backwards; indices of `meanings`.
    pub hedges_before: Trie<usize>,
    /// Hedges after a number; indices of `meanings`.
    pub hedges_after: Trie<usize>,
    /// Hedges right behind a figure, "-odd", "+"; indices of `meanings`.
    pub hedges_glued: FxHashMap<WordId, usize>,
    /// "½" and the like.
    pub vulgar_fractions: FxHashMap<String, f64>,
    /// Magnitudes behind an amount with its currency before it, as written: "$6.5MM".
    pub money_signs: FxHashMap<String, f64>,
    /// "ruled out", read backwards.
    pub negations: Trie<()>,
    /// What takes something back behind it: "(has been) ruled out".
    pub denials: Trie<()>,
    /// "dozens of", from and to.
    pub vague_counts: Trie<(f64, f64)>,
    /// "no one", "no reports of".
    pub zero_counts: Trie<ZeroCount>,
    /// "recent weeks", in seconds.
    pub vague_durations: Trie<(f64, f64)>,
    /// Units of measures.
    pub units: Vec<Unit>,
    /// Names of units; indices of `units`.
    pub unit_names: Trie<usize>,
    /// Symbols of units as written; indices of `units`.
    pub unit_symbols: FxHashMap<String, usize>,
    /// Letters that are a unit only right behind digits ("41C"); indices of `units`.
    pub unit_letters: FxHashMap<String, usize>,
    /// Units of time; a word's `duration` is an index from 1.
    pub durations: Vec<DurationUnit>,
    /// What prices are for, by the words for it in small letters.
    pub price_units: FxHashMap<String, PriceUnit>,
    /// Letters that are a unit of time only right behind digits ("30s"); indices of `durations`.
    pub duration_letters: FxHashMap<String, usize>,
    /// Currencies.
    pub currencies: Vec<Currency>,
    /// Names of currencies: an index of `currencies`, and what the amount is divided by (100 for cents).
    pub currency_names: Trie<(usize, f64)>,
    /// Symbols of currencies as written ("$", "US$"); indices of `currencies`.
    pub currency_symbols: FxHashMap<String, usize>,
    /// Symbols of a hundredth of a currency ("p", "¢"); indices of `currencies`.
    pub cent_symbols: FxHashMap<String, usize>,
    /// Zones by abbreviation as written.
    pub zones: FxHashMap<String, Zone>,
    /// Zones by the word before "time": "Moscow time".
    pub zone_names: Trie<String>,
    /// Holidays, the "'s" left out.
    pub holidays: Trie<Holiday>,
    /// "shortly after" before a time of day, read backwards: from and to, in minutes.
    pub near_times: Trie<(i32, i32)>,
    /// Which number of "4/7/2021" is the day.
    pub day_order: DayOrder,
    /// The names of the months as they are said, from January.
    pub months: Vec<String>,
    /// The names of the days of the week as they are said, from Monday.
    pub weekdays: Vec<String>,
    /// "now", "in the past".
    pub vague_dates: Trie<VagueDate>,
}

impl Lexicon {
    /// The languages that a lexicon ships for, as codes of ISO 639-1.
    pub const LANGUAGES: &[&str] = &["en"];

    /// The shipped lexicon of a language, by its code; `None` where none is shipped. This is the only place that knows which
    /// lexicon a language has.
    #[must_use]
    pub fn of(language: &str) -> Option<&'static Arc<Self>> {
        match language {
            "en" => Some(Self::english()),
            _ => None,
        }
    }

    /// The shipped English lexicon.
    #[must_use]
    pub fn english() -> &'static Arc<Self> {
        static ENGLISH: OnceLock<Arc<Lexicon>> = OnceLock::new();
        // The shipped files are under test: they always read.
        ENGLISH.get_or_init(|| Arc::new(tables::read(Shipped::ENGLISH, None).unwrap_or_default()))
    }

    /// The same lexicon as it is shipped, with a project's own hedges and vague words: entries for the same words are replaced.
    ///
    /// # Errors
    /// What is wrong with the project's file, in words.
    pub fn with_overrides(&self, hedges: &str) -> Result<Self, Mistake> {
        tables::read(self.shipped, Some(hedges))
    }

    /// The names of the presets: tables of those who code events for what vague counts are.
    pub fn presets(&self) -> impl Iterator<Item = &'static str> {
        self.shipped.presets.iter().map(|(name, _)| *name)
    }

    /// The same lexicon as it is shipped, with the entries of a preset: under `conservative` "dozens" are 24. None where no
    /// preset is called so.
    #[must_use]
    pub fn with_preset(&self, name: &str) -> Option<Self> {
        let (_, hedges) = self.shipped.presets.iter().find(|(known, _)| *known == name)?;
        // The shipped files are under test.
        self.with_overrides(hedges).ok()
    }

    /// Its language, a code of ISO 639-1.
    #[must_use]
    pub fn language(&self) -> &'static str {
        self.shipped.language
    }

    /// The id of a word, in any case; `None` for a word the lexicon does not know.
    #[must_use]
    pub fn id(&self, word: &str) -> Option<WordId> {
        self.ids.get(word.as_bytes())
    }

    /// What is known of a word; an unknown id knows nothing.
    #[inline]
    #[must_use]
    pub fn word(&self, id: WordId) -> &Word {
        const UNKNOWN: &Word = &Word::UNKNOWN;
        self.words.get(id.index()).unwrap_or(UNKNOWN)
    }

    /// The unit that a name or symbol stands for.
    #[must_use]
    pub fn unit(&self, name: &str) -> Option<&Unit> {
        let words = name.split_whitespace().map(|word| self.id(word).unwrap_or_default());
        let named = self.unit_names.longest(words).filter(|(count, _)| *count == name.split_whitespace().count());
        let index = self.unit_symbols.get(name).or(named.map(|(_, index)| index));
        index.and_then(|index| self.units.get(*index)).or_else(|| self.units.iter().find(|unit| unit.name == name))
    }

    /// Whether what a unit measures is measured in no other, so that a bare number says as much: a magnitude.
    #[must_use]
    pub fn is_only_unit(&self, name: &str) -> bool {
        let dimension = self.unit(name).map(|unit| unit.dimension.as_str());
        dimension.is_some() && self.units.iter().filter(|unit| Some(unit.dimension.as_str()) == dimension).count() == 1
    }

    /// Whether the letters are a currency's sign as written: "Rs", "USD".
    #[must_use]
    pub fn is_currency_sign(&self, letters: &str) -> bool {
        self.currency_symbols.contains_key(letters)
    }

    /// The number of the month that a word names in any case, from 1.
    #[must_use]
    pub fn month(&self, word: &str) -> Option<u32> {
        Some(self.look_up(word).month.into()).filter(|month| *month > 0)
    }

    /// Whether a word names a month or a day of the week.
    #[must_use]
    pub fn is_calendar_word(&self, word: &str) -> bool {
        self.look_up(word).is(Class::MONTH.and(Class::WEEKDAY))
    }

    /// What is known of a written word.
    #[must_use]
    pub fn look_up(&self, word: &str) -> &Word {
        self.word(self.id(word).unwrap_or_default())
    }

    /// The id of a word, made known if it is not.
    fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.id(word) {
            return id;
        }
        if self.words.is_empty() {
            self.words.push(Word::UNKNOWN);
        }
        let id = WordId::from_index(self.words.len());
        *self.ids.entry(word.as_bytes()) = id;
        self.words.push(Word::UNKNOWN);
        id
    }

    /// Changes what is known of a word.
    fn teach(&mut self, word: &str, change: impl FnOnce(&mut Word)) {
        let id = self.intern(word);
        if let Some(word) = self.words.get_mut(id.index()) {
            change(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_shipped_files_read() {
        for language in Lexicon::LANGUAGES {
            assert_eq!(Lexicon::of(language).unwrap().language(), *language);
        }
        assert!(Lexicon::of("de").is_none());
        if let Err(mistake) = tables::read(Shipped::ENGLISH, None) {
            panic!("{mistake}");
        }
        Shipped::ENGLISH.parts_read().unwrap();
    }

    #[test]
    fn presets_take_vague_counts_as_one_number() {
        let english = Lexicon::english();
        assert_eq!(english.presets().collect::<Vec<_>>(), ["acled", "conservative"]);
        assert!(english.with_preset("generous").is_none());
        for (preset, words, expected) in [
            ("conservative", "dozens", 24.0),
            ("conservative", "tens of thousands of", 20_000.0),
            ("conservative", "a couple of", 2.0),
            ("conservative", "several hundred", 300.0),
            ("acled", "tens", 10.0),
            ("acled", "dozens of", 12.0),
            ("acled", "hundreds", 100.0),
            ("acled", "thousands of", 1_000.0),
            ("acled", "several", 3.0),
        ] {
            let lexicon = english.with_preset(preset).unwrap();
            let ids = words.split(' ').map(|word| lexicon.id(word).unwrap());
            let (lo, hi) = *lexicon.vague_counts.longest(ids).unwrap().1;
            assert!((lo - expected).abs() < 1e-9 && (hi - expected).abs() < 1e-9, "{preset}: {words}: {lo} to {hi}");
        }
        // Every vague count has its number in every preset.
        let counts = |text: &str| -> BTreeMap<String, (f64, f64)> {
            let all: BTreeMap<String, serde_json::Value> = parse::parse("a lexicon", text).unwrap();
            serde_json::from_value(all["vague counts"].clone()).unwrap()
        };
        let is_vague = |(_, (lo, hi)): &(String, (f64, f64))| hi - lo > 1e-9;
        let vague: Vec<String> =
            counts(Shipped::ENGLISH.hedges).into_iter().filter(is_vague).map(|(words, _)| words).collect();
        for (name, text) in Shipped::ENGLISH.presets {
            let known = counts(text);
            for words in &vague {
                assert!(known.get(words).is_some_and(|(lo, hi)| hi - lo < 1e-9), "{name}: {words}");
            }
        }
    }

    #[test]
    fn words_are_known_in_any_case() {
        let lexicon = Lexicon::english();
        for (word, class) in
            [("January", Class::MONTH), ("jan", Class::MONTH), ("THURSDAY", Class::WEEKDAY), ("fifty", Class::CARDINAL)]
        {
            assert!(lexicon.look_up(word).is(class), "{word}");
        }
        for word in ["januaries", "xyzzy", "", "\u{fffd}"] {
            assert_eq!(lexicon.id(word), None, "{word}");
        }
    }

    #[test]
    fn a_project_overrides_entries() {
        let lexicon = Lexicon::english()
            .with_overrides("before: { circa: nearly }\nvague counts: { dozens: [12, 60] }\n")
            .unwrap();
        let dozens = lexicon.id("dozens").unwrap();
        assert_eq!(lexicon.vague_counts.longest(std::iter::once(dozens)).map(|(_, value)| *value), Some((12.0, 60.0)));
        assert!(
            Lexicon::english()
                .with_overrides("before: { circa: nearlyish }")
                .unwrap_err()
                .message
                .contains("nearlyish")
        );
        assert_eq!(Lexicon::english().with_overrides("dates: day first").unwrap().day_order, DayOrder::DayFirst);
        assert!(Lexicon::english().with_overrides("dates: year first").unwrap_err().message.contains("day first"));
        assert!(Lexicon::english().with_overrides("befour: {}").unwrap_err().message.contains("befour"));
    }
}
