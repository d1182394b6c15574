//! Findings and claims, as the templates show them.

use super::{HtmlSign, Style, columns, summary};
use crate::{
    finding::{Evidence, Outcome, Severity},
    report::{
        evidence::{self, Cut},
        finding, listed,
        view::{FindingForm, FindingSide, FindingStanding, NearlyView, PageFinding, Showing, Told},
    },
};
use serde::Serialize;

/// So many columns of a sentence are shown: more than stand around any words.
const SENTENCE: usize = 640;

/// A finding.
#[derive(Serialize)]
pub struct HtmlFinding {
    anchor: String,
    sign: HtmlSign,
    rule: String,
    message: String,
    /// Where what is at fault stands.
    place: String,
    /// The numbers of its sources on the page.
    sources: String,
    is_open: bool,
    sides: Vec<HtmlSide>,
    nearly: Vec<HtmlNearly>,
    nearly_hidden: usize,
    sentence: String,
    rule_place: String,
    why: String,
    reasons: String,
    suppressed: String,
    blames: String,
    fingerprint: String,
}

/// Claims that do the same for an outcome.
#[derive(Serialize)]
pub struct HtmlSide {
    title: &'static str,
    pub(super) claims: Vec<HtmlClaim>,
    pub(super) hidden: usize,
}

/// A claim in its sentence, or in its own words.
#[derive(Serialize)]
pub struct HtmlClaim {
    source: String,
    place: String,
    /// Who says it, and where the article says it again.
    beside: String,
    prefix: String,
    exact: String,
    suffix: String,
    /// What it says where it stands in no sentence.
    said: String,
    notes: String,
}

/// A phrase that would take what silent sources say.
#[derive(Serialize)]
pub struct HtmlNearly {
    phrase: String,
    topic: String,
    sources: String,
}

/// What a failure of a severity looks like.
pub fn sign(severity: Severity) -> HtmlSign {
    let (glyph, class) = match severity {
        Severity::Error => ("✗", "bad"),
        Severity::Warning => ("▲", "doubt"),
        Severity::Note => ("●", "note"),
    };
    HtmlSign::new(glyph, summary::name(severity), class)
}

/// Findings of a page.
pub fn all(findings: &[PageFinding<'_>], unfolded: Option<FindingForm>, style: &Style) -> Vec<HtmlFinding> {
    findings.iter().map(|found| HtmlFinding::new(found, unfolded, style)).collect()
}

impl HtmlFinding {
    fn new(found: &PageFinding<'_>, unfolded: Option<FindingForm>, style: &Style) -> Self {
        let (view, finding) = (&found.view, found.view.finding);
        let is_failure = matches!(found.standing, FindingStanding::Failure(_));
        let because = if finding.outcome == Outcome::NoEvidence && is_failure { "no evidence: " } else { "" };
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let at = (narrow(finding.place.line), narrow(finding.place.column));
        let sides = view.sides.iter().chain(&found.unchecked);
        Self {
            anchor: found.anchor.clone(),
            sign: HtmlSign::of_standing(found.standing),
            rule: columns::words(&finding.rule),
            message: format!("{because}{}", columns::words(&finding.message)),
            place: listed::place(view.fault.file, view.fault.at),
            sources: found.sources.iter().map(|number| format!(" {number}")).collect::<String>() + " ",
            is_open: unfolded == Some(view.form) && is_failure,
            sides: sides.map(|side| HtmlSide::new(side, style)).collect(),
            nearly: nearly(&view.nearly),
            nearly_hidden: view.nearly.hidden,
            sentence: columns::words(&finding.sentence),
            rule_place: listed::place(&finding.place.file, Some(at)),
            why: finding.why.as_deref().map(columns::words).unwrap_or_default(),
            reasons: columns::words(&finding.reasons.join(", ")),
            suppressed: finding.suppressed.as_deref().map(finding::accepted).unwrap_or_default(),
            blames: finding.blames.as_deref().map(columns::words).unwrap_or_default(),
            fingerprint: finding.fingerprint.to_string(),
        }
    }
}

impl HtmlSide {
    /// Claims of one side.
    pub fn new(side: &FindingSide<'_>, style: &Style) -> Self {
        Self {
            title: side.title.unwrap_or_default(),
            claims: side.told.iter().map(|told| HtmlClaim::new(told, side.showing, style)).collect(),
            hidden: side.hidden,
        }
    }
}

impl HtmlClaim {
    fn new(told: &Told<'_>, showing: Showing, style: &Style) -> Self {
        let claim: &Evidence = told.first;
        let beside = format!("{}{}", evidence::said_by(claim), evidence::again(told));
        let (source, place) = (columns::words(claim.source()), listed::place(claim.article(), claim.place()));
        let own = Self {
            source,
            place,
            beside,
            prefix: String::new(),
            exact: String::new(),
            suffix: String::new(),
            said: String::new(),
            notes: String::new(),
        };
        match (showing, claim.quote.as_deref()) {
            (Showing::Excerpt, Some(quote)) => {
                let Cut { prefix, exact, suffix } = Cut::new([&quote.prefix, &quote.exact, &quote.suffix], SENTENCE);
                Self { prefix, exact, suffix, notes: columns::words(&evidence::notes(claim)), ..own }
            }
            (Showing::Excerpt | Showing::Mention, _) => Self { said: evidence::said(claim, style), ..own },
        }
    }
}

/// What silent sources nearly say.
pub fn nearly(view: &NearlyView<'_>) -> Vec<HtmlNearly> {
    let phrases = view.phrases.iter().map(|phrase| HtmlNearly {
        phrase: columns::words(phrase.phrase),
        topic: columns::words(phrase.topic),
        sources: summary::counted(phrase.sources(), "source"),
    });
    phrases.collect()
}
