//! Canonical sentences: each sentence of a rule file as the language writes it, and the rest of the file byte for byte.

use super::{
    Defaults, RuleSource,
    check::read_into,
    judged::{Candidate, slug},
    library::Library,
    scope::{FoundTopic, TopicScope},
    sentence,
};
use crate::{
    diagnostic::{Diagnostic, Fix},
    fold,
    lexicon::Lexicon,
    span::{LineColumn, Span},
    yaml::{Document, Scalar},
};
use std::{collections::BTreeMap, sync::Arc};

/// A rule file in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalFile {
    /// The file, relative to the configuration's folder.
    pub path: String,
    /// Its whole text with the sentences rewritten.
    pub text: String,
    /// What was rewritten, in the order of the file; nothing where every sentence is canonical.
    pub edits: Vec<Edit>,
}

/// A sentence that was rewritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Where its first word stands.
    pub at: LineColumn,
    /// The sentence as it was; one of several lines, on one.
    pub before: String,
    /// The sentence in canonical form.
    pub after: String,
    span: Span,
    text: String,
}

/// What becomes of a sentence with a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mending {
    /// It is left alone.
    Nothing,
    /// It is written as the help for its mistakes offers, where that makes it a sentence.
    AsOffered,
}

/// Rewrites the sentences of rule files, and gives every mistake in them as they were. A sentence is left alone that YAML repeats elsewhere, or whose rule would take the name of another or leave its own to one. Files that `include` finds in the library stay as they are.
///
/// ```
/// use crosscheck::rooms::{lexicon::Lexicon, rule::{Defaults, Mending, NoLibrary, RuleSource, canonical}};
/// let text = "topics:\n  toll: {kind: count, phrases: [\"<count> dead\"]}\nrules:\n  - Toll  cited # first\n";
/// let file = RuleSource { path: "a.yaml".to_string(), text: text.to_string() };
/// let (files, _) = canonical(&[file], &NoLibrary, &Defaults::default(), Lexicon::english(), Mending::Nothing);
/// assert!(files[0].text.ends_with("  - toll cited in every source # first\n"));
/// ```
#[must_use]
pub fn canonical(
    files: &[RuleSource],
    library: &dyn Library,
    defaults: &Defaults,
    lexicon: &Arc<Lexicon>,
    mending: Mending,
) -> (Vec<CanonicalFile>, Vec<Diagnostic>) {
    let edits = |rules: Vec<Candidate<'_>>, found: Vec<FoundTopic<'_>>, _| edits(&rules, &found, lexicon, mending);
    let (mut edits, mistakes) = read_into(files, library, defaults, lexicon, edits);
    let files = files.iter().map(|file| {
        let edits = edits.remove(&file.path).unwrap_or_default();
        CanonicalFile { path: file.path.clone(), text: edited(&file.text, &edits), edits }
    });
    (files.collect(), mistakes)
}

/// The edits of each file.
fn edits(
    rules: &[Candidate<'_>],
    found: &[FoundTopic<'_>],
    lexicon: &Lexicon,
    mending: Mending,
) -> BTreeMap<String, Vec<Edit>> {
    let text = |rule: &Candidate<'_>| match mending {
        Mending::AsOffered if rule.rule.is_none() => mended_text(rule, found, lexicon),
        Mending::AsOffered | Mending::Nothing => canonical_text(rule, found, lexicon),
    };
    let texts: Vec<Option<String>> = rules.iter().map(text).collect();
    let names = names(rules, &texts);
    let mut edits: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    for (rule, text) in rules.iter().zip(texts) {
        let (Some(scalar), Some(text)) = (rule.sentence, text) else { continue };
        // A rule that gave its name up would make room for another, which is a mistake now.
        let is_shared = |name: &str| names.get(name).is_some_and(|count| *count > 1);
        let is_held = !rule.has_own_id && (is_shared(&rule.id) || is_shared(&slug(&text)));
        let Some(edit) = edit(rule, scalar, text).filter(|_| !is_held) else { continue };
        let of_file = edits.entry(rule.document.file.clone()).or_default();
        if of_file.iter().all(|other| other.span != edit.span) {
            of_file.push(edit);
        }
    }
    for of_file in edits.values_mut() {
        of_file.sort_by_key(|edit| edit.span.start);
    }
    edits
}

/// The canonical text of a rule that is in order, where it is read as the same.
fn canonical_text(rule: &Candidate<'_>, found: &[FoundTopic<'_>], lexicon: &Lexicon) -> Option<String> {
    let tree = &rule.rule.as_ref()?.tree;
    let text = tree.to_string();
    let scope = TopicScope::new(found, rule.story.as_deref());
    let is_same = sentence::parse(&text, &scope.topics, lexicon).is_ok_and(|again| again == *tree);
    is_same.then_some(text)
}

