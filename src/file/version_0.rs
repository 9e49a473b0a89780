//! Format 0, frozen: the first maps, before cards had a kind of their own and scores more than a figure. Read only, and
//! made a map of format 1. Its types are its own, so that the model can change and these files still open.
//!
//! | format 0 | format 1 |
//! | --- | --- |
//! | `emotions: {persona: −1.5}` on a step | `scores`, each a score that the team believes |
//! | `moment: true` | `moment_of_truth: true` |
//! | a card's `severity` and `share` (percent), `channel`, `impact`, `effort` | the content of the lane's kind |
//! | `phase` of a stage as Before, During, After | `PrePurchase`, `Purchase`, `PostPurchase` |
//! | `lanes: [(id, kind: Pains)]` | `PainPoints`, and so on |
//!
//! What a card says beyond its lane's kind goes into its notes: nothing is dropped.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::model::{
    Card, CardId, Channel, ChannelId, Content, Emotion, Grade, JourneyMap, Lane, LaneId, LaneKind, Language,
    Opportunity, OwnChannel, PainPoint, Persona, PersonaId, Phase, Score, Share, Stage, StageId, Step, StepId,
    Touchpoint, unique,
};

/// A file of format 0.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "MapFile")]
pub(super) struct Document {
    #[expect(dead_code, reason = "read before; named here so that it is no unknown field")]
    format: u32,
    map: Map0,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "JourneyMap")]
struct Map0 {
    #[serde(default)]
    title: String,
    #[serde(default)]
    scenario: String,
    #[serde(default)]
    language: Language0,
    #[serde(default)]
    personas: Vec<Persona0>,
    #[serde(default)]
    lanes: Vec<Lane0>,
    #[serde(default)]
    stages: Vec<Stage0>,
}

