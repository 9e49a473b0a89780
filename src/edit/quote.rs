//! Quoting a published fact on the map: as words with their source, never as evidence. Must not know who asks for it.

use std::sync::Arc;

use super::command::Change;
use super::{Cursor, Edit, Place, Selection};
use crate::model::{Card, Content, Fact, IdSource, JourneyMap, Lane, LaneKind};

/// What a card says that quotes a fact: its words, and behind them who published them, and when.
pub fn quoted(fact: &Fact) -> String {
    let year = fact.year.map(|year| year.to_string());
    let source = [Some(fact.source.trim().to_owned()), year].into_iter().flatten().filter(|part| !part.is_empty());
    let source = source.collect::<Vec<_>>().join(", ");
    let text = fact.text.trim();
    if source.is_empty() { text.to_owned() } else { format!("{text} ({source})") }
}

/// Puts a card that quotes a fact at the cursor's step, else at the first one: in the first open lane of plain words, or in
/// a new one at the end. None on a map without steps.
pub fn quote(map: &JourneyMap, fact: &Fact, selection: &Selection, ids: &mut IdSource) -> Option<Change> {
    let at_cursor = match selection.cursor {
        Some(Cursor::Cell { step, .. } | Cursor::Step(step)) => map.step(step),
        _ => None,
    };
    let step = at_cursor.or_else(|| map.steps().next().map(|(_, step)| step))?;
    let open = |lane: &&Arc<Lane>| lane.kind == LaneKind::Text && !lane.locked && !lane.hidden && !lane.collapsed;
    let mut edits = Vec::new();
    let lane = match map.lanes.iter().find(open) {
        Some(lane) => lane.id,
        None => {
            let lane = Lane::new(ids.fresh(), LaneKind::Text);
            let id = lane.id;
            edits.push(Edit::InsertLane { at: map.lanes.len(), lane: Arc::new(lane) });
            id
        }
    };
    let at = step.cards.iter().filter(|card| card.lane == lane).count();
    let card = Card::new(ids.fresh(), lane, quoted(fact), Content::Text);
    let selection = Selection::card(Cursor::Cell { lane, step: step.id, persona: None }, card.id);
    edits.push(Edit::InsertCard { place: Place::Cell { step: step.id, lane, at }, card: Arc::new(card) });
    Some(Change { edit: Edit::All(edits), selection })
}
