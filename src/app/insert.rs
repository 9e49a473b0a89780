//! Commands that change a map, as edits: what is added, removed, doubled or marked where the cursor stands. Pure. Must not
//! know windows.

use std::sync::Arc;

use super::command::{Command, Facts};
use crate::edit::{Cursor, Edit, Place, Selection, StepChange};
use crate::i18n::Words;
use crate::model::{
    Card, IdSource, JourneyMap, Lane, LaneId, LaneKind, Persona, PersonaId, Score, Stage, StageId, Step, StepId,
};
use crate::words;

/// Where a cursor stands, in ids.
#[derive(Debug, Clone, Copy, Default)]
pub struct Here {
    /// The stage, if any.
    pub stage: Option<StageId>,
    /// The step, if any.
    pub step: Option<StepId>,
    /// The lane, if any.
    pub lane: Option<LaneId>,
    /// The persona, if any.
    pub persona: Option<PersonaId>,
    /// On a cell, not on a heading.
    pub cell: bool,
}

impl Here {
    /// Where this selection's cursor stands in this map. A cursor on what is gone stands nowhere.
    pub fn of(map: &JourneyMap, selection: &Selection) -> Self {
        let mut here = Self::default();
        match selection.cursor {
            Some(Cursor::Stage(id)) => here.stage = map.stage(id).map(|stage| stage.id),
            Some(Cursor::Step(id)) => here.step = Some(id),
            Some(Cursor::Lane(id)) => here.lane = Some(id),
            Some(Cursor::Persona(id)) => here.persona = Some(id),
            Some(Cursor::Cell { lane, step, persona }) => {
                here = Self { lane: Some(lane), step: Some(step), persona, stage: None, cell: true };
            }
            Some(Cursor::Title | Cursor::Scenario | Cursor::Omtm | Cursor::Phase(_)) | None => {}
        }
        here.lane = here.lane.filter(|id| map.lane(*id).is_some());
        here.persona = here.persona.filter(|id| map.persona(*id).is_some());
        if let Some(id) = here.step {
            match map.steps().find(|(_, step)| step.id == id) {
                Some((stage, _)) => here.stage = Some(stage.id),
                None => here.step = None,
            }
        }
        here
    }
}

/// What the table's predicates need to know of a map.
pub fn facts(map: &JourneyMap, selection: &Selection, facts: &mut Facts) {
    let here = Here::of(map, selection);
    facts.cards = selection.cards.len();
    facts.in_stage = here.stage.is_some();
    facts.in_step = here.step.is_some();
    facts.in_lane = here.lane.is_some();
    facts.in_persona = here.persona.is_some() && !here.cell;
    facts.moment_of_truth = here.step.and_then(|id| map.step(id)).is_some_and(|step| step.moment_of_truth);
    facts.any_card = map.cards().next().is_some();
    facts.deletable = deletion(map, selection).is_some();
}

/// What a command does to this map, and what is selected then; none where there is nothing to do.
pub fn edit(
    command: Command,
    map: &JourneyMap,
    selection: &Selection,
    ids: &mut IdSource,
) -> Option<(Edit, Selection)> {
    let words = Words::new(map.language);
    let here = Here::of(map, selection);
    match command {
        Command::InsertAfter => match selection.cursor {
            Some(Cursor::Stage(_)) => stage_after(map, &here, ids, &words),
            Some(Cursor::Lane(id)) => map.lane(id).and_then(|lane| lane_after(map, selection, lane.kind, ids)),
            Some(Cursor::Persona(_)) => persona(map, ids, &words),
            _ => step_after(map, &here, ids, &words),
        },
        Command::InsertStep => step_after(map, &here, ids, &words),
        Command::InsertStage => stage_after(map, &here, ids, &words),
        Command::InsertPersona => persona(map, ids, &words),
        Command::InsertCard => card(map, &here, ids),
        Command::MomentOfTruth => {
            let step = map.step(here.step?)?;
            let change = StepChange::MomentOfTruth(!step.moment_of_truth);
            Some((Edit::SetStep(step.id, change), selection.clone()))
        }
        Command::RemoveHere => match selection.cursor? {
            Cursor::Stage(id) => Some((Edit::RemoveStage(id), Selection::default())),
            Cursor::Lane(id) => Some((Edit::RemoveLane(id), Selection::default())),
            Cursor::Persona(id) => Some((Edit::RemovePersona(id), Selection::default())),
            _ => remove_step(map, &here),
        },
        Command::RemoveStep => remove_step(map, &here),
        Command::RemoveStage => Some((Edit::RemoveStage(here.stage?), Selection::default())),
        Command::RemoveLane => Some((Edit::RemoveLane(here.lane?), Selection::default())),
        Command::Delete => deletion(map, selection),
        Command::Duplicate => duplicate(map, selection, &here, ids),
        _ => None,
    }
}

