//! Who says so: speakers beside claims and quotations, one spelling a name, the words of quotations, and where articles come from.

use crate::support::{crosscheck, write};
use crosscheck::rooms::{
    finding::{Finding, Outcome},
    lexicon::Lexicon,
    pipeline,
    rule::{Defaults, ExampleArticle, RuleSource, read},
};

const TOPICS: &str = "topics:\n  dead:\n    kind: count\n    phrases:\n      - <count> people died\n";

/// What a sentence answers on some articles, each of a source of its own: A, B, and so on. "summary: ..." is in the group.
fn finding(sentence: &str, articles: &[&str]) -> Finding {
    let text = format!("{TOPICS}names:\n  Kolvanov: [Kolvanoff]\nrules:\n  - {sentence:?}\n");
    let file = RuleSource { path: "rules.yaml".into(), text };
    let (rules, mistakes) = read(&[file], &Defaults::default(), Lexicon::english());
    let mistakes: Vec<_> = mistakes.iter().filter(|mistake| mistake.code.name() != "unused-topic").collect();
    assert!(mistakes.is_empty(), "{sentence}: {mistakes:?}");
    let article = |text: &&str| {
        let grouped = text.split_once(": ").filter(|(group, _)| ["summary", "sources"].contains(group));
        match grouped {
            Some((group, text)) => ExampleArticle { group: Some(group.into()), text: text.into() },
            None => ExampleArticle { group: None, text: (*text).into() },
        }
    };
    let example: Vec<ExampleArticle> = articles.iter().map(article).collect();
    pipeline::try_example(&rules, rules.rules.first().unwrap(), &example, Lexicon::english()).unwrap()
}

/// Articles, the outcome, and words of the message.
type Case<'c> = (&'c [&'c str], Outcome, &'c str);

fn check(sentence: &str, cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (articles, outcome, words) in cases {
        let found = finding(sentence, articles);
        if found.outcome != *outcome || !found.message.contains(words) {
            wrong.push(format!("{articles:?}\n  {:?}, {}", found.outcome, found.message));
        }
    }
    assert!(wrong.is_empty(), "{sentence}\n{}", wrong.join("\n"));
}

#[test]
fn a_value_is_attributed_inside_what_is_said() {
    check(
        "dead attributed",
        &[
            (&["Police said 5 people died."], Outcome::Pass, ""),
            (&["In all 5 people died, the ministry said on Friday."], Outcome::Pass, ""),
            (&["According to the ministry, 5 people died."], Outcome::Pass, ""),
            (&["\"In all 5 people died,\" said Ada Lang, the mayor."], Outcome::Pass, ""),
            // At its first mention.
            (
                &["Police said 5 people died. The flood came at night. The 5 people died in their cars."],
                Outcome::Pass,
                "",
            ),
            (&["The mayor spoke to reporters after 5 people died."], Outcome::Fail, "which is not attributed"),
            (&["When 5 people died, police closed the road and said nothing."], Outcome::Fail, ""),
            (&["Police did not say whether 5 people died."], Outcome::NoEvidence, ""),
            (&["It was bad."], Outcome::NoEvidence, ""),
        ],
    );
    check(
        "dead attributed to \"Lang\"",
        &[
            (&["Ada Lang said 5 people died."], Outcome::Pass, ""),
            (&["Ada Lang came late. She said 5 people died."], Outcome::Pass, ""),
            (&["An aide said that Ada Lang had told him that 5 people died."], Outcome::Pass, ""),
            (&["Ada Langley said 5 people died."], Outcome::Fail, ""),
            (&["Bo Orsk told Ada Lang that 5 people died."], Outcome::Fail, ""),
        ],
    );
    let found = finding("dead attributed", &["An aide said that Ada Lang had told him that 5 people died."]);
    let said = found.evidence[0].said.as_deref().unwrap();
    assert_eq!((&*said.speaker, said.chain.len(), &*said.chain[0]), ("Ada Lang", 1, "An aide"));
}

