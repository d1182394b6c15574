//! A report as a page that is searched and unfolded: nothing is left out of it but what is long, and each finding has an address.

use super::{
    ChangesView, Detail, FindingView, Matrix, Tally, TimeLine,
    finding::{FindingSide, RuleView},
    with_findings,
};
use crate::{
    finding::{ArticleEntry, Evidence, Finding, Outcome, Report, Role, RuleOutcome, Severity, StoryReport},
    fold,
};
use std::collections::{BTreeMap, BTreeSet};

/// Of more findings than this, all are folded at first.
const UNFOLDED: usize = 12;

/// What stands on a page.
#[derive(Debug)]
pub struct PageView<'r> {
    /// Its stories, in order.
    pub stories: Vec<PageStory<'r>>,
    /// The counts of its first line.
    pub tally: Tally,
    /// Whether failures are unfolded from the start, because there are few.
    pub is_unfolded: bool,
    /// How many findings are of each standing; only of those that there are.
    pub standings: Vec<(FindingStanding, usize)>,
    /// How many findings each rule has, in their order.
    pub rules: Vec<(&'r str, usize)>,
    /// How many findings each source has a part in, in the order of their first article.
    pub sources: Vec<(&'r str, usize)>,
}

/// What a finding is to a reader who chooses among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingStanding {
    /// A failure of this severity.
    Failure(Severity),
    /// There was nothing to compare.
    Open,
    /// Somebody accepted it.
    Suppressed,
    /// The rule holds.
    Pass,
}

impl FindingStanding {
    /// The gravest first.
    const ALL: [Self; 6] = [
        Self::Failure(Severity::Error),
        Self::Failure(Severity::Warning),
        Self::Failure(Severity::Note),
        Self::Open,
        Self::Suppressed,
        Self::Pass,
    ];

    fn of(finding: &Finding) -> Self {
        match finding.outcome {
            Outcome::Pass => Self::Pass,
            Outcome::Fail | Outcome::NoEvidence if finding.suppressed.is_some() => Self::Suppressed,
            Outcome::Fail | Outcome::NoEvidence if finding.failure => Self::Failure(finding.severity),
            Outcome::Fail | Outcome::NoEvidence => Self::Open,
        }
    }
}

/// What stands there of a story.
#[derive(Debug)]
pub struct PageStory<'r> {
    /// Its name.
    pub story: &'r str,
    /// Its articles.
    pub articles: &'r [ArticleEntry],
    /// How many sources they have.
    pub sources: usize,
    /// What does not hold, or had nothing to compare.
    pub findings: Vec<PageFinding<'r>>,
    /// What is accepted.
    pub suppressed: Vec<PageFinding<'r>>,
    /// What holds.
    pub passes: Vec<PageFinding<'r>>,
    /// Topics down, sources across; none where there is no topic, or little is wanted.
    pub matrix: Option<Matrix<'r>>,
    /// The dates that are claimed; none where there are none, or little is wanted.
    pub time_line: Option<TimeLine<'r>>,
    /// Articles that share an origin; none where little is wanted.
    pub origins: Vec<PageOrigin<'r>>,
    /// What changed since its snapshot.
    pub changes: ChangesView<'r>,
}

/// A finding with its address.
#[derive(Debug)]
pub struct PageFinding<'r> {
    /// What is drawn of it.
    pub view: FindingView<'r>,
    /// What its rule asks of and could not be compared: with the last finding of the rule.
    pub unchecked: Option<FindingSide<'r>>,
    /// Its fingerprint, and behind that of one that has had it before a number: no two on a page have the same.
    pub anchor: String,
    /// What it is.
    pub standing: FindingStanding,
    /// The sources that have a part in it, by their number on the page: those at fault, else those in support.
    pub sources: BTreeSet<usize>,
}

/// Articles of one origin.
#[derive(Debug)]
pub struct PageOrigin<'r> {
    /// They.
    pub articles: Vec<&'r ArticleEntry>,
    /// What binds two of them: "Herald and Radio share an agency (Wire)", by their paths where their source is one.
    pub bonds: Vec<[&'r str; 3]>,
}

impl<'r> PageView<'r> {
    /// The page of a report with so much in it.
    #[must_use]
    pub fn new(report: &'r Report, detail: Detail) -> Self {
        let mut drawing = PageDrawing::new(report, detail);
        let stories: Vec<PageStory<'r>> = report.stories.iter().map(|story| drawing.story(story)).collect();
        let all = || stories.iter().flat_map(PageStory::all);
        let standings = FindingStanding::ALL.map(|one| (one, all().filter(|found| found.standing == one).count()));
        let mut rules: Vec<(&str, usize)> = Vec::new();
        let mut index = BTreeMap::new();
        for found in all() {
            let rule = found.view.finding.rule.as_str();
            let at = *index.entry(rule).or_insert_with(|| {
                rules.push((rule, 0));
                rules.len() - 1
            });
            rules.get_mut(at).into_iter().for_each(|(_, number)| *number += 1);
        }
        let mut sources: Vec<(&str, usize)> = drawing.names.iter().map(|name| (*name, 0)).collect();
        for number in all().flat_map(|found| &found.sources) {
            sources.get_mut(*number).into_iter().for_each(|(_, count)| *count += 1);
        }
        Self {
            tally: Tally::new(report),
            is_unfolded: stories.iter().map(|story| story.findings.len()).sum::<usize>() <= UNFOLDED,
            standings: standings.into_iter().filter(|(_, number)| *number > 0).collect(),
            rules,
            sources,
            stories,
        }
    }
}

