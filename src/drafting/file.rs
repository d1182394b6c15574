//! The topics written down as a rule file, and read back.

use super::SettledTopic;
use crate::{
    align::AspectOneness,
    fold,
    lexicon::Lexicon,
    printable::printable,
    rule::{self, Defaults, RuleSource},
    yaml::{self, Around, WrittenStyle},
};
use std::{cmp::Reverse, collections::BTreeSet, fmt::Write, sync::Arc};

/// Of more words than these the comment above a rule says how many.
const MOST_SHOWN: usize = 4;

/// A draft of a rule file: topics that can stand together in one.
#[derive(Clone, Debug)]
pub struct RuleDraft {
    topics: Vec<SettledTopic>,
}

impl RuleDraft {
    /// The rule file.
    #[must_use]
    pub fn text(&self) -> String {
        text(&self.topics.iter().collect::<Vec<_>>())
    }

    /// Each topic as the file has it, with its phrases, its rule and what they found.
    pub fn shown(&self) -> impl Iterator<Item = String> {
        self.topics.iter().map(|topic| {
            let whole = text(&[topic]);
            whole
                .lines()
                .skip(1)
                .filter(|line| line.starts_with(' '))
                .fold(String::new(), |told, line| told + line + "\n")
        })
    }

    /// The draft with the topics that are chosen, by their places; nothing where none is.
    #[must_use]
    pub fn with(&self, chosen: &BTreeSet<usize>) -> Option<Self> {
        let topics = self.topics.iter().enumerate().filter(|(index, _)| chosen.contains(index));
        let topics: Vec<SettledTopic> = topics.map(|(_, topic)| topic.clone()).collect();
        (!topics.is_empty()).then_some(Self { topics })
    }
}

/// The rule file; nothing where no topic is left. It has no mistake, and nothing in it looks doubtful: a topic that would be
/// either is left out.
#[must_use]
pub fn draft_file(topics: &[SettledTopic], lexicon: &Arc<Lexicon>) -> Option<RuleDraft> {
    let topics: Vec<SettledTopic> = topics.iter().filter_map(|topic| alone(topic, lexicon)).collect();
    let mut kept: Vec<&SettledTopic> = topics.iter().collect();
    if !is_clean(&kept, lexicon) {
        kept = that_stand_together(&topics, lexicon);
    }
    (!kept.is_empty()).then(|| RuleDraft { topics: kept.into_iter().cloned().collect() })
}

/// A topic without the phrases that would be mistakes, the last first; nothing where none is left.
fn alone(topic: &SettledTopic, lexicon: &Arc<Lexicon>) -> Option<SettledTopic> {
    let mut topic = topic.clone();
    while !topic.phrases.is_empty() && !is_clean(&[&topic], lexicon) {
        topic.phrases.pop();
    }
    (!topic.phrases.is_empty()).then_some(topic)
}

/// The topics that can stand together, those that find most first in choice; in their order.
fn that_stand_together<'t>(topics: &'t [SettledTopic], lexicon: &Arc<Lexicon>) -> Vec<&'t SettledTopic> {
    let mut chosen: Vec<usize> = (0..topics.len()).collect();
    chosen.sort_by_key(|index| Reverse(topics.get(*index).map_or(0, |topic| topic.places.len())));
    let mut kept: BTreeSet<usize> = BTreeSet::new();
    let all = |kept: &BTreeSet<usize>| kept.iter().filter_map(|index| topics.get(*index)).collect::<Vec<_>>();
    for index in chosen {
        kept.insert(index);
        if !is_clean(&all(&kept), lexicon) {
            kept.remove(&index);
        }
    }
    all(&kept)
}

fn is_clean(topics: &[&SettledTopic], lexicon: &Arc<Lexicon>) -> bool {
    let file = RuleSource { path: "suggested.yaml".into(), text: text(topics) };
    let (rules, found) = rule::read(&[file], &Defaults::default(), lexicon);
    found.is_empty() && rules.rules.len() == topics.len()
}

fn text(topics: &[&SettledTopic]) -> String {
    let mut text = String::from(
        "# A draft by `crosscheck suggest`: take out what you do not need, give topics better names, and add phrases.\ntopics:\n",
    );
    for topic in topics {
        let name = yaml::written(&topic.name, WrittenStyle::Plain, Around::Lines);
        // Writing to a string cannot fail.
        let _ = write!(text, "  {name}:\n    kind: {}\n    phrases:\n", topic.kind.name());
        for phrase in &topic.phrases {
            let _ = writeln!(text, "      - {}", yaml::written(phrase, WrittenStyle::Plain, Around::Lines));
        }
    }
    text.push_str("rules:\n");
    for topic in topics {
        // What may be of several is not asked to agree.
        let asked = match topic.sameness {
            AspectOneness::Same => "consistent across sources",
            AspectOneness::Open => "cited in at least 2 sources",
        };
        let sentence = format!("{} {asked}", topic.name);
        let sentence = yaml::written(&sentence, WrittenStyle::Plain, Around::Lines);
        let _ = write!(text, "  # {}\n  - {sentence}\n", found(topic));
    }
    text
}

/// What the phrases found, for the comment above a rule.
fn found(topic: &SettledTopic) -> String {
    let mut known = BTreeSet::new();
    let each = topic.found.iter().filter(|found| known.insert(*found));
    let each: Vec<(&str, &str)> = each.map(|(words, source)| (words.as_str(), source.as_str())).collect();
    words_of_sources(&each)
}

/// Words, each with its source: the first of them, and how many more there are.
pub(super) fn words_of_sources(found: &[(&str, &str)]) -> String {
    let shown = found.iter().take(MOST_SHOWN).map(|(words, source)| format!("{} ({})", line(words), line(source)));
    let mut text = shown.collect::<Vec<_>>().join("; ");
    if found.len() > MOST_SHOWN {
        let _ = write!(text, "; and {} more", found.len() - MOST_SHOWN);
    }
    text
}

/// Foreign words on one line, with nothing hidden in them.
fn line(words: &str) -> String {
    printable(&fold::one_line(words)).into_owned()
}