#[test]
fn an_unnamed_source_has_its_reason() {
    check(
        "every unnamed source explained",
        &[
            (&["A senior official, who was not authorised to speak publicly, said it was over."], Outcome::Pass, ""),
            (&["An aide said it was over. He spoke on condition of anonymity because talks go on."], Outcome::Pass, ""),
            (&["A person familiar with the talks said it was over."], Outcome::Fail, "A person"),
            (&["A senior official said it was over. The official left."], Outcome::Fail, "A senior official"),
            (&["An aide, who spoke on condition of anonymity, said it was over."], Outcome::Fail, ""),
            // Bodies, groups, papers, and who is named.
            (
                &["The ministry said it was over. Officials said so too. A report found it was over."],
                Outcome::NoEvidence,
                "",
            ),
            (&["The official, Ada Lang, said it was over."], Outcome::NoEvidence, ""),
        ],
    );
}

#[test]
fn one_quotation_has_one_speaker() {
    check(
        "every quotation said by the same speaker",
        &[
            (
                &["\"The old wall is weak now,\" Ada Lang said.", "\"The old wall is weak now,\" said Bo Orsk."],
                Outcome::Fail,
                "to Bo Orsk, A to Ada Lang",
            ),
            (
                &["\"The old wall is weak now,\" Ada Lang said.", "Lang said: \"The old wall is weak now.\""],
                Outcome::Pass,
                "",
            ),
            // A body speaks through a person, and who passes words on is no other speaker.
            (
                &["\"The old wall is weak now,\" the ministry said.", "\"The old wall is weak now,\" said Bo Orsk."],
                Outcome::Pass,
                "",
            ),
            (
                &[
                    "\"The old wall is weak now,\" Ada Lang said.",
                    "Bo Orsk said Ada Lang had told him \"the old wall is weak now\".",
                ],
                Outcome::Pass,
                "",
            ),
            // Two may say three words.
            (&["\"Very sad indeed,\" Ada Lang said.", "\"Very sad indeed,\" said Bo Orsk."], Outcome::Pass, ""),
            (&["\"The old wall is weak now,\" Ada Lang said."], Outcome::NoEvidence, ""),
        ],
    );
}

#[test]
fn one_quotation_has_the_same_words() {
    check(
        "every quotation verbatim across sources",
        &[
            (
                &[
                    "\"We will not close the old harbour this year,\" he said.",
                    "\"We will close the old harbour this year,\" he said.",
                ],
                Outcome::Fail,
                "`not` is left out",
            ),
            (
                &[
                    "\"We will close the old harbour in 52 days,\" he said.",
                    "\"We will close the old harbour in 25 days,\" he said.",
                ],
                Outcome::Fail,
                "`25` stands for `52`",
            ),
            (
                &["\"We will not close the old harbour,\" he said.", "She would \"not close the old harbour\"."],
                Outcome::Pass,
                "",
            ),
            (
                &[
                    "\"We will not close the [old] harbour this year,\" he said.",
                    "\u{201c}We will not close the old harbour this year.\u{201d}",
                ],
                Outcome::Pass,
                "",
            ),
            (
                &[
                    "\"We built the wall in May and it cost a lot,\" he said. \"It rained but nobody came to the opening day,\" he added.",
                    "\"We built the wall in May, nobody came to the opening day,\" he said.",
                ],
                Outcome::Fail,
                "never together",
            ),
            // What shares a few words is another quotation.
            (
                &["\"We will close the harbour,\" he said.", "\"We will paint the town,\" he said."],
                Outcome::NoEvidence,
                "",
            ),
        ],
    );
}

