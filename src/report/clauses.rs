//! The formats of `crosscheck explain --article FILE --clauses`: the sentences of an article, each with its clauses.

use super::{
    Diagnostics, Format, Style,
    columns::{self, Paint, padded, painted},
    json::one_or_several,
    one_by_one,
};
use crate::sink::Syntax;
use serde::Serialize;

/// The sentences of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleClauses {
    /// The version of this shape.
    pub version: u32,
    /// Its path.
    pub article: String,
    /// Its source.
    pub source: String,
    /// Its sentences in order.
    pub sentences: Vec<SentenceClauses>,
}

/// A sentence with its clauses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentenceClauses {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its line.
    pub line: usize,
    /// Its words.
    pub words: String,
    /// Its clauses, in the order in which they begin to be read.
    pub clauses: Vec<DrawnClause>,
    /// What somebody is reported to say in it, in order.
    pub speech: Vec<DrawnSpeech>,
}

/// Something that somebody is reported to say, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DrawnSpeech {
    /// Who says it.
    pub speaker: String,
    /// The words that tell that it is said; null where a quotation goes on.
    pub cue: Option<String>,
    /// What is said, in its pieces.
    pub said: Vec<String>,
    /// Who passes it on, where somebody does.
    pub through: Option<String>,
    /// Whether it is only worked out who speaks.
    pub inferred: bool,
}

/// A clause in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DrawnClause {
    /// What it is to the one around it.
    pub kind: &'static str,
    /// Its first byte.
    pub start: usize,
    /// One past its last byte; the clauses inside it stand between.
    pub end: usize,
    /// The word that opens it: "who", "because".
    pub marker: Option<String>,
    /// Who or what its verb is said of.
    pub subject: Option<String>,
    /// Its verb with the auxiliaries.
    pub verb: Option<String>,
    /// What is told of the verb: "passive", "past", "denied".
    pub told: Vec<&'static str>,
    /// To whom, and what it is done to.
    pub objects: Vec<String>,
    /// What the subject is said to be.
    pub predicate: Option<String>,
    /// What prepositions add, and its times.
    pub complements: Vec<String>,
}

/// One object, or several where an article is in two stories.
pub const JSON: Format<[ArticleClauses]> = Format {
    name: "json",
    about: "JSON with the sentences of the article and their clauses",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print: |articles, _, page| one_or_several(articles, page),
};

/// For people.
pub const TEXT: Format<[ArticleClauses]> = Format {
    name: "text",
    about: "the sentences of the article, and below each its clauses; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |articles, style, page| one_by_one(articles, page, |one, page| page.text(&article(one, style))),
};

/// How far clauses stand in below their sentence.
const INDENT: usize = 6;

fn article(article: &ArticleClauses, style: &Style) -> String {
    let path = painted(&columns::words(&article.article), Paint::Strong, style.colour);
    let mut shown = format!("{path} ({})\n", columns::words(&article.source));
    for sentence in &article.sentences {
        shown.push_str(&format!("\n{:>4}  {}\n", sentence.line, columns::words(&sentence.words)));
        let kinds = sentence.clauses.iter().map(|clause| clause.kind.len()).max().unwrap_or_default();
        for clause in &sentence.clauses {
            let kind = padded(clause.kind, kinds);
            let kind = painted(&format!("{}{kind}", " ".repeat(INDENT)), Paint::Faint, style.colour);
            shown.push_str(&format!("{kind}  {}\n", columns::words(&drawn(clause))));
        }
        for speech in &sentence.speech {
            let label = painted(&format!("{}said by", " ".repeat(INDENT)), Paint::Noted, style.colour);
            shown.push_str(&format!("{label}  {}\n", columns::words(&spoken(speech))));
        }
    }
    shown
}

/// "the mayor, through an aide (told reporters): The dam held"
fn spoken(speech: &DrawnSpeech) -> String {
    let through = speech.through.iter().map(|through| format!(", through {through}"));
    let cue = match &speech.cue {
        Some(cue) => format!(" ({cue})"),
        None => " (it goes on)".to_string(),
    };
    let worked_out = if speech.inferred && speech.cue.is_some() { ", worked out" } else { "" };
    let said = speech.said.join(" … ");
    format!("{}{}{cue}{worked_out}: {said}", speech.speaker, through.collect::<String>())
}

/// "who: the men | were killed (passive, past) | in the blast"
fn drawn(clause: &DrawnClause) -> String {
    let marker = clause.marker.iter().map(|marker| format!("{marker}: "));
    let told = if clause.told.is_empty() { String::new() } else { format!(" ({})", clause.told.join(", ")) };
    let verb = clause.verb.iter().map(|verb| format!("{verb}{told}"));
    let predicate = clause.predicate.iter().map(|predicate| format!("= {predicate}"));
    let parts: Vec<String> = std::iter::once(clause.subject.clone().unwrap_or_else(|| "-".to_string()))
        .chain(verb)
        .chain(clause.objects.iter().cloned())
        .chain(predicate)
        .chain(clause.complements.iter().cloned())
        .collect();
    marker.chain(std::iter::once(parts.join(" | "))).collect()
}
