//! Noticing that a file changed on the disk: a thread looks at its time and size now and then, and reads it only where they
//! changed. It also keeps the locks of open files fresh. Must not know windows, nor what is done about a change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime};

use super::disk::load_bytes;
use super::fingerprint::Fingerprint;
use super::lock::{BEAT, Beat, FileLock, Holder};
use super::{Opened, ReadError};

/// How often files are looked at while somebody looks at the window.
pub const OFTEN: Duration = Duration::from_millis(1500);
/// How often otherwise.
pub const SELDOM: Duration = Duration::from_secs(10);

/// What is different about a file.
#[derive(Debug)]
pub enum Change {
    /// It says something else, which is a map.
    Content(Box<Opened>, Fingerprint),
    /// It says something that is no map, and stays so.
    NoMap(ReadError, Fingerprint),
    /// It is not there any more, or can't be read.
    Gone,
    /// Somebody took our lock over.
    LockLost(Option<Holder>),
}

/// The lock of an open file, shared with the thread that keeps it fresh.
pub type SharedLock = Arc<Mutex<FileLock>>;

/// A file that is watched.
#[derive(Debug)]
struct Watched {
    path: PathBuf,
    /// What it said when it was last read or written; none while it isn't there.
    content: Option<Fingerprint>,
    /// The stamp that goes with it; none: it has to be read again.
    stamp: Option<Stamp>,
    /// A stamp under which it said something that is no map: it may be half written.
    doubted: Option<Stamp>,
    lock: Option<SharedLock>,
}

/// What tells cheaply that a file is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    #[cfg(unix)]
    inode: u64,
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok()?;
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(&metadata);
        Some(Self {
            modified: metadata.modified().ok(),
            length: metadata.len(),
            #[cfg(unix)]
            inode,
        })
    }
}

#[derive(Debug)]
struct State {
    watched: BTreeMap<u64, Watched>,
    pause: Duration,
    /// Look at once.
    now: bool,
    stop: bool,
}

type Shared = (Mutex<State>, Condvar);

/// Watches files until it is dropped.
#[derive(Debug)]
pub struct Watcher {
    shared: Arc<Shared>,
    found: Receiver<(u64, Change)>,
    thread: Option<JoinHandle<()>>,
}

