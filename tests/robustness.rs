//! Bad input of every sort: a clear word, the right exit code, nothing else lost, nothing raw on the terminal.

use crate::support::{ARTICLES, CONFIG, FINDINGS, RULES, Run, crosscheck, fed, project, write};
use std::{fs, path::Path};

/// `check --quiet` in the small project after `spoil` has changed it.
fn spoilt(spoil: impl FnOnce(&Path)) -> Run {
    let folder = project();
    spoil(folder.path());
    crosscheck(folder.path(), &["check", "--quiet"])
}

/// The run ends with this code, says so, and shows nothing that a terminal would obey.
#[track_caller]
fn assert_says(name: &str, run: &Run, code: i32, says: &[&str]) {
    assert_eq!(run.code, code, "{name}: {run:?}");
    for words in says {
        assert!(run.stderr.contains(words), "{name}: no `{words}` in {}", run.stderr);
    }
    assert!(!run.stderr.contains("panicked"), "{name}: {}", run.stderr);
    assert_harmless(name, run);
}

#[track_caller]
fn assert_harmless(name: &str, run: &Run) {
    for text in [&run.stdout, &run.stderr] {
        let raw = text.chars().find(|&character| {
            character != '\n' && character.is_control()
                || ('\u{200b}'..='\u{200f}').contains(&character)
                || ('\u{2028}'..='\u{202e}').contains(&character)
                || ('\u{2060}'..='\u{206f}').contains(&character)
                || ('\u{e0000}'..='\u{e0fff}').contains(&character)
                || "\u{ad}\u{61c}\u{feff}".contains(character)
        });
        assert_eq!(raw, None, "{name}: {text:?}");
        for line in text.lines() {
            assert!(!line.trim_start().starts_with("::"), "{name}: {line}");
            assert!(!line.contains("##[") && !line.contains("##vso["), "{name}: {line}");
        }
    }
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn an_article_that_cannot_be_read_hides_no_other() {
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("empty", Vec::new(), "error[empty-article]: the file is empty (articles/bad.txt)"),
        ("blank", b" \n\r\n\t".to_vec(), "error[empty-article]: the file is empty"),
        ("signs", b"--- * ---\n".to_vec(), "error[empty-article]"),
        (
            "nul",
            b"The crossing took 20 minutes.\0".to_vec(),
            "error[not-text]: the file is not text: it has bytes of value 0",
        ),
        ("program", b"\x7fELF\x02\x01\x01\0\0\0".to_vec(), "error[not-text]"),
        ("picture", b"\x89PNG\r\n\x1a\n".to_vec(), "it is a picture"),
        ("pdf", b"%PDF-1.7\n".to_vec(), "it is a PDF"),
        ("odd utf-16", [utf_16("The crossing took 20 minutes."), vec![b'x']].concat(), "error[not-text]"),
    ];
    for (name, bytes, says) in cases {
        let run = spoilt(|folder| write(folder, "articles/bad.txt", bytes));
        assert_says(name, &run, 2, &[says]);
        assert_eq!(run.stdout, FINDINGS, "{name}");
    }
}

#[test]
fn another_encoding_is_read_and_said() {
    let marked = utf_16("\u{feff}Late\n\nThe crossing took 20 minutes.");
    let cut = [marked.clone(), vec![b'x']].concat();
    for bytes in [marked, cut] {
        let run = spoilt(|folder| write(folder, "articles/bad.txt", &bytes));
        assert_says("utf-16", &run, 1, &["warning[transcoded]: the file is UTF-16LE"]);
        assert!(run.stdout.contains("20 minutes"), "{}", run.stdout);
    }
}

#[test]
fn a_date_that_no_article_can_have_is_said() {
    for date in ["99999", "0000", "-5", "99999-01-01", "0000-01-01", "-5-01-01", "2021-02-30", "1e99", "9999-12-31"] {
        let text =
            format!("---\nsource: Post\npublished: {date}\n---\nHead\n\nIt was last week, on January 10, {date}.\n");
        let run = spoilt(|folder| write(folder, "articles/post.txt", &text));
        assert_says(date, &run, 2, &[&format!("`{date}` is no date of publication"), "articles/post.txt:3:12"]);
        assert!(run.stdout.contains(": error[crossing]: Herald gives the crossing time as 50"), "{}", run.stdout);
    }
}

