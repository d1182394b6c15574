//! What changed between two versions of an article, without a rule: values, hedges, speakers, quotations, names, a lost "not".
//!
//! ```text
//!  old, new ---read---> sentences ---pairs---> sentences that changed ---told---> edits
//!                          same words: no edit, wherever they stand now
//! ```
//!
//! Sentences that stand in both versions are no edit, in whatever order. Of the others those with most words in common are
//! versions of each other (`pairs`), and what they claim is held against each other (`told`). All is looked up: time is that of
//! sorting.

mod pair;
mod pairs;
mod said;
mod told;
mod values;
mod version;

#[cfg(test)]
mod tests;

use crate::{
    article::Article,
    kind::{name, quotation},
    lexicon::Lexicon,
    text::Part,
    value::Kind,
};
use serde::Serialize;
use std::{collections::BTreeMap, path::Path};
use version::ReadVersion;

/// What an edit changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EditSort {
    /// A figure, a date, a time: it means something else.
    Value,
    /// How sure it is: "at least 5" was "5".
    Hedge,
    /// Who says it.
    Speaker,
    /// Words between quotation marks.
    Quotation,
    /// A word that denies came or went.
    Negation,
    /// A name.
    Name,
    /// A sentence that the old version has alone.
    SentenceGone,
    /// A sentence that the new version has alone.
    SentenceNew,
    /// Other words in a sentence in which nothing that is read changed: whether they mean the same is for people to say.
    Wording,
    /// What the article says of itself: its day of publication, its author.
    Property,
}

impl EditSort {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Hedge => "hedge",
            Self::Speaker => "speaker",
            Self::Quotation => Kind::of(&quotation::ENTRY).name(),
            Self::Negation => "negation",
            Self::Name => Kind::of(&name::ENTRY).name(),
            Self::SentenceGone => "sentence gone",
            Self::SentenceNew => "new sentence",
            Self::Wording => "other words",
            Self::Property => "property",
        }
    }
}

/// One thing that is otherwise in the new version.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VersionEdit {
    /// What it changes.
    pub sort: EditSort,
    /// One line that says so: `5 people → 6 people`.
    pub message: String,
    /// The kind of the value; null where it is none.
    pub kind: Option<&'static str>,
    /// The words of the old version; null where there are none.
    pub before: Option<EditedWords>,
    /// The words of the new version; null where there are none.
    pub after: Option<EditedWords>,
}

/// Words of one version, and where they stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EditedWords {
    /// The words; null where the whole sentence is meant.
    pub exact: Option<String>,
    /// Their sentence.
    pub sentence: String,
    /// The part of the article.
    pub part: &'static str,
    /// Their line, from 1.
    pub line: u32,
    /// Their column, from 1, in characters.
    pub column: u32,
}

/// What changed in an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ArticleEdits {
    /// The edits, in the order of the new version; what is gone stands where it stood in the old one.
    pub edits: Vec<VersionEdit>,
    /// Whether the new version has a correction note that the old one has not.
    pub is_noted: bool,
}

impl ArticleEdits {
    /// How many sentences have other words in which nothing that is read changed.
    #[must_use]
    pub fn reworded(&self) -> usize {
        self.edits.iter().filter(|edit| edit.sort == EditSort::Wording).count()
    }

    /// Whether nothing that is read changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reworded() == self.edits.len()
    }
}

/// What changed between two versions of an article.
#[must_use]
pub fn edits(old: &Article, new: &Article, lexicon: &Lexicon) -> ArticleEdits {
    let (old_text, new_text) = (crate::mention::text(old, lexicon), crate::mention::text(new, lexicon));
    let (before, after) = (ReadVersion::new(old, &old_text, lexicon), ReadVersion::new(new, &new_text, lexicon));
    let matched = pairs::matched(&before.keys(), &after.keys());
    let told = told::told(&before, &after, &matched, lexicon);
    let is_noted = matched.new.iter().any(|at| after.part(*at) == Part::Correction);
    ArticleEdits { edits: properties(old, new).into_iter().chain(told).collect(), is_noted }
}

/// What the article says of itself, where both versions say it, or where one has it alone.
fn properties(old: &Article, new: &Article) -> Vec<VersionEdit> {
    let of = |article: &Article| {
        let data = &article.metadata;
        let published = data.published.filter(|_| data.published_from.is_some()).map(|day| day.to_string());
        BTreeMap::from([
            ("author", data.byline.clone()),
            ("agency", data.agency.clone()),
            ("day of publication", published),
            // What is called after its file says nothing of itself.
            (
                "source",
                Some(data.source.clone())
                    .filter(|source| Path::new(&article.path).file_stem() != Some(source.as_ref())),
            ),
        ])
    };
    let (old, new) = (of(old), of(new));
    let changed = old.into_iter().filter(|(name, value)| new.get(name) != Some(value));
    let edit = |(name, value): (&str, Option<String>)| {
        let shown = |value: Option<&String>| value.map_or("none", String::as_str).to_string();
        let after = new.get(name).and_then(Option::as_ref);
        let message = format!("{name} {} → {}", shown(value.as_ref()), shown(after));
        VersionEdit { sort: EditSort::Property, message, kind: None, before: None, after: None }
    };
    changed.map(edit).collect()
}
