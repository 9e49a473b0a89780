//! The fields of a link between cards and of a branch between steps: its words, and what it joins.

use eframe::egui::Ui;

use super::Subject;
use super::row::Row;
use crate::app::Intent;
use crate::app::look::{Control, Kind};
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::{card_text, kind_icon, step_name};
use crate::edit::{Cursor, Edit, Selection, TextAt, connect};
use crate::model::{CardId, Lane, StepId};
use crate::words;

impl Subject<'_> {
    /// A link from a card to another one.
    pub(super) fn link(&self, ui: &mut Ui, form: &mut Form<'_>, from: CardId, to: CardId) {
        let words = self.words;
        let Some(link) = connect::link(self.map, from, to) else { return };
        self.heading(ui, "link", self.look.colors.accent, &words!(words, "inspector-line-link"), None);
        let lane =
            self.map.card(from).filter(|(step, _)| step.is_some()).and_then(|(_, card)| self.map.lane(card.lane));
        self.end(ui, form, &words!(words, "inspector-line-from"), from);
        self.end(ui, form, &words!(words, "inspector-line-to"), to);
        let locked: Vec<&Lane> = lane.filter(|lane| lane.locked).map(AsRef::as_ref).into_iter().collect();
        if !locked.is_empty() {
            self.unlock(ui, form, &locked);
        }
        form.text(ui, &words!(words, "inspector-line-words"), &link.label, Lines::One, |text| Edit::SetText {
            at: TextAt::LinkLabel(from, to),
            text,
        });
        let remove = words!(words, "inspector-line-remove-link");
        self.line_acts(ui, form, Cursor::Link { from, to }, &remove);
    }

    /// A branch from a step to another one.
    pub(super) fn branch(&self, ui: &mut Ui, form: &mut Form<'_>, from: StepId, to: StepId) {
        let words = self.words;
        let Some(branch) = connect::branch(self.map, from, to) else { return };
        self.heading(ui, "git-branch", self.look.colors.accent, &words!(words, "inspector-line-branch"), None);
        for (label, id) in [(words!(words, "inspector-line-from"), from), (words!(words, "inspector-line-to"), to)] {
            let Some(step) = self.map.step(id) else { continue };
            form.label(ui, &label);
            let text = step_name(step, words);
            let color = self.look.colors.weak;
            let row = Row { icon: "footprints", color, text: &text, figure: "", remove: None, open: None };
            if ui.push_id(("end", id), |ui| self.row(ui, &row)).inner.0 {
                form.push(Intent::Show(Selection::at(Cursor::Step(id))));
            }
        }
        form.text(ui, &words!(words, "inspector-line-when"), &branch.label, Lines::Wrapped, |text| Edit::SetText {
            at: TextAt::BranchLabel(from, to),
            text,
        });
        let remove = words!(words, "inspector-line-remove-branch");
        self.line_acts(ui, form, Cursor::Branch { from, to }, &remove);
    }

    /// A card at one of a link's ends, to go to.
    fn end(&self, ui: &mut Ui, form: &mut Form<'_>, label: &str, id: CardId) {
        let Some((at, card)) = self.map.card(id) else { return };
        form.label(ui, label);
        let text = card_text(self.map, card, self.words);
        let step = at.map(|step| step_name(step, self.words)).unwrap_or_default();
        let icon = kind_icon(card.content.kind());
        ui.push_id(("end", id), |ui| self.card_row(ui, form, icon, id, &text, &step, None));
    }

    /// What can be done to a link or branch.
    fn line_acts(&self, ui: &mut Ui, form: &mut Form<'_>, line: Cursor, remove: &str) {
        let words = self.words;
        ui.add_space(10.0);
        let swapped = connect::swap(self.map, line);
        let label = words!(words, "inspector-line-swap");
        let control = Control::text(&label).with_icon("arrow-left-right").kind(Kind::Outlined);
        let response = control.enabled(swapped.is_ok()).show(ui, self.look);
        match swapped {
            Ok(change) if response.clicked() => form.push(Intent::EditAndSelect(change.edit, change.selection)),
            Err(connect::Refusal::Already) => {
                form.hint(ui, &words!(words, "inspector-line-both"));
            }
            Err(connect::Refusal::Locked(_)) => {
                form.hint(ui, &words!(words, "inspector-lane-locked"));
            }
            _ => {}
        }
        ui.add_space(4.0);
        if Control::text(remove).with_icon("trash-2").kind(Kind::Danger).show(ui, self.look).clicked()
            && let Some(change) = connect::remove(self.map, line)
        {
            form.push(Intent::EditAndSelect(change.edit, change.selection));
        }
    }
}
