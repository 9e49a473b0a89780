//! What of a map leaves: without some of its lanes, and without what is said of some of its personas; as it is seen, without
//! its hidden lanes. Must not know formats.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::edit::{Edit, apply};
use crate::model::{Card, CardId, JourneyMap, Lane, LaneId, LaneKind, PersonaId, Stage, Step};

/// What stays behind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Lanes with all that is in them.
    pub lanes: BTreeSet<LaneId>,
    /// Personas with their curves, and the cards that concern only them.
    pub personas: BTreeSet<PersonaId>,
}

impl LeftOut {
    /// The map without what stays behind; as it is where nothing of that is in it.
    pub fn of<'a>(&self, map: &'a JourneyMap) -> Cow<'a, JourneyMap> {
        let lanes = map.lanes.iter().map(|lane| lane.id).filter(|id| self.lanes.contains(id));
        let personas = map.personas.iter().map(|persona| persona.id).filter(|id| self.personas.contains(id));
        let mut edits: Vec<Edit> = lanes.map(Edit::RemoveLane).collect();
        let gone = |card: &Arc<Card>| {
            let theirs = !card.personas.is_empty() && card.personas.iter().all(|id| self.personas.contains(id));
            theirs && !self.lanes.contains(&card.lane)
        };
        let cards = map.cards().map(|(_, card)| card).chain(&map.tray).filter(|card| gone(card));
        let cards: Vec<CardId> = cards.map(|card| card.id).collect();
        if !cards.is_empty() {
            edits.push(Edit::RemoveCards(cards));
        }
        edits.extend(personas.map(Edit::RemovePersona));
        if edits.is_empty() {
            return Cow::Borrowed(map);
        }
        // Nothing of the map itself changes, so that no lock is in the way.
        let mut open = map.clone();
        for lane in open.lanes.iter_mut().filter(|lane| lane.locked) {
            *lane = Arc::new(Lane { locked: false, ..(**lane).clone() });
        }
        match apply(&open, &Edit::All(edits)) {
            Ok(mut rest) => {
                for lane in &mut rest.lanes {
                    if let Some(own) = map.lanes.iter().find(|own| own.id == lane.id) {
                        *lane = Arc::clone(own);
                    }
                }
                Cow::Owned(rest)
            }
            // Whoever looks at it sees more than was wished for, and nothing that isn't so.
            Err(_) => Cow::Borrowed(map),
        }
    }
}

/// The map as it is seen: without its hidden lanes and what is in them. Where every lane of emotions is hidden, it doesn't say
/// how anybody feels at the steps; where every lane of time is, not how long they take.
pub fn seen(map: &JourneyMap) -> Cow<'_, JourneyMap> {
    let hidden: BTreeSet<LaneId> = map.lanes.iter().filter(|lane| lane.hidden).map(|lane| lane.id).collect();
    if hidden.is_empty() {
        return Cow::Borrowed(map);
    }
    let all_hidden = |kind: LaneKind| {
        let mut of_kind = map.lanes.iter().filter(|lane| lane.kind == kind).peekable();
        of_kind.peek().is_some() && of_kind.all(|lane| lane.hidden)
    };
    let (feelings, times) = (all_hidden(LaneKind::Emotion), all_hidden(LaneKind::Time));
    let left_out = LeftOut { lanes: hidden, ..LeftOut::default() };
    let mut seen = left_out.of(map).into_owned();
    if feelings || times {
        let bare = |step: &Arc<Step>| {
            let mut step = Step::clone(step);
            if feelings {
                step.scores.clear();
            }
            if times {
                (step.active_minutes, step.waiting_minutes) = (None, None);
            }
            Arc::new(step)
        };
        for stage in &mut seen.stages {
            *stage = Arc::new(Stage { steps: stage.steps.iter().map(bare).collect(), ..Stage::clone(stage) });
        }
    }
    Cow::Owned(seen)
}
