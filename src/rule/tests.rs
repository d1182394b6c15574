//! Rule files that are right, and which topics and rules are left where one is not.

use super::*;
use crate::{finding::Outcome, lexicon::Lexicon};

fn sources(texts: &[&str]) -> Vec<RuleSource> {
    let source =
        |(index, text): (usize, &&str)| RuleSource { path: format!("{index}.yaml"), text: (*text).to_string() };
    texts.iter().enumerate().map(source).collect()
}

/// The names of the topics, the ids of the rules, the codes of the mistakes.
fn names(texts: &[&str]) -> (String, String, String) {
    let (rules, mistakes) = read(&sources(texts), &Defaults::default(), Lexicon::english());
    let topics: Vec<&str> = rules.topics.iter().map(|topic| topic.name()).collect();
    let ids: Vec<&str> = rules.rules.iter().map(|rule| rule.id.as_str()).collect();
    let codes: Vec<&str> = mistakes.iter().map(|mistake| mistake.code.name()).collect();
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
    let (rules, mistakes) = read(&sources(&[text]), &Defaults::default(), Lexicon::english());
    let codes: Vec<&str> = mistakes.iter().map(|mistake| mistake.code.name()).collect();
    assert_eq!(codes, ["unused-topic"]);
    let [toll, requested] = rules.topics.as_slice() else { panic!("{:?}", rules.topics) };
    assert_eq!((toll.kind.name(), toll.patterns.len(), toll.except.len(), toll.not_near.len()), ("count", 1, 1, 1));
    assert_eq!(toll.story.as_deref(), Some("quake"));
    assert_eq!((toll.of.as_deref(), toll.unit.as_deref()), (Some("people"), None));
    assert_eq!(toll.parts.as_ref().map(Vec::len), Some(2));
    assert_eq!(requested.choices(), ["no", "Selm"]);
    let [first, second] = rules.rules.as_slice() else { panic!("{:?}", rules.rules) };
    assert_eq!((first.id.as_str(), first.severity), ("toll-cited-in-every-source", Severity::Error));
    assert_eq!((first.place.line, first.place.column), (21, 5));
    assert_eq!((second.id.as_str(), second.sentence.as_str()), ("R2", "toll consistent across sources"));
    assert_eq!((second.severity, second.on_no_evidence), (Severity::Warning, OnNoEvidence::Fail));
    assert_eq!(
        (second.why.as_deref(), second.tags.as_slice()),
        (Some("it is read aloud"), ["figures".to_string(), "7".to_string()].as_slice())
    );
    let expected: Vec<Outcome> = second.examples.iter().map(|example| example.expected).collect();
    assert_eq!(expected, [Outcome::Pass, Outcome::Fail]);
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
fn ten_times_the_mistakes_take_no_hundred_times_as_long() {
    let time_of = |mistakes: usize| {
        let rule = |index: usize| format!("  - {{id: r{index}, rule: headline cited, severity: x}}\n");
        let rules: String = (0..mistakes).map(rule).collect();
        let start = std::time::Instant::now();
        let (_, found) = read(&sources(&[&format!("rules:\n{rules}")]), &Defaults::default(), Lexicon::english());
        assert_eq!(found.len(), mistakes);
        start.elapsed()
    };
    // The best of several: others may use the machine.
    let few = (0..3).map(|_| time_of(500)).min().unwrap();
    let many = (0..3).map(|_| time_of(5_000)).min().unwrap();
    assert!(many < few * 50, "{few:?} and {many:?}");
}

/// A shelf of files by path.
struct Shelf<'s>(&'s [(&'s str, &'s str)]);

impl Library for Shelf<'_> {
    fn text(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        let found = self.0.iter().find(|(path, _)| *path == wanted.path);
        found.map(|(_, text)| (*text).to_string()).ok_or_else(|| Unread::absent("none".into(), "look"))
    }

    fn data(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        self.text(wanted)
    }
}

