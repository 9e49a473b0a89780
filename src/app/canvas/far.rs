//! What is seen from far: cards as plain rectangles and lines of text as bars, thousands of them in one mesh. Must not know what
//! they stand for.

use std::mem;

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Painter, Rect, Shape, Vec2};

/// Cards lower than this, in points, have no outline of their own: the colour of it is mixed into theirs.
const OUTLINED: f32 = 3.0;
/// How strong a thin outline is.
const THIN: f32 = 0.6;
/// How much of a low card is outline.
const MIXED: f32 = 0.35;
/// Gaps smaller than this, in points, are not seen.
const GAP: f32 = 0.75;
/// What covers less of a pixel isn't painted.
const FAINT: f32 = 0.1;

/// Rectangles that are painted together, in their order.
#[derive(Debug, Default)]
pub(super) struct Far {
    mesh: Mesh,
    /// The last one, as long as it may grow.
    last: Option<(Rect, Color32)>,
}

impl Far {
    /// A card with its fill and its outline.
    pub(super) fn card(&mut self, rect: Rect, fill: Option<Color32>, line: Option<Color32>) {
        match (fill, line) {
            (Some(fill), Some(line)) if rect.height() < OUTLINED => self.bar(rect, fill.lerp_to_gamma(line, MIXED)),
            (Some(fill), Some(line)) => {
                self.bar(rect, line.gamma_multiply(THIN));
                self.bar(rect.shrink(1.0), fill);
            }
            (Some(fill), None) => self.bar(rect, fill),
            (None, Some(line)) => {
                let line = line.gamma_multiply(THIN);
                let inner = rect.shrink(1.0);
                self.bar(rect.with_max_y(inner.top()), line);
                self.bar(rect.with_min_y(inner.bottom()), line);
                self.bar(Rect::from_x_y_ranges(rect.left()..=inner.left(), inner.y_range()), line);
                self.bar(Rect::from_x_y_ranges(inner.right()..=rect.right(), inner.y_range()), line);
            }
            (None, None) => {}
        }
    }

    /// A rectangle; one that is thinner than a point is as much fainter. What stands right below another one of its kind is
    /// one with it.
    pub(super) fn bar(&mut self, rect: Rect, color: Color32) {
        let covered = rect.width().clamp(0.0, 1.0) * rect.height().clamp(0.0, 1.0);
        if covered < FAINT {
            return;
        }
        let color = color.gamma_multiply(covered);
        // Without soft edges less than a point may fall between pixels.
        let rect = Rect::from_min_max(rect.min, rect.max.max(rect.min + Vec2::splat(1.0)));
        if let Some((before, same)) = self.last
            && same == color
            && before.left() == rect.left()
            && before.right() == rect.right()
            && (0.0..GAP).contains(&(rect.top() - before.bottom()))
        {
            let grown = before.union(rect);
            let kept = self.mesh.vertices.len() - 4;
            self.mesh.vertices.truncate(kept);
            self.mesh.indices.truncate(self.mesh.indices.len() - 6);
            self.mesh.add_colored_rect(grown, color);
            self.last = Some((grown, color));
            return;
        }
        self.mesh.add_colored_rect(rect, color);
        self.last = Some((rect, color));
    }

    /// Paints what there is: something else comes above it.
    pub(super) fn paint(&mut self, painter: &Painter) {
        self.last = None;
        if !self.mesh.is_empty() {
            painter.add(Shape::mesh(mem::take(&mut self.mesh)));
        }
    }
}
