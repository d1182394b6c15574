//! What `test` prints: rules and topics with the examples that do not hold, known gaps, and what no example reaches.

use super::{
    Detail, Diagnostics, Format, Style,
    columns::{self, Paint, painted},
    summary,
};
use crate::{
    diagnostic::Diagnostic,
    finding::RulePlace,
    sink::{Page, Syntax},
};
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
#[derive(Clone, Debug, PartialEq)]
pub struct TestedExample {
    /// Where it stands.
    pub place: RulePlace,
    /// How it came out.
    pub result: TestResult,
    /// What is wrong with it, where it does not hold: "must fail, and passes: A and B give the toll as 5".
    pub wrong: String,
    /// The first words of its articles.
    pub texts: Vec<String>,
}

/// How an example came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// A rule, an answer or a phrase that no example reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreached {
    /// Where it stands.
    pub place: RulePlace,
    /// What it is: "the rule `toll` has no example that fails".
    pub what: String,
}

impl TestedReport {
    /// How many examples came out so.
    #[must_use]
    pub fn number(&self, result: TestResult) -> usize {
        self.tested.iter().flat_map(|one| &one.examples).filter(|example| example.result == result).count()
    }
}

/// As people read it.
pub const TEXT: Format<TestedReport> = Format {
    name: "text",
    about: "examples that do not hold, with what the rule answers; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |report, style, page| {
        report.tested.iter().try_for_each(|tested| draw(tested, style, page))?;
        for one in &report.unreached {
            let word = painted("no example", Paint::Doubtful, style.colour);
            page.text(&format!("{word}  {}: {}\n", place(&one.place), columns::words(&one.what)))?;
        }
        page.text(&last_line(report))
    },
};

fn draw(tested: &TestedSubject, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let name = columns::words(&tested.name);
    if style.detail == Detail::Verbose && tested.examples.iter().all(|one| one.result == TestResult::Holds) {
        let word = painted("ok", Paint::Good, style.colour);
        return page.text(&format!("{word}  {name}: {}\n", summary::counted(tested.examples.len(), "example")));
    }
    for example in &tested.examples {
        let (word, paint) = match example.result {
            TestResult::Holds => continue,
            TestResult::Wrong => ("wrong", Paint::Bad),
            TestResult::Mended => ("mended", Paint::Good),
            TestResult::Gap if style.detail == Detail::Quiet => continue,
            TestResult::Gap => ("todo", Paint::Doubtful),
        };
        let wrong = columns::words(&example.wrong);
        let at = place(&example.place);
        page.text(&format!("{}  {at}: {name}: {wrong}\n", painted(word, paint, style.colour)))?;
        if style.detail != Detail::Quiet {
            for text in &example.texts {
                page.text(&format!("       {}\n", columns::words(text)))?;
            }
        }
    }
    Ok(())
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
