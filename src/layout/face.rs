//! Faces for emotion scores: our own shapes, so that every export shows the same.

use std::sync::{Arc, LazyLock};

use kurbo::{BezPath, Circle, Point, Shape as _};

use super::pen::circle;
use crate::scene::{Color, Item, PathItem, Stroke, kurbo};

/// Steps of the mouth between very bad and very good.
const MOUTHS: usize = 17;

static EYES: LazyLock<Arc<BezPath>> = LazyLock::new(|| {
    let mut path = Circle::new((-0.34, -0.22), 0.115).to_path(0.001);
    path.extend(Circle::new((0.34, -0.22), 0.115).to_path(0.001));
    Arc::new(path)
});

static MOUTH: LazyLock<Vec<Arc<BezPath>>> = LazyLock::new(|| {
    (0..MOUTHS)
        .map(|index| {
            let mood = index as f64 / (MOUTHS - 1) as f64 * 2.0 - 1.0;
            let mut path = BezPath::new();
            path.move_to((-0.42, 0.34 - 0.16 * mood));
            path.quad_to((0.0, 0.34 + 0.42 * mood), (0.42, 0.34 - 0.16 * mood));
            Arc::new(path)
        })
        .collect()
});

/// Adds the face of a score −2…+2.
pub(super) fn put_face(items: &mut Vec<Item>, center: Point, radius: f64, value: f64, color: Color, ground: Color) {
    let width = if radius > 10.0 { 1.8 } else { 1.4 };
    items.push(circle(center, radius - width / 2.0, Some(ground), Some(Stroke::solid(color, width))));
    items.push(Item::Path(PathItem {
        path: Arc::clone(&EYES),
        origin: center,
        scale: radius,
        fill: Some(color),
        stroke: None,
    }));
    let mouth = ((value.clamp(-2.0, 2.0) + 2.0) / 4.0 * (MOUTHS - 1) as f64).round() as usize;
    if let Some(path) = MOUTH.get(mouth) {
        items.push(Item::Path(PathItem {
            path: Arc::clone(path),
            origin: center,
            scale: radius,
            fill: None,
            stroke: Some(Stroke::solid(color, width * 0.9)),
        }));
    }
}
