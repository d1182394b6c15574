//! One finding: what is wrong, its sides with their claims, and how much of it is shown.

use super::{
    Detail, NearlyView, Told,
    told::{self, most_telling},
};
use crate::finding::{DOES_NOT_APPLY, Evidence, Finding, Outcome, Role};
use std::collections::BTreeSet;

/// Of more claims than this on one side, the rest is counted and not shown.
pub(super) const SHOWN: usize = 6;

/// Claims that decide nothing are mentioned up to this number.
const MENTIONED: usize = 3;

/// What is drawn of a finding.
#[derive(Debug)]
pub struct FindingView<'r> {
    /// The finding.
    pub finding: &'r Finding,
    /// How much of it.
    pub form: FindingForm,
    /// Its claims, side by side; none on one line.
    pub sides: Vec<FindingSide<'r>>,
    /// What silent sources nearly say; nothing on one line.
    pub nearly: NearlyView<'r>,
}

/// How much of a finding is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingForm {
    /// One line.
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
    pub(super) fn new(finding: &'r Finding, detail: Detail) -> Self {
        let applies = !finding.reasons.iter().any(|reason| reason == DOES_NOT_APPLY);
        let form = match (finding.outcome, detail) {
            (Outcome::Pass, _) | (_, Detail::Quiet) => FindingForm::Line,
            (Outcome::Fail | Outcome::NoEvidence, Detail::Verbose) => FindingForm::Whole,
            (Outcome::Fail | Outcome::NoEvidence, Detail::Normal) if applies => FindingForm::Whole,
            (Outcome::Fail | Outcome::NoEvidence, Detail::Normal) => FindingForm::Line,
        };
        let (sides, nearly) = match form {
            FindingForm::Line => (Vec::new(), NearlyView::default()),
            FindingForm::Whole => (sides(finding, detail), NearlyView::of(&finding.nearly, detail)),
        };
        Self { finding, form, sides, nearly }
    }
}

/// The sides of a finding in the order they are shown.
fn sides(finding: &Finding, detail: Detail) -> Vec<FindingSide<'_>> {
    let decisive = decisive(finding);
    let of = |role: Role, is_wanted: fn(&Evidence) -> bool| {
        let is_said = |claim: &Evidence| role == Role::Context && decisive.contains(&place_of(claim));
        let is_of = |claim: &&Evidence| claim.role == role && is_wanted(claim) && !is_said(claim);
        told::told(finding.evidence.iter().filter(is_of), detail)
    };
    let quoted = |claim: &Evidence| claim.quote.is_some();
    let unquoted = |claim: &Evidence| claim.quote.is_none() && !claim.is_silence();
    let any = |_: &Evidence| true;
    let all = [
        side("in support", Showing::Excerpt, of(Role::Supports, quoted), SHOWN, detail),
        side("against", Showing::Excerpt, of(Role::Opposes, quoted), SHOWN, detail),
        side("breaks the rule", Showing::Excerpt, of(Role::Violates, quoted), SHOWN, detail),
        side("in support", Showing::Mention, of(Role::Supports, unquoted), SHOWN, detail),
        side("breaks the rule", Showing::Mention, of(Role::Violates, unquoted), SHOWN, detail),
        side("silent", Showing::Mention, of(Role::Violates, Evidence::is_silence), SHOWN, detail),
        side("found, but decides nothing", Showing::Mention, of(Role::Context, any), MENTIONED, detail),
    ];
    all.into_iter().filter(|side| !side.told.is_empty()).collect()
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
