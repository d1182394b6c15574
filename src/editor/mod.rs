//! What an editor asks of rule files that are being written: mistakes, how a sentence goes on, what a name means and where it
//! is declared, what a rule answers, what to write instead. Plain results from plain texts; the protocol is in `cli`.

mod columns;
mod completing;
mod keys;
mod lens;
mod mending;
mod pointing;
mod spot;
mod told;
mod workspace;

pub use columns::{ColumnUnit, LineTable, TextPosition, TextRange};
pub use completing::{Offer, OfferRole};
pub use lens::RuleLens;
pub use mending::QuickFix;
pub use pointing::{HoverText, PlaceElsewhere};
pub use told::ToldMistake;
pub use workspace::{BufferChange, Judging, Workspace};
