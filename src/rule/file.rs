//! The sections of one rule file: which story it is for, its names and word lists, its topics, its rules.

use crate::{
    claim::phrase::PhraseVocabulary,
    diagnostic::{Diagnostic, code},
    kind::name::Spellings,
    yaml::{self, FileReading, Mapping, Node, NodeShape},
};
use std::collections::BTreeMap;

/// The keys of a rule file.
pub(super) const KEYS: &[&str] = &["story", "include", "use", "facts", "topics", "names", "words", "rules"];

/// How a rule file came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileRole {
    /// It was named: whatever it declares is there to be used.
    Named,
    /// Others include it, and need not use all of it.
    Included,
    /// It ships with the program: what a reader declares takes the place of what it has.
    Shipped,
}

/// One rule file, cut into its sections.
pub(super) struct Sections<'d> {
    /// The file and its mistakes.
    pub reading: FileReading<'d>,
    /// The only story it is for.
    pub story: Option<String>,
    /// Its names and word lists.
    pub vocabulary: PhraseVocabulary,
    /// Its topics.
    pub topics: Option<&'d Mapping>,
    /// Its rules.
    pub rules: Option<&'d Node>,
    /// How it came in.
    pub role: FileRole,
}

/// Reads the sections of a file that is for `story` where it names none; `stories` are those of the project.
pub(super) fn sections<'d>(
    mut reading: FileReading<'d>,
    story: Option<&str>,
    stories: Option<&[String]>,
) -> Sections<'d> {
    let story = story.map(str::to_string);
    let Some(fields) = top(&mut reading) else {
        let vocabulary = PhraseVocabulary::default();
        return Sections { reading, story, vocabulary, topics: None, rules: None, role: FileRole::Named };
    };
    let own = fields.get("story").and_then(|node| own_story(&mut reading, node, stories));
    let story = own.or(story);
    let help = "write `names:` and below it `  Kowalczyk: [Kowalchik, Kowaltschik]`";
    let names = fields.get("names").map(|node| word_lists(&mut reading, node, "`names`", help)).unwrap_or_default();
    if let Some(mapping) = fields.get("names").and_then(Node::mapping) {
        doubt_spellings(&mut reading, mapping);
    }
    let help = "write `words:` and below it `  hurt: [hurt, wounded, injured]`";
    let words = fields.get("words").map(|node| word_lists(&mut reading, node, "`words`", help)).unwrap_or_default();
    let help = "write `topics:` and below it `  call date:`, `    kind: date`, `    phrases: [...]`";
    let topics = fields.get("topics").and_then(|node| reading.mapping(node, "`topics`", help));
    let rules = fields.get("rules");
    Sections { reading, story, vocabulary: PhraseVocabulary { names, words }, topics, rules, role: FileRole::Named }
}

fn top<'d>(reading: &mut FileReading<'d>) -> Option<crate::yaml::Fields<'d>> {
    let document = reading.document;
    let Some(root) = document.root.as_ref().filter(|root| !root.is_absent()) else {
        if !document.has_gaps {
            let help = "write `rules:` and below it `  - ` and a sentence".to_string();
            let (file, message) = (&document.file, "the rule file says nothing");
            reading.mistakes.push(Diagnostic::about_file(code::EMPTY_FILE, file, message, Some(help)));
        }
        return None;
    };
    match root.mapping() {
        Some(mapping) => Some(reading.fields(mapping, "a rule file", KEYS)),
        None => {
            let help = "begin with `rules:`, and indent what you have below it";
            reading.wrong_shape(root, "a rule file", "a mapping", help);
            None
        }
    }
}

fn own_story(reading: &mut FileReading<'_>, node: &Node, stories: Option<&[String]>) -> Option<String> {
    let Some(scalar) = node.scalar() else {
        let help = "name one story; leave `story:` out where the rules are for all of them";
        reading.wrong_shape(node, "`story`", "a text", help);
        return None;
    };
    let name = scalar.value.trim();
    if let Some(stories) = stories
        && !stories.iter().any(|story| story == name)
    {
        let names: Vec<&str> = stories.iter().map(String::as_str).collect();
        let known = match names.as_slice() {
            [] => "the project has no stories".to_string(),
            [..] => format!("the project's stories: {}", names.join(", ")),
        };
        let message = format!("the project has no story `{name}`, so these rules are never judged");
        reading.mistake(code::UNKNOWN_STORY, reading.words(scalar), message, yaml::suggestion(name, &names, &known));
    }
    Some(name.to_string())
}

/// Warns of what is listed under two names: nobody can say which of them an article means.
fn doubt_spellings(reading: &mut FileReading<'_>, names: &Mapping) {
    let mut spellings = Spellings::default();
    for entry in &names.entries {
        let items = match &entry.value.shape {
            NodeShape::List(list) => list.items.iter().filter_map(Node::scalar).collect(),
            NodeShape::Scalar(scalar) => vec![scalar],
            NodeShape::Mapping(_) => Vec::new(),
        };
        let name = entry.key.value.trim();
        for scalar in std::iter::once(&entry.key).chain(items) {
            let word = scalar.value.trim();
            if let Some(other) = spellings.listed(word).filter(|other| *other != name) {
                let message = format!("`{word}` stands under two names, `{other}` and `{name}`");
                let help = "list it only under the name that articles mean by it";
                reading.mistake(code::AMBIGUOUS_SPELLING, reading.words(scalar), message, help);
            }
            spellings.add(name, &[word.to_string()]);
        }
    }
}

fn word_lists<'d>(
    reading: &mut FileReading<'d>,
    node: &'d Node,
    what: &str,
    help: &str,
) -> BTreeMap<String, Vec<String>> {
    let mut lists = BTreeMap::new();
    let Some(mapping) = reading.mapping(node, what, help) else { return lists };
    for entry in &mapping.entries {
        let name = entry.key.value.trim();
        let texts = reading.texts(&entry.value, &format!("a word of `{name}`"));
        let words: Vec<String> = texts.iter().map(|text| text.value.trim().to_string()).collect();
        if name.is_empty() {
            reading.mistake(code::EMPTY_TEXT, entry.key.span, format!("a name in {what} is empty"), help);
        } else if what == "`words`"
            && !name.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter))
        {
            let help =
                "name it with letters, digits and hyphens, `killed-or-hurt:`, and write `$killed-or-hurt` in phrases";
            let message = format!("`{name}` cannot be the name of a list");
            reading.mistake(code::BAD_LIST_NAME, reading.words(&entry.key), message, help);
        } else if words.is_empty() && !matches!(what, "`names`") {
            reading.mistake(
                code::EMPTY_LIST,
                reading.words(&entry.key),
                format!("the list `{name}` has no words"),
                help,
            );
        } else {
            lists.insert(name.to_string(), words);
        }
    }
    lists
}
