//! What is wrong with the YAML of a file, before anybody asks what it says.

use super::{Code, CodeEntry, CodeExample};
use crate::diagnostic::Level;

/// The codes, by name.
pub(super) const CODES: &[Code] = &[
    ALIAS_INSIDE_ITSELF,
    BAD_ESCAPE,
    BAD_INDENTATION,
    BROKEN_BRACKETS,
    COLON_IN_TEXT,
    COMMA_IN_FLOW,
    COMMENT_IN_TEXT,
    DUPLICATE_KEY,
    EMPTY_TEXT,
    FILE_TOO_LONG,
    KEY_NOT_TEXT,
    MERGE_KEY,
    MISSING_COLON,
    NOT_TEXT,
    NOT_UTF_8,
    NOT_YAML,
    QUESTION_MARK_IN_FLOW,
    RESERVED_CHARACTER,
    SECOND_DOCUMENT,
    STRAY_TAG,
    TAB,
    TEXT_AFTER_QUOTES,
    TEXT_READ_AS_MAPPING,
    TOO_DEEP,
    TOO_MANY_ALIASES,
    UNCLOSED_BRACKET,
    UNCLOSED_QUOTES,
    UNKNOWN_ALIAS,
    UNKNOWN_KEY,
    UNKNOWN_WORD,
    WRONG_SHAPE,
];

pub(crate) const ALIAS_INSIDE_ITSELF: Code = Code(&CodeEntry {
    name: "alias-inside-itself",
    level: Level::Error,
    means: "An alias (`*name`) stands inside the very list or mapping that it repeats, so there would be no end \
            of it.",
    help: "Write the list out, or give the anchor (`&name`) to a smaller part of it.",
    example: CodeExample::RuleFile(
        "\
names: &all
  Harran: *all
",
    ),
});

pub(crate) const BAD_ESCAPE: Code = Code(&CodeEntry {
    name: "bad-escape",
    level: Level::Error,
    means: "In double quotes a backslash begins an escape such as `\\n`, and what follows this one makes none.",
    help: "Use single quotes, in which a backslash is only a backslash.",
    example: CodeExample::RuleFile(
        r#"topics:
  opening date:
    kind: date
    phrases: ["opened\q <date>"]
"#,
    ),
});

pub(crate) const BAD_INDENTATION: Code = Code(&CodeEntry {
    name: "bad-indentation",
    level: Level::Error,
    means: "A line begins in another column than the lines it belongs to, so YAML cannot tell what it is part \
            of.",
    help: "Begin entries that belong together in the same column.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date:
    kind: date
   phrases: [opened <date>]
",
    ),
});

pub(crate) const BROKEN_BRACKETS: Code = Code(&CodeEntry {
    name: "broken-brackets",
    level: Level::Error,
    means: "Brackets are closed in another order than they were opened, or an entry between them lacks its \
            comma.",
    help: "Close each `[` with `]` and each `{` with `}`, or write the entries as a list, one `- ` a line.",
    example: CodeExample::RuleFile(
        r#"topics:
  call date: {kind: date, phrases: ["called on <date>"}]
"#,
    ),
});

pub(crate) const COLON_IN_TEXT: Code = Code(&CodeEntry {
    name: "colon-in-text",
    level: Level::Error,
    means: "A text has a colon with a blank after it. YAML reads that as the end of a key.",
    help: "Leave the colon out, or put the whole text in quotes.",
    example: CodeExample::RuleFile(
        "\
rules:
  - rule: death toll: cited
",
    ),
});

pub(crate) const COMMA_IN_FLOW: Code = Code(&CodeEntry {
    name: "comma-in-flow",
    level: Level::Error,
    means: "Inside `[ ]` and `{ }` YAML cuts at every comma, and it has cut a text of yours in two.",
    help: "Put the text in quotes, or write the list with one `- ` a line.",
    example: CodeExample::RuleFile(
        "\
rules:
  - {rule: when fire cited, death toll cited, severity: note}
",
    ),
});

pub(crate) const COMMENT_IN_TEXT: Code = Code(&CodeEntry {
    name: "comment-in-text",
    level: Level::Warning,
    means: "A text goes on with `#` and a number. After a blank, YAML takes that for a comment and drops it. It \
            is an error where what is left cannot be read.",
    help: "Put the text in quotes; or leave a blank after the `#` of a comment.",
    example: CodeExample::RuleFile(
        "\
topics:
  ward length:
    kind: measure
    phrases:
      - ward is <measure> long #2
rules:
  - ward length cited
",
    ),
});

pub(crate) const DUPLICATE_KEY: Code = Code(&CodeEntry {
    name: "duplicate-key",
    level: Level::Error,
    means: "A key stands twice in one mapping. Only the first is read.",
    help: "Keep one of them.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
topics: {}
",
    ),
});

