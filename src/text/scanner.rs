//! One pass over the bytes of a block, which finds its tokens: words and marks here, numbers beside.

use super::{
    characters::{DIGIT, LETTER, MARK, SPACE, WIDE, class_of, is_apostrophe, is_currency, is_ignorable},
    entity,
    token::{CodedWord, Initial, Token, TokenKind},
};
use crate::{
    lexicon::{Class, Lexicon, WordId},
    span::Span,
};

/// Appends the tokens of one block, passing over markup; returns the markup behind the block.
pub(super) fn tokenize<'m>(
    source: &str,
    block: Span,
    markup: &'m [Span],
    lexicon: &Lexicon,
    (tokens, coded): (&mut Vec<Token>, &mut Vec<CodedWord>),
) -> &'m [Span] {
    let end = block.range().end.min(source.len());
    let mut at = block.range().start;
    let mut markup = markup;
    while let Some((mark, rest)) = markup.split_first() {
        if mark.range().start >= end {
            break;
        }
        Scanner::new(source, mark.range().start.max(at), lexicon, (tokens, coded)).scan(at);
        at = at.max(mark.range().end);
        markup = rest;
    }
    Scanner::new(source, end, lexicon, (tokens, coded)).scan(at);
    markup
}

/// A currency's sign or code has at most so many letters.
const LONGEST_SIGN: usize = 3;

/// The word that says what a number measures is looked up to here: "kilometres".
const LONGEST_MEASURE: usize = 16;

/// A block while it is read.
pub(super) struct Scanner<'a> {
    /// The text up to the end of what is read.
    source: &'a str,
    bytes: &'a [u8],
    pub lexicon: &'a Lexicon,
    pub tokens: &'a mut Vec<Token>,
    coded: &'a mut Vec<CodedWord>,
    /// Whether an "&" stands in it: hardly any text has one.
    has_entities: bool,
}

impl<'a> Scanner<'a> {
    fn new(
        source: &'a str,
        end: usize,
        lexicon: &'a Lexicon,
        (tokens, coded): (&'a mut Vec<Token>, &'a mut Vec<CodedWord>),
    ) -> Self {
        let source = source.get(..end).unwrap_or(source);
        Self { source, bytes: source.as_bytes(), lexicon, tokens, coded, has_entities: false }
    }

