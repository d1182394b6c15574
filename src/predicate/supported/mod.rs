//! `supported by body`, `supported by "GROUP"`: each value, name or quotation is found elsewhere.

mod amount;
mod derived;
mod difference;
mod finder;
mod heights;
mod line;
mod named_days;
mod names;
mod nouns;
mod numerals;
mod passages;
mod questioned;
mod speakers;
mod support;
#[cfg(test)]
mod tests;
mod together;

use super::{ClauseReading, Predicate, PredicateEntry, Sense, Verdict, reading::a, wording};
use crate::{
    claim::{Every, KeptSpeech, KeptWords, Section},
    diagnostic::{Mistake, code},
    finding::{Agreement, Outcome, Role},
    grammar::{self, Pair, Rule},
    table::{ArticleScope, Placed, Subject, Table, agreement::relate_some, subject},
    text::Part,
    value::Kind,
};
use finder::Finder;
use names::NamesInWords;
use nouns::Nouns;
use numerals::NumeralsInWords;
pub use questioned::Questioned;
use std::{collections::BTreeSet, fmt, sync::Arc};
pub use support::{Support, SupportStanding};
use together::PlacedTogether;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["supported by body", "supported by \"GROUP\""], production: Rule::supported, read };

/// A source hedges a number, and who repeats it does not.
pub const HEDGE_DROPPED: &str = "hedge dropped";
/// What is supported is written more exactly than what supports it.
pub const MORE_PRECISE: &str = "more precise";
/// The same number counts the same under a noun that says the same.
pub const OTHER_NOUN: &str = "other noun";
/// The same number counts the same under a noun that says more.
pub const WIDER_NOUN: &str = "wider noun";
/// A bracket gives the figure in another unit, and gives another figure.
pub const DOES_NOT_CONVERT: &str = "does not convert";
/// A figure follows from figures of one source.
pub const DERIVED: &str = "derived";
/// A day is narrower than every source has it.
pub const MORE_PRECISE_THAN_SOURCE: &str = "more precise than the source";
/// The words stand in a source, and not between quotation marks.
pub const NOT_QUOTED_THERE: &str = "not quoted there";
/// Nobody who supports counts what a small number counts: the text may count it itself.
pub const COUNTED_BY_ITSELF: &str = "nobody there counts these, so that the text may count them itself";
/// The words stand in a source, and somebody else says them there.
pub const OTHER_SPEAKER: &str = "other speaker";
/// Those who support a value disagree among themselves.
pub const SOURCES_CONFLICT: &str = "sources conflict";

/// `supported by "GROUP"`
#[derive(Clone, Debug, PartialEq)]
pub enum Supported {
    /// By the body of the same article.
    Body,
    /// By the articles of a group, a source, or a pattern of paths.
    Group(String),
}

/// The article in which what supports a claim must stand, where one supports itself.
pub(in crate::predicate) type Within = Option<usize>;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.subject.kind;
    if kind == Kind::TEXT {
        let words = reading.words(pair);
        let message = format!(
            "`{words}` asks of figures, dates, times, names and quotations, but `{}` is {}",
            reading.subject,
            a(kind)
        );
        let help = Some(format!("write `every figure in headline {words}` or `every name {words}`"));
        return Err(vec![Mistake { help, ..reading.mistake(code::WRONG_KIND, pair, message) }]);
    }
    Ok(Arc::new(Supported::of_production(pair, reading)))
}

impl fmt::Display for Supported {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("supported by ")?;
        self.write_place(to)
    }
}

