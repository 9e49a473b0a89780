//! Changes of cards.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::mentions::{Known, settle};
use super::normal::Clean as _;
use super::{all_cards, new_cards, put_step, unlocked, update, update_step};
use crate::edit::{CardChange, EditError, Place};
use crate::model::check::{Thing, impossible, is_file_name, is_finite};
use crate::model::{
    Card, CardId, Channel, Content, ContentKind, JourneyMap, LaneId, PersonaId, Step, StepId, Touchpoint,
};

/// Where a card lies.
#[derive(Clone, Copy)]
enum Spot {
    /// Stage, step, card.
    Step(usize, usize, usize),
    Tray(usize),
}

fn spot(map: &JourneyMap, id: CardId) -> Result<Spot, EditError> {
    let on_map = map.stages.iter().enumerate().find_map(|(s, stage)| {
        stage
            .steps
            .iter()
            .enumerate()
            .find_map(|(t, step)| step.cards.iter().position(|card| card.id == id).map(|c| Spot::Step(s, t, c)))
    });
    on_map
        .or_else(|| map.tray.iter().position(|card| card.id == id).map(Spot::Tray))
        .ok_or(EditError::Missing(Thing::Card(id)))
}

/// Changes a card in place; refused in a locked lane.
pub(super) fn update_card(
    map: &mut JourneyMap,
    id: CardId,
    change: impl FnOnce(&mut Card) -> Result<(), EditError>,
) -> Result<(), EditError> {
    match spot(map, id)? {
        Spot::Tray(place) => match map.tray.get_mut(place) {
            Some(card) => update(card, change),
            None => Ok(()),
        },
        Spot::Step(s, t, c) => {
            let Some(step) = map.stages.get(s).and_then(|stage| stage.steps.get(t)) else { return Ok(()) };
            let Some(card) = step.cards.get(c) else { return Ok(()) };
            unlocked(map, card.lane)?;
            let mut next = Arc::clone(card);
            update(&mut next, change)?;
            if !Arc::ptr_eq(card, &next) {
                let mut next_step = Arc::clone(step);
                if let Some(slot) = Arc::make_mut(&mut next_step).cards.get_mut(c) {
                    *slot = next;
                }
                put_step(map, (s, t), next_step);
            }
            Ok(())
        }
    }
}

/// A content of another kind: of one kind it stays as it is, else its data is lost.
pub(super) fn convert(content: &Content, kind: ContentKind) -> Content {
    if content.kind() == kind { content.clone() } else { kind.empty() }
}

/// A card as it can lie in a lane; its mentions are still to be settled.
pub(super) fn fitted(map: &JourneyMap, card: &Card, lane: LaneId) -> Result<Card, EditError> {
    let kind = map.lane(lane).ok_or(EditError::Missing(Thing::Lane(lane)))?.kind;
    let content = kind.content().ok_or(EditError::LaneWithoutCards(lane))?;
    let mut next = card.clone();
    next.clean();
    next.lane = lane;
    next.content = convert(&card.content, content);
    Ok(next)
}

/// Puts cards into a cell, before the one that stands at `at` of it.
pub(super) fn put_into_cell(step: &mut Step, lane: LaneId, at: usize, cards: Vec<Arc<Card>>) -> Result<(), EditError> {
    let places: Vec<usize> =
        step.cards.iter().enumerate().filter(|(_, card)| card.lane == lane).map(|(place, _)| place).collect();
    if at > places.len() {
        return Err(EditError::NoPlace { at, count: places.len() });
    }
    let after_last = || places.last().map_or(step.cards.len(), |last| last + 1);
    let place = places.get(at).copied().unwrap_or_else(after_last);
    step.cards.splice(place..place, cards);
    Ok(())
}

/// Adds a card.
pub(super) fn insert(map: &mut JourneyMap, place: Place, card: &Arc<Card>) -> Result<(), EditError> {
    new_cards(map, [card])?;
    put(map, place, card, &mut None)
}

