//! The face of a clock: "3:30 p.m.", "20:30", "noon", "0730 GMT", "half past six", "3-4 p.m.".

use crate::kind::time;
use crate::{
    lexicon::{Class, Hours, WordGroup},
    reading::Reader,
    text::TokenKind,
};

/// A time of day, in minutes from midnight.
pub(super) struct Clock {
    /// One past its last token.
    pub end: usize,
    /// The first minute it can be.
    pub from: i32,
    /// The last minute it can be.
    pub to: i32,
    /// Whether it is a time without any zone behind it.
    pub named: bool,
}

/// One reading of the hand: one past it, its minute, and whether the half of the day is sure.
#[derive(Clone, Copy)]
struct Hand {
    end: usize,
    minute: i32,
    /// "p.m." is in it.
    halved: bool,
    /// It has minutes, a half of the day or a name, so that it is no bare number.
    certain: bool,
}

const HALF_HOUR: i32 = 30;
const HALF_DAY: i32 = 12 * 60;
const DAY: i32 = 24 * 60;

/// The time at `at`, or the range of times.
pub(super) fn clock(reader: &Reader, at: usize) -> Option<Clock> {
    if reader.kind(at) == TokenKind::Number && !goes_on(reader, at) || is_joined_before(reader, at) {
        return None;
    }
    let first = hand(reader, at)?;
    if let Some(range) = range(reader, at, first) {
        return Some(range);
    }
    if !first.halved && is_timed(reader, at, first.end) {
        return None;
    }
    let named = first.certain;
    // "1830 local time".
    let local = reader.is(first.end, "local") && reader.is(first.end + 1, "time");
    let zoned = reader.word(first.end).is(Class::ZONE) && time::is_zone(reader, first.end) || local;
    (named || zoned && reader.written(at).len() == 4).then_some(Clock {
        end: first.end,
        from: first.minute,
        to: first.minute,
        named,
    })
}

/// Whether minutes or seconds are counted and no hours are told: "finished in 1:45:30", "with 3:12 left", "at 1:45:30 of the
/// video". What ends before `end` names neither zone nor half of the day.
pub fn is_timed(reader: &Reader, at: usize, end: usize) -> bool {
    if reader.kind(at + 1) != TokenKind::Colon || time::is_zone(reader, end) || half_day(reader, end).is_some() {
        return false;
    }
    let lead = at.wrapping_sub(1);
    let of_the = reader.is(end, "of") && reader.word(end + 1).is(Class::DETERMINER);
    let seconds = end > at + 3 && reader.written(at).len() == 1 && !reader.word(lead).is(Class::BEFORE_TIME);
    let dated = matches!(reader.kind(lead), TokenKind::Number | TokenKind::Comma);
    reader.is_of(lead, WordGroup::TIMING) || reader.is_of(end, WordGroup::TIMED) || of_the || seconds && !dated
}

/// Whether behind the digits at `at` may stand minutes, a half of the day, a zone, or what joins them to another time.
fn goes_on(reader: &Reader, at: usize) -> bool {
    match reader.kind(at + 1) {
        TokenKind::Word | TokenKind::Colon => true,
        TokenKind::Open => is_elsewhere_too(reader, at) || is_as_before(reader, at),
        TokenKind::Hyphen | TokenKind::Dash => match reader.kind(at + 2) {
            TokenKind::Number => matches!(reader.kind(at + 3), TokenKind::Word | TokenKind::Colon),
            kind => kind == TokenKind::Word,
        },
        _ => is_as_before(reader, at),
    }
}

/// So many tokens behind a time, others are written as it is.
const REACH: usize = 48;

/// "Called at 6.10", behind a "6.04am": whether what stands before writes times so.
fn is_as_before(reader: &Reader, at: usize) -> bool {
    let is_dotted = |at: usize| reader.kind(at) == TokenKind::Number && hour_and_minutes(reader.written(at)).is_some();
    let is_led = reader.word(at.wrapping_sub(1)).is(Class::BEFORE_TIME) || reader.is(at.wrapping_sub(1), "at");
    let before = at.saturating_sub(REACH)..at;
    // "6.15 on the scale".
    let is_on_scale = reader.is(at + 1, "on") && reader.is(at + 2, "the");
    is_led
        && !is_on_scale
        && is_dotted(at)
        && before.rev().any(|at| is_dotted(at) && half_day(reader, at + 1).is_some())
}

