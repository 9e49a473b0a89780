//! A scene as pixels: PNG files, and pictures for the clipboard, drawn from the scene's outlines.
//!
//! A file is painted and packed in strips, so that a poster needs little more memory than its file has bytes.
//!
//! Must not know maps, nor shape text: glyphs come placed.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

use image::imageops::FilterType;
use kurbo::{Affine, BezPath, PathEl, Rect, RoundedRect, Shape as _, Vec2};
use tiny_skia::{
    FillRule, FilterQuality, IntSize, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PixmapPaint, StrokeDash,
    Transform,
};

use super::watch::{Stopped, Watch, Watched};
use crate::file::picture;
use crate::layout::sheets::Sheets;
use crate::scene::{Color, ImageItem, Item, PathItem, RectItem, Role, Scene, Stroke, TextItem, kurbo};
use crate::text::Outlines;

/// No side has more pixels.
pub const MOST_PIXELS_A_SIDE: u32 = 32_767;
/// No picture has more pixels: an A0 sheet at 300 dots an inch has 140 million.
pub const MOST_PIXELS: u64 = 200_000_000;
/// Dots a metre at scale 1: a map unit is 1/96 inch.
const DOTS_A_METRE: f64 = 96.0 / 0.0254;

/// Why a scene can't be pixels.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PngError {
    /// The scale is zero, negative or no number.
    #[error("the scale must be greater than 0, not {0}")]
    Scale(f64),
    /// More pixels than a picture may have.
    #[error("{width} × {height} pixels are too many; the greatest scale possible is {greatest}")]
    TooLarge {
        /// Pixels wanted across.
        width: f64,
        /// Pixels wanted down.
        height: f64,
        /// The greatest scale that is possible, rounded down to hundredths.
        greatest: f64,
    },
    /// The encoder failed.
    #[error("the picture can't be encoded: {0}")]
    Encode(String),
    /// It was stopped before its end.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Bytes of memory that it takes to make a picture of so many pixels, at most: a few strips, and its packed bytes, which are
/// in two places whenever the file outgrows its room; a poster of photographs hardly gets smaller by packing.
pub const fn memory_of(pixels: u64) -> u64 {
    let strips = 4 * STRIP as u64;
    let most = if pixels < MOST_PIXELS { pixels } else { MOST_PIXELS };
    strips + most * 4
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue, alpha (not premultiplied) of each pixel, row by row from the top.
    pub rgba: Vec<u8>,
}

/// Bytes of a strip, about: large enough that little is painted twice, small beside the file.
const STRIP: usize = 16 << 20;

/// The scene as a PNG file that says its resolution; at scale 1 a map unit is a pixel.
///
/// # Errors
/// The scale is no positive number, or makes more pixels than [`MOST_PIXELS`] or [`MOST_PIXELS_A_SIDE`].
pub fn png(scene: &Scene, scale: f64, transparent: bool) -> Result<Vec<u8>, PngError> {
    png_watched(scene, scale, transparent, &Watch::default())
}

/// As [`png`], watched from another thread: a large picture takes seconds.
///
/// # Errors
/// As [`png`], and when it was stopped.
pub fn png_watched(scene: &Scene, scale: f64, transparent: bool, watch: &Watch) -> Result<Vec<u8>, PngError> {
    write(&Picture::of(scene, &Sheets::own(scene), scale, transparent)?, scale, watch)
}

/// The first of the sheets that the scene is on, with so many pixels for each 1/96 inch of paper.
///
/// # Errors
/// As [`png_watched`].
pub fn png_on(
    scene: &Scene,
    sheets: &Sheets,
    scale: f64,
    transparent: bool,
    watch: &Watch,
) -> Result<Vec<u8>, PngError> {
    write(&Picture::of(scene, sheets, scale, transparent)?, scale, watch)
}

/// Paints strip by strip, and packs each before the next is painted.
fn write(picture: &Picture, scale: f64, watch: &Watch) -> Result<Vec<u8>, PngError> {
    let mut file = Watched { bytes: Vec::new(), watch };
    encode(picture, scale, watch, &mut file)
        .map_err(|error| watch.wanted().map_or_else(PngError::from, |()| PngError::Encode(error.to_string())))?;
    Ok(file.bytes)
}

