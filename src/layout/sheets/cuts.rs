//! Where a long thing is cut into pieces that fit into a room: at its edges, through as little as can be. Must not know what
//! the thing is.

use std::cmp::Ordering;

/// Edges nearer than this are one.
const NEAR: f64 = 0.5;
/// What is lost in reckoning.
const TINY: f64 = 1e-6;

/// Stretches that a cut might go through.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    starts: Vec<f64>,
    ends: Vec<f64>,
}

impl Stretches {
    /// These stretches, each from its start to its end.
    pub(super) fn new(stretches: impl IntoIterator<Item = (f64, f64)>) -> Self {
        // What only touches a cut isn't cut.
        let kept = stretches.into_iter().map(|(start, end)| (start + NEAR, end - NEAR)).filter(|(a, b)| a < b);
        let (mut starts, mut ends): (Vec<f64>, Vec<f64>) = kept.unzip();
        starts.sort_by(f64::total_cmp);
        ends.sort_by(f64::total_cmp);
        Self { starts, ends }
    }

    /// How many a cut at `place` goes through.
    pub(super) fn through(&self, place: f64) -> usize {
        let begun = self.starts.partition_point(|start| *start < place);
        begun - self.ends.partition_point(|end| *end <= place).min(begun)
    }

    /// Where one ends between two places.
    fn ends_between(&self, from: f64, to: f64) -> impl Iterator<Item = f64> {
        let first = self.ends.partition_point(|end| *end <= from);
        self.ends.iter().skip(first).map(|end| end + NEAR).take_while(move |end| *end < to)
    }
}

/// What a way of cutting costs: what must not be cut counts before anything else; a piece more is as bad as a cut through
/// what had better stay whole; of equals the pieces that are most alike.
#[derive(Debug, Clone, Copy)]
struct Cost {
    broken: usize,
    pieces: usize,
    unlike: f64,
}

impl Cost {
    fn order(&self, other: &Self) -> Ordering {
        let counted = (self.broken, self.pieces).cmp(&(other.broken, other.pieces));
        counted.then(self.unlike.total_cmp(&other.unlike))
    }
}

/// Where what reaches `from` one place `to` another is cut into pieces no longer than `room`: both ends, and the cuts between
/// them. Only at `edges`; where two of them are further apart than the room, also where something ends, and at the room's
/// length.
pub(super) fn cuts(from: f64, to: f64, room: f64, edges: &[f64], whole: &Stretches, better: &Stretches) -> Vec<f64> {
    let places = places(from, to, room, edges, whole, better);
    let mut best: Vec<Option<(Cost, usize)>> = vec![None; places.len()];
    for (j, end) in places.iter().enumerate().skip(1) {
        let is_last = j + 1 == places.len();
        let (broken, disturbed) = if is_last { (0, 0) } else { (whole.through(*end), better.through(*end)) };
        for (i, start) in places.iter().enumerate().take(j).rev() {
            if end - start > room + TINY {
                break;
            }
            let before = match (i, best[i]) {
                (0, _) => Cost { broken: 0, pieces: 0, unlike: 0.0 },
                (_, Some((cost, _))) => cost,
                (_, None) => continue,
            };
            let left = 1.0 - (end - start) / room;
            let cost = Cost {
                broken: before.broken + broken,
                pieces: before.pieces + 1 + disturbed,
                unlike: before.unlike + left * left,
            };
            if best[j].is_none_or(|(found, _)| cost.order(&found) == Ordering::Less) {
                best[j] = Some((cost, i));
            }
        }
    }
    let mut cuts = vec![to];
    let mut at = places.len() - 1;
    while let Some((_, before)) = best[at] {
        cuts.push(places[before]);
        at = before;
    }
    cuts.reverse();
    cuts
}

/// Where a cut is possible, both ends among them, in order; neighbours are no further apart than the room.
fn places(from: f64, to: f64, room: f64, edges: &[f64], whole: &Stretches, better: &Stretches) -> Vec<f64> {
    let mut places = vec![from];
    places.extend(edges.iter().copied().filter(|edge| from + NEAR < *edge && *edge < to - NEAR));
    places.push(to);
    let far: Vec<(f64, f64)> =
        places.windows(2).filter_map(|two| (two[1] - two[0] > room + TINY).then_some((two[0], two[1]))).collect();
    for (start, end) in far {
        let mut between: Vec<f64> = whole.ends_between(start, end).chain(better.ends_between(start, end)).collect();
        between.sort_by(f64::total_cmp);
        let mut last = start;
        for place in between.into_iter().chain([end]) {
            // Nothing ends for longer than the room.
            while place - last > room + TINY {
                last += room;
                places.push(last);
            }
            if place > last + NEAR && place < end {
                places.push(place);
                last = place;
            }
        }
    }
    places.sort_by(f64::total_cmp);
    places
}
