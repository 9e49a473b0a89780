//! The menu at the pointer or the cursor: those commands of the one table that fit what it was opened on. Must not know
//! how a command is carried out.

use eframe::egui;
use egui::{Key, Modifiers, Popup, PopupCloseBehavior, PopupKind, Pos2, Role, Stroke, Ui, vec2};

use super::camera::Part;
use super::{Canvas, Shown, overlay};
use crate::app::command::{Command, Entry, Facts, Place, TABLE};
use crate::app::intent::Intent;
use crate::app::look::{Control, Kind};
use crate::app::menu_bar::{describe, width};
use crate::app::{insert, roving};
use crate::edit::Cursor;
use crate::i18n::Words;
use crate::scene::{Target, target_rect};
use crate::words;

/// An open menu.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Menu {
    at: Pos2,
    /// The first entry takes the focus in the next frame, so that arrows and Enter work.
    focus: bool,
}

/// The commands for what the menu was opened on, group by group, as the table says.
pub(crate) fn groups(place: Place) -> impl Iterator<Item = Vec<Command>> {
    let of = move |entry: &Entry| entry.context.iter().find(|(found, _)| *found == place).map(|(_, group)| *group);
    let last = TABLE.iter().filter_map(of).max().unwrap_or_default();
    (0..=last)
        .map(move |group| TABLE.iter().filter(|entry| of(entry) == Some(group)).map(|entry| entry.command).collect())
}

impl Menu {
    /// A menu at this place of the screen.
    pub(super) const fn at(at: Pos2) -> Self {
        Self { at, focus: true }
    }
}

impl Canvas {
    /// Opens the menu by key: below what the cursor stands on.
    pub(super) fn menu_key(&mut self, ui: &Ui, shown: Shown<'_>) {
        let pressed = ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10)
        });
        if pressed {
            let cursor = shown.selection.cursor;
            let card = shown.selection.cards.last().map(|card| Target::Card(*card));
            let rect = card
                .and_then(|card| target_rect(shown.scene, card))
                .or_else(|| cursor.and_then(|cursor| overlay::cursor_rect(shown.scene, cursor)));
            let part = cursor.map_or(Part::Body, overlay::part_of_cursor);
            let at = rect.map_or(self.view.rect.center(), |rect| {
                let rect = self.view.screen_rect(part, rect);
                self.view.rect.shrink(8.0).clamp(rect.left_bottom() + vec2(8.0, -4.0))
            });
            self.menu = Some(Menu::at(at));
        }
    }

    /// Shows the menu while it is open.
    pub(super) fn menu_ui(&mut self, ui: &Ui, shown: Shown<'_>, intents: &mut Vec<Intent>) {
        let Some(Menu { at, focus }) = self.menu else { return };
        let facts = insert::facts(shown.map, shown.selection);
        let place = match shown.selection.cursor {
            Some(Cursor::Cell { .. }) => Place::Cell,
            Some(Cursor::Link { .. } | Cursor::Branch { .. }) => Place::Line,
            Some(_) => Place::Heading,
            None => Place::Paper,
        };
        let commands = groups(place).flatten().filter(|command| belongs(*command, &facts));
        let entries = commands.map(|command| (name(command, place, shown.words, &facts), command.shortcut_text()));
        let width = width(ui, entries);
        let mut open = true;
        let mut first = focus;
        let id = egui::Id::unique("canvas-menu");
        Popup::new(id, ui.ctx().clone(), at, ui.layer_id())
            .kind(PopupKind::Menu)
            .width(width)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .open_bool(&mut open)
            .accessible_name(words!(shown.words, "canvas-menu"))
            .show(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 1.0;
                let mut ids = Vec::new();
                for group in groups(place) {
                    let group = group.into_iter().filter(|command| belongs(*command, &facts));
                    for (index, command) in group.enumerate() {
                        if index == 0 && !ids.is_empty() {
                            rule(ui, shown);
                        }
                        let response = entry(ui, shown, place, &facts, command);
                        if command.enabled(&facts) {
                            ids.push(response.id);
                            if std::mem::take(&mut first) {
                                response.request_focus();
                            }
                        }
                        if response.clicked() {
                            intents.push(Intent::Run(command));
                            ui.close();
                        }
                    }
                }
                roving::rove(ui, &ids);
            });
        // The pointer's button may still be down in the frame that opens it.
        self.menu = (open || focus).then_some(Menu { at, focus: false });
        if self.menu.is_none() {
            ui.memory_mut(|memory| memory.request_focus(super::editor::field_id()));
            ui.ctx().request_repaint();
        }
    }
}

