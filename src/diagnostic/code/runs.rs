//! What is found where claims are judged, piped, or compared with snapshots.

use super::{Code, CodeEntry, CodeExample};
use crate::diagnostic::Level;

/// The codes, by name.
pub(super) const CODES: &[Code] = &[
    BAD_BASELINE,
    BAD_SUPPRESSION,
    BROKEN_RECORD,
    DAMAGED_SNAPSHOT,
    EXCEPTS_NOTHING,
    FINDS_NOTHING,
    NAMES_NO_ARTICLE,
    NEWER_SNAPSHOT,
    NO_CLAIMS,
    REPORT_AMONG_ARTICLES,
    SAME_LOOKING_SOURCES,
    STALE_SNAPSHOT,
    TOO_FEW_SOURCES,
    UNKNOWN_RULE,
    UNUSED_SUPPRESSION,
];

pub(crate) const BAD_BASELINE: Code = Code(&CodeEntry {
    name: "bad-baseline",
    level: Level::Error,
    means: "The file after `--baseline` is not there, or holds no findings as `--update-baseline` writes them.",
    help: "Check the path, or write the file with `--update-baseline`.",
    example: CodeExample::Shell(
        r#"crosscheck init
crosscheck check --baseline old.json
"#,
    ),
});

pub(crate) const BAD_SUPPRESSION: Code = Code(&CodeEntry {
    name: "bad-suppression",
    level: Level::Error,
    means: "What accepts a finding has no reason or no rule, or its last day or fingerprint cannot be read; so it accepts \
            nothing.",
    help: "Write the rule, the reason, and a day such as `2031-05-09`. In an article: `<!-- crosscheck: allow RULE: reason \
           -->`.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "suppressions: [{rule: gusts, reason: measured later, expires: soon}]" >> crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const BROKEN_RECORD: Code = Code(&CodeEntry {
    name: "broken-record",
    level: Level::Error,
    means: "A line that came through a pipe is no record of claims, for `judge`, or no article, for a command with \
            `--ndjson`.",
    help: "Pipe into `judge` what `crosscheck claims --format ndjson` writes; `crosscheck claims --help` shows \
            what a line of an article holds.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "{}" | crosscheck judge
"#,
    ),
});

pub(crate) const DAMAGED_SNAPSHOT: Code = Code(&CodeEntry {
    name: "damaged-snapshot",
    level: Level::Error,
    means: "A snapshot has a line or a header that is none, so it is compared with nothing.",
    help: "Put the line right, or write the file anew with `crosscheck snapshot`.",
    example: CodeExample::Shell(
        r#"crosscheck init
crosscheck snapshot
echo "outcome | storm | perhaps" >> snapshots/storm.snap
crosscheck check
"#,
    ),
});

pub(crate) const EXCEPTS_NOTHING: Code = Code(&CodeEntry {
    name: "excepts-nothing",
    level: Level::Warning,
    means: "`except in` names a source, a group or a path that no article of the story has, so it leaves nothing \
            out.",
    help: "Check the name; the help shows the nearest one.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "rules: [every quotation closed except in \"Nobody\"]" > desk.yaml
crosscheck check --rules desk.yaml
"#,
    ),
});

pub(crate) const FINDS_NOTHING: Code = Code(&CodeEntry {
    name: "finds-nothing",
    level: Level::Warning,
    means: "The phrases of a topic find nothing in any article of the project, so rules about it compare nothing. It is \
            told where all stories of the project are checked.",
    help: "Write phrases in the words of the articles: `crosscheck suggest` shows some. Or take the topic out.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "topics: {boats: {kind: count, phrases: [<count> boats sank]}}" > rules/boats.yaml
echo "rules: [boats cited]" >> rules/boats.yaml
crosscheck check
"#,
    ),
});

