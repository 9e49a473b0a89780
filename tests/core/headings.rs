//! Several headings at once: which are selected, and what is done to all of them.

use std::sync::Arc;

use wayfelt::edit::command::{Change, clear};
use wayfelt::edit::copies::duplicate;
use wayfelt::edit::motion::{Direction, move_at};
use wayfelt::edit::{Cursor, Label, Selection, apply, fragment, headings, label};
use wayfelt::model::check::check;
use wayfelt::model::{Branch, IdSource, JourneyMap, LaneKind, Stage};

use crate::maps::{grid, id, lane, put_plain, step_mut};

/// Steps 1 to 3 in stage 1 and 4 to 6 in stage 2; a card at each.
fn map() -> JourneyMap {
    let mut map = grid(6);
    (1..=6).for_each(|n| put_plain(&mut map, n, 10 + n, LaneKind::Actions));
    let rest = Arc::make_mut(&mut map.stages[0]).steps.split_off(3);
    let mut second = Stage::new(id(2), "Stage 2");
    second.steps = rest;
    map.stages.push(Arc::new(second));
    map
}

fn step(number: u64) -> Cursor {
    Cursor::Step(id(number))
}

/// The steps from one to another one.
fn row(from: u64, to: u64) -> Selection {
    Selection { anchor: Some(step(from)), ..Selection::at(step(to)) }
}

fn single(numbers: &[u64]) -> Selection {
    let (last, also) = numbers.split_last().unwrap();
    Selection { also: also.iter().map(|number| step(*number)).collect(), ..Selection::at(step(*last)) }
}

fn numbers(headings: &[Cursor]) -> Vec<u64> {
    headings.iter().map(|one| if let Cursor::Step(id) = one { id.bits() } else { panic!() }).collect()
}

/// The steps by stage.
fn steps(map: &JourneyMap) -> Vec<Vec<u64>> {
    map.stages.iter().map(|stage| stage.steps.iter().map(|step| step.id.bits()).collect()).collect()
}

fn done(map: &JourneyMap, change: &Change) -> JourneyMap {
    let after = apply(map, &change.edit).unwrap();
    assert_eq!(check(&after), []);
    after
}

#[test]
fn a_row_reaches_from_the_anchor_to_the_cursor_and_others_are_added() {
    let map = map();
    let chosen = |selection: &Selection| numbers(&headings::chosen(&map, selection));
    assert_eq!(chosen(&Selection::at(step(2))), [2]);
    assert_eq!(chosen(&row(4, 2)), [2, 3, 4]);
    let longer = headings::extended(&row(4, 2), step(1)).unwrap();
    assert_eq!(chosen(&longer), [1, 2, 3, 4]);
    let added = headings::toggled(&map, &row(1, 2), step(5)).unwrap();
    assert_eq!(chosen(&added), [1, 2, 5]);
    let less = headings::toggled(&map, &added, step(2)).unwrap();
    assert_eq!(chosen(&less), [1, 5]);
    let on = headings::extended(&less, step(6)).unwrap();
    assert_eq!(chosen(&on), [1, 5, 6], "what was added stays");
    let alone = headings::toggled(&map, &Selection::at(step(3)), step(3)).unwrap();
    assert_eq!(chosen(&alone), [3], "the last one stays");
    assert_eq!(headings::extended(&row(1, 2), Cursor::Stage(id(1))), None, "of one kind only");
    let with_card = Selection { cards: vec![id(11)], ..row(1, 2) };
    assert!(headings::chosen(&map, &with_card).is_empty(), "cards come before headings");
    assert_eq!(chosen(&single(&[1, 9, 3]).within(&map)), [1, 3], "what is gone isn't selected");
}

#[test]
fn steps_move_together_all_or_none_and_over_the_edge_of_a_stage() {
    let map = map();
    let moved = |selection: &Selection, direction| {
        let change = move_at(&map, selection, direction)?;
        assert_eq!(change.selection, *selection, "they stay selected");
        Some((steps(&done(&map, &change)), label(&change.edit)))
    };
    assert_eq!(moved(&row(1, 2), Direction::Right).unwrap(), (vec![vec![3, 1, 2], vec![4, 5, 6]], Label::MoveSteps(2)));
    assert_eq!(moved(&row(2, 3), Direction::Right).unwrap().0, [vec![1], vec![2, 3, 4, 5, 6]]);
    assert_eq!(moved(&single(&[1, 3, 5]), Direction::Right).unwrap().0, [vec![2, 1], vec![3, 4, 6, 5]]);
    assert_eq!(moved(&row(1, 3), Direction::Left), None);
    assert_eq!(moved(&row(1, 3), Direction::Down), None);
    assert_eq!(moved(&row(4, 6), Direction::Left).unwrap().0, [vec![1, 2, 3, 4, 5, 6], vec![]]);
}

