//! Other ways from step to step: a band of arrows under the headings, which has room of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use kurbo::{Point, Rect, Shape as _};

use super::draw::{head, rounded};
use crate::layout::grid::Grid;
use crate::layout::header::FRAME;
use crate::layout::pen::{Align, Pen, circle, fill, group, put};
use crate::model::{JourneyMap, StepId};
use crate::scene::{Item, PathItem, Role, Stroke, Target, kurbo};
use crate::text::{Paragraph, Weight};
use crate::words;

/// Least height of the line of a branch.
const LINE: f64 = 9.0;
/// Space between the headings and the nearest line, where heads of arrows are.
const RISE: f64 = 13.0;
/// Space between two arrows under one heading.
const PORT: f64 = 12.0;
/// Space around words.
const AROUND: f64 = 6.0;

/// A branch between two columns.
struct Branch<'a> {
    from: usize,
    to: usize,
    steps: (StepId, StepId),
    names: (&'a str, &'a str),
    label: &'a str,
    words: Option<Arc<Paragraph>>,
    /// Where it leaves its heading, and where it comes to the other.
    ports: (f64, f64),
    track: usize,
}

impl Branch<'_> {
    /// What it and its words take of their line.
    fn taken(&self) -> (f64, f64) {
        let (left, right) = (self.ports.0.min(self.ports.1), self.ports.0.max(self.ports.1));
        let short = self.words.as_ref().map_or(0.0, |set| (set.width + 24.0 - (right - left)).max(0.0));
        (left - AROUND - short / 2.0, right + AROUND + short / 2.0)
    }

    fn height(&self) -> f64 {
        self.words.as_ref().map_or(LINE, |set| set.height + 4.0).max(LINE)
    }
}

/// The branches of all steps, from where their names end to a band under `top`, and how much height that takes; nothing
/// without any.
pub(in crate::layout) fn branches(
    pen: &mut Pen<'_>,
    map: &JourneyMap,
    grid: &Grid,
    names: &BTreeMap<StepId, f64>,
    top: f64,
) -> (Vec<Item>, f64) {
    let mut all = found(pen, map, grid);
    if all.is_empty() {
        return (Vec::new(), 0.0);
    }
    set_apart(&mut all, grid);
    let heights = on_lines(&mut all, grid);
    let mut y = top + RISE;
    let middles: Vec<f64> = heights
        .iter()
        .map(|height| {
            y += height;
            y - height / 2.0
        })
        .collect();
    let items = all.iter().filter_map(|branch| {
        let below = |step: StepId| names.get(&step).copied().unwrap_or(top).min(top);
        let ends = (below(branch.steps.0), below(branch.steps.1));
        Some(arrow(pen, branch, ends, *middles.get(branch.track)?, words_at(branch, &all, grid)))
    });
    let items = items.collect();
    (items, y - top + 4.0)
}

/// The branches in map order.
fn found<'a>(pen: &mut Pen<'_>, map: &'a JourneyMap, grid: &Grid) -> Vec<Branch<'a>> {
    let names: BTreeMap<StepId, &str> = map.steps().map(|(_, step)| (step.id, step.name.as_str())).collect();
    let mut all = Vec::new();
    for (_, step) in map.steps() {
        for branch in step.branches.iter().filter(|branch| branch.to != step.id) {
            let (Some(from), Some(to)) = (grid.places.get(&step.id), grid.places.get(&branch.to)) else { continue };
            let middle =
                |place: usize| grid.columns.get(place).map_or(0.0, |column| column.left.midpoint(column.right));
            let label = branch.label.trim();
            let words = (!label.is_empty()).then(|| {
                let room = (middle(*from) - middle(*to)).abs() - 40.0;
                pen.set(label, Weight::Regular, 11.0, room.clamp(90.0, 320.0))
            });
            all.push(Branch {
                from: *from,
                to: *to,
                steps: (step.id, branch.to),
                names: (step.name.as_str(), names.get(&branch.to).copied().unwrap_or_default()),
                label,
                words,
                ports: (middle(*from), middle(*to)),
                track: 0,
            });
        }
    }
    all
}

