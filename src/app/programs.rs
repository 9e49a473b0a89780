//! Other programs of the system: the one that opens a file of some kind, and the one that shows folders; only for what was
//! written here, never for what a map names. Must not know what the files are.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What is asked of the system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// To open a file with the program that is for such files.
    Open(PathBuf),
    /// To show the folder that a file is in.
    Folder(PathBuf),
}

/// The system's programs; for tests only what was asked of them.
#[derive(Debug, Default)]
pub struct Programs {
    real: bool,
    asked: Vec<Asked>,
}

impl Programs {
    /// Programs that are really started, or only noted.
    pub(crate) const fn new(real: bool) -> Self {
        Self { real, asked: Vec::new() }
    }

    /// What was asked of them so far; empty where they are real.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// Asks for it. It is done by another program, some time later.
    ///
    /// # Errors
    /// When there is no such program, or it can't be started.
    pub(crate) fn ask(&mut self, what: Asked) -> io::Result<()> {
        // A path that begins with a dash would be taken for an option.
        let what = match what {
            Asked::Open(path) => Asked::Open(std::path::absolute(path)?),
            Asked::Folder(path) => Asked::Folder(std::path::absolute(path)?),
        };
        if !self.real {
            self.asked.push(what);
            return Ok(());
        }
        let mut child = command(&what).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        // Somebody has to hear that it ended, or it stays in the system's list.
        std::thread::Builder::new().name("program".to_owned()).spawn(move || child.wait().ok())?;
        Ok(())
    }
}

fn command(what: &Asked) -> Command {
    let (path, folder) = match what {
        Asked::Open(path) => (path.as_path(), false),
        Asked::Folder(path) => (path.as_path(), true),
    };
    if cfg!(target_os = "windows") {
        let mut command = Command::new("explorer");
        if folder {
            command.arg("/select,");
        }
        command.arg(path);
        command
    } else if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        if folder {
            command.arg("-R");
        }
        command.arg(path);
        command
    } else {
        let mut command = Command::new("xdg-open");
        command.arg(if folder { path.parent().unwrap_or_else(|| Path::new("/")) } else { path });
        command
    }
}
