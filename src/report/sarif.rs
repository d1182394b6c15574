//! `--format sarif`: SARIF 2.1.0, which code hosts and editors show beside the lines of articles.

use super::{
    Diagnostics, Format, Style, columns, json, listed, summary,
    view::{self, ListedFinding, WordsPlace},
};
use crate::{
    diagnostic::{Code, Diagnostic, Level},
    finding::{Evidence, Finding, Outcome, Report, Role, RulePlace, SuppressedBy},
    sink::{Page, Syntax},
};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

/// One run with the rules that were judged, a result a finding, and mistakes as notifications.
pub const FORMAT: Format<Report> = Format {
    name: "sarif",
    about: "SARIF 2.1.0, for code scanning: a result a finding, with the words of the other sources",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print,
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What the paths of a project are relative to.
const BASE: &str = "%SRCROOT%";

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let rules = view::judged(report);
    let order: BTreeMap<(&RulePlace, &str), usize> =
        rules.iter().enumerate().map(|(index, rule)| ((&rule.place, rule.rule.as_str()), index)).collect();
    let results = view::listed(report, style.detail);
    let result = |listed: &ListedFinding<'_>| {
        let index = order.get(&(&listed.finding.place, listed.finding.rule.as_str())).copied();
        result(listed, index)
    };
    let codes: BTreeSet<&str> = report.diagnostics.iter().map(|found| found.code.name()).collect();
    let codes: Vec<Code> = codes.into_iter().filter_map(Code::find).collect();
    let log = SarifLog {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [SarifRun {
            tool: SarifTool {
                driver: SarifDriver {
                    name: "crosscheck",
                    version: env!("CARGO_PKG_VERSION"),
                    rules: json::OneByOne(&rules, |finding: &&Finding| rule(finding)),
                    notifications: json::OneByOne(&codes, code),
                },
            },
            automation_details: json!({"id": "crosscheck/"}),
            invocations: [SarifInvocation {
                execution_successful: !report.diagnostics.iter().any(|found| found.level == Level::Error),
                tool_execution_notifications: json::OneByOne(&report.diagnostics, notification),
            }],
            column_kind: "unicodeCodePoints",
            results: json::OneByOne(&results, result),
        }],
    };
    json::pretty(&log, page)
}

