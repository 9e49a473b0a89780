//! Several headings selected with Shift and Ctrl, by key and by click; moved, dragged and removed together.

use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::command::Command;
use wayfelt::edit::{Cursor, headings};
use wayfelt::model::LaneKind;

use crate::dragging::{Window, drag, go, heading, map, now, open_with, release, undo};
use crate::maps::id;
use crate::window::{press, says};

fn click(shown: &mut Window, at: Pos2, modifiers: Modifiers, button: PointerButton) {
    shown.event(Event::ModifiersChanged(modifiers));
    shown.event(Event::PointerMoved(at));
    shown.run_steps(1);
    for pressed in [true, false] {
        shown.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    shown.run_steps(3);
    shown.event(Event::ModifiersChanged(Modifiers::NONE));
    shown.run_steps(2);
}

fn click_on(shown: &mut Window, name: &str, modifiers: Modifiers) {
    let at = heading(shown, name).center();
    click(shown, at, modifiers, PointerButton::Primary);
}

fn chosen(shown: &Window) -> Vec<Cursor> {
    headings::chosen(&now(shown), &shown.state().shown_selection())
}

fn steps(numbers: &[u64]) -> Vec<Cursor> {
    numbers.iter().map(|number| Cursor::Step(id(*number))).collect()
}

fn order(shown: &Window) -> Vec<Vec<u64>> {
    let map = now(shown);
    map.stages.iter().map(|stage| stage.steps.iter().map(|step| step.id.bits()).collect()).collect()
}

fn keys(shown: &mut Window, modifiers: Modifiers, key: Key) {
    shown.key_press_modifiers(modifiers, key);
    shown.run_steps(4);
}

#[test]
fn steps_are_selected_by_key_and_move_and_go_together() {
    let mut shown = open_with(&map(), false);
    click_on(&mut shown, "Step 2", Modifiers::NONE);
    keys(&mut shown, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(chosen(&shown), steps(&[2, 3]));
    assert!(says(&shown, "2 steps selected"), "announced, and in the status bar");
    keys(&mut shown, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(chosen(&shown), steps(&[2]));
    keys(&mut shown, Modifiers::SHIFT, Key::End);
    assert_eq!(chosen(&shown), steps(&[2, 3, 4, 5, 6]));
    keys(&mut shown, Modifiers::SHIFT, Key::Home);
    assert_eq!(chosen(&shown), steps(&[1, 2]));
    keys(&mut shown, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(order(&shown), [vec![3, 1, 2], vec![4, 5, 6]]);
    assert_eq!(undo(&shown).as_deref(), Some("Move 2 steps"));
    assert_eq!(chosen(&shown), steps(&[1, 2]), "they stay selected");
    keys(&mut shown, Modifiers::COMMAND | Modifiers::SHIFT, Key::Backspace);
    assert_eq!(order(&shown), [vec![3], vec![4, 5, 6]]);
    assert_eq!(undo(&shown).as_deref(), Some("Remove 2 steps"));
    keys(&mut shown, Modifiers::COMMAND, Key::Z);
    assert_eq!(chosen(&shown), steps(&[1, 2]), "undo brings back what was selected");
    press(&mut shown, Key::Escape);
    assert_eq!(chosen(&shown), steps(&[1]), "Escape leaves the cursor's alone");
}

#[test]
fn headings_are_selected_by_click_and_dragged_together() {
    let mut shown = open_with(&map(), false);
    click_on(&mut shown, "Step 1", Modifiers::NONE);
    click_on(&mut shown, "Step 3", Modifiers::COMMAND);
    assert_eq!(chosen(&shown), steps(&[1, 3]));
    let from = heading(&shown, "Step 1").center();
    let to = pos2(heading(&shown, "Step 5").right() + 6.0, from.y);
    let before = shown.state().shown_map().unwrap();
    drag(&mut shown, from, to);
    press(&mut shown, Key::Escape);
    release(&mut shown, to);
    assert!(Arc::ptr_eq(&before, &shown.state().shown_map().unwrap()));
    assert_eq!(chosen(&shown), steps(&[1, 3]));
    drag(&mut shown, from, to);
    release(&mut shown, to);
    assert_eq!(order(&shown), [vec![2], vec![4, 5, 1, 3, 6]]);
    assert_eq!(undo(&shown).as_deref(), Some("Move 2 steps"));
    assert_eq!(chosen(&shown), steps(&[1, 3]));
    // One that isn't among them goes alone.
    let from = heading(&shown, "Step 2").center();
    let to = pos2(heading(&shown, "Step 6").right() + 3.0, from.y);
    drag(&mut shown, from, to);
    release(&mut shown, to);
    assert_eq!(order(&shown), [vec![], vec![4, 5, 1, 3, 6, 2]]);
    assert_eq!(chosen(&shown), steps(&[2]));
}

#[test]
fn lanes_are_selected_with_shift_and_their_menu_is_for_all() {
    let mut shown = open_with(&map(), false);
    click_on(&mut shown, "Actions", Modifiers::NONE);
    click_on(&mut shown, "Thoughts", Modifiers::SHIFT);
    assert!(says(&shown, "3 lanes selected"));
    let at = heading(&shown, "Touchpoints").center();
    click(&mut shown, at, Modifiers::NONE, PointerButton::Secondary);
    assert!(says(&shown, "Remove 3 lanes"));
    press(&mut shown, Key::Escape);
    go(&mut shown, at + vec2(1.0, 1.0));
    let (from, to) = (at, heading(&shown, "Pain points").bottom() - 2.0);
    drag(&mut shown, from, pos2(from.x, to));
    release(&mut shown, pos2(from.x, to));
    let kinds: Vec<LaneKind> = now(&shown).lanes.iter().map(|lane| lane.kind).collect();
    let last = [LaneKind::Actions, LaneKind::Touchpoints, LaneKind::Thoughts];
    assert_eq!(kinds[2..], last, "{kinds:?}");
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::RemoveLane);
    shown.run_steps(4);
    assert_eq!(now(&shown).lanes.len(), 2);
    assert_eq!(undo(&shown).as_deref(), Some("Remove 3 lanes"));
}

#[test]
fn who_cannot_see_them_hears_which_are_selected() {
    let mut shown = open_with(&map(), false);
    click_on(&mut shown, "Step 2", Modifiers::NONE);
    keys(&mut shown, Modifiers::SHIFT, Key::ArrowRight);
    let selected = |shown: &Window, name: &str| {
        let node = shown.query_all_by_label_contains(name).find(|node| {
            let node = egui_kittest::kittest::NodeT::accesskit_node(node);
            node.is_selected().is_some()
        });
        node.and_then(|node| egui_kittest::kittest::NodeT::accesskit_node(&node).is_selected())
    };
    assert_eq!(selected(&shown, "Step 2"), Some(true));
    assert_eq!(selected(&shown, "Step 3"), Some(true));
    assert_eq!(selected(&shown, "Step 4"), Some(false));
}
