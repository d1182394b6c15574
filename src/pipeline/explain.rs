//! `crosscheck explain`: a rule or a topic from its sentence to the words of the articles; and one article, marked.

use super::{
    Progress,
    silence::{NearlyByStory, nearly_found},
    story_topics,
};
use crate::{
    article::Property,
    claim::{self, ArticleClaims, Construction, Every, FoundWords, Inspection, Matter, SubjectId, Topic},
    diagnostic::{Code, Diagnostic},
    finding::{Evidence, Finding, NearlyFound, Report, Role, StoryReport},
    fold,
    placing::Position,
    project::Project,
    report::{
        ExplainedArticle, ExplainedClaim, ExplainedPiece, ExplainedRule, ExplainedStory, ExplainedSubject, Explanation,
        NearMiss, Record, RuleAnswer,
    },
    rule::{Rule, StoryTopics, meaning},
    saying, suggest,
    table::{Column, Placed, Placing, Table},
    value,
};
use std::{collections::BTreeMap, fmt};

/// What is asked about.
enum ExplainedThing<'p> {
    /// A rule.
    Rule(&'p Rule),
    /// A declared topic.
    Topic(&'p Topic),
}

/// Explains the rule of this id or sentence, or the topic of this name; and every mistake that was found on the way. Two
/// rules of one id are of two stories.
///
/// # Errors
/// Nothing is called so: what could be meant, and what there is.
pub fn explain(
    project: &Project,
    name: &str,
    progress: Progress<'_>,
) -> Result<(Vec<Explanation>, Vec<Diagnostic>), NothingCalled> {
    let asked = find(project, name)?;
    let topics = story_topics(project);
    let stories = project.stories.iter().map(|story| story.name.as_str());
    let looked_at = StoryTopics::named(&project.rules, stories, &subjects(&asked), &project.lexicon);
    let found = super::articles(project, progress, |story, article| {
        let claims = claim::extract(&article, &story.name, story.timezone.as_deref(), topics.of(&story.name)?);
        Some((claims, claim::inspect(&article, looked_at.of(&story.name)?)))
    });
    let (mut records, mut inspected) = (Vec::new(), BTreeMap::new());
    records.extend(project.diagnostics.iter().cloned().map(Record::Diagnostic));
    for (read, diagnostics) in found {
        records.extend(diagnostics.into_iter().map(Record::Diagnostic));
        if let Some((claims, inspections)) = read.flatten() {
            inspected.insert((claims.story.clone(), claims.article.clone()), inspections);
            records.push(Record::Article(claims));
        }
    }
    let claims: Vec<ArticleClaims> = records.iter().filter_map(article_of).cloned().collect();
    let (diagnostics, articles) = super::parted(project.diagnostics.clone(), records);
    let report = super::judged(project, diagnostics, &articles);
    let subjects = subjects(&asked);
    let nearly = nearly_found(project, &project.stories, &claims, &|topic| subjects.contains(&topic.subject));
    let explaining =
        ExplainingProject { project, claims: &claims, report: &report, inspected: &inspected, nearly: &nearly };
    let explanations = asked.iter().map(|asked| explaining.explain(asked)).collect();
    Ok((explanations, super::in_order(report.diagnostics.clone())))
}

fn article_of(record: &Record) -> Option<&ArticleClaims> {
    match record {
        Record::Article(claims) => Some(claims),
        Record::Diagnostic(_) => None,
    }
}

/// The rules of an id or a sentence, else the topics of a name.
fn find<'p>(project: &'p Project, name: &str) -> Result<Vec<ExplainedThing<'p>>, NothingCalled> {
    let wanted = fold::words(name);
    let rules = || project.rules.rules.iter();
    let by = |is: &dyn Fn(&Rule) -> bool| -> Vec<ExplainedThing<'p>> {
        rules().filter(|rule| is(rule)).map(ExplainedThing::Rule).collect()
    };
    let is_sentence =
        |rule: &Rule| fold::words(&rule.sentence) == wanted || fold::words(&rule.tree.to_string()) == wanted;
    let topics = project
        .rules
        .topics
        .iter()
        .filter(|topic| fold::words(topic.name()) == wanted)
        .map(ExplainedThing::Topic)
        .collect();
    let ways = [by(&|rule| rule.id == name), by(&|rule| fold::words(&rule.id) == wanted), by(&is_sentence), topics];
    ways.into_iter().find(|found| !found.is_empty()).ok_or_else(|| NothingCalled::new(project, name))
}

