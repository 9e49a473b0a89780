//! What stands in the cells of a map.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::score::RangeError;
use super::strict::unique;
use super::{CardId, Channel, Emotion, EvidenceId, LaneId, Measured, Metric, PersonaId, StepId, is_default};

/// A grade from 1 (least) to 5 (most): severity, impact, effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade(u8);

impl Grade {
    /// The grade `value`.
    ///
    /// # Errors
    /// When it is outside 1…5.
    pub fn new(value: u8) -> Result<Self, RangeError> {
        if (1..=5).contains(&value) {
            Ok(Self(value))
        } else {
            Err(RangeError { low: 1.0, high: 5.0, found: f64::from(value) })
        }
    }

    /// 1…5.
    pub const fn value(self) -> u8 {
        self.0
    }
}
impl Serialize for Grade {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}
impl<'de> Deserialize<'de> for Grade {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// How important something is to the customer, 0…10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Importance(u8);

impl Importance {
    /// The importance `value`.
    ///
    /// # Errors
    /// When it is above 10.
    pub fn new(value: u8) -> Result<Self, RangeError> {
        if value <= 10 { Ok(Self(value)) } else { Err(RangeError { low: 0.0, high: 10.0, found: f64::from(value) }) }
    }

    /// 0…10.
    pub const fn value(self) -> u8 {
        self.0
    }
}
impl Serialize for Importance {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}
impl<'de> Deserialize<'de> for Importance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// A share of all customers on this path, 0…1, kept in hundredths of a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u16);

impl Share {
    /// The share nearest to `value`.
    ///
    /// # Errors
    /// When it is no number or outside 0…1.
    pub fn new(value: f64) -> Result<Self, RangeError> {
        if (0.0..=1.0).contains(&value) {
            Ok(Self((value * 10_000.0).round() as u16))
        } else {
            Err(RangeError { low: 0.0, high: 1.0, found: value })
        }
    }

    /// 0…1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}
impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}
impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// One note in a cell, or in the tray.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its identity.
    pub id: CardId,
    /// The lane it lies in; for a card in the tray the lane it came from or is meant for.
    pub lane: LaneId,
    /// What it says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: String,
    /// Notes of the team; on the map only a mark.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
    /// The last step it spans; none: only its own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub until: Option<StepId>,
    /// The personas it concerns; empty: all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub personas: Vec<PersonaId>,
    /// The department that answers for it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: String,
    /// Arrows to other cards.
    #[serde(default, skip_serializing_if = "is_default")]
    pub links: Vec<Link>,
    /// Where the statement comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evidence: Vec<EvidenceId>,
    /// Votes of the room.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: u32,
    /// Place in the palette of card colours; none: its kind's.
    #[serde(default, skip_serializing_if = "is_default")]
    pub color: Option<u8>,
    /// What the lane's kind adds.
    #[serde(default, skip_serializing_if = "is_default")]
    pub content: Content,
}

impl Card {
    /// A card that only says something.
    pub fn new(id: CardId, lane: LaneId, text: impl Into<String>, content: Content) -> Self {
        Self {
            id,
            lane,
            text: text.into(),
            notes: String::new(),
            until: None,
            personas: Vec::new(),
            owner: String::new(),
            links: Vec::new(),
            evidence: Vec::new(),
            votes: 0,
            color: None,
            content,
        }
    }
}

/// An arrow from a card to another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The card it points to.
    pub to: CardId,
    /// What it says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
}

/// The kinds of content, without their data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContentKind {
    /// Words only.
    Text,
    /// A moment of contact.
    Touchpoint,
    /// What goes wrong.
    PainPoint,
    /// An idea.
    Opportunity,
    /// A figure.
    Metric,
    /// A picture.
    Image,
    /// Something the company does.
    Process,
}

impl ContentKind {
    /// An empty content of this kind.
    pub fn empty(self) -> Content {
        match self {
            Self::Text => Content::Text,
            Self::Touchpoint => Content::Touchpoint(Touchpoint::default()),
            Self::PainPoint => Content::PainPoint(PainPoint::default()),
            Self::Opportunity => Content::Opportunity(Opportunity::default()),
            Self::Metric => Content::Metric(Metric::default()),
            Self::Image => Content::Image(Image::default()),
            Self::Process => Content::Process,
        }
    }
}

