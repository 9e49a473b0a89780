//! The pictures of a map's image cards, from the folder beside the map: `NAME.images/`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::file::images;
use crate::file::picture::{self, Head};
use crate::layout::{FoundImage, Images};

/// The folder of images of one map. A file that hasn't changed is read once.
#[derive(Debug, Clone)]
pub struct ImageFolder {
    path: Option<PathBuf>,
    read: RefCell<BTreeMap<String, Read>>,
}

/// A file as it was read: none where it is no picture.
#[derive(Debug, Clone)]
struct Read {
    changed: Option<SystemTime>,
    bytes: u64,
    found: Option<FoundImage>,
}

impl ImageFolder {
    /// The folder of the map in this file; none for a map without a file, which has no pictures.
    pub fn of_map(file: Option<&Path>) -> Self {
        Self { path: file.map(images::folder_of), read: RefCell::default() }
    }

    /// A folder that is known: that of a map which was never saved.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: Some(path.into()), read: RefCell::default() }
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
        if let Some(read) = self.read.borrow().get(file)
            && (read.changed, read.bytes) == (changed, metadata.len())
        {
            return read.found.clone();
        }
        let found = images::read(folder, file).and_then(shown);
        let read = Read { changed, bytes: metadata.len(), found: found.clone() };
        self.read.borrow_mut().insert(file.to_owned(), read);
        found
    }
}

/// A picture from the bytes of a file; none where it is none that can be shown.
fn shown(bytes: Vec<u8>) -> Option<FoundImage> {
    let Head { width, height, .. } = picture::head(&bytes).ok()?;
    Some(FoundImage { data: bytes.into(), width, height })
}
