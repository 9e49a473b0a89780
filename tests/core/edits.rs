//! Any edits keep a map valid and can be undone; and the subtle rule of each edit by hand.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use wayfelt::edit::{
    CardChange, Cursor, Document, Edit, EditError, Label, LaneChange, MapChange, Place, Selection, StageChange, TextAt,
    apply, label, unchanged,
};
use wayfelt::model::check::{Figure, Thing, check};
use wayfelt::model::{
    Branch, Card, CardId, Channel, ChannelKind, Content, Emotion, JourneyMap, Lane, LaneKind, Link, Measured,
    Opportunity, OwnChannel, Phase, Score, ScoreState, Stage, Step, Touchpoint,
};

use crate::any_edit::{Dice, any_edit};
use crate::maps::{believe, card_mut, grid, id, lane, pain, put, put_plain, step_mut};

/// A map with two cards in each lane that has cards.
fn filled() -> JourneyMap {
    let mut map = grid(5);
    for (n, kind) in (0..).zip(LaneKind::ALL.into_iter().filter(|kind| kind.content().is_some())) {
        put_plain(&mut map, 1 + n % 3, 100 + n, kind);
        put_plain(&mut map, 2 + n % 4, 200 + n, kind);
    }
    map
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_keep_the_map_valid_and_undo_to_its_start(numbers in vec(any::<u32>(), 0..1500)) {
        let start = filled();
        let mut document = Document::new(start.clone());
        let mut dice = Dice(&numbers);
        while !dice.0.is_empty() {
            let before = JourneyMap::clone(document.map());
            let edit = any_edit(&before, &mut dice);
            match document.edit(&edit, None) {
                Ok(changed) => {
                    let faults = check(document.map());
                    prop_assert!(faults.is_empty(), "{edit:?} brought {faults:?}");
                    prop_assert_eq!(changed, !unchanged(&before, document.map()));
                    if changed && !matches!(edit, Edit::All(_)) {
                        prop_assert!(before != **document.map(), "{:?} changed nothing and copied", edit);
                    }
                }
                Err(_) => prop_assert!(unchanged(&before, document.map())),
            }
        }
        let end = JourneyMap::clone(document.map());
        while document.undo() {}
        prop_assert_eq!(&start, &**document.map());
        prop_assert!(document.is_saved());
        while document.redo() {}
        prop_assert_eq!(&end, &**document.map());
    }

    #[test]
    fn an_edit_gives_the_same_map_each_time(numbers in vec(any::<u32>(), 0..200)) {
        let mut map = filled();
        let mut dice = Dice(&numbers);
        while !dice.0.is_empty() {
            let edit = any_edit(&map, &mut dice);
            let next = apply(&map, &edit);
            prop_assert_eq!(&next, &apply(&map, &edit));
            map = next.unwrap_or(map);
        }
    }
}

fn done(map: &JourneyMap, edit: &Edit) -> JourneyMap {
    let next = apply(map, edit).unwrap();
    assert_eq!(check(&next), [], "after {edit:?}");
    next
}

fn cards_of(map: &JourneyMap, step: u64, kind: LaneKind) -> Vec<CardId> {
    let step = map.step(id(step)).unwrap();
    step.cards.iter().filter(|card| card.lane == lane(kind)).map(|card| card.id).collect()
}

fn card(map: &JourneyMap, card: u64) -> &Card {
    map.card(id(card)).unwrap().1
}

fn phases(map: &JourneyMap) -> Vec<Option<Phase>> {
    map.stages.iter().map(|stage| stage.phase).collect()
}

/// A map of stages 1…, each with one step of the same number, in these phases.
fn staged(phases: &[Option<Phase>]) -> JourneyMap {
    let mut map = grid(0);
    map.stages = (1..)
        .zip(phases)
        .map(|(n, phase)| {
            let mut stage = Stage::new(id(n), format!("Stage {n}"));
            stage.phase = *phase;
            stage.steps = vec![Arc::new(Step::new(id(n), "")), Arc::new(Step::new(id(100 + n), ""))];
            Arc::new(stage)
        })
        .collect();
    assert_eq!(check(&map), []);
    map
}

const PRE: Option<Phase> = Some(Phase::PrePurchase);
const BUY: Option<Phase> = Some(Phase::Purchase);
const POST: Option<Phase> = Some(Phase::PostPurchase);

