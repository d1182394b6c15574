//! Whole stories judged: properties, blame, and how time grows; a slow and obvious judge stands beside the real one.

mod reference;

use super::testing::{by_words, claim, finding, message, rules, rules_on, story, topic, value};
use super::*;
use crate::{
    claim::{Topic, topic::Develops},
    finding::{Role, Severity},
    lexicon::Lexicon,
    rule::sentence,
    value::{
        Amount, Content, Kind, Value,
        date::{DatePoint, Unit},
    },
};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

const BLAMED: &str =
    "A@2021-12-30: rel+0 e=rel+11 | B@2021-12-31: rel-1 e=rel+10 | C@2021-11-30: rel-1 e=rel+10 | D: ?";

#[test]
fn one_wrong_anchor_is_blamed() {
    for sentence in
        ["d consistent across sources", "e consistent across sources", "d consistent across sources within 2 days"]
    {
        let finding = finding(sentence, &story(BLAMED, "d"));
        assert_eq!((finding.outcome, finding.blames.as_deref()), (Outcome::Fail, Some("002.txt")), "{sentence}");
        assert!(
            finding.message.contains("because its declared date, 30 November 2021, is probably wrong"),
            "{finding:?}"
        );
        let roles: Vec<Role> = finding.evidence.iter().map(|evidence| evidence.role).collect();
        assert!(
            roles.contains(&Role::Opposes) && roles.contains(&Role::Context) || sentence.starts_with('e'),
            "{roles:?}"
        );
    }
}

#[test]
fn nobody_is_blamed_without_need() {
    for (name, line) in [
        ("two articles, either could be wrong", "A@2021-12-30: rel+0 | C@2021-11-30: rel-1"),
        ("no other anchor would help", "A@2021-12-30: rel+0 | B@2021-12-31: rel-1 | C@2021-11-30: rel-20"),
        ("stated days conflict", "A@2021-12-30: 2021-12-30 | B@2021-12-31: 2021-12-30 | C@2021-11-30: 2021-11-29"),
        ("two are wrong", "A@2021-12-30: rel+0 | B@2021-12-31: rel-1 | C@2021-11-30: rel-1 | D@2021-10-30: rel-1"),
        ("they agree", "A@2021-12-30: rel+0 | B@2021-12-31: rel-1"),
        (
            "another conflict of anchors stays",
            "A@2021-12-30: rel+0 e=rel+0 | B@2021-12-31: rel-1 e=rel+9 | C@2021-11-30: rel-1 | D@2021-12-31: e=rel-1",
        ),
    ] {
        let finding = finding("d consistent across sources", &story(line, "d"));
        assert_eq!(finding.blames, None, "{name}: {finding:?}");
    }
}

#[test]
fn an_article_without_a_day_hides_none_that_came_before() {
    let rising = vec![Topic { develops: Some(Develops::Up), ..topic("d", "date", &[]) }];
    let story = story("A: 2022-01-01 | A@03: 2022-01-05 | A@04: rel-3 | B: 2022-01-05", "d");
    let rules = rules_on("d consistent across sources", rising);
    let finding = judge_with(&rules, &story, by_words()).remove(0).findings.remove(0);
    assert_eq!((finding.outcome, &finding.blames), (Outcome::Fail, &None), "{finding:?}");
}

/// Whatever day the suspect was published, the third still contradicts itself.
#[test]
fn nobody_is_blamed_for_what_another_contradicts_in_itself() {
    let rising = vec![Topic { develops: Some(Develops::Up), ..topic("d", "date", &[]) }];
    let story = story("B@05: 2022-01-07 | B@06: rel-3 | B@04: 2022-01-04 2022-01-01", "d");
    let finding = judge_with(&rules_on("d consistent across sources", rising), &story, by_words()).remove(0);
    let finding = &finding.findings[0];
    assert_eq!((finding.outcome, &finding.blames), (Outcome::Fail, &None), "{finding:?}");
}

/// What only an older version of a page gives says nothing of the day of others.
#[test]
fn nobody_is_blamed_for_what_a_version_no_longer_says() {
    let mut story = story("B@03: 2022-01-01 2022-01-04 | B@04: 2022-01-01 | A@04: rel-7", "d");
    for article in &mut story[..2] {
        article.metadata.url = Some("https://b.example/one".into());
    }
    let finding = finding("d consistent across sources", &story);
    assert_eq!((finding.outcome, &finding.blames), (Outcome::Fail, &None), "{finding:?}");
}

