//! Tables of phrase and meaning, over the whole shelf: every value of a sentence, and what must not be one.

use crate::{
    lexicon::Lexicon,
    placing::{Position, Situation, positions},
    reading::Reader,
    saying::describe,
    text::Text,
    value::{Content, Kind, Likeness, Sort, Value},
};
use std::fmt::Write;

/// Every value of `source`, as `words = kind meaning`, one a line.
fn values(source: &str) -> Vec<String> {
    let lexicon = Lexicon::english();
    let text = Text::plain(source, lexicon);
    let situation = Situation { anchor: "2021-12-30".parse().ok(), timezone: None, article: 0 };
    let read = text.sentences().iter().flat_map(|sentence| Reader::new(&text, lexicon, sentence).values());
    read.map(|reading| show(&reading.value, &situation)).collect()
}

fn show(value: &Value, situation: &Situation) -> String {
    let position = positions(&[(value, situation)], Lexicon::english()).pop().unwrap();
    let mut shown = format!("{} = {} {}", value.text, value.kind, describe(value.kind, &position));
    if let Content::Amount(amount) = &value.content {
        if let Some(of) = &amount.of {
            write!(shown, " of {of}").unwrap();
        }
        if amount.derived {
            shown.push_str(", derived");
        }
        if amount.part {
            shown.push_str(", a part");
        }
        if !amount.also.is_empty() {
            shown.push_str(", twice");
        }
    }
    shown
}

