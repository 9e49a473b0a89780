//! What things of a map are called in panels, and where they stand. Must not know widgets.

use eframe::egui::Color32;

use crate::edit::{Cursor, Selection};
use crate::i18n::{Words, channel_name, channel_word, lane_kind_word, phase_word};
pub(super) use crate::i18n::{
    business_model_word, business_stage_word, channel_kind_word, evidence_kind_word, kind_word, opportunity_state_word,
    service_word, touchpoint_state_word,
};
use crate::layout::theme;
use crate::model::{
    Card, CardId, Channel, Content, ContentKind, JourneyMap, Lane, LaneKind, OwnChannel, PersonaId, Phase, Step, Theme,
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
            touchpoint.channel.map(|channel| channel_name(words, map, channel)).unwrap_or_default()
        }
        content => words!(words, "inspector-untitled", kind = kind_word(content.kind(), words)),
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
