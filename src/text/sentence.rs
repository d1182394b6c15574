//! Sentences: where one ends, decided at full stops from the words around them.

use super::{Block, Initial, Part, Token, TokenKind};
use crate::lexicon::{Class, Lexicon, Word, WordGroup};

/// A run of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The part of the article it stands in.
    pub part: Part,
    /// The block it begins in.
    pub block: usize,
}

/// Splits the tokens of all blocks; `ends` says where each block's tokens end.
pub(super) fn split(
    source: &str,
    tokens: &[Token],
    blocks: &[Block],
    ends: &[usize],
    lexicon: &Lexicon,
) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 16 + blocks.len());
    let splitter = Splitter { source, tokens, lexicon };
    let mut first = 0;
    let mut start = 0;
    let mut open: Option<usize> = None;
    for (index, (block, end)) in blocks.iter().zip(ends).enumerate() {
        let begun = open.take().unwrap_or(index);
        let part = blocks.get(begun).map_or(block.part, |block| block.part);
        let mut at = start;
        while at < *end {
            at += 1;
            if !splitter.may_end(at - 1) {
                continue;
            }
            if let Some(after) = splitter.sentence_end(first, at, *end) {
                sentences.push(Sentence { first, end: after, part, block: begun });
                first = after;
                at = after;
            }
        }
        start = *end;
        let next = blocks.get(index + 1);
        if first < *end && next.is_some_and(|next| splitter.runs_on(first, *end, block, next)) {
            open = Some(begun);
        } else if first < *end {
            sentences.push(Sentence { first, end: *end, part, block: begun });
            first = *end;
        }
    }
    sentences
}

struct Splitter<'a> {
    source: &'a str,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
}

