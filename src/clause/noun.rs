//! Noun phrases: from their determiner or numeral to their noun, and who or what they belong to ("'s").

use super::{
    node::{NounPhrase, PhraseLink, PhraseRole},
    unit::{ClauseUnit, Tag},
};
use crate::{
    lexicon::{Class, ClauseClass, Lexicon},
    text::Text,
};

/// Reads noun phrases.
pub(super) struct NounReader<'a> {
    pub units: &'a [ClauseUnit],
    pub text: &'a Text<'a>,
    pub lexicon: &'a Lexicon,
}

/// The noun phrases that end at one place, the whole one first, and the unit behind it; none where only adjectives stand
/// there, so that they are not looked at again.
pub(super) struct NounRead {
    pub phrases: Vec<NounPhrase>,
    pub next: usize,
}

/// No phrase before a number has more words.
const LONGEST_HEDGE: usize = 3;

/// What a noun phrase holds up to a place.
struct NounSoFar {
    first: usize,
    at: usize,
    determiner: Option<usize>,
    numerals: Option<std::ops::Range<usize>>,
    /// The unit that is its noun so far.
    noun: Option<usize>,
    /// The last adjective or number, where there is no noun.
    other: Option<usize>,
    possessors: Vec<NounPhrase>,
    /// Whether a word such as "last" stands in it.
    when: bool,
}

