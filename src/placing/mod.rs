//! What a value means once its article's date and zone are known: positions on an axis.

mod axis;
mod calendar;
mod clock;
mod names;
mod position;
mod quotations;
mod ranks;
mod tolerance;
mod zone;

pub use axis::{covered, positions, positions_within_article};
pub use calendar::{DateReference, DaySpan};
pub use position::{DAYS, INSTANTS, LOCAL, Position, Situation, day_number, day_of};
pub use tolerance::{Tolerance, tolerance};
pub use zone::zone;
