//! Three-way merges: the laws that any of them keeps, and the subtle cases by hand.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use wayfelt::diff::{Change, Merged, differences, merge};
use wayfelt::edit::conflict::resolve_all;
use wayfelt::edit::{
    CardChange, Document, Edit, EditError, Label, LaneChange, MapChange, Place, StageChange, TextAt, apply,
};
use wayfelt::file;
use wayfelt::i18n::Words;
use wayfelt::model::check::{Thing, check};
use wayfelt::model::value::Value;
use wayfelt::model::{
    Card, CardId, Choice, Conflict, Content, ContentKind, Disputed, Emotion, Id, JourneyMap, LaneKind, Language, Link,
    Measured, Phase, Score, ScoreState, Stage, Step, StepId,
};

use crate::any_edit::{Dice, any_edit};
use crate::maps::{believe, grid, id, lane, pain, put, put_plain};
use crate::{every_kind, generate};

/// A map with two cards in each lane that has cards, and a second stage.
fn start() -> JourneyMap {
    let mut map = grid(5);
    for (n, kind) in (0..).zip(LaneKind::ALL.into_iter().filter(|kind| kind.content().is_some())) {
        put_plain(&mut map, 1 + n % 3, 100 + n, kind);
        put_plain(&mut map, 2 + n % 4, 200 + n, kind);
    }
    let mut stage = Stage::new(id(2), "Stage 2");
    stage.steps.push(Arc::new(Step::new(id(6), "Step 6")));
    map.stages.push(Arc::new(stage));
    believe(&mut map, id(1), &[Some(1.0), Some(-1.0)]);
    map
}

fn edited(map: &JourneyMap, numbers: &[u32]) -> JourneyMap {
    let mut map = map.clone();
    let mut dice = Dice(numbers);
    while !dice.0.is_empty() {
        let edit = any_edit(&map, &mut dice);
        map = apply(&map, &edit).unwrap_or(map);
    }
    map
}

fn after(map: &JourneyMap, edits: &[Edit]) -> JourneyMap {
    edits.iter().fold(map.clone(), |map, edit| apply(&map, edit).unwrap())
}

/// The texts that people wrote in a map: whatever is no id.
fn texts(map: &JourneyMap) -> BTreeSet<String> {
    let tree = Value::of(map);
    tree.texts().into_iter().filter(|text| text.parse::<Id<()>>().is_err()).map(str::to_owned).collect()
}

