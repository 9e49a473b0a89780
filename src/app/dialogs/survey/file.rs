//! The file of the answers: which it is, and how it is read where that had to be found out.

use eframe::egui::{RichText, Ui};

use super::SurveyDialog;
use crate::app::look::{Control, Kind, Look, TEXT, field, list, medium};
use crate::app::task::{SurveyWish, Task};
use crate::i18n::Words;
use crate::import::table::Shape;
use crate::model::{Encoding, Quoting, TableShape};
use crate::words;

/// The delimiters that are offered.
const DELIMITERS: [char; 5] = [',', ';', '\t', '|', ':'];

impl SurveyDialog {
    /// The file's name and how it is read.
    pub(super) fn file(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        ui.horizontal(|ui| {
            let text = RichText::new(&self.sources.file).font(medium(TEXT)).color(look.colors.text);
            ui.label(text);
            let other = words!(words, "dialog-survey-other-file");
            if Control::text(&other).kind(Kind::Quiet).with_icon("folder-open").show(ui, look).clicked() {
                tasks.push(Task::Survey(SurveyWish::Choose(self.session, self.renew)));
            }
        });
        let Some(table) = &self.opened else { return };
        let (shape, sheets, heading) = (table.shape.clone(), table.sheets.clone(), table.heading);
        let mut wanted: Option<TableShape> = None;
        // Only what a person says is kept: a newer file may be written otherwise.
        let said = self.mapping.table.clone();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let one = |ui: &mut Ui, label: String, width: f32, entries: &[String], place: Option<usize>| {
                let mut chosen = None;
                ui.allocate_ui(eframe::egui::vec2(width, 48.0), |ui| {
                    ui.set_width(width);
                    field(ui, look, &label, |ui| {
                        let entries: Vec<(Option<&str>, &str)> =
                            entries.iter().map(|entry| (None, entry.as_str())).collect();
                        chosen = list(ui, look, &label, &entries, place);
                    });
                });
                chosen
            };
            match &shape {
                Shape::Text { encoding, delimiter, quoting } => {
                    let names = Encoding::ALL.map(|encoding| encoding.name().to_owned());
                    let place = Encoding::ALL.iter().position(|known| known == encoding);
                    if let Some(place) = one(ui, words!(words, "dialog-survey-encoding"), 150.0, &names, place) {
                        wanted = Some(TableShape { encoding: Encoding::ALL.get(place).copied(), ..said.clone() });
                    }
                    let current = char::from(*delimiter);
                    let mut all = DELIMITERS.to_vec();
                    if !all.contains(&current) {
                        all.push(current);
                    }
                    let names: Vec<String> = all.iter().map(|delimiter| delimiter_word(*delimiter, words)).collect();
                    let place = all.iter().position(|known| *known == current);
                    if let Some(place) = one(ui, words!(words, "dialog-survey-delimiter"), 150.0, &names, place) {
                        wanted = Some(TableShape { delimiter: all.get(place).copied(), ..said.clone() });
                    }
                    let names = [
                        words!(words, "dialog-survey-quote-double"),
                        words!(words, "dialog-survey-quote-single"),
                        words!(words, "dialog-survey-quote-off"),
                    ];
                    let place = Quoting::ALL.iter().position(|known| known == quoting);
                    if let Some(place) = one(ui, words!(words, "dialog-survey-quoting"), 150.0, &names, place) {
                        wanted = Some(TableShape { quoting: Quoting::ALL.get(place).copied(), ..said.clone() });
                    }
                }
                Shape::Sheet(name) => {
                    let place = sheets.iter().position(|sheet| sheet == name);
                    if let Some(place) = one(ui, words!(words, "dialog-survey-sheet"), 220.0, &sheets, place) {
                        wanted = Some(TableShape { sheet: sheets.get(place).cloned(), heading: None, ..said.clone() });
                    }
                }
            }
            let most = heading.max(6);
            let names: Vec<String> = (0..=most)
                .map(|row| match row {
                    0 => words!(words, "dialog-survey-no-heading"),
                    row => words!(words, "dialog-survey-heading-row", row = words.number(f64::from(row), 0)),
                })
                .collect();
            if let Some(place) = one(ui, words!(words, "dialog-survey-heading"), 150.0, &names, Some(heading as usize))
            {
                wanted = Some(TableShape { heading: u32::try_from(place).ok(), ..said.clone() });
            }
        });
        if let Some(shape) = wanted {
            self.mapping.table = shape;
            self.look_again();
        }
    }
}

fn delimiter_word(delimiter: char, words: &Words) -> String {
    match delimiter {
        ',' => words!(words, "dialog-survey-comma"),
        ';' => words!(words, "dialog-survey-semicolon"),
        '\t' => words!(words, "dialog-survey-tab"),
        '|' => words!(words, "dialog-survey-bar"),
        ':' => words!(words, "dialog-survey-colon"),
        other => format!("“{other}”"),
    }
}
