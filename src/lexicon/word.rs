//! What the lexicon knows of one word.

use super::set::set;

/// The number of a word in its lexicon; 0 is the unknown word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// A word that the lexicon does not know.
    pub const UNKNOWN: Self = Self(0);

    /// Whether the lexicon knows the word.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.0 != 0
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }

    pub(super) fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(0))
    }
}

/// A set of things that a word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class(u128);

set!(Class);

impl Class {
    /// A number word: "fifty".
    pub const CARDINAL: Self = Self::nth(0);
    /// "hundred", "million".
    pub const MAGNITUDE: Self = Self::nth(1);
    /// A magnitude right behind digits: "10k".
    pub const SUFFIX: Self = Self::nth(2);
    /// "half", "quarter".
    pub const FRACTION: Self = Self::nth(3);
    /// "first", "second".
    pub const ORDINAL: Self = Self::nth(4);
    /// A month's name.
    pub const MONTH: Self = Self::nth(5);
    /// A weekday's name.
    pub const WEEKDAY: Self = Self::nth(6);
    /// "today", "yesterday".
    pub const DAY: Self = Self::nth(7);
    /// "last", "this", "next".
    pub const SHIFT: Self = Self::nth(8);
    /// "that", "same".
    pub const REFERENCE: Self = Self::nth(9);
    /// "early", "late", "earlier".
    pub const DATE_PART: Self = Self::nth(10);
    /// "morning", "night".
    pub const TIME_OF_DAY: Self = Self::nth(11);
    /// A unit of time.
    pub const DURATION: Self = Self::nth(12);
    /// The first word of a unit's name, or a unit's symbol.
    pub const UNIT: Self = Self::nth(13);
    /// The first word of a currency's name.
    pub const CURRENCY: Self = Self::nth(14);
    /// A zone's abbreviation.
    pub const ZONE: Self = Self::nth(15);
    /// The last word of a hedge that stands before a number.
    pub const HEDGE_END: Self = Self::nth(16);
    /// The first word of a hedge that stands after a number.
    pub const HEDGE_AFTER: Self = Self::nth(17);
    /// The first word of a vague or zero count, or of a vague duration.
    pub const VAGUE: Self = Self::nth(18);
    /// "a", "an".
    pub const ARTICLE: Self = Self::nth(19);
    /// A word that cannot be the thing counted.
    pub const FUNCTION: Self = Self::nth(20);
    /// A word before a number that makes it a name.
    pub const LABEL: Self = Self::nth(21);
    /// "another", "other".
    pub const SHARE: Self = Self::nth(22);
    /// "noon", "midnight".
    pub const CLOCK: Self = Self::nth(23);
    /// "a.m.", "p.m.".
    pub const HALF_DAY: Self = Self::nth(24);
    /// An abbreviation that never ends a sentence: "Mr".
    pub const TITLE: Self = Self::nth(25);
    /// An abbreviation that ends no sentence before a number: "No".
    pub const BEFORE_NUMBER: Self = Self::nth(26);
    /// An abbreviation that may end a sentence: "U.S.", "Inc".
    pub const MAYBE_END: Self = Self::nth(27);
    /// A word that often starts a sentence.
    pub const STARTER: Self = Self::nth(28);
    /// A cue that its clause is about what is to come.
    pub const FUTURE: Self = Self::nth(29);
    /// A cue that its clause is about the past.
    pub const PAST: Self = Self::nth(30);
    /// A word that phrases pass over.
    pub const PASSED_OVER: Self = Self::nth(31);
    /// The word before "time" that names a zone: "Moscow time".
    pub const ZONE_NAME: Self = Self::nth(32);
    /// A plural without an s: "people".
    pub const PLURAL: Self = Self::nth(33);
    /// A word with an s that is no plural: "gas".
    pub const SINGULAR: Self = Self::nth(34);
    /// The last word of a negation: "ruled out".
    pub const NEGATION_END: Self = Self::nth(35);
    /// A person: "woman", "soldiers".
    pub const PERSON: Self = Self::nth(48);
    /// What befalls people: "killed", "injuring", "dead".
    pub const HARM: Self = Self::nth(49);
    /// A plural that nobody counts when there is none: "plans".
    pub const ABSTRACT: Self = Self::nth(50);
    /// A verb of change: "from 10 to 20" behind it are two values.
    pub const CHANGE: Self = Self::nth(51);
    /// "minus".
    pub const NEGATIVE: Self = Self::nth(52);
    /// What "2.6m" is a number of: "people", "homes".
    pub const MILLIONS: Self = Self::nth(53);
    /// What "5m" is as a length: "tall", "deep".
    pub const LENGTHY: Self = Self::nth(54);
    /// Words near pounds that are money: "worth", "fined".
    pub const SPENDING: Self = Self::nth(55);
    /// What a price is for, behind "a": "share", "head".
    pub const PRICED: Self = Self::nth(56);
    /// A noun that "one" points at more than it counts: "day", "side".
    pub const POINTED: Self = Self::nth(57);
    /// "percent".
    pub const PERCENT: Self = Self::nth(58);
    /// A noun that no ordinal is read before: "lady", "aid".
    pub const UNRANKED: Self = Self::nth(59);
    /// A currency's code that is another word in small letters: "try", "top".
    pub const CURRENCY_CODE: Self = Self::nth(60);
    /// A season: "spring".
    pub const SEASON: Self = Self::nth(64);
    /// A unit that a calendar has: "weekend", "month".
    pub const CALENDAR_UNIT: Self = Self::nth(65);
    /// A quarter or half of a year as a sign: "Q3", "H1".
    pub const QUARTER: Self = Self::nth(66);
    /// The first word of a holiday.
    pub const HOLIDAY: Self = Self::nth(67);
    /// A decade in words: "nineties".
    pub const DECADE: Self = Self::nth(68);
    /// The first word of a date that says no day: "now", "in the past".
    pub const VAGUE_DATE: Self = Self::nth(69);
    /// "every", "each": what follows is no one day.
    pub const EVERY: Self = Self::nth(70);
    /// A word before a length of time that says which one: "the past 24 hours".
    pub const WHICH: Self = Self::nth(71);
    /// A length of time with "long" in one word: "yearlong".
    pub const LONG: Self = Self::nth(72);
    /// A word before units that nobody counted: "for months".
    pub const BEFORE_UNITS: Self = Self::nth(73);
    /// "fiscal", "FY".
    pub const FISCAL: Self = Self::nth(74);
    /// What a time in words begins with besides numbers: "half past six", "quarter to nine".
    pub const O_CLOCK: Self = Self::nth(75);
    /// A word that moves a unit against the date last mentioned: "previous", "following".
    pub const NEIGHBOUR: Self = Self::nth(76);
    /// A word that a season or a bare year leans on: "in", "since".
    pub const LEADS_DATE: Self = Self::nth(77);
    /// "BC": years before our count.
    pub const ERA: Self = Self::nth(78);
    /// A word that a time of day follows: "at".
    pub const BEFORE_TIME: Self = Self::nth(79);
    /// A word that says how often: "daily", "annually".
    pub const REPEATED: Self = Self::nth(80);
    /// A word that begins a clause of its own: "which", "and".
    pub const JOINT: Self = Self::nth(81);
    /// What a firm reports for a half of a year: "profit".
    pub const REPORTED: Self = Self::nth(82);
    /// How many times in one word: "once", "twice".
    pub const OFTEN: Self = Self::nth(83);
    /// A word between a number and its unit of time: "64 consecutive years".
    pub const BETWEEN_UNITS: Self = Self::nth(84);
    /// "the", "its", "these": no part of the thing counted behind "of".
    pub const DETERMINER: Self = Self::nth(100);
    /// What a compound counts: "a 12-member panel".
    pub const COMPOUND: Self = Self::nth(101);
    /// "Street", "Avenue": a number before it is an address.
    pub const STREET: Self = Self::nth(102);
    /// What money is in: "$5 million in aid".
    pub const FUNDS: Self = Self::nth(103);
    /// A word that "zero" by itself follows: "fell to zero".
    pub const LEADS_NUMBER: Self = Self::nth(104);
    /// A word before "5m" that makes it metres: "jumped", "depth".
    pub const LENGTH_CUE: Self = Self::nth(105);
    /// What makes "a year" a time and no rate: "a year earlier".
    pub const SINCE: Self = Self::nth(106);
    /// A verb that a place in a row follows: "finished third".
    pub const RANKING: Self = Self::nth(107);
    /// What is said of people before what befell them: "feared dead".
    pub const DEEMED: Self = Self::nth(108);
    /// A plural that stands before other nouns: "sales jobs".
    pub const ATTRIBUTIVE: Self = Self::nth(109);
    /// An earthquake by any name: "a 6.2 quake".
    pub const QUAKE: Self = Self::nth(110);
    /// Any people at all: "forty passengers" are forty of them.
    pub const PEOPLE: Self = Self::nth(111);
    /// A verb that "up" belongs to, and no "up to": "ticked up to 5 percent".
    pub const UPWARD: Self = Self::nth(112);
    /// A verb that is hardly ever a noun: "remain", "contains".
    pub const VERB: Self = Self::nth(113);
    /// A word that can end no sentence: "the", "with".
    pub const LEADS_ON: Self = Self::nth(114);
    /// A word that ends short sentences only: "what we wait for".
    pub const SELDOM_ENDS: Self = Self::nth(115);
    /// What may begin a value.
    pub const STARTS_VALUE: Self = Self::CARDINAL
        .and(Self::MAGNITUDE)
        .and(Self::FRACTION)
        .and(Self::MONTH)
        .and(Self::WEEKDAY)
        .and(Self::DAY)
        .and(Self::SHIFT)
        .and(Self::REFERENCE)
        .and(Self::DATE_PART)
        .and(Self::VAGUE)
        .and(Self::ARTICLE)
        .and(Self::CLOCK)
        .and(Self::ORDINAL)
        .and(Self::DURATION)
        .and(Self::SEASON)
        .and(Self::CALENDAR_UNIT)
        .and(Self::QUARTER)
        .and(Self::HOLIDAY)
        .and(Self::DECADE)
        .and(Self::VAGUE_DATE)
        .and(Self::LONG)
        .and(Self::O_CLOCK)
        .and(Self::FISCAL)
        .and(Self::NEIGHBOUR)
        .and(Self::EVERY)
        .and(Self::REPEATED)
        .and(Self::OFTEN)
        .and(Self::TIME_OF_DAY);
}

