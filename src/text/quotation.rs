//! Quotation marks: which belong together, told by their places, and which are damaged.

use super::{Damage, Paragraph, Part, Text, TokenKind};
use crate::lexicon::{Lexicon, QuotationWords};

/// What stands between two marks that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark.
    pub first: usize,
    /// One past the closing mark.
    pub end: usize,
    /// The opening marks that later paragraphs of it repeat.
    pub repeated: Vec<usize>,
    /// How many quotations it stands in.
    pub depth: usize,
}

/// A mark without its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamagedMark {
    /// The mark.
    pub token: usize,
    /// The paragraph it stands in: an index of [`Text::paragraphs`].
    pub paragraph: usize,
    /// What is wrong with it.
    pub damage: Damage,
}

/// The quotations of a text and its damaged marks, both in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// Those whose marks belong together. What a damaged mark encloses is not known, so it is none of them.
    pub found: Vec<Quotation>,
    /// Marks without a partner.
    pub damaged: Vec<DamagedMark>,
}

/// Pairs the quotation marks of a text by their places, paragraph by paragraph.
///
/// A mark opens behind a space, a dash or a bracket, and closes behind anything else. A quotation ends in its paragraph, or
/// goes on in the next one where that begins with the mark again. Apostrophes are no marks.
///
/// ```
/// use crosscheck::rooms::{lexicon::Lexicon, text::{Text, quotations}};
/// let text = Text::plain("We agreed,\" he said. \"It is done.", Lexicon::english());
/// let marks = quotations(&text, Lexicon::english());
/// assert_eq!((marks.found.len(), marks.damaged.len()), (0, 2)); // an even number, and still wrong
/// ```
#[must_use]
pub fn quotations(text: &Text, lexicon: &Lexicon) -> Quotations {
    let mut pairing =
        Pairing { text, lexicon, words: lexicon.quotations(), open: Vec::new(), result: Quotations::default() };
    for (index, paragraph) in text.paragraphs().iter().enumerate() {
        if !matches!(paragraph.part, Part::Metadata | Part::Placeholder | Part::Code) {
            pairing.read(index, paragraph);
        }
    }
    let mut result = pairing.result;
    result.found.sort_by_key(|quotation| (quotation.first, std::cmp::Reverse(quotation.end)));
    result.damaged.sort_by_key(|mark| mark.token);
    result
}

/// A short quotation inside another between marks of the same shape has at most so many tokens.
const LONGEST_ODD_NESTING: usize = 8;

/// The words of who speaks stand among so many last tokens of a paragraph.
const LAST_TOKENS: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkShape {
    Double,
    Single,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkPlace {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Copy, Debug)]
struct QuotationMark {
    token: usize,
    shape: MarkShape,
    place: MarkPlace,
}

#[derive(Clone, Debug)]
struct OpenQuotation {
    first: usize,
    /// The mark of the paragraph that is being read.
    mark: usize,
    shape: MarkShape,
    repeated: Vec<usize>,
}

struct Pairing<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    words: &'a QuotationWords,
    open: Vec<OpenQuotation>,
    result: Quotations,
}

