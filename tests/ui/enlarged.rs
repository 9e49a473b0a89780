//! A map that is enlarged: what is selected stays in view, and one sees where one is.

use eframe::egui::{Key, Rect, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{Queryable as _, by};
use wayfelt::app::command::Command;
use wayfelt::app::{App, Settings};
use wayfelt::edit::{Cursor, Selection};
use wayfelt::model::{JourneyMap, LaneKind};

use crate::window::{beside, press};

type Window = Harness<'static, App>;

fn run(shown: &mut Window, command: Command) {
    let context = shown.ctx.clone();
    shown.state_mut().run(&context, command);
    shown.run_steps(4);
}

/// A sample whose steps have risks and branches: its headings are high.
fn insurance() -> Window {
    let sample = wayfelt::file::embedded::samples().iter().find(|sample| sample.title == "Switching health insurance");
    let map: JourneyMap = wayfelt::file::read(sample.unwrap().text.as_bytes()).unwrap().map;
    beside(&map, vec2(1280.0, 720.0), Settings::default())
}

/// Where these words are painted, as far as they are seen.
fn painted(shown: &Window, wanted: &str) -> Vec<Rect> {
    fn look(shape: &Shape, clip: Rect, wanted: &str, found: &mut Vec<Rect>) {
        match shape {
            Shape::Text(text) if text.galley.text() == wanted => {
                found.push(Rect::from_min_size(text.pos, text.galley.size()).intersect(clip));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| look(shape, clip, wanted, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    shown.output().shapes.iter().for_each(|clipped| look(&clipped.shape, clipped.clip_rect, wanted, &mut found));
    found.retain(|rect| rect.is_positive());
    found
}

fn cursor(shown: &Window) -> Rect {
    let focused = shown.query_all(by().predicate(|node| node.is_focused())).next().unwrap();
    focused.rect()
}

#[test]
fn what_is_selected_stays_in_view_beside_the_headings_that_stay() {
    let mut shown = insurance();
    let map = shown.state().shown_map().unwrap();
    let step = map.steps().nth(1).unwrap().1.id;
    let lane = map.lanes.iter().find(|lane| lane.kind == LaneKind::Expectations).unwrap().id;
    run(&mut shown, Command::ZoomFit);
    shown.state_mut().select_shown(Selection::at(Cursor::Cell { lane, step, persona: None }));
    shown.run_steps(3);
    run(&mut shown, Command::ZoomActual);
    let (name, cell) = (painted(&shown, "Compares plans online"), cursor(&shown));
    assert!(!name.is_empty(), "its step is named");
    // The name in the outline stands further to the left.
    let heading = name.iter().filter(|name| name.left() > 236.0).map(|name| name.bottom()).fold(0.0, f32::max);
    assert!(heading > 0.0 && cell.top() >= heading, "{cell} lies under a heading that ends at {heading}");
    assert!(cell.right() <= 992.0 && cell.bottom() <= 692.0, "{cell}");
}

#[test]
fn headings_too_large_to_stay_are_named_in_small_type() {
    let mut shown = insurance();
    let map = shown.state().shown_map().unwrap();
    let step = map.steps().nth(1).unwrap().1.id;
    let lane = map.lanes.iter().find(|lane| lane.kind == LaneKind::Expectations).unwrap().id;
    shown.state_mut().select_shown(Selection::at(Cursor::Cell { lane, step, persona: None }));
    shown.run_steps(3);
    for _ in 0..7 {
        run(&mut shown, Command::ZoomIn);
    }
    let small = |shown: &Window, wanted: &str| {
        let seen = painted(shown, wanted);
        seen.into_iter().any(|rect| rect.left() > 236.0 && rect.height() < 20.0 && rect.top() < 112.0)
    };
    assert!(small(&shown, "Compares plans online"), "{:?}", painted(&shown, "Compares plans online"));
    let cell = cursor(&shown);
    assert!(cell.width() > 200.0 && cell.left() >= 236.0 && cell.right() <= 992.0, "{cell}");
    // One row further the name is the same, one step further it is the next one's.
    press(&mut shown, Key::ArrowDown);
    assert!(small(&shown, "Compares plans online"));
    press(&mut shown, Key::ArrowRight);
    assert!(small(&shown, "Asks an adviser"));
}

#[test]
fn no_glyph_is_narrower_than_it_was_drawn() {
    // One that is made smaller may lie between the middles of pixels: a thin letter would be missing.
    fn scales(shape: &Shape, seen: &mut Vec<f32>) {
        match shape {
            Shape::Text(text) => {
                for row in &text.galley.rows {
                    let drawn = row.row.glyphs.iter().find(|glyph| glyph.uv_rect.size.x > 1.0);
                    let Some(drawn) = drawn else { continue };
                    let place = row.row.glyphs.iter().filter(|glyph| !glyph.uv_rect.is_nothing());
                    let place = place.take_while(|glyph| glyph.uv_rect.min != drawn.uv_rect.min).count() * 4;
                    if let [a, b, ..] = row.row.visuals.mesh.vertices.get(place..).unwrap_or_default() {
                        let width = f32::from(drawn.uv_rect.max[0] - drawn.uv_rect.min[0]);
                        seen.push((b.pos.x - a.pos.x).abs() / width);
                    }
                }
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| scales(shape, seen)),
            _ => {}
        }
    }
    let mut shown = insurance();
    for _ in 0..3 {
        run(&mut shown, Command::ZoomOut);
        let mut seen = Vec::new();
        shown.output().shapes.iter().for_each(|clipped| scales(&clipped.shape, &mut seen));
        assert!(seen.len() > 50, "{}", seen.len());
        let least = seen.iter().copied().fold(f32::INFINITY, f32::min);
        assert!(least > 0.97, "{least}");
    }
}

#[test]
fn what_has_the_keyboard_in_a_panel_is_seen() {
    let mut shown = insurance();
    press(&mut shown, Key::ArrowRight);
    let mut seen = 0;
    for _ in 0..40 {
        press(&mut shown, Key::F6);
        if shown.query_all(by().predicate(|node| node.is_focused())).any(|node| node.rect().left() > 990.0) {
            break;
        }
    }
    for _ in 0..30 {
        press(&mut shown, Key::Tab);
        shown.run_steps(2);
        let focused = shown.query_all(by().predicate(|node| node.is_focused())).next().map(|node| node.rect());
        let Some(rect) = focused.filter(|rect| rect.left() > 990.0) else { continue };
        assert!(rect.top() >= 80.0 && rect.bottom() <= 694.0, "{rect}");
        seen += 1;
    }
    assert!(seen > 15, "{seen}");
}
