//! Names and quotations in place: they may contain other values, and are looked for only when they are asked for.

use super::Mention;
use crate::{
    kind::{
        name::{self, Spellings},
        quotation,
    },
    lexicon::Lexicon,
    span::Span,
    text::{Damage, Part, Text, quotations},
    value::{Kind, Value},
};

/// A quotation mark without its partner, in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamagedQuotation {
    /// The mark.
    pub span: Span,
    /// The paragraph it stands in, counted from 0: marks of one paragraph are one damaged place.
    pub paragraph: usize,
    /// What is wrong with it.
    pub damage: Damage,
}

/// The values of some kinds of a text, in order: one that contains others stands before them. Names are spelled as the
/// project spells them.
///
/// ```
/// use crosscheck::rooms::{kind::name::Spellings, lexicon::Lexicon, mention, text::Text};
/// let text = Text::plain("\"It took 50 minutes,\" said Miabek Lang.", Lexicon::english());
/// let found = mention::mentions_of(&text, Lexicon::english(), &Spellings::default(), &|_| true);
/// let kinds: Vec<&str> = found.iter().map(|mention| mention.value.kind.name()).collect();
/// assert_eq!(kinds, ["quotation", "duration", "name"]);
/// ```
#[must_use]
pub fn mentions_of(
    text: &Text,
    lexicon: &Lexicon,
    spellings: &Spellings,
    wanted: &dyn Fn(Kind) -> bool,
) -> Vec<Mention> {
    let mut found = super::mentions(text, lexicon);
    let mut wide = Vec::new();
    if wanted(Kind::of(&name::ENTRY)) {
        let mut taken = vec![false; text.tokens().len()];
        for mention in &found {
            taken.get_mut(mention.first..mention.end).unwrap_or_default().fill(true);
        }
        let names = name::names(text, lexicon, spellings, &|token| taken.get(token).copied().unwrap_or(false));
        wide.extend(names.iter().map(|name| place(text, name.first, name.end, name.value(text))));
    }
    if wanted(Kind::of(&quotation::ENTRY)) {
        let marks = quotations(text, lexicon);
        wide.extend(marks.found.iter().map(|found| place(text, found.first, found.end, quotation::value(text, found))));
    }
    found.retain(|mention| wanted(mention.value.kind));
    if !wide.is_empty() {
        found.extend(wide);
        found.sort_by_key(|mention| (mention.first, std::cmp::Reverse(mention.end)));
    }
    found
}

/// The quotation marks of a text that have no partner, in order.
///
/// ```
/// use crosscheck::rooms::{lexicon::Lexicon, mention, text::Text};
/// let text = Text::plain("Lang \"backed the plan, he said.", Lexicon::english());
/// assert_eq!(mention::damaged_quotations(&text, Lexicon::english()).len(), 1);
/// ```
#[must_use]
pub fn damaged_quotations(text: &Text, lexicon: &Lexicon) -> Vec<DamagedQuotation> {
    let of = |mark: &crate::text::DamagedMark| DamagedQuotation {
        span: text.token(mark.token).span,
        paragraph: mark.paragraph,
        damage: mark.damage,
    };
    quotations(text, lexicon).damaged.iter().map(of).collect()
}

fn place(text: &Text, first: usize, end: usize, value: Value) -> Mention {
    let sentences = text.sentences();
    let sentence = sentences.partition_point(|sentence| sentence.end <= first);
    let part = sentences.get(sentence).map_or(Part::Body, |sentence| sentence.part);
    let sentence = u32::try_from(sentence).unwrap_or(u32::MAX);
    Mention { span: text.span_of(first, end), first, end, sentence, part, value }
}
