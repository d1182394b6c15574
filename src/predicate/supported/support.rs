//! What is found of one claim among those that may support it.

use super::DERIVED;
use crate::finding::Role;

/// What supports one claim, or comes nearest to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// Whether it is supported.
    pub standing: SupportStanding,
    /// Why it is not plainly so, in words.
    pub reason: Option<&'static str>,
    /// The supporters that are shown: those it rests on, or the nearest, by their number.
    pub by: Vec<usize>,
}

/// Whether a claim is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportStanding {
    /// It is.
    Holds,
    /// It is not.
    Fails,
    /// It cannot be compared.
    Open,
}

impl Support {
    /// This one does.
    pub fn by(index: usize) -> Self {
        Self { by: vec![index], ..Self::held() }
    }

    /// Words do that are no claim.
    pub fn held() -> Self {
        Self { standing: SupportStanding::Holds, reason: None, by: Vec::new() }
    }

    /// The same, with a reservation.
    pub fn held_but(reason: &'static str) -> Self {
        Self { reason: Some(reason), ..Self::held() }
    }

    /// This one does, with a reservation.
    pub fn but(reason: &'static str, index: usize) -> Self {
        Self { reason: Some(reason), ..Self::by(index) }
    }

    /// It follows from these.
    pub fn derived(parts: Vec<usize>) -> Self {
        Self { by: parts, ..Self::held_but(DERIVED) }
    }

    /// Nothing does, and this comes nearest.
    pub fn missing(near: Option<usize>) -> Self {
        Self { standing: SupportStanding::Fails, reason: None, by: near.into_iter().collect() }
    }

    /// This one does not, and why.
    pub fn fails(reason: &'static str, near: Option<usize>) -> Self {
        Self { reason: Some(reason), ..Self::missing(near) }
    }

    /// It cannot be compared.
    pub fn open() -> Self {
        Self { standing: SupportStanding::Open, reason: None, by: Vec::new() }
    }

    /// Whether something does.
    pub fn holds(&self) -> bool {
        self.standing == SupportStanding::Holds
    }

    /// What the claim does for the outcome.
    pub fn role(&self) -> Role {
        match self.standing {
            SupportStanding::Holds => Role::Supports,
            SupportStanding::Fails => Role::Violates,
            SupportStanding::Open => Role::Context,
        }
    }

    /// What those that are shown do for it.
    pub fn role_of_others(&self) -> Role {
        match self.standing {
            SupportStanding::Holds => Role::Supports,
            SupportStanding::Fails => Role::Opposes,
            SupportStanding::Open => Role::Context,
        }
    }
}
