//! A face that says how good something feels. Must not know maps.

use eframe::egui::epaint::{CubicBezierShape, PathStroke};
use eframe::egui::{Color32, Painter, Pos2, Stroke, pos2};

/// Paints a face for a score, −2…+2: the corners of its mouth rise with it.
pub(super) fn face(painter: &Painter, center: Pos2, radius: f32, score: f64, line: Color32, fill: Color32) {
    let stroke = Stroke::new((radius * 0.14).max(1.2), line);
    painter.circle(center, radius, fill, stroke);
    for side in [-1.0, 1.0] {
        painter.circle_filled(center + eframe::egui::vec2(side * radius * 0.36, -radius * 0.24), radius * 0.11, line);
    }
    let bend = score.clamp(-2.0, 2.0) as f32 / 2.0 * radius * 0.34;
    let (left, right) = (center.x - radius * 0.46, center.x + radius * 0.46);
    let ends = center.y + radius * 0.34 - bend * 0.6;
    let middle = center.y + radius * 0.34 + bend * 1.1;
    let points =
        [pos2(left, ends), pos2(left + radius * 0.28, middle), pos2(right - radius * 0.28, middle), pos2(right, ends)];
    painter.add(CubicBezierShape {
        points,
        closed: false,
        fill: Color32::TRANSPARENT,
        stroke: PathStroke::new(stroke.width, line),
    });
}