#[test]
fn one_name_has_one_spelling() {
    check(
        "every name spelled the same across sources",
        &[
            (&["The envoy met Ada Kolvanov.", "The envoy met Ada Kolvanoff."], Outcome::Fail, "`Kolvanoff`"),
            (&["The envoy met Sergei Morlan.", "The envoy met Sergey Morlan."], Outcome::Fail, "`Sergey Morlan`"),
            (&["The envoy met Ada Morlan.", "The envoy met Ms Morlan."], Outcome::Pass, ""),
            // Namesakes that one article tells apart.
            (&["The envoy met Anna Morlan and Anne Morlan.", "The envoy met Anna Morlan."], Outcome::Pass, ""),
            (&["The envoy met Peter Morlan.", "The envoy met Paula Morlan."], Outcome::Pass, ""),
            (&["The envoy met Ada Morlan."], Outcome::NoEvidence, ""),
        ],
    );
}

#[test]
fn articles_of_one_origin_are_told() {
    let body = "The storm took the bridge at Orvane in the night, and nobody could cross the river until the ferry came back on \
                Friday. Two hundred families slept in the school while the council looked for beds in the villages around it.";
    check(
        "every article independent",
        &[
            (&["It was bad.", "It was worse."], Outcome::Pass, ""),
            (
                &["---\nagency: AFP\n---\nIt was bad.", "It was worse.\n\nAFP contributed to this report."],
                Outcome::Fail,
                "AFP",
            ),
            (&[body, &format!("A new first line stands here today. {body}")], Outcome::Fail, "% of their words"),
            // A sentence of the text credits nobody but its claim.
            (
                &[
                    "---\nagency: AFP\n---\nIt was bad.",
                    "It was worse.\n\nThe boats came from Selm with food for two weeks, AFP said.",
                ],
                Outcome::Pass,
                "",
            ),
            (&["---\nagency: AFP\n---\nIt was bad.", "It was worse.\n\nWith AFP"], Outcome::Fail, "AFP"),
            (
                &["---\nbyline: Ada Quill\n---\nIt was bad.", "---\nbyline: Ada Quill\n---\nIt was worse."],
                Outcome::Fail,
                "Ada Quill",
            ),
            // One statement that two quote makes nobody dependent.
            (&[&format!("\"{body}\" she said."), &format!("He read it out: \"{body}\"")], Outcome::Pass, ""),
            (&["It was bad."], Outcome::NoEvidence, ""),
        ],
    );
}

#[test]
fn a_claim_goes_back_to_its_statement() {
    check(
        "dead corroborated by at least 2 independent sources",
        &[
            (&["Ada Lang said 5 people died.", "In all 5 people died, Lang said."], Outcome::Fail, ""),
            (&["Ada Lang said 5 people died.", "Bo Orsk said 5 people died."], Outcome::Pass, ""),
            (&["In all 5 people died, the mayor told AFP.", "In all 5 people died, AFP reported."], Outcome::Fail, ""),
            // Two of one last name are two.
            (&["Ada Lang said 5 people died.", "Bo Lang said 5 people died."], Outcome::Pass, ""),
            (&["In all 5 people died.", "In all 5 people died."], Outcome::Pass, ""),
        ],
    );
}

#[test]
fn a_quotation_of_a_summary_has_the_speaker_of_its_sources() {
    check(
        "every quotation in \"summary\" supported by \"sources\"",
        &[
            (
                &[
                    "summary: \"The old wall is weak now,\" Bo Orsk said.",
                    "sources: \"The old wall is weak now,\" Ada Lang said.",
                ],
                Outcome::Fail,
                "gives `\"The old wall is weak now,\"` to Bo Orsk, but B gives it to Ada Lang",
            ),
            (
                &[
                    "summary: \"The old wall is weak now,\" Lang said.",
                    "sources: \"The old wall is weak now,\" Ada Lang said.",
                ],
                Outcome::Pass,
                "",
            ),
            (
                &[
                    "summary: \"The old wall is weak now,\" she said.",
                    "sources: \"The old wall is weak now,\" Ada Lang said.",
                ],
                Outcome::Pass,
                "",
            ),
            (
                &[
                    "summary: \"The old wall is weak now,\" the mayor said.",
                    "sources: \"The old wall is weak now,\" Ada Lang said.",
                ],
                Outcome::Pass,
                "",
            ),
        ],
    );
}

