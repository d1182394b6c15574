//! Which choices of a topic are meant by words that several of its phrases find in one sentence.

use crate::span::Span;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// Words that are found as a choice of a topic.
pub(super) struct FoundChoice<'a> {
    pub(super) topic: usize,
    pub(super) choice: &'a str,
    pub(super) span: Span,
    /// Which claim it is.
    pub(super) claim: usize,
    /// Whether the words are written as its phrase has them.
    pub(super) is_as_written: bool,
}

/// The claims of a sentence that others stand for. Of the choices of one topic that the same words are found as, those that are
/// written so are meant, where some are: "Kell Quay" is no "Kells Quay", though the two share their stems. A choice is found
/// once in words that overlap, the longest that begin first.
pub(super) fn stood_for(choices: &mut [FoundChoice<'_>]) -> FxHashSet<usize> {
    let written: FxHashSet<(usize, Span)> =
        choices.iter().filter(|one| one.is_as_written).map(|one| (one.topic, one.span)).collect();
    choices.sort_by_key(|one| (one.topic, one.choice, one.span.start, Reverse(one.span.end)));
    let mut known: Option<(usize, &str, u32)> = None;
    let mut others: FxHashSet<usize> = FxHashSet::default();
    for one in choices.iter() {
        let is_again = known
            .is_some_and(|(topic, choice, end)| topic == one.topic && choice == one.choice && one.span.start < end);
        if is_again || !one.is_as_written && written.contains(&(one.topic, one.span)) {
            others.insert(one.claim);
        } else {
            known = Some((one.topic, one.choice, one.span.end));
        }
    }
    others
}
