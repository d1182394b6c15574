//! What two versions of a sentence claim, held against each other.

use super::{EditSort, VersionEdit, pairs::Matched, version::ReadVersion};
use crate::{
    attribution::{Attribution, SpeakerSort},
    fold,
    kind::{name, quotation},
    lexicon::Lexicon,
    mention::Mention,
    placing::Position,
    value::{Content, Kind},
};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The edits of two versions.
#[derive(Default)]
pub struct ToldEdits {
    /// In the order of the new version.
    pub edits: Vec<VersionEdit>,
    /// How many sentences say the same in other words.
    pub reworded: usize,
}

/// A mention of one version that has no partner yet, with its sentence.
#[derive(Clone, Copy)]
struct LooseMention<'v> {
    mention: &'v Mention,
    sentence: usize,
}

/// What a mention says, for looking it up in the other version: its kind and its words.
type SaidKey = (Kind, String);

fn said(mention: &Mention) -> SaidKey {
    let words = mention.value.chosen().unwrap_or(&mention.value.text);
    (mention.value.kind, words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}

/// Both versions, and what of them is looked up.
struct ToldSentences<'v, 'a> {
    old: &'v ReadVersion<'a>,
    new: &'v ReadVersion<'a>,
    lexicon: &'v Lexicon,
    /// What sentences of one version alone say: what is told there is no news, and what was told there is not lost.
    elsewhere: [FxHashMap<SaidKey, usize>; 2],
}

/// Tells the edits.
pub fn told(old: &ReadVersion<'_>, new: &ReadVersion<'_>, matched: &Matched, lexicon: &Lexicon) -> ToldEdits {
    let alone = |version: &ReadVersion<'_>, sentences: &[usize]| {
        let mut said_there: FxHashMap<SaidKey, usize> = FxHashMap::default();
        for mention in
            sentences.iter().flat_map(|at| version.mentions.get(version.mentions_of(*at)).unwrap_or_default())
        {
            *said_there.entry(said(mention)).or_default() += 1;
        }
        said_there
    };
    let mut told =
        ToldSentences { old, new, lexicon, elsewhere: [alone(old, &matched.gone), alone(new, &matched.new)] };
    // By where they stand in the new version; what is gone, behind what stood before it in the old one.
    let place: BTreeMap<usize, usize> = matched.changed.iter().copied().collect();
    let mut by_place: BTreeMap<(usize, usize), Vec<VersionEdit>> = BTreeMap::new();
    let mut reworded = 0;
    for (before, after) in &matched.changed {
        let closeness = if matched.close.contains(after) { Closeness::Close } else { Closeness::Rewritten };
        let mut edits = told.sentence(*before, *after, closeness);
        if edits.is_empty() {
            reworded += 1;
            edits.extend(told.wording(*before, *after));
        }
        by_place.entry((*after, 0)).or_default().extend(edits);
    }
    for at in &matched.new {
        let edit = whole(EditSort::SentenceNew, new, *at);
        by_place.entry((*at, 0)).or_default().extend(edit);
    }
    for at in &matched.gone {
        let stood = place.range(..*at).next_back().map_or(*at, |(_, after)| *after);
        by_place.entry((stood, 1 + *at)).or_default().extend(whole(EditSort::SentenceGone, old, *at));
    }
    ToldEdits { edits: by_place.into_values().flatten().collect(), reworded }
}

/// A sentence that one version has alone.
fn whole(sort: EditSort, version: &ReadVersion<'_>, at: usize) -> Option<VersionEdit> {
    let words = version.words(at, None)?;
    if !words.sentence.chars().any(char::is_alphanumeric) {
        return None;
    }
    let message = words.sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let (before, after) = if sort == EditSort::SentenceGone { (Some(words), None) } else { (None, Some(words)) };
    Some(VersionEdit { sort, message, kind: None, before, after })
}

