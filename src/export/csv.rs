//! Tables as CSV: UTF-8 with a byte order mark (Excel takes it for something else without), commas, quotation marks where
//! needed, lines ended as RFC 4180 has it. Must not know maps.
//!
//! No cell can run as a formula: a text that a spreadsheet would take for one bears a `'` before it, which the import takes
//! away again; and so does what comes behind a semicolon, a tab, a bar or a line end, for programs that part cells there.
//! Numbers are written plainly, with a full stop.

use super::tables::{Cell, Grid, Table, heading_of, step_heading};
pub use crate::edit::table::{defused, fused};

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A list as CSV: the names of its columns, then its rows.
pub fn list(table: &Table) -> Vec<u8> {
    let names = table.columns.iter().map(|column| Cell::Text(column.name.clone())).collect::<Vec<_>>();
    written(std::iter::once(names.as_slice()).chain(table.rows.iter().map(Vec::as_slice)))
}

/// A grid as CSV: phases (where there are any), stages and steps in the top rows, the lanes' names in the first column. A
/// phase and a stage stand over their first column, the scenario above all.
pub fn grid(grid: &Grid) -> Vec<u8> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let run = |corner: &str, runs: &[(String, Option<crate::model::Phase>, usize)]| {
        let mut row = vec![text(corner)];
        for (place, (name, _, columns)) in runs.iter().enumerate() {
            row.push(text(heading_of(place, name)));
            row.extend(std::iter::repeat_n(Cell::Empty, columns.saturating_sub(1)));
        }
        row
    };
    if !grid.scenario.is_empty() {
        rows.push(vec![text(&grid.scenario)]);
    }
    if !grid.phases.is_empty() {
        rows.push(run("", &grid.phases));
    }
    rows.push(run(&grid.title, &grid.stages));
    rows.push(
        std::iter::once(text(&grid.corner))
            .chain(grid.steps.iter().map(|name| text(step_heading(name.as_deref()))))
            .collect(),
    );
    rows.extend(
        grid.rows.iter().map(|row| std::iter::once(text(&row.name)).chain(row.cells.iter().cloned()).collect()),
    );
    written(rows.iter().map(Vec::as_slice))
}

fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn written<'a>(rows: impl Iterator<Item = &'a [Cell]>) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    for row in rows {
        let fields: Vec<String> = row.iter().map(|cell| quoted(field(cell))).collect();
        bytes.extend_from_slice(fields.join(",").as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes
}

fn quoted(field: String) -> String {
    if field.contains([',', '"', '\n', '\r', ';', '\t', '|']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => defused(text),
        Cell::Number(value) => format!("{value}"),
        Cell::Date(date) => date.to_string(),
    }
}
