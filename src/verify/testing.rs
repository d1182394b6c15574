//! Stories in a line, for tables of tests: `A@01/Wire: 5 about 6 e=2021-12-31 | B: part 2`.
//!
//! Articles are separated by `|`. Before the colon stand the source, `@` and the day of publication (`01` is 1 January
//! 2022), `/` and the agency. After it stand claims on the topic that the sentence is about, or, after `e=`, on the topic
//! `e`: numbers with hedges, amounts of `$` and `€`, days and ranges of days, `rel-1` (the day before publication), `?`
//! (indeterminate), `part 5`, `may 5` (only possible). Values are placed by their words, so that these tests need no kind of value.

use crate::{
    article::{Metadata, Property},
    claim::{
        ArticleClaims, Claim, ClaimStatus, Every, Matter, Quote, SubjectId, Topic,
        phrase::{Phrase, PhraseVocabulary, PhraseWords, Use},
        topic::{Develops, Pattern, TopicFact},
    },
    finding::{Finding, Outcome, RulePlace, Severity, StoryReport},
    lexicon::Lexicon,
    placing::{Position, Situation},
    rule::{OnNoEvidence, Rule, RuleSet, sentence},
    span::Span,
    table::Placing,
    text::Part,
    value::{Amount, Content, Interval, Kind, Precision, Unplaced, Value},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Values placed by their words.
pub fn by_words() -> Placing<'static> {
    Placing { of_several: |values, _| across(values), of_one: within_article, lexicon: Lexicon::english() }
}

fn across(values: &[(&Value, &Situation)]) -> Vec<Position> {
    values.iter().map(|(value, situation)| place(value, situation.anchor.map(day_number))).collect()
}

fn within_article(values: &[&Value], _: &Situation) -> Vec<Position> {
    let place = |value: &&Value| match &value.text {
        text if text.starts_with("rel") => place(value, Some(0.0)),
        _ => Position::Indeterminate(Unplaced::Unsaid),
    };
    values.iter().map(place).collect()
}

fn day_number(day: NaiveDate) -> f64 {
    f64::from(day.signed_duration_since(NaiveDate::default()).num_days() as i32)
}

fn day(text: &str) -> Option<f64> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(day_number)
}

fn place(value: &Value, anchor: Option<f64>) -> Position {
    let text = &*value.text;
    let on = |axis: &str, interval| Position::On { axis: axis.into(), interval, anchored: false };
    if value.kind.is_choice() {
        return Position::Word(text.into());
    }
    if let Some(offset) = text.strip_prefix("rel") {
        let at = anchor.map(|anchor| anchor + offset.parse::<f64>().unwrap());
        return at.map_or(Position::Indeterminate(Unplaced::NoPublicationDate), |at| Position::On {
            axis: "days".into(),
            interval: Interval::point(at),
            anchored: true,
        });
    }
    if let Some(interval) = text.split_once("..").and_then(|(a, b)| Some(Interval::closed(day(a)?, day(b)?))) {
        return on("days", interval);
    }
    if let Some(day) = day(text) {
        return on("days", Interval::point(day));
    }
    match text.chars().next() {
        Some('?') | None => Position::Indeterminate(Unplaced::NamesNoDay),
        Some(sign @ ('$' | '€')) => on(&sign.to_string(), interval_of(text.trim_start_matches(sign))),
        Some(_) => on("numbers", interval_of(text)),
    }
}

fn interval_of(text: &str) -> Interval {
    let number = |text: &str| text.parse::<f64>().unwrap_or_else(|_| panic!("no number: {text:?}"));
    if let Some((low, high)) = text.split_once('-') {
        return Interval::closed(number(low), number(high));
    }
    match text.rsplit_once(' ') {
        None => Interval::point(number(text)),
        Some(("about", n)) => Interval::closed(number(n) * 0.9, number(n) * 1.1),
        Some(("over", n)) => Interval::more_than(number(n)),
        Some(("under", n)) => Interval::less_than(number(n)),
        Some(("at least", n)) => Interval::at_least(number(n)),
        Some(("at most", n)) => Interval::at_most(number(n)),
        Some((hedge, _)) => panic!("no hedge: {hedge:?}"),
    }
}

/// The topics that test sentences name.
pub fn topics() -> Vec<Topic> {
    let topic = |name: &str, kind: &str| topic(name, kind, &[]);
    vec![
        Topic { fact: Some(TopicFact { from: "facts.yaml#n".into(), words: "5".into() }), ..topic("n", "number") },
        topic("d", "date"),
        topic("e", "date"),
        self::topic("c", "choice", &["x", "y", "both and more"]),
        topic("start", "time"),
        topic("end", "time"),
        Topic { develops: Some(Develops::Up), ..topic("up", "number") },
        Topic { develops: Some(Develops::Down), ..topic("down", "number") },
    ]
}

