//! Where ways leave their cards and reach them: apart from each other on each side, so that arrows don't run into one. Must not
//! know how ways go on between the cards.

use std::collections::BTreeMap;

use kurbo::Point;

use super::ground::{End, Ground};
use super::route::{Leg, Side};
use super::tracks::Wanted;
use crate::scene::kurbo;

/// Space between two arrows on one side of a card, where there is room.
const PORT: f64 = 9.0;

/// A place on the side of a card, before it is moved apart from others.
struct Port {
    /// Which way, and whether its end; none: both, of a straight one.
    wanted: usize,
    end: Option<bool>,
    at: f64,
    low: f64,
    high: f64,
    fixed: bool,
    /// Order among those at one place: where it goes on, and how far.
    order: (i8, f64),
}

/// Where ways leave and reach their cards.
pub(super) fn ports(ground: &Ground<'_>, wanted: &[Wanted]) -> Vec<[Point; 2]> {
    let mut beside: BTreeMap<(usize, usize), Vec<Port>> = BTreeMap::new();
    let mut under: BTreeMap<(usize, usize), Vec<Port>> = BTreeMap::new();
    let mut found: Vec<[Point; 2]> =
        wanted.iter().map(|one| [point_at(&one.from, one.way.from), point_at(&one.to, one.way.to)]).collect();
    straight(ground, wanted, &mut found);
    for (index, one) in wanted.iter().enumerate() {
        if one.way.legs.is_empty() {
            if let (Some(_), Some([start, end])) = (one.way.x, found.get(index)) {
                // It stays where it is; what comes to the cards beside it keeps off.
                let column = ground.column_at(start.x).unwrap_or_default();
                let (low, high) = (one.from.row.min(one.to.row) + 1, one.from.row.max(one.to.row));
                for gap in low..=high {
                    let port = Port {
                        wanted: index,
                        end: None,
                        at: start.x,
                        low: end.x,
                        high: end.x,
                        fixed: true,
                        order: (0, 0.0),
                    };
                    under.entry((column, gap)).or_default().push(port);
                }
            } else {
                let (a, b) = (one.from.rect, one.to.rect);
                let (low, high) = (a.y0.max(b.y0) + 4.0, a.y1.min(b.y1) - 4.0);
                let gutter = if one.way.from == Side::Right { one.from.last + 1 } else { one.from.first };
                let at = low.midpoint(high);
                let port = Port { wanted: index, end: None, at, low, high, fixed: false, order: (0, 0.0) };
                beside.entry((gutter, one.from.row)).or_default().push(port);
            }
            continue;
        }
        for last in [false, true] {
            let (end, side) = if last { (&one.to, one.way.to) } else { (&one.from, one.way.from) };
            let order = order(ground, one, last);
            let margin = |room: f64| if end.folded { room / 2.0 } else { 6.0_f64.min(room / 2.0) };
            if side.upright() {
                let at = end.rect.center().x;
                let column = ground.column_at(at).unwrap_or_default();
                let gap = if side == Side::Top { end.row } else { end.row + 1 };
                let margin = margin(end.rect.width());
                let (low, high) = (end.rect.x0 + margin, end.rect.x1 - margin);
                let port = Port { wanted: index, end: Some(last), at, low, high, fixed: false, order };
                under.entry((column, gap)).or_default().push(port);
            } else {
                let gutter = if side == Side::Right { end.last + 1 } else { end.first };
                let margin = margin(end.rect.height());
                let (low, high) = (end.rect.y0 + margin, end.rect.y1 - margin);
                let at = end.rect.center().y;
                let port = Port { wanted: index, end: Some(last), at, low, high, fixed: false, order };
                beside.entry((gutter, end.row)).or_default().push(port);
            }
        }
    }
    for (groups, upright) in [(beside, false), (under, true)] {
        for mut group in groups.into_values() {
            for (port, at) in apart(&mut group) {
                let ends = match port.end {
                    Some(last) => usize::from(last)..usize::from(last) + 1,
                    None => 0..2,
                };
                for point in found.get_mut(port.wanted).into_iter().flatten().take(ends.end).skip(ends.start) {
                    *(if upright { &mut point.x } else { &mut point.y }) = at;
                }
            }
        }
    }
    found
}

