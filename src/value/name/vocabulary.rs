//! The words of one text, each looked up once: what it may be in a name, and whether the text also writes it in lower case.

use crate::{
    lexicon::{Class, Lexicon, NameWords},
    text::{Text, Token, TokenKind},
};
use rustc_hash::FxHashMap;

/// A set of things that a word may be in a name.
#[derive(Clone, Copy, Default)]
pub(super) struct Traits(u32);

impl Traits {
    /// It begins with a capital and is part of no other value.
    pub const CAPITAL: Self = Self(1);
    /// It begins with a capital.
    pub const UPPER: Self = Self(1 << 21);
    /// It begins in lower case.
    pub const LOWER: Self = Self(1 << 1);
    /// "NATO", "U.S.": capitals alone, at least two.
    pub const ACRONYM: Self = Self(1 << 2);
    /// "Mr", "minister".
    pub const TITLE: Self = Self(1 << 3);
    /// The first word of a title of several: "prime".
    pub const LEADS_TITLE: Self = Self(1 << 4);
    /// "former".
    pub const BEFORE_TITLE: Self = Self(1 << 5);
    /// "van", in lower case.
    pub const PARTICLE: Self = Self(1 << 6);
    /// "Jr".
    pub const SUFFIX: Self = Self(1 << 7);
    /// "ministry".
    pub const BODY: Self = Self(1 << 8);
    /// "island".
    pub const PLACE: Self = Self(1 << 9);
    /// "New".
    pub const BEFORE_PLACE: Self = Self(1 << 10);
    /// "gulf".
    pub const REGION: Self = Self(1 << 11);
    /// "led".
    pub const COMPOUND_END: Self = Self(1 << 12);
    /// "Russian", "Russians", "Britons".
    pub const PEOPLE: Self = Self(1 << 13);
    /// A capital that names nothing.
    pub const NO_NAME: Self = Self(1 << 14);
    /// The first word of an expression of several that names nothing.
    pub const LEADS_NO_NAME: Self = Self(1 << 15);
    /// A word that often opens a sentence.
    pub const OPENER: Self = Self(1 << 16);
    /// A single character.
    pub const LETTER: Self = Self(1 << 17);
    /// A word of four letters or more.
    pub const LONG: Self = Self(1 << 18);
    /// Without lower case and full stops.
    pub const SHOUTED: Self = Self(1 << 19);
    /// In lower case, and no word that is written so in titles too: "of".
    pub const PLAIN: Self = Self(1 << 20);

    /// Both sets together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is any of these.
    pub fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

pub(super) struct Vocabulary<'a> {
    words: FxHashMap<&'a str, Traits>,
    tokens: Vec<Traits>,
}

impl<'a> Vocabulary<'a> {
    pub fn new(text: &Text<'a>, lexicon: &Lexicon, is_taken: &dyn Fn(usize) -> bool) -> Self {
        let known = NameWords::english();
        let mut words = FxHashMap::default();
        let mut traits_of = |index: usize, token: &Token| {
            if token.kind != TokenKind::Word {
                return Traits::default();
            }
            let written = token.span.of(text.source());
            let traits = *words.entry(written).or_insert_with(|| traits(written, token, lexicon, known));
            if traits.is(Traits::UPPER) && !is_taken(index) { traits.and(Traits::CAPITAL) } else { traits }
        };
        let tokens = text.tokens().iter().enumerate().map(|(index, token)| traits_of(index, token)).collect();
        Self { words, tokens }
    }

    /// What the word at a token may be; what is no word is nothing.
    #[inline]
    pub fn of(&self, token: usize) -> Traits {
        self.tokens.get(token).copied().unwrap_or_default()
    }

    /// Whether the text also writes the word in lower case: a capital alone makes no name of it.
    pub fn is_ordinary(&self, word: &str) -> bool {
        self.words.get(word.to_lowercase().as_str()).is_some_and(|traits| traits.is(Traits::LOWER))
    }
}

/// A longer word in capitals alone is a shouted word, not an acronym.
const LONGEST_ACRONYM: usize = 6;

fn traits(written: &str, token: &Token, lexicon: &Lexicon, known: &NameWords) -> Traits {
    let word = lexicon.word(token.word);
    let (upper, lower) = (written.starts_with(char::is_uppercase), written.starts_with(char::is_lowercase));
    let is_people = |word: &str| known.nationalities.has(word) || known.nationalities.has(word.trim_end_matches('s'));
    let openers = Class::FUNCTION.and(Class::STARTER).and(Class::CARDINAL).and(Class::ORDINAL).and(Class::HEDGE_END);
    let is_ending = written.len() > 5 && (written.ends_with("ing") || written.ends_with("ly"));
    // A title's small words have capitals too, save "of" and the like.
    let is_small = word.is(Class::FUNCTION) && !word.is(Class::PAST);
    [
        (Traits::UPPER, upper),
        (Traits::LOWER, lower),
        (Traits::ACRONYM, upper && is_acronym(written)),
        (Traits::TITLE, known.titles.has(written)),
        (Traits::LEADS_TITLE, known.titles.begins_phrase(written)),
        (Traits::BEFORE_TITLE, known.before_titles.has(written)),
        (Traits::PARTICLE, lower && known.particles.has(written)),
        (Traits::SUFFIX, known.suffixes.has(written)),
        (Traits::BODY, known.bodies.has(written)),
        (Traits::PLACE, known.places.has(written)),
        (Traits::BEFORE_PLACE, known.places_before.has(written)),
        (Traits::REGION, known.regions.has(written)),
        (Traits::COMPOUND_END, known.compound_ends.has(written)),
        (Traits::PEOPLE, is_people(written) || known.peoples.has(written)),
        (Traits::NO_NAME, known.no_names.has(written)),
        (Traits::LEADS_NO_NAME, known.no_names.begins_phrase(written)),
        (Traits::OPENER, word.is(openers) || known.openers.has(written) || is_ending),
        (Traits::LETTER, written.chars().nth(1).is_none()),
        (Traits::LONG, written.len() >= 4),
        (Traits::SHOUTED, !written.contains(char::is_lowercase) && !written.contains('.')),
        (Traits::PLAIN, lower && !is_small && written.len() > 2),
    ]
    .into_iter()
    .filter(|(_, is_so)| *is_so)
    .fold(Traits::default(), |all, (one, _)| all.and(one))
}

fn is_acronym(written: &str) -> bool {
    let letters = written.chars().filter(|letter| letter.is_uppercase()).count();
    (2..=LONGEST_ACRONYM).contains(&letters)
        && written.chars().all(|letter| letter.is_uppercase() || letter == '.' || letter.is_ascii_digit())
}
