//! The menus: by mouse, and by keyboard with F10, Alt, or Alt and a menu's letter, then arrows and Enter.

use std::collections::BTreeSet;
use std::path::PathBuf;

use eframe::egui::{
    Color32, Event, FocusDirection, Frame, Key, Margin, Modifiers, Popup, PopupCloseBehavior, PopupKind, Rect, Role,
    ScrollArea, Sense, Stroke, Ui, pos2, text::LayoutJob, vec2,
};

use super::command::{Command, Facts, Menu, TABLE};
use super::look::{Control, Kind, Look, ROW, TEXT, icon, medium, regular, section};
use super::roving;
use super::session::file_name;
use super::task::Task;
use crate::i18n::Words;
use crate::words;

/// How many recent files stand in the File menu.
const RECENT: usize = 6;
/// Height of the row that says that a menu goes on, in points.
const MORE: f32 = 16.0;
/// A menu isn't narrower.
const WIDTH: f32 = 280.0;

/// Which menu is open.
#[derive(Debug, Default)]
pub(crate) struct MenuBar {
    open: Option<usize>,
    /// The first entry of the open menu takes the focus: it was opened by keyboard.
    focus_entry: bool,
    /// Alt is down; whether nothing else has happened since.
    alt: Option<bool>,
    /// The keyboard goes to the bar's first button in this frame.
    enter: bool,
}

impl MenuBar {
    /// Moves the keyboard to the bar, with the first menu open.
    pub(crate) fn enter(&mut self) {
        self.enter = true;
    }

    /// Whether a menu is open.
    pub(crate) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Shows the buttons in a row, and the open menu below its button.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        look: &Look,
        words: &Words,
        facts: &Facts,
        recent: &[PathBuf],
        tasks: &mut Vec<Task>,
    ) {
        self.alt_alone(ui);
        if std::mem::take(&mut self.enter) {
            self.open = if self.open.is_some() { None } else { Some(0) };
            self.focus_entry = true;
        }
        if let Some(place) = lettered(ui, words) {
            self.open = Some(place);
            self.focus_entry = true;
        }
        if let Some(open) = self.open {
            let count = Menu::ALL.len();
            let (left, right) = ui.input_mut(|input| {
                let none = Modifiers::NONE;
                (input.consume_key(none, Key::ArrowLeft), input.consume_key(none, Key::ArrowRight))
            });
            if left || right {
                self.open = Some((open + if right { 1 } else { count - 1 }) % count);
                self.focus_entry = true;
                // egui has seen the key too, and would look for something beside the entry.
                ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
            }
        }
        let underlined = ui.input(|input| input.modifiers.alt);
        ui.spacing_mut().item_spacing.x = 0.0;
        for (place, menu) in Menu::ALL.into_iter().enumerate() {
            let name = menu.name(words);
            let is_open = self.open == Some(place);
            let response = Control::text(&name).role(Role::MenuItem).selected(is_open).show(ui, look);
            let letter = menu.letter(words);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_expanded(is_open);
                node.set_has_popup(eframe::egui::accesskit::HasPopup::Menu);
                node.set_keyboard_shortcut(format!("Alt+{}", letter.to_uppercase()));
            });
            if underlined {
                underline(ui, look, response.rect, &name, letter);
            }
            if response.clicked() {
                self.open = if is_open { None } else { Some(place) };
                self.focus_entry = ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
            } else if response.hovered() && self.open.is_some() && !is_open && ui.input(|i| i.pointer.is_moving()) {
                self.open = Some(place);
                self.focus_entry = false;
            }
            if self.open != Some(place) {
                continue;
            }
            let commands = TABLE.iter().filter(|entry| entry.menu == Some(menu)).map(|entry| entry.command);
            let width = width(ui, commands.map(|command| (command.name(words, facts), command.shortcut_text())));
            let room = (ui.ctx().content_rect().height() - response.rect.bottom() - 32.0).max(120.0);
            let scrolls = height(menu, recent.len()) > room;
            // The ring around the first and the last entry, and the bar beside them, have room too.
            let margin = Margin { left: 3, right: 12, top: 3, bottom: 3 };
            let width = if scrolls { width + margin.sum().x } else { width };
            let mut open = true;
            let focus = std::mem::take(&mut self.focus_entry);
            Popup::from_response(&response)
                .kind(PopupKind::Menu)
                .id(response.id.with("menu"))
                .gap(4.0)
                .width(width)
                .close_behavior(PopupCloseBehavior::CloseOnClick)
                .open_bool(&mut open)
                .accessible_name(name.clone())
                .show(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 1.0;
                    let mut show = |ui: &mut Ui| entries(ui, look, words, facts, menu, recent, focus, tasks);
                    let chosen = if scrolls {
                        let room = room - MORE;
                        let scroll = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
                        let shown = scroll.show(ui, |ui| Frame::new().inner_margin(margin).show(ui, show).inner);
                        let below = shown.content_size.y - shown.inner_rect.height() - shown.state.clamped_offset().y;
                        // A row of its own: over the last entry it would hide what that says.
                        let (row, _) = ui.allocate_exact_size(vec2(width, MORE), Sense::hover());
                        if below > 4.0 {
                            more_below(ui, look, row);
                        }
                        shown.inner
                    } else {
                        show(ui)
                    };
                    if chosen {
                        ui.close();
                    }
                });
            if !open {
                self.open = None;
                response.surrender_focus();
            }
        }
    }

    /// Alt pressed and let go, with nothing in between, opens the bar, as everywhere.
    fn alt_alone(&mut self, ui: &Ui) {
        let (down, busy) = ui.input(|input| {
            let busy = input.events.iter().any(|event| {
                matches!(event, Event::Key { .. } | Event::PointerButton { .. } | Event::WindowFocused(_))
            });
            let held = input.modifiers.ctrl || input.modifiers.shift || input.modifiers.command;
            (input.modifiers.alt, busy || held)
        });
        self.alt = match (down, self.alt) {
            (true, alone) => Some(alone.unwrap_or(true) && !busy),
            (false, alone) => {
                self.enter |= alone == Some(true) && !busy;
                None
            }
        };
    }
}