#[test]
fn a_figure_of_a_summary_has_the_speaker_of_its_sources() {
    let source = "sources: Ada Lang said that 12 people were hurt. Bo Orsk said that 40 houses had burned.";
    let case = |summary: &'static str, source: &'static str, outcome, words| ([summary, source], outcome, words);
    let cases = [
        case(
            "summary: Bo Orsk said 12 people were hurt.",
            source,
            Outcome::Fail,
            "gives `12` to Bo Orsk, but B gives it to Ada Lang",
        ),
        case(
            "summary: According to Ada Lang, 40 houses burned.",
            source,
            Outcome::Fail,
            "gives `40` to Ada Lang, but B gives it to Bo Orsk",
        ),
        case("summary: Ada Lang said 12 people were hurt.", source, Outcome::Pass, ""),
        case("summary: 12 people were hurt.", source, Outcome::Pass, ""),
        // One name, a pronoun, an office and a body may be anybody.
        case("summary: Orsk said 12 people were hurt.", source, Outcome::Pass, ""),
        case("summary: The mayor said 12 people were hurt.", source, Outcome::Pass, ""),
        case("summary: Bo Orsk spoke. He said 12 people were hurt.", source, Outcome::Pass, ""),
        case(
            "summary: Bo Orsk said 12 people were hurt.",
            "sources: Acme Corp said 12 people were hurt.",
            Outcome::Pass,
            "",
        ),
        case("summary: Bo Orsk said, citing Ada Lang, that 12 people were hurt.", source, Outcome::Pass, ""),
        // Somewhere it is said by nobody, or by him too.
        case(
            "summary: Bo Orsk said 12 people were hurt.",
            "sources: Ada Lang said 12 people were hurt. 12 people were hurt.",
            Outcome::Pass,
            "",
        ),
        case(
            "summary: Bo Orsk said 12 people were hurt.",
            "sources: Ada Lang said 12 people were hurt. Bo Orsk said 12 were.",
            Outcome::Pass,
            "",
        ),
        // What is added up is nobody's word.
        case(
            "summary: Bo Orsk said 30 people were hurt.",
            "sources: Ada Lang said 12 people were hurt in Selm and 18 people in Vale.",
            Outcome::Pass,
            "",
        ),
    ];
    let cases: Vec<(&[&str], Outcome, &str)> =
        cases.iter().map(|(articles, outcome, words)| (&articles[..], *outcome, *words)).collect();
    check("every figure in \"summary\" supported by \"sources\"", &cases);
}

#[test]
fn who_says_it_stands_in_the_matrix_where_a_rule_asks_that() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| write(folder.path(), path, text);
    write("story/a.txt", "Storm\n\nIn all 12 people died, Ada Lang said.\n");
    write("story/b.txt", "Storm in town\n\nIn town 12 people died.\n");
    let rules = |sentence: &str| format!("{TOPICS}rules:\n  - {sentence}\n");
    let printed = |sentence: &str, options: &[&str]| {
        write("rules.yaml", &rules(sentence));
        let arguments = [&["check", "story", "--rules", "rules.yaml"], options].concat();
        crosscheck(folder.path(), &arguments).stdout
    };
    let asked = "dead attributed";
    assert!(printed(asked, &["--verbose"]).contains("12, said by Ada Lang │ 12"), "{}", printed(asked, &["--verbose"]));
    assert!(!printed(asked, &[]).contains("12, said by"));
    assert!(!printed("dead consistent across sources", &["--verbose"]).contains("said by"));
    let table = printed(asked, &["--format", "csv"]);
    assert!(table.contains(",12,12 people,Ada Lang\r\n") && table.contains(",12,12 people,\r\n"), "{table}");
}

/// The faults that were planted in the project's own articles, each found once, and nothing else.
#[test]
fn packs_on_our_stories() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let uses = ["--use", "sourcing", "--use", "independence", "--use", "names"];
    let arguments: Vec<&str> = ["check", "--quiet", "fixtures/stories"].into_iter().chain(uses).collect();
    insta::assert_snapshot!(crate::support::transcript(root, &arguments));
}
