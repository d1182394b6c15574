//! What the words of a sentence stand for, piece by piece: topics with their phrases, predicates, values, parts, conditions.

use super::sentence::{Clause, Requirement, RuleSentence};
use crate::{
    claim::{Matter, Section, Topic, topic::Develops},
    placing::{DateReference, Position, Tolerance},
    predicate::{Given, Literal, Sense},
    saying,
    table::Subject,
    value::{Content, Distance, Kind},
};
use std::ops::Range;

/// A piece of a sentence, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentencePiece {
    /// Its bytes in the canonical text.
    pub place: Range<usize>,
    /// Its words.
    pub words: String,
    /// What it is: "topic", "predicate", "tolerance".
    pub sort: &'static str,
    /// What it stands for, a line each.
    pub means: Vec<String>,
}

/// The pieces of a sentence in its canonical text, in order.
#[must_use]
pub fn pieces(sentence: &RuleSentence, topics: &[Topic]) -> Vec<SentencePiece> {
    let text = sentence.to_string();
    let mut reading = SentenceReading { text: &text, at: 0, topics, pieces: Vec::new() };
    if let Some(when) = &sentence.when {
        let means = "where this does not hold, the rule asks nothing";
        reading.piece("when", "condition", vec![means.to_string()]);
        reading.requirement(when);
    }
    reading.requirement(&sentence.requirement);
    if let Some(unless) = &sentence.unless {
        reading.piece("unless", "exception", vec!["where this holds, the rule asks nothing".to_string()]);
        reading.requirement(unless);
    }
    reading.pieces
}

/// What a topic is: its kind, what narrows it, and the phrases that find it, a line each.
#[must_use]
pub fn of_topic(topic: &Topic) -> Vec<String> {
    let mut lines = vec![format!("kind: {}", topic.kind)];
    let names = topic.choices();
    for pattern in &topic.patterns {
        match &pattern.choice {
            Some(choice) if names.len() > 1 => lines.push(format!("phrase: {} = {choice}", pattern.phrase.source)),
            Some(_) | None => lines.push(format!("phrase: {}", pattern.phrase.source)),
        }
    }
    lines.extend(topic.except.iter().map(|veto| format!("except: {}", veto.source)));
    lines.extend(topic.not_near.iter().map(|veto| format!("not near: {}", veto.source)));
    lines.extend(topic.about.iter().map(|name| format!("about: {}", name.source)));
    if let Some(parts) = &topic.parts {
        let names: Vec<&str> = parts.iter().map(|part| part.name()).collect();
        lines.push(format!("in: {}", names.join(", ")));
    }
    lines.extend(topic.of.iter().map(|of| format!("of: {of}")));
    lines.extend(topic.unit.iter().map(|unit| format!("unit: {unit}")));
    lines.extend(topic.develops.map(|way| match way {
        Develops::Up => "develops: up".to_string(),
        Develops::Down => "develops: down".to_string(),
    }));
    lines
}

struct SentenceReading<'a> {
    text: &'a str,
    /// Where the next piece is looked for.
    at: usize,
    topics: &'a [Topic],
    pieces: Vec<SentencePiece>,
}

impl SentenceReading<'_> {
    /// Keeps the next place of some words of the canonical text.
    fn piece(&mut self, words: &str, sort: &'static str, means: Vec<String>) {
        let Some(found) = self.text.get(self.at..).and_then(|rest| rest.find(words)) else { return };
        let start = self.at + found;
        self.at = start + words.len();
        self.pieces.push(SentencePiece { place: start..self.at, words: words.to_string(), sort, means });
    }

    fn requirement(&mut self, requirement: &Requirement) {
        for (index, clauses) in requirement.alternatives.iter().enumerate() {
            if index > 0 {
                self.piece("or", "joined", vec!["one of the two must hold".to_string()]);
            }
            for (index, clause) in clauses.iter().enumerate() {
                if index > 0 {
                    self.piece("and", "joined", vec!["both must hold".to_string()]);
                }
                self.clause(clause);
            }
        }
    }

    fn clause(&mut self, clause: &Clause) {
        self.subject(&clause.subject);
        if let Some(only) = &clause.subject.scope.only {
            let means = "only articles of this group, source or path".to_string();
            self.piece(only, "articles", vec![means]);
        }
        match clause.sense {
            Sense::Plain => {}
            Sense::Denied => self.piece("not", "denial", vec!["what follows must not hold".to_string()]),
        }
        self.predicate(clause);
        for name in &clause.subject.scope.except {
            self.piece(name, "articles", vec!["not articles of this group, source or path".to_string()]);
        }
    }

    fn subject(&mut self, subject: &Subject) {
        let whole = subject.clone().within(None);
        let (sort, means) = match &subject.id.matter {
            Matter::Topic(name) => {
                let topic = self.topics.iter().find(|topic| topic.name() == &**name);
                ("topic", topic.map(of_topic).unwrap_or_default())
            }
            Matter::Every(every) => ("every", vec![format!("each {} of each article, without a phrase", every.noun())]),
            Matter::Property(property) => ("property", vec![format!("the {} that each article has", property.name())]),
        };
        self.piece(&whole.to_string(), sort, means);
        if let Some(section) = subject.id.section {
            self.piece(&format!("in {}", section.name()), "part", vec![in_section(section)]);
        }
    }

    /// The predicate's own words, without the values and topics in it, which are pieces of their own.
    fn predicate(&mut self, clause: &Clause) {
        let whole = clause.predicate.to_string();
        let whole = match clause.sense {
            Sense::Denied => whole.strip_prefix("is ").unwrap_or(&whole).to_string(),
            Sense::Plain => whole,
        };
        let given = clause.predicate.given();
        let operands: Vec<Subject> = clause
            .predicate
            .operands(&clause.subject)
            .into_iter()
            .filter(|it| whole.contains(&it.to_string()))
            .collect();
        let first = (given.iter().map(|given| words_of(given)))
            .chain(operands.iter().map(ToString::to_string))
            .filter_map(|words| whole.find(&words))
            .min();
        let own = first.map_or(whole.as_str(), |end| whole.get(..end).unwrap_or_default()).trim();
        self.piece(own, "predicate", vec![clause.predicate.asks().to_string()]);
        for given in &given {
            let (sort, means) = meaning(given, clause.subject.kind);
            self.piece(&words_of(given), sort, means);
        }
        for operand in &operands {
            self.subject(operand);
        }
    }
}

