//! `consistent across articles [within TOLERANCE]`: one value satisfies the claims of every article, whoever published it.

use super::{
    ClauseReading, Given, Predicate, PredicateEntry, Sense, Verdict,
    consistent::{Consistent, tolerance_of},
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    table::{Subject, Table},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["consistent across articles", "consistent across articles within TOLERANCE"],
    production: Rule::consistent_articles,
    read,
};

/// `consistent across articles [within TOLERANCE]`
#[derive(Clone, Debug, PartialEq)]
pub struct ConsistentAcrossArticles {
    /// What is asked of the articles, as if each were of a source of its own.
    pub asked: Consistent,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    Ok(Arc::new(ConsistentAcrossArticles { asked: Consistent { within: tolerance_of(pair, reading)? } }))
}

impl fmt::Display for ConsistentAcrossArticles {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("consistent across articles")?;
        match &self.asked.within {
            Some((words, _)) => write!(to, " within {words}"),
            None => Ok(()),
        }
    }
}

impl Predicate for ConsistentAcrossArticles {
    fn asks(&self) -> &'static str {
        "one value satisfies the claims of every article, those of one source too"
    }

    fn given(&self) -> Vec<Given<'_>> {
        self.asked.given()
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        self.asked.judge(subject, &table.by_article(&subject.id), sense)
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges_article_by_article() {
        check(&[
            ("n consistent across articles", "A: 5 | A: 5", "pass, consistent"),
            ("n consistent across articles", "A: 5 | A: 6", "fail, conflict"),
            ("n consistent across articles", "A: 5 | B: 6", "fail, conflict"),
            ("n consistent across articles", "A: 5 6 | B: 6", "fail, conflict, within one article"),
            ("n consistent across articles", "A: 5 | A: about 5", "pass, compatible, hedge differs"),
            ("n consistent across articles", "A: 5 | A:", "no evidence, single source"),
            ("n consistent across articles within 2", "A: 5 | A: 6", "pass, consistent"),
            ("n consistent across articles within 2", "A: 5 | A: 9", "fail, conflict"),
        ]);
    }

    #[test]
    fn names_articles() {
        let said = message("n consistent across articles", "A: 5 | A: 6");
        assert_eq!(said, "000.txt gives the n as 5; 001.txt gives 6");
    }
}
