//! The commands that write or describe a project's own files: `crosscheck fmt`, `schema` and `init`.

use crate::support::json_schema::complaints;
use crate::support::{RULES, bridge, crosscheck, project, read, transcript, write};
use crosscheck::rooms::{
    diagnostic::{Diagnostic, Level},
    lexicon::Lexicon,
    rule::{Defaults, Mending, NoLibrary, RuleSource, canonical},
};
use serde_json::Value as Json;
use std::{collections::BTreeSet, fs, path::Path};
use tempfile::TempDir;

/// The small project with sentences as people write them.
fn sloppy() -> TempDir {
    let folder = project();
    let rules = RULES.replace("crossing time consistent", "Crossing  Time consistent").replace("cited in", "cited  in");
    write(folder.path(), "rules/ferry.yaml", rules);
    write(folder.path(), "rules/more.yaml", "rules: # few\n  - id: a\n    rule: 'passengers  cited' # all\n");
    folder
}

#[test]
fn sentences_are_written_in_one_way() {
    let folder = sloppy();
    let before = crosscheck(folder.path(), &["check", "--quiet"]);
    insta::assert_snapshot!(
        [&["fmt", "--check"][..], &["fmt"], &["fmt"], &["fmt", "--check"]]
            .map(|arguments| transcript(folder.path(), arguments))
            .join("\n")
    );
    assert_eq!(read(folder.path(), "rules/ferry.yaml"), RULES);
    assert_eq!(
        read(folder.path(), "rules/more.yaml"),
        "rules: # few\n  - id: a\n    rule: 'passengers cited in every source' # all\n"
    );
    assert_eq!(crosscheck(folder.path(), &["check", "--quiet"]), before);
}

#[test]
fn only_named_files_are_formatted_and_the_topics_of_others_are_known() {
    let folder = sloppy();
    let run = crosscheck(folder.path(), &["fmt", "rules/more.yaml"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "rules/more.yaml: 1 sentence\n", ""));
    assert_ne!(read(folder.path(), "rules/ferry.yaml"), RULES);
    // Files that are none of the project's have only each other.
    write(
        folder.path(),
        "desk/own.yaml",
        "topics:\n  toll: {kind: count, phrases: [<count> dead]}\nrules: [Toll cited]\n",
    );
    let run = crosscheck(folder.path(), &["fmt", "desk", "--quiet"]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    assert!(read(folder.path(), "desk/own.yaml").ends_with("rules: [toll cited in every source]\n"));
}

#[test]
fn a_sentence_with_a_mistake_is_left_alone_and_told() {
    let folder = sloppy();
    write(folder.path(), "rules/more.yaml", "rules:\n  - passengers  cted\n  - passengers  at most 5\n");
    insta::assert_snapshot!(
        [&["fmt", "--check"][..], &["fmt"], &["fmt", "rules/none.yaml"], &["fmt", "rules/ferry.yaml"]]
            .map(|arguments| transcript(folder.path(), arguments))
            .join("\n")
    );
    assert_eq!(read(folder.path(), "rules/more.yaml"), "rules:\n  - passengers  cted\n  - passengers at most 5\n");
}

#[test]
fn what_the_help_for_a_mistake_offers_is_written() {
    let folder = sloppy();
    let rules =
        "rules:\n  - passengers  cted # why\n  - id: x\n    rule: 'the passengers is at least 5'\n  - nobody knows\n";
    write(folder.path(), "rules/more.yaml", rules);
    insta::assert_snapshot!(
        [
            &["fmt", "--fix", "--check", "rules/more.yaml"][..],
            &["fmt", "rules/more.yaml"],
            &["fmt", "--fix", "rules/more.yaml"]
        ]
        .map(|arguments| transcript(folder.path(), arguments))
        .join("\n")
    );
    let mended = "rules:\n  - passengers cited in every source # why\n  - id: x\n    rule: 'passengers at least 5'\n  - nobody knows\n";
    assert_eq!(read(folder.path(), "rules/more.yaml"), mended);
}

/// Files full of mistakes: what can be read is formatted once, and the mistakes stay what they are.
#[test]
fn formatting_mends_nothing_and_breaks_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["rules", "fixtures/stories", "fixtures/diagnostics"].map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let paths = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut formatted = 0;
    for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let (lexicon, defaults) = (Lexicon::english(), Defaults::default());
        let source = |text: &str| vec![RuleSource { path: "a.yaml".into(), text: text.into() }];
        let text = text.replace(" consistent across", " consistent  across").replace(" cited in", "  cited in");
        let (once, before) = canonical(&source(&text), &NoLibrary, &defaults, lexicon, Mending::Nothing);
        let (twice, after) = canonical(&source(&once[0].text), &NoLibrary, &defaults, lexicon, Mending::Nothing);
        assert_eq!((&twice[0].text, twice[0].edits.len()), (&once[0].text, 0), "{}", path.display());
        // A warning may name a rule by its sentence.
        let errors = |found: Vec<Diagnostic>| found.into_iter().filter(|found| found.level == Level::Error);
        let told = |found: Vec<Diagnostic>| errors(found).map(|found| found.message).collect::<Vec<_>>();
        assert_eq!(told(before), told(after), "{}", path.display());
        formatted += once[0].edits.len();
    }
    assert!(formatted > 20, "{formatted}");
}

