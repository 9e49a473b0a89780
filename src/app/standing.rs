//! How an open map stands to its file: what the file said last, who else has it open, what became of it meanwhile.
//!
//! Everything here is of one session and knows no window; `outside` decides when, and says it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::session::Session;
use crate::edit::{Document, Label};
use crate::file::lock::{self, Attempt, Holder};
use crate::file::watch::SharedLock;
use crate::file::{Fingerprint, Opened, disk};
use crate::model::JourneyMap;

/// What a file said when it was last read or written.
#[derive(Debug, Clone)]
pub(crate) struct OnDisk {
    /// As a map: what own changes and those of others both began with.
    pub map: Arc<JourneyMap>,
    /// As bytes.
    pub content: Fingerprint,
}

/// What stands between a map and its file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trouble {
    /// Somebody else has the file open: the map can only be read.
    Held(Holder),
    /// The file is not there any more.
    Gone,
    /// The file says something that is no map; why, in words.
    NoMap(String),
}

/// How a map stands to its file.
#[derive(Debug, Default)]
pub(crate) struct Standing {
    /// What the file said last; none where the map never stood in one.
    pub on_disk: Option<OnDisk>,
    /// The right to the file.
    pub lock: Option<SharedLock>,
    /// What stands between the map and its file.
    pub trouble: Option<Trouble>,
    /// Nobody was asked yet what is to be done about whoever has the file open.
    pub ask: bool,
    /// What the file says since: brought in as soon as nothing is being typed or dragged.
    pub waiting: Option<(Box<Opened>, Fingerprint)>,
}

impl Standing {
    /// Something else stands between the map and its file. That somebody has it open goes on: only who may write to the
    /// file can mend it.
    pub(crate) fn meet(&mut self, trouble: Trouble) {
        if !matches!(self.trouble, Some(Trouble::Held(_))) {
            self.trouble = Some(trouble);
        }
    }

    /// Lets the file go, also where the watcher still has a hand on its lock.
    pub(crate) fn release(&mut self) {
        if let Some(lock) = self.lock.take() {
            lock.lock().unwrap_or_else(PoisonError::into_inner).release();
        }
    }
}

/// What became of changes that somebody else made to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BroughtIn {
    /// The file says what is known already.
    Nothing,
    /// The map is what the file says now.
    Reloaded,
    /// Both sides' changes are in the map.
    Merged {
        /// How many things both sides changed differently.
        conflicts: usize,
    },
    /// The file is there again, as it was.
    Back,
    /// What the file says is an invalid map, and this one has changes of its own: nothing is done to it.
    Invalid,
}

impl Session {
    /// Takes the right to the map's file, if it has one and nobody else has it. Whoever has it, else.
    pub(crate) fn take_lock(&mut self) -> Option<Holder> {
        self.standing.release();
        let held = match self.path.as_deref().map(lock::take) {
            Some(Attempt::Ours(lock)) => {
                self.standing.lock = Some(Arc::new(Mutex::new(lock)));
                None
            }
            Some(Attempt::Theirs(holder)) => Some(holder),
            // Where no lock can be kept nobody is kept from working.
            Some(Attempt::Impossible(_)) | None => None,
        };
        self.set_held(held.clone());
        held
    }

    /// From now on the map can only be read because of somebody, or can be changed.
    pub(crate) fn set_held(&mut self, holder: Option<Holder>) {
        self.document.set_read_only(holder.is_some());
        match holder {
            Some(holder) => self.standing.trouble = Some(Trouble::Held(holder)),
            None if matches!(self.standing.trouble, Some(Trouble::Held(_))) => self.standing.trouble = None,
            None => {}
        }
    }

    /// Whether the map can only be read.
    pub(crate) fn is_read_only(&self) -> bool {
        self.document.is_read_only()
    }

    /// The map was just read from its file.
    pub(crate) fn was_read(&mut self, content: Fingerprint) {
        self.standing.on_disk = Some(OnDisk { map: Arc::clone(self.document.base()), content });
    }

    /// What the file says now, where that isn't what it said last.
    pub(crate) fn changed_outside(&self) -> Option<(Box<Opened>, Fingerprint)> {
        let (path, known) = (self.path.as_deref()?, self.standing.on_disk.as_ref()?);
        let bytes = disk::load_bytes(path).ok()?;
        let content = Fingerprint::of(&bytes);
        if content == known.content {
            return None;
        }
        Some((Box::new(crate::file::read(&bytes).ok()?), content))
    }

    /// Brings in what somebody else made of the file: in place where nothing of our own would be lost, else both are put
    /// together by identity.
    pub(crate) fn bring_in(&mut self, opened: Opened, content: Fingerprint) -> BroughtIn {
        let Opened { map: theirs, faults } = opened;
        let was_gone = matches!(self.standing.trouble, Some(Trouble::Gone | Trouble::NoMap(_)));
        if was_gone {
            self.standing.trouble = None;
        }
        let Some(known) = self.standing.on_disk.clone() else {
            self.standing.on_disk = Some(OnDisk { map: Arc::new(theirs), content });
            return BroughtIn::Nothing;
        };
        if known.content == content {
            let was_unsaved = self.unsaved();
            if Arc::ptr_eq(&known.map, self.document.map()) {
                self.document.mark_saved();
            }
            return if was_gone || was_unsaved && !self.unsaved() { BroughtIn::Back } else { BroughtIn::Nothing };
        }
        // A file that was gone makes a map unsaved that nobody changed.
        let untouched = Arc::ptr_eq(&known.map, self.document.map());
        if !self.unsaved() || untouched || **self.document.map() == theirs {
            self.document.replace_as(Label::Reload, theirs);
            self.document.mark_saved();
            self.was_read(content);
            return BroughtIn::Reloaded;
        }
        if !faults.is_empty() {
            // Two invalid halves make no whole that anybody could trust. Ours stays, and theirs is kept as a version when
            // ours is saved.
            self.standing.on_disk = Some(OnDisk { map: known.map, content });
            return BroughtIn::Invalid;
        }
        self.document.commit(None);
        let (merged, conflicts) = bring_together(&known.map, self.document.base(), &theirs);
        let theirs = Arc::new(theirs);
        self.document.replace_as(Label::Merge, merged);
        self.document.mark_unsaved();
        self.standing.on_disk = Some(OnDisk { map: theirs, content });
        BroughtIn::Merged { conflicts }
    }
}

/// What both made of a map, in one, and how many things they changed differently.
fn bring_together(base: &JourneyMap, ours: &JourneyMap, theirs: &JourneyMap) -> (JourneyMap, usize) {
    let merged = crate::diff::merge(base, ours, theirs);
    (merged.map, merged.conflicts.len())
}

/// A document that stands in its file as `file` says, and was changed to `map` since.
pub(crate) fn changed_since(file: JourneyMap, map: JourneyMap) -> Document {
    let mut document = Document::new(file);
    document.replace_as(Label::Recover, map);
    document
}

/// The map that stands in a file, with what its bytes are.
pub(crate) fn load(path: &Path) -> Result<(Opened, Fingerprint), disk::LoadError> {
    let bytes = disk::load_bytes(path)?;
    let content = Fingerprint::of(&bytes);
    let opened = crate::file::read(&bytes).map_err(|error| disk::LoadError::NoMap { path: path.to_owned(), error })?;
    Ok((opened, content))
}
