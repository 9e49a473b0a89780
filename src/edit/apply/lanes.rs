//! Changes of lanes.

use std::sync::Arc;

use super::cards::{convert, drop_where};
use super::mentions::settle;
use super::normal::Clean as _;
use super::{all_cards, insert_at, lane_place, shift_in, unlocked, update, update_cards};
use crate::edit::{EditError, LaneChange};
use crate::model::check::Thing;
use crate::model::{Card, JourneyMap, Lane, LaneId, LaneKind};

/// Adds an empty lane.
pub(super) fn insert(map: &mut JourneyMap, at: usize, lane: &Lane) -> Result<(), EditError> {
    if map.lane(lane.id).is_some() {
        return Err(EditError::Taken(Thing::Lane(lane.id)));
    }
    let mut next = lane.clone();
    next.clean();
    insert_at(&mut map.lanes, at, Arc::new(next))
}

/// Removes a lane with its cards. A note of the tray has no place yet: it is meant for another lane of its kind from then
/// on, and goes only where there is none.
pub(super) fn remove(map: &mut JourneyMap, id: LaneId) -> Result<(), EditError> {
    let at = lane_place(map, id)?;
    unlocked(map, id)?;
    map.lanes.remove(at);
    for note in map.tray.iter_mut().filter(|note| note.lane == id) {
        let kind = note.content.kind();
        if let Some(other) = map.lanes.iter().find(|lane| lane.kind.content() == Some(kind)) {
            *note = Arc::new(Card { lane: other.id, ..(**note).clone() });
        }
    }
    if drop_where(map, |card| card.lane == id) {
        settle(map);
    }
    Ok(())
}

/// Moves a lane; a locked one too, since nothing in it changes.
pub(super) fn shift(map: &mut JourneyMap, id: LaneId, to: usize) -> Result<(), EditError> {
    let from = lane_place(map, id)?;
    shift_in(&mut map.lanes, from, to)
}

/// Changes something about a lane.
pub(super) fn set(map: &mut JourneyMap, id: LaneId, change: &LaneChange) -> Result<(), EditError> {
    let at = lane_place(map, id)?;
    if !matches!(change, LaneChange::Locked(_)) {
        unlocked(map, id)?;
    }
    if let LaneChange::Kind(kind) = change {
        convert_cards(map, id, *kind)?;
    }
    let Some(lane) = map.lanes.get_mut(at) else { return Ok(()) };
    update(lane, |lane| {
        match change {
            LaneChange::Kind(kind) => lane.kind = *kind,
            LaneChange::Color(color) => lane.color = *color,
            LaneChange::Height(height) => lane.height = *height,
            LaneChange::Collapsed(collapsed) => lane.collapsed = *collapsed,
            LaneChange::Hidden(hidden) => lane.hidden = *hidden,
            LaneChange::Locked(locked) => lane.locked = *locked,
        }
        Ok(())
    })
}

/// Makes the cards of a lane what cards of a lane of this kind are.
fn convert_cards(map: &mut JourneyMap, lane: LaneId, kind: LaneKind) -> Result<(), EditError> {
    let Some(content) = kind.content() else {
        return match all_cards(map).find(|card| card.lane == lane) {
            Some(_) => Err(EditError::LaneHoldsCards(lane)),
            None => Ok(()),
        };
    };
    let mut converted = false;
    update_cards(map, |_, card| {
        let other = card.lane == lane && card.content.kind() != content;
        converted |= other;
        other.then(|| Card { content: convert(&card.content, content), ..card.clone() })
    });
    if converted {
        settle(map);
    }
    Ok(())
}
