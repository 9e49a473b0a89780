//! Opening maps: small files at once, large ones on a thread of its own, so that the window goes on meanwhile. Must not know
//! how a file is read.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::Instant;

use eframe::egui::Context;

use super::application::App;
use super::dialogs::Choice;
use super::files::same_file;
use super::foreign::{self, Foreign};
use super::importing::{ending, is_foreign};
use super::room::SidePage;
use super::session::{SessionId, file_name};
use super::standing;
use super::task::Task;
use super::under_way::Card;
use crate::edit::Document;
use crate::file::disk::LoadError;
use crate::file::package;
use crate::file::recovery::RecoveryFolder;
use crate::file::{Fingerprint, Opened, say};
use crate::i18n::Words;
use crate::words;

/// What has no more bytes is read in less time than a frame is seen.
const AT_ONCE: u64 = 512 << 10;
/// The same of what is packed, and may unpack to a thousand times as much.
const PACKED_AT_ONCE: u64 = 32 << 10;

/// The endings of what is packed.
const PACKED: [&str; 2] = ["xlsx", package::ENDING];

type Read = Result<(Opened, Fingerprint), LoadError>;

/// What a map is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// To be worked on.
    Open,
    /// To be compared with an open one.
    Compare(SessionId),
    /// It is a file of another program, to become a map.
    Import,
    /// The same, but it may be answers about the map that it was dropped on.
    Dropped(SessionId),
}

/// What a file gave.
#[derive(Debug)]
enum Came {
    Map(Box<Read>),
    Foreign(Box<Foreign>),
}

/// When a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// As it was asked for.
    AtOnce,
    /// Some time after, by itself.
    Later,
}

/// A large file on its way here.
#[derive(Debug)]
pub(super) struct Opening {
    path: PathBuf,
    what: What,
    begun: Instant,
    read: Receiver<Came>,
    /// Nobody wants it any more; its thread ends by itself, and nobody hears of it.
    stopped: AtomicBool,
}

impl Opening {
    /// What it gave, if that is there by now and nothing has to wait.
    fn come(&self, waits: bool) -> Result<Came, TryRecvError> {
        if waits { Err(TryRecvError::Empty) } else { self.read.try_recv() }
    }
}

/// What is under way.
pub(super) fn cards<'a>(openings: &'a [Opening], words: &Words) -> Vec<Card<'a>> {
    let card = |opening: &'a Opening| Card {
        begun: opening.begun,
        icon: "folder-open",
        text: words!(words, "opening", name = file_name(&opening.path).unwrap_or_default()),
        progress: None,
        stop: Some((words!(words, "opening-stop"), Box::new(|| opening.stopped.store(true, Ordering::Relaxed)))),
    };
    openings.iter().map(card).collect()
}

impl App {
    /// Opens a file, or shows it if it is open.
    pub(super) fn open(&mut self, context: &Context, path: PathBuf) {
        if super::replies::is_reply(&path) {
            self.take_replies(context, &[path]);
            return;
        }
        let what = if is_foreign(&path) { What::Import } else { What::Open };
        self.read(context, path, what);
    }

    /// Opens a table that was dropped on a map.
    pub(super) fn open_dropped(&mut self, context: &Context, id: SessionId, path: PathBuf) {
        self.read(context, path, What::Dropped(id));
    }

    /// The same, and the window waits for it.
    pub(super) fn open_now(&mut self, context: &Context, path: PathBuf) {
        if super::replies::is_reply(&path) {
            self.take_replies(context, &[path]);
            return;
        }
        if is_foreign(&path) {
            let came = self.read_now(&path, What::Import);
            self.was_read(context, path, (What::Import, When::AtOnce), came);
            return;
        }
        match self.with_file(&path).map(|session| session.id) {
            Some(id) => self.active = Some(id),
            None => {
                let came = self.read_now(&path, What::Open);
                self.was_read(context, path, (What::Open, When::AtOnce), came);
            }
        }
    }

    fn read_now(&self, path: &Path, what: What) -> Came {
        load(path, what, &self.words, self.recovery.as_ref())
    }

    /// Shows what differs between the map of a file and an open one.
    pub(super) fn compare(&mut self, context: &Context, id: SessionId, path: PathBuf) {
        self.read(context, path, What::Compare(id));
    }

    fn read(&mut self, context: &Context, path: PathBuf, what: What) {
        if what == What::Open
            && let Some(session) = self.with_file(&path)
        {
            self.active = Some(session.id);
            return;
        }
        let known = |opening: &Opening| opening.what == what && same_file(&opening.path, &path);
        if self.openings.iter().any(known) {
            return;
        }
        // A pipe gives nothing until somebody writes to it.
        let packed = ending(&path).is_some_and(|ending| PACKED.iter().any(|known| known.eq_ignore_ascii_case(ending)));
        let most = if packed { PACKED_AT_ONCE } else { AT_ONCE };
        let large = path.metadata().is_ok_and(|metadata| !metadata.is_file() || metadata.len() > most);
        let begun = large.then(|| begin(&path, what, &self.words, self.recovery.as_ref(), context));
        match begun {
            Some(Ok(opening)) => self.openings.push(opening),
            // Where the system gives no thread the window stands still.
            Some(Err(_)) | None => {
                let came = self.read_now(&path, what);
                self.was_read(context, path, (what, When::AtOnce), came);
            }
        }
    }

