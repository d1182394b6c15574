//! Which claims support which: by place on the axis for what has one, by words for names, quotations and choices.

use super::{
    HEDGE_DROPPED, MORE_PRECISE, Supported,
    amount::{self, AmountSupport},
    line::{AxisLine, LineSupport, LineValue},
    support::Support,
};
use crate::{
    fold,
    kind::quotation::Passage,
    lexicon::{Class, Lexicon},
    placing::{Position, Situation},
    table::{Placed, Table},
    value::{Content, Interval, Likeness, Value},
};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// Claims, and what may support them, placed together.
pub struct Finder<'f> {
    questioned: &'f [&'f Placed<'f>],
    supporters: &'f [&'f Placed<'f>],
    /// Where each of the questioned lies.
    positions: &'f [Position],
    /// The supporters with a place on an axis.
    lines: FxHashMap<(Within, &'f str, Counting), AxisLine<'f>>,
    /// The supporters that hold a word.
    words: FxHashMap<(Within, String), Vec<usize>>,
    /// The first supporter that is written so, once that is asked.
    written: OnceCell<FxHashMap<(Within, String), usize>>,
    by: &'f Supported,
    lexicon: &'f Lexicon,
}

/// The article that supporters must be of, where one supports itself.
type Within = Option<usize>;

/// What supporters count, as far as they say it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Counting {
    /// Anything, or nothing.
    All,
    /// Something.
    Something,
    /// They do not say what.
    Unsaid,
    /// They say what befell whom they count.
    Harm,
    /// A thing, by the key of its stem.
    Thing(String),
    /// People of any sort.
    People,
    /// Some sort of people.
    Persons,
}

/// Where all claims lie, placed together so that zones, units and borrowed days are the same for all: the questioned
/// first, then the supporters.
pub fn placed_together(table: &Table<'_>, questioned: &[&Placed<'_>], supporters: &[&Placed<'_>]) -> Vec<Position> {
    let all = || questioned.iter().chain(supporters.iter());
    let situations: Vec<Situation> = all().map(|placed| table.situation(placed.article)).collect();
    let values: Vec<(&Value, &Situation)> = all().map(|placed| &placed.claim.value).zip(&situations).collect();
    table.placing.across(&values)
}

impl<'f> Finder<'f> {
    /// Puts supporters in order; the positions are those of [`placed_together`].
    pub fn new(
        (questioned, supporters): (&'f [&'f Placed<'f>], &'f [&'f Placed<'f>]),
        positions: &'f [Position],
        by: &'f Supported,
        lexicon: &'f Lexicon,
    ) -> Self {
        let (lines, words, written) = (FxHashMap::default(), FxHashMap::default(), OnceCell::new());
        let mut finder = Self { questioned, supporters, positions, lines, words, written, by, lexicon };
        finder.index();
        finder
    }

    fn index(&mut self) {
        let mut lines: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let (supporters, positions) = (self.supporters, self.positions);
        for (index, placed) in supporters.iter().enumerate() {
            let within = self.within(placed);
            match (positions.get(self.questioned.len() + index), &placed.claim.value.content) {
                (Some(Position::On { axis, interval, .. }), _) => {
                    let value = LineValue { value: &placed.claim.value, interval: *interval };
                    for counting in self.counted(&placed.claim.value) {
                        lines.entry((within, axis.as_str(), counting)).or_default().push((index, value));
                    }
                }
                (_, Content::Word(words)) => {
                    for word in fold::each_word(words) {
                        let known = self.words.entry((within, word)).or_default();
                        if known.last() != Some(&index) {
                            known.push(index);
                        }
                    }
                }
                _ => {}
            }
        }
        self.lines = lines.into_iter().map(|(key, values)| (key, AxisLine::new(values))).collect();
    }

    /// Where what supports a claim must stand.
    fn within(&self, placed: &Placed<'_>) -> Within {
        (*self.by == Supported::Body).then_some(placed.article)
    }

    /// The lines that a supporter stands on.
    fn counted(&self, value: &Value) -> Vec<Counting> {
        let Content::Amount(amount) = &value.content else { return vec![Counting::All] };
        if amount.of.is_none() {
            return vec![Counting::All, Counting::Unsaid];
        }
        let mut counted = vec![Counting::All, Counting::Something];
        match amount.thing(self.lexicon) {
            None => counted.push(Counting::Harm),
            Some(thing) => {
                counted.push(Counting::Thing(self.lexicon.stems().key(thing)));
                counted.extend(self.sorts_of_people(thing).map(|(own, _)| own));
            }
        }
        counted
    }

    /// What a word for people is, and what counts the same: "forty passengers" are forty people, whatever sort they are.
    fn sorts_of_people(&self, thing: &str) -> impl Iterator<Item = (Counting, Counting)> {
        let word = self.lexicon.look_up(thing);
        let any = word.is(Class::PEOPLE).then_some((Counting::People, Counting::Persons));
        let some = word.is(Class::PERSON).then_some((Counting::Persons, Counting::People));
        any.into_iter().chain(some)
    }

