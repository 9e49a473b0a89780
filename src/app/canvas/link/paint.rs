//! What lies over the picture while lines are drawn, pointed at or selected. Never exported.

use eframe::egui;
use egui::epaint::CubicBezierShape;
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, accesskit, vec2};

use super::{End, Lead, Line, screen_of};
use crate::app::canvas::camera::{Part, View};
use crate::app::canvas::drag::{Tone, bubble};
use crate::app::canvas::overlay::{new_card_rect, radius};
use crate::app::canvas::{Canvas, Shown};
use crate::edit::Cursor;
use crate::model::{CardId, Content};
use crate::scene::{Group, Item, Placed, Scene, Target, kurbo};

/// Radius of a handle.
const HANDLE: f32 = 4.5;
/// Width of the place for words of a line that has none.
const WORDS: kurbo::Size = kurbo::Size::new(140.0, 22.0);

/// The group of a link or branch.
fn group_of(scene: &Scene, target: Target) -> Option<Placed<&Group>> {
    lines(scene, target).find(|group| group.target == Some(target))
}

/// The lines of the region that a target of their kind is in; they stand after everything else.
fn lines(scene: &Scene, like: Target) -> impl Iterator<Item = Placed<&Group>> {
    let region = if matches!(like, Target::Branch { .. }) { &scene.header } else { &scene.body };
    region.groups().rev().take_while(|group| matches!(group.target, Some(Target::Link { .. } | Target::Branch { .. })))
}

/// Where the words of a link or branch stand, or would.
pub(in crate::app::canvas) fn words_rect(scene: &Scene, target: Target) -> Option<kurbo::Rect> {
    let group = group_of(scene, target)?;
    let ground = group.items().find_map(|item| match item {
        Item::Rect(ground) => Some(ground.rect),
        _ => None,
    });
    ground.or_else(|| {
        let points = shaft(group);
        let longest = points.windows(2).max_by(|a, b| (a[1] - a[0]).hypot().total_cmp(&(b[1] - b[0]).hypot()))?;
        Some(kurbo::Rect::from_center_size(longest[0].midpoint(longest[1]), WORDS))
    })
}

/// The line of a group as corners.
fn shaft(group: Placed<&Group>) -> Vec<kurbo::Point> {
    let mut points = Vec::new();
    if let Some(Item::Path(path)) = group.items().next() {
        kurbo::flatten(path.path.iter(), 0.2, |element| match element {
            kurbo::PathEl::MoveTo(point) | kurbo::PathEl::LineTo(point) => points.push(point + path.origin.to_vec2()),
            _ => {}
        });
    }
    points
}

/// Paints handles, the line that is being drawn, and the lines of what is selected or pointed at.
pub(in crate::app::canvas) fn paint(ui: &Ui, shown: Shown<'_>, canvas: &Canvas) {
    let (view, accent) = (&canvas.view, shown.look.colors.accent);
    related(ui, shown, view);
    let body = ui.painter().with_clip_rect(view.clip(Part::Body));
    let selected: std::collections::HashSet<CardId> = shown.selection.cards.iter().copied().collect();
    if !selected.is_empty() {
        let like = Target::Link { from: CardId::from_bits(0), to: CardId::from_bits(0) };
        for group in lines(shown.scene, like) {
            if let Some(Target::Link { from, to }) = group.target
                && (selected.contains(&from) || selected.contains(&to))
            {
                emphasise(&body, view, Part::Body, group, Stroke::new(1.8, accent));
            }
        }
    }
    let chosen = shown.selection.cursor.and_then(|cursor| match cursor {
        Cursor::Link { from, to } => Some((Target::Link { from, to }, [End::Card(from), End::Card(to)])),
        Cursor::Branch { from, to } => Some((Target::Branch { from, to }, [End::Step(from), End::Step(to)])),
        _ => None,
    });
    let hovered = canvas.linking.hovered.and_then(|target| match target {
        Target::Link { from, to } => Some((target, [End::Card(from), End::Card(to)])),
        Target::Branch { from, to } => Some((target, [End::Step(from), End::Step(to)])),
        _ => None,
    });
    for ((target, ends), strong) in hovered.map(|it| (it, false)).into_iter().chain(chosen.map(|it| (it, true))) {
        let part = ends[0].part();
        let painter = ui.painter().with_clip_rect(view.clip(part));
        if let Some(group) = group_of(shown.scene, target) {
            emphasise(&painter, view, part, group, Stroke::new(if strong { 2.6 } else { 2.0 }, accent));
            if strong && !canvas.editor.is_editing() {
                words_frame(&painter, shown, view, part, target);
            }
        }
        for rect in ends.iter().filter_map(|end| screen_of(view, shown.scene, *end)) {
            let edge = Stroke::new(1.4, accent.gamma_multiply(0.75));
            painter.rect_stroke(rect.expand(2.0), radius(view), edge, StrokeKind::Outside);
        }
    }
    match canvas.linking.line {
        Some(line) => under_way(ui, shown, canvas, line),
        None if canvas.drag.is_none() && !canvas.editor.is_editing() => handles(ui, shown, canvas),
        None => {}
    }
    announce(ui, shown, canvas);
}