fn step_after(map: &JourneyMap, here: &Here, ids: &mut IdSource, words: &Words) -> Option<(Edit, Selection)> {
    let step = Step::new(ids.fresh(), words!(words, "window-new-step"));
    let id = step.id;
    let stage = here.stage.and_then(|id| map.stage(id)).or_else(|| map.stages.last());
    let edit = match stage {
        Some(stage) => {
            let after = here.step.and_then(|id| stage.steps.iter().position(|step| step.id == id));
            let at = after.map_or(stage.steps.len(), |at| at + 1);
            Edit::InsertStep { stage: stage.id, at, step: Arc::new(step) }
        }
        None => {
            let mut stage = Stage::new(ids.fresh(), words!(words, "window-new-stage"));
            stage.steps.push(Arc::new(step));
            Edit::InsertStage { at: 0, stage: Arc::new(stage) }
        }
    };
    Some((edit, Selection::at(Cursor::Step(id))))
}

fn stage_after(map: &JourneyMap, here: &Here, ids: &mut IdSource, words: &Words) -> Option<(Edit, Selection)> {
    let mut stage = Stage::new(ids.fresh(), words!(words, "window-new-stage"));
    let id = stage.id;
    let before = here.stage.and_then(|id| map.stages.iter().position(|stage| stage.id == id));
    let at = before.map_or(map.stages.len(), |at| at + 1);
    // A stage belongs to the phase of the one it comes after: phases stay together.
    stage.phase = at.checked_sub(1).and_then(|before| map.stages.get(before)).and_then(|before| before.phase);
    Some((Edit::InsertStage { at, stage: Arc::new(stage) }, Selection::at(Cursor::Stage(id))))
}

/// Adds a lane of this kind after the one the cursor stands in.
pub fn lane_after(
    map: &JourneyMap,
    selection: &Selection,
    kind: LaneKind,
    ids: &mut IdSource,
) -> Option<(Edit, Selection)> {
    let here = Here::of(map, selection);
    let before = here.lane.and_then(|id| map.lanes.iter().position(|lane| lane.id == id));
    let at = before.map_or(map.lanes.len(), |at| at + 1);
    let lane = Lane::new(ids.fresh(), kind);
    let id = lane.id;
    Some((Edit::InsertLane { at, lane: Arc::new(lane) }, Selection::at(Cursor::Lane(id))))
}

fn persona(map: &JourneyMap, ids: &mut IdSource, words: &Words) -> Option<(Edit, Selection)> {
    let persona = Persona::new(ids.fresh(), words!(words, "window-new-persona"));
    let id = persona.id;
    let edit = Edit::InsertPersona { at: map.personas.len(), persona: Arc::new(persona) };
    Some((edit, Selection::at(Cursor::Persona(id))))
}

fn card(map: &JourneyMap, here: &Here, ids: &mut IdSource) -> Option<(Edit, Selection)> {
    let (lane, step) = (map.lane(here.lane?)?, map.step(here.step?)?);
    let card = Card::new(ids.fresh(), lane.id, "", lane.kind.content()?.empty());
    let id = card.id;
    let at = step.cards.iter().filter(|card| card.lane == lane.id).count();
    let place = Place::Cell { step: step.id, lane: lane.id, at };
    let cursor = Cursor::Cell { lane: lane.id, step: step.id, persona: None };
    Some((Edit::InsertCard { place, card: Arc::new(card) }, Selection::card(cursor, id)))
}