/// What can't be done here at all isn't offered; what can't be done just now is shown grey.
fn belongs(command: Command, facts: &Facts) -> bool {
    match command {
        Command::MomentOfTruth
        | Command::InsertCard
        | Command::RemoveHere
        | Command::Duplicate
        | Command::LinkTo
        | Command::BranchTo
        | Command::SendToMap
        | Command::LockLane
        | Command::CollapseLane
        | Command::HideLane
        | Command::AnswerPain => command.enabled(facts),
        _ => true,
    }
}

/// What a command is called where it's plain what it is done to.
fn name(command: Command, place: Place, words: &Words, facts: &Facts) -> String {
    let (step, stage, lane) = (facts.in_step, facts.in_stage, facts.in_lane);
    // A cell is in both.
    let heading = place == Place::Heading && (step || stage || lane || facts.in_persona);
    match command {
        Command::InsertAfter if step => words!(words, "canvas-menu-step-after"),
        Command::InsertAfter if stage => words!(words, "canvas-menu-stage-after"),
        Command::InsertAfter if lane => words!(words, "canvas-menu-lane-after"),
        Command::InsertAfter if facts.in_persona => words!(words, "canvas-menu-persona-after"),
        Command::RemoveHere if step => Command::RemoveStep.name(words, facts),
        Command::RemoveHere if stage => Command::RemoveStage.name(words, facts),
        Command::RemoveHere if lane => Command::RemoveLane.name(words, facts),
        Command::RemoveHere if facts.in_persona && facts.headings > 1 => {
            words!(words, "canvas-menu-remove-personas", n = facts.headings)
        }
        Command::RemoveHere if facts.in_persona => words!(words, "canvas-menu-remove-persona"),
        Command::EditText if heading => words!(words, "outline-menu-rename"),
        Command::InsertCard => words!(words, "canvas-menu-card"),
        Command::InsertStep => words!(words, "canvas-menu-step"),
        Command::InsertStage => words!(words, "canvas-menu-stage"),
        Command::InsertLane => words!(words, "canvas-menu-lane"),
        Command::InsertPersona => words!(words, "canvas-menu-persona"),
        other => other.name(words, facts),
    }
}

fn entry(ui: &mut Ui, shown: Shown<'_>, place: Place, facts: &Facts, command: Command) -> egui::Response {
    let name = name(command, place, shown.words, facts);
    let keys = command.shortcut_text();
    let mut control = Control::text(&name).kind(Kind::Entry).role(Role::MenuItem).note(&keys);
    control = control.enabled(command.enabled(facts));
    let icon = if command.checked(facts) == Some(true) { "check" } else { command.entry().icon };
    if !icon.is_empty() {
        control = control.with_icon(icon);
    }
    let response = control.show(ui, shown.window);
    ui.ctx().accesskit_node_builder(response.id, |node| describe(node, shown.words, facts, command));
    response
}

/// A quiet line between groups.
fn rule(ui: &mut Ui, shown: Shown<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width().max(60.0), 9.0), egui::Sense::hover());
    let stroke = Stroke::new(1.0, shown.window.colors.border);
    ui.painter().hline(rect.left() + 6.0..=rect.right() - 6.0, rect.center().y, stroke);
}
