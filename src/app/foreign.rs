//! What files of other programs, packages and tables give: read away from the window, since a few kilobytes may unpack to much.
//! Must not know what becomes of it: that is `importing`, `tables` and `packages`.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use super::importing::ending;
use super::packages::is_package;
use crate::file::disk::load_bytes;
use crate::file::images::PictureError;
use crate::file::package::{LeftOut, Package, PackageError};
use crate::file::recovery::{RecoveryFolder, RecoveryWriter};
use crate::file::{disk, say};
use crate::i18n::Words;
use crate::import::TextPlace;
use crate::import::file::{self, list_beside};
use crate::import::tabular;
use crate::import::tabular::sheet::Book;
use crate::model::{JourneyMap, TableMapping, TableShape};
use crate::words;

/// What a file of another program gives.
#[derive(Debug)]
pub(super) enum Foreign {
    /// A map, and what of the file wasn't plain; or why it gives none.
    Map(Result<Mapped, String>),
    /// A table that isn't one of ours.
    Table(ReadTable),
    /// A table that rather holds answers about a journey.
    Answers,
    /// A package; or why it can't be opened.
    Package(Result<Box<Unpacked>, String>),
}

/// A map, and what of its file wasn't plain: where, and in words.
pub(super) type Mapped = (Box<JourneyMap>, Vec<(TextPlace, String)>);

/// A table of another program.
#[derive(Debug)]
pub(crate) struct ReadTable {
    /// Its file.
    pub(crate) bytes: Vec<u8>,
    /// What stands in it.
    pub(crate) book: Book,
    /// How it may become a map.
    pub(crate) mapping: TableMapping,
}

/// A package whose pictures stand where those of unsaved maps do.
#[derive(Debug)]
pub(super) struct Unpacked {
    /// Its map.
    pub(super) map: JourneyMap,
    /// What keeps its pictures; none where it has none, or they can't be kept.
    pub(super) kept: Kept,
    /// The pictures that stayed out, or why all did.
    pub(super) left: Result<Vec<LeftOut>, String>,
}

/// Keeps pictures for a map that nobody has taken over yet: else they go.
#[derive(Debug, Default)]
pub(super) struct Kept(Option<RecoveryWriter>);

impl Kept {
    /// From now on they are somebody else's.
    pub(super) fn take(mut self) -> Option<RecoveryWriter> {
        self.0.take()
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        if let Some(writer) = self.0.take() {
            writer.close();
        }
    }
}

/// Reads a file. Dropped on a map, a table may be answers about it.
pub(super) fn read(path: &Path, dropped: bool, words: &Words, recovery: Option<&RecoveryFolder>) -> Foreign {
    if is_package(path) {
        return Foreign::Package(package(path, words, recovery).map(Box::new));
    }
    if ending(path).is_some_and(file::is_table) || dropped {
        return table(path, dropped, words);
    }
    let read = disk::load_bytes(path).map_err(|error| say::load_error(words, &error)).and_then(|bytes| {
        file::read(&bytes, ending(path), None, words).map_err(|error| match error.at() {
            Some(at) => {
                words!(words, "import-at", line = words.number(at.line as f64, 0), what = error.in_words(words))
            }
            None => error.in_words(words),
        })
    });
    Foreign::Map(read.map(|read| (Box::new(read.map), read.notes)))
}

/// The tables of a file, and of lists of ours beside it.
fn book(path: &Path, bytes: &[u8]) -> Result<Book, crate::import::table::TableError> {
    file::book(bytes, &TableShape::default(), &|key| load_bytes(&list_beside(path, key)).ok())
}

fn table(path: &Path, dropped: bool, words: &Words) -> Foreign {
    let bytes = match load_bytes(path) {
        Ok(bytes) => bytes,
        // Whoever reads answers will say so.
        Err(_) if dropped => return Foreign::Answers,
        Err(error) => return Foreign::Map(Err(say::load_error(words, &error))),
    };
    match book(path, &bytes) {
        Ok(book) if dropped && !tabular::is_journey(&book) && !tabular::is_own_list(&book) => Foreign::Answers,
        Ok(book) => match file::own_table(&bytes, &book) {
            Some(incoming) => {
                let notes = file::notes(&incoming, words);
                Foreign::Map(Ok((Box::new(incoming.map), notes)))
            }
            None => {
                let mapping = tabular::guess(&book);
                Foreign::Table(ReadTable { bytes, book, mapping })
            }
        },
        Err(_) if dropped => Foreign::Answers,
        Err(error) => Foreign::Map(Err(tabular::say::table_error_words(&error, words))),
    }
}

fn package(path: &Path, words: &Words, recovery: Option<&RecoveryFolder>) -> Result<Unpacked, String> {
    let opened = File::open(path).map_err(PackageError::from).and_then(|file| Package::open(BufReader::new(file)));
    let package = opened.map_err(|error| say::package_error(words, &error))?;
    let map = package.opened.map.clone();
    if !package.has_pictures() {
        return Ok(Unpacked { map, kept: Kept::default(), left: Ok(Vec::new()) });
    }
    let begun = recovery.ok_or(PictureError::NoFolder).and_then(|folder| {
        let unwritable = |error| PictureError::from(disk::SaveError { path: folder.path().to_owned(), error });
        folder.start().map_err(unwritable)
    });
    Ok(match begun {
        Ok(writer) => {
            let left = package.unpack(&writer.images()).map_err(|error| say::unpack_error(words, &error));
            Unpacked { map, kept: Kept(Some(writer)), left }
        }
        Err(error) => Unpacked { map, kept: Kept::default(), left: Err(say::picture_error(words, &error)) },
    })
}
