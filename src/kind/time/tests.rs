//! Tables of phrase and meaning: each time of a sentence as `words = from-to zone`, and what must not be a time.

use crate::{
    lexicon::Lexicon,
    mention::mentions,
    text::Text,
    value::{Content, time::ZoneName},
};

fn times(source: &str) -> Vec<String> {
    let text = Text::plain(source, Lexicon::english());
    let clock = |minute: i32| format!("{:02}:{:02}", minute.div_euclid(60), minute.rem_euclid(60));
    let found = mentions(&text, Lexicon::english()).into_iter().filter_map(|mention| match mention.value.content {
        Content::Time(time) => Some((mention.value.text, time)),
        Content::Amount(_) | Content::Date(_) | Content::Word(_) => None,
    });
    found
        .map(|(words, time)| {
            let to = if time.from == time.to { String::new() } else { format!("-{}", clock(time.to)) };
            let zone = match time.zone.as_deref() {
                None => String::new(),
                Some(ZoneName::Named(name)) => format!(" {name}"),
                Some(ZoneName::Offset(minutes)) => format!(" {minutes:+}"),
                Some(ZoneName::Ambiguous(names)) => format!(" one of {}", names.len()),
                Some(ZoneName::Local) => " local".to_string(),
            };
            format!("{words} = {}{to}{zone}", clock(time.from))
        })
        .collect()
}

#[test]
fn a_time_is_written_as_others_before_it() {
    for (text, expected) in [
        ("They were called at 6.04am, and police at 6.10.", &["6.04am = 06:04", "6.10 = 06:10"][..]),
        ("They were called at 6.10.", &[]),
        ("It struck at 6.04am at 6.15 on the scale.", &["6.04am = 06:04"]),
        ("They were called at 6.04am, and prices rose 6.10.", &["6.04am = 06:04"]),
    ] {
        assert_eq!(times(text), expected, "{text}");
    }
}

#[test]
fn times_of_day() {
    let cases = [
        ("at 3:30 p.m. ET", "3:30 p.m. ET = 15:30 America/New_York"),
        ("at 20:30 GMT", "20:30 GMT = 20:30 +0"),
        ("at 0730 GMT", "0730 GMT = 07:30 +0"),
        ("at 7 a.m. local time", "7 a.m. local time = 07:00 local"),
        ("at 7pm", "7pm = 19:00"),
        ("at 3.30pm", "3.30pm = 15:30"),
        ("at 03.30 GMT", "03.30 GMT = 03:30 +0"),
        ("at noon", "noon = 12:00"),
        ("at 12 noon", "12 noon = 12:00"),
        ("at midnight", "midnight = 00:00"),
        ("at 15h30", "15h30 = 15:30"),
        ("at half past six", "half past six = 06:30"),
        ("It begins at half past six.", "half past six = 06:30"),
        ("at quarter to nine", "quarter to nine = 08:45"),
        ("at ten past five in the evening", "ten past five in the evening = 17:10"),
        ("at six o'clock", "six o'clock = 06:00"),
        ("at 6 o’clock in the evening", "6 o’clock in the evening = 18:00"),
        ("at 1600 hours", "1600 hours = 16:00"),
        ("They meet at ten thirty.", "ten thirty = 10:30"),
        ("They meet by six forty-five p.m.", "six forty-five p.m. = 18:45"),
        ("shortly after 6 a.m.", "shortly after 6 a.m. = 06:00-06:30"),
        ("about 3:30 p.m.", "about 3:30 p.m. = 15:15-15:45"),
        ("between 3 and 4 p.m.", "3 and 4 p.m. = 15:00-16:00"),
        ("open 3–4 p.m. daily", "3–4 p.m. = 15:00-16:00"),
        ("open 11 to 1 p.m.", "11 to 1 p.m. = 11:00-13:00"),
        ("from 9 a.m. to 5 p.m.", "9 a.m. to 5 p.m. = 09:00-17:00"),
        ("at 18:00 UTC+3", "18:00 UTC+3 = 18:00 +180"),
        ("at 5 p.m. IST", "5 p.m. IST = 17:00 one of 3"),
        ("at 6 a.m. Moscow time", "6 a.m. Moscow time = 06:00 Europe/Moscow"),
    ];
    for (source, expected) in cases {
        assert_eq!(times(source), [expected], "in {source:?}");
    }
}

#[test]
fn a_bracket_gives_the_zone() {
    for (source, expected) in [
        ("at 1353 (1023 GMT)", ["1353 = 13:53 +210", "1023 GMT = 10:23 +0"]),
        ("at 4.17am (01.17 GMT)", ["4.17am = 04:17 +180", "01.17 GMT = 01:17 +0"]),
        ("at 4:17 a.m. local time (0117 GMT)", ["4:17 a.m. local time = 04:17 +180", "0117 GMT = 01:17 +0"]),
        ("at about 11:30 p.m. (0500 GMT)", ["about 11:30 p.m. = 23:15-23:45 -330", "0500 GMT = 05:00 +0"]),
        ("at 9 a.m. (20:00 GMT)", ["9 a.m. = 09:00 +780", "20:00 GMT = 20:00 +0"]),
        ("at 10:40 a.m. (3:40 a.m. EDT)", ["10:40 a.m. = 10:40 +180", "3:40 a.m. EDT = 03:40 -240"]),
        // A zone of its own; no quarter of an hour; another sort of bracket.
        ("at 3:30 p.m. EST (20:30 GMT)", ["3:30 p.m. EST = 15:30 -300", "20:30 GMT = 20:30 +0"]),
        ("at 4:17 a.m. (01:20 GMT)", ["4:17 a.m. = 04:17", "01:20 GMT = 01:20 +0"]),
        ("at 4:17 a.m. (then 01:17 GMT)", ["4:17 a.m. = 04:17", "01:17 GMT = 01:17 +0"]),
    ] {
        assert_eq!(times(source), expected, "in {source:?}");
    }
}

#[test]
fn timex_is_the_clock_as_written_on_its_day() {
    for (source, expected) in [
        ("It starts at 9:30 a.m. EST Friday.", "1998-02-27T09:30"),
        ("It started Thursday at noon.", "1998-02-26T12:00"),
        ("It starts at 6 p.m.", "1998-02-27T18:00"),
        ("It fell shortly before 6 a.m.", "1998-02-27T06:00"),
        ("It is open 3-4 p.m.", "1998-02-27T15:00"),
    ] {
        let text = Text::plain(source, Lexicon::english());
        let found = mentions(&text, Lexicon::english()).into_iter().find_map(|mention| match mention.value.content {
            Content::Time(time) => Some(time.timex_in("1998-02-27".parse().ok())),
            Content::Amount(_) | Content::Date(_) | Content::Word(_) => None,
        });
        assert_eq!(found.as_deref(), Some(expected), "in {source:?}");
    }
}

#[test]
fn what_is_no_time() {
    for source in [
        "at 25:30",
        "a 3-4 win",
        "chapter 7",
        "from two to four",
        "ten to six people",
        "half of six",
        "2015 votes",
        "at 650 pounds",
        "am I late",
        "At ten thirty guests left.",
        "at ten to one, and at five to six places",
        "She ran the mile in 4:05.",
        "They counted ten thirty times.",
        "It sold 1353 (1023 last year).",
        "13 p.m.",
    ] {
        let found = times(source);
        assert!(found.is_empty(), "{source:?}: {found:?}");
    }
}