impl Predicate for Supported {
    fn asks(&self) -> &'static str {
        "each one is found in at least one of the supporting articles: same kind, unit and thing counted"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        self.verdict(subject, table).in_sense(sense)
    }

    fn operands(&self, subject: &Subject) -> Vec<Subject> {
        std::iter::once(self.supporters(subject)).chain(self.same_topic(subject)).collect()
    }

    fn looks_further(&self) -> bool {
        true
    }

    fn articles_named(&self) -> Option<&str> {
        match self {
            Self::Body => None,
            Self::Group(name) => Some(name),
        }
    }

    fn reads_words(&self) -> KeptWords {
        KeptWords::InOrder
    }

    fn reads_speech(&self, subject: &Subject) -> KeptSpeech {
        if speakers::is_said(subject.kind) { KeptSpeech::Speakers } else { KeptSpeech::Nothing }
    }
}

impl Supported {
    /// Its place in the words of a sentence.
    pub(in crate::predicate) fn of_production(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Self {
        match grammar::part(pair, Rule::quoted) {
            Some(name) => Self::Group(reading.words(&name)),
            None => Self::Body,
        }
    }

    /// Where support is looked for, as a sentence writes it: "body", "\"sources\"".
    pub(in crate::predicate) fn write_place(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Body => to.write_str("body"),
            Self::Group(name) => wording::write_quoted(to, name),
        }
    }

    /// What may support a subject: values of its kind, in the body where that is asked for.
    pub(in crate::predicate) fn supporters(&self, subject: &Subject) -> Subject {
        let kind = subject.kind;
        let supporters = match kind {
            // A choice is one only to its topic.
            _ if kind.is_choice() => Subject { scope: ArticleScope::default(), ..subject.clone() },
            _ if Kind::FIGURE.takes(kind) => Subject::every(Every::Kind(Kind::FIGURE)),
            _ => Subject::every(Every::Kind(kind)),
        };
        let section = match self {
            Self::Body => Some(Section::Body),
            Self::Group(_) => None,
        };
        supporters.within(section)
    }

    /// The declared topic that a subject is, where it may be found in what supports it.
    fn same_topic(&self, subject: &Subject) -> Option<Subject> {
        let section = match self {
            Self::Body => Some(Section::Body),
            Self::Group(_) => None,
        };
        let is_topic = subject.id.declared().is_some() && !subject.kind.is_choice();
        is_topic.then(|| Subject { scope: ArticleScope::default(), ..subject.clone() }.within(section))
    }

    /// Where what supports a claim must stand.
    pub(in crate::predicate) fn within(&self, placed: &Placed<'_>) -> Within {
        self.within_article(placed.article)
    }

    /// The same, of a claim of an article.
    fn within_article(&self, article: usize) -> Within {
        (*self == Self::Body).then_some(article)
    }

    /// Which articles may support others; in a body, each supports itself.
    fn supporting(&self, table: &Table<'_>) -> Vec<bool> {
        match self {
            Self::Body => vec![true; table.articles.len()],
            Self::Group(name) => subject::members(&table.articles, name),
        }
    }

    /// Whether what stands in a part may support something.
    fn may_rest_on(&self, part: Part) -> bool {
        match part {
            Part::Lead | Part::Body => true,
            Part::Headline | Part::Subheading | Part::Caption | Part::Metadata => *self != Self::Body,
            Part::Correction | Part::Link | Part::Placeholder | Part::Code => false,
        }
    }

    /// The claims that need support: those of the articles the clause is about that are not support themselves.
    fn questioned<'t, 'a>(&self, subject: &Subject, table: &'t Table<'a>, supporting: &[bool]) -> Vec<&'t Placed<'a>> {
        let kept = subject.scope.kept(&table.articles);
        let is_questioned = |placed: &&Placed<'_>| self.asks_of(placed, supporting, &kept);
        table.claims(&subject.id).iter().filter(is_questioned).filter(|placed| !placed.is_loose()).collect()
    }

    /// Whether a claim needs support: its article is one of those kept, and it does not support itself.
    fn asks_of(&self, placed: &Placed<'_>, supporting: &[bool], kept: &[bool]) -> bool {
        let elsewhere = match self {
            Self::Body => !matches!(placed.claim.part, Part::Lead | Part::Body),
            Self::Group(_) => !is_one(supporting, placed),
        };
        elsewhere && placed.claim.damage.is_none() && is_one(kept, placed)
    }

