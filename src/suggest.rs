//! "Did you mean": the nearest of the words that could stand there.

/// The candidate nearest to `word`, where one is near enough to be meant: ignoring case, with few letters changed, or
/// its beginning.
///
/// ```
/// use crosscheck::rooms::suggest::nearest;
/// assert_eq!(nearest("consistant", ["cited", "consistent"]), Some("consistent"));
/// assert_eq!(nearest("warn", ["error", "warning"]), Some("warning"));
/// assert_eq!(nearest("zebra", ["cited", "consistent"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let letters = word.chars().count();
    let allowed = ((letters + 2) / 4).max(1);
    let distance = |candidate: &str| {
        let candidate = candidate.to_lowercase();
        // A word of three letters or more that a candidate begins with is that candidate, cut short.
        if letters >= 3 && candidate != word && candidate.starts_with(&word) {
            1
        } else {
            strsim::damerau_levenshtein(&word, &candidate)
        }
    };
    candidates
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_meant() {
        const WORDS: [&str; 7] = ["id", "in", "count", "duration", "measure", "severity", "on no evidence"];
        for (word, near) in [
            ("sevrity", Some("severity")),
            ("Counts", Some("count")),
            ("on no evidense", Some("on no evidence")),
            ("on no", Some("on no evidence")),
            ("x", None),
            ("", None),
            ("se", None),
            ("paint", None),
            ("quotation", None),
            ("call date", None),
        ] {
            assert_eq!(nearest(word, WORDS), near, "{word}");
        }
    }
}
