//! The words at which a clause breaks off or goes on: what a predicate begins with, and what must be followed.

use crate::{
    lexicon::{Rewrites, Wordings, behind_any},
    predicate, suggest,
    value::Kind,
};

/// Words of the rule language after which something must follow.
const WANTING: &[&str] = &[
    "across",
    "after",
    "and",
    "at",
    "before",
    "between",
    "by",
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
pub fn every_one(written: &str, words: &Wordings) -> Option<Kind> {
    let lower = written.to_lowercase();
    let behind = behind_any(&lower, &words.every);
    let noun = behind.unwrap_or(&lower);
    Kind::called(noun).filter(|_| behind.is_some() || noun.ends_with('s'))
}

/// A word of a predicate that is at least so long is recognised though it is misspelt.
const LONG: usize = 10;

/// Where the first word stands that opens a predicate, or what people write for one.
pub fn opening(text: &str, rewrites: &Rewrites) -> Option<usize> {
    let mut at = 0;
    for word in text.split(' ') {
        let lower = word.to_lowercase();
        let long = predicate::openings().filter(|opening| opening.len() >= LONG);
        let is_near = lower.len() > 4 && suggest::nearest(&lower, long).is_some();
        let is_known = predicate::openings().any(|opening| opening == lower) || rewrites.openings.contains(&lower);
        if is_near || is_known {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn the_name_of_a_topic_ends_where_a_predicate_begins() {
        for (text, name) in [
            ("zebras cited in every source", Some("zebras")),
            ("zebras consistant across sources", Some("zebras")),
            ("zebras corroberated by 2 sources", Some("zebras")),
            ("zebras at least 5", Some("zebras")),
            ("zebras not absent", Some("zebras")),
            ("zebras should be cited", Some("zebras")),
            ("zebras >= 5", Some("zebras")),
            ("zebras in headline cited", Some("zebras")),
            ("zebras verbatim across sources", Some("zebras")),
            ("zebras said by Adams", Some("zebras")),
            ("cited", Some("")),
            ("price of zebras", None),
            ("match date", None),
            ("the same zebras over there", None),
        ] {
            assert_eq!(
                opening(text, Lexicon::english().rewrites()).map(|at| text.split_at(at).0.trim()),
                name,
                "{text}"
            );
        }
    }

    #[test]
    fn what_must_be_followed_ends_no_form_of_a_predicate() {
        let forms: Vec<Vec<&str>> = predicate::forms().map(|form| form.split(' ').collect()).collect();
        for word in WANTING {
            let is_known = ["unless", "when"].contains(word) || forms.iter().any(|form| form.contains(word));
            assert!(is_known && forms.iter().all(|form| form.last() != Some(word) || form.len() == 1), "{word}");
        }
    }

    #[test]
    fn every_form_of_a_predicate_is_recognised() {
        for form in predicate::forms() {
            assert_eq!(
                opening(&format!("zebras {form}"), Lexicon::english().rewrites()),
                Some("zebras ".len()),
                "{form}"
            );
        }
    }
}
