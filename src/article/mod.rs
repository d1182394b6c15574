//! An article: one text, published by one source at one time; how it is read from a file, and how files make a story.

mod address;
mod allowance;
mod byline;
mod caption;
mod citation;
mod correction;
mod date_line;
mod dateline;
mod discover;
mod encoding;
mod entry;
mod fields;
mod front_keys;
mod front_matter;
mod glob;
mod globs;
mod headline;
mod html;
mod ignored;
mod inline;
mod language;
mod lines;
mod load;
mod look;
mod markdown;
mod metadata;
mod paragraph;
mod parts;
mod passed_over;
mod plain;
mod property;
mod streamed;
mod table;
mod toml_matter;

#[cfg(test)]
mod tests;

pub use address::{host, page};
pub use allowance::Allowance;
pub use discover::{FoundStory, discover, is_found, names_of_stories};
pub use entry::{EntryMoment, LiveEntry};
pub use fields::FieldNames;
pub use glob::ArticleGlob;
pub use globs::{ArticleGlobs, GlobFiles, files_of};
pub use language::looks_like;
pub use load::{bytes, is_plain, load, read, written};
pub use look::is_boilerplate;
pub use metadata::name_of_file;
pub use property::Property;
pub use streamed::{RefusedLine, StreamedArticle};

use crate::{
    span::Span,
    text::{Block, Part},
};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// One text with what is known of it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file, relative to the configuration's folder, with forward slashes.
    pub path: String,
    /// The whole file as text: the file's own bytes where they are UTF-8 (a byte-order mark included), else what they
    /// decode to.
    pub text: String,
    /// The encoding it was decoded from, where it was not UTF-8: positions are then those of the decoded text.
    pub transcoded: Option<String>,
    /// The parts of the text, in order, without overlap. What is in no block is white space, front matter,
    /// rules of dashes, and the tags of HTML. Empty where no lexicon is shipped for the article's language.
    pub blocks: Vec<Block>,
    /// Marks inside blocks that are not words: `**`, `](url)`, `<https://...>`, bullets, in order, without overlap.
    /// Tokens pass over them.
    pub markup: Vec<Span>,
    /// What phrases read once more by itself: the cells of tables, and the words that are set as code.
    pub excerpts: Vec<Excerpt>,
    /// The entries of a live page or a chronicle, in order; what stands before the first is of none.
    pub entries: Vec<LiveEntry>,
    /// The rules whose findings in it are accepted there.
    pub allowances: Vec<Allowance>,
    /// What is known of it.
    pub metadata: Metadata,
}

/// Words of a block that phrases also read by themselves, with others that stand elsewhere beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The words.
    pub span: Span,
    /// Words that say what they are, above them: the head of a column.
    pub above: Option<Span>,
    /// Such words on their line: the label of a row.
    pub beside: Option<Span>,
    /// What is shown of the text around them, where it is not their sentence.
    pub shown: Option<Span>,
    /// The part that they are, where it is not that of their block.
    pub part: Option<Part>,
}

impl Article {
    /// The time of the entry that a place of the text is in.
    #[must_use]
    pub fn entry_at(&self, start: u32) -> Option<EntryMoment> {
        let behind = self.entries.partition_point(|entry| entry.start <= start);
        self.entries.get(behind.checked_sub(1)?).map(|entry| entry.moment)
    }
}

/// What is known of an article, by the precedence `crosscheck.yaml`, front matter, the text itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The outlet that published it; where nothing names one, the file's name without its ending.
    pub source: String,
    /// The day of publication, which relative dates resolve against.
    pub published: Option<NaiveDate>,
    /// Where `published` comes from, in words for a person: "front matter", "its date line 20211130 (line 2)".
    pub published_from: Option<String>,
    /// The time of day of its publication, where it is given: in UTC where its zone is written too. It may lie beside the day
    /// of publication, which is that of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<NaiveDateTime>,
    /// The zone it is written in: an IANA name, or an offset ("+03:00").
    pub timezone: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// A date in the address.
    pub url_date: Option<NaiveDate>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The agency whose text it is.
    pub agency: Option<String>,
    /// A group of articles that rules name.
    pub group: Option<String>,
    /// Its language, an ISO 639-1 code; `en` where nothing says otherwise.
    pub language: String,
}

/// Metadata as one layer gives it: `crosscheck.yaml`, or front matter. What is left out is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetadataLayer {
    /// The outlet.
    pub source: Option<String>,
    /// The date of publication as written; every form that a date line may have.
    pub published: Option<String>,
    /// An IANA zone name, or an offset ("+03:00").
    pub timezone: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The agency.
    pub agency: Option<String>,
    /// A group that rules name.
    pub group: Option<String>,
    /// An ISO 639-1 code.
    pub language: Option<String>,
    /// The outlet where nothing names one: the path of a file, where files of its story have its name.
    pub unnamed: Option<String>,
    /// Who gives the date of publication, in words for a person, where that is not the configuration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_by: Option<String>,
}
