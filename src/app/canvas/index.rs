//! Where the items of a picture are, so that a frame looks only at what may be in view. Must not know how they are painted.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::camera::Part;
use crate::scene::{Group, Item, Placed, Region, Role, Scene, kurbo};

/// Items that follow each other, and what they cover together: most of a large map is passed over by the chunk.
pub(super) struct Chunk {
    bounds: kurbo::Rect,
    items: Range<usize>,
}

/// The chunks of a row, which stay as long as pictures have that row.
struct RowChunks {
    _row: Arc<Group>,
    chunks: Arc<[Chunk]>,
    picture: u64,
}

/// Where the items of a picture are.
#[derive(Default)]
pub(super) struct Index {
    regions: [Arc<[Chunk]>; 5],
    rows: HashMap<usize, RowChunks>,
    /// How many pictures were looked through.
    pictures: u64,
}

impl Index {
    /// Looks through another picture. Rows that it shares with the one before are known already.
    pub(super) fn renew(&mut self, scene: &Scene) {
        self.pictures += 1;
        let now = self.pictures;
        for part in Part::ALL {
            let items = &part.region(scene).items;
            for item in items {
                let Item::Group(row) = item else { continue };
                if row.role == Role::Row {
                    let known = self.rows.entry(key(row.group())).or_insert_with(|| RowChunks {
                        _row: Arc::clone(row.group()),
                        chunks: chunks(row.unplaced()),
                        picture: now,
                    });
                    known.picture = now;
                }
            }
            if let Some(region) = self.regions.get_mut(part as usize) {
                *region = chunks(items);
            }
        }
        self.rows.retain(|_, row| row.picture == now);
    }

    /// The chunks of a region.
    pub(super) fn of_region(&self, part: Part) -> Arc<[Chunk]> {
        self.regions.get(part as usize).map(Arc::clone).unwrap_or_default()
    }

    /// The chunks of a row; none of any other group.
    pub(super) fn of_row(&self, group: &Arc<Group>) -> Option<Arc<[Chunk]>> {
        self.rows.get(&key(group)).map(|row| Arc::clone(&row.chunks))
    }

    /// The groups of a region, those of its rows among them, that may be in one of these areas.
    pub(super) fn groups_in<'s>(
        &self,
        part: Part,
        region: &'s Region,
        areas: &[kurbo::Rect],
    ) -> Vec<Placed<&'s Group>> {
        let chunks = self.of_region(part);
        let mut found = Vec::new();
        for item in in_areas(&chunks, &region.items, areas, kurbo::Vec2::ZERO) {
            let Item::Group(group) = item else { continue };
            match self.rows.get(&key(group.group())) {
                Some(row) => {
                    let inside = in_areas(&row.chunks, group.unplaced(), areas, group.by());
                    found.extend(inside.filter_map(|item| match item {
                        Item::Group(inner) => Some(Placed::new(&**inner.group(), group.by() + inner.by())),
                        _ => None,
                    }));
                }
                None => found.push(Placed::new(&**group.group(), group.by())),
            }
        }
        found
    }
}

/// What a row is known by as long as it is kept.
fn key(group: &Arc<Group>) -> usize {
    Arc::as_ptr(group).addr()
}

/// Items of a chunk: few enough to look at each, enough to pass over many.
const CHUNK: usize = 48;

fn chunks(items: &[Item]) -> Arc<[Chunk]> {
    let starts = (0..items.len()).step_by(CHUNK);
    starts
        .map(|start| {
            let range = start..(start + CHUNK).min(items.len());
            let all = items.get(range.clone()).unwrap_or_default().iter().map(bounds);
            Chunk { bounds: all.reduce(|all, one| all.union(one)).unwrap_or_default(), items: range }
        })
        .collect()
}

/// What an item covers at most.
fn bounds(item: &Item) -> kurbo::Rect {
    match item {
        Item::Rect(item) => item.rect.inflate(4.0, 4.0),
        Item::Path(item) => {
            let path = kurbo::Shape::bounding_box(&*item.path).scale_from_origin(item.scale);
            (path + item.origin.to_vec2()).inflate(8.0, 8.0)
        }
        Item::Text(item) => {
            let (x, y) = (item.origin.x, item.origin.y);
            kurbo::Rect::new(x, y - 40.0, x + item.line.width, y + 20.0)
        }
        Item::Image(item) => item.rect,
        Item::Link(item) => item.rect,
        // Shadows and badges may reach out of their group.
        Item::Group(group) => group.rect().inflate(24.0, 24.0),
    }
}

/// The chunks that may be seen.
pub(super) fn seen_of(chunks: &[Chunk], seen: kurbo::Rect) -> impl Iterator<Item = Range<usize>> {
    chunks.iter().filter(move |chunk| overlaps(chunk.bounds, seen)).map(|chunk| chunk.items.clone())
}

/// The items that may be in one of these areas, once each, where they are moved.
fn in_areas<'s>(
    chunks: &[Chunk],
    items: &'s [Item],
    areas: &[kurbo::Rect],
    by: kurbo::Vec2,
) -> impl Iterator<Item = &'s Item> {
    let wanted = |chunk: &&Chunk| areas.iter().any(|area| overlaps(chunk.bounds + by, *area));
    let ranges: Vec<Range<usize>> = chunks.iter().filter(wanted).map(|chunk| chunk.items.clone()).collect();
    ranges.into_iter().flat_map(|range| items.get(range).unwrap_or_default())
}

/// Whether two rectangles have something in common.
pub(super) fn overlaps(a: kurbo::Rect, b: kurbo::Rect) -> bool {
    a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0
}
