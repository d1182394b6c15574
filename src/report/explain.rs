//! The formats of `crosscheck explain`: a rule from its sentence to the words of the articles.

use super::{
    Detail, Diagnostics, ExplainedArticle, ExplainedClaim, ExplainedPiece, ExplainedRule, ExplainedStory,
    ExplainedSubject, Explanation, Format, NearMiss, RuleAnswer, Style,
    columns::{self, Paint, both_ends, padded, painted, wrapped},
    evidence::{self, Cut},
    json::one_or_several,
    marks::{self, Labelled},
    nearly, one_by_one, summary,
    view::ExplainedView,
};
use crate::{
    claim::Quote,
    finding::{Agreement, Outcome, Role},
    sink::Syntax,
};

/// One object, or several where rules of two stories share an id.
pub const JSON: Format<[Explanation]> = Format {
    name: "json",
    about: "JSON with the sentence, every claim with its reasons, and what was nearly taken",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print: |explanations, _, page| one_or_several(explanations, page),
};

/// For people.
pub const TEXT: Format<[Explanation]> = Format {
    name: "text",
    about: "the sentence, what its words stand for, who says what and why, and what was nearly taken; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |explanations, style, page| one_by_one(explanations, page, |one, page| page.text(&explained(one, style))),
};

/// Of more near misses in one article, the rest is counted.
const NEAR_MISSES: usize = 3;

/// Of more claims in one article, the rest is counted.
const CLAIMS: usize = 12;

/// How far what belongs to a place stands in.
const INDENT: &str = "      ";

fn explained(explanation: &Explanation, style: &Style) -> String {
    let mut text = match &explanation.rule {
        Some(rule) => head(rule, &explanation.pieces, style),
        None => String::new(),
    };
    let mut told: Vec<&ExplainedPiece> = Vec::new();
    for piece in &explanation.pieces {
        if !told.iter().any(|known| (known.sort, &known.words) == (piece.sort, &piece.words)) {
            text.push_str(&meaning(piece, style));
            told.push(piece);
        }
    }
    if explanation.stories.is_empty() {
        text.push_str("\nno article that it is for was read\n");
    }
    explanation.stories.iter().for_each(|told| text.push_str(&format!("\n{}", story(told, style))));
    text
}

/// The rule, its sentence, and its pieces underlined.
fn head(rule: &ExplainedRule, pieces: &[ExplainedPiece], style: &Style) -> String {
    let place = format!("{}:{}:{}", columns::words(&rule.place.file), rule.place.line, rule.place.column);
    let title = painted(&format!("Rule {}", columns::words(&rule.id)), Paint::Strong, style.colour);
    let mut text = format!("{title} ({place}), {} where it fails\n", summary::name(rule.severity));
    if let Some(why) = &rule.why {
        text.push_str(&format!("  why: {}\n", columns::words(why)));
    }
    if columns::words(&rule.sentence) != columns::words(&rule.canonical) {
        text.push_str(&format!("  written: {}\n", columns::words(&rule.sentence)));
    }
    text.push('\n');
    let labelled: Vec<Labelled<'_>> =
        pieces.iter().map(|piece| Labelled { start: piece.start, end: piece.end, label: piece.sort }).collect();
    for (from, to) in marks::pieces(&rule.canonical, 0, rule.canonical.len(), marks::room(style, 2)) {
        let line = rule.canonical.get(from..to).unwrap_or_default().trim_end();
        text.push_str(&format!("  {}\n", columns::words(line)));
        for row in marks::rows(&rule.canonical, &labelled, from, from + line.len()) {
            text.push_str(&format!("  {}\n", painted(row.trim_end(), Paint::Guide, style.colour)));
        }
    }
    text.push('\n');
    text
}

fn meaning(piece: &ExplainedPiece, style: &Style) -> String {
    let name = painted(&columns::words(&piece.words), Paint::Strong, style.colour);
    let mut text = format!("  {name} ({})\n", piece.sort);
    piece.means.iter().for_each(|line| text.push_str(&format!("{INDENT}{}\n", columns::words(line))));
    text
}

