//! One open map: its document, where it is kept, its picture, and what its panels remember.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::canvas::Canvas;
use super::command::Facts;
use super::exporting::OtherTheme;
use super::filtering::Sieve;
use super::insert;
use super::panels::{
    ChangesState, ConflictsState, InsightsState, InspectorState, LookState, OutlineState, PageState, TrayState,
};
use super::rescue::Rescue;
use super::standing::{OnDisk, Standing};
use crate::edit::{Cursor, Document, Selection, landing};
use crate::export::images::ImageFolder;
use crate::export::include::LeftOut;
use crate::file::Fingerprint;
use crate::file::disk::SaveError;
use crate::file::images::{self, PictureError};
use crate::file::recovery::{Original, RecoveryFolder, RecoveryWriter};
use crate::file::save::Save;
use crate::file::versions::VersionsFolder;
use crate::i18n::Words;
use crate::layout::{self, Composed, Options};
use crate::lint::{self, Advice};
use crate::model::check::Fault;
use crate::model::{IdSource, JourneyMap, PersonaId, Theme};
use crate::scene::Scene;
use crate::text::Typesetter;
use crate::words;

/// Identity of an open map while the window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SessionId(pub u64);

/// One open map.
#[derive(Debug)]
pub(crate) struct Session {
    /// Which one it is.
    pub id: SessionId,
    /// The map with its past.
    pub document: Document,
    /// Its file; none before the first save.
    pub path: Option<PathBuf>,
    /// The file of another kind that it was made of; none for a map that was begun here, or stands in a file of ours.
    pub came_from: Option<PathBuf>,
    /// What is shown of it, and how large.
    pub canvas: Canvas,
    /// What its outline remembers.
    pub outline: OutlineState,
    /// What its inspector remembers.
    pub inspector: InspectorState,
    /// The page of the selected persona, while it is open in place of the canvas.
    pub persona_page: Option<PageState>,
    /// What the page of its look remembers.
    pub look_page: LookState,
    /// What its insights remember.
    pub insights: InsightsState,
    /// What its tray remembers.
    pub tray: TrayState,
    /// The page of conflicts.
    pub conflicts: ConflictsState,
    /// The page of what changed.
    pub changes: ChangesState,
    /// The page of conflicts was opened for those that are open now.
    pub conflicts_told: bool,
    /// Which part of it is looked at.
    pub sieve: Sieve,
    /// What of it stayed behind when it was exported last.
    pub left_out: LeftOut,
    /// In which theme, if not its own.
    pub other_theme: Option<OtherTheme>,
    /// How it stands to its file.
    pub standing: Standing,
    /// Lost copies are offered again until it was saved or closed.
    recovery: Option<RecoveryWriter>,
    /// The map of which the recovery copy speaks, and whether it stood in its file then.
    copied: (Arc<JourneyMap>, bool),
    scene: Option<(Arc<JourneyMap>, Theme, Arc<Scene>)>,
    /// What its picture was composed of.
    composed: Composed,
    /// The pictures of the map.
    pub images: ImageFolder,
    found: Option<(Arc<JourneyMap>, Arc<Found>)>,
    facts: RefCell<Option<(Arc<JourneyMap>, Selection, Facts)>>,
}

/// Which of the panels with fields were shown in a frame.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Ran {
    /// The outline.
    pub outline: bool,
    /// The tray.
    pub tray: bool,
    /// The inspector.
    pub inspector: bool,
    /// The page of the map's look.
    pub look: bool,
    /// The page of a persona.
    pub persona: bool,
}

/// What a map lacks.
#[derive(Debug)]
pub(crate) struct Found {
    /// What makes it invalid.
    pub faults: Vec<Fault>,
    /// What could be better; only of a valid map, since the rules reckon with one.
    pub advice: Vec<Advice>,
}

impl Found {
    /// How many there are.
    pub(crate) const fn count(&self) -> usize {
        self.faults.len() + self.advice.len()
    }
}

impl Session {
    /// An open map. It counts as saved if it stands in a file, or was never changed and would be there again.
    pub(crate) fn new(id: SessionId, document: Document, path: Option<PathBuf>, canvas: Canvas) -> Self {
        // Nothing is copied yet: what isn't saved from the start is, with the first frame.
        let copied = (Arc::clone(document.map()), true);
        let images = ImageFolder::of_map(path.as_deref());
        Self {
            id,
            document,
            path,
            came_from: None,
            canvas,
            outline: OutlineState::default(),
            inspector: InspectorState::default(),
            persona_page: None,
            look_page: LookState::default(),
            insights: InsightsState::default(),
            tray: TrayState::default(),
            conflicts: ConflictsState::default(),
            changes: ChangesState::default(),
            conflicts_told: false,
            sieve: Sieve::default(),
            left_out: LeftOut::default(),
            other_theme: None,
            standing: Standing::default(),
            recovery: None,
            copied,
            scene: None,
            composed: Composed::default(),
            images,
            found: None,
            facts: RefCell::default(),
        }
    }

