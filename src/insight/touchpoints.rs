//! How many touchpoints there are against how many there should be, how many are mobile, and where the customer is a person.

use super::contact::{Contact, contacts};
use super::mean;
use crate::model::{Channel, ChannelKind, Content, JourneyMap, PersonaId, Service, Stage, StageId, TouchpointState};

/// The touchpoints of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageTouchpoints {
    /// Which stage.
    pub stage: StageId,
    /// Cards in use.
    pub in_use: usize,
    /// Cards that should be there and aren't.
    pub missing: usize,
    /// Cards that are there and shouldn't be.
    pub redundant: usize,
    /// How many customers really use, by analytics.
    pub analytics: Option<u32>,
    /// How many there should be.
    pub expected: Option<u32>,
}

impl StageTouchpoints {
    /// How many are used: the figure from analytics where there is one, else the cards in use.
    pub fn observed(self) -> i64 {
        self.analytics.map_or_else(|| i64::try_from(self.in_use).unwrap_or(i64::MAX), i64::from)
    }

    /// Observed − expected (the project's own formula): below 0 customers leave early, above 0 it is too complicated. None
    /// where nothing is expected.
    pub fn gap(self) -> Option<i64> {
        Some(self.observed() - i64::from(self.expected?))
    }
}

/// The touchpoints of each stage, in map order.
pub fn by_stage(map: &JourneyMap) -> Vec<StageTouchpoints> {
    map.stages.iter().map(|stage| of_stage(stage)).collect()
}

/// The touchpoints of a stage.
pub fn of_stage(stage: &Stage) -> StageTouchpoints {
    let states = stage.steps.iter().flat_map(|step| &step.cards).filter_map(|card| match &card.content {
        Content::Touchpoint(touchpoint) => Some(touchpoint.state),
        _ => None,
    });
    let mut found = StageTouchpoints {
        stage: stage.id,
        in_use: 0,
        missing: 0,
        redundant: 0,
        analytics: stage.observed_touchpoints,
        expected: stage.expected_touchpoints,
    };
    for state in states {
        match state {
            TouchpointState::InUse => found.in_use += 1,
            TouchpointState::Missing => found.missing += 1,
            TouchpointState::Redundant => found.redundant += 1,
        }
    }
    found
}

/// How much of the digital journey happens on the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mobile {
    /// Touchpoints on digital channels.
    pub digital: usize,
    /// Those of them that are mobile.
    pub mobile: usize,
    /// The mean score of support on mobile, −2…+2: of the mobile touchpoints where a person or a machine serves the customer,
    /// each with its own score, else its step's. None where no such score is known.
    pub support: Option<f64>,
    /// How many touchpoints that mean is of.
    pub supported: usize,
}

impl Mobile {
    /// Mobile / digital touchpoints, 0…1; none without a digital one.
    pub fn share(self) -> Option<f64> {
        (self.digital > 0).then(|| self.mobile as f64 / self.digital as f64)
    }
}

/// How much of the digital journey of one persona, or of all, is mobile.
pub fn mobile(map: &JourneyMap, whose: Option<PersonaId>) -> Mobile {
    let mut found = Mobile { digital: 0, mobile: 0, support: None, supported: 0 };
    let mut felt = Vec::new();
    for contact in contacts(map, whose) {
        let Some((ChannelKind::Digital, mobile)) = contact.touchpoint.channel.and_then(|channel| kind(map, channel))
        else {
            continue;
        };
        found.digital += 1;
        if mobile {
            found.mobile += 1;
            if is_support(&contact) {
                felt.extend(contact.mean(map, whose));
            }
        }
    }
    found.supported = felt.len();
    found.support = mean(felt);
    found
}

/// What sort of place a channel is, and whether it is used on the way.
fn kind(map: &JourneyMap, channel: Channel) -> Option<(ChannelKind, bool)> {
    match channel {
        Channel::Own(id) => map.own_channel(id).map(|own| (own.kind, own.mobile)),
        _ => channel.kind().zip(channel.mobile()),
    }
}

/// Somebody or something serves the customer here.
fn is_support(contact: &Contact<'_>) -> bool {
    matches!(contact.touchpoint.service, Some(Service::Person | Service::Automated))
}

/// Where the customer is treated as a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Personalised {
    /// All touchpoints that are there.
    pub touchpoints: usize,
    /// Those of them that are personalised.
    pub personalised: usize,
}

impl Personalised {
    /// Personalised / all touchpoints, 0…1 (the project's own formula); none without a touchpoint.
    pub fn share(self) -> Option<f64> {
        (self.touchpoints > 0).then(|| self.personalised as f64 / self.touchpoints as f64)
    }
}

/// At how many touchpoints of one persona, or of all, the customer is treated as a person.
pub fn personalised(map: &JourneyMap, whose: Option<PersonaId>) -> Personalised {
    contacts(map, whose).fold(Personalised { touchpoints: 0, personalised: 0 }, |found, contact| Personalised {
        touchpoints: found.touchpoints + 1,
        personalised: found.personalised + usize::from(contact.touchpoint.personalised),
    })
}
