//! Paints a scene with egui: only what is in view, text at its real size so that it is sharp at every zoom.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui;
use egui::emath::GuiRounding as _;
use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::epaint::{Mesh, PathShape, PathStroke, TextShape};
use egui::{
    Color32, FontFamily, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, TextureHandle, Ui, pos2, vec2,
};

use super::camera::{Part, View};
use super::far::Far;
use super::flat::{Flat, flatten, pieces};
use super::index::{Index, overlaps, seen_of};
use super::paper::Paper;
use super::recent::Recent;
use super::still::{Looked, Still};
use crate::app::lighter;
use crate::app::look::stamps;
use crate::file::picture::pixels;
use crate::model::{CardId, PersonaId};
use crate::scene::{
    self, Color, ImageItem, Item, Line, PathItem, Placed, RectItem, Run, Scene, Target, TextItem, kurbo,
};

/// Font sizes are snapped to so many steps an octave, and scaled exactly from there: zooming fills no atlas.
const STEPS: f32 = 12.0;
/// Text smaller than this is painted as a bar.
const READABLE: f32 = 3.6;
/// Below this enlargement a card is a bar of its colour.
const FAR: f32 = 0.25;
/// Radius of the paper's corners.
const CORNER: f32 = 6.0;
/// Details smaller than this are left out.
const VISIBLE: f32 = 3.0;
/// A letter without colour that stands for all of an atlas.
const PROBE: &str = "x";

/// A run of glyphs ready to be painted at the origin of its baseline.
struct Set {
    _line: Arc<Line>,
    shape: TextShape,
}

/// How far the name of a phase or a stage slides to the right, so that it is in view as long as its columns are.
fn slide(heading: &Placed, seen: kurbo::Rect) -> f64 {
    let rect = heading.rect();
    if !matches!(heading.target, Some(Target::Phase(_) | Target::Stage(_))) || rect.x0 >= seen.x0 || rect.x1 <= seen.x0
    {
        return 0.0;
    }
    let lines = heading.items().filter_map(|item| match item {
        Item::Text(text) => Some((text.origin.x, text.origin.x + text.line.width)),
        _ => None,
    });
    let Some((left, right)) = lines.reduce(|all, line| (all.0.min(line.0), all.1.max(line.1))) else { return 0.0 };
    // As far from the end as it was from the beginning.
    let most = rect.x1 - right - (left - rect.x0);
    (seen.x0 + 8.0 - left).clamp(0.0, most.max(0.0))
}

/// How strong the colours are of what is faded.
const FADED: f32 = 0.16;

/// What is not looked at now, and steps back.
#[derive(Debug, Default)]
pub(crate) struct Faded {
    /// The cards that are looked at.
    pub cards: BTreeSet<CardId>,
    /// The personas that are not.
    pub personas: BTreeSet<PersonaId>,
    /// The colours of their curves, where nobody else has them.
    pub colors: Vec<Color>,
}

impl Faded {
    fn is_faded(&self, target: Option<Target>) -> bool {
        match target {
            Some(Target::Card(id)) => !self.cards.contains(&id),
            Some(Target::Persona(id) | Target::Score(_, _, id)) => self.personas.contains(&id),
            Some(Target::Link { from, to }) => !self.cards.contains(&from) || !self.cards.contains(&to),
            _ => false,
        }
    }

    /// Whether this is the colour of a curve that steps back.
    fn is_of_curve(&self, color: Color) -> bool {
        self.colors.iter().any(|other| (other.r, other.g, other.b) == (color.r, color.g, color.b))
    }
}

/// What the painter keeps from frame to frame.
#[derive(Default)]
pub(super) struct Painted {
    runs: Recent<(usize, usize), Set>,
    flats: Recent<(usize, u64), Flat>,
    images: BTreeMap<usize, (Arc<[u8]>, Option<TextureHandle>)>,
    /// The scene whose faces are all known, and where its items are.
    checked: Option<Arc<Scene>>,
    pub(super) index: Index,
    /// The faces that egui was asked to know, and how many families it knew then.
    faces: BTreeSet<u64>,
    families: usize,
    /// A text that egui keeps as long as its glyphs stay where they are in the atlas.
    probe: Option<Arc<egui::Galley>>,
    /// What is not looked at now.
    pub(super) faded: Option<Arc<Faded>>,
    /// How strong colours are where the painter is: less in what is faded.
    strength: f32,
    /// The painter is inside a card.
    in_card: bool,
    zoom: f32,
    /// What is seen from far and not yet painted.
    far: Far,
    /// The picture of the frame before.
    still: Still,
    /// The ground that is being painted.
    paper: Paper,
}

