//! The manual, run: every example in `README.md`, `docs/language.md`, `docs/formats.md`, `docs/json.md`, `docs/ci.md` and `docs/scale.md` gives what the page says that it gives.
//!
//! How an example is written:
//!
//! * A fenced block whose info string is a language and a path (`yaml rules/storm.yaml`, `text storm/post.txt`) is a file
//!   of a project. It belongs to its section and to the sections below that; what stands under the page's title, to
//!   nothing else.
//! * A `console` block is a session in that project: `$ crosscheck ...`, what it prints, `$ echo $?`, the exit code; `$ cp` and `$ git`
//!   are run too. With `goes on` behind `console`, it finds the folder as the session before it left it, with
//!   the files that were shown since.
//! * A table whose header is one of those under `row` is a list of examples, one a row. Cells of articles hold one or
//!   several, with ` / ` between them; the first is of the source A, the second of B, and so on, and each may begin with
//!   its day of publication in brackets. Without one it is Thursday, 2 May 2024. After that may stand its headline in
//!   `[ ]`, its group in `{ }`, and its source behind `@`. Words between `**` are what is found; `<br>` ends a line.
//! * A `sh` block holds commands for a reader's terminal and is not run. Every other block is a mistake.

use crate::support::Run;
use crosscheck::rooms::{
    diagnostic::Level,
    finding::{Outcome, Report},
    pipeline,
    project::{self, Project},
    report::Record,
    rule,
};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};
use tempfile::TempDir;

/// The day on which articles of tables are published.
const DAY: &str = "2024-05-02";

#[test]
fn readme() {
    run("README.md");
}

#[test]
fn language() {
    run("docs/language.md");
}

#[test]
fn formats() {
    run("docs/formats.md");
}

#[test]
fn json() {
    run("docs/json.md");
}

#[test]
fn ci() {
    run("docs/ci.md");
}

#[test]
fn scale() {
    run("docs/scale.md");
}

