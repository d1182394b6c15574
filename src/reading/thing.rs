//! The thing counted or measured: the words behind a figure, up to their head.

use super::{Figure, Reader, is_plural};
use crate::{
    lexicon::{Class, Lexicon},
    text::TokenKind,
    value::Amount,
};

/// The thing counted has at most so many tokens: modifiers and a head.
const LONGEST: usize = 7;

/// The words of the thing counted.
#[derive(Clone, Copy, Debug)]
pub struct Thing {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Whether it is in the plural.
    pub plural: bool,
}

impl Thing {
    /// Its words as written.
    pub fn words(self, reader: &Reader) -> Box<str> {
        reader.text.words(self.first, self.end).into()
    }

    /// The thing counted right behind a figure that ends at `end`: "boats", "of the boats", "more boats".
    pub fn read(reader: &Reader, end: usize) -> Option<Self> {
        let mut at = past_of(reader, end);
        while reader.word(at).is(Class::SHARE) || reader.is(at, "more") || reader.is(at, "fewer") {
            at += 1;
        }
        Self::noun(reader, at)
    }

    /// What a measure or a share is of: "of flour", "of the voters".
    pub fn of(reader: &Reader, end: usize) -> Option<Self> {
        let at = past_of(reader, end);
        if at > end { Self::noun(reader, at) } else { None }
    }

    /// The words from `first` on, up to a head that no other follows, or to the first that cannot belong to it.
    pub fn noun(reader: &Reader, first: usize) -> Option<Self> {
        // "200 feared dead".
        if reader.word(first).is(Class::DEEMED) && reader.word(first + 1).is(Class::HARM) {
            return None;
        }
        let mut at = first;
        let mut single = None;
        let ends = Class::FUNCTION.and(Class::DURATION).and(Class::CARDINAL).and(Class::VERB);
        while at < first + LONGEST {
            match reader.kind(at) {
                TokenKind::Word if is_designation(reader, at) => at += 1,
                // "21,300 flight hours".
                TokenKind::Word if at > first && is_stretch(reader, at) => {
                    return Some(Self { first, end: at + 1, plural: true });
                }
                // "1.4 million Class A shares".
                TokenKind::Word if at > first && reader.written(at) == "A" && reader.is_capital(at - 1) => at += 1,
                // "twelve four-wheel-drive vehicles".
                TokenKind::Word if reader.word(at).is(Class::CARDINAL) && reader.kind(at + 1) == TokenKind::Hyphen => {
                    at += 1;
                }
                TokenKind::Word
                    if !reader.word(at).is(ends)
                        && !is_day(reader, at)
                        && !befalls(reader, at, first)
                        && !is_unit(reader, at) =>
                {
                    // "one family lost members", "one person dead": a verb that is no adjective ends the noun.
                    let befell = reader.word(at).is(Class::HARM) && !is_plural(reader, at + 1);
                    if at > first && (reader.word(at).is(Class::PAST) || befell) {
                        break;
                    }
                    // "flour arrived": where no plural follows, so does one that may be.
                    if at > first && single.is_none() && is_verb(reader, at) {
                        single = Some(at);
                    }
                    at += 1;
                }
                // "two Mi-8 helicopters", "three four-storey houses".
                TokenKind::Hyphen if at > first && reader.kind(at + 1) != TokenKind::End => at += 2,
                // "two Boeing 747s".
                TokenKind::Number if reader.is(at + 1, "s") && reader.is_glued(at + 1) => {
                    return Some(Self { first, end: at + 2, plural: true });
                }
                // "10-year notes", "two 15-year-olds".
                TokenKind::Number if reader.kind(at + 1) == TokenKind::Hyphen && !reader.is_glued(at) => {
                    at += 1;
                    continue;
                }
                // "Three 787 Dreamliner jets".
                TokenKind::Number if at == first && reader.written(at).len() == 3 && reader.is_capital(at + 1) => {
                    at += 1;
                    continue;
                }
                // "18 737 MAX 9 jets": the model goes on.
                TokenKind::Number
                    if at > first
                        && reader.kind(first) == TokenKind::Number
                        && reader.is_capital(at - 1)
                        && reader.written(at).len() < 3
                        && reader.kind(at + 1) == TokenKind::Word =>
                {
                    at += 1;
                    continue;
                }
                // "12 children's books".
                TokenKind::Possessive if at > first && reader.kind(at + 1) == TokenKind::Word => {
                    at += 1;
                    continue;
                }
                // "two U.S. soldiers".
                TokenKind::AbbreviationStop if at > first && reader.kind(at + 1) == TokenKind::Word => {
                    at += 1;
                    continue;
                }
                _ => break,
            }
            let led = is_head(reader, at) && leads_on(reader, at - 1);
            if is_head(reader, at - 1) && !led && !matches!(reader.kind(at), TokenKind::Hyphen | TokenKind::Possessive)
            {
                return Some(Self { first, end: at, plural: true });
            }
        }
        let end = single.unwrap_or(at);
        // "one armed with a knife", "61 percent of those polled disapprove".
        let befell = end == first + 1 || reader.is(first.wrapping_sub(1), "those");
        if befell && is_participle(reader, first) {
            return None;
        }
        (end > first).then_some(Self { first, end, plural: false })
    }
}

