//! Whether the words of one quotation stand in another, with what an editor leaves out and puts in: "..." stands for any
//! words but a negation, and square brackets for none to three.

use crate::{
    fold,
    lexicon::{Lexicon, WordGroup},
};
use rustc_hash::FxHashSet;

/// So many words square brackets may stand for.
const MOST_IN_BRACKETS: usize = 3;
/// So many brackets are looked behind in one stretch.
const MOST_BRACKETS: usize = 12;

/// Two cuts of one quotation share at least so many words.
const FEWEST_SHARED: usize = 5;

/// The words of a quotation in order, folded, with what its editor did to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage(Vec<PassageItem>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum PassageItem {
    Word(String),
    /// A word that denies: nothing stands for it.
    Denial(String),
    /// "...", "[...]": words are left out.
    Omission,
    /// "[of Ostrel]": the editor's words, for none to three of the speaker's.
    Bracket(Vec<String>),
}

impl Passage {
    /// Reads the words of a quotation, without its own marks.
    #[must_use]
    pub fn read(text: &str, lexicon: &Lexicon) -> Self {
        let folded = fold::words(text).replace(". . .", "...");
        let folded = folded.replace("[...]", "...");
        let mut items = Vec::new();
        let mut rest = folded.as_str();
        while let Some((before, inside, behind)) = bracketed(rest) {
            items.extend(words_of(before, lexicon));
            let words = words_of(inside, lexicon);
            // "The tenant is [not] allowed" is what it says.
            let is_plain = words.iter().any(|word| matches!(word, PassageItem::Denial(_) | PassageItem::Omission));
            if is_plain {
                items.extend(words);
            } else {
                items.push(PassageItem::Bracket(words.into_iter().filter_map(PassageItem::into_word).collect()));
            }
            rest = behind;
        }
        items.extend(words_of(rest, lexicon));
        items.dedup_by(|next, before| *next == PassageItem::Omission && *before == PassageItem::Omission);
        Self(items)
    }

    /// The words that are the speaker's own.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(PassageItem::word)
    }

    /// Whether it has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words().next().is_none()
    }

    /// How many words it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words().count()
    }

    /// Whether all of another stands in it: its stretches between omissions one behind the other, with nothing between them
    /// that denies.
    #[must_use]
    pub fn holds(&self, part: &Self) -> bool {
        let opens = part.0.first() == Some(&PassageItem::Omission);
        let mut stretches = part.0.split(|item| *item == PassageItem::Omission).filter(|stretch| !stretch.is_empty());
        let Some(first) = stretches.next().filter(|_| !part.is_empty()) else { return false };
        let rest: Vec<&[PassageItem]> = stretches.collect();
        let mut from = 0;
        while let Some((start, end)) = (from..self.0.len()).find_map(|at| Some((at, self.end_of(first, at)?))) {
            // What a beginning "..." leaves out denies nothing either.
            if opens && !self.0.iter().take(start).all(PassageItem::may_be_left_out) {
                return false;
            }
            match self.follow(&rest, end) {
                None => return true,
                // From before what denies nothing else follows, unless the first stretch has it.
                Some(stopped) if stopped < self.0.len() => from = (start + 1).max(stopped.saturating_sub(first.len())),
                Some(_) => return false,
            }
        }
        false
    }

    /// Whether two are cuts of one: what one ends with, another begins with, in so many words that it is no chance.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        Self::runs_on(&self.0, &other.0) || Self::runs_on(&other.0, &self.0)
    }

    /// Whether the second goes on where the first ends, with at least half of the shorter said twice.
    fn runs_on(first: &[PassageItem], second: &[PassageItem]) -> bool {
        let shorter = first.len().min(second.len());
        let fewest = FEWEST_SHARED.max(shorter.div_ceil(2));
        let words = first.iter().rev().take_while(|item| item.word().is_some()).count();
        let (borders, mut shared) = (borders(second), 0_usize);
        for item in first {
            shared = grown(second, &borders, shared, item);
        }
        // The longest that both have; a mark of omission in it is no word that both say.
        while shared > words.min(shorter) {
            shared = shared.checked_sub(1).and_then(|last| borders.get(last)).copied().unwrap_or_default();
        }
        shared >= fewest
    }

    /// The first words, by which cuts that may overlap are found.
    #[must_use]
    pub fn opening(&self) -> Option<Vec<&str>> {
        self.openings().next()
    }

    /// Every few words that a cut may begin with.
    pub fn openings(&self) -> impl Iterator<Item = Vec<&str>> {
        let words: Vec<&str> = self.words().collect();
        let starts = 0..(words.len() + 1).saturating_sub(FEWEST_SHARED);
        starts.map(move |start| words.iter().skip(start).take(FEWEST_SHARED).copied().collect())
    }

    /// Where stretches that follow each other from a place on come to nothing; `None` where all are there.
    fn follow(&self, stretches: &[&[PassageItem]], mut at: usize) -> Option<usize> {
        for stretch in stretches {
            at = loop {
                if let Some(end) = self.end_of(stretch, at) {
                    break end;
                }
                if !self.0.get(at).is_some_and(PassageItem::may_be_left_out) {
                    return Some(at);
                }
                at += 1;
            };
        }
        None
    }

    /// One past a stretch that begins at a place.
    fn end_of(&self, stretch: &[PassageItem], at: usize) -> Option<usize> {
        HeldStretch { whole: &self.0, stretch, failed: FxHashSet::default() }.end(0, at, MOST_BRACKETS)
    }
}

