//! The values of a sentence in both versions: which became which, and what of it means something else.

use super::{
    EditSort, VersionEdit,
    pair::{EditPlace, SentencePair},
    pairs::Closeness,
    version::ReadVersion,
};
use crate::{
    fold,
    kind::{name, quotation},
    mention::Mention,
    placing::Position,
    value::{Content, Kind},
};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// So many values of the other version are held against one.
const MOST_HELD: usize = 32;

/// What a mention says, for looking it up in the other version: its kind and its words.
type SaidKey = (Kind, String);

/// What the sentences say that one version has alone: what is told there is neither lost nor news elsewhere.
pub struct SaidAlone(FxHashMap<SaidKey, usize>);

impl SaidAlone {
    /// What these sentences of a version say.
    pub fn new(version: &ReadVersion<'_>, sentences: &[usize]) -> Self {
        let mut said_there: FxHashMap<SaidKey, usize> = FxHashMap::default();
        for mention in sentences.iter().flat_map(|at| version.mentions_of(*at)) {
            *said_there.entry(said(mention)).or_default() += 1;
        }
        Self(said_there)
    }

    /// Whether one of them says it; each counts once.
    fn take(&mut self, mention: &Mention) -> bool {
        let left = self.0.get_mut(&said(mention)).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    }
}

fn said(mention: &Mention) -> SaidKey {
    (mention.value.kind, fold::one_line(words(mention)).to_lowercase())
}

fn words(mention: &Mention) -> &str {
    mention.value.chosen().unwrap_or(&mention.value.text)
}

/// What the values of a sentence are otherwise. `only_old` and `only_new` are what other sentences say in one version alone.
pub fn edits(pair: &SentencePair<'_, '_>, only_old: &mut SaidAlone, only_new: &mut SaidAlone) -> Vec<VersionEdit> {
    let [mut old, mut new] = pair.mentions();
    let same = take_pairs(&mut old, &mut new, |one, other| said(one) == said(other));
    let mut edits = exchanged(pair, &same);
    // The same in other words, with or without another hedge; then of each kind one for one in their order, where the sentence
    // is not written anew.
    let is_like = match pair.matched.closeness {
        Closeness::Close => is_of_kind,
        Closeness::Rewritten => is_of_thing,
    };
    let mut became = take_pairs(&mut old, &mut new, |one, other| means_the_same(pair, one, other));
    for is_pair in [has_same_figure, is_of_thing, is_like] {
        became.extend(take_pairs(&mut old, &mut new, is_pair));
    }
    edits.extend(became.into_iter().filter_map(|(one, other)| changed(pair, one, other)));
    let lost = old.into_iter().filter(|one| !only_new.take(one) && !stands(pair.new, one));
    edits.extend(lost.map(|one| {
        let message = format!("{} is gone", fold::one_line(&one.value.text));
        pair.edit_of(one.value.kind, sort_of(one), message, [EditPlace::of(one), EditPlace::Nowhere])
    }));
    let given = new.into_iter().filter(|one| !only_old.take(one) && !stands(pair.old, one));
    edits.extend(given.map(|one| {
        let message = format!("{} is new", fold::one_line(&one.value.text));
        pair.edit_of(one.value.kind, sort_of(one), message, [EditPlace::Nowhere, EditPlace::of(one)])
    }));
    edits
}

