//! What each row, column and colour of a table is, with the first of what stands there.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Color32, Label, RichText, Sense, Stroke, StrokeKind, Ui, vec2};

use super::TableDialog;
use crate::app::look::{Look, TEXT, list, medium, regular, section};
use crate::i18n::{Words, lane_kind_word};
use crate::import::tabular::sheet::{Book, Sheet};
use crate::import::tabular::{color_of, sheet_of};
use crate::model::{ColumnPart, LaneKind, Matched, RowPart, TableForm, TableMapping};
use crate::words;

/// Kinds of lanes that a table can fill.
fn kinds() -> impl Iterator<Item = LaneKind> {
    LaneKind::ALL.into_iter().filter(|kind| kind.content().is_some() || *kind == LaneKind::Emotion)
}

fn lane_words(kind: LaneKind, words: &Words) -> String {
    words!(words, "table-part-lane", lane = lane_kind_word(words, kind))
}

/// What a row or a colour can be.
fn row_parts(words: &Words, heads: bool) -> Vec<(RowPart, String)> {
    let mut parts = vec![(RowPart::Nothing, words!(words, "table-part-nothing"))];
    if heads {
        parts.push((RowPart::Stages, words!(words, "table-part-stages")));
        parts.push((RowPart::Steps, words!(words, "table-part-steps")));
    }
    parts.extend(kinds().map(|kind| (RowPart::Lane(kind), lane_words(kind, words))));
    parts
}

/// What a column can be.
fn column_parts(words: &Words) -> Vec<(ColumnPart, String)> {
    let mut parts = vec![
        (ColumnPart::Nothing, words!(words, "table-part-nothing")),
        (ColumnPart::Phase, words!(words, "table-part-phase")),
        (ColumnPart::Stage, words!(words, "table-part-stage")),
        (ColumnPart::Step, words!(words, "table-part-step")),
    ];
    parts.extend(kinds().map(|kind| (ColumnPart::Lane(kind), lane_words(kind, words))));
    parts.extend([
        (ColumnPart::Text, words!(words, "table-part-text")),
        (ColumnPart::LaneName, words!(words, "table-part-lane-name")),
        (ColumnPart::Color, words!(words, "table-part-color")),
        (ColumnPart::Across, words!(words, "table-part-across")),
        (ColumnPart::Down, words!(words, "table-part-down")),
        (ColumnPart::Persona, words!(words, "table-part-persona")),
        (ColumnPart::Owner, words!(words, "table-part-owner")),
        (ColumnPart::Notes, words!(words, "table-part-notes")),
        (ColumnPart::Channel, words!(words, "table-part-channel")),
        (ColumnPart::Severity, words!(words, "table-part-severity")),
        (ColumnPart::Share, words!(words, "table-part-share")),
        (ColumnPart::Impact, words!(words, "table-part-impact")),
        (ColumnPart::Effort, words!(words, "table-part-effort")),
        (ColumnPart::Moment, words!(words, "table-part-moment")),
    ]);
    parts
}

impl TableDialog {
    /// All rows or columns, and the colours of notes.
    pub(super) fn parts(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let none = Samples::default();
        let samples = self.coming.as_ref().map_or(&none, |coming| &coming.samples);
        match self.mapping.form {
            TableForm::Grid => {
                section(ui, look, &words!(words, "table-rows"));
                let parts = row_parts(words, false);
                for (place, row) in self.mapping.rows.iter_mut().enumerate() {
                    let label = words!(words, "table-row-part", name = row.name.as_str());
                    matched(ui, look, &label, row, &parts, (sample(&samples.parts, place), None));
                }
            }
            TableForm::List => {
                section(ui, look, &words!(words, "table-columns"));
                let parts = column_parts(words);
                for (place, column) in self.mapping.columns.iter_mut().enumerate() {
                    let label = words!(words, "table-column-part", name = column.name.as_str());
                    matched(ui, look, &label, column, &parts, (sample(&samples.parts, place), None));
                }
                if !self.mapping.colors.is_empty() {
                    section(ui, look, &words!(words, "table-colors"));
                }
                let parts = row_parts(words, true);
                for (place, color) in self.mapping.colors.iter_mut().enumerate() {
                    let label = words!(words, "table-color-part", name = color.name.as_str());
                    let shade = color_of(&color.name);
                    matched(ui, look, &label, color, &parts, (sample(&samples.colors, place), shade));
                }
            }
        }
        if self.mapping.rows.is_empty() && self.mapping.columns.is_empty() {
            let nothing = RichText::new(words!(words, "table-nothing")).font(regular(TEXT)).color(look.colors.weak);
            ui.add(Label::new(nothing).wrap());
        }
    }
}

