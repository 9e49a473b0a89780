//! Copies of unsaved maps, for the day the machine or the application stops.
//!
//! Each open session has one copy in the user's state folder, written by a thread of its own, so that whoever edits never
//! waits. A copy is a map file whose first line, a comment, says where it came from. A lock held by the process that
//! writes tells copies of the dead from those of the living. Must not know windows.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::disk::{self, LoadError, SaveError, make_private};
use super::images::folder_of;
use super::{Fingerprint, Opened};
use crate::model::{IdSource, JourneyMap};

/// Two copies of one session are at least so far apart, and at most, in between twice the time that writing one takes: a
/// change is on the disk after this and the time of writing, which together stay below a second.
const PAUSE: [Duration; 2] = [Duration::from_millis(200), Duration::from_millis(400)];
/// No more copies of sessions that ended are kept: the oldest go, and the newest never.
pub const MOST: usize = 60;
/// They have no more bytes together, pictures left out, but for the newest one.
pub const MOST_BYTES: u64 = 512 << 20;
const COPY: &str = "ron";
/// The newest copy until it is safe from a power cut too, which a busy disk takes its time for.
const FRESH: &str = "new";
const LOCK: &str = "lock";
const HEADER: &str = "// wayfelt recovery ";

/// Where copies are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryFolder {
    path: PathBuf,
}

/// The first line of a copy.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Header {
    /// The map's own file; none for a map that was never saved.
    path: Option<String>,
    /// What that file said when the copied map was last the same as it.
    #[serde(default)]
    content: Option<String>,
    /// Seconds since 1970.
    time: u64,
}

/// The file that a copied map belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Where it is.
    pub path: PathBuf,
    /// What it said when the map was last the same as it; none where that isn't known.
    pub content: Option<Fingerprint>,
}

impl<P: Into<PathBuf>> From<P> for Original {
    fn from(path: P) -> Self {
        Self { path: path.into(), content: None }
    }
}

impl RecoveryFolder {
    /// The folder of this user; none on a machine where the user has no home.
    pub fn of_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "wayfelt")?;
        let state = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
        Some(Self { path: state.join("recovery") })
    }

    /// Any other folder; it is made when it is needed.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Starts to keep copies for one session. Nothing waits for the disk: the folder is made by the thread that writes.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(&self) -> io::Result<RecoveryWriter> {
        let name: crate::model::CardId = IdSource::random().fresh();
        let copy = self.path.join(format!("{name}.{COPY}"));
        let shared = Arc::new(Shared {
            folder: self.path.clone(),
            lock: Mutex::new(None),
            copy,
            waiting: Mutex::new(Waiting::default()),
            changed: Condvar::new(),
            disk: Mutex::new(()),
            error: Mutex::new(None),
        });
        let thread = thread::Builder::new().name("recovery".to_owned()).spawn({
            let shared = Arc::clone(&shared);
            move || shared.run()
        })?;
        Ok(RecoveryWriter { shared, thread: Some(thread) })
    }

    /// What sessions left behind that did not end well, the newest first. Sessions that still run are left out, and what
    /// is listed is listed to nobody else until it is dropped.
    pub fn list(&self) -> Vec<Recoverable> {
        let Ok(entries) = fs::read_dir(&self.path) else { return Vec::new() };
        let mut found: Vec<Recoverable> = entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == COPY || extension == FRESH))
            .map(|path| path.with_extension(COPY))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .filter_map(Recoverable::claim)
            .collect();
        found.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| a.copy.cmp(&b.copy)));
        disk::sweep(&self.path, Duration::from_secs(60));
        let (mut count, mut bytes) = (0, 0);
        let (kept, gone): (Vec<_>, Vec<_>) = found.into_iter().partition(|copy| {
            let stays = count == 0 || count < MOST && bytes + copy.bytes <= MOST_BYTES;
            (count, bytes) = (count + 1, bytes + copy.bytes);
            stays
        });
        for copy in gone {
            // One that can't be removed is no reason not to offer the others.
            copy.discard().ok();
        }
        kept
    }

    /// Removes the pictures of maps that were given up, in a window that didn't come to remove them itself: those beside a
    /// lock that nobody holds, without a copy. A fresh lock may only be about to be held.
    pub fn sweep(&self) {
        const JUST_NOW: Duration = Duration::from_secs(60);
        for entry in fs::read_dir(&self.path).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            let copy = path.with_extension(COPY);
            let age = entry.metadata().and_then(|metadata| metadata.modified()).map(|time| time.elapsed());
            let fresh = !matches!(age, Ok(Ok(age)) if age > JUST_NOW);
            if path.extension().is_none_or(|ending| ending != LOCK) || fresh || is_there(&copy) {
                continue;
            }
            let Ok(lock) = File::open(&path) else { continue };
            if lock.try_lock().is_ok() {
                fs::remove_dir_all(folder_of(&copy)).ok();
                drop(lock);
                fs::remove_file(&path).ok();
            }
        }
    }
}

