//! Shelf 3: how a stage's result is printed, one file a format.
//!
//! A format writes plain data on a page: it reads nothing from the world, and gives the same bytes for the same
//! data. It computes nothing: what is shown of a report, in which groups and order, stands in its [`view::View`]. A new
//! format is one file and one line in [`ALL`]; `--format` and its help come from there.
//!
//! Everything that comes from articles, file names and rule files is made visible by [`crate::printable`] before it is
//! measured and cut. Nobody prints what a format gives but as [`Harmless`] text: a format states its [`Syntax`], and what
//! must not stand in that is said in [`crate::sink`].

mod agent;
mod changes;
mod claims;
mod clauses;
mod codes;
mod columns;
mod compared;
mod csv;
mod edited;
mod event_coding;
mod evidence;
mod explain;
mod explanation;
mod finding;
mod findings_ndjson;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod listed;
mod markdown;
mod marked;
mod marks;
mod matrix;
mod mutated;
mod ndjson;
mod nearly;
mod rdjson;
mod reviewed;
mod sarif;
mod schema;
mod summary;
mod tested;
mod text;
mod topics_csv;
mod values;
mod values_csv;
mod values_marked;
pub mod view;

pub use changes::{change_line, sentences};
pub use clauses::{ArticleClauses, DrawnClause, DrawnSpeech, SentenceClauses};
pub use codes::CodePage;
pub use edited::{EDITED, EditedArticle, EditedReport};
pub use explanation::{
    ExplainedArticle, ExplainedClaim, ExplainedPiece, ExplainedRule, ExplainedStory, ExplainedSubject, Explanation,
    Mark, MarkedArticle, MarkedPart, NearMiss, RuleAnswer,
};
pub use mutated::{Mutant, MutantFate, MutationCounts, MutationPart, MutationReport, UnreadValue};
pub use ndjson::{Record, read_record, record_line};
pub use reviewed::{Decision, REVIEWED, REVIEWED_TEXT, ReviewedChange, ReviewedReport, ReviewedStory, SnapshotState};
pub use schema::schema;
pub use summary::counted;
pub use tested::{
    TESTED, TestAnswer, TestResult, TestedExample, TestedReport, TestedSubject, Unreached, UnreachedPart,
};
pub use values::{ArticleValues, FoundDamage, FoundValue, ValueSetting, answer, refusal};

use crate::{
    align::ComparedReport,
    diagnostic::Colour,
    finding::Report,
    sink::{Harmless, Page, Syntax},
};
use std::io;

/// How something is printed.
pub struct Format<T: ?Sized> {
    /// What `--format` calls it.
    pub name: &'static str,
    /// What it is for, in the words of a help text.
    pub about: &'static str,
    /// Whether diagnostics are part of what it prints; if not, they go to standard error.
    pub diagnostics: Diagnostics,
    /// What it is written in.
    pub syntax: Syntax,
    /// Writes the text, which may hold anything yet; it ends with a line feed unless it is empty.
    print: fn(&T, &Style, &mut Page<'_>) -> io::Result<()>,
}

impl<T: ?Sized> Format<T> {
    /// Gives what it prints piece by piece to somebody who takes it; ends with a line feed unless it is empty.
    ///
    /// # Errors
    /// A piece was not taken.
    pub fn print(
        &self,
        content: &T,
        style: &Style,
        take: &mut dyn FnMut(&Harmless) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut page = Page::new(self.syntax, style.colour, take);
        (self.print)(content, style, &mut page)?;
        page.end()
    }

    /// All that it prints.
    #[cfg(feature = "rooms")]
    #[must_use]
    pub fn printed(&self, content: &T, style: &Style) -> Harmless {
        let mut pieces = Vec::new();
        let mut take = |piece: &Harmless| {
            pieces.push(piece.clone());
            Ok(())
        };
        // What takes everything refuses nothing.
        let _ = self.print(content, style, &mut take);
        pieces.into_iter().collect()
    }
}

/// Where a format leaves the diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Diagnostics {
    /// Among what it prints.
    Inside,
    /// To whoever prints it.
    Apart,
}