/// The outcome of a rule on values that each an article gives, of a kind.
fn on_values(sentence: &str, kind: &str, values: Vec<Value>) -> Outcome {
    let rules = rules_on(sentence, vec![topic("n", kind, &[])]);
    let mut articles = story(&["A@05:", "B@06:", "C@07:"][..values.len()].join(" | "), "n");
    for (article, value) in articles.iter_mut().zip(values) {
        article.claims = vec![claim("n", value, 0)];
    }
    judge(&rules, &articles, Lexicon::english()).remove(0).findings.remove(0).outcome
}

fn read(words: &str, kind: &str) -> Value {
    crate::kind::literal(words, Kind::find(kind).unwrap(), Lexicon::english()).unwrap()
}

#[test]
fn a_clock_time_of_a_rule_is_of_the_day_of_each_claim() {
    let on = |words: &str, shift: i32| {
        let mut value = read(words, "time");
        if let Content::Time(time) = &mut value.content {
            Arc::make_mut(time).day = Some(Arc::new(DatePoint::Relative { unit: Unit::Day, shift }.into()));
        }
        value
    };
    for (sentence, values, expected) in [
        ("n before 8:30 GMT", vec![on("7:30 GMT", 0), on("10:00 GMT", -2)], Outcome::Fail),
        ("n before 8:30 GMT", vec![on("7:30 GMT", 0), on("8:00 GMT", 2)], Outcome::Pass),
        ("n on 8:30 GMT", vec![on("8:30 GMT", 0), on("8:30 GMT", 2)], Outcome::Pass),
        ("n within 1 hour of 8:30 GMT", vec![on("8:00 GMT", 0), on("9:00 GMT", 2)], Outcome::Pass),
        ("n after 8:30 GMT", vec![on("9:30 GMT", -3), on("8:00 GMT", 2)], Outcome::Fail),
    ] {
        assert_eq!(on_values(sentence, "time", values.clone()), expected, "{sentence}: {values:?}");
    }
}

#[test]
fn dates_of_an_article_whose_day_nobody_knows_compare_in_any_order() {
    for (words, outcome) in [
        (["January 7", "7 January 2022"], Outcome::Pass),
        (["7 January 2022", "January 7"], Outcome::Pass),
        (["January 7", "8 January 2022"], Outcome::Fail),
        (["8 January 2022", "January 7"], Outcome::Fail),
        (["January 7", "7 January"], Outcome::Pass),
        (["December 30", "7 January 2022"], Outcome::Fail),
    ] {
        let rules = rules_on("n consistent within each article", vec![topic("n", "date", &[])]);
        let mut articles = story("A:", "n");
        articles[0].claims = words.iter().enumerate().map(|(at, words)| claim("n", read(words, "date"), at)).collect();
        let found = judge(&rules, &articles, Lexicon::english()).remove(0).findings.remove(0);
        assert_eq!(found.outcome, outcome, "{words:?}: {}", found.message);
    }
}

#[test]
fn an_amount_of_a_rule_is_held_against_its_own_currency() {
    let with = |words: &str, also: &[&str]| {
        let mut value = read(words, "money");
        if let Content::Amount(amount) = &mut value.content {
            let amounts = also.iter().map(|words| match read(words, "money").content {
                Content::Amount(amount) => amount,
                other => panic!("{other:?}"),
            });
            Arc::make_mut(amount).also = amounts.map(|also| Amount::clone(&also)).collect();
        }
        value
    };
    for (sentence, values, expected) in [
        ("n is $1", vec![with("€4", &["$1"])], Outcome::Pass),
        ("n is $1", vec![with("€4", &["$1"]), with("€4", &["$1"])], Outcome::Pass),
        ("n is $1", vec![with("€4", &["$1"]), with("€4", &[])], Outcome::Fail),
        ("n is $1", vec![with("€4", &["$2"]), with("€4", &[]), with("€5", &[])], Outcome::Fail),
        ("n at most $1", vec![with("€4", &["$2"]), with("€4", &[]), with("$1", &["€3"])], Outcome::Fail),
        ("n at most $1", vec![with("€4", &[])], Outcome::NoEvidence),
    ] {
        assert_eq!(on_values(sentence, "money", values.clone()), expected, "{sentence}: {values:?}");
    }
}