/// The conflicts with the sides exchanged, in an order of their own. What both added at one place stands with ours first, so
/// phases may have to give way on one side only. A card whose place is disputed stands where ours has it until somebody
/// chooses, so the order of that step names it, or is disputed
/// for its sake, on one side only.
fn conflicts(merged: &Merged, exchanged: bool) -> Vec<String> {
    let of_phase = Disputed::Field(vec!["phase".into()]);
    let displaced: BTreeSet<String> = merged
        .conflicts
        .iter()
        .filter(|conflict| conflict.what == Disputed::Place)
        .filter_map(|conflict| match conflict.at {
            Some(Thing::Card(id)) => Some(id.to_string()),
            _ => None,
        })
        .collect();
    let settled = |value: &Value| match value {
        Value::List(items) => {
            let stays = |item: &&Value| !matches!(item, Value::Text(id) if displaced.contains(id.as_str()));
            Value::List(items.iter().filter(stays).cloned().collect())
        }
        other => other.clone(),
    };
    let mut all: Vec<String> = merged
        .conflicts
        .iter()
        .filter(|conflict| conflict.what != of_phase)
        .filter_map(|conflict| {
            let Conflict { at, what, base, ours, theirs } = conflict;
            let (ours, theirs) = if exchanged { (theirs, ours) } else { (ours, theirs) };
            if matches!(what, Disputed::Order(_)) {
                let [base, ours, theirs] = [base, ours, theirs].map(settled);
                return (ours != theirs).then(|| format!("{at:?} {what:?} {base:?} {ours:?} {theirs:?}"));
            }
            Some(format!("{at:?} {what:?} {base:?} {ours:?} {theirs:?}"))
        })
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_only_one_side_did_is_done(numbers in vec(any::<u32>(), 0..600)) {
        let base = start();
        let changed = edited(&base, &numbers);
        for (ours, theirs) in [(&base, &changed), (&changed, &base), (&changed, &changed)] {
            let merged = merge(&base, ours, theirs);
            prop_assert_eq!(&merged.map, &changed);
            prop_assert_eq!(merged.conflicts.len(), 0);
        }
    }

    #[test]
    fn nothing_of_either_side_is_lost(ours in vec(any::<u32>(), 0..400), theirs in vec(any::<u32>(), 0..400)) {
        let base = start();
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let merged = merge(&base, &ours, &theirs);
        prop_assert_eq!(check(&merged.map), []);

        let (before, kept) = (texts(&base), texts(&merged.map));
        for (name, side, other) in [("ours", &ours, &theirs), ("theirs", &theirs, &ours)] {
            for text in texts(side).difference(&before) {
                prop_assert!(kept.contains(text), "{text:?} of {name} is lost");
            }
            // What one side added is there, and what it removed is gone unless the other side wanted it.
            let wanted: BTreeSet<Thing> = differences(&base, other).into_iter().filter_map(|one| one.at).collect();
            for found in differences(&base, side) {
                let Some(at) = found.at else { continue };
                match found.change {
                    Change::Added => prop_assert!(at.is_in(&merged.map), "{at} of {name} is lost"),
                    Change::Removed if at.is_in(&merged.map) => {
                        let disputed = merged.conflicts.iter().any(|conflict| conflict.what == Disputed::Existence);
                        prop_assert!(disputed && !wanted.is_empty(), "{at} was removed by {name}, and nobody touched it");
                    }
                    Change::Removed | Change::Moved { .. } | Change::Field { .. } => {}
                }
            }
        }

        // The other way round: the same things, the same conflicts.
        let back = merge(&base, &theirs, &ours);
        prop_assert_eq!(conflicts(&merged, false), conflicts(&back, true));
        let things = |map: &JourneyMap| -> BTreeSet<Thing> {
            differences(&JourneyMap::default(), map).into_iter().filter_map(|one| one.at).collect()
        };
        prop_assert_eq!(things(&merged.map), things(&back.map));

        // Kept in a file, and settled there whatever is chosen.
        let read = file::read(file::write(&merged.map).as_bytes()).unwrap();
        prop_assert_eq!(&read.map, &merged.map);
        prop_assert_eq!(read.faults, []);
        for choice in [Choice::Ours, Choice::Theirs, Choice::Base, Choice::Standing] {
            let mut map = merged.map.clone();
            for conflict in &merged.map.conflicts {
                let edit = Edit::Resolve(Box::new(conflict.clone()), choice);
                if let Ok(next) = apply(&map, &edit) {
                    prop_assert_eq!(check(&next), []);
                    prop_assert!(next.conflicts.len() < map.conflicts.len());
                    map = next;
                }
            }
        }
    }

    #[test]
    fn fields_that_only_one_side_changed_have_its_value(
        ours in vec(any::<u32>(), 0..200), theirs in vec(any::<u32>(), 0..200)
    ) {
        let base = start();
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let merged = merge(&base, &ours, &theirs);
            // What the merge changed in their map is what we did, or is disputed, or follows from what was removed.
        let ours_did: BTreeSet<_> = differences(&base, &ours).into_iter().filter_map(|one| one.at).collect();
        for found in differences(&theirs, &merged.map) {
            let Change::Field { path, .. } = &found.change else { continue };
            let Some(at) = found.at else { continue };
            let plain = ["text", "notes", "owner", "name"].contains(&path[0].as_str());
            if plain {
                prop_assert!(ours_did.contains(&at), "{at} {path:?} differs from theirs, and we didn't touch it");
            }
        }
    }
}

