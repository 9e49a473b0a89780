//! Maps as indented texts, which the import reads again: one line a stage, a step or a card. What a line can't say (notes,
//! links, spans, measurements behind a score) stays behind; what would be read as something else bears a backslash. Must not
//! know windows.

use std::collections::BTreeSet;

use super::people::names;
use crate::edit::clean_text;
use crate::edit::guard::write_guarded;
use crate::i18n::{Words, channel_by_name, channel_name, lane_by_name, lane_key, phase_key, same_name};
use crate::model::{Card, JourneyMap, Lane, LaneKind, PersonaId, Phase, ScoreState, Step};

/// The text of a map, ending with a newline; empty for an empty map.
pub fn outline(map: &JourneyMap) -> String {
    let mut text = String::new();
    for line in lines_of(&map.title) {
        text.push_str(&format!("# {line}\n"));
    }
    for line in lines_of(&map.scenario) {
        text.push_str(&format!("> {line}\n"));
    }
    let people = people(map);
    let names: Vec<&str> = people.iter().map(|(name, _)| name.as_str()).filter(|name| !name.is_empty()).collect();
    if !names.is_empty() {
        text.push_str(&format!("@ {}\n", names.join(", ")));
    }
    lanes(map, &mut text);
    for phase in Phase::ALL {
        let own = one_line(map.phases.get(phase));
        if !own.is_empty() {
            text.push_str(&format!("| {}: {own}\n", phase_key(phase, map.language)));
        }
    }
    for stage in &map.stages {
        text.push_str(&name(&stage.name));
        if let Some(phase) = stage.phase {
            text.push_str(&format!(" [{}]", phase_key(phase, map.language)));
        }
        text.push('\n');
        for step in &stage.steps {
            write_step(map, step, &people, &mut text);
        }
    }
    tray(map, &mut text);
    text
}

/// What lies in the tray, a line a card.
fn tray(map: &JourneyMap, text: &mut String) {
    for lane in &map.lanes {
        for card in map.tray.iter().filter(|card| card.lane == lane.id) {
            for (n, line) in lines_of(&card_line(map, lane, card)).iter().enumerate() {
                if n == 0 {
                    text.push_str(&format!("~ {}: {line}\n", key(map, lane)));
                } else {
                    text.push_str(&format!("~~ {}\n", leading(line)));
                }
            }
        }
    }
}

/// The names under which scores can be written; the first one's need none.
fn people(map: &JourneyMap) -> Vec<(String, PersonaId)> {
    let plain = |name: &str| one_line(&name.replace([',', ';'], " "));
    if let [alone] = map.personas.as_slice() {
        return vec![(plain(&alone.name), alone.id)];
    }
    let mut people: Vec<(String, PersonaId)> = Vec::new();
    for (name, persona) in names(map, plain).into_iter().zip(&map.personas) {
        if people.iter().all(|(known, _)| !same_name(known, &name)) {
            people.push((name, persona.id));
        }
    }
    people
}

/// Names the lanes, unless they are what a reader would take them for.
fn lanes(map: &JourneyMap, text: &mut String) {
    let people = people(map);
    let mut expected: BTreeSet<usize> = BTreeSet::new();
    let place = |kind: LaneKind| LaneKind::ALL.iter().position(|known| *known == kind).unwrap_or(0);
    expected.extend(LaneKind::USUAL.map(place));
    let mut plain = map.lanes.iter().all(|lane| lane.name.trim().is_empty());
    let mut seen = BTreeSet::new();
    plain &= map.lanes.iter().all(|lane| seen.insert(place(lane.kind)));
    for lane in &map.lanes {
        let scored = |step: &Step| people.iter().any(|(_, id)| score(step, *id).is_some());
        let used = match lane.kind {
            LaneKind::Emotion => map.steps().any(|(_, step)| scored(step)),
            _ => map
                .cards()
                .map(|(_, card)| card)
                .chain(&map.tray)
                .any(|card| card.lane == lane.id && !card_line(map, lane, card).is_empty()),
        };
        if used {
            expected.insert(place(lane.kind));
        }
    }
    let order: Vec<usize> = map.lanes.iter().map(|lane| place(lane.kind)).collect();
    if plain && order == expected.into_iter().collect::<Vec<_>>() {
        return;
    }
    for lane in &map.lanes {
        text.push_str(format!("| {}: {}", key(map, lane), one_line(&lane.name)).trim_end());
        text.push('\n');
    }
}

