//! `--format github`: workflow commands, which GitHub Actions shows beside the lines of a change.

use super::{Diagnostics, Format, Style, columns, listed, summary, view::Annotations};
use crate::{
    diagnostic::{Diagnostic, Level},
    finding::{Report, Severity},
    sink::{Page, Syntax},
};
use std::io;

/// A command a mistake and a finding, as many as are shown; the last counts the others.
pub const FORMAT: Format<Report> = Format {
    name: "github",
    about: "commands that make annotations in GitHub Actions",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Commands,
    print,
};

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let annotations = Annotations::new(report, style.detail);
    for found in &annotations.mistakes {
        page.text(&mistake(found))?;
    }
    for listed in &annotations.findings {
        let mut at = vec![("file", listed.fault.file.to_string())];
        if let Some(words) = listed.words() {
            at.push(("line", words.start.0.to_string()));
            // Where words take several lines, columns are of no line.
            let end = words.end.unwrap_or(words.start);
            at.extend((end.0 > words.start.0).then(|| ("endLine", end.0.to_string())));
            if end.0 == words.start.0 {
                at.push(("col", words.start.1.to_string()));
                at.extend(words.end.map(|end| ("endColumn", end.1.saturating_sub(1).max(words.start.1).to_string())));
            }
        }
        let (word, title) = match listed.weight() {
            Some(severity) => (command_word(severity), summary::name(severity)),
            None => ("notice", "no evidence"),
        };
        at.push(("title", format!("{title}[{}] in {}", listed.finding.rule, listed.story)));
        let lines = std::iter::once(listed::message(listed.finding)).chain(listed::others(listed));
        page.text(&command(word, &at, &lines.collect::<Vec<_>>()))?;
    }
    for news in &annotations.news {
        let mut at = Vec::new();
        if let Some(change) = news.change {
            at.extend(change.article.as_ref().map(|article| ("file", article.clone())));
            at.extend(change.line.map(|line| ("line", line.to_string())));
            at.extend(change.column.map(|column| ("col", column.to_string())));
        }
        at.push(("title", format!("changed since the snapshot in {}", news.story)));
        page.text(&command("notice", &at, &[news.message.to_string()]))?;
    }
    if annotations.hidden > 0 {
        let more = format!("{} more; the job summary or the log has all", annotations.hidden);
        page.text(&command("notice", &[("title", "crosscheck".into())], &[more]))?;
    }
    Ok(())
}

fn mistake(found: &Diagnostic) -> String {
    let word = match found.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let mut at = Vec::new();
    if let Some(place) = &found.place {
        at.push(("file", place.file.clone()));
        if place.line > 0 {
            at.extend([("line", place.line.to_string()), ("col", place.column.to_string())]);
        }
    }
    at.push(("title", found.code.name().to_string()));
    command(word, &at, &[listed::mistake(found)])
}

fn command_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// `::error file=a.txt,line=3,title=b::message`, on one line.
fn command(word: &str, properties: &[(&str, String)], lines: &[String]) -> String {
    let property = |(key, value): &(&str, String)| format!("{key}={}", in_property(&columns::words(value)));
    let properties: Vec<String> = properties.iter().map(property).collect();
    let lines: Vec<String> = lines.iter().map(|line| in_message(&columns::words(line))).collect();
    format!("::{word} {}::{}\n", properties.join(","), lines.join("%0A"))
}

/// What would end a message, or be read as something else in it.
fn in_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same in a property, which ends at a comma, and all of them at two colons.
fn in_property(text: &str) -> String {
    in_message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_ends_no_property_and_begins_no_line() {
        for (title, line, expected) in [
            ("a", "b", "::error title=a::b\n"),
            ("a,line=9", "b: c, d", "::error title=a%2Cline=9::b: c, d\n"),
            ("a::b", "::warning::c", "::error title=a%3A%3Ab::::warning::c\n"),
            ("a\nb", "c\r\nd\n::e", "::error title=a b::c d ::e\n"),
            ("100%", "%0A", "::error title=100%25::%250A\n"),
        ] {
            assert_eq!(command("error", &[("title", title.into())], &[line.into()]), expected);
        }
        assert_eq!(command("notice", &[("title", "a".into())], &["b".into(), "c".into()]), "::notice title=a::b%0Ac\n");
    }
}