#[test]
fn a_text_becomes_composed_with_plain_line_ends() {
    let mut map = grid(1);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    let edit = Edit::SetText { at: TextAt::CardText(id(11)), text: "Ti\u{00ea}\u{301}ng\r\nViệt\u{0}\r!".to_owned() };
    assert_eq!(card(&done(&map, &edit), 11).text, "Tiếng\nViệt\n!");
    let title = Edit::SetText { at: TextAt::Title, text: "e\u{301}".to_owned() };
    assert_eq!(done(&map, &title).title, "é");
}

#[test]
fn what_an_edit_does_not_touch_stays_the_same_allocation() {
    let mut map = staged(&[PRE, BUY, POST]);
    put_plain(&mut map, 2, 11, LaneKind::Actions);
    put_plain(&mut map, 2, 12, LaneKind::Actions);
    let next = done(&map, &Edit::SetText { at: TextAt::CardText(id(11)), text: "new".to_owned() });
    assert!(Arc::ptr_eq(&map.stages[0], &next.stages[0]));
    assert!(!Arc::ptr_eq(&map.stages[1], &next.stages[1]));
    assert!(Arc::ptr_eq(&map.stages[1].steps[1], &next.stages[1].steps[1]));
    assert!(Arc::ptr_eq(map.card(id(12)).unwrap().1, next.card(id(12)).unwrap().1));
    let same = done(&map, &Edit::SetText { at: TextAt::CardText(id(11)), text: "Card 11".to_owned() });
    assert!(unchanged(&map, &same));
}

#[test]
fn several_edits_are_done_all_or_none() {
    let map = grid(1);
    let title = Edit::SetText { at: TextAt::Title, text: "new".to_owned() };
    let edits = Edit::All(vec![title.clone(), Edit::RemoveStep(id(9))]);
    let mut document = Document::new(map.clone());
    assert_eq!(document.edit(&edits, None), Err(EditError::Missing(Thing::Step(id(9)))));
    assert!(unchanged(&map, document.map()));
    assert_eq!(document.edit(&Edit::All(vec![title]), None), Ok(true));
}

#[test]
fn a_stage_that_moves_takes_the_phase_of_its_neighbours_where_it_has_to() {
    let map = staged(&[PRE, PRE, BUY, None, POST]);
    let moved = |from: u64, to| phases(&done(&map, &Edit::MoveStage { id: id(from), to }));
    assert_eq!(moved(3, 1), [PRE, PRE, PRE, None, POST], "in the midst of a phase");
    assert_eq!(moved(3, 4), [PRE, PRE, None, POST, POST], "behind a later phase");
    assert_eq!(moved(3, 3), [PRE, PRE, None, BUY, POST], "its own phase still fits");
    assert_eq!(moved(4, 0), [None, PRE, PRE, BUY, POST], "no phase fits at the edge");
    assert_eq!(moved(4, 1), [PRE, PRE, PRE, BUY, POST], "no phase does not fit within one");
    assert_eq!(moved(5, 0), [PRE, PRE, PRE, BUY, None], "before the first one");
}

#[test]
fn a_stage_takes_only_a_phase_that_fits() {
    let map = staged(&[PRE, None, BUY, POST]);
    let set =
        |stage: u64, phase| apply(&map, &Edit::SetStage(id(stage), StageChange::Phase(phase))).map(|map| phases(&map));
    assert_eq!(set(2, PRE), Ok(vec![PRE, PRE, BUY, POST]));
    assert_eq!(set(2, BUY), Ok(vec![PRE, BUY, BUY, POST]));
    assert_eq!(set(2, POST), Err(EditError::PhaseOrder(id(2))));
    assert_eq!(set(4, PRE), Err(EditError::PhaseOrder(id(4))));
    assert_eq!(set(1, None), Ok(vec![None, None, BUY, POST]));
}

#[test]
fn a_span_ends_one_step_earlier_when_its_last_step_goes() {
    let mut map = grid(4);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    card_mut(&mut map, id(11)).until = Some(id(3));
    let next = done(&map, &Edit::RemoveStep(id(3)));
    assert_eq!(card(&next, 11).until, Some(id(2)));
    let next = done(&next, &Edit::RemoveStep(id(2)));
    assert_eq!(card(&next, 11).until, None);
    let inner = done(&map, &Edit::RemoveStep(id(2)));
    assert_eq!(card(&inner, 11).until, Some(id(3)));
}

