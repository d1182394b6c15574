//! An article as mutators see it: its words, its values, and where claims stand.

use crate::{
    article::Article,
    attribution::Attributions,
    claim::Claim,
    kind::name::{self, Name, Spellings},
    lexicon::Lexicon,
    mention::{self, Mention},
    span::Span,
    text::{self, Quotation, Text},
};
use std::{collections::BTreeSet, sync::Arc};

/// Where the claims of an article stand, in order and without overlap.
#[derive(Clone, Debug, Default)]
pub struct ClaimedPlaces(Vec<Span>);

impl ClaimedPlaces {
    /// Those of some claims.
    #[must_use]
    pub fn of<'c>(claims: impl Iterator<Item = &'c Claim>) -> Self {
        let placed = claims.filter(|claim| claim.quote.is_placed());
        let mut spans: Vec<Span> =
            placed.map(|claim| Span { start: claim.quote.start, end: claim.quote.end }).collect();
        spans.sort_unstable();
        let mut merged: Vec<Span> = Vec::new();
        for span in spans {
            match merged.last_mut().filter(|last| last.overlaps(span)) {
                Some(last) => *last = last.cover(span),
                None => merged.push(span),
            }
        }
        Self(merged)
    }

    /// Every word of a text.
    #[cfg(test)]
    pub fn words(text: &str) -> Self {
        let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        Self(text.split_whitespace().map(|word| Span::new(at(word), at(word) + word.len())).collect())
    }

    /// Whether a claim stands there.
    #[must_use]
    pub fn meets(&self, span: Span) -> bool {
        let behind = self.0.partition_point(|claim| claim.end <= span.start);
        self.0.get(behind).is_some_and(|claim| claim.overlaps(span))
    }

    /// Where they stand.
    pub fn iter(&self) -> impl Iterator<Item = Span> {
        self.0.iter().copied()
    }
}

/// One article, read for changes.
pub struct ChangeScene<'a> {
    /// Its words.
    pub text: &'a Text<'a>,
    /// Its values.
    pub mentions: Vec<Mention>,
    /// Where claims stand that a rule of the story may ask about.
    pub claimed: &'a ClaimedPlaces,
    /// Where claims on its topics stand.
    pub of_topics: &'a ClaimedPlaces,
    /// Its quotations.
    pub quotations: Vec<Quotation>,
    /// Who says what in it.
    pub speech: Attributions,
    /// Its names.
    pub names: Vec<Name>,
    /// Those who speak in the story.
    pub speakers: BTreeSet<Box<str>>,
    /// The words the engine knows.
    pub lexicon: &'a Lexicon,
}

impl<'a> ChangeScene<'a> {
    /// The values that claims rest on, or that rules ask of one by one.
    pub fn claimed_mentions(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(|mention| self.claimed.meets(mention.span))
    }

    /// The values that none rests on.
    pub fn other_mentions(&self) -> impl Iterator<Item = &Mention> {
        let others = self.mentions.iter().filter(|mention| !self.claimed.meets(mention.span));
        others.filter(|mention| !mention.is_timeless())
    }

    /// What is shown of a value: with the thing counted, where that stands right behind it.
    #[must_use]
    pub fn shown(&self, mention: &Mention) -> Span {
        let of = mention.value.content.amount().and_then(|amount| amount.of.as_deref());
        let next = self.text.token(mention.end).span;
        let is_counted = of.is_some_and(|of| of.eq_ignore_ascii_case(next.of(self.text.source())));
        if is_counted { mention.span.cover(next) } else { mention.span }
    }

    /// A token's words.
    #[must_use]
    pub fn word(&self, token: usize) -> &'a str {
        self.text.token(token).span.of(self.text.source())
    }
}

/// An article, and how names are spelled in its story.
pub struct MutableArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// Where claims stand that a rule of the story may ask about.
    pub claimed: ClaimedPlaces,
    /// Where claims on its topics stand.
    pub of_topics: ClaimedPlaces,
    /// How names are spelled.
    pub spellings: &'a Spellings,
    /// The words the engine knows.
    pub lexicon: &'a Arc<Lexicon>,
}

impl MutableArticle<'_> {
    /// Those who speak in it, each by name.
    #[must_use]
    pub fn speakers(&self) -> BTreeSet<Box<str>> {
        self.scene(BTreeSet::new(), |scene| {
            scene.speech.all.iter().filter_map(|one| one.speaker.name.clone()).collect()
        })
    }

    /// Does one thing with the article read for changes.
    pub fn scene<T>(&self, speakers: BTreeSet<Box<str>>, look: impl FnOnce(&ChangeScene<'_>) -> T) -> T {
        let lexicon = &**self.lexicon;
        let text = mention::text(self.article, lexicon);
        let names = name::names(&text, lexicon, self.spellings, &|_| false);
        let quotations = text::quotations(&text, lexicon).found;
        look(&ChangeScene {
            mentions: mention::mentions(&text, lexicon),
            claimed: &self.claimed,
            of_topics: &self.of_topics,
            speech: Attributions::read(&text, &names, &quotations, lexicon),
            text: &text,
            quotations,
            names,
            speakers,
            lexicon,
        })
    }
}