#[test]
fn articles_of_odd_shapes_are_read() {
    let shapes = [
        "The crossing took 35 minutes, and 120 passengers were aboard. ",
        "the harbour master said that nobody had expected it ",
        "January 10, 2022 Thursday 3:30 p.m. ET ",
        "(",
        "[({",
        "\"",
        "\u{201c}",
        "\n",
        "\r",
        "x\n",
        "x\n\n",
        " ",
        ".",
        "1",
        "1,",
        "one hundred ",
        "a",
        "a-",
        "$",
        "\t",
        "12 of the 30 ",
        "READ MORE: x\n",
        "U.S. ",
        "'s ",
        "By Ada\n",
        "\u{200b}",
        "\u{1b}[31m",
        "*",
        "`",
        "> ",
        "[a](b ",
        "- a\n",
        "# a\n",
        "![",
        "<b>",
        "http://a.b/2021/11/30 ",
        "Monday and ",
        "---\n",
        "a: b\n",
        "\u{1f469}\u{200d}",
    ];
    let folder = project();
    for (number, shape) in shapes.iter().enumerate() {
        let text = format!("Head\n\nText.\n\n{}", shape.repeat(8192 / shape.len()));
        for ending in ["txt", "md"] {
            write(folder.path(), format!("shapes/{number:02}.{ending}"), &text);
            write(folder.path(), format!("bare/{number:02}.{ending}"), shape.repeat(300));
        }
    }
    for paths in ["shapes", "bare"] {
        let run = crosscheck(folder.path(), &["check", "--quiet", paths]);
        assert!(run.code <= 2, "{}", run.stderr);
        assert_says(paths, &run, run.code, &[]);
        let run = crosscheck(folder.path(), &["values", "--quiet", paths]);
        assert!(run.code <= 2, "{}", run.stderr);
        assert_says(paths, &run, run.code, &[]);
    }
}

#[test]
fn paths_that_lead_nowhere_are_said() {
    let cases: &[(&str, &str, &str)] = &[
        ("stories: {ferry: [articles/*, ice/*.txt]}", "error[no-match]: no article matches `ice/*.txt`", "3:31"),
        ("stories: {ferry: [articles/*, articles/ice.txt]}", "no article matches `articles/ice.txt`", "3:31"),
        ("stories: {ferry: [articles/*, 'articles/[']}", "error[bad-glob]", "3:32"),
    ];
    for (stories, says, place) in cases {
        let config = format!("rules: [rules]\n\n{stories}\n");
        let run = spoilt(|folder| write(folder, "crosscheck.yaml", &config));
        assert_says(stories, &run, 2, &[says, &format!("crosscheck.yaml:{place}")]);
        assert_eq!(run.stdout, FINDINGS, "{stories}");
    }
    let folder = project();
    let run = crosscheck(folder.path(), &["check", "--quiet", "articles", "ice"]);
    assert_says("ice", &run, 2, &["error[missing-path]: there is no such file or folder (ice)"]);
    assert_eq!(run.stdout, FINDINGS);
    fs::create_dir(folder.path().join("ice.txt")).unwrap();
    let run = crosscheck(folder.path(), &["check", "--quiet", "articles", "ice.txt"]);
    assert_says("ice.txt", &run, 2, &["error[no-articles]: the folder has no articles (ice.txt)"]);
    assert_eq!(run.stdout, FINDINGS);
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_said_and_nobody_waits_for_them() {
    use std::os::unix::fs::symlink;
    let run = spoilt(|folder| {
        symlink(".", folder.join("articles/loop")).unwrap();
        symlink("..", folder.join("articles/above")).unwrap();
        fs::create_dir(folder.join("articles/folder.txt")).unwrap();
    });
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (1, FINDINGS, ""),
        "a loop is the end of a branch"
    );
    type Case = (&'static str, fn(&Path), &'static str);
    let cases: [Case; 3] = [
        (
            "itself",
            |folder| symlink("own.txt", folder.join("articles/own.txt")).unwrap(),
            "the link `articles/own.txt` leads nowhere",
        ),
        (
            "nowhere",
            |folder| symlink("no", folder.join("articles/dead.txt")).unwrap(),
            "the link `articles/dead.txt` leads nowhere",
        ),
        (
            "pipe",
            |folder| {
                let made = std::process::Command::new("mkfifo").arg(folder.join("articles/pipe.txt")).status().unwrap();
                assert!(made.success());
            },
            "error[not-a-file]: `articles/pipe.txt` is not a file",
        ),
    ];
    for (name, spoil, says) in cases {
        let run = spoilt(spoil);
        assert_says(name, &run, 2, &[says]);
        assert_eq!(run.stdout, FINDINGS, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let lock = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o000)).unwrap();
    let folder = project();
    write(folder.path(), "articles/secret.txt", "The crossing took 9 hours.");
    let secret = folder.path().join("articles/secret.txt");
    lock(&secret);
    if fs::read(&secret).is_ok() {
        // Who may read everything, as root, cannot try this.
        return;
    }
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    assert_says("file", &run, 2, &["error[unreadable-file]: `articles/secret.txt` may not be read: permission denied"]);
    assert_eq!(run.stdout, FINDINGS);
    let run = spoilt(|folder| {
        write(folder, "articles/locked/x.txt", "x");
        write(folder, "crosscheck.yaml", CONFIG.replace("articles/*", "articles/**"));
        lock(&folder.join("articles/locked"));
    });
    assert_says("folder", &run, 2, &["the folder `articles/locked` cannot be read: permission denied"]);
    assert_eq!(run.stdout, FINDINGS);
    let run = spoilt(|folder| {
        write(folder, "rules/more.yaml", RULES);
        lock(&folder.join("rules/more.yaml"));
    });
    assert_says("rules", &run, 2, &["error[unreadable-rules]: the rule file cannot be read: permission denied"]);
    assert_eq!(run.stdout, FINDINGS);
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_no_text_is_said() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let name = OsStr::from_bytes(b"articles/caf\xe9.txt");
    let folder = project();
    write(folder.path(), name, ARTICLES[0].1);
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    assert_says(
        "glob",
        &run,
        2,
        &["error[name-not-utf-8]: the name of the file `articles/caf\u{fffd}.txt` is not UTF-8"],
    );
    assert_eq!(run.stdout, FINDINGS);
    let run = crosscheck(
        folder.path(),
        &[OsStr::new("check"), OsStr::new("--quiet"), OsStr::new("articles/herald.txt"), name],
    );
    assert_says("argument", &run, 2, &["error[name-not-utf-8]"]);
    for name in ["articles/two words.txt", "articles/two\nlines.txt", "articles/été.txt"] {
        let folder = project();
        write(folder.path(), name, "Late\n\nThe crossing took 20 minutes.\n");
        for arguments in [vec!["check", "--quiet"], vec!["check", "--quiet", name, "articles/herald.txt"]] {
            let run = crosscheck(folder.path(), &arguments);
            assert_says(name, &run, 1, &[]);
            assert!(run.stdout.contains("20 minutes"), "{}", run.stdout);
        }
    }
}

