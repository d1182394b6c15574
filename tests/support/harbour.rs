//! A story made by hand that has every sort of finding, and a report on it.

use crosscheck::rooms::{
    claim::{ClaimStatus, Quote},
    diagnostic::{Code, Diagnostic, Level},
    finding::{
        Agreement, ArticleEntry, ClaimMeaning, Comparison, Evidence, Finding, GivenBy, Outcome, Report, Role,
        RuleOutcome, RulePlace, Severity, SharedBond, SharedOrigin, StoryReport, Summary, ToldValue, TopicEntry,
        VERSION, primary,
    },
};
use serde_json::json;

/// A claim: `prefix ⟦exact⟧ suffix`.
pub fn claim(
    article: &str,
    source: &str,
    line: usize,
    sentence: &str,
    role: Role,
    value: serde_json::Value,
) -> Evidence {
    let (prefix, rest) = sentence.split_once('⟦').expect("a mark");
    let (exact, suffix) = rest.split_once('⟧').expect("its end");
    let mut shape = serde_json::Map::new();
    shape.extend(value.as_object().expect("a shape").clone());
    let number = |number: usize| u32::try_from(number).expect("a short text");
    let start = 100 + prefix.len();
    let column = prefix.chars().count() + 1;
    let quote = Quote {
        start: number(start),
        end: number(start + exact.len()),
        line: number(line),
        column: number(column),
        end_line: number(line),
        end_column: number(column + exact.chars().count()),
        exact: exact.into(),
        prefix: prefix.into(),
        suffix: suffix.into(),
    };
    Evidence {
        given_by: GivenBy { article: article.into(), source: source.into() }.into(),
        quote: Some(quote.into()),
        role,
        told: Some(ToldValue { value: Some(shape.into()), ..ToldValue::default() }.into()),
        status: ClaimStatus::Asserted,
        said: None,
        apart: None,
        fingerprint: "0123456789abcdef".parse().expect("digits"),
    }
}

/// A claim whose words stand for something that they do not show.
pub fn meant(claim: Evidence, meaning: &str, brief: &str) -> Evidence {
    let meaning = Some(ClaimMeaning::Reads(meaning.into()));
    told(claim, |told| ToldValue { meaning, brief: Some(brief.into()), ..told })
}

/// The claim with something else told of its value.
fn told(claim: Evidence, change: impl FnOnce(ToldValue) -> ToldValue) -> Evidence {
    let told = claim.told.as_deref().cloned().unwrap_or_default();
    Evidence { told: Some(change(told).into()), ..claim }
}

pub fn unclear(claim: Evidence) -> Evidence {
    let meaning = Some(ClaimMeaning::Unclear("its article has no date of publication".into()));
    told(claim, |told| ToldValue { meaning, ..told })
}

pub fn absence(article: &str, source: &str) -> Evidence {
    Evidence {
        given_by: GivenBy { article: article.into(), source: source.into() }.into(),
        quote: None,
        role: Role::Violates,
        told: None,
        status: ClaimStatus::Asserted,
        said: None,
        apart: None,
        fingerprint: "fedcba9876543210".parse().expect("digits"),
    }
}

pub fn finding(rule: &str, sentence: &str, outcome: Outcome, severity: Severity, message: &str) -> Finding {
    Finding {
        rule: rule.into(),
        sentence: sentence.into(),
        outcome,
        failure: outcome == Outcome::Fail,
        severity,
        agreement: None,
        reasons: Vec::new(),
        blames: None,
        message: message.into(),
        why: None,
        tags: Vec::new(),
        fingerprint: "00ff00ff00ff00ff".parse().expect("digits"),
        place: RulePlace { file: "rules/harbour.yaml".into(), line: 12, column: 5 },
        item: None,
        evidence: Vec::new(),
        nearly: Vec::new(),
        primary: None,
        suppressed: None,
        baseline: None,
    }
}

/// The finding with the claim that it points at.
pub fn pointed(finding: Finding) -> Finding {
    Finding { primary: primary(&finding.evidence), ..finding }
}

pub fn day(text: &str, day: &str) -> serde_json::Value {
    json!({"kind": "date", "text": text, "from": day, "to": day, "timex": day})
}

pub fn amount(text: &str) -> serde_json::Value {
    json!({"kind": "count", "text": text, "lo": 1.0, "hi": 2.0})
}

pub const HERALD: (&str, &str) = ("articles/herald.txt", "The Selm Herald");
pub const RADIO: (&str, &str) = ("articles/radio-orvane.txt", "Radio Orvane");
pub const DISPATCH: (&str, &str) = ("articles/dispatch.md", "Coastal Dispatch");
pub const MINATO: (&str, &str) = ("articles/港新聞.txt", "港新聞");

