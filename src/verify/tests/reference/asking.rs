//! What a sentence answers, clause by clause, each by its definition.

use super::{
    holding::{each, falls_on, held, inside, is, ordered, places, sums, two},
    places::{Lies, Seen, borrow_of_several, gives_alternatives, seen},
    relating::{Reasons, Width, agree, blame, origins, plain, relate, sources},
    sentences::{Ask, TOPICS, Where},
};
use crate::{
    claim::{ArticleClaims, topic::Develops},
    finding::{Agreement, Outcome, Role},
};
use std::collections::{BTreeMap, BTreeSet};

/// What the reference answers: what is `None` is not defined, or not looked at.
#[derive(Clone, Debug)]
pub struct Expected {
    pub outcome: Outcome,
    pub agreement: Option<Option<Agreement>>,
    pub reasons: Option<Reasons>,
    pub blames: Option<Option<usize>>,
    /// By article and place.
    pub roles: Option<BTreeMap<(usize, usize), Role>>,
}

impl Expected {
    pub fn of(outcome: Outcome) -> Self {
        Self { outcome, agreement: None, reasons: None, blames: None, roles: None }
    }

    pub fn pass(holds: bool) -> Self {
        Self::of(if holds { Outcome::Pass } else { Outcome::Fail })
    }
}

pub fn way_of(topic: &str) -> Option<Develops> {
    TOPICS.iter().find(|(name, ..)| *name == topic).and_then(|(_, _, way)| *way)
}

/// What a sentence answers on a story; `None` where its meaning is not laid down for this story.
pub fn judge(articles: &[ArticleClaims], asked: &Ask) -> Option<Expected> {
    let outcome = |asked: &Ask| judge(articles, asked).map(|answer| answer.outcome);
    let first = |found: [Outcome; 2], order: [Outcome; 3]| {
        Expected::of(order.into_iter().find(|outcome| found.contains(outcome)).unwrap())
    };
    use Outcome::{Fail, NoEvidence, Pass};
    match asked {
        Ask::And(one, other) => Some(first([outcome(one)?, outcome(other)?], [Fail, NoEvidence, Pass])),
        Ask::Or(one, other) => Some(first([outcome(one)?, outcome(other)?], [Pass, NoEvidence, Fail])),
        Ask::When(condition, rest) => match outcome(condition)? {
            Pass => Some(Expected::of(outcome(rest)?)),
            Fail | NoEvidence => Some(Expected::of(NoEvidence)),
        },
        Ask::Unless(rest, exception) => match outcome(exception)? {
            Pass => Some(Expected::of(NoEvidence)),
            Fail | NoEvidence => Some(Expected::of(outcome(rest)?)),
        },
        Ask::Not(clause) => clause_of(articles, clause, true),
        clause => clause_of(articles, clause, false),
    }
}

fn clause_of(articles: &[ArticleClaims], asked: &Ask, denied: bool) -> Option<Expected> {
    let Ask::In(scope, clause) = asked else { return clause_on(articles, asked, denied) };
    let is_named = |article: &ArticleClaims, name: &str| match name {
        "000.txt" => article.article == name,
        "*1.txt" => article.article.ends_with("1.txt"),
        _ => {
            let group = article.metadata.group.as_deref().map(plain);
            plain(&article.metadata.source) == plain(name) || group == Some(plain(name))
        }
    };
    let kept: Vec<ArticleClaims> = match scope {
        Where::Only(name) => {
            let kept: Vec<ArticleClaims> = articles.iter().filter(|one| is_named(one, name)).cloned().collect();
            if kept.is_empty() {
                return Some(Expected::of(Outcome::NoEvidence));
            }
            kept
        }
        Where::Except(name) => articles.iter().filter(|one| !is_named(one, name)).cloned().collect(),
    };
    // Places of articles among those that are kept mean nothing to who asks.
    let answer = clause_on(&kept, clause, denied)?;
    Some(Expected { blames: None, roles: None, ..answer })
}

