//! The packs of topics, asked through the front door: each topic finds what its examples say and what the tables in
//! `fixtures/topics/` say, gives way to a reader's own, and stands in the manual, with the lists of words.

use crate::support::{crosscheck, write};
use crosscheck::{
    Article, Rules, extract,
    rooms::{
        claim::Topic,
        lexicon::Lexicon,
        rule::{Defaults, RuleSet, RuleSource, TopicAbout, TopicExample, pack, read},
    },
};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};
use tempfile::TempDir;

/// The packs that bring topics.
fn packs() -> impl Iterator<Item = &'static pack::Pack> {
    pack::ALL.iter().filter(|pack| pack.name.starts_with("topics/"))
}

fn read_pack(pack: &pack::Pack) -> RuleSet {
    let file = RuleSource { path: pack.file(), text: pack.text.to_string() };
    let (rules, mistakes) = read(&[file], &Defaults::default(), Lexicon::english());
    assert_eq!(mistakes, [], "{}", pack.name);
    rules
}

/// A file of a reader who uses a pack and asks about one of its topics.
fn using(pack: &str, topic: &str) -> Rules {
    let text = format!("use: [{pack}]\nrules:\n  - {topic} consistent across sources\n");
    Rules::read("desk.yaml", &text).unwrap_or_else(|mistakes| panic!("{pack}: {mistakes}"))
}

/// The words of the claims on a topic in an article of this text.
fn found(rules: &Rules, topic: &str, text: &str) -> Vec<String> {
    let file = format!("---\npublished: 2031-05-08\n---\nNews from the valley\n\n{text}\n");
    let article = Article::read("post.txt", file).unwrap();
    let claims = extract(&article, "valley", rules).claims;
    let own = claims.into_iter().filter(|claim| claim.subject.declared() == Some(topic));
    own.map(|claim| claim.quote.exact.to_string()).collect()
}

/// Compares every example with what is found in it.
fn wrong<'e>(pack: &str, topic: &str, examples: impl Iterator<Item = &'e TopicExample>) -> String {
    let rules = using(pack, topic);
    let mut wrong = String::new();
    for TopicExample { text, found: expected } in examples {
        let found = found(&rules, topic, text);
        if found != *expected {
            writeln!(wrong, "{pack}, {topic}: {text}\n  finds {found:?}, and not {expected:?}").unwrap();
        }
    }
    wrong
}

#[test]
fn every_topic_says_why_and_has_examples_of_both_sorts() {
    for pack in packs() {
        let rules = read_pack(pack);
        let names: Vec<&str> = rules.topics.iter().map(Topic::name).collect();
        let about: Vec<&str> = rules.about.iter().map(|about| about.topic.as_str()).collect();
        assert_eq!(names, about);
        for TopicAbout { topic, why, examples } in &rules.about {
            let finds = examples.iter().filter(|example| !example.found.is_empty()).count();
            assert!(why.is_some() && finds >= 2 && examples.len() - finds >= 2, "{}: {topic}", pack.name);
        }
    }
}

#[test]
fn every_example_of_a_pack_is_found_as_it_says() {
    let mut all = String::new();
    for pack in packs() {
        for about in &read_pack(pack).about {
            all += &wrong(pack.name, &about.topic, about.examples.iter());
        }
    }
    assert!(all.is_empty(), "\n{all}");
}

/// The table of a pack: for each topic, texts as in its examples.
fn table(pack: &pack::Pack) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(format!("{}.yaml", pack.name));
    serde_yaml::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

#[test]
fn every_sentence_of_the_tables_is_found_as_it_says() {
    let mut all = String::new();
    for pack in packs() {
        let tables = table(pack);
        let rules = read_pack(pack);
        let names: Vec<&str> = rules.topics.iter().map(Topic::name).collect();
        assert!(names.iter().all(|name| tables.contains_key(*name)), "{}: a topic has no table", pack.name);
        for (topic, rows) in &tables {
            let finds = rows["finds"].iter().map(|text| TopicExample::marked(text));
            let nothing =
                rows["finds nothing"].iter().map(|text| TopicExample { text: text.clone(), found: Vec::new() });
            all += &wrong(pack.name, topic, finds.chain(nothing).collect::<Vec<_>>().iter());
        }
    }
    assert!(all.is_empty(), "\n{all}");
}

const STORM: &str = "---\npublished: 2031-05-08\n---\nStorm\n\nThe storm killed nine people and left 14 injured.\n";