    /// What the tab is called: the map's title, else the file's name.
    pub(crate) fn name(&self, words: &Words) -> String {
        let title = self.document.map().title.trim();
        if !title.is_empty() {
            return title.to_owned();
        }
        self.path.as_deref().and_then(file_name).unwrap_or_else(|| words!(words, "window-untitled"))
    }

    /// Whether closing it would lose something.
    pub(crate) fn unsaved(&self) -> bool {
        !self.document.is_saved()
    }

    /// The folder of the map's pictures; none where it has none yet.
    pub(crate) fn picture_folder(&self) -> Option<&Path> {
        self.images.path()
    }

    /// The map's picture under this theme; laid out again only when the map changed.
    pub(crate) fn scene(&mut self, theme: Theme, fonts: &mut Typesetter) -> Arc<Scene> {
        let map = self.document.map();
        if let Some((of, with, scene)) = &self.scene
            && Arc::ptr_eq(of, map)
            && *with == theme
        {
            return Arc::clone(scene);
        }
        let words = Words::new(map.language);
        let options = Options { theme, words: &words, all: false, images: &self.images };
        let scene = layout::lay_out_again(self.document.map(), &options, fonts, &mut self.composed);
        let scene = Arc::new(scene);
        self.scene = Some((Arc::clone(self.document.map()), theme, Arc::clone(&scene)));
        scene
    }

    /// What the table of commands has to know of the map and its selection; worked out again only when one of them changed.
    pub(crate) fn facts(&self) -> Facts {
        let (map, selection) = (self.document.map(), self.document.selection());
        let mut known = self.facts.borrow_mut();
        match &*known {
            Some((of, with, facts)) if Arc::ptr_eq(of, map) && with == selection => facts.clone(),
            _ => {
                let facts = insert::facts(map, selection);
                *known = Some((Arc::clone(map), selection.clone(), facts.clone()));
                facts
            }
        }
    }

    /// What the map lacks; looked for again only when the map changed. While something is typed or dragged it is what the
    /// map lacked before: nobody reads it meanwhile, and a large map takes its time.
    pub(crate) fn found(&mut self) -> Arc<Found> {
        let map = self.document.base();
        if let Some((of, found)) = &self.found
            && Arc::ptr_eq(of, map)
        {
            return Arc::clone(found);
        }
        let faults = crate::model::check::check(map);
        let advice = if faults.is_empty() { lint::advise(map, Some(jiff::Zoned::now().date())) } else { Vec::new() };
        let found = Arc::new(Found { faults, advice });
        self.found = Some((Arc::clone(map), Arc::clone(&found)));
        found
    }

    /// What is to be saved now: what is being typed or dragged is left out. To its own file only over what that says as far
    /// as is known.
    pub(crate) fn to_save(&self, path: &Path, own: bool, versions: Option<&VersionsFolder>) -> Save {
        let folder = images::folder_of(path);
        let known = self.standing.on_disk.as_ref().map(|known| known.content);
        Save {
            path: path.to_owned(),
            map: Arc::clone(self.document.base()),
            pictures: self.images.path().filter(|old| *old != folder).map(Path::to_owned),
            ours: own,
            known: known.filter(|_| own),
            versions: versions.cloned(),
        }
    }

    /// This map stands in this file now, which says that; `safe` if it outlives a power cut too. The map may have been
    /// changed since.
    pub(crate) fn was_saved(&mut self, path: &Path, map: &Arc<JourneyMap>, content: Fingerprint, safe: bool) {
        if self.path.as_deref() != Some(path) {
            let folder = images::folder_of(path);
            // A picture that was put in meanwhile is found where it is, until the next time brings it along too.
            if !self.images.path().is_some_and(|old| images::lacks(&folder, old)) {
                self.images = ImageFolder::of_map(Some(path));
                self.scene = None;
            }
        }
        self.path = Some(path.to_owned());
        self.standing.on_disk = Some(OnDisk { map: Arc::clone(map), content });
        self.standing.trouble = None;
        if safe {
            self.document.mark_stands(Arc::clone(map));
        }
        let saved = self.document.is_saved();
        self.copied = (Arc::clone(self.document.map()), saved);
        match &self.recovery {
            Some(recovery) if saved => recovery.clear(),
            // It belongs to what the file says now.
            Some(recovery) => recovery.put(Arc::clone(self.document.map()), self.original()),
            None => {}
        }
    }

