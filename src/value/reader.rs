//! Reading values from the tokens of a sentence: what every kind shares. Hedges, ranges, and which reading wins.

use super::{Amount, Content, Interval, Kind, Precision, Value, figure::Figure, kind};
use crate::{
    lexicon::{Bound, Class, Lexicon, Meaning, Trie, Word, WordId},
    text::{Initial, Sentence, Text, Token, TokenKind},
};

/// A value read at the tokens `first..end`.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its first token, hedge included.
    pub first: usize,
    /// One past its last token, unit included.
    pub end: usize,
    /// What it means.
    pub value: Value,
}

impl Reading {
    /// The longer reading wins, then the more specific kind.
    fn rank(&self) -> (usize, u8) {
        (self.end, self.value.kind.entry().rank)
    }
}

/// A hedge behind a number has at most so many tokens: ", give or take a few".
const LONGEST_HEDGE_AFTER: usize = 6;

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
        self.token(index).span.of(self.text.source())
    }

    /// Whether the token is this word, in any case.
    #[inline]
    #[must_use]
    pub fn is(&self, index: usize, word: &str) -> bool {
        // Most words differ in length already.
        let span = self.token(index).span;
        span.len() == word.len() && span.of(self.text.source()).eq_ignore_ascii_case(word)
    }

    /// Whether a token is one of some words, in any case.
    #[must_use]
    pub fn is_any(&self, index: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(index, word))
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
    pub fn hedge_before(&self, index: usize) -> Option<(usize, &'a Meaning)> {
        let last = index.checked_sub(1)?;
        // "~5".
        if self.kind(last) == TokenKind::Other && self.is_glued(index) && !self.is_glued(last) {
            let (_, meaning) = self.lexicon.hedges_before.longest(self.lexicon.id(self.written(last)))?;
            return Some((last, self.lexicon.meanings.get(*meaning)?));
        }
        if !self.word(last).is(Class::HEDGE_END) {
            return None;
        }
        let reader = *self;
        let backwards = (self.first..index).rev().map(move |index| reader.token(index).word);
        let (count, meaning) = self.lexicon.hedges_before.longest(backwards)?;
        let before = (index - count).wrapping_sub(1);
        // "It ticked up to 5 percent." "He shot a four-under 68."
        let upward = self.is(index - count, "up") && self.word(before).is(Class::UPWARD);
        if upward || self.kind(before) == TokenKind::Hyphen {
            return None;
        }
        Some((index - count, self.lexicon.meanings.get(*meaning)?))
    }

    /// The first token of a figure, the hedge before it included.
    #[inline]
    #[must_use]
    pub fn start_of(&self, figure: &Figure) -> usize {
        self.hedge_before(figure.first).map_or(figure.first, |(start, _)| start)
    }

    /// The hedge that begins at `index`: one past its last token, and its meaning. "-odd" and "+" stand right behind the
    /// figure, "or so" and "give or take" apart from it.
    #[must_use]
    pub fn hedge_after(&self, index: usize) -> Option<(usize, &'a Meaning)> {
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

    /// The hedge that a figure ends with: its first token, and its meaning.
    fn hedge_within(&self, figure: &Figure) -> Option<(usize, &'a Meaning)> {
        let first = (figure.first + 1).max(figure.end.saturating_sub(LONGEST_HEDGE_AFTER));
        (first..figure.end).find_map(|at| {
            let (_, meaning) = self.hedge_after(at).filter(|(end, _)| *end == figure.end)?;
            Some((at, meaning))
        })
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

    /// A value whose words are the tokens `first..end`.
    #[must_use]
    pub fn value(&self, kind: Kind, first: usize, end: usize, content: Content) -> Reading {
        let text = self.text.slice(first, end).into();
        let precision = Precision::Exact;
        Reading { first, end, value: Value { kind, text, hedge: None, precision, content } }
    }

    /// An amount whose unit ends before `end`, with the hedges around it. `step` is what half a unit is half of.
    #[must_use]
    pub fn amount(&self, kind: Kind, figure: &Figure, end: usize, amount: Amount, step: f64) -> Reading {
        let mut amount = amount;
        let mut precision = figure.precision;
        let mut hedge = None;
        let (mut first, mut end) = (figure.first, end);
        if let Some((start, meaning)) = self.hedge_before(figure.first) {
            hedge = Some(self.text.slice(start, figure.first).into());
            first = start;
            apply(meaning, &mut amount, step, &mut precision);
        } else if let Some((start, meaning)) = self.hedge_within(figure) {
            hedge = Some(without_joint(self.text.slice(start, figure.end)).into());
            apply(meaning, &mut amount, step, &mut precision);
        } else if let Some((after, meaning)) = self.hedge_after(end) {
            hedge = Some(without_joint(self.text.slice(end, after)).into());
            end = after;
            apply(meaning, &mut amount, step, &mut precision);
        }
        let mut reading = self.value(kind, first, end, Content::Amount(amount));
        reading.value.hedge = hedge;
        reading.value.precision = precision;
        reading
    }

    /// The value that begins at `at`, of the kinds that are wanted: the longest, then the most specific.
    #[must_use]
    pub fn longest(
        &self,
        at: usize,
        figure: Option<&Figure>,
        wanted: impl Fn(&kind::Entry) -> bool,
    ) -> Option<Reading> {
        let is_alone = figure.is_some_and(|figure| self.is_alone(at, figure));
        let read = |is_bare: bool| {
            let mut best: Option<Reading> = None;
            let entries = kind::ALL.iter().filter(|entry| (entry.rank == 0) == is_bare && (entry.alone || !is_alone));
            for entry in entries.filter(|entry| wanted(entry)) {
                if let Some(next) = (entry.read)(self, at, figure)
                    && best.as_ref().is_none_or(|best| next.rank() > best.rank())
                {
                    best = Some(next);
                }
            }
            best
        };
        // A bare figure is no longer than what has a unit or a thing counted: it is read only where nothing else is.
        read(false).or_else(|| read(true))
    }

    /// Whether a figure in digits stands among other figures and marks: nothing says what it counts or measures.
    fn is_alone(&self, at: usize, figure: &Figure) -> bool {
        use TokenKind::{Close, Colon, Comma, Dash, End, Hyphen, Number, Open, Slash, Stop};
        let before = self.kind(figure.first.wrapping_sub(1));
        let behind = self.kind(figure.end);
        figure.first == at
            && figure.digits
            && !figure.money_only
            && self.kind(at) == Number
            && self.kind(figure.end - 1) == Number
            && matches!(before, Number | Hyphen | Colon | Slash | Dash | Open | End)
            && (matches!(behind, Number | Colon | Slash | Dash | Comma | Stop | Close | End)
                || behind == Hyphen && self.kind(figure.end + 1) == Number)
    }

    /// The values of the sentence, in order, without overlap: at each place the longest reading wins.
    pub fn values(&self) -> impl Iterator<Item = Reading> + use<'a> {
        let reader = *self;
        let (mut at, mut free) = (reader.first, reader.first);
        std::iter::from_fn(move || {
            while let Some(start) = reader.next_start(at) {
                at = start;
                let figure = Figure::read(&reader, at);
                if let Some(reading) = reader.longest(at, figure.as_ref(), |_| true).filter(|found| found.first >= free)
                {
                    at = reading.end.max(at + 1);
                    free = reading.end;
                    return Some(reading);
                }
                at = figure.map_or(at, |figure| figure.end).max(at + 1);
            }
            None
        })
    }

    /// The next token from `at` on that a value may begin with.
    fn next_start(&self, at: usize) -> Option<usize> {
        let rest = self.tokens.get(at - self.first..)?;
        (at..).zip(rest).find_map(|(index, token)| self.starts_value(index, token).then_some(index))
    }

    #[inline]
    fn starts_value(&self, at: usize, token: &Token) -> bool {
        match token.kind {
            TokenKind::Number | TokenKind::Currency => true,
            // An article begins a value only before a word of the lexicon: "a dozen", "an hour".
            TokenKind::Word if self.lexicon.word(token.word).is(Class::ARTICLE) => self.token(at + 1).word.is_known(),
            TokenKind::Word => self.lexicon.word(token.word).is(Class::STARTS_VALUE),
            TokenKind::Other => {
                token.span.range().len() > 1 && self.lexicon.vulgar_fractions.contains_key(self.written(at))
            }
            _ => false,
        }
    }
}

