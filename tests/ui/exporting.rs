//! Exports go on while the window does, and can be stopped.

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wayfelt::app::command::Command;
use wayfelt::app::{App, Asked, Settings, Start, ThemeChoice};
use wayfelt::export::Format;
use wayfelt::i18n::Words;
use wayfelt::model::{Language, Theme};

use crate::window::{alone, click, ctrl, press, says, started, type_text, window, with};

/// Asks for an export of the shown map to this file, whose ending is that of the format.
fn export_to(shown: &mut Harness<'static, App>, path: &Path, scale: Option<&str>) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Export);
    shown.run_steps(4);
    choose_format(shown, Format::of_extension(path.extension().unwrap().to_str().unwrap()).unwrap());
    if let Some(scale) = scale {
        click(shown, scale);
    }
    go(shown, path);
}

/// Exports with what is chosen to this file.
fn go(shown: &mut Harness<'static, App>, path: &Path) {
    click(shown, "Export…");
    shown.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    type_text(shown, &path.display().to_string());
    press(shown, Key::Enter);
}

fn choose_format(shown: &mut Harness<'static, App>, format: Format) {
    let name = format.name(&Words::new(Language::En));
    let list = shown.get_by_role_and_label(Role::ComboBox, "Format");
    if list.accesskit_node().value().as_deref() != Some(name.as_str()) {
        list.click();
        shown.run_steps(4);
        click(shown, &name);
    }
}

/// Lets the window go on until this is so.
fn wait(shown: &mut Harness<'static, App>, done: impl Fn(&Harness<'static, App>) -> bool) {
    let begun = Instant::now();
    while !done(shown) {
        let now = || {
            shown.query_all_by_label_contains("").filter_map(|node| node.accesskit_node().label()).collect::<Vec<_>>()
        };
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing came of it: {:?}", now());
        std::thread::sleep(Duration::from_millis(20));
        shown.run_steps(1);
    }
}

#[test]
fn every_format_is_written_while_the_window_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let map = crate::every_kind::map();
    for format in Format::ALL.map(Format::extension) {
        let mut shown = alone(&map, vec2(1280.0, 720.0), false);
        let path = folder.path().join("bản đồ").with_extension(format);
        export_to(&mut shown, &path, None);
        wait(&mut shown, |shown| says(shown, "Exported to"));
        assert!(std::fs::metadata(&path).unwrap().len() > 200, "{format}");
    }
}

#[test]
fn sizes_beyond_what_a_picture_can_be_are_barred_before_they_are_chosen() {
    // 400 steps are some 80,000 units wide: not even one pixel for each.
    for (steps, barred) in [(400, &["1×", "2×", "3×", "4×"][..]), (60, &["4×"])] {
        let mut shown = alone(&crate::maps::grid(steps), vec2(1280.0, 720.0), false);
        let context = shown.ctx.clone();
        shown.state_mut().run(&context, Command::Export);
        shown.run_steps(4);
        choose_format(&mut shown, Format::Png);
        for scale in ["1×", "2×", "3×", "4×"] {
            let node = shown.get_by_label(scale);
            assert_eq!(node.accesskit_node().is_disabled(), barred.contains(&scale), "{scale} of {steps} steps");
        }
        assert!(says(&shown, "million pixels"), "and why");
        let chosen = shown
            .query_all_by_label_contains("×")
            .filter(|node| node.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True));
        assert_eq!(chosen.count(), 1, "what can be is chosen");
    }
}

#[test]
fn an_export_that_is_stopped_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("map.ron"), folder.path().join("out"));
    std::fs::create_dir(&out).unwrap();
    wayfelt::file::disk::save(&file, &crate::generate::map(1_000)).unwrap();
    let settings = Settings { started_before: true, ..Settings::default() };
    let mut shown = with(settings, vec![file], None);
    // Large enough to take many times as long as a frame, however busy the machine is.
    let path = out.join("map.png");
    export_to(&mut shown, &path, Some("3×"));
    wait(&mut shown, |shown| says(shown, "Stop the export"));
    assert!(says(&shown, "% of the export"));
    click(&mut shown, "Stop the export");
    wait(&mut shown, |shown| says(shown, "The export was stopped; no file was written."));
    assert!(!path.exists());
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0, "nothing is left behind");
}

