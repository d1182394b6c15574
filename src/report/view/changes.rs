//! What changed since a story's snapshot: facts, told apart from failed rules.

use super::Detail;
use crate::finding::{Change, Comparison};

/// Of more changes than this in one story, the rest is counted and not shown.
const SHOWN: usize = 20;

/// What is drawn of a story's changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangesView<'r> {
    /// A remark in place of changes.
    pub aside: Option<&'static str>,
    /// Those that are shown.
    pub shown: &'r [Change],
    /// How many are not.
    pub hidden: usize,
}

impl<'r> ChangesView<'r> {
    pub(super) fn new(comparison: &'r Comparison, detail: Detail) -> Self {
        let most = match detail {
            Detail::Normal => SHOWN,
            Detail::Quiet | Detail::Verbose => usize::MAX,
        };
        let changes = comparison.changes();
        let shown = changes.get(..most).unwrap_or(changes);
        Self { aside: aside(comparison, detail), shown, hidden: changes.len() - shown.len() }
    }
}

fn aside(comparison: &Comparison, detail: Detail) -> Option<&'static str> {
    match (comparison, detail) {
        (_, Detail::Quiet) | (Comparison::Unwanted, Detail::Normal) | (Comparison::Damaged, _) => None,
        (Comparison::Unwanted, Detail::Verbose) => {
            Some("no snapshot to compare with: `crosscheck snapshot` writes one")
        }
        (Comparison::Missing, _) => Some("no snapshot of this story yet: `crosscheck snapshot` writes one"),
        (Comparison::Mistaken, _) => {
            Some("not compared with its snapshot: something could not be read, which would seem to be gone")
        }
        (Comparison::InPart, _) => Some("not compared with its snapshot: only a part of the story was read"),
        (Comparison::Compared { changes }, Detail::Verbose) if changes.is_empty() => {
            Some("nothing changed since the snapshot")
        }
        (Comparison::Compared { .. }, _) => None,
    }
}
