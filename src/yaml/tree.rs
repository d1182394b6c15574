//! From the parser's events to the tree: duplicate keys, aliases and stray tags are found on the way.

use super::{Document, List, Mapping, MappingEntry, Node, NodeShape, Scalar, WrittenStyle};
use crate::{
    diagnostic::{Code, Diagnostic, Fix, code},
    span::Span,
};
use granit_parser::{Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle, options};
use std::collections::BTreeMap;

/// How deep lists and mappings may lie in each other.
pub(super) const DEEPEST: usize = 32;

/// How many nodes aliases may repeat in one file.
const MOST_REPEATED: usize = 20_000;

/// What one pass over the text gave.
pub(super) struct Pass {
    /// What was read, up to the error.
    pub root: Option<Node>,
    /// What was wrong with what was read.
    pub mistakes: Vec<Diagnostic>,
    /// Where and why reading stopped.
    pub error: Option<ScanError>,
    /// The innermost bracket that was open when reading stopped.
    pub bracket: Option<Span>,
    /// Whether something is left out although the text is well-formed: behind a budget, in a second document, in a section
    /// that is there twice.
    pub is_cut: bool,
}

/// Reads `text`, which has the length of the document's own text, and its places.
pub(super) fn build(document: &Document, text: &str) -> Pass {
    let settings = options! {
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut parser: Parser<'_, StrInput<'_>> = Parser::new_from_str_with_options(text, settings);
    let mut builder = Builder::new(document);
    let error = loop {
        match parser.next_event() {
            None => break None,
            Some(Err(error)) => break Some(error),
            Some(Ok((event, place))) => {
                let span = place.byte_range().map_or(Span::default(), |range| Span::new(range.start, range.end));
                let tag = place.tag_span().and_then(|tag| tag.byte_range());
                builder.take(&event, span, tag.map(|tag| Span::new(tag.start, tag.end)));
                if builder.is_exhausted || builder.has_second_document {
                    break None;
                }
            }
        }
    };
    let bracket = builder.open.iter().rev().find(|open| open.is_flow()).map(|open| open.bracket());
    builder.close_all();
    let is_cut = builder.is_exhausted || builder.has_second_document || builder.has_section_twice;
    // What a bomb has filled is of no use to anybody.
    let root = builder.root.filter(|_| !builder.is_exhausted);
    Pass { root, mistakes: builder.mistakes, error, bracket, is_cut }
}

struct Builder<'d> {
    document: &'d Document,
    root: Option<Node>,
    open: Vec<OpenCollection>,
    anchors: BTreeMap<usize, Option<(Node, usize)>>,
    mistakes: Vec<Diagnostic>,
    documents: usize,
    repeated: usize,
    is_exhausted: bool,
    has_second_document: bool,
    has_section_twice: bool,
}

/// A collection whose end has not come.
struct OpenCollection {
    anchor: usize,
    start: u32,
    end: u32,
    /// How many nodes it holds, for the budget of aliases.
    size: usize,
    content: OpenContent,
}

impl OpenCollection {
    fn is_flow(&self) -> bool {
        match &self.content {
            OpenContent::List(list) => list.is_flow,
            OpenContent::Mapping { mapping, .. } => mapping.is_flow,
        }
    }

    fn bracket(&self) -> Span {
        Span { start: self.start, end: self.start + 1 }
    }
}

enum OpenContent {
    List(List),
    Mapping { mapping: Mapping, key: Option<Key>, seen: BTreeMap<String, Span> },
}

enum Key {
    Text(Scalar),
    /// A list or a mapping as a key, or a key that came before.
    Unusable,
}

impl<'d> Builder<'d> {
    fn new(document: &'d Document) -> Self {
        Self {
            document,
            root: None,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            mistakes: Vec::new(),
            documents: 0,
            repeated: 0,
            is_exhausted: false,
            has_second_document: false,
            has_section_twice: false,
        }
    }