/// A small frame shows where words are typed.
fn words_frame(painter: &Painter, shown: Shown<'_>, view: &View, part: Part, target: Target) {
    let has_words = group_of(shown.scene, target).is_some_and(|group| group.unplaced().iter().any(is_ground));
    if let Some(rect) = words_rect(shown.scene, target).filter(|_| has_words) {
        let rect = view.screen_rect(part, rect);
        painter.rect_stroke(rect, 4.0, Stroke::new(1.2, shown.look.colors.accent), StrokeKind::Outside);
    }
}

const fn is_ground(item: &Item) -> bool {
    matches!(item, Item::Rect(_))
}

/// Paints a line again, stronger; its words stay as they are.
fn emphasise(painter: &Painter, view: &View, part: Part, group: Placed<&Group>, stroke: Stroke) {
    let words = group.items().find_map(|item| match item {
        Item::Rect(ground) => Some(view.screen_rect(part, ground.rect)),
        _ => None,
    });
    let stroke = Stroke::new(stroke.width * view.zoom.clamp(0.6, 1.6), stroke.color);
    let points: Vec<Pos2> = shaft(group).into_iter().map(|point| view.screen(part, point)).collect();
    for pair in points.windows(2) {
        for [a, b] in outside(pair[0], pair[1], words) {
            painter.line_segment([a, b], stroke);
        }
    }
    for item in group.items().skip(1) {
        let Item::Path(path) = item else { continue };
        let mut points = Vec::new();
        kurbo::flatten(path.path.iter(), 0.1, |element| match element {
            kurbo::PathEl::MoveTo(point) | kurbo::PathEl::LineTo(point) => {
                let at = (point.to_vec2() * path.scale + path.origin.to_vec2()).to_point();
                points.push(view.screen(part, at));
            }
            _ => {}
        });
        points.dedup();
        painter.add(Shape::convex_polygon(points, stroke.color, Stroke::NONE));
    }
}

/// The parts of a level or upright line that aren't in a rectangle.
fn outside(a: Pos2, b: Pos2, rect: Option<Rect>) -> Vec<[Pos2; 2]> {
    let Some(rect) = rect.filter(|rect| Rect::from_two_pos(a, b).expand(0.1).intersects(*rect)) else {
        return vec![[a, b]];
    };
    let (enter, leave) = (
        egui::pos2(a.x.clamp(rect.left(), rect.right()), a.y.clamp(rect.top(), rect.bottom())),
        egui::pos2(b.x.clamp(rect.left(), rect.right()), b.y.clamp(rect.top(), rect.bottom())),
    );
    let mut parts = vec![[a, enter], [leave, b]];
    parts.retain(|[a, b]| a.distance(*b) > 0.5);
    parts
}

/// The small circles that lines are drawn from.
fn handles(ui: &Ui, shown: Shown<'_>, canvas: &Canvas) {
    let colors = &shown.look.colors;
    for end in canvas.with_handles(shown) {
        let painter = ui.painter().with_clip_rect(canvas.view.clip(end.part()));
        for at in canvas.handles(shown, end) {
            let seized = canvas.linking.handle.is_some_and(|(_, handle)| handle == at);
            if seized {
                painter.circle(at, HANDLE + 2.5, colors.accent_fill, Stroke::NONE);
                let plus = Stroke::new(1.6, colors.on_accent);
                painter.line_segment([at - vec2(3.5, 0.0), at + vec2(3.5, 0.0)], plus);
                painter.line_segment([at - vec2(0.0, 3.5), at + vec2(0.0, 3.5)], plus);
            } else {
                painter.circle(at, HANDLE, colors.raised, Stroke::new(1.5, colors.accent));
            }
        }
    }
}

/// The line that is being drawn, and where it would lead.
fn under_way(ui: &Ui, shown: Shown<'_>, canvas: &Canvas, line: Line) {
    let (view, colors) = (&canvas.view, &shown.look.colors);
    let Some(from) = screen_of(view, shown.scene, line.from) else { return };
    let part = line.from.part();
    let painter = ui.painter().with_clip_rect(if part == Part::Header { view.rect } else { view.clip(part) });
    painter.rect_stroke(from.expand(2.0), radius(view), Stroke::new(2.0, colors.accent), StrokeKind::Outside);
    let refused = matches!(line.lead, Lead::Refused(..));
    let ink = if refused { colors.danger } else { colors.accent };
    let target = match line.lead {
        Lead::To(to) | Lead::Refused(to, _) => screen_of(view, shown.scene, to),
        Lead::New(lane, step) => new_card_rect(shown, lane, step, None).map(|rect| view.screen_rect(Part::Body, rect)),
        Lead::Nowhere => None,
    };
    if let Some(rect) = target {
        painter.rect_filled(rect.expand(2.0), radius(view), ink.gamma_multiply(0.12));
        painter.rect_stroke(rect.expand(2.0), radius(view), Stroke::new(2.4, ink), StrokeKind::Outside);
    }
    if !matches!(line.lead, Lead::Refused(to, _) if to == line.from) {
        match (target, line.at) {
            (Some(rect), _) => rubber(&painter, from, rect, ink, part),
            (None, Some(at)) => rubber(&painter, from, Rect::from_center_size(at, vec2(2.0, 2.0)), ink, part),
            (None, None) => {}
        }
    }
    let at = line.at.or(target.map(|rect| rect.center_bottom()));
    let words = canvas.line_name(shown).filter(|_| refused || matches!(line.lead, Lead::New(..)));
    if let (Some(at), Some(words)) = (at, words) {
        let above = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("canvas-link"));
        let tone = if refused { Tone::Warning } else { Tone::Plain };
        bubble(&ui.ctx().layer_painter(above), shown, view, at, &words, tone);
    }
}

