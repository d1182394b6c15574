//! Units: what the reader of clauses takes as one word. A hyphenated word is one, "they're" is two.

use crate::{
    lexicon::{Class, ClauseClass, Lexicon, Word},
    text::{Initial, Text, Token, TokenKind},
};
use std::ops::Range;

/// A part of speech, or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Noun,
    Plural,
    Name,
    Pronoun,
    ObjectPronoun,
    Determiner,
    Possessive,
    PossessiveMark,
    Number,
    Money,
    Percent,
    Adjective,
    Adverb,
    Negation,
    Preposition,
    Subordinator,
    /// A preposition before a noun, a subordinator before a clause: "after".
    Either,
    Coordinator,
    Relative,
    That,
    To,
    There,
    Modal,
    Base,
    Present,
    Past,
    /// A past or a participle: "killed".
    Ed,
    Participle,
    Ing,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    Quote,
    Stop,
    Other,
    /// Not settled yet.
    Unsettled,
}

impl Tag {
    /// A form of a verb.
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Present | Self::Past | Self::Ed | Self::Participle | Self::Ing)
    }

    /// A noun, a name, a pronoun or a number: what a noun phrase can end with.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Noun
                | Self::Plural
                | Self::Name
                | Self::Pronoun
                | Self::ObjectPronoun
                | Self::Number
                | Self::Percent
                | Self::Money
        )
    }

    /// What ends a stretch of words.
    pub fn is_mark(self) -> bool {
        matches!(
            self,
            Self::Comma
                | Self::Colon
                | Self::Semicolon
                | Self::Dash
                | Self::Open
                | Self::Close
                | Self::Quote
                | Self::Stop
                | Self::Other
        )
    }
}

/// A word or mark with what it may be, and what it was taken to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClauseUnit {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// What it may be by the lists.
    pub may: ClauseClass,
    /// What it is.
    pub tag: Tag,
    /// What the figures know of it.
    pub word: Class,
    /// Whether it is written with a capital that says something.
    pub capital: bool,
    /// What its letters end in.
    pub shape: Shape,
    /// Words joined by a hyphen.
    pub compound: bool,
}

/// What the ending of a word that no list knows says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    Ly,
    Ed,
    Ing,
    Adjectival,
    S,
}

impl Shape {
    fn of(written: &str, lexicon: &Lexicon) -> Self {
        let endings = lexicon.endings();
        match () {
            () if endings.is_adverb(written) => Self::Ly,
            () if endings.is_past(written) => Self::Ed,
            () if endings.is_ing(written) => Self::Ing,
            () if endings.is_adjective(written) => Self::Adjectival,
            () if endings.is_long_plural(written) => Self::S,
            () => Self::Plain,
        }
    }
}

/// The words and marks of a sentence, not tagged yet but for marks.
pub(super) fn units(text: &Text, range: Range<usize>, lexicon: &Lexicon) -> Vec<ClauseUnit> {
    let headline = is_title_case(text, range.clone());
    let mut reader =
        UnitReader { text, lexicon, end: range.end, headline, fresh: true, units: Vec::with_capacity(range.len()) };
    let mut at = range.start;
    while at < range.end {
        at = reader.read(at);
    }
    reader.units
}

/// Whether most of the longer words have capitals, as in some headlines.
fn is_title_case(text: &Text, range: Range<usize>) -> bool {
    let long = |token: &&Token| token.kind == TokenKind::Word && token.span.len() > 3;
    let words = || text.tokens().get(range.clone()).unwrap_or_default().iter().filter(long);
    let capitals = words().filter(|token| token.initial == Initial::Capital).count();
    let all = words().count();
    all >= 4 && capitals * 4 >= all * 3
}

struct UnitReader<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    end: usize,
    headline: bool,
    /// Whether a capital says nothing here: at the start, behind a colon or a quotation mark.
    fresh: bool,
    units: Vec<ClauseUnit>,
}

