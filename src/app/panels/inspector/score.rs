//! How a persona feels at a step.

use eframe::egui::{Label, RichText, Ui};

use super::Subject;
use crate::app::look::{Control, medium, regular};
use crate::app::panels::form::{Form, Slide};
use crate::app::panels::naming::persona_color;
use crate::edit::Edit;
use crate::insight::band;
use crate::layout::plots::say;
use crate::model::{Emotion, Measured, Persona, Score, ScoreState, Step};
use crate::words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Unknown,
    NotInvolved,
    Scored,
}

impl Subject<'_> {
    pub(super) fn score(&self, ui: &mut Ui, form: &mut Form<'_>, step: &Step, persona: &Persona) {
        let words = self.words;
        let score = step.score(persona.id);
        let hue = persona_color(self.map, persona.id, self.look.theme);
        let set = |score: Score| Edit::SetScore { step: step.id, persona: persona.id, score };
        let known = match score.state {
            ScoreState::Unknown => Known::Unknown,
            ScoreState::NotInvolved => Known::NotInvolved,
            ScoreState::Scored { .. } => Known::Scored,
        };
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(eframe::egui::Vec2::splat(12.0), eframe::egui::Sense::hover());
            ui.painter().circle_filled(rect.center(), 5.0, hue);
            ui.add(Label::new(RichText::new(&persona.name).font(medium(13.0)).color(self.look.colors.text)).wrap());
        });
        let options = [
            (Known::Scored, words!(words, "score-scored")),
            (Known::Unknown, words!(words, "score-unknown")),
            (Known::NotInvolved, words!(words, "score-not-involved")),
        ];
        let label = words!(words, "inspector-score-state", name = persona.name.clone());
        form.bare_choice(ui, &label, &options, known, |known| {
            let state = match known {
                Known::Unknown => ScoreState::Unknown,
                Known::NotInvolved => ScoreState::NotInvolved,
                Known::Scored => Score::believed(Emotion::default()).state,
            };
            set(Score { state, ..score })
        });
        if let ScoreState::Scored { believed, measured, validated } = score.state {
            let label = words!(words, "inspector-believed", name = persona.name.clone());
            form.label(ui, &words!(words, "inspector-believed-short"));
            self.emotion_row(ui, form, &label, believed, hue, |believed| {
                // A score with neither is none: it is unknown.
                let state = match (believed, measured) {
                    (None, None) => ScoreState::Unknown,
                    _ => ScoreState::Scored { believed, measured, validated },
                };
                set(Score { state, ..score })
            });
            if let Some(measured) = measured {
                self.measured(ui, &measured);
            }
            let label = words!(words, "inspector-validated", name = persona.name.clone());
            form.check(ui, &label, validated, |validated| {
                set(Score { state: ScoreState::Scored { believed, measured, validated }, ..score })
            });
        }
        if known != Known::NotInvolved {
            let label = words!(words, "inspector-expected", name = persona.name.clone());
            form.label(ui, &words!(words, "inspector-expected-short"));
            let weak = self.look.colors.weak;
            self.emotion_row(ui, form, &label, score.expected, weak, |expected| set(Score { expected, ..score }));
        }
    }

    /// A slider with a face, and its figure.
    pub(super) fn emotion_row(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        label: &str,
        value: Option<Emotion>,
        color: eframe::egui::Color32,
        edit: impl Fn(Option<Emotion>) -> Edit,
    ) {
        let said = value.map_or_else(|| "–".to_owned(), |value| self.words.signed(value.value(), 2));
        ui.horizontal(|ui| {
            let figure = 44.0 + 28.0;
            let slide = Slide {
                value: value.map(Emotion::value),
                low: -2.0,
                high: 2.0,
                step: 0.1,
                key_step: 0.5,
                origin: 0.0,
                color,
                face: true,
                said: said.clone(),
                width: Some((ui.available_width() - figure - 8.0).max(80.0)),
            };
            form.slider(ui, label, &slide, |value| Some(edit(value.map(Emotion::clamped))));
            ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let out = words!(self.words, "inspector-clear", name = label.to_owned());
                if value.is_none() {
                    ui.add_space(28.0);
                } else if Control::icon("x", &out).show(ui, self.look).clicked() {
                    form.edit(edit(None));
                }
                ui.label(RichText::new(said).font(medium(13.0)).color(self.look.colors.text));
            });
        });
    }

    /// What customers answered, with how many they were.
    pub(super) fn measured(&self, ui: &mut Ui, measured: &Measured) {
        let text = say::measured(measured.mean, measured.n, band(measured), self.words);
        ui.add(Label::new(RichText::new(text).font(regular(12.5)).color(self.look.colors.text)).wrap());
        let source = measured.evidence.and_then(|id| self.map.evidence.iter().find(|evidence| evidence.id == id));
        if let Some(source) = source {
            ui.add(Label::new(RichText::new(&source.name).font(regular(12.0)).color(self.look.colors.weak)).wrap());
        }
    }
}
