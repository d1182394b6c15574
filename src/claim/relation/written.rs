//! A variant of a phrase as a writer would put it, with a stand-in for its hole.

use super::variants::VariantPart;
use crate::{text::Text, value::Kind};
use std::ops::Range;

/// A variant as a writer would put it.
pub(super) struct WrittenVariant {
    pub text: String,
    /// The bytes of the stand-in.
    hole: Range<usize>,
    /// Where words begin that are found only as written.
    pub exact: Vec<usize>,
}

impl WrittenVariant {
    /// Writes a variant; none where it has a mark that no sentence is read with, or no hole where its kind has one.
    pub fn of(variant: &[VariantPart<'_>], kind: Kind) -> Option<Self> {
        let stand_in = stand_in(variant, kind);
        let mut written = Self { text: String::new(), hole: 0..0, exact: Vec::new() };
        for part in variant {
            let word = match part {
                VariantPart::Word(word) => word.written.as_str(),
                VariantPart::Exact(word) => word,
                VariantPart::Hole => stand_in,
                VariantPart::Possessive => {
                    written.text.push_str("'s");
                    continue;
                }
                VariantPart::Mark(',') => {
                    written.text.push(',');
                    continue;
                }
                VariantPart::Mark(_) => return None,
            };
            if !written.text.is_empty() {
                written.text.push(' ');
            }
            let start = written.text.len();
            written.text.push_str(word);
            match part {
                VariantPart::Hole => written.hole = start..written.text.len(),
                VariantPart::Exact(_) => written.exact.push(start),
                VariantPart::Word(_) | VariantPart::Possessive | VariantPart::Mark(_) => {}
            }
        }
        (!written.hole.is_empty() || kind.is_choice()).then_some(written)
    }

    /// The tokens of the stand-in, once the text is read.
    pub fn tokens_of_hole(&self, text: &Text<'_>) -> Range<usize> {
        if self.hole.is_empty() {
            return 0..0;
        }
        let stands_in = |at: &usize| {
            let span = text.token(*at).span.range();
            span.start >= self.hole.start && span.end <= self.hole.end
        };
        let first = (0..text.tokens().len()).find(stands_in).unwrap_or(0);
        first..(first..text.tokens().len()).take_while(stands_in).last().map_or(first, |last| last + 1)
    }
}

/// What stands for the hole: a form of its own right before a noun.
fn stand_in(variant: &[VariantPart<'_>], kind: Kind) -> &'static str {
    let hole = variant.iter().position(|part| matches!(part, VariantPart::Hole));
    let next = hole.and_then(|hole| variant.get(hole + 1));
    match (next, kind.facts().stand_in_before) {
        (None | Some(VariantPart::Possessive | VariantPart::Mark(_) | VariantPart::Hole), _) | (_, "") => {
            kind.facts().stand_in
        }
        (Some(VariantPart::Word(_) | VariantPart::Exact(_)), before) => before,
    }
}
