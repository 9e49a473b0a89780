//! Any edit of any map, made of a few random numbers: names what is there, and now and then what isn't.

use std::collections::BTreeMap;
use std::sync::Arc;

use wayfelt::edit::{CardChange, Edit, LaneChange, MapChange, Place, StageChange, StepChange, TextAt};
use wayfelt::model::{
    Branch, Card, CardId, CardStyle, Channel, Content, ContentKind, Density, Emotion, Evidence, EvidenceKind, Grade,
    Id, Image, JourneyMap, Lane, LaneKind, Link, Look, LossRates, Measured, Metric, OwnChannel, Persona, Phase, Score,
    ScoreState, Segment, Stage, Step, Theme, Touchpoint,
};

/// Random numbers, taken one after the other; 0 when there are no more.
pub struct Dice<'a>(pub &'a [u32]);

impl Dice<'_> {
    /// 0…sides − 1.
    pub fn roll(&mut self, sides: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first as usize % sides.max(1)
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.roll(2) == 1).then(|| make(self))
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        if list.is_empty() { None } else { Some(list[self.roll(list.len())]) }
    }

    /// An id of the list, now and then a new or unknown one.
    fn id<T>(&mut self, list: &[Id<T>]) -> Id<T> {
        if self.roll(30) == 0 { self.fresh() } else { self.pick(list).unwrap_or(Id::from_bits(999)) }
    }

    fn fresh<T>(&mut self) -> Id<T> {
        Id::from_bits(1000 + self.roll(1 << 20) as u64)
    }

    fn ids<T>(&mut self, list: &[Id<T>]) -> Vec<Id<T>> {
        (0..self.roll(4)).map(|_| self.id(list)).collect()
    }

    fn text(&mut self) -> String {
        match self.roll(9) {
            0..6 => ["", "a", "Chờ giao hàng", "e\u{301}", "two\r\nlines", "bell\u{7}"][self.roll(6)].to_owned(),
            // One that stands nowhere else.
            _ => format!("lời {}", self.roll(1 << 30)),
        }
    }
}

struct Ids {
    stages: Vec<Id<Stage>>,
    steps: Vec<Id<Step>>,
    lanes: Vec<Id<Lane>>,
    cards: Vec<CardId>,
    personas: Vec<Id<Persona>>,
    segments: Vec<Id<Segment>>,
    evidence: Vec<Id<Evidence>>,
    channels: Vec<Id<OwnChannel>>,
}

fn ids(map: &JourneyMap) -> Ids {
    Ids {
        stages: map.stages.iter().map(|stage| stage.id).collect(),
        steps: map.steps().map(|(_, step)| step.id).collect(),
        lanes: map.lanes.iter().map(|lane| lane.id).collect(),
        cards: map.cards().map(|(_, card)| card).chain(&map.tray).map(|card| card.id).collect(),
        personas: map.personas.iter().map(|persona| persona.id).collect(),
        segments: map.segments.iter().map(|segment| segment.id).collect(),
        evidence: map.evidence.iter().map(|evidence| evidence.id).collect(),
        channels: map.channels.iter().map(|channel| channel.id).collect(),
    }
}

