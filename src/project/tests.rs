//! Projects on disk: which configuration, which rules, which articles in which story, with which metadata.

use super::*;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

const RULES: &str =
    "topics:\n  toll: {kind: count, phrases: [\"<count> dead\"]}\nrules: [toll cited in every source]\n";

fn project(configuration: &str) -> tempfile::TempDir {
    folder(&[
        ("crosscheck.yaml", configuration),
        ("rules/b.yaml", RULES),
        ("rules/a.yml", "rules: []\n"),
        ("rules/lexicon/en.yaml", "x: y\n"),
        ("storm/one.txt", "One"),
        ("storm/two.txt", "Two"),
        ("quake/three.txt", "Three"),
    ])
}

/// Runs on these arguments: the stories in a line, and the codes of the diagnostics.
fn run(root: &Path, below: &str, rules: &[&str], paths: &[&str]) -> (String, Vec<String>) {
    let project = load(&ProjectOptions {
        working_folder: root.join(below),
        config: None,
        rules: rules.iter().map(PathBuf::from).collect(),
        paths: paths.iter().map(PathBuf::from).collect(),
        ..ProjectOptions::default()
    });
    let story = |story: &Story| {
        let articles: Vec<&str> = story.articles.iter().map(|article| article.path.as_str()).collect();
        format!("{}: {}", story.name, articles.join(" "))
    };
    let stories: Vec<String> = project.stories.iter().map(story).collect();
    (stories.join("; "), project.diagnostics.into_iter().map(|found| found.code.name().to_string()).collect())
}

#[test]
fn articles_come_into_their_stories() {
    let configured = "rules: [rules]\nstories:\n  s: [storm/*.txt]\n  both: ['**/t*.txt']\n";
    let found = "rules: [rules]\n";
    for (configuration, below, paths, expected, codes) in [
        (configured, "", vec![], "both: quake/three.txt storm/two.txt; s: storm/one.txt storm/two.txt", vec![]),
        (configured, "storm", vec![], "both: quake/three.txt storm/two.txt; s: storm/one.txt storm/two.txt", vec![]),
        (configured, "storm", vec!["one.txt"], "s: storm/one.txt", vec![]),
        (configured, "", vec!["storm/../storm/two.txt"], "both: storm/two.txt; s: storm/two.txt", vec![]),
        (configured, "", vec!["storm"], "both: storm/two.txt; s: storm/one.txt storm/two.txt", vec![]),
        (found, "", vec![], "quake: quake/three.txt; storm: storm/one.txt storm/two.txt", vec![]),
        (found, "", vec!["quake"], "quake: quake/three.txt", vec![]),
        (found, "", vec!["storm/two.txt", "quake/three.txt"], "quake: quake/three.txt; storm: storm/two.txt", vec![]),
        (found, "", vec!["strom", "quake/three.txt"], "quake: quake/three.txt", vec!["missing-path"]),
        (found, "", vec!["rules"], "", vec!["no-articles"]),
    ] {
        let folder = project(configuration);
        let root = folder.path().canonicalize().unwrap();
        assert_eq!(
            run(&root, below, &[], &paths),
            (expected.to_string(), codes.into_iter().map(String::from).collect()),
            "{below:?} {paths:?}"
        );
    }
}

#[test]
fn rules_come_from_the_arguments_or_the_configuration() {
    for (rules, below, codes) in [
        (vec![], "", vec![]),
        (vec!["rules"], "", vec![]),
        (vec!["../rules/b.yaml"], "storm", vec![]),
        (vec!["rules", "rules/b.yaml"], "", vec![]),
        (vec!["rulse"], "", vec!["missing-rules"]),
        (vec!["storm"], "", vec!["missing-rules"]),
    ] {
        let folder = project("rules: [rules]\n");
        let root = folder.path().canonicalize().unwrap();
        assert_eq!(run(&root, below, &rules, &[]).1, codes, "{rules:?}");
    }
}

