//! The pictures of a map's image cards, from the folder beside the map: `NAME.images/`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::file::images;
use crate::file::picture::{self, Head};
use crate::layout::{FoundImage, Images};

/// No more bytes of pictures are remembered of a folder: those that were asked for last.
const MOST_REMEMBERED: u64 = 256 << 20;

/// The folder of images of one map. A file that hasn't changed is read once, as far as there is room to remember it.
#[derive(Debug, Clone)]
pub struct ImageFolder {
    path: Option<PathBuf>,
    room: u64,
    read: RefCell<Remembered>,
}

#[derive(Debug, Clone, Default)]
struct Remembered {
    files: BTreeMap<String, Read>,
    bytes: u64,
    turn: u64,
}

impl Remembered {
    /// A file that was read before and is as it was.
    fn get(&mut self, file: &str, changed: Option<SystemTime>, bytes: u64) -> Option<Option<FoundImage>> {
        self.turn += 1;
        let read = self.files.get_mut(file).filter(|read| (read.changed, read.bytes) == (changed, bytes))?;
        read.turn = self.turn;
        Some(read.found.clone())
    }

    /// Remembers a file, and forgets those that were asked for longest ago where there isn't room for all.
    fn insert(&mut self, file: &str, read: Read, room: u64) {
        self.bytes += read.bytes;
        if let Some(before) = self.files.insert(file.to_owned(), Read { turn: self.turn, ..read }) {
            self.bytes -= before.bytes;
        }
        while self.bytes > room {
            let oldest = self.files.iter().min_by_key(|(_, read)| read.turn).map(|(file, _)| file.clone());
            let Some(gone) = oldest.and_then(|file| self.files.remove(&file)) else { return };
            self.bytes -= gone.bytes;
        }
    }
}

/// A file as it was read: none where it is no picture.
#[derive(Debug, Clone)]
struct Read {
    changed: Option<SystemTime>,
    bytes: u64,
    found: Option<FoundImage>,
    /// When it was asked for last.
    turn: u64,
}

impl ImageFolder {
    /// The folder of the map in this file; none for a map without a file, which has no pictures.
    pub fn of_map(file: Option<&Path>) -> Self {
        Self { path: file.map(images::folder_of), room: MOST_REMEMBERED, read: RefCell::default() }
    }

    /// A folder that is known: that of a map which was never saved.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: Some(path.into()), room: MOST_REMEMBERED, read: RefCell::default() }
    }

    /// The same folder, with nothing read of it yet.
    #[must_use]
    pub fn unread(&self) -> Self {
        Self { path: self.path.clone(), room: self.room, read: RefCell::default() }
    }

    /// The same folder, of which no more bytes than these are remembered.
    #[must_use]
    pub fn with_room(self, bytes: u64) -> Self {
        Self { room: bytes, ..self.unread() }
    }

    /// How many bytes of pictures are remembered.
    pub fn remembered(&self) -> u64 {
        self.read.borrow().bytes
    }

    /// Where it is; none for a map without a file.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

impl Images for ImageFolder {
    fn find(&self, file: &str) -> Option<FoundImage> {
        let folder = self.path.as_ref()?;
        let metadata = images::locate(folder, file)?.metadata().ok()?;
        let changed = metadata.modified().ok();
        if let Some(found) = self.read.borrow_mut().get(file, changed, metadata.len()) {
            return found;
        }
        let found = images::read(folder, file).and_then(shown);
        let read = Read { changed, bytes: metadata.len(), found: found.clone(), turn: 0 };
        self.read.borrow_mut().insert(file, read, self.room);
        found
    }
}

/// A picture from the bytes of a file; none where it is none that can be shown.
fn shown(bytes: Vec<u8>) -> Option<FoundImage> {
    let Head { width, height, .. } = picture::head(&bytes).ok()?;
    Some(FoundImage { data: bytes.into(), width, height })
}
