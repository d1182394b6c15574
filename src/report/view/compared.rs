//! The sides of what `compare` found: those that are at odds, and what is of something else.

use super::{
    Detail, FindingSide, Showing, Told,
    finding::{self, SHOWN},
};
use crate::{
    align::{ComparedSort, ComparedTopic},
    finding::Role,
};

/// The sides of a topic in the order they are shown.
#[must_use]
pub fn compared_sides(topic: &ComparedTopic, detail: Detail) -> Vec<FindingSide<'_>> {
    let (one, other) = match topic.sort() {
        ComparedSort::Conflict => (Some("one side"), Some("the other")),
        ComparedSort::Difference | ComparedSort::Alike => (None, None),
    };
    let of = |title, role: Role| {
        let claims = topic.claims.iter().filter(|claim| claim.role == role).map(Told::alone);
        finding::side(title, Showing::Excerpt, claims.collect(), SHOWN, detail)
    };
    let all = [of(one, Role::Supports), of(other, Role::Opposes), of(Some("of something else"), Role::Context)];
    all.into_iter().filter(|side| !side.told.is_empty()).collect()
}
