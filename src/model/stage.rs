//! The columns of a map: phases, stages and steps.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::strict::unique;
use super::{Card, PersonaId, Score, StageId, StepId, is_default};

/// One of the three parts of every journey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Before the purchase.
    PrePurchase,
    /// From advice or the cart to the payment.
    Purchase,
    /// After the payment, delivery included.
    PostPurchase,
}

impl Phase {
    /// The phases in their order.
    pub const ALL: [Self; 3] = [Self::PrePurchase, Self::Purchase, Self::PostPurchase];
}

/// A map's own names of the phases; an empty one shows the usual word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseNames {
    /// Before.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pre_purchase: String,
    /// During.
    #[serde(default, skip_serializing_if = "is_default")]
    pub purchase: String,
    /// After.
    #[serde(default, skip_serializing_if = "is_default")]
    pub post_purchase: String,
}

impl PhaseNames {
    /// The own name of a phase; may be empty.
    pub fn get(&self, phase: Phase) -> &str {
        match phase {
            Phase::PrePurchase => &self.pre_purchase,
            Phase::Purchase => &self.purchase,
            Phase::PostPurchase => &self.post_purchase,
        }
    }

    /// The own name of a phase, to be changed.
    pub fn get_mut(&mut self, phase: Phase) -> &mut String {
        match phase {
            Phase::PrePurchase => &mut self.pre_purchase,
            Phase::Purchase => &mut self.purchase,
            Phase::PostPurchase => &mut self.post_purchase,
        }
    }
}

/// A named part of the journey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its identity.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// The phase it belongs to. Phases are contiguous and in order over the stages.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phase: Option<Phase>,
    /// How many touchpoints this stage should have.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expected_touchpoints: Option<u32>,
    /// How many touchpoints customers really use here, by analytics; none: as many as are in use on the map.
    #[serde(default, skip_serializing_if = "is_default")]
    pub observed_touchpoints: Option<u32>,
    /// Notes of the team.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
    /// What the customer does, in order; may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub steps: Vec<Arc<Step>>,
}

impl Stage {
    /// An empty stage without a phase.
    pub fn new(id: StageId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            phase: None,
            expected_touchpoints: None,
            observed_touchpoints: None,
            notes: String::new(),
            steps: Vec::new(),
        }
    }
}

/// One thing that the customer does: a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its identity.
    pub id: StepId,
    /// Its name.
    pub name: String,
    /// Decides whether the customer stays.
    #[serde(default, skip_serializing_if = "is_default")]
    pub moment_of_truth: bool,
    /// What could go wrong at worst, and what is done then.
    #[serde(default, skip_serializing_if = "is_default")]
    pub risk: Option<Risk>,
    /// Minutes that the customer is busy.
    #[serde(default, skip_serializing_if = "is_default")]
    pub active_minutes: Option<u32>,
    /// Minutes that the customer waits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub waiting_minutes: Option<u32>,
    /// Where else the journey may go from here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub branches: Vec<Branch>,
    /// Width of the column in map units; none: the usual one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub width: Option<u16>,
    /// Notes of the team.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
    /// How each persona feels; a persona that is not here is unknown.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub scores: BTreeMap<PersonaId, Score>,
    /// The cards of all lanes that begin at this step, in order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cards: Vec<Arc<Card>>,
}

impl Step {
    /// A step of which only the name is known.
    pub fn new(id: StepId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            moment_of_truth: false,
            risk: None,
            active_minutes: None,
            waiting_minutes: None,
            branches: Vec::new(),
            width: None,
            notes: String::new(),
            scores: BTreeMap::new(),
            cards: Vec::new(),
        }
    }

    /// A persona's score; unknown where nothing was said.
    pub fn score(&self, persona: PersonaId) -> Score {
        self.scores.get(&persona).copied().unwrap_or_default()
    }
}

/// The worst case of a step and the answer to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// What could happen.
    pub worst_case: String,
    /// What is done then.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answer: String,
}

/// Another way from one step to the next: a loop back, a short cut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// The step where it leads.
    pub to: StepId,
    /// When it is taken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
}