#[derive(Serialize)]
struct SarifLog<R> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [R; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun<T, I, R> {
    tool: T,
    automation_details: Json,
    invocations: [I; 1],
    column_kind: &'static str,
    results: R,
}

#[derive(Serialize)]
struct SarifTool<D> {
    driver: D,
}

#[derive(Serialize)]
struct SarifDriver<R, N> {
    name: &'static str,
    version: &'static str,
    rules: R,
    notifications: N,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifInvocation<N> {
    execution_successful: bool,
    tool_execution_notifications: N,
}

/// A rule, as its first finding has it.
fn rule(finding: &Finding) -> Json {
    let sentence = columns::words(&finding.sentence);
    let why = finding.why.as_deref().map(columns::words);
    let place = listed::place(&finding.place.file, None);
    let asks = format!("The rule: {sentence} ({place}:{}:{})", finding.place.line, finding.place.column);
    let help = why.iter().fold(asks, |help, why| format!("{help}\nWhy: {why}"));
    let mut rule = json!({
        "id": finding.rule,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": why.unwrap_or(sentence)},
        "help": {"text": help},
        "defaultConfiguration": {"level": summary::name(finding.severity)},
    });
    let tags: BTreeSet<&String> = finding.tags.iter().collect();
    if !tags.is_empty() {
        insert(&mut rule, "properties", json!({"tags": tags}));
    }
    rule
}

fn code(code: &Code) -> Json {
    json!({
        "id": code.name(),
        "shortDescription": {"text": code.entry().means},
        "help": {"text": code.entry().help},
        "defaultConfiguration": {"level": level(code.entry().level)},
    })
}

fn result(listed: &ListedFinding<'_>, rule: Option<usize>) -> Json {
    let finding = listed.finding;
    let kind = match (finding.outcome, listed.weight()) {
        (_, Some(_)) => "fail",
        (_, None) if finding.suppressed.is_some() => "fail",
        (Outcome::Pass, None) => "pass",
        (Outcome::Fail | Outcome::NoEvidence, None) if listed.applies() => "open",
        (Outcome::Fail | Outcome::NoEvidence, None) => "notApplicable",
    };
    let mut result = json!({
        "ruleId": finding.rule,
        "kind": kind,
        "level": listed.weight().map_or("none", summary::name),
        "message": {"text": without_links(&listed::message(finding))},
        "locations": [location(listed.fault.file, listed.words())],
    });
    if let Some(index) = rule {
        insert(&mut result, "ruleIndex", json!(index));
    }
    let related: Vec<Json> = listed.beside().enumerate().map(|(index, evidence)| related(index, evidence)).collect();
    if !related.is_empty() {
        insert(&mut result, "relatedLocations", Json::Array(related));
    }
    let prints = json!({"finding/v1": finding.fingerprint, "findingOfStory/v1": listed.fingerprint()});
    insert(&mut result, "partialFingerprints", prints);
    if let Some(suppressed) = &finding.suppressed {
        let kind = match suppressed.by {
            SuppressedBy::Article | SuppressedBy::Rule => "inSource",
            SuppressedBy::Baseline | SuppressedBy::Project => "external",
        };
        let told = json!({"kind": kind, "status": "accepted", "justification": suppressed.reason});
        insert(&mut result, "suppressions", json!([told]));
        insert(&mut result, "level", json!(summary::name(finding.severity)));
    }
    if let Some(state) = finding.baseline {
        insert(&mut result, "baselineState", json!(state));
    }
    insert(&mut result, "properties", json!({"story": listed.story, "reasons": finding.reasons}));
    result
}

/// A claim beside the one at fault, with what it does for the outcome.
fn related(index: usize, evidence: &Evidence) -> Json {
    let does = match evidence.role {
        Role::Supports => "in support",
        Role::Opposes => "against",
        Role::Violates => "breaks the rule",
        Role::Context => "decides nothing",
    };
    let mut related = location(evidence.article(), WordsPlace::of(evidence));
    insert(&mut related, "id", json!(index + 1));
    let said = format!("{does}: {}", listed::told(evidence));
    insert(&mut related, "message", json!({"text": without_links(&said)}));
    related
}

fn notification(found: &Diagnostic) -> Json {
    let mut notification = json!({
        "descriptor": {"id": found.code.name()},
        "level": level(found.level),
        "message": {"text": without_links(&listed::mistake(found))},
    });
    if let Some(place) = &found.place {
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let start = (narrow(place.line), narrow(place.column));
        let words = (place.line > 0).then_some(WordsPlace { start, end: None });
        insert(&mut notification, "locations", json!([location(&place.file, words)]));
    }
    notification
}

/// Where something stands; a file as a whole by its first line, without which GitHub shows nothing.
fn location(file: &str, words: Option<WordsPlace>) -> Json {
    let region = match words {
        None => json!({"startLine": 1}),
        Some(WordsPlace { start: (line, column), end: None }) => json!({"startLine": line, "startColumn": column}),
        Some(WordsPlace { start: (line, column), end: Some((end_line, end_column)) }) => {
            json!({"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column})
        }
    };
    let file = match file.strip_prefix('/') {
        Some(_) => json!({"uri": format!("file://{}", listed::uri(file))}),
        None => json!({"uri": listed::uri(file), "uriBaseId": BASE}),
    };
    json!({"physicalLocation": {"artifactLocation": file, "region": region}})
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

/// A message may hold links, `[words](where)`: what an article says makes none.
fn without_links(text: &str) -> String {
    text.replace("](", "] (")
}

fn insert(to: &mut Json, key: &str, value: Json) {
    to.as_object_mut().unwrap_or(&mut Map::new()).insert(key.to_string(), value);
}
