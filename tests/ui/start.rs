//! The start page: searched, gone through by arrow keys, with files that may be gone.

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wayfelt::app::{App, Settings};

use crate::window::{click, press, says, type_text, with};

/// A start page that knows a file that is there and one that isn't.
fn page(folder: &std::path::Path) -> Harness<'static, App> {
    let there = folder.join("Đi khám.ron");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/health-insurance.ron"), &there).unwrap();
    let recent = vec![there, folder.join("Gone.ron")];
    with(Settings { started_before: true, recent, ..Settings::default() }, Vec::new(), None)
}

#[test]
fn a_file_that_is_gone_is_said_and_taken_off_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = page(folder.path());
    let tile = shown.get_by_label("Gone");
    assert_eq!(tile.accesskit_node().description().as_deref(), Some("This file isn’t there any more."));
    let buttons = shown.query_all_by_label("Remove from the list").count();
    assert_eq!(buttons, 2);
    shown.get_by_label("Gone").focus();
    shown.run_steps(4);
    press(&mut shown, Key::Delete);
    assert!(shown.query_by_label("Gone").is_none());
    click(&mut shown, "Remove from the list");
    assert!(says(&shown, "Maps that you open or save will stand at the top of this page."));
}

#[test]
fn tiles_are_reached_by_arrow_keys_and_opened_by_enter() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = page(folder.path());
    press(&mut shown, Key::ArrowDown);
    assert!(shown.get_by_label("Đi khám").accesskit_node().is_focused(), "the first tile");
    press(&mut shown, Key::ArrowRight);
    assert!(shown.get_by_label("Gone").accesskit_node().is_focused());
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::ArrowLeft);
    assert!(shown.get_by_label("Switching health insurance").accesskit_node().is_focused());
    press(&mut shown, Key::Enter);
    assert_eq!(shown.state().shown_map().unwrap().title, "Switching health insurance");
}

#[test]
fn a_few_letters_leave_the_maps_that_are_called_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = page(folder.path());
    click(&mut shown, "Search maps and templates");
    type_text(&mut shown, "kham");
    assert!(says(&shown, "Đi khám") && says(&shown, "Khám dạ dày"));
    assert!(!says(&shown, "Switching health insurance") && !says(&shown, "Start from a template"));
    press(&mut shown, Key::ArrowDown);
    press(&mut shown, Key::Enter);
    assert!(shown.state().facts().map);
}

#[test]
fn what_nothing_is_called_is_said_and_escape_shows_all_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = page(folder.path());
    click(&mut shown, "Search maps and templates");
    type_text(&mut shown, "qqxz");
    assert!(says(&shown, "No map or template is called “qqxz”."));
    press(&mut shown, Key::Escape);
    assert!(says(&shown, "Start from a template"));
    shown.key_press_modifiers(Modifiers::COMMAND, Key::N);
    shown.run_steps(4);
    assert!(shown.state().facts().map);
}

#[test]
fn every_map_has_a_picture_in_the_end() {
    use wayfelt::app::Start;
    let start = Start { settings: Settings { started_before: true, ..Settings::default() }, ..Start::default() };
    let mut shown = Harness::builder()
        .with_size(eframe::egui::vec2(1280.0, 720.0))
        .build_eframe(move |creation| App::new(&creation.egui_ctx, start).with_previews());
    shown.run_steps(4);
    let begun = std::time::Instant::now();
    while shown.state().previews() < 4 && begun.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(50));
        shown.run_steps(2);
    }
    assert!(shown.state().previews() >= 4, "the samples are in view");
}

#[test]
fn pictures_of_maps_are_kept_from_start_to_start() {
    use wayfelt::app::Start;
    let folder = tempfile::tempdir().unwrap();
    let pictures = folder.path().join("previews");
    let begin = || {
        let start = Start { settings: Settings { started_before: true, ..Settings::default() }, ..Start::default() };
        let pictures = pictures.clone();
        let mut shown = Harness::builder().with_size(eframe::egui::vec2(1280.0, 720.0)).build_eframe(move |creation| {
            App::new(&creation.egui_ctx, start).with_previews().keeping_previews_in(pictures)
        });
        let begun = std::time::Instant::now();
        while shown.state().previews() < 4 && begun.elapsed().as_secs() < 60 {
            std::thread::sleep(std::time::Duration::from_millis(50));
            shown.run_steps(2);
        }
        assert!(shown.state().previews() >= 4, "the samples are in view");
        shown.state().previews_painted()
    };
    assert!(begin() >= 4);
    assert_eq!(begin(), 0, "what says the same as before isn't laid out again");
    // A picture that was spoiled is made again.
    let first = std::fs::read_dir(&pictures).unwrap().next().unwrap().unwrap().path();
    std::fs::write(first, b"no picture").unwrap();
    assert!(begin() <= 1);
}
