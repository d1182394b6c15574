//! A sentence as the grammar sees it: blanks folded, each declared name one private character, every byte with its origin.

use crate::fold;
use std::ops::Range;

/// What a private character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A declared topic: `U+E000` and on.
    Topic,
    /// A choice of the topic before `is`: `U+E800` and on.
    Choice,
    /// What an article says about itself: `U+F000` and on.
    Property,
    /// A kind of value behind `every`: `U+F100` and on.
    Kind,
}

/// A name found in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaskedName<'a> {
    /// What it names.
    pub kind: NameKind,
    /// The name as declared.
    pub declared: &'a str,
    /// The bytes of the sentence it takes.
    pub len: usize,
}

/// What may be named at a place of a sentence: asked at each word, with the rest of the sentence from there, and with the
/// last two things before it.
pub trait Names<'a> {
    /// Every name that stands at the beginning of `rest`, the best first.
    fn at(&self, rest: &str, before: &Before<'a>) -> Vec<MaskedName<'a>>;
}

/// What stands directly before a place of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Before<'a> {
    /// The last name, where only `word` stands between.
    pub name: Option<MaskedName<'a>>,
    /// The last word in lower case; empty at the beginning and directly after a name.
    pub word: String,
}

/// A sentence with its names taken out.
#[derive(Clone, Debug, Default)]
pub struct Masked<'a> {
    /// What the grammar reads.
    pub text: String,
    /// The names, by their private character.
    names: Vec<(char, MaskedName<'a>)>,
    /// For each byte of `text`, the bytes of the sentence that its character stands for.
    origins: Vec<(usize, usize)>,
}

/// How many ways of taking names out are tried.
const MOST_READINGS: usize = 32;

/// Every way of taking names out of a sentence, the one that takes the longest names first; at most 32.
pub fn readings<'a>(sentence: &str, names: &impl Names<'a>) -> Vec<Masked<'a>> {
    let mut done = Vec::new();
    let mut open = vec![(Masked::default(), 0_usize, Before::default())];
    while let Some((masked, from, before)) = open.pop() {
        if done.len() >= MOST_READINGS {
            break;
        }
        match advance(masked, from, before, sentence, names) {
            MaskedStep::Done(masked) => done.push(masked),
            MaskedStep::Fork(branches) => open.extend(branches.into_iter().rev().take(MOST_READINGS)),
        }
    }
    done
}

/// A reading on its way: what was taken, how far, and what stood last.
type Partial<'a> = (Masked<'a>, usize, Before<'a>);

enum MaskedStep<'a> {
    Done(Masked<'a>),
    Fork(Vec<Partial<'a>>),
}

/// Reads on to the next place where a name may stand, or to the end.
fn advance<'a>(
    mut masked: Masked<'a>,
    mut from: usize,
    mut before: Before<'a>,
    sentence: &str,
    names: &impl Names<'a>,
) -> MaskedStep<'a> {
    while let Some(rest) = sentence.get(from..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            if !masked.text.is_empty() && blank < rest.len() {
                masked.push(' ', from..from + blank);
            }
            from += blank;
            continue;
        }
        let found = names.at(rest, &before);
        if !found.is_empty() {
            let mut branches: Vec<Partial<'a>> = found
                .into_iter()
                .map(|name| {
                    let mut taken = masked.clone();
                    taken.take(name, from..from + name.len);
                    (taken, from + name.len, Before { name: Some(name), word: String::new() })
                })
                .collect();
            let end = from + word_length(rest);
            masked.words(sentence, from..end);
            before.read(sentence, from..end);
            branches.push((masked, end, before));
            return MaskedStep::Fork(branches);
        }
        let end = from + quotation_length(rest).unwrap_or_else(|| word_length(rest));
        masked.words(sentence, from..end);
        before.read(sentence, from..end);
        from = end;
    }
    MaskedStep::Done(masked)
}

impl Before<'_> {
    fn read(&mut self, sentence: &str, range: Range<usize>) {
        if !self.word.is_empty() {
            self.name = None;
        }
        self.word = sentence.get(range).unwrap_or("").to_lowercase();
    }
}

impl<'a> Masked<'a> {
    fn push(&mut self, character: char, origin: Range<usize>) {
        self.text.push(character);
        self.origins.extend(std::iter::repeat_n((origin.start, origin.end), character.len_utf8()));
    }

    fn words(&mut self, sentence: &str, range: Range<usize>) {
        let words = sentence.get(range.clone()).unwrap_or("");
        for (offset, character) in words.char_indices() {
            let start = range.start + offset;
            // A writer's own private character must not look like a name; blanks inside quotation marks are blanks.
            let shown = match character {
                '\u{E000}'..='\u{F8FF}' => '\u{FFFD}',
                blank if blank.is_whitespace() => ' ',
                other => other,
            };
            self.push(shown, start..start + character.len_utf8());
        }
    }

    fn take(&mut self, name: MaskedName<'a>, range: Range<usize>) {
        let first = match name.kind {
            NameKind::Topic => 0xE000,
            NameKind::Choice => 0xE800,
            NameKind::Property => 0xF000,
            NameKind::Kind => 0xF100,
        };
        let mut alike = self.names.iter().filter(|(_, known)| known.kind == name.kind);
        let known = alike.clone().find(|(_, known)| known.declared == name.declared).map(|(character, _)| *character);
        let character = known.unwrap_or_else(|| {
            let fresh = u32::try_from(alike.by_ref().count()).ok().and_then(|count| char::from_u32(first + count));
            fresh.unwrap_or('\u{FFFD}')
        });
        if known.is_none() {
            self.names.push((character, name));
        }
        self.push(character, range);
    }

