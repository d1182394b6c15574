//! date

use serde::{Deserialize, Serialize};

/// A date as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DateExpr {}
