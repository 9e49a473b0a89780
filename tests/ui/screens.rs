//! Every screen, in both languages and all themes. A letter that no face has makes the harness fail by itself.

use std::time::{Duration, Instant};

use eframe::egui::{Key, Shape, TextureId};
use egui_kittest::Harness;
use wayfelt::app::App;
use wayfelt::app::ThemeChoice;
use wayfelt::app::command::{Command, Menu};
use wayfelt::i18n::Words;
use wayfelt::model::Language;
use wayfelt::words;

use crate::window::{click, press, says, window};

const THEMES: [ThemeChoice; 3] = [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast];

/// Whether a picture is painted anywhere.
fn shows_a_picture(shown: &Harness<'static, App>) -> bool {
    fn is_picture(shape: &Shape, context: &eframe::egui::Context) -> bool {
        match shape {
            Shape::Vec(shapes) => shapes.iter().any(|shape| is_picture(shape, context)),
            Shape::Rect(rect) => rect.brush.is_some(),
            other => {
                let id = other.texture_id();
                let manager = context.tex_manager();
                let is_point = manager.read().meta(id).is_some_and(|meta| meta.size == [1, 1]);
                id != TextureId::default() && !is_point
            }
        }
    }
    shown.output().shapes.iter().any(|clipped| is_picture(&clipped.shape, &shown.ctx))
}

#[test]
fn the_export_dialog_shows_the_map() {
    let mut shown = window(Language::En, ThemeChoice::Light);
    shown.state_mut().show_sample(2);
    shown.run_steps(4);
    assert!(!shows_a_picture(&shown), "the map alone is none");
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::Export);
    // It is made by a thread of its own.
    let patience = Instant::now();
    while !shows_a_picture(&shown) {
        assert!(patience.elapsed() < Duration::from_secs(60), "no picture");
        std::thread::sleep(Duration::from_millis(20));
        shown.run_steps(1);
    }
    press(&mut shown, Key::Escape);
    assert!(!shows_a_picture(&shown));
}

#[test]
fn every_screen_opens_in_both_languages_and_all_themes() {
    for language in Language::ALL {
        for theme in THEMES {
            let words = Words::new(language);
            let mut shown = window(language, theme);
            assert!(says(&shown, &words!(words, "start-title")), "start page in {language:?}");
            for menu in Menu::ALL {
                click(&mut shown, &menu.name(&words));
                assert!(says(&shown, &Command::Keys.tip(&words)) || shown.state().facts().tabs == 0);
                press(&mut shown, Key::Escape);
            }
            let context = shown.ctx.clone();
            for (command, title) in [
                (Command::Keys, words!(words, "dialog-keys-title")),
                (Command::About, words!(words, "dialog-about-title")),
                (Command::FromTemplate, words!(words, "dialog-template-title")),
                (Command::Open, words!(words, "dialog-path-open")),
                (Command::Palette, words!(words, "palette-hint")),
            ] {
                shown.state_mut().run(&context, command);
                shown.run_steps(4);
                assert!(says(&shown, &title), "{command:?} in {language:?}");
                press(&mut shown, Key::Escape);
            }
            for sample in wayfelt::file::embedded::samples() {
                assert!(says(&shown, sample.title), "{} on the start page in {language:?}", sample.title);
            }
            shown.state_mut().run(&context, Command::New);
            shown.run_steps(4);
            assert!(shown.state().facts().map);
            for (command, title) in [
                (Command::Export, words!(words, "dialog-export-format")),
                (Command::Problems, words!(words, "dialog-problems-title")),
                (Command::InsertLane, words!(words, "palette-lane-hint")),
                (Command::SaveAs, words!(words, "dialog-path-save")),
            ] {
                shown.state_mut().run(&context, command);
                shown.run_steps(4);
                assert!(says(&shown, &title), "{command:?} in {language:?}");
                press(&mut shown, Key::Escape);
            }
        }
    }
}

#[test]
fn the_language_is_switched_while_running() {
    let mut shown = window(Language::En, ThemeChoice::Light);
    let (english, vietnamese) = (Words::new(Language::En), Words::new(Language::Vi));
    click(&mut shown, &words!(english, "window-language-switch"));
    assert!(says(&shown, &words!(vietnamese, "start-title")));
    assert!(!says(&shown, &words!(english, "start-title")));
    click(&mut shown, &words!(vietnamese, "window-language-switch"));
    assert!(says(&shown, &words!(english, "start-title")));
}

#[test]
fn menus_are_reached_by_keyboard() {
    let mut shown = window(Language::En, ThemeChoice::Light);
    press(&mut shown, Key::F10);
    assert!(says(&shown, "New from template…"), "the first menu is open");
    for _ in 0..5 {
        press(&mut shown, Key::ArrowRight);
    }
    press(&mut shown, Key::Enter);
    assert!(says(&shown, "On the map"), "the first entry of Help shows the keys");
}

#[test]
fn the_palette_finds_commands_in_either_language_by_keyboard() {
    let mut shown = window(Language::En, ThemeChoice::Light);
    for (typed, expected) in [("phim tat", "On the map"), ("keyb", "On the map"), ("gioi thieu", "Version")] {
        crate::window::ctrl(&mut shown, Key::K);
        crate::window::type_text(&mut shown, typed);
        press(&mut shown, Key::Enter);
        assert!(says(&shown, expected), "{typed}");
        press(&mut shown, Key::Escape);
    }
}

#[test]
fn the_first_start_shows_a_sample() {
    let shown = crate::window::with(wayfelt::app::Settings::default(), Vec::new(), None);
    assert_eq!(shown.state().facts().tabs, 1);
    assert!(shown.state().facts().map);
}
