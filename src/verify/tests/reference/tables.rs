//! Tables of claims, as plain data: articles of several sources with values of one theme.

use crate::{
    article::Metadata,
    claim::{ArticleClaims, Claim, ClaimStatus},
    placing::Situation,
    value::{
        Amount, Content, Interval, Kind, Precision, Value,
        date::{DateExpr, DatePoint, Tense, Unit},
        time::{TimeExpr, ZoneName},
    },
    verify::testing::claim,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::{fmt, sync::Arc};

/// Topics that are claimed together.
pub const THEMES: &[&[&str]] = &[
    &["n"],
    &["n", "k", "l"],
    &["up"],
    &["down"],
    &["m"],
    &["p"],
    &["d"],
    &["d", "e"],
    &["later", "d"],
    &["t"],
    &["t", "u"],
    &["who"],
    &["speech"],
    &["c"],
];

/// An article, in short.
#[derive(Clone)]
pub struct Paper {
    source: &'static str,
    agency: Option<&'static str>,
    group: Option<&'static str>,
    url: Option<&'static str>,
    day: Option<u32>,
    said: Vec<(&'static str, ClaimStatus, Value)>,
}

impl fmt::Debug for Paper {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}", self.source)?;
        self.day.map_or(Ok(()), |day| write!(to, "@{day:02}"))?;
        for (mark, text) in [("/", self.agency), (" of ", self.group), (" at ", self.url)] {
            text.map_or(Ok(()), |text| write!(to, "{mark}{text}"))?;
        }
        self.said.iter().try_for_each(|(topic, status, value)| {
            let may = if *status == ClaimStatus::Possible { "may " } else { "" };
            write!(to, ", {topic}={may}{}", value.text)
        })
    }
}

