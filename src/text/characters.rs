//! What bytes and characters are to the scanner of tokens.

/// What a byte may be; a byte of a character of several is `WIDE`.
pub(super) const SPACE: u8 = 0;
pub(super) const LETTER: u8 = 1;
pub(super) const DIGIT: u8 = 2;
pub(super) const MARK: u8 = 3;
pub(super) const WIDE: u8 = 4;

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

/// The class of a byte.
pub(super) fn class_of(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(MARK)
}

/// A currency's sign, whether or not the lexicon has it: Unicode's block of them, and those that stand elsewhere.
pub(super) fn is_currency(character: char) -> bool {
    matches!(
        character,
        '$' | '£' | '¥' | '\u{20a0}'
            ..='\u{20cf}'
                | '\u{58f}'
                | '\u{60b}'
                | '\u{9f3}'
                | '\u{e3f}'
                | '\u{17db}'
                | '\u{fdfc}'
                | '\u{ff04}'
                | '\u{ffe1}'
                | '\u{ffe5}'
                | '\u{ffe6}'
    )
}

pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\u{2018}' | '\u{2019}' | '\u{201b}')
}

/// Characters without a width that stand inside words: soft hyphens, joiners, marks of direction, the byte-order mark.
pub(super) fn is_ignorable(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}
