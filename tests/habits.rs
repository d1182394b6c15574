//! What the code does not do: no parameter is a flag, no `match` is an `if`.

use crate::house::{all_code, words_of};

/// The parameters of every function in a piece of code: the function's name, and the type that each is of. Those of
/// closures have no type, and the trait `From` has one of its own.
fn parameters(code: &str) -> Vec<(&str, Vec<&str>)> {
    let words = words_of(code);
    let mut found = Vec::new();
    for (at, name) in words.iter().enumerate().skip(1).filter(|(at, _)| words[at - 1] == "fn") {
        let (mut depth, mut kind, mut is_kind, mut is_inside) = (0, Vec::new(), false, false);
        for (at, word) in words.iter().enumerate().skip(at + 1) {
            depth += match *word {
                "(" | "<" | "[" => 1,
                ")" | "]" => -1,
                ">" if words[at - 1] != "-" => -1,
                _ => 0,
            };
            // What stands before the bracket is generic.
            is_inside |= depth == 1 && *word == "(";
            if is_inside && (depth == 0 || depth == 1 && *word == ",") {
                found.push((*name, std::mem::take(&mut kind)));
                is_kind = false;
            } else if is_kind {
                kind.push(*word);
            }
            is_kind |= is_inside && depth == 1 && *word == ":";
            if is_inside && depth == 0 {
                break;
            }
        }
    }
    found
}

/// Whether a type is `bool`, by itself, behind `&`, in an `Option` or in a tuple: a list of them is one thing.
fn is_flag(kind: &[&str]) -> bool {
    match kind {
        ["&", "mut", rest @ ..] | ["&", "'", _, "mut", rest @ ..] | ["&", "'", _, rest @ ..] | ["&", rest @ ..] => {
            is_flag(rest)
        }
        ["Option", "<", rest @ .., ">"] => is_flag(rest),
        ["(", rest @ .., ")"] => rest.split(|word| *word == ",").any(is_flag),
        kind => kind == ["bool"],
    }
}

#[test]
fn no_parameter_is_a_flag() {
    let mut wrong = Vec::new();
    for (path, code) in all_code() {
        let flags = parameters(&code).into_iter().filter(|(name, kind)| *name != "from" && is_flag(kind));
        wrong.extend(flags.map(|(name, _)| format!("{path}: {name}")));
    }
    let help = "write two functions, or take an enum, or the thing that the flag was computed from";
    assert!(wrong.is_empty(), "these take a `bool`: {help}:\n{}", wrong.join("\n"));
}

#[test]
fn flags_are_found() {
    let cases = [
        ("fn f(a: bool) {}", true),
        ("fn f<T: Fn(u8) -> u8>(&self, a: Vec<T>, mut b: &mut bool) -> bool {}", true),
        ("fn f((a, b): (&str, bool)) {}", true),
        ("fn f(a: Option<bool>) {}", true),
        ("fn f(a: &[bool], b: impl Fn(u8) -> bool, c: &'a dyn Fn(bool)) -> bool { let b: bool = true; b }", false),
        ("struct S { a: bool }", false),
    ];
    for (code, expected) in cases {
        assert_eq!(parameters(code).iter().any(|(_, kind)| is_flag(kind)), expected, "{code}");
    }
}

/// The patterns of the `match` behind whose keyword these words stand, each without its guard.
fn patterns<'c>(words: &[&'c str]) -> Vec<Vec<&'c str>> {
    let (mut depth, mut is_pattern) = (0, false);
    let (mut pattern, mut found) = (Vec::new(), Vec::new());
    for (at, word) in words.iter().enumerate() {
        depth += match *word {
            "{" | "(" | "[" => 1,
            "}" | ")" | "]" => -1,
            _ => 0,
        };
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        match (depth, *word) {
            (0, "}") if is_pattern || !found.is_empty() => break,
            // What is matched is over.
            (1, "{") if found.is_empty() => is_pattern = true,
            (1, ">") if is_pattern && before == "=" => {
                pattern.pop();
                let guard = pattern.iter().position(|word| *word == "if");
                pattern.truncate(guard.unwrap_or(pattern.len()));
                found.push(std::mem::take(&mut pattern));
                is_pattern = false;
            }
            // An arm is over; behind a block it may have a comma, too.
            (1, "," | "}") if !is_pattern && !found.is_empty() => is_pattern = true,
            (1, ",") if pattern.is_empty() => {}
            _ if is_pattern => pattern.push(*word),
            _ => {}
        }
    }
    found
}

/// Whether the patterns are made of `true`, `false` and `_` alone, in tuples or not.
fn is_an_if(patterns: &[Vec<&str>]) -> bool {
    let words = || patterns.iter().flatten();
    let is_truth = |word: &str| matches!(word, "true" | "false");
    let is_open = |word: &str| matches!(word, "_" | "(" | ")" | "," | "|" | ".");
    words().any(|word| is_truth(word)) && words().all(|word| is_truth(word) || is_open(word))
}

/// How many `match`es in a piece of code are no more than an `if`.
fn ifs(code: &str) -> usize {
    let words = words_of(code);
    let behind = (1..words.len()).filter(|at| words[at - 1] == "match").map(|at| &words[at..]);
    behind.filter(|words| is_an_if(&patterns(words))).count()
}

/// A `match` whose patterns are all `true`, `false` and `_`, or tuples of these: `match x { true => …, false => … }`,
/// `match (a, b) { (true, _) => …, (false, true) => …, … }`. One that looks at something else too may hold them.
#[test]
fn no_match_is_an_if() {
    let found = all_code().into_iter().map(|(path, code)| (path, ifs(&code)));
    let wrong: Vec<String> =
        found.filter(|(_, number)| *number > 0).map(|(path, number)| format!("{path}: {number}")).collect();
    let help = "write `if` and `else`, or match what the truth was computed from";
    assert!(wrong.is_empty(), "these match nothing but truths: {help}:\n{}", wrong.join("\n"));
}

#[test]
fn matches_that_are_ifs_are_found() {
    let cases = [
        ("match x { true => 1, false => 2 }", 1),
        ("match f(|x| { x }) { true => { 1 } false if y => 2, false => 3, }", 1),
        ("match (a, b) { (true, _) => 1, (false, true) | (false, false) => match c { true => 1, _ => 2 } }", 2),
        ("match (a, b) { (true, Some(c)) => 1, (false, _) => 2 }", 0),
        ("match a { Some(true) => 1, Some(false) | None => { g(true, [false]); 2 } }", 0),
        ("match a { None => if b { true } else { false }, Some(c) if c => true, _ => false }", 0),
    ];
    for (code, expected) in cases {
        assert_eq!(ifs(code), expected, "{code}");
    }
}
