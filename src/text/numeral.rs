//! Where a number ends: its groups of digits, its decimals, and what is no number at all.

use super::{characters::is_currency, scanner::Scanner, token::TokenKind};
use crate::lexicon::Class;

impl Scanner<'_> {
    pub fn digits_end(&self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    /// Digits, groups of three behind a comma or a space, one decimal point; versions ("2.1.1") are no number.
    pub fn number(&mut self, start: usize) -> usize {
        let mut end = self.digits_end(start);
        if end - start <= 3 {
            if let Some(next) = self.indian_end(start, end).or_else(|| self.spaced_end(start, end)) {
                end = next;
            }
            while let Some(next) = self.group_end(end) {
                end = next;
            }
            if let Some(end) = self.continental_end(start, end) {
                return self.mark(start, end, TokenKind::Number);
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

    pub fn group_end(&self, at: usize) -> Option<usize> {
        let separator = match self.byte(at) {
            // "2, 000": no number begins with a zero.
            b',' if self.byte(at + 1) == b' ' && self.byte(at + 2) == b'0' => 2,
            b',' => 1,
            // "1_000", as programs write it.
            b'_' => 1,
            0x80.. => match self.character(at) {
                space @ ('\u{a0}' | '\u{202f}' | '\u{2009}') => space.len_utf8(),
                _ => return None,
            },
            _ => return None,
        };
        self.three(at + separator)
    }

    /// One past three digits and no more.
    fn three(&self, at: usize) -> Option<usize> {
        (self.digits_end(at) == at + 3).then_some(at + 3)
    }

    /// "12,34,567": groups of two before the last of three, as they are written in India. One past its last group of two.
    fn indian_end(&self, start: usize, at: usize) -> Option<usize> {
        let mut end = at;
        while self.byte(end) == b',' && self.digits_end(end + 1) == end + 3 {
            end += 3;
        }
        let closes = self.byte(end) == b',' && self.three(end + 1).is_some();
        (end > at && closes && at - start <= 2).then_some(end)
    }

    /// "250 000 people": groups behind plain spaces, before a word in small letters, a share or a currency that they are of. A
    /// telephone number has no such word, and "12 787 jets" are twelve.
    fn spaced_end(&self, start: usize, at: usize) -> Option<usize> {
        let mut end = at;
        while self.byte(end) == b' ' && self.three(end + 1).is_some() {
            end += 4;
        }
        let model = end == at + 4 && self.byte(at + 1) == b'7' && self.byte(at + 3) == b'7';
        if end == at || model || self.byte(start) == b'0' || self.byte(end) != b' ' {
            return None;
        }
        let next = self.byte(end + 1);
        let counted = next.is_ascii_lowercase() || next == b'%' || is_currency(self.character(end + 1));
        let led = self.tokens.last().is_some_and(|last| {
            let word = self.lexicon.word(last.word);
            last.kind == TokenKind::Number
                || last.kind != TokenKind::Word && last.span.range().end == start && last.kind != TokenKind::Currency
                || word.is(Class::MONTH.and(Class::LABEL))
        });
        (counted && !led).then_some(end)
    }

    /// "1,2 million", "1.234,56 euros", "1'234'567 francs": a decimal comma, dots or apostrophes between thousands, where only
    /// they can be meant and something measured stands behind, or a currency before.
    fn continental_end(&self, start: usize, at: usize) -> Option<usize> {
        // "1,2,3": a list.
        if self.tokens.last().is_some_and(|last| last.kind == TokenKind::Comma && last.span.range().end == start) {
            return None;
        }
        let (mark, width) = match self.byte(at) {
            mark @ (b',' | b'.' | b'\'') => (char::from(mark), 1),
            0xe2 if self.character(at) == '\u{2019}' => ('\'', 3),
            _ => return None,
        };
        let mut end = at;
        while mark != ',' && self.character(end) == self.character(at) && self.three(end + width).is_some() {
            end += width + 3;
        }
        let groups = (end - at) / (width + 3);
        let decimals = if self.byte(end) == b',' { self.digits_end(end + 1) - (end + 1) } else { 0 };
        let fits = match mark {
            // "1,2 million"; three digits behind a comma are thousands.
            ',' => (1..=2).contains(&decimals) && at - start <= 3 && !self.is_grouped(start, at),
            '.' => groups >= 1 && (decimals == 1 || decimals == 2) || (2..=3).contains(&groups) && decimals == 0,
            _ => groups >= 1 && decimals == 0,
        };
        let end = if decimals > 0 { end + 1 + decimals } else { end };
        let goes_on = matches!(self.byte(end), b',' | b'.' | b'-' | b'/' | b':') && self.byte(end + 1).is_ascii_digit();
        (fits && !goes_on && self.is_measured(start, end)).then_some(end)
    }

    /// Whether the digits hold thousands already: "1,234".
    fn is_grouped(&self, start: usize, end: usize) -> bool {
        self.digits_end(start) < end
    }

    /// Whether what is measured stands behind, or a currency before.
    fn is_measured(&self, start: usize, end: usize) -> bool {
        let classes = Class::UNIT.and(Class::MAGNITUDE).and(Class::PERCENT).and(Class::CURRENCY).and(Class::SUFFIX);
        let behind = self.character(end + usize::from(self.byte(end) == b' '));
        let paid = self.tokens.last().is_some_and(|last| {
            last.span.range().end == start
                && (last.kind == TokenKind::Currency || self.lexicon.word(last.word).is(Class::CURRENCY))
        });
        paid || behind == '%' || is_currency(behind) || self.word_class(end).is(classes)
    }
}
