//! The table of all codes: what each mistake is called, how grave it is, what it means, what to do, and what raises it.
//!
//! A code is a constant in the file of its area and a line of that file's list. Everything that prints codes asks the
//! table: `crosscheck explain CODE`, the page `docs/diagnostics.md`, and the tests that run every example.

mod articles;
mod project;
mod rule_files;
mod runs;
mod sentences;
mod syntax;
mod topics;

pub(crate) use {articles::*, project::*, rule_files::*, runs::*, sentences::*, syntax::*, topics::*};

use super::Level;
use crate::suggest;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{cmp::Ordering, fmt};

/// The stable name of a kind of mistake, with its entry in the table.
#[derive(Clone, Copy)]
pub struct Code(&'static CodeEntry);

/// What the table says of a code.
#[derive(Debug, Serialize)]
pub struct CodeEntry {
    /// Its name, in kebab-case (`unknown-topic`).
    #[serde(rename = "code")]
    pub name: &'static str,
    /// How grave it is.
    pub level: Level,
    /// What it means, in sentences for a writer of rules.
    pub means: &'static str,
    /// What to do.
    pub help: &'static str,
    /// What raises it.
    pub example: CodeExample,
}

/// Something short that raises a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeExample {
    /// The text of a rule file.
    RuleFile(&'static str),
    /// The text of an article's file.
    Article(&'static str),
    /// The path of an article that is gone when it is read.
    Gone(&'static str),
    /// What is typed into a shell in an empty folder.
    Shell(&'static str),
}

impl CodeExample {
    /// What is written.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::RuleFile(text) | Self::Article(text) | Self::Gone(text) | Self::Shell(text) => text,
        }
    }
}

/// Codes that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// What they are about.
    pub title: &'static str,
    /// The codes, by name.
    pub codes: &'static [Code],
}

/// Every code, by area: from the text of a file to what is judged.
pub const AREAS: &[Area] = &[
    Area { title: "YAML", codes: syntax::CODES },
    Area { title: "Rule files and packs", codes: rule_files::CODES },
    Area { title: "Topics and phrases", codes: topics::CODES },
    Area { title: "Sentences", codes: sentences::CODES },
    Area { title: "The project", codes: project::CODES },
    Area { title: "Articles", codes: articles::CODES },
    Area { title: "Judging, claims and snapshots", codes: runs::CODES },
];

impl Code {
    /// Every code, by area and name.
    pub fn all() -> impl Iterator<Item = Self> {
        AREAS.iter().flat_map(|area| area.codes).copied()
    }

    /// The code of this name.
    ///
    /// ```
    /// use crosscheck::rooms::diagnostic::{Code, Level};
    /// let code = Code::find("unused-topic").ok_or("no such code")?;
    /// assert_eq!((code.name(), code.entry().level), ("unused-topic", Level::Warning));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::all().find(|code| code.name() == name)
    }

    /// The code whose name is most like `name`, where one is like it at all.
    #[must_use]
    pub fn nearest(name: &str) -> Option<Self> {
        suggest::nearest(name, Self::all().map(Self::name)).and_then(Self::find)
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// What the table says of it.
    #[must_use]
    pub const fn entry(self) -> &'static CodeEntry {
        self.0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
}

impl fmt::Display for Code {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.name())
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Code {}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(other.name())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Self::find(&name).ok_or_else(|| D::Error::custom(format!("there is no code `{name}`")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_kebab_case_unique_and_in_order() {
        let mut seen = BTreeSet::new();
        for area in AREAS {
            assert!(area.codes.is_sorted(), "{}: not by name", area.title);
            for code in area.codes {
                let name = code.name();
                assert!(seen.insert(name), "`{name}` is here twice");
                let is_kebab = name.split('-').all(|word| {
                    !word.is_empty() && word.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit())
                });
                assert!(is_kebab, "`{name}`");
            }
        }
    }

    /// A constant that is in no list would be raised and not found.
    #[test]
    fn every_constant_is_in_a_list() {
        let files = [
            include_str!("articles.rs"),
            include_str!("project.rs"),
            include_str!("rule_files.rs"),
            include_str!("runs.rs"),
            include_str!("sentences.rs"),
            include_str!("syntax.rs"),
            include_str!("topics.rs"),
        ];
        let constants: usize = files.iter().map(|file| file.matches(": Code = Code(").count()).sum();
        assert_eq!(constants, Code::all().count());
    }

    #[test]
    fn every_entry_says_something_in_sentences() {
        for code in Code::all() {
            let CodeEntry { name, means, help, .. } = code.entry();
            for words in [means, help] {
                assert!(words.ends_with('.') && !words.contains('\n') && !words.contains("  "), "{name}: {words}");
            }
        }
    }

    #[test]
    fn a_code_is_a_name_on_the_wire() {
        let code = Code::find("unknown-topic").unwrap();
        assert_eq!(serde_json::to_string(&code).unwrap(), "\"unknown-topic\"");
        assert_eq!(serde_json::from_str::<Code>("\"unknown-topic\"").unwrap(), code);
        let error = serde_json::from_str::<Code>("\"unknown-topik\"").unwrap_err().to_string();
        assert!(error.starts_with("there is no code `unknown-topik`"), "{error}");
        assert_eq!(Code::nearest("unknown-topik"), Some(code));
        assert_eq!(Code::nearest("zebra"), None);
    }
}