#[test]
fn every_key_is_in_the_manual() {
    fn keys(schema: &Value, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(map) => {
                let properties = map.get("properties").and_then(Value::as_object);
                found.extend(properties.into_iter().flat_map(|properties| properties.keys().cloned()));
                map.values().for_each(|inner| keys(inner, found));
            }
            Value::Array(items) => items.iter().for_each(|inner| keys(inner, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let manual = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/language.md")).unwrap();
    let mut found = BTreeSet::new();
    keys(&project::schema(), &mut found);
    keys(&rule::schema(), &mut found);
    // Beside other words, or in an example.
    let is_told = |key: &&String| manual.contains(&format!("`{key}`")) || manual.contains(&format!("{key}: "));
    let missing: Vec<&String> = found.iter().filter(|key| !is_told(key)).collect();
    assert!(missing.is_empty() && found.len() > 30, "docs/language.md says nothing of {missing:?}: {found:?}");
}

/// Runs the examples of one page; every one that fails is reported.
fn run(page: &str) {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let mut reading =
        Page { level: 0, files: Vec::new(), header: Vec::new(), left: None, examples: 0, wrong: Vec::new() };
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let place = format!("{page}:{}", number + 1);
        if let Some(info) = line.strip_prefix("```") {
            let body: Vec<&str> = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
            reading.block(&place, info, &body);
        } else if line.starts_with('#') {
            reading.heading(line);
        } else {
            reading.line(&place, line);
        }
    }
    let wrong = reading.wrong;
    assert!(wrong.is_empty(), "{} wrong and {} right:\n\n{}", wrong.len(), reading.examples, wrong.join("\n\n"));
    assert!(reading.examples > 0, "{page} has no examples");
}

/// A page being read.
struct Page {
    /// The level of the section.
    level: usize,
    /// The files of the section and of those around it: level, path, text.
    files: Vec<(usize, String, String)>,
    /// The header of the table that is being read.
    header: Vec<String>,
    /// The folder of the last session.
    left: Option<TempDir>,
    /// How many examples have been run.
    examples: usize,
    /// What went wrong, with its place.
    wrong: Vec<String>,
}

impl Page {
    fn heading(&mut self, line: &str) {
        self.level = line.bytes().take_while(|byte| *byte == b'#').count();
        let level = self.level;
        self.files.retain(|(of, _, _)| (2..level).contains(of));
    }

    fn block(&mut self, place: &str, info: &str, body: &[&str]) {
        match info.split_once(' ') {
            Some(("console", "goes on")) => {
                let result = self.left.as_ref().ok_or_else(|| "no session is before it".to_string());
                let result = result.and_then(|folder| {
                    let new = self.files.iter().filter(|(_, path, _)| !folder.path().join(path).exists());
                    new.for_each(|(_, path, text)| crate::support::write(folder.path(), path, text));
                    session(folder, body)
                });
                self.record(place, result);
            }
            Some((_, path)) => {
                self.files.retain(|(_, known, _)| known != path);
                self.files.push((self.level, path.to_string(), body.join("\n") + "\n"));
            }
            None if info == "console" => {
                let folder = self.project(&[]);
                let result = session(&folder, body);
                self.left = Some(folder);
                self.record(place, result);
            }
            None if info == "sh" => {}
            None => self.wrong.push(format!("{place}: nobody runs a block of `{info}`")),
        }
    }

    fn line(&mut self, place: &str, line: &str) {
        let Some(cells) = cells(line) else {
            self.header.clear();
            return;
        };
        if self.header.is_empty() {
            self.header = cells;
        } else if !cells.iter().all(|cell| cell.chars().all(|mark| "-:".contains(mark))) {
            let result = self.row(&cells);
            self.record(place, result);
        }
    }

    fn record(&mut self, place: &str, result: Result<usize, String>) {
        match result {
            Ok(examples) => self.examples += examples,
            Err(wrong) => self.wrong.push(format!("{place}: {wrong}")),
        }
    }

    /// Runs a row of a table, if its table holds examples; gives how many it holds.
    fn row(&self, cells: &[String]) -> Result<usize, String> {
        let header: Vec<&str> = self.header.iter().map(String::as_str).collect();
        if cells.len() != header.len() {
            return Err(format!("{} cells under {}: a bar inside one is `\\|`", cells.len(), header.len()));
        }
        match (header.as_slice(), cells) {
            (["phrase", "finds", "does not find"], [phrase, found, missed]) => {
                phrase_finds(phrase, found)?;
                phrase_finds(phrase, missed)?;
                Ok(2)
            }
            (["an article says", "claims"], [article, claims]) => self.claims(article, claims),
            (["articles", "agreement"], [articles, agreement]) => self.agreement(articles, agreement),
            (["kind", "words", "meaning"], [kind, words, meaning]) => means(kind, words, meaning),
            (["rule", outcomes @ ..], [rule, columns @ ..]) => {
                let judged = outcomes.iter().zip(columns).filter(|(_, articles)| *articles != "–");
                judged.map(|(outcome, articles)| self.judged(rule, outcome, articles)).sum()
            }
            _ => Ok(0),
        }
    }

    /// A folder with the files of the section, and more.
    fn project(&self, more: &[(String, String)]) -> TempDir {
        let own = self.files.iter().map(|(_, path, text)| (path, text));
        folder(own.chain(more.iter().map(|(path, text)| (path, text))))
    }

    /// `the call lasted 50 minutes / a 40-minute call`, under a rule
    fn judged(&self, rule: &str, outcome: &str, cell: &str) -> Result<usize, String> {
        let mut files = articles(cell);
        files.push(("one-rule.yaml".into(), format!("rules:\n  - id: one\n    rule: >-\n      {}\n", code(rule))));
        let report = check(&self.project(&files))?;
        let finding = report.stories.iter().flat_map(|story| &story.findings).find(|finding| finding.rule == "one");
        let finding = finding.ok_or("the rule was not judged")?;
        let given = match finding.outcome {
            Outcome::Pass => "passes",
            Outcome::Fail => "fails",
            Outcome::NoEvidence => "no evidence",
        };
        expect(&format!("{rule} on {cell} ({})", finding.message), given, outcome)
    }

    /// `conflict: within one article`
    fn agreement(&self, cell: &str, expected: &str) -> Result<usize, String> {
        let mut files = articles(cell);
        files.push(("no-rules.yaml".into(), "rules: []\n".into()));
        let report = check(&self.project(&files))?;
        let topics = report.stories.iter().flat_map(|story| &story.topics);
        let given: Vec<String> = topics
            .map(|topic| serde_json::to_value(topic).unwrap())
            .filter(|topic| topic.get("agreement").unwrap() != "absent" || expected == "absent")
            .map(|topic| {
                let agreement = topic.get("agreement").unwrap().as_str().unwrap().replace('_', " ");
                let reasons = topic.get("reasons").unwrap().as_array().unwrap().iter();
                let reasons: Vec<&str> = reasons.map(|reason| reason.as_str().unwrap()).collect();
                if reasons.is_empty() { agreement } else { format!("{agreement}: {}", reasons.join(", ")) }
            })
            .collect();
        expect(cell, given.first().map_or("nothing", String::as_str), expected)
    }

    /// `injured: 14, dead: two`, or `–` for none
    fn claims(&self, article: &str, expected: &str) -> Result<usize, String> {
        let given: Vec<String> = claims_of(&self.project(&articles(article)))?
            .into_iter()
            .map(|(topic, words)| format!("{topic}: {words}"))
            .collect();
        let given = if given.is_empty() { "–".to_string() } else { given.join(", ") };
        expect(article, &given, expected)
    }
}

/// The cells of a line of a table, without blanks around them; `\|` is a bar inside one.
fn cells(line: &str) -> Option<Vec<String>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?.replace("\\|", "\u{1}");
    Some(inside.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect())
}

/// What stands between backquotes.
fn code(cell: &str) -> &str {
    cell.trim_matches('`')
}

/// The articles of a cell: `(2024-05-01) Two people died. / Five people died.`, `[The headline] {group} @A The text.`
fn articles(cell: &str) -> Vec<(String, String)> {
    let article = |(index, text): (usize, &str)| {
        let file = char::from(b'A' + u8::try_from(index).unwrap());
        let source = file;
        let dated = text.strip_prefix('(').and_then(|text| text.split_once(") "));
        let (day, mut text) = dated.filter(|(day, _)| day.starts_with("20")).unwrap_or((DAY, text));
        let mut between = |open: char, close: &str| {
            let (words, rest) = text.strip_prefix(open)?.split_once(close)?;
            text = rest;
            Some(words)
        };
        let title = between('[', "] ").unwrap_or("A report");
        let group = between('{', "} ").map_or_else(String::new, |group| format!("group: {group}\n"));
        let source = between('@', " ").map_or_else(|| source.to_string(), str::to_string);
        let front = format!("---\nsource: {source}\npublished: {day}\ntitle: {title:?}\n{group}---\n");
        let text = text.replace("**", "").replace("<br>", "\n");
        (format!("story/{file}.txt"), format!("{front}\n{title}\n\n{}\n", text.trim()))
    };
    cell.split(" / ").enumerate().map(article).collect()
}

fn phrase_finds(phrase: &str, sentence: &str) -> Result<usize, String> {
    let phrase = code(phrase);
    let kind = phrase.split_once('<').and_then(|(_, rest)| rest.split_once('>')).ok_or("the phrase has no hole")?.0;
    let rules = format!("topics:\n  t:\n    kind: {kind}\n    phrases:\n      - '{}'\n", phrase.replace('\'', "''"));
    let mut files = articles(sentence);
    files.push(("rules.yaml".into(), rules + "rules: []\n"));
    let folder = folder(files.iter().map(|(path, text)| (path, text)));
    let given: Vec<String> = claims_of(&folder)?.into_iter().map(|(_, words)| words).collect();
    let expected: Vec<&str> = sentence.split("**").skip(1).step_by(2).collect();
    expect(&format!("`{phrase}` in {sentence}"), &given.join(", "), &expected.join(", "))
}

/// The first value of a kind in a few words, as `crosscheck values` prints it.
fn means(kind: &str, words: &str, expected: &str) -> Result<usize, String> {
    let files = articles(&format!("They said {}.", code(words).trim_end_matches('.')));
    let folder = folder(files.iter().map(|(path, text)| (path, text)));
    let run = session_output(&folder, &format!("crosscheck values story --kind {kind}"), "")?;
    let line = run.1.lines().next().ok_or_else(|| format!("no {kind} in {words}"))?;
    let given = line.rsplit("  ").next().unwrap_or("").trim();
    expect(words, given, expected)
}

fn expect(what: &str, given: &str, expected: &str) -> Result<usize, String> {
    if given == expected { Ok(1) } else { Err(format!("{what}\n  page: {expected}\n  run:  {given}")) }
}

/// Writes files into a folder of their own. Without a configuration, the rule files at the top are the rules.
fn folder<'f>(files: impl Iterator<Item = (&'f String, &'f String)>) -> TempDir {
    let folder = TempDir::new().unwrap();
    let mut rules = Vec::new();
    for (path, text) in files {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        if path.ends_with(".yaml") && !path.contains('/') {
            rules.push(path.clone());
        }
    }
    if !folder.path().join("crosscheck.yaml").exists() {
        fs::write(folder.path().join("crosscheck.yaml"), format!("rules: [{}]\n", rules.join(", "))).unwrap();
    }
    folder
}

