//! Other windows and other programs: who has a file open, what they make of it meanwhile, and what this window does then.

use std::path::PathBuf;

use eframe::egui::Context;

use super::application::App;
use super::dialogs::Dialog;
use super::room::SidePage;
use super::session::{SessionId, file_name};
use super::standing::{BroughtIn, Trouble};
use super::task::Task;
use super::toast::Tone;
use crate::file::lock::Holder;
use crate::file::watch::{Change, Watcher};
use crate::file::{Fingerprint, Opened, say};
use crate::i18n::Words;
use crate::words;

/// What the watcher was told of a map's file last.
#[derive(Debug, PartialEq)]
pub(super) struct Watched {
    pub(super) id: SessionId,
    path: PathBuf,
    content: Option<Fingerprint>,
    locked: bool,
}

impl App {
    /// Takes the right to a map's file. Where somebody else has it, the map can only be read until the person decides
    /// otherwise; that is asked once the map is shown.
    pub(super) fn claim(&mut self, id: SessionId) {
        let Some(session) = self.session(id) else { return };
        session.standing.ask = session.take_lock().is_some();
    }

    /// Asks what is to be done about whoever has the file of the shown map open, unless somebody is in the middle of
    /// something: what is being typed is for what it is typed into.
    pub(super) fn ask_about_holder(&mut self, context: &Context) {
        let words = self.words.clone();
        if self.is_occupied(context) {
            return;
        }
        let Some(session) = self.shown().filter(|session| session.standing.ask) else { return };
        session.standing.ask = false;
        if let Some(Trouble::Held(holder)) = &session.standing.trouble {
            let name = session.path.as_deref().and_then(file_name).unwrap_or_default();
            let dialog = Dialog::InUse { session: session.id, name, who: who(&words, holder) };
            self.dialogs.push(dialog);
            context.request_repaint();
        }
    }

    /// Tries again to take the right to a file that somebody else had open.
    pub(super) fn edit_here(&mut self, context: &Context, id: SessionId) {
        let words = self.words.clone();
        let Some(session) = self.session(id) else { return };
        let (tone, text) = match session.take_lock() {
            None => (Tone::Good, words!(words, "notice-editable")),
            Some(holder) => (Tone::Note, words!(words, "notice-still-in-use", who = who(&words, &holder))),
        };
        let news = if tone == Tone::Good { session.changed_outside() } else { None };
        self.toasts.add(tone, text, context.input(|input| input.time));
        if let Some((opened, content)) = news {
            self.bring_in(context, id, *opened, content);
        }
    }

    /// Makes a copy of a map that can only be read: a new map that stands in no file yet.
    pub(super) fn detach(&mut self, context: &Context, id: SessionId) {
        let words = self.words.clone();
        let Some(session) = self.session(id) else { return };
        session.set_held(None);
        session.leave_file();
        self.note(context, words!(words, "notice-copy"));
        self.keep_whole(context, id, &[]);
    }

    /// Watches the files of all open maps, and takes over what was found.
    pub(super) fn watch_files(&mut self, context: &Context) {
        let (focused, begun) = (context.input(|input| input.focused), self.watcher.is_some());
        if !begun && self.sessions.iter().any(|session| session.path.is_some()) {
            let woken = context.clone();
            // Without a thread other programs' changes are still found when the map is saved.
            self.watcher = Watcher::start(move || woken.request_repaint()).ok();
        }
        let Some(watcher) = &self.watcher else { return };
        watcher.set_often(focused);
        self.watched.retain(|Watched { id, path, .. }| {
            let stays = self.sessions.iter().any(|one| one.id == *id && one.path.as_ref() == Some(path));
            if !stays {
                watcher.forget(id.0);
            }
            stays
        });
        for session in &self.sessions {
            let Some(path) = session.path.as_deref() else { continue };
            let gone = session.standing.trouble == Some(Trouble::Gone);
            let content = session.standing.on_disk.as_ref().map(|known| known.content).filter(|_| !gone);
            let (id, locked) = (session.id, session.standing.lock.is_some());
            let known = |one: &Watched| one.id == id && one.content == content && one.locked == locked;
            if !self.watched.iter().any(known) {
                watcher.watch(id.0, path, content, session.standing.lock.clone());
                self.watched.retain(|one| one.id != id);
                self.watched.push(Watched { id, path: path.to_owned(), content, locked });
            }
        }
        for (key, change) in watcher.take() {
            let id = SessionId(key);
            // What is found while a map is on its way to its file may be the map itself.
            if let Some(change) = self.saves.hear(id, change) {
                self.outside(context, id, change);
            }
        }
        let waiting: Vec<SessionId> = self
            .sessions
            .iter()
            .filter(|session| session.standing.waiting.is_some())
            .map(|session| session.id)
            .collect();
        for id in waiting {
            self.bring_in_waiting(context, id);
        }
    }