/// Who met when: one source is blamed for its date.
pub fn blame() -> Finding {
    let mut evidence = vec![
        claim(
            HERALD.0,
            HERALD.1,
            3,
            "The ministers met in Selm on ⟦Thursday⟧, the port authority said.",
            Role::Supports,
            day("Thursday", "2031-05-08"),
        ),
        claim(
            RADIO.0,
            RADIO.1,
            7,
            "It was ⟦the 8th of May⟧ when the two delegations, each of them more than forty people strong and accompanied by engineers, dockers' representatives and the press, sat down at last, after weeks of letters, in the old customs house.",
            Role::Supports,
            day("the 8th of May", "2031-05-08"),
        ),
        claim(
            DISPATCH.0,
            DISPATCH.1,
            5,
            "After what one delegate called the longest spring of his life, with strikes on both sides of the strait, a vote of no confidence and two cancelled ferries, the ministers finally met ⟦on Thursday⟧.",
            Role::Opposes,
            day("on Thursday", "2031-04-10"),
        ),
        claim(
            DISPATCH.0,
            DISPATCH.1,
            19,
            "They had met ⟦last year⟧ too.",
            Role::Context,
            day("last year", "2030-01-01"),
        ),
    ];
    for (index, day) in [(0, "8 May 2031"), (1, "8 May 2031"), (2, "10 April 2031")] {
        evidence[index] = meant(evidence[index].clone(), day, day);
    }
    let words = evidence[2].quote.as_deref().expect("words").clone();
    let place = Quote { line: 24, column: 7, end_line: 24, end_column: 18, start: 900, end: 911, ..words };
    let again = Evidence { quote: Some(place.into()), ..evidence[2].clone() };
    evidence.insert(3, again);
    evidence[4] = unclear(evidence[4].clone());
    Finding {
        agreement: Some(Agreement::Conflict),
        blames: Some(DISPATCH.0.into()),
        why: Some("readers plan by the date of the meeting".into()),
        evidence,
        ..finding(
            "meeting-date",
            "meeting date consistent across sources",
            Outcome::Fail,
            Severity::Error,
            "2 sources put the meeting date on 8 May 2031; Coastal Dispatch puts it on 10 April 2031, because its declared date, 12 April 2031, is probably wrong",
        )
    }
}

/// Eight sources of one figure against one, in an article that tries to reach the terminal.
pub fn crowded() -> Finding {
    let mut evidence: Vec<Evidence> = (1..=9)
        .map(|number| {
            let path = format!("articles/wire-{number}.txt");
            let sentence = format!("Wire {number} counted ⟦120 ferries⟧ in the harbour.");
            claim(&path, &format!("Wire {number}"), number, &sentence, Role::Supports, amount("120 ferries"))
        })
        .collect();
    evidence.push(claim(
        MINATO.0,
        MINATO.1,
        2,
        "港湾局によると、木曜日の時点で⟦九十隻⟧のフェリーが停泊していた。",
        Role::Opposes,
        amount("九十隻"),
    ));
    evidence.push(claim(
        "articles/\u{1b}]0;owned\u{7}.txt",
        "Evil\u{202e} Outlet",
        4,
        "They \u{1b}[2Jsaw ⟦ninety\r\nferries\u{200b}⟧ \u{9b}31mthere.\n",
        Role::Opposes,
        amount("ninety\nferries"),
    ));
    Finding {
        agreement: Some(Agreement::Conflict),
        evidence,
        ..finding(
            "ferries",
            "ferries in harbour consistent across sources",
            Outcome::Fail,
            Severity::Warning,
            "9 sources count 120 ferries; 港新聞 and Evil\u{202e} Outlet count 90",
        )
    }
}

pub fn silence() -> Finding {
    let cited =
        claim(HERALD.0, HERALD.1, 9, "Repairs will cost ⟦$3.2 million⟧.", Role::Supports, amount("$3.2 million"));
    Finding {
        evidence: vec![cited, absence(RADIO.0, RADIO.1), absence(DISPATCH.0, DISPATCH.1)],
        ..finding(
            "cost-cited",
            "repair cost cited in every source",
            Outcome::Fail,
            Severity::Note,
            "only 1 of 3 sources gives the repair cost: Radio Orvane and Coastal Dispatch do not",
        )
    }
}

pub fn no_evidence() -> Finding {
    Finding {
        agreement: Some(Agreement::SingleSource),
        evidence: vec![claim(
            RADIO.0,
            RADIO.1,
            11,
            "The talks lasted ⟦nearly three hours⟧.",
            Role::Context,
            amount("nearly three hours"),
        )],
        ..finding(
            "length",
            "length of talks consistent across sources within 10 minutes",
            Outcome::NoEvidence,
            Severity::Error,
            "only Radio Orvane gives the length of talks, so there is nothing to compare",
        )
    }
}

pub fn possible() -> Finding {
    Finding {
        agreement: Some(Agreement::Compatible),
        reasons: vec!["imprecise".into()],
        ..finding(
            "turnout",
            "turnout is at least 1,000",
            Outcome::Pass,
            Severity::Error,
            "every turnout may be at least 1,000",
        )
    }
}

pub fn topic(name: &str, agreement: Agreement, reasons: &[&str], claims: Vec<Evidence>) -> TopicEntry {
    TopicEntry {
        topic: name.into(),
        kind: "count".into(),
        agreement,
        reasons: reasons.iter().map(ToString::to_string).collect(),
        blames: None,
        tolerated: None,
        nearly: Vec::new(),
        claims,
    }
}

