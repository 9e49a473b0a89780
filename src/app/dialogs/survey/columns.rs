//! The columns of a file of answers: what each is about, how its answers become scores, which codes are no answers.

use eframe::egui::{DragValue, Label, RichText, Ui, vec2};

use super::{SurveyDialog, typed, weak};
use crate::app::look::{
    Control, Look, TEXT, Tip as _, field, hinted_text_field, list, medium, regular, section, segmented, text_field,
};
use crate::i18n::Words;
use crate::import::survey::say::scale_words;
use crate::import::survey::{ColumnProfile, scale_of};
use crate::model::{
    AnswerScale, ColumnUse, Content, Emotion, JourneyMap, LabelScore, Named, SurveyFigure, SurveyTarget,
};
use crate::words;

/// Scales that are offered: worst and best.
const SCALES: [(f64, f64); 7] = [(1.0, 5.0), (5.0, 1.0), (1.0, 7.0), (7.0, 1.0), (0.0, 10.0), (1.0, 10.0), (10.0, 0.0)];

/// What a person did with a use.
enum Act {
    Drop(usize),
    Again(usize),
    Add(String, SurveyTarget),
}

impl SurveyDialog {
    /// All columns, those that come in first.
    pub(super) fn columns(&mut self, ui: &mut Ui, look: &Look, words: &Words) {
        let Some((_, profile)) = &self.table else {
            if self.failure.is_none() {
                weak(ui, look, words!(words, "dialog-survey-looking"));
            }
            return;
        };
        let profile = profile.clone();
        let targets = targets(&self.map, words);
        let matched = self.mapping.columns.len();
        let total = profile.columns.len();
        let names = [
            words!(words, "dialog-survey-matched", n = words.number(matched as f64, 0)),
            words!(words, "dialog-survey-all", n = words.number(total as f64, 0)),
        ];
        let label = words!(words, "dialog-survey-which-columns");
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        if let Some(place) = segmented(ui, look, &label, &names, Some(usize::from(self.all))) {
            self.all = place == 1;
        }
        if matched == 0 {
            weak(ui, look, words!(words, "dialog-survey-none-matched"));
        }
        if matched > 0 {
            captions(ui, look, words);
        }
        let mut act = None;
        for place in 0..matched {
            self.matched(ui, look, words, (place, &profile.columns, &targets), &mut act);
        }
        if self.all {
            for column in &profile.columns {
                if self.mapping.columns.iter().all(|known| known.column != column.name) {
                    unmatched(ui, look, words, column, &targets, &mut act);
                }
            }
        }
        field(ui, look, &words!(words, "dialog-survey-shared-codes"), |ui| {
            let name = words!(words, "dialog-survey-shared-codes");
            if text_field(ui, look, &name, &mut self.shared_codes).changed() {
                self.mapping.no_answer = typed(&self.shared_codes);
                self.own = true;
            }
        });
        self.act(act, &profile.columns);
    }

    fn act(&mut self, act: Option<Act>, columns: &[ColumnProfile]) {
        match act {
            None => return,
            Some(Act::Drop(place)) => {
                self.mapping.columns.remove(place);
                self.codes.remove(place);
            }
            Some(Act::Again(place)) => {
                let Some(column) = self.mapping.columns.get(place) else { return };
                let figure = SurveyFigure::Csat;
                let target = SurveyTarget::Metric { figure, name: figure.name().to_owned() };
                let again = ColumnUse { target, ..column.clone() };
                let codes = self.codes.get(place).cloned().unwrap_or_default();
                self.mapping.columns.insert(place + 1, again);
                self.codes.insert(place + 1, codes);
            }
            Some(Act::Add(name, target)) => {
                let found = columns.iter().find(|column| column.name == name).and_then(scale_of);
                let (scale, no_answer) = found.unwrap_or((AnswerScale::Numbers { worst: 1.0, best: 5.0 }, Vec::new()));
                let no_answer: Vec<String> =
                    no_answer.into_iter().filter(|code| !self.mapping.no_answer.contains(code)).collect();
                if matches!(&target, SurveyTarget::Step(named) if named.id.is_none()) {
                    self.mapping.add_steps = true;
                }
                self.codes.push(no_answer.join(", "));
                self.mapping.columns.push(ColumnUse { column: name, target, scale, no_answer });
            }
        }
        self.changed();
    }

