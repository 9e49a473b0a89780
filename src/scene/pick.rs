//! From a point of the picture to what is there.

use kurbo::{ParamCurveNearest as _, Point, Rect};

use super::{Group, Item, Placed, Region, Role, Scene, Target};
use crate::model::CardId;

/// How near to a line a click is meant for it.
const REACH: f64 = 4.0;

/// What lies at a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Where it is.
    pub rect: Rect,
}

/// What lies at `point` of the unscrolled picture: the innermost, topmost group that stands for something.
pub fn pick(scene: &Scene, point: Point) -> Option<Hit> {
    scene
        .regions()
        .into_iter()
        .rev()
        .filter(|region| region.rect.contains(point))
        .find_map(|region| pick_region(region, point))
}

/// What lies at `point` of one region.
pub fn pick_region(region: &Region, point: Point) -> Option<Hit> {
    pick_in(&region.items, point)
}

fn pick_in(items: &[Item], point: Point) -> Option<Hit> {
    items.iter().rev().find_map(|item| match item {
        Item::Group(group) if holds(group, point) => pick_in(group.unplaced(), point - group.by())
            .map(|hit| Hit { rect: hit.rect + group.by(), ..hit })
            .or_else(|| group.target.map(|target| Hit { target, rect: group.rect() })),
        Item::Group(_) | Item::Rect(_) | Item::Path(_) | Item::Text(_) | Item::Image(_) | Item::Link(_) => None,
    })
}

/// Whether a click at a point is meant for a group: anywhere in its rectangle; on a line or on its words for what is a
/// line, since its rectangle covers much else.
fn holds(group: &Placed, point: Point) -> bool {
    let is_line = matches!(group.target, Some(Target::Link { .. } | Target::Branch { .. }));
    group.rect().inflate(if is_line { REACH } else { 0.0 }, REACH).contains(point)
        && if is_line { group.items().any(|item| touches(&item, point)) } else { group.rect().contains(point) }
}

/// Whether a point lies on a box, or near a line.
fn touches(item: &Item, point: Point) -> bool {
    match item {
        Item::Rect(item) => item.rect.contains(point),
        Item::Path(item) => {
            let at = (point - item.origin).to_point();
            let reach = REACH / item.scale;
            let at = Point::new(at.x / item.scale, at.y / item.scale);
            item.path.segments().any(|segment| segment.nearest(at, 0.1).distance_sq <= reach * reach)
        }
        Item::Group(group) => group.rect().contains(point),
        Item::Text(_) | Item::Image(_) | Item::Link(_) => false,
    }
}

/// Where the picture shows those cards, in one walk however many they are.
pub fn card_rects<'a>(
    scene: &'a Scene,
    wanted: impl Fn(CardId) -> bool + 'a,
) -> impl Iterator<Item = (CardId, Rect)> + 'a {
    scene.body.groups().filter_map(move |group| match group.target {
        Some(Target::Card(id)) if wanted(id) => Some((id, group.rect())),
        _ => None,
    })
}

/// Where the picture shows `target`. It walks the picture: for many cards take [`card_rects`].
pub fn target_rect(scene: &Scene, target: Target) -> Option<Rect> {
    target_group(scene, target).map(|group| group.rect())
}

/// The group that shows `target`.
pub fn target_group(scene: &Scene, target: Target) -> Option<Placed<&Group>> {
    scene.regions().into_iter().find_map(|region| region.groups().find_map(|group| find(group, target)))
}

fn find(group: Placed<&Group>, target: Target) -> Option<Placed<&Group>> {
    match group.target {
        // What is written at it belongs to it, and isn't it.
        Some(found) => (found == target && group.role != Role::Decoration).then_some(group),
        // What stands for something holds nothing that stands for something else.
        None => group.inside().find_map(|inside| find(inside, target)),
    }
}
