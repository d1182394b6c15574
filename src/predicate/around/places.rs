//! Where the values of those who support others stand: the same as one, and others that are measured alike.

use crate::{
    claim::SaidAround,
    fold,
    lexicon::Lexicon,
    predicate::supported::{DERIVED, Questioned, Support, Supported, Within},
    table::{Placed, Table},
    value::{Amount, Content},
};
use rustc_hash::FxHashMap;

/// A value that stands in more places is said of anything.
const MOST_PLACES: usize = 64;
/// So many others that are measured alike are looked at.
const MOST_OTHERS: usize = 256;

/// What is said around a value at its place.
#[derive(Clone, Copy)]
pub struct PlaceAround<'t> {
    /// In its clause.
    pub said: &'t SaidAround,
    /// The keys of the words of its sentence, and of the one before.
    sentences: [&'t [String]; 2],
}

impl<'t> PlaceAround<'t> {
    /// The keys of the words of the clause, of its sentence and of the one before.
    pub fn keys(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.said.of_clause().chain(self.sentences.into_iter().flatten().map(String::as_str))
    }
}

/// How a value is measured: its kind, unit and currency; a name by its last word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct MeasuredAs<'p> {
    within: Within,
    kind: Option<&'static str>,
    unit: Option<&'p str>,
    currency: Option<&'p str>,
    word: Option<String>,
}

/// Where values stand in those who support others.
pub struct ValuePlaces<'p, 'a> {
    by: &'p Supported,
    supporters: &'p [&'p Placed<'a>],
    table: &'p Table<'a>,
    around: FxHashMap<(usize, (u32, u32)), &'a SaidAround>,
    measured: FxHashMap<MeasuredAs<'p>, Vec<usize>>,
    numbers: FxHashMap<(MeasuredAs<'p>, u64), Vec<usize>>,
}

impl<'p, 'a> ValuePlaces<'p, 'a> {
    /// Those of the values that may support some.
    pub fn new(by: &'p Supported, table: &'p Table<'a>, questioned: &'p Questioned<'p, 'a>) -> Self {
        let articles = table.articles.iter().enumerate();
        let around = articles.flat_map(|(at, article)| article.around.iter().map(move |one| ((at, one.place()), one)));
        let (measured, numbers) = (FxHashMap::default(), FxHashMap::default());
        let supporters = questioned.supporters.as_slice();
        let mut places = Self { by, supporters, table, around: around.collect(), measured, numbers };
        for (index, placed) in supporters.iter().enumerate() {
            let measured = places.measure(placed);
            if let Some(number) = number(placed) {
                let same = places.numbers.entry((measured.clone(), number)).or_default();
                same.extend((same.len() <= MOST_PLACES).then_some(index));
            }
            let alike = places.measured.entry(measured).or_default();
            alike.extend((alike.len() < MOST_OTHERS).then_some(index));
        }
        places
    }

    fn measure(&self, placed: &'p Placed<'_>) -> MeasuredAs<'p> {
        let value = &placed.claim.value;
        let amount = value.content.amount();
        let word = match &value.content {
            Content::Word(words) => fold::each_word(words).pop(),
            Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
        };
        MeasuredAs {
            within: self.by.within(placed),
            kind: (!value.kind.is_bare()).then(|| value.kind.name()),
            unit: amount.and_then(|amount| amount.unit.as_deref()),
            currency: amount.and_then(|amount| amount.currency.as_deref()),
            word,
        }
    }

    /// What is said around a value, where its record has it.
    pub fn said(&self, placed: &Placed<'_>) -> Option<PlaceAround<'a>> {
        let quote = &placed.claim.quote;
        let said = self.around.get(&(placed.article, (quote.start, quote.end))).copied()?;
        let words = self.table.articles.get(placed.article).and_then(|article| article.words.as_ref());
        let keys = |at: Option<usize>| {
            let sentence = at.zip(words).and_then(|(at, words)| words.sentences.get(at));
            sentence.map(|sentence| sentence.keys.as_slice()).unwrap_or_default()
        };
        let own = usize::try_from(said.sentence).ok();
        Some(PlaceAround { said, sentences: [keys(own), keys(own.and_then(|own| own.checked_sub(1)))] })
    }

    /// Every supporter that is the same as a claim which is plainly supported; none where they are too many to tell apart.
    pub fn same_as(&self, placed: &'p Placed<'_>, support: &Support) -> Vec<&'p Placed<'a>> {
        if !support.holds() || support.reason == Some(DERIVED) {
            return Vec::new();
        }
        let supporting = support.by.iter().filter_map(|at| self.supporters.get(*at).copied());
        let mut same: Vec<usize> = supporting.flat_map(|one| self.alike(one)).copied().collect();
        if !support.by.is_empty() {
            same.extend(self.alike(placed));
        }
        same.sort_unstable();
        same.dedup();
        if same.len() > MOST_PLACES {
            return Vec::new();
        }
        same.into_iter().filter_map(|at| self.supporters.get(at).copied()).collect()
    }

    /// Those with the same number, or the same last word.
    fn alike(&self, placed: &'p Placed<'_>) -> &[usize] {
        let measured = self.measure(placed);
        let found = match number(placed) {
            Some(number) => self.numbers.get(&(measured, number)),
            None => self.measured.get(&measured),
        };
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// Other numbers of the same, as far as both say what they count.
    pub fn others(&self, placed: &'p Placed<'_>) -> impl Iterator<Item = &'p Placed<'a>> {
        let alike = self.measured.get(&self.measure(placed)).map(Vec::as_slice).unwrap_or_default();
        let own = number(placed);
        let lexicon = self.table.placing.lexicon;
        let thing = placed.claim.value.content.amount().and_then(|amount| thing(amount, lexicon));
        let is_other = move |other: &&Placed<'_>| {
            let theirs = other.claim.value.content.amount().and_then(|amount| self::thing(amount, lexicon));
            let counts_same = thing.is_none() || theirs.is_none() || thing == theirs;
            own.is_some() && number(other) != own && counts_same
        };
        alike.iter().filter_map(|at| self.supporters.get(*at).copied()).filter(is_other)
    }
}

/// The number that an amount is written with.
fn number(placed: &Placed<'_>) -> Option<u64> {
    // Zero has one sign.
    placed.claim.value.content.amount()?.best.map(|best| (best + 0.0).to_bits())
}

/// The key of what an amount counts.
fn thing(amount: &Amount, lexicon: &Lexicon) -> Option<String> {
    amount.thing(lexicon).map(|noun| lexicon.stems().key(noun))
}
