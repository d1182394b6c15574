//! A rule's sentence: from words to a tree, and back.

mod explain;
mod names;
mod repair;

pub use crate::{grammar::SentenceMistake, table::Subject};

use crate::{
    claim::Topic,
    grammar::{Grammar, Pair, Rule, masked, masked::Masked, part},
    lexicon::Lexicon,
    predicate::{self, Predicate, Reading},
    table::Property,
};
use pest::Parser;
use std::{fmt, ops::Range, sync::Arc};

/// The longest sentence that is read, in bytes.
const LONGEST: usize = 4_000;

/// What a sentence asks of a story: one of its alternatives must hold, and of that every clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// What `or` joins; each what `and` joins.
    pub alternatives: Vec<Vec<Clause>>,
}

/// A subject and what is asked of it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// What it is about.
    pub subject: Subject,
    /// What is asked.
    pub predicate: Arc<dyn Predicate>,
}

impl PartialEq for Clause {
    fn eq(&self, other: &Self) -> bool {
        self.subject == other.subject && self.predicate.equals(other.predicate.as_any())
    }
}

impl Requirement {
    /// Every clause, in the order of the sentence.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.alternatives.iter().flatten()
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, clauses) in self.alternatives.iter().enumerate() {
            if index > 0 {
                to.write_str(" or ")?;
            }
            for (index, clause) in clauses.iter().enumerate() {
                if index > 0 {
                    to.write_str(" and ")?;
                }
                write!(to, "{} {}", clause.subject, clause.predicate)?;
            }
        }
        Ok(())
    }
}

