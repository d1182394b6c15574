//! What predicates share that hold what is said around a value against what the articles that support it say around theirs.

mod places;

pub use places::PlaceAround;

use super::{
    ClauseReading, FailedItem, ItemAnswer, Items, Predicate, Sense, Verdict,
    items::ItemKey,
    supported::{Questioned, Supported},
    wording,
};
use crate::{
    claim::KeptWords,
    diagnostic::{Mistake, code},
    finding::{Evidence, Outcome, Role},
    grammar::Pair,
    lexicon::Lexicon,
    table::{Placed, Subject, Table},
    value::Kind,
};
use places::ValuePlaces;
use std::{fmt, sync::Arc};

/// What is said around a value, beside what is said around the same in those who support it.
pub struct SaidTwice<'t> {
    /// Around the value.
    pub own: PlaceAround<'t>,
    /// Around each of the same.
    pub same: Vec<PlaceAround<'t>>,
    /// Around other numbers of the same sort in those who support it.
    pub others: Vec<PlaceAround<'t>>,
    /// The words the engine knows.
    pub lexicon: &'t Lexicon,
}

/// How what is said around a value stands to what its sources say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidLikeness {
    /// As one of them.
    Alike,
    /// As none of them.
    Unlike,
    /// Nobody can say.
    Untold,
}

/// How a predicate compares, and what it says of what it finds.
#[derive(Debug)]
pub struct AroundTest {
    /// How it compares.
    pub likeness: fn(&SaidTwice<'_>) -> SaidLikeness,
    /// Why what is unlike fails, in plain words.
    pub reason: &'static str,
    /// What is wrong with it, behind its words and its source: "is said of something else than".
    pub complaint: &'static str,
    /// Its words before what is held against: "attached as in".
    pub form: &'static str,
    /// What is asked, in plain words.
    pub asks: &'static str,
}

impl PartialEq for AroundTest {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form
    }
}

/// `attached as in "GROUP"`, `directed as in "GROUP"`, ...: one of the tests, by what is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct AroundClause {
    test: &'static AroundTest,
    by: Supported,
}

impl AroundClause {
    /// Reads a clause of a test.
    ///
    /// # Errors
    /// Its subject is text: it has no values that something could stand around.
    pub fn read(
        test: &'static AroundTest,
        pair: &Pair<'_>,
        reading: &ClauseReading<'_>,
    ) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
        if reading.subject.kind != Kind::TEXT {
            return Ok(Arc::new(Self { test, by: Supported::of_production(pair, reading) }));
        }
        let words = reading.words(pair);
        let message = format!("`{words}` asks of figures, names and quotations, and of nothing else");
        let help = Some(format!("write `every figure {words}`"));
        Err(vec![Mistake { help, ..reading.mistake(code::WRONG_KIND, pair, message) }])
    }
}

impl fmt::Display for AroundClause {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} ", self.test.form)?;
        self.by.write_place(to)
    }
}

impl Predicate for AroundClause {
    fn asks(&self) -> &'static str {
        self.test.asks
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let judged = |questioned: Questioned<'_, '_>| verdict(&self.by, subject, table, &questioned, self.test);
        self.by.look(subject, table, judged).in_sense(sense)
    }

    fn operands(&self, subject: &Subject) -> Vec<Subject> {
        vec![self.by.supporters(subject)]
    }

    fn articles_named(&self) -> Option<&str> {
        self.by.articles_named()
    }

    fn looks_further(&self) -> bool {
        true
    }

    fn reads_words(&self) -> KeptWords {
        KeptWords::AroundValues
    }
}

/// What is found of some values.
#[derive(Default)]
struct FoundAround {
    evidence: Vec<Evidence>,
    answers: Vec<(ItemKey, ItemAnswer)>,
    /// What is wrong with the first that fails.
    complaint: Option<String>,
}

