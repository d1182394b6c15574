//! Tokens: words, numbers and marks.

use crate::{lexicon::WordId, span::Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits behind them: "troops", "don't", "U.S.", "B9".
    Word,
    /// Digits with separators: "100,000", "3.5".
    Number,
    /// "'s", curly or straight.
    Possessive,
    /// A currency's sign.
    Currency,
    /// "%".
    Percent,
    /// A hyphen right between two words.
    Hyphen,
    /// A dash, or a hyphen with space around it.
    Dash,
    /// ",".
    Comma,
    /// ":".
    Colon,
    /// What may end a sentence: ". ! ? …".
    Stop,
    /// The full stop of an abbreviation.
    AbbreviationStop,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A double quotation mark, straight or curly.
    DoubleQuote,
    /// A single quotation mark that is no apostrophe.
    SingleQuote,
    /// "/".
    Slash,
    /// Anything else: ";", "*", an address, a version number.
    Other,
    /// What stands outside the text.
    End,
}

/// What a token begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// A capital letter.
    Capital,
    /// A letter in lower case.
    Lower,
    /// Anything else.
    Other,
}

impl Initial {
    pub(super) fn of(character: char) -> Self {
        match character {
            _ if character.is_lowercase() => Self::Lower,
            _ if character.is_uppercase() => Self::Capital,
            _ => Self::Other,
        }
    }
}

/// A word, number or mark at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its number in the lexicon; unknown for what is no word of it.
    pub word: WordId,
    /// What it is.
    pub kind: TokenKind,
    /// What it begins with.
    pub initial: Initial,
}

impl Token {
    /// What stands outside the text.
    pub const END: Self = Self {
        span: Span { start: u32::MAX, end: u32::MAX },
        word: WordId::UNKNOWN,
        kind: TokenKind::End,
        initial: Initial::Other,
    };
}

/// A word in which letters are written as entities of HTML: "Jos&eacute;".
#[derive(Clone, Debug)]
pub(super) struct CodedWord {
    /// Where it stands.
    pub span: Span,
    /// How it is read.
    pub decoded: Box<str>,
}
