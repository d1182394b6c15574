//! How the work grows where an input grows fourfold, for each kind of input that could cost the square of its length:
//! `cargo bench --profile release --bench growth`, with the names of some where not all are meant.
//!
//! Instructions are counted by valgrind, so that a loaded machine changes nothing; what the smallest input of a kind costs
//! is taken off. Work in proportion to the text has the exponent 1, its square 2. Above `MOST` the bench fails.
//!
//! With `-- memory` it counts instead what is held at most, for a byte of text and for a claim.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a bench runs on inputs of its own, and should stop when one is wrong"
)]

use std::{
    fs,
    path::Path,
    process::{Command, ExitCode},
};
use tempfile::TempDir;

/// The largest exponent that is taken for linear; sorting is.
const MOST: f64 = 1.25;

/// A kind of input: a name, the size that is made fourfold, what is run on it, and what it holds, file by file.
struct Case {
    name: &'static str,
    size: usize,
    command: &'static [&'static str],
    files: fn(usize) -> Vec<(String, String)>,
}

const CHECK: &[&str] = &["check", "-q"];

const CASES: &[Case] = &[
    Case { name: "words of one sentence", size: 6000, command: CHECK, files: words_of_one_sentence },
    Case { name: "figures of one sentence", size: 1500, command: CHECK, files: figures_of_one_sentence },
    Case { name: "days of one sentence", size: 150, command: CHECK, files: days_of_one_sentence },
    Case { name: "lists of one sentence", size: 150, command: CHECK, files: lists_of_one_sentence },
    Case { name: "amounts of one sentence", size: 150, command: CHECK, files: amounts_of_one_sentence },
    Case { name: "vetoes of one sentence", size: 150, command: CHECK, files: vetoes_of_one_sentence },
    Case { name: "claims that context decides", size: 300, command: CHECK, files: claims_that_context_decides },
    Case { name: "the same sentence", size: 600, command: &["check"], files: the_same_sentence },
    Case { name: "silent sources", size: 100, command: &["check"], files: silent_sources },
    Case { name: "a silent sentence", size: 400, command: &["check"], files: a_silent_sentence },
    Case { name: "silence on many topics", size: 50, command: &["check"], files: silence_on_many_topics },
    Case { name: "values of one line", size: 2000, command: &["values", "--format", "marked", "s"], files: one_line },
    Case { name: "figures of a summary", size: 250, command: CHECK, files: figures_of_a_summary },
    Case { name: "days of a summary", size: 400, command: CHECK, files: days_of_a_summary },
    Case { name: "names of a summary", size: 400, command: CHECK, files: names_of_a_summary },
    Case { name: "articles by their paths", size: 300, command: CHECK, files: articles_by_path },
    Case { name: "articles by globs", size: 300, command: CHECK, files: articles_by_glob },
    Case { name: "stories by globs", size: 300, command: CHECK, files: stories_by_glob },
    Case { name: "globs of nothing", size: 300, command: CHECK, files: globs_of_nothing },
    Case { name: "groups of nobody", size: 200, command: CHECK, files: groups_of_nobody },
    Case { name: "folders", size: 300, command: CHECK, files: folders },
    Case { name: "a figure that falls", size: 200, command: CHECK, files: a_figure_that_falls },
    Case { name: "the last contradicts itself", size: 300, command: CHECK, files: the_last_contradicts_itself },
    Case { name: "lines of a damaged snapshot", size: 4000, command: CHECK, files: damaged_snapshot },
    Case { name: "sources at odds", size: 150, command: &["compare", "-q"], files: sources_at_odds },
    Case { name: "things compared", size: 300, command: &["compare", "-q"], files: things_compared },
    Case { name: "things suggested", size: 200, command: &["suggest", "s"], files: things_suggested },
    Case { name: "misspelt topics", size: 200, command: CHECK, files: misspelt_topics },
    Case { name: "choices", size: 200, command: CHECK, files: choices },
    Case { name: "misspelt choices", size: 200, command: CHECK, files: misspelt_choices },
    Case { name: "paragraphs of one line", size: 500, command: CHECK, files: paragraphs_of_one_line },
    Case { name: "keys twice on one line", size: 2000, command: CHECK, files: keys_twice_on_one_line },
    Case { name: "mistakes of one line", size: 2000, command: CHECK, files: mistakes_of_one_line },
    Case { name: "two versions", size: 300, command: &["diff", "-q", "s/a.txt", "s/b.txt"], files: two_versions },
    Case { name: "predicates that are none", size: 100, command: CHECK, files: predicates_that_are_none },
];