impl Painted {
    /// Paints the picture, on a ground of this colour.
    pub(super) fn paint(&mut self, ui: &Ui, scene: &Arc<Scene>, view: &View, desk: Color32) {
        self.strength = 1.0;
        self.in_card = false;
        // A change of theme and a full atlas move every glyph: what was set before would show parts of other letters.
        let probe = ui.painter().layout_no_wrap(PROBE.to_owned(), FontId::proportional(9.5), Color32::PLACEHOLDER);
        if !self.probe.as_ref().is_some_and(|before| Arc::ptr_eq(before, &probe)) {
            self.runs.clear();
            self.probe = Some(Arc::clone(&probe));
        }
        if self.zoom != view.zoom {
            self.runs.clear();
            self.flats.clear();
            self.zoom = view.zoom;
        }
        if !self.faces_ready(ui, scene) {
            // New faces are there from the next frame on.
            ui.ctx().request_repaint();
            self.still = Still::default();
        }
        let looked = Looked::new(ui, scene, *view, desk, self.faded.as_ref(), probe);
        if self.still.show(ui, &looked) {
            return;
        }
        let begin = lighter::so_far(ui);
        let paper = view.screen_rect(Part::Body, kurbo::Rect::from_origin_size((0.0, 0.0), scene.size));
        let painter = ui.painter().with_clip_rect(view.rect);
        let ground = color(scene.background);
        // One layer less to fill, which takes long where the processor paints.
        if paper.shrink(CORNER).contains_rect(view.rect) {
            self.paper.begin(&painter, view.rect, ground);
        } else {
            for around in around(view.rect, paper.shrink(CORNER)) {
                painter.rect_filled(around, 0.0, desk);
            }
            let round = |edge: Rect| {
                let painter = painter.with_clip_rect(view.rect.intersect(edge));
                if painter.clip_rect().is_positive() {
                    painter.rect_filled(paper, CORNER, ground);
                }
            };
            let paper = paper.round_to_pixels(ui.ctx().pixels_per_point());
            if paper.height() > 4.0 * CORNER {
                let (top, bottom) = (paper.top() + CORNER, paper.bottom() - CORNER);
                round(paper.expand(1.0).with_max_y(top));
                round(paper.expand(1.0).with_min_y(bottom));
                self.paper.begin(&painter, paper.with_min_y(top).with_max_y(bottom), ground);
            } else {
                round(paper);
            }
        }
        let over_others = |ground: Rect| {
            [Part::Title, Part::Footer]
                .into_iter()
                .any(|part| view.screen_rect(part, part.region(scene).rect).intersects(ground))
        };
        for part in Part::ALL {
            let clip = view.clip(part);
            if let Some(ground) = view.ground(part) {
                let painter = ui.painter().with_clip_rect(view.rect.intersect(paper));
                // The body ends where it begins: elsewhere there is paper already.
                if over_others(ground) {
                    painter.rect_filled(ground, 0.0, color(scene.background));
                }
                let edge = Stroke::new(1.0, color(scene.background).lerp_to_gamma(Color32::GRAY, 0.3));
                if part == Part::Header {
                    painter.hline(ground.x_range(), ground.bottom(), edge);
                } else {
                    painter.vline(ground.right(), ground.y_range(), edge);
                }
            }
            let painter = ui.painter().with_clip_rect(clip);
            let region = part.region(scene);
            // What is in view, in the region's own coordinates.
            let low = view.map(part, clip.min);
            let high = view.map(part, clip.max);
            let seen = kurbo::Rect::new(low.x, low.y, high.x, high.y);
            for range in seen_of(&self.index.of_region(part), seen) {
                let items = region.items.get(range).unwrap_or_default();
                self.items(ui, &painter, view, part, items, seen, false);
            }
            self.far.paint(&painter);
        }
        self.paper.end(&painter);
        self.runs.end_frame();
        self.flats.end_frame();
        self.still.end(ui, looked, begin);
    }