fn encode(
    picture: &Picture,
    scale: f64,
    watch: &Watch,
    file: &mut Watched<'_>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut encoder = ::png::Encoder::new(file, picture.width, picture.height);
    encoder.set_color(if picture.ground.is_none() { ::png::ColorType::Rgba } else { ::png::ColorType::Rgb });
    encoder.set_depth(::png::BitDepth::Eight);
    // Flat colours: rows as they are come out a third as large as filtered ones, and no slower.
    encoder.set_deflate_compression(::png::DeflateCompression::Level(4));
    encoder.set_filter(::png::Filter::NoFilter);
    let dots = (DOTS_A_METRE * scale).round() as u32;
    encoder.set_pixel_dims(Some(::png::PixelDimensions { xppu: dots, yppu: dots, unit: ::png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    let mut rows = writer.stream_writer_with_size(1 << 16)?;
    let mut painter = Painter::of(picture);
    let strip = (STRIP / 4 / picture.width.max(1) as usize).clamp(16, 4096) as u32;
    let mut top = 0;
    while top < picture.height {
        watch.done(f64::from(top) / f64::from(picture.height))?;
        let height = strip.min(picture.height - top);
        let mut data = painter.strip(picture, top, height).ok_or("no memory for a strip")?.take_demultiplied();
        if picture.ground.is_some() {
            drop_alpha(&mut data);
        }
        rows.write_all(&data)?;
        top += height;
    }
    rows.finish()?;
    writer.finish()?;
    watch.done(1.0)?;
    Ok(())
}

/// The scene as pixels, for the clipboard.
///
/// # Errors
/// As [`png`].
pub fn pixels(scene: &Scene, scale: f64, transparent: bool) -> Result<Pixels, PngError> {
    pixels_on(scene, &Sheets::own(scene), scale, transparent)
}

/// The first of the sheets that the scene is on as pixels, so many for each 1/96 inch of paper.
///
/// # Errors
/// As [`png`].
pub fn pixels_on(scene: &Scene, sheets: &Sheets, scale: f64, transparent: bool) -> Result<Pixels, PngError> {
    let picture = Picture::of(scene, sheets, scale, transparent)?;
    let (width, height) = (picture.width, picture.height);
    let whole = Painter::of(&picture).strip(&picture, 0, height);
    let whole = whole.ok_or_else(|| too_large(sheets, f64::from(width), f64::from(height)))?;
    Ok(Pixels { width, height, rgba: whole.take_demultiplied() })
}

/// The greatest scale at which [`png`] can draw this scene, rounded down to hundredths.
pub fn greatest_scale(scene: &Scene) -> f64 {
    greatest_scale_of(scene.size)
}

/// The greatest scale at which [`png`] can draw a scene of this size in map units, rounded down to hundredths.
pub fn greatest_scale_of(size: kurbo::Size) -> f64 {
    let (width, height) = (size.width.max(1.0), size.height.max(1.0));
    let side = f64::from(MOST_PIXELS_A_SIDE) / width.max(height);
    let area = (MOST_PIXELS as f64 / (width * height)).sqrt();
    // A pixel less a side, for both are rounded up.
    (side.min(area) * (1.0 - 2.0 / f64::from(MOST_PIXELS_A_SIDE)) * 100.0).floor() / 100.0
}

/// A picture that is to be painted.
struct Picture {
    width: u32,
    height: u32,
    /// Pixels for each map unit.
    scale: f64,
    /// Where the scene is on its sheet, in map units.
    by: Vec2,
    /// The paper's colour; none: it is transparent.
    ground: Option<Color>,
    /// What is on it with what that covers, from below; what is in a row by itself.
    things: Vec<(Rect, Item)>,
}

impl Picture {
    fn of(scene: &Scene, sheets: &Sheets, scale: f64, transparent: bool) -> Result<Self, PngError> {
        if !(scale.is_finite() && scale > 0.0) {
            return Err(PngError::Scale(scale));
        }
        let scale = scale * sheets.scale;
        // What is lost in reckoning is no pixel.
        let side = |units: f64| (units * scale - 1e-6).ceil().max(1.0);
        let (width, height) = (side(sheets.size.width), side(sheets.size.height));
        let most = f64::from(MOST_PIXELS_A_SIDE);
        if width > most || height > most || width * height > MOST_PIXELS as f64 {
            return Err(too_large(sheets, width, height));
        }
        let mut things = Vec::new();
        let mut add = |item: Item| things.push((item.bounds(), item));
        for item in scene.regions().into_iter().flat_map(|region| &region.items) {
            match item {
                Item::Group(row) if row.role == Role::Row => row.items().for_each(&mut add),
                _ => add(item.clone()),
            }
        }
        let by = sheets.sheets.first().and_then(|sheet| sheet.parts.first()).map_or(Vec2::ZERO, |part| part.by());
        let ground = (!transparent).then_some(scene.background);
        Ok(Self { width: width as u32, height: height as u32, scale, by, ground, things })
    }
}

fn too_large(sheets: &Sheets, width: f64, height: f64) -> PngError {
    PngError::TooLarge { width, height, greatest: greatest_scale_of(sheets.size * sheets.scale) }
}

struct Painter {
    /// The rows that are being painted.
    pixmap: Option<Pixmap>,
    transform: Transform,
    scale: f64,
    outlines: Outlines,
    /// Decoded pictures by the address of their data and their size in pixels.
    images: BTreeMap<(usize, u32, u32), Option<Arc<Pixmap>>>,
}

impl Painter {
    fn of(picture: &Picture) -> Self {
        Self {
            pixmap: None,
            transform: Transform::identity(),
            scale: picture.scale,
            outlines: Outlines::default(),
            images: BTreeMap::new(),
        }
    }

    /// So many rows of pixels of the picture, from one on; none where there is no memory for them.
    fn strip(&mut self, picture: &Picture, top: u32, height: u32) -> Option<Pixmap> {
        let mut pixmap = Pixmap::new(picture.width, height)?;
        if let Some(ground) = picture.ground {
            pixmap.fill(color(ground));
        }
        let (scale, by) = (picture.scale, picture.by * picture.scale);
        let (from, to) = (f64::from(top), f64::from(top) + f64::from(height));
        self.pixmap = Some(pixmap);
        self.transform = Transform::from_row(scale as f32, 0.0, 0.0, scale as f32, by.x as f32, (by.y - from) as f32);
        for (bounds, item) in &picture.things {
            if bounds.y0 * scale + by.y < to + 1.0 && from - 1.0 < bounds.y1 * scale + by.y {
                self.item(item);
            }
        }
        self.pixmap.take()
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Rect(rect) => self.rect(rect),
            Item::Path(path) => self.path(path),
            Item::Text(text) => self.text(text),
            Item::Image(image) => self.image(image),
            // A picture leads nowhere.
            Item::Link(_) => {}
            Item::Group(group) => group.items().for_each(|item| self.item(&item)),
        }
    }

    fn rect(&mut self, item: &RectItem) {
        let outline = RoundedRect::from_rect(item.rect, item.radius).to_path(0.01);
        self.shape(&outline, Affine::IDENTITY, item.fill, item.stroke);
    }

    fn path(&mut self, item: &PathItem) {
        let place = Affine::translate(item.origin.to_vec2()) * Affine::scale(item.scale);
        self.shape(&item.path, place, item.fill, item.stroke);
    }

    fn text(&mut self, item: &TextItem) {
        let outline = self.outlines.line(&item.line);
        self.shape(&outline, Affine::translate(item.origin.to_vec2()), Some(item.color), None);
    }

    fn shape(&mut self, outline: &BezPath, place: Affine, fill: Option<Color>, stroke: Option<Stroke>) {
        let (Some(path), Some(pixmap)) = (to_path(outline, place), &mut self.pixmap) else { return };
        if let Some(fill) = fill {
            pixmap.fill_path(&path, &paint(fill), FillRule::Winding, self.transform, None);
        }
        if let Some(stroke) = stroke {
            let line = tiny_skia::Stroke {
                width: stroke.width as f32,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                dash: stroke.dash.and_then(|(dash, gap)| StrokeDash::new(vec![dash as f32, gap as f32], 0.0)),
                ..tiny_skia::Stroke::default()
            };
            pixmap.stroke_path(&path, &paint(stroke.color), &line, self.transform, None);
        }
    }

    fn image(&mut self, item: &ImageItem) {
        let width = (item.rect.width() * self.scale).ceil().clamp(1.0, f64::from(MOST_PIXELS_A_SIDE)) as u32;
        let height = (item.rect.height() * self.scale).ceil().clamp(1.0, f64::from(MOST_PIXELS_A_SIDE)) as u32;
        let key = (Arc::as_ptr(&item.data).cast::<u8>().addr(), width, height);
        let picture = self.images.entry(key).or_insert_with(|| decode(&item.data, width, height).map(Arc::new)).clone();
        // Layout says beside the picture that it can't be shown.
        let (Some(picture), Some(pixmap)) = (picture, &mut self.pixmap) else { return };
        let transform = self
            .transform
            .pre_translate(item.rect.x0 as f32, item.rect.y0 as f32)
            .pre_scale(item.rect.width() as f32 / width as f32, item.rect.height() as f32 / height as f32);
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        pixmap.draw_pixmap(0, 0, (*picture).as_ref(), &paint, transform, None);
    }
}

/// How much the lines of a path so placed cover each pixel of a square with sides so long, row by row, from 0 to 255; none
/// where there is no line. Lines are so wide and have round ends, as they have in pictures.
pub fn covered(outline: &BezPath, place: Affine, width: f32, side: u32) -> Option<Vec<u8>> {
    let mut pixmap = Pixmap::new(side, side)?;
    let line = tiny_skia::Stroke {
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..tiny_skia::Stroke::default()
    };
    let white = paint(Color::hex(0xffffff));
    pixmap.stroke_path(&to_path(outline, place)?, &white, &line, Transform::identity(), None);
    Some(pixmap.pixels().iter().map(|pixel| pixel.alpha()).collect())
}

fn to_path(outline: &BezPath, place: Affine) -> Option<Path> {
    let mut path = PathBuilder::with_capacity(outline.elements().len(), outline.elements().len() * 2);
    for element in outline.elements() {
        match place * *element {
            PathEl::MoveTo(a) => path.move_to(a.x as f32, a.y as f32),
            PathEl::LineTo(a) => path.line_to(a.x as f32, a.y as f32),
            PathEl::QuadTo(a, b) => path.quad_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32),
            PathEl::CurveTo(a, b, c) => {
                path.cubic_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32, c.x as f32, c.y as f32);
            }
            PathEl::ClosePath => path.close(),
        }
    }
    path.finish()
}

fn color(color: Color) -> tiny_skia::Color {
    tiny_skia::Color::from_rgba8(color.r, color.g, color.b, color.a)
}

fn paint(fill: Color) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(color(fill));
    paint
}

/// The picture at the size it will have, so that scaling down loses nothing that could be seen.
fn decode(data: &[u8], width: u32, height: u32) -> Option<Pixmap> {
    let mut image = picture::pixels(data).ok()?.1.into_rgba8();
    for pixel in image.pixels_mut() {
        let alpha = u16::from(pixel.0[3]);
        for channel in &mut pixel.0[..3] {
            *channel = ((u16::from(*channel) * alpha + 127) / 255) as u8;
        }
    }
    let image = image::imageops::resize(&image, width, height, FilterType::Triangle);
    Pixmap::from_vec(image.into_raw(), IntSize::from_wh(width, height)?)
}

/// Four channels to three, in place.
fn drop_alpha(data: &mut Vec<u8>) {
    let count = data.len() / 4;
    for i in 0..count {
        data.copy_within(i * 4..i * 4 + 3, i * 3);
    }
    data.truncate(count * 3);
}
