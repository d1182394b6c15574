//! `quotation`: the words between two marks, as they stand.

mod passage;

pub use passage::Passage;

use super::KindEntry;
use crate::{
    lexicon::Class,
    text::{self, Quotation, Text},
    value::{Content, Facts, Kind, Likeness, Phrasing, Precision, Value},
};

/// The shelf's entry. It reads no figures: quotations are found in a whole text, see [`crate::text::quotations`].
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "quotation",
        one: "a quotation",
        also: &["quote", "citation", "statement"],
        example: "\"severe consequences\"",
        wide: true,
        phrasing: Phrasing::Inside,
        likeness: Likeness::Passage,
        key: Some("words"),
        ..Facts::PLAIN
    },
    begins: Class::NONE,
    read: super::nothing,
};

/// The value of a quotation: its text has the marks, its words do not.
#[must_use]
pub fn value(text: &Text, quotation: &Quotation) -> Value {
    Value {
        kind: Kind::of(&ENTRY),
        text: text.words(quotation.first, quotation.end).into(),
        hedge: None,
        precision: Precision::Exact,
        content: Content::Word(words(text, quotation).into()),
    }
}

/// What stands between the marks, entities as what they stand for; paragraphs are parted by one line feed, the marks that they repeat are left out.
fn words(text: &Text, quotation: &Quotation) -> String {
    let close = quotation.end.saturating_sub(1);
    let starts = std::iter::once(quotation.first).chain(quotation.repeated.iter().copied());
    let ends = quotation.repeated.iter().copied().chain(std::iter::once(close));
    let pieces = starts.zip(ends).map(|(start, end)| {
        let (start, end) = (text.token(start).span.range().end, text.token(end).span.range().start);
        text.source().get(start..end).unwrap_or_default().trim()
    });
    let words = pieces.collect::<Vec<_>>().join("\n");
    if words.contains('&') { text::decoded(&words) } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lexicon::Lexicon, text::quotations};

    #[test]
    fn words_are_kept_as_they_stand() {
        for (source, expected) in [
            ("\"We agreed,\" she said.", "We agreed,"),
            ("He wrote ‘a [second] “way”’ on it.", "a [second] “way”"),
            ("It is  'a  range' of topics.", "a  range"),
            ("&ldquo;It&#8217;s na&iuml;ve,&rdquo; she said.", "It’s naïve,"),
        ] {
            let text = Text::plain(source, Lexicon::english());
            let found = quotations(&text, Lexicon::english()).found;
            assert_eq!(words(&text, &found[0]), expected, "{source}");
        }
    }
}