/// The claims of articles, as extraction would hand them on.
pub fn claims(papers: &[Paper]) -> Vec<ArticleClaims> {
    let article = |(index, paper): (usize, &Paper)| {
        let published = paper.day.and_then(|day| NaiveDate::from_ymd_opt(2022, 1, day));
        let own = |text: Option<&str>| text.map(str::to_string);
        let said = |(at, (topic, status, value)): (usize, &(&'static str, ClaimStatus, Value))| Claim {
            status: *status,
            ..claim(topic, value.clone(), at)
        };
        ArticleClaims {
            story: "story".into(),
            article: format!("{index:03}.txt"),
            metadata: Metadata {
                source: paper.source.into(),
                agency: own(paper.agency),
                group: own(paper.group),
                url: own(paper.url),
                published,
                ..Metadata::default()
            },
            situation: Situation { anchor: published, timezone: None, article: 0 },
            claims: paper.said.iter().enumerate().map(said).collect(),
            ..ArticleClaims::default()
        }
    };
    papers.iter().enumerate().map(article).collect()
}

fn value(kind: &str, text: String, precision: Precision, content: Content) -> Value {
    Value { kind: Kind::find(kind).unwrap(), text: text.into(), hedge: None, precision, content }
}

/// Numbers with hedges; those of "about" are one less and one more.
fn number() -> impl Strategy<Value = Value> {
    let hedges: Vec<(&str, Precision)> = vec![
        ("", Precision::Exact),
        ("", Precision::Exact),
        ("about ", Precision::Approximate),
        ("over ", Precision::MoreThan),
        ("under ", Precision::LessThan),
        ("at least ", Precision::AtLeast),
        ("at most ", Precision::AtMost),
    ];
    let amount = |interval, best| Amount { interval, best, ..Amount::default() };
    let share = prop::sample::select(vec!["", "", "", "", "", "", "", "", "part ", "narrow "]);
    let hedged = (prop::sample::select(hedges), 1_u32..8, share);
    let hedged = hedged.prop_map(move |((hedge, precision), number, share)| {
        let at = f64::from(number);
        let interval = match precision {
            Precision::Approximate => Interval { lo: at - 1.0, hi: at + 1.0, lo_open: false, hi_open: false },
            Precision::MoreThan => Interval { lo: at, hi: f64::INFINITY, lo_open: true, hi_open: true },
            Precision::LessThan => Interval { lo: f64::NEG_INFINITY, hi: at, lo_open: true, hi_open: true },
            Precision::AtLeast => Interval { lo: at, hi: f64::INFINITY, lo_open: false, hi_open: true },
            Precision::AtMost => Interval { lo: f64::NEG_INFINITY, hi: at, lo_open: true, hi_open: false },
            Precision::Exact | Precision::Range | Precision::Vague => {
                Interval { lo: at, hi: at, lo_open: false, hi_open: false }
            }
        };
        let (part, narrower) = (share == "part ", share == "narrow ");
        let text = format!("{share}{hedge}{number}");
        value("number", text, precision, Amount { part, narrower, ..amount(interval, Some(at)) }.into())
    });
    let ranged = (1_u32..5, 4_u32..9, any::<bool>()).prop_map(move |(low, high, vague)| {
        let interval = Interval { lo: low.into(), hi: high.into(), lo_open: false, hi_open: false };
        let (text, precision) = match vague {
            true => (format!("vaguely {low}-{high}"), Precision::Vague),
            false => (format!("{low}-{high}"), Precision::Range),
        };
        value("number", text, precision, amount(interval, None).into())
    });
    prop_oneof![5 => hedged, 1 => ranged]
}

/// Numbers for sums: no shares, which are no parts of one.
fn plain_number() -> impl Strategy<Value = Value> {
    number().prop_map(|mut value| {
        if let Content::Amount(amount) = &mut value.content {
            let amount = Arc::make_mut(amount);
            (amount.part, amount.narrower) = (false, false);
        }
        value.text = value.text.trim_start_matches("part ").trim_start_matches("narrow ").into();
        value
    })
}

fn money() -> impl Strategy<Value = Value> {
    let amount = |number: u32, code: &str| {
        let at = f64::from(number);
        let interval = Interval { lo: at, hi: at, lo_open: false, hi_open: false };
        Amount { interval, best: Some(at), currency: Some(code.into()), ..Amount::default() }
    };
    let given = (1_u32..5, prop::sample::select(vec!["USD", "USD", "EUR"]), prop::option::weighted(0.2, 1_u32..4));
    given.prop_map(move |(number, code, also)| {
        let other = if code == "USD" { "EUR" } else { "USD" };
        let text = also.map_or(format!("{number} {code}"), |also| format!("{number} {code} ({also} {other})"));
        let also = also.map(|also| amount(also, other)).into_iter().collect();
        value("money", text, Precision::Exact, Amount { also, ..amount(number, code) }.into())
    })
}

fn percent() -> impl Strategy<Value = Value> {
    let units = vec![
        ("%", 1, None),
        ("%", 1, None),
        (" points", 1, Some("percentage point")),
        (" basis", 100, Some("basis point")),
    ];
    (1_u32..5, prop::sample::select(units)).prop_map(|(number, (sign, factor, unit))| {
        let at = f64::from(number * factor);
        let interval = Interval { lo: at, hi: at, lo_open: false, hi_open: false };
        let amount = Amount { interval, best: Some(at), unit: unit.map(Into::into), ..Amount::default() };
        value("percent", format!("{}{sign}", number * factor), Precision::Exact, amount.into())
    })
}

fn date() -> impl Strategy<Value = (String, DateExpr)> {
    let day = |day| DatePoint::Day { year: Some(2022), month: 1, day };
    let plain = |text: String, point: DatePoint| (text, DateExpr::from(point));
    prop_oneof![
        4 => (1_u32..10).prop_map(move |on| plain(format!("2022-01-{on:02}"), day(on))),
        5 => (-3_i32..3).prop_map(move |shift| plain(format!("rel{shift:+}"), DatePoint::Relative { unit: Unit::Day, shift })),
        1 => Just(plain("January 2022".into(), DatePoint::Month { year: Some(2022), month: 1 })),
        1 => Just(plain("2022".into(), DatePoint::Year { year: 2022 })),
        2 => (1_u32..10).prop_map(move |day| plain(format!("January {day}"), DatePoint::Day { year: None, month: 1, day })),
        1 => (1_u32..5, 5_u32..10).prop_map(move |(from, to)| {
            (format!("January {from} to {to}, 2022"), DateExpr { until: Some(day(to)), ..DateExpr::from(day(from)) })
        }),
        2 => (1_u32..8, prop::sample::select(vec![Tense::Past, Tense::Future])).prop_map(|(weekday, tense)| {
            let point = DatePoint::Weekday { weekday, shift: None };
            (format!("weekday {weekday} {tense:?}"), DateExpr { tense, ..DateExpr::from(point) })
        }),
    ]
}

fn time() -> impl Strategy<Value = Value> {
    let zone = prop::sample::select(vec![Some(0), Some(0), Some(60), None]);
    let day = prop_oneof![
        2 => Just(None),
        1 => (4_u32..6).prop_map(|day| Some((format!(" on 2022-01-{day:02}"), DatePoint::Day { year: Some(2022), month: 1, day }))),
        1 => (-1_i32..1).prop_map(|shift| Some((format!(" rel{shift:+}"), DatePoint::Relative { unit: Unit::Day, shift }))),
    ];
    (17_i32..21, prop::bool::weighted(0.2), zone, day).prop_map(|(half, around, zone, day)| {
        let (from, to) = (half * 30, half * 30 + if around { 60 } else { 0 });
        let zone_text = zone.map_or(String::new(), |zone| format!(" +{zone}"));
        let (day_text, day) = day.map_or((String::new(), None), |(text, day)| (text, Some(Arc::new(day.into()))));
        let text = format!("{from}-{to} minutes{zone_text}{day_text}");
        let zone = zone.map(ZoneName::Offset).map(Box::new);
        let precision = if around { Precision::Range } else { Precision::Exact };
        value("time", text, precision, TimeExpr { from, to, stated: None, zone, zone_text: None, day }.into())
    })
}

fn word(kind: &'static str, words: &[&'static str]) -> impl Strategy<Value = Value> {
    prop::sample::select(words.to_vec())
        .prop_map(move |word| value(kind, word.into(), Precision::Exact, Content::Word(word.into())))
}

