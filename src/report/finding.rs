//! One finding as people read it: what is wrong, who says what, which rule asks.

use super::{
    Detail, Style,
    columns::{self, Paint, painted},
    evidence::{self, mention},
    nearly,
    view::{FaultPlace, FindingForm, FindingSide, FindingView, RuleView, Showing},
};
use crate::finding::{Finding, Outcome, Severity, Suppressed};

/// The findings of a rule as they are wanted: what is wrong and its sides, then once the rule and its reason.
pub fn draw(view: &RuleView<'_>, style: &Style) -> String {
    let mut text = String::new();
    for (index, finding) in view.findings.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text.push_str(&one(finding, style));
        let is_last = index + 1 == view.findings.len();
        if is_last {
            text.push_str(&view.unchecked.iter().map(|unchecked| side(unchecked, style)).collect::<String>());
        }
        if finding.form == FindingForm::Whole {
            text.push_str(&if is_last { rule(finding.finding, style) } else { String::new() });
            text.push_str(&reasons(finding.finding, style));
        }
    }
    text
}

/// One finding as it is wanted.
fn one(view: &FindingView<'_>, style: &Style) -> String {
    match view.form {
        FindingForm::Terse => headline(view.finding, style),
        FindingForm::Line => one_line(view.finding, style),
        FindingForm::Whole => whole(view, style),
    }
}

/// `harbour: articles/a.txt:3:18: error[call-duration]: what is wrong`, for who looks at what is at fault.
pub fn one_a_line(story: &str, view: &FindingView<'_>, style: &Style) -> String {
    let FaultPlace { file, at } = view.fault;
    let at = at.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
    format!("{}: {}{at}: {}", columns::words(story), columns::words(file), headline(view.finding, style))
}

/// `error[call-duration]: what is wrong`, on one line.
fn headline(finding: &Finding, style: &Style) -> String {
    let (word, paint) = match finding.outcome {
        Outcome::Pass => ("pass", Paint::Good),
        Outcome::Fail | Outcome::NoEvidence if finding.suppressed.is_some() => ("suppressed", Paint::Noted),
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
        painted(&format!("{word}[{}]", columns::words(&finding.rule)), paint, style.colour),
        painted(&format!("{because}{}", columns::words(&finding.message)), Paint::Strong, style.colour),
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
fn one_line(finding: &Finding, style: &Style) -> String {
    let reasons = match finding.outcome {
        Outcome::Pass if !finding.reasons.is_empty() => format!("{}; ", columns::words(&finding.reasons.join(", "))),
        Outcome::Pass | Outcome::Fail | Outcome::NoEvidence => String::new(),
    };
    let place = format!(" ({reasons}{})", place(finding));
    format!("{}{}\n", headline(finding, style).trim_end(), painted(&place, Paint::Faint, style.colour))
}

/// The headline and the sides.
fn whole(view: &FindingView<'_>, style: &Style) -> String {
    let mut text = headline(view.finding, style);
    view.sides.iter().for_each(|one| text.push_str(&side(one, style)));
    text.push_str(&nearly::draw(&view.nearly, style));
    text
}

/// The claims of one side under its title.
pub fn side(side: &FindingSide<'_>, style: &Style) -> String {
    let title = |title| format!("  {}\n", painted(&format!("{title}:"), Paint::Guide, style.colour));
    let mut text = side.title.map(title).unwrap_or_default();
    for told in &side.told {
        text.push_str(&match side.showing {
            Showing::Excerpt => evidence::excerpt(told, style),
            Showing::Mention => mention(told, style),
        });
    }
    text.push_str(&columns::and_more(evidence::INDENT, side.hidden));
    text
}

fn note(name: &str, text: &str, style: &Style) -> String {
    format!("  {} {text}\n", painted(&format!("= {name}:"), Paint::Guide, style.colour))
}

/// The rule and its reason.
fn rule(finding: &Finding, style: &Style) -> String {
    let mut text = note("rule", &format!("{} ({})", columns::words(&finding.sentence), place(finding)), style);
    if let Some(why) = &finding.why {
        text.push_str(&note("why", &columns::words(why), style));
    }
    text
}

/// Why a finding is what it is.
fn reasons(finding: &Finding, style: &Style) -> String {
    let mut text = String::new();
    if !finding.reasons.is_empty() {
        text.push_str(&note("reason", &columns::words(&finding.reasons.join(", ")), style));
    }
    if finding.failure && style.detail == Detail::Verbose {
        text.push_str(&note("fingerprint", &finding.fingerprint.to_string(), style));
    }
    if let Some(suppressed) = &finding.suppressed {
        text.push_str(&note("suppressed", &accepted(suppressed), style));
    }
    if let Some(article) = &finding.blames {
        text.push_str(&note("blames", &format!("the publication date of {}", columns::words(article)), style));
    }
    text
}

/// `they count the missing (the desk, until 2031-05-09; crosscheck.yaml:4)`
pub fn accepted(suppressed: &Suppressed) -> String {
    let owner = suppressed.owner.clone();
    let until = suppressed.expires.as_ref().map(|day| format!("until {day}"));
    let who: Vec<String> = owner.into_iter().chain(until).collect();
    let place = suppressed.place.as_ref().map(|place| format!("{}:{}", place.file, place.line));
    let notes: Vec<String> = [who.join(", ")].into_iter().filter(|who| !who.is_empty()).chain(place).collect();
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
    columns::words(&format!("{}{notes}", suppressed.reason))
}

fn place(finding: &Finding) -> String {
    format!("{}:{}:{}", columns::words(&finding.place.file), finding.place.line, finding.place.column)
}
