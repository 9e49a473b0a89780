//! Smooth curves that never overshoot: monotone cubic interpolation (Fritsch and Carlson 1980).

use kurbo::{BezPath, CubicBez, ParamCurve as _, Point};

use crate::scene::kurbo;

/// The cubic between each two neighbours of `points`, whose x must grow. A curve through them rises only where they do.
pub(super) fn monotone(points: &[Point]) -> Vec<CubicBez> {
    let slopes: Vec<f64> = points.windows(2).map(|pair| (pair[1].y - pair[0].y) / (pair[1].x - pair[0].x)).collect();
    let tangent = |index: usize| -> f64 {
        match (index.checked_sub(1).and_then(|before| slopes.get(before)), slopes.get(index)) {
            (Some(&before), Some(&after)) if before * after > 0.0 => {
                // The weighted harmonic mean keeps the curve inside, however unequal the columns are.
                let (left, right) = (points[index].x - points[index - 1].x, points[index + 1].x - points[index].x);
                let (first, second) = (2.0 * right + left, right + 2.0 * left);
                (first + second) / (first / before + second / after)
            }
            _ => 0.0,
        }
    };
    points
        .windows(2)
        .enumerate()
        .map(|(index, pair)| {
            let third = (pair[1].x - pair[0].x) / 3.0;
            CubicBez::new(
                pair[0],
                Point::new(pair[0].x + third, pair[0].y + third * tangent(index)),
                Point::new(pair[1].x - third, pair[1].y - third * tangent(index + 1)),
                pair[1],
            )
        })
        .collect()
}

/// A path along cubics that follow each other.
pub(super) fn path_along(cubics: &[CubicBez]) -> BezPath {
    let mut path = BezPath::new();
    if let Some(first) = cubics.first() {
        path.move_to(first.p0);
    }
    for cubic in cubics {
        path.curve_to(cubic.p1, cubic.p2, cubic.p3);
    }
    path
}

/// The closed band between two curves over the same points.
pub(super) fn band_between(upper: &[CubicBez], lower: &[CubicBez]) -> BezPath {
    let mut path = path_along(upper);
    if let Some(last) = lower.last() {
        path.line_to(last.p3);
    }
    for cubic in lower.iter().rev() {
        path.curve_to(cubic.p2, cubic.p1, cubic.p0);
    }
    path.close_path();
    path
}

/// Points along a cubic, for what must keep clear of it.
pub(super) fn samples(cubic: CubicBez) -> impl Iterator<Item = Point> {
    (0..=12).map(move |step| cubic.eval(f64::from(step) / 12.0))
}
