//! What is painted, in fewer triangles: where there is no graphics card the processor fills each of them by blocks of pixels, and
//! long thin ones, such as a fan over a card with round corners is made of, are most of a frame. What is seen is the same: edges
//! lie on pixels, as egui puts them, and only round corners need a soft edge. Must not know what anything is.

use std::sync::Arc;

use eframe::egui::emath::{GuiRounding as _, TSTransform};
use eframe::egui::epaint::{CircleShape, ClippedShape, ColorMode, Mesh, Primitive, RectShape, Tessellator};
use eframe::egui::layers::{PaintList, ShapeIdx};
use eframe::egui::{
    ClippedPrimitive, Color32, ColorImage, Context, CornerRadius, Id, LayerId, Pos2, Rect, Shape, Stroke, StrokeKind,
    TextureHandle, TextureId, TextureOptions, Ui, Vec2, pos2,
};

use super::look::stamps::{self, Pieces};

/// Rectangles lower or narrower than this, in pixels, are lines, and stay as they are.
const LEAST: f32 = 2.05;
/// What is larger than this, in pixels, is filled from a texture of its own: a single white point that isn't mixed with what is
/// beside it, as the points of the letters' texture are. To change textures takes as long as to fill a card.
const LARGE: f32 = 60_000.0;
/// By so much a corner has to be rounder than one that lies inside of it, for each point between their edges, so that they meet
/// in their middles: 2 + √2.
const DIAGONAL: f32 = 3.414;
/// So much rounder than asked for egui paints lines around rectangles, in points.
const ROUNDER: f32 = 0.4;

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

/// How large the texture of letters is as a frame begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters([usize; 2]);

impl Letters {
    /// A frame begins.
    pub(super) fn begin(context: &Context) -> Self {
        Self(size_of_letters(context))
    }
}

/// Everything that this frame has painted, since it began with letters so large.
pub(super) fn all(context: &Context, before: Letters) {
    let mut layers: Vec<LayerId> = context.memory(|memory| memory.layer_ids().collect());
    if !layers.contains(&LayerId::background()) {
        layers.push(LayerId::background());
    }
    for layer in layers {
        lighten(context, layer, 0);
        context.graphics_mut(|graphics| graphics.get_mut(layer).map(join));
    }
    if size_of_letters(context) != before.0 {
        // Triangles that were kept from before show other parts of it.
        context.request_discard("the texture of letters has grown");
    }
}

/// What lies in its clip rectangle as a whole, and in that of what is painted before it, is painted together with that: each
/// change of the rectangle is a start from anew for who paints.
fn join(list: &mut PaintList) {
    let mut before: Option<Rect> = None;
    for place in 0..list.next_idx().0 {
        list.mutate_shape(ShapeIdx(place), |clipped| {
            let apart = match &clipped.shape {
                Shape::Noop => return,
                Shape::Callback(_) => None,
                // Their edges are not soft.
                Shape::Mesh(_) => Some(0.0),
                _ => Some(1.0),
            };
            if let (Some(clip), Some(edge)) = (before, apart)
                && clip != clipped.clip_rect
                && clipped.transform_after_tessellation == TSTransform::IDENTITY
            {
                let bounds = clipped.shape.visual_bounding_rect().expand(edge);
                if clipped.clip_rect.contains_rect(bounds) && clip.contains_rect(bounds) {
                    clipped.clip_rect = clip;
                }
            }
            before = Some(clipped.clip_rect);
        });
    }
}

/// What was painted on a part's layer after so much else.
pub(super) fn since(ui: &Ui, begin: usize) {
    lighten(ui.ctx(), ui.layer_id(), begin);
}

/// What was painted, as few shapes that are triangles already: shown again as long as the texture of letters is as large.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    shapes: Vec<ClippedShape>,
    texture: [usize; 2],
}

