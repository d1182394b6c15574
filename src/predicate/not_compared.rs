//! The claims that a clause could not compare, in words: whoever reads of a pass hears of them.

use super::wording;
use crate::table::{Placed, Table};

/// "; Harbour Post gives €50m, which cannot be compared with it", "; `Thursday` in Harbour Post is unclear, because its
/// article has no date"; nothing where nothing is left out.
#[must_use]
pub fn not_compared(table: &Table<'_>, claims: &[&Placed<'_>]) -> String {
    let (placed, unclear): (Vec<&Placed<'_>>, Vec<&Placed<'_>>) = claims
        .iter()
        .copied()
        .filter(|claim| claim.is_asserted() && !claim.is_loose())
        .partition(|claim| claim.is_determinate());
    let mut said = String::new();
    if !placed.is_empty() {
        let who = wording::sources(table, placed.iter().map(|claim| claim.article));
        let given = wording::each_once(placed.iter().map(|claim| wording::shown(claim)));
        let given = wording::first_of(given, |more| format!("{more} more"));
        said.push_str(&format!(
            "; {who} give{} {}, which cannot be compared with it",
            who.s(),
            wording::listed(&given)
        ));
    }
    let unclear = unclear.into_iter().filter_map(|claim| wording::unclear(table, std::slice::from_ref(claim)));
    let told = wording::each_once(unclear);
    let told = wording::first_of(told, |more| format!("{more} more are unclear"));
    told.iter().for_each(|why| said.push_str(&format!("; {why}")));
    said
}
