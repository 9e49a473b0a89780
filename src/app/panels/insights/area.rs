//! Paints a plot: ground, lines and areas by egui_plot, which also moves and enlarges what is seen; marks on top as things of
//! their own that can be pointed at, moved, reached by Tab and read out. Where words stand and what marks look like is
//! layout's. Must not know which plots there are.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, FontId, Painter, Pos2, Rangef, Rect, Sense, Shape as Painted, Stroke, Ui, Vec2, pos2, vec2,
};
use egui_plot::{FilledArea, HLine, Line, LineStyle, PlotBounds, VLine};

use super::marks::{Places, marks};
use crate::app::lighter::{self, Kept};
use crate::app::look::{Look, bold, disc, italic, medium, regular};
use crate::app::panels::naming::color32;
use crate::i18n::Words;
use crate::insight::plot::{About, Hue, Plot, Series, Side, Ticks};
use crate::layout::plots::{
    Align, Ink, LONE, Lettering, Measure, Room, View, arrange, hue_color, hue_text, ink_on, ticks,
};
use crate::layout::theme;
use crate::scene::kurbo;
use crate::text::Weight;

/// Most samples of a curve between two steps, and how far apart they are at least, in points.
const PARTS: f32 = 14.0;
const APART: f32 = 3.0;
/// A dash and the gap behind it, in points.
const DASH: f32 = 7.0;
const GAP: f32 = 5.0;
/// Fewer columns than this are seen whole: there is nothing to move or to enlarge.
const MANY: usize = 8;
/// What a painter is given besides the plot.
pub(super) struct Given<'a> {
    /// The window's look.
    pub(super) look: &'a Look,
    /// The window's words.
    pub(super) words: &'a Words,
    /// Whether a mark stands for what is selected.
    pub(super) selected: &'a dyn Fn(&About) -> bool,
    /// Whether marks can be moved: to a whole place, or up and down.
    pub(super) moves: Moves,
}

/// How marks can be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    /// Not at all.
    Never,
    /// Over both axes, by 1.
    Both,
    /// Up and down.
    Upright,
}

/// What was done to a mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Done {
    /// It was clicked, or Enter was pressed on it.
    Clicked(About),
    /// It is being moved to these values.
    Dragged(About, f64, f64),
    /// It was let go.
    Dropped,
    /// An arrow moved it by so much.
    Moved(About, f64, f64),
}

/// A plot with its words in their places: worked out again only when the plot, its room or what is seen of it changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Arranged {
    of: Option<(Arc<Plot>, Rect, crate::model::Language)>,
    room: Option<Room>,
    view: Option<View>,
    letters: Vec<Lettering>,
    places: Places,
    picture: Picture,
}

/// A plot as it was painted, without the rings around what is pointed at or selected: shown again until something is otherwise.
#[derive(Debug, Clone, Default)]
struct Picture {
    of: Option<PaintedOf>,
    kept: Kept,
}

/// What a picture was painted from, besides the plot, its room and its words.
#[derive(Debug, Clone)]
struct PaintedOf {
    bounds: (f64, f64),
    look: Look,
    clip: Rect,
    /// Kept by egui as long as glyphs stay where they are.
    probe: Arc<egui::Galley>,
    /// Pixels a point.
    scale: f32,
    /// The places of marks that are selected.
    selected: Vec<usize>,
}

impl PaintedOf {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.probe, &other.probe)
            && self.selected == other.selected
            && (self.bounds, self.look, self.clip, self.scale) == (other.bounds, other.look, other.clip, other.scale)
    }
}

impl Picture {
    fn is_of(&self, of: &PaintedOf) -> bool {
        self.of.as_ref().is_some_and(|before| before.is_same(of))
    }

    /// The picture is painted, after so much else.
    fn keep(&mut self, ui: &Ui, of: PaintedOf, begin: usize) {
        lighter::since(ui, begin);
        self.kept = Kept::since(ui, begin);
        self.of = Some(of);
    }
}

impl Arranged {
    fn room(&mut self, plot: &Arc<Plot>, rect: Rect, words: &Words, painter: &Painter) -> Room {
        let same = self.of.as_ref().is_some_and(|(of, place, language)| {
            Arc::ptr_eq(of, plot) && *place == rect && *language == words.language()
        });
        if !same {
            self.of = Some((Arc::clone(plot), rect, words.language()));
            self.room = Some(Room::of(plot, rect_of(rect), words, &mut Ruler(painter)));
            self.view = None;
            self.picture.of = None;
        }
        self.room.clone().unwrap_or_else(|| Room::of(plot, rect_of(rect), words, &mut Ruler(painter)))
    }

