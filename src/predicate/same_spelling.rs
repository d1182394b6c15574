//! `spelled the same across sources`: one name is written in one way. What is one name is what the project lists under one;
//! else two persons' names that differ in a few letters of one word, in two sources, and never in one article: namesakes that an
//! article tells apart are two.

use super::{ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Outcome, Role},
    fold,
    grammar::{Pair, Rule},
    kind::name,
    lexicon::{Lexicon, NameClass},
    table::{Placed, Subject, Table},
    value::Kind,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["spelled the same across sources"], production: Rule::same_spelling, read };

/// So many names of one first or last name are held against each other.
const MOST_NAMESAKES: usize = 32;

/// `spelled the same across sources`
#[derive(Clone, Debug, PartialEq)]
pub struct SpelledTheSame;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.every_one(pair, Kind::of(&name::ENTRY).name())?;
    Ok(Arc::new(SpelledTheSame))
}

impl fmt::Display for SpelledTheSame {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("spelled the same across sources")
    }
}

/// One way to write a name, and where it is written so.
#[derive(Default)]
struct Spelling<'t, 'a> {
    written: Vec<&'t Placed<'a>>,
}

impl Predicate for SpelledTheSame {
    fn asks(&self) -> &'static str {
        "one name is written in one way in every source"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        if claims.is_empty() {
            return wording::nothing(table, subject, claims);
        }
        let mut groups = listed(table, claims);
        groups.extend(nearly_the_same(table, claims));
        let mut failing: BTreeMap<(usize, String), FailedItem> = BTreeMap::new();
        for group in &groups {
            for (placed, item) in differing(table, group) {
                failing.entry((placed.article, fold::words(&placed.claim.value.text).into_owned())).or_insert(item);
            }
        }
        let items = Items::of(claims.iter().map(|placed| {
            let key = (placed.article, fold::words(&placed.claim.value.text).into_owned());
            let answer = failing.remove(&key).map_or(ItemAnswer::Holds, ItemAnswer::Fails);
            ((placed.article, placed.claim.fingerprint), answer)
        }));
        let held = format!("{} are spelled in one way", wording::all_of(subject, items.checked));
        let verdict = Verdict::of_items(items, held);
        let several = table.sources.len() > 1;
        if !several && verdict.outcome == Outcome::Pass {
            return Verdict {
                outcome: Outcome::NoEvidence,
                message: "there is one source, and no other to compare it with".into(),
                ..verdict
            };
        }
        verdict.in_sense(sense)
    }
}

/// A name's words as written, without titles.
fn bare(placed: &Placed<'_>, lexicon: &Lexicon) -> String {
    let is_title = |word: &&str| {
        lexicon.names().class(word).is(NameClass::TITLE.and(NameClass::LEADS_TITLE).and(NameClass::BEFORE_TITLE))
    };
    let words = placed.claim.value.text.split_whitespace().filter(|word| !is_title(word));
    words.collect::<Vec<_>>().join(" ")
}

/// The full name that a claim's words stand for.
fn full<'p>(placed: &'p Placed<'_>) -> &'p str {
    placed.claim.value.chosen().unwrap_or_default()
}

/// Whether letters stand for the first letters of words: "U.S." for "United States".
fn is_initials(short: &str, name: &str) -> bool {
    let letters: String = short.chars().filter(|letter| letter.is_alphabetic()).collect();
    let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    letters.len() > 1 && !short.contains(' ') && letters.eq_ignore_ascii_case(&initials)
}