fn main() -> ExitCode {
    let (options, wanted): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|word| word.starts_with("--"));
    // Where tests run all targets nothing is measured.
    if !options.contains(&"--bench".to_string()) {
        return ExitCode::SUCCESS;
    }
    if wanted == ["memory"] {
        memory();
        return ExitCode::SUCCESS;
    }
    println!("{:<30} {:>7} {:>12} {:>12} {:>9}", "input", "size", "instructions", "of fourfold", "exponent");
    let mut grown = Vec::new();
    for case in CASES.iter().filter(|case| wanted.is_empty() || wanted.iter().any(|name| name == case.name)) {
        let [start, short, long] = [1, case.size, 4 * case.size].map(|size| instructions(case, size));
        let exponent = ((long - start) / (short - start)).log(4.0);
        println!(
            "{:<30} {:>7} {:>10.1} M {:>10.1} M {exponent:>9.2}",
            case.name,
            case.size,
            (short - start) / 1e6,
            (long - start) / 1e6
        );
        if exponent.is_nan() || exponent > MOST {
            grown.push(case.name);
        }
    }
    if grown.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("\nmore than linear, above {MOST}: {}", grown.join(", "));
    ExitCode::FAILURE
}

/// What the command executes on an input of a size.
fn instructions(case: &Case, size: usize) -> f64 {
    let printed = run_under(&["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"], case, size);
    number_behind(&printed, "refs:")
}

/// The most bytes that are held at once on an input of a size.
fn held(case: &Case, size: usize) -> f64 {
    let printed = run_under(&["--tool=dhat", "--dhat-out-file=/dev/null"], case, size);
    number_behind(&printed, "At t-gmax:")
}

/// What valgrind says of the command on an input of a size.
fn run_under(tool: &[&str], case: &Case, size: usize) -> String {
    let folder = TempDir::new().unwrap();
    for (path, text) in (case.files)(size) {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(Path::new(""))).unwrap();
        fs::write(file, text).unwrap();
    }
    let output = Command::new("valgrind")
        .args(tool)
        .arg(env!("CARGO_BIN_EXE_crosscheck"))
        .args(case.command)
        .current_dir(folder.path())
        // Threads that wait for work count too.
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("valgrind should be installed");
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code().is_some_and(|code| code < 3), "{}: {printed}", case.name);
    printed
}

fn number_behind(printed: &str, words: &str) -> f64 {
    let rest = printed.split(words).last().and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    rest.replace(',', "").parse().unwrap_or_else(|_| panic!("no number behind {words}: {printed}"))
}

/// What is held for each byte of a text, or for each claim with its words taken off.
fn memory() {
    println!("{:<30} {:<24} {:>9}", "input", "command", "bytes");
    for (case, of_one, words) in MEMORY {
        let [short, long] = [case.size, 4 * case.size].map(|size| held(case, size));
        let each = (long - short) / (3 * case.size) as f64;
        println!("{:<30} {:<24} {:>9.1} {of_one}", case.name, case.command.join(" "), (each - words) / per(of_one));
    }
}

/// A byte of text, of which there are five a word; or one of what is counted.
fn per(of_one: &str) -> f64 {
    if of_one == BYTE { 5.0 } else { 1.0 }
}

const BYTE: &str = "for a byte of text";
const CLAIM: &str = "for a claim";

