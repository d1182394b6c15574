//! What the figures of a sentence say of each other.

use crate::support::{crosscheck, write};
use crosscheck::rooms::{
    finding::{Finding, Outcome},
    lexicon::Lexicon,
    pipeline,
    rule::{Defaults, ExampleArticle, RuleSource, read},
};
use tempfile::TempDir;

fn finding(sentence: &str, text: &str) -> Finding {
    let file = RuleSource { path: "rules.yaml".into(), text: format!("rules:\n  - {sentence}\n") };
    let (rules, mistakes) = read(&[file], &Defaults::default(), Lexicon::english());
    assert_eq!(mistakes, [], "{sentence}");
    let example: Vec<ExampleArticle> = vec![ExampleArticle { group: None, text: text.into() }];
    pipeline::try_example(&rules, rules.rules.first().unwrap(), &example, Lexicon::english()).unwrap()
}

fn check(sentence: &str, outcome: Outcome, texts: &[&str]) {
    let found = texts.iter().map(|text| (text, finding(sentence, text)));
    let wrong: Vec<String> = found
        .filter(|(_, found)| found.outcome != outcome)
        .map(|(text, found)| format!("{text}: {:?}, {}", found.outcome, found.message))
        .collect();
    assert!(wrong.is_empty(), "{sentence}: not {outcome:?}\n{}", wrong.join("\n"));
}

#[test]
fn a_bracket_converts() {
    let rule = "every figure converts to its bracket";
    check(
        rule,
        Outcome::Pass,
        &[
            "It lies 58 km (36 miles) from the town.",
            "It lies 300 km (185 miles) from the town.",
            "It lies 100 km (60 miles) from the town.",
            "The peak is 1,000 feet (300 metres) high.",
            "The peak is 6,700 ft (2,040 m) high.",
            "The tower is 6 feet (1.83 m) tall.",
            "It drove at 70 mph (112 km/h).",
            "It weighs 10 kg (22 pounds).",
            "It burnt 5,000 acres (2,000 hectares) of forest.",
            "About 300 km (200 miles) of road are closed.",
        ],
    );
    check(
        rule,
        Outcome::Fail,
        &[
            "It lies 58 km (63 miles) from the town.",
            "It lies 10 miles (6 km) from the town.",
            "It weighs 10 kg (30 pounds).",
            "The peak is 6,700 ft (4,020 m) high.",
            "It burnt 5,000 acres (20,000 hectares) of forest.",
        ],
    );
    check(
        rule,
        Outcome::NoEvidence,
        &["It lies 58 km from the town (36 miles by road).", "It cost $20 (£15).", "The town (36 miles away) is dry."],
    );
    let found = finding(rule, "It lies 58 km (63 miles) from the town.");
    assert_eq!(found.message, "A writes `58 km (63 miles)`, but 58 km are 36 miles");
}

#[test]
fn parts_add_up() {
    let rule = "every figure adds up";
    check(
        rule,
        Outcome::Pass,
        &[
            "Some rode along: 12 people, seven men and five women, were on board.",
            "The blast killed 12 people: seven men and five women.",
            "The blast killed 12 people (4 men, 5 women and 3 children) on Monday.",
        ],
    );
    check(
        rule,
        Outcome::Fail,
        &[
            "The 12 people, seven men and four women, were hurt.",
            "The blast killed 12 people: seven men and four women.",
            "The blast killed 12 people (4 men, 5 women and 2 children) on Monday.",
            "Twelve people were killed — seven men and four women — on Monday.",
        ],
    );
    check(
        rule,
        Outcome::NoEvidence,
        &[
            // Some of them, and no parts that are all.
            "The 12 people, including seven men and four women, were hurt.",
            "Of 12 people, seven men and four women were hurt.",
            "The 12 people, among them seven men, were hurt.",
            // A list.
            "In all 12 people, three soldiers and two drivers were hurt.",
            "Three men, two drivers and four children, were hurt.",
            "About 12 people, seven men and four women, were hurt.",
            "The 12 people, all men, were hurt. Seven women and four children were not.",
        ],
    );
    let found = finding(rule, "The 12 people, seven men and four women, were hurt.");
    assert_eq!(found.message, "A writes of `12 people`, but seven men and four women are 11");
    let shown: Vec<_> = found.evidence.iter().map(|evidence| evidence.exact().unwrap_or_default()).collect();
    assert_eq!(shown, ["12", "seven", "four"]);
}

