//! All texts of a map, each with where it stands: what is looked through and what is written over, from one list.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::{Cursor, Selection};
use crate::i18n::{Words, channel_name, lane_kind_word, phase_word};
use crate::model::{
    Card, CardId, Content, JourneyMap, LaneId, NamedMetric, Persona, PersonaId, Phase, StageId, Step, StepId, Unit,
};

/// What of a map a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// The title.
    Title,
    /// The scenario.
    Scenario,
    /// A persona.
    Persona(PersonaId),
    /// The one metric that matters.
    Omtm,
    /// A phase.
    Phase(Phase),
    /// A stage.
    Stage(StageId),
    /// A step.
    Step(StepId),
    /// A lane.
    Lane(LaneId),
    /// A card.
    Card(CardId),
    /// The map as a whole.
    Map,
}

/// Which of its texts. What there may be several of is counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What it is called, or what it says.
    Name,
    /// The word for its kind, shown where it has no name of its own: it can't be written over.
    GivenName,
    /// Notes of the team.
    Notes,
    /// Who answers for it.
    Owner,
    /// Age, occupation.
    Description,
    /// What a persona wants to reach.
    Goal,
    /// What a persona says.
    Quote,
    /// Name of a field of a profile.
    ProfileName(usize),
    /// Value of a field of a profile.
    ProfileValue(usize),
    /// The words of an arrow.
    Link(usize),
    /// The channel of a touchpoint: it can't be written over here.
    Channel,
    /// What a metric is counted in.
    Unit,
    /// What a picture shows.
    Alternative,
    /// The worst case of a step.
    WorstCase,
    /// What is done then.
    Answer,
    /// When another way is taken.
    Branch(usize),
    /// Name of a metric of the whole map.
    MetricName(usize),
    /// What it is counted in.
    MetricUnit(usize),
    /// Name of a segment.
    SegmentName(usize),
    /// Name of a field of a segment.
    SegmentFieldName(usize, usize),
    /// Value of a field of a segment.
    SegmentFieldValue(usize, usize),
    /// Name of a channel of the map's own.
    OwnChannel(usize),
    /// Name of a piece of evidence.
    EvidenceName(usize),
    /// Where it is from.
    EvidenceSource(usize),
    /// Notes on it.
    EvidenceNotes(usize),
    /// A published figure.
    Fact(usize),
    /// Who published it.
    FactSource(usize),
    /// Who found out the loss rates.
    LossSource,
    /// Name of a map that this one leads to: it can't be written over here.
    MapLink(usize),
}

impl Field {
    /// Whether it can be written over where it stands.
    pub const fn is_own(self) -> bool {
        !matches!(self, Self::GivenName | Self::Channel | Self::MapLink(_))
    }
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// What of the map it belongs to.
    pub owner: Owner,
    /// Which of its texts.
    pub field: Field,
}

