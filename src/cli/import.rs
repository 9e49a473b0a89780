//! `wayfelt import`: maps out of other formats.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, not_over, write_output};
use crate::file::disk::LoadError;
use crate::file::images::folder_of;
use crate::file::package::{LeftOut, pictures_of};
use crate::file::{self, mapping, say};
use crate::i18n::Words;
use crate::import;
use crate::import::file::FileError;
use crate::import::{ImportError, TextPlace};
use crate::model::JourneyMap;
use crate::words;

pub(super) fn import(console: &Console, matches: &clap::ArgMatches) -> Exit {
    let matching = matches.contains_id("mapping") || matches.contains_id("write-mapping");
    let no_table = || console.exit(Err(Failure::new(Exit::Usage, words!(console.words, "cli-import-mapping-table"))));
    if let Some(map) = matches.get_one::<PathBuf>("map") {
        if matching {
            return no_table();
        }
        return super::reply::import(console, matches, map);
    }
    if matches.get_many::<PathBuf>("input").is_some_and(|inputs| inputs.len() > 1) {
        return console.exit(Err(Failure::new(Exit::Usage, words!(console.words, "cli-import-one"))));
    }
    let source = Source::of(matches.get_one::<PathBuf>("input").cloned().unwrap_or_default());
    let target = Target::of(matches.get_one::<PathBuf>("out").cloned().unwrap_or_default());
    if let Err(failure) = not_over(&console.words, &target, [&source]) {
        return console.exit(Err(failure));
    }
    let nth = matches.get_one::<u16>("nth").copied().map(usize::from);
    let ending = source.path().and_then(Path::extension).and_then(|ending| ending.to_str());
    if ending.is_some_and(import::file::is_table) {
        return console.exit(import_table(console, matches, &source));
    }
    if matching {
        return no_table();
    }
    console.exit(match source.is_package() {
        true => unpack(console, &source, &target),
        false => import_one(console, &source, &target, nth),
    })
}

/// What an input's reader says of it.
fn refused(name: &str, error: &FileError, words: &Words) -> Failure {
    let place = error.at().map(|at| format!("{}:{}:", at.line, at.column)).unwrap_or_default();
    Failure::new(Exit::BadInput, format!("{name}:{place} {}", error.in_words(words)))
}

/// Says what of an input wasn't plain.
fn warn(console: &Console, name: &str, notes: &[(TextPlace, String)]) {
    for (at, note) in notes {
        let said = words!(console.words, "cli-warning", warning = note.as_str());
        match at.line {
            // It concerns no line.
            0 => console.complain(&format!("{name}: {said}")),
            line => console.complain(&format!("{name}:{line}:{}: {said}", at.column)),
        }
    }
}

/// Says how much came in.
fn report(console: &Console, name: &str, map: &JourneyMap) {
    console.complain(&format!("{name}: {}", import::tabular::say::summary(map, &console.words)));
}

/// The map of a table: one of ours, or another program's by a mapping, guessed where none is named.
fn import_table(console: &Console, matches: &clap::ArgMatches, source: &Source) -> Result<(), Failure> {
    let words = &console.words;
    let name = source.name();
    let mapping = matches.get_one::<PathBuf>("mapping").cloned().map(Source::of);
    let target = Target::of(matches.get_one::<PathBuf>("out").cloned().unwrap_or_default());
    not_over(words, &target, &mapping)?;
    let kept = match matches.get_one::<PathBuf>("mapping") {
        Some(path) => {
            let bytes = Source::of(path.clone()).bytes(words)?;
            let read = mapping::read_table(&bytes).map_err(|error| LoadError::NoMap { path: path.clone(), error });
            Some(read.map_err(|error| Failure::new(Exit::BadInput, say::load_error(words, &error)))?)
        }
        None => None,
    };
    let shape = kept.as_ref().map(|mapping| mapping.table.clone()).unwrap_or_default();
    let bytes = source.bytes(words)?;
    let beside = |key: &str| std::fs::read(import::file::list_beside(source.path()?, key)).ok();
    let book = import::file::book(&bytes, &shape, &beside).map_err(|error| refused(&name, &error.into(), words))?;
    if let Some(path) = matches.get_one::<PathBuf>("write-mapping") {
        not_over(words, &Target::of(path.clone()), [source])?;
        let text = mapping::write_table(&import::tabular::guess(&book));
        return write_output(words, &Target::of(path.clone()), text.as_bytes());
    }
    let own = if kept.is_none() { import::file::own_table(&bytes, &book) } else { None };
    let incoming = own.unwrap_or_else(|| import::file::table(&bytes, &book, kept.as_ref(), words));
    if import::file::is_nothing(&incoming) {
        return Err(refused(&name, &FileError::NothingKnown, words));
    }
    let said = import::file::notes(&incoming, words);
    let (plain, doubts): (Vec<_>, Vec<_>) =
        said.into_iter().zip(&incoming.notes).partition(|(_, note)| note.is_plain());
    for ((_, note), _) in plain {
        console.complain(&format!("{name}: {note}"));
    }
    warn(console, &name, &doubts.into_iter().map(|(note, _)| note).collect::<Vec<_>>());
    report(console, &name, &incoming.map);
    write_output(words, &target, file::write(&incoming.map).as_bytes())
}