#[test]
fn a_share_is_within_its_whole() {
    let rule = "every percent is within its whole";
    check(
        rule,
        Outcome::Pass,
        &["It won 60% of the voters.", "100 percent of passengers were saved.", "It won 7 percent of all workers."],
    );
    check(rule, Outcome::Fail, &["It won 160% of the voters.", "120 percent of passengers were saved."]);
    check(
        rule,
        Outcome::NoEvidence,
        &[
            "Fares rose 120%.",
            "Debt is 120% of GDP.",
            "It sold for 110% of the asking price.",
            "It won 160% of last year's voters.",
        ],
    );
    let found = finding(rule, "It won 160% of the voters.");
    assert_eq!(found.message, "A writes `160%` of the voters, which is more than all of them");
}

#[test]
fn the_ends_of_ranges_are_in_order() {
    let rule = "every figure has its ends in order";
    check(
        rule,
        Outcome::Fail,
        &[
            "Between 20 and 10 people were hurt.",
            "It costs between $20 and $10 a day.",
            "It lies between 40 km and 30 km from here.",
            "Turnout was between 60% and 50%.",
        ],
    );
    check(rule, Outcome::Pass, &["Between 10 and 20 people were hurt.", "It lies between 30 and 40 km from here."]);
    check(
        rule,
        Outcome::NoEvidence,
        &[
            "Fares fell from $20 to $10.",
            "The gap between 20 and 10 is wide.",
            "The difference between $20 and $10 is small.",
            "They met between 5 towns and 3 villages.",
        ],
    );
    check("every date has its ends in order", Outcome::Fail, &["It was built between 2015 and 2012."]);
    check("every date has its ends in order", Outcome::Pass, &["It was built between 2012 and 2015."]);
    check("every date has its ends in order", Outcome::NoEvidence, &["The goal moved from 2035 to 2030."]);
    let found = finding(rule, "Between 20 and 10 people were hurt.");
    assert_eq!(found.message, "A writes `Between 20 and 10`, whose ends are turned round");
}

#[test]
fn a_fact_without_a_rate_takes_the_one_that_all_claims_give() {
    let folder = TempDir::new().unwrap();
    let topic = "topics:\n  price: {kind: money, phrases: [Pro plan costs <money>]}\n";
    let rules = format!("facts:\n  price: plans.yaml#pro\n{topic}rules:\n  - price matches its fact\n");
    write(
        folder.path(),
        "crosscheck.yaml",
        "rules: [rules.yaml]\non no evidence: fail\nstories: {manual: [docs/*.md]}\n",
    );
    write(folder.path(), "rules.yaml", rules);
    for (fact, one, other, expected) in [
        ("$30", "$30 per month", "$30/mo", 0),
        ("$30", "$30 per month", "$35 per month", 1),
        ("$30", "$30", "$30", 0),
        ("$30 per month", "$30 per month", "$30/mo", 0),
        ("$30 per month", "$30 per year", "$30 per year", 1),
    ] {
        write(folder.path(), "plans.yaml", format!("pro: {fact}\n"));
        write(folder.path(), "docs/a.md", format!("# Start\n\nThe Pro plan costs {one}.\n"));
        write(folder.path(), "docs/b.md", format!("# Plans\n\nThe Pro plan costs {other}.\n"));
        let run = crosscheck(folder.path(), &["check"]);
        assert_eq!(run.code, expected, "{fact}, {one}, {other}\n{}{}", run.stdout, run.stderr);
    }
}
