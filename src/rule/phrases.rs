//! Lists of phrases, each read by the phrase parser; what YAML's commas and colons did to them is said first.

use crate::{
    claim::phrase::{Phrase, PhraseWords, Use, without_escapes},
    diagnostic::code,
    fold,
    span::Span,
    yaml::{FileReading, List, Node, NodeShape, Scalar, WrittenStyle},
};

/// A longer phrase was not written by hand.
const LONGEST_PHRASE: usize = 4000;

/// Reads one phrase or a list of them; `what` names one for messages: "a phrase".
pub(super) fn phrases<'d>(
    reading: &mut FileReading<'d>,
    node: &'d Node,
    used_as: Use,
    words: PhraseWords<'_>,
    what: &str,
) -> Vec<Phrase> {
    let scalars = match &node.shape {
        NodeShape::List(list) if list.is_flow => uncut(reading, list, used_as, what),
        NodeShape::List(_) | NodeShape::Scalar(_) | NodeShape::Mapping(_) => reading.texts(node, what),
    };
    scalars.into_iter().filter_map(|scalar| phrase(reading, scalar, used_as, words)).collect()
}

fn phrase(reading: &mut FileReading<'_>, scalar: &Scalar, used_as: Use, words: PhraseWords<'_>) -> Option<Phrase> {
    let is_cut = reading.number_sign(scalar);
    if scalar.value.len() > LONGEST_PHRASE {
        let message = format!("the phrase is longer than {LONGEST_PHRASE} bytes");
        let help = "write what an article would say in a few words";
        reading.mistake(code::TOO_LONG, reading.document.first_line(scalar.span), message, help);
        return None;
    }
    match Phrase::parse(scalar.value.trim_end(), used_as, words) {
        Ok(phrase) => Some(phrase),
        Err(_) if is_cut => {
            // What is wrong with the rest comes from what the comment took away.
            if let Some(comment) = reading.mistakes.last_mut() {
                comment.level = crate::diagnostic::Level::Error;
            }
            None
        }
        Err(mistakes) => {
            mistakes.into_iter().for_each(|mistake| reading.in_text(scalar, mistake));
            None
        }
    }
}

/// The items of `[a, b]` that are phrases by themselves; those that a comma cut are reported, each run once.
fn uncut<'d>(reading: &mut FileReading<'d>, list: &'d List, used_as: Use, what: &str) -> Vec<&'d Scalar> {
    let texts: Vec<&'d Scalar> = list.items.iter().filter_map(|item| reading.text(item, what)).collect();
    let mut whole: Vec<&'d Scalar> = Vec::new();
    let mut pieces: Vec<&'d Scalar> = Vec::new();
    // Where no item has a hole, none was cut off from one.
    let wants_hole = needs_hole(used_as) && texts.iter().any(|text| has_hole(&text.value));
    for text in texts {
        pieces.push(text);
        let span = pieces.first().map_or(text.span, |first| first.span.cover(text.span));
        let words = span.of(&reading.document.text);
        let is_whole = is_closed(words) && (!wants_hole || has_hole(words));
        if is_whole || text.style != WrittenStyle::Plain {
            take(reading, &mut pieces, &mut whole);
        }
    }
    if wants_hole && pieces.iter().all(|piece| !has_hole(&piece.value)) {
        // What is left over at the end belongs to the phrase before it.
        if !pieces.is_empty() {
            pieces.splice(0..0, whole.pop());
        }
    }
    take(reading, &mut pieces, &mut whole);
    whole
}

/// Ends a run of items: one is a phrase, several are one that commas cut.
fn take<'d>(reading: &mut FileReading<'d>, pieces: &mut Vec<&'d Scalar>, whole: &mut Vec<&'d Scalar>) {
    match pieces.as_slice() {
        [] => {}
        [only] => whole.push(only),
        [first, .., last] => {
            let span: Span = first.span.cover(last.span);
            let text = fold::one_line(span.of(&reading.document.text));
            let help = format!("write a phrase with a comma in a list with one `- ` a line:\n- {text}");
            reading.mistake(code::COMMA_IN_FLOW, span, "inside `[ ]` YAML cuts a phrase at its commas", help);
        }
    }
    pieces.clear();
}

/// Whether no bracket is left open.
fn is_closed(text: &str) -> bool {
    let signs = without_escapes(text);
    signs.matches('(').count() <= signs.matches(')').count()
}

fn has_hole(text: &str) -> bool {
    without_escapes(text).contains('<')
}

fn needs_hole(used_as: Use) -> bool {
    match used_as {
        Use::Topic(kind) => kind.has_hole(),
        Use::Veto(_) => false,
    }
}