/// The map of a package as a file, with its pictures beside it.
fn unpack(console: &Console, source: &Source, target: &Target) -> Result<(), Failure> {
    let words = &console.words;
    let name = source.name();
    let package = source.package(words)?;
    let (opened, _) = source.valid(words, (package.opened.clone(), package.text.clone()))?;
    let text = file::write(&opened.map);
    if !package.has_pictures() {
        for picture in pictures_of(&opened.map) {
            let warning = say::left_out(words, &LeftOut::Missing(picture));
            console.complain(&format!("{name}: {}", words!(words, "cli-warning", warning = warning)));
        }
        report(console, &name, &opened.map);
        return write_output(words, target, text.as_bytes());
    }
    let Target::File(path) = target else {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-import-package")));
    };
    let folder = folder_of(path);
    let before = names_in(&folder);
    let unpacked = package.unpack(&folder).map_err(|error| {
        let why = say::unpack_error(words, &error);
        Failure::new(Exit::CannotWrite, format!("{name}: {why}"))
    });
    let written = unpacked.and_then(|left| write_output(words, target, text.as_bytes()).map(|()| left));
    let left = written.inspect_err(|_| remove_new(&folder, before.as_ref()))?;
    for left in left {
        let said = words!(words, "cli-warning", warning = say::left_out(words, &left));
        console.complain(&format!("{name}: {said}"));
    }
    report(console, &name, &opened.map);
    Ok(())
}

/// What is in a folder; none where there is no such folder.
fn names_in(folder: &Path) -> Option<BTreeSet<OsString>> {
    let entries = std::fs::read_dir(folder).ok()?;
    Some(entries.filter_map(Result::ok).map(|entry| entry.file_name()).collect())
}

/// Takes away what wasn't in a folder before. What can't be taken away stays: the first failure is what is said.
fn remove_new(folder: &Path, before: Option<&BTreeSet<OsString>>) {
    for name in names_in(folder).unwrap_or_default() {
        if before.is_none_or(|before| !before.contains(&name)) {
            drop(std::fs::remove_file(folder.join(name)));
        }
    }
    if before.is_none() {
        drop(std::fs::remove_dir(folder));
    }
}

fn import_one(console: &Console, source: &Source, target: &Target, nth: Option<usize>) -> Result<(), Failure> {
    let words = &console.words;
    let name = source.name();
    let extension = source.path().and_then(Path::extension).map(|extension| extension.to_string_lossy().to_lowercase());
    if let Some(extension) = extension.as_deref().filter(|extension| !import::file::is_read(extension)) {
        let message = words!(words, "cli-import-later", extension = extension);
        return Err(Failure::new(Exit::BadInput, format!("{name}: {message}")));
    }
    let bytes = source.bytes(words)?;
    let read = import::file::read(&bytes, extension.as_deref(), nth, words).map_err(|error| match error {
        // Without a name it can't be told what it is.
        FileError::Text(ImportError::NoDiagram | ImportError::NotText { .. }) if *source == Source::Standard => {
            Failure::new(Exit::BadInput, format!("{name}: {}", words!(words, "cli-import-standard")))
        }
        error => refused(&name, &error, words),
    })?;
    warn(console, &name, &read.notes);
    report(console, &name, &read.map);
    write_output(words, target, file::write(&read.map).as_bytes())
}
