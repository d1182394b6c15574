//! One entry of `rules:`, a sentence or a mapping, with everything but the sentence read.

use super::{
    OnNoEvidence,
    example::{self, Example},
    suppression,
};
use crate::{
    diagnostic::code,
    finding::{Severity, Suppression},
    yaml::{Around, Fields, FileReading, Mapping, Node, NodeShape, Scalar, quoted},
};

/// The keys of a rule.
pub(super) const KEYS: &[&str] = &["id", "rule", "severity", "why", "tags", "examples", "on no evidence", "suppress"];

/// Each severity by the word for it.
pub(super) const SEVERITIES: &[(&str, Severity)] =
    &[("error", Severity::Error), ("warning", Severity::Warning), ("note", Severity::Note)];

/// A rule whose sentence is still only words.
pub(super) struct Draft<'d> {
    /// The whole entry.
    pub node: &'d Node,
    /// Its id, where it gives one.
    pub id: Option<&'d Scalar>,
    /// Its sentence; nothing where it has none, or one that YAML cut.
    pub sentence: Option<&'d Scalar>,
    /// How much a failure weighs.
    pub severity: Severity,
    /// Why it is there.
    pub why: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Articles, and what it must answer on them.
    pub examples: Vec<Example>,
    /// What nothing to compare counts as, where it says.
    pub on_no_evidence: Option<OnNoEvidence>,
    /// Findings of it that are accepted, without its id and place.
    pub suppressions: Vec<Suppression>,
    /// Whether something but the sentence is wrong with it.
    pub is_broken: bool,
    /// Whether it is an item of `[a, b]`, where a comma cuts.
    pub is_flow_item: bool,
}

impl Draft<'_> {
    /// What stands around its sentence.
    pub fn around(&self) -> Around {
        let is_in_brackets = self.is_flow_item || self.node.mapping().is_some_and(|mapping| mapping.is_flow);
        if is_in_brackets { Around::Brackets } else { Around::Lines }
    }
}

/// Reads `rules:`.
pub(super) fn drafts<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<Draft<'d>> {
    match &node.shape {
        NodeShape::List(list) => {
            let drafts = list.items.iter().filter_map(|item| draft(reading, item));
            drafts.map(|draft| Draft { is_flow_item: list.is_flow, ..draft }).collect()
        }
        NodeShape::Scalar(_) | NodeShape::Mapping(_) => {
            reading.wrong_shape(node, "`rules`", "a list", "write one rule a line, each after `- `");
            Vec::new()
        }
    }
}

fn draft<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Option<Draft<'d>> {
    let errors = reading.errors();
    let mut draft = match &node.shape {
        NodeShape::Scalar(scalar) => plain(reading, node, scalar),
        NodeShape::Mapping(mapping) => from_mapping(reading, node, mapping)?,
        NodeShape::List(_) => {
            let help = "write the sentence after one `- `, without brackets";
            reading.wrong_shape(node, "a rule", "a sentence or a mapping with one under `rule:`", help);
            return None;
        }
    };
    if let Some(sentence) = draft.sentence {
        reading.number_sign(sentence);
    }
    draft.is_broken = reading.errors() > errors;
    Some(draft)
}

fn empty(node: &Node) -> Draft<'_> {
    Draft {
        node,
        id: None,
        sentence: None,
        severity: Severity::default(),
        why: None,
        tags: Vec::new(),
        examples: Vec::new(),
        on_no_evidence: None,
        suppressions: Vec::new(),
        is_broken: false,
        is_flow_item: false,
    }
}

fn plain<'d>(reading: &mut FileReading<'d>, node: &'d Node, scalar: &'d Scalar) -> Draft<'d> {
    if scalar.is_absent() || scalar.value.trim().is_empty() {
        let span = if scalar.span.is_empty() { dash(reading, scalar) } else { scalar.span };
        reading.mistake(
            code::EMPTY_SENTENCE,
            span,
            "the rule has no sentence",
            "write one after the `- `, or take the line out",
        );
        return empty(node);
    }
    Draft { sentence: Some(scalar), ..empty(node) }
}

