//! A plot as a scene: title and legend above, the plot, how it is worked out below. Must not know what the figures mean.

use std::sync::Arc;

use kurbo::{BezPath, Point, Rect, Size, Vec2};

use super::arrange::{Align, Ink, Lettering, arrange};
use super::shapes::Drawn;
use super::view::{LONE, Room, View, ticks};
use super::{room, say, usual_size};
use crate::i18n::Words;
use crate::insight::plot::{About, Band, Hue, Key, Mark, Plot, Sample, Series, Shape, Side, Stretch};
use crate::layout::face::put_face;
use crate::layout::ink;
use crate::layout::pen::{self, circle, fill, group, line};
use crate::layout::theme::{MARGIN, Palette};
use crate::model::Language;
use crate::scene::{Color, Item, PathItem, Region, Role, Scene, Stroke, Target, TextItem, kurbo};
use crate::text::{Paragraph, Style, Typesetter, Weight};

/// Alpha of areas.
const AREA: u8 = 46;
/// Alpha of marks that are paler.
const PALE: u8 = 110;

/// How a plot looks and what it says besides its figures.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// Its colours.
    pub palette: &'a Palette,
    /// Its words.
    pub words: &'a Words,
    /// The language of those words.
    pub language: Language,
    /// What the map is called.
    pub map: &'a str,
}

/// A hue in the colours of a theme.
pub fn hue_color(palette: &Palette, hue: Hue) -> Color {
    match hue {
        Hue::Persona(place) => palette.persona(place, None),
        Hue::Pain => palette.pain.bar,
        Hue::Opportunity => palette.opportunity.bar,
        Hue::Estimate => palette.estimate,
        Hue::Plain => palette.text,
        Hue::Weak => palette.weak,
    }
}

/// The same for words, which have to be read.
pub fn hue_text(palette: &Palette, hue: Hue) -> Color {
    match hue {
        Hue::Pain => palette.pain.text,
        Hue::Opportunity => palette.opportunity.text,
        Hue::Estimate | Hue::Weak => palette.weak,
        Hue::Persona(_) | Hue::Plain => hue_color(palette, hue),
    }
}

/// The colour of words on a surface of a hue: black or white, whichever is read better there.
pub fn ink_on(palette: &Palette, hue: Hue) -> Color {
    let surface = hue_color(palette, hue);
    let (black, white) = (Color::hex(0x00_0000), Color::hex(0xff_ffff));
    if white.contrast(surface) >= black.contrast(surface) { white } else { black }
}

/// What tells hues apart where there are no colours.
fn pattern(palette: &Palette, hue: Hue) -> Option<usize> {
    palette.patterns.then_some(match hue {
        Hue::Persona(place) => place % ink::KINDS,
        Hue::Pain => 1,
        Hue::Opportunity => 4,
        Hue::Estimate => 3,
        Hue::Plain | Hue::Weak => 0,
    })
}

/// Draws the parts of a plot.
struct Painter<'a> {
    plot: &'a Plot,
    look: Look<'a>,
    fonts: &'a mut Typesetter,
    view: View,
}

