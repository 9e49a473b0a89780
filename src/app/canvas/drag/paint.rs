//! What a drag looks like: what is held hangs at the pointer, the place where it will land is open, and words beside the
//! pointer say what isn't plain to see. Never exported.

use std::collections::HashSet;

use eframe::egui;
use egui::{
    Align2, Color32, CornerRadius, Galley, LayerId, Painter, Pos2, Rect, Shadow, Shape, Stroke, StrokeKind, Ui,
};
use egui::{pos2, vec2};

use super::cards::{Cards, HANGS};
use super::heading::{Gap, Heading, Line};
use super::{Drag, Grip, Refusal, TrayArea, What};
use crate::app::canvas::camera::{Part, View};
use crate::app::canvas::overlay::{band_of, part_of_cursor, radius};
use crate::app::canvas::paint::{Painted, color};
use crate::app::canvas::{Shown, navigate};
use crate::app::look::{self, RADIUS};
use crate::edit::Cursor;
use crate::model::ContentKind;
use crate::scene::{Item, Region, Scene, Target, card_rects, kurbo, target_rect};
use crate::words;

/// Width of a line that shows a gap.
const LINE: f32 = 3.0;

/// The picture of what is held.
pub(super) struct Ghost {
    item: Item,
    rect: kurbo::Rect,
    /// Where it was seized.
    seized: kurbo::Point,
}

impl Ghost {
    /// The picture of a target, seized at a point of its region.
    pub(super) fn new(region: &Region, target: Target, at: kurbo::Point) -> Option<Self> {
        let group = region.groups().find(|group| group.target == Some(target))?;
        Some(Self { item: Item::Group(group.kept()), rect: group.rect(), seized: at })
    }
}

/// Paints a drag, or the edge under the pointer that could be dragged.
pub(in crate::app::canvas) fn paint(
    ui: &Ui,
    shown: Shown<'_>,
    view: &View,
    painted: &mut Painted,
    drag: Option<&Drag>,
    hovered: Option<Grip>,
    tray: Option<&TrayArea>,
) {
    let Some(drag) = drag else {
        if let Some(grip) = hovered {
            edge(ui, shown, view, grip, false);
        }
        return;
    };
    let above = ui.ctx().layer_painter(LayerId::new(egui::Order::Tooltip, egui::Id::unique("canvas-drag")));
    let says = |text: String, tone: Tone| bubble(&above, shown, view, drag.at, &text, tone);
    match &drag.what {
        What::Cards(cards) => {
            if let Some(tray) = tray.filter(|tray| tray.panel.is_none()) {
                tab(ui, shown, view, tray, tray.takes(view.rect, drag.at));
            }
            slots(ui, shown, view, cards);
            held_cards(ui, &above, shown, view, painted, cards, drag.at);
            if let Some(refusal) = cards.refusal {
                says(refusal.say(shown), Tone::of(refusal));
            } else if !cards.loses.is_empty() {
                says(words!(shown.words, "drag-loses", what = lost(shown, cards)), Tone::Warning);
            }
        }
        What::Heading(heading) => {
            held_heading(ui, shown, view, heading, drag.base.as_ref().map_or(shown.scene, |(_, scene)| scene));
            if let Some(ghost) = &heading.ghost {
                let count = heading.all.len();
                stack(&above, shown, view, ghost_rect(view, ghost, drag.at, HANGS), count);
                let rect = paint_ghost(ui, &above, shown, view, painted, ghost, drag.at, HANGS);
                if count > 1 {
                    badge(&above, shown, rect, shown.words.number(count as f64, 0));
                }
            }
            if let Some(phase) = heading.phase {
                let own = shown.map.phases.get(phase);
                let name = match own {
                    "" => crate::i18n::phase_word(&crate::i18n::Words::new(shown.map.language), phase),
                    own => own.to_owned(),
                };
                says(words!(shown.words, "drag-phase", phase = name), Tone::Plain);
            }
        }
        What::Span(span) => {
            let painter = ui.painter().with_clip_rect(view.clip(Part::Body));
            if let Some(rect) = target_rect(shown.scene, Target::Card(span.card)) {
                let rect = view.screen_rect(Part::Body, rect).expand(2.0);
                let line = Stroke::new(2.5, shown.look.colors.accent);
                painter.rect_stroke(rect, radius(view), line, StrokeKind::Outside);
            }
            says(words!(shown.words, "drag-span", n = span.steps), Tone::Value);
        }
        What::Point(point) => match point.value {
            Some(value) => says(shown.words.signed(value.value(), 2), Tone::Value),
            None => says(words!(shown.words, "drag-unknown"), Tone::Value),
        },
        What::Width(width) => {
            edge(ui, shown, view, Grip::StepEdge(width.step), true);
            if let Some(width) = width.width {
                says(shown.words.number(f64::from(width), 0), Tone::Value);
            }
        }
        What::Height(height) => {
            edge(ui, shown, view, Grip::LaneEdge(height.lane), true);
            if let Some(height) = height.height {
                says(shown.words.number(f64::from(height), 0), Tone::Value);
            }
        }
        What::Band(band) => {
            let accent = shown.look.colors.accent;
            let rect = band.rect(view, drag.at);
            let painter = ui.painter().with_clip_rect(view.clip(Part::Body));
            painter.rect_filled(rect, 2.0, accent.gamma_multiply(0.12));
            painter.rect_stroke(rect, 2.0, Stroke::new(1.0, accent), StrokeKind::Inside);
        }
        What::Refused(refusal) => says(refusal.say(shown), Tone::of(*refusal)),
    }
}