pub fn entries(sources: &[(&str, &str)]) -> Vec<ArticleEntry> {
    let entry = |(article, source): &(&str, &str)| ArticleEntry {
        article: (*article).into(),
        source: (*source).into(),
        published: Some("2031-05-09".into()),
    };
    sources.iter().map(entry).collect()
}

/// One way in two units, and a clock time with its instant.
pub fn distances() -> Vec<Evidence> {
    let measure = |text: &str| json!({"kind": "measure", "text": text});
    let time = json!({"kind": "time", "text": "6 p.m. local time"});
    vec![
        meant(
            claim(HERALD.0, HERALD.1, 4, "It is ⟦12 miles⟧ off.", Role::Supports, measure("12 miles")),
            "19.3 km",
            "19.3 km",
        ),
        claim(RADIO.0, RADIO.1, 4, "It is ⟦19 km⟧ off.", Role::Supports, measure("19 km")),
        meant(
            claim(MINATO.0, MINATO.1, 4, "⟦6 p.m. local time⟧", Role::Supports, time),
            "17:00 GMT on 8 May 2031",
            "17:00 GMT",
        ),
    ]
}

/// Which articles say when they were published.
pub fn dated() -> Finding {
    let given = |(article, source): (&str, &str)| Evidence {
        role: Role::Supports,
        told: Some(
            ToldValue {
                value: day("2031-05-09", "2031-05-09").as_object().cloned().map(Into::into),
                meaning: Some(ClaimMeaning::Reads("9 May 2031".into())),
                brief: None,
            }
            .into(),
        ),
        ..absence(article, source)
    };
    Finding {
        evidence: vec![given(HERALD), given(RADIO), absence(DISPATCH.0, DISPATCH.1)],
        ..finding(
            "dated",
            "publication date cited in every source",
            Outcome::Fail,
            Severity::Warning,
            "Coastal Dispatch does not give the publication date",
        )
    }
}

/// Two articles of one origin.
fn shared() -> SharedOrigin {
    let bond = SharedBond { one: HERALD.0.into(), other: RADIO.0.into(), why: "share an agency (Orvane Wire)".into() };
    SharedOrigin { articles: vec![bond.one.clone(), bond.other.clone()], bonds: vec![bond] }
}

pub fn harbour() -> StoryReport {
    let costs = [
        "⟦about $3.2 million⟧",
        "⟦$3 million⟧ or",
        "⟦About $3.2 million⟧",
        "⟦three million dollars, give or take what the insurers in Selm pay⟧",
    ];
    let cost = costs.map(|words| {
        let text = words.split(['⟦', '⟧']).nth(1).unwrap();
        claim(HERALD.0, HERALD.1, 9, words, Role::Supports, amount(text))
    });
    let of = |finding: Finding| finding.evidence.into_iter().filter(|claim| claim.quote.is_some()).collect::<Vec<_>>();
    StoryReport {
        story: "harbour".into(),
        articles: entries(&[HERALD, RADIO, DISPATCH, MINATO]),
        origins: vec![shared()],
        topics: vec![
            TopicEntry {
                blames: Some(DISPATCH.0.into()),
                ..topic("meeting date", Agreement::Conflict, &[], of(blame()))
            },
            topic("distance", Agreement::Compatible, &["imprecise"], distances()),
            topic("ferries in harbour", Agreement::Conflict, &[], of(crowded())),
            topic("repair cost", Agreement::Compatible, &["hedge differs", "bounds far apart"], cost.to_vec()),
            topic("length of talks", Agreement::SingleSource, &[], of(no_evidence())),
            topic("injured", Agreement::Absent, &[], Vec::new()),
        ],
        rules: Vec::new(),
        findings: [blame(), crowded(), silence(), dated(), no_evidence(), possible()].map(pointed).to_vec(),
        comparison: Comparison::default(),
    }
}

/// What the rules answer whose findings these are, one each.
fn answered(findings: &[Finding]) -> Vec<RuleOutcome> {
    let of = |finding: &Finding| RuleOutcome {
        rule: finding.rule.clone(),
        place: finding.place.clone(),
        topics: Vec::new(),
        outcome: finding.outcome,
        failure: finding.failure,
        severity: finding.severity,
        findings: 1,
        suppressed: 0,
        items: None,
        unchecked: Vec::new(),
    };
    findings.iter().map(of).collect()
}

pub fn report(stories: Vec<StoryReport>) -> Report {
    let stories: Vec<StoryReport> =
        stories.into_iter().map(|story| StoryReport { rules: answered(&story.findings), ..story }).collect();
    let code = Code::find("unknown-topic").unwrap();
    let mistake = |level, message: &str| Diagnostic { level, ..Diagnostic::new(code, message, None) };
    let diagnostics =
        vec![mistake(Level::Error, "there is no topic `ferrys`"), mistake(Level::Warning, "looks French")];
    Report { version: VERSION, summary: Summary::of(&stories), stories, diagnostics }
}
