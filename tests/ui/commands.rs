//! The table of commands: complete, without clashes, and every command runs anywhere.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use wayfelt::app::command::{CANVAS_KEYS, Command, Facts, Menu, Place, TABLE, markdown};
use wayfelt::app::{App, ThemeChoice};
use wayfelt::edit::Selection;
use wayfelt::i18n::Words;
use wayfelt::model::{LaneKind, Language};

use crate::maps;
use crate::window::{ctrl, english, press, type_text, window};

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

/// A window in which nearly everything can be run: a sample with a past, a card under the cursor, a second map.
fn busy(language: Language) -> Harness<'static, App> {
    let mut shown = window(language, ThemeChoice::Light);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::New);
    let samples = wayfelt::file::embedded::samples();
    shown.state_mut().show_sample(samples.iter().position(|sample| sample.language == language).unwrap());
    shown.run_steps(4);
    // The first arrow finds the first card.
    press(&mut shown, Key::ArrowDown);
    for command in [Command::Duplicate, Command::Duplicate, Command::Undo] {
        shown.state_mut().run(&context, command);
        shown.run_steps(4);
    }
    let facts = shown.state().facts();
    assert!(facts.undo.is_some() && facts.redo.is_some() && facts.cards > 0 && facts.tabs > 1, "{facts:?}");
    shown
}

/// What has the keyboard, by its name.
fn focused(shown: &Harness<'static, App>) -> Option<String> {
    let found: Vec<_> = shown.query_all(by().predicate(|node| node.is_focused())).collect();
    found.first().and_then(|node| node.accesskit_node().label())
}

/// Whether something with this name and this role's look is shown.
fn entry(shown: &Harness<'static, App>, name: &str) -> bool {
    shown.query_all_by_label(name).any(|node| format!("{:?}", node.accesskit_node().role()).starts_with("MenuItem"))
}

#[test]
fn every_command_stands_in_a_menu_and_is_walked_to_by_keyboard() {
    for language in Language::ALL {
        let words = Words::new(language);
        let mut shown = busy(language);
        let facts = shown.state().facts();
        for (place, menu) in Menu::ALL.into_iter().enumerate() {
            press(&mut shown, Key::F10);
            for _ in 0..place {
                press(&mut shown, Key::ArrowRight);
            }
            let mut reached: BTreeSet<String> = BTreeSet::new();
            while let Some(name) = focused(&shown) {
                if !reached.insert(name) {
                    break;
                }
                press(&mut shown, Key::ArrowDown);
            }
            for command in TABLE.iter().filter(|entry| entry.menu == Some(menu)).map(|entry| entry.command) {
                let name = command.name(&words, &facts);
                assert!(entry(&shown, &name), "{name} isn't in {menu:?}");
                if command.enabled(&facts) {
                    assert!(reached.contains(&name), "{name} isn't reached: {reached:?}");
                }
            }
            press(&mut shown, Key::Escape);
            assert!(!entry(&shown, &Command::Quit.name(&words, &facts)), "Escape closes the menu");
        }
        for entry in TABLE {
            let somewhere = entry.menu.is_some() || !entry.context.is_empty();
            assert!(somewhere, "{:?} stands in no menu: give it one, or a context", entry.command);
        }
    }
}

#[test]
fn every_context_menu_shows_what_the_table_says() {
    let words = Words::new(Language::En);
    for place in [Place::Cell, Place::Heading] {
        let mut shown = busy(Language::En);
        if place == Place::Heading {
            press(&mut shown, Key::Home);
            press(&mut shown, Key::ArrowLeft);
        }
        let facts = shown.state().facts();
        shown.key_press_modifiers(Modifiers::SHIFT, Key::F10);
        shown.run_steps(4);
        let wanted = TABLE.iter().filter(|entry| entry.context.iter().any(|(found, _)| *found == place));
        let mut names = 0;
        for command in wanted.map(|entry| entry.command).filter(|command| command.enabled(&facts)) {
            let name = command.name(&words, &facts);
            // There they are called after what they are done to.
            let renamed = matches!(command, Command::InsertAfter | Command::RemoveHere | Command::InsertCard)
                || place == Place::Heading && command == Command::EditText;
            assert!(renamed || entry(&shown, &name), "{name} isn't in the menu of {place:?}");
            names += 1;
        }
        assert!(names > 3, "{place:?}");
    }
}

#[test]
fn every_command_is_found_in_the_palette_by_its_name() {
    for language in Language::ALL {
        let words = Words::new(language);
        let mut shown = busy(language);
        let facts = shown.state().facts();
        for entry in TABLE {
            let name = entry.command.name(&words, &facts);
            ctrl(&mut shown, Key::K);
            type_text(&mut shown, &name);
            let found = shown
                .query_all_by_label_contains(&name)
                .any(|node| format!("{:?}", node.accesskit_node().role()) == "ListBoxOption");
            assert!(found, "{name} isn't in the palette");
            press(&mut shown, Key::Escape);
        }
    }
}

