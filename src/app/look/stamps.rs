//! Small pictures in the texture of the letters: icons, round corners, circles. Like a letter each is drawn once, and then
//! painted as a rectangle: where there is no graphics card, the hundreds of thin triangles of an icon or of a round line are
//! most of a frame. What is seen is the same to an eighth of a pixel. Must not know what they are painted for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::epaint::text::{GlyphBitmap, GlyphRasterizer, RasterizedGlyph, Row, RowVisuals};
use eframe::egui::epaint::{Mesh, TextShape, Vertex};
use eframe::egui::{
    Color32, ColorImage, Context, FontFamily, FontId, Galley, Id, Painter, Pos2, Rect, Shape, Vec2, pos2, vec2,
};
use kurbo::BezPath;

use crate::export::png;
use crate::scene::kurbo;

/// The family whose letters they are.
const FAMILY: &str = "stamps";
/// The first of their letters, in Unicode's last private plane.
const FIRST: u32 = 0x10_0000;
/// More than these aren't kept: who zooms needs others every time.
const MOST: usize = 4_096;
/// What is larger than this, in pixels, is painted in triangles: one that is higher than letters makes their texture higher in
/// its whole width.
const LARGE: f32 = 33.0;
/// Measures are told apart by so many parts of a pixel, and places by a quarter of one.
const PARTS: f32 = 64.0;

/// The family of stamps, which has no font.
pub(super) fn family() -> FontFamily {
    FontFamily::Name(FAMILY.into())
}

/// What is drawn; measures in parts of a pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Stamp {
    /// The upper left corner of a rectangle, so round.
    Corner { radius: u16 },
    /// The upper left corner of a line around a rectangle: so round outside, so wide, so far from the picture's edges.
    Bend { radius: u16, width: u16, inset: u16 },
    /// A disc.
    Disc { radius: u16, at: [u8; 2] },
    /// A circle.
    Ring { radius: u16, width: u16, at: [u8; 2] },
    /// The lines of a path, known by where it lies in memory.
    Lines { path: usize, scale: u32, width: u16, at: [u8; 2] },
}

/// A picture, and how far its corner is from what it is a picture of, in pixels.
type Drawn = (ColorImage, Vec2);

/// Where a stamp is in the letters' texture, in its points, how large it is and how far from what it is a picture of, in pixels.
#[derive(Debug, Clone)]
struct Place {
    corner: Vec2,
    size: f32,
    from: Vec2,
    /// The whole of it, to be painted with its corner at the origin.
    whole: Arc<Galley>,
}

/// The pictures of letters, for whoever draws letters.
type Pictures = Arc<Mutex<HashMap<char, ColorImage>>>;

/// The stamps of a window.
#[derive(Default)]
struct Stamps {
    pictures: Pictures,
    letters: HashMap<Stamp, (char, Vec2)>,
    places: HashMap<Stamp, Place>,
    /// Paths that stamps are known by stay where they are.
    paths: Vec<Arc<BezPath>>,
    /// How often all were forgotten: letters mean something else then, and have another size.
    forgotten: u16,
    /// The pass in which places were looked after last.
    pass: Option<u64>,
    /// A text that egui keeps as long as its letters stay where they are in their texture.
    probe: Option<Arc<Galley>>,
    /// Whether the window's fonts have the family.
    is_there: bool,
}

/// Rectangles of the letters' texture that are painted as one shape.
#[derive(Debug)]
pub(in crate::app) struct Pieces(Mesh);

/// Lets a window have stamps.
pub(super) fn install(context: &Context) {
    let stamps = kept(context);
    let pictures = Arc::clone(&stamps.lock().unwrap_or_else(PoisonError::into_inner).pictures);
    context.add_glyph_rasterizer(GlyphRasterizer::new("stamps", move |request| {
        if *request.family != family() {
            return None;
        }
        let pictures = pictures.lock().unwrap_or_else(PoisonError::into_inner);
        let image = pictures.get(&request.cluster.chars().next()?)?.clone();
        // It isn't tinted here, nor made bolder as letters are.
        Some(RasterizedGlyph { bitmap: GlyphBitmap { image, offset_px: Vec2::ZERO, is_color: true }, advance_px: 1.0 })
    }));
}

