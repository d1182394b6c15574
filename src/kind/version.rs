//! `version`: which release of something: "3.2.0", "v3.2", "version 2026.1", "1.0.0-rc.2". Versions have an order and no
//! distance; what is not written of one is zero, so that 3.2 is 3.2.0, and is not 3.2.1.

use super::KindEntry;
use crate::{
    lexicon::{Class, WordGroup},
    reading::{AmountReading, Figure, Reader},
    text::TokenKind,
    value::{Content, Facts, Kind, Likeness, Precision, Sort},
};
use std::cmp::Ordering;

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "version",
        one: "a version",
        also: &["release", "semver", "build"],
        example: "3.2.0",
        samples: &["3.2.0", "v3.2", "version 2026.1"],
        sort: Sort::Rank,
        rank: 4,
        alone: true,
        likeness: Likeness::Ordered(order),
        from_bare: Some(of_number),
        key: Some("version"),
        ..Facts::PLAIN
    },
    begins: Class::NONE,
    read,
};

/// A version has at most so many numbers.
const MOST_PARTS: usize = 4;

/// What may stand behind the numbers and a hyphen, or right behind them, of a release that is to come.
const STAGES: &[&str] = &["alpha", "beta", "a", "b", "c", "rc", "pre", "preview", "dev", "snapshot", "nightly", "m"];

/// A version as it stands in a text.
struct WrittenVersion<'t> {
    /// Its numbers, with the stage of a release that is to come: no "v".
    words: &'t str,
    /// One past its last byte.
    end: usize,
    /// Its numbers as written.
    parts: Vec<&'t str>,
    /// Whether it names a stage: "-rc.2".
    staged: bool,
}

fn read(reader: &Reader, at: usize, _figure: Option<&Figure>) -> Option<AmountReading> {
    let start = reader.token(at).span.range().start;
    let (led, skipped) = match reader.kind(at) {
        TokenKind::Number | TokenKind::Other => (lead(reader, at), 0),
        // "v3.2": the letter and the first number are one word.
        TokenKind::Word if reader.written(at).starts_with(['v', 'V']) => (Some(at), 1),
        _ => return None,
    };
    // One number by itself is no version, and most numbers are one.
    if led.is_none() && !is_dotted(reader.text.source(), start) {
        return None;
    }
    let written = WrittenVersion::read(reader.text.source(), start + skipped)?;
    let end = token_behind(reader, at, written.end)?;
    let first = led.unwrap_or(at);
    let stands = match led {
        Some(first) => {
            written.parts.len() > 1 || !reader.is_of(first, WordGroup::VERSION_VERB) && !is_counted(reader, end)
        }
        None if is_of_software(reader, at, end) && written.parts.len() > 1 => true,
        None => (written.stands_alone() || is_least(reader, &written, end)) && !is_otherwise(reader, at, end),
    };
    if !stands || reader.is_glued(first) && !may_open(reader.kind(first.wrapping_sub(1))) || goes_on(reader, end) {
        return None;
    }
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, Content::Word(written.words.to_lowercase().into()));
    hedge(reader, &mut reading);
    Some(reading)
}

/// Whether a full stop stands right behind the digits at a byte.
fn is_dotted(source: &str, start: usize) -> bool {
    let bytes = source.as_bytes().get(start..).unwrap_or_default();
    bytes.iter().find(|byte| !byte.is_ascii_digit()) == Some(&b'.')
}

/// "Python 3.10": whether the name of a language, a system or a database stands right before it.
fn is_of_software(reader: &Reader, at: usize, end: usize) -> bool {
    let name = at.wrapping_sub(1);
    let is_measured = reader.word(end).is(Class::UNIT.and(Class::DURATION).and(Class::PERCENT));
    reader.is_of(name, WordGroup::SOFTWARE) && reader.is_capital(name) && !reader.is_glued(at) && !is_measured
}