/// The picture of a plot.
pub fn scene(plot: &Plot, look: &Look<'_>, fonts: &mut Typesetter) -> Scene {
    let (palette, words) = (look.palette, look.words);
    let size = usual_size(plot);
    let width = size.width;
    let mut top = MARGIN;
    let mut head = Head { items: Vec::new(), fonts: &mut *fonts, palette };
    let title = say::title(plot.kind, words);
    top = head.words(&title, Weight::Bold, 20.0, palette.accent, top, width, Role::Title) + 2.0;
    let mut about = say::about(plot, words);
    if !look.map.trim().is_empty() {
        about = format!("{} · {about}", look.map.trim());
    }
    top = head.words(&about, Weight::Regular, 12.0, palette.weak, top, width, Role::Note) + 6.0;
    top = head.legend(plot, words, top, width) + 4.0;
    for note in say::notes(plot, words) {
        top = head.words(&note, Weight::Medium, 12.0, palette.text, top, width, Role::Note);
    }
    let head_items = head.items;
    let body_top = top + 12.0;
    let mut items = Vec::new();
    let mut height = size.height;
    if plot.lack.is_some() {
        height = 120.0;
        let mut head = Head { items: Vec::new(), fonts: &mut *fonts, palette };
        head.words(
            &say::none(plot.kind, words),
            Weight::Regular,
            13.0,
            palette.text,
            body_top + 30.0,
            width,
            Role::Note,
        );
        items.extend(head.items);
    } else {
        let whole = room(Size::new(width, height)) + Vec2::new(MARGIN, body_top);
        let parts = Room::of(plot, whole, words, fonts);
        let view = View::whole(plot, parts.plot);
        let mut painter = Painter { plot, look: *look, fonts, view };
        items.extend(painter.ground());
        items.extend(painter.lines());
        items.extend(painter.marks());
        items.extend(painter.over());
        items.extend(painter.letters(&parts));
    }
    let bottom = body_top + height + 14.0;
    let mut foot = Head { items: Vec::new(), fonts, palette };
    let end = foot.words(&say::how(plot.kind, words), Weight::Regular, 11.0, palette.weak, bottom, width, Role::Note);
    let foot_items = foot.items;
    let whole = Size::new(width + 2.0 * MARGIN, end + MARGIN);
    let region = |from: f64, to: f64, items| Region { rect: Rect::new(0.0, from, whole.width, to), items };
    Scene {
        size: whole,
        background: palette.paper,
        title,
        language: look.language,
        title_block: region(0.0, body_top, head_items),
        header: Region::default(),
        names: Region::default(),
        body: region(body_top, bottom, items),
        footer: region(bottom, whole.height, foot_items),
        columns: Vec::new(),
        rows: Vec::new(),
    }
}

/// What stands above and below the plot.
struct Head<'a> {
    items: Vec<Item>,
    fonts: &'a mut Typesetter,
    palette: &'a Palette,
}

impl Head<'_> {
    fn set(&mut self, text: &str, weight: Weight, size: f32, width: f64) -> Arc<Paragraph> {
        self.fonts.set(text, Style { weight, size }, Some(width.max(1.0) as f32))
    }

    /// Adds words over the whole width; where they end.
    #[expect(clippy::too_many_arguments, reason = "what words look like and where they stand")]
    fn words(&mut self, text: &str, weight: Weight, size: f32, ink: Color, top: f64, width: f64, role: Role) -> f64 {
        let set = self.set(text, weight, size, width);
        let mut items = Vec::new();
        pen::put(&mut items, &set, Point::new(MARGIN, top), ink, pen::Align::Left);
        let rect = Rect::new(MARGIN, top, MARGIN + width, top + set.height);
        self.items.push(group(None, role, text.to_owned(), rect, items));
        rect.y1
    }

    /// Adds what colours and shapes mean; where it ends.
    fn legend(&mut self, plot: &Plot, words: &Words, top: f64, width: f64) -> f64 {
        if plot.legend.is_empty() {
            return top;
        }
        let (mut x, mut y, mut row) = (MARGIN, top, 0.0_f64);
        for key in &plot.legend {
            let text = say::key(key, words);
            let set = self.set(&text, Weight::Regular, 12.0, width - 30.0);
            if x > MARGIN && x + 28.0 + set.width > MARGIN + width {
                x = MARGIN;
                y += row + 3.0;
                row = 0.0;
            }
            let mut items = sample(key, Point::new(x + 11.0, y + 8.0), self.palette);
            pen::put(&mut items, &set, Point::new(x + 28.0, y), self.palette.text, pen::Align::Left);
            let rect = Rect::new(x, y, x + 28.0 + set.width, y + set.height);
            self.items.push(group(None, Role::Note, text, rect, items));
            x += 28.0 + set.width + 18.0;
            row = row.max(set.height);
        }
        y + row
    }
}