    /// Brings in what somebody else made of a map's file, unless something is being typed or dragged, or the map is on its
    /// way there. Whether nothing waits any more.
    pub(super) fn bring_in_waiting(&mut self, context: &Context, id: SessionId) -> bool {
        let is_running = self.saves.is_running(id);
        let Some(session) = self.session(id) else { return true };
        if session.standing.waiting.is_none() {
            return true;
        }
        if session.document.in_gesture() || is_running {
            return false;
        }
        if let Some((opened, content)) = session.standing.waiting.take() {
            self.bring_in(context, id, *opened, content);
        }
        true
    }

    /// A file is not what it was.
    pub(super) fn outside(&mut self, context: &Context, id: SessionId, change: Change) {
        let words = self.words.clone();
        let Some(session) = self.session(id) else { return };
        let name = session.path.as_deref().and_then(file_name).unwrap_or_default();
        match change {
            // The thread may have read before it heard of our own save.
            Change::Content(_, content) | Change::NoMap(_, content)
                if session.standing.trouble.is_none()
                    && session.standing.on_disk.as_ref().is_some_and(|known| known.content == content) => {}
            Change::Content(opened, content) => session.standing.waiting = Some((opened, content)),
            Change::NoMap(error, content) => {
                let why = format!("{}: {}", error.place, say::problem(&words, &error.problem));
                let text = words!(words, "notice-outside-no-map", name = name, why = why.as_str());
                session.document.mark_unsaved();
                session.standing.meet(Trouble::NoMap(why));
                if let Some(known) = &mut session.standing.on_disk {
                    known.content = content;
                }
                self.note(context, text);
            }
            Change::Gone => {
                session.document.mark_unsaved();
                session.standing.meet(Trouble::Gone);
                self.note(context, words!(words, "notice-outside-gone", name = name));
            }
            Change::LockLost(holder) => {
                session.standing.lock = None;
                let who = holder.map_or_else(|| words!(words, "in-use-somebody"), |holder| who(&words, &holder));
                self.note(context, words!(words, "notice-lock-lost", name = name, who = who));
            }
        }
    }

    /// Brings in what somebody else made of a map's file, and says so.
    pub(super) fn bring_in(&mut self, context: &Context, id: SessionId, opened: Opened, content: Fingerprint) {
        let words = self.words.clone();
        let Some(session) = self.session(id) else { return };
        let name = session.path.as_deref().and_then(file_name).unwrap_or_default();
        let read_only = session.is_read_only();
        let done = session.bring_in(opened, content);
        let text = match done {
            BroughtIn::Nothing => return,
            BroughtIn::Back => words!(words, "notice-outside-back", name = name),
            // Who only reads has nothing to take back.
            BroughtIn::Reloaded if read_only => words!(words, "notice-outside-followed", name = name),
            BroughtIn::Reloaded => words!(words, "notice-outside-reloaded", name = name),
            BroughtIn::Merged { conflicts: 0 } => words!(words, "notice-outside-merged", name = name),
            BroughtIn::Merged { conflicts } => {
                words!(words, "notice-outside-conflicts", name = name, n = conflicts)
            }
            BroughtIn::Invalid => words!(words, "notice-outside-invalid", name = name),
        };
        if !matches!(done, BroughtIn::Merged { conflicts } if conflicts > 0) {
            self.note(context, text);
            return;
        }
        // Nobody is taken away from another map, or from a word half typed: the page opens once this one is shown.
        let opens = self.active == Some(id) && !self.is_occupied(context);
        if let Some(session) = self.session(id) {
            session.conflicts_told = opens;
        }
        if opens {
            self.note(context, text);
            self.open_page(SidePage::Conflicts);
        } else {
            let way = words!(words, "notice-show-conflicts");
            self.point_to(context, text, way, Task::ShowPage(id, SidePage::Conflicts));
        }
    }
}

/// Who has a file open, and since when.
pub(super) fn who(words: &Words, holder: &Holder) -> String {
    let since = super::files::time(holder.time(), words);
    let known = |name: &str| !name.trim().is_empty();
    match (known(&holder.user), known(&holder.machine), holder.is_known()) {
        (_, _, false) => words!(words, "in-use-somebody"),
        (true, true, true) => {
            words!(
                words,
                "in-use-user-machine",
                user = holder.user.as_str(),
                machine = holder.machine.as_str(),
                time = since
            )
        }
        (true, false, true) => words!(words, "in-use-user", user = holder.user.as_str(), time = since),
        (false, true, true) => words!(words, "in-use-machine", machine = holder.machine.as_str(), time = since),
        (false, false, true) => words!(words, "in-use-since", time = since),
    }
}
