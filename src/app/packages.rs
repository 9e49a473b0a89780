//! Packages, a map and its pictures as one file: opened, they become a map that isn't saved yet, with its pictures where those
//! of unsaved maps are; saved as, a package is written to be sent and the map stays as it is. Must not know what a package is
//! made of.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::application::App;
use super::dialogs::Dialog;
use super::foreign::Unpacked;
use super::session::{SessionId, file_name};
use super::task::{AfterSave, ExportWish};
use crate::edit::Document;
use crate::export::{ExportOptions, Format};
use crate::file::package;
use crate::file::say;
use crate::words;

/// Whether a file is called a package.
pub(super) fn is_package(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(package::ENDING))
}

impl App {
    /// Opens the map of a package; its pictures stand where those of maps are that were never saved, and go to its folder when
    /// it is saved.
    pub(super) fn open_package(&mut self, context: &Context, path: &Path, unpacked: Unpacked) {
        let words = self.words.clone();
        let name = file_name(path).unwrap_or_default();
        let id = self.add(Document::unsaved(unpacked.map), None);
        let rescue = self.rescue.clone();
        let Some(session) = self.session(id) else { return };
        session.came_from = Some(path.to_owned());
        if let Some(writer) = unpacked.kept.take() {
            session.take_over(writer, &rescue);
        }
        match unpacked.left {
            Ok(left) if left.is_empty() => self.tell(context, words!(words, "package-opened", name = name)),
            Ok(left) => {
                let notes = left.iter().map(|left| (0, say::left_out(&words, left))).collect();
                self.dialogs.push(Dialog::Imported { name, notes });
            }
            Err(why) => self.complain(context, words!(words, "package-no-pictures", name = name, why = why)),
        }
    }

    /// Writes a package where a map was to be saved: it is no place to go on working in. Where the map is to be closed it is
    /// asked again where to save the map itself.
    pub(super) fn save_as_package(&mut self, context: &Context, id: SessionId, path: PathBuf, then: AfterSave) {
        let wish = ExportWish { session: id, format: Format::Package, options: ExportOptions::default() };
        self.export(context, &wish, &path);
        self.note(context, words!(self.words, "package-saved-as"));
        if then != AfterSave::Stay {
            self.ask_where_to_save(context, id, then);
        }
    }
}
