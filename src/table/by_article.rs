//! A table in which each article is a source of its own.

use super::{Column, Table, agreement::relate};
use crate::{claim::SubjectId, finding::ToldValues};
use rustc_hash::FxHashMap;

impl Table<'_> {
    /// The claims on a subject with each article for a source of its own, by the name of its source where no other has it, else
    /// by its path.
    #[must_use]
    pub fn by_article(&self, subject: &SubjectId) -> Self {
        let mut articles_of = vec![0_usize; self.sources.len()];
        for source in &self.source_of {
            if let Some(count) = articles_of.get_mut(*source) {
                *count += 1;
            }
        }
        let names = self.articles.iter().zip(&self.source_of).map(|(article, source)| {
            let is_alone = articles_of.get(*source) == Some(&1);
            if is_alone { self.source_name(*source) } else { article.article.as_str() }
        });
        let mut table = Self {
            story: self.story,
            articles: self.articles.clone(),
            sources: names.collect(),
            source_of: (0..self.articles.len()).collect(),
            origins: self.origins.clone(),
            columns: Vec::new(),
            blame: self.blame.clone(),
            placing: self.placing,
            spellings: self.spellings,
            told: ToldValues::default(),
            by_subject: FxHashMap::default(),
            givers: self.givers.clone(),
        };
        if let Some(column) = self.column(subject) {
            let (topic, claims) = (column.topic, column.claims.clone());
            let relation = relate(&table, topic, &claims, None);
            table.by_subject.insert(&topic.subject, 0);
            table.columns.push(Column { topic, claims, apart: column.apart.clone(), relation, units: column.units });
        }
        table
    }
}
