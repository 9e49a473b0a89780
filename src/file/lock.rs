//! Who has a file open: a small readable file beside it, `.NAME.ron.lock`, there as long as somebody does. It is advice
//! between windows and never keeps anybody from reading; where it can't be written, nobody is told anything.
//!
//! The holder keeps the lock file locked in the system's sense, which ends with the process, and renews its time now and
//! then: on this machine a lock that nobody holds is stale, on another one a lock that is no longer renewed. Must not
//! know windows, nor what is done about a file that somebody else has open.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::disk::real_path;
use super::fingerprint::Fingerprint;
use crate::model::{CardId, IdSource};

/// How often a holder shows that it is still there.
pub const BEAT: Duration = Duration::from_secs(30);
/// A lock of another machine that shows no beat for so long is stale.
pub const STALE: Duration = Duration::from_secs(5 * 60);
/// The longest name of a file on the file systems that there are.
const LONGEST_NAME: usize = 255;
/// No lock file has more bytes.
const MOST_BYTES: u64 = 4096;

/// Who has a file open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The user's name on that machine; may be empty.
    #[serde(default)]
    pub user: String,
    /// The machine's name; may be empty.
    #[serde(default)]
    pub machine: String,
    /// The number of the process.
    pub process: u32,
    /// When it was opened, to the second.
    pub since: Timestamp,
    /// Tells one lock from another.
    #[serde(default)]
    id: String,
}

impl Holder {
    /// This process, from now on.
    pub fn here() -> Self {
        let variable = |names: &[&str]| {
            let found = names.iter().filter_map(std::env::var_os).find(|value| !value.is_empty());
            found.map(|value| value.to_string_lossy().into_owned())
        };
        let written = |path: &str| fs::read_to_string(path).ok().map(|name| name.trim().to_owned());
        let machine = written("/proc/sys/kernel/hostname").or_else(|| written("/etc/hostname"));
        let machine = machine.filter(|name| !name.is_empty()).or_else(|| variable(&["COMPUTERNAME", "HOSTNAME"]));
        let id: CardId = IdSource::random().fresh();
        Self {
            user: variable(&["USER", "USERNAME", "LOGNAME"]).unwrap_or_default(),
            machine: machine.unwrap_or_default(),
            process: std::process::id(),
            since: Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default(),
            id: id.to_string(),
        }
    }

    /// Whether it said who it is; whoever opens the file this very moment has not yet.
    pub fn is_known(&self) -> bool {
        self.since != Timestamp::UNIX_EPOCH
    }

    /// When the file was opened.
    pub fn time(&self) -> SystemTime {
        SystemTime::from(self.since)
    }

    fn write(&self, file: &mut File, name: &str) -> io::Result<()> {
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
        file.rewind()?;
        file.set_len(0)?;
        write!(file, "// Wayfelt has {name:?} open. This file goes when it is closed.\n{text}\n")
    }

    fn read(file: &mut File) -> io::Result<Option<Self>> {
        let mut text = String::new();
        file.rewind()?;
        file.take(MOST_BYTES).read_to_string(&mut text)?;
        Ok(ron::from_str(&text).ok())
    }
}

/// What became of an attempt to take the lock of a file.
#[derive(Debug)]
pub enum Attempt {
    /// The file is ours, until the lock is dropped.
    Ours(FileLock),
    /// Somebody else has it open.
    Theirs(Holder),
    /// No lock can be kept there: a folder that can't be written, a file system without locks.
    Impossible(io::Error),
}

/// The right to a file. Dropped, it goes, and with it the lock file.
#[derive(Debug)]
pub struct FileLock {
    path: PathBuf,
    holder: Holder,
    file: File,
    released: bool,
}

/// What a holder finds when it shows that it is still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beat {
    /// The lock is still ours.
    Ours,
    /// Somebody took it over, as one that seemed to be stale.
    Lost(Option<Holder>),
}

/// Where the lock of a file stands.
pub fn path_of(map: &Path) -> PathBuf {
    let real = real_path(map);
    let name = real.file_name().unwrap_or_default();
    let mut lock = std::ffi::OsString::from(".");
    lock.push(name);
    lock.push(".lock");
    if lock.len() > LONGEST_NAME {
        lock = format!(".wayfelt-{}.lock", Fingerprint::of(name.as_encoded_bytes())).into();
    }
    real.with_file_name(lock)
}

/// Who has a file open, if anybody has. Nothing is changed.
pub fn holder_of(map: &Path) -> Option<Holder> {
    let path = path_of(map);
    let mut file = File::open(&path).ok()?;
    is_held(&path, &mut file)
}

