//! SVG pictures as pixels. What may come from anybody is bounded before anything is drawn: its bytes, its parts, how often it
//! repeats itself, how long its lines are and how much of the picture it paints over. It can refer to nothing but itself.
//!
//! Letters, pictures within the picture and effects are refused by name: drawn without them it would be another picture.
//! Must not know folders, nor what a picture is for.

use image::RgbaImage;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use resvg::tiny_skia::{PathSegment, Pixmap, Transform};
use resvg::usvg::{self, Group, Node, Path, Tree};

use super::picture::Unshowable;

/// Pixels of the longer side of an SVG picture, whatever size it says it has: sharp on paper, quick to draw.
const SIDE: u32 = 1_600;
/// No SVG picture is longer than this many times its width, nor the other way round.
const LONGEST: f32 = 64.0;
/// An SVG picture has no more bytes than this: 4 MiB.
const MOST_BYTES: usize = 4 << 20;
/// How many elements it has at most, with those that it repeats.
const MOST_ELEMENTS: usize = 5_000;
/// How many bytes its style sheets have at most: each rule is tried on each element.
const MOST_STYLE: usize = 32 << 10;
/// How many pieces all its lines have at most.
const MOST_PIECES: usize = 300_000;
/// How many dashes a line is broken into at most.
const MOST_DASHES: f32 = 20_000.0;
/// How often it paints over the whole picture at most.
const MOST_LAYERS: f32 = 80.0;

/// Why an SVG picture can't be shown as it is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undrawable {
    /// It is no SVG picture, or a broken one.
    Broken,
    /// It has letters in it, which look different on each machine.
    Letters,
    /// It refers to something outside itself.
    Reference,
    /// It has a part that isn't drawn: a picture, a pattern, a filter, a mask.
    Part,
    /// It has too many parts to be drawn quickly on every machine.
    Elaborate,
}

/// Whether these bytes are meant to be an SVG picture.
pub(super) fn is_svg(bytes: &[u8]) -> bool {
    let start = bytes.get(..4_096).unwrap_or(bytes);
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    start.starts_with(b"<") && start.windows(4).any(|four| four == b"<svg")
}

/// How many pixels an SVG picture is drawn with, across and down.
///
/// # Errors
/// When it can't be drawn as it is meant.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), Unshowable> {
    let tree = tree(bytes)?;
    scale(&tree).map(|(width, height, _)| (width, height)).map_err(Unshowable::Undrawable)
}

/// An SVG picture in pixels.
///
/// # Errors
/// As [`size`].
pub(super) fn pixels(bytes: &[u8]) -> Result<RgbaImage, Unshowable> {
    let tree = tree(bytes)?;
    let broken = Unshowable::Undrawable(Undrawable::Broken);
    let (width, height, scale) = scale(&tree).map_err(Unshowable::Undrawable)?;
    let mut pixmap = Pixmap::new(width, height).ok_or(broken)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    // What is drawn has its colours multiplied by their cover.
    let plain = pixmap.pixels().iter().flat_map(|pixel| {
        let color = pixel.demultiply();
        [color.red(), color.green(), color.blue(), color.alpha()]
    });
    RgbaImage::from_raw(width, height, plain.collect()).ok_or(broken)
}

/// Pixels across and down, and how many of them one unit of the drawing takes.
fn scale(tree: &Tree) -> Result<(u32, u32, f32), Undrawable> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let longer = width.max(height);
    if longer > LONGEST * width.min(height) {
        return Err(Undrawable::Elaborate);
    }
    let scale = SIDE as f32 / longer;
    let side = |length: f32| ((length * scale).round() as u32).clamp(1, SIDE);
    Ok((side(width), side(height), scale))
}

/// The drawing, once it is known to be within bounds.
fn tree(bytes: &[u8]) -> Result<Tree, Unshowable> {
    let read = || {
        if bytes.len() > MOST_BYTES {
            return Err(Undrawable::Elaborate);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Undrawable::Broken)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        look_through(text)?;
        // Nothing is ever fetched: references were refused above, and this resolves none.
        let mut options = usvg::Options::default();
        options.image_href_resolver.resolve_string = Box::new(|_, _| None);
        options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
        let tree = Tree::from_str(text, &options).map_err(|_| Undrawable::Broken)?;
        let mut cost = Cost { pieces: 0, painted: 0.0, canvas: tree.size().width() * tree.size().height() };
        cost.of_group(tree.root())?;
        Ok(tree)
    };
    read().map_err(Unshowable::Undrawable)
}