/// The hour and the minutes of "3.30".
fn hour_and_minutes(written: &str) -> Option<(&str, &str)> {
    written.split_once('.').filter(|(_, minutes)| minutes.len() == 2)
}

/// "1353 (1023 GMT)": whether four digits in a zone stand in brackets behind those at `at`.
fn is_elsewhere_too(reader: &Reader, at: usize) -> bool {
    let four = |at: usize| reader.kind(at) == TokenKind::Number && reader.written(at).len() == 4;
    four(at) && four(at + 2) && time::is_zone(reader, at + 3) && reader.kind(at + 4) == TokenKind::Close
}

/// "3-4 p.m.", "between 3 and 4 p.m.", "from 9 a.m. to 5 p.m.", "9:30-11:00".
fn range(reader: &Reader, at: usize, first: Hand) -> Option<Clock> {
    let before = |word: &str| at > 0 && reader.is(at - 1, word);
    let joint = first.end;
    let joined = matches!(reader.kind(joint), TokenKind::Hyphen | TokenKind::Dash)
        || reader.is(joint, "to") && (before("from") || !first.certain)
        || reader.is(joint, "until") && before("from")
        || reader.is(joint, "and") && before("between");
    if !joined {
        return None;
    }
    let last = hand(reader, joint + 1).filter(|last| last.certain && (first.certain || last.halved))?;
    // "15 to noon" is no range of hours.
    if !first.certain && first.minute > HALF_DAY {
        return None;
    }
    let mut from = first.minute;
    if last.halved && !first.halved && first.minute < 13 * 60 {
        // "3-4 p.m." is both in the afternoon; "11-1 p.m." begins in the morning.
        let same = first.minute % HALF_DAY + if last.minute >= HALF_DAY { HALF_DAY } else { 0 };
        from = if same <= last.minute { same } else { (same + HALF_DAY) % DAY };
    }
    let to = if last.minute < from { last.minute + DAY } else { last.minute };
    Some(Clock { end: last.end, from, to, named: true })
}

fn hand(reader: &Reader, at: usize) -> Option<Hand> {
    let word = reader.word(at);
    if word.is(Class::CLOCK) {
        return Some(Hand { end: at + 1, minute: word.calendar.into(), halved: true, certain: true });
    }
    match reader.kind(at) {
        TokenKind::Number => in_digits(reader, at),
        TokenKind::Word if word.is(Class::O_CLOCK.and(Class::CARDINAL)) => in_words(reader, at),
        _ => None,
    }
}

fn in_digits(reader: &Reader, at: usize) -> Option<Hand> {
    let written = reader.written(at);
    if let Some((hour, minutes)) = hour_and_minutes(written) {
        // "3.30pm", "03.30 GMT": by itself it is no time, save where others are written so.
        let (hour, minutes) = (hour.parse().ok()?, minutes.parse().ok()?);
        return match half_day(reader, at + 1) {
            Some(half) => halved(hour, minutes, at + 1, Some(half)),
            None => {
                let is_time = time::is_zone(reader, at + 1) || is_as_before(reader, at);
                let minute = minute_of(hour, minutes, None).filter(|_| is_time)?;
                Some(Hand { end: at + 1, minute, halved: true, certain: true })
            }
        };
    }
    if written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit()) {
        return of_four_digits(reader, at);
    }
    if written.len() > 2 {
        return None;
    }
    let hour: i32 = written.parse().ok()?;
    if let Some((end, minutes)) = minutes_behind(reader, at) {
        let found = halved(hour, minutes, end, half_day(reader, end))?;
        return Some(Hand { certain: true, ..found });
    }
    if reader.word(at + 1).is(Class::CLOCK) && hour == 12 {
        return hand(reader, at + 1);
    }
    if is_o_clock(reader, at + 1) {
        let found = halved(hour, 0, at + 2, half_day(reader, at + 2))?;
        return Some(Hand { certain: true, ..found });
    }
    halved(hour, 0, at + 1, half_day(reader, at + 1))
}