/// A topic of this name, kind and choices.
pub fn topic(name: &str, kind: &str, choices: &[&str]) -> Topic {
    let kind = Kind::find(kind).unwrap();
    let pattern = |choice: &&str| Pattern {
        phrase: Phrase::parse(
            "word",
            Use::Topic(kind),
            PhraseWords { vocabulary: &PhraseVocabulary::default(), lexicon: Lexicon::english() },
        )
        .unwrap(),
        choice: Some((*choice).to_string()),
    };
    Topic { patterns: choices.iter().map(pattern).collect(), ..Topic::new(SubjectId::topic(name), kind) }
}

/// A value with these words.
pub fn value(kind: Kind, words: &str) -> Value {
    let (part, words) = words.strip_prefix("part ").map_or((false, words), |words| (true, words));
    let precision = match words.split_once(' ').map(|(hedge, _)| hedge) {
        Some("about") => Precision::Approximate,
        Some("over") => Precision::MoreThan,
        Some("under") => Precision::LessThan,
        Some(_) => {
            if words.starts_with("at least") {
                Precision::AtLeast
            } else {
                Precision::AtMost
            }
        }
        None if words.contains('-') && !words.contains("20") => Precision::Range,
        None => Precision::Exact,
    };
    let content =
        if kind.is_choice() { Content::Word(words.into()) } else { Amount { part, ..Amount::default() }.into() };
    Value { kind, text: words.into(), hedge: None, precision, content }
}

/// The articles of a story in a line; claims without a topic are on `topic`.
pub fn story(line: &str, topic: &str) -> Vec<ArticleClaims> {
    let topics = topics();
    let articles = line.split('|').enumerate();
    articles.map(|(index, article)| read_article(index, article.trim(), topic, &topics)).collect()
}

fn read_article(index: usize, line: &str, topic: &str, topics: &[Topic]) -> ArticleClaims {
    let (head, claims) = line.split_once(':').unwrap();
    let (head, agency) = head.split_once('/').map_or((head, None), |(head, agency)| (head, Some(agency.to_string())));
    let (source, published) = head.split_once('@').map_or((head, None), |(source, day)| (source, Some(day)));
    let published = published.map(|day| {
        let day = if day.len() == 2 { format!("2022-01-{day}") } else { day.to_string() };
        NaiveDate::parse_from_str(&day, "%Y-%m-%d").unwrap()
    });
    let mut article = ArticleClaims {
        story: "story".into(),
        article: format!("{index:03}.txt"),
        metadata: Metadata { source: source.into(), agency, published, ..Metadata::default() },
        situation: Situation { anchor: published, timezone: None, article: 0 },
        ..ArticleClaims::default()
    };
    let day = Property::PublicationDate.of(&article.metadata);
    article.claims.extend(day.map(|day| Claim {
        quote: Arc::new(Quote { line: 0, ..(*claim("", day.clone(), 0).quote).clone() }),
        ..claim("publication date", day, 0)
    }));
    for (place, (topic, words)) in claims_of(claims.trim(), topic).into_iter().enumerate() {
        let kind = topics.iter().find(|known| known.name() == topic).unwrap().kind;
        let (status, words) = match words.strip_prefix("may ") {
            Some(words) => (ClaimStatus::Possible, words),
            None => (ClaimStatus::Asserted, words.as_str()),
        };
        article.claims.push(Claim { status, ..claim(&topic, value(kind, words), place) });
    }
    article
}

fn claims_of(line: &str, topic: &str) -> Vec<(String, String)> {
    if topic == "c" {
        return if line.is_empty() { Vec::new() } else { vec![(topic.into(), line.into())] };
    }
    let mut claims = Vec::new();
    let mut open = String::new();
    for word in line.split_whitespace() {
        open.push_str(word);
        if ["about", "over", "under", "at", "least", "most", "part", "may"].iter().any(|hedge| word.ends_with(hedge)) {
            open.push(' ');
            continue;
        }
        let (topic, words) = open.split_once('=').unwrap_or((topic, &open));
        claims.push((topic.to_string(), words.to_string()));
        open.clear();
    }
    claims
}

/// What a test calls so.
fn subject_called(name: &str) -> SubjectId {
    let every = name.strip_prefix("every ").and_then(Every::find).map(Matter::Every);
    let property = || Property::find(name).map(Matter::Property);
    SubjectId::whole(every.or_else(property).unwrap_or_else(|| Matter::Topic(name.into())))
}

