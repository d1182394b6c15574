//! The topics of a rule file: a kind, the phrases that find its claims, and what narrows them.

use super::{
    about::{self, TopicAbout},
    narrow::{self, develops, of},
    phrases,
};
use crate::{
    claim::{
        SubjectId, Topic,
        phrase::{Phrase, PhraseWords, Use},
        topic::Pattern,
    },
    diagnostic::code,
    fold,
    kind::CHOICE,
    text::Part,
    value::Kind,
    yaml::{self, Advice, Fields, FileReading, Mapping, MappingEntry, Node, Scalar},
};

/// The keys of a topic.
pub(super) const KEYS: &[&str] = &[
    "kind", "why", "phrases", "choices", "except", "not near", "about", "in", "unit", "of", "develops", "said by",
    "examples",
];

/// A longer name fits no sentence and no column.
const LONGEST_NAME: usize = 200;

/// A topic as a file declares it.
pub(super) struct DeclaredTopic<'d> {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub key: &'d Scalar,
    /// The topic; nothing where its kind is not known.
    pub topic: Option<Topic>,
    /// What it says of itself.
    pub about: TopicAbout,
    /// Whether it has a mistake: rules about it are then not judged.
    pub is_broken: bool,
}

/// What topics are read with.
pub(super) struct With<'w> {
    /// The only story they are for.
    pub story: Option<&'w str>,
    /// Names and word lists, and the words the engine knows.
    pub words: PhraseWords<'w>,
}

/// Reads `topics:`.
pub(super) fn topics<'d>(
    reading: &mut FileReading<'d>,
    mapping: &'d Mapping,
    with: &With<'_>,
) -> Vec<DeclaredTopic<'d>> {
    let mut declared_before: Option<&MappingEntry> = None;
    let mut found = Vec::new();
    for (index, entry) in mapping.entries.iter().enumerate() {
        if is_misplaced(reading, entry, declared_before) {
            continue;
        }
        declared_before = Some(entry);
        let is_empty = entry.value.is_absent();
        let own_key = mapping.entries.get(index + 1).filter(|next| is_empty && KEYS.contains(&next.key.value.trim()));
        // What stands beside the topic, and should stand in it, is told there.
        match own_key {
            Some(_) => found.push(DeclaredTopic {
                name: fold::one_line(&entry.key.value),
                key: &entry.key,
                topic: None,
                about: TopicAbout::default(),
                is_broken: true,
            }),
            None => found.extend(declared(reading, entry, with)),
        }
    }
    found
}

/// Whether an entry of `topics:` is a section of the file, or the key of a topic, at the wrong depth.
fn is_misplaced(reading: &mut FileReading<'_>, entry: &MappingEntry, before: Option<&MappingEntry>) -> bool {
    let key = entry.key.value.trim();
    let has_kind =
        entry.value.mapping().is_some_and(|mapping| mapping.entries.iter().any(|inner| inner.key.value == "kind"));
    if has_kind {
        return false;
    }
    if super::file::KEYS.contains(&key) {
        let message = format!("`{key}:` stands under `topics:`");
        let help = format!("move `{key}:` to the left margin, so that it stands below `topics:` and not inside it");
        reading.mistake(code::MISPLACED_KEY, reading.words(&entry.key), message, help);
        return true;
    }
    let empty = before.filter(|before| before.value.is_absent());
    if let (true, Some(before)) = (KEYS.contains(&key), empty) {
        let topic = fold::one_line(&before.key.value);
        let message = format!("`{key}:` stands beside the topic `{topic}`");
        let help = format!("indent `{key}:` by two blanks more, so that it stands inside `{topic}:`");
        reading.mistake(code::MISPLACED_KEY, reading.words(&entry.key), message, help);
        return true;
    }
    false
}

fn declared<'d>(reading: &mut FileReading<'d>, entry: &'d MappingEntry, with: &With<'_>) -> Option<DeclaredTopic<'d>> {
    let name = fold::one_line(&entry.key.value);
    if !is_good_name(reading, &entry.key, &name) {
        return None;
    }
    let first = reading.mistakes.len();
    let errors = reading.errors();
    let mut about = TopicAbout::default();
    let topic = topic(reading, entry, &name, with, &mut about);
    let is_broken = reading.errors() > errors;
    if is_broken {
        say_what_follows(reading, first, &name);
    }
    Some(DeclaredTopic { name, key: &entry.key, topic, about, is_broken })
}

/// Adds to the first error since `first` that rules about the topic wait.
fn say_what_follows(reading: &mut FileReading<'_>, first: usize, name: &str) {
    let since = reading.mistakes.iter_mut().skip(first);
    if let Some(error) = since.into_iter().find(|mistake| mistake.level == crate::diagnostic::Level::Error) {
        let note = format!("rules about `{name}` are not judged until this is mended");
        error.help = Some(error.help.take().map_or(note.clone(), |help| format!("{help}\n{note}")));
    }
}

