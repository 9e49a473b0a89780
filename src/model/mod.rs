//! What a journey map is: plain data, and the rules that every map keeps.
//!
//! Must not know how a map is changed ([`crate::edit`]), kept ([`crate::file`]), drawn or computed with.

mod address;
mod card;
mod channel;
pub mod check;
mod conflict;
mod evidence;
mod excerpt;
mod id;
mod journey_table;
mod known_metric;
mod lane;
mod look;
mod metric;
mod persona;
mod reply;
mod score;
mod stage;
mod strict;
mod survey;
pub mod value;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use address::Address;
pub use card::{
    Card, Content, ContentKind, Grade, Image, Importance, Link, Opportunity, OpportunityState, PainPoint, Service,
    Share, Touchpoint, TouchpointState,
};
pub use channel::{Channel, ChannelKind, OwnChannel};
pub use conflict::{CardPlace, Choice, Conflict, Disputed};
pub use evidence::{Evidence, EvidenceKind, Fact, LossRates};
pub use excerpt::{Excerpt, ExcerptRow, ExcerptShape, Mention, MentionKind};
pub use id::{Id, IdError, IdSource};
pub use journey_table::{ColumnPart, FeelingScale, Matched, RowPart, TableForm, TableMapping};
pub use known_metric::KnownMetric;
pub use lane::{Lane, LaneKind};
pub use look::{Brand, CardStyle, Density, Look, Rgb, RgbError, TextSize, Theme};
pub use metric::{BusinessModel, BusinessStage, Direction, Metric, NamedMetric, Unit};
pub use persona::{Field, Persona, Role, Segment};
pub use reply::Reply;
pub use score::{Emotion, Measured, RangeError, Score, ScoreState};
pub use stage::{Branch, Phase, PhaseNames, Risk, Stage, Step};
pub use strict::StrictError;
pub(crate) use strict::unique;
pub use survey::{
    AnswerScale, AnswerTest, BadSoFar, ColumnUse, Encoding, Exclusion, LabelScore, Named, Quoting, RespondentGroup,
    Respondents, Survey, SurveyFigure, SurveyMapping, SurveyTarget, TableShape,
};

/// Identity of a [`Persona`].
pub type PersonaId = Id<Persona>;
/// Identity of a [`Segment`].
pub type SegmentId = Id<Segment>;
/// Identity of a [`Stage`].
pub type StageId = Id<Stage>;
/// Identity of a [`Step`].
pub type StepId = Id<Step>;
/// Identity of a [`Lane`].
pub type LaneId = Id<Lane>;
/// Identity of a [`Card`].
pub type CardId = Id<Card>;
/// Identity of an [`OwnChannel`].
pub type ChannelId = Id<OwnChannel>;
/// Identity of an [`Evidence`].
pub type EvidenceId = Id<Evidence>;
/// Identity of a [`Reply`].
pub type ReplyId = Id<Reply>;

/// Whether a field can be left out of the file.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A language that words can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Vietnamese.
    Vi,
}

impl Language {
    /// All languages, in the order of the interface.
    pub const ALL: [Self; 2] = [Self::En, Self::Vi];

    /// The code of BCP 47.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Vi => "vi",
        }
    }
}

/// Whether the map shows the journey today or the one designed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum MapState {
    /// Today.
    #[default]
    AsIs,
    /// Designed.
    ToBe,
}

/// A map that this one leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapLink {
    /// What it is called here.
    pub name: String,
    /// The file, relative to this map's folder.
    pub file: String,
}

