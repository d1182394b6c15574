//! A value that a rule writes, and the claims that are held against it.

use super::truth::Truth;
use crate::{
    placing::{Position, Situation},
    table::{Placed, Table},
    value::Value,
};
use std::fmt;

/// A value that a rule writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// Its words, blanks folded.
    pub words: String,
    /// What they mean.
    pub value: Value,
    /// Where that lies by itself, without an anchor.
    pub position: Position,
}

impl fmt::Display for Literal {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lower = self.words.to_lowercase();
        if [" and ", " or ", " unless "].iter().any(|word| lower.contains(word)) {
            return super::wording::write_quoted(to, &self.words);
        }
        to.write_str(&self.words)
    }
}

/// Holds each claim against literals. `None` where a claim cannot be compared with them: it is indeterminate, or lies on
/// another axis.
///
/// The literals lie among the claims, so that a clock time borrows its day; one that needs an anchor takes that of each
/// claim's own article.
pub fn against(
    table: &Table<'_>,
    claims: &[Placed<'_>],
    literals: &[&Value],
    test: impl Fn(&Position, &[Position]) -> Option<Truth>,
) -> (Vec<Position>, Vec<Option<Truth>>) {
    let unknown = Situation::default();
    let situation = |placed: &Placed<'_>| table.situation(placed.article);
    let situations: Vec<Situation> = claims.iter().map(situation).collect();
    let mut values: Vec<(&Value, &Situation)> =
        claims.iter().zip(&situations).map(|(placed, situation)| (&placed.claim.value, situation)).collect();
    values.extend(literals.iter().map(|literal| (*literal, &unknown)));
    let mut positions = table.placing.across(&values);
    let placed = positions.split_off(claims.len().min(positions.len()));
    let fixed = !placed.iter().any(|position| matches!(position, Position::Indeterminate(_)));
    if fixed {
        let truths = positions.iter().map(|position| test(position, &placed)).collect();
        return (positions, truths);
    }
    claims
        .iter()
        .zip(&situations)
        .map(|(claim, situation)| {
            let mut values = vec![(&claim.claim.value, situation)];
            values.extend(literals.iter().map(|literal| (*literal, situation)));
            let mut own = table.placing.across(&values);
            let literals = own.split_off(1);
            let position = own.pop().unwrap_or_else(|| claim.position.clone());
            let truth = test(&position, &literals);
            (position, truth)
        })
        .unzip()
}
