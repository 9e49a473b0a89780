//! Figures that the business watches.

use serde::{Deserialize, Serialize};

use super::is_default;
use super::strict::finite_or_none;

/// Which way a metric gets better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
}

/// What a metric is counted in. Values are kept as people say them: 61 with `Percent` is 61%.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Unit {
    /// A plain number.
    #[default]
    Number,
    /// Parts of a hundred.
    Percent,
    /// Minutes.
    Minutes,
    /// Seconds.
    Seconds,
    /// Days.
    Days,
    /// Points of NPS and the like.
    Points,
    /// Anything else, by name: a currency, "calls".
    Other(String),
}

/// A figure with where it was, where it is and where it should be. On a card the card's text is its name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// What it is counted in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: Unit,
    /// Which way it gets better.
    #[serde(default, skip_serializing_if = "is_default")]
    pub direction: Direction,
    /// Where it was.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "finite_or_none")]
    pub baseline: Option<f64>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "finite_or_none")]
    pub value: Option<f64>,
    /// Where it should be.
    #[serde(default, skip_serializing_if = "is_default", deserialize_with = "finite_or_none")]
    pub target: Option<f64>,
}

/// A metric with a name: the one that matters, or one of the whole map.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedMetric {
    /// What it is called.
    pub name: String,
    /// Its figures.
    #[serde(default, skip_serializing_if = "is_default")]
    pub metric: Metric,
}

/// How the business earns; it decides which metrics offer themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BusinessModel {
    /// Sells goods online.
    ECommerce,
    /// Sells software as a service.
    Saas,
    /// Gives an app away.
    FreeMobileApp,
    /// Lives on readers.
    MediaSite,
    /// Lives on what its users make.
    UserGeneratedContent,
    /// Brings buyers and sellers together.
    TwoSidedMarketplace,
}

impl BusinessModel {
    /// All models, in the order of the interface.
    pub const ALL: [Self; 6] = [
        Self::ECommerce,
        Self::Saas,
        Self::FreeMobileApp,
        Self::MediaSite,
        Self::UserGeneratedContent,
        Self::TwoSidedMarketplace,
    ];
}

/// How old the business is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BusinessStage {
    /// Nobody knows it yet.
    Launch,
    /// It finds more customers.
    Growth,
    /// It earns.
    Profit,
    /// It keeps what it has.
    Maturity,
}

impl BusinessStage {
    /// All stages, in order.
    pub const ALL: [Self; 4] = [Self::Launch, Self::Growth, Self::Profit, Self::Maturity];
}
