//! The formulas of touchpoints, evidence, load, time, metrics and expectations on cases worked out by hand.

use std::sync::Arc;

use jiff::civil::{Date, date};
use wayfelt::insight::evidence::{self, Coverage, Ground};
use wayfelt::insight::metrics::{self, MetricAt};
use wayfelt::insight::{carry_over, channels, expectation, load, pain, time, touchpoints};
use wayfelt::model::{
    Channel, ChannelKind, Content, Direction, Emotion, EvidenceKind, Fact, JourneyMap, LaneKind, Measured, Metric,
    NamedMetric, Opportunity, OpportunityState, OwnChannel, PersonaId, Score, ScoreState, Service, Stage, Step,
    Touchpoint, TouchpointState,
};

use crate::maps::{believe, card_mut, grid, id, known, lane, pain, put, put_plain, step_mut};

const TODAY: Date = date(2026, 11, 22);

fn minh() -> PersonaId {
    id(1)
}

fn hanh() -> PersonaId {
    id(2)
}

fn near(found: Option<f64>, expected: f64) {
    assert!(found.is_some_and(|found| (found - expected).abs() < 1e-12), "{found:?} is not {expected}");
}

fn emotion(value: f64) -> Emotion {
    Emotion::new(value).unwrap()
}

fn through(channel: Channel) -> Touchpoint {
    Touchpoint { channel: Some(channel), ..Touchpoint::default() }
}

fn touch(channel: Channel, score: Option<f64>, repeats: bool) -> Content {
    let scores = score.map(|score| (minh(), emotion(score))).into_iter().collect();
    Content::Touchpoint(Touchpoint { scores, repeats, ..through(channel) })
}

fn not_involved(map: &mut JourneyMap, step: u64, persona: PersonaId) {
    let score = Score { state: ScoreState::NotInvolved, expected: None };
    step_mut(map, id(step)).scores.insert(persona, score);
}

fn touchpoint_of(map: &mut JourneyMap, card: u64) -> &mut Touchpoint {
    let Content::Touchpoint(touchpoint) = &mut card_mut(map, id(card)).content else { unreachable!() };
    touchpoint
}

#[test]
fn channels_that_feel_the_same_are_consistent() {
    let mut map = grid(3);
    assert_eq!(channels::consistency(&map, minh()), None);
    put(&mut map, 1, 11, LaneKind::Touchpoints, touch(Channel::Store, Some(2.0), false));
    put(&mut map, 1, 12, LaneKind::Touchpoints, touch(Channel::Store, Some(-2.0), false));
    assert_eq!(channels::consistency(&map, minh()), None, "one channel");
    put(&mut map, 2, 13, LaneKind::Touchpoints, touch(Channel::Store, Some(2.0), false));
    put(&mut map, 2, 14, LaneKind::Touchpoints, touch(Channel::Email, Some(-2.0), false));
    assert_eq!(channels::consistency(&map, minh()), Some(0.0));
    put(&mut map, 3, 15, LaneKind::Touchpoints, touch(Channel::Store, Some(1.0), false));
    put(&mut map, 3, 16, LaneKind::Touchpoints, touch(Channel::Email, Some(1.0), false));
    put(&mut map, 3, 17, LaneKind::Touchpoints, touch(Channel::Sms, None, false));
    assert_eq!(channels::consistency(&map, minh()), Some(0.5));
    let by_step: Vec<_> =
        channels::consistency_by_step(&map, minh()).iter().map(|step| (step.step, step.consistency)).collect();
    assert_eq!(by_step, [(id(2), 0.0), (id(3), 1.0)]);
}

#[test]
fn channel_consistency_takes_the_mean_of_a_channels_touchpoints_first() {
    let mut map = grid(1);
    put(&mut map, 1, 11, LaneKind::Touchpoints, touch(Channel::Store, Some(2.0), false));
    put(&mut map, 1, 12, LaneKind::Touchpoints, touch(Channel::Store, Some(0.0), false));
    put(&mut map, 1, 13, LaneKind::Touchpoints, touch(Channel::Email, Some(-1.0), false));
    // Store 1, email −1: deviation 1, so 1 − 1/2.
    assert_eq!(channels::consistency(&map, minh()), Some(0.5));
    // The step's own score makes no channel alike.
    believe(&mut map, minh(), &[Some(-1.0)]);
    put(&mut map, 1, 14, LaneKind::Touchpoints, touch(Channel::Sms, None, false));
    assert_eq!(channels::consistency(&map, minh()), Some(0.5));
    // What isn't there can't be felt.
    touchpoint_of(&mut map, 13).state = TouchpointState::Missing;
    assert_eq!(channels::consistency(&map, minh()), None);
}