/// Removes the step; the cursor goes to the one that takes its place.
fn remove_step(map: &JourneyMap, here: &Here) -> Option<(Edit, Selection)> {
    let id = here.step?;
    let steps: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
    let at = steps.iter().position(|step| *step == id)?;
    let next = steps.get(at + 1).or_else(|| at.checked_sub(1).and_then(|before| steps.get(before)));
    let selection = next.map_or_else(Selection::default, |next| {
        Selection::at(match here.lane.filter(|_| here.cell) {
            Some(lane) => Cursor::Cell { lane, step: *next, persona: here.persona },
            None => Cursor::Step(*next),
        })
    });
    Some((Edit::RemoveStep(id), selection))
}

/// What Delete does: the selected cards go; else the cards or the score of the cursor's cell.
fn deletion(map: &JourneyMap, selection: &Selection) -> Option<(Edit, Selection)> {
    let cursor = selection.cursor;
    let after = || cursor.map_or_else(Selection::default, Selection::at);
    if !selection.cards.is_empty() {
        return Some((Edit::RemoveCards(selection.cards.clone()), after()));
    }
    let Some(Cursor::Cell { lane, step, persona }) = cursor else { return None };
    let (lane, step) = (map.lane(lane)?, map.step(step)?);
    if lane.kind == LaneKind::Emotion {
        let persona = persona.or_else(|| map.personas.first().map(|persona| persona.id))?;
        let score = step.scores.get(&persona)?;
        return (*score != Score::default())
            .then(|| (Edit::SetScore { step: step.id, persona, score: Score::default() }, after()));
    }
    let cards: Vec<_> = step.cards.iter().filter(|card| card.lane == lane.id).map(|card| card.id).collect();
    (!cards.is_empty()).then(|| (Edit::RemoveCards(cards), after()))
}

/// Copies of the selected cards, each after its original; on a step's heading a copy of the step.
fn duplicate(map: &JourneyMap, selection: &Selection, here: &Here, ids: &mut IdSource) -> Option<(Edit, Selection)> {
    let copy = |card: &Card, ids: &mut IdSource| Card { id: ids.fresh(), links: Vec::new(), ..card.clone() };
    if selection.cards.is_empty() {
        let id = here.step.filter(|_| !here.cell)?;
        let (stage, step) = map.steps().find(|(_, step)| step.id == id)?;
        let at = stage.steps.iter().position(|step| step.id == id)? + 1;
        let mut twin = Step { id: ids.fresh(), branches: Vec::new(), ..step.as_ref().clone() };
        twin.cards = step.cards.iter().map(|card| Arc::new(Card { until: None, ..copy(card, ids) })).collect();
        let cursor = Cursor::Step(twin.id);
        return Some((Edit::InsertStep { stage: stage.id, at, step: Arc::new(twin) }, Selection::at(cursor)));
    }
    let mut edits = Vec::new();
    let mut copies = Vec::new();
    for id in &selection.cards {
        let Some((Some(step), card)) = map.card(*id) else { continue };
        let cell: Vec<_> = step.cards.iter().filter(|other| other.lane == card.lane).collect();
        let twin = copy(card, ids);
        copies.push(twin.id);
        // At the end of the cell: a place counted before the edits still holds after those of other cells.
        let at = cell.len() + edits.iter().filter(|edit| goes_to(edit, step.id, card.lane)).count();
        let place = Place::Cell { step: step.id, lane: card.lane, at };
        edits.push(Edit::InsertCard { place, card: Arc::new(twin) });
    }
    let selection = Selection { cursor: selection.cursor, anchor: None, cards: copies };
    (!edits.is_empty()).then_some((Edit::All(edits), selection))
}

fn goes_to(edit: &Edit, in_step: StepId, in_lane: LaneId) -> bool {
    matches!(edit, Edit::InsertCard { place: Place::Cell { step, lane, .. }, .. } if *step == in_step && *lane == in_lane)
}
