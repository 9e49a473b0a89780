//! What makes a map invalid. Advice is not given here ([`crate::lint`] does that). Must not know words: a fault says with
//! ids what is wrong and where.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use serde::{Deserialize, Serialize};

use super::value::Value;
use super::{
    Card, CardId, Channel, ChannelId, Content, ContentKind, EvidenceId, JourneyMap, LaneId, LossRates, Measured,
    Metric, PersonaId, Phase, ScoreState, SegmentId, Stage, StageId, Step, StepId, Touchpoint,
};

/// Anything in a map that has an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Thing {
    /// A persona.
    Persona(PersonaId),
    /// A segment.
    Segment(SegmentId),
    /// A stage.
    Stage(StageId),
    /// A step.
    Step(StepId),
    /// A lane.
    Lane(LaneId),
    /// A card, on the map or in the tray.
    Card(CardId),
    /// A channel of the map's own.
    Channel(ChannelId),
    /// A piece of evidence.
    Evidence(EvidenceId),
}

impl Thing {
    /// Its id as text.
    pub fn id(self) -> String {
        match self {
            Self::Persona(id) => id.to_string(),
            Self::Segment(id) => id.to_string(),
            Self::Stage(id) => id.to_string(),
            Self::Step(id) => id.to_string(),
            Self::Lane(id) => id.to_string(),
            Self::Card(id) => id.to_string(),
            Self::Channel(id) => id.to_string(),
            Self::Evidence(id) => id.to_string(),
        }
    }

    /// The thing of a list that has this id.
    pub fn of_list(list: &str, id: &str) -> Option<Self> {
        Some(match list {
            "segments" => Self::Segment(id.parse().ok()?),
            "personas" => Self::Persona(id.parse().ok()?),
            "channels" => Self::Channel(id.parse().ok()?),
            "evidence" => Self::Evidence(id.parse().ok()?),
            "lanes" => Self::Lane(id.parse().ok()?),
            "stages" => Self::Stage(id.parse().ok()?),
            "steps" => Self::Step(id.parse().ok()?),
            "cards" | "tray" => Self::Card(id.parse().ok()?),
            _ => return None,
        })
    }

    /// All that a map says of it; nothing where it isn't there.
    pub fn value(self, map: &JourneyMap) -> Value {
        match self {
            Self::Persona(id) => Value::of(&map.persona(id)),
            Self::Segment(id) => Value::of(&map.segments.iter().find(|segment| segment.id == id)),
            Self::Stage(id) => Value::of(&map.stage(id)),
            Self::Step(id) => Value::of(&map.step(id)),
            Self::Lane(id) => Value::of(&map.lane(id)),
            Self::Card(id) => Value::of(&map.card(id).map(|(_, card)| card)),
            Self::Channel(id) => Value::of(&map.own_channel(id)),
            Self::Evidence(id) => Value::of(&map.evidence.iter().find(|evidence| evidence.id == id)),
        }
    }

    /// Whether a map holds it.
    pub fn is_in(self, map: &JourneyMap) -> bool {
        match self {
            Self::Persona(id) => map.persona(id).is_some(),
            Self::Segment(id) => map.segments.iter().any(|segment| segment.id == id),
            Self::Stage(id) => map.stage(id).is_some(),
            Self::Step(id) => map.step(id).is_some(),
            Self::Lane(id) => map.lane(id).is_some(),
            Self::Card(id) => map.card(id).is_some(),
            Self::Channel(id) => map.own_channel(id).is_some(),
            Self::Evidence(id) => map.evidence.iter().any(|evidence| evidence.id == id),
        }
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Persona(id) => write!(f, "persona {id}"),
            Self::Segment(id) => write!(f, "segment {id}"),
            Self::Stage(id) => write!(f, "stage {id}"),
            Self::Step(id) => write!(f, "step {id}"),
            Self::Lane(id) => write!(f, "lane {id}"),
            Self::Card(id) => write!(f, "card {id}"),
            Self::Channel(id) => write!(f, "channel {id}"),
            Self::Evidence(id) => write!(f, "evidence {id}"),
        }
    }
}

