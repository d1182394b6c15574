//! What tells a claim from the nearest to it, in words.

use crate::{predicate::wording, table::Placed, value::Content};

/// A claim and the nearest to it in the words of a message, each with what tells it from the other where its words do not:
/// "`500` (staff)" and "`500` (lorries)", "`Tuesday` (18 March 2031)" and "`Tuesday` (11 March 2031)".
pub fn told(own: &Placed<'_>, near: Option<&Placed<'_>>) -> (String, Option<String>) {
    let things = near.and_then(|near| things(own, near));
    let words = |placed: &Placed<'_>, thing: Option<&str>| {
        let exact = placed.claim.words();
        match (thing, wording::meaning(placed)) {
            (Some(thing), _) => format!("`{exact}` ({thing})"),
            (None, Some(meaning)) => format!("`{exact}` ({meaning})"),
            (None, None) => format!("`{exact}`"),
        }
    };
    let (mine, theirs) = things.unzip();
    (words(own, mine), near.map(|near| words(near, theirs)))
}

/// What both count, where both say it, and it is not the same word.
fn things<'v>(own: &'v Placed<'_>, near: &'v Placed<'_>) -> Option<(&'v str, &'v str)> {
    let of = |placed: &'v Placed<'_>| match &placed.claim.value.content {
        Content::Amount(amount) => amount.of.as_deref(),
        Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
    };
    let (mine, theirs) = (of(own)?, of(near)?);
    (mine != theirs).then_some((mine, theirs))
}
