//! Which words cannot be in a set, told from their first letter and their length.

/// For each first letter, the lengths of the words that begin with it: most words of a text are ruled out here.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lengths([u64; 27]);

/// Longer words are not told apart.
const LONGEST: usize = 63;

fn row(word: &[u8]) -> usize {
    match word.first() {
        Some(first) if first.is_ascii_alphabetic() => usize::from((first | 0x20) - b'a'),
        _ => 26,
    }
}

impl Lengths {
    /// Enters a word.
    pub fn add(&mut self, word: &[u8]) {
        if let Some(lengths) = self.0.get_mut(row(word)) {
            *lengths |= 1 << word.len().min(LONGEST);
        }
    }

    /// Whether a word of this length and first letter, in any case, was entered.
    pub fn may_have(&self, word: &[u8]) -> bool {
        self.0.get(row(word)).is_some_and(|lengths| lengths & (1 << word.len().min(LONGEST)) != 0)
    }
}
