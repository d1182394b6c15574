//! What is wrong with a topic: its name, its kind, what narrows it, and the phrases that find its claims.

use super::{Code, CodeEntry, CodeExample};
use crate::diagnostic::Level;

/// The codes, by name.
pub(super) const CODES: &[Code] = &[
    BAD_TOPIC_NAME,
    CHOICES_WITHOUT_CHOICE,
    DEEP_BRACKETS,
    DUPLICATE_TOPIC,
    GAP_AT_EDGE,
    HOLE_IN_CHOICE,
    HOLE_IN_NAME,
    IDLE_BRACKETS,
    MISSING_CHOICES,
    MISSING_KIND,
    MISSING_PHRASES,
    NO_HOLE,
    PATTERN_IN_PHRASE,
    PHRASE_ALWAYS_VETOED,
    PHRASE_NEVER_MATCHES,
    PHRASE_SYNTAX,
    PHRASES_OF_CHOICE,
    SAME_CHOICES,
    SINGLE_CHOICE,
    TOO_LONG,
    TWO_HOLES,
    UNKNOWN_KIND,
    UNKNOWN_LIST,
    UNKNOWN_PART,
    UNKNOWN_UNIT,
    UNOPENED_BRACKET,
    WRONG_HOLE,
    WRONG_KEY_FOR_KIND,
];

pub(crate) const BAD_TOPIC_NAME: Code = Code(&CodeEntry {
    name: "bad-topic-name",
    level: Level::Error,
    means: "A topic has no name, one that nobody sees, a very long one, or one with quotation marks.",
    help: "Name in a few words what claims are about: `death toll:`.",
    example: CodeExample::RuleFile(
        r#"topics:
  the "long" bridge: {kind: date, phrases: [opened <date>]}
"#,
    ),
});

pub(crate) const CHOICES_WITHOUT_CHOICE: Code = Code(&CodeEntry {
    name: "choices-without-choice",
    level: Level::Error,
    means: "A topic has `choices:`, and is of another kind than `choice`.",
    help: "Write `kind: choice`, or find the value with `phrases:`.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date:
    kind: date
    choices:
      May: [opened in May]
      June: [opened in June]
",
    ),
});

pub(crate) const DEEP_BRACKETS: Code = Code(&CodeEntry {
    name: "deep-brackets",
    level: Level::Error,
    means: "The brackets of a phrase nest too deep.",
    help: "Write two phrases instead.",
    example: CodeExample::RuleFile(
        r#"topics:
  opening date:
    kind: date
    phrases: ["(((((((((((((((((opened))))))))))))))))) <date>"]
"#,
    ),
});

pub(crate) const DUPLICATE_TOPIC: Code = Code(&CodeEntry {
    name: "duplicate-topic",
    level: Level::Error,
    means: "Two topics of one story have the same name. Rules about it are not judged until that is mended.",
    help: "Give one of them another name.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
  Death Toll: {kind: number, phrases: [<number> lost]}
",
    ),
});

pub(crate) const GAP_AT_EDGE: Code = Code(&CodeEntry {
    name: "gap-at-edge",
    level: Level::Error,
    means: "A phrase begins or ends with `...`. It may begin and end anywhere in a sentence without that.",
    help: "Leave the `...` out.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [... <count> died]}
",
    ),
});

pub(crate) const HOLE_IN_CHOICE: Code = Code(&CodeEntry {
    name: "hole-in-choice",
    level: Level::Error,
    means: "A phrase of a choice, or of a quotation, has a hole such as `<name>`. There the words themselves say \
            which it is.",
    help: "Leave the hole out.",
    example: CodeExample::RuleFile(
        "\
topics:
  asked by:
    kind: choice
    choices:
      Norland: [asked by <name>]
      Sudmark: [asked by Sudmark]
",
    ),
});

pub(crate) const HOLE_IN_NAME: Code = Code(&CodeEntry {
    name: "hole-in-name",
    level: Level::Error,
    means: "`about:` says whose the claims of a topic must be, and has a hole where a name should stand.",
    help: "Write names: `about: [Orvane Bank]`; what the value is of stands under `phrases:`.",
    example: CodeExample::RuleFile(
        "\
topics:
  revenue:
    kind: money
    phrases: [revenue of <money>]
    about: [bank with <money>]
",
    ),
});

