//! Paths in straight pieces, and the triangles that fill those that aren't convex. Must not know where they are painted.

use std::sync::Arc;

use eframe::egui::{Pos2, pos2};
use kurbo::{BezPath, PathEl};

use crate::scene::kurbo;

/// A path in straight pieces, in map units times its scale.
pub(super) struct Flat {
    _path: Arc<BezPath>,
    /// The points of each, and whether it is closed.
    pub(super) pieces: Vec<(Vec<Pos2>, bool)>,
    /// The corners of the triangles that fill it, where it isn't convex.
    pub(super) fill: Vec<u32>,
}

/// A path at this scale.
pub(super) fn flatten(path: &Arc<BezPath>, scale: f32, filled: bool) -> Flat {
    let pieces: Vec<(Vec<Pos2>, bool)> = pieces(path, scale);
    let mut fill = Vec::new();
    if filled && pieces.len() == 1 && pieces.first().is_some_and(|(points, _)| !is_convex(points)) {
        let points: Vec<[f32; 2]> = pieces.iter().flat_map(|(points, _)| points).map(|p| [p.x, p.y]).collect();
        earcut::Earcut::new().earcut(points, &[], &mut fill);
    }
    Flat { _path: Arc::clone(path), pieces, fill }
}

/// The straight pieces of a path, and whether each is closed.
pub(super) fn pieces(path: &BezPath, scale: f32) -> Vec<(Vec<Pos2>, bool)> {
    let mut pieces: Vec<(Vec<Pos2>, bool)> = Vec::new();
    let to = |point: kurbo::Point| pos2(point.x as f32 * scale, point.y as f32 * scale);
    let tolerance = 0.15 / f64::from(scale.max(0.001));
    kurbo::flatten(path.iter(), tolerance, |element| match element {
        PathEl::MoveTo(point) => pieces.push((vec![to(point)], false)),
        PathEl::LineTo(point) => {
            if let Some((points, _)) = pieces.last_mut() {
                points.push(to(point));
            }
        }
        PathEl::ClosePath => {
            if let Some((points, closed)) = pieces.last_mut() {
                if points.len() > 1 && points.first() == points.last() {
                    points.pop();
                }
                *closed = true;
            }
        }
        PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
    });
    pieces
}

fn is_convex(points: &[Pos2]) -> bool {
    let count = points.len();
    let mut sign = 0.0_f32;
    for index in 0..count {
        let [a, b, c] = [index, (index + 1) % count, (index + 2) % count].map(|at| points[at]);
        let turn = (b - a).x * (c - b).y - (b - a).y * (c - b).x;
        if turn.abs() > 1e-4 {
            if sign * turn < 0.0 {
                return false;
            }
            sign = turn;
        }
    }
    true
}