impl Kept {
    /// What was painted on a part's layer after so much else, once it is lighter.
    pub(super) fn since(ui: &Ui, begin: usize) -> Self {
        let context = ui.ctx();
        let (scale, options) = (context.pixels_per_point(), context.tessellation_options(|options| *options));
        let texture = size_of_letters(context);
        let painted: Vec<ClippedShape> = context.graphics(|graphics| {
            let list = graphics.get(ui.layer_id()).into_iter().flat_map(|list| list.all_entries());
            list.skip(begin).cloned().collect()
        });
        // egui's own discs in the texture are not needed, since every circle is a stamp.
        let triangles = Tessellator::new(scale, options, texture, Vec::new()).tessellate_shapes(painted);
        let shape = |painted: ClippedPrimitive| {
            let shape = match painted.primitive {
                Primitive::Mesh(mesh) => Shape::mesh(mesh),
                Primitive::Callback(callback) => Shape::Callback(callback),
            };
            ClippedShape::new(painted.clip_rect, shape)
        };
        Self { shapes: triangles.into_iter().map(shape).collect(), texture }
    }

    /// Shows it again. Whether there is something, and it could be.
    pub(super) fn show(&self, ui: &Ui) -> bool {
        if !self.can_be_shown(ui) {
            return false;
        }
        let layer = ui.layer_id();
        ui.ctx().graphics_mut(|graphics| {
            let list = graphics.entry(layer);
            for painted in &self.shapes {
                list.add(painted.clip_rect, painted.shape.clone());
            }
        });
        true
    }

    /// Whether it is still right to show it.
    pub(super) fn can_be_shown(&self, ui: &Ui) -> bool {
        !self.shapes.is_empty() && self.texture == size_of_letters(ui.ctx())
    }
}

fn size_of_letters(context: &Context) -> [usize; 2] {
    context.fonts(|fonts| fonts.font_image_size())
}

/// How much is painted on a part's layer.
pub(super) fn so_far(ui: &Ui) -> usize {
    ui.ctx().graphics(|graphics| graphics.get(ui.layer_id()).map_or(0, |list| list.all_entries().len()))
}

fn lighten(context: &Context, layer: LayerId, begin: usize) {
    let look = Look { context, pixel: 1.0 / context.pixels_per_point(), white: white(context) };
    // Taken out meanwhile: who asks for the texture of letters must not hold what is painted.
    let Some(mut list) = context.graphics_mut(|graphics| graphics.get_mut(layer).map(std::mem::take)) else { return };
    for place in begin..list.next_idx().0 {
        list.mutate_shape(ShapeIdx(place), |clipped| shape(&mut clipped.shape, look));
    }
    context.graphics_mut(|graphics| *graphics.entry(layer) = list);
}

/// What things are painted with.
#[derive(Clone, Copy)]
struct Look<'a> {
    context: &'a Context,
    /// How large a pixel is, in points.
    pixel: f32,
    /// A texture of one white point.
    white: TextureId,
}

