//! Which forms of predicates can be asked of a subject.

use super::KnownTopics;
use crate::{article::Property, claim::Every, lexicon::Lexicon, predicate, value::Kind};

/// The kind of a subject's values, as a sentence names it.
pub fn kind_of(subject: &str, topics: &KnownTopics<'_>) -> Option<Kind> {
    let property = || Property::find(subject).map(Property::kind);
    let every = || subject.strip_prefix("every ").and_then(Every::find).map(Every::kind);
    topics.find(subject).map(|topic| topic.kind).or_else(property).or_else(every)
}

/// The forms of predicates that can be asked of a subject: those that read when something fills their blanks.
pub fn fitting_forms<'s>(
    subject: &'s str,
    topics: &'s KnownTopics<'s>,
    lexicon: &'s Lexicon,
) -> impl Iterator<Item = &'static str> + 's {
    let kind = kind_of(subject, topics).unwrap_or(Kind::TEXT);
    let example = move |form: &str| -> Option<String> {
        let facts = kind.facts();
        let choice = topics.choices(subject).and_then(|choices| choices.all.first().copied());
        let value = choice.unwrap_or(facts.example);
        let mut others = topics.of_kind(kind).iter().filter(|other| other.name() != subject);
        let mut filled = form.replace("DATE or TOPIC", facts.example).replace("PROPERTY", "publication date");
        for (blank, example) in [("VALUE", Some(value)), ("TOLERANCE", facts.tolerance), ("DURATION", Some("3 days"))] {
            if filled.contains(blank) {
                filled = filled.replace(blank, example?);
            }
        }
        while filled.contains("TOPIC") {
            filled = filled.replacen("TOPIC", others.next()?.name(), 1);
        }
        Some(format!("{subject} {}", filled.replace("WEEKDAY", "Monday")))
    };
    let reads = move |form: &&'static str| {
        example(form).is_some_and(|sentence| super::meaning(&sentence, topics, lexicon).is_ok())
    };
    predicate::forms().filter(reads)
}
