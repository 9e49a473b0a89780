//! Exports go on while the window does, and can be stopped.

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};
use wayfelt::export::Format;
use wayfelt::i18n::Words;
use wayfelt::model::Language;

use crate::window::{alone, click, press, says, type_text, with};

/// Asks for an export of the shown map to this file, whose ending is that of the format.
fn export_to(shown: &mut Harness<'static, App>, path: &Path, scale: Option<&str>) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Export);
    shown.run_steps(4);
    choose_format(shown, Format::of_extension(path.extension().unwrap().to_str().unwrap()).unwrap());
    if let Some(scale) = scale {
        click(shown, scale);
    }
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
