//! What a frame of the canvas costs before the graphics card: the canvas's own work, and turning its shapes into triangles.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench ends where it fails")]

#[path = "../tests/support/generate.rs"]
#[allow(dead_code, reason = "each bench needs a part of it")]
mod generate;

use std::sync::Arc;

use divan::Bencher;
use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase,
    pos2, vec2,
};
use wayfelt::app::Intent;
use wayfelt::app::canvas::Canvas;
use wayfelt::app::look::{Look, definitions};
use wayfelt::edit::{Cursor, Document, Selection};
use wayfelt::i18n::Words;
use wayfelt::layout::{Composed, NoImages, Options, lay_out, lay_out_again};
use wayfelt::model::{IdSource, JourneyMap, LaneKind, Theme};
use wayfelt::scene::Scene;
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

/// A map in a window of its own, on which somebody works: what the canvas wants is done, and the picture made again.
struct Desk {
    document: Document,
    canvas: Canvas,
    composed: Composed,
    fonts: Typesetter,
    context: Context,
    look: Look,
    words: Words,
    map: Option<Arc<JourneyMap>>,
    scene: Option<Arc<Scene>>,
    time: f64,
    /// How often the map was shown as it would be.
    previews: usize,
}

impl Desk {
    /// At 100%, with a card of thoughts selected, which is in the middle of the view.
    fn new(cards: usize) -> Self {
        let map = generate::map(cards);
        let look = Look::new(Theme::Light);
        let context = Context::default();
        context.set_fonts(definitions());
        look.install(&context);
        let (step, lane, card) = map
            .cards()
            .filter(|(_, card)| map.lane(card.lane).is_some_and(|lane| lane.kind == LaneKind::Thoughts))
            .nth(cards / 30)
            .map(|(step, card)| (step.id, card.lane, card.id))
            .unwrap();
        let words = Words::new(map.language);
        let mut document = Document::new(map);
        document.select(Selection::card(Cursor::Cell { lane, step, persona: None }, card));
        let mut desk = Self {
            document,
            canvas: Canvas::new(IdSource::seeded(1)),
            composed: Composed::default(),
            fonts: Typesetter::new(),
            context,
            look,
            words,
            map: None,
            scene: None,
            time: 0.0,
            previews: 0,
        };
        for _ in 0..3 {
            desk.frame(Vec::new());
            let selection = desk.document.selection().clone();
            if let Some(scene) = &desk.scene {
                desk.canvas.fit_selection(scene, &selection);
            }
            desk.canvas.zoom_to(1.0);
        }
        desk.frame(Vec::new());
        desk
    }

    /// A frame with this input, up to the triangles.
    fn frame(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let map = Arc::clone(self.document.map());
        let same = self.map.as_ref().is_some_and(|before| Arc::ptr_eq(before, &map));
        if !same || self.scene.is_none() {
            let options = Options { theme: Theme::Light, words: &self.words, all: false, images: &NoImages };
            let scene = lay_out_again(&map, &options, &mut self.fonts, &mut self.composed);
            self.scene = Some(Arc::new(scene));
            self.map = Some(Arc::clone(&map));
        }
        let scene = Arc::clone(self.scene.as_ref().unwrap());
        let selection = self.document.selection().clone();
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1600.0, 900.0)));
        let input = RawInput { screen_rect, events, time: Some(self.time), ..RawInput::default() };
        let mut intents = Vec::new();
        let (canvas, look, words) = (&mut self.canvas, &self.look, &self.words);
        let mut output = self.context.run_ui(input, |ui| {
            canvas.one_thing_at_a_time(ui.ctx());
            intents = canvas.ui(ui, &map, &scene, &selection, look, words);
        });
        for intent in intents {
            match intent {
                Intent::Edit(edit) => drop(self.document.edit(&edit, None).unwrap()),
                Intent::EditAndSelect(edit, selection) => drop(self.document.edit(&edit, Some(selection)).unwrap()),
                Intent::Preview(edit) => {
                    self.previews += 1;
                    self.document.preview(&edit).unwrap();
                }
                Intent::Commit => drop(self.document.commit(None)),
                Intent::Cancel => self.document.cancel(),
                Intent::Select(selection) => self.document.select(selection),
                Intent::Show(selection) => {
                    self.canvas.show(&selection);
                    self.document.select(selection);
                }
                _ => {}
            }
        }
        output.textures_delta.clear();
        divan::black_box(self.context.tessellate(output.shapes, output.pixels_per_point));
    }
}

/// Letters of a card, a word after the other, as long as a card is.
#[divan::bench(args = CARDS, max_time = 3)]
fn f_typing(bencher: Bencher<'_, '_>, cards: usize) {
    let mut desk = Desk::new(cards);
    let mut typed = 0;
    bencher.bench_local(|| {
        typed += 1;
        let key =
            |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        let event = match typed % 47 {
            0 => key(Key::Escape),
            count if count % 7 == 0 => Event::Text(" ".to_owned()),
            _ => Event::Text("n".to_owned()),
        };
        desk.frame(vec![event]);
    });
    assert!(desk.canvas.is_typing(), "nothing was typed");
}

/// Seizes a card in view, wherever the map has one, and says where; none if no card is in view.
fn seize(desk: &mut Desk) -> Option<Pos2> {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    // From the middle on, so that it can be moved to all sides.
    for place in 0..480_u16 {
        let at = pos2(520.0 + 28.0 * f32::from(place % 20), 300.0 + 24.0 * f32::from(place / 20));
        desk.frame(vec![Event::PointerMoved(at)]);
        desk.frame(vec![button(at, true)]);
        desk.frame(vec![Event::PointerMoved(at + vec2(12.0, 12.0))]);
        desk.frame(vec![Event::PointerMoved(at + vec2(14.0, 14.0))]);
        if !desk.canvas.carried().is_empty() {
            return Some(at);
        }
        desk.frame(vec![button(at, false)]);
    }
    None
}

/// A card follows the pointer over its neighbours.
#[divan::bench(args = CARDS, max_time = 3)]
fn g_dragging(bencher: Bencher<'_, '_>, cards: usize) {
    let mut desk = Desk::new(cards);
    let from = seize(&mut desk).unwrap();
    let mut moved = 0.0_f32;
    bencher.bench_local(|| {
        moved += 0.11;
        let at = from + vec2(260.0 * moved.sin(), 120.0 * (moved * 0.7).cos());
        desk.frame(vec![Event::PointerMoved(at)]);
    });
    assert!(desk.previews > 0, "nothing was dragged");
}

/// The wheel, up and down.
#[divan::bench(args = CARDS, max_time = 3)]
fn h_scrolling(bencher: Bencher<'_, '_>, cards: usize) {
    let mut desk = Desk::new(cards);
    desk.frame(vec![Event::PointerMoved(pos2(800.0, 450.0))]);
    let mut count = 0_u32;
    bencher.bench_local(|| {
        count += 1;
        let by = if (count / 20).is_multiple_of(2) { 24.0 } else { -24.0 };
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(by, by),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        desk.frame(vec![wheel]);
    });
}
