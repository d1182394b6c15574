//! `directed as in "GROUP"`: a supported value does not stand beside the opposite of what its sources say.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    around::{AroundClause, AroundTest, SaidLikeness, SaidTwice},
};
use crate::{
    claim::SaidAround,
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    lexicon::{Lexicon, OppositeSide, OppositeWay},
};
use std::{collections::BTreeMap, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["directed as in \"GROUP\""], production: Rule::directed, read };

/// Its sources say the opposite beside it.
pub const OPPOSITE: &str = "opposite";

const TEST: AroundTest = AroundTest {
    likeness,
    reason: OPPOSITE,
    complaint: "goes the other way than",
    form: "directed as in",
    asks: "no supported one stands beside the opposite (rose, fell) of what all the supporting articles say beside it",
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    AroundClause::read(&TEST, pair, reading)
}

/// The ways of each pair of opposites that a clause says; both, where it says both.
type Ways = BTreeMap<usize, (bool, bool)>;

fn ways(said: &SaidAround, lexicon: &Lexicon) -> Ways {
    let mut ways = Ways::new();
    for OppositeSide { pair, way } in said.of_clause().flat_map(|key| lexicon.relations().sides(key)) {
        let known = ways.entry(*pair).or_default();
        match way {
            OppositeWay::One => known.0 = true,
            OppositeWay::Other => known.1 = true,
        }
    }
    ways
}

fn likeness(said: &SaidTwice<'_>) -> SaidLikeness {
    let plain = |one: &SaidAround| !one.denied && !one.supposed;
    if !plain(said.own.said) || !said.same.iter().all(|other| plain(other.said)) {
        return SaidLikeness::Untold;
    }
    let own = ways(said.own.said, said.lexicon);
    let others: Vec<Ways> = said.same.iter().map(|other| ways(other.said, said.lexicon)).collect();
    let turned = |(one, other): &(bool, bool)| one != other;
    let mut told = SaidLikeness::Untold;
    for (pair, own) in own.iter().filter(|(_, own)| turned(own)) {
        let theirs: Vec<(bool, bool)> = others.iter().map(|ways| ways.get(pair).copied().unwrap_or_default()).collect();
        if theirs.iter().all(|theirs| turned(theirs) && theirs != own) {
            return SaidLikeness::Unlike;
        }
        if theirs.contains(own) {
            told = SaidLikeness::Alike;
        }
    }
    told
}