#[test]
fn lanes_move_past_hidden_ones_together() {
    let mut map = map();
    let kinds: Vec<LaneKind> = map.lanes.iter().map(|lane| lane.kind).take(4).collect();
    map.lanes.truncate(4);
    Arc::make_mut(&mut map.lanes[2]).hidden = true;
    let at = |place: usize| Cursor::Lane(lane(kinds[place]));
    let selection = Selection { anchor: Some(at(0)), ..Selection::at(at(1)) };
    let change = move_at(&map, &selection, Direction::Down).unwrap();
    let after: Vec<LaneKind> = done(&map, &change).lanes.iter().map(|lane| lane.kind).collect();
    assert_eq!(after, [kinds[2], kinds[3], kinds[0], kinds[1]]);
    assert_eq!(label(&change.edit), Label::MoveLanes(2));
}

#[test]
fn headings_are_carried_to_a_gap_in_their_order() {
    let map = map();
    let carried = |numbers: &[u64], stage: u64, before: usize| {
        let headings: Vec<Cursor> = numbers.iter().map(|number| step(*number)).collect();
        let edit = headings::carried(&map, &headings, Some(id(stage)), before)?;
        Some(steps(&apply(&map, &edit).unwrap()))
    };
    assert_eq!(carried(&[1], 1, 1), None, "there already");
    assert_eq!(carried(&[1, 2], 1, 3).unwrap(), [vec![3, 1, 2], vec![4, 5, 6]]);
    assert_eq!(carried(&[1, 2], 1, 2), None);
    assert_eq!(carried(&[1, 3, 5], 2, 1).unwrap(), [vec![2], vec![4, 1, 3, 5, 6]]);
    assert_eq!(carried(&[4, 5, 6], 1, 0).unwrap(), [vec![4, 5, 6, 1, 2, 3], vec![]]);
    // One of a stage's own, and one of another.
    assert_eq!(carried(&[2, 4], 1, 2).unwrap(), [vec![1, 2, 4, 3], vec![5, 6]]);
    let stages = [Cursor::Stage(id(1)), Cursor::Stage(id(2))];
    assert_eq!(headings::carried(&map, &stages, None, 2), None);
    let edit = headings::carried(&map, &stages[..1], None, 2).unwrap();
    assert_eq!(steps(&apply(&map, &edit).unwrap()), [vec![4, 5, 6], vec![1, 2, 3]]);
}

#[test]
fn headings_are_removed_and_emptied_together() {
    let map = map();
    let change = headings::removed(&map, &single(&[2, 4])).unwrap();
    assert_eq!(steps(&done(&map, &change)), [vec![1, 3], vec![5, 6]]);
    assert_eq!(change.selection, Selection::at(step(5)), "on to the next one");
    assert_eq!(label(&change.edit), Label::RemoveSteps(2));
    let change = headings::removed(&map, &row(5, 6)).unwrap();
    assert_eq!(change.selection, Selection::at(step(4)), "else to the one before");
    let all = headings::removed(&map, &row(1, 6)).unwrap();
    assert_eq!(all.selection, Selection::default());
    let emptied = done(&map, &clear(&map, &row(1, 2)).unwrap());
    let names: Vec<&str> = emptied.steps().map(|(_, step)| step.name.as_str()).collect();
    assert_eq!(names, ["", "", "Step 3", "Step 4", "Step 5", "Step 6"]);
}

#[test]
fn several_steps_are_copied_and_duplicated_with_their_cards() {
    let mut map = map();
    step_mut(&mut map, id(1)).branches.push(Branch { to: id(3), label: "again".to_owned() });
    let copied = fragment::copy(&map, &single(&[1, 3]), &|_| String::new()).unwrap();
    assert_eq!(copied.text(), "Step 1\tStep 3");
    let excerpt = copied.excerpt.unwrap();
    assert_eq!((excerpt.columns, excerpt.map.cards().count()), (2, 2));
    let change = duplicate(&map, &single(&[1, 3]), &mut IdSource::seeded(1)).unwrap();
    assert_eq!(label(&change.edit), Label::DuplicateSteps(2));
    let after = done(&map, &change);
    let names: Vec<&str> = after.steps().map(|(_, step)| step.name.as_str()).collect();
    assert_eq!(names, ["Step 1", "Step 2", "Step 3", "Step 1", "Step 3", "Step 4", "Step 5", "Step 6"]);
    let copies: Vec<_> = after.steps().map(|(_, step)| step).skip(3).take(2).collect();
    assert_eq!(copies[0].branches[0].to, copies[1].id, "a branch among them joins the copies");
    assert_eq!(copies[0].cards.len(), 1);
}

#[test]
fn names_of_several_lanes_are_copied_below_each_other() {
    let mut map = map();
    let lanes: Vec<_> = map.lanes.iter().take(2).map(|lane| lane.id).collect();
    Arc::make_mut(&mut map.lanes[0]).name = "First".to_owned();
    Arc::make_mut(&mut map.lanes[1]).name = "Second".to_owned();
    let selection = Selection { anchor: Some(Cursor::Lane(lanes[1])), ..Selection::at(Cursor::Lane(lanes[0])) };
    assert_eq!(fragment::copy(&map, &selection, &|_| String::new()).unwrap().text(), "First\nSecond");
}