pub(crate) const IDLE_BRACKETS: Code = Code(&CodeEntry {
    name: "idle-brackets",
    level: Level::Warning,
    means: "Brackets in a phrase hold one thing that must be there: they say nothing, and are not looked for in the text.",
    help: "Leave them out, write `(a)?` for what may be missing, or `\\(` and `\\)` for brackets of the text.",
    example: CodeExample::RuleFile(
        "\
topics:
  hurt: {kind: count, phrases: [<count> people (hurt)]}
rules:
  - hurt cited
",
    ),
});

pub(crate) const MISSING_CHOICES: Code = Code(&CodeEntry {
    name: "missing-choices",
    level: Level::Error,
    means: "A topic of kind `choice` has no choices.",
    help: "Write `choices:`, and below it each choice with its phrases.",
    example: CodeExample::RuleFile(
        "\
topics:
  asked by: {kind: choice}
",
    ),
});

pub(crate) const MISSING_KIND: Code = Code(&CodeEntry {
    name: "missing-kind",
    level: Level::Error,
    means: "A topic does not say what kind of value it has.",
    help: "Add `kind:`, such as `kind: count` or `kind: date`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll:
    phrases: [<count> died]
",
    ),
});

pub(crate) const MISSING_PHRASES: Code = Code(&CodeEntry {
    name: "missing-phrases",
    level: Level::Error,
    means: "A topic, or a choice, has no phrases, so that nothing finds its claims.",
    help: "Add `phrases:` with words as reports have them, and a hole where the value stands: `<count> died`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count}
",
    ),
});

pub(crate) const NO_HOLE: Code = Code(&CodeEntry {
    name: "no-hole",
    level: Level::Error,
    means: "A phrase does not say where its value stands.",
    help: "Write the kind in angle brackets where the value stands: `opened <date>`.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date: {kind: date, phrases: [the bridge opened in May]}
",
    ),
});

pub(crate) const PATTERN_IN_PHRASE: Code = Code(&CodeEntry {
    name: "pattern-in-phrase",
    level: Level::Error,
    means: "A phrase has signs of a regular expression. A phrase is words, and would look for the signs \
            themselves.",
    help: "Write `...` for any words, `(a|b)` for one of several, `(x)?` for what may be missing.",
    example: CodeExample::RuleFile(
        "\
topics:
  hurt: {kind: count, phrases: [<count> .* hurt]}
",
    ),
});

pub(crate) const PHRASE_ALWAYS_VETOED: Code = Code(&CodeEntry {
    name: "phrase-always-vetoed",
    level: Level::Warning,
    means: "Whatever a phrase finds is taken back at once by `except` or `not near`.",
    help: "Narrow the phrases under `except` and `not near`.",
    example: CodeExample::RuleFile(
        "\
topics:
  troops:
    kind: count
    phrases: [<count> troops]
    except: [troops]
rules:
  - troops cited
",
    ),
});

pub(crate) const PHRASE_NEVER_MATCHES: Code = Code(&CodeEntry {
    name: "phrase-never-matches",
    level: Level::Warning,
    means: "A phrase does not even find the words it is made of, so it finds probably nothing.",
    help: "Ask for the kind of value that stands there: `<duration>` takes the whole of \"50 minutes\".",
    example: CodeExample::RuleFile(
        "\
topics:
  call length: {kind: count, phrases: [lasted <count> minutes]}
rules:
  - call length cited
",
    ),
});

pub(crate) const PHRASE_SYNTAX: Code = Code(&CodeEntry {
    name: "phrase-syntax",
    level: Level::Error,
    means: "A phrase has a sign in a place where it means nothing: `?` without a bracket, `|` outside of \
            brackets, empty brackets.",
    help: "Put what may be missing, and alternatives, in brackets: `(phone)? call`, `(troops|forces)`.",
    example: CodeExample::RuleFile(
        r#"topics:
  troops: {kind: count, phrases: ["<count> troops|forces"]}
"#,
    ),
});

pub(crate) const PHRASES_OF_CHOICE: Code = Code(&CodeEntry {
    name: "phrases-of-choice",
    level: Level::Error,
    means: "A topic of kind `choice` has `phrases:`. Its phrases stand under each choice.",
    help: "Write `choices:`, and below it each choice with its phrases.",
    example: CodeExample::RuleFile(
        "\
topics:
  asked by: {kind: choice, phrases: [asked by Norland]}
",
    ),
});

