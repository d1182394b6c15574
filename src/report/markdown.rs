//! `--format markdown`: for the summary of a job or a comment on a change: who says what, then the findings, folded.
//!
//! Foreign words stand in paragraphs, items, cells and summaries, one line each, with all that is markup there escaped: nobody
//! is called by a name in them, nothing is linked, no table or list ends.

use super::{
    Diagnostics, Format, Style, changes, columns,
    evidence::{self, Cut},
    listed, matrix, summary,
    view::{FindingForm, FindingSide, FindingView, NearlyView, RuleView, Showing, StoryView, Told, View},
};
use crate::{
    finding::{Finding, Outcome, Report},
    sink::{Page, Syntax},
};
use std::io;

/// The counts, then each story: the matrix, the findings folded, what changed.
pub const FORMAT: Format<Report> = Format {
    name: "markdown",
    about: "Markdown for a job summary or a comment: who says what, then the findings, folded",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Markdown,
    print,
};

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    // Whatever terminal is there, nobody reads it on that.
    let style = &Style { detail: style.detail, ..Style::default() };
    let view = View::new(report, style.detail);
    page.text(&format!("**Crosscheck**: {}\n", text(summary::line(&view.tally).trim_end())))?;
    if !report.diagnostics.is_empty() {
        page.text("\nMistakes and warnings about rule files and inputs:\n\n")?;
    }
    for found in &report.diagnostics {
        let place = listed::place_of_mistake(found).map(|place| format!("{}: ", text(&place))).unwrap_or_default();
        page.text(&format!("- {place}{} ({})\n", text(&listed::mistake(found)), text(found.code.name())))?;
    }
    view.stories.iter().try_for_each(|story| draw(story, style, page))
}

fn draw(story: &StoryView<'_>, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let (articles, sources) = (summary::counted(story.articles, "article"), summary::counted(story.sources, "source"));
    page.text(&format!("\n### {}\n\n{articles} from {sources}\n", text(&columns::words(story.story))))?;
    if let Some(table) = &story.matrix {
        page.text(&format!("\n{}", piped(&matrix::plain_rows(table, style))))?;
        matrix::legend(table).iter().try_for_each(|line| page.text(&format!("\n{}\n", text(line))))?;
    }
    let all = || story.findings.iter().chain(&story.passes);
    all().filter(|rule| is_whole(rule)).try_for_each(|rule| page.text(&folded(rule, style)))?;
    let short: Vec<&RuleView<'_>> = all().filter(|rule| !is_whole(rule)).collect();
    if !short.is_empty() {
        page.text("\n")?;
    }
    for finding in short.iter().flat_map(|rule| &rule.findings) {
        let place = listed::place(finding.fault.file, finding.fault.at);
        page.text(&format!("- {}, {}\n", headline(finding.finding, text), text(&place)))?;
    }
    page.text(&changed(story, style))
}

/// Whether more than a line is drawn of a rule.
fn is_whole(rule: &RuleView<'_>) -> bool {
    rule.findings.iter().any(|finding| finding.form == FindingForm::Whole)
}

/// A table; the first row is its heading.
fn piped(rows: &[Vec<matrix::PlainCell>]) -> String {
    let cell = |cell: &matrix::PlainCell| {
        let words = text(&cell.words);
        if cell.is_against { format!("<b>✗ {words}</b>") } else { words }
    };
    let mut table = String::new();
    for (index, row) in rows.iter().enumerate() {
        table.push_str(&format!("| {} |\n", row.iter().map(cell).collect::<Vec<_>>().join(" | ")));
        if index == 0 {
            table.push_str(&format!("|{}\n", "---|".repeat(row.len())));
        }
    }
    table
}

