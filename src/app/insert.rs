//! Commands that change a map: which edit each means where the cursor stands. Must not know windows.

use std::collections::BTreeSet;

use super::canvas::link_begin;
use super::command::{Command, Facts};
use super::library;
use crate::edit::command::{self, Change};
use crate::edit::landing::Carried;
use crate::edit::{Cursor, Edit, LaneChange, Place, Selection, StepChange, copies, headings};
use crate::i18n::same_name;
use crate::model::{CardId, Channel, ContentKind, IdSource, JourneyMap, LaneId, LaneKind, PersonaId, StageId, StepId};

/// Where a cursor stands, in ids.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Here {
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
    pub(crate) fn of(map: &JourneyMap, selection: &Selection) -> Self {
        let mut here = Self::default();
        match selection.cursor {
            Some(Cursor::Stage(id)) => here.stage = map.stage(id).map(|stage| stage.id),
            Some(Cursor::Step(id)) => here.step = Some(id),
            Some(Cursor::Lane(id)) => here.lane = Some(id),
            Some(Cursor::Persona(id)) => here.persona = Some(id),
            Some(Cursor::Cell { lane, step, persona }) => {
                here = Self { lane: Some(lane), step: Some(step), persona, stage: None, cell: true };
            }
            Some(Cursor::Link { from, .. }) => {
                here.step = map.card(from).and_then(|(step, _)| step).map(|step| step.id)
            }
            Some(Cursor::Branch { from, .. }) => here.step = Some(from),
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

/// What the table's predicates need to know of a map; all else is as of no map.
pub(crate) fn facts(map: &JourneyMap, selection: &Selection) -> Facts {
    let here = Here::of(map, selection);
    Facts {
        map: true,
        cursor: selection.cursor.is_some_and(|cursor| cursor != Cursor::Omtm),
        cards: selection.cards.len(),
        headings: headings::chosen(map, selection).len(),
        in_stage: here.stage.is_some(),
        in_step: here.step.is_some(),
        in_lane: here.lane.is_some(),
        in_persona: here.persona.is_some() && !here.cell,
        moment_of_truth: here.step.and_then(|id| map.step(id)).is_some_and(|step| step.moment_of_truth),
        can_link: link_begin(map, selection).is_some(),
        pain: has_pain(map, selection),
        any_persona: !map.personas.is_empty(),
        keepable: library::is_keepable(map, selection),
        locked: here.lane.and_then(|id| map.lane(id)).is_some_and(|lane| lane.locked),
        collapsed: here.lane.and_then(|id| map.lane(id)).is_some_and(|lane| lane.collapsed),
        any_card: map.cards().next().is_some(),
        notes: map.tray.len(),
        sendable: !to_tray(map, selection).is_empty(),
        takes_cards: cell_for_cards(map, here).is_some(),
        deletable: command::clear(map, selection).is_some(),
        ..Facts::default()
    }
}

/// Whether an answer can be written to what is selected.
fn has_pain(map: &JourneyMap, selection: &Selection) -> bool {
    if !selection.cards.is_empty() {
        let wanted: BTreeSet<CardId> = selection.cards.iter().copied().collect();
        let mut all = map.cards().map(|(_, card)| card).chain(&map.tray);
        return all.any(|card| card.content.kind() == ContentKind::PainPoint && wanted.contains(&card.id));
    }
    match selection.cursor {
        Some(Cursor::Cell { lane, step, .. }) => {
            let in_lane = map.lane(lane).is_some_and(|lane| lane.kind == LaneKind::PainPoints);
            in_lane && !command::cell(map, step, lane).is_empty()
        }
        _ => false,
    }
}

/// What a command does to this map, and what is selected then; none where there is nothing to do.
pub(crate) fn change(command: Command, map: &JourneyMap, selection: &Selection, ids: &mut IdSource) -> Option<Change> {
    let here = Here::of(map, selection);
    match command {
        Command::InsertAfter => Some(match selection.cursor {
            Some(cursor) => command::insert_after(map, cursor, ids),
            None => command::insert_step_after(map, None, ids),
        }),
        Command::InsertStep => {
            let last = here.stage.and_then(|id| map.stage(id)).and_then(|stage| stage.steps.last());
            Some(command::insert_step_after(map, here.step.or(last.map(|step| step.id)), ids))
        }
        Command::InsertStage => Some(command::insert_stage_after(map, here.stage, ids)),
        Command::InsertPersona => Some(command::insert_persona_after(map, here.persona, ids)),
        Command::InsertCard => {
            let (step, lane) = (here.step?, here.lane?);
            map.lane(lane)?.kind.content()?;
            Some(command::new_card(map, (step, lane), None, "", &|_| None, ids))
        }
        Command::MomentOfTruth => {
            let on = !map.step(here.step?)?.moment_of_truth;
            let edits = steps(map, selection, here).into_iter();
            let edits = edits.map(|id| Edit::SetStep(id, StepChange::MomentOfTruth(on))).collect();
            Some(Change { edit: Edit::All(edits), selection: selection.clone() })
        }
        Command::SendToTray => {
            let ids = to_tray(map, selection);
            let to = Place::Tray { at: map.tray.len() };
            let selection = Selection { cursor: selection.cursor, cards: ids.clone(), ..Selection::default() };
            (!ids.is_empty()).then_some(Change { edit: Edit::MoveCards { ids, to }, selection })
        }
        Command::SendToMap => send_to_map(map, selection, cell_for_cards(map, here)?, ids),
        Command::LockLane => {
            let on = !map.lane(here.lane?)?.locked;
            Some(change_lanes(map, selection, here, &LaneChange::Locked(on)))
        }
        Command::CollapseLane => {
            let on = !map.lane(here.lane?)?.collapsed;
            Some(change_lanes(map, selection, here, &LaneChange::Collapsed(on)))
        }
        Command::HideLane => {
            map.lane(here.lane?)?;
            let Change { edit, .. } = change_lanes(map, selection, here, &LaneChange::Hidden(true));
            // What is hidden can't be stood on.
            Some(Change { edit, selection: Selection::default() })
        }
        Command::RemoveHere => remove(map, selection, selection.cursor?),
        Command::RemoveStep => remove(map, selection, Cursor::Step(here.step?)),
        Command::RemoveStage => remove(map, selection, Cursor::Stage(here.stage?)),
        Command::RemoveLane => remove(map, selection, Cursor::Lane(here.lane?)),
        Command::Delete => command::clear(map, selection),
        Command::Duplicate => copies::duplicate(map, selection, ids),
        _ => None,
    }
}

/// Removes what stands here; what is selected with it too.
fn remove(map: &JourneyMap, selection: &Selection, here: Cursor) -> Option<Change> {
    let chosen = headings::chosen(map, selection);
    if chosen.contains(&here) { headings::removed(map, selection) } else { command::remove_at(map, here) }
}

/// The selected steps; else the one where the cursor stands.
fn steps(map: &JourneyMap, selection: &Selection, here: Here) -> Vec<StepId> {
    let id = |heading: Cursor| if let Cursor::Step(id) = heading { Some(id) } else { None };
    let chosen: Vec<StepId> = headings::chosen(map, selection).into_iter().filter_map(id).collect();
    if chosen.is_empty() { here.step.into_iter().collect() } else { chosen }
}

/// The selected lanes; else the one where the cursor stands.
fn lanes(map: &JourneyMap, selection: &Selection, here: Here) -> Vec<LaneId> {
    let id = |heading: Cursor| if let Cursor::Lane(id) = heading { Some(id) } else { None };
    let chosen: Vec<LaneId> = headings::chosen(map, selection).into_iter().filter_map(id).collect();
    if chosen.is_empty() { here.lane.into_iter().collect() } else { chosen }
}

/// The same change of the selected lanes, or of the one where the cursor stands.
fn change_lanes(map: &JourneyMap, selection: &Selection, here: Here, change: &LaneChange) -> Change {
    let edits = lanes(map, selection, here).into_iter();
    let edits = edits.map(|id| Edit::SetLane(id, change.clone())).collect();
    Change { edit: Edit::All(edits), selection: selection.clone() }
}

/// The cards that can be sent into the tray: the selected ones of the map, else those of the cursor's cell.
fn to_tray(map: &JourneyMap, selection: &Selection) -> Vec<CardId> {
    if !selection.cards.is_empty() {
        let wanted: BTreeSet<CardId> = selection.cards.iter().copied().collect();
        return map.cards().map(|(_, card)| card.id).filter(|id| wanted.contains(id)).collect();
    }
    match selection.cursor {
        Some(Cursor::Cell { lane, step, persona: None }) => command::cell(map, step, lane),
        _ => Vec::new(),
    }
}

/// The cell that the cursor stands in, if it takes cards.
fn cell_for_cards(map: &JourneyMap, here: Here) -> Option<(StepId, LaneId)> {
    let (step, lane) = (here.step?, here.lane?);
    map.lane(lane)?.kind.content()?;
    Some((step, lane))
}

/// Sends the selected notes of the tray into a cell, at its end; the first note where none is selected.
fn send_to_map(
    map: &JourneyMap,
    selection: &Selection,
    (step, lane): (StepId, LaneId),
    ids: &mut IdSource,
) -> Option<Change> {
    let chosen: Vec<CardId> = map.tray.iter().map(|card| card.id).filter(|id| selection.cards.contains(id)).collect();
    let sent = if chosen.is_empty() { vec![map.tray.first()?.id] } else { chosen };
    let to = Place::Cell { step, lane, at: command::cell(map, step, lane).len() };
    let carried = Carried::new(map, &sent, *sent.last()?, ids);
    let change = carried.land(map, to, false, &|name| channel_named(map, name)).ok();
    // What the door refuses it says why.
    Some(change.unwrap_or_else(|| Change { edit: Edit::MoveCards { ids: sent, to }, selection: selection.clone() }))
}

/// A channel by its name: the map's own, or the catalogue's in either language.
pub(crate) fn channel_named(map: &JourneyMap, name: &str) -> Option<Channel> {
    let own = map.channels.iter().find(|own| same_name(&own.name, name));
    own.map(|own| Channel::Own(own.id)).or_else(|| crate::i18n::channel_by_name(name))
}

/// Adds a lane of this kind after the one the cursor stands in.
pub(crate) fn lane_after(map: &JourneyMap, selection: &Selection, kind: LaneKind, ids: &mut IdSource) -> Change {
    command::insert_lane_after(map, Here::of(map, selection).lane, kind, ids)
}
