//! A phrase: how a writer would put a claim, with a hole for its value.

use crate::{
    diagnostic::{Mistake, code},
    grammar::{Grammar, Rule as Production},
    lexicon::{Class, Lexicon},
    suggest,
    text::{Text, TokenKind},
    value::Kind,
};
use pest::{Parser, iterators::Pair};
use std::{borrow::Cow, collections::BTreeMap, ops::Range};

/// A parsed phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The phrase as written.
    pub source: String,
    /// What it asks for, in order.
    pub elements: Vec<Element>,
    /// Whether it stands in quotation marks: then it finds its words in this order alone, and no other way to say the same.
    pub is_literal: bool,
}

/// One thing that a phrase asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// A word.
    Word(PhraseWord),
    /// A word that names a unit, by its key: beside the hole a writer may put it on either side, or inside the value.
    Unit(PhraseWord),
    /// A word as written.
    Exact(String),
    /// "'s".
    Possessive,
    /// A mark that is required: a comma, a colon.
    Mark(char),
    /// The value.
    Hole(Kind),
    /// The shortest run of any words.
    Gap,
    /// One of these.
    Choice(Vec<Vec<Element>>),
    /// It may be missing.
    Optional(Vec<Element>),
}

/// A word of a phrase: it finds the words that share its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseWord {
    /// What it is found by.
    pub key: String,
    /// As it is written.
    pub written: String,
}

/// What a phrase may refer to: the file's `names:` (each with its spellings) and `words:` lists.
#[derive(Clone, Debug, Default)]
pub struct PhraseVocabulary {
    /// Canonical name to its other spellings.
    pub names: BTreeMap<String, Vec<String>>,
    /// List name to its words, used as `$name`.
    pub words: BTreeMap<String, Vec<String>>,
}

/// The words that a phrase is read with: those that it may refer to, and those that the engine knows.
#[derive(Clone, Copy, Debug)]
pub struct PhraseWords<'w> {
    /// The file's own.
    pub vocabulary: &'w PhraseVocabulary,
    /// The engine's.
    pub lexicon: &'w Lexicon,
}

/// How a phrase may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A topic's phrase: its hole must be of this kind (a choice or quotation topic's phrases have no hole).
    Topic(Kind),
    /// A veto: the hole is optional, and must be of this kind.
    Veto(Kind),
}

/// What a value may be counted in.
const UNITS: Class = Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT);

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    /// Every mistake that was found, in the order of the phrase.
    pub fn parse(text: &str, used_as: Use, words: PhraseWords<'_>) -> Result<Self, Vec<Mistake>> {
        if text.trim().is_empty() {
            let help = Some("write the words that a report would use".to_string());
            return Err(vec![Mistake::at(code::EMPTY_TEXT, 0..text.len(), "the phrase is empty".to_string(), help)]);
        }
        let literal = between_marks(text);
        let words_of = literal.as_deref().unwrap_or(text);
        let signs = without_escapes(words_of);
        if let Some(found) = pattern(&signs, used_as).or_else(|| unbalanced(&signs)) {
            return Err(vec![found]);
        }
        let mut pairs = Grammar::parse(Production::phrase, words_of).map_err(|error| vec![syntax(text, &error)])?;
        let mut building = Building {
            used_as,
            vocabulary: words.vocabulary,
            lexicon: words.lexicon,
            holes: 0,
            mistakes: Vec::new(),
            depth: 0,
        };
        let sequence = pairs.next().and_then(|phrase| phrase.into_inner().next());
        let elements = sequence.map(|sequence| building.sequence(sequence)).unwrap_or_default();
        building.check(text, &elements);
        if building.mistakes.is_empty() {
            Ok(Self { source: text.to_string(), elements, is_literal: literal.is_some() })
        } else {
            Err(building.mistakes)
        }
    }

    /// Brackets that hold one thing and must not be missing: they say nothing, and are no part of the text either.
    #[must_use]
    pub fn idle_brackets(&self) -> Option<Range<usize>> {
        let signs = without_escapes(&self.source);
        let mut open: Vec<(usize, bool)> = Vec::new();
        for (at, sign) in signs.char_indices() {
            match (sign, open.last_mut()) {
                ('(', _) => open.push((at, false)),
                ('|', Some((_, has_several))) => *has_several = true,
                (')', Some((from, has_several))) => {
                    let rest = signs.get(at + 1..).unwrap_or_default();
                    if !*has_several && !rest.trim_start().starts_with('?') {
                        return Some(*from..at + 1);
                    }
                    open.pop();
                }
                _ => {}
            }
        }
        None
    }

    /// Whether it has a hole.
    #[must_use]
    pub fn has_hole(&self) -> bool {
        self.hole().is_some()
    }

    /// The kind of its hole.
    #[must_use]
    pub fn hole(&self) -> Option<Kind> {
        fn any(elements: &[Element]) -> Option<Kind> {
            elements.iter().find_map(|element| match element {
                Element::Hole(kind) => Some(*kind),
                Element::Choice(choices) => choices.iter().find_map(|choice| any(choice)),
                Element::Optional(inner) => any(inner),
                Element::Word(_) | Element::Unit(_) | Element::Exact(_) => None,
                Element::Possessive | Element::Mark(_) | Element::Gap => None,
            })
        }
        any(&self.elements)
    }
}

