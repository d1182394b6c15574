//! Bytes to text: which encoding a file has, and what it says in it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// What a file's bytes say.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Decoded {
    /// UTF-8: the text is the bytes.
    Same(String),
    /// UTF-8 but for the bytes at these offsets, each of which reads as a question mark, so that every other byte keeps
    /// its place.
    Broken(String, Vec<usize>),
    /// Another encoding, by name.
    From(String, &'static str),
    /// No text: what the bytes are, in words.
    NotText(&'static str),
}

/// So many bytes are looked at to guess an encoding.
const SAMPLE: usize = 256 * 1024;

/// Decodes a file.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(what) = known_format(&bytes) {
        return Decoded::NotText(what);
    }
    if let Some(encoding) = utf_16(&bytes) {
        let (text, _) = encoding.decode_with_bom_removal(&bytes);
        return Decoded::From(text.into_owned(), encoding.name());
    }
    if memchr::memchr(0, &bytes).is_some() {
        return Decoded::NotText("it has bytes of value 0");
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded::Same(text),
        Err(error) => not_utf_8(error.into_bytes()),
    }
}

/// The formats that are often given for a text, by their first bytes.
fn known_format(bytes: &[u8]) -> Option<&'static str> {
    let formats: [(&[u8], &str); 8] = [
        (b"%PDF-", "it is a PDF"),
        (b"PK\x03\x04", "it is a ZIP archive, or a document of a word processor"),
        (b"{\\rtf", "it is a rich-text document"),
        (b"\xd0\xcf\x11\xe0", "it is a document of a word processor"),
        (b"\x89PNG", "it is a picture"),
        (b"\xff\xd8\xff", "it is a picture"),
        (b"\x1f\x8b", "it is compressed"),
        (b"\xff\xfe\0\0", "it is UTF-32"),
    ];
    formats.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
}

/// UTF-16 by its mark, or where every other byte of the sample is 0 as it is in Latin letters.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(b"\xff\xfe") {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Some(UTF_16BE);
    }
    let sample = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let pairs = sample.len() / 2;
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|&&byte| byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    if pairs < 4 || !bytes.len().is_multiple_of(2) {
        None
    } else if low * 10 >= pairs * 6 && high * 20 <= pairs {
        Some(UTF_16LE)
    } else if high * 10 >= pairs * 6 && low * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// UTF-8 that was damaged, an older encoding, or no text at all.
fn not_utf_8(mut bytes: Vec<u8>) -> Decoded {
    let (wrong, letters) = wrong_bytes(&bytes);
    // Text of another encoding hardly ever has a sequence that UTF-8 allows.
    let cut_at_the_end = wrong.first().is_some_and(|&first| bytes.len() - first <= 3);
    if letters > wrong.len() || cut_at_the_end && letters > 0 {
        for &at in &wrong {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = b'?';
            }
        }
        return match String::from_utf8(bytes) {
            Ok(text) => Decoded::Broken(text, wrong),
            Err(_) => Decoded::NotText("its bytes are no letters"),
        };
    }
    let is_control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    if bytes.iter().take(SAMPLE).filter(is_control).count() * 20 > bytes.len().min(SAMPLE) {
        return Decoded::NotText("it has many control characters");
    }
    let first = wrong.first().copied().unwrap_or(0).saturating_sub(64);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(first..bytes.len().min(first + SAMPLE)).unwrap_or_default(), true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    Decoded::From(text.into_owned(), encoding.name())
}

/// The offsets of bytes that UTF-8 forbids, and the number of letters of two and more bytes that are right.
fn wrong_bytes(bytes: &[u8]) -> (Vec<usize>, usize) {
    let (mut wrong, mut letters, mut at) = (Vec::new(), 0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().bytes().filter(|&byte| byte >= 0xc0).count();
        at += chunk.valid().len();
        wrong.extend(at..at + chunk.invalid().len());
        at += chunk.invalid().len();
    }
    (wrong, letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16_bytes(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        let words = "The café in Zarand — “closed”";
        assert_eq!(decode(words.into()), Decoded::Same(words.into()));
        let marked = format!("\u{feff}{words}");
        assert_eq!(decode(marked.clone().into()), Decoded::Same(marked.clone()), "the mark stays, offsets count it");
        for (bytes, name) in [
            (utf_16_bytes(&marked, u16::to_le_bytes), "UTF-16LE"),
            (utf_16_bytes(&marked, u16::to_be_bytes), "UTF-16BE"),
            (utf_16_bytes(words, u16::to_le_bytes), "UTF-16LE"),
            (utf_16_bytes(words, u16::to_be_bytes), "UTF-16BE"),
            (encoding_rs::WINDOWS_1252.encode(words).0.into_owned(), "windows-1252"),
        ] {
            assert_eq!(decode(bytes), Decoded::From(words.into(), name), "{name}");
        }
    }

    #[test]
    fn one_broken_letter_moves_nothing() {
        let mut bytes = "café café café".as_bytes().to_vec();
        bytes.truncate(bytes.len() - 1);
        assert_eq!(decode(bytes), Decoded::Broken("café café caf?".into(), vec![15]));
    }

    #[test]
    fn what_is_no_text() {
        for bytes in
            [&b"%PDF-1.7 x"[..], b"PK\x03\x04ab", b"ab\0cd", b"\x01\x02\x03\xff\x04\x05", b"\xff\xfe\0\0a\0\0\0"]
        {
            assert!(matches!(decode(bytes.to_vec()), Decoded::NotText(_)), "{bytes:?}");
        }
    }
}
