//! A topic: what a rule file names and claims are about.

use super::phrase::Phrase;
use crate::{text::Part, value::Kind};

/// What claims are about: its kind, and the phrases that find its claims.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its name, as rules write it.
    pub name: String,
    /// The kind of its values.
    pub kind: Kind,
    /// The only story it is read in; every story where `None`.
    pub story: Option<String>,
    /// What finds its claims.
    pub patterns: Vec<Pattern>,
    /// What vetoes: a phrase with a hole vetoes that mention, one without its whole sentence.
    pub except: Vec<Phrase>,
    /// What vetoes also where it stands one sentence before.
    pub not_near: Vec<Phrase>,
    /// The parts its claims are taken from; those that are evidence where `None`.
    pub parts: Option<Vec<Part>>,
    /// The unit its values must have (or convert to).
    pub unit: Option<String>,
    /// The thing its values must count.
    pub of: Option<String>,
    /// Whether later figures are expected to grow or to shrink.
    pub develops: Option<Develops>,
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
    /// The names of a choice topic's choices, in the order written, each once.
    pub fn choices(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for choice in self.patterns.iter().filter_map(|pattern| pattern.choice.as_deref()) {
            if !names.contains(&choice) {
                names.push(choice);
            }
        }
        names
    }
}
