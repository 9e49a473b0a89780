//! Escape at every stage of every drag: what was dragged lies where it lay, and what is moved and let go afterwards moves
//! nothing.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::Settings;
use wayfelt::model::{Card, ContentKind, LaneKind};

use crate::dragging::{Window, card, click_at, drag, go, heading, map, middle, open_with, rect, release, undo};
use crate::maps::{id, lane};
use crate::window::{beside, press, says};

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
fn of_several_cards_that_were_only_pressed() {
    let mut shown = open();
    click_at(&mut shown, 1);
    crate::window::ctrl(&mut shown, Key::A);
    let before = shown.state().shown_selection();
    assert_eq!(before.cards.len(), 2);
    let at = middle(&shown, 1);
    shown.event(Event::PointerMoved(at));
    shown.drag_at(at);
    shown.run_steps(2);
    press(&mut shown, Key::Escape);
    go(&mut shown, at + vec2(200.0, 40.0));
    release(&mut shown, at + vec2(200.0, 40.0));
    assert_eq!(shown.state().shown_selection(), before, "what was to be dragged is still selected");
    assert_eq!(undo(&shown), None);
}

#[test]
fn of_what_was_only_pressed_and_pressed_again_in_one_slow_frame() {
    let mut shown = open();
    click_at(&mut shown, 1);
    shown.run_steps(2);
    let before = shown.state().shown_selection();
    assert_eq!(before.cards.len(), 1);
    let at = middle(&shown, 1);
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let key = |pressed| Event::Key { key: Key::Escape, physical_key: None, pressed, repeat: false, modifiers };
    let press = |pressed| Event::PointerButton { pos: at, button, pressed, modifiers };
    shown.event(Event::PointerMoved(at));
    shown.run_steps(2);
    shown.input_mut().events.extend([press(true), key(true), key(false), press(false), press(true)]);
    shown.run_steps(2);
    release(&mut shown, at);
    assert_eq!(shown.state().shown_selection(), before, "Escape was for the button, not for the selection");
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

/// A window with the panels around the map.
fn with_panels() -> Window {
    beside(&map(), vec2(1600.0, 1000.0), Settings { insights: true, tray: false, ..Settings::default() })
}

#[test]
fn of_rows_of_the_outline() {
    let mut shown = with_panels();
    for (what, from, to) in [
        ("a step's row", "Step Step 1", "Step Step 5"),
        ("a stage's row", "Stage Stage 1", "Step Step 6"),
        ("a lane's row", "Lane Thoughts", "Lane Actions"),
        ("a persona's row", "Persona Hạnh", "Persona Minh"),
    ] {
        let (from, to) = (shown.get_by_label(from).rect().center(), shown.get_by_label(to).rect());
        let to = if to.top() > from.y { to.center_bottom() } else { to.center_top() };
        escapes(&mut shown, what, from, to);
    }
}

#[test]
fn of_the_edges_of_panels() {
    let mut shown = with_panels();
    let edge = |shown: &Window, panel: &str| shown.get_by_label(&format!("Size of the panel: {panel}")).rect();
    for (panel, by) in [
        ("Outline", vec2(90.0, 0.0)),
        ("Outline", vec2(-230.0, 0.0)),
        ("Inspector", vec2(-90.0, 0.0)),
        ("Inspector", vec2(270.0, 0.0)),
        ("Insights", vec2(0.0, -120.0)),
    ] {
        let before = edge(&shown, panel);
        // Not where there is a row or a plot under it.
        let from = before.center() + vec2(by.y, by.x).normalized() * 40.0;
        escapes(&mut shown, panel, from, from + by);
        shown.run_steps(30);
        // A notice may have come above it meanwhile.
        assert_eq!(edge(&shown, panel).max, before.max, "{panel} is as large as it was");
    }
}

#[test]
fn of_a_tab() {
    let mut shown = with_panels();
    for place in 0..2 {
        shown.state_mut().show_sample(place);
    }
    shown.run_steps(4);
    let title = |shown: &Window| shown.state().shown_map().unwrap().title.clone();
    let tabs = |shown: &Window| -> Vec<Rect> {
        let samples = wayfelt::file::embedded::samples();
        let titles = samples.iter().take(2).map(|sample| sample.title);
        titles.map(|title| shown.get_by_role_and_label(Role::Tab, title).rect()).collect()
    };
    let (before, name) = (tabs(&shown), title(&shown));
    let (from, to) = (before[0].center(), before[1].right_center());
    let way = [from + vec2(9.0, 0.0), from + (to - from) * 0.5, from + (to - from) * 0.9, to];
    for stage in 1..=way.len() {
        shown.event(Event::PointerMoved(from));
        shown.drag_at(from);
        shown.run_steps(1);
        way.iter().take(stage).for_each(|at| go(&mut shown, *at));
        assert_ne!(title(&shown), name, "what is dragged is shown");
        assert!(says(&shown, "Esc puts it back"));
        press(&mut shown, Key::Escape);
        assert_eq!((tabs(&shown), title(&shown)), (before.clone(), name.clone()), "at stage {stage}");
        go(&mut shown, to + vec2(30.0, 0.0));
        shown.drop_at(to);
        shown.run_steps(4);
        assert_eq!((tabs(&shown), title(&shown)), (before.clone(), name.clone()), "at stage {stage}");
    }
}

#[test]
fn while_a_row_or_a_tab_is_dragged_escape_is_its_own() {
    let mut shown = with_panels();
    crate::window::ctrl(&mut shown, Key::F);
    assert!(says(&shown, "Replace too"));
    let (from, to) = (shown.get_by_label("Step Step 1").rect(), shown.get_by_label("Step Step 4").rect());
    click_at(&mut shown, 3);
    drag(&mut shown, from.center(), to.center_bottom());
    press(&mut shown, Key::Escape);
    release(&mut shown, to.center_bottom());
    assert_eq!(undo(&shown), None);
    assert!(says(&shown, "Replace too"), "the search stays open");
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
