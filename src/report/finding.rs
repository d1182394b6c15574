//! One finding as people read it: what is wrong, who says what, which rule asks.

use super::{
    Detail, Style,
    columns::{Paint, painted, words},
    evidence::{excerpt, mention},
};
use crate::finding::{Evidence, Finding, Outcome, Role, Severity};

/// Of more claims than this on one side, the rest is counted and not shown.
const SHOWN: usize = 6;

/// Claims that decide nothing are mentioned up to this number.
const MENTIONED: usize = 3;

/// `error[call-duration]: what is wrong`, on one line.
pub fn headline(finding: &Finding, style: &Style) -> String {
    let (word, paint) = match finding.outcome {
        Outcome::Pass => ("pass", Paint::Good),
        Outcome::Fail => severity(finding.severity),
        Outcome::NoEvidence if finding.counts_as_failure => severity(finding.severity),
        Outcome::NoEvidence => ("no evidence", Paint::Missing),
    };
    let because = match finding.outcome {
        Outcome::NoEvidence if finding.counts_as_failure => "no evidence: ",
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

/// A failure on one line, with the place of its rule.
pub fn one_line(finding: &Finding, style: &Style) -> String {
    let place = format!(" ({})", place(finding));
    format!("{}{}\n", headline(finding, style).trim_end(), painted(&place, Paint::Faint, style.colour))
}

/// The headline, both sides, the silent sources, the rule and its reason.
pub fn whole(finding: &Finding, style: &Style) -> String {
    let mut text = headline(finding, style);
    for (role, title) in SIDES {
        let claims: Vec<&Evidence> =
            finding.evidence.iter().filter(|claim| claim.role == *role && claim.exact.is_some()).collect();
        text.push_str(&side(title, &claims, limit(style, SHOWN), excerpt, style));
    }
    let silent: Vec<&Evidence> = finding.evidence.iter().filter(|claim| claim.exact.is_none()).collect();
    text.push_str(&side("silent", &silent, limit(style, SHOWN), mention, style));
    let context: Vec<&Evidence> =
        finding.evidence.iter().filter(|claim| claim.role == Role::Context && claim.exact.is_some()).collect();
    text.push_str(&side("found, but decides nothing", &context, limit(style, MENTIONED), mention, style));
    text.push_str(&footer(finding, style));
    text
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
    claims: &[&Evidence],
    limit: usize,
    show: fn(&Evidence, &Style) -> String,
    style: &Style,
) -> String {
    if claims.is_empty() {
        return String::new();
    }
    // One more takes no more room than saying that there is one more.
    let limit = if claims.len() == limit.saturating_add(1) { claims.len() } else { limit };
    let mut text = format!("  {}\n", painted(&format!("{title}:"), Paint::Guide, style.colour));
    for claim in claims.iter().take(limit) {
        text.push_str(&show(claim, style));
    }
    let hidden = claims.len().saturating_sub(limit);
    if hidden > 0 {
        text.push_str(&format!("      … and {hidden} more (all with --verbose)\n"));
    }
    text
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
