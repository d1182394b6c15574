//! Figures in digits: "100,000", "3.2bn", "2½", "2 1/2".

use super::Figure;
use crate::{lexicon::Class, reading::Reader, text::TokenKind};

/// So many digits are held exactly by a float; longer ones take the slow way.
const EXACT_DIGITS: u32 = 15;

impl Figure {
    pub(super) fn from_digits(reader: &Reader, at: usize) -> Option<Self> {
        if let Some((end, fraction)) = slash_fraction(reader, at).filter(|(end, _)| is_share(reader, at, *end)) {
            return Some(Self::in_digits(at, end, fraction, fraction));
        }
        let (number, step) = parse(reader.written(at))?;
        let mut figure = Self::in_digits(at, at + 1, number, step);
        let (next, glued) = (reader.word(at + 1), reader.is_glued(at + 1));
        if glued && next.is(Class::SUFFIX) {
            figure.multiply(next.number);
            figure.money_only = next.money_only;
            figure.end += 1;
            return Some(figure);
        }
        if let Some((end, fraction)) = vulgar(reader, at + 1).or_else(|| slash_fraction(reader, at + 1)) {
            figure.end = end;
            // "$5.87 1/4": a quarter of a cent.
            figure.add(if step < 1.0 { fraction * step } else { fraction });
        }
        if matches!(reader.kind(figure.end), TokenKind::Word | TokenKind::Hyphen) {
            figure.take_magnitudes(reader);
            figure.take_half(reader);
        }
        Some(figure)
    }

    /// "½" by itself.
    pub(super) fn from_sign(reader: &Reader, at: usize) -> Option<Self> {
        let (end, fraction) = vulgar(reader, at).filter(|_| !reader.is_glued(at))?;
        let mut figure = Self::in_digits(at, end, fraction, fraction);
        figure.take_magnitudes(reader);
        figure.take_of_one(reader);
        Some(figure)
    }
}

/// The number, and the weight of its last written digit. "007" and "0730" are codes.
fn parse(written: &str) -> Option<(f64, f64)> {
    let bytes = written.as_bytes();
    if let [b'0', next, ..] = bytes
        && !matches!(next, b'.' | b',')
    {
        return None;
    }
    let (mut mantissa, mut length, mut decimals, mut zeros, mut point) = (0_u64, 0_u32, 0_i32, 0_i32, false);
    let mark = decimal_mark(bytes);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            _ if mark == Some(at) => point = true,
            b'0'..=b'9' => {
                if length < EXACT_DIGITS {
                    mantissa = mantissa * 10 + u64::from(byte - b'0');
                }
                length += 1;
                decimals += i32::from(point);
                zeros = if *byte == b'0' { zeros + 1 } else { 0 };
            }
            _ => {}
        }
    }
    let number = if length > EXACT_DIGITS {
        let kept = written.char_indices().filter_map(|(at, character)| match character {
            '0'..='9' => Some(character),
            _ if mark == Some(at) => Some('.'),
            _ => None,
        });
        kept.collect::<String>().parse().ok()?
    } else if decimals == 0 {
        mantissa as f64
    } else {
        mantissa as f64 / 10.0_f64.powi(decimals)
    };
    let length = i32::try_from(length).unwrap_or(1);
    let step = if point { -decimals } else { zeros.min(length - 1) };
    Some((number, if step == 0 { 1.0 } else { 10.0_f64.powi(step) }))
}

/// Where the decimals begin: at a single dot, or at a comma that no three digits follow, or that stands behind dots.
fn decimal_mark(bytes: &[u8]) -> Option<usize> {
    let last = bytes.iter().rposition(|byte| matches!(byte, b'.' | b','))?;
    let dots = bytes.iter().filter(|byte| **byte == b'.').count();
    match bytes.get(last) {
        Some(b'.') => (dots == 1).then_some(last),
        // "2, 000".
        _ if bytes.get(last + 1) == Some(&b' ') => None,
        _ => (dots > 0 || bytes.len() - last != 4).then_some(last),
    }
}

/// "½" right behind digits, or by itself: one past it, and its value.
fn vulgar(reader: &Reader, at: usize) -> Option<(usize, f64)> {
    if reader.kind(at) != TokenKind::Other {
        return None;
    }
    let fraction = reader.lexicon.vulgar_fractions.get(reader.written(at))?;
    Some((at + 1, *fraction))
}

/// "1/2": one past it, and its value. Both sides are short, and the left one is the smaller.
fn slash_fraction(reader: &Reader, at: usize) -> Option<(usize, f64)> {
    if reader.kind(at + 1) != TokenKind::Slash
        || reader.kind(at) != TokenKind::Number
        || reader.kind(at + 2) != TokenKind::Number
    {
        return None;
    }
    let behind = matches!(reader.kind(at + 3), TokenKind::Slash | TokenKind::Number | TokenKind::Word);
    let joined = reader.is_glued(at) || behind && reader.is_glued(at + 3);
    let alone = !joined || reader.kind(at + 3) == TokenKind::Hyphen;
    let side = |index: usize| reader.written(index).parse::<u8>().ok().filter(|side| (1..=99).contains(side));
    let (above, below) = (side(at)?, side(at + 2)?);
    let glued = reader.is_glued(at + 1) && reader.is_glued(at + 2) && alone;
    (glued && above < below).then(|| (at + 3, f64::from(above) / f64::from(below)))
}

/// Whether "9/11" is a share and no date or name: a unit or "of" follows.
fn is_share(reader: &Reader, first: usize, end: usize) -> bool {
    let behind = reader.word(reader.past_hyphen(end));
    let numbered = first.checked_sub(1).is_some_and(|before| reader.kind(before) == TokenKind::Number);
    !numbered && (behind.is(Class::UNIT.and(Class::DURATION)) || reader.is(end, "of"))
}
