//! Paints the page and notes what each part of it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use kurbo::{Affine, BezPath, PathEl, Rect, RoundedRect, Shape as _};
use skrifa::{FontRef, MetadataProvider as _};

use super::{PdfError, tags};
use crate::file::picture::{self, Kind};
use crate::scene::{
    Color, Face, ImageItem, Item, LinkItem, PathItem, Placed, RectItem, Region, Role, Run, Scene, Stroke, TextItem,
    kurbo,
};

/// Paints the scene on one page.
pub(super) fn page(
    document: &mut Document,
    settings: PageSettings,
    scene: &Scene,
    scale: f64,
) -> Result<TagTree, PdfError> {
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(scale as f32, scale as f32));
    let mut painter = Painter {
        surface,
        scale,
        fonts: BTreeMap::new(),
        images: BTreeMap::new(),
        links: Vec::new(),
        broken_font: None,
    };
    painter.paper(scene);
    // Painted from below, read from the top.
    let painted: [(&Region, Vec<Node>); 5] = scene.regions().map(|region| (region, painter.region(region)));
    let (links, broken_font) = (std::mem::take(&mut painter.links), painter.broken_font.take());
    painter.surface.pop();
    drop(painter);
    let mut tree = TagTree::new();
    let reading = [&scene.title_block, &scene.header, &scene.names, &scene.body, &scene.footer];
    let mut painted = painted.map(Some);
    for region in reading {
        let found =
            painted.iter_mut().find(|entry| entry.as_ref().is_some_and(|(other, _)| std::ptr::eq(*other, region)));
        for node in found.and_then(Option::take).into_iter().flat_map(|(_, nodes)| nodes) {
            tree.push(node);
        }
    }
    for link in links {
        if let Some(rect) = tags::rectangle(link.rect, scale) {
            let target = Target::Action(Action::Link(LinkAction::new(link.address.to_string())));
            let annotation = Annotation::new_link(LinkAnnotation::new(rect, target), Some(link.address.to_string()));
            let place = page.add_tagged_annotation(annotation);
            tree.push(TagGroup::with_children(Tag::Link, vec![Node::Leaf(place)]));
        }
    }
    page.finish();
    broken_font.map_or(Ok(tree), |family| Err(PdfError::Font { family }))
}

struct Painter<'a> {
    surface: Surface<'a>,
    scale: f64,
    fonts: BTreeMap<u64, (Font, Option<GlyphId>)>,
    /// Decoded pictures by the address of their data.
    images: BTreeMap<usize, Option<Image>>,
    links: Vec<LinkItem>,
    broken_font: Option<String>,
}

/// What is being drawn belongs to this.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Decoration,
    Content(Identifier),
}

impl Painter<'_> {
    fn paper(&mut self, scene: &Scene) {
        let mut open = Open::Nothing;
        self.decoration(&mut open);
        let paper = Rect::from_origin_size((0.0, 0.0), scene.size);
        self.shape(&paper.to_path(0.1), Affine::IDENTITY, Some(scene.background), None);
        self.close(&mut open);
    }

    fn region(&mut self, region: &Region) -> Vec<Node> {
        let mut nodes = Vec::new();
        self.items(region.items.iter().cloned(), &mut nodes, false, false);
        nodes
    }

    /// Paints items. What they are goes to `nodes`; `named`: they belong to a group that says what they are; `hidden`:
    /// they are for the eye only.
    fn items(&mut self, items: impl Iterator<Item = Item>, nodes: &mut Vec<Node>, named: bool, hidden: bool) {
        let mut open = Open::Nothing;
        for item in items {
            match item {
                Item::Rect(rect) => {
                    self.begin(&mut open, nodes, named && !hidden);
                    self.rect(&rect);
                }
                Item::Path(path) => {
                    self.begin(&mut open, nodes, named && !hidden);
                    self.path(&path);
                }
                Item::Text(text) if named || hidden => {
                    self.begin(&mut open, nodes, !hidden);
                    self.text(&text);
                }
                Item::Text(text) => {
                    self.close(&mut open);
                    let place = self.surface.start_tagged(ContentTag::Other);
                    self.text(&text);
                    self.surface.end_tagged();
                    nodes.push(TagGroup::with_children(Tag::P, vec![Node::Leaf(place)]).into());
                }
                Item::Image(image) if hidden || image.alternative.is_empty() => {
                    self.decoration(&mut open);
                    self.image(&image);
                }
                Item::Image(image) => {
                    self.close(&mut open);
                    let place = self.surface.start_tagged(ContentTag::Other);
                    self.image(&image);
                    self.surface.end_tagged();
                    let tag = Tag::Figure(Some(image.alternative.clone()))
                        .with_bbox(tags::bounding_box(image.rect, self.scale));
                    nodes.push(TagGroup::with_children(tag, vec![Node::Leaf(place)]).into());
                }
                Item::Link(link) => self.links.push(link),
                Item::Group(group) => {
                    self.close(&mut open);
                    self.group(&group, nodes, hidden);
                }
            }
        }
        self.close(&mut open);
    }

    fn group(&mut self, group: &Placed, nodes: &mut Vec<Node>, hidden: bool) {
        let mut inside = Vec::new();
        if hidden || group.role == Role::Decoration {
            self.items(group.items(), &mut inside, false, true);
            return;
        }
        if group.unplaced().is_empty() {
            // A tag without content would be left out, and its name with it.
            inside.push(Node::Leaf(self.surface.start_tagged(ContentTag::Other)));
            self.surface.end_tagged();
        }
        self.items(group.items(), &mut inside, true, false);
        nodes.push(TagGroup::with_children(tags::tag(group, self.scale), inside).into());
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
