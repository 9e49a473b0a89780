//! The import of answers, as a person does it: a file is chosen, columns are matched, the preview is believed.

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use tempfile::TempDir;
use wayfelt::app::App;
use wayfelt::app::command::Command;
use wayfelt::app::{Settings, ThemeChoice};
use wayfelt::model::{Language, Measured};

use crate::window::{click, ctrl, press, says, type_text, with};

type Window = Harness<'static, App>;

const MAP: &str = r#"(format: 1, map: (
  personas: [(id: "00000001", name: "Linh"), (id: "00000006", name: "Minh")],
  lanes: [(id: "00000002", kind: Emotion)],
  stages: [(id: "00000003", name: "Clinic", steps: [(id: "00000004", name: "Book a slot"), (id: "00000005", name: "See the doctor")])],
))
"#;

/// Goes to a page of the dialog; the inspector behind it may have a part of that name.
fn page(shown: &mut Window, name: &str) {
    shown.get_by_role_and_label(Role::RadioButton, name).click();
    shown.run_steps(4);
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, content: &str| std::fs::write(folder.path().join(name), content).unwrap();
    write("map.ron", MAP);
    let many = "Linh;5;4\n".repeat(20);
    write("a.csv", &format!("who;Book a slot;Doctor\n{many}Minh;4;6\nMinh;1;2\nLinh;5;5\nKhác;3;3\nLinh;77;1\n"));
    write("b.csv", "who;Book a slot;Doctor\nLinh;1;4\nMinh;4;5\nMinh;3;2\nMinh;5;3\n");
    write("codes.csv", "Field,Description\nQ1,Book a slot\n,1 = bad\n");
    folder
}

fn open(folder: &Path, language: Language, theme: ThemeChoice) -> Window {
    let settings = Settings { language, theme, started_before: true, ..Settings::default() };
    let mut shown = with(settings, vec![folder.join("map.ron")], None);
    shown.run_steps(4);
    shown
}

fn choose(shown: &mut Window, path: &Path) {
    type_text(shown, &path.display().to_string());
    press(shown, Key::Enter);
    shown.run_steps(4);
}

fn import(shown: &mut Window, path: &Path) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::ImportSurvey);
    shown.run_steps(4);
    ctrl(shown, Key::A);
    choose(shown, path);
}

/// Runs frames until something is said.
#[track_caller]
fn wait_for(shown: &mut Window, text: &str) {
    let patience = Instant::now();
    while !says(shown, text) {
        assert!(patience.elapsed() < Duration::from_secs(60), "{text:?} is not said");
        std::thread::sleep(Duration::from_millis(20));
        shown.run_steps(1);
    }
}

fn measured(shown: &Window, step: usize, persona: usize) -> Option<Measured> {
    let map = shown.state().shown_map().unwrap();
    let (_, step) = map.steps().nth(step).unwrap();
    step.score(map.personas[persona].id).measured().copied()
}

#[test]
fn answers_come_in_as_one_step_and_a_newer_file_says_what_moved() {
    let folder = folder();
    let mut shown = open(folder.path(), Language::En, ThemeChoice::Light);
    import(&mut shown, &folder.path().join("a.csv"));
    wait_for(&mut shown, "24 of 25 respondents count");
    assert!(says(&shown, "Book a slot: outside the scale: 1"), "what is left out is said");
    assert!(says(&shown, "row 26: 77"));
    assert!(says(&shown, "respondents of no persona: 1"));
    assert_eq!(measured(&shown, 0, 0), None, "a preview changes nothing");
    click(&mut shown, "Import");
    assert_eq!(measured(&shown, 0, 0).map(|found| (found.n, found.mean)), Some((21, 2.0)));
    assert_eq!(measured(&shown, 0, 1).map(|found| found.n), Some(2));
    assert_eq!(shown.state().facts().undo.as_deref(), Some("Import survey answers"));
    let map = shown.state().shown_map().unwrap();
    assert_eq!((map.evidence.len(), map.evidence[0].source.as_str()), (1, "a.csv"));
    // A newer file with the same name of the evidence takes the older one's place.
    import(&mut shown, &folder.path().join("b.csv"));
    wait_for(&mut shown, "4 of 4 respondents count");
    page(&mut shown, "Evidence");
    // The inspector behind the dialog shows the same field.
    let name = shown.query_all_by_label("Name of the evidence").last().unwrap();
    name.focus();
    shown.run_steps(2);
    ctrl(&mut shown, Key::A);
    type_text(&mut shown, "a");
    wait_for(&mut shown, "−4.00 · before");
    click(&mut shown, "Import");
    assert_eq!(measured(&shown, 0, 0).map(|found| (found.n, found.mean)), Some((1, -2.0)));
    assert_eq!(shown.state().shown_map().unwrap().evidence.len(), 1);
    ctrl(&mut shown, Key::Z);
    ctrl(&mut shown, Key::Z);
    assert_eq!(measured(&shown, 0, 0), None, "each import is one step");
}

#[test]
fn a_list_of_codes_is_refused_and_escape_leaves_everything() {
    let folder = folder();
    let mut shown = open(folder.path(), Language::En, ThemeChoice::Light);
    import(&mut shown, &folder.path().join("codes.csv"));
    wait_for(&mut shown, "list of codes");
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "list of codes"));
    assert_eq!(shown.state().facts().undo, None);
}

#[test]
fn every_page_opens_in_both_languages_and_themes() {
    let folder = folder();
    for (language, pages, summary) in [
        (Language::En, ["Whose answers", "Evidence", "Columns"], "24 of 25"),
        (Language::Vi, ["Của ai", "Bằng chứng", "Cột"], "24 trên 25"),
    ] {
        for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
            let mut shown = open(folder.path(), language, theme);
            import(&mut shown, &folder.path().join("a.csv"));
            wait_for(&mut shown, summary);
            for name in pages {
                page(&mut shown, name);
                shown.run_steps(2);
            }
        }
    }
}

#[test]
fn a_date_that_is_none_is_said_and_holds_the_import_up() {
    let folder = folder();
    let mut shown = open(folder.path(), Language::En, ThemeChoice::Light);
    import(&mut shown, &folder.path().join("a.csv"));
    wait_for(&mut shown, "24 of 25 respondents count");
    page(&mut shown, "Evidence");
    shown.query_all_by_label_contains("Review by; empty").last().unwrap().focus();
    shown.run_steps(2);
    type_text(&mut shown, "31/31/2027");
    wait_for(&mut shown, "No date yet");
    click(&mut shown, "Import");
    assert_eq!(measured(&shown, 0, 0), None, "it would come in with another date");
    shown.query_all_by_label_contains("Review by; empty").last().unwrap().focus();
    shown.run_steps(2);
    ctrl(&mut shown, Key::A);
    type_text(&mut shown, "30/6/2027");
    shown.run_steps(2);
    assert!(!says(&shown, "No date yet"));
    // It is counted anew first.
    let patience = Instant::now();
    while let Some(button) = shown.query_by_label("Import") {
        assert!(patience.elapsed() < Duration::from_secs(60), "the import stays held up");
        button.click();
        shown.run_steps(2);
        std::thread::sleep(Duration::from_millis(20));
    }
    let map = shown.state().shown_map().unwrap();
    assert_eq!(map.evidence[0].review_by, Some(jiff::civil::date(2027, 6, 30)));
}
