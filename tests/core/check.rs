//! Everything that makes a map invalid, one fault at a time.

use std::sync::Arc;

use wayfelt::model::check::{Fault, Figure, Thing, check, is_file_name, loss_rates_hold};
use wayfelt::model::{
    Branch, Card, Channel, Content, ContentKind, Emotion, Image, JourneyMap, LaneKind, Link, LossRates, Measured,
    Metric, NamedMetric, Opportunity, Phase, Score, ScoreState, Segment, Stage, Touchpoint,
};

use crate::maps::{card_mut, grid, id, lane, pain, put, put_plain, step_mut};

/// A valid map with a card of each kind, of which each test spoils one thing.
fn valid() -> JourneyMap {
    let mut map = grid(3);
    for (n, kind) in (11..).zip(LaneKind::ALL.into_iter().filter(|kind| kind.content().is_some())) {
        put_plain(&mut map, 2, n, kind);
    }
    assert_eq!(check(&map), []);
    map
}

/// The faults after a map was spoiled.
fn spoiled(spoil: impl FnOnce(&mut JourneyMap)) -> Vec<Fault> {
    let mut map = valid();
    spoil(&mut map);
    check(&map)
}

/// The card of [`valid`] in the lane of this kind.
fn card_in(map: &mut JourneyMap, kind: LaneKind) -> &mut Card {
    let found = map.cards().find(|(_, card)| card.lane == lane(kind)).map(|(_, card)| card.id);
    card_mut(map, found.unwrap())
}

#[test]
fn the_empty_map_is_valid() {
    assert_eq!(check(&JourneyMap::default()), []);
}

#[test]
fn what_stands_twice_is_a_fault() {
    type Spoil = fn(&mut JourneyMap);
    let cases: [(Spoil, Thing); 6] = [
        (|map| map.personas.push(Arc::clone(&map.personas[0])), Thing::Persona(id(1))),
        (|map| map.stages.push(Arc::new(Stage::new(id(1), ""))), Thing::Stage(id(1))),
        (|map| map.lanes.push(Arc::clone(&map.lanes[0])), Thing::Lane(id(1))),
        (|map| map.tray.push(Arc::clone(&map.stages[0].steps[1].cards[0])), Thing::Card(id(11))),
        (
            |map| {
                let mut stage = Stage::new(id(2), "");
                stage.steps.push(Arc::clone(&map.stages[0].steps[0]));
                map.stages.push(Arc::new(stage));
            },
            Thing::Step(id(1)),
        ),
        (
            |map| {
                let segment = Segment { id: id(4), name: String::new(), size: None, fields: Vec::new() };
                map.segments = vec![segment.clone(), segment];
            },
            Thing::Segment(id(4)),
        ),
    ];
    for (spoil, thing) in cases {
        assert_eq!(spoiled(spoil), [Fault::Duplicate(thing)]);
    }
}

#[test]
fn a_card_lies_in_a_lane_of_its_kind() {
    let card = Thing::Card(id(11));
    let faults = spoiled(|map| card_mut(map, id(11)).lane = id(99));
    assert_eq!(faults, [Fault::Unknown { at: card, named: Thing::Lane(id(99)) }]);
    let faults = spoiled(|map| card_mut(map, id(11)).lane = lane(LaneKind::Emotion));
    assert_eq!(faults, [Fault::LaneWithoutCards { card: id(11), lane: lane(LaneKind::Emotion) }]);
    let faults = spoiled(|map| card_mut(map, id(11)).content = pain(None, None));
    let (expected, found) = (ContentKind::Text, ContentKind::PainPoint);
    assert_eq!(faults, [Fault::WrongContent { card: id(11), expected, found }]);
}

#[test]
fn a_span_ends_at_a_step_from_its_own_on() {
    let with = |until| spoiled(|map| card_mut(map, id(11)).until = Some(id(until)));
    assert_eq!(with(1), [Fault::SpanBeforeStart { card: id(11), until: id(1) }]);
    assert_eq!(with(2), []);
    assert_eq!(with(3), []);
    assert_eq!(with(9), [Fault::Unknown { at: Thing::Card(id(11)), named: Thing::Step(id(9)) }]);
    let faults = spoiled(|map| {
        let mut card = Card::new(id(99), lane(LaneKind::Actions), "", Content::Text);
        card.until = Some(id(1));
        map.tray.push(Arc::new(card));
    });
    assert_eq!(faults, [Fault::SpanInTray(id(99))]);
}

