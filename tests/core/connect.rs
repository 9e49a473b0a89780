//! Links between cards and branches between steps: made, named, removed.

use wayfelt::edit::connect::{self, Refusal, add_branch, add_link};
use wayfelt::edit::{Cursor, Edit, EditError, Label, Selection, TextAt, apply, command, label};
use wayfelt::model::{JourneyMap, LaneKind};

use crate::maps::{grid, id, lane, put_plain};

/// Two cards and two steps.
fn two() -> JourneyMap {
    let mut map = grid(3);
    put_plain(&mut map, 1, 11, LaneKind::Frontstage);
    put_plain(&mut map, 2, 12, LaneKind::Backstage);
    map
}

#[test]
fn a_link_is_made_once_and_never_to_its_own_card() {
    let map = two();
    let change = add_link(&map, id(11), id(12)).unwrap();
    assert_eq!(label(&change.edit), Label::Links(1));
    let linked = apply(&map, &change.edit).unwrap();
    assert_eq!(linked.card(id(11)).unwrap().1.links.len(), 1);
    assert_eq!(change.selection.cursor, Some(Cursor::Link { from: id(11), to: id(12) }));
    assert_eq!(add_link(&linked, id(11), id(12)), Err(Refusal::Already));
    assert_eq!(add_link(&linked, id(11), id(11)), Err(Refusal::Itself));
    assert_eq!(add_link(&linked, id(11), id(99)), Err(Refusal::Missing));
    assert!(add_link(&linked, id(12), id(11)).is_ok(), "the way back is another link");
}

#[test]
fn a_link_from_a_locked_lane_is_refused_before_anything_is_drawn() {
    let mut map = two();
    let locked = lane(LaneKind::Frontstage);
    for lane in &mut map.lanes {
        std::sync::Arc::make_mut(lane).locked = lane.id == locked;
    }
    assert_eq!(add_link(&map, id(11), id(12)), Err(Refusal::Locked(locked)));
    assert!(add_link(&map, id(12), id(11)).is_ok(), "only the card that it begins at changes");
}

#[test]
fn a_selected_link_is_named_and_deleted_like_anything_else() {
    let map = two();
    let change = add_link(&map, id(11), id(12)).unwrap();
    let map = apply(&map, &change.edit).unwrap();
    let named = Edit::SetText { at: TextAt::LinkLabel(id(11), id(12)), text: "asks for".to_owned() };
    assert_eq!(label(&named), Label::Links(1));
    let map = apply(&map, &named).unwrap();
    assert_eq!(connect::link(&map, id(11), id(12)).unwrap().label, "asks for");

    let selection = Selection::at(Cursor::Link { from: id(11), to: id(12) });
    assert_eq!(selection.clone().within(&map), selection);
    let gone = command::clear(&map, &selection).unwrap();
    assert_eq!(gone.selection.cards, [id(11)], "the card that it began at is selected then");
    let map = apply(&map, &gone.edit).unwrap();
    assert_eq!(connect::link(&map, id(11), id(12)), None);
    assert_eq!(selection.within(&map).cursor, None);
    assert!(matches!(apply(&map, &named), Err(EditError::Missing(_))));
}

#[test]
fn a_branch_goes_the_same_ways() {
    let map = two();
    let change = add_branch(&map, id(3), id(1)).unwrap();
    assert_eq!(label(&change.edit), Label::Branches(1));
    let map = apply(&map, &change.edit).unwrap();
    assert_eq!(add_branch(&map, id(3), id(1)), Err(Refusal::Already));
    assert_eq!(add_branch(&map, id(3), id(3)), Err(Refusal::Itself));
    let named = Edit::SetText { at: TextAt::BranchLabel(id(3), id(1)), text: "not paid".to_owned() };
    let map = apply(&map, &named).unwrap();
    assert_eq!(connect::branch(&map, id(3), id(1)).unwrap().label, "not paid");
    let gone = command::clear(&map, &Selection::at(Cursor::Branch { from: id(3), to: id(1) })).unwrap();
    assert_eq!(gone.selection.cursor, Some(Cursor::Step(id(3))));
    assert!(apply(&map, &gone.edit).unwrap().step(id(3)).unwrap().branches.is_empty());
}
