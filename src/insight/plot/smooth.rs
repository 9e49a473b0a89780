//! Smooth lines through known points, that never leave the range of two neighbours. Must not know what is plotted.

use super::{Band, Stretch};

/// Slopes of a curve through the points that never leaves the range of two neighbours (Fritsch and Butland 1984, as
/// weighted harmonic means). The x values must grow.
pub(super) fn monotone_slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let steep: Vec<f64> = points.windows(2).map(|ends| (ends[1].1 - ends[0].1) / (ends[1].0 - ends[0].0)).collect();
    (0..points.len())
        .map(|place| {
            if place == 0 || place + 1 == points.len() {
                return 0.0;
            }
            let (before, after) = (steep[place - 1], steep[place]);
            if before * after <= 0.0 { 0.0 } else { 2.0 * before * after / (before + after) }
        })
        .collect()
}

impl Stretch {
    /// The stretch as points that are close enough to look like a curve, `parts` to a segment.
    pub fn sampled(&self, parts: usize) -> Vec<(f64, f64)> {
        if self.slopes.len() != self.points.len() || parts < 2 {
            return self.points.clone();
        }
        let mut sampled = Vec::with_capacity(self.points.len() * parts);
        for (place, ends) in self.points.windows(2).enumerate() {
            let ((x0, y0), (x1, y1)) = (ends[0], ends[1]);
            let width = x1 - x0;
            for part in 0..parts {
                let t = part as f64 / parts as f64;
                sampled
                    .push((x0 + t * width, hermite(t, width, (y0, self.slopes[place]), (y1, self.slopes[place + 1]))));
            }
        }
        sampled.extend(self.points.last());
        sampled
    }
}

impl Band {
    /// The band with edges as smooth as the line in it, `parts` to a segment: (x, low, high).
    pub fn sampled(&self, parts: usize) -> Vec<(f64, f64, f64)> {
        if !self.smooth {
            return self.points.clone();
        }
        let edge = |of: fn(&(f64, f64, f64)) -> (f64, f64)| {
            let points: Vec<(f64, f64)> = self.points.iter().map(of).collect();
            let slopes = monotone_slopes(&points);
            Stretch { points, slopes, dashed: false }.sampled(parts)
        };
        let low = edge(|&(x, low, _)| (x, low));
        let high = edge(|&(x, _, high)| (x, high));
        low.into_iter().zip(high).map(|((x, low), (_, high))| (x, low, high)).collect()
    }
}

/// A cubic with given values and slopes at both ends of a segment of `width`, at the part `t` of it.
fn hermite(t: f64, width: f64, start: (f64, f64), end: (f64, f64)) -> f64 {
    let (t2, t3) = (t * t, t * t * t);
    (2.0 * t3 - 3.0 * t2 + 1.0) * start.0
        + (t3 - 2.0 * t2 + t) * width * start.1
        + (-2.0 * t3 + 3.0 * t2) * end.0
        + (t3 - t2) * width * end.1
}
