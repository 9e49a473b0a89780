//! The rows of a map.

use serde::{Deserialize, Serialize};

use super::{ContentKind, LaneId, is_default};

/// What a lane is about; it decides what its cards are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LaneKind {
    /// What the customer does.
    Actions,
    /// What goes through the customer's mind.
    Thoughts,
    /// What the customer expects.
    Expectations,
    /// What the customer needs.
    Needs,
    /// What customers said.
    Quotes,
    /// Anything else in words.
    Text,
    /// The emotion curve, one a persona.
    Emotion,
    /// Moments of contact through a channel.
    Touchpoints,
    /// What goes wrong.
    PainPoints,
    /// Ideas that answer pain points.
    Opportunities,
    /// Figures with baseline and target.
    Metrics,
    /// A storyboard.
    Images,
    /// What the customer sees of the company.
    Frontstage,
    /// What staff does behind the line of visibility.
    Backstage,
    /// Systems and partners behind it all.
    Systems,
    /// Where statements come from.
    Evidence,
    /// Who answers for a step.
    Owners,
    /// Active and waiting time of the steps.
    Time,
    /// Computed: customers kept along the journey, an estimate.
    CustomersKept,
    /// Computed: the sum of pain priorities of each step.
    PainPriority,
}

impl LaneKind {
    /// Those that most maps have: a text that says a map doesn't name them.
    pub const USUAL: [Self; 6] =
        [Self::Actions, Self::Touchpoints, Self::Thoughts, Self::Emotion, Self::PainPoints, Self::Opportunities];

    /// All kinds, in the order of the interface.
    pub const ALL: [Self; 20] = [
        Self::Actions,
        Self::Touchpoints,
        Self::Thoughts,
        Self::Emotion,
        Self::PainPoints,
        Self::Opportunities,
        Self::Metrics,
        Self::Expectations,
        Self::Needs,
        Self::Quotes,
        Self::Text,
        Self::Images,
        Self::Frontstage,
        Self::Backstage,
        Self::Systems,
        Self::Evidence,
        Self::Owners,
        Self::Time,
        Self::CustomersKept,
        Self::PainPriority,
    ];

    /// What the cards of such a lane hold; none where the lane has no cards.
    pub const fn content(self) -> Option<ContentKind> {
        match self {
            Self::Actions
            | Self::Thoughts
            | Self::Expectations
            | Self::Needs
            | Self::Quotes
            | Self::Text
            | Self::Evidence
            | Self::Owners => Some(ContentKind::Text),
            Self::Touchpoints => Some(ContentKind::Touchpoint),
            Self::PainPoints => Some(ContentKind::PainPoint),
            Self::Opportunities => Some(ContentKind::Opportunity),
            Self::Metrics => Some(ContentKind::Metric),
            Self::Images => Some(ContentKind::Image),
            Self::Frontstage | Self::Backstage | Self::Systems => Some(ContentKind::Process),
            Self::Emotion | Self::Time | Self::CustomersKept | Self::PainPriority => None,
        }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// Its identity.
    pub id: LaneId,
    /// What it is about.
    pub kind: LaneKind,
    /// Its own name; empty shows the word for its kind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// Place in the palette of lane colours; none: plain.
    #[serde(default, skip_serializing_if = "is_default")]
    pub color: Option<u8>,
    /// Least height in map units; none: as high as its fullest cell.
    #[serde(default, skip_serializing_if = "is_default")]
    pub height: Option<u16>,
    /// Only the name is shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub collapsed: bool,
    /// Not shown at all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// Can't be changed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub locked: bool,
}

impl Lane {
    /// A lane with its kind's name.
    pub const fn new(id: LaneId, kind: LaneKind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            color: None,
            height: None,
            collapsed: false,
            hidden: false,
            locked: false,
        }
    }
}
