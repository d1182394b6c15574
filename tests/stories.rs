//! The stories in `fixtures/stories/`: what the rules of this repository answer on them, against tables made by hand.

use crosscheck::rooms::{
    finding::{Agreement, Evidence, Finding, Outcome, Report, Role, StoryReport},
    pipeline,
    project::{self, ProjectOptions},
    report::{self, Style},
};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// Words by the stem of the article's file.
type ByArticle = BTreeMap<String, Vec<String>>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What `check` answers; without arguments, on the repository's own project.
fn check(rules: Option<&str>, path: Option<&str>) -> Report {
    let one = |path: Option<&str>| path.map(PathBuf::from).into_iter().collect();
    let project = project::load(&ProjectOptions {
        working_folder: root(),
        config: None,
        rules: one(rules),
        paths: one(path),
        ..ProjectOptions::default()
    });
    let records = pipeline::claims(&project, &|| {});
    pipeline::judge(&project, records)
}

fn story<'r>(report: &'r Report, name: &str) -> &'r StoryReport {
    report.stories.iter().find(|story| story.story == name).unwrap()
}

fn table<T: for<'de> Deserialize<'de>>(name: &str) -> T {
    let file = root().join(format!("fixtures/stories/{name}.expected.yaml"));
    serde_yaml::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn stem(article: &str) -> String {
    Path::new(article).file_stem().unwrap().to_string_lossy().into_owned()
}

/// Whether the claim stands on some place of its article where these words stand.
fn stands_on(claim: &Evidence, words: &str) -> bool {
    let text = fs::read_to_string(root().join(claim.article())).unwrap();
    let Some(place) = claim.range() else { return false };
    text.match_indices(words).any(|(at, _)| at < place.end && place.start < at + words.len())
}

#[test]
fn text() {
    let report = check(None, None);
    let text = report::find(report::ALL, "text").unwrap();
    insta::assert_snapshot!(text.printed(&report, &Style::default()).to_string());
}

/// One finding, and one topic with its claims, a line: what the JSON holds, in lines that a person can compare.
#[test]
fn json() {
    let report = check(None, None);
    let json = report::find(report::ALL, "json").unwrap();
    let value: serde_json::Value = serde_json::from_str(&json.printed(&report, &Style::default())).unwrap();
    let mut lines = format!("version {}\n", value["version"]);
    for story in value["stories"].as_array().unwrap() {
        for list in ["articles", "topics", "findings"] {
            let items = story[list].as_array().unwrap();
            items.iter().for_each(|item| writeln!(lines, "{} {list}: {item}", story["story"]).unwrap());
        }
    }
    writeln!(lines, "diagnostics: {}\nsummary: {}", value["diagnostics"], value["summary"]).unwrap();
    insta::assert_snapshot!(lines);
}

/// Every place holds its words up to the last character, and every finding that rests on something points at it.
#[test]
fn evidence_stands_where_it_says() {
    let report = check(None, None);
    let stories = || report.stories.iter();
    let of_topics = stories().flat_map(|story| &story.topics).flat_map(|topic| &topic.claims);
    let of_findings = stories().flat_map(|story| &story.findings).flat_map(|finding| &finding.evidence);
    let mut placed = 0;
    for claim in of_topics.chain(of_findings) {
        let Some(quote) = &claim.quote else { continue };
        let text = fs::read_to_string(root().join(claim.article())).unwrap();
        assert_eq!(text.get(quote.range()), Some(&*quote.exact));
        let place = |at: usize| {
            let before = text.get(..at).unwrap();
            let line = before.rsplit('\n').next().unwrap();
            (before.matches('\n').count() + 1, line.chars().count() + 1)
        };
        assert_eq!((quote.line as usize, quote.column as usize), place(quote.range().start), "{quote:?}");
        assert_eq!((quote.end_line as usize, quote.end_column as usize), place(quote.range().end), "{quote:?}");
        placed += 1;
    }
    assert!(placed > 100, "{placed} places");
    for finding in stories().flat_map(|story| &story.findings) {
        let primary = finding.primary.and_then(|at| finding.evidence.get(at)).map(|claim| claim.role.gravity());
        let heaviest = finding.evidence.iter().map(|claim| claim.role.gravity()).max();
        assert_eq!(primary, heaviest, "{}", finding.rule);
        assert_eq!(finding.failure, finding.outcome == Outcome::Fail, "{}", finding.rule);
    }
}

/// What a rule must answer on its story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    outcome: Outcome,
    agreement: Option<Agreement>,
    /// The article whose declared date is probably wrong.
    blames: Option<String>,
    /// Why the outcome is less plain than it looks.
    reasons: Option<Vec<String>>,
    /// The words that the finding must rest on.
    #[serde(default)]
    cites: ByArticle,
    /// The articles at fault.
    articles: Option<BTreeSet<String>>,
    /// For the reader.
    #[serde(rename = "note")]
    _note: Option<String>,
}

