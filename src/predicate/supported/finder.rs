//! Which claims support which: by place on the axis for what has one, by words for names, quotations and choices.

use super::{
    COUNTED_BY_ITSELF, DOES_NOT_CONVERT, HEDGE_DROPPED, MORE_PRECISE, MORE_PRECISE_THAN_SOURCE, OTHER_NOUN, Supported,
    WIDER_NOUN, Within,
    amount::{self, AmountSupport},
    derived::{DerivedFigures, DerivedParts},
    line::{AxisLine, LineSupport, LineValue},
    named_days::NamedDays,
    nouns::{Counting, Nouns},
    passages,
    support::{Support, SupportStanding},
    together::PlacedTogether,
};
use crate::{
    fold,
    kind::quotation::Passage,
    lexicon::Lexicon,
    placing::Position,
    predicate::truth::lies_in,
    table::Placed,
    text::Part,
    value::{Amount, Content, Likeness, Precision, Value, date::DateExpr},
};
use rustc_hash::FxHashMap;
use std::{cell::OnceCell, collections::BTreeMap};

/// Claims, and what may support them, placed together.
pub struct Finder<'f> {
    questioned: &'f [&'f Placed<'f>],
    supporters: &'f [&'f Placed<'f>],
    /// Where they lie.
    placed: &'f PlacedTogether,
    /// The supporters with a place on an axis.
    lines: FxHashMap<(Within, Form, &'f str, Counting), AxisLine<'f>>,
    /// The supporters that hold a word.
    words: FxHashMap<(Within, String), Vec<usize>>,
    /// The first supporter that is written so, once that is asked.
    written: OnceCell<FxHashMap<(Within, String), usize>>,
    /// The first supporter with a number, however it is measured.
    numbers: FxHashMap<(Within, u64), usize>,
    /// The figures that follow from supporters.
    derived: DerivedFigures<'f>,
    /// The first supporter that names a clock time, once that is asked.
    clocks: OnceCell<BTreeMap<ClockKey, usize>>,
    /// What their dates name, once that is asked.
    named: OnceCell<NamedDays>,
    by: &'f Supported,
    lexicon: &'f Lexicon,
    nouns: &'f Nouns<'f>,
}

/// What a text may count by itself, where no supporter does.
const COUNTED_ALONE: std::ops::RangeInclusive<f64> = 2.0..=4.0;

/// A converted amount may be rounded by this share of it.
const AS_ROUNDED: f64 = 0.005;

/// Minutes from midnight, in the article that must have them.
type ClockKey = (Within, (i32, i32));

/// In which form a value is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    /// As it is written.
    Own,
    /// In another form.
    Other,
}

impl<'f> Finder<'f> {
    /// Puts supporters in order.
    pub fn new(
        (questioned, supporters): (&'f [&'f Placed<'f>], &'f [&'f Placed<'f>]),
        placed: &'f PlacedTogether,
        by: &'f Supported,
        nouns: &'f Nouns<'f>,
    ) -> Self {
        let (lexicon, numbers) = (nouns.lexicon, FxHashMap::default());
        let (lines, words) = (FxHashMap::default(), FxHashMap::default());
        let derived = DerivedFigures::default();
        let (written, clocks, named) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let mut finder = Self {
            questioned,
            supporters,
            placed,
            lines,
            words,
            written,
            numbers,
            derived,
            clocks,
            named,
            by,
            lexicon,
            nouns,
        };
        finder.index();
        finder
    }

    fn index(&mut self) {
        let mut lines: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let mut parts = DerivedParts::default();
        for (index, supporter) in self.supporters.iter().enumerate() {
            let within = self.by.within(supporter);
            for (form, value, position) in self.forms(self.questioned.len() + index, supporter) {
                if let Position::On { axis, interval, .. } = position {
                    let value = LineValue { value, interval: *interval };
                    if let Some(number) = number(value.value).filter(|_| form == Form::Own) {
                        self.numbers.entry((within, number)).or_insert(index);
                    }
                    if form == Form::Own {
                        parts.add(index, (within, supporter), value, axis, self.nouns);
                    }
                    for counting in self.nouns.counted(value.value) {
                        lines.entry((within, form, axis.as_str(), counting)).or_default().push((index, value));
                    }
                } else if let Content::Word(words) = &value.content {
                    for word in fold::each_word(words) {
                        let known = self.words.entry((within, word)).or_default();
                        if known.last() != Some(&index) {
                            known.push(index);
                        }
                    }
                }
            }
        }
        for (index, value, position) in &self.placed.seconds {
            let Some(index) = index.checked_sub(self.questioned.len()) else { continue };
            let Some(supporter) = self.supporters.get(index) else { continue };
            if let Position::On { axis, interval, .. } = position {
                let key = (self.by.within(supporter), Form::Own, axis.as_str(), Counting::All);
                lines.entry(key).or_default().push((index, LineValue { value, interval: *interval }));
            }
        }
        self.derived = parts.figures();
        self.lines = lines.into_iter().map(|(key, values)| (key, AxisLine::new(values))).collect();
    }

