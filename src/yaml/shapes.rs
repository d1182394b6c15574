//! Walking the tree: a text, a list of texts, a mapping with known keys; what has another shape is a diagnostic.

use super::{Document, Mapping, MappingEntry, Node, NodeShape, Scalar, WrittenStyle, syntax::quoted};
use crate::{
    diagnostic::{Code, Diagnostic, Fix, Level, Mistake, code},
    fold,
    span::Span,
    suggest,
};

/// The help for a mistake, and where it has one answer what to write in place of the words at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// What to write, in words.
    pub help: String,
    /// What to write, to the letter.
    pub meant: Option<String>,
}

impl Advice {
    /// A help that offers this.
    #[must_use]
    pub fn meant(text: &str, help: String) -> Self {
        Self { help, meant: Some(text.to_string()) }
    }
}

impl<S: Into<String>> From<S> for Advice {
    fn from(help: S) -> Self {
        Self { help: help.into(), meant: None }
    }
}

/// Whether a text says the same in quotation marks of any sort and without: what is put in a place is in its style.
fn stands_anywhere(text: &str) -> bool {
    let is_edge = |edge: char| edge.is_alphanumeric() || matches!(edge, '<' | '>' | '$' | '*');
    let is_plain = |inner: char| is_edge(inner) || matches!(inner, ' ' | '-' | '_' | '.' | '/' | '+');
    text.starts_with(|first: char| is_edge(first) && first != '*')
        && text.ends_with(is_edge)
        && text.chars().all(is_plain)
}

/// One file being read, and the mistakes found so far.
#[derive(Debug)]
pub struct FileReading<'d> {
    /// The file.
    pub document: &'d Document,
    /// The mistakes, in the order they were found.
    pub mistakes: Vec<Diagnostic>,
}

/// The known keys of one mapping.
#[derive(Debug)]
pub struct Fields<'d> {
    entries: Vec<&'d MappingEntry>,
    cut: Vec<&'d str>,
    /// What was probably meant by keys that are unknown.
    meant: Vec<&'static str>,
}

/// Keys that other tools have for what is written here otherwise.
const OF_OTHER_TOOLS: &[(&str, &str)] = &[
    ("check", "rule"),
    ("sentence", "rule"),
    ("assert", "rule"),
    ("expect", "rule"),
    ("level", "severity"),
    ("name", "id"),
    ("description", "why"),
    ("message", "why"),
    ("note", "why"),
    ("reason", "why"),
    ("labels", "tags"),
    ("tests", "examples"),
    ("pattern", "phrases"),
    ("patterns", "phrases"),
    ("regex", "phrases"),
    ("tokens", "phrases"),
    ("raw", "phrases"),
    ("phrase", "phrases"),
    ("match", "phrases"),
    ("exceptions", "except"),
    ("ignore", "except"),
    ("exclude", "except"),
    ("scope", "in"),
    ("type", "kind"),
    ("values", "choices"),
    ("enum", "choices"),
    ("options", "choices"),
    ("extends", "use"),
    ("imports", "include"),
    ("import", "include"),
    ("checks", "rules"),
    ("aliases", "names"),
    ("sources", "articles"),
    ("why", "reason"),
    ("because", "reason"),
    ("until", "expires"),
    ("expiry", "expires"),
];

impl<'d> Fields<'d> {
    /// The value of this key; nothing where it was left out, or written without a value.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'d Node> {
        self.entry(key).map(|entry| &entry.value).filter(|value| !value.is_absent())
    }

    /// The entry of this key, also where it has no value.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&'d MappingEntry> {
        self.entries.iter().find(|entry| entry.key.value == key).copied()
    }

    /// Whether another tool's name of this key was read, and was told to be unknown.
    #[must_use]
    pub fn is_misnamed(&self, key: &str) -> bool {
        self.meant.contains(&key)
    }

    /// Whether a comma cut the value of this key in two.
    #[must_use]
    pub fn is_cut(&self, key: &str) -> bool {
        self.cut.contains(&key)
    }
}

impl<'d> FileReading<'d> {
    /// Nothing read, no mistake found.
    #[must_use]
    pub fn new(document: &'d Document) -> Self {
        Self { document, mistakes: Vec::new() }
    }

    /// Notes a mistake, or what somebody should look at.
    pub fn mistake(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<Advice>) {
        let Advice { help, meant } = help.into();
        let fix = meant.filter(|text| stands_anywhere(text)).map(|text| Fix { span, text });
        self.mistakes.push(self.document.diagnostic(code, span, message, Some(help)).with_fix(fix));
    }

    /// The same, where what YAML cut in pieces is one text that wants quotation marks.
    fn unquoted(&mut self, code: Code, span: Span, message: &str, help: String, text: &str) {
        let fix = Some(Fix { span, text: quoted(text) });
        self.mistakes.push(self.document.diagnostic(code, span, message, Some(help)).with_fix(fix));
    }

