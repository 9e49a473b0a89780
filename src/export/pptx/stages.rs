//! A slide a stage: its steps across, the lanes down, as a table that can be edited; what doesn't fit goes on on the next
//! slide. Must not know how a file is put together.

use super::deck::{BOTTOM, Deck, EDGE, TOP, evenly, one_line};
use super::slide::{Face, Ink, Slide, TableCell, WIDTH, Words as Said};
use crate::export::said;
use crate::export::tables::{said_at, said_by};
use crate::i18n::card_name;
use crate::model::{Card, JourneyMap, Lane, LaneKind, Stage, Step};
use crate::words;

/// Steps of one slide.
const STEPS: usize = 5;
/// Width of the lanes' names.
const NAMES: f64 = 116.0;
/// Size of the steps' names.
const HEAD: f64 = 14.0;
/// Sizes of the words, the one that is tried first in front.
const SIZES: [f64; 8] = [16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0];
/// Size of the words where they go on on more slides.
const SEVERAL: f64 = 11.0;

/// What a cell's edges take of its width, and of its height.
const CELL: f64 = 8.0;
const AIR: f64 = 7.0;
/// How far points of a list are indented.
const BULLET: f64 = 9.0;
/// The names of steps are no higher.
const MOST_HEAD: f64 = 90.0;

/// How much higher than their words rows become where there is room.
const MOST_AIR: f64 = 1.4;

/// A row: the lane, what it says at each step, and how high it is.
struct Row<'a> {
    lane: &'a Lane,
    name: String,
    cells: Vec<Vec<String>>,
    height: f64,
}

pub(super) fn slides(deck: &mut Deck<'_>) {
    let map = deck.map();
    for stage in &map.stages {
        // The name of a stage without a name is its place.
        let title = one_line(&stage.name);
        let columns: Vec<&[std::sync::Arc<Step>]> = evenly(&stage.steps, STEPS).collect();
        let mut pages = Vec::new();
        for steps in columns {
            let steps: Vec<&Step> = steps.iter().map(|step| &**step).collect();
            pages.extend(pages_of(deck, &steps).into_iter().map(|(size, rows)| (steps.clone(), size, rows)));
        }
        let count = pages.len();
        if count == 0 {
            let mut slide = deck.slide(&title);
            slide.notes.clone_from(&stage.notes);
            deck.add(&slide);
        }
        for (part, (steps, size, rows)) in pages.into_iter().enumerate() {
            let mut slide = deck.slide(&deck.part_title(&title, part, count));
            table(deck, &mut slide, stage, &steps, size, &rows);
            slide.notes = notes(deck, stage, &steps, part == 0);
            deck.add(&slide);
        }
    }
}

/// What the speaker should know: the notes of the stage, and of its steps and cards; and what has no place in the table: how
/// long steps take, where they branch off to, and where cards lead.
fn notes(deck: &Deck<'_>, stage: &Stage, steps: &[&Step], first: bool) -> String {
    let (map, words) = (deck.map(), deck.words());
    let mut notes = Vec::new();
    if first && !stage.notes.trim().is_empty() {
        notes.push(stage.notes.clone());
    }
    for step in steps {
        let mut of_step: Vec<String> = Vec::new();
        let own = said::step(words, map, step);
        if !own.is_empty() {
            of_step.push(own.join(" · "));
        }
        if !step.notes.trim().is_empty() {
            of_step.push(step.notes.clone());
        }
        let cards = step.cards.iter().filter(|card| !card.notes.trim().is_empty());
        of_step.extend(cards.map(|card| format!("– {}: {}", one_line(&card.text), card.notes)));
        for card in &step.cards {
            let to = card.links.iter().filter_map(|link| map.card(link.to));
            of_step.extend(to.map(|(_, to)| {
                let (from, to) = (card_name(words, map, card), card_name(words, map, to));
                format!("– {} → {}", one_line(&from), one_line(&to))
            }));
        }
        if !of_step.is_empty() {
            notes.push(format!("{}\n{}", one_line(&step.name), of_step.join("\n")));
        }
    }
    notes.join("\n\n")
}

