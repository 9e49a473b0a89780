//! A table of another program that becomes a map: what its rows, columns and colours are at the left, the map that comes of it
//! at the right, made anew whenever something is matched otherwise.

mod parts;
mod preview;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::thumbnail::Thumbnail;
use super::work_sheet;
use crate::app::look::{Control, Kind, Look, SPACE, TEXT, field, heading, list, medium, regular, segmented};
use crate::app::session::SessionId;
use crate::app::task::{TableWish, Task};
use crate::export::images::ImageFolder;
use crate::i18n::Words;
use crate::import::file;
use crate::import::tabular::sheet::Book;
use crate::import::tabular::{Incoming, guess, guess_as, sheet_of};
use crate::model::{FeelingScale, TableForm, TableMapping, TableShape};
use crate::words;

/// How wide the dialog is, in points.
const WIDTH: f32 = 1040.0;
/// Scales that are offered: worst and best.
const SCALES: [(f64, f64); 7] =
    [(-2.0, 2.0), (1.0, 5.0), (0.0, 10.0), (1.0, 10.0), (0.0, 100.0), (-5.0, 5.0), (-3.0, 3.0)];

/// The open dialog.
pub(crate) struct TableDialog {
    path: PathBuf,
    name: String,
    bytes: Arc<[u8]>,
    book: Book,
    mapping: TableMapping,
    /// What comes of the mapping as it is now.
    incoming: Option<(Incoming, Thumbnail)>,
    /// The open map whose survey's answers it may hold instead.
    survey_of: Option<SessionId>,
}

impl std::fmt::Debug for TableDialog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TableDialog").field("path", &self.path).field("mapping", &self.mapping).finish_non_exhaustive()
    }
}

