//! Figures that share what stands behind the last of them: "52 to 47 percent", "from 30 to 40 cents", "10, 12 and 15 km".

use super::Figure;
use crate::{
    lexicon::WordGroup,
    reading::{Reader, is_figure},
    text::TokenKind,
};

/// A list has at most so many figures.
const LONGEST: usize = 4;

impl Figure {
    /// What `read` finds behind the last figure of the list that this one begins, and this one with the magnitude that it
    /// shares: "from 5 to 8 million".
    pub fn shared<T>(&self, reader: &Reader, read: impl Fn(&Self) -> Option<T>) -> Option<(Self, T)> {
        let best = self.best.filter(|_| may_go_on(reader, self.end))?;
        let mut last = *self;
        for _ in 1..LONGEST {
            let (next, closes) = next(reader, self, &last)?;
            last = next;
            if closes {
                let unit = read(&last).filter(|_| !self.is_year(reader) && !self.is_share())?;
                // "9-" is "9" in a list.
                let hangs = matches!(reader.kind(self.end), TokenKind::Hyphen | TokenKind::Dash);
                if !is_figure(reader, &Self { end: self.end + usize::from(hangs), ..*self }) {
                    return None;
                }
                let mut first = *self;
                if self.scale == 1.0 && last.best.is_some_and(|top| best < top / last.scale) {
                    first.multiply(last.scale);
                }
                return Some((first, unit));
            }
        }
        None
    }

    /// "1979": four plain digits are a year, when nothing says what they count.
    #[must_use]
    pub fn is_year(&self, reader: &Reader) -> bool {
        self.digits
            && self.end == self.first + 1
            && self.best.is_some_and(|best| (1900.0..=2100.0).contains(&best))
            && reader.written(self.first).len() == 4
    }
}

fn joins(reader: &Reader, at: usize) -> bool {
    reader.is_of(at, WordGroup::LISTED)
}

/// Whether what stands behind a figure may lead to the last of a list: nothing is read of other figures where it does not.
fn may_go_on(reader: &Reader, end: usize) -> bool {
    match reader.kind(end) {
        TokenKind::Word => joins(reader, end),
        TokenKind::Hyphen | TokenKind::Dash => joins(reader, end + 1),
        // Figures in words and their magnitudes stand between commas. "1,1" is no list.
        TokenKind::Comma if !reader.is_glued(end + 1) => {
            let listed = |at: &usize| {
                matches!(reader.kind(*at), TokenKind::Word | TokenKind::Number | TokenKind::Comma | TokenKind::Hyphen)
            };
            (end + 1..end + LONGEST * 4).take_while(listed).any(|at| joins(reader, at))
        }
        _ => false,
    }
}

/// The figure of a list that follows `last`, and whether it ends the list; two figures alone have no comma before "and".
fn next(reader: &Reader, first: &Figure, last: &Figure) -> Option<(Figure, bool)> {
    let joins = |at: usize| joins(reader, at);
    let (end, is_second) = (last.end, last.first == first.first);
    let (at, closes) = match reader.kind(end) {
        // "five- and six-storey", "9- and 11-year-old".
        TokenKind::Hyphen | TokenKind::Dash if reader.is_glued(end) && joins(end + 1) => (end + 2, true),
        TokenKind::Word if joins(end) => (end + 1, true),
        TokenKind::Comma if joins(end + 1) => (Some(end + 2).filter(|_| !is_second)?, true),
        TokenKind::Comma => (end + 1, false),
        _ => return None,
    };
    Figure::single(reader, at).filter(|figure| figure.best.is_some()).map(|figure| (figure, closes))
}