fn held(shared: &Shared) -> MutexGuard<'_, State> {
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Watcher {
    /// Starts to watch nothing yet; `wake` is called from the thread whenever there is something to be taken.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let state = State { watched: BTreeMap::new(), pause: OFTEN, now: false, stop: false };
        let shared = Arc::new((Mutex::new(state), Condvar::new()));
        let (tell, found) = channel();
        let thread = std::thread::Builder::new().name("watcher".to_owned()).spawn({
            let shared = Arc::clone(&shared);
            move || run(&shared, &tell, &wake)
        })?;
        Ok(Self { shared, found, thread: Some(thread) })
    }

    /// Watches a file under a key of the caller's, which it was known by before or not; `content` is what it says as far
    /// as the caller knows, none where it isn't there.
    pub fn watch(&self, key: u64, path: &Path, content: Option<Fingerprint>, lock: Option<SharedLock>) {
        let mut state = held(&self.shared);
        let watched = Watched { path: path.to_owned(), content, stamp: None, doubted: None, lock };
        state.watched.insert(key, watched);
        drop(state);
        self.shared.1.notify_all();
    }

    /// Watches it no longer.
    pub fn forget(&self, key: u64) {
        held(&self.shared).watched.remove(&key);
    }

    /// Looks often, and at once, or seldom.
    pub fn set_often(&self, often: bool) {
        let pause = if often { OFTEN } else { SELDOM };
        let mut state = held(&self.shared);
        if state.pause != pause {
            state.pause = pause;
            state.now = often;
            drop(state);
            self.shared.1.notify_all();
        }
    }

    /// Looks at once: for tests, which have no time.
    pub fn look_now(&self) {
        held(&self.shared).now = true;
        self.shared.1.notify_all();
    }

    /// What was found since this was asked last.
    pub fn take(&self) -> Vec<(u64, Change)> {
        self.found.try_iter().collect()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        held(&self.shared).stop = true;
        self.shared.1.notify_all();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn run(shared: &Shared, tell: &Sender<(u64, Change)>, wake: &impl Fn()) {
    let mut beat = Instant::now() + BEAT;
    loop {
        let mut state = held(shared);
        let until = Instant::now() + state.pause;
        // Without a file to watch nothing happens at all.
        while !state.stop && !state.now && (state.watched.is_empty() || Instant::now() < until) {
            let left = until.saturating_duration_since(Instant::now());
            state = if state.watched.is_empty() {
                shared.1.wait(state).unwrap_or_else(PoisonError::into_inner)
            } else {
                shared.1.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0
            };
        }
        if state.stop {
            return;
        }
        state.now = false;
        let beats = Instant::now() >= beat;
        if beats {
            beat = Instant::now() + BEAT;
        }
        let keys: Vec<u64> = state.watched.keys().copied().collect();
        drop(state);
        for key in keys {
            // The disk is looked at while nobody is held up.
            let Some((path, content, stamp, doubted, lock)) = held(shared).watched.get(&key).map(|watched| {
                let lock = watched.lock.clone().filter(|_| beats);
                (watched.path.clone(), watched.content, watched.stamp, watched.doubted, lock)
            }) else {
                continue;
            };
            let lost = lock.and_then(|lock| match lock.lock().unwrap_or_else(PoisonError::into_inner).beat() {
                Beat::Ours => None,
                Beat::Lost(holder) => Some(Change::LockLost(holder)),
            });
            let looked = look(&path, content, stamp, doubted);
            let mut state = held(shared);
            // Meanwhile the caller may have saved, or be done with it: what was seen then is of another time.
            let Some(watched) = state.watched.get_mut(&key).filter(|now| now.path == path && now.content == content)
            else {
                continue;
            };
            (watched.stamp, watched.doubted) = (looked.stamp, looked.doubted);
            if lost.is_some() {
                watched.lock = None;
            }
            if let Some(change) = &looked.change {
                watched.content = match change {
                    Change::Content(_, content) | Change::NoMap(_, content) => Some(*content),
                    Change::Gone | Change::LockLost(_) => None,
                };
            }
            drop(state);
            for change in looked.change.into_iter().chain(lost) {
                if tell.send((key, change)).is_err() {
                    return;
                }
                wake();
            }
        }
    }
}

/// What looking at a file gave.
struct Looked {
    change: Option<Change>,
    stamp: Option<Stamp>,
    doubted: Option<Stamp>,
}

fn look(path: &Path, content: Option<Fingerprint>, known: Option<Stamp>, doubted: Option<Stamp>) -> Looked {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
        // A pipe or a device holds nothing that could be compared, and whoever reads it may wait for ever.
        return Looked { change: None, stamp: None, doubted: None };
    }
    let stamp = Stamp::of(path);
    let same = |change| Looked { change, stamp, doubted: None };
    if stamp.is_none() {
        // Programs that save by renaming leave a moment in which no file is there.
        std::thread::sleep(Duration::from_millis(50));
        let still = Stamp::of(path).is_none();
        return Looked { change: (still && content.is_some()).then_some(Change::Gone), stamp: None, doubted: None };
    }
    if stamp == known && known.is_some() {
        return same(None);
    }
    let Ok(bytes) = load_bytes(path) else { return same(content.map(|_| Change::Gone)) };
    let found = Fingerprint::of(&bytes);
    if Some(found) == content {
        return same(None);
    }
    match super::read(&bytes) {
        Ok(opened) => same(Some(Change::Content(Box::new(opened), found))),
        // Half of it may be written yet: it is believed once it stays so.
        Err(_) if doubted != stamp => Looked { change: None, stamp: None, doubted: stamp },
        Err(error) => same(Some(Change::NoMap(error, found))),
    }
}
