//! The map and its plots on the clipboard, for other programs.

use eframe::egui::{Event, Key, OutputCommand, vec2};
use egui_kittest::Harness;
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};
use wayfelt::model::{Content, Theme};

use crate::window::{alone, ctrl, press, says, with};

type Window = Harness<'static, App>;

/// What was put on the clipboard by this command.
fn copied(shown: &mut Window, command: Command) -> Vec<OutputCommand> {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    let mut copied = Vec::new();
    for _ in 0..4 {
        shown.step();
        copied.extend(shown.output().platform_output.commands.clone());
    }
    copied
}

/// The SVG picture that was put on the clipboard.
fn copied_svg(shown: &mut Window, command: Command) -> String {
    match &copied(shown, command)[..] {
        [OutputCommand::CopyText(text)] => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_map_and_a_plot_are_copied_as_svg() {
    let mut map = crate::every_kind::map();
    map.look.theme = Theme::Light;
    let mut shown = alone(&map, vec2(1280.0, 720.0), true);
    let svg = copied_svg(&mut shown, Command::CopySvg);
    let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default()).unwrap();
    assert!(tree.size().width() > 300.0);
    assert!(
        svg.contains("@font-face") && svg.contains("<text"),
        "letters stay text until an export had them otherwise"
    );
    assert!(svg.contains(&map.title), "the title is read in it");
    assert!(says(&shown, "The map is on the clipboard as SVG."));
    let plot = copied_svg(&mut shown, Command::CopyPlotSvg);
    assert!(plot.starts_with("<svg") && plot != svg);
    assert!(says(&shown, "is on the clipboard as SVG."));
}

#[test]
fn what_is_copied_has_the_map_s_own_colours_in_a_dark_window_too() {
    let map = crate::maps::grid(2);
    let copies = [false, true].map(|dark| {
        let mut shown = alone(&map, vec2(1280.0, 720.0), dark);
        let pixels = copied(&mut shown, Command::CopyPicture);
        let [OutputCommand::CopyImage(image)] = &pixels[..] else { panic!("{pixels:?}") };
        (copied_svg(&mut shown, Command::CopySvg), image.pixels[0])
    });
    assert!(copies[0] == copies[1]);
    assert!(copies[0].1.r() > 200, "the paper is light: {:?}", copies[0].1);
}

#[test]
fn letters_are_what_they_were_in_the_last_export() {
    let mut settings = Settings { started_before: true, ..Settings::default() };
    settings.export.text_as_paths = true;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.ron");
    wayfelt::file::disk::save(&file, &crate::maps::grid(2)).unwrap();
    let mut shown = with(settings, vec![file], None);
    let svg = copied_svg(&mut shown, Command::CopySvg);
    assert!(!svg.contains("<text") && !svg.contains("@font-face"));
}

#[test]
fn the_code_of_a_drawing_is_pasted_as_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = with(Settings { started_before: true, ..Settings::default() }, Vec::new(), Some(folder.path()));
    ctrl(&mut shown, Key::N);
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, Command::InsertStep);
    shown.run_steps(4);
    press(&mut shown, Key::ArrowDown);
    let mut paste = |text: &str| {
        shown.event(Event::Paste(text.to_owned()));
        shown.run_steps(4);
        shown.state().shown_map().unwrap().cards().map(|(_, card)| card.clone()).collect::<Vec<_>>()
    };
    let drawing = "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'>\n<rect width='4' height='3' fill='red'/>\n</svg>\n";
    let cards = paste(drawing);
    let [card] = &cards[..] else { panic!("{cards:?}") };
    let Content::Image(image) = &card.content else { panic!("{card:?}") };
    assert!(image.file.ends_with(".svg"), "{}", image.file);
    // A web page that holds one is text.
    let cards = paste("<p>See <svg viewBox='0 0 4 3'><path d='M0 0'/></svg></p>");
    assert!(cards.iter().any(|card| card.text.starts_with("<p>See")), "{cards:?}");
}
