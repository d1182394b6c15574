//! What accepts findings: `suppress:` of a rule, and `suppressions:` of a configuration.

use crate::{
    article::ArticleGlob,
    claim::Fingerprint,
    diagnostic::code,
    finding::{SuppressedArticles, SuppressedBy, Suppression},
    yaml::{
        Fields, FileReading, Mapping, Node, NodeShape,
        schema::{self, Described, mapping},
    },
};
use chrono::NaiveDate;
use serde_json::{Value as Json, json};

/// What has suppressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuppressionOf {
    /// A rule, which needs not be named.
    Rule,
    /// A configuration.
    Project,
}

/// The keys of a suppression in a configuration; in a rule all but the first.
const KEYS: &[&str] = &["rule", "article", "source", "fingerprint", "value", "reason", "owner", "expires"];

/// What each means.
const DESCRIBED: &[Described] = &[
    ("rule", "The id of the rule.", schema::text),
    ("article", "The article that it is about, by file or glob.", schema::texts),
    ("source", "The source that it is about.", schema::text),
    ("fingerprint", "The only finding that it is about.", schema::text),
    ("value", "The value at which it is accepted: with another it is a failure again.", schema::text),
    ("reason", "Why it is accepted.", schema::text),
    ("owner", "Who answers for it.", schema::text),
    ("expires", "The last day on which it is accepted: 2031-05-09.", schema::text),
];

/// How one is written.
const HELP: &str = "write `- { rule: toll, source: Quill, reason: they count the missing }`";

impl SuppressionOf {
    /// The keys.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Rule => KEYS.get(1..).unwrap_or_default(),
            Self::Project => KEYS,
        }
    }

    /// The keys that must be there.
    fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Rule => &["reason"],
            Self::Project => &["rule", "reason"],
        }
    }

    fn by(self) -> SuppressedBy {
        match self {
            Self::Rule => SuppressedBy::Rule,
            Self::Project => SuppressedBy::Project,
        }
    }
}

/// The shape of a list of them.
#[must_use]
pub fn schema(of: SuppressionOf) -> Json {
    let one = mapping(of.keys(), of.needed(), DESCRIBED);
    json!({"anyOf": [one, {"type": "array", "items": one}]})
}

/// Reads `suppress:` of a rule; whoever knows the rule names it.
pub fn of_rule<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<Suppression> {
    all(reading, node, SuppressionOf::Rule)
}

/// Reads `suppressions:` of a configuration.
pub fn of_project<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<Suppression> {
    all(reading, node, SuppressionOf::Project)
}

fn all<'d>(reading: &mut FileReading<'d>, node: &'d Node, of: SuppressionOf) -> Vec<Suppression> {
    let one = |reading: &mut FileReading<'d>, node: &'d Node| {
        let mapping = reading.mapping(node, "a suppression", HELP)?;
        one(reading, node, mapping, of)
    };
    match &node.shape {
        NodeShape::List(list) => list.items.iter().filter_map(|item| one(reading, item)).collect(),
        NodeShape::Mapping(_) => one(reading, node).into_iter().collect(),
        NodeShape::Scalar(_) => {
            reading.wrong_shape(node, "suppressions", "a list of mappings", HELP);
            Vec::new()
        }
    }
}

/// One suppression; nothing where something is wrong with it, because what it is about is not known then.
fn one<'d>(
    reading: &mut FileReading<'d>,
    node: &'d Node,
    mapping: &'d Mapping,
    of: SuppressionOf,
) -> Option<Suppression> {
    let errors = reading.errors();
    let fields = reading.fields(mapping, "a suppression", of.keys());
    let place = reading.document.diagnostic_place(reading.document.first_line(node.used_at()));
    for key in of.needed().iter().filter(|key| fields.get(key).is_none() && !fields.is_misnamed(key)) {
        missing(reading, &fields, mapping, key);
    }
    let mut text = |key: &str| {
        let node = fields.get(key).filter(|_| !fields.is_cut(key))?;
        Some(reading.text(node, &format!("`{key}`"))?.value.trim().to_string())
    };
    let [rule, source, value, reason, owner] = ["rule", "source", "value", "reason", "owner"].map(&mut text);
    let articles = fields.get("article").map(|node| globs(reading, node));
    let fingerprint = fields.get("fingerprint").and_then(|node| fingerprint(reading, node));
    let expires = fields.get("expires").and_then(|node| day(reading, node));
    (reading.errors() == errors).then(|| Suppression {
        by: of.by(),
        rule: rule.unwrap_or_default(),
        rule_place: None,
        articles: articles.map_or(SuppressedArticles::All, SuppressedArticles::Matching),
        source,
        fingerprint,
        value,
        reason: reason.unwrap_or_default(),
        owner,
        expires,
        place,
    })
}

fn missing(reading: &mut FileReading<'_>, fields: &Fields<'_>, mapping: &Mapping, key: &str) {
    let (message, help) = if key == "reason" {
        ("the suppression has no reason", "add `reason: ` and why this is accepted: who reads it later has to know")
    } else {
        ("the suppression names no rule", "add `rule: ` and the id of the rule, as the finding shows it in brackets")
    };
    let at = fields.entry(key).or_else(|| mapping.entries.first()).map(|entry| reading.words(&entry.key));
    reading.mistake(code::BAD_SUPPRESSION, at.unwrap_or_default(), message, help);
}

fn globs<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<ArticleGlob> {
    let mut globs = Vec::new();
    for scalar in reading.texts(node, "`article`") {
        match ArticleGlob::new(scalar.value.trim()) {
            Ok(glob) => globs.push(glob),
            Err(why) => {
                let message = format!("`{}` is no glob: {why}", scalar.value.trim());
                let help = "`*` is any part of a name, `**` any folders, `[ab]` and `{a,b}` one of several";
                reading.mistake(code::BAD_GLOB, reading.words(scalar), message, help);
            }
        }
    }
    globs
}

fn fingerprint<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Option<Fingerprint> {
    let scalar = reading.text(node, "`fingerprint`")?;
    let read = scalar.value.trim().parse();
    if let Err(why) = &read {
        let help = format!("copy it from the finding, as `crosscheck check --verbose` shows it: {why}");
        let message = format!("`{}` is no fingerprint", scalar.value.trim());
        reading.mistake(code::BAD_SUPPRESSION, reading.words(scalar), message, help);
    }
    read.ok()
}

fn day<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Option<NaiveDate> {
    let scalar = reading.text(node, "`expires`")?;
    let read = date(scalar.value.trim());
    if read.is_none() {
        let message = format!("`{}` is no day", scalar.value.trim());
        let help = "write the last day on which it is accepted as year, month and day: `2031-05-09`";
        reading.mistake(code::BAD_SUPPRESSION, reading.words(scalar), message, help);
    }
    read
}

/// A day as it is written here, `2031-05-09`.
///
/// ```
/// use crosscheck::rooms::rule::suppression::date;
/// assert!(date("2031-05-09").is_some());
/// assert!(["2031-5-9", "9.5.2031", "2031-02-30", "+2031-05-09", ""].iter().all(|text| date(text).is_none()));
/// ```
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    let is_whole = text.len() == "2031-05-09".len() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_described() {
        let names: Vec<&str> = DESCRIBED.iter().map(|(name, ..)| *name).collect();
        assert_eq!(names, KEYS);
    }
}