impl Pairing<'_> {
    fn read(&mut self, index: usize, paragraph: &Paragraph) {
        let marks = self.marks(paragraph);
        let single = Singles::new(&marks);
        // What was left open goes on where the paragraph begins with the mark again, or inside a sentence that a blank
        // line cut.
        let is_cut = self.text.paragraphs().get(index.wrapping_sub(1)).is_some_and(|before| self.is_cut_after(before));
        let goes_on = (!is_cut).then(|| self.open.pop()).flatten();
        let repeated =
            marks.first().map(|mark| mark.token).filter(|token| *token == paragraph.first && goes_on.is_some());
        if let (Some(mut open), Some(mark)) = (goes_on, repeated) {
            open.repeated.push(mark);
            open.mark = mark;
            self.open.push(open);
        }
        for (at, mark) in marks.iter().enumerate().filter(|(_, mark)| Some(mark.token) != repeated) {
            match mark.shape {
                MarkShape::Double => self.double(index, mark),
                MarkShape::Single => self.single(at, mark, &single, index, paragraph),
            }
        }
        self.end(index, paragraph);
    }

    fn kind(&self, token: usize) -> TokenKind {
        self.text.token(token).kind
    }

    fn is_cut_after(&self, paragraph: &Paragraph) -> bool {
        let sentences = self.text.sentences();
        let last = sentences.partition_point(|sentence| sentence.end < paragraph.end);
        sentences.get(last).is_some_and(|sentence| sentence.first < paragraph.end && sentence.end > paragraph.end)
    }

    /// The marks of a paragraph with their places.
    fn marks(&self, paragraph: &Paragraph) -> Vec<QuotationMark> {
        let mut marks: Vec<QuotationMark> = Vec::new();
        let tokens = self.text.tokens().get(paragraph.first..paragraph.end).unwrap_or_default();
        for (token, mark) in (paragraph.first..).zip(tokens) {
            let shape = match mark.kind {
                TokenKind::DoubleQuote => MarkShape::Double,
                TokenKind::SingleQuote => MarkShape::Single,
                _ => continue,
            };
            let place = self.place(token, paragraph, marks.last());
            if shape == MarkShape::Double && !self.is_inch(token, place)
                || shape == MarkShape::Single && !self.is_apostrophe(token)
            {
                marks.push(QuotationMark { token, shape, place });
            }
        }
        marks
    }

    /// By what stands on both sides of a mark, `last` the mark before it, and by its own shape where these leave it open.
    fn place(&self, token: usize, paragraph: &Paragraph, last: Option<&QuotationMark>) -> MarkPlace {
        let behind_opening = last.is_some_and(|last| last.token + 1 == token && last.place == MarkPlace::Opens);
        let glued_before = token > paragraph.first && self.text.is_glued(token);
        let glued_after = token + 1 < paragraph.end && self.text.is_glued(token + 1);
        let before = if glued_before { self.kind(token - 1) } else { TokenKind::End };
        let after = if glued_after { self.kind(token + 1) } else { TokenKind::End };
        let may_open = behind_opening
            || matches!(
                before,
                TokenKind::End | TokenKind::Dash | TokenKind::Hyphen | TokenKind::Open | TokenKind::Slash
            );
        let opens = may_open
            && !matches!(
                after,
                TokenKind::End | TokenKind::Comma | TokenKind::Close | TokenKind::Colon | TokenKind::Possessive
            );
        let closes = glued_before
            && !behind_opening
            && !matches!(after, TokenKind::Word | TokenKind::Number | TokenKind::Currency | TokenKind::Open);
        let written = self.text.written(token);
        match written {
            "«" => MarkPlace::Opens,
            "»" => MarkPlace::Closes,
            _ if opens && !closes => MarkPlace::Opens,
            _ if closes && !opens => MarkPlace::Closes,
            "\u{201c}" | "\u{2018}" | "\u{201e}" => MarkPlace::Opens,
            "\u{201d}" => MarkPlace::Closes,
            _ => MarkPlace::Either,
        }
    }

    /// `6' 2"`: a mark behind a number, where no quotation can begin.
    fn is_inch(&self, token: usize, place: MarkPlace) -> bool {
        let is_number = token > 0 && self.kind(token - 1) == TokenKind::Number && self.text.is_glued(token);
        let feet = token > 1 && matches!(self.kind(token - 2), TokenKind::SingleQuote);
        is_number && place != MarkPlace::Opens && (feet || super::is_inches(self.text, self.lexicon, token))
    }

    /// "'90s", "'em", a prime: no mark wherever it stands.
    fn is_apostrophe(&self, token: usize) -> bool {
        let next = self.text.written(token + 1);
        let before = token.checked_sub(1).map(|before| self.kind(before));
        let glued_before = self.text.is_glued(token);
        let is_decade = self.kind(token + 1) == TokenKind::Number
            && next.len() == 2
            && self.text.is_glued(token + 1)
            && !glued_before;
        let is_elision = self.text.is_glued(token + 1) && self.words.elisions.has(next);
        let is_foot = glued_before && before == Some(TokenKind::Number) && self.text.is_glued(token + 1);
        self.text.written(token) == "\u{2032}" || is_decade || is_elision || is_foot
    }

    fn double(&mut self, paragraph: usize, mark: &QuotationMark) {
        let is_open = self.open.iter().any(|open| open.shape == MarkShape::Double);
        let next_is_word = self.text.is_glued(mark.token + 1) && self.kind(mark.token + 1) == TokenKind::Word;
        let opens = match mark.place {
            MarkPlace::Opens => true,
            MarkPlace::Closes => false,
            MarkPlace::Either => !is_open && (next_is_word || !self.text.is_glued(mark.token)),
        };
        if opens {
            self.push(mark);
        } else if is_open {
            self.close(paragraph, mark);
        } else {
            self.result.damaged.push(DamagedMark { token: mark.token, paragraph, damage: Damage::Unopened });
        }
    }

    fn push(&mut self, mark: &QuotationMark) {
        let QuotationMark { token, shape, .. } = *mark;
        self.open.push(OpenQuotation { first: token, mark: token, shape, repeated: Vec::new() });
    }

    /// Closes the innermost open mark of the same shape; single marks inside it were apostrophes.
    fn close(&mut self, paragraph: usize, mark: &QuotationMark) {
        while self.open.last().is_some_and(|open| open.shape != mark.shape) {
            self.open.pop();
        }
        let Some(open) = self.open.pop() else { return };
        let is_double = mark.shape == MarkShape::Double;
        let outer = self.open.iter().rposition(|outer| outer.shape == mark.shape);
        if let Some(outer) = outer.filter(|_| is_double && !self.is_odd_nesting(&open, mark.token)) {
            let outer = self.open.remove(outer);
            self.result.damaged.push(DamagedMark { token: outer.mark, paragraph, damage: Damage::Unclosed });
        }
        let depth = self.open.len();
        if mark.token > open.first + 1 {
            let OpenQuotation { first, repeated, .. } = open;
            self.result.found.push(Quotation { first, end: mark.token + 1, repeated, depth });
        }
    }

    /// A few words between double marks inside double marks: `"He called it "great" and left."`
    fn is_odd_nesting(&self, open: &OpenQuotation, close: usize) -> bool {
        let ends_speech = matches!(self.kind(close - 1), TokenKind::Comma | TokenKind::Stop);
        close - open.first <= LONGEST_ODD_NESTING && !ends_speech
    }

    fn single(&mut self, at: usize, mark: &QuotationMark, single: &Singles, index: usize, paragraph: &Paragraph) {
        let is_open = self.open.last().is_some_and(|open| open.shape == MarkShape::Single);
        match mark.place {
            MarkPlace::Closes | MarkPlace::Either if is_open => {
                let plural = self.text.written(mark.token - 1).ends_with(['s', 'S'])
                    && self.text.written(mark.token + 1).starts_with(char::is_lowercase);
                if !(plural && single.next_closes(at)) {
                    self.close(index, mark);
                }
            }
            MarkPlace::Opens => {
                let goes_on = mark.token == paragraph.first && self.begins_with_single(index + 1);
                if single.closes_after(at) || goes_on {
                    self.push(mark);
                } else if self.begins_speech(mark.token, paragraph) {
                    let damage = Damage::Unclosed;
                    self.result.damaged.push(DamagedMark { token: mark.token, paragraph: index, damage });
                }
            }
            MarkPlace::Closes | MarkPlace::Either => {}
        }
    }

    fn begins_with_single(&self, paragraph: usize) -> bool {
        self.text
            .paragraphs()
            .get(paragraph)
            .is_some_and(|next| self.kind(next.first) == TokenKind::SingleQuote && self.text.is_glued(next.first + 1))
    }

    /// A single mark that can be no apostrophe: at the beginning of a paragraph or behind a comma or colon, and before a
    /// capital.
    fn begins_speech(&self, token: usize, paragraph: &Paragraph) -> bool {
        let is_first = token == paragraph.first
            || matches!(self.kind(token.saturating_sub(1)), TokenKind::Comma | TokenKind::Colon);
        is_first && self.text.written(token + 1).starts_with(char::is_uppercase)
    }

    /// What is open at the end of a paragraph goes on, or is damaged.
    fn end(&mut self, index: usize, paragraph: &Paragraph) {
        if self.open.is_empty() || self.is_cut_after(paragraph) {
            return;
        }
        let goes_on = self.goes_on(index, paragraph);
        for open in std::mem::take(&mut self.open) {
            if goes_on == Some(open.shape) && self.open.is_empty() {
                self.open.push(open);
            } else if open.shape == MarkShape::Double {
                let damage = Damage::Unclosed;
                self.result.damaged.push(DamagedMark { token: open.mark, paragraph: index, damage });
            }
        }
    }

    /// The shape of the mark that the next paragraph begins with, where a quotation can go on there.
    fn goes_on(&self, index: usize, paragraph: &Paragraph) -> Option<MarkShape> {
        let next = self.text.paragraphs().get(index + 1)?;
        let flows = |part: Part| matches!(part, Part::Lead | Part::Body);
        if !flows(paragraph.part) || !flows(next.part) || next.first >= next.end {
            return None;
        }
        let last = paragraph.end.saturating_sub(LAST_TOKENS).max(paragraph.first)..paragraph.end;
        if last.into_iter().any(|token| self.words.reporting.has(self.text.written(token))) {
            return None;
        }
        let shape = match self.kind(next.first) {
            TokenKind::DoubleQuote => MarkShape::Double,
            TokenKind::SingleQuote => MarkShape::Single,
            _ => return None,
        };
        (self.place(next.first, next, None) == MarkPlace::Opens).then_some(shape)
    }
}

/// What follows each single mark of a paragraph.
struct Singles {
    /// Whether one that closes stands somewhere behind.
    closes_after: Vec<bool>,
    /// Whether the next one closes.
    next_closes: Vec<bool>,
}

impl Singles {
    fn new(marks: &[QuotationMark]) -> Self {
        let (mut closes_after, mut next_closes) = (vec![false; marks.len()], vec![false; marks.len()]);
        let (mut any, mut next) = (false, false);
        for ((mark, after), close) in marks.iter().zip(&mut closes_after).zip(&mut next_closes).rev() {
            (*after, *close) = (any, next);
            if mark.shape == MarkShape::Single {
                next = mark.place == MarkPlace::Closes;
                any = any || next;
            }
        }
        Self { closes_after, next_closes }
    }

    fn closes_after(&self, at: usize) -> bool {
        self.closes_after.get(at).copied().unwrap_or(false)
    }

    fn next_closes(&self, at: usize) -> bool {
        self.next_closes.get(at).copied().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests;