impl<'r> PageStory<'r> {
    /// All its findings, in the order of the page.
    pub fn all(&self) -> impl Iterator<Item = &PageFinding<'r>> {
        self.findings.iter().chain(&self.suppressed).chain(&self.passes)
    }
}

/// What is known of a page while its stories are drawn.
struct PageDrawing<'r> {
    detail: Detail,
    /// The sources of all stories.
    names: Vec<&'r str>,
    number_of: BTreeMap<String, usize>,
    /// How many findings had a fingerprint.
    seen: BTreeMap<String, usize>,
}

impl<'r> PageDrawing<'r> {
    fn new(report: &'r Report, detail: Detail) -> Self {
        let (mut names, mut number_of) = (Vec::new(), BTreeMap::new());
        for article in report.stories.iter().flat_map(|story| &story.articles) {
            number_of.entry(fold::source(&article.source).into_owned()).or_insert_with(|| {
                names.push(article.source.as_str());
                names.len() - 1
            });
        }
        Self { detail, names, number_of, seen: BTreeMap::new() }
    }

    fn story(&mut self, story: &'r StoryReport) -> PageStory<'r> {
        let (mut findings, mut suppressed, mut passes) = (Vec::new(), Vec::new(), Vec::new());
        for (rule, own) in with_findings(story) {
            for found in self.of_rule(rule, own) {
                match found.standing {
                    FindingStanding::Failure(_) | FindingStanding::Open => findings.push(found),
                    FindingStanding::Suppressed => suppressed.push(found),
                    FindingStanding::Pass => passes.push(found),
                }
            }
        }
        let sources: BTreeSet<_> = story.articles.iter().map(|article| fold::source(&article.source)).collect();
        let sources = sources.len();
        let changes = ChangesView::new(&story.comparison, self.detail);
        let (matrix, time_line, origins) = match self.detail {
            Detail::Quiet => (None, None, Vec::new()),
            Detail::Normal | Detail::Verbose => {
                (Matrix::whole(story, self.detail), TimeLine::new(story), origins(story))
            }
        };
        let (story, articles) = (story.story.as_str(), story.articles.as_slice());
        PageStory { story, articles, sources, findings, suppressed, passes, matrix, time_line, origins, changes }
    }

    fn of_rule(&mut self, rule: &'r RuleOutcome, own: &'r [Finding]) -> Vec<PageFinding<'r>> {
        // A page unfolds what it has: of a failure that is not even a line to look for.
        let detail = match self.detail {
            Detail::Quiet | Detail::Normal => Detail::Normal,
            Detail::Verbose => Detail::Verbose,
        };
        let mut wanted: Vec<&'r Finding> = own.iter().collect();
        if self.detail == Detail::Quiet {
            wanted.retain(|finding| finding.failure);
        }
        let RuleView { findings, mut unchecked } = RuleView::of(rule, wanted, detail);
        let last = findings.len();
        let drawn = findings.into_iter().enumerate().map(|(at, view)| PageFinding {
            unchecked: if at + 1 == last { unchecked.take() } else { None },
            anchor: self.anchor(view.finding),
            standing: FindingStanding::of(view.finding),
            sources: self.sources(view.finding),
            view,
        });
        drawn.collect()
    }

    fn anchor(&mut self, finding: &Finding) -> String {
        let fingerprint = finding.fingerprint.to_string();
        let seen = self.seen.entry(fingerprint.clone()).or_default();
        *seen += 1;
        match *seen {
            1 => fingerprint,
            more => format!("{fingerprint}-{more}"),
        }
    }

    fn sources(&self, finding: &Finding) -> BTreeSet<usize> {
        let of = |is_wanted: fn(Role) -> bool| -> BTreeSet<usize> {
            let wanted = finding.evidence.iter().filter(|claim| is_wanted(claim.role)).map(Evidence::source);
            wanted.filter_map(|source| self.number_of.get(&*fold::source(source)).copied()).collect()
        };
        let at_fault = of(|role| matches!(role, Role::Opposes | Role::Violates));
        if at_fault.is_empty() { of(|role| role == Role::Supports) } else { at_fault }
    }
}

fn origins(story: &StoryReport) -> Vec<PageOrigin<'_>> {
    let by_path: BTreeMap<&str, &ArticleEntry> =
        story.articles.iter().map(|article| (article.article.as_str(), article)).collect();
    let mut all = Vec::new();
    for shared in &story.origins {
        let bonds = shared.bonds.iter().map(|bond| {
            let sources =
                [&bond.one, &bond.other].map(|path| by_path.get(path.as_str()).map(|entry| entry.source.as_str()));
            match sources {
                [Some(one), Some(other)] if fold::source(one) != fold::source(other) => [one, other, &*bond.why],
                _ => [&*bond.one, &*bond.other, &*bond.why],
            }
        });
        let articles = shared.articles.iter().filter_map(|path| by_path.get(path.as_str()).copied());
        all.push(PageOrigin { articles: articles.collect(), bonds: bonds.collect() });
    }
    all
}
