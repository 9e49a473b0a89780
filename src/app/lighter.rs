//! What is painted, in fewer triangles: where there is no graphics card the processor fills each of them by blocks of pixels, and
//! long thin ones, such as a fan over a card with round corners is made of, are most of a frame. What is seen is the same: edges
//! lie on pixels, as egui puts them, and only round corners need a soft edge. Must not know what anything is.

use std::sync::Arc;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::epaint::{ColorMode, Mesh, RectShape};
use eframe::egui::layers::ShapeIdx;
use eframe::egui::{
    Color32, ColorImage, Context, CornerRadius, Id, LayerId, Pos2, Rect, Shape, Stroke, StrokeKind, TextureHandle,
    TextureId, TextureOptions, Ui, Vec2, pos2, vec2,
};

/// Rectangles lower or narrower than this, in pixels, are lines, and stay as they are.
const LEAST: f32 = 2.05;
/// What is larger than this, in pixels, is filled from a texture of its own: a single white point that isn't mixed with what is
/// beside it, as the points of the letters' texture are. To change textures takes as long as to fill a card.
const LARGE: f32 = 60_000.0;

/// A texture of one white point.
pub(super) fn white(context: &Context) -> TextureId {
    let id = Id::unique("white point");
    if let Some(texture) = context.data(|data| data.get_temp::<TextureHandle>(id)) {
        return texture.id();
    }
    let image = ColorImage::filled([1, 1], Color32::WHITE);
    let texture = context.load_texture("white point", image, TextureOptions::NEAREST);
    let white = texture.id();
    context.data_mut(|data| data.insert_temp(id, texture));
    white
}

/// Everything that this frame has painted.
pub(super) fn all(context: &Context) {
    let mut layers: Vec<LayerId> = context.memory(|memory| memory.layer_ids().collect());
    if !layers.contains(&LayerId::background()) {
        layers.push(LayerId::background());
    }
    for layer in layers {
        lighten(context, layer, 0);
    }
}

/// What was painted on a part's layer after so much else: what is kept for later frames needs it once only.
pub(super) fn since(ui: &Ui, begin: usize) {
    lighten(ui.ctx(), ui.layer_id(), begin);
}

fn lighten(context: &Context, layer: LayerId, begin: usize) {
    let look = Look { pixel: 1.0 / context.pixels_per_point(), white: white(context) };
    context.graphics_mut(|graphics| {
        let Some(list) = graphics.get_mut(layer) else { return };
        let end = list.next_idx().0;
        for place in begin..end {
            list.mutate_shape(ShapeIdx(place), |clipped| shape(&mut clipped.shape, look));
        }
    });
}

/// What things are painted with.
#[derive(Debug, Clone, Copy)]
struct Look {
    /// How large a pixel is, in points.
    pixel: f32,
    /// A texture of one white point.
    white: TextureId,
}

fn shape(shape: &mut Shape, look: Look) {
    let pixel = look.pixel;
    let lighter = match shape {
        Shape::Vec(shapes) => {
            shapes.iter_mut().for_each(|one| self::shape(one, look));
            None
        }
        Shape::Rect(rect) => rectangle(rect, look),
        Shape::LineSegment { points, stroke } => line(*points, *stroke, pixel),
        Shape::Path(path) if !path.closed && path.fill == Color32::TRANSPARENT => {
            match (path.points.as_slice(), &path.stroke.color) {
                ([from, to], ColorMode::Solid(color)) => {
                    line([*from, *to], Stroke::new(path.stroke.width, *color), pixel)
                }
                _ => None,
            }
        }
        _ => None,
    };
    if let Some(lighter) = lighter {
        *shape = lighter;
    }
}

