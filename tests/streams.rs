//! Articles and records that come over a pipe, a line each.

use crate::support::{ARTICLES, CONFIG, RULES, command, crosscheck, fed, output, project, write};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Read, Write},
    process::Stdio,
};

/// The small project's articles as lines, with their front matter in the text.
fn lines() -> Vec<Value> {
    ARTICLES.iter().map(|(path, text)| json!({"path": path, "story": "ferry", "text": text})).collect()
}

fn stream(lines: &[Value]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// What each line of an output is: the article it is about, or the line and the words of a mistake.
fn told(stdout: &str) -> Vec<String> {
    let one = |line: &str| {
        let record: Value = serde_json::from_str(line).unwrap();
        match &record["article"] {
            Value::Null => format!("{}: {}", record["diagnostic"]["place"]["line"], record["diagnostic"]["message"]),
            article => article["article"].as_str().unwrap().to_string(),
        }
    };
    stdout.lines().map(one).collect()
}

/// Nothing but where the text stands is another.
#[test]
fn claims_of_a_stream_are_those_of_files() {
    let folder = project();
    let of_files = crosscheck(folder.path(), &["claims", "--format", "ndjson"]);
    let of_stream = fed(folder.path(), &["claims", "--ndjson"], stream(&lines()));
    assert_eq!(of_stream.stdout, of_files.stdout);
    assert_eq!((of_stream.code, of_stream.stderr.as_str()), (0, ""));
    let judged = fed(folder.path(), &["judge"], of_stream.stdout);
    let checked = crosscheck(folder.path(), &["check"]);
    assert!(checked.stdout.starts_with(judged.stdout.split("topic ").next().unwrap()), "{}", judged.stdout);
}

/// What a line says of its article counts as front matter does, and the configuration counts before it.
#[test]
fn what_a_line_says_of_its_article() {
    let folder = project();
    let config = format!("{CONFIG}articles:\n  articles/herald.txt: {{source: The Herald}}\n");
    write(folder.path(), "crosscheck.yaml", config);
    let line = |more: Value| {
        let mut line = json!({"text": "The crossing took 50 minutes on Thursday."});
        line.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let run = fed(folder.path(), &["claims", "--ndjson"], stream(&[line]));
        let record: Value = serde_json::from_str(run.stdout.trim_end()).unwrap();
        record["article"].clone()
    };
    let said = |more: Value, key: &str| line(more)["metadata"][key].clone();
    for (more, key, expected) in [
        (json!({"path": "articles/herald.txt", "source": "Post"}), "source", json!("The Herald")),
        (json!({"path": "articles/post.txt", "source": "Post"}), "source", json!("Post")),
        (json!({"path": "articles/post.txt"}), "source", json!("post")),
        (json!({"id": 7}), "source", json!("7")),
        (json!({"id": "https://post.example/a.html"}), "source", json!("https://post.example/a.html")),
        (json!({}), "source", json!("line 1")),
        (json!({"date": "2031-05-09"}), "published", json!("2031-05-09")),
        (json!({"published": "2031-05-09"}), "published_from", json!("the line that it came on")),
        (json!({"authors": ["Ada Quill", "Bo Orsk"]}), "byline", json!("Ada Quill, Bo Orsk")),
        (json!({"headline": "New ferry", "group": "g"}), "title", json!("New ferry")),
    ] {
        assert_eq!(said(more.clone(), key), expected, "{more} {key}");
    }
    assert_eq!(line(json!({}))["story"], "ferry", "the only story of the configuration");
    assert_eq!(line(json!({"story": "x"}))["story"], "x");
    assert_eq!(line(json!({"id": "a.html"}))["article"], "a.html.txt", "an id does not say how a text is written");
}

#[test]
fn each_line_is_answered_in_order_and_a_bad_one_hides_no_other() {
    let folder = project();
    let [herald, radio] = lines().try_into().unwrap();
    let page = json!({"path": "a.html", "text": "<p>50 minutes</p>"});
    let empty = json!({"path": "b.txt", "text": " "});
    let input = format!("{herald}\nno json\n\n{}\n{page}\n{empty}\n{radio}\n\u{feff}{herald}", json!({"id": 3}));
    let run = fed(folder.path(), &["claims", "--ndjson"], input);
    let expected = [
        "articles/herald.txt",
        "2: \"this line is not an article: expected ident\"",
        "4: \"this line is not an article: there is no `text`\"",
        "0: \"HTML is not read yet\"",
        "0: \"the file is empty\"",
        "articles/radio.txt",
        "articles/herald.txt",
    ];
    assert_eq!((run.code, told(&run.stdout)), (2, expected.map(str::to_string).to_vec()));
}

#[test]
fn hostile_lines_are_answered_one_by_one() {
    let folder = project();
    let deep = format!("{{\"text\": {}1{}}}", "[".repeat(5000), "]".repeat(5000));
    let lines: [&[u8]; 8] = [
        deep.as_bytes(),
        b"{\"text\": \"\xff\xfe\"}",
        b"\x00\x00",
        b"{\"text\": \"a\", \"story\": \"\"}",
        b"{\"text\": \"\\u001b]0;x\\u0007 50 minutes\", \"id\": \"\\u001b[31m\"}",
        b"null",
        b"{\"text\": \"---\\nsource: [\\n---\\nThe crossing took 9 hours.\", \"id\": 1}",
        b"{\"text\": \"The crossing took 9 hours.\", \"id\": 2, \"published\": \"never\"}",
    ];
    let run = fed(folder.path(), &["claims", "--ndjson"], lines.join(&b'\n'));
    assert_eq!((run.code, run.stdout.lines().count()), (2, lines.len()), "{}", run.stdout);
    assert!(!run.stdout.contains('\u{1b}') && run.stderr.is_empty(), "{run:?}");
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let folder = project();
    let mut input = vec![b'x'; (16 << 20) + 10];
    input.extend(format!("\n{}\n", lines()[0]).as_bytes());
    let run = fed(folder.path(), &["claims", "--ndjson"], input);
    let expected = ["1: \"this line is not an article: the line is longer than 16 MiB\"", "articles/herald.txt"];
    assert_eq!((run.code, told(&run.stdout)), (2, expected.map(str::to_string).to_vec()));
}

/// Another program may ask line by line, and may leave.
#[test]
fn a_line_is_answered_before_the_next_comes() {
    let folder = project();
    let mut child = command(folder.path(), &["claims", "--ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for line in lines() {
        writeln!(to, "{line}").unwrap();
        let mut answer = String::new();
        from.read_line(&mut answer).unwrap();
        assert_eq!(told(&answer), [line["path"].as_str().unwrap()]);
    }
    drop(from);
    let line = lines()[0].to_string();
    // What nobody reads is no error, whenever it is noticed.
    while writeln!(to, "{line}").is_ok() {}
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let folder = project();
    let story = |number: usize| format!("s{}", number % 7);
    let article = |number: usize| json!({"id": number, "story": story(number), "text": format!("The crossing took {number} minutes.")});
    let input: String = (0..900)
        .map(|number| if number % 50 == 9 { "no\n".into() } else { format!("{}\n", article(number)) })
        .collect();
    let with = |threads: &str| {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(input.as_bytes()).unwrap();
        std::io::Seek::rewind(&mut file).unwrap();
        output(command(folder.path(), &["claims", "--ndjson"]).env("RAYON_NUM_THREADS", threads).stdin(file))
    };
    let one = with("1");
    assert_eq!((one.code, one.stdout.lines().count()), (2, 900));
    assert!(one == with("4"));
}

/// A mistake of the project is no answer to a line.
#[test]
fn what_is_wrong_with_the_project_is_told_apart() {
    let folder = project();
    write(folder.path(), "rules/ferry.yaml", format!("{RULES}  - crosing time cited\n"));
    let run = fed(folder.path(), &["claims", "--ndjson"], stream(&lines()));
    assert_eq!((run.code, run.stdout.lines().count()), (2, 2));
    assert!(run.stderr.contains("error[unknown-topic]"), "{}", run.stderr);
}

#[test]
fn keys_have_other_names() {
    let folder = project();
    let line = json!({"body": "The crossing took 50 minutes.", "desk": "Herald", "text": 7, "key": "a"});
    let run = fed(folder.path(), &["claims", "--ndjson", "--fields", "text=body,source=desk,id=key"], stream(&[line]));
    let record: Value = serde_json::from_str(run.stdout.trim_end()).unwrap();
    assert_eq!(record["article"]["metadata"]["source"], "Herald");
    assert_eq!(record["article"]["article"], "a");
    let ninjs = json!({"uri": "urn:x:1", "body_text": "It took 50 minutes.", "versioncreated": "2031-05-09T10:00:00Z"});
    let run = fed(folder.path(), &["values", "--ndjson", "--fields", "ninjs"], stream(&[ninjs]));
    assert!(run.stdout.starts_with("{\"id\":\"urn:x:1\",\"values\":[{"), "{run:?}");
    let wrong = crosscheck(folder.path(), &["claims", "--ndjson", "--fields", "txt=body"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("there is no key `txt`; did you mean `text`?"), "{}", wrong.stderr);
}

/// A story of each of some days, with a silent source in each.
fn ferry_lines() -> Vec<Value> {
    let article = |story: usize, source: &str, text: String| json!({"path": format!("{source}.txt"), "story": format!("day {story}"), "text": text, "source": source});
    let stories = (1..=5).flat_map(|day| {
        [
            article(day, "herald", format!("The crossing took {day} hours. On board were {day}20 passengers.")),
            article(day, "radio", "The crossing took 3 hours, he said.".to_string()),
            article(day, "wire", format!("They were {day}20 people on the ferry, which took three hours.")),
        ]
    });
    stories.collect()
}

#[test]
fn a_check_of_a_stream_is_that_of_files() {
    let folder = project();
    for format in ["text", "json", "markdown", "sarif", "ndjson"] {
        for quiet in [&["--quiet"][..], &[]] {
            let of_files = crosscheck(folder.path(), &[&["check", "--format", format], quiet].concat());
            let [herald, radio] = lines().try_into().unwrap();
            // In another order, and one of them twice.
            let input = stream(&[radio.clone(), herald, radio]);
            let of_stream = fed(folder.path(), &[&["check", "--ndjson", "--format", format], quiet].concat(), input);
            assert_eq!(of_stream, of_files, "{format} {quiet:?}");
        }
    }
}

/// What is nearly found stands in no file, and is found all the same.
#[test]
fn what_a_silent_source_nearly_says_is_found_in_a_stream() {
    let folder = project();
    let of_stream = fed(folder.path(), &["check", "--ndjson"], stream(&ferry_lines()));
    for line in ferry_lines() {
        let said = |key: &str| line[key].as_str().unwrap().to_string();
        let text = format!("---\nsource: {}\n---\n{}", said("source"), said("text"));
        write(folder.path(), format!("{}/{}", said("story"), said("path")), text);
    }
    std::fs::remove_file(folder.path().join("articles/herald.txt")).unwrap();
    std::fs::remove_file(folder.path().join("articles/radio.txt")).unwrap();
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\n");
    let of_files = crosscheck(folder.path(), &["check"]);
    assert_eq!(of_stream.code, 1, "{}", of_stream.stdout);
    let messages = |run: &crate::support::Run| {
        let told = run.stdout.lines().filter(|line| line.contains("[crossing]") || line.contains("[passengers]"));
        told.map(str::to_string).collect::<Vec<_>>()
    };
    assert_eq!(messages(&of_stream), messages(&of_files));
}

#[test]
fn stories_that_stand_together_are_judged_one_by_one() {
    let folder = project();
    let lines = ferry_lines();
    let arguments = ["check", "--ndjson", "--format", "ndjson"];
    let whole = fed(folder.path(), &arguments, stream(&lines));
    let grouped = fed(folder.path(), &[&arguments[..], &["--grouped"]].concat(), stream(&lines));
    assert_eq!(grouped, whole);
    let claims = fed(folder.path(), &["claims", "--ndjson"], stream(&lines)).stdout;
    let judged = fed(folder.path(), &["judge", "--format", "ndjson"], &claims);
    let one_by_one = fed(folder.path(), &["judge", "--format", "ndjson", "--grouped"], &claims);
    assert_eq!(one_by_one, judged);
    let mut scattered: Vec<&str> = claims.lines().collect();
    scattered.sort_by_key(|line| line.len() * 7 % 13);
    let scattered: String = scattered.iter().map(|line| format!("{line}\n{line}\n")).collect();
    assert_eq!(fed(folder.path(), &["judge", "--format", "ndjson"], scattered), judged);
}

#[test]
fn a_story_that_comes_again_is_a_mistake_with_its_line() {
    let folder = project();
    let lines = ferry_lines();
    let again = [&lines[..6], &lines[..2], &lines[6..]].concat();
    let run = fed(folder.path(), &["check", "--ndjson", "--grouped", "--format", "ndjson"], stream(&again));
    let whole = fed(folder.path(), &["check", "--ndjson", "--grouped", "--format", "ndjson"], stream(&lines));
    let (told, found): (Vec<&str>, Vec<&str>) =
        run.stdout.lines().partition(|line| line.starts_with("{\"diagnostic\""));
    assert_eq!((run.code, found), (2, whole.stdout.lines().collect()));
    let [told] = told.try_into().unwrap();
    assert!(told.contains("line 7: the story `day 1` comes again, and what comes now is not judged"), "{told}");
}

/// The first story is printed while the second is still coming.
#[test]
fn a_story_is_printed_when_the_next_begins() {
    let folder = project();
    let arguments = ["check", "--ndjson", "--grouped", "--format", "ndjson"];
    let mut command = command(folder.path(), &arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for line in &ferry_lines()[..4] {
        writeln!(to, "{line}").unwrap();
    }
    let mut answer = String::new();
    from.read_line(&mut answer).unwrap();
    assert!(answer.starts_with("{\"story\":\"day 1\","), "{answer}");
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn only_what_can_be_printed_bit_by_bit_is() {
    let folder = project();
    let run = fed(folder.path(), &["judge", "--grouped"], "");
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    let why = "`text` cannot be printed story by story: take `--format ndjson`, or leave `--grouped` out";
    assert!(run.stderr.contains(why), "{}", run.stderr);
    for arguments in [&["judge", "--grouped"][..], &["check", "--ndjson", "--grouped"], &["check", "--ndjson"]] {
        let run = fed(folder.path(), &[arguments, &["--format", "ndjson"]].concat(), "\n\n");
        assert_eq!(run.code, 2);
        assert!(run.stdout.contains("nothing came in, so nothing is judged"), "{arguments:?}: {}", run.stdout);
    }
}

#[test]
fn bad_lines_hide_no_story() {
    let folder = project();
    let [herald, radio] = lines().try_into().unwrap();
    let other = json!({"path": "articles/radio.txt", "story": "ferry", "text": "The crossing took 35 hours."});
    let input = format!("{herald}\nno\n{{}}\n{radio}\n{other}\n");
    let run = fed(folder.path(), &["check", "--ndjson", "--quiet"], &input);
    assert_eq!((run.code, run.stdout.as_str()), (2, crate::support::FINDINGS));
    for said in ["(standard input:2:", "(standard input:3:", "another article of the story `ferry` came by this name"] {
        assert!(run.stderr.contains(said), "{said}: {}", run.stderr);
    }
    let grouped = fed(folder.path(), &["check", "--ndjson", "--grouped", "--format", "ndjson"], &input);
    assert_eq!((grouped.code, grouped.stdout.lines().filter(|line| line.starts_with("{\"story\"")).count()), (2, 2));
}
