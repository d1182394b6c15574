//! The `crosscheck` command: one call into the library.

fn main() {}
