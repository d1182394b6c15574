//! Tables of phrase and meaning: each date of a sentence as `words = timex, first day .. last day`, read on Thursday, 30
//! December 2021; and what must not be a date.

use crate::{
    lexicon::Lexicon,
    mention::mentions,
    placing::{Position, Situation, positions},
    saying::{shape, timex},
    text::Text,
    value::Content,
};

/// Every date of `source`.
fn dates(source: &str) -> Vec<String> {
    let lexicon = Lexicon::english();
    let situation = Situation { anchor: "2021-12-30".parse().ok(), timezone: None, article: 0 };
    let text = Text::plain(source, lexicon);
    let found = mentions(&text, lexicon).into_iter().map(|mention| mention.value);
    found
        .filter(|value| matches!(value.content, Content::Date(_)))
        .map(|value| {
            let position: Option<Position> = positions(&[(&value, &situation)], Lexicon::english()).pop();
            let shape = shape(&value, position.as_ref(), Lexicon::english());
            let of = |key: &str| shape.text(key).unwrap_or("?").to_string();
            let (from, to) = (of("from"), of("to"));
            let days = if from == to { from } else { format!("{from}..{to}") };
            format!("{} = {} {days}", value.text, timex(&value, &situation).unwrap_or_default())
        })
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(source, expected)| (source, expected, dates(source)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(source, expected, found)| format!("{source:?}\n  expected {expected:?}\n  found    {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days() {
    check(&[
        ("It met on December 30, 2021.", &["December 30, 2021 = 2021-12-30 2021-12-30"]),
        ("It met on 30 December 2021.", &["30 December 2021 = 2021-12-30 2021-12-30"]),
        ("It met on the 30th of December.", &["30th of December = 2021-12-30 2021-12-30"]),
        ("It met on Dec. 30.", &["Dec. 30 = 2021-12-30 2021-12-30"]),
        ("It met on December the 25th.", &["December the 25th = 2021-12-25 2021-12-25"]),
        ("It met on the first of November.", &["first of November = 2021-11-01 2021-11-01"]),
        ("It met on 12/30/2021.", &["12/30/2021 = 2021-12-30 2021-12-30"]),
        ("It met on 30/12/2021.", &["30/12/2021 = 2021-12-30 2021-12-30"]),
        ("It met on 12/30/21.", &["12/30/21 = 2021-12-30 2021-12-30"]),
        ("It met on 2021/12/30.", &["2021/12/30 = 2021-12-30 2021-12-30"]),
        ("It met on 2021-12-30.", &["2021-12-30 = 2021-12-30 2021-12-30"]),
        ("It met on 30.12.2021.", &["30.12.2021 = 2021-12-30 2021-12-30"]),
        ("It met on 4.5.2021 in Selm.", &["4.5.2021 = 2021-05-04 2021-05-04"]),
        ("It met on 30-Dec-2021.", &["30-Dec-2021 = 2021-12-30 2021-12-30"]),
        ("They met on the 28th.", &["the 28th = 2021-12-28 2021-12-28"]),
        ("They will meet on the 4th, she said.", &["the 4th = 2022-01-04 2022-01-04"]),
        ("They met on the second Tuesday of November.", &["second Tuesday of November = 2021-11-09 2021-11-09"]),
        ("They met on the last Monday in May 2020.", &["last Monday in May 2020 = 2020-05-25 2020-05-25"]),
        ("It was held on May the eleventh, 2020.", &["May the eleventh, 2020 = 2020-05-11 2020-05-11"]),
        ("It met on December the twenty-first.", &["December the twenty-first = 2021-12-21 2021-12-21"]),
        ("They met on the 2nd of this month.", &["the 2nd of this month = 2021-12-02 2021-12-02"]),
        ("They will meet on 23 of next month.", &["23 of next month = 2022-01-23 2022-01-23"]),
        ("Dec. 6: snow and no wind", &["Dec. 6 = 2021-12-06 2021-12-06"]),
        ("The fair was on Dec. 18 and 19.", &["Dec. 18 = 2021-12-18 2021-12-18", "19 = 2021-12-19 2021-12-19"]),
        (
            "They met on Dec. 7, 8 and 9.",
            &["Dec. 7 = 2021-12-07 2021-12-07", "8 = 2021-12-08 2021-12-08", "9 = 2021-12-09 2021-12-09"],
        ),
        (
            "It fell on the 3rd and 4th of December.",
            &["3rd = 2021-12-03 2021-12-03", "4th of December = 2021-12-04 2021-12-04"],
        ),
        (
            "They met Sunday night, 12th December 2021.",
            &["Sunday night, 12th December 2021 = 2021-12-12TNI 2021-12-12"],
        ),
        (
            "They met on Thursday 16 and Friday 17.",
            &["Thursday 16 = 2021-12-16 2021-12-16", "Friday 17 = 2021-12-17 2021-12-17"],
        ),
        ("They met on Sat., Jan. 8.", &["Sat., Jan. 8 = 2022-01-08 2022-01-08"]),
    ]);
}

#[test]
fn stretches_with_a_name() {
    check(&[
        ("It grew in the third quarter of 2021.", &["the third quarter of 2021 = 2021-Q3 2021-07-01..2021-09-30"]),
        ("It grew in Q3 2021.", &["Q3 2021 = 2021-Q3 2021-07-01..2021-09-30"]),
        ("It grew in 3Q21.", &["3Q21 = 2021-Q3 2021-07-01..2021-09-30"]),
        ("It grew in 1H 2021.", &["1H 2021 = 2021-H1 2021-01-01..2021-06-30"]),
        ("Its third-quarter profit fell.", &["third-quarter = 2021-Q3 2021-07-01..2021-09-30"]),
        ("It grew in the first half of 2021.", &["the first half of 2021 = 2021-H1 2021-01-01..2021-06-30"]),
        (
            "It will grow in the second half of next year.",
            &["the second half of next year = 2022-H2 2022-07-01..2022-12-31"],
        ),
        ("It grew in the last half of 2021.", &["the last half of 2021 = 2021-H2 2021-07-01..2021-12-31"]),
        ("It grew in fiscal 2021.", &["fiscal 2021 = FY2021 2020-04-01..2022-03-31"]),
        ("It opened in the summer of 2014.", &["the summer of 2014 = 2014-SU 2014-06-01..2014-09-22"]),
        ("It opened last fall.", &["last fall = 2021-FA 2021-09-01..2021-12-20"]),
        ("It was built in the 1990s.", &["the 1990s = 199 1990-01-01..1999-12-31"]),
        ("It was built in the late '80s.", &["the late '80s = 198 1986-09-01..1989-12-31"]),
        ("It was built in the nineties.", &["the nineties = 199 1990-01-01..1999-12-31"]),
        ("It was built in 440 BC.", &["440 BC = BC0440 -0439-01-01..-0439-12-31"]),
        ("It fell in AD 79.", &["AD 79 = 0079 0079-01-01..0079-12-31"]),
        ("It was built circa 1450.", &["circa 1450 = 1445/1455 1445-01-01..1455-12-31"]),
        ("It was built c. 1450 by monks.", &["c. 1450 = 1445/1455 1445-01-01..1455-12-31"]),
        ("The bowl (c. 1450) was sold.", &["c. 1450 = 1445/1455 1445-01-01..1455-12-31"]),
        ("The mill closed around 1990.", &["around 1990 = 1985/1995 1985-01-01..1995-12-31"]),
        ("The hall opened in about 1990.", &["about 1990 = 1985/1995 1985-01-01..1995-12-31"]),
        ("They lived there by about 1700.", &["about 1700 = 1695/1705 1695-01-01..1705-12-31"]),
        ("They wed on 5 May '20.", &["5 May '20 = 2020-05-05 2020-05-05"]),
        ("Bands of the 00s played.", &["the 00s = 200 2000-01-01..2009-12-31"]),
        ("It opened in 2015/16.", &["2015/16 = 2015/2016 2015-01-01..2016-12-31"]),
        ("She ruled 1712-19.", &["1712-19 = 1712/1719 1712-01-01..1719-12-31"]),
        ("Sales rose in FY21.", &["FY21 = FY2021 2020-04-01..2022-03-31"]),
        ("It is of the 20th century.", &["the 20th century = 19 1900-01-01..2000-12-31"]),
        ("A nineteenth-century house", &["nineteenth-century = 18 1800-01-01..1900-12-31"]),
        ("She hopes to be home by Halloween.", &["Halloween = 2022-10-31 2022-10-31"]),
        ("They met at Christmas.", &["Christmas = 2021-12-25 2021-12-25"]),
        ("They met on New Year's Day.", &["New Year's Day = 2022-01-01 2022-01-01"]),
        ("They met on Thanksgiving 2020.", &["Thanksgiving 2020 = 2020-11-26 2020-11-26"]),
        ("They met on Easter Sunday 2021.", &["Easter Sunday 2021 = 2021-04-04 2021-04-04"]),
        ("They met in January last year.", &["January last year = 2020-01 2020-01-01..2020-01-31"]),
        (
            "It fell in the third quarter of last year.",
            &["the third quarter of last year = 2020-Q3 2020-07-01..2020-09-30"],
        ),
        ("They met last January.", &["last January = 2021-01 2021-01-01..2021-01-31"]),
    ]);
}

#[test]
fn parts() {
    check(&[
        (
            "It began in the first week of October.",
            &["first week of October = 2021-10-01/2021-10-07 2021-10-01..2021-10-07"],
        ),
        (
            "It rained in the last week of June 2020.",
            &["last week of June 2020 = 2020-06-24/2020-06-30 2020-06-24..2020-06-30"],
        ),
        (
            "in the last five days of May 2020",
            &["last five days of May 2020 = 2020-05-27/2020-05-31 2020-05-27..2020-05-31"],
        ),
        ("It starts in early January.", &["early January = 2022-01 2022-01-01..2022-01-10"]),
        ("It starts in mid-2014.", &["mid-2014 = 2014 2014-05-02..2014-08-31"]),
        ("It ended at the end of the year.", &["the end of the year = 2021 2021-09-01..2021-12-31"]),
        ("He left late Wednesday.", &["late Wednesday = 2021-12-29 2021-12-29"]),
        ("He left earlier today.", &["earlier today = 2021-12-30 2021-12-30"]),
        ("It was in the mid-1990s.", &["the mid-1990s = 199 1993-05-02..1996-08-30"]),
    ]);
}

#[test]
fn against_the_day_of_publication() {
    check(&[
        ("He called Wednesday night.", &["Wednesday night = 2021-12-29TNI 2021-12-29"]),
        ("He called this morning.", &["this morning = 2021-12-30TMO 2021-12-30"]),
        ("He called last night.", &["last night = 2021-12-29TNI 2021-12-29"]),
        ("It rained over the weekend.", &["the weekend = 2021-W51-WE 2021-12-25..2021-12-26"]),
        ("It will rain next weekend.", &["next weekend = 2022-W01-WE 2022-01-08..2022-01-09"]),
        ("It fell last quarter.", &["last quarter = 2021-Q3 2021-07-01..2021-09-30"]),
        ("They are to meet again in two weeks.", &["two weeks = 2022-W02 2022-01-10..2022-01-16"]),
        ("It broke a week or so ago.", &["a week or so ago = 2021-W51 2021-12-20..2021-12-26"]),
        ("It broke two days back.", &["two days back = 2021-12-28 2021-12-28"]),
        ("He left a year and two months ago.", &["a year and two months ago = 2020-10 2020-10-15..2020-11-14"]),
        ("He left two years and one month ago.", &["two years and one month ago = 2019-11 2019-11-15..2019-12-15"]),
        ("He left three hours ago.", &["three hours ago = PAST_REF ?"]),
        ("Orders for the next quarter look weak.", &["next quarter = 2022-Q1 2022-01-01..2022-03-31"]),
        ("The talks this month of two parties failed.", &["this month = 2021-12 2021-12-01..2021-12-31"]),
        ("He left two days ago.", &["two days ago = 2021-12-28 2021-12-28"]),
        ("He left two weeks ago.", &["two weeks ago = 2021-W50 2021-12-13..2021-12-19"]),
        ("It rose from a year earlier.", &["a year earlier = 2020 2020-01-01..2020-12-31"]),
        ("Two weeks from now", &["Two weeks from now = 2022-W02 2022-01-10..2022-01-16"]),
        ("This past week was long.", &["This past week = 2021-W51 2021-12-20..2021-12-26"]),
        ("Now it is over.", &["Now = PRESENT_REF ?"]),
        ("He recently left.", &["recently = PAST_REF ?"]),
    ]);
}

#[test]
fn against_a_date_behind() {
    check(&[
        ("They closed two weeks before Christmas.", &["two weeks before Christmas = 2021-W49 2021-12-08..2021-12-14"]),
        ("They closed three days after Easter 2020.", &["three days after Easter 2020 = 2020-04-15 2020-04-15"]),
        ("A week before May 3, 2020, it broke.", &["A week before May 3, 2020 = 2020-W17 2020-04-23..2020-04-29"]),
        ("He left two years after 2010.", &["two years after 2010 = 2012 2012-01-01..2012-12-31"]),
        ("They met the day after Christmas.", &["the day after Christmas = 2021-12-26 2021-12-26"]),
        ("They met the day before Easter 2020.", &["the day before Easter 2020 = 2020-04-11 2020-04-11"]),
        ("It was shut for two weeks before Christmas.", &["Christmas = 2021-12-25 2021-12-25"]),
        ("It rained in the two weeks before Christmas.", &["Christmas = 2021-12-25 2021-12-25"]),
    ]);
}

#[test]
fn against_the_date_last_mentioned() {
    check(&[
        (
            "It began on 3 May 2014. The next day it ended.",
            &["3 May 2014 = 2014-05-03 2014-05-03", "The next day = 2014-05-04 2014-05-04"],
        ),
        (
            "It began on 3 May 2014. Three weeks later it ended.",
            &["3 May 2014 = 2014-05-03 2014-05-03", "Three weeks later = 2014-W21 2014-05-21..2014-05-27"],
        ),
        (
            "It began on 3 May 2014. It had rained the day before.",
            &["3 May 2014 = 2014-05-03 2014-05-03", "the day before = 2014-05-02 2014-05-02"],
        ),
        (
            "He came on 3 May 2014 and left on the following Friday.",
            &["3 May 2014 = 2014-05-03 2014-05-03", "the following Friday = 2014-05-09 2014-05-09"],
        ),
        (
            "It ended Friday above the close of the previous Friday.",
            &["Friday = 2021-12-24 2021-12-24", "the previous Friday = 2021-12-17 2021-12-17"],
        ),
        (
            "It rose from a year ago. Sales fell from a year earlier.",
            &["a year ago = 2020 2020-01-01..2020-12-31", "a year earlier = 2020 2020-01-01..2020-12-31"],
        ),
        (
            "It began in 2014. That year was dry.",
            &["2014 = 2014 2014-01-01..2014-12-31", "That year = 2014 2014-01-01..2014-12-31"],
        ),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("They met Jan. 10–12.", &["Jan. 10–12 = 2022-01-10/2022-01-12 2022-01-10..2022-01-12"]),
        ("It ran from Monday to Friday.", &["Monday to Friday = 2021-12-27/2021-12-31 2021-12-27..2021-12-31"]),
        ("At the end of the 2019-20 season it rose.", &["2019-20 = 2019/2020 2019-01-01..2020-12-31"]),
        ("It sold in the 2018-9 tax year.", &["2018-9 = 2018/2019 2018-01-01..2019-12-31"]),
        ("The war of 1939–45 ended.", &["1939–45 = 1939/1945 1939-01-01..1945-12-31"]),
        ("It was dry from May to July in 2010.", &["May to July in 2010 = 2010-05/2010-07 2010-05-01..2010-07-31"]),
        ("The war lasted from 1939 to 1945; it ended.", &["1939 to 1945 = 1939/1945 1939-01-01..1945-12-31"]),
        ("It fell between 2011 and 2014.", &["2011 and 2014 = 2011/2014 2011-01-01..2014-12-31"]),
        ("It ran from May to July 2010.", &["May to July 2010 = 2010-05/2010-07 2010-05-01..2010-07-31"]),
        ("It ran Dec. 28 to Jan. 3.", &["Dec. 28 to Jan. 3 = 2021-12-28/2022-01-03 2021-12-28..2022-01-03"]),
    ]);
}

#[test]
fn dates_that_no_rule_reads() {
    check(&[
        ("It meets every Thursday.", &["every Thursday = XXXX-WXX-4 ?"]),
        ("It meets every two weeks.", &["every two weeks = P2W ?"]),
        ("It meets every other day.", &["every other day = P2D ?"]),
        ("It grows each quarter, and pays monthly.", &["each quarter = P3M ?", "monthly = P1M ?"]),
        ("Sales for the quarter rose.", &["the quarter = 2021-Q3 ?"]),
        (
            "It grew in the second quarter. Sales for the quarter rose.",
            &["the second quarter = 2021-Q2 2021-04-01..2021-06-30", "the quarter = 2021-Q2 ?"],
        ),
        ("It beat the year-earlier quarter.", &["the year-earlier quarter = 2020-Q3 ?"]),
        (
            "Net rose in the third quarter from the same period a year earlier.",
            &["the third quarter = 2021-Q3 2021-07-01..2021-09-30", "the same period a year earlier = 2020-Q3 ?"],
        ),
        ("Orders fell in the latest week.", &["the latest week = 2021-W51 ?"]),
        ("It snowed overnight.", &["overnight = 2021-12-30TNI ?"]),
        ("Earlier in the day he had left.", &["Earlier in the day = 2021-12-30 ?"]),
        ("It happened long ago.", &["long ago = PAST_REF ?"]),
        ("It will come soon.", &["soon = FUTURE_REF ?"]),
    ]);
    let found = mentions(&Text::plain("Now and every day, for the year.", Lexicon::english()), Lexicon::english());
    assert!(found.len() == 3 && found.iter().all(crate::mention::Mention::is_timeless));
}

/// No chain of words is read word by word from each of its words.
#[test]
fn dates_before_dates_have_an_end() {
    for chain in [
        "a week before ",
        "day before ",
        "two weeks before ",
        "2 weeks after ",
        "the day after the ",
        "Monday before ",
        "Christmas before ",
        "2015 before ",
        "March after ",
        "Q3 of ",
    ] {
        let source = format!("It fell {}Christmas.", chain.repeat(20_000));
        let _ = mentions(&Text::plain(&source, Lexicon::english()), Lexicon::english());
    }
}

#[test]
fn weekdays_of_a_week() {
    check(&[
        ("They meet Thursday of next week.", &["Thursday of next week = 2022-01-06 2022-01-06"]),
        ("It is the third in three weeks on Sunday.", &["Sunday = 2022-01-02 2022-01-02"]),
        ("They met Friday last week.", &["Friday last week = 2021-12-24 2021-12-24"]),
        ("They met in the week of Dec. 6.", &["the week of Dec. 6 = 2021-W49 2021-12-06..2021-12-12"]),
        ("It fell on Friday the 13th.", &["Friday the 13th = 2021-08-13 2021-08-13"]),
    ]);
}

#[test]
fn reports() {
    check(&[
        ("It grew in the 1988 third quarter.", &["the 1988 third quarter = 1988-Q3 1988-07-01..1988-09-30"]),
        ("First-half profit fell.", &["First-half = 2021-H1 2021-01-01..2021-06-30"]),
        ("Its fiscal third quarter was good.", &["fiscal third quarter = 2021-Q3 2021-07-01..2021-09-30"]),
        ("Sales rose in the 2020 Q3 report.", &["the 2020 Q3 = 2020-Q3 2020-07-01..2020-09-30"]),
        ("It grew in Q2 FY22.", &["Q2 FY22 = 2022 ?"]),
        ("It grew in the third quarter of FY2022.", &["the third quarter of FY2022 = 2022 ?"]),
        ("Its 2020-Q1 sales fell.", &["2020-Q1 = 2020-Q1 2020-01-01..2020-03-31"]),
        ("The firm's 2020 sales fell.", &["2020 = 2020 2020-01-01..2020-12-31"]),
        ("It may be gone by 2140.", &["2140 = 2140 2140-01-01..2140-12-31"]),
        ("It was dug in nineteen seventy-four.", &["nineteen seventy-four = 1974 1974-01-01..1974-12-31"]),
        ("It ends by the year two thousand fifty.", &["two thousand fifty = 2050 2050-01-01..2050-12-31"]),
        ("Few forgot that March day in 2019.", &["that March day in 2019 = 2019-03 2019-03-01..2019-03-31"]),
        ("It has risen since year-end.", &["year-end = 2020 2020-09-01..2020-12-31"]),
        ("It ends by year-end.", &["year-end = 2021 2021-09-01..2021-12-31"]),
        ("It had 12 at year-end 1988.", &["year-end 1988 = 1988 1988-09-01..1988-12-31"]),
        ("Moved 20211229 on the wire.", &["20211229 = 2021-12-29 2021-12-29"]),
    ]);
}

#[test]
fn the_order_of_day_and_month_is_the_projects() {
    let lexicon = Lexicon::english().with_overrides("dates: day first").unwrap();
    for (source, expected) in [("on 4/7/2021", "2021-07-04"), ("on 12/30/2021", "2021-12-30")] {
        let found = mentions(&Text::plain(source, &lexicon), &lexicon);
        let Content::Date(date) = &found[0].value.content else { panic!("{source}") };
        assert_eq!(date.timex(), expected, "{source}");
    }
    check(&[("on 4/7/2021", &["4/7/2021 = 2021-04-07 2021-04-07"])]);
}

#[test]
fn what_is_no_date() {
    for source in [
        "It may rain, and they march on in step.",
        "She said that April Reyes would not go, and that Mark May agreed.",
        "The Sun reported it; Mon Oncle won; Wed in haste.",
        "the attacks of 9/11",
        "They meet on Monday week, and a week on Tuesday.",
        "They met the Monday before last, and last Tuesday week.",
        "It is open Mon-Fri.",
        "It has about 1990 lamps, and around 1990 of them are lit.",
        "The index rose by around 1990.",
        "Vitamin C. 1450 of them left.",
        "version 30.12.21, section 12.30.2021 and the host 10.0.2021.1",
        "He came second, in two halves of the match.",
        "They fall often, spring up, and winter well.",
        "after the fall of Kabul",
        "the Winter Olympics and the Prague Spring",
        "Bloody Sunday and Black Friday",
        "the Sunday Times and the Monday Night Football game",
        "the last week of the war",
        "the quarter-finals",
        "the first half ended without a goal",
        "the 30th anniversary",
        "the day before the vote",
        "in the 5th century BC",
        "Easter Island",
        "He is in his 80s.",
        "Highs will be in the mid-80s.",
        "a second opinion, and a third",
        "at the end of the day",
        "She is the one now-famous for it.",
        "Theresa May won. Ms. May said so, and Mr. March agreed.",
        "It was Prime Minister May, whom President March met; Mayor June left.",
        "Flight 1998, Room 2010 and 20219999 votes",
        "An overnight train, the annual meeting, a New York daily-paper man",
        "The Monthly Review, Weekly World",
        "man of the year, the year of the rat, the quarter of the town",
        "the first-half goal",
        "of the same kind, like quarter notes, the latest news",
        "Shops are full in Easter week.",
        "The annual March for Water drew a crowd.",
        "today's farmers and the pilots of tomorrow",
        "The farmers' daily wrote so.",
        "On the ward 12 people and 9 dogs slept, 7 and 8 of them well.",
        "in two thousand nineteen homes",
        "nineteen eighty-two of them",
        "a 2150 votes lead",
        "He finished in two weeks of work.",
    ] {
        let found = dates(source);
        assert!(found.is_empty(), "{source:?}: {found:?}");
    }
}