/// What `claims` lists of a project, a claim a line, without the places.
fn claims(files: &[(&str, &str)]) -> String {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    let run = crosscheck(folder.path(), &["claims"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let lines = run.stdout.lines().filter(|line| line.starts_with("  "));
    lines.map(|line| line.split_whitespace().skip(1).collect::<Vec<_>>().join(" ") + "\n").collect()
}

const ONE: &str = "use: [topics/casualties]\nrules: [r.yaml]\nstories: {one: [one/*], two: [two/*]}\n";
const ASKED: &str = "rules:\n  - killed consistent across sources\n  - injured consistent across sources\n";

#[test]
fn a_topic_of_ones_own_takes_the_place_of_a_packs() {
    let own = "topics:\n  killed: {kind: count, phrases: [left <count> injured]}\n";
    let everywhere = format!("{own}{ASKED}");
    let files = [("crosscheck.yaml", ONE), ("one/a.txt", STORM), ("two/a.txt", STORM), ("r.yaml", &*everywhere)];
    let both = "injured 14 lead\nkilled 14 lead\n";
    assert_eq!(claims(&files), both.repeat(2));

    let in_one = format!("story: one\n{own}rules: [killed consistent across sources]\n");
    let project = ONE.replace("[r.yaml]", "[r.yaml, one.yaml]");
    let files = [
        ("crosscheck.yaml", &*project),
        ("one/a.txt", STORM),
        ("two/a.txt", STORM),
        ("r.yaml", "rules:\n  - injured consistent across sources\n"),
        ("one.yaml", &*in_one),
    ];
    assert_eq!(claims(&files), format!("{both}killed nine lead\ninjured 14 lead\n"));
}

#[test]
fn a_list_of_ones_own_is_used_by_the_packs_topics_too() {
    let own = format!("words: {{killed: [scratched]}}\n{ASKED}");
    let text = "---\npublished: 2031-05-08\n---\nStorm\n\nNine were killed. Three people were scratched.\n";
    let files = [("crosscheck.yaml", ONE), ("one/a.txt", text), ("two/a.txt", text), ("r.yaml", &*own)];
    assert_eq!(claims(&files), "killed Three lead\n".repeat(2));
}

#[test]
fn shipped_lists_are_used_without_being_defined() {
    let rules = "topics:\n  held: {kind: count, phrases: [<count> people $arrested]}\nrules: [held at least 1]\n";
    let files = [
        ("crosscheck.yaml", "rules: [r.yaml]\n"),
        ("r.yaml", rules),
        ("one/a.txt", "Raid\n\nPolice detained 12 men.\n"),
    ];
    assert_eq!(claims(&files), "held 12 lead\n");
    let misspelt = rules.replace("$arrested", "$arested");
    let mistakes = Rules::read("desk.yaml", &misspelt).unwrap_err().to_string();
    assert!(
        mistakes.contains("there is no word list `arested`") && mistakes.contains("did you mean `$arrested`?"),
        "{mistakes}"
    );
}

/// `[Nine] people died` in bold.
fn bold(example: &TopicExample) -> String {
    let (mut text, mut rest) = (String::new(), example.text.as_str());
    for words in &example.found {
        let (before, behind) = rest.split_once(words.as_str()).unwrap();
        text += &format!("{before}**{words}**");
        rest = behind;
    }
    text + rest
}

fn listed(title: &str, phrases: &[String]) -> String {
    let phrases: Vec<String> = phrases.iter().map(|phrase| format!("`{phrase}`")).collect();
    if phrases.is_empty() { String::new() } else { format!("- {title}: {}\n", phrases.join(", ")) }
}

fn topic_entry(topic: &Topic, about: &TopicAbout) -> String {
    let sources = |phrases: &[crosscheck::rooms::claim::Phrase]| -> Vec<String> {
        phrases.iter().map(|phrase| phrase.source.clone()).collect()
    };
    let patterns: Vec<String> = topic.patterns.iter().map(|pattern| pattern.phrase.source.clone()).collect();
    let mut entry =
        format!("\n### {}\n\nA {}: {}.\n\n", topic.name(), topic.kind, about.why.clone().unwrap_or_default());
    entry += &listed("phrases", &patterns);
    entry += &listed("except", &sources(&topic.except));
    entry += &listed("not near", &sources(&topic.not_near));
    let (finds, nothing): (Vec<_>, Vec<_>) = about.examples.iter().partition(|example| !example.found.is_empty());
    let texts = |examples: Vec<&TopicExample>| examples.into_iter().map(bold).collect::<Vec<_>>().join(" / ");
    entry + &format!("- finds: {}\n- finds nothing in: {}\n", texts(finds), texts(nothing))
}

/// The page of the manual, made of the packs and the lists.
fn page() -> String {
    let mut page = "# Topics and lists that ship with Crosscheck\n\n\
        [The language of rules](language.md#packs-of-topics) says how they are used and changed. This page is written from the\n\
        files in `rules/packs/topics/` and from `rules/lexicon/en/lists.yaml`, and every example on it is run.\n\n\
        ## Lists of words\n\nA phrase names one as `$killed`, and finds each of its words by its stem and with its kin.\n\n\
        | list | words |\n|---|---|\n".to_string();
    for (name, words) in Lexicon::english().lists() {
        writeln!(page, "| `${name}` | {} |", words.join(", ")).unwrap();
    }
    for pack in packs() {
        let rules = read_pack(pack);
        writeln!(page, "\n## {}", pack.name).unwrap();
        for (topic, about) in rules.topics.iter().zip(&rules.about) {
            page += &topic_entry(topic, about);
        }
    }
    page
}

/// `UPDATE_PAGES=1 cargo test topics` writes the page.
#[test]
fn the_page_of_the_manual_is_the_packs_and_lists() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/topics.md");
    if std::env::var_os("UPDATE_PAGES").is_some() {
        fs::write(file, page()).unwrap();
    }
    let written = fs::read_to_string(file).unwrap_or_default();
    assert!(written == page(), "docs/topics.md is not what the packs and lists say: run this with UPDATE_PAGES=1");
}