/// The findings of a rule, of which a line is seen until somebody opens it.
fn folded(rule: &RuleView<'_>, style: &Style) -> String {
    let Some(first) = rule.findings.first() else { return String::new() };
    let more = match rule.findings.len() - 1 {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    let mut folded = format!("\n<details><summary>{}{more}</summary>\n", headline(first.finding, html));
    for finding in &rule.findings {
        if rule.findings.len() > 1 {
            folded.push_str(&format!("\n{}\n", text(&listed::message(finding.finding))));
        }
        finding.sides.iter().for_each(|one| folded.push_str(&side(one, style)));
        folded.push_str(&nearly(&finding.nearly));
        folded.push_str(&reasons(finding));
    }
    folded.push_str(&rule.unchecked.iter().map(|unchecked| side(unchecked, style)).collect::<String>());
    folded.push_str(&asks(first.finding));
    folded.push_str("\n</details>\n");
    folded
}

/// `error <b>call-duration</b>: what is wrong`.
fn headline(finding: &Finding, escaped: fn(&str) -> String) -> String {
    let word = match finding.outcome {
        _ if finding.suppressed.is_some() => "suppressed",
        Outcome::Pass => "pass",
        Outcome::Fail => summary::name(finding.severity),
        Outcome::NoEvidence if finding.failure => summary::name(finding.severity),
        Outcome::NoEvidence => "no evidence",
    };
    let because = if finding.outcome == Outcome::NoEvidence && finding.failure { "no evidence: " } else { "" };
    let (rule, message) = (columns::words(&finding.rule), columns::words(&finding.message));
    format!("{word} <b>{}</b>: {because}{}", escaped(&rule), escaped(&message))
}

/// The claims of one side under its title.
fn side(side: &FindingSide<'_>, style: &Style) -> String {
    let title = side.title.map(|title| format!("\n{title}:\n")).unwrap_or_default();
    let items: String = side.told.iter().map(|told| item(told, side.showing, style)).collect();
    format!("{title}\n{items}{}", and_more(side.hidden))
}

/// A claim in its sentence, with its words marked, or on its own.
fn item(told: &Told<'_>, showing: Showing, style: &Style) -> String {
    let evidence = told.first;
    let said = match (showing, evidence.quote.as_deref()) {
        (Showing::Excerpt, Some(quote)) => {
            let cut = Cut::new([&quote.prefix, &quote.exact, &quote.suffix], evidence::room(style));
            format!("{}<b>{}</b>{}", text(&cut.prefix), text(&cut.exact), text(&cut.suffix))
        }
        (Showing::Excerpt | Showing::Mention, _) => text(&evidence::said(evidence, style)),
    };
    let notes = match (showing, evidence::notes(evidence)) {
        (Showing::Excerpt, notes) if !notes.is_empty() => format!(" ({})", text(&columns::words(&notes))),
        (Showing::Excerpt | Showing::Mention, _) => String::new(),
    };
    format!("- {}: {said}{notes}\n", text(&evidence::whereabouts(told)))
}

fn and_more(hidden: usize) -> String {
    if hidden == 0 { String::new() } else { format!("- … and {hidden} more\n") }
}

/// What silent sources nearly say.
fn nearly(view: &NearlyView<'_>) -> String {
    if view.phrases.is_empty() {
        return String::new();
    }
    let item = |phrase: &str, topic: &str, sources: usize| {
        let (phrase, topic) = (text(&columns::words(phrase)), text(&columns::words(topic)));
        format!("- <code>{phrase}</code> ({topic}, {})\n", summary::counted(sources, "source"))
    };
    let items = view.phrases.iter().map(|phrase| item(phrase.phrase, phrase.topic, phrase.sources()));
    let title = "\nnearly found where a source is silent; a line for `phrases:`:\n\n";
    format!("{title}{}{}", items.collect::<String>(), and_more(view.hidden))
}

/// Why a finding is what it is.
fn reasons(view: &FindingView<'_>) -> String {
    let reasons = &view.finding.reasons;
    let because = (!reasons.is_empty()).then(|| format!("\nreason: {}\n", text(&columns::words(&reasons.join(", ")))));
    let blames = view.finding.blames.as_deref();
    let blames = blames.map(|file| format!("\nblames: the publication date of {}\n", text(&columns::words(file))));
    because.into_iter().chain(blames).collect()
}

/// The rule and its reason.
fn asks(finding: &Finding) -> String {
    let place = &finding.place;
    let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let at = listed::place(&place.file, Some((narrow(place.line), narrow(place.column))));
    let rule = format!("\nrule: {} ({})\n", text(&columns::words(&finding.sentence)), text(&at));
    let why = finding.why.iter().map(|why| format!("\nwhy: {}\n", text(&columns::words(why))));
    std::iter::once(rule).chain(why).collect()
}

/// What changed since the snapshot.
fn changed(story: &StoryView<'_>, style: &Style) -> String {
    if let Some(aside) = story.changes.aside {
        return format!("\n{}\n", text(aside));
    }
    if story.changes.shown.is_empty() {
        return String::new();
    }
    let items = story.changes.shown.iter().map(|change| format!("- {}\n", text(&changes::change_line(change, style))));
    format!("\nchanged since the snapshot:\n\n{}{}", items.collect::<String>(), and_more(story.changes.hidden))
}

/// Words in Markdown, where nothing of them is markup.
pub fn text(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 16);
    // The figures that it begins with: with a full stop they would begin a list.
    let figures = words.len() - words.trim_start_matches(|figure: char| figure.is_ascii_digit()).len();
    for (at, character) in words.char_indices() {
        let next = words.get(at + character.len_utf8()..).and_then(|rest| rest.chars().next());
        let is_escaped = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '^' => true,
            '-' | '+' | '=' | '#' => at == 0,
            ')' => at > 0 && at == figures,
            '.' => (at > 0 && at == figures) || words.get(at.saturating_sub(3)..at).is_some_and(is_web),
            // Of an address, and of a picture by its name.
            ':' => next.is_some_and(|next| !next.is_whitespace() && !next.is_ascii_digit()),
            _ => false,
        };
        if is_escaped {
            text.extend(['\\', character]);
        } else {
            text.push_str(&escaped(character, next));
        }
    }
    text
}

