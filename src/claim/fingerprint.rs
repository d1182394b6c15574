//! What tells a claim, or what was found about claims, again: sixteen hexadecimal digits, held as a number.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{borrow::Cow, fmt, str::FromStr};

/// The beginning of a BLAKE3 hash; `Display` and JSON have its sixteen digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The beginning of a hash.
    #[must_use]
    pub fn of(hash: &blake3::Hash) -> Self {
        Self(hash.as_bytes().first_chunk().map_or(0, |first| u64::from_be_bytes(*first)))
    }
}

impl FromStr for Fingerprint {
    type Err = &'static str;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        let is_digit = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        let is_whole = digits.len() == 16 && digits.bytes().all(is_digit);
        let number = u64::from_str_radix(digits, 16).ok().filter(|_| is_whole);
        number.map(Self).ok_or("a fingerprint is sixteen hexadecimal digits, in lower case")
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:016x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_what_was_printed() {
        for digits in ["0000000000000000", "00ab12cd34ef5678", "ffffffffffffffff"] {
            let json = format!("\"{digits}\"");
            let read: Fingerprint = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
        for json in ["\"\"", "\"00AB12CD34EF5678\"", "\"+0ab12cd34ef567\"", "\"00ab12cd34ef56789\"", "7", "null"] {
            assert!(serde_json::from_str::<Fingerprint>(json).is_err(), "{json}");
        }
    }
}
