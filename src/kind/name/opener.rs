//! Words that open a sentence and may be names: in the singular, without an article and before a verb stand names, and few
//! nouns.

use super::NameVocabulary;
use crate::{
    lexicon::{ClauseClass, Lexicon, NameClass, RelationClass},
    text::{Initial, Part, Sentence, Text, TokenKind},
};

/// The words that open a sentence, are subjects of one word, and may be names: "Iran won", "Broadcam's bid rose". None of
/// them stands in the text in lower case. `is_taken` says which tokens belong to values, names among them.
#[must_use]
pub fn openers(text: &Text, lexicon: &Lexicon, is_taken: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let vocabulary = NameVocabulary::new(text, lexicon.names(), is_taken);
    let openers = Openers { text, lexicon, vocabulary: &vocabulary };
    text.sentences().iter().filter_map(|sentence| openers.of(sentence)).collect()
}

/// The words for a land's people, and its adjectives, that belong to no value: "a Nigerian court".
#[must_use]
pub fn peoples(text: &Text, lexicon: &Lexicon, is_taken: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let is_people = |token: &usize| {
        let written = || text.written(*token);
        let names = lexicon.names();
        text.token(*token).initial == Initial::Capital
            && !is_taken(*token)
            && [written(), written().trim_end_matches('s')]
                .into_iter()
                .any(|word| names.class(word).is(NameClass::NATIONALITY.and(NameClass::PEOPLE)))
            && !lexicon.lands().kin(written()).is_empty()
    };
    let is_prose = |sentence: &&Sentence| is_prose(sentence.part);
    text.sentences()
        .iter()
        .filter(is_prose)
        .flat_map(|sentence| sentence.first..sentence.end)
        .filter(is_people)
        .collect()
}

/// Whether a part of an article says something in sentences.
fn is_prose(part: Part) -> bool {
    match part {
        Part::Lead | Part::Body | Part::Headline | Part::Caption => true,
        Part::Subheading | Part::Correction | Part::Link | Part::Placeholder | Part::Metadata | Part::Code => false,
    }
}

struct Openers<'a> {
    text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    vocabulary: &'a NameVocabulary<'a>,
}

impl Openers<'_> {
    fn of(&self, sentence: &Sentence) -> Option<usize> {
        let is_mark = |token: &usize| self.kind(*token) != TokenKind::Word;
        let token = (sentence.first..sentence.end).find(|token| !is_mark(token)).filter(|_| is_prose(sentence.part))?;
        let is_first = token <= sentence.first + 1;
        (is_first && token + 1 < sentence.end && self.may_be_name(token) && self.is_subject(token)).then_some(token)
    }

    fn kind(&self, token: usize) -> TokenKind {
        self.text.token(token).kind
    }

    fn clause_class(&self, token: usize) -> ClauseClass {
        self.lexicon.clauses().class(self.text.written(token))
    }

    /// A word with a capital that is known as nothing else.
    fn may_be_name(&self, token: usize) -> bool {
        let written = self.text.written(token);
        let listed = NameClass::TITLE
            .and(NameClass::BEFORE_TITLE)
            .and(NameClass::BODY)
            .and(NameClass::PLACE)
            .and(NameClass::BEFORE_PLACE)
            .and(NameClass::NATIONALITY)
            .and(NameClass::PEOPLE)
            .and(NameClass::NO_NAME)
            .and(NameClass::OPENER)
            .and(NameClass::BARE_NOUN);
        let relation = self.lexicon.relations().class_of(written, self.lexicon.stems());
        self.vocabulary.is_capital(token)
            && written.len() > 2
            && !self.vocabulary.is_ordinary(token)
            && !self.vocabulary.is(token, listed)
            && !self.text.token(token).word.is_known()
            && self.clause_class(token) == ClauseClass::NONE
            && !relation.is(RelationClass::PERSON.and(RelationClass::EVENT).and(RelationClass::COUNTED_ACTION))
            && !self.lexicon.names().has_bare_end(written)
    }

    /// Whether a verb stands behind it, or "'s".
    fn is_subject(&self, token: usize) -> bool {
        let next = token + 1;
        if self.kind(next) == TokenKind::Possessive {
            return true;
        }
        let is_small = self.kind(next) == TokenKind::Word && self.text.token(next).initial == Initial::Lower;
        let verb = self.clause_class(next);
        let finite = ClauseClass::PAST.and(ClauseClass::PRESENT).and(ClauseClass::MODAL);
        // "Talks were", but "Airbis was".
        let may_be_plural = self.text.written(token).ends_with('s') && !self.text.written(next).ends_with('s');
        is_small && verb.is(finite) && !may_be_plural
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cases: &[(&str, &[&str])]) {
        for (source, expected) in cases {
            let text = Text::plain(source, Lexicon::english());
            let found: Vec<&str> =
                openers(&text, Lexicon::english(), &|_| false).into_iter().map(|token| text.written(token)).collect();
            assert_eq!(found, *expected, "in {source:?}");
        }
    }

    #[test]
    fn subjects_of_one_word() {
        check(&[
            ("Orvania won the talks.", &["Orvania"]),
            ("Broadcam raised its bid. Halvene said so.", &["Broadcam", "Halvene"]),
            ("Broadcam's bid rose.", &["Broadcam"]),
            ("Orvania has won, and Quill will go.", &["Orvania"]),
            ("\"Orvania won,\" he said.", &["Orvania"]),
            ("Airbis is late.", &["Airbis"]),
            ("Airbis was late.", &["Airbis"]),
        ]);
    }

    #[test]
    fn adjectives_of_lands_and_their_people() {
        for (source, expected) in [
            ("A Nigerian court met two Swedes.", &["Nigerian", "Swedes"][..]),
            ("French and German troops met Britons.", &["French", "German", "Britons"]),
            ("The Arab, the Muslim and the Democrat left.", &[]),
            ("They polish swedes.", &[]),
            ("They left Nigeria.", &[]),
        ] {
            let text = Text::plain(source, Lexicon::english());
            let found = peoples(&text, Lexicon::english(), &|_| false);
            assert_eq!(found.into_iter().map(|token| text.written(token)).collect::<Vec<_>>(), expected, "{source}");
        }
    }

    #[test]
    fn what_opens_a_sentence_and_is_no_name() {
        for source in [
            "Talks went on. Soon they were over.",
            "Rain fell. Inflation eased. Turnout was low. Demand rose.",
            "Critics said so. Residents fled. Lawmakers agreed.",
            "Overall, it was good. However they did it.",
            "Flooding was bad. Officially it ended.",
            "Additionally, he won. Moreover she left.",
            "Breaking the rules was wrong.",
            "Evidence suggests so. Women were hurt. Children's shoes were found.",
            "Nobody won. Everything was lost. Both were hurt.",
            "Killed were two men. Asked about it, he left.",
            "Police said so. Most were hurt. Parliament voted.",
            "Orvania, he said. Orvania and Selm won.",
            // Small elsewhere.
            "Gorse grew there. They cut the gorse.",
            "Airbis were late.",
            "",
            "\"",
        ] {
            check(&[(source, &[])]);
        }
    }
}
