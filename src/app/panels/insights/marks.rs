//! The marks of a plot: painted, pointed at, moved, reached by Tab and read out. Must not know which plots there are, nor how
//! a place is found for their words.

use std::collections::BTreeSet;

use eframe::egui::{
    Color32, CursorIcon, EventFilter, Key, Painter, Rect, Response, RichText, Role, Sense, Shape as Painted, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::area::{Done, Given, Moves, color, egui_pos, egui_rect};
use crate::app::look::{Look, bold, disc, regular};
use crate::app::panels::face::face;
use crate::app::panels::naming::color32;
use crate::insight::plot::{About, Mark, Plot, Row, Shape};
use crate::layout::plots::{Drawn, View, hue_color, hue_text, say};
use crate::layout::theme::{self, Palette};
use crate::scene::kurbo;

/// What an arrow key moves, as a part of 1.
const STEP: f64 = 0.25;

/// How near the pointer has to be, in points, for a mark to be something that can be pointed at.
const NEAR: f32 = 24.0;

/// Where the marks of a plot are: what is painted, and what can be pointed at. Worked out once a view.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// The places of marks in the plot, and their looks, big ones first.
    painted: Vec<(usize, Drawn)>,
    things: Vec<Thing>,
}

/// A mark that stands for a row of the table.
#[derive(Debug, Clone)]
struct Thing {
    mark: usize,
    row: usize,
    drawn: Drawn,
    target: Rect,
    /// What its widget is known by, among those of the plot.
    own: (usize, u32),
}

impl Places {
    /// Of a plot in a view.
    pub(super) fn of(plot: &Plot, view: &View) -> Self {
        let mut order: Vec<(usize, &Mark)> = plot.marks.iter().enumerate().collect();
        // Small bubbles lie on big ones, so that each can be reached.
        order.sort_by(|(_, a), (_, b)| size_of(b).total_cmp(&size_of(a)));
        let mut places = Self::default();
        let mut last: Option<(usize, u32)> = None;
        let mut covered = BTreeSet::new();
        for (place, mark) in order {
            let at = view.at(mark.x, mark.y);
            if at.x < view.rect.x0 - 1.0 || at.x > view.rect.x1 + 1.0 {
                continue;
            }
            let drawn = Drawn::of(mark, view);
            // Things of the same place and look are one to the eye; thousands of triangles are not.
            let is_new = match drawn {
                Drawn::Disc { center, radius, hollow } => {
                    let bits = |value: f64| (value * 4.0).round() as i64;
                    let spot = (bits(center.x), bits(center.y), radius.to_bits());
                    covered.insert((spot, hollow, mark.strong, mark.hue))
                }
                _ => true,
            };
            if is_new {
                places.painted.push((place, drawn));
            }
            if let Some(row) = mark.row.filter(|row| plot.table.rows.get(*row).is_some()) {
                // The same row may have several marks: each is a thing of its own, whatever its place in the order.
                let nth = last.filter(|(known, _)| *known == row).map_or(0, |(_, nth)| nth + 1);
                last = Some((row, nth));
                let target = egui_rect(drawn.target(mark, view));
                places.things.push(Thing { mark: place, row, drawn, target, own: (row, nth) });
            }
        }
        places
    }

    /// The places of marks in the plot that stand for what is selected.
    pub(super) fn selected(&self, plot: &Plot, is_selected: &dyn Fn(&About) -> bool) -> Vec<usize> {
        let is = |thing: &&Thing| plot.table.rows.get(thing.row).is_some_and(|row| is_selected(&row.about));
        self.things.iter().filter(is).map(|thing| thing.mark).collect()
    }

    /// Paints all, of which these are selected.
    pub(super) fn paint(&self, clip: &Painter, plot: &Plot, look: &Look, selected: &[usize]) {
        for (place, drawn) in &self.painted {
            if let Some(mark) = plot.marks.get(*place) {
                paint(clip, mark, *drawn, look, selected.contains(place));
            }
        }
    }
}