/// The open places where cards will land.
fn slots(ui: &Ui, shown: Shown<'_>, view: &View, cards: &Cards) {
    let colors = &shown.look.colors;
    let landed: HashSet<_> = cards.landed().into_iter().collect();
    let clip = view.clip(Part::Body);
    let painter = ui.painter().with_clip_rect(clip);
    for (_, rect) in card_rects(shown.scene, |id| landed.contains(&id)) {
        let rect = view.screen_rect(Part::Body, rect).expand(1.0);
        if !rect.intersects(clip) {
            continue;
        }
        painter.rect_filled(rect, radius(view), color(shown.scene.background));
        painter.rect_filled(rect, radius(view), colors.accent.gamma_multiply(0.16));
        dashed(&painter, rect.shrink(1.0), Stroke::new(2.0, colors.accent));
    }
}

/// What cards would lose, in words.
fn lost(shown: Shown<'_>, cards: &Cards) -> String {
    let parts: Vec<String> = cards
        .loses
        .iter()
        .map(|kind| match kind {
            ContentKind::Touchpoint => words!(shown.words, "drag-loses-touchpoint"),
            ContentKind::PainPoint => words!(shown.words, "drag-loses-pain-point"),
            ContentKind::Opportunity => words!(shown.words, "drag-loses-opportunity"),
            ContentKind::Metric => words!(shown.words, "drag-loses-metric"),
            ContentKind::Image => words!(shown.words, "drag-loses-image"),
            ContentKind::Text | ContentKind::Process => String::new(),
        })
        .collect();
    parts.join(", ")
}

fn held_cards(ui: &Ui, above: &Painter, shown: Shown<'_>, view: &View, painted: &mut Painted, cards: &Cards, at: Pos2) {
    let colors = &shown.look.colors;
    let count = cards.carried.ids().len();
    let body = match &cards.ghost {
        Some(ghost) => {
            let rect = ghost_rect(view, ghost, at, HANGS);
            stack(above, shown, view, rect, count);
            paint_ghost(ui, above, shown, view, painted, ghost, at, HANGS)
        }
        None => {
            let text = above.layout(cards.text.clone(), look::regular(12.0), colors.text, 170.0);
            let rect = Rect::from_min_size(at + HANGS, text.size() + vec2(20.0, 14.0));
            stack(above, shown, view, rect, count);
            above.add(shadow(shown).as_shape(rect, CornerRadius::same(RADIUS)));
            let line = Stroke::new(1.0, colors.border_strong);
            above.rect(rect, CornerRadius::same(RADIUS), colors.raised, line, StrokeKind::Inside);
            above.galley(rect.min + vec2(10.0, 7.0), text, colors.text);
            rect
        }
    };
    let number = match (cards.copy && cards.refusal.is_none(), count) {
        (true, 1) => "+".to_owned(),
        (true, _) => format!("+{}", shown.words.number(count as f64, 0)),
        (false, 1) => return,
        (false, _) => shown.words.number(count as f64, 0),
    };
    badge(above, shown, body, number);
}

