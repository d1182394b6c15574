//! Codes of mistakes as `explain` shows them: the entry of one, a line each of all.

use super::{
    Diagnostics, Format, Style,
    columns::{Paint, painted, wrapped},
    json::pretty,
    marks, one_by_one,
};
use crate::{
    diagnostic::{AREAS, Area, Code, CodeExample, Level},
    sink::{Page, Syntax},
};
use std::io;

/// What is shown of the table of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePage {
    /// The entry of one code.
    Of(Code),
    /// Every code.
    All,
}

/// An object, or a list of all.
pub const JSON: Format<CodePage> = Format {
    name: "json",
    about: "JSON with the level, what it means, what to do, and what raises it",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print: json,
};

/// For people.
pub const TEXT: Format<CodePage> = Format {
    name: "text",
    about: "what it means, what to do, and what raises it; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: text,
};

fn json(shown: &CodePage, _: &Style, page: &mut Page<'_>) -> io::Result<()> {
    match shown {
        CodePage::Of(code) => pretty(code.entry(), page),
        CodePage::All => pretty(&Code::all().map(Code::entry).collect::<Vec<_>>(), page),
    }
}

fn text(shown: &CodePage, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    match shown {
        CodePage::Of(code) => page.text(&entry(*code, style)),
        CodePage::All => one_by_one(AREAS, page, |area, page| page.text(&of_area(area, style))),
    }
}

fn entry(code: Code, style: &Style) -> String {
    let entry = code.entry();
    let (level, paint) = told(entry.level);
    let title = painted(&format!("{level}[{code}]"), paint, style.colour);
    let lead = match entry.example {
        CodeExample::RuleFile(_) => "A rule file that raises it:",
        CodeExample::Article(_) => "An article that raises it:",
        CodeExample::Gone(_) => "An article that is gone when it is read raises it, such as one that this names:",
        CodeExample::Shell(_) => "Commands that raise it, in an empty folder:",
    };
    let paragraph = |words: &str| wrapped(words, marks::room(style, 0)).join("\n");
    let example: String = entry.example.text().lines().map(|line| indented(line, INDENT)).collect();
    format!("{title}\n\n{}\n\n{}\n\n{lead}\n\n{example}", paragraph(entry.means), paragraph(entry.help))
}

fn of_area(area: &Area, style: &Style) -> String {
    let mut text = format!("{}\n", painted(area.title, Paint::Strong, style.colour));
    for code in area.codes {
        let (level, paint) = told(code.entry().level);
        text.push_str(&format!("  {} {}\n", painted(level, paint, style.colour), code));
        for line in wrapped(code.entry().means, marks::room(style, INDENT)) {
            text.push_str(&indented(&line, INDENT));
        }
    }
    text
}

/// How far examples, and what a code means, stand from the left margin.
const INDENT: usize = 4;

fn indented(line: &str, by: usize) -> String {
    if line.is_empty() { "\n".to_string() } else { format!("{}{line}\n", " ".repeat(by)) }
}

fn told(level: Level) -> (&'static str, Paint) {
    match level {
        Level::Error => ("error", Paint::Bad),
        Level::Warning => ("warning", Paint::Missing),
    }
}
