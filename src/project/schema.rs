//! The JSON Schema of `crosscheck.yaml`, for editors. Keys and words are those of the readers' own tables.

use super::{configuration, metadata};
use crate::{
    rule::{OnNoEvidence, suppression, uses_schema},
    yaml::schema::{self, Described, mapping, titled},
};
use serde_json::{Value as Json, json};

/// The schema of a configuration.
#[must_use]
pub fn schema() -> Json {
    let about = "Which rules, which articles, and what is known of them. Paths are relative to this file.";
    titled("Crosscheck project", about, mapping(configuration::KEYS, &[], CONFIGURATION))
}

const CONFIGURATION: &[Described] = &[
    ("rules", "Rule files, or folders of them.", schema::texts),
    ("use", "Packs of rules to add, and what is changed in them.", uses_schema),
    ("stories", "The stories: a name, and the articles. Left out: each folder with articles is one.", || {
        let described: Vec<Described> = std::iter::once(ARTICLES).chain(METADATA.iter().copied()).collect();
        let whole = mapping(&configuration::story_keys(), &[], &described);
        schema::named(&json!({"anyOf": [schema::text(), {"type": "array", "items": schema::text()}, whole]}))
    }),
    ("articles", "What is known of articles, by file or glob; the later wins a key.", || {
        schema::named(&mapping(metadata::KEYS, &[], METADATA))
    }),
    ("on no evidence", "What it counts as that there was nothing to compare. Left out: warn.", || {
        schema::one_of(OnNoEvidence::NAMES.iter().map(|(name, _)| *name))
    }),
    ("fail-on", "The least severity at which a failed rule makes the exit code 1. Left out: error.", || {
        schema::one_of(configuration::FAIL_ON.iter().map(|(name, _)| *name))
    }),
    (
        "lexicon",
        "A file that replaces entries of the shipped hedges and vague words; or `acled`, or `conservative`.",
        schema::text,
    ),
    ("suppressions", "Findings that are accepted, each with a reason.", || {
        suppression::schema(suppression::SuppressionOf::Project)
    }),
];

const ARTICLES: Described = ("articles", "Files or globs: `*` is any part of a name, `**` any folders.", schema::texts);

const METADATA: &[Described] = &[
    ("source", "The outlet.", schema::text),
    ("published", "The day of publication: 2024-05-02.", schema::text),
    ("timezone", "The time zone, by its name in the IANA list, or an offset: Europe/Kyiv, +03:00.", schema::text),
    ("title", "The headline.", schema::text),
    ("url", "The address.", schema::text),
    ("byline", "Who wrote it.", schema::text),
    ("agency", "Whose text it is: articles of one agency are one origin.", schema::text),
    ("group", "A name for a group of articles.", schema::text),
    ("language", "Two letters: en.", schema::text),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_described() {
        let names = |described: &[Described]| described.iter().map(|(name, ..)| *name).collect::<Vec<_>>();
        assert_eq!(names(CONFIGURATION), configuration::KEYS);
        assert_eq!(names(METADATA), metadata::KEYS);
        assert_eq!(configuration::story_keys().first(), Some(&ARTICLES.0));
    }
}
