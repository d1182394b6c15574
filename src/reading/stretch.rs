//! Words that tell a length of time from a stretch of days.

use super::Reader;
use crate::lexicon::{Class, WordGroup};

/// "The year ended June 30": a length, and the day that ends it.
#[must_use]
pub fn is_ended(reader: &Reader, at: usize) -> bool {
    let ends = reader.is(at + 1, "ended") || reader.is(at + 1, "ending");
    let units = reader.is_of(at, WordGroup::ENDED);
    let day = reader.word(at + 2).is(Class::MONTH.and(Class::WEEKDAY)) && reader.is_capital(at + 2);
    ends && units && day && reader.is(at.wrapping_sub(1), "the")
}
