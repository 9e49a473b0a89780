//! The fields of a pain point, how its priority comes about, and what answers it.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{RichText, Ui};

use super::parts::{Parts, all};
use super::{Form, Room, Subject};
use crate::app::Intent;
use crate::app::look::{Control, Kind, bold, regular};
use crate::app::panels::form::{Picked, Slide};
use crate::app::panels::naming::{card_text, color32};
use crate::edit::{CardChange, Cursor, Edit, Place, Selection};
use crate::insight::pain::RankedPain;
use crate::layout::theme;
use crate::model::{Card, CardId, Content, Grade, IdSource, Lane, LaneKind, Opportunity, PainPoint, Share, Step};
use crate::words;

impl Subject<'_> {
    pub(super) fn pain(&self, ui: &mut Ui, form: &mut Form<'_>, parts: &Parts<'_, PainPoint>) {
        let words = self.words;
        let hue = color32(theme::palette(self.look.theme).pain.bar);
        let severity = parts.same(|pain| pain.severity);
        let value = severity.flatten().map(Grade::value);
        form.mixed(severity.is_none()).grade(
            ui,
            &words!(words, "inspector-severity"),
            value,
            hue,
            |grade| match grade {
                None => Some(parts.set(|pain| pain.severity = None)),
                Some(grade) => Grade::new(grade).ok().map(|grade| parts.set(|pain| pain.severity = Some(grade))),
            },
        );
        let label = words!(words, "inspector-share");
        let share = parts.same(|pain| pain.share);
        form.mixed(share.is_none()).mixed_label(ui, &label);
        let (mixed, share) = (share.is_none(), share.flatten().map(Share::value));
        let said = match (share, mixed) {
            (Some(share), _) => words.percent(share),
            (None, true) => words!(words, "inspector-mixed"),
            (None, false) => "–".to_owned(),
        };
        let set = |share: Option<f64>| match share {
            None => Some(parts.set(|pain| pain.share = None)),
            Some(share) => Share::new(share).ok().map(|share| parts.set(|pain| pain.share = Some(share))),
        };
        ui.horizontal(|ui| {
            let slide = Slide {
                value: share,
                low: 0.0,
                high: 1.0,
                step: 0.01,
                key_step: 0.05,
                origin: 0.0,
                color: hue,
                face: false,
                said,
                width: Some((ui.available_width() - 86.0).max(60.0)),
            };
            form.mixed(mixed).slider(ui, &label, &slide, |share| set(share.map(|share| share.clamp(0.0, 1.0))));
            ui.allocate_ui(eframe::egui::vec2(74.0, 28.0), |ui| {
                let name = words!(words, "inspector-share-number");
                form.mixed(mixed).percent(ui, &name, share, set);
            });
        });
    }

    /// How the priority comes about.
    pub(super) fn priority_note(&self, ui: &mut Ui, form: &Form<'_>, pain: &RankedPain) {
        let words = self.words;
        let (Some(severity), Some(share), Some(priority)) = (pain.severity, pain.share, pain.priority) else {
            form.hint(ui, &words!(words, "inspector-unrated"));
            return;
        };
        let severity = words.number(f64::from(severity), 0);
        let share = words.percent(share);
        let head = words!(words, "inspector-priority", priority = words.number(priority, 1));
        let tail = if pain.moment_of_truth {
            words!(words, "inspector-priority-doubled", severity = severity, share = share)
        } else {
            words!(words, "inspector-priority-plain", severity = severity, share = share)
        };
        let colors = &self.look.colors;
        let mut job = LayoutJob::default();
        job.append(&head, 0.0, TextFormat::simple(bold(13.0), colors.text));
        job.append(&format!(" {tail}"), 0.0, TextFormat::simple(regular(12.5), colors.weak));
        form.note(ui, &format!("{head} {tail}"), job);
    }

    /// What answers a pain point, and ways to answer it.
    pub(super) fn answered_by(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        room: &mut Room<'_>,
        step: Option<&Arc<Step>>,
        card: &Card,
    ) {
        let words = self.words;
        form.label(ui, &words!(words, "inspector-answered-by"));
        let every = || self.map.cards().map(|(_, card)| card).chain(&self.map.tray);
        let mut answered = false;
        for other in every() {
            let Content::Opportunity(opportunity) = &other.content else { continue };
            if !opportunity.answers.contains(&card.id) {
                continue;
            }
            answered = true;
            let text = card_text(self.map, other, words);
            let remove = words!(words, "inspector-no-longer-answers", name = text.clone());
            ui.push_id(other.id, |ui| {
                if self.card_row(ui, form, "lightbulb", other.id, &text, &other.owner, Some(&remove)) {
                    form.edit(answer(other, opportunity, card.id, false));
                }
            });
        }
        if !answered {
            let text = words!(words, "inspector-unanswered");
            ui.label(RichText::new(text).font(regular(12.5)).color(self.look.colors.weak));
        }
        let label = words!(words, "inspector-make-opportunity");
        if let Some(step) = step
            && Control::text(&label).with_icon("lightbulb").kind(Kind::Outlined).show(ui, self.look).clicked()
        {
            self.make_opportunity(form, room.ids, step, card);
        }
        let not_this = |other: &Card| match &other.content {
            Content::Opportunity(opportunity) => opportunity.answers.contains(&card.id),
            _ => true,
        };
        let picked = form.adder(ui, &words!(words, "inspector-answer-with"), |_| self.cards_but(not_this), None);
        if let Some(Picked::Found(id)) = picked
            && let Some((_, other)) = self.map.card(id)
            && let Content::Opportunity(opportunity) = &other.content
        {
            form.edit(answer(other, opportunity, card.id, true));
        }
    }

    /// A new opportunity that answers a pain point, in the same step, and in a new lane where there is none for it.
    fn make_opportunity(&self, form: &mut Form<'_>, ids: &mut IdSource, step: &Step, pain: &Card) {
        let mut edits = Vec::new();
        let lane = match self.map.lanes.iter().find(|lane| lane.kind == LaneKind::Opportunities) {
            Some(lane) => lane.id,
            None => {
                let lane = Lane::new(ids.fresh(), LaneKind::Opportunities);
                let id = lane.id;
                let at = self.map.lanes.iter().position(|lane| lane.id == pain.lane).map_or(0, |place| place + 1);
                edits.push(Edit::InsertLane { at, lane: Arc::new(lane) });
                id
            }
        };
        let content = Content::Opportunity(Opportunity { answers: vec![pain.id], ..Opportunity::default() });
        let mut card = Card::new(ids.fresh(), lane, String::new(), content);
        card.personas.clone_from(&pain.personas);
        card.owner.clone_from(&pain.owner);
        let id = card.id;
        let at = step.cards.iter().filter(|card| card.lane == lane).count();
        edits.push(Edit::InsertCard { place: Place::Cell { step: step.id, lane, at }, card: Arc::new(card) });
        let selection = Selection::card(Cursor::Cell { lane, step: step.id, persona: None }, id);
        form.push(Intent::EditAndSelect(all(edits), selection.clone()));
        form.push(Intent::Show(selection));
    }
}

/// The edit that lets an opportunity answer a pain point, or no longer.
pub(super) fn answer(card: &Card, opportunity: &Opportunity, pain: CardId, on: bool) -> Edit {
    let mut opportunity = opportunity.clone();
    opportunity.answers.retain(|&id| id != pain);
    if on {
        opportunity.answers.push(pain);
    }
    Edit::SetCard(card.id, CardChange::Content(Content::Opportunity(opportunity)))
}
