//! Questions and pages that lie over the window.

mod beside;
mod compare;
mod export;
mod library;
mod outline;
mod pages;
mod path;
mod problems;
mod questions;
mod recovery;
mod settings;
mod survey;
mod table;
mod thumbnail;
mod versions;

use std::path::PathBuf;

use eframe::egui::{Context, CornerRadius, Frame, Id, Margin, Modal, ModalResponse, Rect, ScrollArea, Ui};

pub(crate) use compare::{Choice, CompareDialog};
pub(crate) use export::ExportDialog;
pub(crate) use library::LibraryDialog;
pub(crate) use outline::{Came, OutlineDialog};
pub(crate) use path::PathDialog;
pub(crate) use recovery::{Lost, RecoveryDialog};
pub(crate) use survey::SurveyDialog;
pub(crate) use table::TableDialog;
pub(crate) use versions::VersionsDialog;

use super::look::{Look, follow_focus};
use super::problems::Problems;
use super::session::SessionId;
use super::settings::Preferences;
use super::start::TemplateName;
use super::task::{AfterSave, Purpose, Task};
use crate::i18n::Words;
use crate::model::Address;

/// What lies over the window.
#[derive(Debug)]
pub(crate) enum Dialog {
    /// Whether to save a map before it is closed.
    Unsaved {
        /// Which map.
        session: SessionId,
        /// What it is called.
        name: String,
        /// What is being closed.
        then: AfterSave,
    },
    /// Whether to read a map that somebody else has open, or to work on a copy.
    InUse {
        /// Which map.
        session: SessionId,
        /// Its file's name.
        name: String,
        /// Who has it open, and since when.
        who: String,
    },
    /// Which recovery copies to bring back.
    Recovery(RecoveryDialog),
    /// What a map's file said before.
    Versions(VersionsDialog),
    /// Which template to start with.
    Template(Vec<TemplateName>),
    /// What changed between two maps.
    Compare(Box<CompareDialog>),
    /// What to export to.
    Export(ExportDialog),
    /// An indented text that becomes a map.
    Outline(OutlineDialog),
    /// Answers of a survey that come into a map.
    Survey(Box<SurveyDialog>),
    /// A table of another program that becomes a map.
    Table(Box<TableDialog>),
    /// Which file, where the system has no dialog of its own.
    Path(PathDialog),
    /// Whether to write over a file that the dialog before didn't ask about.
    Replace {
        /// What the path is for.
        purpose: Purpose,
        /// The file.
        path: PathBuf,
    },
    /// Whether to open an address.
    Address(Address),
    /// What the library holds.
    Library(LibraryDialog),
    /// What a map lacks, and which one.
    Problems(Option<SessionId>, Problems),
    /// What of a file of another program wasn't plain.
    Imported {
        /// The file's name.
        name: String,
        /// The line, counted from 1, or 0 where it concerns none; and what.
        notes: Vec<(usize, String)>,
    },
    /// How the window should be.
    Settings(Preferences),
    /// All keys.
    Keys,
    /// What this is.
    About,
}

impl Dialog {
    /// The map that was shown when it opened, where what is wanted in it is done to the shown map.
    pub(crate) const fn session(&self) -> Option<SessionId> {
        match self {
            Self::Outline(dialog) => dialog.session,
            Self::Library(dialog) => dialog.session,
            Self::Problems(session, _) => *session,
            _ => None,
        }
    }

    /// Whether something is being worked out for it.
    pub(crate) const fn is_busy(&self) -> bool {
        match self {
            Self::Versions(dialog) => dialog.is_busy(),
            Self::Table(dialog) => dialog.is_busy(),
            _ => false,
        }
    }

