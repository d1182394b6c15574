//! What `test` prints: rules and topics with the examples that do not hold, known gaps, and what no example reaches.

use super::{
    Detail, Diagnostics, Format, Style,
    columns::{self, Paint, painted},
    json, summary,
};
use crate::{
    diagnostic::Diagnostic,
    finding::{Outcome, RulePlace},
    sink::{Page, Syntax},
};
use serde::Serialize;
use std::io;

/// What came of the examples of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestedReport {
    /// Each rule, and each topic that has examples, in the order of the rule files.
    pub tested: Vec<TestedSubject>,
    /// What no example reaches; empty where nobody asks.
    pub unreached: Vec<Unreached>,
    /// The mistakes of the rule files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A rule or a topic with its examples.
#[derive(Clone, Debug, PartialEq)]
pub struct TestedSubject {
    /// What it is called.
    pub name: String,
    /// Where it stands.
    pub place: RulePlace,
    /// Its examples.
    pub examples: Vec<TestedExample>,
}

/// An example, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestedExample {
    /// Where it stands.
    pub place: RulePlace,
    /// What must come of it.
    pub expected: TestAnswer,
    /// What comes of it; nothing where it cannot be read.
    pub answered: Option<TestAnswer>,
    /// What a rule says of it.
    pub message: String,
    /// Whether it is known that it does not hold yet.
    pub is_todo: bool,
    /// Its articles, each with its group.
    pub articles: Vec<(Option<String>, String)>,
}

/// What comes of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TestAnswer {
    /// A rule answers so.
    Answers(Outcome),
    /// A topic finds these words.
    Finds(Vec<String>),
}

/// How an example came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TestResult {
    /// As it says.
    Holds,
    /// Not as it says.
    Wrong,
    /// Not as it says, which is known.
    Gap,
    /// As it says, though it is down as a known gap.
    Mended,
}

/// What no example reaches.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unreached {
    /// Where it stands.
    pub place: RulePlace,
    /// What it is.
    pub what: UnreachedPart,
}

/// What it is that no example reaches.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnreachedPart {
    /// An answer of a rule.
    Answer {
        /// The rule.
        rule: String,
        /// The answer.
        outcome: Outcome,
    },
    /// One of several clauses of a rule, judged alone.
    Clause {
        /// The rule.
        rule: String,
        /// The clause.
        clause: String,
        /// The answer that it never gives.
        outcome: Outcome,
    },
    /// A phrase of a topic.
    Phrase {
        /// The topic.
        topic: String,
        /// The phrase.
        phrase: String,
    },
}

impl TestedExample {
    /// How it came out.
    #[must_use]
    pub fn result(&self) -> TestResult {
        let holds = self.answered.as_ref() == Some(&self.expected);
        if holds {
            if self.is_todo { TestResult::Mended } else { TestResult::Holds }
        } else if self.is_todo {
            TestResult::Gap
        } else {
            TestResult::Wrong
        }
    }
}

impl TestedReport {
    /// How many examples came out so.
    #[must_use]
    pub fn number(&self, result: TestResult) -> usize {
        self.tested.iter().flat_map(|one| &one.examples).filter(|example| example.result() == result).count()
    }
}

/// So many letters of an article are shown.
const SHOWN: usize = 90;

/// For programs and for people, in alphabetical order.
pub const TESTED: &[&Format<TestedReport>] = &[
    &Format {
        name: "json",
        about: "one JSON object with every example, what must come of it and what does",
        diagnostics: Diagnostics::Inside,
        syntax: Syntax::Json,
        print: |report, _, page| json::pretty(&TestedShape::of(report), page),
    },
    &Format {
        name: "text",
        about: "examples that do not hold, with what the rule answers; for people",
        diagnostics: Diagnostics::Apart,
        syntax: Syntax::Text,
        print: print_text,
    },
];

/// The version of the shape in JSON.
const VERSION: u32 = 1;

/// What a program sees.
#[derive(Serialize)]
struct TestedShape<'r> {
    version: u32,
    tested: Vec<TestedSubjectShape<'r>>,
    unreached: &'r [Unreached],
    diagnostics: &'r [Diagnostic],
}

#[derive(Serialize)]
struct TestedSubjectShape<'r> {
    name: &'r str,
    place: &'r RulePlace,
    examples: Vec<TestedExampleShape<'r>>,
}

#[derive(Serialize)]
struct TestedExampleShape<'r> {
    result: TestResult,
    #[serde(flatten)]
    example: &'r TestedExample,
}

