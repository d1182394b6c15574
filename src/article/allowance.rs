//! What an article says of rules: `<!-- crosscheck: allow RULE: reason -->`, and `crosscheck: {allow: {RULE: reason}}` in
//! its front matter. Neither is a part of its text.

use super::{citation::uncovered, paragraph::Layout};
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, code},
    fold,
    span::{LineIndex, Span},
    yaml::{Document, Node},
};
use memchr::memmem;
use serde::{Deserialize, Serialize};

/// A rule whose findings in an article are accepted there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// The rule's id.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// Where that stands.
    pub place: DiagnosticPlace,
}

/// How a comment is written.
const HELP: &str = "write `<!-- crosscheck: allow RULE: why it is accepted -->`";

/// How front matter says it.
const FRONT_HELP: &str = "write `crosscheck:` and below it `  allow: {RULE: why it is accepted}`";

/// A comment has at most so many bytes.
const LONGEST: usize = 4096;

/// A comment to this program.
struct AddressedComment<'t> {
    span: Span,
    /// What stands behind `crosscheck:`.
    words: &'t str,
    is_closed: bool,
}

fn comments(text: &str, from: usize) -> Vec<AddressedComment<'_>> {
    let mut comments: Vec<AddressedComment<'_>> = Vec::new();
    for at in memmem::find_iter(text.as_bytes().get(from..).unwrap_or_default(), b"<!--") {
        let start = from + at;
        let is_inside = comments.last().is_some_and(|comment| start < comment.span.range().end);
        let behind = text.get(start + "<!--".len()..).unwrap_or("").trim_start();
        let Some(words) = behind.strip_prefix("crosscheck:").filter(|_| !is_inside) else { continue };
        let near = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or("");
        let offset = text.len() - words.len();
        let end = memmem::find(near.as_bytes(), b"-->");
        // What does not end is its line.
        let length = end.or_else(|| near.find('\n')).unwrap_or(near.len());
        let mark = if end.is_some() { "-->".len() } else { 0 };
        comments.push(AddressedComment {
            span: Span::new(start, offset + length + mark),
            words: words.get(..length).unwrap_or("").trim(),
            is_closed: end.is_some(),
        });
    }
    comments
}

/// Takes the comments out of a layout; gives what they allow, and what is wrong with them.
pub(super) fn read(path: &str, text: &str, from: usize, layout: &mut Layout) -> (Vec<Allowance>, Vec<Diagnostic>) {
    let comments = comments(text, from);
    if comments.is_empty() {
        return (Vec::new(), Vec::new());
    }
    pass_over(text, &comments, layout);
    let lines = LineIndex::new(text);
    let (mut allowed, mut mistakes) = (Vec::new(), Vec::new());
    for comment in comments {
        let place = DiagnosticPlace::new(path, text, &lines, comment.span);
        let parts = comment.words.strip_prefix("allow").and_then(|rest| rest.split_once(':'));
        let parts = parts.map(|(rule, reason)| (rule.trim(), fold::one_line(reason)));
        let message = match parts {
            _ if !comment.is_closed => "the comment has no end",
            Some((rule, reason)) if !rule.is_empty() && !reason.is_empty() => {
                allowed.push(Allowance { rule: rule.to_string(), reason, place });
                continue;
            }
            Some((rule, _)) if !rule.is_empty() => "the suppression has no reason",
            Some(_) => "the suppression names no rule",
            None if comment.words.starts_with("allow") => "the suppression has no reason",
            None => "a comment to crosscheck can only allow a rule",
        };
        let mistake = Diagnostic::new(code::BAD_SUPPRESSION, message, Some(HELP.to_string()));
        mistakes.push(Diagnostic { place: Some(place), ..mistake });
    }
    (allowed, mistakes)
}

/// Takes out paragraphs that are comments, and makes marks of those inside of others.
fn pass_over(text: &str, comments: &[AddressedComment<'_>], layout: &mut Layout) {
    let mut markup = Vec::with_capacity(layout.markup.len() + comments.len());
    let mut next = comments.iter().map(|comment| comment.span).peekable();
    layout.paragraphs.retain_mut(|paragraph| {
        while next.next_if(|comment| comment.end <= paragraph.span.start).is_some() {}
        let own = layout.markup.get(paragraph.markup.clone()).unwrap_or_default();
        let first = markup.len();
        markup.extend_from_slice(own);
        // A comment may go on in the next paragraph.
        let mut inside = Vec::new();
        while let Some(comment) = next.peek().copied().filter(|comment| comment.start < paragraph.span.end) {
            inside.push(Span {
                start: comment.start.max(paragraph.span.start),
                end: comment.end.min(paragraph.span.end),
            });
            if comment.end > paragraph.span.end {
                break;
            }
            next.next();
        }
        if inside.is_empty() {
            paragraph.markup = first..markup.len();
            return true;
        }
        if !uncovered(paragraph.span, &inside).iter().any(|piece| piece.of(text).contains(char::is_alphanumeric)) {
            markup.truncate(first);
            return false;
        }
        let is_kept = |span: &Span| {
            let around = inside.get(inside.partition_point(|comment| comment.end < span.end));
            around.is_none_or(|comment| comment.start > span.start)
        };
        let kept: Vec<Span> = markup.drain(first..).filter(is_kept).collect();
        markup.extend(kept);
        markup.extend(inside);
        if let Some(all) = markup.get_mut(first..) {
            all.sort_unstable();
        }
        paragraph.markup = first..markup.len();
        true
    });
    layout.markup = markup;
}

/// What the key `crosscheck` of front matter allows; `skipped` bytes of the file stand before the document.
pub(super) fn of_front_matter(document: &Document, node: &Node) -> (Vec<Allowance>, Vec<Diagnostic>) {
    let (mut allowed, mut mistakes) = (Vec::new(), Vec::new());
    let mut wrong = |span: Span, message: &str| {
        mistakes.push(document.diagnostic(code::BAD_SUPPRESSION, span, message, Some(FRONT_HELP.to_string())));
    };
    let entries = node.mapping().map(|mapping| mapping.entries.as_slice()).unwrap_or_default();
    if entries.is_empty() {
        wrong(document.first_line(node.used_at()), "`crosscheck` says nothing of rules");
    }
    for entry in entries {
        let words = entry.key.words(&document.text);
        let Some(rules) = entry.value.mapping().filter(|_| entry.key.value == "allow") else {
            wrong(words, "front matter can only allow rules, each with a reason");
            continue;
        };
        for rule in &rules.entries {
            let place = rule.key.words(&document.text);
            let reason =
                rule.value.scalar().filter(|scalar| !scalar.is_absent()).map(|scalar| fold::one_line(&scalar.value));
            match reason.filter(|reason| !reason.is_empty()) {
                Some(reason) => {
                    let name = rule.key.value.trim().to_string();
                    allowed.push(Allowance { rule: name, reason, place: document.diagnostic_place(place) });
                }
                None => wrong(place, "the suppression has no reason"),
            }
        }
    }
    (allowed, mistakes)
}