/// What the lexicon knows of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Everything that it may be.
    pub classes: Class,
    /// The groups that it belongs to.
    pub groups: super::WordGroup,
    /// The number of a number word, magnitude, suffix, fraction or ordinal.
    pub number: f64,
    /// Whether the magnitude of a suffix holds only beside a currency.
    pub money_only: bool,
    /// A month, from 1.
    pub month: u8,
    /// A weekday, from 1 (Monday).
    pub weekday: u8,
    /// Days, or units, from the anchor: "yesterday", "next".
    pub shift: i8,
    /// An index of the lexicon's durations, from 1.
    pub duration: u8,
    /// The part of a month or year: "early".
    pub part: Option<super::DayPart>,
    /// The calendar's unit: "weekend".
    pub unit: Option<super::CalendarUnit>,
    /// The unit that it says something comes back with, and every how many of them: "daily".
    pub each: Option<(super::CalendarUnit, u32)>,
    /// The hours of a day: "morning".
    pub hours: Option<super::Hours>,
    /// A season from 1 (spring), a quarter from 1, a half year from 11, the first year of a decade, units from the date
    /// last mentioned.
    pub calendar: i16,
}

impl Word {
    /// A word that the lexicon does not know.
    pub const UNKNOWN: Self = Self {
        classes: Class::NONE,
        groups: super::WordGroup::NONE,
        number: 0.0,
        money_only: false,
        month: 0,
        weekday: 0,
        shift: 0,
        duration: 0,
        part: None,
        unit: None,
        each: None,
        hours: None,
        calendar: 0,
    };

    /// Whether it may be any of these.
    #[inline]
    #[must_use]
    pub fn is(&self, class: Class) -> bool {
        self.classes.is(class)
    }

    /// Whether it belongs to any of these groups.
    #[inline]
    #[must_use]
    pub fn is_of(&self, groups: super::WordGroup) -> bool {
        self.groups.is(groups)
    }

    pub(super) fn add(&mut self, class: Class) {
        self.classes = self.classes.and(class);
    }
}
