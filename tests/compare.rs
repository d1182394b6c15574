//! `crosscheck compare`: what articles say of the same things, on an invented story.

use crate::support::{bridge, crosscheck, transcript, write};

#[test]
fn conflicts_come_first_with_the_words_of_both_sides() {
    insta::assert_snapshot!(transcript(bridge().path(), &["compare", "bridge"]));
}

#[test]
fn as_json_it_is_one_object() {
    let run = crosscheck(bridge().path(), &["compare", "bridge", "--format", "json", "--most", "1"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(run.stdout);
}

#[test]
fn quiet_is_one_line_a_thing_and_most_counts_the_rest() {
    insta::assert_snapshot!(transcript(bridge().path(), &["compare", "bridge", "--quiet", "--most", "2"]));
}

#[test]
fn the_order_of_the_articles_changes_nothing() {
    let folder = bridge();
    let forward = ["compare", "bridge/coast-radio.txt", "bridge/upland-wire.txt", "bridge/vale-courier.txt"];
    let backward = [forward[0], forward[3], forward[2], forward[1]];
    assert_eq!(crosscheck(folder.path(), &forward).stdout, crosscheck(folder.path(), &backward).stdout);
}

#[test]
fn only_a_mistake_makes_it_exit_2() {
    let folder = bridge();
    assert_eq!(crosscheck(folder.path(), &["compare", "bridge"]).code, 0);
    let with_rules = crosscheck(folder.path(), &["compare", "bridge", "--rules", "rules.yaml"]);
    assert_eq!(with_rules.code, 2);
    assert!(with_rules.stderr.contains("compare reads no rules: leave out `--rules`"), "{}", with_rules.stderr);
    let missing = crosscheck(folder.path(), &["compare", "bridge", "nowhere.txt"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stdout.contains("people injured"), "a mistake hides what was found");
}

#[test]
fn rules_are_not_needed_and_not_read() {
    let folder = bridge();
    write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\n");
    write(folder.path(), "rules.yaml", "topics: nonsense\n");
    assert_eq!(crosscheck(folder.path(), &["compare"]).code, 0);
}
