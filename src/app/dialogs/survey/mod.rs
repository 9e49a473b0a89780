//! Answers of a survey that come into a map: which column is about what at the left, what will come in and what is left out at
//! the right, worked out anew on a thread of its own whenever something is matched otherwise.

mod columns;
mod file;
mod preview;
mod who;
mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Align, Context, Label, Layout, RichText, Ui};

use super::beside::{scrolled, two_columns};
use super::work_sheet;
use crate::app::look::{Control, Kind, Look, TEXT, heading, regular, segmented};
use crate::app::matched::Matching;
use crate::app::session::SessionId;
use crate::app::task::{SurveyWish, Task};
use crate::i18n::Words;
use crate::import::survey::say::error_words;
use crate::import::survey::{Profile, Sources, SurveyError};
use crate::import::table::Table;
use crate::model::{EvidenceId, JourneyMap, SurveyMapping};
use crate::words;

use work::{Counted, Work};

/// How wide the dialog is, in points.
const WIDTH: f32 = 1080.0;

/// What is shown at the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Page {
    #[default]
    Columns,
    Who,
    Evidence,
}

/// The open dialog.
#[derive(Debug)]
pub(crate) struct SurveyDialog {
    session: SessionId,
    map: Arc<JourneyMap>,
    path: PathBuf,
    sources: Sources,
    /// The entry of evidence whose place the answers take.
    renew: Option<EvidenceId>,
    mapping: SurveyMapping,
    /// The mapping is a person's, or was kept: it is not guessed anew.
    own: bool,
    /// What was kept of an older file.
    begun_with: Option<SurveyMapping>,
    /// Codes of each use, as they are typed.
    codes: Vec<String>,
    shared_codes: String,
    /// Dates, as they are typed.
    dates: [String; 2],
    /// Values of groups and exclusions, as they are typed.
    values: Vec<String>,
    limits: Vec<String>,
    table: Option<(Table, Profile)>,
    /// The file as it is read, also where it holds no answers.
    opened: Option<Table>,
    page: Page,
    /// Columns without a match are listed too.
    all: bool,
    work: Option<Work>,
    counted: Option<Counted>,
    failure: Option<String>,
}

impl SurveyDialog {
    /// Begins with a file of answers. `kept`: the entry and mapping of an older file, whose place it takes.
    pub(crate) fn new(
        session: SessionId,
        map: Arc<JourneyMap>,
        path: PathBuf,
        kept: Option<(EvidenceId, SurveyMapping)>,
    ) -> Self {
        let (renew, mapping) = match kept {
            Some((id, mapping)) => (Some(id), Some(mapping)),
            None => (None, None),
        };
        let mut dialog = Self {
            session,
            map,
            sources: sources_of(&path),
            path,
            renew,
            own: mapping.is_some(),
            begun_with: mapping.clone(),
            mapping: mapping.unwrap_or_default(),
            codes: Vec::new(),
            shared_codes: String::new(),
            dates: Default::default(),
            values: Vec::new(),
            limits: Vec::new(),
            table: None,
            opened: None,
            page: Page::Columns,
            all: false,
            work: None,
            counted: None,
            failure: None,
        };
        dialog.write_fields();
        dialog
    }

    /// Which map it is about.
    pub(crate) const fn session(&self) -> SessionId {
        self.session
    }

    /// How columns are matched now.
    pub(crate) const fn mapping(&self) -> &SurveyMapping {
        &self.mapping
    }

    /// Reads another file with what is matched now.
    pub(crate) fn read_file(&mut self, path: PathBuf) {
        self.sources = sources_of(&path);
        self.path = path;
        self.look_again();
    }

    /// Takes over a mapping that was kept.
    pub(crate) fn take_mapping(&mut self, mapping: SurveyMapping) {
        self.mapping = mapping;
        self.own = true;
        self.write_fields();
        self.look_again();
    }

    fn look_again(&mut self) {
        self.table = None;
        self.counted = None;
        self.failure = None;
        self.work = None;
    }

    /// What the mapping says, as it is typed.
    fn write_fields(&mut self) {
        self.codes = self.mapping.columns.iter().map(|column| column.no_answer.join(", ")).collect();
        self.shared_codes = self.mapping.no_answer.join(", ");
        let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        self.dates = [date(self.mapping.date), date(self.mapping.review_by)];
        self.write_values();
    }

