//! Where exactly ways run: beside each other in the gaps and gutters that they share, and apart on the sides of cards. Words
//! have their place in a gap, on their own arrow.

use std::collections::BTreeMap;

use kurbo::{Point, Rect};

use super::ground::{End, Ground};
use super::ports::ports;
use super::route::{Leg, Way, gap_between};
use crate::scene::kurbo;

/// Space between two arrows in a gap.
const TRACK: f64 = 5.0;
/// Space between two arrows in a gutter, where there is room.
const BESIDE: f64 = 4.0;
/// Space around words in a gap.
const AROUND_WORDS: f64 = 3.0;
/// Space over and under all arrows of a gap.
const AROUND_TRACKS: f64 = 2.0;

/// A way with its ends, and the size of its words.
pub(super) struct Wanted {
    pub(super) from: End,
    pub(super) to: End,
    pub(super) way: Way,
    pub(super) words: Option<(f64, f64)>,
}

/// Where an arrow and its words are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) points: Vec<Point>,
    pub(super) words: Option<Rect>,
}

/// A part of a way in a gap or gutter, or words that stand there alone.
struct Item {
    wanted: usize,
    /// Which leg; none for words alone.
    leg: Option<usize>,
    from: f64,
    to: f64,
    /// Whether its two ends turn to the greater side: down in a gap, right in a gutter.
    turns: [bool; 2],
    size: f64,
    words: bool,
}

/// Arrows in gaps: which track each is on, and how high tracks are.
struct Gap {
    items: Vec<(Item, usize)>,
    heights: Vec<f64>,
}

impl Gap {
    fn height(&self) -> f64 {
        self.heights.iter().sum::<f64>() + 2.0 * AROUND_TRACKS
    }
}

/// The room that each gap needs besides what rows keep anyway.
pub(super) fn needs(ground: &Ground<'_>, wanted: &[Wanted]) -> BTreeMap<usize, f64> {
    let ports = ports(ground, wanted);
    let gaps = gaps(ground, wanted, &ports);
    let missing = |gap: usize, found: &Gap| {
        let (top, bottom) = ground.gap(gap);
        (found.height() - (bottom - top)).max(0.0)
    };
    gaps.into_iter().map(|(gap, found)| (gap, missing(gap, &found))).collect()
}

/// Places all ways.
pub(super) fn place(ground: &Ground<'_>, wanted: &[Wanted]) -> Vec<Placed> {
    let ports = ports(ground, wanted);
    let gaps = gaps(ground, wanted, &ports);
    // The height of each leg in a gap, and of words that stand alone.
    let mut heights: BTreeMap<(usize, Option<usize>), f64> = BTreeMap::new();
    for (gap, found) in &gaps {
        let (top, bottom) = ground.gap(*gap);
        let whole = found.height();
        let (scale, mut y) = if whole <= bottom - top {
            (1.0, top + (bottom - top - whole) / 2.0)
        } else {
            ((bottom - top) / whole, top)
        };
        y += AROUND_TRACKS * scale;
        let middles: Vec<f64> = found
            .heights
            .iter()
            .map(|height| {
                y += height * scale;
                y - height * scale / 2.0
            })
            .collect();
        for (item, track) in &found.items {
            if let Some(y) = middles.get(*track) {
                heights.insert((item.wanted, item.leg), *y);
            }
        }
    }
    let across = gutters(ground, wanted, &ports, &heights);
    let points: Vec<Vec<Point>> =
        (0..wanted.len()).map(|index| corners(index, wanted, &ports, &heights, &across)).collect();
    let words = words(ground, wanted, &gaps, &heights, &points);
    points.into_iter().enumerate().map(|(index, points)| Placed { points, words: words.get(&index).copied() }).collect()
}

/// The corners of a way.
fn corners(
    index: usize,
    wanted: &[Wanted],
    ports: &[[Point; 2]],
    heights: &BTreeMap<(usize, Option<usize>), f64>,
    across: &BTreeMap<(usize, usize), f64>,
) -> Vec<Point> {
    let (Some(one), Some([start, end])) = (wanted.get(index), ports.get(index)) else { return Vec::new() };
    let mut points = vec![*start];
    let mut at = *start;
    for (leg, which) in one.way.legs.iter().enumerate() {
        at = match which {
            Leg::Gutter(_) => Point::new(across.get(&(index, leg)).copied().unwrap_or(at.x), at.y),
            Leg::Gap(_) => Point::new(at.x, heights.get(&(index, Some(leg))).copied().unwrap_or(at.y)),
        };
        points.push(at);
    }
    if !one.way.legs.is_empty() {
        points.push(if one.way.to.upright() { Point::new(end.x, at.y) } else { Point::new(at.x, end.y) });
    }
    points.push(*end);
    points.dedup_by(|a, b| a.distance(*b) < 0.01);
    points
}

