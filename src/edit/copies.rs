//! Copies within a map: new ids for what is copied, and links among the copies that join the copies. Must not know keys,
//! windows or the clipboard.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::command::{Change, cell, one};
use super::{CardChange, Cursor, Edit, Place, Selection, headings};
use crate::model::{
    Card, CardId, Content, ContentKind, IdSource, JourneyMap, Lane, LaneId, Persona, Stage, Step, StepId,
};

/// Puts a copy after what is selected: of the selected cards each; without any of the cards of the cell, or of the step,
/// stage, lane (with its cards) or persona (with its scores) that the cursor stands on. Links among the copies join the
/// copies.
pub fn duplicate(map: &JourneyMap, selection: &Selection, ids: &mut IdSource) -> Option<Change> {
    let cursor = selection.cursor?;
    if !selection.cards.is_empty() {
        return duplicate_cards(map, cursor, &selection.cards, ids);
    }
    if headings::chosen(map, selection).len() > 1 {
        return headings::duplicated(map, selection, ids);
    }
    match cursor {
        Cursor::Cell { lane, step, persona: None } => duplicate_cards(map, cursor, &cell(map, step, lane), ids),
        Cursor::Step(id) => {
            let (stage, at, step) = map.stages.iter().find_map(|stage| {
                let at = stage.steps.iter().position(|step| step.id == id)?;
                stage.steps.get(at).map(|step| (stage, at, step))
            })?;
            let copies = copies(map, &step.cards, ids);
            let mut new = copy_step(step, &copies, ids);
            // The copy stands one step later, and so does the end of its spans.
            let order: Vec<StepId> = map.steps().map(|(_, step)| step.id).collect();
            for card in &mut new.cards {
                let end = card.until.and_then(|until| order.iter().position(|step| *step == until));
                if let Some(later) = end.and_then(|end| order.get(end + 1)) {
                    Arc::make_mut(card).until = Some(*later);
                }
            }
            let cursor = Cursor::Step(new.id);
            Some(Change::at(Edit::InsertStep { stage: stage.id, at: at + 1, step: Arc::new(new) }, cursor))
        }
        Cursor::Stage(id) => {
            let at = map.stages.iter().position(|stage| stage.id == id)?;
            let stage = map.stages.get(at)?;
            let copies = copies(map, stage.steps.iter().flat_map(|step| &step.cards), ids);
            let steps: Vec<Step> = stage.steps.iter().map(|step| copy_step(step, &copies, ids)).collect();
            let new_step: HashMap<StepId, StepId> =
                stage.steps.iter().zip(&steps).map(|(old, new)| (old.id, new.id)).collect();
            let mut new = Stage { id: ids.fresh(), steps: Vec::new(), ..(**stage).clone() };
            for mut step in steps {
                for branch in &mut step.branches {
                    branch.to = new_step.get(&branch.to).copied().unwrap_or(branch.to);
                }
                for card in &mut step.cards {
                    if let Some(until) = card.until.and_then(|until| new_step.get(&until)) {
                        Arc::make_mut(card).until = Some(*until);
                    }
                }
                new.steps.push(Arc::new(step));
            }
            let cursor = Cursor::Stage(new.id);
            Some(Change::at(Edit::InsertStage { at: at + 1, stage: Arc::new(new) }, cursor))
        }
        Cursor::Lane(id) => duplicate_lane(map, id, ids),
        Cursor::Persona(id) => {
            let at = map.personas.iter().position(|persona| persona.id == id)?;
            let new = Persona { id: ids.fresh(), ..(**map.personas.get(at)?).clone() };
            let persona = new.id;
            let mut edits = vec![Edit::InsertPersona { at: at + 1, persona: Arc::new(new) }];
            let scores = map.steps().filter_map(|(_, step)| step.scores.get(&id).map(|score| (step.id, *score)));
            edits.extend(scores.map(|(step, score)| Edit::SetScore { step, persona, score }));
            Some(Change::at(Edit::All(edits), Cursor::Persona(persona)))
        }
        Cursor::Cell { .. }
        | Cursor::Title
        | Cursor::Scenario
        | Cursor::Omtm
        | Cursor::Phase(_)
        | Cursor::Link { .. }
        | Cursor::Branch { .. } => None,
    }
}

/// New ids for cards that are copied; those of locked lanes are left out, since nothing can be added there.
fn copies<'a>(
    map: &JourneyMap,
    cards: impl IntoIterator<Item = &'a Arc<Card>>,
    ids: &mut IdSource,
) -> HashMap<CardId, CardId> {
    let locked: BTreeSet<LaneId> = map.lanes.iter().filter(|lane| lane.locked).map(|lane| lane.id).collect();
    let open = cards.into_iter().filter(|card| !locked.contains(&card.lane));
    open.map(|card| (card.id, ids.fresh())).collect()
}

/// A copy of a card; links and answers to other copied cards name the copies. None if it has no new id.
pub(super) fn copy_card(card: &Card, copies: &HashMap<CardId, CardId>) -> Option<Card> {
    let renamed = |id: CardId| copies.get(&id).copied().unwrap_or(id);
    let mut new = Card { id: *copies.get(&card.id)?, votes: 0, ..card.clone() };
    new.links.iter_mut().for_each(|link| link.to = renamed(link.to));
    match &mut new.content {
        Content::Touchpoint(touchpoint) => touchpoint.said_first = touchpoint.said_first.map(renamed),
        Content::Opportunity(opportunity) => opportunity.answers.iter_mut().for_each(|id| *id = renamed(*id)),
        _ => {}
    }
    Some(new)
}

