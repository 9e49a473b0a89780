//! Maps on their way to their files, each on a thread of its own, so that the window goes on: who is on the way, who waits,
//! what is done once it is back. A map counts as saved only then, and only as it left; no map leaves twice at a time; what
//! closes it, or the window, waits. Must not know how a file is written.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Instant;

use eframe::egui::Context;

use super::application::App;
use super::aside::start;
use super::files::same_file;
use super::outside;
use super::session::{SessionId, file_name};
use super::task::AfterSave;
use super::under_way::Card;
use crate::export::watch::Watch;
use crate::file::disk::SaveError;
use crate::file::save::{Save, Saved, save};
use crate::file::say;
use crate::file::steps::System;
use crate::file::watch::Change;
use crate::i18n::Words;
use crate::words;

/// A map that somebody wants to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wish {
    id: SessionId,
    path: PathBuf,
    then: AfterSave,
}

/// A map on its way to its file.
#[derive(Debug)]
struct Saving {
    wish: Wish,
    /// As it left.
    left: Save,
    watch: Arc<Watch>,
    begun: Instant,
    end: Receiver<Result<Saved, SaveError>>,
    thread: Option<JoinHandle<()>>,
    /// What was found of its file meanwhile.
    heard: Vec<Change>,
}

impl Saving {
    fn begin(wish: Wish, left: Save, context: &Context) -> Self {
        let watch = Arc::new(Watch::new());
        let (sender, end) = channel();
        let work = {
            let (left, watch, context) = (left.clone(), Arc::clone(&watch), context.clone());
            move || {
                sender.send(save(&left, &System, &|part| watch.done(part).is_ok())).ok();
                context.request_repaint();
            }
        };
        // Where the system gives no thread the window stands still, and the map is saved all the same.
        let thread = start("save", work);
        Self { wish, left, watch, begun: Instant::now(), end, thread, heard: Vec::new() }
    }

    /// How it ended; none while it is under way.
    fn ended(&self) -> Option<Result<Saved, SaveError>> {
        match self.end.try_recv() {
            Ok(end) => Some(end),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                Some(Err(SaveError { path: self.wish.path.clone(), error: std::io::Error::other(Lost) }))
            }
        }
    }
}

/// The thread of a save ended without a word.
#[derive(Debug, thiserror::Error)]
#[error("the save ended without a word")]
struct Lost;

impl Drop for Saving {
    /// The window doesn't end before the map is where it was on its way to.
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// All maps on their way to their files, and those that wait for it.
#[derive(Debug, Default)]
pub(super) struct Saves {
    running: Vec<Saving>,
    waiting: VecDeque<Wish>,
    /// What is to be closed once it is saved.
    closing: Vec<(SessionId, AfterSave)>,
}

impl Saves {
    /// Whether a map is on its way, or waits for it.
    pub(super) fn is_saving(&self, id: SessionId) -> bool {
        self.is_running(id) || self.waiting.iter().any(|wish| wish.id == id)
    }

    /// Whether a map is on its way.
    pub(super) fn is_running(&self, id: SessionId) -> bool {
        self.running.iter().any(|saving| saving.wish.id == id)
    }

    /// Any map that is on its way or waits for it.
    pub(super) fn any(&self) -> Option<SessionId> {
        self.running.first().map(|saving| saving.wish.id).or_else(|| self.waiting.front().map(|wish| wish.id))
    }

    /// Whether something is to be closed once it is saved.
    pub(super) fn ends(&self) -> bool {
        let closes = |wish: &Wish| wish.then != AfterSave::Stay;
        let wanted = self.running.iter().any(|saving| closes(&saving.wish)) || self.waiting.iter().any(closes);
        wanted || !self.closing.is_empty()
    }

    /// Once this map is saved it is closed, and more with it.
    pub(super) fn close_after(&mut self, id: SessionId, then: AfterSave) {
        self.closing.retain(|(known, _)| *known != id);
        self.closing.push((id, then));
    }

    /// What was found of a map's file; given back where the map isn't on its way there, else kept until it is back.
    pub(super) fn hear(&mut self, id: SessionId, change: Change) -> Option<Change> {
        match self.running.iter_mut().find(|saving| saving.wish.id == id) {
            Some(saving) => {
                saving.heard.push(change);
                None
            }
            None => Some(change),
        }
    }

    /// What is under way.
    pub(super) fn cards<'a>(&'a self, words: &Words) -> Vec<Card<'a>> {
        let card = |saving: &'a Saving| {
            let progress = saving.watch.progress();
            let percent = words.number(f64::from((progress * 100.0).floor()), 0);
            // Writing the map itself takes a moment, and is not called off half-way.
            let stop = saving.left.pictures.is_some();
            Card {
                begun: saving.begun,
                icon: "save",
                text: words!(words, "saving", name = file_name(&saving.wish.path).unwrap_or_default()),
                progress: stop.then(|| (progress, words!(words, "saving-percent", percent = percent))),
                stop: stop.then(|| -> (String, Box<dyn FnOnce() + 'a>) {
                    (words!(words, "saving-stop"), Box::new(|| saving.watch.stop()))
                }),
            }
        };
        self.running.iter().map(card).collect()
    }
}

impl App {
    /// Saves a map to its file, to another one, or asks where to; then goes on. What is being typed or dragged is kept first.
    pub(super) fn save_map(&mut self, context: &Context, id: SessionId, path: Option<PathBuf>, then: AfterSave) {
        let Some(session) = self.session(id) else { return };
        let Some(path) = path.or_else(|| session.path.clone()) else {
            self.ask_where_to_save(context, id, then);
            return;
        };
        session.document.commit(None);
        let wish = Wish { id, path, then };
        if !self.saves.waiting.contains(&wish) {
            self.saves.waiting.push_back(wish);
        }
        self.begin_saves(context);
    }