#[test]
fn two_people_write_on_different_cards_of_one_step_without_a_conflict() {
    let base = start();
    let step = base.step(id(1)).unwrap();
    let (a, b) = (step.cards[0].id, step.cards[1].id);
    let ours = after(&base, &[Edit::SetText { at: TextAt::CardText(a), text: "ours".into() }]);
    let theirs = after(&base, &[Edit::SetText { at: TextAt::CardText(b), text: "theirs".into() }]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.map.card(a).unwrap().1.text, "ours");
    assert_eq!(merged.map.card(b).unwrap().1.text, "theirs");
}

#[test]
fn both_changed_the_same_field_and_both_values_are_kept_until_one_is_chosen() {
    let base = start();
    let card: CardId = id(100);
    let say = |text: &str| after(&base, &[Edit::SetText { at: TextAt::CardText(card), text: text.into() }]);
    let merged = merge(&base, &say("ours"), &say("theirs"));
    let conflict = Conflict {
        at: Some(Thing::Card(card)),
        what: Disputed::Field(vec!["text".into()]),
        base: Value::Text("Card 100".into()),
        ours: Value::Text("ours".into()),
        theirs: Value::Text("theirs".into()),
    };
    assert_eq!(merged.conflicts, std::slice::from_ref(&conflict));
    assert_eq!(merged.map.conflicts, std::slice::from_ref(&conflict));
    for (choice, text) in
        [(Choice::Ours, "ours"), (Choice::Theirs, "theirs"), (Choice::Base, "Card 100"), (Choice::Standing, "ours")]
    {
        let map = after(&merged.map, &[Edit::Resolve(Box::new(conflict.clone()), choice)]);
        assert_eq!(map.card(card).unwrap().1.text, text);
        assert_eq!(map.conflicts, []);
        assert!(apply(&map, &Edit::Resolve(Box::new(conflict.clone()), choice)).is_err(), "settled twice");
    }
    // The card goes, and the conflict with it.
    assert_eq!(after(&merged.map, &[Edit::RemoveCards(vec![card])]).conflicts, []);
}

#[test]
fn what_one_side_removed_and_the_other_changed_stays_until_somebody_chooses() {
    let base = start();
    let card: CardId = base.step(id(2)).unwrap().cards[0].id;
    let ours = after(&base, &[Edit::SetText { at: TextAt::CardText(card), text: "still needed".into() }]);
    // With the whole stage that it lies in.
    let theirs = after(&base, &[Edit::RemoveStage(id(1))]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.map.card(card).unwrap().1.text, "still needed");
    let stage = Thing::Stage(id(1));
    assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
    assert_eq!((merged.conflicts[0].at, &merged.conflicts[0].what), (Some(stage), &Disputed::Existence));
    // The stage is whole: what wasn't touched stays with it.
    assert_eq!(merged.map.stage(id(1)), ours.stage(id(1)));
    let resolve = |choice| after(&merged.map, &[Edit::Resolve(Box::new(merged.conflicts[0].clone()), choice)]);
    assert_eq!(resolve(Choice::Ours), ours);
    assert_eq!(resolve(Choice::Theirs), theirs);
    // And the same the other way round.
    let back = merge(&base, &theirs, &ours);
    assert_eq!(back.map.stages, merged.map.stages);
    assert_eq!((&back.conflicts[0].ours, &back.conflicts[0].theirs), (&Value::Flag(false), &Value::Flag(true)));
}

#[test]
fn a_card_put_into_what_the_other_side_removed_stays_with_it() {
    let base = start();
    let card = Card::new(id(900), lane(LaneKind::Thoughts), "new", Content::Text);
    let place = Place::Cell { step: id(3), lane: lane(LaneKind::Thoughts), at: 0 };
    let ours = after(&base, &[Edit::InsertCard { place, card: Arc::new(card) }]);
    for (edit, thing) in [
        (Edit::RemoveStep(id(3)), Thing::Step(id(3))),
        (Edit::RemoveLane(lane(LaneKind::Thoughts)), Thing::Lane(lane(LaneKind::Thoughts))),
    ] {
        let merged = merge(&base, &ours, &after(&base, &[edit]));
        assert_eq!(merged.map.card(id(900)).unwrap().0.unwrap().id, id(3));
        let at: Vec<_> = merged.conflicts.iter().map(|conflict| conflict.at).collect();
        assert_eq!(at, [Some(thing)]);
        assert_eq!(check(&merged.map), []);
    }
}

