//! Numerals: digits that no reader takes as a value ("35-21", "Apollo 13", "B9"), and roman ones behind a name.

use super::Mention;
use crate::{
    lexicon::{Class, Lexicon, WordGroup},
    text::{Initial, Part, Sentence, Text, TokenKind},
};
use std::ops::Range;

/// So many digits with something between them are a telephone number.
const DIGITS_OF_A_TELEPHONE: usize = 7;
/// On each side of a group so many tokens may be of the same number.
const GROUPS_OF_A_TELEPHONE: usize = 12;
/// A name before a numeral has at most so many words.
const WORDS_OF_A_NAME: usize = 4;
/// The number of an item of a list has at most so many digits.
const DIGITS_OF_A_LIST: usize = 2;

/// The tokens of each numeral of a text, with the name before it, in order.
///
/// Numbers of lists, headings and notes, addresses and telephone numbers are none.
#[must_use]
pub fn numerals(text: &Text, lexicon: &Lexicon, mentions: &[Mention]) -> Vec<Range<usize>> {
    let mut taken = vec![false; text.tokens().len()];
    // A name that has a numeral does not read it.
    for mention in mentions.iter().filter(|mention| !mention.value.kind.facts().wide) {
        taken.get_mut(mention.first..mention.end).unwrap_or_default().fill(true);
    }
    let seeker = NumeralSeeker { text, lexicon, taken };
    text.sentences().iter().flat_map(|sentence| seeker.of(sentence)).collect()
}

