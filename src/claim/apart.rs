//! What an article says and does not claim of its event: denied, supposed, or of something else. It decides nothing, and is
//! shown.

use super::{Claim, ClaimStatus, construction::Contradiction, context::ClaimContext};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Words that a topic finds and that decide nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContextClaim {
    /// What they would claim, which says itself whether it is said to be so at all.
    #[serde(flatten)]
    pub claim: Claim,
    /// Of what else they are, where they are said to be so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ContextReason>,
}

/// Of what a claim is, where it is of something else than the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContextReason {
    /// Another time: "in the attack of 2014".
    OtherDate,
    /// Several events together: "in five operations".
    Total,
    /// Some of those that another claim counts.
    Part,
}

impl ContextClaim {
    /// Whether it is said to be so, and of what else it is, in a word: "denied", "other date".
    #[must_use]
    pub fn name(&self) -> &'static str {
        match (self.claim.status, self.reason) {
            (ClaimStatus::Denied | ClaimStatus::Supposed, _) => self.claim.status.name(),
            (_, Some(ContextReason::OtherDate)) => "other date",
            (_, Some(ContextReason::Total)) => "total",
            (ClaimStatus::Asserted | ClaimStatus::Possible, Some(ContextReason::Part) | None) => "part",
        }
    }
}

impl fmt::Display for ContextClaim {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match (self.claim.status, self.reason) {
            (ClaimStatus::Denied, _) => "it is denied",
            (ClaimStatus::Supposed, _) => "it is only supposed",
            (_, Some(ContextReason::OtherDate)) => "it is of another time",
            (_, Some(ContextReason::Total)) => "it is a total of several events",
            (ClaimStatus::Asserted | ClaimStatus::Possible, Some(ContextReason::Part) | None) => {
                "it is a part of a larger number"
            }
        })
    }
}

impl Contradiction {
    /// Whether what stands there is denied or supposed; nothing where it is no claim of the topic at all.
    pub(super) fn status(self) -> Option<ClaimStatus> {
        match self {
            Self::Denied => Some(ClaimStatus::Denied),
            Self::Supposed => Some(ClaimStatus::Supposed),
            Self::DoesIt | Self::WholeOfShare | Self::OnTop | Self::Age | Self::PartOfList | Self::Narrows => None,
        }
    }
}

impl ClaimContext {
    /// Of what else a figure is.
    pub(super) fn reason(self) -> Option<ContextReason> {
        match self {
            Self::Event => None,
            Self::Narrower => Some(ContextReason::Part),
            Self::OtherDate => Some(ContextReason::OtherDate),
            Self::Total => Some(ContextReason::Total),
        }
    }
}