/// An unsaved map of a session that did not end well.
#[derive(Debug)]
pub struct Recoverable {
    copy: PathBuf,
    /// The file that holds it.
    from: PathBuf,
    original: Option<Original>,
    bytes: u64,
    time: SystemTime,
    lock: Option<File>,
}

impl Recoverable {
    /// The copy at `copy`, unless its session still runs or somebody else looks at it.
    fn claim(copy: PathBuf) -> Option<Self> {
        let lock = match File::open(copy.with_extension(LOCK)) {
            Ok(lock) => match lock.try_lock() {
                Ok(()) => Some(lock),
                Err(TryLockError::WouldBlock) => return None,
                Err(TryLockError::Error(_)) => None,
            },
            Err(_) => None,
        };
        // Of the two the newer one, if it is whole: it may not have outlived a power cut.
        let fresh = copy.with_extension(FRESH);
        let from = if disk::load(&fresh).is_ok() { fresh } else { copy.clone() };
        let metadata = fs::metadata(&from).ok()?;
        let header = header(&from).unwrap_or_default();
        let time = match header.time {
            0 => metadata.modified().unwrap_or(UNIX_EPOCH),
            seconds => UNIX_EPOCH + Duration::from_secs(seconds.min(u64::from(u32::MAX))),
        };
        let content = header.content.as_deref().and_then(Fingerprint::parse);
        let original = header.path.map(|path| Original { path: path.into(), content });
        Some(Self { copy, from, original, bytes: metadata.len(), time, lock })
    }

    /// The map's own file; none for a map that was never saved.
    pub fn original(&self) -> Option<&Path> {
        self.original.as_ref().map(|original| original.path.as_path())
    }

    /// What that file said when the copied map was last the same as it.
    pub fn content(&self) -> Option<Fingerprint> {
        self.original.as_ref().and_then(|original| original.content)
    }

    /// The copy itself, which is a map like any other.
    pub fn path(&self) -> &Path {
        &self.from
    }

    /// When the copy was written.
    pub fn time(&self) -> SystemTime {
        self.time
    }

    /// The map.
    ///
    /// # Errors
    /// When the copy can't be read.
    pub fn read(&self) -> Result<Opened, LoadError> {
        disk::load(&self.from)
    }

    /// What the map is called; none where the copy can't be read.
    pub fn title(&self) -> Option<String> {
        self.read().ok().map(|opened| opened.map.title)
    }

    /// The folder of the pictures that were never saved; it need not be there.
    pub fn images(&self) -> PathBuf {
        folder_of(&self.copy)
    }

    /// Removes the copy for good, with its pictures.
    ///
    /// # Errors
    /// When the system refuses; the copy will be offered again.
    pub fn discard(mut self) -> io::Result<()> {
        fs::remove_file(&self.from)?;
        remove(&self.copy);
        // An open file can't be removed everywhere.
        drop(self.lock.take());
        fs::remove_file(self.copy.with_extension(LOCK)).ok();
        fs::remove_dir_all(folder_of(&self.copy)).ok();
        Ok(())
    }
}