/// Whether a word is a roman numeral: of two letters and more, or a V or X; no number above 89 is written so.
#[must_use]
pub fn roman(word: &str) -> Option<u32> {
    const DIGITS: [(&str, u32); 7] = [("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];
    let is_short = word.len() == 1 && !matches!(word, "V" | "X") || word.len() == 2 && word.contains('L');
    let is_of_these = word.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X' | b'L'));
    if word.is_empty() || is_short || !is_of_these {
        return None;
    }
    let (mut rest, mut number) = (word, 0);
    for (letters, value) in DIGITS {
        let most = if matches!(letters, "X" | "I") { 3 } else { 1 };
        for _ in 0..most {
            if let Some(behind) = rest.strip_prefix(letters) {
                (rest, number) = (behind, number + value);
            }
        }
    }
    rest.is_empty().then_some(number)
}

struct NumeralSeeker<'t> {
    text: &'t Text<'t>,
    lexicon: &'t Lexicon,
    taken: Vec<bool>,
}

impl NumeralSeeker<'_> {
    fn of(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if matches!(sentence.part, Part::Metadata | Part::Placeholder | Part::Link) {
            return found;
        }
        let mut at = sentence.first;
        while at < sentence.end {
            let end = (at + 1..sentence.end).find(|next| !self.text.is_glued(*next)).unwrap_or(sentence.end);
            if !is_address(self.text.slice(at, end)) {
                self.in_chunk(sentence, at..end, &mut found);
            }
            at = end;
        }
        found
    }

    /// The numerals of what stands between two blanks.
    fn in_chunk(&self, sentence: &Sentence, chunk: Range<usize>, found: &mut Vec<Range<usize>>) {
        let mut at = chunk.start;
        while at < chunk.end {
            if !self.is_piece(at) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < chunk.end && (self.is_piece(end) || self.joins(end) && end + 1 < chunk.end) {
                end += 1;
            }
            while end > at + 1 && !self.is_piece(end - 1) {
                end -= 1;
            }
            let run = at..end;
            at = end;
            let is_roman = run.len() == 1 && self.is_roman(sentence, run.start);
            if is_roman || self.has_digits(&run) && !self.is_no_item(sentence, &chunk, &run) {
                found.push(self.named(sentence, run));
            }
        }
    }

    fn kind(&self, at: usize) -> TokenKind {
        self.text.token(at).kind
    }

    fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(true)
    }

    /// A word, a number or a code that no value has.
    fn is_piece(&self, at: usize) -> bool {
        let may_be = match self.kind(at) {
            TokenKind::Word | TokenKind::Number => true,
            TokenKind::Other => self.text.written(at).contains(|letter: char| letter.is_ascii_digit()),
            _ => false,
        };
        may_be && !self.is_taken(at)
    }

    /// A mark between two numbers that are one numeral: "35-21", "24/7", "3:1".
    fn joins(&self, at: usize) -> bool {
        let is_mark = match self.kind(at) {
            TokenKind::Hyphen | TokenKind::Dash => !self.text.written(at).contains('—'),
            TokenKind::Slash | TokenKind::Colon => true,
            _ => false,
        };
        let is_code = self.kind(at) == TokenKind::Slash && self.ends_code(at.wrapping_sub(1));
        is_mark && (self.is_number(at.wrapping_sub(1)) || is_code) && self.is_number(at + 1)
    }

    /// "27B": a letter glued to a number.
    fn ends_code(&self, at: usize) -> bool {
        let written = self.text.written(at);
        let is_letter = written.bytes().all(|byte| byte.is_ascii_uppercase()) && written.len() == 1;
        let is_whole = written.starts_with(|letter: char| letter.is_ascii_digit())
            && written.ends_with(|letter: char| letter.is_ascii_uppercase());
        self.is_piece(at) && (is_whole || is_letter && at > 0 && self.text.is_glued(at) && self.is_number(at - 1))
    }

    fn is_number(&self, at: usize) -> bool {
        self.is_piece(at) && self.text.written(at).bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    }

    fn has_digits(&self, run: &Range<usize>) -> bool {
        self.text.slice(run.start, run.end).bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Numbers of lists, headings and notes, and telephone numbers.
    fn is_no_item(&self, sentence: &Sentence, chunk: &Range<usize>, run: &Range<usize>) -> bool {
        let written = self.text.slice(run.start, run.end);
        let plain = |mark: char| mark.is_ascii_digit() || matches!(mark, '.' | ',');
        let is_plain = written.chars().all(plain);
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        let opens = run.start == sentence.first || run.start == sentence.first + 1 && chunk.start == sentence.first;
        let heads = matches!(sentence.part, Part::Headline | Part::Subheading);
        let behind = self.kind(run.end);
        let closes = run.end < chunk.end && matches!(behind, TokenKind::Stop | TokenKind::Close | TokenKind::Colon);
        let is_alone = opens && chunk.end >= sentence.end;
        let lists = is_plain && opens && (heads || closes && digits <= DIGITS_OF_A_LIST || is_alone);
        let open = run.start.checked_sub(1).map(|before| self.text.written(before)).unwrap_or_default();
        let notes = is_plain && closes && matches!((open, behind), ("[" | "【", TokenKind::Close));
        let points = is_plain && closes && open == "(" && digits < DIGITS_OF_A_LIST && !self.is_name(run.start, 2);
        lists || notes || points || self.is_part(sentence, run) || self.is_dialled(sentence, run)
    }

    /// "Key point 3: ..." at the beginning of a line.
    fn is_part(&self, sentence: &Sentence, run: &Range<usize>) -> bool {
        let before = run.start.wrapping_sub(1);
        let word = self.lexicon.word(self.text.token(before).word);
        let is_near = before >= sentence.first && run.start - sentence.first < WORDS_OF_A_NAME;
        is_near && self.kind(run.end) == TokenKind::Colon && (word.is_of(WordGroup::TEXT_PART) || word.is(Class::LABEL))
    }

    /// A telephone number, or a part of one: digits alone, in several groups.
    fn is_dialled(&self, sentence: &Sentence, run: &Range<usize>) -> bool {
        let is_group = |at: usize| {
            let written = self.text.written(at);
            match self.kind(at) {
                TokenKind::Number => written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'),
                TokenKind::Hyphen | TokenKind::Dash | TokenKind::Open | TokenKind::Close | TokenKind::Slash => true,
                TokenKind::Other => !written.contains(char::is_alphabetic) && !written.contains(';'),
                _ => false,
            }
        };
        if !(run.start..run.end).all(is_group) {
            return false;
        }
        let first = (sentence.first..run.start)
            .rev()
            .take(GROUPS_OF_A_TELEPHONE)
            .take_while(|at| is_group(*at))
            .last()
            .unwrap_or(run.start);
        let end = (run.end..sentence.end)
            .take(GROUPS_OF_A_TELEPHONE)
            .take_while(|at| is_group(*at))
            .last()
            .map_or(run.end, |last| last + 1);
        let groups = (first..end).filter(|at| self.text.written(*at).contains(|mark: char| mark.is_ascii_digit()));
        let count = self.text.slice(first, end).bytes().filter(u8::is_ascii_digit).count();
        groups.count() > 1 && count >= DIGITS_OF_A_TELEPHONE
    }

    /// Whether a word so far before a token may be a name that a numeral belongs to.
    fn is_name(&self, at: usize, back: usize) -> bool {
        let Some(before) = at.checked_sub(back) else { return false };
        let word = self.text.token(before);
        let small = Class::FUNCTION.and(Class::STARTER).and(Class::ARTICLE).and(Class::CARDINAL);
        word.kind == TokenKind::Word
            && word.initial == Initial::Capital
            && !self.is_taken(before)
            && !self.lexicon.word(word.word).is(small)
    }

    fn is_roman(&self, sentence: &Sentence, at: usize) -> bool {
        let written = self.text.written(at);
        let Some(before) = at.checked_sub(1).filter(|before| *before >= sentence.first) else { return false };
        let name = self.text.written(before);
        let is_name = self.is_name(at, 1) && name.chars().nth(1).is_some() && roman(name).is_none();
        // "Lang v. Quill" in capitals.
        let is_between = written.len() == 1 && self.text.token(at + 1).initial == Initial::Capital;
        roman(written).is_some() && is_name && !is_between
    }

    /// A numeral with the name before it, where it has one: what is joined to it, or words with capitals. A score has none.
    fn named(&self, sentence: &Sentence, run: Range<usize>) -> Range<usize> {
        let Range { start, end } = run;
        let joined = start.wrapping_sub(1);
        let is_joined = self.kind(joined) == TokenKind::Hyphen && joined > sentence.first;
        if is_joined && self.kind(joined - 1) == TokenKind::Word && !self.is_taken(joined - 1) {
            return joined - 1..end;
        }
        let is_score = end - start > 1;
        let is_word = |at: &usize| *at > sentence.first && self.is_name(*at, 1) && !self.text.is_glued(*at);
        if is_score || !is_word(&start) {
            return start..end;
        }
        let mut first = start - 1;
        while start - first < WORDS_OF_A_NAME && first > sentence.first + 1 && is_word(&first) {
            first -= 1;
        }
        first..end
    }
}

