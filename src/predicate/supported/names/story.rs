//! The words of the articles of a story, to look for names in.

use super::sources::{outlets, squeezed};
use crate::{
    claim::RecordedSentence,
    fold,
    lexicon::{Lexicon, NameClass},
    predicate::supported::{Supported, Within},
    table::{Placed, Table},
    value::Content,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Words of so many letters at their beginnings are kin: "Orvania", "Orvanian".
pub const KIN: usize = 4;

/// The words of articles, and where each stands.
#[derive(Default)]
pub struct StoryWords {
    /// The words of the sentences of articles that support, folded, one sentence behind another.
    sequence: Vec<String>,
    /// Whether each has a capital.
    has_capital: Vec<bool>,
    /// Whether each stands behind a quotation mark that opens, and before one that closes.
    quoted: Vec<bool>,
    is_open: bool,
    is_damaged: bool,
    /// Where each word stands in the sequence.
    places: FxHashMap<(Within, String), Vec<usize>>,
    /// Words with a capital that do not open their sentence.
    capitals: FxHashSet<(Within, String)>,
    /// The beginnings of words with a capital.
    beginnings: FxHashSet<(Within, String)>,
    /// Words with a capital, in order.
    sorted: BTreeSet<(Within, String)>,
    /// Words in lower case: of each article, and of those that support.
    small: FxHashSet<(Within, String)>,
    /// Words in capitals alone.
    shouted: FxHashSet<(Within, String)>,
    /// Words of articles that have no capitals at all.
    uncapitalised: FxHashSet<(Within, String)>,
    /// The words of names of those that support.
    in_names: FxHashSet<(Within, String)>,
    /// Names by their initials; of two there is none.
    initials: FxHashMap<(Within, String), Option<String>>,
    outlets: FxHashSet<String>,
}

/// The words of a name or a sentence, as names are compared: "&" is "and", and "'s" is none.
pub fn words_of(text: &str) -> Vec<String> {
    spelled(text).filter(|word| !word.is_empty()).map(|word| fold::without_accents(&word).into_owned()).collect()
}

/// The same, with their letters as they are; nothing where a sentence or a clause ends.
fn spelled(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().flat_map(pieces)
}

/// What quotation marks stand around a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct MarksAround {
    opens: bool,
    closes: bool,
}

/// The words of what stands between blanks, with the marks before the first and behind the last.
fn marked(chunk: &str) -> Vec<(String, MarksAround)> {
    let is_mark = |letter: char| matches!(letter, '"' | '\u{201C}' | '\u{201D}');
    let first = chunk.find(char::is_alphanumeric).unwrap_or(chunk.len());
    let last = chunk.rfind(char::is_alphanumeric).unwrap_or_default();
    let opens = chunk.get(..first).is_some_and(|before| before.contains(is_mark));
    let closes = chunk.get(last..).is_some_and(|behind| behind.contains(is_mark));
    let pieces = pieces(chunk);
    let end = pieces.len();
    let with_marks = |(at, piece)| (piece, MarksAround { opens: opens && at == 0, closes: closes && at + 1 == end });
    pieces.into_iter().enumerate().map(with_marks).collect()
}

/// The words of what stands between blanks: "U.S." is one, and "Song-ho" are two.
fn pieces(chunk: &str) -> Vec<String> {
    if chunk == "&" {
        return vec!["and".to_string()];
    }
    let is_inner =
        |letter: char| letter.is_alphanumeric() || fold::is_accent(letter) || matches!(letter, '.' | '\'' | '\u{2019}');
    let mut found = Vec::new();
    for piece in chunk.split(|letter| !is_inner(letter)) {
        let piece = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
        let bare = piece.strip_suffix("'s").or_else(|| piece.strip_suffix("\u{2019}s")).unwrap_or(piece);
        // "U.S", but "left.The".
        let is_letter = |part: &str| part.chars().all(char::is_alphabetic) && part.chars().nth(1).is_none();
        let is_acronym = bare.split('.').all(is_letter);
        let parts = bare.split('.').filter(|part| !part.is_empty());
        if is_acronym {
            found.push(parts.collect::<String>());
        } else {
            found.extend(parts.map(|part| part.replace(['\'', '\u{2019}'], "")));
        }
    }
    found.retain(|piece| !piece.is_empty());
    found
}

