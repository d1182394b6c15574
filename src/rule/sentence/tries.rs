//! What people write instead of a sentence, as the words that they mean. Names of topics are single private characters.

use crate::lexicon::{Wordings, behind_any};

/// What something is said to equal.
pub fn equated<'t>(rest: &'t str, words: &Wordings) -> Option<&'t str> {
    behind_any(rest, &words.equated).map(str::trim)
}

/// "equals A plus B" as a sum.
pub fn added_up(rest: &str, words: &Wordings) -> Option<String> {
    let operands = equated(rest, words)?;
    let parts: Vec<&str> = operands.split(" plus ").flat_map(|part| part.split('+')).map(str::trim).collect();
    let (last, first) = parts.split_last()?;
    (!first.is_empty()).then(|| format!("equals the sum of {} and {last}", first.join(", ")))
}

/// "is the same amount in all articles", "differs between sources".
pub fn alike(rest: &str, words: &Wordings) -> Option<&'static str> {
    let lower = rest.to_lowercase();
    let bare = behind_any(&lower, &words.being).unwrap_or(&lower);
    let begins = |words: &[String]| behind_any(bare, words).is_some();
    match () {
        () if bare.contains("same as ") => None,
        () if begins(&words.alike) => Some("consistent across sources"),
        () if begins(&words.unlike) => Some("not consistent across sources"),
        () => None,
    }
}

/// "is either 5 or 7", "is one of 5, 6": a clause for each value.
pub fn one_of(subject: char, rest: &str, words: &Wordings) -> Option<String> {
    let lower = rest.to_lowercase();
    let behind = lower.strip_prefix("is ").or_else(|| lower.starts_with("in ").then_some(lower.as_str()))?;
    let listed = behind_any(behind, &words.one_of).or_else(|| behind.strip_prefix("in ")).unwrap_or(behind);
    let listed = rest.get(lower.len() - listed.len()..)?.trim_matches(['(', ')', '[', ']']);
    let values: Vec<&str> = listed.split(" or ").flat_map(|some| some.split(", ")).map(str::trim).collect();
    let clauses: Vec<String> = values.iter().map(|value| format!("{subject} is {value}")).collect();
    (clauses.len() > 1).then(|| clauses.join(" or "))
}

/// "if A then B" with `when` and a comma.
pub fn conditional(text: &str, words: &Wordings) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let rest = behind_any(&lower, &words.conditions)?;
    let rest = text.get(lower.len() - rest.len()..)?;
    let (condition, then) = [", then ", " then ", ", "].iter().find_map(|between| rest.split_once(between))?;
    Some(format!("when {condition}, {then}"))
}

/// A function of another tool, called on a topic (its private character), as what can be asked of it here.
pub fn called(text: &str, words: &Wordings) -> Option<String> {
    let (function, rest) = text.split_once('(')?;
    let (argument, _) = rest.split_once(')')?;
    let topic = argument.chars().next().filter(|character| ('\u{E000}'..'\u{E800}').contains(character))?;
    let function = function.trim().to_ascii_lowercase();
    let has = |words: &[String]| words.iter().any(|word| function.contains(word.as_str()));
    let asked = match () {
        () if has(&words.asking_if_given) => "cited in every source",
        () if has(&words.asking_if_one) => "consistent across sources",
        () if function.contains("sum") => return None,
        () => "consistent across sources",
    };
    Some(format!("{topic} {asked}"))
}

/// "all sources agree on X within 1" as a clause that begins with its topic: `before` stands before the topic `name`, `after`
/// behind it.
pub fn turned_round(before: &str, name: char, after: &str, words: &Wordings) -> Option<String> {
    let lower = before.to_lowercase();
    let has = |words: &[String]| words.iter().any(|word| lower.contains(word.as_str()));
    let after = after.trim();
    let tail = if after.is_empty() { String::new() } else { format!(" {after}") };
    if has(&words.agreeing) {
        return Some(format!("{name} consistent across sources{tail}"));
    }
    if lower.starts_with("no ") || lower.starts_with("none ") {
        let denied = behind_any(after, &words.denied).is_some();
        return denied.then(|| format!("{name} not {after}").replace(" not is ", " is not "));
    }
    let verb = words.citing.iter().find_map(|verb| lower.find(verb.as_str()))?;
    let who = before.get(..verb)?.trim();
    let number = lower.split(' ').find(|word| word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty());
    let asked = match number {
        Some(number) => format!("in at least {number} sources"),
        None if lower.starts_with("most") => "in most sources".to_string(),
        None if is_name(who, words) => format!("in \"{who}\""),
        None => "in every source".to_string(),
    };
    Some(format!("{name} cited {asked}{tail}"))
}

/// Whether words name somebody: they begin with a capital, and with none of the words for all sources.
fn is_name(written: &str, words: &Wordings) -> bool {
    let first = written.split(' ').next().unwrap_or("").to_lowercase();
    written.starts_with(char::is_uppercase) && !words.general.contains(&first)
}

/// "cited in Northway Wire", "except Channel Six": a name that lacks its quotation marks, with them.
pub fn unquoted(rest: &str, words: &Wordings) -> Option<String> {
    words.before_names.iter().find_map(|lead| {
        let (before, behind) = rest.split_once(lead.as_str())?;
        let name = behind.trim_end_matches(['.', ',', ';']);
        let is_group = lead == "supported by " && !name.contains(' ');
        if !(is_name(name, words) || is_group) || name.contains(['"', '\u{201C}']) {
            return None;
        }
        let meant = match lead.split(' ').next() {
            Some("except") => "except in",
            Some("supported") => "supported by",
            _ => "cited in",
        };
        let before = before.trim_end_matches([' ', ',']);
        let blank = if before.is_empty() { "" } else { " " };
        Some(format!("{before}{blank}{meant} \"{name}\""))
    })
}

/// "consistent across sources (10%)", "... with 10% tolerance": the tolerance behind `within`.
pub fn tolerated(rest: &str, words: &Wordings) -> Option<String> {
    let (before, tolerance) = rest
        .split_once(" (")
        .map(|(before, tolerance)| (before, tolerance.trim_end_matches(')')))
        .or_else(|| rest.split_once(" with "))
        .or_else(|| rest.split_once(" to within "))?;
    let tolerance = behind_any(tolerance, &words.tolerance).unwrap_or(tolerance);
    let tolerance = tolerance.trim_end_matches(" tolerance").trim_end_matches(" margin").trim();
    before.starts_with("consistent").then(|| format!("{before} within {tolerance}"))
}
