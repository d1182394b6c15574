//! What is wrong with the file of an article, or with what it says of itself.

use super::{Code, CodeEntry, CodeExample};
use crate::diagnostic::Level;

/// The codes, by name.
pub(super) const CODES: &[Code] = &[
    BAD_DATE,
    BAD_TIMEZONE,
    BROKEN_UTF8,
    DATA_FILE,
    EMPTY_ARTICLE,
    FRONT_MATTER,
    HTML_NOT_READ_YET,
    LOOK_ALIKE_KEY,
    MISSING_FILE,
    NO_LEXICON,
    NOT_A_FILE,
    OTHER_LANGUAGE,
    TRANSCODED,
    TWO_DAYS,
    TWO_READINGS,
    UNKNOWN_LANGUAGE,
    UNREADABLE_FILE,
];

pub(crate) const BAD_DATE: Code = Code(&CodeEntry {
    name: "bad-date",
    level: Level::Error,
    means: "The date of publication that is given for an article is no date.",
    help: "Write it as year-month-day, such as `2021-12-30`.",
    example: CodeExample::Article(
        "\
---
published: last Tuesday or so
---
The bridge is closed.
",
    ),
});

pub(crate) const BAD_TIMEZONE: Code = Code(&CodeEntry {
    name: "bad-timezone",
    level: Level::Error,
    means: "The time zone that is given for an article does not exist.",
    help: "Write a name of the time zone database, such as `Europe/London`, or an offset, such as `+03:00`.",
    example: CodeExample::Article(
        "\
---
timezone: Mars/Base
---
The bridge is closed.
",
    ),
});

pub(crate) const BROKEN_UTF8: Code = Code(&CodeEntry {
    name: "broken-utf8",
    level: Level::Warning,
    means: "Some bytes of an article are not UTF-8. They are read as `?`.",
    help: "Save the file as UTF-8 again.",
    example: CodeExample::Shell(
        r"printf 'The caf\303\251 of Ren\303\251 in Orl\303\251ans opened \377 on 3 May.\n' > wire.txt
crosscheck values wire.txt
",
    ),
});

pub(crate) const DATA_FILE: Code = Code(&CodeEntry {
    name: "data-file",
    level: Level::Warning,
    means: "A file that holds data (.json, .yaml, .csv) is named as an article: its values are no sentences, and are not read.",
    help: "Take it out of the story. A rule file may name its values under `facts:`, and ask `matches its fact`.",
    example: CodeExample::Shell(
        r#"echo '{"price": 20}' > plans.json
crosscheck values plans.json
"#,
    ),
});

pub(crate) const EMPTY_ARTICLE: Code = Code(&CodeEntry {
    name: "empty-article",
    level: Level::Error,
    means: "The file of an article has no words.",
    help: "Put the text of the article into it, or take it out of the story.",
    example: CodeExample::Article("\n"),
});

pub(crate) const FRONT_MATTER: Code = Code(&CodeEntry {
    name: "front-matter",
    level: Level::Error,
    means: "The lines between `---` at the top of an article are not YAML, or have no end.",
    help: "Write one `key: value` a line, put a value that has `: ` or `#` in quotation marks, and end it with \
            a line `---`.",
    example: CodeExample::Article(
        "\
---
source: Harbour Post
title: Fire: one dead
---
The bridge is closed.
",
    ),
});

pub(crate) const HTML_NOT_READ_YET: Code = Code(&CodeEntry {
    name: "html-not-read-yet",
    level: Level::Error,
    means: "An article is a page in HTML, and pages are not read yet.",
    help: "Save the text of the page as `.txt` or `.md`.",
    example: CodeExample::Shell(
        r#"echo "<p>The call lasted 50 minutes.</p>" > wire.html
crosscheck values wire.html
"#,
    ),
});

pub(crate) const LOOK_ALIKE_KEY: Code = Code(&CodeEntry {
    name: "look-alike-key",
    level: Level::Warning,
    means: "A key in the front matter of an article says nothing, and looks like one that does.",
    help: "Write the key that is meant. Other keys are passed over without a word.",
    example: CodeExample::Article(
        "\
---
titel: The bridge is closed
---
It has been since Monday.
",
    ),
});

