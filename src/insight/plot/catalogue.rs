//! Which plots there are: the one list that menus, the page of plots, the command line and the tests go over. Must not know
//! what a plot shows.

/// A plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// How each persona feels along the journey.
    Emotion,
    /// What is remembered: peak, end, valleys and slump on the curve.
    Remembered,
    /// This map against another one: today against the journey designed.
    Compared,
    /// Pain points by severity and share.
    PainPoints,
    /// Pain points by priority, with their running share.
    Priorities,
    /// Opportunities by effort and impact.
    Matrix,
    /// Opportunities by Ulwick's score.
    Opportunities,
    /// Customers kept along the journey, and lost in each stage.
    Kept,
    /// The score of each channel, with its spread.
    Channels,
    /// How alike channels feel within a step.
    Consistency,
    /// Each switch between channels, and whether the customer has to begin anew.
    CarryOver,
    /// Touchpoints of each stage against those expected.
    Touchpoints,
    /// Metrics against their targets.
    Metrics,
    /// How much of each lane stands on evidence, and how much of that is stale.
    Evidence,
    /// Active and waiting time of each step.
    Time,
    /// How much each owner has to look after.
    Load,
}

impl Kind {
    /// All plots, in the order of the interface.
    pub const ALL: [Self; 16] = [
        Self::Emotion,
        Self::Remembered,
        Self::Compared,
        Self::PainPoints,
        Self::Priorities,
        Self::Matrix,
        Self::Opportunities,
        Self::Kept,
        Self::Channels,
        Self::Consistency,
        Self::CarryOver,
        Self::Touchpoints,
        Self::Metrics,
        Self::Evidence,
        Self::Time,
        Self::Load,
    ];

    /// Its name on the command line, which is also the stem of its messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Emotion => "emotion",
            Self::Remembered => "remembered",
            Self::Compared => "compared",
            Self::PainPoints => "pain-points",
            Self::Priorities => "priorities",
            Self::Matrix => "impact-effort",
            Self::Opportunities => "opportunities",
            Self::Kept => "customers-kept",
            Self::Channels => "channels",
            Self::Consistency => "consistency",
            Self::CarryOver => "carry-over",
            Self::Touchpoints => "touchpoints",
            Self::Metrics => "metrics",
            Self::Evidence => "evidence",
            Self::Time => "time",
            Self::Load => "load",
        }
    }

    /// The plot with this name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its icon.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Emotion | Self::Remembered => "activity",
            Self::Compared => "git-branch",
            Self::PainPoints => "triangle-alert",
            Self::Priorities => "chart-column",
            Self::Matrix | Self::Opportunities => "lightbulb",
            Self::Kept => "users",
            Self::Channels | Self::Consistency | Self::Touchpoints => "smartphone",
            Self::CarryOver => "arrow-right",
            Self::Metrics => "gauge",
            Self::Evidence => "clipboard",
            Self::Time => "clock",
            Self::Load => "building",
        }
    }
}
