//! `consistent across sources [within TOLERANCE]`: one value satisfies every claim.

use super::{
    ClauseReading, Given, Predicate, PredicateEntry, Sense, Verdict,
    answers::{answers, with_sources},
    course,
    not_compared::not_compared,
    reading::a,
    wording,
};
use crate::{
    diagnostic::{Mistake, code},
    finding::{Agreement, Outcome, Role},
    grammar::{self, Pair, Rule},
    placing::Tolerance,
    saying,
    table::{
        Column, Placed, Relation, Subject, Table,
        agreement::{NOT_COMPARABLE, WITHIN_ONE_ARTICLE, WITHIN_ONE_SOURCE},
        blame::against_the_blamed,
        relate,
    },
    value::Units,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["consistent across sources", "consistent across sources within TOLERANCE"],
    production: Rule::consistent,
    read,
};

/// `consistent across sources [within TOLERANCE]`
#[derive(Clone, Debug, PartialEq)]
pub struct Consistent {
    /// How far apart claims may lie, with its words.
    pub within: Option<(String, Tolerance)>,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    Ok(Arc::new(Consistent { within: tolerance_of(pair, reading)? }))
}

/// How far apart claims may lie, where the sentence says so, with its words.
///
/// # Errors
/// The subject's values are equal or not, or the words mean no distance.
pub fn tolerance_of(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Option<(String, Tolerance)>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    let Some(tolerance) = grammar::part(pair, Rule::tolerance) else { return Ok(None) };
    if kind.facts().tolerance.is_none() {
        let message = format!("`{}` is {}: its values are equal or not, never near", reading.subject, a(kind));
        let clause = format!("{} consistent across sources", reading.subject);
        return Err(vec![reading.offer(code::BAD_TOLERANCE, &tolerance, message, clause)]);
    }
    reading.tolerance(&tolerance, kind).map(Some)
}

impl fmt::Display for Consistent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("consistent across sources")?;
        match &self.within {
            Some((words, _)) => write!(to, " within {words}"),
            None => Ok(()),
        }
    }
}

impl Predicate for Consistent {
    fn asks(&self) -> &'static str {
        "one value satisfies the claims of every source"
    }

    fn given(&self) -> Vec<Given<'_>> {
        self.within.iter().map(|(words, width)| Given::Tolerance(words, width.clone())).collect()
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        self.verdict(subject, table).in_sense(sense)
    }
}

impl Consistent {
    fn verdict(&self, subject: &Subject, table: &Table<'_>) -> Verdict {
        let Some(column) = table.column(&subject.id) else { return wording::nothing(table, subject, &[]) };
        let tolerance = self.within.as_ref().map(|(_, tolerance)| tolerance);
        let mut relation = match tolerance {
            None => column.relation.clone(),
            Some(_) => relate(table, column.topic, &column.claims, tolerance),
        };
        let outcome = match relation.agreement {
            Agreement::Consistent | Agreement::Compatible | Agreement::Developing => Outcome::Pass,
            Agreement::Conflict => Outcome::Fail,
            Agreement::SingleSource | Agreement::Absent | Agreement::Indeterminate => Outcome::NoEvidence,
        };
        let blames = table.blamed_for(&subject.id).filter(|_| outcome == Outcome::Fail);
        if let (Some(article), Some(_)) = (blames, tolerance) {
            relation = against_the_blamed(table, column, relation, tolerance, article);
        }
        let message = match outcome {
            Outcome::Pass => {
                let within = self.within.as_ref().map(|(words, _)| words.as_str());
                agreeing(table, column, &relation, within) + &left_over(table, column, &relation)
            }
            Outcome::Fail => conflicting(table, column, &relation, blames) + &left_over(table, column, &relation),
            Outcome::NoEvidence => nothing_to_compare(table, subject, column, &relation),
        };
        let evidence =
            column.claims.iter().zip(&relation.roles).map(|(placed, role)| table.evidence(placed, *role)).collect();
        let agreement = Some(relation.agreement);
        Verdict { outcome, agreement, reasons: relation.reasons, message, evidence, blames, items: None }
    }
}