/// The texts of a card, a persona, a step and of the map as a whole; once to be read, once to be written.
macro_rules! walks {
    ($card:ident $persona:ident $step:ident $metric:ident $omtm:ident $map:ident $($mutable:tt)?) => {
        pub(super) fn $card(card: & $($mutable)? Card, visit: &mut impl FnMut(Field, & $($mutable)? String)) {
            visit(Field::Name, & $($mutable)? card.text);
            visit(Field::Owner, & $($mutable)? card.owner);
            match & $($mutable)? card.content {
                Content::Metric(metric) => {
                    if let Unit::Other(unit) = & $($mutable)? metric.unit {
                        visit(Field::Unit, unit);
                    }
                }
                Content::Image(image) => visit(Field::Alternative, & $($mutable)? image.alternative),
                Content::Text
                | Content::Touchpoint(_)
                | Content::PainPoint(_)
                | Content::Opportunity(_)
                | Content::Process => {}
            }
            for (place, link) in (& $($mutable)? card.links).into_iter().enumerate() {
                visit(Field::Link(place), & $($mutable)? link.label);
            }
            visit(Field::Notes, & $($mutable)? card.notes);
        }

        pub(super) fn $persona(persona: & $($mutable)? Persona, visit: &mut impl FnMut(Field, & $($mutable)? String)) {
            visit(Field::Name, & $($mutable)? persona.name);
            visit(Field::Description, & $($mutable)? persona.description);
            visit(Field::Quote, & $($mutable)? persona.quote);
            visit(Field::Goal, & $($mutable)? persona.goal);
            for (place, field) in (& $($mutable)? persona.fields).into_iter().enumerate() {
                visit(Field::ProfileName(place), & $($mutable)? field.name);
                visit(Field::ProfileValue(place), & $($mutable)? field.value);
            }
            visit(Field::Notes, & $($mutable)? persona.notes);
        }

        pub(super) fn $step(step: & $($mutable)? Step, visit: &mut impl FnMut(Field, & $($mutable)? String)) {
            visit(Field::Name, & $($mutable)? step.name);
            if let Some(risk) = & $($mutable)? step.risk {
                visit(Field::WorstCase, & $($mutable)? risk.worst_case);
                visit(Field::Answer, & $($mutable)? risk.answer);
            }
            for (place, branch) in (& $($mutable)? step.branches).into_iter().enumerate() {
                visit(Field::Branch(place), & $($mutable)? branch.label);
            }
            visit(Field::Notes, & $($mutable)? step.notes);
        }

        fn $metric(
            metric: & $($mutable)? NamedMetric,
            name: Field,
            unit: Field,
            visit: &mut impl FnMut(Field, & $($mutable)? String),
        ) {
            visit(name, & $($mutable)? metric.name);
            if let Unit::Other(own) = & $($mutable)? metric.metric.unit {
                visit(unit, own);
            }
        }

        pub(super) fn $omtm(map: & $($mutable)? JourneyMap, visit: &mut impl FnMut(Field, & $($mutable)? String)) {
            if let Some(omtm) = & $($mutable)? map.omtm {
                $metric(omtm, Field::Name, Field::Unit, visit);
            }
        }

        pub(super) fn $map(map: & $($mutable)? JourneyMap, visit: &mut impl FnMut(Field, & $($mutable)? String)) {
            visit(Field::Notes, & $($mutable)? map.notes);
            for (place, metric) in (& $($mutable)? map.metrics).into_iter().enumerate() {
                $metric(metric, Field::MetricName(place), Field::MetricUnit(place), visit);
            }
            for (place, segment) in (& $($mutable)? map.segments).into_iter().enumerate() {
                visit(Field::SegmentName(place), & $($mutable)? segment.name);
                for (at, field) in (& $($mutable)? segment.fields).into_iter().enumerate() {
                    visit(Field::SegmentFieldName(place, at), & $($mutable)? field.name);
                    visit(Field::SegmentFieldValue(place, at), & $($mutable)? field.value);
                }
            }
            for (place, channel) in (& $($mutable)? map.channels).into_iter().enumerate() {
                visit(Field::OwnChannel(place), & $($mutable)? channel.name);
            }
            for (place, evidence) in (& $($mutable)? map.evidence).into_iter().enumerate() {
                visit(Field::EvidenceName(place), & $($mutable)? evidence.name);
                visit(Field::EvidenceSource(place), & $($mutable)? evidence.source);
                visit(Field::EvidenceNotes(place), & $($mutable)? evidence.notes);
            }
            for (place, fact) in (& $($mutable)? map.facts).into_iter().enumerate() {
                visit(Field::Fact(place), & $($mutable)? fact.text);
                visit(Field::FactSource(place), & $($mutable)? fact.source);
            }
            visit(Field::LossSource, & $($mutable)? map.loss_rates.source);
            for (place, link) in (& $($mutable)? map.maps).into_iter().enumerate() {
                visit(Field::MapLink(place), & $($mutable)? link.name);
            }
        }
    };
}

walks!(card persona step metric omtm whole);
walks!(card_mut persona_mut step_mut metric_mut omtm_mut whole_mut mut);

