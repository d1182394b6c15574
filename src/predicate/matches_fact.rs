//! `matches its fact`: every claim is the value that a data file has for the topic.

use super::{ClauseReading, Given, Literal, Predicate, PredicateEntry, Sense, Verdict, is_value, reading::a};
use crate::{
    diagnostic::{Mistake, code},
    grammar::{Pair, Rule},
    lexicon::Lexicon,
    placing::{Situation, positions},
    saying,
    table::{Placed, Subject, Table},
    value::{Amount, Interval, Sort, Value},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["matches its fact"], production: Rule::matches_fact, read };

/// `matches its fact`
#[derive(Clone, Debug, PartialEq)]
pub struct MatchesFact {
    /// What the data file says.
    pub fact: Literal,
    /// Where it says so: `facts.yaml#plans.pro.monthly`.
    pub from: String,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    let kind = reading.kind(pair)?;
    let Some(fact) = reading.fact() else {
        let message = format!("`{}` has no fact", reading.subject);
        let help = format!("write `facts:` and below it `  {}: facts.yaml#KEY`", reading.subject);
        return Err(vec![Mistake { help: Some(help), ..reading.mistake(code::BAD_FACT, pair, message) }]);
    };
    match reading.written(&fact.words, kind) {
        Ok(literal) => Ok(Arc::new(MatchesFact { fact: literal, from: fact.from.clone() })),
        Err(_) => {
            let message = format!("`{}` at `{}` is not {}", fact.words, fact.from, a(kind));
            let unit = if kind.has_unit() { "; a bare number takes the `unit:` of its topic" } else { "" };
            let help = match with_unit(&fact.words, kind.facts().example).filter(|_| unit.is_empty()) {
                Some(whole) => format!("write the unit beside the number, as in `{whole}`"),
                None => format!("write it there like `{}`{unit}", kind.facts().example),
            };
            Err(vec![Mistake { help: Some(help), ..reading.mistake(code::BAD_FACT, pair, message) }])
        }
    }
}

/// "14 minutes": a bare number with the unit that an example has behind its own.
fn with_unit(words: &str, example: &str) -> Option<String> {
    let (number, unit) = example.split_once(' ')?;
    let is_number = |words: &str| words.trim().parse::<f64>().is_ok();
    (is_number(words) && is_number(number)).then(|| format!("{} {unit}", words.trim()))
}

impl fmt::Display for MatchesFact {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("matches its fact")
    }
}

impl Predicate for MatchesFact {
    fn asks(&self) -> &'static str {
        "every claim is the value that the topic's data file has"
    }

    fn given(&self) -> Vec<Given<'_>> {
        vec![Given::Value(&self.fact)]
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let of_rate = self.at_the_rate(table.claims(&subject.id), table.placing.lexicon);
        let fact = of_rate.as_ref().unwrap_or(&self.fact);
        let words = match fact.value.kind.sort() {
            Sort::Word => is_value::asked(fact),
            Sort::Amount | Sort::Moment | Sort::Rank => saying::in_words(&fact.value, &fact.position),
        };
        let asked = format!("{words}, as {} has it", self.from);
        is_value::judge(fact, &asked, subject, table, sense)
    }

    fn region(&self) -> Option<(String, Interval)> {
        super::each::fixed(&self.fact)
    }
}

impl MatchesFact {
    /// A price of which the file does not say for what time or thing, where all claims say one: the key of the file does.
    fn at_the_rate(&self, claims: &[Placed<'_>], lexicon: &Lexicon) -> Option<Literal> {
        let own = self.fact.value.content.amount().filter(|own| own.currency.is_some() && own.unit.is_none())?;
        let mut rates = claims.iter().map(|placed| placed.claim.value.content.amount()?.unit.as_deref());
        let rate = rates.next()??;
        if !rates.all(|other| other == Some(rate)) {
            return None;
        }
        let amount = Amount { unit: Some(rate.into()), ..own.clone() };
        let value = Value { content: amount.into(), ..self.fact.value.clone() };
        let position = positions(&[(&value, &Situation::default())], lexicon).pop()?;
        Some(Literal { value, position, ..self.fact.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::with_unit;
    use crate::verify::testing::{check, message};

    #[test]
    fn a_number_is_shown_with_a_unit() {
        for (words, example, expected) in [
            ("14", "50 minutes", Some("14 minutes")),
            (" 1.5 ", "50 minutes", Some("1.5 minutes")),
            ("soon", "50 minutes", None),
            ("14 days", "50 minutes", None),
            ("14", "$5 million", None),
            ("14", "12", None),
        ] {
            assert_eq!(with_unit(words, example).as_deref(), expected, "{words}, {example}");
        }
    }

    #[test]
    fn holds_claims_against_the_fact() {
        check(&[
            ("n matches its fact", "A: 5 | B: about 5", "pass, imprecise"),
            ("n matches its fact", "A: 5 | B: 6", "fail"),
            ("n not matches its fact", "A: 6", "pass"),
            ("n matches its fact", "A: | B: ?", "no evidence"),
        ]);
    }

    #[test]
    fn names_the_file() {
        let said = message("n matches its fact", "A: 6");
        assert_eq!(said, "A gives the n as 6, which is not 5, as facts.yaml#n has it");
    }
}