/// A line that follows the pointer: a curve between the sides that face each other, with a head.
fn rubber(painter: &Painter, from: Rect, to: Rect, ink: Color32, part: Part) {
    let (a, b, out) = if part == Part::Header {
        (from.center_bottom(), to.center_bottom(), [vec2(0.0, 1.0), vec2(0.0, 1.0)])
    } else {
        facing(from, to)
    };
    let reach = (a.distance(b) * 0.45).clamp(12.0, 120.0);
    let end = b + out[1] * 6.0;
    let points = [a, a + out[0] * reach, end + out[1] * reach, end];
    painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, Stroke::new(2.0, ink)));
    let (along, across) = (out[1], vec2(-out[1].y, out[1].x));
    let head = vec![b, b + along * 9.0 + across * 5.0, b + along * 9.0 - across * 5.0];
    painter.add(Shape::convex_polygon(head, ink, Stroke::NONE));
    painter.circle_filled(a, 3.5, ink);
}

/// The middles of two sides that face each other, and where each looks.
fn facing(from: Rect, to: Rect) -> (Pos2, Pos2, [egui::Vec2; 2]) {
    let (right, left, down, up) = (vec2(1.0, 0.0), vec2(-1.0, 0.0), vec2(0.0, 1.0), vec2(0.0, -1.0));
    if to.left() >= from.right() {
        (from.right_center(), to.left_center(), [right, left])
    } else if to.right() <= from.left() {
        (from.left_center(), to.right_center(), [left, right])
    } else if to.center().y >= from.center().y {
        (from.center_bottom(), to.center_top(), [down, up])
    } else {
        (from.center_top(), to.center_bottom(), [up, down])
    }
}

/// Faint lines from an opportunity to the pain it answers, and from a touchpoint to where the same was said first, and
/// back, while one of them is selected.
fn related(ui: &Ui, shown: Shown<'_>, view: &View) {
    let [selected] = shown.selection.cards.as_slice() else { return };
    let Some((_, card)) = shown.map.card(*selected) else { return };
    let mut pairs: Vec<(CardId, CardId)> = match &card.content {
        Content::Opportunity(opportunity) => opportunity.answers.iter().map(|pain| (card.id, *pain)).collect(),
        Content::Touchpoint(touchpoint) => touchpoint.said_first.iter().map(|first| (card.id, *first)).collect(),
        _ => Vec::new(),
    };
    // Only pain is answered, and only at a touchpoint was something said first.
    let named = matches!(card.content, Content::PainPoint(_) | Content::Touchpoint(_));
    for (_, other) in named.then(|| shown.map.cards()).into_iter().flatten() {
        match &other.content {
            Content::Opportunity(opportunity) if opportunity.answers.contains(selected) => {
                pairs.push((other.id, *selected));
            }
            Content::Touchpoint(touchpoint) if touchpoint.said_first == Some(*selected) => {
                pairs.push((other.id, *selected));
            }
            _ => {}
        }
    }
    let painter = ui.painter().with_clip_rect(view.clip(Part::Body));
    let ink = shown.look.colors.accent.gamma_multiply(0.55);
    for (from, to) in pairs {
        let ends = (screen_of(view, shown.scene, End::Card(from)), screen_of(view, shown.scene, End::Card(to)));
        let (Some(from), Some(to)) = ends else { continue };
        let (a, b, out) = facing(from, to);
        let reach = (a.distance(b) * 0.4).clamp(10.0, 100.0);
        let curve = CubicBezierShape::from_points_stroke(
            [a, a + out[0] * reach, b + out[1] * reach, b],
            false,
            Color32::TRANSPARENT,
            Stroke::NONE,
        );
        let points = curve.flatten(Some(0.5));
        painter.extend(Shape::dashed_line(&points, Stroke::new(1.4, ink), 4.0, 4.0));
        painter.circle_filled(b, 3.0, ink);
        painter.rect_stroke(to.expand(1.0), radius(view), Stroke::new(1.0, ink), StrokeKind::Outside);
    }
}

/// Says where the line leads, to who can't see it.
fn announce(ui: &Ui, shown: Shown<'_>, canvas: &Canvas) {
    let Some(name) = canvas.line_name(shown) else { return };
    let id = egui::Id::unique("canvas-line");
    ui.interact(Rect::NOTHING, id, egui::Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(accesskit::Role::Status);
        node.set_live(accesskit::Live::Polite);
        node.set_label(name);
    });
}
