//! The words at which a clause breaks off or goes on: what a predicate begins with, and what must be followed.

use crate::{suggest, value::Kind};

/// Words with which a predicate, or what people write for one, begins.
const OPENINGS: &[&str] = &[
    "absent",
    "after",
    "are",
    "at",
    "attributed",
    "be",
    "before",
    "between",
    "cited",
    "closed",
    "consistent",
    "corroborated",
    "equals",
    "explained",
    "falls",
    "has",
    "in",
    "independent",
    "is",
    "less",
    "matches",
    "more",
    "must",
    "never",
    "not",
    "on",
    "printed",
    "said",
    "shall",
    "should",
    "spelled",
    "supported",
    "unchanged",
    "verbatim",
    "within",
    "=",
    "==",
    ">=",
    "<=",
    ">",
    "<",
    "!=",
];

/// Words after which something must follow.
const WANTING: &[&str] = &[
    "across",
    "after",
    "and",
    "at",
    "before",
    "between",
    "by",
    "cited in",
    "every",
    "in",
    "independent",
    "is",
    "least",
    "less",
    "more",
    "most",
    "of",
    "on",
    "or",
    "than",
    "unless",
    "when",
    "within",
];

/// The kind that words for several name: "each quotation", "all dates", "quotes".
pub fn every_one(words: &str) -> Option<Kind> {
    let lower = words.to_lowercase();
    let lead = ["each ", "all the ", "all ", "any ", "the "].iter().find_map(|lead| lower.strip_prefix(lead));
    let noun = lead.unwrap_or(&lower);
    Kind::called(noun).filter(|_| lead.is_some() || noun.ends_with('s'))
}

/// Where the first word stands that opens a predicate.
pub fn opening(text: &str) -> Option<usize> {
    let mut at = 0;
    for word in text.split(' ') {
        let lower = word.to_lowercase();
        let near = lower.len() > 4 && suggest::nearest(&lower, ["consistent", "corroborated"]).is_some();
        if near || OPENINGS.contains(&lower.as_str()) {
            return Some(at);
        }
        at += word.len() + 1;
    }
    None
}

/// The last word, where something must follow it.
pub fn wanting(rest: &str) -> Option<&str> {
    let last = rest.rsplit(' ').next()?;
    WANTING.iter().any(|word| word.eq_ignore_ascii_case(last)).then_some(last)
}

pub fn complete(wanting: &str, topic: &str) -> String {
    match wanting.to_lowercase().as_str() {
        "and" | "or" => "write another clause after it, or leave the word out".to_string(),
        "within" => format!("write how far, such as `{topic} consistent across sources within 5 minutes`"),
        "across" => format!("write `{topic} consistent across sources`"),
        "in" | "every" => format!("write `{topic} cited in every source`"),
        "by" | "independent" => format!("write `{topic} corroborated by at least 2 independent sources`"),
        "is" | "least" | "most" | "than" | "between" => "write the value after it".to_string(),
        _ => format!("write what should follow, or `{topic} cited in every source`"),
    }
}