/// The key of a lane: with a number from the second of its kind on.
fn key(map: &JourneyMap, lane: &Lane) -> String {
    let before = map.lanes.iter().take_while(|own| own.id != lane.id).filter(|own| own.kind == lane.kind).count();
    let key = lane_key(lane.kind, map.language);
    if before == 0 { key.to_owned() } else { format!("{key}{}", before + 1) }
}

fn write_step(map: &JourneyMap, step: &Step, people: &[(String, PersonaId)], text: &mut String) {
    text.push_str("  ");
    text.push_str(&name(&step.name));
    if let Some((_, first)) = people.first()
        && let Some(score) = score(step, *first)
    {
        text.push_str(&format!(" :{score}"));
    }
    if step.moment_of_truth {
        text.push_str(" *");
    }
    text.push('\n');
    let others: Vec<String> = people
        .iter()
        .skip(1)
        .filter_map(|(name, id)| {
            // The first colon after a name is taken for the end of it.
            let end = if name.ends_with(':') { ":" } else { "" };
            score(step, *id).map(|score| format!("{name}{end} {score}"))
        })
        .collect();
    if !others.is_empty() {
        text.push_str(&format!("    {}: {}\n", lane_key(LaneKind::Emotion, map.language), others.join("; ")));
    }
    for lane in &map.lanes {
        for card in step.cards.iter().filter(|card| card.lane == lane.id) {
            let line = card_line(map, lane, card);
            for (n, line) in lines_of(&line).iter().enumerate() {
                if n == 0 {
                    text.push_str(&format!("    {}: {line}\n", key(map, lane)));
                } else {
                    text.push_str(&format!("      {}\n", leading(line)));
                }
            }
        }
    }
}

/// A score as a figure, or `x`; none where it is unknown.
fn score(step: &Step, persona: PersonaId) -> Option<String> {
    let score = step.score(persona);
    if score.state == ScoreState::NotInvolved {
        return Some("x".to_owned());
    }
    let rounded = (score.shown()?.clamp(-2.0, 2.0) * 100.0).round() / 100.0;
    // A zero has no sign.
    Some(if rounded > 0.0 { format!("+{rounded}") } else { format!("{}", rounded + 0.0) })
}

/// What a card says, with the fields that a line can fill; empty where it says nothing.
fn card_line(map: &JourneyMap, lane: &Lane, card: &Card) -> String {
    if lane.kind.content().is_none() {
        return String::new();
    }
    let words = Words::new(map.language);
    write_guarded(lane.kind, card, &|channel| one_line(&channel_name(&words, map, channel)), &channel_by_name)
}

/// The lines of a text that say something. A map that was written by hand may hold what ends a line to the import alone.
fn lines_of(text: &str) -> Vec<String> {
    clean_text(text).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn one_line(text: &str) -> String {
    clean_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name that is read as that name: a hyphen for none, and backslashes before what would be read as something else.
fn name(text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() {
        return "-".to_owned();
    }
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", &text));
    let field = last == "*" || last.starts_with([':', '[', '\\']);
    let last = if field { format!("\\{last}") } else { last.to_owned() };
    match before {
        "" if field => last,
        "" => leading(&last),
        before => leading(&format!("{before} {last}")),
    }
}

/// A line that is read as a plain text, whatever it begins with.
fn leading(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let listed = digits > 0 && line[digits..].starts_with(['.', ')']);
    let marked = line.starts_with(['\\', '#', '>', '@', '|', '-', '*', '+', '•', '–', '~']);
    let keyed = line.split_once(':').is_some_and(|(key, _)| {
        let key = key.trim_start_matches(['•', '-', '*', '+', ' ']);
        lane_by_name(key.trim_end_matches(|letter: char| letter.is_ascii_digit())).is_some()
    });
    if listed || marked || keyed { format!("\\{line}") } else { line.to_owned() }
}