/// "0730 GMT", "1600 hours".
fn of_four_digits(reader: &Reader, at: usize) -> Option<Hand> {
    let (hour, minutes) = reader.written(at).split_at_checked(2)?;
    let hours = is_military(reader, at);
    let minute = minute_of(hour.parse().ok()?, minutes.parse().ok()?, None)?;
    let end = if hours { at + 2 } else { at + 1 };
    let certain = hours || reader.kind(end) == TokenKind::Open && is_elsewhere_too(reader, at);
    Some(Hand { end, minute, halved: true, certain })
}

/// Whether the four digits at `at` are an hour and a minute: "at 1600 hours".
pub fn is_military(reader: &Reader, at: usize) -> bool {
    let hours = reader.is(at + 1, "hours") || reader.is(at + 1, "hrs");
    hours && reader.written(at).len() == 4 && reader.is(at.wrapping_sub(1), "at")
}

/// The minutes of "3:30" and "15h30", whose hour stands at `at`: one past them, and how many.
fn minutes_behind(reader: &Reader, at: usize) -> Option<(usize, i32)> {
    let next = at + 1;
    if !reader.is_glued(next) {
        return None;
    }
    if let Some(minutes) = reader.written(next).strip_prefix(['h', 'H']) {
        let led = reader.word(at.wrapping_sub(1)).is(Class::BEFORE_TIME) || reader.written(at).len() == 2;
        let minutes = minutes.parse().ok().filter(|_| minutes.len() == 2)?;
        return led.then_some((next + 1, minutes));
    }
    let after = reader.written(next + 1);
    if reader.kind(next) != TokenKind::Colon || !reader.is_glued(next + 1) || after.len() != 2 {
        return None;
    }
    let minutes = after.parse().ok()?;
    // Seconds are passed over; "1:30:05" without a zone or a half of the day is a race's time.
    let seconds = reader.kind(next + 2) == TokenKind::Colon && reader.is_glued(next + 2) && reader.is_glued(next + 3);
    Some((if seconds { next + 4 } else { next + 2 }, minutes))
}

/// "six o'clock", "six p.m.", "half past six", "quarter to nine", "ten past five", "ten minutes to nine".
fn in_words(reader: &Reader, at: usize) -> Option<Hand> {
    let hour_at = |at: usize| {
        let word = reader.word(at);
        let digits = reader.written(at).parse::<i32>().ok();
        digits.or(word.is(Class::CARDINAL).then_some(word.number as i32)).filter(|hour| (1..=12).contains(hour))
    };
    let word = reader.word(at);
    if let Some(hour) = hour_at(at) {
        let o_clock = is_o_clock(reader, at + 1);
        let end = if o_clock { at + 2 } else { at + 1 };
        let half = half_day(reader, end);
        if o_clock || half.is_some() && end == at + 1 {
            return Some(Hand { certain: true, ..halved(hour, 0, end, half)? });
        }
    }
    if let Some((end, hour, minutes)) = hour_at(at).and_then(|hour| spoken_minutes(reader, at, hour)) {
        return Some(Hand { certain: true, ..halved(hour, minutes, end, half_day(reader, end))? });
    }
    let minutes = if word.is(Class::O_CLOCK) { i32::from(word.calendar) } else { word.number as i32 };
    let next = if reader.is(at + 1, "minutes") || reader.is(at + 1, "minute") { at + 2 } else { at + 1 };
    let sure = word.is(Class::O_CLOCK) || next == at + 2;
    // "At ten to six", and not "at ten to one", which may be odds, or "at ten to six places".
    let told = || {
        let hour = reader.word(next + 1);
        let at_hour = reader.is(at.wrapping_sub(1), "at") && hour.is(Class::CARDINAL) && hour.number > 1.0;
        at_hour && closes(reader, next + 2) && minutes % 5 == 0
    };
    // "At half seven".
    if reader.is(at, "half") && reader.is(at.wrapping_sub(1), "at") && reader.word(at + 1).is(Class::CARDINAL) {
        let hour = hour_at(at + 1).filter(|_| closes(reader, at + 2))?;
        return Some(Hand { certain: true, ..halved(hour, HALF_HOUR, at + 2, half_day(reader, at + 2))? });
    }
    let away = match () {
        () if reader.is(next, "past") && (sure || minutes % 5 == 0) => minutes,
        () if reader.is(next, "to") && (sure || told()) => -minutes,
        () => return None,
    };
    if reader.word(next + 1).is(Class::CLOCK) {
        let named = i32::from(reader.word(next + 1).calendar);
        return Some(Hand { end: next + 2, minute: (named + away).rem_euclid(DAY), halved: true, certain: true });
    }
    let hour = hour_at(next + 1).filter(|_| minutes < 60)?;
    let glued = reader.is_glued(next + 2)
        && matches!(reader.kind(next + 2), TokenKind::Hyphen | TokenKind::Number | TokenKind::Word | TokenKind::Colon);
    let goes_on = glued || reader.word(next + 2).is(Class::DURATION.and(Class::MAGNITUDE).and(Class::UNIT));
    if goes_on && !reader.word(next + 2).is(Class::HALF_DAY) {
        return None;
    }
    let found = halved(hour, 0, next + 2, half_day(reader, next + 2))?;
    Some(Hand { minute: (found.minute + away).rem_euclid(DAY), certain: true, ..found })
}

