//! What readers of a page answered: kept beside what the team believes and what customers said, and never mixed with it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::strict::unique;
use super::{CardId, Emotion, StepId, is_default};

/// One reader's reply. What it names may be gone from the map: what was said stays said, and is shown where its thing is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Counts the states of one reply: a later one takes the place of an earlier one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revision: u32,
    /// Who answered; may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// When it was saved, by the reader's clock.
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// What was said to steps.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub steps: BTreeMap<StepId, String>,
    /// What was said to cards.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub cards: BTreeMap<CardId, String>,
    /// How the reader feels at steps.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub scores: BTreeMap<StepId, Emotion>,
    /// Cards that the reader votes for, each once.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: Vec<CardId>,
}

impl Reply {
    /// How much it says: comments, scores and votes.
    pub fn count(&self) -> usize {
        self.steps.len() + self.cards.len() + self.scores.len() + self.votes.len()
    }
}
