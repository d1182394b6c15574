//! `--format html`: a page for a browser, whole in one file. Who says what, with the sentences behind each cell; findings that
//! are searched, unfolded and linked; the dates that are claimed; which sources are one origin.
//!
//! The page loads nothing and runs nothing but its own script, whose hash its policy names; without the script all is there to
//! read. Every foreign word is made visible by [`columns::words`] and escaped by the template; none stands in style or script.

mod findings;
mod matrix;
mod story;

use super::{
    Diagnostics, Format, Style, columns, listed, summary,
    view::{FindingStanding, PageView},
};
use crate::{
    diagnostic::{Diagnostic, Level},
    finding::Report,
    sink::{Page, Syntax},
};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, syntax::SyntaxConfig, value::Serde};
use serde::Serialize;
use std::io;
use story::HtmlStory;

/// The counts and what to choose by, then each story.
pub const FORMAT: Format<Report> = Format {
    name: "html",
    about: "a page in one file: who says what, the sentences side by side, findings to filter and link",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Html,
    print,
};

/// The style of the page.
const STYLE: &str = include_str!("style.css");

/// The script of the page.
const SCRIPT: &str = include_str!("script.js");

/// What a browser may load and run: its own style and script, known by their hashes, and nothing else.
const POLICY: &str = concat!(
    "default-src 'none'; style-src 'sha256-UeNC2sLG1+FX76VYBIIUAgBfGan088WCTbE+h42likE='; ",
    "script-src 'sha256-9jca2XYyQVnpL0GNkxwd49Lw0rYaGvckIH1owQp3etU='; base-uri 'none'; form-action 'none'"
);

/// The templates, by name.
const TEMPLATES: [(&str, &str); 3] =
    [("head", include_str!("head.html")), ("story", include_str!("story.html")), ("foot", include_str!("foot.html"))];

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    // Whatever terminal is there, nobody reads it on that.
    let style = &Style { detail: style.detail, ..Style::default() };
    let view = PageView::new(report, style.detail);
    let templates = templates().map_err(io::Error::other)?;
    let mut draw = |name: &str, shown: minijinja::Value| {
        let template = templates.get_template(name).map_err(io::Error::other)?;
        page.text(&template.render(shown).map_err(io::Error::other)?)
    };
    draw("head", Serde(HtmlHead::new(report, &view)).into())?;
    for (at, story) in view.stories.iter().enumerate() {
        draw("story", Serde(HtmlStory::new(at + 1, story, &view, style)).into())?;
    }
    draw("foot", Serde(HtmlFoot { script: SCRIPT }).into())
}

fn templates() -> Result<Environment<'static>, minijinja::Error> {
    let mut templates = Environment::new();
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    for (name, source) in TEMPLATES {
        templates.add_template(name, source)?;
    }
    Ok(templates)
}

/// What stands above the stories.
#[derive(Serialize)]
struct HtmlHead {
    policy: &'static str,
    style: &'static str,
    summary: String,
    /// Name of the story, in order.
    stories: Vec<String>,
    mistakes: Vec<HtmlMistake>,
    findings: usize,
    standings: Vec<HtmlChoice>,
    rules: Vec<HtmlChoice>,
    sources: Vec<HtmlChoice>,
    version: &'static str,
}

/// A mistake in a rule file or an input.
#[derive(Serialize)]
struct HtmlMistake {
    word: &'static str,
    place: String,
    message: String,
    code: &'static str,
}

/// Something to choose findings by.
#[derive(Serialize)]
struct HtmlChoice {
    name: String,
    glyph: &'static str,
    class: &'static str,
    number: usize,
}

#[derive(Serialize)]
struct HtmlFoot {
    script: &'static str,
}

/// A glyph, a word and a class of colours: what is seen at a glance is never the colour alone.
#[derive(Clone, Copy, Serialize)]
struct HtmlSign {
    glyph: &'static str,
    word: &'static str,
    class: &'static str,
}

impl HtmlSign {
    const fn new(glyph: &'static str, word: &'static str, class: &'static str) -> Self {
        Self { glyph, word, class }
    }

    fn of_standing(standing: FindingStanding) -> Self {
        match standing {
            FindingStanding::Failure(severity) => findings::sign(severity),
            FindingStanding::Open => Self::new("○", "no evidence", "open"),
            FindingStanding::Suppressed => Self::new("⊘", "suppressed", "plain"),
            FindingStanding::Pass => Self::new("✓", "pass", "good"),
        }
    }
}

impl HtmlHead {
    fn new(report: &Report, view: &PageView<'_>) -> Self {
        let named = |(name, number): &(&str, usize)| HtmlChoice {
            name: columns::words(name),
            glyph: "",
            class: "",
            number: *number,
        };
        let standing = |(standing, number): &(FindingStanding, usize)| {
            let HtmlSign { glyph, word, class } = HtmlSign::of_standing(*standing);
            HtmlChoice { name: word.to_string(), glyph, class, number: *number }
        };
        let mistake = |found: &Diagnostic| HtmlMistake {
            word: match found.level {
                Level::Error => "mistake",
                Level::Warning => "warning",
            },
            place: listed::place_of_mistake(found).unwrap_or_default(),
            message: listed::mistake(found),
            code: found.code.name(),
        };
        Self {
            policy: POLICY,
            style: STYLE,
            summary: summary::line(&view.tally).trim_end().to_string(),
            stories: view.stories.iter().map(|story| columns::words(story.story)).collect(),
            mistakes: report.diagnostics.iter().map(mistake).collect(),
            findings: view.standings.iter().map(|(_, number)| number).sum(),
            standings: view.standings.iter().map(standing).collect(),
            rules: view.rules.iter().map(named).collect(),
            sources: view.sources.iter().map(named).collect(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}