#[test]
fn what_nothing_to_compare_counts_as() {
    let sentence = "n consistent across sources";
    for (line, counts_as, outcome, reasons, fails) in [
        ("A: 5 | B:", OnNoEvidence::Warn, Outcome::NoEvidence, "", false),
        ("A: 5 | B:", OnNoEvidence::Fail, Outcome::NoEvidence, "", true),
        ("A: 5 | B:", OnNoEvidence::Pass, Outcome::Pass, "no evidence", false),
        ("A: 5 | B: 5", OnNoEvidence::Pass, Outcome::Pass, "", false),
        ("A: 5 | B: 5", OnNoEvidence::Fail, Outcome::Pass, "", false),
        ("A: 5 | B: 6", OnNoEvidence::Pass, Outcome::Fail, "", true),
    ] {
        let mut rules = rules(sentence);
        rules.rules[0].on_no_evidence = counts_as;
        let found = judge_with(&rules, &story(line, "n"), by_words()).remove(0).findings.remove(0);
        let given = (found.outcome, found.reasons.join(", "), found.failure);
        assert_eq!(given, (outcome, reasons.to_string(), fails), "{line}, {counts_as:?}");
    }
}

#[test]
fn messages_are_sentences() {
    let blamed = ", because its declared date, 30 November 2021, is probably wrong";
    for (sentence, line, expected) in [
        ("n consistent across sources", "A: 5 | B: 5 | C: 5 | D: 7", "3 sources give the n as 5; D gives 7"),
        ("n consistent across sources", "A: 5 | B: 7", "A gives the n as 5; B gives 7"),
        (
            "n consistent across sources",
            "A: 5 | B: 7 | C: 9 | D: 11 | E: 13",
            "A gives the n as 5; B gives 7; C gives 9; 2 more answers differ",
        ),
        ("n consistent across sources", "A: 5 7 | B: 5", "A contradicts itself on the n: 5 and 7"),
        ("n consistent across sources", "A: 5 | B: 5", "A and B agree on the n: 5"),
        (
            "n consistent across sources",
            "A: 50 | B: about 50",
            "A and B are compatible on the n: 50 (A) and 45 to 55 (B)",
        ),
        ("n consistent across sources", "A: 5 | B:", "only A gives the n (5): there is nothing to compare it with"),
        (
            "n consistent across sources",
            "A: 5 | B: ?",
            "only A gives the n in a way that can be compared (5): `?` in B is unclear, because it names no day",
        ),
        ("n consistent across sources", "A: | B:", "no source gives the n"),
        (
            "n consistent across sources",
            "A: ?",
            "no claim on the n can be compared: `?` in A is unclear, because it names no day",
        ),
        (
            "n consistent across sources",
            "A: $5 | B: €6",
            "the claims on the n are in units or currencies that do not compare",
        ),
        (
            "up consistent across sources",
            "A@01: 5 | B@02: 7",
            "A and B differ on the up only as time goes on: from 5 (1 January 2022) to 7 (2 January 2022)",
        ),
        (
            "down consistent across sources",
            "A@01: 7 | B@02: 5 | C@03: 4",
            "3 sources differ on the down only as time goes on: from 7 (1 January 2022) to 4 (3 January 2022), by way of \
             5 (2 January 2022)",
        ),
        ("c consistent across sources", "A: x | B: y", "A gives `x` for the c; B gives `y`"),
        (
            "d consistent across sources",
            "A: 2021-12-01..2021-12-10 | B: 2021-11-01..2021-11-30",
            "A puts the d between 1 and 10 December 2021; B puts it in November 2021",
        ),
        ("n at least 9", "A: 5", "A gives the n as 5, which is not at least 9"),
        ("d before e", "A: 2021-12-30", "no source gives the e"),
        (
            "d consistent across sources",
            "A@2021-11-30: rel-1 | B@2021-12-30: rel+0 | C@2021-12-31: rel-1",
            &format!("B and C put the d on 30 December 2021; A puts it on 29 November 2021{blamed}"),
        ),
        (
            "d consistent across sources",
            "A@2021-11-30: 2022-01-10 rel+11 | B@2021-12-30: rel+11",
            &format!("A contradicts itself on the d: 10 January 2022, but 11 December 2021{blamed}"),
        ),
    ] {
        assert_eq!(message(sentence, line), expected, "{sentence}: {line}");
    }
}

