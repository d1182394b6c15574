//! Topics down, sources across: how they agree, and each value as its article gives it.

use super::{
    Detail, Style,
    columns::{self, Paint, padded, painted, wrapped},
    nearly,
    view::{CellMark, CellRole, Matrix, MatrixCell, SourceColumns},
};
use crate::finding::{Agreement, TopicEntry};

/// The columns of a matrix where no terminal says otherwise.
const WIDTH: usize = 120;

/// The widest that a cell may be; a matrix that does not fit tries each in turn before it is cut into blocks.
const CELLS: &[usize] = &[30, 24, 20, 16];

/// What parts two columns.
const BETWEEN: &str = " │ ";

/// A cell of more columns than this is trimmed.
const LONGEST_CELL: usize = 90;

/// What silence looks like.
const SILENCE: &str = "–";

/// And where something is nearly found.
const NEAR: &str = "– ≈";

/// The matrix of one story, and what its marks mean.
pub fn draw(matrix: &Matrix<'_>, style: &Style) -> String {
    let columns = Columns::new(matrix, style);
    let blocks: Vec<String> =
        columns.blocks(style.width.unwrap_or(WIDTH)).iter().map(|block| print(block, style)).collect();
    let aside = |note: &str| format!("{}\n", painted(note, Paint::Faint, style.colour));
    let legend: String = matrix.marks.iter().map(|mark| aside(meaning(*mark))).collect();
    let counted = match &matrix.sources {
        SourceColumns::Each(_) => String::new(),
        SourceColumns::Counted { all, .. } => {
            aside(&format!("the values of {all} sources are counted here; --verbose shows each"))
        }
    };
    format!("{}{legend}{counted}{}", blocks.join("\n"), nearly::lines(&matrix.nearly, style))
}

/// A cell for formats that draw tables themselves.
pub struct PlainCell {
    /// Its words.
    pub words: String,
    /// Whether it stands against others.
    pub is_against: bool,
}

/// The matrix as rows, the heading first.
pub fn plain_rows(matrix: &Matrix<'_>, style: &Style) -> Vec<Vec<PlainCell>> {
    let drawn = Columns::new(matrix, style);
    let columns: Vec<&DrawnColumn> = [&drawn.topics, &drawn.agreement].into_iter().chain(&drawn.sources).collect();
    let heading = columns.iter().map(|column| PlainCell { words: column.heading.clone(), is_against: false }).collect();
    let row = |index: usize| {
        let cells = columns.iter().enumerate().filter_map(|(at, column)| Some((at, column.cells.get(index)?)));
        // The agreement says so itself.
        let plain = |(at, cell): (usize, &DrawnCell)| PlainCell {
            words: cell.words.clone(),
            is_against: at > 1 && cell.paint == Some(Paint::Bad),
        };
        cells.map(plain).collect()
    };
    std::iter::once(heading).chain((0..drawn.topics.cells.len()).map(row)).collect()
}

/// What the marks in its cells mean.
pub fn legend(matrix: &Matrix<'_>) -> Vec<&'static str> {
    matrix.marks.iter().map(|mark| meaning(*mark)).collect()
}

/// What stands behind the words of a cell for a mark.
pub fn sign(mark: CellMark) -> &'static str {
    match mark {
        CellMark::Blamed => "!",
        CellMark::Unclear => "?",
        CellMark::Possible => "~",
    }
}

fn meaning(mark: CellMark) -> &'static str {
    match mark {
        CellMark::Blamed => "! by a date of publication that is probably wrong",
        CellMark::Unclear => "? unclear, and compared with nothing",
        CellMark::Possible => "~ only said to be possible, and compared with nothing",
    }
}

/// A column of cells under its heading.
struct DrawnColumn {
    heading: String,
    cells: Vec<DrawnCell>,
    widest: usize,
}

/// The words of a cell and their colour.
struct DrawnCell {
    words: String,
    paint: Option<Paint>,
}

impl DrawnCell {
    fn plain(words: String) -> Self {
        Self { words, paint: None }
    }