fn said(topic: &'static str, themes: usize) -> BoxedStrategy<Value> {
    match topic {
        "n" if themes > 1 => plain_number().boxed(),
        "k" | "l" => plain_number().boxed(),
        "m" => money().boxed(),
        "p" => percent().boxed(),
        "d" | "e" | "later" => {
            date().prop_map(|(text, date)| value("date", text, Precision::Exact, date.into())).boxed()
        }
        "t" | "u" => time().boxed(),
        "who" => word("name", &["Lang", "lang", "Miabek Lang", "Ada Lang", "Quill", "Toma Quill"]).boxed(),
        "speech" => word(
            "quotation",
            &["we will go on", "We will go on today.", "will go on,", "no more than that", "not go on"],
        )
        .boxed(),
        "c" => word("choice", &["x", "y"]).boxed(),
        _ => number().boxed(),
    }
}

/// An article on some topics.
fn paper(topics: &'static [&'static str]) -> impl Strategy<Value = Paper> {
    let plain =
        vec![("A", None), ("B", None), ("C", None), ("A", Some("W")), ("B", Some("W")), ("W", None), ("D", Some("V"))];
    // One source in several spellings, and others that look like it.
    let spelt = vec![
        ("É's Fi-Post", None),
        ("É’s Fi-Post", None),
        ("e\u{301}`S FI–post", None),
        ("É's\u{a0} Fi\u{2011}Po\u{200b}st", None),
        ("\u{feff}É's ﬁ-Post\u{fe0f}", None),
        ("És Fi-Post", None),
        ("E's Fi-Post", None),
        ("É's Fi Post", None),
        ("B", Some("É’s\u{2009}fi-post")),
    ];
    let source = prop_oneof![4 => prop::sample::select(plain), 1 => prop::sample::select(spelt)];
    let status = prop_oneof![9 => Just(ClaimStatus::Asserted), 1 => Just(ClaimStatus::Possible)];
    let one = (prop::sample::select(topics), status)
        .prop_flat_map(move |(topic, status)| said(topic, topics.len()).prop_map(move |value| (topic, status, value)));
    let group = prop::option::weighted(0.2, prop::sample::select(vec!["Wires", "A"]));
    let url = prop::option::weighted(0.5, prop::sample::select(vec!["/one", "/two"]));
    let day = prop::option::weighted(0.75, 3_u32..8);
    (source, group, url, day, prop::collection::vec(one, 0..4))
        .prop_map(|((source, agency), group, url, day, said)| Paper { source, agency, group, url, day, said })
}

/// A story on some topics.
pub fn papers(topics: &'static [&'static str]) -> impl Strategy<Value = Vec<Paper>> {
    prop::collection::vec(paper(topics), 1..6)
}