impl<'t> WrittenVersion<'t> {
    /// The version that begins at a byte: up to four numbers with full stops between them, perhaps a stage.
    fn read(source: &'t str, start: usize) -> Option<Self> {
        let text = source.get(start..)?;
        let mut parts = Vec::new();
        let mut at = 0;
        loop {
            let rest = text.get(at..)?;
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            // No part is so long, but telephone numbers and dates are.
            if digits == 0 || digits > 6 {
                return None;
            }
            parts.push(rest.get(..digits)?);
            at += digits;
            match text.as_bytes().get(at..at + 2) {
                Some([b'.', next]) if next.is_ascii_digit() => at += 1,
                _ => break,
            }
        }
        let stage = stage(text.get(at..)?);
        let end = at + stage.unwrap_or(0);
        let fits =
            parts.len() <= MOST_PARTS && parts.first().is_some_and(|first| *first == "0" || !first.starts_with('0'));
        fits.then_some(Self { words: text.get(..end)?, end: start + end, parts, staged: stage.is_some() })
    }

    /// Whether the numbers by themselves are a version, and no decimal, date, clock time, address or amount.
    fn stands_alone(&self) -> bool {
        let lengths: Vec<usize> = self.parts.iter().map(|part| part.len()).collect();
        let number = |part: &&str| part.parse::<u32>().unwrap_or(u32::MAX);
        let numbers: Vec<u32> = self.parts.iter().map(number).collect();
        let is_year = |number: u32| (1900..2100).contains(&number);
        match (numbers.as_slice(), lengths.as_slice()) {
            // "3.2-beta": the stage says it.
            ([_, _], _) => self.staged,
            // "2026.1.3", "30.12.2021".
            ([year, month, day], _) if is_year(*year) && *month <= 12 && *day <= 31 => self.staged,
            ([day, month, year], _) if is_year(*year) && *month <= 31 && *day <= 31 => self.staged,
            // "30.12.21", "1.52.30"; "1.234.567"; "555.123.4567".
            ([_, _, _], [_, 2, 2] | [_, 3, 3] | [3, 3, 4]) => self.staged,
            ([_, _, _], _) => true,
            // "192.168.1.1".
            ([..], [_, _, _, _]) => self.staged || numbers.iter().any(|part| *part > 255),
            _ => false,
        }
    }
}

/// The length of what names a stage: "-rc.2", "-beta", "rc1", "b1".
fn stage(text: &str) -> Option<usize> {
    let hyphen = usize::from(text.starts_with('-'));
    let rest = text.get(hyphen..)?;
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let name = rest.get(..letters).filter(|name| STAGES.contains(&name.to_lowercase().as_str()))?;
    let mut end = hyphen + name.len();
    let behind = |at: usize| text.as_bytes().get(at).copied().unwrap_or_default();
    while behind(end).is_ascii_digit() || matches!(behind(end), b'.' | b'-') && behind(end + 1).is_ascii_digit() {
        end += 1;
    }
    // "3.2b" may be billions, and "3.2m" metres.
    (end > hyphen + name.len() || hyphen == 1 || name.len() > 2).then_some(end)
}

/// The word that a version stands behind: "version 3.2", "v 3.2", "v. 3.2".
fn lead(reader: &Reader, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let stop = matches!(reader.kind(before), TokenKind::AbbreviationStop | TokenKind::Stop);
    let word = if stop { before.checked_sub(1)? } else { before };
    let abbreviated = !stop || reader.is_of(word, WordGroup::VERSION_SIGN);
    (reader.is_of(word, WordGroup::VERSION_LEAD) && abbreviated).then_some(word)
}

/// The token behind a byte, where one ends there.
fn token_behind(reader: &Reader, at: usize, byte: usize) -> Option<usize> {
    let last = (at..reader.range().end).find(|index| reader.token(*index).span.range().end >= byte)?;
    (reader.token(last).span.range().end == byte).then_some(last + 1)
}

/// "version 12 people": a single number that counts what stands behind it.
fn is_counted(reader: &Reader, end: usize) -> bool {
    reader.word(end).is(Class::MAGNITUDE) || matches!(reader.kind(end), TokenKind::Percent)
}

