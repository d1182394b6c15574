//! What people write instead of a sentence, as the words that they mean. Names of topics are single private characters.

/// What something is said to equal.
pub fn equated(rest: &str) -> Option<&str> {
    let words = ["equals ", "is equal to ", "equal to ", "is the same as ", "is ", "= ", "== "];
    words.iter().find_map(|word| rest.strip_prefix(word)).map(str::trim)
}

/// "equals A plus B" as a sum.
pub fn added_up(rest: &str) -> Option<String> {
    let operands = equated(rest)?;
    let parts: Vec<&str> = operands.split(" plus ").flat_map(|part| part.split('+')).map(str::trim).collect();
    let (last, first) = parts.split_last()?;
    (!first.is_empty()).then(|| format!("equals the sum of {} and {last}", first.join(", ")))
}

/// "is the same amount in all articles", "differs between sources".
pub fn alike(rest: &str) -> Option<&'static str> {
    let lower = rest.to_lowercase();
    let bare =
        ["is ", "are ", "has ", "have ", "must be ", "should be "].iter().find_map(|verb| lower.strip_prefix(verb));
    let bare = bare.unwrap_or(&lower);
    let begins = |words: &[&str]| words.iter().any(|word| bare.starts_with(word));
    match () {
        () if bare.contains("same as ") => None,
        () if begins(&["the same", "same ", "identical", "equal in ", "equal across "]) => {
            Some("consistent across sources")
        }
        () if begins(&["differ", "different ", "inconsistent", "conflict"]) => Some("not consistent across sources"),
        () => None,
    }
}

/// "is either 5 or 7", "is one of 5, 6": a clause for each value.
pub fn one_of(subject: char, rest: &str) -> Option<String> {
    let lower = rest.to_lowercase();
    let lead = ["is either ", "is one of ", "is any of ", "is in ", "in ", "is "]
        .iter()
        .find(|lead| lower.starts_with(**lead))?;
    let listed = rest.get(lead.len()..)?.trim_matches(['(', ')', '[', ']']);
    let values: Vec<&str> = listed.split(" or ").flat_map(|some| some.split(", ")).map(str::trim).collect();
    let clauses: Vec<String> = values.iter().map(|value| format!("{subject} is {value}")).collect();
    (clauses.len() > 1).then(|| clauses.join(" or "))
}

/// "if A then B" with `when` and a comma.
pub fn conditional(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let opening = ["if ", "whenever ", "where ", "when "].into_iter().find(|word| lower.starts_with(word))?;
    let rest = text.get(opening.len()..)?;
    let (condition, then) = [", then ", " then ", ", "].iter().find_map(|between| rest.split_once(between))?;
    Some(format!("when {condition}, {then}"))
}

/// A function of another tool, called on a topic (its private character), as what can be asked of it here.
pub fn called(text: &str) -> Option<String> {
    let (function, rest) = text.split_once('(')?;
    let (argument, _) = rest.split_once(')')?;
    let topic = argument.chars().next().filter(|character| ('\u{E000}'..'\u{E800}').contains(character))?;
    let function = function.trim().to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| function.contains(word));
    let asked = match () {
        () if has(&["missing", "null", "exist", "present"]) => "cited in every source",
        () if has(&["duplicate", "unique", "distinct"]) => "consistent across sources",
        () if has(&["sum"]) => return None,
        () => "consistent across sources",
    };
    Some(format!("{topic} {asked}"))
}

/// "all sources agree on X within 1" as a clause that begins with its topic: `before` stands before the topic `name`, `after`
/// behind it.
pub fn turned_round(before: &str, name: char, after: &str) -> Option<String> {
    let lower = before.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let after = after.trim();
    let tail = if after.is_empty() { String::new() } else { format!(" {after}") };
    if has(&["agree", "consistent", "same"]) {
        return Some(format!("{name} consistent across sources{tail}"));
    }
    if lower.starts_with("no ") || lower.starts_with("none ") {
        let denied = ["is ", "at ", "more ", "less ", "between "].iter().any(|word| after.starts_with(word));
        return denied.then(|| format!("{name} not {after}").replace(" not is ", " is not "));
    }
    let verb = CITING.iter().find_map(|verb| lower.find(verb))?;
    let who = before.get(..verb)?.trim();
    let number = lower.split(' ').find(|word| word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty());
    let asked = match number {
        Some(number) => format!("in at least {number} sources"),
        None if lower.starts_with("most") => "in most sources".to_string(),
        None if is_name(who) => format!("in \"{who}\""),
        None => "in every source".to_string(),
    };
    Some(format!("{name} cited {asked}{tail}"))
}

/// Verbs of sources that give something.
const CITING: &[&str] = &["cite", "mention", "report", "give", "contain", "state", "include", "say", "has ", "have "];

/// Whether words name somebody: they begin with a capital, and with none of the words for all sources.
fn is_name(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or("").to_lowercase();
    let general = ["all", "every", "each", "any", "most", "the", "some", "sources", "articles", "outlets", "both"];
    words.starts_with(char::is_uppercase) && !general.contains(&first.as_str())
}

/// "cited in Northway Wire", "except Channel Six": a name that lacks its quotation marks, with them.
pub fn unquoted(rest: &str) -> Option<String> {
    let leads = [
        "cited in ",
        "cited by ",
        "given by ",
        "mentioned by ",
        "mentioned in ",
        "reported by ",
        "supported by ",
        "except in ",
        "except by ",
        "except for ",
        "except from ",
        "except ",
    ];
    leads.iter().find_map(|lead| {
        let (before, behind) = rest.split_once(lead)?;
        let name = behind.trim_end_matches(['.', ',', ';']);
        let is_group = *lead == "supported by " && !name.contains(' ');
        if !(is_name(name) || is_group) || name.contains(['"', '\u{201C}']) {
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
pub fn tolerated(rest: &str) -> Option<String> {
    let (before, tolerance) = rest
        .split_once(" (")
        .map(|(before, tolerance)| (before, tolerance.trim_end_matches(')')))
        .or_else(|| rest.split_once(" with "))
        .or_else(|| rest.split_once(" to within "))?;
    let words = ["tolerance of ", "a tolerance of ", "tolerance ", "a margin of ", "an error of ", "+/- ", "±"];
    let tolerance = words.iter().find_map(|word| tolerance.strip_prefix(word)).unwrap_or(tolerance);
    let tolerance = tolerance.trim_end_matches(" tolerance").trim_end_matches(" margin").trim();
    before.starts_with("consistent").then(|| format!("{before} within {tolerance}"))
}
