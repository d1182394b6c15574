//! Statements: claims that go back to what one speaker said, or what one agency was told.

use super::{Placed, Table};
use crate::{
    kind::name,
    placing::{Position, Situation},
    value::{Kind, Value},
};
use rustc_hash::FxHashMap;

impl Table<'_> {
    /// The origin of each of some claims: the statement of a speaker who is named, or the agency that is told; else that of its
    /// article, or of the first statement that articles of that origin give. "Lang" is Ada Lang where nobody else of the
    /// statements is called so.
    #[must_use]
    pub fn origins_of(&self, claims: &[Placed<'_>]) -> Vec<usize> {
        let kind = Kind::of(&name::ENTRY);
        let statement = |placed: &Placed<'_>| {
            let chain = placed.claim.said_by.as_deref()?;
            let who = chain.iter().rev().find_map(|speaker| speaker.statement(self.placing.lexicon))?;
            Some(Value::word(kind, who, who))
        };
        let statements: Vec<Option<Value>> = claims.iter().map(statement).collect();
        let nowhere = Situation::default();
        let said: Vec<(&Value, &Situation)> = statements.iter().flatten().map(|value| (value, &nowhere)).collect();
        let mut positions = self.placing.across(&said).into_iter();
        let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
        let mut of_article: FxHashMap<usize, usize> = FxHashMap::default();
        let mut own = Vec::with_capacity(claims.len());
        for (placed, statement) in claims.iter().zip(&statements) {
            let number = match statement.as_ref().and_then(|_| positions.next()) {
                Some(Position::Word(who)) => {
                    let next = self.articles.len() + numbers.len();
                    Some(*numbers.entry(who).or_insert(next))
                }
                Some(Position::On { .. } | Position::Indeterminate(_)) | None => None,
            };
            if let Some(number) = number {
                of_article.entry(self.origin_of(placed.article)).or_insert(number);
            }
            own.push(number);
        }
        let of_its_article = |placed: &Placed<'_>| {
            let article = self.origin_of(placed.article);
            of_article.get(&article).copied().unwrap_or(article)
        };
        claims.iter().zip(own).map(|(placed, own)| own.unwrap_or_else(|| of_its_article(placed))).collect()
    }
}
