//! Spellings: which ways of writing a name a project takes for one.

use super::{
    ENTRY,
    people::{self, is_last_name},
};
use crate::{
    fold,
    lexicon::NameWords,
    value::{Content, Kind, Value},
};
use std::collections::BTreeMap;

/// The names that a project lists, each with its other spellings.
///
/// ```
/// use crosscheck::rooms::kind::name::Spellings;
/// let mut spellings = Spellings::default();
/// spellings.add("Kowalczyk", &["Kowalchik".to_string()]);
/// let words = crosscheck::rooms::lexicon::Lexicon::english().names();
/// assert_eq!(spellings.name_of("Ada Kowalchik", words).as_deref(), Some("Ada Kowalczyk"));
/// assert_eq!(spellings.name_of("Kowalchik Street", words), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spellings {
    /// The name of each name and spelling, by its folded words.
    names: BTreeMap<String, String>,
}

impl Spellings {
    /// Adds a name with its other spellings. What is listed under two names belongs to the first.
    pub fn add(&mut self, name: &str, others: &[String]) {
        let name = self.names.entry(fold::listed(name)).or_insert_with(|| name.trim().to_string()).clone();
        for other in others.iter().map(|other| fold::listed(other)).filter(|other| !other.is_empty()) {
            self.names.entry(other).or_insert_with(|| name.clone());
        }
    }

    /// Whether the project lists no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The project's name for what is written so: as a whole, or a person's by the last name ("Ada Kowalchik").
    #[must_use]
    pub fn name_of(&self, written: &str, known: &NameWords) -> Option<String> {
        self.listed(written).map(str::to_string).or_else(|| self.of_person(written, known))
    }

    /// The project's name for what is listed just so, as a name or as a spelling of one.
    #[must_use]
    pub fn listed(&self, written: &str) -> Option<&str> {
        if self.names.is_empty() {
            return None;
        }
        self.names.get(&fold::listed(written)).map(String::as_str)
    }

    /// The project's name that a name is, or ends with: "Kowalczyk" of "Ada Kowalczyk".
    #[must_use]
    pub fn listed_in(&self, name: &str) -> Option<&str> {
        self.listed(name).or_else(|| tails(name).find_map(|(_, last)| self.listed(last)))
    }

    /// A person's name with the last name as the project writes it.
    fn of_person(&self, written: &str, known: &NameWords) -> Option<String> {
        if self.names.is_empty() || !people::is_person(written, known) {
            return None;
        }
        let (first, last, name) = tails(written).find_map(|(first, last)| Some((first, last, self.listed(last)?)))?;
        // A short form ("Ortiz" of "Lena Ortiz") is no last name to put in place of another.
        (is_last_name(last, known) && is_last_name(name, known)).then(|| format!("{first} {name}"))
    }

    /// A name as the project spells it; any other value as it is.
    #[must_use]
    pub fn spelled(&self, value: &Value, known: &NameWords) -> Value {
        let own = match &value.content {
            Content::Word(name) if value.kind == Kind::of(&ENTRY) => self.name_of(name, known),
            Content::Word(_) | Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
        };
        match own {
            Some(name) => Value { content: Content::Word(name.into()), ..value.clone() },
            None => value.clone(),
        }
    }

    /// Why a name means what it means, where its words do not have that as it is.
    #[must_use]
    pub fn because(&self, value: &Value) -> Option<String> {
        match &value.content {
            Content::Word(name) if value.kind == Kind::of(&ENTRY) => self.reason(&value.text, name),
            Content::Word(_) | Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
        }
    }

    fn reason(&self, words: &str, name: &str) -> Option<String> {
        let full = fold::listed(name);
        let whole = std::iter::once(("", words)).chain(tails(words));
        let listed = whole.filter_map(|(_, tail)| Some((tail, self.listed(tail)?)));
        let mut of_this = listed.filter(|(_, listed)| ends_with_words(&full, &fold::listed(listed)));
        match of_this.next() {
            Some((tail, listed)) => {
                (fold::listed(tail) != fold::listed(listed)).then(|| format!("`{tail}` is a variant of `{listed}`"))
            }
            None => (!ends_with_words(&fold::listed(words), &full)).then(|| format!("a short form of `{name}`")),
        }
    }
}

