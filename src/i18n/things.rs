//! What the things of a map are called. Must not know why somebody names them.

use super::{Words, channel_word, lane_kind_word};
use crate::model::check::Thing;
use crate::model::{Card, Channel, Content, ContentKind, JourneyMap};
use crate::words;

/// A thing of a map by its kind and name, and by its id where it has no name or isn't there.
pub fn thing(words: &Words, map: &JourneyMap, thing: Thing) -> String {
    const MOST_LETTERS: usize = 40;
    let named = |name: Option<&str>| match name {
        Some(name) if !name.trim().is_empty() => match name.char_indices().nth(MOST_LETTERS) {
            Some((end, _)) => format!("{}…", &name[..end]),
            None => name.to_owned(),
        },
        Some(_) | None => thing.id(),
    };
    match thing {
        Thing::Persona(id) => words!(words, "thing-persona", name = named(map.persona(id).map(|it| it.name.as_str()))),
        Thing::Segment(id) => words!(
            words,
            "thing-segment",
            name = named(map.segments.iter().find(|it| it.id == id).map(|it| it.name.as_str()))
        ),
        Thing::Stage(id) => words!(words, "thing-stage", name = named(map.stage(id).map(|it| it.name.as_str()))),
        Thing::Step(id) => words!(words, "thing-step", name = named(map.step(id).map(|it| it.name.as_str()))),
        Thing::Lane(id) => {
            let lane = map.lane(id);
            // A lane without a name is called as its kind, on the map too.
            let kind = lane.filter(|lane| lane.name.is_empty()).map(|lane| lane_kind_word(words, lane.kind));
            words!(words, "thing-lane", name = named(kind.as_deref().or(lane.map(|lane| lane.name.as_str()))))
        }
        Thing::Card(id) => {
            let card = map.card(id).map(|(_, card)| card);
            // A touchpoint without text is called as its channel, on the map too.
            let channel = card.filter(|card| card.text.trim().is_empty()).and_then(|card| channel_of(words, map, card));
            let name = named(channel.as_deref().or(card.map(|card| card.text.as_str())));
            match card.map_or(ContentKind::Text, |card| card.content.kind()) {
                ContentKind::Touchpoint => words!(words, "thing-touchpoint", name = name),
                ContentKind::PainPoint => words!(words, "thing-pain-point", name = name),
                ContentKind::Opportunity => words!(words, "thing-opportunity", name = name),
                ContentKind::Metric => words!(words, "thing-metric", name = name),
                ContentKind::Image => words!(words, "thing-image", name = name),
                ContentKind::Text | ContentKind::Process => words!(words, "thing-card", name = name),
            }
        }
        Thing::Channel(id) => {
            words!(words, "thing-channel", name = named(map.own_channel(id).map(|it| it.name.as_str())))
        }
        Thing::Evidence(id) => words!(
            words,
            "thing-evidence",
            name = named(map.evidence.iter().find(|it| it.id == id).map(|it| it.name.as_str()))
        ),
    }
}

fn channel_of(words: &Words, map: &JourneyMap, card: &Card) -> Option<String> {
    let Content::Touchpoint(touchpoint) = &card.content else { return None };
    touchpoint.channel.map(|channel| channel_name(words, map, channel)).filter(|name| !name.is_empty())
}

/// What a channel is called on a map; an own one that isn't there any more has no name.
pub fn channel_name(words: &Words, map: &JourneyMap, channel: Channel) -> String {
    match channel {
        Channel::Own(id) => map.own_channel(id).map(|own| own.name.clone()).unwrap_or_default(),
        known => channel_word(words, known).unwrap_or_default(),
    }
}

/// What a card is called where only its text is shown: its text, else its channel, else what its picture shows.
pub fn card_name(words: &Words, map: &JourneyMap, card: &Card) -> String {
    if !card.text.trim().is_empty() {
        return card.text.clone();
    }
    match &card.content {
        Content::Image(image) => image.alternative.clone(),
        _ => channel_of(words, map, card).unwrap_or_default(),
    }
}
