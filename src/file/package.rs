//! A map and its pictures as one file to send: a zip of `map.ron` and `map.images/HASH.EXT`, which any zip tool unpacks to a
//! map that opens with its pictures beside it.
//!
//! A package may come from anybody, and may have been unpacked and packed again by another program: the map may lie in a
//! folder and be called otherwise. It is read within bounds, its names lead nowhere, and of its pictures only those come
//! along that the map shows and that can be shown. Must not know windows.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, Write as _};
use std::path::Path;

use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

use super::disk::save_bytes;
use super::images::{MOST_PICTURE_BYTES, PictureError, read as read_picture};
use super::picture;
use super::{EXTENSION, MOST_BYTES, Opened, ReadError};
use crate::model::check::is_file_name;
use crate::model::{Content, JourneyMap};

/// The ending of packages.
pub const ENDING: &str = "wayfelt";
/// No package with more entries is read.
pub const MOST_ENTRIES: usize = 10_000;
/// No more bytes of pictures are unpacked from one package: 2 GiB.
pub const MOST_UNPACKED: u64 = 2 << 30;
/// The map in a package.
const MAP: &str = "map.ron";
/// Its pictures.
const FOLDER: &str = "map.images";

/// Why a file is no package, or a map makes none.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// It can't be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is no zip, or a damaged one, or one with a password.
    #[error("the package can't be unpacked: {0}")]
    Damaged(ZipError),
    /// It has more entries than any map needs.
    #[error("{found} entries are more than {most}")]
    TooManyEntries {
        /// How many it has.
        found: usize,
        /// How many are read at most.
        most: usize,
    },
    /// The map, or all pictures together, are larger than may be.
    #[error("{name:?} unpacks to more than {most} bytes")]
    TooLarge {
        /// What is.
        name: String,
        /// How large it may be.
        most: u64,
    },
    /// A name leads out of the folder that the package would be unpacked to.
    #[error("the name {name:?} leads out of the package")]
    LeadsOut {
        /// The name.
        name: String,
    },
    /// Two entries have one name: which of them is meant nobody can tell.
    #[error("two entries have one name")]
    Twice,
    /// It holds no map.
    #[error("there is no map in the package")]
    NoMap,
    /// It holds several maps.
    #[error("there are {} maps in the package", names.len())]
    SeveralMaps {
        /// What they are called.
        names: Vec<String>,
    },
    /// The map in it can't be read.
    #[error("{0}")]
    Map(ReadError),
}

impl From<ZipError> for PackageError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => Self::Io(error),
            other => Self::Damaged(other),
        }
    }
}

/// A picture that a map names and that doesn't come along with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// It isn't in the package.
    Missing(String),
    /// It is no picture that can be shown, or too large.
    Unshowable(String),
}

/// The names of all pictures that a map shows, those of its tray included.
pub fn pictures_of(map: &JourneyMap) -> BTreeSet<String> {
    let cards = map.cards().map(|(_, card)| card).chain(&map.tray).filter_map(|card| match &card.content {
        Content::Image(image) => Some(image.file.clone()),
        _ => None,
    });
    let portraits = map.personas.iter().map(|persona| persona.portrait.clone());
    let logo = map.look.logo.as_ref().map(|logo| logo.file.clone());
    cards.chain(portraits).chain(logo).filter(|name| !name.is_empty() && is_file_name(name)).collect()
}

