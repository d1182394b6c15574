//! Tables of phrase and meaning, and what must not be a length of time.

use crate::{lexicon::Lexicon, mention::mentions, placing::positions, saying::shape, text::Text, value::Content};

/// Every length of time of `source`, as `words = ISO 8601`.
fn durations(source: &str) -> Vec<String> {
    let text = Text::plain(source, Lexicon::english());
    let found = mentions(&text, Lexicon::english()).into_iter().map(|mention| mention.value);
    found
        .filter(|value| value.kind.name() == "duration" && matches!(value.content, Content::Amount(_)))
        .map(|value| {
            let position = positions(&[(&value, &crate::placing::Situation::default())], Lexicon::english()).pop();
            let shape = shape(&value, position.as_ref(), Lexicon::english());
            format!("{} = {}", value.text, shape.text("iso").unwrap_or("?"))
        })
        .collect()
}

#[test]
fn lengths_keep_the_unit_they_are_written_in() {
    let cases = [
        ("a 50-minute call", "50-minute = PT50M"),
        ("They spoke for 90 minutes.", "90 minutes = PT90M"),
        ("two and a half hours", "two and a half hours = PT2H30M"),
        ("an hour and a half", "an hour and a half = PT1H30M"),
        ("It took 1h30 to get there.", "1h30 = PT1H30M"),
        ("It took half an hour.", "half an hour = PT30M"),
        ("a quarter of an hour", "a quarter of an hour = PT15M"),
        ("It took 2h 15m.", "2h 15m = PT2H15M"),
        ("a 12-hour, 30-minute trip", "12-hour, 30-minute = PT12H30M"),
        ("a two-hour 10-minute talk", "two-hour 10-minute = PT2H10M"),
        ("half a century", "half a century = P50Y"),
        ("a decade", "a decade = P10Y"),
        ("a fortnight", "a fortnight = P2W"),
        ("two decades", "two decades = P20Y"),
        ("a three-day trip", "three-day = P3D"),
        ("He waited 24 hours.", "24 hours = PT24H"),
        ("She finished in 1:45:30.", "1:45:30 = PT1H45M30S"),
        ("He won the race in 2:05:30 on Sunday.", "2:05:30 = PT2H5M30S"),
        ("He won in 3:43.13.", "3:43.13 = PT3M43.13S"),
        ("She clocked a time of 1:58.42 in Selm.", "1:58.42 = PT1M58.42S"),
        ("She ran the mile in 4:05.", "4:05 = PT4M5S"),
        ("Dorn won the women's 1,500m final in 4:05.", "4:05 = PT4M5S"),
        ("With 3:12 left he scored.", "3:12 = PT3M12S"),
        ("The goal came at 1:45:30 of the film.", "1:45:30 = PT1H45M30S"),
        ("in the past 24 hours", "the past 24 hours = PT24H"),
        ("in the first six months", "the first six months = P6M"),
        ("in the past week", "the past week = P1W"),
        ("over the last year", "the last year = P1Y"),
        ("less than a month", "less than a month = P1M"),
        ("just over three weeks", "just over three weeks = P3W"),
        ("in recent weeks", "recent weeks = PXW"),
        ("in the coming days", "the coming days = PXD"),
        ("for months", "months = PXM"),
        ("a years-long war", "years = PXY"),
        ("the month-long strike", "month = P1M"),
        ("a yearlong study", "yearlong = P1Y"),
        ("two years and three months", "two years and three months = P2Y3M"),
        ("two hours, 10 minutes", "two hours, 10 minutes = PT2H10M"),
        ("a year and a half", "a year and a half = P1Y6M"),
        ("several years", "several years = PXY"),
        ("1/2 hour", "1/2 hour = PT30M"),
        ("in the three months to June", "the three months = P3M"),
        ("in the first nine months of 1989", "the first nine months of 1989 = P9M"),
        ("in the last two months of the year", "the last two months of the year = P2M"),
        ("Years of war", "Years = PXY"),
        ("It is expected to last six weeks.", "six weeks = P6W"),
        ("It will take not hours", "hours = PTXH"),
        ("hours before the vote", "hours = PTXH"),
        ("It is days away.", "days = PXD"),
        ("They waited weeks for it.", "weeks = PXW"),
        ("It follows weeks of talks.", "weeks = PXW"),
        ("It was her first three-week tour.", "three-week = P3W"),
        ("It is to be paid out over three years.", "three years = P3Y"),
        ("over the six previous weeks", "the six previous weeks = P6W"),
        ("two-thirds of an hour", "two-thirds of an hour = PT40M"),
        ("an hour and three quarters", "an hour and three quarters = PT1H45M"),
        ("a two-and-a-half-year term", "two-and-a-half-year = P2Y6M"),
        ("It grew in the past three quarters.", "the past three quarters = P9M"),
        ("in the first two quarters of 2032", "the first two quarters of 2032 = P6M"),
        ("The tower stood for hundreds of years.", "hundreds of years = PXY"),
    ];
    for (source, expected) in cases {
        assert_eq!(durations(source), [expected], "in {source:?}");
    }
}

#[test]
fn lengths_that_only_stand_side_by_side_are_two() {
    let cases = [
        ("the two-hour and 30-minute shows", ["two-hour = PT2H", "30-minute = PT30M"]),
        ("a 30-minute, 12-hour mix", ["30-minute = PT30M", "12-hour = PT12H"]),
    ];
    for (source, expected) in cases {
        assert_eq!(durations(source), expected, "in {source:?}");
    }
}

#[test]
fn what_is_no_length() {
    for source in [
        "twice a day, $5 an hour",
        "a second blast, the minutes of the meeting",
        "a six-year-old boy, 10 years old",
        "the days of the week",
        "per 10 minutes",
        "he left years later",
        "half the day's work",
        "half past six",
        "the third quarter",
        "the last day of the fair, the last week of the war",
        "a minute amount, in the minutes",
        "a year-earlier profit",
        "those years, in his years as mayor, the hours after",
        "It rang two hours ago and stopped ten minutes later.",
        "It rang 20 minutes after.",
        "Rents rise nine percent a year.",
        "It serves thousands of meals a day.",
        "The mine moves around 12 million tons of rock a year.",
        "It sells two million litres of fresh milk a week.",
        "the forty-second bishop",
        "They sang \"Nine Nights\" there, and \"Ten Days\".",
        "three quarters of the town",
        "It grew in 1H30.",
        "They met in 4:05 and left at 4:10.",
        "It rang two and a half weeks ago.",
    ] {
        let found = durations(source);
        assert!(found.is_empty(), "{source:?}: {found:?}");
    }
}