/// Whether there is a copy, safe or fresh.
fn is_there(copy: &Path) -> bool {
    copy.exists() || copy.with_extension(FRESH).exists()
}

/// Removes a copy, the fresh one last: an older one must never be all that is left.
fn remove(copy: &Path) {
    fs::remove_file(copy).ok();
    fs::remove_file(copy.with_extension(FRESH)).ok();
}

fn header(copy: &Path) -> Option<Header> {
    use io::{BufRead as _, Read as _};
    let mut line = String::new();
    io::BufReader::new(File::open(copy).ok()?.take(1 << 16)).read_line(&mut line).ok()?;
    ron::from_str(line.trim_end().strip_prefix(HEADER)?).ok()
}

/// Keeps the copy of one session up to date. Dropped without [`RecoveryWriter::close`], it leaves the copy behind.
#[derive(Debug)]
pub struct RecoveryWriter {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl RecoveryWriter {
    /// A changed map, to be copied within a second. Returns at once; of several waiting maps only the newest is written.
    pub fn put(&self, map: Arc<JourneyMap>, original: Option<Original>) {
        self.shared.wait_for(Job::Write { map, original });
    }

    /// The map is saved: the copy is removed, soon. Returns at once.
    pub fn clear(&self) {
        self.shared.wait_for(Job::Remove);
    }

    /// Writes a copy now, and returns when it is on the disk.
    ///
    /// # Errors
    /// When the copy can't be written.
    pub fn write_now(&self, map: &JourneyMap, original: Option<&Original>) -> Result<(), SaveError> {
        self.shared.take_waiting();
        self.shared.write(map, original)
    }

    /// A folder for the pictures of a map that was never saved. It goes when the session ends well.
    pub fn images(&self) -> PathBuf {
        // What is put there has to be swept with its lock, if nothing comes of it.
        self.shared.begin().ok();
        folder_of(&self.shared.copy)
    }

    /// What the thread could not do since this was asked last. A user should know that nothing catches a crash.
    pub fn take_error(&self) -> Option<SaveError> {
        held(&self.shared.error).take()
    }

    /// For a panic hook: writes what waits, from whatever thread.
    pub fn handle(&self) -> RecoveryHandle {
        RecoveryHandle { shared: Arc::clone(&self.shared) }
    }

