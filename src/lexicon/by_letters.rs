//! What is known of words, found by their letters.

use rustc_hash::FxHashMap;

/// Values by words and phrases in lower case.
#[derive(Clone, Debug, Default)]
pub(super) struct ByLetters<T> {
    short: FxHashMap<PackedLetters, T>,
    long: FxHashMap<Box<[u8]>, T>,
}

/// The letters of a short word in lower case, and behind them how many they are: compared and hashed as two numbers.
type PackedLetters = (u64, u64);

/// A short word has at most so many letters.
const SHORT: usize = 15;

/// Longer words are not looked up.
const LONGEST: usize = 64;

impl<T: Copy + Default> ByLetters<T> {
    /// What stands at a word, in any case.
    pub fn get(&self, word: &[u8]) -> Option<T> {
        if word.len() <= SHORT {
            return self.short.get(&letters(word)).copied();
        }
        let mut lower = [0; LONGEST];
        let lower = lower.get_mut(..word.len())?;
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        self.long.get(&*lower).copied()
    }

    /// What stands at a word, to be changed.
    pub fn entry(&mut self, word: &[u8]) -> &mut T {
        if word.len() <= SHORT {
            self.short.entry(letters(word)).or_default()
        } else {
            self.long.entry(word.to_ascii_lowercase().into()).or_default()
        }
    }
}

/// The letters of a word that is no longer than `SHORT`. What two halves share stands in the same place of both.
fn letters(word: &[u8]) -> PackedLetters {
    let length = word.len() as u64;
    let (low, high) = match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(last)) => {
            let behind = u32::try_from(8 * (16 - length)).unwrap_or(0);
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last).checked_shr(behind).unwrap_or(0))
        }
        _ => (up_to_seven(word), 0),
    };
    (lower(low), lower(high) | length << 56)
}

fn up_to_seven(word: &[u8]) -> u64 {
    match (word.first_chunk(), word.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (word.len() - 4))
        }
        _ => word.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    }
}

/// Eight letters in lower case at once: a capital's byte is told by sums that carry into its highest bit, and gets the bit
/// that it lacks.
fn lower(letters: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let plain = letters & (0x7f * EACH);
    let from_a = plain + (0x80 - b'A' as u64) * EACH;
    let past_z = plain + (0x7f - b'Z' as u64) * EACH;
    let capitals = !letters & from_a & !past_z & (0x80 * EACH);
    letters | capitals >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_every_length_are_told_apart() {
        let all = "AbcdefghijklmnopqrstuvwXyz@[`{";
        let pieces = |length: usize| all.as_bytes().windows(length);
        let words: Vec<&[u8]> = (1..=all.len()).flat_map(pieces).collect();
        let mut numbers = ByLetters::default();
        for (index, word) in words.iter().enumerate() {
            *numbers.entry(&word.to_ascii_lowercase()) = index;
        }
        for (index, word) in words.iter().enumerate() {
            for word in [word.to_vec(), word.to_ascii_uppercase(), word.to_ascii_lowercase()] {
                assert_eq!(numbers.get(&word), Some(index), "{word:?}");
            }
            for other in [[*word, b"!"].concat(), [b"\xc3", *word].concat(), [*word, b"\0"].concat()] {
                assert_eq!(numbers.get(&other), None, "{other:?}");
            }
        }
    }
}
