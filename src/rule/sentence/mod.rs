//! A rule's sentence: from words to a tree, and back.

mod edges;
mod explain;
mod forms;
mod names;
mod onward;
mod repair;
mod stretches;
mod tries;

pub use crate::table::Subject;
pub use names::KnownTopics;
pub use onward::{KnownSources, Onward, OnwardRole, onward};
pub use stretches::{SentenceStretch, StretchRole, stretches};

use crate::{
    article::Property,
    claim::{Every, Section},
    diagnostic::{Mistake, code},
    fold,
    grammar::{
        self, Grammar, Pair, Rule,
        masked::{self, Masked},
    },
    lexicon::Lexicon,
    predicate::{self, ClauseReading, Predicate, Sense, wording},
    table::ArticleScope,
};
use pest::Parser;
use std::{fmt, ops::Range, sync::Arc};

/// The longest sentence that is read, in bytes.
const LONGEST: usize = 4_000;

/// What a sentence asks of a story: a requirement, perhaps under a condition or with an exception.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSentence {
    /// Where this does not hold, nothing is asked.
    pub when: Option<Requirement>,
    /// What must hold.
    pub requirement: Requirement,
    /// Where this holds, nothing is asked.
    pub unless: Option<Requirement>,
}

/// Clauses: one of the alternatives must hold, and of that every clause.
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
    /// Whether the predicate must hold, or must not.
    pub sense: Sense,
    /// What is asked.
    pub predicate: Arc<dyn Predicate>,
}

impl PartialEq for Clause {
    fn eq(&self, other: &Self) -> bool {
        self.subject == other.subject && self.sense == other.sense && self.predicate.equals(other.predicate.as_any())
    }
}

impl RuleSentence {
    /// Every clause, in the order of the sentence.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        let parts = [self.when.as_ref(), Some(&self.requirement), self.unless.as_ref()];
        parts.into_iter().flatten().flat_map(Requirement::clauses)
    }

    /// One clause as a sentence of its own.
    #[must_use]
    pub fn of_clause(clause: &Clause) -> Self {
        let requirement = Requirement { alternatives: vec![vec![clause.clone()]] };
        Self { when: None, requirement, unless: None }
    }

    /// Every column that judging it reads.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        self.clauses().flat_map(|clause| {
            let operands = clause.predicate.operands(&clause.subject);
            std::iter::once(clause.subject.clone()).chain(operands)
        })
    }
}

impl Requirement {
    /// Every clause, in the order of the sentence.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.alternatives.iter().flatten()
    }
}

impl fmt::Display for RuleSentence {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(when) = &self.when {
            write!(to, "when {when}, ")?;
        }
        self.requirement.fmt(to)?;
        match &self.unless {
            Some(unless) => write!(to, " unless {unless}"),
            None => Ok(()),
        }
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
                clause.fmt(to)?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        WordedClause { subject: &self.subject, sense: self.sense, predicate: &self.predicate.to_string() }.fmt(to)
    }
}

/// A clause in words, with what is asked in words of its own.
struct WordedClause<'c> {
    subject: &'c Subject,
    sense: Sense,
    predicate: &'c str,
}

