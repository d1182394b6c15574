//! The words that clauses are read by: what a word may be in a sentence, and the verb that a form belongs to.

use super::{by_letters::ByLetters, clause_class::ClauseClass, names, parse, verb_forms};
use crate::diagnostic::Mistake;
use indexmap::IndexMap;
use serde::Deserialize;

/// What is known of a word, and which verb it is a form of.
#[derive(Clone, Copy, Debug, Default)]
struct ClauseWord {
    classes: ClauseClass,
    /// An index of the verbs, from 1.
    verb: u16,
}

/// The words that clauses are read by.
#[derive(Debug, Default)]
pub struct ClauseWords {
    words: ByLetters<ClauseWord>,
    verbs: Vec<String>,
    /// "'re" with either apostrophe, and what the word that it stands for may be.
    contractions: Vec<(String, ClauseClass)>,
    /// "cannot", and how much of it is the word that is denied.
    joined_negations: ByLetters<usize>,
}

impl ClauseWords {
    /// What a word or phrase may be, in any case; nothing where it is in no list.
    #[must_use]
    pub fn class(&self, words: &str) -> ClauseClass {
        names::plain(&self.words, words).unwrap_or_default().classes
    }

    /// The base form of the verb that a word may be a form of.
    ///
    /// ```
    /// let words = crosscheck::rooms::lexicon::Lexicon::english().clauses();
    /// assert_eq!(words.verb("Struck"), Some("strike"));
    /// assert_eq!(words.verb("planning"), Some("plan"));
    /// assert_eq!(words.verb("mayor"), None);
    /// ```
    #[must_use]
    pub fn verb(&self, word: &str) -> Option<&str> {
        let index = usize::from(names::plain(&self.words, word)?.verb).checked_sub(1)?;
        self.verbs.get(index).map(String::as_str)
    }

    /// What is glued to the end of a word, "n't", and the word that it stands for: how many letters are left, and what
    /// the rest may be.
    #[must_use]
    pub fn contraction(&self, word: &str) -> Option<(usize, ClauseClass)> {
        // Most words end otherwise, and need not be looked up.
        let joined = word.ends_with(['t', 'T']).then(|| self.joined_negations.get(word.as_bytes())).flatten();
        if let Some(left) = joined {
            return Some((left, ClauseClass::NEGATION));
        }
        let is_joint = |byte: u8| byte == b'\'' || !byte.is_ascii();
        if !word.bytes().any(is_joint) {
            return None;
        }
        self.contractions.iter().find_map(|(glued, stands_for)| {
            let left = word.len().checked_sub(glued.len()).filter(|rest| ends(word, *rest, glued))?;
            (left > 0).then_some((left, *stands_for))
        })
    }

    /// Whether a word denies: "never", "didn't".
    ///
    /// ```
    /// let words = crosscheck::rooms::lexicon::Lexicon::english().clauses();
    /// assert!(["not", "Never", "didn't", "wasn’t", "cannot"].iter().all(|word| words.denies(word)));
    /// assert!(!["knot", "it's", "ever"].iter().any(|word| words.denies(word)));
    /// ```
    #[must_use]
    pub fn denies(&self, word: &str) -> bool {
        let is_glued = || self.contraction(word).is_some_and(|(_, class)| class.is(ClauseClass::NEGATION));
        self.class(word).is(ClauseClass::NEGATION) || is_glued()
    }

    /// Reads the lists.
    pub(super) fn read(clauses: &str) -> Result<Self, Mistake> {
        parse::parse("clauses.yaml", clauses).map(|lists: ClauseLists| lists.into())
    }

    fn add(&mut self, word: &str, class: ClauseClass) {
        if let Some((first, _)) = word.split_once(' ') {
            let known = self.words.entry(first.as_bytes());
            known.classes = known.classes.and(ClauseClass::LEADS_PHRASE);
        }
        let known = self.words.entry(word.as_bytes());
        known.classes = known.classes.and(class);
    }

