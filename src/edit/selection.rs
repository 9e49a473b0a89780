//! What is selected in a map: kept beside each map of the history, so that undo brings it back too.

use std::collections::HashSet;

use crate::model::{CardId, JourneyMap, LaneId, PersonaId, Phase, StageId, StepId};

/// Where the cursor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cursor {
    /// The map's title.
    Title,
    /// The scenario.
    Scenario,
    /// The one metric that matters.
    Omtm,
    /// A persona in the title block.
    Persona(PersonaId),
    /// A phase's heading.
    Phase(Phase),
    /// A stage's heading.
    Stage(StageId),
    /// A step's heading.
    Step(StepId),
    /// A lane's name.
    Lane(LaneId),
    /// An arrow from a card to another one.
    Link {
        /// Where it begins.
        from: CardId,
        /// The card it points to.
        to: CardId,
    },
    /// Another way from one step to the next.
    Branch {
        /// Where it begins.
        from: StepId,
        /// The step where it leads.
        to: StepId,
    },
    /// A cell; in an emotion lane that of one persona.
    Cell {
        /// Which row.
        lane: LaneId,
        /// Which column.
        step: StepId,
        /// Whose row, in an emotion lane.
        persona: Option<PersonaId>,
    },
}

/// What is selected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Where the cursor stands; none before anything was touched.
    pub cursor: Option<Cursor>,
    /// The other corner of a block of cells, or the other end of a row of headings; none: the cursor's alone.
    pub anchor: Option<Cursor>,
    /// Further headings of the cursor's kind, in the order of selecting.
    pub also: Vec<Cursor>,
    /// The selected cards, in the order of selecting; the last is the one that the inspector shows first.
    pub cards: Vec<CardId>,
}

impl Selection {
    /// Nothing but the cursor.
    pub const fn at(cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), anchor: None, also: Vec::new(), cards: Vec::new() }
    }

    /// One card, with the cursor in its cell.
    pub fn card(cursor: Cursor, card: CardId) -> Self {
        Self { cursor: Some(cursor), anchor: None, also: Vec::new(), cards: vec![card] }
    }

    /// What of it is there in a map.
    #[must_use]
    pub fn within(mut self, map: &JourneyMap) -> Self {
        self.cursor = self.cursor.filter(|cursor| cursor.is_in(map));
        self.anchor = self.anchor.filter(|anchor| self.cursor.is_some() && anchor.is_in(map));
        let cursor = self.cursor;
        self.also.retain(|heading| heading.is_in(map) && cursor.is_some_and(|cursor| heading.is_like(cursor)));
        if !self.cards.is_empty() {
            let wanted: HashSet<CardId> = self.cards.iter().copied().collect();
            let cards = map.cards().map(|(_, card)| card).chain(&map.tray);
            let there: HashSet<CardId> = cards.map(|card| card.id).filter(|id| wanted.contains(id)).collect();
            self.cards.retain(|id| there.contains(id));
        }
        self
    }
}

impl Cursor {
    /// Whether both stand on a thing of the same kind.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Whether what it stands in is there in a map.
    pub fn is_in(self, map: &JourneyMap) -> bool {
        match self {
            Self::Title | Self::Scenario | Self::Omtm | Self::Phase(_) => true,
            Self::Persona(id) => map.persona(id).is_some(),
            Self::Stage(id) => map.stage(id).is_some(),
            Self::Step(id) => map.step(id).is_some(),
            Self::Lane(id) => map.lane(id).is_some(),
            Self::Link { from, to } => {
                map.card(from).is_some_and(|(_, card)| card.links.iter().any(|link| link.to == to))
            }
            Self::Branch { from, to } => {
                map.step(from).is_some_and(|step| step.branches.iter().any(|branch| branch.to == to))
            }
            Self::Cell { lane, step, persona } => {
                map.lane(lane).is_some()
                    && map.step(step).is_some()
                    && persona.is_none_or(|persona| map.persona(persona).is_some())
            }
        }
    }
}
