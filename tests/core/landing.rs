//! Cards that are carried: they land where they should, as themselves or as copies, and whatever lands the map stays valid.

use std::sync::Arc;

use proptest::prelude::*;
use wayfelt::edit::landing::{Carried, lane_for_notes, note_down, span};
use wayfelt::edit::{self, Document, Edit, EditError, Place};
use wayfelt::model::check::check;
use wayfelt::model::{Card, CardId, ContentKind, IdSource, JourneyMap, LaneKind, Link};

use crate::maps::{card_mut, grid, id, lane, pain, put, put_plain};

/// Cards 1 and 2 at step 1, 3 at step 2 (actions), 4 at step 2 (a pain point with data) and 5 in the tray.
fn map() -> JourneyMap {
    let mut map = grid(5);
    put_plain(&mut map, 1, 1, LaneKind::Actions);
    put_plain(&mut map, 1, 2, LaneKind::Actions);
    put_plain(&mut map, 2, 3, LaneKind::Actions);
    put(&mut map, 2, 4, LaneKind::PainPoints, pain(Some(3), Some(0.2)));
    let note = Card::new(id(5), lane(LaneKind::Actions), "Nobody answers !4 12% @Sales", ContentKind::Text.empty());
    map.tray.push(Arc::new(note));
    map
}

fn carried(map: &JourneyMap, ids: &[u64]) -> Carried {
    let ids: Vec<CardId> = ids.iter().map(|number| id(*number)).collect();
    Carried::new(map, &ids, ids[0], &mut IdSource::seeded(7))
}

fn cell_of(step: u64, kind: LaneKind, at: usize) -> Place {
    Place::Cell { step: id(step), lane: lane(kind), at }
}

fn landed(map: &JourneyMap, carried: &Carried, to: Place, copy: bool) -> JourneyMap {
    let change = carried.land(map, to, copy, &|_| None).unwrap();
    edit::apply(map, &change.edit).unwrap()
}

fn cell(map: &JourneyMap, step: u64, kind: LaneKind) -> Vec<u64> {
    edit::command::cell(map, id(step), lane(kind)).iter().map(|id| id.bits()).collect()
}

#[test]
fn cards_of_several_lanes_keep_their_arrangement_in_the_lane_of_the_seized_one() {
    let map = map();
    let after = landed(&map, &carried(&map, &[3, 1, 4]), cell_of(4, LaneKind::Actions, 0), false);
    assert_eq!(cell(&after, 3, LaneKind::Actions), [1]);
    assert_eq!(cell(&after, 4, LaneKind::Actions), [3]);
    assert_eq!(cell(&after, 4, LaneKind::PainPoints), [4]);
    assert_eq!(cell(&after, 1, LaneKind::Actions), [2]);
}

#[test]
fn an_arrangement_stops_where_its_last_card_would_leave_the_map() {
    let map = map();
    let after = landed(&map, &carried(&map, &[1, 2, 3]), cell_of(5, LaneKind::Actions, 0), false);
    assert_eq!(cell(&after, 4, LaneKind::Actions), [1, 2]);
    assert_eq!(cell(&after, 5, LaneKind::Actions), [3]);
}

#[test]
fn cards_of_several_lanes_land_together_in_another_lane() {
    let map = map();
    let after = landed(&map, &carried(&map, &[4, 1, 3]), cell_of(4, LaneKind::Thoughts, 0), false);
    assert_eq!(cell(&after, 4, LaneKind::Thoughts), [1, 3, 4]);
}

#[test]
fn neighbours_in_a_row_do_not_run_into_each_other() {
    let mut map = map();
    for step in 3..=4 {
        put_plain(&mut map, step, 10 + step, LaneKind::Actions);
    }
    // 1, 2 | 3 | 13 | 14: the first three cells go one to the right.
    let after = landed(&map, &carried(&map, &[1, 2, 3, 13]), cell_of(2, LaneKind::Actions, 0), false);
    assert_eq!(cell(&after, 2, LaneKind::Actions), [1, 2]);
    assert_eq!(cell(&after, 3, LaneKind::Actions), [3]);
    assert_eq!(cell(&after, 4, LaneKind::Actions), [14, 13]);
}

#[test]
fn a_note_fills_the_fields_of_the_lane_that_it_lands_in() {
    let map = map();
    let after = landed(&map, &carried(&map, &[5]), cell_of(3, LaneKind::PainPoints, 0), false);
    let (_, card) = after.card(id(5)).unwrap();
    assert_eq!((card.text.as_str(), &card.content), ("Nobody answers", &pain(Some(4), Some(0.12))));
    assert_eq!(card.owner, "Sales");
    // In a lane of plain texts it stays what was written.
    let after = landed(&map, &carried(&map, &[5]), cell_of(3, LaneKind::Thoughts, 0), false);
    assert_eq!(after.card(id(5)).unwrap().1.text, "Nobody answers !4 12% @Sales");
}

