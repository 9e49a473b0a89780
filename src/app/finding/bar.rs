//! The bar over the canvas: a field to look for, switches, a count, ways to go on; below it what to write instead.

use eframe::egui::{
    self, Align, Area, CornerRadius, Frame, Id, Key, Label, Layout, Margin, Modifiers, Order, Rect, RichText, Shadow,
    Stroke, TextEdit, Ui, accesskit, pos2, vec2,
};

use super::{Finder, FocusOn, Wish, name, say};
use crate::app::command::Command;
use crate::app::look::{Control, Kind, Look, ROW, TEXT, regular};
use crate::app::task::Task;
use crate::find::{Unseen, unseen};
use crate::i18n::Words;
use crate::words;

/// Space between the bar and the edge of the canvas.
const AIR: f32 = 12.0;
/// In a narrower bar the field has a row of its own: ten letters at least are to be read.
const ROOMY: f32 = 480.0;
/// Width of the bar, where the canvas has it.
const WIDTH: f32 = 560.0;

fn find_field() -> Id {
    Id::unique("find field")
}

fn replace_field() -> Id {
    Id::unique("replace field")
}

impl Finder {
    /// Shows the bar over the canvas; what it covers.
    pub(crate) fn ui(
        &mut self,
        context: &egui::Context,
        canvas: Rect,
        look: &Look,
        words: &Words,
        tasks: &mut Vec<Task>,
    ) -> Rect {
        if !self.open {
            return Rect::NOTHING;
        }
        let colors = &look.colors;
        let width = WIDTH.min(canvas.width() - 2.0 * AIR).max(320.0);
        let left = (canvas.right() - AIR - width).max(0.0);
        let corner = pos2(left, canvas.top() + AIR);
        let frame = Frame::new()
            .fill(colors.raised)
            .stroke(Stroke::new(1.0, colors.border_strong))
            .corner_radius(CornerRadius::same(10))
            .shadow(Shadow { offset: [0, 6], blur: 20, spread: 0, color: colors.shadow })
            .inner_margin(Margin::same(8));
        let area = Area::new(Id::unique("find bar")).order(Order::Middle).fixed_pos(corner).constrain(false);
        let shown = area.accessible_name(name(words)).show(context, |ui| {
            frame.show(ui, |ui| {
                ui.set_width(width - 18.0);
                ui.spacing_mut().item_spacing = vec2(4.0, 6.0);
                self.keys(ui, tasks);
                if width < ROOMY {
                    self.parts.clear();
                    row(ui, |ui| {
                        self.closing(ui, look, words, tasks);
                        self.field(ui, look, words);
                    });
                    row(ui, |ui| self.ways(ui, look, words, tasks));
                } else {
                    self.find_row(ui, look, words, tasks);
                }
                if self.replacing {
                    self.replace_row(ui, look, words, tasks);
                }
                self.place_row(ui, look, words, tasks);
            });
        });
        shown.response.rect
    }

    /// Whether something of the bar has the keyboard.
    pub(crate) fn has_keyboard(&self, context: &egui::Context) -> bool {
        let own = |id: Id| id == find_field() || id == replace_field() || self.parts.contains(&id);
        self.open && context.memory(|memory| memory.focused()).is_some_and(own)
    }

