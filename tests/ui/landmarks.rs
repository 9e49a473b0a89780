//! Round the window by keyboard: F6 through its regions, Tab through what has a name, panels and rows by key.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use wayfelt::app::command::Command;
use wayfelt::model::Language;

use crate::access::{Window, focused, run, two_steps};
use crate::window::{english, press};

/// All regions that F6 goes through, by name, until it comes round.
fn ring(shown: &mut Window, modifiers: Modifiers) -> Vec<String> {
    let mut names = Vec::new();
    loop {
        shown.key_press_modifiers(modifiers, Key::F6);
        shown.run_steps(4);
        let name = focused(shown);
        if names.first() == Some(&name) || names.len() > 12 {
            return names;
        }
        names.push(name);
    }
}

#[test]
fn f6_goes_round_all_regions_both_ways() {
    let mut shown = two_steps();
    let forward = ring(&mut shown, Modifiers::NONE);
    assert_eq!(forward.len(), 7, "{forward:?}");
    let mut back = ring(&mut shown, Modifiers::SHIFT);
    back.reverse();
    let turn = back.iter().position(|name| *name == forward[0]).unwrap();
    back.rotate_left(turn);
    assert_eq!(back, forward);

    // From wherever the keyboard is inside a region.
    for _ in 0..forward.len() {
        if focused(&shown) == "Inspector" {
            break;
        }
        press(&mut shown, Key::F6);
    }
    for _ in 0..3 {
        press(&mut shown, Key::Tab);
    }
    press(&mut shown, Key::F6);
    assert_eq!(focused(&shown), "Insights");

    let mut shown = english();
    let names = ring(&mut shown, Modifiers::NONE);
    assert_eq!(names.len(), 4, "the start page has no map: {names:?}");
}

/// From the inspector on, Tab reaches only what has a name, and ends on the map, which F6 leaves.
#[test]
fn tab_goes_through_the_panels_to_the_map() {
    for language in Language::ALL {
        let mut shown = two_steps();
        let command = if language == Language::En { Command::English } else { Command::Vietnamese };
        run(&mut shown, command);
        press(&mut shown, Key::F6);
        let map = Some(eframe::egui::Id::unique("canvas-cell"));
        let mut seen = Vec::new();
        while shown.ctx.memory(|memory| memory.focused()) != map {
            press(&mut shown, Key::Tab);
            let id = shown.ctx.memory(|memory| memory.focused());
            let node = shown.query_all(by().predicate(|node| node.is_focused())).next();
            let node = node.unwrap_or_else(|| panic!("{id:?} has the keyboard and no node, after {seen:?}"));
            let (role, name) = (node.accesskit_node().role(), node.accesskit_node().label());
            assert!(name.is_some(), "a {role:?} at {:?} has no name, after {seen:?}", node.rect());
            seen.extend(name);
            assert!(seen.len() < 120, "the keyboard is caught: {seen:?}");
        }
        assert!(seen.len() > 10, "{seen:?}");
        assert!(!seen.iter().any(|name| name == "Resize panel"), "{seen:?}");
        press(&mut shown, Key::F6);
        assert_ne!(shown.ctx.memory(|memory| memory.focused()), map);
    }
}

#[test]
fn the_edge_of_a_panel_moves_by_arrows() {
    let mut shown = two_steps();
    for (name, larger, smaller) in [
        ("Size of the panel: Outline", Key::ArrowRight, Key::ArrowLeft),
        ("Size of the panel: Inspector", Key::ArrowLeft, Key::ArrowRight),
        ("Size of the panel: Insights", Key::ArrowUp, Key::ArrowDown),
    ] {
        shown.get_by_label(name).focus();
        shown.run_steps(4);
        let size = |shown: &Window| shown.get_by_label(name).accesskit_node().numeric_value().unwrap();
        let before = size(&shown);
        press(&mut shown, larger);
        let after = size(&shown);
        assert!(after > before, "{name}: {before} → {after}");
        press(&mut shown, smaller);
        assert!((size(&shown) - before).abs() < 0.01);
        assert_eq!(focused(&shown), name);
    }
}

#[test]
fn the_menu_of_a_row_of_the_outline_opens_by_key_and_gives_the_row_back() {
    let mut shown = two_steps();
    let row = |shown: &Window| {
        shown.get_by(|node| node.role() == Role::TreeItem && node.label() == Some("Step Pays".into())).rect()
    };
    row(&shown);
    shown.get_by(|node| node.role() == Role::TreeItem && node.label() == Some("Step Pays".into())).focus();
    shown.run_steps(2);
    assert_eq!(focused(&shown), "Step Pays");
    for key in [Key::Escape, Key::Enter] {
        shown.key_press_modifiers(Modifiers::SHIFT, Key::F10);
        shown.run_steps(4);
        let items = shown.query_all(by().role(Role::MenuItem).predicate(|node| node.is_focused())).count();
        assert_eq!(items, 1, "the first entry has the keyboard");
        if key == Key::Enter {
            press(&mut shown, Key::ArrowDown);
        }
        press(&mut shown, key);
        shown.run_steps(4);
        assert_eq!(focused(&shown), "Step Pays", "after {key:?}");
    }
    let steps: Vec<_> = shown.state().shown_map().unwrap().steps().map(|(_, step)| step.name.clone()).collect();
    assert_eq!(steps, ["Pays", "Asks"], "moved up by its menu");
}