fn schema(of: &str) -> Json {
    let run = crosscheck(TempDir::new().unwrap().path(), &["schema", of]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    serde_json::from_str(&run.stdout).unwrap()
}

/// A YAML file as an editor sees it.
fn as_json(text: &str) -> Option<Json> {
    serde_yaml::from_str(text).ok()
}

#[test]
fn the_files_of_this_project_are_what_the_schemas_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = schema("rules");
    let folders = ["rules", "fixtures/stories"].map(|folder| fs::read_dir(root.join(folder)).unwrap());
    let files = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let is_rules =
        |path: &Path| path.to_string_lossy().ends_with(".yaml") && !path.to_string_lossy().contains("expected");
    let mut checked = 0;
    for file in files.filter(|path| is_rules(path)) {
        let file = as_json(&fs::read_to_string(&file).unwrap()).unwrap_or_else(|| panic!("{}", file.display()));
        assert_eq!(complaints(&rules, &file), [""; 0]);
        checked += 1;
    }
    assert!(checked > 2);
    let configuration = as_json(&fs::read_to_string(root.join("crosscheck.yaml")).unwrap()).unwrap();
    assert_eq!(complaints(&schema("config"), &configuration), [""; 0]);
}

/// Every key of a report is in its schema, and none that it asks for is missing, whatever is wrong with the project.
#[test]
fn every_report_is_what_its_schema_says() {
    let schema = schema("report");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let runs = [
        crosscheck(root, &["check", "--format", "json"]),
        crosscheck(root, &["check", "--format", "json", "--rules", "no-such.yaml"]),
        crosscheck(project().path(), &["check", "--format", "json"]),
    ];
    for run in runs {
        let report: Json = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(complaints(&schema, &report), [""; 0]);
    }
    let folder = bridge();
    write(
        folder.path(),
        "rules.yaml",
        "topics:\n  dead: {kind: count, phrases: ['<count> people died']}\nrules:\n  - dead cited\n  - every date before 10 May 2024\n  - every figure supported by body\n",
    );
    let run = crosscheck(folder.path(), &["check", "--format", "json"]);
    let report: Json = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(complaints(&schema, &report), [""; 0]);
    assert_ne!(complaints(&schema, &serde_json::json!({"version": 1})), [""; 0]);
}

#[test]
fn the_schemas_find_what_the_loader_finds() {
    for (of, text, expected) in [
        ("rules", "rules: [a]\n", &[][..]),
        ("rules", "topics: {a: {kind: count, phrases: x}}\nrules: [{rule: 1353}]\n", &[]),
        ("rules", "topics: {a: {kind: choice, choices: {no: [x], y: z}}}\n", &[]),
        ("rules", "topcs: {}\n", &["/topcs: no such key"]),
        ("rules", "rules: [{id: a}]\n", &["/rules/0: none of the shapes"]),
        ("rules", "rules: {a: b}\n", &["/rules: another type"]),
        ("rules", "topics: {a: {kind: counts, phrases: x}}\n", &["/topics/a/kind: none of the words"]),
        ("rules", "topics: {a: {phrases: x}}\n", &["/topics/a: `kind` is missing"]),
        ("rules", "topics: {a: {kind: count}}\n", &["/topics/a: `phrases` is missing"]),
        (
            "rules",
            "topics: {a: {kind: choice, phrases: x}}\n",
            &["/topics/a: `choices` is missing", "/topics/a: what must not be"],
        ),
        ("config", "rules: [rules]\nstories: {a: b/*, c: [d], e: {articles: f, timezone: Europe/Kyiv}}\n", &[]),
        ("config", "articles: {a*: {source: 5}}\nfail-on: never\non no evidence: fail\n", &[]),
        ("config", "fail-on: often\n", &["/fail-on: none of the words"]),
        ("config", "articles: {a*: {sourc: x}}\n", &["/articles/a*/sourc: no such key"]),
        ("config", "stories: {a: {articles: b, zone: c}}\n", &["/stories/a: none of the shapes"]),
    ] {
        assert_eq!(complaints(&schema(of), &as_json(text).unwrap()), expected, "{text}");
    }
}

