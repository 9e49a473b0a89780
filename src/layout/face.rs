//! Faces for emotion scores: our own shapes, so that window and exports show the same.

use std::sync::{Arc, LazyLock};

use kurbo::{BezPath, Circle, Point, QuadBez, Shape as _};

use super::ink::shape;
use super::pen::Ink;
use crate::scene::{Color, Item, PathItem, Stroke, kurbo};

/// Middles of the eyes of a face of radius 1 around the origin.
pub const EYES: [Point; 2] = [Point::new(-0.34, -0.22), Point::new(0.34, -0.22)];
/// Radius of an eye.
pub const EYE: f64 = 0.115;
/// Steps of the mouth between very bad and very good.
const MOUTHS: u8 = 17;

/// Width of a face's lines, in map units as its radius.
pub fn line_width(radius: f64) -> f64 {
    if radius > 10.0 { 1.8 } else { 1.4 }
}

/// The mouth of a face of radius 1 for a score −2…+2: its corners rise with it.
pub fn mouth(value: f64) -> QuadBez {
    let mood = value.clamp(-2.0, 2.0) / 2.0;
    QuadBez::new((-0.42, 0.34 - 0.16 * mood), (0.0, 0.34 + 0.42 * mood), (0.42, 0.34 - 0.16 * mood))
}

static EYES_PATH: LazyLock<Arc<BezPath>> = LazyLock::new(|| {
    let mut path = BezPath::new();
    for eye in EYES {
        path.extend(Circle::new(eye, EYE).to_path(0.001));
    }
    Arc::new(path)
});

static MOUTH_PATHS: LazyLock<Vec<Arc<BezPath>>> = LazyLock::new(|| {
    let value = |index: u8| f64::from(index) / f64::from(MOUTHS - 1) * 4.0 - 2.0;
    (0..MOUTHS).map(|index| Arc::new(mouth(value(index)).to_path(0.001))).collect()
});

/// Adds the face of a score −2…+2.
pub(super) fn put_face(items: &mut Vec<Item>, center: Point, radius: f64, value: f64, ink: Ink, ground: Color) {
    let (width, color) = (line_width(radius), ink.color);
    items.push(shape(ink.kind, center, radius - width / 2.0, Some(ground), Some(Stroke::solid(color, width))));
    items.push(Item::Path(PathItem {
        path: Arc::clone(&EYES_PATH),
        origin: center,
        scale: radius,
        fill: Some(color),
        stroke: None,
    }));
    let mouth = ((value.clamp(-2.0, 2.0) + 2.0) / 4.0 * f64::from(MOUTHS - 1)).round() as usize;
    if let Some(path) = MOUTH_PATHS.get(mouth) {
        items.push(Item::Path(PathItem {
            path: Arc::clone(path),
            origin: center,
            scale: radius,
            fill: None,
            stroke: Some(Stroke::solid(color, width * 0.9)),
        }));
    }
}