impl<'r> TestedShape<'r> {
    fn of(report: &'r TestedReport) -> Self {
        let example = |example: &'r TestedExample| TestedExampleShape { result: example.result(), example };
        let subject = |one: &'r TestedSubject| TestedSubjectShape {
            name: &one.name,
            place: &one.place,
            examples: one.examples.iter().map(example).collect(),
        };
        let tested = report.tested.iter().map(subject).collect();
        Self { version: VERSION, tested, unreached: &report.unreached, diagnostics: &report.diagnostics }
    }
}

fn print_text(report: &TestedReport, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    report.tested.iter().try_for_each(|tested| draw(tested, style, page))?;
    for one in &report.unreached {
        let word = painted("no example", Paint::Doubtful, style.colour);
        page.text(&format!("{word}  {}: {}\n", place(&one.place), columns::words(&unreached(&one.what))))?;
    }
    page.text(&last_line(report))
}

fn draw(tested: &TestedSubject, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let name = columns::words(&tested.name);
    if style.detail == Detail::Verbose && tested.examples.iter().all(|one| one.result() == TestResult::Holds) {
        let word = painted("ok", Paint::Good, style.colour);
        return page.text(&format!("{word}  {name}: {}\n", summary::counted(tested.examples.len(), "example")));
    }
    for example in &tested.examples {
        let answered = does(example.answered.as_ref());
        let unlike = |must: &str| format!("{must} {}, and {answered}", wanted(&example.expected));
        let (word, paint, told) = match example.result() {
            TestResult::Holds => continue,
            TestResult::Wrong => ("wrong", Paint::Bad, unlike("must")),
            TestResult::Mended => ("mended", Paint::Good, format!("{answered}, as it should: take it out of `todo`")),
            TestResult::Gap if style.detail == Detail::Quiet => continue,
            TestResult::Gap => ("todo", Paint::Doubtful, unlike("should")),
        };
        let is_explained = example.result() != TestResult::Mended && !example.message.is_empty();
        let why = if is_explained { format!(": {}", example.message) } else { String::new() };
        let line = columns::words(&format!("{told}{why}"));
        page.text(&format!("{}  {}: {name}: {line}\n", painted(word, paint, style.colour), place(&example.place)))?;
        if style.detail != Detail::Quiet {
            for (group, text) in &example.articles {
                let group = group.as_deref().map(|group| format!("{group}: ")).unwrap_or_default();
                page.text(&format!("       {}\n", columns::both_ends(&columns::words(&(group + text)), SHOWN)))?;
            }
        }
    }
    Ok(())
}

fn plain(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::NoEvidence => "have no evidence",
    }
}

fn wanted(expected: &TestAnswer) -> String {
    match expected {
        TestAnswer::Answers(outcome) => plain(*outcome).to_string(),
        TestAnswer::Finds(words) => format!("find {}", listed(words)),
    }
}

fn does(answered: Option<&TestAnswer>) -> String {
    match answered {
        Some(TestAnswer::Answers(outcome)) => answer(*outcome).to_string(),
        Some(TestAnswer::Finds(words)) => format!("finds {}", listed(words)),
        None => "cannot be judged".to_string(),
    }
}

fn answer(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "passes",
        Outcome::Fail => "fails",
        Outcome::NoEvidence => "has no evidence",
    }
}

fn listed(words: &[String]) -> String {
    if words.is_empty() {
        return "nothing".to_string();
    }
    words.iter().map(|words| format!("`{words}`")).collect::<Vec<_>>().join(", ")
}

fn unreached(what: &UnreachedPart) -> String {
    match what {
        UnreachedPart::Answer { rule, outcome } => {
            format!("the rule `{rule}` has no example that {}", answer(*outcome))
        }
        UnreachedPart::Clause { rule, clause, outcome } => {
            format!("in no example of the rule `{rule}` does `{clause}` {}", plain(*outcome))
        }
        UnreachedPart::Phrase { topic, phrase } => {
            format!("the phrase `{phrase}` of the topic `{topic}` finds nothing")
        }
    }
}

fn place(place: &RulePlace) -> String {
    format!("{}:{}:{}", columns::words(&place.file), place.line, place.column)
}

fn last_line(report: &TestedReport) -> String {
    let all: usize = report.tested.iter().map(|one| one.examples.len()).sum();
    let none = report.tested.iter().filter(|one| one.examples.is_empty()).count();
    let mut line = format!("{}: {} as they say", summary::counted(all, "example"), report.number(TestResult::Holds));
    for (result, what) in [
        (TestResult::Wrong, "not as they say"),
        (TestResult::Gap, "known not to hold yet"),
        (TestResult::Mended, "under `todo` that hold now"),
    ] {
        match report.number(result) {
            0 => {}
            number => line.push_str(&format!(", {number} {what}")),
        }
    }
    match none {
        0 => {}
        number => line.push_str(&format!("; {} without an example", summary::counted(number, "rule"))),
    }
    line + "\n"
}
