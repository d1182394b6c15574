//! Numerals by the words of articles: found as they are written, with the name before them or the word beside them.

mod pieces;
#[cfg(test)]
mod tests;

use super::{Supported, Within, support::Support};
use crate::{
    claim,
    lexicon::{Class, Lexicon, WordGroup},
    table::{Placed, Table},
};
use pieces::{Numeral, NumeralPiece, PieceSort, pieces_of};
use rustc_hash::{FxHashMap, FxHashSet};

/// Digits stand in a source, and beside another word.
pub const BESIDE_ANOTHER_WORD: &str = "it stands there beside another word";

/// Small words before or behind a numeral are passed over so far.
const PASSED_OVER: usize = 3;
/// So many words are looked back for the name that a list has: "Rooms 12, 13 and 14".
const LONGEST_LIST: usize = 8;
/// The numbers of a score as it is written in words stand at most so many words apart: "35 to 21".
const SCORE: usize = 2;
/// They stand at most so many apart where they may be one: "35 for the hosts and 21".
const SCORE_APART: usize = 8;
/// A number is looked for at so many places.
const MOST_TRIED: usize = 256;

/// A numeral in articles that support, and a word beside it.
type BesideWord = (Within, String, String);

/// The words of the articles that support, and where numerals stand among them.
pub struct NumeralsInWords<'t> {
    by: &'t Supported,
    lexicon: &'t Lexicon,
    pieces: Vec<NumeralPiece>,
    /// Where each stands; ordinals with a full stop behind their number.
    places: FxHashMap<(Within, String), Vec<usize>>,
    /// With the last word of the name before them.
    named: FxHashSet<BesideWord>,
    /// With the telling word before them.
    before: FxHashSet<BesideWord>,
    /// With that behind them.
    behind: FxHashSet<BesideWord>,
}

/// The numerals that are claims of articles that support, by what tells one again. Each is the first of its like.
#[derive(Default)]
struct KnownNumerals {
    same: FxHashMap<(Within, String, Option<String>), usize>,
    namesakes: FxHashMap<(Within, String), usize>,
    /// By the number of their numbers, and by that and the first of them.
    scores: FxHashMap<(Within, usize, Option<String>), usize>,
}

impl<'t> NumeralsInWords<'t> {
    /// Those of a story.
    pub fn new(by: &'t Supported, table: &'t Table<'_>, supporting: &[bool]) -> Self {
        let mut words = Self {
            by,
            lexicon: table.placing.lexicon,
            pieces: Vec::new(),
            places: FxHashMap::default(),
            named: FxHashSet::default(),
            before: FxHashSet::default(),
            behind: FxHashSet::default(),
        };
        let articles = table.articles.iter().enumerate().filter(|(at, _)| supporting.get(*at) == Some(&true));
        for (at, article) in articles {
            let within = by.within_article(at);
            for sentence in article.words.iter().flat_map(|words| &words.sentences) {
                if by.may_rest_on(sentence.part) {
                    words.add(within, pieces_of(&sentence.words));
                }
            }
        }
        words
    }

    fn add(&mut self, within: Within, sentence: Vec<NumeralPiece>) {
        let start = self.pieces.len();
        for (at, piece) in sentence.iter().enumerate() {
            if let Some(number) = self.numbered(&piece.key, Class::ORDINAL) {
                self.places.entry((within, format!("{number}."))).or_default().push(start + at);
            }
            let key = match piece.sort {
                PieceSort::Word if piece.is_shouted => Some(piece.key.clone()),
                PieceSort::Word => self.numbered(&piece.key, Class::CARDINAL),
                PieceSort::Number | PieceSort::Code => Some(piece.key.clone()),
                PieceSort::End => None,
            };
            let Some(key) = key else { continue };
            let name = self.name_of(&sentence, at);
            self.named.extend(name.map(|name| (within, key.clone(), name)));
            let beside = self.beside(&sentence, at);
            self.before.extend(beside.0.map(|word| (within, key.clone(), word)));
            self.behind.extend(beside.1.map(|word| (within, key.clone(), word)));
            self.places.entry((within, key)).or_default().push(start + at);
        }
        self.pieces.extend(sentence);
        self.pieces.push(NumeralPiece::END);
    }

    /// The number of a word of a class, in digits: "twelve", "second".
    fn numbered(&self, word: &str, class: Class) -> Option<String> {
        let word = self.lexicon.look_up(word);
        (word.is(class) && word.number.fract() == 0.0).then(|| word.number.to_string())
    }

    /// What is found of each of some numerals.
    pub fn found(&self, questioned: &[&Placed<'_>], supporters: &[&Placed<'_>]) -> Vec<Support> {
        let mut known = KnownNumerals::default();
        for (index, placed) in supporters.iter().enumerate() {
            known.add(self.by.within(placed), &Numeral::read(placed, self.lexicon), index);
        }
        questioned.iter().map(|placed| self.support(placed, &known)).collect()
    }