fn clause_on(articles: &[ArticleClaims], asked: &Ask, denied: bool) -> Option<Expected> {
    let topic = asked.topic();
    let claims = seen(articles, topic);
    let is_held = matches!(asked, Ask::Bound(..) | Ask::Is(..) | Ask::Order(..) | Ask::Near(..));
    if !is_held && (borrow_of_several(&claims) || gives_alternatives(&claims)) {
        return None;
    }
    let answer = match asked {
        Ask::Consistent(_, width) => consistent(articles, topic, &claims, *width),
        Ask::Within(_, width) => within(articles, &claims, *width)?,
        Ask::Every(_) | Ask::AtLeast(..) | Ask::Most(_) | Ask::By(..) => cited(articles, &claims, asked),
        Ask::Corroborated(_, number) => corroborated(articles, &claims, *number),
        Ask::Absent(_) => Expected::pass(claims.is_empty()),
        Ask::Unchanged(_) => versions(articles, &claims, changes),
        Ask::NeverDecreases(_) => versions(articles, &claims, falls),
        Ask::Bound(_, side, literal) => {
            return Some(each(&claims, held(&claims, literal, |l| side.region(l)), denied));
        }
        Ask::Between(_, low, high) => {
            let low_place = low.place();
            return Some(each(&claims, held(&claims, high, |h| low_place.1.from..=h.to), denied));
        }
        Ask::Is(_, literal) => return Some(is(&claims, literal, denied)),
        Ask::FallsOn(_, weekday) => {
            let fits = claims.iter().map(|claim| falls_on(claim, *weekday)).collect();
            return Some(each(&claims, fits, denied));
        }
        Ask::Order(_, when, literal) => return Some(each(&claims, ordered(&claims, when, literal), denied)),
        Ask::Near(_, days, literal) => {
            let fits = held(&claims, literal, |l| l.from - f64::from(*days)..=l.to + f64::from(*days));
            return Some(each(&claims, fits, denied));
        }
        Ask::Two(_, how, other) => return two(articles, &claims, how, other, denied),
        Ask::Sum(_, parts) => return Some(each(&claims, sums(articles, &claims, parts), denied)),
        Ask::In(..) | Ask::Not(_) | Ask::And(..) | Ask::Or(..) | Ask::When(..) | Ask::Unless(..) => {
            unreachable!("{asked:?} is no clause")
        }
    };
    Some(if denied { turned(answer) } else { answer })
}

/// The answer to the denial.
fn turned(answer: Expected) -> Expected {
    let (outcome, from, to): (Outcome, &[Role], Role) = match answer.outcome {
        Outcome::NoEvidence => return answer,
        Outcome::Pass => (Outcome::Fail, &[Role::Supports], Role::Violates),
        Outcome::Fail => (Outcome::Pass, &[Role::Opposes, Role::Violates], Role::Supports),
    };
    let turn = |role: Role| if from.contains(&role) { to } else { role };
    let roles = answer.roles.map(|roles| roles.into_iter().map(|(at, role)| (at, turn(role))).collect());
    Expected { outcome, roles, ..answer }
}

fn consistent(articles: &[ArticleClaims], topic: &str, claims: &[Seen<'_>], width: Option<Width>) -> Expected {
    let related = relate(claims, articles, way_of(topic), width);
    let outcome = match related.agreement {
        Agreement::Consistent | Agreement::Compatible | Agreement::Developing => Outcome::Pass,
        Agreement::Conflict => Outcome::Fail,
        Agreement::SingleSource | Agreement::Absent | Agreement::Indeterminate => Outcome::NoEvidence,
    };
    let topics: Vec<(&str, Option<Develops>)> = TOPICS.iter().map(|(name, _, way)| (*name, *way)).collect();
    let blamed = blame(articles, &topics).filter(|(_, blamed)| blamed.contains(&topic) && outcome == Outcome::Fail);
    // In a conflict the groups say who supports; they are looked at apart.
    let is_conflict = related.agreement == Agreement::Conflict;
    let roles = (!is_conflict).then(|| places(claims).zip(related.roles.iter().copied()).collect());
    Expected {
        outcome,
        agreement: Some(Some(related.agreement)),
        reasons: Some(related.reasons),
        blames: Some(blamed.map(|(article, _)| article)),
        roles,
    }
}

fn by_article<'s, 'c>(claims: &'s [Seen<'c>]) -> Vec<Vec<&'s Seen<'c>>> {
    let articles: BTreeSet<usize> = claims.iter().map(|claim| claim.article).collect();
    articles.into_iter().map(|article| claims.iter().filter(|claim| claim.article == article).collect()).collect()
}

fn within(articles: &[ArticleClaims], claims: &[Seen<'_>], width: Option<Width>) -> Option<Expected> {
    let _ = articles;
    let (mut compared, mut broken) = (BTreeSet::new(), BTreeSet::new());
    for own in by_article(claims) {
        let wholes: Vec<&Seen<'_>> = own.into_iter().filter(|claim| claim.asserted && !claim.is_part()).collect();
        if wholes.len() < 2 {
            continue;
        }
        let inside = inside(&wholes)?;
        for axis in inside.iter().filter_map(Seen::axis).collect::<BTreeSet<_>>() {
            let here: Vec<&Seen<'_>> = inside.iter().filter(|claim| claim.axis() == Some(axis)).collect();
            if here.len() > 1 {
                compared.insert(here[0].article);
                if !agree(&here, width.map(|width| width.among(&here))) {
                    broken.insert(here[0].article);
                }
            }
        }
    }
    if compared.is_empty() {
        return Some(Expected::of(Outcome::NoEvidence));
    }
    let role = |claim: &Seen<'_>| match (broken.contains(&claim.article), compared.contains(&claim.article)) {
        _ if !claim.asserted => Role::Context,
        (true, _) => Role::Opposes,
        (false, true) => Role::Supports,
        (false, false) => Role::Context,
    };
    let roles = Some(places(claims).zip(claims.iter().map(role)).collect());
    Some(Expected { roles, ..Expected::pass(broken.is_empty()) })
}

