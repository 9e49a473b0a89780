//! The tabs: which maps are open, in an order that can be changed by dragging; a menu of each; a list where there are more
//! than fit. Must not know how a map is closed or copied.

mod act;
mod menu;

use eframe::egui::{
    self, CornerRadius, CursorIcon, FontId, Id, Key, Popup, PopupCloseBehavior, PopupKind, Pos2, Rect, Role, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::button::{Button, escapes};
use super::command::{Command, Facts};
use super::look::{Control, GAP, Kind, Look, RADIUS, ROW, TEXT, Tip as _, icon, medium, regular, selectable};
use super::session::SessionId;
use super::task::Task;
use crate::i18n::Words;
use crate::words;
use menu::Menu;

/// A tab isn't narrower, however many there are.
const NARROWEST: f32 = 140.0;
/// A tab isn't wider, unless a name needs it and there is room.
const WIDEST: f32 = 300.0;
/// Nor then.
const WIDEST_OF_ALL: f32 = 460.0;
/// What a tab takes besides its name: its edges, and the place of its cross.
const BESIDE_NAME: f32 = 46.0;
/// Space between tabs.
const BETWEEN: f32 = 4.0;

/// What a tab shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tab {
    /// Which map.
    pub id: SessionId,
    /// What it is called.
    pub name: String,
    /// Whether closing it would lose something.
    pub unsaved: bool,
    /// Whether it can only be read.
    pub read_only: bool,
}

/// A tab that is dragged.
#[derive(Debug, Clone, Copy)]
struct Dragged {
    id: SessionId,
    /// Where in the tab it was taken.
    grip: f32,
    /// What was shown before: to drag a tab is to show it.
    before: Option<SessionId>,
}

/// What the tabs remember from frame to frame.
#[derive(Debug, Default)]
pub(crate) struct TabBar {
    dragged: Option<Dragged>,
    button: Button,
    menu: Option<Menu>,
    list: bool,
    /// The tab that was shown last: it is brought into view when another one is.
    shown: Option<SessionId>,
}

impl TabBar {
    /// Whether a tab is being dragged.
    pub(crate) const fn is_dragging(&self) -> bool {
        self.dragged.is_some()
    }

