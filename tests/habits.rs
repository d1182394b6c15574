//! What the code does not do: no parameter is a flag.

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
