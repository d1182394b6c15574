//! One finding as people read it: what is wrong, who says what, which rule asks.

use super::{
    Detail, Style,
    columns::{Paint, painted, words},
    evidence::{Told, excerpt, mention, told},
};
use crate::finding::{DOES_NOT_APPLY, Evidence, Finding, Outcome, Role, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// Of more claims than this on one side, the rest is counted and not shown.
const SHOWN: usize = 6;

/// Claims that decide nothing are mentioned up to this number.
const MENTIONED: usize = 3;

/// `error[call-duration]: what is wrong`, on one line.
pub fn headline(finding: &Finding, style: &Style) -> String {
    let (word, paint) = match finding.outcome {
        Outcome::Pass => ("pass", Paint::Good),
        Outcome::Fail => severity(finding.severity),
        Outcome::NoEvidence if finding.failure => severity(finding.severity),
        Outcome::NoEvidence => ("no evidence", Paint::Missing),
    };
    let because = match finding.outcome {
        Outcome::NoEvidence if finding.failure => "no evidence: ",
        Outcome::Pass | Outcome::Fail | Outcome::NoEvidence => "",
    };
    format!(
        "{}: {}\n",
        painted(&format!("{word}[{}]", words(&finding.rule)), paint, style.colour),
        painted(&format!("{because}{}", words(&finding.message)), Paint::Strong, style.colour),
    )
}

fn severity(severity: Severity) -> (&'static str, Paint) {
    match severity {
        Severity::Error => ("error", Paint::Bad),
        Severity::Warning => ("warning", Paint::Doubtful),
        Severity::Note => ("note", Paint::Noted),
    }
}

/// A finding on one line, with its reasons and the place of its rule.
pub fn one_line(finding: &Finding, style: &Style) -> String {
    let reasons = match finding.outcome {
        Outcome::Pass if !finding.reasons.is_empty() => format!("{}; ", words(&finding.reasons.join(", "))),
        Outcome::Pass | Outcome::Fail | Outcome::NoEvidence => String::new(),
    };
    let place = format!(" ({reasons}{})", place(finding));
    format!("{}{}\n", headline(finding, style).trim_end(), painted(&place, Paint::Faint, style.colour))
}

/// The headline, both sides, the silent sources, the rule and its reason.
pub fn whole(finding: &Finding, style: &Style) -> String {
    if finding.reasons.iter().any(|reason| reason == DOES_NOT_APPLY) && style.detail != Detail::Verbose {
        return one_line(finding, style);
    }
    let mut text = headline(finding, style);
    let decisive = decisive(finding);
    let claims = |role: Role| {
        let decisive = &decisive;
        let is_said = move |claim: &&Evidence| role == Role::Context && decisive.contains(&place_of(claim));
        finding.evidence.iter().filter(move |claim| claim.role == role && !is_said(claim))
    };
    for (role, title) in SIDES {
        let quoted = claims(*role).filter(|claim| claim.exact.is_some());
        text.push_str(&side(title, told(quoted, style), limit(style, SHOWN), excerpt, style));
    }
    let properties = claims(Role::Supports).filter(|claim| claim.exact.is_none());
    text.push_str(&side("in support", told(properties, style), limit(style, SHOWN), mention, style));
    let silent = claims(Role::Violates).filter(|claim| claim.exact.is_none());
    text.push_str(&side("silent", told(silent, style), limit(style, SHOWN), mention, style));
    let context = told(claims(Role::Context), style);
    text.push_str(&side("found, but decides nothing", context, limit(style, MENTIONED), mention, style));
    text.push_str(&footer(finding, style));
    text
}

/// The places whose words decide something: what they are beside that is not worth saying.
fn decisive(finding: &Finding) -> BTreeSet<(&str, usize)> {
    finding
        .evidence
        .iter()
        .filter(|claim| claim.role != Role::Context)
        .map(place_of)
        .filter(|(_, at)| *at > 0)
        .collect()
}

/// The article, and one past the last byte of the words; 0 where there are none.
fn place_of(claim: &Evidence) -> (&str, usize) {
    (&claim.article, claim.end.unwrap_or(0))
}

/// The sides of a finding in the order they are shown, and what a reader calls them.
const SIDES: &[(Role, &str)] =
    &[(Role::Supports, "in support"), (Role::Opposes, "against"), (Role::Violates, "breaks the rule")];

fn limit(style: &Style, shown: usize) -> usize {
    match style.detail {
        Detail::Quiet | Detail::Normal => shown,
        Detail::Verbose => usize::MAX,
    }
}

fn side(
    title: &str,
    claims: Vec<Told<'_>>,
    limit: usize,
    show: fn(&Told<'_>, &Style) -> String,
    style: &Style,
) -> String {
    if claims.is_empty() {
        return String::new();
    }
    // One more takes no more room than saying that there is one more.
    let limit = if claims.len() == limit.saturating_add(1) { claims.len() } else { limit };
    let mut text = format!("  {}\n", painted(&format!("{title}:"), Paint::Guide, style.colour));
    let hidden = claims.len().saturating_sub(limit);
    for claim in most_telling(claims, limit) {
        text.push_str(&show(&claim, style));
    }
    if hidden > 0 {
        text.push_str(&format!("      … and {hidden} more (all with --verbose)\n"));
    }
    text
}

/// Of more claims than are shown, one of each article before a second of any, in the order of the articles.
fn most_telling(claims: Vec<Told<'_>>, limit: usize) -> Vec<Told<'_>> {
    let mut seen = BTreeMap::new();
    let mut turns: Vec<(usize, usize, Told<'_>)> = Vec::new();
    for (index, claim) in claims.into_iter().enumerate() {
        let turn = seen.entry(claim.first.article.as_str()).or_insert(0);
        turns.push((*turn, index, claim));
        *turn += 1;
    }
    turns.sort_by_key(|(turn, index, _)| (*turn, *index));
    turns.truncate(limit);
    turns.sort_by_key(|(_, index, _)| *index);
    turns.into_iter().map(|(.., claim)| claim).collect()
}

fn footer(finding: &Finding, style: &Style) -> String {
    let note =
        |name: &str, text: &str| format!("  {} {text}\n", painted(&format!("= {name}:"), Paint::Guide, style.colour));
    let mut text = note("rule", &format!("{} ({})", words(&finding.sentence), place(finding)));
    if let Some(why) = &finding.why {
        text.push_str(&note("why", &words(why)));
    }
    if !finding.reasons.is_empty() {
        text.push_str(&note("reason", &words(&finding.reasons.join(", "))));
    }
    if let Some(article) = &finding.blames {
        text.push_str(&note("blames", &format!("the publication date of {}", words(article))));
    }
    text
}

fn place(finding: &Finding) -> String {
    format!("{}:{}:{}", words(&finding.place.file), finding.place.line, finding.place.column)
}