fn verdict(
    by: &Supported,
    subject: &Subject,
    table: &Table<'_>,
    questioned: &Questioned<'_, '_>,
    test: &AroundTest,
) -> Verdict {
    let places = ValuePlaces::new(by, table, questioned);
    let mut found = FoundAround::default();
    for (placed, support) in questioned.claims.iter().zip(&questioned.found) {
        let same = places.same_as(placed, support);
        let said: Option<Vec<PlaceAround<'_>>> = same.iter().map(|other| places.said(other)).collect();
        let Some((own, said)) = places.said(placed).zip(said.filter(|said| !said.is_empty())) else { continue };
        let others = places.others(placed).filter_map(|other| places.said(other)).collect();
        let twice = SaidTwice { own, same: said, others, lexicon: table.placing.lexicon };
        let answer = match (test.likeness)(&twice) {
            SaidLikeness::Untold => continue,
            SaidLikeness::Alike => {
                found.evidence.push(table.evidence(placed, Role::Supports));
                ItemAnswer::Holds
            }
            SaidLikeness::Unlike => {
                let message = complaint(by, table, placed, (&same, &twice), test);
                found.complaint.get_or_insert_with(|| message.clone());
                let opposed = same.iter().map(|other| table.evidence(other, Role::Opposes));
                let item: Vec<Evidence> =
                    std::iter::once(table.evidence(placed, Role::Violates)).chain(opposed).collect();
                found.evidence.extend(item.iter().cloned());
                ItemAnswer::Fails(FailedItem { evidence: item, reasons: vec![test.reason], message })
            }
        };
        found.answers.push(((placed.article, placed.claim.fingerprint), answer));
    }
    found.verdict(by, subject, test)
}

/// "`12` in Digest is said of something else than in \"sources\": it says \"the council hired 12\", and Ledger says \"the
/// storm hurt 12\""
fn complaint(
    by: &Supported,
    table: &Table<'_>,
    placed: &Placed<'_>,
    (same, twice): (&[&Placed<'_>], &SaidTwice<'_>),
    test: &AroundTest,
) -> String {
    let source = |placed: &Placed<'_>| table.source_name(table.source_of(placed.article)).to_string();
    let theirs = same.first().map(|other| source(other)).unwrap_or_default();
    let shown = twice.same.first().map(|first| &*first.said.words).unwrap_or_default();
    let (exact, own) = (&placed.claim.quote.exact, &twice.own.said.words);
    let (who, complaint) = (source(placed), test.complaint);
    format!("`{exact}` in {who} {complaint} in {}: it says \"{own}\", and {theirs} says \"{shown}\"", by.named())
}

impl FoundAround {
    fn verdict(self, by: &Supported, subject: &Subject, test: &AroundTest) -> Verdict {
        let items = Items::of(self.answers);
        let counts = items.counts();
        let (outcome, message) = match self.complaint {
            Some(message) => (Outcome::Fail, format!("{message}{}", more(counts.failed.saturating_sub(1)))),
            None if counts.checked == 0 => (Outcome::NoEvidence, nothing_to_compare(subject)),
            None => {
                let verb = if counts.checked == 1 { "is" } else { "are" };
                let all = wording::all_of(subject, counts.checked);
                (Outcome::Pass, format!("{all} that can be compared {verb} {} {}", test.form, by.named()))
            }
        };
        let reasons = if outcome == Outcome::Fail { vec![test.reason] } else { Vec::new() };
        Verdict { evidence: self.evidence, reasons, items: Some(items.into()), ..Verdict::bare(outcome, message) }
    }
}

fn more(others: usize) -> String {
    match others {
        0 => String::new(),
        1 => "; so is 1 more".to_string(),
        others => format!("; so are {others} more"),
    }
}

fn nothing_to_compare(subject: &Subject) -> String {
    let noun = subject.noun().unwrap_or("value");
    format!("no {noun}{} is said in a way that can be compared", wording::place(subject))
}
