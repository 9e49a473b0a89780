//! What things cover: for painting only what is seen of a part of the picture, and for cutting beside words.

use kurbo::{Rect, Shape as _};

use super::{Item, Stroke};

impl Item {
    /// What it covers at most, edges and all it holds included. Of words, from the top of the tallest letter to the bottom
    /// of the deepest one.
    pub fn bounds(&self) -> Rect {
        let edge = |stroke: Option<Stroke>| stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        match self {
            Self::Rect(item) => item.rect.inflate(edge(item.stroke), edge(item.stroke)),
            Self::Path(item) => {
                let path = item.path.bounding_box().scale_from_origin(item.scale) + item.origin.to_vec2();
                path.inflate(edge(item.stroke), edge(item.stroke))
            }
            Self::Text(item) => {
                let size = item.line.runs.iter().map(|run| run.size).fold(0.0, f64::max);
                let (x, y) = (item.origin.x, item.origin.y);
                Rect::new(x, y - size, x + item.line.width, y + 0.3 * size)
            }
            Self::Image(item) => item.rect,
            Self::Link(item) => item.rect,
            Self::Group(group) => group.items().fold(group.rect(), |bounds, item| bounds.union(item.bounds())),
        }
    }
}
