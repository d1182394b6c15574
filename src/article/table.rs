//! Tables of Markdown: what stands in each cell, and what its row and its column say that it is.

use super::{Excerpt, lines::trimmed};
use crate::span::Span;

/// A table while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct OpenTable {
    heads: Vec<Option<Span>>,
    /// The words of each cell of the row that is read; none where it is empty.
    cells: Vec<Option<Span>>,
    /// How many words of the row there were before the cell that is read.
    before: usize,
}

impl OpenTable {
    /// A row begins.
    pub fn row(&mut self) {
        self.cells.clear();
    }

    /// A cell begins, behind so many words of its row.
    pub fn begin_cell(&mut self, before: usize) {
        self.before = before;
    }

    /// A cell ends; `covered` are the words of its row up to here.
    pub fn end_cell(&mut self, covered: &[Span]) {
        let own = covered.get(self.before..).unwrap_or_default();
        self.cells.push(own.first().zip(own.last()).map(|(first, last)| first.cover(*last)));
    }

    /// The row was that of the columns' heads.
    pub fn head(&mut self) {
        self.heads.clone_from(&self.cells);
    }

    /// Each cell of a row that has ended, with the head above it and the label of the row beside it: the first cell that has
    /// a letter.
    pub fn excerpts(&self, text: &str, row: Span) -> Vec<Excerpt> {
        let says = |cell: &Span| cell.of(text).contains(char::is_alphabetic);
        let label = self.cells.iter().position(|cell| cell.as_ref().is_some_and(says)).unwrap_or(0);
        let beside = self.cells.get(label).copied().flatten();
        let cells = self.cells.iter().enumerate().filter_map(|(column, cell)| {
            Some(Excerpt {
                span: trimmed(text, (*cell)?),
                above: self.heads.get(column).copied().flatten(),
                beside: beside.filter(|_| column != label),
                shown: Some(row),
                part: None,
            })
        });
        cells.filter(|cell| cell.above.is_some() || cell.beside.is_some()).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{article::markdown, lexicon::Lexicon, span::Span};

    fn check(text: &str, expected: &[[&str; 3]]) {
        let layout = markdown::layout(text, 0, Lexicon::english());
        let words = |span: Option<Span>| span.map_or("", |span| span.of(text));
        let found: Vec<_> = layout
            .excerpts
            .iter()
            .map(|cell| [words(Some(cell.span)), words(cell.above), words(cell.beside)])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn cells_know_their_row_and_column() {
        check(
            "| Plan | Price |\n|---|---:|\n| Free | $0 |\n| **Pro** | **$22** a month |\n",
            &[["Free", "Plan", ""], ["$0", "Price", "Free"], ["Pro", "Plan", ""], ["$22** a month", "Price", "Pro"]],
        );
        check("| # | Plan |\n|---|---|\n| 1 | Pro |\n", &[["1", "#", "Pro"], ["Pro", "Plan", ""]]);
        check(
            "| Plan | Price |\n|---|---|\n| Pro | ![a star](s.png) $25 |\n",
            &[["Pro", "Plan", ""], ["$25", "Price", "Pro"]],
        );
        check("| | Pro |\n|---|---|\n| Price | |\n", &[]);
        check("| | Pro |\n|---|---|\n| Price | $5 |\n", &[["$5", "Pro", "Price"]]);
        check("a `--limit 5` b", &[["--limit 5", "", ""]]);
    }
}