/// How wide a menu is in which the longest name and shortcut have room: all entries are of one width.
pub(crate) fn width(ui: &Ui, entries: impl Iterator<Item = (String, String)>) -> f32 {
    let of = |text: String, font| ui.painter().layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x;
    let widths = entries.map(|(name, keys)| of(name, regular(TEXT)) + of(keys, regular(12.0)));
    // Margins, icon, and the space between name and shortcut.
    (widths.fold(0.0, f32::max) + 76.0).max(WIDTH).ceil()
}

/// About how high a menu is.
fn height(menu: Menu, recent: usize) -> f32 {
    let entries = TABLE.iter().filter(|entry| entry.menu == Some(menu));
    let groups = entries.clone().map(|entry| entry.group).collect::<BTreeSet<u8>>().len();
    let recent = if menu == Menu::File && recent > 0 { recent.min(RECENT) + 2 } else { 0 };
    (entries.count() + recent) as f32 * (ROW + 1.0) + groups as f32 * 10.0
}

/// The menu whose letter was pressed together with Alt.
fn lettered(ui: &Ui, words: &Words) -> Option<usize> {
    ui.input_mut(|input| {
        let mut found = None;
        input.events.retain(|event| match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. }
                if modifiers.alt && !modifiers.ctrl && !modifiers.command && !modifiers.shift =>
            {
                // Layouts of other scripts have no such letter: there the key's place counts.
                let has = |key: Key, letter: char| key.name().eq_ignore_ascii_case(letter.encode_utf8(&mut [0; 4]));
                let place = Menu::ALL.into_iter().position(|menu| {
                    let letter = menu.letter(words);
                    has(*key, letter) || physical_key.is_some_and(|key| has(key, letter))
                });
                found = found.or(place);
                place.is_none()
            }
            // The letter that the same key would type.
            Event::Text(_) => found.is_none(),
            _ => true,
        });
        found
    })
}

