//! What is wrong with a rule file as a whole: its sections, what it includes and uses, its ids.

use super::{Code, CodeEntry, CodeExample};
use crate::diagnostic::Level;

/// The codes, by name.
pub(super) const CODES: &[Code] = &[
    AMBIGUOUS_DATE,
    AMBIGUOUS_SPELLING,
    BAD_FACT,
    BAD_INCLUDE,
    BAD_LIST_NAME,
    DUPLICATE_ID,
    EMPTY_FILE,
    EMPTY_LIST,
    EMPTY_SENTENCE,
    IMPOSSIBLE_BOUND,
    INCLUDE_CIRCLE,
    INCLUDE_OF_ANOTHER_STORY,
    INCLUDED_TWICE,
    MISPLACED_KEY,
    MISSING_PACK,
    MISSING_SENTENCE,
    PACK_TWICE,
    SAME_RULE,
    SENTENCE_READ_AS_MAPPING,
    UNKNOWN_PACK,
    UNKNOWN_PACK_RULE,
    UNKNOWN_STORY,
    UNUSED_TOPIC,
];

pub(crate) const AMBIGUOUS_DATE: Code = Code(&CodeEntry {
    name: "ambiguous-date",
    level: Level::Warning,
    means: "A date in a rule is one day where the month is written first, and another where the day is.",
    help: "Write it as `2024-05-02`, or with the name of its month.",
    example: CodeExample::RuleFile(
        "\
topics:
  opening: {kind: date, phrases: [opened on <date>]}
rules:
  - opening before 05/02/2024
",
    ),
});

pub(crate) const AMBIGUOUS_SPELLING: Code = Code(&CodeEntry {
    name: "ambiguous-spelling",
    level: Level::Warning,
    means: "One spelling is listed under two names, so nobody can say which of them an article means by it.",
    help: "List it only under the name that articles mean by it.",
    example: CodeExample::RuleFile(
        "\
names:
  Harran: [the Port]
  Sele: [the Port]
",
    ),
});

pub(crate) const BAD_FACT: Code = Code(&CodeEntry {
    name: "bad-fact",
    level: Level::Error,
    means: "What `facts:` names cannot be read: there is no such file or key, or what stands there is no value of the topic's kind. Or a rule asks for the fact of a topic that has none.",
    help: "Write the file and the keys that lead to the value, such as `price: facts.yaml#plans.pro.monthly`.",
    example: CodeExample::RuleFile(
        "\
facts:
  price: facts.yaml
topics:
  price: {kind: money, phrases: [plan costs <money>]}
rules:
  - price matches its fact
",
    ),
});

pub(crate) const BAD_INCLUDE: Code = Code(&CodeEntry {
    name: "bad-include",
    level: Level::Error,
    means: "A path under `include` leads to no rule file of the project.",
    help: "Write the path from the folder of this file, with `/` between folders; name each file, and no folder \
            and no pattern.",
    example: CodeExample::RuleFile(
        "\
include: [topics/common.yaml]
rules: []
",
    ),
});

pub(crate) const BAD_LIST_NAME: Code = Code(&CodeEntry {
    name: "bad-list-name",
    level: Level::Error,
    means: "The name of a word list has characters that a phrase could not write.",
    help: "Name it with letters, digits and hyphens, and write `$name` in phrases.",
    example: CodeExample::RuleFile(
        "\
words:
  late!: [late, overdue]
",
    ),
});

pub(crate) const DUPLICATE_ID: Code = Code(&CodeEntry {
    name: "duplicate-id",
    level: Level::Error,
    means: "Two rules have the same id, or are the same sentence. Findings, snapshots and comments could not \
            tell them apart.",
    help: "Give one of them another `id`, or take it out.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - {id: toll, rule: death toll cited}
  - {id: toll, rule: death toll consistent across sources}
",
    ),
});

pub(crate) const EMPTY_FILE: Code = Code(&CodeEntry {
    name: "empty-file",
    level: Level::Warning,
    means: "A rule file or `crosscheck.yaml` says nothing.",
    help: "Write rules into it, or take it out of the project.",
    example: CodeExample::RuleFile("# nothing yet\n"),
});

pub(crate) const EMPTY_LIST: Code = Code(&CodeEntry {
    name: "empty-list",
    level: Level::Error,
    means: "A word list has no words, so that no phrase with it finds anything.",
    help: "Write its words, or take the list out.",
    example: CodeExample::RuleFile(
        "\
words:
  hurt: []
",
    ),
});

pub(crate) const EMPTY_SENTENCE: Code = Code(&CodeEntry {
    name: "empty-sentence",
    level: Level::Error,
    means: "A rule has no sentence.",
    help: "Write one, such as `death toll consistent across sources`, or take the line out.",
    example: CodeExample::RuleFile(
        "\
rules:
  - rule:
",
    ),
});

pub(crate) const IMPOSSIBLE_BOUND: Code = Code(&CodeEntry {
    name: "impossible-bound",
    level: Level::Warning,
    means: "The bounds of a rule exclude each other: no value can meet all of them, so the rule always fails.",
    help: "Widen one of the bounds, or join them with `or`.",
    example: CodeExample::RuleFile(
        "\
topics:
  death toll: {kind: count, phrases: [<count> died]}
rules:
  - death toll at least 10 and death toll at most 5
",
    ),
});

