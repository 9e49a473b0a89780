//! The table of commands: complete, without clashes, and every command runs anywhere.

use std::collections::BTreeMap;

use wayfelt::app::ThemeChoice;
use wayfelt::app::command::{Command, Facts, TABLE, markdown};
use wayfelt::i18n::Words;
use wayfelt::model::Language;

use crate::window::{english, window};

#[test]
fn every_command_stands_at_its_place_in_the_table() {
    for entry in TABLE {
        assert_eq!(entry.command.entry().command, entry.command);
    }
}

#[test]
fn no_two_commands_share_a_shortcut_or_a_name() {
    let mut keys: BTreeMap<String, Command> = BTreeMap::new();
    for language in Language::ALL {
        let words = Words::new(language);
        let mut names: BTreeMap<String, Command> = BTreeMap::new();
        for entry in TABLE {
            let name = entry.command.name(&words, &Facts::default());
            assert!(!name.is_empty() && !entry.command.tip(&words).is_empty(), "{:?}", entry.command);
            assert_eq!(names.insert(name, entry.command), None, "{:?}", entry.command);
            for shortcut in entry.shortcuts {
                let before = keys.insert(shortcut.to_string(), entry.command);
                assert!(before.is_none_or(|before| before == entry.command), "{shortcut} means two things");
            }
        }
    }
}

#[test]
fn every_icon_of_the_table_is_there() {
    let icons: Vec<&str> = wayfelt::scene::icon_names().collect();
    for entry in TABLE.iter().filter(|entry| !entry.icon.is_empty()) {
        assert!(icons.contains(&entry.icon), "{} of {:?}", entry.icon, entry.command);
    }
}

/// Each runs in a window of its own state: the start page, an empty map, every sample. None panics.
#[test]
fn every_command_runs_everywhere() {
    let samples = wayfelt::file::embedded::samples().len();
    for place in 0..samples + 2 {
        let mut shown = window(Language::Vi, ThemeChoice::Dark);
        let context = shown.ctx.clone();
        for entry in TABLE.iter().filter(|entry| entry.command != Command::Quit) {
            match place {
                0 => {}
                1 if !shown.state().facts().map => shown.state_mut().run(&context, Command::New),
                1 => {}
                sample => {
                    if !shown.state().facts().map {
                        shown.state_mut().show_sample(sample - 2);
                    }
                }
            }
            shown.run_steps(1);
            shown.state_mut().run(&context, entry.command);
            shown.run_steps(1);
            shown.key_press(eframe::egui::Key::Escape);
            shown.run_steps(1);
        }
    }
}

#[test]
fn the_readme_lists_the_keys_of_the_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let text = std::fs::read_to_string(path).unwrap();
    let expected = markdown(&Words::new(Language::En));
    let mut parts = text.split("<!-- keys -->");
    let (before, table, after) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let renewed = format!("{before}<!-- keys -->\n{expected}<!-- keys -->{after}");
        std::fs::write(path, renewed).unwrap();
        return;
    }
    assert_eq!(table.trim(), expected.trim(), "renew it with UPDATE_SNAPSHOTS=1");
}

#[test]
fn shortcuts_of_files_work_while_nothing_is_open() {
    let mut shown = english();
    crate::window::ctrl(&mut shown, eframe::egui::Key::N);
    assert_eq!(shown.state().facts().tabs, 1);
}
