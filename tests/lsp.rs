//! `crosscheck lsp`, spoken with as an editor does: over pipes, by messages.

use crate::support::{editor::Editor, project, write};
use serde_json::{Value as Json, json};
use std::fs;

const FILE: &str = "rules/ferry.yaml";

/// Topics and rules of the small project, with rules of one's own.
fn rules(sentences: &str) -> String {
    let topics = crate::support::RULES.split("rules:\n").next().unwrap();
    format!("{topics}rules:\n{sentences}")
}

/// The last line of a text that holds some words, and the column behind them.
fn behind(text: &str, words: &str) -> (u32, u32) {
    let lines: Vec<&str> = text.lines().collect();
    let line = lines.iter().rposition(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} in {text}"));
    let before = text.lines().nth(line).unwrap();
    (line as u32, (before.find(words).unwrap() + words.len()) as u32)
}

#[test]
fn mistakes_are_told_while_somebody_types() {
    let folder = project();
    let mut editor = Editor::new(folder.path());
    editor.open(FILE, &rules("  - crossing tim cited\n"));
    assert_eq!(editor.codes(FILE), ["10:4-10:16 unknown-topic"]);
    // What is on the disk does not count, and what is mended is taken back.
    editor.change(FILE, &rules("  - crossing time cited\n  - passengers cited\n"));
    assert_eq!(editor.codes(FILE), Vec::<String>::new());
    // A change of a part: columns are units of UTF-16.
    editor.change(FILE, &rules("  - id: \u{1d11e}\n    rule: crossing time cited\n"));
    let place = |line: u32, character: u32| json!({"line": line, "character": character});
    editor.change_by(FILE, json!([{"range": {"start": place(11, 4), "end": place(11, 8)}, "text": "rul"}]));
    let found = editor.diagnostics(FILE);
    let found = found.iter().find(|found| found["code"] == "unknown-key").unwrap();
    assert_eq!((&found["severity"], &found["source"]), (&json!(1), &json!("crosscheck")));
    let message = found["message"].as_str().unwrap();
    assert!(message.starts_with("a rule has no key `rul`\nhelp: did you mean `rule`?"), "{message}");
    // A file that is closed has no mistakes.
    editor.close(FILE);
    assert_eq!(editor.codes(FILE), Vec::<String>::new());
    assert_eq!(editor.end(), 0);
}

/// What is told is what `check` tells of the same text.
#[test]
fn mistakes_are_those_of_check() {
    let folder = project();
    let text = rules(
        "  - crossing time consistant across sources\n  - id: a\n    rule: passengers cited\n    sevrity: note\n",
    );
    write(folder.path(), FILE, &text);
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\nstorys: {}\nfail-on: warnin\n");
    let checked = crate::support::crosscheck(folder.path(), &["check", "--format", "json"]);
    let checked: Json = serde_json::from_str(&checked.stdout).unwrap();
    let of = |file: &str| {
        let all = checked["diagnostics"].as_array().unwrap().iter();
        let own = all.filter(|found| found["place"]["file"] == file);
        own.map(|found| (found["place"]["line"].as_u64().unwrap(), found["code"].clone())).collect::<Vec<_>>()
    };
    let mut editor = Editor::new(folder.path());
    for file in [FILE, "crosscheck.yaml"] {
        editor.open(file, &fs::read_to_string(folder.path().join(file)).unwrap());
        let told = editor.diagnostics(file);
        let told: Vec<_> = told
            .iter()
            .map(|found| (found["range"]["start"]["line"].as_u64().unwrap() + 1, found["code"].clone()))
            .collect();
        assert_eq!(told, of(file), "{file}");
        assert_eq!(told.len(), 2, "{file}");
    }
    assert_eq!(editor.end(), 0);
}

#[test]
fn what_only_articles_tell_comes_when_a_file_is_opened_or_saved() {
    let folder = project();
    let silent =
        rules("  - crossing time cited\n  - passengers cited\n").replace("<count> passengers", "<count> parrots");
    write(folder.path(), FILE, &silent);
    let mut editor = Editor::new(folder.path());
    editor.open(FILE, &silent);
    assert_eq!(editor.codes(FILE), Vec::<String>::new());
    assert_eq!(editor.codes(FILE), ["5:2-5:12 finds-nothing"]);
    assert_eq!(editor.end(), 0);
}

