//! `acts as in "GROUP"`: who does something to another in a text does it in its sources too, and not the other to him.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    around::{AroundClause, AroundTest, SaidLikeness, SaidTwice},
};
use crate::{
    claim::SaidAround,
    diagnostic::{Mistake, code},
    grammar::{Pair, Rule},
    kind::name,
    value::Kind,
};
use std::sync::Arc;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["acts as in \"GROUP\""], production: Rule::acting, read };

/// Who does it and to whom it is done have changed places.
pub const OTHER_SUBJECT: &str = "other subject";

const TEST: AroundTest = AroundTest {
    likeness,
    reason: OTHER_SUBJECT,
    complaint: "has changed places with another, who does it or to whom it is done,",
    form: "acts as in",
    asks: "each supported one that does something to another, or to whom it is done, does so where the supporting articles say the same of the two",
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    if reading.subject.kind == Kind::of(&name::ENTRY) {
        return AroundClause::read(&TEST, pair, reading);
    }
    let message = format!("`acts as in` asks who does what to whom, and `{}` is nobody", reading.subject);
    let help = Some(format!("write `every name` in place of `{}`", reading.subject));
    Err(vec![Mistake { help, ..reading.mistake(code::WRONG_KIND, pair, message) }])
}

/// Only what is said by the same verb of the same two can be turned round.
fn likeness(said: &SaidTwice<'_>) -> SaidLikeness {
    let own = said.own.said;
    // Whoever meets another is met, and of many verbs either says little.
    let tells = |verb: &String| !said.lexicon.relations().is_mutual(verb);
    let Some(acts) = own.acts.filter(|_| own.verb.as_ref().is_some_and(tells) && !own.other.is_empty()) else {
        return SaidLikeness::Untold;
    };
    let is_of_both = |other: &&SaidAround| {
        let holds = |one: &SaidAround, other: &SaidAround| one.other.iter().all(|key| other.other.contains(key));
        let is_one = !other.other.is_empty() && (holds(own, other) || holds(other, own));
        other.acts.is_some() && other.verb == own.verb && is_one
    };
    let mut same = said.same.iter().map(|other| other.said).filter(is_of_both).peekable();
    if same.peek().is_none() {
        SaidLikeness::Untold
    } else if same.all(|other| other.acts != Some(acts)) {
        SaidLikeness::Unlike
    } else {
        SaidLikeness::Alike
    }
}
