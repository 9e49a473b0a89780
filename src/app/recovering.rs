//! What an earlier window could not save: offered with a picture, opened as unsaved changes of its file, given up.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::application::App;
use super::dialogs::{Dialog, Lost, RecoveryDialog};
use super::files::time;
use super::session::{SessionId, file_name};
use super::standing::{self, OnDisk};
use crate::edit::Document;
use crate::file::recovery::Recoverable;
use crate::file::{Fingerprint, images, say};
use crate::model::JourneyMap;
use crate::words;

impl App {
    /// Offers what an earlier window could not save.
    pub(super) fn offer_lost(&mut self) {
        let Some(folder) = &self.recovery else { return };
        let found = folder.list();
        folder.sweep();
        if found.is_empty() {
            return;
        }
        let shown = found
            .iter()
            .map(|copy| {
                let name = copy.title().filter(|title| !title.trim().is_empty());
                let file = copy.original().map(|path| path.display().to_string());
                let name = name
                    .or_else(|| copy.original().and_then(file_name))
                    .unwrap_or_else(|| words!(self.words, "window-untitled"));
                let time = time(copy.time(), &self.words);
                let note = match file {
                    Some(file) => format!("{time} · {file}"),
                    None => format!("{time} · {}", words!(self.words, "window-never-saved")),
                };
                // Pictures of a map that stands in a file are beside that file.
                let images = match copy.original() {
                    Some(path) if !copy.images().is_dir() => images::folder_of(path),
                    Some(_) | None => copy.images(),
                };
                Lost {
                    name,
                    note,
                    copy: copy.path().to_owned(),
                    images,
                    time: copy.time(),
                    settled: false,
                    doubted: false,
                }
            })
            .collect();
        self.lost = found.into_iter().map(Some).collect();
        self.dialogs.push(Dialog::Recovery(RecoveryDialog::new(shown)));
    }

    pub(super) fn recover(&mut self, context: &Context, place: usize) {
        let Some(copy) = self.lost.get_mut(place).and_then(Option::take) else { return };
        match copy.read() {
            Ok(opened) => {
                let id = self.open_recovered(context, &copy, opened.map);
                // The copy stays as it is where that fails: there is no other one.
                let mut pictures = vec![copy.images()];
                if self.session(id).is_some_and(|session| session.path.is_none()) {
                    // A map of its own doesn't look beside the file that it was part of.
                    pictures.extend(copy.original().map(images::folder_of));
                }
                if !self.keep_whole(context, id, &pictures) {
                    return;
                }
                let words = self.words.clone();
                let name = self.session(id).map(|session| session.name(&words)).unwrap_or_default();
                // The new copy is on the disk before the old one goes.
                if let Err(error) = copy.discard() {
                    self.complain(context, words!(words, "error-recovery", why = error.to_string()));
                }
                self.tell(context, words!(words, "notice-recovered", name = name));
            }
            Err(error) => {
                let why = say::load_reason(&self.words, &error);
                let name = copy.original().and_then(file_name).unwrap_or_default();
                // The copy stays, and is offered again: a newer version may read it.
                self.complain(context, words!(self.words, "error-open", name = name, why = why));
            }
        }
    }

    /// Keeps an open map, with the pictures of these folders, where a crash can't reach either. Whether it could be done; if
    /// not, that is said.
    pub(super) fn keep_whole(&mut self, context: &Context, id: SessionId, pictures: &[PathBuf]) -> bool {
        let (folder, rescue, words) = (self.recovery.clone(), self.rescue.clone(), self.words.clone());
        let Some(session) = self.session(id) else { return false };
        let kept = session.keep_whole(pictures, folder.as_ref(), &rescue);
        if let Err(error) = &kept {
            let why = say::picture_error(&words, error);
            self.complain(context, words!(words, "error-recovery", why = why));
        }
        kept.is_ok()
    }

    /// Opens what was kept as unsaved changes of its file, which undo takes back. What became of the file meanwhile is
    /// brought in. Where nobody knows how, it becomes a map that stands in no file, and the file's own stays open.
    fn open_recovered(&mut self, context: &Context, copy: &Recoverable, kept: JourneyMap) -> SessionId {
        let Some(path) = copy.original() else { return self.add(Document::unsaved(kept), None) };
        let same = self.with_file(path).map(|session| session.id);
        let changed = |app: &Self, id| {
            app.saves.is_saving(id) || app.sessions.iter().any(|session| session.id == id && session.unsaved())
        };
        if same.is_some_and(|id| changed(self, id)) {
            // Two tabs of one file would overwrite each other.
            return self.open_apart(context, path, kept);
        }
        let (document, known, news) = match standing::load(path) {
            // The file is gone, or no map any more: what was kept is all there is.
            Err(_) => (Document::unsaved(kept), None, None),
            Ok((there, content)) if copy.content().is_none_or(|known| known == content) => {
                (standing::changed_since(there.map, kept), Some(content), None)
            }
            Ok(news) => match self.begun_with(copy, path) {
                Some((begun, known)) => (standing::changed_since(begun, kept), Some(known), Some(news)),
                // Nobody knows what both began with: two maps are better than one that lost something.
                None => return self.open_apart(context, path, kept),
            },
        };
        if let Some(id) = same {
            // The file is open as it was last saved: what is recovered takes its place.
            self.forget(id);
        }
        let id = self.add(document, Some(path.to_owned()));
        if let Some(known) = known {
            self.knows(id, known);
        }
        if let Some((there, content)) = news {
            self.bring_in(context, id, there, content);
        }
        self.claim(id);
        id
    }

    /// The map that the changes of a copy began with, and what its file was then; none where no version of it is kept.
    fn begun_with(&self, copy: &Recoverable, path: &Path) -> Option<(JourneyMap, Fingerprint)> {
        let known = copy.content()?;
        let version = self.versions.as_ref()?.of(path).find(known)?;
        Some((version.read().ok()?.map, known))
    }

    /// Opens what was kept as a map that stands in no file, and says why.
    fn open_apart(&mut self, context: &Context, path: &Path, kept: JourneyMap) -> SessionId {
        let name = file_name(path).unwrap_or_default();
        self.note(context, words!(self.words, "notice-recovered-apart", name = name));
        self.add(Document::unsaved(kept), None)
    }

    /// The first map of a history is what its file said.
    fn knows(&mut self, id: SessionId, content: Fingerprint) {
        if let Some(session) = self.session(id)
            && let Some(map) = session.document.history().saved()
        {
            session.standing.on_disk = Some(OnDisk { map: Arc::clone(map), content });
        }
    }

    pub(super) fn discard(&mut self, context: &Context, place: usize) {
        if let Some(copy) = self.lost.get_mut(place).and_then(Option::take)
            && let Err(error) = copy.discard()
        {
            let text = words!(self.words, "error-recovery", why = error.to_string());
            self.complain(context, text);
        }
    }
}
