//! A scene as pixels: PNG files, and pictures for the clipboard, drawn from the scene's outlines.
//!
//! Must not know maps, nor shape text: glyphs come placed.

use std::collections::BTreeMap;
use std::sync::Arc;

use image::ImageEncoder as _;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use kurbo::{Affine, BezPath, PathEl, RoundedRect, Shape as _};
use tiny_skia::{
    FillRule, FilterQuality, IntSize, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PixmapPaint, StrokeDash,
    Transform,
};

use super::watch::{Stopped, Watch, Watched};
use crate::file::picture;
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
    let pixmap = draw(scene, scale, transparent, watch)?;
    let (width, height) = (pixmap.width(), pixmap.height());
    let mut data = pixmap.take_demultiplied();
    let color = if transparent {
        image::ExtendedColorType::Rgba8
    } else {
        drop_alpha(&mut data);
        image::ExtendedColorType::Rgb8
    };
    let mut file = Watched { bytes: Vec::new(), watch };
    // Flat colours: rows as they are come out a third as large as filtered ones, and no slower.
    PngEncoder::new_with_quality(&mut file, CompressionType::Level(4), PngFilter::NoFilter)
        .write_image(&data, width, height, color)
        .map_err(|error| watch.wanted().map_or_else(PngError::from, |()| PngError::Encode(error.to_string())))?;
    let mut file = file.bytes;
    insert_resolution(&mut file, (DOTS_A_METRE * scale).round() as u32);
    Ok(file)
}

/// The scene as pixels, for the clipboard.
///
/// # Errors
/// As [`png`].
pub fn pixels(scene: &Scene, scale: f64, transparent: bool) -> Result<Pixels, PngError> {
    let pixmap = draw(scene, scale, transparent, &Watch::default())?;
    Ok(Pixels { width: pixmap.width(), height: pixmap.height(), rgba: pixmap.take_demultiplied() })
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

fn draw(scene: &Scene, scale: f64, transparent: bool, watch: &Watch) -> Result<Pixmap, PngError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(PngError::Scale(scale));
    }
    let (width, height) = ((scene.size.width * scale).ceil().max(1.0), (scene.size.height * scale).ceil().max(1.0));
    let most = f64::from(MOST_PIXELS_A_SIDE);
    let too_large = || PngError::TooLarge { width, height, greatest: greatest_scale(scene) };
    if width > most || height > most || width * height > MOST_PIXELS as f64 {
        return Err(too_large());
    }
    let mut pixmap = Pixmap::new(width as u32, height as u32).ok_or_else(too_large)?;
    if !transparent {
        pixmap.fill(color(scene.background));
    }
    let mut painter = Painter {
        pixmap,
        transform: Transform::from_scale(scale as f32, scale as f32),
        scale,
        outlines: Outlines::default(),
        images: BTreeMap::new(),
    };
    let regions = scene.regions();
    let count: usize = regions.iter().map(|region| region.items.iter().map(parts).sum::<usize>()).sum();
    let mut painted = 0_usize;
    for item in regions.into_iter().flat_map(|region| &region.items) {
        if let Item::Group(row) = item
            && row.role == Role::Row
        {
            for part in row.items() {
                watch.done(PAINTED * painted as f64 / count as f64)?;
                painter.item(&part);
                painted += 1;
            }
        } else {
            watch.done(PAINTED * painted as f64 / count as f64)?;
            painter.item(item);
            painted += 1;
        }
    }
    watch.done(PAINTED)?;
    Ok(painter.pixmap)
}

/// How much of the work painting is; the rest is writing the file.
const PAINTED: f64 = 0.7;

/// How many parts of an item are painted one after the other.
fn parts(item: &Item) -> usize {
    match item {
        Item::Group(row) if row.role == Role::Row => row.unplaced().len(),
        _ => 1,
    }
}

struct Painter {
    pixmap: Pixmap,
    transform: Transform,
    scale: f64,
    outlines: Outlines,
    /// Decoded pictures by the address of their data and their size in pixels.
    images: BTreeMap<(usize, u32, u32), Option<Arc<Pixmap>>>,
}

impl Painter {
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
        let Some(path) = to_path(outline, place) else { return };
        if let Some(fill) = fill {
            self.pixmap.fill_path(&path, &paint(fill), FillRule::Winding, self.transform, None);
        }
        if let Some(stroke) = stroke {
            let line = tiny_skia::Stroke {
                width: stroke.width as f32,
                line_cap: LineCap::Round,
                line_join: LineJoin::Round,
                dash: stroke.dash.and_then(|(dash, gap)| StrokeDash::new(vec![dash as f32, gap as f32], 0.0)),
                ..tiny_skia::Stroke::default()
            };
            self.pixmap.stroke_path(&path, &paint(stroke.color), &line, self.transform, None);
        }
    }

    fn image(&mut self, item: &ImageItem) {
        let width = (item.rect.width() * self.scale).ceil().clamp(1.0, f64::from(MOST_PIXELS_A_SIDE)) as u32;
        let height = (item.rect.height() * self.scale).ceil().clamp(1.0, f64::from(MOST_PIXELS_A_SIDE)) as u32;
        let key = (Arc::as_ptr(&item.data).cast::<u8>().addr(), width, height);
        let picture = self.images.entry(key).or_insert_with(|| decode(&item.data, width, height).map(Arc::new)).clone();
        // Layout says beside the picture that it can't be shown.
        let Some(picture) = picture else { return };
        let transform = self
            .transform
            .pre_translate(item.rect.x0 as f32, item.rect.y0 as f32)
            .pre_scale(item.rect.width() as f32 / width as f32, item.rect.height() as f32 / height as f32);
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        self.pixmap.draw_pixmap(0, 0, (*picture).as_ref(), &paint, transform, None);
    }
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

/// Puts a `pHYs` chunk after the header, which is the first chunk and 25 bytes long behind a signature of 8 (PNG 3rd
/// edition, 11.3.4.3).
fn insert_resolution(file: &mut Vec<u8>, dots_a_metre: u32) {
    const HEADER_END: usize = 8 + 25;
    let mut body = *b"pHYs\0\0\0\0\0\0\0\0\x01";
    body[4..8].copy_from_slice(&dots_a_metre.to_be_bytes());
    body[8..12].copy_from_slice(&dots_a_metre.to_be_bytes());
    let chunk: Vec<u8> = 9u32.to_be_bytes().into_iter().chain(body).chain(checksum(&body).to_be_bytes()).collect();
    file.splice(HEADER_END..HEADER_END, chunk);
}

/// CRC-32 (PNG 3rd edition, annex D).
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 })
    })
}
