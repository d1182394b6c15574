//! What a word may be in a clause.

use super::set::set;

/// What a word may be in a clause: a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseClass(u64);

set!(ClauseClass);

impl ClauseClass {
    /// A verb's base form: "kill".
    pub const BASE: Self = Self::nth(0);
    /// A verb's present form: "kills".
    pub const PRESENT: Self = Self::nth(1);
    /// A verb's past form: "killed", "took".
    pub const PAST: Self = Self::nth(2);
    /// A verb's past participle: "killed", "taken".
    pub const PARTICIPLE: Self = Self::nth(3);
    /// A verb's form in -ing.
    pub const ING: Self = Self::nth(4);
    /// A base or present form that is as often a noun: "strike".
    pub const NOUN_TOO: Self = Self::nth(5);
    /// A noun in -ing: "building".
    pub const ING_NOUN: Self = Self::nth(6);
    /// An adjective.
    pub const ADJECTIVE: Self = Self::nth(7);
    /// An adverb.
    pub const ADVERB: Self = Self::nth(8);
    /// A word in -ly that is no adverb.
    pub const NO_ADVERB: Self = Self::nth(9);
    /// "not", "never".
    pub const NEGATION: Self = Self::nth(10);
    /// "in".
    pub const PREPOSITION: Self = Self::nth(11);
    /// "according to": two words.
    pub const LONG_PREPOSITION: Self = Self::nth(12);
    /// "up" behind a verb.
    pub const PARTICLE: Self = Self::nth(13);
    /// "because".
    pub const SUBORDINATOR: Self = Self::nth(14);
    /// A subordinator that is more often a preposition: "after".
    pub const SUBORDINATOR_TOO: Self = Self::nth(15);
    /// "whether".
    pub const QUESTION: Self = Self::nth(16);
    /// "who".
    pub const RELATIVE: Self = Self::nth(17);
    /// "and".
    pub const COORDINATOR: Self = Self::nth(18);
    /// "the".
    pub const DETERMINER: Self = Self::nth(19);
    /// A determiner that may stand for a noun: "some".
    pub const ALONE: Self = Self::nth(20);
    /// "his".
    pub const POSSESSIVE: Self = Self::nth(21);
    /// "he".
    pub const SUBJECT: Self = Self::nth(22);
    /// "him".
    pub const OBJECT: Self = Self::nth(23);
    /// "somebody".
    pub const PRONOUN: Self = Self::nth(24);
    /// "will".
    pub const MODAL: Self = Self::nth(25);
    /// What makes a length of time before it a when: "ago".
    pub const BEHIND_TIME: Self = Self::nth(26);
    /// What makes the noun of a time behind it a when: "last".
    pub const BEFORE_TIME: Self = Self::nth(27);
    /// A noun for a time or how often: "times".
    pub const TIME: Self = Self::nth(28);
    /// A noun whose content a clause with "that" tells: "claim".
    pub const CLAUSE_NOUN: Self = Self::nth(29);
    /// A form of "be".
    pub const BE: Self = Self::nth(30);
    /// A form of "have".
    pub const HAVE: Self = Self::nth(31);
    /// A form of "do".
    pub const DO: Self = Self::nth(32);
    /// "make", "see": of the verbs that a clause may follow, one that says no words.
    pub const WORDLESS: Self = Self::nth(58);
    /// "only": behind a word that denies, it denies no more.
    pub const NOT_ONLY: Self = Self::nth(57);
    /// A verb that always has an object.
    pub const TRANSITIVE: Self = Self::nth(33);
    /// A verb that has none.
    pub const INTRANSITIVE: Self = Self::nth(34);
    /// A verb that a clause may follow without "that": "say".
    pub const REPORTING: Self = Self::nth(35);
    /// A verb of two objects: "give".
    pub const TWO_OBJECTS: Self = Self::nth(36);
    /// A verb whose object does what the infinitive behind it says: "ask".
    pub const OBJECT_CONTROL: Self = Self::nth(37);
    /// A verb that says what its subject is: "become".
    pub const COPULA: Self = Self::nth(38);
    /// A word, or words, before a number that belong to it: "at least".
    pub const BEFORE_NUMBER: Self = Self::nth(39);
    /// The first word of a phrase of this list that has several.
    pub const LEADS_PHRASE: Self = Self::nth(40);
    /// "re", joined to a verb by a hyphen.
    pub const PREFIX: Self = Self::nth(41);
    /// "to".
    pub const TO: Self = Self::nth(42);
    /// "that".
    pub const THAT: Self = Self::nth(43);
    /// "there".
    pub const THERE: Self = Self::nth(44);
    /// "what": a relative without a noun.
    pub const WHAT: Self = Self::nth(45);
    /// "he": a pronoun that "kills" follows, and not "kill".
    pub const THIRD: Self = Self::nth(46);
    /// "will": a modal that says when.
    pub const WILL: Self = Self::nth(47);
    /// A form of "get", which makes a passive.
    pub const GET: Self = Self::nth(48);
    /// "of".
    pub const OF: Self = Self::nth(49);
    /// "for", "than": hardly ever before a clause.
    pub const RARELY: Self = Self::nth(50);
    /// A verb of what somebody is called: "name".
    pub const NAMING: Self = Self::nth(51);
    /// "with", which a clause without a finite verb may follow: "with many fleeing".
    pub const WITH: Self = Self::nth(52);
    /// A verb whose past is hardly ever said of a noun: "said".
    pub const SPEAKING: Self = Self::nth(53);
    /// An adverb that belongs to the clause behind it: "shortly after he left".
    pub const BEFORE_CLAUSE: Self = Self::nth(54);
    /// A particle that an object may follow: "called off the search".
    pub const SEPARABLE: Self = Self::nth(55);
    /// "when".
    pub const WHEN: Self = Self::nth(56);
    /// An auxiliary that a question begins with.
    pub const INVERTING: Self = Self::DO.and(Self::MODAL);
    /// Any form of a verb.
    pub const VERB: Self = Self::BASE.and(Self::PRESENT).and(Self::PAST).and(Self::PARTICIPLE).and(Self::ING);
}