    /// The lines on which stands what counts the same as a claim, as far as both say it.
    fn alike(&self, value: &Value) -> Vec<Counting> {
        match &value.content {
            Content::Amount(amount) if let Some(thing) = amount.thing(self.lexicon) => {
                std::iter::once(Counting::Unsaid).chain(self.said_alike(thing)).collect()
            }
            _ => vec![Counting::All],
        }
    }

    /// The same, where they do say it.
    fn said_alike(&self, thing: &str) -> impl Iterator<Item = Counting> {
        let own = [Counting::Harm, Counting::Thing(self.lexicon.stems().key(thing))];
        own.into_iter().chain(self.sorts_of_people(thing).map(|(_, other)| other))
    }

    fn on<'s>(
        &'s self,
        placed: &Placed<'_>,
        axis: &'f str,
        counting: Vec<Counting>,
    ) -> impl Iterator<Item = &'s AxisLine<'f>> + use<'s, 'f> {
        let within = self.within(placed);
        counting.into_iter().filter_map(move |counting| self.lines.get(&(within, axis, counting)))
    }

    /// What supports one of the questioned claims.
    pub fn support(&self, index: usize) -> Support {
        let Some(placed) = self.questioned.get(index) else { return Support::open() };
        match (&placed.claim.value.content, self.positions.get(index)) {
            (_, Some(Position::On { axis, interval, .. })) => self.of_place(placed, axis, *interval),
            (Content::Word(words), _) => self.of_word(placed, words),
            _ => self.of_symbol(placed),
        }
    }

    /// A value with a place on an axis.
    fn of_place(&self, placed: &'f Placed<'f>, axis: &'f str, interval: Interval) -> Support {
        let asked = LineValue { value: &placed.claim.value, interval };
        let lines = self.on(placed, axis, self.alike(asked.value));
        let found = lines.map(|line| line.supporting(asked)).fold(LineSupport::default(), LineSupport::and);
        match found.best() {
            Some((AmountSupport::Same, other)) => Support::by(other),
            Some((AmountSupport::Rounder, other)) => Support::but(MORE_PRECISE, other),
            Some((AmountSupport::Hedged, other)) => Support::fails(HEDGE_DROPPED, Some(other)),
            None => Support::missing(self.nearest(placed, axis, amount::middle(interval))),
        }
    }

    /// The nearest on the axis: of those that count the same thing, where there are some; else of all.
    fn nearest(&self, placed: &Placed<'_>, axis: &'f str, at: f64) -> Option<usize> {
        let value = &placed.claim.value;
        let same = match &value.content {
            Content::Amount(amount) if amount.of.is_some() => match amount.thing(self.lexicon) {
                Some(thing) => self.said_alike(thing).collect(),
                None => vec![Counting::Something],
            },
            _ => Vec::new(),
        };
        let nearest = |counting: Vec<Counting>| {
            let found = self.on(placed, axis, counting).filter_map(|line| line.nearest(at));
            found.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, index)| index)
        };
        nearest(same).or_else(|| nearest(vec![Counting::All]))
    }

    /// A name, a quotation, a choice.
    fn of_word(&self, placed: &Placed<'_>, words: &str) -> Support {
        let kind = placed.claim.value.kind;
        let passage = matches!(kind.facts().likeness, Likeness::Passage).then(|| Passage::read(words, self.lexicon));
        let own = match &passage {
            Some(passage) => passage.words().flat_map(fold::each_word).collect(),
            None => fold::each_word(words),
        };
        let within = self.within(placed);
        let holding = |word: &String| self.words.get(&(within, word.clone())).map(Vec::as_slice).unwrap_or_default();
        // Whoever supports it holds each of its words; the rarest of them has the fewest to try.
        let rarest = own.iter().map(holding).min_by_key(|holding| holding.len());
        for &other in rarest.unwrap_or_default() {
            let Some(Content::Word(theirs)) = self.supporters.get(other).map(|s| &s.claim.value.content) else {
                continue;
            };
            let holds = match kind.facts().likeness {
                Likeness::Passage => passage.as_ref().is_some_and(|own| Passage::read(theirs, self.lexicon).holds(own)),
                Likeness::Person => {
                    let theirs = fold::each_word(theirs);
                    own.iter().all(|word| theirs.contains(word))
                }
                Likeness::Same => fold::words(words) == fold::words(theirs),
                Likeness::Ordered(order) => order(words, theirs).is_eq(),
            };
            if holds {
                return Support::by(other);
            }
        }
        Support::missing(own.iter().flat_map(holding).next().copied())
    }

    /// A date that no anchor resolves: the same words support it.
    fn of_symbol(&self, placed: &Placed<'_>) -> Support {
        let written = self.written.get_or_init(|| {
            let all = self.supporters.iter().enumerate().rev();
            all.map(|(index, other)| ((self.within(other), folded(other)), index)).collect()
        });
        let same = written.get(&(self.within(placed), folded(placed)));
        same.map_or_else(Support::open, |index| Support::by(*index))
    }
}

fn folded(placed: &Placed<'_>) -> String {
    fold::words(&placed.claim.value.text).into_owned()
}
