//! The folder of a map's pictures: `NAME.images/HASH.EXT`, the original bytes. A picture that is put in twice is kept once,
//! and none is ever overwritten or removed, so that undo finds what it needs.
//!
//! Must not know what a picture is for, and never paints one.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::disk::{LoadError, SaveError, save_bytes};
use super::picture::{self, Unshowable};
use crate::model::check::is_file_name;

/// The ending of a map's folder of images, beside its file.
const ENDING: &str = "images";
/// No picture has more bytes than this: 64 MiB.
pub const MOST_PICTURE_BYTES: u64 = 64 << 20;
/// The endings of the pictures that can be shown.
pub const PICTURE_ENDINGS: &[&str] = &["png", "jpg", "jpeg", "webp", "svg"];

/// Why a picture could not be put into a map.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The bytes are no picture that can be shown.
    #[error(transparent)]
    Unshowable(#[from] Unshowable),
    /// It has too many bytes.
    #[error("{bytes} bytes are more than {most}")]
    TooLarge {
        /// How many it has.
        bytes: u64,
        /// How many it may have.
        most: u64,
    },
    /// The map was never saved, and there is no folder for what isn't.
    #[error("there is no folder for pictures yet")]
    NoFolder,
    /// The picture can't be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The picture can't be written.
    #[error(transparent)]
    Save(#[from] SaveError),
}

/// The folder of images of the map in this file.
pub fn folder_of(map: &Path) -> PathBuf {
    map.with_extension(ENDING)
}

/// Puts a picture into a folder of images, which is made where it isn't there yet; its name there, made of its content.
///
/// # Errors
/// When the bytes are no picture that can be shown, are too many, or can't be written.
pub fn keep(folder: &Path, bytes: &[u8]) -> Result<String, PictureError> {
    if bytes.len() as u64 > MOST_PICTURE_BYTES {
        return Err(PictureError::TooLarge { bytes: bytes.len() as u64, most: MOST_PICTURE_BYTES });
    }
    let ending = picture::head(bytes)?.kind.ending();
    let hash = hash(bytes);
    for attempt in 0..u32::MAX {
        let name =
            if attempt == 0 { format!("{hash:016x}.{ending}") } else { format!("{hash:016x}-{attempt}.{ending}") };
        let path = folder.join(&name);
        match path.symlink_metadata() {
            Ok(_) if read(folder, &name).is_some_and(|there| there == bytes) => return Ok(name),
            // Another picture with the same hash, as rare as that is, or one that leads out of the folder.
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make(folder)?;
                save_bytes(&path, bytes)?;
                return Ok(name);
            }
            Err(error) => return Err(SaveError { path, error }.into()),
        }
    }
    Err(PictureError::NoFolder)
}

/// Copies all pictures of a folder that another one lacks, each under its own name. A folder that isn't there holds none.
///
/// # Errors
/// When one can't be read or written, those before it are copied then; or, before any is copied, when another picture has
/// the name of one of them: a map would show the wrong one.
pub fn copy_all(from: &Path, to: &Path) -> Result<(), SaveError> {
    copy_while(from, to, &|_| true).map(drop)
}

/// As [`copy_all`], as long as it is wanted: asked before each picture with the part that is done, from 0 to 1. Whether it
/// was wanted to the end; if not, what was copied is removed again.
///
/// # Errors
/// As [`copy_all`].
pub fn copy_while(from: &Path, to: &Path, wanted: &dyn Fn(f64) -> bool) -> Result<bool, SaveError> {
    let names = names(from);
    let part = |done: usize, half: f64| half + 0.5 * done as f64 / names.len().max(1) as f64;
    let mut lacking = Vec::new();
    for (done, name) in names.iter().enumerate() {
        if !wanted(part(done, 0.0)) {
            return Ok(false);
        }
        let (source, target) = (from.join(name), to.join(name));
        match target.exists() {
            true if same_bytes(&source, &target)? => {}
            true => return Err(SaveError { path: target, error: io::ErrorKind::AlreadyExists.into() }),
            false => lacking.push(name),
        }
    }
    let there = to.exists();
    for (done, name) in lacking.iter().enumerate() {
        if !wanted(part(done, 0.5)) {
            for copied in lacking.iter().take(done) {
                fs::remove_file(to.join(copied)).ok();
            }
            if !there {
                fs::remove_dir(to).ok();
            }
            return Ok(false);
        }
        copy(from, to, name)?;
    }
    Ok(true)
}

