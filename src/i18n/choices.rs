//! Words for the choices that a map's fields have. Must not know where they are shown.

use super::Words;
use crate::model::{
    BusinessModel, BusinessStage, ChannelKind, ContentKind, EvidenceKind, OpportunityState, Service, TouchpointState,
    Unit,
};
use crate::words;

/// What a card of this kind is called.
pub fn kind_word(kind: ContentKind, words: &Words) -> String {
    match kind {
        ContentKind::Text => words!(words, "card-text"),
        ContentKind::Touchpoint => words!(words, "card-touchpoint"),
        ContentKind::PainPoint => words!(words, "card-pain-point"),
        ContentKind::Opportunity => words!(words, "card-opportunity"),
        ContentKind::Metric => words!(words, "card-metric"),
        ContentKind::Image => words!(words, "card-image"),
        ContentKind::Process => words!(words, "card-process"),
    }
}

/// A touchpoint's state in words.
pub fn touchpoint_state_word(state: TouchpointState, words: &Words) -> String {
    match state {
        TouchpointState::InUse => words!(words, "touchpoint-in-use"),
        TouchpointState::Missing => words!(words, "touchpoint-missing"),
        TouchpointState::Redundant => words!(words, "touchpoint-redundant"),
    }
}

/// Who serves a touchpoint, in words.
pub fn service_word(service: Service, words: &Words) -> String {
    match service {
        Service::Person => words!(words, "service-person"),
        Service::Automated => words!(words, "service-automated"),
        Service::SelfService => words!(words, "service-self"),
    }
}

/// An opportunity's state in words.
pub fn opportunity_state_word(state: OpportunityState, words: &Words) -> String {
    match state {
        OpportunityState::Idea => words!(words, "opportunity-idea"),
        OpportunityState::Planned => words!(words, "opportunity-planned"),
        OpportunityState::InProgress => words!(words, "opportunity-in-progress"),
        OpportunityState::Done => words!(words, "opportunity-done"),
        OpportunityState::Rejected => words!(words, "opportunity-rejected"),
    }
}

/// A business model in words.
pub fn business_model_word(model: BusinessModel, words: &Words) -> String {
    match model {
        BusinessModel::ECommerce => words!(words, "business-e-commerce"),
        BusinessModel::Saas => words!(words, "business-saas"),
        BusinessModel::FreeMobileApp => words!(words, "business-free-mobile-app"),
        BusinessModel::MediaSite => words!(words, "business-media-site"),
        BusinessModel::UserGeneratedContent => words!(words, "business-user-generated"),
        BusinessModel::TwoSidedMarketplace => words!(words, "business-marketplace"),
    }
}

/// A business stage in words.
pub fn business_stage_word(stage: BusinessStage, words: &Words) -> String {
    match stage {
        BusinessStage::Launch => words!(words, "business-launch"),
        BusinessStage::Growth => words!(words, "business-growth"),
        BusinessStage::Profit => words!(words, "business-profit"),
        BusinessStage::Maturity => words!(words, "business-maturity"),
    }
}

/// What sort of place a channel is, in words.
pub fn channel_kind_word(kind: ChannelKind, words: &Words) -> String {
    match kind {
        ChannelKind::Physical => words!(words, "channel-kind-physical"),
        ChannelKind::Voice => words!(words, "channel-kind-voice"),
        ChannelKind::Digital => words!(words, "channel-kind-digital"),
        ChannelKind::People => words!(words, "channel-kind-people"),
    }
}

/// A kind of evidence in words.
pub fn evidence_kind_word(kind: EvidenceKind, words: &Words) -> String {
    match kind {
        EvidenceKind::Survey => words!(words, "evidence-survey"),
        EvidenceKind::TransactionFeedback => words!(words, "evidence-transaction-feedback"),
        EvidenceKind::CallAfterPurchase => words!(words, "evidence-call-after-purchase"),
        EvidenceKind::KioskOrPaperForm => words!(words, "evidence-kiosk-or-paper"),
        EvidenceKind::WebAnalytics => words!(words, "evidence-web-analytics"),
        EvidenceKind::Heatmap => words!(words, "evidence-heatmap"),
        EvidenceKind::AbTest => words!(words, "evidence-ab-test"),
        EvidenceKind::Interview => words!(words, "evidence-interview"),
        EvidenceKind::Observation => words!(words, "evidence-observation"),
        EvidenceKind::SupportFigures => words!(words, "evidence-support-figures"),
        EvidenceKind::Crm => words!(words, "evidence-crm"),
        EvidenceKind::PublicReview => words!(words, "evidence-public-review"),
        EvidenceKind::CommunityPost => words!(words, "evidence-community-post"),
        EvidenceKind::SocialListening => words!(words, "evidence-social-listening"),
        EvidenceKind::WorkshopBelief => words!(words, "evidence-workshop-belief"),
    }
}

/// A unit in words; an own one is its own word.
pub fn unit_word(unit: &Unit, words: &Words) -> String {
    match unit {
        Unit::Number => words!(words, "unit-number"),
        Unit::Percent => words!(words, "unit-percent"),
        Unit::Minutes => words!(words, "unit-minutes"),
        Unit::Seconds => words!(words, "unit-seconds"),
        Unit::Days => words!(words, "unit-days"),
        Unit::Points => words!(words, "unit-points"),
        Unit::Other(name) => name.clone(),
    }
}

/// A number with its unit: `61%`, `12 min`.
pub fn with_unit(words: &Words, unit: &Unit, number: &str) -> String {
    match unit {
        Unit::Number | Unit::Points => number.to_owned(),
        Unit::Percent => format!("{number}%"),
        Unit::Minutes => words!(words, "map-minutes", n = number),
        Unit::Seconds => format!("{number} s"),
        Unit::Days => words!(words, "map-days", n = number),
        Unit::Other(name) => format!("{number} {name}"),
    }
}

/// A figure with its unit, as short as it can be said.
pub fn quantity(words: &Words, unit: &Unit, value: f64) -> String {
    with_unit(words, unit, &words.short_number(value))
}
