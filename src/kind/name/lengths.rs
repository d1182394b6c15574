//! Which words cannot be in a set, told from their first and last letter and their length.

/// For each first and last letter, the lengths of the words that have them: most words of a text are ruled out here.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths([[u64; LETTERS]; LETTERS]);

/// The letters of the alphabet, and what is none.
const LETTERS: usize = 27;

/// Longer words are not told apart.
const LONGEST: usize = 63;

impl Default for Lengths {
    fn default() -> Self {
        Self([[0; LETTERS]; LETTERS])
    }
}

fn row(letter: Option<&u8>) -> usize {
    match letter {
        Some(letter) if letter.is_ascii_alphabetic() => usize::from((letter | 0x20) - b'a'),
        _ => LETTERS - 1,
    }
}

impl Lengths {
    /// Enters a word.
    pub fn add(&mut self, word: &[u8]) {
        let lengths = self.0.get_mut(row(word.first())).and_then(|row_of| row_of.get_mut(row(word.last())));
        if let Some(lengths) = lengths {
            *lengths |= 1 << word.len().min(LONGEST);
        }
    }

    /// Whether a word of this length and these letters, in any case, was entered.
    pub fn may_have(&self, word: &[u8]) -> bool {
        let lengths = self.0.get(row(word.first())).and_then(|row_of| row_of.get(row(word.last())));
        lengths.is_some_and(|lengths| lengths & (1 << word.len().min(LONGEST)) != 0)
    }
}