/// Takes the lock of a file, a stale one too.
pub fn take(map: &Path) -> Attempt {
    take_as(map, Holder::here())
}

/// As [`take`], in the name of `holder`: for tests.
pub fn take_as(map: &Path, holder: Holder) -> Attempt {
    const MOST_ATTEMPTS: usize = 5;
    let path = path_of(map);
    let name = real_path(map).file_name().unwrap_or_default().to_string_lossy().into_owned();
    for _ in 0..MOST_ATTEMPTS {
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = match opened {
            Ok(file) => file,
            Err(error) => return Attempt::Impossible(error),
        };
        if let Some(theirs) = is_held(&path, &mut file) {
            return Attempt::Theirs(theirs);
        }
        // Nobody else may write from here on; where the file system knows no locks, the worst is that two do.
        if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) || !is_same(&path, &file) {
            continue;
        }
        return match holder.write(&mut file, &name) {
            Ok(()) => Attempt::Ours(FileLock { path, holder, file, released: false }),
            Err(error) => {
                // On a full disk even this has no room; an empty file would say nothing to anybody.
                drop(file);
                fs::remove_file(&path).ok();
                Attempt::Impossible(error)
            }
        };
    }
    Attempt::Impossible(io::Error::from(io::ErrorKind::ResourceBusy))
}

/// Who holds this lock file, if anybody does. It is left unlocked.
fn is_held(path: &Path, file: &mut File) -> Option<Holder> {
    let free = match file.try_lock() {
        Ok(()) => {
            file.unlock().ok();
            true
        }
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => true,
    };
    let holder = Holder::read(file).ok().flatten();
    if !free {
        // Whoever makes it right now has not said yet who it is.
        return Some(holder.unwrap_or_else(|| Holder {
            id: String::new(),
            since: Timestamp::UNIX_EPOCH,
            ..Holder::here()
        }));
    }
    // Nobody on this machine holds it. Another one may, where the system's lock doesn't reach that far.
    let holder = holder?;
    let here = Holder::here();
    if holder.machine == here.machine && !here.machine.is_empty() {
        return None;
    }
    let renewed = file.metadata().and_then(|metadata| metadata.modified()).ok()?;
    let age = now_at(path).duration_since(renewed).unwrap_or_default();
    (age < STALE).then_some(holder)
}

/// The time by the clock of the file system, which may be another machine's.
fn now_at(lock: &Path) -> SystemTime {
    let id: CardId = IdSource::random().fresh();
    let probe = lock.with_file_name(format!(".wayfelt-{id}.tmp"));
    let now = File::create_new(&probe).and_then(|file| file.metadata()?.modified());
    fs::remove_file(&probe).ok();
    now.unwrap_or_else(|_| SystemTime::now())
}

/// Whether a path still leads to this open file: another one may have removed it meanwhile.
fn is_same(path: &Path, file: &File) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        match (fs::metadata(path), file.metadata()) {
            (Ok(there), Ok(here)) => (there.dev(), there.ino()) == (here.dev(), here.ino()),
            (_, _) => false,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

impl FileLock {
    /// Who holds it: we.
    pub const fn holder(&self) -> &Holder {
        &self.holder
    }

    /// Where it stands.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Lets the file go, whoever else still has a hand on this lock.
    pub fn release(&mut self) {
        if std::mem::replace(&mut self.released, true) {
            return;
        }
        if is_same(&self.path, &self.file) {
            let found = Holder::read(&mut self.file).ok().flatten();
            if found.is_some_and(|found| found.id == self.holder.id) {
                fs::remove_file(&self.path).ok();
            }
        }
        // Where the system knows no locks there was none.
        self.file.unlock().ok();
    }

    /// Shows that we are still there, and sees whether the lock is still ours. One that was removed is made again.
    pub fn beat(&mut self) -> Beat {
        if self.released {
            return Beat::Ours;
        }
        if is_same(&self.path, &self.file) {
            let ours = Holder::read(&mut self.file).ok().flatten().is_none_or(|found| found.id == self.holder.id);
            if ours {
                self.file.set_modified(SystemTime::now()).ok();
                return Beat::Ours;
            }
        }
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let map = name.strip_suffix(".lock").unwrap_or(&name).trim_start_matches('.').to_owned();
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&self.path);
        let Ok(mut file) = opened else { return Beat::Ours };
        if let Some(theirs) = is_held(&self.path, &mut file) {
            return Beat::Lost(Some(theirs));
        }
        if file.try_lock().is_err() || self.holder.write(&mut file, &map).is_err() {
            return Beat::Lost(None);
        }
        self.file = file;
        Beat::Ours
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        self.release();
    }
}