#[test]
fn a_channels_score_is_the_mean_of_its_touchpoints_own_or_else_their_steps() {
    let mut map = grid(3);
    believe(&mut map, minh(), &[Some(-1.0), None, Some(1.0)]);
    put(&mut map, 1, 11, LaneKind::Touchpoints, touch(Channel::Email, Some(1.0), false));
    put(&mut map, 1, 12, LaneKind::Touchpoints, touch(Channel::Store, None, false));
    put(&mut map, 2, 13, LaneKind::Touchpoints, touch(Channel::Email, None, false));
    put(&mut map, 2, 14, LaneKind::Touchpoints, touch(Channel::Sms, None, false));
    put(&mut map, 3, 15, LaneKind::Touchpoints, touch(Channel::Email, Some(-1.0), false));
    put_plain(&mut map, 3, 16, LaneKind::Touchpoints);
    let scores = channels::scores(&map, minh());
    let found: Vec<_> = scores.iter().map(|score| (score.channel, score.mean, score.spread)).collect();
    assert_eq!(found, [(Channel::Store, -1.0, None), (Channel::Email, 0.0, Some(1.0))]);
    assert_eq!(
        scores[1].marks.iter().map(|mark| (mark.card, mark.own)).collect::<Vec<_>>(),
        [(id(11), true), (id(15), true)]
    );
    assert!(!scores[0].marks[0].own);
    // Where the persona takes no part, nothing is felt.
    not_involved(&mut map, 1, minh());
    let left: Vec<_> = channels::scores(&map, minh()).iter().map(|score| (score.channel, score.mean)).collect();
    assert_eq!(left, [(Channel::Email, -1.0)]);
}

#[test]
fn carry_over_counts_each_switch_inside_a_step_too() {
    let mut map = grid(2);
    assert_eq!(carry_over::carry_over(&map, None).share(), None);
    put(&mut map, 1, 11, LaneKind::Touchpoints, touch(Channel::Email, None, true));
    assert_eq!(carry_over::carry_over(&map, None).share(), None, "nothing before it");
    put(&mut map, 1, 12, LaneKind::Touchpoints, touch(Channel::Store, None, true));
    put(&mut map, 2, 13, LaneKind::Touchpoints, touch(Channel::Store, None, true));
    put(&mut map, 2, 14, LaneKind::Touchpoints, touch(Channel::Sms, None, false));
    assert_eq!(carry_over::carry_over(&map, None), carry_over::CarryOver { switches: 2, repeats: 1 });
    assert_eq!(carry_over::carry_over(&map, None).share(), Some(0.5));
    let switches: Vec<_> =
        carry_over::switches(&map, None).iter().map(|switch| (switch.from, switch.to, switch.repeats)).collect();
    assert_eq!(switches, [(id(11), id(12), true), (id(13), id(14), false)]);
    // Those without a channel are passed over.
    put_plain(&mut map, 1, 15, LaneKind::Touchpoints);
    assert_eq!(carry_over::carry_over(&map, None).switches, 2);
}

