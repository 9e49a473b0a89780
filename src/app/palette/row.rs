//! A line of the palette: icon, name with the letters that were typed, note at the right end.

use std::ops::Range;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Color32, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::entries::Entry;
use crate::app::look::{Look, RADIUS, ROW, TEXT, bold, icon, regular, selectable};

/// Space before the icon, and after the note.
const PADDING: f32 = 10.0;
/// Where names begin, from the left end.
const NAME: f32 = 36.0;

/// Shows it.
pub(super) fn row(
    ui: &mut Ui,
    look: &Look,
    entry: &Entry,
    parts: &[Range<usize>],
    note: &str,
    selected: bool,
) -> Response {
    let colors = &look.colors;
    let sense = if entry.enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    selectable(&response, Role::ListBoxOption, entry.enabled, selected, &entry.name.text);
    if !note.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(note));
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let fill = match (selected && entry.enabled, response.is_pointer_button_down_on(), response.hovered()) {
        (true, ..) => colors.accent_soft,
        (false, true, _) if entry.enabled => colors.pressed,
        (false, false, true) if entry.enabled => colors.hover,
        _ => Color32::TRANSPARENT,
    };
    // What can't be chosen now still shows where the keyboard stands.
    let line = if selected && !entry.enabled { Stroke::new(1.0, colors.border_strong) } else { Stroke::NONE };
    ui.painter().rect(rect, CornerRadius::same(RADIUS), fill, line, StrokeKind::Inside);
    let (text, weak, mark) = if entry.enabled {
        (colors.text, if selected { colors.text } else { colors.weak }, colors.accent)
    } else {
        (colors.disabled, colors.disabled, colors.disabled)
    };
    if !entry.icon.is_empty() {
        let corner = pos2(rect.left() + PADDING, rect.center().y - 8.0);
        let color = if selected && entry.enabled { colors.accent } else { weak };
        icon(ui.painter(), entry.icon, Rect::from_min_size(corner, Vec2::splat(16.0)), color);
    }
    let room = rect.width() - NAME - PADDING;
    let note_room = (room * 0.45).max(room - 380.0);
    let note = single(ui, note, weak, note_room.min(room));
    let name_room = room - note.size().x - if note.size().x > 0.0 { 20.0 } else { 0.0 };
    let name = emphasised(ui, &entry.name.text, parts, text, mark, name_room);
    let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + NAME, rect.center().y), name.size());
    ui.painter().galley(at.min, name, text);
    let at = Align2::RIGHT_CENTER.anchor_size(pos2(rect.right() - PADDING, rect.center().y), note.size());
    ui.painter().galley(at.min, note, weak);
    if entry.enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}

/// A note in one line.
fn single(ui: &Ui, text: &str, color: Color32, room: f32) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = LayoutJob::simple_singleline(text.replace('\n', " "), regular(12.0), color);
    job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
    ui.painter().layout_job(job)
}

/// A name in one line, in which some letters stand out.
fn emphasised(
    ui: &Ui,
    text: &str,
    parts: &[Range<usize>],
    color: Color32,
    mark: Color32,
    room: f32,
) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
    let mut from = 0;
    for part in parts {
        let (Some(before), Some(found)) = (text.get(from..part.start), text.get(part.clone())) else { continue };
        job.append(before, 0.0, TextFormat::simple(regular(TEXT), color));
        job.append(found, 0.0, TextFormat::simple(bold(TEXT), mark));
        from = part.end;
    }
    job.append(text.get(from..).unwrap_or_default(), 0.0, TextFormat::simple(regular(TEXT), color));
    job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
    ui.painter().layout_job(job)
}
