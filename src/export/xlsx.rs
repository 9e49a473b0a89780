//! A workbook: a sheet with the map as it looks, and a sheet for each list, with types, filters and frozen panes. Must not
//! know maps: it writes tables.
//!
//! Texts are always written as text cells: nothing can run as a formula.

use rust_xlsxwriter::{
    Color as Ink, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError as Lib,
};

use super::tables::{Cell, Grid, Kind, Table, heading_of, step_heading};
use crate::layout::theme::Palette;
use crate::model::LaneKind;
use crate::scene::Color;

/// The longest text that a cell can hold, in units of UTF-16.
pub const MOST_LETTERS: usize = 32_767;
/// Width of a column of the grid, in letters.
const STEP_WIDTH: f64 = 28.0;
/// How many columns of steps the scenario stands over: as many as fit a window.
const SCENARIO_COLUMNS: usize = 4;
/// Width of the lanes' names, in letters.
const NAME_WIDTH: f64 = 26.0;

/// Why there is no workbook.
#[derive(Debug, thiserror::Error)]
pub enum XlsxError {
    /// A text is longer than a cell can hold.
    #[error("a text of {letters} letters in the sheet {sheet}; a cell holds {MOST_LETTERS}")]
    TooLong {
        /// The sheet's name.
        sheet: String,
        /// How long it is, in units of UTF-16.
        letters: usize,
    },
    /// There are more rows or columns than a sheet can hold, or the like.
    #[error(transparent)]
    Made(#[from] Lib),
}

/// The workbook of a grid and lists; `sheet` is the name of the first sheet.
///
/// # Errors
/// When something is larger than the format allows.
pub fn xlsx(sheet: &str, grid: &Grid, lists: &[Table], palette: &Palette) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same map gives the same file, whenever it is made.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(grid.title.clone()).set_creation_datetime(&day));
    let mut names: Vec<String> = Vec::new();
    let mut free = |wanted: &str| {
        let name = sheet_name(wanted, &names);
        names.push(name.clone());
        name
    };
    let first = free(sheet);
    write_grid(book.add_worksheet().set_name(first.as_str())?, &first, grid, palette)?;
    for list in lists {
        let name = free(&list.name);
        write_list(book.add_worksheet().set_name(name.as_str())?, &name, list, palette)?;
    }
    Ok(book.save_to_buffer()?)
}

