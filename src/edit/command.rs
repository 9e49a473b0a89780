//! What the keys and menus do, as edits: inserting, removing at the cursor. Each gives the edit and what is
//! selected after it. Must not know keys or windows.

use std::sync::Arc;

use super::apply::phase_for;
use super::guard::read_guarded;
use super::line::{ChannelNames, merge, parse_line};
use super::scoring::unknown;
use super::{CardChange, Cursor, Edit, Place, Selection, TextAt, block, connect, headings};
use crate::model::{
    Card, CardId, IdSource, JourneyMap, Lane, LaneId, LaneKind, Persona, PersonaId, Stage, StageId, Step, StepId,
};

/// An edit, and what is selected after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What changes.
    pub edit: Edit,
    /// What is selected then.
    pub selection: Selection,
}

impl Change {
    pub(super) const fn new(edit: Edit, selection: Selection) -> Self {
        Self { edit, selection }
    }

    pub(super) fn at(edit: Edit, cursor: Cursor) -> Self {
        Self { edit, selection: Selection::at(cursor) }
    }
}

/// Adds a stage with one step after this one; at the end without one.
pub fn insert_stage_after(map: &JourneyMap, stage: Option<StageId>, ids: &mut IdSource) -> Change {
    let after = stage.and_then(|id| map.stages.iter().position(|stage| stage.id == id));
    let at = after.map_or(map.stages.len(), |place| place + 1);
    let mut new = Stage::new(ids.fresh(), "");
    new.phase = phase_for(map, at);
    new.steps.push(Arc::new(Step::new(ids.fresh(), "")));
    let cursor = Cursor::Stage(new.id);
    Change::at(Edit::InsertStage { at, stage: Arc::new(new) }, cursor)
}

/// Adds a step after this one, in its stage; at the end of the map without one. A map without stages gets one.
pub fn insert_step_after(map: &JourneyMap, step: Option<StepId>, ids: &mut IdSource) -> Change {
    let new = Step::new(ids.fresh(), "");
    let cursor = Cursor::Step(new.id);
    let place = step.and_then(|id| {
        map.stages
            .iter()
            .find_map(|stage| stage.steps.iter().position(|step| step.id == id).map(|place| (stage.id, place + 1)))
    });
    let last = || map.stages.last().map(|stage| (stage.id, stage.steps.len()));
    let edit = match place.or_else(last) {
        Some((stage, at)) => Edit::InsertStep { stage, at, step: Arc::new(new) },
        None => {
            let mut stage = Stage::new(ids.fresh(), "");
            stage.steps.push(Arc::new(new));
            Edit::InsertStage { at: 0, stage: Arc::new(stage) }
        }
    };
    Change::at(edit, cursor)
}

/// Adds the first step of a stage.
pub fn insert_first_step(stage: StageId, ids: &mut IdSource) -> Change {
    let new = Step::new(ids.fresh(), "");
    let cursor = Cursor::Step(new.id);
    Change::at(Edit::InsertStep { stage, at: 0, step: Arc::new(new) }, cursor)
}

/// Adds a lane after this one; at the end without one.
pub fn insert_lane_after(map: &JourneyMap, lane: Option<LaneId>, kind: LaneKind, ids: &mut IdSource) -> Change {
    let after = lane.and_then(|id| map.lanes.iter().position(|lane| lane.id == id));
    let at = after.map_or(map.lanes.len(), |place| place + 1);
    let new = Lane::new(ids.fresh(), kind);
    let cursor = Cursor::Lane(new.id);
    Change::at(Edit::InsertLane { at, lane: Arc::new(new) }, cursor)
}

/// Adds a persona after this one; at the end without one.
pub fn insert_persona_after(map: &JourneyMap, persona: Option<PersonaId>, ids: &mut IdSource) -> Change {
    let after = persona.and_then(|id| map.personas.iter().position(|persona| persona.id == id));
    let at = after.map_or(map.personas.len(), |place| place + 1);
    let new = Persona::new(ids.fresh(), "");
    let cursor = Cursor::Persona(new.id);
    Change::at(Edit::InsertPersona { at, persona: Arc::new(new) }, cursor)
}

