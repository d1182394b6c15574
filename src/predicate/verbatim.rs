//! `verbatim across sources`: the same quotation has the same words, whoever prints it.
//!
//! Quotations that one holds of the other, brackets, typography and marks of omission folded, lie at one place already
//! (`placing`). Two that do not, and share a run of words that is at least half of the shorter, are candidates for being one:
//! then every word counts.

use super::{ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    kind::quotation::Passage,
    placing::Position,
    table::{Placed, Subject, Table},
};
use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["verbatim across sources"], production: Rule::verbatim, read };

/// Two quotations are one only where they share so many words in a row.
const FEWEST_SHARED: usize = 5;
/// So many quotations that share a run are held against one.
const MOST_CANDIDATES: usize = 16;
/// A piece of a spliced quotation has so many words.
const FEWEST_SPLICED: usize = 4;
/// Longer quotations are not told apart word by word.
const MOST_COMPARED: usize = 400;
/// So many differences are said.
const MOST_SAID: usize = 3;

/// `verbatim across sources`
#[derive(Clone, Debug, PartialEq)]
pub struct Verbatim;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.quotations(pair)?;
    Ok(Arc::new(Verbatim))
}

impl fmt::Display for Verbatim {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("verbatim across sources")
    }
}

/// A quotation as its fullest source has it, and where it stands.
struct QuotedPassage<'t, 'a> {
    fullest: &'t Placed<'a>,
    told: Vec<&'t Placed<'a>>,
    passage: Passage,
}

impl Predicate for Verbatim {
    fn asks(&self) -> &'static str {
        "the same quotation has the same words in every source"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let passages = passages(table, claims);
        let shared = passages.iter().filter(|one| one.is_in_several(table)).count();
        let conflicts = conflicts(table, &passages);
        if shared == 0 && conflicts.is_empty() {
            if claims.is_empty() {
                return wording::nothing(table, subject, claims);
            }
            return Verdict::bare(Outcome::NoEvidence, "no two sources have the same quotation".to_string());
        }
        let mut failing: BTreeMap<usize, FailedItem> = conflicts.into_iter().collect();
        let mut items = Items::default();
        for (index, one) in passages.iter().enumerate() {
            let failed = failing.remove(&index);
            if failed.is_none() && !one.is_in_several(table) {
                continue;
            }
            let key = (one.fullest.article, one.fullest.claim.fingerprint);
            items = items.and(Items::of([(key, failed.map_or(ItemAnswer::Holds, ItemAnswer::Fails))]));
        }
        let held = match shared {
            1 => "the one quotation that several sources have has the same words in each".to_string(),
            number => format!("all {number} quotations that several sources have are the same in each"),
        };
        Verdict::of_items(items, held).in_sense(sense)
    }
}

impl QuotedPassage<'_, '_> {
    fn is_in_several(&self, table: &Table<'_>) -> bool {
        let first = self.told.first().map(|placed| table.source_of(placed.article));
        self.told.iter().any(|placed| Some(table.source_of(placed.article)) != first)
    }

    fn words(&self) -> Vec<&str> {
        self.passage.words().collect()
    }
}