/// A rectangle; one with a line around it is still two things.
fn rectangle(shape: &RectShape, Look { pixel, white }: Look) -> Option<Shape> {
    let rect = shape.rect;
    let plain = shape.brush.is_none()
        && shape.blur_width == 0.0
        && shape.angle == 0.0
        && shape.round_to_pixels.is_none()
        && shape.fill != Color32::TRANSPARENT;
    if !plain || !rect.is_finite() || rect.size().min_elem() < LEAST * pixel {
        return None;
    }
    let rounded = rect.round_to_pixels(1.0 / pixel);
    let mut mesh = Mesh::default();
    let texture = if rect.area() > LARGE * pixel * pixel { white } else { TextureId::default() };
    if shape.stroke.is_empty() {
        fill(&mut mesh, rounded, shape.corner_radius, 0.0, shape.fill, Some(pixel));
        mesh.texture_id = texture;
        return Some(Shape::Mesh(Arc::new(mesh)));
    }
    let width = shape.stroke.width;
    // Through a thin line what is below it shines.
    if shape.stroke.color.a() < 255 || width < 0.95 * pixel || rect.size().min_elem() < 2.0 * width + LEAST * pixel {
        return None;
    }
    // It ends below the line.
    let (under, grown) = match shape.stroke_kind {
        StrokeKind::Inside => (rounded, -width / 2.0),
        StrokeKind::Middle => {
            // Its middle lies on pixels' middles where it is an odd number of them wide.
            let odd = (width / pixel).round() as i32 % 2 == 1;
            (if odd { rect.round_to_pixel_center(1.0 / pixel) } else { rounded }, 0.0)
        }
        StrokeKind::Outside => (rounded, width / 2.0),
    };
    fill(&mut mesh, under.expand(grown), shape.corner_radius, grown, shape.fill, None);
    mesh.texture_id = texture;
    let line = RectShape { fill: Color32::TRANSPARENT, ..shape.clone() };
    Some(Shape::Vec(vec![Shape::Mesh(Arc::new(mesh)), Shape::Rect(line)]))
}

/// A line of one pixel's width from left to right or from top to bottom.
fn line([from, to]: [Pos2; 2], stroke: Stroke, pixel: f32) -> Option<Shape> {
    if stroke.color == Color32::TRANSPARENT || !(0.95..=1.05).contains(&(stroke.width / pixel)) {
        return None;
    }
    let (a, b) = (from.min(to), from.max(to));
    let center = |value: f32| value.round_to_pixel_center(1.0 / pixel);
    let half = pixel / 2.0;
    // Ends often stand on the edge between two pixels.
    let ends = |low: f32, high: f32| (center(low + pixel / 4.0) - half, center(high - pixel / 4.0) + half);
    let rect = if from.x == to.x && b.y - a.y > pixel {
        let (top, bottom) = ends(a.y, b.y);
        Rect::from_min_max(pos2(center(a.x) - half, top), pos2(center(a.x) + half, bottom))
    } else if from.y == to.y && b.x - a.x > pixel {
        let (left, right) = ends(a.x, b.x);
        Rect::from_min_max(pos2(left, center(a.y) - half), pos2(right, center(a.y) + half))
    } else {
        return None;
    };
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, stroke.color);
    Some(Shape::Mesh(Arc::new(mesh)))
}

/// A rectangle as upright ones, and its round corners, with edges so `soft`.
fn fill(mesh: &mut Mesh, rect: Rect, corners: CornerRadius, grown: f32, color: Color32, soft: Option<f32>) {
    let most = rect.size().min_elem() / 2.0;
    let radius = |corner: u8| if corner == 0 { 0.0 } else { (f32::from(corner) + grown).clamp(0.0, most) };
    let [nw, ne, se, sw] = [corners.nw, corners.ne, corners.se, corners.sw].map(radius);
    let (top, bottom) = (nw.max(ne), sw.max(se));
    let mut upright = |left: f32, from: f32, right: f32, to: f32| {
        if right > left && to > from {
            mesh.add_colored_rect(Rect::from_min_max(pos2(left, from), pos2(right, to)), color);
        }
    };
    let (left, right) = (rect.left(), rect.right());
    upright(left, rect.top() + top, right, rect.bottom() - bottom);
    upright(left + nw, rect.top(), right - ne, rect.top() + top);
    upright(left + sw, rect.bottom() - bottom, right - se, rect.bottom());
    // Beside a corner that is less round than the other one.
    upright(left, rect.top() + nw, left + nw, rect.top() + top);
    upright(right - ne, rect.top() + ne, right, rect.top() + top);
    upright(left, rect.bottom() - bottom, left + sw, rect.bottom() - sw);
    upright(right - se, rect.bottom() - bottom, right, rect.bottom() - se);
    let corner = |at: Pos2, to: Vec2, radius: f32| (at - to * radius, to, radius);
    for (center, to, radius) in [
        corner(rect.left_top(), vec2(-1.0, -1.0), nw),
        corner(rect.right_top(), vec2(1.0, -1.0), ne),
        corner(rect.right_bottom(), vec2(1.0, 1.0), se),
        corner(rect.left_bottom(), vec2(-1.0, 1.0), sw),
    ] {
        if radius > 0.0 {
            quarter(mesh, center, to, radius, color, soft);
        }
    }
}

