//! Files of other programs: opened or dropped, they become a new map, or a card. Must not know their formats.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::application::App;
use super::dialogs::Dialog;
use super::foreign::Foreign;
use super::packages::is_package;
use super::session::{SessionId, file_name};
use super::task::Task;
use crate::edit::Document;
use crate::file::images::{PICTURE_ENDINGS, PictureError};
use crate::file::{disk, say};
use crate::import::{TextPlace, file};
use crate::model::JourneyMap;
use crate::words;

/// Whether a file isn't a map of ours but one that can become one.
pub(super) fn is_foreign(path: &Path) -> bool {
    ending(path).is_some_and(file::is_read) || is_package(path)
}

/// What is to be done with a file that was let go over the window.
pub(super) fn dropped(path: &Path) -> Task {
    let picture = ending(path).is_some_and(|ending| PICTURE_ENDINGS.iter().any(|own| own.eq_ignore_ascii_case(ending)));
    if picture { Task::PutPicture(path.to_owned()) } else { Task::Open(path.to_owned()) }
}

/// How the name of a file ends.
pub(super) fn ending(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}

impl App {
    /// Does with a file of another program what it is wanted for: it becomes a new map, which isn't saved yet; or it is asked
    /// what it is to become.
    pub(super) fn import(&mut self, context: &Context, path: PathBuf, foreign: Foreign, dropped_on: Option<SessionId>) {
        let words = self.words.clone();
        let name = file_name(&path).unwrap_or_default();
        let before = self.active;
        let typing = self.shown().is_some_and(|session| session.document.in_gesture());
        match (foreign, dropped_on) {
            (Foreign::Map(Ok((map, notes))), _) => self.take_in(context, &path, *map, notes),
            (Foreign::Map(Err(why)), _) => {
                self.complain(context, words!(words, "error-import", name = name, why = why));
            }
            (Foreign::Table(read), _) => self.open_table(&path, read),
            (Foreign::Answers, Some(id)) => self.open_answers(context, id, path, None),
            (Foreign::Answers, None) => {}
            (Foreign::Package(Ok(unpacked)), _) => self.open_package(context, &path, *unpacked),
            (Foreign::Package(Err(why)), _) => {
                self.complain(context, words!(words, "error-open", name = name, why = why));
            }
        }
        if typing {
            // Nobody is taken away from a word half typed.
            self.active = before;
        }
    }

    /// Opens a map that was made of a file of another program, and says what of that wasn't plain.
    pub(super) fn take_in(
        &mut self,
        context: &Context,
        path: &Path,
        mut map: JourneyMap,
        notes: Vec<(TextPlace, String)>,
    ) {
        let name = file_name(path).unwrap_or_default();
        if map.title.is_empty() {
            map.title = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        }
        let id = self.add(Document::unsaved(map), None);
        if let Some(session) = self.session(id) {
            session.came_from = Some(path.to_owned());
        }
        if notes.is_empty() {
            self.tell(context, words!(self.words, "import-done", name = name));
        } else {
            let notes = notes.into_iter().map(|(at, note)| (at.line, note)).collect();
            self.dialogs.push(Dialog::Imported { name, notes });
        }
    }

    /// Does what letting a file go over the window does: for tests.
    #[doc(hidden)]
    pub fn drop_file(&mut self, context: &Context, path: &Path) {
        self.drop_files(context, &[path]);
    }

    /// The same with several that are let go together: for tests.
    #[doc(hidden)]
    pub fn drop_files(&mut self, context: &Context, paths: &[&Path]) {
        for task in self.all_dropped(paths.iter().map(|path| path.to_path_buf())) {
            self.perform(context, task);
        }
    }

    /// Puts a picture's file on the shown map, as a pasted picture would be.
    pub(super) fn put_dropped_picture(&mut self, context: &Context, path: &Path) {
        let words = self.words.clone();
        if self.active.is_none() {
            self.note(context, words!(words, "drop-picture-no-map"));
            return;
        }
        match disk::load_bytes(path) {
            Ok(bytes) => self.paste_picture_file(context, &bytes),
            Err(error) => {
                let why = say::picture_error(&words, &PictureError::Load(error));
                self.complain(context, words!(words, "error-picture", why = why));
            }
        }
    }
}
