//! Examples of a rule: articles, and what it must answer on them.

use crate::{
    finding::{Outcome, RulePlace},
    yaml::{FileReading, Mapping, Node, NodeShape, Scalar},
};

/// The keys of `examples`.
pub(super) const KEYS: &[&str] = &["pass", "fail", "no evidence", "todo"];

/// What the keys ask of the rule.
const ANSWERS: &[(&str, Outcome)] =
    &[("pass", Outcome::Pass), ("fail", Outcome::Fail), ("no evidence", Outcome::NoEvidence)];

/// The articles of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What the rule must answer.
    pub expected: Outcome,
    /// Whether it is known that the rule does not answer so yet.
    pub is_todo: bool,
    /// Where it stands.
    pub place: RulePlace,
    /// Each article, in the order written.
    pub articles: Vec<ExampleArticle>,
}

/// An article of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleArticle {
    /// The group it is in: `summary`.
    pub group: Option<String>,
    /// Its text, as a file holds it: front matter at the top, if it needs any.
    pub text: String,
}

/// Reads `examples` of a rule: under what it must answer one example, or a list of them; under `todo` the same keys.
pub(super) fn read<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<Example> {
    let help = "write `examples:` and below it `  pass: [\"...\"]` and `  fail: [\"...\"]`";
    let Some(mapping) = reading.mapping(node, "`examples`", help) else { return Vec::new() };
    let fields = reading.fields(mapping, "`examples`", KEYS);
    let mut found = Vec::new();
    for (key, expected) in ANSWERS {
        found.extend(fields.get(key).into_iter().flat_map(|node| examples(reading, node, *expected)));
    }
    let help = "write what the rule should answer, as in `todo: {fail: [\"...\"]}`";
    let gaps = fields.get("todo").and_then(|node| reading.mapping(node, "`todo`", help));
    if let Some(gaps) = gaps {
        let keys: Vec<&str> = ANSWERS.iter().map(|(key, _)| *key).collect();
        let fields = reading.fields(gaps, "`todo` of examples", &keys);
        for (key, expected) in ANSWERS {
            let known = fields.get(key).into_iter().flat_map(|node| examples(reading, node, *expected));
            found.extend(known.map(|example| Example { is_todo: true, ..example }));
        }
    }
    found
}

/// One, or a list of them. An example is the text of an article, a list of several, or a mapping of groups to them.
fn examples<'d>(reading: &mut FileReading<'d>, node: &'d Node, expected: Outcome) -> Vec<Example> {
    match &node.shape {
        NodeShape::List(list) => list.items.iter().filter_map(|item| example(reading, item, expected)).collect(),
        NodeShape::Scalar(scalar) if scalar.is_absent() => Vec::new(),
        NodeShape::Scalar(_) | NodeShape::Mapping(_) => example(reading, node, expected).into_iter().collect(),
    }
}

fn example<'d>(reading: &mut FileReading<'d>, node: &'d Node, expected: Outcome) -> Option<Example> {
    let articles = match &node.shape {
        NodeShape::Mapping(mapping) if names_groups(mapping) => mapping
            .entries
            .iter()
            .flat_map(|entry| articles(reading, &entry.value, Some(entry.key.value.trim())))
            .collect(),
        NodeShape::Scalar(_) | NodeShape::Mapping(_) | NodeShape::List(_) => articles(reading, node, None),
    };
    let at = reading.document.line_column(node.used_at());
    let place = RulePlace { file: reading.document.file.clone(), line: at.line, column: at.column };
    Some(Example { expected, is_todo: false, place, articles }).filter(|example| !example.articles.is_empty())
}

fn articles<'d>(reading: &mut FileReading<'d>, node: &'d Node, group: Option<&str>) -> Vec<ExampleArticle> {
    let article =
        |text: &Scalar| ExampleArticle { group: group.map(str::to_string), text: text.value.trim().to_string() };
    reading.texts(node, "an example").into_iter().map(article).collect()
}

/// Whether the keys can be names of groups. What has blanks in it is a text with a colon, which YAML read as a mapping.
fn names_groups(mapping: &Mapping) -> bool {
    mapping.entries.iter().all(|entry| !entry.key.value.trim().contains(char::is_whitespace))
}
