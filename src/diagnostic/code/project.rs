//! What is wrong with `crosscheck.yaml`, with paths, and with folders.

use super::{Code, CodeEntry, CodeExample};
use crate::diagnostic::Level;

/// The codes, by name.
pub(super) const CODES: &[Code] = &[
    BAD_GLOB,
    BAD_LEXICON,
    FILE_EXISTS,
    MISSING_CONFIGURATION,
    MISSING_FOLDER,
    MISSING_PATH,
    MISSING_RULES,
    NAME_NOT_UTF_8,
    NO_ARTICLES,
    NO_MATCH,
    NO_RULES,
    OUTSIDE_PROJECT,
    PASSED_OVER,
    UNKNOWN_TIMEZONE,
    UNREADABLE_FOLDER,
    UNREADABLE_RULES,
];

pub(crate) const BAD_GLOB: Code = Code(&CodeEntry {
    name: "bad-glob",
    level: Level::Error,
    means: "A pattern of paths cannot be read.",
    help: "Write `*` for any part of a name, `**` for any folders, `[ab]` and `{a,b}` for one of several.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "{rules: [rules], stories: {storm: ['articles/[']}}" > crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const BAD_LEXICON: Code = Code(&CodeEntry {
    name: "bad-lexicon",
    level: Level::Error,
    means: "The file under `lexicon:` is not there, or does not hold what a lexicon holds.",
    help: "Check its path, which is relative to `crosscheck.yaml`, and its contents.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "lexicon: words.yaml" >> crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const FILE_EXISTS: Code = Code(&CodeEntry {
    name: "file-exists",
    level: Level::Error,
    means: "`crosscheck init` would overwrite a file, and therefore wrote nothing.",
    help: "Move the file away, or name another folder: `crosscheck init newsroom`.",
    example: CodeExample::Shell(
        "\
crosscheck init
crosscheck init
",
    ),
});

pub(crate) const MISSING_CONFIGURATION: Code = Code(&CodeEntry {
    name: "missing-configuration",
    level: Level::Error,
    means: "The file after `--config` cannot be read.",
    help: "Check the path.",
    example: CodeExample::Shell("crosscheck check --config newsroom.yaml\n"),
});

pub(crate) const MISSING_FOLDER: Code = Code(&CodeEntry {
    name: "missing-folder",
    level: Level::Error,
    means: "There is no such folder.",
    help: "Name a folder that holds articles.",
    example: CodeExample::Shell("crosscheck check --config storm/crosscheck.yaml\n"),
});

pub(crate) const MISSING_PATH: Code = Code(&CodeEntry {
    name: "missing-path",
    level: Level::Error,
    means: "The command line names an article or a folder that cannot be read.",
    help: "Check the path.",
    example: CodeExample::Shell("crosscheck values storm/wire.txt\n"),
});

pub(crate) const MISSING_RULES: Code = Code(&CodeEntry {
    name: "missing-rules",
    level: Level::Error,
    means: "A rule file or folder that the command line or `crosscheck.yaml` names is not there, or has no rule \
            files.",
    help: "Check the path; a folder gives the files that end in `.yaml` or `.yml`.",
    example: CodeExample::Shell("crosscheck check --rules desk.yaml\n"),
});

pub(crate) const NAME_NOT_UTF_8: Code = Code(&CodeEntry {
    name: "name-not-utf-8",
    level: Level::Error,
    means: "The name of a file is not UTF-8, so that no rule and no report could write it.",
    help: "Give the file a name in UTF-8.",
    example: CodeExample::Shell(
        r#"crosscheck init
touch "$(printf 'articles/caf\351.txt')"
crosscheck values .
"#,
    ),
});

pub(crate) const NO_ARTICLES: Code = Code(&CodeEntry {
    name: "no-articles",
    level: Level::Error,
    means: "There is nothing to read: no articles in the project, in a folder, or in a story.",
    help: "Name articles or folders, or put text files (`.txt`, `.md`) into a folder of the project.",
    example: CodeExample::Shell(
        "\
mkdir storm
crosscheck values storm
",
    ),
});

pub(crate) const NO_MATCH: Code = Code(&CodeEntry {
    name: "no-match",
    level: Level::Error,
    means: "A pattern of paths in `crosscheck.yaml` matches no article.",
    help: "Check it: it is relative to `crosscheck.yaml`.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "{rules: [rules], stories: {flood: [articles/flood/*]}}" > crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const NO_RULES: Code = Code(&CodeEntry {
    name: "no-rules",
    level: Level::Error,
    means: "There are no rules to judge by.",
    help: "Add `rules: [rules]` to `crosscheck.yaml`, with files or folders, or name some with `--rules`.",
    example: CodeExample::Shell(
        r#"echo "The call lasted 50 minutes." > wire.txt
crosscheck check wire.txt
"#,
    ),
});

pub(crate) const OUTSIDE_PROJECT: Code = Code(&CodeEntry {
    name: "outside-project",
    level: Level::Error,
    means: "A path or a link leads out of the folder of `crosscheck.yaml`, so what it leads to is not read.",
    help: "Copy the file into the folder, name it on the command line, or allow it with `--allow-outside`.",
    example: CodeExample::Shell(
        r#"crosscheck init newsroom
echo "rules: []" > desk.yaml
echo "rules: [rules, ../desk.yaml]" > newsroom/crosscheck.yaml
cd newsroom && crosscheck check
"#,
    ),
});

pub(crate) const PASSED_OVER: Code = Code(&CodeEntry {
    name: "passed-over",
    level: Level::Warning,
    means: "A folder has files that look as if somebody meant them to be read, and are no articles. Under `--quiet` it is \
            not told.",
    help: "Save them as text, Markdown or HTML.",
    example: CodeExample::Shell(
        r#"crosscheck init
touch articles/storm/interview.pdf
crosscheck check
"#,
    ),
});

pub(crate) const UNKNOWN_TIMEZONE: Code = Code(&CodeEntry {
    name: "unknown-timezone",
    level: Level::Error,
    means: "`crosscheck.yaml` names a time zone that does not exist.",
    help: "Write a name of the time zone database, such as `Europe/London`, or an offset, such as `+03:00`.",
    example: CodeExample::Shell(
        r#"crosscheck init
echo "{rules: [rules], stories: {storm: {articles: [articles/storm/*], timezone: Mars}}}" > crosscheck.yaml
crosscheck check
"#,
    ),
});

pub(crate) const UNREADABLE_FOLDER: Code = Code(&CodeEntry {
    name: "unreadable-folder",
    level: Level::Error,
    means: "A folder cannot be opened, or a link in it leads nowhere.",
    help: "Give yourself permission to read it; remove the link, or mend it.",
    example: CodeExample::Shell(
        "\
crosscheck init
ln -s nowhere articles/storm/late.txt
crosscheck check
",
    ),
});

pub(crate) const UNREADABLE_RULES: Code = Code(&CodeEntry {
    name: "unreadable-rules",
    level: Level::Error,
    means: "A rule file is there and cannot be read.",
    help: "Give yourself permission to read it; remove a link that leads nowhere.",
    example: CodeExample::Shell(
        "\
crosscheck init
ln -s nowhere rules/late.yaml
crosscheck check
",
    ),
});