    pub(super) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        self.go_on(context, words);
        let title = match self.renew {
            Some(_) => words!(words, "dialog-survey-refresh", name = self.mapping.name.as_str()),
            None => words!(words, "dialog-survey-title"),
        };
        let (open, close) = work_sheet(context, look, &title, WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            heading(ui, look, &title);
            self.file(ui, look, words, tasks);
            let height = (ui.ctx().content_rect().height() - 330.0).clamp(140.0, 460.0);
            let right = 372.0_f32.min(ui.available_width() * 0.42);
            two_columns(
                ui,
                self,
                (right, height),
                |this, ui| this.left(ui, look, words, height),
                |this, ui| this.preview(ui, look, words, height),
            );
            self.finish(ui, look, words, tasks)
        });
        let (open, given_up) = open;
        let stays = open && !close;
        if (close || given_up) && self.own && self.begun_with.as_ref() != Some(&self.mapping) {
            let matching = Matching::Answers(self.mapping.clone());
            tasks.push(Task::KeepMatching(self.path.clone(), Box::new(matching)));
        }
        if !stays && let Some(work) = &self.work {
            work.stop();
        }
        stays
    }

    fn left(&mut self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let names = [
            words!(words, "dialog-survey-columns"),
            words!(words, "dialog-survey-who"),
            words!(words, "dialog-survey-evidence"),
        ];
        let pages = [Page::Columns, Page::Who, Page::Evidence];
        let place = pages.iter().position(|page| *page == self.page);
        let label = words!(words, "dialog-survey-pages");
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if let Some(page) = segmented(ui, look, &label, &names, place).and_then(|place| pages.get(place)) {
            self.page = *page;
        }
        scrolled(ui, "survey-left", height - 40.0, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            match self.page {
                Page::Columns => self.columns(ui, look, words),
                Page::Who => self.who(ui, look, words),
                Page::Evidence => self.evidence(ui, look, words),
            }
        });
    }

    /// Goes on with what is under way, and begins what is to be worked out.
    fn go_on(&mut self, context: &Context, words: &Words) {
        if let Some(found) = self.work.as_ref().and_then(Work::found) {
            let of = self.work.take().map(|work| work.mapping.clone());
            match found {
                work::Found::Looked(Ok(looked)) => {
                    let (table, profile, guessed) = *looked;
                    if !self.own {
                        let name = std::mem::take(&mut self.mapping.name);
                        let table = std::mem::take(&mut self.mapping.table);
                        self.mapping = SurveyMapping { table, ..guessed };
                        if !name.trim().is_empty() {
                            self.mapping.name = name;
                        }
                        self.write_fields();
                        self.all = self.mapping.columns.is_empty();
                    }
                    self.opened = Some(table.clone());
                    self.table = Some((table, profile));
                }
                work::Found::Looked(Err((table, error))) => {
                    self.opened = table.map(|table| *table);
                    self.failure = Some(error_words(&error, words));
                }
                work::Found::Counted(Ok(counted)) => {
                    self.failure = None;
                    self.counted = Some(*counted);
                }
                work::Found::Counted(Err(SurveyError::Stopped)) => {}
                work::Found::Counted(Err(error)) => {
                    self.failure = Some(error_words(&error, words));
                    // What can't be counted isn't tried again until something changes.
                    self.counted = of.map(Counted::nothing);
                }
            }
        }
        let Some((table, _)) = &self.table else {
            if self.work.is_none() && self.failure.is_none() {
                let name = self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                self.work = Work::look(&self.path, &self.mapping.table, &self.map, name, context);
            }
            return;
        };
        let stale = self.counted.as_ref().is_none_or(|counted| counted.mapping != self.mapping);
        let running = self.work.as_ref().is_some_and(|work| work.mapping == self.mapping);
        if stale && !running {
            if let Some(work) = &self.work {
                work.stop();
            }
            let work = Work::count(table, &self.mapping, &self.map, &self.sources, self.renew, context);
            self.work = work;
        }
    }

    /// What came out for the mapping as it is now.
    fn fresh(&self) -> Option<&Counted> {
        self.counted.as_ref().filter(|counted| counted.mapping == self.mapping)
    }

    /// Whether the dialog stays, and whether nothing is to come of it.
    fn finish(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> (bool, bool) {
        let (mut open, mut given_up) = (true, false);
        ui.horizontal(|ui| {
            let keep = words!(words, "dialog-survey-save-mapping");
            if Control::text(&keep).with_icon("download").show(ui, look).clicked() {
                tasks.push(Task::Survey(SurveyWish::SaveMapping(self.session)));
            }
            let load = words!(words, "dialog-survey-load-mapping");
            if Control::text(&load).with_icon("upload").show(ui, look).clicked() {
                tasks.push(Task::Survey(SurveyWish::LoadMapping(self.session)));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let counted = self.fresh().is_some_and(|counted| counted.result.is_some());
                let ready = counted && self.dates_are_read();
                let name = match self.renew {
                    Some(_) => words!(words, "dialog-survey-go-refresh"),
                    None => words!(words, "dialog-survey-go"),
                };
                let go = Control::text(&name).kind(Kind::Primary).enabled(ready).show(ui, look);
                if go.clicked()
                    && let Some((wiring, answers, _)) = self.fresh().and_then(|counted| counted.result.as_ref())
                {
                    tasks.push(Task::Survey(SurveyWish::TakeIn {
                        session: self.session,
                        mapping: Box::new(self.mapping.clone()),
                        wiring: Box::new(wiring.clone()),
                        answers: Box::new(answers.clone()),
                        sources: self.sources.clone(),
                        renew: self.renew,
                    }));
                    open = false;
                }
                let cancel = Control::text(&words!(words, "window-cancel")).kind(Kind::Outlined).show(ui, look);
                given_up = cancel.clicked();
                open &= !given_up;
            });
        });
        (open, given_up)
    }

    /// Takes up what a person changed.
    fn changed(&mut self) {
        self.own = true;
    }
}

/// Where answers of a file come from.
fn sources_of(path: &Path) -> Sources {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Sources::of(&file, Some(path))
}

/// A line of weak text that wraps.
fn weak(ui: &mut Ui, look: &Look, text: impl Into<String>) {
    ui.add(Label::new(RichText::new(text).font(regular(TEXT)).color(look.colors.weak)).wrap());
}

/// The codes or values that were typed, between commas.
fn typed(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}
