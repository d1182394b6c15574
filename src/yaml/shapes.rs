//! Walking the tree.
pub struct Reading;
