//! How a sentence that somebody is writing can go on: names, parts, predicates and what fills their blanks, as the grammar
//! and the declared topics have them.

use super::{
    KnownTopics,
    forms::{self, fitting_forms},
    names::NamedTopics,
};
use crate::{
    article::Property,
    claim::{Every, Section},
    grammar::masked::{self, Masked, NameKind},
    lexicon::{Lexicon, Spoken},
    value::{Distance, Kind},
};

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Onward {
    /// The byte of the sentence from which on the text replaces what was written.
    pub from: usize,
    /// What to write.
    pub text: String,
    /// What that is.
    pub role: OnwardRole,
}

/// What a way to go on is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OnwardRole {
    /// A declared topic.
    Topic,
    /// What an article says of itself.
    Property,
    /// Every one of something.
    Every,
    /// What is asked.
    Predicate,
    /// A part of an article.
    Part,
    /// A source or a group.
    Source,
    /// A value, or how far apart values may lie.
    Value,
    /// A unit behind a number.
    Unit,
    /// A word that joins clauses.
    Joint,
}

/// What sentences may name beside their topics.
#[derive(Clone, Debug, Default)]
pub struct KnownSources {
    /// The sources and groups of the articles.
    pub sources: Vec<String>,
}

/// How a sentence can go on behind what was written of it.
#[must_use]
pub fn onward(written: &str, topics: &KnownTopics<'_>, known: &KnownSources, lexicon: &Lexicon) -> Vec<Onward> {
    let declared = NamedTopics::new(written, topics);
    let mut readings = masked::readings(written, &declared);
    if readings.is_empty() {
        readings.push(Masked::default());
    }
    let mut found = Vec::new();
    for reading in &readings {
        let has_blank = written.ends_with(char::is_whitespace) && !reading.text.is_empty();
        let text = if has_blank { format!("{} ", reading.text) } else { reading.text.clone() };
        let going = GoingOn { written, reading, text: &text, topics, known, lexicon };
        for start in clause_starts(&text) {
            going.clause(start, &mut found);
        }
    }
    let mut told = std::collections::BTreeSet::new();
    found.retain(|onward| told.insert((onward.from, onward.text.clone())));
    found
}

/// Words behind which a clause begins.
const BEFORE_CLAUSES: &[&str] = &["when ", " and ", " or ", " unless ", ", "];

