//! "Did you mean": the nearest of the words that could stand there.

/// The candidate nearest to `word`, where one is near enough to be meant: ignoring case, with few letters changed.
///
/// ```
/// assert_eq!(crosscheck::suggest::nearest("consistant", ["cited", "consistent"]), Some("consistent"));
/// assert_eq!(crosscheck::suggest::nearest("zebra", ["cited", "consistent"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let allowed = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
