//! Whether what an article says is said to be so.

use serde::{Deserialize, Serialize};

/// Whether a claim is said to be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimStatus {
    /// It is.
    #[default]
    Asserted,
    /// "May have killed 12": the article gives the value, and holds nothing against others.
    Possible,
    /// "Denied that 12 died", "did not kill 12".
    Denied,
    /// "If 12 died", "feared that 12 had died", "would have killed 12".
    Supposed,
}

impl ClaimStatus {
    /// Whether it is said to be so.
    #[must_use]
    pub fn is_asserted(&self) -> bool {
        *self == Self::Asserted
    }

    /// In a word: "possible".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Possible => "possible",
            Self::Denied => "denied",
            Self::Supposed => "supposed",
        }
    }
}