/// "3 sources put the call date on 30 December 2021; Harbour Post puts it on 25 November 2021, because ..."
fn conflicting(table: &Table<'_>, column: &Column<'_>, relation: &Relation, blames: Option<usize>) -> String {
    if blames.is_none()
        && let Some(message) = course::wrong_turn(table, column, relation)
    {
        return message;
    }
    if relation.reasons.contains(&WITHIN_ONE_ARTICLE)
        && let Some(message) = inside_one(table, column, relation, blames)
    {
        return message;
    }
    if relation.reasons.contains(&WITHIN_ONE_SOURCE)
        && let Some(message) = inside_one_source(table, column, relation)
    {
        return message;
    }
    let what = wording::the(&column.topic.subject.to_string());
    let mut said: Vec<String> = Vec::new();
    for group in relation.groups.iter().take(wording::MOST_LISTED) {
        let articles = group.iter().filter_map(|&index| column.claims.get(index)).map(|placed| placed.article);
        let who = wording::sources(table, articles.clone());
        let answers: Vec<&Placed<'_>> =
            answers(table, &column.claims, group).iter().map(|answer| answer.placed).collect();
        let mut sentence =
            if said.is_empty() { wording::says(&who, &what, &answers) } else { wording::says_too(&who, &answers) };
        if let Some(article) = blames.filter(|blamed| articles.clone().all(|article| article == *blamed)) {
            sentence.push_str(&because(table, article));
        }
        said.push(sentence);
    }
    match relation.groups.len().saturating_sub(said.len()) {
        0 => {}
        1 => said.push("1 more answer differs".to_string()),
        more => said.push(format!("{more} more answers differ")),
    }
    said.join("; ")
}

/// "Northern Times contradicts itself on the death toll: 5 in a.txt and 7 in b.txt", where nobody else gives it.
fn inside_one_source(table: &Table<'_>, column: &Column<'_>, relation: &Relation) -> Option<String> {
    let members = || relation.groups.iter().flatten().filter_map(|&index| column.claims.get(index));
    let who = wording::sources(table, members().map(|placed| placed.article));
    let what = wording::the(&column.topic.subject.to_string());
    let answers = relation.groups.iter().filter_map(|group| wording::narrowest(&column.claims, group));
    let told = answers.map(|placed| {
        let path = table.articles.get(placed.article).map(|article| article.article.as_str()).unwrap_or_default();
        format!("{} in {path}", wording::shown(placed))
    });
    let told = wording::first_of(told.collect(), |more| format!("{more} other answers"));
    (!who.are_several).then(|| format!("{who} contradicts itself on {what}: {}", wording::listed(&told)))
}

/// "Northern Times contradicts itself on the death toll: 5 and 7"; of an article to blame, which words are meant.
fn inside_one(table: &Table<'_>, column: &Column<'_>, relation: &Relation, blames: Option<usize>) -> Option<String> {
    let (article, answers) = in_groups(column, relation)
        .into_iter()
        .filter(|(article, _)| blames.is_none_or(|blamed| blamed == *article))
        .map(|(article, groups)| {
            let answers = groups.iter().filter_map(|own| wording::narrowest(&column.claims, own));
            (article, answers.collect::<Vec<_>>())
        })
        .find(|(_, answers)| answers.len() > 1)?;
    let who = wording::sources(table, [article]);
    let what = wording::the(&column.topic.subject.to_string());
    let mut values: Vec<String> = answers.iter().map(|placed| meant(placed)).collect();
    if blames.is_none() {
        let shown = if answers.iter().all(|placed| placed.is_anchored()) {
            values
        } else {
            answers.iter().map(|placed| wording::shown(placed)).collect()
        };
        return Some(format!("{who} contradicts itself on {what}: {}", wording::listed(&shown)));
    }
    let wrong = values.split_off(1);
    let (right, wrong) = (values.join(""), wording::listed(&wrong));
    Some(format!("{who} contradicts itself on {what}: {right}, but {wrong}{}", because(table, article)))
}

/// The claims of each article in each group that has some.
fn in_groups(column: &Column<'_>, relation: &Relation) -> BTreeMap<usize, Vec<Vec<usize>>> {
    let mut articles: BTreeMap<usize, Vec<Vec<usize>>> = BTreeMap::new();
    for group in &relation.groups {
        let mut own: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &index in group {
            if let Some(placed) = column.claims.get(index) {
                own.entry(placed.article).or_default().push(index);
            }
        }
        for (article, claims) in own {
            articles.entry(article).or_default().push(claims);
        }
    }
    articles
}