/// Reads a sentence about the declared topics.
///
/// The longest declared topic is taken first. Where that gives no sentence, and another way of taking topics gives one,
/// that is meant; where two ways give different sentences, that is a mistake.
///
/// # Errors
/// Every mistake that was found, in the order of the sentence.
pub fn parse(sentence: &str, topics: &[&Topic], lexicon: &Lexicon) -> Result<Requirement, Vec<SentenceMistake>> {
    if let Some(mistake) = unreadable(sentence) {
        return Err(vec![mistake]);
    }
    let declared = names::Declared::new(sentence, topics);
    let readings = masked::readings(sentence, &declared);
    let mut meant: Vec<Requirement> = Vec::new();
    let mut first: Option<(Vec<Fault>, &Masked<'_>)> = None;
    for reading in &readings {
        match read(sentence, reading, topics, lexicon) {
            Ok(requirement) if meant.contains(&requirement) => {}
            Ok(requirement) => meant.push(requirement),
            Err(faults) => first = first.or(Some((faults, reading))),
        }
    }
    match (meant.as_slice(), first) {
        ([one], _) => Ok(one.clone()),
        ([], Some((faults, reading))) => Err(explain::explain(sentence, reading, topics, lexicon, faults)),
        ([one, two, ..], _) => Err(vec![ambiguous(sentence, one, two)]),
        ([], None) => Err(explain::explain(sentence, &Masked::default(), topics, lexicon, Vec::new())),
    }
}

/// What no grammar is needed to see.
fn unreadable(sentence: &str) -> Option<SentenceMistake> {
    let mistake = |code, message: String, help: &str| SentenceMistake {
        code,
        span: 0..sentence.len().min(LONGEST),
        message,
        help: Some(help.into()),
        label: None,
    };
    if sentence.trim().is_empty() {
        return Some(mistake(
            "empty-sentence",
            "the sentence is empty".into(),
            "write a topic and what is asked of it, such as `TOPIC consistent across sources`",
        ));
    }
    if sentence.len() > LONGEST {
        let message = format!("the sentence is longer than {LONGEST} bytes");
        let mut mistake = mistake("too-long", message, "make it several rules");
        mistake.span.end = (0..=LONGEST).rev().find(|end| sentence.is_char_boundary(*end)).unwrap_or_default();
        return Some(mistake);
    }
    None
}

/// Two ways to read a sentence.
fn ambiguous(sentence: &str, one: &Requirement, two: &Requirement) -> SentenceMistake {
    let shown = |requirement: &Requirement| {
        let clauses = requirement.clauses().map(|clause| format!("`{}` {}", clause.subject, clause.predicate));
        clauses.collect::<Vec<_>>().join(", ")
    };
    SentenceMistake {
        code: "ambiguous",
        span: 0..sentence.len(),
        message: "the sentence can be read in two ways".into(),
        help: Some(format!("it may ask {}; or {}: rename a topic", shown(one), shown(two))),
        label: None,
    }
}

/// What is wrong with a clause: known, or still to be explained.
pub(crate) enum Fault {
    /// A mistake with its words.
    Said(SentenceMistake),
    /// A stretch of the masked sentence that is no clause.
    Unread(Range<usize>),
}

/// Reads one way of taking topics out of a sentence.
fn read(sentence: &str, masked: &Masked<'_>, topics: &[&Topic], lexicon: &Lexicon) -> Result<Requirement, Vec<Fault>> {
    let Ok(mut pairs) = Grammar::parse(Rule::sentence, &masked.text) else {
        return Err(vec![Fault::Unread(0..masked.text.len())]);
    };
    let mut faults = Vec::new();
    let mut alternatives = Vec::new();
    for pair in pairs.next().into_iter().flat_map(Pair::into_inner) {
        match pair.as_rule() {
            Rule::requirement => {
                for alternative in pair.into_inner() {
                    let mut clauses = Vec::new();
                    for clause in alternative.into_inner() {
                        match read_clause(sentence, masked, topics, lexicon, &clause) {
                            Ok(clause) => clauses.push(clause),
                            Err(found) => faults.extend(found),
                        }
                    }
                    alternatives.push(clauses);
                }
            }
            Rule::when => faults.push(not_yet(masked, &pair, "when ... ,")),
            Rule::unless => faults.push(not_yet(masked, &pair, "unless")),
            _ => {}
        }
    }
    if faults.is_empty() { Ok(Requirement { alternatives }) } else { Err(faults) }
}

/// What is in the language, and not judged by this version.
fn not_yet(masked: &Masked<'_>, pair: &Pair<'_>, what: &str) -> Fault {
    let span = pair.as_span();
    Fault::Said(SentenceMistake {
        code: "not-yet",
        span: masked.origin(span.start()..span.end()),
        message: format!("`{what}` is not judged yet; this rule is left out"),
        help: None,
        label: None,
    })
}

fn read_clause(
    sentence: &str,
    masked: &Masked<'_>,
    topics: &[&Topic],
    lexicon: &Lexicon,
    clause: &Pair<'_>,
) -> Result<Clause, Vec<Fault>> {
    let mut later = Vec::new();
    let mut subject = None;
    let mut predicate = None;
    for pair in clause.clone().into_inner() {
        let words = masked.unmasked(pair.as_str());
        match pair.as_rule() {
            Rule::subject => subject = subject_of(masked, topics, &pair),
            Rule::every | Rule::negation => later.push(not_yet(masked, &pair, &first_words(&words, 2))),
            Rule::part => later.push(not_yet(masked, &pair, &words)),
            Rule::later => {
                let name = part(&pair, Rule::later_words).map_or(words, |name| name.as_str().to_lowercase());
                later.push(not_yet(masked, &pair, &name));
            }
            Rule::mistaken => {
                let span = pair.as_span();
                return Err(vec![Fault::Unread(span.start()..span.end())]);
            }
            _ => predicate = Some(pair),
        }
    }
    if !later.is_empty() {
        return Err(later);
    }
    let unread = || vec![Fault::Unread(clause.as_span().start()..clause.as_span().end())];
    let (Some(subject), Some(pair)) = (subject, predicate) else { return Err(unread()) };
    let Some(entry) = predicate::find(pair.as_rule()) else { return Err(unread()) };
    let reading = Reading { sentence, masked, topics, lexicon, subject: &subject };
    match (entry.read)(&pair, &reading) {
        Ok(predicate) => Ok(Clause { subject, predicate }),
        Err(mistakes) => Err(mistakes.into_iter().map(Fault::Said).collect()),
    }
}

fn subject_of(masked: &Masked<'_>, topics: &[&Topic], pair: &Pair<'_>) -> Option<Subject> {
    let name = masked.name_in(pair.as_str())?;
    match name.kind {
        masked::NameKind::Topic => topics
            .iter()
            .find(|topic| topic.name == name.declared)
            .map(|topic| Subject::Topic { name: topic.name.clone(), kind: topic.kind }),
        masked::NameKind::Property => Property::find(name.declared).map(Subject::Property),
        masked::NameKind::Choice => None,
    }
}

fn first_words(words: &str, most: usize) -> String {
    words.split(' ').take(most).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