/// Whether no noun stands behind the hour that ends before `at`, which it would count.
fn closes(reader: &Reader, at: usize) -> bool {
    let may_follow = Class::FUNCTION.and(Class::HALF_DAY).and(Class::WEEKDAY);
    match reader.kind(at) {
        TokenKind::Word => reader.word(at).is(may_follow),
        TokenKind::Hyphen => false,
        _ => true,
    }
}

/// "At ten thirty", "by six forty-five p.m.": one past the minutes of the hour at `at`, the hour and the minutes. Nothing is
/// counted behind them, as in "at ten thirty guests left".
fn spoken_minutes(reader: &Reader, at: usize, hour: i32) -> Option<(usize, i32, i32)> {
    let number = |at: usize| {
        let is_word = reader.kind(at) == TokenKind::Word && reader.word(at).is(Class::CARDINAL);
        is_word.then(|| reader.word(at).number as i32)
    };
    let tens = number(at + 1).filter(|tens| (10..60).contains(tens))?;
    let ones = number(at + 3).filter(|ones| {
        reader.kind(at + 2) == TokenKind::Hyphen && tens >= 20 && tens % 10 == 0 && (1..10).contains(ones)
    });
    let (end, minutes) = ones.map_or((at + 2, tens), |ones| (at + 4, tens + ones));
    let halved = reader.word(end).is(Class::HALF_DAY);
    let led = reader.word(at.wrapping_sub(1)).is(Class::BEFORE_TIME) || halved;
    let closes = match reader.kind(end) {
        TokenKind::Word => halved || reader.word(end).is(Class::FUNCTION),
        TokenKind::Stop | TokenKind::Comma | TokenKind::End | TokenKind::Close => true,
        _ => false,
    };
    (number(at).is_some() && led && closes).then_some((end, hour, minutes))
}

fn is_o_clock(reader: &Reader, at: usize) -> bool {
    reader.is_of(at, WordGroup::O_CLOCK)
}

fn is_joined_before(reader: &Reader, at: usize) -> bool {
    reader.is_glued(at)
        && matches!(
            reader.kind(at.wrapping_sub(1)),
            TokenKind::Colon | TokenKind::Slash | TokenKind::Word | TokenKind::Other | TokenKind::Number
        )
}

/// Which half of the day a clock time is of.
#[derive(Clone, Copy)]
enum Half {
    /// "a.m.", "in the morning".
    First,
    /// "p.m.", "in the afternoon", "Tuesday evening".
    Second,
    /// "at night", "last night": late, or after midnight.
    Night,
}

impl From<Hours> for Half {
    fn from(hours: Hours) -> Self {
        match hours {
            Hours::Morning => Self::First,
            Hours::Afternoon | Hours::Evening => Self::Second,
            Hours::Night => Self::Night,
        }
    }
}

