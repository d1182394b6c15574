//! One finding: what is wrong, its sides with their claims, and how much of it is shown.

use super::{
    Detail, NearlyView, Told,
    told::{self, most_telling},
};
use crate::finding::{Agreement, DOES_NOT_APPLY, Evidence, Finding, Outcome, Role, RuleOutcome, RulePlace};
use std::collections::BTreeSet;

/// Of more claims than this on one side, the rest is counted and not shown.
pub(super) const SHOWN: usize = 6;

/// Claims that decide nothing are mentioned up to this number.
const MENTIONED: usize = 3;

/// What is drawn of a rule: its findings, several only where it asks of every one of something.
#[derive(Debug)]
pub struct RuleView<'r> {
    /// They, by article and place.
    pub findings: Vec<FindingView<'r>>,
    /// What it asks of and could not be compared; nothing on one line.
    pub unchecked: Option<FindingSide<'r>>,
}

impl<'r> RuleView<'r> {
    pub(super) fn new(rule: &'r RuleOutcome, findings: &'r [Finding], detail: Detail) -> Self {
        let is_shown = |finding: &&Finding| finding.suppressed.is_none() || detail == Detail::Verbose;
        Self::of(rule, findings.iter().filter(is_shown), detail)
    }

    /// That of some of its findings.
    pub(super) fn of(rule: &'r RuleOutcome, shown: impl IntoIterator<Item = &'r Finding>, detail: Detail) -> Self {
        let findings: Vec<FindingView<'r>> =
            shown.into_iter().map(|finding| FindingView::new(finding, &rule.unchecked, detail)).collect();
        let is_whole = findings.iter().any(|view| view.form == FindingForm::Whole);
        let claims = told::told(rule.unchecked.iter().filter(|_| is_whole), detail);
        let unchecked = (!claims.is_empty()).then(|| side("not checked", Showing::Mention, claims, SHOWN, detail));
        Self { findings, unchecked }
    }
}

/// Where what is at fault stands: an article, and the line and column of its words where it has such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultPlace<'r> {
    /// The article, or the rule file where nothing in an article is at fault.
    pub file: &'r str,
    /// Line and column, from 1.
    pub at: Option<(u32, u32)>,
}

/// What is drawn of a finding.
#[derive(Debug)]
pub struct FindingView<'r> {
    /// The finding.
    pub finding: &'r Finding,
    /// How much of it.
    pub form: FindingForm,
    /// Where what is at fault stands.
    pub fault: FaultPlace<'r>,
    /// Its claims, side by side; none on one line.
    pub sides: Vec<FindingSide<'r>>,
    /// What silent sources nearly say; nothing on one line.
    pub nearly: NearlyView<'r>,
}

/// How much of a finding is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingForm {
    /// One line, for who looks for what is at fault.
    Terse,
    /// One line, with the place of the rule.
    Line,
    /// All sides.
    Whole,
}

/// Claims that do the same for an outcome.
#[derive(Debug)]
pub struct FindingSide<'r> {
    /// What a reader calls it, where that is to be said.
    pub title: Option<&'static str>,
    /// How each is shown.
    pub showing: Showing,
    /// Those that are shown.
    pub told: Vec<Told<'r>>,
    /// How many are not.
    pub hidden: usize,
}

/// How a claim is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// In its sentence, with its words marked.
    Excerpt,
    /// On one line.
    Mention,
}

impl<'r> FindingView<'r> {
    fn new(finding: &'r Finding, unchecked: &[Evidence], detail: Detail) -> Self {
        let applies = !finding.reasons.iter().any(|reason| reason == DOES_NOT_APPLY);
        let form = match (finding.outcome, detail) {
            (_, Detail::Quiet) => FindingForm::Terse,
            (Outcome::Pass, _) => FindingForm::Line,
            (Outcome::Fail | Outcome::NoEvidence, Detail::Verbose) => FindingForm::Whole,
            (Outcome::Fail | Outcome::NoEvidence, Detail::Normal) if applies => FindingForm::Whole,
            (Outcome::Fail | Outcome::NoEvidence, Detail::Normal) => FindingForm::Line,
        };
        let (sides, nearly) = match form {
            FindingForm::Terse | FindingForm::Line => (Vec::new(), NearlyView::default()),
            FindingForm::Whole => (sides(finding, unchecked, detail), NearlyView::of(&finding.nearly, detail)),
        };
        Self { finding, form, fault: fault(finding), sides, nearly }
    }
}