#[test]
fn nothing_names_what_is_not_there() {
    let unknown = |thing: Thing, named| vec![Fault::Unknown { at: thing, named }];
    let card = Thing::Card(id(11));
    let faults = spoiled(|map| card_mut(map, id(11)).personas = vec![id(1), id(9)]);
    assert_eq!(faults, unknown(card, Thing::Persona(id(9))));
    let faults = spoiled(|map| card_mut(map, id(11)).evidence = vec![id(9)]);
    assert_eq!(faults, unknown(card, Thing::Evidence(id(9))));
    let faults = spoiled(|map| card_mut(map, id(11)).links = vec![Link { to: id(99), label: String::new() }]);
    assert_eq!(faults, unknown(card, Thing::Card(id(99))));
    let faults = spoiled(|map| step_mut(map, id(1)).branches = vec![Branch { to: id(9), label: String::new() }]);
    assert_eq!(faults, unknown(Thing::Step(id(1)), Thing::Step(id(9))));
    let faults = spoiled(|map| Arc::make_mut(&mut map.personas[0]).segment = Some(id(9)));
    assert_eq!(faults, unknown(Thing::Persona(id(1)), Thing::Segment(id(9))));
    let faults = spoiled(|map| {
        step_mut(map, id(1)).scores.insert(id(9), Score::believed(Emotion::BEST));
    });
    assert_eq!(faults, unknown(Thing::Step(id(1)), Thing::Persona(id(9))));
    let mut own = Thing::Card(id(0));
    let faults = spoiled(|map| {
        let card = card_in(map, LaneKind::Touchpoints);
        own = Thing::Card(card.id);
        card.content = Content::Touchpoint(Touchpoint {
            channel: Some(Channel::Own(id(9))),
            said_first: Some(id(99)),
            ..Touchpoint::default()
        });
    });
    let named = [Thing::Channel(id(9)), Thing::Card(id(99))];
    assert_eq!(faults, named.map(|named| Fault::Unknown { at: own, named }));
}

#[test]
fn only_pain_points_are_answered_and_only_touchpoints_repeated() {
    let faults = spoiled(|map| {
        let pain_point = card_in(map, LaneKind::PainPoints).id;
        let answers = vec![pain_point, id(11)];
        card_in(map, LaneKind::Opportunities).content =
            Content::Opportunity(Opportunity { answers, ..Opportunity::default() });
    });
    assert!(matches!(faults[..], [Fault::NotPainPoint { answers, .. }] if answers == id(11)), "{faults:?}");
    let faults = spoiled(|map| {
        let card = card_in(map, LaneKind::Touchpoints);
        card.content = Content::Touchpoint(Touchpoint { said_first: Some(card.id), ..Touchpoint::default() });
    });
    assert!(matches!(faults[..], [Fault::NotTouchpoint { card, said_first }] if card == said_first), "{faults:?}");
}

#[test]
fn phases_stand_together_and_in_order() {
    use Phase::{PostPurchase, PrePurchase, Purchase};
    let faults = |phases: &[Option<Phase>]| {
        let stage = |(n, phase): (u64, &Option<Phase>)| {
            let mut stage = Stage::new(id(n), "");
            stage.phase = *phase;
            Arc::new(stage)
        };
        check(&JourneyMap { stages: (1..).zip(phases).map(stage).collect(), ..JourneyMap::default() })
    };
    let (pre, buy, post) = (Some(PrePurchase), Some(Purchase), Some(PostPurchase));
    for fine in [&[None, None][..], &[pre, pre, buy, post], &[pre, None, post], &[None, buy, None], &[buy]] {
        assert_eq!(faults(fine), [], "{fine:?}");
    }
    assert_eq!(faults(&[buy, pre]), [Fault::PhaseOrder(id(2))]);
    assert_eq!(faults(&[pre, buy, pre]), [Fault::PhaseOrder(id(3))]);
    assert_eq!(faults(&[pre, None, pre]), [Fault::PhaseOrder(id(3))]);
    assert_eq!(faults(&[post, None, buy]), [Fault::PhaseOrder(id(3))]);
}