/// Whether numbers that nothing leads are a heading's, a section's or an amount's: "section 3.2.1", "§ 3.2.1", "$1.2.3".
fn is_otherwise(reader: &Reader, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let heads = reader.is_sentence_start(at) && reader.kind(end) == TokenKind::Word && reader.is_capital(end);
    let marked = matches!(reader.kind(before), TokenKind::Other | TokenKind::Currency | TokenKind::Number);
    let stop = reader.kind(before) == TokenKind::AbbreviationStop;
    let word = if stop { before.wrapping_sub(1) } else { before };
    // "Windows 10.0.19045" is a name, and no part of a text.
    let is_part =
        reader.is_of(word, WordGroup::TEXT_PART) || reader.word(word).is(Class::LABEL) && !reader.is_capital(word);
    let listed =
        (reader.is_of(before, WordGroup::LISTED) || reader.is(before, "through")) && lies_in_list(reader, before);
    heads || marked || is_part || listed
}

/// "3.2 or later": two numbers that something came after; "3.20 or later" may be a clock time.
fn is_least(reader: &Reader, written: &WrittenVersion, end: usize) -> bool {
    let [_, minor] = written.parts.as_slice() else { return false };
    minor.len() == 1 && reader.is_of(end, WordGroup::PAIRED) && reader.is_of(end + 1, WordGroup::NEWER)
}

/// "sections 3.2.1 and 3.2.2".
fn lies_in_list(reader: &Reader, joint: usize) -> bool {
    let first = joint.wrapping_sub(1);
    reader.kind(first) == TokenKind::Other && reader.is_of(first.wrapping_sub(1), WordGroup::TEXT_PART)
}

/// What a word that begins right behind a mark may stand behind.
fn may_open(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Open | TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Dash)
}

/// Whether more of a word stands right behind: "3.2.x", "3.2.1-linux", "3.2.1/".
fn goes_on(reader: &Reader, end: usize) -> bool {
    let glued = reader.is_glued(end);
    match reader.kind(end) {
        TokenKind::Word
        | TokenKind::Number
        | TokenKind::Hyphen
        | TokenKind::Slash
        | TokenKind::Open
        | TokenKind::Currency => glued,
        TokenKind::Percent => true,
        TokenKind::Stop | TokenKind::Colon | TokenKind::Comma => {
            glued
                && reader.is_glued(end + 1)
                && matches!(reader.kind(end + 1), TokenKind::Word | TokenKind::Number | TokenKind::Other)
        }
        TokenKind::Other => glued && reader.written(end) != "+" && reader.written(end) != ";",
        TokenKind::Possessive
        | TokenKind::Dash
        | TokenKind::AbbreviationStop
        | TokenKind::Close
        | TokenKind::DoubleQuote
        | TokenKind::SingleQuote
        | TokenKind::End => false,
    }
}

/// "at least version 3.2", "3.2 or later", "3.2+": how far it reaches.
fn hedge(reader: &Reader, reading: &mut AmountReading) {
    let end = reading.end;
    let behind = match reader.kind(end) {
        TokenKind::Other if reader.written(end) == "+" => Some((end + 1, Precision::AtLeast)),
        TokenKind::Word if reader.is_of(end, WordGroup::PAIRED) && reader.is_of(end + 1, WordGroup::UPWARDS) => {
            Some((end + 2, Precision::AtLeast))
        }
        TokenKind::Word if reader.is_of(end, WordGroup::PAIRED) && reader.is_of(end + 1, WordGroup::DOWNWARDS) => {
            Some((end + 2, Precision::AtMost))
        }
        _ => None,
    };
    let before = reader.hedge_before(reading.first).map(|(first, meaning)| (first, meaning.precision));
    let bounds = |precision: Precision| match precision {
        Precision::AtLeast | Precision::AtMost | Precision::MoreThan | Precision::LessThan => true,
        Precision::Exact | Precision::Approximate | Precision::Range | Precision::Vague => false,
    };
    let words = match (behind, before.filter(|(_, precision)| bounds(*precision))) {
        (Some((after, precision)), _) => {
            reading.end = after;
            reading.value.precision = precision;
            (end, after)
        }
        (None, Some((start, precision))) => {
            let first = std::mem::replace(&mut reading.first, start);
            reading.value.precision = precision;
            (start, first)
        }
        (None, None) => return,
    };
    reading.value.hedge = Some(reader.text.words(words.0, words.1).into());
    reading.value.text = reader.text.words(reading.first, reading.end).into();
}

