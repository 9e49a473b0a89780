//! What a file said before each save: whole files in the user's state folder, so that nothing lies about beside the map.
//! They become fewer with age and never more than bounds allow; the newest always stays. Must not know windows.
//!
//! ```text
//! versions/khám-tim-8c1f…/2026-11-22T18-12-05.123.ron
//! ```

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::Opened;
use super::disk::{self, LoadError, SaveError, real_path};
use super::fingerprint::Fingerprint;

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Until which age one version in so much time is kept: all of the last hour, one an hour for a day, one a day for a
/// month, and one a month from then on.
const KEPT: [(Duration, Duration); 4] = [
    (HOUR, Duration::ZERO),
    (DAY, HOUR),
    (Duration::from_secs(31 * 24 * 60 * 60), DAY),
    (Duration::MAX, Duration::from_secs(30 * 24 * 60 * 60)),
];
/// No file has more versions.
pub const MOST: usize = 200;
/// The versions of no file have more bytes, but for the newest one.
pub const MOST_BYTES: u64 = 128 << 20;
/// The versions of all files together have no more bytes, but for the newest one of each.
pub const MOST_BYTES_OF_ALL: u64 = 1 << 30;

const ENDING: &str = "ron";
/// The time in the name of a version: no colons, which not every system takes.
const TIME: &str = "%Y-%m-%dT%H-%M-%S%.f";
/// The file that says which map the versions of a folder are of.
const NOTE: &str = "path.txt";

/// Where the versions of all files are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionsFolder {
    path: PathBuf,
}

impl VersionsFolder {
    /// The folder of this user; none on a machine where the user has no home.
    pub fn of_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "wayfelt")?;
        let state = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
        Some(Self { path: state.join("versions") })
    }

    /// Any other folder; it is made when it is needed.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// The versions of one file, by whatever way its path leads there.
    pub fn of(&self, map: &Path) -> Versions {
        let real = real_path(map);
        let hash = Fingerprint::of(real.as_os_str().as_encoded_bytes());
        let stem = real.file_stem().unwrap_or_default().to_string_lossy();
        // For whoever looks into the folder; the hash alone tells one file from another.
        let name: String = stem.chars().filter(|letter| letter.is_alphanumeric() || "-_ ".contains(*letter)).collect();
        let name: String = name.chars().take(40).collect();
        Versions { folder: self.path.join(format!("{}-{hash}", name.trim())), map: real }
    }

    /// Makes the versions of all files fewer, where they are too many together: the oldest go first, and the newest of
    /// each file stays. How many went.
    pub fn thin(&self) -> usize {
        self.thin_to(MOST_BYTES_OF_ALL)
    }

    /// As [`Self::thin`], down to so many bytes.
    pub fn thin_to(&self, most: u64) -> usize {
        let Ok(entries) = fs::read_dir(&self.path) else { return 0 };
        let (mut total, mut older) = (0, Vec::new());
        for folder in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            let found = list(&folder);
            total += found.iter().map(|version| version.bytes).sum::<u64>();
            older.extend(found.into_iter().skip(1));
        }
        older.sort_by_key(|version| version.time);
        let mut gone = 0;
        for version in older {
            if total <= most {
                break;
            }
            if fs::remove_file(&version.path).is_ok() {
                total -= version.bytes;
                gone += 1;
            }
        }
        gone
    }
}

/// The versions of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    folder: PathBuf,
    map: PathBuf,
}

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    path: PathBuf,
    time: SystemTime,
    bytes: u64,
}

impl Version {
    /// When it was saved.
    pub const fn time(&self) -> SystemTime {
        self.time
    }

    /// How many bytes it has.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Its own file, which is a map like any other.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The map as it was.
    ///
    /// # Errors
    /// When the version can't be read, or what stood in the file then was no map.
    pub fn read(&self) -> Result<Opened, LoadError> {
        disk::load(&self.path)
    }
}

impl Versions {
    /// The file whose versions these are.
    pub fn map(&self) -> &Path {
        &self.map
    }

    /// All versions, the newest first.
    pub fn list(&self) -> Vec<Version> {
        list(&self.folder)
    }

    /// The version with exactly this content, if it is kept.
    pub fn find(&self, content: Fingerprint) -> Option<Version> {
        self.list()
            .into_iter()
            .find(|version| disk::load_bytes(&version.path).is_ok_and(|bytes| Fingerprint::of(&bytes) == content))
    }