/// Where what is at fault stands: the rule, where no article has it.
pub(super) fn fault(finding: &Finding) -> FaultPlace<'_> {
    match finding.primary.and_then(|index| finding.evidence.get(index)) {
        Some(evidence) => FaultPlace { file: evidence.article(), at: evidence.place() },
        None => {
            let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let RulePlace { file, line, column } = &finding.place;
            FaultPlace { file, at: Some((narrow(*line), narrow(*column))) }
        }
    }
}

/// The sides of a finding in the order they are shown.
fn sides<'r>(finding: &'r Finding, unchecked: &[Evidence], detail: Detail) -> Vec<FindingSide<'r>> {
    let mut decisive = decisive(finding);
    // Those have a side of their own.
    decisive.extend(unchecked.iter().map(place_of));
    let of = |role: Role, is_wanted: fn(&Evidence) -> bool| {
        let is_said = |claim: &Evidence| role == Role::Context && decisive.contains(&place_of(claim));
        let is_of = |claim: &&Evidence| claim.role == role && is_wanted(claim) && !is_said(claim);
        told::told(finding.evidence.iter().filter(is_of), detail)
    };
    let quoted = |claim: &Evidence| claim.quote.is_some();
    let unquoted = |claim: &Evidence| claim.quote.is_none() && !claim.is_silence();
    let any = |_: &Evidence| true;
    // One by itself comes before what it is held against.
    let violating = side("breaks the rule", Showing::Excerpt, of(Role::Violates, quoted), SHOWN, detail);
    let supporting = of(Role::Supports, quoted);
    let (first, last, against) = match finding.item {
        Some(_) => (Some(violating), None, "held against"),
        None if finding.agreement == Some(Agreement::Conflict) && supporting.is_empty() => {
            (None, Some(violating), "at odds")
        }
        None => (None, Some(violating), "against"),
    };
    let before = [
        side("in support", Showing::Excerpt, supporting, SHOWN, detail),
        side(against, Showing::Excerpt, of(Role::Opposes, quoted), SHOWN, detail),
    ];
    let behind = [
        side("in support", Showing::Mention, of(Role::Supports, unquoted), SHOWN, detail),
        side("breaks the rule", Showing::Mention, of(Role::Violates, unquoted), SHOWN, detail),
        side("silent", Showing::Mention, of(Role::Violates, Evidence::is_silence), SHOWN, detail),
        side("found, but decides nothing", Showing::Mention, of(Role::Context, any), MENTIONED, detail),
    ];
    let all = first.into_iter().chain(before).chain(last).chain(behind);
    all.filter(|side| !side.told.is_empty()).collect()
}

pub(super) fn side<'r>(
    title: impl Into<Option<&'static str>>,
    showing: Showing,
    claims: Vec<Told<'r>>,
    most: usize,
    detail: Detail,
) -> FindingSide<'r> {
    let most = match detail {
        // One more takes no more room than saying that there is one more.
        Detail::Quiet | Detail::Normal if claims.len() > most + 1 => most,
        Detail::Quiet | Detail::Normal | Detail::Verbose => claims.len(),
    };
    let hidden = claims.len() - most;
    FindingSide { title: title.into(), showing, told: most_telling(claims, most), hidden }
}

/// The places whose words decide something: what they are beside that is not worth saying.
fn decisive(finding: &Finding) -> BTreeSet<(&str, usize)> {
    let claims = finding.evidence.iter().filter(|claim| claim.role != Role::Context);
    claims.map(place_of).filter(|(_, at)| *at > 0).collect()
}

/// The article, and one past the last byte of the words; 0 where there are none.
fn place_of(claim: &Evidence) -> (&str, usize) {
    (claim.article(), claim.range().map_or(0, |range| range.end))
}
