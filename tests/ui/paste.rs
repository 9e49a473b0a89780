//! Copying and pasting on the canvas, as the keys do it.

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::model::LaneKind;

use crate::window::{ctrl, english, press, says, type_text};

type Window = Harness<'static, App>;

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

fn event(shown: &mut Window, event: Event) {
    shown.event(event);
    shown.run_steps(4);
}

/// A new map with one step; the cursor stands in its lane of actions.
fn on_a_cell() -> Window {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    press(&mut shown, Key::ArrowDown);
    shown
}

/// The cards of each step of a lane, parted by `/`.
fn cards(shown: &Window, kind: LaneKind) -> Vec<String> {
    let map = shown.state().shown_map().unwrap();
    let lane = map.lanes.iter().find(|lane| lane.kind == kind).unwrap().id;
    map.steps()
        .map(|(_, step)| {
            let cards = step.cards.iter().filter(|card| card.lane == lane);
            cards.map(|card| card.text.as_str()).collect::<Vec<_>>().join("/")
        })
        .collect()
}

#[test]
fn a_table_of_another_program_fills_cells_and_undo_takes_it_back_at_once() {
    let mut shown = on_a_cell();
    let before = shown.state().shown_map().unwrap();
    let html = "<meta charset='utf-8'><table><tr><td>Hỏi<br>Gọi</td><td>Đặt</td></tr><tr><td>Website</td><td></td></tr>\
                <tr><td>“Ừ”</td><td>a b</td></tr><tr><td sdval=\"-1.5\">-1,5</td><td>tốt</td></tr></table>";
    let text = "Hỏi Gọi\tĐặt\nWebsite\t\n“Ừ”\ta  b\n-1,5\ttốt\n";
    shown.state_mut().pretend_copied(text, html);
    event(&mut shown, Event::Paste(text.to_owned()));
    assert_eq!(cards(&shown, LaneKind::Actions), ["Hỏi/Gọi", "Đặt"], "the line end is known from the table");
    assert_eq!(cards(&shown, LaneKind::Thoughts), ["“Ừ”", "a  b"], "the spaces are known from the text");
    let map = shown.state().shown_map().unwrap();
    let score = map.steps().next().unwrap().1.scores.values().next().unwrap().shown();
    assert_eq!(score, Some(-1.5));
    assert!(says(&shown, "One cell holds no figure from −2 to 2"));
    assert_eq!(shown.state().facts().undo.as_deref(), Some("Paste"));
    ctrl(&mut shown, Key::Z);
    assert_eq!(*shown.state().shown_map().unwrap(), *before);
}

#[test]
fn cards_go_into_another_map_with_all_they_carry() {
    let mut shown = on_a_cell();
    for _ in 0..4 {
        press(&mut shown, Key::ArrowDown);
    }
    type_text(&mut shown, "Money taken !5 18%");
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Escape);
    let map = shown.state().shown_map().unwrap();
    let pain = map.cards().next().unwrap().1.clone();
    event(&mut shown, Event::Copy);
    ctrl(&mut shown, Key::N);
    run(&mut shown, Command::InsertStep);
    for _ in 0..5 {
        press(&mut shown, Key::ArrowDown);
    }
    event(&mut shown, Event::Paste("Money taken".to_owned()));
    let other = shown.state().shown_map().unwrap();
    let pasted = other.cards().next().unwrap().1.clone();
    assert_eq!((&pasted.text, &pasted.content), (&pain.text, &pain.content));
    assert_ne!(pasted.id, pain.id);
    // As text the words alone.
    shown.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
    shown.run_steps(4);
    let other = shown.state().shown_map().unwrap();
    assert_eq!(other.cards().count(), 2);
    assert_eq!(other.cards().last().unwrap().1.content, LaneKind::PainPoints.content().unwrap().empty());
    // Another program's text makes what was copied here a thing of the past.
    event(&mut shown, Event::Paste("Another".to_owned()));
    assert_eq!(cards(&shown, LaneKind::PainPoints), ["Money taken/Money taken/Another"]);
}

#[test]
fn cut_and_paste_moves() {
    let mut shown = on_a_cell();
    type_text(&mut shown, "Asks");
    press(&mut shown, Key::Enter);
    press(&mut shown, Key::Escape);
    let id = shown.state().shown_map().unwrap().cards().next().unwrap().1.id;
    event(&mut shown, Event::Cut);
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 0);
    run(&mut shown, Command::InsertStep);
    press(&mut shown, Key::ArrowDown);
    event(&mut shown, Event::Paste("Asks".to_owned()));
    assert_eq!(cards(&shown, LaneKind::Actions), ["", "Asks"]);
    assert_eq!(shown.state().shown_map().unwrap().cards().next().unwrap().1.id, id, "it is the same card");
}

#[test]
fn why_nothing_is_pasted_is_said() {
    let mut shown = on_a_cell();
    let released = Event::Key {
        key: Key::V,
        physical_key: Some(Key::V),
        pressed: false,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    };
    event(&mut shown, released.clone());
    assert!(says(&shown, "nothing on the clipboard that can be pasted"));
    for _ in 0..3 {
        press(&mut shown, Key::ArrowDown);
    }
    event(&mut shown, Event::Paste("good".to_owned()));
    assert!(says(&shown, "an emotion row takes figures"));
    let mut shown = on_a_cell();
    event(&mut shown, Event::Paste("Asks".to_owned()));
    event(&mut shown, released);
    assert!(!says(&shown, "nothing on the clipboard"), "something was pasted before the key was let go");
    event(&mut shown, Event::Copy);
    assert_eq!(cards(&shown, LaneKind::Actions), ["Asks"]);
}
