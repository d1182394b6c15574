//! The table: phrases matched to topics, `extract(article, topics) -> ArticleClaims`.

mod about_names;
mod about_reading;
mod anchors;
mod apart;
mod boilerplate;
mod choices;
mod compiled;
mod construction;
mod context;
mod every;
mod extract;
mod filler;
mod fingerprint;
mod found_choice;
mod inspect;
mod line;
mod matching;
mod modality;
mod near;
mod nearly;
mod negation;
mod obstacle;
mod open;
mod opener;
mod origin_keys;
mod orphan;
mod owner;
pub mod phrase;
mod program;
mod quote;
mod quoted;
mod record_version;
mod relation;
mod said_around;
mod said_by;
pub mod sample;
mod scene;
mod section;
mod sentence_words;
mod status;
pub mod stem;
mod subject;
#[cfg(test)]
mod tests;
mod tie;
mod tied;
pub mod topic;
mod words;

pub use apart::{ContextClaim, ContextReason};
pub use choices::Choices;
pub use compiled::{KeptSpeech, KeptWords, Topics};
pub use construction::Construction;
pub use every::WORDS_OF_A_SENTENCE;
pub use extract::extract;
pub use fingerprint::Fingerprint;
pub use inspect::{FoundWords, Inspection, Missed, inspect};
pub use near::{
    AroundValue, AroundWord, KnownStanding, KnownValue, KnownValues, NearBy, NearValue, Nearness, SoughtTopic,
    SoughtTopics, WordWeight, is_telling, near, own_words, tells,
};
pub use obstacle::Obstacle;
pub use origin_keys::OriginKeys;
pub use phrase::Phrase;
pub use record_version::RecordVersion;
pub use said_around::{Acts, SaidAround};
pub use said_by::{ClaimSpeaker, SaidBy};
pub use section::Section;
pub use status::ClaimStatus;
pub use subject::{Every, Matter, SubjectId};
pub use tie::{Tie, TieSort, TieStanding, TieWord, WordsBetween};
pub use tied::{TiedArticle, tied};
pub use topic::Topic;
pub use words::{RecordedSentence, RecordedWords};

use crate::{
    article::{Allowance, EntryMoment, Metadata},
    diagnostic::Diagnostic,
    fold,
    placing::Situation,
    span::Span,
    text::{Damage, Part},
    value::Value,
};
use serde::{Deserialize, Serialize};
use std::{ops::Range, sync::Arc};

/// What one article claims: everything that judging needs, without the text.
///
/// It serialises, and needs no other article and no rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleClaims {
    /// The version of this shape.
    #[serde(default = "RecordVersion::unsaid")]
    pub version: RecordVersion,
    /// The story it belongs to.
    pub story: String,
    /// The file, relative to the configuration's folder.
    pub article: String,
    /// What is known of the article: source, agency, day of publication and where that comes from.
    pub metadata: Metadata,
    /// What its relative values resolve against.
    pub situation: Situation,
    /// Its claims, in the order of the text, then of the topics.
    pub claims: Vec<Claim>,
    /// What its topics find and that decides nothing, in the same order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<ContextClaim>,
    /// The words of its text, where a rule of its story asks whether they support something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<RecordedWords>,
    /// What is said around its values, in the order of the text, where a rule of its story asks how they are said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub around: Vec<SaidAround>,
    /// What shows where its text comes from, where a rule of its story asks that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Box<OriginKeys>>,
    /// The rules whose findings in it are accepted there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowances: Vec<Allowance>,
    /// What was wrong with the input: undecodable bytes, another language than it says.
    pub diagnostics: Vec<Diagnostic>,
}

impl ArticleClaims {
    /// The article with nothing that it says.
    #[must_use]
    pub fn without_claims(&self) -> Self {
        Self {
            story: self.story.clone(),
            article: self.article.clone(),
            metadata: self.metadata.clone(),
            situation: self.situation.clone(),
            origin: self.origin.clone(),
            ..Self::default()
        }
    }
}

/// A topic's value as one article gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// What it is about.
    #[serde(flatten)]
    pub subject: SubjectId,
    /// The value, symbolic where it needs an anchor.
    pub value: Value,
    /// The part of the article it stands in.
    pub part: Part,
    /// The words and their place.
    pub quote: Arc<Quote>,
    /// The time of the entry of a live page or a chronicle that it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryMoment>,
    /// What is wrong with the quotation mark that its words stand at, which has no value of its own, or with the sentence that it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub damage: Option<Damage>,
    /// Whether it is said to be so, or only to be possible; what is denied or supposed is context.
    #[serde(default)]
    pub status: ClaimStatus,
    /// Whose words it is in, where a rule of its story asks that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<SaidBy>,
    /// Made of topic, source, folded exact words and value: no path, offset or line.
    pub fingerprint: Fingerprint,
}

impl Claim {
    /// Its words without the marks that a format has between them: those of the value, where they are the same words.
    #[must_use]
    pub fn words(&self) -> &str {
        let is_same = fold::letters_alone(&self.quote.exact).eq(fold::letters_alone(&self.value.text));
        if is_same { &self.value.text } else { &self.quote.exact }
    }
}

/// Exact words, what stands around them in their sentence, and their place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// First byte of the exact words. Where the article says it nowhere in its text (its source, its day of publication),
    /// this and all that follow are 0 or empty.
    pub start: u32,
    /// One past their last byte.
    pub end: u32,
    /// Line of their first character, from 1.
    pub line: u32,
    /// Its column, from 1, in characters.
    pub column: u32,
    /// Line of `end`.
    pub end_line: u32,
    /// Its column: one past their last character.
    pub end_column: u32,
    /// The words as they stand.
    pub exact: Box<str>,
    /// The sentence before them, trimmed to about 120 characters.
    pub prefix: Box<str>,
    /// The sentence after them, trimmed alike.
    pub suffix: Box<str>,
}

impl Quote {
    /// The bytes of the words.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        Span { start: self.start, end: self.end }.range()
    }

    /// Whether the words stand in the text at all.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        self.line > 0
    }
}

/// That of the subject's name, source, folded words and value.
fn fingerprint(subject: &SubjectId, source: &str, exact: &str, value: &Value) -> Fingerprint {
    let value = serde_json::to_string(&value.content).unwrap_or_default();
    let mut hasher = blake3::Hasher::new();
    for part in [subject.to_string().as_str(), source, &*fold::words(exact), value.as_str()] {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    Fingerprint::of(&hasher.finalize())
}
