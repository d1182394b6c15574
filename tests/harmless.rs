//! Whatever stands in an article, its metadata, a rule, a name or an argument: what is printed is obeyed by nobody.

use crate::support::{
    Run, command, fed, html,
    obeyed::{fault, fault_of_table, without_own},
    output, write, xml,
};
use anstream::adapter::strip_str;
use crosscheck::rooms::{
    pipeline,
    project::{self, ProjectOptions},
    report::{self, Record},
};
use proptest::{prelude::*, sample::select};
use serde_json::Value;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn colourless(text: &str) -> String {
    strip_str(text).to_string()
}

#[track_caller]
fn assert_harmless(name: &str, run: &Run) {
    assert!(!run.stderr.contains("panicked"), "{name}: {}", run.stderr);
    for text in [&run.stdout, &run.stderr] {
        assert_eq!(fault(text), None, "{name}");
    }
}

#[test]
fn the_judge_of_these_tests_sees_what_is_wrong() {
    for text in ["a\n \u{a0}::x", "1 ::error::", "##VSO[x", "a##[b]", "\u{1b}", "a\rb", "a\u{fe0f}", "\t", "\u{e0041}"]
    {
        assert!(fault(text).is_some(), "{text:?}");
    }
    for text in ["std::io", "a\nb", "# x", "a :: b", "é 🙂"] {
        assert_eq!(fault(text), None, "{text:?}");
    }
    for table in ["a,b\r\n=1,2\r\n", "a\r\n\"b\r\n", "a,b\r\nc\r\n", "a\nb\r\n", "\" ＝1\"\r\n"] {
        assert!(fault_of_table(table).is_some(), "{table:?}");
    }
    assert_eq!(fault_of_table("a,\"b\"\"c\nd\"\r\n1,\r\n"), None);
}

/// Commands that arise where harmless pieces meet, each in the smallest project that once printed it.
#[test]
fn no_seam_makes_a_command() {
    let long = "b".repeat(27);
    let wide = format!(
        "topics:\n  \"{long} ::warning file=x::owned cc\":\n    kind: count\n    phrases: [<count> hurt]\nrules:\n  - \"{long} ::warning file=x::owned cc cited\"\n"
    );
    let phrase = "topics:\n  hurt:\n    kind: count\n    phrases:\n      - \"<count> hurt ##teamcity[buildStop comment='x']\"\nrules:\n  - hurt cited\n";
    let head = "---\nsource: Post\npublished: {q##teamcity[message text='x']: 1}\n---\nHead\n\n3 hurt.\n";
    let quotes = "use: [quotes]\n";
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("quotation", &[("crosscheck.yaml", quotes), ("s/a.txt", "Head\n\nIt sank ##[group]x” she said.\n")]),
        ("vso", &[("crosscheck.yaml", quotes), ("s/a.txt", "Head\n\nIt sank ##vso[build.done]x” she said.\n")]),
        ("teamcity", &[("crosscheck.yaml", quotes), ("s/a.txt", "Head\n\nIt sank ##teamcity[x]” she said.\n")]),
        ("metadata", &[("crosscheck.yaml", quotes), ("s/a.txt", head)]),
        ("phrase", &[("crosscheck.yaml", "rules: [r.yaml]\n"), ("r.yaml", phrase), ("s/a.txt", "H\n\n3 hurt.\n")]),
        (
            "wrap",
            &[
                ("crosscheck.yaml", "rules: [r.yaml]\n"),
                ("r.yaml", &wide),
                ("s/a.txt", "H\n\n3 hurt.\n"),
                ("s/b.txt", "H\n\n4 hurt.\n"),
            ],
        ),
        ("key", &[("crosscheck.yaml", "rules: [r.yaml]\n'a##[debug]b': 1\n"), ("s/a.txt", "H\n\n3 hurt.\n")]),
        (
            "story",
            &[("crosscheck.yaml", "use: [quotes]\nstories:\n  '::debug::x': [a.txt]\n"), ("a.txt", "H\n\nIt sank.\n")],
        ),
    ];
    for (name, files) in cases {
        let folder = TempDir::new().unwrap();
        files.iter().for_each(|(path, text)| write(folder.path(), path, text));
        for arguments in
            [&["check"][..], &["check", "--verbose"], &["check", "--quiet"], &["check", "--format", "json"]]
        {
            for color in ["never", "always"] {
                let run = output(&mut command(folder.path(), &[arguments, &["--color", color]].concat()));
                let run = Run { stdout: colourless(&run.stdout), stderr: colourless(&run.stderr), ..run };
                assert_harmless(&format!("{name} {arguments:?}"), &run);
            }
        }
    }
}