    /// Paints something that is held over the picture, whatever the picture shows.
    pub(super) fn held(&mut self, ui: &Ui, painter: &Painter, view: &View, item: &Item) {
        let everything = kurbo::Rect::new(f64::MIN, f64::MIN, f64::MAX, f64::MAX);
        self.items(ui, painter, view, Part::Body, std::slice::from_ref(item), everything, view.zoom < FAR);
        self.far.paint(painter);
    }

    /// A colour as it is shown now: curves of whom nobody looks at step back too, though they are no group of their own.
    fn tone(&self, part: Part, wanted: Color) -> Color32 {
        let curve =
            part == Part::Body && !self.in_card && self.faded.as_ref().is_some_and(|faded| faded.is_of_curve(wanted));
        color(wanted).gamma_multiply(if curve { FADED } else { self.strength })
    }

    /// Paints items. A card that is seen from far is a bar of its colour.
    #[expect(clippy::too_many_arguments, reason = "a recursion over groups, which all of these belong to")]
    fn items(
        &mut self,
        ui: &Ui,
        painter: &Painter,
        view: &View,
        part: Part,
        items: &[Item],
        seen: kurbo::Rect,
        far: bool,
    ) {
        for item in items {
            match item {
                Item::Group(group) if overlaps(group.rect().inflate(24.0, 24.0), seen) => {
                    let far = far || group.role == scene::Role::Card && view.zoom < FAR;
                    let before = (self.strength, self.in_card);
                    self.in_card |= group.role == scene::Role::Card;
                    if self.faded.as_ref().is_some_and(|faded| faded.is_faded(group.target)) {
                        self.strength = FADED;
                    }
                    let slid = if part == Part::Header { slide(group, seen) } else { 0.0 };
                    // What is in a group is placed with it: the view is moved against it instead.
                    let (view, seen) = (&view.moved(group.by()), seen - group.by());
                    match self.index.of_row(group.group()) {
                        Some(chunks) => {
                            for range in seen_of(&chunks, seen) {
                                let items = group.unplaced().get(range).unwrap_or_default();
                                self.items(ui, painter, view, part, items, seen, far);
                            }
                        }
                        None if slid > 0.0 => {
                            let by = kurbo::Vec2::new(slid, 0.0);
                            let (moved, seen_there) = (view.moved(by), seen - by);
                            for item in group.unplaced() {
                                let words = matches!(item, Item::Text(_));
                                let (view, seen) = if words { (&moved, seen_there) } else { (view, seen) };
                                self.items(ui, painter, view, part, std::slice::from_ref(item), seen, far);
                            }
                        }
                        None => self.items(ui, painter, view, part, group.unplaced(), seen, far),
                    }
                    (self.strength, self.in_card) = before;
                }
                Item::Group(_) => {}
                Item::Rect(rect) if far => {
                    let seen = overlaps(rect.rect.inflate(2.0, 2.0), seen);
                    if seen {
                        let tone = |wanted: Color| color(wanted).gamma_multiply(self.strength);
                        let (fill, line) = (rect.fill.map(tone), rect.stroke.map(|stroke| tone(stroke.color)));
                        self.far.card(view.screen_rect(part, rect.rect), fill, line);
                    }
                }
                Item::Rect(rect) => {
                    self.far.paint(painter);
                    if let Some((hidden, radius)) = paint_rect(painter, view, part, rect, seen, self.strength) {
                        self.paper.hide(hidden.intersect(painter.clip_rect()), radius);
                    }
                }
                Item::Path(_) if far => {}
                Item::Path(path) => {
                    self.far.paint(painter);
                    self.path(painter, view, part, path);
                }
                Item::Text(text) => self.text(painter, view, part, text, seen),
                Item::Image(image) => {
                    self.far.paint(painter);
                    self.image(ui, painter, view, part, image);
                }
                Item::Link(_) => {}
            }
        }
    }