/// Puts a card whose id is new into its place. What a card can name is worked out once, and only where it is asked.
pub(super) fn put(
    map: &mut JourneyMap,
    place: Place,
    card: &Arc<Card>,
    known: &mut Option<Known>,
) -> Result<(), EditError> {
    let lane = match place {
        Place::Cell { lane, .. } => lane,
        Place::Tray { .. } => card.lane,
    };
    let mut next = fitted(map, card, lane)?;
    let column = match place {
        Place::Cell { step, lane, .. } => {
            unlocked(map, lane)?;
            Some(column(map, step)?)
        }
        Place::Tray { .. } => None,
    };
    if column.is_none() || mentions(&next) {
        // It may mention itself only where that makes no sense, so the map without it knows enough.
        let known = known.get_or_insert_with(|| Known::new(map));
        next = known.settled(column, &next).unwrap_or(next);
    }
    let next = Arc::new(next);
    if let Some(known) = known {
        known.learn(&next);
    }
    match place {
        Place::Cell { step, lane, at } => update_step(map, step, |step| put_into_cell(step, lane, at, vec![next])),
        Place::Tray { at } => super::insert_at(&mut map.tray, at, next),
    }
}

/// Whether a card may name something else.
fn mentions(card: &Card) -> bool {
    let plain = card.until.is_none() && card.personas.is_empty() && card.links.is_empty() && card.evidence.is_empty();
    !(plain && matches!(card.content, Content::Text | Content::PainPoint(_) | Content::Process))
}

fn column(map: &JourneyMap, step: StepId) -> Result<usize, EditError> {
    map.steps().position(|(_, other)| other.id == step).ok_or(EditError::Missing(Thing::Step(step)))
}

/// Drops cards from the map and the tray; whether there were any.
pub(super) fn drop_where(map: &mut JourneyMap, gone: impl Fn(&Card) -> bool) -> bool {
    let mut dropped = false;
    for stage in &mut map.stages {
        let hit = |step: &Arc<Step>| step.cards.iter().any(|card| gone(card));
        if !stage.steps.iter().any(hit) {
            continue;
        }
        dropped = true;
        for step in Arc::make_mut(stage).steps.iter_mut().filter(|step| hit(step)) {
            Arc::make_mut(step).cards.retain(|card| !gone(card));
        }
    }
    let before = map.tray.len();
    map.tray.retain(|card| !gone(card));
    dropped || map.tray.len() < before
}

/// Removes cards, with all links and answers to them.
pub(super) fn remove(map: &mut JourneyMap, ids: &[CardId]) -> Result<(), EditError> {
    let gone: HashSet<CardId> = ids.iter().copied().collect();
    let found: HashMap<CardId, LaneId> =
        map.cards().filter(|(_, card)| gone.contains(&card.id)).map(|(_, card)| (card.id, card.lane)).collect();
    let in_tray: HashSet<CardId> = map.tray.iter().map(|card| card.id).filter(|id| gone.contains(id)).collect();
    for id in ids {
        match found.get(id) {
            Some(lane) => unlocked(map, *lane)?,
            None if in_tray.contains(id) => {}
            None => return Err(EditError::Missing(Thing::Card(*id))),
        }
    }
    if drop_where(map, |card| gone.contains(&card.id)) {
        settle(map);
    }
    Ok(())
}