/// Colours that a name brings along are shown on standard error too, where there are colours; the mark of a second file stays.
#[test]
fn complaints_have_no_foreign_colour() {
    let folder = TempDir::new().unwrap();
    let topic = "{kind: count, phrases: [<count> hurt]}";
    write(folder.path(), "crosscheck.yaml", "rules: [r.yaml]\n");
    write(folder.path(), "r.yaml", format!("topics:\n  \"\\e[1mhurt\": {topic}\nrules:\n  - headline cited\n"));
    write(folder.path(), "s/a.txt", "Head\n\n3 hurt.\n");
    let run = |arguments: &[&str]| output(&mut command(folder.path(), arguments));
    let complaint = run(&["explain", "none", "--color", "always"]).stderr;
    assert!(complaint.ends_with("the topics are: ␛[1mhurt\n"), "{complaint:?}");
    write(folder.path(), "r.yaml", format!("topics:\n  hurt: {topic}\n  hurt: {topic}\nrules:\n  - hurt cited\n"));
    assert!(run(&["check"]).stderr.contains("\n ::: r.yaml:2:3\n"), "{}", run(&["check"]).stderr);
}

/// A source with a sign that nobody sees is told apart from the one without.
#[test]
fn what_is_invisible_is_shown() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "crosscheck.yaml", "use: [quotes]\n");
    write(folder.path(), "s/a.txt", "---\nsource: \"Wire\\ufe0f\"\n---\nHead\n\nIt sank.\n");
    let run = output(&mut command(folder.path(), &["claims"]));
    assert!(run.stdout.contains("Wire\\u{fe0f}"), "{}", run.stdout);
}

/// Files that a person wrote go back as they are, but for the sentence that changes.
#[test]
fn a_file_of_the_user_is_no_sink() {
    let folder = TempDir::new().unwrap();
    let rules = |sentence: &str| {
        format!(
            "# ::x ##[y] \u{2764}\u{fe0f}\u{200d}\ttab\ntopics:\n  \u{2764}\u{fe0f} hurt:\n    kind: count\n    phrases: [<count> hurt]\nrules:\n  - {sentence}\n"
        )
    };
    write(folder.path(), "crosscheck.yaml", "rules: [r.yaml]\n");
    write(folder.path(), "r.yaml", rules("\u{2764}\u{fe0f} hurt  at least 3"));
    let run = output(&mut command(folder.path(), &["fmt"]));
    assert_eq!((run.code, run.stdout.as_str()), (0, "r.yaml: 1 sentence\n"), "{}", run.stderr);
    let written = std::fs::read_to_string(folder.path().join("r.yaml")).unwrap();
    assert_eq!(written, rules("\u{2764}\u{fe0f} hurt at least 3"));
}

/// Pieces of commands, of escapes, of syntax, and words that rules look for.
fn hostile() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "##",
        "#",
        "[",
        "vso[",
        "teamcity[",
        "error]",
        "##vso[task.x]",
        "##[",
        "::",
        ":",
        ":error",
        "::error file=x::",
        "error",
        "section_start:1:x",
        "\r\n",
        "\r",
        "\u{1b}[31m",
        "\u{1b}[0K",
        "\u{1b}[1m",
        "\u{9b}2J",
        "\u{1b}]8;;x\u{7}",
        "=1+1",
        "=",
        "＝",
        "＋2",
        "－3",
        "@x",
        "-",
        "\t",
        " ",
        " ",
        "\n",
        "\u{200b}",
        "\u{fe0f}",
        "\u{e0041}",
        "\u{2028}",
        "\u{85}",
        "\u{ad}",
        "\u{3164}",
        "\u{202e}",
        "\u{feff}",
        "\"",
        "'",
        ",",
        "\\",
        "a",
        "word ",
        "two words ",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "日本",
        "\u{2764}\u{fe0f}",
        "50 minutes ",
        "“",
        "”",
        "|",
        "`",
        "{",
        "<count>",
        "%0A",
    ]);
    prop::collection::vec(piece, 1..7).prop_map(|pieces| pieces.concat())
}

