//! What `diff` prints: article by article, what the new version claims otherwise.

use super::{
    Detail, Diagnostics, Format, Style, changes,
    columns::{self, Paint, painted},
    json, markdown, summary,
};
use crate::{
    diagnostic::Diagnostic,
    edits::{ArticleEdits, EditSort, EditedWords, VersionEdit},
    finding::ChangedSentence,
    sink::{Page, Syntax},
};
use serde::Serialize;
use std::io;

/// For programs, for a comment and for people, in alphabetical order.
pub const EDITED: &[&Format<EditedReport>] = &[
    &Format {
        name: "json",
        about: "one JSON object with every edit, its words and sentences before and after",
        diagnostics: Diagnostics::Inside,
        syntax: Syntax::Json,
        print: |report, _, page| json::pretty(report, page),
    },
    &Format {
        name: "markdown",
        about: "Markdown for a comment: the edits of each article, with both sentences",
        diagnostics: Diagnostics::Apart,
        syntax: Syntax::Markdown,
        print: |report, _, page| report.articles.iter().try_for_each(|article| page.text(&listed(article))),
    },
    &Format {
        name: "text",
        about: "the edits of each article, with both sentences and the words that changed marked; for people",
        diagnostics: Diagnostics::Apart,
        syntax: Syntax::Text,
        print: |report, style, page| draw(report, style, page),
    },
];

/// The version of the shape in JSON.
const VERSION: u32 = 1;

/// What changed between two versions of some articles.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EditedReport {
    version: u32,
    /// The articles, in order.
    pub articles: Vec<EditedArticle>,
    /// The mistakes of both versions' files.
    pub diagnostics: Vec<Diagnostic>,
}

impl EditedReport {
    /// One of some articles.
    pub fn new(articles: Vec<EditedArticle>, diagnostics: Vec<Diagnostic>) -> Self {
        Self { version: VERSION, articles, diagnostics }
    }

    /// Whether the new versions claim what the old ones do.
    pub fn is_same(&self) -> bool {
        self.articles.iter().all(EditedArticle::is_same)
    }
}

/// An article in two versions, or in one alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EditedArticle {
    /// The file of the old version; null where there is none.
    pub old: Option<String>,
    /// The file of the new version; null where there is none.
    pub new: Option<String>,
    /// What changed.
    #[serde(flatten)]
    pub edits: ArticleEdits,
}

impl EditedArticle {
    fn is_same(&self) -> bool {
        self.old.is_some() && self.new.is_some() && self.edits.is_empty()
    }

    fn title(&self) -> String {
        let name = |path: &Option<String>| columns::words(path.as_deref().unwrap_or_default());
        match (&self.old, &self.new) {
            (Some(old), Some(new)) if old == new => name(&self.old),
            (Some(_), Some(_)) => format!("{} → {}", name(&self.old), name(&self.new)),
            (Some(_), None) => format!("{}: the article is gone", name(&self.old)),
            (None, _) => format!("{}: the article is new", name(&self.new)),
        }
    }

    /// `3 changes, and no new correction note tells of them; 1 sentence has other words`
    fn counts(&self) -> String {
        let number = self.edits.edits.len() - self.edits.reworded();
        let note = match (self.edits.is_noted, number) {
            (_, 0) => "",
            (true, _) => ", and a correction note that is new",
            (false, 1) => ", and no new correction note tells of it",
            (false, _) => ", and no new correction note tells of them",
        };
        let changes = match number {
            0 => "no value, hedge, speaker, quotation or name changed".to_string(),
            number => summary::counted(number, "change"),
        };
        match self.edits.reworded() {
            0 => format!("{changes}{note}"),
            1 => format!("{changes}{note}; 1 sentence has other words"),
            number => format!("{changes}{note}; {number} sentences have other words"),
        }
    }
}

