//! Speakers: what a noun phrase says of who speaks, and whom a pronoun or a part stands for.

use super::{Attribution, Speaker, SpeakerSort};
use crate::{
    clause::{Clauses, PhraseLink},
    kind::name::{self, Name},
    lexicon::{AttributionWords, Class, ClauseClass, ClauseWords, Lexicon, RelationClass, ThirdPerson},
    text::{Initial, Text, TokenKind},
};
use std::ops::Range;

/// A pronoun stands for somebody at most so many tokens before it.
const REACH: usize = 120;

/// So many who spoke before are looked at.
const MOST_SPEAKERS: usize = 120;

/// The names and words that speakers are told by.
pub(super) struct SpeakerReader<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    words: &'a AttributionWords,
    clause_words: &'a ClauseWords,
    lexicon: &'a Lexicon,
}

impl<'a> SpeakerReader<'a> {
    pub fn new(text: &'a Text<'a>, names: &'a [Name], lexicon: &'a Lexicon) -> Self {
        Self { text, names, words: lexicon.attribution(), clause_words: lexicon.clauses(), lexicon }
    }

    /// Who a noun phrase is; none where it is nobody who can speak, such as "there" or "what".
    pub fn speaker(&self, phrase: usize, clauses: &Clauses, found: &[Attribution]) -> Option<Speaker> {
        let whole = clauses.phrase(phrase).filter(|whole| !whole.is_time)?;
        let (words, head) = self.extent(phrase, clauses);
        let written = self.text.written(head);
        let class = self.clause_words.class(written);
        if class.is(ClauseClass::SUBJECT) && whole.end == whole.first + 1 {
            return self.pronoun(words, head, found);
        }
        let is_hearer = class.is(ClauseClass::OBJECT) && !class.is(ClauseClass::SUBJECT);
        let is_day = (words.clone()).all(|at| {
            self.lexicon
                .word(self.text.token(at).word)
                .is(Class::WEEKDAY.and(Class::TIME_OF_DAY).and(Class::DAY).and(Class::MONTH))
        });
        if class.is(ClauseClass::THERE) || is_hearer || is_day {
            return None;
        }
        // Of "Ada Lang, the mayor", "mayor Ada Lang" and "the mayor, Ada Lang" the name speaks; of "a spokesman for Selm" and "Selm
        // officials" it does not.
        let is_named = |name: &&Name| {
            name.first <= head && head < name.end
                || self.is_beside(name, head)
                || self.names_again(name, phrase, clauses)
        };
        if let Some(name) = self.names_in(&words).iter().find(is_named) {
            // "Ada Lang and Bo Lint" are not one of the two.
            let mut parts = clauses.parts(phrase).iter().filter_map(|part| clauses.phrase(*part));
            let several = parts.any(|part| matches!(part.link, Some(PhraseLink::Coordinated(_))));
            let name = if several { self.text.words(words.start, words.end).into() } else { name.full.clone() };
            return Some(Speaker { words, head, sort: SpeakerSort::Named, name: Some(name), stands_for: None });
        }
        let sort = if self.knows(head + 1) { Some(SpeakerSort::Unnamed) } else { self.words.speaker(written) };
        if let Some(other) = self.part(head, &words, found).filter(|_| self.is_definite(whole.first)) {
            let (sort, name) = (other.sort, other.name.clone());
            return Some(Speaker {
                words,
                head,
                sort,
                name,
                stands_for: Some(other.stands_for.unwrap_or(other.words)),
            });
        }
        let sort = sort.unwrap_or_else(|| match self.text.token(head).initial {
            // "Hikers said" begins a sentence, and names nobody.
            Initial::Capital if !self.is_person(head) && (head > words.start || !written.ends_with('s')) => {
                SpeakerSort::Named
            }
            // Who is known by an office: "the mayor".
            _ if self.is_definite(whole.first) && self.is_person(head) => SpeakerSort::Institutional,
            _ => SpeakerSort::Collective,
        });
        let name = (sort == SpeakerSort::Named).then(|| self.text.words(whole.first, whole.end).into());
        Some(Speaker { words, head, sort, name, stands_for: None })
    }

    /// Whether words behind a noun make persons sources: "people familiar with the talks".
    fn knows(&self, behind: usize) -> bool {
        self.words.knowing().iter().any(|words| self.text.stands(behind, words))
    }

    /// The name that begins at a token.
    pub fn name_at(&self, token: usize) -> Option<Speaker> {
        let at = self.names.partition_point(|name| name.first < token);
        let name = self.names.get(at).filter(|name| name.first == token)?;
        let (words, head) = (name.first..name.end, name.end.saturating_sub(1));
        Some(Speaker { words, head, sort: SpeakerSort::Named, name: Some(name.full.clone()), stands_for: None })
    }

    /// Whether a name stands right behind a noun, or behind a comma: "the envoy, Ada Lang".
    fn is_beside(&self, name: &Name, head: usize) -> bool {
        let comma = self.text.token(head + 1).kind == TokenKind::Comma;
        name.first == head + 1 + usize::from(comma)
    }

