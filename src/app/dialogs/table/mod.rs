//! A table of another program that becomes a map: what its rows, columns and colours are at the left, the map that comes of it
//! at the right, made anew, on a thread of its own, whenever something is matched otherwise.

mod parts;
mod preview;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Align, Context, Label, Layout, RichText, Ui, vec2};

use super::beside::{scrolled, two_columns};
use super::thumbnail::Thumbnail;
use super::work_sheet;
use crate::app::aside::Aside;
use crate::app::foreign::ReadTable;
use crate::app::look::{Control, Kind, Look, TEXT, field, heading, list, medium, regular, segmented};
use crate::app::matched::Matching;
use crate::app::session::SessionId;
use crate::app::task::{TableWish, Task};
use crate::export::images::ImageFolder;
use crate::i18n::Words;
use crate::import::TextPlace;
use crate::import::file;
use crate::import::tabular::sheet::Book;
use crate::import::tabular::{Incoming, guess_as, sheet_of};
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
    book: Arc<Book>,
    mapping: TableMapping,
    /// How it was guessed, before anybody matched anything.
    guessed: TableMapping,
    /// What comes of the mapping as it is now; until that is known, of the one before.
    coming: Option<Coming>,
    /// Whether it is that of the mapping as it is now.
    settled: bool,
    building: Option<Aside<Built>>,
    /// The open map whose survey's answers it may hold instead.
    survey_of: Option<SessionId>,
}

/// What comes of a mapping.
struct Coming {
    incoming: Incoming,
    /// What of the table wasn't plain, in words.
    notes: Vec<(TextPlace, String)>,
    picture: Thumbnail,
    samples: parts::Samples,
}

/// The same before it has a picture.
type Built = (Incoming, Vec<(TextPlace, String)>, parts::Samples);

impl std::fmt::Debug for TableDialog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TableDialog").field("path", &self.path).field("mapping", &self.mapping).finish_non_exhaustive()
    }
}

impl TableDialog {
    /// Asks how a table becomes a map. `survey_of`: it was dropped on this map, and may hold answers about it.
    pub(crate) fn new(path: &Path, read: ReadTable, survey_of: Option<SessionId>) -> Self {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ReadTable { bytes, book, mapping } = read;
        let (bytes, book) = (bytes.into(), Arc::new(book));
        let (path, coming, building) = (path.to_owned(), None, None);
        let guessed = mapping.clone();
        Self { path, name, bytes, book, mapping, guessed, coming, settled: false, building, survey_of }
    }

    /// Whether it is being worked out what comes of it.
    pub(super) const fn is_busy(&self) -> bool {
        self.building.is_some()
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
        self.unsettle();
    }

    /// Looks at the sheet again as if nothing had been matched.
    fn guess_again(&mut self) {
        if let Some(sheet) = sheet_of(&self.book, &self.mapping) {
            self.mapping = guess_as(sheet, &self.mapping);
        }
        self.unsettle();
    }

    /// It is matched otherwise: what is being worked out is of no use.
    fn unsettle(&mut self) {
        self.settled = false;
        self.building = None;
    }

    /// Works out what comes of the mapping, as far as it isn't known.
    fn build(&mut self, context: &Context, words: &Words) {
        if self.settled {
            return;
        }
        let building = self.building.take().unwrap_or_else(|| {
            let (bytes, book) = (Arc::clone(&self.bytes), Arc::clone(&self.book));
            let (mapping, words) = (self.mapping.clone(), words.clone());
            Aside::begin("table", context, move || {
                let incoming = file::table(&bytes, &book, Some(&mapping), &words);
                let notes = file::notes(&incoming, &words);
                (incoming, notes, parts::Samples::of(&book, &mapping))
            })
        });
        match building.found() {
            Some(Ok((incoming, notes, samples))) => {
                let picture = Thumbnail::new(Arc::new(incoming.map.clone()), ImageFolder::of_map(None));
                self.coming = Some(Coming { incoming, notes, picture, samples });
                self.settled = true;
            }
            Some(Err(_)) => self.settled = true,
            None => self.building = Some(building),
        }
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        self.build(context, words);
        let before = self.mapping.clone();
        let title = words!(words, "table-title");
        let (open, close) = work_sheet(context, look, &title, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            heading(ui, look, &title);
            ui.add(Label::new(RichText::new(&self.name).font(medium(TEXT)).color(look.colors.text)).truncate());
            self.form(ui, look, words);
            let height = (ui.ctx().content_rect().height() - 330.0).clamp(150.0, 520.0);
            let right = 440.0_f32.min(ui.available_width() * 0.45);
            two_columns(
                ui,
                self,
                (right, height),
                |this, ui| {
                    scrolled(ui, "table-left", height, |ui| {
                        ui.spacing_mut().item_spacing.y = 8.0;
                        this.parts(ui, look, words);
                    });
                },
                |this, ui| this.preview(ui, look, words, height),
            );
            self.finish(ui, look, words, tasks)
        });
        if self.mapping != before {
            self.unsettle();
            context.request_repaint();
        }
        let (open, given_up) = open;
        if (close || given_up) && self.mapping != self.guessed {
            let matching = Matching::Table(self.mapping.clone());
            tasks.push(Task::KeepMatching(self.path.clone(), Box::new(matching)));
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

    /// Whether the dialog stays, and whether nothing is to come of it.
    fn finish(&self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> (bool, bool) {
        let (mut open, mut given_up) = (true, false);
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
                let found = self.coming.as_ref().filter(|_| self.settled);
                let ready = found.is_some_and(|coming| !file::is_nothing(&coming.incoming));
                let go = Control::text(&words!(words, "table-go")).kind(Kind::Primary).enabled(ready).show(ui, look);
                if go.clicked()
                    && let Some(Coming { incoming, notes, .. }) = found
                {
                    let (map, notes) = (Box::new(incoming.map.clone()), notes.clone());
                    tasks.push(Task::Table(TableWish::TakeIn { path: self.path.clone(), map, notes }));
                    open = false;
                }
                let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
                given_up = cancel.clicked();
                open &= !given_up;
            });
        });
        (open, given_up)
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