    /// Keeps what is being typed or dragged, and what is written into the tray's field: the map is about to go. Where no
    /// note can be added the field goes on saying it.
    pub(crate) fn finish_typing(&mut self, ids: &mut IdSource) {
        self.document.commit(None);
        let map = Arc::clone(self.document.map());
        let Some(lane) = landing::lane_for_notes(&map).filter(|_| !self.is_read_only()) else { return };
        if let Some(change) = landing::note_down(&map, lane, self.tray.draft(), ids)
            && self.document.edit(&change.edit, None).is_ok()
        {
            self.tray.clear_draft();
        }
    }

    /// Whether a page is shown in place of the canvas.
    pub(crate) const fn paged(&self) -> bool {
        self.persona_page.is_some() || self.insights.is_page()
    }

    /// Shows the page of a persona in place of the canvas.
    pub(crate) fn open_persona(&mut self, id: PersonaId) {
        self.document.commit(None);
        self.document.select(Selection::at(Cursor::Persona(id)));
        self.insights.close();
        self.persona_page.get_or_insert_default();
    }

    /// Ends what is being typed or dragged in panels that aren't shown any more. Whether that was a change, which is to be
    /// kept.
    pub(crate) fn put_down(&mut self, ran: Ran) -> bool {
        let page = self.persona_page.as_mut().filter(|_| !ran.persona);
        [
            !ran.outline && self.outline.put_down(),
            !ran.tray && self.tray.put_down(),
            !ran.inspector && self.inspector.put_down(),
            !ran.look && self.look_page.put_down(),
            page.is_some_and(PageState::put_down),
        ]
        .contains(&true)
    }

    /// Shows the map again in place of a persona's page; whether that was open. What is being typed there is kept.
    pub(crate) fn close_persona(&mut self) -> bool {
        let Some(mut page) = self.persona_page.take() else { return false };
        if page.put_down() {
            self.document.commit(None);
        }
        true
    }

    /// A page is that of the selected persona: where something else is selected, the map is shown again.
    pub(crate) fn settle_page(&mut self) {
        let on_persona = match self.document.selection().cursor {
            Some(Cursor::Persona(id)) => self.document.map().persona(id).is_some(),
            _ => false,
        };
        if !on_persona {
            self.close_persona();
        }
    }

    /// The folder of the map's pictures: beside its file, or with the recovery copy of what stands in none. Those of a map
    /// that left its file are brought there first: nothing of it gets among the pictures of what is somebody else's now.
    ///
    /// # Errors
    /// When the map stands in no file, and recovery copies can't be kept, or its pictures not be brought there.
    pub(crate) fn image_folder(
        &mut self,
        folder: Option<&RecoveryFolder>,
        rescue: &Rescue,
    ) -> Result<PathBuf, PictureError> {
        let before = self.images.path().map(Path::to_owned);
        if let Some(path) = &before {
            let own = |recovery: &RecoveryWriter| recovery.images() == *path;
            if self.path.is_some() || self.recovery.as_ref().is_some_and(own) {
                return Ok(path.clone());
            }
        }
        if self.recovery.is_none() {
            let path = folder.ok_or(PictureError::NoFolder)?;
            let writer = path.start().map_err(|error| SaveError { path: path.path().to_owned(), error })?;
            rescue.add(writer.handle());
            self.recovery = Some(writer);
        }
        let images = self.recovery.as_ref().ok_or(PictureError::NoFolder)?.images();
        if let Some(before) = before {
            images::copy_all(&before, &images)?;
        }
        self.images = ImageFolder::at(&images);
        self.forget_picture();
        Ok(images)
    }

    /// Its recovery copies, and pictures that were put there before it was open, are this writer's from now on.
    pub(crate) fn take_over(&mut self, writer: RecoveryWriter, rescue: &Rescue) {
        rescue.add(writer.handle());
        self.images = ImageFolder::at(writer.images());
        self.recovery = Some(writer);
        self.forget_picture();
    }

    /// Puts a picture from anywhere among the map's; its name there.
    ///
    /// # Errors
    /// When it is no picture, or can't be read or kept.
    pub(crate) fn add_picture(
        &mut self,
        bytes: &[u8],
        folder: Option<&RecoveryFolder>,
        rescue: &Rescue,
    ) -> Result<String, PictureError> {
        let folder = self.image_folder(folder, rescue)?;
        images::keep(&folder, bytes)
    }

    /// Its pictures were put where it looks for them: it is laid out with them.
    pub(crate) fn forget_picture(&mut self) {
        self.images = self.images.unread();
        self.scene = None;
        self.composed = Composed::default();
    }

