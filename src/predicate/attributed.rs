//! `attributed`, `attributed to a named speaker`, `attributed to "NAME"`: a value stands inside what somebody is reported to
//! have said. A claim counts where its article attributes the same value anywhere: at its first mention, mostly.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    each::{Asked, every_claim},
    truth::Truth,
    wording,
};
use crate::{
    claim::{ClaimSpeaker, KeptSpeech},
    diagnostic::{Mistake, code},
    fold,
    grammar::{self, Pair, Rule},
    table::{Placed, Subject, Table},
    text::Part,
    value::{Content, Kind},
};
use std::{collections::BTreeSet, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["attributed", "attributed to a named speaker", "attributed to \"NAME\""],
    production: Rule::attributed,
    read,
};

/// `attributed`, and to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Attributed {
    to: WantedSpeaker,
}

/// Who must say it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum WantedSpeaker {
    Anybody,
    /// Somebody with a name.
    Named,
    /// Somebody whose name holds these words.
    One(String),
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    if let Some(noun) = reading.subject.noun().filter(|noun| Kind::called(noun).is_none() && *noun != "figure") {
        let message = format!("`{}` is asked of what somebody can say, and not of every {noun}", reading.words(pair));
        let help = Some("write, for example, `every figure attributed`".to_string());
        return Err(vec![Mistake { help, ..reading.mistake(code::WRONG_SUBJECT, pair, message) }]);
    }
    let to = match grammar::part(pair, Rule::quoted) {
        Some(quoted) => WantedSpeaker::One(reading.words(&quoted)),
        None if grammar::part(pair, Rule::named_speaker).is_some() => WantedSpeaker::Named,
        None => WantedSpeaker::Anybody,
    };
    Ok(Arc::new(Attributed { to }))
}

impl fmt::Display for Attributed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("attributed")?;
        match &self.to {
            WantedSpeaker::Anybody => Ok(()),
            WantedSpeaker::Named => to.write_str(" to a named speaker"),
            WantedSpeaker::One(name) => {
                to.write_str(" to ")?;
                wording::write_quoted(to, name)
            }
        }
    }
}

impl Attributed {
    /// Whether a speaker, or one that it passes on, is the one that is asked for.
    fn meets(&self, chain: &[ClaimSpeaker]) -> bool {
        match &self.to {
            WantedSpeaker::Anybody => !chain.is_empty(),
            WantedSpeaker::Named => chain.iter().any(ClaimSpeaker::is_named),
            WantedSpeaker::One(name) => chain.iter().any(|speaker| speaker.is_called(name)),
        }
    }
}

/// What a claim gives, so that two of one article that give the same are one.
fn given(placed: &Placed<'_>) -> (usize, String) {
    let value = match &placed.claim.value.content {
        Content::Amount(amount) => format!("{:?} {:?} {:?}", amount.best, amount.interval, amount.unit),
        Content::Word(word) => fold::words(word).into_owned(),
        moment @ (Content::Date(_) | Content::Time(_)) => format!("{moment:?}"),
    };
    (placed.article, value)
}

impl Predicate for Attributed {
    fn asks(&self) -> &'static str {
        match self.to {
            WantedSpeaker::Anybody => "the value stands inside what somebody is reported to have said",
            WantedSpeaker::Named => "somebody who is named is reported to have said it",
            WantedSpeaker::One(_) => "the one who is named is reported to have said it",
        }
    }

    fn reads_speech(&self, _: &Subject) -> KeptSpeech {
        KeptSpeech::Speakers
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let in_headline = subject.id.section.is_some();
        let claims: Vec<Placed<'_>> = table
            .claims(&subject.id)
            .iter()
            .filter(|placed| in_headline || placed.claim.part != Part::Headline)
            .filter(|placed| placed.claim.damage.is_none())
            .cloned()
            .collect();
        let meets = |placed: &Placed<'_>| placed.claim.said_by.as_deref().is_some_and(|chain| self.meets(chain));
        let attributed: BTreeSet<(usize, String)> = claims.iter().filter(|placed| meets(placed)).map(given).collect();
        let truths: Vec<Option<Truth>> = claims
            .iter()
            .map(|placed| Some(Truth::from(attributed.contains(&given(placed))).in_sense(sense)))
            .collect();
        every_claim(table, subject, &claims, &truths, Asked { sense, words: &self.to_string() })
    }
}