#[test]
fn findings_are_as_expected() {
    let report = check(None, None);
    // One topic is there to show what a rule says of which nobody speaks.
    let told: Vec<(&str, &str)> =
        report.diagnostics.iter().map(|told| (told.code.name(), told.message.as_str())).collect();
    let silent = "the phrases of the topic `fuel spilled` find nothing in any article";
    assert_eq!(told, [("finds-nothing", silent)], "the repository's own project has no mistakes");
    let mut wrong = String::new();
    for name in ["ferry", "phone-call", "reservoir"] {
        let expected: BTreeMap<String, Expected> = table(name);
        let mut findings: BTreeMap<&str, Finding> = BTreeMap::new();
        for finding in &story(&report, name).findings {
            let known = findings.entry(finding.rule.as_str()).or_insert_with(|| Finding {
                reasons: Vec::new(),
                evidence: Vec::new(),
                ..finding.clone()
            });
            known.reasons.extend(finding.reasons.iter().cloned());
            known.evidence.extend(finding.evidence.iter().cloned());
        }
        for (rule, expected) in &expected {
            match findings.remove(rule.as_str()) {
                Some(finding) => compare(&format!("{name}, {rule}"), &finding, expected, &mut wrong),
                None => writeln!(wrong, "{name}, {rule}: there is no such rule").unwrap(),
            }
        }
        for rule in findings.keys() {
            writeln!(wrong, "{name}, {rule}: the table says nothing of this rule").unwrap();
        }
    }
    assert!(wrong.is_empty(), "findings that are not as the tables in fixtures/stories say:\n{wrong}");
}

fn compare(rule: &str, finding: &Finding, expected: &Expected, wrong: &mut String) {
    let mut differ = |what: &str, wanted: String, got: String| {
        writeln!(wrong, "{rule}: {what} should be {wanted}, is {got} ({})", finding.message).unwrap();
    };
    if finding.outcome != expected.outcome {
        differ("the outcome", format!("{:?}", expected.outcome), format!("{:?}", finding.outcome));
    }
    if expected.agreement.is_some() && finding.agreement != expected.agreement {
        differ("the agreement", format!("{:?}", expected.agreement), format!("{:?}", finding.agreement));
    }
    let blames = finding.blames.as_deref().map(stem);
    if blames != expected.blames {
        differ("the blame", format!("{:?}", expected.blames), format!("{blames:?}"));
    }
    if expected.reasons.as_ref().is_some_and(|reasons| *reasons != finding.reasons) {
        differ("the reasons", format!("{:?}", expected.reasons), format!("{:?}", finding.reasons));
    }
    let decides = |claim: &&Evidence| claim.role != Role::Context;
    let evidence: Vec<&Evidence> = finding.evidence.iter().filter(decides).collect();
    for (article, words) in &expected.cites {
        let own: Vec<&&Evidence> = evidence.iter().filter(|claim| stem(claim.article()) == *article).collect();
        for words in words.iter().filter(|words| !own.iter().any(|claim| stands_on(claim, words))) {
            let cited: Vec<_> = own.iter().map(|claim| claim.exact().unwrap_or("nothing")).collect();
            differ(&format!("the evidence of {article}"), format!("`{words}`"), format!("{cited:?}"));
        }
    }
    let with_claims: BTreeSet<String> =
        evidence.iter().filter(|claim| claim.quote.is_some()).map(|claim| stem(claim.article())).collect();
    // A table that gives the agreement gives every article that has a part in it.
    if expected.agreement.is_some() && !expected.cites.is_empty() && !with_claims.iter().eq(expected.cites.keys()) {
        differ("the articles cited", format!("{:?}", expected.cites.keys()), format!("{with_claims:?}"));
    }
    let at_fault: BTreeSet<String> =
        evidence.iter().filter(|claim| claim.role == Role::Violates).map(|claim| stem(claim.article())).collect();
    if expected.articles.as_ref().is_some_and(|articles| *articles != at_fault) {
        differ("the articles at fault", format!("{:?}", expected.articles), format!("{at_fault:?}"));
    }
}