    /// Shows it; whether it stays open. What it wants is put into `tasks`.
    pub(crate) fn ui(&mut self, context: &Context, look: &Look, words: &Words, tasks: &mut Vec<Task>) -> bool {
        match self {
            Self::Unsaved { session, name, then } => {
                questions::unsaved(context, look, words, (*session, name, *then), tasks)
            }
            Self::InUse { session, name, who } => questions::in_use(context, look, words, (*session, name, who), tasks),
            Self::Recovery(dialog) => dialog.ui(context, look, words, tasks),
            Self::Versions(dialog) => dialog.ui(context, look, words, tasks),
            Self::Template(names) => questions::template(context, look, words, names, tasks),
            Self::Compare(dialog) => dialog.ui(context, look, words, tasks),
            Self::Export(dialog) => dialog.ui(context, look, words, tasks),
            Self::Outline(dialog) => dialog.ui(context, look, words, tasks),
            Self::Survey(dialog) => dialog.ui(context, look, words, tasks),
            Self::Table(dialog) => dialog.ui(context, look, words, tasks),
            Self::Path(dialog) => dialog.ui(context, look, words, tasks),
            Self::Replace { purpose, path } => questions::replace(context, look, words, purpose, path, tasks),
            Self::Address(address) => questions::address(context, look, words, address, tasks),
            Self::Library(dialog) => dialog.ui(context, look, words, tasks),
            Self::Problems(_, problems) => problems::problems(context, look, words, problems, tasks),
            Self::Imported { name, notes } => pages::imported(context, look, words, name, notes),
            Self::Settings(preferences) => settings::settings(context, look, words, preferences, tasks),
            Self::Keys => pages::keys(context, look, words),
            Self::About => pages::about(context, look, words),
        }
    }
}

/// A sheet in the middle of the window, so wide, with its content; and whether it should close because Escape was
/// pressed or the veil clicked.
fn sheet<R>(context: &Context, look: &Look, name: &str, width: f32, content: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
    let modal = spread(context, look, name, width, content);
    let close = modal.should_close();
    (modal.inner, close)
}

/// The same for what takes somebody some work: a click that misses it doesn't close it.
fn work_sheet<R>(
    context: &Context,
    look: &Look,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> (R, bool) {
    let modal = spread(context, look, name, width, content);
    let close = modal.should_close() && !modal.backdrop_response.clicked();
    (modal.inner, close)
}

/// What scrolls in a sheet, `room` points high at most. Where it does, the bar is seen, beside the content and not over it.
fn scrolling<R>(ui: &mut Ui, salt: &str, room: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.make_persistent_id((salt, "scrolls"));
    let scrolls = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    ui.scope(|ui| {
        let bar = &mut ui.spacing_mut().scroll;
        bar.dormant_handle_opacity = bar.active_handle_opacity;
        bar.floating_width = bar.bar_width;
        let area = ScrollArea::vertical().id_salt(salt).max_height(room).min_scrolled_height(room);
        let shown = area.auto_shrink([false, true]).show(ui, |ui| {
            if scrolls {
                ui.set_width(ui.available_width() - 14.0);
            }
            let inner = content(ui);
            follow_focus(ui);
            inner
        });
        let now = shown.content_size.y > shown.inner_rect.height() + 0.5;
        if now != scrolls {
            ui.data_mut(|data| data.insert_temp(id, now));
            ui.ctx().request_discard("a bar came or went");
        }
        shown.inner
    })
    .inner
}

fn spread<R>(
    context: &Context,
    look: &Look,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    // A low window, or one with large letters, has none to spare around a sheet.
    let whole = context.content_rect().height();
    let margin = if whole < 480.0 { 14 } else { 24 };
    let frame =
        Frame::popup(&context.global_style()).inner_margin(Margin::same(margin)).corner_radius(CornerRadius::same(12));
    let id = Id::unique("dialog").with(name);
    let area = Modal::default_area(id).accessible_name(name).role(eframe::egui::Role::Dialog);
    let shown = Modal::new(id).area(area).frame(frame).backdrop_color(look.colors.veil).show(context, |ui| {
        let room = ui.ctx().content_rect().width() - 96.0;
        ui.set_width(width.min(room));
        let height = (whole - 2.0 * f32::from(margin) - 16.0).max(120.0);
        scrolling(ui, "sheet", height, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            content(ui)
        })
    });
    context.data_mut(|data| data.insert_temp(sheet_id(), shown.response.rect));
    shown
}

fn sheet_id() -> Id {
    Id::unique("sheet")
}

/// Where the sheet of the open dialog is, or that of the one that was open last.
pub(super) fn place_of_sheet(context: &Context) -> Option<Rect> {
    context.data(|data| data.get_temp(sheet_id()))
}