    fn support(&self, placed: &Placed<'_>, known: &KnownNumerals) -> Support {
        let (own, within) = (Numeral::read(placed, self.lexicon), self.by.within(placed));
        if self.stands(within, &own) {
            return known.same(within, &own).map_or_else(Support::held, Support::by);
        }
        // "Apollo 13" beside "Apollo 11" is another.
        if let Some(namesake) = known.namesake(within, &own) {
            return Support::missing(Some(namesake));
        }
        if self.is_there(within, &own) {
            return Support { reason: Some(BESIDE_ANOTHER_WORD), ..Support::open() };
        }
        Support::missing(known.score(within, &own))
    }

    fn places(&self, within: Within, key: &str) -> &[usize] {
        let places = self.places.get(&(within, key.to_string())).map(Vec::as_slice).unwrap_or_default();
        places.get(..MOST_TRIED).unwrap_or(places)
    }

    fn key_at(&self, at: usize) -> &str {
        self.pieces.get(at).map(|piece| piece.key.as_str()).unwrap_or_default()
    }

    /// Whether it stands there as it is written, with its name or beside the same word.
    fn stands(&self, within: Within, own: &Numeral) -> bool {
        if own.is_code() {
            return !self.places(within, own.key()).is_empty()
                || self.stands_apart(within, own.key())
                || self.stands_before(within, own.key());
        }
        if let Some(name) = own.name.last() {
            return self.stands_without(within, own)
                || self.named.contains(&(within, own.key().to_string(), name.clone()))
                || self.stands_joined(within, own)
                || self.stands_in_words(within, own);
        }
        let parts = own.parts();
        let (before, behind) = self.beside(&own.pieces, own.at);
        // "Orvane beat Maurin 3-1", and "Maurin lost 3-1 to Orvane": who stands where says little of a score.
        let (lead, rest) = (
            before.iter().chain(behind.iter().filter(|_| parts.is_some())),
            behind.iter().chain(before.iter().filter(|_| parts.is_some())),
        );
        let has = |known: &FxHashSet<BesideWord>, key: &str, word: &String| {
            known.contains(&(within, key.to_string(), word.clone()))
        };
        let is_beside = |first: &str, last: &str| {
            lead.clone().any(|word| has(&self.before, first, word))
                || rest.clone().any(|word| has(&self.behind, last, word))
        };
        let is_alone = before.is_none() && behind.is_none();
        if is_alone && !self.places(within, own.key()).is_empty() || is_beside(own.key(), own.key()) {
            return true;
        }
        let ends = parts.as_ref().and_then(|parts| Some((*parts.first()?, *parts.last()?, parts)));
        ends.is_some_and(|(first, last, parts)| {
            self.has_score(within, parts, SCORE) && (is_alone || is_beside(first, last))
        })
    }

    /// "Covid" for "Covid-19", which is called so too.
    fn stands_without(&self, within: Within, own: &Numeral) -> bool {
        let full = format!("{}-{}", own.name.join("-"), own.key());
        self.lexicon.names().stands_for(&full).iter().any(|short| !self.places(within, short).is_empty())
    }

    /// "F16" for "F-16", "WWII" for "World War II".
    fn stands_joined(&self, within: Within, own: &Numeral) -> bool {
        let initials: String = own.name.iter().filter_map(|word| word.chars().next()).collect();
        let head = match own.name.as_slice() {
            [one] => one.as_str(),
            _ => initials.as_str(),
        };
        let stands = |numeral: &str| !self.places(within, &format!("{head}{numeral}")).is_empty();
        stands(own.key()) || stands(&own.written)
    }

    /// "B-9" and "Board of Nine" for "B9".
    fn stands_apart(&self, within: Within, key: &str) -> bool {
        let Some(first) = key.find(|letter: char| letter.is_ascii_digit()) else { return false };
        let Some((letters, digits)) = key.split_at_checked(first).filter(|(letters, _)| !letters.is_empty()) else {
            return false;
        };
        let is_word = |at: usize| {
            let word = self.key_at(at);
            word == letters || letters.len() == 1 && word.starts_with(letters) && self.key_at(at + 1) == "of"
        };
        let is_led = |at: &usize| (1..=2).filter_map(|back| at.checked_sub(back)).any(is_word);
        self.places(within, digits).iter().any(is_led)
    }

    /// "5.68 m" for "5.68m".
    fn stands_before(&self, within: Within, key: &str) -> bool {
        let Some(letters) = key.find(char::is_alphabetic) else { return false };
        let Some((digits, letters)) = key.split_at_checked(letters) else { return false };
        self.places(within, digits).iter().any(|at| self.key_at(at + 1) == letters)
    }