    fn add_form(&mut self, form: &str, class: ClauseClass, verb: u16) {
        self.add(form, class);
        let known = self.words.entry(form.as_bytes());
        if known.verb == 0 {
            known.verb = verb;
        }
    }

    /// The number of a verb, made known if it is not.
    fn number(&mut self, verb: &str) -> u16 {
        self.verbs.push(verb.to_string());
        u16::try_from(self.verbs.len()).unwrap_or(0)
    }
}

fn ends(word: &str, rest: usize, tail: &str) -> bool {
    word.get(rest..).is_some_and(|end| end.eq_ignore_ascii_case(tail))
}

/// `clauses.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseLists {
    verbs: Vec<String>,
    #[serde(rename = "nouns too")]
    nouns_too: Vec<String>,
    auxiliaries: IndexMap<String, AuxiliaryForms>,
    contractions: IndexMap<String, String>,
    irregular: IndexMap<String, Vec<String>>,
    doubling: Vec<String>,
    #[serde(rename = "regular too")]
    regular_too: Vec<String>,
    transitive: Vec<String>,
    intransitive: Vec<String>,
    reporting: Vec<String>,
    #[serde(rename = "two objects")]
    two_objects: Vec<String>,
    #[serde(rename = "object controls")]
    object_controls: Vec<String>,
    copulas: Vec<String>,
    naming: Vec<String>,
    speaking: Vec<String>,
    wordless: Vec<String>,
    passives: Vec<String>,
    modals: Vec<String>,
    #[serde(rename = "ing nouns")]
    ing_nouns: Vec<String>,
    adjectives: Vec<String>,
    adverbs: Vec<String>,
    #[serde(rename = "no adverbs")]
    no_adverbs: Vec<String>,
    negations: Vec<String>,
    #[serde(rename = "joined negations")]
    joined_negations: IndexMap<String, String>,
    #[serde(rename = "not only")]
    not_only: Vec<String>,
    prepositions: Vec<String>,
    #[serde(rename = "long prepositions")]
    long_prepositions: Vec<String>,
    particles: Vec<String>,
    subordinators: Vec<String>,
    #[serde(rename = "subordinators too")]
    subordinators_too: Vec<String>,
    questions: Vec<String>,
    relatives: Vec<String>,
    coordinators: Vec<String>,
    determiners: Vec<String>,
    alone: Vec<String>,
    possessives: Vec<String>,
    subjects: Vec<String>,
    objects: Vec<String>,
    pronouns: Vec<String>,
    #[serde(rename = "before numbers")]
    before_numbers: Vec<String>,
    #[serde(rename = "behind times")]
    behind_times: Vec<String>,
    #[serde(rename = "before times")]
    before_times: Vec<String>,
    times: Vec<String>,
    prefixes: Vec<String>,
    #[serde(rename = "clause nouns")]
    clause_nouns: Vec<String>,
    to: Vec<String>,
    of: Vec<String>,
    separable: Vec<String>,
    when: Vec<String>,
    #[serde(rename = "before clauses")]
    before_clauses: Vec<String>,
    with: Vec<String>,
    rarely: Vec<String>,
    that: Vec<String>,
    there: Vec<String>,
    what: Vec<String>,
    third: Vec<String>,
    future: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AuxiliaryForms {
    base: Vec<String>,
    present: Vec<String>,
    past: Vec<String>,
    participle: Vec<String>,
    ing: Vec<String>,
}

impl From<ClauseLists> for ClauseWords {
    fn from(lists: ClauseLists) -> Self {
        let mut words = Self::default();
        for (joined, denied) in &lists.joined_negations {
            let left = joined.bytes().zip(denied.bytes()).take_while(|(one, other)| one == other).count();
            *words.joined_negations.entry(joined.as_bytes()) = left;
        }
        words.add_auxiliaries(&lists);
        for verb in &lists.verbs {
            words.add_verb(verb, &lists);
        }
        for verb in &lists.nouns_too {
            if words.class(verb).is(ClauseClass::VERB) {
                words.add(verb, ClauseClass::NOUN_TOO);
                words.add(&verb_forms::third(verb), ClauseClass::NOUN_TOO);
            }
        }
        words.add_small_words(&lists);
        for (glued, stands_for) in &lists.contractions {
            let class = words.class(stands_for);
            words.contractions.push((glued.clone(), class));
            words.contractions.push((glued.replace('\'', "\u{2019}"), class));
        }
        words
    }
}