/// What a reader wants to see, and where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether to paint.
    pub colour: Colour,
    /// The columns of the terminal; each format has its own idea where there is none.
    pub width: Option<usize>,
    /// How much to say.
    pub detail: Detail,
}

/// How much to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Failures only, one line each.
    Quiet,
    /// Failures and silences with their evidence, and the matrix.
    #[default]
    Normal,
    /// Also passes, and all evidence in full.
    Verbose,
}

/// The formats of `check` and `judge`, in alphabetical order.
pub const ALL: &[&Format<Report>] = &[
    &agent::FORMAT,
    &topics_csv::FORMAT,
    &event_coding::FORMAT,
    &github::FORMAT,
    &gitlab::FORMAT,
    &html::FORMAT,
    &json::FORMAT,
    &junit::FORMAT,
    &markdown::FORMAT,
    &findings_ndjson::FORMAT,
    &rdjson::FORMAT,
    &sarif::FORMAT,
    &text::FORMAT,
];

/// The formats of `check` and `judge` that a report can be printed in story by story, in alphabetical order.
pub const STREAMED: &[&Format<Report>] = &[&findings_ndjson::FORMAT];

/// The formats of `claims`, in alphabetical order.
pub const CLAIMS: &[&Format<[Record]>] = &[&claims::CSV, &claims::JSON, &ndjson::FORMAT, &claims::TEXT];

/// The formats of `compare`, in alphabetical order.
pub const COMPARED: &[&Format<ComparedReport>] = &[&compared::JSON, &compared::TEXT];

/// The formats of `mutate`, in alphabetical order.
pub const MUTATED: &[&Format<MutationReport>] = &[&mutated::JSON, &mutated::TEXT];

/// The formats of `values`, in alphabetical order.
pub const VALUES: &[&Format<[ArticleValues]>] =
    &[&values_csv::FORMAT, &values::JSON, &values_marked::FORMAT, &values::TEXT];

/// The formats of `explain`, in alphabetical order.
pub const EXPLANATIONS: &[&Format<[Explanation]>] = &[&explain::JSON, &explain::TEXT];

/// The formats of `explain --article`: the same names, in the same order.
pub const MARKED: &[&Format<[MarkedArticle]>] = &[&marked::JSON, &marked::TEXT];

/// The formats of `explain --article FILE --clauses`: the same names, in the same order.
pub const CLAUSES: &[&Format<[ArticleClauses]>] = &[&clauses::JSON, &clauses::TEXT];

/// The formats of `explain CODE`: the same names, in the same order.
pub const CODES: &[&Format<CodePage>] = &[&codes::JSON, &codes::TEXT];

/// The format of this name.
#[must_use]
pub fn find<T: ?Sized>(formats: &[&'static Format<T>], name: &str) -> Option<&'static Format<T>> {
    formats.iter().find(|format| format.name == name).copied()
}

/// Writes one thing after the other, a blank line between two.
fn one_by_one<T>(
    all: impl IntoIterator<Item = T>,
    page: &mut Page<'_>,
    write: impl Fn(T, &mut Page<'_>) -> io::Result<()>,
) -> io::Result<()> {
    for (at, one) in all.into_iter().enumerate() {
        if at > 0 {
            page.text("\n")?;
        }
        write(one, page)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shelves_are_in_alphabetical_order() {
        fn check<T: ?Sized>(shelf: &[&Format<T>]) {
            let names: Vec<&str> = shelf.iter().map(|format| format.name).collect();
            assert!(names.is_sorted(), "{names:?}");
        }
        check(ALL);
        check(STREAMED);
        check(CLAIMS);
        check(COMPARED);
        check(REVIEWED);
        check(EDITED);
        check(TESTED);
        check(MUTATED);
        check(VALUES);
        check(EXPLANATIONS);
        check(MARKED);
        check(CLAUSES);
        check(CODES);
        let names = |shelf: &[&Format<[Explanation]>]| shelf.iter().map(|format| format.name).collect::<Vec<_>>();
        assert_eq!(names(EXPLANATIONS), MARKED.iter().map(|format| format.name).collect::<Vec<_>>());
        assert_eq!(names(EXPLANATIONS), CODES.iter().map(|format| format.name).collect::<Vec<_>>());
    }
}
