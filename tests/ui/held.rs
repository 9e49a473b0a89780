//! Controls of the inspector that are dragged: one undo step each, and Escape puts back what was there, whenever it comes.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::{App, Settings};
use wayfelt::edit::Selection;
use wayfelt::model::{Content, Grade, JourneyMap, LaneKind, Share};

use crate::maps::{grid, id, pain, put, put_plain};
use crate::window::{beside, ctrl, press};

type Window = Harness<'static, App>;

/// The inspector of the first card, beside its map.
fn open(map: &JourneyMap) -> Window {
    let settings = Settings { outline: false, inspector: true, insights: false, ..Settings::default() };
    let mut shown = beside(map, vec2(1280.0, 900.0), settings);
    shown.state_mut().select_shown(Selection { cards: vec![id(1)], ..Selection::default() });
    shown.run_steps(4);
    shown
}

fn content(shown: &Window) -> Content {
    shown.state().shown_map().unwrap().card(id(1)).unwrap().1.content.clone()
}

fn go(shown: &mut Window, to: Pos2) {
    shown.event(Event::PointerMoved(to));
    shown.run_steps(2);
}

fn begin(shown: &mut Window, from: Pos2) {
    go(shown, from);
    shown.drag_at(from);
    shown.run_steps(2);
}

fn release(shown: &mut Window, at: Pos2) {
    shown.drop_at(at);
    shown.run_steps(3);
}

/// Drags from here to there as one undo step; then again and again with Escape at each stage of it.
fn drags(shown: &mut Window, from: Pos2, to: Pos2, landed: &Content) {
    let before = content(shown);
    let undo = |shown: &Window| shown.state().facts().undo;
    begin(shown, from);
    go(shown, from + (to - from) * 0.5);
    go(shown, to);
    assert_eq!(content(shown), *landed, "what it will be is shown already");
    release(shown, to);
    assert_eq!(content(shown), *landed);
    assert!(undo(shown).is_some());
    ctrl(shown, Key::Z);
    assert_eq!(content(shown), before, "one step back");
    assert_eq!(undo(shown), None);
    for stage in 0..=3 {
        begin(shown, from);
        [0.3, 0.6, 1.0].into_iter().take(stage).for_each(|part| go(shown, from + (to - from) * part));
        press(shown, Key::Escape);
        assert_eq!(content(shown), before, "at stage {stage}");
        go(shown, to - vec2(3.0, 3.0));
        go(shown, to);
        assert_eq!(content(shown), before, "moved on at stage {stage}");
        release(shown, to);
        assert_eq!(content(shown), before, "let go at stage {stage}");
        assert_eq!(undo(shown), None, "at stage {stage}");
        assert_eq!(shown.state().shown_selection().cards, [id(1)], "at stage {stage}");
    }
    // A slow frame may bring all of it at once.
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let key = |pressed| Event::Key { key: Key::Escape, physical_key: None, pressed, repeat: false, modifiers };
    go(shown, from);
    let events = [
        Event::PointerButton { pos: from, button, pressed: true, modifiers },
        Event::PointerMoved(from + (to - from) * 0.6),
        key(true),
        key(false),
        Event::PointerMoved(to),
    ];
    shown.input_mut().events.extend(events);
    shown.run_steps(2);
    go(shown, to - vec2(2.0, 2.0));
    release(shown, to);
    assert_eq!(content(shown), before);
    // What was let go before Escape is kept, whether the last move came with it or was seen before.
    for seen in [0.6, 1.0] {
        begin(shown, from);
        go(shown, from + (to - from) * seen);
        let released = Event::PointerButton { pos: to, button, pressed: false, modifiers };
        shown.input_mut().events.extend([Event::PointerMoved(to), released, key(true), key(false)]);
        shown.run_steps(4);
        assert_eq!(content(shown), *landed, "let go, then Escape, seen up to {seen}");
        ctrl(shown, Key::Z);
        assert_eq!(content(shown), before, "one step back");
    }
}

#[test]
fn the_square_of_impact_and_effort_is_dragged_in() {
    let mut map = grid(2);
    put_plain(&mut map, 1, 1, LaneKind::Opportunities);
    let mut shown = open(&map);
    let field = shown.get_by_label("Impact and effort").rect();
    let landed = match content(&shown) {
        Content::Opportunity(mut opportunity) => {
            opportunity.impact = Grade::new(5).ok();
            opportunity.effort = Grade::new(1).ok();
            Content::Opportunity(opportunity)
        }
        other => panic!("{other:?}"),
    };
    let from = field.right_bottom() - vec2(8.0, 8.0);
    // Beyond the corner it stays at the corner.
    let to = field.left_top() - vec2(9.0, 9.0);
    drags(&mut shown, from, to, &landed);
}

#[test]
fn the_slider_of_customers_affected_is_dragged() {
    let mut map = grid(2);
    put(&mut map, 1, 1, LaneKind::PainPoints, pain(Some(3), Some(0.2)));
    let mut shown = open(&map);
    let rail = shown.get_by_label("Customers affected").rect();
    let landed = match content(&shown) {
        Content::PainPoint(mut pain) => {
            pain.share = Share::new(1.0).ok();
            Content::PainPoint(pain)
        }
        other => panic!("{other:?}"),
    };
    let from = pos2(rail.left() + rail.width() * 0.25, rail.center().y);
    drags(&mut shown, from, rail.right_center() + vec2(20.0, 0.0), &landed);
    // The field beside it has the keyboard: dragging is one undo step all the same, and keeps what was typed before.
    let number = shown.get_by_label("Customers affected, in percent");
    number.click();
    shown.run_steps(3);
    release_after(&mut shown, from, rail.center());
    assert!(shown.state().facts().undo.is_some());
    ctrl(&mut shown, Key::Z);
    assert_eq!(shown.state().facts().undo, None, "one step");
}

/// Drags from here to there over several frames and lets go.
fn release_after(shown: &mut Window, from: Pos2, to: Pos2) {
    begin(shown, from);
    [0.2, 0.4, 0.7, 1.0].into_iter().for_each(|part| go(shown, from + (to - from) * part));
    release(shown, to);
}
