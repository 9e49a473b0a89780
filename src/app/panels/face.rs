//! A face that says how good something feels, of the same shapes as the picture's. Must not know maps.

use eframe::egui::epaint::{PathStroke, QuadraticBezierShape};
use eframe::egui::{Color32, Painter, Pos2, Stroke, pos2};

use crate::layout::face::{EYE, EYES, line_width, mouth};
use crate::scene::kurbo::Point;

/// Paints a face for a score, −2…+2.
pub(super) fn face(painter: &Painter, center: Pos2, radius: f32, score: f64, line: Color32, fill: Color32) {
    let width = line_width(f64::from(radius)) as f32;
    let at = |point: Point| pos2(center.x + point.x as f32 * radius, center.y + point.y as f32 * radius);
    painter.circle(center, radius - width / 2.0, fill, Stroke::new(width, line));
    for eye in EYES {
        painter.circle_filled(at(eye), EYE as f32 * radius, line);
    }
    let mouth = mouth(score);
    painter.add(QuadraticBezierShape {
        points: [at(mouth.p0), at(mouth.p1), at(mouth.p2)],
        closed: false,
        fill: Color32::TRANSPARENT,
        stroke: PathStroke::new(width * 0.9, line),
    });
}
