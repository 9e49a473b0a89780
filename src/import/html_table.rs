//! Tables that spreadsheets and browsers put on the clipboard as HTML. Must not know maps, nor who put them there.
//!
//! Excel, LibreOffice Calc and Google Sheets write tables in three dialects of no standard: a header of offsets before the
//! first tag, tags that never end, cells that stand for several, rows that nobody sees. What is read is what they show.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::edit::line::parse_number;

/// The most cells that are read; a cell that says it is larger than that is not.
const MOST_CELLS: usize = 200_000;
/// The most columns and rows that one cell stands for.
const MOST_SPAN: usize = 1_000;
/// The most columns.
const MOST_COLUMNS: usize = 2_000;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its cells, row by row; a cell that stands for several stands where it begins, and the others are empty. All rows are
    /// of one length.
    pub rows: Vec<Vec<String>>,
    /// What the attribute asked for holds.
    pub carried: Option<String>,
}

/// The table that a text in HTML is. None where there is none, or where there is more than the table, so that something
/// would be lost; `carried` is the attribute of the table in which its maker may have kept something.
pub fn read(html: &str, carried: &str) -> Option<Table> {
    // The header that Windows puts before: lines of offsets up to the first tag.
    let html = html.trim_start_matches('\u{feff}');
    let html = if html.trim_start().starts_with('<') { html } else { &html[html.find('<')?..] };
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => reader.start(&tag, carried),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if reader.cells > MOST_CELLS || reader.row.len() > MOST_COLUMNS {
            return None;
        }
    }
    reader.finish()
}

/// A cell that reaches into the rows below: its columns, and how many rows are left.
#[derive(Debug, Clone, Copy)]
struct Reaching {
    column: usize,
    width: usize,
    rows: usize,
    /// Its own row is over.
    begun: bool,
}

#[derive(Default)]
struct Reader {
    table: Table,
    row: Vec<String>,
    reaching: Vec<Reaching>,
    cell: Option<Cell>,
    in_row: bool,
    row_unseen: bool,
    /// How many tables are open; those in a cell are texts of that cell.
    depth: usize,
    /// Tables that were begun at the top.
    found: usize,
    /// Inside `style`, `script`, `title`: nothing of that is seen.
    unseen: usize,
    /// Something stands beside the table.
    outside: bool,
    /// Spaces and line ends are kept in `pre`.
    pre: usize,
    cells: usize,
}

