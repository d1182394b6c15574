//! A topic: what a rule file names and claims are about.

use super::{phrase::Phrase, section::Section, subject::SubjectId};
use crate::{diagnostic::DiagnosticPlace, lexicon::Lexicon, text::Part, value::Kind};
use rustc_hash::FxHashSet;

/// What claims are about: its kind, and the phrases that find its claims.
#[derive(Clone, Debug)]
pub struct Topic {
    /// What it is: a declared topic, or what no file declares and a rule asks for all the same: `every time`.
    pub subject: SubjectId,
    /// The kind of its values.
    pub kind: Kind,
    /// The only story it is read in; every story where `None`.
    pub story: Option<String>,
    /// The stories in which another topic of this name takes its place.
    pub replaced_in: Vec<String>,
    /// What finds its claims.
    pub patterns: Vec<Pattern>,
    /// What vetoes: a phrase with a hole vetoes that mention, one without its whole sentence.
    pub except: Vec<Phrase>,
    /// What vetoes also where it stands one sentence before.
    pub not_near: Vec<Phrase>,
    /// Whom its claims are about: a claim about another is none.
    pub about: Vec<Phrase>,
    /// Who says its claims: what nobody of these is reported to say is none.
    pub said_by: Vec<String>,
    /// The parts its claims are taken from; those that are evidence where `None`.
    pub parts: Option<Vec<Part>>,
    /// The unit its values must have (or convert to).
    pub unit: Option<String>,
    /// The thing its values must count.
    pub of: Option<String>,
    /// Whether later figures are expected to grow or to shrink.
    pub develops: Option<Develops>,
    /// Where its name stands in a rule file of the reader's; nowhere for what a pack declares, or no file.
    pub declared_at: Option<DiagnosticPlace>,
    /// What a data file has for it.
    pub fact: Option<TopicFact>,
}

/// What a data file says that the value of a topic is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicFact {
    /// Where it says so: `facts.yaml#plans.pro.monthly`.
    pub from: String,
    /// The words that stand there.
    pub words: String,
}

/// A phrase, and for a choice topic which choice it means.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The phrase.
    pub phrase: Phrase,
    /// The choice's name.
    pub choice: Option<String>,
}

/// Which way a topic's figures go as time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Develops {
    /// Later figures are larger.
    Up,
    /// Later figures are smaller.
    Down,
}

impl Topic {
    /// A topic without a phrase.
    #[must_use]
    pub fn new(subject: SubjectId, kind: Kind) -> Self {
        Self {
            subject,
            kind,
            story: None,
            replaced_in: Vec::new(),
            patterns: Vec::new(),
            except: Vec::new(),
            not_near: Vec::new(),
            about: Vec::new(),
            said_by: Vec::new(),
            parts: None,
            unit: None,
            of: None,
            develops: None,
            declared_at: None,
            fact: None,
        }
    }

    /// The name of the declared topic that it is, or a section of; empty where no file declares it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.subject.declared().unwrap_or_default()
    }

    /// Whether it is read in a story.
    #[must_use]
    pub fn is_of(&self, story: &str) -> bool {
        self.story.as_deref().is_none_or(|only| only == story) && !self.replaced_in.iter().any(|other| other == story)
    }

    /// Whether only claims inside quotations are taken.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.subject.section == Some(Section::Quotations)
    }

    /// Whether its claims may stand in this part of an article.
    #[must_use]
    pub fn is_in(&self, part: Part) -> bool {
        match &self.parts {
            Some(parts) => parts.contains(&part) || part == Part::Lead && parts.contains(&Part::Body),
            None => part.is_evidence(),
        }
    }

    /// The unit that its values have: the one that it asks for, else the one that all its phrases name.
    #[must_use]
    pub fn unit_of_values(&self, lexicon: &Lexicon) -> Option<String> {
        let named = || {
            let mut units = self.patterns.iter().map(|pattern| pattern.phrase.only_unit(lexicon));
            let (_, first) = units.next()??;
            units.all(|unit| unit.is_some_and(|(_, unit)| unit == first)).then_some(first)
        };
        self.unit.clone().or_else(named)
    }

    /// The names of a choice topic's choices, in the order written, each once.
    pub fn choices(&self) -> Vec<&str> {
        let mut seen = FxHashSet::default();
        self.patterns.iter().filter_map(|pattern| pattern.choice.as_deref()).filter(|name| seen.insert(*name)).collect()
    }
}