fn choose(shown: &mut Harness<'static, App>, list: &str, entry: &str) {
    shown.get_by_role_and_label(Role::ComboBox, list).click();
    shown.run_steps(4);
    click(shown, entry);
}

#[test]
fn print_makes_a_pdf_on_paper_and_has_the_system_open_it() {
    let folder = tempfile::tempdir().unwrap();
    let (file, prints) = (folder.path().join("map.ron"), folder.path().join("prints"));
    wayfelt::file::disk::save(&file, &crate::maps::grid(4)).unwrap();
    let settings = Settings { started_before: true, ..Settings::default() };
    let start = Start { settings, files: vec![file], prints: Some(prints.clone()), ..Start::default() };
    let mut shown = started(start, vec2(1280.0, 720.0));
    for name in ["A map.pdf", "A map (2).pdf"] {
        ctrl(&mut shown, Key::P);
        let path = prints.join(name);
        wait(&mut shown, |shown| shown.state().asked_of_system().last() == Some(&Asked::Open(path.clone())));
        wait(&mut shown, |shown| says(shown, "print it from there"));
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        // A4, whichever way up: 210 × 297 mm in points.
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("841.88") && text.contains("595.27"), "A4");
    }
}

#[test]
fn a_dark_map_is_printed_light_unless_a_dark_pdf_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (file, prints) = (folder.path().join("map.ron"), folder.path().join("prints"));
    let mut map = crate::maps::grid(4);
    map.look.theme = Theme::Dark;
    wayfelt::file::disk::save(&file, &map).unwrap();
    let settings = Settings { started_before: true, ..Settings::default() };
    let start = Start { settings, files: vec![file], prints: Some(prints.clone()), ..Start::default() };
    let mut shown = started(start, vec2(1280.0, 720.0));
    ctrl(&mut shown, Key::P);
    wait(&mut shown, |shown| says(shown, "in light colours that spare ink: print it from there"));
    // Who chose other colours for a PDF wants them: they are there again, and printed.
    let context = shown.ctx.clone();
    for (before, then) in [("Dark", "Black and white"), ("Black and white", "Black and white")] {
        shown.state_mut().run(&context, Command::Export);
        shown.run_steps(4);
        choose_format(&mut shown, Format::Pdf);
        let theme = shown.get_by_role_and_label(Role::ComboBox, "Colours").accesskit_node().value();
        assert_eq!(theme.as_deref(), Some(before));
        if before != then {
            choose(&mut shown, "Colours", then);
        }
        go(&mut shown, &folder.path().join(format!("{before}.pdf")));
        wait(&mut shown, |shown| says(shown, &format!("{before}.pdf")));
    }
    ctrl(&mut shown, Key::P);
    let path = prints.join("A map (2).pdf");
    wait(&mut shown, |shown| shown.state().asked_of_system().last() == Some(&Asked::Open(path.clone())));
    wait(&mut shown, |shown| says(shown, "viewer: print it from there"));
}

#[test]
fn the_folder_of_an_export_can_be_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = alone(&crate::maps::grid(2), vec2(1280.0, 720.0), false);
    let path = folder.path().join("map.svg");
    export_to(&mut shown, &path, None);
    wait(&mut shown, |shown| says(shown, "Exported to"));
    click(&mut shown, "Show in folder");
    assert_eq!(shown.state().asked_of_system(), [Asked::Folder(path)]);
}

#[test]
fn the_last_choices_are_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = alone(&crate::generate::wide(12, 8), vec2(1280.0, 720.0), false);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Export);
    shown.run_steps(4);
    choose_format(&mut shown, Format::Pdf);
    choose(&mut shown, "Page", "A3");
    click(&mut shown, "Landscape");
    click(&mut shown, "Several sheets");
    choose(&mut shown, "Size of the map", "75%");
    wait(&mut shown, |shown| says(shown, "sheets of A3"));
    let path = folder.path().join("map.pdf");
    go(&mut shown, &path);
    wait(&mut shown, |shown| says(shown, "Exported to"));
    let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
    assert!(text.contains("1190.55"), "A3, the long side below");
    shown.state_mut().run(&context, Command::Export);
    shown.run_steps(4);
    let value = |shown: &Harness<'static, App>, list: &str| {
        shown.get_by_role_and_label(Role::ComboBox, list).accesskit_node().value()
    };
    assert_eq!(value(&shown, "Page").as_deref(), Some("A3"));
    assert_eq!(value(&shown, "Size of the map").as_deref(), Some("75%"));
}

