//! How words are written: with a capital, in capitals, or in small letters.

/// The words with a capital where those they stand for have one.
#[must_use]
pub fn recased(words: &str, like: &str) -> String {
    let letters = || like.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return words.to_uppercase();
    }
    let is_capital = like.chars().next().is_some_and(char::is_uppercase);
    let mut rest = words.chars();
    match rest.next().filter(|_| is_capital) {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => words.to_string(),
    }
}

/// The words with a capital at their beginning where others have one there.
#[must_use]
pub fn recased_at_first(words: &str, like: &str) -> String {
    let first: String = like.chars().take(1).collect();
    recased(words, &first)
}
