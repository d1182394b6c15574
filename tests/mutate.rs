//! `crosscheck mutate`: what no rule notices, on small projects; the options, the exit codes, and the same bytes each time.

use crate::support::{Run, command, crosscheck, output, transcript, write};
use tempfile::TempDir;

const TOPICS: &str = "\
topics:
  injured:
    kind: count
    phrases: [<count> people hurt]
  gusts:
    kind: measure
    phrases: [gusts of <measure>]
rules:
";

const WIRE: &str = "Storm over Orvane\n\nNine people were hurt in the storm. It came with gusts of 97 km/h.\n";

const POST: &str =
    "Hall loses its roof\n\nThe office measured gusts of 60 mph, and 9 people were hurt. The roof was 40 years old.\n";

fn storm(rules: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "crosscheck.yaml", "rules: [storm.yaml]\n");
    write(folder.path(), "storm.yaml", format!("{TOPICS}{rules}"));
    write(folder.path(), "storm/upland-wire.txt", WIRE);
    write(folder.path(), "storm/harbour-post.txt", POST);
    folder
}

/// What it says of the storm judged by some rules.
fn tried(rules: &str, options: &[&str]) -> Run {
    crosscheck(storm(rules).path(), &[&["mutate"], options].concat())
}

const GUSTS: &str = "  - {id: gusts, rule: gusts consistent across sources within 5 km/h}\n";

const INJURED: &str = "  - {id: injured, rule: injured consistent across sources}\n";

#[test]
fn what_no_rule_notices_is_told_as_news() {
    insta::assert_snapshot!(transcript(storm(GUSTS).path(), &["mutate"]));
}

#[test]
fn everything_is_told_with_verbose() {
    insta::assert_snapshot!(transcript(storm(&[GUSTS, INJURED].concat()).path(), &["mutate", "--verbose"]));
}

#[test]
fn a_rule_that_reads_a_value_catches_its_mutants() {
    let missed = "upland-wire could say `Ninety people` instead of `Nine people`, and no rule would fail";
    let without = tried(GUSTS, &["--only", "figure"]);
    assert!(without.stdout.contains(missed), "{}", without.stdout);
    let with = tried(&[GUSTS, INJURED].concat(), &["--only", "figure", "--verbose"]);
    assert!(with.stdout.contains(", 0 missed (100 %)"), "{}", with.stdout);
    let caught = "caught  storm: upland-wire could say `Ninety people` instead of `Nine people`: `injured` would fail";
    assert!(with.stdout.contains(caught), "{}", with.stdout);
    assert!(with.stdout.contains("nothing reads `40 years old`"), "{}", with.stdout);
}

