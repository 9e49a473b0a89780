//! A part of a map on its way: to another place of the map, to another map, to another window. Must not know clipboards.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CardId, JourneyMap, LaneId, PersonaId, is_default};

/// A row of an excerpt's block: a lane, or one persona's row of an emotion lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExcerptRow {
    /// Which lane.
    pub lane: LaneId,
    /// Whose row, in an emotion lane.
    #[serde(default, skip_serializing_if = "is_default")]
    pub persona: Option<PersonaId>,
}

/// A card outside that named one of an excerpt's cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// The card outside.
    pub by: CardId,
    /// The card of the excerpt.
    pub of: CardId,
    /// As what.
    pub kind: MentionKind,
}

/// How a card names another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum MentionKind {
    /// With an arrow that says this.
    Link(String),
    /// As the pain point that it answers.
    Answer,
    /// As the touchpoint where it was said first.
    SaidFirst,
}

/// What an excerpt is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ExcerptShape {
    /// Cells: rows × steps.
    #[default]
    Block,
    /// Whole steps.
    Steps,
    /// Whole stages.
    Stages,
}

/// A part of a map, with all that it needs to be whole elsewhere.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Excerpt {
    /// What it is made of.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shape: ExcerptShape,
    /// It was cut: where it lands the cards stay who they are, and whoever named them does so again.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cut: bool,
    /// The rows of a block.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rows: Vec<ExcerptRow>,
    /// How many of the map's steps belong to it, from the first on; the others only say where spans end.
    #[serde(default, skip_serializing_if = "is_default")]
    pub columns: usize,
    /// Who named the cards that were cut.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mentions: Vec<Mention>,
    /// Pictures by the names that cards and personas have for them, as base 64.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pictures: BTreeMap<String, String>,
    /// The steps with the cards, their lanes, and the personas, evidence and channels that they name. Cards may name others
    /// that stayed behind.
    pub map: JourneyMap,
}