impl TableDialog {
    /// Asks how a table becomes a map. `survey_of`: it was dropped on this map, and may hold answers about it.
    pub(crate) fn new(path: &Path, bytes: Vec<u8>, book: Book, survey_of: Option<SessionId>) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mapping = guess(&book);
        Self { path: path.to_owned(), name, bytes: bytes.into(), book, mapping, incoming: None, survey_of }
    }

    /// How it is matched now.
    pub(crate) const fn mapping(&self) -> &TableMapping {
        &self.mapping
    }

    /// Where the table is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Takes over a mapping that was kept.
    pub(crate) fn take_mapping(&mut self, mapping: TableMapping) {
        let known = mapping.table.sheet.as_ref().is_none_or(|name| self.book.sheets.iter().any(|it| it.name == *name));
        // A newer file may call its sheet otherwise.
        let sheet = if known { mapping.table.sheet.clone() } else { self.mapping.table.sheet.clone() };
        let table = TableShape { sheet, heading: mapping.table.heading, ..self.mapping.table.clone() };
        self.mapping = TableMapping { table, ..mapping };
        self.incoming = None;
    }

    /// Looks at the sheet again as if nothing had been matched.
    fn guess_again(&mut self) {
        if let Some(sheet) = sheet_of(&self.book, &self.mapping) {
            self.mapping = guess_as(sheet, &self.mapping);
        }
        self.incoming = None;
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        if self.incoming.is_none() {
            let incoming = file::table(&self.bytes, &self.book, Some(&self.mapping), words);
            let map = Arc::new(incoming.map.clone());
            let picture = Thumbnail::new(map, ImageFolder::of_map(None));
            self.incoming = Some((incoming, picture));
        }
        let before = self.mapping.clone();
        let title = words!(words, "table-title");
        let (open, close) = work_sheet(context, look, &title, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            heading(ui, look, &title);
            ui.add(Label::new(RichText::new(&self.name).font(medium(TEXT)).color(look.colors.text)).truncate());
            self.form(ui, look, words);
            let height = (ui.ctx().content_rect().height() - 330.0).clamp(150.0, 520.0);
            let right = 440.0_f32.min(ui.available_width() * 0.45);
            let left = ui.available_width() - right - SPACE;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = SPACE;
                ui.allocate_ui(vec2(left, height), |ui| {
                    ui.set_min_size(vec2(left, height));
                    ui.vertical(|ui| {
                        ScrollArea::vertical().id_salt("table-left").max_height(height).auto_shrink(false).show(
                            ui,
                            |ui| {
                                ui.spacing_mut().item_spacing.y = 8.0;
                                // Room for the bar, so that nothing stands under it.
                                ui.set_width(ui.available_width() - 12.0);
                                self.parts(ui, look, words);
                            },
                        );
                    });
                });
                ui.allocate_ui(vec2(right, height), |ui| {
                    ui.set_min_size(vec2(right, height));
                    ui.vertical(|ui| self.preview(ui, look, words, height));
                });
            });
            self.finish(ui, look, words, tasks)
        });
        if self.mapping != before {
            self.incoming = None;
            context.request_repaint();
        }
        open && !close
    }

    /// Which sheet, and whether it is a grid or a list; between which figures feelings are said.
    fn form(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            if self.book.sheets.len() > 1 {
                let label = words!(words, "dialog-survey-sheet");
                let names: Vec<(Option<&str>, &str)> =
                    self.book.sheets.iter().map(|sheet| (None, sheet.name.as_str())).collect();
                let current = sheet_of(&self.book, &self.mapping).map(|sheet| sheet.name.clone());
                let place = current.and_then(|name| self.book.sheets.iter().position(|sheet| sheet.name == name));
                let chosen = narrow(ui, 200.0, |ui| field_list(ui, look, &label, &names, place));
                if let Some(sheet) = chosen.and_then(|place| self.book.sheets.get(place)) {
                    self.mapping.table = TableShape { sheet: Some(sheet.name.clone()), ..TableShape::default() };
                    self.guess_again();
                }
            }
            let label = words!(words, "table-form");
            narrow(ui, 220.0, |ui| {
                field(ui, look, &label, |ui| {
                    let forms = [TableForm::Grid, TableForm::List];
                    let names = [words!(words, "table-form-grid"), words!(words, "table-form-list")];
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    let place = forms.iter().position(|form| *form == self.mapping.form);
                    if let Some(form) = segmented(ui, look, &label, &names, place).and_then(|place| forms.get(place)) {
                        self.mapping.form = *form;
                        self.guess_again();
                    }
                });
            });
            let mut scales: Vec<Option<FeelingScale>> = vec![None];
            scales.extend(SCALES.map(|(worst, best)| Some(FeelingScale { worst, best })));
            if !scales.contains(&self.mapping.scale) {
                scales.push(self.mapping.scale);
            }
            let names: Vec<String> = scales.iter().map(|scale| scale_words(*scale, words)).collect();
            let names: Vec<(Option<&str>, &str)> = names.iter().map(|name| (None, name.as_str())).collect();
            let place = scales.iter().position(|scale| *scale == self.mapping.scale);
            let label = words!(words, "table-scale");
            let chosen = narrow(ui, 220.0, |ui| field_list(ui, look, &label, &names, place));
            if let Some(scale) = chosen.and_then(|place| scales.get(place)) {
                self.mapping.scale = *scale;
            }
        });
        let about = match self.mapping.form {
            TableForm::Grid => words!(words, "table-form-grid-about"),
            TableForm::List => words!(words, "table-form-list-about"),
        };
        ui.add(Label::new(RichText::new(about).font(regular(12.5)).color(look.colors.weak)).wrap());
    }

    fn finish(&self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        let mut open = true;
        ui.horizontal(|ui| {
            let keep = words!(words, "table-path-save");
            if Control::text(&keep).with_icon("download").show(ui, look).clicked() {
                tasks.push(Task::Table(TableWish::SaveMapping));
            }
            let load = words!(words, "table-path-load");
            if Control::text(&load).with_icon("upload").show(ui, look).clicked() {
                tasks.push(Task::Table(TableWish::LoadMapping));
            }
            if let Some(session) = self.survey_of {
                let answers = words!(words, "table-answers");
                if Control::text(&answers).with_icon("chart-column").show(ui, look).clicked() {
                    tasks.push(Task::Survey(crate::app::task::SurveyWish::Open(session, self.path.clone())));
                    open = false;
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let found = self.incoming.as_ref().map(|(incoming, _)| incoming);
                let ready = found.is_some_and(|incoming| !file::is_nothing(incoming));
                let go = Control::text(&words!(words, "table-go")).kind(Kind::Primary).enabled(ready).show(ui, look);
                if go.clicked()
                    && let Some(incoming) = found
                {
                    let notes = file::notes(incoming, words);
                    let map = Box::new(incoming.map.clone());
                    tasks.push(Task::Table(TableWish::TakeIn { path: self.path.clone(), map, notes }));
                    open = false;
                }
                let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
                open &= !cancel.clicked();
            });
        });
        open
    }
}

fn scale_words(scale: Option<FeelingScale>, words: &Words) -> String {
    match scale {
        None => words!(words, "table-scale-none"),
        Some(scale) => words!(
            words,
            "table-scale-range",
            worst = words.number_up_to(scale.worst, 2),
            best = words.number_up_to(scale.best, 2)
        ),
    }
}

/// Something no wider than this.
fn narrow<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.allocate_ui(vec2(width, 48.0), |ui| {
        ui.set_width(width);
        add(ui)
    })
    .inner
}

/// A list under its name.
fn field_list(
    ui: &mut Ui,
    look: &Look,
    label: &str,
    names: &[(Option<&str>, &str)],
    place: Option<usize>,
) -> Option<usize> {
    let mut chosen = None;
    field(ui, look, label, |ui| chosen = list(ui, look, label, names, place));
    chosen
}