/// What only a regular expression or another tool's pattern has: a phrase is words, and would look for the signs themselves.
fn pattern(text: &str, used_as: Use) -> Option<Mistake> {
    const SIGNS: &[&str] = &[".*", ".+", ".?", ")*", ")+", "\\", "[", "(?:", "(?=", "{", "*"];
    let (at, sign) = SIGNS.iter().filter_map(|sign| text.find(sign).map(|at| (at, *sign))).min()?;
    let (Use::Topic(kind) | Use::Veto(kind)) = used_as;
    let is_for_value = !text.contains('<') && kind.has_hole() && matches!(sign, "\\" | "[" | "{");
    let hole = if is_for_value { format!("`<{kind}>` for the value, ") } else { String::new() };
    let rest = text.get(at..).unwrap_or_default();
    let behind = rest.strip_prefix('\\').map(|rest| rest.chars().next());
    let (message, itself) = match behind {
        None => (format!("a phrase is words and no pattern: `{sign}` is looked for as it stands"), escaped(sign)),
        Some(None) => ("a backslash takes the next sign as it is, and there is none".to_string(), escaped("\\")),
        Some(Some(letter)) => {
            (format!("a phrase is words and no pattern: `\\{letter}` has no meaning in it"), escaped("\\"))
        }
    };
    let help = format!(
        "write {hole}`...` for any words, `(a|b)` for one of several, `(x)?` for what may be missing, `{itself}` for the \
         sign itself"
    );
    let width = sign.len() + behind.flatten().map_or(0, char::len_utf8);
    Some(Mistake::at(code::PATTERN_IN_PHRASE, at..at + width, message, Some(help)))
}

/// Signs as they are written where they are meant as they stand.
fn escaped(signs: &str) -> String {
    signs.chars().flat_map(|sign| ['\\', sign]).collect()
}

/// A phrase with blanks in place of what a backslash takes as it is, so that the signs that are left mean something. A
/// backslash before a letter is left: people write it in patterns.
#[must_use]
pub fn without_escapes(text: &str) -> String {
    let (mut left, mut characters) = (String::with_capacity(text.len()), text.chars().peekable());
    while let Some(character) = characters.next() {
        match characters.peek().filter(|next| character == '\\' && !next.is_alphabetic()) {
            Some(next) => {
                (0..=next.len_utf8()).for_each(|_| left.push(' '));
                characters.next();
            }
            None => left.push(character),
        }
    }
    left
}

/// The words between the marks of a literal phrase, with blanks in place of the marks.
fn between_marks(text: &str) -> Option<String> {
    let between = |[open, close]: [char; 2]| Some((open, text.strip_prefix(open)?.strip_suffix(close)?));
    let (mark, inner) = [['"', '"'], ['\u{201c}', '\u{201d}']].into_iter().find_map(between)?;
    let is_whole = !inner.trim().is_empty() && !without_escapes(inner).contains(mark);
    let blank = " ".repeat(mark.len_utf8());
    is_whole.then(|| format!("{blank}{inner}{blank}"))
}

