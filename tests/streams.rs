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