    /// A column that comes in.
    fn matched(
        &mut self,
        ui: &mut Ui,
        look: &Look,
        words: &Words,
        (place, columns, targets): (usize, &[ColumnProfile], &[Offer]),
        act: &mut Option<Act>,
    ) {
        let Some(column) = self.mapping.columns.get_mut(place) else { return };
        let heading = column.column.clone();
        let mut changed = false;
        ui.push_id(("use", place), |ui| {
            heading_line(ui, look, words, &heading, columns.iter().find(|known| known.name == heading));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let [about, scale_width, codes] = widths(ui);
                sized(ui, about, |ui| {
                    let label = words!(words, "dialog-survey-target", column = heading.as_str());
                    let current = targets.iter().position(|offer| offer.is(&column.target));
                    let mut entries: Vec<(Option<&str>, &str)> =
                        targets.iter().map(|offer| (Some(offer.icon), offer.name.as_str())).collect();
                    let own = target_name(&column.target);
                    // Something that this map hasn't, or that is new in it.
                    let current = current.unwrap_or_else(|| {
                        entries.push((Some("plus"), own.as_str()));
                        entries.len() - 1
                    });
                    if let Some(chosen) = list(ui, look, &label, &entries, Some(current))
                        && let Some(offer) = targets.get(chosen)
                    {
                        match &offer.target {
                            Some(target) => column.target = target.clone(),
                            None => *act = Some(Act::Drop(place)),
                        }
                        changed = true;
                    }
                });
                sized(ui, scale_width, |ui| changed |= scale(ui, look, words, &heading, column, columns));
                sized(ui, codes, |ui| {
                    let name = words!(words, "dialog-survey-codes", column = heading.as_str());
                    if let Some(text) = self.codes.get_mut(place) {
                        let hint = words!(words, "dialog-survey-codes-hint");
                        let field = hinted_text_field(ui, look, &name, &hint, text);
                        if field.changed() {
                            column.no_answer = typed(text);
                            changed = true;
                        }
                        field.with_tip(words!(words, "dialog-survey-codes-tip"));
                    }
                });
                let again = words!(words, "dialog-survey-again", column = heading.as_str());
                if Control::icon("plus", &again).show(ui, look).clicked() {
                    *act = Some(Act::Again(place));
                }
                let drop = words!(words, "dialog-survey-drop", column = heading.as_str());
                if Control::icon("x", &drop).show(ui, look).clicked() {
                    *act = Some(Act::Drop(place));
                }
            });
            changed |= details(ui, look, words, &heading, &mut column.scale);
            if let SurveyTarget::Metric { name, .. } = &mut column.target {
                ui.horizontal(|ui| {
                    section(ui, look, &words!(words, "dialog-survey-metric-name"));
                    let label = words!(words, "dialog-survey-metric-name-of", column = heading.as_str());
                    changed |= text_field(ui, look, &label, name).changed();
                });
            }
        });
        if changed {
            self.own = true;
        }
    }
}

/// How wide what a column is about, its scale and its codes are; two buttons stand behind them.
fn widths(ui: &Ui) -> [f32; 3] {
    let room = ui.available_width() - 2.0 * 34.0 - 12.0;
    [0.42, 0.34, 0.24].map(|share| room * share)
}

/// What stands over the three fields of the columns that come in.
fn captions(ui: &mut Ui, look: &Look, words: &Words) {
    let names = [
        words!(words, "dialog-survey-caption-about"),
        words!(words, "dialog-survey-caption-scale"),
        words!(words, "dialog-survey-caption-codes"),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (name, width) in names.iter().zip(widths(ui)) {
            ui.allocate_ui(vec2(width, 16.0), |ui| {
                ui.set_width(width);
                ui.add(Label::new(RichText::new(name).font(medium(12.0)).color(look.colors.weak)).truncate());
            });
        }
    });
}

