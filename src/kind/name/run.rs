//! Runs of capitalised words in one sentence, cut where one name ends and the next begins.

use super::NameVocabulary;
use crate::{
    lexicon::{Class, Lexicon, NameClass},
    text::{Sentence, Text, TokenKind},
};

/// A run of words that is a name, or may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Its first token, title included.
    pub first: usize,
    /// Its first token behind the title.
    pub core: usize,
    /// One past its last token.
    pub end: usize,
    /// The acronym that stands in brackets behind it.
    pub acronym: Option<usize>,
}

/// What stands behind a piece of a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// A title.
    Title,
    /// This acronym, in brackets.
    Acronym(usize),
    /// Neither.
    Other,
}

/// What finding runs needs.
pub(super) struct Runs<'a> {
    pub text: &'a Text<'a>,
    pub lexicon: &'a Lexicon,
    pub is_taken: &'a dyn Fn(usize) -> bool,
    pub vocabulary: &'a NameVocabulary<'a>,
}

/// A title has at most so many words.
const LONGEST_TITLE: usize = 3;

/// The second syllable of "Song-ho" has at most so many letters.
const LONGEST_SYLLABLE: usize = 5;

impl Runs<'_> {
    /// The runs of a sentence: those that are names, and those that are where they are names elsewhere.
    pub fn read(&self, sentence: &Sentence, certain: &mut Vec<Run>, doubtful: &mut Vec<Run>) {
        let is_word = |token: &usize| matches!(self.kind(*token), TokenKind::Word | TokenKind::Number);
        let opening = (sentence.first..sentence.end).find(is_word).unwrap_or(sentence.end);
        let mut at = sentence.first;
        while at < sentence.end {
            if !self.is_capital(at) && self.kind(at + 1) != TokenKind::Hyphen || !self.begins(at, sentence.end) {
                at += 1;
                continue;
            }
            let end = self.run_end(at, sentence.end);
            let mut first = at;
            if self.is_start(at, opening) && !self.is_acronym(at) && !self.is_title(at, end) {
                if self.is_opener(at) {
                    first += 1;
                } else if end == at + 1 || self.vocabulary.is_ordinary(at) {
                    doubtful.push(Run { first: at, core: at, end, acronym: None });
                    first = end;
                }
            }
            let first = (first..end).find(|token| self.is_capital(*token)).unwrap_or(end);
            self.pieces(first, end, sentence.end, certain, doubtful);
            at = end.max(at + 1);
        }
    }

    /// A sentence in capitals, whose names are found by what is known from elsewhere.
    pub fn capitals(&self, sentence: &Sentence) -> Option<Run> {
        let Sentence { first, end, .. } = *sentence;
        (first < end).then_some(Run { first, core: first, end, acronym: None })
    }

    fn kind(&self, token: usize) -> TokenKind {
        self.text.token(token).kind
    }

    fn class(&self, token: usize, class: Class) -> bool {
        self.lexicon.word(self.text.token(token).word).is(class)
    }

    fn is(&self, token: usize, classes: NameClass) -> bool {
        self.vocabulary.is(token, classes)
    }

    /// A word with a capital that is part of no other value.
    fn is_capital(&self, token: usize) -> bool {
        self.vocabulary.is_capital(token)
    }

    fn is_acronym(&self, token: usize) -> bool {
        self.vocabulary.is_acronym(token)
    }

    /// Whether a name may begin here.
    fn begins(&self, token: usize, end: usize) -> bool {
        if self.is_initial(token) && token + 2 < end {
            return true;
        }
        if !self.is_capital(token) {
            let joins = self.kind(token + 1) == TokenKind::Hyphen && token + 2 < end && self.is_capital(token + 2);
            return joins && self.is_particle(token);
        }
        let next = token + 1 < end && self.is_capital(token + 1);
        // "North Harran", though "North" alone is no name.
        if self.is(token, NameClass::NO_NAME) && !(next && self.is(token, NameClass::BEFORE_PLACE)) {
            return false;
        }
        let function = Class::FUNCTION.and(Class::CARDINAL).and(Class::WEEKDAY).and(Class::MONTH);
        next || !self.class(token, function) || self.is_acronym(token)
    }

    /// "A." in "John A. Vale", or in "A. Vale".
    fn is_initial(&self, token: usize) -> bool {
        let is_stop = matches!(self.kind(token + 1), TokenKind::Stop | TokenKind::AbbreviationStop);
        self.is_capital(token)
            && self.text.written(token).chars().nth(1).is_none()
            && is_stop
            && self.text.is_glued(token + 1)
            && self.is_capital(token + 2)
    }

    fn is_particle(&self, token: usize) -> bool {
        self.vocabulary.is_particle(token)
    }

    /// Whether capitals tell nothing here: at the beginning of the sentence, or of what is quoted. `opening` is the
    /// sentence's first word.
    fn is_start(&self, token: usize, opening: usize) -> bool {
        token <= opening
            || matches!(
                self.kind(token - 1),
                TokenKind::DoubleQuote
                    | TokenKind::SingleQuote
                    | TokenKind::Colon
                    | TokenKind::Stop
                    | TokenKind::Other
                    | TokenKind::Dash
            )
    }

    /// A word that often begins a sentence.
    fn is_opener(&self, token: usize) -> bool {
        let written = self.text.written(token);
        let classes =
            Class::FUNCTION.and(Class::STARTER).and(Class::CARDINAL).and(Class::ORDINAL).and(Class::HEDGE_END);
        self.class(token, classes)
            || self.is(token, NameClass::OPENER.and(NameClass::BEFORE_TITLE))
            || written.len() > 5 && (written.ends_with("ing") || written.ends_with("ly"))
    }

    /// One past the title that begins here; the token itself where none does. What leads on to a body or a place
    /// ("Justice Department", "King Street") is no title.
    fn title_end(&self, token: usize, end: usize) -> usize {
        if self.is_role(token, end) {
            return token + 1;
        }
        if !self.is(token, NameClass::TITLE.and(NameClass::LEADS_TITLE)) {
            return token;
        }
        let words = if self.is(token, NameClass::LEADS_TITLE) { LONGEST_TITLE } else { 1 };
        let longest = (token + 2..=(token + words).min(end)).rev();
        let phrase = longest.into_iter().find(|end| self.vocabulary.is_phrase(token, *end, NameClass::TITLE));
        let single = || if token < end && self.is(token, NameClass::TITLE) { token + 1 } else { token };
        let found = phrase.unwrap_or_else(single);
        let leads_on = found < end && self.is(found, NameClass::BODY.and(NameClass::PLACE));
        if leads_on { token } else { found }
    }

    /// Whether a word with a capital says what somebody is, and the name follows: "Pilot Ada Quill". Of a party also behind a
    /// name of a place: "a Selm Democrat".
    fn is_role(&self, token: usize, end: usize) -> bool {
        if token >= end || !self.is_capital(token) || self.is(token, NameClass::NAME_TOO) {
            return false;
        }
        let is_member = self.is(token, NameClass::MEMBER);
        if token + 1 == end || !self.is_capital(token + 1) {
            return is_member && token > 0 && self.is_capital(token - 1);
        }
        let leads_on = NameClass::BODY.and(NameClass::PLACE).and(NameClass::SUFFIX).and(NameClass::NO_NAME);
        !self.is(token + 1, leads_on) && (is_member || self.is_person(token))
    }

    /// A word for one person, and no acronym.
    fn is_person(&self, token: usize) -> bool {
        self.vocabulary.is_person(token, || {
            let written = self.text.written(token);
            let is_one = !written.ends_with('s') || written.ends_with("ss");
            let is_person = || self.lexicon.relations().is_person(written, self.lexicon.stems());
            is_one && !self.is_acronym(token) && is_person()
        })
    }

    /// Whether a title at the end of a run is somebody's last name: "Ada King", but not "the Orvane King".
    fn is_last_name(&self, (first, token, end): (usize, usize, usize)) -> bool {
        let is_led = first > 0 && self.class(first - 1, Class::DETERMINER.and(Class::ARTICLE).and(Class::FUNCTION));
        let apart = NameClass::NATIONALITY.and(NameClass::BODY).and(NameClass::PLACE).and(NameClass::BEFORE_PLACE);
        let is_apart = |token: usize| self.is(token, apart.and(NameClass::PEOPLE)) || self.is_acronym(token);
        token + 1 == end && self.is(token, NameClass::NAME_TOO) && !is_led && !(first..token).any(is_apart)
    }

    fn is_title(&self, token: usize, end: usize) -> bool {
        self.title_end(token, end) > token
    }

    /// One past the last token of the run that begins here.
    fn run_end(&self, first: usize, limit: usize) -> usize {
        let mut end = self.title_end(first, limit).max(first + 1);
        let mut joined: Option<&str> = None;
        loop {
            let next = self.next_word(first, end, limit, &mut joined);
            if next == end {
                return self.with_suffix(first, end, limit);
            }
            end = self.title_end(next - 1, limit).max(next);
        }
    }

    /// One past the next word of the run, or `end` where it has none.
    fn next_word<'t>(&'t self, first: usize, end: usize, limit: usize, joined: &mut Option<&'t str>) -> usize {
        let capital = |token: usize| token < limit && self.is_capital(token);
        let is_apart = self.is_acronym(end) && !self.is_acronym(end.saturating_sub(1));
        // "New South Wales", though "South" alone goes on no name.
        let leads = |token: usize| self.is(token, NameClass::BEFORE_PLACE);
        let may_go_on = || !self.is(end, NameClass::NO_NAME) || leads(end - 1) && leads(end) && capital(end + 1);
        if capital(end) && !is_apart && may_go_on() {
            return end + 1;
        }
        if end + 2 < limit && self.is_initial(end) {
            return end + 1;
        }
        let glued = self.text.is_glued(end);
        match self.kind(end) {
            TokenKind::AbbreviationStop if glued && capital(end + 1) && self.class(end - 1, Class::TITLE) => {
                return end + 2;
            }
            TokenKind::Stop | TokenKind::AbbreviationStop if end + 1 < limit && self.is_initial(end - 1) => {
                return end + 2;
            }
            // "Trade and Co-operation".
            TokenKind::Hyphen if joined.is_some() && self.kind(end + 1) == TokenKind::Word => return end + 2,
            // "Kim Song-ho", but not "Ada Quill-led".
            TokenKind::Hyphen if end > first + 1 && self.ends_syllable(end + 1, limit) => return end + 2,
            TokenKind::Hyphen if capital(end + 1) => {
                let splits = self.is_acronym(end - 1) || self.is_acronym(end + 1);
                return if splits && !capital(end + 2) { end } else { end + 2 };
            }
            TokenKind::Other if !glued && self.text.written(end) == "&" && capital(end + 1) => return end + 2,
            TokenKind::Word => {}
            _ => return end,
        }
        if self.is_particle(end) {
            let next = if self.is_particle(end + 1) { end + 2 } else { end + 1 };
            let next = if self.kind(next) == TokenKind::Hyphen { next + 1 } else { next };
            return if capital(next) { next + 1 } else { end };
        }
        let connector = self.text.written(end);
        let next = if self.text.written(end + 1) == "the" { end + 2 } else { end + 1 };
        let leads_on = match connector {
            "of" => self.is(end - 1, NameClass::REGION.and(NameClass::BODY)),
            "for" => self.is(end - 1, NameClass::BODY),
            // "the Ministry of Finance and the Red Cross" are two.
            "and" if next > end + 1 => false,
            "and" => *joined == Some("for") || joined.is_some() && self.is_office(first, end),
            "in" => *joined == Some("and") && next == end + 1,
            _ => false,
        };
        if !leads_on || !capital(next) || self.is_title(next, limit) {
            return end;
        }
        *joined = Some(connector);
        next + 1
    }

    /// The second syllable of a given name.
    fn ends_syllable(&self, token: usize, limit: usize) -> bool {
        let written = self.text.written(token);
        token < limit
            && self.kind(token) == TokenKind::Word
            && self.text.is_glued(token)
            && (2..=LONGEST_SYLLABLE).contains(&written.len())
            && written.bytes().all(|byte| byte.is_ascii_lowercase())
            && !self.text.token(token).word.is_known()
            && !self.is(token, NameClass::COMPOUND_END)
    }

    fn is_office(&self, first: usize, end: usize) -> bool {
        (first..end).any(|token| self.is(token, NameClass::OFFICE))
    }

    /// The end with ", Jr." or a number ("Nord Line 2") behind it.
    fn with_suffix(&self, first: usize, end: usize, limit: usize) -> usize {
        let at = if self.kind(end) == TokenKind::Comma { end + 1 } else { end };
        let is_suffix = at < limit && self.is_capital(at) && self.is(at, NameClass::SUFFIX);
        let last = if is_suffix { at + 1 } else { end };
        let stops = self.kind(last) == TokenKind::AbbreviationStop && self.is(last - 1, NameClass::SUFFIX);
        if stops && last < limit {
            return last + 1;
        }
        let is_digit = self.kind(end) == TokenKind::Number && self.text.written(end).len() == 1;
        let behind_name = end - first > 1 && (first..end).all(|token| self.is_capital(token));
        // "The quay, Ann Lee 6/9": which of several pictures is shown.
        let is_shared = self.kind(end + 1) == TokenKind::Slash && self.text.is_glued(end + 1);
        if is_digit && behind_name && !is_shared && end < limit && !(self.is_taken)(end) { end + 1 } else { last }
    }

    /// Cuts a run at titles and before the words of an acronym in brackets, and judges each piece.
    fn pieces(&self, first: usize, end: usize, limit: usize, certain: &mut Vec<Run>, doubtful: &mut Vec<Run>) {
        let (mut start, mut core, mut at) = (first, first, first);
        while at < end {
            let title = self.title_end(at, end);
            if title == at || at > core && self.is_last_name((first, at, end)) {
                at += 1;
                continue;
            }
            if at > core {
                self.piece((start, core, at), Behind::Title, certain, doubtful);
            }
            // What somebody is besides is no title of the name.
            let is_role = self.is_role(at, end) && !self.is(at, NameClass::TITLE);
            if at > core || at == first || is_role {
                start = if is_role { title } else { at };
            }
            at = title;
            if self.kind(at) == TokenKind::AbbreviationStop && at < end {
                at += 1;
            }
            core = at;
        }
        let acronym = self.acronym_behind(end, limit);
        let behind = acronym.map_or(Behind::Other, Behind::Acronym);
        let long = acronym.and_then(|token| self.words_of_acronym(core, end, token));
        match long {
            Some(long) if long > core => {
                self.piece((start, core, long), Behind::Other, certain, doubtful);
                self.piece((long, long, end), behind, certain, doubtful);
            }
            Some(_) => self.piece((start, core, end), behind, certain, doubtful),
            None => self.piece((start, core, end), Behind::Other, certain, doubtful),
        }
    }

    fn acronym_behind(&self, end: usize, limit: usize) -> Option<usize> {
        let is_bracket = self.kind(end) == TokenKind::Open && self.kind(end + 2) == TokenKind::Close;
        (is_bracket && end + 2 < limit && self.is_acronym(end + 1)).then_some(end + 1)
    }

    /// Where the words begin whose first letters an acronym is made of.
    fn words_of_acronym(&self, first: usize, end: usize, acronym: usize) -> Option<usize> {
        let mut letters = self.text.written(acronym).chars().rev().filter(|letter| letter.is_alphabetic());
        let mut wanted = letters.next();
        for token in (first..end).rev().filter(|token| self.is_capital(*token)) {
            if self.text.written(token).chars().next() != wanted {
                return None;
            }
            wanted = letters.next();
            if wanted.is_none() {
                return Some(token);
            }
        }
        None
    }

    /// A piece is a name, may be one, or is none.
    fn piece(
        &self,
        (start, core, mut end): (usize, usize, usize),
        behind: Behind,
        certain: &mut Vec<Run>,
        doubtful: &mut Vec<Run>,
    ) {
        let mut core = core;
        while core < end && (self.is(core, NameClass::BEFORE_TITLE) || !self.is_word(core)) {
            core += 1;
        }
        // "In front of the Selm Russian embassy".
        let apart = NameClass::NATIONALITY.and(NameClass::BEFORE_PLACE);
        while end > core + 1 && self.is(end - 1, NameClass::NATIONALITY) && !self.is(end - 2, apart) {
            end -= 1;
        }
        let start = if self.is_title(start, end) { start } else { core };
        let acronym = match behind {
            Behind::Acronym(token) => Some(token),
            Behind::Title | Behind::Other => None,
        };
        let run = Run { first: start, core, end, acronym };
        let nothing =
            NameClass::PEOPLE.and(NameClass::NO_NAME).and(NameClass::BEFORE_PLACE).and(NameClass::NATIONALITY);
        let capitals = || (core..end).filter(|token| self.is_capital(*token));
        let is_letter = |token: usize| self.text.written(token).chars().nth(1).is_none();
        if capitals().all(|token| self.is(token, nothing) || is_letter(token)) || self.names_nothing(core, end) {
            return;
        }
        let mut first_two = capitals();
        if let (Some(only), None) = (first_two.next(), first_two.next())
            && !self.is_acronym(only)
        {
            if self.class(only, Class::LABEL) && self.kind(end) == TokenKind::Number {
                return;
            }
            let is_ordinary =
                || self.is(only, NameClass::BODY.and(NameClass::PLACE)) || self.vocabulary.is_ordinary(only);
            if behind == Behind::Title || start == core && is_ordinary() {
                doubtful.push(run);
                return;
            }
        }
        certain.push(run);
    }

    /// Whether the words together name nothing: "New Year".
    fn names_nothing(&self, core: usize, end: usize) -> bool {
        let several =
            || self.is(core, NameClass::LEADS_NO_NAME) && self.vocabulary.is_phrase(core, end, NameClass::NO_NAME);
        if end == core + 1 { self.is(core, NameClass::NO_NAME) } else { core < end && several() }
    }

    fn is_word(&self, token: usize) -> bool {
        self.kind(token) == TokenKind::Word
    }
}