/// A mark that may stand before a sentence's first word.
fn may_open(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Open | TokenKind::Dash)
}

/// A hedge's own words: "-odd" is "odd".
fn without_joint(hedge: &str) -> &str {
    hedge.trim_start_matches(['-', ',', ' '])
}

/// Widens or opens an amount as a hedge says.
fn apply(meaning: &Meaning, amount: &mut Amount, step: f64, precision: &mut Precision) {
    amount.interval = hedged(meaning, amount.interval, step);
    if let Some(months) = &mut amount.months {
        **months = hedged(meaning, **months, 1.0);
    }
    *precision = meaning.precision;
}

/// What a hedge makes of an interval: its factors apply to the interval's own ends, so that "less than a month" ends
/// where a long month does. An amount that is at most something is more than nothing, or nothing.
fn hedged(meaning: &Meaning, of: Interval, step: f64) -> Interval {
    let open = |bound: Bound| meaning.open.contains(&bound);
    let reach = |bound: Bound| if meaning.half_unit == Some(bound) { step / 2.0 } else { 0.0 };
    let lo = meaning.low.map(|factor| {
        if reach(Bound::Low) > 0.0 { (of.lo * factor).min(of.lo - reach(Bound::Low)) } else { of.lo * factor }
    });
    let hi = meaning.high.map(|factor| (of.hi * factor).max(of.hi + reach(Bound::High)));
    let (lo, lo_open) = match lo {
        Some(lo) => (lo, open(Bound::Low)),
        None if of.hi >= 0.0 => (0.0, open(Bound::High)),
        None => (f64::NEG_INFINITY, true),
    };
    let (hi, hi_open) = hi.map_or((f64::INFINITY, true), |hi| (hi, open(Bound::High)));
    if lo > hi {
        Interval { lo: hi, hi: lo, lo_open: hi_open, hi_open: lo_open }
    } else {
        Interval { lo, hi, lo_open, hi_open }
    }
}