    /// The words of a noun phrase with what belongs to it, "Ada Lang, the mayor of Selm", and its noun.
    fn extent(&self, phrase: usize, clauses: &Clauses) -> (Range<usize>, usize) {
        let Some(own) = clauses.phrase(phrase) else { return (0..0, 0) };
        // The noun may be taken for an adjective: "a senior official".
        let behind = self.text.written(own.end);
        let goes_on = self.text.token(own.end).initial == Initial::Lower
            && self.words.speaker(behind).is_some()
            && clauses.noun_phrase_at(own.end).is_none_or(|other| other == phrase)
            && clauses.clause_of_verb(own.end).is_none();
        let (own_end, head) = if goes_on { (own.end + 1, own.end) } else { (own.end, own.head) };
        let (mut first, mut end) = (own.first, own_end);
        for part in clauses.parts(phrase) {
            if let Some(part) = clauses.phrase(*part) {
                (first, end) = (first.min(part.first), end.max(part.end));
            }
        }
        // "a spokesman for the harbour", "a source in the ministry".
        if let Some(next) = clauses.noun_phrase_at(end + 1).and_then(|next| clauses.phrase(next))
            && next.first == end + 1
            && self.words.is_of_speaker(self.text.written(end))
            && head + 1 == end
            && self.words.speaker(self.text.written(head)).is_some()
        {
            end = next.end;
        }
        (first..end, head)
    }

    fn names_in(&self, words: &Range<usize>) -> &'a [Name] {
        let from = self.names.partition_point(|name| name.end <= words.start);
        let to = self.names.partition_point(|name| name.first < words.end);
        self.names.get(from..to.max(from)).unwrap_or_default()
    }

    /// Whether a name is an apposition of the noun phrase: "the mayor, Ada Lang".
    fn names_again(&self, name: &Name, phrase: usize, clauses: &Clauses) -> bool {
        clauses.parts(phrase).iter().filter_map(|part| clauses.phrase(*part)).any(|part| {
            matches!(part.link, Some(PhraseLink::Apposition(_)))
                && part.first <= name.end
                && name.first <= part.head
                && part.head < name.end
        })
    }

    fn is_person(&self, head: usize) -> bool {
        let (relations, written) = (self.lexicon.relations(), self.text.written(head));
        relations.class_of(written, self.lexicon.stems()).is(RelationClass::PERSON)
    }

    fn is_definite(&self, first: usize) -> bool {
        self.text.written(first).eq_ignore_ascii_case("the")
    }

    /// The last one who spoke and was called so: "the official" for "a senior official".
    fn part(&self, head: usize, words: &Range<usize>, found: &[Attribution]) -> Option<Speaker> {
        if self.words.speaker(self.text.written(head)) == Some(SpeakerSort::Documentary) {
            return None;
        }
        let is_same = |speaker: &&Speaker| {
            speaker.words.end <= words.start
                && speaker.words.clone().any(|at| {
                    self.text.token(at).kind == TokenKind::Word
                        && self.words.is_same_role(self.text.written(at), self.text.written(head))
                })
        };
        found.iter().rev().take(MOST_SPEAKERS).map(|one| &one.speaker).find(is_same).cloned()
    }

    /// Whom "she" stands for: who spoke last of those whom it can stand for, else the last person named so before; nobody where that
    /// is too far.
    fn pronoun(&self, words: Range<usize>, head: usize, found: &[Attribution]) -> Option<Speaker> {
        let written = self.text.written(head);
        let unknown = Speaker { words: words.clone(), head, sort: SpeakerSort::Unknown, name: None, stands_for: None };
        let wanted = self.words.third_person(written);
        if self.words.is_nobody(written) {
            return Some(unknown);
        }
        let from = head.saturating_sub(REACH);
        let fits = |speaker: &&Speaker| {
            let is_near =
                speaker.words.end <= head && speaker.words.start >= from && speaker.sort != SpeakerSort::Unknown;
            is_near && self.fits(speaker, wanted)
        };
        let last = found.iter().rev().take(MOST_SPEAKERS).map(|one| &one.speaker).find(fits);
        if let Some(last) = last {
            let stands_for = last.stands_for.clone().unwrap_or_else(|| last.words.clone());
            return Some(Speaker {
                words,
                head,
                sort: last.sort,
                name: last.name.clone(),
                stands_for: Some(stands_for),
            });
        }
        Some(wanted.and_then(|wanted| self.named_before(from, head, wanted)).map_or(unknown, |name| Speaker {
            words,
            head,
            sort: SpeakerSort::Named,
            name: Some(name.full.clone()),
            stands_for: Some(name.first..name.end),
        }))
    }

    /// Whether a pronoun can stand for a speaker.
    fn fits(&self, speaker: &Speaker, wanted: Option<ThirdPerson>) -> bool {
        let Some(wanted) = wanted else { return true };
        if !matches!(speaker.sort, SpeakerSort::Named | SpeakerSort::Unnamed | SpeakerSort::Institutional) {
            return false;
        }
        let called = speaker.words.clone().find_map(|at| self.words.called(self.text.written(at)));
        let given =
            || speaker.name.as_deref().and_then(|name| self.words.given(name.split(' ').next().unwrap_or_default()));
        let is_person = speaker
            .name
            .as_deref()
            .is_none_or(|name| !name.contains(' ') || name::is_person(name, self.lexicon.names()));
        called.or_else(given).is_none_or(|known| known == wanted) && is_person
    }

    /// The last person before a place for whose name the pronoun stands.
    fn named_before(&self, from: usize, to: usize, wanted: ThirdPerson) -> Option<&'a Name> {
        let end = self.names.partition_point(|name| name.first < to);
        let mut names = self.names.get(..end).unwrap_or_default().iter().rev().take_while(|name| name.first >= from);
        names.find(|name| {
            let given = name.full.split(' ').next().and_then(|given| self.words.given(given));
            given == Some(wanted) && name::is_person(&name.full, self.lexicon.names())
        })
    }
}
