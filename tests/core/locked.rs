//! A locked lane: nothing in it changes by accident, whichever room the edit comes from, since the one door refuses it.

use std::sync::Arc;

use wayfelt::edit::{CardChange, Edit, EditError, LaneChange, Place, StageChange, StepChange, TextAt, apply};
use wayfelt::model::{Card, Emotion, JourneyMap, LaneId, LaneKind, Score, Stage, StageId};

use crate::maps::{grid, id, lane, pain, put, put_plain};

fn lock(map: &mut JourneyMap, kind: LaneKind, locked: bool) {
    let place = map.lanes.iter().position(|lane| lane.kind == kind).unwrap();
    Arc::make_mut(&mut map.lanes[place]).locked = locked;
}

/// Card 1 is a pain point in a locked lane, card 2 one of a free lane, card 3 one in the tray that came from the locked one.
fn map() -> JourneyMap {
    let mut map = grid(3);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(0.5)));
    put_plain(&mut map, 2, 2, LaneKind::Thoughts);
    let tray = Card::new(id(3), lane(LaneKind::PainPoints), "Waiting", LaneKind::PainPoints.content().unwrap().empty());
    map.tray.push(Arc::new(tray));
    for kind in [LaneKind::PainPoints, LaneKind::Emotion, LaneKind::Time] {
        lock(&mut map, kind, true);
    }
    map
}

fn refused(edit: &Edit) -> Option<LaneId> {
    match apply(&map(), edit) {
        Err(EditError::Locked(lane)) => Some(lane),
        Err(other) => panic!("{edit:?}: {other}"),
        Ok(_) => None,
    }
}

#[test]
fn what_a_person_does_in_it_is_refused() {
    let pains = lane(LaneKind::PainPoints);
    let new = || Arc::new(Card::new(id(9), pains, "New", LaneKind::PainPoints.content().unwrap().empty()));
    let cell = Place::Cell { step: id(2), lane: pains, at: 0 };
    let text = |at| Edit::SetText { at, text: "Other".to_owned() };
    let edits = [
        text(TextAt::CardText(id(1))),
        text(TextAt::CardNotes(id(1))),
        text(TextAt::CardOwner(id(1))),
        text(TextAt::LaneName(pains)),
        Edit::SetCard(id(1), CardChange::Votes(3)),
        Edit::SetCard(id(1), CardChange::Color(Some(1))),
        Edit::SetCard(id(1), CardChange::Personas(vec![id(1)])),
        Edit::SetCard(id(1), CardChange::Until(Some(id(2)))),
        Edit::SetCard(id(1), CardChange::Content(pain(Some(5), None))),
        Edit::RemoveCards(vec![id(1)]),
        Edit::InsertCard { place: cell, card: new() },
        Edit::MoveCards { ids: vec![id(1)], to: Place::Cell { step: id(2), lane: lane(LaneKind::Thoughts), at: 0 } },
        Edit::MoveCards { ids: vec![id(1)], to: Place::Tray { at: 0 } },
        Edit::MoveCards { ids: vec![id(2)], to: cell },
        Edit::MoveCards { ids: vec![id(3)], to: cell },
        Edit::RemoveStep(id(1)),
        Edit::RemoveStage(id(1)),
        Edit::RemoveLane(pains),
        Edit::SetLane(pains, LaneChange::Kind(LaneKind::Thoughts)),
        Edit::SetLane(pains, LaneChange::Color(Some(1))),
        Edit::SetLane(pains, LaneChange::Hidden(true)),
        // Of several changes none is done.
        Edit::All(vec![text(TextAt::Title), text(TextAt::CardText(id(1)))]),
    ];
    for edit in &edits {
        assert_eq!(refused(edit), Some(pains), "{edit:?}");
    }
    let score = Score::believed(Emotion::default());
    let feel = Edit::SetScore { step: id(1), persona: id(1), score };
    assert_eq!(refused(&feel), Some(lane(LaneKind::Emotion)));
    let wait = Edit::SetStep(id(1), StepChange::WaitingMinutes(Some(5)));
    assert_eq!(refused(&wait), Some(lane(LaneKind::Time)));
}

#[test]
fn what_only_passes_by_it_is_not() {
    let pains = lane(LaneKind::PainPoints);
    let text = |at| Edit::SetText { at, text: "Other".to_owned() };
    let stage: StageId = id(9);
    let edits = [
        Edit::SetLane(pains, LaneChange::Locked(false)),
        Edit::MoveLane { id: pains, to: 0 },
        text(TextAt::StepName(id(1))),
        text(TextAt::StepNotes(id(1))),
        text(TextAt::StageName(id(1))),
        text(TextAt::CardText(id(2))),
        // It lies in the tray, where nothing is locked.
        text(TextAt::CardText(id(3))),
        Edit::RemoveCards(vec![id(3)]),
        Edit::SetStep(id(1), StepChange::MomentOfTruth(true)),
        Edit::SetStage(id(1), StageChange::ExpectedTouchpoints(Some(4))),
        Edit::MoveStep { id: id(1), stage: id(1), to: 2 },
        Edit::InsertStage { at: 1, stage: Arc::new(Stage::new(stage, "Another")) },
        Edit::RemoveStep(id(2)),
        Edit::RemovePersona(id(2)),
    ];
    for edit in &edits {
        assert_eq!(refused(edit), None, "{edit:?}");
    }
}

#[test]
fn a_second_lane_that_shows_the_same_lets_it_change() {
    let mut map = map();
    let mut second = wayfelt::model::Lane::new(id(90), LaneKind::Emotion);
    second.locked = false;
    map.lanes.push(Arc::new(second));
    let edit = Edit::SetScore { step: id(1), persona: id(1), score: Score::believed(Emotion::default()) };
    assert!(apply(&map, &edit).is_ok());
}
