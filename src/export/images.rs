//! The pictures of a map's image cards, from the folder beside the map: `NAME.images/`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::file::images::{self, MOST_PICTURE_BYTES};
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

    /// The same folder, with nothing read of it yet.
    #[must_use]
    pub fn unread(&self) -> Self {
        Self { path: self.path.clone(), read: RefCell::default() }
    }

    /// Where it is; none for a map without a file.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

impl Images for ImageFolder {
    fn find(&self, file: &str) -> Option<FoundImage> {
        // Only a file of this very folder: a map that came by mail must not show what lies elsewhere.
        let name = Path::new(file).file_name().filter(|name| *name == file)?;
        let path = self.path.as_ref()?.join(name);
        let metadata = path.metadata().ok()?;
        if !metadata.is_file() || metadata.len() > MOST_PICTURE_BYTES {
            return None;
        }
        let changed = metadata.modified().ok();
        if let Some(read) = self.read.borrow().get(file)
            && (read.changed, read.bytes) == (changed, metadata.len())
        {
            return read.found.clone();
        }
        let found = picture(&path);
        let read = Read { changed, bytes: metadata.len(), found: found.clone() };
        self.read.borrow_mut().insert(file.to_owned(), read);
        found
    }
}

/// A picture from a file; none where it is none that can be shown.
fn picture(path: &Path) -> Option<FoundImage> {
    let data: Arc<[u8]> = std::fs::read(path).ok()?.into();
    let (width, height) =
        image::ImageReader::new(std::io::Cursor::new(&data)).with_guessed_format().ok()?.into_dimensions().ok()?;
    (width > 0 && height > 0).then_some(FoundImage { data, width, height })
}
