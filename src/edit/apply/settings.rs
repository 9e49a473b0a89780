//! Changes of the whole map.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use super::all_cards;
use super::mentions::settle;
use super::normal::Clean;
use crate::edit::{EditError, MapChange};
use crate::model::check::{Thing, is_file_name, is_finite, loss_rates_hold};
use crate::model::{Channel, ChannelId, Content, JourneyMap, NamedMetric, SegmentId};

/// Changes something about the whole map.
pub(super) fn set(map: &mut JourneyMap, change: &MapChange) -> Result<(), EditError> {
    match change {
        MapChange::Language(language) => map.language = *language,
        MapChange::State(state) => map.state = *state,
        MapChange::Date(date) => map.date = *date,
        MapChange::BusinessModel(model) => map.business_model = *model,
        MapChange::BusinessStage(stage) => map.business_stage = *stage,
        MapChange::Omtm(omtm) => {
            finite(omtm)?;
            map.omtm = cleaned(omtm);
        }
        MapChange::Metrics(metrics) => {
            finite(metrics)?;
            map.metrics = cleaned(metrics);
        }
        MapChange::Look(look) => {
            if let Some(logo) = look.logo.as_ref().filter(|logo| !is_file_name(&logo.file)) {
                return Err(EditError::FileName(logo.file.clone()));
            }
            map.look = (**look).clone();
            if let Some(logo) = &mut map.look.logo {
                logo.file.clean();
                logo.alternative.clean();
            }
        }
        MapChange::Segments(segments) => {
            unique(segments.iter().map(|segment| segment.id), Thing::Segment)?;
            map.segments = cleaned(segments);
            let kept: HashSet<SegmentId> = segments.iter().map(|segment| segment.id).collect();
            for persona in &mut map.personas {
                if persona.segment.is_some_and(|id| !kept.contains(&id)) {
                    Arc::make_mut(persona).segment = None;
                }
            }
        }
        MapChange::Channels(channels) => {
            unique(channels.iter().map(|channel| channel.id), Thing::Channel)?;
            let kept: HashSet<ChannelId> = channels.iter().map(|channel| channel.id).collect();
            if let Some(used) = used_channels(map).find(|id| !kept.contains(id)) {
                return Err(EditError::ChannelUsed(used));
            }
            map.channels = cleaned(channels);
        }
        MapChange::Evidence(evidence) => {
            unique(evidence.iter().map(|evidence| evidence.id), Thing::Evidence)?;
            map.evidence = cleaned(evidence);
            settle(map);
        }
        MapChange::Facts(facts) => map.facts = cleaned(facts),
        MapChange::Maps(maps) => map.maps = cleaned(maps),
        MapChange::RulesOff(rules) => {
            map.rules_off = cleaned(rules);
            map.rules_off.sort_unstable();
            map.rules_off.dedup();
        }
        MapChange::Replies(replies) => {
            map.replies = replies.clone();
            map.replies.values_mut().for_each(Clean::clean);
        }
        MapChange::LossRates(rates) => {
            if !loss_rates_hold(rates) {
                return Err(EditError::LossRates);
            }
            map.loss_rates = rates.clone();
            map.loss_rates.source.clean();
        }
    }
    Ok(())
}

fn cleaned<T: Clone + Clean>(value: &T) -> T {
    let mut value = value.clone();
    value.clean();
    value
}

fn finite<'a>(metrics: impl IntoIterator<Item = &'a NamedMetric>) -> Result<(), EditError> {
    if metrics.into_iter().all(|named| is_finite(&named.metric)) { Ok(()) } else { Err(EditError::NotFinite) }
}

fn unique<T: Copy + Eq + Hash>(ids: impl Iterator<Item = T>, thing: impl Fn(T) -> Thing) -> Result<(), EditError> {
    let mut found = HashSet::new();
    for id in ids {
        if !found.insert(id) {
            return Err(EditError::Taken(thing(id)));
        }
    }
    Ok(())
}

/// The own channels that touchpoints happen through.
fn used_channels(map: &JourneyMap) -> impl Iterator<Item = ChannelId> {
    all_cards(map).filter_map(|card| match &card.content {
        Content::Touchpoint(touchpoint) => match touchpoint.channel {
            Some(Channel::Own(id)) => Some(id),
            _ => None,
        },
        _ => None,
    })
}
