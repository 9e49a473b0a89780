//! What stands on either side of a change. Must not know words.

use crate::insight::band;
use crate::model::{OpportunityState, Score, ScoreState, Service, TouchpointState, Unit};

/// What is known of a feeling.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Known {
    /// Nobody knows.
    Unknown,
    /// The persona takes no part.
    NotInvolved,
    /// A score.
    Score {
        /// −2…+2.
        value: f64,
        /// How many answers stand behind it; none for a belief.
        n: Option<u32>,
        /// Its 95% confidence interval, where there is one.
        band: Option<(f64, f64)>,
    },
}

impl Known {
    pub(super) fn of(score: &Score) -> Self {
        match (score.state, score.shown()) {
            (ScoreState::NotInvolved, _) => Self::NotInvolved,
            (_, None) => Self::Unknown,
            (_, Some(value)) => {
                let measured = score.measured();
                Self::Score { value, n: measured.map(|measured| measured.n), band: measured.and_then(band) }
            }
        }
    }

    /// The score, where there is one.
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Score { value, .. } => Some(value),
            Self::Unknown | Self::NotInvolved => None,
        }
    }
}

/// One side of a change.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// It isn't there.
    Absent,
    /// Words of the map.
    Words(String),
    /// A feeling.
    Feeling(Known),
    /// A score worked out: −2…+2.
    Score(f64),
    /// Minutes.
    Minutes(u32),
    /// 0…1.
    Share(f64),
    /// 1…5, 0…10.
    Grade(u8),
    /// A figure in its unit.
    Quantity(f64, Unit),
    /// How far an opportunity has come.
    Opportunity(OpportunityState),
    /// Whether a touchpoint is there.
    Touchpoint(TouchpointState),
    /// Who serves it.
    Service(Service),
    /// Yes or no.
    Flag(bool),
    /// A place in a row of steps, from 0, and the name of the stage.
    Place(usize, String),
}

impl Figure {
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Feeling(known) => known.value(),
            Self::Score(value) | Self::Share(value) | Self::Quantity(value, _) => Some(*value),
            Self::Minutes(minutes) => Some(f64::from(*minutes)),
            Self::Grade(grade) => Some(f64::from(*grade)),
            Self::Absent
            | Self::Words(_)
            | Self::Opportunity(_)
            | Self::Touchpoint(_)
            | Self::Service(_)
            | Self::Flag(_)
            | Self::Place(..) => None,
        }
    }
}
