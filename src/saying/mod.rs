//! A value out in words, for a person and for a program.

mod shape;
mod timex;
mod why;
mod words;

pub use shape::{Field, ValueShape, shape, timex};
pub use why::because;
pub use words::{brief, day_in_words, describe, in_words, reading, when};
