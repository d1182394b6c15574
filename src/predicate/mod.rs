//! Shelf 2: what a sentence may say of a topic, one file a predicate.
