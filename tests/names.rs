//! Names that a project spells in several ways, judged by every predicate that compares them.

use crosscheck::rooms::{
    diagnostic::Level,
    finding::{Finding, Outcome},
    lexicon::Lexicon,
    pipeline,
    rule::{Defaults, ExampleArticle, RuleSet, RuleSource, read},
};

const TOPICS: &str = "
names:
  Harran: [Haran, Port Harran]
  Kowalczyk: [Kowalchik]
  Lena Ortiz: [Ortiz, Magdalena Ortiz]
topics:
  envoy: {kind: name, phrases: ['led by <name>']}
  host: {kind: name, phrases: ['hosted by <name>']}
  place: {kind: name, phrases: ['met in <name>']}
rules:
";

fn rules(files: &[&str]) -> RuleSet {
    let source =
        |(index, text): (usize, &&str)| RuleSource { path: format!("{index}.yaml"), text: (*text).to_string() };
    let files: Vec<RuleSource> = files.iter().enumerate().map(source).collect();
    let (rules, mistakes) = read(&files, &Defaults::default(), Lexicon::english());
    assert!(mistakes.iter().all(|mistake| mistake.level == Level::Warning), "{mistakes:?}");
    rules
}

/// What a sentence answers on articles of a source each, `{GROUP} text` or text.
fn finding(sentence: &str, articles: &[&str]) -> Finding {
    let rules = rules(&[&format!("{TOPICS}  - {sentence:?}\n")]);
    let written = |article: &&str| {
        let (group, text) = match article.strip_prefix('{').and_then(|rest| rest.split_once("} ")) {
            Some((group, text)) => (Some(group.to_string()), text),
            None => (None, *article),
        };
        ExampleArticle { group, text: text.to_string() }
    };
    let example: Vec<ExampleArticle> = articles.iter().map(written).collect();
    pipeline::try_example(&rules, rules.rules.first().unwrap(), &example, Lexicon::english()).unwrap()
}

/// What a sentence answers on articles of these sources, each with one claim.
fn of_sources(sentence: &str, sources: &[&str]) -> Finding {
    let rules = rules(&[&format!("{TOPICS}  - '{}'\n", sentence.replace('\'', "''"))]);
    let written = |source: &&str| ExampleArticle {
        group: None,
        text: format!("---\nsource: \"{source}\"\n---\nTalks\n\nIt was led by Ada Quill.\n"),
    };
    let example: Vec<ExampleArticle> = sources.iter().map(written).collect();
    pipeline::try_example(&rules, rules.rules.first().unwrap(), &example, Lexicon::english()).unwrap()
}

#[test]
fn a_source_is_one_however_it_is_typed() {
    let sentence = "envoy corroborated by at least 2 independent sources";
    for other in [
        "Editor’s Post",
        "editor's post",
        "Editor's\u{a0}Post",
        "Editor's  Post",
        "Editor's Po\u{ad}st",
        "Editor's Post\u{fe0f}",
        "Editor's\u{2009}Post",
    ] {
        assert_eq!(of_sources(sentence, &["Editor's Post", other]).outcome, Outcome::Fail, "{other:?}");
        let by_name = of_sources(&format!("envoy cited in \"{other}\""), &["Editor's Post"]);
        assert_eq!(by_name.outcome, Outcome::Pass, "{other:?}");
    }
    for other in ["Editors Post", "Editor Post", "Edïtor's Post", "Editor's Post 2"] {
        assert_eq!(of_sources(sentence, &["Editor's Post", other]).outcome, Outcome::Pass, "{other:?}");
    }
}