    /// Places words and marks in another view.
    fn settle(&mut self, plot: &Plot, room: &Room, view: View, words: &Words, painter: &Painter) {
        if self.view != Some(view) {
            self.letters = arrange(plot, room, view, words, &mut Ruler(painter));
            self.places = Places::of(plot, &view);
            self.view = Some(view);
        }
    }
}

/// Measures words in the window's fonts.
struct Ruler<'a>(&'a Painter);

impl Measure for Ruler<'_> {
    fn measure(&mut self, text: &str, weight: Weight, size: f32, width: Option<f64>) -> kurbo::Size {
        let size = galley(self.0, text, font(weight, size), width, Color32::PLACEHOLDER).size();
        kurbo::Size::new(size.x.into(), size.y.into())
    }
}

fn font(weight: Weight, size: f32) -> FontId {
    match weight {
        Weight::Regular => regular(size),
        Weight::Medium => medium(size),
        Weight::Bold => bold(size),
        Weight::Italic => italic(size),
    }
}

fn galley(painter: &Painter, text: &str, font: FontId, width: Option<f64>, color: Color32) -> Arc<egui::Galley> {
    match width {
        Some(width) => painter.layout(text.to_owned(), font, color, width as f32),
        None => painter.layout_no_wrap(text.to_owned(), font, color),
    }
}

fn rect_of(rect: Rect) -> kurbo::Rect {
    kurbo::Rect::new(rect.left().into(), rect.top().into(), rect.right().into(), rect.bottom().into())
}

pub(super) fn egui_rect(rect: kurbo::Rect) -> Rect {
    Rect::from_min_max(pos2(rect.x0 as f32, rect.y0 as f32), pos2(rect.x1 as f32, rect.y1 as f32))
}

pub(super) fn egui_pos(point: kurbo::Point) -> Pos2 {
    pos2(point.x as f32, point.y as f32)
}

/// A hue in the colours of the window's theme.
pub(super) fn color(hue: Hue, look: &Look) -> Color32 {
    color32(hue_color(theme::palette(look.theme), hue))
}

/// Paints a plot into all the room there is. What was done, if something was.
pub(super) fn plot(ui: &mut Ui, plot: &Arc<Plot>, arranged: &mut Arranged, given: &Given<'_>) -> Option<Done> {
    let outer = ui.available_rect_before_wrap();
    ui.allocate_rect(outer, Sense::hover());
    let room = arranged.room(plot, outer, given.words, ui.painter());
    if !room.is_enough() {
        return None;
    }
    let inner = egui_rect(room.plot);
    let painter = ui.painter().clone();
    let probe = painter.layout_no_wrap("x".to_owned(), FontId::proportional(9.5), Color32::PLACEHOLDER);
    let scale = ui.ctx().pixels_per_point();
    // As far as nothing else is otherwise they are where they were.
    let selected = arranged.places.selected(plot, given.selected);
    let mut of = PaintedOf { bounds: (0.0, 0.0), look: *given.look, clip: ui.clip_rect(), probe, scale, selected };
    let begin = lighter::so_far(ui);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    let is_kept = arranged.picture.kept.can_be_shown(ui);
    let mut again = false;
    let shown = ground(&mut child, plot, given, inner, &mut |bounds| {
        of.bounds = bounds;
        again = is_kept && arranged.picture.is_of(&of);
        again
    });
    let bounds = shown.transform.bounds();
    let view = View {
        rect: room.plot,
        x: (bounds.min()[0], bounds.max()[0]),
        y: (bounds.min()[1], bounds.max()[1]),
        ..View::whole(plot, room.plot)
    };
    let clip = ui.painter().with_clip_rect(inner.expand2(vec2(2.0, 14.0)).intersect(ui.clip_rect()));
    if again {
        arranged.picture.kept.show(ui);
        if arranged.view != Some(view) {
            // It was moved after its picture was asked for.
            ui.ctx().request_repaint();
        }
    } else {
        arranged.settle(plot, &room, view, given.words, &painter);
        dashes(&clip, plot, given.look, &view, parts_of(view.x_unit() as f32));
        of.selected = arranged.places.selected(plot, given.selected);
        arranged.places.paint(&clip, plot, given.look, &of.selected);
        lines_over(&clip, plot, given.look, &view);
        let palette = theme::palette(given.look.theme);
        for letters in &arranged.letters {
            let ink = match letters.ink {
                Ink::Weak => given.look.colors.weak,
                Ink::Text => given.look.colors.text,
                Ink::Of(hue) => color32(hue_text(palette, hue)),
                Ink::Inside => given.look.colors.panel,
                Ink::On(hue) => color32(ink_on(palette, hue)),
            };
            lettering(&painter, letters, ink, given.look);
        }
        arranged.picture.keep(ui, of, begin);
    }
    let view = arranged.view.unwrap_or(view);
    marks(ui, &clip, plot, given, &view, &arranged.places, &shown.response)
}

