//! `said by the same speaker`: one quotation has one speaker, inside an article and across them.

use super::{ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, wording};
use crate::{
    claim::{ClaimSpeaker, KeptSpeech},
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    placing::Position,
    table::{Placed, Subject, Table},
};
use std::{collections::BTreeMap, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["said by the same speaker"], production: Rule::same_speaker, read };

/// Between articles, quotations of so few words are not held to be one: two speakers may both say "very sad".
const FEW_WORDS: usize = 3;

/// So many who give one quotation are held against each other.
const MOST_COMPARED: usize = 64;

/// `said by the same speaker`
#[derive(Clone, Debug, PartialEq)]
pub struct SaidBySameSpeaker;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.quotations(pair)?;
    Ok(Arc::new(SaidBySameSpeaker))
}

impl fmt::Display for SaidBySameSpeaker {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("said by the same speaker")
    }
}

/// Who says a claim, where somebody does.
fn speaker<'p>(placed: &'p Placed<'_>) -> Option<&'p ClaimSpeaker> {
    placed.claim.said_by.as_deref()?.last()
}

/// Whether two claims of one quotation are given to two speakers. Whoever one of them passes on is no other speaker.
fn differ(one: &Placed<'_>, other: &Placed<'_>, told: &[&Placed<'_>], table: &Table<'_>) -> bool {
    let (Some(a), Some(b)) = (speaker(one), speaker(other)) else { return false };
    if a.inferred || b.inferred {
        return false;
    }
    let same_article = one.article == other.article;
    let few = |placed: &Placed<'_>| placed.claim.value.text.split_whitespace().count() <= FEW_WORDS;
    if !same_article && (few(one) || few(other)) {
        return false;
    }
    let passes_on = |placed: &Placed<'_>, speaker: &ClaimSpeaker| {
        let chain = placed.claim.said_by.as_deref().unwrap_or_default();
        chain.iter().any(|link| !link.differs(speaker, table.placing.lexicon))
    };
    // "Lang made it clear that ..." is said of Lang by whoever says it.
    let is_told_of = |speaker: &ClaimSpeaker| told.iter().any(|placed| speaker.is_named_in(&placed.claim.value.text));
    !passes_on(one, b)
        && !passes_on(other, a)
        && (same_article || a.is_named() && b.is_named())
        && !is_told_of(a)
        && !is_told_of(b)
}

impl Predicate for SaidBySameSpeaker {
    fn asks(&self) -> &'static str {
        "one quotation is given to one speaker"
    }

    fn reads_speech(&self, _: &Subject) -> KeptSpeech {
        KeptSpeech::Speakers
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let mut of_words: BTreeMap<&str, Vec<&Placed<'_>>> = BTreeMap::new();
        for placed in claims.iter().filter(|placed| speaker(placed).is_some()) {
            if let Position::Word(words) = &placed.position {
                of_words.entry(words).or_default().push(placed);
            }
        }
        if of_words.is_empty() {
            return wording::nothing(table, subject, claims);
        }
        let several = of_words.values().filter(|told| told.len() > 1).count();
        let items = Items::of(of_words.values().flat_map(|told| {
            let shown = told.get(..told.len().min(MOST_COMPARED)).unwrap_or_default();
            // Of those who give it to one speaker, one of each article is enough.
            let mut known: Vec<&Placed<'_>> = Vec::new();
            let mut answers = Vec::new();
            for placed in told {
                let other = known.iter().find(|other| differ(other, placed, shown, table));
                let answer =
                    other.map_or(ItemAnswer::Holds, |other| ItemAnswer::Fails(two_speakers(table, other, placed)));
                let who = |placed: &Placed<'_>| (placed.article, speaker(placed).map(|speaker| speaker.who.clone()));
                if known.len() < MOST_COMPARED && known.iter().all(|other| who(other) != who(placed)) {
                    known.push(placed);
                }
                answers.push(((placed.article, placed.claim.fingerprint), answer));
            }
            answers
        }));
        if several == 0 {
            let message = "no quotation stands twice".to_string();
            return Verdict { items: Some(items.into()), ..Verdict::bare(Outcome::NoEvidence, message) };
        }
        let held = match several {
            1 => "the one quotation that stands twice has one speaker".to_string(),
            number => format!("each of {number} quotations that stand twice has one speaker"),
        };
        Verdict::of_items(items, held).in_sense(sense)
    }
}

/// "Harbour Post gives `a colossal mistake` to the harbour chief, and Ada Lang too"
fn two_speakers(table: &Table<'_>, one: &Placed<'_>, other: &Placed<'_>) -> FailedItem {
    let who = |placed: &Placed<'_>| speaker(placed).map(|speaker| speaker.who.to_string()).unwrap_or_default();
    let source = |placed: &Placed<'_>| table.source_name(table.source_of(placed.article));
    let words = &other.claim.value.text;
    let message = if one.article == other.article {
        format!("{} gives {words} to {}, and elsewhere to {}", source(other), who(other), who(one))
    } else {
        format!("{} gives {words} to {}, {} to {}", source(other), who(other), source(one), who(one))
    };
    let evidence = vec![table.evidence(other, Role::Violates), table.evidence(one, Role::Opposes)];
    FailedItem { evidence, reasons: vec!["other speaker"], message }
}
