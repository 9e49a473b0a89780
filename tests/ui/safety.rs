//! What becomes of unsaved maps when the window fails, and what a map is told that it lacks.

use std::sync::Arc;

use eframe::egui::Key;
use wayfelt::app::Rescue;
use wayfelt::app::command::Command;
use wayfelt::file::recovery::RecoveryFolder;
use wayfelt::i18n::Words;
use wayfelt::model::{JourneyMap, Language};

use crate::window::{click, ctrl, english, press, says};

#[test]
fn a_copy_that_waits_is_written_when_the_window_fails() {
    let folder = tempfile::tempdir().unwrap();
    let recovery = RecoveryFolder::at(folder.path());
    let writer = recovery.start().unwrap();
    let rescue = Rescue::default();
    rescue.speak(&Words::new(Language::Vi));
    rescue.add(writer.handle());
    let map = |title: &str| Arc::new(JourneyMap { title: title.to_owned(), ..JourneyMap::default() });
    writer.put(map("First"), None);
    std::thread::sleep(std::time::Duration::from_millis(150));
    // The next copy waits for the pause between two copies.
    writer.put(map("Second"), None);
    let said = rescue.keep_all();
    let copy = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let copy = copy.filter(|path| path.extension().is_some_and(|ending| ending == "ron")).last().unwrap();
    assert!(std::fs::read_to_string(copy).unwrap().contains("Second"));
    assert!(said.contains("đã được giữ lại"), "{said}");
}

#[test]
fn the_page_of_problems_shows_and_mends() {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::InsertStep);
    shown.run_steps(4);
    click(&mut shown, "Scored");
    for command in [Command::InsertStep, Command::Problems] {
        shown.state_mut().run(&context, command);
        shown.run_steps(4);
    }
    // One step is scored; at the other one nobody knows yet how anyone feels.
    assert!(says(&shown, "nobody knows yet"));
    let name = shown_button(&shown, "Show: ");
    click(&mut shown, &name);
    assert!(!says(&shown, "Problems and hints"), "the page makes room for the map");
    press(&mut shown, Key::Num4);
    let map = shown.state().shown_map().unwrap();
    let scored = map.steps().filter(|(_, step)| step.score(map.personas[0].id).shown().is_some()).count();
    assert_eq!((scored, map.steps().count()), (2, 2), "the cell that lacked a score was shown");

    press(&mut shown, Key::ArrowUp);
    shown.state_mut().run(&context, Command::InsertCard);
    shown.run_steps(4);
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 1);
    shown.state_mut().run(&context, Command::Problems);
    shown.run_steps(4);
    let name = shown_button(&shown, "Remove the card: ");
    click(&mut shown, &name);
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 0);
    assert!(says(&shown, "Nothing is missing."));
}

#[test]
fn a_rule_is_switched_off_and_on_again_on_the_page_of_problems() {
    let mut shown = english();
    ctrl(&mut shown, Key::N);
    let context = shown.ctx.clone();
    for command in [Command::InsertStep, Command::InsertCard, Command::Problems] {
        shown.state_mut().run(&context, command);
        shown.run_steps(4);
        if command == Command::InsertStep {
            press(&mut shown, Key::ArrowDown);
        }
    }
    assert_eq!(shown.state().shown_map().unwrap().cards().count(), 1);
    assert!(says(&shown, "A card that says nothing takes room"), "the page says why it matters");
    click(&mut shown, "Switch off: Empty card");
    assert_eq!(shown.state().shown_map().unwrap().rules_off, ["empty-card"]);
    assert!(says(&shown, "Nothing is missing.") && says(&shown, "Switched off in this map"));
    click(&mut shown, "Switch on again: Empty card");
    assert!(shown.state().shown_map().unwrap().rules_off.is_empty());
    click(&mut shown, "Switch off: Empty card");
    press(&mut shown, Key::Escape);
    ctrl(&mut shown, Key::Z);
    assert!(shown.state().shown_map().unwrap().rules_off.is_empty(), "it is one step of undo");
}

fn shown_button(shown: &egui_kittest::Harness<'static, wayfelt::app::App>, start: &str) -> String {
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    let found = shown.query_all_by_label_contains(start).find_map(|node| node.accesskit_node().label());
    found.unwrap_or_else(|| panic!("no button begins with {start}"))
}

/// Sockets of the net that a process has open, by the numbers that the system lists them under.
#[cfg(target_os = "linux")]
fn sockets_of_the_net() -> Vec<String> {
    let listed: String = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"]
        .iter()
        .map(|kind| std::fs::read_to_string(format!("/proc/self/net/{kind}")).unwrap_or_default())
        .collect();
    let open = std::fs::read_dir("/proc/self/fd").unwrap().filter_map(|entry| {
        let target = std::fs::read_link(entry.ok()?.path()).ok()?;
        Some(target.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned())
    });
    open.filter(|number| listed.split_whitespace().any(|known| known == number)).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn a_window_that_opens_saves_and_shows_a_map_has_no_connection_and_no_port() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/health-insurance.ron"), &path).unwrap();
    let mut shown = crate::window::keeping(&folder.path().join("state"), vec![path]);
    ctrl(&mut shown, Key::S);
    let context = shown.ctx.clone();
    for command in [Command::Problems, Command::Versions] {
        shown.state_mut().run(&context, command);
        shown.run_steps(4);
        press(&mut shown, Key::Escape);
    }
    assert_eq!(sockets_of_the_net(), Vec::<String>::new());
    // What looks sees them.
    let port = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
    assert_eq!(sockets_of_the_net().len(), 1, "{port:?}");
}