/// Something of exactly this width.
fn sized(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(vec2(width, 28.0), |ui| {
        ui.set_width(width);
        add(ui);
    });
}

/// The heading of a column, and what stands in it.
fn heading_line(ui: &mut Ui, look: &Look, words: &Words, heading: &str, column: Option<&ColumnProfile>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(heading).font(medium(TEXT)).color(look.colors.text));
        let text = match column {
            Some(column) => {
                let values = column.values.iter().take(8).map(|(text, count)| {
                    let short: String = text.chars().take(24).collect();
                    format!("{short} ×{}", words.number(*count as f64, 0))
                });
                let shown = values.collect::<Vec<_>>().join("   ");
                if column.values.len() > 8 || column.many { format!("{shown}  …") } else { shown }
            }
            None => words!(words, "dialog-survey-not-in-file"),
        };
        let color = if column.is_some() { look.colors.weak } else { look.colors.warning };
        ui.add(Label::new(RichText::new(text).font(regular(11.5)).color(color)).truncate());
    });
}

/// A column that doesn't come in.
fn unmatched(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    column: &ColumnProfile,
    targets: &[Offer],
    act: &mut Option<Act>,
) {
    ui.push_id(("column", &column.name), |ui| {
        heading_line(ui, look, words, &column.name, Some(column));
        sized(ui, (ui.available_width() - 80.0) * 0.42, |ui| {
            let label = words!(words, "dialog-survey-target", column = column.name.as_str());
            let new = words!(words, "dialog-survey-new-step", name = column.name.as_str());
            let mut entries: Vec<(Option<&str>, &str)> =
                targets.iter().map(|offer| (Some(offer.icon), offer.name.as_str())).collect();
            entries.insert(1, (Some("plus"), new.as_str()));
            let Some(chosen) = list(ui, look, &label, &entries, Some(0)) else { return };
            let target = match chosen {
                1 => Some(SurveyTarget::Step(Named::new(column.name.clone()))),
                place => targets.get(place - 1).and_then(|offer| offer.target.clone()),
            };
            *act = target.map(|target| Act::Add(column.name.clone(), target));
        });
    });
}

/// The scale of a column. Whether it was changed.
fn scale(
    ui: &mut Ui,
    look: &Look,
    words: &Words,
    heading: &str,
    column: &mut ColumnUse,
    columns: &[ColumnProfile],
) -> bool {
    let mut scales: Vec<AnswerScale> = SCALES.map(|(worst, best)| AnswerScale::Numbers { worst, best }).to_vec();
    scales.push(AnswerScale::Recommendation);
    let mut names: Vec<String> = scales.iter().map(|scale| scale_words(scale, words)).collect();
    let labels = match &column.scale {
        AnswerScale::Labels(labels) => labels.clone(),
        AnswerScale::Numbers { .. } | AnswerScale::Recommendation => {
            let values = columns.iter().find(|known| known.name == heading).map(|column| column.values.clone());
            let label = |(text, _): (String, u64)| LabelScore { text, score: Emotion::default() };
            values.unwrap_or_default().into_iter().take(12).map(label).collect()
        }
    };
    names.push(words!(words, "survey-scale-words"));
    scales.push(AnswerScale::Labels(labels));
    let place = match &column.scale {
        AnswerScale::Labels(_) => Some(scales.len() - 1),
        scale => scales.iter().position(|known| known == scale),
    };
    names.push(words!(words, "dialog-survey-own-scale"));
    let place = place.unwrap_or(names.len() - 1);
    let label = words!(words, "dialog-survey-scale", column = heading);
    let entries: Vec<(Option<&str>, &str)> = names.iter().map(|name| (None, name.as_str())).collect();
    let Some(chosen) = list(ui, look, &label, &entries, Some(place)) else { return false };
    column.scale = match scales.get(chosen) {
        Some(scale) => scale.clone(),
        None => AnswerScale::Numbers { worst: 0.0, best: 100.0 },
    };
    true
}