/// The cards of a lane that began before this step and still hold at it.
fn gone_on<'a>(map: &'a JourneyMap, lane: &'a Lane, step: &'a Step) -> impl Iterator<Item = &'a Card> {
    let place = |id| map.steps().position(|(_, step)| step.id == id);
    let here = place(step.id).unwrap_or_default();
    let before = map.steps().take(here).flat_map(|(_, step)| &step.cards).filter(move |card| card.lane == lane.id);
    before.filter(move |card| card.until.and_then(place).is_some_and(|until| until >= here)).map(|card| &**card)
}

/// Rows on pages, with the size of their words.
fn pages_of<'a>(deck: &mut Deck<'a>, steps: &[&Step]) -> Vec<(f64, Vec<Row<'a>>)> {
    let (map, all) = (deck.map(), deck.source.all);
    let column = (WIDTH - 2.0 * EDGE - NAMES) / steps.len() as f64;
    let rows: Vec<(&Lane, String, Vec<Vec<String>>)> = map
        .lanes
        .iter()
        .filter(|lane| all || !lane.hidden)
        .filter_map(|lane| {
            let mut cells: Vec<Vec<String>> = steps.iter().map(|step| said_at(map, deck.words(), lane, step)).collect();
            if let (Some(first), Some(begins)) = (cells.first_mut(), steps.first()) {
                first.splice(
                    0..0,
                    gone_on(map, lane, begins).map(|card| format!("… {}", said_by(map, deck.words(), card))),
                );
            }
            if lane.kind == LaneKind::Metrics {
                // Lists say it so that it comes back in; a slide is only read.
                cells.iter_mut().flatten().for_each(|said| *said = said.replace(" -> ", "\u{a0}→\u{a0}"));
            }
            let says = cells.iter().any(|cell| !cell.is_empty());
            says.then(|| (&**lane, crate::export::tables::lane_name(deck.words(), lane), cells))
        })
        .collect();
    let measured = |deck: &mut Deck<'a>, size: f64| -> Vec<Row<'a>> {
        rows.iter()
            .map(|(lane, name, cells)| {
                let height = cells.iter().map(|cell| cell_height(deck, cell, size, column)).fold(0.0, f64::max);
                let height = height.max(deck.height(name, size.min(13.0), true, NAMES - 8.0) + 6.0);
                Row { lane, name: name.clone(), cells: cells.clone(), height }
            })
            .collect()
    };
    let room = BOTTOM - TOP - head_height(deck, steps, column);
    for size in SIZES {
        let rows = measured(deck, size);
        if rows.iter().map(|row| row.height).sum::<f64>() <= room {
            return vec![(size, rows)];
        }
    }
    // No size is small enough: the rows go on on more slides.
    let size = SEVERAL;
    let mut pages: Vec<(f64, Vec<Row<'a>>)> = vec![(size, Vec::new())];
    let mut used = 0.0;
    let rows = measured(deck, size);
    for row in rows.into_iter().flat_map(|row| split(deck, row, size, column, room)).collect::<Vec<_>>() {
        if used + row.height > room && used > 0.0 {
            pages.push((size, Vec::new()));
            used = 0.0;
        }
        used += row.height;
        if let Some((_, page)) = pages.last_mut() {
            page.push(row);
        }
    }
    pages
}

/// A row that is higher than a slide, as several.
fn split<'a>(deck: &mut Deck<'a>, row: Row<'a>, size: f64, column: f64, room: f64) -> Vec<Row<'a>> {
    if row.height <= room {
        return vec![row];
    }
    let mut rows = Vec::new();
    let mut rest = row.cells;
    // What a single card says may be higher than a slide, too.
    for cell in &mut rest {
        let width = column - CELL - BULLET;
        *cell = cell.iter().flat_map(|line| deck.cut(line, size, false, width, room - AIR)).collect();
    }
    while rest.iter().any(|cell| !cell.is_empty()) {
        let mut cells = Vec::new();
        for cell in &mut rest {
            // At least one, so that it ends.
            let mut taken = usize::from(!cell.is_empty());
            while taken < cell.len() && cell_height(deck, &cell[..=taken], size, column) <= room {
                taken += 1;
            }
            cells.push(cell.drain(..taken).collect::<Vec<_>>());
        }
        let height = cells.iter().map(|cell| cell_height(deck, cell, size, column)).fold(0.0, f64::max);
        rows.push(Row { lane: row.lane, name: row.name.clone(), cells, height });
    }
    rows
}

fn cell_height(deck: &mut Deck<'_>, lines: &[String], size: f64, column: f64) -> f64 {
    let room = column - CELL - if lines.len() > 1 { BULLET } else { 0.0 };
    lines.iter().map(|line| deck.height(line, size, false, room)).sum::<f64>() + AIR
}

fn head_height(deck: &mut Deck<'_>, steps: &[&Step], column: f64) -> f64 {
    let mut highest = 16.0_f64;
    for step in steps {
        let name = step_name(deck, step, column);
        highest = highest.max(deck.height(&name, HEAD, true, column - CELL));
    }
    highest + 8.0
}

fn step_name(deck: &mut Deck<'_>, step: &Step, column: f64) -> String {
    let mark = if step.moment_of_truth { " ★" } else { "" };
    let name = deck.shortened(&one_line(&step.name), HEAD, true, column - CELL - 2.0 * HEAD, MOST_HEAD);
    format!("{name}{mark}")
}

fn table(deck: &mut Deck<'_>, slide: &mut Slide, stage: &Stage, steps: &[&Step], size: f64, rows: &[Row<'_>]) {
    let palette = deck.source.palette;
    let colors = palette.phase(stage.phase);
    let column = (WIDTH - 2.0 * EDGE - NAMES) / steps.len() as f64;
    let ground = Some(Ink::Own(colors.tint));
    let mut cells = vec![TableCell { words: Said::default(), ground }];
    for step in steps {
        let name = step_name(deck, step, column);
        let words = Said::of(&name, Face::plain(HEAD).bold().ink(Ink::Own(colors.text))).middle();
        cells.push(TableCell { words, ground });
    }
    let mut table = vec![(head_height(deck, steps, column), cells)];
    let room = BOTTOM - TOP - table[0].0;
    // A few rows have the slide's room between them.
    let airy = (room / rows.iter().map(|row| row.height).sum::<f64>().max(1.0)).clamp(1.0, MOST_AIR);
    for row in rows {
        let ground = match row.lane.kind {
            LaneKind::PainPoints if row.lane.color.is_none() => Some(Ink::Own(palette.pain.tint)),
            LaneKind::Opportunities if row.lane.color.is_none() => Some(Ink::Own(palette.opportunity.tint)),
            _ => row.lane.color.map(|color| Ink::Own(palette.lane(Some(color)))),
        };
        let name = Said::of(&row.name, Face::plain(size.min(13.0)).bold().ink(Ink::Weak)).middle();
        let mut cells = vec![TableCell { words: name, ground }];
        for lines in &row.cells {
            let mut words = Said::default();
            for line in lines {
                if lines.len() > 1 {
                    words.point(&one_line(line), Face::plain(size))
                } else {
                    words.push(line, Face::plain(size))
                }
            }
            cells.push(TableCell { words: words.middle(), ground });
        }
        table.push((row.height * airy, cells));
    }
    let widths: Vec<f64> = std::iter::once(NAMES).chain(std::iter::repeat_n(column, steps.len())).collect();
    let name = words!(deck.words(), "slides-stage-table", stage = one_line(&stage.name));
    slide.table(&name, (EDGE, TOP), &widths, &table, Ink::Own(deck.rule()));
}