/// An edit that could be made of this map. It may be refused.
pub fn any_edit(map: &JourneyMap, dice: &mut Dice<'_>) -> Edit {
    let ids = ids(map);
    match dice.roll(36) {
        0 => Edit::All((0..dice.roll(4)).map(|_| any_edit(map, dice)).collect()),
        1 => Edit::SetText { at: text_at(&ids, dice), text: dice.text() },
        2 => Edit::SetMap(map_change(map, dice)),
        3 => Edit::InsertStage { at: dice.roll(ids.stages.len() + 1), stage: Arc::new(stage(&ids, dice)) },
        // What takes much away is rare, so that maps grow.
        4 if dice.roll(4) == 0 => Edit::RemoveStage(dice.id(&ids.stages)),
        5 => Edit::MoveStage { id: dice.id(&ids.stages), to: dice.roll(ids.stages.len() + 1) },
        6 => Edit::SetStage(
            dice.id(&ids.stages),
            match dice.roll(5) {
                0 => StageChange::ExpectedTouchpoints(dice.maybe(|dice| dice.roll(9) as u32)),
                1 => StageChange::ObservedTouchpoints(dice.maybe(|dice| dice.roll(9) as u32)),
                _ => StageChange::Phase(dice.maybe(|dice| Phase::ALL[dice.roll(3)])),
            },
        ),
        7 | 8 => Edit::InsertStep { stage: dice.id(&ids.stages), at: dice.roll(4), step: Arc::new(step(&ids, dice)) },
        9 => Edit::RemoveStep(dice.id(&ids.steps)),
        10 => Edit::MoveStep { id: dice.id(&ids.steps), stage: dice.id(&ids.stages), to: dice.roll(4) },
        11 => Edit::SetStep(dice.id(&ids.steps), step_change(&ids, dice)),
        12 => Edit::SetScore { step: dice.id(&ids.steps), persona: dice.id(&ids.personas), score: score(&ids, dice) },
        13 => Edit::InsertLane { at: dice.roll(ids.lanes.len() + 1), lane: Arc::new(lane(dice)) },
        14 if dice.roll(4) == 0 => Edit::RemoveLane(dice.id(&ids.lanes)),
        15 => Edit::MoveLane { id: dice.id(&ids.lanes), to: dice.roll(ids.lanes.len() + 1) },
        16 => Edit::SetLane(dice.id(&ids.lanes), lane_change(dice)),
        17 => match dice.roll(3) {
            0 => Edit::InsertPersona { at: dice.roll(3), persona: Arc::new(persona(&ids, dice)) },
            1 => Edit::RemovePersona(dice.id(&ids.personas)),
            _ => Edit::MovePersona { id: dice.id(&ids.personas), to: dice.roll(3) },
        },
        18 => {
            let persona = Persona { id: dice.id(&ids.personas), ..persona(&ids, dice) };
            Edit::SetPersona(Arc::new(persona))
        }
        19..=27 => Edit::InsertCard { place: place(&ids, dice), card: Arc::new(card(&ids, dice)) },
        28 => Edit::RemoveCards(dice.ids(&ids.cards)),
        29 | 30 => Edit::MoveCards { ids: dice.ids(&ids.cards), to: place(&ids, dice) },
        _ => Edit::SetCard(dice.id(&ids.cards), card_change(&ids, dice)),
    }
}

fn text_at(ids: &Ids, dice: &mut Dice<'_>) -> TextAt {
    match dice.roll(15) {
        0 => TextAt::Title,
        1 => TextAt::Scenario,
        2 => TextAt::MapNotes,
        3 => TextAt::PhaseName(Phase::ALL[dice.roll(3)]),
        4 => TextAt::StageName(dice.id(&ids.stages)),
        5 => TextAt::StageNotes(dice.id(&ids.stages)),
        6 => TextAt::StepName(dice.id(&ids.steps)),
        7 => TextAt::StepNotes(dice.id(&ids.steps)),
        8 => TextAt::LaneName(dice.id(&ids.lanes)),
        9 => TextAt::PersonaName(dice.id(&ids.personas)),
        10 => TextAt::CardNotes(dice.id(&ids.cards)),
        11 => TextAt::CardOwner(dice.id(&ids.cards)),
        12 => TextAt::LinkLabel(dice.id(&ids.cards), dice.id(&ids.cards)),
        13 => TextAt::BranchLabel(dice.id(&ids.steps), dice.id(&ids.steps)),
        _ => TextAt::CardText(dice.id(&ids.cards)),
    }
}