/// Takes out the pairs that fit, each once, in their order.
fn take_pairs<'v>(
    old: &mut Vec<&'v Mention>,
    new: &mut Vec<&'v Mention>,
    fits: impl Fn(&Mention, &Mention) -> bool,
) -> Vec<(&'v Mention, &'v Mention)> {
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

fn means_the_same(pair: &SentencePair<'_, '_>, one: &Mention, other: &Mention) -> bool {
    one.value.kind == other.value.kind
        && one.value.precision == other.value.precision
        && pair.positions(one, other).is_some_and(|(a, b)| a == b && !matches!(a, Position::Indeterminate(_)))
}

fn has_same_figure(one: &Mention, other: &Mention) -> bool {
    let (Content::Amount(a), Content::Amount(b)) = (&one.value.content, &other.value.content) else { return false };
    one.value.kind == other.value.kind
        && a.best.is_some()
        && (a.best, &a.unit, &a.currency) == (b.best, &b.unit, &b.currency)
}

/// Whether both are of one kind, and count nothing else.
fn is_of_kind(one: &Mention, other: &Mention) -> bool {
    let is_other = matches!((thing(one), thing(other)), (Some(one), Some(other)) if one != other);
    one.value.kind == other.value.kind && !is_other
}

/// Whether both count the same thing, and say so.
fn is_of_thing(one: &Mention, other: &Mention) -> bool {
    is_of_kind(one, other) && thing(one).is_some() && thing(one) == thing(other)
}

fn thing(mention: &Mention) -> Option<&str> {
    mention.value.content.amount().and_then(|amount| amount.of.as_deref())
}

fn sort_of(mention: &Mention) -> EditSort {
    match mention.value.kind {
        kind if kind == Kind::of(&name::ENTRY) => EditSort::Name,
        kind if kind == Kind::of(&quotation::ENTRY) => EditSort::Quotation,
        _ => EditSort::Value,
    }
}

/// What one mention that became another says otherwise.
fn changed(pair: &SentencePair<'_, '_>, one: &Mention, other: &Mention) -> Option<VersionEdit> {
    let sort = match sort_of(one) {
        // "Lang" for "Ada Lang" is no other name.
        EditSort::Name if is_part_of(words(one), words(other)) => return None,
        _ if means_the_same(pair, one, other) => return None,
        EditSort::Value if has_same_figure(one, other) && is_of_kind(one, other) => EditSort::Hedge,
        sort => sort,
    };
    let message = format!("{} → {}", fold::one_line(&one.value.text), fold::one_line(&other.value.text));
    Some(pair.edit_of(one.value.kind, sort, message, [EditPlace::of(one), EditPlace::of(other)]))
}

/// Whether all the words of one name are among those of the other.
pub fn is_part_of(one: &str, other: &str) -> bool {
    let words = |name: &str| fold::name(name).split(' ').map(str::to_string).collect::<BTreeSet<_>>();
    let (one, other) = (words(one), words(other));
    one.is_subset(&other) || other.is_subset(&one)
}

/// Whether a name stands anywhere in a version: then it is neither new nor gone.
fn stands(version: &ReadVersion<'_>, mention: &Mention) -> bool {
    sort_of(mention) == EditSort::Name
        && fold::each_word(words(mention)).last().is_some_and(|last| version.has_capital(last))
}

/// Values that stand in both versions, and have changed their places: "2 dead and 4 hurt" was "4 dead and 2 hurt". Where all that
/// the sentence has several of did, it is told in another order.
fn exchanged(pair: &SentencePair<'_, '_>, same: &[(&Mention, &Mention)]) -> Vec<VersionEdit> {
    let mut of_kind: BTreeMap<&str, Vec<(&Mention, &Mention)>> = BTreeMap::new();
    for both in same {
        of_kind.entry(both.0.value.kind.name()).or_default().push(*both);
    }
    of_kind.retain(|_, all| all.len() > 1);
    let several = of_kind.len();
    of_kind.retain(|_, all| !all.is_sorted_by_key(|(_, other)| other.first));
    if of_kind.len() == several && several > 1 {
        return Vec::new();
    }
    let told = of_kind.into_values().filter_map(|all| {
        let (old, mut new): (Vec<&Mention>, Vec<&Mention>) = all.into_iter().unzip();
        new.sort_by_key(|one| one.first);
        let message = format!("{} → {}", listed(&old), listed(&new));
        let kind = old.first()?.value.kind;
        Some(pair.edit_of(kind, EditSort::Value, message, [all_of(&old)?, all_of(&new)?]))
    });
    told.collect()
}

fn listed(mentions: &[&Mention]) -> String {
    mentions.iter().map(|one| fold::one_line(&one.value.text)).collect::<Vec<_>>().join(" … ")
}

/// From the first to the last.
fn all_of(mentions: &[&Mention]) -> Option<EditPlace> {
    Some(EditPlace::Tokens(mentions.first()?.first..mentions.last()?.end))
}
