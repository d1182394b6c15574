//! Topics down, sources across: how they agree, and each value as its article gives it.

use super::{
    Detail, Style,
    columns::{Paint, beginning, padded, painted, width, words, wrapped},
};
use crate::{
    finding::{Agreement, Evidence, Meaning, Role, StoryReport, TopicEntry},
    fold,
    saying::MONTHS,
};
use std::collections::{BTreeMap, BTreeSet};

/// The columns of a matrix where no terminal says otherwise.
const WIDTH: usize = 120;

/// The widest that a cell may be; a matrix that does not fit tries each in turn before it is cut into blocks.
const CELLS: &[usize] = &[30, 24, 20, 16];

/// What parts two columns.
const BETWEEN: &str = " │ ";

/// A cell of more columns than this is trimmed.
const LONGEST_CELL: usize = 90;

/// The values of more sources than this are counted and not shown.
const MOST_SOURCES: usize = 30;

/// What silence looks like.
const SILENCE: &str = "–";

/// The matrix of one story; nothing where it has no topic.
pub fn matrix(story: &StoryReport, style: &Style) -> String {
    if story.topics.is_empty() {
        return String::new();
    }
    let table = Table::new(story, style);
    let blocks: Vec<String> =
        table.blocks(style.width.unwrap_or(WIDTH)).iter().map(|block| print(block, style)).collect();
    let counted = table.counted.map(|all| {
        let note = format!("the values of {all} sources are counted here; --verbose shows each");
        format!("{}\n", painted(&note, Paint::Faint, style.colour))
    });
    format!("{}{}{}", blocks.join("\n"), legend(&table.marks, style), counted.unwrap_or_default())
}

/// What the marks in the cells mean, where there are some.
fn legend(marks: &BTreeSet<Mark>, style: &Style) -> String {
    let line = |mark: &Mark| format!("{}\n", painted(mark.meaning(), Paint::Faint, style.colour));
    marks.iter().map(line).collect()
}

/// A column of cells under its heading.
struct Column {
    heading: String,
    cells: Vec<Cell>,
    widest: usize,
}

/// A mark behind the words of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    /// It rests on a date of publication that is probably wrong.
    Blamed,
    /// It cannot be compared.
    Unclear,
}

impl Mark {
    fn sign(self) -> &'static str {
        match self {
            Self::Blamed => "!",
            Self::Unclear => "?",
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::Blamed => "! by a date of publication that is probably wrong",
            Self::Unclear => "? unclear, and compared with nothing",
        }
    }
}

/// The words of a cell and their colour.
struct Cell {
    words: String,
    paint: Option<Paint>,
}

impl Column {
    fn new(heading: String, cells: Vec<Cell>) -> Self {
        let widest = cells.iter().map(|cell| width(&cell.words)).chain([width(&heading)]).max().unwrap_or(0);
        Self { heading, cells, widest }
    }
}

/// A column and the columns of the terminal that it is given.
type Sized<'a> = (&'a Column, usize);

struct Table {
    topics: Column,
    agreement: Column,
    sources: Vec<Column>,
    marks: BTreeSet<Mark>,
    /// How many sources there are, where their values are counted and not shown.
    counted: Option<usize>,
}

impl Table {
    fn new(story: &StoryReport, style: &Style) -> Self {
        let mut sources: Vec<&str> = Vec::new();
        let mut index = BTreeMap::new();
        for article in &story.articles {
            index.entry(article.source.as_str()).or_insert_with(|| {
                sources.push(&article.source);
                sources.len() - 1
            });
        }
        let mut marks = BTreeSet::new();
        let mut columns: Vec<Vec<Cell>> = sources.iter().map(|_| Vec::new()).collect();
        for topic in &story.topics {
            let mut said: Vec<Said> = sources.iter().map(|_| Said::default()).collect();
            for claim in &topic.claims {
                if let Some(said) = index.get(claim.source.as_str()).and_then(|&at| said.get_mut(at)) {
                    said.add(claim, topic, &mut marks);
                }
            }
            columns.iter_mut().zip(said).for_each(|(cells, said)| cells.push(said.cell(style)));
        }
        let name = |topic: &TopicEntry| Cell { words: words(&topic.topic), paint: None };
        let mut table = Self {
            topics: Column::new("topic".into(), story.topics.iter().map(name).collect()),
            agreement: Column::new("agreement".into(), story.topics.iter().map(agreement).collect()),
            sources: sources.iter().zip(columns).map(|(source, cells)| Column::new(words(source), cells)).collect(),
            marks,
            counted: None,
        };
        match style.detail {
            Detail::Quiet | Detail::Normal if table.sources.len() > MOST_SOURCES => table.count(),
            Detail::Quiet | Detail::Normal | Detail::Verbose => {}
        }
        table
    }

