//! Words: sentences of tokens over one string, the quotation marks, and the parts of an article.

mod characters;
mod cut;
mod damage;
mod entity;
mod inches;
mod numeral;
mod quotation;
mod scanner;
mod sentence;
mod token;
mod unfinished;

pub use damage::Damage;
pub use entity::decoded;
pub use inches::is_inches;
pub use quotation::{DamagedMark, Quotation, Quotations, quotations};
pub use sentence::Sentence;
pub use token::{Initial, Token, TokenKind};
pub use unfinished::unfinished_sentences;

use self::token::CodedWord;
use crate::{lexicon::Lexicon, span::Span};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, ops::Range, sync::OnceLock};

/// The part of an article that a stretch of text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The title, and a first line that repeats it.
    Headline,
    /// The first paragraph of the body.
    Lead,
    /// The running text.
    Body,
    /// A short line between paragraphs that titles what follows.
    Subheading,
    /// The words under a picture, its alternative text, its credit.
    Caption,
    /// What an outlet says it had wrong ("Correction: An earlier version of this article ...").
    Correction,
    /// A line that only leads to another article ("READ MORE: ...").
    Link,
    /// What a page shows until something has loaded ("Loading...").
    Placeholder,
    /// Byline, date line, URL: words about the article, not of it.
    Metadata,
    /// Lines of a program, a command or a file, and the words of a sentence that are set as such.
    Code,
}

impl Part {
    /// Every part, in the order of an article.
    pub const ALL: &[Self] = &[
        Self::Headline,
        Self::Lead,
        Self::Body,
        Self::Subheading,
        Self::Caption,
        Self::Correction,
        Self::Link,
        Self::Placeholder,
        Self::Metadata,
        Self::Code,
    ];

    /// The word for it in rules and output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Subheading => "subheading",
            Self::Caption => "caption",
            Self::Correction => "correction",
            Self::Link => "link",
            Self::Placeholder => "placeholder",
            Self::Metadata => "metadata",
            Self::Code => "code",
        }
    }

    /// Whether a topic takes claims from this part without being asked to: link lines, captions, corrections, placeholders and code
    /// are no evidence unless `in:` names them.
    #[must_use]
    pub fn is_evidence(self) -> bool {
        match self {
            Self::Headline | Self::Lead | Self::Body | Self::Subheading => true,
            Self::Caption | Self::Correction | Self::Link | Self::Placeholder | Self::Metadata | Self::Code => false,
        }
    }
}

/// A stretch of an article's text that stands on its own: a heading, a paragraph, a caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub part: Part,
}

/// One text as sentences of tokens. Built in one forward pass.
///
/// ```
/// use crosscheck::rooms::{lexicon::Lexicon, span::Span, text::{Block, Part, Text}};
/// let source = "It starts at 3:30 p.m. ET, said Mr. Lang. He left.";
/// let block = Block { span: Span::new(0, source.len()), part: Part::Body };
/// let text = Text::new(source, &[block], &[], Lexicon::english());
/// let sentences: Vec<&str> = text.sentences().iter().map(|sentence| text.words_of(sentence)).collect();
/// assert_eq!(sentences, ["It starts at 3:30 p.m. ET, said Mr. Lang.", "He left."]);
/// ```
#[derive(Debug)]
pub struct Text<'a> {
    source: &'a str,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    paragraphs: Vec<Paragraph>,
    /// The words in which letters are written as entities, in order.
    coded: Vec<CodedWord>,
    /// Where its lines begin, once somebody has asked.
    line_starts: OnceLock<Vec<usize>>,
}

/// What stands between the day and the clock of "2026-03-15T10:00", and is no word.
const CLOCK: &str = "T";

/// The tokens of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// What it is.
    pub part: Part,
}

