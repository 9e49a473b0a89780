//! Small maps for tests, built in a few words. Ids are made from small numbers: step 3 is `step(3)`.

use std::sync::Arc;

use jiff::civil::Date;
use wayfelt::model::{
    Card, CardId, Content, Emotion, Evidence, EvidenceKind, Grade, Id, JourneyMap, Lane, LaneId, LaneKind, PainPoint,
    Persona, PersonaId, Score, Share, Stage, Step, StepId,
};

/// The id of a step, a card and so on, made of a small number.
pub fn id<T>(number: u64) -> Id<T> {
    Id::from_bits(number)
}

/// A map of one stage with so many steps (ids 1…), the personas 1 and 2, and one lane of each kind in the order of
/// `LaneKind::ALL` (ids 1…).
pub fn grid(steps: u64) -> JourneyMap {
    let mut stage = Stage::new(id(1), "Stage 1");
    stage.steps = (1..=steps).map(|n| Arc::new(Step::new(id(n), format!("Step {n}")))).collect();
    JourneyMap {
        title: "A map".to_owned(),
        personas: vec![Arc::new(Persona::new(id(1), "Minh")), Arc::new(Persona::new(id(2), "Hạnh"))],
        lanes: (1..).zip(LaneKind::ALL).map(|(n, kind)| Arc::new(Lane::new(id(n), kind))).collect(),
        stages: vec![Arc::new(stage)],
        ..JourneyMap::default()
    }
}

/// The lane of this kind in a [`grid`].
pub fn lane(kind: LaneKind) -> LaneId {
    let place = LaneKind::ALL.iter().position(|&other| other == kind).unwrap();
    id(place as u64 + 1)
}

/// A step, to be changed.
pub fn step_mut(map: &mut JourneyMap, step: StepId) -> &mut Step {
    let steps = map.stages.iter_mut().flat_map(|stage| Arc::make_mut(stage).steps.iter_mut());
    Arc::make_mut(steps.into_iter().find(|found| found.id == step).unwrap())
}

/// A card, to be changed.
pub fn card_mut(map: &mut JourneyMap, card: CardId) -> &mut Card {
    let steps = map.stages.iter_mut().flat_map(|stage| Arc::make_mut(stage).steps.iter_mut());
    let cards = steps.flat_map(|step| Arc::make_mut(step).cards.iter_mut()).chain(map.tray.iter_mut());
    Arc::make_mut(cards.into_iter().find(|found| found.id == card).unwrap())
}

/// Puts a card at the end of a step.
pub fn put(map: &mut JourneyMap, step: u64, card: u64, kind: LaneKind, content: Content) {
    let new = Card::new(id(card), lane(kind), format!("Card {card}"), content);
    step_mut(map, id(step)).cards.push(Arc::new(new));
}

/// Puts a card of the lane's kind, without data, at the end of a step.
pub fn put_plain(map: &mut JourneyMap, step: u64, card: u64, kind: LaneKind) {
    put(map, step, card, kind, kind.content().unwrap().empty());
}

/// A pain point's content.
pub fn pain(severity: Option<u8>, share: Option<f64>) -> Content {
    Content::PainPoint(PainPoint {
        severity: severity.map(|grade| Grade::new(grade).unwrap()),
        share: share.map(|share| Share::new(share).unwrap()),
    })
}

/// Gives the persona believed scores, step by step; `None` stays unknown.
pub fn believe(map: &mut JourneyMap, persona: PersonaId, scores: &[Option<f64>]) {
    for (n, score) in (1..).zip(scores) {
        if let Some(score) = score {
            step_mut(map, id(n)).scores.insert(persona, Score::believed(Emotion::new(*score).unwrap()));
        }
    }
}

/// A piece of evidence with a number for a name.
pub fn known(number: u64, kind: EvidenceKind, review_by: Option<Date>) -> Evidence {
    let name = format!("Evidence {number}");
    Evidence {
        id: id(number),
        kind,
        name,
        source: String::new(),
        date: None,
        review_by,
        n: None,
        notes: String::new(),
        survey: None,
    }
}