    #[inline]
    pub fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    pub fn character(&self, at: usize) -> char {
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

    pub fn mark(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.push(start, end, kind, WordId::UNKNOWN)
    }

    fn scan(&mut self, mut at: usize) {
        self.has_entities = self.bytes.get(at..).is_some_and(|rest| memchr::memchr(b'&', rest).is_some());
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
                _ if byte == b'&' && self.has_entities => match self.joined_entity(at) {
                    Some(length) => at += length,
                    None => return at,
                },
                _ => return at,
            }
        }
    }

    /// The length of an entity that goes on with a word: "&eacute;", and an apostrophe between letters.
    fn joined_entity(&self, at: usize) -> Option<usize> {
        let (length, letter) = self.source.get(at..).and_then(entity::in_word)?;
        let is_apostrophe = letter == '\'' || is_apostrophe(letter);
        (!is_apostrophe || self.joins_letters(at, length)).then_some(length)
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
        if self.joins_clock(start) {
            return start + 1;
        }
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
        if self.has_entities && written.contains('&') {
            return self.coded_word(Span::new(start, end), entity::decoded(written));
        }
        // A byte is compared in place, where a pattern is looked for by a call.
        let stop = usize::from(written.as_bytes().last() == Some(&b'.'));
        let word = self.lexicon.id(written.get(..written.len() - stop).unwrap_or(written)).unwrap_or_default();
        self.push(start, end, TokenKind::Word, word);
        end
    }

    /// A word in which entities are letters: it is read as they are.
    fn coded_word(&mut self, span: Span, decoded: String) -> usize {
        let word = self.lexicon.id(decoded.strip_suffix('.').unwrap_or(&decoded)).unwrap_or_default();
        let initial = Initial::of(decoded.chars().next().unwrap_or(' '));
        self.tokens.push(Token { span, word, kind: TokenKind::Word, initial });
        self.coded.push(CodedWord { span, decoded: decoded.into() });
        span.range().end
    }

    /// The "T" of "2026-03-15T10:00": it stands between the day and the clock, and is no word.
    fn joins_clock(&self, at: usize) -> bool {
        let follows =
            self.tokens.last().is_some_and(|last| last.kind == TokenKind::Number && last.span.range().end == at);
        follows && self.byte(at) == b'T' && self.digits_end(at + 1) == at + 3 && self.byte(at + 3) == b':'
    }

    /// "Rs20", "RM42m", "USD3.14": a currency's letters right before digits are a word of their own; "$US20" and "R5 million"
    /// too.
    fn sign_end(&self, start: usize) -> Option<usize> {
        if start > 0 && self.byte(start - 1) == b'$' {
            return self.dollar_end(start);
        }
        if class_of(self.byte(start + 1)) == DIGIT {
            return self.letter_end(start);
        }
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

    /// The "US" of "$US640", behind its dollar.
    fn dollar_end(&self, start: usize) -> Option<usize> {
        let mut end = start;
        while end < start + LONGEST_SIGN && class_of(self.byte(end)) == LETTER {
            end += 1;
        }
        let written = self.source.get(start - 1..end).filter(|_| class_of(self.byte(end)) == DIGIT)?;
        self.lexicon.is_currency_sign(written).then_some(end)
    }

    /// The "R" of "R5 million" and "R1,200", which is no "R22": a letter is a sign beside a magnitude or thousands.
    fn letter_end(&self, start: usize) -> Option<usize> {
        self.source.get(start..=start).filter(|letter| self.lexicon.is_currency_sign(letter))?;
        let mut end = self.digits_end(start + 1);
        let thousands = self.group_end(end).is_some();
        if matches!(self.byte(end), b'.' | b',') {
            end = self.digits_end(end + 1);
        }
        (thousands || self.word_class(end).is(Class::MAGNITUDE.and(Class::SUFFIX))).then_some(start + 1)
    }

    /// What the word behind `at` may be, a space between or not.
    pub fn word_class(&self, at: usize) -> Class {
        let start = at + usize::from(self.byte(at) == b' ');
        let mut end = start;
        while end < start + LONGEST_MEASURE && class_of(self.byte(end)) == LETTER {
            end += 1;
        }
        let word = self.source.get(start..end).and_then(|word| self.lexicon.id(word)).unwrap_or_default();
        self.lexicon.word(word).classes
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
            b'&' => return self.entity(at),
            _ => TokenKind::Other,
        };
        self.mark(at, at + 1, kind)
    }

    /// "&nbsp;", "&euro;": what an entity of HTML stands for; any other "&" is itself.
    fn entity(&mut self, at: usize) -> usize {
        if self.source.get(at..).and_then(entity::in_word).is_some_and(|(_, letter)| letter.is_alphabetic()) {
            return self.word(at);
        }
        let Some((length, meaning)) = self.source.get(at..).and_then(entity::at) else {
            return self.mark(at, at + 1, TokenKind::Other);
        };
        let kind = match meaning.chars().next().unwrap_or(' ') {
            blank if blank.is_whitespace() => return at + length,
            '\'' | '\u{2018}' | '\u{2019}' => return self.apostrophe(at, length),
            '"' | '\u{201c}' | '\u{201d}' | '«' | '»' => TokenKind::DoubleQuote,
            '–' | '—' | '−' => TokenKind::Dash,
            '…' => TokenKind::Stop,
            sign if is_currency(sign) => TokenKind::Currency,
            _ => TokenKind::Other,
        };
        self.mark(at, at + length, kind)
    }

    /// A full stop, or the three of an ellipsis. Behind an abbreviation it is the abbreviation's.
    fn stop(&mut self, at: usize) -> usize {
        if self.byte(at + 1).is_ascii_digit() && self.opens_decimals(at) {
            let end = self.digits_end(at + 1);
            let goes_on = self.byte(end) == b'.' && self.byte(end + 1).is_ascii_digit();
            return self.mark(at, end, if goes_on { TokenKind::Other } else { TokenKind::Number });
        }
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

    /// ".7 percent": a point with nothing before it, or only a currency or a sign.
    fn opens_decimals(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| self.byte(before)) else { return true };
        class_of(before) == SPACE || matches!(before, b'(' | b'$' | b'-')
    }

    fn apostrophe(&mut self, at: usize, width: usize) -> usize {
        let glued = self.tokens.last().is_some_and(|last| last.span.range().end == at);
        if glued && self.is_possessive(at, width) {
            if self.byte(at) == b'&' {
                let span = Span::new(at, at + width + 1);
                self.coded.push(CodedWord { span, decoded: entity::decoded(span.of(self.source)).into() });
            }
            return self.mark(at, at + width + 1, TokenKind::Possessive);
        }
        self.mark(at, at + width, TokenKind::SingleQuote)
    }

    /// A hyphen glued on both sides joins words, and so does one with space on both sides in a compound; any other is a dash.
    fn hyphen(&mut self, at: usize, width: usize) -> usize {
        let mut end = at + width;
        while self.byte(end) == b'-' {
            end += 1;
        }
        let glued = self.tokens.last().is_some_and(|last| last.span.range().end == at);
        let next = self.character(end);
        let joins = end == at + width && (glued && !next.is_whitespace() || self.joins_compound(at));
        self.mark(at, end, if joins { TokenKind::Hyphen } else { TokenKind::Dash })
    }

    /// "A 50 - minute call", "a 12 - year - old boy": a number, what it is of in small letters, and a noun for both.
    fn joins_compound(&self, at: usize) -> bool {
        let Some([before, last]) = self.tokens.last_chunk::<2>().filter(|_| self.byte(at + 1) == b' ') else {
            return false;
        };
        let is_next = last.span.range().end + 1 == at && self.byte(at + 2).is_ascii_lowercase();
        let counts =
            last.kind == TokenKind::Number || self.lexicon.word(last.word).is(Class::CARDINAL.and(Class::MAGNITUDE));
        let goes_on = before.kind == TokenKind::Hyphen && before.span.range().end + 1 == last.span.range().start;
        let end = self.word_end(at + 2);
        let noun = self.byte(end + 1);
        let no_noun = Class::FUNCTION.and(Class::CARDINAL).and(Class::ORDINAL);
        let heads = noun == b'-' || noun.is_ascii_lowercase() && !self.word_class(end).is(no_noun);
        let compounds =
            Class::COMPOUND.and(Class::UNIT).and(Class::DURATION).and(Class::CURRENCY).and(Class::MAGNITUDE);
        let joins = counts && self.word_class(at + 1).is(compounds) || goes_on;
        is_next && joins && self.byte(end) == b' ' && heads
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
            character if is_currency(character) => TokenKind::Currency,
            character if character.is_alphabetic() => return self.word(at),
            character if character.is_whitespace() || is_ignorable(character) => return at + width,
            _ => TokenKind::Other,
        };
        self.mark(at, at + width, kind)
    }
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
            "v 2.1.1 of https://example.org/a-1 1,5 12,345,67",
            &[
                ("v", Word),
                ("2.1.1", Other),
                ("of", Word),
                ("https://example.org/a-1", Other),
                ("1", Number),
                (",", Comma),
                ("5", Number),
                ("12,345", Number),
                (",", Comma),
                ("67", Number),
            ],
        );
        check(
            "12,34,567 or 250 000 boats",
            &[("12,34,567", Number), ("or", Word), ("250 000", Number), ("boats", Word)],
        );
        check(
            "2, 000ft 3, 100 10, 012",
            &[("2, 000", Number), ("ft", Word), ("3", Number), (",", Comma), ("100", Number), ("10, 012", Number)],
        );
        check(
            "a 12 - year - old boy",
            &[("a", Word), ("12", Number), ("-", Hyphen), ("year", Word), ("-", Hyphen), ("old", Word), ("boy", Word)],
        );
        check("a five - day strike", &[("a", Word), ("five", Word), ("-", Hyphen), ("day", Word), ("strike", Word)]);
        check("in 2031 - year of", &[("in", Word), ("2031", Number), ("-", Dash), ("year", Word), ("of", Word)]);
        check("won 3 - 2 at", &[("won", Word), ("3", Number), ("-", Dash), ("2", Number), ("at", Word)]);
        check("on 5 - day one", &[("on", Word), ("5", Number), ("-", Dash), ("day", Word), ("one", Word)]);
        check(
            "over 12 - officials say",
            &[("over", Word), ("12", Number), ("-", Dash), ("officials", Word), ("say", Word)],
        );
        check("room 5 - closed.", &[("room", Word), ("5", Number), ("-", Dash), ("closed", Word), (".", Stop)]);
        check("0800 123 456 now", &[("0800", Number), ("123", Number), ("456", Number), ("now", Word)]);
        check("12 787 jets", &[("12", Number), ("787", Number), ("jets", Word)]);
        check("May 12 300 people", &[("May", Word), ("12", Number), ("300", Number), ("people", Word)]);
        check(
            "1,5 km, 1.234,56 €",
            &[("1,5", Number), ("km", Word), (",", Comma), ("1.234,56", Number), ("€", Currency)],
        );
        check("by .7 percent", &[("by", Word), (".7", Number), ("percent", Word)]);
        check(
            "$US6 R5 million R22",
            &[
                ("$", Currency),
                ("US", Word),
                ("6", Number),
                ("R", Word),
                ("5", Number),
                ("million", Word),
                ("R22", Word),
            ],
        );
        check("100\u{a0}000 x\u{ad}y", &[("100\u{a0}000", Number), ("x\u{ad}y", Word)]);
    }
}