    /// Keeps what stood in the file since `time`, then makes the versions fewer. What is kept already is not kept twice.
    ///
    /// # Errors
    /// When the folder can't be written.
    pub fn keep(&self, content: &[u8], time: SystemTime) -> Result<(), SaveError> {
        if let Some(newest) = self.list().first()
            && newest.bytes == content.len() as u64
            && fs::read(&newest.path).is_ok_and(|known| known == content)
        {
            return Ok(());
        }
        disk::make_private(&self.folder).map_err(|error| SaveError { path: self.folder.clone(), error })?;
        let note = self.folder.join(NOTE);
        if !note.exists() {
            disk::put_bytes(&note, self.map.as_os_str().as_encoded_bytes())?;
        }
        let path = self
            .free_path(time)
            .ok_or_else(|| SaveError { path: self.folder.clone(), error: io::Error::from(ErrorKind::AlreadyExists) })?;
        disk::put_bytes(&path, content)?;
        // Whoever saves waits for the map's own file alone; what can't be made safe now is written out by the system later.
        std::thread::Builder::new().name("version".to_owned()).spawn(move || disk::settle(&path, &path)).ok();
        self.thin(SystemTime::now());
        Ok(())
    }

    /// A path that no version has yet, at this time or a little later.
    fn free_path(&self, time: SystemTime) -> Option<PathBuf> {
        const MOST_ATTEMPTS: u64 = 1000;
        (0..MOST_ATTEMPTS).find_map(|later| {
            let name = name_of(time + Duration::from_millis(later))?;
            let path = self.folder.join(name);
            (!path.exists()).then_some(path)
        })
    }

    /// Makes the versions fewer, as the rules say. How many went.
    pub fn thin(&self, now: SystemTime) -> usize {
        let versions = self.list();
        let ages: Vec<(SystemTime, u64)> = versions.iter().map(|version| (version.time, version.bytes)).collect();
        let gone = versions.iter().zip(kept(&ages, now)).filter(|(_, kept)| !kept);
        gone.filter(|(version, _)| fs::remove_file(&version.path).is_ok()).count()
    }
}

/// The versions in a folder, the newest first.
fn list(folder: &Path) -> Vec<Version> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<Version> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let path = entry.path();
            if path.extension()? != ENDING {
                return None;
            }
            let time = time_of(path.file_stem()?.to_str()?)?;
            Some(Version { time, bytes: entry.metadata().ok()?.len(), path })
        })
        .collect();
    found.sort_by_key(|version| std::cmp::Reverse(version.time));
    found
}

fn name_of(time: SystemTime) -> Option<String> {
    let time = jiff::Timestamp::try_from(time).ok()?.to_zoned(TimeZone::UTC).datetime();
    let whole = time.strftime("%Y-%m-%dT%H-%M-%S").to_string();
    Some(format!("{whole}.{:03}.{ENDING}", time.millisecond()))
}

fn time_of(name: &str) -> Option<SystemTime> {
    let time = DateTime::strptime(TIME, name).ok()?;
    Some(SystemTime::from(time.to_zoned(TimeZone::UTC).ok()?.timestamp()))
}

/// Which of these versions are kept, the newest first: their times and bytes. The newest always is.
pub fn kept(versions: &[(SystemTime, u64)], now: SystemTime) -> Vec<bool> {
    let (mut count, mut bytes, mut last) = (0, 0, None);
    versions
        .iter()
        .enumerate()
        .map(|(place, (time, size))| {
            // What is of the future, as after a clock was set back, is as good as new.
            let age = now.duration_since(*time).unwrap_or_default();
            let rule = KEPT.iter().position(|(until, _)| age < *until).unwrap_or(KEPT.len() - 1);
            let every = KEPT[rule].1.as_secs();
            let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
            // The same stretch of the clock, whenever this is asked: a version that stays once isn't dropped for another
            // of its stretch later.
            let stretch = since.as_secs().checked_div(every).map(|stretch| (every, stretch));
            let doubles = stretch.is_some() && stretch == last;
            last = stretch;
            let stays = place == 0 || !doubles && count < MOST && bytes + size <= MOST_BYTES;
            if stays {
                count += 1;
                bytes += size;
            }
            stays
        })
        .collect()
}
