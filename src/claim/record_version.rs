//! Which shape a record of claims has.

use serde::{Deserialize, Serialize};

/// The version of the shape of a record: another one where a key goes that held something, or means something else. Keys may
/// come without that: who reads a key that is not there as empty reads both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordVersion(u32);

impl RecordVersion {
    /// What is written, and the newest that is read.
    pub const NEWEST: Self = Self(2);

    /// That of a record that does not say it: the first did not.
    #[must_use]
    pub const fn unsaid() -> Self {
        Self(1)
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl Default for RecordVersion {
    fn default() -> Self {
        Self::NEWEST
    }
}
