//! Ways from card to card: along the gaps between rows and the gutters between columns, which no card covers.
//!
//! A way is found among a few shapes that read well, else by a search over all gaps and gutters. Where exactly it runs in a
//! gap or gutter is decided for all ways together ([`super::tracks`]).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::ground::{End, Ground};

/// What a corner costs, in map units of way.
const BEND: f64 = 14.0;
/// What a way costs that has no place for its words.
const SPEECHLESS: f64 = 120.0;
/// What running through the name of a line of the blueprint costs.
const WRITTEN: f64 = 80.0;
/// What it costs to share a gutter with an arrow, beside a row.
const SHARED: f64 = 5.0;
/// Least common width of two cards over each other for an arrow straight from one to the other.
const COMMON: f64 = 24.0;

/// Which side of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

impl Side {
    const ALL: [Self; 4] = [Self::Bottom, Self::Right, Self::Top, Self::Left];

    pub(super) const fn upright(self) -> bool {
        matches!(self, Self::Top | Self::Bottom)
    }
}

/// A part of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leg {
    /// Up or down in a gutter.
    Gutter(usize),
    /// Along the gap over a row.
    Gap(usize),
}

/// A way from card to card.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    pub(super) from: Side,
    pub(super) to: Side,
    /// Gutters and gaps in turn; none: straight.
    pub(super) legs: Vec<Leg>,
    /// For a straight way up or down: where.
    pub(super) x: Option<f64>,
}

impl Way {
    /// The length of its longest part in a gap; none where it has none.
    pub(super) fn stretch(&self, ground: &Ground<'_>, from: &End, to: &End) -> Option<f64> {
        let x = |leg: Option<&Leg>, end: &End| match leg {
            Some(Leg::Gutter(gutter)) => ground.gutter(*gutter),
            _ => end.rect.center().x,
        };
        let along = self.legs.iter().enumerate().filter(|(_, leg)| matches!(leg, Leg::Gap(_)));
        let lengths = along.map(|(place, _)| {
            let before = place.checked_sub(1).and_then(|before| self.legs.get(before));
            (x(before, from) - x(self.legs.get(place + 1), to)).abs()
        });
        lengths.reduce(f64::max)
    }
}

/// Finds ways, one after the other; each knows how many run where already.
pub(super) struct Router<'a> {
    ground: &'a Ground<'a>,
    used: BTreeMap<(usize, usize), u32>,
}

/// A place where a way enters the net of gutters and gaps.
#[derive(Debug, Clone, Copy)]
struct Door {
    side: Side,
    /// The gutter beside the card, or the gap over or under it.
    leg: Leg,
    /// What it costs to get there from the middle of the card.
    cost: f64,
}

impl<'a> Router<'a> {
    pub(super) fn new(ground: &'a Ground<'a>) -> Self {
        Self { ground, used: BTreeMap::new() }
    }