    /// The session ends well: nothing is left behind.
    pub fn close(self) {
        self.clear();
    }
}

impl Drop for RecoveryWriter {
    fn drop(&mut self) {
        held(&self.shared.waiting).stop = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
        if !is_there(&self.shared.copy) {
            let lock = held(&self.shared.lock).take();
            // An open file can't be removed everywhere.
            if lock.is_some() {
                drop(lock);
                fs::remove_file(self.shared.copy.with_extension(LOCK)).ok();
            }
            fs::remove_dir_all(folder_of(&self.shared.copy)).ok();
        }
    }
}

/// A second hand on a session's copy.
#[derive(Debug, Clone)]
pub struct RecoveryHandle {
    shared: Arc<Shared>,
}

impl RecoveryHandle {
    /// Writes what waits to be written, and returns when it is on the disk; nothing happens where nothing waits.
    ///
    /// # Errors
    /// When the copy can't be written.
    pub fn write_waiting_now(&self) -> Result<(), SaveError> {
        match self.shared.take_waiting() {
            Some(Job::Write { map, original }) => self.shared.write(&map, original.as_ref()),
            Some(Job::Remove) => {
                self.shared.remove();
                Ok(())
            }
            None => Ok(()),
        }
    }
}

#[derive(Debug)]
enum Job {
    Write { map: Arc<JourneyMap>, original: Option<Original> },
    Remove,
}

#[derive(Debug, Default)]
struct Waiting {
    job: Option<Job>,
    stop: bool,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    copy: PathBuf,
    /// Held as long as the session lives, from before its first copy.
    lock: Mutex<Option<File>>,
    waiting: Mutex<Waiting>,
    changed: Condvar,
    /// Held while the copy is written or removed.
    disk: Mutex<()>,
    error: Mutex<Option<SaveError>>,
}

/// A lock, also after a panic of another thread: what is kept here is whole at any time.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    fn wait_for(&self, job: Job) {
        // The old job is dropped after the lock: freeing a large map must not hold up the thread.
        let old = held(&self.waiting).job.replace(job);
        self.changed.notify_all();
        drop(old);
    }

    fn take_waiting(&self) -> Option<Job> {
        held(&self.waiting).job.take()
    }

    /// Makes the folder and the lock, if they are not there yet.
    fn begin(&self) -> io::Result<()> {
        let mut lock = held(&self.lock);
        if lock.is_none() {
            make_private(&self.folder)?;
            let path = self.copy.with_extension(LOCK);
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
            // Where a file system knows no locks, the worst is that another process offers this session's copy.
            file.try_lock().ok();
            *lock = Some(file);
        }
        Ok(())
    }

    fn run(&self) {
        let mut next = Instant::now();
        loop {
            let mut waiting = held(&self.waiting);
            while waiting.job.is_none() && !waiting.stop {
                waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
            }
            // A newer map may still come in before the pause is over; at the end there is no pause.
            while !waiting.stop {
                let Some(left) = next.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) else {
                    break;
                };
                waiting = self.changed.wait_timeout(waiting, left).unwrap_or_else(PoisonError::into_inner).0;
            }
            // Taken before the other lock is free: from here until the copy is written nobody may put an older one.
            let disk = held(&self.disk);
            let job = waiting.job.take();
            let stop = waiting.stop;
            drop(waiting);
            match job {
                Some(Job::Write { map, original }) => {
                    let begun = Instant::now();
                    let result = self.write_held(&map, original.as_ref());
                    *held(&self.error) = result.err();
                    next = Instant::now() + (begun.elapsed() * 2).clamp(PAUSE[0], PAUSE[1]);
                }
                Some(Job::Remove) => remove(&self.copy),
                None => {}
            }
            drop(disk);
            if stop {
                return;
            }
        }
    }

    fn write(&self, map: &JourneyMap, original: Option<&Original>) -> Result<(), SaveError> {
        let _disk = self.disk_soon();
        self.write_held(map, original)
    }

    fn remove(&self) {
        let _disk = self.disk_soon();
        remove(&self.copy);
    }

    /// The right to the copy. Where it does not come free, as when the thread that holds it is the one that panics,
    /// nothing is lost by going on: each copy takes its name whole.
    fn disk_soon(&self) -> Option<MutexGuard<'_, ()>> {
        for _ in 0..100 {
            match self.disk.try_lock() {
                Ok(guard) => return Some(guard),
                Err(std::sync::TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
                Err(std::sync::TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(10)),
            }
        }
        None
    }

    fn write_held(&self, map: &JourneyMap, original: Option<&Original>) -> Result<(), SaveError> {
        let failed = |error| SaveError { path: self.copy.clone(), error };
        self.begin().map_err(failed)?;
        let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        // Absolute, because the next start may happen elsewhere. A name that is no text can't be written down; the
        // map is then offered as one that was never saved.
        let path = original.and_then(|original| std::path::absolute(&original.path).ok());
        let path = path.and_then(|path| path.to_str().map(str::to_owned));
        let content = original.and_then(|original| original.content).map(Fingerprint::write);
        let header = Header { path, content, time };
        let header = ron::to_string(&header).map_err(|error| failed(io::Error::other(error)))?;
        let mut bytes = Vec::new();
        writeln!(bytes, "{HEADER}{header}").map_err(failed)?;
        bytes.extend_from_slice(super::write(map).as_bytes());
        let fresh = self.copy.with_extension(FRESH);
        disk::put_bytes(&fresh, &bytes)?;
        disk::settle(&fresh, &self.copy)
    }
}
