//! Paints the pages and notes what each thing on them is.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::page::{Page, PageSettings};
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, Identifier, Node, Tag, TagGroup, TagKind, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use kurbo::{Affine, BezPath, PathEl, Rect, RoundedRect, Shape as _, Vec2};
use skrifa::{FontRef, MetadataProvider as _};

use super::{PdfError, tags};
use crate::file::picture::{self, Kind};
use crate::layout::sheets::{Part, Sheets};
use crate::scene::{
    Color, Face, ImageItem, Item, LinkItem, PathItem, Placed, RectItem, Role, Run, Scene, Stroke, TextItem, kurbo,
};

/// One of the largest things of the picture: a group, a line of the ground; what is in a row by itself.
pub(super) struct Thing {
    /// In which region it is.
    pub(super) part: Region,
    item: Item,
    bounds: Rect,
    /// Whether it is a group: what is tagged has one, or is words.
    pub(super) group: Option<Placed>,
    /// What it is to readers, once it is painted.
    pub(super) nodes: Vec<Node>,
}

/// A region of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    Body,
    Names,
    Header,
    Title,
    Footer,
}

/// What there is to paint, from below.
fn things(scene: &Scene) -> Vec<Thing> {
    let mut things = Vec::new();
    let parts = [Region::Body, Region::Names, Region::Header, Region::Title, Region::Footer];
    for (part, region) in parts.into_iter().zip(scene.regions()) {
        let mut add = |item: Item| {
            let group = if let Item::Group(group) = &item { Some(group.clone()) } else { None };
            things.push(Thing { part, bounds: item.bounds(), item, group, nodes: Vec::new() });
        };
        for item in &region.items {
            match item {
                Item::Group(row) if row.role == Role::Row => row.items().for_each(&mut add),
                _ => add(item.clone()),
            }
        }
    }
    things
}

/// The pages of a document.
#[derive(Default)]
pub(super) struct Pages {
    count: usize,
    fonts: BTreeMap<u64, (Font, Option<GlyphId>)>,
    /// Decoded pictures by the address of their data.
    images: BTreeMap<usize, Option<Image>>,
}

impl Pages {
    /// How many there are so far.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Paints a scene on its sheets, a page each.
    pub(super) fn add(
        &mut self,
        document: &mut Document,
        scene: &Scene,
        sheets: &Sheets,
        scale: f64,
        tree: &mut TagTree,
    ) -> Result<(), PdfError> {
        let (width, height) = ((sheets.size.width * scale) as f32, (sheets.size.height * scale) as f32);
        let settings = PageSettings::from_wh(width, height).ok_or(PdfError::Empty)?;
        let mut things = things(scene);
        for (index, sheet) in sheets.sheets.iter().enumerate() {
            let mut page = document.start_page_with(settings.clone());
            for part in &sheet.parts {
                for thing in things.iter_mut().filter(|thing| shows(part, thing.bounds)) {
                    annotate(&mut page, part, thing, scale);
                }
            }
            let mut surface = page.surface();
            surface.push_transform(&Transform::from_scale(scale as f32, scale as f32));
            let mut painter = Painter {
                surface,
                page: self.count,
                by: Vec2::ZERO,
                scale,
                fonts: &mut self.fonts,
                images: &mut self.images,
                broken_font: None,
            };
            let mut open = Open::Nothing;
            painter.decoration(&mut open);
            let paper = Rect::from_origin_size((0.0, 0.0), sheets.size);
            painter.shape(&paper.to_path(0.1), Affine::IDENTITY, Some(scene.background), None);
            painter.close(&mut open);
            for part in &sheet.parts {
                painter.part(part, &mut things, sheets);
            }
            painter.by = Vec2::ZERO;
            painter.items(&mut open, sheet.marks.iter().cloned(), &mut Vec::new(), false, true);
            painter.close(&mut open);
            if index + 1 == sheets.sheets.len() {
                // Empty cells are content too, or a table would have holes.
                tags::tree(tree, scene, &mut things, &mut || painter.nothing());
            }
            let broken_font = painter.broken_font.take();
            painter.surface.pop();
            drop(painter);
            page.finish();
            self.count += 1;
            if let Some(family) = broken_font {
                return Err(PdfError::Font { family });
            }
        }
        Ok(())
    }
}

