//! Rule tests: what each rule answers on its examples, what each topic finds in its own, and what no example reaches.

use super::{Progress, try_example};
use crate::{
    article::{self, MetadataLayer},
    claim::{self, FoundWords, Topic, Topics},
    finding::{Finding, Outcome, RulePlace},
    project::Project,
    report::{TestAnswer, TestedExample, TestedReport, TestedSubject, Unreached, UnreachedPart},
    rule::{
        Example, Rule, RuleSet, TopicAbout, TopicExample,
        sentence::{Clause, RuleSentence},
    },
    verify,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What is looked for beside the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestScope {
    /// Nothing.
    Examples,
    /// Also what no example reaches.
    Coverage,
}

/// What comes of the examples of a project's rules and topics; those of packs are under test already.
#[must_use]
pub fn tested(project: &Project, scope: TestScope, progress: Progress<'_>) -> TestedReport {
    let tester = Tester { project, rules: &project.rules };
    let own = || project.rules.rules.iter().filter(|rule| !rule.is_shipped);
    let mut tested: Vec<TestedSubject> = own()
        .map(|rule| {
            progress();
            tester.rule(rule)
        })
        .collect();
    tested.extend(tester.topics().map(|(topic, about)| tester.topic(topic, about)));
    let unreached = match scope {
        TestScope::Examples => Vec::new(),
        TestScope::Coverage => tester.unreached(&own().collect::<Vec<_>>()),
    };
    TestedReport { tested, unreached, diagnostics: Vec::new() }
}

struct Tester<'p> {
    project: &'p Project,
    rules: &'p RuleSet,
}

impl<'p> Tester<'p> {
    fn rule(&self, rule: &Rule) -> TestedSubject {
        let examples = rule.examples.iter().map(|example| self.example(rule, example)).collect();
        TestedSubject { name: rule.id.clone(), place: rule.place.clone(), examples }
    }

    fn example(&self, rule: &Rule, example: &Example) -> TestedExample {
        let finding = try_example(self.rules, rule, &example.articles, &self.project.lexicon);
        TestedExample {
            place: example.place.clone(),
            expected: TestAnswer::Answers(example.expected),
            answered: finding.as_ref().map(|finding| TestAnswer::Answers(answer(finding))),
            message: finding.map(|finding| finding.message).unwrap_or_default(),
            is_todo: example.is_todo,
            articles: example.articles.iter().map(|one| (one.group.clone(), one.text.clone())).collect(),
        }
    }

    /// The topics of the project's own files that have examples.
    fn topics(&self) -> impl Iterator<Item = (&'p Topic, &'p TopicAbout)> {
        let about = |topic: &Topic| self.rules.about.iter().find(|about| about.topic == topic.name());
        let own = self.rules.topics.iter().filter(|topic| topic.declared_at.is_some());
        own.filter_map(move |topic| Some((topic, about(topic)?))).filter(|(_, about)| !about.examples.is_empty())
    }

    fn topic(&self, topic: &Topic, about: &TopicAbout) -> TestedSubject {
        let place = place_of(topic);
        let topics = self.compiled(topic);
        let examples = about.examples.iter().map(|example| {
            let places: BTreeMap<(usize, usize), String> =
                found(&example.text, &topics, self.project).into_iter().map(|(at, words, _)| (at, words)).collect();
            TestedExample {
                place: place.clone(),
                expected: TestAnswer::Finds(example.found.clone()),
                answered: Some(TestAnswer::Finds(places.into_values().collect())),
                message: String::new(),
                is_todo: false,
                articles: vec![(None, example.text.clone())],
            }
        });
        TestedSubject { name: format!("topic {}", topic.name()), examples: examples.collect(), place }
    }

    fn compiled(&self, topic: &Topic) -> Topics {
        let story = topic.story.as_deref().unwrap_or("example");
        Topics::new([topic], Arc::new(self.rules.spellings(story)), &self.project.lexicon)
    }

