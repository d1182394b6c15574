//! The JSON Schema of rule files, for editors. Keys and words are those of the readers' own tables.

use super::{OnNoEvidence, about, draft, example, file, narrow, pack, suppression, topics};
use crate::{
    text::Part,
    value::Kind,
    yaml::schema::{self, Described, mapping, titled},
};
use serde_json::{Value as Json, json};

/// The schema of a rule file.
#[must_use]
pub fn schema() -> Json {
    let about = "Topics that articles make claims on, and rules about them.";
    let mut schema = titled("Crosscheck rules", about, mapping(file::KEYS, &[], FILE));
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$defs".into(), json!({"topic": topic(), "rule": rule()}));
    }
    schema
}

const FILE: &[Described] = &[
    ("story", "The only story that the file is for. Left out: every story.", schema::text),
    ("include", "Rule files of your own to add, by their path from this file.", schema::texts),
    ("use", "Packs of rules to add, and what is changed in them.", uses),
    (
        "facts",
        "Where a data file (YAML, JSON, CSV) has the value of a topic: price: facts.yaml#plans.pro.monthly",
        || schema::named(&schema::text()),
    ),
    ("topics", "What claims are about: a name, and what finds the claims.", || {
        schema::named(&json!({"$ref": "#/$defs/topic"}))
    }),
    ("names", "Spellings of one name: what is written so is one.", || schema::named(&schema::texts())),
    ("words", "Lists of words, used in phrases as $name.", || schema::named(&schema::texts())),
    (
        "rules",
        "What is asked of the claims: one sentence a rule, each after `- `.",
        || json!({"type": "array", "items": {"anyOf": [schema::text(), {"$ref": "#/$defs/rule"}]}}),
    ),
];

fn topic() -> Json {
    let mut topic = mapping(topics::KEYS, &["kind"], TOPIC);
    let is_choice =
        json!({"properties": {"kind": {"const": Kind::of(&crate::kind::CHOICE).name()}}, "required": ["kind"]});
    if let Some(topic) = topic.as_object_mut() {
        topic.insert("if".into(), is_choice);
        topic.insert("then".into(), json!({"required": ["choices"], "not": {"required": ["phrases"]}}));
        topic.insert("else".into(), json!({"required": ["phrases"], "not": {"required": ["choices"]}}));
    }
    topic
}

const TOPIC: &[Described] = &[
    ("kind", "What its values are: a duration, a date, ...", || schema::one_of(Kind::all().map(Kind::name))),
    ("why", "A line on what it is about, or why it is there.", schema::text),
    ("phrases", "How a report says it, with a hole for the value: `call lasted <duration>`.", schema::texts),
    ("choices", "For the kind choice: what an article can say, each with its phrases.", || {
        schema::named(&schema::texts())
    }),
    ("except", "Phrases that veto: with a hole that value, without one its whole sentence.", schema::texts),
    ("not near", "Phrases that veto also where they stand one sentence before.", schema::texts),
    ("about", "Whose its values must be: names. Left out: anybody's.", schema::texts),
    ("in", "The parts of an article that claims are taken from.", || {
        let part = schema::one_of(Part::ALL.iter().map(|part| part.name()));
        json!({"anyOf": [part, {"type": "array", "items": part}]})
    }),
    ("unit", "The unit that values must have, or convert to.", schema::text),
    ("of", "The thing that values must count.", schema::text),
    ("develops", "The way in which later figures may differ: `up` for a death toll.", || {
        schema::one_of(narrow::DIRECTIONS.iter().map(|(name, _)| *name))
    }),
    ("said by", "Whose word it is.", schema::texts),
    ("examples", "Texts that show what it finds, and what not.", || mapping(about::EXAMPLES, &[], TOPIC_EXAMPLE)),
];

const TOPIC_EXAMPLE: &[Described] = &[
    ("finds", "Texts with angle brackets around what it finds: `<Nine> people died.`", schema::texts),
    ("finds nothing", "Texts in which it finds nothing.", schema::texts),
];

fn rule() -> Json {
    mapping(draft::KEYS, &["rule"], RULE)
}

const RULE: &[Described] = &[
    ("id", "The rule's name in the output. Left out: the words of the sentence with hyphens.", schema::text),
    ("rule", "The sentence: `call length consistent across sources within 5 minutes`.", schema::text),
    ("severity", "How much a failure weighs. Left out: error.", || {
        schema::one_of(draft::SEVERITIES.iter().map(|(name, _)| *name))
    }),
    ("why", "A line for the reader of the finding.", schema::text),
    ("tags", "Words to sort by.", schema::texts),
    ("examples", "Texts that show what the rule is for.", || mapping(example::KEYS, &[], EXAMPLE)),
    ("on no evidence", "What it counts as that there was nothing to compare. Left out: warn.", || {
        schema::one_of(OnNoEvidence::NAMES.iter().map(|(name, _)| *name))
    }),
    ("suppress", "Findings of it that are accepted, each with a reason.", || {
        suppression::schema(suppression::SuppressionOf::Rule)
    }),
];

const EXAMPLE: &[Described] = &[
    ("pass", "Articles on which the rule passes.", examples),
    ("fail", "Articles on which it fails.", examples),
    ("no evidence", "Articles in which it finds nothing to compare.", examples),
    ("todo", "The same for what the rule does not answer yet, and should.", || {
        let answers = ["pass", "fail", "no evidence"].map(|key| (key.to_string(), examples()));
        json!({"type": "object", "properties": Json::Object(answers.into_iter().collect()), "additionalProperties": false})
    }),
];

/// An example or a list of them: the text of an article, a list of several, or a mapping of groups to them.
fn examples() -> Json {
    let groups = schema::named(&schema::texts());
    json!({"anyOf": [schema::text(), groups, {"type": "array", "items": {"anyOf": [schema::texts(), groups]}}]})
}

/// What `use` takes, in a rule file and in a configuration.
#[must_use]
pub fn uses() -> Json {
    let pack = json!({"anyOf": [pack_names(), mapping(pack::KEYS, &["pack"], PACK)]});
    json!({"anyOf": [pack, {"type": "array", "items": pack}]})
}

const PACK: &[Described] = &[
    ("pack", "Its name.", pack_names),
    ("severity", "The severity of all its rules.", || schema::one_of(draft::SEVERITIES.iter().map(|(name, _)| *name))),
    ("on no evidence", "What it counts as, for all its rules, that there was nothing to compare.", || {
        schema::one_of(OnNoEvidence::NAMES.iter().map(|(name, _)| *name))
    }),
    ("rules", "The severity of single rules by their ids; `off` takes one out.", || {
        schema::named(&schema::one_of(draft::SEVERITIES.iter().map(|(name, _)| *name).chain([pack::OFF])))
    }),
];

fn pack_names() -> Json {
    schema::one_of(pack::ALL.iter().map(|pack| pack.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_described() {
        for (keys, described) in [
            (file::KEYS, FILE),
            (topics::KEYS, TOPIC),
            (about::EXAMPLES, TOPIC_EXAMPLE),
            (draft::KEYS, RULE),
            (example::KEYS, EXAMPLE),
            (pack::KEYS, PACK),
        ] {
            let names: Vec<&str> = described.iter().map(|(name, ..)| *name).collect();
            assert_eq!(names, keys);
        }
    }
}
