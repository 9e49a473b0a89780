//! Reading and saving files. A save is whole or leaves everything as it was.

use std::fs::{self, DirBuilder, File, Metadata};
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::fingerprint::Fingerprint;
use super::steps::{Steps, System, again};
use super::versions::VersionsFolder;
use super::{MOST_BYTES, Opened, Problem, ReadError};
use crate::model::{CardId, IdSource, JourneyMap};

/// What temporary files are called: short, so that a file with the longest of names has one too.
const TEMPORARY: (&str, &str) = (".wayfelt-", ".tmp");
/// A temporary file that nobody holds and nobody wrote to for so long was left behind by a process that is gone.
const LEFT_BEHIND: Duration = Duration::from_secs(60);

/// Why a map could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The file can't be read.
    #[error("can't read {}: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is read, and no map.
    #[error("{}:{error}", path.display())]
    NoMap {
        /// The file.
        path: PathBuf,
        /// Where and why.
        error: ReadError,
    },
}

/// Why a file could not be saved. What was there before is still there.
#[derive(Debug, thiserror::Error)]
#[error("can't save {}: {error}", path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub error: io::Error,
}

/// The file is written whole and has its name, but the system can't promise that the name survives a power cut.
#[derive(Debug, thiserror::Error)]
#[error("written, but not yet safe from a power cut: {0}")]
pub struct Unsettled(#[source] pub io::Error);

/// What stands in the file was written by a newer version of the application, and must not be lost.
#[derive(Debug, thiserror::Error)]
#[error("format {found} is newer than what is known here")]
pub struct Newer {
    /// The number of its format.
    pub found: u64,
}

impl SaveError {
    /// The newer format of the file that was not overwritten, if that is why.
    pub fn newer_format(&self) -> Option<u64> {
        self.error.get_ref().and_then(|inner| inner.downcast_ref::<Newer>()).map(|newer| newer.found)
    }

    /// Whether the new content stands in the file all the same. See [`Unsettled`].
    pub fn is_written(&self) -> bool {
        self.error.get_ref().is_some_and(|inner| inner.is::<Unsettled>())
    }
}

/// Opens a map.
///
/// # Errors
/// When the file can't be read, is larger than [`MOST_BYTES`] (looked at before reading), or is no map.
pub fn load(path: &Path) -> Result<Opened, LoadError> {
    let bytes = load_bytes(path)?;
    super::read(&bytes).map_err(|error| LoadError::NoMap { path: path.to_owned(), error })
}

/// The bytes of a file, if they are not too many.
///
/// # Errors
/// When the file can't be read, or is larger than [`MOST_BYTES`]; the latter is known without reading it.
pub fn load_bytes(path: &Path) -> Result<Vec<u8>, LoadError> {
    let unreadable = |error| LoadError::Unreadable { path: path.to_owned(), error };
    let too_large = |bytes| LoadError::NoMap {
        path: path.to_owned(),
        error: ReadError::at_start(Problem::TooLarge { bytes, most: MOST_BYTES }),
    };
    let file = File::open(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(unreadable(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    if metadata.len() > MOST_BYTES {
        return Err(too_large(metadata.len()));
    }
    // A pipe doesn't say how long it is, and a file can grow: one byte more than allowed is read, never all.
    read_bounded(file).map_err(unreadable)?.ok_or_else(|| too_large(MOST_BYTES + 1))
}

/// All bytes of a source, or none if they are more than [`MOST_BYTES`].
///
/// # Errors
/// When the source can't be read.
pub fn read_bounded(source: impl io::Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MOST_BYTES).then_some(bytes))
}

/// Saves a map.
///
/// # Errors
/// As [`save_bytes`].
pub fn save(path: &Path, map: &JourneyMap) -> Result<(), SaveError> {
    save_keeping(&System, path, map, None).map(drop)
}

/// A map that was saved.
#[derive(Debug)]
pub struct Saved {
    /// What its file says now.
    pub content: Fingerprint,
    /// Why the version before could not be kept, if it could not.
    pub version: Option<SaveError>,
}

/// Saves a map, and keeps what its file said before among its versions. A version that can't be kept is no reason not to
/// save.
///
/// # Errors
/// As [`save_bytes`].
pub fn save_keeping(
    steps: &dyn Steps,
    path: &Path,
    map: &JourneyMap,
    versions: Option<&VersionsFolder>,
) -> Result<Saved, SaveError> {
    let text = super::write(map);
    let content = Fingerprint::of(text.as_bytes());
    let version = put_over(steps, path, &text, versions, None).map_err(|refused| match refused {
        Refused::Failed(error) => error,
        // Nothing was expected, so nothing can be unexpected.
        Refused::Changed(..) => SaveError { path: path.to_owned(), error: io::Error::from(ErrorKind::InvalidData) },
    })?;
    Ok(Saved { content, version })
}

/// Why a map was not put over what its file says.
#[derive(Debug)]
pub(super) enum Refused {
    /// The system refused.
    Failed(SaveError),
    /// The file says something else than was expected, which is a map: somebody's work. It is left as it is.
    Changed(Box<Opened>, Fingerprint),
}

/// Puts the text of a map in place of what its file says, as [`save_keeping`] does, unless that is a map other than the one
/// that is `known`. Why the version before could not be kept, if it could not.
pub(super) fn put_over(
    steps: &dyn Steps,
    path: &Path,
    text: &str,
    versions: Option<&VersionsFolder>,
    known: Option<Fingerprint>,
) -> Result<Option<SaveError>, Refused> {
    let content = Fingerprint::of(text.as_bytes());
    let (mut version, mut changed) = (None, None);
    let look = |old: &[u8], metadata: &Metadata| {
        let found = Fingerprint::of(old);
        if known.is_some_and(|known| known != found)
            && found != content
            && let Ok(opened) = super::read(old)
        {
            changed = Some((Box::new(opened), found));
            return Err(io::Error::from(ErrorKind::AlreadyExists));
        }
        if let Some(versions) = versions
            && found != content
        {
            let time = metadata.modified().unwrap_or_else(|_| SystemTime::now());
            version = versions.of(path).keep(old, time).err();
        }
        Ok(())
    };
    let replaced = replace(steps, path, text.as_bytes(), look);
    if let Some((opened, found)) = changed {
        return Err(Refused::Changed(opened, found));
    }
    replaced.map_err(|error| Refused::Failed(SaveError { path: path.to_owned(), error }))?;
    sweep(folder_of(&real_path(path)), LEFT_BEHIND);
    Ok(version)
}

/// Makes a folder that only its user can look into: what is kept there may be confidential.
pub(super) fn make_private(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Puts `bytes` in place of a file's content, whole or not at all.
///
/// They are written to a temporary file in the same folder, forced to the disk, and only then take the file's name. The
/// file's permissions stay; where `path` is a symbolic link the file that it points to is replaced, and the link stays.
/// Devices and pipes are written to directly.
///
/// # Errors
/// When the folder is missing or can't be written, the disk is full, `path` is a folder, or holds something of a newer
/// format. The old file is untouched then, but for [`Unsettled`], and no temporary file is left.
pub fn save_bytes(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    save_bytes_by(&System, path, bytes)
}

/// As [`save_bytes`], by steps that may fail as a test wants.
///
/// # Errors
/// As [`save_bytes`].
pub fn save_bytes_by(steps: &dyn Steps, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    replace(steps, path, bytes, |_, _| Ok(())).map_err(|error| SaveError { path: path.to_owned(), error })
}

/// Puts `bytes` in place of a file's content, whole or not at all, without waiting until they are on the disk: they outlive
/// this process, and not a power cut. [`settle`] makes them.
pub(super) fn put_bytes(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let put = || {
        let (mut file, temporary) = create_temporary(&System, folder_of(path))?;
        let written = write_all(&System, &mut file, bytes).and_then(|()| again(|| System.rename(&temporary, path)));
        if written.is_err() {
            again(|| System.remove(&temporary)).ok();
        }
        written
    };
    put().map_err(|error| SaveError { path: path.to_owned(), error })
}

/// Forces what was put to a path to the disk, then gives it another name, in place of what has it.
pub(super) fn settle(put: &Path, path: &Path) -> Result<(), SaveError> {
    let settle = || {
        again(|| System.sync(&File::open(put)?))?;
        again(|| System.rename(put, path))?;
        // Some file systems can't; the file itself is safe.
        again(|| System.sync_folder(folder_of(path))).ok();
        Ok(())
    };
    settle().map_err(|error| SaveError { path: path.to_owned(), error })
}

/// What `before` gets is what stands in the file until then; where it fails nothing is done.
fn replace(
    steps: &dyn Steps,
    path: &Path,
    bytes: &[u8],
    before: impl FnOnce(&[u8], &Metadata) -> io::Result<()>,
) -> io::Result<()> {
    let old = match again(|| steps.look(path)) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if let Some(old) = &old {
        if old.is_dir() {
            return Err(io::Error::from(ErrorKind::IsADirectory));
        }
        // A device or a pipe has no content to keep, and must not be replaced by a file.
        if !old.is_file() {
            return write_all(steps, &mut again(|| steps.open(path))?, bytes);
        }
        // Renaming would replace a file that its owner has closed to writing.
        if old.permissions().readonly() {
            return Err(io::Error::from(ErrorKind::PermissionDenied));
        }
    }
    let target = follow(steps, path, old.is_some())?;
    if let Some(old) = &old {
        let content = again(|| steps.read(&target))?;
        if let Some(found) = super::newer_format(&content) {
            return Err(io::Error::other(Newer { found }));
        }
        before(&content, old)?;
    }
    let folder = folder_of(&target);
    let (mut file, temporary) = create_temporary(steps, folder)?;
    let filled = fill(steps, &mut file, bytes, old.as_ref());
    // Another process that sweeps the folder leaves alone what is held, so it is let go only now.
    let renamed = filled.and_then(|()| again(|| steps.rename(&temporary, &target)));
    drop(file);
    if let Err(error) = renamed {
        // Where even that fails, a later save sweeps.
        again(|| steps.remove(&temporary)).ok();
        return Err(error);
    }
    match again(|| steps.sync_folder(folder)) {
        Ok(()) => Ok(()),
        // A file system that can't do this at all is no reason to call every save failed.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::NotFound
            ) =>
        {
            Ok(())
        }
        Err(error) => Err(io::Error::new(error.kind(), Unsettled(error))),
    }
}

/// Makes a temporary file that nobody else has.
fn create_temporary(steps: &dyn Steps, folder: &Path) -> io::Result<(File, PathBuf)> {
    const MOST_ATTEMPTS: usize = 16;
    let mut ids = IdSource::random();
    let mut attempts = 0;
    loop {
        let name: CardId = ids.fresh();
        let path = folder.join(format!("{}{name}{}", TEMPORARY.0, TEMPORARY.1));
        match again(|| steps.create(&path)) {
            Ok(file) => {
                // Where a file system knows no locks, its age alone tells whether it was left behind.
                file.try_lock().ok();
                return Ok((file, path));
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && attempts < MOST_ATTEMPTS => attempts += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Writes a temporary file and forces it to the disk.
fn fill(steps: &dyn Steps, file: &mut File, bytes: &[u8], old: Option<&Metadata>) -> io::Result<()> {
    write_all(steps, file, bytes)?;
    if let Some(old) = old
        // Some file systems know no permissions and refuse to set any.
        && file.metadata().is_ok_and(|new| new.permissions() != old.permissions())
    {
        again(|| steps.permit(file, old.permissions()))?;
    }
    again(|| steps.sync(file))
}

fn write_all(steps: &dyn Steps, file: &mut File, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match again(|| steps.write(file, bytes))? {
            0 => return Err(io::Error::from(ErrorKind::WriteZero)),
            written => bytes = bytes.get(written..).unwrap_or_default(),
        }
    }
    Ok(())
}

/// The file that is meant by a path: where its symbolic links end, whether or not a file is there yet.
pub fn real_path(path: &Path) -> PathBuf {
    let target = follow(&System, path, false).unwrap_or_else(|_| path.to_owned());
    // The folder can be reached by several ways too, and is there already as a rule.
    let folder = fs::canonicalize(folder_of(&target));
    match (folder, target.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        (Ok(_) | Err(_), _) => std::path::absolute(&target).unwrap_or(target),
    }
}

/// Where a chain of symbolic links ends. What `is_there` can't be missing when it is asked where it leads.
fn follow(steps: &dyn Steps, path: &Path, is_there: bool) -> io::Result<PathBuf> {
    // As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match again(|| steps.follow(&target)) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            // No link, or nothing there. Whatever else is wrong, a link must not be replaced by a file.
            Err(error) if error.kind() == ErrorKind::InvalidInput => return Ok(target),
            Err(error) if error.kind() == ErrorKind::NotFound && !is_there => return Ok(target),
            Err(_) if cfg!(not(unix)) => return Ok(target),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("the symbolic links lead in a circle"))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// Removes temporary files of saves that were cut short, by a crash or a power cut: those that nobody holds and that are
/// older than this. How many.
pub fn sweep(folder: &Path, older: Duration) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let is_temporary = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.strip_prefix(TEMPORARY.0).is_some_and(|rest| rest.ends_with(TEMPORARY.1))
    };
    let left = |path: &Path| {
        let file = File::open(path).ok()?;
        let modified = file.metadata().ok()?.modified().ok()?;
        let old = SystemTime::now().duration_since(modified).is_ok_and(|age| age >= older);
        let held = matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock));
        (old && !held).then_some(())
    };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| is_temporary(path));
    paths.filter(|path| left(path).is_some() && fs::remove_file(path).is_ok()).count()
}
