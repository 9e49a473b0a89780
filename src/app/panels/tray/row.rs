//! A note of the tray: shown, chosen, edited in place, seized.

use eframe::egui::{
    self, CornerRadius, CursorIcon, Event, Id, Key, Modifiers, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind,
    Ui, Vec2, pos2, vec2,
};

use super::super::form::Lines;
use super::super::naming::{card_text, kind_icon, kind_word};
use super::{ARROWS, Focus, Tray};
use crate::app::Intent;
use crate::app::command::Command;
use crate::app::look::{self, Control, Kind, RADIUS, TEXT, regular};
use crate::edit::{Edit, TextAt};
use crate::model::{Card, CardId, ContentKind};
use crate::words;

/// Space inside a note.
const INSIDE: Vec2 = vec2(10.0, 7.0);

impl Tray<'_> {
    pub(super) fn row(&mut self, ui: &mut Ui, card: &Card, place: usize) {
        let (look, words) = (self.form.look, self.form.words);
        let colors = &look.colors;
        let text = card_text(self.map, card, words);
        let kind = card.content.kind();
        let icon = (kind != ContentKind::Text).then(|| kind_icon(kind));
        let left = INSIDE.x + if icon.is_some() { 22.0 } else { 0.0 };
        let room = (ui.available_width() - left - INSIDE.x).max(40.0);
        let galley = ui.painter().layout(text.clone(), regular(TEXT), colors.text, room);
        let height = galley.size().y + 2.0 * INSIDE.y;
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
        let id = row_id(card.id);
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let selected = self.selection.cards.contains(&card.id);
        let what = match kind {
            ContentKind::Text => text,
            kind => format!("{}: {text}", kind_word(kind, words)),
        };
        let number = place + 1;
        let name = words!(words, "tray-note", n = number, count = self.map.tray.len(), what = what);
        look::selectable(&response, Role::ListItem, true, selected, &name);
        self.state.rows.push((card.id, rect));

        let painter = ui.painter();
        let radius = CornerRadius::same(RADIUS + 1);
        if self.carried.contains(&card.id) {
            // It is in somebody's hand: here is where it would land.
            painter.rect_filled(rect, radius, colors.accent.gamma_multiply(0.16));
            let edge = rect.shrink(1.0);
            let corners = [edge.left_top(), edge.right_top(), edge.right_bottom(), edge.left_bottom(), edge.left_top()];
            painter.extend(Shape::dashed_line(&corners, Stroke::new(2.0, colors.accent), 6.0, 4.0));
            return;
        }
        let (fill, line) = match (selected, response.hovered()) {
            (true, _) => (colors.accent_soft, Stroke::new(1.5, colors.accent)),
            (false, true) => (colors.hover, Stroke::new(1.0, colors.border_strong)),
            (false, false) => (colors.raised, Stroke::new(1.0, colors.border)),
        };
        painter.rect(rect, radius, fill, line, StrokeKind::Inside);
        if response.has_focus() {
            let line = Stroke::new(2.0, colors.accent);
            painter.rect_stroke(rect.expand(2.0), CornerRadius::same(RADIUS + 3), line, StrokeKind::Outside);
        }
        if let Some(icon) = icon {
            let at = pos2(rect.left() + INSIDE.x + 8.0, rect.top() + INSIDE.y + 9.0);
            look::icon(painter, icon, Rect::from_center_size(at, Vec2::splat(15.0)), colors.weak);
        }
        painter.galley(rect.min + vec2(left, INSIDE.y), galley, colors.text);
        if self.state.focus == Some(Focus::Row(card.id)) {
            self.state.focus = None;
            response.request_focus();
            response.scroll_to_me(None);
        }
        self.pointer(ui, &response, card.id);
        self.keys(ui, &response, card.id);
        self.menu(&response, card.id);
        response.on_hover_cursor(CursorIcon::Grab);
    }

    fn pointer(&mut self, ui: &Ui, response: &Response, id: CardId) {
        if response.double_clicked() {
            self.open(id);
        } else if response.clicked() {
            response.request_focus();
            let modifiers = ui.input(|input| input.modifiers);
            if modifiers.shift {
                let cards = self.range_to(id);
                self.select(cards);
            } else if modifiers.command {
                let mut cards = self.selected();
                match cards.iter().position(|other| *other == id) {
                    Some(place) => {
                        cards.remove(place);
                    }
                    None => cards.push(id),
                }
                self.state.begin = Some(id);
                self.select(cards);
            } else {
                self.state.begin = Some(id);
                self.select(vec![id]);
            }
        }
        if response.secondary_clicked() && !self.selection.cards.contains(&id) {
            self.select(vec![id]);
        }
        if response.drag_started_by(egui::PointerButton::Primary) {
            let at = ui.input(|input| input.pointer.press_origin().or(input.pointer.latest_pos()));
            self.state.seized = at.map(|at| (id, at));
        }
    }

    fn keys(&mut self, ui: &Ui, response: &Response, id: CardId) {
        if !response.has_focus() {
            return;
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROWS));
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, down) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
            if pressed(Modifiers::ALT, key) {
                self.shift(id, down);
            } else if pressed(Modifiers::SHIFT, key) {
                if let Some(next) = self.beside(id, down) {
                    self.state.begin = self.state.begin.or(Some(id));
                    self.state.focus = Some(Focus::Row(next));
                    let cards = self.range_to(next);
                    self.select(cards);
                }
            } else if pressed(Modifiers::NONE, key) {
                match self.beside(id, down) {
                    Some(next) => {
                        self.state.begin = Some(next);
                        self.state.focus = Some(Focus::Row(next));
                        self.select(vec![next]);
                    }
                    None if !down => self.state.focus = Some(Focus::Field),
                    None => {}
                }
            }
        }
        if pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::F2) {
            self.open(id);
        }
        if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
            self.remove(id);
        }
        self.clipboard(ui, id);
    }

    /// Copied notes are lines of text.
    fn clipboard(&mut self, ui: &Ui, id: CardId) {
        let (mut copied, mut cut) = (false, false);
        ui.input_mut(|input| {
            input.events.retain(|event| {
                copied |= matches!(event, Event::Copy | Event::Cut);
                cut |= matches!(event, Event::Cut);
                !matches!(event, Event::Copy | Event::Cut)
            });
        });
        if copied {
            let wanted = self.selected_or(id);
            let cards = || self.map.tray.iter().filter(|card| wanted.contains(&card.id));
            if cut && cards().any(|card| bears_more(card)) {
                // Lines of text would be all that is left of them.
                self.form.push(Intent::Tell(words!(self.form.words, "tray-cut-more")));
                return;
            }
            let lines: Vec<String> = cards().map(|card| card_text(self.map, card, self.form.words)).collect();
            ui.ctx().copy_text(lines.join("\n"));
        }
        if cut {
            self.remove(id);
        }
    }

    fn open(&mut self, id: CardId) {
        if self.state.read_only {
            self.form.refuse();
            return;
        }
        self.state.editing = Some(id);
        self.state.typing = false;
    }

    /// A note while it is edited.
    pub(super) fn edited(&mut self, ui: &mut Ui, card: &Card) {
        let name = words!(self.form.words, "tray-edit");
        let id = card.id;
        let response = ui.push_id(row_id(id), |ui| {
            let set = move |text| Edit::SetText { at: TextAt::CardText(id), text };
            self.form.bare_text(ui, &name, &card.text, Lines::Wrapped, "", set)
        });
        let response = response.inner;
        self.state.rows.push((id, response.rect));
        if !self.state.typing {
            response.request_focus();
            self.state.typing = true;
        } else if !response.has_focus() {
            self.state.editing = None;
            if !ui.input(|input| input.pointer.any_down()) {
                self.state.focus = Some(Focus::Row(id));
            }
        }
    }

    fn menu(&mut self, response: &Response, id: CardId) {
        enum Chosen {
            Send,
            Edit,
            Remove,
        }
        let (look, words) = (self.form.look, self.form.words);
        let mut chosen = None;
        response.context_menu(|ui| {
            ui.set_min_width(240.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            let facts = crate::app::command::Facts::default();
            let entries = [
                (
                    "arrow-right",
                    Command::SendToMap.name(words, &facts),
                    Command::SendToMap.shortcut_text(),
                    Chosen::Send,
                ),
                ("pencil", words!(words, "tray-menu-edit"), "F2".to_owned(), Chosen::Edit),
                ("trash-2", words!(words, "tray-menu-remove"), "Delete".to_owned(), Chosen::Remove),
            ];
            for (icon, name, note, choice) in entries {
                let control = Control::text(&name).with_icon(icon).note(&note).kind(Kind::Entry).role(Role::MenuItem);
                if control.show(ui, look).clicked() {
                    chosen = Some(choice);
                    ui.close();
                }
            }
        });
        match chosen {
            Some(Chosen::Send) => self.form.push(Intent::Run(Command::SendToMap)),
            Some(Chosen::Edit) => self.open(id),
            Some(Chosen::Remove) => self.remove(id),
            None => {}
        }
    }
}

fn row_id(id: CardId) -> Id {
    Id::unique(("tray row", id))
}

/// Whether a note bears more than its words.
fn bears_more(card: &Card) -> bool {
    *card != Card::new(card.id, card.lane, card.text.as_str(), card.content.kind().empty())
}