/// Which figure of a measured score is impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Number of answers: at least 1.
    Answers,
    /// Mean: −2…+2.
    Mean,
    /// Standard deviation: a number from 0 on.
    Spread,
    /// Share of bad answers: 0…1.
    Bad,
}

/// One thing that makes a map invalid.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Two things of one kind have the same id.
    Duplicate(Thing),
    /// Something names what isn't there.
    Unknown {
        /// What names it.
        at: Thing,
        /// What is named.
        named: Thing,
    },
    /// A card lies in a lane that has no cards.
    LaneWithoutCards {
        /// The card.
        card: CardId,
        /// The lane: emotion, time or computed.
        lane: LaneId,
    },
    /// A card holds something else than the cards of its lane.
    WrongContent {
        /// The card.
        card: CardId,
        /// What the lane's cards hold.
        expected: ContentKind,
        /// What it holds.
        found: ContentKind,
    },
    /// A card's span ends before its own step.
    SpanBeforeStart {
        /// The card.
        card: CardId,
        /// Where it should end.
        until: StepId,
    },
    /// A card in the tray has a span.
    SpanInTray(CardId),
    /// An opportunity answers a card that is no pain point.
    NotPainPoint {
        /// The opportunity.
        card: CardId,
        /// What it answers.
        answers: CardId,
    },
    /// A touchpoint says that something was said first at a card that is no touchpoint, or at itself.
    NotTouchpoint {
        /// The touchpoint.
        card: CardId,
        /// Where it should have been said.
        said_first: CardId,
    },
    /// This stage's phase comes back after another one, or comes after a later one.
    PhaseOrder(StageId),
    /// A score says that it is known, with neither a belief nor a measurement.
    EmptyScore {
        /// The step.
        step: StepId,
        /// Whose score.
        persona: PersonaId,
    },
    /// A measurement has an impossible figure.
    Measured {
        /// The step.
        step: StepId,
        /// Whose score.
        persona: PersonaId,
        /// Which figure.
        figure: Figure,
    },
    /// A metric's figure is infinite or no number.
    NotFinite {
        /// The card; none: a metric of the whole map.
        card: Option<CardId>,
    },
    /// Not 0 ≤ first ≤ second ≤ 1.
    LossRates,
    /// A picture's file name leads out of the map's folder of images.
    FileName {
        /// What names it; none: the map, as its logo.
        at: Option<Thing>,
        /// The name.
        name: String,
    },
    /// A conflict is about something that isn't there.
    LostConflict(Thing),
}

impl Fault {
    /// Where it is; none where it concerns the map as a whole.
    pub const fn at(&self) -> Option<Thing> {
        Some(match self {
            Self::Duplicate(at) | Self::Unknown { at, .. } | Self::FileName { at: Some(at), .. } => *at,
            Self::LaneWithoutCards { card, .. }
            | Self::WrongContent { card, .. }
            | Self::SpanBeforeStart { card, .. }
            | Self::SpanInTray(card)
            | Self::NotPainPoint { card, .. }
            | Self::NotTouchpoint { card, .. }
            | Self::NotFinite { card: Some(card) } => Thing::Card(*card),
            Self::LostConflict(at) => *at,
            Self::PhaseOrder(stage) => Thing::Stage(*stage),
            Self::EmptyScore { step, .. } | Self::Measured { step, .. } => Thing::Step(*step),
            Self::NotFinite { card: None } | Self::LossRates | Self::FileName { at: None, .. } => return None,
        })
    }
}