#[test]
fn carry_over_is_of_the_touchpoints_that_a_persona_meets() {
    let mut map = grid(3);
    put(&mut map, 1, 11, LaneKind::Touchpoints, touch(Channel::Email, None, false));
    put(&mut map, 2, 12, LaneKind::Touchpoints, touch(Channel::Store, None, true));
    put(&mut map, 3, 13, LaneKind::Touchpoints, touch(Channel::Email, None, true));
    assert_eq!(carry_over::carry_over(&map, Some(minh())).share(), Some(0.0));
    card_mut(&mut map, id(12)).personas = vec![hanh()];
    assert_eq!(carry_over::carry_over(&map, Some(minh())).share(), None, "from mail to mail");
    assert_eq!(carry_over::carry_over(&map, Some(hanh())).share(), Some(0.0));
    not_involved(&mut map, 3, hanh());
    assert_eq!(carry_over::carry_over(&map, Some(hanh())).switches, 1);
    touchpoint_of(&mut map, 12).state = TouchpointState::Missing;
    assert_eq!(carry_over::carry_over(&map, None).switches, 0, "what is missing can't be met");
    touchpoint_of(&mut map, 12).state = TouchpointState::Redundant;
    assert_eq!(carry_over::carry_over(&map, None).switches, 2, "what should not be there is");
}

#[test]
fn a_touchpoint_gap_is_observed_minus_expected() {
    let mut map = grid(2);
    let gap = |map: &JourneyMap| touchpoints::by_stage(map)[0].gap();
    assert_eq!(gap(&map), None, "nothing is expected");
    Arc::make_mut(&mut map.stages[0]).expected_touchpoints = Some(3);
    assert_eq!(gap(&map), Some(-3));
    for (card, state) in
        [(11, TouchpointState::InUse), (12, TouchpointState::Missing), (13, TouchpointState::Redundant)]
    {
        let content = Content::Touchpoint(Touchpoint { state, ..Touchpoint::default() });
        put(&mut map, 1 + card % 2, card, LaneKind::Touchpoints, content);
    }
    let stage = touchpoints::by_stage(&map)[0];
    assert_eq!((stage.in_use, stage.missing, stage.redundant, stage.gap()), (1, 1, 1, Some(-2)));
    // Analytics know better than the map.
    Arc::make_mut(&mut map.stages[0]).observed_touchpoints = Some(5);
    assert_eq!(gap(&map), Some(2));
    assert_eq!(touchpoints::by_stage(&JourneyMap::default()), []);
}

#[test]
fn mobile_share_is_of_digital_touchpoints_and_support_is_where_somebody_serves() {
    let mut map = grid(2);
    let none = touchpoints::mobile(&map, None);
    assert_eq!((none.share(), none.support), (None, None));
    put(&mut map, 1, 10, LaneKind::Touchpoints, touch(Channel::Store, Some(-2.0), false));
    assert_eq!(touchpoints::mobile(&map, None).share(), None, "no digital one");
    put(&mut map, 1, 11, LaneKind::Touchpoints, touch(Channel::Website, Some(-2.0), false));
    assert_eq!(touchpoints::mobile(&map, None).share(), Some(0.0));
    for (card, service, score) in [
        (12, Some(Service::Person), Some(2.0)),
        (13, Some(Service::Automated), None),
        (14, Some(Service::SelfService), Some(-2.0)),
        (15, None, Some(-2.0)),
    ] {
        put(&mut map, 1, card, LaneKind::Touchpoints, touch(Channel::MobileApp, score, false));
        touchpoint_of(&mut map, card).service = service;
    }
    let found = touchpoints::mobile(&map, None);
    assert_eq!((found.digital, found.mobile, found.share()), (5, 4, Some(0.8)));
    assert_eq!((found.support, found.supported), (Some(2.0), 1), "a machine's score isn't known");
    believe(&mut map, minh(), &[Some(-1.0)]);
    assert_eq!(touchpoints::mobile(&map, None).support, Some(0.5), "it is the step's then");
    assert_eq!(touchpoints::mobile(&map, Some(hanh())).support, None);
    // A channel of the map's own says itself what it is.
    let own = |id, kind| OwnChannel { kind, mobile: true, ..OwnChannel::new(id, "Own".to_owned()) };
    map.channels = vec![own(id(1), ChannelKind::Digital), own(id(2), ChannelKind::Physical)];
    put(&mut map, 2, 21, LaneKind::Touchpoints, touch(Channel::Own(id(1)), None, false));
    put(&mut map, 2, 22, LaneKind::Touchpoints, touch(Channel::Own(id(2)), None, false));
    let found = touchpoints::mobile(&map, None);
    assert_eq!((found.digital, found.mobile), (6, 5));
}

