//! Days of a summary that states none for itself: they are those on which its sources place them.

use super::{finding, outcome};

/// Sources of Friday, 9 May 2031.
fn check(cases: &[(&str, &str, &str)]) {
    for (summary, source, expected) in cases {
        let articles = [format!("summary?: {summary}"), format!("sources: {source}")];
        let articles = articles.each_ref().map(String::as_str);
        let found = finding("every date in \"summary\" supported by \"sources\"", &articles);
        assert_eq!(outcome(&found), *expected, "{summary} by {source}: {}", found.message);
    }
}

#[test]
fn weekdays() {
    check(&[
        ("It fell on Sunday.", "It fell on Sunday.", "pass"),
        ("It fell on Sunday.", "It fell on 4 May 2031.", "pass"),
        ("It fell on Sunday night.", "It fell late on Sunday.", "pass"),
        ("It will open next Friday.", "It will open on Friday, 16 May 2031.", "pass"),
        ("It fell on Saturday.", "It fell on Sunday.", "fail"),
        ("It fell on Sunday.", "It fell on 5 May 2031.", "fail"),
    ]);
}

#[test]
fn days_before_and_after() {
    check(&[
        ("It must close before 3 May 2031.", "It must close by 3 May 2031.", "pass"),
        ("It closed after 3 May 2031.", "It closed on 3 May 2031.", "pass"),
        ("It closed after 3 May 2031.", "It closed after 3 May 2031.", "pass"),
        ("It was built before 2015.", "It was built before 2015.", "pass"),
        ("It was built before 2016.", "It was built before 2015.", "fail"),
        ("It was built after 2010.", "It was built after 2012.", "fail"),
        ("It was built after 2010.", "It was built in 2016.", "fail"),
        ("It has been shut since 2019.", "It was shut in 2019.", "pass"),
    ]);
}

#[test]
fn days_counted_from_its_own() {
    check(&[
        ("It fell yesterday.", "It fell on Thursday.", "pass"),
        ("It fell two days ago.", "It fell on Wednesday.", "pass"),
        ("It fell last week.", "It fell on 1 May 2031.", "pass"),
        ("It fell last month.", "It fell in April.", "pass"),
        ("It fell last year.", "It fell in 2030.", "pass"),
        ("It fell in 2030.", "It fell last year.", "pass"),
        ("It fell yesterday.", "It fell on Wednesday.", "fail"),
        ("It fell last month.", "It fell in March.", "fail"),
        ("It fell last year.", "It fell in 2029.", "fail"),
        ("The flood came on Monday. It fell the next day.", "The flood came on Monday. It fell on Tuesday.", "pass"),
        ("The flood came on Monday. It fell the next day.", "The flood came on Monday. It fell on Thursday.", "fail"),
    ]);
}

#[test]
fn months_and_days_without_a_year() {
    check(&[
        ("It fell in April.", "It fell on 28 April 2031.", "pass"),
        ("It fell on May 4.", "It fell on Sunday.", "pass"),
        ("It fell on June 3.", "It fell on June 3, 2030.", "pass"),
        ("It fell in March.", "It fell on Sunday.", "fail"),
        ("It fell on May 3.", "It fell on Sunday.", "fail"),
        ("It fell on June 4.", "It fell on June 3, 2030.", "fail"),
    ]);
}

#[test]
fn where_no_source_has_a_day_only_what_days_name_is_compared() {
    for (summary, source, expected) in [
        ("It fell on Sunday.", "It fell on Sunday.", "pass"),
        ("It fell on Monday.", "It fell on Sunday.", "fail"),
        ("It fell on Monday.", "It rose on Sunday. It fell the next day.", "no evidence"),
        ("It fell on Monday.", "It fell on 3 May 2030.", "no evidence"),
        ("It fell yesterday.", "It fell on Sunday.", "no evidence"),
        ("It fell on Monday.", "It fell on Sunday, the mayor said yesterday.", "fail"),
        ("It fell on Monday.", "It fell yesterday.", "no evidence"),
        ("It fell 35 years ago.", "It fell 35 years ago.", "pass"),
        ("It fell 32 years ago.", "It fell 35 years ago.", "fail"),
        ("It fell 35 years ago.", "It fell in 1988.", "no evidence"),
        ("It fell last year.", "It fell 35 years ago.", "no evidence"),
        ("It fell 30 years ago.", "It rose five years ago, in 2018. It fell in 1988.", "no evidence"),
    ] {
        let articles = [format!("summary?: {summary}"), format!("sources?: {source}")];
        let articles = articles.each_ref().map(String::as_str);
        let found = finding("every date in \"summary\" supported by \"sources\"", &articles);
        assert_eq!(outcome(&found), expected, "{summary} by {source}: {}", found.message);
    }
}
