//! What a text says, as more of a map: stages and steps of the same name get what is new, others come at the end.

use std::collections::HashMap;
use std::sync::Arc;

use super::build::{card, personas, scores, step};
use super::lines::phase_fits;
use super::{Counts, Figure, LaneOf, Outline};
use crate::edit::command::{Change, cell};
use crate::edit::scoring::{believe, not_involved};
use crate::edit::{Cursor, Edit, Place, Selection, StepChange};
use crate::i18n::{name_key, same_name};
use crate::model::{
    Channel, IdSource, JourneyMap, Lane, LaneId, LaneKind, Persona, PersonaId, Phase, Stage, StageId, StepId,
};

/// What a text adds to a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Extension {
    /// The edit, and what is selected after it.
    pub change: Change,
    /// How much is new.
    pub new: Counts,
    /// Lanes that are new.
    pub lanes: usize,
    /// Cards and scores for lanes that are locked; they are left out.
    pub locked: usize,
}

/// What a text adds to a map. None where it adds nothing.
pub fn extend(map: &JourneyMap, outline: &Outline, somebody: &str, ids: &mut IdSource) -> Option<Extension> {
    let mut work = Work {
        map,
        edits: Vec::new(),
        lanes: Vec::new(),
        personas: map.personas.iter().map(|found| (found.name.clone(), found.id)).collect(),
        new: Counts::default(),
        new_lanes: 0,
        locked: 0,
        filled: HashMap::new(),
        counts: HashMap::new(),
        last: None,
    };
    work.meet(outline, somebody, ids);
    work.find_lanes(outline, ids);
    let mut stages = map.stages.len();
    let mut phases: Vec<Option<Phase>> = map.stages.iter().map(|stage| stage.phase).collect();
    for line in &outline.stages {
        // Steps without a stage go on with the last one.
        let known = map.stages.iter().rfind(|stage| same_name(&stage.name, &line.name));
        let last = || map.stages.last().filter(|_| line.name.is_empty() && stages == map.stages.len());
        if let Some(stage) = known.or_else(last) {
            work.fill_stage(stage, line, ids);
            continue;
        }
        let mut stage = Stage::new(ids.fresh(), line.name.clone());
        let fits = line.phase.filter(|phase| phase_fits(phases.iter().copied(), *phase));
        stage.phase = fits.or(phases.last().copied().flatten());
        phases.push(stage.phase);
        for line in &line.steps {
            stage.steps.push(Arc::new(work.new_step(line, ids)));
        }
        work.new.stages += 1;
        work.last = stage.steps.first().map(|step| Cursor::Step(step.id)).or(Some(Cursor::Stage(stage.id)));
        work.edits.push(Edit::InsertStage { at: stages, stage: Arc::new(stage) });
        stages += 1;
    }
    work.fill_tray(outline, ids);
    let cursor = work.last?;
    let change = Change { edit: Edit::All(work.edits), selection: Selection::at(cursor) };
    Some(Extension { change, new: work.new, lanes: work.new_lanes, locked: work.locked })
}

struct Work<'a> {
    map: &'a JourneyMap,
    edits: Vec<Edit>,
    lanes: Vec<(LaneOf, LaneId, bool)>,
    personas: Vec<(String, PersonaId)>,
    new: Counts,
    new_lanes: usize,
    locked: usize,
    /// How many cards a cell has with what was added: a text may speak of a step twice.
    filled: HashMap<(StepId, LaneId), usize>,
    /// How many steps a stage has with what was added.
    counts: HashMap<StageId, usize>,
    /// Where the last new thing is.
    last: Option<Cursor>,
}

