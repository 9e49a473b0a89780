//! Several headings at once: which they are, and what they share.

use eframe::egui::Ui;

use super::Subject;
use super::row::Row;
use crate::app::Intent;
use crate::app::command::Command;
use crate::app::hearing::selected;
use crate::app::look::{Control, Kind};
use crate::app::panels::form::Form;
use crate::app::panels::naming::{lane_icon, lane_name, step_name};
use crate::edit::{Cursor, Edit, LaneChange, Selection, StepChange};
use crate::model::{LaneId, StepId};
use crate::words;

impl Subject<'_> {
    /// Steps, stages, lanes or personas that are selected together.
    pub(super) fn headings(&self, ui: &mut Ui, form: &mut Form<'_>, chosen: &[Cursor]) {
        let words = self.words;
        let title = selected(words, self.map, self.selection).unwrap_or_default();
        self.heading(ui, "copy", self.look.colors.accent, &title, None);
        for heading in chosen {
            let Some((icon, text)) = self.named_heading(*heading) else { continue };
            let color = self.look.colors.weak;
            let row = Row { icon, color, text: &text, figure: "", remove: None, open: None };
            if ui.push_id(heading, |ui| self.row(ui, &row)).inner.0 {
                form.push(Intent::Show(Selection::at(*heading)));
            }
        }
        ui.add_space(6.0);
        let steps: Vec<StepId> =
            chosen.iter().filter_map(|one| if let Cursor::Step(id) = one { Some(*id) } else { None }).collect();
        let lanes: Vec<LaneId> =
            chosen.iter().filter_map(|one| if let Cursor::Lane(id) = one { Some(*id) } else { None }).collect();
        if !steps.is_empty() {
            let moments = steps.iter().filter_map(|id| self.map.step(*id)).map(|step| step.moment_of_truth);
            let label = words!(words, "inspector-headings-moment");
            self.all(ui, form, &label, &moments.collect::<Vec<_>>(), |on| {
                steps.iter().map(|id| Edit::SetStep(*id, StepChange::MomentOfTruth(on))).collect()
            });
        }
        if !lanes.is_empty() {
            let found: Vec<_> = lanes.iter().filter_map(|id| self.map.lane(*id)).collect();
            let set = |change: LaneChange| -> Vec<Edit> {
                lanes.iter().map(|id| Edit::SetLane(*id, change.clone())).collect()
            };
            let collapsed: Vec<bool> = found.iter().map(|lane| lane.collapsed).collect();
            self.all(ui, form, &words!(words, "inspector-collapsed"), &collapsed, |on| set(LaneChange::Collapsed(on)));
            let hidden: Vec<bool> = found.iter().map(|lane| lane.hidden).collect();
            self.all(ui, form, &words!(words, "inspector-hidden"), &hidden, |on| set(LaneChange::Hidden(on)));
            let locked: Vec<bool> = found.iter().map(|lane| lane.locked).collect();
            self.all(ui, form, &words!(words, "inspector-locked"), &locked, |on| set(LaneChange::Locked(on)));
        }
        ui.add_space(12.0);
        let n = chosen.len();
        let remove = match chosen.first() {
            Some(Cursor::Step(_)) => words!(words, "command-remove-steps", n = n),
            Some(Cursor::Stage(_)) => words!(words, "command-remove-stages", n = n),
            Some(Cursor::Lane(_)) => words!(words, "command-remove-lanes", n = n),
            _ => words!(words, "canvas-menu-remove-personas", n = n),
        };
        if Control::text(&remove).with_icon("trash-2").kind(Kind::Danger).show(ui, self.look).clicked() {
            form.push(Intent::Run(Command::RemoveHere));
        }
    }

    /// A check box for all of them; mixed where they differ.
    fn all(&self, ui: &mut Ui, form: &mut Form<'_>, label: &str, on: &[bool], edits: impl Fn(bool) -> Vec<Edit>) {
        let all = on.iter().all(|on| *on);
        let mixed = !all && on.contains(&true);
        form.check(ui, label, (!mixed).then_some(all), |on| Edit::All(edits(on)));
    }

    fn named_heading(&self, heading: Cursor) -> Option<(&'static str, String)> {
        Some(match heading {
            Cursor::Step(id) => ("footprints", step_name(self.map.step(id)?, self.words)),
            Cursor::Stage(id) => ("columns-3", self.map.stage(id)?.name.clone()),
            Cursor::Lane(id) => {
                let lane = self.map.lane(id)?;
                (lane_icon(lane.kind), lane_name(lane, self.words))
            }
            Cursor::Persona(id) => ("user", self.map.persona(id)?.name.clone()),
            _ => return None,
        })
    }
}