fn story(story: &ExplainedStory, style: &Style) -> String {
    let title = painted(&format!("Story {}", columns::words(&story.story)), Paint::Strong, style.colour);
    let mut text = match &story.answer {
        Some(found) => format!("{title}: {}", answer(found, style)),
        None => format!("{title}\n"),
    };
    if style.detail == Detail::Quiet {
        return text;
    }
    story.subjects.iter().for_each(|told| text.push_str(&format!("\n{}", subject(told, style))));
    text
}

fn answer(answer: &RuleAnswer, style: &Style) -> String {
    let (word, paint) = match answer.outcome {
        Outcome::Pass => ("pass", Paint::Good),
        Outcome::Fail => ("fail", Paint::Bad),
        Outcome::NoEvidence => ("no evidence", Paint::Missing),
    };
    let mut text = format!("{}\n", painted(word, paint, style.colour));
    text.push_str(&format!("  {}\n", columns::words(&answer.message)));
    if let Some(agreement) = answer.agreement {
        text.push_str(&format!("  agreement: {}\n", agreement_in_words(agreement)));
    }
    if !answer.reasons.is_empty() {
        text.push_str(&format!("  reason: {}\n", columns::words(&answer.reasons.join(", "))));
    }
    if let Some(article) = &answer.blames {
        text.push_str(&format!("  blames: the publication date of {}\n", columns::words(article)));
    }
    text
}

fn agreement_in_words(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Consistent => "consistent",
        Agreement::Compatible => "compatible",
        Agreement::Developing => "developing",
        Agreement::Conflict => "conflict",
        Agreement::SingleSource => "single source",
        Agreement::Absent => "absent",
        Agreement::Indeterminate => "indeterminate",
    }
}

/// Who gives what, and then every claim with its reasons.
fn subject(subject: &ExplainedSubject, style: &Style) -> String {
    let mut title = columns::words(&subject.subject);
    if let Some(agreement) = subject.agreement {
        title.push_str(&format!(": {}", agreement_in_words(agreement)));
        if !subject.reasons.is_empty() {
            title.push_str(&format!(" ({})", columns::words(&subject.reasons.join(", "))));
        }
    }
    let mut text = format!("{}\n", painted(&title, Paint::Strong, style.colour));
    let room = subject
        .articles
        .iter()
        .map(|article| columns::width(&columns::words(&article.source)))
        .max()
        .unwrap_or_default();
    for article in &subject.articles {
        let source = padded(&columns::words(&article.source), room);
        text.push_str(&format!("  {source}  {}\n", gives(article)));
    }
    let view = ExplainedView::new(subject, style.detail);
    let nearly = nearly::draw(&view.nearly, style);
    if !nearly.is_empty() {
        text.push_str(&format!("\n{nearly}"));
    }
    for (told, misses) in &view.articles {
        text.push_str(&format!("\n{}", article(told, misses, style)));
    }
    text
}

/// So many different values of one article are listed.
const LISTED: usize = 6;

/// The columns of a value in that list.
const LONGEST_GIVEN: usize = 48;

/// "about 50 minutes (45 to 55 minutes); an hour"
fn gives(article: &ExplainedArticle) -> String {
    let mut given: Vec<String> = Vec::new();
    for claim in &article.claims {
        let value = shown(claim);
        if !given.contains(&value) {
            given.push(value);
        }
    }
    let more = given.len().saturating_sub(LISTED);
    given.truncate(LISTED);
    match more {
        0 if given.is_empty() => "nothing".to_string(),
        0 => given.join("; "),
        more => format!("{}; and {more} more", given.join("; ")),
    }
}

fn shown(claim: &ExplainedClaim) -> String {
    let given = claim.value.get("text").and_then(serde_json::Value::as_str).unwrap_or_default();
    let exact = if claim.words.line == 0 { columns::words(given) } else { columns::words(&claim.words.exact) };
    let exact = both_ends(&exact, LONGEST_GIVEN);
    match &claim.means {
        None => exact,
        Some(means) => format!("{exact} ({})", columns::words(means)),
    }
}

