//! `wayfelt import REPLY… --map FILE`: what readers of a page answered, into the map that was sent out.

use std::path::PathBuf;

use super::Exit;
use super::console::{Console, Failure};
use super::files::{Source, Target, not_over, only_one_standard, write_output};
use crate::edit::apply;
use crate::file;
use crate::import::reply::{self, Received, ReplyError};
use crate::insight::{self, replies};
use crate::model::JourneyMap;
use crate::words;

/// Takes all replies in that can be; those that can't are named, and make the exit code that of a bad input.
pub(super) fn import(console: &Console, matches: &clap::ArgMatches, map: &PathBuf) -> Exit {
    match take_all(console, matches, map) {
        Ok(exit) => exit,
        Err(failure) => console.exit(Err(failure)),
    }
}

fn take_all(console: &Console, matches: &clap::ArgMatches, path: &PathBuf) -> Result<Exit, Failure> {
    let words = &console.words;
    let source = Source::of(path.clone());
    let inputs: Vec<Source> =
        matches.get_many::<PathBuf>("input").unwrap_or_default().cloned().map(Source::of).collect();
    only_one_standard(words, std::iter::once(&source).chain(&inputs))?;
    let target = Target::of(matches.get_one::<PathBuf>("out").unwrap_or(path).clone());
    not_over(words, &target, &inputs)?;
    let mut map = source.valid_map(words)?.0.map;
    let mut exit = Exit::Done;
    let mut taken = Vec::new();
    for input in &inputs {
        match take_one(console, &map, input) {
            Ok(None) => {}
            Ok(Some((next, received))) => {
                map = next;
                taken.push(received);
            }
            Err(failure) => exit = exit.max(console.exit(Err(failure))),
        }
    }
    if !taken.is_empty() {
        write_output(words, &target, file::write(&map).as_bytes())?;
        report(console, &map, &taken);
    }
    Ok(exit)
}

/// One reply, and the map with it; none where the map has it already, which is no harm.
fn take_one(console: &Console, map: &JourneyMap, input: &Source) -> Result<Option<(JourneyMap, Received)>, Failure> {
    let words = &console.words;
    let name = input.name();
    let refused = |message: String| Failure::new(Exit::BadInput, format!("{name}: {message}"));
    let received = reply::read(&input.bytes(words)?).map_err(|error| refused(error.in_words(words)))?;
    let taken = match reply::take(map, &received) {
        Err(known @ ReplyError::Known) => {
            console.complain(&format!("{name}: {}", known.in_words(words)));
            return Ok(None);
        }
        taken => taken.map_err(|error| refused(error.in_words(words)))?,
    };
    for remark in &taken.remarks {
        console.complain(&format!("{name}: {}", words!(words, "cli-warning", warning = remark.in_words(words))));
    }
    let next = apply(map, &taken.edit).map_err(|error| refused(error.to_string()))?;
    Ok(Some((next, received)))
}

/// Who answered, and how the steps are scored now.
fn report(console: &Console, map: &JourneyMap, taken: &[Received]) {
    let words = &console.words;
    let count = |number: usize| words.number(number as f64, 0);
    for one in taken {
        console.complain(&reply::in_words(std::slice::from_ref(one), words));
    }
    for (_, step) in map.steps() {
        let Some(score) = replies::score(map, step.id) else { continue };
        let band = insight::band(&score);
        let band = band.map(|(low, high)| format!(", 95%: {} … {}", words.signed(low, 2), words.signed(high, 2)));
        console.complain(&format!(
            "{}: {} (n = {}{})",
            step.name,
            words.signed(score.mean, 2),
            count(score.n as usize),
            band.unwrap_or_default()
        ));
    }
}