#[test]
fn a_link_to_a_card_that_the_other_side_removed_keeps_it() {
    let base = start();
    let (from, to): (CardId, CardId) = (id(100), id(203));
    let link = Link { to, label: "because".into() };
    let ours = after(&base, &[Edit::SetCard(from, CardChange::Links(vec![link.clone()]))]);
    let theirs = after(&base, &[Edit::RemoveCards(vec![to])]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.map.card(from).unwrap().1.links, std::slice::from_ref(&link));
    assert_eq!(merged.conflicts.iter().map(|one| one.at).collect::<Vec<_>>(), [Some(Thing::Card(to))]);
    // A link that was there before goes with the card, and is no conflict, even if its card was changed otherwise.
    let base = ours;
    let ours = after(&base, &[Edit::SetText { at: TextAt::CardText(from), text: "changed".into() }]);
    let theirs = after(&base, &[Edit::RemoveCards(vec![to])]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.map.card(from).unwrap().1.links, []);
    // Nor is it one where both cards went, each on one side.
    let merged = merge(&base, &after(&base, &[Edit::RemoveCards(vec![from])]), &theirs);
    assert_eq!(merged.conflicts, []);
}

#[test]
fn a_card_is_moved_by_one_and_written_on_by_the_other() {
    let base = start();
    let card: CardId = id(100);
    let to = |step| Place::Cell { step, lane: lane(LaneKind::Actions), at: 0 };
    let moved = |step: StepId| after(&base, &[Edit::MoveCards { ids: vec![card], to: to(step) }]);
    let written = after(&base, &[Edit::SetText { at: TextAt::CardText(card), text: "written".into() }]);
    let merged = merge(&base, &moved(id(5)), &written);
    assert_eq!(merged.conflicts, []);
    let (step, found) = merged.map.card(card).unwrap();
    assert_eq!((step.unwrap().id, found.text.as_str()), (id(5), "written"));

    // Moved by both, to different steps: ours, and theirs can be chosen.
    let merged = merge(&base, &moved(id(5)), &moved(id(4)));
    assert_eq!(merged.map.card(card).unwrap().0.unwrap().id, id(5));
    assert_eq!(merged.conflicts.iter().map(|one| &one.what).collect::<Vec<_>>(), [&Disputed::Place]);
    let chosen = after(&merged.map, &[Edit::Resolve(Box::new(merged.conflicts[0].clone()), Choice::Theirs)]);
    assert_eq!(chosen.card(card).unwrap().0.unwrap().id, id(4));
    // Into a lane of another kind by one, its data changed by the other: the data is in the conflict.
    let mut base = start();
    put(&mut base, 1, 500, LaneKind::PainPoints, pain(Some(2), None));
    let elsewhere = Place::Cell { step: id(1), lane: lane(LaneKind::Actions), at: 0 };
    let ours = after(&base, &[Edit::MoveCards { ids: vec![id(500)], to: elsewhere }]);
    let theirs = after(&base, &[Edit::SetCard(id(500), CardChange::Content(pain(Some(5), None)))]);
    let merged = merge(&base, &theirs, &ours);
    assert_eq!(merged.map.card(id(500)).unwrap().1.content.kind(), ContentKind::Text);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].ours, Value::of(&pain(Some(5), None)));
    assert!(apply(&merged.map, &Edit::Resolve(Box::new(merged.conflicts[0].clone()), Choice::Ours)).is_err());
    assert!(apply(&merged.map, &Edit::Resolve(Box::new(merged.conflicts[0].clone()), Choice::Theirs)).is_ok());
}