/// How many things are held, at the corner of the one that is seen.
fn badge(above: &Painter, shown: Shown<'_>, body: Rect, number: String) {
    let colors = &shown.look.colors;
    let text = above.layout_no_wrap(number, look::bold(12.0), colors.on_accent);
    let size = vec2((text.size().x + 10.0).max(20.0), 20.0);
    let rect = Rect::from_center_size(body.right_top(), size);
    above.rect_filled(rect, CornerRadius::same(10), colors.accent_fill);
    above.galley(rect.center() - text.size() / 2.0, text, colors.on_accent);
}

/// The cards behind the one that is seen.
fn stack(above: &Painter, shown: Shown<'_>, view: &View, rect: Rect, count: usize) {
    let colors = &shown.look.colors;
    for n in (1..count.min(3)).rev() {
        let rect = rect.translate(egui::Vec2::splat(5.0 * n as f32));
        above.rect(rect, radius(view), colors.raised, Stroke::new(1.0, colors.border_strong), StrokeKind::Inside);
    }
}

fn ghost_rect(view: &View, ghost: &Ghost, at: Pos2, hangs: egui::Vec2) -> Rect {
    view.carrying(ghost.seized, at + hangs).screen_rect(Part::Body, ghost.rect)
}

#[expect(clippy::too_many_arguments, reason = "what is painted, where, and with what")]
fn paint_ghost(
    ui: &Ui,
    above: &Painter,
    shown: Shown<'_>,
    view: &View,
    painted: &mut Painted,
    ghost: &Ghost,
    at: Pos2,
    hangs: egui::Vec2,
) -> Rect {
    let moved = view.carrying(ghost.seized, at + hangs);
    let rect = moved.screen_rect(Part::Body, ghost.rect);
    let mut painter = above.clone();
    painter.set_opacity(0.9);
    painter.add(shadow(shown).as_shape(rect, radius(view)));
    painter.rect_filled(rect, radius(view), color(shown.scene.background));
    painted.held(ui, &painter, &moved, &ghost.item);
    painter.rect_stroke(rect, radius(view), Stroke::new(1.0, shown.look.colors.border_strong), StrokeKind::Outside);
    rect
}

fn shadow(shown: Shown<'_>) -> Shadow {
    Shadow { offset: [0, 6], blur: 18, spread: 0, color: shown.look.colors.shadow }
}