#[test]
fn a_span_ends_before_a_stage_that_goes() {
    let mut map = staged(&[None, None, None]);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    card_mut(&mut map, id(11)).until = Some(id(102));
    assert_eq!(card(&done(&map, &Edit::RemoveStage(id(2))), 11).until, Some(id(101)));
}

#[test]
fn a_span_is_widened_by_a_step_inside_it() {
    let mut map = grid(3);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    card_mut(&mut map, id(11)).until = Some(id(2));
    let step = Arc::new(Step::new(id(9), "between"));
    let next = done(&map, &Edit::InsertStep { stage: id(1), at: 1, step });
    assert_eq!(card(&next, 11).until, Some(id(2)), "now over three steps");
}

#[test]
fn a_span_that_would_end_before_it_begins_is_none() {
    let mut map = grid(4);
    put_plain(&mut map, 2, 11, LaneKind::Actions);
    card_mut(&mut map, id(11)).until = Some(id(3));
    let next = done(&map, &Edit::MoveStep { id: id(3), stage: id(1), to: 0 });
    assert_eq!(card(&next, 11).until, None);
    let set = |until| apply(&map, &Edit::SetCard(id(11), CardChange::Until(Some(id(until)))));
    assert_eq!(set(1).unwrap_err(), EditError::SpanBeforeStart { card: id(11), until: id(1) });
    assert_eq!(card(&set(2).unwrap(), 11).until, None, "its own step is no span");
    assert_eq!(card(&set(4).unwrap(), 11).until, Some(id(4)));
}

#[test]
fn a_spanning_card_keeps_its_length_when_it_moves() {
    let mut map = grid(5);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    card_mut(&mut map, id(11)).until = Some(id(3));
    let to = |step| Place::Cell { step: id(step), lane: lane(LaneKind::Actions), at: 0 };
    let moved = |step| card(&done(&map, &Edit::MoveCards { ids: vec![id(11)], to: to(step) }), 11).until;
    assert_eq!(moved(2), Some(id(4)));
    assert_eq!(moved(4), Some(id(5)), "as far as there are steps");
    assert_eq!(moved(5), None);
    let tray = done(&map, &Edit::MoveCards { ids: vec![id(11)], to: Place::Tray { at: 0 } });
    assert_eq!(card(&tray, 11).until, None);
}

#[test]
fn cards_move_in_the_order_asked_for() {
    let mut map = grid(2);
    for card in 11..=15 {
        put_plain(&mut map, 1, card, LaneKind::Actions);
        put_plain(&mut map, 1, card + 10, LaneKind::Quotes);
    }
    let actions = lane(LaneKind::Actions);
    let moved = |ids: &[u64], step, at| {
        let ids = ids.iter().map(|&n| id(n)).collect();
        done(&map, &Edit::MoveCards { ids, to: Place::Cell { step: id(step), lane: actions, at } })
    };
    let ids = |numbers: &[u64]| numbers.iter().map(|&n| id(n)).collect::<Vec<CardId>>();
    assert_eq!(cards_of(&moved(&[15, 11], 1, 1), 1, LaneKind::Actions), ids(&[12, 15, 11, 13, 14]));
    assert_eq!(cards_of(&moved(&[11], 1, 4), 1, LaneKind::Actions), ids(&[12, 13, 14, 15, 11]));
    assert_eq!(cards_of(&moved(&[13, 12], 2, 0), 2, LaneKind::Actions), ids(&[13, 12]));
    assert!(unchanged(&map, &moved(&[12, 13], 1, 1)), "they stand there already");
    let too_far = Edit::MoveCards { ids: ids(&[11]), to: Place::Cell { step: id(1), lane: actions, at: 5 } };
    assert_eq!(apply(&map, &too_far), Err(EditError::NoPlace { at: 5, count: 4 }));
}

