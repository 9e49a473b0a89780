//! Saving a map as whoever has it open wants it: the right to the file, the pictures, what somebody else made of the file
//! meanwhile, the map, in this order, and on whatever thread. Must not know windows, nor who waits for it.

use std::path::PathBuf;
use std::sync::Arc;

use super::disk::{Refused, SaveError, put_over};
use super::images;
use super::lock::{self, Attempt, FileLock, Holder};
use super::steps::Steps;
use super::versions::VersionsFolder;
use super::{Fingerprint, Opened};
use crate::model::JourneyMap;

/// Of what there is to do, the part that copying pictures is.
const PICTURES: f64 = 0.8;

/// What is to be saved, and where.
#[derive(Debug, Clone)]
pub struct Save {
    /// The file.
    pub path: PathBuf,
    /// The map.
    pub map: Arc<JourneyMap>,
    /// The folder whose pictures have to come along; none where the map's pictures are beside the file already.
    pub pictures: Option<PathBuf>,
    /// The right to the file is there already.
    pub ours: bool,
    /// What the file says as far as is known: another map is left as it is. None: whatever stands there is replaced.
    pub known: Option<Fingerprint>,
    /// Where what the file said is kept; none: nowhere.
    pub versions: Option<VersionsFolder>,
}

/// What became of it, where nothing failed.
#[derive(Debug)]
pub enum Saved {
    /// The map stands in the file.
    Whole {
        /// What the file says now.
        content: Fingerprint,
        /// The right to the file, where it was not there before and could be taken.
        lock: Option<FileLock>,
        /// Why the version before could not be kept, if it could not.
        version: Option<SaveError>,
        /// Why it may not outlive a power cut, if that is so: see [`super::disk::Unsettled`].
        unsettled: Option<SaveError>,
    },
    /// Somebody else made another map of the file: nothing was written.
    Changed(Box<Opened>, Fingerprint),
    /// Somebody else has the file open: nothing was written.
    Held(Holder),
    /// It was not wanted any more: nothing was written.
    Stopped,
}

/// Saves a map. `wanted` is asked now and then with the part that is done, from 0 to 1, as long as it can be called off.
///
/// # Errors
/// When the file can't be written: it is what it was. Or when a picture can't be copied, before the map is written: a map
/// without its pictures is no copy of it.
pub fn save(save: &Save, steps: &dyn Steps, wanted: &dyn Fn(f64) -> bool) -> Result<Saved, SaveError> {
    let lock = match save.ours {
        true => None,
        false => match lock::take(&save.path) {
            Attempt::Ours(lock) => Some(lock),
            Attempt::Theirs(holder) => return Ok(Saved::Held(holder)),
            // Where no lock can be kept nobody is kept from working.
            Attempt::Impossible(_) => None,
        },
    };
    if let Some(from) = &save.pictures
        && !images::copy_while(from, &images::folder_of(&save.path), &|part| wanted(part * PICTURES))?
    {
        return Ok(Saved::Stopped);
    }
    let text = super::write(&save.map);
    let content = Fingerprint::of(text.as_bytes());
    if !wanted(PICTURES) {
        return Ok(Saved::Stopped);
    }
    match put_over(steps, &save.path, &text, save.versions.as_ref(), save.known) {
        Ok(version) => Ok(Saved::Whole { content, lock, version, unsettled: None }),
        Err(Refused::Changed(opened, found)) => Ok(Saved::Changed(opened, found)),
        Err(Refused::Failed(error)) if error.is_written() => {
            Ok(Saved::Whole { content, lock, version: None, unsettled: Some(error) })
        }
        Err(Refused::Failed(error)) => Err(error),
    }
}