    /// The clauses of a sentence of several that hold in no example of the rule, or fail in none.
    fn unreached_clauses(&self, rule: &Rule) -> Vec<Unreached> {
        let clauses: Vec<&Clause> = rule.tree.clauses().collect();
        if clauses.len() < 2 {
            return Vec::new();
        }
        let answers = |clause: &Clause| -> BTreeSet<Outcome> {
            let alone = Rule { tree: RuleSentence::of_clause(clause), ..rule.clone() };
            let examples = rule.examples.iter().filter(|example| !example.is_todo);
            let found =
                examples.filter_map(|one| try_example(self.rules, &alone, &one.articles, &self.project.lexicon));
            found.map(|finding| answer(&finding)).collect()
        };
        let missing = clauses.into_iter().flat_map(|clause| {
            let known = answers(clause);
            let missing = [Outcome::Pass, Outcome::Fail].into_iter().filter(move |outcome| !known.contains(outcome));
            missing.map(move |outcome| (clause.to_string(), outcome))
        });
        let told = missing.map(|(clause, outcome)| Unreached {
            place: rule.place.clone(),
            what: UnreachedPart::Clause { rule: rule.id.clone(), clause, outcome },
        });
        told.collect()
    }

    /// The rules without an example of a pass or of a failure, their clauses, and the phrases that find nothing in any example.
    fn unreached(&self, rules: &[&Rule]) -> Vec<Unreached> {
        let mut unreached = Vec::new();
        for rule in rules {
            for outcome in [Outcome::Pass, Outcome::Fail] {
                if !rule.examples.iter().any(|example| example.expected == outcome && !example.is_todo) {
                    let what = UnreachedPart::Answer { rule: rule.id.clone(), outcome };
                    unreached.push(Unreached { place: rule.place.clone(), what });
                }
            }
        }
        unreached.extend(rules.iter().flat_map(|rule| self.unreached_clauses(rule)));
        let of_rules = rules.iter().flat_map(|rule| &rule.examples).flat_map(|example| &example.articles);
        let of_topics =
            self.topics().flat_map(|(_, about)| &about.examples).map(|example: &TopicExample| &*example.text);
        let texts: Vec<&str> = of_rules.map(|article| &*article.text).chain(of_topics).collect();
        for topic in self.rules.topics.iter().filter(|topic| topic.declared_at.is_some()) {
            let topics = self.compiled(topic);
            let reached: BTreeSet<String> =
                texts.iter().flat_map(|text| found(text, &topics, self.project)).map(|(_, _, phrase)| phrase).collect();
            let missing = topic.patterns.iter().filter(|pattern| !reached.contains(&pattern.phrase.source));
            unreached.extend(missing.map(|pattern| Unreached {
                place: place_of(topic),
                what: UnreachedPart::Phrase {
                    topic: topic.name().to_string(),
                    phrase: pattern.phrase.source.to_string(),
                },
            }));
        }
        unreached
    }
}

/// What a finding answers: where it had nothing to compare, that.
fn answer(finding: &Finding) -> Outcome {
    let is_empty = finding.reasons.iter().any(|reason| reason == verify::NO_EVIDENCE);
    if is_empty { Outcome::NoEvidence } else { finding.outcome }
}

/// What the topics find in a text: where, by which phrase, and the words.
fn found(text: &str, topics: &Topics, project: &Project) -> Vec<((usize, usize), String, String)> {
    let layer = MetadataLayer::default();
    let (article, _) = article::read("example.txt", text.as_bytes().to_vec(), &layer, &project.lexicon);
    let Some(article) = article else { return Vec::new() };
    let inspected = claim::inspect(&article, topics).into_iter().flat_map(|inspection| inspection.found);
    let words = |one: &FoundWords| article.text.get(one.start..one.end).unwrap_or_default().to_string();
    inspected.map(|one| ((one.start, one.end), words(&one), one.phrase)).collect()
}

fn place_of(topic: &Topic) -> RulePlace {
    let place = topic.declared_at.as_ref();
    let place = place.map(|place| RulePlace { file: place.file.clone(), line: place.line, column: place.column });
    place.unwrap_or_default()
}
