//! The tense of a date's clause: the nearest word that shows the past, or what is to come.

use crate::{
    lexicon::{Class, WordGroup},
    reading::Reader,
    text::TokenKind,
    value::date::Tense,
};

/// Words are looked at this far either way.
const REACH: usize = 24;
/// A comma, a dash or a word such as "which" between counts as so many words: a cue of the date's own clause comes first.
const CLAUSE: usize = 6;

/// A verb and "on" before a date say more than what stands right behind it.
const RIGHT_BEHIND: usize = 2;

/// What is extended has at most so many words before "through January".
const LONGEST_EXTENSION: usize = 8;

/// An infinitive says less of when than a verb near it: "failed to appear", "agreed to meet".
const INFINITIVE: usize = 2;

/// What an infinitive behind a verb of the past says of a date: a weekday is mostly the one that was told of, and a month or a
/// holiday is what it is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Told,
    Ahead,
}

/// What each word of a sentence says of when: many dates may stand around one word.
pub struct Cues {
    first: usize,
    words: Vec<Cue>,
}

#[derive(Clone, Copy)]
struct Cue {
    /// How far apart it keeps what stands on both sides.
    distance: usize,
    tense: Option<Tense>,
    /// As an infinitive.
    infinitive: Option<Tense>,
    /// As a verb that says no more than that something is.
    present: Option<Tense>,
    /// Whether it asks somebody to do something that lies ahead.
    urges: bool,
}

impl Cues {
    /// The cues of a reader's sentence.
    pub fn new(reader: &Reader) -> Self {
        let tokens = reader.range();
        Self { first: tokens.start, words: tokens.map(|at| Cue::of(reader, at)).collect() }
    }

    /// The tense that the words around the tokens `first..end` show.
    pub fn of_clause(&self, reader: &Reader, first: usize, end: usize) -> Tense {
        let lead = first.wrapping_sub(1);
        let until = reader.is_of(lead, WordGroup::UNTIL) && !reader.is_sentence_start(lead);
        let is_weekday = reader.word(first).is(Class::WEEKDAY);
        // "Gave them until Monday", "wants it sold by June 30": the clause says nothing of the day that ends it.
        if until && is_weekday && reader.is_capital(first) {
            return Tense::Future;
        }
        // "Effective Feb. 1", "payable Dec. 15", "extended the ban through January".
        if reader.is_of(lead, WordGroup::LOOKING_AHEAD) || self.goes_on(reader, lead) {
            return Tense::Future;
        }
        // "They would fight Wednesday's ruling": what is done lies behind.
        let owned = reader.kind(end) == TokenKind::Possessive && reader.is_of(end + 1, WordGroup::DONE);
        if is_weekday && owned {
            return Tense::Past;
        }
        let ends = until || reader.is(lead, "by") && !reader.is_sentence_start(lead);
        // "The game is on Monday": what is, and not yet, is planned.
        let planned = || is_weekday.then(|| self.present_before(first)).flatten();
        let purpose = if is_weekday { Purpose::Told } else { Purpose::Ahead };
        match self.of_verbs(first, end, purpose).or_else(planned) {
            Some(Tense::Past) if ends => Tense::Unknown,
            tense => tense.unwrap_or(Tense::Unknown),
        }
    }

    /// "Prolonged the curfew through January", at "through": it goes on to a day ahead.
    fn goes_on(&self, reader: &Reader, lead: usize) -> bool {
        let through = reader.is(lead, "through") || reader.is_of(lead, WordGroup::UNTIL);
        let first = lead.saturating_sub(LONGEST_EXTENSION).max(self.first);
        through && (first..lead).any(|at| reader.is_of(at, WordGroup::EXTENDING))
    }

