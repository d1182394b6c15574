//! time

use serde::{Deserialize, Serialize};

/// A clock time as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimeExpr {}
