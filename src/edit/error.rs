//! Why an edit can't be done.

use crate::model::check::{Fault, Figure, Thing};
use crate::model::{CardId, ChannelId, ContentKind, LaneId, StageId, StepId};

/// Why an edit can't be done. The map stays as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum EditError {
    /// The map is open to be read only.
    #[error("the map is read-only")]
    ReadOnly,
    /// What the edit names is not there.
    #[error("there is no {0}")]
    Missing(Thing),
    /// What should be added has an id that is used already.
    #[error("there already is a {0}")]
    Taken(Thing),
    /// There is no such place.
    #[error("there is no place {at}, only 0 to {count}")]
    NoPlace {
        /// The place asked for.
        at: usize,
        /// The last place there is.
        count: usize,
    },
    /// The lane is locked.
    #[error("lane {0} is locked")]
    Locked(LaneId),
    /// The lane's kind has no cards.
    #[error("lane {0} has no cards")]
    LaneWithoutCards(LaneId),
    /// The lane still holds cards, and the wanted kind has none.
    #[error("lane {0} holds cards")]
    LaneHoldsCards(LaneId),
    /// A card's content has to be of its lane's kind.
    #[error("card {card} holds {expected:?}, not {found:?}")]
    WrongContent {
        /// The card.
        card: CardId,
        /// What it holds.
        expected: ContentKind,
        /// What it should have held.
        found: ContentKind,
    },
    /// The span would end before the card's own step.
    #[error("card {card} begins after step {until}")]
    SpanBeforeStart {
        /// The card.
        card: CardId,
        /// Where it should have ended.
        until: StepId,
    },
    /// A card in the tray has no span.
    #[error("card {0} lies in the tray")]
    InTray(CardId),
    /// Only pain points can be answered.
    #[error("card {0} is no pain point")]
    NotPainPoint(CardId),
    /// Something was said first at a touchpoint, and at another one.
    #[error("card {0} is no other touchpoint")]
    NotTouchpoint(CardId),
    /// Phases stay together and in order.
    #[error("the phase of stage {0} would be out of order")]
    PhaseOrder(StageId),
    /// A touchpoint still uses the channel.
    #[error("channel {0} is used")]
    ChannelUsed(ChannelId),
    /// A score that says it is known, with neither a belief nor a measurement.
    #[error("a score needs a belief or a measurement")]
    EmptyScore,
    /// A measurement with an impossible figure.
    #[error("a measurement can't have this figure: {0:?}")]
    Measured(Figure),
    /// A figure that is infinite or no number.
    #[error("a figure has to be a finite number")]
    NotFinite,
    /// Not 0 ≤ first ≤ second ≤ 1.
    #[error("loss rates go from 0 to 1, and the second is at least the first")]
    LossRates,
    /// A file name that leads out of the folder of images.
    #[error("{0:?} is no file name")]
    FileName(String),
    /// The conflict was settled already.
    #[error("there is no such conflict")]
    NoConflict,
    /// A value of a conflict has no place in what it is about.
    #[error("this value has no place there")]
    Misfit,
    /// The map would break a rule.
    #[error("the map would be invalid")]
    Invalid(Box<Fault>),
}
