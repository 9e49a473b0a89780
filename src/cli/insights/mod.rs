//! `wayfelt insights`: what a map says in figures, as text to read or as JSON with keys that stay.

mod json;
mod paragraphs;
mod table;
mod text;

use std::path::PathBuf;

use jiff::civil::Date;

use super::Exit;
use super::console::{Console, Failure};
use super::diff::warn_of_conflicts;
use super::files::Source;

pub(super) fn insights(console: &Console, matches: &clap::ArgMatches) -> Exit {
    console.exit(tell(console, matches))
}

fn tell(console: &Console, matches: &clap::ArgMatches) -> Result<(), Failure> {
    let source = Source::of(matches.get_one::<PathBuf>("input").cloned().unwrap_or_default());
    let map = source.valid_map_or_package(&console.words)?.0.map;
    let today = matches.get_one::<Date>("day").copied().unwrap_or_else(|| jiff::Zoned::now().date());
    warn_of_conflicts(console, &source.name(), &map);
    if matches.get_flag("json") {
        console.tell(&super::json::lines(&json::figures(&map, today)));
    } else {
        console.tell(text::text(&console.words, &map, today).trim_end());
    }
    Ok(())
}