    fn text(&mut self, painter: &Painter, view: &View, part: Part, text: &TextItem, seen: kurbo::Rect) {
        let (x, y) = (text.origin.x, text.origin.y);
        if !overlaps(kurbo::Rect::new(x, y - 40.0, x + text.line.width, y + 20.0), seen) {
            return;
        }
        let tone = self.tone(part, text.color);
        let largest = text.line.runs.iter().map(|run| run.size as f32 * view.zoom).fold(0.0, f32::max);
        if largest < READABLE {
            if largest > 0.8 {
                let from = view.screen(part, text.origin);
                let width = text.line.width as f32 * view.zoom;
                let rect = Rect::from_min_max(from - vec2(0.0, largest * 0.55), from + vec2(width, -largest * 0.12));
                self.far.bar(rect, tone.gamma_multiply(0.45));
            }
            return;
        }
        self.far.paint(painter);
        for (index, run) in text.line.runs.iter().enumerate() {
            let size = run.size as f32 * view.zoom;
            let from = view.screen(part, kurbo::Point::new(x + run.x, y));
            let key = (Arc::as_ptr(&text.line) as usize, index);
            let line = &text.line;
            let set = self.runs.get(key, || Set { _line: Arc::clone(line), shape: set_run(painter, line, run, size) });
            let mut shape = set.shape.clone();
            shape.pos += from.to_vec2();
            shape.override_text_color = Some(tone);
            painter.add(shape);
        }
    }

    fn path(&mut self, painter: &Painter, view: &View, part: Part, item: &PathItem) {
        let scale = item.scale as f32 * view.zoom;
        let (fill_color, line_color) =
            (item.fill.map(|fill| self.tone(part, fill)), item.stroke.map(|line| self.tone(part, line.color)));
        let key = (Arc::as_ptr(&item.path) as usize, item.scale.to_bits());
        let origin = view.screen(part, item.origin);
        if let (None, Some(stroke), Some(line_color)) = (fill_color, item.stroke, line_color)
            && item.scale != 1.0
            && stroke.dash.is_none()
        {
            // An icon: drawn at a size near its own, as texts are.
            let size = snapped(view.zoom);
            let stretched = view.zoom / size;
            let width = (stroke.width as f32 * view.zoom).max(0.6) / stretched;
            let drawn = (item.scale as f32 * size, stretched);
            if stamps::lines(painter, &item.path, origin, drawn, width, line_color) {
                return;
            }
        }
        let flat = self.flats.get(key, || flatten(&item.path, scale, item.fill.is_some()));
        // Large pieces are cut at the edges of the view before they are painted.
        let clip = painter.clip_rect().expand(40.0);
        let place = |points: &[Pos2]| -> Vec<Pos2> { points.iter().map(|point| origin + point.to_vec2()).collect() };
        if let Some(fill) = fill_color {
            if flat.fill.is_empty() {
                for (points, _) in &flat.pieces {
                    let placed = place(points);
                    if Rect::from_points(&placed).intersects(clip) {
                        painter.add(PathShape::convex_polygon(placed, fill, PathStroke::NONE));
                    }
                }
            } else {
                let mut mesh = Mesh::default();
                for point in flat.pieces.iter().flat_map(|(points, _)| points) {
                    mesh.colored_vertex(origin + point.to_vec2(), fill);
                }
                mesh.indices.clone_from(&flat.fill);
                painter.add(Shape::mesh(mesh));
                // Triangles have no soft edge of their own.
                for (points, _) in &flat.pieces {
                    painter.add(Shape::closed_line(place(points), Stroke::new(1.0, fill.gamma_multiply(0.5))));
                }
            }
        }
        if let Some((stroke, line_color)) = item.stroke.zip(line_color) {
            let width = (stroke.width as f32 * view.zoom).max(0.6);
            let line = Stroke::new(width, line_color);
            for (points, closed) in &flat.pieces {
                let mut placed = place(points);
                if !Rect::from_points(&placed).intersects(clip) {
                    continue;
                }
                match stroke.dash {
                    Some((dash, gap)) => {
                        if *closed && let Some(first) = placed.first().copied() {
                            placed.push(first);
                        }
                        let (dash, gap) = (dash as f32 * view.zoom, (gap + stroke.width * 0.5) as f32 * view.zoom);
                        if dash + gap < 1.5 {
                            painter.add(Shape::line(placed, Stroke::new(width, line.color.gamma_multiply(0.6))));
                        } else {
                            // A dot shorter than this is blurred away.
                            let line = Stroke::new(width.max(1.0), line.color);
                            painter.extend(Shape::dashed_line(&placed, line, dash.max(1.6), gap.max(1.6)));
                        }
                    }
                    None if *closed => {
                        painter.add(Shape::closed_line(placed, line));
                    }
                    None => {
                        painter.add(Shape::line(placed, line));
                    }
                }
            }
        }
    }

