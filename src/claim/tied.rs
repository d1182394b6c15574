//! Every value of one article with what it is of, found without a phrase: what articles are compared by before there is a rule.

use super::{
    ArticleClaims, Claim, ClaimStatus, RecordVersion, SubjectId, Tie, TieSort, TieStanding, Topics,
    construction::{Construction, NounCover},
    context::{self, ClaimContext, SentenceContext},
    line::{NumberedSentence, WordNumbers},
    matching::PhraseMatch,
    open::OpenArticle,
    relation,
};
use crate::{
    article::Article,
    mention::{self, Mention},
    text::Sentence,
};
use std::ops::Range;

/// An article's values, and what each of them is of.
#[derive(Clone, Debug, Default)]
pub struct TiedArticle {
    /// The values as claims on nothing yet.
    pub claims: ArticleClaims,
    /// What each is of, where its clause says that.
    pub ties: Vec<Option<Tie>>,
}

/// Finds what each value of an article is of; `none` are topics without any, which hold the words to read with.
#[must_use]
pub fn tied(article: &Article, story: &str, story_timezone: Option<&str>, none: &Topics) -> TiedArticle {
    let text = mention::text(article, &none.lexicon);
    let mut mentions = none.mentions(&text);
    mentions.retain(|mention| !mention.is_timeless());
    let open = OpenArticle::new(article, none, &text, &mentions);
    let mut found = TiedArticle {
        claims: ArticleClaims {
            origin: None,
            version: RecordVersion::NEWEST,
            story: story.to_string(),
            article: article.path.clone(),
            metadata: article.metadata.clone(),
            situation: mention::situation(article, story_timezone),
            claims: Vec::new(),
            context: Vec::new(),
            words: None,
            around: Vec::new(),
            allowances: Vec::new(),
            diagnostics: Vec::new(),
        },
        ties: Vec::new(),
    };
    let mut next = 0;
    let mut numbers = WordNumbers::default();
    for (number, sentence) in text.sentences().iter().enumerate() {
        let own = mention::of_sentence(&mentions, number, &mut next);
        if !own.is_empty() && sentence.part.is_evidence() {
            numbers.read(&text, sentence, &none.keys, &none.lexicon);
            found.read(&open, (sentence, &numbers), own);
        }
    }
    found
}

impl TiedArticle {
    fn read(&mut self, open: &OpenArticle<'_>, (sentence, numbers): (&Sentence, &WordNumbers<'_>), own: Range<usize>) {
        let line = NumberedSentence::new(open.text, &open.topics.lexicon, sentence, numbers);
        let mentions = open.mentions.get(own.clone()).unwrap_or_default();
        let context = SentenceContext::read(open, line, mentions, own.start);
        let ties = relation::ties(&line, mentions);
        let elsewhere = open.anchor().is_some_and(|anchor| context::names_another_day(mentions, anchor));
        for (index, (mention, mut tie)) in mentions.iter().zip(ties).enumerate() {
            if let Some(tie) = &mut tie {
                tie.standing = standing(tie.standing, context.of(&alone(mention, own.start + index)));
                if elsewhere && tie.sort != TieSort::When && tie.standing == TieStanding::Claimed {
                    tie.standing = TieStanding::OtherDate;
                }
            }
            self.claims.claims.push(claim(open, mention));
            self.ties.push(tie);
        }
    }
}

/// A value as the match of a phrase that asks for nothing else.
fn alone(mention: &Mention, index: usize) -> PhraseMatch {
    PhraseMatch {
        first: mention.first,
        end: mention.end,
        hole: Some(index),
        part: None,
        sum_to: None,
        construction: Construction::InOrder,
        cover: NounCover::Whole,
        status: ClaimStatus::Asserted,
    }
}

fn standing(of_clause: TieStanding, context: ClaimContext) -> TieStanding {
    match (of_clause, context) {
        (TieStanding::Claimed, ClaimContext::OtherDate) => TieStanding::OtherDate,
        (TieStanding::Claimed, ClaimContext::Total) => TieStanding::Total,
        (
            TieStanding::Claimed
            | TieStanding::Unclaimed
            | TieStanding::Unclear
            | TieStanding::Added
            | TieStanding::OtherDate
            | TieStanding::Total,
            _,
        ) => of_clause,
    }
}

fn claim(open: &OpenArticle<'_>, mention: &Mention) -> Claim {
    let subject = SubjectId::topic("");
    let quote = open.quote(mention.first, mention.end);
    let source = &open.article.metadata.source;
    let fingerprint = super::fingerprint(&subject, source, &quote.exact, &mention.value);
    Claim {
        subject,
        value: mention.value.clone(),
        part: mention.part,
        quote: quote.into(),
        entry: open.article.entry_at(mention.span.start),
        damage: None,
        status: ClaimStatus::Asserted,
        said_by: None,
        fingerprint,
    }
}