#[test]
fn a_card_in_another_kind_of_lane_keeps_its_text_and_loses_its_data() {
    let mut map = grid(2);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(Some(5), Some(0.5)));
    put(&mut map, 2, 21, LaneKind::Opportunities, answers(&[11]));
    let to = Place::Cell { step: id(2), lane: lane(LaneKind::Actions), at: 0 };
    let next = done(&map, &Edit::MoveCards { ids: vec![id(11)], to });
    assert_eq!((card(&next, 11).text.as_str(), &card(&next, 11).content), ("Card 11", &Content::Text));
    assert_eq!(card(&next, 21).content, answers(&[]), "what is no pain point can't be answered");
    let kind = Edit::SetLane(lane(LaneKind::PainPoints), LaneChange::Kind(LaneKind::Needs));
    assert_eq!(card(&done(&map, &kind), 11).content, Content::Text);
    let curve = Edit::SetLane(lane(LaneKind::PainPoints), LaneChange::Kind(LaneKind::Emotion));
    assert_eq!(apply(&map, &curve), Err(EditError::LaneHoldsCards(lane(LaneKind::PainPoints))));
    let needs = Place::Cell { step: id(1), lane: lane(LaneKind::Time), at: 0 };
    let into_time = Edit::MoveCards { ids: vec![id(11)], to: needs };
    assert_eq!(apply(&map, &into_time), Err(EditError::LaneWithoutCards(lane(LaneKind::Time))));
}

fn answers(cards: &[u64]) -> Content {
    let answers = cards.iter().map(|&n| id(n)).collect();
    Content::Opportunity(Opportunity { answers, ..Opportunity::default() })
}

#[test]
fn nothing_names_a_card_that_went() {
    let mut map = grid(3);
    put(&mut map, 1, 11, LaneKind::PainPoints, pain(None, None));
    put_plain(&mut map, 1, 12, LaneKind::Touchpoints);
    put(&mut map, 2, 21, LaneKind::Opportunities, answers(&[11]));
    let said = Touchpoint { repeats: true, said_first: Some(id(12)), ..Touchpoint::default() };
    put(&mut map, 2, 22, LaneKind::Touchpoints, Content::Touchpoint(said));
    card_mut(&mut map, id(22)).links =
        vec![Link { to: id(12), label: String::new() }, Link { to: id(21), label: String::new() }];
    step_mut(&mut map, id(3)).branches = vec![Branch { to: id(1), label: String::new() }];
    assert_eq!(check(&map), []);
    for edit in [Edit::RemoveStep(id(1)), Edit::RemoveCards(vec![id(12), id(11)])] {
        let next = done(&map, &edit);
        assert_eq!(card(&next, 21).content, answers(&[]));
        assert_eq!(card(&next, 22).links, [Link { to: id(21), label: String::new() }]);
        let Content::Touchpoint(touchpoint) = &card(&next, 22).content else { unreachable!() };
        assert_eq!((touchpoint.said_first, touchpoint.repeats), (None, true));
    }
    assert_eq!(done(&map, &Edit::RemoveStep(id(1))).step(id(3)).unwrap().branches, []);
}

#[test]
fn a_persona_goes_with_its_scores_and_its_cards_then_concern_all() {
    let mut map = grid(1);
    put(
        &mut map,
        1,
        11,
        LaneKind::Touchpoints,
        Content::Touchpoint(Touchpoint {
            scores: [(id(1), Emotion::WORST), (id(2), Emotion::BEST)].into(),
            ..Touchpoint::default()
        }),
    );
    put_plain(&mut map, 1, 12, LaneKind::Actions);
    card_mut(&mut map, id(11)).personas = vec![id(1), id(2)];
    card_mut(&mut map, id(12)).personas = vec![id(1)];
    believe(&mut map, id(1), &[Some(1.0)]);
    let next = done(&map, &Edit::RemovePersona(id(1)));
    assert_eq!(card(&next, 11).personas, [id(2)]);
    assert!(card(&next, 12).personas.is_empty());
    assert!(next.step(id(1)).unwrap().scores.is_empty());
    let Content::Touchpoint(touchpoint) = &card(&next, 11).content else { unreachable!() };
    assert_eq!(touchpoint.scores.keys().copied().collect::<Vec<_>>(), [id(2)]);
}