    /// Takes in the files that were read meanwhile.
    pub(super) fn watch_openings(&mut self, context: &Context) {
        let mut read = Vec::new();
        // What becomes of a file of another program may be a question: it waits until nobody is in the middle of something.
        let occupied = self.is_occupied(context);
        let waits = |what| occupied && matches!(what, What::Import | What::Dropped(_));
        self.openings.retain(|opening| {
            match (opening.stopped.load(Ordering::Relaxed), opening.come(waits(opening.what))) {
                (true, _) => false,
                (false, Err(TryRecvError::Empty)) => true,
                (false, Err(TryRecvError::Disconnected)) => {
                    let (path, error) =
                        (opening.path.clone(), std::io::Error::other("its thread ended without a word"));
                    read.push((
                        path.clone(),
                        opening.what,
                        Came::Map(Box::new(Err(LoadError::Unreadable { path, error }))),
                    ));
                    false
                }
                (false, Ok(done)) => {
                    read.push((opening.path.clone(), opening.what, done));
                    false
                }
            }
        });
        for (path, what, done) in read {
            self.was_read(context, path, (what, When::Later), done);
        }
    }

    fn was_read(&mut self, context: &Context, path: PathBuf, (what, when): (What, When), came: Came) {
        // Nobody is taken away from a word half typed, and no map from under a dialog that speaks of it.
        let occupied = when == When::Later && self.is_occupied(context);
        let read = match came {
            Came::Map(read) => *read,
            Came::Foreign(foreign) => {
                let dropped_on = if let What::Dropped(id) = what { Some(id) } else { None };
                self.import(context, path, *foreign, dropped_on);
                return;
            }
        };
        match (read, what) {
            (Ok(_), What::Import | What::Dropped(_)) => {}
            (Ok(_), What::Open) if self.with_file(&path).is_some() => {
                let id = self.with_file(&path).map(|session| session.id);
                self.active = if occupied { self.active } else { id };
            }
            (Ok((opened, content)), What::Open) => {
                self.settings.remember(&path);
                let before = self.active;
                let id = self.add(Document::new(opened.map), Some(path));
                let words = self.words.clone();
                if let Some(session) = self.session(id) {
                    session.was_read(content);
                }
                self.claim(id);
                if occupied {
                    self.active = before;
                    let name = self.session(id).map(|session| session.name(&words)).unwrap_or_default();
                    let text = words!(words, "notice-opened-behind", name = name);
                    self.point_to(context, text, words!(words, "notice-show"), Task::ShowTab(Some(id)));
                }
            }
            (Ok((opened, _)), What::Compare(id)) => self.show_compared(context, id, (&path, opened), when),
            (Err(error), what) => {
                let text = match what {
                    What::Open | What::Import | What::Dropped(_) => {
                        self.settings.recent.retain(|known| *known != path || known.is_file());
                        let name = file_name(&path).unwrap_or_default();
                        words!(self.words, "error-open", name = name, why = say::load_reason(&self.words, &error))
                    }
                    What::Compare(_) => say::load_error(&self.words, &error),
                };
                self.complain(context, text);
            }
        }
    }

    fn show_compared(&mut self, context: &Context, id: SessionId, (path, opened): (&Path, Opened), when: When) {
        let name = file_name(path).unwrap_or_default();
        if self.compares_journeys() {
            self.compare_journeys_with(Choice { name, map: Arc::new(opened.map), sample: false });
            return;
        }
        let occupied = when == When::Later && (self.active != Some(id) || self.is_occupied(context));
        let Some(session) = self.session(id) else { return };
        session.changes.compare(name.clone(), opened.map);
        if occupied {
            let words = self.words.clone();
            let text = words!(words, "notice-compared", name = name);
            self.point_to(context, text, words!(words, "notice-show"), Task::ShowPage(id, SidePage::Changes));
            return;
        }
        self.active = Some(id);
        self.open_page(SidePage::Changes);
    }
}

/// Reads a file for what it is wanted.
fn load(path: &Path, what: What, words: &Words, recovery: Option<&RecoveryFolder>) -> Came {
    match what {
        What::Open | What::Compare(_) => Came::Map(Box::new(standing::load(path))),
        What::Import => Came::Foreign(Box::new(foreign::read(path, false, words, recovery))),
        What::Dropped(_) => Came::Foreign(Box::new(foreign::read(path, true, words, recovery))),
    }
}

fn begin(
    path: &Path,
    what: What,
    words: &Words,
    recovery: Option<&RecoveryFolder>,
    context: &Context,
) -> std::io::Result<Opening> {
    let (sender, read) = channel();
    thread::Builder::new().name("open".to_owned()).spawn({
        let (path, words, recovery, context) = (path.to_owned(), words.clone(), recovery.cloned(), context.clone());
        move || {
            sender.send(load(&path, what, &words, recovery.as_ref())).ok();
            context.request_repaint();
        }
    })?;
    Ok(Opening { path: path.to_owned(), what, begun: Instant::now(), read, stopped: AtomicBool::new(false) })
}
