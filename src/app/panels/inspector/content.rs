//! The fields of an opportunity and of a picture.

use eframe::egui::Ui;

use super::pain::answer;
use super::{Form, Subject};
use crate::app::Intent;
use crate::app::panels::form::Lines;
use crate::app::panels::naming::{color32, opportunity_state_word, select_card};
use crate::edit::{CardChange, Edit};
use crate::insight;
use crate::layout::theme;
use crate::model::{Card, Content, ContentKind, Grade, Image, Importance, Opportunity, OpportunityState};
use crate::words;

impl Subject<'_> {
    pub(super) fn opportunity(&self, ui: &mut Ui, form: &mut Form<'_>, card: &Card, opportunity: &Opportunity) {
        let words = self.words;
        let palette = theme::palette(self.look.theme);
        let (green, red) = (color32(palette.opportunity.bar), color32(palette.pain.text));
        let set = |change: &dyn Fn(&mut Opportunity)| {
            let mut opportunity = opportunity.clone();
            change(&mut opportunity);
            Edit::SetCard(card.id, CardChange::Content(Content::Opportunity(opportunity)))
        };
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            let impact = opportunity.impact.map(Grade::value);
            form.grade(left, &words!(words, "inspector-impact"), impact, green, |grade| {
                Some(set(&|opportunity| opportunity.impact = grade.and_then(|grade| Grade::new(grade).ok())))
            });
            let effort = opportunity.effort.map(Grade::value);
            form.grade(right, &words!(words, "inspector-effort"), effort, self.look.colors.weak, |grade| {
                Some(set(&|opportunity| opportunity.effort = grade.and_then(|grade| Grade::new(grade).ok())))
            });
        });
        let states = OpportunityState::ALL.map(|state| (state, opportunity_state_word(state, words)));
        form.choice(ui, &words!(words, "inspector-progress"), &states, opportunity.state, |state| {
            set(&|opportunity| opportunity.state = state)
        });
        form.date(ui, &words!(words, "inspector-due"), opportunity.due, |due| {
            set(&|opportunity| opportunity.due = due)
        });
        let importance = opportunity.importance.map(|importance| f64::from(importance.value()));
        form.number(ui, &words!(words, "inspector-importance"), importance, |value| match value {
            None => Some(set(&|opportunity| opportunity.importance = None)),
            Some(value) if (0.0..=10.0).contains(&value) && value.fract() == 0.0 => {
                let importance = Importance::new(value as u8).ok();
                Some(set(&|opportunity| opportunity.importance = importance))
            }
            Some(_) => None,
        });
        if let Some(score) = insight::opportunity::score(self.map, card.id) {
            let score = words.number(score, 1);
            form.hint(ui, &words!(words, "inspector-opportunity-score", score = score));
        }

        form.label(ui, &words!(words, "inspector-answers"));
        for &id in &opportunity.answers {
            let Some((id, text)) = self.named_card(id) else { continue };
            let remove = words!(words, "inspector-remove", name = text.clone());
            ui.push_id(id, |ui| {
                let (open, removed) = self.row(ui, "triangle-alert", red, &text, "", Some(&remove));
                if open {
                    form.push(Intent::Show(select_card(self.map, id)));
                }
                if removed {
                    form.edit(answer(card, opportunity, id, false));
                }
            });
        }
        let pains = self.map.cards().map(|(_, card)| card).chain(&self.map.tray);
        let rest: Vec<_> = pains
            .filter(|other| other.content.kind() == ContentKind::PainPoint && !opportunity.answers.contains(&other.id))
            .filter_map(|other| self.named_card(other.id))
            .collect();
        let entries: Vec<(Option<&str>, &str)> =
            rest.iter().map(|(_, text)| (Some("triangle-alert"), text.as_str())).collect();
        let chosen = self.adder(ui, form, &words!(words, "inspector-add-answer"), &entries);
        if let Some((id, _)) = chosen.and_then(|place| rest.get(place)) {
            form.edit(answer(card, opportunity, *id, true));
        }
    }

    pub(super) fn image(&self, ui: &mut Ui, form: &mut Form<'_>, card: &Card, image: &Image) {
        let words = self.words;
        let set = |image: Image| Edit::SetCard(card.id, CardChange::Content(Content::Image(image)));
        let file = |file| set(Image { file, ..image.clone() });
        form.text(ui, &words!(words, "inspector-image-file"), &image.file, Lines::One, file);
        let alternative = |alternative| set(Image { alternative, ..image.clone() });
        let label = words!(words, "inspector-image-alternative");
        form.text(ui, &label, &image.alternative, Lines::Wrapped, alternative);
    }
}