fn copy_step(step: &Step, copies: &HashMap<CardId, CardId>, ids: &mut IdSource) -> Step {
    let id = ids.fresh();
    let cards = step.cards.iter().filter_map(|card| copy_card(card, copies));
    let cards = cards.map(Arc::new).collect();
    Step { id, cards, ..step.clone() }
}

fn duplicate_cards(map: &JourneyMap, cursor: Cursor, cards: &[CardId], ids: &mut IdSource) -> Option<Change> {
    let originals: Vec<&Arc<Card>> = cards.iter().filter_map(|id| map.card(*id).map(|(_, card)| card)).collect();
    let copies = copies(map, originals.iter().copied(), ids);
    // Backwards through each cell, so that the places of those before stay true.
    let mut edits: BTreeMap<(Option<StepId>, LaneId, usize), Edit> = BTreeMap::new();
    let mut selected = Vec::new();
    let mut made = Vec::new();
    for original in originals {
        let Some(copy) = copy_card(original, &copies) else { continue };
        let (step, _) = map.card(original.id)?;
        let (place, key) = match step {
            Some(step) => {
                let at = cell(map, step.id, original.lane).iter().position(|id| *id == original.id)? + 1;
                (Place::Cell { step: step.id, lane: original.lane, at }, (Some(step.id), original.lane, at))
            }
            None => {
                let at = map.tray.iter().position(|card| card.id == original.id)? + 1;
                // All cards of the tray are in one list, whatever their lane.
                (Place::Tray { at }, (None, LaneId::from_bits(0), at))
            }
        };
        selected.push(copy.id);
        let copy = Arc::new(copy);
        made.push(Arc::clone(&copy));
        edits.insert(key, Edit::InsertCard { place, card: copy });
    }
    let mut edits: Vec<Edit> = edits.into_values().rev().collect();
    edits.extend(join(map, &made));
    let edit = one(edits)?;
    Some(Change::new(edit, Selection { cards: selected, ..Selection::at(cursor) }))
}

fn duplicate_lane(map: &JourneyMap, id: LaneId, ids: &mut IdSource) -> Option<Change> {
    let at = map.lanes.iter().position(|lane| lane.id == id)?;
    let lane = Lane { id: ids.fresh(), locked: false, ..(**map.lanes.get(at)?).clone() };
    let new = lane.id;
    let mut edits = vec![Edit::InsertLane { at: at + 1, lane: Arc::new(lane) }];
    let cards: Vec<(StepId, &Arc<Card>)> =
        map.cards().filter(|(_, card)| card.lane == id).map(|(step, card)| (step.id, card)).collect();
    let copies: HashMap<CardId, CardId> = cards.iter().map(|(_, card)| (card.id, ids.fresh())).collect();
    let mut filled: BTreeMap<StepId, usize> = BTreeMap::new();
    let mut made = Vec::new();
    for (step, card) in cards {
        let at = filled.entry(step).or_default();
        let place = Place::Cell { step, lane: new, at: *at };
        *at += 1;
        if let Some(copy) = copy_card(card, &copies).map(Arc::new) {
            made.push(Arc::clone(&copy));
            edits.push(Edit::InsertCard { place, card: copy });
        }
    }
    edits.extend(join(map, &made));
    Some(Change::at(Edit::All(edits), Cursor::Lane(new)))
}

/// Edits that let new cards name each other. A card that enters the map can only name what is there already, so these follow
/// once all are.
pub(super) fn join(map: &JourneyMap, made: &[Arc<Card>]) -> Vec<Edit> {
    let new: BTreeMap<CardId, ContentKind> = made.iter().map(|card| (card.id, card.content.kind())).collect();
    let old: HashMap<CardId, ContentKind> =
        map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| (card.id, card.content.kind())).collect();
    let kind = |id: CardId| new.get(&id).or_else(|| old.get(&id)).copied();
    let mut edits = Vec::new();
    for card in made {
        if card.links.iter().any(|link| new.contains_key(&link.to)) {
            let links = card.links.iter().filter(|link| kind(link.to).is_some()).cloned().collect();
            edits.push(Edit::SetCard(card.id, CardChange::Links(links)));
        }
        if let Content::Opportunity(opportunity) = &card.content
            && opportunity.answers.iter().any(|id| new.contains_key(id))
        {
            let mut opportunity = opportunity.clone();
            opportunity.answers.retain(|id| kind(*id) == Some(ContentKind::PainPoint));
            edits.push(Edit::SetCard(card.id, CardChange::Content(Content::Opportunity(opportunity))));
        }
        if let Content::Touchpoint(touchpoint) = &card.content
            && touchpoint.said_first.is_some_and(|first| first != card.id && new.contains_key(&first))
            && touchpoint.said_first.and_then(kind) == Some(ContentKind::Touchpoint)
        {
            edits.push(Edit::SetCard(card.id, CardChange::Content(card.content.clone())));
        }
    }
    edits
}