fn lettering(painter: &Painter, letters: &Lettering, ink: Color32, look: &Look) {
    let rect = egui_rect(letters.rect);
    if letters.ground {
        painter.rect_filled(rect.expand2(vec2(1.0, -1.0)), 2.0, look.colors.panel.gamma_multiply(0.85));
    }
    let font = font(letters.weight, letters.size);
    let mut job = egui::text::LayoutJob::simple(
        letters.text.clone(),
        font,
        ink,
        letters.width.map_or(f32::INFINITY, |width| width as f32),
    );
    let (halign, x) = match letters.align {
        Align::Left => (egui::Align::LEFT, rect.left()),
        Align::Middle => (egui::Align::Center, rect.center().x),
        Align::Right => (egui::Align::RIGHT, rect.right()),
    };
    job.halign = halign;
    painter.galley(pos2(x, rect.top()), painter.layout_job(job), ink);
}

/// The ground, the grid, the regions, the bands and the lines; nothing of it where what is seen is the same `again`.
fn ground(
    ui: &mut Ui,
    plot: &Plot,
    given: &Given<'_>,
    inner: Rect,
    again: &mut dyn FnMut((f64, f64)) -> bool,
) -> egui_plot::PlotResponse<()> {
    let (look, colors) = (given.look, &given.look.colors);
    let palette = theme::palette(look.theme);
    let many = matches!(&plot.x.ticks, Ticks::Names(names) if names.len() > MANY);
    let long = many && given.moves == Moves::Never;
    let widget = egui_plot::Plot::new((plot.kind.name(), plot.x.high.to_bits()))
        .width(inner.width())
        .height(inner.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .set_margin_fraction(Vec2::ZERO)
        .allow_axis_zoom_drag(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_scroll(false)
        .allow_zoom([long, false])
        .allow_drag([long, false])
        .default_x_bounds(plot.x.low, plot.x.high)
        .default_y_bounds(plot.y.low, plot.y.high)
        .label_formatter(|_| None);
    widget.show(ui, |inside| {
        let bounds = inside.plot_bounds();
        let (mut left, mut right) = (bounds.min()[0], bounds.max()[0]);
        let all = plot.x.high - plot.x.low;
        if !long || inside.response().double_clicked() || right - left < 1.0_f64.min(all) || right - left > all {
            (left, right) = (plot.x.low, plot.x.high);
        }
        // Dragging never leaves what there is.
        let beyond = (plot.x.low - left).max(0.0) - (right - plot.x.high).max(0.0);
        inside.set_plot_bounds(PlotBounds::from_min_max([left + beyond, plot.y.low], [right + beyond, plot.y.high]));
        if again((left + beyond, right + beyond)) {
            return;
        }
        let area = |xs: &[f64], low: &[f64], high: &[f64], fill| {
            FilledArea::new("", xs, low, high).fill_color(fill).allow_hover(false)
        };
        for region in &plot.regions {
            match region.hue {
                Some(hue) => inside.add(area(
                    &[region.from, region.to],
                    &[plot.y.low; 2],
                    &[plot.y.high; 2],
                    color(hue, look).gamma_multiply(0.1),
                )),
                // Drawn through: dashes from top to bottom at each of many stages weigh more than the curves.
                None if region.from > plot.x.low + 0.01 => {
                    let line = Stroke::new(1.0, colors.border);
                    inside.vline(VLine::new("", region.from).stroke(line).allow_hover(false));
                }
                None => {}
            }
        }
        let stroke = |value: f64| {
            let zero = value == 0.0;
            Stroke::new(if zero { 1.5 } else { 1.0 }, if zero { colors.border_strong } else { colors.border })
        };
        for value in ticks(&plot.y) {
            inside.hline(HLine::new("", value).stroke(stroke(value)).allow_hover(false));
        }
        if plot.has_rows() {
            for value in ticks(&plot.x) {
                inside.vline(VLine::new("", value).stroke(stroke(value)).allow_hover(false));
            }
        }
        if !plot.captions.is_empty() {
            let line = Stroke::new(1.0, colors.border_strong);
            let style = LineStyle::Dashed { length: 5.0 };
            let (x, y) = (f64::midpoint(plot.x.low, plot.x.high), f64::midpoint(plot.y.low, plot.y.high));
            inside.vline(VLine::new("", x).stroke(line).style(style).allow_hover(false));
            inside.hline(HLine::new("", y).stroke(line).style(style).allow_hover(false));
        }
        let parts = parts_of(inner.width() / (right - left).max(1e-6) as f32);
        for band in &plot.bands {
            let points = match band.points[..] {
                // A lone figure still shows how sure it is.
                [(x, low, high)] => {
                    let half = LONE.min(10.0 * (right - left) / f64::from(inner.width()));
                    vec![(x - half, low, high), (x + half, low, high)]
                }
                _ => band.sampled(parts),
            };
            let xs: Vec<f64> = points.iter().map(|point| point.0).collect();
            let low: Vec<f64> = points.iter().map(|point| point.1).collect();
            let high: Vec<f64> = points.iter().map(|point| point.2).collect();
            inside.add(area(&xs, &low, &high, color32(hue_color(palette, band.hue)).gamma_multiply(0.18)));
        }
        for series in plot.series.iter().filter(|series| series.side == Side::Left) {
            for line in lines(series, parts, look) {
                inside.line(line);
            }
        }
    })
}

/// Into how many parts a curve is divided over a column so wide.
fn parts_of(column: f32) -> usize {
    (column / APART).clamp(1.0, PARTS) as usize
}

/// The lines of a series that are drawn through; dashes are [`dashes`].
fn lines<'l>(series: &Series, parts: usize, look: &Look) -> Vec<Line<'l>> {
    let there = series.stretches.iter().filter(|stretch| stretch.points.len() > 1 && !stretch.dashed);
    there
        .map(|stretch| {
            let points: Vec<[f64; 2]> = stretch.sampled(parts).iter().map(|&(x, y)| [x, y]).collect();
            let width = if series.thin { 1.2 } else { 2.2 };
            Line::new("", points).color(color(series.hue, look)).width(width).allow_hover(false)
        })
        .collect()
}

/// The dashed lines. Dashes that follow every sample of a curve would be most of the window's triangles: each of ours is one
/// straight line, which on so short a way nobody tells from the curve.
fn dashes(painter: &Painter, plot: &Plot, look: &Look, view: &View, parts: usize) {
    for series in plot.series.iter().filter(|series| series.side == Side::Left) {
        let stroke = Stroke::new(if series.thin { 1.2 } else { 1.6 }, color(series.hue, look));
        for stretch in series.stretches.iter().filter(|stretch| stretch.dashed) {
            let place = |(x, y): (f64, f64)| egui_pos(view.at(x, y));
            let points: Vec<Pos2> = stretch.sampled(parts).into_iter().map(place).collect();
            for ends in dashed(&points, painter.clip_rect().x_range()) {
                painter.line_segment(ends, stroke);
            }
        }
    }
}

/// Where the dashes of a line begin and end, those within a range.
fn dashed(points: &[Pos2], seen: Rangef) -> Vec<[Pos2; 2]> {
    let mut found = Vec::new();
    let (mut begun, mut left) = (points.first().copied(), DASH);
    for ends in points.windows(2) {
        let &[mut from, to] = ends else { continue };
        let mut length = from.distance(to);
        if length <= 0.0 {
            continue;
        }
        if from.x.max(to.x) < seen.min - DASH - GAP || from.x.min(to.x) > seen.max + DASH + GAP {
            (begun, left) = (Some(to), DASH);
            continue;
        }
        while length > left {
            from += (to - from) * (left / length);
            length -= left;
            match begun.take() {
                Some(start) => {
                    found.push([start, from]);
                    left = GAP;
                }
                None => {
                    begun = Some(from);
                    left = DASH;
                }
            }
        }
        left -= length;
    }
    if let (Some(start), Some(&end)) = (begun, points.last())
        && start != end
    {
        found.push([start, end]);
    }
    found
}

/// The lines that are read on the right axis lie over the bars.
fn lines_over(painter: &Painter, plot: &Plot, look: &Look, view: &View) {
    for series in plot.series.iter().filter(|series| series.side == Side::Right) {
        let line = color(series.hue, look);
        for stretch in &series.stretches {
            let place = |&(x, y): &(f64, f64)| pos2(view.x(x) as f32, view.right(y) as f32);
            let points: Vec<Pos2> = stretch.points.iter().map(place).collect();
            for &point in &points {
                disc(painter, point, 3.5, line, Stroke::new(1.5, look.colors.panel));
            }
            painter.add(Painted::line(points, Stroke::new(1.5, line)));
        }
    }
}