#[test]
fn the_blamed_article_opposes_what_the_others_say() {
    let roles = |line: &str| -> Vec<(String, Role)> {
        let finding = finding("d consistent across sources", &story(line, "d"));
        finding.evidence.into_iter().map(|evidence| (evidence.source().to_string(), evidence.role)).collect()
    };
    let named = |roles: &[(&str, Role)]| -> Vec<(String, Role)> {
        roles.iter().map(|(source, role)| ((*source).to_string(), *role)).collect()
    };
    assert_eq!(
        roles("A@2021-11-30: rel-1 rel-1 rel-1 | B@2021-12-30: rel+0 | C: ?"),
        named(&[
            ("A", Role::Opposes),
            ("A", Role::Opposes),
            ("A", Role::Opposes),
            ("B", Role::Opposes),
            ("C", Role::Context)
        ]),
        "two sources: either may be wrong"
    );
    assert_eq!(
        roles("A@2021-11-30: rel-1 2021-12-30 | B@2021-12-31: rel-1"),
        named(&[("A", Role::Opposes), ("A", Role::Supports), ("B", Role::Supports)])
    );
}

#[test]
fn and_and_or_join_outcomes() {
    for (sentence, line, expected) in [
        ("n cited and n at least 5", "A: 6", Outcome::Pass),
        ("n cited and n at least 5", "A: 4", Outcome::Fail),
        ("n cited and d on 2021-12-30", "A: 6", Outcome::NoEvidence),
        ("n at least 9 and d on 2021-12-30", "A: 6", Outcome::Fail),
        ("n at least 9 or n cited", "A: 6", Outcome::Pass),
        ("n at least 9 or d on 2021-12-30", "A: 6", Outcome::NoEvidence),
        ("n at least 9 or n at most 2", "A: 6", Outcome::Fail),
    ] {
        assert_eq!(finding(sentence, &story(line, "n")).outcome, expected, "{sentence}: {line}");
    }
    let both = finding("n at least 9 or n at most 2 or n cited", &story("A: 6", "n"));
    assert_eq!(both.evidence.len(), 1, "one claim stands once");
}

#[test]
fn stories_and_rules_keep_to_themselves() {
    let mut set = rules("n consistent across sources");
    set.topics[0].story = Some("one".into());
    let mut only = set.rules[0].clone();
    only.story = Some("two".into());
    only.on_no_evidence = OnNoEvidence::Fail;
    set.rules.push(only);
    let mut articles = story("A: 5 | B: 6", "n");
    articles.iter_mut().for_each(|article| article.story = "two".into());
    articles
        .extend(story("A: 5 | B: 6", "n").into_iter().map(|article| ArticleClaims { story: "one".into(), ..article }));
    let reports = judge_with(&set, &articles, by_words());
    let shown: Vec<_> = reports
        .iter()
        .map(|report| {
            let findings: Vec<_> = report.findings.iter().map(|finding| (finding.outcome, finding.failure)).collect();
            (report.story.as_str(), report.topics.len(), findings)
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("one", 8, vec![(Outcome::Fail, true)]),
            ("two", 7, vec![(Outcome::NoEvidence, false), (Outcome::NoEvidence, true)])
        ]
    );
}

#[test]
fn fingerprints_know_nothing_of_places() {
    let mut articles = story("A: 5 | B: 7", "n");
    let before = finding("n consistent across sources", &articles);
    for article in &mut articles {
        article.article = format!("moved/{}", article.article);
        let quote = Arc::make_mut(&mut article.claims[0].quote);
        quote.start += 1_000;
        quote.line += 9;
    }
    let after = finding("n consistent across sources", &articles);
    assert_eq!(before.fingerprint, after.fingerprint);
    assert_eq!(before.fingerprint.to_string().len(), 16);
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (1_u32..12).prop_map(|n| n.to_string()),
        2 => (1_u32..12).prop_map(|n| format!("about {n}")),
        1 => (1_u32..12).prop_map(|n| format!("over {n}")),
        1 => (1_u32..12).prop_map(|n| format!("under {n}")),
        1 => (1_u32..12).prop_map(|n| format!("at least {n}")),
        1 => (1_u32..12, 0_u32..5).prop_map(|(n, more)| format!("{n}-{}", n + more)),
        1 => Just("?".to_string()),
    ]
}

