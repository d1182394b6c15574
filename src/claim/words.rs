//! The words of an article as a record holds them, where a rule asks whether it supports something.

use super::Claim;
use crate::text::{Part, Sentence, Text};
use serde::{Deserialize, Serialize};

/// What stands in an article beside its claims: a name may be supported where capitals tell nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordedWords {
    /// Its sentences, in order.
    pub sentences: Vec<RecordedSentence>,
    /// Words that open a sentence and may be names, and adjectives of lands, as claims about every name: the article alone
    /// cannot tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openers: Vec<Claim>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedSentence {
    /// The part of the article it stands in.
    pub part: Part,
    /// Its words, numbers and marks (those around quotations too) as they are written, without those of Markdown, and with one
    /// blank where any stand between two.
    pub words: Box<str>,
    /// The keys of those that say something, where a rule asks how values are said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
}

/// Those of a text, in order, with the keys of their words where these were read.
pub(super) fn sentences(text: &Text, keys: Vec<Vec<String>>) -> Vec<RecordedSentence> {
    let keys = keys.into_iter().map(Some).chain(std::iter::repeat(None));
    let read = |(sentence, keys): (&Sentence, Option<Vec<String>>)| RecordedSentence {
        part: sentence.part,
        words: written(text, sentence).into(),
        keys: keys.unwrap_or_default(),
    };
    text.sentences().iter().zip(keys).map(read).collect()
}

fn written(text: &Text, sentence: &Sentence) -> String {
    let words = text.words(sentence.first, sentence.end);
    let mut written = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !written.is_empty() {
            written.push(' ');
        }
        written.push_str(word);
    }
    written
}