impl StoryWords {
    /// Those of a story; in articles whose quotation marks do not pair, marks count by their sides.
    pub fn new(
        by: &Supported,
        table: &Table<'_>,
        (supporting, damaged): (&[bool], &FxHashSet<usize>),
        supporters: &[&Placed<'_>],
    ) -> Self {
        let mut words = Self::default();
        for (at, article) in table.articles.iter().enumerate() {
            (words.is_open, words.is_damaged) = (false, damaged.contains(&at));
            let supports = if supporting.get(at) == Some(&true) { Supports::Yes } else { Supports::No };
            let has_capitals = article.words.iter().flat_map(|words| &words.sentences).any(has_capital);
            for sentence in article.words.iter().flat_map(|words| &words.sentences) {
                words.note_small(at, by, supports, sentence);
                if supports == Supports::Yes && by.may_rest_on(sentence.part) {
                    words.add(by.within_article(at), sentence);
                    if !has_capitals {
                        for word in words_of(&sentence.words) {
                            words.sorted.insert((by.within_article(at), word.clone()));
                            words.uncapitalised.insert((by.within_article(at), word));
                        }
                    }
                }
            }
            if supports == Supports::Yes {
                words.outlets.extend(outlets(&article.metadata));
            }
        }
        for placed in supporters {
            words.add_name(by.within(placed), placed, table.placing.lexicon);
        }
        words
    }

    fn note_small(&mut self, article: usize, by: &Supported, supports: Supports, sentence: &RecordedSentence) {
        let small = spelled(&sentence.words).filter(|word| word.starts_with(char::is_lowercase));
        for word in small.map(|word| fold::without_accents(&word).into_owned()) {
            if supports == Supports::Yes && *by != Supported::Body {
                self.small.insert((None, word.clone()));
            }
            self.small.insert((Some(article), word));
        }
    }

    fn add(&mut self, within: Within, sentence: &RecordedSentence) {
        let marked = sentence.words.split_whitespace().flat_map(marked);
        for (at, (written, mark)) in marked.enumerate() {
            self.is_open = self.is_damaged && (mark.opens || self.is_open);
            let word = fold::without_accents(&written).into_owned();
            let is_capital = written.starts_with(char::is_uppercase);
            if is_capital {
                let beginning: String = word.chars().take(KIN).collect();
                self.beginnings.insert((within, beginning));
                self.sorted.insert((within, word.clone()));
                if at > 0 {
                    self.capitals.insert((within, word.clone()));
                }
                if is_shouted(&written) {
                    self.shouted.insert((within, word.clone()));
                }
            }
            self.places.entry((within, word)).or_default().push(self.sequence.len());
            self.push(&written);
            self.is_open &= !mark.closes;
        }
        self.push("");
    }

    fn push(&mut self, written: &str) {
        self.sequence.push(fold::without_accents(written).into_owned());
        self.has_capital.push(written.starts_with(char::is_uppercase));
        self.quoted.push(self.is_open);
    }

    fn add_name(&mut self, within: Within, placed: &Placed<'_>, lexicon: &Lexicon) {
        let Content::Word(name) = &placed.claim.value.content else { return };
        let words = words_of(name);
        let is_joint = |word: &&String| lexicon.names().class(word).is(NameClass::JOINT);
        let letters = |words: &mut dyn Iterator<Item = &String>| -> String {
            words.filter_map(|word| word.chars().next()).collect()
        };
        if words.len() > 1 {
            let all = letters(&mut words.iter());
            let telling = letters(&mut words.iter().filter(|word| !is_joint(word)));
            let full = words.join(" ");
            for initials in if all == telling { vec![all] } else { vec![all, telling] } {
                let known = self.initials.entry((within, initials)).or_insert_with(|| Some(full.clone()));
                if known.as_ref() != Some(&full) {
                    *known = None;
                }
            }
        }
        self.in_names.extend(words.into_iter().map(|word| (within, word)));
    }

    /// Where words stand one behind the other, in any case; a first name's initial is found by the name.
    pub fn place(&self, within: Within, own: &[String]) -> Option<usize> {
        self.starts(within, own).next()
    }

    /// The same, where they are no part of one of these longer names, each given with how many of its words stand before them.
    pub fn place_apart(&self, within: Within, own: &[String], longer: &[(Vec<String>, usize)]) -> Option<usize> {
        let is_part = |start: usize| {
            longer.iter().any(|(whole, before)| {
                let from = start.checked_sub(*before);
                from.and_then(|from| self.sequence.get(from..from + whole.len())) == Some(whole)
            })
        };
        self.starts(within, own).find(|start| !is_part(*start))
    }

    /// Whether words stand one behind the other between quotation marks, also where a mark is repeated before one closes, as
    /// that of each paragraph of a long quotation.
    pub fn is_quoted(&self, within: Within, own: &[String]) -> bool {
        let are_quoted =
            |start: usize| self.quoted.get(start..start + own.len()).is_some_and(|all| !all.contains(&false));
        self.starts(within, own).any(are_quoted)
    }

    fn starts(&self, within: Within, own: &[String]) -> impl Iterator<Item = usize> {
        let places =
            move |word: &String| self.places.get(&(within, word.clone())).map(Vec::as_slice).unwrap_or_default();
        let is_initial = |word: &String| own.len() > 1 && word.chars().nth(1).is_none();
        let whole = own.iter().enumerate().filter(|(_, word)| !is_initial(word));
        let rarest = whole.min_by_key(|(_, word)| places(word).len());
        let is_it = move |place: usize, word: &String| {
            let is_name = || self.has_capital.get(place) == Some(&true);
            self.sequence
                .get(place)
                .is_some_and(|found| found == word || is_initial(word) && found.starts_with(word.as_str()) && is_name())
        };
        let starts = rarest
            .into_iter()
            .flat_map(move |(at, rarest)| places(rarest).iter().filter_map(move |place| place.checked_sub(at)));
        starts.filter(move |start| own.iter().enumerate().all(|(index, word)| is_it(start + index, word)))
    }

    /// Whether one word stands in lower case in an article, or in one that may support it.
    pub fn is_small(&self, article: usize, own: &[String]) -> bool {
        let [word] = own else { return false };
        [Some(article), None].into_iter().any(|within| self.small.contains(&(within, word.clone())))
    }

    /// Whether all the words stand in names.
    pub fn is_in_name(&self, within: Within, own: &[String]) -> bool {
        own.iter().all(|word| self.in_names.contains(&(within, word.clone())))
    }

    /// The words with a capital that begin so.
    pub fn capitals_from<'s>(&'s self, within: Within, beginning: &'s str) -> impl Iterator<Item = &'s str> {
        let from = self.sorted.range((within, beginning.to_string())..);
        let own = from.take_while(move |(article, word)| *article == within && word.starts_with(beginning));
        own.map(|(_, word)| word.as_str())
    }

    /// Whether words stand there as a name does: several in a row, or one with a capital.
    pub fn stands_as_name(&self, within: Within, own: &[String]) -> bool {
        let is_capital = || own.iter().all(|word| self.capitals.contains(&(within, word.clone())));
        self.place(within, own).is_some() && (own.len() > 1 || self.is_in_name(within, own) || is_capital())
    }

    /// Whether a word with a capital begins as this does: "Orvania" for "Orvanian".
    pub fn has_kin_of(&self, within: Within, word: &str) -> bool {
        word.chars().count() >= KIN && self.beginnings.contains(&(within, word.chars().take(KIN).collect()))
    }

    /// Whether a name stands there by its initials, or is the initials of one that does: of one alone.
    pub fn is_abbreviated(&self, within: Within, own: &[String], lexicon: &Lexicon) -> bool {
        let names = lexicon.names();
        match own {
            [acronym] => {
                let in_full = || self.initials.get(&(within, acronym.clone())).is_some_and(Option::is_some);
                let stands = |full: &String| self.place(within, &words_of(full)).is_some();
                let known = || names.stands_for(acronym).iter().any(stands);
                in_full() || known()
            }
            _ => names.acronyms_of(&own.join(" ")).any(|acronym| self.shouted.contains(&(within, acronym.to_string()))),
        }
    }

    /// Whether a word stands there in capitals alone, or where nothing has capitals.
    pub fn is_shouted(&self, within: Within, word: &str) -> bool {
        let key = (within, word.to_string());
        self.shouted.contains(&key) || self.uncapitalised.contains(&key)
    }

    /// Whether it is the name of an outlet that supports.
    pub fn is_outlet(&self, own: &[String]) -> bool {
        self.outlets.contains(&squeezed(&own.join(" ")))
    }
}

fn has_capital(sentence: &RecordedSentence) -> bool {
    sentence.words.contains(char::is_uppercase)
}

/// Whether an article is among those that support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Supports {
    Yes,
    No,
}

/// Capitals alone, at least two: "UN", "US".
pub fn is_shouted(written: &str) -> bool {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    let first_two = letters.by_ref().take(2).filter(|letter| letter.is_uppercase()).count();
    first_two == 2 && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_names_are_compared() {
        for (text, expected) in [
            ("The U.S. agreed.", "the us agreed"),
            ("the US", "the us"),
            ("Johnson & Vale", "johnson and vale"),
            ("Kim Song-ho's house", "kim song ho house"),
            ("John A. Vale, 40", "john a vale 40"),
            ("O’Brien left.The", "obrien left the"),
            ("E\u{301}tienne's", "etienne"),
            ("\"Orvania\", (NHC)", "orvania nhc"),
            ("the sailors' U.S.-led 3.5", "the sailors us led 3 5"),
            ("", ""),
            (". . & '", "and"),
        ] {
            assert_eq!(words_of(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn capitals_alone() {
        for (word, expected) in
            [("UN", true), ("U.S.", true), ("Un", false), ("U", false), ("", false), ("NHCs", false)]
        {
            assert_eq!(is_shouted(word), expected, "{word}");
        }
    }
}
