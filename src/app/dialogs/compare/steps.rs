//! The steps of two maps beside each other: which belong together, and a list to say it by hand. Must not know how they are
//! matched.

use std::sync::Arc;

use eframe::egui::{Color32, Label, RichText, ScrollArea, Ui, vec2};

use super::CompareDialog;
use super::choose::{combo, entry};
use crate::app::look::{Look, TEXT, list_to_open, medium, regular};
use crate::i18n::Words;
use crate::insight::compare::{By, Pair};
use crate::model::{JourneyMap, StepId};
use crate::words;

impl CompareDialog {
    /// The steps of both maps beside each other, and what each of the first became.
    pub(super) fn steps(&mut self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        let Some((before, after)) = self.sides().map(|(a, b)| (Arc::clone(&a.map), Arc::clone(&b.map))) else { return };
        let Some(known) = &self.known else { return };
        let pairs = known.comparison.pairs.clone();
        let mut said = None;
        let area = ScrollArea::vertical().id_salt("steps").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let targets: Vec<(StepId, &str)> = after.steps().map(|(_, step)| (step.id, step.name.as_str())).collect();
            for pair in &pairs.steps {
                ui.push_id((pair.before, pair.after), |ui| {
                    let names = (name_of(&before, pair.before), name_of(&after, pair.after));
                    let chosen = pair_row(ui, look, words, pair, names, &targets);
                    said = said.or(chosen);
                    scores(ui, look, words, &pairs, (&before, &after), pair);
                });
            }
        });
        if let Some((step, other)) = said {
            self.by_hand.step(step, other);
            self.known = None;
        }
    }
}

fn name_of(map: &JourneyMap, step: Option<StepId>) -> Option<&str> {
    step.and_then(|id| map.step(id)).map(|step| step.name.as_str())
}

/// A pair of steps: their names, how they were found, and a list of what the first may have become instead.
fn pair_row(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    pair: &Pair<StepId>,
    names: (Option<&str>, Option<&str>),
    targets: &[(StepId, &str)],
) -> Option<(StepId, Option<StepId>)> {
    let colors = &look.colors;
    let (by, color) = match pair.by {
        Some(By::Hand) => (words!(words, "compare-by-hand"), colors.accent),
        Some(By::Id) => (words!(words, "compare-by-id"), colors.weak),
        Some(By::Name) => (words!(words, "compare-by-name"), colors.weak),
        Some(By::Rest) => (words!(words, "compare-by-rest"), colors.weak),
        None if pair.before.is_none() => (words!(words, "compare-added"), colors.text),
        None => (words!(words, "compare-cut"), colors.text),
    };
    let by = if pair.moved { format!("{by} · {}", words!(words, "compare-step-moved")) } else { by };
    let mut said = None;
    let width = ui.available_width();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let cell = |ui: &mut Ui, text: &str, color: Color32, share: f32| {
            ui.allocate_ui(vec2(width * share, crate::app::look::ROW), |ui| {
                ui.set_width(width * share);
                ui.add(Label::new(RichText::new(text).font(medium(TEXT)).color(color)).truncate());
            });
        };
        cell(ui, names.0.unwrap_or("–"), colors.text, 0.34);
        match pair.before {
            None => cell(ui, names.1.unwrap_or("–"), colors.text, 0.38),
            Some(step) => {
                ui.allocate_ui(vec2(width * 0.38, crate::app::look::ROW), |ui| {
                    ui.set_width(width * 0.38);
                    let nothing = words!(words, "compare-match-none");
                    let shown = names.1.unwrap_or(&nothing);
                    let id = combo(ui, look, ("match", step), shown, |ui| {
                        if entry(ui, look, &nothing, "x", pair.after.is_none()) {
                            said = Some((step, None));
                        }
                        for (target, name) in targets {
                            if entry(ui, look, name, "arrow-right", pair.after == Some(*target)) {
                                said = Some((step, Some(*target)));
                            }
                        }
                    });
                    let label = words!(words, "compare-match", step = names.0.unwrap_or_default());
                    list_to_open(ui.ctx(), id, &label, shown);
                });
            }
        }
        ui.add(Label::new(RichText::new(by).font(regular(12.0)).color(color)).truncate());
    });
    said
}

/// How each persona of both maps felt and feels at a pair of steps.
fn scores(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    pairs: &crate::insight::compare::Pairs,
    (before, after): (&JourneyMap, &JourneyMap),
    pair: &Pair<StepId>,
) {
    let mut parts = Vec::new();
    for persona in &pairs.personas {
        let Some((one, other)) = persona.before.zip(persona.after) else { continue };
        let shown = |map: &JourneyMap, step: Option<StepId>, persona| {
            let score = step.and_then(|id| map.step(id)).and_then(|step| step.score(persona).shown());
            score.map_or("–".to_owned(), |value| words.signed(value, 2))
        };
        let name = after.persona(other).map(|persona| persona.name.as_str()).unwrap_or_default();
        parts.push(format!("{name} {} → {}", shown(before, pair.before, one), shown(after, pair.after, other)));
    }
    if !parts.is_empty() {
        let text = RichText::new(parts.join("   ·   ")).font(regular(12.0)).color(look.colors.weak);
        ui.add(Label::new(text).wrap());
    }
    ui.add_space(4.0);
}
