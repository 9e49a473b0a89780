//! Pictures from bytes that may come from anybody: what they are, told by their content, and their pixels, bounded before
//! anything is made of them. Every picture that is shown, printed or kept goes through here.
//!
//! Must not know folders, nor what a picture is for.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

use super::drawing;
pub use super::drawing::Undrawable;

/// No side of a picture has more pixels than this.
pub const MOST_SIDE: u32 = 16_384;
/// No picture has more pixels than this, some 52 million: as many as good telephones take.
pub const MOST_PIXELS: u64 = 50 << 20;
/// No picture has more bytes than this once it is decoded: 256 MiB.
const MOST_DECODED: u64 = 256 << 20;
/// What a picture may carry along besides pixels, as profiles of colour, once it is unpacked: 8 MiB.
const MOST_BESIDE: u64 = 8 << 20;
/// A progressive JPEG goes over its pixels once a scan; ordinary ones have about ten. No more pixels are gone over in all.
const MOST_SCANNED: u64 = 12 * MOST_PIXELS;

/// A kind of picture that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP; of a moving one the first picture.
    WebP,
    /// Scalable Vector Graphics, drawn in pixels.
    Svg,
}

impl Kind {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::WebP => "webp",
            Self::Svg => "svg",
        }
    }

    /// What it is called on the web.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// What a picture says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// What it is.
    pub kind: Kind,
    /// Pixels across, at least 1.
    pub width: u32,
    /// Pixels down, at least 1.
    pub height: u32,
}

/// Why bytes are no picture that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unshowable {
    /// They are no picture of a kind that is known, or a broken one.
    #[error("no PNG, JPEG, WebP or SVG picture")]
    NoPicture,
    /// It is an SVG picture that can't be drawn as it is meant.
    #[error("an SVG picture that can't be drawn: {0:?}")]
    Undrawable(Undrawable),
    /// It has too many pixels to be shown on every machine.
    #[error("{width} × {height} pixels are too many")]
    TooManyPixels {
        /// How many across.
        width: u32,
        /// How many down.
        height: u32,
    },
}

/// What the picture is that these bytes are. Nothing is decoded for it but the head.
///
/// # Errors
/// When they are none, or one that is too large.
pub fn head(bytes: &[u8]) -> Result<Head, Unshowable> {
    if drawing::is_svg(bytes) {
        let (width, height) = drawing::size(bytes)?;
        return Ok(Head { kind: Kind::Svg, width, height });
    }
    decoder(bytes).map(|(head, _)| head)
}

/// Whether a text is the code of a drawing, of the kind [`Kind::Svg`]; one that can be drawn it may not be for all that. A web
/// page that holds a drawing is none.
pub fn is_drawing(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let opens = ["<svg", "<?xml", "<!--", "<!DOCTYPE svg"].into_iter().any(|opening| start.starts_with(opening));
    opens && drawing::is_svg(text.as_bytes())
}

/// The pixels of a picture.
///
/// # Errors
/// When the bytes are no whole picture, or one that is too large.
pub fn pixels(bytes: &[u8]) -> Result<(Kind, DynamicImage), Unshowable> {
    if drawing::is_svg(bytes) {
        return Ok((Kind::Svg, DynamicImage::ImageRgba8(drawing::pixels(bytes)?)));
    }
    let (head, decoder) = decoder(bytes)?;
    let image = DynamicImage::from_decoder(decoder).map_err(|_| Unshowable::NoPicture)?;
    Ok((head.kind, image))
}

/// A picture as PNG, which every program shows.
///
/// # Errors
/// As [`pixels`].
pub fn as_png(bytes: &[u8]) -> Result<Vec<u8>, Unshowable> {
    let (_, image) = pixels(bytes)?;
    let mut png = Cursor::new(Vec::new());
    image.write_to(&mut png, ImageFormat::Png).map_err(|_| Unshowable::NoPicture)?;
    Ok(png.into_inner())
}

/// What would decode a picture, once it is known to be within bounds.
fn decoder(bytes: &[u8]) -> Result<(Head, impl image::ImageDecoder + use<'_>), Unshowable> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Unshowable::NoPicture)?;
    let kind = match reader.format() {
        Some(ImageFormat::Png) => Kind::Png,
        Some(ImageFormat::Jpeg) => Kind::Jpeg,
        Some(ImageFormat::WebP) => Kind::WebP,
        _ => return Err(Unshowable::NoPicture),
    };
    let mut limits = Limits::default();
    // The pixels themselves are counted here, not there, so that too many can be told from none.
    limits.max_alloc = Some(MOST_BESIDE);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| Unshowable::NoPicture)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Unshowable::NoPicture);
    }
    let count = u64::from(width) * u64::from(height);
    let scans = if kind == Kind::Jpeg { scans(bytes) } else { 1 };
    if width.max(height) > MOST_SIDE
        || count > MOST_PIXELS
        || decoder.total_bytes() > MOST_DECODED
        || count.saturating_mul(scans) > MOST_SCANNED
    {
        return Err(Unshowable::TooManyPixels { width, height });
    }
    Ok((Head { kind, width, height }, decoder))
}

/// How many scans a JPEG has at most: how often the mark that begins one stands in it.
fn scans(bytes: &[u8]) -> u64 {
    bytes.windows(2).filter(|pair| *pair == [0xff, 0xda]).count() as u64
}