    /// "Second World War" for "World War II".
    fn stands_in_words(&self, within: Within, own: &Numeral) -> bool {
        let [.., first, last] = own.name.as_slice() else { return false };
        let stem = |at: usize| self.lexicon.stems().key(self.key_at(at));
        let ordinals = self.places(within, &format!("{}.", own.key()));
        ordinals.iter().any(|at| stem(at + 1) == *first && stem(at + 2) == *last)
    }

    /// Whether its digits stand there at all; of a score each of its numbers, near one another.
    fn is_there(&self, within: Within, own: &Numeral) -> bool {
        let is_score = |parts: Vec<&str>| {
            let turned: Vec<&str> = parts.iter().rev().copied().collect();
            self.has_score(within, &parts, SCORE_APART)
                || self.has_score(within, &turned, SCORE_APART)
                || !self.places(within, &turned.join("-")).is_empty()
        };
        // "9/11" may be told as a day.
        let is_day = |parts: &[&str]| match parts {
            [_, day] => own.key().contains('/') && !self.places(within, day).is_empty(),
            _ => false,
        };
        !self.places(within, own.key()).is_empty()
            || own.parts().is_some_and(|parts| is_day(&parts))
            || own.parts().is_some_and(is_score)
    }

    /// Whether numbers stand one behind the other, with at most so many words between two of them.
    fn has_score(&self, within: Within, parts: &[&str], apart: usize) -> bool {
        let Some((first, rest)) = parts.split_first() else { return false };
        let is_plain = |at: usize| self.pieces.get(at).is_some_and(|piece| piece.sort != PieceSort::Code);
        let is_number = |at: usize, number: &str| {
            let key = self.key_at(at);
            is_plain(at) && (key == number || self.numbered(key, Class::CARDINAL).as_deref() == Some(number))
        };
        let goes_on = |at: usize| self.pieces.get(at).is_some_and(|piece| piece.sort != PieceSort::End);
        self.places(within, first).iter().filter(|start| is_plain(**start)).any(|start| {
            let mut at = *start;
            rest.iter().all(|part| {
                let found = (at + 1..=at + apart).take_while(|next| goes_on(*next)).find(|next| is_number(*next, part));
                at = found.unwrap_or(at);
                found.is_some()
            })
        })
    }

    /// The words that tell what a numeral is of, before and behind it.
    fn beside(&self, pieces: &[NumeralPiece], at: usize) -> (Option<String>, Option<String>) {
        let before = pieces.get(..at).unwrap_or_default().iter().rev();
        let behind = pieces.get(at + 1..).unwrap_or_default().iter();
        (self.telling(before), self.telling(behind))
    }

    fn telling<'p>(&self, pieces: impl Iterator<Item = &'p NumeralPiece>) -> Option<String> {
        let words = pieces.take(PASSED_OVER + 1).filter(|piece| piece.sort == PieceSort::Word);
        let mut telling = words.filter(|piece| claim::tells(&piece.key, self.lexicon));
        telling.next().map(|piece| self.lexicon.stems().key(&piece.key))
    }

    /// The last word of the name that a numeral has: that of its list, where it is in one.
    fn name_of(&self, pieces: &[NumeralPiece], at: usize) -> Option<String> {
        let is_between = |piece: &NumeralPiece| match piece.sort {
            PieceSort::Word => self.lexicon.look_up(&piece.key).is_of(WordGroup::BETWEEN_NUMERALS),
            PieceSort::Number | PieceSort::Code => true,
            PieceSort::End => false,
        };
        let before = pieces.get(..at).unwrap_or_default().iter().rev().take(LONGEST_LIST);
        let name = before.into_iter().find(|piece| !is_between(piece))?;
        Some(self.lexicon.stems().key(&name.key))
    }
}

impl KnownNumerals {
    fn add(&mut self, within: Within, numeral: &Numeral, index: usize) {
        let name = numeral.name.last().cloned();
        self.same.entry((within, numeral.key().to_string(), name.clone())).or_insert(index);
        match (name, numeral.parts()) {
            (Some(name), _) => {
                self.namesakes.entry((within, name)).or_insert(index);
            }
            (None, Some(parts)) => {
                let first = parts.first().map(ToString::to_string);
                self.scores.entry((within, parts.len(), None)).or_insert(index);
                self.scores.entry((within, parts.len(), first)).or_insert(index);
            }
            (None, None) => {}
        }
    }

    fn same(&self, within: Within, own: &Numeral) -> Option<usize> {
        self.same.get(&(within, own.key().to_string(), own.name.last().cloned())).copied()
    }

    fn namesake(&self, within: Within, own: &Numeral) -> Option<usize> {
        self.namesakes.get(&(within, own.name.last()?.clone())).copied()
    }

    fn score(&self, within: Within, own: &Numeral) -> Option<usize> {
        let parts = own.parts().filter(|_| own.name.is_empty())?;
        let of = |first: Option<String>| self.scores.get(&(within, parts.len(), first)).copied();
        of(parts.first().map(ToString::to_string)).or_else(|| of(None))
    }
}
