//! What is done to open maps as such: in which order they stand, closing several, opening again what was closed, a copy to
//! design the journey in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{Context, OpenUrl};

use crate::app::application::App;
use crate::app::session::{Session, SessionId};
use crate::app::task::AfterSave;
use crate::edit::Document;
use crate::file::say;
use crate::i18n::Words;
use crate::model::{JourneyMap, MapState};
use crate::words;

/// How many closed maps can be opened again.
const MOST: usize = 20;

/// A map that was closed.
#[derive(Debug)]
pub(in crate::app) struct Closed {
    path: Option<PathBuf>,
    map: Arc<JourneyMap>,
}

impl App {
    /// Moves a tab so that it stands at this place.
    pub(in crate::app) fn move_tab(&mut self, id: SessionId, to: usize) {
        let Some(from) = self.sessions.iter().position(|session| session.id == id) else { return };
        let session = self.sessions.remove(from);
        self.sessions.insert(to.min(self.sessions.len()), session);
    }

    /// Moves the shown tab by one place.
    pub(in crate::app) fn shift_tab(&mut self, right: bool) {
        let Some(id) = self.active else { return };
        let Some(from) = self.sessions.iter().position(|session| session.id == id) else { return };
        self.move_tab(id, if right { from + 1 } else { from.saturating_sub(1) });
    }

    /// Closes all maps but the shown one, after a question for each that isn't saved.
    pub(in crate::app) fn close_others(&mut self, context: &Context) {
        let Some(shown) = self.active else { return };
        let others: Vec<SessionId> = self.sessions.iter().map(|session| session.id).filter(|id| *id != shown).collect();
        for id in others {
            self.close(context, id, AfterSave::Close);
        }
        if self.dialogs.is_empty() {
            self.active = Some(shown);
        }
    }

    /// Remembers a map that is about to be closed.
    pub(in crate::app) fn remember_closed(&mut self, session: &Session) {
        let map = Arc::clone(session.document.map());
        // Of a new map that nobody touched there is nothing to bring back.
        let touched = session.path.is_some() || map.cards().next().is_some() || session.document.undo_label().is_some();
        if touched {
            self.closed.push(Closed { path: session.path.clone(), map });
            if self.closed.len() > MOST {
                self.closed.remove(0);
            }
        }
    }

    /// Opens again what was closed last: from its file, else as it was.
    pub(in crate::app) fn reopen_tab(&mut self, context: &Context) {
        let Some(closed) = self.closed.pop() else { return };
        match closed.path.filter(|path| path.is_file()) {
            Some(path) => self.open(context, path),
            None => {
                let id = self.add(Document::unsaved(JourneyMap::clone(&closed.map)), None);
                let (folder, rescue) = (self.recovery.clone(), self.rescue.clone());
                let copied = self.session(id).map_or(Ok(()), |session| session.copy_now(folder.as_ref(), &rescue));
                if let Err(error) = copied {
                    let text = words!(self.words, "error-recovery", why = error.to_string());
                    self.complain(context, text);
                }
            }
        }
    }

    /// Opens an unsaved copy of the shown map, in which the journey can be designed as it should be. It keeps all ids, so
    /// that the two can be compared step by step.
    pub(in crate::app) fn duplicate_to_be(&mut self, context: &Context) {
        let Some(session) = self.shown() else { return };
        session.document.commit(None);
        let mut map = JourneyMap::clone(session.document.map());
        let images = session.images.path().map(Path::to_owned);
        let in_map = Words::new(map.language);
        if map.state == MapState::AsIs || map.title.is_empty() {
            let title = if map.title.is_empty() { words!(in_map, "map-untitled") } else { map.title.clone() };
            map.title = words!(in_map, "map-title-to-be", title = title);
        } else {
            map.title = words!(in_map, "map-title-copy", title = map.title.clone());
        }
        map.state = MapState::ToBe;
        let id = self.add(Document::unsaved(map), None);
        let (folder, rescue) = (self.recovery.clone(), self.rescue.clone());
        let words = self.words.clone();
        let Some(session) = self.session(id) else { return };
        if let Err(error) = session.copy_now(folder.as_ref(), &rescue) {
            self.complain(context, words!(words, "error-recovery", why = error.to_string()));
            return;
        }
        let copied = images.map_or(Ok(()), |kept| session.recover_images(&kept, folder.as_ref(), &rescue));
        match copied {
            Ok(()) => self.tell(context, words!(words, "notice-to-be")),
            Err(error) => {
                let why = say::picture_error(&words, &error);
                self.complain(context, words!(words, "error-recovery", why = why));
            }
        }
    }

    /// Puts the path of the shown map's file on the clipboard.
    pub(in crate::app) fn copy_path(&mut self, context: &Context) {
        let Some(path) = self.shown().and_then(|session| session.path.clone()) else { return };
        let path = path.display().to_string();
        context.copy_text(path.clone());
        let text = words!(self.words, "notice-path-copied", path = path);
        self.tell(context, text);
    }

    /// Opens the folder of the shown map's file, in what the system shows folders with.
    pub(in crate::app) fn show_folder(&mut self, context: &Context) {
        let Some(path) = self.shown().and_then(|session| session.path.clone()) else { return };
        let absolute = path.canonicalize().unwrap_or(path);
        if let Some(folder) = absolute.parent() {
            context.open_url(OpenUrl::new_tab(address(folder)));
        }
    }
}

/// A folder as an address.
fn address(folder: &Path) -> String {
    let mut address = String::from("file://");
    let text = folder.to_string_lossy().replace('\\', "/");
    if !text.starts_with('/') {
        address.push('/');
    }
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            address.push(byte as char);
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}
