//! What formats that list findings share: how a message, a place and a claim of another source are said on one line.

use super::{
    Style, columns, evidence,
    view::{ListedFinding, WordsPlace},
};
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace},
    finding::{Evidence, Finding, Outcome},
};

/// What is wrong, or that there was nothing to compare.
pub fn message(finding: &Finding) -> String {
    let because = match finding.outcome {
        Outcome::NoEvidence => "no evidence: ",
        Outcome::Pass | Outcome::Fail => "",
    };
    format!("{because}{}", columns::words(&finding.message))
}

/// A mistake and what to do.
pub fn mistake(found: &Diagnostic) -> String {
    let help = found.help.iter().map(|help| format!("; {}", columns::words(help)));
    std::iter::once(columns::words(&found.message)).chain(help).collect()
}

/// `articles/a.txt:3:18`, or the article alone.
pub fn place(file: &str, at: Option<(u32, u32)>) -> String {
    let at = at.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    format!("{}{at}", columns::words(file))
}

/// The same of a mistake; none where it has no file.
pub fn place_of_mistake(found: &Diagnostic) -> Option<String> {
    let of = |place: &DiagnosticPlace| match place.line {
        0 => columns::words(&place.file),
        line => format!("{}:{line}:{}", columns::words(&place.file), place.column),
    };
    found.place.as_ref().map(of)
}

/// The file and the line of a mistake; of one without a file, which is of the project as a whole, its configuration.
pub fn line_of_mistake(found: &Diagnostic) -> (&str, usize) {
    found.place.as_ref().map_or(("crosscheck.yaml", 1), |place| (place.file.as_str(), place.line.max(1)))
}

/// `Radio: Thursday (8 May 2031) (articles/radio.txt:7:19)`.
pub fn told(evidence: &Evidence) -> String {
    let said = evidence::said(evidence, &Style::default());
    let who = format!("{}{}", columns::words(evidence.source()), evidence::said_by(evidence));
    format!("{who}: {said} ({})", place(evidence.article(), evidence.place()))
}

/// The same of a finding's other evidence that decides something, one a line.
pub fn others(listed: &ListedFinding<'_>) -> Vec<String> {
    let (shown, hidden) = listed.decisive();
    let more = (hidden > 0).then(|| format!("and {hidden} more"));
    shown.into_iter().map(told).chain(more).collect()
}

/// A file as a reference that a program resolves: whatever is more than a letter, a figure or `-._~/` is written `%20`.
pub fn uri(file: &str) -> String {
    let mut uri = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}

/// The lines that words take, the first where they are none.
pub fn lines(words: Option<WordsPlace>) -> (u32, u32) {
    words.map_or((1, 1), |words| (words.start.0, words.end.map_or(words.start.0, |end| end.0)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_path_is_a_reference() {
        for (path, expected) in [
            ("articles/a-1.txt", "articles/a-1.txt"),
            ("a b/100%.txt", "a%20b/100%25.txt"),
            ("http:x#y?z", "http%3Ax%23y%3Fz"),
            ("港.txt", "%E6%B8%AF.txt"),
            ("../a.txt", "../a.txt"),
        ] {
            assert_eq!(super::uri(path), expected);
        }
    }
}