/// The version that a bare number stands for where one is asked for: "3.10" is no 3.1.
fn of_number(text: &str) -> Option<Box<str>> {
    let written = WrittenVersion::read(text, 0).filter(|written| written.end == text.len())?;
    Some(written.words.into())
}

/// Number by number, what is missing as zero; a stage comes before the release that it leads to.
fn order(one: &str, other: &str) -> Ordering {
    let ((numbers, stage), (others, later)) = (parsed(one), parsed(other));
    let length = numbers.len().max(others.len());
    let part = |numbers: &[u64], at: usize| numbers.get(at).copied().unwrap_or(0);
    let by_number = (0..length).map(|at| part(&numbers, at).cmp(&part(&others, at)));
    let by_stage = || match (stage, later) {
        ("", _) | (_, "") => stage.is_empty().cmp(&later.is_empty()),
        (stage, later) => by_runs(stage, later),
    };
    by_number.fold(Ordering::Equal, Ordering::then).then_with(by_stage)
}

/// The numbers of a version, and the stage behind them.
fn parsed(version: &str) -> (Vec<u64>, &str) {
    let end = version.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(version.len());
    let (numbers, stage) = version.split_at(end);
    let numbers = numbers.split('.').filter(|part| !part.is_empty()).map(|part| part.parse().unwrap_or(u64::MAX));
    (numbers.collect(), stage.trim_start_matches('-'))
}

