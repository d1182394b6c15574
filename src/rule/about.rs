//! What a topic says of itself: why it is there, and sentences in which it finds something or nothing.

use crate::yaml::{Fields, FileReading, Node};

/// The keys of `examples` of a topic.
pub(super) const EXAMPLES: &[&str] = &["finds", "finds nothing"];

/// Why a topic is there, and its examples.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicAbout {
    /// The topic.
    pub topic: String,
    /// Why it is there, or what it counts.
    pub why: Option<String>,
    /// Texts, and what must be found in each of them.
    pub examples: Vec<TopicExample>,
}

/// A text, and what a topic must find in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicExample {
    /// The text of an article.
    pub text: String,
    /// The words of each claim, in order; none where nothing must be found.
    pub found: Vec<String>,
}

impl TopicExample {
    /// A text in which angle brackets stand around what must be found, where the hole of a phrase is: "<Nine> people died."
    #[must_use]
    pub fn marked(written: &str) -> Self {
        let mut pieces = written.split('<');
        let mut example = Self { text: pieces.next().unwrap_or_default().to_string(), found: Vec::new() };
        for piece in pieces {
            let (found, rest) = piece.split_once('>').unwrap_or((piece, ""));
            example.found.push(found.to_string());
            example.text.extend([found, rest]);
        }
        example
    }
}

/// Reads `why:` and `examples:` of a topic.
pub(super) fn about<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, name: &str) -> TopicAbout {
    let why = fields.get("why").filter(|_| !fields.is_cut("why")).and_then(|node| reading.text(node, "`why`"));
    let why = why.map(|why| why.value.trim().to_string());
    let examples = fields.get("examples").map(|node| examples(reading, node)).unwrap_or_default();
    TopicAbout { topic: name.to_string(), why, examples }
}

fn examples<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<TopicExample> {
    let help = "write `examples:` and below it `  finds: [\"<Nine> people died.\"]`";
    let Some(mapping) = reading.mapping(node, "`examples`", help) else { return Vec::new() };
    let fields = reading.fields(mapping, "`examples` of a topic", EXAMPLES);
    let mut texts = |key| fields.get(key).map(|node| reading.texts(node, "an example")).unwrap_or_default();
    let (finds, nothing) = (texts("finds"), texts("finds nothing"));
    let plain = |text: &str| TopicExample { text: text.to_string(), found: Vec::new() };
    let found = finds.into_iter().map(|text| TopicExample::marked(text.value.trim()));
    found.chain(nothing.into_iter().map(|text| plain(text.value.trim()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_around_what_is_found() {
        for (written, text, found) in [
            ("<Nine> people died.", "Nine people died.", &["Nine"][..]),
            ("Nobody came.", "Nobody came.", &[]),
            ("<9> died and <no one> fled", "9 died and no one fled", &["9", "no one"]),
            ("<9 died", "9 died", &["9 died"]),
        ] {
            let example = TopicExample::marked(written);
            assert_eq!(
                (example.text.as_str(), example.found),
                (text, found.iter().map(|word| (*word).into()).collect())
            );
        }
    }
}
