//! What is selected in a map: kept beside each map of the history, so that undo brings it back too.

use crate::model::{CardId, LaneId, PersonaId, Phase, StageId, StepId};

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
    /// The other corner of a block of cells; none: the cursor's cell alone.
    pub anchor: Option<Cursor>,
    /// The selected cards, in the order of selecting; the last is the one that the inspector shows first.
    pub cards: Vec<CardId>,
}

impl Selection {
    /// Nothing but the cursor.
    pub const fn at(cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), anchor: None, cards: Vec::new() }
    }

    /// One card, with the cursor in its cell.
    pub fn card(cursor: Cursor, card: CardId) -> Self {
        Self { cursor: Some(cursor), anchor: None, cards: vec![card] }
    }
}