/// Nothing is called so: what could be meant, and what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingCalled {
    /// What was asked for.
    pub name: String,
    /// The rule, the topic or the code that is written most like it.
    pub near: Option<String>,
    /// The ids of the rules, each once.
    pub rules: Vec<String>,
    /// The names of the topics, each once.
    pub topics: Vec<String>,
}

impl NothingCalled {
    fn new(project: &Project, name: &str) -> Self {
        let (rules, topics) = (&project.rules.rules, &project.rules.topics);
        let ids = rules.iter().map(|rule| rule.id.as_str());
        let names = topics.iter().map(|topic| topic.name());
        let sentences = rules.iter().map(|rule| rule.sentence.as_str());
        let mut known: Vec<&str> = ids.clone().chain(names.clone()).chain(sentences).collect();
        known.extend(Code::all().map(|code| code.name()));
        let near = suggest::nearest(name, known).map(str::to_string);
        Self { name: name.to_string(), near, rules: each_once(ids), topics: each_once(names) }
    }
}

fn each_once<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut listed: Vec<String> = Vec::new();
    for name in names {
        if !listed.iter().any(|one| one == name) {
            listed.push(name.to_string());
        }
    }
    listed
}

impl fmt::Display for NothingCalled {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "there is no rule, no topic and no code `{}`", self.name)?;
        if let Some(near) = &self.near {
            write!(to, "; did you mean `{near}`?")?;
        }
        for (what, names) in [("rules", &self.rules), ("topics", &self.topics)] {
            match names.as_slice() {
                [] => write!(to, "\nthere are no {what}")?,
                [..] => write!(to, "\nthe {what} are: {}", names.join(", "))?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for NothingCalled {}

/// The subjects that are looked at more closely, each once.
fn subjects(asked: &[ExplainedThing<'_>]) -> Vec<SubjectId> {
    let mut subjects: Vec<SubjectId> = Vec::new();
    for asked in asked {
        let own = match asked {
            ExplainedThing::Topic(topic) => vec![topic.subject.clone()],
            ExplainedThing::Rule(rule) => rule.tree.subjects().map(|subject| subject.id).collect(),
        };
        for id in own {
            if !subjects.contains(&id) {
                subjects.push(id);
            }
        }
    }
    subjects
}

/// Inspections by story and article.
type Inspected = BTreeMap<(String, String), Vec<Inspection>>;

struct ExplainingProject<'a> {
    project: &'a Project,
    claims: &'a [ArticleClaims],
    report: &'a Report,
    inspected: &'a Inspected,
    nearly: &'a NearlyByStory,
}

impl ExplainingProject<'_> {
    fn explain(&self, asked: &ExplainedThing<'_>) -> Explanation {
        let topics = &self.project.rules.topics;
        let (rule, pieces, only) = match asked {
            ExplainedThing::Rule(rule) => (Some(explained(rule)), pieces(rule, topics), &rule.story),
            ExplainedThing::Topic(topic) => {
                let words = topic.name().to_string();
                let (end, means) = (words.len(), meaning::of_topic(topic));
                (None, vec![ExplainedPiece { start: 0, end, words, sort: "topic", means }], &topic.story)
            }
        };
        let stories = self.report.stories.iter();
        let stories = stories.filter(|story| only.as_ref().is_none_or(|only| *only == story.story));
        Explanation { version: 1, rule, pieces, stories: stories.map(|story| self.story(asked, story)).collect() }
    }

    fn story(&self, asked: &ExplainedThing<'_>, report: &StoryReport) -> ExplainedStory {
        let derived = self.project.rules.derived();
        let topics = self.project.rules.topics.iter().chain(&derived);
        let own = self.claims.iter().filter(|claims| claims.story == report.story);
        let spellings = self.project.rules.spellings(&report.story);
        let table = Table::new(&report.story, own, topics, &spellings, Placing::shelf(&self.project.lexicon));
        let finding = match asked {
            ExplainedThing::Rule(rule) => {
                report.findings.iter().find(|found| found.place == rule.place && found.rule == rule.id)
            }
            ExplainedThing::Topic(_) => None,
        };
        let subjects = subjects(std::slice::from_ref(asked));
        let columns = subjects.iter().filter_map(|id| table.column(id));
        let subjects = columns.map(|column| self.subject(&table, column, finding)).collect();
        ExplainedStory { story: report.story.clone(), answer: finding.map(answer), subjects }
    }

    fn subject(&self, table: &Table<'_>, column: &Column<'_>, finding: Option<&Finding>) -> ExplainedSubject {
        let is_one_thing = column.topic.subject.declared().is_some();
        let articles = (0..table.articles.len()).filter_map(|at| self.article(table, column, finding, at)).collect();
        let reasons = column.relation.reasons.iter();
        ExplainedSubject {
            subject: column.topic.subject.to_string(),
            agreement: is_one_thing.then_some(column.relation.agreement),
            reasons: if is_one_thing { reasons.map(ToString::to_string).collect() } else { Vec::new() },
            nearly: self.nearly(table.story, column.topic),
            articles,
        }
    }

    fn nearly(&self, story: &str, topic: &Topic) -> Vec<NearlyFound> {
        let all = self.nearly.get(story).into_iter().flatten();
        all.filter(|nearly| topic.subject.declared() == Some(nearly.topic.as_str())).cloned().collect()
    }

    fn article(
        &self,
        table: &Table<'_>,
        column: &Column<'_>,
        finding: Option<&Finding>,
        at: usize,
    ) -> Option<ExplainedArticle> {
        let article = table.articles.get(at)?;
        let key = (article.story.clone(), article.article.clone());
        let inspections = self.inspected.get(&key).map_or(&[][..], Vec::as_slice);
        let inspection = inspections.iter().find(|inspection| inspection.subject == column.topic.subject);
        let claims = column.claims.iter().zip(&column.relation.roles).filter(|(placed, _)| placed.article == at);
        let claims = claims.map(|(placed, role)| {
            let evidence = table.evidence(placed, *role);
            let role = match finding {
                Some(finding) => role_in(finding, &evidence),
                None => Some(*role),
            };
            claim(table, column, placed, inspection, role)
        });
        // Where nobody compares the claims of a column, they have no roles of their own.
        let is_compared = column.relation.roles.len() == column.claims.len();
        let uncompared = column.claims.iter().filter(|placed| placed.article == at && !is_compared);
        let uncompared = uncompared.map(|placed| {
            let evidence = table.evidence(placed, Role::Context);
            claim(table, column, placed, inspection, finding.and_then(|finding| role_in(finding, &evidence)))
        });
        let claims = claims.filter(|_| is_compared).chain(uncompared).collect();
        let nearly = inspection.map(|inspection| inspection.missed.iter().map(near_miss).collect());
        Some(ExplainedArticle {
            article: article.article.clone(),
            source: article.metadata.source.clone(),
            published: article.metadata.published.map(|day| day.to_string()),
            published_from: article.metadata.published_from.clone(),
            claims,
            nearly: nearly.unwrap_or_default(),
        })
    }
}

fn explained(rule: &Rule) -> ExplainedRule {
    ExplainedRule {
        id: rule.id.clone(),
        sentence: rule.sentence.clone(),
        canonical: rule.tree.to_string(),
        severity: rule.severity,
        why: rule.why.clone(),
        place: rule.place.clone(),
    }
}

fn pieces(rule: &Rule, topics: &[Topic]) -> Vec<ExplainedPiece> {
    let piece = |piece: meaning::SentencePiece| ExplainedPiece {
        start: piece.place.start,
        end: piece.place.end,
        words: piece.words,
        sort: piece.sort,
        means: piece.means,
    };
    let own: Vec<Topic> =
        topics.iter().filter(|topic| rule.story.as_deref().is_none_or(|story| topic.is_of(story))).cloned().collect();
    meaning::pieces(&rule.tree, &own).into_iter().map(piece).collect()
}

fn answer(finding: &Finding) -> RuleAnswer {
    RuleAnswer {
        outcome: finding.outcome,
        agreement: finding.agreement,
        reasons: finding.reasons.clone(),
        message: finding.message.clone(),
        blames: finding.blames.clone(),
    }
}

/// What a claim does in a finding; nothing where the finding does not rest on it.
fn role_in(finding: &Finding, claim: &Evidence) -> Option<Role> {
    let is_same = |other: &&Evidence| {
        other.article() == claim.article() && other.range() == claim.range() && other.fingerprint == claim.fingerprint
    };
    finding.evidence.iter().find(is_same).map(|evidence| evidence.role)
}

fn claim(
    table: &Table<'_>,
    column: &Column<'_>,
    placed: &Placed<'_>,
    inspection: Option<&Inspection>,
    role: Option<Role>,
) -> ExplainedClaim {
    let (claim, value) = (placed.claim, &placed.claim.value);
    let place = claim.quote.range();
    let own = inspection.iter().flat_map(|inspection| &inspection.found);
    let mut own: Vec<&FoundWords> = own.filter(|found| (found.start..found.end) == place).collect();
    // What a phrase says word for word needs no other.
    if own.iter().any(|found| found.construction == Construction::InOrder) {
        own.retain(|found| found.construction == Construction::InOrder);
    }
    let mut phrases: Vec<String> = Vec::new();
    for found in &own {
        if !phrases.contains(&found.phrase) {
            phrases.push(found.phrase.clone());
        }
    }
    let metadata = table.articles.get(placed.article).map(|article| &article.metadata);
    let from = metadata.and_then(|metadata| metadata.published_from.as_deref());
    let mut because = because(table, column, placed, from);
    if let (Position::Indeterminate(_), Some(Role::Supports | Role::Opposes | Role::Violates)) =
        (&placed.position, role)
    {
        because.push("it is compared with the other dates of its own article".to_string());
    }
    because.extend(construction(&own));
    because.extend((!placed.is_asserted()).then(|| "its clause says that it may be so, not that it is".to_string()));
    because.extend(claim.damage.map(|damage| damage.said().to_string()));
    let means = match placed.position {
        Position::Indeterminate(_) => Some("unclear".to_string()),
        // What a quotation is compared by is no meaning of its words.
        Position::Word(_) if !is_told(value) => None,
        Position::On { .. } | Position::Word(_) => saying::reading(value, &placed.position, column.units),
    };
    ExplainedClaim {
        words: claim.quote.clone(),
        part: claim.part.name(),
        phrases,
        value: saying::shape(value, Some(&placed.position), table.placing.lexicon).into(),
        means,
        because,
        role,
    }
}

/// In which construction a claim stands, where no phrase has its words in order.
fn construction(found: &[&FoundWords]) -> Option<String> {
    let first = found.first().filter(|found| found.construction != Construction::InOrder)?;
    Some(format!("the phrase is found in another construction: {}", first.construction))
}

/// Why a claim means what it means. What an article says about itself is not worked out, but given somewhere.
fn because(table: &Table<'_>, column: &Column<'_>, placed: &Placed<'_>, from: Option<&str>) -> Vec<String> {
    let claim = placed.claim;
    match column.topic.subject.matter {
        Matter::Topic(_) | Matter::Every(Every::Kind(_)) => {
            let mut reasons = saying::because(
                &claim.value,
                &table.situation(placed.article),
                from,
                &placed.position,
                table.placing.lexicon,
            );
            reasons.extend(table.spellings.because(&claim.value));
            reasons
        }
        Matter::Property(Property::PublicationDate) => {
            from.map(|from| format!("given by {from}")).into_iter().collect()
        }
        Matter::Property(Property::Headline | Property::Source | Property::UrlDate)
        | Matter::Every(Every::Sentence | Every::BoilerplateLine | Every::UnnamedSource | Every::Article) => Vec::new(),
    }
}

fn near_miss(missed: &claim::Missed) -> NearMiss {
    NearMiss {
        words: missed.quote.clone(),
        part: missed.part.name(),
        phrase: missed.phrase.clone(),
        because: missed.obstacles.iter().map(ToString::to_string).collect(),
        distance: missed.distance,
    }
}

/// Whether what a value means is worth saying beside its words: the words of a name or a quotation say it.
pub(super) fn is_told(value: &value::Value) -> bool {
    !value.kind.facts().wide
}
