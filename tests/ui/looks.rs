//! The window's own settings, and the page on which a map gets its look.

use eframe::egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use wayfelt::app::command::Command;
use wayfelt::app::{App, Panel, PaperChoice, Settings, Shown, Start, TEXT_SIZES, ThemeChoice, room};
use wayfelt::i18n::Words;
use wayfelt::model::{Brand, CardStyle, Density, Language, Rgb, Theme};
use wayfelt::words;

use crate::window::{click, ctrl, english, press, says, type_text, window};

fn run(shown: &mut Harness<'static, App>, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// A window with a sample, of this size and these settings.
fn sample(size: Vec2, settings: Settings) -> Harness<'static, App> {
    let start = Start { settings, ..Start::default() };
    let mut shown =
        Harness::builder().with_size(size).build_eframe(move |creation| App::new(&creation.egui_ctx, start));
    shown.run_steps(2);
    shown.state_mut().show_sample(0);
    shown.run_steps(6);
    shown
}

fn before() -> Settings {
    Settings { started_before: true, theme: ThemeChoice::Light, ..Settings::default() }
}

#[test]
fn settings_are_kept_and_read_again() {
    let chosen = Settings {
        theme: ThemeChoice::HighContrast,
        paper: PaperChoice::Window,
        text_size: 175,
        large_type: true,
        less_motion: true,
        only_map: true,
        ..before()
    };
    let text = ron::to_string(&chosen).unwrap();
    assert_eq!(ron::from_str::<Settings>(&text).unwrap(), chosen);
    // What an older window has left lacks these fields.
    let old: Settings = ron::from_str("(started_before: true, outline: false)").unwrap();
    assert_eq!((old.text_size, old.large_type, old.paper), (100, false, PaperChoice::Map));
    assert_eq!(Settings { text_size: 7000, ..before() }.zoom(), 2.0, "no size is out of reach");
}

#[test]
fn the_page_of_settings_takes_effect_at_once() {
    let mut shown = english();
    ctrl(&mut shown, Key::Comma);
    assert!(says(&shown, "Theme of the window"));
    click(&mut shown, "High contrast");
    assert_eq!(shown.state().facts().theme, ThemeChoice::HighContrast);
    click(&mut shown, "In the window's colours");
    assert!(!shown.state().facts().as_exported);
    click(&mut shown, "Less motion");
    assert_eq!(shown.ctx.global_style().animation_time, 0.0);
    click(&mut shown, "Tiếng Việt");
    assert!(says(&shown, "Cỡ chữ giao diện"), "the page itself speaks the other language");
    click(&mut shown, "200%");
    shown.run_steps(4);
    assert_eq!(shown.ctx.zoom_factor(), 2.0);
    press(&mut shown, Key::Escape);
    assert!(!says(&shown, "Cỡ chữ giao diện"));
}

#[test]
fn text_grows_and_shrinks_by_command() {
    let mut shown = english();
    for size in &TEXT_SIZES[1..] {
        run(&mut shown, Command::LargerText);
        assert_eq!(shown.ctx.zoom_factor(), f32::from(*size) / 100.0);
    }
    assert!(!Command::LargerText.enabled(&shown.state().facts()), "200% is the largest");
    for _ in TEXT_SIZES {
        run(&mut shown, Command::SmallerText);
    }
    assert_eq!(shown.ctx.zoom_factor(), 1.0);
}

#[test]
fn high_contrast_comes_and_goes_by_its_key() {
    let mut shown = window(Language::En, ThemeChoice::Dark);
    let toggle = |shown: &mut Harness<'static, App>| {
        shown.key_press_modifiers(Modifiers::SHIFT, Key::F12);
        shown.run_steps(4);
        shown.state().facts().theme
    };
    assert_eq!(toggle(&mut shown), ThemeChoice::HighContrast);
    assert_eq!(toggle(&mut shown), ThemeChoice::Dark, "back to what it was");
}

#[test]
fn one_key_hides_the_panels_and_brings_back_the_same_ones() {
    let mut shown = sample(vec2(1280.0, 720.0), Settings { insights: false, ..before() });
    let panels = |shown: &Harness<'static, App>| {
        let facts = shown.state().facts();
        [facts.outline, facts.inspector, facts.insights]
    };
    assert_eq!(panels(&shown), [true, true, false]);
    press(&mut shown, Key::F12);
    assert_eq!(panels(&shown), [false, false, false]);
    assert!(!says(&shown, "Tools panel") && shown.query_by_label("Export").is_none(), "nor the tools");
    press(&mut shown, Key::F12);
    assert_eq!(panels(&shown), [true, true, false]);
    // A panel that is asked for is shown, with the others.
    press(&mut shown, Key::F12);
    press(&mut shown, Key::F9);
    assert_eq!(panels(&shown), [true, true, true]);
}