#[test]
fn the_personalised_share_is_of_touchpoints_that_are_there() {
    let mut map = grid(1);
    assert_eq!(touchpoints::personalised(&map, None).share(), None);
    for card in 11..15 {
        put_plain(&mut map, 1, card, LaneKind::Touchpoints);
    }
    touchpoint_of(&mut map, 11).personalised = true;
    touchpoint_of(&mut map, 12).personalised = true;
    touchpoint_of(&mut map, 12).state = TouchpointState::Missing;
    near(touchpoints::personalised(&map, None).share(), 1.0 / 3.0);
    card_mut(&mut map, id(11)).personas = vec![hanh()];
    assert_eq!(touchpoints::personalised(&map, Some(minh())).share(), Some(0.0));
}

/// A score measured on 40 answers.
fn measured(evidence: Option<u64>) -> Score {
    let measured = Measured { n: 40, mean: 0.5, sd: None, bad: None, effective: None, evidence: evidence.map(id) };
    Score { state: ScoreState::Scored { believed: None, measured: Some(measured), validated: false }, expected: None }
}

#[test]
fn evidence_covers_the_steps_that_were_measured_of_those_with_the_persona() {
    let mut map = grid(5);
    map.evidence = vec![known(1, EvidenceKind::Survey, None), known(2, EvidenceKind::WorkshopBelief, None)];
    let coverage = |map: &JourneyMap| Ground::new(map, Some(TODAY)).of_persona(map, minh());
    assert_eq!(coverage(&map).share(), Some(0.0));
    believe(&mut map, minh(), &[Some(1.0)]);
    step_mut(&mut map, id(2)).scores.insert(minh(), measured(None));
    step_mut(&mut map, id(3)).scores.insert(minh(), measured(Some(1)));
    step_mut(&mut map, id(4)).scores.insert(minh(), measured(Some(2)));
    assert_eq!(coverage(&map), Coverage { all: 5, supported: 2, stale: 0 }, "belief supports nothing");
    not_involved(&mut map, 5, minh());
    assert_eq!(coverage(&map).share(), Some(0.5));
    map.evidence[0].review_by = Some(date(2026, 11, 21));
    assert_eq!(coverage(&map), Coverage { all: 4, supported: 2, stale: 1 });
    assert_eq!(Ground::new(&map, None).of_persona(&map, minh()).stale, 0, "without a day nothing is old");
    for step in 1..=5 {
        not_involved(&mut map, step, minh());
    }
    assert_eq!(coverage(&map).share(), None);
}

#[test]
fn evidence_covers_the_cards_of_a_lane() {
    let mut map = grid(2);
    map.evidence = vec![
        known(1, EvidenceKind::Survey, Some(date(2026, 1, 1))),
        known(2, EvidenceKind::Interview, None),
        known(3, EvidenceKind::WorkshopBelief, None),
    ];
    for (card, evidence) in [(11, vec![1]), (12, vec![1, 2]), (13, vec![3]), (14, vec![])] {
        put_plain(&mut map, 1, card, LaneKind::Thoughts);
        card_mut(&mut map, id(card)).evidence = evidence.into_iter().map(id).collect();
    }
    step_mut(&mut map, id(1)).scores.insert(hanh(), measured(Some(1)));
    let lanes = Ground::new(&map, Some(TODAY)).by_lane(&map);
    assert_eq!(
        lanes,
        [
            (lane(LaneKind::Thoughts), Coverage { all: 4, supported: 2, stale: 1 }),
            (lane(LaneKind::Emotion), Coverage { all: 4, supported: 1, stale: 1 }),
        ],
        "empty lanes have no figure"
    );
}

#[test]
fn evidence_is_stale_from_the_day_after_its_review() {
    let mut map = grid(2);
    map.evidence = vec![
        known(1, EvidenceKind::Survey, Some(TODAY)),
        known(2, EvidenceKind::Survey, Some(date(2026, 11, 21))),
        known(3, EvidenceKind::Survey, Some(date(2025, 11, 22))),
        known(4, EvidenceKind::Survey, None),
    ];
    put_plain(&mut map, 1, 11, LaneKind::Thoughts);
    card_mut(&mut map, id(11)).evidence = vec![id(1), id(3), id(3)];
    step_mut(&mut map, id(2)).scores.insert(hanh(), measured(Some(3)));
    let stale = evidence::stale(&map, TODAY);
    let found: Vec<_> = stale.iter().map(|stale| (stale.evidence, stale.days, stale.cards)).collect();
    assert_eq!(found, [(id(3), 365, 1), (id(2), 1, 0)]);
    assert_eq!(stale[0].scores, [(id(2), hanh())]);
}

