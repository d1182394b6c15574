//! What `crosscheck explain` prints: a rule or a topic, what its words stand for, what each article gives for it and why,
//! and what was nearly taken. And one article, with everything that is found in it.

use crate::{
    claim::Quote,
    finding::{Agreement, NearlyFound, Outcome, Role, RulePlace, Severity},
};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use std::sync::Arc;

/// A rule or a topic explained, on every story that it is for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The version of this shape.
    pub version: u32,
    /// The rule; null where a topic was asked for.
    pub rule: Option<ExplainedRule>,
    /// The pieces of the rule's sentence, or the topic.
    pub pieces: Vec<ExplainedPiece>,
    /// The stories, by name.
    pub stories: Vec<ExplainedStory>,
}

/// A rule, with its sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedRule {
    /// Its id.
    pub id: String,
    /// The sentence as written.
    pub sentence: String,
    /// The sentence as the engine would write it.
    pub canonical: String,
    /// How much a failure weighs.
    pub severity: Severity,
    /// Why the rule is there.
    pub why: Option<String>,
    /// Where it stands.
    pub place: RulePlace,
}

/// A piece of a sentence, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedPiece {
    /// Its first byte in the canonical sentence.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Its words.
    pub words: String,
    /// What it is: "topic", "predicate", "tolerance".
    pub sort: &'static str,
    /// What it stands for, a line each.
    pub means: Vec<String>,
}

/// What was found in one story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedStory {
    /// Its name.
    pub story: String,
    /// What the rule answers; null where a topic was asked for.
    pub answer: Option<RuleAnswer>,
    /// What the rule looks at, in the order of its sentence.
    pub subjects: Vec<ExplainedSubject>,
}

/// What a rule answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleAnswer {
    /// Its outcome.
    pub outcome: Outcome,
    /// How the claims relate; null where that has no meaning.
    pub agreement: Option<Agreement>,
    /// Why, in plain words.
    pub reasons: Vec<String>,
    /// One sentence for a person.
    pub message: String,
    /// The article whose day of publication is probably wrong.
    pub blames: Option<String>,
}

/// One thing that a rule looks at, in one story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedSubject {
    /// Its name: a topic's, "every time", "publication date".
    pub subject: String,
    /// How its claims relate; null for what nobody wants to agree: every value of a kind, what articles say of themselves.
    pub agreement: Option<Agreement>,
    /// Why, in plain words.
    pub reasons: Vec<String>,
    /// What silent sources nearly say, and the phrases that would take it, those for most sources first.
    pub nearly: Vec<NearlyFound>,
    /// The articles, by path.
    pub articles: Vec<ExplainedArticle>,
}

/// What one article gives for a subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedArticle {
    /// Its path.
    pub article: String,
    /// Its source.
    pub source: String,
    /// Its day of publication, `2021-12-30`.
    pub published: Option<String>,
    /// Where that comes from, in words.
    pub published_from: Option<String>,
    /// Its claims, in the order of the text.
    pub claims: Vec<ExplainedClaim>,
    /// What was nearly taken, the nearest first.
    pub nearly: Vec<NearMiss>,
}

/// A claim, where it comes from and what it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExplainedClaim {
    /// The words.
    #[serde(flatten)]
    pub words: Arc<Quote>,
    /// The part of the article.
    pub part: &'static str,
    /// The phrases that find it; none where the rule asks for every value of a kind.
    pub phrases: Vec<String>,
    /// The value, in the shape of `check --format json`.
    pub value: Map<String, Json>,
    /// What it means, in words, where its own do not show that.
    pub means: Option<String>,
    /// Why it means that, a line each.
    pub because: Vec<String>,
    /// What it does for the outcome; null where it was not looked at.
    pub role: Option<Role>,
}

/// Words that were nearly a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NearMiss {
    /// The words: a value, or where there is none what was found of the phrase.
    #[serde(flatten)]
    pub words: Quote,
    /// The part of the article.
    pub part: &'static str,
    /// The phrase that nearly finds it.
    pub phrase: Option<String>,
    /// What was too strict, a line each.
    pub because: Vec<String>,
    /// How far it is from a claim; 0 would be one.
    pub distance: u32,
}

/// An article with everything that is found in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarkedArticle {
    /// The version of this shape.
    pub version: u32,
    /// Its path.
    pub article: String,
    /// Its source.
    pub source: String,
    /// Its day of publication, `2021-12-30`.
    pub published: Option<String>,
    /// Where that comes from, in words.
    pub published_from: Option<String>,
    /// The parts of its text, in order.
    pub parts: Vec<MarkedPart>,
    /// What is marked, in the order of the text; one that contains others stands before them.
    pub marks: Vec<Mark>,
    /// The whole text.
    #[serde(skip)]
    pub text: String,
}

/// A part of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MarkedPart {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its name.
    pub part: &'static str,
}

/// A value, a claim, or a value that is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The kind of the value; that of the topic where only a phrase found it.
    pub kind: String,
    /// What it means, in words, where its own do not show that.
    pub means: Option<String>,
    /// The topics of which it is a claim.
    pub topics: Vec<String>,
}