    /// Enter and Escape, before a field takes them.
    fn keys(&self, ui: &Ui, tasks: &mut Vec<Task>) {
        let focused = ui.memory(|memory| memory.focused());
        let composing = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Ime(_))));
        if composing {
            return;
        }
        let take = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let in_find = focused == Some(find_field());
        let in_replace = focused == Some(replace_field());
        if in_find || in_replace {
            if take(Modifiers::SHIFT, Key::Enter) {
                tasks.push(Task::Find(Wish::Previous));
            } else if in_replace && take(Modifiers::COMMAND, Key::Enter) {
                tasks.push(Task::Find(Wish::ReplaceAll));
            } else if take(Modifiers::NONE, Key::Enter) {
                tasks.push(Task::Find(if in_replace { Wish::Replace } else { Wish::Next }));
            }
        }
        if self.has_keyboard(ui.ctx()) && take(Modifiers::NONE, Key::Escape) {
            tasks.push(Task::Find(Wish::Close));
        }
    }

    fn find_row(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        self.parts.clear();
        row(ui, |ui| {
            self.closing(ui, look, words, tasks);
            self.ways(ui, look, words, tasks);
            self.field(ui, look, words);
        });
    }

    fn closing(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        let response = Control::icon("x", &words!(words, "find-close")).show(ui, look);
        self.parts.push(response.id);
        if response.clicked() {
            tasks.push(Task::Find(Wish::Close));
        }
    }

    /// Ways to go on, switches and the count, from the right.
    fn ways(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        let colors = &look.colors;
        let mut part = |ui: &mut Ui, control: Control<'_>| {
            let response = control.show(ui, look);
            self.parts.push(response.id);
            response.clicked()
        };
        let any = self.looked.as_ref().is_some_and(|looked| !looked.matches.is_empty());
        for (icon, command, wish) in
            [("arrow-down", Command::FindNext, Wish::Next), ("arrow-up", Command::FindPrevious, Wish::Previous)]
        {
            let name = (command.entry().name)(words);
            let tip = format!("{name}  ·  {}", command.shortcut_text());
            if part(ui, Control::icon(icon, &name).tip(&tip).enabled(any)) {
                tasks.push(Task::Find(wish));
            }
        }
        let (marks, whole, case) =
            (words!(words, "find-marks"), words!(words, "find-words"), words!(words, "find-case"));
        let marks_tip = words!(words, "find-marks-tip");
        ui.add_space(4.0);
        if part(ui, Control::icon("whole-word", &whole).selected(self.query.words)) {
            self.query.words = !self.query.words;
        }
        if part(ui, Control::new(&marks).showing("ạ").tip(&marks_tip).selected(self.query.marks)) {
            self.query.marks = !self.query.marks;
        }
        if part(ui, Control::icon("case-sensitive", &case).selected(self.query.case)) {
            self.query.case = !self.query.case;
        }
        ui.add_space(4.0);
        let count = self.count();
        let (text, color) = match (self.query.text.is_empty(), self.now) {
            (true, _) => (String::new(), colors.weak),
            (false, None) => (words!(words, "find-nothing"), colors.danger),
            (false, Some(now)) => {
                let (now, all) = (words.number((now + 1) as f64, 0), words.number(count as f64, 0));
                (words!(words, "find-count", now = now.as_str(), count = all.as_str()), colors.weak)
            }
        };
        let label = Label::new(RichText::new(&text).font(regular(12.0)).color(color)).truncate();
        let said = ui.add_sized(vec2(84.0, ROW), label);
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_role(accesskit::Role::Status);
            node.set_live(accesskit::Live::Polite);
            node.set_label(text.as_str());
        });
    }

    /// What is looked for, and whether something is to be written instead.
    fn field(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let (name, icon) = if self.replacing {
                (words!(words, "find-no-replace"), "chevron-down")
            } else {
                (words!(words, "find-replace-too"), "chevron-right")
            };
            let toggle = Control::icon(icon, &name).selected(false).show(ui, look);
            self.parts.push(toggle.id);
            if toggle.clicked() {
                self.replacing = !self.replacing;
                self.focus = Some(if self.replacing { FocusOn::Replace } else { FocusOn::Find });
            }
            let focus = self.focus == Some(FocusOn::Find);
            line(ui, look, find_field(), &words!(words, "find-field"), &mut self.query.text, focus);
            self.focus = self.focus.filter(|_| !focus);
        });
    }

    fn replace_row(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        row(ui, |ui| {
            let any = self.count() > 0;
            let (one, all) = (words!(words, "find-replace-one"), words!(words, "find-replace-all"));
            let (one_tip, all_tip) = (format!("{one}  ·  Enter"), format!("{all}  ·  Ctrl+Enter"));
            for (name, tip, wish) in [(&all, &all_tip, Wish::ReplaceAll), (&one, &one_tip, Wish::Replace)] {
                let control = Control::text(name).kind(Kind::Outlined).tip(tip).enabled(any);
                let response = control.show(ui, look);
                self.parts.push(response.id);
                if response.clicked() {
                    tasks.push(Task::Find(wish));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(ROW + 4.0);
                let focus = self.focus == Some(FocusOn::Replace);
                line(ui, look, replace_field(), &words!(words, "find-replace-field"), &mut self.with, focus);
                self.focus = self.focus.filter(|_| !focus);
            });
        });
    }

    /// Where the match is, and what keeps it from being seen or written over.
    fn place_row(&mut self, ui: &mut Ui, look: &Look, words: &Words, tasks: &mut Vec<Task>) {
        let Some((looked, current)) = self.looked.as_ref().zip(self.current()) else { return };
        let spot = current.spot;
        let hidden = unseen(&looked.map, spot.owner);
        let place = say::place(words, &looked.map, spot);
        let why = say::hindrance(words, &looked.map, spot, self.replacing);
        let lane = match hidden {
            Some(Unseen::Hidden(id) | Unseen::Collapsed(id)) => Some(id),
            Some(Unseen::Tray) | None => None,
        };
        let said = if why.is_empty() { place } else { format!("{place} · {why}") };
        let mut shown = Vec::new();
        row(ui, |ui| {
            if let Some(lane) = lane {
                let name = words!(words, "find-show-lane");
                let response = Control::text(&name).kind(Kind::Outlined).with_icon("eye").show(ui, look);
                shown.push(response.id);
                if response.clicked() {
                    tasks.push(Task::Find(Wish::ShowLane(lane)));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(ROW + 8.0);
                let color = if why.is_empty() { look.colors.weak } else { look.colors.warning };
                let text = RichText::new(&said).font(regular(11.5)).color(color);
                let response = ui.add(Label::new(text).truncate());
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_live(accesskit::Live::Polite);
                    node.set_label(said.as_str());
                });
            });
        });
        self.parts.extend(shown);
    }
}

/// A row of the bar, from the right.
fn row(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), add);
}

/// A field of the bar.
fn line(ui: &mut Ui, look: &Look, id: Id, name: &str, text: &mut String, focus: bool) {
    let edit = TextEdit::singleline(text)
        .id(id)
        .hint_text(name)
        .font(regular(TEXT))
        .margin(Margin::symmetric(8, 5))
        .min_size(vec2(0.0, ROW))
        .text_color(look.colors.text)
        .desired_width(f32::INFINITY);
    let output = edit.show(ui);
    let response = output.response.response;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    if focus {
        response.request_focus();
        // All of it, to be typed over.
        let mut state = output.state;
        let end = egui::text::CCursor::new(text.chars().count());
        state.cursor.set_char_range(Some(egui::text::CCursorRange::two(egui::text::CCursor::new(0), end)));
        state.store(ui.ctx(), id);
    }
}
