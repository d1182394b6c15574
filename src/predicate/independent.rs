//! `every article independent`: an article shares its origin with no other of the story.

use super::{
    ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, items::all_hold, wording,
};
use crate::{
    claim::KeptSpeech,
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    table::{OriginBond, Placed, Subject, Table},
};
use std::{collections::BTreeMap, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["independent"], production: Rule::independent, read };

/// `independent`
#[derive(Clone, Debug, PartialEq)]
pub struct Independent;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.every_one(pair, "article")?;
    Ok(Arc::new(Independent))
}

impl fmt::Display for Independent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("independent")
    }
}

impl Predicate for Independent {
    fn asks(&self) -> &'static str {
        "no two articles share a source, an agency, a writer or much of their words"
    }

    fn reads_speech(&self, _: &Subject) -> KeptSpeech {
        KeptSpeech::Origins
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        if claims.len() < 2 {
            return Verdict::bare(
                Outcome::NoEvidence,
                "there is one article, and nothing to compare it with".to_string(),
            );
        }
        let asked: BTreeMap<usize, &Placed<'_>> = claims.iter().map(|placed| (placed.article, placed)).collect();
        let mut bonds: BTreeMap<usize, &OriginBond> = BTreeMap::new();
        for bond in table.bonds().iter().filter(|bond| asked.contains_key(&bond.one) && asked.contains_key(&bond.other))
        {
            bonds.entry(bond.one).or_insert(bond);
            bonds.entry(bond.other).or_insert(bond);
        }
        if bonds.is_empty() {
            let message = format!("{} are independent", wording::all_of(subject, claims.len()));
            return Verdict::bare(Outcome::Pass, message).with_items(all_hold(claims)).in_sense(sense);
        }
        let items = Items::of(claims.iter().map(|placed| {
            let answer = match bonds.get(&placed.article) {
                None => ItemAnswer::Holds,
                Some(bond) => {
                    let other = if bond.one == placed.article { bond.other } else { bond.one };
                    let path =
                        |article: usize| table.articles.get(article).map_or("", |article| article.article.as_str());
                    let message = format!("{} and {} {}", path(placed.article), path(other), bond.why);
                    let mut evidence = vec![table.evidence(placed, Role::Violates)];
                    let theirs = asked.get(&other);
                    evidence.extend(theirs.map(|theirs| table.evidence(theirs, Role::Violates)));
                    ItemAnswer::Fails(FailedItem { evidence, reasons: Vec::new(), message })
                }
            };
            ((placed.article, placed.claim.fingerprint), answer)
        }));
        Verdict::of_items(items, String::new()).in_sense(sense)
    }
}
