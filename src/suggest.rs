//! "Did you mean": the nearest of the words that could stand there.

use std::ops::Range;

/// How many names a message lists.
const MOST_LISTED: usize = 8;

/// Names for a message, the first few of them: "`a`, `b`, and 7 more".
#[must_use]
pub fn some<'n>(mut names: impl ExactSizeIterator<Item = &'n str>) -> String {
    let mut shown: Vec<String> = names.by_ref().take(MOST_LISTED).map(|name| format!("`{name}`")).collect();
    if names.len() > 0 {
        shown.push(format!("and {} more", names.len()));
    }
    shown.join(", ")
}

/// The candidate nearest to `word`, where one is near enough to be meant: ignoring case, with few letters changed, or
/// its beginning. Of several as near the first. Whoever asks often keeps a [`Vocabulary`].
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
    let allowed = allowed(letters)?;
    let distance = |candidate: &str| {
        let candidate = candidate.to_lowercase();
        if letters >= SHORTEST_BEGINNING && candidate != word && candidate.starts_with(&word) {
            Some(1)
        } else {
            let is_as_long = candidate.chars().count().abs_diff(letters) <= allowed;
            is_as_long.then(|| strsim::damerau_levenshtein(&word, &candidate))
        }
    };
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(candidate)?, candidate)))
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A longer word is no misspelt one.
const LONGEST: usize = 1000;

/// How many letters of a word may be wrong.
fn allowed(letters: usize) -> Option<usize> {
    (letters <= LONGEST).then_some(((letters + 2) / 4).max(1))
}

/// A word of so many letters or more that a candidate begins with is that candidate, cut short: as near as one letter.
const SHORTEST_BEGINNING: usize = 3;

/// Many candidates, in order of their letters, so that those near a word are found without a look at each.
///
/// ```
/// use crosscheck::rooms::suggest::Vocabulary;
/// let words = Vocabulary::new(["cited", "consistent"]);
/// assert_eq!(words.nearest("consistant"), Some(1));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Their letters without case, and the index of each; sorted, so that what begins alike stands together.
    sorted: Vec<(Vec<char>, usize)>,
    /// The least index of each stretch of `sorted`, as a tree of halves.
    firsts: Vec<usize>,
}

impl Vocabulary {
    /// Reads the candidates once.
    #[must_use]
    pub fn new<'a>(candidates: impl IntoIterator<Item = &'a str>) -> Self {
        let letters = candidates.into_iter().map(|word| word.to_lowercase().chars().collect());
        let mut sorted: Vec<(Vec<char>, usize)> = letters.zip(0..).collect();
        sorted.sort_unstable();
        let mut firsts = vec![usize::MAX; sorted.len()];
        firsts.extend(sorted.iter().map(|(_, index)| *index));
        for at in (1..sorted.len()).rev() {
            let least = firsts.get(2 * at).min(firsts.get(2 * at + 1)).copied();
            if let (Some(first), Some(least)) = (firsts.get_mut(at), least) {
                *first = least;
            }
        }
        Self { sorted, firsts }
    }

    /// The index of what [`nearest`] finds among them.
    #[must_use]
    pub fn nearest(&self, word: &str) -> Option<usize> {
        let word: Vec<char> = word.to_lowercase().chars().collect();
        (0..=allowed(word.len())?).find_map(|limit| self.within(&word, limit))
    }

    /// The first of those that are no farther away than the limit, where none is nearer.
    fn within(&self, word: &[char], limit: usize) -> Option<usize> {
        let mut search =
            VocabularySearch { words: self, word, limit, rows: vec![(0..=word.len()).collect()], found: None };
        search.walk();
        let begun = if limit == 1 && word.len() >= SHORTEST_BEGINNING { self.beginning_with(word) } else { None };
        search.found.into_iter().chain(begun).min()
    }

    /// The first that a word is the beginning of.
    fn beginning_with(&self, word: &[char]) -> Option<usize> {
        let start = self.sorted.partition_point(|(letters, _)| letters.as_slice() <= word);
        let rest = self.sorted.get(start..).unwrap_or_default();
        let end = start + rest.partition_point(|(letters, _)| letters.starts_with(word));
        self.first_of(start, end)
    }

    /// The least index in a stretch of the sorted words.
    fn first_of(&self, start: usize, end: usize) -> Option<usize> {
        let (mut from, mut to) = (start + self.sorted.len(), end + self.sorted.len());
        let mut least = None;
        let mut take = |at: usize| least = least.into_iter().chain(self.firsts.get(at).copied()).min();
        while from < to {
            if from % 2 == 1 {
                take(from);
                from += 1;
            }
            if to % 2 == 1 {
                to -= 1;
                take(to);
            }
            (from, to) = (from / 2, to / 2);
        }
        least
    }
}

/// One walk through words that begin alike, a letter at a time, which turns back where all is too far away.
struct VocabularySearch<'s> {
    words: &'s Vocabulary,
    word: &'s [char],
    limit: usize,
    /// How far each beginning of the word is from each beginning of the candidate that was walked so far.
    rows: Vec<Vec<usize>>,
    found: Option<usize>,
}