#[test]
fn one_name_for_every_predicate() {
    let version =
        |day: u32, text: &str| format!("---\nsource: Post\npublished: 2031-05-0{day}\n---\nTalks\n\n{text}\n");
    let versions = |one: &str, other: &str| [version(1, one), version(2, other)];
    let revised = versions("It was led by Ada Kowalczyk.", "It was led by Ada Kowalchik.");
    let replaced = versions("It was led by Ada Kowalczyk.", "It was led by Ada Quill.");
    for (sentence, articles, expected) in [
        (
            "envoy consistent across sources",
            &["It was led by Ada Kowalchik.", "It was led by Ms Kowalczyk."][..],
            "pass",
        ),
        ("envoy consistent across sources", &["It was led by Ada Kowalchik.", "It was led by Ms Quill."], "fail"),
        ("envoy consistent across sources", &["It was led by ORTIZ.", "It was led by Lena Ortiz’s aide."], "pass"),
        ("envoy consistent across sources", &["It was led by Maria Ortiz.", "It was led by Lena Ortiz."], "fail"),
        ("envoy consistent across sources", &["It was led by O'Lang.", "It was led by O’Lang."], "pass"),
        ("envoy consistent across sources", &["It was led by O'Lang.", "It was led by Olang."], "fail"),
        ("envoy consistent within each article", &["It was led by Ortiz. It was led by Magdalena Ortiz."], "pass"),
        ("envoy consistent within each article", &["It was led by Ortiz. It was led by Quill."], "fail"),
        ("envoy is Ada Kowalczyk", &["It was led by President Ada Kowalchik."], "pass"),
        ("envoy is Ada Kowalchik", &["It was led by President Ada Kowalczyk."], "pass"),
        ("envoy is Ada Kowalchik", &["It was led by Berta Kowalczyk."], "fail"),
        ("envoy matches host", &["It was led by Ada Kowalchik and hosted by Ada Kowalczyk."], "pass"),
        ("envoy matches host", &["It was led by Ada Kowalchik and hosted by Ada Quill."], "fail"),
        (
            "envoy corroborated by at least 2 independent sources",
            &["Led by Ada Kowalchik.", "Led by Ada Kowalczyk."],
            "pass",
        ),
        ("place consistent across sources", &["They met in Port Harran.", "They met in Haran."], "pass"),
        ("place consistent across sources", &["They met in New Harran.", "They met in Haran."], "fail"),
        ("place is Haran", &["They met in the HARRAN."], "pass"),
        (
            "every name in \"summary\" supported by \"sources\"",
            &["{summary} He saw Haran.", "{sources} He saw Harran."],
            "pass",
        ),
        (
            "every name in \"summary\" supported by \"sources\"",
            &["{summary} He saw the Haran Post.", "{sources} He saw Harran."],
            "fail",
        ),
        ("envoy unchanged across revisions", &[&revised[0], &revised[1]], "pass"),
        ("envoy unchanged across revisions", &[&replaced[0], &replaced[1]], "fail"),
    ] {
        let finding = finding(sentence, articles);
        let outcome = match finding.outcome {
            Outcome::Pass => "pass",
            Outcome::Fail => "fail",
            Outcome::NoEvidence => "no evidence",
        };
        assert_eq!(outcome, expected, "{sentence}: {articles:?}: {}", finding.message);
    }
}

#[test]
fn evidence_has_the_words_of_each_article() {
    let finding = finding("envoy is Ada Quill", &["Led by Ada Kowalchik.", "Led by Ada Kowalczyk."]);
    assert_eq!(finding.message, "A and B give `Ada Kowalczyk` for the envoy, which is not `Ada Quill`");
    let words: Vec<&str> = finding.evidence.iter().map(|evidence| evidence.exact().unwrap_or("")).collect();
    assert_eq!(words, ["Ada Kowalchik", "Ada Kowalczyk"]);
}

#[test]
fn names_reach_as_far_as_topics() {
    let set = rules(&[
        "names: {Harran: [Haran]}\nrules: []\n",
        "story: talks\nnames: {Selm: [Zelm], Harran: [Charran]}\nrules: []\n",
    ]);
    let name = |story: &str, written: &str| set.spellings(story).name_of(written, Lexicon::english().names());
    for (story, written, expected) in [
        ("talks", "Haran", Some("Harran")),
        ("talks", "Charran", Some("Harran")),
        ("talks", "Zelm", Some("Selm")),
        ("storm", "Haran", Some("Harran")),
        ("storm", "Charran", None),
        ("storm", "Zelm", None),
    ] {
        assert_eq!(name(story, written).as_deref(), expected, "{story}: {written}");
    }
}