/// What a line of the legend shows, around its middle.
fn sample(key: &Key, at: Point, palette: &Palette) -> Vec<Item> {
    let color = hue_color(palette, key.hue);
    let kind = pattern(palette, key.hue);
    let half = Vec2::new(9.0, 0.0);
    let across = |strokes: Vec<Stroke>| strokes.into_iter().map(|stroke| line(at - half, at + half, stroke)).collect();
    match key.sample {
        Sample::Line => across(ink::curve_sample(kind, color, palette.paper, true)),
        Sample::Dashed => across(ink::curve_sample(kind, color, palette.paper, false)),
        Sample::Area => {
            let rect = Rect::from_center_size(at, (18.0, 10.0));
            match kind {
                Some(kind) => ink::hatch(rect, kind, color),
                None if key.strong => vec![fill(rect, 2.0, color)],
                None => vec![pale(rect, color, palette)],
            }
        }
        Sample::Dot => vec![circle(at, 4.5, Some(color), None)],
        Sample::Ring => vec![circle(at, 4.0, Some(palette.paper), Some(Stroke::solid(color, 1.5)))],
        Sample::Diamond => vec![ink::shape(Some(2), at, 4.6, Some(color), None)],
        Sample::Level => vec![line(at - half, at + half, Stroke::solid(color, 2.2))],
        Sample::Expected => {
            let (top, half) = (at - Vec2::new(0.0, 5.0), Vec2::new(5.0, 0.0));
            let stem = Stroke::dashed(color, 1.2, 0.1, 3.0);
            vec![line(at + Vec2::new(0.0, 7.0), top, stem), line(top - half, top + half, Stroke::solid(color, 2.2))]
        }
        Sample::Post => {
            let half = Vec2::new(0.0, 7.0);
            vec![line(at - half, at + half, Stroke::solid(color, 2.6))]
        }
    }
}

/// A pale area in an edge of its full colour, so that it is seen on any ground.
fn pale(rect: Rect, color: Color, palette: &Palette) -> Item {
    let radius = 2.0_f64.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inside = color.with_alpha(PALE).over(palette.plot);
    if rect.width() < 3.0 || rect.height() < 3.0 {
        return fill(rect, radius, color);
    }
    pen::framed(rect, radius, Some(inside), Stroke::solid(color, 1.0))
}

fn decoration(rect: Rect, items: Vec<Item>) -> Item {
    group(None, Role::Decoration, String::new(), rect, items)
}