fn kept(context: &Context) -> Arc<Mutex<Stamps>> {
    context.data_mut(|data| Arc::clone(data.get_temp_mut_or_default(Id::unique("stamps"))))
}

fn with<R>(context: &Context, act: impl FnOnce(&mut Stamps) -> R) -> R {
    let stamps = kept(context);
    let mut stamps = stamps.lock().unwrap_or_else(PoisonError::into_inner);
    stamps.look_after(context);
    act(&mut stamps)
}

impl Stamps {
    /// A change of theme and a full texture move every letter.
    fn look_after(&mut self, context: &Context) {
        let pass = Some(context.cumulative_pass_nr());
        if self.pass == pass {
            return;
        }
        self.pass = pass;
        self.is_there = context.fonts(|fonts| fonts.definitions().families.contains_key(&family()));
        if !self.is_there {
            return;
        }
        let probe = context
            .fonts_mut(|fonts| fonts.layout_no_wrap(" ".to_owned(), FontId::proportional(9.5), Color32::PLACEHOLDER));
        if !self.probe.as_ref().is_some_and(|before| Arc::ptr_eq(before, &probe)) {
            self.places.clear();
            self.probe = Some(probe);
        }
        if self.letters.len() > MOST {
            self.forgotten = self.forgotten.wrapping_add(1);
            self.letters.clear();
            self.places.clear();
            self.paths.clear();
            self.pictures.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }

    /// Where a stamp is, drawn if nobody had it; none where it can't be a letter.
    fn place(&mut self, context: &Context, stamp: Stamp, draw: impl FnOnce() -> Option<Drawn>) -> Option<Place> {
        if !self.is_there {
            return None;
        }
        if let Some(place) = self.places.get(&stamp) {
            return Some(place.clone());
        }
        let (letter, from) = match self.letters.get(&stamp) {
            Some(known) => *known,
            None => {
                let (image, from) = draw()?;
                let letter = char::from_u32(FIRST + u32::try_from(self.letters.len()).ok()?)?;
                self.pictures.lock().unwrap_or_else(PoisonError::into_inner).insert(letter, image);
                self.letters.insert(stamp, (letter, from));
                (letter, from)
            }
        };
        let font = FontId::new(8.0 + f32::from(self.forgotten), family());
        let set = context.fonts_mut(|fonts| fonts.layout_no_wrap(letter.to_string(), font, Color32::PLACEHOLDER));
        let glyph = set.rows.first()?.glyphs.first()?;
        if !glyph.is_color {
            // Who draws letters doesn't know of it yet.
            return None;
        }
        let [left, top] = glyph.uv_rect.min.map(f32::from);
        let size = f32::from(glyph.uv_rect.max[0]) - left;
        let corner = vec2(left, top);
        let mut whole = Pieces::default();
        let rect = Rect::from_min_size(Pos2::ZERO, Vec2::splat(size / set.pixels_per_point));
        whole.add(rect, corner, corner + Vec2::splat(size), Color32::PLACEHOLDER);
        let place = Place { corner, size, from, whole: self.letter(whole.0)? };
        self.places.insert(stamp, place.clone());
        Some(place)
    }

    /// Triangles as a letter: their places in its texture are only known at the end of a frame in which it may grow.
    fn letter(&self, mesh: Mesh) -> Option<Arc<Galley>> {
        let mut galley = Galley::clone(self.probe.as_ref()?);
        let placed = galley.rows.first_mut()?;
        let bounds = mesh.calc_bounds();
        (galley.mesh_bounds, galley.rect) = (bounds, bounds);
        (galley.num_vertices, galley.num_indices) = (mesh.vertices.len(), mesh.indices.len());
        let mut row = Row::clone(&placed.row);
        row.glyphs.clear();
        row.visuals = RowVisuals { mesh, mesh_bounds: bounds, glyph_index_start: 0, glyph_vertex_range: 0..0 };
        (placed.pos, placed.row) = (Pos2::ZERO, Arc::new(row));
        Some(Arc::new(galley))
    }

    /// Pieces that have their colours.
    fn shape(&self, pieces: Pieces) -> Option<Shape> {
        Some(TextShape::new(Pos2::ZERO, self.letter(pieces.0)?, Color32::WHITE).into())
    }
}

/// A measure in pixels in parts of one; none where it is too large.
fn parts(pixels: f32) -> Option<u16> {
    (0.0..=LARGE).contains(&pixels).then_some((pixels * PARTS).round() as u16)
}

fn pixels(parts: u16) -> f32 {
    f32::from(parts) / PARTS
}

/// A place in pixels as the pixel it is in and the quarter of it.
fn quarters(at: Pos2) -> (Pos2, [u8; 2]) {
    let nearest = (at * 4.0).round();
    let whole = (nearest / 4.0).floor();
    (whole, [nearest.x - 4.0 * whole.x, nearest.y - 4.0 * whole.y].map(|quarter| quarter as u8))
}

/// A square picture of what covers each pixel so much, by the place of its middle; none of a large one.
fn drawn(size: f32, covered: impl Fn(Pos2) -> f32) -> Option<Drawn> {
    if size > LARGE {
        return None;
    }
    let side = size.ceil().max(1.0) as usize;
    let pixels = (0..side * side).map(|index| {
        let middle = pos2((index % side) as f32 + 0.5, (index / side) as f32 + 0.5);
        Color32::from_white_alpha((covered(middle).clamp(0.0, 1.0) * 255.0).round() as u8)
    });
    Some((ColorImage::new([side, side], pixels.collect()), Vec2::ZERO))
}

/// How much of a pixel a line of this width covers, so far from its middle: as egui paints lines.
fn line(width: f32, away: f32) -> f32 {
    if width < 1.0 { width * (1.0 - away.abs()) } else { (width + 1.0) / 2.0 - away.abs() }
}

/// How far a pixel is from the edge outside of a rectangle's upper left corner, whose middle is there.
fn from_corner(middle: Pos2, at: Pos2) -> f32 {
    if at.x < middle.x && at.y < middle.y { middle.distance(at) } else { (middle.x - at.x).max(middle.y - at.y) }
}

impl Default for Pieces {
    fn default() -> Self {
        // Four corners and what lies between them.
        let mut mesh = Mesh::default();
        mesh.reserve_vertices(32);
        mesh.reserve_triangles(16);
        Self(mesh)
    }
}

impl Pieces {
    /// A rectangle of this colour.
    pub(in crate::app) fn plain(&mut self, rect: Rect, color: Color32) {
        self.0.add_colored_rect(rect, color);
    }

