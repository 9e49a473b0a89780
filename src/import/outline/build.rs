//! What a text says, as a map of its own.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Figure, LaneOf, Outline, StepLine};
use crate::edit::guard::read_guarded;
use crate::i18n::{channel_by_name, same_name};
use crate::model::{
    Card, CardId, Channel, IdSource, JourneyMap, Lane, LaneId, LaneKind, Language, Persona, PersonaId, Score,
    ScoreState, Stage, Step,
};

/// The map that a text says. The persona of scores without a name is called `somebody`, where the text names none.
pub fn build(outline: &Outline, somebody: &str, ids: &mut IdSource) -> JourneyMap {
    let language = match outline.vietnamese_keys {
        1.. => Language::Vi,
        0 => crate::import::language_of(outline.texts()),
        _ => Language::En,
    };
    let mut map = JourneyMap {
        title: outline.title.clone(),
        scenario: outline.scenario.clone(),
        language,
        ..JourneyMap::default()
    };
    for (phase, name) in &outline.phases {
        name.clone_into(map.phases.get_mut(*phase));
    }
    for name in personas(outline, somebody) {
        map.personas.push(Arc::new(Persona::new(ids.fresh(), name)));
    }
    let mut known: Vec<(LaneOf, LaneId)> = Vec::new();
    for (lane, name) in lanes(outline) {
        let new = Lane { name, ..Lane::new(ids.fresh(), lane.kind) };
        known.push((lane, new.id));
        map.lanes.push(Arc::new(new));
    }
    let lane_id = |lane: LaneOf| known.iter().find(|(found, _)| *found == lane).map(|(_, id)| *id);
    let all: Vec<(String, PersonaId)> = map.personas.iter().map(|found| (found.name.clone(), found.id)).collect();
    for line in &outline.stages {
        let mut stage = Stage::new(ids.fresh(), line.name.clone());
        stage.phase = line.phase;
        stage.steps = line.steps.iter().map(|line| Arc::new(step(line, &lane_id, &all, &|_| None, ids))).collect();
        map.stages.push(Arc::new(stage));
    }
    for line in &outline.tray {
        if let Some(lane) = lane_id(line.lane) {
            map.tray.push(Arc::new(card(line.lane.kind, lane, &line.text, &|_| None, ids.fresh())));
        }
    }
    map
}

/// Everybody whom a text names; the first one where scores need somebody.
pub(super) fn personas(outline: &Outline, somebody: &str) -> Vec<String> {
    let mut names = outline.personas.clone();
    let scores = || outline.stages.iter().flat_map(|stage| &stage.steps).flat_map(|step| &step.scores);
    for name in scores().filter_map(|(name, _)| name.as_ref()) {
        if !names.iter().any(|known| same_name(known, name)) {
            names.push(name.clone());
        }
    }
    if names.is_empty() && !somebody.is_empty() {
        names.push(somebody.to_owned());
    }
    names
}

/// The lanes of a new map: those that the text names in its order, and what its cards need; without names the usual ones.
pub(super) fn lanes(outline: &Outline) -> Vec<(LaneOf, String)> {
    let steps = || outline.stages.iter().flat_map(|stage| &stage.steps);
    let cards = steps().flat_map(|step| &step.cards).chain(&outline.tray);
    let mut needed: BTreeSet<LaneOf> = cards.map(|card| card.lane).collect();
    if steps().any(|step| !step.scores.is_empty()) {
        needed.insert(LaneOf { kind: LaneKind::Emotion, nth: 0 });
    }
    // A second lane of a kind follows the first.
    for lane in needed.clone() {
        needed.extend((0..lane.nth).map(|nth| LaneOf { kind: lane.kind, nth }));
    }
    if outline.lanes.is_empty() {
        needed.extend(LaneKind::USUAL.map(|kind| LaneOf { kind, nth: 0 }));
    }
    let place = |kind| LaneKind::ALL.iter().position(|known| *known == kind);
    let mut more: Vec<LaneOf> =
        needed.into_iter().filter(|lane| outline.lanes.iter().all(|(known, _)| known != lane)).collect();
    more.sort_by_key(|lane| (place(lane.kind), lane.nth));
    let mut all = outline.lanes.clone();
    all.extend(more.into_iter().map(|lane| (lane, String::new())));
    all
}

/// A step with its cards and scores.
pub(super) fn step(
    line: &StepLine,
    lane_id: &dyn Fn(LaneOf) -> Option<LaneId>,
    personas: &[(String, PersonaId)],
    own_channel: &dyn Fn(&str) -> Option<Channel>,
    ids: &mut IdSource,
) -> Step {
    let mut step = Step::new(ids.fresh(), line.name.clone());
    step.moment_of_truth = line.moment;
    for (persona, score) in scores(line, personas) {
        step.scores.insert(persona, score);
    }
    for found in &line.cards {
        if let Some(lane) = lane_id(found.lane) {
            step.cards.push(Arc::new(card(found.lane.kind, lane, &found.text, own_channel, ids.fresh())));
        }
    }
    step
}

/// The card that a line says; a backslash keeps a word of it plain.
pub(super) fn card(
    kind: LaneKind,
    lane: LaneId,
    text: &str,
    own_channel: &dyn Fn(&str) -> Option<Channel>,
    id: CardId,
) -> Card {
    let read = read_guarded(kind, text, &|name| own_channel(name).or_else(|| channel_by_name(name)));
    Card { owner: read.owner, ..Card::new(id, lane, read.text, read.content) }
}

/// The scores of a step; of several for one persona the last one.
pub(super) fn scores(line: &StepLine, personas: &[(String, PersonaId)]) -> Vec<(PersonaId, Score)> {
    let mut scores: Vec<(PersonaId, Score)> = Vec::new();
    for (name, figure) in &line.scores {
        let persona = match name {
            Some(name) => personas.iter().find(|(known, _)| same_name(known, name)),
            None => personas.first(),
        };
        let Some((_, persona)) = persona else { continue };
        let score = match figure {
            Figure::Value(emotion) => Score::believed(*emotion),
            Figure::NotInvolved => Score { state: ScoreState::NotInvolved, expected: None },
        };
        scores.retain(|(known, _)| known != persona);
        scores.push((*persona, score));
    }
    scores
}