/// A claim at the `place`th place of its article.
pub fn claim(topic: &str, value: Value, place: usize) -> Claim {
    let Span { start, end } = Span::new(place * 100, place * 100 + value.text.len());
    let Span { start: line, end: end_column } = Span::new(place + 1, 1 + value.text.chars().count());
    let exact = value.text.clone();
    let quote = Quote { start, end, line, column: 1, end_line: line, end_column, exact, ..Quote::default() };
    let fingerprint = crate::table::evidence::fingerprint([topic, &*value.text]);
    let status = ClaimStatus::Asserted;
    Claim {
        subject: subject_called(topic),
        value,
        part: Part::Body,
        quote: quote.into(),
        entry: None,
        damage: None,
        status,
        said_by: None,
        fingerprint,
    }
}

/// One rule with this sentence, and the topics of the tests.
pub fn rules(sentence: &str) -> RuleSet {
    rules_on(sentence, topics())
}

/// One rule with this sentence, and these topics.
pub fn rules_on(sentence: &str, topics: Vec<Topic>) -> RuleSet {
    let named = sentence::KnownTopics::new(&topics);
    let tree = sentence::parse(sentence, &named, Lexicon::english())
        .unwrap_or_else(|mistakes| panic!("{sentence}: {mistakes:#?}"));
    let rule = Rule {
        id: "rule".into(),
        sentence: sentence.into(),
        tree,
        story: None,
        severity: Severity::Error,
        why: None,
        tags: Vec::new(),
        examples: Vec::new(),
        on_no_evidence: OnNoEvidence::Warn,
        place: RulePlace::default(),
        words: None,
        suppressions: Vec::new(),
        is_shipped: false,
    };
    RuleSet { topics, rules: vec![rule], names: Vec::new(), ..RuleSet::default() }
}

/// The topic that a sentence is about.
pub fn subject(sentence: &str) -> &str {
    let first = sentence.split(' ').next().unwrap();
    if topics().iter().any(|topic| topic.name() == first) { first } else { "n" }
}

/// What a rule answers on articles.
pub fn finding(sentence: &str, articles: &[ArticleClaims]) -> Finding {
    let mut reports: Vec<StoryReport> = super::judge_with(&rules(sentence), articles, by_words());
    reports.remove(0).findings.remove(0)
}

/// What a rule answers on articles (`A`, or `A@01` of a day) with these values, each a topic and its words, placed as the
/// shelf of values says. They are of the kind that the sentence asks for, `every date ...`, or clock times.
pub fn of_values(sentence: &str, articles: &[(&str, &[(&str, &str)])]) -> Finding {
    all_of_values(sentence, articles).remove(0)
}

/// All its findings.
pub fn all_of_values(sentence: &str, articles: &[(&str, &[(&str, &str)])]) -> Vec<Finding> {
    let line: Vec<String> = articles.iter().map(|(source, _)| format!("{source}:")).collect();
    let mut claims = story(&line.join(" | "), "n");
    let asked = sentence.strip_prefix("every ").and_then(|rest| Kind::find(rest.split(' ').next()?));
    let kind = asked.or_else(|| Kind::find("time")).unwrap();
    for (article, (_, times)) in claims.iter_mut().zip(articles) {
        let read = |words: &str| crate::kind::literal(words, kind, Lexicon::english()).unwrap();
        article.claims = times.iter().enumerate().map(|(at, (topic, words))| claim(topic, read(words), at)).collect();
    }
    super::judge_with(&rules(sentence), &claims, Placing::shelf(Lexicon::english())).remove(0).findings
}

/// The message of a rule on a story in a line.
pub fn message(sentence: &str, line: &str) -> String {
    finding(sentence, &story(line, subject(sentence))).message
}

/// Checks lines of (sentence, story, outcome with agreement and reasons).
pub fn check(cases: &[(&str, &str, &str)]) {
    for (sentence, line, expected) in cases {
        let finding = finding(sentence, &story(line, subject(sentence)));
        let outcome = match finding.outcome {
            Outcome::Pass => "pass",
            Outcome::Fail => "fail",
            Outcome::NoEvidence => "no evidence",
        };
        let agreement = finding
            .agreement
            .map(|agreement| serde_json::to_value(agreement).unwrap().as_str().unwrap().replace('_', " "));
        let parts: Vec<String> =
            std::iter::once(outcome.to_string()).chain(agreement).chain(finding.reasons.clone()).collect();
        assert_eq!(parts.join(", "), *expected, "{sentence}: {line}: {}", finding.message);
    }
}