/// One kind of customer on one path, in a scenario.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JourneyMap {
    /// What the map is called.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// Who wants what, under which circumstances.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scenario: String,
    /// The language of the map's own words (lane names, legends).
    #[serde(default, skip_serializing_if = "is_default")]
    pub language: Language,
    /// Today's journey or the designed one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: MapState,
    /// The day that the map speaks of.
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// How the business earns.
    #[serde(default, skip_serializing_if = "is_default")]
    pub business_model: Option<BusinessModel>,
    /// How old the business is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub business_stage: Option<BusinessStage>,
    /// The one metric that matters.
    #[serde(default, skip_serializing_if = "is_default")]
    pub omtm: Option<NamedMetric>,
    /// Metrics of the whole map.
    #[serde(default, skip_serializing_if = "is_default")]
    pub metrics: Vec<NamedMetric>,
    /// Own names of the phases.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phases: PhaseNames,
    /// How the map looks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub look: Look,
    /// Notes of the team.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
    /// The groups behind the personas.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segments: Vec<Segment>,
    /// Who makes the journey.
    #[serde(default, skip_serializing_if = "is_default")]
    pub personas: Vec<Arc<Persona>>,
    /// Channels besides the catalogue's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channels: Vec<OwnChannel>,
    /// Where statements come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Vec<Evidence>,
    /// Published figures to quote.
    #[serde(default, skip_serializing_if = "is_default")]
    pub facts: Vec<Fact>,
    /// How many customers bad experiences cost.
    #[serde(default, skip_serializing_if = "is_default")]
    pub loss_rates: LossRates,
    /// The names of the rules of the linter that don't speak on this map; names that nobody knows do no harm.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rules_off: Vec<String>,
    /// Maps that this one leads to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub maps: Vec<MapLink>,
    /// The rows.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lanes: Vec<Arc<Lane>>,
    /// The columns.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stages: Vec<Arc<Stage>>,
    /// Cards without a place yet.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tray: Vec<Arc<Card>>,
    /// What readers of the page answered.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub replies: BTreeMap<ReplyId, Reply>,
    /// What a merge couldn't decide.
    #[serde(default, skip_serializing_if = "is_default")]
    pub conflicts: Vec<Conflict>,
}

impl JourneyMap {
    /// All steps in order, each with its stage.
    pub fn steps(&self) -> impl Iterator<Item = (&Arc<Stage>, &Arc<Step>)> {
        self.stages.iter().flat_map(|stage| stage.steps.iter().map(move |step| (stage, step)))
    }

    /// All cards that lie at a step, in map order: by step, then by their order within it.
    pub fn cards(&self) -> impl Iterator<Item = (&Arc<Step>, &Arc<Card>)> {
        self.steps().flat_map(|(_, step)| step.cards.iter().map(move |card| (step, card)))
    }

    /// The stage with this id.
    pub fn stage(&self, id: StageId) -> Option<&Arc<Stage>> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The step with this id.
    pub fn step(&self, id: StepId) -> Option<&Arc<Step>> {
        self.steps().map(|(_, step)| step).find(|step| step.id == id)
    }

    /// The lane with this id.
    pub fn lane(&self, id: LaneId) -> Option<&Arc<Lane>> {
        self.lanes.iter().find(|lane| lane.id == id)
    }

    /// The persona with this id.
    pub fn persona(&self, id: PersonaId) -> Option<&Arc<Persona>> {
        self.personas.iter().find(|persona| persona.id == id)
    }

    /// The card with this id, wherever it lies; without a step it lies in the tray.
    pub fn card(&self, id: CardId) -> Option<(Option<&Arc<Step>>, &Arc<Card>)> {
        self.cards()
            .map(|(step, card)| (Some(step), card))
            .chain(self.tray.iter().map(|card| (None, card)))
            .find(|(_, card)| card.id == id)
    }

    /// The own channel with this id.
    pub fn own_channel(&self, id: ChannelId) -> Option<&OwnChannel> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    /// The name of a channel's icon: an own one may have one of its own.
    pub fn channel_icon(&self, channel: Channel) -> &str {
        let own = match channel {
            Channel::Own(id) => self.own_channel(id).map(|own| own.icon.as_str()).filter(|icon| !icon.is_empty()),
            _ => None,
        };
        own.unwrap_or_else(|| channel.icon())
    }
}
