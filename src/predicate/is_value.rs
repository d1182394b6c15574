//! `is VALUE`: every claim agrees with the value.

use super::{
    ClauseReading, Given, Literal, Predicate, PredicateEntry, Sense, Verdict,
    each::{self, Asked, against_value, fixed},
    falls_on,
    literal::against,
    truth::Truth,
};
use crate::{
    claim::Choices,
    diagnostic::{Mistake, code},
    fold,
    grammar::{self, Pair, Rule},
    kind::date,
    lexicon::behind_any,
    placing::Position,
    suggest,
    table::{Placed, Subject, Table},
    value::{Content, Interval, Kind, Sort, Value},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["is VALUE"], production: Rule::is_value, read };

/// `is VALUE`
#[derive(Clone, Debug, PartialEq)]
pub struct Is {
    /// What every claim must agree with.
    pub value: Literal,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    let written = grammar::part(pair, Rule::choice)
        .or_else(|| grammar::part(pair, Rule::literal))
        .unwrap_or_else(|| pair.clone());
    if !kind.is_choice() {
        // The words of a name or a quotation are themselves the value; only amounts and moments are read.
        let value = match kind.sort() {
            Sort::Word => word(kind, reading.words(&written)),
            Sort::Amount | Sort::Moment | Sort::Rank => reading.literal(&written, kind).map_err(|mistakes| {
                let weekday = falls_on::weekday_at_end(&reading.words(&written));
                match weekday.filter(|_| kind == Kind::of(&date::ENTRY)) {
                    Some(day) => {
                        let clause = format!("{} falls on {day}", reading.subject);
                        let offer = |mistake: Mistake| Mistake {
                            help: Some(format!("write `{clause}`")),
                            instead: Some(clause.clone()),
                            ..mistake
                        };
                        mistakes.into_iter().map(offer).collect()
                    }
                    None => mistakes,
                }
            })?,
        };
        return Ok(Arc::new(Is { value }));
    }
    let words = reading.words(&written);
    reading.no_clause(&written, &words)?;
    let none = Choices::default();
    let choices = reading.choices.unwrap_or(&none);
    if let Some(choice) = choices.find(&words) {
        return Ok(Arc::new(Is { value: word(kind, choice.to_string()) }));
    }
    if let Some(rest) = behind_any(&words, &reading.lexicon.rewrites().wordings.one_of) {
        let named = choices.candidates(rest).filter(|choice| fold::words(rest).contains(&*fold::words(choice)));
        let clauses: Vec<String> = named.map(|choice| format!("{} is {choice}", reading.subject)).collect();
        let mistake = reading.mistake(code::OTHER_WORDING, &written, format!("`{words}` is not how a rule says it"));
        let help = (clauses.len() > 1).then(|| format!("write `{}`", clauses.join(" or ")));
        return Err(vec![Mistake { help, ..mistake }]);
    }
    let all = suggest::some(choices.all.iter().copied());
    let near = choices.nearest(&words);
    let instead = near.map(|near| format!("{} is {near}", reading.subject));
    let help = match near {
        Some(near) => format!("did you mean `{} is {near}`? its choices are {all}", reading.subject),
        None => format!("its choices are {all}"),
    };
    let mistake =
        reading.mistake(code::UNKNOWN_CHOICE, &written, format!("`{words}` is no choice of `{}`", reading.subject));
    Err(vec![Mistake { help: Some(help), instead, ..mistake }])
}

fn word(kind: Kind, words: String) -> Literal {
    let value = Value::word(kind, &words, &words);
    let position = Position::Word(words.clone());
    Literal { words, value, position }
}

impl fmt::Display for Is {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value.value.content {
            // A choice is declared, so that it needs no marks even where it holds a keyword.
            Content::Word(word) if self.value.value.kind.is_choice() => write!(to, "is {word}"),
            _ => write!(to, "is {}", self.value),
        }
    }
}

impl Predicate for Is {
    fn asks(&self) -> &'static str {
        "every claim can be the value"
    }

    fn given(&self) -> Vec<Given<'_>> {
        vec![Given::Value(&self.value)]
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        judge(&self.value, &asked(&self.value), subject, table, sense)
    }

    fn region(&self) -> Option<(String, Interval)> {
        fixed(&self.value)
    }
}

/// A value in the words of a message.
#[must_use]
pub fn asked(value: &Literal) -> String {
    match value.value.kind.sort() {
        Sort::Word => format!("`{}`", value.words),
        Sort::Amount | Sort::Moment | Sort::Rank => value.to_string(),
    }
}

/// Whether every claim can be a value, which `asked` says in words.
#[must_use]
pub fn judge(value: &Literal, asked: &str, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
    let claims = table.claims(&subject.id);
    let spelled = table.spellings.spelled(&value.value, table.placing.lexicon.names());
    let (positions, truths) = against(table, claims, &[&spelled], |claim, literals| match (claim, literals.first()?) {
        (Position::Word(claim), Position::Word(value)) => Some(Truth::from(claim == value).in_sense(sense)),
        (claim, value) => claim.on_one_axis(value).map(|(claim, value)| Truth::equal(claim, value).in_sense(sense)),
    });
    let or_other =
        |(placed, truth): (&Placed<'_>, Option<Truth>)| truth.or_else(|| other_currency(value, placed, sense));
    let truths: Vec<Option<Truth>> = claims.iter().zip(truths).map(or_other).collect();
    against_value(table, subject, &each::moved(claims, positions), &truths, Asked { sense, words: asked })
}

/// An amount of another currency is compared as another: it is not what is asked for.
fn other_currency(value: &Literal, placed: &Placed<'_>, sense: Sense) -> Option<Truth> {
    let asked = value.value.content.amount()?.currency.as_deref()?;
    let given = placed.claim.value.content.amount().filter(|_| placed.is_asserted())?;
    let mut all = std::iter::once(given).chain(given.also.iter()).map(|amount| amount.currency.as_deref());
    all.all(|currency| currency.is_some_and(|currency| currency != asked)).then(|| Truth::Never.in_sense(sense))
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("c is x", "A: x | B: x", "pass"),
            ("c is X", "A: x | B: y", "fail"),
            ("c is both and more", "A: both and more", "pass"),
            ("c is both and more and n cited", "A: both and more", "fail"),
            ("c is x", "A:", "no evidence"),
            ("n is 5", "A: 5 | B: 5", "pass"),
            ("n is 5", "A: 6", "fail"),
            ("n is 5", "A: $5", "no evidence"),
            ("n is about 50", "A: 50", "pass"),
            ("n is 50", "A: about 50", "pass, imprecise"),
            ("n is 50", "A: over 50", "pass, imprecise"),
        ]);
        for (sentence, story, expected) in [
            ("c is x", "A: y | B: x", "A gives `y` for the c, which is not `x`"),
            ("n is 5", "A: 6 | B: 6", "A and B give the n as 6, which is not 5"),
            ("n is about 50", "A: 60 | B: 61", "A gives the n as 60; B gives 61; neither is about 50"),
            ("n is 5", "A: 5", "the one claim on the n is 5"),
            ("c is x", "A: x | B: x | C: x", "all 3 claims on the c are `x`"),
            ("c is x", "A:", "no source gives the c"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
