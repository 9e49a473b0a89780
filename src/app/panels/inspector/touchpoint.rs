//! The fields of a touchpoint, with the list of channels to search.

use std::collections::BTreeMap;

use eframe::egui::{Label, RichText, Ui};

use super::parts::Parts;
use super::{Room, Subject};
use crate::app::look::{Control, Kind, medium};
use crate::app::panels::form::{Form, Found, Picked};
use crate::app::panels::naming::{card_text, persona_color, service_word, step_name, touchpoint_state_word};
use crate::edit::{Edit, MapChange};
use crate::i18n::{channel_by_name, channel_name};
use crate::model::{Card, Channel, ContentKind, Emotion, OwnChannel, PersonaId, Service, Touchpoint, TouchpointState};
use crate::words;

impl Subject<'_> {
    pub(super) fn touchpoint(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        room: &mut Room<'_>,
        parts: &Parts<'_, Touchpoint>,
    ) {
        let words = self.words;
        self.channel(ui, form, room, parts);
        let states = TouchpointState::ALL.map(|state| (state, touchpoint_state_word(state, words)));
        let state = parts.same(|touchpoint| touchpoint.state);
        form.choice(ui, &words!(words, "inspector-touchpoint-state"), &states, state, |state| {
            parts.set(|touchpoint| touchpoint.state = state)
        });
        let mut services = vec![(None, words!(words, "inspector-none"))];
        services.extend(Service::ALL.map(|service| (Some(service), service_word(service, words))));
        let service = parts.same(|touchpoint| touchpoint.service);
        form.choice(ui, &words!(words, "inspector-service"), &services, service, |service| {
            parts.set(|touchpoint| touchpoint.service = service)
        });
        let personalised = parts.same(|touchpoint| touchpoint.personalised);
        form.check(ui, &words!(words, "inspector-personalised"), personalised, |on| {
            parts.set(|touchpoint| touchpoint.personalised = on)
        });
        let repeats = parts.same(|touchpoint| touchpoint.repeats);
        form.check(ui, &words!(words, "inspector-repeats"), repeats, |on| {
            parts.set(|touchpoint| {
                touchpoint.repeats = on;
                if !on {
                    touchpoint.said_first = None;
                }
            })
        });
        if let Some((card, touchpoint)) = parts.only() {
            if touchpoint.repeats {
                self.said_first(ui, form, parts, card, touchpoint);
            }
            self.own_scores(ui, form, parts, touchpoint);
        }
    }

    /// Where the customer said first what is said again here.
    fn said_first(
        &self,
        ui: &mut Ui,
        form: &mut Form<'_>,
        parts: &Parts<'_, Touchpoint>,
        card: &Card,
        touchpoint: &Touchpoint,
    ) {
        let words = self.words;
        form.label(ui, &words!(words, "inspector-said-first"));
        let set = |first| parts.set(|touchpoint| touchpoint.said_first = first);
        if let Some((first, text)) = touchpoint.said_first.and_then(|first| self.named_card(first)) {
            let step = self.map.card(first).and_then(|(step, _)| step).map(|step| step_name(step, words));
            let remove = words!(words, "inspector-remove", name = text.clone());
            let figure = step.unwrap_or_default();
            if self.card_row(ui, form, "smartphone", first, &text, &figure, Some(&remove)) {
                form.edit(set(None));
            }
            return;
        }
        // What came before is what was said first; without a place of its own all come before.
        let before = |_: &str| {
            let earlier = self.map.cards().take_while(|(_, other)| other.id != card.id);
            let found =
                earlier.filter(|(_, other)| other.content.kind() == ContentKind::Touchpoint).map(|(step, other)| {
                    let icon = match &other.content {
                        crate::model::Content::Touchpoint(point) => {
                            point.channel.map_or("circle-dot", |channel| self.map.channel_icon(channel))
                        }
                        _ => "circle-dot",
                    };
                    Found::new(other.id, icon, card_text(self.map, other, words)).noted(step_name(step, words))
                });
            found.collect()
        };
        if let Some(Picked::Found(first)) = form.adder(ui, &words!(words, "inspector-say-first"), before, None) {
            form.edit(set(Some(first)));
        }
    }

    /// How the personas feel at this touchpoint, where that differs from the step.
    fn own_scores(&self, ui: &mut Ui, form: &mut Form<'_>, parts: &Parts<'_, Touchpoint>, touchpoint: &Touchpoint) {
        let words = self.words;
        if self.map.personas.is_empty() {
            return;
        }
        let scored = self.map.personas.iter().map(|persona| persona.id);
        let scored =
            scored.filter(|id| touchpoint.scores.contains_key(id) || touchpoint.measured.contains_key(id)).count();
        let count = match scored {
            0 => String::new(),
            count => words.number(count as f64, 0),
        };
        self.fold(ui, "touchpoint scores", &words!(words, "inspector-own-scores"), &count, |ui| {
            form.hint(ui, &words!(words, "inspector-own-scores-about"));
            for persona in &self.map.personas {
                let hue = persona_color(self.map, persona.id, self.look.theme);
                ui.push_id(persona.id, |ui| {
                    let name = RichText::new(&persona.name).font(medium(12.0)).color(self.look.colors.text);
                    ui.add(Label::new(name).wrap());
                    ui.add_space(-6.0);
                    let label = words!(words, "inspector-own-score", name = persona.name.clone());
                    let value = touchpoint.scores.get(&persona.id).copied();
                    self.emotion_row(ui, form, &label, value, hue, |value| {
                        parts.set(|touchpoint| put(&mut touchpoint.scores, persona.id, value))
                    });
                    if let Some(measured) = touchpoint.measured.get(&persona.id) {
                        self.measured(ui, measured);
                    }
                });
            }
        });
    }

    /// The channel, as a button that opens a list with a field to search in.
    fn channel(&self, ui: &mut Ui, form: &mut Form<'_>, room: &mut Room<'_>, parts: &Parts<'_, Touchpoint>) {
        let words = self.words;
        let label = words!(words, "inspector-channel");
        form.label(ui, &label);
        let present = parts.same(|touchpoint| touchpoint.channel);
        let shown = match present {
            None => words!(words, "inspector-mixed"),
            Some(None) => words!(words, "inspector-channel-none"),
            Some(Some(channel)) => channel_name(words, self.map, channel),
        };
        let name = format!("{label}: {shown}");
        let icon = present.flatten().map_or("circle-dot", |channel| self.map.channel_icon(channel));
        let button = Control::new(&name)
            .showing(&shown)
            .with_icon(icon)
            .kind(Kind::Outlined)
            .width(ui.available_width())
            .show(ui, self.look);
        let entries = |typed: &str| self.channels(typed, present);
        let fresh = |typed: &str| words!(words, "inspector-channel-add", name = typed.to_owned());
        match form.finder(&button, &words!(words, "inspector-channel-search"), entries, Some(&fresh)) {
            Some(Picked::Found(channel)) => form.edit(parts.set(|touchpoint| touchpoint.channel = channel)),
            Some(Picked::New(name)) => {
                let id = room.ids.fresh();
                let mut channels = self.map.channels.clone();
                channels.push(OwnChannel::new(id, name));
                form.edit(Edit::All(vec![
                    Edit::SetMap(MapChange::Channels(channels)),
                    parts.set(|touchpoint| touchpoint.channel = Some(Channel::Own(id))),
                ]));
            }
            None => {}
        }
        if let Some(Some(Channel::Own(id))) = present
            && let Some(own) = self.map.own_channel(id)
        {
            self.fold(ui, "own channel", &words!(words, "inspector-own-channel"), "", |ui| {
                self.own_channel(ui, form, own);
            });
        }
    }

    /// The channels that can be chosen: the map's own, then the catalogue's.
    fn channels(&self, typed: &str, present: Option<Option<Channel>>) -> Vec<Found<Option<Channel>>> {
        let known = channel_by_name(typed);
        let own = self.map.channels.iter().map(|channel| Channel::Own(channel.id));
        let mut found = Vec::new();
        if typed.is_empty() && present != Some(None) {
            found.push(Found::new(None, "x", words!(self.words, "inspector-channel-none")));
        }
        found.extend(own.chain(Channel::CATALOGUE.iter().copied()).map(|channel| {
            let name = channel_name(self.words, self.map, channel);
            let mut entry = Found::new(Some(channel), self.map.channel_icon(channel), name);
            entry.answers = known == Some(channel);
            entry.present = present == Some(Some(channel));
            entry
        }));
        found
    }
}

fn put(scores: &mut BTreeMap<PersonaId, Emotion>, persona: PersonaId, score: Option<Emotion>) {
    match score {
        Some(score) => scores.insert(persona, score),
        None => scores.remove(&persona),
    };
}
