//! What a rule answers on a story: outcomes, agreement, evidence. Plain data, in the shape that `--format json` prints.

mod change;

pub use change::{Change, Comparison, Fact};

use crate::diagnostic::Diagnostic;
use serde::{Deserialize, Serialize};

/// What a rule answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The rule holds.
    Pass,
    /// It does not.
    Fail,
    /// There was nothing to compare.
    NoEvidence,
}

impl Outcome {
    /// Each with its name.
    pub const ALL: &[(&str, Self)] = &[("pass", Self::Pass), ("fail", Self::Fail), ("no evidence", Self::NoEvidence)];
}

/// How much a failure weighs: the rule's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// For the record.
    Note,
    /// Somebody should look.
    Warning,
    /// It must not be published so.
    #[default]
    Error,
}

/// How the claims on one topic relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// All equal, after folding and conversion.
    Consistent,
    /// One value satisfies them all, but they are not equal.
    Compatible,
    /// They differ as a figure does that grows or shrinks with time.
    Developing,
    /// No value satisfies them all.
    Conflict,
    /// Only one source gives a value.
    SingleSource,
    /// No source does.
    Absent,
    /// Claims were found, but none can be resolved.
    Indeterminate,
}

impl Agreement {
    /// Each with its name.
    pub const ALL: &[(&str, Self)] = &[
        ("consistent", Self::Consistent),
        ("compatible", Self::Compatible),
        ("developing", Self::Developing),
        ("conflict", Self::Conflict),
        ("single source", Self::SingleSource),
        ("absent", Self::Absent),
        ("indeterminate", Self::Indeterminate),
    ];
}

/// The reason of a rule whose condition is not met, or whose exception is: nothing was asked.
pub const DOES_NOT_APPLY: &str = "does not apply";

/// What a claim does for an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It agrees.
    Supports,
    /// It disagrees with others.
    Opposes,
    /// It breaks the rule by itself.
    Violates,
    /// It was found, and decides nothing.
    Context,
}

/// What the words of a claim stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Meaning {
    /// What they say.
    #[default]
    Plain,
    /// What they do not show by themselves: "30 December 2021" for "Thursday".
    Reads(String),
    /// Nobody knows, and why.
    Unknown(String),
}

/// One claim, or one absence, that an outcome rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The article's path.
    pub article: String,
    /// Its source.
    pub source: String,
    /// First byte of the exact words; null where the fault is an absence, as are all up to `suffix`.
    pub start: Option<usize>,
    /// One past the last byte.
    pub end: Option<usize>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column, from 1, in characters.
    pub column: Option<usize>,
    /// The exact words.
    pub exact: Option<String>,
    /// What stands before them.
    pub prefix: Option<String>,
    /// What stands after them.
    pub suffix: Option<String>,
    /// What the claim does for the outcome.
    pub role: Role,
    /// The value in the shape of the format's version 1.
    pub value: Option<serde_json::Map<String, serde_json::Value>>,
    /// What the words stand for, for reports; JSON has the value.
    #[serde(skip)]
    pub meaning: Meaning,
    /// Why it decides nothing, for reports, where neither its role nor its meaning says that.
    #[serde(skip)]
    pub apart: Option<String>,
    /// Who says so.
    pub speaker: Option<String>,
    /// Who relays it.
    pub chain: Vec<String>,
    /// The claim's fingerprint.
    pub fingerprint: String,
}

/// Where a rule stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The rule file, relative to the configuration's folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// A rule's outcome on one story, with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// The rule's sentence as written.
    pub sentence: String,
    /// What it answers.
    pub outcome: Outcome,
    /// The rule's severity.
    pub severity: Severity,
    /// How the claims relate; null where that has no meaning.
    pub agreement: Option<Agreement>,
    /// Why the agreement is what it is, in plain words: "hedge differs".
    pub reasons: Vec<String>,
    /// The article whose anchor is probably wrong.
    pub blames: Option<String>,
    /// One sentence that says what is wrong, for a person.
    pub message: String,
    /// The rule's own reason for being.
    #[serde(skip)]
    pub why: Option<String>,
    /// Whether this finding counts as a failure although nothing was compared (`on no evidence: fail`).
    #[serde(skip)]
    pub counts_as_failure: bool,
    /// The rule's tags.
    pub tags: Vec<String>,
    /// The same for the same rule, outcome and evidence, wherever they stand.
    pub fingerprint: String,
    /// Where the rule stands.
    pub place: Place,
    /// The claims it rests on.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    /// Whether it counts as a failure: the rule does not hold, or it wants evidence and there is none.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        match self.outcome {
            Outcome::Pass => false,
            Outcome::Fail => true,
            Outcome::NoEvidence => self.counts_as_failure,
        }
    }
}

/// An article, as a report lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleEntry {
    /// Its path.
    pub article: String,
    /// Its source.
    pub source: String,
    /// Its day of publication, `2021-12-30`.
    pub published: Option<String>,
}

/// A topic and its claims in one story: a row of the matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicEntry {
    /// The topic's name.
    pub topic: String,
    /// Its kind.
    pub kind: String,
    /// How its claims relate.
    pub agreement: Agreement,
    /// Why, in plain words.
    pub reasons: Vec<String>,
    /// The article whose wrong anchor explains a conflict.
    #[serde(skip)]
    pub blames: Option<String>,
    /// How far apart the rules about it let claims lie, in words, where they are in conflict without that and every such
    /// rule passes; `agreement` stays what it is without a tolerance.
    #[serde(skip)]
    pub tolerated: Option<String>,
    /// Every claim of every article.
    pub claims: Vec<Evidence>,
}

/// What was judged of one story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryReport {
    /// The story's name.
    pub story: String,
    /// Its articles, by path.
    pub articles: Vec<ArticleEntry>,
    /// Its topics, in the order of the rule files.
    pub topics: Vec<TopicEntry>,
    /// One finding a rule, in the order of the rule files.
    pub findings: Vec<Finding>,
    /// What changed since the story's snapshot; left out where it was not compared with one.
    #[serde(default, rename = "changes", skip_serializing_if = "Comparison::has_no_list")]
    pub comparison: Comparison,
}

/// How many findings there are of each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Rules that hold.
    pub pass: usize,
    /// Rules that do not.
    pub fail: usize,
    /// Rules that had nothing to compare.
    pub no_evidence: usize,
    /// Findings that a suppression took away.
    pub suppressed: usize,
}

/// Everything that `check` has to say: what `--format json` prints is this, serialised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The version of this shape.
    pub version: u32,
    /// The stories, by name.
    pub stories: Vec<StoryReport>,
    /// Mistakes in rule files and inputs.
    pub diagnostics: Vec<Diagnostic>,
    /// The counts.
    pub summary: Summary,
}
