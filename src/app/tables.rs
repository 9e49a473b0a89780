//! Tables that become maps: ours without a question, those of other programs through a dialog that shows what will come of
//! them. Must not know how a table is read.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::application::App;
use super::dialogs::{Dialog, TableDialog};
use super::foreign::ReadTable;
use super::session::file_name;
use super::task::{Purpose, TableWish};
use crate::file::disk::{LoadError, load_bytes, save_bytes};
use crate::file::{mapping, say};
use crate::words;

impl App {
    /// Asks how a table becomes a map.
    pub(super) fn open_table(&mut self, path: &Path, read: ReadTable) {
        let mut dialog = TableDialog::new(path, read, self.active);
        if let Some(kept) = self.matched.table(path) {
            dialog.take_mapping(kept.clone());
        }
        self.dialogs.push(Dialog::Table(Box::new(dialog)));
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
