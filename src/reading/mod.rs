//! Reading from the tokens of a sentence: what the readers of every kind share. It knows no kind.

mod amount;
mod figure;
mod plural;
mod preposition;
mod reader;
mod stretch;
mod thing;

pub use amount::AmountReading;
pub use figure::{Figure, and_part, is_figure, is_labelled, is_position, is_span, join};
pub use plural::is_plural;
pub use reader::Reader;
pub use stretch::is_ended;
pub use thing::{Thing, past_determiners};