#[test]
fn yaml_that_would_exhaust_a_reader_is_refused() {
    let bomb: String = ('b'..='k')
        .zip('a'..)
        .map(|(name, before)| format!("{name}: &{name} [{}]\n", vec![format!("*{before}"); 9].join(", ")))
        .collect();
    let deep = |open: &str, close: &str| format!("x: {}{}\n", open.repeat(10_000), close.repeat(10_000));
    let cases = [
        ("bomb", format!("a: &a [x, x, x, x, x, x, x, x, x]\n{bomb}"), "error[too-many-aliases]"),
        ("lists", deep("[", "]"), "error[too-deep]"),
        ("open lists", deep("[", ""), "error[too-deep]"),
        ("mappings", deep("{a: ", "}"), "error[too-deep]"),
        ("block", (0..200).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect(), "error[too-deep]"),
        (
            "words",
            format!("  - {}\n", "word ".repeat(100_000)),
            "error[too-long]: the sentence is longer than 4000 bytes",
        ),
        ("topics", format!("  - {}\n", "crossing time ".repeat(10_000)), "error[too-long]"),
        ("ands", format!("  - crossing time cited{}\n", " and crossing time cited".repeat(10_000)), "error[too-long]"),
        (
            "an end",
            format!("  - crossing time cited{} and\n", " or crossing time cited".repeat(150)),
            "error[unfinished]",
        ),
        ("quotes", format!("  - crossing time is {}\n", "\"".repeat(3_000)), "error["),
        ("brackets", format!("  - crossing time is {}\n", "(".repeat(3_000)), "error["),
    ];
    for (name, yaml, says) in cases {
        let run = spoilt(|folder| write(folder, "rules/ferry.yaml", format!("{RULES}{yaml}")));
        assert_says(name, &run, 2, &[says]);
        let is_cut_off = name == "bomb" || name == "open lists";
        assert!(is_cut_off || run.stdout == FINDINGS, "{name}: {}", run.stdout);
    }
}

