//! `--format agent`: one finding a line and no excerpts, for programs that read little at a time.

use super::{
    Diagnostics, Format, Style, columns, listed, summary,
    view::{self, ListedFinding, View},
};
use crate::{
    diagnostic::{Diagnostic, Level},
    finding::{Outcome, Report},
    sink::{Page, Syntax},
};
use std::io;

/// Mistakes, findings, and one line of summary.
pub const FORMAT: Format<Report> = Format {
    name: "agent",
    about: "one mistake or finding a line, with its places and no excerpts; for programs that read text",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Text,
    print,
};

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    report.diagnostics.iter().try_for_each(|found| page.text(&mistake(found)))?;
    let listed = view::listed(report, style.detail);
    listed.iter().try_for_each(|listed| page.text(&finding(listed)))?;
    page.text(&summary::line(&View::new(report, style.detail).tally))
}

/// `error[crossing] in ferry at a.txt:7:19: what is wrong | beside: Radio: 35 minutes (b.txt:7:19) | rule: r.yaml:10:5`.
fn finding(listed: &ListedFinding<'_>) -> String {
    let finding = listed.finding;
    let word = match (finding.outcome, listed.weight()) {
        (_, Some(severity)) => summary::name(severity),
        (_, None) if finding.suppressed.is_some() => "suppressed",
        (Outcome::Pass, None) => "pass",
        (Outcome::Fail | Outcome::NoEvidence, None) => "no evidence",
    };
    let because = match (finding.outcome, listed.weight()) {
        (Outcome::NoEvidence, Some(_)) => "no evidence: ",
        _ => "",
    };
    let mut line = format!(
        "{word}[{}] in {} at {}: {because}{}",
        columns::words(&finding.rule),
        columns::words(listed.story),
        listed::place(listed.fault.file, listed.fault.at),
        columns::words(&finding.message),
    );
    let others = listed::others(listed);
    if !others.is_empty() {
        line.push_str(&format!(" | beside: {}", others.join("; ")));
    }
    let place = &finding.place;
    line.push_str(&format!(" | rule: {}:{}:{}", columns::words(&place.file), place.line, place.column));
    line.push_str(&format!(" | fingerprint: {}\n", finding.fingerprint));
    line
}

fn mistake(found: &Diagnostic) -> String {
    let word = match found.level {
        Level::Error => "mistake",
        Level::Warning => "warning",
    };
    let at = listed::place_of_mistake(found).map(|place| format!(" at {place}")).unwrap_or_default();
    format!("{word}[{}]{at}: {}\n", found.code, listed::mistake(found))
}