/// "US", "IT": capitals alone, which are no pronouns.
fn is_acronym(written: &str) -> bool {
    (2..=4).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// No word of the lists is longer, and no compound of more parts is taken as one.
const LONGEST_COMPOUND: usize = 9;

impl UnitReader<'_> {
    fn kind(&self, at: usize) -> TokenKind {
        if at < self.end { self.text.token(at).kind } else { TokenKind::End }
    }

    fn word(&self, at: usize) -> &Word {
        self.lexicon.word(self.text.token(at).word)
    }

    /// Reads the unit at a token, and returns where the next begins.
    fn read(&mut self, at: usize) -> usize {
        match self.kind(at) {
            TokenKind::Word => self.read_word(at),
            TokenKind::Number => self.read_number(at),
            // "#storm", "@mayor".
            TokenKind::Other
                if self.kind(at + 1) == TokenKind::Word
                    && self.text.is_glued(at + 1)
                    && self.text.written(at).len() == 1 =>
            {
                self.push(at, at + 2, Tag::Name, ClauseClass::default());
                at + 2
            }
            kind => {
                let tag = self.mark(kind, at);
                self.push(at, at + 1, tag, ClauseClass::default());
                at + 1
            }
        }
    }

    fn mark(&self, kind: TokenKind, at: usize) -> Tag {
        match kind {
            TokenKind::Possessive => Tag::PossessiveMark,
            TokenKind::Currency => Tag::Money,
            TokenKind::Percent => Tag::Percent,
            TokenKind::Comma => Tag::Comma,
            TokenKind::Colon => Tag::Colon,
            TokenKind::Dash => Tag::Dash,
            TokenKind::Open => Tag::Open,
            TokenKind::Close => Tag::Close,
            TokenKind::DoubleQuote => Tag::Quote,
            TokenKind::SingleQuote if self.is_possessive_plural(at) => Tag::PossessiveMark,
            TokenKind::SingleQuote => Tag::Quote,
            TokenKind::Stop | TokenKind::AbbreviationStop => Tag::Stop,
            TokenKind::Other if self.text.written(at) == ";" => Tag::Semicolon,
            TokenKind::Other if self.text.written(at) == "&" => Tag::Coordinator,
            _ => Tag::Other,
        }
    }

    /// "the workers' homes".
    fn is_possessive_plural(&self, at: usize) -> bool {
        let behind_s = at > 0 && self.text.is_glued(at) && self.text.written(at - 1).ends_with(['s', 'S']);
        behind_s && !self.text.is_glued(at + 1) && self.kind(at + 1) == TokenKind::Word && !self.quote_is_open()
    }

    fn quote_is_open(&self) -> bool {
        self.units.iter().rev().take(LONGEST_COMPOUND).filter(|unit| unit.tag == Tag::Quote).count() % 2 == 1
    }

    fn push(&mut self, first: usize, end: usize, tag: Tag, may: ClauseClass) {
        let token = self.text.token(first);
        let last = end.saturating_sub(1);
        let shape = Shape::of(self.text.written(last), self.lexicon);
        let capital = token.initial == Initial::Capital
            && (!self.headline && !self.fresh || self.word(first).is(Class::MONTH.and(Class::WEEKDAY)));
        self.fresh = match tag {
            Tag::Colon | Tag::Stop | Tag::Quote => true,
            Tag::Dash | Tag::Open => self.fresh,
            _ => false,
        };
        let compound = end - first > 1;
        let word = self.word(last).classes;
        self.units.push(ClauseUnit { first, end, may, tag, word, capital, shape, compound });
    }

    fn read_word(&mut self, at: usize) -> usize {
        if let Some(end) = self.long_preposition(at) {
            self.push(at, end, Tag::Preposition, ClauseClass::LONG_PREPOSITION);
            return end;
        }
        if self.denies_in_two(at) {
            self.push(at, at + 2, Tag::Unsettled, ClauseClass::NEGATION);
            return at + 2;
        }
        let end = self.compound_end(at);
        let written = self.text.slice(at, end);
        let words = self.lexicon.clauses();
        if end == at + 1 {
            if let Some((left, glued)) = words.contraction(written) {
                return self.read_contraction(at, left, glued);
            }
            let may = if is_acronym(written) { ClauseClass::default() } else { words.class(written) };
            let is_abbreviation = self.kind(end) == TokenKind::AbbreviationStop && self.text.is_glued(end);
            let end = if is_abbreviation { end + 1 } else { end };
            let tag = if is_abbreviation || is_acronym(written) { Tag::Name } else { Tag::Unsettled };
            self.push(at, end, tag, if is_abbreviation { ClauseClass::default() } else { may });
            return end;
        }
        let may = self.compound_class(at, end);
        self.push(at, end, Tag::Unsettled, may);
        end
    }

    /// "didn't", "they're": two units of one token.
    fn read_contraction(&mut self, at: usize, left: usize, glued: ClauseClass) -> usize {
        let words = self.lexicon.clauses();
        let base = self.text.written(at).get(..left).unwrap_or_default();
        let own = words.class(base);
        self.push(at, at + 1, Tag::Unsettled, own);
        self.push(at, at + 1, Tag::Unsettled, glued);
        if let Some(unit) = self.units.last_mut() {
            unit.capital = false;
        }
        at + 1
    }

    fn long_preposition(&self, at: usize) -> Option<usize> {
        let words = self.lexicon.clauses();
        let leads = words.class(self.text.written(at)).is(ClauseClass::LEADS_PHRASE);
        let is_pair = leads && self.kind(at + 1) == TokenKind::Word;
        let pair = self.text.slice(at, at + 2);
        (is_pair && words.class(pair).is(ClauseClass::LONG_PREPOSITION)).then_some(at + 2)
    }

    /// "no longer".
    fn denies_in_two(&self, at: usize) -> bool {
        let words = self.lexicon.clauses();
        let denies = |first, end| words.class(self.text.slice(first, end)).is(ClauseClass::NEGATION);
        denies(at, at + 1) && self.kind(at + 1) == TokenKind::Word && denies(at, at + 2)
    }

    /// One past the words that hyphens join.
    fn compound_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < at + LONGEST_COMPOUND
            && matches!(self.kind(end), TokenKind::Hyphen)
            && matches!(self.kind(end + 1), TokenKind::Word | TokenKind::Number)
            && self.text.is_glued(end)
            && self.text.is_glued(end + 1)
        {
            end += 2;
        }
        end
    }

    /// What a hyphenated word may be: what its last word is, but a participle is an adjective ("U.S.-led"); "re-elected".
    fn compound_class(&self, at: usize, end: usize) -> ClauseClass {
        let words = self.lexicon.clauses();
        let whole = words.class(self.text.slice(at, end));
        if whole != ClauseClass::default() {
            return whole;
        }
        let last = words.class(self.text.written(end - 1));
        if words.class(self.text.written(at)).is(ClauseClass::PREFIX) && last.is(ClauseClass::VERB) {
            return last;
        }
        let adjectival = last.is(ClauseClass::PARTICIPLE.and(ClauseClass::ING).and(ClauseClass::ADJECTIVE))
            || self.word(at).is(Class::CARDINAL)
            || Shape::of(self.text.written(end - 1), self.lexicon) == Shape::Ed;
        if adjectival { ClauseClass::ADJECTIVE } else { ClauseClass::default() }
    }

    /// "22:30", "2–1".
    fn clock_end(&self, at: usize) -> Option<usize> {
        let joins = matches!(self.kind(at + 1), TokenKind::Colon | TokenKind::Dash | TokenKind::Slash);
        let glued = self.text.is_glued(at + 1) && self.text.is_glued(at + 2);
        (joins && glued && self.kind(at + 2) == TokenKind::Number).then_some(at + 3)
    }

    /// A number, with what a hyphen joins to it: "12-year-old", "2-1", "1,000".
    fn read_number(&mut self, at: usize) -> usize {
        let end = self.clock_end(at).unwrap_or_else(|| self.compound_end(at));
        if end == at + 1 || self.kind(at + 1) != TokenKind::Hyphen {
            self.push(at, end, Tag::Number, ClauseClass::default());
            return end;
        }
        let tag = if self.kind(end - 1) == TokenKind::Number { Tag::Number } else { Tag::Adjective };
        self.push(at, end, tag, ClauseClass::ADJECTIVE);
        end
    }
}