#[test]
fn a_score_says_something_possible() {
    let with = |believed, measured| {
        spoiled(|map| {
            let state = ScoreState::Scored { believed, measured, validated: false };
            step_mut(map, id(1)).scores.insert(id(1), Score { state, expected: None });
        })
    };
    let sound = Measured { n: 1, mean: 2.0, sd: None, bad: Some(1.0), effective: None, evidence: None };
    assert_eq!(with(None, Some(sound)), []);
    assert_eq!(with(Some(Emotion::BEST), None), []);
    assert_eq!(with(None, None), [Fault::EmptyScore { step: id(1), persona: id(1) }]);
    let odd = [
        (Measured { n: 0, ..sound }, Figure::Answers),
        (Measured { mean: -2.01, ..sound }, Figure::Mean),
        (Measured { mean: f64::NAN, ..sound }, Figure::Mean),
        (Measured { sd: Some(-0.1), ..sound }, Figure::Spread),
        (Measured { sd: Some(f64::INFINITY), ..sound }, Figure::Spread),
        (Measured { bad: Some(1.01), ..sound }, Figure::Bad),
        (Measured { bad: Some(f64::NAN), ..sound }, Figure::Bad),
    ];
    for (measured, figure) in odd {
        let fault = Fault::Measured { step: id(1), persona: id(1), figure };
        assert_eq!(with(None, Some(measured)), [fault], "{measured:?}");
    }
    let evidence = Measured { evidence: Some(id(9)), ..sound };
    let fault = Fault::Unknown { at: Thing::Step(id(1)), named: Thing::Evidence(id(9)) };
    assert_eq!(with(None, Some(evidence)), [fault]);
}

#[test]
fn figures_are_numbers_and_rates_in_order() {
    let infinite = Metric { target: Some(f64::INFINITY), ..Metric::default() };
    let named = NamedMetric { name: String::new(), metric: infinite.clone() };
    let faults = spoiled(|map| map.omtm = Some(named));
    assert_eq!(faults, [Fault::NotFinite { card: None }]);
    let faults = spoiled(|map| card_in(map, LaneKind::Metrics).content = Content::Metric(infinite));
    assert!(matches!(faults[..], [Fault::NotFinite { card: Some(_) }]), "{faults:?}");
    let rates = |first, second| loss_rates_hold(&LossRates { first, second, source: String::new() });
    assert!(rates(0.0, 0.0) && rates(0.0, 1.0) && rates(1.0, 1.0) && rates(0.3, 0.9));
    assert!(
        !rates(0.5, 0.4) && !rates(-0.1, 0.4) && !rates(0.5, 1.1) && !rates(f64::NAN, 0.5) && !rates(0.5, f64::NAN)
    );
    let faults = spoiled(|map| map.loss_rates.first = 2.0);
    assert_eq!(faults, [Fault::LossRates]);
}

#[test]
fn a_picture_is_a_file_of_the_maps_folder() {
    for name in ["", "a.png", "ảnh chụp 1.jpg", "...", "a..b"] {
        assert!(is_file_name(name), "{name:?}");
    }
    for name in ["../a.png", "/a.png", "a/b.png", "a\\b.png", "c:a.png", "..", ".", "a\0.png", "a\n.png"] {
        assert!(!is_file_name(name), "{name:?}");
    }
    let file = "../a.png".to_owned();
    let faults = spoiled(|map| {
        let image = Image { file: file.clone(), alternative: String::new() };
        card_in(map, LaneKind::Images).content = Content::Image(image);
    });
    assert!(matches!(&faults[..], [Fault::FileName { name, .. }] if *name == file), "{faults:?}");
    let faults = spoiled(|map| Arc::make_mut(&mut map.personas[0]).portrait = file.clone());
    assert_eq!(faults, [Fault::FileName { at: Some(Thing::Persona(id(1))), name: file.clone() }]);
    let faults = spoiled(|map| map.look.logo = Some(Image { file: file.clone(), alternative: String::new() }));
    assert_eq!(faults, [Fault::FileName { at: None, name: file.clone() }]);
}

#[test]
fn each_fault_is_said_once_for_each_place() {
    let mut map = valid();
    put(&mut map, 1, 98, LaneKind::Actions, pain(None, None));
    put(&mut map, 3, 99, LaneKind::Actions, Content::Process);
    assert_eq!(check(&map).len(), 2);
}
