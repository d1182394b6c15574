//! A value that a rule writes, and the claims that are held against it.

use super::truth::Truth;
use crate::{
    placing::{Position, Situation},
    table::{Placed, Table},
    value::{Content, Value},
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

/// Whether a value takes something from what it is compared with: a clock time the day, an amount of money the currency
/// that is given beside another.
fn borrows(value: &Value) -> bool {
    match &value.content {
        Content::Time(_) => true,
        Content::Amount(amount) => amount.currency.is_some(),
        Content::Date(_) | Content::Word(_) => false,
    }
}

/// Holds each claim against literals. `None` where a claim cannot be compared with them: it is indeterminate, or lies on
/// another axis, or is only possible.
///
/// The literals lie among the claims, so that a short name is the person they name in full. What borrows from what it is held
/// against lies beside each claim alone, as does what needs an anchor, which is that of the claim's own article.
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
    let is_unclear = placed.iter().any(|position| matches!(position, Position::Indeterminate(_)));
    if !is_unclear && !literals.iter().any(|literal| borrows(literal)) {
        let truths = claims.iter().zip(&positions);
        let truths = truths.map(|(claim, position)| test(position, &placed).filter(|_| claim.is_asserted())).collect();
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
            let truth = test(&position, &literals).filter(|_| claim.is_asserted());
            (position, truth)
        })
        .unzip()
}
