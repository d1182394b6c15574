//! Whole articles: text to metadata and parts.

use super::*;