fn load(folder: &TempDir) -> Result<Project, String> {
    let arguments =
        project::ProjectOptions { working_folder: folder.path().to_path_buf(), ..project::ProjectOptions::default() };
    let project = project::load(&arguments);
    match project.diagnostics.iter().find(|found| found.level == Level::Error) {
        Some(mistake) => Err(format!("{}: {:?}", mistake.message, mistake.help)),
        None => Ok(project),
    }
}

fn check(folder: &TempDir) -> Result<Report, String> {
    let project = load(folder)?;
    let report = pipeline::judge(&project, pipeline::claims(&project, &|| ()));
    match report.diagnostics.iter().find(|found| found.level == Level::Error) {
        Some(mistake) => Err(mistake.message.clone()),
        None => Ok(report),
    }
}

/// Topic and words of every claim.
fn claims_of(folder: &TempDir) -> Result<Vec<(String, String)>, String> {
    let mut claims = Vec::new();
    for record in pipeline::claims(&load(folder)?, &|| ()) {
        match record {
            Record::Article(article) => {
                claims.extend(
                    article.claims.into_iter().map(|claim| (claim.subject.to_string(), claim.quote.exact.to_string())),
                );
            }
            Record::Diagnostic(mistake) if mistake.level == Level::Warning => {}
            Record::Diagnostic(mistake) => return Err(mistake.message),
        }
    }
    Ok(claims)
}