    fn verdict(&self, subject: &Subject, table: &Table<'_>) -> Verdict {
        self.look(subject, table, |questioned| {
            let conflict = match self {
                Self::Group(_) => conflict(table, &questioned.claims, &self.supporting(table)),
                Self::Body => None,
            };
            let mut verdict = self.answer(subject, table, &questioned);
            if let Some(conflict) = conflict.filter(|_| verdict.outcome != Outcome::NoEvidence) {
                verdict.reasons.push(SOURCES_CONFLICT);
                verdict.message.push_str(&format!("; its sources conflict on {conflict}"));
            }
            verdict
        })
    }

    /// What is made of the claims that need support and what was found of each; no evidence where there are none, or nobody
    /// to support them.
    pub(in crate::predicate) fn look<'a>(
        &self,
        subject: &Subject,
        table: &Table<'a>,
        judged: impl FnOnce(Questioned<'_, 'a>) -> Verdict,
    ) -> Verdict {
        let supporting = self.supporting(table);
        if let Self::Group(name) = self
            && !supporting.contains(&true)
        {
            return Verdict::bare(Outcome::NoEvidence, wording::no_such_articles(table, name));
        }
        let column = self.supporters(subject).id;
        let supports = |placed: &&Placed<'_>| placed.claim.damage.is_none() && is_one(&supporting, placed);
        // Where they say themselves what the topic is, no figure of something else supports it.
        let same = self.same_topic(subject).map(|topic| table.claims(&topic.id)).unwrap_or_default();
        let same: Vec<&Placed<'_>> = same.iter().filter(supports).collect();
        let any = || table.claims(&column).iter().filter(supports).collect();
        let supporters: Vec<&Placed<'_>> = if same.is_empty() { any() } else { same };
        let in_words = NamesInWords::new(self, subject, table, &supporting, &supporters);
        let kept = subject.scope.kept(&table.articles);
        let is_asked = |placed: &Placed<'_>| self.asks_of(placed, &supporting, &kept) && in_words.is_name(placed);
        let openers = names::openers(subject, table, is_asked);
        let mut questioned = self.questioned(subject, table, &supporting);
        questioned.extend(&openers);
        if questioned.is_empty() {
            return Verdict::bare(Outcome::NoEvidence, self.nothing_to_support(subject));
        }
        let found = if subject.kind == Kind::NUMERAL {
            NumeralsInWords::new(self, table, &supporting).found(&questioned, &supporters)
        } else {
            self.found(table, (&questioned, &supporters), &in_words)
        };
        judged(Questioned { claims: questioned, supporters, found })
    }

    /// What values find among values, and names and quotations in words.
    fn found(
        &self,
        table: &Table<'_>,
        (questioned, supporters): (&[&Placed<'_>], &[&Placed<'_>]),
        in_words: &NamesInWords<'_, '_>,
    ) -> Vec<Support> {
        let placed = PlacedTogether::new(table, questioned, supporters);
        let nouns = Nouns::new(questioned.iter().chain(supporters).copied(), table.placing.lexicon);
        let finder = Finder::new((questioned, supporters), &placed, self, &nouns);
        let found = questioned.iter().enumerate();
        let found = found.map(|(at, placed)| in_words.settled(placed, finder.support(at)));
        let with_speakers = questioned.iter().zip(found.collect::<Vec<_>>());
        with_speakers.map(|(placed, support)| speakers::compared(placed, support, supporters, table)).collect()
    }

    fn nothing_to_support(&self, subject: &Subject) -> String {
        match (subject.noun(), self) {
            (Some(noun), Self::Body) => {
                format!("no article has a {noun}{} outside of its body", wording::place(subject))
            }
            (None, Self::Body) => {
                format!("no article gives {} outside of its body", wording::the(&subject.to_string()))
            }
            (_, Self::Group(_)) => wording::nobody_gives(subject),
        }
    }

    fn answer(&self, subject: &Subject, table: &Table<'_>, questioned: &Questioned<'_, '_>) -> Verdict {
        let items = questioned.items(self, table);
        let all = || questioned.claims.iter().zip(&questioned.found);
        if all().all(|(_, support)| support.standing == SupportStanding::Open) {
            let evidence = questioned.claims.iter().map(|placed| table.evidence(placed, Role::Context)).collect();
            let own: Vec<Placed<'_>> = questioned.claims.iter().map(|placed| (*placed).clone()).collect();
            let in_words = || questioned.found.iter().find_map(|support| support.reason).map(str::to_string);
            let why =
                wording::unclear(table, &own).or_else(in_words).map_or_else(String::new, |why| format!(": {why}"));
            let message = format!("nothing can be compared{why}");
            return Verdict { evidence, items: Some(items.into()), ..Verdict::bare(Outcome::NoEvidence, message) };
        }
        let mut evidence = Vec::new();
        let mut shown = BTreeSet::new();
        for (placed, support) in all() {
            evidence.push(table.evidence(placed, support.role()));
            let role = support.role_of_others();
            for &index in &support.by {
                if let Some(other) = questioned.supporters.get(index).filter(|_| shown.insert((index, role))) {
                    evidence.push(table.evidence(other, role));
                }
            }
        }
        let mut reasons: Vec<&'static str> = Vec::new();
        for reason in questioned.found.iter().filter_map(|support| support.reason) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let verdict = Verdict { evidence, reasons, ..Verdict::bare(Outcome::Pass, String::new()) };
        match questioned.complaint(self, table) {
            Some(message) => Verdict { outcome: Outcome::Fail, message, items: Some(items.into()), ..verdict },
            None => {
                let number = all().filter(|(_, support)| support.holds()).count();
                Verdict { message: self.praise(subject, number), ..verdict }.with_items(items)
            }
        }
    }

    /// "both figures are supported by \"sources\""
    fn praise(&self, subject: &Subject, number: usize) -> String {
        let verb = if number == 1 { "is" } else { "are" };
        // The body itself was not asked.
        let outside = match (self, subject.id.section) {
            (Self::Body, None) => " outside of the body",
            (Self::Body, Some(_)) | (Self::Group(_), _) => "",
        };
        format!("{}{outside} {verb} {self}", wording::all_of(subject, number))
    }

    /// Who was asked for support, in words.
    pub(in crate::predicate) fn named(&self) -> String {
        match self {
            Self::Body => "its body".to_string(),
            Self::Group(name) => format!("\"{name}\""),
        }
    }
}

/// Whether the article of a claim is one of those marked.
fn is_one(marked: &[bool], placed: &Placed<'_>) -> bool {
    marked.get(placed.article).copied().unwrap_or_default()
}

/// The first topic with a claim at the same words on which those who support it disagree.
fn conflict(table: &Table<'_>, questioned: &[&Placed<'_>], supporting: &[bool]) -> Option<String> {
    let place = |placed: &Placed<'_>| (placed.article, placed.claim.quote.start, placed.claim.quote.end);
    let places: BTreeSet<(usize, u32, u32)> = questioned.iter().map(|placed| place(placed)).collect();
    let in_conflict = table.columns.iter().find(|column| {
        if column.topic.subject.declared().is_none()
            || !column.claims.iter().any(|placed| places.contains(&place(placed)))
        {
            return false;
        }
        let own = column.claims.iter().enumerate().filter(|(_, placed)| is_one(supporting, placed));
        let own: Vec<usize> = own.map(|(index, _)| index).collect();
        relate_some(table, column.topic, &column.claims, &own, None).agreement == Agreement::Conflict
    })?;
    Some(wording::the(&in_conflict.topic.subject.to_string()))
}
