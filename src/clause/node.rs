//! What clauses and noun phrases are, as plain data. All positions are tokens of the text.

use std::ops::Range;

/// What a clause is to the one that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// What the sentence says.
    Main,
    /// The sister of another, joined by "and", a comma, a semicolon.
    Coordinate,
    /// Behind "who", "which", "that", or without them: it says something of a noun phrase.
    Relative,
    /// A participle with what belongs to it: "killed in the blast", "speaking on Monday".
    Participial,
    /// "to" and a verb; or a bare verb behind "make", "let".
    Infinitive,
    /// What is said, thought or asked: "that 12 died", "whether it ended".
    Complement,
    /// When, why, if, although.
    Adverbial,
    /// Who says so, beside what is said: ", police said".
    Aside,
    /// Without a verb: a headline such as "Two dead after boat sinks".
    Verbless,
}

impl ClauseKind {
    /// The word for it in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Coordinate => "coordinate",
            Self::Relative => "relative",
            Self::Participial => "participial",
            Self::Infinitive => "infinitive",
            Self::Complement => "complement",
            Self::Adverbial => "adverbial",
            Self::Aside => "aside",
            Self::Verbless => "verbless",
        }
    }
}

/// When the verb says that something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbTense {
    /// "died", "have died", "had died".
    Past,
    /// "dies", "is dying". A headline's present is a past.
    Present,
    /// "will die".
    Future,
    /// A participle or infinitive has none of its own.
    Untensed,
}

impl VerbTense {
    /// The word for it in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::Future => "future",
            Self::Untensed => "untensed",
        }
    }
}

/// Whether the subject does it, or it is done to the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// "rescued 12 people".
    Active,
    /// "12 people were rescued", "the people rescued".
    Passive,
}

/// What form the verb of a clause has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "died", "were killed", "has died".
    Finite,
    /// "to die", "to be killed".
    Infinitive,
    /// "killed in the blast"; a headline's "12 killed" too.
    Participle,
    /// "killing", "being killed".
    Ing,
}

/// A verb with its auxiliaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its first token: the first auxiliary, "to".
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The verb itself; "be" or "have" where there is no other.
    pub head: usize,
    /// Its form.
    pub form: VerbForm,
    /// Its time.
    pub tense: VerbTense,
    /// Its voice.
    pub voice: Voice,
    /// "may", "would", "should"; not "will".
    pub modal: Option<usize>,
    /// Whether it is denied: "not", "never".
    pub negated: bool,
    /// What its verb may have behind it, for the reader of clauses.
    pub(super) lemma: crate::lexicon::ClauseClass,
    /// Whether it has an auxiliary.
    pub(super) helped: bool,
    /// Whether its form may be a past as well as a participle.
    pub(super) either: bool,
    /// Whether it is a bare base form, "die".
    pub(super) bare: bool,
}

/// Why a noun phrase is the subject of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectSource {
    /// It stands there.
    Own,
    /// It is that of the sister clause: "he came and left".
    Shared,
    /// A relative pronoun stands for it: "the man who left".
    Antecedent,
    /// A participle or infinitive says it of the noun: "the people killed".
    Modified,
    /// An infinitive or participle takes it from the clause around it: "asked him to leave", "left, saying so".
    Controlled,
}

/// The subject of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseSubject {
    /// The noun phrase.
    pub phrase: usize,
    /// Why it is the subject.
    pub source: SubjectSource,
}

/// A preposition and its noun phrase; without a preposition a when or how much ("on Friday", "Friday").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Complement {
    /// The preposition.
    pub preposition: Option<usize>,
    /// The noun phrase.
    pub phrase: usize,
    /// The noun phrase right before it, which it may belong to rather than to the verb.
    pub beside: Option<usize>,
}

/// What joins a noun phrase to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseLink {
    /// "of": "the number of **people**".
    Of(usize),
    /// "'s": "**the mayor**'s office".
    Possessor(usize),
    /// It names the same: "Ann Lee, **the mayor**".
    Apposition(usize),
    /// A list: "12 men and **3 women**"; of the first of the list.
    Coordinated(usize),
}

impl PhraseLink {
    /// The noun phrase that it leads to.
    #[must_use]
    pub fn target(self) -> usize {
        match self {
            Self::Of(to) | Self::Possessor(to) | Self::Apposition(to) | Self::Coordinated(to) => to,
        }
    }
}

/// A noun phrase without what a preposition adds to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounPhrase {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Its noun; the number where there is none.
    pub head: usize,
    /// Its article or the like.
    pub determiner: Option<usize>,
    /// The first and one past the last token of its numerals, hedges left out.
    pub numerals: Option<Range<usize>>,
    /// The noun phrase that it belongs to.
    pub link: Option<PhraseLink>,
    /// Whether it stands in brackets.
    pub bracketed: bool,
    /// The clause that it stands in.
    pub clause: usize,
    /// What it is there.
    pub role: PhraseRole,
    /// Whether it is a time: "Friday", "three days later".
    pub is_time: bool,
}

/// What a noun phrase is in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhraseRole {
    /// Who does it, or whom it is done to in the passive.
    Subject,
    /// What it is done to; the last of two.
    Object,
    /// To whom, before an object: "gave **him** a book".
    Recipient,
    /// What the subject is said to be: "is **the mayor**".
    Predicate,
    /// Behind a preposition, or a when.
    Complement,
    /// Part of another noun phrase: see its link.
    Part,
    /// None of these: a title, an address, a headline without a verb.
    Loose,
}

/// One clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseNode {
    /// What it is to its parent.
    pub kind: ClauseKind,
    /// The clause that it stands in or beside.
    pub parent: Option<usize>,
    /// Its first token.
    pub first: usize,
    /// One past its last token; clauses inside it stand between.
    pub end: usize,
    /// "who", "that", "because", "and"; the preposition of "after killing".
    pub marker: Option<usize>,
    /// Its verb.
    pub verb: Option<VerbGroup>,
    /// Its subject.
    pub subject: Option<ClauseSubject>,
    /// Its object; that of a passive is its subject.
    pub object: Option<usize>,
    /// The first of two objects.
    pub recipient: Option<usize>,
    /// A noun or adjective that says what the subject is: a token.
    pub predicate: Option<usize>,
    /// The noun that a relative clause or participle says something of.
    pub antecedent: Option<usize>,
    /// What its prepositions lead to, and its whens.
    pub complements: Vec<Complement>,
    /// Its adverbs and particles.
    pub adverbs: Vec<usize>,
    /// Whether it begins between quotation marks.
    pub quoted: bool,
    /// Whether "there" stands for its subject.
    pub(super) existential: bool,
    /// Whether it was opened behind a comma.
    pub(super) behind_comma: bool,
    /// Whether words between brackets or quotation marks that close end it.
    pub(super) fenced: bool,
}
