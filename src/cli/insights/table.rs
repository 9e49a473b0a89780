//! Columns of text that stand one below the other. Must not know what is in them.

/// Longer cells end in an ellipsis.
const MOST: usize = 44;

/// Rows of cells, the first of them its heading.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    /// Whether a column stands at its right edge, as figures do.
    right: Vec<bool>,
}

impl Table {
    /// A table with these headings, and whether each column stands at its right edge.
    pub(super) fn new<const N: usize>(headings: [String; N], right: [bool; N]) -> Self {
        Self { rows: vec![headings.to_vec()], right: right.to_vec() }
    }

    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.to_vec());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.len() < 2
    }

    /// The table, each line indented; columns in which nothing stands are left out.
    pub(super) fn lines(&self) -> String {
        let cells: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.iter().map(|cell| short(cell)).collect()).collect();
        let width = |column: usize| {
            let widths = cells.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
            widths.max().unwrap_or(0)
        };
        let filled =
            |column: usize| cells.iter().skip(1).any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        let columns: Vec<(usize, usize)> =
            (0..self.right.len()).filter(|&column| filled(column)).map(|column| (column, width(column))).collect();
        let mut lines = String::new();
        for row in &cells {
            let mut line = String::from(" ");
            for &(column, width) in &columns {
                let cell = row.get(column).map_or("", String::as_str);
                let gap = " ".repeat(width - cell.chars().count());
                line.push(' ');
                if self.right.get(column) == Some(&true) {
                    line.push_str(&gap);
                    line.push_str(cell);
                } else {
                    line.push_str(cell);
                    line.push_str(&gap);
                }
                line.push(' ');
            }
            lines.push_str(line.trim_end());
            lines.push('\n');
        }
        lines
    }
}

/// A name with a star behind it, which stays when the name is cut short.
pub(super) fn starred(name: &str) -> String {
    format!("{} ★", shortened(name, MOST - 3))
}

/// A cell on one line, not too long.
fn short(cell: &str) -> String {
    shortened(cell, MOST)
}

fn shortened(cell: &str, most: usize) -> String {
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    match cell.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", cell[..end].trim_end()),
        None => cell,
    }
}