fn map_change(map: &JourneyMap, dice: &mut Dice<'_>) -> MapChange {
    match dice.roll(6) {
        5 => MapChange::RulesOff((0..dice.roll(4)).map(|_| dice.text()).collect()),
        4 => MapChange::Look(Box::new(Look {
            theme: Theme::ALL[dice.roll(5)],
            density: Density::ALL[dice.roll(3)],
            cards: CardStyle::ALL[dice.roll(3)],
            logo: dice.maybe(|dice| Image { file: dice.text(), alternative: dice.text() }),
            ..Look::default()
        })),
        0 => {
            let mut segments = map.segments.clone();
            if dice.roll(2) == 0 {
                segments.pop();
            } else {
                segments.push(Segment { id: dice.fresh(), name: dice.text(), size: None, fields: Vec::new() });
            }
            MapChange::Segments(segments)
        }
        1 => {
            let mut channels = map.channels.clone();
            if dice.roll(2) == 0 {
                channels.pop();
            } else {
                let kind = wayfelt::model::ChannelKind::Digital;
                channels.push(OwnChannel {
                    id: dice.fresh(),
                    name: dice.text(),
                    kind,
                    mobile: false,
                    icon: String::new(),
                });
            }
            MapChange::Channels(channels)
        }
        2 => {
            let mut evidence = map.evidence.clone();
            if dice.roll(2) == 0 {
                evidence.pop();
            } else {
                evidence.push(Evidence {
                    id: dice.fresh(),
                    kind: EvidenceKind::Survey,
                    name: dice.text(),
                    source: String::new(),
                    date: None,
                    review_by: None,
                    n: None,
                    notes: String::new(),
                    survey: None,
                });
            }
            MapChange::Evidence(evidence)
        }
        _ => {
            let rate = |dice: &mut Dice<'_>| dice.roll(13) as f64 / 10.0 - 0.1;
            MapChange::LossRates(LossRates { first: rate(dice), second: rate(dice), source: dice.text() })
        }
    }
}

fn stage(ids: &Ids, dice: &mut Dice<'_>) -> Stage {
    let mut stage = Stage::new(dice.fresh(), dice.text());
    stage.phase = dice.maybe(|dice| Phase::ALL[dice.roll(3)]);
    stage.steps = (0..dice.roll(3)).map(|_| Arc::new(step(ids, dice))).collect();
    stage
}

fn step(ids: &Ids, dice: &mut Dice<'_>) -> Step {
    let mut step = Step::new(dice.fresh(), dice.text());
    step.cards = (0..dice.roll(3)).map(|_| Arc::new(card(ids, dice))).collect();
    if let Some(persona) = dice.maybe(|dice| dice.id(&ids.personas)) {
        step.scores.insert(persona, score(ids, dice));
    }
    step.branches = branches(ids, dice);
    step
}

fn branches(ids: &Ids, dice: &mut Dice<'_>) -> Vec<Branch> {
    dice.ids(&ids.steps).into_iter().map(|to| Branch { to, label: dice.text() }).collect()
}

fn score(ids: &Ids, dice: &mut Dice<'_>) -> Score {
    let state = match dice.roll(5) {
        0 => ScoreState::Unknown,
        1 => ScoreState::NotInvolved,
        _ => ScoreState::Scored {
            believed: dice.maybe(|dice| Emotion::clamped(dice.roll(50) as f64 / 10.0 - 2.5)),
            measured: dice.maybe(|dice| Measured {
                n: dice.roll(40) as u32,
                mean: dice.roll(50) as f64 / 10.0 - 2.5,
                sd: dice.maybe(|dice| dice.roll(4) as f64 - 0.5),
                bad: None,
                effective: dice.maybe(|dice| dice.roll(50) as f64),
                evidence: dice.maybe(|dice| dice.id(&ids.evidence)),
            }),
            validated: dice.roll(2) == 0,
        },
    };
    Score { state, expected: dice.maybe(|_| Emotion::BEST) }
}

fn step_change(ids: &Ids, dice: &mut Dice<'_>) -> StepChange {
    match dice.roll(4) {
        0 => StepChange::MomentOfTruth(dice.roll(2) == 0),
        1 => StepChange::ActiveMinutes(dice.maybe(|dice| dice.roll(60) as u32)),
        2 => StepChange::Width(dice.maybe(|dice| dice.roll(400) as u16)),
        _ => StepChange::Branches(branches(ids, dice)),
    }
}

fn lane(dice: &mut Dice<'_>) -> Lane {
    Lane { locked: dice.roll(12) == 0, ..Lane::new(dice.fresh(), LaneKind::ALL[dice.roll(20)]) }
}

