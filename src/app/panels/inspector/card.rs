//! The fields that every card has.

use std::sync::Arc;

use eframe::egui::{
    self, Align2, Color32, CornerRadius, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::{Memory, Subject};
use crate::app::Intent;
use crate::app::look::{self, Control, Kind, RADIUS, ROW, TEXT, regular};
use crate::app::panels::form::{Form, Lines};
use crate::app::panels::naming::{
    card_text, color32, kind_icon, kind_word, lane_name, owners, persona_color, select_card,
};
use crate::edit::{CardChange, Edit, LaneChange, TextAt};
use crate::insight::pain;
use crate::layout::theme;
use crate::model::{Card, CardId, Content, ContentKind, IdSource, Lane, Link, PersonaId, Step};
use crate::words;

impl Subject<'_> {
    pub(super) fn card(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        memory: &mut Memory,
        ids: &mut IdSource,
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

        if let Some(lane) = self.map.lane(card.lane).filter(|lane| lane.locked) {
            self.unlock(ui, form, lane);
        }
        let id = card.id;
        let text = |text| Edit::SetText { at: TextAt::CardText(id), text };
        form.text(ui, &self.text_label(kind), &card.text, Lines::Wrapped, text);
        match &card.content {
            Content::Text | Content::Process => {}
            Content::Touchpoint(touchpoint) => self.touchpoint(ui, form, memory, ids, card, touchpoint),
            Content::PainPoint(pain) => self.pain(ui, form, card, *pain),
            Content::Opportunity(opportunity) => self.opportunity(ui, form, card, opportunity),
            Content::Metric(metric) => {
                self.metric(ui, form, metric, &|metric| Edit::SetCard(id, CardChange::Content(Content::Metric(metric))))
            }
            Content::Image(image) => self.image(ui, form, card, image),
        }
        self.who(ui, form, &words!(words, "inspector-who"), &[card]);
        self.evidence(ui, form, card);
        if kind == ContentKind::PainPoint {
            self.answered_by(ui, form, ids, step, card);
        }
        self.owner(ui, form, &[card]);
        if let Some(pain) = ranked {
            self.priority_note(ui, form, &pain);
        }
        self.group(ui, &words!(words, "inspector-more"));
        self.span(ui, form, step, card);
        self.links(ui, form, step, card);
        form.number(ui, &words!(words, "inspector-votes"), Some(f64::from(card.votes)), |votes| {
            let votes = votes.unwrap_or(0.0);
            let valid = (0.0..=1_000_000.0).contains(&votes) && votes.fract() == 0.0;
            valid.then_some(Edit::SetCard(id, CardChange::Votes(votes as u32)))
        });
        let colors = palette.tints.map(color32);
        let label = words!(words, "inspector-color-label");
        if let Some(color) = self.swatches(ui, form, &label, &colors, card.color) {
            form.edit(Edit::SetCard(id, CardChange::Color(color)));
        }
        let notes = |text| Edit::SetText { at: TextAt::CardNotes(id), text };
        form.text(ui, &words!(words, "inspector-notes"), &card.notes, Lines::Many, notes);
    }

    /// Says that a lane is locked and offers to unlock it; what comes after it can't be changed.
    pub(super) fn unlock(&self, ui: &mut Ui, form: &mut Form<'_>, lane: &Lane) {
        let words = self.words;
        form.hint(ui, &words!(words, "inspector-lane-locked"));
        let label = words!(words, "inspector-unlock", name = lane_name(lane, words));
        let width = ui.available_width();
        let control = Control::text(&label).with_icon("lock-open").kind(Kind::Outlined).width(width);
        if control.show(ui, self.look).clicked() {
            form.edit(Edit::SetLane(lane.id, LaneChange::Locked(false)));
        }
        ui.disable();
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

    /// The personas that cards concern. Of several cards a chip is on where it is on for all.
    pub(super) fn who(&self, ui: &mut Ui, form: &mut Form<'_>, label: &str, cards: &[&Card]) {
        if self.map.personas.is_empty() {
            return;
        }
        form.label(ui, label);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for persona in &self.map.personas {
                let hue = persona_color(self.map, persona.id, self.look.theme);
                let on = cards.iter().all(|card| card.personas.contains(&persona.id));
                if look::chip(ui, self.look, &persona.name, Some(hue), on).clicked() {
                    let edits = cards
                        .iter()
                        .map(|card| Edit::SetCard(card.id, CardChange::Personas(self.toggled(card, persona.id, !on))));
                    form.edit(all(edits.collect()));
                }
            }
        });
        if cards.iter().all(|card| card.personas.is_empty()) {
            form.hint(ui, &words!(self.words, "inspector-who-all"));
        } else if cards.iter().any(|card| card.personas != cards[0].personas) {
            form.hint(ui, &words!(self.words, "inspector-mixed"));
        }
    }

    /// The personas of a card with one more or one less, in the map's order.
    fn toggled(&self, card: &Card, id: PersonaId, on: bool) -> Vec<PersonaId> {
        let has = |other: &PersonaId| if *other == id { on } else { card.personas.contains(other) };
        self.map.personas.iter().map(|persona| persona.id).filter(has).collect()
    }

    /// Who answers for cards, with the names that the map already knows.
    pub(super) fn owner(&self, ui: &mut Ui, form: &mut Form<'_>, cards: &[&Card]) {
        let words = self.words;
        let Some(first) = cards.first() else { return };
        let mixed = cards.iter().any(|card| card.owner != first.owner);
        let value = if mixed { "" } else { first.owner.as_str() };
        let hint = if mixed { words!(words, "inspector-mixed") } else { String::new() };
        let set = |text: String| {
            let one = |card: &&Card| Edit::SetText { at: TextAt::CardOwner(card.id), text: text.clone() };
            all(cards.iter().map(one).collect())
        };
        let label = words!(words, "inspector-owner");
        form.label(ui, &label);
        let response = form.bare_text(ui, &label, value, Lines::One, &hint, set);
        // A click on a name takes the focus away first: the names stay until the button is up.
        let open = response.has_focus() || ui.memory(|memory| memory.data.get_temp(response.id).unwrap_or(false));
        let stays =
            response.has_focus() || open && ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        ui.memory_mut(|memory| memory.data.insert_temp(response.id, stays));
        if !open && (mixed || !value.is_empty()) {
            return;
        }
        let typed = value.to_lowercase();
        let names = owners(self.map);
        let fitting: Vec<&String> = names
            .iter()
            .filter(|name| name.as_str() != value && name.to_lowercase().contains(&typed))
            .take(if open { 8 } else { 4 })
            .collect();
        if fitting.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for name in fitting {
                let label = words!(words, "inspector-owner-set", name = name.clone());
                if Control::new(&label).showing(name).kind(Kind::Outlined).show(ui, self.look).clicked() {
                    form.edit(set(name.clone()));
                }
            }
        });
    }

    fn evidence(&self, ui: &mut Ui, form: &mut Form<'_>, card: &Card) {
        let words = self.words;
        if self.map.evidence.is_empty() {
            return;
        }
        let label = words!(words, "inspector-evidence");
        form.label(ui, &label);
        let set = |evidence| Edit::SetCard(card.id, CardChange::Evidence(evidence));
        for id in &card.evidence {
            let Some(found) = self.map.evidence.iter().find(|evidence| evidence.id == *id) else { continue };
            let figure = found.n.map(|n| format!("n = {}", words.number(f64::from(n), 0))).unwrap_or_default();
            let remove = words!(words, "inspector-remove", name = found.name.clone());
            let row = self.row(ui, "clipboard", self.look.colors.weak, &found.name, &figure, Some(&remove));
            if row.1 {
                form.edit(set(card.evidence.iter().copied().filter(|other| other != id).collect()));
            }
        }
        let rest: Vec<_> = self.map.evidence.iter().filter(|evidence| !card.evidence.contains(&evidence.id)).collect();
        if rest.is_empty() {
            return;
        }
        let entries: Vec<(Option<&str>, &str)> = rest.iter().map(|found| (None, found.name.as_str())).collect();
        let label = words!(words, "inspector-add-evidence");
        if let Some(found) = self.adder(ui, form, &label, &entries).and_then(|place| rest.get(place)) {
            let mut evidence = card.evidence.clone();
            evidence.push(found.id);
            form.edit(set(evidence));
        }
    }

    fn span(&self, ui: &mut Ui, form: &mut Form<'_>, step: Option<&Arc<Step>>, card: &Card) {
        let words = self.words;
        let Some(own) = step else { return };
        let mut steps = vec![(None, words!(words, "inspector-span-none"))];
        let after = self.map.steps().map(|(_, step)| step).skip_while(|step| step.id != own.id).skip(1);
        steps.extend(after.map(|step| (Some(step.id), step.name.clone())));
        if steps.len() > 1 {
            form.choice_list(ui, &words!(words, "inspector-span"), &steps, card.until, |until| {
                Edit::SetCard(card.id, CardChange::Until(until))
            });
        }
    }

    fn links(&self, ui: &mut Ui, form: &mut Form<'_>, step: Option<&Arc<Step>>, card: &Card) {
        let words = self.words;
        let set = |links: Vec<Link>| Edit::SetCard(card.id, CardChange::Links(links));
        form.label(ui, &words!(words, "inspector-links"));
        for (place, link) in card.links.iter().enumerate() {
            let Some((_, to)) = self.map.card(link.to) else { continue };
            let text = card_text(self.map, to, words);
            let remove = words!(words, "inspector-remove", name = text.clone());
            let (open, removed) =
                self.row(ui, kind_icon(to.content.kind()), self.look.colors.weak, &text, "", Some(&remove));
            if open {
                form.push(Intent::Show(select_card(self.map, to.id)));
            }
            if removed {
                let mut links = card.links.clone();
                links.remove(place);
                form.edit(set(links));
            }
            let label = words!(words, "inspector-link-label", name = text);
            let hint = words!(words, "inspector-link-hint");
            ui.push_id(("link", place), |ui| {
                form.bare_text(ui, &label, &link.label, Lines::One, &hint, |text| {
                    let mut links = card.links.clone();
                    if let Some(link) = links.get_mut(place) {
                        link.label = text;
                    }
                    set(links)
                });
            });
        }
        // Links lead to what stands nearby; farther ones are drawn on the canvas.
        let steps: Vec<_> = self.map.steps().map(|(_, step)| step).collect();
        let here = step.and_then(|own| steps.iter().position(|step| step.id == own.id)).unwrap_or(0);
        let near = steps.iter().skip(here.saturating_sub(1)).take(3).flat_map(|step| &step.cards);
        let near: Vec<_> = near
            .filter(|other| other.id != card.id && card.links.iter().all(|link| link.to != other.id))
            .map(|other| (other.id, kind_icon(other.content.kind()), card_text(self.map, other, words)))
            .collect();
        let entries: Vec<(Option<&str>, &str)> =
            near.iter().map(|(_, icon, text)| (Some(*icon), text.as_str())).collect();
        if let Some((to, ..)) =
            self.adder(ui, form, &words!(words, "inspector-add-link"), &entries).and_then(|place| near.get(place))
        {
            let mut links = card.links.clone();
            links.push(Link { to: *to, label: String::new() });
            form.edit(set(links));
        }
    }

    /// A list that adds what is chosen of it. The place of what was chosen.
    pub(super) fn adder(
        &self,
        ui: &mut Ui,
        _form: &Form<'_>,
        label: &str,
        entries: &[(Option<&str>, &str)],
    ) -> Option<usize> {
        if entries.is_empty() {
            return None;
        }
        let mut chosen = None;
        let response = Control::text(label).with_icon("plus").show(ui, self.look);
        egui::Popup::menu(&response).show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                ui.set_min_width(240.0);
                for (place, (icon, text)) in entries.iter().enumerate() {
                    let mut control = Control::text(text).kind(Kind::Entry);
                    if let Some(icon) = icon {
                        control = control.with_icon(icon);
                    }
                    ui.push_id(place, |ui| {
                        if control.show(ui, self.look).clicked() {
                            chosen = Some(place);
                            ui.close();
                        }
                    });
                }
            });
        });
        chosen
    }

    /// A row that leads to something: its icon, its words (wrapped), a figure, and perhaps a way to take it out. Whether the
    /// row and whether the way out was clicked.
    pub(super) fn row(
        &self,
        ui: &mut Ui,
        icon: &str,
        color: Color32,
        text: &str,
        figure: &str,
        remove: Option<&str>,
    ) -> (bool, bool) {
        let colors = &self.look.colors;
        let painter = ui.painter().clone();
        let figure = painter.layout_no_wrap(figure.to_owned(), regular(12.0), colors.weak);
        let out = if remove.is_some() { 26.0 } else { 6.0 };
        let room = ui.available_width() - 38.0 - out - figure.size().x - 8.0;
        let words = painter.layout(text.to_owned(), regular(TEXT), colors.text, room.max(60.0));
        let height = (words.size().y + 12.0).max(ROW);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
        let fill = if response.hovered() || response.has_focus() { colors.hover } else { colors.field };
        let line = Stroke::new(1.0, colors.border_strong);
        painter.rect(rect, CornerRadius::same(RADIUS), fill, line, StrokeKind::Inside);
        look::focus_ring(ui, self.look, rect, &response);
        let mark = Rect::from_center_size(pos2(rect.left() + 18.0, rect.center().y), Vec2::splat(15.0));
        look::icon(&painter, icon, mark, color);
        let at = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + 34.0, rect.center().y), words.size());
        painter.galley(at.min, words, colors.text);
        let end = pos2(rect.right() - out - 2.0, rect.center().y);
        painter.galley(Align2::RIGHT_CENTER.anchor_size(end, figure.size()).min, figure, colors.weak);
        let removed = remove.is_some_and(|remove| self.way_out(ui, &response, rect, remove));
        (response.on_hover_cursor(CursorIcon::PointingHand).clicked() && !removed, removed)
    }

    fn way_out(&self, ui: &Ui, row: &Response, rect: Rect, name: &str) -> bool {
        let colors = &self.look.colors;
        let at = Rect::from_center_size(pos2(rect.right() - 15.0, rect.center().y), Vec2::splat(20.0));
        let response = ui.interact(at, row.id.with("remove"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        let lively = response.hovered() || response.has_focus();
        look::icon(ui.painter(), "x", at.shrink(4.0), if lively { colors.danger } else { colors.weak });
        look::focus_ring(ui, self.look, at.shrink(2.0), &response);
        response.on_hover_text(name).clicked()
    }

    /// A card by id, with its words; none where it isn't there.
    pub(super) fn named_card(&self, id: CardId) -> Option<(CardId, String)> {
        self.map.card(id).map(|(_, card)| (id, card_text(self.map, card, self.words)))
    }
}

/// One edit of several.
pub(super) fn all(mut edits: Vec<Edit>) -> Edit {
    match edits.len() {
        1 => edits.remove(0),
        _ => Edit::All(edits),
    }
}