/// The places of a masked sentence where a clause may begin, in order.
fn clause_starts(text: &str) -> Vec<usize> {
    let lower = text.to_ascii_lowercase();
    let mut starts = vec![0];
    for word in BEFORE_CLAUSES {
        let is_first = |at: usize| word.starts_with(' ') || word.starts_with(',') || at == 0;
        starts.extend(lower.match_indices(word).filter(|(at, _)| is_first(*at)).map(|(at, _)| at + word.len()));
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// A sentence on its way, read in one way.
struct GoingOn<'g> {
    written: &'g str,
    reading: &'g Masked<'g>,
    /// The masked text, with the blank at its end.
    text: &'g str,
    topics: &'g KnownTopics<'g>,
    known: &'g KnownSources,
    lexicon: &'g Lexicon,
}

impl GoingOn<'_> {
    /// What can follow in the clause that begins here.
    fn clause(&self, start: usize, found: &mut Vec<Onward>) {
        let Some(text) = self.text.get(start..) else { return };
        match self.subject(text) {
            Some((subject, length)) => self.behind_subject(start + length, &subject, found),
            None => self.subjects(start, text, found),
        }
    }

    /// The subject at the beginning of a clause, where a blank follows: its name, and how many bytes it and the blank take.
    fn subject(&self, text: &str) -> Option<(String, usize)> {
        let first = text.chars().next()?;
        if let Some(name) = self.reading.name_of(first) {
            let is_subject = matches!(name.kind, NameKind::Topic | NameKind::Property);
            let length = first.len_utf8();
            let is_done = text.get(length..)?.starts_with(' ');
            return (is_subject && is_done).then(|| (name.declared.to_string(), length + 1));
        }
        let plain = self.reading.unmasked(text).to_lowercase();
        let noun =
            every_nouns().filter(|noun| plain.starts_with(&format!("every {noun} "))).max_by_key(|noun| noun.len())?;
        // A kind is one character of the masked text; all else stands there as it is.
        let behind = text.get("every ".len()..)?;
        let length = match behind.chars().next().filter(|first| self.reading.name_of(*first).is_some()) {
            Some(kind) => kind.len_utf8(),
            None => noun.len(),
        };
        Some((format!("every {noun}"), "every ".len() + length + 1))
    }

    fn subjects(&self, start: usize, text: &str, found: &mut Vec<Onward>) {
        let topics = self.topics.all.iter().map(|topic| (topic.name().to_string(), OnwardRole::Topic));
        let properties = Property::ALL.iter().map(|property| (property.name().to_string(), OnwardRole::Property));
        let every = every_nouns().map(|noun| (format!("every {noun}"), OnwardRole::Every));
        let when = (start == 0).then(|| ("when".to_string(), OnwardRole::Joint));
        for (name, role) in topics.chain(properties).chain(every).chain(when) {
            self.offer(start, text, &name, role, found);
        }
    }

    /// Adds a text where what was written from a place on begins it.
    fn offer(&self, start: usize, written: &str, text: &str, role: OnwardRole, found: &mut Vec<Onward>) {
        let plain = self.reading.unmasked(written).to_lowercase();
        let lower = text.to_lowercase();
        if lower.starts_with(&plain) && lower != plain {
            found.push(Onward { from: self.origin(start), text: text.to_string(), role });
        }
    }

    /// The byte of the sentence at a place of the masked text.
    fn origin(&self, at: usize) -> usize {
        if at >= self.reading.text.len() { self.written.len() } else { self.reading.origin(at..at + 1).start }
    }

    fn behind_subject(&self, start: usize, subject: &str, found: &mut Vec<Onward>) {
        let (start, is_negated) = self.behind_places(start, found);
        let Some(text) = self.text.get(start..) else { return };
        if !is_negated {
            self.offer(start, text, "not", OnwardRole::Joint, found);
        }
        let filling =
            FillingForms { going: self, subject, kind: forms::kind_of(subject, self.topics).unwrap_or(Kind::TEXT) };
        for form in fitting_forms(subject, self.topics, self.lexicon) {
            filling.form(start, form, found);
        }
    }

    /// Passes over `in headline`, `in "summary"` and `not`, and adds what could stand there.
    fn behind_places(&self, mut start: usize, found: &mut Vec<Onward>) -> (usize, bool) {
        loop {
            let Some(text) = self.text.get(start..) else { return (start, false) };
            let lower = text.to_ascii_lowercase();
            if lower.starts_with("not ") {
                return (start + "not ".len(), true);
            }
            let Some(lead) = ["in ", "except in "].into_iter().find(|lead| lower.starts_with(lead)) else {
                self.offer(start, text, "in ", OnwardRole::Joint, found);
                self.offer(start, text, "except in ", OnwardRole::Joint, found);
                return (start, false);
            };
            let place = start + lead.len();
            let rest = self.text.get(place..).unwrap_or("");
            match length_of_place(rest) {
                Some(length) => start = place + length,
                None => {
                    if lead == "in " {
                        for section in Section::ALL {
                            self.offer(place, rest, section.name(), OnwardRole::Part, found);
                        }
                    }
                    self.sources(place, rest, found);
                    return (self.text.len() + 1, false);
                }
            }
        }
    }

    /// Sources and groups, in quotation marks.
    fn sources(&self, start: usize, written: &str, found: &mut Vec<Onward>) {
        for source in self.known.sources.iter().filter(|source| !source.contains('"')) {
            self.offer(start, written, &format!("\"{source}\""), OnwardRole::Source, found);
        }
    }
}

/// How many bytes a whole part or a name in marks takes at the beginning of a text, with the blank behind it.
fn length_of_place(text: &str) -> Option<usize> {
    let quoted = |closing: char, open: usize| {
        let end = open + text.get(open..)?.find(closing)? + closing.len_utf8();
        text.get(end..)?.starts_with(' ').then_some(end + 1)
    };
    match text.chars().next()? {
        '"' => quoted('"', 1),
        mark @ '\u{201C}' => quoted('\u{201D}', mark.len_utf8()),
        _ => {
            let (word, _) = text.split_once(' ')?;
            Section::find(word).map(|_| word.len() + 1)
        }
    }
}

/// What can stand behind `every`.
fn every_nouns() -> impl Iterator<Item = &'static str> {
    let others = [Every::Sentence, Every::BoilerplateLine, Every::UnnamedSource, Every::Article];
    let figures = [Every::Kind(Kind::FIGURE), Every::Kind(Kind::NUMERAL)];
    let kinds = Kind::all().filter(|kind| !kind.is_choice()).map(Kind::name);
    kinds.chain(figures.into_iter().chain(others).map(Every::noun))
}

/// The forms of predicates behind one subject.
struct FillingForms<'f> {
    going: &'f GoingOn<'f>,
    subject: &'f str,
    kind: Kind,
}