/// The gap that a heading would go to, and what it leaves.
fn held_heading(ui: &Ui, shown: Shown<'_>, view: &View, heading: &Heading, scene: &Scene) {
    let accent = shown.look.colors.accent;
    let painter = ui.painter().with_clip_rect(view.rect);
    let veil = color(scene.background).gamma_multiply(0.62);
    // What is on its way is pale where it still stands.
    let (header, body) = (scene.header.rect, scene.body.rect);
    for what in &heading.all {
        if let Some(band) = band_of(scene, *what) {
            painter.rect_filled(view.screen_rect(Part::Body, band).intersect(view.clip(Part::Body)), 0.0, veil);
        }
        if let Some(rect) = navigate::target_of(*what).and_then(|target| target_rect(scene, target)) {
            let part = part_of_cursor(*what);
            let painter = painter.with_clip_rect(view.clip(part));
            painter.rect_filled(view.screen_rect(part, rect), radius(view), veil);
        }
    }
    let Some(Gap { line, stage, .. }) = &heading.gap else { return };
    if let Some(rect) = stage.and_then(|stage| target_rect(scene, Target::Stage(stage))) {
        let rect = view.screen_rect(Part::Header, rect);
        let line = Stroke::new(2.0, accent);
        painter.with_clip_rect(view.clip(Part::Header)).rect_stroke(rect, radius(view), line, StrokeKind::Outside);
    }
    let (from, to) = match *line {
        Line::Column(x) => {
            let top = match (heading.what, *stage) {
                (Cursor::Step(_), Some(stage)) => {
                    target_rect(scene, Target::Stage(stage)).map_or(header.y0, |rect| rect.y1 + 2.0)
                }
                _ => header.y0 + 4.0,
            };
            let from = view.screen(Part::Header, kurbo::Point::new(x, top));
            (from, pos2(from.x, view.screen(Part::Body, kurbo::Point::new(x, body.y1)).y))
        }
        Line::Row(y) => {
            let from = view.screen(Part::Names, kurbo::Point::new(8.0, y));
            (from, pos2(view.screen(Part::Body, kurbo::Point::new(body.x1, y)).x, from.y))
        }
        Line::Title(x, top, bottom) => {
            let at = |y| view.screen(Part::Title, kurbo::Point::new(x, y));
            (at(top), at(bottom))
        }
    };
    let rect = view.rect.shrink(6.0);
    let (from, to) = (rect.clamp(from), rect.clamp(to));
    painter.line_segment([from, to], Stroke::new(LINE, accent));
    for end in [from, to] {
        painter.circle(end, 4.5, color(scene.background), Stroke::new(2.5, accent));
    }
}

/// An edge that can be dragged, or is.
fn edge(ui: &Ui, shown: Shown<'_>, view: &View, grip: Grip, held: bool) {
    let accent = shown.look.colors.accent;
    let line = Stroke::new(2.0, accent);
    let scene = shown.scene;
    match grip {
        Grip::StepEdge(id) => {
            let Some(column) = scene.columns.iter().find(|column| column.step == Some(id)) else { return };
            let rect = target_rect(scene, Target::Step(id)).unwrap_or(scene.header.rect);
            let from = view.screen(Part::Header, kurbo::Point::new(column.right, rect.y0));
            let bottom = if held {
                view.screen(Part::Body, kurbo::Point::new(column.right, scene.body.rect.y1)).y
            } else {
                view.screen(Part::Header, kurbo::Point::new(column.right, scene.header.rect.y1)).y
            };
            let painter = ui.painter().with_clip_rect(view.clip(Part::Header).union(view.clip(Part::Body)));
            painter.line_segment([from, pos2(from.x, bottom)], line);
        }
        Grip::LaneEdge(id) => {
            let Some(row) = scene.rows.iter().find(|row| row.lane == id) else { return };
            let from = view.screen(Part::Names, kurbo::Point::new(8.0, row.bottom));
            let right = if held {
                view.screen(Part::Body, kurbo::Point::new(scene.body.rect.x1, row.bottom)).x
            } else {
                view.screen(Part::Names, kurbo::Point::new(scene.names.rect.x1, row.bottom)).x
            };
            let painter = ui.painter().with_clip_rect(view.clip(Part::Names).union(view.clip(Part::Body)));
            painter.line_segment([from, pos2(right, from.y)], line);
        }
        Grip::CardEdge(id, end) => {
            let Some(rect) = target_rect(scene, Target::Card(id)) else { return };
            let rect = view.screen_rect(Part::Body, rect);
            let x = if end == super::grip::End::Left { rect.left() } else { rect.right() };
            let painter = ui.painter().with_clip_rect(view.clip(Part::Body));
            let middle = (rect.height() * 0.5).min(12.0);
            let ends = [pos2(x, rect.center().y - middle), pos2(x, rect.center().y + middle)];
            painter.line_segment(ends, Stroke::new(LINE, accent));
        }
        _ => {}
    }
}