/// The ways in which names that the project lists are written: the words that differ from the project's, by name.
fn listed<'t, 'a>(table: &Table<'_>, claims: &'t [Placed<'a>]) -> Vec<BTreeMap<String, Spelling<'t, 'a>>> {
    let mut groups: BTreeMap<(String, &str), BTreeMap<String, Spelling<'t, 'a>>> = BTreeMap::new();
    for placed in claims {
        let written = bare(placed, table.placing.lexicon);
        let name = full(placed);
        let Some(listed) = table.spellings.listed_in(name) else { continue };
        let (sort, spelling) = if is_initials(&written, name) {
            ("initials", written)
        } else {
            let own: BTreeSet<String> = name.split(' ').map(|word| fold::name(word).into_owned()).collect();
            let other: Vec<&str> = written.split(' ').filter(|word| !own.contains(&*fold::name(word))).collect();
            ("words", if other.is_empty() { listed.to_string() } else { other.join(" ") })
        };
        let group = groups.entry((fold::name(listed).into_owned(), sort)).or_default();
        group.entry(spelling).or_default().written.push(placed);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Persons' names that differ in a few letters of one word.
fn nearly_the_same<'t, 'a>(table: &Table<'_>, claims: &'t [Placed<'a>]) -> Vec<BTreeMap<String, Spelling<'t, 'a>>> {
    let lexicon = table.placing.lexicon;
    let mut of_name: BTreeMap<&str, Vec<&'t Placed<'a>>> = BTreeMap::new();
    for placed in claims.iter().filter(|placed| name::is_person(full(placed), lexicon.names())) {
        of_name.entry(full(placed)).or_default().push(placed);
    }
    let mut beside: BTreeMap<(usize, String), Vec<&str>> = BTreeMap::new();
    for name in of_name.keys() {
        let words: Vec<&str> = name.split(' ').collect();
        for (side, word) in [words.first(), words.last()].into_iter().enumerate() {
            let known =
                beside.entry((side, word.map(|word| fold::name(word).into_owned()).unwrap_or_default())).or_default();
            if known.len() < MOST_NAMESAKES {
                known.push(name);
            }
        }
    }
    let articles = |name: &str| -> BTreeSet<usize> {
        of_name.get(name).into_iter().flatten().map(|placed| placed.article).collect()
    };
    let mut groups = Vec::new();
    let mut known = BTreeSet::new();
    for ((side, _), names) in &beside {
        for (index, one) in names.iter().enumerate() {
            for other in names.iter().skip(index + 1) {
                if !differ_slightly(one, other, *side)
                    || !articles(one).is_disjoint(&articles(other))
                    || !known.insert((*one, *other))
                {
                    continue;
                }
                let spelling = |name: &str| {
                    (name.to_string(), Spelling { written: of_name.get(name).cloned().unwrap_or_default() })
                };
                groups.push(BTreeMap::from([spelling(one), spelling(other)]));
            }
        }
    }
    groups
}

/// Whether two names that share their first or last word have another one that differs in a few letters: Sergei and Sergey.
fn differ_slightly(one: &str, other: &str, shared: usize) -> bool {
    let rest = |name: &str| {
        let words: Vec<&str> = name.split(' ').collect();
        let rest = if shared == 0 { words.get(1..) } else { words.get(..words.len().saturating_sub(1)) };
        fold::name(&rest.unwrap_or_default().join(" ")).into_owned()
    };
    let (one, other) = (rest(one), rest(other));
    let (a, b) = (one.chars().count(), other.chars().count());
    let allowed = match a.min(b) {
        0..4 => 0,
        4..6 => 1,
        _ => 2,
    };
    one != other
        && one.chars().next() == other.chars().next()
        && a.abs_diff(b) <= allowed
        && !one.contains(' ')
        && !other.contains(' ')
        && strsim::damerau_levenshtein(&one, &other) <= allowed
}

/// The claims of the spellings that fewer sources have.
fn differing<'t, 'a>(
    table: &Table<'_>,
    group: &BTreeMap<String, Spelling<'t, 'a>>,
) -> Vec<(&'t Placed<'a>, FailedItem)> {
    let sources = |spelling: &Spelling<'_, '_>| -> BTreeSet<usize> {
        spelling.written.iter().map(|placed| table.source_of(placed.article)).collect()
    };
    let first = |spelling: &Spelling<'_, '_>| spelling.written.iter().map(|placed| placed.article).min();
    let usual = group.iter().max_by_key(|(_, spelling)| (sources(spelling).len(), std::cmp::Reverse(first(spelling))));
    let Some((usual, most)) = usual else { return Vec::new() };
    let mut found = Vec::new();
    for (words, spelling) in group.iter().filter(|(words, _)| *words != usual) {
        let who = wording::named(table, &sources(most).into_iter().collect::<Vec<_>>(), wording::MOST_LISTED);
        for placed in &spelling.written {
            let source = table.source_name(table.source_of(placed.article));
            let message = format!("{source} writes `{words}`, {who} `{usual}`");
            let mut evidence = vec![table.evidence(placed, Role::Violates)];
            evidence.extend(most.written.iter().take(1).map(|other| table.evidence(other, Role::Opposes)));
            found.push((*placed, FailedItem { evidence, reasons: vec!["other spelling"], message }));
        }
    }
    found
}
