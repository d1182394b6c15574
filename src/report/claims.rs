//! What `crosscheck claims` prints for people and as one object: the claims of each article, topic by topic.

use super::{
    Detail, Diagnostics, Format, Record, Style,
    columns::{Paint, beginning, padded, painted, width, words},
    json::pretty,
    summary::counted,
};
use crate::{claim::ArticleClaims, claim::Claim, diagnostic::Diagnostic};
use serde::Serialize;

/// The claims as people read them.
pub const TEXT: Format<[Record]> = Format {
    name: "text",
    about: "a table of claims by article; for people",
    diagnostics: Diagnostics::Apart,
    print: |records, style| articles(records).map(|article| table(article, style)).collect::<Vec<_>>().join("\n"),
};

/// The claims as one object.
pub const JSON: Format<[Record]> = Format {
    name: "json",
    about: "one JSON object with all claims",
    diagnostics: Diagnostics::Inside,
    print: |records, _| {
        let diagnostics = records.iter().filter_map(|record| match record {
            Record::Article(_) => None,
            Record::Diagnostic(diagnostic) => Some(diagnostic),
        });
        pretty(&Object { version: 1, articles: articles(records).collect(), diagnostics: diagnostics.collect() })
    },
};

#[derive(Serialize)]
struct Object<'a> {
    version: u32,
    articles: Vec<&'a ArticleClaims>,
    diagnostics: Vec<&'a Diagnostic>,
}

fn articles(records: &[Record]) -> impl Iterator<Item = &ArticleClaims> {
    records.iter().filter_map(|record| match record {
        Record::Article(article) => Some(article),
        Record::Diagnostic(_) => None,
    })
}

/// The widest that a topic is printed.
const LONGEST_TOPIC: usize = 32;

/// The widest that the words of a claim are printed.
const LONGEST_WORDS: usize = 40;

fn table(article: &ArticleClaims, style: &Style) -> String {
    let published = article.metadata.published.map_or("no date".to_string(), |day| day.to_string());
    let title = format!(
        "{}: {}, {published}, story {}, {}",
        words(&article.article),
        words(&article.metadata.source),
        words(&article.story),
        counted(article.claims.len(), "claim")
    );
    let mut text = format!("{}\n", painted(&title, Paint::Strong, style.colour));
    if style.detail == Detail::Quiet {
        return text;
    }
    let column =
        |words: fn(&Claim) -> String| article.claims.iter().map(|claim| width(&words(claim))).max().unwrap_or(0);
    let (places, topics, exact) = (column(place), column(topic), column(exact));
    for claim in &article.claims {
        let row = format!(
            "  {}  {}  {}  {}",
            padded(&place(claim), places),
            padded(&topic(claim), topics),
            painted(&padded(&self::exact(claim), exact), Paint::Good, style.colour),
            who(claim),
        );
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

fn place(claim: &Claim) -> String {
    format!("{}:{}", claim.quote.line, claim.quote.column)
}

fn topic(claim: &Claim) -> String {
    beginning(&words(&claim.topic), LONGEST_TOPIC)
}

fn exact(claim: &Claim) -> String {
    beginning(&words(&claim.quote.exact), LONGEST_WORDS)
}

fn who(claim: &Claim) -> String {
    let part = claim.part.name();
    match &claim.speaker {
        Some(speaker) => format!("{part}, {}", words(speaker)),
        None => part.to_string(),
    }
}