/// Brackets nest no deeper: a phrase is written by a person.
const DEEPEST: usize = 16;

/// A bracket without its partner, or brackets too deep.
fn unbalanced(text: &str) -> Option<Mistake> {
    let mut open = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '(' | '<' => open.push((at, character)),
            ')' | '>' => {
                let wanted = if character == ')' { '(' } else { '<' };
                if open.pop().is_none_or(|(_, opening)| opening != wanted) {
                    let message = format!("`{character}` closes nothing");
                    return Some(Mistake::at(
                        code::UNOPENED_BRACKET,
                        at..at + 1,
                        message,
                        Some(format!(
                            "write `{wanted}` before it, leave it out, or write `\\{character}` for the sign itself"
                        )),
                    ));
                }
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            let help = Some("write two phrases instead".to_string());
            return Some(Mistake::at(code::DEEP_BRACKETS, at..at + 1, "the brackets nest too deep".to_string(), help));
        }
    }
    let (at, opening) = open.pop()?;
    let closing = if opening == '(' { ')' } else { '>' };
    Some(Mistake::at(
        code::UNCLOSED_BRACKET,
        at..at + 1,
        format!("`{opening}` is not closed"),
        Some(format!("write `{closing}` behind the words it holds, or `\\{opening}` for the sign itself")),
    ))
}

/// pest's error in our words.
fn syntax(text: &str, error: &pest::error::Error<Production>) -> Mistake {
    let at = match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
    };
    let rest = text.get(at..).unwrap_or_default();
    let width = rest.chars().next().map_or(0, char::len_utf8);
    let (message, help) = match rest.chars().next() {
        Some('?') => ("`?` follows no bracket", "put the words that may be missing in brackets: `(phone)?`"),
        Some('|') => ("`|` stands outside brackets", "put the alternatives in brackets: `(troops|forces)`"),
        Some(')') => (
            "the brackets hold nothing",
            "write the words they hold, leave them out, or write `\\(` for the sign itself",
        ),
        Some('=') => ("`=` has no word behind it", "write the word right behind it: `=May`"),
        _ => ("the phrase cannot be read here", "a phrase is words, `<kind>`, `...`, `(a|b)` and `(a)?`"),
    };
    Mistake::at(code::PHRASE_SYNTAX, at..at + width, message.to_string(), Some(help.to_string()))
}

/// Words without the backslashes that take the next sign as it is.
fn unescaped(written: &str) -> Cow<'_, str> {
    if !written.contains('\\') {
        return Cow::Borrowed(written);
    }
    let (mut words, mut characters) = (String::with_capacity(written.len()), written.chars());
    while let Some(character) = characters.next() {
        words.extend(if character == '\\' { characters.next() } else { Some(character) });
    }
    Cow::Owned(words)
}

struct Building<'a> {
    used_as: Use,
    vocabulary: &'a PhraseVocabulary,
    lexicon: &'a Lexicon,
    holes: usize,
    mistakes: Vec<Mistake>,
    depth: usize,
}