/// What the help for the mistakes of a rule's sentence offers to write.
fn mended_text(rule: &Candidate<'_>, found: &[FoundTopic<'_>], lexicon: &Lexicon) -> Option<String> {
    let scope = TopicScope::new(found, rule.story.as_deref());
    sentence::mended(&rule.sentence?.value, &scope.topics, lexicon)
}

/// How many rules have each name now, or would have it: a rule without an `id` is named after its sentence.
fn names(rules: &[Candidate<'_>], texts: &[Option<String>]) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for (rule, text) in rules.iter().zip(texts) {
        let later = text.as_ref().filter(|_| !rule.has_own_id).map(|text| slug(text)).filter(|name| *name != rule.id);
        for name in std::iter::once(rule.id.clone()).chain(later) {
            *names.entry(name).or_insert(0) += 1;
        }
    }
    names
}

/// What to write in place of a sentence; nothing where it is canonical, or has to be left alone.
fn edit(rule: &Candidate<'_>, scalar: &Scalar, after: String) -> Option<Edit> {
    let document = rule.document;
    let source = scalar.span.of(&document.text);
    let has_lines = source.trim().contains('\n');
    let before = if has_lines { fold::one_line(&scalar.value) } else { scalar.value.trim().to_string() };
    if before == after || is_repeated(document, scalar) {
        return None;
    }
    let Fix { span, text } = document.rewritten(scalar, rule.around, &after)?;
    let at = document.line_column(scalar.words(&document.text));
    Some(Edit { at, before, after, span, text })
}

