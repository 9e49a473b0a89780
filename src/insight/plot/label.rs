//! What a painter is to say at some place of a plot, without the words of a language. Must not know languages.

use jiff::civil::Date;

use super::Scale;
use crate::model::{
    Card, Channel, Content, ContentKind, JourneyMap, Lane, LaneKind, OpportunityState, Persona, Stage, Step, Unit,
};

/// What a painter is to say at some place.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// Words of the map.
    Own(String),
    /// One of the fixed words.
    Word(Word),
    /// A figure.
    Figure(f64, Scale),
    /// A range of figures.
    Range(f64, f64, Scale),
    /// A figure of a metric, in its unit.
    Quantity(f64, Unit),
    /// A place in a ranking, from 1.
    Rank(usize),
    /// The number of something, from 1: a step's, or one that a list explains. It ranks nothing.
    Number(usize),
    /// A channel of the catalogue.
    Channel(Channel),
    /// A card that says nothing.
    Untitled(ContentKind),
    /// The usual name of a lane.
    LaneKind(LaneKind),
    /// How far an opportunity has come.
    State(OpportunityState),
    /// A day.
    Day(Date),
    /// A competitor's name.
    Competitor(String),
    /// Whose it is, and what.
    Of(Box<Self>, Box<Self>),
    /// How a figure came about, with its inputs.
    Worked(Worked),
}

/// Words that say the same in every map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is what it is called, and the message files say it in words")]
pub enum Word {
    Active,
    Affected,
    After,
    Answers,
    AsIs,
    BandHigh,
    BandLow,
    Baseline,
    Basis,
    Before,
    Better,
    BigBet,
    Cards,
    CarriedOver,
    Change,
    Channel,
    Channels,
    Consistency,
    Coverage,
    Customers,
    Deviation,
    Effort,
    End,
    Expected,
    ExpectedTouchpoints,
    FillIn,
    From,
    Gap,
    Highest,
    HighestPriority,
    Hypothesis,
    Impact,
    Importance,
    InUse,
    KeptHigh,
    KeptLow,
    Lane,
    Loss,
    LostHere,
    Lowest,
    Mark,
    MeanScore,
    Measured95,
    Met,
    Metric,
    Missing,
    MomentOfTruth,
    MostAtMost,
    NoEvidence,
    Nobody,
    NotMet,
    Number,
    Observed,
    Open,
    OpenOpportunities,
    Opportunity,
    OpportunityScore,
    Owner,
    PainPoint,
    PainPoints,
    Peak,
    PeakEnd,
    Persona,
    Priority,
    QuickWin,
    Rank,
    Reached,
    Redundant,
    Repeats,
    RunningShare,
    Satisfaction,
    Score,
    ScoreAxis,
    Scored,
    Settled,
    Severity,
    Slump,
    Spread,
    Stage,
    Stale,
    Start,
    State,
    Statements,
    Step,
    Steps,
    Switches,
    Target,
    TheTo,
    ThinkTwice,
    Time,
    ToBe,
    Total,
    Touchpoint,
    Touchpoints,
    Underserved,
    Unnamed,
    UnnamedStage,
    UnnamedStep,
    Validated,
    Valley,
    Value,
    Waiting,
    WithEvidence,
    Worse,
    Yes,
}

