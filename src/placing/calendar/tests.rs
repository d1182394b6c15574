//! Which days a date means against an anchor.

use super::*;
use crate::{
    kind::literal,
    lexicon::Lexicon,
    value::{Content, Kind},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn check(anchor: &str, cases: &[(&str, Tense, &str, &str)]) {
    for (phrase, tense, from, to) in cases {
        let value = literal(phrase, Kind::find("date").unwrap(), Lexicon::english()).unwrap();
        let Content::Date(date) = value.content else { panic!("{phrase} is no date") };
        let expr = DateExpr { tense: *tense, ..DateExpr::clone(&date) };
        let span = expr.resolve(DateReference::Anchor(day(anchor))).unwrap();
        assert_eq!((span.from, span.to), (day(from), day(to)), "{phrase} on {anchor}");
    }
}

#[test]
fn dates_resolve_against_the_anchor() {
    use Tense::{Future, Over, Past, Unknown};
    // 30 December 2021 was a Thursday.
    check(
        "2021-12-30",
        &[
            ("Thursday", Past, "2021-12-30", "2021-12-30"),
            ("Wednesday", Past, "2021-12-29", "2021-12-29"),
            ("Wednesday", Future, "2022-01-05", "2022-01-05"),
            ("Friday", Unknown, "2021-12-31", "2021-12-31"),
            ("Monday", Unknown, "2021-12-27", "2021-12-27"),
            ("last Thursday", Unknown, "2021-12-23", "2021-12-23"),
            ("next Thursday", Unknown, "2022-01-06", "2022-01-06"),
            ("next Monday", Unknown, "2022-01-03", "2022-01-10"),
            ("January 10", Unknown, "2022-01-10", "2022-01-10"),
            ("Jan. 10", Past, "2022-01-10", "2022-01-10"),
            ("Jan. 10", Over, "2021-01-10", "2021-01-10"),
            ("January", Over, "2021-01-01", "2021-01-31"),
            ("December", Over, "2021-12-01", "2021-12-31"),
            ("Dec. 30", Over, "2021-12-30", "2021-12-30"),
            ("Nov. 24", Over, "2021-11-24", "2021-11-24"),
            ("January", Unknown, "2022-01-01", "2022-01-31"),
            ("early December", Unknown, "2021-12-01", "2021-12-10"),
            ("mid-December", Unknown, "2021-12-11", "2021-12-20"),
            ("late December", Unknown, "2021-12-21", "2021-12-31"),
            ("next month", Unknown, "2022-01-01", "2022-01-31"),
            ("early next month", Unknown, "2022-01-01", "2022-01-10"),
            ("earlier this month", Unknown, "2021-12-01", "2021-12-30"),
            ("this week", Unknown, "2021-12-27", "2022-01-02"),
            ("last year", Unknown, "2020-01-01", "2020-12-31"),
            ("early next year", Unknown, "2022-01-01", "2022-05-01"),
            ("today", Unknown, "2021-12-30", "2021-12-30"),
            ("yesterday", Unknown, "2021-12-29", "2021-12-29"),
            ("tomorrow", Unknown, "2021-12-31", "2021-12-31"),
            ("last night", Unknown, "2021-12-29", "2021-12-29"),
            ("two days ago", Unknown, "2021-12-28", "2021-12-28"),
            ("three weeks ago", Unknown, "2021-12-06", "2021-12-12"),
            ("July 4", Past, "2021-07-04", "2021-07-04"),
            ("July 4", Future, "2022-07-04", "2022-07-04"),
            ("Jan. 10-12", Unknown, "2022-01-10", "2022-01-12"),
            ("December 30, 2021", Unknown, "2021-12-30", "2021-12-30"),
            ("30 December 2021", Unknown, "2021-12-30", "2021-12-30"),
            ("Thursday, December 30", Unknown, "2021-12-30", "2021-12-30"),
            ("2021-12-30", Unknown, "2021-12-30", "2021-12-30"),
            ("12/30/2021", Unknown, "2021-12-30", "2021-12-30"),
            ("2014", Unknown, "2014-01-01", "2014-12-31"),
            ("January 2022", Unknown, "2022-01-01", "2022-01-31"),
            ("the end of January", Unknown, "2022-01-21", "2022-01-31"),
        ],
    );
    check(
        "2021-11-30",
        &[("Thursday", Past, "2021-11-25", "2021-11-25"), ("earlier this month", Past, "2021-11-01", "2021-11-30")],
    );
}

#[test]
fn nothing_is_guessed_without_an_anchor() {
    for phrase in ["Thursday", "January 10", "next month", "yesterday", "that same week"] {
        let value = literal(phrase, Kind::find("date").unwrap(), Lexicon::english()).unwrap();
        let Content::Date(expr) = value.content else { panic!("{phrase} is no date") };
        assert!(expr.resolve(DateReference::Nothing).is_err(), "{phrase}");
    }
}
