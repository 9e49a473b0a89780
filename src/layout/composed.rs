//! What was composed for the picture before: the next picture of nearly the same map shares the cards that look the same.
//! Must not know what a card looks like.
//!
//! A picture made with it is the one made without it; a test holds that.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use kurbo::{Rect, Size, Vec2};

use super::Options;
use super::cards::{Around, card_block};
use super::pen::{Block, Pen};
use super::theme::PhaseColors;
use crate::model::{Card, CardId, Content, JourneyMap, LaneKind, Language, Look, OwnChannel, Persona, Theme};
use crate::scene::{Color, Group, Item, Role, Target, kurbo};

/// What was composed before.
#[derive(Default)]
pub struct Composed {
    map_wide: Option<MapWide>,
    cards: HashMap<CardId, ComposedCard, BuildHasherDefault<IdHasher>>,
    turn: u64,
}

impl std::fmt::Debug for Composed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Composed({} cards)", self.cards.len())
    }
}

/// What every card is drawn with.
#[derive(PartialEq)]
struct MapWide {
    theme: Theme,
    all: bool,
    words: Language,
    look: Look,
    personas: Vec<Arc<Persona>>,
    channels: Vec<OwnChannel>,
}

/// What one card is drawn with besides that and itself.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Inputs {
    kind: LaneKind,
    width: f64,
    phase: PhaseColors,
    quiet: Color,
    rank: Option<usize>,
}

struct ComposedCard {
    card: Arc<Card>,
    inputs: Inputs,
    block: Block,
    spoken: String,
    /// The card at its place, and the words for that place.
    placed: Option<(Arc<Group>, String, String)>,
    turn: u64,
}

impl Composed {
    /// Begins a picture.
    pub(super) fn begin(&mut self, map: &JourneyMap, options: &Options<'_>) {
        let map_wide = MapWide {
            theme: options.theme,
            all: options.all,
            words: options.words.language(),
            look: map.look.clone(),
            personas: map.personas.clone(),
            channels: map.channels.clone(),
        };
        if self.map_wide.as_ref() != Some(&map_wide) {
            self.cards.clear();
            self.map_wide = Some(map_wide);
        }
        self.turn += 1;
    }

    /// Ends a picture: what wasn't in it is forgotten.
    pub(super) fn end(&mut self, map: &JourneyMap) {
        let cards: usize = map.steps().map(|(_, step)| step.cards.len()).sum();
        if self.cards.len() > cards {
            let turn = self.turn;
            self.cards.retain(|_, before| before.turn == turn);
        }
    }

    /// Composes a card for a column of this width, or finds it composed. How large it is.
    pub(super) fn compose(&mut self, pen: &mut Pen<'_>, around: &Around<'_>, card: &Arc<Card>, width: f64) -> Size {
        let rank = match card.content {
            Content::PainPoint(_) => around.figures.rank(card.id),
            _ => None,
        };
        let inputs = Inputs { kind: around.kind, width, phase: around.phase, quiet: around.quiet, rank };
        // The file of a picture may change beside the map.
        let fixed = !matches!(card.content, Content::Image(_));
        if fixed
            && let Some(before) = self.cards.get_mut(&card.id)
            && Arc::ptr_eq(&before.card, card)
            && before.inputs == inputs
        {
            before.turn = self.turn;
            return before.block.size;
        }
        let laid = card_block(pen, around, card, width);
        let size = laid.block.size;
        let composed = ComposedCard {
            card: Arc::clone(card),
            inputs,
            block: laid.block,
            spoken: laid.spoken,
            placed: None,
            turn: self.turn,
        };
        self.cards.insert(card.id, composed);
        size
    }

    /// A composed card at its place, named after its lane and its step.
    pub(super) fn put(&mut self, id: CardId, rect: Rect, lane: &str, step: &str) -> Option<Item> {
        let before = self.cards.get_mut(&id)?;
        if let Some((group, in_lane, at_step)) = &before.placed
            && group.rect == rect
            && in_lane == lane
            && at_step == step
        {
            return Some(Item::Group(Arc::clone(group)));
        }
        let mut items = before.block.items.clone();
        for item in &mut items {
            item.translate(Vec2::new(rect.x0, rect.y0));
        }
        let name = format!("{lane}, {step}: {}", before.spoken);
        let group = Arc::new(Group { target: Some(Target::Card(id)), role: Role::Card, name, rect, items });
        before.placed = Some((Arc::clone(&group), lane.to_owned(), step.to_owned()));
        Some(Item::Group(group))
    }
}

/// Ids are random already.
#[derive(Default)]
struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        // Tables look at the highest bits, and an id has forty.
        self.0 = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}