/// Copies those pictures of a folder under whose names another one has none. A folder that isn't there holds none.
///
/// # Errors
/// When one can't be read or written; those before it are copied then.
pub fn copy_lacking(from: &Path, to: &Path) -> Result<(), SaveError> {
    for name in names(from).iter().filter(|name| !to.join(name).exists()) {
        copy(from, to, name)?;
    }
    Ok(())
}

/// Whether a folder holds a picture whose name another folder lacks.
pub fn lacks(to: &Path, from: &Path) -> bool {
    names(from).iter().any(|name| !to.join(name).exists())
}

/// The names of the pictures in a folder, in order; none where it isn't there.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| kept(folder, name).is_some())
        .collect();
    names.sort();
    names
}

/// Copies one picture from one folder to another. Its name there: its own, unless another picture has it already, which
/// stays. None where there is no such picture.
///
/// # Errors
/// When it can't be read or written.
pub fn copy(from: &Path, to: &Path, name: &str) -> Result<Option<String>, SaveError> {
    let Some(source) = kept(from, name) else { return Ok(None) };
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    for attempt in 0..u32::MAX {
        let name = if attempt == 0 { name.to_owned() } else { format!("{stem}-{attempt}.{ending}") };
        let target = to.join(&name);
        if !target.exists() {
            make(to)?;
            save_bytes(&target, &whole(&source)?)?;
            return Ok(Some(name));
        }
        if same_bytes(&source, &target)? {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Where a folder of images holds this picture, if it does.
fn kept(folder: &Path, name: &str) -> Option<PathBuf> {
    locate(folder, name).filter(|_| is_picture_name(name))
}

/// Whether two files hold the same. Names say nothing: people give them too.
fn same_bytes(a: &Path, b: &Path) -> Result<bool, SaveError> {
    let length = |path: &Path| path.metadata().map(|metadata| metadata.len()).ok();
    Ok(length(a) == length(b) && whole(a)? == whole(b)?)
}

fn whole(path: &Path) -> Result<Vec<u8>, SaveError> {
    read_located(path).map_err(|error| SaveError { path: path.to_owned(), error })
}

/// Where the picture of this name in a folder of images is. None where there is none, or one that is too large, or where it
/// is only a way to a file that lies outside the folder of the map: a map that came by mail must not show, and give away with
/// the next export, what lies elsewhere on this machine.
pub fn locate(folder: &Path, name: &str) -> Option<PathBuf> {
    if name.is_empty() || !is_file_name(name) {
        return None;
    }
    let path = folder.join(name);
    let metadata = path.metadata().ok()?;
    if !metadata.is_file() || metadata.len() > MOST_PICTURE_BYTES {
        return None;
    }
    let is_way = |path: &Path| path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    if !is_way(&path) && !is_way(folder) {
        return Some(path);
    }
    let beside = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    path.canonicalize().ok()?.starts_with(beside.canonicalize().ok()?).then_some(path)
}

/// The bytes of the picture of this name in a folder of images, where [`locate`] finds one.
pub fn read(folder: &Path, name: &str) -> Option<Vec<u8>> {
    read_located(&locate(folder, name)?).ok()
}

/// All bytes of a file, up to the most that a picture may have, should it have grown meanwhile.
fn read_located(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MOST_PICTURE_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_picture_name(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    PICTURE_ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

fn make(folder: &Path) -> Result<(), SaveError> {
    fs::create_dir_all(folder).map_err(|error| SaveError { path: folder.to_owned(), error })
}

/// FNV-1a: the same on every machine, for ever. It need not withstand anybody, since equal names are compared.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