#[derive(Default)]
struct Cell {
    text: String,
    /// The figure that it shows, as Calc says it beside the text.
    figure: Option<f64>,
    /// A space is due before the next word.
    space: bool,
    width: usize,
    height: usize,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>, carried: &str) {
        let name: &[u8] = &tag.name;
        match name {
            b"style" | b"script" | b"title" | b"head" if !tag.self_closing => self.unseen += 1,
            // A head that is never closed ends where the body begins.
            b"body" => self.unseen = 0,
            _ if self.unseen > 0 => {}
            b"table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.found += 1;
                    self.table.carried = self.table.carried.take().or_else(|| attribute(tag, carried));
                } else {
                    self.line_end();
                }
            }
            b"tr" if self.depth <= 1 => {
                self.end_row();
                if self.depth == 0 {
                    // Windows gives what stands between the marks, which may be inside the table.
                    (self.depth, self.found) = (1, self.found + 1);
                }
                self.in_row = true;
                self.row_unseen = attribute(tag, "style").is_some_and(|style| {
                    let plain: String = style.to_lowercase().split_whitespace().collect();
                    plain.contains("display:none")
                });
            }
            b"td" | b"th" if self.depth <= 1 => {
                if self.depth == 0 {
                    (self.depth, self.found) = (1, self.found + 1);
                }
                self.end_cell();
                self.in_row = true;
                let span = |name| {
                    let number = attribute(tag, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1);
                    usize::clamp(number, 1, MOST_SPAN)
                };
                let figure = attribute(tag, "sdval").and_then(|value| value.trim().parse().ok());
                self.cell = Some(Cell { width: span("colspan"), height: span("rowspan"), figure, ..Cell::default() });
            }
            b"tr" => self.line_end(),
            b"td" | b"th" => self.space(),
            b"br" => self.line_end_always(),
            b"pre" => self.pre += 1,
            b"p" | b"div" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => self.line_end(),
            // A picture is something beside the table too.
            b"img" if self.cell.is_none() => self.outside = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"style" | b"script" | b"title" | b"head" => self.unseen = self.unseen.saturating_sub(1),
            _ if self.unseen > 0 => {}
            b"table" => {
                if self.depth == 1 {
                    self.end_row();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            b"tr" if self.depth == 1 => self.end_row(),
            b"td" | b"th" if self.depth == 1 => self.end_cell(),
            b"pre" => self.pre = self.pre.saturating_sub(1),
            b"p" | b"div" | b"li" | b"tr" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => self.line_end(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.unseen > 0 {
            return;
        }
        let pre = self.pre > 0;
        let Some(cell) = &mut self.cell else {
            self.outside |= !text.trim().is_empty();
            return;
        };
        for letter in text.chars() {
            match letter {
                // A space that must not break is how HTML keeps several.
                '\u{a0}' => {
                    if std::mem::take(&mut cell.space) {
                        cell.text.push(' ');
                    }
                    cell.text.push(' ');
                }
                '\r' => {}
                letter if pre && letter.is_whitespace() => cell.text.push(letter),
                letter if letter.is_ascii_whitespace() => {
                    cell.space |= !(cell.text.is_empty() || cell.text.ends_with('\n'));
                }
                letter => {
                    if std::mem::take(&mut cell.space) {
                        cell.text.push(' ');
                    }
                    cell.text.push(letter);
                }
            }
        }
    }

    fn space(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.space |= !(cell.text.is_empty() || cell.text.ends_with('\n'));
        }
    }

    /// The end of a paragraph: a new line, unless one has just begun.
    fn line_end(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.space = false;
            if !(cell.text.is_empty() || cell.text.ends_with('\n')) {
                cell.text.push('\n');
            }
        }
    }

    fn line_end_always(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.space = false;
            cell.text.push('\n');
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        self.skip_reached();
        let column = self.row.len();
        if cell.height > 1 {
            self.reaching.push(Reaching { column, width: cell.width, rows: cell.height, begun: false });
        }
        let shown = cell.text.trim_matches('\n').trim_end();
        let meant = cell.figure.filter(|figure| is_misread(shown, *figure));
        self.row.push(meant.map_or_else(|| shown.to_owned(), |figure| figure.to_string()));
        self.row.extend(std::iter::repeat_n(String::new(), cell.width - 1));
        self.cells += cell.width;
    }

    /// Leaves out the places that cells of rows above stand for.
    fn skip_reached(&mut self) {
        while let Some(over) = self
            .reaching
            .iter()
            .find(|over| over.begun && (over.column..over.column + over.width).contains(&self.row.len()))
            .copied()
        {
            let missing = over.column + over.width - self.row.len();
            self.row.extend(std::iter::repeat_n(String::new(), missing));
            self.cells += missing;
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if !std::mem::take(&mut self.in_row) {
            return;
        }
        self.skip_reached();
        for over in &mut self.reaching {
            over.rows -= 1;
            over.begun = true;
        }
        self.reaching.retain(|over| over.rows > 0);
        let row = std::mem::take(&mut self.row);
        if !std::mem::take(&mut self.row_unseen) {
            self.cells += 1;
            self.table.rows.push(row);
        }
    }

    fn finish(mut self) -> Option<Table> {
        self.end_row();
        let width = self.table.rows.iter().map(Vec::len).max()?;
        let is_wide = width > MOST_COLUMNS;
        if self.found != 1
            || self.outside
            || width == 0
            || is_wide
            || width.saturating_mul(self.table.rows.len()) > MOST_CELLS
        {
            return None;
        }
        for row in &mut self.table.rows {
            row.resize(width, String::new());
        }
        Some(self.table)
    }
}

/// Whether a cell that shows a figure would be taken for another one: `1,250` is 1250 in one country, 1.25 in another. What is
/// only rounded is read as it is shown.
fn is_misread(shown: &str, figure: f64) -> bool {
    let places = shown.rsplit_once(['.', ',']).map_or(0, |(_, places)| places.trim().len());
    let rounded = 0.5 * 0.1_f64.powi(i32::try_from(places).unwrap_or(i32::MAX)) + 1e-9;
    parse_number(shown).is_some_and(|read| (read - figure).abs() > rounded)
}

/// The value of an attribute.
fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
}

/// The same table with the texts that its plain text has for its cells, where both are the same but for spaces and tabs,
/// which HTML swallows.
pub fn with_spaces_of(table: Vec<Vec<String>>, plain: &[Vec<String>]) -> Vec<Vec<String>> {
    // Calc makes a space of a line end in its plain text: the lines have to be the same too.
    fn same(html: &str, plain: &str) -> bool {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        html.lines().map(words).eq(plain.lines().map(words))
    }
    let same_size = table.len() == plain.len() && table.iter().zip(plain).all(|(a, b)| a.len() == b.len());
    if !same_size {
        return table;
    }
    let rows = table.into_iter().zip(plain);
    rows.map(|(row, plain)| {
        let cells = row.into_iter().zip(plain);
        cells.map(|(cell, plain)| if same(&cell, plain) { plain.clone() } else { cell }).collect()
    })
    .collect()
}
