//! `wayfelt diff --journeys`: what changed between two maps of one kind of journey, their steps matched by name too.

use std::path::PathBuf;

use super::console::{Console, Failure};
use super::files::{Target, write_output};
use super::{Exit, json};
use crate::export::comparison::{Line, listed};
use crate::export::{COMPARISON_ENDINGS, comparison_file};
use crate::insight::compare::{At, ByHand, Comparison, Trend, compare as compare_maps};
use crate::model::{JourneyMap, StepId};
use crate::words;

pub(super) fn compare(
    console: &Console,
    matches: &clap::ArgMatches,
    before: &JourneyMap,
    after: &JourneyMap,
) -> Result<Exit, Failure> {
    let words = &console.words;
    let mut by_hand = ByHand::default();
    for text in matches.get_many::<String>("match").into_iter().flatten() {
        let (one, other) = said(text, before, after)
            .ok_or_else(|| Failure::new(Exit::Usage, words!(words, "compare-wrong-match", text = text.as_str())))?;
        by_hand.step(one, other);
    }
    let comparison = compare_maps(before, after, &by_hand);
    let list = listed(words, before, after, &comparison);
    let out = matches.get_one::<PathBuf>("out").cloned().map(Target::of);
    let of_name = out.as_ref().and_then(|target| match target {
        Target::File(path) => path.extension().map(|ending| ending.to_string_lossy().to_lowercase()),
        Target::Standard => None,
    });
    let format = matches.get_one::<String>("to").cloned().or(of_name);
    if let Some(ending) = format {
        let title = format!("{} → {}", named(before), named(after));
        let known = COMPARISON_ENDINGS.join(", ");
        let bytes = comparison_file(&list, &ending, &title, words).ok_or_else(|| {
            Failure::new(Exit::Usage, words!(words, "cli-format-unknown", name = ending.as_str(), known = known))
        })?;
        write_output(words, &out.unwrap_or(Target::Standard), &bytes)?;
    } else if out.is_some() {
        return Err(Failure::new(Exit::Usage, words!(words, "cli-format-needed")));
    } else if matches.get_flag("json") {
        let items: Vec<String> = list.lines.iter().map(|line| as_json(&comparison, line)).collect();
        console.tell(&json::list(&items));
    } else {
        list.lines.iter().for_each(|line| console.tell(&as_text(line)));
    }
    Ok(if list.lines.is_empty() { Exit::Done } else { Exit::Found })
}

/// What a map is called, with its day where it has one: two years of one journey may be called the same.
fn named(map: &JourneyMap) -> String {
    let day = map.date.map(|date| date.to_string());
    [Some(map.title.trim().to_owned()), day]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Two steps that somebody says belong together: their ids or names with a `=` between.
fn said(text: &str, before: &JourneyMap, after: &JourneyMap) -> Option<(StepId, Option<StepId>)> {
    let step = |map: &JourneyMap, wanted: &str| -> Option<StepId> {
        let wanted = wanted.trim();
        let by_id = wanted.parse::<StepId>().ok().filter(|id| map.step(*id).is_some());
        let named = || map.steps().find(|(_, step)| step.name.trim().to_lowercase() == wanted.to_lowercase());
        by_id.or_else(|| named().map(|(_, step)| step.id))
    };
    // A name may hold a `=` itself: the first place where both sides are steps counts.
    text.match_indices('=').find_map(|(place, sign)| {
        let (one, other) = (&text[..place], &text[place + sign.len()..]);
        let one = step(before, one)?;
        if other.trim().is_empty() { Some((one, None)) } else { step(after, other).map(|other| (one, Some(other))) }
    })
}

fn as_text(line: &Line) -> String {
    let mut text = format!("{}: {}: {} → {}", line.step, line.what, line.before, line.after);
    let rest: Vec<&str> = [&line.difference, &line.verdict].into_iter().map(String::as_str).collect();
    let rest: Vec<&str> = rest.into_iter().filter(|part| !part.is_empty()).collect();
    if !rest.is_empty() {
        text.push_str(&format!(" ({})", rest.join("; ")));
    }
    text
}

fn as_json(comparison: &Comparison, line: &Line) -> String {
    let pair = match line.at {
        At::Map => None,
        At::Step(place) => comparison.pairs.steps.get(place),
    };
    let id = |id: Option<StepId>| id.map_or_else(|| "null".to_owned(), |id| json::string(&id.to_string()));
    let (one, other) = (id(pair.and_then(|pair| pair.before)), id(pair.and_then(|pair| pair.after)));
    let difference = line.figure.map_or_else(|| "null".to_owned(), |figure| figure.to_string());
    let trend = match line.trend {
        Trend::Better => "better",
        Trend::Worse => "worse",
        Trend::Neither => "neither",
    };
    format!(
        r#"{{"step": {}, "before_id": {one}, "after_id": {other}, "what": {}, "before": {}, "after": {}, "difference": {difference}, "trend": "{trend}", "verdict": {}}}"#,
        json::string(&line.step),
        json::string(&line.what),
        json::string(&line.before),
        json::string(&line.after),
        json::string(&line.verdict),
    )
}