/// Lays the links of something over the page.
fn annotate(page: &mut Page<'_>, part: &Part, thing: &mut Thing, scale: f64) {
    for link in links(&thing.item) {
        let seen = link.rect.intersect(part.source);
        let Some(rect) = tags::rectangle(seen + part.by(), scale).filter(|_| !part.again) else { continue };
        let address = link.address.to_string();
        let target = Target::Action(Action::Link(LinkAction::new(address.clone())));
        let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(address));
        let place = page.add_tagged_annotation(annotation);
        thing.nodes.push(TagGroup::with_children(Tag::Link, vec![Node::Leaf(place)]).into());
    }
}

/// Whether something of it is seen in a part of the picture.
fn shows(part: &Part, bounds: Rect) -> bool {
    let seen = part.source;
    bounds.x0 < seen.x1 && seen.x0 < bounds.x1 && bounds.y0 < seen.y1 && seen.y0 < bounds.y1
        || bounds.area() <= 0.0 && seen.overlaps(bounds)
}

/// The places in something that lead out of the map.
fn links(item: &Item) -> Vec<LinkItem> {
    let mut links = Vec::new();
    item.walk(&mut |item| {
        if let Item::Link(link) = item {
            links.push(link.clone());
        }
    });
    links
}

struct Painter<'a, 'b> {
    surface: Surface<'a>,
    /// Which page, from 0.
    page: usize,
    /// From the picture to the page, before the scale.
    by: Vec2,
    scale: f64,
    fonts: &'b mut BTreeMap<u64, (Font, Option<GlyphId>)>,
    /// Decoded pictures by the address of their data.
    images: &'b mut BTreeMap<usize, Option<Image>>,
    broken_font: Option<String>,
}

/// What is being drawn belongs to this.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Decoration,
    Content(Identifier),
}

impl Painter<'_, '_> {
    /// Paints what is seen in a part of the picture. Readers hear of each thing where it is painted first.
    fn part(&mut self, part: &Part, things: &mut [Thing], sheets: &Sheets) {
        self.by = part.by();
        let whole = sheets.sheets.len() == 1;
        self.surface.push_transform(&Transform::from_translate(self.by.x as f32, self.by.y as f32));
        if !whole && let Some(path) = to_path(&part.source.to_path(0.1), Affine::IDENTITY) {
            self.surface.push_clip_path(&path, &FillRule::NonZero);
        }
        let mut open = Open::Nothing;
        for thing in things.iter_mut().filter(|thing| whole || shows(part, thing.bounds)) {
            let said = thing.nodes.iter().any(|node| !matches!(node, Node::Group(group) if is_link(group)));
            let item = std::iter::once(thing.item.clone());
            let mut nodes = Vec::new();
            self.items(&mut open, item, &mut nodes, false, said || part.again);
            // Its links come after it.
            thing.nodes.splice(0..0, nodes);
        }
        self.close(&mut open);
        if !whole {
            self.surface.pop();
        }
        self.surface.pop();
    }

    /// Content that shows nothing.
    fn nothing(&mut self) -> Node {
        let place = self.surface.start_tagged(ContentTag::Other);
        self.surface.end_tagged();
        Node::Leaf(place)
    }

