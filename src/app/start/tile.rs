//! A tile: a map's picture with its name below, and what else is to be known of it.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, CornerRadius, CursorIcon, FontId, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind,
    TextureHandle, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::look::{Look, TEXT, Tip as _, icon, medium, regular};

/// Height of what stands below the picture, in points.
const CAPTION: f32 = 66.0;
/// Radius of a tile's corners, in points.
const CORNER: u8 = 10;

/// What a tile shows.
pub(super) struct Tile<'a> {
    pub(super) id: Id,
    pub(super) title: &'a str,
    pub(super) note: &'a str,
    /// Its picture; none: the icon in its place.
    pub(super) picture: Option<&'a TextureHandle>,
    pub(super) icon: &'a str,
    /// What it stands for isn't there any more.
    pub(super) missing: bool,
    /// What its small button does, where it has one.
    pub(super) button: Option<&'a str>,
}

/// How high a tile of this width is.
pub(super) fn height(width: f32) -> f32 {
    (width * 9.0 / 16.0).round() + CAPTION
}

impl Tile<'_> {
    /// Shows it at this place; and its button, where it has one.
    pub(super) fn show(&self, ui: &Ui, look: &Look, rect: Rect) -> (Response, Option<Response>) {
        let colors = &look.colors;
        let sense = if self.missing { Sense::focusable_noninteractive() } else { Sense::click() };
        let response = ui.interact(rect, self.id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, !self.missing, self.title));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(self.note));
        let button = self.button.map(|name| {
            let at = Rect::from_center_size(rect.right_bottom() - vec2(22.0, CAPTION / 2.0), Vec2::splat(24.0));
            let button = ui.interact(at, self.id.with("button"), Sense::click());
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            button
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, look, rect, &response, button.as_ref());
            if response.has_focus() {
                let ring = Stroke::new(2.0, colors.accent);
                ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::same(CORNER + 2), ring, StrokeKind::Inside);
            }
        }
        let response = if self.missing { response } else { response.on_hover_cursor(CursorIcon::PointingHand) };
        let button = button.map(|button| match self.button {
            Some(name) => button.with_tip(name),
            None => button,
        });
        (response, button)
    }

    fn paint(&self, ui: &Ui, look: &Look, rect: Rect, response: &Response, button: Option<&Response>) {
        let colors = &look.colors;
        let hovered = !self.missing && response.hovered();
        let fill = match (self.missing, response.is_pointer_button_down_on(), hovered) {
            (true, ..) => Color32::TRANSPARENT,
            (false, true, _) => colors.pressed,
            (false, false, true) => colors.hover,
            (false, false, false) => colors.raised,
        };
        let line = Stroke::new(1.0, if hovered { colors.border_strong } else { colors.border });
        let painter = ui.painter();
        painter.rect(rect, CornerRadius::same(CORNER), fill, line, StrokeKind::Inside);
        let picture = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - CAPTION)).shrink(1.0);
        let corners = CornerRadius { nw: CORNER - 1, ne: CORNER - 1, sw: 0, se: 0 };
        match self.picture {
            Some(texture) => {
                let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                let mut shape = eframe::egui::epaint::RectShape::filled(picture, corners, Color32::WHITE);
                shape = shape.with_texture(texture.id(), whole);
                painter.add(shape);
            }
            None => {
                painter.rect_filled(picture, corners, colors.panel);
                let size = Vec2::splat(28.0);
                let name = if self.missing { "eye-off" } else { self.icon };
                icon(painter, name, Rect::from_center_size(picture.center(), size), colors.disabled);
            }
        }
        painter.hline(picture.x_range(), picture.bottom(), Stroke::new(1.0, colors.border));
        let left = rect.left() + 12.0;
        let room = rect.right() - left - if button.is_some() { 44.0 } else { 12.0 };
        let title = lines(ui, self.title, medium(TEXT), room, 2);
        let note = lines(ui, self.note, regular(11.5), room, if title.rows.len() > 1 { 1 } else { 2 });
        // Titles stand on one line, whether one or two lines follow.
        let top = picture.bottom() + 10.0;
        let below = top + title.size().y + 2.0;
        let color = if self.missing { colors.weak } else { colors.text };
        painter.galley(Pos2::new(left, top), title, color);
        painter.galley(Pos2::new(left, below), note, if self.missing { colors.warning } else { colors.weak });
        if let Some(button) = button {
            let shown = self.missing || response.hovered() || response.has_focus() || button.hovered();
            if button.hovered() || button.has_focus() {
                painter.rect_filled(button.rect, CornerRadius::same(5), colors.pressed);
            }
            if shown || button.has_focus() {
                icon(painter, "x", button.rect.shrink(5.0), colors.weak);
            }
        }
    }
}

/// A text in at most so many lines.
fn lines(ui: &Ui, text: &str, font: FontId, room: f32, rows: usize) -> std::sync::Arc<eframe::egui::Galley> {
    let mut job = LayoutJob::simple(text.to_owned(), font, Color32::PLACEHOLDER, room);
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    ui.painter().layout_job(job)
}
