//! What two versions of a sentence claim, held against each other.

use super::{
    EditSort, VersionEdit,
    pair::SentencePair,
    pairs::Matched,
    said,
    values::{self, SaidAlone},
    version::ReadVersion,
};
use crate::{fold, lexicon::Lexicon};
use std::collections::BTreeMap;

/// Tells the edits, in the order of the new version.
pub fn told(old: &ReadVersion<'_>, new: &ReadVersion<'_>, matched: &Matched, lexicon: &Lexicon) -> Vec<VersionEdit> {
    let (mut only_old, mut only_new) = (SaidAlone::new(old, &matched.gone), SaidAlone::new(new, &matched.new));
    // By where they stand in the new version; what is gone, behind what stood before it in the old one.
    let place: BTreeMap<usize, usize> = matched.changed.iter().map(|pair| (pair.before, pair.after)).collect();
    let mut by_place: BTreeMap<(usize, usize), Vec<VersionEdit>> = BTreeMap::new();
    for &matched in &matched.changed {
        let pair = SentencePair { old, new, matched, lexicon };
        let mut edits = values::edits(&pair, &mut only_old, &mut only_new);
        edits.extend(said::edits(&pair));
        if edits.is_empty() {
            edits.push(pair.edit(EditSort::Wording, "nothing that is read in it changed".to_string(), pair.whole()));
        }
        by_place.entry((matched.after, 0)).or_default().extend(edits);
    }
    for at in &matched.new {
        by_place.entry((*at, 0)).or_default().extend(alone(EditSort::SentenceNew, new, *at));
    }
    for at in &matched.gone {
        let stood = place.range(..*at).next_back().map_or(*at, |(_, after)| *after);
        by_place.entry((stood, 1 + *at)).or_default().extend(alone(EditSort::SentenceGone, old, *at));
    }
    by_place.into_values().flatten().collect()
}

/// A sentence that one version has alone.
fn alone(sort: EditSort, version: &ReadVersion<'_>, at: usize) -> Option<VersionEdit> {
    let words = version.words(at, None).filter(|words| words.sentence.chars().any(char::is_alphanumeric))?;
    let message = fold::one_line(&words.sentence);
    let (before, after) = if sort == EditSort::SentenceGone { (Some(words), None) } else { (None, Some(words)) };
    Some(VersionEdit { sort, message, kind: None, before, after })
}
