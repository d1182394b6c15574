//! `--format junit`: JUnit's XML, which most build servers show as tests: a suite a story, a case a rule.

use super::{
    Detail, Diagnostics, Format, columns, listed, summary,
    view::{self, ListedFinding},
};
use crate::{
    diagnostic::{Diagnostic, Level},
    finding::{Finding, Outcome, Report, RuleOutcome, StoryReport},
    sink::{Page, Syntax},
};
use quick_junit::{NonSuccessKind, Report as JunitReport, TestCase, TestCaseStatus, TestSuite};
use std::io;

/// Every rule of every story, and mistakes in a suite of their own: what could not be judged is no success.
pub const FORMAT: Format<Report> = Format {
    name: "junit",
    about: "JUnit XML for build servers: a suite a story, a test a rule",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Xml,
    print: |report, _, page| print(report, page),
};

fn print(report: &Report, page: &mut Page<'_>) -> io::Result<()> {
    let mut junit = JunitReport::new("crosscheck");
    let mut mistakes = TestSuite::new("rule files and inputs");
    for found in report.diagnostics.iter().filter(|found| found.level == Level::Error) {
        mistakes.add_test_case(mistake(found));
    }
    if !mistakes.test_cases.is_empty() {
        junit.add_test_suite(mistakes);
    }
    let all = view::listed(report, Detail::Verbose);
    let mut rest = all.as_slice();
    for story in &report.stories {
        let mut suite = TestSuite::new(columns::words(&story.story));
        for rule in &story.rules {
            let (own, others) = rest.split_at_checked(rule.findings).unwrap_or((rest, &[]));
            suite.add_test_case(case(story, rule, own));
            rest = others;
        }
        junit.add_test_suite(suite);
    }
    junit.serialize(page).map_err(io::Error::other)
}

fn case(story: &StoryReport, rule: &RuleOutcome, findings: &[ListedFinding<'_>]) -> TestCase {
    let first = findings.first().map(|listed| listed.finding);
    let message = first.map(listed::message).unwrap_or_default();
    let status = match (rule.failure, rule.outcome) {
        (true, _) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_type(summary::name(rule.severity)).set_message(message).set_description(description(findings));
            status
        }
        (false, Outcome::Pass) => TestCaseStatus::success(),
        (false, Outcome::Fail | Outcome::NoEvidence) => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(message);
            status
        }
    };
    let mut case = TestCase::new(columns::words(&rule.rule), status);
    case.set_classname(columns::words(&story.story));
    case
}

/// Each finding with its place and what stands beside it, then the rule and its reason.
fn description(findings: &[ListedFinding<'_>]) -> String {
    let mut lines = Vec::new();
    for listed in findings {
        let place = listed::place(listed.fault.file, listed.fault.at);
        lines.push(format!("{place}: {}", listed::message(listed.finding)));
        lines.extend(listed::others(listed).into_iter().map(|other| format!("  {other}")));
    }
    lines.extend(findings.first().into_iter().flat_map(|listed| rule_lines(listed.finding)));
    lines.join("\n")
}

fn rule_lines(finding: &Finding) -> Vec<String> {
    let (sentence, file) = (columns::words(&finding.sentence), columns::words(&finding.place.file));
    let rule = format!("rule: {sentence} ({file}:{}:{})", finding.place.line, finding.place.column);
    let why = finding.why.iter().map(|why| format!("why: {}", columns::words(why)));
    std::iter::once(rule).chain(why).collect()
}

fn mistake(found: &Diagnostic) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_type(found.code.name()).set_message(listed::mistake(found));
    let place = listed::place_of_mistake(found).unwrap_or_else(|| found.code.name().to_string());
    let mut case = TestCase::new(place, status);
    case.set_classname("rule files and inputs");
    case
}