    /// How many sources give a value, in place of the values of more sources than can be read.
    fn count(&mut self) {
        let all = self.sources.len();
        let giving = |row: usize| {
            let gives = |column: &&Column| column.cells.get(row).is_some_and(|cell| cell.words != SILENCE);
            self.sources.iter().filter(gives).count()
        };
        let cells =
            (0..self.topics.cells.len()).map(|row| Cell { words: format!("{} of {all}", giving(row)), paint: None });
        self.sources = vec![Column::new("sources".into(), cells.collect())];
        self.marks.clear();
        self.counted = Some(all);
    }

    /// The columns in one block where they fit, in several where they do not; each begins with the topics, the first with
    /// the agreement behind them.
    fn blocks(&self, room: usize) -> Vec<Vec<Sized<'_>>> {
        let sized = |cell: usize| -> Vec<Sized<'_>> {
            std::iter::once(&self.agreement)
                .chain(&self.sources)
                .map(|column| (column, column.widest.min(cell)))
                .collect()
        };
        let topics = (&self.topics, self.topics.widest.min(30).min(room / 3).max(5));
        let taken = |columns: &[Sized<'_>]| columns.iter().map(|(_, width)| width + width_of_gap()).sum::<usize>();
        if let Some(cell) = CELLS.iter().find(|cell| topics.1 + taken(&sized(**cell)) <= room) {
            return vec![[vec![topics], sized(*cell)].concat()];
        }
        let mut blocks = vec![vec![topics]];
        let mut used = topics.1;
        for column in sized(20) {
            if used + column.1 + width_of_gap() > room && used > topics.1 {
                blocks.push(vec![topics]);
                used = topics.1;
            }
            used += column.1 + width_of_gap();
            if let Some(block) = blocks.last_mut() {
                block.push(column);
            }
        }
        blocks
    }
}

fn width_of_gap() -> usize {
    width(BETWEEN)
}

/// What one source says on a topic, each form of words once.
#[derive(Default)]
struct Said {
    words: Vec<String>,
    known: BTreeSet<String>,
    opposes: bool,
}

impl Said {
    fn add(&mut self, claim: &Evidence, topic: &TopicEntry, marks: &mut BTreeSet<Mark>) {
        let is_blamed = topic.blames.as_deref() == Some(&claim.article) && claim.role == Role::Opposes;
        let mark = match &claim.meaning {
            Some(Meaning::Unclear(_)) => Some(Mark::Unclear),
            None | Some(Meaning::Reads(_)) => is_blamed.then_some(Mark::Blamed),
        };
        marks.extend(mark);
        self.opposes |= claim.role == Role::Opposes && topic.tolerated.is_none();
        let words = format!("{}{}", value(claim), mark.map(|mark| format!(" {}", mark.sign())).unwrap_or_default());
        if self.known.insert(fold::words(&words).into_owned()) {
            self.words.push(words);
        }
    }

    fn cell(&self, style: &Style) -> Cell {
        let words = self.words.join(" / ");
        let paint = self.opposes.then_some(Paint::Bad);
        match style.detail {
            _ if words.is_empty() => Cell { words: SILENCE.into(), paint: Some(Paint::Faint) },
            Detail::Verbose => Cell { words, paint },
            Detail::Quiet | Detail::Normal => Cell { words: beginning(&words, LONGEST_CELL), paint },
        }
    }
}