impl ClauseWords {
    fn add_auxiliaries(&mut self, lists: &ClauseLists) {
        for (base, forms) in &lists.auxiliaries {
            let own = match base.as_str() {
                "be" => ClauseClass::BE.and(ClauseClass::COPULA),
                "have" => ClauseClass::HAVE,
                _ => ClauseClass::DO,
            };
            let verb = self.number(base);
            for (forms, class) in [
                (&forms.base, ClauseClass::BASE),
                (&forms.present, ClauseClass::PRESENT),
                (&forms.past, ClauseClass::PAST),
                (&forms.participle, ClauseClass::PARTICIPLE),
                (&forms.ing, ClauseClass::ING),
            ] {
                forms.iter().for_each(|form| self.add_form(form, class.and(own), verb));
            }
        }
    }

    /// A verb in all of its forms; what is known of the verb is known of each.
    fn add_verb(&mut self, base: &str, lists: &ClauseLists) {
        if lists.auxiliaries.contains_key(base) || self.class(base).is(ClauseClass::BASE) {
            return;
        }
        let of = |list: &[String], class| if list.iter().any(|verb| verb == base) { class } else { ClauseClass::NONE };
        let own = of(&lists.transitive, ClauseClass::TRANSITIVE)
            .and(of(&lists.intransitive, ClauseClass::INTRANSITIVE))
            .and(of(&lists.reporting, ClauseClass::REPORTING))
            .and(of(&lists.two_objects, ClauseClass::TWO_OBJECTS))
            .and(of(&lists.object_controls, ClauseClass::OBJECT_CONTROL))
            .and(of(&lists.copulas, ClauseClass::COPULA))
            .and(of(&lists.naming, ClauseClass::NAMING))
            .and(of(&lists.speaking, ClauseClass::SPEAKING))
            .and(of(&lists.wordless, ClauseClass::WORDLESS))
            .and(of(&lists.passives, ClauseClass::GET));
        let verb = self.number(base);
        self.add_form(base, ClauseClass::BASE.and(own), verb);
        self.add_form(&verb_forms::third(base), ClauseClass::PRESENT.and(own), verb);
        let doubles = lists.doubling.iter().any(|verb| verb == base);
        if doubles {
            self.add_form(&verb_forms::ing(&verb_forms::doubled(base)), ClauseClass::ING.and(own), verb);
        }
        self.add_form(&verb_forms::ing(base), ClauseClass::ING.and(own), verb);
        let both = ClauseClass::PAST.and(ClauseClass::PARTICIPLE).and(own);
        match lists.irregular.get(base).map(Vec::as_slice) {
            Some([past, participle, others @ ..]) => {
                self.add_form(past, ClauseClass::PAST.and(own), verb);
                self.add_form(participle, ClauseClass::PARTICIPLE.and(own), verb);
                others.iter().for_each(|other| self.add_form(other, both, verb));
            }
            Some([past]) => self.add_form(past, both, verb),
            _ if doubles => self.add_form(&verb_forms::past(&verb_forms::doubled(base)), both, verb),
            _ => {}
        }
        // "canceled" and "cancelled", but never "planed".
        let plain = !doubles || base.len() > SHORT_VERB;
        if plain && (!lists.irregular.contains_key(base) || lists.regular_too.iter().any(|verb| verb == base)) {
            self.add_form(&verb_forms::past(base), both, verb);
        }
    }