/// A word of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FormPiece<'f> {
    /// A word as it is; a number stands for any.
    Word(&'f str),
    /// What the writer fills in.
    Blank(&'f str),
}

/// The pieces of a form; what stands between quotation marks is one, and `DATE or TOPIC` too.
fn pieces(form: &str) -> Vec<FormPiece<'_>> {
    let mut pieces: Vec<FormPiece<'_>> = Vec::new();
    let mut rest = form;
    while !rest.is_empty() {
        let joined = "DATE or TOPIC";
        let length = if rest.starts_with(joined) { joined.len() } else { rest.find([' ', ',']).unwrap_or(rest.len()) };
        let (word, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let is_blank = word.starts_with('"') || word.starts_with(|first: char| first.is_ascii_uppercase());
        pieces.push(if is_blank { FormPiece::Blank(word) } else { FormPiece::Word(word) });
        rest = behind.trim_start_matches([' ', ',']);
    }
    pieces
}

impl FillingForms<'_> {
    /// What a form can go on with behind what was written of it.
    fn form(&self, start: usize, form: &str, found: &mut Vec<Onward>) {
        self.pieces(start, &pieces(form), found);
    }

    fn pieces(&self, start: usize, pieces: &[FormPiece<'_>], found: &mut Vec<Onward>) {
        let Some(written) = self.going.text.get(start..) else { return };
        match pieces.split_first() {
            None => self.joints(start, written, found),
            Some((FormPiece::Word(word), rest)) => match written.split_once(' ') {
                Some((first, _)) if is_word(first, word) => self.pieces(start + first.len() + 1, rest, found),
                Some(_) => {}
                None => {
                    let words = pieces.iter().map_while(|piece| match piece {
                        FormPiece::Word(word) => Some(*word),
                        FormPiece::Blank(_) => None,
                    });
                    let words: Vec<&str> = words.collect();
                    let blank = if words.len() < pieces.len() { " " } else { "" };
                    let text = format!("{}{blank}", words.join(" "));
                    self.going.offer(start, written, &text, OnwardRole::Predicate, found);
                }
            },
            Some((FormPiece::Blank(blank), rest)) => {
                self.blank(start, written, blank, found);
                if !rest.is_empty() {
                    // Any number of words may fill it.
                    let ends = written.match_indices(' ').map(|(at, _)| at + 1).filter(|end| *end > 1);
                    for end in ends {
                        self.pieces(start + end, rest, found);
                    }
                }
            }
        }
    }

    /// What joins a clause to another, or restricts it.
    fn joints(&self, start: usize, written: &str, found: &mut Vec<Onward>) {
        for joint in ["and ", "or ", "unless ", "except in "] {
            self.going.offer(start, written, joint, OnwardRole::Joint, found);
        }
    }

    /// What can fill a blank.
    fn blank(&self, start: usize, written: &str, blank: &str, found: &mut Vec<Onward>) {
        let going = self.going;
        let mut offer = |text: &str, role| going.offer(start, written, text, role, found);
        let facts = self.kind.facts();
        match blank {
            "\"NAME\"" | "\"GROUP\"" => going.sources(start, written, found),
            "TOPIC" => self.topics(start, written, |_| true, found),
            "PROPERTY" => Property::ALL.iter().for_each(|property| offer(property.name(), OnwardRole::Property)),
            "WEEKDAY" => Spoken::weekdays().iter().for_each(|day| offer(day, OnwardRole::Value)),
            "VALUE" => {
                let choices = going.topics.find(self.subject).map(|topic| topic.choices()).unwrap_or_default();
                if choices.is_empty() {
                    self.going.offer(start, written, facts.example, OnwardRole::Value, found);
                    self.units(start, written, self.kind, found);
                }
                choices.into_iter().for_each(|choice| going.offer(start, written, choice, OnwardRole::Value, found));
            }
            "TOLERANCE" => {
                facts.tolerance.iter().for_each(|example| offer(example, OnwardRole::Value));
                let of = match facts.distance {
                    Distance::Amount | Distance::AmountOrShare => self.kind,
                    Distance::Days | Distance::Time | Distance::YearsOrShare => Kind::of(&crate::kind::duration::ENTRY),
                };
                self.units(start, written, of, found);
            }
            "DURATION" => self.units(start, written, Kind::of(&crate::kind::duration::ENTRY), found),
            _ => {
                offer(facts.example, OnwardRole::Value);
                self.topics(start, written, |kind| kind == self.kind, found);
            }
        }
    }

    fn topics(&self, start: usize, written: &str, is_wanted: impl Fn(Kind) -> bool, found: &mut Vec<Onward>) {
        let others = self.going.topics.all.iter().filter(|topic| topic.name() != self.subject && is_wanted(topic.kind));
        for topic in others {
            self.going.offer(start, written, topic.name(), OnwardRole::Topic, found);
        }
    }

    /// The units of a kind, behind a number.
    fn units(&self, start: usize, written: &str, kind: Kind, found: &mut Vec<Onward>) {
        let Some((number, rest)) = written.rsplit_once(' ') else { return };
        let last = number.rsplit(' ').next().unwrap_or(number);
        if !last.ends_with(|last: char| last.is_ascii_digit()) {
            return;
        }
        let units = (kind.facts().behind_number)(self.going.lexicon);
        let share = matches!(self.kind.facts().distance, Distance::AmountOrShare | Distance::YearsOrShare);
        for unit in units.into_iter().chain(share.then(|| "%".to_string())) {
            self.going.offer(start + number.len() + 1, rest, &unit, OnwardRole::Unit, found);
        }
    }
}

/// Whether a word was written for one of a form.
fn is_word(written: &str, word: &str) -> bool {
    let is_number = word.starts_with(|first: char| first.is_ascii_digit());
    is_number || written.eq_ignore_ascii_case(word)
}