#[test]
fn facts_are_no_evidence() {
    let mut map = grid(2);
    believe(&mut map, minh(), &[Some(1.0), Some(-1.0)]);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(3), Some(0.5)));
    let before = (Ground::new(&map, Some(TODAY)).by_lane(&map), pain::ranking(&map));
    map.facts = vec![Fact { text: "89% are frustrated".to_owned(), year: Some(2013), source: "Accenture".to_owned() }];
    assert_eq!(before, (Ground::new(&map, Some(TODAY)).by_lane(&map), pain::ranking(&map)));
    assert_eq!(before.0.iter().map(|(_, coverage)| coverage.supported).sum::<usize>(), 0);
}

#[test]
fn load_counts_touchpoints_pains_and_open_opportunities() {
    let mut map = grid(2);
    let idea = |state| Content::Opportunity(Opportunity { state, ..Opportunity::default() });
    put_plain(&mut map, 1, 11, LaneKind::Touchpoints);
    put_plain(&mut map, 1, 12, LaneKind::PainPoints);
    put_plain(&mut map, 1, 13, LaneKind::Thoughts);
    put(&mut map, 2, 14, LaneKind::Opportunities, idea(OpportunityState::Idea));
    put(&mut map, 2, 15, LaneKind::Opportunities, idea(OpportunityState::Done));
    put(&mut map, 2, 16, LaneKind::Opportunities, idea(OpportunityState::Rejected));
    put_plain(&mut map, 2, 17, LaneKind::PainPoints);
    put_plain(&mut map, 2, 18, LaneKind::Touchpoints);
    assert_eq!(load::loads(&map).iter().map(|load| (load.owner.as_str(), load.total())).collect::<Vec<_>>(), [("", 5)]);
    for (card, owner) in [(11, "Care"), (12, "Bán hàng"), (13, "Care"), (14, " Care "), (15, "Care"), (17, "App")] {
        card_mut(&mut map, id(card)).owner = owner.to_owned();
    }
    let loads = load::loads(&map);
    let found: Vec<_> = loads.iter().map(|load| (load.owner.as_str(), load.total())).collect();
    assert_eq!(found, [("Care", 2), ("App", 1), ("Bán hàng", 1), ("", 1)]);
    assert_eq!((loads[0].touchpoints, loads[0].pains, loads[0].opportunities), (1, 0, 1));
    // What lies in the tray isn't on the journey yet, but somebody has to do it.
    let steps: Vec<_> = map.steps().map(|(_, step)| Arc::clone(step)).collect();
    map.tray = steps.iter().flat_map(|step| step.cards.clone()).collect();
    map.stages.clear();
    assert_eq!(load::loads(&map).iter().map(|load| load.total()).collect::<Vec<_>>(), [1]);
    assert_eq!(load::loads(&JourneyMap::default()), []);
}

#[test]
fn times_are_summed_by_stage_and_the_share_of_waiting_is_of_both() {
    let mut map = grid(3);
    let mut later = Stage::new(id(2), "Later");
    later.steps.push(Arc::new(Step::new(id(4), "Step 4")));
    map.stages.push(Arc::new(later));
    assert_eq!(time::total(&map, None).waiting_share(), None);
    assert_eq!((time::total(&map, None).unknown, time::total(&map, None).steps), (4, 4));
    let mut set = |step, active, waiting| {
        let step = step_mut(&mut map, id(step));
        (step.active_minutes, step.waiting_minutes) = (active, waiting);
    };
    set(1, Some(10), None);
    set(2, Some(5), Some(15));
    set(3, None, Some(0));
    set(4, None, Some(30));
    let stages: Vec<_> = time::by_stage(&map, None)
        .iter()
        .map(|(id, times)| (*id, times.active, times.waiting, times.unknown))
        .collect();
    assert_eq!(stages, [(id(1), 15, 15, 0), (id(2), 0, 30, 0)]);
    assert_eq!(time::by_stage(&map, None)[0].1.waiting_share(), Some(0.5));
    assert_eq!(time::total(&map, None).waiting_share(), Some(0.75));
    not_involved(&mut map, 4, minh());
    assert_eq!(time::total(&map, Some(minh())).total(), 30);
    assert_eq!(time::by_step(&map, Some(minh())).len(), 3);
    assert_eq!(time::total(&map, Some(hanh())).total(), 60);
}

