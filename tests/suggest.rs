//! `crosscheck suggest`: a draft of a rule file from an invented story, and that it is one to keep.

use crate::support::{bridge, crosscheck, transcript, write};

#[test]
fn a_draft_has_topics_with_phrases_and_rules_with_what_was_found() {
    insta::assert_snapshot!(transcript(bridge().path(), &["suggest", "bridge"]));
}

#[test]
fn what_is_written_is_canonical_and_has_no_mistake() {
    let folder = bridge();
    let run = crosscheck(folder.path(), &["suggest", "bridge", "--output", "rules.yaml"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    let fmt = crosscheck(folder.path(), &["fmt", "--check", "rules.yaml"]);
    assert_eq!((fmt.code, fmt.stderr.as_str()), (0, ""), "{}", fmt.stdout);
    let check = crosscheck(folder.path(), &["check", "bridge", "--rules", "rules.yaml"]);
    assert_eq!((check.code, check.stderr.as_str()), (1, ""), "{}", check.stdout);
    insta::assert_snapshot!(check.stdout);
}

#[test]
fn in_a_project_it_adds_only_what_no_topic_finds() {
    let folder = bridge();
    write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\n");
    let rules = "topics:\n  hurt: {kind: count, phrases: [\"<count> people injured\"]}\nrules:\n  - hurt consistent across sources\n";
    write(folder.path(), "rules.yaml", rules);
    let run = crosscheck(folder.path(), &["suggest"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("rescue duration"), "{}", run.stdout);
    assert!(!run.stdout.contains("injured"), "{}", run.stdout);
}

#[test]
fn a_topic_of_another_story_finds_nothing_in_this_one() {
    let folder = bridge();
    write(folder.path(), "other/a.txt", "Harbour\n\nNothing happened.\n");
    write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\nstories: {bridge: [bridge/*], other: [other/*]}\n");
    let rules = "story: other\ntopics:\n  hurt: {kind: count, phrases: [\"<count> people injured\"]}\nrules:\n  - hurt consistent across sources\n";
    write(folder.path(), "rules.yaml", rules);
    let run = crosscheck(folder.path(), &["suggest", "bridge"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("<count> people injured"), "{}", run.stdout);
}

#[test]
fn it_is_about_one_story_and_says_where_there_is_nothing() {
    let folder = bridge();
    write(folder.path(), "other/a.txt", "Harbour\n\nNothing happened.\n");
    let several = crosscheck(folder.path(), &["suggest", "bridge", "other"]);
    assert_eq!(several.code, 2);
    assert!(several.stderr.contains("one story at a time"), "{}", several.stderr);
    let nothing = crosscheck(folder.path(), &["suggest", "other"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (0, ""));
    assert!(nothing.stderr.contains("no two sources"), "{}", nothing.stderr);
}

#[test]
fn without_a_draft_it_says_that_no_file_is_written() {
    let folder = bridge();
    write(folder.path(), "other/a.txt", "Harbour\n\nNothing happened.\n");
    let nothing = crosscheck(folder.path(), &["suggest", "other", "--output", "rules.yaml"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (0, ""));
    assert!(nothing.stderr.contains("no two sources"), "{}", nothing.stderr);
    assert!(nothing.stderr.contains("nothing is drafted, so `rules.yaml` is not written"), "{}", nothing.stderr);
    assert!(!folder.path().join("rules.yaml").exists());
}

#[test]
fn where_a_mistake_may_be_why_there_is_no_draft_nothing_else_is_said() {
    let nowhere = crosscheck(bridge().path(), &["suggest", "nowhere.txt"]);
    assert_eq!((nowhere.code, nowhere.stdout.as_str()), (2, ""));
    assert!(nowhere.stderr.contains("error["), "{}", nowhere.stderr);
    assert!(!nowhere.stderr.contains("no two sources"), "{}", nowhere.stderr);
}

#[test]
fn a_folder_of_articles_becomes_a_project() {
    let folder = bridge();
    let run = crosscheck(folder.path(), &["init", "--from", "bridge"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).unwrap();
    assert!(read("crosscheck.yaml").contains("  bridge: [bridge/*.txt]\n"), "{}", read("crosscheck.yaml"));
    assert_eq!(read("rules/bridge.yaml"), crosscheck(folder.path(), &["suggest", "bridge", "--rules", "none"]).stdout);
    let again = crosscheck(folder.path(), &["init", "--from", "bridge"]);
    assert!(again.code == 2 && again.stderr.contains("nothing is written"), "{}", again.stderr);
}

#[test]
fn each_folder_becomes_a_story_with_rules_of_its_own() {
    let folder = bridge();
    std::fs::create_dir(folder.path().join("news")).unwrap();
    for story in ["first", "the second"] {
        let to = folder.path().join("news").join(story);
        std::fs::create_dir(&to).unwrap();
        for article in std::fs::read_dir(folder.path().join("bridge")).unwrap() {
            let article = article.unwrap();
            std::fs::copy(article.path(), to.join(article.file_name())).unwrap();
        }
    }
    let run = crosscheck(folder.path(), &["init", "--from", "news"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    let rules = std::fs::read_to_string(folder.path().join("rules/the-second.yaml")).unwrap();
    assert!(rules.contains("\nstory: the second\ntopics:\n"), "{rules}");
    let check = crosscheck(folder.path(), &["check"]);
    assert!(check.stderr.is_empty() && check.stdout.contains("rules in 2 stories"), "{}{}", check.stderr, check.stdout);
    let fmt = crosscheck(folder.path(), &["fmt", "--check"]);
    assert_eq!((fmt.code, fmt.stderr.as_str()), (0, ""), "{}", fmt.stdout);
}

#[test]
fn no_project_is_made_of_articles_elsewhere_or_of_none() {
    let folder = bridge();
    for (arguments, said) in [
        (
            &["init", "desk", "--from", "bridge"][..],
            "lie outside of `desk`; write `crosscheck init bridge --from bridge`",
        ),
        (&["init", "--from", "nowhere"], "there are no articles to begin with; nothing is written"),
    ] {
        let run = crosscheck(folder.path(), arguments);
        assert!(run.code == 2 && run.stderr.contains(said), "{}", run.stderr);
        assert!(!folder.path().join("crosscheck.yaml").exists() && !folder.path().join("desk").exists());
    }
}
