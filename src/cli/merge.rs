//! `wayfelt merge`: what two sides made of a map, in one. What git calls as a merge driver.

use std::path::PathBuf;

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, only_one_standard, write_output};
use crate::diff::{self, say};
use crate::file;
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::words;

pub(super) fn merge(console: &Console, matches: &clap::ArgMatches) -> Exit {
    match bring_together(console, matches) {
        Ok(exit) => exit,
        Err(failure) => console.exit(Err(failure)),
    }
}

fn bring_together(console: &Console, matches: &clap::ArgMatches) -> Result<Exit, Failure> {
    let words = &console.words;
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let [base, ours, theirs] = ["base", "ours", "theirs"].map(|name| Source::of(path(name)));
    only_one_standard(words, [&base, &ours, &theirs])?;
    let base = base_map(words, &base)?;
    let (ours, theirs) = (ours.valid_map(words)?.0.map, theirs.valid_map(words)?.0.map);
    let merged = diff::merge(&base, &ours, &theirs);
    write_output(words, &Target::of(path("out")), file::write(&merged.map).as_bytes())?;
    for conflict in &merged.map.conflicts {
        let said = say::conflict(words, &merged.map, conflict);
        console.complain(&words!(words, "cli-conflict", conflict = said));
    }
    if merged.map.conflicts.is_empty() {
        return Ok(Exit::Done);
    }
    console.complain(&words!(words, "cli-merge-open"));
    Ok(Exit::Found)
}

/// The map that both began with. Where both added a file of this name, git gives an empty one.
fn base_map(words: &Words, source: &Source) -> Result<JourneyMap, Failure> {
    let is_empty = source.path().and_then(|path| path.metadata().ok()).is_some_and(|found| found.len() == 0);
    if is_empty { Ok(JourneyMap::default()) } else { Ok(source.valid_map(words)?.0.map) }
}
