//! Where a card leads: the steps that it spans, and arrows to other cards.

use std::sync::Arc;

use eframe::egui::Ui;

use super::Subject;
use super::row::Row;
use crate::app::Intent;
use crate::app::panels::form::{Form, Found, Lines, Picked};
use crate::app::panels::naming::{card_text, kind_icon, select_card, step_name};
use crate::edit::{CardChange, Edit};
use crate::model::{Card, CardId, JourneyMap, Link, Step};
use crate::words;

/// The cards that lead to one, looked for again only when the map changes: a large one has thousands.
#[derive(Debug, Clone, Default)]
pub(super) struct Linked(Option<(Arc<JourneyMap>, CardId, Arc<[CardId]>)>);

impl Linked {
    /// Those that lead to this card, on the map and in the tray.
    pub(super) fn to(&mut self, map: &Arc<JourneyMap>, card: CardId) -> Arc<[CardId]> {
        if let Some((of, to, cards)) = &self.0
            && Arc::ptr_eq(of, map)
            && *to == card
        {
            return Arc::clone(cards);
        }
        let all = map.cards().map(|(_, other)| other).chain(&map.tray);
        let linked = all.filter(|other| other.links.iter().any(|link| link.to == card));
        let cards: Arc<[CardId]> = linked.map(|other| other.id).collect();
        self.0 = Some((Arc::clone(map), card, Arc::clone(&cards)));
        cards
    }
}

impl Subject<'_> {
    /// Until which step the card goes.
    pub(super) fn span(&self, ui: &mut Ui, form: &mut Form<'_>, step: Option<&Arc<Step>>, card: &Card) {
        let words = self.words;
        let Some(own) = step else { return };
        let mut steps = vec![(None, words!(words, "inspector-span-none"))];
        let after = self.map.steps().map(|(_, step)| step).skip_while(|step| step.id != own.id).skip(1);
        steps.extend(after.map(|step| (Some(step.id), step_name(step, words))));
        if steps.len() > 1 {
            form.choice(ui, &words!(words, "inspector-span"), &steps, card.until, |until| {
                Edit::SetCard(card.id, CardChange::Until(until))
            });
        }
    }

    /// The arrows from a card, each with its words, and those that lead to it.
    pub(super) fn links(&self, ui: &mut Ui, form: &mut Form<'_>, card: &Card) {
        let words = self.words;
        let set = |links: Vec<Link>| Edit::SetCard(card.id, CardChange::Links(links));
        form.label(ui, &words!(words, "inspector-links"));
        for (place, link) in card.links.iter().enumerate() {
            let Some((at, to)) = self.map.card(link.to) else { continue };
            let text = card_text(self.map, to, words);
            let remove = words!(words, "inspector-remove", name = text.clone());
            let step = at.map(|step| step_name(step, words)).unwrap_or_default();
            let icon = kind_icon(to.content.kind());
            ui.push_id(("link", place), |ui| {
                if self.card_row(ui, form, icon, to.id, &text, &step, Some(&remove)) {
                    let mut links = card.links.clone();
                    links.remove(place);
                    form.edit(set(links));
                }
                let label = words!(words, "inspector-link-label", name = text);
                let hint = words!(words, "inspector-link-hint");
                form.bare_text(ui, &label, &link.label, Lines::One, &hint, |text| {
                    let mut links = card.links.clone();
                    if let Some(link) = links.get_mut(place) {
                        link.label = text;
                    }
                    set(links)
                });
            });
        }
        let linked = |other: &Card| other.id == card.id || card.links.iter().any(|link| link.to == other.id);
        let entries = |_: &str| self.cards_but(linked);
        if let Some(Picked::Found(to)) = form.adder(ui, &words!(words, "inspector-add-link"), entries, None) {
            let mut links = card.links.clone();
            links.push(Link { to, label: String::new() });
            form.edit(set(links));
        }
        let here: Vec<&Arc<Card>> =
            self.linked.iter().filter_map(|id| self.map.card(*id)).map(|(_, other)| other).collect();
        if !here.is_empty() {
            form.label(ui, &words!(words, "inspector-linked-from"));
            for other in here {
                let text = card_text(self.map, other, words);
                let label = other.links.iter().find(|link| link.to == card.id).map_or("", |link| link.label.as_str());
                let icon = kind_icon(other.content.kind());
                ui.push_id(("from", other.id), |ui| {
                    self.card_row(ui, form, icon, other.id, &text, label, None);
                });
            }
        }
    }

    /// A row that leads to a card. Whether it is to be taken out.
    #[expect(clippy::too_many_arguments, reason = "a row, and where it leads")]
    pub(super) fn card_row(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        icon: &str,
        to: CardId,
        text: &str,
        figure: &str,
        remove: Option<&str>,
    ) -> bool {
        let row = Row { icon, color: self.look.colors.weak, text, figure, remove, open: None };
        let (open, removed) = self.row(ui, &row);
        if open {
            form.push(Intent::Show(select_card(self.map, to)));
        }
        removed
    }

    /// All cards but some, to be found by their words and by the step where they are.
    pub(super) fn cards_but(&self, but: impl Fn(&Card) -> bool) -> Vec<Found<CardId>> {
        let on_map = self.map.cards().map(|(step, card)| (step_name(step, self.words), card));
        let tray = words!(self.words, "inspector-tray");
        on_map
            .chain(self.map.tray.iter().map(|card| (tray.clone(), card)))
            .filter(|(_, card)| !but(card))
            .map(|(step, card)| {
                let text = card_text(self.map, card, self.words);
                Found::new(card.id, kind_icon(card.content.kind()), text).noted(short(&step))
            })
            .collect()
    }
}

/// So much of a text that it can stand at the end of a row.
fn short(text: &str) -> String {
    const MOST: usize = 18;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(MOST - 1).collect();
    format!("{}…", kept.trim_end())
}