    /// A rectangle of the texture; `from` and `to` are what its upper left and its lower right show.
    fn add(&mut self, rect: Rect, from: Vec2, to: Vec2, color: Color32) {
        let first = self.0.vertices.len() as u32;
        self.0.add_triangle(first, first + 1, first + 2);
        self.0.add_triangle(first + 2, first + 1, first + 3);
        let (from, to) = (from.to_pos2(), to.to_pos2());
        for (pos, uv) in [
            (rect.left_top(), from),
            (rect.right_top(), pos2(to.x, from.y)),
            (rect.left_bottom(), pos2(from.x, to.y)),
            (rect.right_bottom(), to),
        ] {
            self.0.vertices.push(Vertex { pos, uv, color });
        }
    }

    /// What is painted.
    pub(in crate::app) fn shape(self, context: &Context) -> Option<Shape> {
        with(context, |stamps| stamps.shape(self))
    }
}

/// How far the round corners of these radii reach along the edges, in points.
pub(in crate::app) fn reach(radius: f32, pixel: f32) -> f32 {
    (radius / pixel - 0.5).ceil().max(0.0) * pixel
}

/// The round corners of a rectangle whose edges lie on pixels: upper left, upper right, lower right, lower left. Whether they
/// could be painted.
pub(in crate::app) fn corners(
    context: &Context,
    pieces: &mut Pieces,
    rect: Rect,
    radii: [f32; 4],
    color: Color32,
    pixel: f32,
) -> bool {
    with(context, |stamps| {
        let at = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
        let inward = [vec2(1.0, 1.0), vec2(-1.0, 1.0), vec2(-1.0, -1.0), vec2(1.0, -1.0)];
        for ((radius, corner), inward) in radii.into_iter().zip(at).zip(inward) {
            if radius <= 0.0 {
                continue;
            }
            let reach = reach(radius, pixel);
            let Some(radius) = parts(radius / pixel) else { return false };
            let size = (reach / pixel).max(1.0);
            let draw = || {
                let round = pixels(radius);
                drawn(size, |at| round + 0.5 - from_corner(pos2(round, round), at))
            };
            let Some(place) = stamps.place(context, Stamp::Corner { radius }, draw) else { return false };
            piece(pieces, (corner, inward), &place, place.size, color, pixel);
        }
        true
    })
}

/// Adds a stamp at a corner, as far as it reaches, mirrored so that it does so inward.
fn piece(pieces: &mut Pieces, (corner, inward): (Pos2, Vec2), place: &Place, reach: f32, color: Color32, pixel: f32) {
    let rect = Rect::from_two_pos(corner, corner + inward * reach * pixel);
    let (low, high) = (place.corner, place.corner + Vec2::splat(reach));
    let turn = |low: f32, high: f32, inward: f32| if inward > 0.0 { (low, high) } else { (high, low) };
    let (left, right) = turn(low.x, high.x, inward.x);
    let (top, bottom) = turn(low.y, high.y, inward.y);
    pieces.add(rect, vec2(left, top), vec2(right, bottom), color);
}

/// A line around a rectangle, given by its outside, in points. None where it can't be painted in this way.
pub(in crate::app) fn outline(
    context: &Context,
    outside: Rect,
    radii: [f32; 4],
    width: f32,
    color: Color32,
    pixel: f32,
) -> Option<Shape> {
    let (min, max) = (outside.min / pixel, outside.max / pixel);
    // Half a pixel more than it covers, since edges are soft.
    let (low, high) = ((min - Vec2::splat(0.499)).floor(), (max + Vec2::splat(0.499)).ceil());
    let inset = min.x - low.x;
    let insets = [min.y - low.y, high.x - max.x, high.y - max.y];
    if insets.iter().any(|other| (other - inset).abs() > 0.02) {
        return None;
    }
    let room = (high - low).min_elem();
    let width = width / pixel;
    // So far its sides reach.
    let sides = (inset + width + 0.5).ceil();
    let frame = [low, pos2(high.x, low.y), high, pos2(low.x, high.y)].map(|corner| corner * pixel);
    let inward = [vec2(1.0, 1.0), vec2(-1.0, 1.0), vec2(-1.0, -1.0), vec2(1.0, -1.0)];
    with(context, |stamps| {
        let mut pieces = Pieces::default();
        let mut reaches = [0.0; 4];
        let mut bends = Vec::with_capacity(4);
        for ((radius, corner), (inward, reached)) in
            radii.into_iter().zip(frame).zip(inward.into_iter().zip(&mut reaches))
        {
            let radius = (radius / pixel).max(width + 0.1);
            let reach = (inset + radius - 0.5).ceil().max(sides);
            if radius <= 0.0 || 2.0 * reach > room {
                return None;
            }
            let stamp = Stamp::Bend { radius: parts(radius)?, width: parts(width)?, inset: parts(inset)? };
            let draw = || {
                let middle = pos2(inset + radius, inset + radius);
                // One more than it reaches, where it is straight already.
                drawn(reach + 1.0, |at| line(width, from_corner(middle, at) - radius + width / 2.0))
            };
            let place = stamps.place(context, stamp, draw)?;
            piece(&mut pieces, (corner, inward), &place, reach, color, pixel);
            *reached = reach;
            bends.push(place);
        }
        // The sides between them, each as it ends in the corner that it begins at.
        let [nw, ne, se, sw] = reaches.map(|reach| reach * pixel);
        let depth = sides * pixel;
        let frame = Rect::from_min_max(frame[0], frame[2]);
        let rect =
            |left: f32, top: f32, right: f32, bottom: f32| Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        let (left, top, right, bottom) = (frame.left(), frame.top(), frame.right(), frame.bottom());
        let mut side = |rect: Rect, place: &Place, from: Vec2, to: Vec2| {
            if rect.is_positive() {
                pieces.add(rect, place.corner + from, place.corner + to, color);
            }
        };
        let at = |place: &Place| place.size - 0.5;
        let [a, b, c, d] = bends.as_slice() else { return None };
        side(rect(left + nw, top, right - ne, top + depth), a, vec2(at(a), 0.0), vec2(at(a), sides));
        side(rect(right - depth, top + ne, right, bottom - se), b, vec2(sides, at(b)), vec2(0.0, at(b)));
        side(rect(left + sw, bottom - depth, right - se, bottom), c, vec2(at(c), sides), vec2(at(c), 0.0));
        side(rect(left, top + nw, left + depth, bottom - sw), d, vec2(0.0, at(d)), vec2(sides, at(d)));
        stamps.shape(pieces)
    })
}

/// A disc, or a circle of this width around it: its radius to the middle of the line. In points.
pub(in crate::app) fn round(
    context: &Context,
    center: Pos2,
    radius: f32,
    width: Option<f32>,
    color: Color32,
    pixel: f32,
) -> Option<Shape> {
    let (corner, at) = quarters(center / pixel);
    let radius = parts(radius / pixel)?;
    let width = width.map_or(Some(None), |width| parts(width / pixel).map(Some))?;
    let (round, wide) = (pixels(radius), width.map_or(0.0, pixels));
    let half = (round + wide / 2.0 + 0.5).ceil();
    let middle = pos2(half, half) + vec2(f32::from(at[0]), f32::from(at[1])) / 4.0;
    let (stamp, size) = match width {
        None => (Stamp::Disc { radius, at }, 2.0 * half + 1.0),
        Some(width) => (Stamp::Ring { radius, width, at }, 2.0 * half + 1.0),
    };
    let draw = || {
        drawn(size, |at| match width {
            None => round + 0.5 - middle.distance(at),
            Some(_) => line(wide, middle.distance(at) - round),
        })
    };
    with(context, |stamps| {
        let place = stamps.place(context, stamp, draw)?;
        Some(TextShape::new((corner - Vec2::splat(half)) * pixel, place.whole, color).into())
    })
}

/// Paints the lines of a small path, such as an icon's, with its origin there, enlarged so much, with lines so wide; in points.
/// It is drawn at the size `scale` and shown `stretched`. Whether it could be.
pub(in crate::app) fn lines(
    painter: &Painter,
    path: &Arc<BezPath>,
    origin: Pos2,
    (scale, stretched): (f32, f32),
    width: f32,
    color: Color32,
) -> bool {
    let context = painter.ctx();
    let pixel = 1.0 / context.pixels_per_point();
    let shape = with(context, |stamps| {
        let (scale, wide) = (scale / pixel, parts(width / pixel)?);
        let (corner, at) = if stretched == 1.0 { quarters(origin / pixel) } else { (origin / pixel, [0, 0]) };
        let stamp = Stamp::Lines { path: Arc::as_ptr(path).addr(), scale: scale.to_bits(), width: wide, at };
        let by = vec2(f32::from(at[0]), f32::from(at[1])) / 4.0;
        let mut paths = std::mem::take(&mut stamps.paths);
        let place = stamps.place(context, stamp, || {
            paths.push(Arc::clone(path));
            stroked(path, scale, pixels(wide), by)
        });
        stamps.paths = paths;
        let place = place?;
        let from = (corner + place.from * stretched) * pixel;
        if stretched == 1.0 {
            return Some(TextShape::new(from, place.whole, color).into());
        }
        let mut pieces = Pieces::default();
        let rect = Rect::from_min_size(from, Vec2::splat(place.size * stretched * pixel));
        pieces.add(rect, place.corner, place.corner + Vec2::splat(place.size), color);
        stamps.shape(pieces)
    });
    let is_painted = shape.is_some();
    painter.extend(shape);
    is_painted
}

/// A picture of a path's lines, moved by so many pixels; none of one that is large.
fn stroked(path: &BezPath, scale: f32, width: f32, by: Vec2) -> Option<Drawn> {
    let bounds = kurbo::Shape::bounding_box(path);
    let around = Vec2::splat(width / 2.0 + 1.0);
    let corner = |x: f64, y: f64| pos2(x as f32, y as f32) * scale + by;
    let from = (corner(bounds.x0, bounds.y0) - around).floor();
    let size = (corner(bounds.x1, bounds.y1) + around - from).max_elem().ceil();
    if size > LARGE {
        return None;
    }
    let to = by - from.to_vec2();
    let place = kurbo::Affine::translate((f64::from(to.x), f64::from(to.y))) * kurbo::Affine::scale(scale.into());
    let side = size.max(1.0) as u32;
    let pixels = png::covered(path, place, width, side)?.into_iter().map(Color32::from_white_alpha);
    Some((ColorImage::new([side as usize; 2], pixels.collect()), from.to_vec2()))
}