    /// Keeps a map that stands in no file, or not as it is, with the pictures of other folders, where a crash can't reach
    /// either. Of two pictures with one name that of the folder which comes first is kept. Pictures of a file that it
    /// stands in no more are brought along too.
    ///
    /// # Errors
    /// When they can't be copied: there is no copy then, or one without its pictures.
    pub(crate) fn keep_whole(
        &mut self,
        pictures: &[PathBuf],
        folder: Option<&RecoveryFolder>,
        rescue: &Rescue,
    ) -> Result<(), PictureError> {
        self.copy_now(folder, rescue)?;
        if self.path.is_none() && self.images.path().is_some_and(Path::is_dir) {
            self.image_folder(folder, rescue)?;
        }
        if let Some((first, rest)) = pictures.split_first() {
            self.bring_images(first, folder, rescue)?;
            for kept in rest.iter().filter(|kept| kept.is_dir()) {
                images::copy_lacking(kept, &self.image_folder(folder, rescue)?)?;
                self.forget_picture();
            }
        }
        Ok(())
    }

    /// Brings along the pictures of another folder.
    fn bring_images(
        &mut self,
        kept: &Path,
        folder: Option<&RecoveryFolder>,
        rescue: &Rescue,
    ) -> Result<(), PictureError> {
        if kept.is_dir() {
            let folder = self.image_folder(folder, rescue)?;
            images::copy_all(kept, &folder)?;
            self.forget_picture();
        }
        Ok(())
    }

    /// Keeps a recovery copy of what was changed since the last frame; the writer itself waits a moment. What went
    /// wrong, if anything did.
    pub(crate) fn keep_copy(&mut self, folder: Option<&RecoveryFolder>, rescue: &Rescue) -> Option<String> {
        let map = self.document.map();
        let saved = self.document.is_saved();
        if !Arc::ptr_eq(map, &self.copied.0) || saved != self.copied.1 {
            self.copied = (Arc::clone(map), saved);
            if saved {
                if let Some(recovery) = &self.recovery {
                    recovery.clear();
                }
            } else {
                if self.recovery.is_none()
                    && let Some(folder) = folder
                {
                    match folder.start() {
                        Ok(writer) => {
                            rescue.add(writer.handle());
                            self.recovery = Some(writer);
                        }
                        Err(error) => return Some(error.to_string()),
                    }
                }
                if let Some(recovery) = &self.recovery {
                    recovery.put(Arc::clone(map), self.original());
                }
            }
        }
        self.recovery.as_ref().and_then(RecoveryWriter::take_error).map(|error| error.to_string())
    }

    /// Writes a recovery copy at once, if there is a folder for it.
    ///
    /// # Errors
    /// When it can't be written: there is no copy then.
    pub(crate) fn copy_now(&mut self, folder: Option<&RecoveryFolder>, rescue: &Rescue) -> Result<(), SaveError> {
        if let (None, Some(folder)) = (&self.recovery, folder) {
            let writer = folder.start().map_err(|error| SaveError { path: folder.path().to_owned(), error })?;
            rescue.add(writer.handle());
            self.recovery = Some(writer);
        }
        let original = self.original();
        let Some(writer) = &self.recovery else { return Ok(()) };
        writer.write_now(self.document.map(), original.as_ref())?;
        self.copied = (Arc::clone(self.document.map()), self.document.is_saved());
        Ok(())
    }

    /// The file that a recovery copy belongs to.
    fn original(&self) -> Option<Original> {
        let content = self.standing.on_disk.as_ref().map(|known| known.content);
        self.path.clone().map(|path| Original { path, content })
    }

    /// Puts it aside, so that it can be brought back as it was: with its past and its pictures. Nothing of it is to be
    /// recovered meanwhile, and what can be made again is dropped.
    pub(crate) fn rest(&mut self) {
        self.document.commit(None);
        self.put_down(Ran::default());
        self.canvas.rest();
        self.scene = None;
        self.composed = Composed::default();
        self.found = None;
        self.facts.take();
        self.images = self.images.unread();
        self.copied = (Arc::clone(self.document.map()), self.document.is_saved());
        // Whoever opens the file meanwhile may change it.
        self.standing.release();
        if let Some(recovery) = &self.recovery {
            recovery.clear();
        }
    }

    /// It stands in no file any more. Its pictures are found where they were until [`Self::keep_whole`] brings them along.
    pub(crate) fn leave_file(&mut self) {
        self.path = None;
        self.standing.release();
        self.standing = Standing::default();
        self.document.mark_unsaved();
    }

    /// Ends it; nothing is left to be recovered.
    pub(crate) fn close(mut self) {
        self.standing.release();
        if let Some(recovery) = self.recovery.take() {
            recovery.close();
        }
    }
}

/// A file's name as people read it.
pub(super) fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}
