//! What can be typed: commands, options, and their help, written for somebody who has never seen a rule.

mod report_file;
mod shared;

pub use report_file::ReportFile;
pub use shared::{
    ArticlesArguments, BaselineArguments, CacheArguments, FailOnChoice, FailingArguments, FieldsArguments,
    OutputArguments, ProjectArguments, StoriesArguments, TalkArguments, WhenToColor, day,
};

use crate::{
    diagnostic::{Mistake, code},
    mutating, predicate,
    report::{self, Format},
    value::Kind,
};
use chrono::NaiveDate;
use clap::{
    Args, Parser, Subcommand, ValueEnum, ValueHint,
    builder::{PossibleValue, PossibleValuesParser},
};
use std::path::PathBuf;

/// Checks what several articles claim about one event: where their sources agree, where they do not, and what nobody
/// vouches for.
///
/// You write rules in near-English; Crosscheck finds the figures, dates and quotations they are about, and shows the exact
/// words of both sides. It checks agreement and sourcing, never truth, and it never uses the network.
#[derive(Debug, Parser)]
#[command(name = "crosscheck", version, arg_required_else_help = true, after_help = EXAMPLES, after_long_help = long_help())]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  crosscheck check                          judge the project in this folder (crosscheck.yaml)
  crosscheck check story/ --rules desk.yaml judge the articles in story/ by the rules in desk.yaml
  crosscheck values article.txt             see every figure, date and quotation that is found

Exit codes: 0 nothing failed, 1 a rule failed, 2 a rule file, an input or the command line is wrong.";

