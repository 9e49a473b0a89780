//! What marks look like: where, how large. Must not know colours.

use kurbo::{Point, Rect, Vec2};

use super::view::View;
use crate::insight::plot::{Mark, Shape};
use crate::scene::kurbo;

/// A mark in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Drawn {
    /// A face with the score of the mark.
    Face {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f64,
    },
    /// A circle.
    Disc {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f64,
        /// Only its edge.
        hollow: bool,
    },
    /// A square on its corner.
    Diamond {
        /// Its middle.
        center: Point,
        /// From there to a corner.
        radius: f64,
    },
    /// A rectangle.
    Box(Rect),
    /// A line.
    Line {
        /// Where it begins.
        from: Point,
        /// Where it ends.
        to: Point,
        /// Its width.
        width: f64,
        /// Dotted: it only leads the eye.
        dotted: bool,
    },
}

impl Drawn {
    /// A mark in this view.
    pub fn of(mark: &Mark, view: &View) -> Self {
        let at = view.at(mark.x, mark.y);
        match mark.shape {
            Shape::Point { validated } => {
                let room = view.x_unit();
                let radius = match room {
                    ..20.0 => (room * 0.7).clamp(1.5, 3.0),
                    _ if validated => 8.5,
                    _ => 7.0,
                };
                if radius < 5.0 {
                    Self::Disc { center: at, radius, hollow: !validated }
                } else {
                    Self::Face { center: at, radius }
                }
            }
            Shape::Dot { hollow } => {
                let radius = (view.x_unit() * 0.35).clamp(2.0, 4.0);
                Self::Disc { center: at, radius, hollow }
            }
            Shape::Diamond => Self::Diamond { center: at, radius: 6.0 },
            Shape::Bubble { area } => Self::Disc { center: at, radius: bubble(area, view), hollow: false },
            Shape::Badge => {
                let radius = (0.24 * view.x_unit().min(view.y_unit())).clamp(6.0, 11.0);
                Self::Disc { center: at, radius, hollow: false }
            }
            Shape::Bar { from, width } => {
                let half = (view.x_unit() * width / 2.0).min(34.0);
                let (low, high) = (view.y(from), at.y);
                Self::Box(Rect::new(at.x - half, high.min(low), at.x + half, low.max(high)))
            }
            Shape::Row { from, width } => {
                let half = (view.y_unit() * width / 2.0).min(14.0);
                let (begin, end) = (view.x(from), at.x);
                Self::Box(Rect::new(begin.min(end), at.y - half, begin.max(end), at.y + half))
            }
            Shape::Across { from, to } => {
                let line = |value| Point::new(view.x(value), at.y);
                Self::Line { from: line(from), to: line(to), width: 1.5, dotted: false }
            }
            Shape::Upright { from, to } => {
                let line = |value| Point::new(at.x, view.y(value));
                Self::Line { from: line(from), to: line(to), width: 1.2, dotted: true }
            }
            Shape::Level { width } => {
                let half = Vec2::new((view.x_unit() * width / 2.0).clamp(3.0, 34.0), 0.0);
                Self::Line { from: at - half, to: at + half, width: 2.2, dotted: false }
            }
            Shape::Post { width } => {
                let half = Vec2::new(0.0, (view.y_unit() * width / 2.0).clamp(3.0, 16.0));
                Self::Line { from: at - half, to: at + half, width: 2.6, dotted: false }
            }
        }
    }

    /// What it covers.
    pub fn bounds(&self) -> Rect {
        match *self {
            Self::Face { center, radius } | Self::Disc { center, radius, .. } | Self::Diamond { center, radius } => {
                Rect::from_center_size(center, (2.0 * radius, 2.0 * radius))
            }
            Self::Box(rect) => rect,
            Self::Line { from, to, width, .. } => Rect::from_points(from, to).inflate(width / 2.0, width / 2.0),
        }
    }

    /// Where it is pointed at: never too small to be hit.
    pub fn target(&self, mark: &Mark, view: &View) -> Rect {
        let bounds = self.bounds();
        let grown = |least: f64| {
            Rect::from_center_size(bounds.center(), (bounds.width().max(least), bounds.height().max(least)))
        };
        match mark.shape {
            Shape::Point { .. } | Shape::Dot { .. } | Shape::Diamond => {
                Rect::from_center_size(bounds.center(), (view.x_unit().clamp(8.0, 22.0), 22.0))
            }
            // A low bar is reached over its whole column.
            Shape::Bar { from: 0.0, .. } => Rect::new(bounds.x0, view.rect.y0, bounds.x1, view.rect.y1),
            _ => grown(18.0),
        }
    }
}

/// Radius of a bubble: the greatest one stays below the upper edge.
fn bubble(area: f64, view: &View) -> f64 {
    (view.y_unit().clamp(12.0, 34.0) * area.max(0.0).sqrt()).max(2.5)
}
