//! The lexicon's files: their shapes, and how they become look-ups.

use super::{
    Class, Lexicon, Trie, WordId,
    entries::{Currency, DayOrder, DurationUnit, HedgeMeaning, PriceUnit, Unit, ZeroCount, Zone},
    parse,
    shipped::Shipped,
};
use crate::diagnostic::Mistake;
use indexmap::IndexMap;
use serde::Deserialize;

pub(super) type WordTable<T> = IndexMap<String, T>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    cardinals: WordTable<f64>,
    magnitudes: WordTable<f64>,
    suffixes: WordTable<f64>,
    #[serde(rename = "money suffixes")]
    money_suffixes: WordTable<f64>,
    #[serde(rename = "money signs")]
    money_signs: WordTable<f64>,
    fractions: WordTable<f64>,
    ordinals: WordTable<f64>,
    #[serde(rename = "vulgar fractions")]
    vulgar_fractions: WordTable<f64>,
    negatives: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hedges {
    #[serde(default)]
    meanings: WordTable<HedgeMeaning>,
    #[serde(default)]
    before: WordTable<String>,
    #[serde(default)]
    after: WordTable<String>,
    #[serde(default)]
    glued: WordTable<String>,
    #[serde(default, rename = "vague counts")]
    vague_counts: WordTable<(f64, f64)>,
    #[serde(default, rename = "zero counts")]
    zero_counts: WordTable<ZeroCount>,
    #[serde(default, rename = "vague durations")]
    vague_durations: WordTable<(f64, f64)>,
    /// How a project's articles write "4/7/2021".
    dates: Option<DayOrder>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitWords {
    dimensions: WordTable<Dimension>,
    durations: WordTable<DurationEntry>,
    priced: WordTable<PricedEntry>,
    long: WordTable<String>,
    which: Vec<String>,
    between: Vec<String>,
    #[serde(rename = "before units")]
    before_units: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dimension {
    #[allow(dead_code)] // for the reader of the file; factors say the same
    base: String,
    units: WordTable<UnitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    factor: f64,
    #[serde(default)]
    offset: f64,
    #[serde(default)]
    single: bool,
    smaller: Option<String>,
    usual: Option<(f64, f64)>,
    names: Vec<String>,
    #[serde(default)]
    symbols: Vec<String>,
    #[serde(default)]
    letters: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DurationEntry {
    seconds: Option<f64>,
    months: Option<f64>,
    iso: String,
    vague: (f64, f64),
    #[serde(default)]
    ages: bool,
    names: Vec<String>,
    #[serde(default)]
    letters: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PricedEntry {
    names: Vec<String>,
    #[serde(default)]
    adverbs: Vec<String>,
    #[serde(default)]
    time: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyEntry {
    #[serde(default)]
    symbols: Vec<String>,
    names: Vec<String>,
    #[serde(default)]
    cents: Vec<String>,
    #[serde(default, rename = "cent symbols")]
    cent_symbols: Vec<String>,
    #[serde(default)]
    least: f64,
    #[serde(default)]
    word: bool,
}

#[derive(Deserialize)]
struct ZoneWords {
    names: WordTable<String>,
    #[serde(flatten)]
    zones: WordTable<Zone>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentences {
    titles: Vec<String>,
    #[serde(rename = "before numbers")]
    before_numbers: Vec<String>,
    maybe: Vec<String>,
    starters: Vec<String>,
    #[serde(rename = "leading on")]
    leading_on: Vec<String>,
    #[serde(rename = "seldom last")]
    seldom_last: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TenseWords {
    future: Vec<String>,
    past: Vec<String>,
    joints: Vec<String>,
}

/// The part of `phrases.yaml` that every run needs; the irregular forms are read with the stems.
#[derive(Deserialize)]
struct Phrases {
    #[serde(rename = "passed over")]
    passed_over: Vec<String>,
    negations: Vec<String>,
    denials: Vec<String>,
}

/// Reads the shipped files of a language, and over them a project's own hedges.
pub(super) fn read(shipped: Shipped, overrides: Option<&str>) -> Result<Lexicon, Mistake> {
    let mut lexicon = Lexicon { shipped, ..Lexicon::default() };
    let mut hedges: Hedges = parse::parse("hedges.yaml", shipped.hedges)?;
    if let Some(text) = overrides {
        let own: Hedges = parse::parse("the project's lexicon", text)?;
        lexicon.day_order = own.dates.unwrap_or_default();
        hedges.meanings.extend(own.meanings);
        hedges.before.extend(own.before);
        hedges.after.extend(own.after);
        hedges.glued.extend(own.glued);
        hedges.vague_counts.extend(own.vague_counts);
        hedges.zero_counts.extend(own.zero_counts);
        hedges.vague_durations.extend(own.vague_durations);
    }
    lexicon.read_numbers(parse::parse("numbers.yaml", shipped.numbers)?);
    lexicon.read_hedges(hedges)?;
    lexicon.read_units(parse::parse("units.yaml", shipped.units)?);
    lexicon.read_money(parse::parse("money.yaml", shipped.money)?);
    lexicon.read_calendar(parse::parse("calendar.yaml", shipped.calendar)?);
    lexicon.read_zones(parse::parse("zones.yaml", shipped.zones)?);
    let sentences: Sentences = parse::parse("sentences.yaml", shipped.sentences)?;
    lexicon.classify(&sentences.titles, Class::TITLE);
    lexicon.classify(&sentences.before_numbers, Class::BEFORE_NUMBER);
    lexicon.classify(&sentences.maybe, Class::MAYBE_END);
    lexicon.classify(&sentences.starters, Class::STARTER);
    lexicon.classify(&sentences.leading_on, Class::LEADS_ON);
    lexicon.classify(&sentences.seldom_last, Class::SELDOM_ENDS);
    let tense: TenseWords = parse::parse("tense.yaml", shipped.tense)?;
    lexicon.classify(&tense.future, Class::FUTURE);
    lexicon.classify(&tense.past, Class::PAST);
    lexicon.classify(&tense.joints, Class::JOINT);
    lexicon.read_counting(parse::parse("counting.yaml", shipped.counting)?)?;
    let phrases: Phrases = parse::parse("phrases.yaml", shipped.phrases)?;
    lexicon.classify(&phrases.passed_over, Class::PASSED_OVER);
    for words in &phrases.negations {
        let mut backwards = std::mem::take(&mut lexicon.negations);
        lexicon.enter_backwards(&mut backwards, words, Class::NEGATION_END, ());
        lexicon.negations = backwards;
    }
    for words in &phrases.denials {
        let mut denials = std::mem::take(&mut lexicon.denials);
        lexicon.enter(&mut denials, words, Class::NEGATION_END, ());
        lexicon.denials = denials;
    }
    lexicon.read_groups(&parse::parse("groups.yaml", shipped.groups)?)?;
    Ok(lexicon)
}

impl Lexicon {
    pub(super) fn classify(&mut self, words: &[String], class: Class) {
        for word in words {
            self.teach(word, |word| word.add(class));
        }
    }

    fn expression(&mut self, words: &str) -> Vec<WordId> {
        words.split_whitespace().map(|word| self.intern(word)).collect()
    }

    /// Enters an expression in a trie made by the caller, and marks its first word.
    pub(super) fn enter<T>(&mut self, trie: &mut Trie<T>, words: &str, class: Class, value: T) {
        let ids = self.expression(words);
        if let Some(first) = ids.first().and_then(|first| self.words.get_mut(first.index())) {
            first.add(class);
        }
        trie.insert(ids, value);
    }

    /// Enters an expression from its last word to its first, and marks its last word.
    pub(super) fn enter_backwards<T>(&mut self, trie: &mut Trie<T>, words: &str, class: Class, value: T) {
        let mut ids = self.expression(words);
        ids.reverse();
        if let Some(last) = ids.first().and_then(|last| self.words.get_mut(last.index())) {
            last.add(class);
        }
        trie.insert(ids, value);
    }

    fn read_numbers(&mut self, numbers: Numbers) {
        let tables = [
            (numbers.cardinals, Class::CARDINAL),
            (numbers.magnitudes, Class::MAGNITUDE),
            (numbers.suffixes, Class::SUFFIX),
            (numbers.fractions, Class::FRACTION),
            (numbers.ordinals, Class::ORDINAL),
        ];
        for (table, class) in tables {
            for (name, number) in table {
                self.teach(&name, |word| {
                    word.add(class);
                    word.number = number;
                });
            }
        }
        for (name, number) in numbers.money_suffixes {
            self.teach(&name, |word| {
                word.add(Class::SUFFIX);
                word.number = number;
                word.money_only = true;
            });
        }
        self.money_signs = numbers.money_signs.into_iter().collect();
        self.vulgar_fractions = numbers.vulgar_fractions.into_iter().collect();
        self.classify(&numbers.negatives, Class::NEGATIVE);
    }

    fn read_hedges(&mut self, hedges: Hedges) -> Result<(), Mistake> {
        let named = |meaning: &str| {
            hedges.meanings.get_index_of(meaning).ok_or_else(|| {
                let known: Vec<&str> = hedges.meanings.keys().map(String::as_str).collect();
                parse::unreadable(format!(
                    "hedges: there is no meaning `{meaning}`; the meanings are {}",
                    known.join(", ")
                ))
            })
        };
        let mut before = Trie::default();
        for (words, meaning) in &hedges.before {
            self.enter_backwards(&mut before, words, Class::HEDGE_END, named(meaning)?);
        }
        self.hedges_before = before;
        let mut after = Trie::default();
        for (words, meaning) in &hedges.after {
            self.enter(&mut after, words, Class::HEDGE_AFTER, named(meaning)?);
        }
        self.hedges_after = after;
        for (word, meaning) in &hedges.glued {
            let id = self.intern(word);
            self.hedges_glued.insert(id, named(meaning)?);
        }
        let mut counts = Trie::default();
        for (words, range) in hedges.vague_counts {
            self.enter(&mut counts, &words, Class::VAGUE, range);
        }
        self.vague_counts = counts;
        let mut zeros = Trie::default();
        for (words, zero) in hedges.zero_counts {
            self.enter(&mut zeros, &words, Class::VAGUE, zero);
        }
        self.zero_counts = zeros;
        let mut durations = Trie::default();
        for (words, (from, to)) in hedges.vague_durations {
            self.enter(&mut durations, &words, Class::VAGUE, (from * 86_400.0, to * 86_400.0));
        }
        self.vague_durations = durations;
        self.meanings = hedges.meanings.into_values().collect();
        Ok(())
    }

    fn read_units(&mut self, units: UnitWords) {
        let mut names = Trie::default();
        for (dimension, entry) in units.dimensions {
            for (name, unit) in entry.units {
                let index = self.units.len();
                let UnitEntry { factor, offset, single, smaller, usual, .. } = unit;
                self.units.push(Unit { name, dimension: dimension.clone(), factor, offset, single, smaller, usual });
                for letter in unit.letters {
                    self.unit_letters.insert(letter, index);
                }
                for name in &unit.names {
                    self.enter(&mut names, name, Class::UNIT, index);
                }
                for symbol in unit.symbols {
                    // "km/h" is told by its mark.
                    if !symbol.contains('/') {
                        self.teach(&symbol, |word| word.add(Class::UNIT));
                    }
                    self.unit_symbols.insert(symbol, index);
                }
            }
        }
        self.unit_names = names;
        for (name, entry) in units.durations {
            let DurationEntry { seconds, months, iso, vague, ages, .. } = entry;
            self.durations.push(DurationUnit { name, seconds, months, iso, vague, ages });
            for letter in entry.letters {
                self.duration_letters.insert(letter, self.durations.len() - 1);
            }
            let index = u8::try_from(self.durations.len()).unwrap_or(0);
            for name in &entry.names {
                self.teach(name, |word| {
                    word.add(Class::DURATION);
                    word.duration = index;
                });
            }
        }
        for (name, PricedEntry { names, adverbs, time }) in units.priced {
            let words = names.into_iter().map(|word| (word, false)).chain(adverbs.into_iter().map(|word| (word, true)));
            for (word, is_adverb) in words {
                self.price_units.insert(word, PriceUnit { name: name.clone(), is_adverb, of_time: time });
            }
        }
        for (word, unit) in units.long {
            let index = self.look_up(&unit).duration;
            self.teach(&word, |word| {
                word.add(Class::LONG);
                word.duration = index;
            });
        }
        self.classify(&units.which, Class::WHICH);
        self.classify(&units.between, Class::BETWEEN_UNITS);
        self.classify(&units.before_units, Class::BEFORE_UNITS);
    }

    fn read_money(&mut self, currencies: WordTable<CurrencyEntry>) {
        let mut names = Trie::default();
        for (code, entry) in currencies {
            let index = self.currencies.len();
            self.currencies.push(Currency { code, least: entry.least, word: entry.word });
            for symbol in entry.cent_symbols {
                self.teach(&symbol, |word| word.add(Class::CURRENCY));
                self.cent_symbols.insert(symbol, index);
            }
            for symbol in entry.symbols {
                if symbol.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                    self.teach(&symbol, |word| word.add(Class::CURRENCY));
                }
                self.currency_symbols.insert(symbol, index);
            }
            for name in &entry.names {
                self.enter(&mut names, name, Class::CURRENCY, (index, 1.0));
            }
            for name in &entry.cents {
                self.enter(&mut names, name, Class::CURRENCY, (index, 100.0));
            }
            let code = self.currencies.get(index).map(|currency| currency.code.clone()).unwrap_or_default();
            let class = if entry.word { Class::CURRENCY_CODE } else { Class::CURRENCY };
            self.enter(&mut names, &code, class, (index, 1.0));
        }
        self.currency_names = names;
    }

    fn read_zones(&mut self, zones: ZoneWords) {
        for (name, zone) in zones.zones {
            self.teach(&name, |word| word.add(Class::ZONE));
            self.zones.insert(name, zone);
        }
        let mut names = Trie::default();
        for (words, zone) in zones.names {
            self.enter(&mut names, &words, Class::ZONE_NAME, zone);
        }
        self.zone_names = names;
    }
}
