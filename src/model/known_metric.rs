//! Metrics that businesses watch, by how they earn: a catalogue to choose from. Must not know where it is offered, nor its
//! words.

use super::{BusinessModel, BusinessStage, Direction, Metric, Unit};

/// A metric of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownMetric {
    /// Key of its words in the message files: `metric-` and this.
    pub word: &'static str,
    /// What it is counted in.
    pub unit: Unit,
    /// Which way it gets better.
    pub direction: Direction,
    /// The businesses that watch it; none: all.
    pub models: &'static [BusinessModel],
}

impl KnownMetric {
    /// The catalogue, in the order of the interface.
    pub const CATALOGUE: &[Self] = CATALOGUE;

    /// Whether businesses that earn so watch it; without a model only what all of them watch counts.
    pub fn suits(&self, model: Option<BusinessModel>) -> bool {
        self.models.is_empty() || model.is_some_and(|model| self.models.contains(&model))
    }

    /// Whether it is what a business of this age watches first: at launch whether anybody comes, in growth how many more, then
    /// whether they pay, at last whether they stay.
    pub fn matters_at(&self, stage: BusinessStage) -> bool {
        let first: &[&str] = match stage {
            BusinessStage::Launch => {
                &["brand-awareness", "new-users", "enrolment", "downloads", "launch-rate", "visits", "content-creation"]
            }
            BusinessStage::Growth => &[
                "new-users",
                "virality",
                "acquisition-cost",
                "active-users",
                "audience",
                "engaged-visitors",
                "buyer-growth",
                "seller-growth",
                "inventory-growth",
            ],
            BusinessStage::Profit => &[
                "conversion",
                "cart-size",
                "abandonment",
                "revenue-per-customer",
                "revenue-per-user",
                "paying-users",
                "lifetime-value",
                "ad-rates",
                "conversion-funnel",
                "pricing",
            ],
            BusinessStage::Maturity => {
                &["retention", "churn", "audience-churn", "stickiness", "upselling", "nps", "time-to-resolve"]
            }
        };
        first.contains(&self.word)
    }

    /// A metric like this one, without figures.
    pub fn empty(&self) -> Metric {
        Metric { unit: self.unit.clone(), direction: self.direction, ..Metric::default() }
    }
}

macro_rules! metrics {
    ($($word:literal $unit:ident $direction:ident [$($model:ident),*];)*) => {
        const CATALOGUE: &[KnownMetric] = &[$(KnownMetric {
            word: $word,
            unit: Unit::$unit,
            direction: Direction::$direction,
            models: &[$(BusinessModel::$model),*],
        }),*];
    };
}

metrics! {
    "conversion" Percent Up [ECommerce, Saas];
    "purchases" Number Up [ECommerce];
    "cart-size" Number Up [ECommerce];
    "abandonment" Percent Down [ECommerce];
    "acquisition-cost" Number Down [ECommerce, Saas, FreeMobileApp];
    "revenue-per-customer" Number Up [ECommerce, Saas];
    "recommendation-acceptance" Percent Up [ECommerce];
    "virality" Number Up [ECommerce, UserGeneratedContent];
    "mailing-click-through" Percent Up [ECommerce];
    "enrolment" Number Up [Saas];
    "lifetime-value" Number Up [Saas, FreeMobileApp];
    "stickiness" Percent Up [Saas];
    "churn" Percent Down [Saas, FreeMobileApp];
    "upselling" Percent Up [Saas];
    "downloads" Number Up [FreeMobileApp];
    "launch-rate" Percent Up [FreeMobileApp];
    "active-users" Percent Up [FreeMobileApp];
    "paying-users" Percent Up [FreeMobileApp];
    "first-purchase-time" Days Down [FreeMobileApp];
    "revenue-per-user" Number Up [FreeMobileApp];
    "rating-click-through" Percent Up [FreeMobileApp];
    "audience" Number Up [MediaSite];
    "audience-churn" Percent Down [MediaSite];
    "ad-inventory" Number Up [MediaSite];
    "ad-rates" Number Up [MediaSite];
    "click-through" Percent Up [MediaSite];
    "content-balance" Percent Up [MediaSite];
    "engaged-visitors" Number Up [UserGeneratedContent];
    "content-creation" Number Up [UserGeneratedContent];
    "engagement-funnel" Percent Up [UserGeneratedContent];
    "content-value" Number Up [UserGeneratedContent];
    "notification-effectiveness" Percent Up [UserGeneratedContent];
    "buyer-growth" Percent Up [TwoSidedMarketplace];
    "seller-growth" Percent Up [TwoSidedMarketplace];
    "inventory-growth" Percent Up [TwoSidedMarketplace];
    "search-effectiveness" Percent Up [TwoSidedMarketplace];
    "conversion-funnel" Percent Up [TwoSidedMarketplace];
    "fraud-signs" Percent Down [TwoSidedMarketplace];
    "pricing" Number Up [TwoSidedMarketplace];
    "brand-awareness" Percent Up [];
    "new-users" Number Up [];
    "nps" Points Up [];
    "csat" Percent Up [];
    "ces" Number Up [];
    "time-to-respond" Minutes Down [];
    "time-to-resolve" Minutes Down [];
    "retention" Percent Up [];
    "visits" Number Up [];
    "time-on-page" Seconds Up [];
    "bounce-rate" Percent Down [];
    "load-time" Seconds Down [];
}
