//! Lengths as a stopwatch writes them: "finished in 1:45:30", "a time of 1:58.42", "with 3:12 left".

use super::{figure_of, of_units};
use crate::{
    kind::time,
    lexicon::WordGroup,
    reading::{AmountReading, Reader},
    text::TokenKind,
    value::Interval,
};

/// Hours, minutes and seconds at `at`, or minutes and seconds where something says that these are meant. "In 2:05" may be hours
/// or minutes, save of who ran.
pub(super) fn timed(reader: &Reader, at: usize) -> Option<AmountReading> {
    let joined =
        |mark: usize| reader.kind(mark) == TokenKind::Colon && reader.is_glued(mark) && reader.is_glued(mark + 1);
    if reader.kind(at) != TokenKind::Number || reader.is_glued(at) || !joined(at + 1) {
        return None;
    }
    let first: f64 = reader.written(at).parse().ok().filter(|_| reader.written(at).len() <= 2)?;
    let (second, second_is_whole) = sixtieths(reader, at + 2)?;
    let (end, seconds) = if joined(at + 3) {
        (at + 5, first * 3600.0 + second * 60.0 + sixtieths(reader, at + 4)?.0)
    } else {
        (at + 3, first * 60.0 + second)
    };
    let goes_on =
        reader.is_glued(end) && !matches!(reader.kind(end), TokenKind::Stop | TokenKind::Comma | TokenKind::Close);
    let has_hours = end > at + 3;
    let is_sure = has_hours || !second_is_whole || reader.is_of(end, WordGroup::TIMED) || is_raced(reader, at);
    if goes_on || !is_sure || second_is_whole && !time::is_timed(reader, at, end) {
        return None;
    }
    let largest = if has_hours { 3600.0 } else { 60.0 };
    let unit = reader.lexicon.durations.iter().find(|unit| unit.seconds == Some(largest))?;
    let amount = of_units(Interval::point(seconds / largest), Some(seconds / largest), unit);
    Some(super::reading(reader, &figure_of(at, at + 1, seconds), end, amount, unit))
}

/// A distance has at most so many words: "the women's 10,000m final".
const LONGEST_DISTANCE: usize = 7;

/// "Ran the mile in 4:05": whether somebody went a distance before "in".
fn is_raced(reader: &Reader, at: usize) -> bool {
    let lead = at.wrapping_sub(1);
    let mut before = (1..=LONGEST_DISTANCE).map_while(|back| lead.checked_sub(back));
    reader.is(lead, "in") && before.any(|at| reader.is_of(at, WordGroup::RACING))
}

/// Two digits below 60, perhaps with decimals; and whether they have none.
fn sixtieths(reader: &Reader, at: usize) -> Option<(f64, bool)> {
    let written = reader.written(at);
    let whole = written.split_once('.').map_or(written, |(whole, _)| whole);
    let count: f64 = written.parse().ok().filter(|count| *count < 60.0)?;
    (reader.kind(at) == TokenKind::Number && whole.len() == 2).then_some((count, whole.len() == written.len()))
}