    /// A value as it is written, and in its other form, with where that lies.
    fn forms(
        &self,
        index: usize,
        placed: &'f Placed<'f>,
    ) -> impl Iterator<Item = (Form, &'f Value, &'f Position)> + use<'f> {
        let own = self.placed.positions.get(index).map(|position| (Form::Own, &placed.claim.value, position));
        let other = self.placed.forms.get(&index).map(|(value, position)| (Form::Other, value, position));
        own.into_iter().chain(other)
    }

    /// The lines of an axis on which supporters stand in these forms and count so.
    fn on<'s>(
        &'s self,
        placed: &Placed<'_>,
        axis: &'f str,
        forms: &'static [Form],
        counting: Vec<Counting>,
    ) -> impl Iterator<Item = &'s AxisLine<'f>> + use<'s, 'f> {
        let within = self.by.within(placed);
        let keys =
            counting.into_iter().flat_map(move |counting| forms.iter().map(move |form| (*form, counting.clone())));
        keys.filter_map(move |(form, counting)| self.lines.get(&(within, form, axis, counting)))
    }

    /// What supports one of the questioned claims, with what it gives in brackets in another currency.
    pub fn support(&self, index: usize) -> Support {
        let Some(&placed) = self.questioned.get(index) else { return Support::open() };
        let support = self.support_of(index, placed);
        if !support.holds() {
            return support;
        }
        let from = self.placed.seconds.partition_point(|(of, ..)| *of < index);
        let own = self.placed.seconds.iter().skip(from).take_while(|(of, ..)| *of == index);
        let failing = own.filter_map(|(_, value, position)| {
            let Position::On { axis, interval, .. } = position else { return None };
            let asked = LineValue { value, interval: *interval };
            let found = self.of_place(placed, asked, axis, &[Form::Own, Form::Other]);
            (found.standing == SupportStanding::Fails && !self.is_near(placed, asked, axis)).then_some(found)
        });
        match failing.into_iter().next() {
            Some(failing) => Support { by: support.by, ..failing },
            None => support,
        }
    }

    /// Whether an amount is as near to one of the same currency as who converts it rounds.
    fn is_near(&self, placed: &Placed<'_>, asked: LineValue<'f>, axis: &'f str) -> bool {
        let at = amount::middle(asked.interval);
        let near = self.on(placed, axis, &[Form::Own, Form::Other], vec![Counting::All]);
        let near = near.filter_map(|line| line.nearest(at));
        near.map(|(distance, _)| distance).any(|distance| distance <= at.abs() * AS_ROUNDED)
    }

    fn support_of(&self, index: usize, placed: &'f Placed<'f>) -> Support {
        if placed.claim.value.misconverted(self.lexicon).is_some() {
            return Support::fails(DOES_NOT_CONVERT, None);
        }
        let mut nearest = None;
        for (form, value, position) in self.forms(index, placed) {
            let Position::On { axis, interval, .. } = position else { continue };
            // What both can be said as is not yet what either says.
            let forms = if form == Form::Own { &[Form::Own, Form::Other][..] } else { &[Form::Own] };
            let support = self.of_place(placed, LineValue { value, interval: *interval }, axis, forms);
            if support.holds() {
                return support;
            }
            nearest.get_or_insert(support);
        }
        match (nearest, &placed.claim.value.content) {
            (Some(nearest), _) => nearest,
            (None, Content::Word(words)) => self.of_word(placed, words),
            (None, Content::Time(_)) => self.of_clock(placed),
            (None, Content::Date(date)) => self.of_day(index, placed, date),
            (None, Content::Amount(_)) => self.of_symbol(placed),
        }
    }

    /// A day that its own article cannot place: it lies where the days of the supporters put it.
    fn of_day(&self, index: usize, placed: &'f Placed<'f>, date: &DateExpr) -> Support {
        let mut nearest = None;
        for position in self.placed.borrowed.get(&index).into_iter().flatten() {
            let Position::On { axis, interval, .. } = position else { continue };
            let asked = LineValue { value: &placed.claim.value, interval: *interval };
            let support = self.of_place(placed, asked, axis, &[Form::Own]);
            if support.holds() {
                return support;
            }
            nearest.get_or_insert(support);
        }
        let same = self.of_symbol(placed);
        if same.holds() { same } else { nearest.unwrap_or_else(|| self.of_name(placed, date)) }
    }

    /// A day that nobody places, by what it names.
    fn of_name(&self, placed: &Placed<'_>, date: &DateExpr) -> Support {
        let named = self.named.get_or_init(|| {
            let own = self.placed.positions.get(self.questioned.len()..).unwrap_or_default();
            let all = self.supporters.iter().zip(own);
            NamedDays::new(all.map(|(other, position)| (self.by.within(other), *other, position)))
        });
        named.support(self.by.within(placed), date)
    }

    /// A clock time whose zone nobody knows: the same clock supports it.
    fn of_clock(&self, placed: &Placed<'_>) -> Support {
        let clock = |placed: &Placed<'_>| match &placed.claim.value.content {
            Content::Time(time) => Some((time.from, time.to)),
            Content::Amount(_) | Content::Date(_) | Content::Word(_) => None,
        };
        let within = self.by.within(placed);
        let clocks = self.clocks.get_or_init(|| {
            let all = self.supporters.iter().enumerate().rev();
            all.filter_map(|(index, other)| Some(((self.by.within(other), clock(other)?), index))).collect()
        });
        let Some((from, to)) = clock(placed) else { return Support::open() };
        if let Some(index) = clocks.get(&(within, (from, to))) {
            return Support::by(*index);
        }
        let ours = clocks.iter().filter(|((theirs, _), _)| *theirs == within);
        let nearest = ours.min_by_key(|((_, (other, _)), index)| (other.abs_diff(from), **index));
        nearest.map_or_else(Support::open, |(_, index)| Support::missing(Some(*index)))
    }

    /// A value with a place on an axis: what counts the same supports it, else a narrower noun, else one that says the same.
    fn of_place(&self, placed: &Placed<'_>, asked: LineValue<'f>, axis: &'f str, forms: &'static [Form]) -> Support {
        let nouns = self.nouns;
        let kinds = [
            (None, nouns.same(asked.value)),
            (Some(WIDER_NOUN), nouns.narrower(asked.value)),
            (Some(OTHER_NOUN), nouns.exchangeable(asked.value)),
        ];
        let mut next = None;
        for (reason, counting) in kinds {
            let lines = self.on(placed, axis, forms, counting);
            let found = lines.map(|line| line.supporting(asked)).fold(LineSupport::default(), LineSupport::and);
            match found.best() {
                Some((AmountSupport::Same, other)) => {
                    return reason.map_or_else(|| Support::by(other), |reason| Support::but(reason, other));
                }
                Some((AmountSupport::Rounder, other)) => next = next.or(Some(Support::but(MORE_PRECISE, other))),
                Some((AmountSupport::Hedged, other)) => {
                    next = next.or(Some(self.without_hedge(placed, other)));
                }
                None => {}
            }
        }
        if let Some(next) = next {
            return next;
        }
        match self.derived.of((self.by.within(placed), asked), axis, self.nouns) {
            Some(parts) => Support::derived(parts),
            None if self.may_count_itself(placed, asked.value, axis) => {
                Support { reason: Some(COUNTED_BY_ITSELF), ..Support::open() }
            }
            None => self.missing(placed, asked, axis),
        }
    }

    /// The same number without the hedge of its supporter. A headline has no room for "at least" and "about": it may leave
    /// them to its body, and not "nearly".
    fn without_hedge(&self, placed: &Placed<'_>, other: usize) -> Support {
        let is_headline = *self.by == Supported::Body && placed.claim.part == Part::Headline;
        let may_drop = |value: &Value| match value.precision {
            Precision::AtLeast | Precision::MoreThan => true,
            Precision::Approximate => !amount::is_one_sided(value),
            _ => false,
        };
        if is_headline && self.supporters.get(other).is_some_and(|other| may_drop(&other.claim.value)) {
            Support::but(HEDGE_DROPPED, other)
        } else {
            Support::fails(HEDGE_DROPPED, Some(other))
        }
    }

    /// Whether a small number in words is of a thing that no supporter counts: "two films", of which a source names each; or
    /// of those that were told of: "the two".
    fn may_count_itself(&self, placed: &Placed<'_>, value: &Value, axis: &'f str) -> bool {
        let is_small = |amount: &Amount| amount.best.is_some_and(|best| COUNTED_ALONE.contains(&best));
        let in_words = !value.text.contains(|letter: char| letter.is_ascii_digit());
        let is_count = value.precision == Precision::Exact && value.content.amount().is_some_and(is_small);
        let counted = self.nouns.counted_alike(value);
        *self.by != Supported::Body
            && in_words
            && is_count
            && if counted.is_empty() {
                is_definite(placed)
            } else {
                self.on(placed, axis, &[Form::Own], counted).next().is_none()
            }
    }

    /// Nothing supports it; the nearest may be the same day, less narrowly.
    fn missing(&self, placed: &Placed<'_>, asked: LineValue<'f>, axis: &'f str) -> Support {
        let near = self.nearest(placed, asked, axis);
        let is_day = matches!(asked.value.content, Content::Date(_));
        let theirs = near.and_then(|near| self.placed.positions.get(self.questioned.len() + near)?.interval());
        match theirs {
            Some(theirs) if is_day && lies_in(asked.interval, theirs) => Support::fails(MORE_PRECISE_THAN_SOURCE, near),
            Some(_) | None => Support::missing(near),
        }
    }

    /// The nearest: the same number of something else; else on the axis of those that count the same thing, where there are
    /// some, else of all.
    fn nearest(&self, placed: &Placed<'_>, asked: LineValue<'f>, axis: &'f str) -> Option<usize> {
        let (value, at) = (asked.value, amount::middle(asked.interval));
        let nearest = |counting: Vec<Counting>| {
            let found = self.on(placed, axis, &[Form::Own], counting).filter_map(|line| line.nearest(at));
            found.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, index)| index)
        };
        let same_number = number(value).and_then(|number| self.numbers.get(&(self.by.within(placed), number)).copied());
        same_number.or_else(|| nearest(self.nouns.near(value))).or_else(|| nearest(vec![Counting::All]))
    }

    /// A name, a quotation, a choice.
    fn of_word(&self, placed: &Placed<'_>, words: &str) -> Support {
        let kind = placed.claim.value.kind;
        let passage = matches!(kind.facts().likeness, Likeness::Passage).then(|| Passage::read(words, self.lexicon));
        let own = match &passage {
            Some(passage) => passage.words().flat_map(fold::each_word).collect(),
            None => fold::each_word(words),
        };
        let within = self.by.within(placed);
        let holding = |word: &String| self.words.get(&(within, word.clone())).map(Vec::as_slice).unwrap_or_default();
        // Whoever supports it holds each of its words; the rarest of them has the fewest to try.
        let rarest = own.iter().map(holding).min_by_key(|holding| holding.len());
        for &other in rarest.unwrap_or_default() {
            let Some(Content::Word(theirs)) = self.supporters.get(other).map(|s| &s.claim.value.content) else {
                continue;
            };
            let holds = match kind.facts().likeness {
                Likeness::Passage => passage.as_ref().is_some_and(|own| {
                    Passage::read(theirs, self.lexicon).holds(own)
                        || passages::interrupted(self.supporters, other, self.lexicon).any(|whole| whole.holds(own))
                }),
                Likeness::Person => {
                    let theirs = fold::each_word(theirs);
                    // "York" is no short form of "New York".
                    let stands = |whole: &[String]| theirs.windows(whole.len()).any(|words| words == whole);
                    let is_apart = self.lexicon.lands().holding(&own).iter().any(|(whole, _)| stands(whole));
                    own.iter().all(|word| theirs.contains(word)) && !is_apart
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
            all.map(|(index, other)| ((self.by.within(other), folded(other)), index)).collect()
        });
        let same = written.get(&(self.by.within(placed), folded(placed)));
        same.map_or_else(Support::open, |index| Support::by(*index))
    }
}

/// The number that an amount is written with.
fn number(value: &Value) -> Option<u64> {
    // Zero has one sign.
    value.content.amount()?.best.map(|best| (best + 0.0).to_bits())
}

/// "**The** two", "these three": those that were told of.
fn is_definite(placed: &Placed<'_>) -> bool {
    let before = placed.claim.quote.prefix.split_whitespace().next_back().unwrap_or_default();
    ["the", "these", "those"].iter().any(|word| before.eq_ignore_ascii_case(word))
}

fn folded(placed: &Placed<'_>) -> String {
    fold::words(&placed.claim.value.text).into_owned()
}
