//! `--format json`: the report as one object, the shape that other programs read.

use super::{Diagnostics, Format};
use crate::{
    finding::Report,
    sink::{Page, Syntax},
};
use serde::{Serialize, Serializer};
use std::io;

/// The report as one object.
pub const FORMAT: Format<Report> = Format {
    name: "json",
    about: "one JSON object with every finding, its evidence and all claims",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print: |report, _, page| pretty(report, page),
};

/// Writes indented JSON with a line feed at its end.
pub fn pretty<T: Serialize + ?Sized>(value: &T, page: &mut Page<'_>) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *page, value)?;
    page.text("\n")
}

/// Writes the only one as itself, and several as a list.
pub fn one_or_several<T: Serialize>(values: &[T], page: &mut Page<'_>) -> io::Result<()> {
    match values {
        [one] => pretty(one, page),
        several => pretty(several, page),
    }
}

/// A list whose entries are made while they are written, so that nobody holds all of them.
pub struct OneByOne<'a, T, F>(pub &'a [T], pub F);

impl<T, E: Serialize, F: Fn(&T) -> E> Serialize for OneByOne<'_, T, F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter().map(&self.1))
    }
}
