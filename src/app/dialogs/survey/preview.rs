//! What will come in, what moves, and what is left out and why.

use eframe::egui::{Color32, Frame, Label, Margin, ProgressBar, RichText, Stroke, Ui};

use super::work::Work;
use super::{SurveyDialog, weak};
use crate::app::dialogs::beside::scrolled;
use crate::app::look::{Look, TEXT, Tip as _, medium, regular, section};
use crate::i18n::Words;
use crate::import::survey::say::{examples, measured_words, problems, summary, why_words};
use crate::import::survey::{LeftOut, Moved, Why};
use crate::words;

/// So many scores are listed.
const MOST: usize = 400;

impl SurveyDialog {
    pub(super) fn preview(&self, ui: &mut Ui, look: &Look, words: &Words, height: f32) {
        section(ui, look, &words!(words, "dialog-survey-preview"));
        let frame = Frame::new().fill(look.colors.panel).stroke(Stroke::new(1.0, look.colors.border));
        frame.corner_radius(6).inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
            scrolled(ui, "survey-preview", height - 44.0, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                self.progress(ui, words);
                self.found(ui, look, words);
            });
        });
    }

    /// How far it is, where it takes long.
    fn progress(&self, ui: &mut Ui, words: &Words) {
        if let Some(work) = self.work.as_ref().filter(|work| work.is_long()) {
            let name = words!(words, "dialog-survey-counting");
            let bar = ui.add(ProgressBar::new(work.share()).text(name.clone()));
            ui.ctx().accesskit_node_builder(bar.id, |node| node.set_label(name));
        }
    }

    fn found(&self, ui: &mut Ui, look: &Look, words: &Words) {
        if let Some(failure) = self.failure.as_ref().filter(|_| !self.is_counting()) {
            line(ui, failure, look.colors.danger);
            return;
        }
        let Some((wiring, answers, incoming)) = self.counted.as_ref().and_then(|counted| counted.result.as_ref())
        else {
            weak(ui, look, words!(words, "dialog-survey-nothing-yet"));
            return;
        };
        let said = summary(incoming, answers.counted, answers.rows, words);
        ui.add(Label::new(RichText::new(said).font(medium(TEXT)).color(look.colors.text)).wrap());
        let several = wiring.personas.len() > 1;
        for moved in incoming.scores.iter().take(MOST) {
            self.score(ui, look, words, moved, several);
        }
        for metric in &incoming.metrics {
            let value = metric.after.map_or_else(String::new, |value| words.number_up_to(value, 2));
            let (name, n) = (metric.name.as_str(), words.count(metric.n));
            let said = match metric.before {
                Some(before) => {
                    let before = words.number_up_to(before, 2);
                    words!(words, "survey-metric-moved", name = name, value = value, n = n, before = before)
                }
                None => words!(words, "survey-metric-new", name = name, value = value, n = n),
            };
            line(ui, &said, look.colors.text);
        }
        let problems = problems(wiring, words);
        if !problems.is_empty() {
            section(ui, look, &words!(words, "dialog-survey-problems"));
            for problem in problems {
                line(ui, &problem, look.colors.warning);
            }
        }
        if !answers.left_out.is_empty() {
            ui.add_space(4.0);
            section(ui, look, &words!(words, "dialog-survey-left-out"));
            for left in &answers.left_out {
                self.left_out(ui, look, words, left);
            }
        }
    }

    fn is_counting(&self) -> bool {
        self.work.as_ref().is_some_and(Work::is_long)
    }

    /// A score that comes in, and what it was.
    fn score(&self, ui: &mut Ui, look: &Look, words: &Words, moved: &Moved, several: bool) {
        let name = if several {
            let persona = self.map.persona(moved.persona).map(|persona| persona.name.as_str()).unwrap_or_default();
            format!("{} · {persona}", moved.name)
        } else {
            moved.name.clone()
        };
        ui.add(Label::new(RichText::new(name).font(medium(12.5)).color(look.colors.text)).truncate());
        let none = || words!(words, "survey-none");
        let after = moved.after.as_ref().map_or_else(none, |measured| measured_words(measured, words));
        line(ui, &after, look.colors.text);
        if let Some(before) = &moved.before {
            let change = moved.after.map(|after| after.mean - before.mean);
            let before = measured_words(before, words);
            let said = match change {
                Some(change) => {
                    words!(words, "dialog-survey-before-change", before = before, change = words.signed(change, 2))
                }
                None => words!(words, "dialog-survey-before", before = before),
            };
            let color = match change {
                Some(change) if change <= -0.005 => look.colors.danger,
                Some(change) if change >= 0.005 => look.colors.success,
                _ => look.colors.weak,
            };
            line(ui, &said, color);
        }
    }

    fn left_out(&self, ui: &mut Ui, look: &Look, words: &Words, left: &LeftOut) {
        let why = why_words(left.why, &self.mapping, words);
        let said = words!(words, "dialog-survey-left", why = why, count = words.count(left.count));
        // An empty cell is nobody's slip.
        let color = match left.why {
            Why::Empty(_) | Why::Code(_) | Why::Excluded(_) => look.colors.weak,
            Why::TooLong | Why::Weight | Why::NoPersona | Why::OffScale(_) | Why::Unreadable(_) => look.colors.text,
        };
        let shown = examples(left, words);
        let response = line(ui, &said, color);
        if !shown.is_empty() {
            if matches!(left.why, Why::Code(_)) {
                response.with_tip(shown);
            } else {
                line(ui, &shown, look.colors.weak);
            }
        }
    }
}

fn line(ui: &mut Ui, text: &str, color: Color32) -> eframe::egui::Response {
    ui.add(Label::new(RichText::new(text).font(regular(12.5)).color(color)).wrap())
}