fn article(article: &ExplainedArticle, misses: &[&NearMiss], style: &Style) -> String {
    let mut who = columns::words(&article.source);
    match (&article.published, &article.published_from) {
        (Some(day), Some(from)) => who.push_str(&format!(", {day} by {}", columns::words(from))),
        (Some(day), None) => who.push_str(&format!(", {day}")),
        (None, _) => who.push_str(", day of publication not known"),
    }
    let path = painted(&columns::words(&article.article), Paint::Strong, style.colour);
    let mut text = format!("{path} ({who})\n");
    let (claims, nearly) = match style.detail {
        Detail::Verbose => (usize::MAX, usize::MAX),
        Detail::Quiet | Detail::Normal => (CLAIMS, NEAR_MISSES),
    };
    let (told, rest) = telling(article, claims);
    told.into_iter().for_each(|told| text.push_str(&claim(told, style)));
    text.push_str(&columns::and_more(INDENT, rest));
    if !misses.is_empty() {
        text.push_str(&format!("  {}\n", painted("nearly taken:", Paint::Guide, style.colour)));
    }
    misses.iter().take(nearly).for_each(|told| text.push_str(&near_miss(told, style)));
    text.push_str(&columns::and_more(INDENT, misses.len().saturating_sub(nearly)));
    text
}

/// The claims that are shown, and how many are not: of more than there is room for, those that the answer rests on.
fn telling(article: &ExplainedArticle, room: usize) -> (Vec<&ExplainedClaim>, usize) {
    let all = || article.claims.iter();
    let chosen: Vec<&ExplainedClaim> = if all().count() <= room {
        all().collect()
    } else {
        all().filter(|claim| claim.role.is_some()).chain(all().filter(|claim| claim.role.is_none())).collect()
    };
    let mut told: Vec<&ExplainedClaim> = chosen.into_iter().take(room).collect();
    told.sort_by_key(|claim| (claim.words.start, claim.words.end));
    let rest = all().count() - told.len();
    (told, rest)
}

fn claim(claim: &ExplainedClaim, style: &Style) -> String {
    let (role, paint) = match claim.role {
        Some(Role::Supports) => ("in support", evidence::paint(Role::Supports)),
        Some(Role::Opposes) => ("against", evidence::paint(Role::Opposes)),
        Some(Role::Violates) => ("breaks the rule", evidence::paint(Role::Violates)),
        Some(Role::Context) => ("decides nothing", evidence::paint(Role::Context)),
        None => ("not part of the outcome", Paint::Faint),
    };
    let role = painted(role, paint, style.colour);
    let mut text = match claim.words.line {
        0 => format!("  {} {role}\n{INDENT}{}\n", arrow(style), shown(claim)),
        _ => excerpt(&claim.words, claim.part, &role, paint, style),
    };
    claim.means.iter().filter(|_| claim.words.line > 0).for_each(|means| text.push_str(&note("means", means, style)));
    claim.because.iter().for_each(|why| text.push_str(&note("because", why, style)));
    claim.phrases.iter().for_each(|phrase| text.push_str(&note("found by", phrase, style)));
    text
}

fn near_miss(missed: &NearMiss, style: &Style) -> String {
    let mut text = excerpt(&missed.words, missed.part, "", Paint::Faint, style);
    missed.phrase.iter().for_each(|phrase| text.push_str(&note("phrase", phrase, style)));
    missed.because.iter().for_each(|why| text.push_str(&note("but", why, style)));
    text
}

fn arrow(style: &Style) -> String {
    painted("-->", Paint::Guide, style.colour)
}

/// The place of some words, and the words in their sentence.
fn excerpt(found: &Quote, part: &str, role: &str, paint: Paint, style: &Style) -> String {
    let cut = Cut::new([&found.prefix, &found.exact, &found.suffix], evidence::room(style));
    let role = if role.is_empty() { String::new() } else { format!(", {role}") };
    format!(
        "  {} {}:{} {part}{role}\n{INDENT}{}{}{}\n{INDENT}{}{}\n",
        arrow(style),
        found.line,
        found.column,
        cut.prefix,
        painted(&cut.exact, paint, style.colour),
        cut.suffix,
        " ".repeat(columns::width(&cut.prefix)),
        painted(&"^".repeat(columns::width(&cut.exact).max(1)), paint, style.colour),
    )
}

/// A line with its name, wrapped behind the name.
fn note(name: &str, said: &str, style: &Style) -> String {
    let indent = INDENT.len() + name.len() + 2;
    let lines = wrapped(&columns::words(said), marks::room(style, indent));
    let name = painted(&format!("{name}:"), Paint::Guide, style.colour);
    format!("{INDENT}{name} {}\n", lines.join(&format!("\n{}", " ".repeat(indent))))
}
