//! What kept words from becoming a claim, in words for the writer of the rules.

use super::construction::Contradiction;
use crate::text::Part;
use std::fmt;

/// One thing that a phrase or its topic asks for, and that the words of an article do not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The topic does not look in this part of an article.
    Part(Part),
    /// One of `except` stands at the value, or in its sentence.
    Except {
        /// The veto as written.
        veto: String,
        /// The words that it found.
        words: String,
    },
    /// One of `not near` stands in the sentence, or in the one before.
    NotNear {
        /// The veto as written.
        veto: String,
        /// The words that it found.
        words: String,
    },
    /// It counts another thing than `of` says.
    Thing {
        /// What the topic counts.
        wanted: String,
        /// What is counted here.
        given: String,
    },
    /// It is in another unit or currency than `unit` says.
    Unit {
        /// The topic's.
        wanted: String,
        /// The value's.
        given: String,
    },
    /// It is another's than `about` says, or nobody's.
    NotAbout {
        /// Whose the topic asks for.
        wanted: Vec<String>,
        /// Whose it is.
        given: Option<String>,
    },
    /// Somebody else says it than `said by` says, or nobody.
    NotSaidBy {
        /// Who should.
        wanted: Vec<String>,
        /// Who does.
        given: Option<String>,
    },
    /// It is of something else than the event, and the article has another figure.
    Context(&'static str),
    /// It stands in no quotation.
    Unquoted,
    /// Its clause says something else.
    Contradicted(Contradiction),
    /// A negation takes it back.
    Negated,
    /// The words behind it take it back.
    Denied,
    /// Words of the phrase that are not in the sentence: one, or one of several.
    Missing(Vec<String>),
    /// Words of the phrase that stand in the sentence, and not where the phrase has them.
    Elsewhere(Vec<String>),
    /// Words that stand where the phrase has others.
    Instead {
        /// The words of the article.
        words: String,
        /// The word of the phrase, or several of which one should stand there.
        wanted: Vec<String>,
    },
    /// Words that stand where the phrase has none.
    Between {
        /// The words in the way.
        words: String,
        /// What of the phrase follows them.
        before: String,
    },
    /// `...` would have to be so many words long.
    LongGap(usize),
    /// `...` would have to cross the edge of a quotation.
    QuotationEdge,
    /// A word that the phrase wants as written is written otherwise.
    Spelling {
        /// The word of the phrase.
        wanted: String,
        /// The word of the article.
        given: String,
    },
    /// Where the value should stand is one of another kind, or none.
    OtherKind {
        /// Its words.
        words: String,
        /// Its kind; the same as the wanted one where it is a date that names no day.
        given: String,
        /// The topic's kind.
        wanted: String,
    },
    /// No value stands where the hole is.
    NoValue(String),
}

impl fmt::Display for Obstacle {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part(part) if part.is_evidence() => {
                write!(to, "it stands in the {}, where the topic does not look", part.name())
            }
            Self::Part(part) => {
                write!(to, "it stands in a {}, where nobody looks unless `in` says so", part.name())
            }
            Self::Except { veto, words } => write!(to, "`{words}` is one of the topic's `except`: `{veto}`"),
            Self::NotNear { veto, words } => write!(to, "`{words}` stands near, and the topic is `not near` `{veto}`"),
            Self::Thing { wanted, given } => write!(to, "it counts {given}, and the topic says `of: {wanted}`"),
            Self::Unit { wanted, given } => write!(to, "its unit is {given}, and the topic says `unit: {wanted}`"),
            Self::NotAbout { wanted, given: Some(given) } => {
                write!(to, "it is about `{given}`, and the topic says `about: {}`", wanted.join(", "))
            }
            Self::NotAbout { wanted, given: None } => {
                write!(to, "nothing says that it is about {}", listed(wanted))
            }
            Self::NotSaidBy { wanted, given: Some(given) } => {
                write!(to, "`{given}` says it, and the topic says `said by: {}`", wanted.join(", "))
            }
            Self::NotSaidBy { wanted, given: None } => {
                write!(to, "nobody is reported to say it, and not {}", listed(wanted))
            }
            Self::Context(of) => write!(to, "it is {of}, and the article has another figure"),
            Self::Unquoted => write!(to, "it stands in no quotation"),
            Self::Contradicted(contradiction) => write!(to, "{contradiction}"),
            Self::Negated => write!(to, "a negation stands before it"),
            Self::Denied => write!(to, "the words behind it take it back"),
            Self::Missing(words) => match words.as_slice() {
                [word] => write!(to, "`{word}` is not in the sentence"),
                several => write!(to, "none of {} is in the sentence", listed(several)),
            },
            Self::Elsewhere(words) => {
                write!(to, "{} stands in the sentence, but not where the phrase has it", listed(words))
            }
            Self::Instead { words, wanted } => match wanted.as_slice() {
                [word] => write!(to, "`{words}` stands where the phrase has `{word}`"),
                several => write!(to, "`{words}` stands where the phrase has one of {}", listed(several)),
            },
            Self::Between { words, before } => write!(to, "`{words}` stands in the way, before {before}"),
            Self::LongGap(words) => write!(to, "`...` would be {words} words long, and is at most 30"),
            Self::QuotationEdge => write!(to, "`...` would cross the edge of a quotation"),
            Self::Spelling { wanted, given } => write!(to, "`{given}` is not written as `={wanted}` asks"),
            Self::OtherKind { words, given, wanted } if given == wanted => {
                write!(to, "`{words}` is a {given} that names no day")
            }
            Self::OtherKind { words, given, wanted } => {
                write!(to, "`{words}` is {} {given}, and not {} {wanted}", article(given), article(wanted))
            }
            Self::NoValue(kind) => write!(to, "no {kind} stands where the phrase has `<{kind}>`"),
        }
    }
}

/// Of more words than this, the rest is not named.
const MOST_NAMED: usize = 5;

/// "`troops`, `soldiers`".
fn listed(words: &[String]) -> String {
    let mut shown: Vec<String> = words.iter().take(MOST_NAMED).map(|word| format!("`{word}`")).collect();
    if words.len() > MOST_NAMED {
        shown.push(format!("{} more", words.len() - MOST_NAMED));
    }
    shown.join(", ")
}

/// "an" before "age" and "ordinal".
fn article(kind: &str) -> &'static str {
    if kind.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}