impl Painter<'_> {
    /// The ground, the grid, the regions, the areas.
    fn ground(&self) -> Vec<Item> {
        let (plot, palette, view) = (self.plot, self.look.palette, &self.view);
        let rect = view.rect;
        let mut items = vec![fill(rect, 0.0, palette.plot)];
        for region in &plot.regions {
            let (from, to) = (view.x(region.from), view.x(region.to));
            let part = Rect::new(from, rect.y0, to, rect.y1);
            match region.hue {
                Some(hue) => items.push(fill(part, 0.0, hue_color(palette, hue).with_alpha(26).over(palette.plot))),
                None if from > rect.x0 + 1.0 => {
                    let edge = Stroke::dashed(palette.rule, 1.0, 3.0, 3.0);
                    items.push(line(Point::new(from, rect.y0), Point::new(from, rect.y1), edge));
                }
                None => {}
            }
        }
        for value in ticks(&plot.y) {
            let stroke = if value == 0.0 { Stroke::solid(palette.zero, 1.4) } else { Stroke::solid(palette.grid, 1.0) };
            items.push(line(view.at(view.x.0, value), view.at(view.x.1, value), stroke));
        }
        if plot.has_rows() {
            for value in ticks(&plot.x) {
                let stroke =
                    if value == 0.0 { Stroke::solid(palette.zero, 1.4) } else { Stroke::solid(palette.grid, 1.0) };
                items.push(line(view.at(value, view.y.0), view.at(value, view.y.1), stroke));
            }
        }
        if !plot.captions.is_empty() {
            let stroke = Stroke::dashed(palette.zero, 1.0, 4.0, 4.0);
            let middle = (f64::midpoint(view.x.0, view.x.1), f64::midpoint(view.y.0, view.y.1));
            items.push(line(view.at(middle.0, view.y.0), view.at(middle.0, view.y.1), stroke));
            items.push(line(view.at(view.x.0, middle.1), view.at(view.x.1, middle.1), stroke));
        }
        items.extend(plot.bands.iter().map(|band| self.band(band)));
        vec![decoration(rect, items)]
    }

    fn band(&self, band: &Band) -> Item {
        let points = match band.points[..] {
            // A lone figure still shows how sure it is.
            [(x, low, high)] => {
                let half = LONE.min(10.0 / self.view.x_unit());
                vec![(x - half, low, high), (x + half, low, high)]
            }
            _ => band.sampled(12),
        };
        let mut path = BezPath::new();
        let upper = points.iter().map(|&(x, _, high)| self.view.at(x, high));
        let lower = points.iter().rev().map(|&(x, low, _)| self.view.at(x, low));
        for (place, point) in upper.chain(lower).enumerate() {
            if place == 0 { path.move_to(point) } else { path.line_to(point) }
        }
        path.close_path();
        let color = hue_color(self.look.palette, band.hue).with_alpha(AREA);
        Item::Path(PathItem {
            path: Arc::new(path),
            origin: Point::ORIGIN,
            scale: 1.0,
            fill: Some(color),
            stroke: None,
        })
    }

    /// The lines that are read on the left axis, a group each.
    fn lines(&self) -> Vec<Item> {
        let left = self.plot.series.iter().filter(|series| series.side == Side::Left);
        left.map(|series| self.series(series)).collect()
    }

    fn series(&self, series: &Series) -> Item {
        let palette = self.look.palette;
        let color = hue_color(palette, series.hue);
        let kind = pattern(palette, series.hue);
        let y = |value: f64| match series.side {
            Side::Left => self.view.y(value),
            Side::Right => self.view.right(value),
        };
        let mut items = Vec::new();
        for stretch in &series.stretches {
            let path = Arc::new(path_of(stretch, |(x, value)| Point::new(self.view.x(x), y(value))));
            let strokes = match (series.thin, stretch.dashed) {
                (true, false) => vec![Stroke::solid(color, 1.3)],
                (true, true) => vec![Stroke::dashed(color, 1.3, 4.0, 4.0)],
                (false, dashed) => ink::curve(kind, color, palette.plot, !dashed),
            };
            items.extend(strokes.into_iter().map(|stroke| {
                let (path, origin) = (Arc::clone(&path), Point::ORIGIN);
                Item::Path(PathItem { path, origin, scale: 1.0, fill: None, stroke: Some(stroke) })
            }));
        }
        group(None, Role::Note, say::label(&series.name, self.look.words), self.view.rect, items)
    }

    /// The marks, each that stands for a row of the table as a group that says it.
    fn marks(&self) -> Vec<Item> {
        let mut order: Vec<&Mark> = self.plot.marks.iter().collect();
        // Small bubbles lie on big ones, so that each can be seen.
        order.sort_by(|a, b| area(b).total_cmp(&area(a)));
        order.into_iter().map(|mark| self.mark(mark)).collect()
    }

    fn mark(&self, mark: &Mark) -> Item {
        let drawn = Drawn::of(mark, &self.view);
        let items = self.shape(mark, drawn);
        let bounds = drawn.bounds();
        let Some(row) = mark.row.and_then(|row| self.plot.table.rows.get(row)) else {
            return decoration(bounds, items);
        };
        let name = say::lines(self.plot, row, self.look.words).join(". ");
        group(Some(target(row.about)), Role::Point, name, bounds, items)
    }

    fn shape(&self, mark: &Mark, drawn: Drawn) -> Vec<Item> {
        let palette = self.look.palette;
        let full = hue_color(palette, mark.hue);
        let kind = pattern(palette, mark.hue);
        let color = if mark.strong { full } else { full.with_alpha(PALE).over(palette.plot) };
        match drawn {
            Drawn::Face { center, radius } => {
                let mut items = Vec::new();
                put_face(&mut items, center, radius, mark.y, pen::Ink { color: full, kind }, palette.plot);
                items
            }
            Drawn::Disc { center, radius, hollow } => {
                let bubble = matches!(mark.shape, Shape::Bubble { .. } | Shape::Badge);
                let inside = match (bubble, mark.strong, hollow) {
                    (true, true, _) => hue_text(palette, mark.hue),
                    (true, false, _) => full.with_alpha(40).over(palette.plot),
                    (false, _, true) => palette.plot,
                    (false, _, false) => color,
                };
                vec![ink::shape(kind.filter(|_| !bubble), center, radius, Some(inside), Some(Stroke::solid(full, 1.5)))]
            }
            Drawn::Diamond { center, radius } => {
                vec![ink::shape(Some(2), center, radius / 1.28, Some(full), Some(Stroke::solid(palette.plot, 1.0)))]
            }
            Drawn::Box(rect) => match kind {
                Some(kind) if rect.width() > 1.0 && rect.height() > 1.0 => ink::hatch(rect, kind, full),
                _ if mark.strong => vec![fill(rect, 2.0_f64.min(rect.width() / 2.0).min(rect.height() / 2.0), color)],
                _ => vec![pale(rect, full, palette)],
            },
            Drawn::Line { from, to, width, dotted } => {
                let stroke = if dotted { Stroke::dashed(full, width, 0.1, 3.0) } else { Stroke::solid(full, width) };
                vec![line(from, to, stroke)]
            }
        }
    }

    /// The lines that are read on the right axis lie over the bars.
    fn over(&self) -> Vec<Item> {
        let palette = self.look.palette;
        let right = self.plot.series.iter().filter(|series| series.side == Side::Right);
        let mut items = Vec::new();
        for series in right {
            items.push(self.series(series));
            let color = hue_color(palette, series.hue);
            let points = series.stretches.iter().flat_map(|stretch| &stretch.points);
            let dots = points.map(|&(x, y)| {
                let at = Point::new(self.view.x(x), self.view.right(y));
                circle(at, 3.2, Some(color), Some(Stroke::solid(palette.plot, 1.2)))
            });
            items.push(decoration(self.view.rect, dots.collect()));
        }
        items
    }

    fn letters(&mut self, room: &Room) -> Vec<Item> {
        let letterings = arrange(self.plot, room, self.view, self.look.words, self.fonts);
        letterings.iter().map(|letters| self.lettering(letters)).collect()
    }

    fn lettering(&mut self, letters: &Lettering) -> Item {
        let palette = self.look.palette;
        let style = Style { weight: letters.weight, size: letters.size };
        let set = self.fonts.set(&letters.text, style, letters.width.map(|width| width.max(1.0) as f32));
        let ink = match letters.ink {
            Ink::Weak => palette.weak,
            Ink::Text => palette.text,
            Ink::Of(hue) => hue_text(palette, hue),
            Ink::Inside => palette.plot,
            Ink::On(hue) => ink_on(palette, hue),
        };
        let mut items = Vec::new();
        if letters.ground {
            items.push(decoration(
                letters.rect,
                vec![fill(letters.rect.inflate(1.0, -1.0), 2.0, palette.plot.with_alpha(215))],
            ));
        }
        for (baseline, line) in &set.lines {
            if line.runs.is_empty() {
                continue;
            }
            let x = match letters.align {
                Align::Left => letters.rect.x0,
                Align::Middle => letters.rect.center().x - line.width / 2.0,
                Align::Right => letters.rect.x1 - line.width,
            };
            let origin = Point::new(x, letters.rect.y0 + *baseline);
            items.push(Item::Text(TextItem { origin, line: Arc::clone(line), color: ink }));
        }
        group(None, Role::Note, letters.text.clone(), letters.rect, items)
    }
}

