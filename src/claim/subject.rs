//! What claims are about: a declared topic, every value of a kind, or what an article says about itself.

use super::section::Section;
use crate::{
    article::Property,
    diagnostic::{Mistake, code},
    value::Kind,
};
use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc};

/// What claims are about: the key of a column of a story's table. Its `Display` is its name in sentences: `troop figure in
/// headline`. Two may have the same name: a topic that is called `publication date` is not what an article says of itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct SubjectId {
    /// What is looked at.
    pub matter: Matter,
    /// The part of the article it must stand in.
    pub section: Option<Section>,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// A declared topic, by its name.
    Topic(Arc<str>),
    /// Every value of a kind, every sentence: `every time`.
    Every(Every),
    /// What an article says about itself.
    Property(Property),
}

/// What a rule can ask every one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Every {
    /// Every value of a kind; of [`Kind::FIGURE`], figures of every kind.
    Kind(Kind),
    /// Every sentence.
    Sentence,
    /// Every line that a page has put into the text: links, players, captions.
    BoilerplateLine,
    /// Everybody who speaks and whose name is kept back.
    UnnamedSource,
    /// Every article.
    Article,
}

impl Every {
    /// What is called so: "time", "figure", "sentence".
    #[must_use]
    pub fn find(noun: &str) -> Option<Self> {
        match noun {
            "sentence" => Some(Self::Sentence),
            "boilerplate line" => Some(Self::BoilerplateLine),
            "unnamed source" => Some(Self::UnnamedSource),
            "article" => Some(Self::Article),
            "figure" => Some(Self::Kind(Kind::FIGURE)),
            "numeral" => Some(Self::Kind(Kind::NUMERAL)),
            _ => Kind::find(noun).map(Self::Kind),
        }
    }

    /// The kind of what is asked of.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Kind(kind) => kind,
            Self::Sentence | Self::BoilerplateLine | Self::UnnamedSource | Self::Article => Kind::TEXT,
        }
    }

    /// The word for one of them: "quotation".
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.name(),
            Self::Sentence => "sentence",
            Self::BoilerplateLine => "boilerplate line",
            Self::UnnamedSource => "unnamed source",
            Self::Article => "article",
        }
    }
}

impl SubjectId {
    /// A declared topic, wherever its claims stand.
    #[must_use]
    pub fn topic(name: &str) -> Self {
        Self::whole(Matter::Topic(name.into()))
    }

    /// All of a matter.
    #[must_use]
    pub fn whole(matter: Matter) -> Self {
        Self { matter, section: None }
    }

    /// Whether it is a declared topic as it is.
    #[must_use]
    pub fn is_declared(&self) -> bool {
        self.section.is_none() && self.declared().is_some()
    }

    /// The name of the declared topic that it is, or a section of.
    #[must_use]
    pub fn declared(&self) -> Option<&str> {
        match &self.matter {
            Matter::Topic(name) => Some(name),
            Matter::Every(_) | Matter::Property(_) => None,
        }
    }
}

impl fmt::Display for SubjectId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.matter {
            Matter::Topic(name) => to.write_str(name)?,
            Matter::Every(every) => write!(to, "every {}", every.noun())?,
            Matter::Property(property) => to.write_str(property.name())?,
        }
        match self.section {
            Some(section) => write!(to, " in {}", section.name()),
            None => Ok(()),
        }
    }
}

/// A subject on the wire: its name, and unless it is a declared topic as it is, what that name stands for.
#[derive(Serialize, Deserialize)]
struct Written {
    topic: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<WrittenParts>,
}

/// What a name stands for: one of the first three, in a section or not.
#[derive(Default, Serialize, Deserialize)]
struct WrittenParts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topic: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    every: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    property: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    section: Option<String>,
}

impl From<SubjectId> for Written {
    fn from(id: SubjectId) -> Self {
        let topic = id.to_string();
        if id.is_declared() {
            return Self { topic, subject: None };
        }
        let section = id.section.map(|section| section.name().to_string());
        let parts = WrittenParts { section, ..WrittenParts::default() };
        let parts = match &id.matter {
            Matter::Topic(name) => WrittenParts { topic: Some(name.to_string()), ..parts },
            Matter::Every(every) => WrittenParts { every: Some(every.noun().to_string()), ..parts },
            Matter::Property(property) => WrittenParts { property: Some(property.name().to_string()), ..parts },
        };
        Self { topic, subject: Some(parts) }
    }
}

impl TryFrom<Written> for SubjectId {
    type Error = Mistake;

    fn try_from(written: Written) -> Result<Self, Mistake> {
        let Some(parts) = written.subject else { return Ok(Self::topic(&written.topic)) };
        let broken = |message: String| Mistake::new(code::BROKEN_RECORD, message, None);
        let unknown = |what: &str, name: &str| broken(format!("there is no {what} '{name}'"));
        let matter = match (&parts.topic, &parts.every, &parts.property) {
            (Some(name), None, None) => Matter::Topic(name.as_str().into()),
            (None, Some(noun), None) => Every::find(noun).map(Matter::Every).ok_or_else(|| unknown("kind", noun))?,
            (None, None, Some(name)) => {
                Property::find(name).map(Matter::Property).ok_or_else(|| unknown("property", name))?
            }
            _ => return Err(broken("a subject is one of 'topic', 'every' and 'property'".to_string())),
        };
        let named = |name: &String| Section::find(name).ok_or_else(|| unknown("section", name));
        Ok(Self { matter, section: parts.section.as_ref().map(named).transpose()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_written_says_which_of_one_name_it_is() {
        let in_headline = |matter: Matter| SubjectId { matter, section: Some(Section::Headline) };
        let every_time = || Matter::Every(Every::Kind(Kind::find("time").unwrap()));
        for (id, written) in [
            (SubjectId::topic("every time"), json!({"topic": "every time"})),
            (SubjectId::whole(every_time()), json!({"topic": "every time", "subject": {"every": "time"}})),
            (
                in_headline(every_time()),
                json!({"topic": "every time in headline", "subject": {"every": "time", "section": "headline"}}),
            ),
            (
                in_headline(Matter::Topic("every time".into())),
                json!({"topic": "every time in headline", "subject": {"topic": "every time", "section": "headline"}}),
            ),
            (
                SubjectId::whole(Matter::Property(Property::PublicationDate)),
                json!({"topic": "publication date", "subject": {"property": "publication date"}}),
            ),
            (
                SubjectId::whole(Matter::Every(Every::Sentence)),
                json!({"topic": "every sentence", "subject": {"every": "sentence"}}),
            ),
        ] {
            assert_eq!(serde_json::to_value(&id).unwrap(), written);
            assert_eq!(serde_json::from_value::<SubjectId>(written).unwrap(), id);
        }
    }

    #[test]
    fn what_names_nothing_is_refused() {
        for written in [
            json!({"topic": "x", "subject": {}}),
            json!({"topic": "x", "subject": {"every": "unicorn"}}),
            json!({"topic": "x", "subject": {"property": "mood"}}),
            json!({"topic": "x", "subject": {"topic": "x", "every": "time"}}),
            json!({"topic": "x", "subject": {"topic": "x", "section": "margin"}}),
            json!({"subject": {"every": "time"}}),
        ] {
            assert!(serde_json::from_value::<SubjectId>(written.clone()).is_err(), "{written}");
        }
    }
}
