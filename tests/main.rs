//! Every test that looks at the crate from outside, in one binary: it is linked once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a broken test should stop"
)]

mod browser;
mod changed;
mod codes;
mod commands;
mod commands_cache;
mod commands_files;
mod commands_kill;
mod commands_review;
mod commands_snapshot;
mod commands_watch;
mod compare;
mod context;
mod diagnostics;
mod diff;
mod examples;
mod explain;
mod figures;
mod fixes;
mod formats;
mod habits;
mod harmless;
mod house;
mod installing;
mod limits;
mod lsp;
mod manual;
mod missing;
mod mutate;
mod names;
mod naming;
mod packs;
mod page;
mod properties;
mod reports;
mod robustness;
mod said;
mod silence;
mod speakers;
mod stories;
mod streams;
mod suggest;
mod support;
mod suppressions;
mod topics;
mod values;
