//! The library and the window: keeping what is selected, offering what is kept, inserting it with its picture.

use eframe::egui::Context;

use super::application::App;
use super::dialogs::{Dialog, LibraryDialog};
use super::library;
use crate::edit::command::Change;
use crate::file::library::Kept;
use crate::file::{images, say};
use crate::words;

impl App {
    /// Keeps what is selected in the library.
    pub(super) fn keep_selected(&mut self, context: &Context) {
        let Some(shelf) = self.library.clone() else { return self.no_library(context) };
        let Some(session) = self.shown() else { return };
        let (map, selection) = (session.document.map(), session.document.selection());
        let all = library::keepable(map, selection);
        let images = session.images.path().map(ToOwned::to_owned);
        let mut kept = 0;
        let mut name = String::new();
        for one in &all {
            match shelf.keep(one, images.as_deref()) {
                Ok(_) => {
                    kept += 1;
                    name = library::name(one, &self.words);
                }
                Err(error) => {
                    let why = say::save_error(&self.words, &error);
                    self.complain(context, words!(self.words, "error-library", why = why));
                    break;
                }
            }
        }
        if kept > 0 {
            let folder = shelf.path().display().to_string();
            self.tell(context, words!(self.words, "notice-kept", n = kept, name = name, folder = folder));
        }
    }

    /// Offers what the library holds.
    pub(super) fn open_library(&mut self, context: &Context) {
        let Some(shelf) = self.library.clone() else { return self.no_library(context) };
        match shelf.list() {
            Ok(listing) => {
                let folder = shelf.path().display().to_string();
                self.dialogs.push(Dialog::Library(LibraryDialog::new(self.active, folder, listing, &self.words)));
            }
            Err(error) => {
                let why = say::load_error(&self.words, &error);
                self.complain(context, words!(self.words, "error-library", why = why));
            }
        }
    }

    /// Inserts something that was kept, where the cursor stands. Its picture goes among the map's first.
    pub(super) fn insert_kept(&mut self, context: &Context, mut kept: Kept) {
        let (shelf, folder, rescue) = (self.library.clone(), self.recovery.clone(), self.rescue.clone());
        let words = self.words.clone();
        if let Kept::Persona(kept) = &mut kept
            && !kept.persona.portrait.is_empty()
            && let (Some(shelf), Some(session)) = (shelf, self.shown())
        {
            let copied = session
                .image_folder(folder.as_ref(), &rescue)
                .and_then(|folder| Ok(images::copy(&shelf.images(), &folder, &kept.persona.portrait)?));
            let portrait = std::mem::take(&mut kept.persona.portrait);
            match copied {
                Ok(Some(name)) => kept.persona.portrait = name,
                // A name without its picture would be a hole in the map.
                Ok(None) => {
                    let path = shelf.images().join(portrait).display().to_string();
                    let name = kept.persona.name.clone();
                    self.note(context, words!(words, "library-portrait-gone", name = name, path = path));
                }
                Err(error) => {
                    let why = say::picture_error(&words, &error);
                    self.complain(context, words!(words, "error-picture", why = why));
                }
            }
        }
        let mut ids = self.ids.clone();
        let change: Option<Change> = self
            .shown()
            .map(|session| library::insert(session.document.map(), session.document.selection(), &kept, &mut ids));
        self.ids = ids;
        if let Some(change) = change {
            self.change(context, change);
        }
    }

    fn no_library(&mut self, context: &Context) {
        let why = words!(self.words, "library-no-folder");
        self.complain(context, words!(self.words, "error-library", why = why));
    }
}
