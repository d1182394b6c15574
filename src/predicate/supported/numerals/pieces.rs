//! Words and numerals, as numerals are compared.

use crate::{fold, lexicon::Lexicon, mention, table::Placed};

/// A word or a numeral.
pub struct NumeralPiece {
    /// What it is compared by; of a roman numeral its number in digits.
    pub key: String,
    /// Which of them it is.
    pub sort: PieceSort,
    /// Whether it is in capitals alone.
    pub is_shouted: bool,
}

/// Whether a piece is a numeral.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PieceSort {
    /// It is a word.
    Word,
    /// A number and nothing else.
    Number,
    /// A word with digits, or a score: "B9", "35-21".
    Code,
    /// The end of a sentence.
    End,
}

impl NumeralPiece {
    /// What stands behind the words of a sentence.
    pub const END: Self = Self { key: String::new(), sort: PieceSort::End, is_shouted: false };

    fn read(written: &str) -> Option<Self> {
        // "737s" are several of one.
        let one = written.strip_suffix('s').filter(|one| one.ends_with(|letter: char| letter.is_ascii_digit()));
        let one = one.unwrap_or(written).replace(',', "");
        if let Some(number) = mention::roman(&one) {
            return Some(Self { key: number.to_string(), sort: PieceSort::Number, is_shouted: false });
        }
        let key = fold::words(&one).into_owned();
        let sort = if !key.contains(|letter: char| letter.is_ascii_digit()) {
            PieceSort::Word
        } else if is_number(&key) {
            PieceSort::Number
        } else {
            PieceSort::Code
        };
        let is_shouted = one.chars().all(char::is_uppercase);
        (!key.is_empty()).then_some(Self { key, sort, is_shouted })
    }
}

/// A numeral among the words of its sentence.
pub struct Numeral {
    /// They, and it.
    pub pieces: Vec<NumeralPiece>,
    /// Which of them it is.
    pub at: usize,
    /// The name before it, by the stems of its words.
    pub name: Vec<String>,
    /// Its letters and digits as they are written, folded.
    pub written: String,
}

impl Numeral {
    /// That of a claim.
    pub fn read(placed: &Placed<'_>, lexicon: &Lexicon) -> Self {
        let (quote, text) = (&placed.claim.quote, &placed.claim.value.text);
        let mut all = pieces_of(&quote.prefix);
        let first = all.len();
        all.extend(pieces_of(text));
        let at = all.len().saturating_sub(1);
        let named = all.get(first..at).unwrap_or_default();
        let name = named.iter().map(|piece| lexicon.stems().key(&piece.key)).collect();
        all.extend(pieces_of(&quote.suffix));
        let last = text.split(|letter: char| letter.is_whitespace() || letter == '-').next_back();
        Self { pieces: all, at, name, written: fold::words(last.unwrap_or_default()).into_owned() }
    }

    /// What it is compared by.
    pub fn key(&self) -> &str {
        self.pieces.get(self.at).map(|piece| piece.key.as_str()).unwrap_or_default()
    }

    /// Whether letters belong to it, so that no word beside it has to: "B9".
    pub fn is_code(&self) -> bool {
        self.key().contains(char::is_alphabetic)
    }

    /// The numbers of a score.
    pub fn parts(&self) -> Option<Vec<&str>> {
        let parts: Vec<&str> = self.key().split(['-', '/', ':']).collect();
        (parts.len() > 1 && parts.iter().all(|part| is_number(part))).then_some(parts)
    }
}

/// The words and numerals of a text: a hyphen joins numbers alone, and "'s" is no word.
pub fn pieces_of(words: &str) -> Vec<NumeralPiece> {
    const DASHES: [char; 5] = ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}'];
    let mut found = Vec::new();
    for chunk in words.split(|letter: char| letter.is_whitespace() || letter == '\u{2014}') {
        let chunk = chunk.replace(DASHES, "-");
        let mut last = String::new();
        for part in chunk.split('-') {
            let part = part.trim_matches(|letter: char| !letter.is_alphanumeric());
            let part = part.strip_suffix("'s").or_else(|| part.strip_suffix("\u{2019}s")).unwrap_or(part);
            if last.ends_with(|letter: char| letter.is_ascii_digit())
                && is_number(&last.replace('-', ""))
                && is_number(part)
            {
                last.push('-');
                last.push_str(part);
            } else {
                found.extend(NumeralPiece::read(&last));
                last = part.to_string();
            }
        }
        found.extend(NumeralPiece::read(&last));
    }
    found
}

/// Digits, and the point of a decimal.
fn is_number(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}