impl Splitter<'_> {
    fn token(&self, index: usize) -> Token {
        self.tokens.get(index).copied().unwrap_or(Token::END)
    }

    fn word(&self, index: usize) -> &Word {
        self.lexicon.word(self.token(index).word)
    }

    fn first_character(&self, index: usize) -> char {
        self.token(index).span.of(self.source).chars().next().unwrap_or(' ')
    }

    fn is_capital(&self, index: usize) -> bool {
        self.token(index).initial == Initial::Capital
    }

    /// Whether a token may end a sentence: most cannot.
    #[inline]
    fn may_end(&self, index: usize) -> bool {
        let token = self.token(index);
        match token.kind {
            TokenKind::Stop | TokenKind::AbbreviationStop => true,
            // "p.m."
            TokenKind::Word => self.source.as_bytes().get(token.span.range().end - 1) == Some(&b'.'),
            _ => false,
        }
    }

    /// Where the sentence ends, if the token before `at` ends it: closing marks behind it still belong to it.
    fn sentence_end(&self, first: usize, at: usize, end: usize) -> Option<usize> {
        let last = at.checked_sub(1).filter(|last| *last >= first)?;
        let (certain, abbreviation) = match self.token(last).kind {
            TokenKind::Stop => (true, false),
            TokenKind::AbbreviationStop => (false, true),
            _ => (false, false),
        };
        let mut after = at;
        while after < end && self.closes(after) {
            after += 1;
        }
        if after >= end {
            return Some(end);
        }
        let before = if abbreviation { last.saturating_sub(1) } else { last };
        let ends = if certain { self.stop_ends(first, last, after) } else { self.abbreviation_ends(before, after) };
        ends.then_some(after)
    }

    /// A closing bracket or quotation mark: it is glued to what stands before it.
    fn closes(&self, index: usize) -> bool {
        let glued = self.token(index.saturating_sub(1)).span.end == self.token(index).span.start;
        match self.token(index).kind {
            TokenKind::Close => true,
            TokenKind::DoubleQuote | TokenKind::SingleQuote => {
                glued
                    && !self.is_glued_to_next(index)
                    && !matches!(self.first_character(index), '\u{201c}' | '\u{2018}')
            }
            TokenKind::Stop => glued,
            _ => false,
        }
    }

    fn is_glued_to_next(&self, index: usize) -> bool {
        let next = self.token(index + 1);
        self.token(index).span.end == next.span.start && matches!(next.kind, TokenKind::Word | TokenKind::Number)
    }

    /// A full stop ends the sentence unless what follows goes on in lower case, or it stands behind an initial.
    fn stop_ends(&self, first: usize, stop: usize, after: usize) -> bool {
        let next = self.token(after);
        let glued = self.token(stop).span.end == next.span.start;
        if glued && !self.is_capital(after) {
            return false;
        }
        if self.token(after).initial == Initial::Lower {
            return false;
        }
        if matches!(next.kind, TokenKind::Comma | TokenKind::Colon | TokenKind::Possessive) {
            return false;
        }
        let is_period = self.token(stop).span.of(self.source) == ".";
        // "Built c. 1450": a small letter, and no initial.
        let is_circa = || self.word(stop - 1).is_of(WordGroup::CIRCA) && !self.is_capital(stop - 1);
        if next.kind == TokenKind::Number && is_period && stop > first && is_circa() {
            return false;
        }
        !(is_period
            && stop > first
            && self.is_initial(first, stop - 1)
            && self.is_capital(after)
            && !self.starts(after))
    }

    /// "J." in "J. Smith": one capital letter; "I" only behind a name, as in "Ann I. Smith".
    fn is_initial(&self, first: usize, index: usize) -> bool {
        let token = self.token(index);
        let letter = token.span.of(self.source);
        let is_pronoun = || letter == "I" && !(index > first && self.is_capital(index - 1));
        token.kind == TokenKind::Word && letter.chars().count() == 1 && self.is_capital(index) && !is_pronoun()
    }

    /// A word of several letters that often starts a sentence: "The".
    fn starts(&self, index: usize) -> bool {
        self.word(index).is(Class::STARTER) && self.token(index).span.len() > 1
    }

    /// An abbreviation ends the sentence only where a word follows that often starts one.
    fn abbreviation_ends(&self, abbreviation: usize, after: usize) -> bool {
        let word = self.word(abbreviation);
        if word.is(Class::TITLE) && !word.is(Class::MAYBE_END) {
            return false;
        }
        let mut next = after;
        while matches!(self.token(next).kind, TokenKind::DoubleQuote | TokenKind::SingleQuote) {
            next += 1;
        }
        self.is_capital(next) && self.word(next).is(Class::STARTER)
    }

    /// Whether a paragraph was cut in the middle of a sentence, and goes on in the next block.
    fn runs_on(&self, first: usize, end: usize, block: &Block, next: &Block) -> bool {
        let flows = |part: Part| match part {
            Part::Lead | Part::Body => true,
            Part::Headline
            | Part::Subheading
            | Part::Caption
            | Part::Correction
            | Part::Link
            | Part::Placeholder
            | Part::Metadata
            | Part::Code => false,
        };
        if !flows(block.part) || !flows(next.part) || end - first < 6 {
            return false;
        }
        let last = end - 1;
        if !matches!(self.token(last).kind, TokenKind::Word | TokenKind::Comma | TokenKind::Number) {
            return false;
        }
        self.token(end).initial == Initial::Lower || self.word(last).is(Class::FUNCTION)
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        lexicon::Lexicon,
        span::Span,
        text::{Block, Part, Text},
    };

    /// Sentences are separated by `|` in the case.
    fn check(case: &str) {
        let expected: Vec<&str> = case.split('|').map(str::trim).collect();
        let source = case.replace('|', " ");
        let text = Text::plain(&source, Lexicon::english());
        let found: Vec<&str> = text.sentences().iter().map(|sentence| text.words_of(sentence)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for case in [
            "The call begins at 3:30 p.m. ET, the agency said. | It is the second.",
            "They meet on Jan. 10 in Geneva. | U.S. President Ann Lee will not attend.",
            "Mr. Lang and J. R. Smith met Dr. Wu. | No one was hurt.",
            "\"We agreed,\" he said. | \"It is done.\" | She left.",
            "He asked: \"Why?\" | Nobody knew.",
            "He lives in the U.S. | The president lives there too.",
            "The vessel left at 6 a.m. | It sank at 7 a.m. on Friday.",
            "It cost $3.2 million. | Sales rose 4.5 percent.",
            "The firm, Acme Inc., lost money. | Acme Inc. said so.",
            "It rained... and then it stopped. | Wait! | Really?",
            "She left.The car was gone.",
            "He never closed the \"quotation. | The next sentence stands.",
            "It begins at 10 a.m. Saturday in Oslo.",
            "“It is over.” | “No,” she said.",
            "He met Ann I. Smith and Bo P. Lee. | Ann A. Orr left.",
            "So did Ann and I. | Then they left.",
            "They chose plan B. | The plan failed.",
        ] {
            if case.contains("left.The") {
                check("She left. | The car was gone.");
            } else {
                check(case);
            }
        }
    }

    #[test]
    fn a_paragraph_cut_in_mid_sentence_runs_on() {
        let source =
            "The two will open the line again with\n\nLang at the far end of it.\n\nA heading\n\nMore text here.";
        let mut at = 0;
        let blocks: Vec<Block> = source
            .split("\n\n")
            .map(|block| {
                let start = source.get(at..).unwrap().find(block).unwrap() + at;
                at = start + block.len();
                Block {
                    span: Span::new(start, at),
                    part: if block == "A heading" { Part::Subheading } else { Part::Body },
                }
            })
            .collect();
        let text = Text::new(source, &blocks, &[], Lexicon::english());
        let found: Vec<&str> = text.sentences().iter().map(|sentence| text.words_of(sentence)).collect();
        assert_eq!(
            found,
            ["The two will open the line again with\n\nLang at the far end of it.", "A heading", "More text here."]
        );
    }
}