/// What stands in a table, a little of it, beside each thing that is matched: found once, however large the table is.
#[derive(Debug, Default)]
pub(super) struct Samples {
    /// The first words of each row or column, in the order of the mapping.
    parts: Vec<String>,
    /// The first notes of each colour.
    colors: Vec<String>,
}

impl Samples {
    /// Of a table under a mapping.
    pub(super) fn of(book: &Book, mapping: &TableMapping) -> Self {
        let Some(sheet) = sheet_of(book, mapping) else { return Self::default() };
        let parts = match mapping.form {
            TableForm::Grid => first_words(sheet, mapping),
            TableForm::List => {
                let column = |(place, matched): (usize, &Matched<ColumnPart>)| {
                    let cells = sheet.rows.iter().skip(1).map(|row| row.get(place).map_or("", String::as_str));
                    let said = cells.filter(|cell| !cell.trim().is_empty() && *cell != matched.name).take(3);
                    said.map(short).collect::<Vec<_>>().join(" · ")
                };
                mapping.columns.iter().enumerate().map(column).collect()
            }
        };
        let place = |part| mapping.columns.iter().position(|column| column.part == part);
        let colors = match (place(ColumnPart::Color), place(ColumnPart::Text)) {
            (Some(color), Some(text)) => {
                let first = |name: &str| {
                    let rows = sheet.rows.iter().enumerate();
                    let of = rows.filter(|(_, row)| row.get(color).is_some_and(|cell| cell.trim() == name));
                    let said: Vec<String> = of.take(3).map(|(row, _)| short(sheet.cell(row, text))).collect();
                    said.join(" · ")
                };
                mapping.colors.iter().map(|color| first(&color.name)).collect()
            }
            _ => Vec::new(),
        };
        Self { parts, colors }
    }
}

/// The first words of the row that each name stands in.
fn first_words(sheet: &Sheet, mapping: &TableMapping) -> Vec<String> {
    let wanted: BTreeSet<String> = mapping.rows.iter().map(|matched| short(&matched.name)).collect();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for (number, row) in sheet.rows.iter().enumerate() {
        for cell in row {
            let cell = short(cell);
            if wanted.contains(&cell) {
                found.entry(cell).or_insert(number);
            }
        }
        if found.len() == wanted.len() {
            break;
        }
    }
    let said = |matched: &Matched<RowPart>| {
        let row = found.get(&short(&matched.name)).and_then(|number| sheet.rows.get(*number))?;
        let said = row.iter().skip(1).filter(|cell| !cell.trim().is_empty()).take(3);
        Some(said.map(|cell| short(cell)).collect::<Vec<_>>().join(" · "))
    };
    mapping.rows.iter().map(|matched| said(matched).unwrap_or_default()).collect()
}

/// A text in one short line.
fn short(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(48).collect()
}

fn sample(samples: &[String], place: usize) -> &str {
    samples.get(place).map_or("", String::as_str)
}

/// A name with what stands there, and what it is.
fn matched<T: Copy + PartialEq>(
    ui: &mut Ui,
    look: &Look,
    label: &str,
    matched: &mut Matched<T>,
    parts: &[(T, String)],
    (sample, shade): (&str, Option<[u8; 3]>),
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let room = ui.available_width() - 12.0;
        let left = room * 0.5;
        ui.allocate_ui(vec2(left, 36.0), |ui| {
            ui.set_width(left);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                // Lines of text, not of controls.
                ui.spacing_mut().interact_size.y = 16.0;
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    if let Some([r, g, b]) = shade {
                        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
                        let line = Stroke::new(1.0, look.colors.border_strong);
                        ui.painter().rect(rect, 3, Color32::from_rgb(r, g, b), line, StrokeKind::Inside);
                    }
                    let name = RichText::new(&matched.name).font(medium(TEXT)).color(look.colors.text);
                    ui.add(Label::new(name).truncate());
                });
                if !sample.is_empty() {
                    let text = RichText::new(sample).font(regular(11.5)).color(look.colors.weak);
                    ui.add(Label::new(text).truncate());
                }
            });
        });
        ui.allocate_ui(vec2(room - left, 28.0), |ui| {
            ui.set_width(room - left);
            let names: Vec<(Option<&str>, &str)> = parts.iter().map(|(_, name)| (None, name.as_str())).collect();
            let place = parts.iter().position(|(part, _)| *part == matched.part);
            if let Some((part, _)) = list(ui, look, label, &names, place).and_then(|place| parts.get(place)) {
                matched.part = *part;
            }
        });
    });
}
