//! Bytes of a YAML file as text: UTF-8 only, and a clear word where they are not.

use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, code},
    files::{self, Limit},
    span::{LineIndex, Span},
};

/// The text of the file, with its byte-order mark, so that offsets are those of the file.
///
/// # Errors
/// The file is not UTF-8, or longer than 16 MiB.
pub fn decode(file: &str, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    if bytes.len() as u64 > files::YAML.most {
        return Err(Box::new(too_long(file, &files::YAML)));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Box::new(Diagnostic::about_file(
            code::NOT_UTF_8,
            file,
            "the file is UTF-16, and a YAML file is read as UTF-8",
            Some("save it as UTF-8".to_string()),
        )));
    }
    if bytes.contains(&0) {
        return Err(Box::new(not_text_at_all(file)));
    }
    String::from_utf8(bytes).map_err(|error| Box::new(not_utf_8(file, &error)))
}

/// What is said of a file that is longer than it may be.
#[must_use]
pub fn too_long(file: &str, limit: &Limit) -> Diagnostic {
    let help = "split it into several files".to_string();
    let message = format!("the file is longer than {}", limit.in_words());
    Diagnostic::about_file(code::FILE_TOO_LONG, file, message, Some(help))
}

fn not_utf_8(file: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let good = error.utf8_error().valid_up_to();
    let bad = error.as_bytes().get(good).copied().unwrap_or_default();
    let text = String::from_utf8_lossy(error.as_bytes());
    // What was good stands unchanged at the start of the lossy text, and the first bad byte is one `U+FFFD` there.
    let span = Span::new(good, good + char::REPLACEMENT_CHARACTER.len_utf8());
    let place = DiagnosticPlace::new(file, &text, &LineIndex::new(&text), span);
    let mut diagnostic = Diagnostic::about_file(
        code::NOT_UTF_8,
        file,
        format!("the byte {bad:02X} here is not UTF-8"),
        Some("save the file as UTF-8".to_string()),
    );
    diagnostic.place = Some(place);
    diagnostic
}

fn not_text_at_all(file: &str) -> Diagnostic {
    let help = Some("a YAML file is text in UTF-8".to_string());
    Diagnostic::about_file(code::NOT_TEXT, file, "the file is not text", help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_text_is_said_so() {
        for (bytes, code, line, column) in [
            (b"a: caf\xe9\n".to_vec(), "not-utf-8", 1, 7),
            (b"a\nb: \x93x\x94\n".to_vec(), "not-utf-8", 2, 4),
            (b"\xff\xfea\0".to_vec(), "not-utf-8", 0, 0),
            (b"\x7fELF\0\0\xff".to_vec(), "not-text", 0, 0),
            (b"\x7fELF\0\0".to_vec(), "not-text", 0, 0),
            (vec![b' '; usize::try_from(files::YAML.most).unwrap() + 1], "file-too-long", 0, 0),
        ] {
            let diagnostic = decode("f", bytes).unwrap_err();
            let place = diagnostic.place.as_ref().unwrap();
            assert_eq!((diagnostic.code.name(), place.line, place.column), (code, line, column));
        }
        assert_eq!(decode("f", "\u{feff}é".into()).unwrap(), "\u{feff}é");
    }
}