impl Building<'_> {
    fn kind(&self) -> Kind {
        match self.used_as {
            Use::Topic(kind) | Use::Veto(kind) => kind,
        }
    }

    fn sequence(&mut self, pair: Pair<Production>) -> Vec<Element> {
        let mut elements = Vec::new();
        for pair in pair.into_inner() {
            self.element(pair, &mut elements);
        }
        elements
    }

    fn element(&mut self, pair: Pair<Production>, elements: &mut Vec<Element>) {
        let span = pair.as_span();
        let (place, written) = (span.start()..span.end(), span.as_str());
        let inner = pair.clone().into_inner().next();
        match pair.as_rule() {
            Production::phrase_optional => {
                let mut group = Vec::new();
                if let Some(inner) = inner {
                    self.element(inner, &mut group);
                }
                elements.push(Element::Optional(group));
            }
            Production::phrase_group => {
                self.depth += 1;
                let choices = pair.into_inner().map(|sequence| self.sequence(sequence)).collect();
                self.depth -= 1;
                elements.push(Element::Choice(choices));
            }
            Production::phrase_hole => {
                let kind = inner.map_or("", |inner| inner.as_str());
                elements.extend(self.hole(kind, place));
            }
            Production::phrase_gap => elements.push(Element::Gap),
            Production::phrase_list => {
                let name = inner.map_or("", |inner| inner.as_str());
                elements.extend(self.list(name, place));
            }
            Production::phrase_exact => {
                let word = inner.map_or("", |inner| inner.as_str());
                elements.push(Element::Exact(unescaped(word).into_owned()));
            }
            _ => self.words(written, elements),
        }
    }

    fn hole(&mut self, name: &str, place: Range<usize>) -> Option<Element> {
        let kind = self.kind();
        self.holes += 1;
        if !kind.has_hole() {
            let help = Some("leave the hole out: the words themselves say which it is".to_string());
            self.mistakes.push(Mistake::at(
                code::HOLE_IN_CHOICE,
                place,
                format!("a phrase of a {kind} topic has no hole"),
                help,
            ));
            return None;
        }
        let Some(found) = Kind::find(name) else {
            let nearest = suggest::nearest(name, Kind::all().map(Kind::name)).unwrap_or(kind.name());
            self.mistakes.push(Mistake::at(
                code::UNKNOWN_KIND,
                place,
                format!("there is no kind `{name}`"),
                Some(format!("write `<{nearest}>`")),
            ));
            return None;
        };
        if found != kind {
            let help = Some(format!("write `<{kind}>`, or give the topic `kind: {name}`"));
            self.mistakes.push(Mistake::at(
                code::WRONG_HOLE,
                place,
                format!("the hole is a {name}, but the topic is a {kind}"),
                help,
            ));
            return None;
        }
        if self.holes > 1 {
            let help = Some("write two phrases, each with its own hole".to_string());
            self.mistakes.push(Mistake::at(code::TWO_HOLES, place, "a phrase has one hole".to_string(), help));
        }
        Some(Element::Hole(found))
    }

    fn list(&mut self, name: &str, place: Range<usize>) -> Option<Element> {
        if name.starts_with(|first: char| first.is_ascii_digit()) && !self.vocabulary.words.contains_key(name) {
            let message = format!("`${name}` is read as a list of words, and no list has this name");
            let help = Some(format!("write `\\${name}` for the amount of money"));
            self.mistakes.push(Mistake::at(code::UNKNOWN_LIST, place, message, help));
            return None;
        }
        let Some(words) = self.vocabulary.words.get(name) else {
            let known: Vec<&str> = self.vocabulary.words.keys().map(String::as_str).collect();
            let help = match suggest::nearest(name, known.iter().copied()) {
                _ if self.vocabulary.names.contains_key(name) => {
                    format!("`{name}` stands under `names:`, so that `{name}` alone finds each of its spellings")
                }
                Some(nearest) => format!("did you mean `${nearest}`?"),
                None => format!("name it at the top of the file: `words: {{ {name}: [...] }}`"),
            };
            self.mistakes.push(Mistake::at(
                code::UNKNOWN_LIST,
                place,
                format!("there is no word list `{name}`"),
                Some(help),
            ));
            return None;
        };
        let choices = words.iter().map(|word| {
            let mut elements = Vec::new();
            self.words(word, &mut elements);
            elements
        });
        Some(Element::Choice(choices.collect()))
    }

    /// Words as the tokenizer splits them; the words of a listed name stand for all its spellings.
    fn words(&self, written: &str, elements: &mut Vec<Element>) {
        let behind_hole = ["'s", "\u{2019}s"].iter().find_map(|mark| written.strip_prefix(mark));
        if let Some(rest) = behind_hole.filter(|rest| !rest.starts_with(char::is_alphanumeric)) {
            elements.push(Element::Possessive);
            return self.words(rest, elements);
        }
        let lexicon = self.lexicon;
        let meant = unescaped(written);
        let text = Text::plain(&meant, lexicon);
        let mut at = 0;
        while at < text.tokens().len() {
            if let Some((count, choice)) = self.name(&text, at) {
                elements.push(choice);
                at += count;
                continue;
            }
            let word = text.written(at);
            match text.token(at).kind {
                TokenKind::Word if text.token(at + 1).kind == TokenKind::Hyphen => {
                    let mut end = at + 1;
                    while text.token(end).kind == TokenKind::Hyphen && text.token(end + 1).kind == TokenKind::Word {
                        end += 2;
                    }
                    elements.push(self.hyphenated(&text, at, end));
                    at = end.max(at + 1);
                    continue;
                }
                TokenKind::Word if lexicon.word(text.token(at).word).is(UNITS) => {
                    elements.push(Element::Unit(self.word(word)));
                }
                TokenKind::Word | TokenKind::Number => elements.push(Element::Word(self.word(word))),
                TokenKind::Possessive => elements.push(Element::Possessive),
                TokenKind::Hyphen | TokenKind::AbbreviationStop | TokenKind::End => {}
                TokenKind::Currency
                | TokenKind::Percent
                | TokenKind::Dash
                | TokenKind::Comma
                | TokenKind::Colon
                | TokenKind::Stop
                | TokenKind::Open
                | TokenKind::Close
                | TokenKind::DoubleQuote
                | TokenKind::SingleQuote
                | TokenKind::Slash
                | TokenKind::Other => elements.extend(word.chars().next().map(Element::Mark)),
            }
            at += 1;
        }
    }

    /// The longest listed name, or spelling of one, at a token: how many tokens it has, and all its spellings.
    fn name(&self, text: &Text, at: usize) -> Option<(usize, Element)> {
        let words_of =
            |name: &str| -> Vec<PhraseWord> { name.split_whitespace().map(|word| self.word(word)).collect() };
        let mut best: Option<(usize, Element)> = None;
        for (name, others) in &self.vocabulary.names {
            let spellings: Vec<Vec<PhraseWord>> = std::iter::once(name)
                .chain(others)
                .map(|name| words_of(name))
                .filter(|words| !words.is_empty())
                .collect();
            let matched = spellings.iter().filter(|words| {
                words.iter().enumerate().all(|(offset, part)| {
                    text.token(at + offset).kind == TokenKind::Word && self.key(text.written(at + offset)) == part.key
                })
            });
            let Some(count) = matched.map(Vec::len).max() else { continue };
            if best.as_ref().is_none_or(|(most, _)| count > *most) {
                let choices =
                    spellings.into_iter().map(|words| words.into_iter().map(Element::Word).collect()).collect();
                best = Some((count, Element::Choice(choices)));
            }
        }
        best
    }

    fn check(&mut self, text: &str, elements: &[Element]) {
        let kind = self.kind();
        if self.mistakes.is_empty() && self.holes == 0 && kind.has_hole() && matches!(self.used_as, Use::Topic(_)) {
            let message = format!("the phrase has no hole for the {kind}");
            let help = Some(format!("write `<{kind}>` where the value stands"));
            self.mistakes.push(Mistake::at(code::NO_HOLE, 0..text.len(), message, help));
        }
        let is_gap = |element: Option<&Element>| matches!(element, Some(Element::Gap));
        if is_gap(elements.first()) || is_gap(elements.last()) {
            let at =
                if is_gap(elements.first()) { 0 } else { text.rfind("...").or_else(|| text.rfind('…')).unwrap_or(0) };
            let width =
                if text.get(at..).is_some_and(|rest| rest.starts_with('…')) { 3 } else { 3.min(text.len() - at) };
            let message = "`...` stands at the edge of the phrase".to_string();
            let help = Some("leave it out: a phrase may begin and end anywhere in a sentence".to_string());
            self.mistakes.push(Mistake::at(code::GAP_AT_EDGE, at..at + width, message, help));
        }
    }

    /// "build-up" finds "build-up", "build up" and "buildup".
    fn hyphenated(&self, text: &Text, first: usize, end: usize) -> Element {
        let words: Vec<&str> =
            (first..end).filter(|at| text.token(*at).kind == TokenKind::Word).map(|at| text.written(at)).collect();
        let apart = words.iter().map(|word| Element::Word(self.word(word))).collect();
        Element::Choice(vec![apart, vec![Element::Word(self.word(&words.concat()))]])
    }

    fn word(&self, written: &str) -> PhraseWord {
        PhraseWord { key: self.key(written), written: written.to_string() }
    }

    /// The key under which a word finds the words of a text.
    fn key(&self, word: &str) -> String {
        self.lexicon.stems().key(word)
    }
}
