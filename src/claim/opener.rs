//! Words that open a sentence and may be names, and adjectives of lands, kept beside the words of an article: whether they are
//! asked for support, its story tells.

use super::{
    Every, KeptWords, Matter,
    extract::{Extraction, FoundClaim},
    quoted,
};
use crate::{
    kind::name,
    value::{Kind, Value},
};

impl Extraction<'_> {
    /// As claims about every name, where records keep words and a rule asks for names.
    pub(super) fn openers(&mut self) -> Vec<FoundClaim> {
        let (topics, text) = (self.open.topics, self.open.text);
        let kind = Kind::of(&name::ENTRY);
        let names = Matter::Every(Every::Kind(kind));
        let topic = topics.topics.iter().position(|compiled| compiled.topic.subject.matter == names);
        let Some(topic) = topic.filter(|_| topics.kept != KeptWords::OfClaims) else { return Vec::new() };
        let mut taken = vec![false; text.tokens().len()];
        for mention in self.open.mentions.iter().filter(|mention| !quoted::is_quoted(mention)) {
            taken.get_mut(mention.first..mention.end).unwrap_or_default().fill(true);
        }
        let is_taken = |token: usize| taken.get(token).copied().unwrap_or(false);
        let before = self.claims.found.len();
        let mut tokens = name::openers(text, &topics.lexicon, &is_taken);
        tokens.extend(name::peoples(text, &topics.lexicon, &is_taken));
        tokens.sort_unstable();
        tokens.dedup();
        for token in tokens {
            let written = text.written(token);
            self.claims.keep(&self.open, topic, Value::word(kind, written, written), (token, token + 1));
        }
        self.claims.taken_back(before)
    }
}