fn in_section(section: Section) -> String {
    match section {
        Section::Quotations => "only between quotation marks".to_string(),
        Section::Body
        | Section::Captions
        | Section::Corrections
        | Section::Headline
        | Section::Lead
        | Section::Links
        | Section::Placeholders
        | Section::Subheadings => {
            format!("only what stands in the {} of an article", section.name())
        }
    }
}

fn words_of(given: &Given<'_>) -> String {
    match given {
        Given::Value(literal) => literal.to_string(),
        Given::Distance(words) => (*words).to_string(),
        Given::Tolerance(words, _) => format!("within {words}"),
    }
}

/// What a value or a distance of a sentence means.
fn meaning(given: &Given<'_>, kind: Kind) -> (&'static str, Vec<String>) {
    match given {
        Given::Value(literal) => {
            let means = of_value(literal);
            ("value", if means == literal.words { Vec::new() } else { vec![means] })
        }
        Given::Distance(words) => ("distance", vec![format!("{words} before or behind, both ends in")]),
        Given::Tolerance(words, width) => ("tolerance", vec![of_tolerance(words, width, kind)]),
    }
}

fn of_value(literal: &Literal) -> String {
    let needs_day = match &literal.value.content {
        Content::Date(date) => date.resolve(DateReference::Nothing).is_err(),
        Content::Amount(_) | Content::Time(_) | Content::Word(_) => false,
    };
    match &literal.position {
        _ if needs_day => "counted from the day of publication of each article".to_string(),
        Position::Indeterminate(why) => format!("placed beside each claim ({why})"),
        position => saying::describe(literal.value.kind, position),
    }
}

fn of_tolerance(words: &str, width: &Tolerance, kind: Kind) -> String {
    match width {
        Tolerance::Percent(_) => format!("one stretch of {words} of the largest value touches every claim"),
        Tolerance::Amount(1.0) if kind.facts().distance == Distance::Days => {
            "one stretch of 1 day touches every claim".to_string()
        }
        Tolerance::Amount(days) if kind.facts().distance == Distance::Days => {
            format!("one stretch of {days} days touches every claim")
        }
        Tolerance::Amount(_) => format!("one stretch of {words} touches every claim"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{claim::SubjectId, lexicon::Lexicon, rule::sentence};

    /// "n (topic: kind: count)", a piece each.
    fn shown(sentence: &str) -> Vec<String> {
        let topic = |name: &str, kind: &str| Topic::new(SubjectId::topic(name), Kind::find(kind).unwrap());
        let topics = [topic("n", "count"), topic("length", "duration"), topic("call", "date"), topic("talks", "date")];
        let named = sentence::KnownTopics::new(&topics);
        let tree = sentence::parse(sentence, &named, Lexicon::english()).unwrap();
        let canonical = tree.to_string();
        let shown = |piece: SentencePiece| {
            assert_eq!(canonical.get(piece.place.clone()), Some(piece.words.as_str()));
            format!("{} ({}: {})", piece.words, piece.sort, piece.means.join(", "))
        };
        pieces(&tree, &topics).into_iter().map(shown).collect()
    }

    #[test]
    fn every_word_has_its_meaning() {
        let cases: &[(&str, &[&str])] = &[
            (
                "length consistent across sources within 5 minutes",
                &[
                    "length (topic: kind: duration)",
                    "consistent across sources (predicate: one value satisfies the claims of every source)",
                    "within 5 minutes (tolerance: one stretch of 5 minutes touches every claim)",
                ],
            ),
            (
                "length is about 50 minutes",
                &[
                    "length (topic: kind: duration)",
                    "is (predicate: every claim can be the value)",
                    "about 50 minutes (value: 45 to 55 minutes)",
                ],
            ),
            (
                "talks within 3 days of call",
                &[
                    "talks (topic: kind: date)",
                    "within (predicate: every claim lies, or may lie, no further away than that)",
                    "3 days (distance: 3 days before or behind, both ends in)",
                    "call (topic: kind: date)",
                ],
            ),
            (
                "when call in headline cited, n not at least 5 unless every time has a zone",
                &[
                    "when (condition: where this does not hold, the rule asks nothing)",
                    "call (topic: kind: date)",
                    "in headline (part: only what stands in the headline of an article)",
                    "cited in every source (predicate: sources give a value, whichever it is; silence counts by source)",
                    "n (topic: kind: count)",
                    "not (denial: what follows must not hold)",
                    "at least (predicate: every claim meets the bound; it fails only where no value of the claim does)",
                    "5 (value: )",
                    "unless (exception: where this holds, the rule asks nothing)",
                    "every time (every: each time of each article, without a phrase)",
                    "has a zone (predicate: each clock time names its zone)",
                ],
            ),
        ];
        for (sentence, expected) in cases {
            assert_eq!(shown(sentence), *expected, "{sentence}");
        }
    }
}