    /// Paints items. What they are goes to `nodes`; `named`: they belong to a group that says what they are; `hidden`:
    /// they are for the eye only. What is `open` then is for the caller to close.
    fn items(
        &mut self,
        open: &mut Open,
        items: impl Iterator<Item = Item>,
        nodes: &mut Vec<Node>,
        named: bool,
        hidden: bool,
    ) {
        for item in items {
            match item {
                Item::Rect(rect) => {
                    self.begin(open, nodes, named && !hidden);
                    self.rect(&rect);
                }
                Item::Path(path) => {
                    self.begin(open, nodes, named && !hidden);
                    self.path(&path);
                }
                Item::Text(text) if named || hidden => {
                    self.begin(open, nodes, !hidden);
                    self.text(&text);
                }
                Item::Text(text) => {
                    self.close(open);
                    let place = self.surface.start_tagged(ContentTag::Other);
                    self.text(&text);
                    self.surface.end_tagged();
                    nodes.push(TagGroup::with_children(Tag::P, vec![Node::Leaf(place)]).into());
                }
                Item::Image(image) if hidden || image.alternative.is_empty() => {
                    self.decoration(open);
                    self.image(&image);
                }
                Item::Image(image) => {
                    self.close(open);
                    let place = self.surface.start_tagged(ContentTag::Other);
                    self.image(&image);
                    self.surface.end_tagged();
                    let tag = Tag::Figure(Some(image.alternative.clone())).with_bbox(self.bounding_box(image.rect));
                    nodes.push(TagGroup::with_children(tag, vec![Node::Leaf(place)]).into());
                }
                // They lie over the page, which has them already.
                Item::Link(_) => {}
                Item::Group(group) if hidden || group.role == Role::Decoration => {
                    self.items(open, group.items(), nodes, false, true);
                }
                Item::Group(group) => {
                    self.close(open);
                    self.group(&group, nodes);
                }
            }
        }
    }

    fn group(&mut self, group: &Placed, nodes: &mut Vec<Node>) {
        let mut inside = Vec::new();
        if group.unplaced().is_empty() {
            // A tag without content would be left out, and its name with it.
            inside.push(self.nothing());
        }
        let mut open = Open::Nothing;
        self.items(&mut open, group.items(), &mut inside, true, false);
        self.close(&mut open);
        nodes.push(TagGroup::with_children(tags::tag(group, self.bounding_box(group.rect())), inside).into());
    }

    /// A place of the picture on this page.
    fn bounding_box(&self, rect: Rect) -> Option<BBox> {
        tags::rectangle(rect + self.by, self.scale).map(|rect| BBox::new(self.page, rect))
    }

    fn begin(&mut self, open: &mut Open, nodes: &mut Vec<Node>, content: bool) {
        if !content {
            self.decoration(open);
        } else if !matches!(open, Open::Content(_)) {
            self.close(open);
            let place = self.surface.start_tagged(ContentTag::Other);
            nodes.push(Node::Leaf(place));
            *open = Open::Content(place);
        }
    }

    fn decoration(&mut self, open: &mut Open) {
        if *open != Open::Decoration {
            self.close(open);
            self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            *open = Open::Decoration;
        }
    }