    /// Shows the tabs, in the middle of the room that there is.
    #[expect(clippy::too_many_arguments, reason = "what the tabs show, and nothing else")]
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        look: &Look,
        words: &Words,
        facts: &Facts,
        tabs: &[Tab],
        active: Option<SessionId>,
        tasks: &mut Vec<Task>,
    ) {
        ui.spacing_mut().item_spacing.x = BETWEEN;
        let count = tabs.len().max(1) as f32;
        ui.add_space(GAP);
        let room = ui.available_width() - ROW - 8.0;
        let crowded = !tabs.is_empty() && (NARROWEST + BETWEEN) * count > room;
        let room = if crowded { room - ROW - BETWEEN } else { room };
        // No tab is seen in part.
        let seen = if crowded { (room / (NARROWEST + BETWEEN)).floor().max(1.0) } else { count };
        let least = NARROWEST.min(room - BETWEEN).max(40.0);
        let each = (room / seen - BETWEEN).max(least);
        let each = if each > WIDEST { each.min(wished(ui, tabs)) } else { each };
        let needed = (each + BETWEEN) * tabs.len() as f32;
        ui.add_space(((room - needed) / 2.0).max(0.0));
        let row = egui::ScrollArea::horizontal().id_salt("tabs").max_width(needed.min(room).max(0.0));
        row.scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden).show(ui, |ui| {
            // The wheel turns only one way here.
            ui.style_mut().always_scroll_the_only_direction = true;
            self.row(ui, look, words, tabs, active, each, tasks);
        });
        if crowded {
            self.list(ui, look, words, tabs, active, tasks);
        }
        if Control::icon("plus", &words!(words, "window-new-tab")).show(ui, look).clicked() {
            tasks.push(Task::Run(Command::New));
        }
        if let Some(menu) = self.menu {
            self.menu = menu.ui(ui, look, words, facts, tasks);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what the tabs show, and nothing else")]
    fn row(
        &mut self,
        ui: &mut Ui,
        look: &Look,
        words: &Words,
        tabs: &[Tab],
        active: Option<SessionId>,
        each: f32,
        tasks: &mut Vec<Task>,
    ) {
        let step = each + BETWEEN;
        let size = vec2(step * tabs.len() as f32, ROW);
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        let place = |at: usize| Rect::from_min_size(all.min + vec2(step * at as f32, 0.0), vec2(each, ROW));
        ui.input(|input| self.button.watch(input));
        let released = self.button.released();
        let pointer = released.or(ui.input(|input| input.pointer.latest_pos()));
        // What was let go before Escape has landed.
        let escapes = released.is_none() || ui.input(|input| escapes(&input.events));
        if let Some(dragged) = self.dragged
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape))
            && escapes
        {
            self.dragged = None;
            if dragged.before.is_none_or(|before| tabs.iter().any(|tab| tab.id == before)) {
                tasks.push(Task::ShowTab(dragged.before));
            }
            ui.ctx().request_repaint();
        }
        let dragged = self.dragged.and_then(|dragged| {
            let from = tabs.iter().position(|tab| tab.id == dragged.id)?;
            let left = (pointer?.x - dragged.grip).clamp(all.left(), all.right() - step);
            let to = ((left - all.left()) / step).round() as usize;
            Some((from, to.min(tabs.len() - 1), left))
        });
        let mut above = None;
        for (at, tab) in tabs.iter().enumerate() {
            // The others make room where the dragged one will land.
            let shown_at = match dragged {
                Some((from, _, _)) if at == from => {
                    above = Some((at, tab));
                    continue;
                }
                Some((from, to, _)) if from < at && at <= to => at - 1,
                Some((from, to, _)) if to <= at && at < from => at + 1,
                _ => at,
            };
            let rect = place(shown_at);
            self.tab(ui, look, words, tab, active == Some(tab.id), rect, tasks);
            if active == Some(tab.id) && self.shown != active {
                ui.scroll_to_rect(rect, None);
                self.shown = active;
            }
        }
        if active.is_none() {
            self.shown = None;
        }
        if let (Some((from, to, left)), Some((_, tab))) = (dragged, above) {
            let rect = Rect::from_min_size(pos2(left, all.top()), vec2(each, ROW));
            // Where the row is longer than its room, it scrolls along.
            ui.scroll_to_rect(rect, None);
            let response = self.tab(ui, look, words, tab, true, rect, tasks);
            if response.drag_stopped() || !ui.input(|input| input.pointer.primary_down()) {
                self.dragged = None;
                if from != to {
                    tasks.push(Task::MoveTab(tab.id, to));
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a tab shows, and nothing else")]
    fn tab(
        &mut self,
        ui: &Ui,
        look: &Look,
        words: &Words,
        tab: &Tab,
        active: bool,
        rect: Rect,
        tasks: &mut Vec<Task>,
    ) -> egui::Response {
        let id = Id::unique(("tab", tab.id.0));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let name = match (tab.unsaved, tab.read_only) {
            (true, _) => words!(words, "window-tab-unsaved", map = tab.name.as_str()),
            (false, true) => words!(words, "window-tab-read-only", map = tab.name.as_str()),
            (false, false) => tab.name.clone(),
        };
        selectable(&response, Role::Tab, true, active, &name);
        let close_rect = Rect::from_center_size(pos2(rect.right() - 15.0, rect.center().y), Vec2::splat(20.0));
        let close_name = words!(words, "window-tab-close", map = tab.name.as_str());
        let close = ui.interact(close_rect, id.with("close"), Sense::click());
        close.widget_info(|| WidgetInfo::labeled(Role::Button, true, &close_name));
        if ui.is_rect_visible(rect) {
            paint(ui, look, tab, active, rect, (&response, &close, close_rect));
        }
        if response.drag_started_by(egui::PointerButton::Primary)
            && !self.button.is_escaped()
            && let Some(origin) = ui.input(|input| input.pointer.press_origin())
        {
            self.dragged = Some(Dragged { id: tab.id, grip: origin.x - rect.left(), before: self.shown });
            tasks.push(Task::ShowTab(Some(tab.id)));
        }
        let menu_key = response.has_focus()
            && ui.input_mut(|input| {
                input.consume_key(egui::Modifiers::NONE, Key::Menu)
                    || input.consume_key(egui::Modifiers::SHIFT, Key::F10)
            });
        if response.secondary_clicked() || menu_key {
            let at = response.interact_pointer_pos().filter(|_| !menu_key).unwrap_or(rect.left_bottom());
            self.menu = Some(Menu::at(at));
            // What stands in the menu is done to the map that is shown.
            tasks.push(Task::ShowTab(Some(tab.id)));
        } else if close.clicked() || response.middle_clicked() {
            tasks.push(Task::CloseTab(tab.id));
        } else if response.clicked() {
            tasks.push(Task::ShowTab(Some(tab.id)));
        }
        close.with_tip(close_name);
        let tip = self.dragged.is_none() && self.menu.is_none();
        if tip { response.with_tip(&tab.name) } else { response }
    }

    /// The list of all open maps, where there are more than fit.
    fn list(
        &mut self,
        ui: &mut Ui,
        look: &Look,
        words: &Words,
        tabs: &[Tab],
        active: Option<SessionId>,
        tasks: &mut Vec<Task>,
    ) {
        let name = words!(words, "window-tabs");
        let response = Control::icon("chevron-down", &name).selected(self.list).show(ui, look);
        let mut opened = false;
        if response.clicked() {
            self.list = !self.list;
            opened = self.list;
        }
        let mut open = self.list;
        Popup::from_response(&response)
            .kind(PopupKind::Menu)
            .id(response.id.with("list"))
            .gap(4.0)
            .width(300.0)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .open_bool(&mut open)
            .accessible_name(name.clone())
            .show(|ui| {
                ui.set_width(300.0);
                ui.spacing_mut().item_spacing.y = 1.0;
                let mut ids = Vec::new();
                egui::ScrollArea::vertical().max_height(480.0).show(ui, |ui| {
                    for tab in tabs {
                        let unsaved = if tab.unsaved { words!(words, "window-unsaved") } else { String::new() };
                        let here = active == Some(tab.id);
                        let control = Control::text(&tab.name)
                            .kind(Kind::Entry)
                            .role(Role::MenuItem)
                            .with_icon(if here { "check" } else { "file-text" })
                            .note(&unsaved)
                            .width(290.0);
                        let entry = control.show(ui, look);
                        ids.push(entry.id);
                        if here && opened || opened && active.is_none() && ids.len() == 1 {
                            entry.request_focus();
                            entry.scroll_to_me(None);
                        }
                        if entry.clicked() {
                            tasks.push(Task::ShowTab(Some(tab.id)));
                            ui.close();
                        }
                    }
                });
                super::roving::rove(ui, &ids);
            });
        self.list = open;
    }
}

fn paint(
    ui: &Ui,
    look: &Look,
    tab: &Tab,
    active: bool,
    rect: Rect,
    (response, close, close_rect): (&egui::Response, &egui::Response, Rect),
) {
    let colors = &look.colors;
    let hovered = response.hovered() || close.hovered() || close.has_focus();
    let (fill, line) = match (active, hovered) {
        (true, _) => (colors.raised, Stroke::new(1.0, colors.border_strong)),
        (false, true) => (colors.hover, Stroke::NONE),
        (false, false) => (egui::Color32::TRANSPARENT, Stroke::NONE),
    };
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(RADIUS + 1), fill, line, StrokeKind::Inside);
    if response.has_focus() {
        painter.rect_stroke(rect, CornerRadius::same(RADIUS + 1), Stroke::new(2.0, colors.accent), StrokeKind::Outside);
    }
    if hovered {
        if close.hovered() || close.has_focus() {
            painter.rect_filled(close_rect, CornerRadius::same(4), colors.pressed);
        }
        icon(painter, "x", close_rect.shrink(4.0), colors.weak);
    } else if tab.unsaved {
        painter.circle_filled(close_rect.center(), 3.5, colors.accent);
    } else if tab.read_only {
        icon(painter, "lock", close_rect.shrink(4.0), colors.weak);
    }
    // In a narrow tab the name has the place of a cross that isn't shown.
    let marked = hovered || tab.unsaved || tab.read_only;
    let room = if marked || rect.width() > NARROWEST { close_rect.left() } else { rect.right() - 8.0 };
    let room = room - rect.left() - 16.0;
    let color = if active { colors.text } else { colors.weak };
    let galley = shortened(ui, &tab.name, if active { medium(TEXT) } else { regular(TEXT) }, room);
    let left = rect.left() + 12.0 + ((room - galley.size().x) / 2.0).max(0.0);
    painter.galley(Pos2::new(left, rect.center().y - galley.size().y / 2.0), galley, color);
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
}

/// How wide a tab is where there is room: the longest name is seen whole.
fn wished(ui: &Ui, tabs: &[Tab]) -> f32 {
    let width = |tab: &Tab| {
        let galley = ui.painter().layout_no_wrap(tab.name.clone(), medium(TEXT), egui::Color32::PLACEHOLDER);
        galley.size().x
    };
    let longest = tabs.iter().map(width).fold(0.0, f32::max);
    (longest + BESIDE_NAME).ceil().clamp(WIDEST, WIDEST_OF_ALL)
}

/// One line of text that has its ellipsis in the middle where there is no more room: names of several maps often differ
/// only at their end.
fn shortened(ui: &Ui, text: &str, font: FontId, room: f32) -> std::sync::Arc<egui::Galley> {
    let whole = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::PLACEHOLDER);
    if whole.size().x <= room {
        return whole;
    }
    let widths: Vec<f32> =
        ui.fonts_mut(|fonts| text.chars().chain(['…']).map(|letter| fonts.glyph_width(&font, letter)).collect());
    let Some((dots, widths)) = widths.split_last() else { return whole };
    let room_for_letters = room - dots;
    let fits = |room: f32, widths: &mut dyn Iterator<Item = &f32>| {
        let sums = widths.scan(0.0, |sum, width| {
            *sum += width;
            Some(*sum)
        });
        sums.take_while(|sum| *sum <= room).count()
    };
    let tail = fits(room_for_letters * 0.4, &mut widths.iter().rev());
    let after: f32 = widths.iter().rev().take(tail).sum();
    let head = fits(room_for_letters - after, &mut widths.iter());
    let begin: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(widths.len().saturating_sub(tail)).collect();
    truncated(ui, &format!("{}…{}", begin.trim_end(), end.trim_start()), font, room)
}

/// One line of text that ends in an ellipsis where there is no more room.
pub(super) fn truncated(ui: &Ui, text: &str, font: FontId, room: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, egui::Color32::PLACEHOLDER);
    job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(8.0));
    ui.painter().layout_job(job)
}