/// Visits every text of a map, empty ones too, in the order of reading: who and why, headings, lane by lane from the top
/// with each lane's cards from the left, the tray, and at last what belongs to the map as a whole. The words are those of
/// the map's language.
pub fn visit(map: &JourneyMap, words: &Words, visit: &mut impl FnMut(Spot, &str)) {
    let mut say = |owner: Owner, field: Field, text: &str| visit(Spot { owner, field }, text);
    say(Owner::Title, Field::Name, &map.title);
    say(Owner::Scenario, Field::Name, &map.scenario);
    for found in &map.personas {
        persona(found, &mut |field, text: &String| say(Owner::Persona(found.id), field, text));
    }
    omtm(map, &mut |field, text: &String| say(Owner::Omtm, field, text));
    for phase in Phase::ALL {
        if map.stages.iter().any(|stage| stage.phase == Some(phase)) {
            let own = map.phases.get(phase);
            say(Owner::Phase(phase), Field::Name, own);
            if own.is_empty() {
                say(Owner::Phase(phase), Field::GivenName, &phase_word(words, phase));
            }
        }
    }
    for stage in &map.stages {
        say(Owner::Stage(stage.id), Field::Name, &stage.name);
        say(Owner::Stage(stage.id), Field::Notes, &stage.notes);
    }
    for (_, found) in map.steps() {
        step(found, &mut |field, text: &String| say(Owner::Step(found.id), field, text));
    }
    let mut rows: BTreeMap<LaneId, Vec<&Arc<Card>>> = BTreeMap::new();
    for (_, found) in map.cards() {
        rows.entry(found.lane).or_default().push(found);
    }
    let say_card = |found: &Card, say: &mut dyn FnMut(Owner, Field, &str)| {
        let owner = Owner::Card(found.id);
        if let Content::Touchpoint(touchpoint) = &found.content
            && let Some(channel) = touchpoint.channel
        {
            say(owner, Field::Channel, &channel_name(words, map, channel));
        }
        card(found, &mut |field, text: &String| say(owner, field, text));
    };
    for lane in &map.lanes {
        say(Owner::Lane(lane.id), Field::Name, &lane.name);
        if lane.name.is_empty() {
            say(Owner::Lane(lane.id), Field::GivenName, &lane_kind_word(words, lane.kind));
        }
        for found in rows.get(&lane.id).into_iter().flatten() {
            say_card(found, &mut say);
        }
    }
    for found in &map.tray {
        say_card(found, &mut say);
    }
    whole(map, &mut |field, text: &String| say(Owner::Map, field, text));
}

/// What a card shows: its words; a touchpoint without any its channel.
pub fn shown_text(map: &JourneyMap, words: &Words, card: &Card) -> String {
    let channel = match &card.content {
        Content::Touchpoint(touchpoint) if card.text.trim().is_empty() => touchpoint.channel,
        _ => None,
    };
    channel
        .map(|channel| channel_name(words, map, channel))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| card.text.clone())
}

impl Spot {
    /// What is selected when somebody goes there: what the text belongs to, or the arrow that bears it.
    pub fn selection(self, map: &JourneyMap) -> Selection {
        match (self.owner, self.field) {
            (Owner::Card(from), Field::Link(place)) => {
                let to = map.card(from).and_then(|(_, card)| card.links.get(place)).map(|link| link.to);
                to.map(|to| Selection::at(Cursor::Link { from, to }))
            }
            (Owner::Step(from), Field::Branch(place)) => {
                let to = map.step(from).and_then(|step| step.branches.get(place)).map(|branch| branch.to);
                to.map(|to| Selection::at(Cursor::Branch { from, to }))
            }
            _ => None,
        }
        .unwrap_or_else(|| self.owner.selection(map))
    }
}

impl Owner {
    /// What the cursor stands on; in an empty cell its lane.
    pub fn of(selection: &Selection) -> Option<Self> {
        if let Some(card) = selection.cards.last() {
            return Some(Self::Card(*card));
        }
        Some(match selection.cursor? {
            Cursor::Title => Self::Title,
            Cursor::Scenario => Self::Scenario,
            Cursor::Omtm => Self::Omtm,
            Cursor::Persona(id) => Self::Persona(id),
            Cursor::Phase(phase) => Self::Phase(phase),
            Cursor::Stage(id) => Self::Stage(id),
            Cursor::Step(id) => Self::Step(id),
            Cursor::Lane(lane) | Cursor::Cell { lane, .. } => Self::Lane(lane),
            Cursor::Link { from, .. } => Self::Card(from),
            Cursor::Branch { from, .. } => Self::Step(from),
        })
    }

    /// What is selected when somebody goes there. Of the map as a whole that is nothing, which shows it in the inspector.
    pub fn selection(self, map: &JourneyMap) -> Selection {
        let cursor = match self {
            Self::Title => Cursor::Title,
            Self::Scenario => Cursor::Scenario,
            Self::Omtm => Cursor::Omtm,
            Self::Persona(id) => Cursor::Persona(id),
            Self::Phase(phase) => Cursor::Phase(phase),
            Self::Stage(id) => Cursor::Stage(id),
            Self::Step(id) => Cursor::Step(id),
            Self::Lane(id) => Cursor::Lane(id),
            Self::Map => return Selection::default(),
            Self::Card(id) => {
                let Some((step, card)) = map.card(id) else { return Selection::default() };
                return match step {
                    Some(step) => Selection::card(Cursor::Cell { lane: card.lane, step: step.id, persona: None }, id),
                    None => Selection { cards: vec![id], ..Selection::default() },
                };
            }
        };
        Selection::at(cursor)
    }
}