fn area(mark: &Mark) -> f64 {
    match mark.shape {
        Shape::Bubble { area } => area,
        _ => 0.0,
    }
}

/// A stretch as a path: a curve where it has slopes.
fn path_of(stretch: &Stretch, place: impl Fn((f64, f64)) -> Point) -> BezPath {
    let mut path = BezPath::new();
    let smooth = stretch.slopes.len() == stretch.points.len();
    for (index, &point) in stretch.points.iter().enumerate() {
        if index == 0 {
            path.move_to(place(point));
            continue;
        }
        let before = stretch.points[index - 1];
        if smooth {
            let third = (point.0 - before.0) / 3.0;
            let first = (before.0 + third, before.1 + third * stretch.slopes[index - 1]);
            let second = (point.0 - third, point.1 - third * stretch.slopes[index]);
            path.curve_to(place(first), place(second), place(point));
        } else {
            path.line_to(place(point));
        }
    }
    path
}

/// The part of the map that a figure is about.
const fn target(about: About) -> Target {
    match about {
        About::Score { step, .. } | About::Step(step) => Target::Step(step),
        About::Card(card) => Target::Card(card),
        About::Stage(stage) => Target::Stage(stage),
        About::Lane(lane) => Target::Lane(lane),
        About::Omtm => Target::Omtm,
        About::Map => Target::Title,
    }
}