    fn image(&mut self, ui: &Ui, painter: &Painter, view: &View, part: Part, item: &ImageItem) {
        let key = item.data.as_ptr() as usize;
        let (_, texture) = self.images.entry(key).or_insert_with(|| {
            let texture = pixels(&item.data).ok().map(|(_, image)| {
                let image = image.thumbnail(1600, 1600).to_rgba8();
                let size = [image.width() as usize, image.height() as usize];
                let pixels = egui::ColorImage::from_rgba_unmultiplied(size, image.as_raw());
                ui.ctx().load_texture(format!("picture-{key}"), pixels, egui::TextureOptions::LINEAR)
            });
            (Arc::clone(&item.data), texture)
        });
        if let Some(texture) = texture {
            let rect = view.screen_rect(part, item.rect);
            painter.image(
                texture.id(),
                rect,
                Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
                Color32::WHITE.gamma_multiply(self.strength),
            );
        }
    }

    /// Notes the faces of items; those of what the picture before had are known already.
    fn look_through(&mut self, items: &[Item], before: &[Item], wanted: &mut Vec<Arc<scene::Face>>) {
        for (place, item) in items.iter().enumerate() {
            match item {
                Item::Group(group) => {
                    let mut others = counterparts(place, items.len(), before);
                    if others.any(|other| Arc::ptr_eq(other.group(), group.group())) {
                        continue;
                    }
                    let other = counterparts(place, items.len(), before).find(|_| group.role == scene::Role::Row);
                    self.look_through(group.unplaced(), other.map_or(&[], |other| other.unplaced()), wanted);
                }
                Item::Text(text) => {
                    for Run { face, .. } in &text.line.runs {
                        if self.faces.insert(face.id) {
                            wanted.push(Arc::clone(face));
                        }
                    }
                }
                Item::Rect(_) | Item::Path(_) | Item::Image(_) | Item::Link(_) => {}
            }
        }
    }

    /// Registers the faces of the scene that egui doesn't know yet. Whether all are there already.
    fn faces_ready(&mut self, ui: &Ui, scene: &Arc<Scene>) -> bool {
        if self.checked.as_ref().is_some_and(|checked| Arc::ptr_eq(checked, scene)) {
            return true;
        }
        let families = ui.ctx().fonts(|fonts| fonts.definitions().families.len());
        let mut before = self.checked.replace(Arc::clone(scene));
        self.index.renew(scene);
        if families != self.families {
            // Somebody else changed the fonts: what was looked at before tells nothing.
            self.families = families;
            self.faces.clear();
            before = None;
        }
        let mut wanted: Vec<Arc<scene::Face>> = Vec::new();
        for part in Part::ALL {
            let items = &part.region(scene).items;
            let looked_at = before.as_ref().map_or(&[] as &[Item], |before| &part.region(before).items);
            self.look_through(items, looked_at, &mut wanted);
        }
        let known =
            |face: &scene::Face| ui.ctx().fonts(|fonts| fonts.definitions().families.contains_key(&family_of(face)));
        let mut ready = true;
        for face in wanted.into_iter().filter(|face| !known(face)) {
            ready = false;
            let data = egui::FontData::from_blob(Arc::clone(&face.data) as _, face.index);
            let family = InsertFontFamily { family: family_of(&face), priority: FontPriority::Highest };
            ui.ctx().add_font(FontInsert::new(&format!("face-{}", face.id), data, vec![family]));
        }
        ready
    }
}

/// The parts of `whole` around `middle`, which don't overlap.
fn around(whole: Rect, middle: Rect) -> impl Iterator<Item = Rect> {
    let (left, right) = (middle.left().max(whole.left()), middle.right().min(whole.right()));
    let (top, bottom) = (middle.top().clamp(whole.top(), whole.bottom()), middle.bottom().max(whole.top()));
    let bottom = bottom.min(whole.bottom());
    let parts = [
        Rect::from_min_max(whole.min, pos2(whole.right(), top)),
        Rect::from_min_max(pos2(whole.left(), bottom), whole.max),
        Rect::from_min_max(pos2(whole.left(), top), pos2(left, bottom)),
        Rect::from_min_max(pos2(right, top), pos2(whole.right(), bottom)),
    ];
    parts.into_iter().filter(Rect::is_positive)
}