#[test]
fn both_orders_are_followed_where_they_can_be() {
    let base = start();
    let names = |map: &JourneyMap| -> Vec<u64> { map.stages[0].steps.iter().map(|step| step.id.bits()).collect() };
    let insert = |at, number: u64| Edit::InsertStep { stage: id(1), at, step: Arc::new(Step::new(id(number), "")) };
    let ours = after(&base, &[insert(2, 31), Edit::MoveStep { id: id(5), stage: id(1), to: 0 }]);
    let theirs = after(&base, &[insert(2, 41), insert(5, 42), Edit::MoveStep { id: id(1), stage: id(1), to: 3 }]);
    assert_eq!((names(&ours), names(&theirs)), (vec![5, 1, 2, 31, 3, 4], vec![2, 41, 3, 1, 4, 42, 5]));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(names(&merged.map), [5, 2, 31, 41, 3, 1, 4, 42]);
    assert_eq!(merged.conflicts, []);
}

#[test]
fn what_both_put_in_another_order_is_disputed_and_can_be_chosen() {
    let base = start();
    let steps = |map: &JourneyMap| -> Vec<u64> { map.stages[0].steps.iter().map(|step| step.id.bits()).collect() };
    let moved = |to| after(&base, &[Edit::MoveStep { id: id(2), stage: id(1), to }]);
    let last = steps(&base).len() - 1;
    let (ours, theirs) = (moved(0), moved(last));
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(steps(&merged.map), steps(&ours), "ours stands");
    let [conflict] = &merged.conflicts[..] else { panic!("{:?}", merged.conflicts) };
    assert_eq!((conflict.at, &conflict.what), (Some(Thing::Stage(id(1))), &Disputed::Order("steps".into())));
    assert_eq!(conflict.standing(&merged.map), conflict.ours);
    // It outlives its file.
    let read = wayfelt::file::read(wayfelt::file::write(&merged.map).as_bytes()).unwrap();
    assert_eq!((read.map.conflicts.clone(), read.faults), (merged.conflicts.clone(), vec![]));
    let words = Words::new(Language::En);
    let said = wayfelt::diff::say::conflict(&words, &merged.map, conflict);
    assert!(said.contains("put in another order by both: ours ") && said.contains(" · "), "{said}");
    for (choice, order) in [(Choice::Theirs, &theirs), (Choice::Ours, &ours), (Choice::Base, &base)] {
        let chosen = after(&merged.map, &[Edit::Resolve(Box::new(conflict.clone()), choice)]);
        assert_eq!((steps(&chosen), chosen.conflicts.len()), (steps(order), 0));
    }
    // What came meanwhile stays behind what it was behind.
    let more = after(&merged.map, &[Edit::InsertStep { stage: id(1), at: 1, step: Arc::new(Step::new(id(77), "")) }]);
    assert_eq!(more.conflicts[0].standing(&more), conflict.ours);
    let chosen = after(&more, &[Edit::Resolve(Box::new(conflict.clone()), Choice::Theirs)]);
    let at = |number| steps(&chosen).iter().position(|known| *known == number).unwrap();
    assert_eq!(at(77), at(2) + 1);
    // The same move on both sides is none, and neither is a move of one side.
    assert_eq!(merge(&base, &ours, &ours).conflicts, []);
    assert_eq!(merge(&base, &ours, &base).conflicts, []);
}