#[test]
fn phrases_and_names_that_nobody_writes_are_refused() {
    let phrase = |phrase: String| format!("topics:\n  bell:\n    kind: count\n    phrases:\n      - {phrase}\n");
    let named = |name: String| format!("topics:\n  ? {name}\n  :\n    kind: count\n    phrases: [<count> bells]\n");
    let cases = [
        ("long", phrase("word ".repeat(10_000) + "<count>"), "error[too-long]: the phrase is longer than 4000 bytes"),
        ("deep", phrase("(".repeat(1_500) + "a" + &")".repeat(1_500) + " <count>"), "error[deep-brackets]"),
        ("open", phrase("(".repeat(1_500) + "a <count>"), "error[deep-brackets]"),
        ("alternatives", phrase("(a|".repeat(500) + "a" + &")".repeat(500) + " <count>"), "error[deep-brackets]"),
        ("holes", phrase("<count>".repeat(10_000)), "error[too-long]"),
        ("name", named("n".repeat(100_000)), "error[bad-topic-name]: the name of the topic is longer than 200 bytes"),
    ];
    for (name, yaml, says) in cases {
        let run = spoilt(|folder| write(folder, "rules/more.yaml", yaml));
        assert_says(name, &run, 2, &[says]);
        assert_eq!(run.stdout, FINDINGS, "{name}");
        assert!(run.stderr.len() < 2_000, "{name}: {} bytes", run.stderr.len());
    }
    let optional = phrase("(a)? ".repeat(700) + "<count>");
    assert_says("optional", &spoilt(|folder| write(folder, "rules/more.yaml", optional)), 1, &[]);
}

#[test]
fn many_rules_and_topics_are_judged() {
    let rules: String = (1..2_000).map(|number| format!("  - crossing time at most {number} minutes\n")).collect();
    let run = spoilt(|folder| write(folder, "rules/ferry.yaml", format!("{RULES}{rules}")));
    assert_eq!((run.code, run.stdout.lines().count()), (1, 2 + 49), "{}", run.stderr);
    let wrong: String = (1..2_000).map(|number| format!("  - crosing time at most {number} minutes\n")).collect();
    let run = spoilt(|folder| write(folder, "rules/ferry.yaml", format!("{RULES}{wrong}")));
    assert_says("wrong", &run, 2, &["error[unknown-topic]"]);
    assert_eq!((run.stdout.as_str(), run.stderr.lines().count()), (FINDINGS, 201));
    assert_eq!(run.stderr.lines().last(), Some("and 1,799 more"));
}

#[test]
fn a_rule_file_or_configuration_that_is_no_text_is_said() {
    for (bytes, says) in [
        (&b"\x7fELF\0\0"[..], "error[not-text]: the file is not text (rules/more.yaml)"),
        (b"\xff\xfe\0\xd8", "error[not-utf-8]"),
        (b"rules: [caf\xe9]", "error[not-utf-8]: the byte E9 here is not UTF-8 (rules/more.yaml:1:12)"),
        (b"", "warning[empty-file]"),
    ] {
        let run = spoilt(|folder| write(folder, "rules/more.yaml", bytes));
        assert_says(says, &run, if bytes.is_empty() { 1 } else { 2 }, &[says]);
        assert_eq!(run.stdout, FINDINGS);
    }
    for (bytes, says) in [
        (&b"\x7fELF\0\0"[..], "error[not-text]: the file is not text (crosscheck.yaml)"),
        (b"", "error[no-rules]: the configuration names no rules"),
        (b"rules: rules\nstories: [", "error["),
    ] {
        let run = spoilt(|folder| write(folder, "crosscheck.yaml", bytes));
        assert_says(says, &run, 2, &[says]);
    }
    let run = spoilt(|folder| {
        fs::remove_file(folder.join("crosscheck.yaml")).unwrap();
        fs::create_dir(folder.join("crosscheck.yaml")).unwrap();
    });
    assert_says("folder", &run, 2, &["the configuration cannot be read: it is a folder"]);
}

/// A link for terminals, a colour by C0 and by C1, directions, zero widths, separators, tags.
const DIRT: &str =
    "\u{1b}]8;;http://x\u{7}link\u{1b}]8;;\u{7}\u{9b}31m\u{202e}\u{2066}\u{200b}\u{feff}\u{ad}\u{2028}\u{e0041}";

