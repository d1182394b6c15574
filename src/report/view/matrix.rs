//! Topics down, sources across: what each source says on each topic, each form of words once.

use super::{
    Detail, FindingSide, NearlyView, Showing,
    finding::{self, SHOWN},
    told,
};
use crate::{
    finding::{Agreement, ClaimMeaning, Evidence, PublishedValue, Role, StoryReport, TopicEntry},
    fold,
    value::Kind,
};
use std::collections::{BTreeMap, BTreeSet};

/// The values of more sources than this are counted and not shown.
const MOST_SOURCES: usize = 30;

/// What the sources of a story say on its topics.
#[derive(Debug)]
pub struct Matrix<'r> {
    /// The topics: the rows.
    pub topics: Vec<&'r TopicEntry>,
    /// The sources, in the order of their first article.
    pub sources: SourceColumns<'r>,
    /// The marks in the cells.
    pub marks: BTreeSet<CellMark>,
    /// What silent sources nearly say.
    pub nearly: NearlyView<'r>,
}

/// The columns of a matrix.
#[derive(Debug)]
pub enum SourceColumns<'r> {
    /// Each source with its cells, a row each.
    Each(Vec<(&'r str, Vec<MatrixCell<'r>>)>),
    /// So many sources that it is only counted, for each row, how many give a value.
    Counted {
        /// How many there are.
        all: usize,
        /// How many give a value.
        giving: Vec<usize>,
    },
}

/// What one source says on a topic; nothing where it is silent.
#[derive(Debug, Default)]
pub struct MatrixCell<'r> {
    /// Each form of words once, in the order of the text.
    pub forms: Vec<SpokenForm>,
    /// Whether it stands against others, and no rule allows that.
    pub role: CellRole,
    /// Whether it is silent and nearly says something.
    pub is_near: bool,
    /// Its claims, in the order of the text.
    pub claims: Vec<&'r Evidence>,
}

/// What a cell is beside the others of its topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellStanding {
    /// It gives what the others give, or what most give.
    Agrees,
    /// It gives something else.
    Differs,
    /// It gives something else, as near as the rules allow.
    Tolerated,
    /// It gives a figure that changes with time.
    Develops,
    /// Nobody else gives anything.
    Alone,
    /// What it gives is only said to be possible, or cannot be compared.
    Open,
    /// It is silent, and nearly says something.
    Near,
    /// It is silent.
    Silent,
}

/// Whether a cell is to be seen from afar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellRole {
    /// No.
    #[default]
    Plain,
    /// It stands against others, and no rule allows that.
    Against,
}

/// Words of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenForm {
    /// As they are written, with what they stand for where they do not place it, and under `--verbose` with whose words they are,
    /// where a rule asks that.
    pub words: String,
    /// What a reader must know of them.
    pub mark: Option<CellMark>,
}

/// A mark behind the words of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellMark {
    /// It rests on a date of publication that is probably wrong.
    Blamed,
    /// It cannot be compared.
    Unclear,
    /// It is only said to be possible.
    Possible,
}

impl<'r> Matrix<'r> {
    /// The matrix of a story; none where it has no topic. Where there are many sources, it is counted who gives a value.
    pub(super) fn new(story: &'r StoryReport, detail: Detail) -> Option<Self> {
        let whole = Self::whole(story, detail)?;
        Some(match (&whole.sources, detail) {
            (SourceColumns::Each(columns), Detail::Quiet | Detail::Normal) if columns.len() > MOST_SOURCES => {
                let counted = Self::counted(whole.topics, columns);
                Self { nearly: whole.nearly, ..counted }
            }
            (SourceColumns::Each(_) | SourceColumns::Counted { .. }, _) => whole,
        })
    }