    /// What the verbs around the tokens `first..end` show.
    fn of_verbs(&self, first: usize, end: usize, purpose: Purpose) -> Option<Tense> {
        let before = self.before(first);
        let after = self.words.get(end.saturating_sub(self.first)..).unwrap_or_default().iter();
        let after = nearest(after, |cue| cue.tense);
        // An infinitive behind the date is what for, and not when: "called Thursday to press them".
        let infinitive = nearest(before.clone(), |cue| cue.infinitive);
        let verb = nearest(before, |cue| cue.tense);
        let found = match (verb, infinitive) {
            (Some(verb), Some(infinitive)) if self.is_nearer(first, infinitive, verb, purpose) => Some(infinitive),
            (Some(verb), _) => Some(verb),
            (None, infinitive) => infinitive.map(|(distance, tense)| (distance + INFINITIVE, tense)),
        };
        match (found, after) {
            // "Announced on Tuesday plans to quit".
            (Some((near, tense)), Some((far, _))) if near <= far.max(RIGHT_BEHIND) => Some(tense),
            (_, Some((_, tense))) | (Some((_, tense)), None) => Some(tense),
            (None, None) => None,
        }
    }

    /// Whether an infinitive says when, and not the verb before it: "closed the bridge to mend it on Saturday" was done for what
    /// was done then, unless somebody was asked to.
    fn is_nearer(&self, first: usize, infinitive: (usize, Tense), verb: (usize, Tense), purpose: Purpose) -> bool {
        let ((near, _), (far, tense)) = (infinitive, verb);
        if self.urges(first, far) {
            return near < far;
        }
        let told = purpose == Purpose::Told && tense == Tense::Past && far < near + INFINITIVE + CLAUSE;
        near + INFINITIVE < far && !told
    }

    /// Whether the cue so far before the token asks somebody to do something: "ordered", "told".
    fn urges(&self, first: usize, distance: usize) -> bool {
        let mut so_far = 0;
        self.before(first).take(REACH).any(|cue| {
            so_far += cue.distance;
            so_far == distance && cue.urges
        })
    }

    /// What a verb before the token says that says no more than that something is.
    fn present_before(&self, first: usize) -> Option<Tense> {
        nearest(self.before(first), |cue| cue.present).map(|(_, tense)| tense)
    }

    /// The words before the token, the nearest first.
    fn before(&self, first: usize) -> impl Iterator<Item = &Cue> + Clone {
        self.words.get(..first.saturating_sub(self.first)).unwrap_or_default().iter().rev()
    }
}

/// The nearest word that says something, and how far off it is.
fn nearest<'a>(words: impl Iterator<Item = &'a Cue>, says: fn(&Cue) -> Option<Tense>) -> Option<(usize, Tense)> {
    let mut distance = 0;
    words.take(REACH).find_map(|word| {
        distance += word.distance;
        says(word).map(|tense| (distance, tense))
    })
}

impl Cue {
    fn of(reader: &Reader, at: usize) -> Self {
        match reader.kind(at) {
            // "At 8:38 p.m."
            TokenKind::Colon if reader.is_glued(at) && reader.is_glued(at + 1) => Self::silent(1),
            TokenKind::Comma | TokenKind::Dash | TokenKind::DoubleQuote | TokenKind::Colon => Self::silent(1 + CLAUSE),
            TokenKind::Word if reader.word(at).is(Class::JOINT) => Self::silent(1 + CLAUSE),
            TokenKind::Word => Self {
                distance: 1,
                tense: cue(reader, at),
                infinitive: infinitive(reader, at),
                present: present(reader, at),
                urges: reader.is_of(at, WordGroup::URGING) && !is_before_past(reader, at),
            },
            _ => Self::silent(1),
        }
    }

    fn silent(distance: usize) -> Self {
        Self { distance, tense: None, infinitive: None, present: None, urges: false }
    }
}

/// "Had asked", "had been asked": what lies before what was.
fn is_before_past(reader: &Reader, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    reader.is(before, "had") || reader.is(before, "been") && reader.is(before.wrapping_sub(1), "had")
}