/// What stands where an item stands in the picture before: at the same place from the begin, and from the end.
fn counterparts(place: usize, count: usize, before: &[Item]) -> impl Iterator<Item = &Placed> {
    let from_end = (place + before.len()).checked_sub(count).and_then(|place| before.get(place));
    before.get(place).into_iter().chain(from_end).filter_map(|item| match item {
        Item::Group(group) => Some(group),
        _ => None,
    })
}

/// The family that holds nothing but this face.
fn family_of(face: &scene::Face) -> FontFamily {
    FontFamily::Name(format!("face-{}", face.id).into())
}

/// A colour in egui's type.
pub(super) fn color(color: Color) -> Color32 {
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// Paints a rectangle; where it hides what lies below it, what it hides, and how round its corners are.
fn paint_rect(
    painter: &Painter,
    view: &View,
    part: Part,
    item: &RectItem,
    seen: kurbo::Rect,
    strength: f32,
) -> Option<(Rect, f32)> {
    if !overlaps(item.rect.inflate(2.0, 2.0), seen) {
        return None;
    }
    let rect = view.screen_rect(part, item.rect);
    let radius = item.radius as f32 * view.zoom;
    let mut hidden = None;
    if let Some(fill) = item.fill {
        let fill = color(fill).gamma_multiply(strength);
        painter.rect_filled(rect, radius, fill);
        hidden = fill.is_opaque().then_some((rect, radius));
    }
    let Some(stroke) = item.stroke else { return hidden };
    let width = (stroke.width as f32 * view.zoom).max(0.6);
    let line = Stroke::new(width, color(stroke.color).gamma_multiply(strength));
    match stroke.dash {
        None => {
            painter.rect_stroke(rect, radius, line, StrokeKind::Middle);
        }
        Some((dash, gap)) => {
            let (dash, gap) = (dash as f32 * view.zoom, gap as f32 * view.zoom);
            if rect.width() < VISIBLE || dash + gap < 1.5 {
                painter.rect_stroke(rect, radius, line, StrokeKind::Middle);
                return hidden;
            }
            let path = kurbo::Shape::to_path(&item.rect.to_rounded_rect(item.radius), 0.1);
            for (points, _) in pieces(&path, 1.0) {
                let mut placed: Vec<Pos2> = points
                    .iter()
                    .map(|point| view.screen(part, kurbo::Point::new(f64::from(point.x), f64::from(point.y))))
                    .collect();
                placed.extend(placed.first().copied());
                painter.extend(Shape::dashed_line(&placed, line, dash, gap));
            }
        }
    }
    hidden
}

/// The size next below one that texts and icons are drawn at. Never a larger one: a glyph that is made smaller may lie between
/// the middles of pixels, and a thin one would not be seen at all.
fn snapped(size: f32) -> f32 {
    ((STEPS * size.log2()).floor() / STEPS).exp2()
}

/// A run as egui sets it in the run's own face, its baseline's left end at the origin.
fn set_run(painter: &Painter, line: &Line, run: &Run, size: f32) -> TextShape {
    let snapped = snapped(size);
    let family = family_of(&run.face);
    let known = painter.ctx().fonts(|fonts| fonts.definitions().families.contains_key(&family));
    let family = if known { family } else { FontFamily::Proportional };
    let text = line.text.get(run.range.clone()).unwrap_or_default().to_owned();
    let galley = painter.layout_no_wrap(text, FontId::new(snapped, family), Color32::PLACEHOLDER);
    let baseline = galley
        .rows
        .first()
        .and_then(|row| row.row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y))
        .unwrap_or_default();
    // The widths of both shapers agree within hundredths; the rest is taken up by the scale.
    let width = galley.size().x.max(0.01);
    let exact = size / snapped;
    let fitted = run.width as f32 * size / run.size as f32 / width;
    let scaling = if (fitted / exact - 1.0).abs() < 0.05 { fitted } else { exact };
    let mut shape = TextShape::new(pos2(0.0, -baseline), galley, Color32::PLACEHOLDER);
    shape.transform(egui::emath::TSTransform::from_scaling(scaling));
    shape
}