/// Changes something about a card.
pub(super) fn set(map: &mut JourneyMap, id: CardId, change: &CardChange) -> Result<(), EditError> {
    let (step, card) = map.card(id).ok_or(EditError::Missing(Thing::Card(id)))?;
    match change {
        CardChange::Until(Some(until)) => {
            let own = step.ok_or(EditError::InTray(id))?.id;
            if column(map, *until)? < column(map, own)? {
                return Err(EditError::SpanBeforeStart { card: id, until: *until });
            }
        }
        CardChange::Personas(personas) => known_personas(map, personas.iter())?,
        CardChange::Links(links) => {
            let cards: HashSet<CardId> = all_cards(map).map(|card| card.id).collect();
            if let Some(link) = links.iter().find(|link| !cards.contains(&link.to)) {
                return Err(EditError::Missing(Thing::Card(link.to)));
            }
        }
        CardChange::Evidence(evidence) => {
            if let Some(id) = evidence.iter().find(|id| map.evidence.iter().all(|evidence| evidence.id != **id)) {
                return Err(EditError::Missing(Thing::Evidence(*id)));
            }
        }
        CardChange::Content(content) => sound_content(map, card, content)?,
        CardChange::Until(None) | CardChange::Votes(_) | CardChange::Color(_) => {}
    }
    let own = step.map(|step| step.id);
    update_card(map, id, |card| {
        match change {
            CardChange::Until(until) => card.until = until.filter(|until| Some(*until) != own),
            CardChange::Personas(personas) => card.personas = once(personas),
            CardChange::Links(links) => card.links.clone_from(links),
            CardChange::Evidence(evidence) => card.evidence = once(evidence),
            CardChange::Votes(votes) => card.votes = *votes,
            CardChange::Color(color) => card.color = *color,
            CardChange::Content(content) => card.content.clone_from(content),
        }
        card.clean();
        Ok(())
    })
}

/// Each thing once, where it stands first.
fn once<T: Copy + Ord>(list: &[T]) -> Vec<T> {
    let mut seen = std::collections::BTreeSet::new();
    list.iter().copied().filter(|thing| seen.insert(*thing)).collect()
}

fn known_personas<'a>(map: &JourneyMap, mut ids: impl Iterator<Item = &'a PersonaId>) -> Result<(), EditError> {
    match ids.find(|id| map.persona(**id).is_none()) {
        Some(id) => Err(EditError::Missing(Thing::Persona(*id))),
        None => Ok(()),
    }
}

/// Refuses a content that a card can't have.
fn sound_content(map: &JourneyMap, card: &Card, content: &Content) -> Result<(), EditError> {
    let (expected, found) = (card.content.kind(), content.kind());
    if expected != found {
        return Err(EditError::WrongContent { card: card.id, expected, found });
    }
    let kind = |id: CardId| map.card(id).map(|(_, card)| card.content.kind());
    match content {
        Content::Touchpoint(Touchpoint { channel, said_first, scores, measured, .. }) => {
            if let Some(Channel::Own(id)) = channel
                && map.own_channel(*id).is_none()
            {
                return Err(EditError::Missing(Thing::Channel(*id)));
            }
            if let Some(first) = said_first {
                match kind(*first) {
                    None => return Err(EditError::Missing(Thing::Card(*first))),
                    Some(ContentKind::Touchpoint) if *first != card.id => {}
                    Some(_) => return Err(EditError::NotTouchpoint(*first)),
                }
            }
            for measured in measured.values() {
                if let Some(figure) = impossible(measured) {
                    return Err(EditError::Measured(figure));
                }
                if let Some(id) = measured.evidence.filter(|id| map.evidence.iter().all(|entry| entry.id != *id)) {
                    return Err(EditError::Missing(Thing::Evidence(id)));
                }
            }
            known_personas(map, scores.keys().chain(measured.keys()))
        }
        Content::Opportunity(opportunity) => opportunity.answers.iter().try_for_each(|&id| match kind(id) {
            None => Err(EditError::Missing(Thing::Card(id))),
            Some(ContentKind::PainPoint) => Ok(()),
            Some(_) => Err(EditError::NotPainPoint(id)),
        }),
        Content::Metric(metric) if !is_finite(metric) => Err(EditError::NotFinite),
        Content::Image(image) if !is_file_name(&image.file) => Err(EditError::FileName(image.file.clone())),
        Content::Text | Content::PainPoint(_) | Content::Metric(_) | Content::Image(_) | Content::Process => Ok(()),
    }
}
