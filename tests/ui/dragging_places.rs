//! Dragging what isn't a card: steps, stages, lanes and personas by their headings, edges, and points of a curve.

use std::sync::Arc;

use eframe::egui::{CursorIcon, Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use wayfelt::model::{JourneyMap, LaneKind, Score};

use crate::dragging::{Window, card, cell, drag, go, heading, icon, map, now, open, rect, release, undo};
use crate::maps::{id, lane};
use crate::window::press;

#[test]
fn steps_go_between_others_and_into_other_stages() {
    let mut shown = open(&map());
    let from = heading(&shown, "Step 1").center();
    let to = pos2(heading(&shown, "Step 3").right() + 3.0, from.y);
    drag(&mut shown, from, to);
    assert_eq!(now(&shown), map(), "a line shows the gap; the map stays");
    release(&mut shown, to);
    let names = |map: &JourneyMap, stage: usize| {
        map.stages[stage].steps.iter().map(|step| step.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&now(&shown), 0), ["Step 2", "Step 3", "Step 1"]);
    let from = heading(&shown, "Step 2").center();
    let to = pos2(heading(&shown, "Step 6").left() - 8.0, from.y);
    drag(&mut shown, from, to);
    release(&mut shown, to);
    assert_eq!(names(&now(&shown), 1), ["Step 4", "Step 5", "Step 2", "Step 6"]);
    assert_eq!(undo(&shown).unwrap(), "Move a step");
    let before = shown.state().shown_map().unwrap();
    drag(&mut shown, to, from);
    press(&mut shown, Key::Escape);
    release(&mut shown, from);
    assert!(Arc::ptr_eq(&before, &shown.state().shown_map().unwrap()));
}

#[test]
fn stages_and_lanes_and_personas_move_by_their_headings() {
    let mut shown = open(&map());
    let from = heading(&shown, "Stage 1").center();
    let to = pos2(heading(&shown, "Step 6").right() + 4.0, from.y);
    drag(&mut shown, from, to);
    release(&mut shown, to);
    assert_eq!(now(&shown).stages[0].name, "Stage 2");
    let from = heading(&shown, "Thoughts").center();
    let to = pos2(from.x, heading(&shown, "Actions").top() + 4.0);
    drag(&mut shown, from, to);
    release(&mut shown, to);
    assert_eq!(now(&shown).lanes[0].kind, LaneKind::Thoughts);
    assert_eq!(undo(&shown).unwrap(), "Move a lane");
    let hanh: Vec<Rect> = shown.query_all_by_label_contains("Hạnh").map(|node| node.rect()).collect();
    let top = hanh.iter().min_by(|a, b| a.top().total_cmp(&b.top())).unwrap();
    let minh: Vec<Rect> = shown.query_all_by_label_contains("Minh").map(|node| node.rect()).collect();
    let other = minh.iter().min_by(|a, b| a.top().total_cmp(&b.top())).unwrap();
    drag(&mut shown, top.left_top() + vec2(10.0, 10.0), other.left_top() + vec2(2.0, 10.0));
    release(&mut shown, other.left_top() + vec2(2.0, 10.0));
    assert_eq!(now(&shown).personas[0].name, "Hạnh");
}

#[test]
fn the_edges_of_a_card_span_steps() {
    let mut shown = open(&map());
    let edge = rect(&shown, &card(3)).right_center() - vec2(2.0, 0.0);
    shown.event(Event::PointerMoved(edge));
    shown.run_steps(2);
    assert_eq!(icon(&shown), CursorIcon::ResizeHorizontal);
    let to = pos2(heading(&shown, "Step 4").center().x, edge.y);
    drag(&mut shown, edge, to);
    assert_eq!(now(&shown).card(id(3)).unwrap().1.until, Some(id(4)));
    press(&mut shown, Key::Escape);
    assert_eq!(now(&shown), map());
    release(&mut shown, to);
    drag(&mut shown, edge, to);
    release(&mut shown, to);
    assert_eq!(now(&shown).card(id(3)).unwrap().1.until, Some(id(4)));
    // Its left edge: it begins a step earlier, and ends where it did.
    let edge = rect(&shown, &card(3)).left_center() + vec2(2.0, 0.0);
    let to = pos2(heading(&shown, "Step 1").center().x, edge.y);
    drag(&mut shown, edge, to);
    release(&mut shown, to);
    let after = now(&shown);
    assert_eq!(cell(&after, 1, LaneKind::Actions), [1, 2, 3]);
    assert_eq!(after.card(id(3)).unwrap().1.until, Some(id(4)));
    assert_eq!(undo(&shown).unwrap(), "Move a card");
}

#[test]
fn a_point_snaps_to_quarters_unless_shift_is_held() {
    let mut shown = open(&map());
    let score = |shown: &Window, step: u64| now(shown).step(id(step)).unwrap().score(id(1)).shown();
    let at = rect(&shown, "Minh: +0.5").center();
    // One point of the scale is a quarter of its height.
    let unit = (rect(&shown, "Minh: −1").center().y - rect(&shown, "Minh: +1").center().y) / 2.0;
    drag(&mut shown, at, at - vec2(0.0, unit * 0.6));
    assert_eq!(score(&shown, 3), Some(1.0));
    shown.event(Event::ModifiersChanged(Modifiers::SHIFT));
    go(&mut shown, at - vec2(0.0, unit * 0.6 + 1.0));
    let free = score(&shown, 3).unwrap();
    assert!((free - 1.1).abs() < 0.06 && free != 1.0 && free != 1.25, "{free}");
    press(&mut shown, Key::Escape);
    assert_eq!(score(&shown, 3), Some(0.5));
    release(&mut shown, at);
    assert_eq!(undo(&shown), None);
}

#[test]
fn an_unknown_point_is_drawn_out_of_its_mark() {
    let mut shown = open(&map());
    let score = |shown: &Window| now(shown).step(id(4)).unwrap().score(id(1));
    let mark = rect(&shown, "step 4 of 6, Minh: unknown").center();
    let unit = (rect(&shown, "Minh: −1").center().y - rect(&shown, "Minh: +1").center().y) / 2.0;
    let zero = rect(&shown, "Minh: +1").center().y + unit;
    drag(&mut shown, mark, pos2(mark.x, zero));
    assert_eq!(score(&shown).shown(), Some(0.0));
    go(&mut shown, mark);
    assert_eq!(score(&shown), Score::default(), "back at its mark it is unknown again");
    go(&mut shown, pos2(mark.x, zero + unit));
    release(&mut shown, pos2(mark.x, zero + unit));
    assert_eq!(score(&shown).shown(), Some(-1.0));
    assert_eq!(undo(&shown).unwrap(), "Set a score");
}

#[test]
fn rows_and_columns_take_the_size_that_their_edge_is_dragged_to() {
    let mut shown = open(&map());
    let step = heading(&shown, "Step 2");
    let zoom = step.width() / 160.0;
    let edge = pos2(step.right(), step.center().y);
    drag(&mut shown, edge, edge + vec2(100.0 * zoom, 0.0));
    assert_eq!(icon(&shown), CursorIcon::ResizeHorizontal);
    release(&mut shown, edge + vec2(100.0 * zoom, 0.0));
    assert_eq!(now(&shown).step(id(2)).unwrap().width, Some(260));
    let wide = heading(&shown, "Step 2");
    double_click(&mut shown, pos2(wide.right(), wide.center().y));
    assert_eq!(now(&shown).step(id(2)).unwrap().width, None, "a double click fits");

    let thoughts = heading(&shown, "Thoughts");
    let edge = pos2(thoughts.center().x, thoughts.bottom());
    let own = |shown: &Window| now(shown).lane(lane(LaneKind::Thoughts)).unwrap().height;
    drag(&mut shown, edge, edge + vec2(0.0, 120.0));
    assert!(own(&shown).is_some());
    press(&mut shown, Key::Escape);
    assert_eq!(own(&shown), None);
    release(&mut shown, edge);
    drag(&mut shown, edge, edge + vec2(0.0, 120.0));
    release(&mut shown, edge + vec2(0.0, 120.0));
    let taller = heading(&shown, "Thoughts");
    assert!((taller.height() - thoughts.height() - 120.0).abs() < 4.0 * zoom, "{taller} after {thoughts}");
    let edge = pos2(taller.center().x, taller.bottom());
    // Less than it needs is as much as it needs.
    drag(&mut shown, edge, edge - vec2(0.0, 200.0));
    release(&mut shown, edge - vec2(0.0, 200.0));
    assert_eq!(own(&shown), None);
    assert!((heading(&shown, "Thoughts").height() - thoughts.height()).abs() < 0.5);
}

fn double_click(shown: &mut Window, at: Pos2) {
    let press =
        |pressed| Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    // Both clicks within the time that makes one of them.
    let events = [Event::PointerMoved(at), press(true), press(false), press(true), press(false)];
    shown.input_mut().events.extend(events);
    shown.run_steps(4);
}

#[test]
fn a_double_click_scores_an_empty_cell_at_its_height_and_leaves_a_scored_one() {
    let mut shown = open(&map());
    let score = |shown: &Window, step: u64| now(shown).step(id(step)).unwrap().score(id(1)).shown();
    let height = rect(&shown, "Minh: −1").center().y;
    let empty = pos2(heading(&shown, "Step 5").center().x, height);
    double_click(&mut shown, empty);
    assert_eq!(score(&shown, 5), Some(-1.0));
    assert_eq!(undo(&shown).unwrap(), "Set a score");
    let scored = pos2(heading(&shown, "Step 1").center().x, height);
    double_click(&mut shown, scored);
    assert_eq!(score(&shown, 1), Some(1.0), "far from its point nothing happens to it");
}
