//! Tokens: words, numbers and marks, found in one pass over the bytes.

use crate::{
    lexicon::{Class, Lexicon, WordId},
    span::Span,
};

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
    fn of(character: char) -> Self {
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

const SPACE: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const MARK: u8 = 3;
const WIDE: u8 = 4;

#[allow(clippy::indexing_slicing, reason = "evaluated when compiled, within 0..256")]
const CLASSES: [u8; 256] = {
    let mut classes = [MARK; 256];
    let mut byte = 0;
    while byte < 256 {
        let class = byte as u8;
        if class.is_ascii_alphabetic() {
            classes[byte] = LETTER;
        } else if class.is_ascii_digit() {
            classes[byte] = DIGIT;
        } else if class <= b' ' || class == 0x7f {
            classes[byte] = SPACE;
        } else if class >= 0x80 {
            classes[byte] = WIDE;
        }
        byte += 1;
    }
    classes
};

fn class_of(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(MARK)
}

/// Appends the tokens of one block, passing over markup; returns the markup behind the block.
pub(super) fn tokenize<'m>(
    source: &str,
    block: Span,
    markup: &'m [Span],
    lexicon: &Lexicon,
    tokens: &mut Vec<Token>,
) -> &'m [Span] {
    let end = block.range().end.min(source.len());
    let mut at = block.range().start;
    let mut markup = markup;
    while let Some((mark, rest)) = markup.split_first() {
        if mark.range().start >= end {
            break;
        }
        Scanner::new(source, mark.range().start.max(at), lexicon, tokens).scan(at);
        at = at.max(mark.range().end);
        markup = rest;
    }
    Scanner::new(source, end, lexicon, tokens).scan(at);
    markup
}

/// A currency's sign or code has at most so many letters.
const LONGEST_SIGN: usize = 3;

struct Scanner<'a> {
    /// The text up to the end of what is read.
    source: &'a str,
    bytes: &'a [u8],
    lexicon: &'a Lexicon,
    tokens: &'a mut Vec<Token>,
}

impl<'a> Scanner<'a> {
    fn new(source: &'a str, end: usize, lexicon: &'a Lexicon, tokens: &'a mut Vec<Token>) -> Self {
        let source = source.get(..end).unwrap_or(source);
        Self { source, bytes: source.as_bytes(), lexicon, tokens }
    }

    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    fn character(&self, at: usize) -> char {
        let byte = self.byte(at);
        if byte.is_ascii() {
            return char::from(byte);
        }
        self.source.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ')
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, word: WordId) -> usize {
        let initial = Initial::of(self.character(start));
        self.tokens.push(Token { span: Span::new(start, end), word, kind, initial });
        end
    }

    fn mark(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.push(start, end, kind, WordId::UNKNOWN)
    }

    fn scan(&mut self, mut at: usize) {
        while at < self.bytes.len() {
            let byte = self.byte(at);
            at = match class_of(byte) {
                SPACE => at + 1,
                LETTER => self.word(at),
                DIGIT => self.number(at),
                MARK => self.ascii_mark(at, byte),
                _ => self.wide(at),
            };
        }
    }

    /// The end of a run of letters and digits, apostrophes between letters included.
    fn word_end(&self, mut at: usize) -> usize {
        loop {
            let byte = self.byte(at);
            match class_of(byte) {
                LETTER | DIGIT => at += 1,
                WIDE => {
                    let character = self.character(at);
                    let joins = is_apostrophe(character) && self.joins_letters(at, character.len_utf8());
                    if joins || character.is_alphanumeric() || is_ignorable(character) {
                        at += character.len_utf8();
                    } else {
                        return at;
                    }
                }
                _ if byte == b'\'' && self.joins_letters(at, 1) => at += 1,
                _ => return at,
            }
        }
    }

    /// Whether an apostrophe stands inside a word: a letter follows, and it is not the "'s" of a possessive.
    fn joins_letters(&self, at: usize, width: usize) -> bool {
        let next = self.character(at + width);
        next.is_alphabetic() && !self.is_possessive(at, width)
    }

    fn is_possessive(&self, at: usize, width: usize) -> bool {
        matches!(self.byte(at + width), b's' | b'S') && !self.character(at + width + 1).is_alphanumeric()
    }