/// Runs a session and compares what it prints; gives how many commands it has.
fn session(folder: &TempDir, lines: &[&str]) -> Result<usize, String> {
    let mut code = 0;
    let commands = lines.join("\n");
    let commands: Vec<&str> = commands.strip_prefix("$ ").ok_or("a session begins with `$ `")?.split("\n$ ").collect();
    for text in &commands {
        let (command, expected) = text.split_once('\n').unwrap_or((text, ""));
        let given = if command == "echo $?" {
            code.to_string()
        } else {
            let mut given = String::new();
            for stage in command.split(" | ") {
                let (stage, file) = stage.split_once(" < ").unwrap_or((stage, ""));
                if !file.is_empty() {
                    given = fs::read_to_string(folder.path().join(file)).map_err(|error| format!("{file}: {error}"))?;
                }
                (code, given) = session_output(folder, stage, &given)?;
            }
            given
        };
        let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        if trimmed(&given) != trimmed(expected) {
            return Err(format!("$ {command}\n--- page\n{expected}\n--- run\n{given}"));
        }
    }
    Ok(commands.len())
}

/// The words of a command line: what stands between single quotes is one.
fn words_of_a_line(line: &str) -> Vec<&str> {
    let pieces = line.split('\'').enumerate();
    pieces.flat_map(|(at, piece)| if at % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect() }).collect()
}

/// Runs one command on some input; gives its exit code, and its output with what it says to the terminal before it.
fn session_output(folder: &TempDir, command: &str, input: &str) -> Result<(i32, String), String> {
    if ["cp ", "git "].iter().any(|other| command.starts_with(other)) {
        let Run { code, stdout, stderr } = crate::support::shell(folder.path(), command);
        return Ok((code, stderr + &stdout));
    }
    let arguments = command.strip_prefix("crosscheck ").ok_or_else(|| format!("`{command}` is not run"))?;
    let arguments = words_of_a_line(arguments);
    let Run { code, stdout, stderr } = crate::support::fed(folder.path(), &arguments, input.as_bytes());
    Ok((code, stderr + &stdout))
}