/// Inputs, what one of them is counted by, and the bytes of its words.
const MEMORY: &[(Case, &str, f64)] = &[
    (Case { name: "noons", size: 4000, command: &["values", "--format", "json", "s"], files: noons }, BYTE, 0.0),
    (Case { name: "noons", size: 4000, command: &["values", "s"], files: noons }, BYTE, 0.0),
    (
        Case { name: "a claim a sentence", size: 2000, command: &["claims", "--format", "ndjson"], files: claims },
        CLAIM,
        39.0,
    ),
    (Case { name: "a claim a sentence", size: 2000, command: CHECK, files: claims }, CLAIM, 36.0),
];

fn noons(size: usize) -> Vec<(String, String)> {
    with(project("rules: []\n"), [file("s/a.txt", format!("Harbour\n\n{}\n", "noon ".repeat(size)))])
}

fn claims(size: usize) -> Vec<(String, String)> {
    let text = lines(size, |number| format!("About {} crates came ashore there.\n", 100 + number % 900));
    with(project(CRATES), [file("s/a.txt", format!("Harbour\n\n{text}"))])
}

// The inputs.

fn file(path: impl Into<String>, text: impl Into<String>) -> (String, String) {
    (path.into(), text.into())
}

fn project(rules: &str) -> Vec<(String, String)> {
    vec![file("crosscheck.yaml", "rules: [rules.yaml]\n"), file("rules.yaml", rules)]
}

fn with(mut files: Vec<(String, String)>, more: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    files.extend(more);
    files
}

fn lines(number: usize, line: impl Fn(usize) -> String) -> String {
    (0..number).map(line).collect()
}

const CRATES: &str = "topics:\n  crates: {kind: count, phrases: [\"<count> crates\"]}\nrules:\n  - crates cited\n";
const CRATES_AGREE: &str =
    "topics:\n  crates: {kind: count, phrases: [\"<count> crates\"]}\nrules:\n  - crates consistent across sources\n";

fn words_of_one_sentence(size: usize) -> Vec<(String, String)> {
    let rules = "topics:\n  state: {kind: choice, choices: {open: [oh], shut: [shut]}}\nrules:\n  - state cited\n";
    with(project(rules), [file("s/a.txt", format!("Harbour\n\n{}.\n", "oh ".repeat(size)))])
}

fn figures_of_one_sentence(size: usize) -> Vec<(String, String)> {
    with(project(CRATES), [file("s/a.txt", format!("Harbour\n\n{}.\n", "21 crates ".repeat(size)))])
}

/// One sentence of a phrase's words, over and over.
fn sentence_of(topic: &str, words: &str, size: usize) -> Vec<(String, String)> {
    let rules = format!("topics:\n  landing: {{{topic}}}\nrules:\n  - landing cited\n");
    with(project(&rules), [file("s/a.txt", format!("Harbour\n\n{}.\n", words.repeat(size)))])
}

fn days_of_one_sentence(size: usize) -> Vec<(String, String)> {
    sentence_of("kind: date, phrases: [crash on <date>]", "crash on Sunday ", size)
}

fn lists_of_one_sentence(size: usize) -> Vec<(String, String)> {
    sentence_of("kind: count, phrases: [<count> people rescued]", "12 people, rescued 3 men, ", size)
}

fn amounts_of_one_sentence(size: usize) -> Vec<(String, String)> {
    sentence_of("kind: duration, phrases: [call lasted <duration>]", "the call was 50 minutes, ", size)
}

fn vetoes_of_one_sentence(size: usize) -> Vec<(String, String)> {
    sentence_of("kind: count, phrases: [<count> crates], except: [<count> crates sank]", "12 crates sank, ", size)
}

fn claims_that_context_decides(size: usize) -> Vec<(String, String)> {
    let text = lines(size, |number| format!("In 2014 some {} people were rescued there.\n", 20 + number % 70));
    let rules = "topics:\n  rescued: {kind: count, phrases: [\"<count> people rescued\"]}\nrules:\n  - rescued cited\n";
    let text = format!("---\npublished: 2031-05-09\n---\nHarbour\n\n{text}On Monday 12 people were rescued.\n");
    with(project(rules), [file("s/a.txt", text)])
}

