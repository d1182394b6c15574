//! What is read, and how much of it: no pipes and devices, nothing outside of the project, nothing past the limits.

use crate::support::{CONFIG, FINDINGS, crosscheck, fed, project, write};
use crosscheck::rooms::{
    article::{self, MetadataLayer},
    files::LIMITS,
    kind::name::Spellings,
    lexicon::Lexicon,
    mention,
};
use std::path::Path;

/// The manual lists every limit, and no other.
#[test]
fn the_manual_states_the_limits() {
    let manual = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/language.md")).unwrap();
    let section = manual.split("\n## Limits\n").nth(1).expect("the section on limits").split("\n## ").next().unwrap();
    let stated: Vec<&str> = section.lines().filter(|line| line.starts_with("| ") && line.ends_with("iB |")).collect();
    let expected: Vec<String> = LIMITS.iter().map(|limit| format!("| {} | {} |", limit.of, limit.in_words())).collect();
    assert_eq!(stated, expected);
}

#[test]
fn a_glob_that_cannot_be_compiled_is_a_mistake() {
    let deep = format!("{}b{}", "{a,".repeat(200), "}".repeat(200));
    let folder = project();
    write(folder.path(), "crosscheck.yaml", format!("rules: [rules]\nstories: {{ferry: [articles/*, \"{deep}\"]}}\n"));
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, FINDINGS));
    assert!(run.stderr.contains("error[bad-glob]") && run.stderr.contains("its braces lie too deep"), "{}", run.stderr);
    // In a rule it is the name of nobody.
    write(folder.path(), "crosscheck.yaml", CONFIG);
    write(folder.path(), "rules/more.yaml", format!("rules:\n  - 'passengers except in \"{deep}/*\" cited'\n"));
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("warning[excepts-nothing]"), "{}", run.stderr);
}