/// The `-` before an entry that says nothing.
fn dash(reading: &FileReading<'_>, scalar: &Scalar) -> crate::span::Span {
    let before = reading.document.text.get(..scalar.span.range().start).unwrap_or("").trim_end();
    if before.ends_with('-') { crate::span::Span::new(before.len() - 1, before.len()) } else { scalar.span }
}

fn from_mapping<'d>(reading: &mut FileReading<'d>, node: &'d Node, mapping: &'d Mapping) -> Option<Draft<'d>> {
    if is_sentence_with_colon(mapping) {
        sentence_with_colon(reading, node);
        return None;
    }
    let fields = reading.fields(mapping, "a rule", KEYS);
    let sentence = sentence(reading, node, &fields);
    let id = fields.get("id").and_then(|node| reading.text(node, "`id`"));
    let severity = fields.get("severity").and_then(|node| reading.one_of(node, "`severity`", SEVERITIES));
    let why = fields.get("why").filter(|_| !fields.is_cut("why")).and_then(|node| reading.text(node, "`why`"));
    let tags = fields.get("tags").map(|node| texts(reading, node, "a tag")).unwrap_or_default();
    let examples = fields.get("examples").map(|node| example::read(reading, node)).unwrap_or_default();
    let on_no_evidence =
        fields.get("on no evidence").and_then(|node| reading.one_of(node, "`on no evidence`", OnNoEvidence::NAMES));
    let suppressions = fields.get("suppress").map(|node| suppression::of_rule(reading, node)).unwrap_or_default();
    Some(Draft {
        id,
        sentence,
        severity: severity.unwrap_or_default(),
        why: why.map(|why| why.value.trim().to_string()),
        tags,
        examples,
        on_no_evidence,
        suppressions,
        ..empty(node)
    })
}

fn sentence<'d>(reading: &mut FileReading<'d>, node: &'d Node, fields: &Fields<'d>) -> Option<&'d Scalar> {
    let Some(entry) = fields.entry("rule") else {
        if fields.is_misnamed("rule") {
            return None;
        }
        let help = "add `rule:` with the sentence: `rule: call date consistent across sources`";
        reading.mistake(
            code::MISSING_SENTENCE,
            reading.document.first_line(node.span),
            "the rule has no sentence",
            help,
        );
        return None;
    };
    if fields.is_cut("rule") {
        return None;
    }
    match &entry.value.shape {
        NodeShape::Scalar(scalar) if !scalar.is_absent() && !scalar.value.trim().is_empty() => Some(scalar),
        NodeShape::Scalar(_) => {
            let help = "write it after the colon: `rule: call date consistent across sources`";
            reading.mistake(code::EMPTY_SENTENCE, reading.words(&entry.key), "the rule has no sentence", help);
            None
        }
        NodeShape::Mapping(mapping) if !mapping.is_flow && mapping.entries.len() == 1 => {
            sentence_with_colon(reading, &entry.value);
            None
        }
        NodeShape::Mapping(_) | NodeShape::List(_) => {
            reading.wrong_shape(&entry.value, "a sentence", "a text", "write one sentence a rule, without brackets");
            None
        }
    }
}

/// `- call date: consistent`: one key that is no key of a rule, nor like one, and words behind it.
fn is_sentence_with_colon(mapping: &Mapping) -> bool {
    match mapping.entries.as_slice() {
        [only] => {
            let key = only.key.value.as_str();
            let is_like_a_key = || crate::suggest::nearest(key, KEYS.iter().copied()).is_some();
            let has_words = only.value.scalar().is_some();
            has_words && !KEYS.contains(&key) && (key.contains(' ') || !is_like_a_key())
        }
        [] | [_, _, ..] => false,
    }
}

fn sentence_with_colon(reading: &mut FileReading<'_>, node: &Node) {
    let span = reading.document.first_line(node.span);
    let written = span.of(&reading.document.text).trim_matches(['{', '}', ' ']).to_string();
    let help = format!("leave the colon out, or put the sentence in quotes: `- {}`", quoted(&written));
    reading.mistake(code::SENTENCE_READ_AS_MAPPING, span, "the colon made YAML read this sentence as a mapping", help);
}

fn texts<'d>(reading: &mut FileReading<'d>, node: &'d Node, what: &str) -> Vec<String> {
    reading.texts(node, what).into_iter().map(|text| text.value.trim().to_string()).collect()
}
