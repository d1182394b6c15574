//! Cues: the verbs, nouns and prepositions that tell that somebody says something.

use super::{
    Attribution, Speaker,
    reading::{SpeechCue, SpeechReader, SpokenSentence},
};
use crate::{
    clause::{ClauseKind, ClauseNode, PhraseLink, VerbForm, VerbGroup, Voice},
    lexicon::{ClauseClass, CueClass},
    text::TokenKind,
};
use std::ops::Range;

/// A noun and the clause that tells what it says have at most so many words between them.
const NEAR_NOUN: usize = 8;

/// "with" stands at most so many words before the verb of its clause.
const NEAR_WITH: usize = 8;

impl SpeechReader<'_> {
    /// What a cue tells.
    pub fn attribution(&self, cue: &SpeechCue, sentence: &SpokenSentence) -> Option<Attribution> {
        if cue.leads > 0 {
            return self.by_preposition(cue, sentence);
        }
        let by_verb =
            sentence.clauses.clause_of_verb(cue.at).and_then(|(id, node)| self.by_verb(cue, (id, node), sentence));
        by_verb.or_else(|| if cue.class.is(CueClass::NOUN) { self.by_noun(cue, sentence) } else { None })
    }

    fn by_verb(
        &self,
        cue: &SpeechCue,
        (id, node): (usize, &ClauseNode),
        sentence: &SpokenSentence,
    ) -> Option<Attribution> {
        let group = node.verb.as_ref()?;
        // "Police did not say how many" tells nothing.
        if group.negated || self.is_quoted_as(cue.at) {
            return None;
        }
        // ", the paper reported." may be read as what is done to the paper.
        let is_main = matches!(node.kind, ClauseKind::Main | ClauseKind::Coordinate);
        let speaks = self.class(group.head).is(ClauseClass::SPEAKING);
        let is_bare = group.first == group.head && (speaks || is_main);
        let voice = if is_bare { Voice::Active } else { group.voice };
        let (phrase, content) = match voice {
            Voice::Active => match self.subject(group, sentence.clauses.subject(id)?, sentence) {
                Some(subject) => (subject, self.content(cue, (id, node), subject, sentence)),
                None => (self.first_before(group.first, sentence)?, Some(vec![self.to_the_end(group.end, sentence)])),
            },
            Voice::Passive => self.by_passive(cue, (id, node), group, sentence)?,
        };
        let content = content.filter(|content| !content.is_empty())?;
        if let Some(speaker) = self.adding(cue, group, sentence) {
            return Some(Attribution::new(speaker, group.first..group.end, content));
        }
        let is_outside = |speaker: &Speaker| !content.iter().any(|part| part.contains(&speaker.head));
        let speaker = self.speaker(Some(phrase), sentence).filter(is_outside)?;
        let tells = self.class(group.head).is(ClauseClass::TWO_OBJECTS);
        let hearer = sentence.clauses.noun_phrase_at(group.end).filter(|_| tells);
        let hearer = hearer.and_then(|phrase| sentence.clauses.phrase(phrase)).map(|phrase| phrase.first..phrase.end);
        Some(Attribution { hearer, ..Attribution::new(speaker, group.first..group.end, content) })
    }

    /// The subject of a verb. Behind it stands one only where nothing but the end or a comma follows: ", said the mayor."; in "the
    /// mayor, who was there, said the wall was weak" the wall does not speak. Beside "with the mayor warning of floods" it is the
    /// mayor.
    fn subject(&self, group: &VerbGroup, subject: usize, sentence: &SpokenSentence) -> Option<usize> {
        let phrase = sentence.clauses.phrase(subject)?;
        // "The bridge, officials said, would hold": who stands right before the verb and behind a comma or marks.
        let near = group.first.checked_sub(1).and_then(|before| sentence.clauses.noun_phrase_at(before));
        let near = near.map(|near| (near, sentence.clauses.phrase(near))).filter(|(near, _)| *near != subject);
        if let Some((near, Some(own))) = near
            && !own.is_time
            && self.class(group.head).is(ClauseClass::SPEAKING)
            && own.first.checked_sub(1).is_some_and(|before| {
                self.text.token(before).kind == TokenKind::Comma
                    || self.quotation_at(before).is_some_and(|quotation| quotation.end == own.first)
            })
        {
            return Some(near);
        }
        if phrase.first >= group.end {
            let end = sentence
                .clauses
                .parts(subject)
                .iter()
                .filter_map(|part| sentence.clauses.phrase(*part))
                .map(|part| part.end)
                .max();
            let end = end.unwrap_or(phrase.end).max(phrase.end);
            let goes_on = self.quotation_at(end).is_some()
                || sentence
                    .clauses
                    .clause_of_verb(end)
                    .is_some_and(|(_, node)| node.verb.as_ref().is_some_and(|verb| verb.form == VerbForm::Finite));
            return (!goes_on).then_some(subject);
        }
        if group.form == VerbForm::Ing {
            let from = group.first.saturating_sub(NEAR_WITH).max(sentence.tokens.start);
            let with = (from..group.first).rev().find(|at| self.class(*at).is(ClauseClass::WITH));
            let own = with.and_then(|with| sentence.clauses.noun_phrase_at(with + 1));
            return Some(own.unwrap_or(subject));
        }
        Some(subject)
    }

    /// Who goes on in ", adding that": the one who speaks in the sentence so far, and not one whose words are told.
    fn adding(&self, cue: &SpeechCue, group: &VerbGroup, sentence: &SpokenSentence) -> Option<Speaker> {
        let comma = group.first.checked_sub(1).filter(|before| self.text.token(*before).kind == TokenKind::Comma)?;
        if group.form != VerbForm::Ing || !cue.class.is(CueClass::SAYS) || self.quotation_at(comma).is_some() {
            return None;
        }
        let own = self.found.iter().rev().take_while(|one| one.cue.start >= sentence.tokens.start);
        let own: Vec<&Attribution> =
            own.filter(|one| one.cue.end <= comma && self.quotation_at(one.cue.start).is_none()).collect();
        let is_told = |cue: &Range<usize>| own.iter().any(|one| one.cue != *cue && one.holds(cue));
        own.iter().find(|one| !is_told(&one.cue)).map(|one| one.speaker.clone())
    }

    /// The first noun phrase of the sentence before a verb, outside quotations.
    fn first_before(&self, verb: usize, sentence: &SpokenSentence) -> Option<usize> {
        let from = (sentence.tokens.start..verb)
            .rev()
            .find(|at| self.quotation_at(*at).is_some())
            .map_or(sentence.tokens.start, |at| at + 1);
        (from..verb).find_map(|at| sentence.clauses.noun_phrase_at(at)).map(|phrase| sentence.clauses.whole(phrase))
    }

    /// Whether it is the "saying" of "was quoted as saying".
    fn is_quoted_as(&self, at: usize) -> bool {
        let quoted = at.checked_sub(2).and_then(|verb| self.clause_words.verb(self.text.written(verb)));
        let is_as = at.checked_sub(1).is_some_and(|before| self.text.written(before).eq_ignore_ascii_case("as"));
        is_as && quoted.is_some_and(|verb| self.words.cue(verb).is(CueClass::QUOTED))
    }

    /// "was quoted as saying that", "was described by the court as", "was told by the mayor that".
    fn by_passive(
        &self,
        cue: &SpeechCue,
        (id, node): (usize, &ClauseNode),
        group: &VerbGroup,
        sentence: &SpokenSentence,
    ) -> Option<(usize, Option<Vec<Range<usize>>>)> {
        let clauses = &sentence.clauses;
        let says = (group.end..sentence.tokens.end.min(group.end + 3))
            .find(|at| self.clause_words.verb(self.text.written(*at)) == Some("say"));
        if cue.class.is(CueClass::QUOTED)
            && let Some(says) = says
        {
            let from = says + 1;
            let content = self.to_the_end(from, sentence);
            return Some((clauses.subject(id)?, Some(vec![content])));
        }
        let by = node.complements.iter().find(|complement| {
            complement.preposition.is_some_and(|preposition| self.text.written(preposition).eq_ignore_ascii_case("by"))
        })?;
        Some((by.phrase, self.content(cue, (id, node), by.phrase, sentence)))
    }

    /// "according to the ministry": what is said is the rest of the sentence.
    fn by_preposition(&self, cue: &SpeechCue, sentence: &SpokenSentence) -> Option<Attribution> {
        let words = cue.at..cue.at + cue.leads;
        let phrase =
            sentence.clauses.noun_phrase_at(words.end).or_else(|| sentence.clauses.noun_phrase_at(words.end + 1))?;
        let phrase = sentence.clauses.whole(phrase);
        let speaker = self.speaker(Some(phrase), sentence)?;
        let behind = speaker.words.end;
        let content = self.beside(words.start, behind, sentence);
        (!content.is_empty()).then(|| Attribution::new(speaker, words, content))
    }

    /// "the mayor's claim that it was safe", "a warning by the police that".
    fn by_noun(&self, cue: &SpeechCue, sentence: &SpokenSentence) -> Option<Attribution> {
        let clauses = &sentence.clauses;
        let end = sentence.tokens.end.min(cue.at + 1 + NEAR_NOUN);
        let that = (cue.at + 1..end).find(|at| self.class(*at).is(ClauseClass::THAT))?;
        let told = clauses.all().iter().find(|node| node.kind == ClauseKind::Complement && node.first == that)?;
        let phrase = clauses.noun_phrase_at(cue.at)?;
        let possessor =
            clauses.parts(phrase).iter().copied().find(|part| {
                clauses.phrase(*part).is_some_and(|part| matches!(part.link, Some(PhraseLink::Possessor(_))))
            });
        let by = (cue.at + 1..that).find(|at| self.text.written(*at).eq_ignore_ascii_case("by"));
        let by = by.and_then(|by| clauses.noun_phrase_at(by + 1));
        // "repeated the claim that it was safe"
        let subject = || {
            let clause = clauses.clause_of(cue.at)?;
            clauses.clause(clause).filter(|node| node.object == Some(phrase))?;
            clauses.subject(clause)
        };
        let speaker = self.speaker(Some(possessor.or(by).or_else(subject)?), sentence)?;
        let content = vec![self.trimmed(told.first..told.end)];
        Some(Attribution::new(speaker, cue.at..cue.at + 1, content))
    }
}
