//! Paints a plot: ground, lines and areas by egui_plot, which also moves and enlarges what is seen; marks on top as things of
//! their own that can be pointed at, moved, reached by Tab and read out. Where words stand and what marks look like is
//! layout's. Must not know which plots there are.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{
    self, Align2, Color32, CursorIcon, EventFilter, FontId, Id, Key, Painter, Pos2, Rect, Role, Sense,
    Shape as Painted, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use egui_plot::{FilledArea, HLine, Line, LineStyle, PlotBounds, VLine};

use crate::app::look::{Look, bold, disc, italic, medium, regular};
use crate::app::panels::face::face;
use crate::app::panels::naming::color32;
use crate::i18n::Words;
use crate::insight::plot::{About, Hue, Mark, Plot, Row, Series, Shape, Side, Ticks};
use crate::layout::plots::{
    Align, Drawn, Ink, Lettering, Measure, Room, View, arrange, hue_color, hue_text, say, ticks,
};
use crate::layout::theme::{self, Palette};
use crate::scene::kurbo;
use crate::text::Weight;

/// Most samples of a curve between two steps, and how far apart they are at least, in points.
const PARTS: f32 = 14.0;
const APART: f32 = 3.0;
/// Fewer columns than this are seen whole: there is nothing to move or to enlarge.
const MANY: usize = 8;
/// What an arrow key moves, as a part of 1.
const STEP: f64 = 0.25;

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
        }
        self.room.clone().unwrap_or_else(|| Room::of(plot, rect_of(rect), words, &mut Ruler(painter)))
    }

    fn letters(&mut self, plot: &Plot, room: &Room, view: View, words: &Words, painter: &Painter) -> &[Lettering] {
        if self.view != Some(view) {
            self.letters = arrange(plot, room, view, words, &mut Ruler(painter));
            self.view = Some(view);
        }
        &self.letters
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

fn egui_rect(rect: kurbo::Rect) -> Rect {
    Rect::from_min_max(pos2(rect.x0 as f32, rect.y0 as f32), pos2(rect.x1 as f32, rect.y1 as f32))
}

fn egui_pos(point: kurbo::Point) -> Pos2 {
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
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    let shown = ground(&mut child, plot, given, inner);
    let bounds = shown.transform.bounds();
    let view = View {
        rect: room.plot,
        x: (bounds.min()[0], bounds.max()[0]),
        y: (bounds.min()[1], bounds.max()[1]),
        ..View::whole(plot, room.plot)
    };
    let clip = ui.painter().with_clip_rect(inner.expand2(vec2(2.0, 14.0)).intersect(ui.clip_rect()));
    let done = marks(ui, &clip, plot, given, &view, shown.response.id);
    lines_over(&clip, plot, given.look, &view);
    let painter = ui.painter().clone();
    let palette = theme::palette(given.look.theme);
    for letters in arranged.letters(plot, &room, view, given.words, &painter) {
        let ink = match letters.ink {
            Ink::Weak => given.look.colors.weak,
            Ink::Text => given.look.colors.text,
            Ink::Of(hue) => color32(hue_text(palette, hue)),
            Ink::Inside => given.look.colors.panel,
        };
        lettering(&painter, letters, ink, given.look);
    }
    done
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

/// The ground, the grid, the regions, the bands and the lines.
fn ground(ui: &mut Ui, plot: &Plot, given: &Given<'_>, inner: Rect) -> egui_plot::PlotResponse<()> {
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
                None if region.from > plot.x.low + 0.01 => {
                    let line = Stroke::new(1.0, colors.border);
                    inside.vline(
                        VLine::new("", region.from)
                            .stroke(line)
                            .style(LineStyle::Dashed { length: 4.0 })
                            .allow_hover(false),
                    );
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
        let column = inner.width() / (right - left).max(1e-6) as f32;
        let parts = (column / APART).clamp(1.0, PARTS) as usize;
        for band in &plot.bands {
            let points = match band.points[..] {
                // A lone figure still shows how sure it is.
                [(x, low, high)] => vec![(x - 0.08, low, high), (x + 0.08, low, high)],
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

/// The lines of a series.
fn lines<'l>(series: &Series, parts: usize, look: &Look) -> Vec<Line<'l>> {
    let there = series.stretches.iter().filter(|stretch| stretch.points.len() > 1);
    there
        .map(|stretch| {
            let points: Vec<[f64; 2]> = stretch.sampled(parts).iter().map(|&(x, y)| [x, y]).collect();
            let style = if stretch.dashed { LineStyle::Dashed { length: 6.0 } } else { LineStyle::Solid };
            let width = match (series.thin, stretch.dashed) {
                (true, _) => 1.2,
                (false, true) => 1.6,
                (false, false) => 2.2,
            };
            Line::new("", points).color(color(series.hue, look)).width(width).style(style).allow_hover(false)
        })
        .collect()
}

/// The marks: painted, pointed at, moved.
fn marks(ui: &mut Ui, clip: &Painter, plot: &Plot, given: &Given<'_>, view: &View, id: Id) -> Option<Done> {
    let mut done = None;
    let mut order: Vec<&Mark> = plot.marks.iter().collect();
    // Small bubbles lie on big ones, so that each can be reached.
    order.sort_by(|a, b| size_of(b).total_cmp(&size_of(a)));
    let mut last: Option<(usize, u32)> = None;
    let mut covered = BTreeSet::new();
    for mark in order {
        let at = egui_pos(view.at(mark.x, mark.y));
        if (f64::from(at.x)) < view.rect.x0 - 1.0 || f64::from(at.x) > view.rect.x1 + 1.0 {
            continue;
        }
        let drawn = Drawn::of(mark, view);
        let Some((place, row)) = mark.row.and_then(|row| Some((row, plot.table.rows.get(row)?))) else {
            paint(clip, mark, drawn, given.look, false);
            continue;
        };
        // The same row may have several marks: each is a thing of its own, whatever its place in the order.
        let nth = last.filter(|(row, _)| *row == place).map_or(0, |(_, nth)| nth + 1);
        last = Some((place, nth));
        let target = egui_rect(drawn.target(mark, view)).intersect(ui.clip_rect());
        let movable = given.moves != Moves::Never && movable(mark, given.moves);
        let sense = if movable { Sense::click_and_drag() } else { Sense::click() };
        // While something is moved its row may change its place, and it is the only one about its card.
        let own = if given.moves == Moves::Both { id.with((row.about, nth)) } else { id.with((place, nth)) };
        let response = ui.interact(target, own, sense);
        let selected = (given.selected)(&row.about);
        let lines = || say::lines(plot, row, given.words);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, lines().join(". ")));
        // Things of the same place and size are one to the eye; thousands of triangles are not.
        let marked = selected || mark.strong || response.hovered() || response.has_focus();
        let bubble = matches!(mark.shape, Shape::Bubble { .. });
        let spot = (at.x.to_bits(), at.y.to_bits(), size_of(mark).to_bits());
        if !bubble || marked || covered.insert(spot) {
            paint(clip, mark, drawn, given.look, selected);
        }
        if selected || response.hovered() || response.has_focus() {
            ring(clip, drawn, given.look, if selected { 2.5 } else { 1.5 });
        }
        if movable {
            done = moved(ui, given, view, row, &response).or(done);
        }
        if response.clicked() {
            done = Some(Done::Clicked(row.about));
        }
        let cursor = if movable { CursorIcon::Grab } else { CursorIcon::PointingHand };
        let response = response.on_hover_cursor(cursor);
        if !response.dragged() {
            response.on_hover_ui(|ui| tip(ui, given.look, &lines()));
        }
    }
    done
}

fn movable(mark: &Mark, moves: Moves) -> bool {
    match moves {
        Moves::Never => false,
        Moves::Both => true,
        Moves::Upright => matches!(mark.shape, Shape::Point { .. }),
    }
}

/// What a drag or the arrows do to a mark.
fn moved(ui: &Ui, given: &Given<'_>, view: &View, row: &Row, response: &egui::Response) -> Option<Done> {
    if response.drag_stopped() {
        return Some(Done::Dropped);
    }
    if response.dragged()
        && let Some(at) = response.interact_pointer_pos()
    {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let (x, y) = view.values(kurbo::Point::new(at.x.into(), at.y.into()));
        return Some(Done::Dragged(row.about, x, y));
    }
    if !response.has_focus() {
        return None;
    }
    let both = given.moves == Moves::Both;
    ui.memory_mut(|memory| {
        let filter = EventFilter { horizontal_arrows: both, vertical_arrows: true, ..EventFilter::default() };
        memory.set_focus_lock_filter(response.id, filter);
    });
    let (right, up) = ui.input(|input| {
        let by = |more: Key, less: Key| f64::from(input.num_presses(more) as i32 - input.num_presses(less) as i32);
        (by(Key::ArrowRight, Key::ArrowLeft), by(Key::ArrowUp, Key::ArrowDown))
    });
    let (right, up) = if both { (right, up) } else { (0.0, up * STEP) };
    (right != 0.0 || up != 0.0).then_some(Done::Moved(row.about, right, up))
}

fn size_of(mark: &Mark) -> f64 {
    match mark.shape {
        Shape::Bubble { area } => area,
        _ => 0.0,
    }
}

fn tip(ui: &mut Ui, look: &Look, lines: &[String]) {
    ui.spacing_mut().item_spacing.y = 3.0;
    for (place, line) in lines.iter().enumerate() {
        let text = egui::RichText::new(line);
        let text = if place == 0 {
            text.font(bold(13.0)).color(look.colors.text)
        } else {
            text.font(regular(12.5)).color(look.colors.weak)
        };
        ui.label(text);
    }
}

/// The line around what is selected or pointed at.
fn ring(painter: &Painter, drawn: Drawn, look: &Look, width: f32) {
    let ring = Stroke::new(width, look.colors.accent);
    match drawn {
        Drawn::Face { center, radius } | Drawn::Disc { center, radius, .. } | Drawn::Diamond { center, radius } => {
            painter.circle_stroke(egui_pos(center), radius as f32 + 3.0, ring);
        }
        Drawn::Box(_) | Drawn::Line { .. } => {
            painter.rect_stroke(egui_rect(drawn.bounds()).expand(2.0), 3.0, ring, StrokeKind::Outside);
        }
    }
}

fn paint(painter: &Painter, mark: &Mark, drawn: Drawn, look: &Look, selected: bool) {
    let palette: &Palette = theme::palette(look.theme);
    let ground = look.colors.panel;
    let full = color(mark.hue, look);
    let hue = if mark.strong || selected { full } else { full.gamma_multiply(0.43) };
    match drawn {
        Drawn::Face { center, radius } => face(painter, egui_pos(center), radius as f32, mark.y, full, ground),
        Drawn::Disc { center, radius, hollow } => {
            let bubble = matches!(mark.shape, Shape::Bubble { .. } | Shape::Badge);
            let fill = match (bubble, mark.strong, hollow) {
                (true, true, _) => color32(hue_text(palette, mark.hue)),
                (true, false, _) => color32(hue_color(palette, mark.hue).with_alpha(40).over(palette.plot)),
                (false, _, true) => ground,
                (false, true, false) => full,
                (false, false, false) => color32(hue_color(palette, mark.hue).with_alpha(110).over(palette.plot)),
            };
            disc(painter, egui_pos(center), radius as f32, fill, Stroke::new(1.5, full));
        }
        Drawn::Diamond { center, radius } => {
            let (center, radius) = (egui_pos(center), radius as f32);
            let corners = [vec2(0.0, -radius), vec2(radius, 0.0), vec2(0.0, radius), vec2(-radius, 0.0)];
            let points = corners.iter().map(|corner| center + *corner).collect();
            painter.add(Painted::convex_polygon(points, full, Stroke::new(1.0, ground)));
        }
        Drawn::Box(rect) => {
            painter.rect_filled(egui_rect(rect), 2.0, hue);
        }
        Drawn::Line { from, to, width, dotted } => {
            let (ends, stroke) = ([egui_pos(from), egui_pos(to)], Stroke::new(width as f32, full));
            if dotted {
                painter.extend(Painted::dotted_line(&ends, full, 3.0, 0.8));
            } else {
                painter.line_segment(ends, stroke);
            }
        }
    }
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

/// What colours and shapes mean, in a row that wraps; where there is little room, what colours mean alone.
pub(super) fn legend(ui: &mut Ui, plot: &Plot, all: bool, look: &Look, words: &Words) {
    use crate::insight::plot::Sample;
    for key in plot.legend.iter().filter(|key| all || key.hue != Hue::Weak) {
        let text = say::key(key, words);
        let galley = ui.painter().layout_no_wrap(text.clone(), regular(12.0), look.colors.text);
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 28.0, 18.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        let hue = color(key.hue, look);
        let painter = ui.painter();
        let center = pos2(rect.left() + 11.0, rect.center().y);
        let across = [center - vec2(8.0, 0.0), center + vec2(8.0, 0.0)];
        match key.sample {
            Sample::Line => {
                painter.line_segment(across, Stroke::new(2.2, hue));
            }
            Sample::Dashed => {
                painter.extend(Painted::dashed_line(&across, Stroke::new(1.8, hue), 4.0, 3.0));
            }
            Sample::Area => {
                painter.rect_filled(Rect::from_center_size(center, vec2(16.0, 9.0)), 2.0, hue);
            }
            Sample::Dot => {
                painter.circle_filled(center, 4.5, hue);
            }
            Sample::Ring => {
                painter.circle_stroke(center, 4.0, Stroke::new(1.5, hue));
            }
            Sample::Diamond => {
                let corners = [vec2(0.0, -5.0), vec2(5.0, 0.0), vec2(0.0, 5.0), vec2(-5.0, 0.0)];
                let points = corners.iter().map(|corner| center + *corner).collect();
                painter.add(Painted::convex_polygon(points, hue, Stroke::NONE));
            }
            Sample::Level => {
                painter.line_segment(across, Stroke::new(2.4, hue));
            }
            Sample::Post => {
                let ends = [center - vec2(0.0, 7.0), center + vec2(0.0, 7.0)];
                painter.line_segment(ends, Stroke::new(2.6, hue));
            }
        }
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + 25.0, rect.center().y), galley.size());
        painter.galley(at.min, galley, look.colors.text);
    }
}