impl VocabularySearch<'_> {
    /// Walks through all words that may be near. A stretch holds words with so many letters in common.
    fn walk(&mut self) {
        let mut ahead = vec![(0, 0..self.words.sorted.len())];
        while let Some((depth, stretch)) = ahead.pop() {
            self.rows.truncate(depth.max(1));
            if depth == 0 || self.step(stretch.start, depth - 1) {
                self.branch(depth, stretch, &mut ahead);
            }
        }
    }

    /// Parts a stretch by its next letter.
    fn branch(&mut self, depth: usize, stretch: Range<usize>, ahead: &mut Vec<(usize, Range<usize>)>) {
        let words = self.words;
        let mut at = stretch.start;
        while let Some((letters, index)) = words.sorted.get(at).filter(|_| at < stretch.end) {
            let Some(letter) = letters.get(depth) else {
                self.ends(depth, *index);
                at += 1;
                continue;
            };
            let rest = words.sorted.get(at..stretch.end).unwrap_or_default();
            let next = at + rest.partition_point(|(other, _)| other.get(depth).is_some_and(|other| other <= letter));
            ahead.push((depth + 1, at..next));
            at = next;
        }
    }

    /// A candidate that ends here. One that has no letter right is not meant.
    fn ends(&mut self, length: usize, index: usize) {
        let distance = self.rows.last().and_then(|row| row.last()).copied();
        if distance.is_some_and(|distance| distance <= self.limit && distance < length) {
            self.found = self.found.into_iter().chain([index]).min();
        }
    }

    /// One more letter of a candidate; whether anything that begins so may be near.
    fn step(&mut self, at: usize, depth: usize) -> bool {
        let words = self.words;
        let Some((letters, letter)) = words.sorted.get(at).and_then(|(all, _)| Some((all, all.get(depth)?))) else {
            return false;
        };
        let mut row = Vec::with_capacity(self.word.len() + 1);
        row.push(depth + 1);
        let mut last_same = None;
        for (column, other) in self.word.iter().enumerate() {
            let above = self.at(depth, column + 1) + 1;
            let before = row.last().map_or(usize::MAX, |before| before + 1);
            let across = self.at(depth, column) + usize::from(other != letter);
            let swapped = last_same.and_then(|last: usize| self.swapped(letters, depth, last, column));
            row.push(above.min(before).min(across).min(swapped.unwrap_or(usize::MAX)));
            if other == letter {
                last_same = Some(column);
            }
        }
        let is_near = row.iter().any(|distance| *distance <= self.limit);
        self.rows.push(row);
        is_near
    }

    /// How far it is where two letters stand in the other order, with others between that are too many or lacking: the
    /// letter of the candidate at `depth` is that of the word at `last`, and that of the word at `column` stood before.
    fn swapped(&self, letters: &[char], depth: usize, last: usize, column: usize) -> Option<usize> {
        let wanted = self.word.get(column)?;
        // What lies farther back costs more than the limit.
        let oldest = depth.saturating_sub(self.limit);
        let row = (oldest..depth).rev().find(|row| letters.get(*row) == Some(wanted))?;
        Some(self.at(row, last) + (depth - row - 1) + 1 + (column - last - 1))
    }

    fn at(&self, row: usize, column: usize) -> usize {
        self.rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(usize::MAX / 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: [&str; 7] = ["id", "in", "count", "duration", "measure", "severity", "on no evidence"];

    #[test]
    fn only_what_is_near_is_meant() {
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
            let index = Vocabulary::new(WORDS).nearest(word);
            assert_eq!(index.map(|index| WORDS[index]), near, "{word}");
        }
    }

    #[test]
    fn of_many_the_first_is_meant() {
        let topics: Vec<String> = (0..500).map(|number| format!("topic {number}")).collect();
        let words = Vocabulary::new(topics.iter().map(String::as_str));
        for (word, near) in [
            ("topik 499", Some("topic 499")),
            ("Tpoic 37", Some("topic 37")),
            ("topi", Some("topic 0")),
            ("topic 49", Some("topic 49")),
            ("topic 4x", Some("topic 4")),
            ("tipoc 1234", Some("topic 123")),
            ("harbour", None),
        ] {
            assert_eq!(words.nearest(word).map(|index| topics[index].as_str()), near, "{word}");
        }
    }

    proptest! {
        /// The index finds what a look at each finds.
        #[test]
        fn an_index_changes_no_answer(
            words in prop::collection::vec("[abcAé]{0,7}", 0..20),
            word in "[abcAé]{0,9}",
            long in prop::collection::vec("(ab|ba|c){0,8}", 0..20),
        ) {
            let all = || words.iter().chain(&long).map(String::as_str);
            for asked in [word.as_str()].into_iter().chain(all()) {
                let found = Vocabulary::new(all()).nearest(asked).and_then(|index| all().nth(index));
                prop_assert_eq!(found, nearest(asked, all()), "{}", asked);
            }
        }
    }
}