/// The same as a text of YAML in double quotes.
fn escaped(text: &str) -> String {
    let unit = |character: char| format!("\\U{:08x}", u32::from(character));
    format!("\"{}\"", text.chars().map(unit).collect::<String>())
}

#[test]
fn nothing_raw_reaches_the_terminal() {
    let folder = project();
    let source = escaped(&format!("Post{DIRT}"));
    let article = format!(
        "---\nsource: {source}\n---\nHead {DIRT}\n\nAt sea {DIRT}, the crossing took 20 minutes {DIRT}.\n\nx\u{0085}{DIRT}\n"
    );
    let name =
        if cfg!(windows) { "articles/x.txt".to_string() } else { format!("articles/x{}.txt", DIRT.replace('/', "")) };
    write(folder.path(), name, &article);
    let rules = format!(
        "{RULES}  - {}\n  - {{id: {}, rule: passengers at least 500, why: {}, tags: [{}]}}\n",
        escaped(&format!("no topic {DIRT}\n::error::x is 5")),
        escaped(DIRT),
        escaped(&format!("{DIRT}\n::error::x")),
        escaped(DIRT)
    );
    write(folder.path(), "rules/ferry.yaml", rules);
    write(folder.path(), "rules/more.yaml", format!("rules:\n  - \"{DIRT} is 5\"\n{DIRT}: 1\n"));
    for arguments in [
        &["check"][..],
        &["check", "--quiet"],
        &["check", "--verbose"],
        &["check", "--format", "json"],
        &["claims"],
        &["claims", "--format", "json"],
        &["claims", "--format", "ndjson"],
        &["values"],
        &["values", "--format", "json"],
        &["check", DIRT],
        &["check", "--config", DIRT],
        &["check", "--rules", DIRT],
        &["check", "--output", "no/\u{9b}31m"],
        &["check", "--format", "\u{9b}31m\u{202e}"],
        &["\u{9b}31m"],
    ] {
        let run = crosscheck(folder.path(), arguments);
        // `values` reads no rule file, and the mistakes are in one.
        let code = if arguments[0] == "values" { 0 } else { 2 };
        assert_says(&arguments.join(" "), &run, code, &[]);
    }
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    assert_says("judge", &fed(folder.path(), &["judge"], claims.as_bytes()), 2, &[]);
    assert_says("judge dirt", &fed(folder.path(), &["judge"], DIRT.as_bytes()), 2, &["error[broken-record]"]);
    let dirty = format!("{{\"article\":{:?}}}", "\u{9b}31m\u{202e}");
    assert_says("judge dirty shape", &fed(folder.path(), &["judge"], dirty.as_bytes()), 2, &["error[broken-record]"]);
}

#[test]
fn no_article_gives_commands_to_a_build_server() {
    let text = "Head\n\n::error file=x::the crossing took 21 minutes.\n\n::warning:: crossing took 22 minutes.\n\n\
                It was late. ##[error]crossing took 23 minutes.\n\n##vso[task.x]crossing took 24 minutes.\n";
    let folder = project();
    write(folder.path(), "articles/::notice::.txt", text);
    write(folder.path(), "articles/##[x].txt", text);
    let rules =
        format!("{RULES}  - {{id: '::error::x', rule: crossing time at least 900 minutes}}\n  - '::error::y is 5'\n");
    write(folder.path(), "rules/ferry.yaml", rules);
    for arguments in [
        &["check"][..],
        &["check", "--quiet"],
        &["check", "--format", "json"],
        &["claims"],
        &["claims", "--format", "ndjson"],
        &["values"],
    ] {
        let run = crosscheck(folder.path(), arguments);
        // `values` reads no rule file, and the mistakes are in one.
        let code = if arguments[0] == "values" { 0 } else { 2 };
        assert_says(&arguments.join(" "), &run, code, &[]);
    }
    let report = crosscheck(folder.path(), &["check", "--format", "json"]).stdout;
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert!(report.to_string().contains("##vso[task.x]crossing took"), "the JSON says what the article says");
}