#[test]
fn a_locked_lane_stays_as_it_is() {
    let mut map = grid(2);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    put_plain(&mut map, 1, 12, LaneKind::Needs);
    let actions = lane(LaneKind::Actions);
    map = done(&map, &Edit::SetLane(actions, LaneChange::Locked(true)));
    let here = Place::Cell { step: id(1), lane: actions, at: 0 };
    let needs = Place::Cell { step: id(2), lane: lane(LaneKind::Needs), at: 0 };
    let new = Arc::new(Card::new(id(99), actions, "", Content::Text));
    let mut with_card = Step::new(id(98), "");
    with_card.cards.push(Arc::clone(&new));
    let edits = [
        Edit::SetText { at: TextAt::CardText(id(11)), text: "x".to_owned() },
        Edit::SetText { at: TextAt::LaneName(actions), text: "x".to_owned() },
        Edit::SetCard(id(11), CardChange::Votes(1)),
        Edit::RemoveCards(vec![id(11)]),
        Edit::MoveCards { ids: vec![id(11)], to: needs },
        Edit::MoveCards { ids: vec![id(12)], to: here },
        Edit::InsertCard { place: here, card: new },
        Edit::InsertStep { stage: id(1), at: 0, step: Arc::new(with_card) },
        Edit::RemoveStep(id(1)),
        Edit::RemoveStage(id(1)),
        Edit::RemoveLane(actions),
        Edit::SetLane(actions, LaneChange::Collapsed(true)),
        Edit::SetLane(actions, LaneChange::Kind(LaneKind::Text)),
    ];
    for edit in edits {
        assert_eq!(apply(&map, &edit), Err(EditError::Locked(actions)), "{edit:?}");
    }
    done(&map, &Edit::RemoveStep(id(2)));
    done(&map, &Edit::MoveStep { id: id(1), stage: id(1), to: 1 });
    let open = done(&map, &Edit::SetLane(actions, LaneChange::Locked(false)));
    done(&open, &Edit::RemoveCards(vec![id(11)]));
}

#[test]
fn a_locked_curve_keeps_its_scores() {
    let map = grid(1);
    let emotion = lane(LaneKind::Emotion);
    let score = |map: &JourneyMap| {
        apply(map, &Edit::SetScore { step: id(1), persona: id(1), score: Score::believed(Emotion::BEST) })
    };
    assert!(score(&map).is_ok());
    let locked = done(&map, &Edit::SetLane(emotion, LaneChange::Locked(true)));
    assert_eq!(score(&locked), Err(EditError::Locked(emotion)));
    let second = Arc::new(Lane::new(id(99), LaneKind::Emotion));
    let two = done(&locked, &Edit::InsertLane { at: 0, lane: second });
    assert!(score(&two).is_ok(), "the other one isn't locked");
}

#[test]
fn a_default_score_leaves_no_trace_and_an_empty_one_is_refused() {
    let mut map = grid(1);
    believe(&mut map, id(1), &[Some(1.0)]);
    let set = |score| apply(&map, &Edit::SetScore { step: id(1), persona: id(1), score });
    assert!(set(Score::default()).unwrap().step(id(1)).unwrap().scores.is_empty());
    let scored = |measured| ScoreState::Scored { believed: None, measured, validated: false };
    assert_eq!(set(Score { state: scored(None), expected: None }), Err(EditError::EmptyScore));
    let measured = |n, mean| Some(Measured { n, mean, sd: None, bad: None, effective: None, evidence: None });
    let with = |measured| Score { state: scored(measured), expected: None };
    assert_eq!(set(with(measured(0, 0.0))), Err(EditError::Measured(Figure::Answers)));
    assert_eq!(set(with(measured(9, f64::NAN))), Err(EditError::Measured(Figure::Mean)));
    assert!(set(with(measured(9, -2.0))).is_ok());
}

#[test]
fn a_channel_that_is_used_cannot_go() {
    let mut map = grid(1);
    let own = OwnChannel {
        id: id(5),
        name: "Quầy".to_owned(),
        kind: ChannelKind::Physical,
        mobile: false,
        icon: String::new(),
    };
    map = done(&map, &Edit::SetMap(MapChange::Channels(vec![own])));
    let with_own = Touchpoint { channel: Some(Channel::Own(id(5))), ..Touchpoint::default() };
    put(&mut map, 1, 11, LaneKind::Touchpoints, Content::Touchpoint(with_own));
    let none = Edit::SetMap(MapChange::Channels(Vec::new()));
    assert_eq!(apply(&map, &none), Err(EditError::ChannelUsed(id(5))));
    done(&done(&map, &Edit::RemoveCards(vec![id(11)])), &none);
}