    /// Notes a mistake of what a text says: at its words in the file, or at the whole text where it has no place.
    pub fn in_text(&mut self, scalar: &Scalar, mistake: Mistake) {
        let at_fault = mistake.place.clone();
        let in_file = |range| scalar.place(&self.document.text, range);
        // Without a place all of its words are at fault, and are what is to be written otherwise.
        let (span, fixed) = match (at_fault, &mistake.fix) {
            (None, _) => (self.words(scalar), self.words(scalar)),
            (Some(range), Some(fix)) => (in_file(range), in_file(fix.span.range())),
            (Some(range), None) => (in_file(range.clone()), in_file(range)),
        };
        let fix = mistake.fix.clone().filter(|fix| stands_anywhere(&fix.text));
        let fix = fix.map(|fix| Fix { span: fixed, ..*fix });
        self.mistakes.push(mistake.placed(self.document.diagnostic_place(span)).with_fix(fix));
    }

    /// How many errors were found so far.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.mistakes.iter().filter(|mistake| mistake.level == Level::Error).count()
    }

    /// The words of a text, without quotation marks.
    #[must_use]
    pub fn words(&self, scalar: &Scalar) -> Span {
        scalar.words(&self.document.text)
    }

    /// The first line of a node.
    #[must_use]
    pub fn first_line(&self, node: &Node) -> Span {
        match &node.shape {
            NodeShape::Scalar(scalar) => self.words(scalar),
            NodeShape::List(_) | NodeShape::Mapping(_) => self.document.first_line(node.span),
        }
    }

    /// The node as a text that says something; `what` names it: "`severity`".
    pub fn text(&mut self, node: &'d Node, what: &str) -> Option<&'d Scalar> {
        match &node.shape {
            NodeShape::Scalar(scalar) if !scalar.value.trim().is_empty() && !scalar.is_absent() => Some(scalar),
            NodeShape::Scalar(scalar) => {
                let span = scalar.span;
                self.mistake(code::EMPTY_TEXT, span, format!("{what} is empty"), "write a text, or leave the key out");
                None
            }
            NodeShape::Mapping(mapping) => {
                self.read_as_mapping(node, mapping, what);
                None
            }
            NodeShape::List(_) => {
                self.wrong_shape(node, what, "a text", "write one text, without brackets and without `- `");
                None
            }
        }
    }

    /// The node as texts: one, or a list of them.
    pub fn texts(&mut self, node: &'d Node, what: &str) -> Vec<&'d Scalar> {
        match &node.shape {
            NodeShape::List(list) => list.items.iter().filter_map(|item| self.text(item, what)).collect(),
            NodeShape::Scalar(scalar) if scalar.is_absent() => Vec::new(),
            NodeShape::Scalar(_) | NodeShape::Mapping(_) => self.text(node, what).into_iter().collect(),
        }
    }

    /// Notes where a text goes on with `#2` or `#<count>`: YAML reads that, after a blank, as a comment.
    pub fn number_sign(&mut self, scalar: &Scalar) -> bool {
        let text = self.document.text.as_str();
        let rest = text.get(scalar.span.range().end..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let comment = rest.trim();
        let is_text = |behind: char| behind.is_ascii_digit() || behind == '<';
        let is_cut = comment.strip_prefix('#').is_some_and(|rest| rest.starts_with(is_text));
        if scalar.style != WrittenStyle::Plain || !is_cut {
            return false;
        }
        let start = scalar.span.range().end + rest.find('#').unwrap_or(0);
        let span = Span::new(start, start + comment.len());
        let whole = fold::one_line(&format!("{} {comment}", scalar.value));
        let help = format!("put the text in quotes, {}, or leave a blank after the `#` of a comment", quoted(&whole));
        let message = format!("YAML reads `{comment}` as a comment, not as text");
        let whole_span = scalar.span.cover(span);
        let fix = Some(Fix { span: whole_span, text: quoted(&whole) });
        let found = self.document.diagnostic(code::COMMENT_IN_TEXT, span, message, Some(help));
        self.mistakes.push(found.with_fix(fix));
        true
    }

    /// The node as a mapping; `help` shows what one looks like.
    pub fn mapping(&mut self, node: &'d Node, what: &str, help: &str) -> Option<&'d Mapping> {
        if node.mapping().is_none() && !node.is_absent() {
            self.wrong_shape(node, what, "a mapping", help);
        }
        node.mapping()
    }

    /// Notes that something has another shape than it should.
    pub fn wrong_shape(&mut self, node: &Node, what: &str, wanted: &str, help: &str) {
        let message = format!("{what} is {wanted}, not {}", node.shape_name());
        self.mistake(code::WRONG_SHAPE, self.first_line(node), message, help);
    }

    /// The node as one of a few words, any case.
    pub fn one_of<T: Copy>(&mut self, node: &'d Node, what: &str, choices: &[(&str, T)]) -> Option<T> {
        let scalar = self.text(node, what)?;
        let word = scalar.value.trim();
        let found = choices.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            let help = suggestion(word, &names, &format!("write {}", either(&names)));
            let message = format!("{what} cannot be `{word}`");
            self.mistake(code::UNKNOWN_WORD, self.words(scalar), message, help);
        }
        found.map(|(_, choice)| *choice)
    }

    /// The entries of a mapping whose keys are known; `what` names what has them: "a rule".
    pub fn fields(&mut self, mapping: &'d Mapping, what: &str, known: &[&str]) -> Fields<'d> {
        let mut fields = Fields { entries: Vec::new(), cut: Vec::new(), meant: Vec::new() };
        let mut pieces: Vec<&'d MappingEntry> = Vec::new();
        for entry in &mapping.entries {
            let is_known = known.contains(&entry.key.value.as_str());
            if !is_known
                && mapping.is_flow
                && is_cut_off(entry)
                && fields.entries.last().is_some_and(|last| holds_text(last))
            {
                pieces.push(entry);
                continue;
            }
            self.comma(&mut fields, &mut pieces);
            if is_known {
                fields.entries.push(entry);
            } else {
                fields.meant.extend(of_other_tools(&entry.key, known));
                self.unknown_key(&entry.key, what, known);
            }
        }
        self.comma(&mut fields, &mut pieces);
        fields
    }

    fn unknown_key(&mut self, key: &Scalar, what: &str, known: &[&str]) {
        let help = match of_other_tools(key, known) {
            Some(ours) => Advice { help: format!("write `{ours}`"), meant: Some(ours.to_string()) },
            None => suggestion(&key.value, known, &format!("the keys of {what}: {}", known.join(", "))),
        };
        self.mistake(code::UNKNOWN_KEY, self.words(key), format!("{what} has no key `{}`", key.value), help);
    }

    /// Notes that commas cut the last value read: `pieces` are the keys that YAML made of the rest.
    fn comma(&mut self, fields: &mut Fields<'d>, pieces: &mut Vec<&'d MappingEntry>) {
        let (Some(entry), Some(last)) = (fields.entries.last(), pieces.last()) else { return };
        let whole = entry.value.span.cover(last.key.span);
        let text = fold::one_line(whole.of(&self.document.text));
        let help = format!("put the text in quotes: `{}: {}`", entry.key.value, quoted(&text));
        self.unquoted(code::COMMA_IN_FLOW, whole, "inside `{ }` YAML cuts a text at its commas", help, &text);
        fields.cut.push(&entry.key.value);
        pieces.clear();
    }

    /// Notes that a text with a colon became a mapping.
    fn read_as_mapping(&mut self, node: &Node, mapping: &Mapping, what: &str) {
        let span = self.document.first_line(node.span);
        let written = span.of(&self.document.text);
        if mapping.is_flow && written.starts_with('?') {
            let help = "put the text in quotes".to_string();
            self.mistake(
                code::QUESTION_MARK_IN_FLOW,
                span,
                "inside brackets YAML reads a leading `?` as the start of a key",
                help,
            );
        } else if mapping.is_flow || mapping.entries.len() != 1 {
            self.wrong_shape(node, what, "a text", "put a text with brackets or colons in quotes");
        } else {
            let help = format!("leave the colon out, or put the text in quotes: `{}`", quoted(written));
            self.mistake(
                code::TEXT_READ_AS_MAPPING,
                span,
                format!("{what} is a text, and its colon made YAML read a mapping"),
                help,
            );
        }
    }
}

/// What another tool's key is called here.
fn of_other_tools(key: &Scalar, known: &[&str]) -> Option<&'static str> {
    let lower = key.value.to_lowercase();
    let meant = OF_OTHER_TOOLS.iter().find(|(theirs, ours)| *theirs == lower && known.contains(ours));
    meant.map(|(_, ours)| *ours)
}

/// Whether the entry is what a comma leaves of a text inside braces: a key without a value.
fn is_cut_off(entry: &MappingEntry) -> bool {
    entry.value.is_absent() && entry.key.style == WrittenStyle::Plain
}

fn holds_text(entry: &MappingEntry) -> bool {
    entry.value.scalar().is_some_and(|scalar| scalar.style == WrittenStyle::Plain && !scalar.is_absent())
}

/// `error, warning or note`.
#[must_use]
pub fn either(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => format!("`{only}`"),
        [first @ .., last] => {
            let first: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
            format!("{} or `{last}`", first.join(", "))
        }
    }
}

/// What people write for keys and words of ours.
const MEANT: &[(&str, &str)] = &[
    ("because", "why"),
    ("exclude", "except"),
    ("level", "severity"),
    ("name", "id"),
    ("options", "choices"),
    ("part", "in"),
    ("parts", "in"),
    ("pattern", "phrases"),
    ("patterns", "phrases"),
    ("reason", "why"),
    ("sentence", "rule"),
    ("test", "examples"),
    ("tests", "examples"),
    ("type", "kind"),
    ("values", "choices"),
    ("when", "rule"),
];

/// The help for a word that is none of `names`: the nearest one, and what there is.
#[must_use]
pub fn suggestion(word: &str, names: &[&str], otherwise: &str) -> Advice {
    let word = word.trim();
    let meant = MEANT.iter().find(|(wrong, right)| word.eq_ignore_ascii_case(wrong) && names.contains(right));
    match meant.map(|(_, right)| *right).or_else(|| suggest::nearest(word, names.iter().copied())) {
        Some(near) => Advice::meant(near, format!("did you mean `{near}`? {otherwise}")),
        None => otherwise.into(),
    }
}
