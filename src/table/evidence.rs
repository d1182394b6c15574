//! Evidence: claims and absences in the shape that findings carry.

use super::{Placed, Property, Table, folded};
use crate::{
    finding::{Evidence, Meaning, Role},
    value::{self, Position},
};

impl Table<'_> {
    /// A claim as evidence.
    #[must_use]
    pub fn evidence(&self, placed: &Placed<'_>, role: Role) -> Evidence {
        let claim = placed.claim;
        let article = self.articles.get(placed.article);
        Evidence {
            article: article.map(|article| article.article.clone()).unwrap_or_default(),
            source: article.map(|article| article.metadata.source.clone()).unwrap_or_default(),
            start: Some(claim.quote.start),
            end: Some(claim.quote.end),
            line: Some(claim.quote.line),
            column: Some(claim.quote.column),
            exact: Some(claim.quote.exact.clone()),
            prefix: Some(claim.quote.prefix.clone()),
            suffix: Some(claim.quote.suffix.clone()),
            role,
            value: Some(value::shape(&claim.value, Some(&placed.position))),
            meaning: self.meaning(placed),
            speaker: claim.speaker.clone(),
            chain: claim.chain.clone(),
            fingerprint: claim.fingerprint.clone(),
        }
    }

    /// What the words of a claim do not show by themselves.
    fn meaning(&self, placed: &Placed<'_>) -> Meaning {
        if let Position::Indeterminate(why) = &placed.position {
            return Meaning::Unknown(why.clone());
        }
        let units = self.column(&placed.claim.topic).map(|column| column.units).unwrap_or_default();
        value::reading(&placed.claim.value, &placed.position, units).map_or(Meaning::Plain, Meaning::Reads)
    }

    /// An article's silence on a subject as evidence.
    #[must_use]
    pub fn silence(&self, article: usize, subject: &str) -> Evidence {
        self.of_article(article, subject, Role::Violates, None)
    }

    /// What an article says about itself as evidence; it stands at no place of the text.
    #[must_use]
    pub fn of_property(&self, article: usize, property: Property, text: &str) -> Evidence {
        let mut shape = serde_json::Map::new();
        shape.insert("kind".into(), property.kind().into());
        shape.insert("text".into(), text.into());
        if property.kind() == "date" {
            shape.insert("from".into(), text.into());
            shape.insert("to".into(), text.into());
        }
        self.of_article(article, property.name(), Role::Supports, Some(shape))
    }

    fn of_article(
        &self,
        article: usize,
        subject: &str,
        role: Role,
        value: Option<serde_json::Map<String, serde_json::Value>>,
    ) -> Evidence {
        let claims = self.articles.get(article);
        let source = claims.map(|claims| claims.metadata.source.clone()).unwrap_or_default();
        let given = value.as_ref().and_then(|shape| shape.get("text")).and_then(serde_json::Value::as_str);
        let fingerprint = fingerprint([&folded(subject), &folded(&source), given.unwrap_or("")]);
        Evidence {
            article: claims.map(|claims| claims.article.clone()).unwrap_or_default(),
            source,
            start: None,
            end: None,
            line: None,
            column: None,
            exact: None,
            prefix: None,
            suffix: None,
            role,
            meaning: given
                .and_then(|text| text.parse().ok())
                .map_or(Meaning::Plain, |day| Meaning::Reads(value::day_in_words(day))),
            value,
            speaker: None,
            chain: Vec::new(),
            fingerprint,
        }
    }
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
    evidence.sort_by(|a, b| {
        (&a.article, a.start, a.end, &a.fingerprint, a.role).cmp(&(&b.article, b.start, b.end, &b.fingerprint, b.role))
    });
}