impl NounReader<'_> {
    fn unit(&self, at: usize) -> Option<&ClauseUnit> {
        self.units.get(at)
    }

    fn tag(&self, at: usize) -> Tag {
        self.unit(at).map_or(Tag::Stop, |unit| unit.tag)
    }

    fn may(&self, at: usize, class: ClauseClass) -> bool {
        self.unit(at).is_some_and(|unit| unit.may.is(class))
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.unit(at).is_some_and(|unit| unit.word.is(class))
    }

    /// The noun phrase that begins at a unit.
    pub fn read(&self, at: usize) -> Option<NounRead> {
        let hedge = self.hedge(at);
        if hedge == at && matches!(self.tag(at), Tag::Pronoun | Tag::ObjectPronoun) {
            let first = self.unit(at)?.first;
            return Some(NounRead { phrases: vec![self.whole(first, at, at, None, None)], next: at + 1 });
        }
        let begins =
            matches!(self.tag(at), Tag::Determiner | Tag::Possessive | Tag::Adjective) || self.tag(at).is_nominal();
        if hedge == at && !begins {
            return None;
        }
        let mut so_far = NounSoFar {
            first: self.unit(at)?.first,
            at: hedge,
            determiner: None,
            numerals: None,
            noun: None,
            other: None,
            possessors: Vec::new(),
            when: (at..hedge).any(|word| self.may(word, ClauseClass::BEFORE_TIME)),
        };
        while self.step(&mut so_far) {}
        self.finish(at, so_far)
    }

    /// One past the words before a number that belong to it; the same place where there are none.
    fn hedge(&self, at: usize) -> usize {
        let Some(unit) = self.unit(at) else { return at };
        let behind_noun = at > 0 && self.tag(at - 1).is_nominal() && unit.may.is(ClauseClass::PREPOSITION);
        let listed = unit.may.is(ClauseClass::BEFORE_NUMBER.and(ClauseClass::LEADS_PHRASE))
            || unit.may.is(ClauseClass::LONG_PREPOSITION);
        if behind_noun || !listed {
            return at;
        }
        for length in (1..=LONGEST_HEDGE).rev() {
            let end = unit.first + length;
            let next = (at + 1..=at + length).find(|next| self.unit(*next).is_some_and(|unit| unit.first == end));
            let Some(next) = next.filter(|next| matches!(self.tag(*next), Tag::Number | Tag::Money)) else { continue };
            let words = self.text.slice(unit.first, end);
            if self.lexicon.clauses().class(words).is(ClauseClass::BEFORE_NUMBER) {
                return next;
            }
        }
        at
    }

    /// Takes the next unit into the phrase, if it belongs there.
    fn step(&self, so_far: &mut NounSoFar) -> bool {
        let at = so_far.at;
        let Some(unit) = self.unit(at) else { return false };
        let taken = match unit.tag {
            Tag::Determiner | Tag::Possessive => self.determiner(so_far, unit),
            Tag::Number | Tag::Money | Tag::Percent => self.number(so_far, unit),
            Tag::Adjective => self.adjective(so_far),
            Tag::Noun | Tag::Plural | Tag::Name => self.noun(so_far),
            // "all those".
            Tag::Pronoun if so_far.determiner.is_some() && so_far.noun.is_none() && so_far.other.is_none() => {
                self.noun(so_far)
            }
            Tag::PossessiveMark if so_far.noun.is_some() => return self.possessor(so_far),
            Tag::Adverb | Tag::Negation => self.adverb(so_far),
            Tag::Coordinator => return self.coordinated(so_far),
            Tag::Preposition | Tag::Either if so_far.noun.is_none() => return self.inner_hedge(so_far),
            Tag::Comma => return self.year(so_far),
            Tag::Other => {
                so_far.noun == at.checked_sub(1)
                    && so_far.noun.is_some()
                    && self.tag(at + 1).is_nominal()
                    && self.is_slash(unit)
            }
            _ => false,
        };
        so_far.when |= taken && unit.may.is(ClauseClass::BEFORE_TIME);
        so_far.at += usize::from(taken);
        taken
    }

    fn is_slash(&self, unit: &ClauseUnit) -> bool {
        matches!(self.text.written(unit.first), "/" | "-")
    }

    fn determiner(&self, so_far: &mut NounSoFar, unit: &ClauseUnit) -> bool {
        // "the world's most common cause".
        let behind_owner = so_far.possessors.is_empty() || unit.may.is(ClauseClass::ADVERB);
        let fits = so_far.noun.is_none() && so_far.other.is_none() && behind_owner;
        if fits {
            so_far.determiner = so_far.determiner.or(Some(unit.first));
        }
        fits
    }

    fn number(&self, so_far: &mut NounSoFar, unit: &ClauseUnit) -> bool {
        let at = so_far.at;
        let behind = so_far.noun.map(|noun| (self.tag(noun), noun));
        let fits = match behind {
            // "Boeing 737", "May 10", "flight 12".
            Some((tag @ (Tag::Name | Tag::Noun), noun)) => {
                let labels = tag == Tag::Name || self.is(noun, Class::LABEL.and(Class::MONTH));
                noun + 1 == at && labels && !unit.compound && !self.is(noun, Class::WEEKDAY) && !self.begins_counted(at)
            }
            Some(_) => self.tag(at) == Tag::Percent,
            None => true,
        };
        if fits && so_far.noun.is_none() {
            let first = so_far.numerals.as_ref().map_or(unit.first, |numerals| numerals.start);
            so_far.numerals = Some(first..unit.end);
            let keeps = self.tag(at) != Tag::Money && so_far.other.is_some_and(|other| self.tag(other) == Tag::Money);
            so_far.other = if keeps { so_far.other } else { Some(at) };
        }
        fits
    }

    /// Whether a number counts what follows it: "killed in Orvane 12 people".
    fn begins_counted(&self, at: usize) -> bool {
        matches!(self.tag(at + 1), Tag::Plural | Tag::Number | Tag::Noun | Tag::Adjective)
    }

    fn adjective(&self, so_far: &mut NounSoFar) -> bool {
        let at = so_far.at;
        let leads_noun = matches!(self.tag(at + 1), Tag::Noun | Tag::Plural | Tag::Name);
        let fits = match so_far.noun.map(|noun| self.tag(noun)) {
            Some(Tag::Plural) => false,
            Some(_) => leads_noun && !self.may(at, ClauseClass::ADVERB),
            // "12 dead": said of the number, unless a noun follows.
            None if so_far.numerals.is_some() && so_far.determiner.is_none() => self.leads_to_noun(at),
            None => true,
        };
        if fits {
            so_far.other = Some(at);
        }
        fits
    }

    fn leads_to_noun(&self, at: usize) -> bool {
        let next = (at + 1..at + 4).find(|next| !matches!(self.tag(*next), Tag::Adjective));
        next.is_some_and(|next| matches!(self.tag(next), Tag::Noun | Tag::Plural | Tag::Name))
    }

    fn noun(&self, so_far: &mut NounSoFar) -> bool {
        let at = so_far.at;
        let is_day = self.is(at, Class::WEEKDAY) && self.unit(at).is_some_and(|unit| unit.capital);
        let before = so_far.noun.is_some() || so_far.other.is_some();
        // "killed 12 people Tuesday", "Tuesday police said".
        let starts_time = is_day && before && !so_far.when;
        let ends_time = so_far.noun.is_some_and(|noun| self.is(noun, Class::WEEKDAY) && noun + 1 == at)
            && so_far.determiner.is_none()
            && !self.is(at, Class::TIME_OF_DAY.and(Class::MONTH));
        let new_name = so_far.noun.is_some_and(|noun| self.tag(noun) == Tag::Plural)
            && self.tag(at) != Tag::Plural
            && so_far.noun.is_some_and(|noun| {
                !self.may(noun, ClauseClass::VERB)
                    && self.tag(at) == Tag::Name
                    && noun + 1 == at
                    && !self.is_capital(noun)
            });
        if starts_time || ends_time || new_name && so_far.numerals.is_some() {
            return false;
        }
        so_far.noun = Some(at);
        true
    }

    fn is_capital(&self, at: usize) -> bool {
        self.unit(at).is_some_and(|unit| unit.capital)
    }

    /// "very large", "well-known": before an adjective or number, inside the phrase.
    fn adverb(&self, so_far: &NounSoFar) -> bool {
        let begun = so_far.determiner.is_some() || so_far.other.is_some() || !so_far.possessors.is_empty();
        begun
            && so_far.noun.is_none()
            && matches!(self.tag(so_far.at + 1), Tag::Adjective | Tag::Number)
            && self.phrase_goes_on(so_far.at + 1)
    }

    /// Whether a noun stands behind the adjectives from here.
    fn phrase_goes_on(&self, at: usize) -> bool {
        self.tag(at) == Tag::Number || self.leads_to_noun(at)
    }

    /// "big and small towns", "two or three people".
    fn coordinated(&self, so_far: &mut NounSoFar) -> bool {
        let at = so_far.at;
        let fits = so_far.noun.is_none()
            && so_far.other == at.checked_sub(1)
            && so_far.other.is_some_and(|other| self.tag(other) == self.tag(at + 1))
            && self.leads_to_noun(at + 1)
            && matches!(self.tag(at + 1), Tag::Adjective | Tag::Number);
        if fits {
            so_far.at += 1;
        }
        fits
    }

    /// "the more than 12 people", "a total of 12".
    fn inner_hedge(&self, so_far: &mut NounSoFar) -> bool {
        let end = self.hedge(so_far.at);
        let fits = so_far.determiner.is_some() && so_far.other.is_none() && end > so_far.at;
        if fits {
            so_far.at = end;
        }
        fits
    }

    /// "January 10, 2020".
    fn year(&self, so_far: &mut NounSoFar) -> bool {
        let at = so_far.at;
        let is_year =
            self.unit(at + 1).is_some_and(|unit| unit.tag == Tag::Number && self.text.written(unit.first).len() == 4);
        let fits =
            is_year && self.tag(at - 1) == Tag::Number && so_far.noun.is_some_and(|noun| self.is(noun, Class::MONTH));
        if fits {
            so_far.at += 2;
        }
        fits
    }

    /// What stands before "'s" is a noun phrase of its own, and begins this one.
    fn possessor(&self, so_far: &mut NounSoFar) -> bool {
        let Some(noun) = so_far.noun else { return false };
        let owner = self.whole(so_far.first, noun, so_far.at - 1, so_far.determiner, so_far.numerals.clone());
        so_far.possessors.push(owner);
        (so_far.noun, so_far.other, so_far.numerals, so_far.determiner) = (None, None, None, None);
        so_far.at += 1;
        true
    }

    fn finish(&self, start: usize, so_far: NounSoFar) -> Option<NounRead> {
        let NounSoFar { first, at, determiner, numerals, noun, other, mut possessors, when } = so_far;
        let alone = possessors.last().map(|owner| owner.head);
        let head = noun.or(other).or_else(|| self.determiner_alone(determiner, at));
        let mut next = at;
        let mut whole = match (head, alone) {
            (Some(head), _) => self.whole(first, head, at - 1, determiner, numerals),
            // "at the mayor's".
            (None, Some(_)) => {
                let owner = possessors.pop()?;
                NounPhrase { first, ..owner }
            }
            (None, None) => return None,
        };
        // "the number of dead".
        let led = start.checked_sub(1).is_some_and(|before| self.tag(before) == Tag::Preposition);
        // "The bank's initiative" is no adjective.
        let is_led = led || !possessors.is_empty();
        if !is_led && head.is_some_and(|head| self.is_adjective_alone(head, &whole)) {
            return Some(NounRead { phrases: Vec::new(), next: at });
        }
        whole.is_time = head.is_some_and(|head| self.is_day(head) || when && self.is_length(head));
        if self.is_behind_time(head, at) {
            whole.is_time = true;
            next = at + 1;
            whole.end = self.unit(at).map_or(whole.end, |unit| unit.end);
        }
        Some(NounRead { phrases: std::iter::once(whole).chain(possessors).collect(), next })
    }

    fn determiner_alone(&self, determiner: Option<usize>, at: usize) -> Option<usize> {
        let last = determiner.and(at.checked_sub(1))?;
        // "No, 12 people died": an answer, and no subject.
        let denies =
            self.unit(last).is_some_and(|unit| unit.may.is(ClauseClass::NEGATION) && !unit.may.is(ClauseClass::ALONE));
        (!(denies && self.tag(at) == Tag::Comma)).then_some(last)
    }

    /// An adjective with nothing before it is no noun phrase.
    fn is_adjective_alone(&self, head: usize, whole: &NounPhrase) -> bool {
        self.tag(head) == Tag::Adjective && whole.determiner.is_none() && whole.numerals.is_none()
    }

    /// "Friday".
    fn is_day(&self, head: usize) -> bool {
        self.is(head, Class::WEEKDAY.and(Class::MONTH)) && self.is_capital(head)
    }

    /// "week": a time where "last" or "this" stands before it.
    fn is_length(&self, head: usize) -> bool {
        let unit = Class::DURATION.and(Class::TIME_OF_DAY).and(Class::SEASON).and(Class::CALENDAR_UNIT);
        self.is(head, unit) || self.may(head, ClauseClass::TIME)
    }

    /// "three days" before "later", "ago".
    fn is_behind_time(&self, head: Option<usize>, at: usize) -> bool {
        let is_length = head.is_some_and(|head| self.is(head, Class::DURATION));
        is_length && self.may(at, ClauseClass::BEHIND_TIME) && matches!(self.tag(at), Tag::Adverb | Tag::Adjective)
    }

    fn whole(
        &self,
        first: usize,
        head: usize,
        last: usize,
        determiner: Option<usize>,
        numerals: Option<std::ops::Range<usize>>,
    ) -> NounPhrase {
        let head = self.unit(head).map_or(first, |unit| unit.end.saturating_sub(1));
        let head = if self.text.token(head).kind == crate::text::TokenKind::AbbreviationStop { head - 1 } else { head };
        NounPhrase {
            first,
            end: self.unit(last).map_or(first, |unit| unit.end),
            head,
            determiner,
            numerals,
            link: None,
            bracketed: false,
            clause: 0,
            role: PhraseRole::Loose,
            is_time: false,
        }
    }
}

/// Links the possessors of a phrase to it, once its number is known.
pub(super) fn link_possessors(phrases: &mut [NounPhrase], whole: usize) {
    for owner in phrases.iter_mut().skip(whole + 1) {
        owner.link = Some(PhraseLink::Possessor(whole));
        owner.role = PhraseRole::Part;
    }
}