#[test]
fn what_is_added_needs_new_ids() {
    let mut map = grid(2);
    put_plain(&mut map, 1, 11, LaneKind::Actions);
    let mut step = Step::new(id(9), "");
    step.cards.push(Arc::new(Card::new(id(11), lane(LaneKind::Actions), "", Content::Text)));
    let insert = |step| apply(&map, &Edit::InsertStep { stage: id(1), at: 0, step: Arc::new(step) });
    assert_eq!(insert(step), Err(EditError::Taken(Thing::Card(id(11)))));
    assert_eq!(insert(Step::new(id(1), "")), Err(EditError::Taken(Thing::Step(id(1)))));
    let mut stage = Stage::new(id(9), "");
    stage.steps = vec![Arc::new(Step::new(id(8), "")), Arc::new(Step::new(id(8), ""))];
    let twice = apply(&map, &Edit::InsertStage { at: 0, stage: Arc::new(stage) });
    assert_eq!(twice, Err(EditError::Taken(Thing::Step(id(8)))));
}

#[test]
fn a_gesture_is_one_undo_step() {
    let mut document = Document::new(grid(1));
    let text = |text: &str| Edit::SetText { at: TextAt::StepName(id(1)), text: text.to_owned() };
    document.select(Selection::at(Cursor::Step(id(1))));
    for typed in ["T", "Tr", "Tra", "Trả tiền"] {
        document.preview(&text(typed)).unwrap();
        assert_eq!(document.map().step(id(1)).unwrap().name, typed);
        assert_eq!(document.base().step(id(1)).unwrap().name, "Step 1");
    }
    assert!(!document.is_saved());
    assert!(document.commit(None));
    assert_eq!(document.undo_label(), Some(Label::StepNames(1)));
    document.select(Selection::at(Cursor::Title));
    assert!(document.undo());
    assert_eq!(document.map().step(id(1)).unwrap().name, "Step 1");
    assert_eq!(document.selection().cursor, Some(Cursor::Step(id(1))), "undo brings the selection back");
    assert!(!document.undo());
    assert!(document.redo());
    assert_eq!(document.selection().cursor, Some(Cursor::Title));
    assert!(!document.redo());
}

#[test]
fn a_gesture_that_ends_where_it_began_leaves_nothing() {
    let mut document = Document::new(grid(1));
    let text = |text: &str| Edit::SetText { at: TextAt::StepName(id(1)), text: text.to_owned() };
    document.preview(&text("x")).unwrap();
    document.preview(&text("Step 1")).unwrap();
    assert!(document.is_saved());
    assert!(!document.commit(None));
    assert_eq!(document.undo_label(), None);
    document.preview(&text("x")).unwrap();
    document.cancel();
    assert_eq!(document.map().step(id(1)).unwrap().name, "Step 1");
    document.preview(&text("x")).unwrap();
    assert!(document.preview(&Edit::RemoveStep(id(9))).is_err());
    assert_eq!(document.map().step(id(1)).unwrap().name, "x", "a refused preview leaves the one before");
    assert!(document.undo(), "undo in a gesture takes it back");
    assert!(document.is_saved());
    assert!(document.redo());
    assert_eq!(document.map().step(id(1)).unwrap().name, "x");
}

#[test]
fn saved_is_the_map_that_was_saved() {
    let mut document = Document::unsaved(grid(1));
    assert!(!document.is_saved());
    document.mark_saved();
    let title = |text: &str| Edit::SetText { at: TextAt::Title, text: text.to_owned() };
    document.edit(&title("one"), None).unwrap();
    assert!(!document.is_saved());
    document.mark_saved();
    document.edit(&title("two"), None).unwrap();
    document.undo();
    assert!(document.is_saved());
    document.undo();
    assert!(!document.is_saved());
    document.edit(&title("one"), None).unwrap();
    assert!(!document.is_saved(), "equal, but its file may have been changed by others meanwhile: another map");
}

#[test]
fn several_changes_are_named_together() {
    let text = |n| Edit::SetText { at: TextAt::CardText(id(n)), text: String::new() };
    assert_eq!(label(&Edit::All(vec![text(1), text(2)])), Label::CardTexts(2));
    let moved = Edit::MoveCards { ids: vec![id(1), id(2), id(3)], to: Place::Tray { at: 0 } };
    assert_eq!(label(&moved), Label::MoveCards(3));
    assert_eq!(label(&Edit::All(vec![text(1), moved])), Label::Several(4));
    let card = Arc::new(Card::new(id(1), id(1), "", Content::Text));
    let insert = Edit::InsertCard { place: Place::Tray { at: 0 }, card };
    let step = Edit::InsertStep { stage: id(1), at: 0, step: Arc::new(Step::new(id(1), "")) };
    assert_eq!(label(&Edit::All(vec![step, insert])), Label::Paste);
}