/// What a scale needs to be said besides: its ends, or what each word feels like. Whether it was changed.
fn details(ui: &mut Ui, look: &Look, words: &Words, heading: &str, scale: &mut AnswerScale) -> bool {
    let mut changed = false;
    match scale {
        AnswerScale::Numbers { worst, best } if !SCALES.contains(&(*worst, *best)) => {
            ui.horizontal(|ui| {
                let ends = [
                    (words!(words, "dialog-survey-worst", column = heading), worst),
                    (words!(words, "dialog-survey-best", column = heading), best),
                ];
                for (name, value) in ends {
                    section(ui, look, &name);
                    let drag = ui.add(DragValue::new(value).speed(1.0));
                    ui.ctx().accesskit_node_builder(drag.id, |node| node.set_label(name.as_str()));
                    changed |= drag.changed();
                }
            });
        }
        AnswerScale::Labels(labels) => {
            for label in labels {
                ui.horizontal(|ui| {
                    let mut value = label.score.value();
                    let drag = ui.add(DragValue::new(&mut value).range(-2.0..=2.0).speed(0.05).fixed_decimals(2));
                    let name = words!(words, "dialog-survey-word-score", text = label.text.as_str());
                    ui.ctx().accesskit_node_builder(drag.id, |node| node.set_label(name.as_str()));
                    if drag.changed() {
                        label.score = Emotion::clamped(value);
                        changed = true;
                    }
                    let text = RichText::new(&label.text).font(regular(TEXT)).color(look.colors.text);
                    ui.add(Label::new(text).truncate());
                });
            }
        }
        AnswerScale::Numbers { .. } | AnswerScale::Recommendation => {}
    }
    changed
}

/// Something of the map that a column can be about.
pub(super) struct Offer {
    name: String,
    icon: &'static str,
    /// None: the column is left alone.
    target: Option<SurveyTarget>,
}

impl Offer {
    fn is(&self, target: &SurveyTarget) -> bool {
        match (&self.target, target) {
            (Some(SurveyTarget::Step(a)), SurveyTarget::Step(b)) => a.id == b.id && a.id.is_some(),
            (Some(SurveyTarget::Touchpoint { card: a, .. }), SurveyTarget::Touchpoint { card: b, .. }) => {
                a.id == b.id && a.id.is_some()
            }
            (Some(SurveyTarget::Metric { figure: a, .. }), SurveyTarget::Metric { figure: b, .. }) => a == b,
            _ => false,
        }
    }
}

fn target_name(target: &SurveyTarget) -> String {
    match target {
        SurveyTarget::Step(step) => step.name.clone(),
        SurveyTarget::Touchpoint { card, step } => format!("{} › {}", step.name, card.name),
        SurveyTarget::Metric { name, .. } => name.clone(),
    }
}

fn targets(map: &JourneyMap, words: &Words) -> Vec<Offer> {
    let nothing = Offer { name: words!(words, "dialog-survey-nothing"), icon: "minus", target: None };
    let mut offers = vec![nothing];
    let mut add = |icon, target: SurveyTarget| {
        offers.push(Offer { name: target_name(&target), icon, target: Some(target) });
    };
    for figure in SurveyFigure::ALL {
        add("gauge", SurveyTarget::Metric { figure, name: figure.name().to_owned() });
    }
    for (_, step) in map.steps() {
        let at = Named::known(step.name.clone(), step.id);
        add("footprints", SurveyTarget::Step(at.clone()));
        for card in &step.cards {
            if matches!(card.content, Content::Touchpoint(_)) && !card.text.trim().is_empty() {
                let card = Named::known(card.text.clone(), card.id);
                add("hand", SurveyTarget::Touchpoint { card, step: at.clone() });
            }
        }
    }
    offers
}