pub(crate) const INCLUDE_CIRCLE: Code = Code(&CodeEntry {
    name: "include-circle",
    level: Level::Error,
    means: "Files include each other in a circle.",
    help: "Take one `include` out; what both need can stand in a file of its own.",
    example: CodeExample::Shell(
        r#"mkdir rules
echo "include: [b.yaml]" > rules/a.yaml
echo "include: [a.yaml]" > rules/b.yaml
echo "rules: [rules]" > crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const INCLUDE_OF_ANOTHER_STORY: Code = Code(&CodeEntry {
    name: "include-of-another-story",
    level: Level::Error,
    means: "A file for one story includes a file for another one.",
    help: "Take `story:` out of the included file: then it is for every story that includes it.",
    example: CodeExample::Shell(
        r#"mkdir rules
echo "{story: fire, include: [b.yaml]}" > rules/a.yaml
echo "{story: flood, topics: {}}" > rules/b.yaml
echo "rules: [rules]" > crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const INCLUDED_TWICE: Code = Code(&CodeEntry {
    name: "included-twice",
    level: Level::Warning,
    means: "One `include` names a file twice. It is read once.",
    help: "Take one of them out.",
    example: CodeExample::Shell(
        r#"mkdir rules
echo "include: [b.yaml, b.yaml]" > rules/a.yaml
echo "topics: {}" > rules/b.yaml
echo "rules: [rules]" > crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const MISPLACED_KEY: Code = Code(&CodeEntry {
    name: "misplaced-key",
    level: Level::Error,
    means: "A section of the file, or a key of a topic, is indented too far or not far enough.",
    help: "Move it as the help says: `rules:` to the left margin, `kind:` inside its topic.",
    example: CodeExample::RuleFile(
        "\
topics:
  dead:
    kind: count
    phrases: [<count> died]
  rules:
    - dead cited
",
    ),
});

pub(crate) const MISSING_PACK: Code = Code(&CodeEntry {
    name: "missing-pack",
    level: Level::Error,
    means: "An entry under `use` changes a pack, and does not say which.",
    help: "Write `{pack: dates, severity: warning}`, or only the name of the pack.",
    example: CodeExample::RuleFile(
        "\
use:
  - {severity: note}
",
    ),
});

pub(crate) const MISSING_SENTENCE: Code = Code(&CodeEntry {
    name: "missing-sentence",
    level: Level::Error,
    means: "A rule has keys, and none of them is `rule:`.",
    help: "Add `rule:` with the sentence.",
    example: CodeExample::RuleFile(
        "\
rules:
  - {id: toll, severity: note}
",
    ),
});

pub(crate) const PACK_TWICE: Code = Code(&CodeEntry {
    name: "pack-twice",
    level: Level::Error,
    means: "A pack is used twice in one place, or in two places with different changes.",
    help: "Name it in one place, with all that is changed in it.",
    example: CodeExample::RuleFile(
        "\
use:
  - quotes
  - {pack: quotes, severity: note}
",
    ),
});

pub(crate) const SAME_RULE: Code = Code(&CodeEntry {
    name: "same-rule",
    level: Level::Warning,
    means: "Two rules ask the same, in other words or under other ids.",
    help: "Take one of them out.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
rules:
  - {id: one, rule: call date cited}
  - {id: two, rule: Call date cited in every source}
",
    ),
});

pub(crate) const SENTENCE_READ_AS_MAPPING: Code = Code(&CodeEntry {
    name: "sentence-read-as-mapping",
    level: Level::Error,
    means: "A colon in a sentence made YAML read it as a key with a value.",
    help: "Leave the colon out, or put the sentence in quotes.",
    example: CodeExample::RuleFile(
        "\
rules:
  - death toll: cited
",
    ),
});

pub(crate) const UNKNOWN_PACK: Code = Code(&CodeEntry {
    name: "unknown-pack",
    level: Level::Error,
    means: "`use` names a pack that does not exist.",
    help: "Write one of the packs that the help lists. A rule file of your own goes under `include`.",
    example: CodeExample::RuleFile("use: [quote]\n"),
});

pub(crate) const UNKNOWN_PACK_RULE: Code = Code(&CodeEntry {
    name: "unknown-pack-rule",
    level: Level::Error,
    means: "Changes to a pack name a rule that it has not.",
    help: "Write one of its rules, as the help lists them.",
    example: CodeExample::RuleFile(
        "\
use:
  - {pack: quotes, rules: {close: note}}
",
    ),
});

pub(crate) const UNKNOWN_STORY: Code = Code(&CodeEntry {
    name: "unknown-story",
    level: Level::Error,
    means: "`story:` names a story that the project has not, so the rules of the file are never judged.",
    help: "Write the name of one of the stories; leave `story:` out where the rules are for all of them.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "{story: strom, rules: []}" > rules/late.yaml
crosscheck check
"#,
    ),
});

pub(crate) const UNUSED_TOPIC: Code = Code(&CodeEntry {
    name: "unused-topic",
    level: Level::Warning,
    means: "No rule asks about a topic, so what it finds is compared with nothing.",
    help: "Write a rule about it, or take the topic out.",
    example: CodeExample::RuleFile(
        "\
topics:
  call date: {kind: date, phrases: [called on <date>]}
  talks date: {kind: date, phrases: [talks on <date>]}
rules:
  - call date cited
",
    ),
});