    /// Lets those leave that wait, of each map one at a time and in the order in which it was wanted.
    fn begin_saves(&mut self, context: &Context) {
        let mut held = Vec::new();
        let mut place = 0;
        while let Some(wish) = self.saves.waiting.get(place).cloned() {
            let stays = held.contains(&wish.id)
                || self.saves.is_running(wish.id)
                // Else it would be written over.
                || !self.bring_in_waiting(context, wish.id);
            if stays {
                held.push(wish.id);
                place += 1;
            } else {
                self.saves.waiting.remove(place);
                self.begin_save(context, wish);
            }
        }
    }

    fn begin_save(&mut self, context: &Context, wish: Wish) {
        let words = self.words.clone();
        if let Some(other) = self.with_file(&wish.path).filter(|other| other.id != wish.id) {
            // Two tabs of one file would overwrite each other.
            let map = other.name(&self.words);
            let name = file_name(&wish.path).unwrap_or_default();
            self.complain(context, words!(words, "error-save-open", name = name, map = map));
            self.stay_open(wish.id);
            return;
        }
        let versions = self.versions.clone();
        let Some(session) = self.session(wish.id) else { return };
        let own = session.path.as_deref().is_some_and(|own| same_file(own, &wish.path));
        if own && session.is_read_only() {
            // It isn't ours to write to.
            self.ask_where_to_save(context, wish.id, wish.then);
            return;
        }
        let left = session.to_save(&wish.path, own, versions.as_ref());
        self.saves.running.push(Saving::begin(wish, left, context));
    }

    /// Takes back what has been saved, or hasn't, and lets leave what waits.
    pub(super) fn watch_saves(&mut self, context: &Context) {
        while let Some((place, end)) =
            self.saves.running.iter().enumerate().find_map(|(place, saving)| Some((place, saving.ended()?)))
        {
            let saving = self.saves.running.remove(place);
            self.came_back(context, saving, end);
        }
        self.begin_saves(context);
    }

    fn came_back(&mut self, context: &Context, mut saving: Saving, end: Result<Saved, SaveError>) {
        let words = self.words.clone();
        let (id, path) = (saving.wish.id, saving.wish.path.clone());
        let name = file_name(&path).unwrap_or_default();
        let heard = std::mem::take(&mut saving.heard);
        match end {
            Ok(Saved::Whole { content, lock, version, unsettled }) => {
                let Some(session) = self.session(id) else { return };
                if !saving.left.ours {
                    session.standing.release();
                    session.standing.lock = lock.map(|lock| Arc::new(Mutex::new(lock)));
                    session.standing.waiting = None;
                    session.set_held(None);
                }
                session.was_saved(&path, &saving.left.map, content, unsettled.is_none());
                // The file is looked at anew: whatever was found until now is of another time.
                self.watched.retain(|one| one.id != id);
                self.outside_all(context, id, heard.into_iter().filter(is_of_lock));
                if let Some(error) = unsettled {
                    self.complain(context, say::save_error(&words, &error));
                    self.stay_open(id);
                    return;
                }
                self.settings.remember(&path);
                if self.ending && !self.settings.open.contains(&path) {
                    // It was open, and has a file only now.
                    self.settings.open.push(path.clone());
                }
                self.tell(context, words!(words, "notice-saved", path = path.display().to_string()));
                if let Some(error) = version {
                    let why = say::save_error(&words, &error);
                    self.note(context, words!(words, "notice-no-version", why = why));
                }
                self.go_on(context, id, saving.wish.then);
                return;
            }
            Ok(Saved::Changed(opened, content)) => {
                // Both are brought together, and then saved.
                if let Some(session) = self.session(id) {
                    session.standing.waiting = Some((opened, content));
                    self.saves.waiting.push_front(saving.wish.clone());
                }
                self.outside_all(context, id, heard.into_iter().filter(is_of_lock));
                return;
            }
            Ok(Saved::Held(holder)) => {
                let who = outside::who(&words, &holder);
                self.complain(context, words!(words, "error-save-held", name = name, who = who));
            }
            Ok(Saved::Stopped) => self.note(context, words!(words, "saving-stopped", name = name)),
            Err(error) => {
                let lost = error.error.get_ref().is_some_and(|inner| inner.is::<Lost>());
                let why = if lost { words!(words, "saving-lost") } else { say::save_error(&words, &error) };
                self.complain(context, words!(words, "error-save", name = name, why = why));
            }
        }
        self.stay_open(id);
        self.outside_all(context, id, heard.into_iter());
    }

    fn outside_all(&mut self, context: &Context, id: SessionId, heard: impl Iterator<Item = Change>) {
        for change in heard {
            self.outside(context, id, change);
        }
    }

    /// A map was saved: it is closed, if that was wanted and nothing was done to it since.
    fn go_on(&mut self, context: &Context, id: SessionId, then: AfterSave) {
        if self.saves.is_saving(id) {
            if then != AfterSave::Stay && !self.saves.closing.iter().any(|(known, _)| *known == id) {
                self.saves.close_after(id, then);
            }
            return;
        }
        let wanted = self.saves.closing.iter().position(|(known, _)| *known == id);
        let then = wanted.map_or(then, |place| self.saves.closing.remove(place).1);
        if then != AfterSave::Stay {
            self.close(context, id, then);
        }
    }

    /// A map could not be saved: whatever would have closed it is called off.
    fn stay_open(&mut self, id: SessionId) {
        self.saves.closing.retain(|(known, _)| *known != id);
    }
}

/// Whether something was found of the right to a file, which saving doesn't change.
const fn is_of_lock(change: &Change) -> bool {
    matches!(change, Change::LockLost(_))
}