/// Everything that makes the map invalid; a valid map has none.
pub fn check(map: &JourneyMap) -> Vec<Fault> {
    let mut faults = Vec::new();
    let index = Index::new(map, &mut faults);
    for persona in &map.personas {
        let at = Thing::Persona(persona.id);
        if let Some(segment) = persona.segment.filter(|id| !index.segments.contains(id)) {
            faults.push(Fault::Unknown { at, named: Thing::Segment(segment) });
        }
        if !is_file_name(&persona.portrait) {
            faults.push(Fault::FileName { at: Some(at), name: persona.portrait.clone() });
        }
    }
    if let Some(logo) = map.look.logo.as_ref().filter(|logo| !is_file_name(&logo.file)) {
        faults.push(Fault::FileName { at: None, name: logo.file.clone() });
    }
    if !loss_rates_hold(&map.loss_rates) {
        faults.push(Fault::LossRates);
    }
    if map.omtm.iter().chain(&map.metrics).any(|named| !is_finite(&named.metric)) {
        faults.push(Fault::NotFinite { card: None });
    }
    faults.extend(phase_fault(map.stages.iter().map(|stage| &**stage)).map(Fault::PhaseOrder));
    for (_, step) in map.steps() {
        index.check_step(step, &mut faults);
        for card in &step.cards {
            index.check_card(card, Some(step), &mut faults);
        }
    }
    for card in &map.tray {
        index.check_card(card, None, &mut faults);
    }
    let lost = map.conflicts.iter().filter_map(|conflict| conflict.at).filter(|at| !at.is_in(map));
    faults.extend(lost.map(Fault::LostConflict));
    faults
}

/// Everything that can be named, each in its set.
struct Index {
    personas: HashSet<PersonaId>,
    segments: HashSet<SegmentId>,
    evidence: HashSet<EvidenceId>,
    channels: HashSet<ChannelId>,
    lanes: HashMap<LaneId, Option<ContentKind>>,
    steps: HashMap<StepId, usize>,
    cards: HashMap<CardId, ContentKind>,
}

impl Index {
    /// The index of a map; what stands twice is a fault.
    fn new(map: &JourneyMap, faults: &mut Vec<Fault>) -> Self {
        let mut stages = HashSet::new();
        for stage in &map.stages {
            note(stages.insert(stage.id), Thing::Stage(stage.id), faults);
        }
        let mut lanes = HashMap::new();
        for lane in &map.lanes {
            note(lanes.insert(lane.id, lane.kind.content()).is_none(), Thing::Lane(lane.id), faults);
        }
        let mut steps = HashMap::new();
        for (place, (_, step)) in map.steps().enumerate() {
            note(steps.insert(step.id, place).is_none(), Thing::Step(step.id), faults);
        }
        let mut cards = HashMap::new();
        for card in map.cards().map(|(_, card)| card).chain(&map.tray) {
            note(cards.insert(card.id, card.content.kind()).is_none(), Thing::Card(card.id), faults);
        }
        Self {
            personas: unique(map.personas.iter().map(|persona| persona.id), Thing::Persona, faults),
            segments: unique(map.segments.iter().map(|segment| segment.id), Thing::Segment, faults),
            evidence: unique(map.evidence.iter().map(|evidence| evidence.id), Thing::Evidence, faults),
            channels: unique(map.channels.iter().map(|channel| channel.id), Thing::Channel, faults),
            lanes,
            steps,
            cards,
        }
    }

    fn check_step(&self, step: &Step, faults: &mut Vec<Fault>) {
        let at = Thing::Step(step.id);
        for branch in step.branches.iter().filter(|branch| !self.steps.contains_key(&branch.to)) {
            faults.push(Fault::Unknown { at, named: Thing::Step(branch.to) });
        }
        for (&persona, score) in &step.scores {
            if !self.personas.contains(&persona) {
                faults.push(Fault::Unknown { at, named: Thing::Persona(persona) });
            }
            if is_empty(&score.state) {
                faults.push(Fault::EmptyScore { step: step.id, persona });
            }
            let Some(measured) = score.measured() else { continue };
            if let Some(figure) = impossible(measured) {
                faults.push(Fault::Measured { step: step.id, persona, figure });
            }
            if let Some(evidence) = measured.evidence.filter(|id| !self.evidence.contains(id)) {
                faults.push(Fault::Unknown { at, named: Thing::Evidence(evidence) });
            }
        }
    }