fn the_same_sentence(size: usize) -> Vec<(String, String)> {
    let text = "About 21 crates came ashore on Monday.\n".repeat(size);
    with(project(CRATES_AGREE), [file("s/a.txt", format!("Harbour\n\n{text}"))])
}

const RESCUED: &str =
    "topics:\n  rescued: {kind: count, phrases: [\"<count> people rescued\"]}\nrules:\n  - rescued cited\n";

/// Half of the sources give the topic, half say the same in other words.
fn silent_sources(size: usize) -> Vec<(String, String)> {
    let article = |number: usize| {
        let text = match number % 2 {
            0 => "In all, 43 people were rescued.",
            _ => "Boats pulled 43 villagers out in a rescue that took all night.",
        };
        file(format!("s/{number}.txt"), format!("---\nsource: Outlet {number}\n---\nMud\n\n{text}\n"))
    };
    with(project(RESCUED), (0..=size).map(article))
}

/// One source says it again and again in one sentence.
fn a_silent_sentence(size: usize) -> Vec<(String, String)> {
    let text = "rescue boats pulled 43 villagers and 12 others out, ".repeat(size);
    let giving = file("s/a.txt", "Mud\n\nIn all, 43 people were rescued.\n");
    with(project(RESCUED), [giving, file("s/b.txt", format!("Mud\n\nThere {text}she said.\n"))])
}

/// As many topics as sentences, each of which nearly says something on one.
fn silence_on_many_topics(size: usize) -> Vec<(String, String)> {
    let topic = |number: usize| format!("  boat{number}: {{kind: count, phrases: [\"<count> in boat{number}\"]}}\n");
    let rules = format!("topics:\n{}rules:\n  - boat0 cited\n", lines(size, topic));
    let giving = lines(size, |number| format!("There were 43 in boat{number}.\n"));
    let silent = lines(size, |number| format!("Of boat{number} 43 came back to boat{number}.\n"));
    with(project(&rules), [file("s/a.txt", format!("Mud\n\n{giving}")), file("s/b.txt", format!("Mud\n\n{silent}"))])
}

fn one_line(size: usize) -> Vec<(String, String)> {
    let text = "About 21 crates came ashore on Monday. ".repeat(size);
    with(project("rules: []\n"), [file("s/a.txt", format!("Harbour\n\n{text}\n"))])
}

/// Paragraphs of a page that has no line ends.
fn paragraphs_of_one_line(size: usize) -> Vec<(String, String)> {
    let page = "<p>The harbour of the old town was shut on Monday for the night.</p>".repeat(size);
    let rules = "rules:\n  - every sentence complete\n  - every name in headline supported by body\n";
    with(project(rules), [file("s/a.md", format!("# Harbour\n\n{page}\n"))])
}

fn keys_twice_on_one_line(size: usize) -> Vec<(String, String)> {
    let keys = "a: [x], ".repeat(size);
    with(project(&format!("topics: {{{keys}}}\nrules: [b cited]\n")), [file("s/a.txt", "Harbour\n\n3 crates.\n")])
}

fn mistakes_of_one_line(size: usize) -> Vec<(String, String)> {
    let items = "x, ".repeat(size);
    with(project(&format!("rules: [{items}]\n")), [file("s/a.txt", "Harbour\n\n3 crates.\n")])
}

/// Two versions of an article of which each sentence changed.
fn two_versions(size: usize) -> Vec<(String, String)> {
    let text = |figure: usize| {
        let line = |number| format!("The harbour master said that {figure} crates of lot {number} came ashore.\n\n");
        format!("Harbour\n\n{}", lines(size, line))
    };
    with(project("rules: []\n"), [file("s/a.txt", text(3)), file("s/b.txt", text(4))])
}

