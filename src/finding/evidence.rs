//! Evidence: one claim, or one absence, that an outcome rests on.

use super::published::PublishedValue;
use crate::claim::{ClaimStatus, Fingerprint, Quote};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::{
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
};

/// One claim, or one absence, that an outcome rests on. A topic and every rule about it show the same claims, so that what
/// takes room is held once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "EvidenceShape", from = "EvidenceShape")]
#[cfg_attr(not(feature = "rooms"), non_exhaustive)]
pub struct Evidence {
    /// The article and its source.
    pub given_by: Arc<GivenBy>,
    /// The words and their place; none where the fault is an absence, and for what an article says of itself.
    pub quote: Option<Arc<Quote>>,
    /// What the claim does for the outcome.
    pub role: Role,
    /// The value, as it is told; none where the fault is an absence.
    pub told: Option<Arc<ToldValue>>,
    /// Whether it is said to be so, or only to be possible.
    pub status: ClaimStatus,
    /// Whose words it is in, where a rule of the story asks that.
    pub said: Option<Arc<SpokenBy>>,
    /// Why it decides nothing, where neither its role, its meaning nor its status says that.
    pub apart: Option<Box<str>>,
    /// The claim's fingerprint.
    pub fingerprint: Fingerprint,
}

/// Who is reported to say a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpokenBy {
    /// The one whose words it is in.
    pub speaker: Box<str>,
    /// Those who pass it on, the outermost first: the aide, of what an aide says that the president said.
    pub chain: Vec<Box<str>>,
}

/// Who gives a claim, or is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct GivenBy {
    /// The article's path.
    pub article: Box<str>,
    /// Its source.
    pub source: Box<str>,
}

/// A value as it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ToldValue {
    /// In the shape of the format's version 1.
    pub value: Option<PublishedValue>,
    /// What the words stand for, to be told; none where they say it themselves.
    pub meaning: Option<ClaimMeaning>,
    /// That as short as a cell of a table takes it: "30 Dec 2021"; none where the words are enough there.
    pub brief: Option<Box<str>>,
}

/// Told values, each once.
#[derive(Debug, Default)]
pub struct ToldValues(Mutex<FxHashSet<Arc<ToldValue>>>);

impl ToldValues {
    /// The value, in the room of one that is the same.
    #[must_use]
    pub fn one(&self, value: ToldValue) -> Arc<ToldValue> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(&value) {
            return Arc::clone(known);
        }
        let value = Arc::new(value);
        known.insert(Arc::clone(&value));
        value
    }
}

/// What a claim does for an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// It agrees.
    Supports,
    /// It disagrees with others.
    Opposes,
    /// It breaks the rule by itself.
    Violates,
    /// It was found, and decides nothing.
    Context,
}

impl Role {
    /// How much it weighs: of several roles of one claim the gravest counts.
    #[must_use]
    pub fn gravity(self) -> u8 {
        match self {
            Self::Context => 0,
            Self::Supports => 1,
            Self::Opposes => 2,
            Self::Violates => 3,
        }
    }
}

/// What the words of a claim stand for, where they do not show that by themselves.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimMeaning {
    /// "30 December 2021" for "Thursday".
    Reads(Box<str>),
    /// Nobody knows, and why.
    Unclear(Box<str>),
}

impl Evidence {
    /// Whether it is an article's silence, and nothing that it says.
    #[must_use]
    pub fn is_silence(&self) -> bool {
        self.quote.is_none() && self.told.is_none()
    }

    /// The article's path.
    #[must_use]
    pub fn article(&self) -> &str {
        &self.given_by.article
    }

