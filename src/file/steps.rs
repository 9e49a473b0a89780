//! The steps of a save, one by one, as the system does them. Saving goes through [`Steps`], so that a test can let any of
//! them fail in any way a disk can. Must not know what is saved, nor in which order.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// One of the things that a save asks of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What stands at a path.
    Look,
    /// What a file holds.
    Read,
    /// Where a symbolic link leads.
    Follow,
    /// A device or a pipe is opened to be written to.
    Open,
    /// A new file is made.
    Create,
    /// Bytes go into a file.
    Write,
    /// A file gets its permissions.
    Permit,
    /// A file is forced to the disk.
    Sync,
    /// A file takes another name, in place of what has it.
    Rename,
    /// A folder's names are forced to the disk.
    SyncFolder,
    /// A file is removed.
    Remove,
}

impl Step {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Look,
        Self::Read,
        Self::Follow,
        Self::Open,
        Self::Create,
        Self::Write,
        Self::Permit,
        Self::Sync,
        Self::Rename,
        Self::SyncFolder,
        Self::Remove,
    ];
}

/// What does the steps. Every method does one thing, and may fail.
#[expect(clippy::missing_errors_doc, reason = "each fails as the system does")]
pub trait Steps {
    /// [`Step::Look`].
    fn look(&self, path: &Path) -> io::Result<Metadata>;
    /// [`Step::Read`]: all of a file, but no more than a map can have.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// [`Step::Follow`].
    fn follow(&self, link: &Path) -> io::Result<PathBuf>;
    /// [`Step::Open`].
    fn open(&self, path: &Path) -> io::Result<File>;
    /// [`Step::Create`]; it fails where there is a file already.
    fn create(&self, path: &Path) -> io::Result<File>;
    /// [`Step::Write`]: how many of the bytes were written, as few as one.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize>;
    /// [`Step::Permit`].
    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()>;
    /// [`Step::Sync`].
    fn sync(&self, file: &File) -> io::Result<()>;
    /// [`Step::Rename`].
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// [`Step::SyncFolder`].
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// [`Step::Remove`].
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The system itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Steps for System {
    fn look(&self, path: &Path) -> io::Result<Metadata> {
        fs::metadata(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(super::MOST_BYTES).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn follow(&self, link: &Path) -> io::Result<PathBuf> {
        fs::read_link(link)
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).open(path)
    }

    fn create(&self, path: &Path) -> io::Result<File> {
        // Within the user's mask, as any other program would make it.
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        file.write(bytes)
    }

    fn permit(&self, file: &File, permissions: Permissions) -> io::Result<()> {
        file.set_permissions(permissions)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// Does something again as long as a signal interrupts it.
pub(super) fn again<T>(mut step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match step() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}
