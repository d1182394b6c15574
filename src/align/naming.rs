//! What a topic that nobody named is called: "people killed", "call duration".

use crate::{
    claim::{Tie, TieSort, TieWord},
    value::{Content, Value, ValueTie},
};
use std::{cmp::Reverse, collections::BTreeMap};

/// The name of what these ties and values are about.
pub(super) fn name(ties: &[&Tie], values: &[&Value]) -> String {
    let kind = values.first().map_or("", |value| value.kind.name());
    let Some(tie) = ties.first() else {
        return usual(values.iter().filter_map(|value| thing(value))).unwrap_or(kind.into());
    };
    let governor = word(ties.iter().map(|tie| &tie.governor)).unwrap_or_default();
    let thing = word(ties.iter().filter_map(|tie| tie.thing.as_ref()));
    let bare = governor.clone();
    let governor = match who(ties) {
        Some(who) if tie.sort != TieSort::Undergoer => format!("{who} {governor}"),
        Some(_) | None => governor,
    };
    match (&tie.sort, thing) {
        (TieSort::Undergoer, Some(thing)) if thing != governor => format!("{thing} {governor}"),
        (TieSort::Doer, Some(thing)) => format!("{thing} {}", bare),
        (TieSort::Undergoer | TieSort::Doer, _) => governor,
        (TieSort::Amount, Some(thing)) => format!("{governor} {thing}"),
        (TieSort::Amount | TieSort::When, _) => format!("{governor} {kind}"),
        (TieSort::Behind(_), _) if values.iter().any(|value| value.kind.facts().tie == ValueTie::Names) => {
            format!("{governor} place")
        }
        (TieSort::Behind(preposition), thing) => format!("{governor} {preposition} {}", thing.unwrap_or(kind.into())),
    }
}

/// Who or what takes part, where all say the same.
fn who(ties: &[&Tie]) -> Option<String> {
    let mut keys = ties.iter().map(|tie| tie.other.as_ref().map(|other| other.key.as_str()));
    let first = keys.next()??;
    keys.all(|key| key == Some(first)).then(|| word(ties.iter().filter_map(|tie| tie.other.as_ref())))?
}

fn thing(value: &Value) -> Option<&str> {
    match &value.content {
        Content::Amount(amount) => amount.of.as_deref(),
        Content::Word(words) => Some(words),
        Content::Date(_) | Content::Time(_) => None,
    }
}

fn word<'t>(words: impl Iterator<Item = &'t TieWord>) -> Option<String> {
    usual(words.map(|word| word.written.as_str()))
}

/// The form of a word that is written most often; of several the first in the alphabet.
fn usual<'t>(forms: impl Iterator<Item = &'t str>) -> Option<String> {
    let mut often: BTreeMap<String, usize> = BTreeMap::new();
    forms.for_each(|form| *often.entry(form.to_lowercase()).or_default() += 1);
    often.into_iter().min_by_key(|(form, number)| (Reverse(*number), form.clone())).map(|(form, _)| form)
}