/// Whether an anchor (`&name`) stands before it, so that an alias may repeat it where it is no sentence.
fn is_repeated(document: &Document, scalar: &Scalar) -> bool {
    let before = document.text.get(..scalar.span.range().start).unwrap_or("");
    let mut words = before.lines().next_back().unwrap_or("").split_whitespace();
    words.any(|word| word.starts_with('&'))
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let range = edit.span.range();
        result.push_str(text.get(done..range.start).unwrap_or(""));
        result.push_str(&edit.text);
        done = range.end;
    }
    result.push_str(text.get(done..).unwrap_or(""));
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::NoLibrary;
    use crate::{diagnostic::Level, rule::read};
    use proptest::prelude::*;

    const TOPICS: &str = "topics:\n  toll:\n    kind: count\n    phrases: [<count> dead]\n  call length:\n    kind: duration\n    \
                          phrases: [lasted <duration>]\n  by:\n    kind: choice\n    choices: {The Harbour: [a b], Selm: [c d]}\n";

    fn source(rules: &str) -> RuleSource {
        RuleSource { path: "a.yaml".into(), text: format!("{TOPICS}{rules}") }
    }

    fn formatted(file: &RuleSource) -> CanonicalFile {
        let (mut files, _) = canonical(
            std::slice::from_ref(file),
            &NoLibrary,
            &Defaults::default(),
            Lexicon::english(),
            Mending::Nothing,
        );
        files.remove(0)
    }

    fn check(rules: &str, expected: &str) {
        let file = formatted(&source(rules));
        assert_eq!(file.text.strip_prefix(TOPICS).unwrap(), expected, "{rules}");
        assert_eq!(file.edits.is_empty(), rules == expected);
    }

    #[test]
    fn only_sentences_change() {
        for (rules, expected) in [
            ("rules:\n  - toll cited in every source\n", "rules:\n  - toll cited in every source\n"),
            ("rules:\n  -   TOLL   cited   # why\n\n", "rules:\n  -   toll cited in every source   # why\n\n"),
            ("rules:\n- 'Toll cited'\n", "rules:\n- 'toll cited in every source'\n"),
            ("rules:\n- \"Toll cited\"\n", "rules:\n- \"toll cited in every source\"\n"),
            ("rules: [Toll cited, toll  at most 5]\n", "rules: [toll cited in every source, toll at most 5]\n"),
            ("rules: [{rule: Toll cited, id: x}]\n", "rules: [{rule: toll cited in every source, id: x}]\n"),
            (
                "rules:\n  - id: x # one\n    rule: >-\n      Toll\n      cited\n    why: so\n",
                "rules:\n  - id: x # one\n    rule: >-\n      toll cited in every source\n    why: so\n",
            ),
            (
                "rules:\n  - rule: |\n      Toll cited\n\n  - toll at  most 5\n",
                "rules:\n  - rule: |\n      toll cited in every source\n\n  - toll at most 5\n",
            ),
            ("rules:\n  - rule: Toll\n      cited\n", "rules:\n  - rule: toll cited in every source\n"),
            // Canonical on several lines stays as it is.
            (
                "rules:\n  - >-\n    toll cited\n    in every source\n",
                "rules:\n  - >-\n    toll cited\n    in every source\n",
            ),
            ("rules:\r\n  - Toll cited\r\n", "rules:\r\n  - toll cited in every source\r\n"),
            ("rules:\n  - Toll cited", "rules:\n  - toll cited in every source"),
        ] {
            check(rules, expected);
        }
    }

    #[test]
    fn what_would_say_something_else_is_left_alone() {
        for rules in [
            // Mistakes.
            "rules:\n  - Tolll cited\n  - Toll cited: x\n",
            // The canonical text would be the name of another rule.
            "rules:\n  - toll cited\n  - toll cited in every source\n",
            "rules:\n  - toll cited\n  - toll cited\n",
            "rules:\n  - toll cited\n  - id: toll-cited-in-every-source\n    rule: call length at most 5 minutes\n",
            // An alias may stand anywhere.
            "rules:\n  - rule: &same Toll cited\n    why: *same\n",
        ] {
            check(rules, rules);
        }
    }

    /// A sentence as somebody may write it.
    fn sentence() -> impl Strategy<Value = String> {
        let subject = prop::sample::select(vec!["toll", "Toll", "call length", "CALL  length", "by"]);
        let predicate = prop::sample::select(vec![
            "cited",
            "cited in  every source",
            "cited in at least 2 sources",
            "cited in \"The: Post, #1\"",
            "consistent across sources",
            "at most 5",
            "is 50  minutes",
            "within 5 minutes",
            "is the harbour",
            "corroborated by at least 2 independent sources",
            "tolled: 5",
        ]);
        let joined = prop::sample::select(vec![" and ", " or ", "\u{a0}", " # ", ", "]);
        (subject, predicate, prop::option::of((joined, "toll (cited|at least 3)"))).prop_map(
            |(subject, predicate, more)| {
                let more = more.map(|(joined, more)| format!("{joined}{more}")).unwrap_or_default();
                format!("{subject} {predicate}{more}")
            },
        )
    }

    /// A rule as somebody may lay it out.
    fn laid_out(sentence: &str, layout: usize, number: usize) -> String {
        let lines = sentence.replacen(' ', "\n      ", 1);
        match layout {
            0 => format!("  - {sentence}\n"),
            1 => format!("  - '{}' # note\n", sentence.replace('\'', "''")),
            2 => format!("  - rule: \"{}\"\n    id: r{number}\n", sentence.replace('\\', "\\\\").replace('"', "\\\"")),
            3 => format!("  - id: r{number}\n    rule: >-\n      {lines}\n    severity: note\n"),
            4 => format!("  - id: r{number}\n    rule: |\n      {lines}\n\n    # note\n"),
            5 => format!("  - id: r{number}\n    rule: {lines}\n"),
            _ => format!("  - {{ id: r{number}, rule: {sentence} }}\n"),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

        #[test]
        fn formatting_twice_is_formatting_once_and_asks_the_same(
            rules in prop::collection::vec((sentence(), 0..7usize), 1..5),
            is_crlf in any::<bool>(),
        ) {
            let rules = rules.iter().enumerate().map(|(number, (text, layout))| laid_out(text, *layout, number));
            let mut file = source(&format!("rules:\n{}", rules.collect::<String>()));
            if is_crlf {
                file.text = file.text.replace('\n', "\r\n");
            }
            let once = formatted(&file);
            let again = RuleSource { path: file.path.clone(), text: once.text.clone() };
            let twice = formatted(&again);
            prop_assert_eq!(&twice.text, &once.text);
            prop_assert!(twice.edits.is_empty());
            let asked = |file: &RuleSource| {
                let (rules, mistakes) = read(std::slice::from_ref(file), &Defaults::default(), Lexicon::english());
                let rules: Vec<_> = rules.rules.into_iter().map(|rule| (rule.tree, rule.severity, rule.why)).collect();
                // A warning may name a rule by its sentence.
                let message = |found: &Diagnostic| match found.level {
                    Level::Error => found.message.clone(),
                    Level::Warning => String::new(),
                };
                (rules, mistakes.iter().map(|found| (found.code, message(found))).collect::<Vec<_>>())
            };
            let (before, after) = (asked(&file), asked(&again));
            prop_assert_eq!(before.0, after.0);
            prop_assert_eq!(before.1, after.1);
        }
    }
}
