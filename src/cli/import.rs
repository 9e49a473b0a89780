//! `wayfelt import`: maps out of other formats.

use std::path::{Path, PathBuf};

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, write_output};
use crate::file::images::folder_of;
use crate::file::{self, say};
use crate::import;
use crate::import::words::error_words;
use crate::words;

pub(super) fn import(console: &Console, matches: &clap::ArgMatches) -> Exit {
    if let Some(map) = matches.get_one::<PathBuf>("map") {
        return super::reply::import(console, matches, map);
    }
    if matches.get_many::<PathBuf>("input").is_some_and(|inputs| inputs.len() > 1) {
        return console.exit(Err(Failure::new(Exit::Usage, words!(console.words, "cli-import-one"))));
    }
    let source = Source::of(matches.get_one::<PathBuf>("input").cloned().unwrap_or_default());
    let target = Target::of(matches.get_one::<PathBuf>("out").cloned().unwrap_or_default());
    let nth = matches.get_one::<u16>("nth").copied().map(usize::from);
    console.exit(match source.is_package() {
        true => unpack(console, &source, &target),
        false => import_one(console, &source, &target, nth),
    })
}

/// The map of a package as a file, with its pictures beside it.
fn unpack(console: &Console, source: &Source, target: &Target) -> Result<(), Failure> {
    let words = &console.words;
    let name = source.name();
    let package = source.package(words)?;
    let text = file::write(&package.opened.map);
    if package.has_pictures() {
        let Target::File(path) = target else {
            return Err(Failure::new(Exit::Usage, words!(words, "cli-import-package")));
        };
        let left = package.unpack(&folder_of(path)).map_err(|error| {
            let why = say::unpack_error(words, &error);
            Failure::new(Exit::CannotWrite, format!("{name}: {why}"))
        })?;
        for left in left {
            let said = words!(words, "cli-warning", warning = say::left_out(words, &left));
            console.complain(&format!("{name}: {said}"));
        }
    }
    write_output(words, target, text.as_bytes())
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
    let read = import::file::read(&bytes, extension.as_deref(), nth, words).map_err(|error| {
        let place = error.at().map(|at| format!("{}:{}:", at.line, at.column)).unwrap_or_default();
        Failure::new(Exit::BadInput, format!("{name}:{place} {}", error_words(&error, words)))
    })?;
    for (at, note) in &read.notes {
        let said = words!(words, "cli-warning", warning = note.as_str());
        console.complain(&format!("{name}:{}:{}: {said}", at.line, at.column));
    }
    write_output(words, target, file::write(&read.map).as_bytes())
}