/// Moves arrows under one heading apart, so that they cross as little as can be: those that go left first, the nearest of
/// all, then those that go right, the nearest last.
fn set_apart(all: &mut [Branch<'_>], grid: &Grid) {
    let mut ports: BTreeMap<usize, Vec<(bool, i64, usize, bool)>> = BTreeMap::new();
    for (index, branch) in all.iter().enumerate() {
        for (here, there, arrives) in [(branch.from, branch.to, false), (branch.to, branch.from, true)] {
            let right = there > here;
            let far = here.abs_diff(there) as i64;
            ports.entry(here).or_default().push((right, if right { -far } else { far }, index, arrives));
        }
    }
    for (column, mut list) in ports {
        let Some(column) = grid.columns.get(column) else { continue };
        list.sort_unstable();
        let step = PORT.min((column.right - column.left - 16.0) / list.len() as f64);
        let first = column.left.midpoint(column.right) - step * (list.len() - 1) as f64 / 2.0;
        for (place, (_, _, index, arrives)) in list.into_iter().enumerate() {
            let x = first + step * place as f64;
            if let Some(branch) = all.get_mut(index) {
                *(if arrives { &mut branch.ports.1 } else { &mut branch.ports.0 }) = x;
            }
        }
    }
}

/// Gives each branch the first line where it has room, the shortest first, and says how high the lines are.
fn on_lines(all: &mut [Branch<'_>], grid: &Grid) -> Vec<f64> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    let length = |branch: &Branch<'_>| (branch.ports.0 - branch.ports.1).abs();
    order.sort_by(|a, b| match (all.get(*a), all.get(*b)) {
        (Some(one), Some(two)) => length(one).total_cmp(&length(two)).then(a.cmp(b)),
        _ => a.cmp(b),
    });
    let mut lines: Vec<(f64, Vec<(f64, f64)>)> = Vec::new();
    for index in order {
        let Some(branch) = all.get_mut(index) else { continue };
        let (from, to) = on_paper(grid, branch.taken());
        // Below what it shares a stretch with: the shorter ones hang inside it.
        let shared = |line: &(f64, Vec<(f64, f64)>)| line.1.iter().any(|(low, high)| *low < to && from < *high);
        let track = lines.iter().rposition(shared).map_or(0, |line| line + 1);
        branch.track = track;
        if track == lines.len() {
            lines.push((0.0, Vec::new()));
        }
        if let Some((height, taken)) = lines.get_mut(track) {
            *height = height.max(branch.height());
            taken.push((from, to));
        }
    }
    lines.into_iter().map(|(height, _)| height).collect()
}

/// A stretch moved so that it stays under the headings.
fn on_paper(grid: &Grid, (from, to): (f64, f64)) -> (f64, f64) {
    let (least, most) = (grid.columns.first().map_or(0.0, |column| column.left - 8.0), grid.right() + 20.0);
    let by = (least - from).max(0.0) + (most - to).min(0.0);
    (from + by, to + by)
}

/// The middle of a branch's words: where the fewest arrows and sides of frames cross them.
fn words_at(branch: &Branch<'_>, all: &[Branch<'_>], grid: &Grid) -> f64 {
    let (from, to) = on_paper(grid, branch.taken());
    let half = branch.words.as_ref().map_or(0.0, |set| set.width / 2.0) + 5.0;
    let deeper = all.iter().filter(|other| other.track > branch.track).flat_map(|other| [other.ports.0, other.ports.1]);
    let framed = grid.columns.iter().zip(&grid.moments).filter(|(_, moment)| **moment);
    let sides = framed.flat_map(|(column, _)| [column.left - FRAME, column.right + FRAME]);
    let crossing: Vec<f64> = deeper.chain(sides).collect();
    let covered = |x: f64| crossing.iter().filter(|other| (**other - x).abs() < half).count();
    let (low, high) = (from + AROUND + half, to - AROUND - half);
    let tries = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].map(|share| low + (high - low) * share);
    let best = tries.into_iter().filter(|_| low < high).min_by_key(|x| covered(*x));
    best.unwrap_or_else(|| from.midpoint(to))
}

fn arrow(pen: &Pen<'_>, branch: &Branch<'_>, (from, to): (f64, f64), y: f64, words_at: f64) -> Item {
    let color = pen.palette.weak;
    let (a, b) = branch.ports;
    // It begins at a dot under its heading and ends with a head under the other.
    let points = [Point::new(a, from + 2.0), Point::new(a, y), Point::new(b, y), Point::new(b, to)];
    let mut shaft = points;
    shaft[3].y += 4.0;
    let path = rounded(&shaft);
    let mut bounds = path.bounding_box().inflate(4.0, 4.0);
    let mut parts = vec![
        Item::Path(PathItem {
            path: Arc::new(path),
            origin: Point::ORIGIN,
            scale: 1.0,
            fill: None,
            stroke: Some(Stroke::solid(color, 1.3)),
        }),
        circle(points[0], 2.2, Some(color), None),
        head(points[2], points[3], color),
    ];
    if let Some(set) = &branch.words {
        let (left, upper) = (words_at - set.width / 2.0, y - set.height / 2.0);
        let rect = Rect::new(left, upper, left + set.width, upper + set.height);
        parts.push(fill(rect.inflate(4.0, 0.5), 3.0, pen.palette.paper));
        put(&mut parts, set, rect.origin(), color, Align::Left);
        bounds = bounds.union(rect.inflate(4.0, 0.5));
    }
    let ((from, to), label) = (branch.names, branch.label);
    let name = match (branch.to < branch.from, label.is_empty()) {
        (false, true) => words!(pen.words, "map-branch-name", from = from, to = to),
        (false, false) => words!(pen.words, "map-branch-name-label", from = from, to = to, label = label),
        (true, true) => words!(pen.words, "map-loop-name", from = from, to = to),
        (true, false) => words!(pen.words, "map-loop-name-label", from = from, to = to, label = label),
    };
    let target = Target::Branch { from: branch.steps.0, to: branch.steps.1 };
    group(Some(target), Role::Figure, name, bounds, parts)
}