    /// The bytes of the sentence that these bytes of `text` stand for.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        let end_of_all = self.origins.last().map_or(0, |(_, end)| *end);
        let start = self.origins.get(range.start).map_or(end_of_all, |(start, _)| *start);
        let last = range.end.checked_sub(1).filter(|last| *last >= range.start);
        let end = last.and_then(|last| self.origins.get(last)).map_or(start, |(_, end)| *end);
        start..end.max(start)
    }

    /// The name that the first private character of `text` stands for.
    #[must_use]
    pub fn name_in(&self, text: &str) -> Option<MaskedName<'a>> {
        text.chars().find_map(|character| self.name_of(character))
    }

    /// The name that a character stands for.
    #[must_use]
    pub fn name_of(&self, character: char) -> Option<MaskedName<'a>> {
        self.names.iter().find(|(known, _)| *known == character).map(|(_, name)| *name)
    }

    /// The words that a text of this reading stands for, names as declared.
    #[must_use]
    pub fn unmasked(&self, text: &str) -> String {
        let mut words = String::with_capacity(text.len());
        for character in text.chars() {
            match self.name_of(character) {
                Some(name) => words.push_str(name.declared),
                None => words.push(character),
            }
        }
        words
    }
}

/// How long the word at the beginning of `rest` is, or the mark there that belongs to no word.
fn word_length(rest: &str) -> usize {
    let word = rest.find(|character: char| !in_word(character)).unwrap_or(rest.len());
    if word > 0 { word } else { rest.chars().next().map_or(0, char::len_utf8) }
}

/// How long the quotation at the beginning of `rest` is, its marks included.
fn quotation_length(rest: &str) -> Option<usize> {
    let closing = match rest.chars().next()? {
        '"' => '"',
        '\u{201C}' => '\u{201D}',
        _ => return None,
    };
    let open = rest.chars().next()?.len_utf8();
    let inside = rest.get(open..)?.find(closing)?;
    Some(open + inside + closing.len_utf8())
}

/// Whether a character continues a word: a name ends only before one that does not.
fn in_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | '\'' | '\u{2019}' | '\u{E000}'..='\u{F8FF}')
}

/// How many bytes `name` takes at the beginning of `text`: any case, blanks folded, up to the end of a word.
#[must_use]
pub fn length_at(name: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    let mut words = name.split_whitespace().peekable();
    words.peek()?;
    while let Some(word) = words.next() {
        for wanted in word.chars() {
            let mut found = rest.chars();
            if !fold::is_same_letter(wanted, found.next()?) {
                return None;
            }
            rest = found.as_str();
        }
        if words.peek().is_some() {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
    }
    let ends_in_word = name.trim_end().chars().next_back().is_some_and(in_word);
    (!(ends_in_word && rest.starts_with(in_word))).then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Topics(&'static [&'static str]);

    impl<'a> Names<'a> for Topics {
        fn at(&self, rest: &str, _: &Before<'a>) -> Vec<MaskedName<'a>> {
            let mut found: Vec<MaskedName<'a>> = self
                .0
                .iter()
                .filter_map(|name| {
                    length_at(name, rest).map(|len| MaskedName { kind: NameKind::Topic, declared: name, len })
                })
                .collect();
            found.sort_by_key(|name| std::cmp::Reverse(name.len));
            found
        }
    }

    #[test]
    fn the_longest_name_is_taken_first() {
        let cases = [
            ("call cited", "<call> cited"),
            ("Call  Duration cited", "<call duration> cited"),
            ("calls cited", "calls cited"),
            ("call-date cited", "call-date cited"),
            ("recall cited", "recall cited"),
            ("x cited in \"the call\"", "x cited in \"the call\""),
            ("x cited in \u{201C}call\u{201D} call", "x cited in \u{201C}call\u{201D} <call>"),
            ("an open \" call", "an open \" <call>"),
            ("at least and more cited", "<at least and more> cited"),
            ("call\n duration,", "<call duration>,"),
            ("\u{E000} cited", "\u{FFFD} cited"),
            ("  ", ""),
        ];
        for (sentence, expected) in cases {
            let reading = readings(sentence, &Topics(&["call", "call duration", "at least and more"])).remove(0);
            let mut shown = String::new();
            for character in reading.text.chars() {
                match reading.name_of(character) {
                    Some(name) => shown.push_str(&format!("<{}>", name.declared)),
                    None => shown.push(character),
                }
            }
            assert_eq!(shown, expected, "{sentence:?}");
        }
    }

    #[test]
    fn every_byte_knows_its_origin() {
        let sentence = " Call   duration\u{A0}cited";
        let reading = readings(sentence, &Topics(&["call duration"])).remove(0);
        assert_eq!(reading.origin(0..3), 1..16);
        assert_eq!(sentence.get(reading.origin(4..9)), Some("cited"));
        assert_eq!(reading.origin(9..9), sentence.len()..sentence.len());
    }
}
