//! `cited`: sources give a value for the subject.

use super::{ClauseReading, Predicate, PredicateEntry, Sense, Verdict, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Evidence, Outcome, Role},
    fold,
    grammar::{self, Pair, Rule},
    table::{Subject, Table},
};
use std::{collections::BTreeSet, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["cited in every source", "cited in at least 2 sources", "cited in most sources", "cited in \"NAME\""],
    production: Rule::cited,
    read,
};

/// How many sources are named one by one; more are counted.
const NAMED: usize = 3;

/// `cited in ...`: which sources must give a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// Every source of the story.
    Every,
    /// At least so many.
    AtLeast(usize),
    /// More than half.
    Most,
    /// The one of this name.
    By(String),
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    if let Some(number) = grammar::part(pair, Rule::number) {
        return Ok(Arc::new(Cited::AtLeast(reading.number(&number)?)));
    }
    if let Some(name) = grammar::part(pair, Rule::quoted) {
        return Ok(Arc::new(Cited::By(reading.words(&name))));
    }
    let most = grammar::part(pair, Rule::most_sources).is_some();
    Ok(Arc::new(if most { Cited::Most } else { Cited::Every }))
}

impl fmt::Display for Cited {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Every => to.write_str("cited in every source"),
            Self::AtLeast(number) => write!(to, "cited in at least {}", wording::counted(*number, "source")),
            Self::Most => to.write_str("cited in most sources"),
            Self::By(name) => {
                to.write_str("cited in ")?;
                wording::write_quoted(to, name)
            }
        }
    }
}

impl Predicate for Cited {
    fn asks(&self) -> &'static str {
        "sources give a value, whichever it is; silence counts by source"
    }

    fn articles_named(&self) -> Option<&str> {
        match self {
            Self::Every | Self::AtLeast(_) | Self::Most => None,
            Self::By(name) => Some(name),
        }
    }

    fn asks_for_silence(&self, sense: Sense) -> bool {
        sense == Sense::Denied
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        self.verdict(subject, table).in_sense(sense)
    }

    fn sources_wanted(&self) -> Option<usize> {
        match self {
            Self::AtLeast(number) => Some(*number),
            Self::Every | Self::Most | Self::By(_) => None,
        }
    }
}

impl Cited {
    fn verdict(&self, subject: &Subject, table: &Table<'_>) -> Verdict {
        let (found, articles) = found(subject, table);
        let citing: BTreeSet<usize> = articles.iter().map(|article| table.source_of(*article)).collect();
        let all = table.sources.len();
        let what = wording::the(&subject.to_string());
        let only = match self {
            Self::By(name) => {
                let Some(source) = table.sources.iter().position(|source| fold::source(source) == fold::source(name))
                else {
                    return Verdict::bare(Outcome::NoEvidence, wording::unknown("source", name, &table.sources));
                };
                Some(source)
            }
            Self::Every | Self::AtLeast(_) | Self::Most => None,
        };
        let who = only.map(|source| table.source_name(source));
        let holds = match self {
            // Where no article is left, nobody gives it.
            Self::Every => citing.len() == all && all > 0,
            Self::AtLeast(number) => citing.len() >= *number,
            Self::Most => citing.len() * 2 > all,
            Self::By(_) => only.is_some_and(|source| citing.contains(&source)),
        };
        let evidence =
            found.into_iter().filter(|(article, _)| only.is_none_or(|only| table.source_of(*article) == only));
        let mut evidence: Vec<Evidence> = evidence.map(|(_, evidence)| evidence).collect();
        if holds {
            return Verdict { evidence, ..Verdict::bare(Outcome::Pass, Self::praise(who, &citing, all, &what)) };
        }
        let silent: BTreeSet<usize> =
            (0..all).filter(|source| !citing.contains(source) && only.is_none_or(|only| only == *source)).collect();
        let missing = (0..table.articles.len()).filter(|article| silent.contains(&table.source_of(*article)));
        evidence.extend(missing.map(|article| table.silence(article, &subject.id)));
        Verdict { evidence, ..Verdict::bare(Outcome::Fail, self.complaint(table, who, &citing, &silent, &what)) }
    }

    fn praise(only: Option<&str>, citing: &BTreeSet<usize>, all: usize, what: &str) -> String {
        let gives = if citing.len() == 1 { "gives" } else { "give" };
        match (only, all) {
            (Some(name), _) => format!("{name} gives {what}"),
            _ if citing.len() != all => {
                format!("{} of {} {gives} {what}", citing.len(), wording::counted(all, "source"))
            }
            (None, 1) => format!("the only source gives {what}"),
            (None, 2) => format!("both sources give {what}"),
            (None, _) => format!("all {all} sources give {what}"),
        }
    }