/// "`early next month` is 1–10 December 2021"; the value alone where the words show it.
fn meant(placed: &Placed<'_>) -> String {
    let (value, shown) = (&placed.claim.value, wording::shown(placed));
    match saying::reading(value, &placed.position, Units::Same) {
        Some(_) => format!("`{}` is {shown}", value.text),
        None => shown,
    }
}

/// ", because its declared date, 30 November 2021 (the date line `20211130`, line 2), is probably wrong"
fn because(table: &Table<'_>, article: usize) -> String {
    let metadata = table.articles.get(article).map(|article| &article.metadata);
    let day = metadata.and_then(|metadata| metadata.published).or(table.situation(article).anchor);
    let day = day.map(|day| format!(", {}", saying::day_in_words(day))).unwrap_or_default();
    let from = metadata.and_then(|metadata| metadata.published_from.as_deref());
    let from = from.map(|from| match from.strip_prefix("its ") {
        Some(own) => format!(" (the {own})"),
        None => format!(" (from {from})"),
    });
    format!(", because its declared date{day}{}, is probably wrong", from.unwrap_or_default())
}

/// "3 sources agree on the call duration: 50 minutes"; where they are not equal, what each says: "3 sources are compatible
/// on the call duration: 50 minutes (Harbour Post) and about 50 minutes (2 sources)".
fn agreeing(table: &Table<'_>, column: &Column<'_>, relation: &Relation, within: Option<&str>) -> String {
    let what = wording::the(&column.topic.subject.to_string());
    // What lies on an axis of its own was compared with nothing.
    let compared: Vec<usize> = relation
        .roles
        .iter()
        .enumerate()
        .filter(|(_, role)| **role == Role::Supports)
        .map(|(index, _)| index)
        .collect();
    let articles = compared.iter().filter_map(|&index| column.claims.get(index)).map(|placed| placed.article);
    let who = wording::sources(table, articles);
    let s = who.s();
    if relation.agreement == Agreement::Developing {
        return format!("{who} differ{s} on {what} only as time goes on: {}", course::steps(table, column, &compared));
    }
    let answers = answers(table, &column.claims, &compared);
    match (answers.as_slice(), relation.agreement, within) {
        ([one], ..) => format!("{who} agree{s} on {what}: {}", wording::shown(one.placed)),
        (all, Agreement::Compatible, _) => {
            let verb = if who.are_several { "are" } else { "is" };
            format!("{who} {verb} compatible on {what}: {}", with_sources(table, all))
        }
        (all, _, Some(within)) => format!("{who} agree{s} on {what} within {within}: {}", with_sources(table, all)),
        (all, _, None) => format!("{who} agree{s} on {what}: {}", with_sources(table, all)),
    }
}

/// The claims that took no part though they might, in words: those on other axes than what was compared, and unclear ones.
fn left_over(table: &Table<'_>, column: &Column<'_>, relation: &Relation) -> String {
    let with_roles = || column.claims.iter().zip(&relation.roles);
    let compared = with_roles().filter(|(_, role)| **role != Role::Context);
    let axes: BTreeSet<Option<&str>> = compared.map(|(placed, _)| placed.position.axis()).collect();
    let is_left = |placed: &Placed<'_>, role: Role| {
        let may_count = role == Role::Context && placed.is_asserted() && !placed.is_superseded;
        may_count && !(placed.is_determinate() && axes.contains(&placed.position.axis()))
    };
    // A failure tells enough without what is unclear.
    let is_told = |placed: &Placed<'_>| placed.is_determinate() || relation.agreement != Agreement::Conflict;
    let left = with_roles().filter(|(placed, role)| is_left(placed, **role) && is_told(placed));
    not_compared(table, &left.map(|(placed, _)| placed).collect::<Vec<_>>())
}

