//! How much there is to paint: filling a window twice takes a processor that paints longer than everything else in a frame, and
//! so do ten thousands of small triangles.

use eframe::egui::epaint::Primitive;
use eframe::egui::{Event, Key, Pos2, Rect, Vec2, vec2};
use egui_kittest::Harness;
use wayfelt::app::{App, Settings};

use crate::generate;
use crate::window::{beside, ctrl, press};

const WINDOW: Vec2 = vec2(1560.0, 940.0);

/// The area of a triangle within a rectangle.
fn area_within(triangle: [Pos2; 3], clip: Rect) -> f32 {
    let sides: [fn(Pos2, Rect) -> f32; 4] = [
        |point, clip| point.x - clip.left(),
        |point, clip| clip.right() - point.x,
        |point, clip| point.y - clip.top(),
        |point, clip| clip.bottom() - point.y,
    ];
    let mut polygon = triangle.to_vec();
    for side in sides {
        let mut kept = Vec::new();
        for (place, &from) in polygon.iter().enumerate() {
            let to = polygon[(place + 1) % polygon.len()];
            let (before, after) = (side(from, clip), side(to, clip));
            if before >= 0.0 {
                kept.push(from);
            }
            if (before < 0.0) != (after < 0.0) {
                kept.push(from + (to - from) * (before / (before - after)));
            }
        }
        polygon = kept;
    }
    let cross = |place: usize| {
        let (from, to) = (polygon[place], polygon[(place + 1) % polygon.len()]);
        from.x * to.y - to.x * from.y
    };
    (0..polygon.len()).map(cross).sum::<f32>().abs() / 2.0
}

/// How often the window is filled, and with how many vertices.
fn weight(shown: &Harness<'static, App>) -> (f32, usize) {
    let (mut area, mut vertices) = (0.0, 0);
    for clipped in shown.ctx.tessellate(shown.output().shapes.clone(), 1.0) {
        let Primitive::Mesh(mesh) = clipped.primitive else { continue };
        vertices += mesh.vertices.len();
        for triangle in mesh.indices.as_chunks::<3>().0 {
            area += area_within(triangle.map(|index| mesh.vertices[index as usize].pos), clipped.clip_rect);
        }
    }
    (area / (WINDOW.x * WINDOW.y), vertices)
}

#[test]
fn a_large_map_fills_the_window_less_than_once() {
    let map = generate::map(10_000);
    let mut shown = beside(&map, WINDOW, Settings::default());
    ctrl(&mut shown, Key::Num0);
    for key in [Key::Escape, Key::ArrowDown, Key::ArrowDown, Key::ArrowRight] {
        press(&mut shown, key);
    }
    shown.event(Event::Text("n".to_owned()));
    shown.run_steps(3);
    let (filled, typing) = weight(&shown);
    assert!(filled < 1.0, "while typing the window is filled {filled} times");
    press(&mut shown, Key::Escape);
    ctrl(&mut shown, Key::Num1);
    let (filled, whole) = weight(&shown);
    assert!(filled < 1.0, "the whole map fills the window {filled} times");
    // Most of them are the map's, the rest the words beside it and the plots below it.
    assert!(typing < 25_000 && whole < 52_000, "vertices: {typing} while typing, {whole} of the whole map");
}