#[test]
fn a_belief_and_a_measurement_come_together_and_halves_that_make_none_are_disputed() {
    let base = start();
    let (step, persona) = (id(1), id(1));
    let measured = Measured { n: 30, mean: 0.5, sd: None, bad: None, effective: None, evidence: None };
    let score = |believed: Option<f64>, measured| Score {
        state: ScoreState::Scored { believed: believed.map(Emotion::clamped), measured, validated: false },
        expected: None,
    };
    let set = |map: &JourneyMap, score| after(map, &[Edit::SetScore { step, persona, score }]);
    let merged = merge(&base, &set(&base, score(Some(2.0), None)), &set(&base, score(Some(1.0), Some(measured))));
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.map.step(step).unwrap().score(persona), score(Some(2.0), Some(measured)));

    let base = set(&base, score(Some(1.0), Some(measured)));
    let (ours, theirs) = (score(Some(1.0), None), score(None, Some(measured)));
    let merged = merge(&base, &set(&base, ours), &set(&base, theirs));
    assert_eq!(check(&merged.map), []);
    assert_eq!(merged.map.step(step).unwrap().score(persona), ours);
    assert_eq!(merged.conflicts.len(), 1);
    let chosen = after(&merged.map, &[Edit::Resolve(Box::new(merged.conflicts[0].clone()), Choice::Theirs)]);
    assert_eq!(chosen.step(step).unwrap().score(persona), theirs);
}

#[test]
fn phases_out_of_order_and_lanes_that_lost_their_cards_are_put_right_and_told() {
    let base = start();
    let phase = |stage, phase| Edit::SetStage(id(stage), StageChange::Phase(Some(phase)));
    let ours = after(&base, &[phase(1, Phase::PostPurchase)]);
    let theirs = after(&base, &[phase(2, Phase::PrePurchase)]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(check(&merged.map), []);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.conflicts[0].theirs, Value::of(&Phase::PrePurchase));

    let empty =
        after(&base, &[Edit::InsertLane { at: 0, lane: Arc::new(wayfelt::model::Lane::new(id(90), LaneKind::Text)) }]);
    let ours = after(&empty, &[Edit::SetLane(id(90), LaneChange::Kind(LaneKind::Time))]);
    let card = Card::new(id(900), id(90), "new", Content::Text);
    let place = Place::Cell { step: id(1), lane: id(90), at: 0 };
    let theirs = after(&empty, &[Edit::InsertCard { place, card: Arc::new(card) }]);
    let merged = merge(&empty, &ours, &theirs);
    assert_eq!(check(&merged.map), []);
    assert!(merged.map.card(id(900)).is_some());
    assert_eq!(merged.conflicts[0].at, Some(Thing::Lane(id(90))));
}

#[test]
fn a_persona_that_was_removed_stays_where_the_other_side_scored_for_it() {
    let base = start();
    let ours = after(&base, &[Edit::SetScore { step: id(4), persona: id(2), score: Score::believed(Emotion::BEST) }]);
    let theirs = after(&base, &[Edit::RemovePersona(id(2))]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.map.step(id(4)).unwrap().score(id(2)), Score::believed(Emotion::BEST));
    assert_eq!(merged.conflicts.iter().map(|one| one.at).collect::<Vec<_>>(), [Some(Thing::Persona(id(2)))]);
}

#[test]
fn conflicts_that_were_open_stay_open_until_one_side_settles_them() {
    let base = every_kind::map();
    let open = base.conflicts[0].clone();
    let settled = after(&base, &[Edit::Resolve(Box::new(open.clone()), Choice::Standing)]);
    let written = after(&base, &[Edit::SetText { at: TextAt::Scenario, text: "other".into() }]);
    let merged = merge(&base, &written, &settled);
    assert!(!merged.map.conflicts.contains(&open));
    assert_eq!(merged.map.conflicts.len(), base.conflicts.len() - 1);
    assert_eq!((merged.map.scenario.as_str(), merged.conflicts), ("other", vec![]));
}

#[test]
fn a_span_whose_end_was_removed_ends_a_step_earlier() {
    let base = start();
    let ours = after(&base, &[Edit::SetCard(id(100), CardChange::Until(Some(id(4))))]);
    let theirs = after(&ours, &[Edit::RemoveStep(id(4))]);
    let merged = merge(&ours, &after(&ours, &[Edit::SetCard(id(100), CardChange::Votes(3))]), &theirs);
    let card = merged.map.card(id(100)).unwrap().1;
    assert_eq!((card.until, card.votes), (Some(id(3)), 3));
    assert_eq!(merged.conflicts, []);
}

