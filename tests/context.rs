//! What decides nothing is kept, listed where it is asked for, and named where nothing else was found.

use crate::support::{crosscheck, fed, write};
use tempfile::TempDir;

const RULES: &str = "\
topics:
  dead:
    kind: count
    phrases:
      - <count> people died
    except:
      - <count> people died elsewhere
rules:
  - dead cited in every source
";

fn story(articles: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "rules.yaml", RULES);
    for (source, text) in articles {
        let article = format!("---\nsource: {source}\npublished: 2031-05-02\n---\nThe day\n\n{text}\n");
        write(folder.path(), format!("story/{source}.txt"), &article);
    }
    folder
}

/// The words and the status of each row.
fn listed(text: &str, options: &[&str]) -> Vec<String> {
    let folder = story(&[("Post", text)]);
    let arguments = [&["claims", "story", "--rules", "rules.yaml", "--format", "csv"], options].concat();
    let run = crosscheck(folder.path(), &arguments);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        format!("{}: {}", cells[6], cells[11])
    };
    run.stdout.lines().skip(1).map(row).collect()
}

#[test]
fn each_has_its_status() {
    for (text, expected) in [
        ("Nine people died in the fire.", &["Nine: asserted"][..]),
        ("Officials denied that 12 people died.", &["12: denied"]),
        ("It is not true that 12 people died.", &["12: denied"]),
        ("Police did not say that 12 people died.", &["12: denied"]),
        ("Not 12 but 14 people died.", &["12: denied", "14: asserted"]),
        ("It was feared that 14 people died.", &["14: supposed"]),
        ("It was feared that 14 people may have died.", &["14: supposed"]),
        ("Police said 14 people may have died.", &["14: possible"]),
        ("Nine people died; 14 people might die.", &["Nine: asserted", "14: possible"]),
        ("If 20 people died, nobody saw it.", &["20: supposed"]),
        ("Was it known whether 20 people had died?", &["20: supposed"]),
        ("There is no doubt that 12 people died.", &["12: asserted"]),
        ("Nine people died. In 2024 two people died.", &["Nine: asserted", "two: other date"]),
        ("Nine people died. So far a total of 14 people died.", &["Nine: asserted", "a total of 14: total"]),
        ("Nine people died. Two pilots died.", &["Nine: asserted", "Two: part"]),
        ("Officials denied that nine people died. Nine people died.", &["nine: denied", "Nine: asserted"]),
        ("Officials denied that nine people died elsewhere.", &[]),
        ("Officials denied that nine sheep died.", &[]),
    ] {
        assert_eq!(listed(text, &["--context"]), expected, "{text}");
        let is_claim = |one: &str| one.ends_with("asserted") || one.ends_with("possible");
        let deciding: Vec<&str> = expected.iter().copied().filter(|one| is_claim(one)).collect();
        assert_eq!(listed(text, &[]), deciding, "{text}");
    }
}

#[test]
fn a_rule_without_claims_names_what_decides_nothing() {
    let folder = story(&[("Harbour", "Nine people died."), ("Upland", "Officials denied that 12 people died.")]);
    let check = crosscheck(folder.path(), &["check", "story", "--rules", "rules.yaml"]);
    assert!(check.stdout.contains("Upland does not give the dead"), "{}", check.stdout);
    assert!(check.stdout.contains("7:23 (Upland): 12 (it is denied)"), "{}", check.stdout);
    let passing = story(&[("Harbour", "Nine people died."), ("Upland", "If 12 people died? Nine people died.")]);
    let check = crosscheck(passing.path(), &["check", "story", "--rules", "rules.yaml", "--verbose"]);
    assert!(check.code == 0 && !check.stdout.contains("supposed"), "{}", check.stdout);
}

#[test]
fn records_carry_it_to_the_judge() {
    let folder = story(&[("Harbour", "Nine people died."), ("Upland", "If 12 people died, it was the cold.")]);
    let claims = crosscheck(folder.path(), &["claims", "story", "--rules", "rules.yaml", "--format", "ndjson"]);
    assert!(claims.stdout.contains("\"status\":\"supposed\""), "{}", claims.stdout);
    let judged = fed(folder.path(), &["judge", "--rules", "rules.yaml"], &claims.stdout);
    let checked = crosscheck(folder.path(), &["check", "story", "--rules", "rules.yaml"]);
    let told = "12 (it is only supposed)";
    assert!(judged.stdout.contains(told) && checked.stdout.contains(told), "{}", judged.stdout);
}

#[test]
fn what_is_possible_is_marked_where_it_is_shown() {
    let folder = story(&[("Harbour", "Nine people died."), ("Upland", "Police said 12 people may have died.")]);
    let rules = RULES.replace("dead cited in every source", "dead consistent across sources");
    let run = |rules: &str| {
        write(folder.path(), "rules.yaml", rules);
        crosscheck(folder.path(), &["check", "story", "--rules", "rules.yaml", "--verbose"]).stdout
    };
    let (cited, consistent) = (run(RULES), run(&rules));
    let absent = run(&RULES.replace("dead cited in every source", "dead absent"));
    for (told, text) in [
        ("1 passes", &cited),
        ("^^ (only said to be possible)", &absent),
        ("12 ~", &cited),
        ("~ only said to be possible, and compared with nothing", &cited),
        ("`12` in Upland is only said to be possible", &consistent),
        ("12 (only said to be possible)", &consistent),
        ("0 pass", &consistent),
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let claims = crosscheck(folder.path(), &["claims", "story", "--rules", "rules.yaml"]).stdout;
    assert!(claims.lines().any(|line| line.contains("12") && line.ends_with("  (possible)")), "{claims}");
    write(folder.path(), "rules.yaml", &rules);
    let records = crosscheck(folder.path(), &["claims", "story", "--rules", "rules.yaml", "--format", "ndjson"]);
    let judged = fed(folder.path(), &["judge", "--rules", "rules.yaml"], &records.stdout);
    assert!(judged.stdout.contains("12 (only said to be possible)"), "{}", judged.stdout);
}

#[test]
fn a_rule_names_nothing_of_articles_that_it_leaves_out() {
    let folder = story(&[("Harbour", "Nine people died."), ("Upland", "If 12 people died, it was the cold.")]);
    let of_all = crosscheck(folder.path(), &["check", "story", "--rules", "rules.yaml"]);
    assert!(of_all.stdout.contains("12 (it is only supposed)"), "{}", of_all.stdout);
    for sentence in [
        "dead consistent across sources except in \"Upland\"",
        "dead in \"Harbour\" corroborated by at least 2 independent sources",
    ] {
        let rules = RULES.replace("dead cited in every source", sentence);
        write(folder.path(), "rules.yaml", rules);
        let run = crosscheck(folder.path(), &["check", "story", "--rules", "rules.yaml"]);
        assert!(run.stderr.is_empty() && !run.stdout.contains("supposed"), "{sentence}: {}{}", run.stderr, run.stdout);
        assert!(run.stdout.contains("0 pass"), "{sentence}: {}", run.stdout);
    }
}
