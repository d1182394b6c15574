//! Crosscheck reads what many articles claim about one event, and says where they agree, where they do not, and what
//! nobody vouches for.
//!
//! ```
//! use crosscheck::{Article, Outcome, Rules, extract, judge};
//!
//! let rules = Rules::read(
//!     "storm.yaml",
//!     "
//! topics:
//!   injured:
//!     kind: count
//!     phrases: [<count> people (injured|hurt)]
//! rules:
//!   - injured consistent across sources
//! ",
//! )?;
//! let articles = [
//!     Article::read("harbour-post.txt", "Storm hits Orvane\n\nAt least 14 people were injured on Thursday.\n")?,
//!     Article::read("upland-wire.txt", "A roof is gone\n\nNine people were hurt, the mayor's office said.\n")?,
//! ];
//!
//! // One article at a time, and no rule is judged: claims are plain data, to be kept, sent and merged.
//! let claims: Vec<_> = articles.iter().map(|article| extract(article, "storm", &rules)).collect();
//!
//! // All claims of a story, and no text.
//! let report = judge(&rules, &claims);
//! let finding = report.stories[0].findings.first().ok_or("a finding for the rule")?;
//! assert_eq!(finding.outcome, Outcome::Fail);
//! assert_eq!(finding.message, "harbour-post gives the injured as at least 14; upland-wire gives 9");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`check`] does both for a [`Project`]: a folder with a `crosscheck.yaml`. A mistake in a rule file, a project or an article
//! is an [`Error`], which holds every one of them with its place and what to write instead.
//!
//! # Inside
//!
//! The rooms in reading order, lowest floor first; each imports only from those above it in this list:
//!
//! ```text
//!  span suggest printable fold grammar diagnostic files yaml lexicon
//!  text       sentences of tokens over one string
//!  clause     the clauses of one sentence: verbs, who does what, noun phrases
//!  value      what a phrase means, as data: intervals on the axis of a kind, dates and times
//!  reading    the tokens of a sentence: hedges, figures, the thing counted; knows no kind
//!  kind       the kinds of value, one file a kind
//!  placing    where a value lies, once its article's date and zone are known
//!  saying     a value out in words
//!  article    files, metadata, parts, stories
//!  mention    a value at a place, with its hedge and the thing counted
//!  attribution  who says what: speaker, cue, content
//!  edits      what a new version of an article claims otherwise
//!  claim      phrases matched to topics: extract(article, topics) -> ArticleClaims
//!  finding    outcomes, agreement, evidence: plain data
//!  table      the claims of one story by topic: positions, sources, origins, agreement, blame
//!  align      what articles say of the same thing, found without rules
//!  predicate  what a sentence may say
//!  rule       the language: YAML -> rules with places -> checks
//!  drafting   a draft of a rule file: topics with phrases that were tried
//!  mutating   a story and its rules with one thing changed
//!  verify     judge(rules, claims) -> findings
//!  sink       finished text made harmless, by what it is written in
//!  report     how findings are printed
//!  project    crosscheck.yaml: which rules, which articles
//!  snapshot   stored claims and outcomes: read, compare, write, accept
//!  pipeline   articles -> claims -> report, in parallel
//!  front      the front door: this page
//!  editor     what an editor asks of rule files that are being written
//!  cli        arguments, terminal, exit codes
//! ```

#![cfg_attr(
    not(feature = "rooms"),
    allow(
        unused_imports,
        reason = "a room hands on the names of what it gives and takes, whether or not another needs them"
    )
)]

mod align;
mod article;
mod attribution;
mod claim;
mod clause;
#[doc(hidden)]
pub mod cli;
mod diagnostic;
mod drafting;
mod editor;
mod edits;
mod files;
mod finding;
mod fold;
mod front;
mod grammar;
mod kind;
mod lexicon;
mod mention;
mod mutating;
mod pipeline;
mod placing;
mod predicate;
mod printable;
mod project;
mod reading;
mod report;
#[cfg(feature = "rooms")]
#[doc(hidden)]
pub mod rooms;
mod rule;
mod saying;
mod sink;
mod snapshot;
mod span;
mod suggest;
mod table;
mod text;
mod value;
mod verify;
mod yaml;

pub use article::Article;
pub use claim::ArticleClaims;
pub use diagnostic::Diagnostic;
pub use finding::{Agreement, Evidence, Finding, Outcome, Report};
pub use front::{Error, Rules, check, extract, judge};
pub use project::Project;
