//! Inputs and outputs of commands. `-` is standard input or output.

use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use super::Exit;
use super::console::Failure;
use crate::file::disk::{self, LoadError};
use crate::file::package::{self, Package};
use crate::file::{self, MOST_BYTES, Opened, Place, Problem, say};
use crate::i18n::Words;
use crate::words;

/// Where an input comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    Standard,
    File(PathBuf),
}

impl Source {
    pub(super) fn of(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Standard } else { Self::File(path) }
    }

    /// How messages name it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Standard => "-".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The file, if it is one.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Standard => None,
            Self::File(path) => Some(path),
        }
    }

    /// All its bytes.
    pub(super) fn bytes(&self, words: &Words) -> Result<Vec<u8>, Failure> {
        let failed = |message: String| Failure::new(Exit::BadInput, message);
        match self {
            Self::File(path) => disk::load_bytes(path).map_err(|error| failed(say::load_error(words, &error))),
            Self::Standard => match disk::read_bounded(io::stdin().lock()) {
                Ok(Some(bytes)) => Ok(bytes),
                Ok(None) => {
                    let problem = Problem::TooLarge { bytes: MOST_BYTES + 1, most: MOST_BYTES };
                    Err(failed(format!("-:{}: {}", Place::START, say::problem(words, &problem))))
                }
                Err(error) => Err(failed(format!("-: {}", say::cannot_read(words, &error)))),
            },
        }
    }

    /// The map that it holds, whether or not it is valid, and the text.
    pub(super) fn map(&self, words: &Words) -> Result<(Opened, Vec<u8>), Failure> {
        if self.is_package() {
            let message = words!(words, "cli-package-first", file = self.name());
            return Err(Failure::new(Exit::BadInput, format!("{}: {message}", self.name())));
        }
        let bytes = self.bytes(words)?;
        match file::read(&bytes) {
            Ok(opened) => Ok((opened, bytes)),
            Err(error) => {
                let error = LoadError::NoMap { path: PathBuf::from(self.name()), error };
                Err(Failure::new(Exit::BadInput, say::load_error(words, &error)))
            }
        }
    }

    /// As [`Self::map`], or the map of a package and its text: for commands that write nothing back.
    pub(super) fn map_or_package(&self, words: &Words) -> Result<(Opened, Vec<u8>), Failure> {
        if !self.is_package() {
            return self.map(words);
        }
        let package = self.package(words)?;
        Ok((package.opened, package.text))
    }

    /// Whether it is called a package.
    pub(super) fn is_package(&self) -> bool {
        let ending = self.path().and_then(Path::extension);
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(package::ENDING))
    }

    /// The package that it is.
    pub(super) fn package(&self, words: &Words) -> Result<Package<Cursor<Vec<u8>>>, Failure> {
        Package::open(Cursor::new(self.bytes(words)?)).map_err(|error| {
            let why = say::package_error(words, &error);
            Failure::new(Exit::BadInput, format!("{}: {why}", self.name()))
        })
    }

    /// The map that it holds; one with faults is refused.
    pub(super) fn valid_map(&self, words: &Words) -> Result<(Opened, Vec<u8>), Failure> {
        self.valid(words, self.map(words)?)
    }

    /// As [`Self::valid_map`], or the map of a package.
    pub(super) fn valid_map_or_package(&self, words: &Words) -> Result<(Opened, Vec<u8>), Failure> {
        self.valid(words, self.map_or_package(words)?)
    }

    /// A map that was read of it; one with faults is refused.
    pub(super) fn valid(
        &self,
        words: &Words,
        (opened, bytes): (Opened, Vec<u8>),
    ) -> Result<(Opened, Vec<u8>), Failure> {
        let name = self.name();
        let (first, count) = match opened.faults.as_slice() {
            [] => return Ok((opened, bytes)),
            [first, ..] => (first, opened.faults.len()),
        };
        let place = say::fault_place(&String::from_utf8_lossy(&bytes), first);
        let message = if count == 1 {
            words!(words, "cli-one-fault", fault = say::fault(words, &opened.map, first))
        } else {
            words!(words, "cli-faults", count = words.number(count as f64, 0), file = name.as_str())
        };
        Err(Failure::new(Exit::BadInput, format!("{name}:{place}: {message}")))
    }
}

/// Where an output goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    Standard,
    File(PathBuf),
}

impl Target {
    pub(super) fn of(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Standard } else { Self::File(path) }
    }
}

/// Whether what is written would take the place of what is read.
pub(super) fn is_source(source: &Source, target: &Target) -> bool {
    match (source.path(), target) {
        (Some(source), Target::File(target)) => {
            source == target
                || matches!((source.canonicalize(), target.canonicalize()), (Ok(one), Ok(other)) if one == other)
        }
        (None, _) | (_, Target::Standard) => false,
    }
}

/// Refuses a target that is one of the inputs: what they hold would be lost.
pub(super) fn not_over<'a>(
    words: &Words,
    target: &Target,
    sources: impl IntoIterator<Item = &'a Source>,
) -> Result<(), Failure> {
    match sources.into_iter().find(|source| is_source(source, target)) {
        Some(source) => Err(Failure::new(Exit::Usage, words!(words, "cli-out-input", file = source.name()))),
        None => Ok(()),
    }
}

/// Writes an output, whole or not at all.
pub(super) fn write_output(words: &Words, target: &Target, bytes: &[u8]) -> Result<(), Failure> {
    let message = match target {
        Target::File(path) => match disk::save_bytes(path, bytes) {
            Ok(()) => return Ok(()),
            Err(error) => say::save_error(words, &error),
        },
        Target::Standard => {
            let mut out = io::stdout().lock();
            match out.write_all(bytes).and_then(|()| out.flush()) {
                Ok(()) => return Ok(()),
                // Whoever stopped reading has seen enough.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
                Err(error) => format!("-: {}", say::cannot_write(words, &error)),
            }
        }
    };
    Err(Failure::new(Exit::CannotWrite, message))
}

/// The sources that were named; standard input can be among them once.
pub(super) fn sources(words: &Words, matches: &clap::ArgMatches) -> Result<Vec<Source>, Failure> {
    let sources: Vec<Source> =
        matches.get_many::<PathBuf>("files").unwrap_or_default().cloned().map(Source::of).collect();
    only_one_standard(words, &sources)?;
    Ok(sources)
}

/// Refuses standard input where it is named more than once.
pub(super) fn only_one_standard<'a>(
    words: &Words,
    sources: impl IntoIterator<Item = &'a Source>,
) -> Result<(), Failure> {
    match sources.into_iter().filter(|source| **source == Source::Standard).count() {
        0 | 1 => Ok(()),
        _ => Err(Failure::new(Exit::Usage, words!(words, "cli-input-once"))),
    }
}