/// What `read_with` makes of the files named, the others standing in the library: topics, rules, and mistakes, each with
/// its story.
fn with_library(named: &[&str], files: &[(&str, &str)], defaults: &Defaults) -> (String, String, String) {
    let of_story = |name: &str, story: &Option<String>| match story {
        Some(story) => format!("{name}@{story}"),
        None => name.to_string(),
    };
    let text = |path: &str| files.iter().find(|(known, _)| *known == path).unwrap().1.to_string();
    let sources: Vec<RuleSource> =
        named.iter().map(|path| RuleSource { path: (*path).to_string(), text: text(path) }).collect();
    let (rules, mistakes) = read_with(&sources, &Shelf(files), defaults, Lexicon::english());
    let topics: Vec<String> = rules.topics.iter().map(|topic| of_story(topic.name(), &topic.story)).collect();
    let ids: Vec<String> = rules.rules.iter().map(|rule| of_story(&rule.id, &rule.story)).collect();
    let errors = mistakes.iter().filter(|mistake| mistake.level == crate::diagnostic::Level::Error);
    let codes: Vec<&str> = errors.map(|mistake| mistake.code.name()).collect();
    (topics.join(", "), ids.join(", "), codes.join(", "))
}

#[test]
fn an_included_file_is_for_the_stories_that_include_it() {
    const COMMON: &str = "include: names.yaml\nwords: {fell: [fell, tumbled]}\ntopics:\n  toll: {kind: count, phrases: [<count> dead]}\nrules: [{id: c, rule: toll cited}]\n";
    const NAMES: &str = "names: {Quill: [Quil]}\n";
    const S: &str = "story: s\ninclude: [lib/common.yaml]\ntopics:\n  own: {kind: count, phrases: [$fell <count>]}\nrules: [{id: s, rule: toll is 5}]\n";
    const T: &str = "story: t\ninclude: [lib/common.yaml]\nrules: [{id: t, rule: toll is 6}]\n";
    const ALL: &str = "include: [./lib/../lib/common.yaml]\nrules: [{id: a, rule: toll is 7}]\n";
    const U: &str = "story: u\nrules: [{id: u, rule: toll is 5}]\n";
    let files = [
        ("lib/common.yaml", COMMON),
        ("lib/names.yaml", NAMES),
        ("s.yaml", S),
        ("t.yaml", T),
        ("all.yaml", ALL),
        ("u.yaml", U),
    ];
    for (named, topics, rules, codes) in [
        (vec!["s.yaml"], "toll@s, own@s", "c@s, s@s", ""),
        (vec!["s.yaml", "t.yaml"], "toll@s, toll@t, own@s", "c@s, c@t, s@s, t@t", ""),
        // Whoever is for every story makes what it includes be so.
        (vec!["s.yaml", "all.yaml"], "toll, own@s", "c, s@s, a", ""),
        (vec!["all.yaml", "s.yaml"], "toll, own@s", "c, a, s@s", ""),
        // So does being named.
        (vec!["s.yaml", "lib/common.yaml"], "toll, own@s", "c, s@s", ""),
        (vec!["lib/common.yaml", "s.yaml", "t.yaml"], "toll, own@s", "c, s@s, t@t", ""),
        // What is included for one story is not known in another.
        (vec!["s.yaml", "u.yaml"], "toll@s, own@s", "c@s, s@s", "unknown-topic"),
    ] {
        let found = with_library(&named, &files, &Defaults::default());
        assert_eq!((found.0.as_str(), found.1.as_str(), found.2.as_str()), (topics, rules, codes), "{named:?}");
    }
}

#[test]
fn a_mistake_in_an_included_file_is_told_once() {
    const COMMON: &str = "topics:\n  toll: {kind: cuont}\nrules: [{id: c, rule: tol cited, severity: x}]\n";
    let include = |story: &str| format!("story: {story}\ninclude: [c.yaml, nowhere.yaml]\nrules: [headline cited]\n");
    let (s, t) = (include("s"), include("t"));
    let files = [("c.yaml", COMMON), ("s.yaml", s.as_str()), ("t.yaml", t.as_str())];
    let (_, rules, codes) = with_library(&["s.yaml", "t.yaml"], &files, &Defaults::default());
    assert_eq!(codes, "unknown-kind, unknown-topic, unknown-word, bad-include, bad-include");
    assert_eq!(rules, "headline-cited@s, headline-cited@t");
}

