//! Small groups of words around values, which readers of values ask for: what a word says of the value beside it.

use super::set::set;

/// A set of groups that a word may belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordGroup(u128);

set!(WordGroup);

impl WordGroup {
    /// "and", "or".
    pub const PAIRED: Self = Self::nth(0);
    /// What stands before the last figure of a list: "10, 12 and 15 km".
    pub const LISTED: Self = Self::nth(1);
    /// What a range opens with: "from", "between".
    pub const RANGED: Self = Self::nth(2);
    /// Those that were named: "12 of them".
    pub const THEM: Self = Self::nth(3);
    /// Those that were not named: "12 of us".
    pub const US: Self = Self::nth(4);
    /// "he", "she".
    pub const HE_SHE: Self = Self::nth(5);
    /// Who an age is told of: "who was 58".
    pub const TOLD_OF: Self = Self::nth(6);
    /// People who are counted by an age: "those over 65".
    pub const WHOEVER: Self = Self::nth(7);
    /// Whose a decade of life is: "her 40s".
    pub const OWNERS: Self = Self::nth(8);
    /// An age by a side of it: "children under 12".
    pub const AGE_SIDES: Self = Self::nth(9);
    /// A verb of ages: "she turned 90".
    pub const AGE_VERBS: Self = Self::nth(10);
    /// What may stand behind an age: "who was 58 when".
    pub const BEHIND_AGE: Self = Self::nth(11);
    /// A word before "one" that makes it a pronoun: "no one".
    pub const BEFORE_ONE: Self = Self::nth(12);
    /// "more", "fewer": a share of a larger number.
    pub const MORE: Self = Self::nth(13);
    /// A word behind "half" of what it is half: "half its staff".
    pub const HALVED: Self = Self::nth(14);
    /// A word before a half that is named: "each half".
    pub const EACH_HALF: Self = Self::nth(15);
    /// A word before a price in pence: "fell to 40p".
    pub const BEFORE_PRICE: Self = Self::nth(16);
    /// What temperatures lie below: "2 below zero".
    pub const ZERO: Self = Self::nth(17);
    /// "percentage points".
    pub const POINTS: Self = Self::nth(18);
    /// A word before a place in a row: "her second call".
    pub const BEFORE_RANK: Self = Self::nth(19);
    /// A word before "third place".
    pub const IN_PLACE: Self = Self::nth(20);
    /// A word behind a place in a row: "second to none".
    pub const BEHIND_RANK: Self = Self::nth(21);
    /// What a version stands behind: "version 3.2".
    pub const VERSION_LEAD: Self = Self::nth(22);
    /// Those of them that are verbs too.
    pub const VERSION_VERB: Self = Self::nth(23);
    /// Those of them that a full stop may follow.
    pub const VERSION_SIGN: Self = Self::nth(24);
    /// "3.2 or later".
    pub const NEWER: Self = Self::nth(25);
    /// This version and those that came after.
    pub const UPWARDS: Self = Self::nth(26);
    /// This version and those that came before.
    pub const DOWNWARDS: Self = Self::nth(27);
    /// What a text has parts of: "section 3.2.1".
    pub const TEXT_PART: Self = Self::nth(28);
    /// "until", "till".
    pub const UNTIL: Self = Self::nth(29);
    /// "by", "since".
    pub const BY: Self = Self::nth(30);
    /// "in", "during".
    pub const DURING: Self = Self::nth(31);
    /// What makes four digits a year, however long ago: "in 1066".
    pub const FAR: Self = Self::nth(32);
    /// A word between "as" and "as 1984".
    pub const AS_EARLY: Self = Self::nth(33);
    /// What follows a person and no month: "May said".
    pub const BEHIND_PERSON: Self = Self::nth(34);
    /// A word before a date that a name may follow too: "of April Smith".
    pub const NAMES_ON: Self = Self::nth(35);
    /// A word that leads to a date, but to no stretch that a report is about.
    pub const NO_LEAD: Self = Self::nth(36);
    /// A word before "the day" that makes it the one reported of.
    pub const ALL_DAY: Self = Self::nth(37);
    /// A word before "the night": "through the night".
    pub const DAY_PART_LEAD: Self = Self::nth(38);
    /// What goes on about a stretch, so that it is no day: "the morning of".
    pub const GOES_ON: Self = Self::nth(39);
    /// What relates a stretch to another: "the quarter since".
    pub const RELATED: Self = Self::nth(40);
    /// A part of a month or year that is a noun: "the end of January".
    pub const DATE_PART_NOUN: Self = Self::nth(41);
    /// A part of a part of a day: "late afternoon".
    pub const ROUGHLY_WHEN: Self = Self::nth(42);
    /// A noun for a stretch as long as the one that was spoken of.
    pub const PERIOD: Self = Self::nth(43);
    /// Such a noun behind a year: "the 1988 period".
    pub const PERIOD_OF_YEAR: Self = Self::nth(44);
    /// What likens one stretch to another: "the same period".
    pub const SAME: Self = Self::nth(45);
    /// A word between such a stretch and its year.
    pub const OF_YEAR: Self = Self::nth(46);
    /// "a year-earlier", "a year-ago".
    pub const YEAR_AGO: Self = Self::nth(47);
    /// "a year before".
    pub const YEAR_BEFORE: Self = Self::nth(48);
    /// "the previous year".
    pub const PREVIOUS: Self = Self::nth(49);
    /// What "the" belongs to before a unit: "the coming month".
    pub const COMING: Self = Self::nth(50);
    /// A word before "year's end".
    pub const YEAR_END: Self = Self::nth(51);
    /// What stands right behind the number of a day: "30th".
    pub const DAY_ENDING: Self = Self::nth(52);
    /// "o'clock", with either apostrophe.
    pub const O_CLOCK: Self = Self::nth(53);
    /// What makes "the next year" a length.
    pub const LENGTH: Self = Self::nth(54);
    /// A unit of time that a day ends: "the year ended June 30".
    pub const ENDED: Self = Self::nth(55);
    /// A word before "last" that makes it a verb: "to last six weeks".
    pub const BEFORE_VERB: Self = Self::nth(56);
    /// A word before units that are a length where a length of its own stands: "years of war, not months of talks".
    pub const LOOSELY: Self = Self::nth(57);
    /// A word before units that says which they are: "those days".
    pub const WHOSE_LENGTH: Self = Self::nth(58);
    /// A word behind units that counts from something: "days before".
    pub const AWAY: Self = Self::nth(59);
    /// A word behind units that makes them a date: "hours later".
    pub const AGO: Self = Self::nth(60);
    /// A word before a number that leaves out its noun: "but 12 were missing".
    pub const BEFORE_NOUNLESS: Self = Self::nth(61);
    /// "is", "are".
    pub const IS_ARE: Self = Self::nth(62);
    /// "has", "have".
    pub const HAS_HAVE: Self = Self::nth(63);
    /// A verb of state before what looks like the past: "will stay closed".
    pub const STATES: Self = Self::nth(64);
    /// A word before "to" that no verb follows: "according to".
    pub const NO_INFINITIVE: Self = Self::nth(65);
    /// A word behind digits that makes them a code: "the 60614 ZIP code".
    pub const CODED: Self = Self::nth(66);
    /// What is hot or cold: "a 13C night".
    pub const WEATHER: Self = Self::nth(67);
    /// A word before "over" that it belongs to: "control over 138 domains".
    pub const OVER: Self = Self::nth(68);
    /// A word before "about" that it belongs to: "a film about 12 sailors".
    pub const ABOUT: Self = Self::nth(69);
    /// A word right before a date that lies ahead: "payable Dec. 15".
    pub const LOOKING_AHEAD: Self = Self::nth(70);
    /// A verb of what goes on to a day: "extended the ban through January".
    pub const EXTENDING: Self = Self::nth(71);
    /// What is done on the day that it is of: "Wednesday's ruling".
    pub const DONE: Self = Self::nth(72);
    /// A word behind "set" that makes it a deed: "set up", and not "set to leave".
    pub const SET_UP: Self = Self::nth(73);
    /// A participle that is no past form: "may have begun".
    pub const PARTICIPLE: Self = Self::nth(74);
    /// What a hyphen joins to a word that is then not meant: "non-fatal".
    pub const UNDOING: Self = Self::nth(75);
    /// Where a place lies: "N" behind degrees.
    pub const COMPASS: Self = Self::nth(76);
    /// A word that denies with what it denies: "cannot".
    pub const DENIAL: Self = Self::nth(77);
    /// A word between the numerals of a list, or between a name and its numeral: "rooms 12 and 14", "room No. 12".
    pub const BETWEEN_NUMERALS: Self = Self::nth(78);
    /// A name of software whose number is a version: "Python 3.10".
    pub const SOFTWARE: Self = Self::nth(93);
    /// A word between "not" and the number of what it denies: "not all of the 12".
    pub const ALL_OF: Self = Self::nth(92);
    /// "between", before the lower end of a range.
    pub const BETWEEN: Self = Self::nth(91);
    /// "and", between the last two parts of a sum.
    pub const SUMMING: Self = Self::nth(94);
    /// A word before "between" that is of two, and of no range: "the gap between 20 and 10".
    pub const OF_TWO: Self = Self::nth(79);
    /// A word before "over" and a length that leaves the hedge with it: "took over two hours".
    pub const LASTING: Self = Self::nth(85);
    /// What things are spread over: "two seasons", "five counties".
    pub const SPREAD: Self = Self::nth(82);
    /// "is", "was", "been".
    pub const BE_FORMS: Self = Self::nth(83);
    /// A word before "after" and a date that lie close together: "shortly after Easter".
    pub const CLOSELY: Self = Self::nth(84);
    /// A word before "1:45:30" that makes it a length: "finished in", "a time of".
    pub const TIMING: Self = Self::nth(86);
    /// A word behind "3:12" that makes it a length: "left".
    pub const TIMED: Self = Self::nth(87);
    /// What ages are put into: "the 8-10 age group".
    pub const AGE_GROUP: Self = Self::nth(88);
    /// An era of years that count forward: "79 AD".
    pub const OUR_ERA: Self = Self::nth(89);
    /// What says of a year that it is about that one: "circa 1450".
    pub const CIRCA: Self = Self::nth(90);
    /// What somebody says who asks others to do something: "ordered", "told".
    pub const URGING: Self = Self::nth(100);
    /// What begins behind "takes" or "comes into": "effect".
    pub const BEGINNING: Self = Self::nth(101);
    /// What has degrees: "highs in the mid-80s".
    pub const HEAT: Self = Self::nth(102);
    /// What is so of somebody before what they will do: "likely to leave".
    pub const READY: Self = Self::nth(103);
    /// Who went a distance: a length in minutes stands behind "in", "ran the mile in 4:05".
    pub const RACING: Self = Self::nth(104);
    /// What somebody does at an age: "died at 91".
    pub const AT_AN_AGE: Self = Self::nth(105);
    /// Who is told by an age: "a woman of 34".
    pub const OF_AN_AGE: Self = Self::nth(106);
    /// What says of a year that it is about that one, and hedges a number elsewhere: "closed around 1990".
    pub const NEAR_YEAR: Self = Self::nth(107);
    /// A word before an age behind a name: "Quill, now 34, left".
    pub const NOW_AGED: Self = Self::nth(108);
    /// Signs in letters that several currencies have.
    pub const SHARED_CURRENCIES: Self = Self::nth(80);
    /// Names that several currencies have.
    pub const NAMES_OF_CURRENCIES: Self = Self::nth(81);
}