    fn close(&mut self, open: &mut Open) {
        if *open != Open::Nothing {
            self.surface.end_tagged();
            *open = Open::Nothing;
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

    fn shape(&mut self, outline: &BezPath, place: Affine, fill: Option<Color>, stroke: Option<Stroke>) {
        // Without either, krilla would fill it with black.
        if fill.is_none() && stroke.is_none() {
            return;
        }
        let Some(path) = to_path(outline, place) else { return };
        self.surface.set_fill(fill.map(to_fill));
        self.surface.set_stroke(stroke.map(to_stroke));
        self.surface.draw_path(&path);
    }

    fn text(&mut self, item: &TextItem) {
        self.surface.set_fill(Some(to_fill(item.color)));
        self.surface.set_stroke(None);
        // A space after each line, for those who copy or read aloud what was broken into lines.
        let text = format!("{} ", item.line.text);
        for (i, run) in item.line.runs.iter().enumerate() {
            let Some((font, space)) = self.font(&run.face) else { continue };
            let start = Point::from_xy((item.origin.x + run.x) as f32, item.origin.y as f32);
            let mut glyphs = to_glyphs(run);
            if i + 1 == item.line.runs.len()
                && !run.rtl
                && let Some(space) = space
            {
                glyphs.push(KrillaGlyph::new(space, 0.25, 0.0, 0.0, 0.0, text.len() - 1..text.len(), None));
            }
            self.surface.draw_glyphs(start, &glyphs, font, &text, run.size as f32, false);
        }
    }

    /// The face's font, and its glyph for a space.
    fn font(&mut self, face: &Face) -> Option<(Font, Option<GlyphId>)> {
        if let Some(found) = self.fonts.get(&face.id) {
            return Some(found.clone());
        }
        let Some(font) = Font::new(Arc::clone(&face.data).into(), face.index) else {
            self.broken_font = Some(face.family.clone());
            return None;
        };
        let space = FontRef::from_index(face.bytes(), face.index).ok().and_then(|font| font.charmap().map(' '));
        let found = (font, space.map(|glyph| GlyphId::new(glyph.to_u32())));
        self.fonts.insert(face.id, found.clone());
        Some(found)
    }

    fn image(&mut self, item: &ImageItem) {
        let key = Arc::as_ptr(&item.data).cast::<u8>().addr();
        let image = self.images.entry(key).or_insert_with(|| decode(&item.data)).clone();
        let size = Size::from_wh(item.rect.width() as f32, item.rect.height() as f32);
        // Layout says beside the picture that it can't be shown.
        let (Some(image), Some(size)) = (image, size) else { return };
        self.surface.push_transform(&Transform::from_translate(item.rect.x0 as f32, item.rect.y0 as f32));
        self.surface.draw_image(image, size);
        self.surface.pop();
    }
}

/// Glyphs with advances and offsets as shares of the font size.
fn to_glyphs(run: &Run) -> Vec<KrillaGlyph> {
    let mut pen = run.x;
    run.glyphs
        .iter()
        .map(|glyph| {
            let offset = glyph.x - pen;
            pen += glyph.advance;
            KrillaGlyph::new(
                GlyphId::new(glyph.id),
                (glyph.advance / run.size) as f32,
                (offset / run.size) as f32,
                (-glyph.y / run.size) as f32,
                0.0,
                glyph.range.clone(),
                None,
            )
        })
        .collect()
}

fn to_path(outline: &BezPath, place: Affine) -> Option<Path> {
    let mut path = PathBuilder::new();
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

fn is_link(group: &TagGroup) -> bool {
    matches!(group.tag, TagKind::Link(_))
}

fn opacity(color: Color) -> NormalizedF32 {
    NormalizedF32::new(f32::from(color.a) / 255.0).unwrap_or(NormalizedF32::ONE)
}

fn to_fill(color: Color) -> Fill {
    Fill { paint: rgb::Color::new(color.r, color.g, color.b).into(), opacity: opacity(color), rule: FillRule::NonZero }
}

fn to_stroke(stroke: Stroke) -> krilla::paint::Stroke {
    krilla::paint::Stroke {
        paint: rgb::Color::new(stroke.color.r, stroke.color.g, stroke.color.b).into(),
        width: stroke.width as f32,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        opacity: opacity(stroke.color),
        dash: stroke.dash.map(|(dash, gap)| StrokeDash { array: vec![dash as f32, gap as f32], offset: 0.0 }),
        ..krilla::paint::Stroke::default()
    }
}

/// A picture; a JPEG stays as it is once it is known to be one.
fn decode(data: &Arc<[u8]>) -> Option<Image> {
    let (kind, pixels) = picture::pixels(data).ok()?;
    let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Arc::clone(data));
    if kind == Kind::Jpeg
        && let Ok(image) = Image::from_jpeg(shared.into(), false)
    {
        return Some(image);
    }
    let pixels = pixels.into_rgba8();
    let (width, height) = pixels.dimensions();
    Some(Image::from_rgba8(pixels.into_raw(), width, height))
}