/// The keys that the loader says a mapping has, where it finds one that it does not know.
fn known(file: &str, text: &str) -> BTreeSet<String> {
    let folder = project();
    write(folder.path(), file, text);
    let run = crosscheck(folder.path(), &["check", "--format", "json"]);
    let report: Json = serde_json::from_str(&run.stdout).unwrap();
    let helps = report["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] == "unknown-key");
    let helps: Vec<&str> = helps.map(|found| found["help"].as_str().unwrap()).collect();
    let [help] = helps.as_slice() else { panic!("{text}: {helps:?}") };
    let (_, keys) = help.split_once("the keys of ").unwrap();
    let keys = keys.split_once(": ").unwrap().1.lines().next().unwrap();
    keys.split(", ").map(str::to_string).collect()
}

#[test]
fn the_schemas_and_the_loader_know_the_same_keys() {
    let (rules, config) = (schema("rules"), schema("config"));
    let keys = |schema: &Json| schema["properties"].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let more = "rules/more.yaml";
    assert_eq!(keys(&rules), known(more, "rules: []\nqqqqq: 1\n"));
    let rule = &rules["$defs"]["rule"];
    assert_eq!(keys(rule), known(more, "rules:\n  - rule: passengers cited\n    qqqqq: 1\n"));
    let examples = known(more, "rules:\n  - rule: passengers cited\n    examples:\n      qqqqq: 1\n");
    assert_eq!(keys(&rule["properties"]["examples"]), examples);
    let topic = "topics:\n  t:\n    kind: count\n    phrases: [<count> dead]\n    qqqqq: 1\nrules: []\n";
    assert_eq!(keys(&rules["$defs"]["topic"]), known(more, topic));
    let configured = |text: &str| known("crosscheck.yaml", &format!("rules: [rules]\n{text}"));
    assert_eq!(keys(&config), configured("qqqqq: 1\n"));
    let story = &config["properties"]["stories"]["additionalProperties"]["anyOf"][2];
    assert_eq!(keys(story), configured("stories:\n  s:\n    articles: articles/*\n    qqqqq: 1\n"));
    let article = &config["properties"]["articles"]["additionalProperties"];
    assert_eq!(keys(article), configured("articles:\n  articles/*:\n    qqqqq: 1\n"));
}

#[test]
fn a_new_project_passes_and_follows_its_schemas() {
    let folder = TempDir::new().unwrap();
    insta::assert_snapshot!(
        [&["init", "newsroom"][..], &["check", "--config", "newsroom/crosscheck.yaml", "--verbose"]]
            .map(|arguments| transcript(folder.path(), arguments))
            .join("\n")
    );
    let checked = crosscheck(&folder.path().join("newsroom"), &["check", "--fail-on", "note"]);
    assert_eq!((checked.code, checked.stderr.as_str()), (0, ""));
    let file = |path: &str| as_json(&read(folder.path(), path)).unwrap();
    assert_eq!(complaints(&schema("rules"), &file("newsroom/rules/storm.yaml")), [""; 0]);
    assert_eq!(complaints(&schema("config"), &file("newsroom/crosscheck.yaml")), [""; 0]);
    assert_eq!(crosscheck(&folder.path().join("newsroom"), &["fmt", "--check"]).code, 0);
}

#[test]
fn init_overwrites_nothing() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "rules/storm.yaml", "mine");
    insta::assert_snapshot!(transcript(folder.path(), &["init"]));
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!((names, read(folder.path(), "rules/storm.yaml")), (vec!["rules".into()], "mine".to_string()));
    // What stands in the way of a folder is no file of ours, and what was made before is taken away again.
    let folder = TempDir::new().unwrap();
    write(folder.path(), "rules", "a file");
    let run = crosscheck(folder.path(), &["init"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("rules") && run.stderr.contains("nothing is written"), "{}", run.stderr);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!((names, read(folder.path(), "rules")), (vec!["rules".into()], "a file".to_string()));
}
