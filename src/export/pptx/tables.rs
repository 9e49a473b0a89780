//! Slides of lists: pain points by rank, opportunities with who does them. Must not know how a file is put together.

use super::deck::{BOTTOM, Deck, EDGE, TOP, pages};
use super::slide::{Face, Ink, TableCell, Words as Said};
use crate::export::tables::{Cell, Kind, List, Table};

/// Sizes of the words, the one that is tried first in front; the last one where they go on on more slides.
const SIZES: [f64; 5] = [14.0, 13.0, 12.0, 11.0, 10.0];
/// What a cell's edges take of its width, and of its height.
const CELL: f64 = 9.0;
const AIR: f64 = 8.0;
/// Size of the names of columns.
const HEAD: f64 = 10.0;

pub(super) fn pain_points(deck: &mut Deck<'_>) {
    // Rank, pain point, step, severity, share, priority, answers, owner.
    slides(
        deck,
        List::PainPoints,
        &[(0, 40.0), (1, 226.0), (3, 150.0), (4, 70.0), (5, 76.0), (7, 70.0), (8, 166.0), (9, 90.0)],
    );
}

pub(super) fn opportunities(deck: &mut Deck<'_>) {
    // Opportunity, answers, impact, effort, score, owner, due, state.
    slides(
        deck,
        List::Opportunities,
        &[(0, 216.0), (3, 172.0), (4, 60.0), (5, 60.0), (7, 82.0), (8, 100.0), (9, 106.0), (10, 92.0)],
    );
}

/// Slides of a list: which of its columns, and how wide each is.
fn slides(deck: &mut Deck<'_>, list: List, columns: &[(usize, f64)]) {
    let table = list.of(deck.map(), deck.words());
    if table.rows.is_empty() {
        return;
    }
    let widths: Vec<f64> = columns.iter().map(|(_, width)| *width).collect();
    let head: Vec<String> = columns.iter().map(|(place, _)| table.columns[*place].name.clone()).collect();
    let head_height = row_height(deck, &head, &widths, HEAD, true);
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| texts(deck, &table, row, columns)).collect();
    let mut size = HEAD;
    let mut heights = Vec::new();
    for tried in SIZES {
        size = tried;
        heights = rows.iter().map(|row| row_height(deck, row, &widths, size, false)).collect::<Vec<f64>>();
        if head_height + heights.iter().sum::<f64>() <= BOTTOM - TOP {
            break;
        }
    }
    let room = BOTTOM - TOP - head_height;
    let mut cut: Vec<Vec<String>> = Vec::new();
    for (row, height) in rows.into_iter().zip(&heights) {
        if *height > room { cut.extend(several(deck, &row, &widths, size, room)) } else { cut.push(row) }
    }
    let rows = cut;
    let heights: Vec<f64> = rows.iter().map(|row| row_height(deck, row, &widths, size, false)).collect();
    let pages = pages(&heights, room, usize::MAX);
    let count = pages.len();
    for (part, page) in pages.into_iter().enumerate() {
        let mut slide = deck.slide(&deck.part_title(&table.name, part, count));
        let mut cells = vec![(head_height, head.iter().map(|name| deck.head(name)).collect::<Vec<_>>())];
        for at in page {
            let cell = |text: &String| TableCell { words: Said::of(text, Face::plain(size)).middle(), ground: None };
            cells.push((heights[at], rows[at].iter().map(cell).collect()));
        }
        slide.table(&table.name, (EDGE, TOP), &widths, &cells, Ink::Own(deck.rule()));
        deck.add(&slide);
    }
}

/// A row that is higher than a slide, as several.
fn several(deck: &mut Deck<'_>, row: &[String], widths: &[f64], size: f64, room: f64) -> Vec<Vec<String>> {
    let cells: Vec<Vec<String>> =
        row.iter().zip(widths).map(|(text, width)| deck.cut(text, size, false, width - CELL, room - AIR)).collect();
    let count = cells.iter().map(Vec::len).max().unwrap_or_default();
    (0..count).map(|at| cells.iter().map(|cell| cell.get(at).cloned().unwrap_or_default()).collect()).collect()
}

fn texts(deck: &Deck<'_>, table: &Table, row: &[Cell], columns: &[(usize, f64)]) -> Vec<String> {
    let words = deck.words();
    let text = |cell: &Cell, kind: Kind| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(value) if kind == Kind::Percent => format!("{}%", words.number_up_to(value * 100.0, 1)),
        Cell::Number(value) => words.number_up_to(*value, 1),
        Cell::Date(date) => words.date(*date),
    };
    columns.iter().map(|(place, _)| text(&row[*place], table.columns[*place].kind)).collect()
}

fn row_height(deck: &mut Deck<'_>, row: &[String], widths: &[f64], size: f64, bold: bool) -> f64 {
    let heights: Vec<f64> =
        row.iter().zip(widths).map(|(text, width)| deck.height(text, size, bold, width - CELL)).collect();
    heights.into_iter().fold(12.0, f64::max) + AIR
}
