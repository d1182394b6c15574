//! What a rule answers on a story: outcomes, agreement, evidence. Plain data, and all of it goes on the wire: what
//! `--format json` prints is this, and whoever reads it back has what every other format draws.

mod change;
mod evidence;
mod notation;
mod origin;
mod published;
mod suppression;

pub use change::{Change, ChangedSentence, Comparison, Fact};
pub use evidence::{ClaimMeaning, Evidence, GivenBy, Role, SpokenBy, ToldValue, ToldValues, primary};
pub use origin::{SharedBond, SharedOrigin};
pub use published::PublishedValue;
pub use suppression::{Accepting, BaselineState, Suppressed, SuppressedArticles, SuppressedBy, Suppression};

use crate::{claim::Fingerprint, diagnostic::Diagnostic};
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
#[cfg_attr(not(feature = "rooms"), non_exhaustive)]
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

/// What a silent source nearly says on a topic, and a phrase that would take it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "rooms"), non_exhaustive)]
pub struct NearlyFound {
    /// The topic's name.
    pub topic: String,
    /// The phrase: a line for the topic's `phrases:`.
    pub phrase: String,
    /// The words that it would take, which decide nothing.
    #[serde(flatten)]
    pub words: Evidence,
}

/// Where a rule stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RulePlace {
    /// The rule file, relative to the configuration's folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
}

/// How many of the things that a rule about every one of something asks of were compared, and how many were not. Equal words
/// of one article are one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemCounts {
    /// Those that were compared.
    pub checked: usize,
    /// Those of them that do not meet the rule.
    pub failed: usize,
    /// Those that could not be placed or compared.
    pub unchecked: usize,
}

impl ItemCounts {
    /// Those of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            checked: self.checked + other.checked,
            failed: self.failed + other.failed,
            unchecked: self.unchecked + other.unchecked,
        }
    }
}

/// What a rule answers on a story in all, however many findings it has there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleOutcome {
    /// The rule's id.
    pub rule: String,
    /// Where it stands.
    pub place: RulePlace,
    /// The declared topics that it asks about.
    #[serde(default)]
    pub topics: Vec<String>,
    /// What it answers.
    pub outcome: Outcome,
    /// Whether that counts as a failure.
    pub failure: bool,
    /// The rule's severity.
    pub severity: Severity,
    /// How many findings it has.
    pub findings: usize,
    /// How many of them are accepted, and count as no failure.
    #[serde(default)]
    pub suppressed: usize,
    /// How many things it asks of one by one; null where it does not ask so.
    pub items: Option<ItemCounts>,
    /// Those that could not be placed or compared, each with why.
    pub unchecked: Vec<Evidence>,
}

/// What a rule answers on one story, with its evidence: of a rule that asks of every one of something a finding for each
/// that does not meet it, of all others one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "rooms"), non_exhaustive)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// The rule's sentence as written.
    pub sentence: String,
    /// What it answers.
    pub outcome: Outcome,
    /// Whether it counts as a failure: the rule does not hold, or it wants evidence (`on no evidence: fail`) and there is none.
    pub failure: bool,
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
    pub why: Option<String>,
    /// The rule's tags.
    pub tags: Vec<String>,
    /// The same for the same rule, outcome and evidence, wherever they stand.
    pub fingerprint: Fingerprint,
    /// Where the rule stands.
    pub place: RulePlace,
    /// Which of the evidence, counted from 0, is the thing that this finding is about, of a rule that asks of every one; null
    /// where it is about all.
    pub item: Option<usize>,
    /// The claims it rests on.
    pub evidence: Vec<Evidence>,
    /// Where a source's silence is the reason: what silent sources nearly say, by topic, the phrases for most sources first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nearly: Vec<NearlyFound>,
    /// Which of the evidence, counted from 0, is what somebody should look at who looks at one; null where there is none.
    pub primary: Option<usize>,
    /// Why it counts as no failure, though it is one: somebody accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppressed: Option<Box<Suppressed>>,
    /// Whether it stands in the baseline of the run; none where it is no failure, or the run was given none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineState>,
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
    pub blames: Option<String>,
    /// How far apart the rules about it let claims lie, in words, where they are in conflict without that and every such
    /// rule passes; `agreement` stays what it is without a tolerance.
    pub tolerated: Option<String>,
    /// Every claim of every article.
    pub claims: Vec<Evidence>,
    /// What silent sources nearly say on it, the phrases for most sources first; a report of stored claims has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nearly: Vec<NearlyFound>,
}

/// What was judged of one story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryReport {
    /// The story's name.
    pub story: String,
    /// Its articles, by path.
    pub articles: Vec<ArticleEntry>,
    /// The articles among them that have one origin, as far as rules ask for it; one by itself is not listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<SharedOrigin>,
    /// Its topics, in the order of the rule files.
    pub topics: Vec<TopicEntry>,
    /// What each rule answers, in the order of the rule files.
    pub rules: Vec<RuleOutcome>,
    /// One finding a rule, or of a rule about every one of something one for each that fails, in the same order.
    pub findings: Vec<Finding>,
    /// How it compares with its snapshot: `snapshot`, and where it was compared with one `changes`.
    #[serde(flatten)]
    pub comparison: Comparison,
}

/// How many rules answer what, each once in each story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Rules that hold.
    pub pass: usize,
    /// Rules that count as failures: those that do not hold, and rules that want evidence and have none.
    pub fail: usize,
    /// Rules that had nothing to compare, whether or not that counts as a failure.
    pub no_evidence: usize,
    /// Findings that were accepted, and count as no failure.
    #[serde(default)]
    pub suppressed: usize,
    /// What the rules about every one of something ask of.
    pub items: ItemCounts,
}

impl Summary {
    /// That of some stories.
    #[must_use]
    pub fn of(stories: &[StoryReport]) -> Self {
        let mut summary = Self::default();
        for rule in stories.iter().flat_map(|story| &story.rules) {
            summary.fail += usize::from(rule.failure);
            summary.suppressed += rule.suppressed;
            summary.items = summary.items.and(rule.items.unwrap_or_default());
            match rule.outcome {
                Outcome::Pass => summary.pass += 1,
                Outcome::Fail => {}
                Outcome::NoEvidence => summary.no_evidence += 1,
            }
        }
        summary
    }
}

/// The version of the shape: another one where a key goes that ever held something, or means something else. Keys may come,
/// and those that were always empty go, without that: who reads a key that is not there as empty reads both.
pub const VERSION: u32 = 2;

/// Everything that `check` has to say: what `--format json` prints is this, serialised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "rooms"), non_exhaustive)]
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
