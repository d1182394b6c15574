//! An article gone, or there once more under another name.

use super::{Makes, Mutator};

/// Its place on the shelf.
pub const ENTRY: Mutator =
    Mutator { name: "source", about: "an article gone, or copied by another source", makes: Makes::Articles };