impl Amount {
    /// The last word of the thing counted, unless it only says what befell it: "two dead".
    #[must_use]
    pub fn thing(&self, lexicon: &Lexicon) -> Option<&str> {
        let last = self.of.as_deref().and_then(|of| of.split_whitespace().next_back());
        last.filter(|word| !lexicon.look_up(word).is(Class::HARM))
    }
}

/// Whether a plural may stand before the head: "crew members", "sales jobs", but "buses carries" and "people says" have verbs.
fn leads_on(reader: &Reader, at: usize) -> bool {
    !reader.written(at).ends_with('s') && !reader.word(at).is(Class::PEOPLE)
        || reader.is_capital(at) && reader.is_capital(at - 1) && !reader.is_capital(at + 1)
        || reader.word(at).is(Class::ATTRIBUTIVE)
}

/// Behind "of" and the determiners of its noun: "of the", "of all their", "of the country's 27". The index itself where
/// there is no "of".
fn past_of(reader: &Reader, end: usize) -> usize {
    if !reader.is(end, "of") {
        return end;
    }
    let at = past_determiners(reader, end + 1);
    let counts = reader.kind(at) == TokenKind::Number || reader.word(at).is(Class::CARDINAL);
    // What is a share of a number is a share of what that counts, but "10-year notes" are notes.
    let figure = if counts { Figure::read(reader, at) } else { None };
    figure.filter(|figure| reader.kind(figure.end) != TokenKind::Hyphen).map_or(at, |figure| figure.end)
}

/// Behind "the", "all their", "the bank's".
#[must_use]
pub fn past_determiners(reader: &Reader, first: usize) -> usize {
    let mut at = first;
    while at < first + LONGEST {
        if reader.word(at).is(Class::DETERMINER) {
            at += 1;
        } else if reader.kind(at) == TokenKind::Word && reader.kind(at + 1) == TokenKind::Possessive {
            at += 2;
        } else {
            break;
        }
    }
    at
}

/// Whether a whole unit's name stands there: "tons", but not the "short" of "short-range".
fn is_unit(reader: &Reader, at: usize) -> bool {
    reader.word(at).is(Class::UNIT)
        && (reader.expression(&reader.lexicon.unit_names, at).is_some()
            || reader.lexicon.unit_symbols.contains_key(reader.written(at)))
}

/// A word that is more often a verb or an adverb than a part of a noun.
fn is_verb(reader: &Reader, at: usize) -> bool {
    let ends_so = is_participle(reader, at) || reader.written(at).len() > 4 && reader.written(at).ends_with("ly");
    reader.word(at).is(Class::PAST.and(Class::PASSED_OVER)) || ends_so && !reader.is_capital(at)
}

/// "armed", "polled".
fn is_participle(reader: &Reader, at: usize) -> bool {
    reader.written(at).len() > 4 && reader.written(at).ends_with("ed")
}

/// Units of time that are counted as work or flight are, but not "hours later".
fn is_stretch(reader: &Reader, at: usize) -> bool {
    reader.word(at).is(Class::DURATION)
        && reader.written(at).ends_with('s')
        && reader.written(at - 1).starts_with(char::is_lowercase)
        && !reader.word(at - 1).is(Class::FUNCTION
            .and(Class::VERB)
            .and(Class::PAST)
            .and(Class::HARM)
            .and(Class::CARDINAL))
        && !reader.word(at + 1).is(Class::SINCE)
}

/// A month or a weekday, with its capital: "the sun" is none.
fn is_day(reader: &Reader, at: usize) -> bool {
    reader.word(at).is(Class::MONTH.and(Class::WEEKDAY)) && reader.is_capital(at)
}

/// The letters of a type such as "Mi-8", whatever else they are the sign of.
fn is_designation(reader: &Reader, at: usize) -> bool {
    reader.is_capital(at) && reader.kind(at + 1) == TokenKind::Hyphen && reader.kind(at + 2) == TokenKind::Number
}

/// Whether the token may be the head of the thing counted: a plural, in lower case or of a people ("Americans").
fn is_head(reader: &Reader, at: usize) -> bool {
    let written = reader.written(at);
    let people = reader.is_capital(at)
        && reader.lexicon.endings().is_people(written)
        && !reader.word(at).is(Class::SINGULAR.and(Class::MONTH).and(Class::WEEKDAY).and(Class::DURATION))
        && !(reader.kind(at + 1) == TokenKind::Word && reader.is_capital(at + 1));
    // "two A320s", "three MPs".
    let typed = reader.is_capital(at)
        && written.strip_suffix('s').is_some_and(|name| {
            name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        });
    is_plural(reader, at) || people || typed || reader.kind(at) == TokenKind::Word && reader.word(at).is(Class::PLURAL)
}

/// "five killed": a verb, and nothing counted; "five injured" are the injured, and "33 trapped miners" are miners.
fn befalls(reader: &Reader, at: usize, first: usize) -> bool {
    let tells = at == first
        && is_plural(reader, at + 1)
        && !reader.word(at + 1).is(Class::FUNCTION.and(Class::VAGUE).and(Class::HARM));
    reader.word(at).is(Class::HARM) && !reader.word(at).is(Class::PLURAL) && !is_plural(reader, at) && !tells
}
