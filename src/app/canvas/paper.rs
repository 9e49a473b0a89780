//! The ground of the picture: painted only where nothing lies on it that hides it. Filling a window takes a processor that
//! paints longer than anything else, and half of a map's is cards. Must not know what lies on it.

use eframe::egui::layers::ShapeIdx;
use eframe::egui::{Color32, Mesh, Painter, Rect, Shape, pos2};

use crate::app::lighter;

/// What is lower or narrower than this, in points, hides too little.
const LEAST: f32 = 16.0;
/// More pieces than this would take longer than one whole.
const MOST: usize = 300;

/// The ground of the frame that is being painted.
#[derive(Debug, Default)]
pub(super) struct Paper {
    /// Where among the shapes its place is, what it fills and in which colour.
    place: Option<(ShapeIdx, Rect, Color32)>,
    hidden: Vec<Rect>,
}

impl Paper {
    /// Keeps a place for the ground of this rectangle, below everything that is painted until its [`end`](Self::end).
    pub(super) fn begin(&mut self, painter: &Painter, rect: Rect, color: Color32) {
        self.hidden.clear();
        let seen = rect.intersect(painter.clip_rect());
        self.place = seen.is_positive().then(|| (painter.add(Shape::Noop), seen, color));
    }

    /// Something hides this rectangle, with corners so round.
    pub(super) fn hide(&mut self, rect: Rect, radius: f32) {
        // What lies within, whatever pixels its edges are put on.
        let rect = rect.shrink(1.0 + 0.3 * radius);
        if self.place.is_some() && rect.width() >= LEAST && rect.height() >= LEAST {
            self.hidden.push(rect);
        }
    }

    /// Paints what of it is seen.
    pub(super) fn end(&mut self, painter: &Painter) {
        let Some((place, rect, color)) = self.place.take() else { return };
        let mut mesh = Mesh::default();
        for piece in around(rect, &self.hidden).unwrap_or_else(|| vec![rect]) {
            mesh.add_colored_rect(piece, color);
        }
        mesh.texture_id = lighter::white(painter.ctx());
        painter.set(place, Shape::mesh(mesh));
    }
}

/// What of a rectangle is in none of the others, in upright pieces: cards stand in columns. None where there are too many.
fn around(whole: Rect, hidden: &[Rect]) -> Option<Vec<Rect>> {
    let round = |rect: &Rect| {
        // On whole pixels, whatever a point is: a gap between two pieces would be seen.
        let rect = Rect::from_min_max(rect.min.ceil(), rect.max.floor()).intersect(whole);
        rect.is_positive().then_some(rect)
    };
    let mut hidden: Vec<Rect> = hidden.iter().filter_map(round).collect();
    hidden.sort_by(|a, b| a.top().total_cmp(&b.top()));
    let mut edges: Vec<f32> = [whole.left(), whole.right()].to_vec();
    edges.extend(hidden.iter().flat_map(|rect| [rect.left(), rect.right()]));
    edges.sort_by(f32::total_cmp);
    edges.dedup();
    let mut pieces: Vec<Rect> = Vec::new();
    for sides in edges.windows(2) {
        let &[left, right] = sides else { continue };
        let mut top = whole.top();
        let mut push = |from: f32, to: f32| {
            if to > from {
                pieces.push(Rect::from_min_max(pos2(left, from), pos2(right, to)));
            }
        };
        for rect in hidden.iter().filter(|rect| rect.left() <= left && rect.right() >= right) {
            push(top, rect.top());
            top = top.max(rect.bottom());
        }
        push(top, whole.bottom());
        if pieces.len() > MOST {
            return None;
        }
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_what_is_hidden_are_all_of_it_once() {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(60.0, 40.0));
        let rect =
            |x: f32, y: f32, width: f32, height: f32| Rect::from_min_max(pos2(x, y), pos2(x + width, y + height));
        // Side by side, over each other, over the edge.
        let hidden = [
            rect(5.0, 5.0, 10.0, 10.0),
            rect(5.0, 20.0, 30.0, 5.0),
            rect(10.0, 10.0, 10.0, 12.0),
            rect(50.0, 30.0, 30.0, 30.0),
        ];
        let pieces = around(whole, &hidden).unwrap();
        for x in 0..60 {
            for y in 0..40 {
                let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
                let is_hidden = hidden.iter().any(|rect| rect.contains(at));
                let painted = pieces.iter().filter(|piece| piece.contains(at)).count();
                assert_eq!(painted, usize::from(!is_hidden), "{at:?}");
            }
        }
    }

    #[test]
    fn too_many_pieces_are_none() {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 1000.0));
        let hidden: Vec<Rect> = (0..40)
            .map(|at| Rect::from_min_size(pos2(at as f32 * 20.0, at as f32 * 20.0), eframe::egui::vec2(400.0, 18.0)))
            .collect();
        assert!(around(whole, &hidden).is_none());
    }
}
