//! Topics of quotations: the quotation that holds the words of a phrase.

use crate::{kind::quotation, mention::Mention, value::Kind};

/// A match stands in one of so many quotations that begin before it, or in none.
const NEAREST: usize = 16;

/// Whether values of this kind are found by words inside them, and not by a hole.
pub(super) fn is_quoted(mention: &Mention) -> bool {
    mention.value.kind == Kind::of(&quotation::ENTRY)
}

/// The innermost quotation around the tokens `first..end`; `quotations` are indices of `mentions`, in order.
pub(super) fn around<'m>(
    mentions: &'m [Mention],
    quotations: &[usize],
    (first, end): (usize, usize),
) -> Option<&'m Mention> {
    let behind = quotations.partition_point(|index| mentions.get(*index).is_some_and(|found| found.first <= first));
    let before = quotations.get(..behind).unwrap_or_default().iter().rev().take(NEAREST);
    before.filter_map(|index| mentions.get(*index)).find(|found| found.end >= end)
}