fn metric(direction: Direction, baseline: f64, value: f64, target: f64) -> Metric {
    let [baseline, value, target] = [baseline, value, target].map(Some);
    Metric { direction, baseline, value, target, ..Metric::default() }
}

#[test]
fn progress_goes_from_baseline_to_target_by_direction() {
    use Direction::{Down, Up};
    let both = |metric: Metric| (metrics::progress(&metric), metrics::met(&metric));
    assert_eq!(both(metric(Up, 60.0, 65.0, 80.0)), (Some(0.25), Some(false)));
    assert_eq!(both(metric(Down, 48.0, 24.0, 24.0)), (Some(1.0), Some(true)));
    assert_eq!(both(metric(Down, 48.0, 12.0, 24.0)), (Some(1.5), Some(true)));
    assert_eq!(both(metric(Up, 60.0, 50.0, 80.0)), (Some(-0.5), Some(false)), "it got worse");
    assert_eq!(both(metric(Up, -20.0, 0.0, 20.0)), (Some(0.5), Some(false)), "NPS may be below 0");
    assert_eq!(both(metric(Up, 60.0, 70.0, 60.0)), (None, Some(true)), "no way to go");
    assert_eq!(both(metric(Up, 60.0, 50.0, 40.0)), (None, Some(true)), "the target lies behind");
    assert_eq!(both(metric(Up, -1e308, 1e308, 1e308)), (Some(1.0), Some(true)));
    let unset = Metric { baseline: None, ..metric(Up, 0.0, 4.0, 5.0) };
    assert_eq!(both(unset), (None, Some(false)));
    assert_eq!(both(Metric::default()), (None, None));
}

#[test]
fn standings_name_every_metric_of_the_map() {
    let mut map = grid(1);
    let named = |name: &str| NamedMetric { name: name.to_owned(), metric: metric(Direction::Up, 0.0, 1.0, 2.0) };
    map.omtm = Some(named("Retention"));
    map.metrics = vec![named("NPS"), named("CES")];
    put(&mut map, 1, 11, LaneKind::Metrics, Content::Metric(Metric::default()));
    let standings = metrics::standings(&map);
    let found: Vec<_> = standings.iter().map(|one| (one.at, one.name.as_str(), one.progress)).collect();
    assert_eq!(
        found,
        [
            (MetricAt::Omtm, "Retention", Some(0.5)),
            (MetricAt::Map(0), "NPS", Some(0.5)),
            (MetricAt::Map(1), "CES", Some(0.5)),
            (MetricAt::Card(id(11)), "Card 11", None)
        ]
    );
}

#[test]
fn the_gap_to_the_expectation_is_score_minus_expected() {
    let mut map = grid(4);
    believe(&mut map, minh(), &[Some(1.0), Some(-1.0), Some(0.5)]);
    assert_eq!(expectation::mean_gap(&map, minh()), None);
    for (step, expected) in [(1, 0.5), (2, 1.0), (4, 2.0)] {
        step_mut(&mut map, id(step)).scores.entry(minh()).or_default().expected = Some(emotion(expected));
    }
    let gaps: Vec<_> = expectation::gaps(&map, minh()).iter().map(|gap| (gap.step, gap.value())).collect();
    assert_eq!(gaps, [(id(1), 0.5), (id(2), -2.0)]);
    assert_eq!(expectation::mean_gap(&map, minh()), Some(-0.75));
    assert_eq!(expectation::worst(&map, minh()).map(|gap| gap.step), Some(id(2)));
    assert_eq!(expectation::worst(&map, hanh()), None);
}