fn is_web(words: &str) -> bool {
    words.eq_ignore_ascii_case("www")
}

/// Words in HTML: what would be Markdown is none there, and by its number nowhere.
fn html(words: &str) -> String {
    let next = words.chars().skip(1).map(Some).chain([None]);
    let shown = |(character, next): (char, Option<char>)| match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '^' => format!("&#{};", u32::from(character)),
        ':' if next == Some('/') => "&#58;".to_string(),
        other => escaped(other, next),
    };
    words.chars().zip(next).map(shown).collect()
}

/// A character that would be markup of HTML, or call somebody before the next: `@name`, `#12`, `!12`.
fn escaped(character: char, next: Option<char>) -> String {
    let is_named = next.is_some_and(char::is_alphanumeric);
    match character {
        '&' => "&amp;".to_string(),
        '<' => "&lt;".to_string(),
        '>' => "&gt;".to_string(),
        '"' => "&quot;".to_string(),
        '@' | '#' | '!' if is_named => format!("{character}<!-- -->"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_foreign_is_markup() {
        for (words, expected) in [
            ("a | b", "a \\| b"),
            ("**a** _b_ `c` ~~d~~ $e$", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$"),
            ("<script>&amp;</details>", "&lt;script&gt;&amp;amp;&lt;/details&gt;"),
            ("[a](http://b)", "\\[a\\](http\\://b)"),
            ("www.a.example", "www\\.a.example"),
            ("@octo #12 !3", "@<!-- -->octo #<!-- -->12 !<!-- -->3"),
            ("# a", "\\# a"),
            ("#12", "\\#12"),
            ("a # b! @ c", "a # b! @ c"),
            ("- a", "\\- a"),
            ("12. a", "12\\. a"),
            ("12) a", "12\\) a"),
            ("a 12. b", "a 12. b"),
            ("3:18: a", "3:18: a"),
            ("::error::x", "\\:\\:error\\:\\:x"),
            ("\\u{200b}", "\\\\u{200b}"),
            ("plain, \u{201c}curly\u{201d} – 日本", "plain, \u{201c}curly\u{201d} – 日本"),
        ] {
            assert_eq!(text(words), expected);
        }
        assert_eq!(html("<b> & @a \"x\""), "&lt;b&gt; &amp; @<!-- -->a &quot;x&quot;");
        assert_eq!(html("*a* [b](http://c) d|e 3:18"), "&#42;a&#42; &#91;b&#93;(http&#58;//c) d&#124;e 3:18");
    }

    #[test]
    fn long_words_take_time_in_proportion() {
        assert_eq!(text(&"1".repeat(100_000)).len(), 100_000);
    }
}