#[test]
fn a_card_of_a_locked_lane_can_only_be_copied() {
    let mut map = map();
    let place = map.lanes.iter().position(|lane| lane.kind == LaneKind::PainPoints).unwrap();
    Arc::make_mut(&mut map.lanes[place]).locked = true;
    let locked = Err(EditError::Locked(lane(LaneKind::PainPoints)));
    let held = carried(&map, &[4]);
    assert_eq!(held.land(&map, cell_of(3, LaneKind::Thoughts, 0), false, &|_| None), locked);
    assert_eq!(held.land(&map, Place::Tray { at: 0 }, false, &|_| None), locked);
    assert_eq!(held.land(&map, cell_of(3, LaneKind::PainPoints, 0), true, &|_| None), locked);
    let after = landed(&map, &held, cell_of(3, LaneKind::Thoughts, 0), true);
    assert_eq!(cell(&after, 2, LaneKind::PainPoints), [4]);
    assert_eq!(cell(&after, 3, LaneKind::Thoughts).len(), 1);
}

#[test]
fn copies_are_called_the_same_as_long_as_they_are_held_and_link_to_each_other() {
    let mut map = map();
    card_mut(&mut map, id(1)).links.push(Link { to: id(3), label: "then".to_owned() });
    let held = carried(&map, &[1, 3]);
    let first = landed(&map, &held, cell_of(2, LaneKind::Actions, 0), true);
    let second = landed(&map, &held, cell_of(3, LaneKind::Actions, 0), true);
    let copies = held.landed(true);
    assert!(copies.iter().all(|id| first.card(*id).is_some() && second.card(*id).is_some() && map.card(*id).is_none()));
    assert_eq!(second.card(copies[0]).unwrap().1.links[0].to, copies[1]);
    assert_eq!(cell(&second, 1, LaneKind::Actions), [1, 2], "the originals stay");
}

#[test]
fn what_is_lost_in_a_lane_is_known_before() {
    let map = map();
    let held = carried(&map, &[4, 1]);
    let lost: Vec<ContentKind> = held.loses(&map, lane(LaneKind::Thoughts)).into_iter().collect();
    assert_eq!(lost, [ContentKind::PainPoint]);
    assert!(held.loses(&map, lane(LaneKind::PainPoints)).is_empty());
}

#[test]
fn a_span_has_two_ends() {
    let map = map();
    let longer = edit::apply(&map, &span(&map, id(3), id(2), id(4)).unwrap()).unwrap();
    assert_eq!(longer.card(id(3)).unwrap().1.until, Some(id(4)));
    let earlier = edit::apply(&longer, &span(&longer, id(3), id(1), id(4)).unwrap()).unwrap();
    assert_eq!(cell(&earlier, 1, LaneKind::Actions), [1, 2, 3]);
    assert_eq!(earlier.card(id(3)).unwrap().1.until, Some(id(4)));
    let back = edit::apply(&earlier, &span(&earlier, id(3), id(2), id(2)).unwrap()).unwrap();
    assert_eq!(cell(&back, 2, LaneKind::Actions), [3]);
    assert_eq!(back.card(id(3)).unwrap().1.until, None);
    assert_eq!(span(&map, id(3), id(2), id(2)), None);
    assert_eq!(span(&map, id(5), id(2), id(2)), None, "a note has no place to begin at");
}

#[test]
fn each_line_is_a_note() {
    let map = map();
    let lane = lane_for_notes(&map).unwrap();
    let change = note_down(&map, lane, "One\r\n\n• Two\n  three  ", &mut IdSource::seeded(1)).unwrap();
    let after = edit::apply(&map, &change.edit).unwrap();
    let texts: Vec<&str> = after.tray[1..].iter().map(|card| card.text.as_str()).collect();
    assert_eq!(texts, ["One", "Two", "three"]);
    assert_eq!(note_down(&map, lane, " \n ", &mut IdSource::seeded(1)), None);
    assert_eq!(lane_for_notes(&JourneyMap::default()), None);
}

#[test]
fn a_note_outlives_the_lane_that_it_was_meant_for() {
    let map = map();
    let without = |map: &JourneyMap, kind| edit::apply(map, &Edit::RemoveLane(lane(kind))).unwrap();
    let after = without(&map, LaneKind::Actions);
    assert_eq!(after.tray[0].lane, lane(LaneKind::Thoughts), "the first other lane of plain texts");
    assert_eq!(check(&after), vec![]);
    // A pain point can't lie among texts: without its lane it goes.
    let mut pain_in_tray = map.clone();
    pain_in_tray.tray[0] = Arc::new(Card::new(id(5), lane(LaneKind::PainPoints), "Late", pain(Some(1), None)));
    assert!(without(&pain_in_tray, LaneKind::PainPoints).tray.is_empty());
}