/// Adds the same kind of thing after what the cursor stands in: on a stage's heading a stage, on a lane's name a lane of the
/// same kind, on a persona a persona, elsewhere a step. In a cell the cursor stays in its lane.
pub fn insert_after(map: &JourneyMap, cursor: Cursor, ids: &mut IdSource) -> Change {
    match cursor {
        Cursor::Stage(id) => insert_stage_after(map, Some(id), ids),
        Cursor::Lane(id) => {
            // A second curve or computed lane would show the same again.
            let kind = map.lane(id).map(|lane| lane.kind).filter(|kind| kind.content().is_some());
            insert_lane_after(map, Some(id), kind.unwrap_or(LaneKind::Text), ids)
        }
        Cursor::Persona(id) => insert_persona_after(map, Some(id), ids),
        Cursor::Step(id) => insert_step_after(map, Some(id), ids),
        Cursor::Cell { lane, step, persona } => {
            let change = insert_step_after(map, Some(step), ids);
            match change.selection.cursor {
                Some(Cursor::Step(step)) => Change::at(change.edit, Cursor::Cell { lane, step, persona }),
                _ => change,
            }
        }
        Cursor::Link { from, .. } => {
            let step = map.card(from).and_then(|(step, _)| step).map(|step| step.id);
            insert_step_after(map, step, ids)
        }
        Cursor::Branch { from, .. } => insert_step_after(map, Some(from), ids),
        Cursor::Title | Cursor::Scenario | Cursor::Omtm | Cursor::Phase(_) => insert_step_after(map, None, ids),
    }
}

/// Removes what [`insert_after`] would insert: on a stage's heading the stage, on a lane's name the lane, on a persona the
/// persona, on a step or in a cell the step. The cursor goes to the next one, else to the one before.
pub fn remove_at(map: &JourneyMap, cursor: Cursor) -> Option<Change> {
    fn neighbour<T: Copy + PartialEq>(all: &[T], one: T) -> Option<T> {
        let place = all.iter().position(|other| *other == one)?;
        all.get(place + 1).or_else(|| place.checked_sub(1).and_then(|place| all.get(place))).copied()
    }
    let steps = || map.steps().map(|(_, step)| step.id).collect::<Vec<_>>();
    let (edit, cursor) = match cursor {
        Cursor::Stage(id) => {
            let all: Vec<StageId> = map.stages.iter().map(|stage| stage.id).collect();
            (Edit::RemoveStage(id), neighbour(&all, id).map(Cursor::Stage))
        }
        Cursor::Lane(id) => {
            let all: Vec<LaneId> = map.lanes.iter().map(|lane| lane.id).collect();
            (Edit::RemoveLane(id), neighbour(&all, id).map(Cursor::Lane))
        }
        Cursor::Persona(id) => {
            let all: Vec<PersonaId> = map.personas.iter().map(|persona| persona.id).collect();
            (Edit::RemovePersona(id), neighbour(&all, id).map(Cursor::Persona))
        }
        Cursor::Step(id) => (Edit::RemoveStep(id), neighbour(&steps(), id).map(Cursor::Step)),
        Cursor::Cell { lane, step, persona } => {
            let next = neighbour(&steps(), step);
            (Edit::RemoveStep(step), next.map(|step| Cursor::Cell { lane, step, persona }))
        }
        Cursor::Link { .. } | Cursor::Branch { .. } => return connect::remove(map, cursor),
        Cursor::Title | Cursor::Scenario | Cursor::Omtm | Cursor::Phase(_) => return None,
    };
    Some(Change::new(edit, Selection { cursor, ..Selection::default() }))
}

