//! Sets of what a word may be: one look-up of a word answers every question about it.

/// Gives a struct of one unsigned integer what a set has: each member is a bit, so that the width of the integer is how many
/// members there may be. A member with a number beyond it does not compile.
macro_rules! set {
    ($set:ident) => {
        impl $set {
            /// Nothing.
            pub const NONE: Self = Self(0);

            /// The set of one member, by its number from 0.
            const fn nth(member: u32) -> Self {
                Self(1 << member)
            }

            /// Both sets together.
            #[must_use]
            pub const fn and(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Whether the two share anything.
            #[inline]
            #[must_use]
            pub const fn is(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }
        }

        impl Default for $set {
            fn default() -> Self {
                Self::NONE
            }
        }
    };
}

pub(super) use set;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// Two members of one number would be one member.
    #[test]
    fn no_two_members_share_a_number() {
        for (file, text) in [
            ("clause_class.rs", include_str!("clause_class.rs")),
            ("attribution.rs", include_str!("attribution.rs")),
            ("names.rs", include_str!("names.rs")),
            ("relations.rs", include_str!("relations.rs")),
            ("word.rs", include_str!("word.rs")),
        ] {
            let members = text.split("Self::nth(").skip(1).filter_map(|rest| rest.split(')').next());
            let members: Vec<&str> = members.collect();
            let numbers: BTreeSet<&str> = members.iter().copied().collect();
            assert!(numbers.len() == members.len() && !members.is_empty(), "{file}: {members:?}");
        }
    }
}
