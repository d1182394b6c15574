//! What can be written at a place: keys and words by the schema, sentences by the grammar and the declared topics.

use super::{
    Workspace,
    columns::{LineTable, TextPosition},
    keys::Allowed,
    spot::{PathStep, SpotRole, YamlSpot},
    workspace::{OpenFile, OpenFileRole},
};
use crate::{
    editor::TextRange,
    finding::Report,
    project,
    rule::{
        self,
        sentence::{self, KnownSources, OnwardRole},
    },
    span::Span,
    yaml::{self, Document},
};
use std::path::Path;

/// Something that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it takes the place of.
    pub range: TextRange,
    /// What to write.
    pub text: String,
    /// What that is.
    pub role: OfferRole,
    /// What it means.
    pub about: Option<String>,
}

/// What an offer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferRole {
    /// A key of a mapping.
    Key,
    /// One of a few words, or a name.
    Word,
    /// The hole of a phrase, or a list of words in it.
    Hole,
    /// How a sentence goes on.
    Sentence(OnwardRole),
}

/// Stands in the text where somebody is writing: no file has it.
const CURSOR: &str = "\u{f8ff}";

impl Workspace {
    /// What can be written at a place of an open file.
    pub fn completions(&mut self, file: &Path, position: TextPosition) -> Vec<Offer> {
        let Some(open) = self.open_file(file) else { return Vec::new() };
        let lines = LineTable::new(&open.text, self.unit);
        let offset = lines.offset(position);
        let report = self.last_report(&open.at);
        // A line that is no key yet is none of YAML's: with a colon it is.
        let with = |mark: &str| with_cursor(&open.text, offset, mark);
        let offers = [CURSOR.to_string(), format!("{CURSOR}:")].iter().find_map(|mark| {
            let (document, _) = yaml::read(&open.path, &with(mark)?);
            let spot = YamlSpot::at(&document, offset + 1).filter(|spot| spot.scalar.value.contains(CURSOR))?;
            let writing = Writing { open: &open, document: &document, offset, report, has_colon: mark == CURSOR };
            Some(writing.offers(&spot))
        });
        let placed = |offer: WrittenOffer| Offer {
            range: lines.range(offer.span),
            text: offer.text,
            role: offer.role,
            about: offer.about,
        };
        offers.unwrap_or_default().into_iter().map(placed).collect()
    }
}

fn with_cursor(text: &str, offset: usize, mark: &str) -> Option<String> {
    let (before, behind) = text.split_at_checked(offset)?;
    Some(format!("{before}{mark}{behind}"))
}

/// An offer by its bytes.
struct WrittenOffer {
    span: Span,
    text: String,
    role: OfferRole,
    about: Option<String>,
}

/// A file in which somebody is writing.
struct Writing<'w> {
    open: &'w OpenFile,
    /// The file with the cursor in it.
    document: &'w Document,
    offset: usize,
    report: Option<&'w Report>,
    /// Whether a key at the cursor has its colon already.
    has_colon: bool,
}