    /// Its source.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.given_by.source
    }

    /// The words; none where the fault is an absence.
    #[must_use]
    pub fn exact(&self) -> Option<&str> {
        self.quote.as_deref().map(|quote| &*quote.exact)
    }

    /// Line and column of the first character of the words, from 1.
    #[must_use]
    pub fn place(&self) -> Option<(u32, u32)> {
        self.quote.as_deref().map(|quote| (quote.line, quote.column))
    }

    /// The bytes of the words.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        self.quote.as_deref().map(Quote::range)
    }

    /// The value in the shape of the format's version 1.
    #[must_use]
    pub fn value(&self) -> Option<&PublishedValue> {
        self.told.as_deref()?.value.as_ref()
    }

    /// What the words stand for, to be told; none where they say it themselves.
    #[must_use]
    pub fn meaning(&self) -> Option<&ClaimMeaning> {
        self.told.as_deref()?.meaning.as_ref()
    }

    /// Why it could not be placed or compared, where that is known.
    #[must_use]
    pub fn why_unclear(&self) -> Option<&str> {
        match self.meaning() {
            Some(ClaimMeaning::Unclear(why)) if !why.is_empty() => Some(why),
            Some(ClaimMeaning::Unclear(_) | ClaimMeaning::Reads(_)) | None => self.apart.as_deref(),
        }
    }

    /// That as short as a cell of a table takes it.
    #[must_use]
    pub fn brief(&self) -> Option<&str> {
        self.told.as_deref()?.brief.as_deref()
    }

    /// The same, where what its words stand for is not worth telling.
    #[must_use]
    pub fn without_meaning(self) -> Self {
        let plain = |told: &ToldValue| ToldValue { value: told.value.clone(), ..ToldValue::default() };
        Self { told: self.told.as_deref().map(plain).map(Arc::new), ..self }
    }
}

/// The evidence that a finding is about where only one can be shown: of what weighs most for the outcome the first that
/// has a place in its article, else the first.
#[must_use]
pub fn primary(evidence: &[Evidence]) -> Option<usize> {
    let weight = |evidence: &Evidence| (evidence.role.gravity(), evidence.quote.is_some());
    let heaviest = evidence.iter().map(weight).max()?;
    evidence.iter().position(|evidence| weight(evidence) == heaviest)
}

/// Evidence as it goes on the wire: each null where there is none.
#[derive(Serialize, Deserialize)]
struct EvidenceShape {
    article: Box<str>,
    source: Box<str>,
    start: Option<u32>,
    end: Option<u32>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    exact: Option<Box<str>>,
    prefix: Option<Box<str>>,
    suffix: Option<Box<str>>,
    role: Role,
    value: Option<PublishedValue>,
    meaning: Option<ClaimMeaning>,
    brief: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "ClaimStatus::is_asserted")]
    status: ClaimStatus,
    apart: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    speaker: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    chain: Vec<Box<str>>,
    fingerprint: Fingerprint,
}

impl From<Evidence> for EvidenceShape {
    fn from(evidence: Evidence) -> Self {
        let (given_by, quote) = (&evidence.given_by, evidence.quote.as_deref());
        let told = evidence.told.as_deref().cloned().unwrap_or_default();
        Self {
            article: given_by.article.clone(),
            source: given_by.source.clone(),
            start: quote.map(|quote| quote.start),
            end: quote.map(|quote| quote.end),
            line: quote.map(|quote| quote.line),
            column: quote.map(|quote| quote.column),
            end_line: quote.map(|quote| quote.end_line),
            end_column: quote.map(|quote| quote.end_column),
            exact: quote.map(|quote| quote.exact.clone()),
            prefix: quote.map(|quote| quote.prefix.clone()),
            suffix: quote.map(|quote| quote.suffix.clone()),
            role: evidence.role,
            value: told.value,
            meaning: told.meaning,
            brief: told.brief,
            status: evidence.status,
            apart: evidence.apart,
            speaker: evidence.said.as_deref().map(|said| said.speaker.clone()),
            chain: evidence.said.as_deref().map(|said| said.chain.clone()).unwrap_or_default(),
            fingerprint: evidence.fingerprint,
        }
    }
}

impl From<EvidenceShape> for Evidence {
    fn from(shape: EvidenceShape) -> Self {
        let quote = shape.exact.map(|exact| Quote {
            start: shape.start.unwrap_or_default(),
            end: shape.end.unwrap_or_default(),
            line: shape.line.unwrap_or_default(),
            column: shape.column.unwrap_or_default(),
            end_line: shape.end_line.unwrap_or_default(),
            end_column: shape.end_column.unwrap_or_default(),
            exact,
            prefix: shape.prefix.unwrap_or_default(),
            suffix: shape.suffix.unwrap_or_default(),
        });
        let told = ToldValue { value: shape.value, meaning: shape.meaning, brief: shape.brief };
        Self {
            given_by: GivenBy { article: shape.article, source: shape.source }.into(),
            quote: quote.map(Arc::new),
            role: shape.role,
            told: (told != ToldValue::default()).then(|| told.into()),
            status: shape.status,
            said: shape.speaker.map(|speaker| SpokenBy { speaker, chain: shape.chain }.into()),
            apart: shape.apart,
            fingerprint: shape.fingerprint,
        }
    }
}