/// The height from which a leg is come to, and the one to which it goes on, as far as is known without tracks.
fn heights_beside(ground: &Ground<'_>, one: &Wanted, leg: usize) -> (f64, f64) {
    let gap = |leg: Option<usize>| {
        leg.and_then(|leg| one.way.legs.get(leg)).and_then(|leg| match leg {
            Leg::Gap(gap) => Some(ground.gap_middle(*gap)),
            Leg::Gutter(_) => None,
        })
    };
    let before = gap(leg.checked_sub(2)).unwrap_or(one.from.rect.center().y);
    (before, gap(Some(leg + 2)).unwrap_or(one.to.rect.center().y))
}

/// The arrows of each gap, on tracks.
fn gaps(ground: &Ground<'_>, wanted: &[Wanted], ports: &[[Point; 2]]) -> BTreeMap<usize, Gap> {
    let mut gaps: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
    for (index, (one, [start, end])) in wanted.iter().zip(ports).enumerate() {
        let legs = &one.way.legs;
        let x_of = |leg: Option<usize>, port: f64| match leg.and_then(|leg| legs.get(leg)) {
            Some(Leg::Gutter(gutter)) => ground.gutter(*gutter),
            _ => port,
        };
        let along: Vec<(usize, usize, f64, f64)> = legs
            .iter()
            .enumerate()
            .filter_map(|(place, leg)| match leg {
                Leg::Gap(gap) => {
                    let (a, b) = (x_of(place.checked_sub(1), start.x), x_of(Some(place + 1), end.x));
                    Some((place, *gap, a, b))
                }
                Leg::Gutter(_) => None,
            })
            .collect();
        let longest = along.iter().max_by(|a, b| (a.2 - a.3).abs().total_cmp(&(b.2 - b.3).abs())).map(|leg| leg.0);
        for (place, gap, a, b) in along {
            let middle = ground.gap_middle(gap);
            let (before, after) = heights_beside(ground, one, place);
            let words = one.words.filter(|_| longest == Some(place));
            let mut item = Item {
                wanted: index,
                leg: Some(place),
                from: a.min(b) - 6.0,
                to: a.max(b) + 6.0,
                turns: if a <= b { [before > middle, after > middle] } else { [after > middle, before > middle] },
                size: TRACK,
                words: words.is_some(),
            };
            if let Some((width, height)) = words {
                item.size = item.size.max(height + AROUND_WORDS);
                let short = (width + 20.0 - (item.to - item.from)).max(0.0);
                (item.from, item.to) = ground.on_paper(item.from - short / 2.0, item.to + short / 2.0);
            }
            gaps.entry(gap).or_default().push(item);
        }
        if let (Some((width, height)), None) = (one.words, longest) {
            let x = match legs.first() {
                Some(Leg::Gutter(gutter)) => ground.gutter(*gutter),
                _ => start.x,
            };
            let Some(gap) = gap_between(ground, start.y, end.y) else { continue };
            let (from, to) = ground.on_paper(x - width / 2.0 - 6.0, x + width / 2.0 + 6.0);
            let size = height + AROUND_WORDS;
            let item = Item { wanted: index, leg: None, from, to, turns: [false, true], size, words: true };
            gaps.entry(gap).or_default().push(item);
        }
    }
    gaps.into_iter()
        .map(|(gap, items)| {
            let items = on_tracks(items);
            let count = items.iter().map(|(_, track)| track + 1).max().unwrap_or(0);
            let mut heights = vec![0.0_f64; count];
            for (item, track) in &items {
                if let Some(height) = heights.get_mut(*track) {
                    *height = height.max(item.size);
                }
            }
            (gap, Gap { items, heights })
        })
        .collect()
}

/// Gives each item the first track after those that it shares a stretch with, in an order in which few cross: what turns to
/// the smaller side at both ends first, the shortest of all; what turns to the greater side last.
fn on_tracks(mut items: Vec<Item>) -> Vec<(Item, usize)> {
    let key = |item: &Item| -> (i8, u8, f64) {
        match item.turns {
            [false, false] => (-1, 0, item.to - item.from),
            [false, true] => (0, 0, -item.from),
            [true, false] => (0, 1, item.from),
            [true, true] => (1, 0, item.from - item.to),
        }
    };
    items.sort_by(|a, b| {
        let (one, two) = (key(a), key(b));
        one.0.cmp(&two.0).then(one.1.cmp(&two.1)).then(one.2.total_cmp(&two.2)).then(a.wanted.cmp(&b.wanted))
    });
    let mut placed: Vec<(Item, usize)> = Vec::with_capacity(items.len());
    for item in items {
        let shared = placed.iter().filter(|(other, _)| other.from < item.to && item.from < other.to);
        let track = shared.map(|(_, track)| track + 1).max().unwrap_or(0);
        placed.push((item, track));
    }
    placed
}