#[test]
fn packs_and_included_files_are_rules_too() {
    let ids = |configuration: &str, rules: &[&str]| {
        let folder = project(configuration);
        std::fs::create_dir(folder.path().join("rules/more")).unwrap();
        std::fs::write(folder.path().join("rules/more/c.yaml"), "rules: [headline cited]\n").unwrap();
        std::fs::write(folder.path().join("d.yaml"), "include: rules/more/c.yaml\nuse: dates\n").unwrap();
        let project = load(&ProjectOptions {
            working_folder: folder.path().canonicalize().unwrap(),
            rules: rules.iter().map(PathBuf::from).collect(),
            ..ProjectOptions::default()
        });
        let codes = project.diagnostics.into_iter().map(|found| found.code.name().to_string());
        project.rules.rules.into_iter().map(|rule| rule.id).chain(codes).collect::<Vec<_>>().join(" ")
    };
    for (configuration, rules, expected) in [
        ("use: [quotes]\n", vec![], "quotes/closed quotes/headline"),
        ("rules: [d.yaml]\n", vec![], "headline-cited dates/published dates/url dates/zone dates/weekday"),
        ("rules: [rules]\nuse: quotes\n", vec![], "toll-cited-in-every-source quotes/closed quotes/headline"),
        // What the command line names stands in place of the packs too.
        ("use: [quotes]\n", vec!["rules"], "toll-cited-in-every-source"),
        ("use: [nothing]\n", vec![], "unknown-pack"),
        ("use: []\n", vec![], "no-rules"),
    ] {
        assert_eq!(ids(configuration, &rules), expected, "{configuration}");
    }
}

#[test]
fn a_project_may_have_no_configuration() {
    let files = folder(&[("rules.yaml", RULES), ("storm/one.txt", "One")]);
    let root = files.path().canonicalize().unwrap();
    assert_eq!(run(&root, "", &["rules.yaml"], &[]), ("storm: storm/one.txt".to_string(), vec![]));
    assert_eq!(run(&root, "", &[], &[]), ("storm: storm/one.txt".to_string(), vec!["no-rules".to_string()]));
    assert_eq!(run(&root.join("storm"), "", &["../rules.yaml"], &["one.txt"]).1, Vec::<String>::new());
    let empty = folder(&[("rules.yaml", RULES)]);
    assert_eq!(run(empty.path(), "", &["rules.yaml"], &[]), (String::new(), vec!["no-articles".to_string()]));
}

#[test]
fn a_configuration_that_cannot_be_read_is_one_mistake() {
    let files = folder(&[("storm/one.txt", "One")]);
    for (config, code) in [("nowhere.yaml", "missing-configuration"), ("storm", "missing-configuration")] {
        let arguments = ProjectOptions {
            working_folder: files.path().to_path_buf(),
            config: Some(config.into()),
            ..ProjectOptions::default()
        };
        let codes: Vec<String> =
            load(&arguments).diagnostics.into_iter().map(|found| found.code.name().to_string()).collect();
        assert_eq!(codes, [code], "{config}");
    }
}

#[test]
fn metadata_is_merged_and_the_later_wins() {
    let folder = project(
        "rules: [rules]\nfail-on: warning\non no evidence: fail\nstories:\n  s: { articles: storm/*.txt, timezone: Europe/Oslo, agency: A }\narticles:\n  storm/*: { source: All, agency: B }\n  storm/two.txt: { source: Two, timezone: Asia/Tokyo }\n",
    );
    let project = load(&ProjectOptions { working_folder: folder.path().to_path_buf(), ..ProjectOptions::default() });
    assert_eq!(project.diagnostics, []);
    assert_eq!(project.fail_on, Some(Severity::Warning));
    assert_eq!(project.stories[0].timezone.as_deref(), Some("Europe/Oslo"));
    let layers: Vec<_> = project.stories[0]
        .articles
        .iter()
        .map(|article| {
            (article.layer.source.as_deref(), article.layer.agency.as_deref(), article.layer.timezone.as_deref())
        })
        .collect();
    assert_eq!(layers, [(Some("All"), Some("B"), Some("Europe/Oslo")), (Some("Two"), Some("B"), Some("Asia/Tokyo"))]);
}
