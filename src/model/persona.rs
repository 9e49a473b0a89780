//! Who makes the journey: personas, and the segments they stand for.

use serde::{Deserialize, Serialize};

use super::{PersonaId, SegmentId, is_default};

/// What part a persona has in the purchase; one may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Uses what is bought.
    User,
    /// Does the buying.
    Buyer,
    /// Pays for it.
    Payer,
    /// Decides on it.
    Decider,
    /// Is asked for advice.
    Influencer,
}

impl Role {
    /// All roles, in the order of the interface.
    pub const ALL: [Self; 5] = [Self::User, Self::Buyer, Self::Payer, Self::Decider, Self::Influencer];
}

/// One invented but researched person who stands for a group of customers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Its identity.
    pub id: PersonaId,
    /// The name on the curve's end; keep it short.
    pub name: String,
    /// A few words: age, occupation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: String,
    /// The parts this persona has.
    #[serde(default, skip_serializing_if = "is_default")]
    pub roles: Vec<Role>,
    /// A customer of a competitor, whose curve is there to compare with: it counts for none of this journey's figures.
    #[serde(default, skip_serializing_if = "is_default")]
    pub competitor: bool,
    /// What this persona wants to reach.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goal: String,
    /// What this persona says, without quotation marks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quote: String,
    /// The segment this persona stands for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub segment: Option<SegmentId>,
    /// Free fields of the profile.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fields: Vec<Field>,
    /// Place in the palette of persona colours; none: by order.
    #[serde(default, skip_serializing_if = "is_default")]
    pub color: Option<u8>,
    /// A file in the map's folder of images.
    #[serde(default, skip_serializing_if = "is_default")]
    pub portrait: String,
    /// Notes of the team.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
}

impl Persona {
    /// A persona of whom only the name is known.
    pub fn new(id: PersonaId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            description: String::new(),
            roles: Vec::new(),
            competitor: false,
            goal: String::new(),
            quote: String::new(),
            segment: None,
            fields: Vec::new(),
            color: None,
            portrait: String::new(),
            notes: String::new(),
        }
    }
}

/// A named value of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// What it is about.
    pub name: String,
    /// What is known about it.
    pub value: String,
}

/// A group of customers, known by research; not a persona.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Its identity.
    pub id: SegmentId,
    /// Its name.
    pub name: String,
    /// How many customers belong to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub size: Option<u64>,
    /// Free fields: demographics, psychographics, behaviour, geography; size, revenue, industry of companies.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fields: Vec<Field>,
}