pub(crate) const NAMES_NO_ARTICLE: Code = Code(&CodeEntry {
    name: "names-no-article",
    level: Level::Warning,
    means: "A rule names a source or a group of which there is no article, so it compares nothing with it.",
    help: "Check the name; give the articles that are meant the key `group`.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "use: [llm-summary]" > desk.yaml
crosscheck check --rules desk.yaml
"#,
    ),
});

pub(crate) const NEWER_SNAPSHOT: Code = Code(&CodeEntry {
    name: "newer-snapshot",
    level: Level::Error,
    means: "A snapshot was written by a later version of Crosscheck.",
    help: "Use the version that wrote it, or a later one.",
    example: CodeExample::Shell(
        r#"crosscheck init
crosscheck snapshot
sed -i.old "s/ version: .*/ version: 99/" snapshots/storm.snap
crosscheck check
"#,
    ),
});

pub(crate) const NO_CLAIMS: Code = Code(&CodeEntry {
    name: "no-claims",
    level: Level::Error,
    means: "Nothing came through the pipe into `crosscheck judge`.",
    help: "Pipe in what `crosscheck claims --format ndjson` writes.",
    example: CodeExample::Shell(
        "\
crosscheck init
crosscheck judge < /dev/null
",
    ),
});

pub(crate) const REPORT_AMONG_ARTICLES: Code = Code(&CodeEntry {
    name: "report-among-articles",
    level: Level::Error,
    means: "`--output` names a file that the next run would read as an article, so nothing is written.",
    help: "Give the file another ending, or a folder whose name begins with `_`.",
    example: CodeExample::Shell(
        "\
crosscheck init
crosscheck check --output articles/storm/report.txt
",
    ),
});

pub(crate) const SAME_LOOKING_SOURCES: Code = Code(&CodeEntry {
    name: "same-looking-sources",
    level: Level::Warning,
    means: "The names of two sources look the same, though one of them has letters of another script or characters that \
            nobody sees. They count as one source.",
    help: "Write the name in the same characters everywhere, or give one of the sources another name.",
    example: CodeExample::Shell(
        r#"crosscheck init
printf -- '---\nsource: Upl\320\260nd Wire\n---\nStorm\n\nFour people were injured.\n' > articles/storm/late.txt
crosscheck check
"#,
    ),
});

pub(crate) const STALE_SNAPSHOT: Code = Code(&CodeEntry {
    name: "stale-snapshot",
    level: Level::Warning,
    means: "A snapshot is of a story that the project has no more.",
    help: "If the story is gone for good, `crosscheck snapshot --prune` removes the file.",
    example: CodeExample::Shell(
        r#"crosscheck init
crosscheck snapshot
sed -i.old "s/  storm:/  gale:/" crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const TOO_FEW_SOURCES: Code = Code(&CodeEntry {
    name: "too-few-sources",
    level: Level::Warning,
    means: "A rule asks for more sources than its story has, so it can never pass.",
    help: "Ask for fewer sources, or add articles of others.",
    example: CodeExample::Shell(
        r#"crosscheck init
sed -i.old "s/^  - injured .*/  - injured cited in at least 3 sources/" rules/storm.yaml
crosscheck check
"#,
    ),
});

pub(crate) const UNKNOWN_RULE: Code = Code(&CodeEntry {
    name: "unknown-rule",
    level: Level::Warning,
    means: "A suppression names a rule that there is not, so it accepts nothing. In `crosscheck.yaml` that is an error; an \
            article may be of several projects.",
    help: "Write the id of the rule, as its findings show it in brackets; the help shows the nearest one.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "<!-- crosscheck: allow weather: measured later -->" >> articles/storm/harbour-post.txt
crosscheck check
"#,
    ),
});

pub(crate) const UNUSED_SUPPRESSION: Code = Code(&CodeEntry {
    name: "unused-suppression",
    level: Level::Warning,
    means: "A suppression accepts nothing that is found any more. It is told where all stories of the project are checked.",
    help: "Take it out.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "rules: [{id: shut, rule: every quotation closed, suppress: {reason: counted later}}]" > rules/shut.yaml
crosscheck check
"#,
    ),
});