    fn add_small_words(&mut self, lists: &ClauseLists) {
        for (list, class) in [
            (&lists.modals, ClauseClass::MODAL),
            (&lists.ing_nouns, ClauseClass::ING_NOUN),
            (&lists.adjectives, ClauseClass::ADJECTIVE),
            (&lists.adverbs, ClauseClass::ADVERB),
            (&lists.no_adverbs, ClauseClass::NO_ADVERB),
            (&lists.negations, ClauseClass::NEGATION),
            (&lists.not_only, ClauseClass::NOT_ONLY),
            (&lists.prepositions, ClauseClass::PREPOSITION),
            (&lists.long_prepositions, ClauseClass::LONG_PREPOSITION),
            (&lists.particles, ClauseClass::PARTICLE),
            (&lists.subordinators, ClauseClass::SUBORDINATOR),
            (&lists.subordinators_too, ClauseClass::SUBORDINATOR_TOO),
            (&lists.questions, ClauseClass::QUESTION),
            (&lists.relatives, ClauseClass::RELATIVE),
            (&lists.coordinators, ClauseClass::COORDINATOR),
            (&lists.determiners, ClauseClass::DETERMINER),
            (&lists.alone, ClauseClass::ALONE),
            (&lists.possessives, ClauseClass::POSSESSIVE),
            (&lists.subjects, ClauseClass::SUBJECT),
            (&lists.objects, ClauseClass::OBJECT),
            (&lists.pronouns, ClauseClass::PRONOUN),
            (&lists.before_numbers, ClauseClass::BEFORE_NUMBER),
            (&lists.behind_times, ClauseClass::BEHIND_TIME),
            (&lists.before_times, ClauseClass::BEFORE_TIME),
            (&lists.times, ClauseClass::TIME),
            (&lists.prefixes, ClauseClass::PREFIX),
            (&lists.clause_nouns, ClauseClass::CLAUSE_NOUN),
            (&lists.to, ClauseClass::TO),
            (&lists.of, ClauseClass::OF),
            (&lists.separable, ClauseClass::SEPARABLE),
            (&lists.when, ClauseClass::WHEN),
            (&lists.before_clauses, ClauseClass::BEFORE_CLAUSE),
            (&lists.with, ClauseClass::WITH),
            (&lists.rarely, ClauseClass::RARELY),
            (&lists.that, ClauseClass::THAT),
            (&lists.there, ClauseClass::THERE),
            (&lists.what, ClauseClass::WHAT),
            (&lists.third, ClauseClass::THIRD),
            (&lists.future, ClauseClass::WILL),
        ] {
            list.iter().for_each(|word| self.add(word, class));
        }
    }
}

/// Verbs that double their last letter and are longer may be written without it.
const SHORT_VERB: usize = 4;

#[cfg(test)]
mod tests {
    use super::ClauseClass;
    use crate::lexicon::Lexicon;

    #[test]
    fn forms_of_verbs_are_derived() {
        let words = Lexicon::english().clauses();
        for (form, class, verb) in [
            ("kills", ClauseClass::PRESENT, "kill"),
            ("carried", ClauseClass::PAST, "carry"),
            ("crashes", ClauseClass::PRESENT, "crash"),
            ("planned", ClauseClass::PARTICIPLE, "plan"),
            ("dying", ClauseClass::ING, "die"),
            ("fleeing", ClauseClass::ING, "flee"),
            ("taken", ClauseClass::PARTICIPLE, "take"),
            ("Took", ClauseClass::PAST, "take"),
            ("was", ClauseClass::PAST, "be"),
        ] {
            assert!(words.class(form).is(class), "{form}");
            assert_eq!(words.verb(form), Some(verb), "{form}");
        }
        for form in ["takens", "mayor", "planed", "tooked", ""] {
            assert!(!words.class(form).is(ClauseClass::VERB), "{form}");
        }
        assert!(!words.class("taken").is(ClauseClass::PAST) && !words.class("took").is(ClauseClass::PARTICIPLE));
        assert!(words.class("strike").is(ClauseClass::NOUN_TOO) && !words.class("say").is(ClauseClass::NOUN_TOO));
        assert_eq!(words.contraction("didn't").map(|(left, _)| left), Some(3));
        assert_eq!(words.contraction("they\u{2019}re").map(|(left, _)| left), Some(4));
        assert!(words.contraction("mayor").is_none());
    }
}
