//! Topics by sources, as the templates show them: a cell, and the sentences that it stands for.

use super::{
    HtmlSign, Style, columns,
    findings::{self, HtmlNearly, HtmlSide},
};
use crate::{
    finding::{Agreement, TopicEntry},
    report::{
        matrix,
        view::{CellStanding, Matrix, MatrixCell, SourceColumns},
    },
};
use serde::Serialize;

/// Topics down, sources across.
#[derive(Serialize)]
pub struct HtmlMatrix {
    sources: Vec<String>,
    rows: Vec<HtmlRow>,
    legend: Vec<&'static str>,
    nearly: Vec<HtmlNearly>,
    nearly_hidden: usize,
}

/// A topic.
#[derive(Serialize)]
struct HtmlRow {
    topic: String,
    sign: HtmlSign,
    /// Why its claims relate as they do, and how far apart they may lie.
    reasons: String,
    cells: Vec<HtmlCell>,
}

/// What a source says on it.
#[derive(Serialize)]
struct HtmlCell {
    source: String,
    sign: HtmlSign,
    words: String,
    side: HtmlSide,
}

impl HtmlMatrix {
    /// The matrix of a story.
    pub fn new(matrix: &Matrix<'_>, style: &Style) -> Self {
        let columns: &[(&str, Vec<MatrixCell<'_>>)] = match &matrix.sources {
            SourceColumns::Each(columns) => columns,
            // A page has room for each.
            SourceColumns::Counted { .. } => &[],
        };
        let row = |(at, topic): (usize, &&TopicEntry)| {
            let cells = columns.iter().filter_map(|(source, cells)| Some((source, cells.get(at)?)));
            HtmlRow {
                topic: columns::words(&topic.topic),
                sign: of_topic(topic),
                reasons: reasons(topic),
                cells: cells.map(|(source, cell)| HtmlCell::new(source, cell, topic, style)).collect(),
            }
        };
        Self {
            sources: columns.iter().map(|(source, _)| columns::words(source)).collect(),
            rows: matrix.topics.iter().enumerate().map(row).collect(),
            legend: matrix::legend(matrix),
            nearly: findings::nearly(&matrix.nearly),
            nearly_hidden: matrix.nearly.hidden,
        }
    }
}

impl HtmlCell {
    fn new(source: &str, cell: &MatrixCell<'_>, topic: &TopicEntry, style: &Style) -> Self {
        let forms = cell.forms.iter().map(|form| {
            let mark = form.mark.map(|mark| format!(" {}", matrix::sign(mark))).unwrap_or_default();
            format!("{}{mark}", columns::words(&form.words))
        });
        Self {
            source: columns::words(source),
            sign: of_cell(cell.standing(topic)),
            words: columns::beginning(&forms.collect::<Vec<_>>().join(" / "), LONGEST_WORDS),
            side: HtmlSide::new(&cell.side(style.detail), style),
        }
    }
}

/// The words of a cell take at most so many columns; its sentences have them all.
const LONGEST_WORDS: usize = 90;

fn of_cell(standing: CellStanding) -> HtmlSign {
    match standing {
        CellStanding::Agrees => HtmlSign::new("✓", "agrees", "good"),
        CellStanding::Differs => HtmlSign::new("✗", "differs", "bad"),
        CellStanding::Tolerated => HtmlSign::new("±", "near enough", "good"),
        CellStanding::Develops => HtmlSign::new("↗", "develops", "doubt"),
        CellStanding::Alone => HtmlSign::new("•", "alone", "note"),
        CellStanding::Open => HtmlSign::new("?", "not compared", "open"),
        CellStanding::Near => HtmlSign::new("≈", "nearly found", "open"),
        CellStanding::Silent => HtmlSign::new("–", "silent", "plain"),
    }
}

fn of_topic(topic: &TopicEntry) -> HtmlSign {
    match topic.agreement {
        Agreement::Conflict if topic.tolerated.is_some() => HtmlSign::new("±", "differs", "good"),
        Agreement::Consistent => HtmlSign::new("✓", "consistent", "good"),
        Agreement::Compatible => HtmlSign::new("✓", "compatible", "good"),
        Agreement::Developing => HtmlSign::new("↗", "developing", "doubt"),
        Agreement::Conflict => HtmlSign::new("✗", "conflict", "bad"),
        Agreement::SingleSource => HtmlSign::new("•", "single source", "note"),
        Agreement::Absent => HtmlSign::new("–", "absent", "plain"),
        Agreement::Indeterminate => HtmlSign::new("?", "indeterminate", "open"),
    }
}

fn reasons(topic: &TopicEntry) -> String {
    let within = topic.tolerated.iter().map(|tolerance| format!("within {tolerance}"));
    let all: Vec<String> = within.chain(topic.reasons.iter().cloned()).collect();
    columns::words(&all.join(", "))
}
