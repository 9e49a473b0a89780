//! What a frame of the canvas costs before the graphics card: the canvas's own work, and turning its shapes into triangles.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench ends where it fails")]

#[path = "../tests/support/generate.rs"]
mod generate;

use std::sync::Arc;

use divan::Bencher;
use eframe::egui::{Context, RawInput, Rect, pos2, vec2};
use wayfelt::app::canvas::Canvas;
use wayfelt::app::look::{Look, definitions};
use wayfelt::edit::{Cursor, Selection};
use wayfelt::i18n::Words;
use wayfelt::layout::{NoImages, Options, lay_out};
use wayfelt::model::{IdSource, Theme};
use wayfelt::text::Typesetter;

const CARDS: [usize; 4] = [10, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// A frame of 1600×900 at this zoom; none: the whole map. With a listener it is described to a screen reader too, from the
/// middle of the map.
fn frame(bencher: Bencher<'_, '_>, cards: usize, zoom: Option<f32>, scrolling: bool, listening: bool) {
    let map = generate::map(cards);
    let words = Words::new(map.language);
    let options = Options { theme: Theme::Light, words: &words, all: false, images: &NoImages };
    let scene = Arc::new(lay_out(&map, &options, &mut Typesetter::new()));
    let look = Look::new(Theme::Light);
    let context = Context::default();
    context.set_fonts(definitions());
    look.install(&context);
    let mut canvas = Canvas::new(IdSource::seeded(1));
    let mut selection = Selection::default();
    if listening {
        context.enable_accesskit();
        let middle = map.cards().nth(cards / 2);
        selection = middle.map_or(selection, |(step, card)| {
            Selection::card(Cursor::Cell { lane: card.lane, step: step.id, persona: None }, card.id)
        });
    }
    let draw = |canvas: &mut Canvas| {
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1600.0, 900.0)));
        let mut output = context.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| {
            canvas.ui(ui, &map, &scene, &selection, &look, &words);
        });
        // There is no graphics card that wants the glyphs.
        output.textures_delta.clear();
        context.tessellate(output.shapes, output.pixels_per_point)
    };
    canvas.fit();
    canvas.show(&selection);
    for _ in 0..4 {
        draw(&mut canvas);
        if let Some(zoom) = zoom {
            canvas.zoom_to(zoom);
        }
    }
    let mut out = false;
    bencher.bench_local(|| {
        if scrolling {
            // A little in and out: every text has another size, within the steps that are kept.
            out = !out;
            if out { canvas.zoom_out() } else { canvas.zoom_in() }
        }
        draw(&mut canvas)
    });
}

#[divan::bench(args = CARDS, max_time = 3)]
fn a_at_fit(bencher: Bencher<'_, '_>, cards: usize) {
    frame(bencher, cards, None, false, false);
}

#[divan::bench(args = CARDS, max_time = 3)]
fn b_at_100_percent(bencher: Bencher<'_, '_>, cards: usize) {
    frame(bencher, cards, Some(1.0), false, false);
}

#[divan::bench(args = CARDS, max_time = 3)]
fn c_zooming(bencher: Bencher<'_, '_>, cards: usize) {
    frame(bencher, cards, Some(1.0), true, false);
}

#[divan::bench(args = CARDS, max_time = 3)]
fn d_at_100_percent_with_a_screen_reader(bencher: Bencher<'_, '_>, cards: usize) {
    frame(bencher, cards, Some(1.0), false, true);
}
