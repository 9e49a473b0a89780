//! `wayfelt diff`: what differs between two maps.

use std::path::PathBuf;

use super::console::{Console, Failure};
use super::files::{Source, only_one_standard};
use super::{Exit, journeys, json};
use crate::diff::{Change, Difference, Home, differences, say};
use crate::i18n::Words;
use crate::model::JourneyMap;
use crate::model::check::Thing;
use crate::words;

pub(super) fn diff(console: &Console, matches: &clap::ArgMatches) -> Exit {
    match compare(console, matches) {
        Ok(exit) => exit,
        Err(failure) => console.exit(Err(failure)),
    }
}

fn compare(console: &Console, matches: &clap::ArgMatches) -> Result<Exit, Failure> {
    let words = &console.words;
    let source = |name: &str| Source::of(matches.get_one::<PathBuf>(name).cloned().unwrap_or_default());
    let (first, second) = (source("a"), source("b"));
    only_one_standard(words, [&first, &second])?;
    let (a, b) = (first.valid_map_or_package(words)?.0.map, second.valid_map_or_package(words)?.0.map);
    if matches.get_flag("journeys") {
        return journeys::compare(console, matches, &a, &b);
    }
    let found = differences(&a, &b);
    if matches.get_flag("json") {
        let items: Vec<String> = found.iter().map(|difference| as_json(words, &a, &b, difference)).collect();
        console.tell(&json::list(&items));
    } else {
        for difference in &found {
            console.tell(&say::say(words, &a, &b, difference));
        }
    }
    Ok(if found.is_empty() { Exit::Done } else { Exit::Found })
}

fn as_json(words: &Words, a: &JourneyMap, b: &JourneyMap, difference: &Difference) -> String {
    let (kind, id) = match difference.at {
        None => ("map", "null".to_owned()),
        Some(at) => (kind(at), json::string(&at.id())),
    };
    let (change, rest) = match &difference.change {
        Change::Added => ("added", String::new()),
        Change::Removed => ("removed", String::new()),
        Change::Moved { from, to } => ("moved", format!(", \"from\": {}, \"to\": {}", home(*from), home(*to))),
        Change::Field { path, before, after } => {
            let path: Vec<String> = path.iter().map(|name| json::string(name)).collect();
            let (before, after) = (json::value(before), json::value(after));
            ("changed", format!(", \"field\": [{}], \"before\": {before}, \"after\": {after}", path.join(", ")))
        }
    };
    let message = json::string(&say::say(words, a, b, difference));
    format!(r#"{{"change": "{change}", "kind": "{kind}", "id": {id}{rest}, "message": {message}}}"#)
}

/// Where something stands: in which stage or step, in which lane, at which place, from 1.
fn home(home: Home) -> String {
    let id = |id: Option<String>| id.map_or_else(|| "null".to_owned(), |id| json::string(&id));
    let (of, lane) = (id(home.of.map(Thing::id)), id(home.lane.map(|lane| lane.to_string())));
    format!(r#"{{"in": {of}, "lane": {lane}, "place": {}}}"#, home.at + 1)
}

const fn kind(at: Thing) -> &'static str {
    match at {
        Thing::Persona(_) => "persona",
        Thing::Segment(_) => "segment",
        Thing::Stage(_) => "stage",
        Thing::Step(_) => "step",
        Thing::Lane(_) => "lane",
        Thing::Card(_) => "card",
        Thing::Channel(_) => "channel",
        Thing::Evidence(_) => "evidence",
    }
}

/// Says how many conflicts are open in a map that is used otherwise.
pub(super) fn warn_of_conflicts(console: &Console, name: &str, map: &JourneyMap) {
    if let Some(warning) = conflicts_warning(&console.words, name, map) {
        console.complain(&warning);
    }
}

/// The same, for who says it elsewhere.
pub(super) fn conflicts_warning(words: &Words, name: &str, map: &JourneyMap) -> Option<String> {
    let n = map.conflicts.len();
    let said = (n > 0).then(|| words!(words, "cli-conflicts-open", n = n, count = words.number(n as f64, 0)))?;
    Some(format!("{name}: {}", words!(words, "cli-warning", warning = said)))
}
