//! What the words at a place mean, and where what they name is declared.

use super::{
    Workspace,
    columns::{LineTable, TextPosition, range_of_place},
    keys::Allowed,
    spot::{PathStep, SpotRole, YamlSpot},
    workspace::{OpenFile, OpenFileRole},
};
use crate::{
    claim::Topic,
    editor::TextRange,
    finding::{Evidence, Report, StoryReport, TopicEntry},
    fold,
    printable::printable_line,
    project,
    rule::{
        self,
        sentence::{self, KnownTopics, StretchRole},
    },
    span::Span,
    yaml::Document,
};
use std::path::{Path, PathBuf};

/// What is told of the words at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoverText {
    /// The words.
    pub range: TextRange,
    /// Lines of Markdown that read as well as they stand.
    pub text: String,
}

/// A place in some file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceElsewhere {
    /// The file.
    pub file: PathBuf,
    /// The words in it.
    pub range: TextRange,
}

/// What a place of a rule file names.
struct Pointed {
    span: Span,
    role: StretchRole,
}

impl Workspace {
    /// What the words at a place mean: what a topic found in each source, when a predicate holds, what a key is for.
    pub fn hover(&mut self, file: &Path, position: TextPosition) -> Option<HoverText> {
        let open = self.open_file(file)?;
        let lines = LineTable::new(&open.text, self.unit);
        let document = open.document();
        let topics = open.topics(&document);
        let spot = YamlSpot::at(&document, lines.offset(position))?;
        let (span, text) = match pointed(&open, &document, &topics, &spot, lines.offset(position)) {
            Some(Pointed { span, role }) => (span, self.meaning(&open, &topics, &role)?),
            None => of_key(&open, &spot)?,
        };
        Some(HoverText { range: lines.range(span), text })
    }

    /// Where the topic at a place is declared, or the file that is included there.
    pub fn definition(&mut self, file: &Path, position: TextPosition) -> Option<PlaceElsewhere> {
        let open = self.open_file(file)?;
        let offset = LineTable::new(&open.text, self.unit).offset(position);
        let document = open.document();
        let topics = open.topics(&document);
        let spot = YamlSpot::at(&document, offset)?;
        let root = &open.project.project.root;
        if let [PathStep::Key("include"), ..] = spot.path.as_slice() {
            let folder = file.parent()?;
            let target = root.join(open.project.project.name_of(&folder.join(spot.scalar.value.trim())));
            return Some(PlaceElsewhere { file: target, range: TextRange::default() });
        }
        let Pointed { role: StretchRole::Topic(name), .. } = pointed(&open, &document, &topics, &spot, offset)? else {
            return None;
        };
        let place = topics.find(&name)?.declared_at.as_ref()?;
        Some(PlaceElsewhere { file: root.join(&place.file), range: range_of_place(place, self.unit) })
    }

    fn meaning(&self, open: &OpenFile, topics: &KnownTopics<'_>, role: &StretchRole) -> Option<String> {
        match role {
            StretchRole::Topic(name) => Some(self.of_topic(open, topics.find(name)?)),
            StretchRole::Property(name) => Some(format!("`{name}`: what an article says of itself")),
            StretchRole::Kind(name) => Some(format!("every {name} that is found in an article")),
            StretchRole::Choice(name) => Some(format!("`{name}`: a choice of the topic")),
            StretchRole::Predicate(forms, asks) => {
                let asks = asks.map(|asks| format!("{asks}\n\n")).unwrap_or_default();
                let forms: Vec<String> = forms.iter().map(|form| format!("- `{form}`")).collect();
                Some(format!("{asks}{}", forms.join("\n")))
            }
        }
    }

    /// A topic with what each source of each story gives for it.
    fn of_topic(&self, open: &OpenFile, topic: &Topic) -> String {
        let mut lines = vec![format!("{}: {}", shown(topic.name()), topic.kind.with_article())];
        let about = open.project.project.rules.about.iter().find(|about| about.topic == topic.name());
        lines.extend(about.and_then(|about| about.why.as_deref()).map(|why| printable_line(why).into_owned()));
        match self.last_report(&open.at) {
            Some(report) => lines.extend(of_stories(report, topic.name())),
            None => lines.push("the articles are not read yet".to_string()),
        }
        lines.join("\n\n")
    }
}