/// Refuses what isn't drawn, refers elsewhere, or would grow beyond bounds while it is read.
fn look_through(text: &str) -> Result<(), Undrawable> {
    let mut reader = Reader::from_str(text);
    let (mut elements, mut repeats, mut style) = (0_usize, 0_usize, 0_usize);
    // How deep within something that can be repeated.
    let mut repeatable: Vec<bool> = Vec::new();
    let mut in_style = false;
    loop {
        let event = reader.read_event().map_err(|_| Undrawable::Broken)?;
        match event {
            Event::Start(element) => {
                let kept = look_at(&element, repeatable.last() == Some(&true), &mut repeats)?;
                elements += 1;
                in_style = element.local_name().as_ref() == b"style";
                repeatable.push(repeatable.last() == Some(&true) || kept);
            }
            Event::Empty(element) => {
                look_at(&element, repeatable.last() == Some(&true), &mut repeats)?;
                elements += 1;
            }
            Event::End(_) => {
                repeatable.pop();
                in_style = false;
            }
            Event::Text(text) if in_style => {
                style += text.len();
                refers_elsewhere(&text.into_inner())?;
            }
            Event::CData(text) if in_style => {
                style += text.len();
                refers_elsewhere(&text.into_inner())?;
            }
            // What stands for other text can stand for very much of it.
            Event::DocType(text) if text.windows(7).any(|seven| seven == b"<!ENTIT") => {
                return Err(Undrawable::Elaborate);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
        // Each repetition could be of everything.
        if elements.saturating_mul(repeats + 1) > MOST_ELEMENTS.saturating_mul(4)
            || elements > MOST_ELEMENTS
            || style > MOST_STYLE
        {
            return Err(Undrawable::Elaborate);
        }
    }
}

/// Refuses an element, or says whether what is in it can be repeated.
fn look_at(element: &BytesStart<'_>, within_repeated: bool, repeats: &mut usize) -> Result<bool, Undrawable> {
    let name = element.local_name();
    match name.as_ref() {
        b"text" | b"tspan" | b"textPath" | b"font" => return Err(Undrawable::Letters),
        b"image" | b"feImage" | b"filter" | b"pattern" | b"mask" | b"foreignObject" | b"marker" | b"animate"
        | b"animateTransform" | b"animateMotion" | b"set" | b"script" | b"switch" => return Err(Undrawable::Part),
        b"use" if within_repeated => return Err(Undrawable::Elaborate),
        b"use" => *repeats += 1,
        _ => {}
    }
    let mut kept = matches!(name.as_ref(), b"defs" | b"symbol" | b"clipPath");
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|_| Undrawable::Broken)?;
        match attribute.key.local_name().as_ref() {
            b"href" if !attribute.value.trim_ascii_start().starts_with(b"#") && name.as_ref() != b"a" => {
                return Err(Undrawable::Reference);
            }
            b"id" => kept = kept || name.as_ref() != b"svg",
            _ => {}
        }
        refers_elsewhere(&attribute.value)?;
    }
    Ok(kept)
}

/// Refuses `url(…)` of anything but a part of the same drawing, and sheets of style from elsewhere.
fn refers_elsewhere(value: &[u8]) -> Result<(), Undrawable> {
    let lower = value.to_ascii_lowercase();
    if lower.windows(7).any(|seven| seven == b"@import") {
        return Err(Undrawable::Reference);
    }
    let begins = lower.windows(4).enumerate().filter(|(_, four)| *four == b"url(").map(|(at, _)| at + 4);
    for at in begins {
        let inside = lower.get(at..).unwrap_or_default().trim_ascii_start();
        let inside = inside.strip_prefix(b"&quot;").or_else(|| inside.strip_prefix(b"&apos;")).unwrap_or(inside);
        let inside = inside.strip_prefix(b"\"").or_else(|| inside.strip_prefix(b"'")).unwrap_or(inside);
        if !inside.starts_with(b"#") {
            return Err(Undrawable::Reference);
        }
    }
    Ok(())
}

/// What drawing takes, as far as it was counted.
struct Cost {
    pieces: usize,
    /// The areas of all parts, in square units of the drawing.
    painted: f32,
    canvas: f32,
}

impl Cost {
    fn of_group(&mut self, group: &Group) -> Result<(), Undrawable> {
        // A group that is laid over as one, or clipped, is drawn on a canvas of its own first.
        if group.should_isolate() {
            self.paint(self.canvas)?;
        }
        let mut clip = group.clip_path();
        while let Some(shape) = clip {
            self.paint(self.canvas)?;
            self.of_group(shape.root())?;
            clip = shape.clip_path();
        }
        if group.mask().is_some() || !group.filters().is_empty() {
            return Err(Undrawable::Part);
        }
        for node in group.children() {
            match node {
                Node::Group(inside) => self.of_group(inside)?,
                Node::Path(path) => self.of_path(path)?,
                Node::Image(_) => return Err(Undrawable::Part),
                Node::Text(_) => return Err(Undrawable::Letters),
            }
        }
        Ok(())
    }

    fn of_path(&mut self, path: &Path) -> Result<(), Undrawable> {
        self.pieces += path.data().len();
        if self.pieces > MOST_PIECES {
            return Err(Undrawable::Elaborate);
        }
        let bounds = path.abs_stroke_bounding_box();
        let area = (bounds.width() * bounds.height()).min(self.canvas);
        if path.fill().is_some() {
            self.paint(area)?;
        }
        if let Some(stroke) = path.stroke() {
            self.paint(area)?;
            if let Some(dashes) = stroke.dasharray() {
                let period: f32 = dashes.iter().sum();
                let count = length(path.data()) / period * dashes.len() as f32;
                if count.is_nan() || count > MOST_DASHES {
                    return Err(Undrawable::Elaborate);
                }
                self.pieces += count as usize;
            }
        }
        Ok(())
    }

    fn paint(&mut self, area: f32) -> Result<(), Undrawable> {
        self.painted += area;
        if self.painted <= MOST_LAYERS * self.canvas { Ok(()) } else { Err(Undrawable::Elaborate) }
    }
}

/// How long a line is at most: along the points that bend it.
fn length(path: &resvg::tiny_skia::Path) -> f32 {
    let (mut length, mut at, mut start) = (0.0, None, None);
    for segment in path.segments() {
        let points = match segment {
            PathSegment::MoveTo(point) => {
                (at, start) = (Some(point), Some(point));
                continue;
            }
            PathSegment::LineTo(point) => vec![point],
            PathSegment::QuadTo(first, point) => vec![first, point],
            PathSegment::CubicTo(first, second, point) => vec![first, second, point],
            PathSegment::Close => start.into_iter().collect(),
        };
        for point in points {
            length += at.map_or(0.0, |from: resvg::tiny_skia::Point| from.distance(point));
            at = Some(point);
        }
    }
    length
}
