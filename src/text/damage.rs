//! What is missing of a text where it was damaged: of its quotation marks, and of its sentences.

use serde::{Deserialize, Serialize};

/// What is wrong at a place of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Damage {
    /// A quotation mark opens, and nothing closes it in its paragraph.
    Unclosed,
    /// A quotation mark closes, and nothing opened it in its paragraph.
    Unopened,
    /// A sentence breaks off: its end is nowhere.
    Endless,
    /// A sentence is cut by the end of a paragraph, and goes on in the next one.
    Parted,
    /// A sentence begins in its middle.
    Headless,
    /// A sentence has a pronoun that stands for nobody before it.
    Orphaned,
}

impl Damage {
    /// The word for it in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unclosed => "unclosed",
            Self::Unopened => "unopened",
            Self::Endless => "endless",
            Self::Parted => "parted",
            Self::Headless => "headless",
            Self::Orphaned => "orphaned",
        }
    }

    /// What is wrong, as a remark beside the words.
    #[must_use]
    pub fn said(self) -> &'static str {
        match self {
            Self::Unclosed => "its quotation mark is unclosed",
            Self::Unopened => "its quotation mark is unopened",
            Self::Endless => "it breaks off",
            Self::Parted => "a paragraph ends in the middle of it",
            Self::Headless => "it begins in the middle",
            Self::Orphaned => "nobody is named before whom it could mean",
        }
    }
}