#[test]
fn line_ends_change_nothing() {
    let folder = project();
    let expected = crosscheck(folder.path(), &["check", "--quiet"]);
    assert_eq!((expected.code, expected.stdout.as_str()), (1, FINDINGS));
    for end in ["\r\n", "\r"] {
        for (path, text) in ARTICLES {
            write(folder.path(), path, text.replace('\n', end));
        }
        if end == "\r\n" {
            write(folder.path(), "rules/ferry.yaml", RULES.replace('\n', end));
            write(folder.path(), "crosscheck.yaml", CONFIG.replace('\n', end));
        }
        let run = crosscheck(folder.path(), &["check", "--quiet"]);
        // A carriage return alone ends no line of a place.
        let stdout = if end == "\r" { run.stdout.replace(":1:81:", ":7:19:") } else { run.stdout };
        assert_eq!(Run { stdout, ..run }, expected, "{end:?}");
    }
}

#[test]
fn an_article_in_two_stories_counts_in_both() {
    let config = "rules: [rules]\nstories:\n  one: [articles/*]\n  two: [articles/herald.txt]\n";
    let run = spoilt(|folder| write(folder, "crosscheck.yaml", config));
    assert_eq!((run.code, run.stdout), (1, FINDINGS.replace("ferry: ", "one: ")));
    let folder = project();
    write(folder.path(), "crosscheck.yaml", config);
    let run = crosscheck(folder.path(), &["check"]);
    assert!(run.stdout.contains("Story two: 1 article from 1 source"), "{}", run.stdout);
    assert!(run.stdout.contains("2 rules in 2 stories: 1 pass"));
}

#[test]
fn output_that_cannot_be_written_is_said() {
    let folder = project();
    fs::create_dir(folder.path().join("folder")).unwrap();
    for (file, says) in [
        ("no/report.txt", "error: `no/report.txt` cannot be written: there is no such folder"),
        ("folder", "error: `folder` cannot be written: it is a folder"),
        ("crosscheck.yaml/report.txt", "cannot be written: a part of its path is no folder"),
    ] {
        let run = crosscheck(folder.path(), &["check", "--output", file]);
        assert_says(file, &run, 2, &[says]);
        assert!(!run.stderr.contains("os error") && !run.stderr.contains(".crosscheck-"), "{}", run.stderr);
    }
    write(folder.path(), "report.txt", "the old one");
    assert_eq!(crosscheck(folder.path(), &["check", "--output", "report.txt"]).code, 1);
    assert!(fs::read_to_string(folder.path().join("report.txt")).unwrap().starts_with("Story ferry"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let folder = project();
    let run = crosscheck(folder.path(), &["check", "--output", "/dev/full"]);
    assert_says("file", &run, 2, &["error: `/dev/full` cannot be written: the disk is full"]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = crate::support::command(folder.path(), &["check"]).stdout(full).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr, "error: standard output cannot be written: the disk is full\n");
}

#[test]
fn records_that_are_none_are_said_and_the_rest_is_judged() {
    let folder = project();
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    let judge = |stream: &[u8]| fed(folder.path(), &["judge", "--quiet"], stream);
    let with = |line: &[u8]| [line, b"\n", claims.as_bytes()].concat();
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("bytes", with(b"\xff\xfe\x01"), "this line is not a record of claims: it is not JSON (standard input:1:1)"),
        ("nul", with(b"\0\0"), "it is not JSON"),
        ("null", with(b"null"), "it is not JSON"),
        ("list", with(b"[]"), "error[broken-record]"),
        ("cut", with(b"{\"article\":{\"story\":\"fer"), "it ends in the middle (standard input:1:24)"),
        ("deep", with(&[&b"{\"article\":"[..], &b"[".repeat(50_000)].concat()), "it has another shape"),
        ("long", with(format!("{{\"article\":\"{}\"}}", "x".repeat(100_000)).as_bytes()), "it has another shape"),
        ("many", with("{}\n".repeat(500).as_bytes()), "480 more lines are not records of claims"),
    ];
    for (name, stream, says) in cases {
        let run = judge(stream);
        assert_says(name, &run, 2, &[says]);
        assert_eq!(run.stdout, FINDINGS, "{name}");
        assert!(run.stderr.len() < 4_000, "{name}: {} bytes", run.stderr.len());
    }
    for empty in ["", "\n\r\n"] {
        assert_says("empty", &judge(empty.as_bytes()), 2, &["error[no-claims]: nothing came in, so nothing is judged"]);
    }
    assert_eq!(judge(claims.trim_end().as_bytes()).stdout, FINDINGS, "the last line feed may be missing");
    assert_eq!(judge(claims.replace('\n', "\r\n").as_bytes()).stdout, FINDINGS);
    let odd = claims.replace("\"start\":", "\"start\":9999");
    assert_says("places that make no sense", &judge(odd.as_bytes()), 1, &[]);
}
