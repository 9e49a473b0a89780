//! Things of the library on their way into a map and out of it: which edit puts them in. Must not know windows or folders.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::panels::channel_name_in;
use crate::edit::command::Change;
use crate::edit::{Cursor, Edit, MapChange, Place, Selection};
use crate::file::library::{Kept, KeptPersona, KeptTouchpoint};
use crate::i18n::{Words, same_name};
use crate::model::{
    Card, CardId, Channel, Content, IdSource, JourneyMap, Lane, LaneKind, Persona, Segment, Touchpoint,
};

/// What of a selection can be kept: the persona the cursor stands on, else the selected touchpoints, else the touchpoints of
/// the cursor's cell.
pub(crate) fn keepable(map: &JourneyMap, selection: &Selection) -> Vec<Kept> {
    if let Some(Cursor::Persona(id)) = selection.cursor
        && selection.cards.is_empty()
        && let Some(persona) = map.persona(id)
    {
        let segment = persona.segment.and_then(|id| map.segments.iter().find(|segment| segment.id == id));
        return vec![Kept::persona(persona, segment)];
    }
    let own = |id| map.own_channel(id).cloned();
    touchpoints(map, selection).filter_map(|card| Kept::touchpoint(card, own)).collect()
}

/// Whether something of a selection can be kept.
pub(crate) fn is_keepable(map: &JourneyMap, selection: &Selection) -> bool {
    let persona = match selection.cursor {
        Some(Cursor::Persona(id)) if selection.cards.is_empty() => map.persona(id).is_some(),
        _ => false,
    };
    persona || touchpoints(map, selection).next().is_some()
}

/// The selected touchpoints, else those of the cursor's cell.
fn touchpoints<'a>(map: &'a JourneyMap, selection: &Selection) -> impl Iterator<Item = &'a Card> {
    let wanted: BTreeSet<CardId> = selection.cards.iter().copied().collect();
    let cell = match selection.cursor {
        Some(Cursor::Cell { lane, step, .. }) if wanted.is_empty() => Some((lane, map.step(step))),
        _ => None,
    };
    let in_cell = cell.and_then(|(lane, step)| Some((lane, step?))).into_iter();
    let in_cell = in_cell.flat_map(|(lane, step)| step.cards.iter().filter(move |card| card.lane == lane));
    // Without a selection nobody is asked.
    let all = (!wanted.is_empty()).then(|| map.cards().map(|(_, card)| card).chain(&map.tray));
    let selected = all.into_iter().flatten().filter(move |card| wanted.contains(&card.id));
    selected.chain(in_cell).map(|card| &**card).filter(|card| matches!(card.content, Content::Touchpoint(_)))
}

/// What something kept is called: a touchpoint without words by its channel.
pub(crate) fn name(kept: &Kept, words: &Words) -> String {
    match kept {
        Kept::Touchpoint(touchpoint) if touchpoint.text.trim().is_empty() => {
            channel_name_in(touchpoint.touchpoint.channel, touchpoint.channel.as_ref(), words).0
        }
        kept => kept.name().to_owned(),
    }
}

/// The change that puts something kept into a map, where the cursor stands.
pub(crate) fn insert(map: &JourneyMap, selection: &Selection, kept: &Kept, ids: &mut IdSource) -> Change {
    match kept {
        Kept::Persona(kept) => insert_persona(map, kept, ids),
        Kept::Touchpoint(kept) => insert_touchpoint(map, selection, kept, ids),
    }
}

fn insert_persona(map: &JourneyMap, kept: &KeptPersona, ids: &mut IdSource) -> Change {
    let mut edits = Vec::new();
    let segment = kept.segment.as_ref().map(|segment| {
        // A segment of that name is that segment.
        let known = map.segments.iter().find(|known| same_name(&known.name, &segment.name));
        known.map_or_else(
            || {
                let id = ids.fresh();
                let mut segments = map.segments.clone();
                segments.push(Segment { id, ..segment.clone() });
                edits.push(Edit::SetMap(MapChange::Segments(segments)));
                id
            },
            |known| known.id,
        )
    });
    let persona = Persona { id: ids.fresh(), segment, ..kept.persona.clone() };
    let cursor = Cursor::Persona(persona.id);
    // At the end: a colour goes by the order, and those who are there keep theirs.
    edits.push(Edit::InsertPersona { at: map.personas.len(), persona: Arc::new(persona) });
    Change { edit: one(edits), selection: Selection::at(cursor) }
}

fn insert_touchpoint(map: &JourneyMap, selection: &Selection, kept: &KeptTouchpoint, ids: &mut IdSource) -> Change {
    let mut edits = Vec::new();
    let channel = kept.channel.as_ref().map_or(kept.touchpoint.channel, |own| {
        let known = map.channels.iter().find(|known| same_name(&known.name, &own.name));
        let id = known.map_or_else(
            || {
                let id = ids.fresh();
                let mut channels = map.channels.clone();
                channels.push(crate::model::OwnChannel { id, ..own.clone() });
                edits.push(Edit::SetMap(MapChange::Channels(channels)));
                id
            },
            |known| known.id,
        );
        Some(Channel::Own(id))
    });
    // An own channel without its description is none.
    let channel = channel.filter(|channel| !matches!(channel, Channel::Own(_)) || kept.channel.is_some());
    let (here, step) = match selection.cursor {
        Some(Cursor::Cell { lane, step, .. }) => (Some(lane), map.step(step)),
        Some(Cursor::Step(step)) => (None, map.step(step)),
        _ => (None, None),
    };
    let fits = |lane: &&Arc<Lane>| lane.kind == LaneKind::Touchpoints;
    let lane =
        here.and_then(|id| map.lane(id)).filter(fits).or_else(|| map.lanes.iter().find(fits)).map(|lane| lane.id);
    let lane = lane.unwrap_or_else(|| {
        let lane = Lane::new(ids.fresh(), LaneKind::Touchpoints);
        let id = lane.id;
        edits.push(Edit::InsertLane { at: map.lanes.len(), lane: Arc::new(lane) });
        id
    });
    let content = Content::Touchpoint(Touchpoint { channel, ..kept.touchpoint.clone() });
    let mut card = Card::new(ids.fresh(), lane, kept.text.clone(), content);
    card.notes.clone_from(&kept.notes);
    card.owner.clone_from(&kept.owner);
    let id = card.id;
    let (place, selection) = match step {
        Some(step) => {
            let at = step.cards.iter().filter(|card| card.lane == lane).count();
            let cursor = Cursor::Cell { lane, step: step.id, persona: None };
            (Place::Cell { step: step.id, lane, at }, Selection::card(cursor, id))
        }
        // Without a place it waits for one.
        None => {
            let selection = Selection { cursor: selection.cursor, cards: vec![id], ..Selection::default() };
            (Place::Tray { at: map.tray.len() }, selection)
        }
    };
    edits.push(Edit::InsertCard { place, card: Arc::new(card) });
    Change { edit: one(edits), selection }
}

fn one(mut edits: Vec<Edit>) -> Edit {
    match edits.len() {
        1 => edits.remove(0),
        _ => Edit::All(edits),
    }
}
