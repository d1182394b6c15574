//! Another day of the month, another year, another hour.

use super::{Alteration, ChangeScene, Makes, Mutator, Unseen};
use crate::{
    mention::Mention,
    text::TokenKind,
    value::{Content, date::DatePoint},
};

/// The day of the month.
pub const DAY: Mutator = Mutator {
    name: "day",
    about: "the day of a date",
    makes: Makes::Text(|scene| made(scene, has_day, |day| (1..=31).contains(&day).then(|| far(day))), Unseen::Equal),
};

/// The hour of a time.
pub const HOUR: Mutator = Mutator {
    name: "hour",
    about: "the hour of a time of day",
    makes: Makes::Text(
        |scene| made(scene, has_hour, |hour| (1..=23).contains(&hour).then(|| if hour > 1 { hour - 1 } else { 2 })),
        Unseen::Equal,
    ),
};

/// The year.
pub const YEAR: Mutator = Mutator {
    name: "year",
    about: "the year of a date",
    makes: Makes::Text(|scene| made(scene, has_year, |year| (year >= 1000).then_some(year + 1)), Unseen::Equal),
};

/// A day that every month has, and that is not the next one.
fn far(day: u32) -> u32 {
    if day > 14 { day - 12 } else { day + 12 }
}

fn has_day(mention: &Mention) -> bool {
    let day = |date: &crate::value::date::DateExpr| {
        matches!(date.point, DatePoint::Day { .. } | DatePoint::DayOfMonth { .. })
    };
    mention.value.content.date().is_some_and(day)
}

fn has_year(mention: &Mention) -> bool {
    mention.value.content.date().is_some()
}

fn has_hour(mention: &Mention) -> bool {
    matches!(mention.value.content, Content::Time(_))
}

/// The first number of each such value that has another.
fn made(
    scene: &ChangeScene<'_>,
    is_asked: fn(&Mention) -> bool,
    other: impl Fn(u32) -> Option<u32>,
) -> Vec<Alteration> {
    let mut found = Vec::new();
    for mention in scene.claimed_mentions().filter(|mention| is_asked(mention)) {
        found.extend((mention.first..mention.end).find_map(|at| {
            let token = scene.text.token(at);
            let is_number = token.kind == TokenKind::Number;
            let word = scene.word(at);
            let number: u32 = is_number.then(|| word.parse().ok()).flatten()?;
            let with = other(number)?.to_string();
            Some(Alteration { span: token.span, with, whole: mention.span })
        }));
    }
    found
}
