//! Signs of a phrase that are meant as they stand: behind a backslash, or between the marks of a literal phrase.

use std::borrow::Cow;

/// Signs as they are written where they are meant as they stand.
pub(super) fn escaped(signs: &str) -> String {
    signs.chars().flat_map(|sign| ['\\', sign]).collect()
}

/// A phrase with blanks in place of what a backslash takes as it is, so that the signs that are left mean something. A
/// backslash before a letter is left: people write it in patterns.
#[must_use]
pub fn without_escapes(text: &str) -> String {
    let (mut left, mut characters) = (String::with_capacity(text.len()), text.chars().peekable());
    while let Some(character) = characters.next() {
        match characters.peek().filter(|next| character == '\\' && !next.is_alphabetic()) {
            Some(next) => {
                (0..=next.len_utf8()).for_each(|_| left.push(' '));
                characters.next();
            }
            None => left.push(character),
        }
    }
    left
}

/// Words without the backslashes that take the next sign as it is.
pub(super) fn unescaped(written: &str) -> Cow<'_, str> {
    if !written.contains('\\') {
        return Cow::Borrowed(written);
    }
    let (mut words, mut characters) = (String::with_capacity(written.len()), written.chars());
    while let Some(character) = characters.next() {
        words.extend(if character == '\\' { characters.next() } else { Some(character) });
    }
    Cow::Owned(words)
}

/// The words between the marks of a literal phrase, with blanks in place of the marks.
pub(super) fn between_marks(text: &str) -> Option<String> {
    let between = |[open, close]: [char; 2]| Some((open, text.strip_prefix(open)?.strip_suffix(close)?));
    let (mark, inner) = [['"', '"'], ['\u{201c}', '\u{201d}']].into_iter().find_map(between)?;
    let is_whole = !inner.trim().is_empty() && !without_escapes(inner).contains(mark);
    let blank = " ".repeat(mark.len_utf8());
    is_whole.then(|| format!("{blank}{inner}{blank}"))
}