/// A quarter of a disc, towards a corner.
fn quarter(mesh: &mut Mesh, center: Pos2, to: Vec2, radius: f32, color: Color32, soft: Option<f32>) {
    let half = soft.unwrap_or(0.0) / 2.0;
    let parts = (1.6 * radius.sqrt()).ceil().clamp(2.0, 16.0);
    let first = mesh.vertices.len() as u32;
    mesh.colored_vertex(center, color);
    for part in 0..=parts as u32 {
        let angle = std::f32::consts::FRAC_PI_2 * part as f32 / parts;
        let away = vec2(angle.cos() * to.x, angle.sin() * to.y);
        mesh.colored_vertex(center + away * (radius - half).max(0.0), color);
        mesh.colored_vertex(center + away * (radius + half), Color32::TRANSPARENT);
        if part > 0 {
            let now = first + 1 + 2 * part;
            mesh.add_triangle(first, now - 2, now);
            if half > 0.0 {
                mesh.add_triangle(now - 2, now - 1, now);
                mesh.add_triangle(now - 1, now + 1, now);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::epaint::{TessellationOptions, Tessellator};

    /// How strong a point is painted.
    fn strength(mesh: &Mesh, at: Pos2) -> f32 {
        let cross = |a: Pos2, b: Pos2, c: Pos2| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        let mut left = 1.0;
        for triangle in mesh.indices.as_chunks::<3>().0 {
            let [a, b, c] = triangle.map(|index| mesh.vertices[index as usize]);
            let whole = cross(a.pos, b.pos, c.pos);
            let parts = [cross(b.pos, c.pos, at), cross(c.pos, a.pos, at), cross(a.pos, b.pos, at)];
            let [a, b, c] = [(a, parts[0]), (b, parts[1]), (c, parts[2])]
                .map(|(vertex, part)| (f32::from(vertex.color.a()) / 255.0, part / whole));
            if whole != 0.0 && [a.1, b.1, c.1].iter().all(|part| *part >= 0.0) {
                left *= 1.0 - (a.0 * a.1 + b.0 * b.1 + c.0 * c.1);
            }
        }
        1.0 - left
    }

    fn look() -> Look {
        Look { pixel: 1.0, white: TextureId::default() }
    }

    fn mesh_of(shape: Shape) -> Mesh {
        let mut mesh = Mesh::default();
        Tessellator::new(1.0, TessellationOptions::default(), [1, 1], Vec::new()).tessellate_shape(shape, &mut mesh);
        mesh
    }

    #[test]
    fn what_is_seen_is_what_egui_paints() {
        let corners = [
            CornerRadius::ZERO,
            CornerRadius::same(3),
            CornerRadius::same(9),
            CornerRadius { nw: 8, ne: 2, sw: 0, se: 12 },
        ];
        for corner in corners {
            for at in [0.0, 0.3, 0.7] {
                let rect = Rect::from_min_size(pos2(4.0 + at, 5.0 - at), vec2(41.0, 30.3));
                for stroke in [Stroke::NONE, Stroke::new(1.0, Color32::WHITE)] {
                    for kind in [StrokeKind::Inside, StrokeKind::Middle, StrokeKind::Outside] {
                        let before = Shape::Rect(RectShape::new(rect, corner, Color32::WHITE, stroke, kind));
                        let mut after = before.clone();
                        shape(&mut after, look());
                        assert_ne!(before, after);
                        let (before, after) = (mesh_of(before), mesh_of(after));
                        for x in 0..52 {
                            for y in 0..44 {
                                let middle = pos2(x as f32 + 0.503, y as f32 + 0.502);
                                let (was, is) = (strength(&before, middle), strength(&after, middle));
                                assert!(
                                    (was - is).abs() < 0.25,
                                    "{corner:?} {stroke:?} {kind:?} at {middle:?}: {was} and {is}"
                                );
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_thin_line_is_a_rectangle_on_the_same_pixels() {
        for ends in
            [[pos2(3.2, 7.6), pos2(30.9, 7.6)], [pos2(8.0, 2.0), pos2(8.0, 25.0)], [pos2(20.5, 9.4), pos2(2.5, 9.4)]]
        {
            let before = Shape::line_segment(ends, Stroke::new(1.0, Color32::WHITE));
            let mut after = before.clone();
            shape(&mut after, look());
            let (before, after) = (mesh_of(before), mesh_of(after));
            assert_eq!(after.vertices.len(), 4);
            for x in 0..36 {
                for y in 0..30 {
                    let middle = pos2(x as f32 + 0.5, y as f32 + 0.5);
                    let (was, is) = (strength(&before, middle), strength(&after, middle));
                    assert!((was - is).abs() < 0.51, "{ends:?} at {middle:?}: {was} and {is}");
                }
            }
        }
        let mut slanted = Shape::line_segment([pos2(0.0, 0.0), pos2(9.0, 5.0)], Stroke::new(1.0, Color32::WHITE));
        let before = slanted.clone();
        shape(&mut slanted, look());
        assert_eq!(slanted, before);
    }
}
