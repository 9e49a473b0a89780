//! The fields of a stage and of a step.

use eframe::egui::Ui;

use super::row::Row;
use super::{Subject, whole};
use crate::app::Intent;
use crate::app::panels::form::{Form, Found, Lines, Picked};
use crate::app::panels::naming::{color32, phase_name, step_name};
use crate::edit::{Cursor, Edit, Selection, StageChange, StepChange, TextAt};
use crate::insight::touchpoints;
use crate::layout::theme;
use crate::model::{Branch, PersonaId, Phase, Risk, StageId, Step, StepId};
use crate::words;

impl Subject<'_> {
    pub(super) fn stage(&self, ui: &mut Ui, form: &mut Form<'_>, id: StageId) {
        let words = self.words;
        let Some(stage) = self.map.stage(id) else { return };
        let hue = color32(theme::palette(self.look.theme).phase(stage.phase).text);
        self.heading(ui, "columns-3", hue, &words!(words, "inspector-stage"), None);
        let name = |text| Edit::SetText { at: TextAt::StageName(id), text };
        form.text(ui, &words!(words, "inspector-name"), &stage.name, Lines::Wrapped, name);
        let mut phases = vec![(None, words!(words, "inspector-no-phase"))];
        phases.extend(Phase::ALL.map(|phase| (Some(phase), phase_name(self.map, phase, words))));
        let label = words!(words, "inspector-phase");
        form.choice(ui, &label, &phases, stage.phase, |phase| Edit::SetStage(id, StageChange::Phase(phase)));
        let expected = stage.expected_touchpoints.map(f64::from);
        form.number(ui, &words!(words, "inspector-expected-touchpoints"), expected, |value| {
            Some(Edit::SetStage(id, StageChange::ExpectedTouchpoints(whole(value)?)))
        });
        let observed = stage.observed_touchpoints.map(f64::from);
        form.number(ui, &words!(words, "inspector-observed-by-analytics"), observed, |value| {
            Some(Edit::SetStage(id, StageChange::ObservedTouchpoints(whole(value)?)))
        });
        let count = words.number(touchpoints::of_stage(stage).in_use as f64, 0);
        form.hint(ui, &words!(words, "inspector-observed-touchpoints", count = count));
        let notes = |text| Edit::SetText { at: TextAt::StageNotes(id), text };
        form.text(ui, &words!(words, "inspector-notes"), &stage.notes, Lines::Many, notes);
    }

    /// The fields of a step; the scores of `first` stand first.
    pub(super) fn step(&self, ui: &mut Ui, form: &mut Form<'_>, id: StepId, first: Option<PersonaId>) {
        let words = self.words;
        let Some(step) = self.map.step(id) else { return };
        self.heading(ui, "footprints", self.look.colors.accent, &words!(words, "inspector-step"), None);
        let name = |text| Edit::SetText { at: TextAt::StepName(id), text };
        form.text(ui, &words!(words, "inspector-name"), &step.name, Lines::Wrapped, name);
        form.check(ui, &words!(words, "inspector-moment"), step.moment_of_truth, |on| {
            Edit::SetStep(id, StepChange::MomentOfTruth(on))
        });
        if !self.map.personas.is_empty() {
            self.group(ui, &words!(words, "inspector-scores"));
            let mut personas: Vec<_> = self.map.personas.iter().collect();
            personas.sort_by_key(|persona| Some(persona.id) != first);
            for persona in personas {
                ui.push_id(persona.id, |ui| self.score(ui, form, step, persona));
            }
        }
        self.readers_of_step(ui, step);
        self.group(ui, &words!(words, "inspector-time"));
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            let active = step.active_minutes.map(f64::from);
            form.number(left, &words!(words, "inspector-active"), active, |value| {
                Some(Edit::SetStep(id, StepChange::ActiveMinutes(whole(value)?)))
            });
            let waiting = step.waiting_minutes.map(f64::from);
            form.number(right, &words!(words, "inspector-waiting"), waiting, |value| {
                Some(Edit::SetStep(id, StepChange::WaitingMinutes(whole(value)?)))
            });
        });
        let risk = step.risk.clone().unwrap_or_default();
        let set = |risk: Risk| Edit::SetStep(id, StepChange::Risk((risk != Risk::default()).then_some(risk)));
        self.group(ui, &words!(words, "inspector-risk"));
        let worst = |text| set(Risk { worst_case: text, ..risk.clone() });
        form.text(ui, &words!(words, "inspector-worst-case"), &risk.worst_case, Lines::Wrapped, worst);
        let answer = |text| set(Risk { answer: text, ..risk.clone() });
        form.text(ui, &words!(words, "inspector-answer"), &risk.answer, Lines::Wrapped, answer);
        self.branches(ui, form, step);
        self.group(ui, &words!(words, "inspector-more"));
        form.number(ui, &words!(words, "inspector-width"), step.width.map(f64::from), |width| match width {
            None => Some(Edit::SetStep(id, StepChange::Width(None))),
            Some(width) if (1.0..=4000.0).contains(&width) => {
                Some(Edit::SetStep(id, StepChange::Width(Some(width.round() as u16))))
            }
            Some(_) => None,
        });
        let notes = |text| Edit::SetText { at: TextAt::StepNotes(id), text };
        form.text(ui, &words!(words, "inspector-notes"), &step.notes, Lines::Many, notes);
    }

    /// Where else the journey may go from a step, and when.
    fn branches(&self, ui: &mut Ui, form: &mut Form<'_>, step: &Step) {
        let words = self.words;
        self.group(ui, &words!(words, "inspector-branches"));
        let set = |branches: Vec<Branch>| Edit::SetStep(step.id, StepChange::Branches(branches));
        let columns: Vec<&std::sync::Arc<Step>> = self.map.steps().map(|(_, step)| step).collect();
        let at = |id: StepId| columns.iter().position(|other| other.id == id);
        for (place, branch) in step.branches.iter().enumerate() {
            let Some(to) = self.map.step(branch.to) else { continue };
            let text = step_name(to, words);
            let back = at(to.id) <= at(step.id);
            let icon = if back { "undo-2" } else { "git-branch" };
            let remove = words!(words, "inspector-remove", name = text.clone());
            let color = self.look.colors.weak;
            ui.push_id(("branch", place), |ui| {
                let row = Row { icon, color, text: &text, figure: "", remove: Some(&remove), open: None };
                let (open, removed) = self.row(ui, &row);
                if open {
                    form.push(Intent::Show(Selection::at(Cursor::Step(to.id))));
                }
                if removed {
                    let mut branches = step.branches.clone();
                    branches.remove(place);
                    form.edit(set(branches));
                }
                let label = words!(words, "inspector-branch-label", name = text.clone());
                let hint = words!(words, "inspector-branch-hint");
                form.bare_text(ui, &label, &branch.label, Lines::Wrapped, &hint, |text| {
                    let mut branches = step.branches.clone();
                    if let Some(branch) = branches.get_mut(place) {
                        branch.label = text;
                    }
                    set(branches)
                });
            });
        }
        let entries = |_: &str| -> Vec<Found<StepId>> {
            let found = self.map.steps().map(|(stage, other)| {
                let icon = if at(other.id) <= at(step.id) { "undo-2" } else { "git-branch" };
                Found::new(other.id, icon, step_name(other, words)).noted(stage.name.clone())
            });
            found.collect()
        };
        if let Some(Picked::Found(to)) = form.adder(ui, &words!(words, "inspector-add-branch"), entries, None) {
            let mut branches = step.branches.clone();
            branches.push(Branch { to, label: String::new() });
            form.edit(set(branches));
        }
    }
}
