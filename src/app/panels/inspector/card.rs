//! The fields of a card, and of several at once: what they share is edited together, what differs says so.

use std::sync::Arc;

use eframe::egui::Ui;

use super::metric::Metrics;
use super::parts::{Parts, all, each, same};
use super::{Room, Subject};
use crate::app::look::{Control, Kind};
use crate::app::panels::form::{Counted, Form, Lines};
use crate::app::panels::naming::{color32, kind_icon, kind_word};
use crate::edit::{CardChange, Edit, TextAt};
use crate::insight::pain;
use crate::layout::theme;
use crate::model::{Card, Content, ContentKind, Image, Lane, Metric, Opportunity, PainPoint, Step, Touchpoint};
use crate::words;

impl Subject<'_> {
    pub(super) fn card(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        room: &mut Room<'_>,
        step: Option<&Arc<Step>>,
        card: &Card,
    ) {
        let words = self.words;
        let palette = theme::palette(self.look.theme);
        let kind = card.content.kind();
        let hue = match kind {
            ContentKind::PainPoint => color32(palette.pain.text),
            ContentKind::Opportunity => color32(palette.opportunity.text),
            _ => self.look.colors.accent,
        };
        let ranking = if kind == ContentKind::PainPoint { pain::ranking(self.map) } else { Vec::new() };
        let ranked = ranking.into_iter().find(|pain| pain.card == card.id);
        let figure = ranked.and_then(|pain| pain.rank).map(|rank| (format!("#{rank}"), hue));
        self.heading(ui, kind_icon(kind), hue, &kind_word(kind, words), figure);
        if step.is_none() {
            form.hint(ui, &words!(words, "inspector-in-tray"));
        }
        self.locked(ui, form, &[card]);

        let id = card.id;
        let text = |text| Edit::SetText { at: TextAt::CardText(id), text };
        form.text(ui, &self.text_label(kind), &card.text, Lines::Wrapped, text);
        self.contents(ui, form, room, &[card]);
        if let Some(images) = Parts::<Image>::of(&[card]) {
            self.image(ui, form, room, &images);
        }
        self.who(ui, form, &[card]);
        self.evidence(ui, form, room, &[card]);
        if kind == ContentKind::PainPoint {
            self.answered_by(ui, form, room, step, card);
        }
        self.owner(ui, form, &[card]);
        if let Some(pain) = ranked {
            self.priority_note(ui, form, &pain);
        }
        self.group(ui, &words!(words, "inspector-more"));
        self.span(ui, form, step, card);
        self.links(ui, form, card);
        self.rest(ui, form, &[card]);
        self.readers_of_card(ui, card);
        if kind == ContentKind::Touchpoint {
            ui.add_space(6.0);
            let keep = words!(words, "command-keep");
            if Control::text(&keep).with_icon("library").kind(Kind::Outlined).show(ui, self.look).clicked() {
                form.push(crate::app::Intent::Run(crate::app::command::Command::KeepInLibrary));
            }
        }
    }

    pub(super) fn many(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, cards: &[&Arc<Card>]) {
        let words = self.words;
        let cards: Vec<&Card> = cards.iter().map(|card| card.as_ref()).collect();
        let count = words.number(cards.len() as f64, 0);
        self.heading(ui, "copy", self.look.colors.accent, &words!(words, "inspector-many", count = count), None);
        let mut kinds: Vec<ContentKind> = cards.iter().map(|card| card.content.kind()).collect();
        kinds.sort();
        let mut parts: Vec<String> = Vec::new();
        for group in kinds.chunk_by(|a, b| a == b) {
            let count = words.number(group.len() as f64, 0);
            parts.push(format!("{count} × {}", kind_word(group[0], words)));
        }
        form.hint(ui, &parts.join(" · "));
        self.locked(ui, form, &cards);
        self.contents(ui, form, room, &cards);
        self.who(ui, form, &cards);
        self.evidence(ui, form, room, &cards);
        self.owner(ui, form, &cards);
        self.group(ui, &words!(words, "inspector-more"));
        self.rest(ui, form, &cards);
        ui.add_space(12.0);
        let remove = words!(words, "inspector-remove-cards", count = words.number(cards.len() as f64, 0));
        if Control::text(&remove).with_icon("trash-2").kind(Kind::Danger).show(ui, self.look).clicked() {
            form.edit(Edit::RemoveCards(cards.iter().map(|card| card.id).collect()));
        }
    }

    /// Cards of locked lanes can only be looked at, until the lanes are unlocked.
    fn locked(&self, ui: &mut Ui, form: &mut Form<'_>, cards: &[&Card]) {
        let of_cards = |lane: &&Arc<Lane>| {
            // Of cards that lie in the tray only the words say where they are meant for.
            let on_map =
                |card: &&&Card| card.lane == lane.id && self.map.card(card.id).is_some_and(|(at, _)| at.is_some());
            lane.locked && cards.iter().any(|card| on_map(&card))
        };
        let lanes: Vec<&Lane> = self.map.lanes.iter().filter(of_cards).map(AsRef::as_ref).collect();
        if !lanes.is_empty() {
            self.unlock(ui, form, &lanes);
        }
    }

    /// What the kind of the cards adds, where all are of one kind.
    fn contents(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, cards: &[&Card]) {
        if let Some(touchpoints) = Parts::<Touchpoint>::of(cards) {
            self.touchpoint(ui, form, room, &touchpoints);
        } else if let Some(pains) = Parts::<PainPoint>::of(cards) {
            self.pain(ui, form, &pains);
        } else if let Some(opportunities) = Parts::<Opportunity>::of(cards) {
            self.opportunity(ui, form, &opportunities);
        } else if let Some(metrics) = Parts::<Metric>::of(cards) {
            if let Some((card, metric)) = metrics.only()
                && let Some(chosen) = self.known_metric(ui, form, &words!(self.words, "inspector-choose-metric"))
            {
                // Its figures stay; what they are of is another matter.
                let metric = Metric { unit: chosen.metric.unit, direction: chosen.metric.direction, ..metric.clone() };
                form.edit(Edit::All(vec![
                    Edit::SetText { at: TextAt::CardText(card.id), text: chosen.name },
                    Edit::SetCard(card.id, CardChange::Content(Content::Metric(metric))),
                ]));
            }
            let together = Metrics {
                unit: metrics.same(|metric| metric.unit.clone()),
                direction: metrics.same(|metric| metric.direction),
                figure: &|read| metrics.same(read),
                set: &|change| metrics.set(change),
            };
            self.metric(ui, form, &together);
        }
    }

    /// Votes, colour and notes.
    fn rest(&self, ui: &mut Ui, form: &mut Form<'_>, cards: &[&Card]) {
        let words = self.words;
        let votes = same(cards.iter().map(|card| card.votes));
        let said = votes.map_or_else(|| words!(words, "inspector-mixed"), |votes| words.number(f64::from(votes), 0));
        let counted = form.mixed(votes.is_none()).counter(ui, &words!(words, "inspector-votes"), &said);
        if let Some(counted) = counted {
            let counts = |votes: u32| match counted {
                Counted::By(by) => votes.saturating_add_signed(by),
                Counted::Zero => 0,
            };
            if cards.iter().any(|card| counts(card.votes) != card.votes) {
                form.edit(each(cards, |card| Edit::SetCard(card.id, CardChange::Votes(counts(card.votes)))));
            }
        }
        let colors = theme::palette(self.map.look.theme).tints.map(color32);
        let color = same(cards.iter().map(|card| card.color));
        let label = words!(words, "inspector-color-label");
        if let Some(color) = self.swatches(ui, form, &label, &colors, color) {
            form.edit(each(cards, |card| Edit::SetCard(card.id, CardChange::Color(color))));
        }
        let notes = same(cards.iter().map(|card| card.notes.as_str()));
        let set = |text: String| {
            let one = |card: &&Card| Edit::SetText { at: TextAt::CardNotes(card.id), text: text.clone() };
            all(cards.iter().map(one).collect())
        };
        let label = words!(words, "inspector-notes");
        form.mixed(notes.is_none()).text(ui, &label, notes.unwrap_or_default(), Lines::Many, set);
    }

    /// What the words of a card of this kind are about.
    fn text_label(&self, kind: ContentKind) -> String {
        let words = self.words;
        match kind {
            ContentKind::Text => words!(words, "inspector-text"),
            ContentKind::Touchpoint => words!(words, "inspector-text-touchpoint"),
            ContentKind::PainPoint => words!(words, "inspector-text-pain"),
            ContentKind::Opportunity => words!(words, "inspector-text-opportunity"),
            ContentKind::Metric => words!(words, "inspector-text-metric"),
            ContentKind::Image => words!(words, "inspector-text-image"),
            ContentKind::Process => words!(words, "inspector-text-process"),
        }
    }
}