/// Each way to cut a name before one of its words, the longest end first.
fn tails(name: &str) -> impl Iterator<Item = (&str, &str)> {
    name.match_indices(' ').filter_map(|(at, _)| Some((name.get(..at)?, name.get(at + 1..)?)))
}

/// Whether folded words are those of a name, or end with them.
fn ends_with_words(words: &str, name: &str) -> bool {
    words.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> &'static NameWords {
        crate::lexicon::Lexicon::english().names()
    }

    fn spellings() -> Spellings {
        let mut spellings = Spellings::default();
        let lists: &[(&str, &[&str])] = &[
            ("Harran", &["Haran", "Port Harran"]),
            ("Kowalczyk", &["Kowalchik", "Kowaltschik"]),
            ("Lena Ortiz", &["Ortiz", "Magdalena Ortiz", "the Mayor of Selm"]),
            ("United Isles", &["the U.I.", "Isles"]),
            ("Vanderberg", &["van der Berg"]),
            ("Kim Song Ho", &["Kim Song-ho"]),
        ];
        for (name, others) in lists {
            spellings.add(name, &others.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
        spellings
    }

    #[test]
    fn one_name() {
        for (written, name) in [
            ("Haran", "Harran"),
            ("HARAN", "Harran"),
            ("Harran", "Harran"),
            ("Port Harran", "Harran"),
            ("Ada Kowalchik", "Ada Kowalczyk"),
            ("Ada M. Kowaltschik", "Ada M. Kowalczyk"),
            ("Ada van der Berg", "Ada Vanderberg"),
            ("Ortiz", "Lena Ortiz"),
            ("Magdalena Ortiz", "Lena Ortiz"),
            ("Mayor of Selm", "Lena Ortiz"),
            ("UI", "United Isles"),
            ("the U.I", "United Isles"),
            ("Kim Song-ho", "Kim Song Ho"),
            ("Kim Song Ho", "Kim Song Ho"),
        ] {
            assert_eq!(spellings().name_of(written, words()).as_deref(), Some(name), "{written}");
        }
    }

    #[test]
    fn another_name() {
        for written in [
            // Part of another name.
            "Haran Post",
            "Bank of Haran",
            "Haran Street",
            "New Haran",
            "Kowalchik Institute",
            "Kowalchik Quill",
            // A short form is no last name of others.
            "Maria Ortiz",
            "North Isles",
            "Ada Berg",
            "Haranga",
            "",
            "the",
        ] {
            assert_eq!(spellings().name_of(written, words()), None, "{written}");
        }
        assert_eq!(Spellings::default().name_of("Haran", words()), None);
    }

    #[test]
    fn of_two_names_the_first() {
        let mut spellings = Spellings::default();
        spellings.add("Harran", &["Haran".to_string()]);
        spellings.add("Haran Bay", &["Haran".to_string()]);
        // What is listed under a spelling is one of its name.
        spellings.add("Haran", &["Hahran".to_string()]);
        assert_eq!(spellings.name_of("Haran", words()).as_deref(), Some("Harran"));
        assert_eq!(spellings.name_of("Hahran", words()).as_deref(), Some("Harran"));
    }

    #[test]
    fn reasons() {
        for (words, name, reason) in [
            ("Haran", "Harran", Some("`Haran` is a variant of `Harran`")),
            ("Port Harran", "Harran", Some("`Port Harran` is a variant of `Harran`")),
            ("President Ada Kowalchik", "Ada Kowalczyk", Some("`Kowalchik` is a variant of `Kowalczyk`")),
            ("Mayor Magdalena Ortiz", "Lena Ortiz", Some("`Magdalena Ortiz` is a variant of `Lena Ortiz`")),
            ("Quill", "Ada Quill", Some("a short form of `Ada Quill`")),
            ("NHC", "National Harbour Council", Some("a short form of `National Harbour Council`")),
            ("President Ada Quill", "Ada Quill", None),
            ("ADA QUILL", "Ada Quill", None),
            ("Harran", "Harran", None),
            ("Lena Ortiz", "Lena Ortiz", None),
        ] {
            assert_eq!(spellings().reason(words, name).as_deref(), reason, "{words}");
        }
    }
}