#[test]
fn every_command_has_words_of_its_own_in_both_languages() {
    let (english, vietnamese) = (Words::new(Language::En), Words::new(Language::Vi));
    let facts = Facts::default();
    for command in TABLE.iter().map(|entry| entry.command) {
        let names = [&english, &vietnamese].map(|words| command.name(words, &facts));
        // A language is called by its own name everywhere.
        let own_name = matches!(command, Command::English | Command::Vietnamese);
        assert!(own_name || names[0] != names[1], "{command:?} is called the same in both: {}", names[0]);
        let tips = [&english, &vietnamese].map(|words| command.tip(words));
        assert_ne!(tips[0], tips[1], "{command:?}");
        for (name, tip) in names.iter().zip(&tips) {
            assert_ne!(name, tip, "{command:?} explains nothing");
        }
    }
}

#[test]
fn the_help_page_lists_every_command_and_every_key_of_the_canvas() {
    for language in Language::ALL {
        let words = Words::new(language);
        let mut shown = window(language, ThemeChoice::Dark);
        press(&mut shown, Key::F1);
        let listed = |text: &str| {
            shown.query_all_by_label(text).any(|node| format!("{:?}", node.accesskit_node().role()) == "Label")
        };
        for entry in TABLE {
            assert!(listed(&(entry.name)(&words)), "{:?} isn't on the page in {language:?}", entry.command);
            for keys in entry.shortcuts {
                assert!(listed(&keys.to_string()), "{keys} isn't on the page");
            }
        }
        for (keys, say) in CANVAS_KEYS {
            assert!(listed(keys) && listed(&say(&words)), "{keys} isn't on the page in {language:?}");
        }
    }
}

#[test]
fn each_menu_opens_by_alt_and_its_letter() {
    for language in Language::ALL {
        let words = Words::new(language);
        let mut letters = BTreeSet::new();
        for menu in Menu::ALL {
            let (name, letter) = (menu.name(&words), menu.letter(&words));
            assert!(letter.is_ascii_lowercase(), "{letter} of {name} isn't on every keyboard");
            assert!(name.to_lowercase().contains(letter), "{name} doesn't hold its letter {letter}");
            assert!(letters.insert(letter), "{letter} opens two menus");
        }
        let mut shown = busy(language);
        let cards = shown.state().shown_map().unwrap().cards().count();
        for menu in Menu::ALL {
            let letter = menu.letter(&words).to_string();
            let key = Key::from_name(&letter.to_uppercase()).unwrap();
            let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::ALT };
            shown.input_mut().events.extend([event, Event::Text(letter)]);
            shown.run_steps(4);
            let first = TABLE.iter().find(|entry| entry.menu == Some(menu)).unwrap().command;
            let name = first.name(&words, &shown.state().facts());
            assert!(entry(&shown, &name), "{menu:?} isn't open in {language:?}");
            press(&mut shown, Key::Escape);
        }
        assert_eq!(shown.state().shown_map().unwrap().cards().count(), cards, "the letter was typed into the map");
    }
}

#[test]
fn a_menu_gives_the_keyboard_back() {
    let mut shown = busy(Language::En);
    press(&mut shown, Key::F6);
    press(&mut shown, Key::Tab);
    press(&mut shown, Key::Tab);
    let before = focused(&shown);
    assert!(before.is_some());
    for _ in 0..2 {
        press(&mut shown, Key::F10);
        assert_ne!(focused(&shown), before);
        press(&mut shown, Key::Escape);
        shown.run_steps(4);
        assert_eq!(focused(&shown), before, "after the menu");
        press(&mut shown, Key::F1);
        assert_ne!(focused(&shown), before);
        press(&mut shown, Key::Escape);
        shown.run_steps(4);
        assert_eq!(focused(&shown), before, "after a page");
    }
}

#[test]
fn escape_closes_a_menu_and_nothing_else() {
    let mut shown = busy(Language::En);
    for keys in [(Modifiers::SHIFT, Key::F10), (Modifiers::NONE, Key::F10)] {
        shown.key_press_modifiers(keys.0, keys.1);
        shown.run_steps(4);
        press(&mut shown, Key::Escape);
        shown.run_steps(4);
        assert_eq!(shown.state().facts().cards, 1, "the card stays selected after {keys:?}");
    }
}

#[test]
fn of_many_selected_cards_each_counts_for_what_can_be_done() {
    let kinds = |first: LaneKind| std::iter::once(first).chain(std::iter::repeat_n(LaneKind::Actions, 40));
    let facts = |kinds: &mut dyn Iterator<Item = LaneKind>| {
        let mut map = maps::grid(1);
        let mut cards = Vec::new();
        for (card, kind) in (101..).zip(kinds) {
            maps::put_plain(&mut map, 1, card, kind);
            cards.push(maps::id(card));
        }
        let mut shown = crate::window::alone(&map, eframe::egui::vec2(1280.0, 720.0), false);
        let before = shown.state().facts();
        shown.state_mut().select_shown(Selection { cards, ..Selection::default() });
        (before, shown.state().facts())
    };
    let (before, now) = facts(&mut kinds(LaneKind::PainPoints));
    assert!(!before.pain && before.cards == 0, "they follow the selection");
    assert!(now.pain, "the first of many is a pain point");
    assert!(!now.keepable, "none of them is a touchpoint");
    let (_, now) = facts(&mut kinds(LaneKind::Touchpoints));
    assert!(now.keepable && !now.pain);
}
