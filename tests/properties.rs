//! What holds for every story: small stories are made of sentences with figures, dates and choices, and read as a whole.

use crosscheck::rooms::{
    article::{self, MetadataLayer},
    claim::{self, ArticleClaims, Topics},
    diagnostic::Level,
    finding::{Outcome, StoryReport},
    lexicon::Lexicon,
    pipeline,
    project::{self, Project, ProjectOptions},
    report::{self, Record, Style, read_record},
    rule::{self, Defaults, RuleSet, RuleSource},
    verify, yaml,
};
use proptest::{prelude::*, sample::Index};
use std::{path::PathBuf, sync::LazyLock};

const TOPICS: &str = "\
topics:
  crossing time:
    kind: duration
    phrases: [crossing took <duration>, crossing of <duration>]
  passengers:
    kind: count
    phrases: [<count> passengers]
  sailing day:
    kind: date
    phrases: [sailed (on)? <date>]
  harbour:
    kind: choice
    choices:
      Orvane: [moored in Orvane, Orvane quay]
      Selm: [moored in Selm]
";

const RULES: &str = "\
rules:
  - crossing time consistent across sources
  - crossing time consistent across sources within 10 minutes
  - crossing time between 20 minutes and 2 hours
  - passengers consistent across sources within 10%
  - passengers cited in every source
  - passengers cited in most sources
  - passengers at least 100
  - sailing day consistent across sources
  - sailing day before 1 June 2031
  - sailing day within 3 days of 9 May 2031
  - harbour consistent across sources
  - harbour is Selm or passengers cited in at least 2 sources
  - crossing time corroborated by at least 1 independent sources
  - crossing time corroborated by at least 2 independent sources
  - crossing time corroborated by at least 3 independent sources
  - passengers corroborated by at least 1 independent sources
  - passengers corroborated by at least 2 independent sources
  - passengers corroborated by at least 3 independent sources
  - harbour corroborated by at least 2 independent sources
";

/// Rules of every other sort: about each value of a kind, about parts, groups, versions and properties.
const WIDE_RULES: &str = "\
  - when harbour is Selm, passengers cited
  - passengers at least 100 unless harbour not cited in most sources
  - passengers absent
  - passengers consistent within each article
  - passengers in body not at most 100
  - passengers in quotations at least 100
  - sailing day falls on Thursday
  - sailing day matches publication date
  - sailing day before publication date
  - every time has a zone
  - every quotation closed
  - every sentence printed once
  - every figure supported by body
  - every figure attached as in \"Herald\"
  - every figure directed as in \"Herald\"
  - every name negated as in \"The Post\"
  - every figure supported by \"Herald\"
  - every date in \"Herald\" supported by \"*1.txt\"
  - every name supported by \"The Post\"
  - passengers never decreases
  - passengers unchanged across revisions
  - headline unchanged across revisions
  - passengers cited in every source except in \"Herald\" and \"Canal 6\"
  - source is not Herald
";

/// Sentences with claims.
const CLAIMS: [&str; 20] = [
    "The crossing took 50 minutes.",
    "The crossing took about 50 minutes, he said.",
    "It was a crossing of 3,000 seconds.",
    "The crossing took less than an hour.",
    "The crossing took 35 minutes, and the ferry carried 120 passengers.",
    "On board were 120 passengers.",
    "More than 100 passengers were counted.",
    "Some 130 passengers got off; “about 90 passengers” had been expected.",
    "Dozens of passengers were sick.",
    "Naïve as they were, 120 passengers — not 121 — café-goers all, cheered.",
    "She sailed on Thursday.",
    "She sailed on May 8, 2031.",
    "The ferry sailed on 9 May.",
    "She sailed last week.",
    "She sailed yesterday with 40 passengers and no crew.",
    "She is moored in Selm.",
    "She was moored in Orvane overnight.",
    "At the Orvane quay she took on 12\u{a0}passengers\nand a dog.",
    "The crossing took\n50\nminutes.",
    "No passengers were hurt when the crossing took an hour and a half.",
];