/// How a figure came about: its formula with the figures that went into it.
#[derive(Debug, Clone, PartialEq)]
pub enum Worked {
    /// A score.
    Score {
        /// −2…+2.
        value: f64,
        /// How many answers; none: believed.
        n: Option<u32>,
        /// 95% confidence interval of the mean.
        band: Option<(f64, f64)>,
        /// Supported by evidence.
        validated: bool,
    },
    /// Peak-end.
    PeakEnd {
        /// The score farthest from zero.
        peak: f64,
        /// The last score.
        end: f64,
        /// Their mean.
        value: f64,
    },
    /// The difference of two scores.
    Difference {
        /// Today.
        as_is: f64,
        /// Designed.
        to_be: f64,
    },
    /// The priority of a pain point.
    Priority {
        /// 1…5.
        severity: u8,
        /// 0…1.
        share: f64,
        /// At a moment of truth.
        doubled: bool,
        /// 0…10.
        value: f64,
    },
    /// Ulwick's score.
    Opportunity {
        /// 0…10.
        importance: f64,
        /// 0…10.
        satisfaction: f64,
        /// 0…20.
        value: f64,
    },
    /// Who is kept after a step.
    Kept {
        /// The share to whom this step is a bad experience; none where it isn't known.
        bad: Option<f64>,
        /// It was measured, and not taken from the table.
        measured: bool,
    },
    /// The rates by which customers leave.
    Rates {
        /// After one bad experience.
        first: f64,
        /// After two or three.
        second: f64,
        /// Who found that out.
        source: String,
    },
    /// The score of a channel.
    Channel {
        /// How many scores.
        n: usize,
        /// Their mean.
        mean: f64,
        /// The least and the greatest.
        range: (f64, f64),
    },
    /// How alike the channels of a step feel.
    Consistency {
        /// How many channels.
        channels: usize,
        /// Their standard deviation.
        deviation: f64,
        /// 1 − deviation/2.
        value: f64,
    },
    /// The share of switches that carry the customer's matter over.
    CarryOver {
        /// How many switches.
        switches: usize,
        /// After how many the customer repeats.
        repeats: usize,
        /// 1 − repeats/switches.
        value: f64,
    },
    /// Touchpoints against those expected.
    Touchpoints {
        /// How many are in use.
        observed: u32,
        /// How many there should be.
        expected: u32,
    },
    /// How far a metric has come from its baseline to its target.
    Reached {
        /// Where it was.
        baseline: f64,
        /// Where it is.
        value: f64,
        /// Where it should be.
        target: f64,
        /// The way that is done, 1 at the target.
        share: f64,
    },
    /// A part of a whole.
    Part {
        /// How many.
        part: usize,
        /// Of how many.
        whole: usize,
    },
    /// A sum of minutes.
    Minutes {
        /// Busy.
        active: u32,
        /// Waiting.
        waiting: u32,
    },
}

impl Label {
    /// Words of the map, or what stands for them where there are none.
    fn own_or(text: &str, word: Word) -> Self {
        if text.trim().is_empty() { Self::Word(word) } else { Self::Own(text.trim().to_owned()) }
    }

    /// What a step is called.
    pub(super) fn step(step: &Step) -> Self {
        Self::own_or(&step.name, Word::UnnamedStep)
    }

    /// What a stage is called.
    pub(super) fn stage(stage: &Stage) -> Self {
        Self::own_or(&stage.name, Word::UnnamedStage)
    }

    /// What a persona is called.
    pub(super) fn persona(persona: &Persona) -> Self {
        Self::own_or(&persona.name, Word::Unnamed)
    }

    /// What a lane is called.
    pub(super) fn lane(lane: &Lane) -> Self {
        if lane.name.trim().is_empty() { Self::LaneKind(lane.kind) } else { Self::Own(lane.name.clone()) }
    }

    /// What a channel is called.
    pub(super) fn channel(map: &JourneyMap, channel: Channel) -> Self {
        match channel {
            Channel::Own(id) => Self::own_or(map.own_channel(id).map_or("", |own| &own.name), Word::Unnamed),
            _ => Self::Channel(channel),
        }
    }

    /// What a card says, or what stands for it while it says nothing.
    pub(super) fn card(map: &JourneyMap, card: &Card) -> Self {
        if !card.text.trim().is_empty() {
            return Self::Own(card.text.trim().to_owned());
        }
        match &card.content {
            Content::Touchpoint(touchpoint) if touchpoint.channel.is_some() => {
                touchpoint.channel.map_or(Self::Word(Word::Unnamed), |channel| Self::channel(map, channel))
            }
            content => Self::Untitled(content.kind()),
        }
    }
}