/// Where cards can be dropped into a tray that isn't shown.
fn tab(ui: &Ui, shown: Shown<'_>, view: &View, tray: &TrayArea, over: bool) {
    let colors = &shown.look.colors;
    let rect = tray.rect(view.rect);
    let painter = ui.painter().with_clip_rect(view.rect);
    painter.add(shadow(shown).as_shape(rect, CornerRadius::same(8)));
    let (fill, text) = if over { (colors.accent_soft, colors.text) } else { (colors.raised, colors.text) };
    painter.rect_filled(rect, CornerRadius::same(8), fill);
    dashed(&painter, rect.shrink(1.0), Stroke::new(if over { 2.0 } else { 1.2 }, colors.accent));
    let icon = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), egui::Vec2::splat(16.0));
    look::icon(&painter, "inbox", icon, colors.accent);
    let words = words!(shown.words, "drag-to-tray");
    painter.text(pos2(rect.left() + 38.0, rect.center().y), Align2::LEFT_CENTER, words, look::medium(12.5), text);
}

fn dashed(painter: &Painter, rect: Rect, line: Stroke) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, line, 6.0, 4.0));
}

/// How words at the pointer are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app::canvas) enum Tone {
    /// The figure that the drag sets.
    Value,
    /// What else happens.
    Plain,
    /// What gets lost.
    Warning,
    /// What a lock forbids.
    Locked,
    /// What can't be done.
    Bad,
}

impl Tone {
    const fn of(refusal: Refusal) -> Self {
        match refusal {
            Refusal::ReadOnly | Refusal::Locked(_) => Self::Locked,
            Refusal::NoCards(_) | Refusal::Folded(_) | Refusal::Measured => Self::Bad,
        }
    }
}

/// Words beside the pointer, always within the canvas.
pub(in crate::app::canvas) fn bubble(above: &Painter, shown: Shown<'_>, view: &View, at: Pos2, text: &str, tone: Tone) {
    let colors = &shown.look.colors;
    let (fill, ink, icon): (Color32, Color32, Option<&str>) = match tone {
        Tone::Value => (colors.accent_fill, colors.on_accent, None),
        Tone::Plain => (colors.raised, colors.text, Some("info")),
        Tone::Warning => (colors.warning_soft, colors.warning, Some("triangle-alert")),
        Tone::Locked => (colors.danger_soft, colors.danger, Some("lock")),
        Tone::Bad => (colors.danger_soft, colors.danger, Some("triangle-alert")),
    };
    let font = if tone == Tone::Value { look::bold(13.0) } else { look::medium(12.5) };
    let galley: std::sync::Arc<Galley> = above.layout(text.to_owned(), font, ink, 260.0);
    let left = if icon.is_some() { 28.0 } else { 9.0 };
    let size = galley.size() + vec2(left + 9.0, 10.0);
    // Above the pointer, where what is held doesn't hang.
    let room = view.rect.shrink(8.0);
    let corner = at + vec2(18.0, -14.0 - size.y);
    let corner = pos2(
        corner.x.min(room.right() - size.x).max(room.left()),
        if corner.y < room.top() { at.y + 48.0 } else { corner.y.min(room.bottom() - size.y) },
    );
    let rect = Rect::from_min_size(corner, size);
    above.add(shadow(shown).as_shape(rect, CornerRadius::same(6)));
    let line = if tone == Tone::Value { Stroke::NONE } else { Stroke::new(1.0, ink) };
    above.rect(rect, CornerRadius::same(6), fill, line, StrokeKind::Inside);
    if let Some(name) = icon {
        let middle = pos2(rect.left() + 16.0, rect.top() + 5.0 + 8.5);
        look::icon(above, name, Rect::from_center_size(middle, egui::Vec2::splat(14.0)), ink);
    }
    above.galley(rect.min + vec2(left, 5.0), galley, ink);
}
