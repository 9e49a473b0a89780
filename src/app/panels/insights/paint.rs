//! Paints a plot: axes, lines and bands by egui_plot, marks on top as things of their own that can be pointed at, reached by
//! Tab and read out. Must not know which plots there are.

use eframe::egui::{
    self, Align2, Color32, CursorIcon, FontId, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use egui_plot::{FilledArea, HLine, Line, LineStyle, PlotBounds, PlotPoint, PlotTransform};

use super::say;
use crate::app::look::{self, Look, bold, medium, regular};
use crate::app::panels::face::face;
use crate::app::panels::naming::color32;
use crate::i18n::Words;
use crate::insight::plot::{About, Axis, Hue, Label, Mark, Plot, Scale, Series, Shape, Side, Ticks};
use crate::layout::theme;
use crate::model::JourneyMap;

/// Most samples of a curve between two steps, and how far apart they are at least, in points.
const PARTS: f32 = 14.0;
const APART: f32 = 3.0;
/// Space for the words of an axis, in points.
const AXIS: f32 = 40.0;
/// In less height than this the x axis has figures alone, in points.
const SHALLOW: f32 = 120.0;

/// What a painter is given besides the plot.
pub(super) struct Scene<'a> {
    /// Where marks get their words from.
    pub(super) map: &'a JourneyMap,
    /// The window's look.
    pub(super) look: &'a Look,
    /// The window's words.
    pub(super) words: &'a Words,
    /// Whether a mark stands for what is selected.
    pub(super) selected: &'a dyn Fn(&About) -> bool,
    /// Whether the plot can be moved and zoomed along its x axis.
    pub(super) long: bool,
}

/// Paints a plot into all the room there is. What was clicked, if something was.
pub(super) fn plot<'p>(ui: &mut Ui, plot: &'p Plot, scene: &Scene<'_>) -> Option<&'p About> {
    let look = scene.look;
    let outer = ui.available_rect_before_wrap();
    let names = matches!(plot.x.ticks, Ticks::Names(_));
    let shallow = outer.height() < SHALLOW;
    let bottom = match (shallow, names) {
        (true, _) => 20.0,
        (false, true) => 50.0,
        (false, false) => 36.0,
    };
    let right = if plot.right.is_some() { AXIS } else { 14.0 };
    let inner = Rect::from_min_max(
        pos2(outer.left() + AXIS, outer.top() + 6.0),
        pos2(outer.right() - right, outer.bottom() - bottom),
    );
    ui.allocate_rect(outer, Sense::hover());
    if inner.width() < 40.0 || inner.height() < 30.0 {
        return None;
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    let shown = area(&mut child, plot, scene, inner);
    let transform = shown.transform;
    let painter = ui.painter().clone();
    axes(&painter, plot, scene, &transform, inner, shallow);

    let mut clicked = None;
    // A bubble of the greatest severity stays below the upper edge.
    let biggest = (transform.dpos_dvalue_y() as f32).abs().clamp(12.0, 34.0);
    let room = (transform.dpos_dvalue_x() as f32).abs();
    let mut order: Vec<(usize, &Mark)> = plot.marks.iter().enumerate().collect();
    // Small bubbles lie on big ones, so that each can be reached.
    order.sort_by(|(_, a), (_, b)| size_of(b).total_cmp(&size_of(a)));
    let clip = ui.painter().with_clip_rect(inner.expand2(vec2(2.0, 14.0)).intersect(ui.clip_rect()));
    let bubbles: Vec<Rect> = plot
        .marks
        .iter()
        .filter_map(|mark| match mark.shape {
            Shape::Bubble { area } => Some(Rect::from_center_size(
                transform.position_from_point(&PlotPoint::new(mark.x, mark.y)),
                egui::Vec2::splat(2.0 * biggest * area.sqrt() as f32),
            )),
            Shape::Point { .. } | Shape::Bar { .. } => None,
        })
        .collect();
    let mut drawn = std::collections::BTreeSet::new();
    for (index, mark) in order {
        let at = transform.position_from_point(&PlotPoint::new(mark.x, mark.y));
        if at.x < inner.left() - 1.0 || at.x > inner.right() + 1.0 {
            continue;
        }
        let selected = (scene.selected)(&mark.about);
        let target = match mark.shape {
            Shape::Point { .. } => Rect::from_center_size(at, vec2(room.clamp(10.0, 22.0), 22.0)),
            Shape::Bubble { area } => {
                Rect::from_center_size(at, egui::Vec2::splat(2.0 * (biggest * area.sqrt() as f32).max(9.0)))
            }
            Shape::Bar { width } => {
                let half = room * width as f32 / 2.0;
                Rect::from_min_max(pos2(at.x - half, inner.top()), pos2(at.x + half, inner.bottom()))
            }
        };
        let lines = || say::about(scene.map, &mark.about, scene.words);
        let response =
            ui.interact(target.intersect(ui.clip_rect()), shown.response.id.with(("mark", index)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, lines().join(". ")));
        let spot = Spot { at, target, biggest, room, selected, response: &response };
        // Pain points of the same severity and share are one bubble to the eye; thousands of triangles are not.
        let place = (at.x.to_bits(), at.y.to_bits(), size_of(mark).to_bits());
        let quiet = matches!(mark.shape, Shape::Bubble { .. }) && !spot.is_marked(&mark.about);
        if !quiet || drawn.insert(place) {
            paint_mark(&clip, mark, scene, &spot);
        }
        if response.clicked() {
            clicked = Some(&mark.about);
        }
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| tip(ui, look, &lines()));
    }
    bubble_labels(&clip, plot, scene, &bubbles, inner.expand(4.0));
    lines_over(&clip, plot, look, &transform, inner);
    bar_figures(&clip, plot, scene, &transform, inner);
    clicked
}