/// A text of YAML in double quotes.
fn quoted(text: &str) -> String {
    let unit = |character: char| format!("\\U{:08x}", u32::from(character));
    format!("\"{}\"", text.chars().map(unit).collect::<String>())
}

/// A project with hostile texts in every field.
fn project(texts: &[String]) -> TempDir {
    let [article, source, topic, id, why, sentence, name, raw] = texts else { panic!("so many texts") };
    let folder = TempDir::new().unwrap();
    let file: String = name.chars().filter(|letter| !letter.is_control() && !"/\\<>:\"|?*".contains(*letter)).collect();
    let config =
        format!("rules: [r.yaml, mistakes.yaml]\nstories:\n  {}: [s/*]\n{}: 1\n", quoted(name), quoted(sentence));
    write(folder.path(), "crosscheck.yaml", config);
    let rules = format!(
        "topics:\n  crossing time:\n    kind: duration\n    phrases: [took <duration>, {phrase}]\n  {topic}:\n    kind: count\n    phrases: [<count> hurt]\n\
         rules:\n  - id: {id}\n    rule: crossing time at least 900 minutes\n    why: {why}\n    tags: [{why}]\n  - {asked}\n  - every quotation closed\n  - crossing  time cited\n",
        topic = quoted(topic),
        id = quoted(id),
        why = quoted(why),
        phrase = quoted(&format!("{why} <duration>")),
        asked = quoted(&format!("{topic} cited in every source")),
    );
    write(folder.path(), "r.yaml", rules);
    let mistakes =
        format!("rules:\n  - {}\n  - crossing time {raw} at least\n{raw}\n", quoted(&format!("{sentence} is 5")));
    write(folder.path(), "mistakes.yaml", mistakes);
    let meta = format!("---\nsource: {}\npublished: {}\n---\n", quoted(source), quoted(raw));
    let text =
        format!("{meta}{article}\n\nIt {article} took 20 minutes {article}, “{raw} 5 hurt {raw}.\n\n{article}\n");
    write(folder.path(), "s/a.txt", text);
    write(
        folder.path(),
        format!("s/b{file}.txt"),
        format!("---\n{raw}\nsource: {raw}\n---\n{article}\n\nIt took 30 minutes {raw}.\n"),
    );
    folder
}

/// What a project prints as JSON and in records is what the library has found, to the last character.
fn says_the_same(folder: &Path) -> Result<(), TestCaseError> {
    let project = project::load(&ProjectOptions { working_folder: folder.to_path_buf(), ..ProjectOptions::default() });
    let records = pipeline::claims(&project, &|| {});
    let stream = output(&mut command(folder, &["claims", "--format", "ndjson"])).stdout;
    prop_assert_eq!(fault(&stream), None);
    let read: Vec<Record> = stream.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    prop_assert_eq!(&read, &records);
    let table = output(&mut command(folder, &["claims", "--format", "csv"])).stdout;
    prop_assert_eq!(fault_of_table(&table), None);
    let report = serde_json::to_value(pipeline::judge(&project, records)).unwrap();
    for told in [
        output(&mut command(folder, &["check", "--format", "json"])),
        fed(folder, &["judge", "--format", "json"], &stream),
    ] {
        prop_assert_eq!(fault(&told.stdout), None);
        let told = without_nearly(serde_json::from_str(&told.stdout).expect(&told.stdout));
        prop_assert_eq!(told, without_nearly(report.clone()));
    }
    Ok(())
}

/// A report without what is nearly found: that is looked for in the texts, which no record has.
fn without_nearly(report: Value) -> Value {
    match report {
        Value::Array(items) => items.into_iter().map(without_nearly).collect(),
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(key, _)| key != "nearly");
            kept.map(|(key, value)| (key, without_nearly(value))).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => report,
    }
}