/// The examples, and everything that a rule can say behind its topic.
fn long_help() -> String {
    let forms: Vec<String> = predicate::forms().map(|form| format!("  {form}")).collect();
    format!(
        "{EXAMPLES}

What a rule asks of a topic, or of `every KIND`; `not` may stand before it, `in headline` before that:
{}

Clauses are joined by `and` and `or`; `when A, B` and `B unless A` give a condition.",
        forms.join("\n")
    )
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge articles by rules: findings, then who says what
    ///
    /// Reads the articles, finds what each claims on the topics of your rules, and judges every rule. Each finding shows
    /// the words of both sides and where they stand.
    #[command(after_help = "\
Examples:
  crosscheck check story/ --rules rules/story.yaml --fail-on warning
  crosscheck check --changed-since main     only stories that changed on this branch
  crosscheck check --ndjson < articles.ndjson")]
    Check(CheckArguments),
    /// Show every value that is found in articles: figures, dates, durations, ...
    ///
    /// Needs no rules: it shows what can be compared before you write any.
    #[command(after_help = "\
Example:
  crosscheck values story/wire.txt --kind duration --kind date
  crosscheck values story/wire.txt --format marked
  crosscheck values --ndjson < articles.ndjson > values.ndjson")]
    Values(ValuesArguments),
    /// Show what each article claims on the topics of your rules
    ///
    /// This is the first half of `check`. As NDJSON, the claims can be kept or piped to `crosscheck judge`.
    #[command(after_help = "\
Example:
  crosscheck claims story/ --format ndjson > claims.ndjson
  crosscheck claims --ndjson < articles.ndjson > claims.ndjson")]
    Claims(ClaimsArguments),
    /// Show what the articles say of the same things, without any rule: conflicts first
    ///
    /// Start here with a folder of articles about one event. It brings together what each of them says of the same thing
    /// ("people killed", "call duration") and shows it in the words of the articles: where no value fits all of them, then
    /// where they differ and why, then what they say alike and how many independent sources say it. It shows a conflict only
    /// where it is sure that both speak of the same thing, so that it misses some; for what must not be missed, write a rule.
    /// It always ends with exit code 0, unless a file or an argument is wrong.
    #[command(after_help = "\
Examples:
  crosscheck compare story/                 the articles in story/
  crosscheck compare a.txt b.txt --most 5   the five that matter most, of two articles")]
    Compare(CompareArguments),
    /// Show what a new version of an article claims otherwise, without any rule
    ///
    /// OLD and NEW are two files, or two folders whose files have the same names. Sentences that stand in both are no news, wherever they
    /// stand; of the others it shows which figures and dates, how sure they are ("at least 5" was "5"), which speakers, quotations and
    /// names changed, whether a "not" came or went, which sentences are gone or new, and whether a correction note tells of it.
    #[command(after_help = "\
Examples:
  crosscheck diff yesterday/wire.txt today/wire.txt
  crosscheck diff yesterday today --format markdown

Exit codes: 0 nothing that is read changed, at most words, 1 something did, 2 a file or the command line is wrong.")]
    Diff(DiffArguments),
    /// Write a draft of a rule file from the articles of one story
    ///
    /// For each thing that two sources or more speak of, it writes a topic with phrases, and a rule that all sources agree on
    /// it. Each phrase was tried on the articles and finds them. Read the draft before you keep it: it knows figures, days and
    /// times, and none of what only a person sees in a story. In a project with rules it writes only what their topics do not
    /// find.
    #[command(after_help = "\
Examples:
  crosscheck suggest story/ --output rules/story.yaml
  crosscheck check story/ --rules rules/story.yaml
  crosscheck suggest --topic 'death toll'   new phrases for a topic of the project")]
    Suggest(SuggestArguments),
    /// Show how a rule came to its answer, and what was nearly taken
    ///
    /// Shows what the words of the rule stand for, and every claim with why it means what it means. Start here when a rule misses a claim, or takes the wrong words: below each near miss stands which part of which
    /// phrase was too strict. It always ends with exit code 0, unless a file or an argument is wrong.
    #[command(after_help = "\
Example:
  crosscheck explain toll-cited             the rule with the id `toll-cited`
  crosscheck explain 'death toll' story/    the topic `death toll`, in the articles of story/
  crosscheck explain --article story/a.txt  one article, with everything that is found in it
  crosscheck explain --article story/a.txt --clauses  how its sentences are read
  crosscheck explain unknown-topic          the code in `error[unknown-topic]`, and what to do
  crosscheck explain --codes                every code, with what it means")]
    Explain(ExplainArguments),
    /// Judge claims that are read from standard input
    ///
    /// This is the second half of `check`: it needs the rules and the claims, and none of the articles.
    #[command(after_help = "\
Example:
  crosscheck claims story/ --format ndjson | crosscheck judge
  crosscheck judge --grouped --format ndjson < claims.ndjson > findings.ndjson")]
    Judge(JudgeArguments),
    /// Accept one finding, with a reason, so that it fails no more
    ///
    /// Writes an entry under `suppressions` of crosscheck.yaml, and leaves all else in it as it is. With other evidence it is
    /// another finding, and fails again. Where CI is set, nothing is written.
    #[command(after_help = "\
Example:
  crosscheck check --verbose
  crosscheck accept 660e5f22bf60b6e5 --reason 'they count the missing' --expires 2031-06-30")]
    Accept(AcceptArguments),
    /// Keep what the articles claim and the rules answer, to compare later runs with
    ///
    /// Writes one file a story into the folder snapshots/ beside crosscheck.yaml, and takes in every change, seen or not:
    /// `crosscheck review` takes them in one by one. `crosscheck check` then shows what changed. Put the files under
    /// version control. A PATH chooses stories; each is kept whole. Where CI is set, nothing is written.
    #[command(after_help = "\
Example:
  crosscheck snapshot
  git add snapshots")]
    Snapshot(SnapshotArguments),
    /// Go through what changed since the snapshots, one change at a time
    ///
    /// You accept a change, which takes it into the snapshot; or reject it, because the article is wrong: the snapshot
    /// stays as it is, and every check shows the change until the article is mended; or skip it for now.
    #[command(after_help = "\
Examples:
  crosscheck review
  crosscheck review --list
  crosscheck review --accept storm/ --reject 'rule *'

Exit codes: 0 nothing was rejected, 1 something was, 2 a file or the command line is wrong, or there is nobody to ask.")]
    Review(ReviewArguments),
    /// Try the examples of your rules and topics
    ///
    /// A rule may show under `examples:` articles on which it must pass, fail, or find nothing to compare; a topic, what it must find
    /// in a text. Each that does not hold is shown with what the rule answers. Examples under `todo:` are known not to hold yet,
    /// and are told when they begin to.
    #[command(after_help = "\
Examples:
  crosscheck test
  crosscheck test --rules rules/storm.yaml --coverage

Exit codes: 0 every example holds, 1 one does not, or --strict finds something, 2 a rule file or the
command line is wrong.")]
    Test(TestArguments),
    /// Change one thing at a time, and show what no rule would notice
    ///
    /// Changes a figure, a unit, a zone, a day, a hedge, a speaker, a "not" or a quotation where a claim stands, takes articles
    /// away and copies them, and judges the story each time: what makes no rule fail is shown as missed, so that you can write
    /// the rule that is missing. In rules it changes bounds, tolerances and numbers of sources: where the rule answers the same
    /// on the story and on its examples, nothing shows that it is right. Nothing is written.
    #[command(after_help = "\
Examples:
  crosscheck mutate                         the stories and rules of the project
  crosscheck mutate storm/ --only figure,unit
  crosscheck mutate --minimum 90            for a build server

Exit codes: 0 done, 1 with --minimum: too few are noticed, 2 a rule file, an input or the command line is wrong.")]
    Mutate(MutateArguments),
    /// Write the sentences of rule files in the one way that the language has for each
    ///
    /// Only sentences change, in place: `Toll  cited` becomes `toll cited in every source`. Everything else in the file, its
    /// comments and quotation marks too, stays byte for byte. A sentence with a mistake is left alone, and the mistake is
    /// shown. Without a PATH, all rule files of the project.
    #[command(after_help = "\
Examples:
  crosscheck fmt
  crosscheck fmt --check rules/storm.yaml

Exit codes: 0 done, 1 with --check: a sentence is not canonical, 2 a rule file or the command line is wrong.")]
    Fmt(FmtArguments),
    /// Print a JSON Schema, with which an editor checks rule files while you type
    ///
    /// Write it to a file, and name that in the first line of a rule file: `# yaml-language-server: $schema=FILE`. Visual
    /// Studio Code follows it with the extension for YAML, and so do many other editors.
    #[command(after_help = "\
Examples:
  crosscheck schema rules > rules.schema.json
  crosscheck schema config --output crosscheck.schema.json")]
    Schema(SchemaArguments),
    /// Write a small project to begin with: a configuration, rules, two invented articles
    ///
    /// Every rule of it passes, so that you can change one thing at a time and see what is found. No file is ever
    /// overwritten: where one is there already, nothing is written at all.
    #[command(after_help = "\
Examples:
  crosscheck init newsroom
  crosscheck init --from articles")]
    Init(InitArguments),
    /// Serve an editor: mistakes while you type, completion, what topics find, what rules answer
    ///
    /// Speaks the Language Server Protocol over standard input and output. Your editor starts it; docs/editors.md says how.
    #[command(after_help = "\
Example, in the settings of an editor:
  command = [\"crosscheck\", \"lsp\"]")]
    Lsp(LspArguments),
    /// Print a script with which your shell completes commands and options
    ///
    /// Load it where your shell starts, or put it where your shell looks for such files; a new shell then completes with
    /// the tab key.
    #[command(after_help = "\