/// Where each leg in a gutter runs.
fn gutters(
    ground: &Ground<'_>,
    wanted: &[Wanted],
    ports: &[[Point; 2]],
    heights: &BTreeMap<(usize, Option<usize>), f64>,
) -> BTreeMap<(usize, usize), f64> {
    let mut gutters: BTreeMap<usize, Vec<Item>> = BTreeMap::new();
    for (index, (one, [start, end])) in wanted.iter().zip(ports).enumerate() {
        for (place, leg) in one.way.legs.iter().enumerate() {
            let Leg::Gutter(gutter) = leg else { continue };
            let middle = ground.gutter(*gutter);
            let height = |leg: Option<usize>| leg.and_then(|leg| heights.get(&(index, Some(leg))).copied());
            let (a, b) = (height(place.checked_sub(1)).unwrap_or(start.y), height(Some(place + 1)).unwrap_or(end.y));
            // Where it comes from, and where it goes on to.
            let x = |legs: Option<&Leg>, card: f64| match legs {
                Some(Leg::Gutter(gutter)) => ground.gutter(*gutter),
                _ => card,
            };
            let before = place.checked_sub(2).and_then(|before| one.way.legs.get(before));
            let before = x(before, start.x) > middle;
            let after = x(one.way.legs.get(place + 2), end.x) > middle;
            gutters.entry(*gutter).or_default().push(Item {
                wanted: index,
                leg: Some(place),
                from: a.min(b) - 2.0,
                to: a.max(b) + 2.0,
                turns: if a <= b { [before, after] } else { [after, before] },
                size: BESIDE,
                words: false,
            });
        }
    }
    let mut across = BTreeMap::new();
    for (gutter, items) in gutters {
        let mut items = on_tracks(items);
        items.sort_by(|a, b| a.0.from.total_cmp(&b.0.from).then(a.0.wanted.cmp(&b.0.wanted)));
        // Those that share a stretch stand around the middle together; others have the middle for themselves.
        let mut rest = items.as_slice();
        while let Some((first, _)) = rest.first() {
            let mut end = first.to;
            let mut count = 0;
            for (item, _) in rest {
                if item.from >= end {
                    break;
                }
                end = end.max(item.to);
                count += 1;
            }
            let (cluster, others) = rest.split_at(count.max(1));
            rest = others;
            let tracks = cluster.iter().map(|(_, track)| track + 1).max().unwrap_or(1);
            let step = BESIDE.min(2.0 * ground.reach(gutter) / (tracks.max(2) - 1) as f64);
            for (item, track) in cluster {
                if let Some(leg) = item.leg {
                    let x = ground.gutter(gutter) + (*track as f64 - (tracks - 1) as f64 / 2.0) * step;
                    across.insert((item.wanted, leg), x);
                }
            }
        }
    }
    across
}

/// Where words stand: on their arrow, where the fewest others cross it.
fn words(
    ground: &Ground<'_>,
    wanted: &[Wanted],
    gaps: &BTreeMap<usize, Gap>,
    heights: &BTreeMap<(usize, Option<usize>), f64>,
    points: &[Vec<Point>],
) -> BTreeMap<usize, Rect> {
    let mut placed = BTreeMap::new();
    if wanted.iter().all(|one| one.words.is_none()) {
        return placed;
    }
    // What crosses each gap, from the left.
    let mut crossing: BTreeMap<usize, Vec<(f64, usize)>> = BTreeMap::new();
    for (index, points) in points.iter().enumerate() {
        for pair in points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if (a.x - b.x).abs() > 0.01 {
                continue;
            }
            let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
            for gap in gaps.keys() {
                let (low, high) = ground.gap(*gap);
                if top < high && low < bottom {
                    crossing.entry(*gap).or_default().push((a.x, index));
                }
            }
        }
    }
    for list in crossing.values_mut() {
        list.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    }
    for (gap, found) in gaps {
        let crossing = crossing.get(gap).map(Vec::as_slice).unwrap_or_default();
        for (item, _) in found.items.iter().filter(|(item, _)| item.words) {
            let Some((width, height)) = wanted.get(item.wanted).and_then(|one| one.words) else { continue };
            let Some(y) = heights.get(&(item.wanted, item.leg)) else { continue };
            let (low, high) = (item.from + 10.0 + width / 2.0, item.to - 10.0 - width / 2.0);
            let middle = item.from.midpoint(item.to);
            let covered = |x: f64| {
                let first = crossing.partition_point(|(other, _)| *other < x - width / 2.0 - 3.0);
                let near = crossing.iter().skip(first).take_while(|(other, _)| *other <= x + width / 2.0 + 3.0);
                near.filter(|(_, index)| *index != item.wanted).count()
            };
            let tries = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0].map(|share| low + (high - low) * share);
            let best = tries.into_iter().filter(|_| high > low).min_by_key(|x| covered(*x)).unwrap_or(middle);
            let rect = Rect::new(best - width / 2.0, y - height / 2.0, best + width / 2.0, y + height / 2.0);
            placed.insert(item.wanted, rect);
        }
    }
    placed
}