pub(crate) const MISSING_FILE: Code = Code(&CodeEntry {
    name: "missing-file",
    level: Level::Error,
    means: "An article that is named is not there.",
    help: "Check the name; paths are relative to the folder of `crosscheck.yaml`.",
    example: CodeExample::Gone("articles/storm/late.txt"),
});

pub(crate) const NO_LEXICON: Code = Code(&CodeEntry {
    name: "no-lexicon",
    level: Level::Error,
    means: "An article is in a language that Crosscheck has no words of, so nothing is read from it.",
    help: "Leave the article out, or write `language: en` if it is in English.",
    example: CodeExample::Article(
        "\
---
language: de
---
The bridge is closed.
",
    ),
});

pub(crate) const NOT_A_FILE: Code = Code(&CodeEntry {
    name: "not-a-file",
    level: Level::Error,
    means: "What should be an article is a folder, or no plain file.",
    help: "Name the files in the folder, such as with `folder/*.txt`.",
    example: CodeExample::Shell(
        "\
mkfifo wire.txt
crosscheck values wire.txt
",
    ),
});

pub(crate) const OTHER_LANGUAGE: Code = Code(&CodeEntry {
    name: "other-language",
    level: Level::Warning,
    means: "An article looks like another language than the one it is read as.",
    help: "Write `language:` into its front matter or into `crosscheck.yaml`, or leave the article out.",
    example: CodeExample::Article("\
---
source: Hafenblatt
---
Die Brücke über den Fluss ist seit dem frühen Morgen gesperrt, weil das Wasser über die Ufer getreten ist. Die Behörden raten allen Bewohnern der unteren Stadt, ihre Häuser zu verlassen und die Nacht bei Verwandten zu verbringen. Am Abend soll entschieden werden, wann die Schulen wieder öffnen.
"),
});

pub(crate) const TRANSCODED: Code = Code(&CodeEntry {
    name: "transcoded",
    level: Level::Warning,
    means: "An article is in another encoding than UTF-8 and was decoded. Positions are those of the decoded \
            text.",
    help: "Save it as UTF-8, and positions are those of the file.",
    example: CodeExample::Shell(
        r"printf '\377\376B\000r\000i\000d\000g\000e\000' > wire.txt
crosscheck values wire.txt
",
    ),
});

pub(crate) const TWO_DAYS: Code = Code(&CodeEntry {
    name: "two-days",
    level: Level::Warning,
    means: "Two keys in the front matter of an article give two days of publication.",
    help: "Keep the one on which it was published. `published` counts before the others.",
    example: CodeExample::Article(
        "\
---
published: 2031-05-06
date: 2031-05-09
---
The bridge is closed.
",
    ),
});

pub(crate) const TWO_READINGS: Code = Code(&CodeEntry {
    name: "two-readings",
    level: Level::Warning,
    means: "The day of publication that an article gives can be read in two ways. It is not used, unless the article's address \
            has one of the two days.",
    help: "Write it as year-month-day, such as `2021-03-04`, or say `dates: day first` or `dates: month first` in the lexicon of \
           the project.",
    example: CodeExample::Article(
        "\
---
published: 03/04/2021
---
The bridge is closed.
",
    ),
});

pub(crate) const UNKNOWN_LANGUAGE: Code = Code(&CodeEntry {
    name: "unknown-language",
    level: Level::Error,
    means: "`language:` of an article is no code of a language. The article is read as English.",
    help: "Write the two letters of ISO 639-1, such as `en` or `de`.",
    example: CodeExample::Article(
        "\
---
language: zz9
---
The bridge is closed.
",
    ),
});

pub(crate) const UNREADABLE_FILE: Code = Code(&CodeEntry {
    name: "unreadable-file",
    level: Level::Error,
    means: "An article is there and cannot be read.",
    help: "Give yourself permission to read it; check the file and the disk it is on.",
    example: CodeExample::Shell(
        r#"echo "The call lasted 50 minutes." > wire.txt
chmod 000 wire.txt
crosscheck values wire.txt
"#,
    ),
});