/// What stands before the first square brackets, in them, and behind; brackets inside a word ("[t]he") are none.
fn bracketed(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text.get(from..)?.find('[')?;
        let close = open + text.get(open..)?.find(']')?;
        let (before, inside, behind) = (text.get(..open)?, text.get(open + 1..close)?, text.get(close + 1..)?);
        let glued = behind.starts_with(char::is_alphanumeric) || before.ends_with(char::is_alphanumeric);
        if !glued {
            return Some((before, inside, behind));
        }
        from = close + 1;
    }
}

fn words_of(text: &str, lexicon: &Lexicon) -> Vec<PassageItem> {
    let plain = text.replace(['[', ']', '(', ')'], "");
    let inner = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '%' | '$' | '£' | '€');
    let item = |word: &str| {
        let denies = lexicon.clauses().denies(word) || lexicon.look_up(word).is_of(WordGroup::DENIAL);
        if denies { PassageItem::Denial(word.to_string()) } else { PassageItem::Word(word.to_string()) }
    };
    let mut items = Vec::new();
    for (index, stretch) in plain.split("...").enumerate() {
        if index > 0 {
            items.push(PassageItem::Omission);
        }
        let words = stretch.split(|letter| !inner(letter)).map(|word| word.trim_matches('\''));
        items.extend(words.filter(|word| !word.is_empty()).map(item));
    }
    items
}

impl PassageItem {
    fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) | Self::Denial(word) => Some(word),
            Self::Omission | Self::Bracket(_) => None,
        }
    }

    fn into_word(self) -> Option<String> {
        match self {
            Self::Word(word) | Self::Denial(word) => Some(word),
            Self::Omission | Self::Bracket(_) => None,
        }
    }

    /// What another leaves out, this one may leave out too.
    fn may_be_left_out(&self) -> bool {
        matches!(self, Self::Word(_) | Self::Bracket(_) | Self::Omission)
    }
}

/// A stretch held against a whole; what was tried in vain is not tried again.
struct HeldStretch<'p> {
    whole: &'p [PassageItem],
    stretch: &'p [PassageItem],
    failed: FxHashSet<(usize, usize)>,
}

impl HeldStretch<'_> {
    /// One past the stretch from an item on where it stands in the whole from another on, with so many brackets at most.
    fn end(&mut self, mut own: usize, mut at: usize, brackets: usize) -> Option<usize> {
        while let Some(item) = self.stretch.get(own) {
            let theirs = self.whole.get(at);
            if item.word().is_some() && item.word() == theirs.and_then(PassageItem::word) {
                (own, at) = (own + 1, at + 1);
                continue;
            }
            let is_bracket = |item: &PassageItem| matches!(item, PassageItem::Bracket(_));
            if !is_bracket(item) && !theirs.is_some_and(is_bracket) || brackets == 0 || self.failed.contains(&(own, at))
            {
                return None;
            }
            let behind_own = if is_bracket(item) { self.behind_bracket(own + 1, at, brackets - 1) } else { None };
            let found = behind_own.or_else(|| self.behind_theirs(own, at, brackets - 1));
            if found.is_none() {
                self.failed.insert((own, at));
            }
            return found;
        }
        Some(at)
    }

    /// Own brackets stand for none to three words of the whole.
    fn behind_bracket(&mut self, own: usize, at: usize, brackets: usize) -> Option<usize> {
        let words = words_ahead(self.whole, at);
        (at..=at + words).find_map(|at| self.end(own, at, brackets))
    }

    /// Brackets of the whole stand for none to three words of the stretch, or for their own.
    fn behind_theirs(&mut self, own: usize, at: usize, brackets: usize) -> Option<usize> {
        let Some(PassageItem::Bracket(inside)) = self.whole.get(at) else { return None };
        let rest = self.stretch.get(own..).unwrap_or_default();
        let same = rest.len() >= inside.len() && rest.iter().zip(inside).all(|(item, word)| item.word() == Some(word));
        let own_words = same.then_some(own + inside.len());
        let words = words_ahead(self.stretch, own);
        (own..=own + words).chain(own_words).find_map(|own| self.end(own, at + 1, brackets))
    }
}