    fn complaint(
        &self,
        table: &Table<'_>,
        only: Option<&str>,
        citing: &BTreeSet<usize>,
        silent: &BTreeSet<usize>,
        what: &str,
    ) -> String {
        let all = table.sources.len();
        let wanted = match self {
            Self::By(name) => return format!("{} does not give {what}", only.unwrap_or(name)),
            _ if citing.is_empty() => return format!("no source gives {what}"),
            Self::Every => return silence(table, &silent.iter().copied().collect::<Vec<_>>(), what),
            Self::AtLeast(number) => format!("at least {number} should"),
            Self::Most => "most should".to_string(),
        };
        if citing.len() == all {
            return format!("{}, but {wanted}", Self::praise(None, citing, all, what));
        }
        let gives = if citing.len() == 1 { "gives" } else { "give" };
        let citing: Vec<usize> = citing.iter().copied().collect();
        let named = match citing.len() {
            0..=NAMED => format!(" ({})", wording::named(table, &citing, NAMED)),
            _ => String::new(),
        };
        format!("only {} of {} {gives} {what}{named}; {wanted}", citing.len(), wording::counted(all, "source"))
    }
}

/// "Northern Times and Evening Star do not give the publication date"
fn silence(table: &Table<'_>, silent: &[usize], what: &str) -> String {
    if silent.len() > NAMED {
        return format!("{} of {} sources do not give {what}", silent.len(), table.sources.len());
    }
    let verb = if silent.len() == 1 { "does" } else { "do" };
    format!("{} {verb} not give {what}", wording::named(table, silent, NAMED))
}

/// What the articles give for a subject, with the article of each.
fn found(subject: &Subject, table: &Table<'_>) -> (Vec<(usize, Evidence)>, BTreeSet<usize>) {
    let claims = table.claims(&subject.id).iter();
    let found: Vec<(usize, Evidence)> =
        claims.map(|placed| (placed.article, table.evidence(placed, Role::Supports))).collect();
    let articles = found.iter().map(|(article, _)| *article).collect();
    (found, articles)
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("n cited", "A: 5 | B: 6", "pass"),
            ("n cited", "A: may 5 | B: 6", "pass"),
            ("n cited in every source", "A: 5 | B:", "fail"),
            ("n cited in every source", "A: 5 | A: | B: ?", "pass"),
            ("n cited in every source", "A: | B:", "fail"),
            ("n cited in at least two sources", "A: 5 | B: 6 | C:", "pass"),
            ("n cited in at least 2 sources", "A: 5 | A: 6 | B:", "fail"),
            ("n cited in at least 5 sources", "A: 5 | B: 5", "fail"),
            ("n cited in most sources", "A: 5 | B:", "fail"),
            ("n cited in most sources", "A: 5 | B: 5 | C:", "pass"),
            ("n except in \"A\" cited in every source", "A: 5", "fail"),
            ("n except in \"A\" not cited", "A: 5", "pass"),
            ("n cited in \"a\"", "A: 5 | B:", "pass"),
            ("n cited in \"B\"", "A: 5 | B:", "fail"),
            ("n cited in \"Z\"", "A: 5 | B:", "no evidence"),
            ("headline cited", "A: 5", "fail"),
            ("publication date cited in every source", "A@01: 5 | B@02:", "pass"),
            ("publication date cited in every source", "A@01: 5 | B:", "fail"),
        ]);
    }

    #[test]
    fn says_who_is_silent() {
        for (sentence, story, expected) in [
            ("n cited", "A: 5 | B:", "B does not give the n"),
            ("n cited", "A: | B:", "no source gives the n"),
            ("n cited", "A: | B: | C: | D: | E: 5", "4 of 5 sources do not give the n"),
            ("n cited in at least 3 sources", "A: 5 | B: 5", "both sources give the n, but at least 3 should"),
            ("n cited in at least 2 sources", "A: 5 | B:", "only 1 of 2 sources gives the n (A); at least 2 should"),
            (
                "n cited in at least 5 sources",
                "A: 5 | B: 5 | C: 6 | D: 7",
                "all 4 sources give the n, but at least 5 should",
            ),
            ("n cited in most sources", "A: 5 | B:", "only 1 of 2 sources gives the n (A); most should"),
            ("n cited in \"B\"", "A: 5 | B:", "B does not give the n"),
            ("n cited in \"Z\"", "A: 5 | B:", "no source of this story is called \"Z\"; there are A and B"),
            (
                "n cited in \"Channel Six\"",
                "channel-six: 5 | B:",
                "no source of this story is called \"Channel Six\" (did you mean \"channel-six\"?); there are channel-six and B",
            ),
            (
                "n cited in \"Z\"",
                "A: 5 | B: | C: | D: | E: | F: | G: | H:",
                "no source of this story is called \"Z\"; there are A, B, C, D, E, F and 2 more",
            ),
            ("n in \"Z\" cited", "A: 5 | B:", "no source or group of this story is called \"Z\"; there are A and B"),
            ("n in \"z/*\" at least 5", "A: 5 | B:", "no article of this story is called \"z/*\""),
            ("n cited", "A: 5", "the only source gives the n"),
            ("n cited", "A: 5 | B: 5", "both sources give the n"),
            ("n cited", "A: 5 | B: 5 | C: 5", "all 3 sources give the n"),
            ("n cited in at least 2 sources", "A: 5 | B: 5 | C:", "2 of 3 sources give the n"),
            ("n cited in most sources", "A: 5 | B: 5 | C:", "2 of 3 sources give the n"),
            ("n cited in \"a\"", "A: 5 | B:", "A gives the n"),
            ("publication date cited", "A@01: | B:", "B does not give the publication date"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