/// What a card holds besides its text. The lane's kind says which it is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Content {
    /// Words only.
    #[default]
    Text,
    /// A moment of contact.
    Touchpoint(Touchpoint),
    /// What goes wrong.
    PainPoint(PainPoint),
    /// An idea.
    Opportunity(Opportunity),
    /// A figure.
    Metric(Metric),
    /// A picture.
    Image(Image),
    /// Something the company does.
    Process,
}

impl Content {
    /// Which kind it is.
    pub const fn kind(&self) -> ContentKind {
        match self {
            Self::Text => ContentKind::Text,
            Self::Touchpoint(_) => ContentKind::Touchpoint,
            Self::PainPoint(_) => ContentKind::PainPoint,
            Self::Opportunity(_) => ContentKind::Opportunity,
            Self::Metric(_) => ContentKind::Metric,
            Self::Image(_) => ContentKind::Image,
            Self::Process => ContentKind::Process,
        }
    }
}

/// Whether a touchpoint is there, and should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TouchpointState {
    /// It is used today.
    #[default]
    InUse,
    /// It should be there and isn't.
    Missing,
    /// It is there and shouldn't be.
    Redundant,
}

impl TouchpointState {
    /// All states, in the order of the interface.
    pub const ALL: [Self; 3] = [Self::InUse, Self::Missing, Self::Redundant];
}

/// Who serves a touchpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Service {
    /// A human being.
    Person,
    /// A machine that answers.
    Automated,
    /// The customer alone.
    SelfService,
}

impl Service {
    /// All kinds of service, in the order of the interface.
    pub const ALL: [Self; 3] = [Self::Person, Self::Automated, Self::SelfService];
}

/// One moment of contact between customer and company, through a channel. A card without text shows the channel's name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Touchpoint {
    /// Where it happens.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channel: Option<Channel>,
    /// Whether it is there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: TouchpointState,
    /// Who serves it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub service: Option<Service>,
    /// The customer is treated as a person here, not as a number.
    #[serde(default, skip_serializing_if = "is_default")]
    pub personalised: bool,
    /// The customer has to say again what was said before.
    #[serde(default, skip_serializing_if = "is_default")]
    pub repeats: bool,
    /// The touchpoint where it was said first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub said_first: Option<CardId>,
    /// How each persona feels here, where it differs from the step.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub scores: BTreeMap<PersonaId, Emotion>,
    /// What customers answered about it, beside what is believed.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "unique")]
    pub measured: BTreeMap<PersonaId, Measured>,
}

impl Touchpoint {
    /// A persona's shown score here: the measured one, else the believed one.
    pub fn shown(&self, persona: PersonaId) -> Option<f64> {
        let believed = || self.scores.get(&persona).map(|score| score.value());
        self.measured.get(&persona).map(|measured| measured.mean).or_else(believed)
    }
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PainPoint {
    /// How bad it is for those it happens to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub severity: Option<Grade>,
    /// How many of all customers on this path it happens to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub share: Option<Share>,
}

/// How far an opportunity has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum OpportunityState {
    /// Nobody has taken it up.
    #[default]
    Idea,
    /// It will be done.
    Planned,
    /// It is being done.
    InProgress,
    /// It is done.
    Done,
    /// It won't be done.
    Rejected,
}

impl OpportunityState {
    /// All states, in the order of the interface.
    pub const ALL: [Self; 5] = [Self::Idea, Self::Planned, Self::InProgress, Self::Done, Self::Rejected];

    /// Whether there is still something to do.
    pub const fn open(self) -> bool {
        !matches!(self, Self::Done | Self::Rejected)
    }
}

/// An idea that answers pain points.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opportunity {
    /// The pain points it answers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answers: Vec<CardId>,
    /// How much better it makes the journey.
    #[serde(default, skip_serializing_if = "is_default")]
    pub impact: Option<Grade>,
    /// How much work it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub effort: Option<Grade>,
    /// How important it is to the customer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub importance: Option<Importance>,
    /// When it should be done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<Date>,
    /// How far it has come.
    #[serde(default, skip_serializing_if = "is_default")]
    pub state: OpportunityState,
}

/// A picture of a storyboard.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// A file name in the map's folder of images.
    #[serde(default, skip_serializing_if = "is_default")]
    pub file: String,
    /// What the picture shows, for those who don't see it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alternative: String,
}