/// The middle of a side.
fn point_at(end: &End, side: Side) -> Point {
    let (rect, middle) = (end.rect, end.rect.center());
    match side {
        Side::Left => Point::new(rect.x0, middle.y),
        Side::Right => Point::new(rect.x1, middle.y),
        Side::Top => Point::new(middle.x, rect.y0),
        Side::Bottom => Point::new(middle.x, rect.y1),
    }
}

/// Keeps straight arrows between the same two cards apart.
fn straight(ground: &Ground<'_>, wanted: &[Wanted], found: &mut [[Point; 2]]) {
    let mut groups: BTreeMap<(usize, usize, usize), Vec<Port>> = BTreeMap::new();
    for (index, one) in wanted.iter().enumerate() {
        let Some(x) = one.way.x else { continue };
        let (a, b) = (one.from.rect, one.to.rect);
        let margin = 6.0_f64.min(a.width().min(b.width()) / 2.0);
        let (low, high) = (a.x0.max(b.x0) + margin, a.x1.min(b.x1) - margin);
        let rows = (one.from.row.min(one.to.row), one.from.row.max(one.to.row));
        let column = ground.column_at(x).unwrap_or_default();
        let order = (i8::from(one.from.row < one.to.row), 0.0);
        let port = Port { wanted: index, end: None, at: x, low, high, fixed: false, order };
        groups.entry((column, rows.0, rows.1)).or_default().push(port);
    }
    for mut group in groups.into_values() {
        for (port, at) in apart(&mut group) {
            for point in found.get_mut(port.wanted).into_iter().flatten() {
                point.x = at;
            }
        }
    }
}

/// In which order ways leave a side, so that they cross as little as can be: first those that turn to the smaller side, the
/// nearest first, then the others, the farthest first.
fn order(ground: &Ground<'_>, one: &Wanted, last: bool) -> (i8, f64) {
    let legs = &one.way.legs;
    let (end, other) = if last { (&one.to, &one.from) } else { (&one.from, &one.to) };
    let (leg, second) = if last {
        (legs.last(), legs.len().checked_sub(2).and_then(|second| legs.get(second)))
    } else {
        (legs.first(), legs.get(1))
    };
    let by = match (leg, second) {
        (Some(Leg::Gutter(_)), Some(Leg::Gap(gap))) => ground.gap_middle(*gap) - end.rect.center().y,
        (Some(Leg::Gap(_)), Some(Leg::Gutter(gutter))) => ground.gutter(*gutter) - end.rect.center().x,
        (Some(Leg::Gutter(_)), _) => other.rect.center().y - end.rect.center().y,
        (Some(Leg::Gap(_)), _) => other.rect.center().x - end.rect.center().x,
        (None, _) => 0.0,
    };
    if by < 0.0 { (-1, -by) } else { (1, -by) }
}

/// Moves ports of one place apart, as little as needed (pool adjacent violators; Ayer and others 1955).
fn apart(group: &mut [Port]) -> Vec<(&Port, f64)> {
    group.sort_by(|a, b| {
        let places = a.at.total_cmp(&b.at);
        places.then(a.order.0.cmp(&b.order.0)).then(a.order.1.total_cmp(&b.order.1)).then(a.wanted.cmp(&b.wanted))
    });
    let room = group.iter().map(|port| port.high).fold(f64::MIN, f64::max)
        - group.iter().map(|port| port.low).fold(f64::MAX, f64::min);
    let gap = PORT.min((room / group.len() as f64).max(0.5));
    // Pools of neighbours: how many, their weight, and their common place.
    let mut pools: Vec<(usize, f64, f64)> = Vec::new();
    for (place, port) in group.iter().enumerate() {
        let weight = if port.fixed { 1e6 } else { 1.0 };
        let mut pool = (1, weight, port.at - place as f64 * gap);
        while let Some(before) = pools.last().copied().filter(|before| before.2 > pool.2) {
            pools.pop();
            let weight = before.1 + pool.1;
            pool = (before.0 + pool.0, weight, (before.2 * before.1 + pool.2 * pool.1) / weight);
        }
        pools.push(pool);
    }
    let places = pools.into_iter().flat_map(|(count, _, at)| std::iter::repeat_n(at, count));
    group
        .iter()
        .zip(places.enumerate().map(|(place, at)| at + place as f64 * gap))
        .map(|(port, at)| (port, if port.fixed { port.at } else { at.clamp(port.low, port.high.max(port.low)) }))
        .collect()
}