pub(super) fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (source, expected) in cases {
        let found = values(source);
        if &found != expected {
            writeln!(wrong, "in {source:?}\n  found    {found:?}\n  expected {expected:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// That no value is read in any of these.
pub(super) fn check_none(sources: &[&str]) {
    let cases: Vec<(&str, &[&str])> = sources.iter().map(|source| (*source, [].as_slice())).collect();
    check(&cases);
}

#[test]
fn counts() {
    check(&[
        ("Some 100,000 Dutch farmers are waiting.", &["Some 100,000 = count 90,000 to 110,000 of Dutch farmers"]),
        ("an estimated 100,000 soldiers", &["an estimated 100,000 = count 90,000 to 110,000 of soldiers"]),
        ("Tens of thousands of troops", &["Tens of thousands = count 20,000 to 100,000 of troops"]),
        ("over 13,000 lives", &["over 13,000 = count more than 13,000 of lives"]),
        ("at least 12 people were killed", &["at least 12 = count at least 12 of people"]),
        ("up to 40 passengers", &["up to 40 = count at most 40 of passengers"]),
        ("nearly 300 homes", &["nearly 300 = count 270 to 300 of homes"]),
        (
            "three hundred and fifty-two thousand voters",
            &["three hundred and fifty-two thousand = count 352,000 of voters"],
        ),
        ("1.2 million people", &["1.2 million = count 1.2 million of people"]),
        ("half a million refugees", &["half a million = count 500,000 of refugees"]),
        ("a dozen houses", &["a dozen = count 12 of houses"]),
        ("between 10 and 20 boats", &["between 10 and 20 = count 10 to 20 of boats"]),
        ("10 to 20 million birds", &["10 to 20 million = count 10 to 20 million of birds"]),
        ("another five people were hurt", &["five = count 5 of people, a part"]),
        ("the other two crew members", &["two = count 2 of crew members, a part"]),
        ("12 of the 30 passengers", &["12 = count 12 of passengers, a part", "30 = count 30 of passengers"]),
        ("No one was hurt.", &["No one = count 0"]),
        ("There were no casualties.", &["no = count 0 of casualties"]),
        ("There were no reports of injuries.", &["no reports of = count at least 0 of injuries"]),
        ("dozens of homes", &["dozens = count 24 to 99 of homes"]),
        ("three to four passengers", &["three to four = count 3 to 4 of passengers"]),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("It rose to 4.5.", &["4.5 = number 4.5"]),
        ("swelling to an estimated 100,000 and more", &["an estimated 100,000 = number 90,000 to 110,000"]),
        ("It fell by 4.5 percent.", &["4.5 percent = percent 4.5%"]),
        ("some 12% of it", &["some 12% = percent 10.8% to 13.2%"]),
    ]);
}

#[test]
fn durations() {
    check(&[
        ("It was a 50 minute phone call", &["50 minute = duration 50 minutes"]),
        ("a 50-minute call", &["50-minute = duration 50 minutes"]),
        ("which lasted about 50 minutes", &["about 50 minutes = duration 45 to 55 minutes"]),
        ("second in recent weeks", &["recent weeks = duration 2 to 12 weeks"]),
        ("second in less than a month", &["less than a month = duration less than 31 days"]),
        ("second in just over three weeks", &["just over three weeks = duration 3 to 3.5 weeks"]),
        ("It took an hour and a half.", &["an hour and a half = duration 90 minutes"]),
        ("It took two and a half hours.", &["two and a half hours = duration 150 minutes"]),
        ("2 hours and 10 minutes", &["2 hours and 10 minutes = duration 130 minutes"]),
        ("more than 90 minutes", &["more than 90 minutes = duration more than 90 minutes"]),
        (
            "a year-long siege, three months",
            &["a year = duration 365 to 366 days", "three months = duration 89 to 92 days"],
        ),
    ]);
}

#[test]
fn measures_and_money() {
    check(&[
        ("about 12 miles offshore", &["about 12 miles = measure 17.4 to 21.2 km"]),
        ("58 km (36 miles) from the port", &["58 km (36 miles) = measure 58 km, twice"]),
        ("winds of 110 km/h", &["110 km/h = measure 110 km/h"]),
        ("gusts of 70 miles per hour", &["70 miles per hour = measure 113 km/h"]),
        ("a $3.2 million fund", &["$3.2 million = money $3.2 million"]),
        ("worth $3.2m", &["$3.2m = money $3.2 million"]),
        ("3.2m dollars", &["3.2m dollars = money $3.2 million"]),
        ("some €2 billion", &["some €2 billion = money €1.8 to €2.2 billion"]),
        ("C$5 (US$4)", &["C$5 (US$4) = money C$5, twice"]),
        ("50 cents", &["50 cents = money $0.50"]),
    ]);
}

#[test]
fn dates_and_times() {
    check(&[
        ("Talks are set for Jan. 10.", &["Jan. 10 = date 10 January 2022"]),
        ("It begins at 20:30 GMT.", &["20:30 GMT = time 20:30 GMT on 30 December 2021"]),
        ("It begins at 3:30 p.m. ET.", &["3:30 p.m. ET = time 20:30 GMT on 30 December 2021"]),
        ("It left at 0730 GMT.", &["0730 GMT = time 07:30 GMT on 30 December 2021"]),
        ("In 2014, troops crossed.", &["2014 = date 2014"]),
        ("the 2015 accord", &["2015 = date 2015"]),
        ("Lang on Thursday warned", &["Thursday = date 30 December 2021"]),
        ("early next month", &["early next month = date 1–10 January 2022"]),
        ("on Wednesday night", &["Wednesday night = date 29 December 2021"]),
    ]);
}

#[test]
fn what_is_no_value() {
    for source in [
        "the B9 format and the F-16 jet",
        "the Nord Line 2 pipeline",
        "Route 6",
        "his annual Q&A conference",
        "It may rain, and they march on; second to none.",
        "one of the leaders",
        "COVID-19 cases",
        "a 3-2 win",
        "open 24/7",
        "the attacks of 9/11",
        "see https://example.org/2021/12/30/story-a75954",
        "He said Theresa May would not go.",
        "no longer, no doubt, no comment",
        "twice over",
    ] {
        let found = values(source);
        assert!(found.is_empty(), "{source:?}: {found:?}");
    }
}

#[test]
fn every_kind_reads_its_own_example() {
    for kind in Kind::all().filter(|kind| !kind.is_choice()) {
        super::literal(kind.facts().example, kind, Lexicon::english()).unwrap();
        // Names and quotations are equal or not: they take no tolerance.
        if let Some(tolerance) = kind.facts().tolerance {
            crate::placing::tolerance(tolerance, kind, Lexicon::english()).unwrap();
        }
    }
}

/// What stands on no entry by itself: each kind says its article, amounts have an axis and words for it, and words a key.
#[test]
fn every_kind_states_its_facts() {
    for kind in Kind::all() {
        let facts = kind.facts();
        assert!(facts.one.starts_with("a ") || facts.one.starts_with("an "), "{kind}: {}", facts.one);
        assert!(facts.tolerance.is_none() || matches!(kind.sort(), Sort::Amount | Sort::Moment), "{kind}");
        match kind.sort() {
            Sort::Amount => {
                let lexicon = Lexicon::english();
                let value = super::literal(facts.example, kind, lexicon).unwrap();
                let placed = positions(&[(&value, &Situation::default())], lexicon);
                let Position::On { axis, interval, .. } = &placed[0] else {
                    panic!("{kind} has no axis");
                };
                assert_ne!(&(facts.said)(*interval, axis), axis, "{kind} is told in no words");
            }
            Sort::Rank => assert!(matches!(facts.likeness, Likeness::Ordered(_)) && facts.key.is_some(), "{kind}"),
            Sort::Word => assert!(facts.key.is_some(), "{kind} has no place in JSON"),
            Sort::Moment => {}
        }
    }
}

/// The positions of times that different articles give, each with its day of publication and zone.
fn clocks(times: &[(&str, Option<&str>, Option<&str>)]) -> Vec<String> {
    let kind = Kind::find("time").unwrap();
    let read: Vec<(Value, Situation)> = times
        .iter()
        .map(|(text, anchor, zone)| {
            let text_of = Text::plain(text, Lexicon::english());
            let value = crate::mention::mentions(&text_of, Lexicon::english())
                .into_iter()
                .map(|mention| mention.value)
                .find(|value| value.kind == kind);
            let anchor = anchor.map(|day| day.parse().unwrap());
            (value.unwrap(), Situation { anchor, timezone: zone.map(str::to_string), article: 0 })
        })
        .collect();
    let pairs: Vec<(&Value, &Situation)> = read.iter().map(|(value, situation)| (value, situation)).collect();
    positions(&pairs, Lexicon::english()).iter().map(|position| describe(kind, position)).collect()
}

#[test]
fn clock_times_compare_across_zones_and_days() {
    let day = Some("2021-12-30");
    // A time without a day borrows the other's, in its own zone.
    assert_eq!(
        clocks(&[("at 3:30 p.m. ET", None, None), ("at 20:30 GMT", day, None)]),
        ["20:30 GMT on 30 December 2021", "20:30 GMT on 30 December 2021"]
    );
    // An assumed day yields to a stated one.
    assert_eq!(
        clocks(&[("on Wednesday at 20:30 GMT", day, None), ("at 20:30 GMT", day, None)]),
        ["20:30 GMT on 29 December 2021", "20:30 GMT on 29 December 2021"]
    );
    // Without any zone, times are those of one place.
    assert_eq!(
        clocks(&[("at 7 a.m.", day, None), ("at 7:05", day, None)]),
        ["07:00 on 30 December 2021", "07:05 on 30 December 2021"]
    );
    // "Local time" is the story's zone; beside it, a time without any zone is not known.
    assert_eq!(
        clocks(&[
            ("at 7 a.m. local time", day, Some("Asia/Jakarta")),
            ("at midnight GMT", day, None),
            ("at 7 a.m.", day, None)
        ]),
        [
            "00:00 GMT on 30 December 2021",
            "00:00 GMT on 30 December 2021",
            "unknown (it names no zone; write `timezone: Europe/London` under its story in crosscheck.yaml)"
        ]
    );
    // Midnight is nearest on the next day.
    assert_eq!(
        clocks(&[("on Thursday at 11:50 p.m. GMT", day, None), ("at 0:10 GMT", day, None)]),
        ["23:50 GMT on 30 December 2021", "00:10 GMT on 31 December 2021"]
    );
    // An ambiguous abbreviation needs the article's zone.
    assert_eq!(clocks(&[("at 5 p.m. IST", day, Some("Asia/Kolkata"))]), ["11:30 GMT on 30 December 2021"]);
    assert!(clocks(&[("at 5 p.m. IST", day, None)])[0].starts_with("unknown (`IST` may be one of"));
}

#[test]
fn a_count_that_looks_like_a_year_is_a_count_where_one_is_asked_for() {
    for kind in ["count", "number"] {
        for words in ["2024", "about 1967", "at least 2,024"] {
            super::literal(words, Kind::find(kind).unwrap(), Lexicon::english()).unwrap();
        }
    }
}