/// Sentences without.
const SILENT: [&str; 6] = [
    "Nobody answered the telephone.",
    "The harbour master could not be reached.",
    "“It is what it is,” said Ada Quill.",
    "Tickets cost $12 in 2030.",
    "The 4:15 p.m. bus was late – again.",
    "Ünal and Øre wrote to the paper.",
];

const SOURCES: [&str; 5] = ["Herald", "Radio Orvane", "The Post", "Selm Wire", "Canal 6"];

/// One article of a small story.
#[derive(Clone, Debug)]
struct Made {
    source: &'static str,
    agency: Option<&'static str>,
    published: Option<&'static str>,
    body: String,
}

impl Made {
    fn text(&self) -> String {
        let mut front = format!("---\nsource: {}\n", self.source);
        self.agency.iter().for_each(|agency| front.push_str(&format!("agency: {agency}\n")));
        self.published.iter().for_each(|date| front.push_str(&format!("published: {date}\n")));
        format!("{front}---\nFerry news\n\n{}", self.body)
    }

    /// What it claims, under a file name of its own.
    fn claims(&self, name: &str) -> ArticleClaims {
        claims(name, self.text().into_bytes()).unwrap()
    }
}

fn body(sentences: &'static [&'static str]) -> impl Strategy<Value = String> {
    let paragraph = prop::collection::vec(prop::sample::select(sentences), 1..4);
    prop::collection::vec(paragraph.prop_map(|sentences| sentences.join(" ")), 1..4)
        .prop_map(|paragraphs| paragraphs.join("\n\n") + "\n")
}

fn made() -> impl Strategy<Value = Made> {
    let dates = [None, Some("2031-05-09"), Some("2031-05-10"), Some("2031-04-09")];
    let agencies = [None, None, Some("Tideline"), Some("Selm Wire")];
    (
        prop::sample::select(&SOURCES[..]),
        prop::sample::select(agencies.to_vec()),
        prop::sample::select(dates.to_vec()),
        body(&CLAIMS),
    )
        .prop_map(|(source, agency, published, body)| Made { source, agency, published, body })
}

/// A story of some articles, each with a file name of its own.
fn story() -> impl Strategy<Value = Vec<Made>> {
    prop::collection::vec(made(), 1..6)
}

fn named(story: &[Made]) -> Vec<ArticleClaims> {
    story.iter().enumerate().map(|(number, article)| article.claims(&format!("{number}.txt"))).collect()
}

fn rules(text: &str) -> RuleSet {
    let file = RuleSource { path: "rules.yaml".into(), text: format!("{TOPICS}{text}") };
    let (rules, mistakes) = rule::read(&[file], &Defaults::default(), Lexicon::english());
    assert!(mistakes.iter().all(|mistake| mistake.level == Level::Warning), "{mistakes:?}");
    rules
}

static RULE_SET: LazyLock<RuleSet> = LazyLock::new(|| rules(RULES));

static WIDE_SET: LazyLock<RuleSet> = LazyLock::new(|| {
    let crew = "  crew:\n    kind: count\n    phrases: [<count> crew]\n  berths:\n    kind: count\n    phrases: [<count> berths]\n";
    let file = RuleSource {
        path: "rules.yaml".into(),
        text: format!("{TOPICS}{crew}{RULES}{WIDE_RULES}  - passengers equals the sum of crew and berths\n"),
    };
    rule::read(&[file], &Defaults::default(), Lexicon::english()).0
});

static COMPILED: LazyLock<Topics> = LazyLock::new(|| RULE_SET.wanted("ferry", Lexicon::english()));

fn claims(name: &str, bytes: Vec<u8>) -> Option<ArticleClaims> {
    let (article, _) = article::read(name, bytes, &MetadataLayer::default(), Lexicon::english());
    article.map(|article| claim::extract(&article, "ferry", None, &COMPILED))
}

fn judged(rules: &RuleSet, articles: &[ArticleClaims]) -> StoryReport {
    verify::judge(rules, articles, Lexicon::english()).pop().expect("one story")
}