/// A choice by its name; all else as it is written, with what it stands for where the words do not place it.
fn value(claim: &Evidence) -> String {
    let key = |key: &str| claim.value.as_ref()?.get(key)?.as_str();
    let written = words(key("choice").or_else(|| key("text")).or(claim.exact.as_deref()).unwrap_or(SILENCE));
    let meaning = match &claim.meaning {
        Some(Meaning::Reads(meaning)) => words(meaning),
        None | Some(Meaning::Unclear(_)) => return written,
    };
    let short = match key("kind") {
        Some("date") => short_day(&meaning, &written),
        // The clock places it among the others; the day is in the finding.
        Some("time") => meaning.split(" on ").next().unwrap_or(&meaning).to_string(),
        Some("measure") if !meaning.contains(" to ") => meaning,
        _ => return written,
    };
    if written.contains(&short) { written } else { format!("{written} ({short})") }
}

/// The name of a month with more letters is cut short.
const LONGEST_MONTH: usize = 5;

/// A day with its month cut short ("30 Dec 2021"), or the year alone where nothing else is missing ("Jan. 10").
fn short_day(meaning: &str, written: &str) -> String {
    let is_long = |word: &str| word.len() > LONGEST_MONTH && MONTHS.contains(&word);
    let month = |word: &str| if is_long(word) { word.chars().take(3).collect() } else { word.to_string() };
    let parts: Vec<String> = meaning.split(' ').map(month).collect();
    let known: Vec<&str> = written.split_whitespace().collect();
    let is_known =
        |part: &String| known.iter().any(|word| word.trim_end_matches(['.', ',']).starts_with(part.as_str()));
    match parts.split_last() {
        Some((year, rest)) if known.len() == rest.len() && rest.iter().all(is_known) => year.clone(),
        _ => parts.join(" "),
    }
}

fn agreement(topic: &TopicEntry) -> Cell {
    if let Some(tolerance) = &topic.tolerated {
        return Cell { words: format!("differs, within {}", words(tolerance)), paint: Some(Paint::Good) };
    }
    let (name, paint) = match topic.agreement {
        Agreement::Consistent => ("consistent", Paint::Good),
        Agreement::Compatible => ("compatible", Paint::Good),
        Agreement::Developing => ("developing", Paint::Doubtful),
        Agreement::Conflict => ("✗ conflict", Paint::Bad),
        Agreement::SingleSource => ("single source", Paint::Faint),
        Agreement::Absent => ("absent", Paint::Faint),
        Agreement::Indeterminate => ("indeterminate", Paint::Missing),
    };
    let reasons = words(&topic.reasons.join(", "));
    let said = if reasons.is_empty() { name.to_string() } else { format!("{name}: {reasons}") };
    Cell { words: said, paint: Some(paint) }
}

fn print(columns: &[Sized<'_>], style: &Style) -> String {
    let heading = |(column, room): &Sized<'_>| (wrapped(&column.heading, *room), Some(Paint::Strong), *room);
    let mut text = row(&columns.iter().map(heading).collect::<Vec<_>>(), style);
    let rule: Vec<String> = columns.iter().map(|(_, room)| "─".repeat(*room)).collect();
    text.push_str(&rule.join("─┼─"));
    text.push('\n');
    let height = columns.first().map_or(0, |(column, _)| column.cells.len());
    for index in 0..height {
        let cells: Vec<_> = columns
            .iter()
            .filter_map(|(column, room)| {
                let cell = column.cells.get(index)?;
                Some((wrapped(&cell.words, *room), cell.paint, *room))
            })
            .collect();
        text.push_str(&row(&cells, style));
    }
    text
}

/// A row of wrapped cells, as high as its highest.
fn row(cells: &[(Vec<String>, Option<Paint>, usize)], style: &Style) -> String {
    let height = cells.iter().map(|(lines, _, _)| lines.len()).max().unwrap_or(0);
    let mut text = String::new();
    for index in 0..height {
        let parts = cells.iter().enumerate().map(|(at, (lines, paint, room))| {
            let line = lines.get(index).map_or("", String::as_str);
            // The last column needs no blanks after it.
            let filled = if at + 1 == cells.len() { line.to_string() } else { padded(line, *room) };
            match paint {
                Some(paint) => painted(&filled, *paint, style.colour),
                None => filled,
            }
        });
        text.push_str(parts.collect::<Vec<_>>().join(BETWEEN).trim_end());
        text.push('\n');
    }
    text
}