#[test]
fn panels_leave_room_for_the_map() {
    let all = Shown { outline: true, tray: false, inspector: true, insights: true };
    let order = [Panel::Inspector, Panel::Outline, Panel::Tray, Panel::Insights];
    assert_eq!(room(vec2(1280.0, 720.0), all, order), all);
    let at_200 = room(vec2(640.0, 360.0), all, order);
    assert_eq!(at_200, Shown { inspector: true, ..Shown::default() });
    let asked = room(vec2(640.0, 360.0), all, [Panel::Outline, Panel::Inspector, Panel::Tray, Panel::Insights]);
    assert_eq!(asked, Shown { outline: true, ..Shown::default() }, "what was asked for last comes first");
    assert_eq!(room(vec2(1280.0, 720.0), Shown::default(), order), Shown::default());
}

/// What can be clicked lies inside the window, at 200% on a small screen, in both languages.
#[test]
fn nothing_leaves_the_window_at_200_percent() {
    for language in Language::ALL {
        let mut shown = sample(vec2(640.0, 360.0), Settings { language, ..before() });
        let words = Words::new(language);
        for panel in [None, Some(Command::ToggleOutline), Some(Command::ToggleInsights), Some(Command::LookOfMap)] {
            if let Some(panel) = panel {
                run(&mut shown, panel);
            }
            let bars = shown.query_all(by().predicate(|node| {
                let rect = node.raw_bounds();
                let inside = rect.is_some_and(|rect| rect.x1 <= 641.0 && rect.x0 >= -1.0);
                let bar = rect.is_some_and(|rect| rect.y1 < 84.0 || rect.y0 > 331.0);
                let control = matches!(format!("{:?}", node.role()).as_str(), "Button" | "MenuItem");
                control && bar && !inside
            }));
            let out: Vec<String> = bars.filter_map(|node| node.accesskit_node().label()).collect();
            assert!(out.is_empty(), "{language:?} {panel:?}: {out:?}");
        }
        for dialog in [Command::Settings, Command::Export, Command::Keys, Command::About, Command::Palette] {
            run(&mut shown, dialog);
            let close = words!(words, "window-close");
            let names = [close, words!(words, "window-cancel"), words!(words, "palette-hint")];
            assert!(names.iter().any(|name| says(&shown, name)), "{dialog:?}");
            press(&mut shown, Key::Escape);
        }
    }
}

/// What is typed far out stands in letters that can be read; in large type in larger ones.
#[test]
fn what_is_typed_is_readable_at_any_zoom() {
    let height = |large_type: bool| {
        let mut shown = crate::window::with(Settings { large_type, ..before() }, Vec::new(), None);
        run(&mut shown, Command::New);
        run(&mut shown, Command::InsertStep);
        press(&mut shown, Key::ArrowDown);
        for _ in 0..6 {
            run(&mut shown, Command::ZoomOut);
        }
        type_text(&mut shown, "Why");
        let field = shown.query_all(by().predicate(|node| node.is_focused())).next().unwrap();
        assert_eq!(field.value().as_deref(), Some("Why"));
        let rect = field.rect();
        let view = shown.ctx.content_rect();
        assert!(view.contains_rect(rect), "{rect:?} leaves {view:?}");
        rect.height()
    };
    assert!(height(false) >= 18.0, "thirteen points with air around");
    assert!(height(true) >= 36.0);
}

fn map_look(shown: &Harness<'static, App>) -> wayfelt::model::Look {
    shown.state().shown_map().unwrap().look.clone()
}

#[test]
fn a_map_gets_its_look_on_a_page_beside_it() {
    let mut shown = sample(vec2(1280.0, 2000.0), before());
    run(&mut shown, Command::LookOfMap);
    assert!(says(&shown, "Look of this map"));
    click(&mut shown, "Black and white: No colour: dashes and shapes");
    assert_eq!(map_look(&shown).theme, Theme::Print);
    click(&mut shown, "Roomy");
    click(&mut shown, "Outlined");
    assert_eq!((map_look(&shown).density, map_look(&shown).cards), (Density::Roomy, CardStyle::Outlined));
    click(&mut shown, "Own brand: Your colours, kept readable");
    shown.get_by_label("Title and marks").focus();
    shown.run_steps(2);
    type_text(&mut shown, "#ffd400");
    press(&mut shown, Key::Enter);
    let wished = Rgb::parse("#ffd400").unwrap();
    assert_eq!(map_look(&shown).brand, Brand { accent: Some(wished), ..Brand::default() });
    assert!(says(&shown, "is too faint for words"), "never silently");
    run(&mut shown, Command::Undo);
    assert_eq!(map_look(&shown).brand, Brand::default());
    for _ in 0..4 {
        run(&mut shown, Command::Undo);
    }
    assert_eq!(map_look(&shown), wayfelt::model::Look::default(), "each choice is one step");
    run(&mut shown, Command::LookOfMap);
    assert!(!says(&shown, "Own brand"));
}

#[test]
fn what_is_no_colour_is_not_kept() {
    let mut shown = sample(vec2(1280.0, 2000.0), before());
    run(&mut shown, Command::LookOfMap);
    click(&mut shown, "Own brand: Your colours, kept readable");
    shown.get_by_label("Paper").focus();
    shown.run_steps(2);
    type_text(&mut shown, "blue");
    press(&mut shown, Key::Enter);
    assert_eq!(map_look(&shown).brand, Brand::default());
}
