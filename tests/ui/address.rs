//! Addresses of a map: shown whole before they are opened, and opened only then.

use eframe::egui::{Key, OutputCommand, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use wayfelt::app::{App, Settings};
use wayfelt::model::{Fact, JourneyMap, Language};

use crate::window::{click, press, says, with};

/// A window that shows a map with one fact from this source, with the fact's row opened.
fn fact_from(source: &str, language: Language) -> Harness<'static, App> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.ron");
    let fact = Fact { text: "A fact".to_owned(), year: None, source: source.to_owned() };
    let map = JourneyMap { facts: vec![fact], language, ..JourneyMap::default() };
    wayfelt::file::disk::save(&path, &map).unwrap();
    let settings = Settings { started_before: true, language, ..Settings::default() };
    let mut shown = with(settings, vec![path], None);
    // High enough for the whole page of the map.
    shown.set_size(vec2(1280.0, 1600.0));
    shown.run_steps(4);
    click(&mut shown, if language == Language::Vi { "Số liệu trích dẫn" } else { "Facts to quote" });
    click(&mut shown, "A fact");
    shown
}

/// What was handed to the system in the next frames.
fn opened(shown: &mut Harness<'static, App>, act: impl FnOnce(&mut Harness<'static, App>)) -> Vec<String> {
    act(shown);
    let mut opened = Vec::new();
    for _ in 0..6 {
        shown.step();
        for command in &shown.output().platform_output.commands {
            if let OutputCommand::OpenUrl(url) = command {
                opened.push(url.url.clone());
            }
        }
    }
    opened
}

#[test]
fn an_address_is_shown_whole_before_it_is_opened() {
    // Its first letter is a Cyrillic one.
    let mut shown = fact_from("https://\u{430}pple.com/đăng-nhập?a=1", Language::En);
    let whole = "https://xn--pple-43d.com/%C4%91%C4%83ng-nh%E1%BA%ADp?a=1";
    let nothing: [&str; 0] = [];
    let asked = opened(&mut shown, |shown| shown.get_by_label("Open the address…").click());
    assert_eq!(asked, nothing, "asking opens nothing");
    assert!(says(&shown, "Open a page of xn--pple-43d.com?"));
    assert!(says(&shown, whole));
    // Who presses Enter in haste opens nothing either.
    let hasty = opened(&mut shown, |shown| shown.key_press(Key::Enter));
    assert_eq!(hasty, nothing);
    assert!(!says(&shown, whole), "Enter said no");

    click(&mut shown, "Open the address…");
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, whole), "and so does Escape");

    click(&mut shown, "Open the address…");
    let agreed = opened(&mut shown, |shown| shown.get_by_label("Open").click());
    assert_eq!(agreed, [whole]);
    assert!(!says(&shown, whole));
}

#[test]
fn other_texts_have_nothing_to_open() {
    for other in ["javascript:alert(1)", "file:///etc/passwd", "PwC 2018", "https://a@b.example", "smb://server/share"]
    {
        let shown = fact_from(other, Language::En);
        assert!(!says(&shown, "Open the address…"), "{other}");
    }
}

#[test]
fn the_question_speaks_vietnamese_and_names_who_gets_the_mail() {
    let mut shown = fact_from("mailto:linh@example.vn?subject=Xin%20chào", Language::Vi);
    click(&mut shown, "Mở địa chỉ…");
    assert!(says(&shown, "Viết thư cho linh@example.vn?"));
    let agreed = opened(&mut shown, |shown| shown.get_by_label("Mở").click());
    assert_eq!(agreed, ["mailto:linh@example.vn?subject=Xin%20ch%C3%A0o"]);
}