/// What would pass for a green run, though nothing was judged: the files that differ from the small project, arguments, and
/// what is said. The exit code is 2.
#[test]
fn silence_is_not_green() {
    const TOPICS: &str = "topics:\n  passengers: {kind: count, phrases: [<count> passengers]}\n";
    let stories = "stories: {ferry: [articles/*]}\n";
    let elsewhere = format!("story: ferri\n{TOPICS}rules: [passengers cited]\n");
    type Silence<'a> = (&'a [(&'a str, String)], &'a [&'a str], &'a str);
    let cases: &[Silence<'_>] = &[
        (
            &[("rules/ferry.yaml", TOPICS.to_string())],
            &["check"],
            "error[no-rules]: there is no rule, so nothing is judged",
        ),
        (
            &[("rules/ferry.yaml", "rules: []\n".to_string())],
            &["check"],
            "error[no-rules]: there is no rule, so nothing is judged",
        ),
        (
            &[("crosscheck.yaml", format!("rules: []\n{stories}"))],
            &["check"],
            "error[no-rules]: the configuration names no rules",
        ),
        (
            &[("crosscheck.yaml", format!("rules: []\n{stories}"))],
            &["claims"],
            "error[no-rules]: the configuration names no rules",
        ),
        (&[("crosscheck.yaml", stories.to_string())], &["check"], "error[no-rules]: the configuration names no rules"),
        (
            &[("rules/ferry.yaml", elsewhere.clone())],
            &["check"],
            "error[unknown-story]: the project has no story `ferri`",
        ),
        (
            &[("rules/more.yaml", elsewhere.clone())],
            &["check"],
            "error[unknown-story]: the project has no story `ferri`",
        ),
        (
            &[("rules/more.yaml", elsewhere)],
            &["check", "articles/radio.txt"],
            "error[unknown-story]: the project has no story `ferri`",
        ),
    ];
    for (files, arguments, told) in cases {
        let folder = project();
        files.iter().for_each(|(file, text)| write(folder.path(), file, text));
        let run = crosscheck(folder.path(), &[arguments, &["--quiet"][..]].concat());
        assert_eq!(run.code, 2, "{told}: {}", run.stderr);
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
    // What is looked at without a rule, and rules of a story that nobody asked for this time, are no mistakes.
    let folder = project();
    write(folder.path(), "rules/ferry.yaml", TOPICS);
    assert_eq!(crosscheck(folder.path(), &["claims", "--quiet"]).code, 0);
    assert_eq!(crosscheck(folder.path(), &["explain", "passengers", "--quiet"]).code, 0);
    let folder = project();
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\n");
    write(folder.path(), "fog/post.txt", "Fog\n\nThe crossing took 50 minutes with 120 passengers.\n");
    write(folder.path(), "rules/ferry.yaml", format!("story: articles\n{TOPICS}rules: [passengers cited]\n"));
    let run = crosscheck(folder.path(), &["check", "fog", "--quiet"]);
    assert!(!run.stderr.contains("unknown-story"), "{}", run.stderr);
}

#[test]
fn rules_for_a_story_that_never_came_through_the_pipe_are_told() {
    let folder = project();
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    std::fs::remove_dir_all(folder.path().join("articles")).unwrap();
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\n");
    assert_eq!(fed(folder.path(), &["judge", "--quiet"], &claims).code, 1);
    let rules = std::fs::read_to_string(folder.path().join("rules/ferry.yaml")).unwrap();
    write(folder.path(), "rules/ferry.yaml", format!("story: ferry\n{rules}"));
    assert_eq!(fed(folder.path(), &["judge", "--quiet"], &claims).code, 1);
    write(folder.path(), "rules/ferry.yaml", format!("story: ferri\n{rules}"));
    let run = fed(folder.path(), &["judge", "--quiet"], &claims);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("error[unknown-story]: nothing came in of the story `ferri`"), "{}", run.stderr);
}

#[test]
fn a_report_is_not_written_among_the_articles() {
    let by_folder = "rules: [rules]\n";
    for (configuration, arguments, is_refused) in [
        (CONFIG, &["check", "--output", "articles/report.txt"][..], true),
        (CONFIG, &["check", "--output", "articles/report.html", "--format", "json"], true),
        (CONFIG, &["check", "--output", "articles/../articles/radio.txt"], true),
        (CONFIG, &["claims", "--output", "articles/report.md"], true),
        (CONFIG, &["values", "--output", "articles/report.txt"], true),
        (CONFIG, &["explain", "crossing", "--output", "articles/report.txt"], true),
        (CONFIG, &["check", "--output", "articles/report.json", "--format", "json"], false),
        (CONFIG, &["check", "--output", "articles/_report.txt"], false),
        (CONFIG, &["check", "--output", "report.txt"], false),
        (by_folder, &["check", "--output", "report.txt"], true),
        (by_folder, &["check", "--output", "rules/report.md"], true),
        (by_folder, &["check", "--output", "README.md"], false),
        (by_folder, &["check", "--output", "/dev/null"], false),
        (CONFIG, &["check", "rules", "articles", "--output", "rules/report.md"], true),
    ] {
        let folder = project();
        write(folder.path(), "crosscheck.yaml", configuration);
        let before = std::fs::read_to_string(folder.path().join("articles/radio.txt")).unwrap();
        let run = crosscheck(folder.path(), arguments);
        let refused = (run.code, run.stderr.contains("error[report-among-articles]"));
        assert_eq!(refused == (2, true), is_refused, "{arguments:?}: {}", run.stderr);
        let file = folder.path().join(arguments[arguments.iter().position(|word| *word == "--output").unwrap() + 1]);
        let is_kept = std::fs::read_to_string(folder.path().join("articles/radio.txt")).unwrap() == before;
        assert!(is_kept && (!is_refused || !file.exists() || file.ends_with("radio.txt")), "{arguments:?}");
    }
}

#[test]
fn many_mistakes_are_counted_and_errors_come_first() {
    let folder = project();
    let topics: String = (0..300).map(|n| format!("  t{n}: {{kind: count, phrases: [<count> t{n}]}}\n")).collect();
    write(folder.path(), "rules/a.yaml", format!("topics:\n{topics}"));
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    assert_eq!((run.code, run.stderr.lines().count(), run.stderr.lines().last()), (1, 201, Some("and 100 more")));
    let globs: String = (0..150).map(|n| format!(", none-{n}/*")).collect();
    write(folder.path(), "crosscheck.yaml", CONFIG.replace("articles/*", &format!("articles/*{globs}")));
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    let of = |level: &str| run.stderr.lines().filter(|line| line.starts_with(level)).count();
    assert_eq!((run.code, of("error"), of("warning"), run.stdout.as_str()), (2, 150, 50, FINDINGS));
    assert_eq!(run.stderr.lines().last(), Some("and 250 more"));
}

/// Numbers in records that no words mean: an answer, and no arithmetic that runs over.
#[test]
fn records_with_absurd_values_are_mistakes() {
    let folder = project();
    write(
        folder.path(),
        "rules/more.yaml",
        "topics:\n  sailing: {kind: date, phrases: [sails on <date>]}\n  boarding: {kind: time, phrases: [boards at <time>]}\n\
         rules:\n  - sailing consistent across sources\n  - boarding consistent across sources\n",
    );
    let text = "---\npublished: 2031-05-09\n---\nFerry\n\nThe crossing took 50 minutes. It sails on Thursday and boards at 3 p.m. GMT.\n";
    write(folder.path(), "articles/third.txt", text);
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    assert_eq!(fed(folder.path(), &["judge", "--quiet"], &claims).code, 1);
    for (from, to) in [
        ("\"weekday\":4", "\"weekday\":4294967295"),
        ("\"weekday\":4", "\"weekday\":0"),
        ("\"from\":900", "\"from\":2147483647"),
        ("\"to\":900", "\"to\":-2147483648"),
        ("\"anchor\":\"2031-05-09\"", "\"anchor\":\"+262142-12-31\""),
        ("\"shift\":null", "\"shift\":-2147483648"),
    ] {
        let given = claims.replace(from, to);
        assert_ne!(given, claims, "{from} stands in {claims}");
        let run = fed(folder.path(), &["judge", "--quiet"], &given);
        assert_eq!(run.code, 2, "{to}: {}", run.stderr);
        assert!(
            run.stderr.contains("error[broken-record]: this line is not a record of claims: "),
            "{to}: {}",
            run.stderr
        );
    }
}

/// What is read from a text is never refused when it comes back through a pipe.
#[test]
fn values_that_are_read_are_never_absurd() {
    let manual = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/values.md")).unwrap();
    let far = "150,000 years ago, 2,000,000,000 years ago, 999999999999 weeks from now. In the year 99999, in 300,000 BC, the 300th \
               century, the 9999th century, the 45th of May, 30 February, 2031-13-45, 99:99, 25:61 GMT+99, 12:00 UTC-9999. \
               The 5th quarter of 2031, the next 4294967296 days, Friday the 32nd, the 999990s, Fiscal 99999.";
    let text = format!("Head\n\n{}\n\n{far}\n", manual.replace("**", ""));
    let lexicon = Lexicon::english();
    let article = article::read("a.txt", text.into_bytes(), &MetadataLayer::default(), lexicon).0.unwrap();
    let text = mention::text(&article, lexicon);
    let found = mention::mentions_of(&text, lexicon, &Spellings::default(), &|_| true);
    assert!(found.len() > 300, "{}", found.len());
    for mention in found {
        assert_eq!(mention.value.sound(), Ok(()), "{:?}", mention.value);
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::{os::unix::fs::symlink, process::Command};
    use tempfile::TempDir;

    type Change = fn(&Path);

    fn pipe(folder: &Path, file: &str) {
        write(folder, file, "");
        std::fs::remove_file(folder.join(file)).unwrap();
        assert!(Command::new("mkfifo").arg(folder.join(file)).status().unwrap().success());
    }

    #[test]
    fn a_pipe_or_a_device_is_no_file() {
        let cases: &[(Change, &str)] = &[
            (
                |folder| pipe(folder, "rules/f.yaml"),
                "error[unreadable-rules]: the rule file cannot be read: it is not a file (rules/f.yaml)",
            ),
            (
                |folder| pipe(folder, "crosscheck.yaml"),
                "error[missing-configuration]: the configuration cannot be read: it is not a file (crosscheck.yaml)",
            ),
            (
                |folder| pipe(folder, "snapshots/x.snap"),
                "error[damaged-snapshot]: the snapshot cannot be read: it is not a file (snapshots/x.snap)",
            ),
            (
                |folder| pipe(folder, "articles/f.txt"),
                "error[not-a-file]: `articles/f.txt` is not a file (articles/f.txt)",
            ),
            (
                |folder| symlink("/dev/zero", folder.join("rules/z.yaml")).unwrap(),
                "error[outside-project]: `rules/z.yaml` leads out of the project's folder, and is not read (rules/z.yaml)",
            ),
            (
                |folder| write(folder, "crosscheck.yaml", format!("{CONFIG}lexicon: /dev/zero\n")),
                "error[outside-project]: `/dev/zero` lies outside of the project's folder, and is not read (crosscheck.yaml:4:10)",
            ),
            (
                |folder| {
                    pipe(folder, "f.yaml");
                    write(folder, "crosscheck.yaml", format!("{CONFIG}lexicon: f.yaml\n"));
                },
                "error[bad-lexicon]: the lexicon `f.yaml` cannot be read: it is not a file (crosscheck.yaml:4:10)",
            ),
            (
                |folder| {
                    pipe(folder, "f.yaml");
                    write(folder, "rules/more.yaml", "include: ../f.yaml\nrules: [passengers cited]\n");
                },
                "error[bad-include]: `f.yaml` cannot be read: it is not a file (rules/more.yaml:1:10)",
            ),
        ];
        for (change, told) in cases {
            let folder = project();
            change(folder.path());
            let run = crosscheck(folder.path(), &["check", "--quiet"]);
            assert_eq!(run.code, 2, "{told}");
            assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
        }
        let folder = project();
        for rules in ["/dev/zero", "/dev/null"] {
            let run = crosscheck(folder.path(), &["check", "--quiet", "--rules", rules]);
            assert_eq!(run.code, 2);
            assert!(run.stderr.contains("it is not a file"), "{}", run.stderr);
        }
    }

    /// What stands in the files outside of the project, and must never be shown.
    const SECRET: &str = "hunter2";

    /// The small project in a folder, beside a folder that is none of it.
    fn beside() -> TempDir {
        let folder = TempDir::new().unwrap();
        let small = project();
        for file in ["crosscheck.yaml", "rules/ferry.yaml", "articles/herald.txt", "articles/radio.txt"] {
            write(folder.path(), format!("project/{file}"), std::fs::read(small.path().join(file)).unwrap());
        }
        let rules =
            format!("topics:\n  {SECRET}: {{kind: count, phrases: [<count> rafts]}}\nrules: [{SECRET} cited]\n");
        write(folder.path(), "elsewhere/rules.yaml", rules);
        write(folder.path(), "elsewhere/words.yaml", "before:\n  about: nearly\n");
        write(folder.path(), "elsewhere/article.txt", format!("{SECRET}\n\nThe crossing took 11 minutes.\n"));
        write(folder.path(), "elsewhere/list", format!("root:x:{SECRET}\n"));
        folder
    }

    #[test]
    fn nothing_outside_of_the_project_is_read_unless_that_is_said() {
        let configured = |folder: &Path, text: &str| write(folder, "crosscheck.yaml", text);
        type Way<'a> = (&'a dyn Fn(&Path), &'a str);
        let cases: &[Way<'_>] = &[
            (
                &|folder| configured(folder, "rules: [rules, ../elsewhere]\nstories: {ferry: [articles/*]}\n"),
                "crosscheck.yaml:1:16",
            ),
            (
                &|folder| {
                    configured(folder, "rules: [rules, ../elsewhere/rules.yaml]\nstories: {ferry: [articles/*]}\n")
                },
                "crosscheck.yaml:1:16",
            ),
            (
                &|folder| configured(folder, "rules: [rules]\nstories: {ferry: [articles/*, ../elsewhere/*]}\n"),
                "../elsewhere",
            ),
            (
                &|folder| {
                    configured(folder, "rules: [rules]\nstories: {ferry: [articles/*, ../elsewhere/article.txt]}\n")
                },
                "../elsewhere/article.txt",
            ),
            (
                &|folder| {
                    configured(
                        folder,
                        "rules: [rules]\nstories: {ferry: [articles/*]}\nlexicon: ../elsewhere/words.yaml\n",
                    )
                },
                "crosscheck.yaml:3:10",
            ),
            (
                &|folder| {
                    configured(
                        folder,
                        "rules: [rules]\nstories: {ferry: [articles/*]}\narticles: {../elsewhere/*: {group: a}}\n",
                    )
                },
                "../elsewhere",
            ),
            (
                &|folder| symlink("../../elsewhere/rules.yaml", folder.join("rules/more.yaml")).unwrap(),
                "rules/more.yaml",
            ),
            (
                &|folder| symlink("../../elsewhere/article.txt", folder.join("articles/more.txt")).unwrap(),
                "articles/more.txt",
            ),
            (
                &|folder| {
                    symlink("../../elsewhere", folder.join("articles/more")).unwrap();
                    configured(folder, "rules: [rules]\nstories: {ferry: ['articles/**/*.txt']}\n");
                },
                "articles/more",
            ),
        ];
        for (change, place) in cases {
            let folder = beside();
            change(&folder.path().join("project"));
            let run =
                |more: &[&str]| crosscheck(&folder.path().join("project"), &[&["check", "--quiet"], more].concat());
            let refused = run(&[]);
            assert_eq!(refused.code, 2, "{place}: {}", refused.stderr);
            assert!(refused.stderr.contains("error[outside-project]"), "{place}: {}", refused.stderr);
            assert!(refused.stderr.contains(&format!("({place})")), "{place}: {}", refused.stderr);
            assert_eq!(refused.stdout, FINDINGS, "{place}");
            assert!(!refused.stderr.contains(SECRET), "{place}");
            let allowed = run(&["--allow-outside"]);
            assert!(!allowed.stderr.contains("outside-project"), "{place}: {}", allowed.stderr);
        }
    }

    #[test]
    fn what_the_command_line_names_is_read_wherever_it_is() {
        let folder = beside();
        let inside = folder.path().join("project");
        for (arguments, code) in [
            (&["check", "--quiet", "../elsewhere/article.txt"][..], 0),
            (&["check", "--quiet", "../elsewhere"], 0),
            (&["check", "--quiet", "--rules", "../elsewhere/rules.yaml"], 1),
            (&["check", "--quiet", "--rules", "../elsewhere/rules.yaml", "../elsewhere"], 1),
        ] {
            let run = crosscheck(&inside, arguments);
            assert_eq!(
                (run.code, run.stderr.contains("outside-project")),
                (code, false),
                "{arguments:?}: {}",
                run.stderr
            );
        }
    }

    #[test]
    fn what_is_no_rule_file_is_not_shown() {
        for (file, text) in [
            ("crosscheck.yaml", "rules: [rules, notes]\nstories: {ferry: [articles/*]}\n"),
            ("crosscheck.yaml", "rules: [rules]\nstories: {ferry: [articles/*]}\nlexicon: notes\n"),
            ("rules/more.yaml", "include: ../notes\nrules: [passengers cited]\n"),
        ] {
            let folder = project();
            write(folder.path(), "notes", format!("root:x:{SECRET}\n"));
            write(folder.path(), file, text);
            let run = crosscheck(folder.path(), &["check"]);
            assert_eq!((run.code, run.stderr.contains(SECRET)), (2, false), "{text}: {}", run.stderr);
        }
        // A configuration or a snapshot that is a link is none of the project's.
        let folder = beside();
        let inside = folder.path().join("project");
        write(&inside, "snapshots/a.txt", "");
        symlink("../../elsewhere/list", inside.join("snapshots/ferry.snap")).unwrap();
        let run = crosscheck(&inside, &["check"]);
        assert_eq!((run.code, run.stderr.contains(SECRET)), (2, false), "{}", run.stderr);
        std::fs::remove_file(inside.join("crosscheck.yaml")).unwrap();
        symlink("../elsewhere/list", inside.join("crosscheck.yaml")).unwrap();
        let run = crosscheck(&inside, &["check", "articles"]);
        assert_eq!((run.code, run.stderr.contains(SECRET)), (2, false), "{}", run.stderr);
    }
}