impl Work<'_> {
    /// Adds the personas that the map lacks.
    fn meet(&mut self, outline: &Outline, somebody: &str, ids: &mut IdSource) {
        let needed = outline.stages.iter().flat_map(|stage| &stage.steps).any(|step| !step.scores.is_empty());
        let somebody = if needed && self.personas.is_empty() { somebody } else { "" };
        for name in personas(outline, somebody) {
            if self.personas.iter().all(|(known, _)| !same_name(known, &name)) {
                let persona = Persona::new(ids.fresh(), name.clone());
                self.personas.push((name, persona.id));
                let at = self.personas.len() - 1;
                self.edits.push(Edit::InsertPersona { at, persona: Arc::new(persona) });
            }
        }
    }

    /// Finds the lanes of the text, and adds those that the map lacks.
    fn find_lanes(&mut self, outline: &Outline, ids: &mut IdSource) {
        let steps = || outline.stages.iter().flat_map(|stage| &stage.steps);
        let mut wanted: Vec<LaneOf> = outline.lanes.iter().map(|(lane, _)| *lane).collect();
        for lane in steps().flat_map(|step| &step.cards).chain(&outline.tray).map(|card| card.lane) {
            if !wanted.contains(&lane) {
                wanted.push(lane);
            }
        }
        let curve = LaneOf { kind: LaneKind::Emotion, nth: 0 };
        if steps().any(|step| !step.scores.is_empty()) && !wanted.contains(&curve) {
            wanted.push(curve);
        }
        for lane in wanted {
            let name = outline.lanes.iter().find(|(known, _)| *known == lane).map_or("", |(_, name)| name.as_str());
            let of_kind = || self.map.lanes.iter().filter(|own| own.kind == lane.kind);
            let named = of_kind().find(|own| same_name(&own.name, name));
            match named.or_else(|| of_kind().nth(lane.nth)) {
                Some(own) => self.lanes.push((lane, own.id, own.locked)),
                None => {
                    let new = Lane { name: name.to_owned(), ..Lane::new(ids.fresh(), lane.kind) };
                    self.lanes.push((lane, new.id, false));
                    let at = self.map.lanes.len() + self.new_lanes;
                    self.last = Some(Cursor::Lane(new.id));
                    self.new_lanes += 1;
                    self.edits.push(Edit::InsertLane { at, lane: Arc::new(new) });
                }
            }
        }
    }

    fn lane(&self, lane: LaneOf) -> Option<(LaneId, bool)> {
        self.lanes.iter().find(|(known, ..)| *known == lane).map(|(_, id, locked)| (*id, *locked))
    }

    fn own_channel(&self, name: &str) -> Option<Channel> {
        let own = self.map.channels.iter().find(|own| same_name(&own.name, name));
        own.map(|own| Channel::Own(own.id))
    }

    fn scores_locked(&self) -> bool {
        self.lane(LaneOf { kind: LaneKind::Emotion, nth: 0 }).is_some_and(|(_, locked)| locked)
    }

    /// A new step with what of it may land.
    fn new_step(&mut self, line: &super::StepLine, ids: &mut IdSource) -> crate::model::Step {
        let mut line = line.clone();
        let before = line.cards.len();
        line.cards.retain(|card| self.lane(card.lane).is_some_and(|(_, locked)| !locked));
        self.locked += before - line.cards.len();
        if self.scores_locked() {
            self.locked += line.scores.len();
            line.scores.clear();
        }
        self.new.steps += 1;
        self.new.cards += line.cards.len();
        self.new.scores += line.scores.len();
        let lane = |lane| self.lane(lane).map(|(id, _)| id);
        step(&line, &lane, &self.personas, &|name| self.own_channel(name), ids)
    }

    /// Adds what lies in the tray.
    fn fill_tray(&mut self, outline: &Outline, ids: &mut IdSource) {
        let mut at = self.map.tray.len();
        for line in &outline.tray {
            let Some((lane, locked)) = self.lane(line.lane) else { continue };
            if locked {
                self.locked += 1;
                continue;
            }
            let new = card(line.lane.kind, lane, &line.text, &|name| self.own_channel(name), ids.fresh());
            self.new.cards += 1;
            self.last = self.last.or(Some(Cursor::Lane(lane)));
            let place = Place::Tray { at };
            at += 1;
            self.edits.push(Edit::InsertCard { place, card: Arc::new(new) });
        }
    }

    /// Adds what a stage that is there lacks.
    fn fill_stage(&mut self, stage: &Stage, line: &super::StageLine, ids: &mut IdSource) {
        let mut there: HashMap<String, StepId> = HashMap::new();
        for step in &stage.steps {
            if let Some(key) = name_key(&step.name) {
                there.entry(key).or_insert(step.id);
            }
        }
        for line in &line.steps {
            match name_key(&line.name).and_then(|key| there.get(&key)) {
                Some(step) => self.fill_step(*step, line, ids),
                None => {
                    let new = self.new_step(line, ids);
                    self.last = Some(Cursor::Step(new.id));
                    let count = self.counts.entry(stage.id).or_insert(stage.steps.len());
                    self.edits.push(Edit::InsertStep { stage: stage.id, at: *count, step: Arc::new(new) });
                    *count += 1;
                }
            }
        }
    }

    /// Adds what a step that is there lacks.
    fn fill_step(&mut self, step: StepId, line: &super::StepLine, ids: &mut IdSource) {
        for found in &line.cards {
            let Some((lane, locked)) = self.lane(found.lane) else { continue };
            if locked {
                self.locked += 1;
                continue;
            }
            let new = card(found.lane.kind, lane, &found.text, &|name| self.own_channel(name), ids.fresh());
            let map = self.map;
            let at = self.filled.entry((step, lane)).or_insert_with(|| cell(map, step, lane).len());
            let place = Place::Cell { step, lane, at: *at };
            *at += 1;
            self.new.cards += 1;
            self.last = Some(Cursor::Cell { lane, step, persona: None });
            self.edits.push(Edit::InsertCard { place, card: Arc::new(new) });
        }
        if self.scores_locked() {
            self.locked += line.scores.len();
        } else {
            for (persona, score) in scores(line, &self.personas) {
                let edit = match score.shown() {
                    Some(value) => believe(self.map, step, persona, crate::model::Emotion::clamped(value)),
                    None => not_involved(self.map, step, persona),
                };
                if let Some(edit) = edit {
                    self.new.scores += 1;
                    self.last = Some(Cursor::Step(step));
                    self.edits.push(edit);
                }
            }
        }
        if line.moment && self.map.step(step).is_some_and(|step| !step.moment_of_truth) {
            self.last = Some(Cursor::Step(step));
            self.edits.push(Edit::SetStep(step, StepChange::MomentOfTruth(true)));
        }
    }
}

impl Figure {
    /// As it is shown.
    pub fn text(self) -> String {
        match self {
            Self::Value(emotion) => format!("{:+}", emotion.value()),
            Self::NotInvolved => "x".to_owned(),
        }
    }
}