    fn new(cell: &MatrixCell<'_>, style: &Style) -> Self {
        let forms = cell.forms.iter().map(|form| {
            let mark = form.mark.map(|mark| format!(" {}", sign(mark))).unwrap_or_default();
            format!("{}{mark}", columns::words(&form.words))
        });
        let words = forms.collect::<Vec<_>>().join(" / ");
        let paint = match cell.role {
            CellRole::Plain => None,
            CellRole::Against => Some(Paint::Bad),
        };
        match style.detail {
            _ if words.is_empty() && cell.is_near => Self { words: NEAR.into(), paint: Some(Paint::Faint) },
            _ if words.is_empty() => Self { words: SILENCE.into(), paint: Some(Paint::Faint) },
            Detail::Verbose => Self { words, paint },
            Detail::Quiet | Detail::Normal => Self { words: columns::beginning(&words, LONGEST_CELL), paint },
        }
    }
}

impl DrawnColumn {
    fn new(heading: String, cells: impl Iterator<Item = DrawnCell>) -> Self {
        let cells: Vec<DrawnCell> = cells.collect();
        let widest =
            cells.iter().map(|cell| columns::width(&cell.words)).chain([columns::width(&heading)]).max().unwrap_or(0);
        Self { heading, cells, widest }
    }
}

/// A column and the columns of the terminal that it is given.
type Fitted<'a> = (&'a DrawnColumn, usize);

struct Columns {
    topics: DrawnColumn,
    agreement: DrawnColumn,
    sources: Vec<DrawnColumn>,
}

impl Columns {
    fn new(matrix: &Matrix<'_>, style: &Style) -> Self {
        let names = matrix.topics.iter().map(|topic| DrawnCell::plain(columns::words(&topic.topic)));
        let sources = match &matrix.sources {
            SourceColumns::Each(columns) => {
                let drawn = |cells: &[MatrixCell<'_>]| cells.iter().map(|cell| DrawnCell::new(cell, style)).collect();
                let column =
                    |cells: Vec<DrawnCell>, name: &str| DrawnColumn::new(columns::words(name), cells.into_iter());
                columns.iter().map(|(name, cells)| column(drawn(cells), name)).collect()
            }
            SourceColumns::Counted { all, giving } => {
                let cells = giving.iter().map(|number| DrawnCell::plain(format!("{number} of {all}")));
                vec![DrawnColumn::new("sources".into(), cells)]
            }
        };
        Self {
            topics: DrawnColumn::new("topic".into(), names),
            agreement: DrawnColumn::new("agreement".into(), matrix.topics.iter().map(|topic| agreement(topic))),
            sources,
        }
    }

    /// The columns in one block where they fit, in several where they do not; each begins with the topics, the first with
    /// the agreement behind them.
    fn blocks(&self, room: usize) -> Vec<Vec<Fitted<'_>>> {
        let sized = |cell: usize| -> Vec<Fitted<'_>> {
            std::iter::once(&self.agreement)
                .chain(&self.sources)
                .map(|column| (column, column.widest.min(cell)))
                .collect()
        };
        let topics = (&self.topics, self.topics.widest.min(30).min(room / 3).max(5));
        let taken = |columns: &[Fitted<'_>]| columns.iter().map(|(_, width)| width + width_of_gap()).sum::<usize>();
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
    columns::width(BETWEEN)
}

fn agreement(topic: &TopicEntry) -> DrawnCell {
    if let Some(tolerance) = &topic.tolerated {
        return DrawnCell { words: format!("differs, within {}", columns::words(tolerance)), paint: Some(Paint::Good) };
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
    let reasons = columns::words(&topic.reasons.join(", "));
    let said = if reasons.is_empty() { name.to_string() } else { format!("{name}: {reasons}") };
    DrawnCell { words: said, paint: Some(paint) }
}

fn print(columns: &[Fitted<'_>], style: &Style) -> String {
    let heading = |(column, room): &Fitted<'_>| (wrapped(&column.heading, *room), Some(Paint::Strong), *room);
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