fn size_of(mark: &Mark) -> f64 {
    match mark.shape {
        Shape::Bubble { area } => area,
        Shape::Point { .. } | Shape::Bar { .. } => 0.0,
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

/// A hue in the colours of the window's theme.
pub(super) fn color(hue: Hue, look: &Look) -> Color32 {
    let palette = theme::palette(look.theme);
    match hue {
        Hue::Persona(place) => color32(palette.persona(place, None)),
        Hue::Pain => color32(palette.pain.bar),
        Hue::Plain => look.colors.text,
    }
}

/// The ground, the grid, the bands and the lines.
fn area(ui: &mut Ui, plot: &Plot, scene: &Scene<'_>, inner: Rect) -> egui_plot::PlotResponse<()> {
    let colors = &scene.look.colors;
    let widget = egui_plot::Plot::new((say::label(&plot.title, scene.words), plot.x.high.to_bits()))
        .width(inner.width())
        .height(inner.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .set_margin_fraction(egui::Vec2::ZERO)
        .allow_axis_zoom_drag(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_scroll(false)
        .allow_zoom([scene.long, false])
        .allow_drag([scene.long, false])
        .default_x_bounds(plot.x.low, plot.x.high)
        .default_y_bounds(plot.y.low, plot.y.high)
        .label_formatter(|_| None);
    widget.show(ui, |inside| {
        let bounds = inside.plot_bounds();
        let (mut left, mut right) = (bounds.min()[0], bounds.max()[0]);
        if !scene.long
            || inside.response().double_clicked()
            || right - left < 1.0
            || right - left > plot.x.high - plot.x.low
        {
            (left, right) = (plot.x.low, plot.x.high);
        }
        // Dragging never leaves what there is.
        let beyond = (plot.x.low - left).max(0.0) - (right - plot.x.high).max(0.0);
        inside.set_plot_bounds(PlotBounds::from_min_max([left + beyond, plot.y.low], [right + beyond, plot.y.high]));
        for value in ticks(&plot.y) {
            let zero = value == 0.0;
            let line = if zero { colors.border_strong } else { colors.border };
            inside.hline(
                HLine::new("", value).stroke(Stroke::new(if zero { 1.5 } else { 1.0 }, line)).allow_hover(false),
            );
        }
        let room = inner.width() / (right - left).max(1e-6) as f32;
        let parts = (room / APART).clamp(1.0, PARTS) as usize;
        for band in &plot.bands {
            let points = match band.points[..] {
                // A lone figure still shows how sure it is.
                [(x, low, high)] => vec![(x - 0.08, low, high), (x + 0.08, low, high)],
                _ => band.sampled(parts),
            };
            let xs: Vec<f64> = points.iter().map(|point| point.0).collect();
            let low: Vec<f64> = points.iter().map(|point| point.1).collect();
            let high: Vec<f64> = points.iter().map(|point| point.2).collect();
            let fill = color(band.hue, scene.look).gamma_multiply(0.16);
            inside.add(FilledArea::new("", &xs, &low, &high).fill_color(fill).allow_hover(false));
        }
        for series in &plot.series {
            if series.side == Side::Left {
                for line in lines(series, parts, scene.look) {
                    inside.line(line);
                }
            }
        }
    })
}

/// The lines of a series.
fn lines<'l>(series: &Series, parts: usize, look: &Look) -> Vec<Line<'l>> {
    series
        .stretches
        .iter()
        .filter(|stretch| stretch.points.len() > 1)
        .map(|stretch| {
            let points: Vec<[f64; 2]> = stretch.sampled(parts).iter().map(|&(x, y)| [x, y]).collect();
            let style = if stretch.dashed { LineStyle::Dashed { length: 6.0 } } else { LineStyle::Solid };
            let width = if stretch.dashed { 1.6 } else { 2.2 };
            Line::new("", points).color(color(series.hue, look)).width(width).style(style).allow_hover(false)
        })
        .collect()
}

/// The numbered ticks of an axis.
fn ticks(axis: &Axis) -> Vec<f64> {
    let Ticks::Every { distance, .. } = axis.ticks else { return Vec::new() };
    let first = (axis.low / distance - 1e-9).ceil() as i64;
    let last = (axis.high / distance + 1e-9).floor() as i64;
    (first..=last).map(|step| step as f64 * distance).collect()
}

fn scale_of(axis: &Axis) -> Scale {
    match axis.ticks {
        Ticks::Every { scale, .. } => scale,
        Ticks::Names(_) => Scale::Plain,
    }
}

/// The words of the axes, and the lines that are read on the right one.
fn axes(
    painter: &egui::Painter,
    plot: &Plot,
    scene: &Scene<'_>,
    transform: &PlotTransform,
    inner: Rect,
    shallow: bool,
) {
    let (words, colors) = (scene.words, &scene.look.colors);
    let small = regular(11.0);
    let put = |at: Pos2, align: Align2, text: String, font: &FontId, color: Color32| {
        painter.text(at, align, text, font.clone(), color);
    };
    for value in ticks(&plot.y).into_iter().filter(|value| reachable(&plot.y, *value)) {
        let y = transform.position_from_point_y(value);
        let text = say::tick(value, scale_of(&plot.y), words);
        put(pos2(inner.left() - 8.0, y), Align2::RIGHT_CENTER, text, &small, colors.weak);
    }
    upright(painter, &say::label(&plot.y.label, words), inner, colors.weak);
    if let Some(right) = &plot.right {
        let part = |value: f64| (value - right.low) / (right.high - right.low);
        for value in ticks(right).into_iter().filter(|&value| value <= 1.0) {
            let y = inner.bottom() - inner.height() * part(value) as f32;
            let text = say::tick(value, scale_of(right), words);
            put(pos2(inner.right() + 6.0, y), Align2::LEFT_CENTER, text, &small, colors.weak);
        }
    }
    match &plot.x.ticks {
        Ticks::Every { .. } => {
            for value in ticks(&plot.x) {
                let x = transform.position_from_point_x(value);
                let text = say::tick(value, scale_of(&plot.x), words);
                put(pos2(x, inner.bottom() + 4.0), Align2::CENTER_TOP, text, &small, colors.weak);
            }
            if !shallow {
                let text = say::label(&plot.x.label, words);
                put(pos2(inner.right(), inner.bottom() + 18.0), Align2::RIGHT_TOP, text, &small, colors.weak);
            }
        }
        Ticks::Names(names) => {
            let ranks = plot.x.label == Label::PainPoints;
            if !step_names(painter, names, ranks, transform, inner, colors.weak, shallow) && !shallow {
                let text = say::label(&plot.x.label, words);
                put(pos2(inner.right(), inner.bottom() + 20.0), Align2::RIGHT_TOP, text, &small, colors.weak);
            }
        }
    }
}

/// Severity begins at 1 though the axis leaves room below it.
fn reachable(axis: &Axis, value: f64) -> bool {
    value > axis.low && value < axis.high || axis.low == value
}

/// Words along the left axis, from bottom to top; they may reach down beside the words of the x axis. In a plot too low for
/// them they are left out: the words beside the title say the same.
fn upright(painter: &egui::Painter, text: &str, inner: Rect, color: Color32) {
    const BELOW: f32 = 30.0;
    let galley = painter.layout_no_wrap(text.to_owned(), regular(11.0), color);
    let size = galley.size();
    if size.x > inner.height() + BELOW {
        return;
    }
    let middle = inner.center().y.max(inner.top() + size.x / 2.0);
    let at = pos2(inner.left() - AXIS + 6.0 - size.y / 2.0, middle + size.x / 2.0);
    let shape = egui::epaint::TextShape::new(at, galley, color).with_angle(-std::f32::consts::FRAC_PI_2);
    painter.add(shape);
}

/// Names under a row of columns: wrapped where they fit, else the numbers of the columns. The whole name stands in the tip
/// of the column's mark. Whether the names were painted.
fn step_names(
    painter: &egui::Painter,
    names: &[String],
    ranks: bool,
    transform: &PlotTransform,
    inner: Rect,
    color: Color32,
    shallow: bool,
) -> bool {
    let wrapped = |name: &String, width: f32| {
        let mut job = egui::text::LayoutJob::simple(name.clone(), regular(11.0), color, width);
        job.halign = egui::Align::Center;
        painter.layout_job(job)
    };
    let column = (transform.dpos_dvalue_x() as f32).abs();
    let every = (22.0 / column.max(0.1)).ceil().max(1.0) as usize;
    let room = column - 6.0;
    let galleys: Vec<_> =
        if column >= 48.0 && !shallow { names.iter().map(|name| wrapped(name, room)).collect() } else { Vec::new() };
    // Names that would be cut are not shown at all.
    let fit =
        column >= 48.0 && !shallow && galleys.iter().all(|galley| galley.rows.len() <= 3 && galley.size().x <= column);
    for (place, _) in names.iter().enumerate() {
        let x = transform.position_from_point_x(place as f64);
        if x < inner.left() || x > inner.right() {
            continue;
        }
        if let Some(galley) = galleys.get(place).filter(|_| fit) {
            painter.galley(pos2(x, inner.bottom() + 5.0), galley.clone(), color);
        } else if place % every == 0 {
            let text = if ranks { format!("#{}", place + 1) } else { (place + 1).to_string() };
            painter.text(pos2(x, inner.bottom() + 5.0), Align2::CENTER_TOP, text, regular(11.0), color);
        }
    }
    fit
}

/// Where a mark stands on the screen, and its state.
struct Spot<'a> {
    at: Pos2,
    target: Rect,
    biggest: f32,
    room: f32,
    selected: bool,
    response: &'a Response,
}

impl Spot<'_> {
    /// Whether the mark differs from others of its kind.
    fn is_marked(&self, about: &About) -> bool {
        self.selected
            || self.response.hovered()
            || self.response.has_focus()
            || matches!(about, About::Pain { rank: 1, .. })
    }
}

fn paint_mark(painter: &egui::Painter, mark: &Mark, scene: &Scene<'_>, spot: &Spot<'_>) {
    let colors = &scene.look.colors;
    let palette = theme::palette(scene.look.theme);
    let hue = color(mark.hue, scene.look);
    let lively = spot.response.hovered() || spot.response.has_focus();
    let ring = Stroke::new(if spot.selected { 2.5 } else { 1.5 }, colors.accent);
    match mark.shape {
        Shape::Point { validated } => {
            let radius = if spot.room < 20.0 {
                (spot.room * 0.7).clamp(1.5, 3.0)
            } else if validated {
                8.5
            } else {
                7.0
            };
            if spot.selected || lively {
                painter.circle_stroke(spot.at, radius + 3.0, ring);
            }
            if radius < 5.0 {
                look::disc(painter, spot.at, radius, if validated { hue } else { colors.panel }, Stroke::new(1.5, hue));
            } else {
                face(painter, spot.at, radius, mark.y, hue, colors.panel);
            }
        }
        Shape::Bubble { area } => {
            let radius = (spot.biggest * area.sqrt() as f32).max(2.0);
            let first = matches!(mark.about, About::Pain { rank: 1, .. });
            let fill = if first || spot.selected { hue } else { color32(palette.pain.tint) };
            painter.circle(spot.at, radius, fill, Stroke::new(1.5, hue));
            if spot.selected || lively {
                painter.circle_stroke(spot.at, radius + 3.0, ring);
            }
        }
        Shape::Bar { .. } => {
            let bar = Rect::from_min_max(pos2(spot.target.left(), spot.at.y), spot.target.max);
            let fill = if stands_out(mark, scene) { hue } else { hue.gamma_multiply(0.4) };
            painter.rect_filled(bar, egui::CornerRadius { nw: 3, ne: 3, sw: 0, se: 0 }, fill);
            if spot.selected || lively {
                painter.rect_stroke(bar.expand(2.0), 4.0, ring, StrokeKind::Outside);
            }
        }
    }
}

/// Whether a bar has its full colour: it is selected, or one of the few that make most of the trouble.
fn stands_out(mark: &Mark, scene: &Scene<'_>) -> bool {
    let vital = matches!(mark.about, About::Pain { rank, running, .. } if rank == 1 || running <= 0.8);
    vital || (scene.selected)(&mark.about)
}

/// The ranks of bubbles, worst first: inside where there is room and nothing lies over it, else beside, where the label covers
/// nothing. One that finds no place stands in the tip alone.
fn bubble_labels(painter: &egui::Painter, plot: &Plot, scene: &Scene<'_>, bubbles: &[Rect], clip: Rect) {
    let palette = theme::palette(scene.look.theme);
    let mut taken: Vec<Rect> = Vec::new();
    let marks = plot.marks.iter().filter(|mark| matches!(mark.shape, Shape::Bubble { .. }));
    for (place, (mark, bubble)) in marks.zip(bubbles).enumerate() {
        let Some(label) = &mark.label else { continue };
        let strong = matches!(mark.about, About::Pain { rank: 1, .. }) || (scene.selected)(&mark.about);
        let ink = if strong { Color32::WHITE } else { color32(palette.pain.text) };
        let galley = painter.layout_no_wrap(say::label(label, scene.words), bold(11.5), ink);
        let size = galley.size();
        let inside = Rect::from_center_size(bubble.center(), size);
        let radius = bubble.width() / 2.0;
        let free = |at: &Rect| {
            let others = bubbles.iter().enumerate().filter(|(other, _)| *other != place);
            clip.contains_rect(*at)
                && taken.iter().all(|other| !other.intersects(*at))
                && others.into_iter().all(|(_, other)| !covers(*other, *at))
        };
        let at = if radius >= 10.0 && free(&inside) {
            Some(inside)
        } else {
            let gap = radius + 3.0;
            let center = bubble.center();
            let places = [
                Align2::LEFT_CENTER.anchor_size(center + vec2(gap, 0.0), size),
                Align2::RIGHT_CENTER.anchor_size(center - vec2(gap, 0.0), size),
                Align2::CENTER_TOP.anchor_size(center + vec2(0.0, gap - 2.0), size),
                Align2::CENTER_BOTTOM.anchor_size(center - vec2(0.0, gap - 2.0), size),
            ];
            places.into_iter().find(free)
        };
        if let Some(at) = at {
            taken.push(at);
            let outside = at != inside && strong;
            painter.galley(at.min, galley, ink);
            if outside {
                painter.text(
                    at.min,
                    Align2::LEFT_TOP,
                    say::label(label, scene.words),
                    bold(11.5),
                    color32(palette.pain.text),
                );
            }
        }
    }
}

/// Whether a circle in `bubble` reaches into `rect`.
fn covers(bubble: Rect, rect: Rect) -> bool {
    let nearest = rect.clamp(bubble.center());
    nearest.distance(bubble.center()) < bubble.width() / 2.0
}

/// The figures on bars: in front of everything. Where a point of the line lies in the way they stand inside the bar, and
/// where there is no room for them, on a ground of their own.
fn bar_figures(painter: &egui::Painter, plot: &Plot, scene: &Scene<'_>, transform: &PlotTransform, inner: Rect) {
    let room = (transform.dpos_dvalue_x() as f32).abs();
    if room < 20.0 {
        return;
    }
    let colors = &scene.look.colors;
    let font = medium(if room >= 26.0 { 11.5 } else { 10.5 });
    let points: Vec<Pos2> = on_right_axis(plot, transform, inner).flat_map(|(_, points)| points).collect();
    for mark in plot.marks.iter().filter(|mark| matches!(mark.shape, Shape::Bar { .. })) {
        let Some(label) = &mark.label else { continue };
        let at = transform.position_from_point(&PlotPoint::new(mark.x, mark.y)) - vec2(0.0, 4.0);
        let galley = painter.layout_no_wrap(say::label(label, scene.words), font.clone(), colors.text);
        let place = Align2::CENTER_BOTTOM.anchor_size(at, galley.size());
        let crossed = |place: Rect| points.iter().any(|point| place.expand(5.0).contains(*point));
        let within = place.translate(vec2(0.0, galley.size().y + 7.0));
        if crossed(place) && !crossed(within) && within.bottom() < inner.bottom() {
            let ink = if stands_out(mark, scene) { colors.on_accent } else { colors.text };
            painter.galley(within.min, galley, ink);
            continue;
        }
        painter.rect_filled(place.expand2(vec2(2.0, -1.0)), 2.0, colors.panel.gamma_multiply(0.85));
        painter.galley(place.min, galley, colors.text);
    }
}

/// The lines that are read on the right axis lie over the bars.
fn lines_over(painter: &egui::Painter, plot: &Plot, look: &Look, transform: &PlotTransform, inner: Rect) {
    for (series, points) in on_right_axis(plot, transform, inner) {
        let line = color(series.hue, look);
        for &point in &points {
            look::disc(painter, point, 3.5, line, Stroke::new(1.5, look.colors.panel));
        }
        painter.add(egui::Shape::line(points, Stroke::new(1.5, line)));
    }
}

/// The stretches of the lines that are read on the right axis, as points of the screen.
fn on_right_axis<'p>(
    plot: &'p Plot,
    transform: &'p PlotTransform,
    inner: Rect,
) -> impl Iterator<Item = (&'p Series, Vec<Pos2>)> {
    plot.right.iter().flat_map(move |right| {
        let place = move |&(x, y): &(f64, f64)| {
            let part = (y - right.low) / (right.high - right.low);
            pos2(transform.position_from_point_x(x), inner.bottom() - inner.height() * part as f32)
        };
        let series = plot.series.iter().filter(|series| series.side == Side::Right);
        series.flat_map(move |series| {
            series.stretches.iter().map(move |stretch| (series, stretch.points.iter().map(place).collect()))
        })
    })
}