/// Stages by their letters and their numbers: "beta" before "rc", "rc.2" before "rc.10".
fn by_runs(one: &str, other: &str) -> Ordering {
    let name = |stage: &str| stage.trim_end_matches(|c: char| !c.is_ascii_alphabetic()).to_string();
    let number = |stage: &str| -> Vec<u64> {
        let digits = stage.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        digits.map(|run| run.parse().unwrap_or(u64::MAX)).collect()
    };
    name(one).cmp(&name(other)).then_with(|| number(one).cmp(&number(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::{
            literal,
            tests::{check, check_none},
        },
        lexicon::Lexicon,
    };

    #[test]
    fn meanings() {
        check(&[
            ("It needs 3.2.0 of it.", &["3.2.0 = version 3.2.0"]),
            ("It came with v3.2, and worked.", &["v3.2 = version 3.2"]),
            ("It requires Python 3.10.", &["3.10 = version 3.10"]),
            ("It runs on Ubuntu 24.04 and Node 18.2.", &["24.04 = version 24.04", "18.2 = version 18.2"]),
            ("It came with v3.", &["v3 = version 3"]),
            ("It runs version 2026.1.", &["version 2026.1 = version 2026.1"]),
            ("Version 3.2 is out.", &["Version 3.2 = version 3.2"]),
            ("Since version 2.1.1 of it, all is well.", &["version 2.1.1 = version 2.1.1"]),
            ("See release 4.1.", &["release 4.1 = version 4.1"]),
            ("Try 1.0.0-rc.2 first.", &["1.0.0-rc.2 = version 1.0.0-rc.2"]),
            ("Try v2.0-beta first.", &["v2.0-beta = version 2.0-beta"]),
            ("Try 3.13.0rc1 first.", &["3.13.0rc1 = version 3.13.0rc1"]),
            ("It ships (3.2.1) to all.", &["3.2.1 = version 3.2.1"]),
            ("Windows 10.0.19045 is old.", &["10.0.19045 = version 10.0.19045"]),
            ("It runs Chrome 120.0.6099.109 there.", &["120.0.6099.109 = version 120.0.6099.109"]),
            ("Use Ubuntu 24.04.1 for that.", &["24.04.1 = version 24.04.1"]),
            ("It needs version 3.2 or later.", &["version 3.2 or later = version at least 3.2"]),
            ("It needs 3.2.1+ here.", &["3.2.1+ = version at least 3.2.1"]),
            ("It needs at least version 3.2.", &["at least version 3.2 = version at least 3.2"]),
            ("Only versions 3.2 and older did.", &["versions 3.2 and older = version at most 3.2"]),
            ("It needs 3.2 or later of it.", &["3.2 or later = version at least 3.2"]),
            ("3.2.0 was released.", &["3.2.0 = version 3.2.0"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&[
            "the 192.168.1.1 host",
            "It listens on 10.0.0.1:8080.",
            "See section 3.2.1 for more.",
            "See Section 3.2.1 for more.",
            "See sections 3.2.1 and 3.2.2 for more.",
            "See § 3.2.1 and §3.2.1.",
            "See Fig. 3.2.1 and Figure 3.2.1.",
            "3.2.1 Installing it",
            "on 30.12.21 and 2026.1.3",
            "in 1.52.30 of running",
            "the 1.234.567 of them",
            "call 555.123.4567 or 0800.123.456",
            "the object 1.3.6.1.4.1",
            "any version 3.2.x will do",
            "the file crosscheck-3.2.1.tar.gz",
            "the file a/3.2.1/b",
            "at v3.2.x of it",
            "The series v. the league",
            "V-shaped and v-necked",
        ]);
        // Other kinds keep what is theirs.
        check(&[
            ("on 30.12.2021", &["30.12.2021 = date 30 December 2021"]),
            ("It rose to 3.2.", &["3.2 = number 3.2"]),
            ("Leave at 3.20 or later.", &["3.20 = number 3.2"]),
            ("It is rated 4.5 or higher.", &["4.5 or higher = number at least 4.5"]),
            ("It cost $3.20.", &["$3.20 = money $3.20"]),
            ("They had to release 50 hostages.", &["50 = count 50 of hostages"]),
            ("They release 1.5 tonnes of it.", &["1.5 tonnes = measure 1.5 tonnes"]),
            ("It will release 3.2 million books.", &["3.2 million = count 3.2 million of books"]),
        ]);
    }

    #[test]
    fn versions_have_an_order() {
        let rising = [
            "2.9",
            "2.10",
            "3.0-alpha",
            "3.0-beta.2",
            "3.0-beta.10",
            "3.0-rc.1",
            "3.0rc2",
            "3.0",
            "3.0.1",
            "3.2",
            "3.2.0.1",
            "3.10",
            "10.0",
            "2026.1",
        ];
        for pair in rising.windows(2) {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(order(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
        for (one, other) in [("3.2", "3.2.0"), ("3", "3.0.0"), ("1.0-rc.2", "1.0.0rc2")] {
            assert_eq!(order(one, other), Ordering::Equal, "{one} {other}");
        }
    }

    #[test]
    fn a_rule_writes_them_as_articles_do() {
        let kind = Kind::of(&ENTRY);
        for (words, expected) in [
            ("3.2", "3.2"),
            ("3.10", "3.10"),
            ("3", "3"),
            ("v3.2", "3.2"),
            ("version 2026.1", "2026.1"),
            ("1.0.0-rc.2", "1.0.0-rc.2"),
        ] {
            assert_eq!(
                literal(words, kind, Lexicon::english()).unwrap().content,
                Content::Word(expected.into()),
                "{words}"
            );
        }
        for words in ["3.2 %", "$3.20", "soon", "three", "192.168.1.1.1", "50 minutes"] {
            assert!(literal(words, kind, Lexicon::english()).is_err(), "{words}");
        }
    }
}