    /// The best way between two ends.
    pub(super) fn way(&mut self, from: &End, to: &End, labelled: bool) -> Way {
        let mut best: Option<(f64, Way)> = None;
        let mut offer = |cost: f64, way: Way| {
            if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-6) {
                best = Some((cost, way));
            }
        };
        self.straight(from, to, labelled, &mut offer);
        let (starts, ends) = (self.doors(from), self.doors(to));
        for start in &starts {
            for end in &ends {
                self.bent(from, to, (start, end), labelled, &mut offer);
            }
        }
        let way = match best {
            Some((_, way)) => way,
            None => self.searched(from, to, &starts, &ends).unwrap_or_else(|| Self::hopeless(from, to)),
        };
        self.remember(from, to, &way);
        way
    }

    /// Straight down or up, or to the next card of a row.
    fn straight(&self, from: &End, to: &End, labelled: bool, offer: &mut impl FnMut(f64, Way)) {
        let (a, b) = (from.rect, to.rect);
        let (left, right) = (a.x0.max(b.x0), a.x1.min(b.x1));
        let narrow = from.folded || to.folded;
        if right - left > if narrow { 1.0 } else { COMMON } {
            let down = a.y1 <= b.y0;
            let (start, end) = if down { (a.y1, b.y0) } else { (a.y0, b.y1) };
            let (side, other) = if down { (Side::Bottom, Side::Top) } else { (Side::Top, Side::Bottom) };
            // The middle, and the middles of the columns that both cover.
            let columns = (from.first.max(to.first)..=from.last.min(to.last)).take(6);
            let middles = columns.filter_map(|column| self.ground.column(column)).map(|(x0, x1)| x0.midpoint(x1));
            for x in std::iter::once(left.midpoint(right)).chain(middles) {
                let beside = self.ground.beside_names(x, start, end);
                let x = beside.filter(|x| *x > left + 6.0).unwrap_or(x);
                let clear = match self.ground.column_at(x) {
                    Some(column) => self.ground.column_is_clear(column, start, end),
                    None => continue,
                };
                if clear && left <= x && x <= right {
                    let written = if self.ground.beside_names(x, start, end).is_some() { WRITTEN } else { 0.0 };
                    let off = (x - left.midpoint(right)).abs();
                    let cost = (a.center().y - b.center().y).abs() + written + off;
                    offer(cost, Way { from: side, to: other, legs: Vec::new(), x: Some(x) });
                }
            }
        }
        let beside = if from.last + 1 == to.first {
            Some((from.last + 1, Side::Right, Side::Left))
        } else if to.last + 1 == from.first {
            Some((from.first, Side::Left, Side::Right))
        } else {
            None
        };
        if let Some((gutter, side, other)) = beside
            && from.row == to.row
            && !labelled
            && a.y1.min(b.y1) - a.y0.max(b.y0) > 10.0
        {
            let y = a.y0.max(b.y0).midpoint(a.y1.min(b.y1));
            if self.ground.gutter_is_clear(gutter, y - 4.0, y + 4.0) {
                let cost = (a.center().x - b.center().x).abs();
                offer(cost, Way { from: side, to: other, legs: Vec::new(), x: None });
            }
        }
    }

    /// Where a way can leave a card.
    fn doors(&self, end: &End) -> Vec<Door> {
        let (rect, row) = (end.rect, end.row);
        let (half_width, half_height) = (rect.width() / 2.0, rect.height() / 2.0);
        let mut doors = Vec::with_capacity(4);
        for side in Side::ALL {
            let (leg, clear, cost) = match side {
                Side::Left => (Leg::Gutter(end.first), true, half_width),
                Side::Right => (Leg::Gutter(end.last + 1), true, half_width),
                Side::Top | Side::Bottom => {
                    let gap = if side == Side::Top { row } else { row + 1 };
                    let (y, middle) = (if side == Side::Top { rect.y0 } else { rect.y1 }, self.ground.gap_middle(gap));
                    let clear = self
                        .ground
                        .column_at(rect.center().x)
                        .map_or_else(|| false, |column| end.folded || self.ground.column_is_clear(column, y, middle));
                    (Leg::Gap(gap), clear, half_height + (y - middle).abs())
                }
            };
            if clear {
                doors.push(Door { side, leg, cost });
            }
        }
        doors
    }

    /// Ways with a few corners from one door to another.
    fn bent(
        &self,
        from: &End,
        to: &End,
        (start, end): (&Door, &Door),
        labelled: bool,
        offer: &mut impl FnMut(f64, Way),
    ) {
        let ground = self.ground;
        let (a, b) = (from.rect.center(), to.rect.center());
        let base = start.cost + end.cost;
        let way = |legs: Vec<Leg>| Way { from: start.side, to: end.side, legs, x: None };
        let upright = |gutter: usize, y0: f64, y1: f64| {
            let x = ground.gutter(gutter);
            ground.gutter_is_clear(gutter, y0, y1).then(|| {
                let written = if ground.beside_names(x, y0, y1).is_some() { WRITTEN } else { 0.0 };
                (y0 - y1).abs() + written + self.sharing(gutter, y0, y1)
            })
        };
        match (start.leg, end.leg) {
            (Leg::Gutter(g), Leg::Gutter(h)) if g == h => {
                if let Some(cost) = upright(g, a.y, b.y) {
                    let crossed = self.gap_between(a.y, b.y).is_some();
                    let speechless = if labelled && !crossed { SPEECHLESS } else { 0.0 };
                    // A reader's eye goes on to the right.
                    let forward = if start.side == Side::Right && end.side == Side::Left { -4.0 } else { 0.0 };
                    let words = if labelled { 30.0 } else { 0.0 };
                    offer(base + cost + 2.0 * BEND + speechless + words + forward, way(vec![start.leg]));
                }
            }
            (Leg::Gutter(g), Leg::Gutter(h)) => {
                for gap in self.gaps(from.row, to.row) {
                    let y = ground.gap_middle(gap);
                    if let (Some(one), Some(two)) = (upright(g, a.y, y), upright(h, y, b.y)) {
                        let along = (ground.gutter(g) - ground.gutter(h)).abs();
                        let legs = vec![start.leg, Leg::Gap(gap), end.leg];
                        offer(base + one + two + along + 4.0 * BEND, way(legs));
                    }
                }
            }
            (Leg::Gap(gap), Leg::Gutter(g)) => {
                let y = ground.gap_middle(gap);
                if let Some(cost) = upright(g, y, b.y) {
                    let along = (a.x - ground.gutter(g)).abs();
                    offer(base + cost + along + 3.0 * BEND, way(vec![start.leg, end.leg]));
                }
            }
            (Leg::Gutter(g), Leg::Gap(gap)) => {
                let y = ground.gap_middle(gap);
                if let Some(cost) = upright(g, a.y, y) {
                    let along = (b.x - ground.gutter(g)).abs();
                    offer(base + cost + along + 3.0 * BEND, way(vec![start.leg, end.leg]));
                }
            }
            (Leg::Gap(one), Leg::Gap(two)) if one == two => {
                let along = (a.x - b.x).abs();
                // Straight up into the next card would be no corner at all, and is offered as such.
                if along > 8.0 {
                    offer(base + along + 2.0 * BEND, way(vec![start.leg]));
                }
            }
            (Leg::Gap(one), Leg::Gap(two)) => {
                let (y, z) = (ground.gap_middle(one), ground.gap_middle(two));
                for gutter in [from.first, from.last + 1, to.first, to.last + 1] {
                    if let Some(cost) = upright(gutter, y, z) {
                        let x = ground.gutter(gutter);
                        let along = (a.x - x).abs() + (b.x - x).abs();
                        let legs = vec![start.leg, Leg::Gutter(gutter), end.leg];
                        offer(base + cost + along + 4.0 * BEND, way(legs));
                    }
                }
            }
        }
    }

    /// The gaps beside two rows.
    fn gaps(&self, from: usize, to: usize) -> impl Iterator<Item = usize> {
        let mut gaps = [from, from + 1, to, to + 1];
        gaps.sort_unstable();
        let mut before = None;
        gaps.into_iter().filter(move |gap| before.replace(*gap) != Some(*gap))
    }

    /// The first gap that lies between two heights, seen from the first one.
    pub(super) fn gap_between(&self, a: f64, b: f64) -> Option<usize> {
        gap_between(self.ground, a, b)
    }

    /// What it costs that others run in a gutter already.
    fn sharing(&self, gutter: usize, a: f64, b: f64) -> f64 {
        self.beside(a, b).map(|row| f64::from(self.used.get(&(gutter, row)).copied().unwrap_or(0)) * SHARED).sum()
    }

    /// The rows between two heights.
    fn beside(&self, a: f64, b: f64) -> std::ops::Range<usize> {
        let (top, bottom) = (a.min(b), a.max(b));
        let first = self.ground.rows.partition_point(|row| row.bottom <= top);
        let last = self.ground.rows.partition_point(|row| row.top < bottom);
        first..last.max(first)
    }

    fn remember(&mut self, from: &End, to: &End, way: &Way) {
        let mut y = from.rect.center().y;
        for (place, leg) in way.legs.iter().enumerate() {
            match leg {
                Leg::Gap(gap) => y = self.ground.gap_middle(*gap),
                Leg::Gutter(gutter) => {
                    let next = match way.legs.get(place + 1) {
                        Some(Leg::Gap(gap)) => self.ground.gap_middle(*gap),
                        _ => to.rect.center().y,
                    };
                    for row in self.beside(y, next) {
                        *self.used.entry((*gutter, row)).or_default() += 1;
                    }
                    y = next;
                }
            }
        }
    }

    /// The shortest way over all gutters and gaps (Dijkstra 1959); corners cost as always.
    fn searched(&self, from: &End, to: &End, starts: &[Door], ends: &[Door]) -> Option<Way> {
        let ground = self.ground;
        let (gutters, gaps) = (ground.gutters(), ground.rows.len() + 1);
        let number = |gutter: usize, gap: usize, along: bool| (gap * gutters + gutter) * 2 + usize::from(along);
        let spot = |node: usize| ((node / 2) % gutters, node / 2 / gutters, node % 2 == 1);
        // Each crossing of a gutter with a gap, by how one comes to it: what it cost, and the crossing before, or counted
        // from the other end the door.
        let mut reached: Vec<Option<(u64, usize)>> = vec![None; gutters * gaps * 2];
        let mut queue = BinaryHeap::new();
        let cost_of = |cost: f64| (cost * 16.0) as u64;
        let entries = |end: &End, door: &Door| -> Vec<(usize, usize, bool, f64)> {
            match door.leg {
                Leg::Gutter(gutter) => [end.row, end.row + 1]
                    .into_iter()
                    .filter(|gap| ground.gutter_is_clear(gutter, end.rect.center().y, ground.gap_middle(*gap)))
                    .map(|gap| (gutter, gap, false, door.cost + (end.rect.center().y - ground.gap_middle(gap)).abs()))
                    .collect(),
                Leg::Gap(gap) => [end.first, end.last + 1]
                    .into_iter()
                    .map(|gutter| (gutter, gap, true, door.cost + (end.rect.center().x - ground.gutter(gutter)).abs()))
                    .collect(),
            }
        };
        for (place, door) in starts.iter().enumerate() {
            for (gutter, gap, along, cost) in entries(from, door) {
                queue.push(Reverse((cost_of(cost), number(gutter, gap, along), usize::MAX - place)));
            }
        }
        let goals: Vec<(usize, usize, bool, f64, usize)> = ends
            .iter()
            .enumerate()
            .flat_map(|(place, door)| {
                entries(to, door).into_iter().map(move |(gutter, gap, along, cost)| (gutter, gap, along, cost, place))
            })
            .collect();
        let mut best: Option<(u64, usize, usize)> = None;
        while let Some(Reverse((cost, node, before))) = queue.pop() {
            if best.is_some_and(|(least, _, _)| least <= cost) {
                break;
            }
            let Some(slot) = reached.get_mut(node) else { continue };
            if slot.is_some() {
                continue;
            }
            *slot = Some((cost, before));
            let (gutter, gap, along) = spot(node);
            for (_, _, other, rest, place) in goals.iter().filter(|goal| (goal.0, goal.1) == (gutter, gap)) {
                let corner = if *other == along { 0.0 } else { BEND };
                let whole = cost + cost_of(rest + corner);
                if best.is_none_or(|(least, _, _)| whole < least) {
                    best = Some((whole, node, *place));
                }
            }
            let mut go = |next_gutter: Option<usize>, next_gap: Option<usize>, next_along: bool| {
                let (Some(h), Some(k)) = (next_gutter.filter(|h| *h < gutters), next_gap.filter(|k| *k < gaps)) else {
                    return;
                };
                let (y, z) = (ground.gap_middle(gap), ground.gap_middle(k));
                if !next_along && !ground.gutter_is_clear(gutter, y, z) {
                    return;
                }
                let length = (ground.gutter(gutter) - ground.gutter(h)).abs() + (y - z).abs();
                let corner = if next_along == along { 0.0 } else { BEND };
                queue.push(Reverse((cost + cost_of(length + corner), number(h, k, next_along), node)));
            };
            go(gutter.checked_sub(1), Some(gap), true);
            go(Some(gutter + 1), Some(gap), true);
            go(Some(gutter), gap.checked_sub(1), false);
            go(Some(gutter), Some(gap + 1), false);
        }
        let (_, mut node, last) = best?;
        // Back to the start, crossing by crossing.
        let end = ends.get(last)?;
        let mut legs = vec![end.leg];
        let start = loop {
            let (gutter, gap, along) = spot(node);
            let leg = if along { Leg::Gap(gap) } else { Leg::Gutter(gutter) };
            if legs.last() != Some(&leg) {
                legs.push(leg);
            }
            let (_, before) = reached.get(node).copied().flatten()?;
            match starts.get(usize::MAX - before) {
                Some(start) => break start,
                None => node = before,
            }
        };
        if legs.last() != Some(&start.leg) {
            legs.push(start.leg);
        }
        legs.reverse();
        Some(Way { from: start.side, to: end.side, legs, x: None })
    }

    /// Where every way is blocked: through whatever is there.
    fn hopeless(from: &End, to: &End) -> Way {
        let gap = from.row.min(to.row) + 1;
        let legs = vec![Leg::Gutter(from.last + 1), Leg::Gap(gap), Leg::Gutter(to.last + 1)];
        Way { from: Side::Right, to: Side::Right, legs, x: None }
    }
}

/// The first gap that lies between two heights, seen from the first one; best one that a row keeps room in.
pub(super) fn gap_between(ground: &Ground<'_>, a: f64, b: f64) -> Option<usize> {
    let (top, bottom) = (a.min(b), a.max(b));
    let inside = |gap: &usize| {
        let y = ground.gap_middle(*gap);
        top < y && y < bottom
    };
    let gaps = (0..=ground.rows.len()).filter(inside);
    let kept = gaps.clone().filter(|gap| ground.keeper(*gap).is_some());
    if a <= b {
        kept.clone().next().or(gaps.clone().next())
    } else {
        kept.clone().next_back().or(gaps.clone().next_back())
    }
}