    fn take(&mut self, event: &Event<'_>, span: Span, tag: Option<Span>) {
        if let Some(tag) = tag
            && event.tag().is_some_and(|tag| !tag.is_yaml_core_schema())
        {
            self.stray_tag(tag);
        }
        match event {
            Event::Scalar(value, style, anchor, _) => {
                let style = match style {
                    ScalarStyle::Plain => WrittenStyle::Plain,
                    ScalarStyle::SingleQuoted => WrittenStyle::SingleQuoted,
                    ScalarStyle::DoubleQuoted => WrittenStyle::DoubleQuoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => WrittenStyle::Block,
                };
                let scalar = Scalar { value: value.to_string(), style, span };
                let node = Node { span, alias: None, shape: NodeShape::Scalar(scalar) };
                self.anchor(*anchor, &node, 1);
                self.place(node, 1);
            }
            Event::SequenceStart(style, anchor, _) => {
                let list = List { items: Vec::new(), is_flow: *style == StructureStyle::Flow };
                self.begin(*anchor, span, OpenContent::List(list));
            }
            Event::MappingStart(style, anchor, _) => {
                let mapping = Mapping { entries: Vec::new(), is_flow: *style == StructureStyle::Flow };
                let content = OpenContent::Mapping { mapping, key: None, seen: BTreeMap::new() };
                self.begin(*anchor, span, content);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(id) => self.repeat(*id, span),
            Event::UnresolvedAlias(name) => self.unknown_alias(name, span),
            Event::DocumentStart(..) => self.begin_document(span),
            // What is left says nothing about the tree: the ends of the stream and of documents, comments, names of anchors.
            _ => {}
        }
    }

    fn begin_document(&mut self, span: Span) {
        self.documents += 1;
        if self.documents == 2 {
            self.has_second_document = true;
            let help = "leave `---` out, or put what follows into a file of its own".to_string();
            self.mistake(
                code::SECOND_DOCUMENT,
                span,
                "the file has a second YAML document, which is not read",
                Some(help),
            );
        }
    }

    fn begin(&mut self, anchor: usize, span: Span, content: OpenContent) {
        // The anchor exists from here on, but cannot be repeated inside itself.
        if anchor != 0 {
            self.anchors.insert(anchor, None);
        }
        self.open.push(OpenCollection { anchor, start: span.start, end: span.end, size: 1, content });
    }

    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        let is_flow = open.is_flow();
        let shape = match open.content {
            OpenContent::List(list) => NodeShape::List(list),
            OpenContent::Mapping { mapping, .. } => NodeShape::Mapping(mapping),
        };
        // The end of a block is where the next thing begins; the end of its last child is nearer to what people see.
        let end = if is_flow { span.end } else { open.end };
        let node = Node { span: Span { start: open.start, end: end.max(open.start) }, alias: None, shape };
        self.anchor(open.anchor, &node, open.size);
        self.place(node, open.size);
    }

