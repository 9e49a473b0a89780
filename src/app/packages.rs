//! Packages, a map and its pictures as one file: opened, they become a map that isn't saved yet, with its pictures where those
//! of unsaved maps are; saved as, a package is written to be sent and the map stays as it is. Must not know what a package is
//! made of.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::application::App;
use super::dialogs::Dialog;
use super::session::{SessionId, file_name};
use super::task::{AfterSave, ExportWish};
use crate::edit::Document;
use crate::export::{ExportOptions, Format};
use crate::file::package::{self, Package, PackageError};
use crate::file::say;
use crate::words;

/// Whether a file is called a package.
pub(super) fn is_package(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(package::ENDING))
}

impl App {
    /// Opens the map of a package; its pictures go where those of maps are that were never saved, and to its folder when it is
    /// saved.
    pub(super) fn open_package(&mut self, context: &Context, path: &Path) {
        let words = self.words.clone();
        let name = file_name(path).unwrap_or_default();
        let opened = File::open(path).map_err(PackageError::from).and_then(|file| Package::open(BufReader::new(file)));
        let package = match opened {
            Ok(package) => package,
            Err(error) => {
                let why = say::package_error(&words, &error);
                self.complain(context, words!(words, "error-open", name = name, why = why));
                return;
            }
        };
        let id = self.add(Document::unsaved(package.opened.map.clone()), None);
        let (folder, rescue) = (self.recovery.clone(), self.rescue.clone());
        let Some(session) = self.session(id) else { return };
        session.came_from = Some(path.to_owned());
        if !package.has_pictures() {
            self.tell(context, words!(words, "package-opened", name = name));
            return;
        }
        let unpacked = match session.image_folder(folder.as_ref(), &rescue) {
            Ok(folder) => package.unpack(&folder).map_err(|error| say::unpack_error(&words, &error)),
            Err(error) => Err(say::picture_error(&words, &error)),
        };
        session.forget_picture();
        match unpacked {
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