fn is_good_name(reading: &mut FileReading<'_>, key: &Scalar, name: &str) -> bool {
    if name.is_empty() || key.is_absent() {
        let help = "write what claims are about: `call duration:`";
        reading.mistake(code::BAD_TOPIC_NAME, key.span, "the topic has no name", help);
        return false;
    }
    if fold::words(name).is_empty() {
        let help = "write what claims are about: `call duration:`";
        reading.mistake(code::BAD_TOPIC_NAME, reading.words(key), "nobody sees the name of the topic", help);
        return false;
    }
    if name.len() > LONGEST_NAME {
        let help = "name in a few words what claims are about: `call duration:`";
        let message = format!("the name of the topic is longer than {LONGEST_NAME} bytes");
        reading.mistake(code::BAD_TOPIC_NAME, reading.document.first_line(key.span), message, help);
        return false;
    }
    if name.contains(['"', '“', '”']) {
        let help = "leave the quotation marks out: in a sentence, what stands in quotation marks is no topic";
        reading.mistake(
            code::BAD_TOPIC_NAME,
            reading.words(key),
            format!("the topic `{name}` has quotation marks in its name"),
            help,
        );
        return false;
    }
    true
}

fn topic<'d>(
    reading: &mut FileReading<'d>,
    entry: &'d MappingEntry,
    name: &str,
    with: &With<'_>,
    about: &mut TopicAbout,
) -> Option<Topic> {
    let help = format!("write `{name}:` and below it `  kind: date` and `  phrases:`");
    let Some(mapping) = entry.value.mapping() else {
        if entry.value.is_absent() {
            reading.mistake(
                code::MISSING_KIND,
                reading.words(&entry.key),
                format!("the topic `{name}` has no kind"),
                help,
            );
        } else {
            reading.wrong_shape(&entry.value, "a topic", "a mapping", &help);
        }
        return None;
    };
    let fields = reading.fields(mapping, "a topic", KEYS);
    *about = about::about(reading, &fields, name);
    let kind = kind(reading, entry, name, &fields);
    let veto = Use::Veto(kind.or_else(|| Kind::all().next())?);
    let list = |reading: &mut FileReading<'d>, key: &str| match fields.get(key) {
        Some(node) if !fields.is_cut(key) => {
            phrases::phrases(reading, node, veto, with.words, &format!("a phrase under `{key}`"))
        }
        Some(_) | None => Vec::new(),
    };
    let except = list(reading, "except");
    let not_near = list(reading, "not near");
    let about_whom = whom(reading, &fields, veto, with.words);
    let parts = fields.get("in").map(|node| parts(reading, node));
    let said_by = said_by(reading, &fields);
    let kind = kind?;
    let unit = narrow::unit(reading, &fields, kind, with.words.lexicon);
    let of = of(reading, &fields, kind);
    let develops = develops(reading, &fields, kind);
    let patterns = patterns(reading, entry, kind, &fields, with.words);
    let story = with.story.map(str::to_string);
    let topic = Topic::new(SubjectId::topic(name), kind);
    Some(Topic { story, patterns, except, not_near, about: about_whom, said_by, parts, unit, of, develops, ..topic })
}

fn kind<'d>(reading: &mut FileReading<'d>, entry: &'d MappingEntry, name: &str, fields: &Fields<'d>) -> Option<Kind> {
    let names: Vec<&str> = Kind::all().map(Kind::name).collect();
    let Some(node) = fields.get("kind") else {
        if fields.is_misnamed("kind") {
            return None;
        }
        let help = format!("add `kind:` and one of {}", names.join(", "));
        reading.mistake(code::MISSING_KIND, reading.words(&entry.key), format!("the topic `{name}` has no kind"), help);
        return None;
    };
    let scalar = reading.text(node, "`kind`")?;
    let word = scalar.value.trim();
    let kind = Kind::find(word);
    if kind.is_none() {
        let help = match Kind::called(word) {
            Some(meant) => {
                let help = format!("write `kind: {meant}`, for values such as {}", meant.facts().example);
                Advice::meant(meant.name(), help)
            }
            None => yaml::suggestion(word, &names, &format!("the kinds: {}", names.join(", "))),
        };
        reading.mistake(code::UNKNOWN_KIND, reading.words(scalar), format!("there is no kind `{word}`"), help);
    }
    kind
}

/// What finds the topic's claims: phrases, or for a choice those of each choice.
fn patterns<'d>(
    reading: &mut FileReading<'d>,
    entry: &'d MappingEntry,
    kind: Kind,
    fields: &Fields<'d>,
    words: PhraseWords<'_>,
) -> Vec<Pattern> {
    let name = entry.key.value.trim();
    if kind.is_choice() {
        return choices(reading, entry, fields, words);
    }
    if let Some(choices) = fields.entry("choices") {
        let help = format!("write `kind: choice`, or find the {kind} with `phrases:`");
        let message = format!("only a topic of kind choice has choices, and `{name}` is a {kind}");
        reading.mistake(code::CHOICES_WITHOUT_CHOICE, reading.words(&choices.key), message, help);
        if fields.entry("phrases").is_none() {
            return Vec::new();
        }
    }
    if fields.is_cut("phrases") {
        return Vec::new();
    }
    let errors = reading.errors();
    let found = fields.get("phrases").map(|node| phrases::phrases(reading, node, Use::Topic(kind), words, "a phrase"));
    let found: Vec<Phrase> = found.unwrap_or_default();
    if found.is_empty() && reading.errors() == errors && !fields.is_misnamed("phrases") {
        let example = if kind.has_hole() {
            format!("some words and a hole: `- it was <{kind}>`")
        } else {
            "some words".to_string()
        };
        let message = format!("the topic `{name}` has no phrases, so nothing finds its claims");
        let key = fields.entry("phrases").map_or(&entry.key, |phrases| &phrases.key);
        reading.mistake(code::MISSING_PHRASES, reading.words(key), message, format!("add `phrases:` with {example}"));
    }
    found.into_iter().map(|phrase| Pattern { phrase, choice: None }).collect()
}

