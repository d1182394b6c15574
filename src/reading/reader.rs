//! Reading values from the tokens of a sentence: its tokens, the words the engine knows of them, and hedges.

use crate::{
    lexicon::{Class, HedgeMeaning, Lexicon, Trie, Word, WordGroup, WordId},
    text::{Initial, Sentence, Text, Token, TokenKind},
};

/// One sentence's tokens, to read values from.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// The words the engine knows.
    pub lexicon: &'a Lexicon,
    tokens: &'a [Token],
    first: usize,
    end: usize,
    /// Its first token that is no mark.
    opening: usize,
}

impl<'a> Reader<'a> {
    /// A reader of one sentence.
    #[must_use]
    pub fn new(text: &'a Text<'a>, lexicon: &'a Lexicon, sentence: &Sentence) -> Self {
        let tokens = text.tokens().get(sentence.first..sentence.end).unwrap_or_default();
        let marks = tokens.iter().take_while(|token| may_open(token.kind)).count();
        Self { text, lexicon, tokens, first: sentence.first, end: sentence.end, opening: sentence.first + marks }
    }

    /// The indices of its tokens.
    #[must_use]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first..self.end
    }

    /// The token at an index; `Token::END` outside the sentence.
    #[inline]
    #[must_use]
    pub fn token(&self, index: usize) -> Token {
        self.tokens.get(index.wrapping_sub(self.first)).copied().unwrap_or(Token::END)
    }

    /// What the token is.
    #[inline]
    #[must_use]
    pub fn kind(&self, index: usize) -> TokenKind {
        self.token(index).kind
    }

    /// What the lexicon knows of the token.
    #[inline]
    #[must_use]
    pub fn word(&self, index: usize) -> &'a Word {
        self.lexicon.word(self.token(index).word)
    }

    /// The token as written.
    #[inline]
    #[must_use]
    pub fn written(&self, index: usize) -> &'a str {
        self.text.read(self.token(index))
    }

    /// Whether the token is this word, in any case.
    #[inline]
    #[must_use]
    pub fn is(&self, index: usize, word: &str) -> bool {
        // Most words differ in length already.
        let span = self.token(index).span;
        span.len() == word.len() && span.of(self.text.source()).eq_ignore_ascii_case(word)
    }

    /// Whether the token is a word of any of these groups.
    #[inline]
    #[must_use]
    pub fn is_of(&self, index: usize, groups: WordGroup) -> bool {
        self.word(index).is_of(groups)
    }

    /// Whether the token begins with a capital letter.
    #[inline]
    #[must_use]
    pub fn is_capital(&self, index: usize) -> bool {
        self.token(index).initial == Initial::Capital
    }

    /// Whether the token is the sentence's first, quotation marks aside.
    #[must_use]
    pub fn is_sentence_start(&self, index: usize) -> bool {
        index <= self.opening
    }

    /// Whether nothing stands between the token and the one before it.
    #[inline]
    #[must_use]
    pub fn is_glued(&self, index: usize) -> bool {
        index > self.first && self.text.is_glued(index)
    }

    /// The index behind a hyphen at `index`, or `index` itself.
    #[inline]
    #[must_use]
    pub fn past_hyphen(&self, index: usize) -> usize {
        if self.kind(index) == TokenKind::Hyphen { index + 1 } else { index }
    }

    /// The ids of the words from `index` on.
    pub fn ids(&self, index: usize) -> impl Iterator<Item = WordId> + use<'a> {
        let reader = *self;
        (index..self.end).map(move |index| reader.token(index).word).take_while(|word| word.is_known())
    }

    /// The hedge that ends right before `index`: its first token and its meaning.
    #[must_use]
    pub fn hedge_before(&self, index: usize) -> Option<(usize, &'a HedgeMeaning)> {
        let last = index.checked_sub(1)?;
        if let Some(compared) = self.comparison_before(index) {
            return Some(compared);
        }
        // "~5".
        if self.kind(last) == TokenKind::Other && self.is_glued(index) && !self.is_glued(last) {
            let (_, meaning) = self.lexicon.hedges_before.longest(self.lexicon.id(self.written(last)))?;
            return Some((last, self.lexicon.meanings.get(*meaning)?));
        }
        // "Sub-90 sq m flats".
        if self.kind(last) == TokenKind::Hyphen && self.is_glued(index) && self.is(last.wrapping_sub(1), "sub") {
            let (_, meaning) = self.lexicon.hedges_before.longest(self.lexicon.id("sub"))?;
            return Some((last - 1, self.lexicon.meanings.get(*meaning)?));
        }
        if !self.word(last).is(Class::HEDGE_END) {
            return None;
        }
        let reader = *self;
        let backwards = (self.first..index).rev().map(move |index| reader.token(index).word);
        let (count, meaning) = self.lexicon.hedges_before.longest(backwards)?;
        let before = (index - count).wrapping_sub(1);
        // "It ticked up to 5 percent." "It drifts back up to 5." "He shot a four-under 68."
        let verb = if self.is(before, "back") { before.wrapping_sub(1) } else { before };
        let upward = self.is(index - count, "up") && self.word(verb).is(Class::UPWARD);
        if upward || self.kind(before) == TokenKind::Hyphen || count == 1 && self.is_preposition(last) {
            return None;
        }
        Some((index - count, self.lexicon.meanings.get(*meaning)?))
    }

    /// "<= 5", "≥5", "> 5": a sign of comparison before a figure, a blank between or not.
    fn comparison_before(&self, index: usize) -> Option<(usize, &'a HedgeMeaning)> {
        let is_sign = |at: usize| at >= self.first && self.kind(at) == TokenKind::Other;
        let last = index.checked_sub(1).filter(|last| is_sign(*last))?;
        let first = last.checked_sub(1).filter(|first| is_sign(*first) && self.is_glued(last)).unwrap_or(last);
        let sign: String = (first..index).map(|at| self.written(at)).collect();
        if !sign.starts_with(['<', '>', '≤', '≥']) {
            return None;
        }
        let (_, meaning) = self.lexicon.hedges_before.longest(self.lexicon.id(&sign))?;
        Some((first, self.lexicon.meanings.get(*meaning)?))
    }

    /// The hedge that begins at `index`: one past its last token, and its meaning. "-odd" and "+" stand right behind the
    /// figure, "or so" and "give or take" apart from it.
    #[must_use]
    pub fn hedge_after(&self, index: usize) -> Option<(usize, &'a HedgeMeaning)> {
        let token = self.token(index);
        let glued = match token.kind {
            TokenKind::Word if self.word(index).is(Class::HEDGE_AFTER) => {
                let (count, meaning) = self.lexicon.hedges_after.longest(self.ids(index))?;
                return Some((index + count, self.lexicon.meanings.get(*meaning)?));
            }
            TokenKind::Comma if self.word(index + 1).is(Class::HEDGE_AFTER) && self.is(index + 1, "give") => {
                return self.hedge_after(index + 1);
            }
            TokenKind::Hyphen if self.kind(index + 1) != TokenKind::Number => index + 1,
            TokenKind::Other if self.is_glued(index) && !self.is_glued(index + 1) => index,
            _ => return None,
        };
        let meaning = self.lexicon.hedges_glued.get(&self.lexicon.id(self.written(glued))?)?;
        Some((glued + 1, self.lexicon.meanings.get(*meaning)?))
    }

    /// The expression that begins at `index`, hyphens between its words or not: one past its last token, and its value.
    #[must_use]
    pub fn expression<'t, T>(&self, trie: &'t Trie<T>, index: usize) -> Option<(usize, &'t T)> {
        let reader = *self;
        let words = (index..self.end)
            .map(move |at| reader.token(at))
            .filter(|token| token.kind != TokenKind::Hyphen)
            .map(|token| token.word)
            .take_while(|word| word.is_known());
        let (mut count, value) = trie.longest(words)?;
        let mut end = index;
        while count > 0 {
            count -= usize::from(self.kind(end) != TokenKind::Hyphen);
            end += 1;
        }
        Some((end, value))
    }

    /// The next token from `at` on that a value may begin with.
    #[must_use]
    pub fn next_start(&self, at: usize) -> Option<usize> {
        let rest = self.tokens.get(at - self.first..)?;
        (at..).zip(rest).find_map(|(index, token)| self.starts_value(index, token).then_some(index))
    }

    #[inline]
    fn starts_value(&self, at: usize, token: &Token) -> bool {
        match token.kind {
            TokenKind::Number | TokenKind::Currency => true,
            // An article begins a value only before a word of the lexicon: "a dozen", "an hour".
            TokenKind::Word if self.lexicon.word(token.word).is(Class::ARTICLE) => self.token(at + 1).word.is_known(),
            // "v3", "FY31": what is no word of the lexicon is one of a value's where a digit follows its letters.
            TokenKind::Word if !token.word.is_known() => {
                let letters = self.written(at).as_bytes();
                letters.get(1..3).is_some_and(|next| next.iter().any(u8::is_ascii_digit))
                    || letters.len() == 2 && letters.get(1).is_some_and(u8::is_ascii_digit)
            }
            TokenKind::Word => self.lexicon.word(token.word).is(Class::STARTS_VALUE),
            // "3.2.0", "30.12.2021", "½".
            TokenKind::Other => {
                let written = self.written(at);
                let digits = token.span.len() > 1 && written.starts_with(|first: char| first.is_ascii_digit());
                digits || token.span.len() > 1 && self.lexicon.vulgar_fractions.contains_key(written)
            }
            _ => false,
        }
    }
}

/// A mark that may stand before a sentence's first word.
fn may_open(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Open | TokenKind::Dash)
}