/// A line below the first such letter of a name in the middle of a button.
fn underline(ui: &Ui, look: &Look, button: Rect, name: &str, letter: char) {
    let plain = |found: char| found.to_lowercase().eq(letter.to_lowercase());
    let Some((before, found)) = name.char_indices().find(|(_, found)| plain(*found)) else { return };
    let width = |text: &str| {
        let job = LayoutJob::simple_singleline(text.to_owned(), medium(TEXT), Color32::PLACEHOLDER);
        ui.painter().layout_job(job).size().x
    };
    let left = button.center().x - width(name) / 2.0 + width(name.get(..before).unwrap_or_default());
    let right = left + width(found.encode_utf8(&mut [0; 4]));
    let y = button.center().y + TEXT * 0.5 + 1.0;
    ui.painter().line_segment([pos2(left, y), pos2(right, y)], Stroke::new(1.0, look.colors.text));
}

/// The entries of one menu; whether one was chosen.
#[expect(clippy::too_many_arguments, reason = "what a menu shows, and nothing else")]
fn entries(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    facts: &Facts,
    menu: Menu,
    recent: &[PathBuf],
    mut focus: bool,
    tasks: &mut Vec<Task>,
) -> bool {
    let mut chosen = false;
    let mut group = 0;
    let mut ids = Vec::new();
    for entry in TABLE.iter().filter(|entry| entry.menu == Some(menu)) {
        if entry.group != group {
            group = entry.group;
            line(ui, look);
        }
        let response = command_entry(ui, look, words, facts, entry.command);
        if entry.command.enabled(facts) {
            ids.push(response.id);
            if std::mem::take(&mut focus) {
                response.request_focus();
            }
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
        }
        if response.clicked() {
            tasks.push(Task::Run(entry.command));
            chosen = true;
        }
    }
    if menu == Menu::File && !recent.is_empty() {
        line(ui, look);
        ui.horizontal(|ui| {
            ui.add_space(10.0);
            section(ui, look, &words!(words, "window-recent"));
        });
        for path in recent.iter().take(RECENT) {
            let Some(name) = file_name(path) else { continue };
            let full = path.display().to_string();
            let response = Control::text(&name).kind(Kind::Entry).role(Role::MenuItem).tip(&full).show(ui, look);
            ids.push(response.id);
            if response.clicked() {
                tasks.push(Task::Open(path.clone()));
                chosen = true;
            }
        }
    }
    roving::rove(ui, &ids);
    chosen
}

/// One entry: icon or check mark, name, shortcut.
pub(crate) fn command_entry(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    facts: &Facts,
    command: Command,
) -> eframe::egui::Response {
    let name = command.name(words, facts);
    let shortcut = command.shortcut_text();
    let mut control =
        Control::text(&name).kind(Kind::Entry).role(Role::MenuItem).enabled(command.enabled(facts)).note(&shortcut);
    match command.checked(facts) {
        Some(true) => control = control.with_icon("check"),
        Some(false) => {}
        None if !command.entry().icon.is_empty() => control = control.with_icon(command.entry().icon),
        None => {}
    }
    let response = control.show(ui, look);
    ui.ctx().accesskit_node_builder(response.id, |node| describe(node, words, facts, command));
    response
}

/// What a command's entry says to who can't see it, besides its name: what it does, its key, whether it is on.
pub(crate) fn describe(node: &mut eframe::egui::accesskit::Node, words: &Words, facts: &Facts, command: Command) {
    node.set_description(command.tip(words));
    let keys = command.shortcut_text();
    if !keys.is_empty() {
        node.set_keyboard_shortcut(keys);
    }
    if let Some(on) = command.checked(facts) {
        node.set_role(Role::MenuItemCheckBox);
        node.set_toggled(on.into());
    }
}

/// A quiet line between groups.
pub(crate) fn line(ui: &mut Ui, look: &Look) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().max(60.0), 9.0), eframe::egui::Sense::hover());
    let stroke = Stroke::new(1.0, look.colors.border);
    ui.painter().hline(rect.left() + 6.0..=rect.right() - 6.0, rect.center().y, stroke);
}

/// Says in a row below a list that there is more of it.
fn more_below(ui: &Ui, look: &Look, row: Rect) {
    ui.painter().hline(row.x_range(), row.top(), Stroke::new(1.0, look.colors.border));
    let at = pos2(row.center().x, row.center().y + 1.0);
    icon(ui.painter(), "chevron-down", Rect::from_center_size(at, vec2(14.0, 14.0)), look.colors.weak);
}
