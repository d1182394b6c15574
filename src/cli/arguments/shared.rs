//! Options that several commands take: which articles, which rules, what fails, where the output goes.

use crate::{
    article::FieldNames,
    diagnostic::{Mistake, code},
    finding::Severity,
    rule::{pack, suppression},
};
use chrono::NaiveDate;
use clap::{Args, ValueEnum, ValueHint, builder::PossibleValuesParser};
use std::path::PathBuf;

/// How a command that writes files speaks of them.
#[derive(Debug, Args)]
pub struct TalkArguments {
    /// When to use colours; auto means on a terminal, and not where NO_COLOR is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: WhenToColor,
    /// Say only what is wrong
    #[arg(long, short)]
    pub quiet: bool,
}

/// Which articles.
#[derive(Debug, Args)]
pub struct ArticlesArguments {
    /// Articles, or folders of articles; without any, those that crosscheck.yaml names
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
}

/// Which stories of the project, each with all of its articles.
#[derive(Debug, Args)]
pub struct StoriesArguments {
    /// Judge the whole stories that the PATHs belong to, and not these articles alone
    ///
    /// A PATH may also be a rule file, crosscheck.yaml or a data file of facts: then it means the stories that hang on it. A file
    /// that belongs to no story is passed over. This is for hooks, which name the files that were changed.
    #[arg(long, requires = "paths")]
    pub whole_stories: bool,
    /// Judge only stories that hang on a file that was changed since this revision of git
    ///
    /// A branch is meant from where this one left it. Changes that are not committed count, and so do files that git does not
    /// know. A story hangs on its articles and its snapshot, on rule files that are for it, on crosscheck.yaml and on what these name.
    #[arg(long, value_name = "REV")]
    pub changed_since: Option<String>,
}

/// How the lines of a stream are read.
#[derive(Debug, Args)]
pub struct FieldsArguments {
    /// Read other keys of a line than `text`, `id`, `story`, `path` and those of front matter, or those of a preset: ninjs
    ///
    /// As in `--fields text=body,published=date` or `--fields ninjs,source=provider`.
    #[arg(long, value_name = "KEY=NAME,...", requires = "ndjson", value_parser = FieldNames::read)]
    pub fields: Option<FieldNames>,
}

impl FieldsArguments {
    /// The names of the keys.
    pub fn names(&self) -> FieldNames {
        self.fields.clone().unwrap_or_default()
    }
}

/// Which rules.
#[derive(Debug, Args)]
pub struct ProjectArguments {
    /// The project's configuration; without it, crosscheck.yaml in this folder or one above
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// A rule file or a folder of rule files, instead of those of the configuration; may be given several times
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub rules: Vec<PathBuf>,
    /// A pack of rules that ships with the program, instead of the rules of the configuration; may be given several times
    #[arg(long = "use", value_name = "PACK", value_parser = PossibleValuesParser::new(pack::ALL.iter().map(|pack| pack.name)))]
    pub packs: Vec<String>,
    /// Read also what lies outside of the folder of crosscheck.yaml, where that leads there
    ///
    /// Without it, a path or a link that leads out of the folder is a mistake, unless the command line itself names where it leads.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Whether what was read is kept for the next run.
#[derive(Debug, Default, Args)]
pub struct CacheArguments {
    /// Read every article anew, and keep nothing of it for the next run
    ///
    /// Without it, what was read is kept in the folder .crosscheck_cache beside crosscheck.yaml. What is found is the same.
    #[arg(long)]
    pub no_cache: bool,
}

/// What counts as a failure.
#[derive(Debug, Args)]
pub struct FailingArguments {
    /// The least severity at which a failed rule makes the exit code 1; without it, as the configuration says, or error
    #[arg(long, value_name = "SEVERITY")]
    pub fail_on: Option<FailOnChoice>,
    /// Make the exit code 1 also where something changed since the snapshot, or a story has none
    ///
    /// Without it, what changed is shown and fails nothing.
    #[arg(long)]
    pub fail_on_change: bool,
    /// The day with which the last days of what is accepted are compared; without it, today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<NaiveDate>,
}

/// A day as it is typed.
pub fn day(text: &str) -> Result<NaiveDate, Mistake> {
    let wrong = || Mistake::new(code::BAD_SUPPRESSION, "write year, month and day: 2031-05-09", None);
    suppression::date(text).ok_or_else(wrong)
}

/// Which findings were accepted on another day.
#[derive(Debug, Args)]
pub struct BaselineArguments {
    /// Accept the findings that this file holds: only others fail
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub baseline: Option<PathBuf>,
    /// Write the file of --baseline: all failures of today where there is none yet, else without what is gone
    #[arg(long, requires = "baseline")]
    pub update_baseline: bool,
    /// Take also new failures into the file
    #[arg(long, requires = "update_baseline")]
    pub allow_new: bool,
}

/// Where the output goes, and how much of it.
#[derive(Debug, Args)]
pub struct OutputArguments {
    /// Write to this file instead of the terminal, whole or not at all
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// When to use colours; auto means on a terminal, and not where NO_COLOR is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: WhenToColor,
    /// Say less: of findings only the failures, one line each
    #[arg(long, short, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more: also the rules that pass, and all evidence in full
    #[arg(long, short)]
    pub verbose: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WhenToColor {
    /// On a terminal.
    #[value(help = None)]
    Auto,
    /// Also in files and pipes.
    #[value(help = None)]
    Always,
    /// Nowhere.
    #[value(help = None)]
    Never,
}

/// The least severity that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FailOnChoice {
    /// Errors only.
    #[value(help = None)]
    Error,
    /// Warnings and errors.
    #[value(help = None)]
    Warning,
    /// Every failure.
    #[value(help = None)]
    Note,
    /// Nothing.
    #[value(help = None)]
    Never,
}

impl FailOnChoice {
    /// The least severity; `None` where nothing fails.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}