/// A summary and its source, each with its own sentences.
fn summary(sentence: impl Fn(usize) -> String, size: usize) -> Vec<(String, String)> {
    let metadata = "published: 2031-05-09";
    let settings = format!(
        "use: [llm-summary]\narticles:\n  s/a.txt: {{group: summary, source: A, {metadata}}}\n  \
         s/b.txt: {{group: sources, source: B, {metadata}}}\n"
    );
    let text = |odd: usize| format!("Harbour\n\n{}", lines(size, |number| sentence(2 * number + odd)));
    vec![file("crosscheck.yaml", settings), file("s/a.txt", text(1)), file("s/b.txt", text(0))]
}

fn figures_of_a_summary(size: usize) -> Vec<(String, String)> {
    summary(|number| format!("They brought {} crates ashore.\n", 20 + 2 * number), size)
}

fn days_of_a_summary(size: usize) -> Vec<(String, String)> {
    summary(|number| format!("They met on {} June {}.\n", 1 + number % 28, 1900 + number / 28), size)
}

fn names_of_a_summary(size: usize) -> Vec<(String, String)> {
    summary(|number| format!("They met Ilse M{}n there.\n", letters(number)), size)
}

/// A number in letters.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

fn articles_with(size: usize, settings: String) -> Vec<(String, String)> {
    let articles = (0..size).map(|number| file(format!("s/a{number}.txt"), "Harbour\n\n3 crates.\n"));
    with(vec![file("crosscheck.yaml", settings), file("rules.yaml", CRATES)], articles)
}

fn articles_by_path(size: usize) -> Vec<(String, String)> {
    let entries = lines(size, |number| format!("  s/a{number}.txt: {{source: S{number}}}\n"));
    articles_with(size, format!("rules: [rules.yaml]\nstories: {{s: [s/*.txt]}}\narticles:\n{entries}"))
}

fn articles_by_glob(size: usize) -> Vec<(String, String)> {
    let entries = lines(size, |number| format!("  \"s/a{number}*\": {{source: S{number}}}\n"));
    articles_with(size, format!("rules: [rules.yaml]\nstories: {{s: [s/*.txt]}}\narticles:\n{entries}"))
}

fn stories_by_glob(size: usize) -> Vec<(String, String)> {
    let entries = lines(size, |number| format!("  s{number}: [\"**/a{number}.txt\"]\n"));
    articles_with(size, format!("rules: [rules.yaml]\nstories:\n{entries}"))
}

fn globs_of_nothing(size: usize) -> Vec<(String, String)> {
    let entries = lines(size, |number| format!("  \"s/b{number}*\": {{source: S{number}}}\n  s/c{number}.txt: {{}}\n"));
    articles_with(size, format!("rules: [rules.yaml]\nstories: {{s: [s/*.txt]}}\narticles:\n{entries}"))
}

/// Rules of one story that leave out whom nobody is, beside a story of as many articles.
fn groups_of_nobody(size: usize) -> Vec<(String, String)> {
    let topics = "topics:\n  crates: {kind: count, phrases: [\"<count> crates\"]}\n";
    let rule = |number| format!("  - {{id: r{number}, story: t, rule: crates except in \"nobody {number}\" cited}}\n");
    let other = file("t/a.txt", "Harbour\n\n3 crates.\n");
    let rules = format!("{topics}rules:\n{}", lines(size, rule));
    let settings = "rules: [rules.yaml]\nstories: {s: [s/*.txt], t: [t/*.txt]}\n";
    let articles = (0..size).map(|number| article(number, "2031-05-09", "In all 3 crates came."));
    with(vec![file("crosscheck.yaml", settings), file("rules.yaml", rules), other], articles)
}

fn folders(size: usize) -> Vec<(String, String)> {
    let articles = (0..size).map(|number| file(format!("d{number}/x/a.txt"), "Harbour\n\n3 crates.\n"));
    with(project(CRATES), articles)
}

fn article(number: usize, published: &str, text: &str) -> (String, String) {
    let text = format!("---\nsource: S{number}\npublished: {published}\n---\nHarbour {number}\n\n{text}\n");
    file(format!("s/a{number:06}.txt"), text)
}

