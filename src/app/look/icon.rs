//! Icons: the scene's paths, as stamps, and stroked by egui where they can't be.

use eframe::egui::epaint::PathShape;
use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};
use kurbo::PathEl;

use super::stamps;
use crate::scene::{self, ICON_SIZE};

/// Paints the icon of this name into `rect`, with strokes of one weight whatever its size.
pub fn icon(painter: &Painter, name: &str, rect: Rect, color: Color32) {
    if !painter.clip_rect().intersects(rect.expand(2.0)) {
        return;
    }
    let path = scene::icon(name);
    let scale = f64::from(rect.width()) / ICON_SIZE;
    let width = (rect.width() * 0.094).max(1.2);
    if stamps::lines(painter, &path, rect.min, (scale as f32, 1.0), width, color) {
        return;
    }
    let place =
        |point: kurbo::Point| pos2(rect.left() + (point.x * scale) as f32, rect.top() + (point.y * scale) as f32);
    let mut points: Vec<Pos2> = Vec::new();
    let flush = |points: &mut Vec<Pos2>, closed: bool| {
        line(painter, std::mem::take(points), closed, Stroke::new(width, color));
    };
    kurbo::flatten(path.elements().iter().copied(), 0.15 / scale.max(0.01), |element| match element {
        PathEl::MoveTo(point) => {
            flush(&mut points, false);
            points.push(place(point));
        }
        PathEl::LineTo(point) => points.push(place(point)),
        PathEl::ClosePath => flush(&mut points, true),
        // Flattened paths have no curves.
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    flush(&mut points, false);
}

/// A line with round ends.
fn line(painter: &Painter, points: Vec<Pos2>, closed: bool, stroke: Stroke) {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
    if closed {
        painter.add(Shape::Path(PathShape::closed_line(points, stroke)));
        return;
    }
    let radius = stroke.width / 2.0;
    if points.len() > 1 && first.distance(last) + points[0].distance(points[points.len() / 2]) > radius {
        painter.add(Shape::line(points, stroke));
        painter.circle_filled(first, radius, stroke.color);
        painter.circle_filled(last, radius, stroke.color);
    } else {
        // A dot.
        painter.circle_filled(first, radius * 1.3, stroke.color);
    }
}