/// The lists of `groups.yaml`, and the groups that they are.
pub(super) const GROUPS: &[(&str, WordGroup)] = &[
    ("pairing", WordGroup::PAIRED),
    ("listing", WordGroup::LISTED),
    ("opening ranges", WordGroup::RANGED),
    ("them", WordGroup::THEM),
    ("us", WordGroup::US),
    ("he or she", WordGroup::HE_SHE),
    ("told of", WordGroup::TOLD_OF),
    ("whoever", WordGroup::WHOEVER),
    ("owners", WordGroup::OWNERS),
    ("sides of ages", WordGroup::AGE_SIDES),
    ("verbs of ages", WordGroup::AGE_VERBS),
    ("behind ages", WordGroup::BEHIND_AGE),
    ("before one", WordGroup::BEFORE_ONE),
    ("more", WordGroup::MORE),
    ("halved", WordGroup::HALVED),
    ("each half", WordGroup::EACH_HALF),
    ("before prices", WordGroup::BEFORE_PRICE),
    ("signs of several currencies", WordGroup::SHARED_CURRENCIES),
    ("names of several currencies", WordGroup::NAMES_OF_CURRENCIES),
    ("zero", WordGroup::ZERO),
    ("points", WordGroup::POINTS),
    ("before ranks", WordGroup::BEFORE_RANK),
    ("in place", WordGroup::IN_PLACE),
    ("behind ranks", WordGroup::BEHIND_RANK),
    ("before versions", WordGroup::VERSION_LEAD),
    ("releasing", WordGroup::VERSION_VERB),
    ("version signs", WordGroup::VERSION_SIGN),
    ("newer", WordGroup::NEWER),
    ("upwards", WordGroup::UPWARDS),
    ("downwards", WordGroup::DOWNWARDS),
    ("parts of texts", WordGroup::TEXT_PART),
    ("until", WordGroup::UNTIL),
    ("by", WordGroup::BY),
    ("during", WordGroup::DURING),
    ("before far years", WordGroup::FAR),
    ("as early", WordGroup::AS_EARLY),
    ("behind persons", WordGroup::BEHIND_PERSON),
    ("before names", WordGroup::NAMES_ON),
    ("no leads", WordGroup::NO_LEAD),
    ("through days", WordGroup::ALL_DAY),
    ("before parts of days", WordGroup::DAY_PART_LEAD),
    ("going on", WordGroup::GOES_ON),
    ("related", WordGroup::RELATED),
    ("parts as nouns", WordGroup::DATE_PART_NOUN),
    ("roughly when", WordGroup::ROUGHLY_WHEN),
    ("periods", WordGroup::PERIOD),
    ("periods of years", WordGroup::PERIOD_OF_YEAR),
    ("same", WordGroup::SAME),
    ("of years", WordGroup::OF_YEAR),
    ("year ago", WordGroup::YEAR_AGO),
    ("year before", WordGroup::YEAR_BEFORE),
    ("previous", WordGroup::PREVIOUS),
    ("coming", WordGroup::COMING),
    ("year's end", WordGroup::YEAR_END),
    ("endings of days", WordGroup::DAY_ENDING),
    ("o'clock", WordGroup::O_CLOCK),
    ("lengths", WordGroup::LENGTH),
    ("ended units", WordGroup::ENDED),
    ("before verbs", WordGroup::BEFORE_VERB),
    ("loosely", WordGroup::LOOSELY),
    ("whose lengths", WordGroup::WHOSE_LENGTH),
    ("away", WordGroup::AWAY),
    ("ago", WordGroup::AGO),
    ("before bare numbers", WordGroup::BEFORE_NOUNLESS),
    ("is or are", WordGroup::IS_ARE),
    ("has or have", WordGroup::HAS_HAVE),
    ("states", WordGroup::STATES),
    ("before no infinitives", WordGroup::NO_INFINITIVE),
    ("codes", WordGroup::CODED),
    ("weather", WordGroup::WEATHER),
    ("before over", WordGroup::OVER),
    ("before about", WordGroup::ABOUT),
    ("lasting", WordGroup::LASTING),
    ("spread over", WordGroup::SPREAD),
    ("forms of be", WordGroup::BE_FORMS),
    ("closely", WordGroup::CLOSELY),
    ("timing", WordGroup::TIMING),
    ("timed", WordGroup::TIMED),
    ("groups of ages", WordGroup::AGE_GROUP),
    ("our era", WordGroup::OUR_ERA),
    ("circa", WordGroup::CIRCA),
    ("urging", WordGroup::URGING),
    ("heat", WordGroup::HEAT),
    ("ready", WordGroup::READY),
    ("beginning", WordGroup::BEGINNING),
    ("looking ahead", WordGroup::LOOKING_AHEAD),
    ("extending", WordGroup::EXTENDING),
    ("done", WordGroup::DONE),
    ("set up", WordGroup::SET_UP),
    ("participles", WordGroup::PARTICIPLE),
    ("undoing", WordGroup::UNDOING),
    ("compass", WordGroup::COMPASS),
    ("denials", WordGroup::DENIAL),
    ("between numerals", WordGroup::BETWEEN_NUMERALS),
    ("of two", WordGroup::OF_TWO),
    ("between", WordGroup::BETWEEN),
    ("summing", WordGroup::SUMMING),
    ("all of", WordGroup::ALL_OF),
    ("software", WordGroup::SOFTWARE),
    ("racing", WordGroup::RACING),
    ("now aged", WordGroup::NOW_AGED),
    ("at an age", WordGroup::AT_AN_AGE),
    ("of an age", WordGroup::OF_AN_AGE),
    ("near years", WordGroup::NEAR_YEAR),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_a_bit_of_its_own() {
        let mut all = WordGroup::NONE;
        for (name, group) in GROUPS {
            assert!(!all.is(*group), "{name}");
            all = all.and(*group);
        }
    }
}