fn draw(report: &EditedReport, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let is_told = |article: &&EditedArticle| !article.is_same() || article.edits.reworded() > 0;
    let told: Vec<&EditedArticle> = report.articles.iter().filter(is_told).collect();
    if style.detail == Detail::Quiet {
        return told.into_iter().try_for_each(|article| page.text(&one_a_line(article)));
    }
    if told.is_empty() && !report.articles.is_empty() {
        return page.text("nothing changed\n");
    }
    super::one_by_one(told, page, |article, page| page.text(&draw_article(article, style)))
}

fn draw_article(article: &EditedArticle, style: &Style) -> String {
    let mut text = format!("{}\n", painted(&article.title(), Paint::Strong, style.colour));
    if article.old.is_none() || article.new.is_none() {
        return text;
    }
    text.push_str(&format!("{}\n", article.counts()));
    let mut last: Option<[Option<&str>; 2]> = None;
    for edit in &article.edits.edits {
        let place = place(edit).map(|words| format!(" ({}:{})", words.line, words.column)).unwrap_or_default();
        text.push_str(&format!(
            "\n  {}: {}{}\n",
            painted(edit.sort.name(), Paint::Doubtful, style.colour),
            columns::both_ends(&columns::words(&edit.message), WIDEST_MESSAGE),
            painted(&place, Paint::Faint, style.colour),
        ));
        let own = [&edit.before, &edit.after].map(|side| side.as_ref().map(|words| words.sentence.as_str()));
        // The sentences of several edits in a row stand once.
        if has_sentences(edit) && last != Some(own) {
            let [before, after] = own.map(|sentence| sentence.map(columns::words));
            let sentence = ChangedSentence { source: String::new(), before, after };
            let claimed =
                edit.after.as_ref().or(edit.before.as_ref()).and_then(|words| words.exact.clone()).unwrap_or_default();
            text.push_str(&changes::both_versions(&sentence, &columns::words(&claimed), style));
            last = Some(own);
        }
    }
    text
}

/// A message is shown in so many columns.
const WIDEST_MESSAGE: usize = 160;

/// Where somebody looks first: in the new version where it has the words.
fn place(edit: &VersionEdit) -> Option<&EditedWords> {
    edit.after.as_ref().or(edit.before.as_ref())
}

/// What a sentence alone says is said by its message.
fn has_sentences(edit: &VersionEdit) -> bool {
    !matches!(edit.sort, EditSort::SentenceGone | EditSort::SentenceNew | EditSort::Property)
}

fn one_a_line(article: &EditedArticle) -> String {
    let file = columns::words(article.new.as_deref().or(article.old.as_deref()).unwrap_or_default());
    if article.old.is_none() || article.new.is_none() {
        return format!("{}\n", article.title());
    }
    let line = |edit: &VersionEdit| {
        let place = place(edit).map(|words| format!(":{}:{}", words.line, words.column)).unwrap_or_default();
        format!("{file}{place}: {}: {}\n", edit.sort.name(), columns::words(&edit.message))
    };
    article.edits.edits.iter().map(line).collect()
}

fn listed(article: &EditedArticle) -> String {
    let mut text = format!("### {}\n\n", markdown::text(&article.title()));
    if article.old.is_none() || article.new.is_none() {
        return text;
    }
    text.push_str(&format!("{}\n\n", markdown::text(&article.counts())));
    for edit in &article.edits.edits {
        let place = place(edit).map(|words| format!(", {}:{}", words.line, words.column)).unwrap_or_default();
        let message = markdown::text(&columns::words(&edit.message));
        text.push_str(&format!("- **{}**: {message}{place}\n", edit.sort.name()));
        for (label, side) in [("was", &edit.before), ("now", &edit.after)] {
            if let Some(words) = side.as_ref().filter(|_| has_sentences(edit)) {
                text.push_str(&format!("  - {label}: {}\n", markdown::text(&columns::words(&words.sentence))));
            }
        }
    }
    text.push('\n');
    text
}
