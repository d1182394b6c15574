//! The rooms, open to the tests and benches of this repository alone: no part of the library's interface.

/// Room `align`.
pub mod align {
    pub use crate::align::*;
}
/// Room `article`.
pub mod article {
    pub use crate::article::*;
}
/// Room `attribution`.
pub mod attribution {
    pub use crate::attribution::*;
}
/// Room `claim`.
pub mod claim {
    pub use crate::claim::*;
}
/// Room `clause`.
pub mod clause {
    pub use crate::clause::*;
}
/// Room `diagnostic`.
pub mod diagnostic {
    pub use crate::diagnostic::*;
}
/// Room `drafting`.
pub mod drafting {
    pub use crate::drafting::*;
}
/// Room `edits`.
pub mod edits {
    pub use crate::edits::*;
}
/// Room `editor`.
pub mod editor {
    pub use crate::editor::*;
}
/// Room `files`.
pub mod files {
    pub use crate::files::*;
}
/// Room `finding`.
pub mod finding {
    pub use crate::finding::*;
}
/// Room `fold`.
pub mod fold {
    pub use crate::fold::*;
}
/// Room `grammar`.
pub mod grammar {
    pub use crate::grammar::*;
}
/// Room `kind`.
pub mod kind {
    pub use crate::kind::*;
}
/// Room `lexicon`.
pub mod lexicon {
    pub use crate::lexicon::*;
}
/// Room `mention`.
pub mod mention {
    pub use crate::mention::*;
}
/// Room `pipeline`.
pub mod pipeline {
    pub use crate::pipeline::*;
}
/// Room `placing`.
pub mod placing {
    pub use crate::placing::*;
}
/// Room `predicate`.
pub mod predicate {
    pub use crate::predicate::*;
}
/// Room `printable`.
pub mod printable {
    pub use crate::printable::*;
}
/// Room `project`.
pub mod project {
    pub use crate::project::*;
}
/// Room `reading`.
pub mod reading {
    pub use crate::reading::*;
}
/// Room `report`.
pub mod report {
    pub use crate::report::*;
}
/// Room `rule`.
pub mod rule {
    pub use crate::rule::*;
}
/// Room `saying`.
pub mod saying {
    pub use crate::saying::*;
}
/// Room `sink`.
pub mod sink {
    pub use crate::sink::*;
}
/// Room `snapshot`.
pub mod snapshot {
    pub use crate::snapshot::*;
}
/// Room `span`.
pub mod span {
    pub use crate::span::*;
}
/// Room `suggest`.
pub mod suggest {
    pub use crate::suggest::*;
}
/// Room `table`.
pub mod table {
    pub use crate::table::*;
}
/// Room `text`.
pub mod text {
    pub use crate::text::*;
}
/// Room `value`.
pub mod value {
    pub use crate::value::*;
}
/// Room `verify`.
pub mod verify {
    pub use crate::verify::*;
}
/// Room `yaml`.
pub mod yaml {
    pub use crate::yaml::*;
}
