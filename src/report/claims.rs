//! What `crosscheck claims` prints for people and as one object: the claims of each article, topic by topic.

use super::{
    Detail, Diagnostics, Format, Record, Style,
    columns::{self, Paint, padded, painted},
    csv,
    json::pretty,
    one_by_one, summary,
};
use crate::{claim::ArticleClaims, claim::Claim, diagnostic::Diagnostic, sink::Syntax};
use serde::Serialize;

/// The claims as people read them.
pub const TEXT: Format<[Record]> = Format {
    name: "text",
    about: "a table of claims by article; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |records, style, page| {
        one_by_one(articles(records), page, |article, page| page.text(&table(article, style)))
    },
};

/// The claims as one object.
pub const JSON: Format<[Record]> = Format {
    name: "json",
    about: "one JSON object with all claims",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print: |records, _, page| {
        let diagnostics = records.iter().filter_map(|record| match record {
            Record::Article(_) => None,
            Record::Diagnostic(diagnostic) => Some(diagnostic),
        });
        pretty(&Object { version: 1, articles: articles(records).collect(), diagnostics: diagnostics.collect() }, page)
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

/// The claims as a table.
pub const CSV: Format<[Record]> = Format {
    name: "csv",
    about: "a table for spreadsheets, one row a claim",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Csv,
    print: |records, style, page| {
        page.text(&csv::row(&COLUMNS.map(str::to_string)))?;
        for article in articles(records) {
            for ShownClaim { claim, status } in shown(article, style) {
                page.text(&csv_row(article, claim, status.unwrap_or("asserted")))?;
            }
        }
        Ok(())
    },
};

const COLUMNS: [&str; 13] = [
    "story",
    "article",
    "source",
    "published",
    "topic",
    "kind",
    "exact",
    "line",
    "column",
    "part",
    "fingerprint",
    "status",
    "speaker",
];

fn csv_row(article: &ArticleClaims, claim: &Claim, status: &str) -> String {
    csv::row(&[
        article.story.clone(),
        article.article.clone(),
        article.metadata.source.clone(),
        article.metadata.published.map(|day| day.to_string()).unwrap_or_default(),
        claim.subject.to_string(),
        claim.value.kind.name().to_string(),
        claim.quote.exact.to_string(),
        claim.quote.line.to_string(),
        claim.quote.column.to_string(),
        claim.part.name().to_string(),
        claim.fingerprint.to_string(),
        status.to_string(),
        speaker(claim).unwrap_or_default().to_string(),
    ])
}

/// Who is reported to say it, where a rule asks that.
fn speaker(claim: &Claim) -> Option<&str> {
    claim.said_by.as_deref()?.last().map(|speaker| &*speaker.who)
}

/// The widest that a topic is printed.
const LONGEST_TOPIC: usize = 32;

/// The widest that the words of a claim are printed.
const LONGEST_WORDS: usize = 40;

/// A claim, and where it is not simply said to be so, what it is instead.
#[derive(Clone, Copy)]
struct ShownClaim<'a> {
    claim: &'a Claim,
    status: Option<&'static str>,
}

/// The claims that are shown: those that only a rule asks for (`every time`) where somebody wants to see all.
fn shown<'a>(article: &'a ArticleClaims, style: &Style) -> Vec<ShownClaim<'a>> {
    let is_shown = |one: &ShownClaim<'_>| style.detail == Detail::Verbose || one.claim.subject.is_declared();
    let claims = article.claims.iter().map(|claim| {
        let status = (!claim.status.is_asserted()).then(|| claim.status.name());
        ShownClaim { claim, status }
    });
    let context = article.context.iter().map(|one| ShownClaim { claim: &one.claim, status: Some(one.name()) });
    let mut shown: Vec<ShownClaim<'_>> = claims.chain(context).filter(is_shown).collect();
    shown.sort_by_key(|one| one.claim.quote.start);
    shown
}

fn table(article: &ArticleClaims, style: &Style) -> String {
    let claims = shown(article, style);
    let published = article.metadata.published.map_or("no date".to_string(), |day| day.to_string());
    let title = format!(
        "{}: {}, {published}, story {}, {}",
        columns::words(&article.article),
        columns::words(&article.metadata.source),
        columns::words(&article.story),
        summary::counted(claims.len(), "claim")
    );
    let mut text = format!("{}\n", painted(&title, Paint::Strong, style.colour));
    if style.detail == Detail::Quiet {
        return text;
    }
    let column =
        |words: fn(&Claim) -> String| claims.iter().map(|one| columns::width(&words(one.claim))).max().unwrap_or(0);
    let (places, topics, exact) = (column(place), column(topic), column(exact));
    for ShownClaim { claim, status } in claims.iter().copied() {
        let row = format!(
            "  {}  {}  {}  {}{}",
            padded(&place(claim), places),
            padded(&topic(claim), topics),
            painted(&padded(&self::exact(claim), exact), Paint::Good, style.colour),
            part(claim),
            status.map(|status| format!("  ({status})")).unwrap_or_default(),
        );
        let speaker = speaker(claim)
            .map(|who| format!("  (said by {})", columns::both_ends(&columns::words(who), LONGEST_WORDS)));
        let row = format!("{}{}", row.trim_end(), speaker.unwrap_or_default());
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

fn place(claim: &Claim) -> String {
    format!("{}:{}", claim.quote.line, claim.quote.column)
}

fn topic(claim: &Claim) -> String {
    columns::beginning(&columns::words(&claim.subject.to_string()), LONGEST_TOPIC)
}

fn exact(claim: &Claim) -> String {
    columns::beginning(&columns::words(claim.words()), LONGEST_WORDS)
}

fn part(claim: &Claim) -> &'static str {
    claim.part.name()
}