fn nothing_to_compare(table: &Table<'_>, subject: &Subject, column: &Column<'_>, relation: &Relation) -> String {
    let what = wording::the(&subject.to_string());
    match relation.agreement {
        Agreement::SingleSource => {
            let determinate: Vec<&Placed<'_>> = column.claims.iter().filter(|placed| placed.is_determinate()).collect();
            let who = wording::sources(table, determinate.iter().map(|placed| placed.article));
            let all: Vec<usize> = (0..column.claims.len()).collect();
            let said =
                answers(table, &column.claims, &all).iter().map(|answer| wording::shown(answer.placed)).collect();
            let value = format!(" ({})", wording::each_of(said));
            match wording::unclear(table, &column.claims) {
                Some(why) => format!("only {who} gives {what} in a way that can be compared{value}: {why}"),
                None => format!("only {who} gives {what}{value}: there is nothing to compare it with"),
            }
        }
        _ if relation.reasons.contains(&NOT_COMPARABLE) => {
            format!("the claims on {what} are in units or currencies that do not compare")
        }
        Agreement::Consistent
        | Agreement::Compatible
        | Agreement::Developing
        | Agreement::Conflict
        | Agreement::Absent
        | Agreement::Indeterminate => wording::nothing(table, subject, &column.claims).message,
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("n consistent across sources", "A: 5 | B: 5", "pass, consistent"),
            ("n consistent across sources", "A: 5 | B: 6", "fail, conflict"),
            ("n consistent across sources", "A: 5 | B: may 6", "no evidence, single source"),
            ("n consistent across sources", "A: 5 | B: may 6 | C: 5", "pass, consistent"),
            ("n consistent across sources", "A: 5 may 6 | B: 5", "pass, consistent"),
            ("n consistent across sources", "A: may 5 | B: may 6", "no evidence, indeterminate"),
            ("n consistent across sources", "A: 50 | B: about 50", "pass, compatible, hedge differs"),
            ("n consistent across sources", "A: 5 | B: 5 | C: 6", "fail, conflict"),
            ("n consistent across sources", "A: 5 6", "fail, conflict, within one article"),
            ("n consistent across sources", "A: 5 | A: 6", "fail, conflict, within one source"),
            ("n consistent across sources", "A: 5 | A: 6 | B: 5", "fail, conflict, within one source"),
            ("n consistent across sources", "A: 5 6 | A: 6", "fail, conflict, within one article"),
            ("n consistent across sources", "A: 5 6 | B: 5", "fail, conflict, within one article"),
            ("n consistent across sources", "A: over 10 | B: 10", "pass, compatible, hedge differs"),
            ("n consistent across sources", "A: over 10 | B: under 10", "fail, conflict"),
            ("n consistent across sources", "A: over 10 | B: 500", "pass, compatible, bounds far apart"),
            ("n consistent across sources", "A: 1-9 | B: 5", "pass, compatible, less precise"),
            ("n consistent across sources", "A: 1-9 | B: 5-12", "pass, compatible, imprecise"),
            ("n consistent across sources", "A: part 2 | B: 9", "pass, compatible, part"),
            ("n consistent across sources", "A: part 2 | B: 9 | C: 8", "fail, conflict"),
            ("n consistent across sources within 5", "A: 50 | B: 54", "pass, consistent"),
            ("n consistent across sources within 5", "A: 50 | B: 54 | C: 56", "fail, conflict"),
            ("n consistent across sources within 10 %", "A: 90 | B: 100", "pass, consistent"),
            ("n consistent across sources within 10 %", "A: 89 | B: 100", "fail, conflict"),
            ("c consistent across sources", "A: x | B: x", "pass, consistent"),
            ("c consistent across sources", "A: x | B: y | C: y", "fail, conflict"),
        ]);
    }

    #[test]
    fn says_what_each_source_says() {
        for (sentence, story, expected) in [
            ("n consistent across sources", "A: 5 | B: 5 | C: 5", "3 sources agree on the n: 5"),
            (
                "n consistent across sources",
                "A: 50 | B: about 50 | C: over 40 | D: 50",
                "4 sources are compatible on the n: 50 (A and D), 45 to 55 (B) and more than 40 (C)",
            ),
            (
                "n consistent across sources",
                "A: about 50 | B: about 51 | C: about 52 | D: about 53 | E: about 49 | F: over 1",
                "6 sources are compatible on the n: 44.1 to 53.9 (E), 45 to 55 (A), 45.9 to 56.1 (B) and 3 more",
            ),
            (
                "n consistent across sources",
                "A: part 2 | B: 9",
                "A and B are compatible on the n: 9 (B) and 2 (A, as a part)",
            ),
            (
                "up consistent across sources",
                "A@01: 5 part 2 | B@02: 7",
                "A and B differ on the up only as time goes on: from 5 (1 January 2022) to 7 (2 January 2022)",
            ),
            (
                "up consistent across sources",
                "A@01: 5 | B@02: 7 | C@03: 6 | D@04: 9",
                "the up went down from 7 (B, 2 January 2022) to 6 (C, 3 January 2022), and it should only rise",
            ),
            (
                "down consistent across sources",
                "A@01: 5 | B@02: 7 | C@03: 6 | D@04: 9",
                "the down went up from 5 (A, 1 January 2022) to 7 (B, 2 January 2022), and it should only fall; it also went up from 6 (C, \
                 3 January 2022) to 9 (D, 4 January 2022)",
            ),
            ("n consistent across sources", "A: part 2 | B: 2", "A and B agree on the n: 2"),
            (
                "n consistent across sources",
                "A: $5 | B: €6 | C: $5",
                "A and C agree on the n: 5 $s; B gives 6 €s, which cannot be compared with it",
            ),
            (
                "n consistent across sources within 5",
                "A: 80 | B: 82 | C: 82",
                "3 sources agree on the n within 5: 82 (B and C) and 80 (A)",
            ),
            ("n consistent across sources within 5", "A: 80 | B: 80", "A and B agree on the n: 80"),
            (
                "n consistent across sources",
                "A: $5 €6 | B: $5 | C: ?",
                "A and B agree on the n: 5 $s; A gives 6 €s, which cannot be compared with it; \
                 `?` in C is unclear, because it names no day",
            ),
            (
                "n consistent across sources",
                "A: $5 | B: $7 | C: €6",
                "A gives the n as 5 $s; B gives 7 $s; C gives 6 €s, which cannot be compared with it",
            ),
            ("n consistent across sources", "A: 5 | B: 5 | C: may 6", "A and B agree on the n: 5"),
            (
                "n consistent across sources",
                "A: 50 | B: about 50 | C: 9 | D: over 40",
                "3 sources give the n as 50, 45 to 55 or more than 40; C gives 9",
            ),
            (
                "n consistent across sources",
                "A: 5 about 5 | B:",
                "only A gives the n (5 and 4.5 to 5.5): there is nothing to compare it with",
            ),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }

    #[test]
    fn has_nothing_to_compare() {
        check(&[
            ("n consistent across sources", "A: | B:", "no evidence, absent"),
            ("n consistent across sources", "A: 5 | B:", "no evidence, single source"),
            ("n consistent across sources", "A: 5 | A: 5", "no evidence, single source"),
            ("n consistent across sources", "A: ? | B: ?", "no evidence, indeterminate"),
            ("n consistent across sources", "A: 5 | B: ?", "no evidence, single source"),
            ("n consistent across sources", "A: $5 | B: €6", "no evidence, indeterminate, not comparable"),
            ("n consistent across sources", "A: $5 | B: €6 | C: $5", "pass, consistent, not all comparable"),
            ("n consistent across sources", "A: $5 €6 | B: €6 | C: $5", "pass, consistent"),
            ("n consistent across sources", "A: $5 | B: €6 | C: $7", "fail, conflict"),
        ]);
    }

    #[test]
    fn develops() {
        check(&[
            ("up consistent across sources", "A@01: 5 | B@02: 7", "pass, developing"),
            ("up consistent across sources", "A@02: 5 | B@01: 7", "fail, conflict"),
            ("up consistent across sources", "A@01: 5 | B@01: 7", "pass, developing"),
            ("up consistent across sources", "A@01: 5 | B@02: 7 | C@03: about 6", "fail, conflict"),
            ("up consistent across sources", "A@01: 5 5 | B@02: 5", "pass, consistent"),
            ("up consistent across sources within 1", "A@01: 5 | B@02: 7", "pass, developing"),
            ("up consistent across sources within 1", "A@01: 7 | B@02: 5", "fail, conflict"),
            ("up consistent across sources within 2", "A@01: 7 | B@02: 5", "pass, consistent"),
            ("down consistent across sources", "A@01: 7 | B@02: 5", "pass, developing"),
            ("down consistent across sources", "A@01: 5 | B@02: 7", "fail, conflict"),
        ]);
    }
}