#[test]
fn sentences_and_keys_are_completed() {
    let folder = project();
    let mut editor = Editor::with(folder.path(), json!({"workspace": {"codeLens": {"refreshSupport": true}}})).0;
    editor.open(FILE, &rules(""));
    // The sources are known when the articles were read.
    editor.wait(|message| message["method"] == "workspace/codeLens/refresh");
    for (text, words, offers, offers_not) in [
        (rules("  - cross\n"), "- cross", &["crossing time"][..], &["passengers", "id:"][..]),
        (rules("  - \n"), "- ", &["crossing time", "every quotation", "id:", "rule:"], &[]),
        (
            rules("  - crossing time \n"),
            "crossing time ",
            &["consistent across sources", "at least", "in"],
            &["falls on"],
        ),
        (rules("  - crossing time in \n"), "time in ", &["headline", "\"Herald\""], &["text"]),
        (rules("  - crossing time consistent across sources within 5 \n"), "within 5 ", &["minutes", "hours"], &[]),
        (rules("  - id: x\n    rule: passengers cited in \"\n"), "cited in \"", &["\"Radio\""], &[]),
        (
            rules("  - id: x\n    rule: passengers cited\n    sev\n"),
            "    sev",
            &["severity:"],
            &["id:", "rule:", "why:"],
        ),
        (rules("  - id: x\n    severity: w\n    rule: passengers cited\n"), "severity: w", &["warning"], &["id:"]),
        (rules("").replace("kind: count", "kind: "), "    kind: ", &["count", "duration"], &["kind:"]),
        (rules("").replace("<count> passengers", "pass <"), "pass <", &["<count>"], &["<duration>"]),
        (format!("{}na\n", rules("")), "na", &["names:"], &["severity:"]),
    ] {
        editor.change(FILE, &text);
        let (line, column) = behind(&text, words);
        let found = editor.offers(FILE, line, column);
        for wanted in offers {
            assert!(found.contains(&(*wanted).to_string()), "{text} does not offer {wanted}: {found:?}");
        }
        for unwanted in offers_not {
            assert!(!found.contains(&(*unwanted).to_string()), "{text} offers {unwanted}: {found:?}");
        }
    }
    // What is written so far is replaced, and a key says what it is for.
    let text = rules("  - crossing ti\n");
    editor.change(FILE, &text);
    let item = editor.at("completion", FILE, 10, 15)["items"][0].clone();
    assert_eq!(item["textEdit"]["newText"], "crossing time");
    assert_eq!(
        item["textEdit"]["range"],
        json!({"start": {"line": 10, "character": 4}, "end": {"line": 10, "character": 15}})
    );
    editor.open("crosscheck.yaml", "rules: [rules]\nfa\n");
    let list = editor.at("completion", "crosscheck.yaml", 1, 2);
    let item = list["items"].as_array().unwrap().iter().find(|item| item["label"] == "fail-on:").unwrap();
    assert!(item["detail"].as_str().unwrap().contains("severity"), "{item}");
    assert_eq!(editor.end(), 0);
}