#[test]
fn files_that_include_each_other_end() {
    let files: Vec<(String, String)> = (0..40)
        .map(|at| {
            (format!("{at}.yaml"), format!("include: {}.yaml\nrules: [{{id: r{at}, rule: headline cited}}]\n", at + 1))
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (_, rules, codes) = with_library(&["0.yaml"], &files, &Defaults::default());
    assert_eq!((rules.split(", ").count(), codes.as_str()), (32, "too-deep"));
    let files = [
        ("a.yaml", "include: b.yaml\nrules: [headline cited]"),
        ("b.yaml", "include: a.yaml\nrules: [url date cited]"),
    ];
    let (_, rules, codes) = with_library(&["a.yaml", "b.yaml"], &files, &Defaults::default());
    assert_eq!((rules.as_str(), codes.as_str()), ("url-date-cited, headline-cited", "include-circle"));
}

#[test]
fn packs_are_changed_where_they_are_used() {
    let used = |text: &str| with_library(&["a.yaml"], &[("a.yaml", text)], &Defaults::default());
    for (text, rules, codes) in [
        ("use: quotes\nrules: [headline cited]", "headline-cited, quotes/closed, quotes/headline", ""),
        ("story: s\nuse: [quotes]\nrules: []", "quotes/closed@s, quotes/headline@s", ""),
        ("use: [{pack: quotes, rules: {closed: off}}]", "quotes/headline", ""),
        ("use: [{pack: quotes, rules: {quotes/closed: off}}]", "quotes/headline", ""),
        (
            "use: [dates, quotes, dates]\n",
            "dates/published, dates/url, dates/zone, dates/weekday, quotes/closed, quotes/headline",
            "pack-twice",
        ),
        // A sentence that two packs have is judged once, unless the first of them has it off.
        (
            "use:\n- quotes\n- pack: newsroom-standards\n  rules: {headline-figure: off, headline-date: off, headline-name: off, caption-figure: off, printed-once: off, closed: off, unnamed-source: off, complete: off, whom: off, boilerplate: off, link: off, player: off, caption-ahead: off, same-speaker: off, weekday: off, bracket: off}\n",
            "newsroom-standards/headline-quotation, quotes/closed",
            "",
        ),
        (
            "use:\n- quotes\n- pack: newsroom-standards\n  rules: {headline-figure: off, headline-date: off, headline-name: off, caption-figure: off, headline-quotation: off, closed: off, unnamed-source: off, complete: off, whom: off, boilerplate: off, link: off, player: off, caption-ahead: off, same-speaker: off, weekday: off, bracket: off}\n",
            "newsroom-standards/printed-once, quotes/closed, quotes/headline",
            "",
        ),
        // The reader's own rule is the one to mend.
        (
            "use: [{pack: quotes, rules: {headline: off}}]\nrules: [{id: quotes/closed, rule: headline cited}]",
            "quotes/closed",
            "duplicate-id",
        ),
    ] {
        let (_, found, mistakes) = used(text);
        assert_eq!((found.as_str(), mistakes.as_str()), (rules, codes), "{text}");
    }
}

#[test]
fn what_is_changed_in_a_pack_is_the_severity_and_what_silence_means() {
    for (text, expected) in [
        ("use: dates", "published error Fail, url warning Pass, zone note Pass, weekday error Pass"),
        ("use: {pack: dates, severity: note}", "published note Fail, url note Pass, zone note Pass, weekday note Pass"),
        (
            "use: {pack: dates, severity: note, on no evidence: warn, rules: {zone: error}}",
            "published note Warn, url note Warn, zone error Warn, weekday note Warn",
        ),
    ] {
        let defaults = Defaults { on_no_evidence: OnNoEvidence::Fail, ..Defaults::default() };
        let (rules, mistakes) = read(&sources(&[text]), &defaults, Lexicon::english());
        assert_eq!(mistakes, [], "{text}");
        let shown = |rule: &Rule| {
            let severity = format!("{:?}", rule.severity).to_lowercase();
            format!("{} {severity} {:?}", rule.id.trim_start_matches("dates/"), rule.on_no_evidence)
        };
        assert_eq!(rules.rules.iter().map(shown).collect::<Vec<_>>().join(", "), expected, "{text}");
    }
}

#[test]
fn what_is_only_included_need_not_be_used() {
    let codes = |named: &[&str]| {
        let files = [
            ("lib.yaml", "topics:\n  toll: {kind: count, phrases: [<count> dead]}\n"),
            ("a.yaml", "include: lib.yaml\nuse: quotes\nrules: [headline cited, every quotation closed]\n"),
        ];
        let source = |path: &&str| {
            let (path, text) = files.iter().find(|(known, _)| known == path).unwrap();
            RuleSource { path: (*path).to_string(), text: (*text).to_string() }
        };
        let sources: Vec<RuleSource> = named.iter().map(source).collect();
        let (_, mistakes) = read_with(&sources, &Shelf(&files), &Defaults::default(), Lexicon::english());
        mistakes.into_iter().map(|found| format!("{} {:?}", found.code, found.level)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(codes(&["a.yaml"]), "same-rule Warning");
    assert_eq!(codes(&["a.yaml", "lib.yaml"]), "same-rule Warning, unused-topic Warning");
    // Nobody's own rules are there to ask about it.
    assert_eq!(codes(&["lib.yaml"]), "");
}

#[test]
fn a_pack_used_in_two_places_counts_once() {
    let of_story = |story: &str, used: &str| format!("story: {story}\nuse: [{used}]\nrules: []\n");
    const ALL: &str = "use: [quotes]\nrules: []\n";
    const NOTES: &str = "{pack: quotes, severity: note}";
    for (texts, rules, codes) in [
        (vec![ALL.to_string(), of_story("s", "quotes")], "quotes/closed, quotes/headline", ""),
        (vec![of_story("s", "quotes"), ALL.to_string()], "quotes/closed, quotes/headline", ""),
        (vec![of_story("s", NOTES), ALL.to_string()], "quotes/closed, quotes/headline", "pack-twice"),
        (
            vec![of_story("s", "quotes"), of_story("t", NOTES)],
            "quotes/closed@s, quotes/headline@s, quotes/closed@t, quotes/headline@t",
            "",
        ),
    ] {
        let files: Vec<(String, &String)> =
            texts.iter().enumerate().map(|(at, text)| (format!("{at}.yaml"), text)).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let named: Vec<&str> = files.iter().map(|(path, _)| *path).collect();
        let (_, found, mistakes) = with_library(&named, &files, &Defaults::default());
        assert_eq!((found.as_str(), mistakes.as_str()), (rules, codes), "{texts:?}");
    }
}

#[test]
fn examples_are_articles() {
    let text = "rules:\n  - rule: headline cited\n    examples:\n      pass:\n        - One.\n        - [One., Two.]\n        - {summary: One., sources: [Two., Three.]}\n      fail: One.\n";
    let (rules, mistakes) = read(&sources(&[text]), &Defaults::default(), Lexicon::english());
    assert_eq!(mistakes, []);
    let shown = |example: &Example| {
        let articles = example.articles.iter();
        let shown = articles.map(|article| format!("{}{}", article.group.as_deref().unwrap_or("-"), article.text));
        shown.collect::<Vec<_>>().join(" ")
    };
    let rule = &rules.rules[0];
    let of = |outcome: Outcome| rule.examples.iter().filter(move |example| example.expected == outcome);
    let passing: Vec<String> = of(Outcome::Pass).map(shown).collect();
    assert_eq!(passing, ["-One.", "-One. -Two.", "summaryOne. sourcesTwo. sourcesThree."]);
    assert_eq!(
        of(Outcome::Fail).map(|example| (example.place.line, example.is_todo)).collect::<Vec<_>>(),
        [(8, false)]
    );
    let text = "rules:\n  - rule: headline cited\n    examples:\n      no evidence: One.\n      todo:\n        fail: [Two., Three.]\n";
    let (rules, mistakes) = read(&sources(&[text]), &Defaults::default(), Lexicon::english());
    assert_eq!(mistakes, []);
    let found = rules.rules[0].examples.iter().map(|example| (example.expected, example.is_todo, shown(example)));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            (Outcome::NoEvidence, false, "-One.".to_string()),
            (Outcome::Fail, true, "-Two.".to_string()),
            (Outcome::Fail, true, "-Three.".to_string()),
        ]
    );
    let text = "rules:\n  - rule: headline cited\n    examples:\n      pass:\n        - The mayor said: no\n";
    assert_eq!(names(&[text]).2, "text-read-as-mapping");
}

proptest::proptest! {
    #[test]
    fn no_file_is_too_odd(
        lines in proptest::collection::vec(
            "( {0,6}|\t)(- )?(topics|rules|use|include|pack|toll|kind|phrases|choices|rule|id|in|examples|\\*a|&a|\"x\"|x)?(: ?)?(\\[|\\{|'|x, y|<count>|count|choice|\\?|~|- |\\||>|# c|é)?(\\]|\\}|')?",
            0..12,
        ),
    ) {
        let text = lines.join("\n");
        let (_, mistakes) = read(&sources(&[&text]), &Defaults::default(), Lexicon::english());
        for mistake in &mistakes {
            let shown = crate::diagnostic::render(mistake, crate::diagnostic::Colour::Plain);
            proptest::prop_assert!(shown.contains(mistake.code.name()), "{shown}");
        }
    }
}
