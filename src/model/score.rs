//! How a customer feels at a step: what was believed, what was measured, what was expected.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::strict::{finite, finite_or_none};
use super::{EvidenceId, is_default};

/// An emotion score set by hand, −2.00 (very bad) … +2.00 (very good), kept in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Emotion(i16);

/// Why a number is no emotion score or share.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("a number from {low} to {high} is needed here, found {found}")]
pub struct RangeError {
    /// The least allowed.
    pub low: f64,
    /// The greatest allowed.
    pub high: f64,
    /// What was found.
    pub found: f64,
}

impl Emotion {
    /// −2, very bad.
    pub const WORST: Self = Self(-200);
    /// +2, very good.
    pub const BEST: Self = Self(200);

    /// The score nearest to `value`.
    ///
    /// # Errors
    /// When it is no number or outside −2…+2.
    pub fn new(value: f64) -> Result<Self, RangeError> {
        if (-2.0..=2.0).contains(&value) {
            Ok(Self((value * 100.0).round() as i16))
        } else {
            Err(RangeError { low: -2.0, high: 2.0, found: value })
        }
    }

    /// The score nearest to `value`, brought inside −2…+2; 0 for what is no number.
    pub fn clamped(value: f64) -> Self {
        Self((value * 100.0).round().clamp(-200.0, 200.0) as i16)
    }

    /// The score as a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Serialize for Emotion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}
impl<'de> Deserialize<'de> for Emotion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// What a survey says of a step. Its figures are worked out from these four, never from rounded ones.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// How many answers were counted; at least 1.
    pub n: u32,
    /// Mean of the answers on −2…+2.
    #[serde(deserialize_with = "finite")]
    pub mean: f64,
    /// Standard deviation of the answers (sample, n − 1); none for a single answer.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "finite_or_none")]
    pub sd: Option<f64>,
    /// Share of answers at or below −1.5, 0…1.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "finite_or_none")]
    pub bad: Option<f64>,
    /// How many answers of one weight say as much, (Σw)²/Σw² (Kish, Survey Sampling, 1965); none: they all weigh the same.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "finite_or_none")]
    pub effective: Option<f64>,
    /// Where the answers come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Option<EvidenceId>,
}

impl Measured {
    /// How many answers it is as good as: what a band is worked out from.
    pub fn weight(&self) -> f64 {
        self.effective.unwrap_or_else(|| f64::from(self.n))
    }
}

/// What is known of a persona's feeling at a step.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ScoreState {
    /// Nobody knows yet. This is not 0.
    #[default]
    Unknown,
    /// The persona takes no part in this step. This is not 0 either.
    NotInvolved,
    /// At least one of `believed` and `measured` is there.
    Scored {
        /// What the team believes.
        #[serde(default, skip_serializing_if = "is_default")]
        believed: Option<Emotion>,
        /// What customers answered.
        #[serde(default, skip_serializing_if = "is_default")]
        measured: Option<Measured>,
        /// Supported by evidence; else it is a hypothesis.
        #[serde(default, skip_serializing_if = "is_default")]
        validated: bool,
    },
}

/// A persona's score at a step.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// What is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: ScoreState,
    /// What the customer expected, or the company intended.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expected: Option<Emotion>,
}

impl Score {
    /// A hypothesis of the team.
    pub const fn believed(emotion: Emotion) -> Self {
        Self { state: ScoreState::Scored { believed: Some(emotion), measured: None, validated: false }, expected: None }
    }

    /// The shown value: the measured one, else the believed one.
    pub fn shown(&self) -> Option<f64> {
        match self.state {
            ScoreState::Scored { measured: Some(measured), .. } => Some(measured.mean),
            ScoreState::Scored { believed, .. } => believed.map(Emotion::value),
            ScoreState::Unknown | ScoreState::NotInvolved => None,
        }
    }

    /// What customers answered, if they did.
    pub const fn measured(&self) -> Option<&Measured> {
        match &self.state {
            ScoreState::Scored { measured, .. } => measured.as_ref(),
            ScoreState::Unknown | ScoreState::NotInvolved => None,
        }
    }

    /// Whether the score is supported by evidence.
    pub const fn validated(&self) -> bool {
        matches!(self.state, ScoreState::Scored { validated: true, .. })
    }
}
