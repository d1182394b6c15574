//! The variants of a phrase: one for each way through what it offers and what may be missing.

use crate::claim::phrase::{Element, PhraseWord};

/// A phrase with more variants is words in order.
const MOST_VARIANTS: usize = 64;

/// One thing that a variant has.
#[derive(Clone, Debug)]
pub(super) enum VariantPart<'p> {
    /// A word that is found by its key and its kin.
    Word(&'p PhraseWord),
    /// A word as written.
    Exact(&'p str),
    /// "'s".
    Possessive,
    /// A mark.
    Mark(char),
    /// The value.
    Hole,
}

/// Every variant; none where the phrase keeps its order ("..."), or has too many.
pub(super) fn variants(elements: &[Element]) -> Option<Vec<Vec<VariantPart<'_>>>> {
    let mut known = vec![Vec::new()];
    for element in elements {
        let ways: Vec<Vec<VariantPart<'_>>> = match element {
            Element::Word(word) | Element::Unit(word) => vec![vec![VariantPart::Word(word)]],
            Element::Exact(word) => vec![vec![VariantPart::Exact(word)]],
            Element::Possessive => vec![vec![VariantPart::Possessive]],
            Element::Mark(mark) => vec![vec![VariantPart::Mark(*mark)]],
            Element::Hole(_) => vec![vec![VariantPart::Hole]],
            Element::Gap => return None,
            Element::Choice(choices) => {
                let ways: Option<Vec<_>> = choices.iter().map(|choice| variants(choice)).collect();
                ways?.into_iter().flatten().collect()
            }
            Element::Optional(inner) => {
                let mut ways = variants(inner)?;
                ways.push(Vec::new());
                ways
            }
        };
        if known.len() * ways.len() > MOST_VARIANTS {
            return None;
        }
        known = known.iter().flat_map(|before| ways.iter().map(move |way| [before.as_slice(), way].concat())).collect();
    }
    Some(known)
}
