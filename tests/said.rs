//! How figures, names and quotations are said in a summary, beside how its sources say them.

use crosscheck::rooms::{
    finding::{Finding, Outcome},
    lexicon::Lexicon,
    pipeline,
    rule::{Defaults, ExampleArticle, RuleSource, read},
};

/// What a sentence answers on a summary and its source.
fn finding(sentence: &str, (summary, source): (&str, &str)) -> Finding {
    let file = RuleSource { path: "rules.yaml".into(), text: format!("rules:\n  - {sentence:?}\n") };
    let (rules, mistakes) = read(&[file], &Defaults::default(), Lexicon::english());
    assert_eq!(mistakes, [], "{sentence}");
    let article = |group: &str, text: &str| ExampleArticle { group: Some(group.into()), text: text.into() };
    let example: Vec<ExampleArticle> = vec![article("summary", summary), article("sources", source)];
    pipeline::try_example(&rules, rules.rules.first().unwrap(), &example, Lexicon::english()).unwrap()
}

/// Summary and source, and what a sentence answers.
type Case<'c> = (&'c str, &'c str, Outcome);

fn check(sentence: &str, cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (summary, source, expected) in cases {
        let found = finding(sentence, (summary, source));
        if found.outcome != *expected {
            wrong.push(format!("{summary} / {source}: {:?}, {}", found.outcome, found.message));
        }
    }
    assert!(wrong.is_empty(), "{sentence}\n{}", wrong.join("\n"));
}

const STORM: &str = "The storm hurt 12 people in Orvane. Nobody could cross the river for days. The council, which met on \
                     Tuesday, employs 40 people. The ferry company sold its two boats for $3 million and spent $8 million on a pier.";

#[test]
fn a_figure_is_attached_where_its_subject_or_verb_stands() {
    check(
        "every figure in \"summary\" attached as in \"sources\"",
        &[
            ("The council employs 40 people.", STORM, Outcome::Pass),
            ("In Orvane 12 people were hurt.", STORM, Outcome::Pass),
            ("The injured, 12 people, were hit by the storm.", STORM, Outcome::Pass),
            ("The council employs 12 people.", STORM, Outcome::Fail),
            ("The storm hurt 40 people in Orvane.", STORM, Outcome::Fail),
            ("Its boats were sold for $3 million.", STORM, Outcome::Pass),
            ("It sold its boats for $8 million.", STORM, Outcome::Fail),
            // Words for the same that are in no list are no proof.
            ("The gale injured 12 people in Orvane.", STORM, Outcome::Pass),
            // What is not there at all is the business of another rule.
            ("The council employs 50 people.", STORM, Outcome::NoEvidence),
            ("They did.", STORM, Outcome::NoEvidence),
        ],
    );
    let found =
        finding("every figure in \"summary\" attached as in \"sources\"", ("The council employs 12 people.", STORM));
    assert_eq!(found.reasons, ["said of another"]);
    for quoted in ["The council employs 12 people.", "The storm hurt 12 people in Orvane."] {
        assert!(found.message.contains(quoted), "{}", found.message);
    }
}

#[test]
fn a_figure_does_not_go_the_other_way() {
    let two = "Fares rose 12 percent in Orvane. In Selm they fell 12 percent. The firm made a loss of $5 million.";
    check(
        "every figure in \"summary\" directed as in \"sources\"",
        &[
            ("Fares climbed 12 percent.", "Fares rose 12 percent.", Outcome::Pass),
            ("Fares fell by 12 percent.", "Fares rose 12 percent.", Outcome::Fail),
            ("Fares were down 12 percent.", "There was an increase of 12 percent in fares.", Outcome::Fail),
            ("Orvane won by 12 points.", "Orvane lost by 12 points.", Outcome::Fail),
            ("It made a profit of $5 million.", two, Outcome::Fail),
            // One of the places says so.
            ("Fares fell by 12 percent in Selm.", two, Outcome::Pass),
            // Denied, or not said at all.
            ("Fares did not fall 12 percent.", "Fares rose 12 percent.", Outcome::NoEvidence),
            ("Fares changed by 12 percent.", "Fares rose 12 percent.", Outcome::NoEvidence),
        ],
    );
}

#[test]
fn a_negation_is_neither_lost_nor_added() {
    check(
        "every figure in \"summary\" negated as in \"sources\"",
        &[
            ("The ferry carried 40 people.", "The ferry carried 40 people on Friday.", Outcome::Pass),
            ("The ferry never carried 40 people.", "The ferry carried 40 people on Friday.", Outcome::Fail),
            ("The ferry carried 40 people.", "It is not true that the ferry carried 40 people.", Outcome::Fail),
            ("The ferry carried 40 people.", "Did the ferry carry 40 people?", Outcome::Pass),
            ("The ferry never took 40 people.", "The ferry carried 40 people on Friday.", Outcome::NoEvidence),
        ],
    );
    let sold = "The ferry company sold its 12 boats.";
    check(
        "every figure in \"summary\" negated as in \"sources\"",
        &[
            ("The ferry company has yet to sell its 12 boats.", sold, Outcome::Fail),
            ("The ferry company cannot sell its 12 boats.", sold, Outcome::Fail),
            ("The ferry company didnt sell its 12 boats.", sold, Outcome::Fail),
            ("The ferry company failed to sell its 12 boats.", sold, Outcome::Fail),
            ("Not all of the 12 boats were sold.", "All of the 12 boats were sold.", Outcome::Fail),
            ("Hardly any of the 12 boats were sold.", "The 12 boats were sold.", Outcome::Fail),
            ("The ferry company failed to sell its 12 boats.", "It did not sell its 12 boats.", Outcome::Pass),
            // It did.
            ("The ferry company did not hesitate to sell its 12 boats.", sold, Outcome::Pass),
            ("The ferry company did not fail to sell its 12 boats.", sold, Outcome::Pass),
            ("The ferry company did not only sell its 12 boats.", sold, Outcome::Pass),
            ("The ferry company did not sell its 12 boats until Monday.", sold, Outcome::Pass),
        ],
    );
    check(
        "every name in \"summary\" negated as in \"sources\"",
        &[
            ("Ada Quill was not arrested.", "The police arrested Ada Quill.", Outcome::Fail),
            ("Ada Quill was arrested.", "The police arrested Ada Quill.", Outcome::Pass),
            // Another place says it without.
            (
                "Ada Quill was arrested.",
                "They did not arrest Ada Quill then. They arrested Ada Quill later.",
                Outcome::Pass,
            ),
        ],
    );
    check(
        "every quotation in \"summary\" negated as in \"sources\"",
        &[
            ("The mayor did not call it \"a grave error\".", "The mayor called it \"a grave error\".", Outcome::Fail),
            ("The mayor called it \"a grave error\".", "The mayor called it \"a grave error\".", Outcome::Pass),
        ],
    );
}

#[test]
fn a_headline_can_be_held_against_its_body() {
    for (rule, text, expected) in [
        ("every figure in headline directed as in body", "Fares fall 12%\n\nFares rose 12 percent.\n", Outcome::Fail),
        ("every figure in headline directed as in body", "Fares jump 12%\n\nFares rose 12 percent.\n", Outcome::Pass),
    ] {
        let found = finding(rule, (text, "Nothing."));
        assert_eq!(found.outcome, expected, "{text}: {}", found.message);
    }
}