    fn word(&mut self, start: usize) -> usize {
        let mut end = self.sign_end(start).unwrap_or_else(|| self.word_end(start));
        if end == start + 1 && self.byte(end) == b'.' {
            end = self.acronym_end(end);
        } else if self.byte(end) == b'.'
            && self.byte(end + 1).is_ascii_lowercase()
            && !self.byte(start).is_ascii_digit()
        {
            end = self.domain_end(end);
        } else if self.byte(end) == b':' && self.byte(end + 1) == b'/' && self.byte(end + 2) == b'/' {
            let end = self.address_end(end);
            return self.mark(start, end, TokenKind::Other);
        }
        let written = self.source.get(start..end).unwrap_or_default();
        let word = self.lexicon.id(written.strip_suffix('.').unwrap_or(written)).unwrap_or_default();
        self.push(start, end, TokenKind::Word, word);
        end
    }

    /// "Rs20", "RM42m", "USD3.14": a currency's letters right before digits are a word of their own.
    fn sign_end(&self, start: usize) -> Option<usize> {
        // Few words have a digit so near.
        if class_of(self.byte(start + 2)) != DIGIT && class_of(self.byte(start + LONGEST_SIGN)) != DIGIT {
            return None;
        }
        let mut end = start;
        while end < start + LONGEST_SIGN && class_of(self.byte(end)) == LETTER {
            end += 1;
        }
        let written = self.source.get(start..end).filter(|_| end > start + 1 && class_of(self.byte(end)) == DIGIT)?;
        self.lexicon.is_currency_sign(written).then_some(end)
    }

    /// "U.S.", "p.m.", "J.R.R.": letters with a full stop behind each. `at` is the first stop.
    fn acronym_end(&self, mut at: usize) -> usize {
        let first = at;
        while self.byte(at) == b'.'
            && class_of(self.byte(at + 1)) == LETTER
            && !self.character(at + 2).is_alphanumeric()
        {
            at += 2;
        }
        if at > first && self.byte(at) == b'.' { at + 1 } else { at }
    }

    /// "example.net", "example.co.uk": words glued by full stops are one. `at` is the first stop.
    fn domain_end(&self, mut at: usize) -> usize {
        while self.byte(at) == b'.' && self.byte(at + 1).is_ascii_alphanumeric() {
            at = self.word_end(at + 1);
        }
        at
    }

    fn address_end(&self, mut at: usize) -> usize {
        while at < self.bytes.len()
            && !matches!(class_of(self.byte(at)), SPACE)
            && !matches!(self.byte(at), b'>' | b'"' | b')')
        {
            at += 1;
        }
        at
    }

