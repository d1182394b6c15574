//! Whether a phrase asks for what is so, or itself for what may or would be: "`<count> jobs could go`".

use super::phrase::{Element, Phrase};
use crate::lexicon::{Lexicon, RelationClass};

/// What a phrase asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PhraseModality {
    /// What is so.
    Real,
    /// What may or would be: a clause that says no more says all that is asked.
    Unreal,
}

impl PhraseModality {
    /// That of a phrase, in any of its variants.
    pub(super) fn of(phrase: &Phrase, lexicon: &Lexicon) -> Self {
        if any_modal(&phrase.elements, lexicon) { Self::Unreal } else { Self::Real }
    }
}

fn any_modal(elements: &[Element], lexicon: &Lexicon) -> bool {
    let is_modal = |word: &str| {
        // "May" is a month.
        let is_low = word.starts_with(char::is_lowercase);
        is_low && lexicon.relations().class_of(word, lexicon.stems()).is(RelationClass::UNREAL)
    };
    elements.iter().any(|element| match element {
        Element::Word(word) => is_modal(&word.written),
        Element::Exact(word) => is_modal(word),
        Element::Choice(choices) => choices.iter().any(|choice| any_modal(choice, lexicon)),
        Element::Optional(inner) => any_modal(inner, lexicon),
        Element::Unit(_) | Element::Possessive | Element::Mark(_) | Element::Hole(_) | Element::Gap => false,
    })
}