pub(crate) const EMPTY_TEXT: Code = Code(&CodeEntry {
    name: "empty-text",
    level: Level::Error,
    means: "A key has a text that says nothing.",
    help: "Write a text, or leave the key out.",
    example: CodeExample::RuleFile(
        r#"topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - rule: death toll cited
    severity: ""
"#,
    ),
});

pub(crate) const FILE_TOO_LONG: Code = Code(&CodeEntry {
    name: "file-too-long",
    level: Level::Error,
    means: "A rule file or configuration is longer than 16 MiB, and is not read.",
    help: "Split it into several files.",
    example: CodeExample::Shell(
        r"head -c 17000000 /dev/zero | tr '\0' ' ' > desk.yaml
crosscheck check --rules desk.yaml
",
    ),
});

pub(crate) const KEY_NOT_TEXT: Code = Code(&CodeEntry {
    name: "key-not-text",
    level: Level::Error,
    means: "A key is a list or a mapping. Only a text can be a key.",
    help: "Put a text that begins with a bracket in quotes.",
    example: CodeExample::RuleFile("[death toll]: cited\n"),
});

pub(crate) const MERGE_KEY: Code = Code(&CodeEntry {
    name: "merge-key",
    level: Level::Error,
    means: "`<<` is written to merge a mapping into another one. Rule files do not do that.",
    help: "Write the keys out, or repeat a single value with an alias: `phrases: *same`.",
    example: CodeExample::RuleFile(
        "\
topics:
  dead: &same {kind: count, phrases: [<count> died]}
  hurt:
    <<: *same
    kind: count
    phrases: [<count> hurt]
",
    ),
});

pub(crate) const MISSING_COLON: Code = Code(&CodeEntry {
    name: "missing-colon",
    level: Level::Error,
    means: "A line looks like a key, and has no colon behind it.",
    help: "Write the colon; if the line goes on from the one before, indent it further.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date
  toll: {kind: money, phrases: [toll of <money>]}
",
    ),
});

pub(crate) const NOT_TEXT: Code = Code(&CodeEntry {
    name: "not-text",
    level: Level::Error,
    means: "The file is no text at all: a picture, an archive, a document of a word processor.",
    help: "Save its words as text: UTF-8, with the ending `.yaml` for rules, `.txt` or `.md` for articles.",
    example: CodeExample::Shell(
        r"printf 'PK\003\004\000\000' > desk.yaml
crosscheck check --rules desk.yaml
",
    ),
});

pub(crate) const NOT_UTF_8: Code = Code(&CodeEntry {
    name: "not-utf-8",
    level: Level::Error,
    means: "A rule file or configuration is in another encoding than UTF-8.",
    help: "Save it as UTF-8.",
    example: CodeExample::Shell(
        r"printf 'rules:\n  - caf\351 fire cited\n' > desk.yaml
crosscheck check --rules desk.yaml
",
    ),
});

pub(crate) const NOT_YAML: Code = Code(&CodeEntry {
    name: "not-yaml",
    level: Level::Error,
    means: "YAML cannot read this place, for a reason that rule files seldom meet.",
    help: "Put the text in quotes, and check indentation and brackets.",
    example: CodeExample::RuleFile(
        "\
%YAML 9.9
%YAML 9.9
---
rules: []
",
    ),
});

pub(crate) const QUESTION_MARK_IN_FLOW: Code = Code(&CodeEntry {
    name: "question-mark-in-flow",
    level: Level::Error,
    means: "Inside brackets YAML takes a leading `?` for the start of a key.",
    help: "Put the text in quotes.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date:
    kind: date
    phrases: [opened <date>, ? why <date>]
",
    ),
});

pub(crate) const RESERVED_CHARACTER: Code = Code(&CodeEntry {
    name: "reserved-character",
    level: Level::Error,
    means: "YAML does not let a text begin with this character: `@`, a backtick, `%`.",
    help: "Put the text in quotes.",
    example: CodeExample::RuleFile(
        "\
rules:
  - @death toll cited
",
    ),
});

pub(crate) const SECOND_DOCUMENT: Code = Code(&CodeEntry {
    name: "second-document",
    level: Level::Error,
    means: "A line `---` begins a second YAML document in the file, and only the first is read.",
    help: "Leave `---` out, or put what follows into a file of its own.",
    example: CodeExample::RuleFile(
        "\
rules: []
---
rules: []
",
    ),
});

pub(crate) const STRAY_TAG: Code = Code(&CodeEntry {
    name: "stray-tag",
    level: Level::Error,
    means: "A text begins with `!`, which YAML takes for a tag.",
    help: "Put the text in quotes.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - !urgent death toll cited
",
    ),
});