/// What one word says.
fn cue(reader: &Reader, at: usize) -> Option<Tense> {
    let word = reader.word(at);
    let before = at.wrapping_sub(1);
    if let Some(tense) = turned(reader, at) {
        return tense;
    }
    // "Is to dock", "are to meet".
    let is_month = word.month > 0 && reader.is_capital(at);
    if word.is(Class::FUTURE) && !is_month || reader.is(at, "to") && reader.is_of(before, WordGroup::IS_ARE) {
        return Some(Tense::Future);
    }
    // "Takes effect", "comes into force", "takes place".
    let begins = |back: usize| reader.is(at.wrapping_sub(back), "takes") || reader.is(at.wrapping_sub(back), "comes");
    if word.is_of(WordGroup::BEGINNING) && (begins(1) || begins(2) && reader.is(before, "into")) {
        return Some(Tense::Future);
    }
    // "Appeared likely to leave Friday".
    if reader.is(at, "to") && reader.is_of(before, WordGroup::READY) {
        return Some(Tense::Future);
    }
    // "Has to answer", "have until Monday".
    let next = at + 1;
    if word.is_of(WordGroup::HAS_HAVE) && (reader.is_of(next, WordGroup::UNTIL) || reader.is(next, "to")) {
        return Some(Tense::Future);
    }
    // "Would have surgery".
    if reader.is(at, "have") && reader.word(before).is(Class::FUTURE) {
        return None;
    }
    // "Will be buried", "will stay closed": what stands before says when.
    let is_past = word.is(Class::PAST) || is_past_form(reader.written(at));
    (is_past && !reader.is_of(before, WordGroup::STATES)).then_some(Tense::Past)
}

/// What looks ahead by itself and does not here: "next to the pier", "as expected", "set up a roadblock", "may have begun", "had
/// been due".
fn turned(reader: &Reader, at: usize) -> Option<Option<Tense>> {
    if !reader.word(at).is(Class::FUTURE) {
        return None;
    }
    let (before, next) = (at.wrapping_sub(1), at + 1);
    let aside = reader.is(at, "next") && reader.is(next, "to")
        || reader.is(before, "as")
        || names_closer(reader, at)
        // "Failed to meet": an infinitive, read as one.
        || reader.is(at, "meet") && reader.is(before, "to")
        || reader.is(before.wrapping_sub(1), "as") && reader.written(before).ends_with("ly");
    let placed = reader.is(at, "set") && reader.is_of(next, WordGroup::SET_UP);
    let was = || reader.is(before, "was") || reader.is(before, "were") || reader.is(before, "been");
    let over = reader.is(at, "due") && was() || began(reader, at);
    match () {
        () if aside => Some(None),
        () if placed || over => Some(Some(Tense::Past)),
        () => None,
    }
}

/// "A planned flight": it says of the noun behind it what it is, and of the clause nothing.
fn names_closer(reader: &Reader, at: usize) -> bool {
    let noun = reader.token(at + 1);
    reader.word(at.wrapping_sub(1)).is(Class::DETERMINER)
        && is_past_form(reader.written(at))
        && noun.kind == TokenKind::Word
        && !reader.word(at + 1).is(Class::FUNCTION)
}

/// "May have begun", and not "would have surgery" or "will have begun".
fn began(reader: &Reader, at: usize) -> bool {
    let done = at + 2;
    let word = reader.word(done);
    let participle = word.is(Class::PAST) || word.is_of(WordGroup::PARTICIPLE) || is_past_form(reader.written(done));
    reader.is(at + 1, "have") && participle && !reader.is(at, "will")
}

/// "Is", "are": no more than that; and "the planned march".
fn present(reader: &Reader, at: usize) -> Option<Tense> {
    let plans = reader.word(at).is(Class::FUTURE) && names_closer(reader, at);
    (plans || reader.is_of(at, WordGroup::IS_ARE)).then_some(Tense::Future)
}

