//! One phrase by itself, as somebody tries it: a topic that is made of nothing else.

use super::RuleSet;
use crate::{
    claim::{
        SubjectId, Topic,
        phrase::{Phrase, PhraseVocabulary, PhraseWords, Use, without_escapes},
        sample::{Doubt, doubt},
        topic::Pattern,
    },
    diagnostic::{Diagnostic, DiagnosticPlace, code},
    kind::CHOICE,
    lexicon::Lexicon,
    span::{LineIndex, Span},
    value::Kind,
};
use std::sync::Arc;

/// What stands in place of a file's name where a mistake is in the phrase.
const PLACE: &str = "--phrase";

impl RuleSet {
    /// The same names and lists of words with one topic, whose only phrase is this and whose name it is; its kind is that of
    /// the hole. Where the phrase has a mistake, there is no topic.
    #[must_use]
    pub fn of_phrase(&self, phrase: &str, lexicon: &Arc<Lexicon>) -> (Self, Vec<Diagnostic>) {
        let phrase = phrase.trim();
        let place =
            |from: usize, to: usize| DiagnosticPlace::new(PLACE, phrase, &LineIndex::new(phrase), Span::new(from, to));
        let kind = kind_of(phrase);
        let vocabulary = self.vocabulary();
        let words = PhraseWords { vocabulary: &vocabulary, lexicon };
        let mut rules = Self { topics: Vec::new(), rules: Vec::new(), names: self.names.clone(), ..Self::default() };
        let read = match Phrase::parse(phrase, Use::Topic(kind), words) {
            Ok(read) => read,
            Err(mistakes) => {
                let told = mistakes.into_iter().map(|mistake| {
                    let range = mistake.range();
                    let found = Diagnostic::new(mistake.code, mistake.message, mistake.help);
                    Diagnostic { place: Some(place(range.start, range.end)), ..found }
                });
                return (rules, told.collect());
            }
        };
        let pattern = Pattern { phrase: read, choice: kind.is_choice().then(|| phrase.to_string()) };
        let topic = Topic { patterns: vec![pattern.clone()], ..Topic::new(SubjectId::topic(phrase), kind) };
        let warnings = match doubt(&topic, &pattern, lexicon) {
            Some(Doubt::NeverMatches(sample) | Doubt::AlwaysVetoed(sample)) => {
                let message = format!("the phrase does not find `{sample}`, and probably nothing");
                let found = Diagnostic::new(code::PHRASE_NEVER_MATCHES, message, None);
                vec![Diagnostic { place: Some(place(0, phrase.len())), ..found }]
            }
            None => Vec::new(),
        };
        rules.topics.push(topic);
        (rules, warnings)
    }

    /// All that phrases may refer to, whatever file it stands in.
    fn vocabulary(&self) -> PhraseVocabulary {
        let mut vocabulary = PhraseVocabulary::default();
        for declared in &self.names {
            vocabulary.names.extend(declared.names.clone());
            vocabulary.words.extend(declared.words.clone());
        }
        vocabulary
    }
}

/// The kind of a phrase's hole; a choice where it has none.
fn kind_of(phrase: &str) -> Kind {
    let signs = without_escapes(phrase);
    let Some((_, behind)) = signs.split_once('<') else { return Kind::of(&CHOICE) };
    let name = behind.split('>').next().unwrap_or_default().trim();
    // What is no kind is told where the phrase is read for one that has holes.
    let any = || Kind::all().find(|kind| kind.has_hole());
    Kind::find(name).or_else(any).unwrap_or(Kind::of(&CHOICE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_of_the_kind_of_its_hole() {
        for (phrase, expected) in [
            ("<count> people hurt", "count"),
            ("\"<duration> call\"", "duration"),
            ("requested by the islanders", "choice"),
            (r"cost \<money>", "choice"),
        ] {
            assert_eq!(kind_of(phrase).name(), expected, "{phrase}");
        }
    }

    #[test]
    fn mistakes_have_their_place_in_the_phrase() {
        for (phrase, expected) in [
            ("<people> hurt", Some(("unknown-kind", 1))),
            ("<count> (hurt", Some(("unclosed-bracket", 9))),
            ("<count> euros", Some(("phrase-never-matches", 1))),
            ("<count> people hurt", None),
        ] {
            let (rules, found) = RuleSet::default().of_phrase(phrase, Lexicon::english());
            let first = found.first().map(|found| (found.code.name(), found.place.as_ref().unwrap().column));
            assert_eq!(first, expected, "{phrase}");
            assert_eq!(rules.topics.len(), usize::from(!phrase.contains('(') && !phrase.contains("<people>")));
        }
    }
}