/// What stands at a place that is a name or a predicate.
fn pointed(
    open: &OpenFile,
    document: &Document,
    topics: &KnownTopics<'_>,
    spot: &YamlSpot<'_>,
    offset: usize,
) -> Option<Pointed> {
    if open.role != OpenFileRole::Rules {
        return None;
    }
    if let Some(name) = spot.topic_key() {
        let topic = topics.all.iter().find(|topic| fold::words(topic.name()) == fold::words(name))?;
        let role = StretchRole::Topic(topic.name().to_string());
        return Some(Pointed { span: spot.scalar.words(&document.text), role });
    }
    if !spot.is_sentence() {
        return None;
    }
    let stretches = sentence::stretches(&spot.scalar.value, topics, &open.project.project.lexicon);
    let placed = stretches
        .into_iter()
        .map(|stretch| Pointed { span: spot.scalar.place(&document.text, stretch.range), role: stretch.role });
    // What stands inside of another is what is pointed at.
    placed.filter(|pointed| touches(pointed.span, offset)).min_by_key(|pointed| pointed.span.len())
}

fn touches(span: Span, offset: usize) -> bool {
    let range = span.range();
    range.start <= offset && offset <= range.end
}

/// What a key is for.
fn of_key(open: &OpenFile, spot: &YamlSpot<'_>) -> Option<(Span, String)> {
    if spot.role != SpotRole::Key {
        return None;
    }
    let schema = match open.role {
        OpenFileRole::Configuration => project::schema(),
        OpenFileRole::Rules => rule::schema(),
    };
    let keys = Allowed::at(&schema, &spot.path).keys();
    let about = keys.into_iter().find(|key| key.text == spot.scalar.value)?.about?;
    Some((spot.scalar.span, format!("`{}`: {about}", spot.scalar.value)))
}

/// So many stories are told of one by one.
const MOST_STORIES: usize = 10;

/// So many claims of a story are shown.
const MOST_CLAIMS: usize = 30;

fn of_stories(report: &Report, topic: &str) -> Vec<String> {
    let with_topic = report.stories.iter().filter_map(|story| {
        let entry = story.topics.iter().find(|entry| entry.topic == topic)?;
        Some((story, entry))
    });
    let mut told: Vec<String> = with_topic.map(|(story, entry)| of_story(story, entry)).collect();
    if told.is_empty() {
        return vec!["no story has a rule about it".to_string()];
    }
    if told.len() > MOST_STORIES {
        let more = told.len() - MOST_STORIES;
        told.truncate(MOST_STORIES);
        told.push(format!("and {more} more stories"));
    }
    told
}

fn of_story(story: &StoryReport, entry: &TopicEntry) -> String {
    let agreement = crate::finding::Agreement::ALL.iter().find(|(_, known)| *known == entry.agreement);
    let mut lines = vec![format!("{}: {}", shown(&story.story), agreement.map_or("", |(name, _)| name))];
    let claims = entry.claims.iter().filter(|claim| claim.exact().is_some());
    lines.extend(claims.clone().take(MOST_CLAIMS).map(claim));
    let more = claims.count().saturating_sub(MOST_CLAIMS);
    if more > 0 {
        lines.push(format!("- and {more} more"));
    }
    let mut silent: Vec<&str> = Vec::new();
    for article in &story.articles {
        let of_source = |claim: &Evidence| fold::source(claim.source()) == fold::source(&article.source);
        if !entry.claims.iter().any(of_source) && !silent.contains(&article.source.as_str()) {
            silent.push(&article.source);
        }
    }
    lines.extend(silent.into_iter().map(|source| format!("- {}: silent", shown(source))));
    lines.join("\n")
}

fn claim(claim: &Evidence) -> String {
    let words = claim.exact().map(shown).unwrap_or_default();
    let place = claim.place().map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    format!("- {}: {words} ({})", shown(claim.source()), shown(&format!("{}{place}", claim.article())))
}

/// Foreign words as code, in which nothing is markup.
fn shown(words: &str) -> String {
    format!("`{}`", printable_line(words).replace('`', "'"))
}
