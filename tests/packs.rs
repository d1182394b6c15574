//! The packs that ship with the program: each is read without a mistake, its rules answer as their own examples say, and the
//! manual lists them.

use crosscheck::rooms::{
    finding::{Outcome, Severity},
    lexicon::Lexicon,
    pipeline,
    rule::{Defaults, RuleSet, RuleSource, pack, read},
};
use std::fmt::Write;

/// The rules of a pack, read as a reader's own file is.
fn rules(pack: &pack::Pack) -> RuleSet {
    let source = |pack: &pack::Pack| RuleSource { path: pack.file(), text: pack.text.to_string() };
    let needed = pack.needs.iter().map(|name| source(pack::Pack::find(name).expect("a pack that ships")));
    let files: Vec<RuleSource> = std::iter::once(source(pack)).chain(needed).collect();
    let (rules, mut mistakes) = read(&files, &Defaults::default(), Lexicon::english());
    // A pack's rules need not be about all topics of another.
    mistakes.retain(|mistake| mistake.code.to_string() != "unused-topic" || pack.needs.is_empty());
    assert_eq!(mistakes, [], "{}", pack.name);
    rules
}

#[test]
fn every_rule_is_whole() {
    for pack in pack::ALL {
        let rules = rules(pack).rules;
        let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids, pack.ids(), "{}: each rule has an id", pack.name);
        for rule in &rules {
            let name = format!("{}/{}", pack.name, rule.id);
            assert!(rule.why.is_some(), "{name} has no why");
            assert!(!rule.tags.is_empty(), "{name} has no tags");
            for outcome in [Outcome::Pass, Outcome::Fail] {
                assert!(rule.examples.iter().any(|example| example.expected == outcome), "{name} lacks examples");
            }
        }
    }
}

#[test]
fn every_example_is_answered_as_it_says() {
    let mut wrong = String::new();
    for pack in pack::ALL {
        let rules = rules(pack);
        for rule in &rules.rules {
            for example in &rule.examples {
                let expected = example.expected;
                let finding = pipeline::try_example(&rules, rule, &example.articles, Lexicon::english()).unwrap();
                // A pass for want of anything to judge shows nothing.
                let is_empty = finding.reasons.iter().any(|reason| reason == crosscheck::rooms::verify::NO_EVIDENCE);
                if finding.outcome != expected || is_empty {
                    let answer = format!("{:?}, {:?}: {}", finding.outcome, finding.reasons, finding.message);
                    let texts: Vec<&str> = example.articles.iter().map(|article| article.text.as_str()).collect();
                    writeln!(wrong, "{}/{}: {answer}\n  not {expected:?}: {texts:?}", pack.name, rule.id).unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn the_manual_lists_every_rule() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/language.md")).unwrap();
    let table = page.split("| in the pack | severity | rule |").nth(1).expect("the table of packs in docs/language.md");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let listed: Vec<String> = rows.map(str::to_string).collect();
    let severity = |severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let rows = pack::ALL.iter().flat_map(|pack| {
        let rules = rules(pack).rules.into_iter();
        rules.map(|rule| format!("| `{}/{}` | {} | `{}` |", pack.name, rule.id, severity(rule.severity), rule.sentence))
    });
    assert_eq!(listed, rows.collect::<Vec<_>>(), "left: docs/language.md; right: rules/packs");
}