impl<'a> Text<'a> {
    /// Reads the blocks of `source`, passing over `markup`; both are in order and without overlap.
    #[must_use]
    pub fn new(source: &'a str, blocks: &[Block], markup: &[Span], lexicon: &Lexicon) -> Self {
        let mut tokens = Vec::with_capacity(source.len() / 5);
        let mut ends = Vec::with_capacity(blocks.len());
        let mut paragraphs = Vec::with_capacity(blocks.len());
        let mut coded = Vec::new();
        let mut markup = markup;
        for block in blocks {
            markup = scanner::tokenize(source, block.span, markup, lexicon, (&mut tokens, &mut coded));
            let first = ends.last().copied().unwrap_or(0);
            ends.push(tokens.len());
            paragraphs.push(Paragraph { first, end: tokens.len(), part: block.part });
        }
        cut::let_go(source, &mut tokens);
        let sentences = sentence::split(source, &tokens, blocks, &ends, lexicon);
        Self { source, tokens, sentences, paragraphs, coded, line_starts: OnceLock::new() }
    }

    /// A text that is one block of body, such as a literal of a rule.
    #[must_use]
    pub fn plain(source: &'a str, lexicon: &Lexicon) -> Self {
        Self::new(source, &[Block { span: Span::new(0, source.len()), part: Part::Body }], &[], lexicon)
    }

    /// Some of its tokens once more, in another order: each sentence is made of the runs of tokens that are given for it, and
    /// is in the part that is given.
    #[must_use]
    pub fn rearranged(&self, sentences: &[(Part, Vec<Range<usize>>)]) -> Self {
        let mut again = Self {
            source: self.source,
            tokens: Vec::new(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            coded: self.coded.clone(),
            line_starts: self.line_starts.clone(),
        };
        for (part, runs) in sentences {
            let first = again.tokens.len();
            for run in runs {
                again.tokens.extend_from_slice(self.tokens.get(run.clone()).unwrap_or_default());
            }
            let end = again.tokens.len();
            let block = again.paragraphs.len();
            again.paragraphs.push(Paragraph { first, end, part: *part });
            again.sentences.push(Sentence { first, end, part: *part, block });
        }
        again
    }

    /// The tokens that lie within a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        first..end.max(first)
    }