/// The quotations of a story, those that are one together, in the order of their fullest.
fn passages<'t, 'a>(table: &Table<'_>, claims: &'t [Placed<'a>]) -> Vec<QuotedPassage<'t, 'a>> {
    let mut of_words: BTreeMap<&str, Vec<&Placed<'a>>> = BTreeMap::new();
    for placed in claims.iter().filter(|placed| placed.claim.damage.is_none()) {
        if let Position::Word(words) = &placed.position {
            of_words.entry(words).or_default().push(placed);
        }
    }
    let lexicon = table.placing.lexicon;
    let passage = |placed: &Placed<'_>| Passage::read(placed.claim.value.chosen().unwrap_or_default(), lexicon);
    let mut passages: Vec<QuotedPassage<'_, '_>> = of_words
        .into_values()
        .filter_map(|told| {
            let fullest = told
                .iter()
                .copied()
                .max_by_key(|placed| (placed.claim.value.text.len(), std::cmp::Reverse(placed.article)))?;
            Some(QuotedPassage { fullest, passage: passage(fullest), told })
        })
        .collect();
    passages.sort_by_key(|one| (one.fullest.article, one.fullest.claim.quote.start));
    passages
}

/// Where each few words in a row stand.
type SharedRuns<'p> = FxHashMap<&'p [&'p str], Vec<(usize, usize)>>;

fn runs<'p>(words: &'p [Vec<&'p str>], length: usize) -> SharedRuns<'p> {
    let mut runs: SharedRuns<'_> = FxHashMap::default();
    for (index, own) in words.iter().enumerate() {
        for (at, run) in own.windows(length).enumerate() {
            let known = runs.entry(run).or_default();
            if known.len() < MOST_CANDIDATES {
                known.push((index, at));
            }
        }
    }
    runs
}

/// The longest run of two lists that begins where they share some words.
fn common(one: &[&str], at: usize, other: &[&str], there: usize) -> usize {
    let one = one.get(at..).unwrap_or_default();
    let other = other.get(there..).unwrap_or_default();
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

/// The quotations that differ from another of which they are candidates for being the same, by their place in the list.
fn conflicts(table: &Table<'_>, passages: &[QuotedPassage<'_, '_>]) -> Vec<(usize, FailedItem)> {
    let words: Vec<Vec<&str>> = passages.iter().map(QuotedPassage::words).collect();
    let by_run = runs(&words, FEWEST_SHARED);
    let by_piece = runs(&words, FEWEST_SPLICED);
    let mut found = Vec::new();
    for (index, own) in words.iter().enumerate() {
        let mut longest: BTreeMap<usize, usize> = BTreeMap::new();
        let mut at = 0;
        while let Some(run) = own.get(at..at + FEWEST_SHARED) {
            let mut next = at + 1;
            for (other, there) in by_run.get(run).into_iter().flatten().filter(|(other, _)| *other < index) {
                let theirs = words.get(*other).map_or(&[][..], Vec::as_slice);
                let length = common(own, at, theirs, *there);
                let known = longest.entry(*other).or_default();
                *known = (*known).max(length);
                next = next.max(at + length.saturating_sub(FEWEST_SHARED) + 1);
            }
            at = next;
        }
        let is_candidate = |(other, length): &(usize, usize)| {
            let shorter = words.get(*other).map_or(0, Vec::len).min(own.len());
            length * 2 >= shorter
        };
        let nearest =
            longest.into_iter().filter(is_candidate).max_by_key(|(other, length)| (*length, std::cmp::Reverse(*other)));
        let (Some((other, _)), Some(passage)) = (nearest, passages.get(index)) else { continue };
        let Some(theirs) = passages.get(other) else { continue };
        let is_spliced = spliced(own, index, &words, &by_piece);
        if same_source(table, passage, theirs) && !is_spliced {
            continue;
        }
        // Who is with fewer sources is shown as the one that differs.
        let (failing, one, against) = match (passage.told.len(), theirs.told.len()) {
            (own, other_told) if own > other_told => (other, theirs, passage),
            _ => (index, passage, theirs),
        };
        let difference = if is_spliced {
            "its words stand in two quotations, and never together".to_string()
        } else {
            difference(&against.words(), &one.words())
        };
        found.push((failing, differing(table, one, against, &difference)));
    }
    found
}

fn same_source(table: &Table<'_>, one: &QuotedPassage<'_, '_>, other: &QuotedPassage<'_, '_>) -> bool {
    let sources = |passage: &QuotedPassage<'_, '_>| -> Vec<usize> {
        passage.told.iter().map(|placed| table.source_of(placed.article)).collect()
    };
    let (a, b) = (sources(one), sources(other));
    a.iter().chain(&b).all(|source| Some(source) == a.first())
}

/// Whether a quotation is made of pieces that others have, and of nothing else.
fn spliced(own: &[&str], index: usize, words: &[Vec<&str>], by_piece: &SharedRuns<'_>) -> bool {
    let (mut at, mut from) = (0, BTreeSet::new());
    while at < own.len() {
        let piece = own.get(at..at + FEWEST_SPLICED).and_then(|run| by_piece.get(run));
        let reach = |(other, there): &(usize, usize)| {
            (words.get(*other).map_or(0, |theirs| common(own, at, theirs, *there)), *other)
        };
        let longest = piece.into_iter().flatten().filter(|(other, _)| *other != index).map(reach).max();
        let Some((longest, other)) = longest.filter(|(longest, _)| *longest >= FEWEST_SPLICED) else { return false };
        from.insert(other);
        at += longest;
    }
    from.len() > 1
}

/// "`not` is left out", "`25` stands for `52`".
fn difference(theirs: &[&str], own: &[&str]) -> String {
    if theirs.len() > MOST_COMPARED || own.len() > MOST_COMPARED {
        return "the words differ".to_string();
    }
    let said = |words: &[&str], at: usize, length: usize| words.get(at..at + length).unwrap_or_default().join(" ");
    let ops = capture_diff_slices(Algorithm::Myers, theirs, own);
    let last = ops.len().saturating_sub(1);
    // What one quotes before or behind the other is no difference, where they differ elsewhere.
    let is_overhang = |&(at, op): &(usize, &DiffOp)| {
        (at == 0 || at == last) && matches!(op, DiffOp::Insert { .. } | DiffOp::Delete { .. })
    };
    let differing = ops.iter().enumerate().filter(|(_, op)| !matches!(op, DiffOp::Equal { .. }));
    let (overhangs, inside): (Vec<_>, Vec<_>) = differing.partition(is_overhang);
    let shown = if inside.is_empty() { overhangs } else { inside };
    let parts = shown.iter().take(MOST_SAID).map(|(_, op)| match **op {
        DiffOp::Delete { old_index, old_len, .. } => format!("`{}` is left out", said(theirs, old_index, old_len)),
        DiffOp::Insert { new_index, new_len, .. } => format!("`{}` is added", said(own, new_index, new_len)),
        DiffOp::Replace { old_index, old_len, new_index, new_len } => {
            format!("`{}` stands for `{}`", said(own, new_index, new_len), said(theirs, old_index, old_len))
        }
        DiffOp::Equal { .. } => String::new(),
    });
    wording::listed(&parts.collect::<Vec<_>>())
}

/// "Harbour Post quotes `we did agree`, Upland Wire `we did not agree`: `not` is left out"
fn differing(
    table: &Table<'_>,
    one: &QuotedPassage<'_, '_>,
    other: &QuotedPassage<'_, '_>,
    difference: &str,
) -> FailedItem {
    let source = |passage: &QuotedPassage<'_, '_>| table.source_name(table.source_of(passage.fullest.article));
    let text = |passage: &QuotedPassage<'_, '_>| passage.fullest.claim.value.text.to_string();
    let message = format!("{} quotes {}, {} has {}: {difference}", source(one), text(one), source(other), text(other));
    let evidence = vec![table.evidence(one.fullest, Role::Violates), table.evidence(other.fullest, Role::Opposes)];
    FailedItem { evidence, reasons: vec!["other words"], message }
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn says_what_differs() {
        for (theirs, own, said) in [
            ("we did not agree to it", "we did agree to it", "`not` is left out"),
            ("25 people died in the mine", "52 people died in the mine", "`52` stands for `25`"),
            (
                "the people died in the mine",
                "many people died in a mine",
                "`many` stands for `the` and `a` stands for `the`",
            ),
            // Neither what one quotes before it nor what the other quotes behind it.
            ("at last we did not agree to it", "we did agree to it today", "`not` is left out"),
            ("at last we did not agree to it", "we did not agree to it", "`at last` is left out"),
        ] {
            let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
            assert_eq!(difference(&words(theirs), &words(own)), said, "{theirs} / {own}");
        }
    }
}
