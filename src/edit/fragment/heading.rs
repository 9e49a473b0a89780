//! Pasting texts at a heading.

use std::sync::Arc;

use super::paste::fill;
use super::target::{Target, unbulleted};
use super::{NotPasted, Notes, Pasted};
use crate::edit::apply::phase_for;
use crate::edit::command::{Change, one};
use crate::edit::line::ChannelNames;
use crate::edit::{Cursor, Edit, MapChange, Selection, TextAt};
use crate::model::{IdSource, JourneyMap, Lane, LaneKind, Persona, Stage, Step, StepId};

/// Pastes rows of texts at a heading.
pub(super) fn paste_heading(
    map: &JourneyMap,
    cursor: Cursor,
    block: &[Vec<String>],
    width: usize,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Result<Pasted, NotPasted> {
    let names: Vec<&str> =
        block.iter().flatten().map(|name| unbulleted(name)).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Err(NotPasted::Nothing);
    }
    if let Cursor::Step(id) = cursor
        && width > 1
        && block.len() > 1
    {
        return paste_grid(map, id, block, width, channel_of, ids);
    }
    if let Cursor::Lane(_) = cursor
        && width > 1
    {
        return paste_lane(map, cursor, block, width, channel_of, ids);
    }
    let set = |at: TextAt| Some(Edit::SetText { at, text: names.join("\n") });
    let mut last = cursor;
    let mut edits = Vec::new();
    match cursor {
        Cursor::Title => edits.extend(set(TextAt::Title)),
        Cursor::Scenario => edits.extend(set(TextAt::Scenario)),
        Cursor::Phase(phase) => edits.extend(set(TextAt::PhaseName(phase))),
        Cursor::Link { from, to } => edits.extend(set(TextAt::LinkLabel(from, to))),
        Cursor::Branch { from, to } => edits.extend(set(TextAt::BranchLabel(from, to))),
        Cursor::Step(id) => {
            let (stage, place) = step_place(map, id).ok_or(NotPasted::NoPlace)?;
            let mut names = names.iter();
            // A step without a name is where the first name belongs.
            if map.step(id).is_some_and(|step| step.name.trim().is_empty())
                && let Some(name) = names.next()
            {
                edits.push(Edit::SetText { at: TextAt::StepName(id), text: (*name).to_owned() });
            }
            for (n, name) in names.enumerate() {
                let step = Step::new(ids.fresh(), *name);
                last = Cursor::Step(step.id);
                edits.push(Edit::InsertStep { stage, at: place + 1 + n, step: Arc::new(step) });
            }
        }
        Cursor::Stage(id) => {
            let place = map.stages.iter().position(|stage| stage.id == id).ok_or(NotPasted::NoPlace)?;
            for (n, name) in names.iter().enumerate() {
                let mut stage = Stage::new(ids.fresh(), *name);
                stage.phase = phase_for(map, place + 1);
                stage.steps.push(Arc::new(Step::new(ids.fresh(), "")));
                last = Cursor::Stage(stage.id);
                edits.push(Edit::InsertStage { at: place + 1 + n, stage: Arc::new(stage) });
            }
        }
        Cursor::Lane(id) => {
            let place = map.lanes.iter().position(|lane| lane.id == id).ok_or(NotPasted::NoPlace)?;
            for (n, name) in names.iter().enumerate() {
                let lane = Lane { name: (*name).to_owned(), ..Lane::new(ids.fresh(), LaneKind::Text) };
                last = Cursor::Lane(lane.id);
                edits.push(Edit::InsertLane { at: place + 1 + n, lane: Arc::new(lane) });
            }
        }
        Cursor::Persona(id) => {
            let place = map.personas.iter().position(|persona| persona.id == id).ok_or(NotPasted::NoPlace)?;
            for (n, name) in names.iter().enumerate() {
                let persona = Persona::new(ids.fresh(), *name);
                last = Cursor::Persona(persona.id);
                edits.push(Edit::InsertPersona { at: place + 1 + n, persona: Arc::new(persona) });
            }
        }
        Cursor::Omtm => {
            let mut omtm = map.omtm.clone().unwrap_or_default();
            omtm.name = names.join(" ");
            edits.push(Edit::SetMap(MapChange::Omtm(Some(omtm))));
        }
        Cursor::Cell { .. } => return Err(NotPasted::NotHere),
    }
    let edit = one(edits).ok_or(NotPasted::Nothing)?;
    Ok(Pasted { change: Change::new(edit, Selection::at(last)), notes: Notes::default() })
}

/// The stage of a step, and its place there.
pub(super) fn step_place(map: &JourneyMap, id: StepId) -> Option<(crate::model::StageId, usize)> {
    map.stages.iter().find_map(|stage| stage.steps.iter().position(|step| step.id == id).map(|place| (stage.id, place)))
}

/// A block on a step's heading: its first row names steps, the others lie in the lanes below.
fn paste_grid(
    map: &JourneyMap,
    id: StepId,
    block: &[Vec<String>],
    width: usize,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Result<Pasted, NotPasted> {
    let (stage, place) = step_place(map, id).ok_or(NotPasted::NoPlace)?;
    let column = map.steps().position(|(_, step)| step.id == id).ok_or(NotPasted::NoPlace)?;
    let blank = map.step(id).is_some_and(|step| step.name.trim().is_empty() && step.cards.is_empty());
    let mut target = Target::new(map, ids);
    let wanted = width;
    let width = width.min(super::MOST_NEW_STEPS);
    target.notes.columns_left = wanted - width;
    // New steps stand right after this one; a step without anything is the first of them.
    let first = if blank { column } else { column + 1 };
    for n in usize::from(blank)..width {
        let step = Step::new(target.ids.fresh(), "");
        target.steps.insert(first + n, step.id);
        let at = place + 1 + n - usize::from(blank);
        target.edits.push(Edit::InsertStep { stage, at, step: Arc::new(step) });
    }
    let (names, rest) = block.split_first().ok_or(NotPasted::Nothing)?;
    for (n, name) in names.iter().take(width).enumerate() {
        if let Some(step) = target.steps.get(first + n).copied() {
            target.name(step, unbulleted(name));
        }
    }
    fill(&mut target, (0, first), rest, width, channel_of);
    let last = target.steps.get(first + width - 1).copied().unwrap_or(id);
    target.finish(Cursor::Step(last), (0, first), (block.len(), width))
}

/// A block on a lane's name: from the lane's first cell on.
fn paste_lane(
    map: &JourneyMap,
    cursor: Cursor,
    block: &[Vec<String>],
    width: usize,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Result<Pasted, NotPasted> {
    let mut target = Target::new(map, ids);
    let corner = target.corner(cursor).ok_or(NotPasted::NoPlace)?;
    fill(&mut target, corner, block, width, channel_of);
    target.finish(cursor, corner, (block.len(), width))
}
