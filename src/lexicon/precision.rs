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

impl Precision {
    /// That of a sum: what only one of two is; of two that differ it is vague.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exact, precision) | (precision, Self::Exact) => precision,
            (one, other) => {
                if one == other {
                    one
                } else {
                    Self::Vague
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Precision::{AtLeast, AtMost, Exact, Vague};

    #[test]
    fn a_sum_is_as_exact_as_what_is_added() {
        for (a, b, sum) in [
            (Exact, Exact, Exact),
            (AtLeast, Exact, AtLeast),
            (Exact, AtMost, AtMost),
            (AtLeast, AtLeast, AtLeast),
            (AtLeast, AtMost, Vague),
        ] {
            assert_eq!(a.and(b), sum, "{a:?} {b:?}");
        }
    }
}