impl<'v> ToldSentences<'v, '_> {
    /// What two versions of a sentence say otherwise.
    fn sentence(&mut self, before: usize, after: usize, closeness: Closeness) -> Vec<VersionEdit> {
        let mut edits = self.values(before, after, closeness);
        edits.extend(self.numerals(before, after));
        edits.extend(self.speakers(before, after));
        edits.extend(self.negations(before, after));
        edits
    }

    /// The sentence in other words, of which nothing else is told.
    fn wording(&self, before: usize, after: usize) -> Option<VersionEdit> {
        let (old, new) = (self.old.words(before, None)?, self.new.words(after, None)?);
        let message = "nothing that is read in it changed".to_string();
        Some(VersionEdit { sort: EditSort::Wording, message, kind: None, before: Some(old), after: Some(new) })
    }

    /// Numerals that are no values: scores, numbers of sections, houses and telephones.
    fn numerals(&self, before: usize, after: usize) -> Vec<VersionEdit> {
        let (old, new) = (self.old.numerals(before), self.new.numerals(after));
        let bare = |all: &[(String, usize)]| all.iter().map(|(written, _)| written.clone()).collect::<Vec<_>>();
        if bare(&old) == bare(&new) || old.is_empty() || new.is_empty() {
            return Vec::new();
        }
        let edit = VersionEdit {
            sort: EditSort::Value,
            message: format!("{} → {}", bare(&old).join(" "), bare(&new).join(" ")),
            kind: None,
            before: self.old.words(before, ends(&old)),
            after: self.new.words(after, ends(&new)),
        };
        vec![edit]
    }

    fn values(&mut self, before: usize, after: usize, closeness: Closeness) -> Vec<VersionEdit> {
        let loose = |version: &'v ReadVersion<'_>, sentence: usize| -> Vec<LooseMention<'v>> {
            let mentions = version.mentions.get(version.mentions_of(sentence)).unwrap_or_default();
            mentions.iter().map(|mention| LooseMention { mention, sentence }).collect()
        };
        let (mut old, mut new) = (loose(self.old, before), loose(self.new, after));
        let same = take_pairs(&mut old, &mut new, |one, other| said(one.mention) == said(other.mention));
        let mut edits = self.exchanged(&same);
        // The same in other words, with or without another hedge; then, of each kind, one for one in their order.
        let is_like = match closeness {
            Closeness::Close => Self::is_of_kind,
            Closeness::Rewritten => Self::is_of_thing,
        };
        for is_pair in [Self::means_the_same, Self::has_same_figure, Self::is_of_thing, is_like] {
            for (one, other) in take_pairs(&mut old, &mut new, |one, other| is_pair(self, one, other)) {
                edits.extend(self.changed(one, other));
            }
        }
        let (lost, given) = (old, new);
        edits.extend(lost.into_iter().filter_map(|one| self.alone(one, 1)));
        edits.extend(given.into_iter().filter_map(|one| self.alone(one, 0)));
        edits
    }

    fn means_the_same(&self, one: &LooseMention<'_>, other: &LooseMention<'_>) -> bool {
        one.mention.value.kind == other.mention.value.kind
            && one.mention.value.precision == other.mention.value.precision
            && self.places(one, other).is_some_and(|(a, b)| a == b && !matches!(a, Position::Indeterminate(_)))
    }

    fn has_same_figure(&self, one: &LooseMention<'_>, other: &LooseMention<'_>) -> bool {
        let (one, other) = (&one.mention.value, &other.mention.value);
        match (&one.content, &other.content) {
            (Content::Amount(a), Content::Amount(b)) => {
                one.kind == other.kind
                    && a.best.is_some()
                    && a.best == b.best
                    && (&a.unit, &a.currency) == (&b.unit, &b.currency)
            }
            _ => false,
        }
    }

    fn is_of_kind(&self, one: &LooseMention<'_>, other: &LooseMention<'_>) -> bool {
        one.mention.value.kind == other.mention.value.kind && same_thing(one, other)
    }

    /// Whether both count the same thing, and say so.
    fn is_of_thing(&self, one: &LooseMention<'_>, other: &LooseMention<'_>) -> bool {
        self.is_of_kind(one, other) && thing(one).is_some() && thing(one) == thing(other)
    }

    /// Values that stand in both versions, and have changed their places: "2 dead and 4 hurt" was "4 dead and 2 hurt". Where
    /// all that the sentence has several of did, it is told in another order.
    fn exchanged(&self, same: &[(LooseMention<'_>, LooseMention<'_>)]) -> Vec<VersionEdit> {
        let mut of_kind: BTreeMap<&'static str, Vec<&(LooseMention<'_>, LooseMention<'_>)>> = BTreeMap::new();
        for pair in same {
            of_kind.entry(pair.0.mention.value.kind.name()).or_default().push(pair);
        }
        of_kind.retain(|_, pairs| pairs.len() > 1);
        let is_moved = |pairs: &Vec<&(LooseMention<'_>, LooseMention<'_>)>| {
            pairs.windows(2).any(|two| matches!(two, [(_, a), (_, b)] if a.mention.first > b.mention.first))
        };
        if of_kind.values().filter(|pairs| is_moved(pairs)).count() == of_kind.len() && of_kind.len() > 1 {
            return Vec::new();
        }
        let told = of_kind.into_iter().filter(|(_, pairs)| is_moved(pairs)).filter_map(|(kind, pairs)| {
            let (first, last) = (pairs.first()?, pairs.last()?);
            let mut new: Vec<&LooseMention<'_>> = pairs.iter().map(|(_, other)| other).collect();
            new.sort_by_key(|one| one.mention.first);
            let words = |all: &[&LooseMention<'_>]| {
                all.iter().map(|one| shown(&one.mention.value.text)).collect::<Vec<_>>().join(" … ")
            };
            let old: Vec<&LooseMention<'_>> = pairs.iter().map(|(one, _)| one).collect();
            Some(VersionEdit {
                sort: EditSort::Value,
                message: format!("{} → {}", words(&old), words(&new)),
                kind: Some(kind),
                before: self.old.words(first.0.sentence, Some(first.0.mention.first..last.0.mention.end)),
                after: self.new.words(first.1.sentence, Some(new.first()?.mention.first..new.last()?.mention.end)),
            })
        });
        told.collect()
    }

    fn places(&self, one: &LooseMention<'_>, other: &LooseMention<'_>) -> Option<(Position, Position)> {
        Some((self.old.position(one.mention, self.lexicon)?, self.new.position(other.mention, self.lexicon)?))
    }

    /// What one mention that became another says otherwise.
    fn changed(&self, one: LooseMention<'_>, other: LooseMention<'_>) -> Option<VersionEdit> {
        if self.means_the_same(&one, &other) {
            return None;
        }
        let kind = one.mention.value.kind;
        let sort = match kind {
            kind if kind == Kind::of(&name::ENTRY) => {
                // "Lang" for "Ada Lang" is no other name.
                let (one, other) = (name_words(one.mention), name_words(other.mention));
                if one.is_subset(&other) || other.is_subset(&one) {
                    return None;
                }
                EditSort::Name
            }
            kind if kind == Kind::of(&quotation::ENTRY) => EditSort::Quotation,
            _ if self.has_same_figure(&one, &other) && same_thing(&one, &other) => EditSort::Hedge,
            _ => EditSort::Value,
        };
        let message = format!("{} → {}", shown(&one.mention.value.text), shown(&other.mention.value.text));
        Some(VersionEdit {
            sort,
            message,
            kind: Some(kind.name()),
            before: self.old.words(one.sentence, Some(one.mention.first..one.mention.end)),
            after: self.new.words(other.sentence, Some(other.mention.first..other.mention.end)),
        })
    }

    /// A mention that only one version of its sentence has, unless the other version says it in a sentence of its own: side 0 is
    /// the old version, where the other says it.
    fn alone(&mut self, loose: LooseMention<'_>, other_side: usize) -> Option<VersionEdit> {
        let there = self.elsewhere.get_mut(other_side).and_then(|known| known.get_mut(&said(loose.mention)));
        if let Some(number) = there.filter(|number| **number > 0) {
            *number -= 1;
            return None;
        }
        let kind = loose.mention.value.kind;
        let sort = match kind {
            // A name that stands anywhere in the other version is neither new nor gone.
            kind if kind == Kind::of(&name::ENTRY) => {
                let there = if other_side == 1 { self.new } else { self.old };
                let words = fold::each_word(loose.mention.value.chosen().unwrap_or(&loose.mention.value.text));
                if words.last().is_some_and(|last| there.has_capital(last)) {
                    return None;
                }
                EditSort::Name
            }
            kind if kind == Kind::of(&quotation::ENTRY) => EditSort::Quotation,
            _ => EditSort::Value,
        };
        let words = shown(&loose.mention.value.text);
        let tokens = Some(loose.mention.first..loose.mention.end);
        let edit = |message, before, after| Some(VersionEdit { sort, message, kind: Some(kind.name()), before, after });
        if other_side == 1 {
            edit(format!("{words} is gone"), self.old.words(loose.sentence, tokens), None)
        } else {
            edit(format!("{words} is new"), None, self.new.words(loose.sentence, tokens))
        }
    }

    /// Who says what a sentence tells.
    fn speakers(&self, before: usize, after: usize) -> Vec<VersionEdit> {
        let of = |version: &ReadVersion<'_>, sentence: usize| -> Vec<(String, std::ops::Range<usize>)> {
            // Who speaks inside what another says, and a pronoun that nobody is known for, tell nothing new.
            let is_told = |one: &&Attribution| {
                !one.is_inferred && one.within.is_none() && one.speaker.sort != SpeakerSort::Unknown
            };
            let told = version.speech_of(sentence).filter(is_told);
            told.map(|one| (version.speaker(one), one.speaker.words.clone())).collect()
        };
        let (mut old, mut new) = (of(self.old, before), of(self.new, after));
        old.retain(|(speaker, _)| {
            let same = new.iter().position(|(other, _)| is_same_speaker(speaker, other));
            same.map(|at| new.remove(at)).is_none()
        });
        let edit =
            |message: String, one: Option<std::ops::Range<usize>>, other: Option<std::ops::Range<usize>>| VersionEdit {
                sort: EditSort::Speaker,
                message,
                kind: None,
                before: self.old.words(before, one),
                after: self.new.words(after, other),
            };
        let mut edits = Vec::new();
        let mut new = new.into_iter();
        for (speaker, words) in old {
            edits.push(match new.next() {
                Some((other, place)) => edit(format!("said by {speaker} → {other}"), Some(words), Some(place)),
                None => edit(format!("no longer said by {speaker}"), Some(words), None),
            });
        }
        edits.extend(new.map(|(speaker, words)| edit(format!("now said by {speaker}"), None, Some(words))));
        edits
    }

    /// Words that deny and came or went.
    fn negations(&self, before: usize, after: usize) -> Vec<VersionEdit> {
        let (mut old, mut new) = (self.old.negations(before, self.lexicon), self.new.negations(after, self.lexicon));
        let count = |all: &[(String, usize)]| all.len();
        if count(&old) == count(&new) {
            return Vec::new();
        }
        old.retain(|(word, _)| {
            let same = new.iter().position(|(other, _)| other == word);
            same.map(|at| new.remove(at)).is_none()
        });
        let lost = old.into_iter().map(|(word, token)| VersionEdit {
            sort: EditSort::Negation,
            message: format!("“{word}” is gone"),
            kind: None,
            before: self.old.words(before, Some(token..token + 1)),
            after: self.new.words(after, None),
        });
        let lost: Vec<VersionEdit> = lost.collect();
        let given = new.into_iter().map(|(word, token)| VersionEdit {
            sort: EditSort::Negation,
            message: format!("“{word}” is new"),
            kind: None,
            before: self.old.words(before, None),
            after: self.new.words(after, Some(token..token + 1)),
        });
        lost.into_iter().chain(given).collect()
    }
}