#[test]
fn a_large_map_is_merged_in_a_moment() {
    let base = generate::map(10_000);
    let first = base.cards().next().unwrap().1.id;
    let last = base.cards().last().unwrap().1.id;
    let say = |card, text: &str| after(&base, &[Edit::SetText { at: TextAt::CardText(card), text: text.into() }]);
    let begun = std::time::Instant::now();
    let merged = merge(&base, &say(first, "ours"), &say(last, "theirs"));
    println!("10,000 cards merged in {:?}", begun.elapsed());
    assert_eq!(merged.conflicts, []);
    assert_eq!(
        merged.map,
        after(&say(first, "ours"), &[Edit::SetText { at: TextAt::CardText(last), text: "theirs".into() }])
    );
    assert!(begun.elapsed().as_secs() < 20);
}

#[test]
fn what_a_locked_lane_holds_is_not_settled_until_it_is_unlocked() {
    let base = start();
    let (kind, card) = (LaneKind::Actions, id::<Card>(100));
    let say = |text: &str| after(&base, &[Edit::SetText { at: TextAt::CardText(card), text: text.into() }]);
    let merged = merge(&base, &say("ours"), &say("theirs")).map;
    let lock = |locked| Edit::SetLane(lane(kind), LaneChange::Locked(locked));
    let locked = after(&merged, &[lock(true)]);
    let choose = Edit::Resolve(Box::new(merged.conflicts[0].clone()), Choice::Theirs);
    assert_eq!(apply(&locked, &choose), Err(EditError::Locked(lane(kind))));
    assert_eq!(resolve_all(&locked, Choice::Theirs), None);
    assert_eq!(after(&locked, &[lock(false), choose]).card(card).unwrap().1.text, "theirs");
}

#[test]
fn a_merge_is_one_undo_step_that_shares_what_stayed() {
    let base = start();
    let say =
        |card: u64, text: &str| after(&base, &[Edit::SetText { at: TextAt::CardText(id(card)), text: text.into() }]);
    let (ours, theirs) = (say(100, "ours"), say(201, "theirs"));
    let merged = merge(&base, &ours, &theirs);
    let mut document = Document::new(ours.clone());
    assert_eq!(document.edit(&Edit::Replace(Arc::new(merged.map), Label::Merge), None), Ok(true));
    assert_eq!(document.undo_label(), Some(Label::Merge));
    let shared = document.map().steps().zip(ours.steps()).filter(|((_, new), (_, old))| Arc::ptr_eq(new, old)).count();
    assert_eq!(shared, ours.steps().count() - 1, "only one step is another one");
    // The same map once more is no change.
    let same = JourneyMap::clone(document.map());
    assert_eq!(document.edit(&Edit::Replace(Arc::new(same), Label::Merge), None), Ok(false));
    assert!(document.undo());
    assert_eq!(**document.map(), ours);
    let mut broken = ours.clone();
    broken.lanes.clear();
    assert!(matches!(apply(&ours, &Edit::Replace(Arc::new(broken), Label::Merge)), Err(EditError::Invalid(_))));
}

#[test]
fn two_people_who_switch_off_different_rules_do_not_disagree() {
    let off = |rules: &[&str]| {
        let rules = rules.iter().map(|rule| (*rule).to_owned()).collect();
        after(&start(), &[Edit::SetMap(MapChange::RulesOff(rules))])
    };
    let merged =
        merge(&off(&["contrast", "empty-card"]), &off(&["contrast", "empty-card", "a"]), &off(&["contrast", "z"]));
    assert_eq!(
        (merged.map.rules_off.as_slice(), merged.conflicts.len()),
        (&["a", "contrast", "z"].map(str::to_owned)[..], 0)
    );
    let merged = merge(&off(&["contrast"]), &off(&[]), &off(&["contrast"]));
    assert_eq!(merged.map.rules_off, [] as [String; 0]);
}
