//! `attached as in "GROUP"`: a supported value is said of the same as where its sources have it.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    around::{AroundClause, AroundTest, PlaceAround, SaidLikeness, SaidTwice},
};
use crate::{
    claim::SaidAround,
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    lexicon::Lexicon,
};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["attached as in \"GROUP\""], production: Rule::attached, read };

/// A figure stands in its sources, beside another subject and another verb.
pub const SAID_OF_ANOTHER: &str = "said of another";

const TEST: AroundTest = AroundTest {
    likeness,
    reason: SAID_OF_ANOTHER,
    complaint: "is said of something else than",
    form: "attached as in",
    asks: "each one that is supported is said of the same subject or by the same verb as in one of the supporting articles",
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    AroundClause::read(&TEST, pair, reading)
}

/// So many words of its clause must stand around another number, where they stand around none of its own.
const FEWEST_SHARED: usize = 2;
/// The same, where nobody can tell what is said of which.
const FEWEST_SHARED_UNTOLD: usize = 3;

/// Unlike where neither subject nor verb stands anywhere near one of the same, nor theirs near the value, and no word is in both
/// clauses; or where neither stands
/// in their clauses, and the words around the value stand around another number.
fn likeness(said: &SaidTwice<'_>) -> SaidLikeness {
    let (own, lexicon) = (&said.own, said.lexicon);
    let apart = said.same.iter().all(|other| are_apart(own, other, lexicon));
    if apart || is_of_another(said) {
        return SaidLikeness::Unlike;
    }
    if own.said.subject.is_empty() && own.said.verb.is_none() { SaidLikeness::Untold } else { SaidLikeness::Alike }
}

/// Whether neither says who or what the other speaks of, anywhere near.
fn are_apart(own: &PlaceAround<'_>, other: &PlaceAround<'_>, lexicon: &Lexicon) -> bool {
    let tells = |one: &PlaceAround<'_>| !one.said.subject.is_empty() && one.said.verb.is_some();
    let shares = |one: &PlaceAround<'_>, other: &PlaceAround<'_>| shared(told(one), other.keys(), lexicon) > 0;
    let in_clause = || shared(own.said.of_clause(), other.said.of_clause(), lexicon);
    tells(own) && tells(other) && !shares(own, other) && !shares(other, own) && in_clause() == 0
}

/// Whether what is said of the value is said of another number.
fn is_of_another(said: &SaidTwice<'_>) -> bool {
    let (own, lexicon) = (&said.own, said.lexicon);
    let in_clause = |one: &PlaceAround<'_>| shared(own.said.of_clause(), one.said.of_clause(), lexicon);
    let of_same = said.same.iter().map(in_clause).max().unwrap_or_default();
    let named = |one: &PlaceAround<'_>| shared(told(own), one.said.of_clause(), lexicon) > 0;
    let names = |one: &PlaceAround<'_>| shared(told(one), own.said.of_clause(), lexicon) > 0;
    // Who a pronoun stands for, or what has no subject, is told nearby.
    let nearby = |one: &PlaceAround<'_>| one.said.subject.is_empty() && shared(told(own), one.keys(), lexicon) > 0;
    if said.same.iter().any(|one| named(one) || names(one) || nearby(one)) {
        return false;
    }
    let of_other = |one: &PlaceAround<'_>| {
        let shared = in_clause(one);
        let is_same = named(one) && shared >= FEWEST_SHARED && shared > of_same;
        is_same || of_same == 0 && shared >= FEWEST_SHARED_UNTOLD
    };
    said.others.iter().any(of_other)
}

/// The keys of subject and verb.
fn told<'t>(one: &PlaceAround<'t>) -> impl Iterator<Item = &'t str> + use<'t> {
    let said: &'t SaidAround = one.said;
    said.subject.iter().chain(&said.verb).map(String::as_str)
}

/// How many of some keys, or of those that say the same, are among others.
fn shared<'t>(keys: impl Iterator<Item = &'t str>, others: impl Iterator<Item = &'t str>, lexicon: &Lexicon) -> usize {
    let others: FxHashSet<&str> = others.collect();
    let stands = |key: &&str| {
        let same = lexicon.relations().exchangeable(key);
        others.contains(*key) || same.iter().any(|key| others.contains(key.as_str()))
    };
    keys.filter(stands).count()
}
