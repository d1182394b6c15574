//! The grammar of rule sentences and phrases: `grammar/*.pest`, compiled.

/// The parser that pest makes of the three files.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/sentences.pest"]
#[grammar = "../grammar/predicates.pest"]
#[grammar = "../grammar/phrases.pest"]
#[allow(missing_docs)]
pub struct Grammar;