    /// Faults of a card that lies at a step, or without one in the tray.
    fn check_card(&self, card: &Card, step: Option<&Step>, faults: &mut Vec<Fault>) {
        let at = Thing::Card(card.id);
        let found = card.content.kind();
        match self.lanes.get(&card.lane) {
            None => faults.push(Fault::Unknown { at, named: Thing::Lane(card.lane) }),
            Some(None) => faults.push(Fault::LaneWithoutCards { card: card.id, lane: card.lane }),
            Some(Some(expected)) if *expected != found => {
                faults.push(Fault::WrongContent { card: card.id, expected: *expected, found });
            }
            Some(Some(_)) => {}
        }
        match (card.until, step) {
            (None, _) => {}
            (Some(_), None) => faults.push(Fault::SpanInTray(card.id)),
            (Some(until), Some(step)) => match self.steps.get(&until) {
                None => faults.push(Fault::Unknown { at, named: Thing::Step(until) }),
                Some(end) if self.steps.get(&step.id) > Some(end) => {
                    faults.push(Fault::SpanBeforeStart { card: card.id, until });
                }
                Some(_) => {}
            },
        }
        let personas = card.personas.iter().filter(|id| !self.personas.contains(id));
        faults.extend(personas.map(|&id| Fault::Unknown { at, named: Thing::Persona(id) }));
        let evidence = card.evidence.iter().filter(|id| !self.evidence.contains(id));
        faults.extend(evidence.map(|&id| Fault::Unknown { at, named: Thing::Evidence(id) }));
        let links = card.links.iter().filter(|link| !self.cards.contains_key(&link.to));
        faults.extend(links.map(|link| Fault::Unknown { at, named: Thing::Card(link.to) }));
        self.check_content(card, at, faults);
        if let Content::Touchpoint(touchpoint) = &card.content {
            self.check_measured(card, touchpoint, step, faults);
        }
    }

    /// Faults of what customers answered about a touchpoint.
    fn check_measured(&self, card: &Card, touchpoint: &Touchpoint, step: Option<&Step>, faults: &mut Vec<Fault>) {
        for (&persona, measured) in &touchpoint.measured {
            if let Some(figure) = impossible(measured) {
                faults.push(match step {
                    Some(step) => Fault::Measured { step: step.id, persona, figure },
                    None => Fault::NotFinite { card: Some(card.id) },
                });
            }
            if let Some(evidence) = measured.evidence.filter(|id| !self.evidence.contains(id)) {
                faults.push(Fault::Unknown { at: Thing::Card(card.id), named: Thing::Evidence(evidence) });
            }
        }
    }

    fn check_content(&self, card: &Card, at: Thing, faults: &mut Vec<Fault>) {
        match &card.content {
            Content::Touchpoint(touchpoint) => {
                if let Some(Channel::Own(channel)) = touchpoint.channel
                    && !self.channels.contains(&channel)
                {
                    faults.push(Fault::Unknown { at, named: Thing::Channel(channel) });
                }
                let named = touchpoint.scores.keys().chain(touchpoint.measured.keys());
                let personas = named.filter(|id| !self.personas.contains(id));
                faults.extend(personas.map(|&id| Fault::Unknown { at, named: Thing::Persona(id) }));
                if let Some(first) = touchpoint.said_first {
                    match self.cards.get(&first) {
                        None => faults.push(Fault::Unknown { at, named: Thing::Card(first) }),
                        Some(ContentKind::Touchpoint) if first != card.id => {}
                        Some(_) => faults.push(Fault::NotTouchpoint { card: card.id, said_first: first }),
                    }
                }
            }
            Content::Opportunity(opportunity) => {
                for &answers in &opportunity.answers {
                    match self.cards.get(&answers) {
                        None => faults.push(Fault::Unknown { at, named: Thing::Card(answers) }),
                        Some(ContentKind::PainPoint) => {}
                        Some(_) => faults.push(Fault::NotPainPoint { card: card.id, answers }),
                    }
                }
            }
            Content::Metric(metric) if !is_finite(metric) => {
                faults.push(Fault::NotFinite { card: Some(card.id) });
            }
            Content::Image(image) if !is_file_name(&image.file) => {
                faults.push(Fault::FileName { at: Some(at), name: image.file.clone() });
            }
            Content::Text | Content::PainPoint(_) | Content::Metric(_) | Content::Image(_) | Content::Process => {}
        }
    }
}