fn a_story() -> impl Strategy<Value = Vec<ArticleClaims>> {
    let article = (0_usize..5, prop::option::of(0_usize..2), prop::collection::vec(words(), 0..3));
    prop::collection::vec(article, 1..7).prop_map(|articles| {
        let lines: Vec<String> = articles
            .into_iter()
            .map(|(source, agency, claims)| {
                let agency = agency.map(|agency| format!("/W{agency}")).unwrap_or_default();
                format!("S{source}{agency}: {}", claims.join(" "))
            })
            .collect();
        story(&lines.join(" | "), "n")
    })
}

fn origins(articles: &[ArticleClaims]) -> usize {
    let finding = finding("n corroborated by at least 99 independent sources", articles);
    let number = finding.message.strip_prefix("only ").and_then(|rest| rest.split(' ').next()?.parse().ok());
    number.unwrap_or_default()
}

proptest! {
    #[test]
    fn the_order_of_articles_changes_nothing(articles in a_story(), seed in any::<u64>()) {
        let mut shuffled = articles.clone();
        shuffled.sort_by_key(|article| evidence::fingerprint([article.article.as_str(), &seed.to_string()]));
        for sentence in ["n consistent across sources", "n corroborated by at least 2 independent sources", "n cited", "n is 5"] {
            prop_assert_eq!(finding(sentence, &articles), finding(sentence, &shuffled));
        }
    }

    #[test]
    fn a_copy_never_adds_an_independent_source(articles in a_story(), index in any::<prop::sample::Index>()) {
        let before = origins(&articles);
        let mut copied = articles.clone();
        copied.push(ArticleClaims { article: "zzz.txt".into(), ..index.get(&articles).clone() });
        prop_assert!(origins(&copied) <= before);
    }

    #[test]
    fn a_wider_tolerance_never_adds_a_finding(articles in a_story(), width in 0_u32..6, more in 0_u32..6) {
        let fails = |width: u32| finding(&format!("n consistent across sources within {width}"), &articles).outcome == Outcome::Fail;
        prop_assert!(fails(width) || !fails(width + more));
    }

    #[test]
    fn the_largest_group_supports_and_equal_ones_take_no_sides(articles in a_story()) {
        let found = finding("n consistent across sources", &articles);
        if found.outcome == Outcome::Fail {
            let sources = |role: Role| found.evidence.iter().filter(|e| e.role == role).map(|e| e.source()).collect::<BTreeSet<_>>();
            prop_assert!(!sources(Role::Opposes).is_empty(), "{:?}", found);
            prop_assert!(sources(Role::Supports).len() != 1, "one against one: {:?}", found);
        }
    }
}

#[test]
fn blame_among_hundreds_of_articles() {
    let day = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
    let mut line: Vec<String> = (0..400)
        .map(|n| {
            let shown = day + chrono::Days::new(n);
            format!("S{n}@{shown}: rel-{n} e=rel-{n}")
        })
        .collect();
    line.push("Z@2020-01-01: rel+0 e=rel+0".into());
    let articles = story(&line.join(" | "), "d");
    let finding = finding("d consistent across sources", &articles);
    assert_eq!(finding.blames.as_deref(), Some("400.txt"));
}

#[test]
fn a_thousand_rules_over_a_thousand_topics_are_judged() {
    let topics: Vec<_> = (0..1_000).map(|n| topic(&format!("topic {n}"), "number", &[])).collect();
    let named = sentence::KnownTopics::new(&topics);
    let base = rules("n cited").rules.remove(0);
    let rules: Vec<Rule> = (0..1_000)
        .map(|n| {
            let text = format!("topic {n} consistent across sources");
            let tree = sentence::parse(&text, &named, Lexicon::english()).unwrap();
            Rule { sentence: text, tree, severity: Severity::Note, ..base.clone() }
        })
        .collect();
    let number = Kind::find("number").unwrap();
    let articles: Vec<ArticleClaims> = (0..5)
        .map(|article| ArticleClaims {
            story: "s".into(),
            article: article.to_string(),
            claims: (0..1_000).map(|n| claim(&format!("topic {n}"), value(number, "5"), n)).collect(),
            ..ArticleClaims::default()
        })
        .collect();
    let set = RuleSet { topics: topics.clone(), rules, names: Vec::new(), ..RuleSet::default() };
    assert_eq!(judge_with(&set, &articles, by_words())[0].findings.len(), 1_000);
}