fn lane_change(dice: &mut Dice<'_>) -> LaneChange {
    match dice.roll(6) {
        0 => LaneChange::Locked(dice.roll(8) == 0),
        1 => LaneChange::Hidden(dice.roll(2) == 0),
        2 => LaneChange::Collapsed(dice.roll(2) == 0),
        _ => LaneChange::Kind(LaneKind::ALL[dice.roll(20)]),
    }
}

fn persona(ids: &Ids, dice: &mut Dice<'_>) -> Persona {
    let mut persona = Persona::new(dice.fresh(), dice.text());
    persona.segment = dice.maybe(|dice| dice.id(&ids.segments));
    persona.portrait = ["", "minh.png", "../minh.png"][dice.roll(3)].to_owned();
    persona
}

fn place(ids: &Ids, dice: &mut Dice<'_>) -> Place {
    if dice.roll(5) == 0 {
        Place::Tray { at: dice.roll(3) }
    } else {
        Place::Cell { step: dice.id(&ids.steps), lane: dice.id(&ids.lanes), at: dice.roll(2) }
    }
}

fn card(ids: &Ids, dice: &mut Dice<'_>) -> Card {
    let kind = ContentKind::Text;
    let kinds = [kind, ContentKind::Touchpoint, ContentKind::Opportunity, ContentKind::Metric, ContentKind::PainPoint];
    let kind = kinds[dice.roll(5)];
    let content = content(kind, ids, dice);
    let mut card = Card::new(dice.fresh(), dice.id(&ids.lanes), dice.text(), content);
    card.until = dice.maybe(|dice| dice.id(&ids.steps));
    card.personas = dice.ids(&ids.personas);
    card.links = links(ids, dice);
    card.evidence = dice.ids(&ids.evidence);
    card
}

fn links(ids: &Ids, dice: &mut Dice<'_>) -> Vec<Link> {
    dice.ids(&ids.cards).into_iter().map(|to| Link { to, label: dice.text() }).collect()
}

fn content(kind: ContentKind, ids: &Ids, dice: &mut Dice<'_>) -> Content {
    match kind.empty() {
        Content::Touchpoint(_) => Content::Touchpoint(Touchpoint {
            channel: match dice.roll(3) {
                0 => None,
                1 => Some(Channel::Email),
                _ => Some(Channel::Own(dice.id(&ids.channels))),
            },
            said_first: dice.maybe(|dice| dice.id(&ids.cards)),
            scores: dice.ids(&ids.personas).into_iter().map(|id| (id, Emotion::WORST)).collect::<BTreeMap<_, _>>(),
            ..Touchpoint::default()
        }),
        Content::Opportunity(mut opportunity) => {
            opportunity.answers = dice.ids(&ids.cards);
            opportunity.impact = dice.maybe(|_| Grade::new(3).unwrap());
            Content::Opportunity(opportunity)
        }
        Content::Metric(metric) => {
            Content::Metric(Metric { value: dice.maybe(|dice| [1.0, f64::NAN, f64::INFINITY][dice.roll(3)]), ..metric })
        }
        Content::Image(mut image) => {
            image.file = ["", "a.png", "../a.png", "c:\\a.png"][dice.roll(4)].to_owned();
            Content::Image(image)
        }
        other @ (Content::Text | Content::PainPoint(_) | Content::Process) => other,
    }
}

fn card_change(ids: &Ids, dice: &mut Dice<'_>) -> CardChange {
    match dice.roll(7) {
        0 | 1 => CardChange::Until(dice.maybe(|dice| dice.id(&ids.steps))),
        2 => CardChange::Personas(dice.ids(&ids.personas)),
        3 => CardChange::Links(links(ids, dice)),
        4 => CardChange::Evidence(dice.ids(&ids.evidence)),
        5 => CardChange::Votes(dice.roll(9) as u32),
        _ => {
            let kinds = [ContentKind::Touchpoint, ContentKind::Opportunity, ContentKind::Metric, ContentKind::Image];
            CardChange::Content(content(kinds[dice.roll(4)], ids, dice))
        }
    }
}