    fn anchor(&mut self, anchor: usize, node: &Node, size: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, Some((node.clone(), size)));
        }
    }

    /// Puts a finished node where it belongs: the key or the value of a mapping, the item of a list, the root.
    fn place(&mut self, node: Node, size: usize) {
        let end = node.used_at().end;
        let Some(mut parent) = self.open.pop() else {
            self.root = Some(node);
            return;
        };
        parent.end = parent.end.max(end);
        parent.size += size;
        match &mut parent.content {
            OpenContent::List(list) => list.items.push(node),
            OpenContent::Mapping { mapping, key, seen } => match key.take() {
                None => *key = Some(self.key(node, seen)),
                Some(Key::Text(key)) => mapping.entries.push(MappingEntry { key, value: node }),
                Some(Key::Unusable) => {}
            },
        }
        self.open.push(parent);
    }

    fn key(&mut self, node: Node, seen: &mut BTreeMap<String, Span>) -> Key {
        let span = node.used_at();
        let scalar = match node.shape {
            NodeShape::Scalar(scalar) => scalar,
            NodeShape::List(_) | NodeShape::Mapping(_) => {
                let help = "put a text that begins with a bracket in quotes".to_string();
                let span = self.document.first_line(span);
                self.mistake(code::KEY_NOT_TEXT, span, "a key is a text, not a list or a mapping", Some(help));
                return Key::Unusable;
            }
        };
        if scalar.value == "<<" && scalar.style == WrittenStyle::Plain {
            let help = "write the keys out, or repeat a single value with an alias: `phrases: *same`".to_string();
            self.mistake(code::MERGE_KEY, span, "`<<` does not merge mappings here", Some(help));
            return Key::Unusable;
        }
        if let Some(first) = seen.get(&scalar.value) {
            self.duplicate(&scalar, span, *first);
            return Key::Unusable;
        }
        seen.insert(scalar.value.clone(), span);
        Key::Text(scalar)
    }

    fn duplicate(&mut self, key: &Scalar, span: Span, first: Span) {
        let message = format!("the key `{}` is here twice", key.value);
        let help = "keep one of them; only the first is read".to_string();
        let begins_line = self.document.text.get(..span.range().start).is_none_or(|before| before.ends_with('\n'));
        self.has_section_twice |= begins_line;
        let first = self.document.diagnostic_place(first);
        let found = self.document.diagnostic(code::DUPLICATE_KEY, span, message, Some(help));
        let fix = lines_of_key(&self.document.text, span).map(|span| Fix { span, text: String::new() });
        self.mistakes.push(found.with_fix(fix).with_related(first, "first here"));
    }

    fn repeat(&mut self, id: usize, span: Span) {
        match self.anchors.get(&id) {
            Some(Some((node, size))) => {
                let (mut node, size) = (node.clone(), *size);
                node.alias = Some(span);
                self.repeated += size;
                if self.repeated > MOST_REPEATED {
                    self.is_exhausted = true;
                    let message = format!("aliases repeat more than {MOST_REPEATED} texts, lists and mappings");
                    let help = "write the rules out, or split the file".to_string();
                    self.mistake(code::TOO_MANY_ALIASES, span, message, Some(help));
                } else {
                    self.place(node, size);
                }
            }
            Some(None) => {
                self.mistake(code::ALIAS_INSIDE_ITSELF, span, "an alias cannot stand inside what it repeats", None);
                self.place(absent(span), 1);
            }
            None => self.place(absent(span), 1),
        }
    }

    fn unknown_alias(&mut self, name: &str, span: Span) {
        let message = format!("YAML reads `*{name}` as an alias, and there is no anchor `&{name}` above it");
        let help = "put a text that begins with `*` in quotes".to_string();
        self.mistake(code::UNKNOWN_ALIAS, span, message, Some(help));
        self.place(absent(span), 1);
    }

    fn stray_tag(&mut self, span: Span) {
        let message = format!("YAML reads `{}` as a tag, not as text", span.of(&self.document.text));
        let help = "put a text that begins with `!` in quotes".to_string();
        self.mistake(code::STRAY_TAG, span, message, Some(help));
    }

    fn mistake(&mut self, code: Code, span: Span, message: impl Into<String>, help: Option<String>) {
        self.mistakes.push(self.document.diagnostic(code, span, message, help));
    }

    /// Ends what an error left open. What is deeper than an entry of a section is half-read, and dropped.
    fn close_all(&mut self) {
        while let Some(open) = self.open.last() {
            if self.open.len() > 2 {
                self.open.pop();
            } else {
                let end = Span { start: open.end, end: open.end };
                self.end(end);
            }
        }
    }
}

fn absent(span: Span) -> Node {
    let scalar = Scalar { value: "~".to_string(), style: WrittenStyle::Plain, span };
    Node { span, alias: None, shape: NodeShape::Scalar(scalar) }
}

/// The lines of an entry whose key stands here: its own, and those below it that stand further in. Nothing where something else
/// stands before it on its line.
fn lines_of_key(text: &str, key: Span) -> Option<Span> {
    let before = text.get(..key.range().start)?.trim_end_matches(' ');
    if !before.is_empty() && !before.ends_with('\n') {
        return None;
    }
    let (start, indent) = (before.len(), key.range().start - before.len());
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_inside = |line: &&str| {
        let is_item = depth(line) == indent && line.trim_start().starts_with("- ");
        line.trim().is_empty() || depth(line) > indent || is_item
    };
    let mut lines = text.get(start..)?.split_inclusive('\n');
    let first = lines.next()?.len();
    let own: Vec<&str> = lines.take_while(is_inside).collect();
    // What is blank behind it stays.
    let kept = own.iter().rposition(|line| !line.trim().is_empty()).map_or(0, |last| last + 1);
    let length: usize = own.iter().take(kept).map(|line| line.len()).sum();
    let span = Span::new(start, start + first + length);
    // Brackets and quotation marks may end elsewhere.
    let number = |mark: char| span.of(text).matches(mark).count();
    let is_whole = number('[') == number(']') && number('{') == number('}') && number('"').is_multiple_of(2);
    is_whole.then_some(span)
}
