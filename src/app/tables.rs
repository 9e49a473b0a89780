//! Tables that become maps: ours without a question, those of other programs through a dialog that shows what will come of
//! them. Must not know how a table is read.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::application::App;
use super::dialogs::{Dialog, TableDialog};
use super::session::{SessionId, file_name};
use super::task::{Purpose, TableWish};
use crate::file::disk::{LoadError, load_bytes, save_bytes};
use crate::file::{mapping, say};
use crate::import::file::{self, list_beside};
use crate::import::tabular;
use crate::import::tabular::sheet::Book;
use crate::model::TableShape;
use crate::words;

/// The tables of a file, and of lists of ours beside it.
fn book(path: &Path, bytes: &[u8]) -> Result<Book, crate::import::table::TableError> {
    file::book(bytes, &TableShape::default(), &|key| load_bytes(&list_beside(path, key)).ok())
}

/// Whether a table rather shows a journey than answers about one.
pub(super) fn is_journey(path: &Path) -> bool {
    let Ok(bytes) = load_bytes(path) else { return false };
    book(path, &bytes).is_ok_and(|book| tabular::is_journey(&book) || tabular::is_own_list(&book))
}

impl App {
    /// Opens a table as a map: at once where it is one of ours, else after a dialog.
    pub(super) fn open_table(&mut self, context: &Context, path: &Path, survey_of: Option<SessionId>) {
        let words = self.words.clone();
        let name = file_name(path).unwrap_or_default();
        let bytes = match load_bytes(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let why = say::load_error(&words, &error);
                self.complain(context, words!(words, "error-import", name = name, why = why));
                return;
            }
        };
        match book(path, &bytes) {
            Ok(book) => match file::own_table(&bytes, &book) {
                Some(incoming) => {
                    let notes = file::notes(&incoming, &words);
                    self.take_in(context, path, incoming.map, notes);
                }
                None => {
                    let survey_of = survey_of.or(self.active);
                    self.dialogs.push(Dialog::Table(Box::new(TableDialog::new(path, bytes, book, survey_of))));
                }
            },
            Err(error) => {
                let why = tabular::say::table_error_words(&error, &words);
                self.complain(context, words!(words, "error-import", name = name, why = why));
            }
        }
    }

    /// Does what is wanted with a table.
    pub(super) fn table_wish(&mut self, context: &Context, wish: TableWish) {
        match wish {
            TableWish::SaveMapping => self.ask(context, Purpose::SaveTable),
            TableWish::LoadMapping => self.ask(context, Purpose::LoadTable),
            TableWish::TakeIn { path, map, notes } => self.take_in(context, &path, *map, notes),
        }
    }

    fn table_dialog(&mut self) -> Option<&mut TableDialog> {
        self.dialogs.iter_mut().find_map(|dialog| match dialog {
            Dialog::Table(dialog) => Some(&mut **dialog),
            _ => None,
        })
    }

    /// Where the table is that is being matched.
    pub(super) fn table_dialog_path(&self) -> Option<PathBuf> {
        self.dialogs.iter().find_map(|dialog| match dialog {
            Dialog::Table(dialog) => Some(dialog.path().to_owned()),
            _ => None,
        })
    }

    /// Keeps how a table is matched.
    pub(super) fn save_table_mapping(&mut self, context: &Context, path: &Path) {
        let Some(text) = self.table_dialog().map(|dialog| mapping::write_table(dialog.mapping())) else { return };
        match save_bytes(path, text.as_bytes()) {
            Ok(()) => {
                let name = file_name(path).unwrap_or_default();
                self.tell(context, words!(self.words, "survey-mapping-saved", name = name));
            }
            Err(error) => self.complain(context, say::save_error(&self.words, &error)),
        }
    }

    /// Takes over how a table was matched.
    pub(super) fn load_table_mapping(&mut self, context: &Context, path: &Path) {
        let read = load_bytes(path).and_then(|bytes| {
            mapping::read_table(&bytes).map_err(|error| LoadError::NoMap { path: path.to_owned(), error })
        });
        match read {
            Ok(mapping) => {
                if let Some(dialog) = self.table_dialog() {
                    dialog.take_mapping(mapping);
                }
            }
            Err(error) => self.complain(context, say::load_error(&self.words, &error)),
        }
    }
}