fn cited(articles: &[ArticleClaims], claims: &[Seen<'_>], asked: &Ask) -> Expected {
    let names = sources(articles);
    let all: BTreeSet<&String> = names.iter().collect();
    let citing: BTreeSet<&String> = claims.iter().map(|claim| &names[claim.article]).collect();
    Expected::pass(match asked {
        Ask::AtLeast(_, number) => citing.len() >= *number,
        Ask::Most(_) => citing.len() * 2 > all.len(),
        Ask::By(_, name) => {
            if !all.contains(&plain(name)) {
                return Expected::of(Outcome::NoEvidence);
            }
            citing.contains(&plain(name))
        }
        // Where nobody gives it, not even every source of none does.
        _ => citing.len() == all.len() && !citing.is_empty(),
    })
}

fn corroborated(articles: &[ArticleClaims], claims: &[Seen<'_>], number: usize) -> Expected {
    // What is only possible corroborates nothing alone.
    if !claims.iter().any(|claim| claim.asserted) {
        return Expected::pass(false);
    }
    // Shares of a larger number count only where nobody gives the whole.
    let has_wholes = claims.iter().any(|claim| claim.asserted && !claim.is_part());
    let counted: Vec<&Seen<'_>> = claims.iter().filter(|claim| claim.is_part() != has_wholes).collect();
    if !counted.iter().any(|claim| claim.is_known()) {
        return Expected::of(Outcome::NoEvidence);
    }
    let origins = origins(articles);
    let agreeing = |holds: &dyn Fn(&Seen<'_>) -> bool| {
        counted.iter().filter(|claim| holds(claim)).map(|claim| origins[claim.article]).collect::<BTreeSet<_>>().len()
    };
    let at = |holds: &dyn Fn(&Seen<'_>) -> bool| {
        let is_asserted = counted.iter().any(|claim| claim.asserted && holds(claim));
        if is_asserted { agreeing(holds) } else { 0 }
    };
    let vouches = |claim: &Seen<'_>, spot| claim.stretch().is_some_and(|own| own.near_its_bound().holds(spot));
    let most = counted.iter().flat_map(|with| match &with.place {
        Lies::Nowhere => [0, 0],
        Lies::Word(_) => [at(&|claim| claim.place == with.place), 0],
        Lies::On(axis, stretch) => [stretch.near_its_bound().first(), stretch.near_its_bound().last()]
            .map(|spot| at(&|claim| claim.axis() == Some(axis) && vouches(claim, spot))),
    });
    Expected::pass(most.max().unwrap_or(0) >= number)
}

/// The versions of each article that has several: of one source and one address, in order of publication.
fn versions(
    articles: &[ArticleClaims],
    claims: &[Seen<'_>],
    is_broken: impl Fn(&[Vec<&Seen<'_>>]) -> bool,
) -> Expected {
    let names = sources(articles);
    let mut chains: BTreeMap<(&String, &str), Vec<usize>> = BTreeMap::new();
    for (article, own) in articles.iter().enumerate() {
        if let Some(url) = &own.metadata.url {
            chains.entry((&names[article], url)).or_default().push(article);
        }
    }
    let given = |article: usize| -> Vec<&Seen<'_>> {
        claims.iter().filter(|claim| claim.article == article && claim.is_known()).collect()
    };
    let (mut is_given, mut broken) = (false, false);
    for mut chain in chains.into_values().filter(|chain| chain.len() > 1) {
        chain.sort_by_key(|article| (articles[*article].metadata.published, *article));
        let chain: Vec<Vec<&Seen<'_>>> = chain.into_iter().map(given).collect();
        is_given |= chain.iter().any(|version| !version.is_empty());
        broken |= is_broken(&chain);
    }
    if is_given { Expected::pass(!broken) } else { Expected::of(Outcome::NoEvidence) }
}

/// Whether a version gives other values than the one before.
fn changes(chain: &[Vec<&Seen<'_>>]) -> bool {
    chain.windows(2).any(|pair| differ(&pair[0], &pair[1]))
}

fn differ(before: &[&Seen<'_>], after: &[&Seen<'_>]) -> bool {
    let is_in = |claim: &Seen<'_>, others: &[&Seen<'_>]| {
        others.iter().any(|other| match (claim.stretch(), other.stretch()) {
            (Some(one), Some(two)) => claim.axis() == other.axis() && one.is_same(two),
            _ => claim.place == other.place,
        })
    };
    !before.iter().all(|claim| is_in(claim, after)) || !after.iter().all(|claim| is_in(claim, before))
}

/// Whether a version gives less than one before.
fn falls(chain: &[Vec<&Seen<'_>>]) -> bool {
    (0..chain.len()).any(|later| (0..later).any(|earlier| is_less(&chain[earlier], &chain[later])))
}

fn is_less(before: &[&Seen<'_>], after: &[&Seen<'_>]) -> bool {
    before.iter().filter(|claim| !claim.is_part()).any(|one| {
        after.iter().filter(|claim| !claim.is_part() && claim.axis() == one.axis()).any(|other| {
            let (Some(one), Some(other)) = (one.stretch(), other.stretch()) else { return false };
            other.to < one.from
        })
    })
}