impl Writing<'_> {
    fn offers(&self, spot: &YamlSpot<'_>) -> Vec<WrittenOffer> {
        let schema = match self.open.role {
            OpenFileRole::Configuration => project::schema(),
            OpenFileRole::Rules => rule::schema(),
        };
        let allowed = Allowed::at(&schema, &spot.path);
        if spot.role == SpotRole::Key {
            let end = if self.has_colon { self.end_of_key(spot) } else { self.offset };
            let span = Span::new(spot.scalar.span.range().start, end);
            let behind = if self.has_colon { "" } else { ": " };
            let names = self.names_of_keys(spot).into_iter().map(|name| key(span, &name, behind, None));
            let keys = allowed.keys().into_iter().filter(|key| !spot.siblings.contains(&key.text));
            let all = names.chain(keys.map(|found| key(span, found.text, behind, found.about)));
            return all.filter(|offer| begins(offer, begun(spot))).collect();
        }
        let mut offers = Vec::new();
        if self.open.role == OpenFileRole::Rules && spot.is_sentence() {
            offers.extend(self.sentence(spot));
        }
        let span = Span::new(spot.scalar.words(&self.document.text).range().start.min(self.offset), self.offset);
        let word = |text: String, role| WrittenOffer { span, text, role, about: None };
        let words = allowed.words().into_iter().map(str::to_string).chain(self.names(spot));
        let words = words.map(|text| word(text, OfferRole::Word));
        offers.extend(words.filter(|offer| begins(offer, begun(spot))));
        offers.extend(self.of_phrase(spot));
        // A mapping whose first key is being written is a text until it has a colon.
        if allowed.words().is_empty() {
            let keys = allowed.keys().into_iter().map(|found| key(span, found.text, ": ", found.about));
            offers.extend(keys.filter(|offer| begins(offer, begun(spot))));
        }
        offers
    }

    /// Where the key at the cursor ends in the file without the cursor.
    fn end_of_key(&self, spot: &YamlSpot<'_>) -> usize {
        spot.scalar.span.range().end.saturating_sub(CURSOR.len()).max(self.offset)
    }

    /// How the sentence at the cursor goes on.
    fn sentence(&self, spot: &YamlSpot<'_>) -> Vec<WrittenOffer> {
        let written = begun(spot);
        let known = KnownSources { sources: self.open.sources(self.report) };
        let topics = self.open.topics(self.document);
        let onward = sentence::onward(written, &topics, &known, &self.open.project.project.lexicon);
        let placed = onward.into_iter().map(|onward| {
            let start = spot.scalar.place(&self.document.text, onward.from..onward.from).range().start;
            let span = Span::new(start.min(self.offset), self.offset);
            let topic = topics.find(&onward.text).filter(|_| onward.role == OnwardRole::Topic);
            let about = topic.map(|topic| topic.kind.with_article().to_string());
            WrittenOffer { span, text: onward.text, role: OfferRole::Sentence(onward.role), about }
        });
        placed.collect()
    }

    /// Names that may be keys here: of topics that a data file has a value of.
    fn names_of_keys(&self, spot: &YamlSpot<'_>) -> Vec<String> {
        match (self.open.role, spot.path.as_slice()) {
            (OpenFileRole::Rules, [PathStep::Key("facts")]) => {
                let topics = self.open.topics(self.document);
                topics.all.iter().map(|topic| topic.name().to_string()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Names that no schema knows: of stories, and of units.
    fn names(&self, spot: &YamlSpot<'_>) -> Vec<String> {
        let project = &self.open.project.project;
        match (self.open.role, spot.path.as_slice()) {
            (OpenFileRole::Rules, [PathStep::Key("story")]) => {
                project.stories.iter().map(|story| story.name.clone()).collect()
            }
            (OpenFileRole::Rules, [PathStep::Key("topics"), PathStep::Key(name), PathStep::Key("unit")]) => {
                let kind = self.open.topics(self.document).find(name).map(|topic| topic.kind);
                kind.map(|kind| (kind.facts().behind_number)(&project.lexicon)).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// The hole of a topic's phrases, and the lists of words that they may use.
    fn of_phrase(&self, spot: &YamlSpot<'_>) -> Vec<WrittenOffer> {
        let [PathStep::Key("topics"), PathStep::Key(name), PathStep::Key(key), ..] = spot.path.as_slice() else {
            return Vec::new();
        };
        if self.open.role != OpenFileRole::Rules || !["phrases", "choices", "except", "not near"].contains(key) {
            return Vec::new();
        }
        let written = begun(spot);
        let begun = written.rfind([' ', '(', '|']).map_or(written, |at| written.get(at + 1..).unwrap_or(""));
        let hole = self.hole(name).filter(|_| *key == "phrases").into_iter();
        let lists = self.open.project.project.rules.names.iter().flat_map(|names| names.words.keys());
        let all = hole.chain(lists.map(|list| format!("${list}")));
        let span = Span::new(self.offset.saturating_sub(begun.len()), self.offset);
        let offers = all.filter(|text| text.starts_with(begun));
        offers.map(|text| WrittenOffer { span, text, role: OfferRole::Hole, about: None }).collect()
    }

    /// The hole of the kind that a topic says here, also where the topic has a mistake.
    fn hole(&self, name: &str) -> Option<String> {
        let root = self.document.root.as_ref()?.mapping()?;
        let topic = root.get("topics")?.value.mapping()?.get(name)?.value.mapping()?;
        let kind = crate::value::Kind::find(topic.get("kind")?.value.scalar()?.value.trim())?;
        kind.has_hole().then(|| format!("<{kind}>"))
    }
}

/// What was written of a text before the cursor.
fn begun<'s>(spot: &YamlSpot<'s>) -> &'s str {
    spot.scalar.value.split(CURSOR).next().unwrap_or("")
}

/// Whether an offer begins with what was written.
fn begins(offer: &WrittenOffer, begun: &str) -> bool {
    offer.text.to_lowercase().starts_with(&begun.trim_start().to_lowercase())
}

fn key(span: Span, text: &str, behind: &str, about: Option<&str>) -> WrittenOffer {
    WrittenOffer { span, text: format!("{text}{behind}"), role: OfferRole::Key, about: about.map(str::to_string) }
}