/// The snapshots of a project.
fn kept(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = std::fs::read_dir(folder.join("snapshots")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

/// Puts the snapshots back as they were.
fn snapshots(folder: &Path, kept: &[(PathBuf, Vec<u8>)]) {
    // There are none yet where nothing could be written.
    let _ = std::fs::remove_dir_all(folder.join("snapshots"));
    kept.iter().for_each(|(path, bytes)| write(folder, path, bytes));
}

/// What a command prints without colours, and with them: the colours are all that differs.
fn printed(folder: &Path, width: usize, arguments: &[&str]) -> Result<Run, TestCaseError> {
    let before = kept(folder);
    let run = |color: &str| {
        let (name, rest) = arguments.split_first().expect("a command");
        let mut command = command(folder, &[&[*name, "--color", color], rest].concat());
        output(command.env("COLUMNS", width.to_string()))
    };
    let plain = run("never");
    if arguments == ["snapshot"] {
        // What was written changes what is printed the next time.
        snapshots(folder, &before);
    }
    let coloured = run("always");
    prop_assert!(!plain.stderr.contains("panicked"), "{}", plain.stderr);
    for (plain, coloured) in [(&plain.stdout, &coloured.stdout), (&plain.stderr, &coloured.stderr)] {
        prop_assert_eq!(plain, &colourless(coloured), "{:?}", arguments);
    }
    let found = if arguments.contains(&"csv") { fault_of_table(&plain.stdout) } else { fault(&plain.stdout) };
    prop_assert_eq!(found, None, "{:?}", arguments);
    prop_assert_eq!(fault(&plain.stderr), None, "{:?}", arguments);
    Ok(plain)
}

/// What `check` prints in a format: commands that are its own, lines that are whole, tables and trees that can be read.
fn shaped(folder: &Path, format: &str) -> Result<(), TestCaseError> {
    let run = output(&mut command(folder, &["check", "--format", format, "--verbose"]));
    prop_assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    let printed = run.stdout;
    prop_assert_eq!(fault(&without_own(format, &printed)), None, "{}", format);
    match format {
        "csv" | "event-coding" => prop_assert_eq!(fault_of_table(&printed), None),
        "html" => prop_assert!(html::tags(&printed).is_ok(), "{}", printed),
        "junit" => prop_assert!(xml::elements(&printed).is_ok(), "{}", printed),
        "ndjson" => printed.lines().for_each(|line| drop(serde_json::from_str::<Value>(line).expect(line))),
        "github" => prop_assert!(printed.lines().all(|line| line.starts_with("::")), "{}", printed),
        "agent" | "markdown" | "text" => {}
        _ => drop(serde_json::from_str::<Value>(&printed).expect(&printed)),
    }
    Ok(())
}

/// Snapshots of a project without mistakes, and what changed since: written, listed, compared.
fn changes(folder: &Path, width: usize, article: &str) -> Result<(), TestCaseError> {
    write(folder, "crosscheck.yaml", "rules: [r.yaml]\n");
    let took = |minutes: usize| write(folder, "s/a.txt", format!("Head\n\nIt took {minutes} minutes.\n\n{article}\n"));
    took(20);
    printed(folder, width, &["snapshot"])?;
    took(40);
    for arguments in [&["review", "--list"][..], &["check"], &["check", "--quiet"], &["snapshot"]] {
        printed(folder, width, arguments)?;
    }
    Ok(())
}

/// Each case runs the binary some forty times: few here, as many as `PROPTEST_CASES` says where somebody waits.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_printed_is_obeyed(texts in prop::collection::vec(hostile(), 8), width in 20usize..130) {
        let folder = project(&texts);
        says_the_same(folder.path())?;
        let argument = texts[4].replace('\0', "");
        for arguments in [
            &["check"][..],
            &["check", "--verbose"],
            &["check", "--quiet"],
            &["check", "--output", "report.txt"],
            &["claims"],
            &["compare"],
            &["compare", "--format", "json"],
            &["mutate", "--verbose"],
            &["suggest"],
            &["values"],
            &["values", "--format", "csv"],
            &["values", "--format", "marked"],
            &["explain", "crossing time"],
            &["explain", &argument],
            &["explain", "--article", "s/a.txt"],
            &["explain", "--article", "s/a.txt", "--clauses"],
            &["fmt", "--check"],
            &["check", &argument],
        ] {
            printed(folder.path(), width, arguments)?;
        }
        for format in report::ALL {
            shaped(folder.path(), format.name)?;
        }
        prop_assert_eq!(fault(&colourless(&std::fs::read_to_string(folder.path().join("report.txt")).unwrap())), None);
        let asked = serde_json::json!({"id": texts[1], "text": texts[0]}).to_string();
        let answer = fed(folder.path(), &["values", "--ndjson"], &asked).stdout;
        prop_assert_eq!(&serde_json::from_str::<Value>(&answer).expect(&answer)["id"], &texts[1]);
        prop_assert_eq!(fault(&answer), None);
        prop_assert_eq!(fault(&fed(folder.path(), &["judge"], &texts[0]).stderr), None);
        changes(folder.path(), width, &texts[0])?;
    }
}
