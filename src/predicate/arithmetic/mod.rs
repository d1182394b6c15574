//! What a sentence says of its own figures: brackets that convert, parts that add up, shares of a whole, ends of ranges.

mod figures;

use super::{ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict};
use crate::{
    diagnostic::{Mistake, code},
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    lexicon::{Lexicon, WordGroup},
    table::{Placed, Subject, Table},
    value::Sort,
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["converts to its bracket", "adds up", "is within its whole", "has its ends in order"],
    production: Rule::arithmetic,
    read,
};

const TESTS: [&ArithmeticTest; 4] = [&figures::BRACKET, &figures::PARTS, &figures::WHOLE, &figures::ENDS];

/// One test of a figure against what its own sentence says beside it.
#[derive(Debug)]
struct ArithmeticTest {
    /// How it is written.
    form: &'static str,
    /// What is asked, in plain words.
    asks: &'static str,
    /// What there is nothing of: "no figure has ...".
    needs: &'static str,
    /// What is found of one of an article's values, which stand in the order of the text; nothing where it is not asked.
    test: for<'p, 't> fn(&FigureBeside<'p, 't>) -> Option<Tested<'p, 't>>,
}

impl PartialEq for ArithmeticTest {
    fn eq(&self, other: &Self) -> bool {
        self.form == other.form
    }
}

/// A value, with those of its article that stand behind it.
struct FigureBeside<'p, 't> {
    own: &'p Placed<'t>,
    behind: &'p [Placed<'t>],
    lexicon: &'p Lexicon,
}

impl FigureBeside<'_, '_> {
    /// Whether a word is one of a group.
    fn is_of(&self, word: &str, group: WordGroup) -> bool {
        self.lexicon.look_up(word).is_of(group)
    }
}

/// A value that was tested.
struct Tested<'p, 't> {
    /// What it was tested with.
    with: &'p [Placed<'t>],
    /// What is wrong with it, behind the name of its source.
    wrong: Option<String>,
}

/// `converts to its bracket`, `adds up`, `is within its whole`, `has its ends in order`
#[derive(Clone, Debug, PartialEq)]
pub struct Arithmetic {
    test: &'static ArithmeticTest,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let words = reading.words(pair);
    let form = |test: &&&ArithmeticTest| test.form.eq_ignore_ascii_case(&words);
    let test = TESTS.iter().find(form).copied().unwrap_or(&figures::BRACKET);
    if reading.subject.noun().is_some() && reading.subject.kind.sort() != Sort::Word {
        return Ok(Arc::new(Arithmetic { test }));
    }
    let message = format!("`{words}` is asked of every figure or date, and of nothing else");
    let help = Some(format!("write `every figure {}`", test.form));
    Err(vec![Mistake { help, ..reading.mistake(code::WRONG_SUBJECT, pair, message) }])
}

impl fmt::Display for Arithmetic {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.test.form)
    }
}

impl Predicate for Arithmetic {
    fn asks(&self) -> &'static str {
        self.test.asks
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let noun = subject.noun().unwrap_or_default();
        let answers = claims.chunk_by(|a, b| a.article == b.article).flat_map(|of_article| {
            (0..of_article.len()).filter_map(|at| {
                let (own, behind) = of_article.get(at..)?.split_first()?;
                let tested = (self.test.test)(&FigureBeside { own, behind, lexicon: table.placing.lexicon })?;
                Some(((own.article, own.claim.fingerprint), answer(table, own, tested)))
            })
        });
        self.verdict(noun, Items::of(answers)).in_sense(sense)
    }
}

impl Arithmetic {
    fn verdict(&self, noun: &str, items: Items) -> Verdict {
        let needs = self.test.needs;
        let held = match items.checked {
            0 => return Verdict::bare(Outcome::NoEvidence, format!("no {noun} has {needs}")),
            1 => format!("the one {noun} that has {needs} {}", self.test.form),
            number => format!("each of the {number} {noun}s that have {needs} {}", self.test.form),
        };
        Verdict::of_items(items, held)
    }
}

fn answer(table: &Table<'_>, own: &Placed<'_>, tested: Tested<'_, '_>) -> ItemAnswer {
    let Some(wrong) = tested.wrong else { return ItemAnswer::Holds };
    let mut evidence = vec![table.evidence(own, Role::Violates)];
    evidence.extend(tested.with.iter().map(|placed| table.evidence(placed, Role::Context)));
    let message = format!("{} {wrong}", table.source_name(table.source_of(own.article)));
    ItemAnswer::Fails(FailedItem { evidence, reasons: Vec::new(), message })
}
