//! Two versions of a sentence, told apart word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Some words of a sentence in a row, as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionWords {
    /// The words.
    pub text: String,
    /// Whether they stand in this version only.
    pub is_changed: bool,
}

/// The words of both versions, those in a row that stand in both or only there in one piece.
#[must_use]
pub fn word_changes(before: &str, after: &str) -> [Vec<VersionWords>; 2] {
    let (old, new): (Vec<&str>, Vec<&str>) = (words(before), words(after));
    let bare = |words: &[&'_ str]| words.iter().map(|word| word.trim_end().to_string()).collect::<Vec<_>>();
    let mut pieces = [Vec::new(), Vec::new()];
    for operation in capture_diff_slices(Algorithm::Myers, &bare(&old), &bare(&new)) {
        let is_changed = !matches!(operation, DiffOp::Equal { .. });
        let sides = [(&old, operation.old_range()), (&new, operation.new_range())];
        for (pieces, (words, range)) in pieces.iter_mut().zip(sides) {
            let text = words.get(range).unwrap_or_default().concat();
            if !text.is_empty() {
                pieces.push(VersionWords { text, is_changed });
            }
        }
    }
    pieces
}

/// A text in words, as they stand; marks and white space before and behind a word are words of their own, so that a
/// figure that grows is not the comma behind it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let begin = word.len() - word.trim_start_matches(is_mark).len();
        let end = word.trim_end_matches(is_mark).len().max(begin);
        let (opening, rest) = piece.split_at_checked(begin).unwrap_or((piece, ""));
        let (middle, closing) = rest.split_at_checked(end - begin).unwrap_or((rest, ""));
        words.extend([opening, middle, closing].into_iter().filter(|part| !part.is_empty()));
    }
    words
}

fn is_mark(character: char) -> bool {
    character.is_ascii_punctuation() && !matches!(character, '$' | '%' | '-' | '+')
        || matches!(character, '“' | '”' | '‘' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let shown = |pieces: &[VersionWords]| {
            let piece = |one: &VersionWords| if one.is_changed { format!("[{}]", one.text) } else { one.text.clone() };
            pieces.iter().map(piece).collect::<String>()
        };
        let [old, new] = word_changes(before, after);
        format!("{} > {}", shown(&old), shown(&new))
    }

    #[test]
    fn only_words_that_changed_are_marked() {
        for (before, after, expected) in [
            ("Some 5 died.", "Some 6 died.", "Some [5] died. > Some [6] died."),
            ("About 5, he said.", "About 12, he said.", "About [5], he said. > About [12], he said."),
            ("It did not sink.", "It did sink.", "It did [not ]sink. > It did sink."),
            ("It rose $5.", "It rose $50.", "It rose [$5]. > It rose [$50]."),
            ("“Never,” she said", "“Ever,” she said", "“[Never],” she said > “[Ever],” she said"),
            ("", "All new", " > [All new]"),
            ("...", "!", "[...] > [!]"),
        ] {
            assert_eq!(told(before, after), expected, "{before} > {after}");
        }
    }
}
