//! One finding as people read it: what is wrong, who says what, which rule asks.

use super::{
    Style,
    columns::{self, Paint, painted},
    evidence::{self, mention},
    nearly,
    view::{FindingForm, FindingSide, FindingView, Showing},
};
use crate::finding::{Finding, Outcome, Severity};

/// A finding as it is wanted.
pub fn draw(view: &FindingView<'_>, style: &Style) -> String {
    match view.form {
        FindingForm::Line => one_line(view.finding, style),
        FindingForm::Whole => whole(view, style),
    }
}

/// `error[call-duration]: what is wrong`, on one line.
fn headline(finding: &Finding, style: &Style) -> String {
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

/// The headline, the sides, the rule and its reason.
fn whole(view: &FindingView<'_>, style: &Style) -> String {
    let mut text = headline(view.finding, style);
    view.sides.iter().for_each(|one| text.push_str(&side(one, style)));
    text.push_str(&nearly::draw(&view.nearly, style));
    text.push_str(&footer(view.finding, style));
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

fn footer(finding: &Finding, style: &Style) -> String {
    let note =
        |name: &str, text: &str| format!("  {} {text}\n", painted(&format!("= {name}:"), Paint::Guide, style.colour));
    let mut text = note("rule", &format!("{} ({})", columns::words(&finding.sentence), place(finding)));
    if let Some(why) = &finding.why {
        text.push_str(&note("why", &columns::words(why)));
    }
    if !finding.reasons.is_empty() {
        text.push_str(&note("reason", &columns::words(&finding.reasons.join(", "))));
    }
    if let Some(article) = &finding.blames {
        text.push_str(&note("blames", &format!("the publication date of {}", columns::words(article))));
    }
    text
}

fn place(finding: &Finding) -> String {
    format!("{}:{}:{}", columns::words(&finding.place.file), finding.place.line, finding.place.column)
}
