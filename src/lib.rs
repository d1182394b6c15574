//! Crosscheck reads what many articles claim about one event, and says where they agree, where they do not, and what
//! nobody vouches for.
//!
//! The modules in reading order, lowest floor first; each imports only from those above it in this list:
//!
//! ```text
//!  span suggest printable fold grammar diagnostic yaml lexicon
//!  text       sentences of tokens over one string
//!  value      what a phrase means, as data: intervals on the axis of a kind, dates and times
//!  reading    the tokens of a sentence: hedges, figures, the thing counted; knows no kind
//!  kind       the kinds of value, one file a kind
//!  placing    where a value lies, once its article's date and zone are known
//!  saying     a value out in words
//!  article    files, metadata, parts, stories
//!  mention    a value at a place, with its hedge and the thing counted
//!  claim      phrases matched to topics: extract(article, topics) -> ArticleClaims
//!  finding    outcomes, agreement, evidence: plain data
//!  table      the claims of one story by topic: positions, sources, origins, agreement, blame
//!  predicate  what a sentence may say
//!  rule       the language: YAML -> rules with places -> checks
//!  verify     judge(rules, claims) -> findings
//!  report     how findings are printed
//!  project    crosscheck.yaml: which rules, which articles
//!  snapshot   stored claims and outcomes: read, compare, write, accept
//!  pipeline   articles -> claims -> report, in parallel
//!  cli        arguments, terminal, exit codes
//! ```

pub mod article;
pub mod claim;
pub mod cli;
pub mod diagnostic;
pub mod finding;
pub mod fold;
pub mod grammar;
pub mod kind;
pub mod lexicon;
pub mod mention;
pub mod pipeline;
pub mod placing;
pub mod predicate;
pub mod printable;
pub mod project;
pub mod reading;
pub mod report;
pub mod rule;
pub mod saying;
pub mod snapshot;
pub mod span;
pub mod suggest;
pub mod table;
pub mod text;
pub mod value;
pub mod verify;
pub mod yaml;