    /// What stands before a token on its line.
    #[must_use]
    pub fn before_on_line(&self, token: usize) -> &'a str {
        let start = self.token(token).span.range().start;
        let lines = self.line_starts.get_or_init(|| {
            let ends = memchr::memchr_iter(b'\n', self.source.as_bytes());
            std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
        });
        let line = lines.partition_point(|line| *line <= start).checked_sub(1).and_then(|at| lines.get(at));
        self.source.get(line.copied().unwrap_or_default()..start).unwrap_or_default()
    }

    /// The whole string.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// Its tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Its sentences, in order; each token is in one.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens of its blocks, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The place among the paragraphs of the one that a token stands in.
    #[must_use]
    pub fn paragraph_of(&self, token: usize) -> Option<usize> {
        self.paragraphs.partition_point(|paragraph| paragraph.first <= token).checked_sub(1)
    }

    /// The paragraph that a token stands in.
    #[must_use]
    pub fn paragraph_at(&self, token: usize) -> Option<&Paragraph> {
        self.paragraphs.get(self.paragraph_of(token)?)
    }

    /// The token at an index; one of kind `End` outside the text.
    #[inline]
    #[must_use]
    pub fn token(&self, index: usize) -> Token {
        self.tokens.get(index).copied().unwrap_or(Token::END)
    }

    /// A token's words as written; an entity of HTML is what it stands for.
    #[inline]
    #[must_use]
    pub fn written(&self, index: usize) -> &str {
        self.read(self.token(index))
    }

    /// The words of a token as written; an entity of HTML is what it stands for.
    #[inline]
    #[must_use]
    pub fn read(&self, token: Token) -> &str {
        if !self.coded.is_empty()
            && let Some(decoded) = self.decoded(token)
        {
            return decoded;
        }
        entity::read(token.span.of(self.source))
    }

    /// A word in which letters are written as entities, as it is read.
    fn decoded(&self, token: Token) -> Option<&str> {
        let index = self.coded.binary_search_by_key(&token.span.start, |word| word.span.start).ok()?;
        self.coded.get(index).filter(|word| word.span == token.span).map(|word| &*word.decoded)
    }

    /// Whether the tokens `from..to` are read as they stand in the source: none of them has a letter that is an entity.
    #[must_use]
    pub fn is_plain(&self, from: usize, to: usize) -> bool {
        self.coded.is_empty() || !(from..to).any(|index| self.decoded(self.token(index)).is_some())
    }

    /// The words of the tokens `from..to`, as written, with what stands between them.
    #[must_use]
    pub fn slice(&self, from: usize, to: usize) -> &'a str {
        self.span_of(from, to).of(self.source)
    }

    /// The words of the tokens `from..to` as a reader sees them: what a marked-up text has between two of them is none, save
    /// blanks.
    #[must_use]
    pub fn words(&self, from: usize, to: usize) -> Cow<'a, str> {
        let whole = self.slice(from, to);
        let tokens = self.tokens.get(from..to).unwrap_or_default();
        let gaps = tokens.iter().zip(tokens.iter().skip(1));
        let gaps = gaps.map(|(token, next)| Span { start: token.span.end, end: next.span.start }.of(self.source));
        let is_mark = |letter: char| !letter.is_whitespace();
        let is_entity = |token: &Token| token.span.of(self.source).starts_with('&') && token.span.len() > 3;
        let is_plain = self.is_plain(from, to) && !tokens.iter().any(is_entity);
        if is_plain && !gaps.clone().any(|gap| gap.contains(is_mark)) {
            return Cow::Borrowed(whole);
        }
        let mut words = String::with_capacity(whole.len());
        for (token, gap) in tokens.iter().zip(gaps.chain([""])) {
            words.push_str(self.read(*token));
            if entity::are_blanks(gap) {
                words.push(' ');
            } else if gap == CLOCK {
                words.push_str(gap);
            } else {
                words.extend(gap.chars().filter(|letter| !is_mark(*letter)));
            }
        }
        Cow::Owned(words)
    }

    /// The span of the tokens `from..to`; empty where there are none.
    #[must_use]
    pub fn span_of(&self, from: usize, to: usize) -> Span {
        match (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if from < to => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// A sentence as written.
    #[must_use]
    pub fn words_of(&self, sentence: &Sentence) -> &'a str {
        self.slice(sentence.first, sentence.end)
    }

    /// Whether words stand at a token and the next ones, in any case.
    #[must_use]
    pub fn stands(&self, at: usize, words: &[String]) -> bool {
        words.iter().enumerate().all(|(index, word)| self.written(at + index).eq_ignore_ascii_case(word))
    }

    /// Whether nothing stands between a token and the one before it.
    #[inline]
    #[must_use]
    pub fn is_glued(&self, index: usize) -> bool {
        index > 0 && self.token(index - 1).span.end == self.token(index).span.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_without_marks() {
        for (source, expected) in [
            ("It costs **$25** per month.", "It costs $25 per month."),
            ("more than `1000` people", "more than 1000 people"),
            ("a  plain\ntext", "a  plain\ntext"),
            ("**Ada Quill**'s", "Ada Quill's"),
            ("1000&nbsp;users pay &euro;5", "1000 users pay €5"),
            ("AT&amp;T &lt; 5", "AT&T < 5"),
            ("**Jos&eacute;** O&#8217;Brien&#8217;s caf&#233;", "José O’Brien’s café"),
            ("", ""),
        ] {
            let marks: Vec<Span> = source.match_indices(['*', '`']).map(|(at, _)| Span::new(at, at + 1)).collect();
            let block = Block { span: Span::new(0, source.len()), part: Part::Body };
            let text = Text::new(source, &[block], &marks, Lexicon::english());
            assert_eq!(text.words(0, text.tokens().len()), expected);
        }
    }
}