/// How many words that brackets may stand for come next.
fn words_ahead(items: &[PassageItem], at: usize) -> usize {
    let ahead = items.get(at..).unwrap_or_default().iter().take(MOST_IN_BRACKETS);
    ahead.take_while(|item| matches!(item, PassageItem::Word(_))).count()
}

/// For each beginning of some items, the length of the longest shorter one that it also ends with.
fn borders(items: &[PassageItem]) -> Vec<usize> {
    let mut borders = vec![0; items.len().min(1)];
    for item in items.iter().skip(1) {
        let last = borders.last().copied().unwrap_or_default();
        borders.push(grown(items, &borders, last, item));
    }
    borders
}

/// How long a beginning of `items` some text ends with that ended with one of `length` before the next item.
fn grown(items: &[PassageItem], borders: &[usize], mut length: usize, next: &PassageItem) -> usize {
    let shorter = |length: usize| length.checked_sub(1).and_then(|last| borders.get(last)).copied();
    while items.get(length) != Some(next) {
        match shorter(length) {
            Some(less) => length = less,
            None => return 0,
        }
    }
    length + 1
}

#[cfg(test)]
mod tests {
    use super::Passage;
    use crate::lexicon::Lexicon;

    #[test]
    fn what_stands_in_what() {
        let read = |text: &str| Passage::read(text, Lexicon::english());
        for (part, whole, expected) in [
            ("severe consequences", "would face severe consequences,", true),
            ("we agreed … to go on", "We agreed in Selm to go on today", true),
            ("to go on … we agreed", "We agreed in Selm to go on today", false),
            ("we agreed [...] to go on", "We agreed in Selm to go on today", true),
            ("the mill is ... allowed to run", "The mill is not allowed to run here.", false),
            ("... permitted to run", "It is not permitted to run here.", false),
            ("... permitted to run", "It is permitted to run here.", true),
            ("they do ... agree", "They don't agree", false),
            ("it ... be said", "It cannot be said.", false),
            ("the board [of Selm] was wrong", "The board was wrong.", true),
            ("[Lang] was wrong", "He was wrong.", true),
            ("[t]he board was wrong", "The board was wrong.", true),
            ("the board was wrong", "The board [of Selm] was wrong.", true),
            ("they [the council] agreed", "They agreed.", true),
            ("the mill is [...] open", "The mill is now open.", true),
            ("the mill is [now] open", "The mill is not open.", false),
            ("the mill is [not] open", "The mill is open.", false),
            ("[one two] wrong", "He and she and they were quite wrong.", true),
            ("he [was] wrong", "He and she and they were wrong.", false),
            ("we go ... home", "We go not home; we go far, home.", true),
            ("a mistake", "a colossal mistake", false),
            ("the deck tipped ... I ran", "The deck tipped [...] I ran.", true),
            ("the deck … I ran", "The deck tipped … I ran.", true),
            ("the deck tipped I ran", "The deck tipped … I ran.", false),
            ("…", "a mistake", false),
            ("", "a mistake", false),
        ] {
            assert_eq!(read(whole).holds(&read(part)), expected, "{part} in {whole}");
        }
    }

    #[test]
    fn cuts_of_one() {
        let read = |text: &str| Passage::read(text, Lexicon::english());
        for (one, other, expected) in [
            ("We knew the wall was weak in May", "the wall was weak in May, and told them", true),
            ("the wall was weak in May, and told them", "We knew the wall was weak in May", true),
            ("We knew the wall was weak", "was weak and we told them", false),
            ("We knew the wall was weak in May", "the wall was not weak in May, I say", false),
            ("We knew the wall [of it] was weak", "the wall of it was weak, and so on", false),
            ("the wall was weak in May", "the gate was weak in May", false),
        ] {
            assert_eq!(read(one).overlaps(&read(other)), expected, "{one} / {other}");
        }
    }
}
