//! Rows that lead to something, groups that open, and the way to unlock a lane. Must not know what is in them.

use eframe::egui::{
    self, Align2, Color32, CornerRadius, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::Subject;
use super::row_menu::Chosen;
use crate::app::look::{self, Control, Kind, RADIUS, ROW, TEXT, Tip as _, bold, regular};
use crate::app::panels::form::Form;
use crate::app::panels::naming::lane_name;
use crate::edit::{Edit, LaneChange};
use crate::model::Lane;
use crate::words;

/// What is wider than so many points stands below the words, not beside them.
const BESIDE: f32 = 80.0;

/// What a row shows.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    /// Its icon.
    pub(super) icon: &'a str,
    /// The icon's colour.
    pub(super) color: Color32,
    /// Its words, which wrap.
    pub(super) text: &'a str,
    /// A figure at its right; longer words stand below.
    pub(super) figure: &'a str,
    /// What the way to take it out is called; none: it can't be taken out.
    pub(super) remove: Option<&'a str>,
    /// Whether it is opened; none: it leads elsewhere.
    pub(super) open: Option<bool>,
}

impl Subject<'_> {
    /// A row. Whether the row and whether the way out was clicked.
    pub(super) fn row(&self, ui: &mut Ui, row: &Row<'_>) -> (bool, bool) {
        let colors = &self.look.colors;
        let painter = ui.painter().clone();
        let mut figure = painter.layout_no_wrap(row.figure.to_owned(), regular(12.0), colors.weak);
        let out = if row.remove.is_some() { 26.0 } else { 6.0 };
        let whole = (ui.available_width() - 38.0 - out).max(60.0);
        let beside = figure.size().x <= BESIDE;
        if !beside {
            figure = painter.layout(row.figure.to_owned(), regular(12.0), colors.weak, whole);
        }
        let room = if beside { (whole - figure.size().x - 8.0).max(60.0) } else { whole };
        let words = painter.layout(row.text.to_owned(), regular(TEXT), colors.text, room);
        let content = words.size().y + if beside { 0.0 } else { figure.size().y + 1.0 };
        let height = (content + 12.0).max(ROW);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), row.text));
        if let Some(open) = row.open {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
        }
        let fill = if response.hovered() || response.has_focus() { colors.hover } else { colors.field };
        let line = Stroke::new(1.0, colors.border_strong);
        painter.rect(rect, CornerRadius::same(RADIUS), fill, line, StrokeKind::Inside);
        look::focus_ring(ui, self.look, rect, &response);
        let mark = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), Vec2::splat(15.0));
        let icon = match row.open {
            Some(true) => "chevron-down",
            _ => row.icon,
        };
        look::icon(&painter, icon, mark, row.color);
        let at = pos2(rect.left() + 34.0, rect.center().y - content / 2.0);
        let end = pos2(rect.right() - out - 2.0, rect.center().y);
        let figure_at = if beside {
            Align2::RIGHT_CENTER.anchor_size(end, figure.size()).min
        } else {
            pos2(at.x, at.y + words.size().y + 1.0)
        };
        painter.galley(at, words, colors.text);
        painter.galley(figure_at, figure, colors.weak);
        let removed = row.remove.is_some_and(|remove| self.way_out(ui, &response, rect, remove));
        let chosen = self.row_menu(ui, &response, row);
        let removed = removed || chosen == Some(Chosen::Remove);
        let clicked = response.on_hover_cursor(CursorIcon::PointingHand).clicked() || chosen == Some(Chosen::Open);
        (clicked && !removed, removed)
    }

    fn way_out(&self, ui: &Ui, row: &Response, rect: Rect, name: &str) -> bool {
        let colors = &self.look.colors;
        let at = Rect::from_center_size(pos2(rect.right() - 15.0, rect.center().y), Vec2::splat(20.0));
        let response = ui.interact(at, row.id.with("remove"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        let lively = response.hovered() || response.has_focus();
        if response.has_focus() {
            let line = Stroke::new(2.0, colors.accent);
            ui.painter().rect_stroke(at, CornerRadius::same(RADIUS), line, StrokeKind::Inside);
        }
        look::icon(ui.painter(), "x", at.shrink(4.0), if lively { colors.danger } else { colors.weak });
        response.with_tip(name).clicked()
    }

    /// A row of a list that opens below itself: of those with the same `list` one is open at a time. Whether the way out was
    /// clicked.
    pub(super) fn opening_row<K: Copy + PartialEq + Send + Sync + 'static>(
        &self,
        ui: &mut Ui,
        list: &str,
        key: K,
        row: &Row<'_>,
        fields: impl FnOnce(&mut Ui),
    ) -> bool {
        let id = opened_in(list);
        let before = ui.data(|data| data.get_temp::<K>(id)) == Some(key);
        let (clicked, removed) = self.row(ui, &Row { open: Some(before), ..*row });
        let open = before != clicked;
        if clicked {
            if open {
                ui.data_mut(|data| data.insert_temp(id, key));
            } else {
                ui.data_mut(|data| data.remove::<K>(id));
            }
            // Another row of the list closes, which may have been shown already.
            ui.ctx().request_repaint();
        }
        if open && !removed {
            let frame = egui::Frame::new().inner_margin(egui::Margin { left: 10, right: 0, top: 0, bottom: 6 });
            let shown = frame.show(ui, fields).response.rect;
            let line = Stroke::new(2.0, self.look.colors.border_strong);
            ui.painter().vline(shown.left() + 3.0, shown.shrink2(vec2(0.0, 2.0)).y_range(), line);
        }
        removed
    }

    /// The heading of a group of fields.
    pub(super) fn group(&self, ui: &mut Ui, title: &str) {
        ui.add_space(10.0);
        ui.add(egui::Label::new(egui::RichText::new(title).font(bold(12.5)).color(self.look.colors.text)));
    }

    /// A group of fields that opens and closes, with a figure for what is in it.
    pub(super) fn fold(&self, ui: &mut Ui, name: &str, title: &str, figure: &str, fields: impl FnOnce(&mut Ui)) {
        let id = Id::unique("inspector fold").with(name);
        let mut open = ui.data(|data| data.get_temp(id)).unwrap_or(false);
        let colors = &self.look.colors;
        ui.add_space(2.0);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(RADIUS), colors.hover);
        }
        if response.has_focus() {
            let line = Stroke::new(2.0, colors.accent);
            let around = rect.expand2(vec2(6.0, 0.0));
            ui.painter().rect_stroke(around, CornerRadius::same(RADIUS), line, StrokeKind::Inside);
        }
        let mark = Rect::from_center_size(pos2(rect.left() + 6.0, rect.center().y), Vec2::splat(13.0));
        look::icon(ui.painter(), if open { "chevron-down" } else { "chevron-right" }, mark, colors.weak);
        let figure = ui.painter().layout_no_wrap(figure.to_owned(), regular(12.0), colors.weak);
        let room = rect.width() - 24.0 - figure.size().x;
        let mut job = egui::text::LayoutJob::simple_singleline(title.to_owned(), bold(12.5), colors.text);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let galley = ui.painter().layout_job(job);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + 18.0, rect.center().y), galley.size());
        ui.painter().galley(at.min, galley, colors.text);
        let at = Align2::RIGHT_CENTER.anchor_size(rect.right_center(), figure.size());
        ui.painter().galley(at.min, figure, colors.weak);
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            open = !open;
            ui.data_mut(|data| data.insert_temp(id, open));
        }
        if open {
            fields(ui);
            ui.add_space(6.0);
        }
    }

    /// Says that lanes are locked and offers to unlock them; what comes after it can't be changed.
    pub(super) fn unlock(&self, ui: &mut Ui, form: &mut Form<'_>, lanes: &[&Lane]) {
        self.offer_unlock(ui, form, lanes);
        ui.disable();
    }

    /// Says that lanes are locked and offers to unlock them.
    pub(super) fn offer_unlock(&self, ui: &mut Ui, form: &mut Form<'_>, lanes: &[&Lane]) {
        let words = self.words;
        form.hint(ui, &words!(words, "inspector-lane-locked"));
        for lane in lanes {
            let label = words!(words, "inspector-unlock", name = lane_name(lane, words));
            let width = ui.available_width();
            let control = Control::text(&label).with_icon("lock-open").kind(Kind::Outlined).width(width);
            if ui.push_id(lane.id, |ui| control.show(ui, self.look)).inner.with_tip(&label).clicked() {
                form.edit(Edit::SetLane(lane.id, LaneChange::Locked(false)));
            }
        }
    }
}

/// Where it is remembered which row of a list is open.
fn opened_in(list: &str) -> Id {
    Id::unique("inspector open").with(list)
}

/// Opens a row of a list from the next frame on.
pub(super) fn open_row<K: Copy + PartialEq + Send + Sync + 'static>(ui: &Ui, list: &str, key: K) {
    ui.data_mut(|data| data.insert_temp(opened_in(list), key));
    ui.ctx().request_repaint();
}
