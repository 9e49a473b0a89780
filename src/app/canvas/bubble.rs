//! Where the field for typing stands: on the text itself, unless that is too small to be read; then it is a bubble over it
//! with larger letters, as wide as a line needs and never outside the view.
//!
//! Must not know what is typed, nor where to.

use eframe::egui::{Color32, FontId, Pos2, Rect, Ui, pos2, vec2};

/// Space between a bubble and the edge of the view.
const AIR: f32 = 10.0;
/// Width of a bubble, in sizes of its letters.
const LETTERS: f32 = 17.0;

/// The place of a field that lies at `text` with letters of `font`, and its font: at least `least` points high.
pub(super) fn place(ui: &Ui, text: Rect, font: FontId, least: f32, typed: &str, view: Rect) -> (Rect, FontId) {
    if font.size >= least {
        return (text, font);
    }
    let font = FontId { size: least, ..font };
    let room = view.shrink(AIR);
    let width = (least * LETTERS).max(text.width()).min(room.width());
    let galley = ui.painter().layout(typed.to_owned(), font.clone(), Color32::PLACEHOLDER, width - least);
    let height = (galley.size().y + least * 0.8).max(text.height()).min(room.height());
    (Rect::from_min_size(inside(text.left_top(), width, height, room), vec2(width, height)), font)
}

/// The corner nearest to `at` from which so much is inside `room`.
fn inside(at: Pos2, width: f32, height: f32, room: Rect) -> Pos2 {
    let right = (room.right() - width).max(room.left());
    let bottom = (room.bottom() - height).max(room.top());
    pos2(at.x.clamp(room.left(), right), at.y.clamp(room.top(), bottom))
}