#[test]
fn a_score_below_the_minimum_fails() {
    let both = [GUSTS, INJURED].concat();
    for (rules, options, code) in [
        (&*both, &["--only", "figure"][..], 0),
        (&both, &["--only", "figure", "--minimum", "100"], 0),
        (GUSTS, &["--only", "figure"], 0),
        (GUSTS, &["--only", "figure", "--minimum", "50"], 0),
        (GUSTS, &["--only", "figure", "--minimum", "51"], 1),
        // What was not tried is no success.
        (GUSTS, &["--only", "zone", "--minimum", "1"], 1),
        (GUSTS, &["--minimum", "101"], 2),
        (GUSTS, &["--only", "mood"], 2),
        ("  - gust cited\n", &["--minimum", "0"], 2),
    ] {
        let run = tried(rules, options);
        assert_eq!(run.code, code, "{options:?}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn rules_are_changed_too() {
    let example =
        |fail: &str| format!("  - {{id: gusts, rule: gusts at most 100 km/h, examples: {{fail: [{fail}]}}}}\n");
    for (rule, missed) in [
        ("  - {id: gusts, rule: gusts at most 100 km/h}\n".to_string(), true),
        (example("It brought gusts of 2000 km/h."), true),
        (example("It brought gusts of 120 km/h."), false),
    ] {
        let run = tried(&rule, &["--only", "bound"]);
        let told = "missed  rule `gusts`: `100 km/h` could be `1,000 km/h`, and nothing would change (storm.yaml:9:5)";
        assert_eq!(run.stdout.contains(told), missed, "{rule}: {}", run.stdout);
        // A tenth of it fails on the story.
        assert!(!run.stdout.contains("`10 km/h`"), "{}", run.stdout);
    }
}

#[test]
fn a_copy_that_makes_a_rule_pass_is_told() {
    let folder = storm(GUSTS);
    std::fs::remove_file(folder.path().join("storm/harbour-post.txt")).unwrap();
    let told = "missed  storm: another source could copy upland-wire, and no rule would fail; `gusts` would pass";
    let run = crosscheck(folder.path(), &["mutate", "--only", "source"]);
    assert!(run.stdout.contains(told), "{}", run.stdout);
    write(folder.path(), "storm.yaml", format!("{TOPICS}{GUSTS}  - every article independent\n"));
    // Of a text of a few words nobody can tell.
    let more: Vec<String> =
        (0..40).map(|at| format!("The {at} masons of street {at} mended wall {at} by hand.")).collect();
    write(folder.path(), "storm/upland-wire.txt", format!("{WIRE}\n{}\n", more.join(" ")));
    let run = crosscheck(folder.path(), &["mutate", "--only", "source"]);
    assert!(run.stdout.contains(", 0 missed (100 %)"), "{}", run.stdout);
}

#[test]
fn what_is_accepted_fails_nothing() {
    let accepted = "suppressions:\n  - {rule: injured, reason: they count otherwise}\n";
    let folder = storm(INJURED);
    let caught = crosscheck(folder.path(), &["mutate", "--only", "figure", "--minimum", "50"]);
    assert_eq!(caught.code, 0, "{}", caught.stdout);
    write(folder.path(), "crosscheck.yaml", format!("rules: [storm.yaml]\n{accepted}"));
    let missed = crosscheck(folder.path(), &["mutate", "--only", "figure"]);
    assert!(missed.stdout.contains("`Ninety people`"), "{}", missed.stdout);
}

#[test]
fn the_seed_picks_within_the_budget() {
    let listed = |seed: &str, budget: &str| {
        let run = tried(&[GUSTS, INJURED].concat(), &["--list", "--seed", seed, "--budget", budget]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
    };
    let all = listed("0", "1000");
    let (one, other) = (listed("0", "6"), listed("1", "6"));
    let of_story = |text: &str| text.lines().filter(|line| line.contains("(storm/")).count();
    assert_eq!((of_story(&one), of_story(&other)), (6, 6));
    assert_ne!(one, other);
    assert_eq!(one, listed("0", "6"));
    assert!(of_story(&all) > 6, "{all}");
    // What one picks is among all, in the same order.
    let mut rest = all.lines();
    let in_order = one.lines().filter(|line| line.contains("(storm/")).all(|line| rest.any(|known| known == line));
    assert!(in_order, "{one}\n{all}");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = storm(&[GUSTS, INJURED].concat());
    for format in ["text", "json"] {
        let with = |threads: &str| {
            let mut command = command(folder.path(), &["mutate", "--verbose", "--format", format]);
            output(command.env("RAYON_NUM_THREADS", threads)).stdout
        };
        let alone = with("1");
        assert!(alone.contains("Ninety people"), "{alone}");
        assert_eq!(alone, with("7"), "{format}");
    }
}

#[test]
fn programs_read_every_mutant() {
    let run = tried(GUSTS, &["--format", "json", "--seed", "3"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((report["version"].as_u64(), report["seed"].as_u64()), (Some(1), Some(3)));
    let parts = report["parts"].as_array().unwrap();
    let names: Vec<Option<&str>> = parts.iter().map(|part| part["story"].as_str()).collect();
    assert_eq!(names, [Some("storm"), None]);
    let mutants = || parts.iter().flat_map(|part| part["mutants"].as_array().unwrap());
    for (key, fate) in [("caught", "caught"), ("missed", "missed"), ("unviable", "unviable")] {
        let number = mutants().filter(|mutant| mutant["fate"] == fate).count() as u64;
        assert_eq!(report["summary"][key].as_u64(), Some(number), "{key}");
        assert!(number > 0, "{key}");
    }
    let caught = mutants().find(|mutant| mutant["after"] == "970 km/h").unwrap();
    assert_eq!((&caught["caught_by"][0], &caught["sort"]), (&"gusts".into(), &"figure".into()));
    assert_eq!(caught["place"]["file"], "storm/upland-wire.txt");
}

#[test]
fn quiet_tells_only_what_is_missed() {
    let run = tried(GUSTS, &["--quiet", "--only", "figure"]);
    assert_eq!(run.stdout.lines().count(), 4, "{}", run.stdout);
    assert!(run.stdout.lines().all(|line| line.starts_with("missed  storm: ")), "{}", run.stdout);
}

/// What is missed: a bound in knots beside one in km/h that is less, so that it decides nothing.
#[test]
fn examples_show_on_which_side_of_their_bounds_our_rules_fail() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = crosscheck(root, &["mutate", "--only", "bound,tolerance,quantifier", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let missed: Vec<&str> = run.stdout.lines().filter_map(|line| line.split(" could be").next()).collect();
    assert_eq!(missed, ["missed  rule `wind-storm`: `45 knots`"], "{}", run.stdout);
}
