//! Who says a sentence, what it denies, and its numerals that are no values, in both versions.

use super::{
    EditSort, VersionEdit,
    pair::{EditPlace, SentencePair},
    values::is_part_of,
    version::FoundWord,
};

/// What of this is otherwise.
pub fn edits(pair: &SentencePair<'_, '_>) -> Vec<VersionEdit> {
    numerals(pair).into_iter().chain(speakers(pair)).chain(negations(pair)).collect()
}

/// Scores, numbers of sections, houses and telephones.
fn numerals(pair: &SentencePair<'_, '_>) -> Option<VersionEdit> {
    let (old, new) = (pair.old.numerals(pair.matched.before), pair.new.numerals(pair.matched.after));
    let listed = |all: &[FoundWord]| all.iter().map(|one| one.written.as_str()).collect::<Vec<_>>().join(" ");
    if listed(&old) == listed(&new) {
        return None;
    }
    let message = format!("{} → {}", listed(&old), listed(&new));
    Some(pair.edit(EditSort::Value, message, [all_of(&old)?, all_of(&new)?]))
}

/// From the first to the last; nothing where there is none.
fn all_of(words: &[FoundWord]) -> Option<EditPlace> {
    Some(EditPlace::Tokens(words.first()?.tokens.start..words.last()?.tokens.end))
}

/// Who says what the sentence tells.
fn speakers(pair: &SentencePair<'_, '_>) -> Vec<VersionEdit> {
    let (mut old, mut new) = (pair.old.speakers(pair.matched.before), pair.new.speakers(pair.matched.after));
    take_same(&mut old, &mut new, |one, other| is_part_of(&one.written, &other.written));
    let mut edits = Vec::new();
    let mut new = new.into_iter();
    for one in old {
        let was = EditPlace::Tokens(one.tokens);
        let (message, is) = match new.next() {
            Some(other) => (format!("said by {} → {}", one.written, other.written), EditPlace::Tokens(other.tokens)),
            None => (format!("no longer said by {}", one.written), EditPlace::Sentence),
        };
        edits.push(pair.edit(EditSort::Speaker, message, [was, is]));
    }
    edits.extend(new.map(|one| {
        let places = [EditPlace::Sentence, EditPlace::Tokens(one.tokens)];
        pair.edit(EditSort::Speaker, format!("now said by {}", one.written), places)
    }));
    edits
}

/// Words that deny and came or went.
fn negations(pair: &SentencePair<'_, '_>) -> Vec<VersionEdit> {
    let mut old = pair.old.negations(pair.matched.before, pair.lexicon);
    let mut new = pair.new.negations(pair.matched.after, pair.lexicon);
    // "Did not" for "didn't" denies as much.
    if old.len() == new.len() {
        return Vec::new();
    }
    take_same(&mut old, &mut new, |one, other| one.written == other.written);
    let gone = old.into_iter().map(|one| {
        let places = [EditPlace::Tokens(one.tokens), EditPlace::Sentence];
        pair.edit(EditSort::Negation, format!("“{}” is gone", one.written), places)
    });
    let given = new.into_iter().map(|one| {
        let places = [EditPlace::Sentence, EditPlace::Tokens(one.tokens)];
        pair.edit(EditSort::Negation, format!("“{}” is new", one.written), places)
    });
    gone.chain(given).collect()
}

/// Takes out of both lists what stands in both, each once.
fn take_same(old: &mut Vec<FoundWord>, new: &mut Vec<FoundWord>, is_same: impl Fn(&FoundWord, &FoundWord) -> bool) {
    old.retain(|one| {
        let same = new.iter().position(|other| is_same(one, other));
        same.map(|at| new.remove(at)).is_none()
    });
}
