//! Whether what the customer said is known in the next channel, or has to be said again.

use super::contact::contacts;
use crate::model::{CardId, Channel, JourneyMap, PersonaId, StepId};

/// Two consecutive touchpoints on different channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switch {
    /// The touchpoint before.
    pub from: CardId,
    /// Its channel.
    pub from_channel: Channel,
    /// The touchpoint after.
    pub to: CardId,
    /// Its channel.
    pub to_channel: Channel,
    /// The step of the touchpoint after.
    pub step: StepId,
    /// The customer repeats themselves there.
    pub repeats: bool,
}

/// The switches of one persona, or of all: consecutive touchpoints in map order on different channels, inside a step too.
/// Touchpoints without a channel, and those that are missing, are left out.
pub fn switches(map: &JourneyMap, whose: Option<PersonaId>) -> Vec<Switch> {
    let mut last: Option<(CardId, Channel)> = None;
    let mut found = Vec::new();
    for contact in contacts(map, whose) {
        let Some(to_channel) = contact.touchpoint.channel else { continue };
        let to = contact.card.id;
        if let Some((from, from_channel)) = last.filter(|(_, channel)| *channel != to_channel) {
            let repeats = contact.touchpoint.repeats;
            found.push(Switch { from, from_channel, to, to_channel, step: contact.step.id, repeats });
        }
        last = Some((to, to_channel));
    }
    found
}

/// How the customer's matter is carried over from channel to channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarryOver {
    /// Consecutive touchpoints, in map order, on different channels.
    pub switches: usize,
    /// Switches after which the customer has to repeat.
    pub repeats: usize,
}

impl CarryOver {
    /// 1 − repeats/switches, 0…1 (the project's own formula); none without a switch.
    pub fn share(self) -> Option<f64> {
        (self.switches > 0).then(|| 1.0 - self.repeats as f64 / self.switches as f64)
    }
}

/// How many switches there are, and how many of them make the customer repeat.
pub fn carry_over(map: &JourneyMap, whose: Option<PersonaId>) -> CarryOver {
    let switches = switches(map, whose);
    CarryOver { switches: switches.len(), repeats: switches.iter().filter(|switch| switch.repeats).count() }
}
