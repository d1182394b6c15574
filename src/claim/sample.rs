//! Whether a phrase can find anything at all: it is tried on the sentence that it describes.

use super::{Claim, Phrase, SubjectId, Topic, Topics, extract, phrase::Element, topic::Pattern};
use crate::{
    article::{Article, Metadata},
    lexicon::Lexicon,
    span::Span,
    text::{Block, Part},
    value::Kind,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Why a phrase finds nothing; with the sentence that it should find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It does not even find the sentence that it describes.
    NeverMatches(String),
    /// A phrase of `except` or `not near` takes back whatever it finds.
    AlwaysVetoed(String),
}

/// Two choices of a topic that find the same words, or say the same of one clause: an article that has these would say both.
#[derive(Clone, Debug)]
pub struct SameChoices<'t> {
    /// The phrase that stands first.
    pub first: &'t Pattern,
    /// That of the other choice.
    pub second: &'t Pattern,
    /// The words.
    pub words: String,
}

/// The choices of a topic that find the same words.
#[must_use]
pub fn same_choices<'t>(topic: &'t Topic, lexicon: &Arc<Lexicon>) -> Vec<SameChoices<'t>> {
    if topic.choices().len() < 2 {
        return Vec::new();
    }
    let mut first_of: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, pattern) in topic.patterns.iter().enumerate() {
        first_of.entry(pattern.choice.as_deref().unwrap_or_default()).or_insert(index);
    }
    // Each by itself, so that none takes the words of another.
    let apart = topic.choices().into_iter().map(|choice| {
        let own = topic.patterns.iter().filter(|pattern| pattern.choice.as_deref() == Some(choice));
        Topic { patterns: own.cloned().collect(), ..Topic::new(SubjectId::topic(choice), topic.kind) }
    });
    let apart: Vec<Topic> = apart.collect();
    let topics = Topics::new(&apart, Arc::default(), lexicon);
    // A choice that finds the words of an earlier one is told once, at the later of the two where each finds the other's.
    let mut told: FxHashSet<[&str; 2]> = FxHashSet::default();
    let mut found: Vec<(usize, SameChoices<'t>)> = Vec::new();
    let earlier = topic.patterns.iter().enumerate().map(|one| (one, true));
    for ((index, second), is_earlier) in earlier.chain(topic.patterns.iter().enumerate().map(|one| (one, false))) {
        let own = second.choice.as_deref().unwrap_or_default();
        let Some(words) = samples(&second.phrase, topic.kind).and_then(|samples| samples.into_iter().next()) else {
            continue;
        };
        let claims = claims(&topics, format!("{words}."));
        let chosen = claims.iter().filter_map(|claim| claim.value.chosen()).filter(|name| *name != own);
        let first = chosen.filter_map(|name| first_of.get(name)).min().filter(|first| **first < index || !is_earlier);
        let Some(first) = first.and_then(|first| topic.patterns.get(*first)) else { continue };
        let mut pair = [own, first.choice.as_deref().unwrap_or_default()];
        pair.sort_unstable();
        if told.insert(pair) {
            found.push((index, SameChoices { first, second, words }));
        }
    }
    found.sort_by_key(|(index, _)| *index);
    found.into_iter().map(|(_, same)| same).collect()
}

/// What stands around an example, so that it is neither the first nor the last word.
const AROUND: &[(&str, &str)] = &[("", "."), ("They said ", " there.")];

/// Why a phrase of a topic finds nothing, where it does.
#[must_use]
pub fn doubt(topic: &Topic, pattern: &Pattern, lexicon: &Arc<Lexicon>) -> Option<Doubt> {
    let samples = samples(&pattern.phrase, topic.kind)?;
    let alone = Topic { patterns: vec![pattern.clone()], ..Topic::new(SubjectId::topic("t"), topic.kind) };
    let topics = Topics::new([&alone], Arc::default(), lexicon);
    let mut found = samples.iter().filter(|sample| finds(&topics, sample));
    let Some(first) = found.next() else { return samples.first().cloned().map(Doubt::NeverMatches) };
    if topic.except.is_empty() && topic.not_near.is_empty() {
        return None;
    }
    let found: Vec<&String> = std::iter::once(first).chain(found).collect();
    let vetoed = Topic { except: topic.except.clone(), not_near: topic.not_near.clone(), ..alone };
    let topics = Topics::new([&vetoed], Arc::default(), lexicon);
    let is_vetoed = !found.iter().any(|sample| finds(&topics, sample));
    found.first().filter(|_| is_vetoed).map(|sample| Doubt::AlwaysVetoed((*sample).clone()))
}

/// The sentences that a phrase describes: with each example in its hole, with and without what may be missing. `None`
/// where they cannot be written.
fn samples(phrase: &Phrase, kind: Kind) -> Option<Vec<String>> {
    let mut samples: Vec<String> = Vec::new();
    for filling in [Filling::Full, Filling::Least] {
        for example in kind.facts().samples {
            let mut words = String::new();
            write(&phrase.elements, (filling, example), &mut words)?;
            samples.push(words);
        }
    }
    samples.dedup();
    (!samples.is_empty()).then_some(samples)
}