/// An address of a page, of mail or of an account.
fn is_address(chunk: &str) -> bool {
    let (host, path) = chunk.split_once('/').unwrap_or((chunk, ""));
    let is_page = !path.is_empty() && host.contains('.') && host.contains(char::is_alphabetic);
    chunk.contains("://") || chunk.contains('@') || chunk.starts_with("www.") || is_page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::mentions;

    fn check(cases: &[(&str, &[&str])]) {
        for (source, expected) in cases {
            let lexicon = Lexicon::english();
            let text = Text::plain(source, lexicon);
            let found = numerals(&text, lexicon, &mentions(&text, lexicon));
            let found: Vec<&str> = found.into_iter().map(|range| text.slice(range.start, range.end)).collect();
            assert_eq!(found, *expected, "in {source:?}");
        }
    }

    #[test]
    fn what_no_reader_takes() {
        check(&[
            ("The hosts won it 35-21 in the rain.", &["35-21"]),
            ("They won it by 35\u{2013}21.", &["35\u{2013}21"]),
            ("It passed by a vote of 54-45.", &["54-45"]),
            ("She flew with Apollo 13 then.", &["Apollo 13"]),
            ("He lives in Room 12.", &["Room 12"]),
            ("The B9 road is shut.", &["B9"]),
            ("An F-16 was lost.", &["F-16"]),
            ("It spread COVID-19 there.", &["COVID-19"]),
            ("He saw Rocky IV again.", &["Rocky IV"]),
            ("It was lost in World War II, they say.", &["World War II"]),
            ("There was King Oswin V then.", &["King Oswin V"]),
            ("It is open 24/7 there.", &["24/7"]),
            ("He filled in form 27B/6 there.", &["27B/6"]),
            ("Form 27B / 6 is long.", &["27B"]),
            ("They met in room 27B/annex.", &["27B"]),
            ("Apollo 13 flew.", &["Apollo 13"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check(&[
            ("It cost 35 dollars, and 21 people paid.", &[]),
            ("On 12 May 2024 it rose by 12%.", &[]),
            ("1. It was lost.", &[]),
            ("Key point 3: it was lost.", &[]),
            ("Step 3: it was lost.", &[]),
            ("2) It was lost.", &[]),
            ("(3) It was lost.", &[]),
            ("It was lost [1] and found [2, 3].", &[]),
            ("See https://example.org/a/12-b for it.", &[]),
            ("See www.example.org/12 or example.org/x12 for it.", &[]),
            ("Write to desk12@example.org about it.", &[]),
            ("Call 555-010-0199 about it.", &[]),
            ("Call (555) 010-0199 about it.", &[]),
            ("Call +47 22 01 02 03 about it.", &[]),
            ("So I said: it is a plan I like.", &[]),
            ("He bought a CD and an XL shirt in Washington DC.", &[]),
            ("LANG V QUILL", &[]),
            ("", &[]),
            ("-", &[]),
        ]);
    }

    #[test]
    fn roman_numerals() {
        for (word, number) in [
            ("II", Some(2)),
            ("IV", Some(4)),
            ("V", Some(5)),
            ("XIV", Some(14)),
            ("XXIII", Some(23)),
            ("LVIII", Some(58)),
            ("XLV", Some(45)),
            ("I", None),
            ("XL", None),
            ("LI", None),
            ("IIII", None),
            ("VX", None),
            ("VIX", None),
            ("DC", None),
            ("iv", None),
            ("", None),
        ] {
            assert_eq!(roman(word), number, "{word}");
        }
    }
}
