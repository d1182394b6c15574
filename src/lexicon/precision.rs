//! How exactly a value is given: what hedges change.

use serde::{Deserialize, Serialize};

/// How exactly a value is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// As written, no hedge.
    #[default]
    Exact,
    /// "about", "some", "an estimated".
    Approximate,
    /// "10 to 20".
    Range,
    /// "at least": the bound itself is in.
    AtLeast,
    /// "at most", "up to": the bound itself is in.
    AtMost,
    /// "more than": the bound itself is out.
    MoreThan,
    /// "less than", "nearly": the bound itself is out.
    LessThan,
    /// "dozens", "recent weeks", "several".
    Vague,
}
