//! Examples of a rule: articles on which it must pass, and articles on which it must fail.

use crate::yaml::{FileReading, Mapping, Node, NodeShape, Scalar};

/// The articles of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
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

/// Reads the examples under `pass` or `fail`: one, or a list of them. An example is the text of an article, a list of
/// several, or a mapping of groups to them.
pub(super) fn examples<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<Example> {
    match &node.shape {
        NodeShape::List(list) => list.items.iter().filter_map(|item| example(reading, item)).collect(),
        NodeShape::Scalar(scalar) if scalar.is_absent() => Vec::new(),
        NodeShape::Scalar(_) | NodeShape::Mapping(_) => example(reading, node).into_iter().collect(),
    }
}

fn example<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Option<Example> {
    let articles = match &node.shape {
        NodeShape::Mapping(mapping) if names_groups(mapping) => mapping
            .entries
            .iter()
            .flat_map(|entry| articles(reading, &entry.value, Some(entry.key.value.trim())))
            .collect(),
        NodeShape::Scalar(_) | NodeShape::Mapping(_) | NodeShape::List(_) => articles(reading, node, None),
    };
    Some(Example { articles }).filter(|example| !example.articles.is_empty())
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