fn a_figure_that_falls(size: usize) -> Vec<(String, String)> {
    let rules = "topics:\n  landing: {kind: date, develops: down, phrases: [came ashore on <date>]}\nrules:\n  \
                 - landing consistent across sources\n";
    let day = |number: usize| format!("{}-{:02}-{:02}", 2000 + number / 336, 1 + number / 28 % 12, 1 + number % 28);
    with(project(rules), (0..size).map(|number| article(number, &day(number), "They came ashore on Monday.")))
}

fn the_last_contradicts_itself(size: usize) -> Vec<(String, String)> {
    let text = |number: usize| {
        let again = if number + 1 == size { " No, 0 crates came." } else { "" };
        format!("In all {} crates came.{again}", number + 1)
    };
    with(project(CRATES_AGREE), (0..size).map(|number| article(number, "2031-05-09", &text(number))))
}

fn sources_at_odds(size: usize) -> Vec<(String, String)> {
    let text =
        |number: usize| format!("In all {} people were rescued. The call lasted {number} minutes.", 12 + number % 2);
    with(project(CRATES), (0..size).map(|number| article(number, "2031-05-09", &text(number))))
}

fn things_compared(size: usize) -> Vec<(String, String)> {
    let text = |odd: usize| lines(size, |number| format!("{} people were {}ed.\n", 12 + odd, letters(number)));
    with(project(CRATES), (0..2).map(|odd| article(odd, "2031-05-09", &text(odd))))
}

fn things_suggested(size: usize) -> Vec<(String, String)> {
    let text =
        |odd: usize| lines(size, |number| format!("The crew {}ed {} boats.\n", letters(number), 12 + odd + number));
    (0..2).map(|odd| article(odd, "2031-05-09", &text(odd))).collect()
}

fn damaged_snapshot(size: usize) -> Vec<(String, String)> {
    let snapshot = format!("---\nversion: 1\nstory: s\n---\n{}", "?\n".repeat(size));
    let article = file("s/a.txt", "Harbour\n\n3 crates.\n");
    with(project(CRATES), [article, file("snapshots/s.snap", snapshot)])
}

fn misspelt_topics(size: usize) -> Vec<(String, String)> {
    let topic = |number| format!("  crate {number}:\n    kind: count\n    phrases: [\"<count> in hold{number}\"]\n");
    let rule = |number| format!("  - krate {number} cited\n");
    let rules = format!("topics:\n{}rules:\n{}", lines(size, topic), lines(size, rule));
    with(project(&rules), [file("s/a.txt", "Harbour\n\n3 crates.\n")])
}

/// One topic with so many choices, and as many rules that name one.
fn berths(rule: impl Fn(usize) -> String, size: usize) -> Vec<(String, String)> {
    let choice = |number| format!("      pier {number}: [moored at pier {number}]\n");
    let rules = format!(
        "topics:\n  berth:\n    kind: choice\n    choices:\n{}rules:\n{}",
        lines(size, choice),
        lines(size, rule)
    );
    with(project(&rules), [file("s/a.txt", "Harbour\n\nIt was moored at pier 3.\n")])
}

fn choices(size: usize) -> Vec<(String, String)> {
    berths(|number| format!("  - berth is pier {number}\n"), size)
}

fn misspelt_choices(size: usize) -> Vec<(String, String)> {
    berths(|number| format!("  - berth is peir {number}\n"), size)
}

fn predicates_that_are_none(size: usize) -> Vec<(String, String)> {
    let topic = |number| format!("  crate {number}:\n    kind: count\n    phrases: [\"<count> in hold{number}\"]\n");
    let rule = |number| format!("  - sailing zebra {number}\n");
    let topics =
        format!("topics:\n  sailing:\n    kind: date\n    phrases: [\"sailed on <date>\"]\n{}", lines(size, topic));
    let rules = format!("{topics}rules:\n{}", lines(size, rule));
    with(project(&rules), [file("s/a.txt", "Harbour\n\n3 crates.\n")])
}
