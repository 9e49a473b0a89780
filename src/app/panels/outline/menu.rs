//! What can be done to a row of the outline, as a menu.

use eframe::egui::{Key, Modifiers, Popup, Response, Role, SetOpenCommand, Ui, vec2};

use super::{Outline, rows};
use crate::app::look::{Control, Kind};
use crate::app::roving;
use crate::edit::{Cursor, Edit, LaneChange, StepChange};
use crate::words;

/// The edit that removes what a row stands for.
pub(super) const fn removal(target: Cursor) -> Option<Edit> {
    match target {
        Cursor::Stage(id) => Some(Edit::RemoveStage(id)),
        Cursor::Step(id) => Some(Edit::RemoveStep(id)),
        Cursor::Lane(id) => Some(Edit::RemoveLane(id)),
        Cursor::Persona(id) => Some(Edit::RemovePersona(id)),
        _ => None,
    }
}

/// What was chosen of the menu.
enum Chosen {
    Rename,
    AddStep,
    Edit(Edit),
}

impl Outline<'_> {
    pub(super) fn menu(&mut self, response: &Response, target: Cursor) {
        let mut chosen = None;
        let keyed = response.has_focus()
            && response.ctx.input_mut(|input| {
                input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10)
            });
        let mut menu = Popup::context_menu(response);
        if keyed {
            menu = menu.open_memory(SetOpenCommand::Bool(true));
        }
        if keyed || self.state.menu == Some(target) {
            // Below the row, since no pointer is where it should be.
            menu = menu.at_position(response.rect.left_bottom() + vec2(12.0, -4.0));
        }
        let shown = menu.show(|ui| {
            ui.set_min_width(220.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            chosen = self.entries(ui, target, keyed);
            if chosen.is_some() {
                ui.close();
            }
        });
        if keyed {
            self.state.menu = Some(target);
        } else if shown.is_none() && self.state.menu == Some(target) {
            self.state.menu = None;
        }
        match chosen {
            Some(Chosen::Rename) => self.rename(target),
            Some(Chosen::AddStep) => {
                if let Cursor::Stage(stage) = target {
                    self.add_step(stage);
                }
            }
            Some(Chosen::Edit(edit)) => self.form.edit(edit),
            None => {}
        }
    }

    /// The entries; the first takes the keyboard if the menu was opened by key.
    fn entries(&self, ui: &mut Ui, target: Cursor, keyed: bool) -> Option<Chosen> {
        let (look, words) = (self.form.look, self.form.words);
        let mut chosen = None;
        let mut ids = Vec::new();
        let mut entry = |ui: &mut Ui, icon: &str, name: String, note: &str, does: Option<Chosen>| {
            let control = Control::text(&name).with_icon(icon).note(note).kind(Kind::Entry).enabled(does.is_some());
            let response = control.role(Role::MenuItem).show(ui, look);
            if does.is_some() {
                if keyed && ids.is_empty() {
                    response.request_focus();
                }
                ids.push(response.id);
            }
            if response.clicked() {
                chosen = does;
            }
        };
        entry(ui, "pencil", words!(words, "outline-menu-rename"), "F2", Some(Chosen::Rename));
        if let Cursor::Stage(_) = target {
            entry(ui, "plus", words!(words, "outline-menu-add-step"), "", Some(Chosen::AddStep));
        }
        if !matches!(target, Cursor::Phase(_)) {
            let up = rows::moved(self.map, target, false).map(Chosen::Edit);
            let down = rows::moved(self.map, target, true).map(Chosen::Edit);
            entry(ui, "chevron-up", words!(words, "outline-menu-up"), "Alt+↑", up);
            entry(ui, "chevron-down", words!(words, "outline-menu-down"), "Alt+↓", down);
        }
        if let Cursor::Step(id) = target
            && let Some(step) = self.map.step(id)
        {
            let name = if step.moment_of_truth {
                words!(words, "outline-menu-no-moment")
            } else {
                words!(words, "outline-menu-moment")
            };
            let edit = Edit::SetStep(id, StepChange::MomentOfTruth(!step.moment_of_truth));
            entry(ui, "star", name, "", Some(Chosen::Edit(edit)));
        }
        if let Cursor::Lane(id) = target
            && let Some(lane) = self.map.lane(id)
        {
            let set = |change| Some(Chosen::Edit(Edit::SetLane(id, change)));
            let (icon, name) = if lane.hidden {
                ("eye", words!(words, "outline-menu-show"))
            } else {
                ("eye-off", words!(words, "outline-menu-hide"))
            };
            entry(ui, icon, name, "", set(LaneChange::Hidden(!lane.hidden)));
            let (icon, name) = if lane.collapsed {
                ("chevron-down", words!(words, "outline-menu-expand"))
            } else {
                ("chevron-right", words!(words, "outline-menu-collapse"))
            };
            entry(ui, icon, name, "", set(LaneChange::Collapsed(!lane.collapsed)));
            let (icon, name) = if lane.locked {
                ("lock-open", words!(words, "outline-menu-unlock"))
            } else {
                ("lock", words!(words, "outline-menu-lock"))
            };
            entry(ui, icon, name, "", set(LaneChange::Locked(!lane.locked)));
        }
        if let Some(edit) = removal(target) {
            entry(ui, "trash-2", words!(words, "outline-menu-remove"), "", Some(Chosen::Edit(edit)));
        }
        roving::rove(ui, &ids);
        chosen
    }
}