impl fmt::Display for WordedClause<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.subject.fmt(to)?;
        if let Some(only) = &self.subject.scope.only {
            to.write_str(" in ")?;
            wording::write_quoted(to, only)?;
        }
        let predicate = self.predicate;
        match (self.sense, predicate.strip_prefix("is ")) {
            (Sense::Plain, _) => write!(to, " {predicate}")?,
            (Sense::Denied, Some(value)) => write!(to, " is not {value}")?,
            (Sense::Denied, None) => write!(to, " not {predicate}")?,
        }
        let excepted = &self.subject.scope.except;
        for (index, name) in excepted.iter().enumerate() {
            to.write_str(match index {
                0 => " except in ",
                _ if index + 1 == excepted.len() => " and ",
                _ => ", ",
            })?;
            wording::write_quoted(to, name)?;
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
pub fn parse(sentence: &str, topics: &KnownTopics<'_>, lexicon: &Lexicon) -> Result<RuleSentence, Vec<Mistake>> {
    if let Some(mistake) = unreadable(sentence) {
        return Err(vec![mistake]);
    }
    let declared = names::NamedTopics::new(sentence, topics);
    let readings = masked::readings(sentence, &declared);
    match understand(sentence, &readings, &declared, lexicon) {
        Ok(sentence) => Ok(sentence),
        Err(Trouble::Ambiguous(one, two)) => Err(vec![ambiguous(sentence, &one, &two)]),
        Err(Trouble::Faults(faults)) => {
            let none = Masked::default();
            let reading = readings.first().unwrap_or(&none);
            Err(explain::explain(sentence, reading, topics, lexicon, faults))
        }
    }
}

/// So many times a sentence is written as the help for its first mistake offers.
const MOST_MENDED: usize = 8;

/// A sentence with mistakes as the help for them offers to write it; nothing where it has none, or where none of what is
/// offered makes it a sentence.
#[must_use]
pub fn mended(sentence: &str, topics: &KnownTopics<'_>, lexicon: &Lexicon) -> Option<String> {
    let mut mistakes = parse(sentence, topics, lexicon).err()?;
    for _ in 0..MOST_MENDED {
        let offered = mistakes.into_iter().find_map(|mistake| mistake.instead)?;
        match parse(&offered, topics, lexicon) {
            Ok(tree) => return Some(tree.to_string()),
            Err(others) => mistakes = others,
        }
    }
    None
}

/// Why a sentence was not understood.
enum Trouble {
    /// It means two things.
    Ambiguous(Box<RuleSentence>, Box<RuleSentence>),
    /// What is wrong with its first reading.
    Faults(Vec<ClauseFault>),
}

/// The one sentence that the ways of taking names out of the words give.
fn understand(
    sentence: &str,
    readings: &[Masked<'_>],
    topics: &names::NamedTopics<'_, '_>,
    lexicon: &Lexicon,
) -> Result<RuleSentence, Trouble> {
    let mut meant: Vec<RuleSentence> = Vec::new();
    let mut first: Option<Vec<ClauseFault>> = None;
    let mut faults_of_first = |index: usize, faults: Vec<ClauseFault>| {
        if index == 0 {
            first = Some(faults);
        }
    };
    for (index, reading) in readings.iter().enumerate() {
        match read(sentence, reading, topics, lexicon) {
            Ok(sentence) if meant.contains(&sentence) => {}
            Ok(sentence) => meant.push(sentence),
            Err(faults) => faults_of_first(index, faults),
        }
    }
    let mut meant = meant.into_iter();
    match (meant.next(), meant.next()) {
        (Some(one), None) => Ok(one),
        (Some(one), Some(two)) => Err(Trouble::Ambiguous(Box::new(one), Box::new(two))),
        (None, _) => Err(Trouble::Faults(first.unwrap_or_default())),
    }
}

/// What a sentence means, without a word on what is wrong where it means nothing: mistakes that its clauses have, once
/// they read.
fn meaning(sentence: &str, topics: &KnownTopics<'_>, lexicon: &Lexicon) -> Result<RuleSentence, Vec<Mistake>> {
    let declared = names::NamedTopics::new(sentence, topics);
    let readings = masked::readings(sentence, &declared);
    understand(sentence, &readings, &declared, lexicon).map_err(|trouble| match trouble {
        Trouble::Ambiguous(..) => Vec::new(),
        Trouble::Faults(faults) => faults
            .into_iter()
            .filter_map(|fault| match fault {
                ClauseFault::Said(mistake) | ClauseFault::NoValue(_, mistake) => Some(mistake),
                ClauseFault::Unread(_) => None,
            })
            .collect(),
    })
}

/// What no grammar is needed to see.
fn unreadable(sentence: &str) -> Option<Mistake> {
    let mistake = |code, message: &str, help: &str| {
        Mistake::at(code, 0..sentence.floor_char_boundary(LONGEST), message, Some(help.into()))
    };
    if sentence.trim().is_empty() {
        return Some(mistake(
            code::EMPTY_SENTENCE,
            "the sentence is empty",
            "write a topic and what is asked of it, such as `TOPIC consistent across sources`",
        ));
    }
    if sentence.len() > LONGEST {
        let message = format!("the sentence is longer than {LONGEST} bytes");
        return Some(mistake(code::TOO_LONG, &message, "make it several rules"));
    }
    None
}

/// What a predicate offers to write of a subject, as it is asked here: denied, of some articles, or with exceptions.
fn meant_of(subject: &Subject, sense: Sense, offered: &str) -> Option<String> {
    let predicate = offered.strip_prefix(&subject.to_string()).and_then(|rest| rest.strip_prefix(' '));
    match predicate {
        Some(predicate) => Some(WordedClause { subject, sense, predicate }.to_string()),
        // What is not of this subject alone can be put in no other way.
        None => (sense == Sense::Plain && subject.scope.is_everything()).then(|| offered.to_string()),
    }
}

/// Two ways to read a sentence.
fn ambiguous(sentence: &str, one: &RuleSentence, two: &RuleSentence) -> Mistake {
    let shown = |sentence: &RuleSentence| {
        let clauses = sentence.clauses().map(|clause| format!("`{}` {}", clause.subject, clause.predicate));
        clauses.collect::<Vec<_>>().join(", ")
    };
    let help = Some(format!("it may ask {}; or {}: rename a topic", shown(one), shown(two)));
    Mistake::at(code::AMBIGUOUS, 0..sentence.len(), "the sentence can be read in two ways", help)
}

/// What is wrong with a clause: known, or still to be explained.
pub(crate) enum ClauseFault {
    /// A mistake with its words.
    Said(Mistake),
    /// A stretch that is a clause, but what it asks for is no value.
    NoValue(Range<usize>, Mistake),
    /// A stretch of the masked sentence that is no clause.
    Unread(Range<usize>),
}

/// Reads one way of taking topics out of a sentence.
fn read(
    sentence: &str,
    masked: &Masked<'_>,
    topics: &names::NamedTopics<'_, '_>,
    lexicon: &Lexicon,
) -> Result<RuleSentence, Vec<ClauseFault>> {
    let Ok(mut pairs) = Grammar::parse(Rule::sentence, &masked.text) else {
        return Err(vec![ClauseFault::Unread(0..masked.text.len())]);
    };
    let reader = ClauseReader { sentence, masked, topics, lexicon };
    let mut faults = Vec::new();
    let (mut when, mut requirement, mut unless) = (None, None, None);
    for pair in pairs.next().into_iter().flat_map(Pair::into_inner) {
        match pair.as_rule() {
            Rule::when => when = reader.requirement_in(&pair, &mut faults),
            Rule::requirement => requirement = Some(reader.requirement(&pair, &mut faults)),
            Rule::unless => unless = reader.requirement_in(&pair, &mut faults),
            _ => {}
        }
    }
    match requirement {
        Some(requirement) if faults.is_empty() => Ok(RuleSentence { when, requirement, unless }),
        _ => Err(faults),
    }
}

/// One sentence whose clauses are being read.
struct ClauseReader<'r> {
    sentence: &'r str,
    masked: &'r Masked<'r>,
    topics: &'r names::NamedTopics<'r, 'r>,
    lexicon: &'r Lexicon,
}

impl ClauseReader<'_> {
    fn requirement_in(&self, pair: &Pair<'_>, faults: &mut Vec<ClauseFault>) -> Option<Requirement> {
        pair.clone().into_inner().next().map(|requirement| self.requirement(&requirement, faults))
    }

    fn requirement(&self, pair: &Pair<'_>, faults: &mut Vec<ClauseFault>) -> Requirement {
        let mut alternatives = Vec::new();
        for alternative in pair.clone().into_inner() {
            let mut clauses = Vec::new();
            for clause in alternative.into_inner() {
                match self.clause(&clause) {
                    Ok(clause) => clauses.push(clause),
                    Err(found) => faults.extend(found),
                }
            }
            alternatives.push(clauses);
        }
        Requirement { alternatives }
    }

    fn clause(&self, clause: &Pair<'_>) -> Result<Clause, Vec<ClauseFault>> {
        let (mut subject, mut predicate) = (None, None);
        let (mut section, mut scope, mut sense) = (None, ArticleScope::default(), Sense::Plain);
        for pair in clause.clone().into_inner() {
            match pair.as_rule() {
                Rule::subject => subject = self.subject(&pair),
                Rule::place | Rule::except => self.place(&pair, &mut section, &mut scope)?,
                Rule::negation => sense = Sense::Denied,
                Rule::mistaken => {
                    let span = pair.as_span();
                    return Err(vec![ClauseFault::Unread(span.start()..span.end())]);
                }
                _ => predicate = Some(pair),
            }
        }
        let unread = || vec![ClauseFault::Unread(clause.as_span().start()..clause.as_span().end())];
        let (Some(subject), Some(pair)) = (subject, predicate) else { return Err(unread()) };
        let Some(entry) = predicate::find(pair.as_rule()) else { return Err(unread()) };
        if pair.as_rule() == Rule::is_value && grammar::part(&pair, Rule::negation).is_some() {
            sense = Sense::Denied;
        }
        let subject = Subject { scope, ..subject.within(section) };
        let reading = ClauseReading {
            sentence: self.sentence,
            masked: self.masked,
            topics: &self.topics.topics,
            choices: subject.id.declared().and_then(|name| self.topics.choices_of(name)),
            lexicon: self.lexicon,
            subject: &subject,
        };
        match (entry.read)(&pair, &reading) {
            Ok(predicate) => Ok(Clause { subject, sense, predicate }),
            Err(mistakes) => {
                let range = clause.as_span().start()..clause.as_span().end();
                let fault = |mistake: Mistake| {
                    let meant = mistake.instead.as_deref().and_then(|meant| meant_of(&subject, sense, meant));
                    let instead = meant.map(|meant| self.with(&range, &meant));
                    let mistake = Mistake { instead, ..mistake };
                    let is_value = mistake.code == code::BAD_VALUE;
                    if is_value { ClauseFault::NoValue(range.clone(), mistake) } else { ClauseFault::Said(mistake) }
                };
                Err(mistakes.into_iter().map(fault).collect())
            }
        }
    }

    fn subject(&self, pair: &Pair<'_>) -> Option<Subject> {
        if let Some(kind) = grammar::part(pair, Rule::every_kind) {
            let noun = self.masked.unmasked(kind.as_str()).to_lowercase();
            return Every::find(&noun).map(Subject::every);
        }
        let name = self.masked.name_in(pair.as_str())?;
        match name.kind {
            masked::NameKind::Topic => {
                self.topics.topics.iter().find(|topic| topic.name() == name.declared).map(|topic| Subject::topic(topic))
            }
            masked::NameKind::Property => Property::find(name.declared).map(Subject::property),
            masked::NameKind::Choice | masked::NameKind::Kind => None,
        }
    }

    /// The whole sentence with one clause put otherwise.
    fn with(&self, range: &Range<usize>, clause: &str) -> String {
        let text = |range: Range<usize>| self.masked.unmasked(self.masked.text.get(range).unwrap_or_default());
        format!("{}{clause}{}", text(0..range.start), text(range.end..self.masked.text.len()))
    }

    /// Reads where the subject must stand, and in which articles.
    fn place(
        &self,
        pair: &Pair<'_>,
        section: &mut Option<Section>,
        scope: &mut ArticleScope,
    ) -> Result<(), Vec<ClauseFault>> {
        let place = if pair.as_rule() == Rule::place { pair.clone().into_inner().next() } else { Some(pair.clone()) };
        let Some(place) = place else { return Ok(()) };
        let mut names = place.clone().into_inner().map(|quoted| self.quoted(&quoted));
        let is_second = match place.as_rule() {
            Rule::only => scope.only.replace(names.next().unwrap_or_default()).is_some(),
            Rule::except => {
                scope.except.extend(names);
                false
            }
            _ => {
                let named = grammar::part(&place, Rule::section).and_then(|section| Section::find(section.as_str()));
                std::mem::replace(section, named).is_some()
            }
        };
        if !is_second {
            return Ok(());
        }
        let span = place.as_span();
        let help = Some("join two clauses with `and`, each with its own place".to_string());
        let at = self.masked.origin(span.start()..span.end());
        Err(vec![ClauseFault::Said(Mistake::at(code::TWO_PLACES, at, "a clause looks in one place", help))])
    }

    /// What stands between quotation marks, blanks folded.
    fn quoted(&self, pair: &Pair<'_>) -> String {
        let inside = grammar::part(pair, Rule::straight).or_else(|| grammar::part(pair, Rule::curly));
        let span = inside.as_ref().unwrap_or(pair).as_span();
        let words = self.sentence.get(self.masked.origin(span.start()..span.end())).unwrap_or_default();
        fold::one_line(words)
    }
}

#[cfg(test)]
mod tests;
