//! Reading and saving files. A save is whole or leaves everything as it was.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::{MOST_BYTES, Opened, Problem, ReadError};
use crate::model::JourneyMap;

/// Why a map could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file can't be read.
    #[error("can't read {}: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is read, and no map.
    #[error("{}:{error}", path.display())]
    NoMap {
        /// The file.
        path: PathBuf,
        /// Where and why.
        error: ReadError,
    },
}

/// Why a file could not be saved. What was there before is still there.
#[derive(Debug, thiserror::Error)]
#[error("can't save {}: {error}", path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// Opens a map.
///
/// # Errors
/// When the file can't be read, is larger than [`MOST_BYTES`] (looked at before reading), or is no map.
pub fn load(path: &Path) -> Result<Opened, LoadError> {
    let bytes = load_bytes(path)?;
    super::read(&bytes).map_err(|error| LoadError::NoMap { path: path.to_owned(), error })
}

/// The bytes of a file, if they are not too many.
///
/// # Errors
/// When the file can't be read, or is larger than [`MOST_BYTES`]; the latter is known without reading it.
pub fn load_bytes(path: &Path) -> Result<Vec<u8>, LoadError> {
    let unreadable = |error| LoadError::Unreadable { path: path.to_owned(), error };
    let too_large = |bytes| LoadError::NoMap {
        path: path.to_owned(),
        error: ReadError::at_start(Problem::TooLarge { bytes, most: MOST_BYTES }),
    };
    let file = File::open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(unreadable(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    if metadata.len() > MOST_BYTES {
        return Err(too_large(metadata.len()));
    }
    // A pipe doesn't say how long it is, and a file can grow: one byte more than allowed is read, never all.
    read_bounded(file).map_err(unreadable)?.ok_or_else(|| too_large(MOST_BYTES + 1))
}

/// All bytes of a source, or none if they are more than [`MOST_BYTES`].
///
/// # Errors
/// When the source can't be read.
pub fn read_bounded(source: impl io::Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MOST_BYTES).then_some(bytes))
}

/// Saves a map.
///
/// # Errors
/// As [`save_bytes`].
pub fn save(path: &Path, map: &JourneyMap) -> Result<(), SaveError> {
    save_bytes(path, super::write(map).as_bytes())
}

/// Puts `bytes` in place of a file's content, whole or not at all.
///
/// They are written to a temporary file in the same folder, forced to the disk, and only then take the file's name. The
/// file's permissions stay; where `path` is a symbolic link the file that it points to is replaced, and the link stays.
/// Devices and pipes are written to directly.
///
/// # Errors
/// When the folder is missing or can't be written, the disk is full, or `path` is a folder. The old file is untouched
/// then.
pub fn save_bytes(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    replace(path, bytes).map_err(|error| SaveError { path: path.to_owned(), error })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = match fs::metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        // A device or a pipe has no content to keep, and must not be replaced by a file.
        if !old.is_file() {
            return OpenOptions::new().write(true).open(path)?.write_all(bytes);
        }
        // Renaming would replace a file that its owner has closed to writing.
        if old.permissions().readonly() {
            return Err(io::Error::from(io::ErrorKind::PermissionDenied));
        }
    }
    let target = follow(path)?;
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".wayfelt-").suffix(".tmp");
    let mode = new_file_permissions();
    if let Some(mode) = &mode {
        builder.permissions(mode.clone());
    }
    // Whatever goes wrong from here on, the temporary file removes itself.
    let mut temporary = builder.tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    if let Some(old) = old {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(&target).map_err(|failed| failed.error)?;
    sync_folder(folder);
    Ok(())
}

/// Where a chain of symbolic links ends, whether or not a file is there yet.
fn follow(path: &Path) -> io::Result<PathBuf> {
    // As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            // No link, or nothing there.
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("the symbolic links lead in a circle"))
}

/// What a new file may be used for: as any other program would make it, within the user's mask.
#[cfg(unix)]
fn new_file_permissions() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn new_file_permissions() -> Option<fs::Permissions> {
    None
}

/// Makes sure that the new name survives a power cut. The content is safe already, so a file system that can't do this is
/// no reason to call the save failed.
#[cfg(unix)]
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().ok();
    }
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) {}
