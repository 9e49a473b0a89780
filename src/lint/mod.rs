//! Advice on a map: rules, each with a finding and, where a program can take the first step, a remedy. A map with advice is valid; what
//! makes one invalid is found by [`crate::model::check`]. Must not know windows, nor the clock: the day is handed in.
//!
//! One file a group of rules. Every rule has a stable name ([`RuleName`]) by which a map can switch it off.

mod answers;
mod evidence;
mod name;
mod readable;
mod remedy;
mod say;
mod scores;
mod structure;
mod touchpoints;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

pub use name::RuleName;
pub use remedy::Remedy;
pub use say::say;

use crate::edit::{Edit, MapChange};
use crate::model::check::Thing;
use crate::model::{CardId, JourneyMap, PersonaId};

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// A stage has no steps.
    StageWithoutSteps,
    /// A map has more than 20 steps; the finding is at the one after those.
    TooManySteps {
        /// How many.
        steps: usize,
    },
    /// A lane of the service blueprint lies above one that is nearer to the customer, so lines can't be drawn between them.
    LaneBehindOther,
    /// An arrow leads from what the customer does past the frontstage to what the customer can't see, or back.
    PastFrontstage {
        /// The card at the other end.
        other: CardId,
    },
    /// No opportunity answers a pain point.
    PainUnanswered,
    /// An opportunity answers a pain point, but nobody answers for either.
    PainWithoutOwner,
    /// An opportunity answers no pain point.
    OpportunityAnswersNothing,
    /// A touchpoint feels bad, and no pain point of its step says why.
    NegativeTouchpoint(PersonaId),
    /// An automated touchpoint offers no way to a person: no touchpoint of the step is served by one.
    NoWayToPerson,
    /// The customer repeats themselves on coming from another channel.
    Repeats {
        /// The touchpoint before.
        from: CardId,
    },
    /// A stage has more or fewer touchpoints in use than it should.
    TouchpointGap {
        /// How many are in use.
        observed: u32,
        /// How many there should be.
        expected: u32,
    },
    /// Neither a score nor a card at a moment of truth rests on evidence.
    MomentWithoutEvidence,
    /// A score is called validated, with nothing measured and no evidence.
    ValidatedWithoutEvidence(PersonaId),
    /// A score is called validated on fewer than 30 answers.
    ValidatedOnFew {
        /// Whose score.
        persona: PersonaId,
        /// How many answers.
        n: u32,
    },
    /// Evidence should have been looked at again.
    StaleEvidence {
        /// Since how many days.
        days: i32,
    },
    /// No persona has a score at a step, though there is an emotion lane.
    StepWithoutScore,
    /// There is an emotion lane, but nobody who feels.
    EmotionWithoutPersona,
    /// A card says nothing.
    EmptyCard,
    /// A text is longer than can be read at a glance on paper or a slide.
    TextTooLong {
        /// How many letters it has.
        letters: usize,
        /// How many it should have at most.
        most: usize,
    },
    /// A picture says nothing to those who don't see it.
    MissingAlternative,
    /// Colours of the brand can't be read as they were wished; the picture uses others.
    Contrast {
        /// How many.
        colors: usize,
    },
}

/// A finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// What it is about; none: the map as a whole.
    pub at: Option<Thing>,
    /// What was found.
    pub rule: Rule,
    /// What settles it, or takes the first step; none where only people can, and [`RuleName::by_hand`] says how.
    pub remedy: Option<Remedy>,
}

impl Advice {
    /// A finding about a thing that only people can settle.
    const fn new(at: Thing, rule: Rule) -> Self {
        Self { at: Some(at), rule, remedy: None }
    }

    fn mended_by(mut self, remedy: impl Into<Remedy>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

/// All advice on a map by the rules that it hasn't switched off: on the map as a whole, then on lanes, then in map order, then
/// on evidence. Without a day nothing is stale.
pub fn advise(map: &JourneyMap, today: Option<Date>) -> Vec<Advice> {
    let mut found = Vec::new();
    structure::advise(map, &mut found);
    scores::advise(map, &mut found);
    answers::advise(map, &mut found);
    touchpoints::advise(map, &mut found);
    evidence::advise(map, today, &mut found);
    readable::advise(map, &mut found);
    found.retain(|advice| !is_off(map, advice.rule.name()));
    let places = places(map);
    // Stable: what is found about one thing stays in the order of the rules.
    found.sort_by_key(|advice| advice.at.map(|at| places.get(&at).copied().unwrap_or(usize::MAX)));
    found
}

/// The place of each thing in reading order.
fn places(map: &JourneyMap) -> HashMap<Thing, usize> {
    let mut things: Vec<Thing> = map.lanes.iter().map(|lane| Thing::Lane(lane.id)).collect();
    things.extend(map.personas.iter().map(|persona| Thing::Persona(persona.id)));
    for stage in &map.stages {
        things.push(Thing::Stage(stage.id));
        for step in &stage.steps {
            things.push(Thing::Step(step.id));
            things.extend(step.cards.iter().map(|card| Thing::Card(card.id)));
        }
    }
    things.extend(map.tray.iter().map(|card| Thing::Card(card.id)));
    things.extend(map.evidence.iter().map(|evidence| Thing::Evidence(evidence.id)));
    things.into_iter().enumerate().map(|(place, thing)| (thing, place)).collect()
}

/// Whether a map has switched a rule off.
pub fn is_off(map: &JourneyMap, rule: RuleName) -> bool {
    map.rules_off.iter().any(|name| name == rule.code())
}

/// The edit that switches a rule on or off in a map. Names that this version doesn't know stay as they are.
pub fn switch(map: &JourneyMap, rule: RuleName, on: bool) -> Edit {
    let mut off: BTreeSet<String> = map.rules_off.iter().cloned().collect();
    if on {
        off.remove(rule.code());
    } else {
        off.insert(rule.code().to_owned());
    }
    Edit::SetMap(MapChange::RulesOff(off.into_iter().collect()))
}
