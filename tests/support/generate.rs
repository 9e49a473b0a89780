//! Maps of any number of cards, always the same ones, for benches and tests.

use std::sync::Arc;

use wayfelt::model::{
    Card, Channel, Content, Emotion, Grade, IdSource, JourneyMap, Lane, LaneKind, Language, Measured, Opportunity,
    PainPoint, Persona, PersonaId, Phase, Reply, ReplyId, Score, ScoreState, Share, Stage, Step, Touchpoint,
};

/// Lanes that hold cards, and one that holds scores.
const LANES: [LaneKind; 14] = [
    LaneKind::Actions,
    LaneKind::Touchpoints,
    LaneKind::Thoughts,
    LaneKind::Emotion,
    LaneKind::PainPoints,
    LaneKind::Opportunities,
    LaneKind::Expectations,
    LaneKind::Needs,
    LaneKind::Quotes,
    LaneKind::Frontstage,
    LaneKind::Backstage,
    LaneKind::Systems,
    LaneKind::Evidence,
    LaneKind::Owners,
];
/// Cards of a cell that is full.
const CARDS_A_CELL: usize = 4;
const STEPS_A_STAGE: usize = 4;

const WORDS: [&str; 28] = [
    "khách",
    "phải",
    "chờ",
    "rất",
    "lâu",
    "ở",
    "quầy",
    "và",
    "không",
    "ai",
    "báo",
    "gì",
    "Waiting",
    "for",
    "the",
    "answer",
    "takes",
    "two",
    "days",
    "nobody",
    "calls",
    "back",
    "ứng dụng",
    "báo lỗi",
    "đặt lại",
    "mật khẩu",
    "giao hàng",
    "đúng hẹn",
];

/// A map with that many cards: a few for a small number, up to 52 in each step.
pub(crate) fn map(cards: usize) -> JourneyMap {
    let full = CARDS_A_CELL * (LANES.len() - 1);
    shaped(cards, cards.div_ceil(full).max(cards.min(3)), LANES.len())
}

/// A map of that many steps and lanes, with a card in each cell that can hold one.
pub(crate) fn wide(steps: usize, lanes: usize) -> JourneyMap {
    shaped(steps * (lanes - 1), steps, lanes)
}

fn shaped(cards: usize, step_count: usize, lane_count: usize) -> JourneyMap {
    let mut ids = IdSource::seeded(1);
    // There is one curve; the other kinds come again and again.
    let again = LANES.into_iter().filter(|kind| *kind != LaneKind::Emotion).cycle();
    let lanes: Vec<Arc<Lane>> =
        LANES.into_iter().chain(again).take(lane_count).map(|kind| Arc::new(Lane::new(ids.fresh(), kind))).collect();
    let personas = vec![Arc::new(Persona::new(ids.fresh(), "Minh")), Arc::new(Persona::new(ids.fresh(), "Hạnh"))];
    let mut map = JourneyMap {
        title: format!("Bản đồ {cards} thẻ"),
        scenario: "Khách lần đầu dùng dịch vụ".to_owned(),
        language: Language::Vi,
        lanes,
        personas,
        ..JourneyMap::default()
    };
    let mut made = 0;
    for step_number in 0..step_count {
        if step_number % STEPS_A_STAGE == 0 {
            let mut stage = Stage::new(ids.fresh(), words(step_number, 2));
            let phase = step_number * 3 / step_count;
            stage.phase = Phase::ALL.get(phase).copied();
            map.stages.push(Arc::new(stage));
        }
        let mut step = Step::new(ids.fresh(), words(step_number * 7, 3));
        step.moment_of_truth = step_number % 9 == 4;
        for (number, persona) in map.personas.iter().enumerate() {
            score(&mut step, persona.id, step_number + number * 3);
        }
        let wanted = (cards - made).div_ceil(step_count - step_number);
        for place in 0..wanted {
            let holding: Vec<&Arc<Lane>> = map.lanes.iter().filter(|lane| lane.kind.content().is_some()).collect();
            let lane = holding[place % holding.len()];
            let card = Card::new(ids.fresh(), lane.id, words(made * 3, 2 + made % 11), content(lane.kind, made));
            step.cards.push(Arc::new(card));
            made += 1;
        }
        if let Some(stage) = map.stages.last_mut() {
            Arc::make_mut(stage).steps.push(Arc::new(step));
        }
    }
    reply(&mut map, ids.fresh());
    map
}

/// What a reader of its page said to the first step and card.
fn reply(map: &mut JourneyMap, id: ReplyId) {
    let step = map.steps().next().map(|(_, step)| step.id);
    let card = map.cards().next().map(|(_, card)| card.id);
    let reply = Reply {
        revision: 1,
        name: "Thảo".to_owned(),
        date: None,
        steps: step.map(|step| (step, words(3, 6))).into_iter().collect(),
        cards: card.map(|card| (card, words(5, 4))).into_iter().collect(),
        scores: step.and_then(|step| Some((step, Emotion::new(-1.0).ok()?))).into_iter().collect(),
        votes: card.into_iter().collect(),
    };
    if reply.count() > 0 {
        map.replies.insert(id, reply);
    }
}

fn words(seed: usize, count: usize) -> String {
    let mut text =
        (0..count).map(|i| WORDS[(seed * 5 + i * (3 + seed % 4)) % WORDS.len()]).collect::<Vec<_>>().join(" ");
    text.push_str(&format!(" {seed}"));
    text
}

fn score(step: &mut Step, persona: PersonaId, seed: usize) {
    let mean = ((seed * 37) % 41) as f64 / 10.0 - 2.0;
    let state = match seed % 7 {
        5 => ScoreState::Unknown,
        6 => ScoreState::NotInvolved,
        _ => ScoreState::Scored {
            believed: Some(Emotion::clamped(mean + 0.3)),
            measured: (seed.is_multiple_of(2)).then_some(Measured {
                n: 40 + seed as u32,
                mean,
                sd: Some(0.9),
                bad: Some(0.2),
                effective: None,
                evidence: None,
            }),
            validated: seed.is_multiple_of(2),
        },
    };
    step.scores.insert(persona, Score { state, expected: (seed.is_multiple_of(4)).then(|| Emotion::clamped(1.0)) });
}

fn content(kind: LaneKind, seed: usize) -> Content {
    let grade = |value: usize| Grade::new((value % 5 + 1) as u8).ok();
    match kind {
        LaneKind::Touchpoints => Content::Touchpoint(Touchpoint {
            channel: Some(Channel::CATALOGUE[seed % Channel::CATALOGUE.len()]),
            repeats: seed.is_multiple_of(6),
            ..Touchpoint::default()
        }),
        LaneKind::PainPoints => {
            Content::PainPoint(PainPoint { severity: grade(seed), share: Share::new((seed % 90) as f64 / 100.0).ok() })
        }
        LaneKind::Opportunities => {
            Content::Opportunity(Opportunity { impact: grade(seed), effort: grade(seed / 3), ..Opportunity::default() })
        }
        other => other.content().map_or(Content::Text, wayfelt::model::ContentKind::empty),
    }
}
