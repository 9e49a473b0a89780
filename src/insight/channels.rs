//! How each channel feels, and whether channels feel the same.

use std::collections::BTreeMap;

use super::contact::contacts;
use super::{mean, spread};
use crate::model::{CardId, Channel, JourneyMap, PersonaId, StepId};

/// A score that counts for a channel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChannelMark {
    /// At which touchpoint.
    pub card: CardId,
    /// At which step.
    pub step: StepId,
    /// −2…+2.
    pub value: f64,
    /// It is the touchpoint's own score; else its step's.
    pub own: bool,
}

/// How a persona feels about a channel.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelScore {
    /// Which channel.
    pub channel: Channel,
    /// The scores, in map order; at least one.
    pub marks: Vec<ChannelMark>,
    /// Their mean, −2…+2.
    pub mean: f64,
    /// Their population standard deviation, 0…2; none of a single score.
    pub spread: Option<f64>,
}

/// The score of each channel that a persona meets: the mean over its touchpoints, each with its own score, else its step's
/// (the project's own formula). The worst comes first, of equals in the catalogue's order; a channel without a known score is
/// left out.
pub fn scores(map: &JourneyMap, persona: PersonaId) -> Vec<ChannelScore> {
    let mut channels: BTreeMap<Channel, Vec<ChannelMark>> = BTreeMap::new();
    for contact in contacts(map, Some(persona)) {
        if let Some((channel, felt)) = contact.touchpoint.channel.zip(contact.felt(persona)) {
            let mark = ChannelMark { card: contact.card.id, step: contact.step.id, value: felt.value, own: felt.own };
            channels.entry(channel).or_default().push(mark);
        }
    }
    let score = |(channel, marks): (Channel, Vec<ChannelMark>)| {
        let values: Vec<f64> = marks.iter().map(|mark| mark.value).collect();
        let mean = mean(values.iter().copied())?;
        let spread = spread(&values).filter(|_| values.len() > 1);
        Some(ChannelScore { channel, marks, mean, spread })
    };
    let mut scores: Vec<ChannelScore> = channels.into_iter().filter_map(score).collect();
    // Stable: what is equal stays in the catalogue's order.
    scores.sort_by(|a, b| a.mean.total_cmp(&b.mean));
    scores
}

/// How alike the channels of one step feel.
#[derive(Debug, Clone, PartialEq)]
pub struct StepConsistency {
    /// Which step.
    pub step: StepId,
    /// The score of each channel, two or more, in the catalogue's order.
    pub channels: Vec<(Channel, f64)>,
    /// 1 − their population standard deviation / 2, 0…1.
    pub consistency: f64,
}

/// The consistency of each step whose scored touchpoints use two or more channels. A channel's score at a step is the mean of
/// its touchpoints' own scores: with the step's, channels that nobody scored would look alike.
pub fn consistency_by_step(map: &JourneyMap, persona: PersonaId) -> Vec<StepConsistency> {
    let mut steps: Vec<(StepId, BTreeMap<Channel, Vec<f64>>)> = Vec::new();
    for contact in contacts(map, Some(persona)) {
        let Some(felt) = contact.felt(persona).filter(|felt| felt.own) else { continue };
        let Some(channel) = contact.touchpoint.channel else { continue };
        if steps.last().is_none_or(|(step, _)| *step != contact.step.id) {
            steps.push((contact.step.id, BTreeMap::new()));
        }
        if let Some((_, channels)) = steps.last_mut() {
            channels.entry(channel).or_default().push(felt.value);
        }
    }
    let of_step = |(step, channels): (StepId, BTreeMap<Channel, Vec<f64>>)| {
        let means = channels.into_iter().filter_map(|(channel, felt)| Some((channel, mean(felt)?)));
        let channels: Vec<(Channel, f64)> = means.collect();
        let scores: Vec<f64> = channels.iter().map(|(_, score)| *score).collect();
        let spread = spread(&scores).filter(|_| scores.len() > 1)?;
        Some(StepConsistency { step, channels, consistency: 1.0 - spread / 2.0 })
    };
    steps.into_iter().filter_map(of_step).collect()
}

/// Channel consistency of a persona, 0…1: 1 − the mean over steps of (population standard deviation of the channels'
/// scores)/2, over steps whose scored touchpoints use two or more channels (the project's own formula: 2 is the greatest
/// deviation on −2…+2). None without such a step.
pub fn consistency(map: &JourneyMap, persona: PersonaId) -> Option<f64> {
    mean(consistency_by_step(map, persona).into_iter().map(|step| step.consistency))
}