    fn digits_end(&self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    /// Digits, groups of three behind a comma or a narrow space, one decimal point; versions ("2.1.1") are no number.
    fn number(&mut self, start: usize) -> usize {
        let mut end = self.digits_end(start);
        if end - start <= 3 {
            while let Some(next) = self.group_end(end) {
                end = next;
            }
        }
        if self.byte(end) == b'.' && self.byte(end + 1).is_ascii_digit() {
            end = self.digits_end(end + 1);
            if self.byte(end) == b'.' && self.byte(end + 1).is_ascii_digit() {
                while self.byte(end) == b'.' && self.byte(end + 1).is_ascii_digit() {
                    end = self.digits_end(end + 1);
                }
                return self.mark(start, end, TokenKind::Other);
            }
        }
        self.mark(start, end, TokenKind::Number)
    }

    fn group_end(&self, at: usize) -> Option<usize> {
        let separator = match self.byte(at) {
            b',' => 1,
            0x80.. => match self.character(at) {
                space @ ('\u{a0}' | '\u{202f}' | '\u{2009}') => space.len_utf8(),
                _ => return None,
            },
            _ => return None,
        };
        let end = self.digits_end(at + separator);
        (end == at + separator + 3).then_some(end)
    }

    fn ascii_mark(&mut self, at: usize, byte: u8) -> usize {
        let kind = match byte {
            b'.' => return self.stop(at),
            b'!' | b'?' => TokenKind::Stop,
            b',' => TokenKind::Comma,
            b':' => TokenKind::Colon,
            b'"' => TokenKind::DoubleQuote,
            b'\'' => return self.apostrophe(at, 1),
            b'-' => return self.hyphen(at, 1),
            b'$' => TokenKind::Currency,
            b'%' => TokenKind::Percent,
            b'(' | b'[' | b'{' => TokenKind::Open,
            b')' | b']' | b'}' => TokenKind::Close,
            b'/' => TokenKind::Slash,
            _ => TokenKind::Other,
        };
        self.mark(at, at + 1, kind)
    }

    /// A full stop, or the three of an ellipsis. Behind an abbreviation it is the abbreviation's.
    fn stop(&mut self, at: usize) -> usize {
        let mut end = at;
        while self.byte(end) == b'.' {
            end += 1;
        }
        let abbreviation = end == at + 1
            && self.tokens.last().is_some_and(|last| {
                last.kind == TokenKind::Word
                    && last.span.range().end == at
                    && self.lexicon.word(last.word).is(Class::TITLE.and(Class::MAYBE_END).and(Class::BEFORE_NUMBER))
            });
        self.mark(at, end, if abbreviation { TokenKind::AbbreviationStop } else { TokenKind::Stop })
    }

    fn apostrophe(&mut self, at: usize, width: usize) -> usize {
        let glued = self.tokens.last().is_some_and(|last| last.span.range().end == at);
        if glued && self.is_possessive(at, width) {
            return self.mark(at, at + width + 1, TokenKind::Possessive);
        }
        self.mark(at, at + width, TokenKind::SingleQuote)
    }

    /// A hyphen glued on both sides joins words; any other is a dash.
    fn hyphen(&mut self, at: usize, width: usize) -> usize {
        let mut end = at + width;
        while self.byte(end) == b'-' {
            end += 1;
        }
        let glued = self.tokens.last().is_some_and(|last| last.span.range().end == at);
        let next = self.character(end);
        let kind =
            if end == at + width && glued && !next.is_whitespace() { TokenKind::Hyphen } else { TokenKind::Dash };
        self.mark(at, end, kind)
    }

    fn wide(&mut self, at: usize) -> usize {
        let character = self.character(at);
        let width = character.len_utf8();
        let kind = match character {
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' => return self.apostrophe(at, width),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' => TokenKind::DoubleQuote,
            '\u{2010}' | '\u{2011}' => return self.hyphen(at, width),
            '\u{2012}'..='\u{2015}' | '\u{2212}' => TokenKind::Dash,
            '\u{2026}' => TokenKind::Stop,
            '€' | '£' | '¥' | '₹' | '₽' | '₴' | '₺' | '₩' => TokenKind::Currency,
            character if character.is_alphabetic() => return self.word(at),
            character if character.is_whitespace() || is_ignorable(character) => return at + width,
            _ => TokenKind::Other,
        };
        self.mark(at, at + width, kind)
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\u{2018}' | '\u{2019}' | '\u{201b}')
}

/// Characters without a width that stand inside words: soft hyphens, joiners, marks of direction, the byte-order mark.
fn is_ignorable(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn check(source: &str, expected: &[(&str, TokenKind)]) {
        let text = Text::plain(source, Lexicon::english());
        let tokens: Vec<(&str, TokenKind)> =
            text.tokens().iter().map(|token| (token.span.of(source), token.kind)).collect();
        assert_eq!(tokens, expected, "{source}");
    }

    #[test]
    fn words_numbers_and_marks() {
        use TokenKind::*;
        check("U.S.-led, 100,000", &[("U.S.", Word), ("-", Hyphen), ("led", Word), (",", Comma), ("100,000", Number)]);
        check("3:30 p.m. ET", &[("3", Number), (":", Colon), ("30", Number), ("p.m.", Word), ("ET", Word)]);
        check("Thursday’s call", &[("Thursday", Word), ("’s", Possessive), ("call", Word)]);
        check("don't O’Brien's", &[("don't", Word), ("O’Brien", Word), ("'s", Possessive)]);
        check("Mr. Lang", &[("Mr", Word), (".", AbbreviationStop), ("Lang", Word)]);
        check("B9 a75954 example.net", &[("B9", Word), ("a75954", Word), ("example.net", Word)]);
        check(
            "50-minute – $3.2m",
            &[
                ("50", Number),
                ("-", Hyphen),
                ("minute", Word),
                ("–", Dash),
                ("$", Currency),
                ("3.2", Number),
                ("m", Word),
            ],
        );
        check(
            "v 2.1.1 of https://example.org/a-1 1,5 12,34,567",
            &[
                ("v", Word),
                ("2.1.1", Other),
                ("of", Word),
                ("https://example.org/a-1", Other),
                ("1", Number),
                (",", Comma),
                ("5", Number),
                ("12", Number),
                (",", Comma),
                ("34,567", Number),
            ],
        );
        check("100\u{a0}000 x\u{ad}y", &[("100\u{a0}000", Number), ("x\u{ad}y", Word)]);
    }
}