    /// The same with each source, however many there are.
    pub(super) fn whole(story: &'r StoryReport, detail: Detail) -> Option<Self> {
        if story.topics.is_empty() {
            return None;
        }
        // Sources are one where their names are, however each article writes it.
        let mut names: Vec<&'r str> = Vec::new();
        let mut index = BTreeMap::new();
        for article in &story.articles {
            index.entry(fold::source(&article.source)).or_insert_with(|| {
                names.push(&article.source);
                names.len() - 1
            });
        }
        let mut columns: Vec<(&str, Vec<MatrixCell<'_>>)> = names.into_iter().map(|name| (name, Vec::new())).collect();
        for topic in &story.topics {
            columns.iter_mut().for_each(|(_, cells)| cells.push(MatrixCell::default()));
            let mut known = BTreeSet::new();
            for claim in &topic.claims {
                let at = index.get(&fold::source(claim.source())).copied();
                let cell = at.and_then(|at| columns.get_mut(at)).and_then(|(_, cells)| cells.last_mut());
                let Some(cell) = cell else { continue };
                let form = SpokenForm::new(claim, topic, detail);
                if claim.role == Role::Opposes && topic.tolerated.is_none() {
                    cell.role = CellRole::Against;
                }
                if known.insert((at, fold::words(&form.words).into_owned(), form.mark)) {
                    cell.forms.push(form);
                }
                cell.claims.push(claim);
            }
            for found in &topic.nearly {
                let at = index.get(&fold::source(found.words.source())).copied();
                let cell = at.and_then(|at| columns.get_mut(at)).and_then(|(_, cells)| cells.last_mut());
                cell.into_iter().for_each(|cell| cell.is_near = true);
            }
        }
        let nearly = NearlyView::of_story(&story.topics, detail);
        Some(Self { nearly, ..Self::of_each(story.topics.iter().collect(), columns) })
    }

    fn of_each(topics: Vec<&'r TopicEntry>, columns: Vec<(&'r str, Vec<MatrixCell<'r>>)>) -> Self {
        let forms = columns.iter().flat_map(|(_, cells)| cells).flat_map(|cell| &cell.forms);
        let marks = forms.filter_map(|form| form.mark).collect();
        Self { topics, sources: SourceColumns::Each(columns), marks, nearly: NearlyView::default() }
    }

    fn counted(topics: Vec<&'r TopicEntry>, columns: &[(&'r str, Vec<MatrixCell<'r>>)]) -> Self {
        let gives = |row: usize| {
            let gives = |cells: &[MatrixCell<'_>]| cells.get(row).is_some_and(|cell| !cell.forms.is_empty());
            columns.iter().filter(|(_, cells)| gives(cells)).count()
        };
        let giving = (0..topics.len()).map(gives).collect();
        let sources = SourceColumns::Counted { all: columns.len(), giving };
        Self { topics, sources, marks: BTreeSet::new(), nearly: NearlyView::default() }
    }
}

impl<'r> MatrixCell<'r> {
    /// What it is beside the others of its topic.
    #[must_use]
    pub fn standing(&self, topic: &TopicEntry) -> CellStanding {
        let any = |is_it: fn(&Evidence) -> bool| self.claims.iter().any(|claim| is_it(claim));
        if self.claims.is_empty() {
            return if self.is_near { CellStanding::Near } else { CellStanding::Silent };
        }
        if !any(|claim| claim.role != Role::Context) {
            return CellStanding::Open;
        }
        let differs = any(|claim| claim.role == Role::Opposes);
        match topic.agreement {
            Agreement::Conflict if differs && topic.tolerated.is_some() => CellStanding::Tolerated,
            Agreement::Conflict if differs => CellStanding::Differs,
            Agreement::Conflict | Agreement::Consistent | Agreement::Compatible => CellStanding::Agrees,
            Agreement::Developing => CellStanding::Develops,
            Agreement::SingleSource => CellStanding::Alone,
            Agreement::Absent | Agreement::Indeterminate => CellStanding::Open,
        }
    }

    /// Its claims in their sentences, as many as are shown.
    #[must_use]
    pub fn side(&self, detail: Detail) -> FindingSide<'r> {
        let claims = told::told(self.claims.iter().copied(), detail);
        finding::side(None, Showing::Excerpt, claims, SHOWN, detail)
    }
}

impl SpokenForm {
    fn new(claim: &Evidence, topic: &TopicEntry, detail: Detail) -> Self {
        let is_blamed = claim.role == Role::Opposes && topic.blames.as_deref() == Some(claim.article());
        let mark = match claim.meaning() {
            _ if !claim.status.is_asserted() => Some(CellMark::Possible),
            Some(ClaimMeaning::Unclear(_)) => Some(CellMark::Unclear),
            None | Some(ClaimMeaning::Reads(_)) => is_blamed.then_some(CellMark::Blamed),
        };
        let speaker = claim.said.as_deref().filter(|_| detail == Detail::Verbose);
        let said_by = speaker.map_or_else(String::new, |said| format!(", said by {}", said.speaker));
        Self { words: value(claim) + &said_by, mark }
    }
}

/// A choice by its name; all else as it is written, with what it stands for where the words do not place it.
fn value(claim: &Evidence) -> String {
    let fields = claim.value().map(PublishedValue::fields).unwrap_or_default();
    let key = |key: &str| fields.get(key)?.as_str();
    let kind = key("kind").and_then(Kind::find);
    let choice = kind.filter(|kind| kind.is_choice()).and_then(|kind| key(kind.facts().key?));
    let written = choice.or_else(|| key("text")).or(claim.exact()).unwrap_or_default();
    match claim.brief() {
        Some(brief) if !written.contains(brief) => format!("{written} ({brief})"),
        Some(_) | None => written.to_string(),
    }
}