/// Empties what is selected: the selected cards go; without any the cards and scores of the block or cell, or the text that
/// the cursor stands on. None where there is nothing to empty.
pub fn clear(map: &JourneyMap, selection: &Selection) -> Option<Change> {
    let cursor = selection.cursor?;
    let mut edits = Vec::new();
    let mut gone: Vec<CardId> = selection.cards.clone();
    if gone.is_empty() || selection.anchor.is_some() {
        gone.clear();
        match cursor {
            Cursor::Stage(_) | Cursor::Step(_) | Cursor::Lane(_) | Cursor::Persona(_) => {
                edits.extend(headings::chosen(map, selection).into_iter().filter_map(name_of).map(empty));
            }
            Cursor::Title => edits.push(empty(TextAt::Title)),
            Cursor::Scenario => edits.push(empty(TextAt::Scenario)),
            Cursor::Phase(phase) => edits.push(empty(TextAt::PhaseName(phase))),
            Cursor::Omtm => edits.push(Edit::SetMap(super::MapChange::Omtm(None))),
            Cursor::Link { .. } | Cursor::Branch { .. } => return connect::remove(map, cursor),
            Cursor::Cell { .. } => {
                for row in block::cells(map, selection).into_iter().flatten() {
                    match row {
                        Cursor::Cell { lane, step, persona: None } => gone.extend(cell(map, step, lane)),
                        Cursor::Cell { step, persona: Some(persona), .. } => edits.extend(unknown(map, step, persona)),
                        _ => {}
                    }
                }
            }
        }
    }
    if !gone.is_empty() {
        edits.push(Edit::RemoveCards(gone));
    }
    let selection = Selection { cards: Vec::new(), ..selection.clone() };
    one(edits).map(|edit| Change::new(edit, selection))
}

/// The name of what a heading is of.
const fn name_of(heading: Cursor) -> Option<TextAt> {
    match heading {
        Cursor::Stage(id) => Some(TextAt::StageName(id)),
        Cursor::Step(id) => Some(TextAt::StepName(id)),
        Cursor::Lane(id) => Some(TextAt::LaneName(id)),
        Cursor::Persona(id) => Some(TextAt::PersonaName(id)),
        _ => None,
    }
}

fn empty(at: TextAt) -> Edit {
    Edit::SetText { at, text: String::new() }
}

/// One edit of several; none of none.
pub(super) fn one(mut edits: Vec<Edit>) -> Option<Edit> {
    match edits.len() {
        0 => None,
        1 => edits.pop(),
        _ => Some(Edit::All(edits)),
    }
}

/// The cards of a cell, in order.
pub fn cell(map: &JourneyMap, step: StepId, lane: LaneId) -> Vec<CardId> {
    let cards = map.step(step).into_iter().flat_map(|step| &step.cards);
    cards.filter(|card| card.lane == lane).map(|card| card.id).collect()
}

/// Adds a card with what a typed line says before the card that stands at `at` of the cell; at its end without `at`.
pub fn new_card(
    map: &JourneyMap,
    (step, lane): (StepId, LaneId),
    at: Option<usize>,
    line: &str,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Change {
    let kind = map.lane(lane).map_or(LaneKind::Text, |lane| lane.kind);
    let at = at.unwrap_or_else(|| cell(map, step, lane).len());
    let card = card_of(kind, lane, line, channel_of, ids);
    let selection = Selection::card(Cursor::Cell { lane, step, persona: None }, card.id);
    Change::new(Edit::InsertCard { place: Place::Cell { step, lane, at }, card: Arc::new(card) }, selection)
}

/// A card with what a line says.
pub(super) fn card_of(
    kind: LaneKind,
    lane: LaneId,
    line: &str,
    channel_of: ChannelNames<'_>,
    ids: &mut IdSource,
) -> Card {
    let read = read_guarded(kind, line, channel_of);
    let mut card = Card::new(ids.fresh(), lane, read.text, read.content);
    card.owner = read.owner;
    card
}

/// Writes a typed line on a card: its text, and the fields that the line names.
pub fn write_card(map: &JourneyMap, card: CardId, line: &str, channel_of: ChannelNames<'_>) -> Option<Edit> {
    let (_, old) = map.card(card)?;
    let kind = map.lane(old.lane)?.kind;
    let read = parse_line(kind, line, channel_of);
    let mut edits = vec![Edit::SetText { at: TextAt::CardText(card), text: read.text }];
    let content = merge(&old.content, read.content);
    if content != old.content {
        edits.push(Edit::SetCard(card, CardChange::Content(content)));
    }
    if !read.owner.is_empty() && read.owner != old.owner {
        edits.push(Edit::SetText { at: TextAt::CardOwner(card), text: read.owner });
    }
    one(edits)
}