#[test]
fn hover_shows_what_each_source_says() {
    let folder = project();
    let mut editor = Editor::with(folder.path(), json!({"textDocument": {"hover": {"contentFormat": ["markdown"]}}})).0;
    let text = crate::support::RULES;
    editor.open(FILE, text);
    // The articles are read once nothing else is asked.
    editor.codes(FILE);
    let lenses = editor.lenses(FILE);
    assert_eq!(lenses.len(), 2, "{lenses:?}");
    let (line, column) = behind(text, "rule: crossing ti");
    assert_eq!(
        editor.hover(FILE, line, column),
        "`crossing time`: a duration\n\n`ferry`: conflict\n- `Herald`: `50 minutes` (`articles/herald.txt:7:19`)\n- `Radio`: `35 minutes` (`articles/radio.txt:7:19`)"
    );
    let (line, column) = (5, 5);
    let of_key = editor.hover(FILE, line, column);
    assert!(of_key.starts_with("`passengers`: a count") && of_key.ends_with("- `Radio`: silent"), "{of_key}");
    let (line, column) = behind(text, "consistent acr");
    let asks = editor.hover(FILE, line, column);
    assert!(asks.contains("one value satisfies the claims of every source"), "{asks}");
    assert!(asks.contains("- `consistent across sources within TOLERANCE`"), "{asks}");
    let (line, column) = behind(text, "severi");
    assert!(editor.hover(FILE, line, column).contains("How much a failure weighs"), "no key");
    assert_eq!(editor.hover(FILE, 999, 999), "");
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_lens_shows_what_a_rule_answers() {
    let folder = project();
    let mut editor = Editor::with(folder.path(), json!({"workspace": {"codeLens": {"refreshSupport": true}}})).0;
    let silent = "  - passengers before sunrise\n";
    let text = crate::support::RULES.to_string() + "  - every time has a zone\n" + silent;
    editor.open(FILE, &text);
    editor.wait(|message| message["method"] == "workspace/codeLens/refresh");
    assert_eq!(
        editor.lenses(FILE),
        [
            "11: fails on ferry: Herald 50 minutes, Radio 35 minutes",
            "13: fails on ferry: Radio is silent",
            "15: no evidence on ferry",
        ]
    );
    // What is typed moves the lenses; what it would answer is known once it is saved.
    editor.change(
        FILE,
        &format!(
            "# a line\n{}",
            text.replace("    rule: crossing time consistent across sources", "    rule: crossing time cited")
        ),
    );
    assert_eq!(editor.lenses(FILE)[0], "12: fails on ferry: Herald 50 minutes, Radio 35 minutes");
    editor.save(FILE);
    editor.wait(|message| message["method"] == "workspace/codeLens/refresh");
    assert_eq!(editor.lenses(FILE)[0], "12: passes on ferry");
    // A changed article is read again.
    write(folder.path(), "articles/radio.txt", "It took a while.\n");
    editor.tell("workspace/didChangeWatchedFiles", json!({"changes": []}));
    editor.wait(|message| message["method"] == "workspace/codeLens/refresh");
    assert_eq!(editor.lenses(FILE)[0], "12: fails on ferry: radio is silent");
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_fix_writes_what_the_help_says() {
    let folder = project();
    let mut editor = Editor::new(folder.path());
    let text = rules("  - crossing tim cited in every source\n  - id: b\n    rule: \"passengers cted\"\n");
    editor.open(FILE, &text);
    let shown = editor.diagnostics(FILE);
    let fixes = editor.fixes(FILE, &shown);
    let titles: Vec<&str> = fixes.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles, ["Write `crossing time cited in every source`", "Write `\"passengers cited\"`"]);
    let range = json!({"start": {"line": 10, "character": 4}, "end": {"line": 10, "character": 38}});
    assert_eq!(fixes[0].1, json!([{"range": range, "newText": "crossing time cited in every source"}]));
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_topic_is_found_where_it_is_declared() {
    let folder = project();
    let other = "rules:\n  - Passengers at least 5 and crossing  time at most 3 hours\n";
    write(folder.path(), "rules/more.yaml", other);
    let mut editor = Editor::new(folder.path());
    editor.open("rules/more.yaml", other);
    let target = editor.uri(FILE);
    for (words, line, name) in [("Passen", 5, "passengers"), ("and crossing  t", 1, "crossing time")] {
        let (at, column) = behind(other, words);
        let place = editor.at("definition", "rules/more.yaml", at, column);
        assert_eq!(place["uri"], target);
        let end = 2 + name.len();
        assert_eq!(
            place["range"],
            json!({"start": {"line": line, "character": 2}, "end": {"line": line, "character": end}})
        );
    }
    assert_eq!(editor.at("definition", "rules/more.yaml", 1, 20), Json::Null);
    assert_eq!(editor.end(), 0);
}

#[test]
fn a_rule_file_by_itself_is_checked_and_other_yaml_is_not() {
    let folder = tempfile::TempDir::new().unwrap();
    let mut editor = Editor::new(folder.path());
    editor.open("alone.yaml", &rules("  - crossing time cted\n"));
    assert_eq!(editor.codes("alone.yaml").len(), 1);
    editor.change("alone.yaml", &rules("  - cross\n"));
    assert_eq!(editor.offers("alone.yaml", 10, 9), ["crossing time"]);
    editor.open("compose.yaml", "services:\n  web: {image: x}\nrules:\n  - id: a\n    pattern: b\n");
    assert_eq!(editor.offers("compose.yaml", 0, 3), Vec::<String>::new());
    assert_eq!(editor.codes("compose.yaml"), Vec::<String>::new());
    assert_eq!(editor.end(), 0);
}

#[test]
fn columns_are_counted_as_the_client_offers() {
    let folder = project();
    let text = rules("  - {id: \u{1d11e}é, rule: crossing tme cited}\n");
    for (encodings, answer, column) in
        [(json!(["utf-16"]), "utf-16", 20), (json!(["utf-8", "utf-16"]), "utf-8", 23), (json!(null), "utf-16", 20)]
    {
        let offered = json!({"general": {"positionEncodings": encodings}});
        let (mut editor, initialized) = Editor::with(folder.path(), offered);
        assert_eq!(initialized["capabilities"]["positionEncoding"], answer);
        editor.open(FILE, &text);
        assert_eq!(editor.diagnostics(FILE)[0]["range"]["start"], json!({"line": 10, "character": column}));
        assert_eq!(editor.end(), 0);
    }
}

#[test]
fn a_session_has_its_order() {
    let folder = project();
    // Nothing is answered before it begins.
    let mut editor = Editor::silent(folder.path());
    editor.open(FILE, "x: [");
    assert_eq!(editor.ask_whole("textDocument/hover", json!({}))["error"]["code"], -32002);
    editor.ask("initialize", json!({"capabilities": {}}));
    assert_eq!(editor.ask_whole("initialize", json!({}))["error"]["code"], -32600);
    assert_eq!(editor.ask_whole("textDocument/rename", json!({}))["error"]["code"], -32601);
    assert_eq!(editor.ask_whole("textDocument/hover", json!({"textDocument": 5}))["error"]["code"], -32602);
    editor.tell("textDocument/didOpen", json!([1, 2]));
    editor.tell(
        "textDocument/didChange",
        json!({"textDocument": {"uri": "file:///none", "version": 1}, "contentChanges": []}),
    );
    editor.tell("no/such/thing", json!(null));
    assert_eq!(editor.ask("shutdown", json!(null)), Json::Null);
    assert_eq!(editor.ask_whole("textDocument/hover", json!({}))["error"]["code"], -32600);
    editor.tell("exit", json!(null));
    assert_eq!(editor.gone(), 0);
    // Who goes without a word has not ended well.
    let mut editor = Editor::new(folder.path());
    editor.tell("exit", json!(null));
    assert_eq!(editor.gone(), 1);
    assert_eq!(Editor::new(folder.path()).hang_up(), 1);
    assert_eq!(Editor::silent(folder.path()).hang_up(), 1);
}

#[test]
fn no_bytes_break_a_session() {
    let folder = project();
    let mut editor = Editor::new(folder.path());
    for bytes in [
        &b"\xff\xfe\x00\r\n\r\n"[..],
        b"Content-Length: 3\r\n\r\n{]}",
        b"Content-Length: 2\r\n\r\n\xc3\x28",
        b"Content-Length: 99999999999999999999999\r\n\r\n",
        b"Content-Length: -1\r\n\r\n",
    ] {
        editor.write(bytes);
    }
    assert_eq!(
        editor.wait(|message| message["id"].is_null() && message.get("error").is_some())["error"]["code"],
        -32700
    );
    // Any text of a file, and any place in it.
    for text in [
        "",
        "\u{feff}rules:\n",
        "rules: [\0]",
        "a: &a [*a]",
        "rules:\r  - \u{2028}x\r\n",
        "{{{{",
        "rules:\n  - \"\u{f8ff} cited",
        "- - - -",
    ] {
        editor.open(FILE, text);
        for (line, column) in [(0, 0), (0, 3), (1, 5), (1, 99), (7, 7), (u32::MAX, u32::MAX)] {
            for method in ["completion", "hover", "definition"] {
                editor.at(method, FILE, line, column);
            }
        }
        editor.lenses(FILE);
        editor.fixes(FILE, &[]);
    }
    let far = json!({"start": {"line": 99, "character": 9}, "end": {"line": 0, "character": 0}});
    editor.change_by(FILE, json!([{"range": far, "text": "rules: []"}, {"text": "x: y"}]));
    editor.tell(
        "textDocument/didOpen",
        json!({"textDocument": {"uri": "untitled:1", "languageId": "yaml", "version": 1, "text": "x"}}),
    );
    assert_eq!(
        editor.ask(
            "textDocument/hover",
            json!({"textDocument": {"uri": "untitled:1"}, "position": {"line": 0, "character": 0}})
        ),
        Json::Null
    );
    assert_eq!(editor.end(), 0);
}