Examples:
  crosscheck completions bash > ~/.local/share/bash-completion/completions/crosscheck
  crosscheck completions zsh > ~/.zfunc/_crosscheck
  crosscheck completions fish > ~/.config/fish/completions/crosscheck.fish")]
    Completions(CompletionsArguments),
    /// Write the manual pages, for `man crosscheck` and `man crosscheck-check`
    ///
    /// One file a command, with what `--help` says of it. The folder is made where there is none; what is there already is
    /// written anew.
    #[command(after_help = "\
Example:
  crosscheck man ~/.local/share/man/man1")]
    Man(ManArguments),
}

/// How a report is printed, and what of it fails.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// How to print the findings
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::ALL))]
    pub format: String,
    /// Write them also in another format to a file, whole or not at all; may be given several times
    ///
    /// As in `--report sarif=out.sarif --report markdown=summary.md`. What is printed stays as `--format` says.
    #[arg(long = "report", value_name = "FORMAT=FILE", value_parser = ReportFile::read)]
    pub reports: Vec<ReportFile>,
    #[command(flatten)]
    pub failing: FailingArguments,
    #[command(flatten)]
    pub baseline: BaselineArguments,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    #[command(flatten)]
    pub stories: StoriesArguments,
    #[command(flatten)]
    pub project: ProjectArguments,
    #[command(flatten)]
    pub cache: CacheArguments,
    /// Write what is found now beside each snapshot that differs or is missing, as FILE.snap.new, for a tool that reviews it
    ///
    /// `cargo insta review` is one, `git diff --no-index` another; `crosscheck review` needs no such file. Where nothing differs any
    /// more, the file is taken away. Where CI is set, nothing is written.
    #[arg(long)]
    pub pending: bool,
    /// Stay, and check again whenever an article, a rule file or the configuration changes
    ///
    /// What did not change is not read again. Stop it with Ctrl-C.
    #[arg(long)]
    pub watch: bool,
    /// Read the articles from standard input, one JSON object a line, as `claims --ndjson` does
    #[arg(long, conflicts_with_all = ["paths", "whole_stories", "changed_since", "watch", "pending"])]
    pub ndjson: bool,
    #[command(flatten)]
    pub fields: FieldsArguments,
    /// Judge each story as soon as a line of another comes, and hold no more: the lines of a story stand together
    ///
    /// For `--format ndjson`. What only all stories together show is not told, such as a source that no article has; nothing is
    /// compared with snapshots.
    #[arg(long, requires = "ndjson", conflicts_with_all = ["output", "reports", "baseline", "fail_on_change"])]
    pub grouped: bool,
    #[command(flatten)]
    pub report: ReportArguments,
}

