//! Which nouns count the same: what is counted, as far as a figure says it.

use crate::{
    lexicon::{Class, Lexicon, RelationClass},
    table::Placed,
    value::{Content, Value},
};
use rustc_hash::FxHashSet;

/// So many letters at least has a noun that others end with, and what stands before it in them.
const FEWEST_LETTERS: usize = 4;
const FEWEST_BEFORE: usize = 3;

/// What a figure counts, as far as it says it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Counting {
    /// Anything, or nothing.
    All,
    /// Something.
    Something,
    /// It does not say what.
    Unsaid,
    /// It says what befell whom it counts.
    Harm,
    /// A thing, by the key of its stem.
    Thing(String),
    /// Some sort of people.
    Persons,
    /// Some sort of a thing, by the key with which its noun ends: "schoolgirl".
    SortOf(String),
}

/// What is known of the nouns of a story.
#[derive(Debug)]
pub struct Nouns<'l> {
    /// The words the engine knows.
    pub lexicon: &'l Lexicon,
    /// Two nouns, by their keys, of which an article counts both: they are not the same there.
    apart: FxHashSet<(String, String)>,
}

impl<'l> Nouns<'l> {
    /// Those of some claims.
    pub fn new<'p>(claims: impl Iterator<Item = &'p Placed<'p>>, lexicon: &'l Lexicon) -> Self {
        let mut nouns = Self { lexicon, apart: FxHashSet::default() };
        let mut counted: FxHashSet<(usize, String)> = FxHashSet::default();
        for placed in claims {
            let Some(thing) = nouns.thing(&placed.claim.value) else { continue };
            if !counted.insert((placed.article, thing.clone())) {
                continue;
            }
            for other in lexicon.relations().exchangeable(&thing) {
                if counted.contains(&(placed.article, other.clone())) {
                    nouns.apart.insert((thing.clone(), other.clone()));
                    nouns.apart.insert((other.clone(), thing.clone()));
                }
            }
        }
        nouns
    }

    /// The key of what a figure counts. Money is not counted by what it is for.
    pub fn thing(&self, value: &Value) -> Option<String> {
        self.noun(value).map(|noun| self.lexicon.stems().key(noun))
    }

    fn noun<'v>(&self, value: &'v Value) -> Option<&'v str> {
        match &value.content {
            Content::Amount(amount) if amount.currency.is_none() => amount.thing(self.lexicon),
            Content::Amount(_) | Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
        }
    }

    /// What a figure stands for as a supporter.
    pub fn counted(&self, value: &Value) -> Vec<Counting> {
        let Content::Amount(amount) = &value.content else { return vec![Counting::All] };
        if amount.of.is_none() {
            return vec![Counting::All, Counting::Unsaid];
        }
        let mut counted = vec![Counting::All, Counting::Something];
        match self.noun(value) {
            None => counted.push(Counting::Harm),
            Some(noun) => {
                let key = self.lexicon.stems().key(noun);
                counted.extend(self.sorts(&key));
                counted.push(Counting::Thing(key));
                counted.extend(self.is_person(noun).then_some(Counting::Persons));
            }
        }
        counted
    }

    /// What counts the same as a figure, as far as both say it.
    pub fn same(&self, value: &Value) -> Vec<Counting> {
        match self.thing(value) {
            // "870 infections" are as many people.
            Some(thing) if self.is_of_persons(&thing) => {
                vec![Counting::Unsaid, Counting::Harm, Counting::Thing(thing), Counting::Persons]
            }
            Some(thing) => vec![Counting::Unsaid, Counting::Harm, Counting::Thing(thing)],
            None => vec![Counting::All],
        }
    }

    /// What counts some sort of what a figure counts: "forty passengers" are forty people.
    pub fn narrower(&self, value: &Value) -> Vec<Counting> {
        let is_anybody = self.noun(value).is_some_and(|noun| self.lexicon.look_up(noun).is(Class::PEOPLE));
        let sort = self.thing(value).filter(|thing| thing.chars().count() >= FEWEST_LETTERS).map(Counting::SortOf);
        is_anybody.then_some(Counting::Persons).into_iter().chain(sort).collect()
    }

    /// What counts the same under another noun.
    pub fn exchangeable(&self, value: &Value) -> Vec<Counting> {
        let Some(thing) = self.thing(value) else { return Vec::new() };
        let others = self.lexicon.relations().exchangeable(&thing).iter();
        let are_one = |other: &&String| !self.apart.contains(&(thing.clone(), (*other).clone()));
        others.filter(are_one).cloned().map(Counting::Thing).collect()
    }

    /// What counts things of the same sort, whatever their number; nothing where a figure does not say what it counts.
    pub fn counted_alike(&self, value: &Value) -> Vec<Counting> {
        let Some(thing) = self.thing(value) else { return Vec::new() };
        let is_person = self.noun(value).is_some_and(|noun| self.is_person(noun)) || self.is_of_persons(&thing);
        let persons = is_person.then_some([Counting::Persons, Counting::Harm]);
        let same = [Counting::Thing(thing.clone()), Counting::SortOf(thing)];
        same.into_iter().chain(self.exchangeable(value)).chain(persons.into_iter().flatten()).collect()
    }

    /// What is looked at first for the nearest to a figure.
    pub fn near(&self, value: &Value) -> Vec<Counting> {
        match (self.thing(value), &value.content) {
            (Some(thing), _) => vec![Counting::Harm, Counting::Thing(thing)],
            (None, Content::Amount(amount)) if amount.of.is_some() => vec![Counting::Something],
            (None, _) => Vec::new(),
        }
    }

    /// The things of which a thing is a sort, by its noun: "schoolgirls" are girls, "grandchildren" no children.
    fn sorts(&self, key: &str) -> impl Iterator<Item = Counting> {
        let letters = key.char_indices().map(|(at, _)| at).skip(FEWEST_BEFORE);
        let split = letters.filter_map(|at| key.split_at_checked(at));
        let is_sort = |(before, end): &(&str, &str)| {
            end.chars().count() >= FEWEST_LETTERS && !self.lexicon.relations().makes_another(before)
        };
        split.filter(is_sort).map(|(_, end)| Counting::SortOf(end.to_string()))
    }

    /// Whether it is a noun of action whose number is that of those whom it befalls.
    fn is_of_persons(&self, thing: &str) -> bool {
        self.lexicon.relations().class(thing).is(RelationClass::COUNTED_ACTION)
    }

    /// Whether it counts people, as far as it says.
    pub fn may_be_persons(&self, value: &Value) -> bool {
        let Some(amount) = value.content.amount() else { return false };
        let is_measured = amount.unit.is_some() || amount.currency.is_some();
        !is_measured && self.noun(value).is_none_or(|noun| self.is_person(noun))
    }

    fn is_person(&self, noun: &str) -> bool {
        let stems = self.lexicon.stems();
        self.lexicon.look_up(noun).is(Class::PERSON)
            || self.lexicon.relations().class_of(noun, stems).is(RelationClass::PERSON)
    }
}