/// "To appear", "to work": no place, no number and no "according to" stands there.
fn infinitive(reader: &Reader, at: usize) -> Option<Tense> {
    let next = at + 1;
    let found = reader.is(at, "to")
        && reader.kind(next) == TokenKind::Word
        && !reader.is_capital(next)
        && !reader.word(next).is(Class::FUNCTION.and(Class::CARDINAL).and(Class::SHIFT))
        && !reader.is_of(at.wrapping_sub(1), WordGroup::NO_INFINITIVE);
    found.then_some(Tense::Future)
}

/// A regular past form; words such as "need" and "red" are too short or end otherwise.
fn is_past_form(written: &str) -> bool {
    written.len() > 4
        && written.ends_with("ed")
        && !written.ends_with("eed")
        && written.starts_with(|character: char| character.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lexicon::Lexicon, text::Text, value::Content};

    #[test]
    fn the_nearest_cue_decides() {
        for (source, expected) in [
            ("The president on Thursday warned his counterpart.", Tense::Past),
            ("Thursday's call is scheduled for the afternoon.", Tense::Future),
            ("Thursday's call, which lasted an hour, comes as tension grows.", Tense::Past),
            ("Both leaders will speak on Thursday as demands grow.", Tense::Future),
            ("She said Wednesday that talks will go on.", Tense::Past),
            ("They are expected to meet Wednesday.", Tense::Future),
            ("Thursday is the day.", Tense::Unknown),
            ("The envoy arrived Thursday and will leave.", Tense::Past),
            ("The shuttle is to dock Saturday.", Tense::Future),
            ("The bishop will be buried Friday.", Tense::Future),
            ("They failed to appear Monday.", Tense::Past),
            ("They closed the bridge to mend it on Saturday night.", Tense::Past),
            ("They arrived to inspect the dam Tuesday.", Tense::Past),
            ("They ordered crews to return to the dam Monday.", Tense::Future),
            ("They told him to appear Monday.", Tense::Future),
            ("They had been asked to vote Monday.", Tense::Past),
            ("They seemed likely to leave Monday.", Tense::Future),
            ("The rule takes effect Monday.", Tense::Future),
            ("The rule took effect Monday.", Tense::Past),
            ("It comes into force on Monday.", Tense::Future),
            ("The man, last seen Saturday, is armed.", Tense::Past),
            ("The shop reopens Monday.", Tense::Future),
            ("They return to work Monday.", Tense::Future),
            ("He held a call Thursday to press them.", Tense::Past),
            ("The alarm, according to police Monday, was false.", Tense::Past),
            ("A kiosk burned next to the pier Tuesday.", Tense::Past),
            ("They set up a checkpoint on Tuesday.", Tense::Past),
            ("They are set to leave on Tuesday.", Tense::Future),
            ("The fire may have begun on Tuesday.", Tense::Past),
            ("It may begin on Tuesday.", Tense::Future),
            ("He disclosed on Tuesday plans to retire.", Tense::Past),
            ("The pact had been due to lapse Tuesday.", Tense::Past),
            ("The pact is due to lapse Tuesday.", Tense::Future),
            ("Prices fell, as expected, on Tuesday.", Tense::Past),
            ("They would appeal Tuesday's verdict.", Tense::Past),
            ("They will attend Tuesday's meeting.", Tense::Future),
            ("Grocers were planning to close their shops on Monday.", Tense::Future),
            ("The envoys meet separately Monday with both sides.", Tense::Future),
            ("The town has extended the ban through January.", Tense::Future),
            ("A bus crashed shortly after taking off on Sunday on a planned trip.", Tense::Past),
            ("The planned march on Sunday is theirs.", Tense::Future),
            ("The fare, payable Dec. 15, was raised.", Tense::Future),
        ] {
            let text = Text::plain(source, Lexicon::english());
            let found = super::super::mentions(&text, Lexicon::english());
            let Content::Date(date) = &found[0].value.content else { panic!("{source}") };
            assert_eq!(date.tense, expected, "{source}");
        }
    }
}