/// The marks: pointed at, moved, reached by Tab. Those that are far from all that are passed over, unless the window is read
/// aloud or they can be moved.
pub(super) fn marks(
    ui: &mut Ui,
    clip: &Painter,
    plot: &Plot,
    given: &Given<'_>,
    view: &View,
    places: &Places,
    ground: &Response,
) -> Option<Done> {
    let mut done = None;
    let read_aloud = ui.ctx().accesskit_node_builder(ui.scope_id(), |_| ()).is_some();
    let all = read_aloud || given.moves != Moves::Never;
    let own_id = |thing: &Thing, row: &Row| {
        // While something is moved its row may change its place, and it is the only one about its card.
        if given.moves == Moves::Both { ground.id.with((row.about, thing.own.1)) } else { ground.id.with(thing.own) }
    };
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let focused = focused(ui, ground, &places.things);
    let end = places.things.len().saturating_sub(1);
    for (number, thing) in places.things.iter().enumerate() {
        let (Some(mark), Some(row)) = (plot.marks.get(thing.mark), plot.table.rows.get(thing.row)) else { continue };
        let selected = (given.selected)(&row.about);
        let is_near = || pointer.is_some_and(|at| thing.target.expand(NEAR).contains(at));
        // Tab finds the first from before the plot, the last from behind it, and the next from the one it is on.
        let in_turn = [0, end].contains(&number) || focused.is_some_and(|focused| number.abs_diff(focused) <= 1);
        if !all && !in_turn && !is_near() {
            if selected {
                ring(clip, thing.drawn, given.look, 2.5);
            }
            continue;
        }
        let target = thing.target.intersect(ui.clip_rect());
        let movable = given.moves != Moves::Never && movable(mark, given.moves);
        let sense = if movable { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(target, own_id(thing, row), sense);
        let lines = || say::lines(plot, row, given.words);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, lines().join(". ")));
        if selected || response.hovered() || response.has_focus() {
            ring(clip, thing.drawn, given.look, if selected { 2.5 } else { 1.5 });
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
    if !all && ground.clicked() {
        // A finger comes down where nothing was pointed at before.
        let touched = ground.interact_pointer_pos();
        let thing = touched.and_then(|at| places.things.iter().rev().find(|thing| thing.target.contains(at)));
        let row = thing.and_then(|thing| plot.table.rows.get(thing.row));
        done = row.map(|row| Done::Clicked(row.about)).or(done);
    }
    done
}

/// The thing that has the keyboard.
fn focused(ui: &Ui, ground: &Response, things: &[Thing]) -> Option<usize> {
    let focused = ui.memory(|memory| memory.focused())?;
    if ui.ctx().text_edit_focused() {
        return None;
    }
    things.iter().position(|thing| ground.id.with(thing.own) == focused)
}

fn movable(mark: &Mark, moves: Moves) -> bool {
    match moves {
        Moves::Never => false,
        Moves::Both => true,
        Moves::Upright => matches!(mark.shape, Shape::Point { .. }),
    }
}

/// What a drag or the arrows do to a mark.
fn moved(ui: &Ui, given: &Given<'_>, view: &View, row: &Row, response: &eframe::egui::Response) -> Option<Done> {
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
        let text = RichText::new(line);
        let text = if place == 0 {
            text.font(bold(13.0)).color(look.colors.text)
        } else {
            text.font(regular(12.5)).color(look.colors.weak)
        };
        ui.label(text);
    }
}

/// A bar, or what stands for one: a pale one in an edge of its full colour, so that it is seen on any ground.
pub(super) fn area(painter: &Painter, rect: Rect, hue: Color32, strong: bool) {
    if strong || rect.width() < 3.0 || rect.height() < 3.0 {
        painter.rect_filled(rect, 2.0, hue);
    } else {
        painter.rect(rect, 2.0, hue.gamma_multiply(0.43), Stroke::new(1.0, hue), StrokeKind::Inside);
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
        Drawn::Box(rect) => area(painter, egui_rect(rect), full, mark.strong || selected),
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
