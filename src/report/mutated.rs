//! What `mutate` prints: changes to a story or to its rules that no rule notices, and how many are noticed.

use super::{
    Detail, Diagnostics, Format, Style,
    columns::{self, Paint, painted},
    json, summary,
};
use crate::{
    diagnostic::Diagnostic,
    finding::RulePlace,
    sink::{Page, Syntax},
};
use serde::Serialize;
use std::io;

/// What came of changing one thing at a time.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MutationReport {
    /// The version of this shape.
    pub version: u32,
    /// What picks the mutants of a story that has more than the budget.
    pub seed: u64,
    /// How many rules fail before anything is changed.
    pub failing: usize,
    /// Each story, then the rules.
    pub parts: Vec<MutationPart>,
    /// The counts of all of them.
    pub summary: MutationCounts,
    /// The mistakes of rule files and inputs.
    pub diagnostics: Vec<Diagnostic>,
}

/// What was changed in a story, or in the rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MutationPart {
    /// The story; null for the rules.
    pub story: Option<String>,
    /// What was changed, in the order of the files.
    pub mutants: Vec<Mutant>,
    /// The values that nothing was changed in, because no topic and no rule reads them.
    pub unread: Vec<UnreadValue>,
    /// How many there are.
    pub counts: MutationCounts,
}

/// One thing changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mutant {
    /// What sort of thing.
    pub sort: &'static str,
    /// Where it stands.
    pub place: RulePlace,
    /// The words.
    pub before: String,
    /// The words in their place.
    pub after: String,
    /// What came of it.
    pub fate: MutantFate,
    /// The rules that notice it.
    pub caught_by: Vec<String>,
    /// The rules that pass without it and have no evidence with it, which fails nothing.
    pub faded: Vec<String>,
    /// The rules that do not pass without it, and pass with it.
    pub mended: Vec<String>,
    /// What it comes to, as a sentence.
    pub message: String,
}

/// What came of a mutant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MutantFate {
    /// A rule notices it.
    Caught,
    /// Something reads it, and no rule notices it.
    Missed,
    /// It says the same as before.
    Unviable,
    /// It was not tried.
    #[default]
    Untried,
}

/// A value that no topic claims, and no rule asks about.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct UnreadValue {
    /// Where it stands.
    pub place: RulePlace,
    /// Its words.
    pub words: String,
}

/// How many mutants came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MutationCounts {
    /// All that there are.
    pub mutants: usize,
    /// Those that a rule notices.
    pub caught: usize,
    /// Those that none does.
    pub missed: usize,
    /// Those that say the same as before.
    pub unviable: usize,
    /// Those that were not tried: beyond the budget, or only listed.
    pub untried: usize,
    /// The values that nothing reads.
    pub unread: usize,
    /// How many of a hundred that can be noticed are, rounded down; null where none was tried.
    pub score: Option<usize>,
}

impl MutationCounts {
    /// Those of some mutants and values; `left_out` mutants more were not tried.
    #[must_use]
    pub fn of(mutants: &[Mutant], unread: usize, left_out: usize) -> Self {
        let number = |fate: MutantFate| mutants.iter().filter(|mutant| mutant.fate == fate).count();
        Self {
            mutants: mutants.len() + left_out,
            caught: number(MutantFate::Caught),
            missed: number(MutantFate::Missed),
            unviable: number(MutantFate::Unviable),
            untried: number(MutantFate::Untried) + left_out,
            unread,
            score: None,
        }
        .scored()
    }

    /// Those of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            mutants: self.mutants + other.mutants,
            caught: self.caught + other.caught,
            missed: self.missed + other.missed,
            unviable: self.unviable + other.unviable,
            untried: self.untried + other.untried,
            unread: self.unread + other.unread,
            score: None,
        }
        .scored()
    }

    fn scored(self) -> Self {
        let score = (self.caught * 100).checked_div(self.caught + self.missed);
        Self { score, ..self }
    }
}

/// As people read it.
pub const TEXT: Format<MutationReport> = Format {
    name: "text",
    about: "what could be changed and no rule would notice, then the counts; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |report, style, page| {
        report.parts.iter().try_for_each(|part| draw(part, style, page))?;
        if style.detail == Detail::Quiet {
            return Ok(());
        }
        let counted = report.parts.iter().filter(|part| part.counts != MutationCounts::default());
        for part in counted {
            let name =
                part.story.as_ref().map_or("rules".to_string(), |story| format!("story {}", columns::words(story)));
            page.text(&format!("{name}: {}\n", line(part.counts)))?;
        }
        page.text(&last_line(report))
    },
};

/// As one object.
pub const JSON: Format<MutationReport> = Format {
    name: "json",
    about: "one JSON object with every mutant",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print: |report, _, page| json::pretty(report, page),
};

fn draw(part: &MutationPart, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    for mutant in &part.mutants {
        let (word, paint) = match mutant.fate {
            MutantFate::Missed => ("missed", Paint::Bad),
            MutantFate::Caught if style.detail == Detail::Verbose => ("caught", Paint::Good),
            MutantFate::Unviable if style.detail == Detail::Verbose => ("unviable", Paint::Doubtful),
            MutantFate::Untried => (mutant.sort, Paint::Strong),
            MutantFate::Caught | MutantFate::Unviable => continue,
        };
        let message = columns::words(&mutant.message);
        page.text(&format!("{}  {message} ({})\n", painted(word, paint, style.colour), place(&mutant.place)))?;
    }
    if style.detail == Detail::Verbose {
        for value in &part.unread {
            let word = painted("unread", Paint::Doubtful, style.colour);
            page.text(&format!(
                "{word}  nothing reads `{}` ({})\n",
                columns::words(&value.words),
                place(&value.place)
            ))?;
        }
    }
    Ok(())
}

fn place(place: &RulePlace) -> String {
    format!("{}:{}:{}", columns::words(&place.file), place.line, place.column)
}

/// `41 mutants: 34 caught, 6 missed (85 %), 1 unviable; 12 values that nothing reads`
fn line(counts: MutationCounts) -> String {
    let mut text = summary::counted(counts.mutants, "mutant");
    if counts.untried < counts.mutants {
        text.push_str(&format!(": {} caught, {} missed", counts.caught, counts.missed));
    }
    if let Some(score) = counts.score {
        text.push_str(&format!(" ({score} %)"));
    }
    let untried = if counts.untried == counts.mutants { 0 } else { counts.untried };
    for (number, what) in [(counts.unviable, "unviable"), (untried, "not tried")] {
        if number > 0 {
            text.push_str(&format!(", {number} {what}"));
        }
    }
    if counts.unread > 0 {
        text.push_str(&format!("; {} that nothing reads", summary::counted(counts.unread, "value")));
    }
    text
}

fn last_line(report: &MutationReport) -> String {
    let mut text = format!("in all: {}", line(report.summary));
    if report.failing > 0 {
        let verb = if report.failing == 1 { "fails" } else { "fail" };
        text.push_str(&format!("; {} {verb} before anything is changed", summary::counted(report.failing, "rule")));
    }
    format!("{text}\n")
}