/// How much two versions of a sentence have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Closeness {
    /// So much that a value in the place of another is the other, changed.
    Close,
    /// It was written anew.
    Rewritten,
}

/// The words of a name, folded.
fn name_words(mention: &Mention) -> BTreeSet<String> {
    fold::each_word(mention.value.chosen().unwrap_or(&mention.value.text)).into_iter().collect()
}

/// "Lang" and "Ada Lang"; "the insurer" and "Insurer".
fn is_same_speaker(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let text = text.strip_prefix("the ").or_else(|| text.strip_prefix("The ")).unwrap_or(text);
        fold::each_word(text).into_iter().collect()
    };
    let (one, other) = (words(one), words(other));
    one.is_subset(&other) || other.is_subset(&one)
}

/// The tokens from the first to the last of some.
fn ends(all: &[(String, usize)]) -> Option<std::ops::Range<usize>> {
    Some(all.first()?.1..all.last()?.1 + 1)
}

/// Takes out the pairs that fit, each once, in their order.
fn take_pairs<'v>(
    old: &mut Vec<LooseMention<'v>>,
    new: &mut Vec<LooseMention<'v>>,
    fits: impl Fn(&LooseMention<'v>, &LooseMention<'v>) -> bool,
) -> Vec<(LooseMention<'v>, LooseMention<'v>)> {
    let mut pairs = Vec::new();
    old.retain(|one| match new.iter().take(MOST_HELD).position(|other| fits(one, other)) {
        Some(at) => {
            pairs.push((*one, new.remove(at)));
            false
        }
        None => true,
    });
    pairs
}

/// So many values of the other version are held against one.
const MOST_HELD: usize = 32;

/// Whether two amounts count the same thing, or do not say what.
fn same_thing(one: &LooseMention<'_>, other: &LooseMention<'_>) -> bool {
    match (thing(one), thing(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

fn thing<'v>(loose: &LooseMention<'v>) -> Option<&'v str> {
    loose.mention.value.content.amount().and_then(|amount| amount.of.as_deref())
}

fn shown(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
