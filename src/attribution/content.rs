//! Where what is said lies: behind its cue, before it, on both sides, or between quotation marks.

use super::reading::{SpeechCue, SpeechReader, SpokenSentence};
use crate::{
    clause::{ClauseKind, ClauseNode, NounPhrase, VerbForm},
    lexicon::{ClauseClass, CueClass, SpeakerSort},
    text::TokenKind,
};
use std::ops::Range;

/// A quotation may stand so many words behind its cue: "told reporters in the capital on Friday".
const NEAR_QUOTE: usize = 14;

/// The verb of an aside stands so near to its beginning.
const NEAR_VERB: usize = 8;

impl SpeechReader<'_> {
    fn kind(&self, at: usize) -> TokenKind {
        self.text.token(at).kind
    }

    pub fn class(&self, at: usize) -> ClauseClass {
        self.clause_words.class(self.text.written(at))
    }

    fn is_mark(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::DoubleQuote | TokenKind::SingleQuote)
    }

    /// What the verb of a clause tells.
    pub fn content(
        &self,
        cue: &SpeechCue,
        (id, node): (usize, &ClauseNode),
        subject: usize,
        sentence: &SpokenSentence,
    ) -> Option<Vec<Range<usize>>> {
        let group = node.verb.as_ref()?;
        let child = |kind: ClauseKind| {
            let children = sentence.clauses.children(id).map(|(_, child)| child);
            children.into_iter().find(|child| child.kind == kind && child.first >= group.end)
        };
        let told = child(ClauseKind::Complement);
        if cue.class.is(CueClass::SAYS)
            && let Some(content) = self.around_aside(node, (subject, told), sentence)
        {
            return Some(content);
        }
        if cue.class.is(CueClass::SAYS)
            && let Some(quoted) = self.quoted_behind(group.end, sentence)
        {
            return Some(vec![quoted]);
        }
        // "repeated the claim that": the noun tells it.
        let by_noun = |told: &ClauseNode| {
            (group.end..told.first).any(|at| self.words.cue(self.text.written(at)).is(CueClass::NOUN))
        };
        if let Some(told) = told.filter(|told| cue.class.is(CueClass::SAYS.and(CueClass::THINKS)) && !by_noun(told)) {
            return Some(vec![self.told(node, told, sentence)]);
        }
        let infinitive = child(ClauseKind::Infinitive).filter(|_| cue.class.is(CueClass::INFINITIVE));
        if let Some(told) = infinitive.filter(|told| !self.behind_comma(told.first)) {
            return Some(vec![self.told(node, told, sentence)]);
        }
        let object =
            node.object.and_then(|object| sentence.clauses.phrase(object)).filter(|object| object.first >= group.end);
        let shows = || cue.class.is(CueClass::THINKS) && self.is_paper(subject, sentence);
        let takes = |_: &&NounPhrase| group.form != VerbForm::Infinitive && (cue.class.is(CueClass::OBJECT) || shows());
        if let Some(object) = object.filter(takes) {
            return Some(vec![self.phrase_from(object.first, sentence)]);
        }
        let verb = self.clause_words.verb(self.text.written(cue.at)).unwrap_or_default();
        let complement =
            node.complements.iter().filter(|_| cue.class.is(CueClass::PREPOSITION)).find_map(|complement| {
                let preposition = complement.preposition.filter(|at| *at >= group.end)?;
                self.words.takes(verb, self.text.written(preposition)).then_some(preposition + 1)
            });
        let beside = || {
            let is_taken = cue.class.is(CueClass::PREPOSITION) && self.words.takes(verb, self.text.written(group.end));
            is_taken.then_some(group.end + 1)
        };
        let taken = complement.or_else(beside).map(|from| vec![self.phrase_from(from, sentence)]);
        taken.or_else(|| self.unjoined(cue, node, sentence).map(|content| vec![content]))
    }

    /// What stands behind "said" and has a verb of its own, where the clauses do not join the two.
    fn unjoined(&self, cue: &SpeechCue, node: &ClauseNode, sentence: &SpokenSentence) -> Option<Range<usize>> {
        let group = node.verb.as_ref()?;
        let speaks = self.class(group.head).is(ClauseClass::SPEAKING) && cue.class.is(CueClass::SAYS);
        let plain = self.class(group.end);
        let is_open = !self.is_mark(group.end) && !matches!(self.kind(group.end), TokenKind::Comma | TokenKind::Stop);
        // "told reporters on Friday that"
        let near = group.end..sentence.tokens.end.min(group.end + NEAR_QUOTE);
        let that = near
            .take_while(|at| sentence.clauses.clause_of_verb(*at).is_none())
            .find(|at| self.class(*at).is(ClauseClass::THAT));
        if !speaks || !is_open || that.is_none() && plain.is(ClauseClass::PREPOSITION) {
            return None;
        }
        let content = self.to_the_end(that.unwrap_or(group.end), sentence);
        let has_verb = content.clone().any(|at| {
            let found = sentence.clauses.clause_of_verb(at);
            found.is_some_and(|(_, node)| node.verb.as_ref().is_some_and(|verb| verb.form == VerbForm::Finite))
        });
        has_verb.then_some(content)
    }

    /// Whether a noun phrase is a paper, which says what it shows: "the poll".
    fn is_paper(&self, subject: usize, sentence: &SpokenSentence) -> bool {
        let head = sentence.clauses.phrase(subject).map(|phrase| self.text.written(phrase.head));
        head.is_some_and(|head| self.words.speaker(head) == Some(SpeakerSort::Documentary))
    }

    fn behind_comma(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.kind(before) == TokenKind::Comma)
    }

    /// What is said beside ", police said": before it, and behind it where the sentence goes on.
    fn around_aside(
        &self,
        node: &ClauseNode,
        (subject, told): (usize, Option<&ClauseNode>),
        sentence: &SpokenSentence,
    ) -> Option<Vec<Range<usize>>> {
        let group = node.verb.as_ref()?;
        let subject = sentence.clauses.phrase(subject);
        let first = subject.map_or(group.first, |subject| subject.first.min(group.first));
        // "police closed the road and said nothing": the verb is not the speaker's only one.
        let stands_alone = !(first..group.first).any(|at| sentence.clauses.clause_of_verb(at).is_some());
        if group.form == VerbForm::Ing || !stands_alone {
            return None;
        }
        let first = first.max(sentence.tokens.start);
        let before = first.checked_sub(1).filter(|before| *before >= sentence.tokens.start)?;
        let behind_mark =
            self.is_mark(before) && self.quotation_at(before).is_some_and(|quotation| quotation.end == first);
        let behind_comma = self.kind(before) == TokenKind::Comma;
        if !(behind_mark
            || behind_comma
                && (node.kind == ClauseKind::Aside || told.is_none() && self.ends_soon(group.end, sentence)))
        {
            return None;
        }
        // A quotation right before it is all that is said there.
        let quoted = before.checked_sub(usize::from(behind_comma)).and_then(|last| self.quotation_at(last));
        let quoted = quoted.filter(|quotation| quotation.end + usize::from(behind_comma) == first);
        let left = match quoted {
            Some(quotation)
                if quotation.first <= sentence.tokens.start || self.opens_clause(quotation.first, sentence) =>
            {
                quotation.first..quotation.end
            }
            Some(quotation) => self.start_of(sentence, quotation.first)..quotation.end,
            None => self.start_of(sentence, before)..before,
        };
        let mut content: Vec<Range<usize>> = Some(left).filter(|left| !left.is_empty()).into_iter().collect();
        content.extend(self.right_of(group.end, sentence));
        Some(content)
    }

    /// Whether what stands before is nothing that the quotation goes on from.
    fn opens_clause(&self, first: usize, sentence: &SpokenSentence) -> bool {
        first <= sentence.tokens.start || self.kind(first - 1) == TokenKind::Stop
    }

    /// Where what is said before an aside begins: behind a subordinate opening or an earlier aside, the sentence's start.
    fn start_of(&self, sentence: &SpokenSentence, before: usize) -> usize {
        let earlier = self
            .found
            .iter()
            .rev()
            .take(4)
            .filter(|one| one.cue.start >= sentence.tokens.start && one.cue.end < before);
        let last = earlier.filter_map(|one| one.content.last()).map(|content| content.end).max();
        let from = last.filter(|end| *end < before).unwrap_or(sentence.tokens.start);
        (from..before)
            .find(|at| {
                !matches!(self.kind(*at), TokenKind::Comma | TokenKind::Dash)
                    && !self.class(*at).is(ClauseClass::COORDINATOR)
            })
            .unwrap_or(from)
    }

    /// Whether only a when, a where or a hearer stands between a verb and the end of its sentence or the next comma.
    fn ends_soon(&self, from: usize, sentence: &SpokenSentence) -> bool {
        let end = (from..sentence.tokens.end)
            .find(|at| matches!(self.kind(*at), TokenKind::Comma | TokenKind::Stop | TokenKind::Dash));
        let end = end.unwrap_or(sentence.tokens.end);
        end - from <= NEAR_QUOTE
            && !(from..end).any(|at| {
                sentence.clauses.clause_of_verb(at).is_some_and(|(_, node)| node.kind != ClauseKind::Infinitive)
            })
    }

    /// What goes on behind an aside that closes with a comma or a mark.
    fn right_of(&self, group_end: usize, sentence: &SpokenSentence) -> Option<Range<usize>> {
        let is_end = |at: &usize| {
            matches!(self.kind(*at), TokenKind::Comma | TokenKind::Colon | TokenKind::Dash)
                || self.quotation_at(*at).is_some()
        };
        let close = (group_end..sentence.tokens.end).find(is_end)?;
        let from = if self.quotation_at(close).is_some() { close } else { close + 1 };
        if let Some(quotation) = self.quotation_at(from).filter(|quotation| quotation.first == from) {
            return Some(quotation.first..quotation.end);
        }
        // ", who spoke on Friday", ", adding that" are of the speaker.
        let word = self.class(from);
        let is_of_speaker = word.is(ClauseClass::RELATIVE)
            || word.is(ClauseClass::ING)
            || word.is(ClauseClass::COORDINATOR)
            || word.is(ClauseClass::PARTICIPLE) && !word.is(ClauseClass::NOUN_TOO);
        // ", the official said": somebody else's aside.
        let opening = sentence.clauses.clause_of(from).and_then(|id| sentence.clauses.clause(id));
        let speaks = opening.and_then(|node| node.verb.as_ref()).is_some_and(|verb| {
            verb.head < from + NEAR_VERB
                && self.class(verb.head).is(ClauseClass::SPEAKING)
                && self.ends_soon(verb.end, sentence)
        });
        if speaks {
            return None;
        }
        let has_verb = (from..sentence.tokens.end).any(|at| sentence.clauses.clause_of_verb(at).is_some());
        let end = self.to_the_end(from, sentence);
        (!is_of_speaker && has_verb && end.len() > 2).then_some(end)
    }

    /// A quotation that begins behind a verb, with only its hearer, a when or a where between.
    fn quoted_behind(&self, from: usize, sentence: &SpokenSentence) -> Option<Range<usize>> {
        let behind = self.quotations.partition_point(|quotation| quotation.first < from);
        let quotation = self.quotations.get(behind)?;
        let gap = from..quotation.first;
        let is_next = quotation.first >= sentence.tokens.end;
        if gap.len() > NEAR_QUOTE || is_next && !self.ends_with_colon(quotation.first, sentence) {
            return None;
        }
        let is_open =
            |at: usize| self.kind(at) != TokenKind::Stop && (is_next || sentence.clauses.clause_of_verb(at).is_none());
        if !gap.clone().all(is_open) {
            return None;
        }
        let last = gap.end.checked_sub(1)?;
        let introduces = gap.len() <= 1 || matches!(self.kind(last), TokenKind::Comma | TokenKind::Colon) || is_next;
        introduces.then_some(quotation.first..quotation.end)
    }

    fn ends_with_colon(&self, next: usize, sentence: &SpokenSentence) -> bool {
        let last = sentence.tokens.end.saturating_sub(1);
        next == sentence.tokens.end && matches!(self.kind(last), TokenKind::Colon)
    }

    /// The same without a mark at its end.
    pub fn trimmed(&self, content: Range<usize>) -> Range<usize> {
        let mut end = content.end;
        while end > content.start + 1
            && matches!(self.kind(end - 1), TokenKind::Stop | TokenKind::Comma | TokenKind::Dash)
        {
            end -= 1;
        }
        content.start..end
    }

    /// What a clause behind a verb tells: to its end, or where the cue's clause is the sentence's, up to what is told no more.
    fn told(&self, node: &ClauseNode, told: &ClauseNode, sentence: &SpokenSentence) -> Range<usize> {
        match node.kind {
            ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Complement => {
                let last = self.quotation_at(told.end.saturating_sub(1));
                let end =
                    last.filter(|quotation| quotation.first >= told.first).map_or(told.end, |quotation| quotation.end);
                told.first..end.max(told.end)
            }
            _ => self.to_the_end(told.first, sentence),
        }
    }

    /// From a place on to the end of the sentence, or up to where somebody else speaks or the writer goes on: ", but", ", while",
    /// ", adding that", ", police said".
    pub fn to_the_end(&self, from: usize, sentence: &SpokenSentence) -> Range<usize> {
        // What is said inside a quotation ends with it.
        if let Some(quotation) = self.quotation_at(from).filter(|quotation| quotation.first < from) {
            return from..quotation.end.saturating_sub(1).min(sentence.tokens.end).max(from);
        }
        let mut end = sentence.tokens.end;
        let mut at = from;
        while at < sentence.tokens.end {
            if let Some(quotation) = self.quotation_at(at) {
                at = quotation.end;
                end = end.max(at);
                continue;
            }
            if self.stops(at, from, sentence) {
                end = at;
                break;
            }
            at += 1;
        }
        self.trimmed(from..end)
    }

    fn stops(&self, at: usize, from: usize, sentence: &SpokenSentence) -> bool {
        if at <= from {
            return false;
        }
        let joint = self.kind(at) == TokenKind::Comma;
        let next = if joint { at + 1 } else { at };
        let is_joint =
            joint || self.class(at).is(ClauseClass::COORDINATOR) && self.text.written(at).eq_ignore_ascii_case("and");
        if !is_joint {
            return self.kind(at) == TokenKind::Other && self.text.written(at) == ";";
        }
        let word = self.text.written(next);
        if joint && self.words.breaks(word) {
            return true;
        }
        // Somebody says something in the clause that begins here.
        let begins = next + usize::from(!joint || self.class(next).is(ClauseClass::COORDINATOR));
        let clauses = &sentence.clauses;
        let clause = clauses.clause_of(begins).and_then(|id| clauses.clause(id));
        let verb =
            clause.filter(|node| node.first >= at && node.first <= begins + 1).and_then(|node| node.verb.as_ref());
        verb.is_some_and(|verb| {
            let base = self.clause_words.verb(self.text.written(verb.head)).unwrap_or_default();
            self.words.cue(base).is(CueClass::SAYS) && self.class(verb.head).is(ClauseClass::SPEAKING)
        })
    }

    /// A noun phrase with what belongs to it and stands behind it, up to a comma, a mark or a verb of the sentence.
    fn phrase_from(&self, from: usize, sentence: &SpokenSentence) -> Range<usize> {
        let own = sentence.clauses.clause_of(from);
        let is_end = |at: &usize| {
            matches!(self.kind(*at), TokenKind::Comma | TokenKind::Stop | TokenKind::Colon | TokenKind::Dash)
                || *at > from
                    && sentence.clauses.clause_of_verb(*at).is_some_and(|(id, node)| {
                        Some(id) != own
                            && !matches!(
                                node.kind,
                                ClauseKind::Relative
                                    | ClauseKind::Infinitive
                                    | ClauseKind::Participial
                                    | ClauseKind::Complement
                            )
                    })
        };
        let mut at = from;
        while at < sentence.tokens.end {
            if let Some(quotation) = self.quotation_at(at) {
                at = quotation.end;
                continue;
            }
            if is_end(&at) {
                break;
            }
            at += 1;
        }
        from..at
    }

    /// All of a sentence but "according to the ministry".
    pub fn beside(&self, first: usize, end: usize, sentence: &SpokenSentence) -> Vec<Range<usize>> {
        let mut content = Vec::new();
        let start = self.start_of(sentence, first);
        let stop = |at: usize| matches!(self.kind(at), TokenKind::Comma | TokenKind::Dash | TokenKind::Open);
        let left = if first > start && stop(first - 1) { start..first - 1 } else { start..first };
        if left.len() > 1 {
            content.push(left);
        }
        let from = (end..sentence.tokens.end)
            .find(|at| !matches!(self.kind(*at), TokenKind::Comma | TokenKind::Dash | TokenKind::Close));
        if let Some(from) = from.filter(|from| *from > end || first <= sentence.tokens.start + 1) {
            let right = self.to_the_end(from, sentence);
            let relative = self.class(from).is(ClauseClass::RELATIVE);
            if right.len() > 1 && !relative {
                content.push(right);
            }
        }
        content
    }
}