#[derive(Deserialize, Default, Clone, Copy)]
enum Language0 {
    #[default]
    En,
    Vi,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Persona")]
struct Persona0 {
    id: PersonaId,
    name: String,
    #[serde(default)]
    goal: String,
    #[serde(default)]
    quote: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Lane")]
struct Lane0 {
    id: LaneId,
    kind: LaneKind0,
    #[serde(default)]
    name: String,
}

#[derive(Deserialize, Clone, Copy)]
enum LaneKind0 {
    Actions,
    Thoughts,
    Emotion,
    Touchpoints,
    Pains,
    Ideas,
    Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Stage")]
struct Stage0 {
    id: StageId,
    name: String,
    #[serde(default)]
    phase: Option<Phase0>,
    #[serde(default)]
    steps: Vec<Step0>,
}

#[derive(Deserialize, Clone, Copy)]
enum Phase0 {
    Before,
    During,
    After,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Step")]
struct Step0 {
    id: StepId,
    name: String,
    #[serde(default)]
    moment: bool,
    #[serde(default, deserialize_with = "unique")]
    emotions: BTreeMap<PersonaId, Emotion>,
    #[serde(default)]
    cards: Vec<Card0>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Card")]
struct Card0 {
    id: CardId,
    lane: LaneId,
    #[serde(default)]
    text: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    severity: Option<Grade>,
    /// In percent.
    #[serde(default)]
    share: Option<u8>,
    #[serde(default)]
    impact: Option<Grade>,
    #[serde(default)]
    effort: Option<Grade>,
}

impl From<Document> for JourneyMap {
    fn from(document: Document) -> Self {
        let old = document.map;
        let mut map = Self {
            title: old.title,
            scenario: old.scenario,
            language: match old.language {
                Language0::En => Language::En,
                Language0::Vi => Language::Vi,
            },
            ..Self::default()
        };
        map.personas = old.personas.into_iter().map(|old| Arc::new(persona(old))).collect();
        let kinds: BTreeMap<LaneId, LaneKind0> = old.lanes.iter().map(|lane| (lane.id, lane.kind)).collect();
        map.lanes = old.lanes.into_iter().map(|old| Arc::new(lane(old))).collect();
        let mut channels = Channels::default();
        map.stages = old.stages.into_iter().map(|old| Arc::new(stage(old, &kinds, &mut channels))).collect();
        map.channels = channels.own;
        map
    }
}

fn persona(old: Persona0) -> Persona {
    let mut new = Persona::new(old.id, old.name);
    (new.goal, new.quote) = (old.goal, old.quote);
    new
}

fn lane(old: Lane0) -> Lane {
    let mut new = Lane::new(
        old.id,
        match old.kind {
            LaneKind0::Actions => LaneKind::Actions,
            LaneKind0::Thoughts => LaneKind::Thoughts,
            LaneKind0::Emotion => LaneKind::Emotion,
            LaneKind0::Touchpoints => LaneKind::Touchpoints,
            LaneKind0::Pains => LaneKind::PainPoints,
            LaneKind0::Ideas => LaneKind::Opportunities,
            LaneKind0::Text => LaneKind::Text,
        },
    );
    new.name = old.name;
    new
}

fn stage(old: Stage0, kinds: &BTreeMap<LaneId, LaneKind0>, channels: &mut Channels) -> Stage {
    let mut new = Stage::new(old.id, old.name);
    new.phase = old.phase.map(|phase| match phase {
        Phase0::Before => Phase::PrePurchase,
        Phase0::During => Phase::Purchase,
        Phase0::After => Phase::PostPurchase,
    });
    new.steps = old.steps.into_iter().map(|old| Arc::new(step(old, kinds, channels))).collect();
    new
}

fn step(old: Step0, kinds: &BTreeMap<LaneId, LaneKind0>, channels: &mut Channels) -> Step {
    let mut new = Step::new(old.id, old.name);
    new.moment_of_truth = old.moment;
    new.scores = old.emotions.into_iter().map(|(persona, emotion)| (persona, Score::believed(emotion))).collect();
    let with_kind = |old: Card0| {
        let kind = kinds.get(&old.lane).copied();
        (old, kind)
    };
    new.cards = old.cards.into_iter().map(with_kind).map(|(old, kind)| Arc::new(card(old, kind, channels))).collect();
    new
}

fn card(old: Card0, kind: Option<LaneKind0>, channels: &mut Channels) -> Card {
    let Card0 { id, lane, text, owner, mut channel, mut severity, mut share, mut impact, mut effort } = old;
    let content = match kind {
        Some(LaneKind0::Touchpoints) => {
            let channel = channels.of(std::mem::take(&mut channel), id);
            Content::Touchpoint(Touchpoint { channel, ..Touchpoint::default() })
        }
        Some(LaneKind0::Pains) => Content::PainPoint(PainPoint {
            severity: severity.take(),
            share: share.take_if(|share| *share <= 100).and_then(|share| Share::new(f64::from(share) / 100.0).ok()),
        }),
        Some(LaneKind0::Ideas) => {
            Content::Opportunity(Opportunity { impact: impact.take(), effort: effort.take(), ..Opportunity::default() })
        }
        Some(LaneKind0::Actions | LaneKind0::Thoughts | LaneKind0::Emotion | LaneKind0::Text) | None => Content::Text,
    };
    let mut new = Card::new(id, lane, text, content);
    new.owner = owner;
    let grade = |name: &str, grade: Option<Grade>| grade.map(|grade| format!("{name}: {}", grade.value()));
    let left = [
        (!channel.is_empty()).then(|| format!("channel: {channel}")),
        grade("severity", severity),
        share.map(|share| format!("share: {share}%")),
        grade("impact", impact),
        grade("effort", effort),
    ];
    new.notes = left.into_iter().flatten().collect::<Vec<_>>().join("\n");
    new
}

/// Channels were free words; each becomes one of the map's own, once.
#[derive(Default)]
struct Channels {
    own: Vec<OwnChannel>,
}

impl Channels {
    fn of(&mut self, name: String, card: CardId) -> Option<Channel> {
        if name.is_empty() {
            return None;
        }
        if let Some(known) = self.own.iter().find(|own| own.name == name) {
            return Some(Channel::Own(known.id));
        }
        // The same file gives the same map: the first card that names it lends its id.
        let id = ChannelId::from_bits(card.bits());
        self.own.push(OwnChannel::new(id, name));
        Some(Channel::Own(id))
    }
}
