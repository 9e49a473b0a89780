//! Escape at every stage of every drag: what was dragged lies where it lay, and what is moved and let go afterwards moves
//! nothing.

use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use wayfelt::model::{Card, ContentKind, LaneKind};

use crate::dragging::{Window, card, click_at, go, heading, map, middle, open_with, rect, undo};
use crate::maps::{id, lane};
use crate::window::{press, says};

/// Begins a drag, escapes at each stage of it, and looks whether anything is left of it.
fn escapes(shown: &mut Window, what: &str, from: Pos2, to: Pos2) {
    let way = [from + (to - from).normalized() * 9.0, from + (to - from) * 0.5, from + (to - from) * 0.9, to];
    for stage in 0..=way.len() {
        click_at(shown, 3);
        shown.run_steps(2);
        let before = (shown.state().shown_map().unwrap(), shown.state().shown_selection());
        shown.event(Event::PointerMoved(from));
        shown.run_steps(1);
        shown.drag_at(from);
        shown.run_steps(1);
        way.iter().take(stage).for_each(|at| go(shown, *at));
        assert_eq!(says(shown, "Esc"), stage > 0, "{what} at stage {stage}: the status bar says how to leave a drag");
        press(shown, Key::Escape);
        untouched(shown, &before.0, what, stage);
        if stage > 0 {
            assert_eq!(shown.state().shown_selection(), before.1, "{what} at stage {stage}");
        }
        go(shown, to + vec2(11.0, 7.0));
        go(shown, to);
        untouched(shown, &before.0, what, stage);
        shown.drop_at(to);
        shown.run_steps(4);
        untouched(shown, &before.0, what, stage);
    }
    // A slow frame may bring all of it at once.
    let before = shown.state().shown_map().unwrap();
    shown.event(Event::PointerMoved(from));
    shown.run_steps(2);
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let key = |pressed| Event::Key { key: Key::Escape, physical_key: None, pressed, repeat: false, modifiers };
    let begun = [Event::PointerButton { pos: from, button, pressed: true, modifiers }, Event::PointerMoved(way[1])];
    shown.input_mut().events.extend(begun);
    shown.input_mut().events.extend([key(true), key(false), Event::PointerMoved(way[2])]);
    shown.run_steps(1);
    go(shown, to);
    shown.drop_at(to);
    shown.run_steps(4);
    untouched(shown, &before, what, 99);
}

fn untouched(shown: &Window, before: &Arc<wayfelt::model::JourneyMap>, what: &str, stage: usize) {
    let now = shown.state().shown_map().unwrap();
    assert!(Arc::ptr_eq(before, &now), "{what} at stage {stage}: the same map, not one like it");
    assert_eq!(undo(shown), None, "{what} at stage {stage}");
}

fn open() -> Window {
    open_with(&map(), false)
}

#[test]
fn of_a_card() {
    let mut shown = open();
    let (from, to) = (middle(&shown, 1), middle(&shown, 3));
    escapes(&mut shown, "a card", from, to);
}

#[test]
fn of_headings() {
    let mut shown = open();
    let from = heading(&shown, "Step 1").center();
    let to = pos2(heading(&shown, "Step 4").right() + 3.0, from.y);
    escapes(&mut shown, "a step", from, to);
    let from = heading(&shown, "Stage 1").center();
    let to = pos2(heading(&shown, "Step 6").right() + 4.0, from.y);
    escapes(&mut shown, "a stage", from, to);
    let from = heading(&shown, "Thoughts").center();
    let to = pos2(from.x, heading(&shown, "Actions").top() + 4.0);
    escapes(&mut shown, "a lane", from, to);
    let top = |shown: &Window, name: &str| -> Rect {
        let found = shown.query_all_by_label_contains(name).map(|node| node.rect());
        found.min_by(|a, b| a.top().total_cmp(&b.top())).unwrap()
    };
    let (from, to) = (top(&shown, "Hạnh").left_top(), top(&shown, "Minh").left_top());
    escapes(&mut shown, "a persona", from + vec2(10.0, 10.0), to + vec2(2.0, 10.0));
}

#[test]
fn of_edges() {
    let mut shown = open();
    let step = heading(&shown, "Step 2");
    let edge = pos2(step.right(), step.center().y);
    escapes(&mut shown, "a column's width", edge, edge + vec2(90.0, 0.0));
    let thoughts = heading(&shown, "Thoughts");
    let edge = pos2(thoughts.center().x, thoughts.bottom());
    escapes(&mut shown, "a row's height", edge, edge + vec2(0.0, 80.0));
    let edge = rect(&shown, &card(3)).right_center() - vec2(2.0, 0.0);
    let to = pos2(heading(&shown, "Step 5").center().x, edge.y);
    escapes(&mut shown, "a span", edge, to);
}

#[test]
fn of_a_point() {
    let mut shown = open();
    let at = rect(&shown, "Minh: +0.5").center();
    escapes(&mut shown, "a point", at, at - vec2(0.0, 40.0));
}

#[test]
fn of_a_rubber_band() {
    let mut shown = open();
    let from = rect(&shown, &card(2)).left_bottom() + vec2(-8.0, 3.0);
    let to = rect(&shown, &card(1)).center();
    escapes(&mut shown, "a rubber band", from, to);
}

#[test]
fn of_a_link() {
    let mut shown = open();
    let one = rect(&shown, &card(3));
    go(&mut shown, one.center());
    let handle = one.center_bottom() + vec2(0.0, 10.0);
    let to = middle(&shown, 4);
    // A click on a card brings its handles back.
    escapes(&mut shown, "a link", handle, to);
    assert!(!shown.state().facts().undo.is_some_and(|what| what.contains("link")));
}

#[test]
fn of_notes_and_cards_over_the_tray() {
    let mut with_note = map();
    let note = Card::new(id(77), lane(LaneKind::Actions), "A note", ContentKind::Text.empty());
    with_note.tray.push(Arc::new(note));
    let mut shown = open_with(&with_note, true);
    let from = rect(&shown, "A note").center();
    let to = middle(&shown, 1);
    escapes(&mut shown, "a note", from, to);
    let (from, to) = (middle(&shown, 1), rect(&shown, "A note").center_bottom() + vec2(0.0, 4.0));
    escapes(&mut shown, "a card over the tray", from, to);
}

#[test]
fn what_was_let_go_before_escape_has_landed() {
    let mut shown = open();
    let (from, to) = (middle(&shown, 1), middle(&shown, 3));
    shown.event(Event::PointerMoved(from));
    shown.drag_at(from);
    shown.run_steps(1);
    go(&mut shown, from + (to - from) * 0.5);
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let key = Event::Key { key: Key::Escape, physical_key: None, pressed: true, repeat: false, modifiers };
    let events = [
        Event::PointerMoved(to),
        Event::PointerButton { pos: to, button, pressed: false, modifiers },
        Event::PointerMoved(to + vec2(400.0, 200.0)),
        key,
    ];
    shown.input_mut().events.extend(events);
    shown.run_steps(4);
    let now = shown.state().shown_map().unwrap();
    let step = now.card(id(1)).unwrap().0.unwrap().id;
    assert_eq!(step, id(2), "where it was let go, not where the pointer went afterwards");
    assert_eq!(undo(&shown).as_deref(), Some("Move a card"));
}
