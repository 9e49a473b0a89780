//! Cards that are written for a reason: an opportunity that answers pain points, a pain point that says why a touchpoint feels
//! bad. Where they go, and what makes room for them there. Must not know keys, pointers or windows.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::command::cell;
use super::{Cursor, Edit, LaneChange, Selection};
use crate::model::{Card, CardId, Content, IdSource, JourneyMap, Lane, LaneId, LaneKind, StepId};

/// A card that is to be written: where, and what it answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// What comes first: a lane where the map has none that is open, or the one that is hidden or folded opened.
    pub room: Vec<Edit>,
    /// Its step.
    pub step: StepId,
    /// Its lane.
    pub lane: LaneId,
    /// The kind of that lane, which may have to be made first.
    pub kind: LaneKind,
    /// Its place in the cell.
    pub at: usize,
    /// The pain points that it answers.
    pub answers: Vec<CardId>,
}

/// The pain points that an answer is wanted to: the selected ones, without any those of the cursor's cell.
pub fn pains(map: &JourneyMap, selection: &Selection) -> Vec<CardId> {
    let is_pain = |card: &Card| matches!(card.content, Content::PainPoint(_));
    if !selection.cards.is_empty() {
        let chosen: BTreeSet<CardId> = selection.cards.iter().copied().collect();
        let cards = map.cards().filter(|(_, card)| chosen.contains(&card.id) && is_pain(card));
        return cards.map(|(_, card)| card.id).collect();
    }
    match selection.cursor {
        Some(Cursor::Cell { lane, step, .. }) => {
            let cards = map.step(step).into_iter().flat_map(|step| &step.cards);
            cards.filter(|card| card.lane == lane && is_pain(card)).map(|card| card.id).collect()
        }
        _ => Vec::new(),
    }
}

/// Where an opportunity that answers the selected pain points is written: at the step of the last of them. None where no pain
/// point is selected.
pub fn answer(map: &JourneyMap, selection: &Selection, ids: &mut IdSource) -> Option<Wanted> {
    let answers = pains(map, selection);
    let (step, pain) = map.card(*answers.last()?)?;
    let step = step?.id;
    let (room, lane) = room(map, LaneKind::Opportunities, Some(pain.lane), ids);
    Some(Wanted { room, step, lane, kind: LaneKind::Opportunities, at: cell(map, step, lane).len(), answers })
}

/// Where the pain point of a step is written. None where the step is gone.
pub fn pain(map: &JourneyMap, step: StepId, ids: &mut IdSource) -> Option<Wanted> {
    map.step(step)?;
    let touchpoints = map.lanes.iter().rfind(|lane| lane.kind == LaneKind::Touchpoints).map(|lane| lane.id);
    let (room, lane) = room(map, LaneKind::PainPoints, touchpoints, ids);
    Some(Wanted { room, step, lane, kind: LaneKind::PainPoints, at: cell(map, step, lane).len(), answers: Vec::new() })
}

/// The first lane of a kind that isn't locked, seen rather than hidden; else a new one below `after`, else the last.
fn room(map: &JourneyMap, kind: LaneKind, after: Option<LaneId>, ids: &mut IdSource) -> (Vec<Edit>, LaneId) {
    let open = map.lanes.iter().filter(|lane| lane.kind == kind && !lane.locked);
    let mut room = Vec::new();
    let id = match open.min_by_key(|lane| lane.hidden) {
        Some(lane) => {
            room.extend(lane.hidden.then_some(Edit::SetLane(lane.id, LaneChange::Hidden(false))));
            room.extend(lane.collapsed.then_some(Edit::SetLane(lane.id, LaneChange::Collapsed(false))));
            lane.id
        }
        None => {
            let at = map.lanes.iter().position(|lane| Some(lane.id) == after).map_or(map.lanes.len(), |at| at + 1);
            let lane = Lane::new(ids.fresh(), kind);
            let id = lane.id;
            room.push(Edit::InsertLane { at, lane: Arc::new(lane) });
            id
        }
    };
    (room, id)
}
