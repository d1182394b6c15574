//! Values as they are listed: a clock time and the day that stands beside it are one.

use super::{Mention, mentions_of};
use crate::{
    kind::{date, name::Spellings, time},
    lexicon::Lexicon,
    span::Span,
    text::Text,
    value::{Content, Kind},
};
use std::sync::Arc;

/// The values of some kinds of a text, in order, as a reader without rules lists them: "6 p.m. Friday" is one time. The claims of an
/// article have both, since a date may be what a topic asks for.
///
/// ```
/// use crosscheck::rooms::{lexicon::Lexicon, mention, text::Text};
/// let text = Text::plain("It starts at 6 p.m. on Friday.", Lexicon::english());
/// let found = mention::listed(&text, Lexicon::english(), &|_| true);
/// assert_eq!(found.len(), 1);
/// assert_eq!(&*found[0].value.text, "6 p.m. on Friday");
/// ```
#[must_use]
pub fn listed(text: &Text, lexicon: &Lexicon, wanted: &dyn Fn(Kind) -> bool) -> Vec<Mention> {
    let (dates, times) = (Kind::of(&date::ENTRY), Kind::of(&time::ENTRY));
    if !wanted(times) {
        return mentions_of(text, lexicon, &Spellings::default(), wanted);
    }
    let mut found = mentions_of(text, lexicon, &Spellings::default(), &|kind| kind == dates || wanted(kind));
    // The last of the times and dates: other kinds may stand around them.
    let mut last: Option<usize> = None;
    for next in 0..found.len() {
        let Some((before, [mention, ..])) = found.split_at_mut_checked(next) else { break };
        if last.and_then(|last| before.get_mut(last)).is_some_and(|last| join(text, last, mention)) {
            // What stands nowhere is dropped below.
            mention.span = Span::default();
        } else if matches!(mention.value.content, Content::Date(_) | Content::Time(_)) {
            last = Some(next);
        }
    }
    found.retain(|mention| !mention.span.is_empty() && wanted(mention.value.kind));
    found
}

/// Makes one of a clock time and a day that touch, or that "on" joins; whether they do.
fn join(text: &Text, last: &mut Mention, next: &Mention) -> bool {
    let day = match (&last.value.content, &next.value.content) {
        (Content::Time(_), Content::Date(day)) | (Content::Date(day), Content::Time(_)) => day,
        _ => return false,
    };
    let is_on = || next.first == last.end + 1 && text.slice(last.end, next.first).eq_ignore_ascii_case("on");
    let behind = matches!(last.value.content, Content::Time(_));
    if last.sentence != next.sentence || !day.is_day() || next.first != last.end && !(behind && is_on()) {
        return false;
    }
    let day = Arc::clone(day);
    if !behind {
        last.value = next.value.clone();
    }
    if let Content::Time(time) = &mut last.value.content {
        Arc::make_mut(time).day = Some(day);
    }
    last.end = next.end;
    last.span = text.span_of(last.first, last.end);
    last.value.text = text.words(last.first, last.end).into();
    true
}