/// `crosscheck values`.
#[derive(Debug, Args)]
pub struct ValuesArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Show only values of this kind; may be given several times
    #[arg(long, value_name = "KIND", value_parser = PossibleValuesParser::new(Kind::all().map(|kind| kind.name())))]
    pub kind: Vec<String>,
    /// Read articles from standard input, one JSON object a line, and answer each with a line of its values
    ///
    /// A line is `{"id","text","published","source"}`, the answer `{"id","values":[{"start","end","kind","text",...}]}`. A line that
    /// cannot be read is answered by `{"id":null,"line":N,"error":"..."}`; it makes the exit code 2. A line is at most 16 MiB long.
    #[arg(long, conflicts_with_all = ["paths", "format", "output", "rules"])]
    pub ndjson: bool,
    #[command(flatten)]
    pub fields: FieldsArguments,
    /// How to print the values
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::VALUES))]
    pub format: String,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck claims`.
#[derive(Debug, Args)]
pub struct ClaimsArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    #[command(flatten)]
    pub project: ProjectArguments,
    #[command(flatten)]
    pub cache: CacheArguments,
    /// Read articles from standard input, one JSON object a line, and answer each with a line: its claims, as `--format ndjson`
    ///
    /// A line is `{"text","id","story","path","source","published",...}`, with any key that front matter may have; only `text` has to
    /// be there. What is no article is answered by `{"diagnostic":{...}}`, and makes the exit code 2. Memory does not grow with the
    /// number of lines.
    #[arg(long, conflicts_with_all = ["paths", "format", "output", "context"])]
    pub ndjson: bool,
    #[command(flatten)]
    pub fields: FieldsArguments,
    /// How to print the claims
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::CLAIMS))]
    pub format: String,
    /// List also what decides nothing: what is denied, only supposed, of another time, or a total of several events
    ///
    /// JSON and NDJSON always hold it.
    #[arg(long)]
    pub context: bool,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Show at most so many things of each story, and count the rest
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub most: usize,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::COMPARED))]
    pub format: String,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck diff`.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The old version: an article, or a folder of articles
    #[arg(value_name = "OLD", value_hint = ValueHint::AnyPath)]
    pub old: PathBuf,
    /// The new version
    #[arg(value_name = "NEW", value_hint = ValueHint::AnyPath)]
    pub new: PathBuf,
    /// The project's configuration; without it, crosscheck.yaml in this folder or one above
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Read also what lies outside of the folder of crosscheck.yaml, where that leads there
    #[arg(long)]
    pub allow_outside: bool,
    /// How to print what changed
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::EDITED))]
    pub format: String,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck test`.
#[derive(Debug, Args)]
pub struct TestArguments {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// List also what no example reaches: answers of rules, answers of each of their clauses, and phrases that find nothing
    #[arg(long)]
    pub coverage: bool,
    /// Fail where --coverage lists something, and where an example under `todo` holds
    #[arg(long)]
    pub strict: bool,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::TESTED))]
    pub format: String,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck mutate`.