proptest! {
    /// Whatever is carried wherever: the map stays valid, no card is lost, and after a cancelled drag it is the same map.
    #[test]
    fn nothing_is_lost_wherever_cards_land(
        chosen in prop::collection::btree_set(1_u64..=5, 1..5),
        seized in 0_usize..5,
        step in 1_u64..=5,
        kind in prop::sample::select(LaneKind::ALL.to_vec()),
        at in 0_usize..4,
        tray in any::<bool>(),
        copy in any::<bool>(),
        until in prop::option::of(2_u64..=5),
    ) {
        let mut map = map();
        card_mut(&mut map, id(2)).until = until.map(id);
        let ids: Vec<u64> = chosen.into_iter().collect();
        let seized = ids[seized % ids.len()];
        let list: Vec<CardId> = ids.iter().map(|number| id(*number)).collect();
        let held = Carried::new(&map, &list, id(seized), &mut IdSource::seeded(3));
        let to = if tray { Place::Tray { at } } else { cell_of(step, kind, at) };
        let mut document = Document::new(map.clone());
        let before = Arc::clone(document.map());
        match held.land(&map, to, copy, &|_| None) {
            Ok(change) => {
                document.preview(&change.edit).unwrap();
                let after = Arc::clone(document.map());
                prop_assert_eq!(check(&after), vec![]);
                let count = |map: &JourneyMap| map.cards().count() + map.tray.len();
                prop_assert_eq!(count(&after), count(&map) + if copy { ids.len() } else { 0 });
                for card in held.landed(copy) {
                    prop_assert!(after.card(card).is_some());
                }
                document.cancel();
                prop_assert!(Arc::ptr_eq(&before, document.map()));
                document.preview(&change.edit).unwrap();
                document.commit(Some(change.selection));
                document.undo();
                prop_assert!(Arc::ptr_eq(&before, document.map()));
            }
            Err(error) => prop_assert!(matches!(error, EditError::LaneWithoutCards(_)), "{}", error),
        }
    }
}

/// What is done at once is what would be done one by one.
fn one_by_one(map: &JourneyMap, edit: &Edit) -> Result<JourneyMap, EditError> {
    match edit {
        Edit::All(edits) => edits.iter().try_fold(map.clone(), |map, edit| one_by_one(&map, edit)),
        edit => edit::apply(map, edit),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn many_moves_at_once_are_the_same_as_one_by_one(
        seed in 0_u64..1000, step in 0_usize..6, kind in 0_usize..20, copy: bool, every in 1_usize..4,
    ) {
        let map = crate::generate::map(60 + seed as usize % 40);
        let ids: Vec<CardId> = map.cards().map(|(_, card)| card.id).step_by(every).collect();
        let steps: Vec<_> = map.steps().map(|(_, step)| step.id).collect();
        let lanes: Vec<_> = map.lanes.iter().map(|lane| lane.id).collect();
        // Not the seed that the map's own ids come from.
        let mut fresh = IdSource::seeded(1_000_000 + seed);
        let held = Carried::new(&map, &ids, ids[seed as usize % ids.len()], &mut fresh);
        let to = Place::Cell { step: steps[step % steps.len()], lane: lanes[kind % lanes.len()], at: 0 };
        if let Ok(change) = held.land(&map, to, copy, &|_| None) {
            let at_once = edit::apply(&map, &change.edit).unwrap();
            prop_assert_eq!(&at_once, &one_by_one(&map, &change.edit).unwrap());
            prop_assert_eq!(check(&at_once), vec![]);
        }
    }
}

#[test]
fn thousands_of_cards_are_carried_in_one_walk() {
    let map = crate::generate::map(10_000);
    let ids: Vec<CardId> = map.cards().map(|(_, card)| card.id).collect();
    let (step, seized) = map.cards().map(|(step, card)| (step.id, card)).next().unwrap();
    let begun = std::time::Instant::now();
    let held = Carried::new(&map, &ids, seized.id, &mut IdSource::seeded(99));
    let to = Place::Cell { step, lane: seized.lane, at: 0 };
    let change = held.land(&map, to, true, &|_| None).unwrap();
    let copied = edit::apply(&map, &change.edit).unwrap();
    assert_eq!(copied.cards().count(), 2 * map.cards().count());
    let half: Vec<CardId> = ids.iter().copied().take(5000).collect();
    let held = Carried::new(&map, &half, seized.id, &mut IdSource::seeded(99));
    let next = map.steps().nth(1).map(|(_, step)| step.id).unwrap();
    let change = held.land(&map, Place::Cell { step: next, lane: seized.lane, at: 0 }, false, &|_| None).unwrap();
    let moved = edit::apply(&map, &change.edit).unwrap();
    assert_eq!(moved.cards().count(), map.cards().count());
    // One walk a card took minutes, built for tests as this is.
    let taken = begun.elapsed();
    println!("{taken:?}");
    assert!(taken.as_secs() < 20, "{taken:?}");
}