/// Whether what may be missing is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filling {
    /// It is.
    Full,
    /// It is not.
    Least,
}

/// What fills a sample: whether with what may be missing, and the hole's example.
type How<'h> = (Filling, &'h str);

fn write(elements: &[Element], how: How<'_>, words: &mut String) -> Option<()> {
    let (filling, example) = how;
    for element in elements {
        let word = match element {
            Element::Word(word) | Element::Unit(word) => word.written.clone(),
            Element::Exact(word) => word.clone(),
            Element::Hole(_) => example.to_string(),
            Element::Possessive => {
                words.push_str("'s");
                continue;
            }
            Element::Mark(mark) => {
                words.push(*mark);
                continue;
            }
            Element::Gap => continue,
            Element::Choice(choices) => {
                write(choices.first()?, how, words)?;
                continue;
            }
            Element::Optional(inner) => {
                if filling == Filling::Full {
                    write(inner, how, words)?;
                }
                continue;
            }
        };
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&word);
    }
    Some(())
}

fn finds(topics: &Topics, sample: &str) -> bool {
    AROUND.iter().any(|(before, after)| !claims(topics, format!("{before}{sample}{after}")).is_empty())
}

/// What is claimed where an article says no more than this.
fn claims(topics: &Topics, text: String) -> Vec<Claim> {
    let blocks = vec![Block { span: Span::new(0, text.len()), part: Part::Body }];
    let article = Article {
        path: String::new(),
        text,
        transcoded: None,
        blocks,
        markup: Vec::new(),
        excerpts: Vec::new(),
        entries: Vec::new(),
        allowances: Vec::new(),
        metadata: Metadata::default(),
    };
    extract(&article, "", None, topics).claims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::phrase::{PhraseVocabulary, PhraseWords, Use};

    fn doubt_of(kind: &str, phrase: &str, except: &[&str]) -> String {
        let kind = Kind::find(kind).unwrap();
        let mut vocabulary = PhraseVocabulary::default();
        vocabulary.words.insert("hurt".into(), vec!["wounded".into(), "injured".into()]);
        let read = |text: &str, used_as| {
            Phrase::parse(text, used_as, PhraseWords { vocabulary: &vocabulary, lexicon: Lexicon::english() }).unwrap()
        };
        let choice = (kind.name() == "choice").then(|| "yes".to_string());
        let pattern = Pattern { phrase: read(phrase, Use::Topic(kind)), choice };
        let except = except.iter().map(|veto| read(veto, Use::Veto(kind))).collect();
        let topic = Topic { patterns: vec![pattern.clone()], except, ..Topic::new(SubjectId::topic("t"), kind) };
        match doubt(&topic, &pattern, Lexicon::english()) {
            None => "fine".into(),
            Some(Doubt::NeverMatches(sample)) => format!("never: {sample}"),
            Some(Doubt::AlwaysVetoed(sample)) => format!("vetoed: {sample}"),
        }
    }

    #[test]
    fn phrases_find_what_they_describe() {
        for (kind, phrase) in [
            ("duration", "<duration> (phone)? call"),
            ("duration", "call ... lasted <duration>"),
            ("duration", "about <duration>"),
            ("count", "more than <count> troops"),
            ("number", "magnitude <number>"),
            ("duration", "time: <duration>"),
            ("duration", "the island's <duration> war"),
            ("count", "<count> (of)? (Selmian)? (troops|forces)"),
            ("count", "<count> people (were)? $hurt"),
            ("count", "toll =Rose to <count>"),
            ("date", "in <date>, troops marched"),
            ("date", "<date> talks"),
            ("measure", "magnitude <measure>"),
            ("measure", "<measure> from"),
            ("time", "will begin at <time>"),
            ("money", "fund of <money>"),
            ("percent", "rose by <percent>"),
            ("ordinal", "the <ordinal> call"),
            ("age", "<age> mayor"),
            ("choice", "requested by the islanders"),
            ("name", "led by <name>"),
        ] {
            assert_eq!(doubt_of(kind, phrase, &[]), "fine", "{phrase}");
        }
    }

    #[test]
    fn phrases_that_find_nothing() {
        for (kind, phrase, except, expected) in [
            // What is read as a value of another kind cannot stand beside the hole.
            ("count", "<count> euros", &[][..], "never: 100,000 euros"),
            ("count", "<count> troops", &["troops"], "vetoed: 100,000 troops"),
            ("count", "<count> troops", &["<count> troops"], "vetoed: 100,000 troops"),
            ("count", "<count> (Selmian)? troops", &["Selmian"], "fine"),
        ] {
            assert!(
                doubt_of(kind, phrase, except).starts_with(expected),
                "{phrase}: {}",
                doubt_of(kind, phrase, except)
            );
        }
    }
}