pub(crate) const TAB: Code = Code(&CodeEntry {
    name: "tab",
    level: Level::Error,
    means: "A line is indented with a tab. YAML takes only blanks.",
    help: "Indent with blanks.",
    example: CodeExample::RuleFile(
        "\
topics:
	death toll:
		kind: count
",
    ),
});

pub(crate) const TEXT_AFTER_QUOTES: Code = Code(&CodeEntry {
    name: "text-after-quotes",
    level: Level::Error,
    means: "A text goes on after its closing quotation mark. In YAML quotation marks hold the whole text.",
    help: "Put the whole text in quotes of the other sort.",
    example: CodeExample::RuleFile(
        r#"rules:
  - "death toll" cited
"#,
    ),
});

pub(crate) const TEXT_READ_AS_MAPPING: Code = Code(&CodeEntry {
    name: "text-read-as-mapping",
    level: Level::Error,
    means: "A colon with a blank after it made YAML read a text as a key with a value.",
    help: "Leave the colon out, or put the text in quotes.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date:
    kind: date
    phrases:
      - opened: <date>
",
    ),
});

pub(crate) const TOO_DEEP: Code = Code(&CodeEntry {
    name: "too-deep",
    level: Level::Error,
    means: "Lists and mappings lie too deep in each other, or files include each other too deep. No rule file \
            needs that.",
    help: "Look for brackets or indentation gone wrong; include files from one that stands above them.",
    example: CodeExample::RuleFile("rules: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n"),
});

pub(crate) const TOO_MANY_ALIASES: Code = Code(&CodeEntry {
    name: "too-many-aliases",
    level: Level::Error,
    means: "Aliases repeat so much that the file would grow beyond measure.",
    help: "Write the rules out, or split the file.",
    example: CodeExample::RuleFile(
        "\
a0: &a0 [x, x, x, x, x, x, x, x, x]
a1: &a1 [*a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0, *a0]
a2: &a2 [*a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1, *a1]
a3: &a3 [*a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2, *a2]
a4: &a4 [*a3, *a3, *a3, *a3, *a3, *a3, *a3, *a3, *a3]
a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
a6: &a6 [*a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5, *a5]
a7: &a7 [*a6, *a6, *a6, *a6, *a6, *a6, *a6, *a6, *a6]
a8: &a8 [*a7, *a7, *a7, *a7, *a7, *a7, *a7, *a7, *a7]
",
    ),
});

pub(crate) const UNCLOSED_BRACKET: Code = Code(&CodeEntry {
    name: "unclosed-bracket",
    level: Level::Error,
    means: "A bracket is opened and never closed: `[` or `{` in YAML, `(` or `<` in a phrase.",
    help: "Close it, or put a text with brackets in quotes.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date:
    kind: date
    phrases: [opened <date>
rules:
  - opening date cited
",
    ),
});

pub(crate) const UNCLOSED_QUOTES: Code = Code(&CodeEntry {
    name: "unclosed-quotes",
    level: Level::Error,
    means: "A quotation mark is opened and never closed. An apostrophe at the start of a text is one too.",
    help: "Close it. Put a text that begins with an apostrophe in quotes as a whole.",
    example: CodeExample::RuleFile(
        "\
rules:
  - 's length cited
  - bridge length cited
",
    ),
});

pub(crate) const UNKNOWN_ALIAS: Code = Code(&CodeEntry {
    name: "unknown-alias",
    level: Level::Error,
    means: "A text begins with `*`, which YAML takes for an alias, and there is no anchor of that name.",
    help: "Put the text in quotes.",
    example: CodeExample::RuleFile(
        "\
rules:
  - *length cited
",
    ),
});

pub(crate) const UNKNOWN_KEY: Code = Code(&CodeEntry {
    name: "unknown-key",
    level: Level::Error,
    means: "A mapping has a key that means nothing here: misspelt, in the wrong place, or from another tool.",
    help: "Write the key that the help names; the manual lists them all.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - rule: death toll cited
    severty: note
",
    ),
});

pub(crate) const UNKNOWN_WORD: Code = Code(&CodeEntry {
    name: "unknown-word",
    level: Level::Error,
    means: "A key takes one of a few words, and this is none of them.",
    help: "Write one of the words that the help lists.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - rule: death toll cited
    severity: fatal
",
    ),
});

pub(crate) const WRONG_SHAPE: Code = Code(&CodeEntry {
    name: "wrong-shape",
    level: Level::Error,
    means: "There is a list where a text is wanted, or a text where a mapping is wanted, and so on.",
    help: "Write it as the help shows.",
    example: CodeExample::RuleFile("rules: death toll cited\n"),
});
