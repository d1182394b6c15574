//! Rule files that are right, and which topics and rules are left where one is not.

use super::*;
use crate::lexicon::Lexicon;

fn sources(texts: &[&str]) -> Vec<RuleSource> {
    let source =
        |(index, text): (usize, &&str)| RuleSource { path: format!("{index}.yaml"), text: (*text).to_string() };
    texts.iter().enumerate().map(source).collect()
}

/// The names of the topics, the ids of the rules, the codes of the mistakes.
fn names(texts: &[&str]) -> (String, String, String) {
    let (rules, mistakes) = read(&sources(texts), &Defaults::default(), &Lexicon::shared());
    let topics: Vec<&str> = rules.topics.iter().map(|topic| topic.name.as_str()).collect();
    let ids: Vec<&str> = rules.rules.iter().map(|rule| rule.id.as_str()).collect();
    let codes: Vec<&str> = mistakes.iter().map(|mistake| mistake.code.as_str()).collect();
    (topics.join(", "), ids.join(", "), codes.join(", "))
}

#[test]
fn everything_in_a_file_is_read() {
    let text = r"
story: quake
names: { Kowalczyk: [Kowalchik, Kowaltschik], Ryabkov: }
words: { hurt: [hurt, wounded], 1353: no }
topics:
  toll:
    kind: count
    phrases:
      - <count> people were $hurt
    except: [return <count>]
    not near: [last year]
    in: [headline, body]
    of: people
    unit: people
    develops: up
  requested by:
    kind: choice
    choices:
      no: [requested by nobody, on]
      Selm: requested by the (islanders|council)
rules:
  - toll cited in every source
  - id: R2
    rule: >
      toll consistent
      across sources
    severity: warning
    why: it is read aloud
    tags: [figures, 7]
    examples:
      pass: [Ten people were hurt.]
      fail: Nobody counted.
    on no evidence: fail
";
    let (rules, mistakes) = read(&sources(&[text]), &Defaults::default(), &Lexicon::shared());
    let codes: Vec<&str> = mistakes.iter().map(|mistake| mistake.code.as_str()).collect();
    assert_eq!(codes, ["unused-topic"]);
    let [toll, requested] = rules.topics.as_slice() else { panic!("{:?}", rules.topics) };
    assert_eq!((toll.kind.name(), toll.patterns.len(), toll.except.len(), toll.not_near.len()), ("count", 1, 1, 1));
    assert_eq!(toll.story.as_deref(), Some("quake"));
    assert_eq!((toll.of.as_deref(), toll.unit.as_deref()), (Some("people"), Some("people")));
    assert_eq!(toll.parts.as_ref().map(Vec::len), Some(2));
    assert_eq!(requested.choices(), ["no", "Selm"]);
    let [first, second] = rules.rules.as_slice() else { panic!("{:?}", rules.rules) };
    assert_eq!((first.id.as_str(), first.severity), ("toll-cited-in-every-source", Severity::Error));
    assert_eq!((first.place.line, first.place.column), (22, 5));
    assert_eq!((second.id.as_str(), second.sentence.as_str()), ("R2", "toll consistent across sources"));
    assert_eq!((second.severity, second.on_no_evidence), (Severity::Warning, OnNoEvidence::Fail));
    assert_eq!(
        (second.why.as_deref(), second.tags.as_slice()),
        (Some("it is read aloud"), ["figures".to_string(), "7".to_string()].as_slice())
    );
    assert_eq!((second.passing_examples.len(), second.failing_examples.len()), (1, 1));
}

#[test]
fn a_mistake_takes_out_no_more_than_it_must() {
    const TOLL: &str = "topics:\n  toll: {kind: count, phrases: [<count> dead]}\n";
    const BROKEN: &str = "topics:\n  toll: {kind: count, phrases: [<count> dead], inn: body}\n";
    for (texts, expected) in [
        (vec![TOLL, "rules: [toll cited, toll is 5]"], ("toll", "toll-cited, toll-is-5", "")),
        (vec![BROKEN, "rules: [toll cited, headline cited]"], ("", "headline-cited", "unknown-key")),
        (
            vec!["rules:\n- {rule: headline cited, severity: y}\n- url date cited"],
            ("", "url-date-cited", "unknown-word"),
        ),
        (vec!["rules:\n- {id: a, rule: headline cited}\n- {id: a, rule: url date cited}"], ("", "a", "duplicate-id")),
        (
            vec!["story: s\nrules: [headline cited]", "story: t\nrules: [headline cited]"],
            ("", "headline-cited, headline-cited", ""),
        ),
        (vec!["story: s\nrules: [headline cited]", "rules: [headline cited]"], ("", "headline-cited", "duplicate-id")),
        (vec![TOLL, TOLL], ("", "", "duplicate-topic")),
        (
            vec!["rules: [headline cited]\n", "rules:\n- \"b\" c\n- url date cited\n", "rule: x"],
            ("", "headline-cited, url-date-cited", "text-after-quotes, unknown-key"),
        ),
        (vec!["", "# x", "~"], ("", "", "empty-file, empty-file, empty-file")),
    ] {
        let found = names(&texts);
        assert_eq!((found.0.as_str(), found.1.as_str(), found.2.as_str()), expected, "{texts:?}");
    }
}

#[test]
fn a_story_sees_its_own_topics_and_those_of_all() {
    let story = |name: &str| format!("story: {name}\ntopics:\n  toll: {{kind: count, phrases: [<count> dead]}}\n");
    let (topics, _, codes) = names(&[&story("s"), &story("t")]);
    assert_eq!((topics.as_str(), codes.as_str()), ("toll, toll", ""));
    let (topics, _, codes) = names(&[&story("s"), &story("s")]);
    assert_eq!((topics.as_str(), codes.as_str()), ("", "duplicate-topic"));
}

#[test]
fn many_mistakes_are_reported_quickly() {
    let rules: String =
        (0..5_000).map(|index| format!("  - {{id: r{index}, rule: headline cited, severity: x}}\n")).collect();
    let start = std::time::Instant::now();
    let (_, mistakes) = read(&sources(&[&format!("rules:\n{rules}")]), &Defaults::default(), &Lexicon::shared());
    assert_eq!(mistakes.len(), 5_000);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_file_is_too_odd(
        lines in proptest::collection::vec(
            "( {0,6}|\t)(- )?(topics|rules|toll|kind|phrases|choices|rule|id|in|examples|\\*a|&a|\"x\"|x)?(: ?)?(\\[|\\{|'|x, y|<count>|count|choice|\\?|~|- |\\||>|# c|é)?(\\]|\\}|')?",
            0..12,
        ),
    ) {
        let text = lines.join("\n");
        let (_, mistakes) = read(&sources(&[&text]), &Defaults::default(), &Lexicon::shared());
        for mistake in &mistakes {
            let shown = crate::diagnostic::render(mistake, crate::diagnostic::Colour::Plain);
            proptest::prop_assert!(shown.contains(&mistake.code), "{shown}");
        }
    }
}