fn note(new: bool, thing: Thing, faults: &mut Vec<Fault>) {
    if !new {
        faults.push(Fault::Duplicate(thing));
    }
}

fn unique<T: Copy + Eq + Hash>(
    ids: impl Iterator<Item = T>,
    thing: impl Fn(T) -> Thing,
    faults: &mut Vec<Fault>,
) -> HashSet<T> {
    let mut found = HashSet::new();
    for id in ids {
        note(found.insert(id), thing(id), faults);
    }
    found
}

/// The first stage whose phase breaks the order: phases never go back, and the stages of one phase stand together. Stages
/// without a phase may stand anywhere but within a phase.
pub fn phase_fault<'a>(stages: impl Iterator<Item = &'a Stage>) -> Option<StageId> {
    let mut last: Option<Phase> = None;
    let mut before: Option<Phase> = None;
    for stage in stages {
        if let Some(phase) = stage.phase {
            let goes_back = last.is_some_and(|last| phase < last);
            let comes_back = last == Some(phase) && before != Some(phase);
            if goes_back || comes_back {
                return Some(stage.id);
            }
            last = Some(phase);
        }
        before = stage.phase;
    }
    None
}

/// Whether a score says that it is known without saying anything.
pub const fn is_empty(state: &ScoreState) -> bool {
    matches!(state, ScoreState::Scored { believed: None, measured: None, .. })
}

/// The first figure of a measurement that can't be.
pub fn impossible(measured: &Measured) -> Option<Figure> {
    if measured.n == 0 {
        Some(Figure::Answers)
    } else if !(-2.0..=2.0).contains(&measured.mean) {
        Some(Figure::Mean)
    } else if measured.sd.is_some_and(|sd| !(sd.is_finite() && sd >= 0.0)) {
        Some(Figure::Spread)
    } else if measured
        .effective
        .is_some_and(|effective| !(effective > 0.0 && effective <= f64::from(measured.n) + 1e-6))
    {
        Some(Figure::Answers)
    } else if measured.bad.is_some_and(|bad| !(0.0..=1.0).contains(&bad)) {
        Some(Figure::Bad)
    } else {
        None
    }
}

/// Whether all figures of a metric are numbers.
pub fn is_finite(metric: &Metric) -> bool {
    [metric.baseline, metric.value, metric.target].iter().flatten().all(|value| value.is_finite())
}

/// Whether loss rates keep their order: 0 ≤ first ≤ second ≤ 1.
pub fn loss_rates_hold(rates: &LossRates) -> bool {
    (0.0..=1.0).contains(&rates.first) && (rates.first..=1.0).contains(&rates.second)
}

/// Whether a name, if there is one, names a file right in a folder on every platform: it has no separator of folders, drives
/// or streams, no control character, and is neither `.` nor `..`.
pub fn is_file_name(name: &str) -> bool {
    let odd = |c: char| matches!(c, '/' | '\\' | ':') || c.is_control();
    !name.chars().any(odd) && !matches!(name, "." | "..")
}
