//! The fields of an opportunity and of a picture.

use eframe::egui::{self, Ui, vec2};

use super::parts::Parts;
use super::{Room, Subject};
use crate::app::look::{Control, Kind};
use crate::app::panels::form::{Form, Found, Lines, Picked, Square};
use crate::app::panels::naming::{color32, opportunity_state_word, step_name};
use crate::app::panels::picture;
use crate::app::{Intent, PictureFor};
use crate::edit::Edit;
use crate::insight;
use crate::layout::theme;
use crate::model::{Card, CardId, ContentKind, Grade, Image, Importance, Opportunity, OpportunityState};
use crate::words;

impl Subject<'_> {
    pub(super) fn opportunity(&self, ui: &mut Ui, form: &mut Form<'_>, parts: &Parts<'_, Opportunity>) {
        let words = self.words;
        self.impact_and_effort(ui, form, parts);
        let states = OpportunityState::ALL.map(|state| (state, opportunity_state_word(state, words)));
        let state = parts.same(|opportunity| opportunity.state);
        form.choice(ui, &words!(words, "inspector-progress"), &states, state, |state| {
            parts.set(|opportunity| opportunity.state = state)
        });
        let due = parts.same(|opportunity| opportunity.due);
        form.mixed(due.is_none()).date(ui, &words!(words, "inspector-due"), due.flatten(), |due| {
            parts.set(|opportunity| opportunity.due = due)
        });
        let importance = parts.same(|opportunity| opportunity.importance);
        let value = importance.flatten().map(|importance| f64::from(importance.value()));
        let label = words!(words, "inspector-importance");
        form.mixed(importance.is_none()).number(ui, &label, value, |value| match value {
            None => Some(parts.set(|opportunity| opportunity.importance = None)),
            Some(value) if (0.0..=10.0).contains(&value) && value.fract() == 0.0 => {
                let importance = Importance::new(value as u8).ok();
                Some(parts.set(|opportunity| opportunity.importance = importance))
            }
            Some(_) => None,
        });
        if let Some((card, opportunity)) = parts.only() {
            if let Some(score) = insight::opportunity::score(self.map, card.id) {
                let score = words.number(score, 1);
                form.hint(ui, &words!(words, "inspector-opportunity-score", score = score));
            }
            self.answers(ui, form, parts, opportunity);
        }
    }

    /// Both grades: a place in the square, and each in dots.
    fn impact_and_effort(&self, ui: &mut Ui, form: &mut Form<'_>, parts: &Parts<'_, Opportunity>) {
        let words = self.words;
        let green = color32(theme::palette(self.look.theme).opportunity.bar);
        let (impact, effort) = (parts.same(|part| part.impact), parts.same(|part| part.effort));
        let (up, across) = (impact.flatten().map(Grade::value), effort.flatten().map(Grade::value));
        let axes = [words!(words, "inspector-impact"), words!(words, "inspector-effort")];
        let figure = |grade: Option<u8>, known: bool| match (grade, known) {
            (Some(grade), _) => words.number(f64::from(grade), 0),
            (None, true) => "–".to_owned(),
            (None, false) => words!(words, "inspector-mixed"),
        };
        let said = words!(
            words,
            "inspector-square-at",
            impact = figure(up, impact.is_some()),
            effort = figure(across, effort.is_some())
        );
        let grade = |grade: Option<u8>| grade.and_then(|grade| Grade::new(grade).ok());
        ui.add_space(4.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            // Beside it stand the dots.
            let width = ui.available_width() - 12.0 - 104.0;
            let square = Square { up, across, axes: [&axes[0], &axes[1]], said: &said, width, color: green };
            form.square(ui, &words!(words, "inspector-square"), &square, |at| {
                parts.set(|opportunity| {
                    opportunity.impact = grade(at.map(|(impact, _)| impact));
                    opportunity.effort = grade(at.map(|(_, effort)| effort));
                })
            });
            ui.allocate_ui(vec2(ui.available_width(), 100.0), |ui| {
                ui.vertical(|ui| {
                    form.mixed(impact.is_none()).grade(ui, &axes[0], up, green, |value| {
                        Some(parts.set(|opportunity| opportunity.impact = grade(value)))
                    });
                    let quiet = self.look.colors.weak;
                    form.mixed(effort.is_none()).grade(ui, &axes[1], across, quiet, |value| {
                        Some(parts.set(|opportunity| opportunity.effort = grade(value)))
                    });
                });
            });
        });
    }

    /// The pain points that an opportunity answers.
    fn answers(&self, ui: &mut Ui, form: &mut Form<'_>, parts: &Parts<'_, Opportunity>, opportunity: &Opportunity) {
        let words = self.words;
        let answer = |pain: CardId, on: bool| -> Edit {
            parts.set(|opportunity| {
                opportunity.answers.retain(|&id| id != pain);
                if on {
                    opportunity.answers.push(pain);
                }
            })
        };
        form.label(ui, &words!(words, "inspector-answers"));
        for &id in &opportunity.answers {
            let Some((id, text)) = self.named_card(id) else { continue };
            let step = self.map.card(id).and_then(|(step, _)| step).map(|step| step_name(step, words));
            let remove = words!(words, "inspector-remove", name = text.clone());
            ui.push_id(id, |ui| {
                let figure = step.unwrap_or_default();
                if self.card_row(ui, form, "triangle-alert", id, &text, &figure, Some(&remove)) {
                    form.edit(answer(id, false));
                }
            });
        }
        let other =
            |card: &Card| card.content.kind() != ContentKind::PainPoint || opportunity.answers.contains(&card.id);
        let entries = |_: &str| -> Vec<Found<CardId>> { self.cards_but(other) };
        if let Some(Picked::Found(id)) = form.adder(ui, &words!(words, "inspector-add-answer"), entries, None) {
            form.edit(answer(id, true));
        }
    }

    /// The picture itself, its file, and what it shows in words.
    pub(super) fn image(&self, ui: &mut Ui, form: &mut Form<'_>, room: &Room<'_>, parts: &Parts<'_, Image>) {
        let words = self.words;
        let Some((card, image)) = parts.only() else { return };
        let width = ui.available_width();
        if !picture::preview(ui, self.look, room.images, &image.file, &image.alternative, vec2(width, 180.0)) {
            let text = match image.file.is_empty() {
                true => words!(words, "inspector-image-none"),
                false => words!(words, "inspector-image-missing", name = image.file.clone()),
            };
            self.empty_picture(ui, &text);
        }
        let choose = words!(words, "inspector-image-choose");
        let control = Control::text(&choose).with_icon("image").kind(Kind::Outlined).width(width);
        if control.show(ui, self.look).clicked() {
            form.push(Intent::ChoosePicture(PictureFor::Card(card.id)));
        }
        let alternative = |text: String| parts.set(|image| image.alternative.clone_from(&text));
        let label = words!(words, "inspector-image-alternative");
        form.text(ui, &label, &image.alternative, Lines::Wrapped, alternative);
        let file = |text: String| parts.set(|image| image.file.clone_from(&text));
        form.text(ui, &words!(words, "inspector-image-file"), &image.file, Lines::One, file);
    }

    /// The place of a picture that isn't there.
    fn empty_picture(&self, ui: &mut Ui, text: &str) {
        let colors = &self.look.colors;
        let frame = egui::Frame::new()
            .fill(colors.hover)
            .corner_radius(egui::CornerRadius::same(crate::app::look::RADIUS + 2))
            .inner_margin(egui::Margin::symmetric(12, 16));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.vertical_centered(|ui| {
                let font = crate::app::look::regular(12.5);
                ui.add(egui::Label::new(egui::RichText::new(text).font(font).color(colors.weak)).wrap());
            });
        });
    }
}
