//! What is done to open maps as such: in which order they stand, closing several, opening again what was closed, a copy to
//! design the journey in.

use std::path::Path;

use eframe::egui::Context;

use crate::app::application::App;
use crate::app::session::{Session, SessionId};
use crate::app::task::AfterSave;
use crate::edit::Document;
use crate::file::disk;
use crate::i18n::Words;
use crate::model::{JourneyMap, MapState};
use crate::words;

/// How many closed maps can be opened again.
const MOST: usize = 20;

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

    /// Closes all maps but this one: those that are saved at once, then one question after the other. Whoever calls one off
    /// calls off the rest.
    pub(in crate::app) fn close_others(&mut self, context: &Context, kept: SessionId) {
        let (saves, sessions, ids) = (&self.saves, &mut self.sessions, &mut self.ids);
        let mut others: Vec<(bool, SessionId)> = sessions
            .iter_mut()
            .filter(|session| session.id != kept)
            .map(|session| {
                session.finish_typing(ids);
                (session.unsaved() || saves.is_saving(session.id), session.id)
            })
            .collect();
        others.sort_by_key(|(unsaved, _)| *unsaved);
        for (unsaved, id) in others {
            if unsaved {
                return self.close(context, id, AfterSave::CloseOthers(kept));
            }
            self.forget(id);
        }
        self.active = Some(kept);
    }

    /// Puts a closed map aside, to be brought back if that is wanted.
    pub(in crate::app) fn put_aside(&mut self, mut session: Session) {
        let map = session.document.map();
        // Of a new map that nobody touched there is nothing to bring back.
        let touched = session.path.is_some() || map.cards().next().is_some() || session.document.undo_label().is_some();
        if !touched {
            return session.close();
        }
        session.rest();
        self.closed.push(session);
        if self.closed.len() > MOST {
            self.closed.remove(0).close();
        }
    }

    /// Brings back what was closed last, as it was: with its past, its pictures, and what was not saved.
    pub(in crate::app) fn reopen_tab(&mut self, context: &Context) {
        let Some(mut session) = self.closed.pop() else { return };
        if let Some(path) = session.path.clone() {
            let saved = session.document.history().saved();
            let stands = saved.is_some_and(|saved| disk::load(&path).is_ok_and(|there| there.map == **saved));
            let elsewhere = self.with_file(&path).is_some();
            match (session.unsaved(), elsewhere, stands) {
                (_, false, true) => self.settings.remember(&path),
                // What the file says now, or what another tab makes of it, is newer than what was closed.
                (false, true, _) => {
                    session.close();
                    return self.open(context, path);
                }
                (false, false, false) if path.is_file() => {
                    session.close();
                    return self.open(context, path);
                }
                (false, false, false) => session.leave_file(),
                // Neither may overwrite the other.
                (true, ..) => {
                    session.leave_file();
                    let text = words!(self.words, "notice-reopened-apart", map = session.name(&self.words));
                    self.note(context, text);
                }
            }
        }
        let (id, unsaved) = (session.id, session.unsaved());
        self.active = Some(id);
        self.sessions.push(session);
        self.claim(id);
        if unsaved {
            self.keep_whole(context, id, &[]);
        }
    }

    /// Opens an unsaved copy of the shown map, in which the journey can be designed as it should be. It keeps all ids, so
    /// that the two can be compared step by step.
    pub(in crate::app) fn duplicate_to_be(&mut self, context: &Context) {
        let Some(session) = self.shown() else { return };
        session.document.commit(None);
        let mut map = JourneyMap::clone(session.document.map());
        let images: Vec<_> = session.images.path().map(Path::to_owned).into_iter().collect();
        let in_map = Words::new(map.language);
        if map.state == MapState::AsIs || map.title.is_empty() {
            let title = if map.title.is_empty() { words!(in_map, "map-untitled") } else { map.title.clone() };
            map.title = words!(in_map, "map-title-to-be", title = title);
        } else {
            map.title = words!(in_map, "map-title-copy", title = map.title.clone());
        }
        map.state = MapState::ToBe;
        let id = self.add(Document::unsaved(map), None);
        if self.keep_whole(context, id, &images) {
            let text = words!(self.words, "notice-to-be");
            self.tell(context, text);
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
        self.show_folder_of(context, path.canonicalize().unwrap_or(path));
    }
}