#[derive(Debug, Args)]
pub struct MutateArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Change only these things, parted by commas
    #[arg(long, value_name = "SORT", value_delimiter = ',', value_parser = sorts_of_change())]
    pub only: Vec<String>,
    /// Try at most so many mutants of each story, and so many of the rules
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub budget: usize,
    /// What picks the mutants where there are more than the budget: the same number picks the same ones
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Make the exit code 1 where fewer of a hundred mutants are caught, or none was tried
    #[arg(long, value_name = "SCORE", value_parser = percentage)]
    pub minimum: Option<usize>,
    /// Only list the mutants, and try none
    #[arg(long, conflicts_with = "minimum")]
    pub list: bool,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::MUTATED))]
    pub format: String,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck suggest`.
#[derive(Debug, Args)]
pub struct SuggestArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    /// Write new phrases for this topic instead: those that would take what it nearly finds where sources are silent
    #[arg(long, value_name = "NAME")]
    pub topic: Option<String>,
    /// Keep every topic, and ask nothing: on a terminal each is asked about
    #[arg(long, conflicts_with = "topic")]
    pub all: bool,
    #[command(flatten)]
    pub project: ProjectArguments,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The id of a rule, its sentence, the name of a topic; else the code of a mistake
    #[arg(value_name = "RULE", required_unless_present_any = ["article", "code", "codes", "phrase"], conflicts_with_all = ["article", "code", "codes"])]
    pub rule: Option<String>,
    #[command(flatten)]
    pub articles: ArticlesArguments,
    /// Show this article instead, line by line, with its parts, values and claims
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "paths")]
    pub article: Option<PathBuf>,
    /// Try one phrase on the articles: what it finds, else what is nearest; its hole says what kind of value it is for
    #[arg(long, value_name = "PHRASE", conflicts_with_all = ["article", "code", "codes"])]
    pub phrase: Option<String>,
    /// Show instead how the sentences of the article are read: their clauses, who does what, and where
    #[arg(long, requires = "article")]
    pub clauses: bool,
    /// Show what the code of a mistake means, also where a rule or a topic is called so
    #[arg(long, value_name = "CODE", conflicts_with_all = ["article", "paths"])]
    pub code: Option<String>,
    /// List every code of a mistake
    #[arg(long, conflicts_with_all = ["article", "code", "paths"])]
    pub codes: bool,
    #[command(flatten)]
    pub project: ProjectArguments,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::EXPLANATIONS))]
    pub format: String,
    #[command(flatten)]
    pub output: OutputArguments,
}

/// `crosscheck judge`.
#[derive(Debug, Args)]
pub struct JudgeArguments {
    #[command(flatten)]
    pub project: ProjectArguments,
    /// Judge each story as soon as a record of another comes, and hold no more: the records of a story stand together
    ///
    /// For `--format ndjson`. What only all stories together show is not told, such as a source that no article has; nothing is
    /// compared with snapshots.
    #[arg(long, conflicts_with_all = ["output", "reports", "baseline", "fail_on_change"])]
    pub grouped: bool,
    #[command(flatten)]
    pub report: ReportArguments,
}

/// `crosscheck accept`.
#[derive(Debug, Args)]
pub struct AcceptArguments {
    /// The fingerprint of the finding, or its first digits; `crosscheck check --verbose` shows it
    #[arg(value_name = "FINGERPRINT")]
    pub fingerprint: String,
    /// Why it is accepted
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Who answers for it
    #[arg(long, value_name = "NAME")]
    pub owner: Option<String>,
    /// The last day on which it is accepted: 2031-06-30
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub expires: Option<NaiveDate>,
    #[command(flatten)]
    pub project: ProjectArguments,
    #[command(flatten)]
    pub cache: CacheArguments,
    #[command(flatten)]
    pub talk: TalkArguments,
}

/// `crosscheck snapshot`.
#[derive(Debug, Args)]
pub struct SnapshotArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    #[command(flatten)]
    pub project: ProjectArguments,
    #[command(flatten)]
    pub cache: CacheArguments,
    /// Only remove snapshots of stories that the project has no more
    #[arg(long, conflicts_with = "paths")]
    pub prune: bool,
    #[command(flatten)]
    pub talk: TalkArguments,
}

/// `crosscheck review`.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    #[command(flatten)]
    pub articles: ArticlesArguments,
    #[command(flatten)]
    pub project: ProjectArguments,
    #[command(flatten)]
    pub cache: CacheArguments,
    /// Accept every change that PATTERN fits, without asking; every one where it is left out; may be given several times
    ///
    /// PATTERN is a glob over the names of a change's story, topic, sources and rules, over the files of its articles and the folders
    /// that hold them, and over its whole message: `--accept 'troop*'`, `--accept storm/`.
    #[arg(long, value_name = "PATTERN", num_args = 0..=1, default_missing_value = "*")]
    pub accept: Vec<String>,
    /// Reject every change that PATTERN fits: it stays out of the snapshot, whatever else is accepted
    #[arg(long, value_name = "PATTERN", num_args = 0..=1, default_missing_value = "*")]
    pub reject: Vec<String>,
    /// Only list the changes
    #[arg(long, conflicts_with_all = ["accept", "reject"])]
    pub list: bool,
    /// How to print them; all but text asks nothing
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = formats(report::REVIEWED))]
    pub format: String,
    #[command(flatten)]
    pub talk: TalkArguments,
}

/// `crosscheck fmt`.
#[derive(Debug, Args)]
pub struct FmtArguments {
    /// Rule files, or folders of rule files; without any, those that crosscheck.yaml names
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// The project's configuration; without it, crosscheck.yaml in this folder or one above
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
    /// Read also what lies outside of the folder of crosscheck.yaml, where that leads there
    #[arg(long)]
    pub allow_outside: bool,
    /// Change nothing: list what would change, and make the exit code 1 where anything would
    #[arg(long)]
    pub check: bool,
    /// Write also sentences with a mistake, as the help for it offers, where that makes them sentences
    #[arg(long)]
    pub fix: bool,
    #[command(flatten)]
    pub talk: TalkArguments,
}

/// `crosscheck schema`.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// Of what: rule files, crosscheck.yaml, or the report as JSON
    #[arg(value_name = "FILES", default_value = "rules")]
    pub files: SchemaOf,
    /// Write to this file instead of the terminal, whole or not at all
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// The files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// Rule files.
    #[value(help = None)]
    Rules,
    /// `crosscheck.yaml`.
    #[value(help = None)]
    Config,
    /// What `check --format json` prints.
    #[value(help = None)]
    Report,
}

/// `crosscheck init`.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// The folder to write into; it is made where there is none
    #[arg(value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// Make a project of this folder of articles instead, with rules drafted from what several sources say
    ///
    /// Each folder with articles is a story. The articles stay where they are, in DIR or below it.
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub from: Option<PathBuf>,
}

/// `crosscheck lsp`.
#[derive(Debug, Args)]
pub struct LspArguments {
    /// What some editors say, and is so in any case
    #[arg(long, hide = true)]
    pub stdio: bool,
}

/// `crosscheck completions`.
#[derive(Debug, Args)]
pub struct CompletionsArguments {
    /// Which shell
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// `crosscheck man`.
#[derive(Debug, Args)]
pub struct ManArguments {
    /// The folder to write them into
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
}

/// How many of a hundred.
fn percentage(text: &str) -> Result<usize, Mistake> {
    let wrong = || Mistake::new(code::BAD_VALUE, "write a number from 0 to 100", None);
    text.parse().ok().filter(|number| *number <= 100).ok_or_else(wrong)
}

/// The names of all sorts of change, with their help.
fn sorts_of_change() -> PossibleValuesParser {
    PossibleValuesParser::new(mutating::ALL.iter().map(|sort| PossibleValue::new(sort.name).help(sort.about)))
}

/// The names of a shelf of formats, with their help.
fn formats<T: ?Sized>(shelf: &[&'static Format<T>]) -> PossibleValuesParser {
    PossibleValuesParser::new(shelf.iter().map(|format| PossibleValue::new(format.name).help(format.about)))
}
