//! A story and its rules with one thing changed: what `crosscheck mutate` holds the rules against.
//!
//! A sort of change is a file here with an entry, and a line in [`ALL`]. What is written in place of words is data
//! (`rules/lexicon/en/mutations.yaml`). A change is made where a claim stands, because no rule can notice others.

mod bound;
mod day;
mod decimal;
mod figure;
mod hedge;
mod negation;
mod quantifier;
mod quoted_word;
mod rewording;
mod scene;
mod source;
mod speaker;
mod swapped;
mod tolerance;
mod written;

pub use rewording::reworded;
pub use scene::{ChangeScene, ClaimedPlaces, MutableArticle};

use crate::{lexicon::MutationWords, rule::Rule, span::Span};

/// A sort of change.
pub struct Mutator {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it changes, in the words of a help text.
    pub about: &'static str,
    /// How the changes are made.
    pub makes: Makes,
}

/// What a sort of change is made in.
#[derive(Clone, Copy)]
pub enum Makes {
    /// The text of an article.
    Text(fn(&ChangeScene<'_>) -> Vec<Alteration>, Unseen),
    /// Which articles a story has.
    Articles,
    /// The sentence of a rule.
    Sentence(fn(&Rule, &MutationWords) -> Vec<Exchange>),
}

/// What a change is that leaves everything claimed as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// One that says the same, where a claim stands that counts; else it is of something that nobody reads.
    Equal,
    /// One that says something else, and is not told from what was there.
    Alike,
    /// One of something that nobody reads.
    Unread,
}

/// Words of an article that others take the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// Where they stand.
    pub span: Span,
    /// The others.
    pub with: String,
    /// The words with those around them that make them understood: "50 minutes" for "50".
    pub whole: Span,
}

/// Words of a sentence that others take the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// The words.
    pub before: String,
    /// The others.
    pub after: String,
}

impl Alteration {
    /// The whole words as they are after the change.
    #[must_use]
    pub fn after(&self, text: &str) -> String {
        let before = Span { start: self.whole.start, end: self.span.start };
        let behind = Span { start: self.span.end, end: self.whole.end };
        format!("{}{}{}", before.of(text), self.with, behind.of(text))
    }

    /// The whole text with the change in it.
    #[must_use]
    pub fn applied(&self, text: &str) -> String {
        let all = Self { whole: Span::new(0, text.len()), ..self.clone() };
        all.after(text)
    }
}

/// Every sort of change, in alphabetical order.
pub const ALL: &[&Mutator] = &[
    &bound::ENTRY,
    &day::DAY,
    &figure::ENTRY,
    &hedge::ENTRY,
    &day::HOUR,
    &swapped::MONTH,
    &negation::ENTRY,
    &quantifier::ENTRY,
    &quoted_word::ENTRY,
    &source::ENTRY,
    &speaker::ENTRY,
    &tolerance::ENTRY,
    &swapped::UNIT,
    &swapped::WEEKDAY,
    &day::YEAR,
    &swapped::ZONE,
];

#[cfg(test)]
mod tests;
