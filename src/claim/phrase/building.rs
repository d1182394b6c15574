//! The elements of a phrase, from what the grammar found in it.

use super::{Element, PhraseVocabulary, PhraseWord, PhraseWords, Use, escapes::unescaped};
use crate::{
    claim::stem,
    diagnostic::{Mistake, code},
    grammar::Rule as Production,
    lexicon::{Class, Lexicon},
    suggest,
    text::{Text, TokenKind},
    value::Kind,
};
use pest::iterators::Pair;
use std::ops::Range;

/// What a value may be counted in.
const UNITS: Class = Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT);

/// A phrase while its elements are read.
pub(super) struct Building<'a> {
    used_as: Use,
    vocabulary: &'a PhraseVocabulary,
    lexicon: &'a Lexicon,
    holes: usize,
    pub mistakes: Vec<Mistake>,
}

impl<'a> Building<'a> {
    pub fn new(used_as: Use, words: PhraseWords<'a>) -> Self {
        let PhraseWords { vocabulary, lexicon } = words;
        Self { used_as, vocabulary, lexicon, holes: 0, mistakes: Vec::new() }
    }

    fn kind(&self) -> Kind {
        match self.used_as {
            Use::Topic(kind) | Use::Veto(kind) => kind,
        }
    }

    pub fn sequence(&mut self, pair: Pair<Production>) -> Vec<Element> {
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
                let choices = pair.into_inner().map(|sequence| self.sequence(sequence)).collect();
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
            let (message, help) = (format!("there is no kind `{name}`"), format!("write `<{nearest}>`"));
            let mistake = Mistake::at(code::UNKNOWN_KIND, place, message, Some(help));
            self.mistakes.push(mistake.written(format!("<{nearest}>")));
            return None;
        };
        if found != kind {
            let help = Some(format!("write `<{kind}>`, or give the topic `kind: {name}`"));
            let message = format!("the hole is a {name}, but the topic is a {kind}");
            self.mistakes.push(Mistake::at(code::WRONG_HOLE, place, message, help).written(format!("<{kind}>")));
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
        let shipped = self.lexicon.lists();
        let Some(words) = self.vocabulary.words.get(name).or_else(|| shipped.get(name)) else {
            let known: Vec<&str> = self.vocabulary.words.keys().chain(shipped.keys()).map(String::as_str).collect();
            let near = suggest::nearest(name, known.iter().copied());
            let near = near.filter(|_| !self.vocabulary.names.contains_key(name));
            let help = match near {
                _ if self.vocabulary.names.contains_key(name) => {
                    format!("`{name}` stands under `names:`, so that `{name}` alone finds each of its spellings")
                }
                Some(nearest) => format!("did you mean `${nearest}`?"),
                None => format!("name it at the top of the file: `words: {{ {name}: [...] }}`"),
            };
            let message = format!("there is no word list `{name}`");
            let mistake = Mistake::at(code::UNKNOWN_LIST, place, message, Some(help));
            self.mistakes.push(match near {
                Some(near) => mistake.written(format!("${near}")),
                None => mistake,
            });
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
                // "3.2.0", an address.
                TokenKind::Other if stem::is_written_out(word) => elements.push(Element::Word(self.word(word))),
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

    pub fn check(&mut self, text: &str, elements: &[Element]) {
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
        self.lexicon.stems().key(stem::without_v(word))
    }
}