/// What the articles of a story say, by topic, however it is worded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gold {
    /// The articles that the phrases were written from.
    seen: Vec<String>,
    /// The others.
    unseen: Vec<String>,
    articles: BTreeMap<String, GoldArticle>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoldArticle {
    /// The words of each true claim.
    topics: ByArticle,
    /// Words that belong to no topic.
    #[serde(rename = "not claims")]
    not_claims: Vec<String>,
    /// Claims that count neither for nor against.
    #[serde(default, rename = "either way")]
    either_way: ByArticle,
}

/// How a story was read: true claims found and missed, and claims that are none.
#[derive(Debug, Default, PartialEq, Eq)]
struct Score {
    found: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
}

fn score(story: &StoryReport, gold: &Gold, articles: &[String]) -> Score {
    let mut score = Score::default();
    for name in articles {
        let gold = gold.articles.get(name).expect("an article of the table");
        let claims: Vec<(&str, &Evidence)> = story
            .topics
            .iter()
            .flat_map(|topic| topic.claims.iter().map(move |claim| (topic.topic.as_str(), claim)))
            .filter(|(_, claim)| stem(claim.article()) == *name)
            .collect();
        let is_in = |table: &ByArticle, topic: &str, claim: &Evidence| {
            table.get(topic).is_some_and(|words| words.iter().any(|words| stands_on(claim, words)))
        };
        for (topic, words) in
            gold.topics.iter().flat_map(|(topic, words)| words.iter().map(move |words| (topic, words)))
        {
            if claims.iter().any(|(of, claim)| of == topic && stands_on(claim, words)) {
                score.found += 1;
            } else {
                score.missed.push(format!("{name}, {topic}: {words}"));
            }
        }
        for (topic, claim) in claims {
            let is_listed = gold
                .not_claims
                .iter()
                .any(|words| words.contains(claim.exact().unwrap_or("")) && stands_on(claim, words));
            if is_listed || !is_in(&gold.topics, topic, claim) && !is_in(&gold.either_way, topic, claim) {
                score.wrong.push(format!("{name}, {topic}: {}", claim.exact().unwrap_or("")));
            }
        }
    }
    score
}

/// Claims of the unseen articles that are none. Each phrase says what the article says word for word; what tells a reader
/// otherwise is a verb beside it.
const KNOWN_FALSE: [&str; 2] = [
    // "Two firefighters had to be treated for the heat": two who were hurt, not all who came.
    "channel-six, firefighters: Two",
    // "They have ruled out arson."
    "channel-six, cause: arson",
];

#[test]
fn phrases_carry_over_to_articles_they_were_not_written_from() {
    let report = check(Some("fixtures/stories/harvest.rules.yaml"), Some("fixtures/stories/harvest"));
    let story = story(&report, "harvest");
    let gold: Gold = table("harvest");
    let seen = score(story, &gold, &gold.seen);
    assert_eq!((seen.found, seen.missed.len()), (13, 1), "{seen:#?}");
    assert!(seen.wrong.is_empty(), "{seen:#?}");
    let unseen = score(story, &gold, &gold.unseen);
    assert!(unseen.found >= 9 && unseen.found + unseen.missed.len() == 16, "{unseen:#?}");
    let new: Vec<&String> = unseen.wrong.iter().filter(|claim| !KNOWN_FALSE.contains(&claim.as_str())).collect();
    assert!(new.is_empty(), "claims that are none: {new:#?}");
    // Every value of a topic meets every other, so that a conflict is a false alarm.
    let known = ["firefighters-consistent-across-sources-within-10", "cause"];
    let alarms = story.findings.iter().filter(|finding| finding.outcome == Outcome::Fail);
    let new: Vec<&str> = alarms.map(|finding| finding.rule.as_str()).filter(|rule| !known.contains(rule)).collect();
    assert!(new.is_empty(), "false alarms: {new:?}");
}

/// Pages of one manual, with tables, tags and code, against each other and against a data file.
#[test]
fn pages_of_a_manual() {
    let report = check(Some("fixtures/stories/manual.rules.yaml"), Some("fixtures/stories/manual"));
    let text = report::find(report::ALL, "text").unwrap();
    insta::assert_snapshot!(text.printed(&report, &Style::default()).to_string());
}