#[test]
fn a_list_is_gone_through_by_keys_and_keeps_the_keyboard() {
    let mut shown = alone(&crate::maps::grid(2), vec2(1280.0, 720.0), false);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Export);
    shown.run_steps(4);
    let list = |shown: &Harness<'static, App>| {
        let node = shown.get_by_role_and_label(Role::ComboBox, "Format");
        (node.accesskit_node().value(), node.is_focused())
    };
    shown.get_by_role_and_label(Role::ComboBox, "Format").focus();
    shown.run_steps(2);
    let name = |format: Format| Some(format.name(&Words::new(Language::En)));
    for format in [Format::Png, Format::Pdf] {
        for key in [Key::Enter, Key::ArrowDown, Key::Enter] {
            press(&mut shown, key);
            shown.run_steps(2);
        }
        assert_eq!(list(&shown), (name(format), true), "what comes after what was chosen");
    }
    press(&mut shown, Key::Enter);
    shown.run_steps(2);
    press(&mut shown, Key::Escape);
    shown.run_steps(2);
    assert_eq!(list(&shown), (name(Format::Pdf), true), "the list closes, and not the dialog");
}

#[test]
fn a_size_that_no_sheet_holds_can_t_be_exported_and_says_which_can() {
    // A heading that leaves no room for anything below it.
    let mut map = crate::maps::grid(4);
    crate::maps::step_mut(&mut map, crate::maps::id(2)).name = "A very long name of a step ".repeat(30);
    let mut shown = alone(&map, vec2(1280.0, 720.0), false);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Export);
    shown.run_steps(4);
    choose_format(&mut shown, Format::Pdf);
    choose(&mut shown, "Page", "A4");
    click(&mut shown, "Landscape");
    click(&mut shown, "Several sheets");
    choose(&mut shown, "Size of the map", "200%");
    wait(&mut shown, |shown| shown.get_by_label("Export…").accesskit_node().is_disabled());
    assert!(says(&shown, "A sheet is too small"));
    choose(&mut shown, "Size of the map", "50%");
    wait(&mut shown, |shown| says(shown, "sheets of A4"));
    assert!(!shown.get_by_label("Export…").accesskit_node().is_disabled());
}

#[test]
fn lanes_and_personas_that_are_left_out_aren_t_exported() {
    let folder = tempfile::tempdir().unwrap();
    let map = crate::every_kind::map();
    let mut shown = alone(&map, vec2(1280.0, 720.0), false);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Export);
    shown.run_steps(4);
    choose_format(&mut shown, Format::Svg);
    let persona = map.personas[0].name.clone();
    shown.get_by_role_and_label(Role::CheckBox, &persona).click_accesskit();
    shown.run_steps(4);
    let path = folder.path().join("map.svg");
    go(&mut shown, &path);
    wait(&mut shown, |shown| says(shown, "Exported to"));
    let text = std::fs::read_to_string(&path).unwrap();
    // The scenario speaks of her, too, and stays.
    assert!(!text.contains(&format!("aria-label=\"{persona}, ")), "{persona} stays behind");
    assert!(text.contains(&format!("aria-label=\"{}", map.personas[1].name)));
}

#[test]
fn every_format_has_its_choices_in_both_languages_and_themes() {
    for (language, theme) in [(Language::En, ThemeChoice::Dark), (Language::Vi, ThemeChoice::Light)] {
        let words = Words::new(language);
        let mut shown = window(language, theme);
        shown.state_mut().show_sample(0);
        let context = shown.ctx.clone();
        shown.state_mut().run(&context, Command::Export);
        shown.run_steps(4);
        for format in Format::ALL {
            let list = wayfelt::words!(words, "dialog-export-format");
            let name = format.name(&words);
            if shown.get_by_role_and_label(Role::ComboBox, &list).accesskit_node().value().as_deref() != Some(&name) {
                choose(&mut shown, &list, &name);
            }
            shown.run_steps(2);
            let chosen = shown.get_by_role_and_label(Role::ComboBox, &list).accesskit_node().value();
            assert_eq!(chosen.as_deref(), Some(name.as_str()), "{format:?} in {language:?}");
        }
    }
}