/// The workbook of one table alone, plain: for a chart to keep its figures in.
///
/// # Errors
/// As [`xlsx`].
pub fn plain_table(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let name = sheet_of(table);
    let sheet = book.add_worksheet().set_name(name.as_str())?;
    let formats = Formats::of(&Format::new());
    for (place, shown) in table.columns.iter().enumerate() {
        fits(&name, &shown.name)?;
        sheet.write_string(0, column(place), &shown.name)?;
    }
    for (at, row) in table.rows.iter().enumerate() {
        for (place, cell) in row.iter().enumerate().filter(|(_, cell)| **cell != Cell::Empty) {
            write_cell(sheet, &name, (at as u32 + 1, column(place)), cell, Kind::Decimal, &formats)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// The name of the sheet that a table has alone.
pub fn sheet_of(table: &Table) -> String {
    sheet_name(&table.name, &[])
}

/// A name that a sheet can have: at most 31 letters, none of `[]:*?/\`, no `'` at its ends, and no other sheet's.
fn sheet_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = wanted.chars().map(|letter| if "[]:*?/\\".contains(letter) { ' ' } else { letter }).collect();
    let plain = plain.trim().trim_matches('\'');
    let plain = if plain.is_empty() { "-" } else { plain };
    let cut = |most: usize| {
        let mut units = 0;
        plain
            .chars()
            .take_while(|letter| {
                units += letter.len_utf16();
                units <= most
            })
            .collect::<String>()
    };
    let is_free = |name: &String| taken.iter().all(|other| other.to_lowercase() != name.to_lowercase());
    std::iter::once(cut(31)).chain((2..).map(|n| format!("{} {n}", cut(27)))).find(is_free).unwrap_or_default()
}

fn ink(color: Color) -> Ink {
    Ink::RGB(u32::from(color.r) << 16 | u32::from(color.g) << 8 | u32::from(color.b))
}

/// Cells of words that are wrapped, at the top of their row.
fn plain(palette: &Palette) -> Format {
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(ink(palette.rule))
        .set_background_color(ink(palette.paper))
        .set_font_color(ink(palette.text))
}

fn write_grid(sheet: &mut Worksheet, name: &str, grid: &Grid, palette: &Palette) -> Result<(), XlsxError> {
    let header = plain(palette).set_bold().set_align(FormatAlign::VerticalCenter);
    let mut row = 0;
    sheet.set_column_width(0, NAME_WIDTH)?;
    if !grid.steps.is_empty() {
        sheet.set_column_range_width(1, column(grid.steps.len()), STEP_WIDTH)?;
    }
    let mut runs = |row: u32, runs: &[(String, Option<crate::model::Phase>, usize)], bar: bool| {
        let mut at = 1;
        for (place, (text, phase, columns)) in runs.iter().enumerate() {
            let text = heading_of(place, text);
            let colors = palette.phase(*phase);
            let format = header.clone().set_background_color(ink(if bar { colors.tint } else { palette.paper }));
            let format = format.set_font_color(ink(colors.text)).set_align(FormatAlign::Center);
            let last = column(at + columns - 1);
            fits(name, text)?;
            if *columns > 1 {
                sheet.merge_range(row, column(at), row, last, text, &format)?;
            } else {
                sheet.write_string_with_format(row, last, text, &format)?;
            }
            at += columns;
        }
        Ok::<(), XlsxError>(())
    };
    if !grid.scenario.is_empty() {
        row += 1;
    }
    if !grid.phases.is_empty() {
        runs(row, &grid.phases, false)?;
        row += 1;
    }
    runs(row, &grid.stages, true)?;
    if !grid.scenario.is_empty() {
        fits(name, &grid.scenario)?;
        let format = plain(palette).set_font_color(ink(palette.weak)).set_italic();
        let last = column(grid.steps.len().min(SCENARIO_COLUMNS));
        if last > 0 {
            sheet.merge_range(0, 0, 0, last, &grid.scenario, &format)?;
        } else {
            sheet.write_string_with_format(0, 0, &grid.scenario, &format)?;
        }
        let width = NAME_WIDTH + STEP_WIDTH * f64::from(last);
        sheet.set_row_height(0, height(lines(&grid.scenario, width)))?;
    }
    fits(name, &grid.title)?;
    sheet.write_string_with_format(row, 0, &grid.title, &header)?;
    row += 1;
    sheet.write_string_with_format(row, 0, &grid.corner, &header.clone().set_font_color(ink(palette.weak)))?;
    for (place, step) in grid.steps.iter().enumerate() {
        let text = step_heading(step.as_deref());
        fits(name, text)?;
        sheet.write_string_with_format(row, column(place + 1), text, &header)?;
    }
    let names = grid.steps.iter().flatten().map(|name| lines(name, STEP_WIDTH)).max().unwrap_or(1);
    sheet.set_row_height(row, height(names))?;
    sheet.set_row_height(row - 1, height(lines(&grid.title, NAME_WIDTH)))?;
    let below = row + 1;
    for (place, lane) in grid.rows.iter().enumerate() {
        let row = below + place as u32;
        let ground = match lane.kind {
            LaneKind::PainPoints if lane.color.is_none() => palette.pain.tint,
            LaneKind::Opportunities if lane.color.is_none() => palette.opportunity.tint,
            _ => palette.lane(lane.color),
        };
        let format = plain(palette).set_background_color(ink(ground));
        fits(name, &lane.name)?;
        sheet.write_string_with_format(row, 0, &lane.name, &format.clone().set_bold())?;
        let figure = format.clone().set_num_format("+0.0#;−0.0#;0").set_align(FormatAlign::Center);
        let mut formats = Formats { whole: figure.clone(), decimal: figure, ..Formats::of(&format) };
        if lane.kind == LaneKind::Emotion {
            formats.text = formats.text.set_align(FormatAlign::Center);
        }
        let mut lines = lines(&lane.name, NAME_WIDTH);
        for (place, cell) in lane.cells.iter().enumerate() {
            write_cell(sheet, name, (row, column(place + 1)), cell, Kind::Decimal, &formats)?;
            lines = lines.max(lines_of(cell, STEP_WIDTH));
        }
        sheet.set_row_height(row, height(lines))?;
    }
    // The steps and the lanes' names stay where they are.
    sheet.set_freeze_panes(below, 1)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, row)?;
    Ok(())
}

fn write_list(sheet: &mut Worksheet, name: &str, list: &Table, palette: &Palette) -> Result<(), XlsxError> {
    let header = plain(palette).set_bold().set_background_color(ink(palette.phase(None).tint));
    let text = plain(palette);
    let formats = Formats::of(&text);
    let widths: Vec<f64> = (0..list.columns.len()).map(|place| width(list, place)).collect();
    for (place, shown) in list.columns.iter().enumerate() {
        fits(name, &shown.name)?;
        sheet.write_string_with_format(0, column(place), &shown.name, &header)?;
        sheet.set_column_width(column(place), widths[place])?;
    }
    for (at, row) in list.rows.iter().enumerate() {
        let lines = row.iter().zip(&widths).map(|(cell, width)| lines_of(cell, *width)).max().unwrap_or(1);
        sheet.set_row_height(at as u32 + 1, height(lines))?;
        for (place, cell) in row.iter().enumerate() {
            let kind = list.columns.get(place).map_or(Kind::Text, |column| column.kind);
            write_cell(sheet, name, (at as u32 + 1, column(place)), cell, kind, &formats)?;
        }
    }
    if !list.columns.is_empty() {
        sheet.autofilter(0, 0, list.rows.len() as u32, column(list.columns.len() - 1))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// How many lines a cell takes in a column of this width: not every program works that out when it opens a workbook.
fn lines_of(cell: &Cell, width: f64) -> usize {
    match cell {
        Cell::Text(text) => lines(text, width),
        Cell::Number(_) | Cell::Date(_) | Cell::Empty => 1,
    }
}

fn lines(text: &str, width: f64) -> usize {
    // Broken between words, a line is seldom full.
    let room = (width * 0.9).max(1.0);
    text.lines().map(|line| ((line.chars().count() as f64 / room).ceil() as usize).max(1)).sum::<usize>().max(1)
}

/// The height of a row of so many lines, in points; a row is at most 409 points high.
fn height(lines: usize) -> f64 {
    (lines as f64 * 15.0 + 1.0).min(409.0)
}

/// As wide as its longest line, within reason.
fn width(list: &Table, place: usize) -> f64 {
    let name = list.columns.get(place).map_or(0, |column| column.name.chars().count() + 3);
    let longest = |cell: &Cell| match cell {
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Cell::Date(_) => 11,
        Cell::Number(_) | Cell::Empty => 6,
    };
    let cells = list.rows.iter().filter_map(|row| row.get(place)).map(longest).max().unwrap_or(0);
    (name.max(cells) as f64 + 1.0).clamp(7.0, 48.0)
}

/// How each kind of cell looks.
struct Formats {
    text: Format,
    whole: Format,
    decimal: Format,
    percent: Format,
    parts_of_percent: Format,
    date: Format,
}

impl Formats {
    fn of(text: &Format) -> Self {
        let with = |pattern: &str| text.clone().set_num_format(pattern);
        Self {
            text: text.clone(),
            whole: with("0"),
            decimal: with("0.00"),
            percent: with("0%"),
            parts_of_percent: with("0.0%"),
            date: with("yyyy-mm-dd"),
        }
    }

    /// A number without places where it has none: a sheet would show an idle mark.
    fn number(&self, value: f64, kind: Kind) -> &Format {
        let is_whole = |value: f64| (value - value.round()).abs() < 1e-9;
        match kind {
            Kind::Percent if is_whole(value * 100.0) => &self.percent,
            Kind::Percent => &self.parts_of_percent,
            Kind::Text | Kind::Whole | Kind::Decimal | Kind::Date if is_whole(value) => &self.whole,
            Kind::Text | Kind::Whole | Kind::Decimal | Kind::Date => &self.decimal,
        }
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    name: &str,
    (row, column): (u32, u16),
    cell: &Cell,
    kind: Kind,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &formats.text)?,
        Cell::Text(text) => {
            fits(name, text)?;
            sheet.write_string_with_format(row, column, text, &formats.text)?
        }
        Cell::Number(value) => sheet.write_number_with_format(row, column, *value, formats.number(*value, kind))?,
        Cell::Date(date) => match (u16::try_from(date.year()), u8::try_from(date.month()), u8::try_from(date.day())) {
            // A workbook's calendar begins in 1900.
            (Ok(year @ 1900..), Ok(month), Ok(day)) => {
                let day = ExcelDateTime::from_ymd(year, month, day)?;
                sheet.write_datetime_with_format(row, column, &day, &formats.date)?
            }
            _ => sheet.write_string_with_format(row, column, date.to_string(), &formats.text)?,
        },
    };
    Ok(())
}

fn fits(sheet: &str, text: &str) -> Result<(), XlsxError> {
    let letters = if text.len() > MOST_LETTERS { text.encode_utf16().count() } else { text.len() };
    if letters > MOST_LETTERS { Err(XlsxError::TooLong { sheet: sheet.to_owned(), letters }) } else { Ok(()) }
}

/// The number of a column; one that is too great stays too great for the writer to refuse it.
fn column(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