/// "a.m.", "pm", "in the morning", "at night", or the part of the day beside it ("Tuesday evening") at `at`: one past what
/// belongs to the clock time, and the half of the day.
fn half_day(reader: &Reader, at: usize) -> Option<(usize, Half)> {
    if reader.word(at).is(Class::HALF_DAY) {
        let second = reader.written(at).starts_with(['p', 'P']);
        return Some((at + 1, if second { Half::Second } else { Half::First }));
    }
    let hours = |at: usize| reader.word(at).hours.filter(|_| !reader.is_capital(at));
    let (end, half) = if reader.is(at, "in") && reader.is(at + 1, "the") {
        (at + 3, hours(at + 2)?)
    } else if reader.is(at, "at") && reader.is(at + 1, "night") {
        (at + 2, hours(at + 1)?)
    } else {
        (at, day_part(reader, at)?)
    };
    // "12 in the morning session" are twelve of them.
    let goes_on = reader.kind(end) == TokenKind::Hyphen
        || end > at && reader.kind(end) == TokenKind::Word && is_noun(reader, end);
    let sure = is_clock_before(reader, at) || is_hour_before(reader, at);
    (sure && !goes_on).then(|| (end, half.into()))
}

/// The part of the day that a date at `at` ends with: "Tuesday evening", "that night", "tonight".
fn day_part(reader: &Reader, at: usize) -> Option<Hours> {
    let word = reader.word(at);
    let next = reader.word(at + 1);
    if word.is(Class::DAY) && word.hours.is_some() {
        return word.hours;
    }
    let led = word.is(Class::WEEKDAY.and(Class::DAY).and(Class::SHIFT)) || reader.is(at, "that");
    next.hours.filter(|_| led && next.is(Class::TIME_OF_DAY) && !reader.is_capital(at + 1))
}

/// Whether a noun may stand there: "the morning session".
fn is_noun(reader: &Reader, at: usize) -> bool {
    !reader.word(at).is(Class::FUNCTION.and(Class::WEEKDAY).and(Class::DAY).and(Class::SHIFT).and(Class::MONTH))
}

/// Whether "in the morning" follows minutes or "o'clock".
fn is_clock_before(reader: &Reader, at: usize) -> bool {
    let last = at.wrapping_sub(1);
    let minutes = reader.kind(at.wrapping_sub(2)) == TokenKind::Colon && reader.is_glued(last);
    minutes || is_o_clock(reader, last)
}

/// Whether a bare hour stands before `at`, behind what a clock time follows: "by 9 that evening", "it was six in the morning".
fn is_hour_before(reader: &Reader, at: usize) -> bool {
    let (hour, lead) = (at.wrapping_sub(1), at.wrapping_sub(2));
    let about = |at: usize| reader.is(at, "about") || reader.is(at, "around");
    let lead = if about(lead) { lead.wrapping_sub(1) } else { lead };
    let before = reader.word(lead.wrapping_sub(1));
    let away = reader.is(lead, "past") || reader.is(lead, "to") && before.is(Class::O_CLOCK.and(Class::CARDINAL));
    let was = reader.is(lead, "was") && reader.is(lead.wrapping_sub(1), "it");
    (reader.kind(hour) == TokenKind::Number || reader.word(hour).is(Class::CARDINAL))
        && (reader.word(lead).is(Class::BEFORE_TIME) && !about(lead) || away || was)
}

/// The minute of an hour with its half of the day, where that is said.
fn halved(hour: i32, minutes: i32, end: usize, half: Option<(usize, Half)>) -> Option<Hand> {
    let half = half.filter(|(after, _)| *after > end || hour <= 12);
    let minute = minute_of(hour, minutes, half.map(|(_, half)| half))?;
    let end = half.map_or(end, |(after, _)| after);
    Some(Hand { end, minute, halved: half.is_some(), certain: half.is_some() })
}

fn minute_of(hour: i32, minutes: i32, half: Option<Half>) -> Option<i32> {
    if !(0..60).contains(&minutes) {
        return None;
    }
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Second) => hour % 12 + 12,
        Some(Half::Night) if (5..12).contains(&hour) => hour + 12,
        Some(Half::First | Half::Night) => hour % 12,
        None if (0..24).contains(&hour) => hour,
        None => return None,
    };
    Some(hour * 60 + minutes)
}
