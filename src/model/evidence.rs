//! Where scores and statements come from, and the figures that can only be quoted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::strict::finite;
use super::{EvidenceId, Survey, is_default};

/// What sort of evidence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the field's own, and the message files say them in words")]
pub enum EvidenceKind {
    Survey,
    TransactionFeedback,
    CallAfterPurchase,
    KioskOrPaperForm,
    WebAnalytics,
    Heatmap,
    AbTest,
    Interview,
    Observation,
    SupportFigures,
    Crm,
    PublicReview,
    CommunityPost,
    SocialListening,
    WorkshopBelief,
}

impl EvidenceKind {
    /// All kinds, in the order of the interface.
    pub const ALL: [Self; 15] = [
        Self::Survey,
        Self::TransactionFeedback,
        Self::CallAfterPurchase,
        Self::KioskOrPaperForm,
        Self::WebAnalytics,
        Self::Heatmap,
        Self::AbTest,
        Self::Interview,
        Self::Observation,
        Self::SupportFigures,
        Self::Crm,
        Self::PublicReview,
        Self::CommunityPost,
        Self::SocialListening,
        Self::WorkshopBelief,
    ];
}

/// Where something is known from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Its identity.
    pub id: EvidenceId,
    /// What sort it is.
    pub kind: EvidenceKind,
    /// What it is called.
    pub name: String,
    /// File, address or person.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// When it was gathered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub date: Option<Date>,
    /// When it should be looked at again.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review_by: Option<Date>,
    /// How many answers, visits, people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub n: Option<u32>,
    /// Notes of the team.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
    /// How its answers came in, where they did.
    #[serde(default, skip_serializing_if = "is_default")]
    pub survey: Option<Box<Survey>>,
}

impl Evidence {
    /// An entry of which nothing is known but its name: a survey, until somebody says what it is.
    pub fn new(id: EvidenceId, name: impl Into<String>) -> Self {
        Self {
            id,
            kind: EvidenceKind::Survey,
            name: name.into(),
            source: String::new(),
            date: None,
            review_by: None,
            n: None,
            notes: String::new(),
            survey: None,
        }
    }
}

/// A published figure: to be quoted, never evidence about this journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it says.
    pub text: String,
    /// The year it is from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub year: Option<i16>,
    /// Who published it.
    pub source: String,
}

/// Which share of customers leaves after one, and after two or three bad experiences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LossRates {
    /// After one, 0…1.
    #[serde(deserialize_with = "finite")]
    pub first: f64,
    /// After two or three, `first`…1.
    #[serde(deserialize_with = "finite")]
    pub second: f64,
    /// Who found that out.
    pub source: String,
}

impl Default for LossRates {
    /// PwC, "Experience is everything", 2018: 15,000 people in 12 countries.
    fn default() -> Self {
        Self { first: 1.0 / 3.0, second: 0.92, source: "PwC 2018".to_owned() }
    }
}