/// The bytes of a sentence with a few of them spoilt.
fn spoilt(base: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop_oneof![
        6 => prop::sample::select(base).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..12),
        1 => "\\PC{0,12}".prop_map(String::into_bytes),
        1 => prop::sample::select(&["\n", "\r\n", "\t", "---\n", "- ", ": ", "[", "{", "\"", "'", "&a ", "*a", "#", "<", "(", "...", "0", "99999999999", "-", "\u{feff}", "\u{202e}", "é"][..])
            .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (prop::collection::vec(pieces, 0..12), prop::collection::vec((any::<Index>(), any::<u8>()), 0..4)).prop_map(
        |(pieces, changes)| {
            let mut bytes = pieces.concat();
            for (at, byte) in changes {
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = byte;
                }
            }
            bytes
        },
    )
}

/// Line and column of a byte, counted as a person would.
fn counted(text: &str, offset: usize) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    for (at, character) in text.char_indices() {
        if at == offset {
            break;
        }
        (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    (line, column)
}

/// A project in a folder, and the folder.
fn on_disk(story: &[Made], rules: &str) -> (tempfile::TempDir, Project) {
    let folder = tempfile::TempDir::new().unwrap();
    crate::support::write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\nstories:\n  ferry: [articles/*]\n");
    crate::support::write(folder.path(), "rules.yaml", rules);
    for (number, article) in story.iter().enumerate() {
        crate::support::write(folder.path(), format!("articles/{number}.txt"), article.text());
    }
    let project = load(folder.path().into());
    (folder, project)
}

fn load(folder: PathBuf) -> Project {
    project::load(&ProjectOptions { working_folder: folder, ..ProjectOptions::default() })
}

fn ndjson(records: &[Record]) -> String {
    report::find(report::CLAIMS, "ndjson").unwrap().printed(records, &Style::default()).to_string()
}

fn text_and_json(report: &crosscheck::rooms::finding::Report) -> String {
    report::ALL.iter().map(|format| format.printed(report, &Style::default()).to_string()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_articles_changes_nothing((story, order) in story().prop_flat_map(|story| {
        let order = Just((0..story.len()).collect::<Vec<_>>()).prop_shuffle();
        (Just(story), order)
    })) {
        let articles = named(&story);
        let shuffled: Vec<ArticleClaims> = order.iter().map(|&at| articles[at].clone()).collect();
        prop_assert_eq!(judged(&RULE_SET, &articles), judged(&RULE_SET, &shuffled));
    }

    #[test]
    fn the_order_of_articles_changes_no_rule((story, order) in story().prop_flat_map(|story| {
        let order = Just((0..story.len()).collect::<Vec<_>>()).prop_shuffle();
        (Just(story), order)
    })) {
        let topics = WIDE_SET.wanted("ferry", Lexicon::english());
        let claims = |(number, made): (usize, &Made)| {
            let (article, _) = article::read(&format!("{number}.txt"), made.text().into_bytes(), &MetadataLayer::default(), Lexicon::english());
            claim::extract(&article.unwrap(), "ferry", None, &topics)
        };
        let articles: Vec<ArticleClaims> = story.iter().enumerate().map(claims).collect();
        let shuffled: Vec<ArticleClaims> = order.iter().map(|&at| articles[at].clone()).collect();
        let report = judged(&WIDE_SET, &articles);
        prop_assert_eq!(&report, &judged(&WIDE_SET, &shuffled));
        // Evidence holds the words of its place, and a failure shows something.
        for finding in &report.findings {
            for evidence in &finding.evidence {
                let text = story[articles.iter().position(|article| article.article == evidence.article()).unwrap()].text();
                if let Some(quote) = &evidence.quote {
                    prop_assert_eq!(text.get(quote.range()), Some(&*quote.exact), "{}", finding.sentence);
                }
            }
            let is_shown = finding.outcome != Outcome::Fail || !finding.evidence.is_empty() || finding.message.starts_with("no ");
            prop_assert!(is_shown, "{}: {}", finding.sentence, finding.message);
        }
    }

    #[test]
    fn a_copy_is_no_independent_source(story in story(), which in any::<Index>(), other in prop::sample::select(&SOURCES[..])) {
        let original = which.get(&story);
        let same_source = original.clone();
        let same_agency = Made { source: other, ..original.clone() };
        let mut copies = vec![same_source];
        if original.agency.is_some() {
            copies.push(same_agency);
        }
        let before = judged(&RULE_SET, &named(&story));
        for copy in copies {
            let mut articles = named(&story);
            articles.push(copy.claims("copy.txt"));
            let after = judged(&RULE_SET, &articles);
            for (one, two) in before.findings.iter().zip(&after.findings) {
                let is_about_copies = one.sentence.contains("corroborated");
                prop_assert!(
                    !is_about_copies || one.outcome != Outcome::Fail || two.outcome == Outcome::Fail,
                    "{}: {} but then {}", one.sentence, one.message, two.message
                );
            }
        }
    }

    #[test]
    fn a_wider_tolerance_adds_no_finding(story in story(), narrow in 0_u32..90, more in 0_u32..90) {
        let wide = narrow + more;
        let pairs = [
            ("crossing time consistent across sources within", "minutes"),
            ("passengers consistent across sources within", "%"),
            ("sailing day consistent across sources within", "days"),
        ];
        let rule = |id: String, start: &str, width: u32, unit: &str| format!("  - {{id: {id}, rule: {start} {width} {unit}}}\n");
        let sentences = pairs.iter().enumerate().map(|(number, (start, unit))| {
            rule(format!("narrow-{number}"), start, narrow, unit) + &rule(format!("wide-{number}"), start, wide, unit)
        });
        let rules = rules(&format!("rules:\n{}", sentences.collect::<String>()).replace(" %", "%"));
        let report = judged(&rules, &named(&story));
        for pair in report.findings.chunks(2) {
            let [one, two] = pair else { panic!("pairs") };
            prop_assert!(one.outcome != Outcome::Pass || two.outcome == Outcome::Pass, "{} but {}", one.message, two.message);
        }
    }

    #[test]
    fn exact_words_stand_where_a_claim_says(story in story(), name in prop::sample::select(&["a.txt", "a.md"][..]), has_mark in any::<bool>(), crlf in any::<bool>()) {
        for article in &story {
            let mut text = article.text();
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            if has_mark {
                text.insert(0, '\u{feff}');
            }
            let found = claims(name, text.clone().into_bytes()).unwrap();
            prop_assert!(found.claims.is_sorted_by_key(|claim| claim.quote.start));
            for claim in found.claims {
                let quote = claim.quote;
                prop_assert_eq!(text.get(quote.range()), Some(&*quote.exact));
                prop_assert_eq!((quote.line as usize, quote.column as usize), counted(&text, quote.range().start), "{}", quote.exact);
                prop_assert!(text[..quote.range().start].ends_with(&*quote.prefix));
                prop_assert!(text[quote.range().end..].starts_with(&*quote.suffix));
            }
        }
    }

    #[test]
    fn line_ends_change_no_claim(story in story()) {
        for article in &story {
            // In Markdown a paragraph goes on over line ends, and so do values.
            let of = |text: String| {
                let found = claims("a.md", text.into_bytes()).unwrap();
                let plain = |claim: claim::Claim| {
                    (claim.subject, claim.value.content, claim.part, claim.quote.exact.replace('\r', ""), claim.fingerprint)
                };
                found.claims.into_iter().map(plain).collect::<Vec<_>>()
            };
            prop_assert_eq!(of(article.text()), of(article.text().replace('\n', "\r\n")));
        }
    }

    #[test]
    fn a_silent_article_changes_no_agreement(story in story(), silent in made(), body in body(&SILENT)) {
        let before = judged(&RULE_SET, &named(&story));
        let mut articles = named(&story);
        articles.push(Made { source: "Silent", body, ..silent }.claims("silent.txt"));
        prop_assert!(articles.last().unwrap().claims.is_empty(), "{:?}", articles.last());
        let after = judged(&RULE_SET, &articles);
        let relations = |story: &StoryReport| {
            story.topics.iter().map(|topic| (topic.topic.clone(), topic.agreement, topic.reasons.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(relations(&before), relations(&after));
        // Only what counts sources may fall.
        for (one, two) in before.findings.iter().zip(&after.findings) {
            prop_assert!(one.sentence.contains("cited") || one.outcome == two.outcome, "{:?} {:?}", one, two);
        }
    }

    #[test]
    fn claims_then_judge_is_check(story in story(), wrong in prop::option::of("\\PC{0,20}")) {
        let bad_rule = wrong.map(|words| format!("  - {words:?}\n")).unwrap_or_default();
        let (_folder, project) = on_disk(&story, &format!("{TOPICS}{RULES}{WIDE_RULES}{bad_rule}"));
        let records = pipeline::claims(&project, &|| {});
        let piped: Vec<Record> = ndjson(&records).lines().map(|line| read_record(line.as_bytes()).unwrap()).collect();
        prop_assert_eq!(&piped, &records);
        let whole = pipeline::judge(&project, records);
        prop_assert_eq!(text_and_json(&pipeline::judge(&project, piped)), text_and_json(&whole));
        let rules = RULES.matches("\n  - ").count() + WIDE_RULES.matches("  - ").count();
        prop_assert_eq!(whole.stories[0].rules.len(), rules);
    }

    #[test]
    fn any_order_and_repetition_of_records_is_judged_as_check_judges(
        stories in prop::collection::vec(story(), 1..4),
        order in prop::collection::vec(any::<Index>(), 0..12),
        repeated in prop::collection::vec(any::<Index>(), 0..6),
    ) {
        let named = |(number, story): (usize, &Vec<Made>)| {
            let articles = named(story);
            articles.into_iter().map(move |article| ArticleClaims { story: format!("s{number}"), ..article }).collect::<Vec<_>>()
        };
        let all: Vec<ArticleClaims> = stories.iter().enumerate().flat_map(named).collect();
        let (_folder, project) = on_disk(&stories[0], &format!("{TOPICS}{RULES}{WIDE_RULES}"));
        let whole = pipeline::judge(&project, all.iter().cloned().map(Record::Article).collect());
        let mut records: Vec<Record> = all.iter().cloned().map(Record::Article).collect();
        records.extend(repeated.iter().map(|which| Record::Article(which.get(&all).clone())));
        for which in &order {
            let last = records.len() - 1;
            records.swap(which.index(last + 1), last);
        }
        prop_assert_eq!(text_and_json(&pipeline::judge(&project, records.clone())), text_and_json(&whole));
        // Each story by itself, of what any number of readers have found of it.
        let mut found = Vec::new();
        for story in &whole.stories {
            let own = records.iter().filter_map(|record| match record {
                Record::Article(article) if article.story == story.story => Some(article.clone()),
                Record::Article(_) | Record::Diagnostic(_) => None,
            });
            found.extend(pipeline::judge_story(&project, Vec::new(), own.collect()).stories);
        }
        prop_assert_eq!(serde_json::to_string(&found).unwrap(), serde_json::to_string(&whole.stories).unwrap());
    }

    #[test]
    fn any_bytes_are_an_article_or_a_diagnostic(bytes in spoilt(&CLAIMS), ending in prop::sample::select(&["txt", "md", "html"][..])) {
        let name = format!("a.{ending}");
        let (article, diagnostics) = article::read(&name, bytes.clone(), &MetadataLayer::default(), Lexicon::english());
        prop_assert!(article.is_some() || !diagnostics.is_empty());
        if let Some(found) = claims(&name, bytes) {
            let _ = verify::judge(&RULE_SET, &[found], Lexicon::english());
        }
    }

    #[test]
    fn any_bytes_are_a_rule_file_or_a_diagnostic(start in any::<bool>(), bytes in spoilt(&LINES)) {
        let bytes = if start { [TOPICS.as_bytes(), &bytes].concat() } else { bytes };
        if let Ok(text) = yaml::decode("rules.yaml", bytes) {
            let file = RuleSource { path: "rules.yaml".into(), text };
            let (rules, _) = rule::read(&[file], &Defaults::default(), Lexicon::english());
            let topics = rules.wanted("ferry", Lexicon::english());
            let (article, _) = article::read("a.txt", CLAIMS.join(" ").into_bytes(), &MetadataLayer::default(), Lexicon::english());
            let _ = verify::judge(&rules, &[claim::extract(&article.unwrap(), "ferry", None, &topics)], Lexicon::english());
        }
    }

    #[test]
    fn any_bytes_are_a_configuration_or_a_diagnostic(bytes in spoilt(&LINES)) {
        let folder = tempfile::TempDir::new().unwrap();
        crate::support::write(folder.path(), "crosscheck.yaml", &bytes);
        crate::support::write(folder.path(), "articles/a.txt", CLAIMS[0]);
        let project = load(folder.path().into());
        let records = pipeline::claims(&project, &|| {});
        let _ = pipeline::judge(&project, records);
    }

    #[test]
    fn any_lines_are_records_or_mistakes(story in story(), changes in prop::collection::vec((any::<Index>(), "[0-9eE.\\-\"a-z{}\\[\\],:]"), 0..6), digits in prop::collection::vec((any::<Index>(), 0_u8..10), 0..30)) {
        let records: Vec<Record> = named(&story).into_iter().map(Record::Article).collect();
        let mut stream = ndjson(&records).into_bytes();
        let places: Vec<usize> = (0..stream.len()).filter(|&at| stream[at].is_ascii_digit()).collect();
        for (which, digit) in digits {
            stream[*which.get(&places)] = b'0' + digit;
        }
        for (at, byte) in changes {
            let at = at.index(stream.len());
            stream[at] = byte.as_bytes()[0];
        }
        let read: Vec<ArticleClaims> = stream
            .split(|&byte| byte == b'\n')
            .filter_map(|line| match read_record(line) {
                Ok(Record::Article(article)) => Some(article),
                Ok(Record::Diagnostic(_)) | Err(_) => None,
            })
            .collect();
        let _ = verify::judge(&RULE_SET, &read, Lexicon::english());
    }
}

/// Lines of rule files and configurations, to be put together wrongly.
const LINES: [&str; 24] = [
    "topics:\n",
    "  toll:\n    kind: count\n    phrases:\n      - <count> dead\n",
    "    kind: choice\n    choices:\n      a: [b]\n      c: [d e, (f|g)?]\n",
    "    phrases: [<count> ... dead, (a|b c) <date>, \"=May\", $list]\n",
    "    except: [x]\n    not near: [y]\n    in: [body]\n",
    "names:\n  Zel: [Zal, Zol]\n",
    "words: {list: [one, two]}\n",
    "rules:\n",
    "  - crossing time consistent across sources within 5 minutes\n",
    "  - crossing time cited and passengers at least 5 or harbour is Selm\n",
    "  - when toll cited, toll at most 3 unless toll absent\n",
    "  - id: x\n    rule: sailing day before 10 January 2022\n    severity: note\n",
    "  - {id: x, rule: passengers is 5, tags: [a], examples: {pass: [b], fail: [c]}}\n",
    "story: ferry\n",
    "use: [quotes]\n",
    "stories:\n  ferry: [articles/*]\n",
    "  quake: { articles: [quake/*.txt, '**'], timezone: Asia/Jakarta }\n",
    "articles:\n  articles/*: { source: X, published: 2031-05-09 }\n",
    "on no evidence: warn\n",
    "fail-on: error\n",
    "lexicon: articles/a.txt\n",
    "rules: [rules, articles]\n",
    "&a [*a, *b]\n",
    "? [x]\n: |\n  y\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn the_number_of_threads_changes_no_byte(story in prop::collection::vec(made(), 6..24)) {
        let (folder, _) = on_disk(&story, &format!("{TOPICS}{RULES}"));
        for arguments in [&["check", "--format", "json"][..], &["check", "--verbose"], &["claims", "--format", "ndjson"], &["values"]] {
            let with = |threads: &str| {
                crate::support::output(crate::support::command(folder.path(), arguments).env("RAYON_NUM_THREADS", threads))
            };
            prop_assert_eq!(with("1"), with("4"));
        }
    }
}