fn shape(shape: &mut Shape, look: Look<'_>) {
    let pixel = look.pixel;
    let lighter = match shape {
        Shape::Vec(shapes) => {
            shapes.iter_mut().for_each(|one| self::shape(one, look));
            None
        }
        Shape::Rect(rect) => rectangle(rect, look),
        Shape::Circle(circle) => self::circle(circle, look),
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

/// A circle, as one rectangle or two.
fn circle(shape: &CircleShape, Look { context, pixel, .. }: Look<'_>) -> Option<Shape> {
    let CircleShape { center, radius, fill, stroke } = *shape;
    if radius <= 0.0 || stroke.is_empty() && fill == Color32::TRANSPARENT {
        return None;
    }
    let mut both = Vec::new();
    if fill != Color32::TRANSPARENT {
        both.push(stamps::round(context, center, radius, None, fill, pixel)?);
    }
    if !stroke.is_empty() {
        // It lies around the disc.
        let middle = radius + stroke.width / 2.0;
        both.push(stamps::round(context, center, middle, Some(stroke.width), stroke.color, pixel)?);
    }
    Some(Shape::Vec(both))
}

/// A rectangle; one with a line around it is still two things.
fn rectangle(shape: &RectShape, look: Look<'_>) -> Option<Shape> {
    let Look { pixel, .. } = look;
    let rect = shape.rect;
    let plain = shape.brush.is_none()
        && shape.blur_width == 0.0
        && shape.angle == 0.0
        && shape.round_to_pixels.is_none()
        && (shape.fill != Color32::TRANSPARENT || !shape.stroke.is_empty());
    if !plain || !rect.is_finite() || rect.size().min_elem() < LEAST * pixel {
        return None;
    }
    let rounded = rect.round_to_pixels(1.0 / pixel);
    if shape.stroke.is_empty() {
        return filled(rounded, shape.corner_radius, 0.0, shape.fill, look);
    }
    let width = shape.stroke.width;
    if rect.size().min_elem() < 2.0 * width + LEAST * pixel {
        return None;
    }
    // It ends below the line.
    let (under, grown) = match shape.stroke_kind {
        StrokeKind::Inside => (rounded, -width / 2.0),
        StrokeKind::Middle => {
            // Its middle lies on pixels' middles where it is about an odd number of them wide.
            let odd = width <= pixel || (width / pixel / 2.0 + 0.25).fract() > 0.5;
            (if odd { rect.round_to_pixel_center(1.0 / pixel) } else { rounded }, 0.0)
        }
        StrokeKind::Outside => (rounded, width / 2.0),
    };
    let line = || {
        let (outside, more) = (under.expand(grown + width / 2.0), grown + width / 2.0);
        // A little rounder, as egui has it.
        let radii = radii(shape.corner_radius, more + ROUNDER, outside);
        if radii.contains(&0.0) {
            return None;
        }
        stamps::outline(look.context, outside, radii, width, shape.stroke.color, pixel)
    };
    if shape.fill == Color32::TRANSPARENT {
        return line();
    }
    // Through a thin line what is below it shines.
    if shape.stroke.color.a() < 255 || width < 0.95 * pixel {
        return None;
    }
    let fill = filled(under.expand(grown), shape.corner_radius, grown + ROUNDER, shape.fill, look)?;
    let line = line().unwrap_or_else(|| RectShape { fill: Color32::TRANSPARENT, ..shape.clone() }.into());
    Some(Shape::Vec(vec![fill, line]))
}

/// The radii of a rectangle's corners that are so much larger than these; sharp ones stay sharp.
fn radii(corners: CornerRadius, grown: f32, rect: Rect) -> [f32; 4] {
    let most = rect.size().min_elem() / 2.0;
    let radius = |corner: u8| if corner == 0 { 0.0 } else { (f32::from(corner) + grown).clamp(0.0, most) };
    [corners.nw, corners.ne, corners.se, corners.sw].map(radius)
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

/// A filled rectangle as upright ones, and its round corners.
fn filled(rect: Rect, corners: CornerRadius, grown: f32, color: Color32, look: Look<'_>) -> Option<Shape> {
    let Look { context, pixel, white } = look;
    // Below a line it may reach half a pixel further, but not around its corners.
    let tiny = Vec2::splat(0.01);
    let (low, high) = ((rect.min / pixel + tiny).floor() * pixel, (rect.max / pixel - tiny).ceil() * pixel);
    let (inside, rect) = (rect, Rect::from_min_max(low, high));
    let radii = radii(corners, grown + DIAGONAL * (inside.left() - rect.left()), rect);
    let mut round = Pieces::default();
    if radii != [0.0; 4] && !stamps::corners(context, &mut round, rect, radii, color, pixel) {
        return None;
    }
    let large = rect.area() > LARGE * pixel * pixel;
    let mut mesh = Mesh::default();
    let [nw, ne, se, sw] = radii.map(|radius| stamps::reach(radius, pixel));
    let (top, bottom) = (nw.max(ne), sw.max(se));
    let mut upright = |left: f32, from: f32, right: f32, to: f32| {
        if right > left && to > from {
            let part = Rect::from_min_max(pos2(left, from), pos2(right, to));
            if large || radii == [0.0; 4] { mesh.add_colored_rect(part, color) } else { round.plain(part, color) }
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
    if large {
        mesh.texture_id = white;
    }
    let upright = Shape::mesh(mesh);
    match (radii == [0.0; 4], large) {
        (true, _) => Some(upright),
        (false, true) => Some(Shape::Vec(vec![upright, round.shape(context)?])),
        (false, false) => round.shape(context),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::look::{self, definitions};
    use crate::model::Theme;
    use eframe::egui::{RawInput, vec2};

    /// A window in which shapes are painted, before and after they are made lighter.
    struct Window(Context);

    /// Triangles, and the texture of letters that they show.
    struct Painted {
        meshes: Vec<Mesh>,
        texture: ColorImage,
    }

    impl Window {
        fn new() -> Self {
            let context = Context::default();
            context.set_fonts(definitions());
            look::Look::new(Theme::Light).install(&context);
            Self(context)
        }

        /// What is painted for a shape, as it is or lighter, and whether that is something else.
        fn paint(&self, before: &Shape, lighter: bool) -> (Painted, bool) {
            let mut after = before.clone();
            let mut output = self.0.run_ui(RawInput::default(), |ui| {
                if lighter {
                    let look = Look { context: ui.ctx(), pixel: 1.0, white: TextureId::default() };
                    shape(&mut after, look);
                }
            });
            output.textures_delta.clear();
            let other = after != *before;
            let meshes = self.0.tessellate(vec![ClippedShape::new(Rect::EVERYTHING, after)], 1.0);
            let meshes = meshes.into_iter().filter_map(|painted| match painted.primitive {
                Primitive::Mesh(mesh) => Some(mesh),
                Primitive::Callback(_) => None,
            });
            (Painted { meshes: meshes.collect(), texture: self.0.fonts(|fonts| fonts.image()) }, other)
        }
    }

    impl Painted {
        fn triangles(&self) -> usize {
            self.meshes.iter().map(|mesh| mesh.indices.len() / 3).sum()
        }

        /// How strong the texture is at a place of it, from 0 to 1: as four of its points have it that are nearest.
        fn texture_at(&self, uv: Pos2) -> f32 {
            let [width, height] = self.texture.size;
            let (x, y) = (uv.x * width as f32 - 0.5, uv.y * height as f32 - 0.5);
            let point = |x: f32, y: f32| {
                let (x, y) = (x.clamp(0.0, width as f32 - 1.0), y.clamp(0.0, height as f32 - 1.0));
                f32::from(self.texture[(x as usize, y as usize)].a()) / 255.0
            };
            let (left, top) = (x.floor(), y.floor());
            let (right, below) = (x - left, y - top);
            let row = |y: f32| point(left, y) * (1.0 - right) + point(left + 1.0, y) * right;
            row(top) * (1.0 - below) + row(top + 1.0) * below
        }

        /// How strong a point is painted.
        fn strength(&self, at: Pos2) -> f32 {
            let cross = |a: Pos2, b: Pos2, c: Pos2| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
            let mut left = 1.0;
            for mesh in &self.meshes {
                for triangle in mesh.indices.as_chunks::<3>().0 {
                    let [a, b, c] = triangle.map(|index| mesh.vertices[index as usize]);
                    let whole = cross(a.pos, b.pos, c.pos);
                    let parts = [cross(b.pos, c.pos, at), cross(c.pos, a.pos, at), cross(a.pos, b.pos, at)];
                    let parts = parts.map(|part| part / whole);
                    if whole == 0.0 || parts.iter().any(|part| *part < 0.0) {
                        continue;
                    }
                    let [alpha, u, v] = [a, b, c].iter().zip(parts).fold([0.0; 3], |sum, (vertex, part)| {
                        let values = [f32::from(vertex.color.a()) / 255.0, vertex.uv.x, vertex.uv.y];
                        [0, 1, 2].map(|place| sum[place] + values[place] * part)
                    });
                    left *= 1.0 - alpha * self.texture_at(pos2(u, v));
                }
            }
            1.0 - left
        }
    }

    /// That a shape is seen as egui paints it, to so much, and lighter.
    fn seen_alike(window: &Window, before: &Shape, most: f32) {
        let (was, _) = window.paint(before, false);
        let (is, other) = window.paint(before, true);
        assert!(other, "{before:?} is painted in another way");
        assert!(is.triangles() <= was.triangles(), "{} triangles for {}", is.triangles(), was.triangles());
        for x in 0..56 {
            for y in 0..48 {
                let middle = pos2(x as f32 + 0.503, y as f32 + 0.502);
                let (was, is) = (was.strength(middle), is.strength(middle));
                assert!((was - is).abs() < most, "{before:?} at {middle:?}: {was} and {is}");
            }
        }
    }

    #[test]
    fn rectangles_are_seen_as_egui_paints_them() {
        let window = Window::new();
        let corners = [
            CornerRadius::ZERO,
            CornerRadius::same(3),
            CornerRadius::same(9),
            CornerRadius { nw: 8, ne: 2, sw: 0, se: 12 },
        ];
        for corner in corners {
            for at in [0.0, 0.3, 0.7] {
                let rect = Rect::from_min_size(pos2(4.0 + at, 5.0 - at), vec2(41.0, 30.3));
                for stroke in [Stroke::NONE, Stroke::new(1.0, Color32::WHITE), Stroke::new(2.0, Color32::WHITE)] {
                    for kind in [StrokeKind::Inside, StrokeKind::Middle, StrokeKind::Outside] {
                        seen_alike(&window, &RectShape::new(rect, corner, Color32::WHITE, stroke, kind).into(), 0.25);
                    }
                }
            }
        }
    }

    #[test]
    fn lines_around_rectangles_are_seen_as_egui_paints_them() {
        let window = Window::new();
        let rect = Rect::from_min_size(pos2(6.2, 7.4), vec2(38.0, 26.4));
        let corners = [CornerRadius::same(3), CornerRadius::same(9), CornerRadius { nw: 7, ne: 4, sw: 2, se: 10 }];
        for corner in corners {
            for width in [0.7, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0] {
                for kind in [StrokeKind::Inside, StrokeKind::Middle, StrokeKind::Outside] {
                    let line = Stroke::new(width, Color32::WHITE);
                    seen_alike(&window, &RectShape::stroke(rect, corner, line, kind).into(), 0.25);
                }
            }
        }
    }

    #[test]
    fn circles_are_seen_as_egui_paints_them() {
        let window = Window::new();
        for at in [0.0, 0.25, 0.4, 0.85] {
            let center = pos2(24.0 + at, 22.5 - at);
            for radius in [7.0, 11.3, 12.6] {
                seen_alike(&window, &Shape::circle_filled(center, radius, Color32::WHITE), 0.3);
                for width in [1.0, 1.5, 2.5] {
                    let line = Stroke::new(width, Color32::WHITE);
                    seen_alike(&window, &Shape::circle_stroke(center, radius, line), 0.3);
                }
            }
        }
    }

    #[test]
    fn what_is_cut_nowhere_is_painted_with_what_comes_before_it() {
        let rect = |x: f32, size: f32| {
            Shape::mesh({
                let mut mesh = Mesh::default();
                mesh.add_colored_rect(Rect::from_min_size(pos2(x, 10.0), vec2(size, size)), Color32::WHITE);
                mesh
            })
        };
        let (whole, part) =
            (Rect::from_min_size(Pos2::ZERO, vec2(100.0, 60.0)), Rect::from_min_max(pos2(40.0, 0.0), pos2(80.0, 60.0)));
        let mut list = PaintList::default();
        for (clip, shape) in [
            (whole, rect(0.0, 10.0)),
            (part, rect(40.0, 9.0)),
            (part, rect(75.0, 9.0)),
            (part, rect(50.0, 9.0)),
            (whole, rect(10.0, 9.0)),
        ] {
            list.add(clip, shape);
        }
        join(&mut list);
        let clips: Vec<Rect> = list.all_entries().map(|clipped| clipped.clip_rect).collect();
        assert_eq!(clips, [whole, whole, part, part, whole]);
    }

    #[test]
    fn a_thin_line_is_a_rectangle_on_the_same_pixels() {
        let window = Window::new();
        for ends in
            [[pos2(3.2, 7.6), pos2(30.9, 7.6)], [pos2(8.0, 2.0), pos2(8.0, 25.0)], [pos2(20.5, 9.4), pos2(2.5, 9.4)]]
        {
            let before = Shape::line_segment(ends, Stroke::new(1.0, Color32::WHITE));
            assert_eq!(window.paint(&before, true).0.triangles(), 2);
            seen_alike(&window, &before, 0.51);
        }
        let slanted = Shape::line_segment([pos2(0.0, 0.0), pos2(9.0, 5.0)], Stroke::new(1.0, Color32::WHITE));
        assert!(!window.paint(&slanted, true).1);
    }
}