const CHOICES: &str = "write `choices:`, below it each choice with its phrases: `  Selm: [requested by the islanders]`";

fn choices<'d>(
    reading: &mut FileReading<'d>,
    entry: &'d MappingEntry,
    fields: &Fields<'d>,
    words: PhraseWords<'_>,
) -> Vec<Pattern> {
    let name = entry.key.value.trim();
    if let Some(phrases) = fields.entry("phrases") {
        let message = "a topic of kind choice has `choices`, not `phrases`";
        reading.mistake(code::PHRASES_OF_CHOICE, reading.words(&phrases.key), message, CHOICES);
    }
    let Some(node) = fields.get("choices") else {
        if fields.entry("phrases").is_none() {
            let message = format!("the topic `{name}` is a choice without choices");
            reading.mistake(code::MISSING_CHOICES, reading.words(&entry.key), message, CHOICES);
        }
        return Vec::new();
    };
    let Some(mapping) = reading.mapping(node, "`choices`", CHOICES) else { return Vec::new() };
    if let [only] = mapping.entries.as_slice() {
        let message = format!("`{}` is the only choice, so no claim can differ", only.key.value);
        reading.mistake(
            code::SINGLE_CHOICE,
            reading.words(&only.key),
            message,
            "add what else an article could say, with its phrases",
        );
    }
    mapping.entries.iter().flat_map(|choice| choice_patterns(reading, choice, words)).collect()
}

fn choice_patterns<'d>(
    reading: &mut FileReading<'d>,
    choice: &'d MappingEntry,
    words: PhraseWords<'_>,
) -> Vec<Pattern> {
    let name = fold::one_line(&choice.key.value);
    let kind = Kind::of(&CHOICE);
    let errors = reading.errors();
    let what = format!("a phrase of `{name}`");
    let found = phrases::phrases(reading, &choice.value, Use::Topic(kind), words, &what);
    if found.is_empty() && reading.errors() == errors {
        let message = format!("the choice `{name}` has no phrases, so nothing finds it");
        let help = format!("write `{name}: [...]` with words that say so");
        reading.mistake(code::MISSING_PHRASES, reading.words(&choice.key), message, help);
    }
    found.into_iter().map(|phrase| Pattern { phrase, choice: Some(name.clone()) }).collect()
}

fn parts<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<Part> {
    let names: Vec<&str> = Part::ALL.iter().map(|part| part.name()).collect();
    let mut parts = Vec::new();
    for scalar in reading.texts(node, "a part under `in`") {
        let word = scalar.value.trim();
        // "Captions" as in a sentence, "caption" as the part is called.
        let one = word.strip_suffix(['s', 'S']).unwrap_or(word);
        let is_it = |part: &&Part| [word, one].iter().any(|word| part.name().eq_ignore_ascii_case(word));
        match Part::ALL.iter().find(is_it) {
            Some(part) => parts.push(*part),
            None => {
                let help = yaml::suggestion(word, &names, &format!("the parts: {}", names.join(", ")));
                reading.mistake(
                    code::UNKNOWN_PART,
                    reading.words(scalar),
                    format!("an article has no part `{word}`"),
                    help,
                );
            }
        }
    }
    parts
}

/// Reads `about:`, whose a claim must be: names, without a hole.
fn whom<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, used_as: Use, words: PhraseWords<'_>) -> Vec<Phrase> {
    let Some(node) = fields.get("about").filter(|_| !fields.is_cut("about")) else { return Vec::new() };
    let names = phrases::phrases(reading, node, used_as, words, "a name under `about`");
    if let (true, Some(entry)) = (names.iter().any(Phrase::has_hole), fields.entry("about")) {
        let message = "`about` takes names, and one of them has a hole";
        let help = "write whose the figures are: `about: [Orvane Bank]`";
        reading.mistake(code::HOLE_IN_NAME, reading.words(&entry.key), message, help);
        return Vec::new();
    }
    names
}

/// Reads `said by:`, who must be reported to say a claim: names.
fn said_by<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>) -> Vec<String> {
    let Some(node) = fields.get("said by").filter(|_| !fields.is_cut("said by")) else { return Vec::new() };
    reading.texts(node, "`said by`").into_iter().map(|text| text.value.clone()).collect()
}