/// The package of a map. The same map and pictures always give the same bytes. A picture that `find` doesn't find is left out,
/// as it is on the map.
///
/// # Errors
/// When the format can't hold so much.
pub fn write(map: &JourneyMap, find: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Vec<u8>, PackageError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default();
    zip.start_file(MAP, packed)?;
    zip.write_all(super::write(map).as_bytes())?;
    // Pictures are packed already.
    let stored = packed.compression_method(CompressionMethod::Stored);
    for name in pictures_of(map) {
        if let Some(bytes) = find(&name) {
            zip.start_file(format!("{FOLDER}/{name}"), stored)?;
            zip.write_all(&bytes)?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

/// Whether bytes begin as a zip does.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// A package that was opened: its map is read, its pictures are still in it.
pub struct Package<R> {
    archive: ZipArchive<R>,
    /// The map, and what is wrong with it.
    pub opened: Opened,
    /// The map's text.
    pub text: Vec<u8>,
    /// The pictures that the map shows: name and place in the archive.
    pictures: Vec<(String, usize)>,
    missing: Vec<LeftOut>,
}

impl<R> std::fmt::Debug for Package<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Package").field("pictures", &self.pictures.len()).finish_non_exhaustive()
    }
}

impl<R: Read + Seek> Package<R> {
    /// Opens a package and reads its map.
    ///
    /// # Errors
    /// When it is none, or one of its names leads out of it, or it is larger than may be.
    pub fn open(reader: R) -> Result<Self, PackageError> {
        let mut archive = ZipArchive::new(reader)?;
        if archive.len() > MOST_ENTRIES {
            return Err(PackageError::TooManyEntries { found: archive.len(), most: MOST_ENTRIES });
        }
        if archive.has_duplicate_names() {
            return Err(PackageError::Twice);
        }
        let mut names: Vec<(String, usize)> = Vec::new();
        for place in 0..archive.len() {
            let Some(name) = archive.name_for_index(place) else { continue };
            let name = name.map(Cow::into_owned)?;
            if leads_out(&name) {
                return Err(PackageError::LeadsOut { name });
            }
            if !name.ends_with('/') && !is_beside(&name) {
                names.push((name, place));
            }
        }
        let (map_name, place) = the_map(&names)?;
        let text = unpack(&mut archive, place, &map_name, MOST_BYTES)?;
        let opened = super::read(&text).map_err(PackageError::Map)?;
        let folder = map_name.strip_suffix(EXTENSION).unwrap_or(&map_name);
        let folder = format!("{folder}images/");
        let place_of = |wanted: &str| {
            let place = names.iter().find(|(name, _)| name.strip_prefix(&folder) == Some(wanted));
            place.map(|(_, place)| (wanted.to_owned(), *place))
        };
        let wanted = pictures_of(&opened.map);
        let pictures: Vec<(String, usize)> = wanted.iter().filter_map(|name| place_of(name)).collect();
        let has = |name: &String| pictures.iter().any(|(known, _)| known == name);
        let missing = wanted.iter().filter(|name| !has(name)).cloned().map(LeftOut::Missing).collect();
        Ok(Self { archive, opened, text, pictures, missing })
    }

    /// Whether it holds pictures.
    pub const fn has_pictures(&self) -> bool {
        !self.pictures.is_empty()
    }

    /// Puts the pictures into a folder of images, under the names that the map knows; those that stay out. What stands there
    /// under such a name is left as it is.
    ///
    /// # Errors
    /// When the package is damaged or too large, or a picture can't be written: those before it are there then.
    pub fn unpack(mut self, folder: &Path) -> Result<Vec<LeftOut>, UnpackError> {
        let mut left_out = std::mem::take(&mut self.missing);
        let mut room = MOST_UNPACKED;
        for (name, place) in &self.pictures {
            let most = room.min(MOST_PICTURE_BYTES);
            let bytes = match unpack(&mut self.archive, *place, name, most) {
                Err(PackageError::TooLarge { .. }) if most == MOST_PICTURE_BYTES => {
                    left_out.push(LeftOut::Unshowable(name.clone()));
                    continue;
                }
                bytes => bytes?,
            };
            room -= bytes.len() as u64;
            if picture::head(&bytes).is_err() {
                left_out.push(LeftOut::Unshowable(name.clone()));
            } else if read_picture(folder, name).as_deref() != Some(&bytes) {
                std::fs::create_dir_all(folder)?;
                save_bytes(&folder.join(name), &bytes).map_err(PictureError::from)?;
            }
        }
        Ok(left_out)
    }
}

/// The pictures of a package in a folder of their own, which goes when this does.
#[derive(Debug)]
pub struct Aside(tempfile::TempDir);

impl Aside {
    /// The folder.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

impl<R: Read + Seek> Package<R> {
    /// Puts the pictures into a new folder among the system's passing ones.
    ///
    /// # Errors
    /// As [`Self::unpack`].
    pub fn unpack_aside(self) -> Result<(Aside, Vec<LeftOut>), UnpackError> {
        let folder = tempfile::tempdir()?;
        let left_out = self.unpack(folder.path())?;
        Ok((Aside(folder), left_out))
    }
}

/// Why pictures can't be unpacked.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// The package is at fault.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// The folder can't be made.
    #[error(transparent)]
    Folder(#[from] io::Error),
    /// A picture can't be written.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// All bytes of an entry, if they are no more than these: what the archive says of its size is nobody's word.
fn unpack<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    place: usize,
    name: &str,
    most: u64,
) -> Result<Vec<u8>, PackageError> {
    let mut bytes = Vec::new();
    let entry = archive.by_index(place)?;
    entry.take(most + 1).read_to_end(&mut bytes).map_err(|error| match error.kind() {
        // What the unpacker says of damaged data.
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            PackageError::Damaged(ZipError::Io(error))
        }
        _ => PackageError::Io(error),
    })?;
    if bytes.len() as u64 > most {
        return Err(PackageError::TooLarge { name: name.to_owned(), most });
    }
    Ok(bytes)
}

/// Whether a name, joined to a folder, would lie elsewhere on any system.
fn leads_out(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with('/') || name.contains(['\\', '\0']) || drive || name.split('/').any(|part| part == "..")
}

/// What systems put into archives beside what was meant.
fn is_beside(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

/// The map: the only one of those that lie highest.
fn the_map(names: &[(String, usize)]) -> Result<(String, usize), PackageError> {
    let ending = format!(".{EXTENSION}");
    let maps = || names.iter().filter(|(name, _)| name.ends_with(&ending));
    let depth = |name: &str| name.matches('/').count();
    let highest = maps().map(|(name, _)| depth(name)).min().ok_or(PackageError::NoMap)?;
    let found: Vec<&(String, usize)> = maps().filter(|(name, _)| depth(name) == highest).collect();
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        several => Err(PackageError::SeveralMaps { names: several.iter().map(|(name, _)| name.clone()).collect() }),
    }
}
