//! Whether the clause of a date says that its day is over: "broke out on Nov. 24", "the Nov. 24 fight that hurt six". What the
//! words around a date show may be of something else ("agreed talks on Jan. 10"); what its own clause says is sure.

use crate::{
    clause::{ClauseNode, Clauses, VerbForm, VerbTense},
    lexicon::{ClauseClass, Lexicon, RelationClass},
    text::Text,
};

/// A sentence whose clauses are read once one of its dates asks.
pub(super) struct OverClauses<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    clauses: Clauses,
}

impl<'a> OverClauses<'a> {
    pub(super) fn new(text: &'a Text<'a>, lexicon: &'a Lexicon, sentence: std::ops::Range<usize>) -> Self {
        Self { text, lexicon, clauses: Clauses::read(text, sentence, lexicon) }
    }

    /// Whether the clause that a date at these tokens belongs to says that it is over.
    pub(super) fn is_over(&self, first: usize, end: usize) -> bool {
        let Some(index) = self.clauses.noun_phrase_at(first) else { return false };
        let Some(phrase) = self.clauses.phrase(index) else { return false };
        let stands_before = end <= phrase.head;
        if stands_before { self.happened(index) } else { self.was_then(index) }
    }

    /// "It broke out on Nov. 24": the day is the verb's, and no noun's beside it that may lie ahead. Without a preposition it may
    /// be read as an object: "collapsed Nov. 24".
    fn was_then(&self, index: usize) -> bool {
        let with = |(_, node): (usize, &ClauseNode)| {
            let is_of_event = |beside: usize| {
                self.clauses.phrase(beside).is_some_and(|phrase| self.relation(phrase.head).is(RelationClass::EVENT))
            };
            let is_free = |token: usize| self.relation(token).is(RelationClass::FREE_PREPOSITION);
            let led = node.complements.iter().find(|one| one.phrase == index);
            let is_then =
                led.is_some_and(|one| one.preposition.is_none_or(is_free) && !one.beside.is_some_and(is_of_event));
            let reports =
                node.verb.as_ref().is_some_and(|verb| self.clause_class(verb.head).is(ClauseClass::REPORTING));
            (is_then || node.object == Some(index)) && !reports && self.is_past(node)
        };
        self.clauses.clauses_with(index).any(with)
    }

    /// "The Nov. 24 fight hurt six": an event that has done what events do was.
    fn happened(&self, index: usize) -> bool {
        let did = |node: &ClauseNode| {
            let subject = node.subject.is_some_and(|subject| subject.phrase == index);
            let does = |token: usize| self.relation(token).is(RelationClass::OF_EVENTS);
            subject && node.verb.as_ref().is_some_and(|verb| does(verb.head)) && self.is_past(node)
        };
        self.clauses.clauses_with(index).any(|(_, node)| did(node))
    }

    /// Whether a clause says what was: not what would be, nor what was not.
    fn is_past(&self, node: &ClauseNode) -> bool {
        node.verb.as_ref().is_some_and(|verb| {
            verb.tense == VerbTense::Past && verb.form == VerbForm::Finite && verb.modal.is_none() && !verb.negated
        })
    }

    fn relation(&self, token: usize) -> RelationClass {
        self.lexicon.relations().class_of(self.text.written(token), self.lexicon.stems())
    }

    fn clause_class(&self, token: usize) -> ClauseClass {
        self.lexicon.clauses().class(self.text.written(token))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        lexicon::Lexicon,
        text::Text,
        value::{Content, date::Tense},
    };

    #[test]
    fn a_day_is_over_where_its_own_clause_says_so() {
        for (source, expected) in [
            ("A brawl broke out on Nov. 24.", Tense::Over),
            ("The roof collapsed Nov. 24, police said.", Tense::Over),
            ("He is held over a brawl which broke out on Nov. 24.", Tense::Over),
            ("On Nov. 24 the roof collapsed.", Tense::Over),
            ("They admitted what they did in the Nov. 24 brawl that hurt six.", Tense::Over),
            ("Two men were arrested on Nov. 24.", Tense::Over),
            ("The mill burned down in November.", Tense::Over),
            // What is decided may be of a day to come.
            ("They agreed talks on Jan. 10.", Tense::Past),
            ("The minister announced on Nov. 24 a vote.", Tense::Past),
            ("The Nov. 24 concert was cancelled.", Tense::Past),
            ("They sold all seats for the Nov. 24 concert.", Tense::Past),
            ("They will meet on Nov. 24.", Tense::Future),
            ("The trial was set for Nov. 24.", Tense::Future),
            ("The trial did not begin on Nov. 24.", Tense::Future),
            ("He gave them until Nov. 24.", Tense::Unknown),
            ("The vote is on Nov. 24.", Tense::Unknown),
            // A day of the week says more of the year than the clause.
            ("They met on Sat., Nov. 24.", Tense::Past),
        ] {
            let text = Text::plain(source, Lexicon::english());
            let found = super::super::mentions(&text, Lexicon::english());
            let date = found.iter().find_map(|mention| match &mention.value.content {
                Content::Date(date) => Some(date.tense),
                _ => None,
            });
            assert_eq!(date, Some(expected), "{source}");
        }
    }
}
