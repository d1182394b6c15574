//! Evidence: claims and absences in the shape that findings carry.

use super::{Placed, Table};
use crate::{
    claim::SubjectId,
    finding::{ClaimMeaning, Evidence, Role},
    fold,
    placing::Position,
    saying,
    value::Units,
};
use serde_json::Map;

impl Table<'_> {
    /// A claim as evidence.
    #[must_use]
    pub fn evidence(&self, placed: &Placed<'_>, role: Role) -> Evidence {
        let claim = placed.claim;
        let quote = Some(&claim.quote).filter(|quote| quote.is_placed());
        let article = self.articles.get(placed.article);
        let shape = saying::shape(&claim.value, Some(&placed.position), self.placing.lexicon);
        Evidence {
            article: article.map(|article| article.article.clone()).unwrap_or_default(),
            source: article.map(|article| article.metadata.source.clone()).unwrap_or_default(),
            start: quote.map(|quote| quote.start as usize),
            end: quote.map(|quote| quote.end as usize),
            line: quote.map(|quote| quote.line as usize),
            column: quote.map(|quote| quote.column as usize),
            end_line: quote.map(|quote| quote.end_line as usize),
            end_column: quote.map(|quote| quote.end_column as usize),
            exact: quote.map(|quote| quote.exact.to_string()),
            prefix: quote.map(|quote| quote.prefix.to_string()),
            suffix: quote.map(|quote| quote.suffix.to_string()),
            role,
            value: Some(self.published.one(Map::from(shape).into())),
            meaning: self.meaning(placed),
            brief: saying::brief(&claim.value, &placed.position, self.units(placed)),
            apart: (role == Role::Context).then(|| apart(placed)).flatten().map(str::to_string),
            fingerprint: claim.fingerprint.to_string(),
        }
    }

    /// A claim that decides nothing, and why.
    #[must_use]
    pub fn context(&self, placed: &Placed<'_>, why: &str) -> Evidence {
        Evidence { apart: Some(why.to_string()), ..self.evidence(placed, Role::Context) }
    }

    /// What the words of a claim do not show by themselves.
    fn meaning(&self, placed: &Placed<'_>) -> Option<ClaimMeaning> {
        if let Position::Indeterminate(why) = &placed.position {
            return Some(ClaimMeaning::Unclear(why.to_string()));
        }
        saying::reading(&placed.claim.value, &placed.position, self.units(placed)).map(ClaimMeaning::Reads)
    }

    /// Whether the claims beside one are in other units.
    fn units(&self, placed: &Placed<'_>) -> Units {
        self.column(&placed.claim.subject).map(|column| column.units).unwrap_or_default()
    }

    /// An article's silence on a subject as evidence.
    #[must_use]
    pub fn silence(&self, article: usize, subject: &SubjectId) -> Evidence {
        let claims = self.articles.get(article);
        let source = claims.map(|claims| claims.metadata.source.clone()).unwrap_or_default();
        let fingerprint = fingerprint([&*fold::words(&subject.to_string()), &*fold::name(&source), ""]);
        Evidence {
            article: claims.map(|claims| claims.article.clone()).unwrap_or_default(),
            source,
            start: None,
            end: None,
            line: None,
            column: None,
            end_line: None,
            end_column: None,
            exact: None,
            prefix: None,
            suffix: None,
            role: Role::Violates,
            value: None,
            meaning: None,
            brief: None,
            apart: None,
            fingerprint,
        }
    }
}

/// Why a claim that can be placed was compared with nothing, as far as it shows that itself.
fn apart(placed: &Placed<'_>) -> Option<&'static str> {
    if placed.is_part() {
        return Some("a part of a larger number");
    }
    let units = placed.claim.value.kind.facts().units.as_ref().filter(|_| placed.is_determinate());
    units.map(|units| units.apart)
}

/// Sixteen hexadecimal digits that stand for these texts, in this order.
#[must_use]
pub fn fingerprint<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = blake3::Hasher::new();
    for text in texts {
        hash.update(&(text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().to_hex().chars().take(16).collect()
}

/// Evidence in the order of reports: by article, then place; what stands at no place first.
pub fn sort(evidence: &mut [Evidence]) {
    fn key(one: &Evidence) -> impl Ord {
        (&one.article, one.start, one.end, &one.fingerprint, one.role)
    }
    // Mostly it is in order, and to sort it takes as much room again.
    if !evidence.is_sorted_by(|a, b| key(a) <= key(b)) {
        evidence.sort_by(|a, b| key(a).cmp(&key(b)));
    }
}
