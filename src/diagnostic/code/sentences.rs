//! What is wrong with the sentence of a rule.

use super::{Code, CodeEntry, CodeExample};
use crate::diagnostic::Level;

/// The codes, by name.
pub(super) const CODES: &[Code] = &[
    AMBIGUOUS,
    BAD_NUMBER,
    BAD_TOLERANCE,
    BAD_VALUE,
    MISSING_WORDS,
    MISSPELT_WORD,
    NO_SOURCES,
    OTHER_WORDING,
    REPEATED_PART,
    TRAILING_WORDS,
    TWO_PLACES,
    UNFINISHED,
    UNKNOWN_CHOICE,
    UNKNOWN_PREDICATE,
    UNKNOWN_TOPIC,
    WRONG_KIND,
    WRONG_SUBJECT,
];

pub(crate) const AMBIGUOUS: Code = Code(&CodeEntry {
    name: "ambiguous",
    level: Level::Error,
    means: "A sentence can be read in two ways, because the name of one topic stands in another.",
    help: "Rename one of the topics.",
    example: CodeExample::RuleFile(
        "\
topics:
  fire: {kind: date, phrases: [fire on <date>]}
  flood: {kind: date, phrases: [flood on <date>]}
  fire cited and flood: {kind: date, phrases: [both on <date>]}
rules:
  - fire cited and flood cited
",
    ),
});

pub(crate) const BAD_NUMBER: Code = Code(&CodeEntry {
    name: "bad-number",
    level: Level::Error,
    means: "A rule asks for a number of sources, and this is no whole number.",
    help: "Write a number, such as `2` or `two`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - death toll cited in at least many sources
",
    ),
});

pub(crate) const BAD_TOLERANCE: Code = Code(&CodeEntry {
    name: "bad-tolerance",
    level: Level::Error,
    means: "What stands behind `within` is no distance between two values of this kind.",
    help: "Write a distance of the kind: `within 5 minutes`, `within 3 days`, `within 5%`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - death toll consistent across sources within 5 minutes
",
    ),
});

pub(crate) const BAD_VALUE: Code = Code(&CodeEntry {
    name: "bad-value",
    level: Level::Error,
    means: "What stands where a value is wanted cannot be read as one of this kind.",
    help: "Write the value as articles do, such as `10 January 2022` for a date.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - call date before zebra day
",
    ),
});

pub(crate) const MISSING_WORDS: Code = Code(&CodeEntry {
    name: "missing-words",
    level: Level::Error,
    means: "A form lacks words that belong to it.",
    help: "Write it as the help shows, such as `death toll consistent across sources`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - death toll consistent
",
    ),
});

pub(crate) const MISSPELT_WORD: Code = Code(&CodeEntry {
    name: "misspelt-word",
    level: Level::Error,
    means: "A word of the rule language is misspelt.",
    help: "Write it as the help shows.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - death toll consistant across sources
",
    ),
});

pub(crate) const NO_SOURCES: Code = Code(&CodeEntry {
    name: "no-sources",
    level: Level::Error,
    means: "A rule asks for 0 sources. Those are always there, so it could never fail.",
    help: "Write at least `1`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - death toll cited in at least 0 sources
",
    ),
});

pub(crate) const OTHER_WORDING: Code = Code(&CodeEntry {
    name: "other-wording",
    level: Level::Error,
    means: "A sentence is clear, but a rule says it in other words.",
    help: "Write it as the help shows.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - all sources agree on death toll
",
    ),
});

pub(crate) const REPEATED_PART: Code = Code(&CodeEntry {
    name: "repeated-part",
    level: Level::Error,
    means: "A sum adds up one topic twice.",
    help: "Name each part once.",
    example: CodeExample::RuleFile(
        "\
topics:
  dead: {kind: count, phrases: [<count> died]}
  toll: {kind: count, phrases: [toll of <count>]}
rules:
  - toll equals the sum of dead and dead
",
    ),
});

pub(crate) const TRAILING_WORDS: Code = Code(&CodeEntry {
    name: "trailing-words",
    level: Level::Error,
    means: "A sentence goes on after its end.",
    help: "Leave the words out if they change nothing; join another clause with `and`.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - call date cited in every source today
",
    ),
});

pub(crate) const TWO_PLACES: Code = Code(&CodeEntry {
    name: "two-places",
    level: Level::Error,
    means: "A clause looks in two places.",
    help: "Join two clauses with `and`, each with its own place.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - call date in headline in body cited
",
    ),
});

pub(crate) const UNFINISHED: Code = Code(&CodeEntry {
    name: "unfinished",
    level: Level::Error,
    means: "A sentence stops in the middle.",
    help: "Write what should follow.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - call date cited in at least
",
    ),
});

pub(crate) const UNKNOWN_CHOICE: Code = Code(&CodeEntry {
    name: "unknown-choice",
    level: Level::Error,
    means: "A rule asks for a choice that its topic has not.",
    help: "Write one of the choices that the help lists.",
    example: CodeExample::RuleFile(
        "\
topics:
  asked by:
    kind: choice
    choices:
      Norland: [asked by Norland]
      Sudmark: [asked by Sudmark]
rules:
  - asked by is Westland
",
    ),
});

pub(crate) const UNKNOWN_PREDICATE: Code = Code(&CodeEntry {
    name: "unknown-predicate",
    level: Level::Error,
    means: "Behind its topic the sentence has nothing that can be asked.",
    help: "Write one of the forms that the help shows; `crosscheck --help` lists them all.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - call date smells of tar
",
    ),
});

pub(crate) const UNKNOWN_TOPIC: Code = Code(&CodeEntry {
    name: "unknown-topic",
    level: Level::Error,
    means: "A sentence names a topic that no file declares.",
    help: "Write the name of a declared topic, or declare this one under `topics:`.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - tower height cited
",
    ),
});

pub(crate) const WRONG_KIND: Code = Code(&CodeEntry {
    name: "wrong-kind",
    level: Level::Error,
    means: "What is asked does not fit the kind of the topic: a date is not `at least 5`, a count not `before` a \
            day.",
    help: "Ask what fits the kind, as the help shows.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - call date at least 5
",
    ),
});

pub(crate) const WRONG_SUBJECT: Code = Code(&CodeEntry {
    name: "wrong-subject",
    level: Level::Error,
    means: "What is asked fits one thing and is asked of many, or the other way round.",
    help: "Write the sentence as the help shows, such as `every quotation closed`.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - call date closed
",
    ),
});