pub(crate) const SAME_CHOICES: Code = Code(&CodeEntry {
    name: "same-choices",
    level: Level::Warning,
    means: "Two choices of a topic find the same words, so that an article which has them says both: to a phrase, words \
            of one stem are one word, and passive and active are one clause.",
    help: "Say more in one of the phrases, or write `=word` for a word as it stands.",
    example: CodeExample::RuleFile(
        "\
topics:
  cause: {kind: choice, choices: {fire: [burned], arson: [burning]}}
rules:
  - cause cited
",
    ),
});

pub(crate) const SINGLE_CHOICE: Code = Code(&CodeEntry {
    name: "single-choice",
    level: Level::Error,
    means: "A choice topic has only one choice, so that no claim could ever differ.",
    help: "Add what else an article could say, with its phrases.",
    example: CodeExample::RuleFile(
        "\
topics:
  asked by:
    kind: choice
    choices:
      Norland: [asked by Norland]
",
    ),
});

pub(crate) const TOO_LONG: Code = Code(&CodeEntry {
    name: "too-long",
    level: Level::Error,
    means: "A phrase, a sentence or an article is longer than any that people write.",
    help: "Write the phrase in a few words, the sentence as several rules; give each article a file of its own.",
    example: CodeExample::Shell(
        r"printf 'rules:\n  - death toll %5000s cited\n' x > desk.yaml
crosscheck check --rules desk.yaml
",
    ),
});

pub(crate) const TWO_HOLES: Code = Code(&CodeEntry {
    name: "two-holes",
    level: Level::Error,
    means: "A phrase has two holes. A claim has one value.",
    help: "Write two phrases, each with its own hole.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date: {kind: date, phrases: [opened <date> or <date>]}
",
    ),
});

pub(crate) const UNKNOWN_KIND: Code = Code(&CodeEntry {
    name: "unknown-kind",
    level: Level::Error,
    means: "There is no kind of value of this name.",
    help: "Write one of the kinds that the help lists, such as `count`, `date` or `money`.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date: {kind: dat, phrases: [opened <date>]}
",
    ),
});

pub(crate) const UNKNOWN_LIST: Code = Code(&CodeEntry {
    name: "unknown-list",
    level: Level::Error,
    means: "A phrase names a word list, `$name`, that no file declares.",
    help: "Name it at the top of the file: `words: {hurt: [hurt, wounded]}`.",
    example: CodeExample::RuleFile(
        "\
words:
  hurt: [hurt, wounded]
topics:
  injured: {kind: count, phrases: [<count> people $hrut]}
",
    ),
});

pub(crate) const UNKNOWN_PART: Code = Code(&CodeEntry {
    name: "unknown-part",
    level: Level::Error,
    means: "`in:` of a topic names a part that articles do not have.",
    help: "Write one of the parts that the help lists, such as `headline` or `body`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died], in: title}
",
    ),
});

pub(crate) const UNKNOWN_UNIT: Code = Code(&CodeEntry {
    name: "unknown-unit",
    level: Level::Error,
    means: "`unit:` names no unit of the kind of the topic.",
    help: "For money write the code of a currency (`USD`), for a measure a unit that articles write (`km`), for \
            a percentage `percent` or `percentage points`.",
    example: CodeExample::RuleFile(
        "\
topics:
  fund: {kind: money, unit: bananas, phrases: [fund of <money>]}
",
    ),
});

pub(crate) const UNOPENED_BRACKET: Code = Code(&CodeEntry {
    name: "unopened-bracket",
    level: Level::Error,
    means: "A phrase closes a bracket that it has not opened.",
    help: "Write the opening bracket, or leave the closing one out.",
    example: CodeExample::RuleFile(
        r#"topics:
  opening date: {kind: date, phrases: ["opened) <date>"]}
"#,
    ),
});

pub(crate) const WRONG_HOLE: Code = Code(&CodeEntry {
    name: "wrong-hole",
    level: Level::Error,
    means: "The hole of a phrase is of another kind than its topic.",
    help: "Write the kind of the topic in the hole, or give the topic the kind of the hole.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening date: {kind: date, phrases: [opened <duration>]}
",
    ),
});

pub(crate) const WRONG_KEY_FOR_KIND: Code = Code(&CodeEntry {
    name: "wrong-key-for-kind",
    level: Level::Error,
    means: "A topic has a key that its kind has no use for: a unit of a count, the thing counted of a sum of \
            money, a direction of a name.",
    help: "Take it out, or write what the help says.",
    example: CodeExample::RuleFile(
        "\
topics:
  toll: {kind: count, unit: people, phrases: [<count> died]}
",
    ),
});
