//! What things of a map are called in panels, and where they stand. Must not know widgets.

use eframe::egui::Color32;

use crate::edit::{Cursor, Selection};
use crate::i18n::{Words, channel_word, lane_kind_word, phase_word};
use crate::layout::theme;
use crate::model::{
    BusinessModel, BusinessStage, Card, CardId, Channel, ChannelKind, Content, ContentKind, EvidenceKind, JourneyMap,
    Lane, LaneKind, OpportunityState, OwnChannel, PersonaId, Phase, Service, Step, Theme, TouchpointState,
};
use crate::scene::Color;
use crate::words;

/// A colour of the map for the window.
pub(super) const fn color32(color: Color) -> Color32 {
    Color32::from_rgba_premultiplied(color.r, color.g, color.b, 255)
}

/// The colour of a persona; that of the first one for an id that isn't there.
pub(crate) fn persona_color(map: &JourneyMap, id: PersonaId, theme: Theme) -> Color32 {
    let place = map.personas.iter().position(|persona| persona.id == id).unwrap_or(0);
    let own = map.personas.get(place).and_then(|persona| persona.color);
    color32(theme::palette(theme).persona(place, own))
}

/// The name of a lane as the map shows it: its own, else the word for its kind.
pub(super) fn lane_name(lane: &Lane, words: &Words) -> String {
    if lane.name.is_empty() { lane_kind_word(words, lane.kind) } else { lane.name.clone() }
}

/// The name of a phase as the map shows it.
pub(super) fn phase_name(map: &JourneyMap, phase: Phase, words: &Words) -> String {
    let own = map.phases.get(phase);
    if own.is_empty() { phase_word(words, phase) } else { own.to_owned() }
}

/// The name of a channel; an own one that isn't there any more has none.
pub(super) fn channel_name(map: &JourneyMap, channel: Channel, words: &Words) -> String {
    match channel {
        Channel::Own(id) => map.own_channel(id).map(|channel| channel.name.clone()).unwrap_or_default(),
        _ => channel_word(words, channel).unwrap_or_default(),
    }
}

/// The name and the icon of a channel that is known apart from a map; both of the usual kind where there is none.
pub(in crate::app) fn channel_name_in(
    channel: Option<Channel>,
    own: Option<&OwnChannel>,
    words: &Words,
) -> (String, String) {
    match (channel, own) {
        (_, Some(own)) if own.icon.is_empty() => (own.name.clone(), "circle-dot".to_owned()),
        (_, Some(own)) => (own.name.clone(), own.icon.clone()),
        (Some(channel), None) => (channel_word(words, channel).unwrap_or_default(), channel.icon().to_owned()),
        (None, None) => (String::new(), "circle-dot".to_owned()),
    }
}

/// What a card says, or what stands for it while it says nothing.
pub(super) fn card_text(map: &JourneyMap, card: &Card, words: &Words) -> String {
    if !card.text.trim().is_empty() {
        return card.text.clone();
    }
    match &card.content {
        Content::Touchpoint(touchpoint) if touchpoint.channel.is_some() => {
            touchpoint.channel.map(|channel| channel_name(map, channel, words)).unwrap_or_default()
        }
        content => words!(words, "inspector-untitled", kind = kind_word(content.kind(), words)),
    }
}

/// What a card of this kind is called.
pub(super) fn kind_word(kind: ContentKind, words: &Words) -> String {
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

/// The icon of a card of this kind.
pub(crate) const fn kind_icon(kind: ContentKind) -> &'static str {
    match kind {
        ContentKind::Text => "message-square",
        ContentKind::Touchpoint => "smartphone",
        ContentKind::PainPoint => "triangle-alert",
        ContentKind::Opportunity => "lightbulb",
        ContentKind::Metric => "gauge",
        ContentKind::Image => "image",
        ContentKind::Process => "workflow",
    }
}

/// The icon of a lane of this kind.
pub(crate) const fn lane_icon(kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Actions => "footprints",
        LaneKind::Thoughts => "message-square",
        LaneKind::Expectations => "flag",
        LaneKind::Needs => "heart",
        LaneKind::Quotes => "quote",
        LaneKind::Text => "notebook-pen",
        LaneKind::Emotion => "activity",
        LaneKind::Touchpoints => "smartphone",
        LaneKind::PainPoints => "triangle-alert",
        LaneKind::Opportunities => "lightbulb",
        LaneKind::Metrics => "gauge",
        LaneKind::Images => "image",
        LaneKind::Frontstage => "eye",
        LaneKind::Backstage => "settings",
        LaneKind::Systems => "server",
        LaneKind::Evidence => "clipboard",
        LaneKind::Owners => "building",
        LaneKind::Time => "clock",
        LaneKind::CustomersKept => "users",
        LaneKind::PainPriority => "chart-column",
    }
}

/// A touchpoint's state in words.
pub(super) fn touchpoint_state_word(state: TouchpointState, words: &Words) -> String {
    match state {
        TouchpointState::InUse => words!(words, "touchpoint-in-use"),
        TouchpointState::Missing => words!(words, "touchpoint-missing"),
        TouchpointState::Redundant => words!(words, "touchpoint-redundant"),
    }
}

/// Who serves a touchpoint, in words.
pub(super) fn service_word(service: Service, words: &Words) -> String {
    match service {
        Service::Person => words!(words, "service-person"),
        Service::Automated => words!(words, "service-automated"),
        Service::SelfService => words!(words, "service-self"),
    }
}

/// An opportunity's state in words.
pub(super) fn opportunity_state_word(state: OpportunityState, words: &Words) -> String {
    match state {
        OpportunityState::Idea => words!(words, "opportunity-idea"),
        OpportunityState::Planned => words!(words, "opportunity-planned"),
        OpportunityState::InProgress => words!(words, "opportunity-in-progress"),
        OpportunityState::Done => words!(words, "opportunity-done"),
        OpportunityState::Rejected => words!(words, "opportunity-rejected"),
    }
}

/// A business model in words.
pub(super) fn business_model_word(model: BusinessModel, words: &Words) -> String {
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
pub(super) fn business_stage_word(stage: BusinessStage, words: &Words) -> String {
    match stage {
        BusinessStage::Launch => words!(words, "business-launch"),
        BusinessStage::Growth => words!(words, "business-growth"),
        BusinessStage::Profit => words!(words, "business-profit"),
        BusinessStage::Maturity => words!(words, "business-maturity"),
    }
}

/// One card selected, with the cursor in its cell.
pub(super) fn select_card(map: &JourneyMap, id: CardId) -> Selection {
    match map.card(id) {
        Some((Some(step), card)) => {
            Selection::card(Cursor::Cell { lane: card.lane, step: step.id, persona: None }, card.id)
        }
        _ => Selection { cards: vec![id], ..Selection::default() },
    }
}

/// What a step is called, or what stands for it while it has no name.
pub(super) fn step_name(step: &Step, words: &Words) -> String {
    if step.name.trim().is_empty() { words!(words, "inspector-unnamed-step") } else { step.name.clone() }
}

/// What sort of place a channel is, in words.
pub(super) fn channel_kind_word(kind: ChannelKind, words: &Words) -> String {
    match kind {
        ChannelKind::Physical => words!(words, "channel-kind-physical"),
        ChannelKind::Voice => words!(words, "channel-kind-voice"),
        ChannelKind::Digital => words!(words, "channel-kind-digital"),
        ChannelKind::People => words!(words, "channel-kind-people"),
    }
}

/// A kind of evidence in words.
pub(super) fn evidence_kind_word(kind: EvidenceKind, words: &Words) -> String {
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
